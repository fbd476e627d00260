"""When two articles tell of one agreement: parties and words in common, and what speaks against it."""

from dataclasses import replace

import pytest

from dossier.assembly.across.deals import Deal, Deals

PORT = Deal(
    number=0,
    kind="treaty",
    status="agreed",
    parties=frozenset(("fiji", "tonga")),
    told=frozenset(("port", "railway")),
    amount=("USD", 5e6),
    articles=("a",),
    day="2024-05-01",
)
ONE_WORD = frozenset(("port", "ferry"))


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        ({}, "sure"),
        ({"told": ONE_WORD}, "sure"),
        ({"told": frozenset(("ferry",))}, None),  # no word in common
        ({"told": frozenset()}, None),
        ({"parties": frozenset(("samoa",))}, None),  # no party in common
        ({"parties": frozenset(("fiji",))}, "sure"),  # one article names fewer
        ({"parties": frozenset(("fiji", "samoa"))}, None),  # each names one that the other doesn't
        ({"kind": "memorandum"}, "sure"),
        ({"kind": "memorandum", "told": ONE_WORD}, "doubtful"),
        ({"amount": None}, "sure"),
        ({"amount": ("USD", 6e6)}, "doubtful"),
        ({"amount": ("USD", 6e6), "kind": "memorandum", "told": ONE_WORD}, None),
        ({"day": "2024-06-01", "status": "signed"}, "sure"),
        ({"day": "2024-06-01", "status": "in_force"}, "sure"),
        ({"day": "2024-04-01", "status": "in_force"}, "doubtful"),  # in force before it was agreed
    ],
)
def test_how_alike_two_agreements_are(change, verdict):
    other = replace(PORT, number=1, articles=("b",), **change)
    for one, two in ((PORT, other), (other, PORT)):
        found = Deals().likeness(one, two)
        assert (found.verdict if found is not None else None) == verdict


def test_two_of_no_kind_in_particular_are_not_alike_by_that():
    plain = replace(PORT, kind="other", told=frozenset(("port",)))
    found = Deals().likeness(plain, replace(plain, number=1))
    assert found is not None
    assert found.verdict == "doubtful"
    assert [reason.words for reason in found.reasons] == ["2 of the parties", "both titles tell of “port”"]


def test_whoever_may_be_compared_has_a_party_and_a_word_in_common():
    assert set(Deals().keys_of(PORT)) == {
        (party, word) for party in ("fiji", "tonga") for word in ("port", "railway")
    }


@pytest.mark.parametrize(
    ("change", "coherent"),
    [({}, True), ({"amount": ("USD", 6e6)}, False), ({"parties": frozenset(("fiji", "samoa"))}, False)],
)
def test_what_contradicts_one_of_several_joins_none_of_them(change, coherent):
    assert Deals().coherent([PORT, replace(PORT, number=1)], [replace(PORT, number=2, **change)]) is coherent
