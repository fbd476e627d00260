"""The data as JSON-LD, read back by rdflib: ids are addresses, references lead to records."""

import json
from collections import Counter

import pytest
from rdflib import RDFS, Graph, Literal, Namespace, URIRef

from dossier.exports.data import export as export_data
from dossier.exports.formats import export
from dossier.exports.linked import context, without_head
from dossier.model import Dossier
from small_dossier import small_dossier

# rdflib itself makes one when it reads JSON-LD
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
SITE = "https://news.example/sub/"
NS = Namespace(f"{SITE}data/ns.ttl#")


def made():
    dossier = small_dossier().model_copy(
        update={"title": "Ferry", "licence": "CC BY 4.0", "version": "1", "generator": "dossier 0"}
    )
    files = export(dossier, ["json", "records"], SITE)
    return {path: json.loads(data) for path, data in files.items()}


def graph_of(path, files):
    """The triples of a file, its context taken from the file that it names."""
    data = files[path]
    name, base = data["@context"]
    assert name.rpartition("/")[2] == "context.jsonld"
    whole = {**data, "@context": [files["data/context.jsonld"]["@context"], base]}
    return Graph().parse(data=json.dumps(whole), format="json-ld", publicID=f"{SITE}{path}")


def id(name):
    return URIRef(f"{SITE}data/id/{name}")


@pytest.mark.parametrize("path", ["data/dossier.json", "data/records/claims/claim-1.json"])
def test_ids_are_the_same_addresses_in_each_file(path):
    graph = graph_of(path, made())
    (target,) = graph.objects(id("claim-1"), NS.target)
    assert set(graph.objects(target, NS.value)) == {id("reed-circle")}
    assert set(graph.objects(target, NS.read_by)) == {Literal("rules")}
    (wording,) = graph.objects(id("claim-1"), NS.wording_as_reported)
    assert set(graph.objects(wording, NS.value)) == {Literal("Sudland blamed the Reed Circle")}


def test_what_refers_to_a_record_is_its_address_and_what_is_text_stays_text():
    graph = graph_of("data/dossier.json", made())
    relation = id("reed-circle-based-in-sudland")
    assert set(graph.objects(relation, NS.subject)) == {id("reed-circle")}
    assert set(graph.objects(relation, NS.claim)) == {id("claim-1")}
    (country,) = graph.objects(id("ada-berg"), NS.country)
    assert set(graph.objects(country, NS.value)) == {id("norland")}
    (name,) = graph.objects(id("ada-berg"), NS.name)
    assert set(graph.objects(name, NS.value)) == {Literal("Ada Berg")}
    (words,) = graph.objects(name, NS.evidence)
    assert isinstance(words, Literal)
    (passage,) = graph.subjects(NS.passage, words)
    assert set(graph.objects(passage, NS.exact)) == {Literal("Ada Berg")}


def test_the_addresses_are_those_of_the_turtle():
    linked = graph_of("data/dossier.json", made())
    turtle = Graph().parse(data=export(small_dossier(), ["turtle"], SITE)["data/dossier.ttl"].decode())
    things = [{s for s in graph.subjects() if s.startswith(str(id("")))} for graph in (linked, turtle)]
    assert things[0] == things[1]
    assert len(things[0]) == len({each.id for each in small_dossier().everything()}) + 1, "and the article"
    for graph in (linked, turtle):
        assert (id("claim-1"), NS.claimant, None) in graph
    assert set(turtle.objects(id("claim-1"), RDFS.seeAlso)) == {URIRef(f"{SITE}claims/claim-1/")}


def test_no_address_is_made_of_what_is_none():
    graph = graph_of("data/dossier.json", made())
    known = {record.id for record in small_dossier().everything()} | {"ferry"}
    for triple in graph:
        for term in triple:
            if isinstance(term, URIRef):
                assert str(term).startswith((SITE, "http://www.w3.org/")), term
                if term.startswith(f"{SITE}data/id/"):
                    assert term.rpartition("/")[2] in known


def test_asked_who_did_it_the_data_answers_with_claims_alone():
    graph = graph_of("data/dossier.json", made())
    ways = Counter(
        str(predicate)
        for subject in graph.subjects()
        for predicate in graph.predicates(id("attack-on-a-ferry"), id("reed-circle"))
    )
    assert ways == {}
    told = {s for s, _, o in graph.triples((None, NS.target, None)) if id("reed-circle") in graph.objects(o)}
    assert told == {id("claim-1")}


def test_a_record_stands_with_its_passages_its_articles_and_what_made_it():
    files = made()
    record = files["data/records/claims/claim-1.json"]
    assert record["page"] == "../../../claims/claim-1/"
    assert (record["title"], record["licence"], record["version"]) == ("Ferry", "CC BY 4.0", "1")
    whole = Dossier.model_validate(without_head({k: v for k, v in record.items() if k != "page"}))
    assert [claim.id for claim in whole.claims] == ["claim-1"]
    assert [article.id for article in whole.articles] == ["ferry"]
    assert {passage.id for passage in whole.evidence} >= whole.cited()
    nearest = {passage.nearest for passage in whole.evidence if passage.nearest}
    assert nearest <= {passage.id for passage in whole.evidence}
    assert {path for path in files if path.startswith("data/records/")} == {
        f"data/records/{section}/{record.id}.json"
        for section in ("actors", "places", "events", "agreements", "quotes", "claims")
        for record in getattr(small_dossier(), section)
    }


def test_the_head_of_the_data_is_taken_off_again():
    data = json.loads(export_data(small_dossier())["data/dossier.json"])
    assert "@context" in data
    assert Dossier.model_validate(without_head(data)) == small_dossier()
    assert without_head([1]) == [1]


def test_each_reference_of_the_model_is_typed_and_no_text_is():
    terms = context(SITE)
    assert terms["relations"]["@context"]["subject"]["@type"] == "@id"
    assert "subject" not in terms["agreements"]["@context"]
    assert terms["claims"]["@context"]["target"]["@context"]["value"]["@type"] == "@id"
    assert {"name", "mentions", "evidence", "id"} & set(terms["actors"]["@context"]) == set()
    assert context(None)["@vocab"] == "https://dossier.invalid/data/ns.ttl#"
