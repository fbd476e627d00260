"""What was read is kept: the same findings, read once, and again as soon as what decides is another."""

import dataclasses
import subprocess
import sys

import pytest

from dossier.assembly import gate_cache
from dossier.assembly.gate_cache import read_and_gated
from dossier.assembly.gating import gated
from dossier.reading import ahead, extract
from dossier.reading.digest_cache import DigestCache
from dossier.reading.edition import edition
from dossier.reading.extract import extract_findings
from dossier.reading.text.article import read_article
from made_articles import made_articles

ARTICLES = [
    read_article(a.text, id=a.id, title=a.headline, published=a.published, publisher=a.publisher)
    for a in made_articles(4)
]


@pytest.fixture(autouse=True)
def _own_cache(tmp_path, monkeypatch):
    monkeypatch.setattr(
        ahead, "DigestCache", lambda name, table: DigestCache(name, table, tmp_path / "cache")
    )


@pytest.fixture
def read(monkeypatch):
    """Ids of the articles that were read."""
    ids = []
    monkeypatch.setattr(
        extract, "extract_findings", lambda article: ids.append(article.id) or extract_findings(article)
    )
    return ids


def test_what_is_kept_is_what_was_read(read):
    first = list(read_and_gated(ARTICLES))
    assert first == [gated(article, extract_findings(article)) for article in ARTICLES]
    assert any(each.findings.events and each.findings.claims for each in first)
    assert len(read) == 4
    assert list(read_and_gated(reversed(ARTICLES))) == first[::-1]
    assert len(read) == 4


@pytest.mark.parametrize(
    "change",
    [
        {"id": "another"},
        {"title": "Another"},
        {"published": None},
        {"publisher": "Another"},
        {"author": ("Another",)},
        {"text": read_article(ARTICLES[0].text.text + " More.", id="x").text},
        {"kinds": ("paragraph",) * len(ARTICLES[0].kinds)},
        {"dateline": None},
    ],
    ids=lambda change: next(iter(change)),
)
def test_an_article_that_differs_in_anything_is_read_again_and_no_other(read, change):
    list(read_and_gated(ARTICLES))
    del read[:]
    changed = dataclasses.replace(ARTICLES[0], **change)
    list(read_and_gated([changed, *ARTICLES[1:]]))
    assert read == [changed.id]


def test_other_rules_read_all_again_and_what_earlier_ones_kept_goes(read, tmp_path, monkeypatch):
    list(read_and_gated(ARTICLES[:1]))
    monkeypatch.setattr(ahead, "edition", lambda *more: "0123456789ab")
    list(read_and_gated(ARTICLES[:1]))
    assert len(read) == 2
    assert [path.name for path in (tmp_path / "cache").glob("*.sqlite")] == ["findings-0123456789ab.sqlite"]


def test_what_was_cut_short_is_read_again(read, monkeypatch):
    whole = list(read_and_gated(ARTICLES[:1]))
    monkeypatch.setattr(gate_cache.zlib, "decompress", lambda packed: b'{"findings":')
    assert list(read_and_gated(ARTICLES[:1])) == whole
    assert len(read) == 2


def test_an_edition_is_of_every_file_that_decides(tmp_path):
    """In a copy of the package: the same for the same files, another for a changed rule, list or judge."""
    code = (
        "import shutil, sys; from importlib.resources import files; from pathlib import Path;"
        "from dossier.reading import edition as module;"
        f"home = shutil.copytree(str(files('dossier')), {str(tmp_path / 'dossier')!r});"
        "module.files = lambda _: Path(home);"
        "print(module.edition(), module.edition('assembly/gate'));"
        "forget = lambda: (module.edition.cache_clear(), module._of_the_reading.cache_clear());"
        "[(forget(), Path(home, path).open('a').write('# x'), print(module.edition()))"
        " for path in sys.argv[1:]]"
    )
    paths = [
        "reading/lexicon/cues.yaml",
        "reading/events/events.py",
        "reading/lexicon/cities.tsv",
        "vocabularies.py",
    ]
    output = subprocess.run(
        [sys.executable, "-c", code, *paths, "assembly/gate/judge.py", "cli.py"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert output[0] == edition()
    assert output[1] == edition("assembly/gate")
    assert len(set(output[:6])) == 6
    assert output[5] == output[6] == output[7]


def test_whoever_reads_nothing_loads_nothing_that_reads():
    code = (
        "import sys, dossier.build; print('dossier.reading.extract' in sys.modules, 'spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
