"""Every page in both colour schemes, on a phone and on a desk: axe finds nothing, nothing is cut off."""

from __future__ import annotations

from accessibility import COLOUR, problems_of
from playwright.sync_api import Browser, Page
from serving import Site

PHONE, DESKTOP = 390, 1280
FOLDED = ".cite, .embed"
"""What a click opens in its place."""


def test_axe_finds_nothing_on_any_page(browser: Browser, site: Site) -> None:
    """One window goes through all pages, and is resized and recoloured on each: loading takes the time."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    problems: dict[str, list[str]] = {}
    opened = 0
    for address in (*site.pages(), "404.html"):
        page.goto(site.url + address)
        opened += page.locator(FOLDED).evaluate_all("all => all.map((each) => (each.open = true)).length")
        for width in (PHONE, DESKTOP):
            page.set_viewport_size({"width": width, "height": 900})
            where = f"{address or 'home'} at {width}"
            page.emulate_media(color_scheme="light")
            problems |= problems_of(page, where)
            page.emulate_media(color_scheme="dark")
            problems |= problems_of(page, f"{where}, dark", COLOUR)
    context.close()
    assert not problems
    assert opened > len(site.pages()) / 2


def test_what_it_looks_for_would_be_found(page: Page) -> None:
    """The check above can fail: grey on white, a picture without a name, a heading that is cut off."""
    page.set_content(
        "<html lang=en><title>x</title><main><h1 style='width: 3000px'>x</h1>"
        "<p style='color: #aaa; background: #fff'>Grey</p><img src='data:,'></main>"
    )
    found = problems_of(page, "x")
    assert {"x: color-contrast", "x: image-alt", "x: wider than the window"} <= set(found)
    assert set(problems_of(page, "x", COLOUR)) == {"x: color-contrast", "x: wider than the window"}
