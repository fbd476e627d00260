"""Agreements, pledges and plans, sentence by sentence. All names but the seed's are made up."""

from __future__ import annotations

from datetime import date

import pytest

from dossier.reading.extract import extract_findings
from dossier.reading.findings import AgreementFinding
from dossier.reading.text.article import read_article
from dossier.seeds.articles import load_seed
from first_dossier import SEED


def agreements(*paragraphs: str) -> tuple[AgreementFinding, ...]:
    article = read_article("\n\n".join(paragraphs), id="made-up", published=date(2021, 5, 14))
    return extract_findings(article).agreements


@pytest.mark.parametrize(
    ("sentence", "kind", "status", "title", "parties"),
    [
        ("Kenya and Uganda agreed to set up a joint patrol.", "joint_force", "agreed", "Joint patrol",
         ["Kenya", "Uganda"]),
        ("Kenya and Uganda will build a railway to the coast, the president announced.", "infrastructure",
         "announced", "Railway", ["Kenya", "Uganda"]),
        ("Kenya and Uganda plan to share data on the lake.", "other", "planned",
         "Plan to share data on the lake", ["Kenya", "Uganda"]),
        ("Kenya signed a trade treaty with Uganda on Monday.", "treaty", "signed", None, ["Kenya", "Uganda"]),
        ("The treaty between Kenya and Uganda as well as the Geneva Conventions bind it.", "treaty",
         "unknown", None, ["Kenya", "Uganda"]),
        ("The accord was signed at a summit in the city of Mombasa by Kenya and Uganda.", "treaty", "signed",
         None, ["Kenya", "Uganda"]),
        ("Kenya and Uganda will set up a joint squadron, their ministers said on Monday.", "other", "planned",
         "Joint squadron", ["Kenya", "Uganda"]),
        ("A ceasefire between Kenya and Uganda was reached on Monday.", "ceasefire", "agreed",
         "Ceasefire between Kenya and Uganda", ["Kenya", "Uganda"]),
        ("President Ana Silva promised to open the port.", "pledge", "pledged", "Pledge to open the port",
         ["Ana Silva"]),
        ("President Ana Silva pledged $80m in aid for the port.", "pledge", "pledged", "Pledge of $80m",
         ["Ana Silva"]),
        ("President Ana Silva promised to spend £4m.", "pledge", "pledged", "Pledge to spend £4m",
         ["Ana Silva"]),
        ("Mayor Ana Silva also agreed to add two members to the council.", "pledge", "pledged",
         "Pledge to add two members to the council", ["Ana Silva"]),
        ("Kenya and its neighbours agreed to share a ferry.", "other", "agreed",
         "Agreement to share a ferry", ["Kenya"]),
        ("Ana Silva vowed never to close the port.", "pledge", "pledged", None, ["Ana Silva"]),
        ("Ana Silva pledged that her country would not close the port.", "pledge", "pledged",
         "Pledge that her country would not close the port", ["Ana Silva"]),
        ("Kenya and Uganda plan to share their public, private and church archives.", "other", "planned",
         "Plan to share their public, private and church archives", ["Kenya", "Uganda"]),
        ("Ana Silva pledged $5m in investments during the talks.", "investment", "pledged",
         "Pledge of $5m in investments", ["Ana Silva"]),
        ("The trade treaty was signed on Monday by Kenya and Uganda.", "treaty", "signed", "Trade treaty",
         ["Kenya", "Uganda"]),
        ("Voters recall Ana Silva’s promise to open the port.",
         "pledge", "pledged", "Pledge to open the port",
         ["Ana Silva"]),
        ("Kenya and Uganda pledged that they would leave the union.", "pledge", "pledged",
         "Pledge to leave the union", ["Kenya", "Uganda"]),
        ("Kenya and Uganda signed a memorandum of understanding here.", "other", "signed",
         "Memorandum of understanding", ["Kenya", "Uganda"]),
        ("Kenya and Uganda agreed a pact to build a bridge.", "treaty", "agreed",
         "Pact between Kenya and Uganda", ["Kenya", "Uganda"]),
        ("Kenya and Uganda agreed on Tuesday to share data on the lake.", "other", "agreed",
         "Agreement to share data on the lake", ["Kenya", "Uganda"]),
        ("Ana Silva has reiterated that her country will never join the war.", "pledge", "pledged",
         "Pledge that her country will never join the war", ["Ana Silva"]),
        ("Kenya and Uganda have signed a partnership framework to share data.", "other", "signed",
         "Partnership framework", ["Kenya", "Uganda"]),
        ("On Monday Kenya and Uganda signed a memorandum of understanding (MoU) on boats.", "other", "signed",
         "Memorandum of understanding", ["Kenya", "Uganda"]),
        ("Peru and Kenya signed the Tarvo Waters Treaty in Lagos on Monday.", "treaty", "signed",
         "Tarvo Waters Treaty", ["Peru", "Kenya"]),
        ("Peru and Kenya signed a treaty on fish in Lagos on Monday.", "treaty", "signed",
         "Treaty on fish", ["Peru", "Kenya"]),
        ("The agreement was signed by Ana Silva on Monday.", "other", "signed",
         "Agreement signed by Ana Silva", ["Ana Silva"]),
        ("Peru, Kenya and Uganda signed a pact on Monday.", "treaty", "signed",
         "Pact between Peru and Kenya", ["Peru", "Kenya", "Uganda"]),
        ("Fiji, Tonga and Samoa signed a pact on Monday.", "treaty", "signed",
         "Pact between Fiji and Tonga", ["Fiji", "Tonga", "Samoa"]),
        ("The foreign ministers of Kenya and Uganda, Ana Silva and John Harper, signed a pact.", "treaty",
         "signed", "Pact between Kenya and Uganda", ["Kenya", "Uganda"]),
        ("Ana Silva has signed a deal with the ruling party.", "other", "signed",
         "Deal signed by Ana Silva", ["Ana Silva"]),
        ("Peru’s mill agreed a deal with Kenya.", "other", "agreed", "Deal with Kenya", ["Kenya"]),
        ("Ana Silva pledged to pay for a ferry worth $40m.", "pledge", "pledged",
         "Pledge to pay for a ferry worth $40m", ["Ana Silva"]),
        ("Kenya and Uganda agreed to establish a body on the lake.", "committee", "agreed",
         "Agreement to establish a body on the lake", ["Kenya", "Uganda"]),
        ("The presidents of Kenya and Uganda agreed to build a railway.", "infrastructure", "agreed",
         "Railway", ["Kenya", "Uganda"]),
        ("Ana Silva promised that she would never close the port.", "pledge", "pledged",
         "Pledge never to close the port", ["Ana Silva"]),
        ("Ana Silva promised the army would leave the port.", "pledge", "pledged",
         "Pledge that the army would leave the port", ["Ana Silva"]),
        ("Ana Silva pledged that her government would not allow any part of the old northern port to be "
         "used by smugglers against its neighbours.", "pledge", "pledged",
         "Pledge that her government would not allow any part of the old northern port to be used by "
         "smugglers against its neighbours", ["Ana Silva"]),
        ("Ana Silva pledged to shut the port if voted into office.", "pledge", "pledged",
         "Pledge to shut the port if voted into office", ["Ana Silva"]),
        ("If elected, Ana Silva promised to shut the port.", "pledge", "pledged",
         "Pledge to shut the port if elected", ["Ana Silva"]),
        ("Ana Silva vowed to resign if the board found that she had lied.", "pledge", "pledged",
         "Pledge to resign if the board found that she had lied", ["Ana Silva"]),
        ("Ana Silva promised to keep the port open as long as it was safe.", "pledge", "pledged",
         "Pledge to keep the port open as long as it was safe", ["Ana Silva"]),
        ("Ana Silva promised to cut the tax, but only if the mines pay theirs.", "pledge", "pledged",
         "Pledge to cut the tax but only if the mines pay theirs", ["Ana Silva"]),
        ("Ana Silva promised to leave once the war was over.", "pledge", "pledged",
         "Pledge to leave once the war was over", ["Ana Silva"]),
        ("Ana Silva promised that the army would leave the port unless the rebels came back.", "pledge",
         "pledged", "Pledge that the army would leave the port unless the rebels came back", ["Ana Silva"]),
        ("Kenya pledged $80m in aid on Monday if the truce holds.", "pledge", "pledged",
         "Pledge of $80m if the truce holds", ["Kenya"]),
        ("Kenya and Uganda agreed to extend the truce until a treaty is signed.", "ceasefire", "agreed",
         "Agreement to extend the truce until a treaty is signed", ["Kenya", "Uganda"]),
        ("Kenya and Uganda plan to build a railway if the banks lend them money.", "infrastructure",
         "planned", "Railway if the banks lend them money", ["Kenya", "Uganda"]),
        ("Ana Silva promised to shut the port when she met farmers on Monday.", "pledge", "pledged",
         "Pledge to shut the port", ["Ana Silva"]),
        ("Kenya and Uganda agreed to work together to enforce safety on the lake.", "other", "agreed",
         "Agreement to work together to enforce safety on the lake", ["Kenya", "Uganda"]),
        ("Ana Silva agreed to shut the port in a move that angered sailors.", "pledge", "pledged",
         "Pledge to shut the port", ["Ana Silva"]),
        ("Ana Silva promised to build a school that any child can reach.", "pledge", "pledged",
         "Pledge to build a school that any child can reach", ["Ana Silva"]),
        ("Kenya agreed to pay a $1.5m (£1.1m) fine for spilling oil.", "pledge", "pledged",
         "Pledge to pay a $1.5m (£1.1m) fine for spilling oil", ["Kenya"]),
        ("Ana Silva vowed to fight back.", "pledge", "pledged", "Pledge to fight back", ["Ana Silva"]),
        ("Ana Silva promised to pay back all that was taken.", "pledge", "pledged",
         "Pledge to pay back all that was taken", ["Ana Silva"]),
        ("Half of the money pledged by Kenya has come.", "pledge", "pledged", "Pledge of the money",
         ["Kenya"]),
    ],
)  # fmt: skip
def test_agreements(sentence: str, kind: str, status: str, title: str | None, parties: list[str]) -> None:
    found = agreements(sentence)
    assert [(a.kind, a.status) for a in found] == [(kind, status)]
    assert [party.actor for party in found[0].parties] == parties
    if title is not None:
        assert found[0].title.startswith(title)
        assert not found[0].title.endswith(".")


