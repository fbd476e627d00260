"""Answers on disk: written at once, read back by the one loader, told as a diff, and taken back."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from ruamel.yaml.error import YAMLError

from dossier.desk.item import Undecidable
from dossier.desk.yaml_text import Entries
from dossier.editing.files import load_authorities, load_curation
from dossier.errors import DossierError
from dossier.seeds.door import AUTHORITIES
from dossier.site.transaction import change, held

_PATIENCE = 10
"""Seconds to wait for another desk or a build that writes here."""


@dataclass(frozen=True, slots=True)
class Written:
    """A change of one file."""

    path: Path
    before: str
    after: str

    @property
    def diff(self) -> str:
        """What changed, line by line."""
        lines = difflib.unified_diff(
            self.before.splitlines(),
            self.after.splitlines(),
            self.path.name,
            self.path.name,
            lineterm="",
            n=1,
        )
        return "\n".join(lines)


@dataclass(slots=True)
class Files:
    """The editor's files of a folder of seeds, and what this desk wrote in them."""

    seeds: Path
    done: list[Written] = field(default_factory=list)

    def write(
        self,
        name: str,
        edit: Callable[[Entries], None],
        check: Callable[[], None] = lambda: None,
    ) -> Written:
        """Change a file as it is now, whoever wrote in it; `check` raises DossierError to refuse it.

        Raises Undecidable, with nothing changed, where the answer can't be written, the loader or the check
        refuses it.
        """
        path = self.seeds / name
        with held(self.seeds, wait=_PATIENCE):
            written = _edited(path, edit)
            while _text(path) != written.before:  # an editor's program knows no lock
                written = _edited(path, edit)
            self._put(name, written.after, written.before, check)
        self.done.append(written)
        return written

    def undo(self) -> Written:
        """Take the last change of this desk back.

        Raises Undecidable when there is none, or somebody else has changed the file since.
        """
        if not self.done:
            raise Undecidable("there is nothing to take back")
        last = self.done[-1]
        with held(self.seeds, wait=_PATIENCE):
            now = _text(last.path)
            if now != last.after:
                raise Undecidable(f"{last.path.name} was changed since by somebody else; take it back there")
            self._put(last.path.relative_to(self.seeds).as_posix(), last.before, now)
        self.done.pop()
        return Written(last.path, last.after, last.before)

    def _put(self, name: str, text: str, before: str, check: Callable[[], None] = lambda: None) -> None:
        """Write a file, and what it was again when loader or check refuse it; the folder is held."""
        if text == "":
            change(self.seeds, {}, [name])
            return
        change(self.seeds, {name: text.encode()})
        path = self.seeds / name
        try:
            load_authorities(path) if name == AUTHORITIES else load_curation(path)
            check()
        except DossierError as error:
            change(self.seeds, {name: before.encode()} if before else {}, () if before else (name,))
            raise Undecidable(str(error)) from None


def _edited(path: Path, edit: Callable[[Entries], None]) -> Written:
    """A file's change, not yet written.

    Raises Undecidable where the file is no YAML, or the answer can't be written.
    """
    before = _text(path)
    try:
        entries = Entries(before)
    except YAMLError as error:
        raise Undecidable(f"{path.name} is no YAML now: {error}") from None
    edit(entries)
    return Written(path, before, entries.text())


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""
