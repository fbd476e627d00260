"""Values to facts: what the rules read, what an editor set, what a register holds."""

from __future__ import annotations

from typing import Any, TypeVar

from dossier.editing.curation import ARTICLE
from dossier.facts import EDITOR, REGISTER, RULES, ActorRef, Attribution, EvidenceRef, Fact

T = TypeVar("T")


Readers = str | tuple[str, ...]
"""Who read something: one, or all who did, the first of them first."""


def read(
    value: T, *evidence: EvidenceRef, by: Readers = RULES, according_to: tuple[Attribution, ...] = ()
) -> Fact[T]:
    """A value that the rules, or whoever `by` names, read."""
    first, *others = (by,) if isinstance(by, str) else by
    return Fact(
        value=value, read_by=first, also_read_by=tuple(others), evidence=evidence, according_to=according_to
    )


def edited(
    value: T, *evidence: EvidenceRef, source: str | None = None, according_to: tuple[Attribution, ...] = ()
) -> Fact[T]:
    """A value that an editor set, with the words it rests on or where it comes from."""
    return Fact(value=value, read_by=EDITOR, evidence=evidence, source=source, according_to=according_to)


def according(named: str) -> tuple[Attribution, ...]:
    """Whose word an editor says something is: an actor's by its id; nobody's else for the article's own."""
    return () if named == ARTICLE else (Attribution(actor=ActorRef(named)),)


def registered(value: T, register: str) -> Fact[T]:
    """A value that a register holds."""
    return Fact(value=value, read_by=f"{REGISTER}{register}")


def term(
    value: str, *evidence: EvidenceRef, by: Readers = RULES, according_to: tuple[Attribution, ...] = ()
) -> Fact[Any]:
    """A value of a closed vocabulary; its record checks that it is one."""
    return read(value, *evidence, by=by, according_to=according_to)
