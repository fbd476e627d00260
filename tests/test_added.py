"""Claims and quotations that an editor adds: they stand like those that were read, and say who added them."""

from dataclasses import replace

import pytest

from dossier.assembly.assembling import assemble
from dossier.errors import DossierError
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.leads import snippet
from dossier.site.pages.linker import Linker
from making import FINDINGS, authorities, source

NOTHING = replace(FINDINGS, claims=(), quotes=())
BLAMED = {"words": "blamed on the Reef League", "add": True, "kind": "responsibility_blamed"}
BLAMED |= {"claimant": "tonga", "target": "reef-league"}
SAID = {"words": "We wait.", "add": True, "speaker": "mere-tavola"}
SAID |= {"because": "“The ferry is late,” said Tavola."}


def made(**curation):
    return assemble((source(NOTHING, **curation),), authorities(), "authorities.yaml").full()


def line(dossier, record):
    return snippet(Linker(Catalogue(dossier), "index/"), record)


def test_an_added_claim_is_told_like_one_that_was_read():
    dossier = made(claims=[BLAMED])
    (claim,) = dossier.claims
    assert (claim.kind.value, claim.claimant.value, claim.target.value) == (
        "responsibility_blamed",
        "tonga",
        "reef-league",
    )
    assert (claim.claimant_as_reported.value, claim.target_as_reported.value) == ("Tonga", "Reef League")
    assert {each.read_by for each in (claim.kind, claim.claimant, claim.target)} == {"editor"}
    assert [each.actor for each in claim.wording_as_reported.according_to] == ["tonga"]
    assert line(dossier, claim).startswith("Tonga blamed the Reef League, ")


def test_an_added_claim_of_one_without_a_page_has_its_words():
    entry = {"words": "denied it", "add": True, "kind": "denial", "claimant_as_reported": "The Reef League"}
    (claim,) = made(claims=[entry]).claims
    assert (claim.claimant, claim.claimant_as_reported.value) == (None, "The Reef League")


def test_an_added_quotation_has_the_speaker_that_its_grounds_name():
    dossier = made(quotes=[SAID])
    (quote,) = dossier.quotes
    assert (quote.text.value, quote.speaker.value) == ("We wait.", "mere-tavola")
    assert quote.speaker.read_by == "editor"
    assert "Mere Tavola" in line(dossier, quote)
    assert made(quotes=[{"words": "We wait.", "add": True}]).quotes[0].speaker is None


@pytest.mark.parametrize(
    ("section", "entry", "where", "found"),
    [
        ("claims", BLAMED | {"words": "blamed on the Reed League"}, "claims[0].words", "does not stand"),
        ("claims", {"words": "denied it", "add": True, "claimant": "tonga"}, "claims[0].claimant", "named"),
        ("claims", {"words": "denied it", "add": True, "kind": "denial"}, "claims[0].claimant", "is needed"),
        ("claims", BLAMED | {"target": "mere-tavola"}, "claims[0].target", "“mere-tavola” is named neither"),
        (
            "claims",
            {"words": "denied it", "add": True, "claimant": "reef-league"},
            "claims[0].kind",
            "is needed",
        ),
        ("quotes", SAID | {"words": "denied it"}, "quotes[0].words", "stands in no quotation marks"),
    ],
)  # fmt: skip
def test_what_says_too_little_or_names_nobody_is_refused(section, entry, where, found):
    with pytest.raises(DossierError) as error:
        made(**{section: [entry]})
    assert any(each.where == where and found in each.found for each in error.value.problems), str(error.value)


@pytest.mark.parametrize(
    ("section", "words", "sort"),
    [("events", "an attack on the ferry", "type"), ("agreements", "agreed to share a ferry", "kind")],
)
def test_an_added_event_or_agreement_is_told_by_its_words(section, words, sort):
    bare = replace(NOTHING, events=(), agreements=())
    entry = {"words": words, "add": True}
    full = assemble((source(bare, **{section: [entry]}),), authorities(), "authorities.yaml").full()
    (record,) = getattr(full, section)
    assert (record.title.value, record.title.read_by) == (words, "editor")
    assert getattr(record, sort).value == "other"
    with pytest.raises(DossierError) as error:
        assemble(
            (source(bare, **{section: [entry | {"words": "a strike"}]}),), authorities(), "authorities.yaml"
        )
    assert [(each.where, "does not stand" in each.found) for each in error.value.problems] == [
        (f"{section}[0].words", True)
    ]
