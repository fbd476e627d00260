"""Made-up sentences to the names that are read in them."""

from __future__ import annotations

from dossier.reading.findings import NameFinding
from dossier.reading.names.mentions import Names
from dossier.reading.names.names import extract_names
from dossier.reading.text.article import read_article


def names_in(text: str) -> Names:
    return extract_names(read_article(text, id="made-up", title=""))


def kinds(findings: tuple[NameFinding, ...]) -> dict[str, str]:
    return {finding.name: finding.kind for finding in findings}


def actor(text: str, name: str) -> NameFinding:
    names = names_in(text)
    return next(finding for finding in (*names.actors, *names.places) if finding.name == name)
