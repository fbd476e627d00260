"""Work on another core: the same end as here, whatever becomes of the process."""

import os
import signal
import subprocess
import sys
import threading

import pytest

from dossier import beside as module
from dossier.beside import beside, shared
from dossier.errors import DossierError, Problem
from made_articles import made_articles

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="all is done here without fork")
HERE = os.getpid()


@pytest.fixture
def _able(monkeypatch):
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(module, "has_threads", lambda: False)


def refuse():
    raise DossierError([Problem(file="a.md", found="a statement", expected="none")])


def die():
    if os.getpid() != HERE:
        os.kill(os.getpid(), signal.SIGKILL)
    return "here"


@pytest.mark.usefixtures("_able")
def test_it_is_done_by_another_process():
    asked = beside(os.getpid)
    assert asked() != HERE


@pytest.mark.usefixtures("_able")
def test_what_it_raises_is_raised_when_it_is_asked_for():
    asked = beside(refuse)
    with pytest.raises(DossierError, match="a statement"):
        asked()


@pytest.mark.usefixtures("_able")
@pytest.mark.parametrize("work", [die, lambda: os._exit(1) if os.getpid() != HERE else "here"])
def test_where_the_process_ends_without_an_answer_it_is_done_here(work):
    assert beside(work)() == "here"


@pytest.mark.usefixtures("_able")
def test_what_can_not_be_handed_back_is_made_here():
    assert beside(lambda: lambda: HERE)()() == HERE


@pytest.mark.usefixtures("_able")
@pytest.mark.parametrize("count", [0, 1, 1000])
def test_each_of_the_tasks_that_two_processes_share_is_done_by_one_of_them(count):
    with shared(count) as free:
        there = beside(lambda: list(free))
        here = list(free)
        others = there()
    assert sorted([*here, *others]) == list(range(count))
    assert here == sorted(here)
    assert others == sorted(others)


@pytest.mark.usefixtures("_able")
def test_who_is_slow_with_one_task_leaves_the_others_to_who_is_free():
    with shared(9) as free:
        slow, fast = os.pipe()

        def wait_with_the_first():
            first = next(free)
            os.read(slow, 1)
            return [first, *free]

        there = beside(wait_with_the_first)
        here = []
        while len(here) < 8:
            here += [next(free)]
        os.write(fast, b"!")
        assert len(there()) == 1


@pytest.mark.usefixtures("_able")
@pytest.mark.parametrize(("threads", "cores", "library"), [(2, 2, False), (1, 1, False), (1, 2, True)])
def test_it_is_done_here_and_at_once_where_no_process_may_be_begun(monkeypatch, threads, cores, library):
    monkeypatch.setattr(threading, "active_count", lambda: threads)
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    monkeypatch.setattr(module, "has_threads", lambda: library)
    done = []
    asked = beside(lambda: done.append(os.getpid()))
    assert done == [HERE]
    assert asked() is None
    with pytest.raises(DossierError, match="a statement"):
        beside(refuse)


def test_a_build_on_two_cores_makes_the_bytes_of_one_on_one(tmp_path):
    """First of all articles, then of one that changed, with what the first kept."""
    code = (
        "import os, sys; from pathlib import Path;"
        "os.cpu_count = lambda: int(sys.argv[1]);"
        "from dossier import beside as module; begun = [];"
        "get = module.get_context; module.get_context = lambda kind: begun.append(kind) or get(kind);"
        "from dossier.unchanged import build; build(Path('seeds'), Path('docs'));"
        "print(len(begun))"
    )
    made, begun = {}, {}
    for cores in ("1", "2"):
        home = tmp_path / cores
        (home / "seeds").mkdir(parents=True)
        for each in made_articles(4):
            (home / "seeds" / f"{each.id}.md").write_text(each.seed)
        for change in ("", "\nAna Holt, the mayor of Tunis, resigned on Friday.\n"):
            changed = min((home / "seeds").iterdir())
            changed.write_text(changed.read_text() + change)
            command = [sys.executable, "-c", code, cores]
            done = subprocess.run(command, cwd=home, capture_output=True, text=True, check=True)
            begun[cores] = int(done.stdout)
            docs = home / "docs"
            made[cores, change] = {
                path.relative_to(docs): path.read_bytes()
                for path in docs.rglob("*")
                if path.is_file() and ".dossier" not in path.parts
            }
            assert made["1", change] == made[cores, change]
    assert begun == {"1": 0, "2": 6}
