"""Patterns of forms: what their signs mean, and that a pattern that can't be read is refused."""

from __future__ import annotations

import pytest

from dossier.reading.grammar.forms import DIGIT, Form, Listed, Matcher, OneToken, WordClass
from dossier.reading.text.tokens import Text

CLASSES: dict[str, WordClass] = {
    "FRUIT": Listed({"apple": "a", "pear tree": "pt", "pear": "p"}),
    "COUNT": OneToken({DIGIT}, lambda token: int(token.text) if token.text.isdecimal() else None),
}


def form(*patterns: str, name: str = "made-up") -> Form:
    return Form(name=name, form=patterns, norm="", examples={"": ""}, never=("",))


def fits(pattern: str, text: str) -> list[tuple[str, dict[str, object]]]:
    read = Text(text)
    found = Matcher([form(pattern)], CLASSES).over(read.tokens).at(0)
    return [(text[read.tokens[f.first].start : read.tokens[f.stop - 1].end], f.values) for f in found]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("the FRUIT", "the pear fell", [("the pear", {"fruit": "p"})]),
        ("the FRUIT", "the pear tree", [("the pear tree", {"fruit": "pt"}), ("the pear", {"fruit": "p"})]),
        ("the|an FRUIT", "an apple", [("an apple", {"fruit": "a"})]),
        ("(the COUNT)? FRUIT", "apple", [("apple", {"fruit": "a"})]),
        ("(the COUNT)? FRUIT", "the 3 apple", [("the 3 apple", {"count": 3, "fruit": "a"})]),
        ("COUNT (FRUIT | of them)", "3 of them", [("3 of them", {"count": 3})]),
        ("COUNT:size ~- COUNT", "3-4", [("3-4", {"size": 3, "count": 4})]),
        ("FRUIT > and FRUIT:other", "apple and pear", [("apple", {"fruit": "a", "other": "p"})]),
        ("COUNT:size ~- COUNT", "3 -4", []),
        ("FRUIT > and FRUIT:other", "apple and 3", []),
        ("the FRUIT", "the", []),
        ("the FRUIT", "The plum", []),
    ],
)
def test_a_pattern_fits(pattern: str, text: str, expected: list[tuple[str, dict[str, object]]]) -> None:
    assert fits(pattern, text) == expected


@pytest.mark.parametrize("pattern", ["(the FRUIT", "the FRUIT)", "the PLUM"])
def test_a_pattern_that_cannot_be_read_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="form “"):
        Matcher([form(pattern)], CLASSES)


def test_two_forms_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="one name"):
        Matcher([form("the"), form("a")], CLASSES)


@pytest.mark.parametrize("missing", ["examples", "never"])
def test_a_form_without_examples_is_refused(missing: str) -> None:
    block = {"name": "n", "form": ["a"], "norm": "x", "examples": {"[a]": 1}, "never": ["b"]}
    with pytest.raises(ValueError, match=missing):
        Form(**{**block, missing: {} if missing == "examples" else ()})  # type: ignore[arg-type]
