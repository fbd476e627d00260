"""Kinds of dates: what a finding says of when, and how a part is bounded by its whole."""

import pytest

from dossier.assembly.dating import bounded_by_wholes, dating, fits
from dossier.assembly.edtf import is_edtf
from dossier.facts import Fact
from dossier.model import Event, ReportedDate
from dossier.reading.findings import DateFinding


@pytest.mark.parametrize(
    ("edtf", "precision", "said", "expected"),
    [
        ("2019-04-18", "day", "", ("on", "2019-04-18")),
        ("2019-04-18", "day", "on", ("on", "2019-04-18")),
        ("2019-02", "month", "within", ("within", "2019-02")),
        ("2019-02", "month", "during", ("within", "2019-02")),
        ("2019", "year", "", ("within", "2019")),
        ("2018~", "approximate", "", ("within", "2018~")),
        ("2019-04-15/2019-04-21", "week", "", ("within", "[2019-04-15..2019-04-21]")),
        ("2019-04-15/2019-04-21", "week", "during", ("within", "[2019-04-15..2019-04-21]")),
        ("2016-10-07/2016-10-09", "interval", "", ("during", "2016-10-07/2016-10-09")),
        ("2019-04-18", "day", "before", ("before", "[..2019-04-18]")),
        ("2019-04-15/2019-04-21", "week", "before", ("before", "[..2019-04-21]")),
        ("2015", "year", "after", ("after", "[2015..]")),
        ("2019-04-15/2019-04-21", "week", "after", ("after", "[2019-04-15..]")),
        ("../2019-04", "month", "", ("before", "[..2019-04]")),
        ("2019-04/..", "month", "", ("after", "[2019-04..]")),
    ],
)
def test_the_kind_of_a_date(edtf, precision, said, expected):
    found = DateFinding(start=0, end=1, edtf=edtf, precision=precision, basis="explicit", rule="x", kind=said)
    assert dating(found) == expected
    assert is_edtf(dating(found).edtf)
    assert fits(*dating(found))


@pytest.mark.parametrize(
    ("kind", "edtf"),
    [
        ("on", "2019-04-15/2019-04-21"),
        ("on", "[2019-04-15..2019-04-21]"),
        ("within", "2019-04-15/2019-04-21"),
        ("within", "[..2019-04-21]"),
        ("during", "[2019-04-15..2019-04-21]"),
        ("before", "2019-04-21"),
        ("before", "[2019-04-15..]"),
        ("after", "[..2019-04-21]"),
    ],
)
def test_a_value_of_another_kind_does_not_fit(kind, edtf):
    assert not fits(kind, edtf)


def event(id, date=None, part_of=None, by="rules"):
    def fact(value, words):
        return Fact(value=value, read_by=by, evidence=(words,))

    dated = date and ReportedDate(
        as_reported="two days", kind=date[0], edtf=date[1], precision="day", basis="explicit", rule="x"
    )
    return Event(
        id=id,
        type=fact("visit", "a:0-1"),
        title=fact(id, "a:0-1"),
        date=fact(dated, f"a:{len(id)}-99") if dated else None,
        part_of=fact(part_of, "a:1-2") if part_of else None,
    )


@pytest.mark.parametrize(
    ("whole", "expected"),
    [
        (("during", "2019-04-21/2019-04-22"), ("within", "[2019-04-21..2019-04-22]")),
        (("on", "2019-04-21"), ("on", "2019-04-21")),
        (("within", "[2019-04-15..2019-04-21]"), ("within", "[2019-04-15..2019-04-21]")),
        (("before", "[..2019-04-21]"), ("before", "[..2019-04-21]")),
    ],
)
def test_a_part_is_bounded_by_its_whole(whole, expected):
    talks, _ = bounded_by_wholes([event("talks", part_of="visit"), event("visit", whole)])
    assert (talks.date.value.kind, talks.date.value.edtf) == expected
    assert talks.date.value.basis == "inferred"
    assert talks.date.evidence == ("a:1-2", "a:5-99")
    assert fits(*expected)


def test_a_part_of_a_part_is_bounded_too_and_a_date_of_its_own_stays():
    dated = ("during", "2019-04-21/2019-04-22")
    events = [
        event("dinner", part_of="talks"),
        event("talks", part_of="visit"),
        event("visit", dated),
        event("speech", ("on", "2019-04-21"), part_of="visit"),
    ]
    dinner, talks, _, speech = bounded_by_wholes(events)
    assert dinner.date.value.edtf == talks.date.value.edtf == "[2019-04-21..2019-04-22]"
    assert speech.date.value.edtf == "2019-04-21"


def test_what_rests_on_an_editors_word_is_the_editors():
    talks, _ = bounded_by_wholes(
        [event("talks", part_of="visit", by="editor"), event("visit", ("on", "2019-04-21"))]
    )
    assert talks.date.read_by == "editor"


def test_events_that_are_parts_of_each_other_stay_undated():
    events = [event("a", part_of="b"), event("b", part_of="a"), event("c", part_of="nowhere")]
    assert [each.date for each in bounded_by_wholes(events)] == [None, None, None]
