r"""Seed files, and any file given to `dossier extract`, to articles with their metadata.

A seed is `seeds/NAME.md`: front matter between two lines `---`, then the article's text. The text is
what follows the second `---`, without the blank lines before and after it and with its line ends as
\n, so that a final newline or a copy with Windows line ends reads, and sums, the same. With `text: private`
it stands in `seeds/private/NAME.md`; where that is not, the article is what a build with it left of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from dossier import model
from dossier.errors import DossierError, Notice, Problem
from dossier.facts import RULES
from dossier.reading.edition import edition
from dossier.reading.text.article import Article, read_article
from dossier.seeds.door import Folder, read_text
from dossier.seeds.front_matter import Document, missing_front_matter, read_document
from dossier.seeds.inspection import text_notices, text_problems
from dossier.seeds.masked import MaskedSeed, load_masked, missing_lines
from dossier.seeds.metadata import Corrected, DocumentMetadata, SeedMetadata
from dossier.seeds.private import (
    is_private,
    no_text,
    private_problems,
    stand_in_problems,
    text_document,
    unchecked,
)
from dossier.seeds.readings import file_of
from dossier.seeds.reserved import RESERVED
from dossier.seeds.shape import validated
from dossier.seeds.strict_yaml import Yaml

MAX_TEXT = 1_000_000
"""Characters of an article: some 160,000 words, which take eight minutes of a processor and 1.1 GB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """An article of the dossier."""

    path: Path
    article: Article
    metadata: model.Article
    notices: tuple[Notice, ...] = ()
    is_private: bool = False
    """Whether its text must not be committed."""
    masked: MaskedSeed | None = None
    """Of a private text, what is committed of it, where the article is made of that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """An article to read that need not be one of the dossier."""

    article: Article
    notices: tuple[Notice, ...] = ()


def load_seeds(
    folder: Folder,
    masked: Mapping[Path, bytes] = MappingProxyType({}),
    load: Callable[[Path], Seed] | None = None,
) -> tuple[Seed, ...]:
    """The articles in a folder, in order of their file names.

    `masked`, by seed, is what is committed of private texts, to be taken instead of them; `load` may know
    the others from before. Raises DossierError with every problem of the folder and of every file in it.
    """
    problems: list[Problem] = list(folder.problems)
    if not folder.articles and not problems:
        raise DossierError([_no_seeds(folder.path)])
    seeds: list[Seed] = []
    for path in folder.articles:
        try:
            seed = load(path) if load and path not in masked else load_seed(path, masked.get(path))
            seed.article.text.let_go()  # no token is asked of an article whose findings are kept
            seeds.append(seed)
        except DossierError as error:
            problems += error.problems
    problems += _duplicates(seeds)
    if problems:
        raise DossierError(problems)
    return tuple(seeds)


def load_document(path: Path, data: bytes | None = None) -> Loaded:
    """The article in a Markdown or plain-text file, with front matter or without; checks no checksum.

    Its id is the front matter's, else made from the file's name, as for a seed. Bytes that came otherwise
    are given as `data`. Raises DossierError, also for a private text that is not here.
    """
    front = read_document(path, data)
    document = text_document(front, path)
    if document is None:
        raise no_text(path, "it can’t be read without it")
    known = validated(DocumentMetadata, _front(document), top="front matter")
    problems = list(_text_problems(document))
    if problems:
        raise DossierError(problems)
    article = _reader(known, known.id or slug_of(path.stem) or path.stem)(document.body)
    return Loaded(article=article, notices=_notices(document))


def _reader(known: DocumentMetadata | SeedMetadata, id: str) -> partial[Article]:
    """What makes an article of its text, by what its front matter says of it."""
    return partial(
        read_article,
        id=id,
        title=known.headline,
        standfirst=known.alternativeHeadline,
        published=known.datePublished,
        publisher=known.publisher,
        author=known.author,
    )


def load_seed(path: Path, masked: bytes | None = None, data: bytes | None = None) -> Seed:
    """The article in one seed file, whose bytes are `data` where they were read before.

    Of a private text, the article is made of `masked` where that is given, else of the text, and where the
    text is not here of what is committed of it. Raises DossierError with every problem of the files.
    """
    front = read_document(path, data)
    if front.front is None:
        raise DossierError([_other_front_matter(front) or missing_front_matter(front.file)])
    problems: list[Problem] = list(private_problems(front, path))
    document = None if masked is not None else text_document(front, path)
    if document is not None:
        problems += _text_problems(document)
        problems += stand_in_problems(document) if is_private(front) else ()
    try:
        known = validated(SeedMetadata, front.front, top="front matter")
    except DossierError as error:
        raise DossierError([*error.problems, *problems]) from None
    id = known.id or slug_of(path.stem)
    if document is not None:
        problems += _checksum_problems(front, document, known.sha256)
    if not id or id in RESERVED:
        problems.append(_unusable_id(front.file, id))
    if problems:
        raise DossierError(problems)
    bare = _reader(known, id)
    kept = None if document is not None else _masked(path, masked, bare, str(known.sha256))
    article = kept.article if kept else bare(document.body if document else "")
    body = article.text.text
    corrected = [
        _correction(front, body, number, each, problems) for number, each in enumerate(known.corrected)
    ]
    if problems:
        raise DossierError(problems)
    read_dateline = article.text.slice(article.dateline) if article.dateline else None
    metadata = model.Article(
        **known.model_dump(
            include=set(model.Article.model_fields) - {"id", "dateline", "sha256", "corrected"}
        ),
        corrected=tuple(corrected),
        id=id,
        dateline=known.dateline or read_dateline,
        sha256=str(known.sha256) if kept else sha256(body.encode()).hexdigest(),
        paragraphs=sum(kind in ("paragraph", "note") for kind in article.kinds),
    )
    return Seed(
        path=path,
        article=article,
        metadata=metadata,
        notices=_notices(document)
        if document
        else (unchecked(path, kept is None or kept.edition != edition()),),
        is_private=is_private(front),
        masked=kept,
    )


def _masked(path: Path, given: bytes | None, bare: partial[Article], checksum: str) -> MaskedSeed:
    """What is committed of a private text: given, or as it stands among the seeds.

    Raises DossierError.
    """
    file = file_of(path, RULES)
    if given is not None:
        return load_masked(given.decode(), file, path, bare, checksum)
    if not file.exists():
        raise DossierError([missing_lines(path, file)])
    return load_masked(read_text(file), file, path, bare, checksum)


def slug_of(name: str) -> str:
    """A name as an id: plain small letters and digits joined by hyphens; empty when it has none."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def _front(document: Document) -> Yaml:
    return document.front or Yaml(file=document.file, data=None)


