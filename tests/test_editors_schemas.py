"""JSON Schemas of the editor’s files: each key told, what the build takes taken, what it refuses refused."""

import json
import re

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from dossier.assembly.published import texts_of_files
from dossier.build import build, check
from dossier.editing.curation import AUTHORITIES_SHAPE, CURATION_SHAPE
from dossier.editing.draft import write_draft
from dossier.editing.files import EXAMPLES, load_authorities, load_curation
from dossier.errors import DossierError
from dossier.exports.formats import WITH_THE_PAGES
from dossier.exports.formats import export as export_all
from dossier.exports.schemas import export
from dossier.model import Dossier
from dossier.seeds.settings import Settings, load_settings
from dossier.starting import starting_files
from dossier.starting.folder import make_folder
from first_dossier import SEED
from small_dossier import small_dossier

SCHEMAS = {path.split("/")[1].split(".")[0]: json.loads(data) for path, data in export().items()}
LOADERS = {"curation": load_curation, "authorities": load_authorities, "settings": load_settings}
NAMED = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")
BUILDS = [
    ("curation", "actors:\n- words: Ana Novak\n  name: Ana Novak\n  because: the mayor of Osterby"),
    ("curation", "actors:\n- words: Ana Novak\n  name: {value: Ana Novak, because: [the mayor, of Osterby]}"),
    ("curation", "actors:\n- words: Ana Novak\n  paragraph: 2\n  drop: not about the story"),
    ("curation", "actors:\n- words: Ana Novak\n  noindex: true\n  aliases: [A. Novak, {text: Anna Novak}]"),
    ("curation", "places:\n- words: Osterby\n  geo: {lat: 55.2, lon: 11.9, gazetteer: GeoNames}"),
    (
        "curation",
        "events:\n- words: met\n  date: {words: in 2019, kind: during, edtf: 2019, precision: year, rule: r}",
    ),
    ("curation", "events:\n- words: met\n  type: visit\n  source: the town's register"),
    ("curation", "claims:\n- words: blamed\n  wording: [blamed, on the Reef League]"),
    ("authorities", "actors:\n- name: Ana Novak\n  names: [Novak]\n  wikidata: Q42\n  kind: person"),
    (
        "authorities",
        "places:\n- name: {value: Osterby, source: the town's register}\n  names: [Osterby, 1984]",
    ),
    ("settings", "title: The bridge\nreview: strict"),
    ("settings", "title: 1984\nrepository: https://git.example/osterby/bridge"),
    *(("curation", text) for text in EXAMPLES[CURATION_SHAPE].values()),
    *(("authorities", text) for text in EXAMPLES[AUTHORITIES_SHAPE].values()),
]
BROKEN = [
    ("curation", "actor:\n- words: Ana Novak"),
    ("curation", "actors:\n- name: Ana Novak"),
    ("curation", "actors:\n- words: Ana Novak\n  nmae: Ana Novak"),
    ("curation", "actors:\n- words: Ana Novak\n  kind: mayor"),
    ("curation", "actors:\n- words: Ana Novak\n  name: {value: Ana Novak, becuase: the mayor}"),
    ("curation", "actors:\n- words: Ana Novak\n  wikidata: 42"),
    ("curation", "actors:\n- words: Ana Novak\n  elsewhere: hide"),
    ("curation", "actors: Ana Novak"),
    ("curation", "places:\n- words: Osterby\n  geo: {lat: 155.2, lon: 11.9, gazetteer: GeoNames}"),
    ("curation", "events:\n- words: met\n  type: parley"),
    (
        "curation",
        "events:\n- words: met\n  date: {words: in 2019, kind: about, edtf: 2019, precision: year, rule: r}",
    ),
    ("curation", "quotes:\n- words: late\n  about: [Osterby Town]"),
    ("curation", "relations:\n- {words: a partner, subject: a, predicate: likes, object: b}"),
    ("curation", "reviewed:\n- {words: blamed, seen: yesterday}"),
    ("authorities", "actors:\n- name: Ana Novak"),
    ("authorities", "actors:\n- name: Ana Novak\n  names: []"),
    ("authorities", "same:\n- between: [{article: a, words: Ana}]"),
    ("settings", "titel: The bridge"),
    ("settings", "review: sometimes"),
    ("settings", "repository: git.example"),
]


