"""What no dossier may say, whoever set it: each fault with its place, and what is none beside it."""

import pytest

from dossier.assembly.soundness import MOST_COPIED, faults
from dossier.facts import EDITOR, Fact
from dossier.model import Participant, Relation
from dossier.reading.text.article import read_article
from small_dossier import TEXT
from worded import DOSSIER, PASSAGE, claim_of, event, fact

ARTICLE = read_article(TEXT, id="ferry")
ATTACK = DOSSIER.events[0]
RUN = " ".join(f"word{n}" for n in range(MOST_COPIED + 1))


def with_(**records):
    """The dossier with more records, or with others of the same ids."""
    sections = {}
    for section, more in records.items():
        ids = {record.id for record in more}
        sections[section] = (*(r for r in getattr(DOSSIER, section) if r.id not in ids), *more)
    return DOSSIER.model_copy(update=sections)


def attack(**update):
    return with_(events=[ATTACK.model_copy(update=update)])


def taking_part(actor, role):
    return (fact(Participant(actor=actor, role=role)),)


def told(words, **update):
    return attack(title=fact(words), **update)


def blaming(target, kind="accusation", **more):
    return claim_of(kind, "it", target=fact(target), target_as_reported=fact("it"), **more)


def unknown(title, target="norland", kind="accusation"):
    """An attack of which no claim tells, and somebody blamed for what no record tells of."""
    made = event("attack", title)
    return with_(events=[made], claims=[blaming(target, kind)])


def place(**update):
    return with_(places=[DOSSIER.places[0].model_copy(update=update)])


def edited(value):
    return Fact(value=value, read_by=EDITOR, evidence=(PASSAGE,))


def ties(*ends):
    return DOSSIER.model_copy(
        update={
            "relations": tuple(
                Relation(
                    id=f"tie-{n}",
                    subject=one,
                    predicate=predicate,
                    object=other,
                    read_by="rules",
                    evidence=(PASSAGE,),
                )
                for n, (one, predicate, other) in enumerate(ends)
            )
        }
    )


def described(words, **fields):
    return with_(claims=[claim_of("statement", "it", description=edited(words), **fields)])


def berg(words):
    return with_(actors=[DOSSIER.actors[0].model_copy(update={"description": edited(words)})])


