"""Findings against annotated news: counts of right, wrong and missed, part by part and rule by rule.

A quotation segment hits an annotated span when their characters overlap by at least 0.8 (intersection
over union). A speaker is right when, titles and possessives removed, the words of the name found contain
those of an annotated name, or the other way round. A quotation without a speaker is an abstention: it
costs recall, never precision. A date is right when it overlaps the annotated one and resolves to the
same value; an attack is found when the passages cited hold one of its annotated fillers.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from dossier.reading.findings import Findings, NameFinding, Span, Speaker

_OVERLAP = 0.8
_TABLE = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
_TITLES = frozenset(_TABLE["titles"].split())
_PRONOUNS = frozenset(_TABLE["pronouns"].split())
_VIOLENT = ("attack", "kidnapping")
_SLOTS = ("perp_", "phys_tgt_", "hum_tgt_", "incident_instrument_")


class Scored(NamedTuple):
    """An annotated article with what was found in it."""

    gold: dict[str, Any]
    found: Findings


@dataclass(slots=True)
class Tally:
    """Counts that make precision and recall."""

    gold: int = 0
    """Annotated."""
    gold_hit: int = 0
    """Annotated and found."""
    found: int = 0
    found_right: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.found_right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of what is annotated that was found."""
        return self.gold_hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(slots=True)
class QuoteScores:
    """How quotations and their speakers fare."""

    spans: Tally = field(default_factory=Tally)
    joint: Tally = field(default_factory=Tally)
    methods: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """Per rule that attributes: counts of right, wrong, unannotated (no such span) and unchecked."""

    @property
    def wrong_speakers(self) -> float:
        """Share of wrong ones among the speakers of spans that are right."""
        right = sum(c["right"] for c in self.methods.values())
        wrong = sum(c["wrong"] for c in self.methods.values())
        return wrong / (right + wrong) if right + wrong else 0.0


def score_quotes(articles: Iterable[Scored], min_words: int) -> QuoteScores:
    """Quotations of at least `min_words` words."""
    scores = QuoteScores()
    for gold, found in articles:
        _score_article_quotes(gold, found, min_words, scores)
    return scores


def _score_article_quotes(gold: dict[str, Any], found: Findings, min_words: int, scores: QuoteScores) -> None:
    text = gold["text"]
    wanted = [q for q in gold.get("quotes", []) if q.get("quoted")]
    unattributed, unsure = gold.get("unattributed_quoted", []), gold.get("unsure_quoted", [])
    annotated = [*wanted, *unattributed, *unsure]
    segments = [(segment, quote) for quote in found.quotes for segment in quote.segments]
    match = _pair([(q["start"], q["end"]) for q in annotated], [segment for segment, _ in segments])
    long = [_words(text[q["start"] : q["end"]]) >= min_words for q in annotated]
    count = sum(long[: len(wanted)])
    scores.spans.gold += count
    scores.joint.gold += count
    for index, (segment, quote) in enumerate(segments):
        hit = match.get(index)
        attributed = quote.speaker is not None
        if (_words(text[segment.start : segment.end]) >= min_words) if hit is None else long[hit]:
            method = scores.methods[quote.method if attributed else "none"]
            if hit is None or (len(wanted) <= hit < len(wanted) + len(unattributed) and attributed):
                scores.spans.found += 1
                scores.joint.found += attributed
                method["unannotated"] += 1
            elif hit < len(wanted):
                scores.spans.found += 1
                scores.spans.found_right += 1
                scores.spans.gold_hit += 1
                right = _speaker_right(wanted[hit], quote.speaker) if quote.speaker else None
                method["unchecked" if right is None else "right" if right else "wrong"] += 1
                scores.joint.found += right is not None
                scores.joint.found_right += bool(right)
                scores.joint.gold_hit += bool(right)


def score_names(articles: Iterable[Scored], types: set[str], section: str) -> Tally:
    """Names of a section (actors, places), once per article; a found one must name something annotated."""
    tally = Tally()
    for gold, found in articles:
        if "entities" not in gold:
            continue
        everything = [[e["name"], *e.get("aliases", [])] for e in gold["entities"]]
        wanted = [
            names
            for e, names in zip(gold["entities"], everything, strict=True)
            if e["type"] in types and any(name[:1].isupper() for name in names)
        ]
        records: Sequence[NameFinding] = getattr(found, section)
        predicted = [[record.name, *(alias.text for alias in record.aliases)] for record in records]
        tally.gold += len(wanted)
        tally.gold_hit += sum(any(_any_same(names, forms) for forms in predicted) for names in wanted)
        tally.found += len(predicted)
        tally.found_right += sum(any(_any_same(names, forms) for names in everything) for forms in predicted)
    return tally


@dataclass(slots=True)
class DateScores:
    """How dates fare: `seen` were found at all, `right` resolved right."""

    gold: int = 0
    seen: int = 0
    right: int = 0
    rules: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """Per rule that resolves: counts of right, wrong and unannotated."""


