"""What stands of each article's findings, kept by digest of the article and of all that reads and judges it.

A build reads only what is new or changed. Nothing is lost but time where nothing can be kept.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from pydantic import TypeAdapter, ValidationError

from dossier.assembly.gating import Gated, gated
from dossier.reading.digest_cache import DigestCache, digest
from dossier.reading.edition import edition
from dossier.reading.extract import extract_findings
from dossier.reading.findings import Span
from dossier.reading.text.article import Article

_NAME = "findings"
_GATED = TypeAdapter(Gated)
_JUDGES = ("assembly/gate", "assembly/gating.py", "assembly/gate_cache.py")


def read_and_gated(
    articles: Iterable[Article], yes: Mapping[str, Sequence[Span]] = MappingProxyType({})
) -> Iterator[Gated]:
    """What stands of each article's findings, in order: as it was kept, else read now and kept at the end.

    `yes`, by article, is what an editor said yes to.
    """
    whole = list(articles)
    cache = DigestCache(f"{_NAME}-{edition(*_JUDGES)}", "findings")
    digests = [_digest(article, yes.get(article.id, ())) for article in whole]
    kept = cache.find(digests)
    new: dict[bytes, bytes] = {}
    for article, key in zip(whole, digests, strict=True):
        found = _unpacked(kept.get(key))
        if found is None:
            found = gated(article, extract_findings(article), yes.get(article.id, ()))
            new[key] = zlib.compress(_GATED.dump_json(found))
        article.text.let_go()
        yield found
    if new:
        cache.store(new)
        cache.remove_others(f"{_NAME}-*")


def _digest(article: Article, yes: Sequence[Span]) -> bytes:
    """Of everything that the reading and the gate are given."""
    said = (article.id, article.title, article.published, article.publisher, article.author)
    return digest(repr((said, article.kinds, article.dateline, article.text.text, tuple(yes))))


def _unpacked(packed: bytes | None) -> Gated | None:
    if packed is None:
        return None
    try:
        return _GATED.validate_json(zlib.decompress(packed))
    except (ValidationError, zlib.error):
        return None  # cut short
