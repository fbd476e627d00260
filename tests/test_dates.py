"""Date expressions: what they resolve to when a made-up report of Monday 22 April 2019 uses them."""

from __future__ import annotations

from datetime import date

import pytest

from dossier.reading.dates.dates import extract_dates
from dossier.reading.findings import DateFinding
from dossier.reading.text.article import read_article

MONDAY = date(2019, 4, 22)


def found_in(sentence: str, published: date | None = MONDAY) -> list[DateFinding]:
    return list(extract_dates(read_article(sentence, id="made-up", title="", published=published)))


def as_table(sentence: str, published: date | None = MONDAY) -> list[tuple[str, str, str, str]]:
    return [(sentence[d.start : d.end], d.edtf, d.precision, d.basis) for d in found_in(sentence, published)]


RELATIVE = "relative_to_publication"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The minister resigned on 7 October 2016.", ("7 October 2016", "2016-10-07", "day", "explicit")),
        ("The minister resigned on October 7, 2016.", ("October 7, 2016", "2016-10-07", "day", "explicit")),
        (
            "The minister resigned on the 7th of October 2016.",
            ("7th of October 2016", "2016-10-07", "day", "explicit"),
        ),
        ("He died in the Sept. 11 attacks.", ("Sept. 11", "2001-09-11", "day", "inferred")),
        ("It came after the July 7 bombings.", ("July 7", "2005-07-07", "day", "inferred")),
        ("It came after the July 7 train bombings.", ("July 7", "2005-07-07", "day", "inferred")),
        ("It came after the March 7 bombings.", ("March 7", "2019-03-07", "day", RELATIVE)),
        ("He died in a July 7 attack.", ("July 7", "2019-07-07", "day", RELATIVE)),
        ("The fair opened on Sept. 11.", ("Sept. 11", "2018-09-11", "day", RELATIVE)),
        # what was done then is over, however near the same month to come is
        ("The mill closed in June.", ("June", "2018-06", "month", RELATIVE)),
        ("The mill burned down in June.", ("June", "2018-06", "month", RELATIVE)),
        ("Norland left the League on 3 June.", ("3 June", "2018-06-03", "day", RELATIVE)),
        ("Norland will leave the League on 3 June.", ("3 June", "2019-06-03", "day", RELATIVE)),
        ("Norland announced the strike on 3 June.", ("3 June", "2019-06-03", "day", RELATIVE)),
        ("The mill fell on 4 June.", ("4 June", "2018-06-04", "day", RELATIVE)),
        ("She beat Ana Lume in June.", ("June", "2019-06", "month", RELATIVE)),
        ("She defeated Ana Lume in June.", ("June", "2018-06", "month", RELATIVE)),
        ("The mill has been shut since June.", ("June", "2018-06", "month", RELATIVE)),
        ("The mill is to be closed in June.", ("June", "2019-06", "month", RELATIVE)),
        ("The vote is planned in June.", ("June", "2019-06", "month", RELATIVE)),
        ("The council approved a vote in June.", ("June", "2019-06", "month", RELATIVE)),
        ("They lose when the case is heard in June.", ("June", "2019-06", "month", RELATIVE)),
        ("He died in the Sept. 11, 2016, attacks.", ("Sept. 11, 2016", "2016-09-11", "day", "explicit")),
        ("It happened in January of last year.", ("January of last year", "2018-01", "month", RELATIVE)),
        ("It happened on 3 May last year.", ("3 May last year", "2018-05-03", "day", RELATIVE)),
        ("Talks resume on Thursday next week.", ("Thursday next week", "2019-05-02", "day", RELATIVE)),
        ("They vowed to finish it by the end of February.", ("February", "2020-02", "month", RELATIVE)),
        ("She met him on Friday to discuss a plan.", ("Friday", "2019-04-19", "day", RELATIVE)),
        ("The file is dated 2016-10-07.", ("2016-10-07", "2016-10-07", "day", "explicit")),
        ("The file is dated 27/10/2016.", ("27/10/2016", "2016-10-27", "day", "explicit")),
        (
            "Talks ran from Oct. 7-9, 2016.",
            ("Oct. 7-9, 2016", "2016-10-07/2016-10-09", "interval", "explicit"),
        ),
        ("The bridge fell in August 2011.", ("August 2011", "2011-08", "month", "explicit")),
        ("The bridge was built in 1911.", ("1911", "1911", "year", "explicit")),
        ("The bridge dates from the 1930s.", ("1930s", "193X", "decade", "explicit")),
        ("The bridge dates from the 19th century.", ("19th century", "18XX", "century", "explicit")),
        ("They met in the summer of 2014.", ("summer of 2014", "2014-22", "season", "explicit")),
        ("They met on Christmas Day 2014.", ("Christmas Day 2014", "2014-12-25", "day", "explicit")),
        ("The shop closed today.", ("today", "2019-04-22", "day", RELATIVE)),
        ("The shop closed yesterday.", ("yesterday", "2019-04-21", "day", RELATIVE)),
        ("The shop was robbed last night.", ("last night", "2019-04-21", "day", RELATIVE)),
        ("The council met on Thursday.", ("Thursday", "2019-04-18", "day", RELATIVE)),
        ("The council met on Monday.", ("Monday", "2019-04-22", "day", RELATIVE)),
        (
            "Gunmen shot at a bus and set a school on fire on Sunday.",
            ("Sunday", "2019-04-21", "day", RELATIVE),
        ),
        ("The vote is set for Sunday.", ("Sunday", "2019-04-28", "day", RELATIVE)),
        ("The council met last Monday.", ("last Monday", "2019-04-15", "day", RELATIVE)),
        ("The council will meet on Thursday.", ("Thursday", "2019-04-25", "day", RELATIVE)),
        ("The council meets next Monday.", ("next Monday", "2019-04-29", "day", RELATIVE)),
        ("Last week the council met.", ("Last week", "2019-04-15/2019-04-21", "week", RELATIVE)),
        ("The council met this week.", ("this week", "2019-04-22/2019-04-28", "week", RELATIVE)),
        ("The council met last month.", ("last month", "2019-03", "month", RELATIVE)),
        ("The council met earlier this year.", ("this year", "2019", "year", RELATIVE)),
        ("The council met in February.", ("February", "2019-02", "month", RELATIVE)),
        ("The council met in November.", ("November", "2018-11", "month", RELATIVE)),
        ("In June the mill burned down.", ("June", "2018-06", "month", RELATIVE)),
        ("In June, the council met.", ("June", "2018-06", "month", RELATIVE)),
        ("In June the council will meet.", ("June", "2019-06", "month", RELATIVE)),
        ("Today’s raid shut the mill.", ("Today", "2019-04-22", "day", RELATIVE)),
        ("The council will meet in November.", ("November", "2019-11", "month", RELATIVE)),
        ("A February fire destroyed the hall.", ("February", "2019-02", "month", RELATIVE)),
        ("The council met in mid-March.", ("mid-March", "2019-03", "month", RELATIVE)),
        ("The hall burned down on 3 March.", ("3 March", "2019-03-03", "day", RELATIVE)),
        ("The hall will reopen on 3 March.", ("3 March", "2020-03-03", "day", RELATIVE)),
        ("Wednesday, 3 April was a holiday.", ("Wednesday, 3 April", "2019-04-03", "day", RELATIVE)),
        ("The hall burned down two years ago.", ("two years ago", "2017", "year", RELATIVE)),
        ("The hall burned down three months ago.", ("three months ago", "2019-01", "month", RELATIVE)),
        ("The hall burned down five days ago.", ("five days ago", "2019-04-17", "day", RELATIVE)),
        (
            "The hall burned down about a decade ago.",
            ("about a decade ago", "2009~", "approximate", RELATIVE),
        ),
        ("It opens by the end of the year.", ("end of the year", "2019-12-31", "day", RELATIVE)),
        ("It opened last summer.", ("last summer", "2018-22", "season", RELATIVE)),
        ("It opens next spring.", ("next spring", "2020-21", "season", RELATIVE)),
        ("It opens next autumn.", ("next autumn", "2019-23", "season", RELATIVE)),
        ("It opened on Memorial Day.", ("Memorial Day", "2018-05-28", "day", RELATIVE)),
        (
            "The hall burned down a year and two months ago.",
            ("a year and two months ago", "2018-02", "month", RELATIVE),
        ),
    ],
)
def test_one_date(sentence: str, expected: tuple[str, str, str, str]) -> None:
    assert as_table(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("He was seen on 3 March. The following day he was gone.", ["2019-03-03", "2019-03-04"]),
        ("He was seen on 3 March. A day later he was gone.", ["2019-03-03", "2019-03-04"]),
        ("He was seen on 3 March; the day before, he had called.", ["2019-03-03", "2019-03-02"]),
        ("He was seen on 6 and 7 March 2018.", ["2018-03-06", "2018-03-07"]),
        ("Sales rose between 2000 and 2010.", ["2000", "2010"]),
        ("The fair ran 27 – 31 February 2016.", ["2016-02"]),
        ("The fair ran 27 – 31 February.", ["2019-02"]),
        ("It closed 24 hours ago.", ["2019-04-21~"]),
        ("On 3 May 2018 sales rose. They had fallen a year ago.", ["2018-05-03", "2018"]),
        ("It was shut for the last two weeks.", ["2019-04-08/2019-04-22"]),
        ("They sailed on Easter.", ["2019-04-21"]),
        ("Pier of Osk Reopens Today", ["2019-04-22"]),
        ("On Friday party leaders met.", ["2019-04-19"]),
        ("It closed in May\n\n2015 people came.", ["2018-05"]),
    ],
)
def test_dates_that_lean_on_others(sentence: str, edtf: list[str]) -> None:
    assert [d.edtf for d in found_in(sentence)] == edtf


