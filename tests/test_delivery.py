"""When, where, to whom and on what occasion something was said: read beside the cue, and nowhere else."""

from __future__ import annotations

from datetime import date

import pytest

from dossier.assembly.gating import gated
from dossier.reading.extract import extract_findings
from dossier.reading.text.article import read_article
from dossier.site.pages import make_pages
from dossier.site.pages.composer import plain
from dossier.site.pages.document import Infobox
from stories import dossier_of

HEADLINE = "Reed Council shuts the port"
DAY = date(2024, 5, 31)
"""A Friday."""
MONDAY, FRIDAY = "2024-05-27", "2024-05-31"


def article_of(text):
    return read_article(f"{HEADLINE}\n\n{text}", id="example", title=HEADLINE, published=DAY)


def deliveries(text):
    """Of each quotation and claim: day, place, hearers and occasion of its saying, "" where none is read."""
    article = article_of(text)
    found = gated(article, extract_findings(article)).findings
    told = [each.delivery for each in (*found.quotes, *found.claims)]
    return {
        (
            each.day.edtf if each and each.day else "",
            (each and each.place) or "",
            article.text.slice(each.to) if each and each.to else "",
            article.text.slice(each.occasion) if each and each.occasion else "",
        )
        for each in told
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # Behind the cue, before what is said.
        ("Ana Lume said on Monday that the port was shut.", (MONDAY, "", "", "")),
        ("Ana Lume said Monday that the port was shut.", (MONDAY, "", "", "")),
        ("Ana Lume said late on Monday that the port was shut.", (MONDAY, "", "", "")),
        ("Ana Lume said on Monday the port was shut.", (MONDAY, "", "", "")),
        ("Ana Lume said on Monday that the port would open on Friday.", (MONDAY, "", "", "")),
        ("Ana Lume told reporters on Monday: “The port is shut and will stay so.”",
         (MONDAY, "", "reporters", "")),
        ("Ana Lume told reporters in Geneva late on Monday that the port was shut.",
         (MONDAY, "Geneva", "reporters", "")),
        ("Ana Lume told a news conference in Geneva that the port was shut.",
         ("", "Geneva", "", "a news conference")),
        ("Ana Lume warned sailors on Monday that the port was shut.", (MONDAY, "", "", "")),
        ("Ana Lume said in an interview with Radio Tonga that the port was shut.",
         ("", "", "", "an interview with Radio Tonga")),
        ("Ana Lume said in a statement issued on Monday that the port was shut.",
         (MONDAY, "", "", "a statement")),
        # Behind the cue, all that is said before it.
        ("“The port is shut and will stay so,” Ana Lume said on Monday.", (MONDAY, "", "", "")),
        ("“The port is shut and will stay so,” said Ana Lume in a statement on Monday.",
         (MONDAY, "", "", "a statement")),
        ("The port was shut, Ana Lume said on Monday.", (MONDAY, "", "", "")),
        ("The port was shut, Ana Lume told a rally in Geneva on Monday.", (MONDAY, "Geneva", "", "a rally")),
        # Before the cue, all that is said behind it.
        ("On Monday, Ana Lume said that the port was shut.", (MONDAY, "", "", "")),
        ("Ana Lume on Monday said that the port was shut.", (MONDAY, "", "", "")),
        ("The Reed Council on Monday condemned the raid on the mill.", (MONDAY, "", "", "")),
        ("Speaking to reporters in Geneva on Monday, Ana Lume said that the port was shut.",
         (MONDAY, "Geneva", "reporters", "")),
        ("Ana Lume told parliament that the port was shut.", ("", "", "parliament", "")),
        ("“The port is shut and will stay so,” Ana Lume said to cheers.", ("", "", "", "")),
        ("Ana Lume called the talks “salty and very long”.", ("", "", "", "")),
        ("At Monday’s debate, Ana Lume said that the port was shut.", (MONDAY, "", "", "Monday’s debate")),
    ],
)  # fmt: skip
def test_what_stands_beside_the_cue_tells_when_where_and_to_whom(text, told):
    assert deliveries(text) == {told}


@pytest.mark.parametrize(
    "text",
    [
        # Of what is said.
        "Ana Lume said the port closed on Monday.",
        "Ana Lume said that on Monday the port closed.",
        "Ana Lume said the mayor will travel on Friday to Geneva.",
        "Ana Lume promised to leave on Monday.",
        "On Monday, the port closed, Ana Lume said.",
        "Ana Lume said in Geneva the port was shut.",
        "Guards said three days after May 6, 2023, raid, a clerk removed a bag from the port.",
        # Of somebody or something else.
        "Ana Lume, who was hurt on Monday, said that the port was shut.",
        "The port was shut, said Ana Lume, who was hurt on Monday.",
        "Ana Lume said after a raid on Monday that the port was shut.",
        "Ana Lume said at the home of a man jailed on Monday that the port was shut.",
        "Ana Lume has said since Monday that the port was shut.",
        # Not told by a verb of saying.
        "Ana Lume believed on Monday that the port was shut.",
    ],
)
def test_a_day_or_place_of_something_else_is_not_of_the_saying(text):
    assert {told[:2] for told in deliveries(text)} <= {("", "")}