@pytest.mark.parametrize(
    ("sentence", "purposes"),
    [
        ("Kenya and Uganda agreed to set up a joint patrol to stop smugglers.", ["to stop smugglers"]),
        ("Kenya and Uganda will establish a joint patrol to respond to raids, the president announced.",
         ["to respond to raids"]),
        ("Kenya and Uganda agreed to set up a fund so that farmers can be paid.",
         ["so that farmers can be paid"]),
        ("Kenya and Uganda agreed to set up a patrol that will work on the lake to stop smugglers.",
         ["to stop smugglers"]),
        ("Kenya and Uganda agreed to share data on the lake.", []),
        ("Ana Silva promised to open the port.", []),
        ("Kenya and Uganda agreed to set up a patrol, which was so slow that boats escaped.", []),
    ],
)  # fmt: skip
def test_what_an_agreement_is_for(sentence: str, purposes: list[str]) -> None:
    article = read_article(sentence, id="made-up", published=date(2021, 5, 14))
    (found,) = extract_findings(article).agreements
    assert [article.text.slice(s.span) for s in found.slots if s.slot == "purpose"] == purposes


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Kenya and Uganda agreed to set up a joint patrol.", "agreed to set up"),
        ("Kenya and Uganda agreed to build a railway.", "agreed to build"),
        ("Ana Silva promised to shut down the mill.", "promised to shut down"),
    ],
)
def test_the_words_for_a_status_end_with_the_verb_and_its_particle(sentence: str, words: str) -> None:
    article = read_article(sentence, id="made-up", published=date(2021, 5, 14))
    (found,) = extract_findings(article).agreements
    assert article.text.slice(found.status_span) == words


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya agreed with Uganda that the rains were late.",
        "Kenya and Uganda could agree to set up a joint patrol.",
        "Kenya refused to sign the treaty.",
        "Kenya urged Uganda to sign the treaty.",
        "Kenya plans to build a railway.",
        "Kenya and Uganda want to share data on the lake.",
        "Kenya and Uganda will not build a railway.",
        "Ana Silva agreed to disagree with John Harper.",
        "If Kenya agreed to open the port, Uganda would pay.",
        "Ana Silva did not promise to open the port.",
        "There are signs of an early spring in Kenya.",
        "The plan to open the port is an old one.",
        "Ana Silva committed a foul in the second half.",
        "Kenya and Uganda share a lake, and the government agreed to set up a committee.",
        "Kenya and Uganda share a lake, and the country agreed to set up a committee.",
        "The fruit growers of Kenya and Uganda signed an agreement on Monday.",
        "Ana Silva assured that the marches would have been paid for by smugglers.",
        "Ana Silva signed a letter of intent with John Harper on Monday.",
        "The sale cleared the way for Kenya to sign a treaty with Uganda.",
        "Kenya and Uganda will join Peru in the play-offs.",
        "Ana Silva appears to have reached an armistice.",
        "If the council agrees, this will be the first deal that Kenya has signed with Uganda.",
        "Ana Silva has promised to show me the old mill.",
        "Ana Silva promised that she had shut the port.",
        "Ana Silva promised that she “swore by the river” to be fair.",
        "The port, which Ana Silva has pledged to make her first concern, is shut.",
    ],
)
def test_no_agreement(sentence: str) -> None:
    assert agreements(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "title", "parties", "date"),
    [
        (
            "The ministers of Peru, Chile and Kenya signed an agreement on Tuesday to link their grids.",
            "Agreement to link their grids",
            ["Peru", "Chile", "Kenya"],
            True,
        ),
        (
            "Peru and Chile signed a ceasefire agreement in Lagos on Feb. 3, 2009, with a neighbour as host.",
            "Ceasefire agreement in Lagos",
            ["Peru", "Chile"],
            True,
        ),
        ("Peru promised to review a pact signed in 2013.", None, ["Peru"], False),
        (
            "Peru and Chile pledged to settle it after a ship was sunk last Thursday.",
            None,
            ["Peru", "Chile"],
            False,
        ),
        ("Olga Brandt, who flew to Lagos on Sunday, vowed to hunt them down.", None, ["Olga Brandt"], False),
    ],
)
def test_the_date_and_the_parties_are_the_agreement_s_own(
    sentence: str, title: str | None, parties: list[str], date: bool
) -> None:
    (found,) = agreements(sentence)
    assert [party.actor for party in found.parties] == parties
    assert (found.date is not None) == date
    assert title in (None, found.title)


