"""Every record ever published: its address, when it was first seen and last changed, and what became of it.

`seeds/ledger.jsonl` has a line for each. Only a release writes it, so a trial leaves nothing behind; from
then on the record keeps its id, and nothing else gets it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from dossier.assembly.identity import digest
from dossier.assembly.ids import slug, without_slugs
from dossier.errors import DossierError, Problem
from dossier.seeds.door import read_text

LEDGER = "ledger.jsonl"
Why = Literal[
    "first published", "article added", "article corrected", "rules", "editor", "withdrawn", "moved"
]
_ARTICLES = "articles"
_VEIL = "~"
_NAME = "name:"


class Line(BaseModel):
    """One record, as it was last published."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    section: str
    """Where its page stands: actors, events, articles …"""
    id: str
    state: Literal["live", "moved", "withdrawn"] = "live"
    to: str | None = None
    """Address of the record it moved to."""
    first_seen: date
    changed: date
    why: Why
    """What changed it last."""
    key: tuple[str, ...] = ()
    """What makes it that record; see `identity`."""
    hints: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    digest: str = ""
    """Of its facts."""
    edited: str = ""
    """Of those that an editor gave."""
    entry: str | None = None
    """Address of the list in which it was published as an entry, from the site's root."""
    paged: Literal[True] | None = None
    """Whether it has been published with a page since."""

    @property
    def is_veiled(self) -> bool:
        """Whether its id held a name that was taken down: a digest stands for it."""
        return self.id.startswith(_VEIL)

    @property
    def address(self) -> str:
        """Of its page, from the site's root."""
        return f"{self.section}/{self.id}/"

    @property
    def has_page(self) -> bool:
        """Whether a page was published at its address."""
        return not self.entry or self.paged is True


Ledger = tuple[Line, ...]


def load_ledger(path: Path) -> Ledger:
    """The lines of a ledger; none when there is no file.

    Raises DossierError with every line that is none, or tells of a record for a second time.
    """
    if not path.exists():
        return ()
    lines: list[Line] = []
    problems = []
    for number, text in enumerate(read_text(path).splitlines(), 1):
        try:
            line = Line.model_validate_json(text)
        except ValidationError as error:
            found = f"no line of a ledger: {error.errors()[0]['msg'].lower()}"
        else:
            lines.append(line)
            if not any(line.address == other.address for other in lines[:-1]):
                continue
            found = f"{line.address} has a line already"
        problems.append(
            Problem(
                file=str(path),
                where=f"line {number}",
                found=found,
                expected="the line as dossier release wrote it; take the file back from the last release",
                example="git checkout HEAD -- seeds/ledger.jsonl",
            )
        )
    if problems:
        raise DossierError(problems)
    return tuple(lines)


def write_ledger(ledger: Ledger) -> bytes:
    """The file: a line for each record, by address."""
    rows = (
        json.dumps(line.model_dump(mode="json", exclude_none=True), ensure_ascii=False, separators=(",", ":"))
        for line in sorted(ledger, key=lambda line: line.address)
    )
    return "".join(f"{row}\n" for row in rows).encode()


def leads(ledger: Ledger, stood: Iterable[tuple[str, str]] = ()) -> Iterator[tuple[str, str | None]]:
    """Each address that no record stands at any more, and the one to go on to where there is one.

    That of an entry is its list with its id behind "#"; one that has a page by now leads on to that.

    `stood` are sections and ids at which records may have stood: they tell the address of a line that was
    taken down.
    """
    lines = {line.address: line for line in ledger}
    addresses = {f"{section}/{veiled(id)}/": f"{section}/{id}/" for section, id in stood}
    for line in ledger:
        address = addresses.get(line.address) if line.is_veiled else line.address
        if line.entry and (line.paged or line.state != "live"):
            anchor = "" if line.is_veiled else line.id
            yield f"{line.entry}#{anchor}", line.address if line.state == "live" else _end(line, lines)
        if line.state != "live" and address and line.has_page:
            yield address, _end(line, lines)


def _end(line: Line, lines: Mapping[str, Line]) -> str | None:
    """Where a chain of moves ends; None for one that ends at nothing."""
    to, seen = line.to, {line.address}
    while to and to not in seen and (there := lines.get(to)) and there.state != "live":
        seen.add(to)
        to = there.to
    return to


def veiled(id: str) -> str:
    """What stands in the ledger for an id that holds a name which was taken down."""
    return f"{_VEIL}{digest(id)}"


def veil(line: Line, hidden: Collection[str]) -> Line:
    """A line without the hidden names: digests stand for what holds one."""
    names = (slug(trait.removeprefix(_NAME)) for trait in line.key + line.hints if trait.startswith(_NAME))
    if all(without_slugs(text, hidden) == text for text in (line.id, *names)):
        return line
    return line.model_copy(
        update={
            "id": veiled(line.id),
            "key": tuple(veiled_trait(trait) for trait in line.key),
            "hints": (),
        }
    )


def veiled_trait(trait: str) -> str:
    """What stands there for what made it that record."""
    return f"{_VEIL}{digest(trait)}"
