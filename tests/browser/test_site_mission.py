"""What a reader comes for, in one visit: the lists, a name and an event found, all an actor leads to."""

from __future__ import annotations

import re

import yaml
from playwright.sync_api import Page, expect
from serving import SECTIONS, Site

from first_dossier import SEED

ACTOR = "actors/imran-khan/"
EVENT = "events/khan-visit-to-tehran/"
QUOTATION = "quotes/imran-khan-we-will-not-allow/"
AGREEMENT = "agreements/pledge-on-pakistani-soil/"


def test_a_visit_from_the_lists_to_the_original(page: Page, site: Site) -> None:
    page.goto(site.url)
    browse_the_lists(page, site)
    find(page, site, "rouhani", "actors/hassan-rouhani/")
    find(page, site, "press conference", "events/joint-press-conference/")
    find(page, site, "imran khan", ACTOR)
    expect(page.locator(".lead")).to_contain_text("Prime Minister of Pakistan")
    for address in (EVENT, AGREEMENT, QUOTATION):
        follow(page, site, address)
        follow(page, site, ACTOR)  # each names whom it is about
    follow(page, site, QUOTATION)
    read_the_original(page)


def browse_the_lists(page: Page, site: Site) -> None:
    """Every section is open from where the reader is, and its list names pages of its own."""
    for section in SECTIONS:
        sections = page.get_by_role("navigation", name="Sections")
        sections.get_by_text(section.capitalize(), exact=True).click()
        page.wait_for_url(f"{site.url}{section}/")
        expect(sections.locator("[aria-current]")).to_have_text(section.capitalize())
        listed = page.locator("main article a").evaluate_all(
            "links => links.map(link => link.pathname ?? '')"
        )
        assert [path for path in listed if re.search(rf"/{section}/[^/]+/$", path)], section


def find(page: Page, site: Site, query: str, address: str) -> None:
    """The search, opened by key, has the page first, and Enter opens it."""
    page.keyboard.press("/")
    page.keyboard.type(query)
    expect(page.locator("dialog.search")).to_have_attribute("data-query", query)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.url}{address}")


def follow(page: Page, site: Site, address: str) -> None:
    """A link of the page's text leads to the address, whose page says what it is."""
    page.locator(f"main article a[href$='/{address.split('/')[1]}/']").first.click()
    page.wait_for_url(site.url + address)
    expect(page.locator("h1")).not_to_be_empty()


def read_the_original(page: Page) -> None:
    """The quotation's words are the article's own; its mark leads to their paragraph, and on to it."""
    text = SEED.read_text(encoding="utf-8")
    published = yaml.safe_load(text.split("---\n")[1])["url"]
    page.locator("main .mark").first.click()
    source = page.locator(".source:popover-open")
    words = source.locator(".source__words").inner_text()
    assert words
    assert words in text
    source.get_by_role("link", name="in the outline").click()
    page.wait_for_url(re.compile(r"/articles/[^/]+/#p\d+$"))
    paragraph = page.locator(f"[id='{page.url.partition('#')[2]}']")
    expect(paragraph).to_be_in_viewport()
    original = paragraph.locator("a[href*=':~:text=']").first
    assert str(original.get_attribute("href")).startswith(f"{published}#:~:text=")