def test_an_agreement_told_again_is_one() -> None:
    found = agreements(
        "Kenya and Uganda will establish a joint lake patrol, President Ana Silva announced on Monday.",
        "Both countries agreed to set up the patrol, said Ana Silva.",
    )
    assert [(a.status, a.announced_by, len(a.evidence)) for a in found] == [("agreed", "Ana Silva", 2)]
    assert [party.actor for party in found[0].parties] == ["Kenya", "Uganda"]


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ("The agreement was signed by Ana Silva, president of Kenya.", [(["Kenya", "Uganda"], 2)]),
        ("The deal was signed by Ana Silva on Tuesday.", [(["Kenya", "Uganda"], 2)]),
        ("The tea agreement was signed by Ana Silva.", [(["Kenya", "Uganda"], 1), (["Ana Silva"], 1)]),
        ("A trade agreement was signed by Ana Silva.", [(["Kenya", "Uganda"], 1), (["Ana Silva"], 1)]),
        ("Ana Silva pledged to honour the agreement.", [(["Kenya", "Uganda"], 1), (["Ana Silva"], 1)]),
    ],
)
def test_who_signs_the_agreement_signs_for_its_parties(
    second: str, told: list[tuple[list[str], int]]
) -> None:
    found = agreements("Kenya and Uganda signed a fishing agreement on Monday.", second)
    assert [([p.actor for p in each.parties], len(each.evidence)) for each in found] == told


