"""The feeds: an entry for each record, dated by the ledger; in a built site they keep to RFC 4287."""

import re
import xml.etree.ElementTree as ET
from collections import Counter
from datetime import date
from itertools import cycle
from urllib.parse import urlsplit

import feedparser  # type: ignore[import-untyped]
import pytest

from dossier.model import Dossier
from dossier.site.feed import render_feed
from dossier.site.files import make_files
from dossier.site.finish.feeds import write_feeds
from dossier.site.pages import make_pages
from small_dossier import small_dossier

ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESS = "https://news.example/sub/"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def feed(dossier):
    return ET.fromstring(render_feed(make_pages(dossier)))


def entries(dossier):
    return feed(dossier).findall(f"{ATOM}entry")


def ids(dossier):
    return {entry.find(f"{ATOM}link").get("href"): entry.findtext(f"{ATOM}id") for entry in entries(dossier)}


def corrected():
    """The small dossier, with one record that an editor has corrected."""
    before = small_dossier()
    ada = before.actors[0]
    description = ada.description.model_copy(update={"value": "President of Norland since 2020."})
    ada = ada.model_copy(update={"description": description})
    return before.model_copy(update={"actors": (ada, *before.actors[1:])})


def test_an_entry_per_record_dated_by_its_article():
    found = entries(small_dossier())
    assert found[0].findtext(f"{ATOM}title") == "Norland and Sudland to share a river ferry"
    assert len(found) == 14
    assert {entry.findtext(f"{ATOM}updated") for entry in found} == {"2021-06-09T00:00:00Z"}
    assert "actors/ada-berg/" in ids(small_dossier())


def test_a_corrected_record_is_a_new_entry_and_the_others_are_not():
    before, after = ids(small_dossier()), ids(corrected())
    assert {href for href, id in after.items() if before[href] != id} == {"actors/ada-berg/"}


def test_the_feed_carries_the_name_of_the_dossier():
    root = ET.fromstring(render_feed((), "Ferries & quays"))
    assert root.findtext(f"{ATOM}title") == "Ferries & quays: changes"
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Ferries & quays"


def test_an_empty_dossier_has_a_feed_without_entries():
    assert entries(Dossier()) == []
    assert feed(Dossier()).findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z", "the same in each build"


def test_hostile_text_stays_text():
    from hostile import HOSTILE, replaced

    hostile = replaced(small_dossier(), cycle(HOSTILE))
    assert len(entries(hostile)) == 14


@pytest.fixture
def published(tmp_path):
    """Writes the feeds of a site; gives their texts by path."""

    def write(dossier, address=ADDRESS, dates=None):
        for path, data in make_files(dossier, dates).items():
            url = path.removesuffix("index.md").removesuffix(".md")
            place = tmp_path / ("feed.xml" if path == "feed.xml" else f"{url}/index.html")
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        write_feeds(tmp_path, address)
        return {
            path.relative_to(tmp_path).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(tmp_path.rglob("feed.xml"))
        }

    return write


def test_the_feed_and_one_for_each_actor(published):
    found = published(small_dossier())
    actors = ("ada-berg", "norland", "reed-circle", "sudland")
    assert list(found) == [*(f"actors/{actor}/feed.xml" for actor in actors), "feed.xml"]
    ada = feedparser.parse(found["actors/ada-berg/feed.xml"])
    assert ada.feed.title == "Ada Berg – Dossier: changes"
    told = {entry.link.removeprefix(ADDRESS) for entry in ada.entries}
    assert {"actors/ada-berg/", "articles/ferry/", "quotes/quote-1/", "agreements/shared-ferry/"} <= told
    assert "claims/claim-2/" not in told
    assert "claims/claim-2/" in found["actors/reed-circle/feed.xml"]


@pytest.mark.parametrize("address", [ADDRESS, None])
def test_every_feed_reads_without_a_fault(published, address):
    for path, text in published(small_dossier(), address).items():
        read = feedparser.parse(text)
        assert not read.bozo, (path, read.get("bozo_exception"))
        assert read.version == "atom10"
        assert read.entries
        assert all(entry.title and entry.summary and entry.updated_parsed for entry in read.entries)


@pytest.mark.parametrize("address", [ADDRESS, None])
def test_the_rules_of_rfc_4287(published, address):
    for path, text in published(small_dossier(), address).items():
        root = ET.fromstring(text)
        for each in (root, *root.findall(f"{ATOM}entry")):
            counted = Counter(child.tag.removeprefix(ATOM) for child in each)
            assert (counted["id"], counted["title"], counted["updated"]) == (1, 1, 1), path
            assert counted["summary"] <= 1
            assert urlsplit(each.findtext(f"{ATOM}id")).scheme, "an id is an absolute address"
            assert MOMENT.fullmatch(each.findtext(f"{ATOM}updated"))
            links = [link.get("rel") for link in each.findall(f"{ATOM}link")]
            assert links.count("alternate") == 1, "one for each type and language, or content"
        assert root.find(f"{ATOM}author/{ATOM}name").text
        assert len(root.findall(f"{ATOM}link[@rel='self']")) == 1
        found = [entry.findtext(f"{ATOM}id") for entry in root.findall(f"{ATOM}entry")]
        assert len(set(found)) == len(found)
        updated = [entry.findtext(f"{ATOM}updated") for entry in root.findall(f"{ATOM}entry")]
        assert updated == sorted(updated, reverse=True)
        assert root.findtext(f"{ATOM}updated") == updated[0]


def test_links_are_absolute_and_ids_are_of_the_address_and_the_record(published):
    for path, text in published(small_dossier()).items():
        root = ET.fromstring(text)
        assert root.findtext(f"{ATOM}id") == f"{ADDRESS}{path}"
        assert all(link.get("href").startswith(ADDRESS) for link in root.iter(f"{ATOM}link"))
        for entry in root.findall(f"{ATOM}entry"):
            link = entry.find(f"{ATOM}link[@rel='alternate']").get("href")
            assert re.fullmatch(rf"{re.escape(link)}#[0-9a-f]{{12}}", entry.findtext(f"{ATOM}id"))


def test_where_no_address_is_known_links_lead_from_the_feed(published):
    found = published(small_dossier(), None)
    assert 'href="../../actors/ada-berg/"' in found["actors/ada-berg/feed.xml"]
    assert '<link rel="alternate" href="actors/ada-berg/"/>' in found["feed.xml"]


def test_a_corrected_record_is_on_top_dated_by_the_ledger(published):
    dates = {"actors/ada-berg/": date(2022, 1, 2), "actors/norland/": date(2021, 7, 1)}
    first, second, *_ = feedparser.parse(published(corrected(), dates=dates)["feed.xml"]).entries
    assert (first.title, first.updated) == ("Ada Berg", "2022-01-02T00:00:00Z")
    assert second.title == "Norland"


def test_a_second_run_changes_nothing(published, tmp_path):
    once = published(small_dossier())
    write_feeds(tmp_path, ADDRESS)
    assert {path: (tmp_path / path).read_text(encoding="utf-8") for path in once} == once


def test_a_site_without_a_feed_gets_none(tmp_path):
    write_feeds(tmp_path, ADDRESS)
    assert list(tmp_path.iterdir()) == []
