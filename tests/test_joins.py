"""What belongs together is joined by the words both rest on, and nothing else is."""

from dataclasses import replace
from datetime import date

import pytest

from dossier.assembly.assembling import assemble
from dossier.reading.extract import extract_findings
from dossier.reading.text.article import read_article
from making import authorities, source


def made(text):
    article = read_article(text, id="ferry", published=date(2021, 6, 9))
    one = replace(source(extract_findings(article)), article=article)
    return assemble((one,), authorities(), "authorities.yaml").shown()


PLEDGE = "Ana Novak, the president of Fiji, pledged to open the border to Tonga by June."


def test_a_pledge_that_is_an_agreement_too_is_kept_as_both_and_joined():
    dossier = made(PLEDGE)
    (pledge,) = dossier.agreements
    (claim,) = (each for each in dossier.claims if each.kind.value == "pledge")
    assert claim.utters is not None
    assert (claim.utters.value, claim.utters.read_by) == (pledge.id, "rules")


def test_a_claim_of_another_kind_utters_no_pledge():
    dossier = made(PLEDGE + " Tonga said that the border was open.")
    assert [each.utters is None for each in dossier.claims if each.kind.value != "pledge"] == [True]


@pytest.mark.parametrize(
    ("text", "utters"),
    [
        ("“Fiji and Tonga have agreed to set up a joint committee,” said Ana Novak of Fiji.", True),
        ("Ana Novak of Fiji said: “The ferry is late again today.”", False),
        ("Fiji and Tonga agreed to set up a joint committee. “The ferry is late,” said Ana Novak.", False),
        (
            "“Fiji and Tonga have agreed to set up a joint committee. Fiji and Samoa have agreed to build a "
            "bridge,” said Ana Novak of Fiji.",
            False,
        ),
    ],
)
def test_a_quotation_utters_the_one_agreement_that_it_words(text, utters):
    dossier = made(text)
    (quote,) = dossier.quotes
    told = [each.id for each in dossier.agreements]
    assert (quote.utters and quote.utters.value) == (told[0] if utters else None)


@pytest.mark.parametrize(
    ("counted", "force"),
    [
        ("14 Tongan Coast Guard officers", "coast-guard"),
        ("14 Tongan security forces personnel", "tongan-security-forces"),
        ("14 Tongan Coast Guard prisoners", None),
        ("14 people", None),
        ("14 critics of the Tongan Coast Guard", None),
    ],
)
def test_casualties_are_joined_to_the_force_they_belonged_to_where_their_words_name_it(counted, force):
    dossier = made(
        "The Tongan Coast Guard patrols the bay. The Tongan Coast Guard has two boats. "
        f"At least {counted} were killed in an attack on a harbour in Tonga on Monday."
    )
    casualties = [each.value for event in dossier.events for each in event.casualties]
    assert [each.actor for each in casualties] == [force]


def test_an_agreement_quoted_at_a_press_conference_was_not_made_there():
    dossier = made(
        "“Fiji and Tonga have agreed to set up a joint committee,” said Ana Novak of Fiji at a joint press "
        "conference in Suva on Monday."
    )
    assert [each.occasion for each in dossier.agreements] == [None]
    assert [each.occasion.value for each in dossier.quotes if each.occasion] == [
        event.id for event in dossier.events if event.type.value == "press_conference"
    ]
