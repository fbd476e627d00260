"""The dossier as RDF in Turtle, with the terms it uses beyond those of others.

A record's address is the one that JSON-LD gives it, below `data/id/`; its page is told beside it.
Every fact is a statement that says who read it, which passages say it and whose word it is. What the article
itself reports is given straight, too; what somebody says is not, apart from what a claim is made of. There is
no predicate for who did something, and no named graph.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import get_args
from urllib.parse import quote

from dossier.exports.heading import Heading
from dossier.exports.linked import BASE
from dossier.exports.tables import SECTIONS, page_of
from dossier.exports.turtle import Triple, address, blank, block, literal, written
from dossier.facts import Attribution, Fact, Model, Ref, Sourced, leaves
from dossier.model import Actor, AnyRecord, Article, Claim, Dossier, Evidence, Relation, ReportedDate

TURTLE = "data/dossier.ttl"
TERMS = "data/ns.ttl"
_PREFIXES = {
    "": "ns.ttl#",
    "dcterms": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_EDTF = "<http://id.loc.gov/datatypes/edtf/EDTF>"
_ALSO = {
    "Article": "schema:NewsArticle",
    "Place": "schema:Place",
    "Event": "schema:Event",
    "Quote": "schema:Quotation",
    "Claim": "schema:Claim",
}
_ACTORS = {"person": "schema:Person", "state": "schema:Country", "people": "schema:Thing"}
_NARROWER = {
    "name": "schema:name",
    "description": "schema:description",
    "headline": "schema:headline",
    "publisher": "schema:publisher",
    "datePublished": "schema:datePublished",
    "inLanguage": "schema:inLanguage",
    "part_of": "dcterms:isPartOf",
}
"""Terms of ours with those of others that say the same more widely."""
_APART = frozenset({"id", *Sourced.model_fields})
_STATEMENT = {
    "Statement": "A fact: what is said of a record, with its origin.",
    "of_record": "The record that a statement is about.",
    "field": "The field of the record that a statement fills.",
    "value": "What a statement says.",
}


def export(dossier: Dossier, heading: Heading) -> dict[str, bytes]:
    """`data/dossier.ttl` and `data/ns.ttl`; addresses are relative to the files where none is known."""
    blocks = chain(
        [_about(dossier, heading)],
        map(_article, dossier.articles),
        map(_passage, dossier.evidence),
        map(_record, dossier.records()),
        map(_relation, dossier.relations),
        (_statement(r, path, fact) for r in dossier.records() for path, fact in leaves(r, r.id)),
    )
    base = heading.address
    return {
        TURTLE: written(_PREFIXES, blocks, f"{base}{TURTLE}" if base else None),
        TERMS: written(_PREFIXES, _terms(), f"{base}{TERMS}" if base else None),
    }


def _about(dossier: Dossier, heading: Heading) -> str:
    found: list[Triple] = [
        ("a", "schema:Dataset"),
        ("schema:name", literal(heading.title)),
        ("schema:description", literal(heading.description)),
        *(("schema:isBasedOn", _thing(article.id)) for article in dossier.articles),
    ]
    if heading.licence:
        is_address = heading.licence.startswith(("http://", "https://"))
        licence = address(heading.licence) if is_address else literal(heading.licence)
        found.append(("schema:license", licence))
    return block("<>", found)


def _passage(passage: Evidence) -> str:
    """A passage as a part of its article: where it is and, as far as they are shown, its words."""
    position = [
        ("a", "oa:TextPositionSelector"),
        ("oa:start", literal(passage.start)),
        ("oa:end", literal(passage.end)),
    ]
    found = [
        ("a", "oa:SpecificResource"),
        ("a", ":Evidence"),
        ("oa:hasSource", _thing(passage.article)),
        ("oa:hasSelector", blank(position)),
        (":paragraph", literal(passage.paragraph)),
        (":digest", literal(passage.digest)),
    ]
    if passage.exact is not None:
        around = (("oa:exact", passage.exact), ("oa:prefix", passage.prefix), ("oa:suffix", passage.suffix))
        words = [("a", "oa:TextQuoteSelector"), *((name, literal(text)) for name, text in around if text)]
        found.append(("oa:hasSelector", blank(words)))
    elif passage.first and passage.last:
        begin = [("a", "oa:TextQuoteSelector"), ("oa:exact", literal(passage.first))]
        # what ends a range stands behind it: the place after the last words
        end = [("a", "oa:TextQuoteSelector"), ("oa:exact", literal("")), ("oa:prefix", literal(passage.last))]
        ends = [("oa:hasStartSelector", blank(begin)), ("oa:hasEndSelector", blank(end))]
        found.append(("oa:hasSelector", blank([("a", "oa:RangeSelector"), *ends])))
    return block(_passage_address(passage.id), found)


def _article(article: Article) -> str:
    """An article: what the front matter says of it."""
    types = [("a", ":Article"), ("a", _ALSO["Article"])]
    page = ("rdfs:seeAlso", _page(f"articles/{article.id}/"))
    return block(_thing(article.id), [*types, *_fields(article), page])


def _record(record: AnyRecord) -> str:
    """A record with what the articles themselves report; a claim with all it is made of."""
    kind = type(record).__name__
    also = _ALSO.get(kind)
    if isinstance(record, Actor):
        also = _ACTORS.get(record.kind.value, "schema:Organization")
    types = [("a", f":{kind}"), *([("a", also)] if also else [])]
    said_in = record.evidence if isinstance(record, Claim) else ()
    passages = (("prov:wasDerivedFrom", _passage_address(id)) for id in said_in)
    page = ("rdfs:seeAlso", _page(page_of(record)))
    return block(_thing(record.id), [*types, *_fields(record), *passages, page])


def _relation(relation: Relation) -> str:
    """A relation as a node: its predicate is a word, no predicate of the graph."""
    found = [("a", ":Relation"), *_fields(relation), *_origin(relation)]
    return block(_thing(relation.id), found)


def _statement(record: AnyRecord, path: str, fact: Sourced) -> str:
    """A fact as a node, with its origin."""
    found = [
        ("a", ":Statement"),
        (":of_record", _thing(record.id)),
        (":field", literal(path.removeprefix(f"{record.id}.").partition("[")[0])),
        *((":value", each) for each in _values(getattr(fact, "value", None))),
        *_origin(fact),
    ]
    return block(f"<#{quote(path)}>", found)


def _origin(fact: Sourced) -> Iterator[Triple]:
    """Who read a fact, which passages say it and whose word it is."""
    yield ":read_by", literal(fact.read_by)
    for id in fact.evidence:
        yield "prov:wasDerivedFrom", _passage_address(id)
    for source in fact.according_to:
        yield ":according_to", _voice(source)
    if fact.source:
        yield ":source", literal(fact.source)


def _voice(source: Attribution) -> str:
    return _thing(source.actor) if source.actor else literal(source.as_reported)


def _fields(record: Model) -> Iterator[Triple]:
    """What the fields of a record say; what is somebody's word stands in its statement alone."""
    for name in type(record).model_fields:
        if name in _APART:
            continue
        value = getattr(record, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Fact):
                if each.according_to and not isinstance(record, Claim):
                    continue
                each = each.value
            yield from ((f":{name}", text) for text in _values(each))


