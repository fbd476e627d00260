"""A browser without the Popover API: what marks and nodes would open stands below, and they lead to it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, BrowserContext, Route, expect
from serving import Site

OLDER = "delete HTMLElement.prototype.popover; delete HTMLElement.prototype.showPopover;"


def _without_popovers(route: Route) -> None:
    """The answer as an older browser understands it: it knows no such attribute and no such selector."""
    answer = route.fetch()
    body = answer.text().replace(' popover=""', "").replace(" popover>", ">")
    body = body.replace("popovertargetaction", "x-action").replace(
        "@supports not selector(", "@supports selector("
    )
    route.fulfill(response=answer, body=body)


def _older(browser: Browser, *, script: bool) -> BrowserContext:
    context = browser.new_context(java_script_enabled=script)
    context.add_init_script(OLDER)
    context.route("**/*/", _without_popovers)
    context.route("**/dossier.*.css", _without_popovers)
    return context


@pytest.mark.parametrize("kind", ["actors", "network"])
def test_a_mark_leads_to_what_stands_below(browser: Browser, site: Site, kind: str) -> None:
    context = _older(browser, script=True)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(site.url + site.kinds()[kind])
    mark = page.locator("main [popovertarget]").first
    source = page.locator(f"[id='{mark.get_attribute('popovertarget')}']")
    expect(source).to_be_visible()
    mark.hover()
    mark.click()
    expect(source).to_be_in_viewport()
    expect(source).to_be_focused()
    assert not errors
    context.close()


def test_without_a_script_all_of_it_is_there_to_read(browser: Browser, site: Site) -> None:
    context = _older(browser, script=False)
    page = context.new_page()
    page.goto(site.url + site.kinds()["events"])
    sources = page.locator(".source").all()
    assert len(sources) >= 5
    bottom = 0.0
    for source in sources:
        box = source.bounding_box()
        assert box is not None
        assert box["y"] >= bottom  # each below the one before, none over another
        bottom = box["y"] + box["height"]
        expect(source.locator(".source__told")).not_to_be_empty()
    context.close()
