"""What each seed's file makes, kept by digest of its bytes and of the program: the file is taken apart once.

Only seeds with nothing wrong are kept, and none whose text is private: what they make follows from other
files too. All of it may be deleted at any moment; what can't be read is made again.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import astuple
from pathlib import Path
from typing import Any

from dossier import model
from dossier.errors import DossierError, Notice
from dossier.reading.digest_cache import DigestCache, digest, digest_of_bytes
from dossier.reading.edition import edition
from dossier.reading.findings import Span
from dossier.reading.text.article import Article
from dossier.reading.text.tokens import Text
from dossier.seeds.articles import Seed, load_seed
from dossier.seeds.door import read_file

_NAME = "seeds"
_DECIDES = ("seeds", "errors.py", "facts.py", "model.py")
_AT_ONCE = 500
"""Files that are looked for at once: what is kept of all would take as much as they do."""


class KeptSeeds:
    """Loads seeds, those that were loaded before as they were then."""

    def __init__(self, paths: Sequence[Path], file: DigestCache) -> None:
        """`paths` are those that will be asked for, in their order."""
        self._paths = list(paths)
        self._file = file
        self._ahead: dict[Path, tuple[bytes, bytes, bytes | None]] = {}
        """Some of the files: key, bytes and what is kept of each."""
        self._new: dict[bytes, bytes] = {}
        self.read: list[Path] = []
        """Those that were taken apart now."""

    @classmethod
    def keeping(cls, paths: Sequence[Path]) -> KeptSeeds:
        """One that knows what the last build of this program loaded."""
        return cls(paths, DigestCache(f"{_NAME}-{edition(*_DECIDES)}", _NAME))

    def load(self, path: Path) -> Seed:
        """The same as `load_seed`.

        Raises DossierError with every problem of the file.
        """
        if path not in self._ahead:
            self._look_ahead(path)
        key, data, row = self._ahead.pop(path, (b"", None, None))
        known = _unpacked(path, row)
        if known is not None:
            return known
        self.read.append(path)
        seed = load_seed(path, data=data)
        if data is not None and not seed.is_private and seed.masked is None:
            self._new[key] = _packed(seed)
        return seed

    def keep(self) -> None:
        """Leaves what was loaded to the next build, and nothing of what other programs loaded."""
        if self._new:
            self._file.store(self._new, anew=True)
            self._file.remove_others(f"{_NAME}-*")
            self._new = {}

    def _look_ahead(self, path: Path) -> None:
        """Reads this file and the next; one that can't be read is left to whoever tells why."""
        first = self._paths.index(path) if path in self._paths else len(self._paths)
        some = self._paths[first : first + _AT_ONCE] or [path]
        del self._paths[: first + len(some)]
        found: dict[Path, tuple[bytes, bytes]] = {}
        for each in some:
            with suppress(DossierError):
                data = read_file(each)
                found[each] = digest(str(each)) + digest_of_bytes(data), data
        rows = self._file.find([key for key, _ in found.values()])
        self._ahead = {each: (key, data, rows.get(key)) for each, (key, data) in found.items()}


def _packed(seed: Seed) -> bytes:
    article, text = seed.article, seed.article.text
    told = {
        "metadata": seed.metadata.model_dump(mode="json", exclude_defaults=True),
        "notices": [astuple(notice) for notice in seed.notices],
        "text": text.text,
        "prose": None if text.prose == text.text else text.prose,
        "blocks": text.packed(),
        "kinds": article.kinds,
        "dateline": article.dateline,
        "title": article.title,
        "publisher": article.publisher,
        "author": article.author,
    }
    return zlib.compress(json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass"), 1)


def _unpacked(path: Path, row: bytes | None) -> Seed | None:
    """A seed as it was kept; None where it can't be read."""
    if row is None:
        return None
    try:
        told: Mapping[str, Any] = json.loads(zlib.decompress(row))
        metadata = model.Article.model_validate(told["metadata"], strict=False)
        fields = ("file", "where", "found", "advice", "kind")
        return Seed(
            path=path,
            article=Article(
                id=metadata.id,
                text=Text.unpacked(told["text"], told["prose"], told["blocks"]),
                kinds=tuple(told["kinds"]),
                dateline=Span(*told["dateline"]) if told["dateline"] else None,
                title=told["title"],
                published=metadata.datePublished,
                publisher=told["publisher"],
                author=tuple(told["author"]),
            ),
            metadata=metadata,
            notices=tuple(Notice(**dict(zip(fields, each, strict=True))) for each in told["notices"]),
        )
    except (zlib.error, ValueError, KeyError, TypeError, AttributeError):
        return None  # cut short, or of another shape
