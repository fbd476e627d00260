"""The built site, served below a sub-path, and pages of a headless Chromium that look at it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from serving import Site, served

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder opens the built site."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site, of the first dossier, built strictly into a folder of its own and served."""
    with served(tmp_path_factory.mktemp("site")) as built:
        yield built


class _Chromium:
    """A headless Chromium: the one that CHROMIUM names, an installed one, or Playwright's own."""

    def __init__(self) -> None:
        self._held = ExitStack()
        self._running: Browser | None = None

    def running(self) -> Browser:
        """The browser, started where it isn't yet."""
        if self._running is None:
            names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
            path = next(filter(None, (shutil.which(name) for name in names if name)), None)
            playwright = self._held.enter_context(sync_playwright())
            launched = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
            self._running = self._held.enter_context(launched)
        return self._running

    def close(self) -> None:
        self._running = None
        self._held.close()


CHROMIUM = _Chromium()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(nextitem: pytest.Item | None) -> Iterator[None]:
    """Its loop would be in the way of a test elsewhere that runs one of its own, so it ends before that."""
    yield
    if nextitem is None or Path(__file__).parent not in nextitem.path.parents:
        CHROMIUM.close()


@pytest.fixture(scope="module")
def browser() -> Browser:
    """The browser that the tests of this folder share."""
    return CHROMIUM.running()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh desktop window with an empty cache."""
    opened = browser.new_context(viewport={"width": 1440, "height": 900})
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page in that window."""
    return context.new_page()
