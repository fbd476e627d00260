"""What a reader hands over: one finding with the exact words it rests on; a prompt’s schema is made of it."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Kind = Literal["actor", "place", "quote", "claim", "event", "agreement", "role", "relation"]
KINDS: tuple[Kind, ...] = ("actor", "place", "quote", "claim", "event", "agreement", "role", "relation")


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Stands(_Part):
    """Words of the article: exact, letter for letter; with offsets, or standing there exactly once."""

    words: str | None = None
    """The words as the article has them."""
    start: int | None = None
    """Offset of their first character in the article’s text, in code points; may be left out."""
    end: int | None = None
    """Offset after their last character; may be left out."""


def _bare(given: object) -> object:
    return {"words": given} if isinstance(given, str) else given


Place: TypeAlias = Annotated[Stands, BeforeValidator(_bare)]
"""Words with their place, or the bare words."""


class Slot(Stands):
    """The words that fill one role."""

    role: str
    """Which one: of a claim `claimant`, `target`; of a quotation `speaker`; of an agreement `party`; of a
    role `person`, `of`; of a relation `subject`, `object`; of an event `date`, `place` or one of its type."""
    stands_for: Place | None = None
    """Where the name stands that a pronoun or a description here means."""


class Source(Stands):
    """The words for whoever says it, where the article has it from somebody."""

    cue: Place
    """The word of saying: said, according to, announced."""


class Number(Stands):
    """How many were killed, injured, missing or displaced, as worded."""

    kind: Literal["killed", "injured", "missing", "displaced"]
    """What happened to them."""
    counts: Place | None = None
    """The words for who is counted."""


class Given(_Part):
    """One finding."""

    article: str | None = None
    """Id of the article; may be left out where there is only one."""
    kind: Kind
    """What kind of finding it is."""
    type: str | None = None
    """Of what type: a kind of actor, place, claim or agreement, a type of event, a predicate of relations."""
    name: str | None = None
    """Of an actor or place: its name as the article has it, in its longest form."""
    aliases: tuple[str, ...] = ()
    """Of an actor or place: other forms of its name in the article."""
    passage: Place | None = None
    """The sentence, or the part of it, that says so; other words are looked for there first."""
    trigger: Place | None = None
    """The one word that tells it: the verb or noun of the act, the word of saying of a claim or quotation,
    the title of a role."""
    slots: tuple[Slot, ...] = ()
    """Who, whom, where, when."""
    segments: tuple[Place, ...] = ()
    """Of a quotation: the words inside the quotation marks, piece by piece."""
    polarity: Literal["positive", "negative"] = "positive"
    """negative where the words deny it."""
    modality: str = "actual"
    """actual; planned, asked, possible, conditional, prevented or denied for what need not have been."""
    status: str | None = None
    """Of an agreement: how far it has come."""
    former: bool = False
    """Of a role: whether it is held no more."""
    source: Source | None = None
    """Who says it; left out only where the article itself reports it."""
    number: Number | None = None
    """Of an event: casualties."""

    def slot(self, role: str) -> Slot | None:
        """The words of a role."""
        return next((slot for slot in self.slots if slot.role == role), None)


class Refusal(ValueError):
    """Why a finding is not taken, in words for whoever made it."""


Reasons = Annotated[tuple[str, ...], Field(min_length=1)]


def given_source(words: Any, cue: Any) -> dict[str, Any]:
    """Whose word something is, by loose words; without a cue it is refused with the finding."""
    return {"words": words, "cue": cue} if cue else {"words": words}
