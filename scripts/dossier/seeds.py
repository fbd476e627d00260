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
from datetime import date
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from dossier import model
from dossier.article import Article, read_article
from dossier.errors import DossierError, Problem
from dossier.front_matter import Document, Entry, missing_front_matter, read_document

# What no page, feed or data file may hold: control characters and non-characters.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def _read_date(value: object) -> date:
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        return date.fromisoformat(value)
    raise ValueError("not YYYY-MM-DD")


Line = Annotated[str, Field(pattern=r"^[^\n]+$")]
Day = Annotated[date, BeforeValidator(_read_date)]
Url = Annotated[str, Field(pattern=r"^https?://[^\s<>\"'`/?#]+[^\s<>\"'`]*$")]
ID = Field(
    default=None,
    pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$",
    description="small letters and digits, joined by hyphens (the name of the article’s page)",
    examples=["id: two-towns-share-a-bridge"],
)
HEADLINE = Field(
    description="the article’s headline, on one line",
    examples=["headline: Two towns agree to share a bridge"],
)
DAY = Field(
    description="the day the article was published, as YYYY-MM-DD", examples=["datePublished: 2024-05-31"]
)


class SeedMetadata(BaseModel):
    """The front matter of a seed. Names are schema.org's."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str | None = ID
    headline: Line = HEADLINE
    alternativeHeadline: Line | None = Field(
        default=None,
        description="the line under the headline, on one line",
        examples=["alternativeHeadline: The mayors met on Friday."],
    )
    dateline: Line | None = Field(
        default=None,
        description="the place the report was sent from, on one line",
        examples=["dateline: Exampleville"],
    )
    author: Line | None = Field(
        default=None, description="who wrote it, on one line", examples=["author: Jo Writer"]
    )
    publisher: Line = Field(
        description="who published it, on one line", examples=["publisher: The Daily Example"]
    )
    datePublished: Day = DAY
    url: Url | None = Field(
        default=None,
        description="the article’s own address, with http:// or https://",
        examples=["url: https://news.example/2024/5/31/bridge"],
    )
    inLanguage: str = Field(
        default="en",
        pattern=r"^en(-[A-Za-z]{2})?$",
        description="en, or en with a country (en-GB): the rules read English only",
        examples=["inLanguage: en"],
    )
    copyrightNotice: Line | None = Field(
        default=None,
        description="whose the text is, on one line",
        examples=["copyrightNotice: © The Daily Example"],
    )
    sha256: str | None = Field(
        default=None,
        pattern=r"^[0-9a-f]{64}$",
        description="64 digits 0-9a-f: the checksum of the text under the front matter",
        examples=[f"sha256: {sha256(b'The text of the article.').hexdigest()}"],
    )


class DocumentMetadata(BaseModel):
    """What `dossier extract` uses of a file's front matter; other keys are none of its business."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)

    id: str | None = Field(default=None, min_length=1, description="a name", examples=["id: bridge"])
    headline: Line | None = Field(
        default=None,
        validation_alias=AliasChoices("headline", "title"),
        description=HEADLINE.description,
        examples=HEADLINE.examples,
    )
    alternativeHeadline: str | None = None
    author: str | None = None
    publisher: str | None = None
    datePublished: Day | None = Field(
        default=None,
        validation_alias=AliasChoices("datePublished", "published"),
        description=DAY.description,
        examples=DAY.examples,
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
    known = _validated(DocumentMetadata, document, document.entries or {})
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
        known = _validated(SeedMetadata, document, document.entries)
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
        **known.model_dump(exclude={"id", "dateline", "sha256"}),
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


M = TypeVar("M", bound=BaseModel)


def _validated(shape: type[M], document: Document, entries: dict[str, Entry]) -> M:
    try:
        return shape.model_validate({key: entry.value for key, entry in entries.items()})
    except ValidationError as error:
        raise DossierError(
            [_problem(shape, document, entries, detail) for detail in error.errors()]
        ) from None


def _problem(
    shape: type[BaseModel], document: Document, entries: dict[str, Entry], detail: ErrorDetails
) -> Problem:
    """One of pydantic's errors in our words."""
    key = str(detail["loc"][0])
    entry = entries.get(key)
    where = f"line {entry.line}" if entry else "front matter"
    if detail["type"] == "extra_forbidden":
        close = get_close_matches(key, shape.model_fields, n=1)
        return Problem(
            file=document.file,
            where=where,
            found=f'unknown key "{key}"' + (f" (did you mean {close[0]}?)" if close else ""),
            expected=f"one of {', '.join(shape.model_fields)}",
        )
    field = next(
        field
        for name, field in shape.model_fields.items()
        if key == name
        or (isinstance(field.validation_alias, AliasChoices) and key in field.validation_alias.choices)
    )
    if entry is None:
        found = f'the key "{key}" is missing'
    elif entry.value is None:
        found = f"{key} holds a list or a mapping"
    else:
        found = f'{key} is "{entry.value}"' if entry.value else f"{key} is empty"
    return Problem(
        file=document.file,
        where=where,
        found=found,
        expected=field.description or "text on one line",
        example=str((field.examples or [""])[0]),
    )


def _text_problems(document: Document) -> Iterator[Problem]:
    if not document.body.strip():
        yield _empty(document.file)
    control = _CONTROL.search(document.body)
    if control:
        line = document.body.count("\n", 0, control.start()) + 1
        yield Problem(
            file=document.file,
            where=f"line {line} of the text",
            found=f"the control character U+{ord(control.group()):04X}",
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
