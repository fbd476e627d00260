"""Actors with an entry in a list instead of a page: who has one, what leads there, whether it answers."""

import os
from datetime import date
from pathlib import Path

import pytest

from dossier.assembly.ledger import LEDGER, load_ledger
from dossier.build import build, preview, release
from dossier.exports.formats import export
from dossier.site.finish.pages import read_entries
from dossier.site.pages import entries
from dossier.site.pages.entries import FROM, entries_of
from stories import dossier_of

DAY, LATER, LAST = date(2024, 6, 1), date(2024, 7, 1), date(2024, 8, 1)
GOLDEN = Path(__file__).parent / "golden" / "entries"
"""A list of those named once, and the same once one of them has a page."""
FIRST = "The clerk Otto Brandt lives near a mill. Ada Berg, the mayor, said the mill was safe."
SECOND = "Gunmen killed the teacher Emil Sander in Suva. “We mourn him,” said the priest Ida Moss."


def write(seeds, name, text, day="2024-05-31"):
    seeds.mkdir(exist_ok=True)
    head = f"headline: Report {name}\npublisher: The Post\ndatePublished: {day}"
    (seeds / f"{name}.md").write_text(f"---\n{head}\n---\n{text}\n", encoding="utf-8")


@pytest.fixture
def place(tmp_path, monkeypatch):
    """Seeds and docs of a dossier of two articles, which is many here."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(entries, "FROM", 2)
    write(tmp_path / "seeds", "one", FIRST)
    write(tmp_path / "seeds", "two", SECOND)
    return tmp_path


def page(place, path):
    return (place / "docs" / path).read_text(encoding="utf-8")


def pinned(name, text):
    """Whether a page is as it was reviewed; UPDATE_GOLDEN=1 writes it anew."""
    golden = GOLDEN / f"{name}.md"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def having(dossier):
    return {actor.id: actor.entry for actor in dossier.actors if actor.entry}


def test_who_is_named_once_and_told_nothing_of_has_an_entry(place):
    dossier = preview(place / "seeds")
    assert {actor.id for actor in dossier.actors} >= {"otto-brandt", "ada-berg", "emil-sander", "ida-moss"}
    assert having(dossier) == {"otto-brandt": "lists/named-once-b/"}


def test_the_way_to_the_list_of_entries_leads_through_the_actors(place):
    build(place / "seeds", place / "docs")
    assert "\nwithin: actors/\n" in page(place, "lists/named-once-b.md")


@pytest.mark.parametrize(
    "more",
    [
        "Otto Brandt is ill.",
        "“We wait,” said Otto Brandt.",
        "Otto Brandt accused Fiji of fraud.",
        "Fiji blamed Otto Brandt for a bombing in Suva.",
        "Police arrested Otto Brandt in Suva on Monday.",
    ],
    ids=["named again", "a quotation", "a claim", "blamed", "an event"],
)
def test_who_is_told_of_has_a_page(place, more):
    write(place / "seeds", "three", more)
    dossier = preview(place / "seeds")
    assert not [id for id in having(dossier) if id.startswith("otto-brandt")]


def test_what_an_editor_added_to_has_a_page(place):
    (place / "seeds" / "one.curation.yaml").write_text(
        "actors:\n- words: Otto Brandt\n  name: Otto Emil Brandt\n  source: The register.\n",
        encoding="utf-8",
    )
    assert having(preview(place / "seeds")) == {}


def test_a_small_dossier_has_a_page_for_everybody(place, monkeypatch):
    monkeypatch.setattr(entries, "FROM", 3)
    assert having(preview(place / "seeds")) == {}
    write(place / "seeds", "three", "Fiji waits.")
    assert set(having(preview(place / "seeds"))) == {"otto-brandt"}


def test_it_begins_with_fifty_articles():
    dossier = dossier_of(("one", FIRST))
    (article,) = dossier.articles
    many = [article.model_copy(update={"id": f"a{n}"}) for n in range(FROM)]
    assert FROM == 50
    assert entries_of(dossier.model_copy(update={"articles": many[:-1]}), ()) == {}
    assert set(entries_of(dossier.model_copy(update={"articles": many}), ())) == {"otto-brandt"}


def test_everything_leads_to_the_entry(place):
    write(place / "seeds", "three", "The Fijian minister Vera Holm lives near a mill.")
    dossier = build(place / "seeds", place / "docs").dossier
    assert having(dossier)["vera-holm"] == "lists/named-once-h/"
    assert not (place / "docs/actors/vera-holm.md").exists()
    listed = page(place, "lists/named-once-h.md")
    assert "[Vera Holm](#vera-holm){: #vera-holm }" in listed
    assert "'@id': '#vera-holm'" in listed
    assert "(../lists/named-once-h.md)" in page(place, "actors/index.md")
    assert "vera-holm" not in page(place, "actors/index.md")
    assert "../lists/named-once-h.md#vera-holm" in page(place, "articles/three.md")
    files = export(dossier, ["records", "turtle", "csv"])
    assert b"lists/named-once-h/#vera-holm" in files["data/records/actors/vera-holm.json"]
    assert b"lists/named-once-h/#vera-holm" in files["data/dossier.ttl"]
    assert b"lists/named-once-h/#vera-holm" in files["data/csv/records.csv"]


def test_an_entry_stays_one_and_its_address_leads_to_the_page_it_becomes(place):
    seeds, docs = place / "seeds", place / "docs"
    release(seeds, docs, DAY)
    (line,) = (line for line in load_ledger(seeds / LEDGER) if line.id == "otto-brandt")
    assert (line.entry, line.has_page) == ("lists/named-once-b/", False)
    pinned("before", page(place, "lists/named-once-b.md"))
    assert release(seeds, docs, LATER).written.changed == ()
    write(seeds, "three", "The clerk Otto Brandt, who lives near a mill, was arrested in Suva on Monday.")
    write(seeds, "four", "Ada Berg, the mayor, spoke with the clerk Otto Brandt about the mill.")
    for _ in range(2):
        assert "otto-brandt" not in having(release(seeds, docs, LAST).dossier)
        assert (docs / "actors/otto-brandt.md").exists()
        assert "[Otto Brandt](../actors/otto-brandt.md){: #otto-brandt }" in page(
            place, "lists/named-once-b.md"
        )
    pinned("after", page(place, "lists/named-once-b.md"))
    (seeds / "three.md").unlink()
    (seeds / "four.md").unlink()
    assert "otto-brandt" not in having(build(seeds, docs).dossier), "its address was published by then"


def test_what_had_a_page_keeps_it(place, monkeypatch):
    monkeypatch.setattr(entries, "FROM", 3)
    release(place / "seeds", place / "docs", DAY)
    monkeypatch.setattr(entries, "FROM", 2)
    assert having(build(place / "seeds", place / "docs").dossier) == {}


def test_who_a_published_address_leads_to_has_a_page(place):
    dossier = preview(place / "seeds")
    release(place / "seeds", place / "docs", DAY)
    ledger = load_ledger(place / "seeds" / LEDGER)
    assert set(entries_of(dossier, ledger)) == {"otto-brandt"}
    (line,) = (line for line in ledger if line.id == "emil-sander")
    moved = line.model_copy(update={"id": "e-sander", "to": "actors/otto-brandt/"})
    assert entries_of(dossier, (*ledger, moved)) == {}


def test_the_list_of_a_withdrawn_entry_answers_and_names_nobody(place):
    seeds, docs = place / "seeds", place / "docs"
    release(seeds, docs, DAY)
    write(seeds, "one", FIRST.replace("The clerk Otto Brandt lives near a mill. ", ""))
    release(seeds, docs, LATER)
    assert "Brandt" not in page(place, "lists/named-once-b.md")
    assert not (docs / "actors/otto-brandt.md").exists()


def test_an_entry_that_was_merged_leads_on(place):
    seeds, docs = place / "seeds", place / "docs"
    release(seeds, docs, DAY)
    (seeds / "one.curation.yaml").write_text(
        "actors:\n- words: Ada Berg\n  merge: [Otto Brandt]\n",
        encoding="utf-8",
    )
    release(seeds, docs, LATER)
    assert "[Ada Berg](../actors/ada-berg.md){: #otto-brandt }" in page(place, "lists/named-once-b.md")


HTML = """<html><body><article><ul class="entries">
<li><a href="#vera-holm" id="vera-holm">Vera Holm</a> is a minister.
<code class="chip">Person</code> <b>¶1</b></li>
</ul></article></body></html>"""


def test_the_search_finds_an_entry_as_it_would_a_page():
    (found,) = read_entries("lists/named-once-h/", HTML)
    assert (found.url, found.title, found.kind) == ("lists/named-once-h/#vera-holm", "Vera Holm", "Person")
    assert (found.section, found.sections[0].text) == ("actors", "Vera Holm is a minister.")
    assert list(read_entries("actors/", HTML.replace("entries", "others"))) == []


def test_an_entry_without_a_kind_has_none():
    (found,) = read_entries("lists/x/", HTML.replace('<code class="chip">Person</code>', ""))
    assert found.kind == ""
