"""The gate: a proposition and its article to a verdict, whoever read it."""

from __future__ import annotations

from dossier.assembly.gate.antecedents import antecedent_doubts
from dossier.assembly.gate.circumstances import circumstance_doubts
from dossier.assembly.gate.counts import count_doubts
from dossier.assembly.gate.proposition import CIRCUMSTANCES, Proposition, Verdict
from dossier.assembly.gate.reach import Reading
from dossier.assembly.gate.roles import role_doubts
from dossier.assembly.gate.standings import standing_doubts
from dossier.assembly.gate.types import type_doubts
from dossier.assembly.gate.whose_word import source_doubts
from dossier.assembly.gate.wording import wording_doubts

_QUESTIONS = (
    role_doubts,
    antecedent_doubts,
    circumstance_doubts,
    standing_doubts,
    source_doubts,
    count_doubts,
    type_doubts,
)


def judge(asked: Proposition, reading: Reading) -> Verdict:
    """Whether the article's words say it: holds, does not, or not shown, with every reason.

    Words that do not stand there end the questioning. A date or place that fails falls alone.
    """
    doubts = tuple(wording_doubts(asked, reading))
    if not any(doubt.answer == "does not" for doubt in doubts):
        doubts += tuple(doubt for question in _QUESTIONS for doubt in question(asked, reading))
    fallen = tuple(d for d in doubts if d.about in CIRCUMSTANCES)
    rest = tuple(d for d in doubts if d.about not in CIRCUMSTANCES)
    if any(doubt.answer == "does not" for doubt in rest):
        return Verdict("does not", rest, fallen)
    return Verdict("not shown" if rest else "holds", rest, fallen)
