"""Finding: the page about the query comes first, slips are forgiven, the keyboard is enough."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, Request, expect
from serving import Site

TABLE: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "queries.yaml").read_text(encoding="utf-8"))
RESULTS = ".search__results a"
FIRST_SEARCH_BYTES = 60 * 1024
"""What the first search may load, gzipped."""


@pytest.fixture(scope="module")
def searching(browser: Browser, site: Site) -> Iterator[Page]:
    """A page whose search dialog is open, for asking many queries in turn."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(site.url)
    page.keyboard.press("/")
    expect(page.locator("dialog.search")).to_be_visible()
    yield page
    context.close()


def found(page: Page, site: Site, query: str) -> list[str]:
    """Addresses of the pages found, best first."""
    page.locator(".search__input").fill(query)
    expect(page.locator("dialog.search")).to_have_attribute("data-query", query.strip())
    hrefs = page.locator(RESULTS).evaluate_all("links => links.map(link => link.href)")
    return [href.removeprefix(site.url).split("#")[0].rstrip("/") for href in hrefs]


def test_the_page_about_the_query_comes_first(searching: Page, site: Site) -> None:
    queries = TABLE["queries"]
    places = {}
    for query, expected in queries.items():
        wanted = {expected} if isinstance(expected, str) else set(expected)
        pages = found(searching, site, query)
        places[query] = next((place for place, page in enumerate(pages, 1) if page in wanted), 99)
    late = {query: place for query, place in places.items() if place > 1}
    far = {query for query, place in late.items() if place > 3}
    assert len(far) <= 0.02 * len(queries), f"not among the first three: {far}"
    assert len(late) <= 0.05 * len(queries), f"not first: {late}"


def test_every_expected_page_exists(site: Site) -> None:
    expected: set[str] = set(TABLE["slips"].values())
    for value in TABLE["queries"].values():
        expected |= {value} if isinstance(value, str) else set(value)
    assert not {page for page in expected if f"{page}/" not in site.pages()}


@pytest.mark.parametrize(("slip", "meant"), TABLE["slips"].items())
def test_a_slip_is_met_with_what_may_be_meant(searching: Page, site: Site, slip: str, meant: str) -> None:
    found(searching, site, slip)
    suggestion = searching.locator(".search__suggest")
    expect(suggestion).to_contain_text("Did you mean")
    assert suggestion.locator("a").first.evaluate("link => link.href") == f"{site.url}{meant}/"


def test_nothing_is_offered_for_what_is_like_nothing(searching: Page, site: Site) -> None:
    for query in TABLE["nothing"]:
        assert found(searching, site, query) == []
        expect(searching.locator(".search__results")).to_have_attribute("aria-busy", "false")
        expect(searching.locator(".search__status")).to_contain_text(f"Nothing found for “{query}”")
        expect(searching.locator(".search__suggest")).to_be_hidden()


def test_a_word_hardly_begun_takes_nothing_away(searching: Page, site: Site) -> None:
    status = searching.locator(".search__status")
    whole = found(searching, site, "barter committee")
    assert found(searching, site, "barter committee zq")[:2] == whole[:2]
    expect(status).not_to_contain_text("No page has all the words")
    assert found(searching, site, "committee barter zq ")[:2] == whole[:2]
    expect(status).to_contain_text("No page has all the words")


def test_each_hit_shows_its_kind(searching: Page, site: Site) -> None:
    found(searching, site, "khan")
    for hit in searching.locator(RESULTS).all():
        expect(hit.locator(".chip")).not_to_be_empty()
    expect(searching.locator(RESULTS).first.locator(".chip")).to_have_text("Person")
    found(searching, site, "inaction")
    expect(searching.locator(RESULTS).first.locator(".chip")).to_have_text("Quotation")


def test_slash_arrows_and_enter(page: Page, site: Site) -> None:
    page.goto(f"{site.url}timeline/")
    page.keyboard.press("/")
    expect(page.locator(".search__input")).to_be_focused()
    page.keyboard.type("khan")
    expect(page.locator(RESULTS).first).to_contain_text("Imran Khan")
    page.keyboard.press("ArrowDown")
    expect(page.locator(RESULTS).nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(RESULTS).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(".search__input")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.url}actors/imran-khan/")


def test_enter_in_the_field_opens_the_first_hit_and_escape_closes(page: Page, site: Site) -> None:
    page.goto(site.url)
    page.locator("header [data-search-open]").click()
    page.keyboard.type("mbs")
    page.keyboard.press("Escape")
    expect(page.locator("dialog.search")).to_be_hidden()
    expect(page.locator("header [data-search-open]")).to_be_focused()
    assert page.url == site.url
    page.keyboard.press("/")
    page.keyboard.type("mbs")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.url}actors/mohammed-bin-salman/")


def test_a_shared_link_reopens_the_search(page: Page, site: Site) -> None:
    page.goto(site.url)
    page.keyboard.press("/")
    page.keyboard.type("bus attack")
    expect(page.locator(RESULTS).first).to_contain_text("Attack")
    shared = f"{site.url}?q=bus+attack"
    expect(page).to_have_url(shared)
    page.goto("about:blank")
    page.goto(shared)
    expect(page.locator(".search__input")).to_have_value("bus attack")
    expect(page.locator(RESULTS).first).to_contain_text("Attack")


def test_a_first_visit_loads_little_before_it_finds(browser: Browser, site: Site) -> None:
    """The files before the first result, and their bytes as sent; `scripts/search_bench.py` times it."""
    context = browser.new_context()
    page = context.new_page()
    weights: dict[str, int] = {}

    def weigh(request: Request) -> None:
        if "/search" in request.url:
            weights[request.url] = len(gzip.compress(request.response().body()))  # type: ignore[union-attr]

    page.on("requestfinished", weigh)
    page.goto(site.url)
    page.keyboard.press("/")
    page.locator(".search__input").fill("gwadar")
    page.locator(RESULTS).first.wait_for()
    page.wait_for_load_state("networkidle")
    context.close()
    assert weights
    assert sum(weights.values()) <= FIRST_SEARCH_BYTES, weights


def test_a_missing_page_searches_for_what_was_asked(page: Page, site: Site) -> None:
    response = page.goto(f"{site.url}actors/hassan-ruhani/")
    assert response is not None
    assert response.status == 404
    expect(page.locator("main .search__results a").first).to_contain_text("Hassan Rouhani")


def test_the_search_says_when_its_index_is_gone(page: Page, site: Site) -> None:
    page.route("**/search/index.*.js", lambda route: route.abort())
    page.goto(f"{site.url}?q=khan")
    expect(page.locator(".search__status")).to_contain_text("could not be loaded")
