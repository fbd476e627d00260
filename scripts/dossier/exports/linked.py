"""The data as JSON-LD: the context that gives its keys their meaning, and a file for each record.

`dossier.json` names the same context. The keys are the terms of `ns.ttl`; ids become addresses below
`data/id/`, and a value that refers to a record is its address, not a text. Which those are is derived from
the types of the model.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel

from dossier.assembly.identity import FOLDERS
from dossier.exports.as_json import as_json
from dossier.exports.heading import Heading
from dossier.exports.tables import page_of
from dossier.facts import Fact, cited, ref_kinds
from dossier.model import Dossier, Evidence

CONTEXT = "data/context.jsonld"
_RECORDS = "data/records"
_NOWHERE = "https://dossier.invalid/"
"""Stands for an address where none is known: terms have to have one."""
BASE = "id/"
"""Where the addresses of records lie, from the folder of the data."""


def head(up: str = "") -> dict[str, Any]:
    """What stands first in a file of data `up` from the folder of the data."""
    return {"@context": [f"{up}context.jsonld", {"@base": f"{up}{BASE}"}]}


def without_head(data: Any) -> Any:
    """What was read of a file of data, without what makes JSON-LD of it."""
    return (
        {key: value for key, value in data.items() if key != "@context"} if isinstance(data, dict) else data
    )


def export(dossier: Dossier, heading: Heading) -> dict[str, bytes]:
    """`data/context.jsonld` and `data/records/SECTION/ID.json`."""
    evidence = {passage.id: passage for passage in dossier.evidence}
    order = {article.id: number for number, article in enumerate(dossier.articles)}
    nothing = dict.fromkeys((*FOLDERS.values(), "relations", "doubts"), ())
    files = {CONTEXT: as_json({"@context": context(heading.address)})}
    for record in dossier.records():
        section = FOLDERS[type(record)]
        passages = _with_nearest(cited(record), evidence)
        used = sorted({order[passage.article] for passage in passages})
        about = {
            "articles": tuple(dossier.articles[number] for number in used),
            "evidence": passages,
            section: (record,),
        }
        one = dossier.model_copy(update=nothing | about)
        path = f"{_RECORDS}/{section}/{record.id}.json"
        files[path] = as_json({**head("../../"), "page": f"../../../{page_of(record)}", **one.to_json()})
    return files


def _with_nearest(ids: Iterable[str], evidence: Mapping[str, Evidence]) -> tuple[Evidence, ...]:
    """These passages, and those that show the words of the ones which show none."""
    found = {id: evidence[id] for id in ids}
    nearest = {passage.nearest: evidence[passage.nearest] for passage in found.values() if passage.nearest}
    return tuple((nearest | found).values())


def context(address: str | None) -> dict[str, Any]:
    """The terms of the data; `address` is where the site is published, with a slash at the end."""
    terms = f"{address or _NOWHERE}data/ns.ttl#"
    found: dict[str, Any] = {
        "@version": 1.1,
        "@vocab": terms,
        "id": "@id",
        "page": {"@id": "http://www.w3.org/2000/01/rdf-schema#seeAlso", "@type": "@id"},
        # of a passage the id is a text: it has a colon, which would make an address of it
        "evidence": {"@id": f"{terms}evidence", "@context": {"id": f"{terms}passage"}},
    }
    for section, field in Dossier.model_fields.items():
        for shape in _models(field.annotation):
            about = _terms(shape, terms)
            found.setdefault(section, {"@id": f"{terms}{section}", "@context": {}})["@context"] |= about
    return found


def _terms(shape: type[BaseModel], terms: str) -> dict[str, Any]:
    """What refers to records in a section: each section has its own, as a name may be a text in another."""
    found: dict[str, Any] = {}
    for name, (direct, through) in sorted(_referring(shape).items()):
        if direct:
            found[name] = {"@id": f"{terms}{name}", "@type": "@id"}
        elif through:
            value = {"@id": f"{terms}value", "@type": "@id"}
            found[name] = {"@id": f"{terms}{name}", "@context": {"value": value}}
    return found


def _referring(shape: type[BaseModel]) -> dict[str, tuple[bool, bool]]:
    """Per field whether it always refers to a record: by itself, and through the value of a fact."""
    found: dict[str, tuple[bool, bool]] = {}
    for name, declared in _fields(shape, set()):
        before = found.get(name, (True, True))
        direct = any(_kinds(each) for each in (declared, *get_args(declared)))
        through = any(_kinds(value) for value in _values(declared))
        found[name] = (before[0] and direct, before[1] and through)
    return found


def _kinds(declared: Any) -> bool:
    kinds = ref_kinds(declared)
    return bool(kinds) and kinds != ("evidence",)


def _fields(shape: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[tuple[str, Any]]:
    """Every field of a shape and of those within it, with what it is declared as."""
    if shape in seen:
        return
    seen.add(shape)
    for name, field in shape.model_fields.items():
        yield name, field.annotation
        for inner in _models(field.annotation):
            yield from _fields(inner, seen)


def _models(declared: Any) -> Iterator[type[BaseModel]]:
    if isinstance(declared, type) and issubclass(declared, BaseModel):
        yield declared
    for part in get_args(declared):
        yield from _models(part)


def _values(declared: Any) -> Iterator[Any]:
    """What the facts within a declared type hold."""
    for shape in _models(declared):
        if issubclass(shape, Fact):
            yield shape.model_fields["value"].annotation
