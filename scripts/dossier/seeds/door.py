"""The one door for files: what a folder of seeds holds, each entry taken or told, and the bytes of one file.

Nothing else opens a file of the user's. A link, a pipe, a lock or a file that vanished is told like any
other problem; nothing here waits, and no file is read beyond the limit.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dossier.errors import DossierError, Notice, Problem
from dossier.seeds.encodings import unix_lines
from dossier.seeds.kinds import decoded, kind_by_name

MAX_BYTES = 10_000_000
ARTICLE = ".md"
CURATION = ".curation.yaml"
AUTHORITIES = "authorities.yaml"
NAME_LIST = "authorities.csv"
SETTINGS = "dossier.yaml"
LEDGER = "ledger.jsonl"
FINDINGS = ".findings"
"""End of the name of the folder beside an article that holds what was read from it, a file a reader."""
READING = ".jsonl"
PRIVATE = "private"
"""The folder with what is not committed: texts, what editors say of them, what other readers found."""
_BESIDE = (AUTHORITIES, NAME_LIST, SETTINGS, LEDGER)

_OF_OTHER_PROGRAMS = frozenset(
    (".dossier", ".gitkeep", ".gitignore", ".gitattributes", ".DS_Store", "Thumbs.db", "desktop.ini")
)
_LEFTOVERS = ("~", ".swp", ".swo", ".bak", ".orig", ".rej", ".tmp", ".part", ".crdownload")
_TROUBLES = {
    errno.EACCES: ("it may not be read", "a file that you may read"),
    errno.EPERM: ("it may not be read", "a file that you may read"),
    errno.ELOOP: ("a link that leads back to itself", "a regular file"),
    errno.ENAMETOOLONG: ("its name is too long", "a name of at most 255 bytes"),
    errno.ENOENT: ("no such file", "a file that is there, and stays there while it is read"),
    errno.ENOTDIR: ("no such file", "a file that is there, and stays there while it is read"),
    errno.EISDIR: ("this is a folder", "a regular file"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """What a folder of seeds holds."""

    path: Path
    articles: tuple[Path, ...] = ()
    curations: tuple[Path, ...] = ()
    readings: tuple[Path, ...] = ()
    """`NAME.findings/READER.jsonl`, by article and reader."""
    texts: tuple[Path, ...] = ()
    """`private/NAME.md`, the texts of the articles with `text: private`."""
    problems: tuple[Problem, ...] = ()
    """One for each entry that looks meant and can't be taken."""
    notices: tuple[Notice, ...] = ()
    """One for each entry that is left out."""


def list_folder(path: Path) -> Folder:
    """The entries of a folder of seeds by what they are, in order of their names; opens none."""
    try:
        entries = sorted(path.iterdir())
    except OSError as error:
        return Folder(path=path, problems=(_no_folder(path, error),))
    articles: list[Path] = []
    curations: list[Path] = []
    readings: list[Path] = []
    texts: list[Path] = []
    problems: list[Problem] = []
    notices: list[Notice] = []
    for entry in entries:
        name = entry.name
        if name in _OF_OTHER_PROGRAMS:
            continue
        if name == PRIVATE and entry.is_dir() and not entry.is_symlink():
            held = _list_private(entry)
            texts += held.texts
            curations += held.curations
            readings += held.readings
            problems += held.problems
            notices += held.notices
            continue
        if name.startswith((".", "~$", "#")) or name.endswith(_LEFTOVERS):
            notices.append(_leftover(entry))
            continue
        refused = list(_misplaced(entry, path)) or list(_misnamed(entry))
        problems += refused
        if refused or name in _BESIDE:
            continue
        if name.endswith(ARTICLE):
            articles.append(entry)
        elif name.endswith(CURATION):
            curations.append(entry)
        elif name.endswith(FINDINGS):
            held = _list_readings(entry)
            readings += held.readings
            problems += held.problems
            notices += held.notices
        else:
            notices.append(Notice(file=str(entry), found="this file is not read", advice="keep it elsewhere"))
    return Folder(
        path=path,
        articles=tuple(articles),
        curations=tuple(curations),
        readings=tuple(readings),
        texts=tuple(texts),
        problems=tuple(problems),
        notices=tuple(notices),
    )


