"""A value as a fact: what it is, who read it, which words say it, and whose word it is.

Whatever walks over the data (verification, backlinks, exports, the schema) walks over these types, and
keeps no list of field names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any, Generic, Literal, NamedTuple, Self, TypeVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, model_validator
from pydantic_core import CoreSchema, core_schema

T = TypeVar("T")
V = TypeVar("V")
K = TypeVar("K", covariant=True)
S = TypeVar("S")

ID_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
EVIDENCE_PATTERN = r"^[a-z0-9-]+:\d+-\d+$"


class Ref(str, Generic[K]):
    """The id of another record; `K` says of which kinds, as a Literal."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """A string of the form its kinds' ids have, described by their names."""
        kinds = ref_kinds(source)
        pattern = EVIDENCE_PATTERN if kinds == ("evidence",) else ID_PATTERN
        return core_schema.no_info_after_validator_function(
            cls,
            core_schema.str_schema(pattern=pattern),
            metadata={"pydantic_js_updates": {"description": f"Id of {_one_of(kinds)}."}},
            serialization=core_schema.plain_serializer_function_ser_schema(
                str, return_schema=core_schema.str_schema(pattern=pattern)
            ),
        )


class Reported(str):
    """The article's own words; published as they are where short, else their first and last."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """A string."""
        return core_schema.no_info_after_validator_function(
            cls,
            core_schema.str_schema(),
            serialization=core_schema.plain_serializer_function_ser_schema(
                str, return_schema=core_schema.str_schema()
            ),
        )


def ref_kinds(declared: Any) -> tuple[str, ...]:
    """The kinds of records that a declared `Ref` points to; nothing for another type."""
    if get_origin(declared) is not Ref:
        return ()
    return tuple(str(kind) for kind in get_args(get_args(declared)[0]))


def _one_of(kinds: tuple[str, ...]) -> str:
    words = [f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}" for kind in kinds]
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))


ActorRef = Ref[Literal["actor"]]
PlaceRef = Ref[Literal["place"]]
WhereRef = Ref[Literal["actor", "place"]]
"""A place, or a state where it stands for its territory."""
EventRef = Ref[Literal["event"]]
AgreementRef = Ref[Literal["agreement"]]
ClaimRef = Ref[Literal["claim"]]
ArticleRef = Ref[Literal["article"]]
EvidenceRef = Ref[Literal["evidence"]]
SayingRef = Ref[Literal["agreement", "claim"]]
TopicRef = Ref[Literal["actor", "place", "event", "agreement"]]
AnyRef = Ref[Literal["actor", "place", "event", "agreement", "quote", "claim"]]

Id = Annotated[str, Field(pattern=ID_PATTERN)]
Evidences = tuple[EvidenceRef, ...]
ReadBy = Annotated[str, Field(pattern=r"^(?:rules|editor|(?:register|reader):\S(?:.*\S)?)$")]
RULES, EDITOR, REGISTER, READER = "rules", "editor", "register:", "reader:"


_NOT_ASKED: frozenset[str] = frozenset()


class Model(BaseModel):
    """What every part of the data is: unchangeable, without unknown fields, described by its docstrings."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    def model_post_init(self, _: Any) -> None:
        """Forgets which fields were given, which nobody asks: a set for each takes as much as its values."""
        object.__setattr__(self, "__pydantic_fields_set__", _NOT_ASKED)

    def model_copy(self, *, update: Mapping[str, Any] | None = None) -> Self:  # type: ignore[override]
        """The same with some fields changed, as pydantic makes it, but for which were given."""
        made = object.__new__(type(self))
        object.__setattr__(made, "__dict__", {**self.__dict__, **(update or {})})
        object.__setattr__(made, "__pydantic_fields_set__", _NOT_ASKED)
        object.__setattr__(made, "__pydantic_extra__", None)
        object.__setattr__(made, "__pydantic_private__", None)
        return made


