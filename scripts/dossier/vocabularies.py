"""The closed vocabularies of the data: each value with what it means, for mypy and for the JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import AfterValidator, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from dossier.tables import plain

_LEXICON = "dossier.reading.lexicon"


@dataclass(frozen=True, slots=True)
class _Described:
    """Says in the JSON Schema what each value of a Literal means."""

    meanings: Mapping[str, str]

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        found = handler(schema)
        values = found.get("enum", [found["const"]] if "const" in found else [])
        return {"oneOf": [{"const": value, "description": self.meanings[value]} for value in values]}

    def __hash__(self) -> int:
        return hash(tuple(self.meanings))


def _described(**meanings: str) -> _Described:
    return _Described(meanings)


NOBODY = "nobody named"
"""Who says so, where an article names no source: words of ours."""

ActorKind = Annotated[
    Literal["person", "state", "government_body", "organisation", "armed_group", "alliance", "people"],
    _described(
        person="A human being.",
        state="A state, acting through whoever acts for it.",
        government_body="A part of a state: a government, ministry, army or office.",
        organisation="A company, party, association, agency or other body.",
        armed_group="A group that fights and is no part of a state.",
        alliance="Several groups or states under one name.",
        people="A group of people without an organisation of its own.",
    ),
]
PlaceKind = Annotated[
    Literal["country", "city", "province", "region", "border", "port", "place"],
    _described(
        country="A country.",
        city="A city, town or village.",
        province="A part of a country with a government of its own.",
        region="A part of a country or of the world without fixed limits.",
        border="The line between two countries, with the land along it.",
        port="A port.",
        place="Another place.",
    ),
]


class EventWords(NamedTuple):
    """What a reader is told about a type of event."""

    label: str
    plural: str
    meaning: str
    violent: bool = False
    """Whether it is a deed of violence, or may be one: what did it is told as claims alone."""


@cache
def event_types() -> Mapping[str, EventWords]:
    """Types of events by name: those of the frames that yield one, and those read otherwise."""
    home = files(_LEXICON)
    found = {name: EventWords(**words) for name, words in plain(home.joinpath("event_types.yaml")).items()}
    for file in sorted(home.joinpath("frames").iterdir(), key=lambda f: f.name):
        if not file.name.endswith(".yaml"):
            continue
        held = plain(file)
        for frame in held if isinstance(held, list) else [held]:
            if frame["yields"] == "event":
                type = frame.get("type", frame["frame"])
                violent = "gathers" in frame
                found[type] = EventWords(frame["label"], frame["plural"], frame["meaning"], violent)
    return dict(sorted(found.items()))


@cache
def violent_types() -> frozenset[str]:
    """Types of events whose doers are told as claims alone."""
    return frozenset(name for name, words in event_types().items() if words.violent)


def one_sided() -> frozenset[str]:
    """Types of violence that one side does: whoever is told to have taken part is told to have done it."""
    return violent_types() - {"armed_clash"}


def _known_event_type(name: str) -> str:
    if name not in event_types():
        raise ValueError(f"not a type of event; one of {', '.join(event_types())}")
    return name


class _EventTypes:
    """Says in the JSON Schema which types of events there are."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        handler(schema)
        return {"oneOf": [{"const": k, "description": v.meaning} for k, v in event_types().items()]}


