"""Article to why it is read so, with what the gate let fall: what `dossier explain` and the desk show."""

from __future__ import annotations

from dossier.assembly.gating import gated
from dossier.reading.explain import Reason, reasons
from dossier.reading.extract import extract_findings
from dossier.reading.text.article import Article


def explained(article: Article) -> tuple[Reason, ...]:
    """What was read and by which rule, what came near, and what fell at the gate, each with why."""
    findings = extract_findings(article)
    fell = gated(article, findings).fallen
    gate = (Reason("Gate", f.at, f"{f.what}, {f.answer}: {'; '.join(f.reasons)}", False) for f in fell)
    return (*reasons(article, findings), *gate)
