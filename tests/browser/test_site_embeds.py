"""Cards to embed: each is linked by its page, stands in a frame elsewhere, and is as readable as a page."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from accessibility import COLOUR, problems_of
from playwright.sync_api import Page
from serving import Site

LINK = re.compile(r'<a class="embed__card" href="([^"]+)"')


def page_of(card: Path, site: Site) -> Path:
    """The file of the page that a card is of."""
    return site.folder / card.relative_to(site.folder / "embed").with_suffix("") / "index.html"


def test_each_card_is_linked_by_its_page_and_each_such_link_has_a_card(site: Site) -> None:
    cards = set((site.folder / "embed").rglob("*.html"))
    assert {card.parent.name for card in cards} == {"actors", "embed", "events", "quotes"}
    linked = set()
    for file in site.folder.rglob("index.html"):
        for href in LINK.findall(file.read_text(encoding="utf-8")):
            card = (file.parent / href).resolve()
            assert page_of(card, site) == file
            linked.add(card)
    assert linked == cards


def test_what_a_page_gives_to_copy_shows_the_card_in_a_frame(site: Site, page: Page) -> None:
    for address in ("timeline/", "events/bus-ambush/", "actors/iran/"):
        page.goto(site.url + address)
        page.locator(".embed summary").click()
        code = unescape(page.locator(".embed pre").inner_text())
        page.set_content(f"<!doctype html><html lang=en><title>Elsewhere</title>{code}")
        frame = page.frame_locator("iframe")
        assert frame.locator("main").inner_text().strip()
        assert frame.locator(".note a").get_attribute("target") == "_top"
        assert page.locator("iframe").get_attribute("title")


def test_axe_finds_nothing_on_a_card(site: Site, page: Page) -> None:
    problems: dict[str, list[str]] = {}
    for card in sorted((site.folder / "embed").rglob("*.html")):
        address = card.relative_to(site.folder).as_posix()
        page.goto(site.url + address)
        for width in (320, 640):
            page.set_viewport_size({"width": width, "height": 400})
            page.emulate_media(color_scheme="light")
            problems |= problems_of(page, f"{address} at {width}")
            page.emulate_media(color_scheme="dark")
            problems |= problems_of(page, f"{address} at {width}, dark", COLOUR)
    assert not problems
