"""Whether words leave an act open: planned, hedged, asked for, limited; against what a finding tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.assembly.gate.denials import Shift, aside_hedge, is_present_passive
from dossier.assembly.gate.limiting import limit_behind, limited_by
from dossier.assembly.gate.proposition import Doubt, Proposition, does_not, not_shown
from dossier.assembly.gate.reach import Reading, alike, all_alike, clause_verb, path
from dossier.assembly.gate.stood import NEGATIVE, standing_of_act
from dossier.assembly.gate.words import gate_words
from dossier.reading.findings import Span
from dossier.reading.frames.format import PLANNED
from dossier.reading.grammar.dependents import doers, is_infinitive, is_verb
from dossier.reading.grammar.governors import governing_words
from dossier.reading.grammar.standing import Standing, standing_of
from dossier.reading.grammar.truth import corrected
from dossier.reading.tree import Word

_TO_COME = frozenset(("planned", "pledged", "announced", "agreed"))
"""States of an agreement that tell it as to come."""
_CLAUSES = frozenset(("advcl", "relcl", "acl", "ccomp", "parataxis"))


def open_denial_doubts(asked: Proposition, trigger: Word) -> Iterator[Doubt]:
    """A doubt where words leave open whether it was not done: "may not attend", "allegedly did not pay"."""
    opens = {"may", "might"}.union(*(governing_words().hedges[kind] for kind in ("hearsay", "possible")))
    hedge = next((c for c in clause_verb(trigger).children if c.lower in opens), None)
    hedge = hedge or (next(_hedges(trigger), None) if asked.source is None else None)
    if hedge is not None:
        yield does_not("modality", f"“{hedge.text}” leaves it open")


def open_doubts(asked: Proposition, trigger: Word, reading: Reading) -> Iterator[Doubt]:
    """A doubt where no words leave it open, or more than those that the finding has."""
    if asked.modality_cue is None:
        yield does_not("modality", "no words say that it need not be so")
        return
    limit = limited_by(trigger) if asked.modality == "planned" else None
    if limit is not None and limit not in reading.says(asked.modality_cue).lower():
        yield does_not("modality", f"it is limited: “{limit}”")
    elif asked.modality == "planned" and (cut := _cut_off(asked, trigger, reading)) is not None:
        yield not_shown("modality", f"it may be limited: “{cut}”")
    elif not _governs(asked.modality_cue, trigger, reading):
        yield not_shown("modality", f"“{reading.says(asked.modality_cue)}” may be about something else")


def _is_of_a_kind(verb: Word) -> bool:
    """Whether a clause in the present tells what kind is rehearsed or planned: "for an attack that kills"."""
    over = (w for w in verb.ancestors() if w.dep == "pobj")
    told = verb.dep == "relcl" and verb.tag in ("VBZ", "VBP")
    return told and any(standing_of_act(w).modality not in ("actual", *NEGATIVE) for w in over)


def actual_doubts(
    asked: Proposition, trigger: Word, reading: Reading, shifts: Sequence[Shift]
) -> Iterator[Doubt]:
    """A doubt for what is told as so, where words plan, hedge or limit it."""
    found = standing_of_act(trigger)
    if _is_besides(trigger, found):
        found = Standing()
    if found.modality not in ("actual", *NEGATIVE):
        soft = asked.status in _TO_COME
        own = found.cue is not None and (_says(asked, found.cue) or _is_own(asked, found.cue, reading))
        if not (soft and found.modality in ("planned", "possible")) and not own:
            cue = found.cue.text if found.cue is not None else ""
            yield does_not("modality", f"“{cue}” makes it {found.modality}")
            return
    elif found.tense == "future" and asked.status not in _TO_COME:
        answer = does_not if is_verb(trigger) or trigger.dep != "pobj" else not_shown
        yield answer("modality", "it is told as to come")
        return
    if asked.kind == "event" and asked.type != PLANNED and (_only_plans(trigger) or _is_of_a_kind(trigger)):
        yield not_shown("modality", f"“{trigger.text}” tells a plan")
        return
    aside = aside_hedge(trigger, reading)
    is_said = asked.kind in ("claim", "quote")  # what they say may be open, not that they do
    if aside is not None and not is_said:
        yield does_not("modality", f"“{aside}” makes it open")
        return
    seems = next((c for c in clause_verb(trigger).children if _only_seems(c)), None)
    if seems is not None and not is_said:
        yield does_not("modality", f"it only “{seems.text}” so")
        return
    shift = next((s for s in shifts if not s.negative), None)
    if shift is not None and asked.status not in _TO_COME:
        yield does_not("modality", f"“{shift.words}” makes it open")
        return
    hedge = corrected(trigger) or next(_hedges(trigger), None)
    if hedge is not None:
        yield does_not("modality", f"“{hedge.text}” makes it alleged")
        return
    order = _is_obliged(trigger)
    if order is not None:
        yield not_shown("modality", f"“{order.text}” may only lay it on somebody")
        return
    if asked.kind == "quote":
        return
    told = [part.span for part in asked.parts if part.role in ("act", "topic")]
    limit = limited_by(trigger, told)
    if limit is not None:
        yield does_not("modality", f"it is limited: “{limit}”")
        return
    limit = limit_behind(trigger, reading, told)
    if limit is not None:
        yield not_shown("modality", f"it may be limited: “{limit}”")


def _cut_off(asked: Proposition, trigger: Word, reading: Reading) -> str | None:
    """The words that limit what is planned outside the finding: "promised to pay, but only from May"."""
    told = [part.span for part in asked.parts] + ([asked.modality_cue] if asked.modality_cue else [])
    limit = limit_behind(trigger, reading, told) if asked.kind == "event" else None
    return limit if limit in gate_words().cuts_plans else None


def _only_plans(trigger: Word) -> bool:
    """Whether all that is told is that something is planned: "a concert is planned by the choir"."""
    return is_verb(trigger) and trigger.lemma in gate_words().awaits and is_present_passive(trigger)


def _is_obliged(trigger: Word) -> Word | None:
    """The verb of ruling over "they had to leave": they need not have."""
    have = trigger.head if trigger.dep == "xcomp" and is_infinitive(trigger) else None
    over = have.head if have is not None and have.lemma == "have" and have.dep == "ccomp" else None
    return over if over is not None and over.lemma in gate_words().obliges else None


def _is_besides(noun: Word, found: Standing) -> bool:
    """Whether a noun only says by what means something is asked or planned: "asked in a letter for help"."""
    behind = (
        not is_verb(noun) and noun.dep == "pobj" and noun.head.lower in ("in", "by", "through", "via", "at")
    )
    cue = found.cue
    if cue is None or f"{cue.lemma} {noun.head.lower}" in governing_words().thought_of:
        return False  # "hinted at a raid"
    return behind and cue.dep != "aux" and noun.head.head in (cue, cue.head)


def _is_own(asked: Proposition, cue: Word, reading: Reading) -> bool:
    """Whether the claimant himself is who hopes or fears it: "she says she fears that …"."""
    if asked.kind != "claim" or not is_verb(cue):
        return False
    heads = [reading.head(part.span) for part in asked.parts if part.role == "claimant"]
    return any(head is not None and alike(head) & all_alike(doers(cue)) for head in heads)


def _only_seems(aside: Word) -> bool:
    """Of "rebels, it seems, burned the mill"."""
    return aside.dep in ("parataxis", "ccomp") and aside.lemma in ("seem", "appear")


def _says(asked: Proposition, cue: Word) -> bool:
    """Whether a cue is the source's own verb: "police believe" is whose word it is, and no hedge besides."""
    source = asked.source
    while source is not None:
        if source.cue.start <= cue.start < source.cue.end:
            return True
        source = source.within
    return asked.kind in ("claim", "quote") and asked.trigger.start <= cue.start < asked.trigger.end


def _hedges(trigger: Word) -> Iterator[Word]:
    """Words beside a trigger, or over its clause, that make it hearsay: "allegedly", "the alleged leader"."""
    words = gate_words()
    for node in {trigger, *alike(trigger)}:
        for child in node.children:
            if child.dep in ("amod", "advmod") and child.lower in words.hedged:
                yield child
    found = standing_of(trigger)
    if found.modality == "hearsay" and found.cue is not None:
        yield found.cue
    for node in alike(trigger):
        for thought in node.all("acl"):
            if thought.lemma in words.held_to_be:
                yield thought


def _governs(cue: Span, trigger: Word, reading: Reading) -> bool:
    """Whether a cue hangs on the trigger, its clause, or what stands over it."""
    near = {*path(trigger), *alike(trigger), clause_verb(trigger)}
    for word in reading.words(cue):
        node = word
        for _ in range(4):
            if node in near:
                return True
            if node.dep in _CLAUSES and is_verb(node) and node.head in near:
                return True
            if node.head is node:
                break
            node = node.head
    return False
