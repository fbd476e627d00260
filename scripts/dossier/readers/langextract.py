"""LangExtract's extractions to findings as they are handed over.

An extraction's class says what it is: a kind (`claim`, with its type in the attributes) or a type
(`accusation`, `person`, `meeting`). Its text is the passage, its `char_interval` where that stands; its
attributes are roles, each with words of the article, and `trigger`, `cue`, `source`, `type`, `polarity`,
`modality`, `status`. Whether the alignment was exact or fuzzy does not count: the words must stand there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dossier.readers.given import KINDS, Kind, Refusal, given_source
from dossier.readers.types import kind_of

_PLAIN = ("polarity", "modality", "status", "former")
_NOT_ROLES = frozenset((*_PLAIN, "type", "kind", "trigger", "cue", "source", "name", "aliases"))


def extractions(row: Mapping[str, Any]) -> Iterator[tuple[Any, dict[str, Any] | Refusal]]:
    """Each extraction of a document, or the one a line is, with the finding it makes or why it makes none."""
    listed = row.get("extractions", [row])
    if not isinstance(listed, list):
        yield row, Refusal("extractions: a list was expected")
        return
    for raw in listed:
        try:
            yield raw, _finding(raw)
        except Refusal as refusal:
            yield raw, refusal


def _finding(raw: Any) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise Refusal("an extraction is an object")
    called, words = raw.get("extraction_class"), raw.get("extraction_text")
    if not isinstance(called, str) or not isinstance(words, str):
        raise Refusal("extraction_class and extraction_text are missing")
    attributes = raw.get("attributes") or {}
    if not isinstance(attributes, dict):
        raise Refusal("attributes: an object was expected")
    kind, type = _kind(called.strip().lower().replace(" ", "_"), attributes)
    place = {"words": words, **_interval(raw.get("char_interval"))}
    given: dict[str, Any] = {"kind": kind, "type": type}
    given |= {key: attributes[key] for key in _PLAIN if attributes.get(key) is not None}
    if kind in ("actor", "place"):
        return {**given, "name": attributes.get("name") or words, "passage": place}
    given["passage"] = place
    if kind == "quote":
        given["segments"] = [place]
    trigger = attributes.get("trigger") or attributes.get("cue")
    if trigger is not None:
        given["trigger"] = trigger
    elif kind not in ("quote",) and len(words.split()) == 1:
        given["trigger"] = place
    if attributes.get("source") and kind not in ("claim", "quote"):
        given["source"] = given_source(attributes["source"], attributes.get("cue"))
        given["trigger"] = attributes.get("trigger")
    given["slots"] = [
        slot for role in attributes if role not in _NOT_ROLES for slot in _slots(role, attributes)
    ]
    return given


def _slots(role: str, attributes: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    values = attributes[role]
    for words in values if isinstance(values, list) else [values]:
        if words is not None:
            yield {"role": role, "words": words}


def _kind(called: str, attributes: Mapping[str, Any]) -> tuple[Kind, Any]:
    type = attributes.get("type") or attributes.get("kind")
    if called in KINDS:
        return KINDS[KINDS.index(called)], type
    kind = kind_of(called)
    if kind is None:
        raise Refusal(f"the class “{called}” is neither a kind of finding nor a type of one")
    return kind, called


def _interval(given: Any) -> dict[str, Any]:
    if not isinstance(given, dict) or given.get("start_pos") is None:
        return {}
    return {"start": given.get("start_pos"), "end": given.get("end_pos")}
