import xml.etree.ElementTree as ET
from itertools import cycle

from dossier.model import Dossier
from dossier.site.feed import render_feed
from dossier.site.pages import make_pages
from small_dossier import small_dossier

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(dossier):
    return ET.fromstring(render_feed(make_pages(dossier)))


def entries(dossier):
    return feed(dossier).findall(f"{ATOM}entry")


def ids(dossier):
    return {entry.find(f"{ATOM}link").get("href"): entry.findtext(f"{ATOM}id") for entry in entries(dossier)}


def test_an_entry_per_record_dated_by_its_article():
    found = entries(small_dossier())
    assert found[0].findtext(f"{ATOM}title") == "Norland and Sudland to share a river ferry"
    assert len(found) == 14
    assert {entry.findtext(f"{ATOM}updated") for entry in found} == {"2021-06-09T00:00:00Z"}
    assert "actors/ada-berg/" in ids(small_dossier())


def test_a_corrected_record_is_a_new_entry_and_the_others_are_not():
    before = small_dossier()
    ada = before.actors[0]
    description = ada.description.model_copy(update={"value": "President of Norland since 2020."})
    ada = ada.model_copy(update={"description": description})
    after = before.model_copy(update={"actors": (ada, *before.actors[1:])})
    changed = {href for href, id in ids(after).items() if ids(before)[href] != id}
    assert changed == {"actors/ada-berg/"}


def test_required_elements():
    root = feed(small_dossier())
    assert root.findtext(f"{ATOM}id").startswith("urn:uuid:")
    assert root.findtext(f"{ATOM}updated") == "2021-06-09T00:00:00Z"
    assert root.find(f"{ATOM}link[@rel='self']").get("href") == "feed.xml"
    assert len(set(ids(small_dossier()).values())) == 14


def test_an_empty_dossier_has_a_feed_without_entries():
    assert entries(Dossier()) == []


def test_hostile_text_stays_text():
    from hostile import HOSTILE, replaced

    hostile = replaced(small_dossier(), cycle(HOSTILE))
    assert len(entries(hostile)) == 14
