"""Files of a folder changed together: all of them or none, whatever stops the run in between.

Everything happens in one folder of ours, `.dossier/`, which git and MkDocs pass over: the new files are
made there, then a journal names them, and from that moment on the change counts as done. Moving the files
to their places is only its carrying out: a run that is killed meanwhile is finished by the next one, and an
error (a full disk, a folder that can't be written to) is undone from links to the files as they were.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext, suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from dossier.errors import DossierError, Problem

STATE = ".dossier"
"""Our folder in the one that is changed; only the lock and a `.gitignore` stay in it."""
_LOCK, _HOLDER, _STAGED, _OLD = "lock", "holder", "staged", "old"
_DRAFT, _FORWARD, _BACK = "draft.json", "forward.json", "back.json"
_IGNORE = ".gitignore"
_KEPT = frozenset((_LOCK, _IGNORE))


@contextmanager
def held(folder: Path, *, wait: float = 0) -> Iterator[None]:
    """The folder for this process alone, as the last change left it: an interrupted one is finished first.

    Waits up to so many seconds for another process. Raises DossierError that says who holds the folder, or
    why it can't be written to.
    """
    made = not folder.exists()
    lock = _locked(folder, wait)
    try:
        _recover(folder)
        who = f"process {os.getpid()}, since {datetime.now().astimezone():%H:%M:%S}"
        with suppress(OSError):  # on a full disk the next one is not told who: no reason to stop
            (folder / STATE / _HOLDER).write_text(who, encoding="utf-8")
        yield
    finally:
        _clear(folder)
        lock.release()
        if made and {path.name for path in folder.iterdir()} == {STATE}:
            shutil.rmtree(folder, ignore_errors=True)


def _locked(folder: Path, wait: float) -> FileLock:
    lock = FileLock(folder / STATE / _LOCK)
    try:
        (folder / STATE).mkdir(parents=True, exist_ok=True)
        if not (folder / STATE / _IGNORE).exists():
            (folder / STATE / _IGNORE).write_text("*\n", encoding="utf-8")
        lock.acquire(timeout=wait, poll_interval=0.02)
    except Timeout as error:
        raise DossierError([_busy(folder)]) from error
    except OSError as error:
        raise DossierError([_unwritable(folder, error)]) from error
    return lock


@contextmanager
def read(folder: Path, *, wait: float = 30) -> Iterator[None]:
    """The folder as one change left it, for reading: no other process changes it meanwhile.

    Where nothing was ever changed, or nothing can be, there is nobody to wait for. Raises DossierError
    when a change that was interrupted can't be finished here, or another process doesn't end.
    """
    state = folder / STATE
    free = not state.exists() or not os.access(state, os.W_OK)
    if free and (state / _FORWARD).exists():
        raise DossierError(
            [
                Problem(
                    file=str(folder),
                    found="an interrupted build is half carried out, and the folder can't be written to",
                    expected="a folder that can be written to; run dossier build",
                )
            ]
        )
    with nullcontext() if free else held(folder, wait=wait):
        yield


def change(folder: Path, write: Mapping[str, bytes], remove: Sequence[str] = ()) -> None:
    """Writes and removes files, all or none; the folder must be held.

    Paths are relative to the folder and may lead out of it (`../seeds/ledger.jsonl`). Raises DossierError
    when it can't be done; everything is then as it was.
    """
    state = folder / STATE
    paths = [*write, *remove]
    try:
        for number, data in enumerate(write.values()):
            _save(state / _STAGED / str(number), data)
        kept = [_keep(folder / path, state / _OLD / str(number)) for number, path in enumerate(paths)]
        new = [path for path, had_a_file in zip(paths, kept, strict=True) if not had_a_file]
        _save(state / _DRAFT, json.dumps({"write": [*write], "remove": [*remove], "new": new}).encode())
        (state / _DRAFT).replace(state / _FORWARD)
        _sync(state)
    except OSError as error:
        _clear(folder)
        raise DossierError([_unwritable(folder, error)]) from error
    try:
        _forward(folder)
    except OSError as error:
        (state / _FORWARD).replace(state / _BACK)
        _back(folder)
        raise DossierError([_unwritable(folder, error)]) from error
    _clear(folder)


def _recover(folder: Path) -> None:
    """Finishes or undoes what an interrupted run left, and clears the rest of it away."""
    try:
        if (folder / STATE / _FORWARD).exists():
            _forward(folder)
        if (folder / STATE / _BACK).exists():
            _back(folder)
    except OSError as error:
        raise DossierError([_unwritable(folder, error)]) from error
    _clear(folder)


def _forward(folder: Path) -> None:
    """Every step can be done again: a file that is no longer staged is in its place."""
    state = folder / STATE
    journal = json.loads((state / _FORWARD).read_text(encoding="utf-8"))
    for number, path in enumerate(journal["write"]):
        staged = state / _STAGED / str(number)
        if staged.exists():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            staged.replace(folder / path)
    for path in journal["remove"]:
        (folder / path).unlink(missing_ok=True)
        _remove_empty_folders(path, folder)
    (state / _FORWARD).unlink()


def _back(folder: Path) -> None:
    """Every step can be done again: what had no file before has none, the rest the one it had."""
    state = folder / STATE
    journal = json.loads((state / _BACK).read_text(encoding="utf-8"))
    for number, path in enumerate([*journal["write"], *journal["remove"]]):
        old = state / _OLD / str(number)
        if path in journal["new"]:
            (folder / path).unlink(missing_ok=True)
            _remove_empty_folders(path, folder)
        elif old.exists():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            old.replace(folder / path)
    (state / _BACK).unlink()
    _clear(folder)


def _clear(folder: Path) -> None:
    """Nothing of a run left but what an unfinished change needs."""
    state = folder / STATE
    if not state.exists() or (state / _FORWARD).exists() or (state / _BACK).exists():
        return
    for entry in state.iterdir():
        if entry.is_dir():
            shutil.rmtree(entry, ignore_errors=True)
        elif entry.name not in _KEPT:
            with suppress(OSError):  # what can't be cleared away now, the next run clears
                entry.unlink(missing_ok=True)


def _save(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _keep(path: Path, old: Path) -> bool:
    """Whether there is a file; it then has a second name, or a copy where the disk knows no links."""
    if not path.is_file():
        return False
    old.parent.mkdir(parents=True, exist_ok=True)
    try:
        old.hardlink_to(path)
    except OSError:
        shutil.copy2(path, old)
    return True


def _sync(folder: Path) -> None:
    """The names in a folder to the disk, where the system can."""
    with suppress(OSError):  # Windows opens no folder
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _remove_empty_folders(path: str, folder: Path) -> None:
    """The folders that a file's going leaves empty, the innermost first."""
    for inner in Path(path).parents[:-1]:
        if (folder / inner).is_dir():
            if any((folder / inner).iterdir()):
                return
            (folder / inner).rmdir()


def _busy(folder: Path) -> Problem:
    try:
        holder = (folder / STATE / _HOLDER).read_text(encoding="utf-8")
    except OSError:
        holder = "a process that has just begun"
    return Problem(
        file=str(folder),
        found=f"another build is writing here: {holder}",
        expected="one build at a time; wait for it to end, then run this again",
    )


def _unwritable(folder: Path, error: OSError) -> Problem:
    return Problem(
        file=str(error.filename or folder),
        found=f"it can't be written: {error.strerror or error}",
        expected=f"room and permission to write in {folder}; everything is as it was",
    )
