"""GraphML, Turtle, annotations, places and bibliography: each read back by what others read it with."""

import json
import re

import networkx
import pyoxigraph
import pytest
from jsonschema import Draft202012Validator
from pybtex.database import parse_string

from dossier.exports import bibliography, network, places, rdf, web_annotations
from dossier.exports.heading import Heading
from dossier.facts import leaves
from dossier.model import Dossier, Join
from small_dossier import small_dossier

SMALL = small_dossier()
HEADING = Heading(title="Ferry", licence="https://licences.example/by")
SITE = "https://news.example/sub/"
NS = f"{SITE}data/ns.ttl#"
ID = f"{SITE}data/id/"
SEE_ALSO = pyoxigraph.NamedNode("http://www.w3.org/2000/01/rdf-schema#seeAlso")
ACCUSED, ACT = f"{ID}reed-circle", f"{ID}attack-on-a-ferry"


def graphml(dossier=SMALL):
    text = network.export(dossier, HEADING)["data/network.graphml"].decode()
    return networkx.parse_graphml(text, force_multigraph=True)


def store(dossier=SMALL, address=None):
    made = pyoxigraph.Store()
    for path, data in rdf.export(dossier, Heading(title="Ferry", address=address)).items():
        made.load(data, format=pyoxigraph.RdfFormat.TURTLE, base_iri=f"{SITE}{path}")
    return made


def asked(query, graph):
    """The rows that answer a SPARQL query, as text."""
    rows = graph.query(f"PREFIX : <{NS}> {query}")
    return [tuple(term.value if term else None for term in row) for row in rows]


def test_every_record_is_a_node_and_every_edge_says_what_it_is():
    graph = graphml()
    assert {record.id for record in SMALL.records()} <= set(graph)
    assert all(data["predicate"] for *_, data in graph.edges(data=True))
    assert graph.nodes["norland"] == {
        "label": "Norland",
        "section": "actors",
        "kind": "state",
        "page": "actors/norland/",
    }
    (party,) = graph.get_edge_data("norland", "shared-ferry").values()
    assert (party["predicate"], party["role"], party["read_by"]) == ("party_to", "party", "rules")


def test_between_the_accused_and_the_act_the_network_has_claims_alone():
    graph = graphml()
    pairs = {("reed-circle", "attack-on-a-ferry"), ("attack-on-a-ferry", "reed-circle")}
    assert not pairs & set(graph.edges(keys=False))
    assert not graph.has_edge("sudland", "reed-circle")
    both = {"reed-circle", "attack-on-a-ferry"}
    assert {node for node in graph if both <= set(networkx.all_neighbors(graph, node))} == {
        "claim-1",
        "claim-2",
    }
    claim = graph.nodes["claim-1"]
    assert (claim["claimant"], claim["target"]) == ("Sudland", "the Reed Circle")
    assert (claim["kind"], claim["standing"]) == ("responsibility_blamed", "reported, not verified")
    assert claim["wording"] == "Sudland blamed the Reed Circle"


def test_what_somebody_asserts_is_no_edge_of_the_network():
    graph = graphml()
    assert not graph.has_edge("reed-circle", "sudland")
    assertion = graph.nodes["relations.reed-circle-based-in-sudland"]
    assert (assertion["standing"], assertion["according_to"]) == ("reported, not verified", "sudland")


@pytest.mark.parametrize("address", [None, SITE])
def test_the_graph_is_the_same_whether_its_address_is_known_or_not(address):
    graph = store(address=address)
    assert len(graph) == len(store()) > 800
    claims = asked(f"SELECT ?c WHERE {{ ?c a :Claim ; :target <{ACCUSED}> }}", graph)
    assert claims == [(f"{ID}claim-1",)]


@pytest.mark.parametrize("dossier", [SMALL, Dossier()], ids=["small", "empty"])
def test_no_term_is_unknown_and_nothing_dangles(dossier):
    graph = store(dossier)
    subjects = {quad.subject.value for quad in graph if isinstance(quad.subject, pyoxigraph.NamedNode)}
    used = {
        term.value
        for quad in graph
        for term in (quad.predicate, quad.object)
        if quad.predicate != SEE_ALSO  # a page, which is no thing of the graph
        if isinstance(term, pyoxigraph.NamedNode) and term.value.startswith(SITE)
    }
    assert used <= subjects, used - subjects
    assert {quad.graph_name for quad in graph} == {pyoxigraph.DefaultGraph()}


