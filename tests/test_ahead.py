"""Articles read by processes of their own: the same findings, whatever becomes of the processes."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from dossier import beside
from dossier.assembly.gate_cache import read_and_gated, read_and_packed
from dossier.assembly.gating import gated
from dossier.errors import DossierError, Problem
from dossier.reading import ahead, extract
from dossier.reading.ahead import Workers, begun
from dossier.reading.extract import extract_findings
from dossier.reading.text.article import read_article
from made_articles import made_articles

MADE = list(made_articles(5))
ARTICLES = [read_article(each.text, id=each.id, title=each.headline) for each in MADE]
SEEDS = Path("seeds")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no workers without fork")


@pytest.fixture(autouse=True)
def _place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(beside, "has_threads", lambda: False)
    SEEDS.mkdir()
    for article in MADE:
        (SEEDS / f"{article.id}.md").write_text(article.seed)


def expected():
    return [gated(article, extract_findings(article)) for article in ARTICLES]


@pytest.fixture
def read_here(monkeypatch):
    """Ids of the articles that were read in this process."""
    ids = []
    monkeypatch.setattr(
        extract, "extract_findings", lambda article: ids.append(article.id) or extract_findings(article)
    )
    return ids


@pytest.mark.parametrize("count", [1, 2, 7])
def test_workers_read_what_would_be_read_here(read_here, count):
    with Workers(count, lambda: read_and_packed) as workers:
        found = list(read_and_gated(ARTICLES, workers=workers))
        assert len(workers) == 0, "they end once all is read"
    assert read_here == []
    assert found == expected()
    del read_here[:]
    assert list(read_and_gated(ARTICLES)) == found
    assert read_here == [], "what they read is kept"


def test_what_a_worker_that_is_gone_had_to_read_is_read_here(read_here, caplog):
    with Workers(2, lambda: read_and_packed) as workers:
        os.kill(workers._processes[0].pid, signal.SIGKILL)
        workers._processes[0].join()
        found = list(read_and_gated(ARTICLES, workers=workers))
    assert read_here[0] == ARTICLES[0].id
    assert "a process that read articles has ended" in caplog.text
    del read_here[:]
    assert found == expected()


def test_what_is_wrong_with_the_reading_is_told_here():
    def refuse(article, yes):
        raise DossierError([Problem(file="parser", found="no model", expected="one")])

    with (
        Workers(1, lambda: refuse) as workers,
        pytest.raises(DossierError, match="parser: no model"),
    ):
        list(read_and_gated(ARTICLES, workers=workers))


def made():
    return read_and_packed


def test_they_are_begun_for_what_is_newer_than_what_was_read_last(monkeypatch):
    monkeypatch.setattr(ahead, "_EACH", 3)
    with begun(SEEDS, made) as workers:
        assert len(workers) == 2, "for five articles"
        list(read_and_gated(ARTICLES, workers=workers))
    with begun(SEEDS, made) as workers:
        assert len(workers) == 0
        assert [each.findings.id for each in read_and_gated(ARTICLES, workers=workers)]
    path = SEEDS / f"{MADE[0].id}.md"
    later = time.time() + 10
    os.utime(path, (later, later))
    with begun(SEEDS, made) as workers:
        assert len(workers) == 1


@pytest.mark.parametrize(
    ("threads", "cores", "parser"), [(2, 8, False), (1, 1, False), (1, None, False), (1, 8, True)]
)
def test_there_are_none_where_they_would_harm_or_not_help(monkeypatch, threads, cores, parser):
    monkeypatch.setattr(beside, "has_threads", lambda: parser)
    monkeypatch.setattr(threading, "active_count", lambda: threads)
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    with begun(SEEDS, made) as workers:
        assert len(workers) == 0


def test_they_end_when_whoever_began_them_is_killed():
    code = (
        "import os, signal; from dossier.reading.ahead import Workers;"
        "workers = Workers(3, lambda: lambda: b'');"
        "print(*(each.pid for each in workers._processes), flush=True);"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout
    pids = [int(pid) for pid in told.split()]
    assert len(pids) == 3
    for _ in range(200):
        if not any(map(is_running, pids)):
            return
        time.sleep(0.05)
    pytest.fail("a worker is left")


def is_running(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_worker_loads_what_reads_and_judges_and_no_more():
    """It is what a build of one changed article waits for."""
    code = (
        "import sys\n"
        "from dossier.assembly.gate_cache import made_ready\n"
        "made_ready()\n"
        "print(*sorted({'.'.join(name.split('.')[:2]) for name in sys.modules}))\n"
        "from spacy.cli.info import info\n"
        "print(callable(info))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded, whole = done.stdout.splitlines()
    assert set(loaded.split()) > {"dossier.reading", "spacy.language"}
    idle = {"dossier.model", "dossier.editing", "dossier.site", "spacy.cli", "typer", "requests", "jinja2"}
    assert not idle & set(loaded.split())
    assert whole == "True", "who asks for what spaCy tells on its command line gets it"
