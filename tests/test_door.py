"""The door for files: every entry of a folder is taken or told, and no file hangs or breaks a build."""

import os
import re
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.errors import DossierError
from dossier.seeds.articles import load_document
from dossier.seeds.door import MAX_BYTES, list_folder, read_file, read_text

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither pipes nor such links")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    seeds = Path("seeds")
    seeds.mkdir()
    (seeds / "a.md").write_text("The pier opened.", encoding="utf-8")
    return seeds


def refused(path):
    with pytest.raises(DossierError) as caught:
        read_file(path)
    (problem,) = caught.value.problems
    assert problem.expected
    return problem.found


def listed(folder):
    """The problems and the notices about a folder, a string each."""
    found = list_folder(folder)
    assert found.articles == (folder / "a.md",), "the good article is taken whatever stands beside it"
    return [str(problem) for problem in found.problems], [str(notice) for notice in found.notices]


def test_what_belongs_there_is_taken(folder):
    for name in (
        "a.curation.yaml",
        "authorities.yaml",
        "dossier.yaml",
        "ledger.jsonl",
        ".gitkeep",
        ".DS_Store",
        "desktop.ini",
    ):
        (folder / name).touch()
    assert listed(folder) == ([], [])
    assert list_folder(folder).curations == (folder / "a.curation.yaml",)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "a.curation.yml",
            "seeds/a.curation.yml: this file is not read\n    expected: authorities.yaml, dossier.yaml",
        ),
        ("authorities.yml", "seeds/authorities.yml: this file is not read\n"),
        ("authority.yaml", "seeds/authority.yaml: this file is not read\n"),
        ("names.csv", "seeds/names.csv: this file is not read\n"),
        ("b.markdown", "seeds/b.markdown: a Markdown file by another name than .md is not read\n"),
        ("b.txt", "seeds/b.txt: a file of plain text is not read\n"),
        ("b.HTML", "seeds/b.HTML: an HTML file is not read\n"),
        (
            "b.MD",
            "seeds/b.MD: its name ends in .MD, so it is not read\n    expected: a name that ends in .md",
        ),
        ("b.docx", "seeds/b.docx: a Word file is not read\n"),
    ],
)
def test_a_name_that_is_not_quite_right_is_a_problem(folder, name, message):
    (folder / name).touch()
    problems, notices = listed(folder)
    assert len(problems) == 1
    assert problems[0].startswith(message)
    assert notices == []


@pytest.mark.parametrize(
    "name",
    ["._a.md", ".a.md.swp", "a.md~", "#a.md#", "~$a.docx", ".hidden.md", "a.md.orig", "a.bak", "a.png"],
)
def test_leftovers_are_told_and_left_out(folder, name):
    (folder / name).write_bytes(b"\x00\xff")
    problems, notices = listed(folder)
    assert problems == []
    assert len(notices) == 1
    assert notices[0].startswith(f"seeds/{name}: warning: ")


def test_a_folder_in_the_folder_is_a_problem(folder):
    (folder / "2024").mkdir()
    (folder / "2024" / "b.md").touch()
    (folder / "c.md").mkdir()
    problems, _ = listed(folder)
    assert [text.split("\n")[0] for text in problems] == [
        "seeds/2024: a folder; what is in it would not be read",
        "seeds/c.md: a folder; what is in it would not be read",
    ]


@posix
def test_what_is_no_regular_file_is_a_problem(folder, tmp_path):
    (tmp_path / "outside.md").write_text("Elsewhere.", encoding="utf-8")
    os.mkfifo(folder / "pipe.md")
    (folder / "loop.md").symlink_to("loop.md")
    (folder / "gone.md").symlink_to("nowhere.md")
    (folder / "out.md").symlink_to(tmp_path / "outside.md")
    (folder / ".#a.md").symlink_to("jo@desk.1234")
    problems, notices = listed(folder)
    assert [text.split("\n")[0] for text in problems] == [
        "seeds/gone.md: a link to a file that is not there",
        "seeds/loop.md: a link that leads back to itself",
        "seeds/out.md: a link to something outside the folder of the articles",
        "seeds/pipe.md: this is a pipe or a device",
    ]
    assert len(notices) == 1, "an editor's lock is a link to nowhere, and stops nothing"


