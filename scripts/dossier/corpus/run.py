"""Corpora read part by part into a folder: in this process or by a cluster’s workers, to the same bytes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass

from dossier.corpus.parts import Part, digest, lines_of
from dossier.corpus.schema import row_of, table_of
from dossier.corpus.store import Store
from dossier.errors import DossierError, Problem
from dossier.reading.batch import Input, extract_input
from dossier.reading.edition import edition


@dataclass(frozen=True, slots=True, kw_only=True)
class PartReport:
    """What became of a part."""

    part: Part
    name: str
    """Of its files; empty for a part in which no line begins."""
    articles: int = 0
    left_out: int = 0
    is_new: bool = False
    """Whether it was read now, and was not there already."""


Engine = Callable[[Sequence[Part], str], Iterable[PartReport]]
"""What reads parts into a folder, in any order."""


def here(parts: Sequence[Part], folder: str) -> Iterator[PartReport]:
    """Each part read in this process."""
    for part in parts:
        yield read_part(part, folder, edition())


def read_part(part: Part, folder: str, expected: str) -> PartReport:
    """Reads a part into a folder, if it isn't there.

    Raises DossierError when the corpus can't be read, or the rules are of another edition than expected.
    """
    if edition() != expected:
        raise DossierError([_other_edition(expected)])
    try:
        lines = list(lines_of(part))
    except OSError as error:
        raise DossierError([_unread(part, error)]) from error
    if not lines:
        return PartReport(part=part, name="")
    store, name = Store(folder), f"{digest(lines)}-{expected}"
    if store.has(name):
        articles, left_out = store.counts(name)
        return PartReport(part=part, name=name, articles=articles, left_out=left_out)
    found, rows, troubles = [], [], []
    for line in lines:
        where = f"{part.corpus}: byte {line.at}"
        output = extract_input(Input(where=where, size=len(line.data), line=line.data))
        if output.row is None:
            troubles.append(str(output.trouble))
        else:
            found.append(output.row)
            given = json.loads(line.data.decode("utf-8").removeprefix("\ufeff"))
            rows.append(row_of(given, json.loads(output.row), expected))
    store.add(name, found, table_of(rows), troubles)
    return PartReport(part=part, name=name, articles=len(found), left_out=len(troubles), is_new=True)


def read_corpora(parts: Sequence[Part], folder: str, engine: Engine) -> Iterator[PartReport]:
    """What became of each part, as it becomes known; at the end the folder lists them in order.

    Raises DossierError.
    """
    reports = {}
    for report in engine(parts, folder):
        reports[report.part] = report
        yield report
    Store(folder).list_parts(
        [
            {**asdict(part), "name": report.name, "articles": report.articles, "left_out": report.left_out}
            for part in parts
            if (report := reports[part]).name
        ]
    )


def _unread(part: Part, error: OSError) -> Problem:
    found = f"it can’t be read: {error.strerror or error}"
    return Problem(file=str(part), found=found, expected="a corpus that stays there while it is read")


def _other_edition(expected: str) -> Problem:
    return Problem(
        file="dossier",
        found=f"a worker’s rules and model are of edition {edition()}, those of this machine {expected}",
        expected="the same version of the program, of its model and libraries on every machine",
        example="pip install -c constraints.txt -e '.[cluster]'",
    )
