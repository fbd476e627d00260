"""Hostile texts in a real browser: pages open, nothing of an article's text runs."""

import pytest
from serving import served

from dossier.site.finish import finish
from hostile import build_site, hostile_text


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory):
    """The site of hostile texts, finished as it would be published, so that its search works."""
    folder = tmp_path_factory.mktemp("hostile")

    def make(site, url):
        build_site(hostile_text, folder, site, url)
        finish(site)

    with served(tmp_path_factory.mktemp("site"), make) as site:
        yield site


def test_no_page_runs_a_script_from_a_text(page, hostile_site):
    ran, failed = [], []
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: failed.append(str(error)))
    for address in hostile_site.pages():
        page.goto(hostile_site.url + address)
        assert page.locator("[onerror],[onload],[onclick],[onmouseover],[onfocus]").count() == 0
    assert (ran, failed) == ([], [])
    assert len(hostile_site.pages()) > 20


def test_the_search_shows_hostile_titles_as_text(page, hostile_site):
    ran = []
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    page.goto(hostile_site.url)
    page.keyboard.press("/")
    page.keyboard.type("alert onerror img script")
    results = page.locator(".search__results li")
    results.first.wait_for()
    assert page.locator(".search__results :is(img, script, svg[onload])").count() == 0
    assert ran == []


def test_the_script_that_would_be_seen(page):
    """The check above can fail: this is what it looks for."""
    ran = []
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    page.set_content("<img src=x: onerror=alert(1)>")
    page.wait_for_timeout(200)
    assert ran == ["1"]
