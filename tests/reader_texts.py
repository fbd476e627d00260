"""A made-up article and what a made-up language model says of it: sound findings, and inventions."""

from datetime import date
from typing import Any

from dossier.reading.text.article import read_article

TEXT = (
    "Ferry talks end in Osterby\n\n"
    "OSTERBY – President Mira Tolvane of Norland met Chancellor Jonas Reik of Sudland in Osterby "
    "on Monday.\n\n"
    "Norland and Sudland signed a treaty on river traffic, the foreign ministry of Norland said. "
    "“The river belongs to all of us,” said Tolvane.\n\n"
    "Sudland accused the Reed Circle of an attack on a ferry near Port Alma. "
    "At least three sailors were injured in the attack on Friday. "
    "The Reed Circle denied responsibility for the attack.\n\n"
    "Police in Port Alma did not arrest Edda Falk, a harbour clerk. "
    "Norland plans to close the border on Thursday. "
    "Reik warned Norland against delays."
)
PUBLISHED = date(2023, 5, 10)
ARTICLE = read_article(TEXT, id="ferry-talks", title="Ferry talks end in Osterby", published=PUBLISHED)


def says(kind: str, type: str | None = None, **parts: Any) -> dict[str, Any]:
    given: dict[str, Any] = {"kind": kind, **parts}
    if type:
        given["type"] = type
    given["slots"] = [{"role": role, "words": words} for role, words in parts.get("slots", {}).items()]
    return given


ACCUSED = "Sudland accused the Reed Circle of an attack on a ferry"
MET = "President Mira Tolvane of Norland met Chancellor Jonas Reik of Sudland in Osterby on Monday"
NAMES = [
    says("actor", "person", name="Mira Tolvane", aliases=["Tolvane"]),
    says("actor", "person", name="Jonas Reik", aliases=["Reik"]),
    says("actor", "armed_group", name="Reed Circle"),
]
SOUND = {
    "a person": says("actor", "person", name="Edda Falk"),
    "an accusation": says(
        "claim", "accusation", passage=ACCUSED, trigger="accused",
        slots={"claimant": "Sudland", "target": "the Reed Circle"},
    ),
    "a meeting with its day": says(
        "event", "meeting", passage=MET, trigger="met",
        slots={"participant": "Mira Tolvane", "met": "Jonas Reik", "date": "Monday"},
    ),
    "a quotation": says(
        "quote", trigger="said", segments=["The river belongs to all of us,"],
        passage="“The river belongs to all of us,” said Tolvane", slots={"speaker": "Tolvane"},
    ),
    "a warning": says(
        "claim", "warning", passage="Reik warned Norland against delays", trigger="warned",
        slots={"claimant": "Reik", "target": "Norland"},
    ),
    "an office": says(
        "role", passage="President Mira Tolvane of Norland", trigger="President",
        slots={"person": "Mira Tolvane"},
    ),
}  # fmt: skip
INVENTED = {
    "words that stand nowhere": says(
        "claim", "accusation", passage="Sudland blames the Reed Circle", trigger="blames",
        slots={"claimant": "Sudland"},
    ),
    "a name that stands nowhere": says("actor", "person", name="Edith Falk"),
    "a word put right": says("actor", "organisation", name="The Reed circle"),
    "accuser and accused exchanged": says(
        "claim", "accusation", passage=ACCUSED, trigger="accused",
        slots={"claimant": "the Reed Circle", "target": "Sudland"},
    ),
    "an accusation that is denied": says(
        "claim", "accusation", passage=ACCUSED, trigger="accused", polarity="negative",
        slots={"claimant": "Sudland", "target": "the Reed Circle"},
    ),
    "a warning that is only possible": says(
        "claim", "warning", passage="Reik warned Norland against delays", trigger="warned",
        modality="possible", slots={"claimant": "Reik"},
    ),
    "another accuser of the article": says(
        "claim", "accusation", passage=ACCUSED, trigger="accused",
        slots={"claimant": "Mira Tolvane", "target": "the Reed Circle"},
    ),
    "a denial told as a claim of responsibility": says(
        "claim", "responsibility_claimed", passage="The Reed Circle denied responsibility for the attack",
        trigger="denied", slots={"claimant": "The Reed Circle"},
    ),
    "another speaker": says(
        "quote", trigger="said", segments=["The river belongs to all of us,"],
        passage="“The river belongs to all of us,” said Tolvane", slots={"speaker": "Jonas Reik"},
    ),
    "a quotation cut": says(
        "quote", trigger="said", segments=["The river belongs to all"],
        passage="“The river belongs to all of us,” said Tolvane", slots={"speaker": "Tolvane"},
    ),
    "words quoted that nobody quotes": says(
        "quote", trigger="warned", segments=["Norland against delays"], slots={"speaker": "Reik"},
    ),
    "what did not happen, as if it had": says(
        "event", "arrest", trigger="arrest", passage="Police in Port Alma did not arrest Edda Falk",
        slots={"arrested": "Edda Falk"},
    ),
    "what is planned, as if it were done": says(
        "event", "border_closure", trigger="close", passage="Norland plans to close the border on Thursday",
        slots={"closes": "Norland"},
    ),
    "another day of the article": says(
        "event", "meeting", trigger="met", slots={"participant": "Mira Tolvane", "date": "Friday"},
    ),
    "a word that is no day": says(
        "event", "meeting", trigger="met", passage=MET, slots={"met": "Jonas Reik", "date": "Osterby"},
    ),
    "another place of the article": says(
        "event", "meeting", trigger="met", slots={"participant": "Mira Tolvane", "place": "Port Alma"},
    ),
    "who was hurt exchanged for who was counted": says(
        "event", "attack", trigger="attack", passage="At least three sailors were injured in the attack",
        number={"words": "sailors", "kind": "injured"},
    ),
    "killed for injured": says(
        "event", "attack", trigger="attack", passage="At least three sailors were injured in the attack",
        number={"words": "At least three", "kind": "killed", "counts": "sailors"},
    ),
    "who did it, as a fact": says(
        "event", "attack", trigger="attack", passage=ACCUSED, slots={"doer": "the Reed Circle"},
    ),
    "another kind of event": says(
        "event", "arrest", trigger="met", passage=MET, slots={"arrested": "Jonas Reik"},
    ),
    "another one's office": says(
        "role", trigger="Chancellor", passage=MET, slots={"person": "Mira Tolvane"},
    ),
    "an office that is none": says(
        "role", trigger="met", passage=MET, slots={"person": "Mira Tolvane"},
    ),
    "words that stand there twice": says(
        "claim", "denial", trigger="denied", slots={"claimant": "Norland"},
    ),
    "offsets of other words": says("actor", "person", name="Edda Falk") | {
        "kind": "claim", "type": "warning", "trigger": {"words": "warned", "start": 0, "end": 6},
        "slots": [{"role": "claimant", "words": "Reik"}],
    },
    "a relation nobody states": says(
        "relation", "rival_of", passage=MET, trigger="met",
        slots={"subject": "Mira Tolvane", "object": "Jonas Reik"},
    ),
    "a type there is not": says("event", "betrayal", trigger="met", slots={"participant": "Mira Tolvane"}),
    "a role there is not": says("event", "meeting", trigger="met", slots={"victim": "Mira Tolvane"}),
}  # fmt: skip
