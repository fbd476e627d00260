"""The only module that writes `docs/`: all files or none, only what changed, stale pages of ours removed."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import chain
from pathlib import Path

from dossier.errors import DossierError, Problem
from dossier.reading.digest_cache import digest_in, digest_of_bytes
from dossier.site.transaction import change

_MARKER = b"generated: true"
_OWN_FOLDERS = ("assets/generated/",)
_OWN_FILES = frozenset(
    (
        "feed.xml",
        "data/authorities.schema.json",
        "data/curation.schema.json",
        "data/dossier.json",
        "data/dossier.schema.json",
        "data/settings.schema.json",
    )
)
_BINARY = (".png", ".jpg", ".woff2", ".gz")


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteReport:
    """What writing changed, or in a dry run would change: paths under docs/, sorted."""

    written: tuple[str, ...] = ()
    """Files that were missing or had other content."""
    removed: tuple[str, ...] = ()
    """Files that earlier runs made and this one no longer does."""
    unchanged: tuple[str, ...] = ()

    @property
    def changed(self) -> tuple[str, ...]:
        """Every path where `docs/` differs from what the dossier says: its drift."""
        return tuple(sorted(self.written + self.removed))

    def __str__(self) -> str:
        if not self.changed:
            return f"no file written: {len(self.unchanged)} up to date"
        counts = (len(self.written), len(self.removed), len(self.unchanged))
        return "files: {} written, {} removed, {} up to date".format(*counts)


def write_files(
    files: Mapping[str, bytes],
    docs_dir: Path,
    *,
    dry: bool = False,
    beside: Mapping[str, bytes] | None = None,
) -> WriteReport:
    """Brings `docs_dir` in line with `files`; a dry run only reports.

    Files `beside` the folder, by their path from there, are written in the same change.

    The folder must be held (`transaction.held`); all changes are made or none. Files of ours that are no
    longer made are removed; files made by hand are never touched. Raises DossierError when a page would take
    the place of one made by hand, or the folder can't be written to.
    """
    stale = set(_stale(files, docs_dir))
    report = WriteReport(
        written=tuple(sorted(stale)),
        removed=tuple(sorted(_own(docs_dir, but=files))),
        unchanged=tuple(sorted(files.keys() - stale)),
    )
    others = {path: data for path, data in (beside or {}).items() if _read(docs_dir / path) != data}
    if not dry and (report.changed or others):
        change(docs_dir, _Written(files, report.written, others), report.removed)
    return report


class _Written(Mapping[str, bytes]):
    """Some of the files, and others: a page is unpacked as it is written."""

    def __init__(self, files: Mapping[str, bytes], some: Sequence[str], others: Mapping[str, bytes]) -> None:
        self._files, self._some, self._others = files, some, others

    def __getitem__(self, path: str) -> bytes:
        return self._others[path] if path in self._others else self._files[path]

    def __iter__(self) -> Iterator[str]:
        return chain(self._some, self._others)

    def __len__(self) -> int:
        return len(self._some) + len(self._others)


def _stale(files: Mapping[str, bytes], docs_dir: Path) -> Iterator[str]:
    """Paths of the files that are not there as they should be, each read once.

    Raises DossierError for all pages made by hand that stand in a place of ours.
    """
    foreign = []
    for path in sorted(files):
        current = _read(docs_dir / path)
        known = digest_in(files, path)
        if known is not None and current is not None and digest_of_bytes(current) == known:
            continue
        if _same(path, current, files[path]):
            continue
        if path.endswith(".md") and current is not None and not _is_ours(BytesIO(current)):
            foreign.append(docs_dir / path)
        yield path
    if foreign:
        raise DossierError(
            Problem(
                file=str(path),
                found="a page made by hand stands where a generated page belongs",
                expected="a free place: rename or remove the page made by hand",
            )
            for path in foreign
        )


def standing(docs_dir: Path) -> Iterator[tuple[str, bytes]]:
    """Every file that decides what is written there: what may be of an earlier run, in order of the paths.

    Raises OSError.
    """
    for path in sorted(path for path in _files(docs_dir) if _may_be_ours(path)):
        yield path, (docs_dir / path).read_bytes()


def _own(docs_dir: Path, but: Container[str]) -> Iterator[str]:
    """Paths of the files that earlier runs made, but for some."""
    for path in _files(docs_dir):
        if path not in but and _was_made(path, docs_dir / path):
            yield path


def _files(docs_dir: Path) -> Iterator[str]:
    """Paths of all files that are not in a hidden folder."""
    for root, folders, names in os.walk(docs_dir):
        folders[:] = [folder for folder in folders if not folder.startswith(".")]
        within = Path(root).relative_to(docs_dir).as_posix()
        for name in names:
            yield name if within == "." else f"{within}/{name}"


def _may_be_ours(path: str) -> bool:
    return path in _OWN_FILES or path.startswith(_OWN_FOLDERS) or path.endswith(".md")


def _was_made(path: str, file: Path) -> bool:
    """Whether a file at a path is one that earlier runs made."""
    if path in _OWN_FILES or path.startswith(_OWN_FOLDERS):
        return True
    if not _may_be_ours(path):
        return False
    with file.open("rb") as page:
        return _is_ours(page)


def _is_ours(page: Iterable[bytes]) -> bool:
    """Whether the front matter of a page, by its lines, carries the marker of generated pages."""
    lines = iter(page)
    if next(lines, b"").rstrip() != b"---":
        return False
    for line in lines:
        if line.rstrip() == b"---":
            return False
        if line.rstrip() == _MARKER:
            return True
    return False


def _same(path: str, current: bytes | None, data: bytes) -> bool:
    """Whether a file is as it should be; git may have given a text the line ends of Windows."""
    if current is None or current == data or path.endswith(_BINARY):
        return current == data
    return current.replace(b"\r\n", b"\n") == data


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
