"""Files under `lexicon/frames/` to frames, checked as they load; docs/architecture.md has the format."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Literal

import yaml
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    model_validator,
)

from dossier.errors import DossierError, Problem
from dossier.reading.grammar.noun_classes import word_classes
from dossier.tables import plain_of

_PACKAGE = "dossier.reading.lexicon"
_COMMON = 5
PLANNED = "planned"
"""The type of events that are due on a day to come."""
_EXAMPLE = """frame: visit
yields: event
label: Visit
plural: Visits
meaning: Somebody stayed at another's place.
title: "Visit {of who} {to where}"
roles: {who: visitor}
patterns:
  - verbs: [visit]
    slots:
      who: {from: doer, is: [person, state], needed: true}
      where: {from: undergoer, is: place, needed: true}
examples:
  - text: Ana Lume visited Tavora.
    finds: {who: Ana Lume, where: Tavora}
  - text: Ana Lume plans to visit Tavora.
    finds: nothing"""


def _listed(value: Any) -> Any:
    """A single word where a list is meant."""
    return [value] if isinstance(value, str) else value


Words = Annotated[tuple[str, ...], BeforeValidator(_listed)]


def _spelled_out(value: Any) -> Any:
    """A list of lemmas with what "=CLASS" stands for in it."""
    if not isinstance(value, (str, list)):
        return value
    found: list[Any] = []
    for word in _listed(value):
        if isinstance(word, str) and word.startswith("="):
            if word[1:] not in word_classes():
                raise ValueError(f"no class “{word[1:]}” in frame_classes.yaml")
            found += sorted(word_classes()[word[1:]])
        else:
            found.append(word)
    return found


Lemmas = Annotated[frozenset[str], BeforeValidator(_spelled_out)]
"""Lemmas; "=CLASS" among them stands for all those of a class of lexicon/frame_classes.yaml."""


class _Block(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Slot(_Block):
    """A part somebody or something plays: where it stands and of what class it must be."""

    origin: Words = Field(alias="from", min_length=1)
    """One of these, or several, the first that holds something.

    doer · undergoer · subject · addressee · owner · bearer · modifier · struck · apposition · clause ·
    infinitive · purpose · cause (a clause by "when") · complement · adjunct (any date, place or prepositional
    phrase) · holder (the verb whose object a noun is) · main (an adjunct of the clause that tells the harm
    done) · above (what it hangs on by a preposition) · writing (a letter before
    a participle, with whom it is to between them) · seat (where the doer has its say) · sentence (any word
    of it) or a preposition; speaker: who says something at or after an occasion.
    """
    classes: Words = Field((), alias="is")
    """One of these classes, or any when empty; see `classes.py` and `lexicon/frame_classes.yaml`."""
    words: frozenset[str] = frozenset()
    """One of these lemmas."""
    unless: Words = ()
    """None of these classes."""
    needed: bool = False
    """Without it the frame says nothing."""


class Support(_Block):
    """Verbs that bring about what a noun names: "held talks", "paid a visit"."""

    verbs: frozenset[str] = Field(min_length=1)
    alone: bool = True
    """Whether the noun counts without one of them too."""


class Pattern(_Block):
    """One way of wording a frame: by verbs or by nouns, with its slots."""

    verbs: Lemmas = frozenset()
    nouns: Lemmas = frozenset()
    voice: Literal["active", "passive"] | None = None
    particle: str | None = None
    """A word that must belong to the verb: "up" of "blow up"; without one, the verb must have none."""
    support: Support | None = None
    known: bool = False
    """Whether its nouns tell of an occasion as known: "during a protest", "after talks with X"."""
    slots: dict[str, Slot] = {}
    needs: tuple[Slot, ...] = ()
    """What must be there and plays no part: the same block as a slot's."""
    never: tuple[Slot, ...] = ()
    """What must not be there."""
    weight: int = 0
    """Of several that tell one event the heaviest gives its title."""
    modality: frozenset[str] = frozenset(("actual", "hearsay"))
    """Standings it counts in; see `grammar/standing.py`."""
    title: str | None = None
    """Its own title, where the frame's doesn't suit it."""

    @model_validator(mode="after")
    def _one_kind(self) -> Pattern:
        if bool(self.verbs) == bool(self.nouns):
            raise ValueError("a pattern has either verbs or nouns")
        if self.support is not None and not self.nouns:
            raise ValueError("support belongs to nouns")
        if self.known and (self.support is not None or not self.nouns):
            raise ValueError("nouns without support are told as known")
        return self


class Example(_Block):
    """A text, and what the frame finds in it."""

    text: str
    finds: dict[str, str] | Literal["nothing"]
    """Slot to the words of its filler, or the name they stand for; "nothing"."""