def _values(value: object) -> Iterator[str]:
    """A value as Turtle writes it; nothing for an absent one."""
    if value is None:
        return
    if isinstance(value, ReportedDate):
        rest = [triple for triple in _fields(value) if triple[0] != ":edtf"]
        yield blank([*rest, (":edtf", literal(value.edtf, _EDTF))])
    elif isinstance(value, Model):
        yield blank(_fields(value))
    elif isinstance(value, Ref):
        yield _passage_address(value) if ":" in value else _thing(value)
    else:
        yield literal(value)


def _page(path: str) -> str:
    return address(f"../{path}")


def _thing(id: str) -> str:
    """The address of a record or an article, which `linked` gives in JSON-LD as well."""
    return address(f"{BASE}{quote(id)}")


def _passage_address(id: str) -> str:
    return address(f"#{id}")


def _terms() -> Iterator[str]:
    """Every class and property of ours with what it means, from the model."""
    yield block("<>", [("a", "rdfs:Resource"), ("rdfs:label", literal("Terms of a dossier"))])
    fields: dict[str, dict[str, None]] = {name: {text: None} for name, text in _STATEMENT.items()}
    models: dict[str, type[Model]] = {}
    for model in (*SECTIONS.values(), Sourced):
        _collect(model, models)
    for model in models.values():
        for name, field in model.model_fields.items():
            text = " ".join((field.description or "").split())
            fields.setdefault(name, {})[f"{model.__name__}: {text}"] = None
    for name, model in models.items():
        if model in SECTIONS.values():
            text = " ".join((model.__doc__ or "").split())
            yield block(f":{name}", [("a", "rdfs:Class"), ("rdfs:comment", literal(text))])
    for name, comments in sorted(fields.items()):
        kind = "rdfs:Class" if name == "Statement" else "rdf:Property"
        notes = (("rdfs:comment", literal(text)) for text in comments)
        wider = [("rdfs:subPropertyOf", _NARROWER[name])] if name in _NARROWER else []
        yield block(
            f":{name}", [("a", kind), *wider, ("rdfs:label", literal(name.replace("_", " "))), *notes]
        )


def _collect(declared: object, found: dict[str, type[Model]]) -> None:
    """The models in a declared type, and those in their fields."""
    if isinstance(declared, type) and issubclass(declared, Model):
        name = declared.__name__.partition("[")[0]
        is_fact = issubclass(declared, Fact)
        if not is_fact and name in found:
            return
        if not is_fact:
            found[name] = declared
        for field in declared.model_fields.values():
            _collect(field.annotation, found)
    for each in get_args(declared):
        _collect(each, found)
