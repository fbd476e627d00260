"""Writes are whole: errors at every step, kills at any moment, two builds at once.

The variable DOSSIER_TRIALS gives how often a process is killed (20); half as many pairs of builds are tried,
a quarter of them when it is not given.
"""

import os
import random
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dossier.build import check
from dossier.errors import DossierError
from dossier.site import transaction
from dossier.site.transaction import STATE, change, held, read
from dossier.site.writer import write_files
from transaction_trials import tree

HERE = Path(__file__).parent
TRIALS = int(os.environ.get("DOSSIER_TRIALS", "20"))
OLD = {"a.md": b"old a", "b/c.md": b"old c", "gone/d.md": b"old d", "kept.md": b"kept"}
WRITE, REMOVE = {"a.md": b"new a", "new/deep/e.md": b"new e", "b/c.md": b"new c"}, ("gone/d.md",)
NEW = {"a.md": b"new a", "b/c.md": b"new c", "kept.md": b"kept", "new/deep/e.md": b"new e"}
STEPS = ("replace", "unlink", "mkdir", "hardlink_to", "open", "rmdir")


class Killed(BaseException):
    """Ends a run as a signal would, as far as a test can."""


def files(folder):
    """Content by path, and every folder, but for the lock and its `.gitignore`."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if name not in {STATE, f"{STATE}/lock", f"{STATE}/.gitignore"}:
            found[name] = path.read_bytes() if path.is_file() else None
    return found


def with_folders(content):
    folders = {str(parent) for path in content for parent in Path(path).parents} - {"."}
    return dict.fromkeys(folders) | content


def begin(folder):
    with held(folder):
        change(folder, OLD)
    assert files(folder) == with_folders(OLD)


def fail_at(monkeypatch, number, error):
    """The step of this number on the disk fails, once; returns the count of the steps taken."""
    taken = []

    def failing(original):
        def step(*arguments, **named):
            taken.append(original.__name__)
            if len(taken) == number:
                raise error
            return original(*arguments, **named)

        return step

    for name in STEPS:
        monkeypatch.setattr(Path, name, failing(getattr(Path, name)))
    return taken


def run_failing_at_every_step(folder, monkeypatch, error, caught):
    """Yields after each run that stopped at one step more than the one before, until one goes through."""
    for number in range(1, 200):
        shutil.rmtree(folder, ignore_errors=True)
        begin(folder)
        with monkeypatch.context() as patch, held(folder):
            taken = fail_at(patch, number, error)
            try:
                change(folder, WRITE, REMOVE)
            except caught as raised:
                yield raised
            if len(taken) < number:
                assert number > 15
                return


def test_a_change_is_made_whole(tmp_path):
    begin(tmp_path)
    with held(tmp_path):
        change(tmp_path, WRITE, REMOVE)
    assert files(tmp_path) == with_folders(NEW)


def test_what_is_to_be_done_is_on_the_disk_before_any_of_it_is_done(tmp_path, monkeypatch):
    """What is kept in memory alone is lost when the power goes."""
    begin(tmp_path)
    synced, sync = {}, os.fsync

    def noting(handle):
        synced[os.fstat(handle).st_ino] = (tmp_path / "a.md").read_bytes() == OLD["a.md"]
        sync(handle)

    monkeypatch.setattr(os, "fsync", noting)
    with held(tmp_path):
        change(tmp_path, WRITE, REMOVE)
    assert all(synced.values())
    assert synced.keys() >= {
        path.stat().st_ino for path in (tmp_path / STATE, *map(tmp_path.joinpath, WRITE))
    }


def test_an_error_at_any_step_leaves_everything_as_it_was_or_is_of_no_account(tmp_path, monkeypatch):
    folder, messages = tmp_path / "docs", []
    error = OSError(28, "No space left on device", "some file")
    for raised in run_failing_at_every_step(folder, monkeypatch, error, DossierError):
        assert files(folder) == with_folders(OLD)
        messages.append(str(raised))
    assert files(folder) == with_folders(NEW)
    assert "some file: it can't be written: No space left on device" in messages[0]
    assert len(messages) > 10


def test_a_run_that_ends_at_any_step_is_finished_or_undone_by_the_next(tmp_path, monkeypatch):
    folder, seen = tmp_path / "docs", []
    for _ in run_failing_at_every_step(folder, monkeypatch, Killed(), Killed):
        monkeypatch.undo()
        transaction._recover(folder)
        seen.append(files(folder))
        assert seen[-1] in (with_folders(OLD), with_folders(NEW))
    assert with_folders(OLD) in seen
    assert with_folders(NEW) in seen


@pytest.mark.parametrize("direction", ["forward.json", "back.json"])
def test_what_finishes_an_interrupted_run_may_be_interrupted_itself(tmp_path, monkeypatch, direction):
    for number in range(1, 30):
        folder = tmp_path / str(number)
        begin(folder)
        with monkeypatch.context() as patch:
            patch.setattr(transaction, "_forward", lambda folder: (_ for _ in ()).throw(Killed))
            with pytest.raises(Killed), held(folder):
                change(folder, WRITE, REMOVE)
        state = folder / STATE
        (state / "forward.json").rename(state / direction)
        with monkeypatch.context() as patch:
            fail_at(patch, number, Killed())
            with pytest.raises(Killed) if number < 4 else _perhaps(Killed):
                transaction._recover(folder)
        with read(folder):
            assert (
                files(folder).keys() - {f"{STATE}/holder"}
                == with_folders(NEW if direction == "forward.json" else OLD).keys()
            )


class _perhaps:
    def __init__(self, error):
        self.error = error

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        return kind is self.error


def test_a_file_too_big_for_the_disk(tmp_path):
    """A real refusal of the system, in the middle of a file."""
    with held(tmp_path):
        write_files(tree("first"), tmp_path)
    before = files(tmp_path)
    program = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from dossier.site.transaction import held\n"
        "from dossier.site.writer import write_files\n"
        "from transaction_trials import tree\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "with held(Path(sys.argv[1])):\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (900, 900))\n"
        "    write_files(tree('second'), Path(sys.argv[1]))\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, tmp_path], cwd=HERE, capture_output=True, text=True
    )
    assert "it can't be written: File too large" in ended.stderr
    assert files(tmp_path) == before


def test_a_second_process_is_told_who_holds_the_folder(tmp_path):
    with held(tmp_path):
        command = [sys.executable, "-m", "dossier", "build", "--seeds", "nowhere", "--docs", tmp_path]
        ended = subprocess.run(command, capture_output=True, text=True)
    assert ended.returncode == 1
    assert re.search(
        rf"another build is writing here: process {os.getpid()}, since \d\d:\d\d:\d\d", ended.stderr
    )
    with held(tmp_path):
        pass


@pytest.mark.parametrize(
    "error", [PermissionError(13, "Permission denied"), OSError(30, "Read-only file system")]
)
def test_a_folder_that_cannot_be_written_to_is_told_and_left_as_it_is(tmp_path, monkeypatch, error):
    (tmp_path / "x.md").write_bytes(b"x")

    def refuse(self, *arguments, **named):
        raise error

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(DossierError, match=f"it can't be written: {error.strerror}"), held(tmp_path):
        pass
    assert files(tmp_path) == {"x.md": b"x"}


def test_a_file_where_the_folder_belongs_is_told(tmp_path):
    (tmp_path / "docs").write_bytes(b"a file")
    with (
        pytest.raises(DossierError, match=r"docs.*: it can't be written: Not a directory"),
        held(tmp_path / "docs"),
    ):
        pass


@pytest.mark.parametrize(
    ("error", "where", "why"),
    [
        (OSError(5, "Input/output error", "pages/some.md"), "pages/some.md", "Input/output error"),
        (OSError(5, "Input/output error"), "the folder", "Input/output error"),
        (OSError("the share is gone"), "the folder", "the share is gone"),
    ],
)
def test_what_cannot_be_written_has_a_place_and_a_reason_in_any_case(
    tmp_path, monkeypatch, error, where, why
):
    def refuse(self, *arguments, **named):
        raise error

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(DossierError) as told, held(tmp_path):
        pass
    (problem,) = told.value.problems
    assert problem.file == (str(tmp_path) if where == "the folder" else where)
    assert problem.found == f"it can't be written: {why}"
    assert str(tmp_path) in problem.expected


def test_reading_needs_no_permission_to_write_where_nothing_was_changed(tmp_path):
    (tmp_path / "x.md").write_bytes(b"x")
    with read(tmp_path):
        pass
    assert files(tmp_path) == {"x.md": b"x"}
    assert not (tmp_path / STATE).exists()


def test_a_first_run_that_fails_leaves_no_folder(tmp_path):
    with pytest.raises(ValueError, match="bad seeds"), held(tmp_path / "docs"):
        raise ValueError("bad seeds")
    assert not (tmp_path / "docs").exists()


def changing(folder, pause=0):
    """A process that changes the folder from one tree to the other and back."""
    command = [sys.executable, HERE / "transaction_trials.py", folder, str(pause)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_killed_at_random_moments_it_leaves_one_tree_or_the_other(tmp_path):
    seen, trial = set(), 0
    while trial < TRIALS or (len(seen) < 2 and trial < 6 * TRIALS):  # however slow the other process is
        trial += 1
        process = changing(tmp_path)
        assert process.stdout.readline() == "ready\n"
        time.sleep(random.Random(trial).uniform(0.02, 0.25) * -(-trial // TRIALS))
        process.kill()
        process.wait()
        process.stdout.close()
        with held(tmp_path):
            pass
        left = files(tmp_path)
        names = [name for name in ("first", "second") if left == with_folders(tree(name))]
        assert names or not left, sorted(left)
        seen.update(names)
    assert seen == {"first", "second"}


def test_whoever_reads_while_another_process_writes_sees_one_tree_or_the_other(tmp_path):
    process = changing(tmp_path, pause=0.05)
    try:
        assert process.stdout.readline() == "ready\n"
        seen, looks, stop = set(), 0, time.monotonic() + 60  # however slow the other process is
        while looks < 40 or (len(seen) < 2 and time.monotonic() < stop):
            time.sleep(0.01)
            looks += 1
            with read(tmp_path):
                found = {name: data for name, data in files(tmp_path).items() if not name.startswith(STATE)}
            names = [name for name in ("first", "second") if found == with_folders(tree(name))]
            assert names or not found
            seen.update(names)
        assert seen == {"first", "second"}
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def test_of_two_builds_at_once_one_writes_and_the_other_says_so(tmp_path):
    (tmp_path / "seeds").mkdir()
    shutil.copy(HERE / "seeds" / "harbour-patrol.md", tmp_path / "seeds")
    command = [sys.executable, "-m", "dossier", "build", "--seeds", tmp_path / "seeds", "--docs"]
    refused = 0
    for trial in range(max(1, TRIALS // 4)):
        docs = tmp_path / f"docs-{trial}"
        pair = [subprocess.Popen([*command, docs], stderr=subprocess.PIPE, text=True) for _ in range(2)]
        told = [process.communicate()[1] for process in pair]
        codes = sorted(process.returncode for process in pair)
        assert codes in ([0, 0], [0, 1]), told
        assert all(not text or "another build is writing here" in text for text in told)
        refused += codes[1]
        check(tmp_path / "seeds", docs)
    assert refused
