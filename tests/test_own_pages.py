"""What a page tells is its own record's: not that of records which only come near, nor of pages left out."""

from dataclasses import replace

import pytest

from dossier.facts import AnyRef
from dossier.model import Relation
from dossier.site.feed import render_feed
from dossier.site.pages import make_pages
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.labels import Box, Room
from dossier.site.pages.linker import Linker
from dossier.site.pages.quote_leads import told_by_another
from dossier.site.render import render
from worded import DOSSIER, PASSAGE, POLICE, claim_of, event, fact, worded


def pages(**sections):
    return {page.path: page for page in make_pages(DOSSIER.model_copy(update=sections))}


@pytest.mark.parametrize(("actor", "is_own"), [("ada-berg", True), ("norland", False)])
def test_an_occasion_is_told_of_who_spoke_at_it_and_not_of_whom_was_spoken(actor, is_own):
    (quote,) = DOSSIER.quotes
    assert "norland" in {topic.value for topic in quote.about}
    (attack, _) = DOSSIER.events
    said = quote.model_copy(update={"occasion": fact(attack.id)})
    page = pages(quotes=(said,))[f"actors/{actor}.md"]
    held = [part for part in page.sections if part.id == "timeline"]
    assert any(attack.id in render(replace(page, sections=(part,))) for part in held) is is_own


@pytest.mark.parametrize(
    ("subject", "object", "linked"),
    [
        ("sudland", "reed-circle", "Four actors"),
        ("sudland", "sudland", "Two actors"),
        ("port-alma", "sudland", "Two actors"),
        ("sudland", "port-alma", "Two actors"),
    ],
)
def test_two_actors_alone_are_linked_in_the_network(subject, object, linked):
    tie = Relation(
        id="made",
        subject=AnyRef(subject),
        predicate="part_of",
        object=AnyRef(object),
        read_by="rules",
        evidence=(PASSAGE,),
    )
    alone = {"relations": (tie,), "quotes": (), "claims": (), "agreements": (), "events": ()}
    assert f"{linked} are linked to others" in render(pages(**alone)["network.md"])


def test_a_page_that_is_not_listed_has_no_entry_in_the_feed():
    page = pages()["actors/ada-berg.md"]
    assert "Ada Berg" in render_feed([page])
    assert "Ada Berg" not in render_feed([replace(page, listed=False)])


@pytest.mark.parametrize("field", ["speaker", "speaker_as_reported"])
def test_on_whose_word_somebody_spoke_is_told_whether_or_not_he_has_a_name(field):
    (quote,) = DOSSIER.quotes
    nobody = {"speaker": None, "speaker_as_reported": None}
    value = "ada-berg" if field == "speaker" else "a sailor"
    linker = Linker(Catalogue(DOSSIER), "")

    def told(*whose):
        return told_by_another(linker, quote.model_copy(update=nobody | {field: fact(value, *whose)}))

    assert "harbour police" in str(told(POLICE))
    assert not told()


@pytest.mark.parametrize("wording", ["that", "said that", "denied it", "that he"])
def test_words_too_few_for_a_clause_are_told_all_the_same(wording):
    assert "Ada Berg" in worded(claim_of("statement", wording))


def test_the_name_of_an_area_stands_in_it_and_next_above():
    room = Room(Box(0, 0, 400, 100))
    named = [room.within(200, 50, "The land with the longest of names") for _ in range(3)]
    assert {name.x for name in named} == {200}
    assert named[1].y < named[0].y < named[2].y


@pytest.mark.parametrize(
    ("reported", "group", "told"),
    [
        ("Three", "sailors", "killed: “Three” (sailors)"),
        ("Three sailors", "sailors", "killed: “Three sailors”"),
        ("Three", None, "killed: “Three”"),
    ],
)
def test_whom_a_number_counts_stands_behind_it_where_its_words_do_not_say(reported, group, told):
    counted = fact({"kind": "killed", "as_reported": reported, "group": group})
    act = event("attack", "Attack on a ferry", casualties=(counted,))
    page = render(pages(events=(*DOSSIER.events, act))["events/made.md"])
    assert told in page
    assert ("(" in page.partition(f"“{reported}”")[2][:2]) is ("(" in told)
