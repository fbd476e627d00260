"""`dossier serve`: the finished site, made again after each change; a build that fails changes nothing."""

import json
import threading
import time
import urllib.request
from contextlib import suppress
from pathlib import Path
from urllib.error import HTTPError

import pytest

from dossier.build import build
from dossier.preview import Preview
from first_dossier import pages_by_hand
from local_server import free_port

REPOSITORY = Path(__file__).parents[1]
SEED = (
    "---\nheadline: Ferry sold\npublisher: Vale Times\ndatePublished: 2024-05-31\n---\n"
    "“The ferry was sold,” said Ida Lund, the mayor of Harl.\n"
)


def asked(url):
    with urllib.request.urlopen(url, timeout=10) as answer:
        return answer.read().decode("utf-8")


def answers(url):
    try:
        return bool(asked(url))
    except OSError:
        return False


def within(seconds, true):
    """Whether something comes true in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with suppress(TimeoutError):  # an answer may be slow while the site is built beside it
            if true():
                return True
        time.sleep(0.05)
    return False


@pytest.fixture
def preview(tmp_path):
    """A dossier of one article being served: its folder, its address, and what was said."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "ferry.md").write_text(SEED, encoding="utf-8")
    docs = tmp_path / "docs"
    build(tmp_path / "seeds", docs)
    pages_by_hand(docs)
    (docs / "note.md").write_text("# A note\n\nBefore.\n", encoding="utf-8")
    config = {"INHERIT": str(REPOSITORY / "mkdocs.yml"), "docs_dir": str(docs)}
    (tmp_path / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")
    (tmp_path / "place").mkdir()
    said = []
    shown = Preview(tmp_path / "mkdocs.yml", tmp_path / "place", free_port(), said.append)
    running = threading.Thread(target=shown.run)
    running.start()
    assert within(60, lambda: said)
    assert within(60, lambda: answers(shown.url))  # it watches then
    yield tmp_path, shown.url, said
    shown.stop()
    running.join()


def test_the_site_is_finished_and_changes_as_one_works(preview):
    folder, url, said = preview
    assert said == [f"The site is at {url}, and changes there as you work. Ctrl+C ends it."]
    page = asked(f"{url}note/")
    index = page.split('data-index="../')[1].split('"')[0]
    assert asked(url + index).startswith("dossierSearch.index(")
    assert "livereload" in page
    assert "Content-Security-Policy" not in page  # it would forbid the script that loads the page anew
    with pytest.raises(HTTPError) as missing:
        asked(f"{url}nothing-here/")
    assert missing.value.code == 404
    assert "dossier" in missing.value.read().decode("utf-8")  # the site's own page
    (folder / "docs" / "note.md").write_text("# A note\n\nAfter.\n", encoding="utf-8")
    assert within(60, lambda: "After." in asked(f"{url}note/"))
    assert len(list((folder / "place").iterdir())) <= 2


def test_a_build_that_fails_says_why_and_the_site_stands(preview):
    folder, url, said = preview
    (folder / "docs" / "note.md").write_text('# A note\n\n<a href="../gone/">x</a>\n', encoding="utf-8")
    assert within(60, lambda: len(said) > 1)
    assert "a link to ../gone/" in said[-1]
    assert said[-1].endswith("The site was left as it was.")
    assert "Before." in asked(f"{url}note/")
    (folder / "docs" / "note.md").write_text("# A note\n\nAgain.\n", encoding="utf-8")
    assert within(60, lambda: "Again." in asked(f"{url}note/"))