def private_text(seed: Path) -> Path:
    """Where the text of a seed with `text: private` stands."""
    return seed.parent / PRIVATE / seed.name


def curation_of(seed: Path, is_private: bool) -> Path:
    """Where an editor's file about a seed stands: beside a private text, for it quotes its words."""
    return (private_text(seed) if is_private else seed).with_suffix(CURATION)


def _list_private(folder: Path) -> Folder:
    """The folder of private texts, with what editors say of them and other readers found in them."""
    held = list_folder(folder)
    others = (folder / name for name in (*_BESIDE, PRIVATE))
    problems = [_not_private(path) for path in others if path.exists()]
    return Folder(
        path=folder,
        curations=held.curations,
        texts=held.articles,
        readings=held.readings,
        problems=(*held.problems, *problems),
        notices=held.notices,
    )


def _list_readings(folder: Path) -> Folder:
    """The files of readers in a folder beside an article."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        return Folder(path=folder, problems=(_trouble(folder, error),))
    readings: list[Path] = []
    problems: list[Problem] = []
    notices: list[Notice] = []
    for entry in entries:
        if entry.name in _OF_OTHER_PROGRAMS:
            continue
        if entry.name.startswith((".", "~$", "#")) or entry.name.endswith(_LEFTOVERS):
            notices.append(_leftover(entry))
        elif entry.is_dir() or not entry.name.endswith(READING):
            problems.append(_no_reading(entry))
        else:
            refused = list(_misplaced(entry, folder))
            problems += refused
            readings += [] if refused else [entry]
    return Folder(path=folder, readings=tuple(readings), problems=tuple(problems), notices=tuple(notices))


def read_file(path: Path, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file of at most `limit` bytes, read once.

    Raises DossierError when it is none, is larger than the limit, or can't be read.
    """
    try:
        # A pipe without a writer would keep an open waiting; on Windows there is nothing to wait for.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        raise DossierError([_trouble(path, error)]) from None
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise DossierError([_no_regular_file(path)])
        with os.fdopen(handle, "rb", closefd=False) as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise DossierError([_trouble(path, error)]) from None
    finally:
        os.close(handle)
    if len(data) > limit:
        raise DossierError([_too_large(path, limit)])
    return data


def read_text(path: Path) -> str:
    """The text of a file, with the line ends of Unix.

    Raises DossierError when it can't be read or is no text in UTF-8.
    """
    return text_of(read_file(path), path)


def text_of(data: bytes, path: Path) -> str:
    """The text that some bytes are, with the line ends of Unix; `path` is what messages call them.

    Raises DossierError when they are too many or no text in UTF-8.
    """
    if len(data) > MAX_BYTES:
        raise DossierError([_too_large(path)])
    return unix_lines(decoded(data, path))


def _misplaced(entry: Path, folder: Path) -> Iterator[Problem]:
    """Why an entry that is no leftover can't be taken for what its name says, if so."""
    try:
        outside = not entry.resolve(strict=True).is_relative_to(folder.resolve())
        mode = entry.stat().st_mode
    except (OSError, RuntimeError) as error:  # before Python 3.13, a link loop is a RuntimeError
        yield _trouble(entry, error)
        return
    if outside:
        yield Problem(
            file=str(entry),
            found="a link to something outside the folder of the articles",
            expected="the file itself, in the folder",
        )
    elif entry.name.endswith(FINDINGS) and not stat.S_ISDIR(mode):
        yield Problem(
            file=str(entry),
            found="this is no folder",
            expected="a folder with one file for each reader",
            example=f"{entry / f'rules{READING}'}",
        )
    elif stat.S_ISDIR(mode):
        if entry.name.endswith(FINDINGS):
            return
        yield Problem(
            file=str(entry),
            found="a folder; what is in it would not be read",
            expected=f"every article in {folder} itself",
            example=f"{folder / 'two-towns-share-a-bridge.md'}",
        )
    elif not stat.S_ISREG(mode):
        yield _no_regular_file(entry)