@pytest.mark.parametrize(
    "sentence",
    [
        "It may rain and they may march.",
        "May Tollan and April Reeves came with August Brandt.",
        "The Sunday Times printed it.",
        "Some 2000 people came, and 1999 homes burned.",
        "It cost $2000 in room 1850b.",
        "Bus 1903 hit tram 1990 beside Room 2014.",
        "Today’s youth shut the mill.",
        "They have waited for the past year.",
        "The day after the funeral it rained.",
        "Second thoughts came at 10:30.",
        "The year 12/13/14 has three readings.",
        "The hall burned down 2500 years ago.",
        "The hall closed last fortnight.",
        "It cost ¥2000.",
        "The hall opens in 24 hours.",
        "The hall closed 48 hours ago.",
        "The hall closed two days and six hours ago.",
        "He had 12 and 1850 bags.",
    ],
)
def test_no_date(sentence: str) -> None:
    assert as_table(sentence) == []


def test_without_publication_date_only_what_is_written_out() -> None:
    assert as_table("On Thursday, and on 3 May 2018, they met.", None) == [
        ("3 May 2018", "2018-05-03", "day", "explicit")
    ]


def test_the_articles_own_date_is_the_day_to_count_from() -> None:
    text = "Kettle fair opens\n\nTuesday, April 23, 2019\n\nThe fair opened yesterday."
    assert [d.edtf for d in found_in(text)] == ["2019-04-23", "2019-04-22"]
    assert [d.edtf for d in found_in(text, None)] == ["2019-04-23", "2019-04-22"]


