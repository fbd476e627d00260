"""Facts that rest on somebody's word and don't say whose it is."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from dossier.assembly.voices import Hearsay
from dossier.facts import EDITOR, leaves
from dossier.model import Agreement, Claim, Dossier, Event, Evidence, Named, Quote, Relation
from dossier.reading.findings import Span

_OF_NAMES = frozenset(("holds_role_in", "held_role_in", "organ_of"))
"""Predicates drawn from how somebody is named."""


def unsourced(dossier: Dossier, heard: Mapping[str, Hearsay]) -> Iterator[tuple[str, str]]:
    """Paths of such facts, each with what it rests on.

    Whatever lies in a direct quotation or in a reported clause is its source's word, as is an event or
    agreement that the article has from somebody. Names are names whoever says them, with the titles and
    adjectives that stand before them ("Foreign Minister Ana Lume", "the Tongan police"); a quotation's own
    facts say whose word it is by their speaker; an editor has judged whether an aside in a clause is the
    article's; and the passage of a claim may hold the word that makes it, amid what is claimed.
    """
    places = {passage.id: passage for passage in dossier.evidence}
    names = {id for record in dossier.records() if isinstance(record, Named) for id in record.mentions}
    spoken = _spoken(dossier, places)
    clauses = {article: _Stretches(each.clauses) for article, each in heard.items()}
    acts = {article: each.acts for article, each in heard.items()}
    amid = {article: each.amid for article, each in heard.items()}
    for record in dossier.everything():
        if isinstance(record, Quote) or (isinstance(record, Relation) and record.predicate in _OF_NAMES):
            continue
        for path, fact in leaves(record, record.id):
            cited = [places[id] for id in fact.evidence if id in places]
            if fact.according_to or not cited or any(passage.id in names for passage in cited):
                continue
            if isinstance(record, Claim) and any(_says(passage, amid) for passage in cited):
                continue
            if all(_lies_in(passage, spoken) for passage in cited):
                yield path, f"it rests on “{cited[0].shown}” alone, which somebody is quoted as saying"
            elif fact.read_by != EDITOR and all(_lies_in(passage, clauses) for passage in cited):
                yield path, f"it rests on “{cited[0].shown}” alone, which is reported as somebody's word"
            elif (
                fact.read_by != EDITOR
                and isinstance(record, Event | Agreement)
                and all(_tells(passage, acts) for passage in cited)
            ):
                yield path, f"it rests on “{cited[0].shown}”, which the article has from somebody"


def _spoken(dossier: Dossier, places: Mapping[str, Evidence]) -> dict[str, _Stretches]:
    """By article, the direct quotations whose speaker is known."""
    found: dict[str, list[Span]] = defaultdict(list)
    for quote in dossier.quotes:
        if quote.form.value == "direct" and (quote.speaker or quote.speaker_as_reported):
            for passage in (places[id] for id in quote.passages if id in places):
                found[passage.article].append(Span(passage.start, passage.end))
    return {article: _Stretches(spans) for article, spans in found.items()}


def _lies_in(passage: Evidence, stretches: Mapping[str, _Stretches]) -> bool:
    return passage.article in stretches and stretches[passage.article].hold(passage.start, passage.end)


def _says(passage: Evidence, amid: Mapping[str, Sequence[Span]]) -> bool:
    """Whether a passage holds the word that makes a claim and stands amid what is claimed."""
    cues = amid.get(passage.article, ())
    at = bisect_right(cues, passage.start - 1, key=lambda cue: cue.start)
    return at < len(cues) and cues[at].end <= passage.end


def _tells(passage: Evidence, acts: Mapping[str, Sequence[tuple[Span, Span]]]) -> bool:
    """Whether a passage holds the words for an act, and not the word that tells whose word it is."""
    told = acts.get(passage.article, ())
    at = bisect_right(told, passage.start - 1, key=lambda act: act[0].start)
    if at == len(told) or told[at][0].end > passage.end:
        return False
    cue = told[at][1]
    return not (passage.start <= cue.start and cue.end <= passage.end)


class _Stretches:
    """Some stretches of a text."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._furthest = list(accumulate((span.end for span in self._spans), max))

    def hold(self, start: int, end: int) -> bool:
        """Whether one of them holds a stretch."""
        at = bisect_right(self._spans, start, key=lambda span: span.start) - 1
        return at >= 0 and end <= self._furthest[at]
