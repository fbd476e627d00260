"""Lists of names (CSV, OpenSanctions and FollowTheMoney, Popolo) to rows of `authorities.csv`."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any

from dossier.seeds.importing.tables import lists

COLUMNS = ("name", "alias", "kind", "wikidata")
_WIKIDATA = re.compile(r"(?:.*/)?(Q[1-9]\d*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameList:
    """Names with what a list says of them."""

    rows: tuple[tuple[str, str, str, str], ...]
    """A row for each name: name, its other spellings parted by ";", kind, Wikidata number."""
    left_out: int
    """Entries whose kind is none of ours, or that say nothing but a name."""

    def text(self) -> str:
        """The list as CSV."""
        stream = StringIO()
        csv.writer(stream, lineterminator="\n").writerows([COLUMNS, *self.rows])
        return stream.getvalue()


def names_of_table(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> NameList | None:
    """The names of a table that is a list of names; None for a table of anything else."""
    lowered = {column.lower().strip(): column for column in columns}
    known = lists().columns
    mapped = {ours: [lowered[k] for k in theirs if k in lowered] for ours, theirs in known.items()}
    if not mapped["name"] or not (mapped["alias"] or mapped["kind"] or mapped["wikidata"]):
        return None
    return _listed(
        {ours: [row[column] or "" for column in named] for ours, named in mapped.items()} for row in rows
    )


def names_of_records(records: list[Any]) -> NameList | None:
    """The names of FollowTheMoney's entities; None for records of anything else."""
    if not records or not all(
        isinstance(r, Mapping) and "schema" in r and isinstance(r.get("properties"), Mapping) for r in records
    ):
        return None
    return _listed(
        {
            "name": [*_texts(entity.get("caption")), *_texts(entity["properties"].get("name"))],
            "alias": _texts(entity["properties"].get("alias")),
            "kind": _texts(entity["schema"]),
            "wikidata": [*_texts(entity["properties"].get("wikidataId")), *_texts(entity.get("id"))],
        }
        for entity in _objects(records)
    )


def names_of_popolo(data: object) -> NameList | None:
    """The names of a Popolo file's persons and organisations; None for other JSON."""
    if not isinstance(data, Mapping) or not any(isinstance(data.get(k), list) for k in lists().popolo):
        return None
    return _listed(
        {
            "name": _texts(record.get("name")),
            "alias": [
                name for other in _objects(record.get("other_names")) for name in _texts(other.get("name"))
            ],
            "kind": [kind],
            "wikidata": [
                number
                for known in _objects(record.get("identifiers"))
                if known.get("scheme") == "wikidata"
                for number in _texts(known.get("identifier"))
            ],
        }
        for key, kind in lists().popolo.items()
        for record in _objects(data.get(key))
    )


def _objects(value: object) -> Iterator[Mapping[str, Any]]:
    """The objects of a list; none of what is no list, as in a damaged file."""
    yield from (each for each in value if isinstance(each, Mapping)) if isinstance(value, list) else ()


def _texts(value: object) -> list[str]:
    """A text, or those of a list; none of what is neither."""
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)]


def _listed(entries: Iterable[Mapping[str, Sequence[str]]]) -> NameList:
    kinds: Mapping[str, str] = lists().kinds
    rows: list[tuple[str, str, str, str]] = []
    left_out = 0
    for entry in entries:
        spelled = list(_parted([*entry["name"], *entry["alias"]]))
        said = [kind.lower() for kind in entry["kind"] if kind] or ["person"]
        kind = next((kinds[kind] for kind in said if kind in kinds), "")
        wikidata = next((m[1] for w in entry["wikidata"] if (m := _WIKIDATA.fullmatch(w.strip()))), "")
        if spelled and kind and (wikidata or len(spelled) > 1):
            rows.append((spelled[0], "; ".join(spelled[1:]), kind, wikidata))
        else:
            left_out += 1
    return NameList(rows=tuple(dict.fromkeys(rows)), left_out=left_out)


def _parted(names: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for cell in names:
        for name in re.split(r"\s*[;|]\s*", " ".join(cell.split())):
            if name and name not in seen:
                seen.add(name)
                yield name
