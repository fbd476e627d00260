"""The gate by kinds of grammar: what denies, shifts, counts, dates and reports an act, and what must pass.

A row of `gate/kinds.jsonl` is a sentence and what is said to have been read from it: kind, trigger and parts,
with the words that deny it (`negative`), the number or the source where it has one; and whether it holds.
"""

import json
from pathlib import Path

import pytest

from test_gate import verdict

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent / "gate" / "kinds.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['trigger']}: {row['text']}" for row in ROWS])
def test_what_a_sentence_bears(row):
    told = {key: row[key] for key in ("negative", "number", "source") if key in row}
    found = verdict(row["text"], row["kind"], row["trigger"], row["parts"], **told)
    assert (found.answer == "holds" and not found.fallen) is row["holds"]


def test_both_answers_are_asked_for_with_and_without_a_source():
    asked = {(row["holds"], key) for row in ROWS for key in ("negative", "number", "source") if key in row}
    assert asked == {(holds, key) for holds in (True, False) for key in ("negative", "number", "source")}
