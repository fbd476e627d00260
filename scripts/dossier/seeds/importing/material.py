"""What passes between the steps of an import: an original, what its form gives, what only a person knows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

from dossier.errors import DossierError, Problem

BlockKind = Literal["heading", "paragraph", "item", "quotation"]


@dataclass(frozen=True, slots=True)
class Block:
    """One line of a seed to be: a paragraph, a heading, an item of a list."""

    text: str
    kind: BlockKind = "paragraph"
    level: int = 0
    """Of a heading: 1 for the highest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A file or page as it was given."""

    file: str
    """Path or address as the user typed it."""
    name: str
    """What the front matter calls it: the file's name without its folders, or the address."""
    data: bytes
    address: str | None = None
    """Where it was fetched from."""
    archived_at: str | None = None
    """The public archive's address, when it was fetched from one."""
    charset: str | None = None
    """The encoding its server said."""

    @property
    def digest(self) -> str:
        """sha256 of its bytes, in hexadecimal digits."""
        return sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """One article as its form gives it: what is said of it, its text, and what was done to it."""

    blocks: tuple[Block, ...]
    said: dict[str, object] = field(default_factory=dict)
    """What the original says of itself under its own keys: text, lists or mappings."""
    left_out: tuple[str, ...] = ()
    """What of the original is not in the text, in words for the user."""
    guessed: tuple[str, ...] = ()
    """What may be wrong, in words for the user."""
    part: str = ""
    """Which part of the original it is ("row 3"); empty when it is all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What the program can't know of an article."""

    key: str
    text: str
    """The question, as it is asked."""
    option: str
    """The option that answers it without asking ("--publisher NAME")."""
    found: str
    """What is missing or open, for the message when nobody can be asked."""
    shown: tuple[str, ...] = ()
    """Lines to show above the question."""
    choices: tuple[str, ...] = ()


Ask = Callable[[Question], str | None]
"""The answer to a question; None when there is nobody to ask."""


def nobody(question: Question) -> None:
    """No answer: what an import without a terminal asks."""


def unanswered(file: str, question: Question) -> Problem:
    """What to say of a question that nobody can be asked."""
    return Problem(
        file=file,
        found="\n        ".join([question.found, *question.shown]),
        expected=f"an answer, with the option {question.option.split()[0]}",
        example=f"dossier import {file} {question.option}",
    )


def refused(file: str, found: str, expected: str, example: str = "", where: str = "") -> DossierError:
    """One problem as an error."""
    return DossierError([Problem(file=file, where=where, found=found, expected=expected, example=example)])


def shortened(words: str, length: int = 60) -> str:
    """Words on one line, in quotation marks, cut at a length in characters."""
    line = " ".join(words.split())
    return f"“{line}”" if len(line) <= length else f"“{line[: length - 1].rstrip()}…”"
