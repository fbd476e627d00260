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


PAIRS = [
    # (told in a figure, the same words meant as they stand)
    ("The play bombed in Suva on Monday.", "Warplanes bombed the theatre in Suva on Monday."),
    (
        "The show bombed at the box office in Suva on Monday.",
        "Rebels bombed an exhibition in Suva on Monday.",
    ),
    (
        "The Suva Tigers slaughtered the Lesk Rovers on Monday.",
        "The militia slaughtered nine farmers on Monday.",
    ),
    ("The Suva Tigers massacred Lesk 6-0 on Monday.", "The Red Dawn massacred nine villagers on Monday."),
    (
        "The singer held the crowd hostage with a ballad in Suva on Monday.",
        "Gunmen held the crowd hostage at a concert in Suva on Monday.",
    ),
    (
        "Ana Lume held the audience captive in Suva on Monday.",
        "Ana Lume held nine nurses captive in Suva on Monday.",
    ),
    (
        "The bank held its customers hostage with high fees in Suva on Monday.",
        "A man held nine customers hostage in a bank in Suva on Monday.",
    ),
    ("The rebels hit the road in Suva on Monday.", "The rebels hit a convoy near Suva on Monday."),
    (
        "The soldiers hit the road in Suva on Monday.",
        "A shell hit the road near Suva on Monday, killing nine.",
    ),
    (
        "Ana Lume was stabbed in the back by Ivo Stam in Suva on Monday.",
        "Ana Lume was stabbed in the back by a gang in Suva on Monday.",
    ),
    ("Soldiers shot a film in Suva on Monday.", "Soldiers shot a student in Suva on Monday."),
    ("The club fired the coach in Suva on Monday.", "Gunmen shot the coach in Suva on Monday."),
    ("The army executed a contract in Suva on Monday.", "The army executed two farmers near Suva on Monday."),
    ("The troops executed a manoeuvre near Suva on Monday.", "The troops executed nine prisoners on Monday."),
    ("The army killed the project in Suva on Monday.", "The army killed a reporter in Suva on Monday."),
    ("The police killed the lights in Suva on Monday.", "The police killed a burglar in Suva on Monday."),
    (
        "The company launched an attack ad in Suva on Monday.",
        "The rebels launched an attack on a village near Suva on Monday.",
    ),
    (
        "The party launched an attack on the mayor in Suva on Monday.",
        "The group launched an attack on a village near Suva on Monday.",
    ),
    ("The company attacked the court on Monday.", "The government attacked the village on Monday."),
    ("Investors attacked the bank on Monday.", "Rebels attacked the bank on Monday."),
    (
        "A battle for the police contract erupted in Suva on Monday.",
        "A battle for the town erupted between rebels and the army on Monday.",
    ),
    (
        "A clash over the army budget erupted in Suva on Monday.",
        "A clash over land killed nine soldiers on Monday.",
    ),
    (
        "Rebels struck a deal with the army in Suva on Monday.",
        "Rebels struck the base of the army on Monday.",
    ),
    (
        "Soldiers struck oil near the base in Suva on Monday.",
        "Rebels struck an oil refinery near Suva on Monday.",
    ),
    (
        "The assault on the market by traders went on in Suva on Monday.",
        "The assault on the market by rebels went on in Suva on Monday.",
    ),
    (
        "An explosion in demand for drones hit a factory in Suva on Monday.",
        "An explosion in a factory hit by drones killed nine in Suva on Monday.",
    ),
    ("The ship of state sank on Monday.", "A ship of the line sank on Monday."),
    ("The bridge of understanding collapsed in Suva on Monday.", "The bridge of Suva collapsed on Monday."),
    ("The market crashed in Suva on Monday.", "A train crashed in Suva on Monday."),
    (
        "The shooting of the series at the base in Suva began on Monday.",
        "The shooting of two players at the stadium in Suva shocked the town on Monday.",
    ),
    ("Critics murdered the singer in Suva on Monday.", "Rebels murdered the singer in Suva on Monday."),
    ("The song torched the charts in Suva on Monday.", "Rebels torched a theatre in Suva on Monday."),
    (
        "The company sabotaged the merger in Suva on Monday.",
        "Rebels sabotaged a pipeline near Suva on Monday.",
    ),
    (
        "Police ambushed the mayor with a cake in Suva on Monday.",
        "Gunmen ambushed the mayor in Suva on Monday.",
    ),
    (
        "Ivo Stam threw a rocket to the winger in Suva on Monday.",
        "Rebels threw a grenade at a guard on Monday.",
    ),
    (
        "The minister came under fire in Suva on Monday.",
        "Rebels opened fire on the minister in Suva on Monday.",
    ),
    ("The hostile takeover of the bank shocked Suva.", "The raid on the bank by gunmen shocked Suva."),
]


@pytest.mark.parametrize(("figure", "meant"), PAIRS)
def test_what_can_be_harmed_and_who_harms_tell_a_figure_from_the_same_words_meant(
    figure: str, meant: str
) -> None:
    assert not told(figure)
    assert told(meant)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels threw a grenade into the meeting on Monday.",
        "Rebels planted a bomb at the station on that day.",
        "A rebel column raided the town of Suva on Monday.",
        "Rebels kidnapped Ana Love in Suva on Monday.",
        "Rebels attacked a village with 200 houses near Suva on Monday.",
        "Rebels attacked a convoy with supplies near Suva on Monday.",
        "The army bombed the town with phosphorus on Monday.",
        "Soldiers shot at a lorry near Suva on Monday.",
        "A drought killed the crops near Suva in May.",
        "Soldiers killed an entire family near Suva on Monday.",
        "Soldiers killed dozens of locals near Suva on Monday.",
        "Prisoners took two guards hostage in Suva on Monday.",
        "Villagers held four officials hostage near Suva on Monday.",
        "Ana Lume was murdered by a rival in Suva on Monday.",
        "Rebels killed 9-11 guards near Suva on Monday.",
        "The union’s members attacked a guard in Suva on Monday and wounded him.",
    ],
)
def test_violence_is_no_figure_for_want_of_a_usual_word(text: str) -> None:
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
