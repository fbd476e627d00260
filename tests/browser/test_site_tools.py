"""Every page leads on; where a repository is configured, readers can report a mistake and see the history."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, unquote, urljoin, urlsplit
from xml.etree import ElementTree

import html5lib
import pytest
from serving import SECTIONS, Site, build

REPOSITORY = "https://code.example/news/dossier"


def tree(path: Path) -> ElementTree.Element:
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    found: ElementTree.Element = parser.parse(path.read_text(encoding="utf-8"))
    return found


def within(element: ElementTree.Element, tag: str, name: str = "") -> list[ElementTree.Element]:
    return [each for each in element.iter(tag) if name in (each.get("class") or "").split() or not name]


def test_no_page_about_the_news_is_a_dead_end(site: Site) -> None:
    """Each leads, within its own text, to two other pages about the news at least."""
    ends = {}
    for page in site.pages():
        if page.count("/") != 2 or page.split("/")[0] not in SECTIONS:
            continue
        (article,) = within(tree(site.file(page)), "article")
        targets = {urljoin(site.url + page, link.get("href", "")).split("#")[0] for link in article.iter("a")}
        beside = {target.removeprefix(site.url) for target in targets if target.startswith(site.url)} - {page}
        on = {target for target in beside if target.count("/") == 2 and target.split("/")[0] in SECTIONS}
        if len(on) < 2 and page != "articles/how-much-is-shown/":
            ends[page] = on
    assert not ends


def test_nothing_leads_to_a_page_that_only_happens_to_stand_before_or_after(site: Site) -> None:
    for page in site.pages():
        found = tree(site.file(page))
        assert not [link for link in found.iter("link") if link.get("rel") in ("prev", "next")], page
        assert not [link for link in found.iter("a") if link.get("rel") in ("prev", "next")], page


@pytest.fixture(scope="module")
def with_repository(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("repository")
    before = os.environ.get("REPO_URL")
    os.environ["REPO_URL"] = REPOSITORY
    try:
        build(folder, "https://news.example/d/")
    finally:
        os.environ.pop("REPO_URL")
        if before is not None:
            os.environ["REPO_URL"] = before
    yield Site(folder, "https://news.example/d/")
    shutil.rmtree(folder)


def test_every_page_can_be_reported_and_tells_its_history(with_repository: Site) -> None:
    site = with_repository
    for page in site.pages():
        found = tree(site.file(page))
        (tools,) = within(found, "p", "page-tools")
        report, history = tools.iter("a")
        asked = parse_qs(urlsplit(report.get("href", "")).query)
        assert report.get("href", "").startswith(f"{REPOSITORY}/issues/new?"), page
        assert asked["body"] == [f"{site.url}{page}"]
        assert asked["title"][0] in "".join(next(found.iter("title")).itertext())
        source = unquote(history.get("href", "")).removeprefix(f"{REPOSITORY}/commits/HEAD/docs/")
        assert source.removesuffix(".md").removesuffix("index").rstrip("/") == page.rstrip("/")


def test_without_a_repository_nothing_asks_to_report(site: Site) -> None:
    for page in site.pages():
        assert not within(tree(site.file(page)), "p", "page-tools"), page
