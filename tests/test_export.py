import json
import random
from typing import get_args, get_origin

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel

from dossier.exports.as_json import as_json, json_text
from dossier.exports.data import Writing, export, record_json
from dossier.exports.formats import FORMATS
from dossier.exports.heading import Heading
from dossier.exports.linked import head, without_head
from dossier.facts import Fact
from dossier.model import Dossier, ExternalIds, plain
from small_dossier import small_dossier


def exported(dossier):
    return {path: json.loads(data) for path, data in export(dossier).items()}


def test_data_written_again_are_those_written_anew():
    dossier = small_dossier()
    writing, random_ = Writing(), random.Random("again")
    sections = [name for name in type(dossier).model_fields if isinstance(getattr(dossier, name), tuple)]
    for _ in range(12):
        made = {}
        for name in sections:
            held = [
                each.model_copy(update={"prefix": "É" * random_.randint(0, 9)})
                if name == "evidence" and random_.random() < 0.5
                else each
                for each in getattr(dossier, name)
                if random_.random() < 0.9
            ]
            made[name] = tuple(held if random_.random() < 0.9 else ())
        other = dossier.model_copy(update=made)
        assert writing.export(other)["data/dossier.json"] == export(other)["data/dossier.json"]


@pytest.mark.parametrize("dossier", [small_dossier(), Dossier(), Dossier(title="“A”\n\u2028", version="1")])
def test_data_made_a_record_at_a_time_are_those_of_the_whole(dossier):
    whole = json.dumps({**head(), **dossier.to_json()}, ensure_ascii=False, indent=1)
    assert export(dossier)["data/dossier.json"].decode() == f"{whole}\n"


def types_in(declared):
    """All models that a declared type may hold, itself among them."""
    found, left = set(), [declared]
    while left:
        each = left.pop()
        if isinstance(each, type) and issubclass(each, BaseModel):
            if each not in found:
                found.add(each)
                left += [field.annotation for field in each.model_fields.values()]
        else:
            left += get_args(each)
    return found


HELD = set().union(
    *(
        types_in(field.annotation)
        for name, field in Dossier.model_fields.items()
        if name != "articles" and get_origin(field.annotation) is tuple
    )
)


def test_of_what_sections_hold_all_types_are_looked_at():
    assert {"Actor", "Evidence", "Relation", "Doubt", "ReportedDate", "Casualties"} <= {
        kind.__name__ for kind in HELD
    }


@pytest.mark.parametrize("kind", sorted(HELD, key=str), ids=str)
def test_a_field_of_a_record_is_absent_just_where_it_has_its_default(kind):
    defaults = {name: field.default for name, field in kind.model_fields.items() if not field.is_required()}
    assert {name: each for name, each in defaults.items() if each not in (None, (), False)} == {}


@pytest.mark.parametrize(
    "record",
    [
        small_dossier().articles[0],
        small_dossier().evidence[0].model_copy(update={"sentences": ()}),
        small_dossier().evidence[0].model_copy(update={"exact": "the list [] of {}\nand :  false"}),
        small_dossier().actors[0].model_copy(update={"noindex": True, "mentions": ()}),
        small_dossier()
        .actors[0]
        .model_copy(update={"external_ids": Fact(value=ExternalIds(), read_by="register:Nowhere")}),
    ],
)
def test_a_record_is_written_as_its_plain_data_are(record):
    assert record_json(record) == json_text(plain(record)).encode()


def as_the_standard_library_has_it(data):
    return f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode()


@pytest.mark.parametrize(
    "data",
    [
        {},
        [],
        {"none": [], "of": {}, "either": None},
        {"numbers": [0, -3, 28.0, 61.217, -0.5, 10**12], "truth": [True, False]},
        {"text": '“Ö” \u2028 \x7f \x1f \\ " / \n\t\b\f\r 🜂 <a>', "ключ": "\u200f"},
        [[{"deep": [[], [1]]}]],
    ],
)
def test_json_is_that_of_the_standard_library(data):
    assert as_json(data) == as_the_standard_library_has_it(data)


def test_every_file_of_json_is_written_alike():
    heading = Heading(title="A ferry", licence="CC BY 4.0")
    files = {path: data for make in FORMATS.values() for path, data in make(small_dossier(), heading).items()}
    written = {path: data for path, data in files.items() if path.endswith(("json", "jsonld"))}
    assert len(written) > 8
    for path, data in written.items():
        assert data == as_the_standard_library_has_it(json.loads(data)), path


def test_the_data_is_the_dossier():
    data = exported(small_dossier())["data/dossier.json"]
    assert Dossier.model_validate(without_head(data)) == small_dossier()
    assert list(data) == [
        "@context",
        "version",
        "generator",
        "rules",
        "articles",
        "evidence",
        "actors",
        "places",
        "events",
        "agreements",
        "quotes",
        "claims",
        "relations",
    ]


def test_the_same_bytes_for_the_same_dossier():
    assert export(small_dossier()) == export(small_dossier())


def test_letters_are_kept_and_the_file_ends_with_a_newline():
    data = export(small_dossier())["data/dossier.json"]
    assert "© The Norton Post".encode() in data
    assert data.endswith(b"}\n")


@pytest.mark.parametrize("dossier", [small_dossier(), Dossier()])
def test_the_data_is_valid_against_the_published_schema(dossier):
    files = exported(dossier)
    schema = files["data/dossier.schema.json"]
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(files["data/dossier.json"])


def test_the_schema_describes_the_fields():
    schema = exported(Dossier())["data/dossier.schema.json"]
    assert schema["title"] == "Dossier"
    assert schema["$id"] == "dossier.schema.json"
    assert schema["$defs"]["Evidence"]["properties"]["paragraph"]["description"].startswith("1-based number")


def undescribed(schema, where):
    """Paths of properties and values of vocabularies that say nothing of what they mean."""
    for name, part in schema.get("properties", {}).items():
        if not part.get("description"):
            yield f"{where}.{name}"
        yield from undescribed(part, f"{where}.{name}")
    for value in schema.get("enum", ()):
        yield f"{where}={value}"
    for choice in [*schema.get("anyOf", ()), *schema.get("oneOf", ())]:
        if "const" in choice and not choice.get("description"):
            yield f"{where}={choice['const']}"
        yield from undescribed(choice, where)
    if "items" in schema:
        yield from undescribed(schema["items"], where)


def test_every_property_and_every_value_of_a_vocabulary_is_described():
    schema = exported(Dossier())["data/dossier.schema.json"]
    found = list(undescribed(schema, "Dossier"))
    for name, part in schema["$defs"].items():
        found += undescribed(part, name)
    assert found == []
    assert len(schema["$defs"]) > 30


@pytest.mark.parametrize(
    ("schema", "found"),
    [
        ({"properties": {"a": {"type": "string"}}}, ["x.a"]),
        ({"properties": {"a": {"description": "b", "enum": ["c"]}}}, ["x.a=c"]),
        ({"oneOf": [{"const": "c"}, {"const": "d", "description": "e"}]}, ["x=c"]),
        ({"items": {"properties": {"a": {}}}}, ["x.a"]),
    ],
)
def test_the_check_of_descriptions_can_fail(schema, found):
    assert list(undescribed(schema, "x")) == found


def test_an_unknown_field_is_no_valid_data():
    files = exported(small_dossier())
    files["data/dossier.json"]["actors"][0]["perpetrator_of"] = "x"
    assert not Draft202012Validator(files["data/dossier.schema.json"]).is_valid(files["data/dossier.json"])
