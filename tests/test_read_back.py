"""Each export read back by the tool it is for, and asked who did it: only claims answer."""

import asyncio
import gc
import json
import sqlite3
import subprocess
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import geojson
import igraph
import networkx
import pytest
import rdflib

from dossier.build import build
from dossier.exports import NAMES
from dossier.exports.formats import export
from dossier.model import Dossier

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import pandas
    import sqlite_utils
    from datasette.app import Datasette

    gc.collect()  # a connection that datasette leaves open, which Python 3.13 warns of wherever it is found

pytestmark = pytest.mark.filterwarnings("ignore")  # of the tools, about themselves
SITE = "https://news.example/ferry/"
ARTICLE = """\
---
headline: Ferry attacked in the strait
publisher: The Daily Example
datePublished: 2024-05-31
---
Ferry attacked in the strait

SUVA, Fiji – At least 14 people were killed when gunmen attacked a ferry near Suva on Monday.

Fijian Prime Minister Mere Tavola blamed the attack on the Red Reef Movement, an armed group.

The group denied responsibility.

“We want safe waters,” Tavola said.
"""
CURATION = "places:\n- words: Suva\n  geo: {lat: -18.14, lon: 178.44, gazetteer: GeoNames}\n"
ACCUSED = "red-reef-movement"


@pytest.fixture(scope="module")
def read(tmp_path_factory) -> tuple[Path, Dossier]:
    """A folder with every export of an article that tells of a blame and a denial, and its dossier."""
    folder = tmp_path_factory.mktemp("read")
    (folder / "seeds").mkdir()
    (folder / "seeds/ferry.md").write_text(ARTICLE, encoding="utf-8")
    (folder / "seeds/ferry.curation.yaml").write_text(CURATION, encoding="utf-8")
    dossier = build(folder / "seeds", folder / "docs").dossier
    for path, data in export(dossier, NAMES, SITE).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder / "data", dossier


@pytest.fixture(scope="module")
def data(read):
    return read[0]


@pytest.fixture(scope="module")
def attack(read) -> str:
    (event,) = (each for each in read[1].events if each.type.value in ("attack", "shooting", "killing"))
    return str(event.id)


def test_the_article_tells_of_a_blame_and_a_denial(read):
    """What the others ask is there to be found."""
    claims = {(claim.kind.value, claim.target.value if claim.target else None) for claim in read[1].claims}
    assert ("responsibility_blamed", ACCUSED) in claims
    assert "denial" in {kind for kind, _ in claims}


def test_check_jsonschema(data):
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", data / "dossier.schema.json"]
    for file in (data / "dossier.json", *sorted(data.glob("records/claims/*.json"))):
        body = json.loads(file.read_text(encoding="utf-8"))
        body.pop("page", None)
        subset = data.parent / "one.json"
        subset.write_text(json.dumps(body), encoding="utf-8")
        done = subprocess.run([*command, subset], capture_output=True, text=True, check=False)
        assert done.returncode == 0, (file, done.stdout)
    body["claims"][0]["perpetrator"] = ACCUSED
    subset.write_text(json.dumps(body), encoding="utf-8")
    assert subprocess.run([*command, subset], capture_output=True, check=False).returncode == 1


def test_pandas(data, attack):
    claims = pandas.read_csv(data / "csv/claims.csv")
    blamed = claims[claims["target"] == ACCUSED]
    assert list(blamed["kind"]) == ["responsibility_blamed"]
    assert set(blamed["about"]) == {attack}
    for file in sorted((data / "csv").glob("*.csv")):
        table = pandas.read_csv(file, dtype=str)
        both = table[table.isin([ACCUSED]).any(axis=1) & table.isin([attack]).any(axis=1)]
        assert file.stem == "claims" or both.empty or set(table.columns) >= {"claim"}, (file.name, both)


