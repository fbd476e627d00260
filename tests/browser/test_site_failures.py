"""When something fails the page says so and stays usable; keys belong to whom they are meant for."""

from __future__ import annotations

from collections.abc import Iterator
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from serving import Site

RESULTS = ".search__results a"
STATUS = "#search-status"


class _FailsOnce:
    """Lets the first request for each address fail, and the later ones through."""

    def __init__(self) -> None:
        self.failed: set[str] = set()

    def __call__(self, route: Route) -> None:
        if route.request.url in self.failed:
            route.continue_()
        else:
            self.failed.add(route.request.url)
            route.abort()


@pytest.fixture
def complaints(page: Page) -> Iterator[list[str]]:
    """Errors that no one caught; there must be none."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    yield found
    assert not found


@pytest.mark.parametrize("part", ["**/search-ranking.*.js", "**/search/index.*.js", "**/search/terms*.js"])
def test_a_part_of_the_search_that_does_not_come_is_told_and_asked_for_again(
    page: Page, site: Site, complaints: list[str], part: str
) -> None:
    page.route(part, lambda route: route.abort())
    page.goto(site.url)
    page.keyboard.press("/")
    page.keyboard.type("gwad")
    expect(page.locator(STATUS)).to_have_text("The search could not be loaded.")
    page.unroute(part)
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(RESULTS).first).to_contain_text("Gwadar")
    expect(page.get_by_role("button", name="Try again")).to_be_hidden()


NEVER_WARM = """const post = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (message) {
    return post.call(this, message.name === "warm" ? { ...message, name: "never" } : message);
};"""


def test_what_fails_before_a_letter_is_typed_is_no_secret_and_stops_no_search(
    page: Page, site: Site, complaints: list[str]
) -> None:
    page.add_init_script(NEVER_WARM)
    with page.expect_console_message(lambda told: "before the first letter" in told.text):
        page.goto(site.url)
        page.keyboard.press("/")
    page.keyboard.type("gwad")
    expect(page.locator(RESULTS).first).to_contain_text("Gwadar")


def test_typing_on_tries_again_by_itself(page: Page, site: Site, complaints: list[str]) -> None:
    page.route("**/search-words.*.js", _FailsOnce())
    page.goto(site.url)
    page.keyboard.press("/")
    page.keyboard.type("gwadar", delay=60)
    expect(page.locator(RESULTS).first).to_contain_text("Gwadar")


def test_a_preview_that_failed_is_fetched_again(page: Page, site: Site, complaints: list[str]) -> None:
    page.goto(site.url + site.kinds()["actors"])
    link = page.locator(".in-story a").first
    page.route(str(link.evaluate("link => link.href")), _FailsOnce())
    link.hover()
    page.wait_for_timeout(400)
    expect(page.get_by_role("tooltip")).to_be_hidden()
    page.mouse.move(0, 0)
    page.wait_for_timeout(200)
    link.hover()
    expect(page.get_by_role("tooltip")).to_be_visible()


NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
REFUSED = "navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));"
NOTHING = "document.execCommand = () => false;"


KEEPS = """document.addEventListener('copy', () => {
    window.copied = getSelection().toString() || document.activeElement.value;
});"""


@pytest.mark.parametrize("script", [NO_CLIPBOARD, REFUSED])
def test_copying_works_without_the_clipboard(
    page: Page, site: Site, complaints: list[str], script: str
) -> None:
    page.add_init_script(script + KEEPS)
    page.goto(site.url + site.kinds()["events"])
    page.locator(".cite summary").click()
    button = page.locator(".cite button").first
    button.click()
    expect(button).to_have_text("Copied")
    assert page.evaluate("copied") == page.locator(".cite code").first.inner_text()


def test_where_copying_is_refused_the_reader_is_told(page: Page, site: Site, complaints: list[str]) -> None:
    page.add_init_script(NO_CLIPBOARD + NOTHING)
    page.goto(site.url + site.kinds()["events"])
    page.locator(".cite summary").click()
    button = page.locator(".cite button").first
    button.click()
    expect(button).to_contain_text("select the text")
    assert page.evaluate("getSelection().toString()") == page.locator(".cite code").first.inner_text()
    page.goto(f"{site.url}?q=khan")
    expect(page.locator(RESULTS).first).to_be_visible()
    page.locator("[data-search-share]").click()
    expect(page.locator("[data-search-share]")).to_contain_text("Copying is not allowed here")


def test_a_browser_that_allows_no_more_changes_of_the_address(
    page: Page, site: Site, complaints: list[str]
) -> None:
    page.add_init_script(
        "history.replaceState = () => { throw new DOMException('too many', 'SecurityError'); };"
    )
    page.goto(site.url)
    page.keyboard.press("/")
    page.keyboard.type("rouhani")
    expect(page.locator(RESULTS).first).to_contain_text("Hassan Rouhani")
    page.keyboard.press("Escape")
    expect(page.locator("dialog.search")).to_be_hidden()


@pytest.mark.parametrize("path", ["actors/%E9ric-khan/", "100%/khan/", "%/khan/", "actors/khan%ZZ/"])
def test_a_bad_escape_in_an_address_still_searches(
    page: Page, site: Site, complaints: list[str], path: str
) -> None:
    page.goto(site.url + path)
    expect(page.locator("main .search__results a").first).to_be_visible()
    expect(page.locator("[data-missing]")).to_contain_text("Nothing is kept at")


def test_a_bad_escape_after_the_hash_still_previews(page: Page, site: Site, complaints: list[str]) -> None:
    page.goto(site.url + site.kinds()["actors"])
    link = page.locator(".in-story a").first
    link.evaluate("link => link.href += '#%E9'")
    link.hover()
    expect(page.get_by_role("tooltip")).to_be_visible()


@pytest.mark.parametrize("stored", ["purple", "", "constructor"])
def test_an_odd_stored_theme_is_automatic(page: Page, site: Site, complaints: list[str], stored: str) -> None:
    page.add_init_script(f"localStorage.setItem('dossier.theme', '{stored}')")
    page.goto(site.url)
    toggle = page.locator("[data-theme-toggle]")
    expect(toggle).to_have_accessible_name("Colour theme: automatic")
    toggle.click()
    expect(toggle).to_have_accessible_name("Colour theme: light")


COMPOSING = """(key) => document.querySelector(".search__input").dispatchEvent(
    new KeyboardEvent("keydown", { key, isComposing: true, bubbles: true, cancelable: true }))"""


def test_keys_of_an_input_method_are_its_own(page: Page, site: Site, complaints: list[str]) -> None:
    page.goto(site.url)
    page.keyboard.press("/")
    page.keyboard.type("khan")
    expect(page.locator(RESULTS).first).to_be_visible()
    for key in ("Escape", "ArrowDown", "Enter"):
        assert page.evaluate(COMPOSING, key)  # not prevented
    expect(page.locator("dialog.search")).to_be_visible()
    expect(page.locator(".search__input")).to_be_focused()


def test_the_slash_key_can_be_turned_off(page: Page, site: Site, complaints: list[str]) -> None:
    page.goto(site.url)
    page.keyboard.press("/")
    page.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    for _ in range(2):
        page.keyboard.press("/")
        expect(page.locator("dialog.search")).to_be_hidden()
        expect(page.locator("header .slash")).to_be_hidden()
        page.reload()
    page.keyboard.press("Control+k")
    expect(page.locator("dialog.search")).to_be_visible()
    page.get_by_role("checkbox").check()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("/")
    expect(page.locator("dialog.search")).to_be_visible()


def test_section_links_show_where_nothing_can_hover(browser: Browser, site: Site) -> None:
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(site.url + site.kinds()["actors"])
    link = page.locator("h2 .headerlink").first
    assert link.evaluate("link => getComputedStyle(link).opacity") == "1"
    context.close()


def test_the_copy_read_from_a_folder_works(
    context: BrowserContext, site: Site, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("offline")
    with ZipFile(site.folder / "offline.zip") as packed:
        packed.extractall(folder)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((folder / "dossier" / "index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.querySelector('.wordmark')).textDecorationLine") == "none"
    page.locator("nav[aria-label=Sections] a", has_text="Actors").click()
    page.wait_for_url("**/actors/index.html")  # with its scripts: a key before them is the browser's
    expect(page.locator("h1")).to_contain_text("Actors")
    page.keyboard.press("/")
    page.keyboard.type("imran khan")
    page.locator(RESULTS).first.click()
    expect(page.locator("h1")).to_contain_text("Imran Khan")
    assert not errors


def test_no_script_and_no_style_stands_in_a_page(context: BrowserContext, site: Site) -> None:
    page = context.new_page()
    for address in site.kinds().values():
        page.goto(site.url + address)
        policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
        assert policy is not None
        assert policy.startswith("default-src 'self'")
        assert "unsafe" not in policy
        assert (
            page.locator("style, [style], script:not([src]):not([type='application/ld+json'])").count() == 0
        )
