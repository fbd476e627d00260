"""What somebody is reported to have said: the record the readers of reported speech share."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.reading.grammar.phrases import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Somebody's statement in the reporter's words."""

    frame: str
    """statement, assessment, accusation, blame, denial, pledge, warning, call; or gap, where what is said is
    a relative clause with its noun outside ("an attack that X said was …")."""
    source: Phrase | None
    """Who says it; None where a passive leaves the source out."""
    verb: int
    """Token of the verb."""
    content: tuple[int, int]
    """Half-open token range of what is said."""
    target: Phrase | None
    """Whom or what the verb's own grammar puts at the other end: the one accused, blamed, called on."""
    inverted: bool = False
    """What is said stands before its source."""
    shape: str = "clause"
    """The pattern read: that-clause, clause, object, passive, relative, participle …"""
