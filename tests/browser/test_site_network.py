"""The network: what is known of an actor opens in place, an arrow tells its words, the whole prints."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect
from serving import Site

PHONE: ViewportSize = {"width": 390, "height": 800}
WIDE, NARROW = ".network__wide", ".network__narrow"


@pytest.fixture
def network(page: Page, site: Site) -> Page:
    page.goto(f"{site.url}network/")
    return page


def card_of(page: Page, node: Locator) -> Locator:
    return page.locator(f"[id='{node.get_attribute('popovertarget')}']")


def test_a_node_opens_by_hover_focus_and_click(network: Page, site: Site) -> None:
    node = network.locator(f"{WIDE} .node", has_text="Imran Khan")
    card = card_of(network, node)
    expect(card).to_be_hidden()
    node.hover()
    expect(card).to_be_visible()
    box, at = card.bounding_box(), node.bounding_box()
    assert box is not None
    assert at is not None
    assert abs(box["y"] - at["y"] - at["height"]) < 40 or abs(box["y"] + box["height"] - at["y"]) < 40
    network.mouse.move(0, 0)
    expect(card).to_be_hidden()
    node.focus()
    network.keyboard.press("Enter")
    expect(card).to_be_visible()
    network.keyboard.press("Escape")
    expect(card).to_be_hidden()
    node.click()
    expect(card).to_contain_text("Imran Khan speaks about Pakistan")
    card.get_by_role("link", name="Imran Khan", exact=True).click()
    network.wait_for_url(f"{site.url}actors/imran-khan/")


@pytest.mark.parametrize("script", [True, False])
def test_every_node_opens_in_place_on_a_phone(browser: Browser, site: Site, *, script: bool) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True, java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{site.url}network/")
    expect(page.locator(WIDE)).to_be_hidden()
    nodes = page.locator(f"{NARROW} .node").all()
    assert len(nodes) >= 10
    for node in nodes:
        card = card_of(page, node)
        node.tap()
        expect(card).to_be_visible()
        expect(card.get_by_role("link").first).to_contain_text(node.inner_text())
        box = card.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE["width"]
        page.keyboard.press("Escape")
        expect(card).to_be_hidden()
    assert page.url == f"{site.url}network/"
    context.close()


def test_an_arrow_tells_its_words_at_hover_and_at_focus(network: Page) -> None:
    tie = network.locator(f"{WIDE} .tie").first
    words = tie.locator("text")
    shown = "words => Number(getComputedStyle(words).opacity)"
    assert words.evaluate(shown) == 0
    on_the_line = tie.evaluate("""tie => {
        const path = tie.querySelector(".hit");
        for (let part = 0.05; part < 1; part += 0.05) { // where no other crosses it
            const length = path.getTotalLength() * part;
            const at = path.getPointAtLength(length).matrixTransform(path.getScreenCTM());
            if (document.elementFromPoint(at.x, at.y)?.closest(".tie") === tie) return [at.x, at.y];
        }
    }""")
    target = tie.evaluate("tie => tie.href.baseVal && new URL(tie.href.baseVal, document.baseURI).href")
    network.mouse.move(*on_the_line)
    assert words.evaluate(shown) == 1
    network.mouse.move(0, 0)
    assert words.evaluate(shown) == 0
    network.locator("main .breadcrumbs a").last.focus()
    for _ in range(5):
        network.keyboard.press("Tab")
        if tie.evaluate("tie => tie === document.activeElement"):
            break
    assert words.evaluate(shown) == 1
    network.keyboard.press("Enter")
    network.wait_for_url(str(target))


def test_in_forced_colours_an_arrows_head_is_of_the_colour_of_its_line(network: Page) -> None:
    network.emulate_media(forced_colors="active")
    line = network.locator(f"{WIDE} .edge").first.evaluate("line => getComputedStyle(line).stroke")
    fills = "all => all.map(head => getComputedStyle(head).fill)"
    heads = network.locator("figure .head path").evaluate_all(fills)
    assert heads
    assert set(heads) == {line}


def test_the_whole_network_prints(network: Page) -> None:
    network.set_viewport_size({"width": 700, "height": 900})  # a sheet is narrower than most windows
    network.emulate_media(media="print")
    expect(network.locator(NARROW)).to_be_hidden()
    picture = network.locator(WIDE)
    expect(picture).to_be_visible()
    box = picture.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 700
    for node in picture.locator(".node").all():
        at = node.bounding_box()
        assert at is not None
        assert box["x"] <= at["x"]
        assert at["x"] + at["width"] <= box["x"] + box["width"] + 1
        assert node.evaluate("node => node.scrollWidth <= node.clientWidth")  # no name is cut off


def test_names_and_arrows_stay_seen_in_forced_colours(network: Page) -> None:
    network.emulate_media(forced_colors="active", color_scheme="dark")
    paper = network.evaluate("getComputedStyle(document.body).backgroundColor")
    for part, property in ((f"{WIDE} .node", "color"), (f"{WIDE} .edge", "stroke"), (".head", "fill")):
        colour = network.locator(part).first.evaluate(f"part => getComputedStyle(part).{property}")
        assert colour != paper, part
