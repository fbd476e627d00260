"""Article to what is agreed, pledged, planned or announced in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from dossier.reading.agreements.agreement_titles import agreement_title
from dossier.reading.agreements.undertakings import Undertaking, UndertakingReader
from dossier.reading.attribution.attributions import Attributions
from dossier.reading.attribution.content import Attribution
from dossier.reading.attribution.naming import named
from dossier.reading.attribution.records import source_finding, standing_finding
from dossier.reading.attribution.scene import Scene
from dossier.reading.findings import AgreementFinding, DateFinding, Participant, Quantity, SlotFinding, Span
from dossier.reading.grammar.dependents import is_verb
from dossier.reading.grammar.extents import extent
from dossier.reading.grammar.noun_classes import forms, word_classes
from dossier.reading.grammar.purposes import purposes_of
from dossier.reading.tree import Word

_STRENGTH = ("in_force", "signed", "agreed", "announced", "pledged", "planned", "unknown")
_KINDS = ("joint_force", "committee", "infrastructure", "investment", "ceasefire", "treaty")
_MOST_COMPARED = 12
_TELLS = frozenset(("statement", "assessment", "evidence"))


@dataclass(slots=True)
class _Gathered:
    """One agreement with the undertakings that tell it."""

    keys: set[str]
    parties: set[str] = field(default_factory=set)
    told: list[Undertaking] = field(default_factory=list)
    again: list[Undertaking] = field(default_factory=list)
    """What tells of it by "the agreement" alone, and of its parties nothing."""


def extract_agreements(
    scene: Scene, attributions: Attributions, quantities: tuple[Quantity, ...]
) -> tuple[AgreementFinding, ...]:
    """Agreements in text order, one for each however often the article tells it."""
    gathered: list[_Gathered] = []
    for told in UndertakingReader(scene).all():
        keys = _keys(told)
        latest = gathered[-_MOST_COMPARED:][::-1]
        before = next((g for g in latest if not g.told[0].is_pledge), None)
        if told.points_back and before is not None and _may_mean(scene, told, before):
            before.again.append(told)  # who signs "the agreement" signs for its parties
            continue
        home = next((g for g in latest if _is_same(g, told, keys)), None)
        if home is None:
            home = _Gathered(set(keys))
            gathered.append(home)
        home.told.append(told)
        home.keys |= keys
        home.parties |= {party.name for party in told.parties}
    found = [_finding(scene, attributions, quantities, each) for each in gathered]
    return tuple(sorted(found, key=lambda a: (a.evidence[0], a.status_span)))


def _keys(told: Undertaking) -> frozenset[str]:
    """The nouns of what is undertaken, by which another sentence can be known to tell the same."""
    generic = word_classes()["generic"]
    content, thing = told.content, told.content.thing
    founded = content.words[0].lemma in word_classes()["founding"]
    words = thing.subtree() if founded and thing is not None else content.words
    nouns = (w.lemma.lower() for w in words if w in content.words and w.pos in ("NOUN", "PROPN", "NUM"))
    return frozenset(noun for noun in nouns if noun not in generic and len(noun) > 2)


def _is_same(home: _Gathered, told: Undertaking, keys: frozenset[str]) -> bool:
    first, parties = home.told[0], {party.name for party in told.parties}
    others = (
        min(len(home.parties - parties), len(parties - home.parties)) > 0
    )  # who else agreed, with one of them
    if not home.parties & parties or others or first.is_pledge != told.is_pledge:
        return False
    shared = home.keys & keys
    if first.is_pledge:
        return len(shared) >= 2 and first.content.negative == told.content.negative
    return bool(shared)


def _may_mean(scene: Scene, told: Undertaking, before: _Gathered) -> bool:
    """Whether "the agreement" may be one told before: of no other states or bodies, and no other sort."""
    findings = scene.findings
    others = {p.name for p in told.parties if findings[p.name].kind != "person"} - before.parties
    nouns = [each.content.thing for each in (told, before.told[0])]
    sorts = {noun.lemma.lower() for noun in nouns if noun is not None} - word_classes()["any_deal"]
    return not others and len(sorts) < len(nouns)


def _finding(
    scene: Scene, attributions: Attributions, quantities: tuple[Quantity, ...], home: _Gathered
) -> AgreementFinding:
    statuses = {id(told): _status(attributions, told) for told in home.told}
    best = min(home.told, key=lambda told: _STRENGTH.index(statuses[id(told)]))
    parties = {p.name: p for told in reversed(home.told) for p in reversed(told.parties)}
    role = "pledger" if best.is_pledge else "party"
    over = attributions.over(best.tree, best.match.trigger)
    whose = over if over is not None and over.source is not None and over.kind in _TELLS else None
    return AgreementFinding(
        title=agreement_title(scene, best),
        kind=_kind(best, quantities),
        parties=tuple(
            Participant(actor=p.name, role=role, span=p.span)
            for p in sorted(parties.values(), key=lambda p: p.span)
        ),
        announced_by=next(_announcers(scene, attributions, home, set(parties)), None),
        status=statuses[id(best)],
        status_span=best.words,
        date=next((d for told in (best, *home.again) if (d := _date(scene, told)) is not None), None),
        amount=next(_sums(best, quantities), None),
        evidence=tuple(sorted({told.tree.sentence for told in (*home.told, *home.again)})),
        trigger=best.match.trigger.span,
        slots=tuple(
            SlotFinding(slot=slot, span=f.span, name=f.name, stands_for=f.stands_for)
            for slot, fillers in best.match.slots.items()
            for f in fillers
        )
        + tuple(SlotFinding(slot="purpose", span=span) for span in _purposes(home)),
        standing=standing_finding(best.match.standing),
        source=source_finding(whose, named(scene, whose.source)) if whose and whose.source else None,
    )


def _purposes(home: _Gathered) -> list[Span]:
    """What it is for, as each sentence that tells it words it."""
    found = []
    for told in home.told:
        verbs = [f.word for f in told.match.slots.get("what", ()) if is_verb(f.word)]
        thing = told.content.thing
        if not verbs and thing is not None and is_verb(thing.head):
            verbs = [thing.head]
        found += [span for verb in verbs for span in purposes_of(verb)]
    return list(dict.fromkeys(found))


def _date(scene: Scene, told: Undertaking) -> DateFinding | None:
    """The date of the clause, or one that hangs on what is signed; none to come."""
    when, published = told.match.first("when"), scene.article.published
    dates = [when.date] if when is not None and when.date is not None else []
    if told.content.thing is not None and told.form in ("signed", "agreed", "deal"):
        on = [c for c in told.content.thing.children if c.dep == "prep" and c.lower in ("on", "in")]
        for word in (*(n for link in on for n in link.all("pobj")), *told.content.thing.all("npadvmod")):
            date = scene.date_at(extent(word))
            dates += [date] if date is not None else []
    return next((d for d in dates if published is None or d.edtf[:10] <= published.isoformat()), None)


def _status(attributions: Attributions, told: Undertaking) -> str:
    """The frame's; what somebody makes known is announced, and what was reached or signed is that."""
    if told.form == "planned" and "thing" in told.match.slots:
        over = attributions.over(told.tree, told.match.trigger)
        announced = over is not None and over.cue.lemma in ("announce", "unveil", "declare")
        return "announced" if announced else "planned"
    if told.form == "deal":
        near = {told.match.trigger.head.lemma, *(c.lemma for c in told.match.trigger.all("acl"))}
        return "agreed" if near & {"reach", "agree", "strike", "conclude"} else "unknown"
    return told.status


