"""The one family of messages: problems that stop a run, notices that don’t; what, where, and the way out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong with one input."""

    file: str
    """Path of the file, as the user would type it."""
    where: str = ""
    """Line ("line 3") or key path ("actors[2].name"); empty when the whole file is meant."""
    found: str
    """What is wrong, with the faulty value."""
    expected: str
    """What would have been right."""
    example: str = ""
    """A correct example, as it would stand in the file."""

    def __str__(self) -> str:
        place = f"{self.file}: {self.where}" if self.where else self.file
        lines = [f"{place}: {self.found}", f"    expected: {self.expected}"]
        if self.example:
            lines += ["    for example:", *(f"        {line}" for line in self.example.splitlines())]
        return "\n".join(lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something about one input that stops nothing and that its owner should know: a warning of one line."""

    file: str
    """Path of the file, as the user would type it."""
    where: str = ""
    """As for a problem."""
    found: str
    """What is unusual, and what comes of it."""
    advice: str
    """What to do about it."""
    kind: str = ""
    """What it is about; of several of a kind in one file, the first is told."""

    def __str__(self) -> str:
        place = f"{self.file}: {self.where}" if self.where else self.file
        return f"{place}: warning: {self.found}; {self.advice}"


class DossierError(Exception):
    """Every problem found in one run, reported together."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = list(problems)
        super().__init__(str(self))

    def __reduce__(self) -> tuple[type[DossierError], tuple[list[Problem]]]:
        return type(self), (self.problems,)

    def __str__(self) -> str:
        count = len(self.problems)
        head = "1 problem" if count == 1 else f"{count} problems"
        return "\n".join([f"{head}; nothing was written.", *map(str, self.problems)])
