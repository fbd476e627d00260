"""`dossier links`: which originals are gone, changed or as they were."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli import main
from dossier.seeds.links import missing_paragraphs
from local_server import free_port, serving

FIRST = "The ferry of Tarn was sold on Friday, the mayor said to the council."
SECOND = "“We had to sell it,” said the mayor, Ines Aldo, who has been in office for a year."
PAGE = f"<html><nav>Home</nav><article><p>{FIRST}</p><p>{SECOND}</p></article></html>"


def seed(name, url=None, text=f"{FIRST}\n\n{SECOND}"):
    Path("seeds").mkdir(exist_ok=True)
    address = f"url: {url}\n" if url else ""
    head = f"---\nheadline: {name}\npublisher: Vale Times\ndatePublished: 2024-05-31\n{address}---\n"
    Path(f"seeds/{name}.md").write_text(f"{head}{text}\n", encoding="utf-8")


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs `dossier links` in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda: CliRunner().invoke(main, ["links"])


def test_each_page_is_told_the_same_changed_gone_or_out_of_reach(run):
    pages = {
        "/same": ("text/html; charset=utf-8", PAGE.encode()),
        "/moved": ("->", b"/same"),
        "/changed": ("text/html; charset=utf-8", PAGE.replace("Friday", "Monday").encode()),
    }
    nobody = f"http://127.0.0.1:{free_port()}/x"
    with serving(pages) as server:
        for name in ("same", "moved", "changed", "gone"):
            seed(name, f"{server}/{name}")
        seed("nobody", nobody)
        seed("none")
        result = run()
    assert result.exit_code == 1
    changed, gone, moved, unreached, none, same = result.stdout.splitlines()
    assert changed == f"changed: changed: {server}/changed (1 of 2 paragraphs stand there no more)"
    assert gone == f"gone: gone: {server}/gone (the server answers 410 Gone)"
    assert moved == f"moved: the same: {server}/moved (it moved to {server}/same)"
    assert unreached.startswith(f"nobody: out of reach: {nobody} (it can’t be fetched: ")
    assert none == "none: no address"
    assert same == f"same: the same: {server}/same"
    assert "3 of 5 pages gone, out of reach or changed." in result.stderr


def test_all_as_they_were_is_exit_0(run):
    with serving({"/same": ("text/html; charset=utf-8", PAGE.encode())}) as server:
        seed("same", f"{server}/same")
        assert run().exit_code == 0


@pytest.mark.parametrize(
    ("page", "missing"),
    [
        (PAGE, []),
        (PAGE.replace("“", '"').replace("”", '"').replace(" Tarn ", "\n  <b>Tarn</b> "), []),
        (PAGE.replace("sold", "lost"), [FIRST]),
        (PAGE.replace("<p>“We", "<p hidden>“We"), [SECOND]),
        (f"<!-- {PAGE} -->", [FIRST, SECOND]),
        ("", [FIRST, SECOND]),
    ],
    ids=["same", "other marks and spaces", "another word", "hidden now", "in a comment", "empty"],
)
def test_a_paragraph_stands_on_a_page_or_does_not(page, missing):
    assert missing_paragraphs([FIRST, "Short.", SECOND], page) == missing
