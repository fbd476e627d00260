"""Why an event came about, what it was for and what it came after, in the words of its own clause."""

import pytest

from dossier.assembly.assembling import assemble
from dossier.reading.extract import extract_findings
from dossier.reading.text.article import read_article
from making import authorities
from stories import dossier_of, source

TOLD = [
    (
        "Police arrested Ivo Stam in connection with the theft of a boat.",
        "reason",
        "in connection with the theft of a boat",
    ),
    ("Ivo Stam was arrested on suspicion of theft.", "reason", "on suspicion of theft"),
    ("Ivo Stam was jailed for two years for stealing a boat.", "reason", "for stealing a boat"),
    ("Ivo Stam resigned because he was ill.", "reason", "because he was ill"),
    ("Ivo Stam resigned over the sale of the mill.", "reason", "over the sale of the mill"),
    ("Teachers in Suva went on strike in Fiji over pay.", "reason", "over pay"),
    (
        "Teachers in Suva struck in protest at the closing of the mill.",
        "reason",
        "in protest at the closing of the mill",
    ),
    ("Fiji closed its border in response to a raid on Suva.", "reason", "in response to a raid on Suva"),
    (
        'Police in Suva detained nine people for "spreading rumours," including the nurse Ana Lume.',
        "reason",
        'for "spreading rumours,"',
    ),
    ("Police arrested nine people in Suva for rioting, among them two nurses.", "reason", "for rioting"),
    ("Ivo Stam resigned after a dispute over the mill.", "after", "after a dispute over the mill"),
    ("Police arrested Ivo Stam after the mill had burned down.", "after", "after the mill had burned down"),
    (
        "Following a complaint by Ana Lume, police arrested Ivo Stam.",
        "after",
        "Following a complaint by Ana Lume",
    ),
    ("Ivo Stam resigned after losing the keys.", "after", "after losing the keys"),
    ("Police arrested Ivo Stam in Suva after two raids.", "after", "after two raids"),
    ("Ivo Stam resigned following months of protests.", "after", "following months of protests"),
    ("Ivo Stam resigned in May to run the mill.", "purpose", "to run the mill"),
    (
        "Police arrested Ivo Stam in Suva in a bid to end the riots.",
        "purpose",
        "in a bid to end the riots",
    ),
    # of an act that no frame knows
    ("Ana Lume painted the ferry on Monday after a storm.", "after", "after a storm"),
    ("Ana Lume painted the ferry on Monday because of the rust.", "reason", "because of the rust"),
    ("Ana Lume met Ivo Stam in Suva to discuss the mill.", "purpose", "to discuss the mill"),
    ("Teachers marched in Suva to demand higher pay.", "purpose", "to demand higher pay"),
]
UNTOLD = [
    # a time, a sentence's length, a name
    "Ivo Stam resigned after two years.",
    "Ivo Stam resigned after a week.",
    "Ivo Stam was jailed for life.",
    # whose reasoning is followed, what somebody thought or said: no event
    "Following that line of thinking, Ivo Stam resigned on Monday.",
    "Ana Lume sold the mill and resigned following advice from a nurse.",
    "After long reflection, Ana Lume resigned.",
    "After boasting that nobody swam faster, Ivo Stam was arrested in Suva.",
    "Fiji expelled two Tongan diplomats after alleging that they had bought a mill.",
    "Ivo Stam was jailed for nine years.",
    # taken back
    "Ana Lume resigned on Monday not because she was ill.",
    "Ivo Stam resigned, but not because of the mill.",
    # what somebody is told to do, what he left to do, is none of its aims
    "Ana Lume resigned, only to return in May.",
    "To do so, Ana Lume met Ivo Stam.",
    "Ana Lume ordered Ivo Stam to leave.",
    # for whom somebody was taken
    "Ivo Stam was arrested by mistake for his cousin, Ana Lume.",
    # what the finding came after, not the death; what a sentence without a verb of its own has swallowed
    "Ana Lume was found dead in Suva two days after she was last seen.",
    "The trial of Ana Lume for shooting a man opened in Suva without the driver, who has fled.",
    # cut off where the sentence goes on
    "The mayor met Ana Lume in Suva to mend a thing we are certain is broken.",
]


def told(text: str) -> list[tuple[str, str]]:
    article = read_article(text, id="a", title="")
    return [
        (slot.slot, article.text.slice(slot.span))
        for event in extract_findings(article).events
        for slot in event.slots
        if slot.slot in ("reason", "after", "purpose")
    ]


@pytest.mark.parametrize(("text", "slot", "words"), TOLD)
def test_why_what_for_and_after_what(text: str, slot: str, words: str) -> None:
    assert (slot, words) in told(text)


@pytest.mark.parametrize("text", UNTOLD)
def test_what_is_no_reason(text: str) -> None:
    assert told(text) == []


def test_only_what_tells_the_event_itself_says_why() -> None:
    again = "Ivo Stam was arrested in Suva on Friday.\n\n"
    assert told(again + "Stam was arrested for stealing a boat, police said.") == [
        ("reason", "for stealing a boat")
    ]
    assert told(again + "Stam had been arrested before for stealing a boat.") == []
    raid = "Rebels raided a village in Fiji on Monday and killed nine people."
    assert told(raid + " Three people were killed because a wall had fallen.") == []


def test_whom_a_land_holds_is_nobody_told_of_before() -> None:
    opened = "Ana Lume opened a new port in Suva.\n\nFiji’s government opened its first port after the war."
    first, *_ = extract_findings(read_article(opened, id="a", title="")).events
    assert [slot.slot for slot in first.slots] == ["what", "by", "where"]


def test_whose_word_a_reason_is_is_told() -> None:
    made = dossier_of(source("a", "Ivo Stam resigned because he was ill, Ana Lume said."))
    (reason,) = (fact for event in made.events for fact in event.reasons)
    assert (reason.value, [each.actor for each in reason.according_to]) == (
        "because he was ill",
        ["ana-lume"],
    )


def test_where_there_is_no_room_a_reason_goes_first_and_leaves_no_stub():
    report = (
        "Police arrested Ivo Stam in Suva on Monday in connection with the theft of a boat. Ana Lume said "
        "that the old mill by the harbour would open again in May.\n\n"
        "Fiji closed its border with Tonga on Sunday in response to a raid on Suva."
    )
    showing, links, claims = assemble((source("a", report),), authorities(), "authorities.yaml"), [], []
    for _ in range(8):
        shown = showing.shown()
        links.append([fact.value for event in shown.events for fact in event.reasons])
        claims.append([claim.wording_as_reported.value for claim in shown.claims])
        showing.spare({"a": 4})
    whole = ["in connection with the theft of a boat", "in response to a raid on Suva"]
    assert links[0] == whole
    assert links[-1] == ["…", "…"]
    assert {words for each in links for words in each} == {*whole, "…"}
    assert next(n for n, each in enumerate(links) if each != whole) < next(
        n for n, each in enumerate(claims) if each != claims[0]
    )