class Attribution(Model):
    """Whose word something is: an actor of the dossier, or the article's description of somebody else."""

    actor: ActorRef | None = None
    """The actor, where the source is one."""
    as_reported: Reported | None = None
    """The article's words for a source that is no actor of the dossier: "analysts"."""

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.actor is None) == (self.as_reported is None):
            raise ValueError("a source is an actor or the article's words for one, not both")
        return self


class Sourced(Model):
    """What makes of a value a fact; nothing is recorded without it."""

    read_by: ReadBy
    """Who read it: `rules` (their version stands once, at the head of the data), `editor`,
    `register:NAME` (a gazetteer or an authority file, never the text) or `reader:NAME` (another reader)."""
    also_read_by: tuple[ReadBy, ...] = ()
    """Who else read the same there, each on their own."""
    evidence: Evidences = ()
    """The passages that say it; of an editor's value, the words it rests on. Absent for what no article
    says: a register's value, or an editor's with a `source`."""
    according_to: tuple[Attribution, ...] = ()
    """Whose word it is, the outermost source first; absent only where the article itself reports it."""
    source: str | None = None
    """Where an editor's value comes from that is not from an article."""

    @model_validator(mode="after")
    def _has_its_origin(self) -> Self:
        if self.source is not None and self.read_by != EDITOR:
            raise ValueError("only an editor's value has a source outside the articles")
        if not self.evidence and self.source is None and not self.read_by.startswith(REGISTER):
            raise ValueError(f"what {self.read_by} read needs evidence")
        return self


class Fact(Sourced, Generic[T]):
    """A value with its origin."""

    model_config = ConfigDict(use_attribute_docstrings=False)
    """For each type of value pydantic would look for the docstrings of a class that stands in no file."""
    value: T = Field(description="What is said.")


def value_of(fact: Fact[T] | None) -> T | None:
    """The value of a fact; None where there is none."""
    return None if fact is None else fact.value


def fact_fields(record: type[BaseModel]) -> dict[str, Any]:
    """The fields of a record that hold one fact, each with the type of its value."""
    found: dict[str, Any] = {}
    for name, field in record.model_fields.items():
        annotation: Any = field.annotation
        declared = _without_none(annotation)
        if isinstance(declared, type) and issubclass(declared, Fact):
            value = declared.model_fields["value"]
            found[name] = (
                Annotated[(value.annotation, *value.metadata)] if value.metadata else value.annotation
            )
    return found


