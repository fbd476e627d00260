"""Answers on disk: written at once, read back by the one loader, told as a diff, and taken back."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from ruamel.yaml.error import YAMLError

from dossier.desk.decisions import Undecidable
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

    def write(self, name: str, edit: Callable[[Entries], None]) -> Written:
        """Change a file as it is now, whoever wrote in it meanwhile.

        Raises Undecidable, with nothing changed, where the answer can't be written or the loader refuses it.
        """
        path = self.seeds / name
        with held(self.seeds, wait=_PATIENCE):
            before = path.read_text(encoding="utf-8") if path.exists() else ""
            try:
                entries = Entries(before)
            except YAMLError as error:
                raise Undecidable(f"{name} is no YAML now: {error}") from None
            edit(entries)
            written = Written(path, before, entries.text())
            self._put(name, written.after, before)
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
            now = last.path.read_text(encoding="utf-8") if last.path.exists() else ""
            if now != last.after:
                raise Undecidable(f"{last.path.name} was changed since by somebody else; take it back there")
            self._put(last.path.relative_to(self.seeds).as_posix(), last.before, now)
        self.done.pop()
        return Written(last.path, last.after, last.before)

    def _put(self, name: str, text: str, before: str) -> None:
        """Write a file, and what it was again when the loader refuses it; the folder is held."""
        if text == "":
            change(self.seeds, {}, [name])
            return
        change(self.seeds, {name: text.encode()})
        path = self.seeds / name
        try:
            load_authorities(path) if name == AUTHORITIES else load_curation(path)
        except DossierError as error:
            change(self.seeds, {name: before.encode()} if before else {}, () if before else (name,))
            raise Undecidable(str(error)) from None