@posix
def test_a_link_within_the_folder_is_taken(folder):
    (folder / "b.md").symlink_to("a.md")
    assert list_folder(folder).articles == (folder / "a.md", folder / "b.md")


def test_a_folder_that_is_not_there(tmp_path):
    (problem,) = list_folder(tmp_path / "none").problems
    assert problem.found == "no such folder"
    (tmp_path / "file").touch()
    (problem,) = list_folder(tmp_path / "file").problems
    assert problem.found == "no such folder"


@posix
def test_reading_never_waits_and_never_breaks(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "gone").symlink_to("nowhere")
    assert refused(tmp_path / "pipe") == "this is a pipe or a device"
    assert refused(tmp_path / "loop") == "a link that leads back to itself"
    assert refused(tmp_path / "gone") == "a link to a file that is not there"
    assert refused(tmp_path) == "this is a folder"
    assert refused(Path("/dev/null")) == "this is a pipe or a device"
    assert refused(tmp_path / "none") == "no such file"
    assert refused(tmp_path / ("long" * 100)) == "its name is too long"
    assert re.fullmatch(r"it can’t be read: .*embedded null \w+.*", refused(tmp_path / "nul\0byte"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file(tmp_path):
    path = tmp_path / "a.md"
    path.touch()
    path.chmod(0)
    assert refused(path) == "it may not be read"


def test_an_unreadable_file_whoever_runs_the_test(tmp_path, monkeypatch):
    def forbidden(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("dossier.seeds.door.os.open", forbidden)
    assert refused(tmp_path / "a.md") == "it may not be read"


def test_a_file_on_a_disk_that_fails(tmp_path, monkeypatch):
    def failing(*_, **__):
        raise OSError(5, "Input/output error")

    (tmp_path / "a.md").write_text("The pier opened.", encoding="utf-8")
    monkeypatch.setattr("dossier.seeds.door.os.fdopen", failing)
    assert refused(tmp_path / "a.md") == "it can’t be read: Input/output error"


def test_a_file_beyond_the_limit(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"a" * MAX_BYTES)
    assert len(read_file(path)) == MAX_BYTES
    path.write_bytes(b"a" * (MAX_BYTES + 1))
    assert refused(path) == "it is larger than 10 MB"


def test_line_ends_of_any_system(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree\n")
    assert read_text(path) == "one\ntwo\nthree\n"


FRAGMENTS = st.sampled_from(
    [
        "---\n", "...\n", "headline: x\n", "author: [a, b]\n", "id: ", "? ", "&a ", "*a ", "!!x ", "<<: ",
        "{", "[", "}", "]", "'", '"', "\\ud800", "\x00", "\x85", "\u2028", "\ufeff", "\t", " ", "\r", "\n",
        "%YAML 9\n", "# x\n", "|\n", "<!--", "~~", "+++\n", "é", "日本", "\U0001f682", "text ", ": ", "- ",
    ]
)  # fmt: skip


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.one_of(st.binary(max_size=400), st.lists(FRAGMENTS, max_size=40).map("".join).map(str.encode)))
def test_any_bytes_are_an_article_or_a_problem_with_a_place(tmp_path, data):
    path = tmp_path / "a.md"
    path.write_bytes(data)
    try:
        loaded = load_document(path)
    except DossierError as error:
        places = [problem.file for problem in error.problems]
        str(error).encode()
    else:
        places = [str(path)]
        (loaded.article.text.text + (loaded.article.title or "")).encode()
    assert set(places) == {str(path)}
