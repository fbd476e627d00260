"""Values to facts: what the rules read, what an editor set, what a register holds."""

from __future__ import annotations

from typing import Any, TypeVar, overload

from dossier.facts import EDITOR, REGISTER, RULES, Attribution, EvidenceRef, Fact

T = TypeVar("T")


def read(
    value: T, *evidence: EvidenceRef, by: str = RULES, according_to: tuple[Attribution, ...] = ()
) -> Fact[T]:
    """A value that the rules, or whoever `by` names, read."""
    return Fact(value=value, read_by=by, evidence=evidence, according_to=according_to)


def edited(value: T, *evidence: EvidenceRef, source: str | None = None) -> Fact[T]:
    """A value that an editor set, with the words it rests on or where it comes from."""
    return Fact(value=value, read_by=EDITOR, evidence=evidence, source=source)


def registered(value: T, register: str) -> Fact[T]:
    """A value that a register holds."""
    return Fact(value=value, read_by=f"{REGISTER}{register}")


@overload
def corrected(found: Fact[T], value: T | None, *evidence: EvidenceRef) -> Fact[T]: ...
@overload
def corrected(found: Fact[T] | None, value: T | None, *evidence: EvidenceRef) -> Fact[T] | None: ...
def corrected(found: Fact[T] | None, value: T | None, *evidence: EvidenceRef) -> Fact[T] | None:
    """What was found, or the editor's value where there is one that says something else."""
    if value is None or (found is not None and found.value == value):
        return found
    return edited(value, *evidence)


def term(
    found: str,
    value: str | None,
    *evidence: EvidenceRef,
    by: str = RULES,
    according_to: tuple[Attribution, ...] = (),
) -> Fact[Any]:
    """A value of a closed vocabulary, as found or corrected; its record checks that it is one."""
    return corrected(read(found, *evidence, by=by, according_to=according_to), value, *evidence)