def test_every_fact_has_its_origin_in_the_graph():
    rows = asked("SELECT ?s ?r WHERE { ?s a :Statement ; :read_by ?r ; :of_record ?x ; :value ?v }", store())
    assert len(rows) == sum(1 for record in SMALL.records() for _ in leaves(record, record.id))
    assert {reader for _, reader in rows} == {"rules", "editor", "register:GeoNames", "register:Wikidata"}


def test_who_did_it_is_answered_by_claims_alone():
    """Whatever is joined to both the accused and the act is a claim."""
    graph = store()
    straight = f"{{ <{ACCUSED}> ?p <{ACT}> }} UNION {{ <{ACT}> ?p <{ACCUSED}> }}"
    assert asked(f"SELECT ?p WHERE {{ {straight} }}", graph) == []
    joined = asked(
        f"SELECT DISTINCT ?x WHERE {{ {{ ?x ?p <{ACCUSED}> }} UNION {{ <{ACCUSED}> ?p ?x }}"
        f" {{ ?x ?q <{ACT}> }} UNION {{ <{ACT}> ?q ?x }} }}",
        graph,
    )
    assert sorted(joined) == [(f"{ID}claim-1",), (f"{ID}claim-2",)]
    told = asked(
        f"SELECT ?kind ?by ?of ?words WHERE {{ ?c a :Claim ; :about <{ACT}> ; :kind ?kind ; :claimant ?by ;"
        " :wording_as_reported ?words OPTIONAL { ?c :target ?of } } ORDER BY ?kind",
        graph,
    )
    assert told == [
        ("denial", ACCUSED, None, "denied it"),
        ("responsibility_blamed", f"{ID}sudland", ACCUSED, "Sudland blamed the Reed Circle"),
    ]


def test_what_somebody_says_is_given_as_their_statement_alone():
    event = SMALL.events[0]
    said = event.date.model_copy(update={"according_to": SMALL.relations[0].according_to})
    events = (event.model_copy(update={"date": said}), SMALL.events[1])
    graph = store(SMALL.model_copy(update={"events": events}))
    query = f"SELECT ?d WHERE {{ <{ACT}> :date ?d }}"
    assert len(asked(query, store())) == 1
    assert asked(query, graph) == []
    voices = asked("SELECT ?who WHERE { ?s :field 'date' ; :according_to ?who }", graph)
    assert voices == [(f"{ID}sudland",)]


TEXTS = [
    'a "quote"',
    "back\\slash\\",
    "two\nlines",
    "a\ttab",
    "<http://x> .",
    "it's",
    '"""',
    "ö 漢 😀",
    "x@en",
]


@pytest.mark.parametrize("text", TEXTS)
def test_text_comes_back_from_turtle_as_it_was(text):
    actor = SMALL.actors[0]
    named = actor.model_copy(update={"name": actor.name.model_copy(update={"value": text})})
    graph = store(SMALL.model_copy(update={"actors": (named, *SMALL.actors[1:])}))
    assert asked(f"SELECT ?n WHERE {{ <{ID}ada-berg> :name ?n }}", graph) == [(text,)]


def test_the_terms_are_those_of_the_model():
    terms = rdf.export(Dossier(), HEADING)["data/ns.ttl"].decode()
    for field in ("wording_as_reported", "according_to", "casualties"):
        assert f"\n:{field}\n" in terms
    names = re.findall(r"^:(\w+)$", terms, re.MULTILINE)
    assert not {name for name in names if re.search("perpetrat|culprit|guilt|did_it|committed", name)}


ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "motivation", "body", "target"],
    "additionalProperties": False,  # it asserts nothing but a link
    "properties": {
        "id": {"type": "string"},
        "type": {"const": "Annotation"},
        "motivation": {"const": "linking"},
        "body": {"type": "array", "minItems": 1, "items": {"type": "string"}},
        "target": {
            "type": "object",
            "required": ["type", "source", "selector"],
            "properties": {
                "type": {"const": "SpecificResource"},
                "source": {"type": "string"},
                "selector": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/selector"}},
            },
        },
    },
    "$defs": {
        "selector": {
            "oneOf": [
                {
                    "required": ["exact"],
                    "properties": {"type": {"const": "TextQuoteSelector"}, "exact": {"type": "string"}},
                },
                {
                    "required": ["start", "end"],
                    "properties": {"type": {"const": "TextPositionSelector"}, "start": {"type": "integer"}},
                },
                {
                    "required": ["startSelector", "endSelector"],
                    "properties": {
                        "type": {"const": "RangeSelector"},
                        "startSelector": {"$ref": "#/$defs/selector"},
                        "endSelector": {"$ref": "#/$defs/selector"},
                    },
                },
            ]
        }
    },
}


