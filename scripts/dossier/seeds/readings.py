"""What readers found in an article, kept beside it: `NAME.findings/READER.jsonl` to findings and back.

The first line says whose reading it is and of which text; each other line is one finding under its kind, as
the records of `reading.findings` are: spans as [start, end] in code points into the text, what has its
default absent. A claim tells its event by its number among the file's events, from 0.

    {"reader": "reader:acme", "article": "two-towns-share-a-bridge", "sha256": "…"}
    {"actor": {"name": "Ivo Stam", "kind": "person", "mentions": [[0, 8]]}}
    {"event": {"type": "meeting", "title": "Meeting", "trigger": [40, 43], "evidence": [[0, 62]]}}
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from dossier.errors import DossierError, Problem
from dossier.reading.findings import (
    AgreementFinding,
    ClaimFinding,
    DateFinding,
    EventFinding,
    Findings,
    NameFinding,
    QuoteFinding,
    RelationFinding,
)
from dossier.seeds.door import ARTICLE, FINDINGS, READING, Folder, private_text, read_text

_KINDS: Mapping[str, tuple[str, type]] = {
    "actor": ("actors", NameFinding),
    "place": ("places", NameFinding),
    "date": ("dates", DateFinding),
    "quote": ("quotes", QuoteFinding),
    "event": ("events", EventFinding),
    "agreement": ("agreements", AgreementFinding),
    "claim": ("claims", ClaimFinding),
    "relation": ("relations", RelationFinding),
}
"""Kind of finding: where `Findings` has it, and its record."""
_WRITTEN = "the line as dossier wrote it; take the file back, or have the article read again"


class Head(BaseModel):
    """Whose reading it is, and of which text."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    reader: str = Field(pattern=r"^(?:rules|reader:\S(?:.*\S)?)$")
    """`rules`, or `reader:NAME`."""
    version: str | None = None
    """Of the reader, where it has one."""
    article: str
    """The article's id."""
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    """Of the text that was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one reader found in an article."""

    head: Head
    findings: Findings
    file: str = ""


def readings_of(folder: Folder, seed: Path) -> tuple[Path, ...]:
    """The files of the readers of one seed, by their names."""
    home = folder_of(seed)
    return tuple(path for path in folder.readings if path.parent == home)


def folder_of(seed: Path) -> Path:
    """Where the readings of a seed stand."""
    return seed.with_name(seed.name.removesuffix(ARTICLE) + FINDINGS)


def unseeded(folder: Folder) -> Iterator[Problem]:
    """A problem for each folder of readings that no article has the name of."""
    known = {folder_of(path) for path in (*folder.articles, *map(private_text, folder.articles))}
    for home in sorted({path.parent for path in folder.readings} - known):
        yield Problem(
            file=str(home),
            found="no article has this name",
            expected=f"the article's file name with {FINDINGS} for {ARTICLE}",
            example=f"{home.name.removesuffix(FINDINGS)}{ARTICLE}",
        )


def load_reading(path: Path, article: str, sha256: str, length: int) -> Reading:
    """One reader's findings of an article, given its id and its text's checksum and length.

    Raises DossierError with every line that is none of a reading, or all of it when another text was read.
    """
    file = str(path)
    lines = read_text(path).splitlines()
    head = _head(lines[0] if lines else "", file)
    if (head.article, head.sha256) != (article, sha256):
        raise DossierError([_of_another_text(file, head, article, sha256)])
    if _file_name(head.reader) != path.name:
        raise DossierError([_misnamed(file, head, path)])
    return Reading(head=head, findings=read_findings(file, lines, 1, article, length), file=file)


def read_findings(file: str, lines: Sequence[str], skipped: int, article: str, length: int) -> Findings:
    """The findings in a file's lines behind the first ones, in a text of this length.

    Raises DossierError with every line that is no finding.
    """
    found: dict[str, list[Any]] = {name: [] for name, _ in _KINDS.values()}
    problems = []
    for number, line in enumerate(lines[skipped:], skipped + 1):
        try:
            name, record = _record(line, length)
        except ValueError as error:
            told = f"no finding: {told_by(error)}"
            problems.append(Problem(file=file, where=f"line {number}", found=told, expected=_WRITTEN))
        else:
            found[name].append(record)
    problems += _loose(file, found)
    if problems:
        raise DossierError(problems)
    return Findings(id=article, **{name: tuple(each) for name, each in found.items()})


