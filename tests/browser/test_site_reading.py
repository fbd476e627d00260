"""Reading: marks show their words, links their pages; the theme is kept, citations copied, print clean."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from serving import Site


@pytest.fixture
def actor(page: Page, site: Site) -> Page:
    """The page of an actor."""
    page.goto(site.url + site.kinds()["actors"])
    return page


def test_a_mark_shows_its_words_on_hover_and_focus(actor: Page) -> None:
    mark = actor.locator("main .mark").first
    words = mark.get_attribute("aria-description")
    assert words
    source = actor.locator(f"[id='{mark.get_attribute('popovertarget')}']")
    expect(source).to_be_hidden()
    mark.hover()
    expect(source).to_be_visible()
    expect(source).to_contain_text(words)
    source.get_by_role("link").first.hover()  # the pointer may go into what opened
    actor.wait_for_timeout(500)
    expect(source).to_be_visible()
    actor.mouse.move(0, 0)
    expect(source).to_be_hidden()
    actor.locator("main .breadcrumbs a").last.focus()
    for _ in range(6):
        actor.keyboard.press("Tab")
        if actor.evaluate("document.activeElement.matches('[popovertarget]')"):
            break
    opened = actor.evaluate("document.activeElement.getAttribute('popovertarget')")
    source = actor.locator(f"[id='{opened}']")
    expect(source).to_be_visible()
    actor.keyboard.press("Escape")
    expect(source).to_be_hidden()


@pytest.mark.parametrize("script", [True, False])
def test_every_mark_opens_in_place_by_touch_with_and_without_a_script(
    browser: Browser, site: Site, *, script: bool
) -> None:
    phone: ViewportSize = {"width": 390, "height": 800}
    context = browser.new_context(viewport=phone, has_touch=True, java_script_enabled=script)
    page = context.new_page()
    address = site.url + site.kinds()["events"]
    page.goto(address)
    marks = page.locator("main button[popovertarget]").all()
    assert len(marks) >= 5
    for mark in marks:
        source = page.locator(f"[id='{mark.get_attribute('popovertarget')}']")
        mark.tap()
        expect(source).to_be_visible()
        box = source.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        assert box["height"] > 30
        page.locator("h1").tap()
        expect(source).to_be_hidden()
    assert page.url == address
    context.close()


def test_a_mark_leads_to_its_paragraph_in_the_outline_and_to_the_original(actor: Page) -> None:
    mark = actor.locator("main .mark", has_text="¶").first
    paragraph = mark.inner_text().removeprefix("¶")
    mark.click()
    source = actor.locator(f"[id='{mark.get_attribute('popovertarget')}']")
    expect(source).to_contain_text(f"¶{paragraph}, ")
    original = source.locator("a[href*=':~:text=']")
    expect(original).to_have_count(1)
    assert str(original.get_attribute("href")).startswith("https://")
    source.get_by_role("link", name="in the outline").click()
    actor.wait_for_url(f"**/articles/*/#p{paragraph}")
    target = actor.locator(f"[id='p{paragraph}']")
    expect(target).to_be_in_viewport()
    assert str(target.locator("a[href*=':~:text=']").get_attribute("href")).startswith("https://")


def test_what_an_editor_added_says_so_in_place(actor: Page) -> None:
    mark = actor.locator("main .origin--curated").first
    mark.click()
    source = actor.locator(f"[id='{mark.get_attribute('popovertarget')}']")
    expect(source).to_contain_text("Added by an editor")
    source.get_by_role("link").click()
    actor.wait_for_url("**/about-the-data/#added-by-an-editor")


def test_an_internal_link_previews_its_page(actor: Page) -> None:
    link = actor.locator(".in-story a").first
    title = link.inner_text()
    link.hover()
    preview = actor.get_by_role("tooltip")
    expect(preview.locator(".preview__title")).to_have_text(title)
    expect(preview.locator("p").last).not_to_be_empty()


def test_the_preview_stays_in_the_window(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 700, "height": 500})
    page = context.new_page()
    page.goto(site.url + site.kinds()["actors"])
    for link in page.locator(".in-story a").all():
        link.hover()
        expect(page.get_by_role("tooltip")).to_be_visible()
        box = page.get_by_role("tooltip").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 700
        assert box["y"] + box["height"] <= 500
        page.mouse.move(0, 0)
        expect(page.get_by_role("tooltip")).to_be_hidden()
    context.close()


LAID_OUT = """() => {
    const box = (element) => element.getBoundingClientRect();
    const [first, actors] = [document.querySelector("article > h2"), document.getElementById("actors")];
    const { paddingLeft, paddingRight } = getComputedStyle(first.parentElement);
    const wide = first.parentElement.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    const below = document.querySelectorAll("#when-and-where, #when-and-where ~ :is(h2, .tiles)");
    return {
        first: box(first).top, actors: box(actors).top, list: box(actors.nextElementSibling).top,
        beside: box(actors).left >= box(first).right,
        under: box(actors).top >= box(first.nextElementSibling).bottom,
        text: box(first.nextElementSibling).top, before: box(first.previousElementSibling).bottom,
        narrow: [...below].filter((each) => Math.abs(box(each).width - wide) > 1).length,
    };
}"""


@pytest.mark.parametrize("examples", [True, False])
@pytest.mark.parametrize("width", [1280, 390])
def test_main_actors_stand_beside_what_comes_first_and_below_it_on_a_phone(
    browser: Browser, site: Site, width: int, *, examples: bool
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(site.url)
    if not examples:
        page.locator("article > .aka").evaluate("examples => examples.remove()")
    laid_out = page.evaluate(LAID_OUT)
    is_level = abs(laid_out["first"] - laid_out["actors"]) < 1
    assert (is_level, laid_out["beside"], laid_out["under"]) == (
        (True, True, False) if width == 1280 else (False, False, True)
    )
    assert laid_out["before"] < laid_out["first"] < laid_out["text"]
    assert laid_out["list"] > laid_out["actors"]
    assert laid_out["narrow"] == 0
    context.close()


def test_breadcrumbs_and_the_section_at_hand(actor: Page, site: Site) -> None:
    expect(actor.locator(".breadcrumbs a")).to_have_text(["Home", "Actors"])
    expect(actor.locator("nav[aria-label=Sections] [aria-current]")).to_have_text("Actors")
    actor.locator(".breadcrumbs a").last.click()
    actor.wait_for_url(f"{site.url}actors/")


def test_the_colour_theme_goes_round_and_is_kept(actor: Page, site: Site) -> None:
    background = "getComputedStyle(document.body).backgroundColor"
    toggle = actor.locator("[data-theme-toggle]")
    shades = []
    for theme in ("light", "dark"):
        toggle.click()
        expect(toggle).to_have_accessible_name(f"Colour theme: {theme}")
        actor.goto(site.url)
        shades.append(actor.evaluate(background))
    assert len(set(shades)) == 2
    toggle.click()
    expect(toggle).to_have_accessible_name("Colour theme: automatic")
    actor.emulate_media(color_scheme="dark")
    assert actor.evaluate(background) == shades[1]


def test_a_citation_is_copied_with_the_permanent_link(browser: Browser, site: Site) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    address = site.url + site.kinds()["events"]
    page.goto(address)
    page.locator(".cite summary").click()
    for button in page.locator(".cite button").all():
        expect(button).to_have_text("Copy")
        button.click()
        expect(button).to_have_text("Copied")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert address in copied or "https://" in copied
    context.close()


def reference_of(page: Page) -> dict[str, list[str]]:
    """What a page tells reference managers: the name of each tag, and its values in order."""
    tags = page.locator("head meta[name^='citation_'], head meta[name='z:itemType']")
    told: dict[str, list[str]] = {}
    for name, value in tags.evaluate_all("all => all.map(tag => [tag.name, tag.content])"):
        told.setdefault(name, []).append(value)
    return told


def test_reference_managers_read_an_article_as_one_of_a_newspaper(page: Page, site: Site) -> None:
    page.goto(site.url + site.kinds()["articles"])
    told = reference_of(page)
    assert told["z:itemType"] == ["newspaperArticle"]
    assert told["citation_title"] == [page.locator("h1").evaluate("h1 => h1.firstChild.textContent.trim()")]
    assert len(told["citation_journal_title"]) == 1
    assert re.fullmatch(r"\d{4}(/\d{2}){0,2}", told["citation_publication_date"][0])
    assert told["citation_public_url"][0].startswith("https://")
    assert told["citation_author"]
    for author in told["citation_author"]:  # a comma turns a name round, a semicolon parts two
        assert re.fullmatch(r"[^,;]+", author)


def test_reference_managers_read_any_other_page_as_one_of_this_site(page: Page, site: Site) -> None:
    for kind in ("actors", "events", "quotes", "home"):
        page.goto(site.url + site.kinds()[kind])
        told = reference_of(page)
        assert told["z:itemType"] == ["webpage"]
        assert len(told["citation_title"]) == len(told["citation_publisher"]) == 1
        assert not told.keys() & {"citation_author", "citation_journal_title"}
        for day in told.get("citation_publication_date", ()):
            assert re.fullmatch(r"\d{4}(/\d{2}){0,2}", day)


def test_print_is_a_clean_sheet_with_sources(actor: Page, site: Site) -> None:
    actor.emulate_media(media="print", color_scheme="dark")
    for hidden in (
        "header.site-header",
        "footer.site-footer",
        ".breadcrumbs",
        ".contents",
        "header button",
        ".copy",
        ".sources",
    ):
        for element in actor.locator(hidden).all():
            expect(element).to_be_hidden()
    expect(actor.locator("h1")).to_be_visible()
    expect(actor.locator("main .mark").first).to_be_visible()
    expect(actor.locator(".cite__text").first).to_be_visible()
    expect(actor.locator(".cite__text").first).to_contain_text(actor.url)
    assert actor.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert actor.pdf()[:5] == b"%PDF-"


def test_on_a_phone_each_row_of_who_says_who_did_it_is_a_card(browser: Browser, site: Site) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(f"{site.url}events/bus-ambush/")
    table = page.locator("table.who-says")
    around = table.evaluate("table => [table.parentElement.scrollWidth, table.parentElement.clientWidth]")
    assert around[0] <= around[1], "nothing to scroll to the side"
    cells = table.locator("tbody tr").first.locator("td")
    shown = [cell for cell in cells.all() if cell.is_visible()]
    tops = [box["y"] for cell in shown if (box := cell.bounding_box())]
    assert len(set(tops)) == len(shown) > 3, "one below the other"
    label = "cell => getComputedStyle(cell, '::before').content"
    assert shown[0].evaluate(label) == '"Who says so: "'
    page.set_viewport_size({"width": 1280, "height": 800})
    assert shown[0].evaluate(label) == "none"
    page.close()


def test_the_preview_of_a_quotation_shows_its_words(page: Page, site: Site) -> None:
    page.goto(f"{site.url}actors/imran-khan/")
    page.locator('.quote-card a[href*="/quotes/"]').first.hover()
    expect(page.get_by_role("tooltip")).to_contain_text("“We will not allow any militant groups to operate")
    page.locator('.events a[href*="/events/"]').first.hover()
    expect(page.get_by_role("tooltip")).to_contain_text("Imran Khan met Hassan Rouhani")
