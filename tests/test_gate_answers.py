"""What the gate answers on the sets whose errors were read, line by line: figures alone would hide a change.

UPDATE_GOLDEN=1 writes the answers anew; for each that changed, read the set's line. A line is a text with
what is doubted of each of its findings: `-` nothing, `number!` what is said otherwise, `number?` what is left
open, in brackets what falls alone.
"""

import os
from pathlib import Path

import pytest

from gate_scores import judge_rows, read_rows

HERE = Path(__file__).parent
GOLDEN = HERE / "golden" / "gate"
SETS = ("fresh", "third", "fourth", "fifth", "sixth")


def told(verdict):
    sure = {"does not": "!", "not shown": "?"}
    doubts = sorted({f"{each.about}{sure[each.answer]}" for each in verdict.doubts})
    fallen = sorted({f"({each.about}{sure[each.answer]})" for each in verdict.fallen})
    return ",".join(doubts + fallen) or "-"


@pytest.mark.parametrize("name", SETS)
def test_the_answers_are_those_that_were_read(name):
    texts = {}
    for row, verdict in judge_rows(read_rows(HERE / f"gate/{name}.jsonl")):
        text, _, number = row["id"].partition("-")
        texts.setdefault(text, []).append(f"{number} {told(verdict)}")
    lines = "".join(f"{text}: {' '.join(answers)}\n" for text, answers in texts.items())
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(lines, encoding="utf-8")
    assert lines.splitlines() == golden.read_text(encoding="utf-8").splitlines()
