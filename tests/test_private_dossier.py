"""The first dossier with a private text: the same pages in a clone, nearly all facts, little of the text."""

import json
import re
import shutil
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from dossier.build import BuildReport, build
from dossier.errors import DossierError
from first_dossier import SEED, SEEDS, first_dossier

NAME = SEED.stem


def made_private(home: Path) -> Path:
    """A repository of the first dossier in which its article's text is private."""
    seeds = home / "seeds"
    (seeds / "private").mkdir(parents=True)
    _, head, text = SEED.read_text(encoding="utf-8").split("---\n", 2)
    (seeds / f"{NAME}.md").write_text(f"---\n{head}text: private\n---\n", encoding="utf-8")
    (seeds / f"private/{NAME}.md").write_text(text, encoding="utf-8")
    (seeds / ".gitignore").write_text("private/\n", encoding="utf-8")
    for file in SEEDS.iterdir():
        if file != SEED:
            shutil.copy(file, seeds / ("private" if file.name.startswith(NAME) else "") / file.name)
    return home


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_private(tmp_path_factory.mktemp("private") / "home")


@pytest.fixture(scope="module")
def report(home: Path) -> BuildReport:
    return build(home / "seeds", home / "docs")


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".dossier" not in path.parts
    }


PLAIN = {"name", "kind", "type", "status", "country", "place", "target", "claimant", "speaker", "organ_of"}


def told(dossier):
    """Each fact by its field; with its value where that is no wording of the article."""
    found = Counter()
    for path, fact in dossier.leaves():
        field = path.partition(".")[2]
        found[field, str(fact.value) if field in PLAIN else ""] += 1
    return found


def runs(text):
    """Where five words or more of the article, told by their places, stand in a text as they do there."""
    words, told = article_words(), re.findall(r"\w+", text.casefold())
    known = set(zip(*(told[first:] for first in range(5)), strict=False))
    return {
        at + each for at in range(len(words) - 4) if tuple(words[at : at + 5]) in known for each in range(5)
    }


@cache
def article_words():
    return re.findall(r"\w+", SEED.read_text(encoding="utf-8").split("---\n", 2)[2].casefold())


def test_nearly_every_fact_stays_and_none_comes(report: BuildReport) -> None:
    whole = told(first_dossier())
    assert (told(report.dossier) - whole).total() == 0
    assert (whole - told(report.dossier)).total() <= 0.02 * whole.total()


def test_a_clone_without_the_text_makes_the_same_pages(
    home: Path, report: BuildReport, tmp_path: Path
) -> None:
    clone = shutil.copytree(home, tmp_path / "clone", ignore=shutil.ignore_patterns("private", "docs"))
    again = build(clone / "seeds", clone / "docs")
    assert files(home / "docs") == files(clone / "docs")
    assert again.dossier == report.dossier
    assert any("unchecked" in notice.found for notice in again.notices)


def test_what_is_committed_stays_within_the_limit(home: Path, report: BuildReport) -> None:
    """Counted apart from the program: words that can be read in their places, runs of five in any file."""
    committed = {path: data.decode(errors="ignore") for path, data in files(home).items()}
    committed = {path: text for path, text in committed.items() if "private/" not in path}
    findings = committed.pop(f"seeds/{NAME}.findings/rules.jsonl").splitlines()
    read = re.findall(r"\w+", json.loads(findings[1])["text"].casefold())
    words = article_words()
    assert len(read) == len(words)
    shown = {at for at, (seen, word) in enumerate(zip(read, words, strict=True)) if seen == word}
    shown |= set().union(*map(runs, [*committed.values(), *findings[2:]]))
    quoted = set().union(*(runs(each.text.value) for each in report.dossier.quotes))
    assert 100 < len(shown - quoted) <= 0.5 * len(words)
    assert len(shown) < 0.8 * len(words)


def test_words_in_the_authority_file_count_and_the_message_tells_the_way_out(tmp_path: Path) -> None:
    seeds = made_private(tmp_path / "home") / "seeds"
    sentences = re.split(r"(?<=[.,]) |\n+", (seeds / f"private/{NAME}.md").read_text(encoding="utf-8"))
    pieces = [each for each in sentences if 8 < len(each.split()) < 24 and not set("“”‘’:") & set(each)]
    quoted = "".join(f"  - '{each.rstrip('.,')}'\n" for each in pieces)
    shown = "  description: Imran Khan visited Tehran.\n  shown: it does\n  because:\n"
    file = seeds / "authorities.yaml"
    entry = "  names: [Imran Khan]\n"
    file.write_text(
        file.read_text(encoding="utf-8").replace(entry, entry + shown + quoted, 1), encoding="utf-8"
    )
    with pytest.raises(DossierError) as error:
        build(seeds, tmp_path / "home/docs")
    assert "front matter and authority file alone hold" in str(error.value)
    assert f"seeds/private/{NAME}.curation.yaml" in str(error.value)
    assert not (tmp_path / "home/docs").exists()
