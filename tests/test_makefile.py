"""The Makefile: a site that is up to date is not built again, and one that is not, is."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
INPUTS = ("scripts/dossier/site/theme", "scripts/dossier/site/finish", "docs/actors")
COMMAND = """#!/bin/sh
mkdir -p docs/.dossier && touch docs/.dossier/lock.$$ && rm docs/.dossier/lock.$$
echo "ran $(basename "$0") $1"
[ "$(basename "$0")" = mkdocs ] && mkdir -p site && touch site/index.html
exit 0
"""


@pytest.fixture
def folder(tmp_path):
    """A folder with our Makefile, and a program that only takes its lock and says it ran."""
    for name in (*INPUTS, ".venv/bin", ".cache"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("Makefile", "mkdocs.yml", "constraints.txt", "pyproject.toml"):
        shutil.copyfile(ROOT / name, tmp_path / name)
    (tmp_path / "docs/actors/a.md").write_text("A", encoding="utf-8")
    for name in ("dossier", "mkdocs", "python"):
        (tmp_path / ".venv/bin" / name).write_text(COMMAND, encoding="utf-8")
        (tmp_path / ".venv/bin" / name).chmod(0o755)
    for path in tmp_path.rglob("*"):
        os.utime(path, (time.time() - 60,) * 2)
    (tmp_path / ".cache/installed").touch()
    return tmp_path


def made(folder, **environment):
    """What `make site` prints there."""
    return subprocess.run(
        ["make", "site"],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_a_second_make_builds_nothing(folder):
    assert "ran mkdocs" in made(folder)
    again = made(folder)
    assert "ran dossier build" in again
    assert "up to date; nothing was built" in again
    assert "ran mkdocs" not in again


@pytest.mark.parametrize("change", ["a page", "a page gone", "the address"])
def test_what_changed_is_built_again(folder, change):
    made(folder)
    later = (time.time() + 60,) * 2
    if change == "a page":
        os.utime(folder / "docs/actors/a.md", later)
    elif change == "a page gone":
        (folder / "docs/actors/a.md").unlink()
        os.utime(folder / "docs/actors", later)
    environment = {"SITE_URL": "https://example.org/"} if change == "the address" else {}
    assert "ran mkdocs" in made(folder, **environment)


def test_a_site_that_the_tests_built_is_no_stamp_to_look_for(folder):
    (folder / "site").mkdir()
    (folder / "site/index.html").touch()
    done = subprocess.run(["make", "site"], cwd=folder, capture_output=True, text=True, check=True)
    assert "ran mkdocs" in done.stdout
    assert done.stderr == ""


OWN = ROOT / "scripts/dossier/starting/files/Makefile"
"""That of a dossier of one's own."""


@pytest.mark.parametrize("is_linked", [False, True])
def test_ones_own_site_is_built_by_a_program_whose_path_has_blanks(tmp_path, is_linked):
    place, folder, programs = tmp_path / "a b" / "bin", tmp_path / "my news", tmp_path / "found here"
    for each in (place, folder, programs):
        each.mkdir(parents=True)
    shutil.copyfile(OWN, folder / "Makefile")
    for name in ("dossier", "python"):
        (place / name).write_text(COMMAND, encoding="utf-8")
        (place / name).chmod(0o755)
    if is_linked:
        (programs / "dossier").symlink_to(place / "dossier")
    path = f"{programs if is_linked else place}{os.pathsep}{os.environ['PATH']}"
    told = made(folder, PATH=path, PYTHON=sys.executable)
    assert [line for line in told.splitlines() if line.startswith("ran ")] == [
        "ran dossier build", "ran python -m", "ran dossier finish", "ran dossier measure"
    ]  # fmt: skip


def test_ones_own_makefile_sets_up_the_program_where_there_is_none(tmp_path):
    shutil.copyfile(OWN, tmp_path / "Makefile")
    (tmp_path / "requirements.txt").write_text("# nothing\n", encoding="utf-8")
    done = subprocess.run(
        ["make", "site", f"PYTHON={sys.executable}"],
        cwd=tmp_path,
        env={"PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
    )
    assert done.returncode != 0
    assert "requirements.txt does not say where to have it from" in done.stdout
