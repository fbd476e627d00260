"""Work on another core: the same end as here, whatever becomes of the process."""

import os
import signal
import threading

import pytest

from dossier import beside as module
from dossier.beside import beside
from dossier.errors import DossierError, Problem

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
