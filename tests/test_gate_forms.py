"""The gate by ways of wording: each way to deny an act, or to leave it open, over several acts; none passes.

The ways and the acts stand in `gate/forms.yaml`; `MISREAD` names sentences whose parse gives no rule a hold.
"""

import re
from functools import cache
from pathlib import Path
from zlib import crc32

import pytest
import yaml

from dossier.assembly.gate.judge import judge
from dossier.assembly.gate.proposition import Part, Proposition
from dossier.assembly.gate.reach import Reading
from dossier.reading.findings import Span
from dossier.reading.text.article import read_article

FORMS = yaml.safe_load((Path(__file__).parent / "gate/forms.yaml").read_text(encoding="utf-8"))
ACTS = FORMS.pop("acts")
SHAPES = ("base", "past", "participle", "ing")
PLURAL = ("the guards", "the ministers", "rebels", "gunmen")
ACTS_A_LINE = 3
MISREAD = {
    "denied": {
        "Ana Lume was spared visiting Tavin.",
        "Ana Lume delayed visiting Tavin.",
    },
    "open": {"In case Ana Lume visit Tavin, Varn will leave."},
    "done": {
        "Not only did Ana Lume visit Tavin, they also left the town.",
        "Not only did the court release Ivo Stam, they also left the town.",
        "It was Tavin who hosted the summit.",
    },
}


def sentence(template, act):
    """A sentence and its trigger."""
    who, *verb, whom = act
    shape = next(shape for shape in SHAPES if f"{{{shape}}}" in template)
    words = dict(zip(SHAPES, verb, strict=True))
    text = template.format(S=who[0].upper() + who[1:], s=who, O=whom, **words)
    if who not in PLURAL:
        for several, one in (("have", "has"), ("were", "was"), ("are", "is"), ("do", "does")):
            text = re.sub(rf"(?i:({re.escape(who)}),?) {several}\b", rf"\1 {one}", text)
    return text[0].upper() + text[1:], words[shape]


def at(text, words):
    found = re.search(rf"(?i)(?<!\w){re.escape(words)}(?!\w)", text) or re.search(re.escape(words), text)
    return Span(*found.span()) if found else None


@cache
def reading_of(text):
    return Reading.of(read_article(text, id="t"))


def answer(text, trigger, parts):
    """Whether the act holds as told: positive, actual, with these parts."""
    reading = reading_of(text)
    unmade = re.search(rf"un{trigger}", text)
    spans = [(role, at(text, words)) for role, words in parts]
    return judge(
        Proposition(
            kind="event",
            trigger=Span(*unmade.span()) if unmade else at(text, trigger),
            parts=tuple(Part(role=role, span=span) for role, span in spans if span),
            evidence=tuple(Span(s.start, s.end) for s in reading.article.text.sentences),
        ),
        reading,
    )


def cases(name):
    """Each way with some of the acts, other ones each time."""
    for template in FORMS[name]:
        for step in range(ACTS_A_LINE):
            act = ACTS[(crc32(template.encode()) + step) % len(ACTS)]
            yield (*sentence(template, act), act)


@pytest.mark.parametrize("name", ["denied", "open"])
def test_what_is_denied_or_open_is_not_told_as_done(name):
    passed = {text for text, trigger, _ in cases(name) if answer(text, trigger, ()).answer == "holds"}
    assert passed == MISREAD.get(name, set())


def test_what_others_did_is_not_told_of_these():
    others = [*cases("by_others")]
    assert len(others) == ACTS_A_LINE * len(FORMS["by_others"]) > 0
    for text, trigger, (who, *_, whom) in others:
        found = answer(text, trigger, [("agent", who), ("patient", whom)])
        assert found.answer != "holds", text


def test_what_was_done_is_told_as_done():
    refused = set()
    for text, trigger, (who, *_, whom) in cases("done"):
        found = answer(text, trigger, [("agent", who), ("patient", whom)])
        if found.answer != "holds":
            refused.add(text)
    assert refused == MISREAD.get("done", set())
    for text, trigger, _ in cases("done_whoever"):
        assert answer(text, trigger, ()).answer == "holds", text


def test_the_table_has_many_ways_and_both_answers():
    assert len(FORMS["denied"]) >= 150
    assert len(FORMS["open"]) >= 80
    assert len(FORMS["done"]) >= 60
    assert len({template for ways in FORMS.values() for template in ways}) == sum(map(len, FORMS.values()))
