"""Tables of the tests and word lists of the program: no row hides another."""

from __future__ import annotations

from pathlib import Path

import pytest

from tables import read_pairs, read_table

ROOT = Path(__file__).parent.parent
TABLES = sorted([*(ROOT / "tests").rglob("*.yaml"), *(ROOT / "scripts").rglob("*.yaml")])


def test_a_key_that_stands_twice_is_refused_with_its_line() -> None:
    assert read_table("a: 1\nb: {c: 2, d: [e]}\n") == {"a": 1, "b": {"c": 2, "d": ["e"]}}
    with pytest.raises(ValueError, match=r"^3: “b” stands there twice"):
        read_table("a: 1\nb: 2\nb: 2\n")
    with pytest.raises(ValueError, match=r"^2: “c” stands there twice"):
        read_table("a: 1\nb: {c: 2, c: 3}\n")


def test_two_files_with_one_row_are_refused(tmp_path: Path) -> None:
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text("fire: {It burned.: [], It rained.: []}\n", encoding="utf-8")
    two.write_text("fire: {It smoked.: []}\n", encoding="utf-8")
    assert read_pairs([one, two]) == {"fire": {"It burned.": [], "It rained.": [], "It smoked.": []}}
    two.write_text("fire: {It rained.: []}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"two\.yaml: fire has these in another file: \['It rained\.'\]"):
        read_pairs([one, two])


@pytest.mark.parametrize("file", TABLES, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_row_of_a_table_hides_another(file: Path) -> None:
    assert read_table(file.read_text(encoding="utf-8")) is not None
