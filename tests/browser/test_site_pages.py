"""The built pages as files: valid HTML, links and anchors that exist, metadata, weight."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import html5lib
import pytest
from playwright.sync_api import Browser
from serving import REPOSITORY, Site, build, served

PAGE_BYTES = 8 * 1024
LONG_PAGE_BYTES = 14 * 1024
"""The home page, articles, all statements, and the network, which stands thrice."""
DOCUMENT_BYTES = 20 * 1024
"""Pages written by hand, which are read as documents."""
FIRST_VIEW_BYTES = 80 * 1024
ElementTree.register_namespace("", "http://www.w3.org/1999/xhtml")


@cache
def parsed(path: Path) -> ElementTree.Element:
    """The page's element tree; html5lib's message when the HTML is not valid."""
    parser = html5lib.HTMLParser(
        tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False, strict=True
    )
    tree: ElementTree.Element = parser.parse(path.read_text(encoding="utf-8"))
    return tree


def all_files(site: Site) -> list[Path]:
    return [site.file(page) for page in (*site.pages(), "404.html")]


def test_every_page_is_valid_html_with_ids_used_once(site: Site) -> None:
    problems = {}
    for path in all_files(site):
        try:
            ids = [element.get("id") for element in parsed(path).iter() if element.get("id") is not None]
        except html5lib.html5parser.ParseError as error:
            problems[path.relative_to(site.folder).as_posix()] = str(error)
            continue
        if twice := {name for name in ids if ids.count(name) > 1}:
            problems[path.relative_to(site.folder).as_posix()] = f"ids used twice: {twice}"
    assert not problems


def test_every_internal_link_and_anchor_exists(site: Site) -> None:
    anchors: dict[Path, set[str | None]] = {}
    broken = set()
    for page in (*site.pages(), "404.html"):
        for element in parsed(site.file(page)).iter():
            for attribute in ("href", "src"):
                target = element.get(attribute)
                if target is None or element.get("rel") == "canonical":
                    continue
                url = urljoin(site.url + page, target)
                if not url.startswith(site.url):
                    if urlsplit(url).hostname == "127.0.0.1":
                        broken.add((page, target))
                    continue
                parts = urlsplit(url.removeprefix(site.url))
                path = site.folder / unquote(parts.path)
                path = path / "index.html" if path.is_dir() else path
                if not path.exists():
                    broken.add((page, target))
                elif parts.fragment and path.suffix == ".html":
                    known = anchors.setdefault(path, {found.get("id") for found in parsed(path).iter()})
                    if unquote(parts.fragment) not in known:
                        broken.add((page, target))
    assert not broken


def test_every_page_is_reached_from_the_home_page(site: Site) -> None:
    reached = {""}
    waiting = [""]
    while waiting:
        page = waiting.pop()
        for link in parsed(site.file(page)).iter("a"):
            url = urljoin(site.url + page, link.get("href", "")).split("#")[0]
            address = url.removeprefix(site.url)
            if (
                url.startswith(site.url)
                and address not in reached
                and (site.folder / address / "index.html").exists()
            ):
                reached.add(address)
                waiting.append(address)
    assert set(site.pages()) == reached


def test_pictures_have_a_meaning_or_none(site: Site) -> None:
    for path in all_files(site):
        for image in parsed(path).iter("img"):
            assert image.get("alt") is not None, f"{path}: {image.attrib}"
        for picture in parsed(path).iter("svg"):
            named = (
                picture.get("aria-hidden") == "true"
                or picture.get("aria-label")
                or picture.get("aria-labelledby")
            )
            assert named or picture.find("title") is not None, f"{path}: an SVG without a name"


def test_headings_step_down_one_level_at_a_time(site: Site) -> None:
    for path in all_files(site):
        levels = [
            int(found.tag[1]) for found in parsed(path).iter() if re.fullmatch("h[1-6]", str(found.tag))
        ]
        assert levels[:1] == [1], path
        assert levels.count(1) == 1, path
        assert all(after - before <= 1 for before, after in pairwise(levels)), path


def test_every_page_tells_what_it_is(site: Site) -> None:
    titles: dict[str | None, str] = {}
    for page in site.pages():
        tree = parsed(site.file(page))
        title = next(tree.iter("title")).text
        assert title not in titles, f"{page} and {titles.get(title)} share the title {title}"
        titles[title] = page
        meta = {
            found.get("name") or found.get("property"): found.get("content") for found in tree.iter("meta")
        }
        for name in (
            "description",
            "og:title",
            "og:description",
            "og:url",
            "og:image",
            "og:type",
            "twitter:card",
        ):
            assert meta.get(name), f"{page}: no {name}"
        assert meta["og:url"] == site.url + page
        links = {found.get("rel"): found.get("href") for found in tree.iter("link")}
        assert links["canonical"] == site.url + page
        assert links["icon"]


def test_the_share_image_and_the_feed_exist(site: Site) -> None:
    images = set()
    for page in site.pages():
        for found in parsed(site.file(page)).iter("meta"):
            if found.get("property") == "og:image":
                images.add(str(found.get("content")))
    assert all((site.folder / image.removeprefix(site.url)).is_file() for image in images), images
    feed = ElementTree.fromstring((site.folder / "feed.xml").read_text(encoding="utf-8"))
    assert feed.tag == "{http://www.w3.org/2005/Atom}feed"


def test_linked_data_is_json(site: Site) -> None:
    for page in site.pages():
        for script in parsed(site.file(page)).iter("script"):
            if script.get("type") == "application/ld+json":
                assert json.loads(script.text or "").get("@context") == "https://schema.org", page


@pytest.fixture(scope="module")
def todays_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of the project's own seeds, which grow with every rule; the other tests' seeds stay."""
    with served(tmp_path_factory.mktemp("today"), partial(build, seeds=REPOSITORY / "seeds")) as served_site:
        yield served_site


@pytest.mark.parametrize("which", ["site", "todays_site"])
def test_a_page_stays_within_its_weight(request: pytest.FixtureRequest, which: str) -> None:
    site: Site = request.getfixturevalue(which)
    heavy = {}
    for page in (*site.pages(), "404.html"):
        html = site.file(page).read_bytes()
        long = page in ("", "404.html", "explore/", "network/") or page.startswith("articles/")
        by_hand = b"data-kind=" not in html and page != "404.html"
        size = len(gzip.compress(html, 9))
        if size > (DOCUMENT_BYTES if by_hand else LONG_PAGE_BYTES if long else PAGE_BYTES):
            heavy[page] = size
    assert not heavy


@pytest.mark.parametrize("kind", ["home", "actors", "articles", "network"])
def test_the_first_view_stays_within_its_weight(browser: Browser, site: Site, kind: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    weights: dict[str, int] = {}
    page.on(
        "response", lambda response: weights.update({response.url: len(gzip.compress(response.body(), 9))})
    )
    page.goto(site.url + site.kinds()[kind], wait_until="networkidle")
    context.close()
    assert len(weights) >= 4
    assert not [url for url in weights if "/search" in url]
    assert sum(weights.values()) <= FIRST_VIEW_BYTES, weights
