"""An editor's corrections to the lines of an entry: what can be put right, and how it is given."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from dossier.assembly.edtf import is_edtf
from dossier.desk.item import Item, Undecidable
from dossier.desk.where import about, sentence_of, touching
from dossier.desk.yaml_text import Entries
from dossier.editing.sources import Source, find_words
from dossier.reading.text.article import Article

FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "claims": ("kind", "claimant", "target", "wording"),
        "quotes": ("speaker", "words"),
        "events": ("type", "title", "place", "date", "participants"),
        "agreements": ("title", "kind", "status", "participants"),
        "actors": ("name", "kind", "description"),
        "places": ("name", "kind", "description"),
    }
)
"""By section, what can be corrected."""
ADDED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **{section: tuple(f for f in fields if f != "words") for section, fields in FIELDS.items()},
        "relations": ("subject", "predicate", "object"),
    }
)
"""By section, what can be said of what an editor adds."""
_UNGROUNDED = frozenset(("wording", "date", "participants", "parties"))
"""Keys that quote the article themselves."""
_PERSON = re.compile(r"(?P<actor>[a-z0-9-]+) (?:as (?P<role>[^:]+)|(?P<out>out)): (?P<told>.+)", re.DOTALL)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def corrected(given: Mapping[str, str], item: Item, source: Source, entries: Entries) -> str | None:
    """Write corrections into the entry about an item's words; why the item itself is left out, if it is.

    Raises Undecidable where nothing is corrected, or something that can't be.
    """
    fields = {name: value.strip() for name, value in given.items() if value.strip()}
    unknown = [name for name in fields if name not in FIELDS.get(item.section, ())]
    if unknown or not fields:
        raise Undecidable(f"{', '.join(unknown) or 'nothing'} can be corrected here")
    if "words" in fields:
        return _reworded(fields, item, source, entries)
    lines = entry_lines(item.section, fields, source.article, sentence_of(source.article, item.at))
    entries.put(item.section, about(source.article, item.at), lines, touching(source.article, item.at))
    return None


def entry_lines(section: str, fields: Mapping[str, str], article: Article, because: str) -> dict[str, Any]:
    """Fields as the lines of an entry, resting on the words of `because` where they need to rest on any.

    Raises Undecidable for a date or a participant in another form.
    """
    lines: dict[str, Any] = dict(fields)
    if "wording" in lines:
        lines["wording"] = [lines["wording"]]
    if "date" in lines:
        lines["date"] = _date(lines["date"], article)
    if "participants" in lines:
        people = [_person(each.strip(), article, because) for each in lines.pop("participants").split(";")]
        lines["parties" if section == "agreements" else "participants"] = people
    if set(lines) - _UNGROUNDED:
        lines["because"] = because
    return lines


def _reworded(fields: Mapping[str, str], item: Item, source: Source, entries: Entries) -> str:
    """A quotation with other words is another one: that of the item is left out, and this one added."""
    words = fields["words"]
    article = source.article
    near = min(find_words(article, words), key=lambda s: abs(s.start - item.start), default=None)
    if near is None:
        raise Undecidable(f"“{words}” does not stand in the article")
    why = f"its words are “{words}”"
    if not item.waits:
        entries.put(item.section, about(article, item.at), {"drop": why}, touching(article, item.at))
    speaker = fields.get("speaker") or item.now.get("speaker")
    said = {"speaker": speaker, "because": sentence_of(article, item.at)} if speaker else {}
    entries.add(item.section, {**about(article, near), "add": True, **said})
    return why


def _date(given: str, article: Article) -> dict[str, str]:
    """A date as an editor gives it: its words, then what they mean: `Friday = 2024-05-31`."""
    words, _, edtf = (part.strip() for part in given.partition("="))
    if not is_edtf(edtf) or not find_words(article, words):
        raise Undecidable(
            "a date is given as the article’s words and what they mean: Friday = 2024-05-31, "
            "in May = 2024-05, by Friday = [..2024-05-31]"
        )
    return {
        "words": words,
        "kind": _kind(edtf),
        "edtf": edtf,
        "precision": _precision(edtf),
        "rule": "set by the editor",
    }


def _kind(edtf: str) -> str:
    if edtf.startswith("["):
        return "before" if edtf.startswith("[..") else "after" if edtf.endswith("..]") else "within"
    if "/" in edtf:
        return "during"
    return "on" if _DAY.fullmatch(edtf) else "within"


def _precision(edtf: str) -> str:
    if "/" in edtf or "[" in edtf:
        return "interval" if "/" in edtf else "day"
    return {10: "day", 7: "month", 4: "year"}.get(len(edtf), "approximate")


def _person(given: str, article: Article, sentence: str) -> dict[str, str]:
    """Who took part as what, by which words; or who did not, and why."""
    match = _PERSON.fullmatch(given)
    if match is None:
        raise Undecidable(
            "who took part is given as id, role and the words that say so: ivo-stam as guest: met Ivo Stam; "
            "who did not as id and reason: ivo-stam out: he is only named"
        )
    actor, told = match["actor"], match["told"].strip()
    if match["out"]:
        return {"actor": actor, "drop": told, "words": sentence}
    if not find_words(article, told):
        raise Undecidable(f"“{told}” does not stand in the article")
    return {"actor": actor, "role": match["role"].strip(), "words": told}
