"""An editor's answer to the entry that it is in the editor's files, as a person could have written it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict

from dossier.desk.corrections import ADDED, corrected, entry_lines
from dossier.desk.item import UNSHOWN, Item, Undecidable
from dossier.desk.where import about, sentence_of, touching
from dossier.desk.yaml_text import Entries
from dossier.editing.sources import Source
from dossier.reading.findings import Span


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
        _accepted(answer, item, source, entries)
    elif answer.action == "drop":
        if not answer.reason.strip():
            raise Undecidable("say why it is left out")
        _dropped(answer.reason.strip(), item, source, entries)
    elif answer.action == "correct":
        _corrected(answer.fields, item, source, entries)
    elif answer.action == "take" and item.theirs is not None:
        _corrected(item.theirs, item, source, entries)
    else:
        raise Undecidable(f"{answer.action} answers no such item")


def _corrected(fields: Mapping[str, str], item: Item, source: Source, entries: Entries) -> None:
    left_out = corrected(fields, item, source, entries)
    if left_out is None or item.waits:
        _seen(item, entries, left_out)


def _seen(item: Item, entries: Entries, drop: str | None = None) -> None:
    entry = {"words": item.words, "seen": item.key, **({"drop": drop} if drop else {})}
    entries.add("reviewed", entry)


def _accepted(answer: Answer, item: Item, source: Source, entries: Entries) -> None:
    """A yes by its digest; to what the gate could not show, by the words and why it is so all the same."""
    if item.risk != UNSHOWN:
        _seen(item, entries)
        return
    if not answer.reason.strip():
        raise Undecidable("say why it is so although its words don’t show it")
    entries.add("shown", {**about(source.article, item.at), "because": answer.reason.strip()})


def _dropped(reason: str, item: Item, source: Source, entries: Entries) -> None:
    """What waits is left out by its digest; what stands by an entry about its words."""
    if item.waits or item.section == "relations":
        _seen(item, entries, reason)
        return
    at = item.at
    entries.put(item.section, about(source.article, at), {"drop": reason}, touching(source.article, at))


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
    if addition.section not in ADDED:
        raise Undecidable(f"{addition.section} can’t be added")
    fields = {name: value.strip() for name, value in addition.fields.items() if value.strip()}
    unknown = set(fields) - set(ADDED[addition.section])
    if unknown:
        raise Undecidable(f"{', '.join(sorted(unknown))} can’t be set here")
    entry = about(source.article, at)
    if addition.section == "relations":
        entries.add(addition.section, {**entry, **fields})
        return
    because = sentence_of(source.article, at)
    lines = entry_lines(addition.section, fields, source.article, because)
    entries.add(addition.section, {**entry, "add": True, **lines, "because": because})
