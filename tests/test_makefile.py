"""The Makefile: a site that is up to date is not built again, and one that is not, is."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
INPUTS = ("scripts/dossier/site/theme", "scripts/dossier/site/finish", "docs/actors")
COMMAND = """#!/bin/sh
mkdir -p docs/.dossier && touch docs/.dossier/lock.$$ && rm docs/.dossier/lock.$$
echo "ran $(basename $0) $1"
[ "$(basename $0)" = mkdocs ] && mkdir -p site && touch site/index.html
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
