"""An editor's answer to the entry that it is in the editor's files, as a person could have written it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict

from dossier.desk.queue import Item
from dossier.desk.yaml_text import Entries
from dossier.editing.sources import Source, find_words
from dossier.reading.findings import Span
from dossier.reading.text.article import Article

FIELDS: Mapping[str, tuple[str, ...]] = {
    "claims": ("kind", "claimant", "target", "wording"),
    "quotes": ("speaker",),
    "events": ("type", "title", "place", "date"),
    "agreements": ("title", "kind", "status"),
    "actors": ("name", "kind", "description"),
    "places": ("name", "kind", "description"),
}
"""By section, what can be corrected."""
_LISTED = ("wording",)


class Answer(BaseModel):
    """What an editor says to an item."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    action: str
    reason: str = ""
    fields: dict[str, str] = {}


class Addition(BaseModel):
    """What an editor adds by marking words of an article."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    article: str
    section: str
    start: int
    end: int
    fields: dict[str, str] = {}


class Undecidable(ValueError):
    """Why an answer can't be written, in words for the editor."""


def decide(answer: Answer, item: Item, source: Source | None, entries: Entries) -> None:
    """Write an answer into the entries of its file.

    Raises Undecidable where it says too little, or its words can't be told from others.
    """
    if item.other_words:
        _joined(answer, item, entries)
        return
    if source is None:
        raise Undecidable("the article is gone")
    if answer.action == "accept":
        _seen(item, entries)
    elif answer.action == "drop":
        if not answer.reason.strip():
            raise Undecidable("say why it is left out")
        _dropped(answer.reason.strip(), item, source, entries)
    elif answer.action == "correct":
        _corrected(answer.fields, item, source, entries)
        _seen(item, entries)
    else:
        raise Undecidable(f"{answer.action} answers no such item")


def _seen(item: Item, entries: Entries, drop: str | None = None) -> None:
    entry = {"words": item.words, "seen": item.key, **({"drop": drop} if drop else {})}
    entries.add("reviewed", entry)


def _dropped(reason: str, item: Item, source: Source, entries: Entries) -> None:
    """What waits is left out by its digest; what stands by an entry about its words."""
    if item.waits or item.section == "relations":
        _seen(item, entries, reason)
        return
    at = Span(item.start, item.start + len(item.words))
    entries.put(item.section, _about(source.article, at), {"drop": reason}, _touching(source.article, at))


def _corrected(fields: Mapping[str, str], item: Item, source: Source, entries: Entries) -> None:
    given = {name: value.strip() for name, value in fields.items() if value.strip()}
    unknown = [name for name in given if name not in FIELDS.get(item.section, ())]
    if unknown or not given:
        raise Undecidable(f"{', '.join(unknown) or 'nothing'} can be corrected here")
    at = Span(item.start, item.start + len(item.words))
    lines: dict[str, Any] = {name: [value] if name in _LISTED else value for name, value in given.items()}
    if "date" in lines:
        lines["date"] = _date(lines["date"], source.article)
    if set(lines) - {"wording", "date"}:
        lines["because"] = _sentence(source.article, at)
    entries.put(item.section, _about(source.article, at), lines, _touching(source.article, at))


def _date(words: str, article: Article) -> dict[str, str]:
    """A date as an editor gives it: its words, then what they mean: `Friday = 2024-05-31`."""
    shown, _, edtf = (part.strip() for part in words.partition("="))
    if not edtf or not find_words(article, shown):
        raise Undecidable("a date is given as the article’s words and the day: Friday = 2024-05-31")
    return {"words": shown, "kind": "on", "edtf": edtf, "precision": "day", "rule": "set by the editor"}


def _joined(answer: Answer, item: Item, entries: Entries) -> None:
    if answer.action not in ("same", "different"):
        raise Undecidable("say whether they are the same or different")
    between = [
        {"article": item.article, "words": item.words},
        {"article": item.other_article, "words": item.other_words},
    ]
    entry: dict[str, Any] = {"between": between}
    if item.section != "actors":
        entry["section"] = item.section
    if answer.reason.strip():
        entry["why"] = answer.reason.strip()
    entries.add(answer.action, entry)


def add(addition: Addition, source: Source, entries: Entries) -> None:
    """Write what an editor adds by marking words.

    Raises Undecidable where these are none, or a part is missing.
    """
    text = source.article.text.text
    if not 0 <= addition.start < addition.end <= len(text):
        raise Undecidable("these are no words of the article")
    at = Span(addition.start, addition.end)
    if addition.section not in ("actors", "places", "events", "agreements"):
        raise Undecidable(f"{addition.section} can't be added")
    fields = {name: value.strip() for name, value in addition.fields.items() if value.strip()}
    unknown = set(fields) - set(FIELDS[addition.section])
    if unknown:
        raise Undecidable(f"{', '.join(sorted(unknown))} can't be set here")
    entry = _about(source.article, at)
    entries.add(addition.section, {**entry, "add": True, **fields, "because": _sentence(source.article, at)})


def _about(article: Article, at: Span) -> dict[str, str]:
    """The keys that say which words an entry is about, with their paragraph where that is needed."""
    words = article.text.slice(at)
    stands = find_words(article, words)
    if at not in stands:
        raise Undecidable(f"“{words}” stands in a heading, which no entry can be about")
    if len(stands) == 1:
        return {"words": words}
    paragraph = article.label(article.text.block_at(at.start))
    if len(find_words(article, words, paragraph)) == 1:
        return {"words": words, "paragraph": paragraph}
    return {"words": _sentence(article, at)}


def _sentence(article: Article, at: Span) -> str:
    sentence = article.text.sentence_at(at.start)
    return article.text.slice(Span(sentence.start, sentence.end))


def _touching(article: Article, at: Span) -> Any:
    """Whether an entry that is there already is about the same words."""

    def touches(entry: Mapping[str, Any]) -> bool:
        spans = find_words(article, str(entry.get("words", "")), entry.get("paragraph"))
        return any(span.start < at.end and at.start < span.end for span in spans)

    return touches