def _text_problems(document: Document) -> Iterator[Problem]:
    if not document.body.strip():
        yield _empty(document.file)
    if len(document.body) > MAX_TEXT:
        yield _too_long(document.file, len(document.body))
    yield from text_problems(document.body, document.file, document.body_line)


def _too_long(file: str, length: int) -> Problem:
    return Problem(
        file=file,
        found=f"its text is {length:,} characters long, and one of {MAX_TEXT:,} takes ten minutes to read",
        expected=f"an article of at most {MAX_TEXT:,} characters; of a book or a volume, a file for each "
        "chapter or article",
        example="seeds/the-long-record-1.md\nseeds/the-long-record-2.md",
    )


def _notices(document: Document) -> tuple[Notice, ...]:
    return tuple(text_notices(document.body, document.file, document.body_line))


def _other_front_matter(document: Document) -> Problem | None:
    """What a seed has instead of front matter, if it can be told."""
    return next((p for p in text_problems(document.body, document.file) if "front matter" in p.found), None)


def _empty(file: str) -> Problem:
    return Problem(
        file=file,
        found="the article has no text",
        expected="its text, behind any front matter",
        example="---\nheadline: Two towns agree to share a bridge\n…\n---\nThe text of the article …",
    )


def _checksum_problems(front: Document, document: Document, known: str | None) -> Iterator[Problem]:
    """A problem where the front matter tells of another text."""
    digest = sha256(document.body.encode()).hexdigest()
    if known and known != digest and document.body:
        yield _checksum(front, digest, known)


def _checksum(front: Document, digest: str, known: str) -> Problem:
    return Problem(
        file=front.file,
        where=f"line {_front(front).line(('sha256',))}",
        found=f"the text’s sha256 is {digest}, the front matter says {known}",
        expected="the text as it was when the checksum was taken; after a wanted change, the new checksum",
        example=f"sha256: {digest}\nprevious:\n- {{sha256: {known}, until: 2024-06-03}}",
    )


def _unusable_id(file: str, id: str) -> Problem:
    return Problem(
        file=file,
        found=f'"{id}" can’t name an article’s page'
        if id
        else "the file’s name has no letter or digit to make an id of",
        expected="a file name, or a key id, of small letters and digits joined by hyphens; not index, con "
        "or another name that sites or systems keep",
        example="id: two-towns-share-a-bridge",
    )


def _correction(
    front: Document, text: str, number: int, given: Corrected, problems: list[Problem]
) -> model.Correction:
    """A correction with the place of its words; a problem where they don't stand there exactly once."""
    if given.words is None:
        return model.Correction(date=given.date, what=given.what)
    times, start = text.count(given.words), text.find(given.words)
    if times != 1:
        problems.append(
            Problem(
                file=front.file,
                where=f"line {_front(front).line(('corrected', number, 'words'))}",
                found=f"“{given.words}” stands {times or 'no'} times in the text",
                expected="exact words of the text as it is now, as many as stand there once",
                example="words: 80 metres long",
            )
        )
        return model.Correction(date=given.date, what=given.what)
    return model.Correction(date=given.date, what=given.what, start=start, end=start + len(given.words))


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
        found="no article here",
        expected="a folder with one Markdown file for each article",
        example="dossier build --seeds seeds",
    )