def _misnamed(entry: Path) -> Iterator[Problem]:
    """Why a file whose name is none of ours looks meant, if so."""
    if entry.name.endswith((ARTICLE, CURATION, FINDINGS)) or entry.name in _BESIDE:
        return
    stem, suffix = entry.name.removesuffix(entry.suffix), entry.suffix.lower()
    if suffix in (".yml", ".yaml", ".csv", ".tsv") and (suffix != ".yaml" or entry.suffix == ".yaml"):
        yield Problem(
            file=str(entry),
            found="this file is not read",
            expected=f"{AUTHORITIES}, {SETTINGS}, or a curation file named after its article",
            example=f"{AUTHORITIES if 'curation' not in stem else stem.removesuffix('.curation') + CURATION}",
        )
    elif suffix in (".md", ".yaml"):
        yield Problem(
            file=str(entry),
            found=f"its name ends in {entry.suffix}, so it is not read",
            expected=f"a name that ends in {suffix}",
            example=f"{stem}{suffix}",
        )
    elif (kind := kind_by_name(suffix)) is not None and not kind.beside:
        yield Problem(
            file=str(entry),
            found=f"{kind.name} is not read",
            expected=f"an article as NAME{ARTICLE}: front matter, then plain text",
            example=f"dossier import {entry}",
        )


def _not_private(entry: Path) -> Problem:
    return Problem(
        file=str(entry),
        found="this is not read among the private texts",
        expected=f"it in {entry.parents[1]}, where it is committed",
    )


def _no_reading(entry: Path) -> Problem:
    return Problem(
        file=str(entry),
        found="this is not read",
        expected="one file for each reader of the article, as dossier writes it",
        example=f"{entry.with_name(f'rules{READING}')}",
    )


def _no_folder(path: Path, error: OSError) -> Problem:
    return Problem(
        file=str(path),
        found="no such folder" if error.errno in (errno.ENOENT, errno.ENOTDIR) else f"{error.strerror}",
        expected="a folder with one Markdown file for each article",
        example="dossier build --seeds seeds",
    )


def _leftover(entry: Path) -> Notice:
    return Notice(
        file=str(entry),
        found="left out: by its name an editor’s copy or lock, or another program’s file",
        advice="delete it, or rename it if it is an article",
    )


def _no_regular_file(path: Path) -> Problem:
    folder = path.is_dir()
    return Problem(
        file=str(path),
        found="this is a folder" if folder else "this is a pipe or a device",
        expected="a regular file",
    )


def _too_large(path: Path, limit: int = MAX_BYTES) -> Problem:
    what = "one article, in a file" if limit == MAX_BYTES else "a file"
    return Problem(
        file=str(path),
        found=f"it is larger than {limit // 1_000_000} MB",
        expected=f"{what} of at most {limit // 1_000_000} MB",
    )


def _trouble(path: Path, error: OSError | RuntimeError | ValueError) -> Problem:
    """What to say of a file that can't be opened or read."""
    if isinstance(error, OSError):
        code, why = error.errno or 0, error.strerror or type(error).__name__
    else:
        code, why = (errno.ELOOP if isinstance(error, RuntimeError) else 0), str(error)
    found, expected = _TROUBLES.get(code, (f"it can’t be read: {why}", "a file that can be read"))
    if code == errno.ENOENT and path.is_symlink():
        found, expected = "a link to a file that is not there", "a regular file"
    return Problem(file=str(path), found=found, expected=expected)
