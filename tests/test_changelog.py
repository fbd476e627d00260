"""The changelog in the form of Keep a Changelog, so that a release can take its part."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from packaging.version import Version

from release_notes import NoRelease, check_version, main, notes

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "docs" / "changelog.md").read_text(encoding="utf-8")
RELEASES = re.findall(r"^## (.*)$", TEXT, re.M)
DATED = re.compile(r"\[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d)")


def test_the_version_of_the_program_stands_in_it():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] in [DATED.fullmatch(heading)[1] for heading in RELEASES[1:]]


def test_the_unreleased_stands_first_and_the_rest_by_version_and_day_the_newest_first():
    assert RELEASES[0] == "[Unreleased]"
    found = [DATED.fullmatch(heading).groups() for heading in RELEASES[1:]]
    told = [(date.fromisoformat(day), Version(version)) for version, day in found]
    assert told == sorted(set(told), reverse=True)


def test_each_part_says_what_kind_of_change_it_holds_once():
    kinds = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    for part in re.split(r"^## ", TEXT, flags=re.M)[1:]:
        headings = re.findall(r"^### (.*)$", part, re.M)
        assert headings
        assert set(headings) <= kinds
        assert len(set(headings)) == len(headings)
        before = part.partition("\n### ")[0]
        assert not re.search(r"^- ", before, re.M)


LOG = """\
# Changelog

## [Unreleased]

### Added

- What comes.

## [0.2.0] - 2024-06-01

### Added

- A ferry. [The page](ferry.md#at-sea), [elsewhere](https://news.example/).

## [0.1.0] - 2024-05-31

### Added

## [0.10.0] - 2024-05-30
"""


def test_a_release_takes_its_own_part():
    assert notes("0.2.0", LOG) == "### Added\n\n- A ferry. The page, [elsewhere](https://news.example/).\n"


@pytest.mark.parametrize("version", ["0.3.0", "0.1.0", "0x2.0", "Unreleased"])
def test_a_version_without_a_part_is_none(version):
    with pytest.raises(NoRelease):
        notes(version, LOG)


def test_the_version_is_the_same_everywhere(tmp_path, capsys):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert main([f"v{project['version']}"]) == 0
    assert capsys.readouterr().out.startswith("### ")
    assert main(["v99.0.0"]) == 1
    assert main([]) == 2
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "2.0.0"\n')
    (tmp_path / "CITATION.cff").write_text("version: 1.0.0\n")
    with pytest.raises(NoRelease, match=r"CITATION.cff says version 1.0.0"):
        check_version("2.0.0", tmp_path)


def test_the_workflow_takes_the_part():
    workflow = (ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8")
    assert 'python scripts/release_notes.py "$TAG" > notes.md' in workflow
    assert "--notes-file notes.md" in workflow