BLAMED = ("attack-on-a-ferry.title", "it names Reed Circle, whom a claim blames")
PART = "takes part in it, but only a claim says so"
FAULTS = {
    "as it is": (DOSSIER, []),
    "a role that blames": (
        attack(participants=taking_part("sudland", "Perpetrator")),
        [("attack-on-a-ferry.participants[0].role", "“Perpetrator” says that sudland did it")],
    ),
    "a role that blames nobody": (attack(participants=taking_part("sudland", "victim")), []),
    "who is blamed takes part": (
        attack(participants=taking_part("reed-circle", "participant")),
        [("attack-on-a-ferry.participants", f"reed-circle {PART}")],
    ),
    "who is blamed takes part in what both sides do": (
        attack(participants=taking_part("reed-circle", "participant"), type=fact("armed_clash")), [],
    ),
    "who is blamed takes part in another": (
        with_(events=[event("attack", "Raid", participants=taking_part("reed-circle", "participant"))]), [],
    ),
    "a title that names who is blamed": (told("Attack by the Reed Circle"), [BLAMED]),
    "a title by another name": (
        told("Attack of RC"), [("attack-on-a-ferry.title", "it names RC, whom a claim blames")],
    ),
    "a description that does": (attack(description=fact("The reed circle struck.")), [BLAMED]),
    "a longer name is another": (told("Attack at Reed Circlers’ quay"), []),
    "a title that names others": (told("Attack on Norland’s ferry"), []),
    "what both sides do may be named": (told("Clash with the Reed Circle", type=fact("armed_clash")), []),
    "who claims it is named": (
        with_(
            events=[event("attack", "Attack by Sudland")],
            claims=[
                claim_of(
                    "responsibility_claimed", "it", about=fact("made"),
                    claimant=fact("sudland"), claimant_as_reported=fact("Sudland"),
                )
            ],
        ),
        [("made.title", "it names Sudland, whom a claim blames")],
    ),
    "who denies it is not": (unknown("Attack by Norland", kind="denial"), []),
    "blamed for what is not told, as the doer": (
        unknown("Attack by Norland"), [("made.title", "it names Norland, whom a claim blames")],
    ),
    "first of all": (unknown("Norland attacks"), [("made.title", "it names Norland, whom a claim blames")]),
    "by the": (unknown("Attack by the Norland"), [("made.title", "it names Norland, whom a claim blames")]),
    "blamed for what is not told, as another": (unknown("Attack on Norland"), []),
    "a line about a claim by whoever claims": (described("Berg said that it sails."), []),
    "by its article": (described("The Berg said that it sails."), []),
    "by another's name": (
        described("Sudland said that it sails."),
        [("made.description", "“Sudland said that it sails.” does not begin with who says so, Ada Berg")],
    ),
    "by a longer name": (
        described("Bergman said that it sails."),
        [("made.description", "“Bergman said that it sails.” does not begin with who says so, Ada Berg")],
    ),
    "by the article's words, of nobody known": (
        described("Sailors said so.", claimant=None, claimant_as_reported=fact("sailors")), [],
    ),
    "a place in itself": (
        place(part_of=fact("port-alma")), [("port-alma.part_of", "port-alma → port-alma is a circle")],
    ),
    "a place in another": (place(part_of=fact("norton")), []),
    "an event after itself": (
        attack(follows=fact("attack-on-a-ferry")),
        [("attack-on-a-ferry.follows", "attack-on-a-ferry → attack-on-a-ferry is a circle")],
    ),
    "members in a circle, told once": (
        ties(
            ("norland", "member_of", "sudland"), ("sudland", "member_of", "reed-circle"),
            ("reed-circle", "member_of", "norland"), ("ada-berg", "member_of", "norland"),
        ),
        [("norland.member_of", "norland → sudland → reed-circle → norland is a circle")],
    ),
    "kinds of ties apart": (
        ties(("norland", "member_of", "sudland"), ("sudland", "organ_of", "norland")), [],
    ),
    "ties that go both ways": (
        ties(("norland", "supports", "sudland"), ("sudland", "supports", "norland")), [],
    ),
    "an event at a person": (
        attack(place=fact("ada-berg")), [("attack-on-a-ferry.place", "“ada-berg” is of the kind person")],
    ),
    "an event in a state": (attack(place=fact("sudland")), []),
    "an event at a place": (attack(place=fact("norton")), []),
    "a place with a person's name": (
        place(name=edited("ada berg")),
        [("port-alma.name", "the person ada-berg has the name “ada berg” too")],
    ),
    "that the rules read": (place(name=fact("Ada Berg")), []),
    "with a state's name": (place(name=edited("Norland")), []),
}  # fmt: skip


@pytest.mark.parametrize(("dossier", "told"), FAULTS.values(), ids=FAULTS)
def test_what_is_wrong_and_what_is_not(dossier, told):
    assert [(fault.where, fault.found) for fault in faults(dossier, [ARTICLE])] == told


@pytest.mark.parametrize(
    ("words", "text", "copied"),
    [
        (RUN, f"It rained. {RUN} It rained.", "word0 word1 word2 word3 word4 word5"),
        (f"She said {RUN.upper()}", f"{RUN}.", "word0 word1 word2 word3 word4 word5"),
        (f"{RUN} {RUN}", f"{RUN} {RUN}.", "word0 word1 word2 word3 word4 word5"),  # told once
        (RUN.rpartition(" ")[0], f"{RUN}.", None),
        (RUN, RUN.replace("word7 ", "word7 and "), None),
        (RUN, "It rained.", None),
    ],
)
def test_an_editor_s_line_is_no_copy(words, text, copied):
    article = read_article(text, id="a")
    told = f"it holds more than {MOST_COPIED} words of an article in a row: “{copied} …”"
    found = [(fault.where, fault.found) for fault in faults(berg(words), [ARTICLE, article])]
    assert found == ([("ada-berg.description", told)] if copied else [])
    by_rules = DOSSIER.actors[0].model_copy(update={"description": fact(words)})
    assert not list(faults(with_(actors=[by_rules]), [article])), "the reading takes its own words"
