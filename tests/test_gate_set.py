"""The sealed sets for the gate are sound in themselves: exact offsets, each corruption beside its fact."""

import json
from collections import Counter, defaultdict
from pathlib import Path

import pytest

SETS = {
    name: [
        json.loads(line)
        for line in (Path(__file__).parent / f"gate/{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    for name in ("sealed", "fresh", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
}
ROWS = [row for rows in SETS.values() for row in rows]
CORRUPTIONS = {
    "name-in-evidence", "name", "antecedent", "swap", "number", "negation", "hedge", "plan-as-done",
    "neighbour-date", "cut-before-but", "source-lost",
}  # fmt: skip
MODALITIES = {"actual", "planned", "conditional", "possible", "alleged", "demanded"}
STATUSES = {
    "planned",
    "initialled",
    "agreed",
    "signed",
    "in_force",
    "rejected",
    "failed",
    "cancelled",
    "pledged",
}
ROLES = {
    "event": {
        "agent", "patient", "partner", "visitor", "host", "recipient", "winner", "place", "from", "to",
        "date", "topic", "amount", "target", "seller",
    },
    "claim": {"claimant", "target", "act", "recipient", "place", "date", "topic"},
    "agreement": {"party", "subject", "recipient", "seller", "place", "date", "amount"},
    "quote": {"speaker", "date", "topic", "target", "recipient", "place"},
    "role": {"person", "of"},
    "relation": {"subject", "object"},
}  # fmt: skip
REQUIRED = {"kind", "trigger", "slots", "polarity", "modality", "source", "evidence"}
OPTIONAL = {
    "type", "segments", "polarity_cue", "modality_cue", "status", "former", "former_cue", "number",
}  # fmt: skip


def spans(value):
    """Every span with words, however deep."""
    if isinstance(value, dict):
        if "words" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from spans(part)


def wrong_spans(row):
    """The words of each span that isn't the text at its offsets, or lies outside the evidence."""
    text, evidence = row["text"], row["finding"]["evidence"]
    return [
        span["words"]
        for span in spans(row["finding"])
        if text[span["start"] : span["end"]] != span["words"]
        or not any(part["start"] <= span["start"] and span["end"] <= part["end"] for part in evidence)
    ]


def whole_words(text, start, end):
    return (start == 0 or not (text[start - 1] + text[start]).isalnum()) and (
        end == len(text) or not (text[end - 1] + text[end]).isalnum()
    )


def test_offsets_are_exact_and_whole_words():
    assert [(row["id"], wrong_spans(row)) for row in ROWS if wrong_spans(row)] == []
    for row in ROWS:
        assert all(whole_words(row["text"], span["start"], span["end"]) for span in spans(row["finding"]))


def test_an_offset_that_is_one_too_far_is_found_out():
    row = json.loads(json.dumps(ROWS[0]))
    row["finding"]["trigger"]["start"] += 1
    assert wrong_spans(row) == [row["finding"]["trigger"]["words"]]


@pytest.mark.parametrize("kind", ROLES)
def test_a_finding_is_of_the_form_told(kind):
    rows = [row for row in ROWS if row["finding"]["kind"] == kind]
    for row in rows:
        finding = row["finding"]
        assert REQUIRED <= set(finding) <= REQUIRED | OPTIONAL, row["id"]
        assert {slot["role"] for slot in finding["slots"]} <= ROLES[kind], row["id"]
        assert (
            finding["slots"] or "number" in finding or finding["polarity"] == "negative" or not row["sound"]
        )
        assert finding["polarity"] in ("positive", "negative"), row["id"]
        assert finding["modality"] in MODALITIES, row["id"]
        assert finding.get("status", "agreed") in STATUSES, row["id"]
        assert ("type" in finding) == (kind != "role"), row["id"]
        assert ("segments" in finding) == (kind == "quote"), row["id"]
        number = finding.get("number", {})
        assert number.get("min", 0) <= number.get("max", number.get("min", 0)), row["id"]
    assert rows


def test_a_row_says_whether_it_is_sound_and_what_was_changed():
    for row in ROWS:
        assert row.keys() == {"id", "text", "published", "finding", "sound", "corruption"}
        assert row["corruption"] is None if row["sound"] else row["corruption"] in CORRUPTIONS


@pytest.mark.parametrize("name", SETS)
def test_evidence_is_whole_sentences_unless_it_was_cut(name):
    ended = '.?!”"' + ("\n" if name == "sixth" else "")  # its texts have more than one paragraph
    for row in SETS[name]:
        text = row["text"]
        for part in row["finding"]["evidence"]:
            ends = part["end"] == len(text) or text[part["end"] - 1] in '.?!”"'
            starts = part["start"] == 0 or text[part["start"] - 2] in ended
            assert (ends and starts) or row["corruption"] == "cut-before-but", row["id"]


def test_each_corruption_has_its_true_fact_beside_it():
    sound = defaultdict(list)
    for row in ROWS:
        if row["sound"]:
            sound[row["text"]].append(row["finding"])
    for row in ROWS:
        finding = row["finding"]
        beside = [true for true in sound[row["text"]] if true["trigger"] == finding["trigger"]]
        assert beside or row not in SETS["sealed"], row["id"]
        assert row["sound"] or finding not in beside, row["id"]


@pytest.mark.parametrize(
    ("name", "unmade", "texts", "fewest"),
    [
        ("sealed", set(), 160, 20),
        ("fresh", {"hedge", "antecedent"}, 80, 20),
        ("third", set(), 75, 20),
        ("fourth", set(), 60, 20),
        ("fifth", set(), 45, 10),
        ("sixth", set(), 60, 20),
        ("seventh", set(), 45, 10),
        ("eighth", set(), 36, 10),
    ],
)
def test_there_are_enough_of_each_kind(name, unmade, texts, fewest):
    rows = SETS[name]
    outcome = Counter(row["sound"] for row in rows)
    assert outcome[True] >= 320
    assert outcome[False] >= 320
    kinds = Counter(row["corruption"] for row in rows if not row["sound"])
    assert set(kinds) == CORRUPTIONS - unmade
    assert min(kinds.values()) >= fewest
    assert len({row["text"] for row in rows}) >= texts
    assert len({row["id"] for row in rows}) == len(rows)
