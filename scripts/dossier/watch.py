"""Changes of seeds, curation, templates and rules to new pages, for as long as it is left running."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from threading import Event

import click
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

_SETTLE = 0.2
"""Seconds to wait for the rest of a change: editors write a file in several steps."""
_WATCHED = {".md", ".yaml", ".py", ".jinja", ".j2", ".html"}


class _Changes(FileSystemEventHandler):
    def __init__(self) -> None:
        self.seen = Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in ("created", "modified", "moved", "deleted") and (
            Path(str(event.src_path)).suffix in _WATCHED or Path(str(event.dest_path)).suffix in _WATCHED
        ):
            self.seen.set()


def rebuild_on_change(seeds: Path, docs: Path, *, at_once: bool = True) -> None:
    """Build, at once and after each change under `seeds` or of the program itself; until interrupted.

    Each build is a process of its own, so that changed rules, templates and word lists count; one that
    fails says why and leaves the pages as they were.
    """
    changes = _Changes()
    observer = Observer()
    for folder in (seeds, Path(str(files("dossier")))):
        observer.schedule(changes, str(folder), recursive=True)
    observer.start()
    try:
        if at_once:
            _build(seeds, docs)
        while True:
            changes.seen.wait()
            changes.seen.clear()
            while changes.seen.wait(_SETTLE):
                changes.seen.clear()
            click.echo("Changed; building again.")
            _build(seeds, docs)
    finally:
        observer.stop()
        observer.join()


def _build(seeds: Path, docs: Path) -> None:
    command = [sys.executable, "-m", "dossier", "build", "--seeds", str(seeds), "--docs", str(docs)]
    subprocess.run(command, check=False)
