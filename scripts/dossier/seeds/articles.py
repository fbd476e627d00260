r"""Seed files, and any file given to `dossier extract`, to articles with their metadata.

A seed is `seeds/NAME.md`: front matter between two lines `---`, then the article's text. The text is
what follows the second `---`, without the blank lines before and after it and with its line ends as
\n, so that a final newline or a copy with Windows line ends reads, and sums, the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from dossier import model
from dossier.errors import DossierError, Problem
from dossier.reading.text.article import Article, read_article
from dossier.seeds.front_matter import Document, missing_front_matter, read_document
from dossier.seeds.metadata import DocumentMetadata, SeedMetadata, validated

# What no page, feed or data file may hold: control characters and code points that are no characters.
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """An article of the dossier."""

    path: Path
    article: Article
    metadata: model.Article


def load_seeds(folder: Path) -> tuple[Seed, ...]:
    """The articles in `folder/*.md`, in order of their file names.

    Raises DossierError with every problem of every file.
    """
    paths = sorted(folder.glob("*.md"))
    if not paths:
        raise DossierError([_no_seeds(folder)])
    seeds: list[Seed] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            seeds.append(load_seed(path))
        except DossierError as error:
            problems += error.problems
    problems += _duplicates(seeds)
    if problems:
        raise DossierError(problems)
    return tuple(seeds)


def load_document(path: Path) -> Article:
    """The article in a Markdown or plain-text file, with front matter or without; checks no checksum.

    Its id is the front matter's, else made from the file's name, as for a seed. Raises DossierError.
    """
    document = read_document(path)
    known = validated(DocumentMetadata, document)
    if not document.body.strip():
        raise DossierError([_empty(document.file)])
    return read_article(
        document.body,
        id=known.id or slug_of(path.stem) or path.stem,
        title=known.headline,
        standfirst=known.alternativeHeadline,
        published=known.datePublished,
        publisher=known.publisher,
        author=known.author,
    )


def load_seed(path: Path) -> Seed:
    """The article in one seed file.

    Raises DossierError with every problem of the file.
    """
    document = read_document(path)
    if document.entries is None:
        raise DossierError([missing_front_matter(document.file)])
    problems = list(_text_problems(document))
    try:
        known = validated(SeedMetadata, document)
    except DossierError as error:
        raise DossierError([*error.problems, *problems]) from None
    id = known.id or slug_of(path.stem)
    digest = sha256(document.body.encode()).hexdigest()
    if known.sha256 and known.sha256 != digest and document.body:
        problems.append(_checksum(document, digest))
    if not id or id == "index":
        problems.append(_unusable_id(document.file, id))
    if problems:
        raise DossierError(problems)
    article = read_article(
        document.body,
        id=id,
        title=known.headline,
        standfirst=known.alternativeHeadline,
        published=known.datePublished,
        publisher=known.publisher,
        author=known.author,
    )
    read_dateline = article.text.slice(article.dateline) if article.dateline else None
    metadata = model.Article(
        **known.model_dump(include=set(model.Article.model_fields) - {"id", "dateline", "sha256"}),
        id=id,
        dateline=known.dateline or read_dateline,
        sha256=digest,
        paragraphs=sum(kind in ("paragraph", "note") for kind in article.kinds),
    )
    return Seed(path=path, article=article, metadata=metadata)


def slug_of(name: str) -> str:
    """A name as an id: plain small letters and digits joined by hyphens; empty when it has none."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def _text_problems(document: Document) -> Iterator[Problem]:
    if not document.body.strip():
        yield _empty(document.file)
    control = _CONTROL.search(document.body)
    if control:
        line = document.body.count("\n", 0, control.start()) + 1
        yield _control(document.file, f"line {line} of the text", control.group())
    for entry in (document.entries or {}).values():
        control = _CONTROL.search(entry.value or "")
        if control:
            yield _control(document.file, f"line {entry.line}", control.group())


def _control(file: str, where: str, char: str) -> Problem:
    return Problem(
        file=file,
        where=where,
        found=f"U+{ord(char):04X}, a control character or none at all",
        expected="text without control characters, which no page or feed can hold",
    )


def _empty(file: str) -> Problem:
    return Problem(file=file, found="the article has no text", expected="its text, behind any front matter")


def _checksum(document: Document, digest: str) -> Problem:
    entry = (document.entries or {})["sha256"]
    return Problem(
        file=document.file,
        where=f"line {entry.line}",
        found=f"the text’s sha256 is {digest}, the front matter says {entry.value}",
        expected="the text as it was when the checksum was taken; after a wanted change, the new checksum",
        example=f"sha256: {digest}",
    )


def _unusable_id(file: str, id: str) -> Problem:
    return Problem(
        file=file,
        found=f'"{id}" can’t name an article’s page'
        if id
        else "the file’s name has no letter or digit to make an id of",
        expected="a file name, or a key id, of small letters and digits joined by hyphens; not index",
        example="id: two-towns-share-a-bridge",
    )


def _duplicates(seeds: Iterable[Seed]) -> Iterator[Problem]:
    first: dict[str, Path] = {}
    for seed in seeds:
        other = first.setdefault(seed.article.id, seed.path)
        if other != seed.path:
            yield Problem(
                file=str(seed.path),
                found=f'its id "{seed.article.id}" is already that of {other}',
                expected="another file name, or a key id of its own",
                example=f"id: {seed.article.id}-2",
            )


def _no_seeds(folder: Path) -> Problem:
    return Problem(
        file=str(folder),
        found="no article here" if folder.is_dir() else "no such folder",
        expected="a folder with one Markdown file for each article",
        example="dossier build --seeds seeds",
    )
