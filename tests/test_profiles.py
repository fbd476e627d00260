"""What an article tells of a name, as far as it tells one bearer from another."""

import pytest

from dossier.assembly.across.profiles import how_often, profiles_of
from dossier.assembly.entity import Entity
from stories import source


def told(*texts):
    """The profiles of what some articles name, each name of each article by itself."""
    sources = [source(f"a{n}", text) for n, text in enumerate(texts)]
    return profiles_of(
        [
            Entity(section, [(each, found)])
            for each in sources
            for section in ("actors", "places")
            for found in getattr(each.findings, section)
        ]
    )


def profiles(*texts):
    """The same by name."""
    return {profile.name: profile for profile in told(*texts)}


@pytest.mark.parametrize(
    ("text", "states", "offices"),
    [
        ("Fiji's president, Ana Lume, left Lesk.", {"Fiji"}, {("president", "fiji")}),
        ("Fiji's former president, Ana Lume, left Lesk.", set(), {("former president", "fiji")}),
        ("President Ana Lume of Fiji left Lesk.", {"Fiji"}, {("president", "fiji")}),
        ("Fijian President Ana Lume left Lesk.", {"Fiji"}, {("president", "fiji")}),
        ("Ana Lume of Fiji left Lesk.", set(), set()),  # no office, and so nothing of whom she is
        ("Chairman Ana Lume left Lesk.", set(), {("chairman", "")}),
    ],
)
def test_offices_and_the_states_they_tie_to(text, states, offices):
    lume = profiles(text)["Ana Lume"]
    assert (lume.states, {tuple(office) for office in lume.offices}) == (states, offices)


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("Ana Lume met Ivo Stam in Suva on Monday.", {"meeting"}),
        ("Ana Lume spoke. Gunmen attacked a bus in Suva on Monday.", set()),
        ("Gunmen attacked a bus in Suva on Monday. Ana Lume wept.", set()),
        ("Ana Lume said on Monday that it was late.", set()),
        ("Police arrested Ana Lume in Suva on Monday. Ana Lume wept.", {"arrest"}),
    ],
)
def test_of_deeds_those_in_whose_sentence_somebody_is_named(text, deeds):
    assert profiles(text)["Ana Lume"].deeds == deeds


def test_what_an_article_names_is_around_each_of_its_names():
    text = (
        "Ana Lume and Stam met the Reed League (RL) in Suva, Fiji, on Monday. Police and the UN were there."
    )
    found = profiles(text, "Ivo Stam left Suva.")
    lume, league = found["Ana Lume"], found["Reed League"]
    assert lume.around == league.around
    assert lume.around >= {("person", "ana lume"), ("state", "fiji"), ("place", "suva")}
    assert ("person", "ivo stam") not in lume.around
    assert not any("stam" in name or "nations" in name for _, name in lume.around)
    assert lume.own == {("person", "ana lume")}
    assert (league.acronyms, lume.acronyms) == ({"RL"}, frozenset())
    assert lume.called[("person", "ana lume")] == "Ana Lume"
    assert (league.kind, found["Suva"].kind, found["Fiji"].kind) == ("body", "place", "state")
    assert (lume.day, lume.articles, lume.deeds) == ("2024-05-31", ("a0",), {"meeting"})
    assert league.deeds == frozenset()


def test_a_name_is_around_in_each_article_that_names_it_beside_another():
    often = how_often(told("Ana Lume met Ivo Stam in Suva.", "Ana Lume left Suva.", "Ana Lume wept."))
    assert often == {("person", "ana lume"): 2, ("place", "suva"): 2, ("person", "ivo stam"): 1}
