"""The gate as a detector: the published figures are what it does on the sealed set, and get no worse."""

from pathlib import Path

import pytest

from gate_scores import is_development, judge_rows, page_with, read_rows, report, shares

ROOT = Path(__file__).parent.parent
NAMES = ("name", "name-in-evidence", "antecedent")


@pytest.fixture(scope="module")
def judged():
    return list(judge_rows(read_rows(ROOT / "tests/gate/sealed.jsonl")))


def unseen(judged, *, sound, corruptions=(), kinds=()):
    return [
        each
        for each in judged
        if not is_development(each.row)
        and each.row["sound"] is sound
        and (not corruptions or each.row["corruption"] in corruptions)
        and (not kinds or each.row["finding"]["kind"] in kinds)
    ]


def test_the_published_tables_are_what_the_gate_does(judged):
    page = (ROOT / "docs/quality.md").read_text(encoding="utf-8")
    assert page == page_with(page, report(judged)), "remade by scripts/gate_scores.py"


@pytest.mark.parametrize(
    ("corruptions", "most"),
    [((), 0.056), (NAMES, 0.01), (("swap",), 0.02), (("negation",), 0.115), (("cut-before-but",), 0.0)],
)
def test_of_what_is_corrupted_no_more_passes_than_did(judged, corruptions, most):
    assert shares(unseen(judged, sound=False, corruptions=corruptions))["holds"] <= most


@pytest.mark.parametrize(("kinds", "most"), [((), 0.145), (("claim",), 0.15)])
def test_of_what_is_sound_no_more_is_refused_than_was(judged, kinds, most):
    assert shares(unseen(judged, sound=True, kinds=kinds))["does not"] <= most


def test_of_what_is_sound_no_less_passes_than_did(judged):
    assert shares(unseen(judged, sound=True))["holds"] >= 0.62