def annotated(dossier=SMALL, **heading):
    return json.loads(web_annotations.export(dossier, Heading(**heading))["data/annotations.jsonld"])


def test_annotations_follow_the_model():
    collection = annotated(address=SITE)
    items = collection["first"]["items"]
    assert (collection["type"], collection["total"]) == ("AnnotationCollection", len(items))
    assert len(items) > 20
    for item in items:
        Draft202012Validator(ANNOTATION).validate(item)
    assert len({item["id"] for item in items}) == len(items)
    claim = next(item for item in items if f"{SITE}claims/claim-1/" in item["body"])
    assert claim["target"]["source"] == "https://post.example/2021/6/9/ferry"


def test_who_did_it_is_told_by_annotations_of_claims_alone():
    """A passage that both the accused and the act rest on is one that a claim rests on."""
    both = [
        item["body"]
        for item in annotated(address=SITE)["first"]["items"]
        if {f"{SITE}actors/reed-circle/", f"{SITE}events/attack-on-a-ferry/"} <= set(item["body"])
    ]
    assert all(any("/claims/" in page for page in body) for body in both)


def test_a_long_passage_is_given_by_where_it_begins_and_ends():
    passage = next(each for each in SMALL.evidence if each.exact == "President Ada Berg said")
    long = passage.model_copy(update={"exact": None, "first": "President", "last": "said"})
    evidence = tuple(long if each is passage else each for each in SMALL.evidence)
    items = annotated(SMALL.model_copy(update={"evidence": evidence}))["first"]["items"]
    (found,) = (item for item in items if item["id"].endswith(f"#{long.id}"))
    assert found["target"]["selector"] == [
        {
            "type": "RangeSelector",
            "startSelector": {"type": "TextQuoteSelector", "exact": "President"},
            "endSelector": {"type": "TextQuoteSelector", "exact": "", "prefix": "said"},
        },
        {"type": "TextPositionSelector", "start": long.start, "end": long.end},
    ]


def test_places_say_where_their_point_comes_from_and_how_exact_it_is():
    found = json.loads(places.export(SMALL, HEADING)["data/places.geojson"])
    port, town = found["features"]
    assert port["geometry"] == {"type": "Point", "coordinates": [-61.5, 10.5]}
    assert port["properties"]["coordinates_read_by"] == "register:GeoNames"
    assert port["properties"]["precision"] == "a point in the port"
    assert town["geometry"] is None
    assert "precision" not in town["properties"]
    assert "reed" not in json.dumps(found).casefold()


def test_a_bibliography_reads_the_articles_back():
    made = bibliography.export(SMALL, HEADING)
    entry = parse_string(made["data/articles.bib"].decode(), "bibtex").entries["ferry"]
    assert [str(person) for person in entry.persons["author"]] == ["Lund, Ida"]
    assert entry.fields["title"].strip("{}") == "Norland and Sudland to share a river ferry"
    (csl,) = json.loads(made["data/articles.csl.json"])
    assert csl["author"] == [{"literal": "Ida Lund"}]
    assert csl["issued"] == {"date-parts": [[2021, 6, 9]]}


def test_hard_names_and_titles_stay_one_entry():
    hard = {
        "headline": "100% of {all} A_B & C$ #1 ~ \\x",
        "author": ("Reuters", "Ida Lund", "Lund and Co, Ltd"),
    }
    article = SMALL.articles[0].model_copy(update=hard)
    made = bibliography.export(Dossier(articles=(article,)), HEADING)["data/articles.bib"].decode()
    entry = parse_string(made, "bibtex").entries["ferry"]
    assert len(entry.persons["author"]) == 3
    assert re.sub(r"[{}\\]", "", entry.fields["title"]).startswith("100% of all A_B & C$ #1")


def test_what_joined_a_record_names_articles():
    actor = SMALL.actors[0]
    join = Join(articles=(SMALL.articles[0].id, actor.id), passages=(actor.mentions[0],) * 2)
    joined = SMALL.model_copy(
        update={"actors": (actor.model_copy(update={"joined": (join,)}), *SMALL.actors[1:])}
    )
    found = asked("SELECT ?article WHERE { ?actor :joined [ :articles ?article ] }", store(joined))
    assert sorted(found) == sorted([(f"{ID}{SMALL.articles[0].id}",), (f"{ID}{actor.id}",)])
