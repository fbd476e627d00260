"""How something stands, and whose word it is, as records of the findings."""

from __future__ import annotations

from dossier.reading.attribution.content import Attribution
from dossier.reading.attribution.naming import Named
from dossier.reading.findings import SourceFinding, StandingFinding
from dossier.reading.grammar.standing import Standing


def standing_finding(standing: Standing) -> StandingFinding:
    """How something stands, as a record of the findings."""
    cue = standing.cue.span if standing.cue is not None else None
    return StandingFinding(
        polarity=standing.polarity, modality=standing.modality, tense=standing.tense, cue=cue
    )


def source_finding(attribution: Attribution, source: Named | None) -> SourceFinding:
    """Whose word it is, as a record of the findings."""
    return SourceFinding(
        span=source.span if source else None,
        name=source.name if source is not None and source.known else None,
        cue=attribution.cue.span,
        stands_for=source.stands_for if source else None,
        form=attribution.form,
    )