def test_datasette_and_sqlite_utils(data, attack):
    with closing(sqlite3.connect(data / "dossier.sqlite")) as connection:
        database = sqlite_utils.Database(connection)
        told = list(database.query("select * from who_says_who_did_it order by kind"))
        assert [(row["kind"], row["target"], row["standing"]) for row in told] == [
            ("denial", None, "reported, not verified"),
            ("responsibility_blamed", ACCUSED, "reported, not verified"),
        ]
        assert list(database.query("pragma foreign_key_check")) == []

    def in_a_thread(what):
        with ThreadPoolExecutor(1) as pool:  # a browser test in this process may have left its loop running
            return pool.submit(asyncio.run, what).result()

    async def asked(path):
        return (await Datasette([str(data / "dossier.sqlite")], memory=False).client.get(path)).json()

    rows = in_a_thread(asked("/dossier/who_says_who_did_it.json?_shape=array"))
    assert {row["target"] for row in rows} == {ACCUSED, None}
    participants = in_a_thread(asked(f"/dossier/event_participants.json?_shape=array&actor={ACCUSED}"))
    assert participants == []


@pytest.mark.parametrize("file", ["dossier.ttl", "dossier.json"])
def test_rdflib(read, data, attack, file):
    if file.endswith(".ttl"):
        graph = rdflib.Graph().parse(data / file)
    else:
        body = json.loads((data / file).read_text(encoding="utf-8"))
        context = json.loads((data / "context.jsonld").read_text(encoding="utf-8"))["@context"]
        text = json.dumps({**body, "@context": [context, body["@context"][1]]})
        graph = rdflib.Graph().parse(data=text, format="json-ld", publicID=f"{SITE}data/{file}")
    accused, act = (rdflib.URIRef(f"{SITE}data/id/{id}") for id in (ACCUSED, attack))
    # whatever reaches both, itself or through the value of a fact, is a claim
    near = "(:claimant|:target|!:claimant)/:value?"
    rows = graph.query(
        f"PREFIX : <{SITE}data/ns.ttl#> SELECT DISTINCT ?x"
        f" WHERE {{ ?x {near} <{accused}> . ?x {near} <{act}> . FILTER(isIRI(?x)) }}"
    )
    found = {str(row[0]).rpartition("/")[2] for row in rows}
    assert found, attack
    assert found <= {str(claim.id) for claim in read[1].claims}
    assert (accused, None, act) not in graph
    assert (act, None, accused) not in graph


def test_networkx_and_igraph(data, attack):
    graph = networkx.read_graphml(data / "network.graphml", force_multigraph=True)
    between = {node for node in graph if {ACCUSED, attack} <= set(networkx.all_neighbors(graph, node))}
    assert between
    assert {graph.nodes[node]["section"] for node in between} == {"claims"}
    assert not graph.has_edge(ACCUSED, attack)
    assert not graph.has_edge(attack, ACCUSED)

    same = igraph.Graph.Read_GraphML(str(data / "network.graphml"))
    assert same.vcount() == graph.number_of_nodes()
    ends = {same.vs[edge.source]["id"]: same.vs[edge.target]["id"] for edge in same.es}
    assert ends.get(ACCUSED) != attack
    assert {vertex["standing"] for vertex in same.vs if vertex["section"] == "claims"} == {
        "reported, not verified"
    }


def test_geojson(data):
    places = geojson.loads((data / "places.geojson").read_text(encoding="utf-8"))
    assert places.is_valid, places.errors()
    (suva,) = (each for each in places["features"] if each["properties"]["name"] == "Suva")
    assert suva["properties"]["coordinates_read_by"] == "register:GeoNames"
    assert suva["properties"]["precision"]
    assert "Red Reef" not in geojson.dumps(places)


def test_annotations_of_both_are_of_claims(data, attack):
    page = json.loads((data / "annotations.jsonld").read_text(encoding="utf-8"))["first"]
    pages = {f"{SITE}actors/{ACCUSED}/", f"{SITE}events/{attack}/"}
    bodies = [set(item["body"]) for item in page["items"]]
    for of_one in pages:
        assert [body for body in bodies if of_one in body], of_one
    accusing = {
        address for body in bodies for address in body if "/claims/" in address and ACCUSED in address
    }
    assert accusing
    assert not [body for body in bodies if pages <= body and not body & accusing]