def plain(text):
    """The data of a YAML text as other programs read it, which take 2 for a number."""
    return json.loads(json.dumps(YAML(typ="safe", pure=True).load(text), default=str))


def objects(schema):
    """Every schema within a schema that has properties."""
    if isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict):
            yield schema
        for inner in schema.values():
            yield from objects(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from objects(inner)


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS)
def test_every_file_and_key_is_described(schema):
    Draft202012Validator.check_schema(schema)
    found = list(objects(schema))
    bare = [
        name for each in found for name, told in each["properties"].items() if not told.get("description")
    ]
    bare += [each["title"] for each in found if not each.get("description")]
    assert found
    assert bare == []


@pytest.mark.parametrize(("name", "text"), BUILDS)
def test_what_the_build_takes_the_schema_takes(name, text, tmp_path):
    (tmp_path / "file.yaml").write_text(text, encoding="utf-8")
    LOADERS[name](tmp_path / "file.yaml")
    Draft202012Validator(SCHEMAS[name]).validate(plain(text))


@pytest.mark.parametrize(("name", "text"), BROKEN)
def test_what_the_schema_refuses_the_build_refuses(name, text, tmp_path):
    (tmp_path / "file.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(DossierError):
        LOADERS[name](tmp_path / "file.yaml")
    assert not Draft202012Validator(SCHEMAS[name]).is_valid(plain(text))


def test_the_keys_are_those_of_the_types():
    assert set(SCHEMAS["settings"]["properties"]) == set(Settings.model_fields)
    actor = SCHEMAS["curation"]["$defs"]["ActorEntry"]["properties"]
    assert {"words", "drop", "description", "kind", "aliases", "noindex"} <= set(actor)
    place = SCHEMAS["curation"]["$defs"]["PlaceEntry"]["properties"]
    assert "geo" in place
    assert "coordinate" not in place


def test_files_that_build_are_valid():
    folder = SEED.parent
    held = [*folder.glob("*.curation.yaml"), *folder.glob("authorities.yaml"), *folder.glob("dossier.yaml")]
    assert len(held) > 1
    for path in held:
        name = {"authorities.yaml": "authorities", "dossier.yaml": "settings"}.get(path.name, "curation")
        Draft202012Validator(SCHEMAS[name]).validate(plain(path.read_text(encoding="utf-8")))


def test_a_draft_and_the_files_of_a_start_name_schemas_that_a_build_writes(tmp_path):
    home = tmp_path / "home"
    make_folder(home, "The bridge", None)
    seed = home / "seeds" / "bridge-at-osterby.md"
    write_draft(seed, home / "docs")
    build(home / "seeds", home / "docs")
    for name, schema in (("bridge-at-osterby.curation", "curation"), ("dossier", "settings")):
        text = (home / "seeds" / f"{name}.yaml").read_text(encoding="utf-8")
        named = NAMED.match(text)
        assert json.loads((home / "seeds" / named[1]).read_text(encoding="utf-8")) == SCHEMAS[schema]
        Draft202012Validator(SCHEMAS[schema]).validate(plain(text))
    assert "/docs/data/*" in starting_files("x", None)[".gitignore"].decode()


def test_no_schema_depends_on_the_dossier_or_counts_as_words_of_its_articles():
    made, other = (export_all(dossier, WITH_THE_PAGES) for dossier in (small_dossier(), Dossier()))
    schemas = {path: data for path, data in made.items() if path.endswith(".schema.json")}
    assert len(schemas) == 4
    assert schemas == {path: data for path, data in other.items() if path in schemas}
    assert list(texts_of_files(schemas)) == []
    assert list(texts_of_files(made)) != []


def test_check_tells_a_schema_that_is_not_that_of_the_program(tmp_path):
    seeds, docs = tmp_path / "seeds", tmp_path / "docs"
    seeds.mkdir()
    (seeds / SEED.name).write_bytes(SEED.read_bytes())
    build(seeds, docs)
    schema = docs / "data" / "curation.schema.json"
    schema.write_text(schema.read_text(encoding="utf-8").replace("Exact words", "Words"), encoding="utf-8")
    with pytest.raises(DossierError, match=r"curation\.schema\.json"):
        check(seeds, docs)
