"""Front matter to the metadata of an article, with our own words for each key that does not fit."""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches
from hashlib import sha256
from typing import Annotated, Any, TypeVar

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from dossier.errors import DossierError, Problem
from dossier.seeds.front_matter import Document, Entry


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


def _digest(of: str, key: str) -> Any:
    return Field(
        default=None,
        pattern=r"^[0-9a-f]{64}$",
        description=f"64 digits 0-9a-f: {of}",
        examples=[f"{key}: {sha256(b'The file.').hexdigest()}"],
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
    archivedAt: Url | None = Field(
        default=None,
        description="where a public archive keeps the page, with http:// or https://",
        examples=["archivedAt: https://archive.example/2024/https://news.example/bridge"],
    )
    original: Line | None = Field(
        default=None,
        description="the file or address the text was imported from, on one line",
        examples=["original: bridge.html"],
    )
    originalSha256: str | None = _digest("the checksum of the file it was imported from", "originalSha256")
    warc: Line | None = Field(
        default=None,
        description="the file, kept elsewhere, that holds the page as it was fetched",
        examples=["warc: two-towns-share-a-bridge.warc.gz"],
    )
    warcSha256: str | None = _digest("the checksum of that file", "warcSha256")


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


M = TypeVar("M", bound=BaseModel)


def validated(shape: type[M], document: Document) -> M:
    """A document's front matter as one of the shapes above.

    Raises DossierError with a problem for each key that does not fit.
    """
    entries = document.entries or {}
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
