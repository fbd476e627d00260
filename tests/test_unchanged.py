"""A build of what was built before tells the same again without reading; whatever changed, it builds."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import dossier.build
import dossier.unchanged
from dossier.unchanged import build
from made_articles import made_articles

SEEDS, DOCS = Path("seeds"), Path("docs")


@pytest.fixture
def builds(tmp_path, monkeypatch):
    """Two articles in a folder; the builds that were made and not told again."""
    monkeypatch.chdir(tmp_path)
    SEEDS.mkdir()
    for article in made_articles(2):
        (SEEDS / f"{article.id}.md").write_text(article.seed)
    (SEEDS / "notes.bak").write_text("a copy")
    made, make = [], dossier.build.build
    monkeypatch.setattr("dossier.build.build", lambda *given: made.append(1) or make(*given))
    return made


def written():
    return {
        path: path.read_bytes() for path in DOCS.rglob("*") if ".dossier" not in path.parts and path.is_file()
    }


def test_what_was_built_is_told_again_as_a_build_would_tell_it(builds):
    first = build(SEEDS, DOCS)
    before, told = written(), build(SEEDS, DOCS)
    assert len(builds) == 1
    report = dossier.build.build(SEEDS, DOCS)
    assert told.summary == report.summary() != first.summary
    assert told.notices == tuple(map(str, report.notices)) == first.notices != ()
    assert written() == before


def article(number=0):
    return sorted(SEEDS.glob("*.md"))[number]


def extend():
    article().write_text(f"{article().read_text()}\nOrla Quennell opened a mill in Wexcombe.\n")


def same_length():
    article().write_text(article().read_text().replace("said", "says"))


def touch_back():
    """A file with other words, as long and as old as before."""
    path, was = article(), article().stat()
    same_length()
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))


def spoil_a_page():
    page = next(DOCS.glob("articles/made*.md"))
    page.write_text(page.read_text() + "\nMore.\n")


def remove_a_page():
    next(DOCS.glob("articles/made*.md")).unlink()


def leave_a_page():
    (DOCS / "stale.md").write_text("---\ngenerated: true\n---\nStale\n")


def other_program():
    dossier.unchanged._program = lambda: "otherrules"


def damage():
    for path in Path(".cache").glob("told-*"):
        path.write_bytes(path.read_bytes()[:60])


CHANGES = {
    "an article": extend,
    "its words": same_length,
    "its words in the same second": touch_back,
    "an article less": lambda: article().unlink(),
    "an article's name": lambda: article().rename(SEEDS / "another.md"),
    "an editor's file": lambda: article().with_suffix(".curation.yaml").write_text("actors: []\n"),
    "the settings": lambda: (SEEDS / "dossier.yaml").write_text("name: Dossier\ntitle: Dossier of towns\n"),
    "what is left out": lambda: (SEEDS / "more.bak").write_text("a copy"),
    "the site's settings": lambda: Path("mkdocs.yml").write_text("site_name: Dossier\n"),
    "the environment": lambda: os.environ.update(SITE_URL="https://towns.example/"),
    "a page": spoil_a_page,
    "a page less": remove_a_page,
    "a page of before": leave_a_page,
    "all pages": lambda: shutil.rmtree(DOCS),
    "the program": other_program,
    "what is kept": damage,
    "all that is kept": lambda: shutil.rmtree(".cache"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_is_another_is_built(builds, change, monkeypatch):
    monkeypatch.setattr(dossier.unchanged, "_program", dossier.unchanged._program)
    monkeypatch.setenv("SITE_URL", "")
    Path("mkdocs.yml").write_text("site_name: Dossier\nsite_url: !ENV [SITE_URL, '']\n")
    build(SEEDS, DOCS)
    change()
    build(SEEDS, DOCS)
    assert len(builds) == 2
    before = written()
    build(SEEDS, DOCS)  # where the file was damaged, this one keeps what it told
    made = len(builds)
    build(SEEDS, DOCS)
    assert len(builds) == made <= 3, "and told again from then on"
    dossier.build.build(SEEDS, DOCS)
    assert written() == before


def link():
    (SEEDS / "b.md").symlink_to(article().name)


@pytest.mark.parametrize(
    "odd",
    [
        link,
        lambda: (
            Path("mkdocs.yml").write_text("INHERIT: other.yml\n")
            and Path("other.yml").write_text("site_name: Dossier\n")
        ),
    ],
    ids=["a link", "settings from elsewhere"],
)
def test_what_is_not_known_by_its_bytes_is_built_each_time(builds, odd):
    odd()
    for _ in range(2):
        build(SEEDS, DOCS)
    assert len(builds) == 2


def test_a_build_that_fails_is_never_told_again(builds):
    build(SEEDS, DOCS)
    whole = article().read_text()
    article().write_text("---\nheadline: x\n")
    for _ in range(2):
        with pytest.raises(dossier.errors.DossierError):
            build(SEEDS, DOCS)
    article().write_text(whole)
    build(SEEDS, DOCS)
    assert len(builds) == 3


def test_the_command_reads_nothing_the_second_time(builds):
    build(SEEDS, DOCS)
    code = (
        "import sys; from dossier.cli import main; main(['build'], standalone_mode=False); "
        "print([name for name in ('pydantic', 'spacy', 'dossier.build') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.splitlines()[-1] == "[]"
    assert "no file written" in told.stdout


def test_what_python_keeps_of_the_program_is_no_other_program(tmp_path, monkeypatch):
    monkeypatch.setattr(dossier.unchanged, "files", lambda _: tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site/page.py").write_text("A = 1")
    before = dossier.unchanged._program()
    (tmp_path / "site/__pycache__").mkdir()
    (tmp_path / "site/__pycache__/page.pyc").write_bytes(b"\0")
    assert dossier.unchanged._program() == before
    (tmp_path / "site/page.py").write_text("A = 2")
    assert dossier.unchanged._program() != before
