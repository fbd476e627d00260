"""Links to the original lead to the passage: each is followed on a page of the article's own paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from serving import served

from dossier.model import Evidence
from dossier.seeds.articles import load_document
from dossier.site.files import make_files
from dossier.site.pages.addresses import text_fragment
from dossier.site.pages.catalogue import Catalogue
from first_dossier import SEEDS, first_dossier

DOSSIER = first_dossier()
LEADING = [passage for passage in DOSSIER.evidence if passage.nearest is None and passage.shown]
IN_VIEW = """() => [...document.querySelectorAll('p')].filter(p => {
    const box = p.getBoundingClientRect();
    return box.top < innerHeight && box.bottom > 0;
}).map(p => p.id)"""


def _make(folder: Path, _: str) -> None:
    """Pages of each article's paragraphs, more than a screen between them."""
    for article in DOSSIER.articles:
        text = load_document(SEEDS / f"{article.id}.md").article.text
        paragraphs = "".join(
            f'<p id="{block.start}" style="margin: 150vh 0">{escape(text.slice(block))}</p>'
            for block in text.blocks
        )
        (folder / f"{article.id}.html").write_text(
            f'<!doctype html><meta charset="utf-8"><title>x</title>{paragraphs}', encoding="utf-8"
        )


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a folder with a page of each article's paragraphs."""
    with served(tmp_path_factory.mktemp("original"), _make) as site:
        yield site.url


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 800, "height": 400})
    yield page
    page.close()


def test_there_are_links_into_most_paragraphs() -> None:
    (article,) = DOSSIER.articles
    assert len({passage.paragraph for passage in LEADING}) > 0.8 * article.paragraphs
    assert all(Catalogue(DOSSIER).original(passage.id) for passage in DOSSIER.evidence)


def test_every_link_of_every_page_and_format_is_among_those_followed() -> None:
    (article,) = DOSSIER.articles
    followed = {f"{article.url}#:~:text={text_fragment(passage)}" for passage in LEADING}
    written = b"\n".join(make_files(DOSSIER).values()).decode(errors="ignore")
    links = {link.rstrip(")>") for link in re.findall(r"https?://[^\s\"\]]*#:~:text=[^\s\"\]]*", written)}
    assert links
    assert links <= followed


def test_a_passage_without_words_of_its_own_leads_into_its_paragraph() -> None:
    passages = {passage.id: passage for passage in DOSSIER.evidence}
    for passage in DOSSIER.evidence:
        leading = passages[passage.nearest] if passage.nearest else passage
        assert leading in LEADING
        assert leading.paragraph == passage.paragraph


@pytest.mark.parametrize("anchor", ["", "#story", "#:~:text=elsewhere", "#story:~:text=elsewhere"])
def test_an_address_with_a_fragment_leads_to_the_passage_and_keeps_its_own(
    window: Page, original: str, anchor: str
) -> None:
    (article,) = DOSSIER.articles
    passage = LEADING[-1]
    there = article.model_copy(update={"url": f"{original}{article.id}.html{anchor}"})
    link = Catalogue(DOSSIER.model_copy(update={"articles": (there,)})).original(passage.id)
    assert link is not None
    window.goto("about:blank")
    window.goto(link)
    window.wait_for_function("scrollY > 0")
    text = load_document(SEEDS / f"{article.id}.md").article.text
    assert str(text.blocks[text.block_at(passage.start)].start) in window.evaluate(IN_VIEW)
    assert ("story" in window.evaluate("location.hash")) is ("story" in anchor)


@pytest.mark.parametrize("passage", LEADING, ids=lambda passage: passage.id.rpartition(":")[2])
def test_a_link_leads_to_its_passage(window: Page, original: str, passage: Evidence) -> None:
    window.goto("about:blank")
    window.goto(f"{original}{passage.article}.html#:~:text={text_fragment(passage)}")
    window.wait_for_function("scrollY > 0")
    article = load_document(SEEDS / f"{passage.article}.md").article.text
    assert str(article.blocks[article.block_at(passage.start)].start) in window.evaluate(IN_VIEW)


def test_words_that_do_not_stand_there_lead_nowhere(window: Page, original: str) -> None:
    window.goto("about:blank")
    window.goto(f"{original}{DOSSIER.articles[0].id}.html#:~:text=no%20such%20words")
    assert window.evaluate("scrollY") == 0
