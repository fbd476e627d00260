"""The decision what a name names: its cues, the weights they have, the dial, and how weights are learnt."""

from __future__ import annotations

import math
import random

import pytest

from dossier.reading.names.decision import KINDS, SURE, _weights, decide
from dossier.reading.names.kinds import name_examples
from dossier.reading.names.names import extract_names
from dossier.reading.text.article import read_article
from train_names import _decide, _fit


def cues_of(text: str) -> dict[str, dict[str, float]]:
    article = read_article(text, id="made-up", title="")
    return {text[spans[0].start : spans[0].end]: cues for cues, spans in name_examples(article)}


@pytest.mark.parametrize(
    ("text", "name", "cue"),
    [
        ("He met Mr Ilmets in the rain.", "Ilmets", "behind a title"),
        ("They work for Tondra Airways now.", "Tondra Airways", "head of words: organisation"),
        ("He joined the Bank of Tondra.", "Bank of Tondra", "head of phrase: organisation"),
        ("Ostrava, the mayor, left.", "Ostrava", "role behind"),
        ("They met in Tondra again.", "Tondra", "before: in"),
        ("Later Tondra’s boats left.", "Tondra", "behind: possessive"),
        ("She left BRDT for good.", "BRDT", "one word, capitals: 4"),
        ("The Tondra was a tondra once.", "Tondra", "written small elsewhere"),
    ],
)
def test_a_cue_is_seen(text: str, name: str, cue: str) -> None:
    assert cue in cues_of(text)[name]


def test_a_cue_of_the_surroundings_weighs_by_its_share_of_the_mentions() -> None:
    cues = cues_of("They met in Tondra. She likes Tondra. He sees Tondra. We left Tondra.")["Tondra"]
    assert cues["before: in"] == pytest.approx(math.sqrt(1 / 4))


def test_no_cue_holds_a_name() -> None:
    text = "Olga Brandt of Tondra Airways met Mr Ilmets, the mayor of Ansel, and said Karvo was in Trondvik."
    names = {"olga", "brandt", "tondra", "ilmets", "ansel", "karvo", "trondvik"}
    found = cues_of(text)
    assert {"Olga Brandt", "Tondra Airways", "Ilmets", "Ansel", "Karvo", "Trondvik"} <= found.keys()
    for cues in found.values():
        assert cues
        assert not [cue for cue in cues if names & set(cue.lower().replace(",", " ").split())]


def test_a_decision_tells_its_reasons_the_weightiest_first() -> None:
    decision = decide({"behind a title": 1.0, "words: 2": 1.0, "no such cue": 1.0})
    assert decision.kind == "person"
    weights = [abs(weight) for _, weight in decision.reasons]
    assert weights == sorted(weights, reverse=True)
    assert [cue for cue, _ in decision.reasons] == ["behind a title", "words: 2"]


def test_a_decision_and_its_reasons_are_the_same_in_whatever_order_the_cues_come() -> None:
    cues = {cue: 1 / (3 + number) for number, cue in enumerate(sorted(_weights())[:60])}
    told = decide(cues)
    for seed in range(20):
        shuffled = dict(random.Random(seed).sample(list(cues.items()), len(cues)))
        assert decide(shuffled) == told


def test_the_dial_lets_abstain() -> None:
    cues = {"one word: in no gazetteer": 1.0, "before: in": 1.0}
    decision = decide(cues, sure=0.0)
    assert decision.kind != "none"
    assert decide(cues, sure=decision.belief).kind == decision.kind
    assert decide(cues, sure=decision.belief + 0.01).kind == "none"
    assert 0 < SURE < 1


def test_nothing_known_is_nobody() -> None:
    assert decide({}).kind == "none"


def test_what_the_evidence_leaves_out_gets_no_page() -> None:
    names = extract_names(read_article("He spoke of Proof and of Diving Classes all day.", id="made-up"))
    assert not names.actors
    assert not names.places


def test_weights_are_learnt_from_examples() -> None:
    person, place = KINDS.index("person"), KINDS.index("place")
    articles = [[({"titled": 1.0}, person, 1.0), ({"in": 1.0}, place, 1.0)] for _ in range(8)]
    articles[0].append(({"rare": 1.0}, place, 1.0))
    weights = _fit(articles)
    assert set(weights) == {"titled", "in"}, "a cue of one article has no weight"
    assert _decide(weights, {"titled": 1.0}) == person
    assert _decide(weights, {"in": 1.0, "rare": 1.0}) == place
