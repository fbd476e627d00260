"""Explore and the indexes: filters, order, the address, CSV, pictures that follow, parts, and no script."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from serving import SECTIONS, Site

ROWS = "table[data-facets] tbody tr"
LINK = '<a href="../../actors/ivo-stam/">Ivo Stam is a ferryman.</a>'
ROW = "<tr><td>" + LINK + "</td><td>Person</td><td></td><td></td></tr>"


@pytest.fixture
def explore(page: Page, site: Site) -> Page:
    page.goto(f"{site.url}explore/")
    page.locator(".facets.is-ready").wait_for()
    return page


def shown(page: Page, column: str) -> list[str]:
    """What stands in a column of the rows shown."""
    heads = page.locator("table[data-facets] th").all_inner_texts()
    at = [re.sub(r"\W+$", "", head) for head in heads].index(column) + 1
    return [text.strip() for text in page.locator(f"{ROWS} td:nth-child({at})").all_inner_texts()]


def choose(page: Page, facet: str, value: str) -> None:
    page.locator(".facets").get_by_label(facet, exact=True).select_option(value=value)


def status(page: Page) -> str:
    return page.locator(".facets [role=status]").inner_text()


def test_filters_narrow_together_and_stand_in_the_address(explore: Page) -> None:
    every = explore.locator(ROWS).count()
    choose(explore, "Kind", "Claim")
    claims = explore.locator(ROWS).count()
    assert 0 < claims < every
    assert all(kind.startswith("Claim") for kind in shown(explore, "Kind"))
    choose(explore, "About", "Pakistan")
    assert 0 < explore.locator(ROWS).count() < claims
    assert all("Pakistan" in about for about in shown(explore, "About"))
    assert status(explore) == f"{explore.locator(ROWS).count()} of {every} shown"
    assert parse_qs(urlsplit(explore.url).query) == {"kind": ["Claim"], "about": ["Pakistan"]}
    left = explore.locator(ROWS).count()
    explore.reload()
    expect(explore.locator(ROWS)).to_have_count(left)
    explore.get_by_role("button", name="Show all").click()
    assert explore.locator(ROWS).count() == every
    assert not urlsplit(explore.url).query


def test_each_filter_says_how_many_rows_it_leaves(explore: Page) -> None:
    choose(explore, "Kind", "Quotation")
    options = explore.locator(".facets").get_by_label("Who says so").locator("option").all_inner_texts()
    name, count = re.fullmatch(r"(.+) \((\d+)\)", options[1]).groups()  # type: ignore[union-attr]
    choose(explore, "Who says so", name)
    assert explore.locator(ROWS).count() == int(count)


def test_words_are_found_whatever_their_accents_and_case(explore: Page) -> None:
    explore.locator(".facets").get_by_label("Words").fill("RÓUHANI barter")
    assert explore.locator(ROWS).count() >= 1
    assert all("barter" in told for told in shown(explore, "Statement"))
    explore.locator(".facets").get_by_label("Words").fill("nothing of the kind")
    assert explore.locator(ROWS).count() == 0
    assert explore.get_by_role("button", name="Download").is_disabled()


def test_a_month_finds_what_may_have_been_in_it(explore: Page) -> None:
    choose(explore, "Date", "2019, February")
    assert set(shown(explore, "Date")) == {"Some time in February 2019"}
    choose(explore, "Date", "not given")
    assert set(shown(explore, "Date")) == {""}


def test_a_column_sorts_both_ways_and_back(explore: Page) -> None:
    before = shown(explore, "Statement")
    head = explore.get_by_role("columnheader", name="Who says so")
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    up = [text for text in shown(explore, "Who says so") if text]
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert [text for text in shown(explore, "Who says so") if text] == up[::-1]
    assert shown(explore, "Who says so")[-1] == ""  # what has none stays last
    head.get_by_role("button").click()
    assert shown(explore, "Statement") == before


def test_pictures_follow_and_lead(explore: Page) -> None:
    choose(explore, "About", "Ambush of a bus")
    kept = explore.locator(".timeline__bars li:not(.is-out)").all_inner_texts()
    assert len(kept) == 1
    assert "Ambush of a bus" in kept[0]
    explore.get_by_role("button", name="Show all").click()
    explore.locator("figure.timeline").get_by_role("link", name="Ambush of a bus").click()
    assert explore.locator(".facets").get_by_label("About", exact=True).input_value() == "Ambush of a bus"
    assert "/explore/" in explore.url


def test_the_rows_shown_are_what_the_file_has(explore: Page) -> None:
    choose(explore, "Kind", "Claim")
    told = shown(explore, "Statement")
    with explore.expect_download() as download:
        explore.get_by_role("button", name="Download").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text, newline=""))
    assert head[0] == "Statement"
    assert head[-1] == "Page"
    assert [row[0] for row in rows] == told
    assert all("/claims/" in row[-1] for row in rows)
    assert download.value.suggested_filename == "all-statements.csv"


def test_no_cell_of_the_file_begins_as_a_formula_does(page: Page, site: Site) -> None:
    def with_formula(route: Route) -> None:
        body = (
            route.fetch()
            .text()
            .replace("<tbody>", '<tbody><tr><td>=1+1</td><td>a, "b"</td><td></td><td></td></tr>', 1)
        )
        route.fulfill(body=body, content_type="text/html; charset=utf-8")

    page.route("**/actors/", with_formula)
    page.goto(f"{site.url}actors/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download").click()
    assert '\r\n\'=1+1,"a, ""b""",' in Path(download.value.path()).read_bytes().decode("utf-8-sig")