class Frame(_Block):
    """What verbs and nouns tell of; its examples are its tests."""

    frame: str
    yields: str
    """event, act, agreement, relation …: which kind of finding reads it."""
    type: str | None = None
    """The type of that finding; the frame's name when absent."""
    label: str | None = None
    """What a reader sees for the type: "Visit"; with its plural and meaning, every event has it."""
    plural: str | None = None
    meaning: str | None = None
    title: str | None = None
    """A title with slots in braces, each with the words that need it: "Visit {of who} {to where}".

    {trigger} is the noun that tells it, or what `called` says of its verb."""
    rank: int = _COMMON
    """Of two frames that one clause tells, the one that ranks higher holds; 0: whatever else it tells of."""
    single: bool = False
    """Whether its nouns tell of one event in the singular only: "statements" are many."""
    jointly: bool = False
    """Whether it is told of all who did it or of none: "Lee and co-driver Stam won the race"."""
    roles: dict[str, str] = {}
    """Slots whose fillers take part, and what a reader is told they are: "visitor"."""
    why: frozenset[str] = frozenset()
    """Prepositions that lead to why it was done, beside those of lexicon/reasons.yaml."""
    aims: bool = False
    """Whether "to" and a verb behind its own tell what it was for."""
    plans: bool = False
    """Whether it is told as planned too, of a day to come; see `to_come`."""
    gathers: str | None = None
    """A sort of events that are one unless something sets them apart; others need something to tie them."""
    harms: bool = False
    """Whether those that its sentences count as killed or hurt are its own, though it gathers nothing."""
    pointed: frozenset[str] = frozenset()
    """Nouns that with "the" mean such an event and tell none themselves: "incident"."""
    slots: dict[str, Slot] = {}
    """Slots that each of its patterns has too."""
    never: tuple[Slot, ...] = ()
    """What must not be there, whichever pattern."""
    called: dict[str, frozenset[str]] = {}
    """Nouns for what verbs tell, for titles: "Adoption" by [pass, adopt]."""
    spares: frozenset[str] = frozenset()
    """Types that a figure does not speak against: a storm kills, though it murders nobody."""
    patterns: tuple[Pattern, ...] = Field(min_length=1)
    examples: tuple[Example, ...]

    @model_validator(mode="before")
    @classmethod
    def _shared(cls, raw: Any) -> Any:
        """Gives each pattern what the frame says of all of them."""
        if not isinstance(raw, dict) or not all(isinstance(p, dict) for p in raw.get("patterns") or ()):
            return raw
        slots, never = raw.get("slots") or {}, raw.get("never") or []
        patterns = [
            {
                **p,
                "slots": {**p.get("slots", {}), **slots, **p.get("slots", {})},
                "never": [*p.get("never", ()), *never],
            }
            for p in raw.get("patterns") or ()
        ]
        return {**raw, "patterns": patterns}

    @model_validator(mode="after")
    def _shown(self) -> Frame:
        found = [e.finds == "nothing" for e in self.examples]
        if not any(found) or all(found):
            raise ValueError("a frame has at least one example that it finds and one that it doesn't")
        if self.yields == "event" and not (self.label and self.plural and self.meaning and self.title):
            raise ValueError("a frame of an event has a label, a plural, a meaning and a title")
        slots = {*self.slots, *(name for pattern in self.patterns for name in pattern.slots)}
        strange = {slot for slot in self.roles if slot not in slots}
        if strange:
            raise ValueError(f"roles are given to {sorted(strange)}, which no pattern has")
        for example in self.examples:
            strange = set(example.finds) - slots if isinstance(example.finds, dict) else set()
            if strange:
                raise ValueError(f"an example finds {sorted(strange)}, which no pattern has")
        return self


def to_come(frame: Frame) -> Frame:
    """The same of what is due on a day to come: the type `planned`, never as having happened."""
    dated = [
        (p, p.slots["when"].model_copy(update={"needed": True})) for p in frame.patterns if "when" in p.slots
    ]
    modality = frozenset(("planned", "actual"))
    due = [p.model_copy(update={"modality": modality, "slots": {**p.slots, "when": day}}) for p, day in dated]
    changed = {"frame": f"planned {frame.frame}", "type": PLANNED, "rank": frame.rank + 1}
    return frame.model_copy(update={**changed, "patterns": tuple(due)})


@cache
def load_frames() -> tuple[Frame, ...]:
    """Every frame, by file name; DossierError with all that is wrong in any of them."""
    home = files(_PACKAGE).joinpath("frames")
    sources = {
        file.name: file.read_text(encoding="utf-8") for file in sorted(home.iterdir(), key=lambda f: f.name)
    }
    return read_frames(sources)


def read_frames(sources: dict[str, str]) -> tuple[Frame, ...]:
    """Frames of files given by name and text; a file holds one frame or a list of them."""
    found: list[Frame] = []
    problems: list[Problem] = []
    adapter: TypeAdapter[list[Frame]] = TypeAdapter(list[Frame])
    for name, source in sources.items():
        try:
            raw = plain_of(f"frames/{name}", source)
            found += adapter.validate_python(raw if isinstance(raw, list) else [raw])
        except yaml.YAMLError as error:
            problems.append(_problem(name, "", f"not YAML: {' '.join(str(error).split())}"))
        except ValidationError as error:
            problems += [
                _problem(name, ".".join(map(str, each["loc"])), each["msg"]) for each in error.errors()
            ]
    names = [frame.frame for frame in found]
    problems += [
        _problem("frames", name, "two frames have this name")
        for name in sorted({n for n in names if names.count(n) > 1})
    ]
    if problems:
        raise DossierError(problems)
    return tuple(found)


def _problem(file: str, where: str, found: str) -> Problem:
    return Problem(file=f"frames/{file}", where=where, found=found, expected="a frame", example=_EXAMPLE)