EventType = Annotated[str, AfterValidator(_known_event_type), _EventTypes()]
"""A type of event; the frames under `reading/lexicon/frames/` say which there are."""
AgreementKind = Annotated[
    Literal[
        "joint_force", "committee", "infrastructure", "pledge", "investment", "treaty", "ceasefire", "other",
    ],
    _described(
        joint_force="A force that several sides set up together.",
        committee="A committee, commission or council.",
        infrastructure="Something to be built or shared.",
        pledge="One side's promise.",
        investment="Money promised or put into something.",
        treaty="A treaty or pact.",
        ceasefire="An end or pause of fighting.",
        other="Another agreement.",
    ),
]  # fmt: skip
AgreementStatus = Annotated[
    Literal["pledged", "announced", "planned", "agreed", "signed", "in_force", "unknown"],
    _described(
        pledged="One side has promised it.",
        announced="It has been made known.",
        planned="It is intended or being prepared.",
        agreed="The sides have agreed to it.",
        signed="It has been signed.",
        in_force="It holds.",
        unknown="The article does not say.",
    ),
]
ClaimKind = Annotated[
    Literal[
        "responsibility_claimed", "responsibility_blamed", "carried_out_according_to", "accusation", "denial",
        "pledge", "warning", "call", "assessment", "statement",
    ],
    _described(
        responsibility_claimed="Somebody says that they did it.",
        responsibility_blamed="Somebody lays the blame for it on another.",
        carried_out_according_to="Somebody says by whom it was carried out.",
        accusation="Somebody says that another did or does wrong.",
        denial="Somebody says that it is not so.",
        pledge="Somebody promises something.",
        warning="Somebody says what may happen.",
        call="Somebody says what another must or should do.",
        assessment="Somebody judges how things stand.",
        statement="Somebody says something else.",
    ),
]  # fmt: skip
Predicate = Annotated[
    Literal[
        "organ_of", "holds_role_in", "held_role_in", "met", "alliance_of", "party_with", "spoke_about",
        "blames", "attributes_attack_to", "accuses", "warns", "calls_on", "member_of", "part_of",
        "allied_with", "ally_of", "rival_of", "based_in", "located_in", "represents", "neighbour_of",
        "sanctions", "owns", "supports", "opposes", "child_of", "parent_of", "spouse_of", "sibling_of",
        "relative_of", "leads", "associate_of",
    ],
    _described(
        organ_of="The subject is a part of the state that is the object.",
        holds_role_in="The subject holds an office or function in the object.",
        held_role_in="The subject once held an office or function in the object.",
        met="They met.",
        alliance_of="The subject is an alliance that the object belongs to.",
        party_with="Both are parties to one agreement.",
        spoke_about="The subject speaks of the object in a quotation.",
        blames="The subject lays blame on the object: a claim.",
        attributes_attack_to="The subject says that an act of violence was the object's: a claim.",
        accuses="The subject accuses the object: a claim.",
        warns="The subject warns the object: a claim.",
        calls_on="The subject says what the object must or should do: a claim.",
        member_of="The subject belongs to the object.",
        part_of="The subject is a part of the object.",
        allied_with="They fight or act together.",
        ally_of="The subject is an ally of the object.",
        rival_of="They are rivals.",
        based_in="The subject has its seat or base in the object.",
        located_in="The subject lies in the object.",
        represents="The subject speaks or acts for the object.",
        neighbour_of="They share a border.",
        sanctions="The subject punishes dealings with the object by law.",
        owns="The object is the subject's property, in whole.",
        supports="The subject gives the object support.",
        opposes="The subject is against the object.",
        child_of="The subject is a son or daughter of the object.",
        parent_of="The subject is the father or mother of the object.",
        spouse_of="They are married.",
        sibling_of="They are brothers or sisters.",
        leads="The subject leads, heads or runs the object.",
        associate_of="They are friends, colleagues or associates.",
        relative_of="They are of one family, in another way.",
    ),
]  # fmt: skip
MUTUAL = frozenset(
    ("met", "party_with", "allied_with", "ally_of", "rival_of", "neighbour_of", "spouse_of", "sibling_of",
     "relative_of", "associate_of")
)  # fmt: skip
"""Predicates that say the same the other way round."""
BLAMING_ROLES = frozenset(
    ("perpetrator", "attacker", "assailant", "aggressor", "culprit", "suspect", "bomber", "gunman", "killer",
     "murderer", "kidnapper", "abductor", "terrorist", "mastermind", "offender", "accused", "blamed")
)  # fmt: skip
"""Roles in an event that say who did it, which only a claim may."""
NESTING = frozenset(("organ_of", "alliance_of", "member_of", "part_of", "located_in"))
"""Predicates that lead from a part to its whole, and so never in a circle."""
AliasType = Annotated[
    Literal["as_reported", "acronym", "transliteration", "short_form"],
    _described(
        as_reported="A form that the article uses.",
        acronym="Its initials.",
        transliteration="Another spelling, of the same or another script.",
        short_form="A part of the name.",
    ),
]
CasualtyKind = Annotated[
    Literal["killed", "injured", "missing", "displaced"],
    _described(
        killed="They died.",
        injured="They were hurt.",
        missing="Nobody knew where they were.",
        displaced="They had to leave their homes, or lost them.",
    ),
]
QuoteForm = Annotated[
    Literal["direct", "partial"],
    _described(
        direct="A clause or more, in quotation marks.",
        partial="A few words in quotation marks inside the reporter's sentence.",
    ),
]
DateKind = Annotated[
    Literal["on", "during", "within", "before", "after"],
    _described(
        on="On that day.",
        during="It lasted from the first day to the last.",
        within="Some time in that stretch; which day is not said.",
        before="No later than that day.",
        after="No earlier than that day.",
    ),
]
DateBasis = Annotated[
    Literal["explicit", "relative_to_publication", "inferred"],
    _described(
        explicit="The article gives the date.",
        relative_to_publication="Counted from the day of publication.",
        inferred="Follows from the report.",
    ),
]
