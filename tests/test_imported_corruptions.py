"""The gate's set, handed over as another reader's findings: how many corrupted ones are let in unasked."""

import json
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import pytest

from dossier.assembly.gating import gated
from dossier.readers.accepting import accept, section_of
from dossier.readers.forms import Handed
from dossier.readers.given import Given
from dossier.readers.judging import Judging
from dossier.readers.merging import agrees, with_names
from dossier.readers.roles import event_roles
from dossier.reading.extract import extract_findings
from dossier.reading.text.article import read_article

SET = Path(__file__).parent / "gate" / "sealed.jsonl"
MOST_LET_IN = 0.01
"""Of the corrupted findings: what passes without an editor being asked."""
CIRCUMSTANCES = ("date", "place", "topic", "act", "subject", "content")


def stands(given):
    return {"start": given["start"], "end": given["end"]}


def handed_over(finding):
    """A finding of the set as a reader hands it over, or nothing where it has no such form."""
    asked = {}
    for role, gate in event_roles().get(finding.get("type") or "", {}).items():
        asked.setdefault(gate, role)
    given = {
        "kind": finding["kind"],
        "type": finding.get("type"),
        "trigger": stands(finding["trigger"]),
        "polarity": finding["polarity"],
        "modality": finding["modality"],
        "status": finding.get("status"),
        "former": bool(finding.get("former")),
        "segments": [stands(each) for each in finding.get("segments", ())],
        "slots": [
            {"role": asked.get(slot["role"], slot["role"]) if finding["kind"] == "event" else slot["role"]}
            | stands(slot)
            | ({"stands_for": stands(slot["stands_for"])} if slot.get("stands_for") else {})
            for slot in finding["slots"]
        ],
    }
    source = finding.get("source")
    if source and source.get("cue"):
        given["source"] = stands(source) | {"cue": stands(source["cue"])}
    number = finding.get("number")
    if number:
        hurt = any(word in finding["trigger"]["words"] for word in ("wound", "injur", "hurt"))
        counts = {"counts": stands(number["counts"])} if number.get("counts") else {}
        given["number"] = stands(number) | {"kind": "injured" if hurt else "killed"} | counts
    return Given.model_validate(given)


def named(text, given):
    """The names that its slots need, as a reader gives them."""
    for slot in given.slots:
        meant = slot.stands_for or slot
        if slot.role not in CIRCUMSTANCES:
            yield Given(kind="actor", type="person", name=text[meant.start : meant.end])


def answered(article, known, given):
    """in, waits or refused."""
    pieces = [given, *named(article.text.text, given)]
    handed = [Handed(where=str(n), raw=None, given=each) for n, each in enumerate(pieces)]
    accepted = accept(article, known, handed, "reader:model")
    if any(each.where == "0" for each in accepted.refused):
        return "refused"
    found = [
        each
        for section, held in accepted.found.items()
        for each in held
        if section not in ("actors", "places") or each.roles
    ]
    if all(agrees(known, section_of(each), each) for each in found):
        return "in"
    judging = Judging(article, with_names(known, accepted.findings(article.id)), proven=known)
    return "in" if all(judging(each).answer == "holds" for each in found) else "waits"


@pytest.fixture(scope="module")
def counts():
    by_text = defaultdict(list)
    for line in SET.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        by_text[row["text"], row["published"]].append(row)
    found = Counter()
    for (text, published), rows in by_text.items():
        article = read_article(text, id="row", published=date.fromisoformat(published))
        known = gated(article, extract_findings(article)).findings
        for row in rows:
            found[row["sound"], answered(article, known, handed_over(row["finding"]))] += 1
    return found


def test_hardly_a_corrupted_finding_is_let_in_unasked(counts):
    corrupted = sum(number for (sound, _), number in counts.items() if not sound)
    assert corrupted > 500
    assert counts[False, "in"] <= corrupted * MOST_LET_IN, counts


def test_sound_findings_are_let_in_far_more_often(counts):
    sound = sum(number for (is_sound, _), number in counts.items() if is_sound)
    corrupted = sum(number for (is_sound, _), number in counts.items() if not is_sound)
    assert counts[True, "in"] / sound > 5 * counts[False, "in"] / corrupted, counts