@pytest.mark.parametrize(
    "text",
    [
        "Ana Lume said in a statement to be published on Friday that the port was shut.",
        "Ana Lume said in a speech about a raid in Geneva on Monday that the port was shut.",
    ],
)
def test_what_an_occasion_is_about_or_will_be_tells_no_day(text):
    assert {told[:2] for told in deliveries(text)} == {("", "")}


def test_who_is_asked_to_do_something_is_told_once():
    article = article_of("Ana Lume told residents to leave the port.")
    (claim,) = extract_findings(article).claims
    assert claim.target == "residents"
    assert claim.delivery is None or claim.delivery.to is None


def test_of_two_that_speak_each_has_what_stands_beside_its_own_cue():
    text = "Ana Lume said on Monday that the port was shut. Ivo Stam told reporters that it was open."
    assert deliveries(text) == {(MONDAY, "", "", ""), ("", "", "reporters", "")}


TOLD = "Ana Lume told reporters in Geneva on Monday that the port was shut."
QUOTED = "“The port is shut and will stay so all summer,” Ana Lume said in a statement on Monday."
FIELDS = ("said_on", "said_in", "said_to", "said_at")


def said(record):
    """The fields of how a record was said that it has, each with its value and the words it cites."""
    facts = {name: fact for name in FIELDS if (fact := getattr(record, name)) is not None}
    return {name: getattr(fact.value, "edtf", fact.value) for name, fact in facts.items()}


def test_how_something_was_said_is_told_with_the_words_of_cue_and_source():
    dossier = dossier_of(("a", f"{TOLD}\n\n{QUOTED}"))
    (claim,), (quote,) = dossier.claims, dossier.quotes
    assert said(claim) == {"said_on": MONDAY, "said_in": "geneva", "said_to": "reporters"}
    assert said(quote) == {"said_on": MONDAY, "said_at": "a statement"}
    shown = {passage.id: passage.exact for passage in dossier.evidence}
    assert [shown[id] for id in claim.said_on.evidence] == ["Ana Lume told reporters in Geneva on Monday"]
    assert [shown[id] for id in claim.said_to.evidence] == ["Ana Lume told reporters"]
    assert [shown[id] for id in quote.said_at.evidence] == ["Ana Lume said in a statement"]


def test_who_tells_of_a_saying_tells_when_it_was():
    dossier = dossier_of(("a", "According to Ivo Stam, Ana Lume said on Monday that the port was shut."))
    (claim,) = (each for each in dossier.claims if each.said_on)
    assert claim.said_on.according_to == claim.kind.according_to
    assert [each.as_reported or each.actor for each in claim.said_on.according_to] == ["ivo-stam"]


def test_a_quotation_of_several_articles_has_the_day_that_one_of_them_tells():
    bare = "“The port is shut and will stay so all summer, and the mill too,” said Fiji."
    dossier = dossier_of(("a", QUOTED.replace("Ana Lume", "Fiji")), ("b", bare, "The Lesk Post"))
    (quote,) = dossier.quotes
    assert len(quote.versions) == 1
    assert said(quote)["said_on"] == MONDAY


def rows(dossier, path):
    page = next(each for each in make_pages(dossier) if each.path == path)
    (box,) = (each for each in page.blocks if isinstance(each, Infobox))
    return {row.label: " ".join(plain(value) for value in row.values) for row in box.rows}, page


def test_the_page_says_when_where_and_to_whom_and_its_sentence_on_what_day():
    dossier = dossier_of(("a", TOLD))
    told, page = rows(dossier, f"claims/{dossier.claims[0].id}.md")
    assert told["When it was said"].startswith("“Monday”, that is 27 May 2024")
    assert told["Where it was said"].startswith("Geneva")
    assert told["Said to"].startswith("“reporters”")
    assert plain(page.blocks[0].parts).startswith("Ana Lume said on 27 May 2024 that the port was shut.")


def test_a_day_of_publication_is_not_told_twice():
    dossier = dossier_of(("a", "“The port is shut and will stay so all summer,” Ana Lume said on Friday."))
    _, page = rows(dossier, f"quotes/{dossier.quotes[0].id}.md")
    told = "Ana Lume said this on 31 May 2024, The Norton Post reported on the same day."
    assert plain(page.blocks[0].parts).startswith(told)
