"""What other sites of this sort were reported to get wrong: names, authors, addresses, hosting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect
from serving import Site, build, served

from dossier.build import build as build_pages
from dossier.build import check, release

ARTICLE = """---
headline: Deal on the ferry
publisher: The Osterby Post
author: [Jo Writer, Ann Bee]
datePublished: 2024-05-31
url: https://news.example/a#:~:text=Deal
---
Deal on the ferry

OSTERBY – Øystein Dahl, Étienne Roux, Łukasz Nowak and Zachary Young met in Osterby on Thursday.

“Yes,” said Øystein Dahl. “No,” said Étienne Roux. “Well,” said Zachary Young. “Maybe,” said Łukasz Nowak.

Omar Bashar, a minister, said that talks would go on.
"""
PUBLISHED = date(2024, 6, 3)
CURATION = """actors:
- words: Omar Bashar
  aliases:
  - {text: عمر بشار (1), source: a register}
"""


def _seeds(folder: Path) -> Path:
    folder.mkdir()
    (folder / "ferry.md").write_text(ARTICLE, encoding="utf-8")
    (folder / "ferry.curation.yaml").write_text(CURATION, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    seeds = _seeds(tmp_path_factory.mktemp("cases") / "seeds")
    release(seeds, tmp_path_factory.mktemp("docs"), PUBLISHED)
    with served(tmp_path_factory.mktemp("site"), lambda site, url: build(site, url, seeds)) as built:
        yield built


def test_names_stand_under_their_letter_whatever_its_marks(page: Page, site: Site) -> None:
    page.goto(f"{site.url}actors/")
    people = page.locator("table.browse tbody tr td:first-child a").all_inner_texts()
    expected = ["Omar Bashar", "Øystein Dahl", "Łukasz Nowak", "Étienne Roux", "Zachary Young"]
    assert people == expected


def test_each_of_several_authors_is_cited(page: Page, site: Site) -> None:
    page.goto(f"{site.url}articles/ferry/")
    authors = page.locator('meta[name="citation_author"]').evaluate_all("all => all.map(one => one.content)")
    assert authors == ["Jo Writer", "Ann Bee"]
    page.locator(".cite summary").click()
    expect(page.locator(".cite")).to_contain_text("author = {Jo Writer and Ann Bee}")
    expect(page.locator(".cite")).to_contain_text("Jo Writer and Ann Bee, “Deal on the ferry”")


def test_a_link_to_a_passage_of_the_original_names_one_passage(page: Page, site: Site) -> None:
    found = []
    for address in ("actors/omar-bashar/", "articles/ferry/"):
        page.goto(site.url + address)
        found += page.locator('a[href*="news.example"]').evaluate_all("all => all.map(one => one.href)")
    assert any("#:~:text=" in href for href in found)
    assert all(href.count(":~:") <= 1 and not href.endswith("text=Deal") for href in found)


def test_what_stands_behind_a_name_in_another_script_stays_behind_it(page: Page, site: Site) -> None:
    page.goto(f"{site.url}actors/omar-bashar/")
    name = page.locator(".aka bdi").first
    expect(name).to_have_attribute("lang", "und-Arab")
    number, letters = page.evaluate(
        """() => {
            const name = document.querySelector(".aka bdi");
            const behind = document.createRange();
            behind.setStart(name.nextSibling, 0);
            behind.setEnd(name.nextSibling, 4);
            return [behind, name].map((part) => part.getBoundingClientRect().x);
        }"""
    )
    assert number > letters


def test_every_script_and_style_carries_its_fingerprint(page: Page, site: Site) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.url)
    page.keyboard.press("/")
    page.keyboard.type("dahl")
    expect(page.locator(".search__results a").first).to_contain_text("Øystein Dahl")
    files = [url for url in asked if url.endswith((".js", ".css", ".woff2"))]
    assert len(files) > 8
    assert [url for url in files if not re.search(r"\.[0-9a-f]{8}\.(min\.)?(js|css|woff2)$", url)] == []


def test_the_sitemap_says_when_each_page_changed(site: Site) -> None:
    tree = ElementTree.fromstring((site.folder / "sitemap.xml").read_bytes())
    days = {each[0].text: each[1].text if len(each) > 1 else None for each in tree}
    assert days[f"{site.url}actors/omar-bashar/"] == PUBLISHED.isoformat()
    assert days[f"{site.url}guide/"] is None  # written by hand: no build knows


def test_without_an_address_no_page_claims_one(page: Page, tmp_path: Path) -> None:
    with served(tmp_path, lambda site, _: build(site, "", _seeds(tmp_path.parent / "seeds"))) as built:
        page.goto(built.url)
        assert page.locator('link[rel="canonical"], meta[property="og:url"]').count() == 0
        assert not (built.folder / "sitemap.xml").exists()


def test_pages_checked_out_with_other_line_ends_are_the_same(tmp_path: Path) -> None:
    seeds, docs = _seeds(tmp_path / "seeds"), tmp_path / "docs"
    build_pages(seeds, docs)
    for path in docs.rglob("*.md"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    check(seeds, docs)