def worded_fields(record: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a record that hold several facts of the article's own words."""
    return tuple(
        name
        for name, field in record.model_fields.items()
        if get_origin(field.annotation) is tuple
        and isinstance(held := get_args(field.annotation)[0], type)
        and issubclass(held, Fact)
        and held.model_fields["value"].annotation is Reported
    )


class Node(NamedTuple):
    """A value somewhere in the data."""

    path: str
    """From its record: "ana-novak.roles[0].of"."""
    declared: Any
    """Its declared type, without None."""
    value: Any
    kinds: tuple[str, ...] = ()
    """The kinds of records that it may point to, if it is a reference."""


@dataclass(frozen=True, slots=True, eq=False)
class _Shape:
    """A declared type, looked at once: looking costs more than walking over the values.

    It is known by itself, so that what follows from it is soon found.
    """

    declared: Any
    """Without None."""
    kinds: tuple[str, ...]
    item: Any
    """The declared type of a tuple's items; None for another type."""


def nodes(value: Any, path: str, declared: Any = None) -> Iterator[Node]:
    """A value and, in the order of their fields, all values in it; absent ones left out."""
    return _walk(value, path, _shape(declared))


def _walk(value: Any, path: str, shape: _Shape) -> Iterator[Node]:
    if value is None:
        return
    yield Node(path, shape.declared, value, shape.kinds)
    if isinstance(value, BaseModel):
        for name, inner in _fields(_typed(type(value), shape.declared)):
            at = path if name == "value" and isinstance(value, Fact) else f"{path}.{name}"
            yield from _walk(getattr(value, name), at, inner)
    elif isinstance(value, tuple):
        item = _item(shape)
        for index, each in enumerate(value):
            yield from _walk(each, f"{path}[{index}]", item)


def _typed(given: type[BaseModel], declared: Any) -> type[BaseModel]:
    """The type whose fields tell what a value of some type holds.

    A fact made without its type's argument has the type that its field declares.
    """
    if declared is given or not (isinstance(declared, type) and issubclass(declared, given)):
        return given
    return declared


@cache
def _fields(typed: type[BaseModel]) -> tuple[tuple[str, _Shape], ...]:
    """Names of a model's fields with the shapes of their declared types."""
    return tuple((name, _shape(field.annotation)) for name, field in typed.model_fields.items())


def _shape(declared: Any) -> _Shape:
    plain = _without_none(declared)
    items = get_args(plain)
    item = _shape(items[0]) if get_origin(plain) is tuple and items else None
    return _Shape(plain, ref_kinds(plain), item)


def _item(shape: _Shape) -> _Shape:
    return shape.item if shape.item is not None else _UNKNOWN


_UNKNOWN = _Shape(None, (), None)


def with_words(value: V, change: Callable[[Reported], Reported]) -> V:
    """The value with all of the article's own words in it changed by a function."""
    return _with(value, Reported, _may_hold_texts, change)


def with_refs(value: V, become: Mapping[str, str]) -> V:
    """The value with each reference to a record that became another one leading to that."""
    return _with(
        value,
        Ref,
        _may_hold_references,
        lambda ref: type(ref)(become[ref]) if ref in become else ref,
    )


def _with(value: V, kind: type[S], may_hold: _MayHold, change: Callable[[S], S]) -> V:
    """The value with everything of a kind in it changed; the same object where nothing is."""
    if isinstance(value, kind):
        return change(value)  # type: ignore[return-value]
    if isinstance(value, tuple):
        items = tuple(_with(each, kind, may_hold, change) for each in value)
        same = all(new is old for new, old in zip(items, value, strict=True))
        return value if same else items  # type: ignore[return-value]
    typed: Any = type(value)
    if _is_model(typed):
        held, altered = value.__dict__, {}
        for name, _ in _fields_holding(typed, may_hold):
            before = held[name]
            made = _with(before, kind, may_hold, change) if before else before
            if made is not before:
                altered[name] = made
        return value.model_copy(update=altered) if altered else value  # type: ignore[attr-defined]
    return value


@cache
def _is_model(kind: type) -> bool:
    """What `isinstance` would have to ask of each value anew."""
    return issubclass(kind, BaseModel)


def leaves(value: Any, path: str) -> Iterator[tuple[str, Sourced]]:
    """Every fact in a value, with its path."""
    return ((at, each) for at, _, each in _FACTS.held(value, path))


def references(value: Any, path: str) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Every reference in a value: its path, the kinds it may point to, and the id."""
    return ((at, shape.kinds, each) for at, shape, each in _REFERENCES.held(value, path))


def refers_to(value: Any) -> list[str]:
    """Id of every record that a value refers to; what it cites is none."""
    return _NAMES.gathered(value)


_MayHold = Callable[[_Shape], bool]
_IsOne = Callable[[type, _Shape], bool]
_Found = tuple[str, _Shape, Any]
"""Where a value stands, its declared type, and the value."""


class _Step(NamedTuple):
    """What to do with a value of some class and declared type."""

    is_one: bool
    """Whether it is looked for."""
    fields: tuple[tuple[str, _Steps], ...] = ()
    """Of a model, those that may hold what is looked for."""
    item: _Steps | None = None
    """Of a tuple, what to do with its items."""
    is_fact: bool = False


_TAKEN, _LEFT = _Step(is_one=True), _Step(is_one=False)
"""What to do with a value in which nothing else is looked for."""


class _Steps(dict[type, _Step]):
    """What to do with values of one declared type, by their class: asked once for each."""

    def __init__(self, search: _Search, shape: _Shape) -> None:
        super().__init__()
        self._search, self.shape = search, shape

    def __missing__(self, kind: type) -> _Step:
        step = self[kind] = self._search.step(kind, self.shape)
        return step


class _Search:
    """Finds all of a kind in a value, as `_walk` goes, past the fields that can't hold it and empty ones."""

    def __init__(self, is_one: _IsOne, may_hold: _MayHold) -> None:
        self._is_one, self._may_hold = is_one, may_hold
        self._steps: dict[_Shape, _Steps] = {}
        self._first = self._steps_for(_UNKNOWN)

    def gathered(self, value: Any) -> list[Any]:
        """What is looked for, without paths: a path costs more than the walk."""
        found: list[Any] = []
        _gather(value, self._first[value.__class__], found)
        return found

    def held(self, value: Any, path: str) -> list[_Found]:
        """What is looked for, with its path and declared type."""
        found: list[_Found] = []
        _hold(value, path, self._first, found)
        return found

    def _steps_for(self, shape: _Shape) -> _Steps:
        steps = self._steps.get(shape)
        if steps is None:
            steps = self._steps[shape] = _Steps(self, shape)
        return steps

    def step(self, kind: type, shape: _Shape) -> _Step:
        """What to do with a value of a class that stands where a type is declared."""
        fields: tuple[tuple[str, _Steps], ...] = ()
        item = None
        if issubclass(kind, BaseModel):
            held = _fields_holding(_typed(kind, shape.declared), self._may_hold)
            fields = tuple((name, self._steps_for(inner)) for name, inner in held)
        elif issubclass(kind, tuple):
            item = self._steps_for(_item(shape))
        step = _Step(self._is_one(kind, shape), fields, item, issubclass(kind, Fact))
        return next((each for each in (_TAKEN, _LEFT) if each == step), step)


def _gather(value: Any, step: _Step, found: list[Any]) -> None:
    """Adds what is looked for in a value. Of most that is held in one all is known by its class."""
    is_one, fields, item, _ = step
    if is_one:
        found.append(value)
    if fields:
        held = value.__dict__
        for name, steps in fields:
            if each := held[name]:
                step = steps[each.__class__]
                if step is _TAKEN:
                    found.append(each)
                elif step is not _LEFT:
                    _gather(each, step, found)
    elif item is not None:
        for each in value:
            step = item[each.__class__]
            if step is _TAKEN:
                found.append(each)
            elif step is not _LEFT:
                _gather(each, step, found)


def _hold(value: Any, path: str, steps: _Steps, found: list[_Found]) -> None:
    """The same with the path and the declared type of each."""
    is_one, fields, item, is_fact = steps[value.__class__]
    if is_one:
        found.append((path, steps.shape, value))
    if fields:
        held = value.__dict__
        for name, inner in fields:
            each = held[name]
            if (each is not None and each.__class__ is not tuple) or each:
                _hold(each, path if is_fact and name == "value" else f"{path}.{name}", inner, found)
    elif item is not None:
        for index, each in enumerate(value):
            _hold(each, f"{path}[{index}]", item, found)


@cache
def _fields_holding(typed: type[BaseModel], may_hold: _MayHold) -> tuple[tuple[str, _Shape], ...]:
    """The fields of a model that may hold what is looked for, somewhere in them."""
    return tuple((name, shape) for name, shape in _fields(typed) if may_hold(shape.item or shape))


@cache
def _may_hold_facts(shape: _Shape) -> bool:
    """Whether a value of a declared type may hold a fact; a type that tells nothing may."""
    declared = shape.declared
    if not isinstance(declared, type):
        return get_origin(declared) not in (Literal, Ref)
    if issubclass(declared, BaseModel):
        return issubclass(declared, Sourced) or bool(_fields_holding(declared, _may_hold_facts))
    return not issubclass(declared, str | int | float | bool | date)


@cache
def _may_hold_references(shape: _Shape) -> bool:
    declared = shape.declared
    if isinstance(declared, type) and issubclass(declared, BaseModel):
        return bool(_fields_holding(declared, _may_hold_references))
    return bool(shape.kinds) or (not isinstance(declared, type) and get_origin(declared) is not Literal)


def facts_in(value: Any) -> list[Sourced]:
    """Every fact in a value, as `leaves` has them."""
    return _FACTS.gathered(value)


def of_types(value: Any, path: str, *types: type[BaseModel]) -> Iterator[tuple[str, Any]]:
    """Every model of some types in a value, with its path."""
    return ((at, each) for at, _, each in _search_of(types).held(value, path))


@cache
def _search_of(types: tuple[type[BaseModel], ...]) -> _Search:
    return _Search(lambda kind, _: issubclass(kind, types), _holder_of(types))


@cache
def _holder_of(types: tuple[type[BaseModel], ...]) -> _MayHold:
    """Whether a value of a declared type may hold a model of some types; a type that tells nothing may."""

    @cache
    def may_hold(shape: _Shape) -> bool:
        declared = shape.declared
        if not isinstance(declared, type):
            return get_origin(declared) not in (Literal, Ref)
        if not issubclass(declared, BaseModel):
            return False
        return issubclass(declared, types) or bool(_fields_holding(declared, may_hold))

    return may_hold


def reported_in(value: Any) -> Iterator[Reported]:
    """Every piece of the article's own words in a value."""
    return (text for text in texts_in(value) if isinstance(text, Reported))


def texts_in(value: Any) -> list[str]:
    """Every text in a value that is no reference."""
    return _TEXTS.gathered(value)


def cited(value: Any) -> list[str]:
    """Id of every passage that a value cites, whether as evidence, mention or segment."""
    return _PASSAGES.gathered(value)


_PASSAGE = ("evidence",)


@cache
def _may_hold_names(shape: _Shape) -> bool:
    """Whether a value of a declared type may hold a reference to a record, and not to passages alone."""
    declared = shape.declared
    if isinstance(declared, type) and issubclass(declared, BaseModel):
        return bool(_fields_holding(declared, _may_hold_names))
    return shape.kinds != _PASSAGE and _may_hold_references(shape)


@cache
def _may_hold_passages(shape: _Shape) -> bool:
    return shape.kinds == _PASSAGE or (not shape.kinds and _may_hold_references(shape))


@cache
def _may_hold_texts(shape: _Shape) -> bool:
    """Whether a value of a declared type may hold a text that is no reference."""
    declared = shape.declared
    return not (shape.kinds or (isinstance(declared, type) and issubclass(declared, int | float | date)))


_FACTS = _Search(lambda kind, _: issubclass(kind, Sourced), _may_hold_facts)
_REFERENCES = _Search(lambda kind, shape: bool(shape.kinds) and issubclass(kind, str), _may_hold_references)
_NAMES = _Search(
    lambda kind, shape: shape.kinds not in ((), _PASSAGE) and issubclass(kind, str), _may_hold_names
)
_PASSAGES = _Search(lambda kind, shape: shape.kinds == _PASSAGE and issubclass(kind, str), _may_hold_passages)
_TEXTS = _Search(lambda kind, _: issubclass(kind, str) and not issubclass(kind, Ref), _may_hold_texts)


def _without_none(declared: Any) -> Any:
    """`X` for `X | None`."""
    choices = [choice for choice in get_args(declared) if choice is not type(None)]
    is_optional = len(choices) == 1 and len(get_args(declared)) == 2 and type(None) in get_args(declared)
    return _without_none(choices[0]) if is_optional else declared
