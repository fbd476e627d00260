"""Whether negation and modality agree: what the grammar says of an act against what a finding says."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.assembly.gate.denials import shifts_of
from dossier.assembly.gate.denied import (
    denial_doubts,
    excluded_doubts,
    is_denied,
    is_denied_beside,
    is_nobodys,
    is_said_to_be_none,
    only_contrasts,
)
from dossier.assembly.gate.forgone import forgone
from dossier.assembly.gate.negations import denied_object, undone_by
from dossier.assembly.gate.opened import actual_doubts, open_denial_doubts, open_doubts
from dossier.assembly.gate.proposition import Doubt, Proposition, does_not, not_shown
from dossier.assembly.gate.reach import Reading
from dossier.assembly.gate.stood import NEGATIVE, standing_of_act
from dossier.assembly.gate.titles import only_names, title_doubts
from dossier.reading.grammar.dependents import is_verb
from dossier.reading.grammar.standing import Standing


def standing_doubts(asked: Proposition, reading: Reading) -> Iterator[Doubt]:
    """A doubt where the text denies, hedges, plans or limits what a finding tells otherwise."""
    trigger = reading.head(asked.trigger)
    if trigger is None:
        yield not_shown("polarity", "no grammar could be read where it stands")
        return
    if asked.kind in ("role", "relation") and only_names(trigger):
        yield from title_doubts(asked, trigger)
        return
    found = standing_of_act(trigger)
    contrast = found.cue if found.polarity == "negative" and only_contrasts(found.cue) else None
    if contrast is not None:
        found = Standing(tense=found.tense)
        for part in asked.parts:
            if part.span.start > contrast.start and not asked.negative:
                yield does_not(part.role, f"“{contrast.text}” leaves “{reading.says(part.span)}” out")
    shifts = [*shifts_of(trigger, reading), *forgone(trigger, reading)]
    negative = (
        found.polarity == "negative"
        or found.modality in NEGATIVE
        or is_nobodys(asked, reading)
        or is_said_to_be_none(trigger)
        or is_denied(trigger)
        or any(shift.negative for shift in shifts)
        or is_denied_beside(asked, trigger, reading)
    )
    if negative and not asked.negative and not _shifted(asked, found.modality):
        cue = found.cue.text if found.cue is not None else "nobody"
        yield does_not("polarity", f"“{cue}” denies it")
    nothing = denied_object(trigger) if asked.kind == "claim" and not asked.negative else None
    if nothing is not None and not any(p.span.start <= nothing.start < p.span.end for p in asked.parts):
        yield not_shown("polarity", f"“{nothing.text}” may deny it")
    undoing = undone_by(trigger)
    if undoing is not None and not negative and not asked.negative:
        is_plan = asked.modality == "planned" and not is_verb(trigger)  # a plan called off was one
        if not is_plan:
            yield not_shown("polarity", f"“{undoing.text}” may undo it")
    if not asked.negative:
        yield from excluded_doubts(asked, trigger, reading)
    if asked.negative and asked.modality == "actual" and asked.kind != "claim":
        yield from open_denial_doubts(asked, trigger)
    if asked.negative:
        yield from denial_doubts(asked, trigger, reading, negative or undoing is not None)
    elif asked.modality == "actual":
        yield from actual_doubts(asked, trigger, reading, shifts)
    else:
        yield from open_doubts(asked, trigger, reading)


def _shifted(asked: Proposition, modality: str) -> bool:
    """Whether a finding tells the act as one that need not be, as "refused" and "tried" also do."""
    return modality in NEGATIVE and asked.modality != "actual"
