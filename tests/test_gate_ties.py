"""What an editor draws from words that name both ends: tied the right way round, or not at all."""

import pytest

from dossier.build import check
from dossier.errors import DossierError
from stories import dossier_of, source
from test_gate_leaves import verdicts

HOLDS, OPEN = "holds", "not shown"
KNOWN = "Fiji and Samoa talked in Suva. Ivo Stam of the Harbour Union spoke to the Reef League."


@pytest.mark.parametrize(
    ("words", "subject", "predicate", "object", "answer"),
    [
        ("Fiji imposed sanctions on Samoa", "fiji", "sanctions", "samoa", HOLDS),
        ("Fiji imposed sanctions on Samoa", "samoa", "sanctions", "fiji", OPEN),
        ("Fijian sanctions against Samoa began", "fiji", "sanctions", "samoa", HOLDS),
        ("Fijian sanctions against Samoa began", "samoa", "sanctions", "fiji", OPEN),
        ("Samoa was punished by Fiji", "samoa", "sanctions", "fiji", OPEN),
        ("Ivo Stam represents the Harbour Union", "ivo-stam", "represents", "harbour-union", HOLDS),
        ("Ivo Stam represents the Harbour Union", "harbour-union", "represents", "ivo-stam", OPEN),
        ("Fiji is a member of the Reef League", "reef-league", "member_of", "fiji", OPEN),
        ("Fiji is a member of the Reef League", "fiji", "member_of", "reef-league", HOLDS),
        ("The Reef League has its base in Samoa", "reef-league", "based_in", "samoa", HOLDS),
        ("The Reef League is based in Samoa", "reef-league", "based_in", "samoa", HOLDS),
        ("The Samoan Reef League met", "reef-league", "based_in", "samoa", OPEN),  # no word of a seat
        ("The Reef League met a base of guards in Samoa", "reef-league", "based_in", "samoa", OPEN),
        ("The Reef League wrote to an office in Samoa", "reef-league", "based_in", "samoa", OPEN),
    ],
)
def test_a_relation_is_told_the_right_way_round(words, subject, predicate, object, answer):
    entry = {"words": words, "subject": subject, "predicate": predicate, "object": object}
    article = source("ties", f"{KNOWN}\n\n{words}.", relations=[entry])
    found = verdicts(dossier_of(article), (article.article,))
    name = f"{subject}-{predicate.replace('_', '-')}-{object}"
    assert found[name].answer == answer


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("The Samoan Reef League met in Suva", HOLDS),
        ("The Reef League, a Samoan club, met in Suva", HOLDS),
        ("The Reef League, which operates from Samoa, met in Suva", HOLDS),
        ("The Reef League met Samoan guards in Suva", OPEN),
        ("The Reef League called Samoa a friend", OPEN),
    ],
)
def test_a_country_is_tied_to_whose_it_is(words, answer):
    entry = {"words": "Reef League", "country": {"value": "samoa", "because": words}}
    article = source("ties", f"{KNOWN}\n\n{words}.", actors=[entry])
    found = verdicts(dossier_of(article), (article.article,))
    (verdict,) = (
        found[each] for each in found if each.endswith("reef-league.country")
    )  # or the Samoan one's
    assert verdict.answer == answer
    assert verdict.stops is (answer == OPEN)


@pytest.mark.parametrize(
    ("set_to", "path", "stops"),
    [
        (
            {"organ_of": {"value": "samoa", "because": "The Reef League called Samoa a friend"}},
            ".organ_of",
            True,
        ),
        ({"aliases": [{"text": "the Kelp", "because": "the Kelp met"}]}, ".aliases[0]", True),
        ({"description": {"value": "A club of Ruritania.", "because": "called Samoa a friend"}}, "", False),
    ],
)
def test_a_tie_or_another_name_that_is_not_shown_stops_the_build(set_to, path, stops):
    entry = {"words": "Reef League", **set_to}
    text = f"{KNOWN}\n\nThe Reef League called Samoa a friend. On Monday the Kelp met."
    article = source("ties", text, actors=[entry])
    found = verdicts(dossier_of(article), (article.article,))
    judged = found[f"reef-league{path or '.description'}"]
    assert (judged.answer, judged.read_by, judged.stops) == (OPEN, "editor", stops)


@pytest.mark.parametrize(("shown", "stands"), [(None, False), ("the league says so on its site", True)])
def test_what_its_words_do_not_show_stops_the_build_without_a_yes(tmp_path, shown, stands):
    text = f"headline: A ferry\npublisher: The Lamp\ndatePublished: 2024-05-31\n---\n{KNOWN}\n"
    (tmp_path / "ferry.md").write_text(
        f"---\n{text}\nThe Reef League called Samoa a friend.\n", encoding="utf-8"
    )
    yes = f"  shown: {shown}\n" if shown else ""
    (tmp_path / "ferry.curation.yaml").write_text(
        "relations:\n- words: The Reef League called Samoa a friend\n"
        f"  subject: reef-league\n  predicate: based_in\n  object: samoa\n{yes}",
        encoding="utf-8",
    )
    with pytest.raises(DossierError) as told:
        check(tmp_path, tmp_path / "docs")
    assert ("reef-league-based-in-samoa" in str(told.value)) is not stands
    assert ("or `shown` with why it is so all the same" in str(told.value)) is not stands