def _announcers(
    scene: Scene, attributions: Attributions, home: _Gathered, parties: set[str]
) -> Iterator[str]:
    """Who says, in its sentence, that something was undertaken; none who takes it on, or only thinks so."""
    for told in home.told:
        over = attributions.over(told.tree, told.match.trigger)
        if over is not None and over.source is not None and over.kind == "statement":
            if not _is_said_itself(over, told.match.trigger):
                continue  # "Lee said the deal, signed in 2015, was scrapped"
            found = named(scene, over.source)
            if found.known and found.name not in parties:
                yield found.name


def _is_said_itself(over: Attribution, trigger: Word) -> bool:
    """Whether what is undertaken is what is said, and no aside to it."""
    path = takewhile(lambda word: word not in over.heads, (trigger, *trigger.ancestors()))
    return all(word.dep not in ("acl", "relcl", "appos") for word in path)


def _sums(told: Undertaking, quantities: tuple[Quantity, ...]) -> Iterator[Quantity]:
    """The sums of money in what is undertaken."""
    start, end = told.content.span
    yield from (q for q in quantities if q.unit not in (None, "percent") and start - 1 <= q.start < end)


def _kind(told: Undertaking, quantities: tuple[Quantity, ...]) -> str:
    """By the noun of what is undertaken, else by any of its words; a pledge of money is an investment."""
    classes = word_classes()
    words = told.content.words
    if told.is_pledge:
        invests = any(_sums(told, quantities)) and any(_is_of(w, "investment", classes) for w in words)
        return "investment" if invests else "pledge"
    thing = told.content.thing
    core = [thing, *thing.all("compound", "amod")] if thing is not None else list(words)
    found = next((k for k in _KINDS if any(_is_of(w, k, classes) for w in core)), None)
    if found is None and told.form in ("agreed", "planned"):
        found = next((k for k in _KINDS if any(_is_of(w, k, classes) for w in words)), None)
    return found or "other"


def _is_of(word: Word, kind: str, classes: dict[str, frozenset[str]]) -> bool:
    return not forms(word).isdisjoint(classes[f"deal_{kind}"])
