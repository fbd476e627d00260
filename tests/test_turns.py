"""A talk written down: whose the words behind a colon are, and where nobody knows."""

from datetime import date

import pytest

from dossier.reading.extract import extract_findings
from dossier.reading.text.article import read_article
from stories import dossier_of

HEAD = "Pier talks go on\n\nThe aide Ann Lee and Mayor Tom Holt of Suva answered questions.\n\n"


def said(text, head=HEAD):
    """Each quotation with its speaker; the people and events behind them."""
    article = read_article(head + text, id="talk", published=date(2024, 5, 31))
    found = extract_findings(article)
    quotes = [
        (
            each.speaker.name or each.speaker.mention if each.speaker else None,
            article.text.slice(each.segments[0]),
        )
        for each in found.quotes
    ]
    return quotes, found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "MS. LEE:  Good morning. We will mend it.\n\nQ    Did Tom Holt steal it?\n\nMS. LEE:  No comment",
            [("Ann Lee", "Good morning. We will mend it."), ("Ann Lee", "No comment")],
        ),
        (
            "MR. HOLT (in Fijian): It is late.\n\nMS. LEE: It is “not late”.\n\nMR. HOLT: It is.",
            [("Tom Holt", "It is late."), ("Ann Lee", "It is “not late”."), ("Tom Holt", "It is.")],
        ),
        (
            "MR. HOLT: We pay.\n\nREPORTER: Who?\n\nDR. O’DEA-RUIZ: Nobody.\n\n"
            "MR. HOLT: All.\n\nDR. O’DEA-RUIZ: Ah.",
            [
                ("Tom Holt", "We pay."),
                ("O’DEA-RUIZ", "Nobody."),
                ("Tom Holt", "All."),
                ("O’DEA-RUIZ", "Ah."),
            ],
        ),
        # who is no more than an office, or one letter, is nobody that is known
        (
            "MS. LEE: We pay.\n\nTHE MAYOR: We don’t.\n\nMS. LEE: We do.\n\nTHE MAYOR: No.",
            ["We pay.", "We do."],
        ),
        ("MS. LEE: We pay.\n\nQ: When?\n\nA: Now.\n\nMS. LEE: Soon.", ["We pay.", "Soon."]),
        # a line of another shape between two turns is somebody’s
        ("MS. LEE: We pay.\n\nHolt fled.\n\nQ  When?\n\nMS. LEE: Now.", ["We pay.", "Now."]),
        # no talk: a round of short reports, captions, one speaker alone, labels without a title
        ("SUVA: A pier fell.\n\nLIMA: A boat sank.\n\nMS. LEE: We pay.", []),
        ("WATCH: The pier fell.\n\nREAD MORE: Holt stole it.\n\nWATCH: The boat sank.", []),
        ("MS. LEE: We pay.\n\nMS. LEE: We do.", []),
        ("LEE: We pay.\n\nHOLT: We don’t.\n\nLEE: We do.", []),
        ("MS. LEE: We pay.\n\nQ  When?", []),
        # nor is a caption in a talk a turn of it
        ("MS. LEE: We pay.\n\nPHOTO: A pier.\n\nQ  When?\n\nMS. LEE: Now.", ["We pay.", "Now."]),
    ],
)
def test_whose_the_words_behind_a_colon_are(text, expected):
    quotes, _ = said(text)
    if expected and isinstance(expected[0], str):
        expected = [("Ann Lee", words) for words in expected]
    assert quotes == expected


def test_who_is_named_by_title_and_capitals_alone_is_a_person():
    text = "The mayor met MP NATO.\n\nMS. NOVAK: We pay.\n\nQ  When?\n\nMS. NOVAK: Now."
    quotes, found = said(text, head="Pier talks go on\n\n")
    assert quotes == [("NOVAK", "We pay."), ("NOVAK", "Now.")]
    assert [(each.name, each.kind) for each in found.actors] == [
        ("NATO", "organisation"),
        ("NOVAK", "person"),
    ]


def test_nothing_of_a_talk_is_told_as_the_reports_own_word():
    _, found = said(
        "MS. LEE: Gunmen killed three people in Suva on Monday.\n\n"
        "Q    Did Tom Holt bomb a hotel in Suva?\n\n"
        "Holt bombed a hotel in Lima on Monday.\n\nMS. LEE: No.\n\n"
        "Gunmen killed two people in Lima on Monday."
    )
    assert [each.place for each in found.events] == ["Lima"]
    assert not found.claims
    assert [(each.name, each.aliases) for each in found.actors] == [("Ann Lee", ()), ("Tom Holt", ())]


def test_what_stands_before_and_behind_a_talk_is_the_reports():
    head = "LIVE: Pier talks\n\nGunmen killed two people in Lima on Monday.\n\nWATCH: A pier\n\n"
    _, found = said("MS. LEE: No.\n\nQ  Why?\n\nMS. LEE: Ah.", head)
    assert len(found.events) == 1


def test_a_colon_is_no_reporting_word():
    turns = (
        "MS. LEE: The pier is safe.\n\nMR. HOLT: It is not.\n\nMS. LEE: We asked divers.\n\nMR. HOLT: Whom?"
    )
    quotes = dossier_of(("talk", HEAD + turns)).quotes
    assert len(quotes) == 4
    assert all(quote.speaker and quote.cue is None for quote in quotes)
