"""A build of what was built before: what it told is told again, and nothing is read, made or written.

A build follows from the files among the seeds, `mkdocs.yml`, what stands in `docs/` and the program with what
it runs on. Where the bytes of all these are those that the last build left, another would do nothing. What
can't be known so (a link, a pipe, settings that another file has) is built anew each time, as is all where
nothing can be kept. `dossier check` never asks here.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import re
import stat
import sys
from contextlib import suppress
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from dossier.collecting import seldom_collected
from dossier.reading.ahead import Reader, begun, findings_cache
from dossier.reading.digest_cache import DigestCache, digest
from dossier.site.transaction import held
from dossier.site.writer import standing

_LOG = logging.getLogger(__name__)
_NAME = "told"
_CONFIGURATION = "mkdocs.yml"
_ELSEWHERE = "INHERIT"
"""What takes settings from another file."""
_WORD = re.compile(r"\w+")
_OF_PYTHON = "__pycache__"
_LARGEST = 10_000_000
"""Bytes of the largest file that is read here: no article may be larger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a build tells."""

    notices: tuple[str, ...]
    summary: str


@seldom_collected()
def build(seeds: Path, docs: Path) -> Told:
    """Build, unless nothing has changed since these folders were last built; what it tells.

    Raises DossierError.
    """
    with begun(seeds, _reader) as workers:
        kept = DigestCache(f"{_NAME}-{_program()}", _NAME)
        place = digest(repr((str(seeds), str(docs))))
        given = _given(seeds, docs)
        if told := _told_again(kept.find([place]).get(place), given, docs):
            _LOG.info("nothing has changed since the last build")
            findings_cache().touch()  # a file with a newer date and the same words is none to read
            return told
        from dossier import build as pipeline  # takes most of a second

        report = pipeline.build(seeds, docs, workers)
    notices = tuple(map(str, report.notices))
    with held(docs):
        stands = _stands(docs)
    if given and stands and given == _given(seeds, docs):
        again = {"of": given, "stands": stands, "notices": notices, "summary": report.again().summary()}
        kept.store({place: json.dumps(again).encode()}, anew=True)
        kept.remove_others(f"{_NAME}-*")
    return Told(notices=notices, summary=report.summary())


def _reader() -> Reader:
    """What reads an article, with the parser and the word lists loaded."""
    from dossier.assembly.gate_cache import made_ready, read_and_packed

    with suppress(Exception):  # what is wrong is told of the first article that is read
        made_ready()
    return read_and_packed


def _told_again(row: bytes | None, given: str | None, docs: Path) -> Told | None:
    """What was told of all this; None where it was of something else, or can't be read.

    Raises DossierError where another process holds the folder of pages.
    """
    try:
        kept = json.loads(row or b"null")
        if kept["of"] != given:
            return None
        told = Told(notices=tuple(map(str, kept["notices"])), summary=str(kept["summary"]))
        with held(docs):
            return told if kept["stands"] == _stands(docs) else None
    except (ValueError, KeyError, TypeError):
        return None  # cut short, or of another shape


def _program() -> str:
    """Twelve digits for the program, the Python it runs on and all that is installed beside it."""
    hashed = hashlib.sha256(sys.version.encode())
    for folder in filter(os.path.isdir, sys.path):
        installed = sorted(path.name for path in Path(folder).glob("*.dist-info"))
        hashed.update("\n".join(installed).encode())
    home = str(files("dossier"))
    for root, folders, names in os.walk(home):
        folders[:] = sorted(folder for folder in folders if folder != _OF_PYTHON)
        for name in sorted(names):
            path = Path(root, name)
            _add(hashed, str(path.relative_to(home)), path.read_bytes())
    return hashed.hexdigest()[:12]


def _given(seeds: Path, docs: Path) -> str | None:
    """A digest of the seeds and the settings of the site; None where one can't be known by its bytes."""
    hashed = hashlib.sha256()
    configuration = docs.parent / _CONFIGURATION
    try:
        data = configuration.read_bytes() if configuration.is_file() else b""
        words = set(_WORD.findall(data.decode("utf-8", "replace")))
        if _ELSEWHERE in words:
            return None
        _add(hashed, _CONFIGURATION, data)
        for name in sorted(words & os.environ.keys()):  # `!ENV SITE_URL`
            _add(hashed, name, os.environ[name].encode("utf-8", "surrogateescape"))
        return hashed.hexdigest() if _add_folder(hashed, seeds) else None
    except OSError:
        return None


def _add_folder(hashed: hashlib._Hash, folder: Path) -> bool:
    """Adds all files of a folder, of hidden ones their names; False where one is no plain file.

    Raises OSError.
    """
    for entry in sorted(folder.iterdir()):
        _add(hashed, str(entry), b"")
        if entry.name.startswith("."):
            continue
        found = entry.lstat()
        if stat.S_ISDIR(found.st_mode):
            if not _add_folder(hashed, entry):
                return False
        elif stat.S_ISREG(found.st_mode) and found.st_size <= _LARGEST:
            _add(hashed, "", entry.read_bytes())
        else:
            return False
    return True


def _stands(docs: Path) -> str | None:
    """A digest of what stands in the folder of pages; None where something can't be read."""
    hashed = hashlib.sha256()
    try:
        for path, data in standing(docs):
            _add(hashed, path, data)
    except OSError:
        return None
    return hashed.hexdigest()


def _add(hashed: hashlib._Hash, name: str, data: bytes) -> None:
    hashed.update(f"{len(name)} {name} {len(data)}\n".encode("utf-8", "surrogateescape"))
    hashed.update(data)
