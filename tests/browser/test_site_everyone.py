"""For everyone: axe on each kind of page, the keyboard alone, zoom, calm, no script, no other host."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from accessibility import TOO_WIDE, problems_of
from playwright.sync_api import Browser, BrowserContext, Page, expect
from serving import REPOSITORY, SECTIONS, Site

PHONE, DESKTOP = 360, 1440
KINDS = [
    "home",
    *SECTIONS,
    *(f"{section}-index" for section in SECTIONS),
    "timeline",
    "network",
    "by-hand",
    "missing",
]
SCREENSHOTS = REPOSITORY / "build" / "screenshots"
MOVING = """() => [...document.querySelectorAll("*")].filter((element) => {
    const style = getComputedStyle(element);
    const turning = style.transitionDuration.split(",").some((time) => parseFloat(time) > 0);
    const playing = style.animationName !== "none" && parseFloat(style.animationDuration) > 0;
    return turning && style.transitionProperty !== "none" || playing;
}).length"""
FOCUSABLE = "a[href], button, input, summary, [tabindex='0']"
# How many elements can take the focus; and which of them has it, with a ring or not, and its HTML.
COUNT = """all => [...document.querySelectorAll(all)]
    .filter((element) => element.checkVisibility() && !element.closest("dialog")).length"""
FOCUSED = """all => {
    const at = document.activeElement;
    if (at === document.body) return null;
    const style = getComputedStyle(at);
    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    return [[...document.querySelectorAll(all)].indexOf(at), ring, at.outerHTML.slice(0, 100)];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_nothing_is_cut_off_and_axe_finds_nothing_in_the_search(
    browser: Browser, site: Site, scheme: Literal["light", "dark"], width: int
) -> None:
    """Also leaves a picture of each kind of page where a person can look: build/screenshots/.

    Axe looks at all pages in test_site_every_page.py, and here at what the search shows.
    """
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    problems: dict[str, list[str]] = {}
    for kind in KINDS:
        page.goto(site.url + site.kinds()[kind])
        page.screenshot(path=SCREENSHOTS / f"{kind}-{width}-{scheme}.png", full_page=True)
        if page.locator(".cite").count():
            page.locator(".cite summary").click()
        if wide := page.evaluate(TOO_WIDE):
            problems[f"{kind}: wider than the window"] = wide
    page.goto(f"{site.url}?q=khamny")
    expect(page.locator(".search__suggest")).to_be_visible()
    page.screenshot(path=SCREENSHOTS / f"search-{width}-{scheme}.png")
    problems |= problems_of(page, "search")
    context.close()
    assert not problems


def test_the_keyboard_reaches_everything_and_focus_is_seen(page: Page, site: Site) -> None:
    page.goto(site.url + site.kinds()["actors"])
    page.locator(".cite summary").click()
    page.evaluate("document.activeElement.blur(); getSelection().collapse(document.body, 0)")
    focusable = page.evaluate(COUNT, FOCUSABLE)
    reached = set()
    for _ in range(focusable + 5):
        page.keyboard.press("Tab")
        if seen := page.evaluate(FOCUSED, FOCUSABLE):
            reached.add(seen[0])
            assert seen[1], f"no focus ring: {seen[2]}"
    assert len(reached) == focusable


def test_the_first_tab_offers_to_skip_to_the_text(page: Page, site: Site) -> None:
    page.goto(site.url + site.kinds()["events"])
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_text("Skip to content")
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("kind", ["actors", "events", "agreements", "timeline"])
def test_double_zoom_loses_nothing(browser: Browser, site: Site, kind: str) -> None:
    context = browser.new_context(viewport={"width": 640, "height": 450}, device_scale_factor=2)
    page = context.new_page()
    page.goto(site.url + site.kinds()[kind])
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    assert page.evaluate(TOO_WIDE) == []
    context.close()


def test_reduced_motion_is_kept(browser: Browser, site: Site) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(site.url + site.kinds()["actors"])
    assert page.evaluate(MOVING) == 0
    context.close()


def test_reading_needs_no_script(browser: Browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": PHONE, "height": 900})
    page = context.new_page()
    page.goto(site.url)
    page.locator("nav[aria-label=Sections] a", has_text="Events").click()
    page.locator(f"main a[href*='{Path(site.kinds()['events']).name}']").first.click()
    assert page.url == site.url + site.kinds()["events"]
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("[data-search-open]").first).to_be_hidden()
    expect(page.locator("[data-theme-toggle]")).to_be_hidden()
    page.locator("main .mark").first.click()
    page.locator(".source:popover-open a", has_text="in the outline").click()
    expect(page.locator(".outline")).to_be_visible()
    page.go_back()
    page.locator(".cite summary").click()
    expect(page.locator(".cite dd").first).to_be_visible()
    context.close()


def test_no_request_leaves_the_host_and_nothing_fails(context: BrowserContext, site: Site) -> None:
    page = context.new_page()
    asked: set[str] = set()
    complaints: list[str] = []
    context.on("request", lambda request: asked.add(request.url))
    page.on(
        "console",
        lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None,
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for address in site.pages():
        page.goto(site.url + address)
    page.goto(f"{site.url}?q=khan")
    page.locator(".search__results a").first.wait_for()
    strangers = {url for url in asked if not url.startswith(site.url) and not url.startswith("data:")}
    assert not strangers
    assert not complaints
