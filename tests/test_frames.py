"""Frames: the files under lexicon/frames against their own examples, and the loader against bad files."""

from __future__ import annotations

from datetime import date

import pytest

from dossier.errors import DossierError
from dossier.reading.attribution.scene import Scene
from dossier.reading.dates.dates import extract_dates
from dossier.reading.frames.classes import CLASSES
from dossier.reading.frames.format import Example, Frame, load_frames, read_frames
from dossier.reading.frames.matcher import Match, Matcher
from dossier.reading.grammar.noun_classes import word_classes
from dossier.reading.names.names import extract_names
from dossier.reading.parse import Parses
from dossier.reading.text.article import read_article

GOOD = """
frame: visit
yields: event
label: Visit
plural: Visits
meaning: Somebody stayed at another's place.
title: "Visit {of who} {to where}"
roles: {who: visitor}
patterns:
  - verbs: [visit]
    slots:
      who: {from: doer, is: person, needed: true}
      where: {from: undergoer, is: place, needed: true}
examples:
  - text: Ana Lume visited Suva.
    finds: {who: Ana Lume, where: Suva}
  - text: Ana Lume plans to visit Suva.
    finds: nothing
"""


def matches(text: str, *frames: Frame) -> list[Match]:
    article = read_article(text, id="example", title="Headline", published=date(2024, 5, 31))
    names = extract_names(article)
    scene = Scene(article, names, Parses(article), extract_dates(article))
    return list(Matcher(scene, frames).all())


def shown(text: str, match: Match) -> dict[str, set[str]]:
    return {
        name: {form for f in fillers for form in (text[f.span.start : f.span.end], f.name) if form}
        for name, fillers in match.slots.items()
    }


@pytest.mark.parametrize(
    ("frame", "example"),
    [pytest.param(f, e, id=f"{f.frame}: {e.text[:60]}") for f in load_frames() for e in f.examples],
)
def test_examples_of_a_frame_are_what_it_finds(frame: Frame, example: Example) -> None:
    found = [shown(example.text, match) for match in matches(example.text, frame)]
    if example.finds == "nothing":
        assert found == []
    else:
        assert any(
            all(words in each.get(slot, ()) for slot, words in example.finds.items()) for each in found
        ), found


def test_frames_ask_only_for_classes_that_exist() -> None:
    known = CLASSES | word_classes().keys()
    for frame in load_frames():
        for pattern in frame.patterns:
            for slot in (*pattern.slots.values(), *pattern.never):
                assert {*slot.classes, *slot.unless} <= known, frame.frame


def test_a_good_file_is_read() -> None:
    (frame,) = read_frames({"visit.yaml": GOOD})
    assert frame.patterns[0].slots["who"].origin == ("doer",)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("finds: nothing", "finds: {who: Ana Lume}"), "one that it doesn't"),
        (("finds: {who: Ana Lume, where: Suva}", "finds: nothing"), "at least one example that it finds"),
        (("finds: {who: Ana Lume, where: Suva}", "finds: {whom: Ana Lume}"), "which no pattern has"),
        (("label: Visit\n", ""), "has a label, a plural, a meaning and a title"),
        (("plural: Visits\n", ""), "has a label, a plural, a meaning and a title"),
        (("verbs: [visit]", "verbs: [visit]\n    support: {verbs: [pay]}"), "support belongs to nouns"),
        (("verbs: [visit]", "verbs: [visit]\n    known: true"), "nouns without support"),
        (("verbs: [visit]", "nouns: [visit]\n    support: {verbs: [pay]}\n    known: true"), "nouns without"),
        (("verbs: [visit]", "verbs: 7"), "patterns.0.verbs"),
        (("verbs: [visit]", "verbs: [7]"), "patterns.0.verbs"),
        (("roles: {who: visitor}", "roles: {whom: visited}"), "roles are given to ['whom']"),
        (("verbs: [visit]", "verb: [visit]"), "verb"),
        (("verbs: [visit]", "verbs: [visit]\n    nouns: [visit]"), "either verbs or nouns"),
        (("frame: visit", "frame: [visit"), "not YAML"),
    ],
)
def test_a_bad_file_is_told_with_an_example_that_works(change: tuple[str, str], says: str) -> None:
    with pytest.raises(DossierError) as caught:
        read_frames({"visit.yaml": GOOD.replace(*change)})
    assert says in str(caught.value)
    assert "frames/visit.yaml" in str(caught.value)
    assert "frame: visit" in str(caught.value)


def test_all_bad_files_are_told_at_once() -> None:
    with pytest.raises(DossierError) as caught:
        read_frames({"one.yaml": "frame: x", "two.yaml": "frame: y"})
    assert {"frames/one.yaml", "frames/two.yaml"} <= {p.file for p in caught.value.problems}


def test_two_frames_of_one_name_are_refused() -> None:
    with pytest.raises(DossierError, match="two frames have this name"):
        read_frames({"one.yaml": GOOD, "two.yaml": GOOD})


@pytest.mark.parametrize(
    ("text", "stands_for"),
    [
        ("Ana Lume spoke on Monday. She visited Suva.", "Ana Lume"),
        ("Ana Lume visited Suva.", None),
    ],
)
def test_a_pronoun_in_a_slot_tells_what_it_stands_for(text: str, stands_for: str | None) -> None:
    (frame,) = read_frames({"visit.yaml": GOOD})
    (match,) = matches(text, frame)
    who = match.first("who")
    assert who is not None
    assert who.name == "Ana Lume"
    assert (text[who.stands_for.start : who.stands_for.end] if who.stands_for else None) == stands_for


def test_of_a_sentence_of_many_acts_only_the_first_are_read() -> None:
    (frame,) = read_frames({"visit.yaml": GOOD})
    assert len(matches(f"{', '.join(['Ana Lume visited Suva'] * 30)}.", frame)) == 24


def test_a_class_stands_for_its_lemmas_and_an_unknown_one_is_an_error() -> None:
    source = _SOURCE_OF_A_CLASS.replace("CLASS", "to_shell")
    (frame,) = read_frames({"shelling.yaml": source})
    assert frame.patterns[0].verbs == word_classes()["to_shell"] | {"torch"}
    with pytest.raises(DossierError, match="no class “to_sing”"):
        read_frames({"singing.yaml": _SOURCE_OF_A_CLASS.replace("CLASS", "to_sing")})


_SOURCE_OF_A_CLASS = """frame: shelling
yields: act
patterns:
  - verbs: [=CLASS, torch]
    slots:
      hit: {from: undergoer, needed: true}
examples:
  - text: Rebels shelled a market.
    finds: {hit: a market}
  - text: Rebels sang.
    finds: nothing
"""
