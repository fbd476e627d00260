"""The scorer of `make quality`: what counts as right, wrong, missed or left open."""

from datetime import date

import pytest

from dossier.reading.extract import extract_findings
from dossier.reading.findings import ClaimFinding, EventFinding, Findings, QuoteFinding, Span, Speaker
from dossier.reading.interchange import article_from_row
from quality import report
from scoring import Scored, score_attacks, score_dates, score_names, score_quotes

WORDS = "We agree to build the bridge"
TEXT = f"“{WORDS},” said Ana Novak, the mayor of Lima, on 31 May 2024."
AT = Span(TEXT.index(WORDS), TEXT.index(WORDS) + len(WORDS))


def gold(**annotations):
    return {"id": "a", "text": TEXT, "published": "2024-05-31"} | annotations


def quoted(speaker="Ana Novak", span=AT, method="rule"):
    said = Speaker(mention=speaker, start=0, end=1, name=speaker) if speaker else None
    return Findings(
        id="a",
        quotes=(
            QuoteFinding(
                segments=(span,), speaker=said, cue=None, cue_span=None, form="direct", method=method
            ),
        ),
    )


def annotated(**changes):
    return {"start": AT.start, "end": AT.end, "quoted": True, "speaker": "Ana Novak"} | changes


@pytest.mark.parametrize(
    ("annotation", "found", "outcome"),
    [
        (annotated(), quoted(), "right"),
        (annotated(), quoted("Mayor Novak’s"), "right"),
        (annotated(speaker="Ana Nováková Novák"), quoted("Novak"), "right"),
        (annotated(speaker="she", speaker_canonical="Ana Novak"), quoted("Novak"), "right"),
        (annotated(), quoted("Ivo Horvat"), "wrong"),
        (annotated(), quoted(None), "unchecked"),
        (annotated(speaker=None), quoted(), "unchecked"),
        (annotated(), quoted(span=Span(AT.start, AT.start + 9)), None),
        (annotated(), quoted(span=Span(AT.end + 3, len(TEXT))), "unannotated"),
    ],
)
def test_what_a_rule_is_credited_with(annotation, found, outcome):
    scores = score_quotes([Scored(gold(quotes=[annotation]), found)], 5)
    counts = [outcome for counter in scores.methods.values() for outcome in counter.elements()]
    assert counts == ([outcome] if outcome else [])


def test_an_abstention_costs_recall_and_no_precision():
    scores = score_quotes([Scored(gold(quotes=[annotated()]), quoted(None))], 5)
    assert (scores.spans.f1, scores.joint.found, scores.joint.recall) == (1.0, 0, 0.0)


def test_names_count_once_and_only_capitalised_ones_are_wanted():
    entities = [
        {"type": "person", "name": "Ana Novak", "aliases": ["the mayor"]},
        {"type": "person", "name": "passers-by"},
        {"type": "place", "name": "Lima"},
    ]
    found = extract_findings(article_from_row(gold()))
    people = score_names([Scored(gold(entities=entities), found)], {"person", "organization"}, "actors")
    assert (people.gold, people.gold_hit, people.found_right) == (1, 1, people.found)


@pytest.mark.parametrize(("value", "right"), [("2024-05-31", 1), ("2024-05-30", 0)])
def test_a_date_is_right_by_its_value(value, right):
    dates = [{"start": TEXT.index("31 May"), "end": len(TEXT) - 1, "value": {"when": value}}]
    scores = score_dates([Scored(gold(dates=dates), extract_findings(article_from_row(gold())))])
    assert (scores.gold, scores.seen, scores.right) == (1, 1, right)


def test_an_attack_told_twice_costs_precision():
    event = {"phys_tgt_id": [{"strings": ["BRIDGE"]}], "perp_organization_id": [{"strings": ["REDS"]}]}
    told = EventFinding(type="attack", title="Attack", evidence=(AT,))
    blamed = ClaimFinding(kind="accusation", claimant="X", claimant_span=None, target="The Reds", wording=AT)
    findings = Findings(id="a", events=(told, told), claims=(blamed,))
    scores = score_attacks([Scored(gold(events=[event]), findings)])
    assert (scores.attacks.recall, scores.attacks.precision) == (1.0, 0.5)
    assert (scores.blamed, scores.blame_found) == (1, 1)


def test_the_report_has_a_row_for_each_part_that_is_annotated():
    row = gold(quotes=[annotated()])
    article = article_from_row(row)
    assert article.published == date(2024, 5, 31)
    text = report({"made-up": [Scored(row, extract_findings(article))]})
    assert "| quotations of 5 words or more: spans | made-up | 1 | 1.000 | 1.000 | 1.000 |" in text
    assert "| attacks |" not in text