def reading_lines(head: Head, findings: Findings) -> bytes:
    """The file of a reading."""
    row = json.dumps(head.model_dump(exclude_none=True), ensure_ascii=False)
    return "".join([f"{row}\n", *finding_lines(findings)]).encode()


def finding_lines(findings: Findings) -> Iterator[str]:
    """A line for each finding."""
    for kind, (name, record) in _KINDS.items():
        for each in getattr(findings, name):
            yield f"{json.dumps({kind: _plain(record, each)}, ensure_ascii=False)}\n"


def file_of(seed: Path, reader: str) -> Path:
    """Where the findings of a reader (`rules`, `reader:NAME`) of a seed stand."""
    return folder_of(seed) / _file_name(reader)


def _file_name(reader: str) -> str:
    plain = "".join(char if char.isalnum() or char in "-._" else "-" for char in reader.partition(":")[2])
    return f"{plain.strip('.') or reader.partition(':')[0]}{READING}"


def _head(line: str, file: str) -> Head:
    try:
        return Head.model_validate_json(line)
    except ValidationError as error:
        raise DossierError(
            [
                Problem(
                    file=file,
                    where="line 1",
                    found=f"this does not say who read what: {told_by(error)}",
                    expected="the reader, the article and the checksum of the text that was read",
                    example='{"reader": "reader:acme", "article": "two-towns-share-a-bridge", "sha256": "…"}',
                )
            ]
        ) from None


def _record(line: str, length: int) -> tuple[str, Any]:
    """Where a line's finding belongs, and the finding; raises ValueError for a line that holds none."""
    row = json.loads(line)
    kind, given = next(iter(row.items())) if isinstance(row, dict) and len(row) == 1 else ("", None)
    if kind not in _KINDS:
        raise ValueError(f"one of {', '.join(_KINDS)} was expected")
    name, record = _KINDS[kind]
    made = _adapter(record).validate_python(given)
    kept = _plain(record, made)
    if kept != given:
        odd = sorted(set(given) - set(kept)) if isinstance(given, dict) else ()
        raise ValueError(
            f"{', '.join(odd)} is no part of one, or need not be said" if odd else "a part of it is none"
        )
    for start, end in _spans(kept):
        if not 0 <= start < end <= length:
            raise ValueError(f"[{start}, {end}] is no stretch of the text, which has {length} characters")
    return name, made


def _spans(value: Any) -> Iterator[tuple[int, int]]:
    """Every pair of offsets in a record."""
    if isinstance(value, dict):
        if "start" in value and "end" in value:
            yield value["start"], value["end"]
        for each in value.values():
            yield from _spans(each)
    elif isinstance(value, list):
        if len(value) == 2 and all(isinstance(each, int) for each in value):
            yield value[0], value[1]
        else:
            for each in value:
                yield from _spans(each)


def _loose(file: str, found: Mapping[str, Sequence[Any]]) -> Iterator[Problem]:
    """A problem for each claim about an event that the file does not have."""
    for claim in found["claims"]:
        if claim.event is not None and not 0 <= claim.event < len(found["events"]):
            yield Problem(
                file=file,
                found=f"a claim is about event {claim.event}, and there are {len(found['events'])}",
                expected=_WRITTEN,
            )


def _plain(record: type, found: Any) -> Any:
    """A finding as JSON, without what it need not say."""
    return _adapter(record).dump_python(found, mode="json", exclude_defaults=True)


@cache
def _adapter(record: type) -> TypeAdapter[Any]:
    return TypeAdapter(record)


def told_by(error: ValueError) -> str:
    """What an error says is wrong, in a line."""
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(map(str, first['loc'])) or 'it'}: {first['msg'].lower()}"
    return str(error)


def _misnamed(file: str, head: Head, path: Path) -> Problem:
    return Problem(
        file=file,
        where="line 1",
        found=f"it is what {head.reader} read",
        expected="a file with the reader's name",
        example=f"{path.with_name(_file_name(head.reader))}",
    )


def _of_another_text(file: str, head: Head, article: str, sha256: str) -> Problem:
    if head.article != article:
        return Problem(
            file=file,
            where="line 1",
            found=f"it was read from {head.article}, not from {article}",
            expected="what was read from the article beside it",
        )
    return Problem(
        file=file,
        where="line 1",
        found=f"another text was read: its sha256 is {head.sha256}, the article’s {sha256}",
        expected="what was read from the text as it is; have the article read again",
    )
