"""The changelog in the form of Keep a Changelog, so that a release can take its part."""

import re
import tomllib
from datetime import date
from pathlib import Path

from packaging.version import Version

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
