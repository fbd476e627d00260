import json

import pytest
from jsonschema import Draft202012Validator

from dossier.exports.data import export
from dossier.model import Dossier
from small_dossier import small_dossier


def exported(dossier):
    return {path: json.loads(data) for path, data in export(dossier).items()}


def test_the_data_is_the_dossier():
    data = exported(small_dossier())["data/dossier.json"]
    assert Dossier.model_validate(data) == small_dossier()
    assert list(data) == [
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


def test_an_unknown_field_is_no_valid_data():
    files = exported(small_dossier())
    files["data/dossier.json"]["actors"][0]["perpetrator_of"] = "x"
    assert not Draft202012Validator(files["data/dossier.schema.json"]).is_valid(files["data/dossier.json"])
