"""Violence told in figures: no event and no blame; the same words meant as they stand are told."""

from __future__ import annotations

from datetime import date

import pytest

from dossier.reading.extract import extract_findings
from dossier.reading.text.article import read_article

MEANT = frozenset(("attack", "kidnapping", "sentence", "armed_clash", "accident", "disaster"))
BLAMES = frozenset(("carried_out_according_to", "responsibility_claimed"))


def told(text: str) -> set[str]:
    """Types of events of harm and kinds of blame read in a text."""
    article = read_article(text, id="example", title="Headline", published=date(2024, 5, 31))
    findings = extract_findings(article)
    events = {event.type for event in findings.events} & MEANT
    return events | ({claim.kind for claim in findings.claims} & BLAMES)


@pytest.mark.parametrize(
    "text",
    [
        "Their trains of thought collided in Suva on Monday.",
        "Ana Lume was stabbed in the back by her party in Suva on Monday.",
        "The army launched a rocket into space at noon.",
        "Ivo Stam said that Ana Lume was right behind the attack on poverty.",
        "Rebels of the ruling party ambushed the minister in Suva on Monday.",
        "Ana Lume killed two goals in Suva on Monday.",
        "Hackers attacked the hospital in Suva on Monday.",
    ],
)
def test_a_figure_is_no_event_and_no_blame(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "A train and a bus collided near Suva on Monday.",
        "Ana Lume was stabbed in the back by a man with a knife in Suva on Monday.",
        "The army launched a missile at a village near Suva on Monday.",
        "Police said that the Red Dawn guerrillas were behind the attack on the embassy.",
        "Rebels from the north ambushed a convoy near Suva on Monday.",
        "Rebels killed two villagers in Suva on Monday.",
        "Gunmen attacked the hospital in Suva on Monday.",
        "Gunmen killed nine voters at the polls in Suva on Monday.",
        "A storm killed nine people near Suva on Monday.",
    ],
)
def test_the_same_words_meant_as_they_stand_are_told(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The company launched a rocket into space on Monday.",
        "The army launched a satellite into orbit on Monday.",
        "The agency launched a rocket on Monday.",
    ],
)
def test_a_rocket_into_space_is_no_attack_and_a_launch(text: str) -> None:
    article = read_article(text, id="example", title="Headline", published=date(2024, 5, 31))
    assert [event.type for event in extract_findings(article).events] == ["launch"]
