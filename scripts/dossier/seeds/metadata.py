"""The front matter of an article: which keys there are, and what each holds."""

from __future__ import annotations

import re
from datetime import date
from hashlib import sha256
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field


def _read_date(value: object) -> date:
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        return date.fromisoformat(value)
    raise ValueError("not YYYY-MM-DD")


def _read_authors(value: object) -> object:
    """One name as a list of one; several names on one line could be one name or two, so they are refused."""
    if value is None:
        return ()
    if isinstance(value, str):
        if re.search(r"[,;&]|\band\b", value):
            raise ValueError("several names on one line")
        return [value]
    return value


def _read_any_authors(value: object) -> object:
    return [value] if isinstance(value, str) and value else value or ()


def _read_archived(value: object) -> object:
    return {"url": value} if isinstance(value, str) else value


Line = Annotated[str, Field(pattern=r"^[^\n]+$")]
Day = Annotated[date, BeforeValidator(_read_date)]
Url = Annotated[
    str,
    Field(pattern=r"^https?://[^\s<>\"'`/?#]+[^\s<>\"'`]*$"),
    AfterValidator(lambda url: url.partition(":~:")[0].rstrip("#")),
]
"""An address, without the directions to a passage that a browser puts behind a copied "link to highlight"."""
Authors = Annotated[tuple[Line, ...], BeforeValidator(_read_authors)]
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


_ARCHIVED = "where a public archive keeps the page, with http:// or https://, and since when"
_ARCHIVED_EXAMPLE = "archivedAt: {url: https://archive.example/2024/bridge, date: 2024-06-01}"


def _digest(of: str, key: str) -> Any:
    return Field(
        default=None,
        pattern=r"^[0-9a-f]{64}$",
        description=f"64 digits 0-9a-f: {of}",
        examples=[f"{key}: {sha256(b'The file.').hexdigest()}"],
    )


class _Part(BaseModel):
    """What front matter holds: as it was read, and no key that nobody knows."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Archived(_Part):
    """A copy of the article in an archive."""

    url: Url = Field(description=_ARCHIVED, examples=[_ARCHIVED_EXAMPLE])
    date: Day | None = Field(
        default=None, description="the day the copy was made, as YYYY-MM-DD", examples=[_ARCHIVED_EXAMPLE]
    )


_CORRECTED = "what its publisher put right: a list, each with date and what, and words that changed"
_CORRECTED_EXAMPLE = "corrected:\n- {date: 2024-06-03, what: The bridge is 80 metres long., words: 80 metres}"
_RETRACTED = "that its publisher took the article back: the date, and why"
_RETRACTED_EXAMPLE = "retracted: {date: 2024-06-03, why: The letter it rests on was forged.}"
_PREVIOUS = "the texts read before this one: a list, each with its sha256 and the day until which it stood"
_PREVIOUS_EXAMPLE = f"previous:\n- {{sha256: {sha256(b'Before.').hexdigest()}, until: 2024-06-03}}"


class Corrected(_Part):
    """A correction by the publisher."""

    date: Day = Field(description="the day, as YYYY-MM-DD", examples=[_CORRECTED_EXAMPLE])
    what: Line = Field(description="what was put right, on one line", examples=[_CORRECTED_EXAMPLE])
    words: Line | None = Field(
        default=None,
        description="exact words of the text as it is now that changed",
        examples=[_CORRECTED_EXAMPLE],
    )


class Retracted(_Part):
    """A retraction by the publisher."""

    date: Day = Field(description="the day, as YYYY-MM-DD", examples=[_RETRACTED_EXAMPLE])
    why: Line = Field(description="why, on one line", examples=[_RETRACTED_EXAMPLE])


class Previous(_Part):
    """A text read before."""

    sha256: str = Field(
        pattern=r"^[0-9a-f]{64}$", description="64 digits 0-9a-f", examples=[_PREVIOUS_EXAMPLE]
    )
    until: Day = Field(description="the day, as YYYY-MM-DD", examples=[_PREVIOUS_EXAMPLE])


class SeedMetadata(_Part):
    """The front matter of a seed. Names are schema.org's."""

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
    author: Authors = Field(
        default=(),
        description="who wrote it: one name, or a list of names, each as it is to be shown",
        examples=["author: [Jo Writer, Ann Bee]"],
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
    licence: Line | None = Field(
        default=None,
        description="the licence its text is published under, on one line",
        examples=["licence: CC BY 4.0"],
    )
    sha256: str | None = Field(
        default=None,
        pattern=r"^[0-9a-f]{64}$",
        description="64 digits 0-9a-f: the checksum of the text under the front matter",
        examples=[f"sha256: {sha256(b'The text of the article.').hexdigest()}"],
    )
    archivedAt: Annotated[Archived | None, BeforeValidator(_read_archived)] = Field(
        default=None, description=_ARCHIVED, examples=[_ARCHIVED_EXAMPLE]
    )
    corrected: tuple[Corrected, ...] = Field(
        default=(), description=_CORRECTED, examples=[_CORRECTED_EXAMPLE]
    )
    retracted: Retracted | None = Field(default=None, description=_RETRACTED, examples=[_RETRACTED_EXAMPLE])
    previous: tuple[Previous, ...] = Field(default=(), description=_PREVIOUS, examples=[_PREVIOUS_EXAMPLE])
    text: Literal["public", "private"] | None = Field(
        default=None,
        description="public, or private for a text that stands in the folder private and is not committed",
        examples=["text: private"],
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
    author: Annotated[tuple[str, ...], BeforeValidator(_read_any_authors)] = ()
    publisher: str | None = None
    datePublished: Day | None = Field(
        default=None,
        validation_alias=AliasChoices("datePublished", "published"),
        description=DAY.description,
        examples=DAY.examples,
    )