def test_a_dateline_with_a_short_year() -> None:
    text = "Port Ansel, 27 Aug 88 (Radio Ansel) -- A mine went off yesterday."
    assert [d.edtf for d in found_in(text, None)] == ["1988-08-27", "1988-08-26"]


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("They met on Thursday.", "the last Thursday before publication"),
        ("They met last week.", "the week before publication"),
        ("They met on Monday.", "publication was on a Monday"),
        ("They met two years ago.", "2 years before publication"),
        ("They met in 2014.", "as written"),
    ],
)
def test_the_rule_is_told_in_words(sentence: str, rule: str) -> None:
    assert [d.rule for d in found_in(sentence)] == [rule]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("They met on Thursday.", "on"),
        ("They met in early March.", "within"),
        ("They met by the end of February.", ""),
        ("They must leave before Friday.", "before"),
        ("They stayed until last Friday.", "before"),
        ("They have been here since the 1990s.", "after"),
        ("It was the worst storm since 2011, when nine drowned.", ""),
        ("It was the worst storm since 2011, and nine drowned.", "after"),
        ("It rained throughout March.", "during"),
        ("They met prior to Thursday.", "before"),
        ("They met ahead of Thursday’s vote.", "before"),
        ("They met in the run-up to Thursday.", "before"),
        ("They met on the eve of Thursday’s vote.", "before"),
        ("They must leave no later than Friday.", "before"),
        ("The post was shut from Thursday.", "after"),
        ("The post was shut from 3 to 5 March.", ""),
        ("Last week they met.", ""),
    ],
)
def test_the_kind_is_what_the_preposition_says(sentence: str, kind: str) -> None:
    assert [d.kind for d in found_in(sentence)] == [kind]
