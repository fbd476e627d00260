"""Files, patterns and folders that a user names, to the Parquet files meant."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import fsspec

from dossier.corpus.store import Store
from dossier.errors import DossierError, Problem


def tables_of(given: Sequence[str]) -> list[str]:
    """Paths of files: those given, those a pattern fits, and those the last run wrote to a folder, each once.

    Raises DossierError with everything that names none.
    """
    found: list[str] = []
    problems: list[Problem] = []
    for each in given:
        paths = _tables(each)
        found += paths
        if not paths:
            problems.append(
                Problem(
                    file=each,
                    found="no table of read articles is there",
                    expected="a folder that dossier extract --out has finished, or Parquet files",
                    example="dossier extract --jsonl news.jsonl --out read",
                )
            )
    if problems:
        raise DossierError(problems)
    return list(dict.fromkeys(found))


def _tables(given: str) -> list[str]:
    system, path = fsspec.core.url_to_fs(given)
    paths = (Store(given).tables() or []) if system.isdir(path) else sorted(system.glob(path))
    return [str(Path(each.removeprefix("file://"))) if _is_local(system) else each for each in paths]


def _is_local(system: fsspec.AbstractFileSystem) -> bool:
    return "file" in system.protocol
