"""The same seeds give the same bytes, wherever, whenever and by whomever pages and site are built."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from first_dossier import ROOT, SEEDS, pages_by_hand

OTHER = Path(__file__).parent / "seeds" / "harbour-patrol.md"


@dataclass(frozen=True)
class Place:
    """Where and how a dossier is built."""

    folder: str
    zone: str
    language: str
    hash_seed: str
    umask: int
    backwards: bool
    """Whether the files are laid there in the opposite order, and dated so."""


PLACES = (
    Place("here", "UTC", "C.UTF-8", "0", 0o022, False),
    Place("über  die Brücke", "Pacific/Kiritimati", "C", "1", 0o077, True),
    Place("b/a’s (copy)", "America/St_Johns", "tr_TR.UTF-8", "4242", 0o002, True),
)


def built(home, place):
    """Path to bytes of all that is made there: the pages and the site."""
    seeds, docs, site = home / "seeds", home / "docs", home / "site"
    environment = os.environ | {
        "TZ": place.zone, "LC_ALL": place.language, "LANG": place.language, "PYTHONHASHSEED": place.hash_seed,
        "HOME": str(home / "nobody"), "SITE_URL": "https://a.example/", "SOURCE_DATE_EPOCH": "1555891200",
        "NO_MKDOCS_2_WARNING": "1",
    }  # fmt: skip
    seeds.mkdir(parents=True)
    files = sorted([*SEEDS.iterdir(), OTHER], reverse=place.backwards)
    for number, file in enumerate(files):
        shutil.copyfile(file, seeds / file.name)
        os.utime(seeds / file.name, (10**9 + number, 10**9 + number))
    pages_by_hand(docs)
    config = home / "mkdocs.yml"
    config.write_text(json.dumps({"INHERIT": str(ROOT / "mkdocs.yml"), "docs_dir": str(docs)}))
    for command in (
        ["dossier", "build", "--seeds", "seeds", "--docs", "docs"],
        ["mkdocs", "build", "--strict", "--config-file", str(config), "--site-dir", str(site)],
        ["dossier", "finish", "site"],
    ):
        done = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=home, env=environment, umask=place.umask, capture_output=True, text=True, encoding="utf-8",
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
    made = [path for part in (docs, site) for path in part.rglob("*") if path.is_file()]
    return {path.relative_to(home).as_posix(): path.read_bytes() for path in made}


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    return built(tmp_path_factory.mktemp("first") / PLACES[0].folder, PLACES[0])


@pytest.mark.parametrize("place", PLACES[1:], ids=[place.folder for place in PLACES[1:]])
def test_the_same_bytes_wherever_it_is_built(tmp_path, first, place):
    made = built(tmp_path / place.folder, place)
    assert made.keys() == first.keys()
    assert [path for path, data in made.items() if data != first[path]] == []


def test_there_is_much_to_compare(first):
    kinds = {Path(path).suffix for path in first}
    assert {".md", ".html", ".json", ".xml", ".csv", ".sqlite", ".zip", ".png", ".js"} <= kinds
    assert len(first) > 200
