"""What a film, play, novel or game tells did not happen, was not agreed and was said by nobody."""

from __future__ import annotations

from datetime import date

import pytest

from dossier.reading.extract import extract_findings
from dossier.reading.text.article import read_article


def told(text: str) -> list[str]:
    """What is read in a text, each with what tells it; of a quotation its speaker, where it has one."""
    article = read_article(text, id="example", title="Headline", published=date(2024, 5, 31))
    found = extract_findings(article)
    said = [f"quote: {quote.speaker.mention}" for quote in found.quotes if quote.speaker]
    return [
        *(f"event: {event.type}" for event in found.events),
        *(f"agreement: {agreement.kind}" for agreement in found.agreements),
        *(f"claim: {claim.kind}" for claim in found.claims),
        *said,
    ]


TELLS = [
    ("{} Fiji and Tonga agreed to share the reef.", ["agreement: other"]),
    ("{} Tonga shut all eight of its crossings on Monday.", ["event: border_closure"]),
    ("{} a judge on Monday turned down the request.", ["event: ruling"]),
    ("{} Ana Lume was elected president on Sunday.", ["event: election"]),
    ("{} Ivo Stam murdered Ana Lume in Suva.", ["event: attack", "claim: carried_out_according_to"]),
    ("{} Ivo Stam accused Ana Lume of theft.", ["claim: accusation"]),
    ("{} “We will never yield,” Ivo Stam says.", ["claim: statement", "quote: Ivo Stam"]),
    ("{} Ivo Stam says: “We will never yield.”", ["quote: Ivo Stam"]),
]
WORKS = [
    "In the drama,",
    "In the film,",
    "In Ana Lume’s new novel,",
    "In the radio play,",
    "In the video game,",
    "In the game,",
    "In the television series,",
    "In the short story,",
    "In the last scene of the opera,",
    "In the soap,",
    "In the final scene,",
    "In the second act",
    "In the novel",
    "In the opening chapter",
]
PLACES = [
    "In the hall,",
    "In a series of moves,",
    "In the course of the day,",
    "After the play,",
    "In the letter,",
    "In the second week",
    "In the hall",
]


@pytest.mark.parametrize("opening", WORKS)
@pytest.mark.parametrize("sentence", [sentence for sentence, _ in TELLS])
def test_what_a_work_of_fiction_tells_is_nobody_s(sentence: str, opening: str) -> None:
    assert told(sentence.format(opening)) == []


@pytest.mark.parametrize("opening", PLACES)
@pytest.mark.parametrize(("sentence", "found"), TELLS)
def test_what_happens_elsewhere_is_told(sentence: str, found: list[str], opening: str) -> None:
    assert told(sentence.format(opening)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Police arrested Ivo Stam in the film.", []),
        ("Police arrested Ivo Stam in the hall.", ["event: arrest"]),
        ("Ivo Stam was arrested in Suva on Monday, in the drama.", []),
        ("“We will never yield,” Ivo Stam says in the film.", []),
        ("“In the film, we sing,” Ivo Stam said.", ["quote: Ivo Stam"]),
        # Who made one is as real as anybody.
        ("Police arrested Ivo Stam, who played a guard in the film.", ["event: arrest"]),
        ("Ivo Stam was arrested over his role in the film on Monday.", ["event: arrest"]),
        ("Ana Lume, who starred in the film, accused Ivo Stam of theft.", ["claim: accusation"]),
        # One of several acts of the news, or part of it, is no part of a work.
        ("In the book Ivo Stam murdered Ana Lume in Suva.", []),
        ("In her book, Ivo Stam murdered Ana Lume in Suva.", []),
        ("In her book, Ivo Stam accused Ana Lume of theft.", ["claim: accusation"]),
        ("In the final chapter of the war, police arrested Ivo Stam.", ["event: arrest"]),
        ("In his second act as mayor, Ivo Stam resigned on Monday.", ["event: resignation"]),
        ("In one episode, Fiji closed its border with Tonga.", ["event: border_closure"]),
        ("In a scene outside the court, police arrested Ivo Stam.", ["event: arrest"]),
    ],
)
def test_where_a_work_of_fiction_is_told_of(text: str, found: list[str]) -> None:
    assert told(text) == found