def score_dates(articles: Iterable[Scored]) -> DateScores:
    """Date expressions with an annotated value."""
    scores = DateScores()
    for gold, found in articles:
        if "dates" not in gold:
            continue
        annotated = [(d["start"], d["end"], d["value"].get("when")) for d in gold["dates"]]
        for start, end, value in annotated:
            near = [d for d in found.dates if d.start < end and start < d.end] if value else []
            scores.gold += bool(value)
            scores.seen += bool(near)
            scores.right += any(d.edtf.rstrip("~?%") == value for d in near)
        for date in found.dates:
            values = {v for start, end, v in annotated if date.start < end and start < date.end and v}
            outcome = "right" if date.edtf.rstrip("~?%") in values else "wrong" if values else "unannotated"
            scores.rules[date.rule][outcome] += 1
    return scores


@dataclass(slots=True)
class AttackScores:
    """How attacks fare, and the perpetrators that claims name."""

    attacks: Tally = field(default_factory=Tally)
    blamed: int = 0
    blame_found: int = 0


def score_attacks(articles: Iterable[Scored]) -> AttackScores:
    """Attacks of articles that are annotated with them; the same attack told twice costs precision."""
    scores = AttackScores()
    for gold, found in articles:
        if "events" not in gold:
            continue
        lower = gold["text"].lower()
        cited = [
            " ".join(lower[span.start : span.end] for span in event.evidence)
            for event in found.events
            if event.type in _VIOLENT
        ]
        claims = " | ".join(f"{claim.target} {claim.claimant}" for claim in found.claims).lower()
        used: set[int] = set()
        for event in gold["events"]:
            fillers = set(_fillers(event))
            hits = {i for i, text in enumerate(cited) if any(filler in text for filler in fillers)}
            used |= set(sorted(hits - used)[:1])
            if event.get("optional"):
                continue
            scores.attacks.gold += 1
            scores.attacks.gold_hit += bool(hits)
            blamed = [s.lower() for f in event.get("perp_organization_id", []) for s in f.get("strings", [])]
            scores.blamed += bool(blamed)
            scores.blame_found += any(name in claims for name in blamed)
        scores.attacks.found += len(cited)
        scores.attacks.found_right += len(used)
    return scores


def _fillers(event: dict[str, Any]) -> Iterator[str]:
    for slot, fills in event.items():
        if slot.startswith(_SLOTS):
            for fill in fills:
                yield from (text.lower() for text in fill.get("strings", []) if len(text) > 3)


def _pair(gold: Sequence[tuple[int, int]], found: Sequence[Span]) -> dict[int, int]:
    """Index of the found span to index of the annotated one: one to one, best overlap first."""
    overlaps = sorted(
        ((_iou(g, f), gi, fi) for gi, g in enumerate(gold) for fi, f in enumerate(found)), reverse=True
    )
    match: dict[int, int] = {}
    taken: set[int] = set()
    for overlap, gi, fi in overlaps:
        if overlap >= _OVERLAP and gi not in taken and fi not in match:
            taken.add(gi)
            match[fi] = gi
    return match


def _iou(a: tuple[int, int], b: tuple[int, int]) -> float:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


def _words(text: str) -> int:
    return len(re.findall(r"\w+(?:['’-]\w+)*", text))


def _name_words(name: str | None) -> set[str]:
    """The words of a name in small letters, without accents, titles and possessives."""
    plain = unicodedata.normalize("NFKD", name or "")
    plain = "".join(char for char in plain if not unicodedata.combining(char)).lower()
    every = re.findall(r"\w+", re.sub(r"['’]s\b", "", plain))
    return {word for word in every if word not in _TITLES} or set(every)


def _same(a: str | None, b: str | None) -> bool:
    x, y = _name_words(a), _name_words(b)
    return bool(x and y) and (x <= y or y <= x)


def _any_same(a: Iterable[str], b: Sequence[str]) -> bool:
    return any(_same(x, y) for x in a for y in b)


def _is_pronoun(text: str) -> bool:
    return set(text.lower().split()) <= _PRONOUNS


def _speaker_right(gold: dict[str, Any], speaker: Speaker) -> bool | None:
    """None where the annotation gives nothing to check against."""
    surface, canonical = gold.get("speaker") or "", gold.get("speaker_canonical")
    if not surface and not canonical:
        return None
    known = [name for name in (canonical, *(gold.get("speaker_aliases") or [])) if name]
    known = [name for name in known if not _is_pronoun(name)]
    if known and speaker.name:
        return any(_same(name, speaker.name) for name in known) or _same(surface, speaker.name)
    if _is_pronoun(surface):
        return speaker.mention.lower().split() == surface.lower().split()
    return any(_same(surface, name) for name in (speaker.mention, speaker.name) if name)
