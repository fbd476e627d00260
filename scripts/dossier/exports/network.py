"""The dossier as a network in GraphML: every record is a node, a quotation and a claim as much as an actor.

No edge leads from somebody accused to an act: a claim has an edge from its claimant, one to whom it is about
and one to the event. A relation that somebody asserts is a node, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, assert_never
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from dossier.exports.heading import Heading
from dossier.exports.tables import page_of, section_of, title_of
from dossier.facts import Attribution, Fact, value_of
from dossier.model import Actor, Agreement, AnyRecord, Claim, Dossier, Event, Place, Quote, Relation

NETWORK = "data/network.graphml"
_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_NODE = (
    "label", "section", "kind", "page", "standing", "claimant", "target", "wording", "date", "according_to",
)  # fmt: skip
_EDGE = ("predicate", "role", "according_to", "read_by")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edge:
    source: str
    target: str
    data: dict[str, str]


def export(dossier: Dossier, heading: Heading) -> dict[str, bytes]:
    """`data/network.graphml`; each node and edge says what it is, each edge whose word it is."""
    root = Element("graphml", xmlns=_NAMESPACE)
    for domain, names in (("node", _NODE), ("edge", _EDGE)):
        for name in names:
            key = {"id": f"{domain}-{name}", "for": domain, "attr.name": name, "attr.type": "string"}
            SubElement(root, "key", key)
    graph = SubElement(root, "graph", id="dossier", edgedefault="directed")
    SubElement(graph, "desc").text = f"{heading.title}. {heading.description}"
    told = {claim.id: claim for claim in dossier.claims}
    asserted = [each for each in dossier.relations if _is_asserted(each) and not _is_claim(each, told)]
    for id, data in (*_records(dossier), *(_assertion(each) for each in asserted)):
        _add(SubElement(graph, "node", id=id), "node", data)
    edges = [*_edges(dossier), *(edge for each in asserted for edge in _ends(each))]
    for number, edge in enumerate(edges, 1):
        element = SubElement(graph, "edge", id=f"e{number}", source=edge.source, target=edge.target)
        _add(element, "edge", edge.data)
    indent(root, " ")
    return {NETWORK: tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"}


def _add(element: Element, domain: str, data: dict[str, str]) -> None:
    for name, value in data.items():
        if value:
            SubElement(element, "data", key=f"{domain}-{name}").text = value


def _records(dossier: Dossier) -> Iterator[tuple[str, dict[str, str]]]:
    for record in dossier.records():
        data = {
            "label": title_of(record),
            "section": section_of(record),
            "kind": _kind(record),
            "page": page_of(record),
        }
        if isinstance(record, Event | Agreement) and record.date:
            data |= {"date": record.date.value.edtf, "according_to": _voices(record.date.according_to)}
        if isinstance(record, Claim):
            data |= {
                "standing": "reported, not verified",
                "claimant": record.claimant_as_reported.value,
                "target": record.target_as_reported.value if record.target_as_reported else "",
                "wording": record.wording_as_reported.value,
            }
        yield record.id, data


def _kind(record: AnyRecord) -> str:
    match record:
        case Event():
            return record.type.value
        case Quote():
            return record.form.value
        case _:
            return record.kind.value


def _edges(dossier: Dossier) -> Iterator[_Edge]:
    for record in dossier.records():
        yield from _of_record(record)
    for relation in dossier.relations:
        if not _is_asserted(relation):
            data = {"predicate": relation.predicate, "read_by": relation.read_by}
            yield _Edge(source=relation.subject, target=relation.object, data=data)


def _of_record(record: AnyRecord) -> Iterator[_Edge]:
    match record:
        case Actor():
            yield from _to(record.id, "country", record.country)
        case Place():
            yield from _to(record.id, "country", record.country)
            yield from _to(record.id, "part_of", record.part_of)
        case Event():
            for fact in record.participants:
                yield _edge(fact.value.actor, record.id, "takes_part_in", fact, fact.value.role)
            yield from _to(record.id, "place", record.place)
            yield from _to(record.id, "part_of", record.part_of)
            yield from _to(record.id, "follows", record.follows)
        case Agreement():
            for fact in record.parties:
                yield _edge(fact.value.actor, record.id, "party_to", fact, fact.value.role)
            yield from _to(record.id, "where", record.where)
            yield from _to(record.id, "occasion", record.occasion)
        case Quote():
            if record.speaker:
                yield _edge(record.speaker.value, record.id, "said", record.speaker)
            yield from _to(record.id, "occasion", record.occasion)
            yield from _to(record.id, "said_in", record.said_in)
            yield from _to(record.id, "utters", record.utters)
            for topic in record.about:
                yield _edge(record.id, topic.value, "about", topic)
        case Claim():
            if record.claimant:
                yield _edge(record.claimant.value, record.id, "claims", record.claimant)
            yield from _to(record.id, "of", record.target)
            yield from _to(record.id, "about", record.about)
            yield from _to(record.id, "said_in", record.said_in)
        case _:
            assert_never(record)


def _to(source: str, predicate: str, fact: Fact[Any] | None) -> Iterator[_Edge]:
    if fact:
        yield _edge(source, fact.value, predicate, fact)


def _edge(source: str, target: str, predicate: str, fact: Fact[Any], role: str = "") -> _Edge:
    data = {
        "predicate": predicate,
        "role": role,
        "according_to": _voices(fact.according_to),
        "read_by": fact.read_by,
    }
    return _Edge(source=source, target=target, data=data)


def _voices(sources: Sequence[Attribution]) -> str:
    """Whose word it is, the outermost first."""
    return " > ".join(source.actor or source.as_reported or "" for source in sources)


def _is_asserted(relation: Relation) -> bool:
    """Whether somebody asserts the relation, rather than the article reporting it."""
    return relation.claim is not None or bool(relation.according_to)


def _is_claim(relation: Relation, told: dict[str, Claim]) -> bool:
    """Whether the relation says no more than a claim, which has a node."""
    claim = told.get(relation.claim or "")
    ends = (relation.subject, relation.object)
    return claim is not None and ends == (value_of(claim.claimant), value_of(claim.target))


def _assertion(relation: Relation) -> tuple[str, dict[str, str]]:
    return f"relations.{relation.id}", {
        "label": relation.predicate,
        "section": "relations",
        "kind": relation.predicate,
        "standing": "reported, not verified",
        "according_to": _voices(relation.according_to),
    }


def _ends(relation: Relation) -> Iterator[_Edge]:
    """What an asserted relation's node is tied to."""
    node = f"relations.{relation.id}"
    ends = {"subject": relation.subject, "object": relation.object, "claim": relation.claim}
    for name, target in ends.items():
        if target:
            data = {"predicate": name, "read_by": relation.read_by}
            yield _Edge(source=node, target=target, data=data)
