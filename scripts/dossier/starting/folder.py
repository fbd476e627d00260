"""A new folder with the files of a dossier of one's own: all of them, or none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from dossier.errors import DossierError, Problem
from dossier.seeds.settings import Settings
from dossier.seeds.shape import validated
from dossier.seeds.strict_yaml import Yaml
from dossier.starting import installed_from, starting_files


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """What was written."""

    files: int
    program: str | None
    """What pip installs the program from; None where that isn't known."""


def make_folder(folder: Path, title: str, program: str | None) -> Started:
    """The folder, new and complete.

    Raises DossierError when it can't be made, is there and not empty, the title is none, or the program is to
    come from the package index.
    """
    _refuse(folder, title)
    _refuse_index(program)
    program = program or installed_from()
    folder = folder.absolute()
    files = starting_files(title, program)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder.parent, prefix=".dossier-") as place:
            made = Path(place, folder.name or "dossier")
            for path, data in files.items():
                (made / path).parent.mkdir(parents=True, exist_ok=True)
                (made / path).write_bytes(data)
            if folder.exists():  # empty, and somebody may be in it
                for entry in made.iterdir():
                    entry.replace(folder / entry.name)
            else:
                made.replace(folder)
    except OSError as error:
        found = f"it can't be made: {error.strerror or error}"
        raise DossierError([Problem(file=str(folder), found=found, expected=_EXPECTED)]) from error
    return Started(files=len(files), program=program)


_AT_THE_INDEX = re.compile(r"\s*dossier\s*(?:\[[^\]]*\]\s*)?(?:[<>=!~].*)?", re.IGNORECASE)


def _refuse_index(program: str | None) -> None:
    if program is not None and _AT_THE_INDEX.fullmatch(program):
        raise DossierError(
            [
                Problem(
                    file="--program",
                    found=f"{program.strip()}: at the package index the name is somebody else’s",
                    expected="a wheel, or an address",
                    example="--program 'dossier @ https://files.example/dossier-0.1.0-py3-none-any.whl'",
                )
            ]
        )


_EXPECTED = "a new folder, in one that can be written to"


def _refuse(folder: Path, title: str) -> None:
    validated(Settings, Yaml(data={"title": title}, file="--title"))
    if folder.is_dir() and not any(folder.iterdir()):
        return
    if folder.exists() or folder.is_symlink():
        found = "it is there already, and not an empty folder"
        raise DossierError(
            [Problem(file=str(folder), found=found, expected=_EXPECTED, example="dossier init my-dossier")]
        )
