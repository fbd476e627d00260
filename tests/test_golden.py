"""Whole pages of the small dossier, as files to look at; UPDATE_GOLDEN=1 writes them anew."""

import os
from pathlib import Path

import pytest

from dossier.site.pages import make_pages
from dossier.site.render import render
from small_dossier import small_dossier

GOLDEN = Path(__file__).parent / "golden"
PATHS = ("actors/reed-circle.md", "events/attack-on-a-ferry.md", "articles/ferry.md", "network.md")
PAGES = {page.path: page for page in make_pages(small_dossier())}


@pytest.mark.parametrize("path", PATHS)
def test_page_is_as_it_was_reviewed(path):
    rendered = render(PAGES[path])
    golden = GOLDEN / path.replace("/", "-")
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(rendered, encoding="utf-8")
    assert rendered == golden.read_text(encoding="utf-8")


def test_every_golden_file_is_tested():
    assert {file.name for file in GOLDEN.glob("*.md")} == {path.replace("/", "-") for path in PATHS}