def test_an_agreement_is_no_event_besides() -> None:
    article = read_article(
        "Kenya signed a fishing treaty with Uganda on Monday.", id="made-up", published=date(2021, 5, 14)
    )
    found = extract_findings(article)
    assert (len(found.agreements), found.events) == (1, ())


def test_two_agreements_of_the_same_parties_stay_two() -> None:
    found = agreements(
        "Kenya and Uganda agreed to set up a joint patrol.",
        "Kenya and Uganda also agreed to build a railway.",
    )
    assert [a.kind for a in found] == ["joint_force", "infrastructure"]
    pledges = agreements(
        "Ana Silva pledged to raise the wages of nurses.",
        "Ana Silva pledged not to raise the wages of nurses.",
    )
    assert len(pledges) == 2


def test_the_same_undertaking_of_other_parties_is_another() -> None:
    """Uganda agreed with each of the two, which agreed on nothing with one another."""
    found = agreements(
        "Kenya and Uganda agreed to set up a joint committee.",
        "Rwanda and Uganda agreed to set up a joint committee.",
    )
    assert [[party.actor for party in each.parties] for each in found] == [
        ["Kenya", "Uganda"],
        ["Rwanda", "Uganda"],
    ]


def test_hostile_text_stays_in_proportion() -> None:
    assert len(agreements("Kenya and Uganda agreed to set up and pledged to sign a deal " * 2_000)) < 50