def test_the_other_parts_are_read_when_something_is_asked_for(page: Page, site: Site) -> None:
    asked: list[str] = []

    def in_parts(route: Route) -> None:
        more = '<p class="parts"><a href="../lists/actors-2/">2</a></p></article>'
        body = route.fetch().text().replace("</article>", more, 1)
        route.fulfill(body=body, content_type="text/html; charset=utf-8")

    def part(route: Route) -> None:
        asked.append(route.request.url)
        body = f"<table data-facets='Kind, State'><tbody>{ROW}</tbody></table>"
        route.fulfill(body=body, content_type="text/html; charset=utf-8")

    page.route("**/actors/", in_parts)
    page.route("**/lists/actors-2/", part)
    page.goto(f"{site.url}actors/")
    before = page.locator(ROWS).count()
    assert not asked
    page.locator(".facets").get_by_label("Words").fill("ferryman")
    expect(page.locator(ROWS)).to_have_count(1)
    assert page.locator(f"{ROWS} a").first.evaluate("link => link.href") == f"{site.url}actors/ivo-stam/"
    page.get_by_role("button", name="Show all").click()
    assert page.locator(ROWS).count() == before + 1


def test_a_part_that_fails_is_said_and_the_rest_stays(page: Page, site: Site) -> None:
    def in_parts(route: Route) -> None:
        more = '<p class="parts"><a href="../lists/actors-2/">2</a></p></article>'
        route.fulfill(body=route.fetch().text().replace("</article>", more, 1), content_type="text/html")

    page.route("**/actors/", in_parts)
    page.goto(f"{site.url}actors/")
    page.locator(".facets").get_by_label("Words").fill("Rouhani")
    expect(page.locator(".facets [role=status]")).to_contain_text("could not be read")
    assert page.locator(ROWS).count() >= 1


@pytest.mark.parametrize("address", ["explore/", *(f"{section}/" for section in SECTIONS)])
def test_without_a_script_the_table_is_whole(browser: Browser, site: Site, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(site.url + address)
    without = plain.locator(ROWS).count()
    context.close()
    scripted = browser.new_page()
    scripted.goto(site.url + address)
    scripted.locator(".facets.is-ready").wait_for()
    assert without == scripted.locator(ROWS).count() > 0
    scripted.close()


def test_a_letter_leads_to_the_first_name_under_it(page: Page, site: Site) -> None:
    page.goto(f"{site.url}actors/")
    page.locator(".letters").get_by_role("link", name="K", exact=True).click()
    assert page.url.endswith("#letter-k")
    assert "Khamenei" in page.locator(":target").inner_text()


def test_on_a_phone_rows_are_cards_and_nothing_scrolls_sideways(browser: Browser, site: Site) -> None:
    phone = browser.new_page(viewport={"width": 390, "height": 800})
    phone.goto(f"{site.url}explore/")
    phone.locator(".facets.is-ready").wait_for()
    around = phone.locator(".table-scroll")
    assert around.evaluate("part => part.scrollWidth <= part.clientWidth")
    assert phone.locator(f"{ROWS} >> nth=0").evaluate("row => getComputedStyle(row).display") == "block"
    phone.close()


def test_on_a_phone_rows_far_below_wait_and_are_printed_all_the_same(browser: Browser, site: Site) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{site.url}explore/")
    page.locator(".facets.is-ready").wait_for()
    rows = page.locator(ROWS)
    style = "row => getComputedStyle(row).contentVisibility"
    assert rows.count() > 20
    assert [rows.nth(at).evaluate(style) for at in (0, 19)] == ["visible", "auto"]
    page.emulate_media(media="print")
    assert rows.nth(19).evaluate(style) == "visible"
    page.close()


def test_on_paper_no_word_of_the_table_is_torn_and_no_arrow_offers_to_sort(
    browser: Browser, site: Site
) -> None:
    page = browser.new_page(viewport={"width": 640, "height": 900})
    page.goto(f"{site.url}explore/")
    page.locator(".facets.is-ready").wait_for()
    page.emulate_media(media="print")
    links = page.locator(f"{ROWS} td a")
    assert set(links.evaluate_all("all => all.map(a => getComputedStyle(a).wordBreak)")) == {"normal"}
    arrow = "button => getComputedStyle(button, '::after').content"
    assert page.locator(".sorter").first.evaluate(arrow) == "none"
    page.close()


def test_filters_have_their_options_once_the_page_is_idle(explore: Page) -> None:
    select = explore.locator(".facets").get_by_label("Kind", exact=True)
    expect(select.locator("option")).not_to_have_count(0)
    assert select.locator("option").first.inner_text() == "any"
