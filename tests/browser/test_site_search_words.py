"""Finding in every script and spelling: the search over made-up pages, and its words against Python's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, Route, expect
from serving import Site

from dossier.site.finish.pages import FoundPage, Section
from dossier.site.finish.search_index import index_files
from dossier.site.finish.words import fold, stem, tokens

TABLE = yaml.safe_load((Path(__file__).parents[1] / "search_words.yaml").read_text(encoding="utf-8"))
NAMES = {
    "omar": ("Omar Najjar", ["عُمَر النَّجّار"]),
    "avigail": ("Avigail Shaked", ["אֲבִיגַיִל שַׁקֵד"]),
    "faiz": ("Faiz Zaman", ["फ़ैज़ ज़मान"]),
    "chen": ("Chen Xiao", ["陈晓贸易部长"]),
    "lukasz": ("Łukasz Groß", []),
    "soren": ("Søren Straße", []),
    "nur": ("Deir al-Nur", []),
    "reopened": ("Re-opened crossing", []),
}
TEXTS = {
    "cross": "A cross-border road was agreed after the talks in the town of Harl.",
    "money": "The bank lent 25,000 crowns to the mill.",
    "phrase": "The mill will be rebuilt, the mayor said.",
    "scattered": "The mayor said a mill was rebuilt by those who will be paid.",
}
FOUND = {
    "عمر النجار": "omar",
    "النجار": "omar",
    "אביגיל": "avigail",
    "फैज": "faiz",
    "贸易": "chen",
    "部长": "chen",
    "lukasz": "lukasz",
    "gross": "lukasz",
    "Groß": "lukasz",
    "soren": "soren",
    "strasse": "soren",
    "alnur": "nur",
    "deiralnur": "nur",
    "deir al nur": "nur",
    "reopened": "reopened",
    "re-opened": "reopened",
    "crossborder": "cross",
    "cross-border": "cross",
    "25000": "money",
    "25,000": "money",
    "25 000": "money",
}


def _made_up() -> Iterator[FoundPage]:
    for id, (title, names) in NAMES.items():
        yield _page(f"actors/{id}/", title, "Person", "A person.", tuple(names))
    for number, (id, text) in enumerate(TEXTS.items()):
        yield _page(f"events/{id}/", f"Event {number}", "Event", text)
    for number in range(25):
        yield _page(f"quotes/q{number}/", f"“Words {number}” – A source", "Quotation", "About barley.")
    yield replace(_page("barley/", "Barley", "Page", "About barley."), about_site=True)


def _page(url: str, title: str, kind: str, text: str, names: tuple[str, ...] = ()) -> FoundPage:
    return FoundPage(url=url, title=title, kind=kind, names=names, sections=[Section("", "", text)])


FILES = index_files(_made_up(), {})


@pytest.fixture(scope="module")
def searching(browser: Browser, site: Site) -> Iterator[Page]:
    """The site with the made-up index in place of its own, its search open."""
    yield from _open(browser, site)


@pytest.fixture(scope="module")
def searching_here(browser: Browser, site: Site) -> Iterator[Page]:
    """The same in a browser without workers: the page searches by itself."""
    yield from _open(browser, site, "delete window.Worker;")


def _open(browser: Browser, site: Site, script: str = "") -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()

    def answer(route: Route) -> None:
        name = route.request.url.rpartition("/")[2]
        name = "index.js" if name.startswith("index.") else name
        route.fulfill(body=FILES[f"search/{name}"], content_type="text/javascript")

    page.route("**/search/*.js", answer)
    page.add_init_script(script)
    page.goto(site.url)
    page.keyboard.press("/")
    expect(page.locator("dialog.search")).to_be_visible()
    yield page
    context.close()


def ask(page: Page, query: str) -> None:
    page.locator(".search__input").fill(query)
    expect(page.locator("dialog.search")).to_have_attribute("data-query", query)


@pytest.mark.parametrize(("query", "id"), FOUND.items())
def test_the_page_is_first(searching: Page, site: Site, query: str, id: str) -> None:
    ask(searching, query)
    first = searching.locator(".search__results a").first
    assert re.fullmatch(rf"{site.url}(actors|events)/{id}/", str(first.evaluate("link => link.href")))
    if query != "deiralnur":  # several words of the name at once
        expect(first.locator("mark").first).not_to_be_empty()


def test_words_in_marks_are_found_word_for_word(searching: Page) -> None:
    ask(searching, "“the mill will be rebuilt”")
    expect(searching.locator(".search__results a")).to_have_count(1)
    expect(searching.locator(".search__status")).to_contain_text("1 page")
    ask(searching, "the mill will be rebuilt")
    assert searching.locator(".search__results a").count() > 1


def test_the_count_says_how_many_there_are_and_more_are_shown(searching: Page) -> None:
    ask(searching, "barley")
    expect(searching.locator("#search-status")).to_have_text("20 of 26 pages, best first")
    searching.get_by_role("button", name="Show more").click()
    expect(searching.locator(".search__results a")).to_have_count(26)
    expect(searching.locator("#search-status")).to_have_text("26 pages, best first")
    last = searching.locator(".search__results a").last
    expect(last.locator(".hit__title")).to_have_text("Barley")  # a page about the site


def test_a_letter_draws_the_results_in_view_and_a_pause_the_others(searching: Page) -> None:
    ask(searching, "a source")
    drawn = searching.evaluate(
        """async (query) => {
            document.querySelector(".search__input").value = query;
            await dossier.runSearch();
            return document.querySelectorAll(".search__results a").length;
        }""",
        "barley",
    )
    assert drawn == 8
    expect(searching.locator(".search__results a")).to_have_count(20)
    titles = searching.locator(".hit__title").all_inner_texts()
    assert len(set(titles)) == 20, "each once"


def test_what_another_letter_overtakes_is_not_drawn(searching: Page) -> None:
    drawn = searching.evaluate(
        """async () => {
            const field = document.querySelector(".search__input");
            const results = document.querySelector(".search__results");
            const most = [];
            const watch = new MutationObserver(() => most.push(results.children.length));
            watch.observe(results, { childList: true });
            for (const query of ["barl", "barle", "barley"]) {
                field.value = query;
                await dossier.runSearch();
            }
            watch.takeRecords().length && most.push(results.children.length);
            watch.disconnect();
            return Math.max(...most);
        }"""
    )
    assert drawn == 8
    expect(searching.locator(".search__results a")).to_have_count(20)


def test_results_that_do_not_come_are_told_and_asked_for_again(searching_here: Page) -> None:
    ask(searching_here, "a source")
    status, results = searching_here.locator("#search-status"), searching_here.locator(".search__results")
    searching_here.evaluate(
        """async () => {
            const { index } = await dossierSearch.engine();
            window.whole = index.shown;
            const fails = () => Promise.reject(new Error("not loaded"));
            index.shown = (pages) => pages.length > 8 ? fails() : whole.call(index, pages);
            window.mend = () => delete index.shown;
        }"""
    )
    ask(searching_here, "barley")
    expect(status).to_have_text("8 of 26 pages, best first. The others could not be loaded.")
    expect(results).to_have_attribute("aria-busy", "false")
    expect(results.locator("a")).to_have_count(8)
    searching_here.evaluate("mend()")
    searching_here.get_by_role("button", name="Show more").click()
    expect(results.locator("a")).to_have_count(20)
    expect(results.locator("a").nth(8)).to_be_focused()
    expect(status).to_have_text("20 of 26 pages, best first")


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("meant", "What may have been meant could not be loaded."),
        ("texts", "Some of their texts could not be loaded."),
    ],
)
def test_results_stand_without_what_is_optional_which_is_told(
    searching_here: Page, part: str, told: str
) -> None:
    ask(searching_here, "a source")
    searching_here.evaluate(
        """async (part) => {
            const { index } = await dossierSearch.engine();
            index[part] = () => Promise.reject(new Error("not loaded"));
            if (part === "texts") index.sectionOf = () => undefined; // as before any came
            window.mend = () => { delete index[part]; delete index.sectionOf; };
        }""",
        part,
    )
    ask(searching_here, "barlei")
    expect(searching_here.locator(".search__results")).to_have_attribute("aria-busy", "false")
    expect(searching_here.locator(".search__results a")).to_have_count(20)
    status = searching_here.locator("#search-status")
    expect(status).to_have_text(f"20 of 26 pages, best first. {told}")
    searching_here.evaluate("mend()")
    ask(searching_here, "barley")
    expect(status).to_have_text("20 of 26 pages, best first")


def test_an_emptied_field_waits_for_nothing(searching: Page) -> None:
    busy = searching.evaluate(
        """async () => {
            const field = document.querySelector(".search__input");
            const seen = [];
            for (const query of ["barley", ""]) {
                field.value = query;
                await dossier.runSearch();
                seen.push(document.querySelector(".search__results").ariaBusy);
            }
            return seen;
        }"""
    )
    assert busy == ["true", "false"]


def test_results_are_narrowed_by_kind(searching: Page) -> None:
    ask(searching, "a source")
    ask(searching, "barley")
    quotations = searching.get_by_role("button", name="Quotation 25")
    quotations.click()
    expect(searching.locator("#search-status")).to_have_text("20 of 25 pages, best first")
    expect(searching.get_by_role("button", name="Quotation 25")).to_have_attribute("aria-pressed", "true")
    expect(searching.get_by_role("button", name="Quotation 25")).to_be_focused()
    searching.get_by_role("button", name="All 26").click()
    expect(searching.locator("#search-status")).to_have_text("20 of 26 pages, best first")


@pytest.mark.parametrize("letter", ["o", "O", "א", "陈"])
def test_one_letter_finds(searching: Page, letter: str) -> None:
    ask(searching, letter)
    first = {"o": "Omar Najjar", "O": "Omar Najjar", "א": "Avigail Shaked", "陈": "Chen Xiao"}[letter]
    expect(searching.locator(".hit__title").first).to_have_text(first)


def test_a_pasted_text_is_bounded_and_says_so(searching: Page) -> None:
    text = " ".join(f"word{number} harl" for number in range(1000))
    searching.locator(".search__input").fill(text)
    expect(searching.locator("#search-status")).to_contain_text("Only its first words were looked for")


def test_the_browser_folds_as_the_index_was_made(searching_here: Page) -> None:
    texts = [*TABLE["folded"], *TABLE["words"], *(text for pair in TABLE["same"] for text in pair)]
    made = searching_here.evaluate(
        """async (texts) => {
            const { index: { words } } = await dossierSearch.engine();
            return texts.map((text) => [words.fold(text), words.tokens(text).map(({ word }) => word)]);
        }""",
        texts,
    )
    assert made == [[fold(text), [token.word for token in tokens(text)]] for text in texts]
    stems = searching_here.evaluate(
        """async (texts) => {
            const { index: { words } } = await dossierSearch.engine();
            return texts.map(words.stem);
        }""",
        list(TABLE["stems"]),
    )
    assert stems == [stem(word) for word in TABLE["stems"]]


def test_without_a_worker_the_page_finds_the_same(searching: Page, searching_here: Page) -> None:
    told = []
    for page in (searching, searching_here):
        ask(page, "a source")
        ask(page, "harl town")
        expect(page.locator(".search__results")).to_have_attribute("aria-busy", "false")
        told.append(page.locator(".search__results").inner_html())
    assert told[0] == told[1]
    assert "<mark>Harl</mark>" in told[0]
    assert searching.evaluate("dossierSearch.Searcher === undefined")  # nothing of it runs in the page
    assert searching_here.evaluate("dossierSearch.Searcher !== undefined")


def test_a_worker_that_ends_is_followed_by_another(browser: Browser, site: Site) -> None:
    opened = _open(browser, site)
    page = next(opened)
    ask(page, "lukasz")
    page.evaluate(
        """async () => (await dossierSearch.engine()).worker.dispatchEvent(new ErrorEvent("error"))"""
    )
    ask(page, "soren")
    expect(page.locator(".hit__title").first).to_have_text("Søren Straße")
    assert next(opened, None) is None