def test_no_title_ends_within_marks() -> None:
    (pledge,) = agreements("Ana Silva promised to give the port “the best of all docks” in May.")
    assert pledge.title == "Pledge to give the port “the best of all docks” in May"


def test_the_seed_article() -> None:
    found = extract_findings(load_seed(SEED).article).agreements
    assert [(a.kind, a.status, a.title) for a in found] == [
        ("joint_force", "agreed", "Joint rapid reaction force"),
        (
            "pledge",
            "pledged",
            "Pledge that his government would not allow Pakistani soil to be used by armed groups "
            "against any country",
        ),
        ("committee", "agreed", "Barter committee"),
        (
            "infrastructure",
            "planned",
            "Plan to link the two countries new deepwater trade ports of Gwadar and Charbahar by rail",
        ),
        (
            "pledge",
            "pledged",
            "Pledge that his country will never take part in any military or war coalition",
        ),
        ("investment", "pledged", "Pledge of $20bn in investments"),
    ]
    parties = [[party.actor for party in a.parties] for a in found]
    both = ["Pakistan", "Iran"]
    assert parties == [both, ["Imran Khan"], both, both, ["Imran Khan"], ["Mohammed bin Salman"]]
    assert [a.announced_by for a in found] == ["Hassan Rouhani", None, "Hassan Rouhani", "Hassan Rouhani",
                                               "Hassan Rouhani", None]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "announcer", "source"),
    [
        ("President Ana Silva said Kenya had agreed to pay for the bridge.", "Ana Silva", "Ana Silva"),
        ("Kenya, as President Ana Silva noted, agreed to pay for the bridge.", "Ana Silva", "Ana Silva"),
        ("President Ana Silva believes Kenya agreed to pay for the bridge.", None, "Ana Silva"),
        ("Kenya agreed to pay for the bridge.", None, None),
    ],
)
def test_who_says_that_it_was_agreed(text, announcer, source):
    (found,) = agreements(text)
    assert (found.announced_by, found.source and found.source.name) == (announcer, source)


def test_what_somebody_was_told_by_nobody_named_is_hearsay():
    (found,) = agreements("President Ana Silva was told that Kenya had agreed to pay for the bridge.")
    assert found.standing is not None
    assert found.standing.modality == "hearsay"


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Fiji and Tonga signed a trade deal on 3 May. Samoa and Niue signed the agreement on 10 May.",
            [["Fiji", "Tonga"], ["Samoa", "Niue"]],
        ),
        (
            "Fiji and Tonga agreed a ceasefire on 3 May. Fiji and Tonga signed the treaty on 10 May.",
            [["Fiji", "Tonga"], ["Fiji", "Tonga"]],
        ),
        (
            "Fiji and Tonga signed a trade deal. The agreement was signed by Ann Lee, president of Fiji.",
            [["Fiji", "Tonga"]],
        ),
        ("The presidents of Fiji and Tonga, Ann Lee and Bo Tarr, signed a trade deal.", [["Fiji", "Tonga"]]),
    ],
)
def test_the_agreement_means_one_of_no_other_states_and_no_other_sort(
    text: str, parties: list[list[str]]
) -> None:
    assert [[party.actor for party in each.parties] for each in agreements(text)] == parties


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("Kenya signed a treaty with Uganda.", ["Kenya", "Uganda"]),
        ("The treaty with Uganda was signed by Kenya on Monday.", ["Uganda", "Kenya"]),
        ("Kenya pledged talks with Uganda.", ["Kenya"]),
        ("Kenya pledged to sign a treaty with Uganda.", ["Kenya"]),
    ],
)
def test_who_is_only_to_be_met_or_signed_with_has_pledged_nothing(sentence: str, parties: list[str]) -> None:
    article = read_article(sentence, id="made-up", published=date(2021, 5, 14))
    (found,) = extract_findings(article).agreements
    assert [party.actor for party in found.parties] == parties


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        ("Ana Silva, a union leader, vowed that they would not return before June.", []),
        (
            "Ana Silva, a union leader, vowed that she would not return before June.",
            ["Pledge not to return before June"],
        ),
    ],
)
def test_who_vows_for_others_vows_nothing_himself(sentence: str, titles: list[str]) -> None:
    assert [each.title for each in agreements(sentence)] == titles
