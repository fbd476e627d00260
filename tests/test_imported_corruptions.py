"""The gate's set, handed over as another reader's findings: how many corrupted ones are let in unasked."""

from collections import Counter
from pathlib import Path

import pytest

from imported_scores import Answered, page_with, read_answers, table

ROOT = Path(__file__).parent.parent
MOST_LET_IN = 0.01
"""Of the corrupted findings: what passes without an editor being asked."""


@pytest.fixture(scope="module")
def answers():
    return read_answers(ROOT / "tests/gate/sealed.jsonl")


@pytest.fixture(scope="module")
def counts(answers):
    return Counter((each.row["sound"], each.answer) for each in answers)


def test_hardly_a_corrupted_finding_is_let_in_unasked(counts):
    corrupted = sum(number for (sound, _), number in counts.items() if not sound)
    assert corrupted > 500
    assert counts[False, "in"] <= corrupted * MOST_LET_IN, counts


def test_nothing_is_let_in_that_lost_whose_word_it_is(answers):
    lost = [each for each in answers if each.row["corruption"] == "source-lost"]
    assert len(lost) > 50
    assert [each.row["id"] for each in lost if each.answer == "in"] == []


def test_sound_findings_are_let_in_far_more_often(counts):
    sound = sum(number for (is_sound, _), number in counts.items() if is_sound)
    corrupted = sum(number for (is_sound, _), number in counts.items() if not is_sound)
    assert counts[True, "in"] / sound > 5 * counts[False, "in"] / corrupted, counts


def test_the_published_figures_are_of_this_set_and_no_better_than_they_are(answers):
    page = (ROOT / "docs/quality.md").read_text(encoding="utf-8")
    published = page.partition("<!-- imported:")[2].partition("<!-- end of imported -->")[0]
    rows = [line.strip("| ").split(" | ") for line in published.splitlines() if line.startswith("| ")]
    totals = [list(map(int, row[1:])) for row in rows if row[0] == "all"]
    made = table(answers)
    now = [list(map(int, line.strip("| ").split(" | ")[1:])) for line in made.splitlines() if "| all" in line]
    assert [row[0] for row in totals] == [row[0] for row in now]
    assert totals[0][1] >= now[0][1], "more corrupted ones are let in than is told: make quality"
    assert all(sum(row[1:]) == row[0] for row in totals)


def test_the_table_counts_each_answer_by_what_was_changed_or_by_kind():
    row = {"sound": False, "corruption": "swap", "finding": {"kind": "claim"}}
    made = table([Answered(row, "refused"), Answered(row, "in"), Answered(row | {"sound": True}, "waits")])
    assert "| swap | 2 | 1 | 0 | 1 |" in made
    assert "| claim | 1 | 0 | 1 | 0 |" in made
    page = page_with("a <!-- imported: remade by make quality -->x<!-- end of imported --> b", made)
    assert page.startswith("a ")
    assert page.endswith(" b")
    assert "swap" in page
