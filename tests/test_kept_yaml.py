"""The program's own YAML is taken apart once; another text, a damaged file and what is no JSON are anew."""

import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest
import yaml

from dossier import tables

TEXT = "boats: [ferry, barge]\nsizes: {small: 1, large: yes}\n"
HELD = {"boats": ["ferry", "barge"], "sizes": {"small": 1, "large": True}}


@pytest.fixture
def taken_apart(tmp_path, monkeypatch):
    """Texts that were taken apart."""
    monkeypatch.chdir(tmp_path)
    load, seen = yaml.load, []
    monkeypatch.setattr(
        "dossier.tables.yaml.load", lambda text, Loader: seen.append(text) or load(text, Loader)
    )
    monkeypatch.setattr("dossier.tables._new", {})
    tables._before.cache_clear()
    yield seen
    tables._before.cache_clear()


def again(name, text):
    """What another process finds in it."""
    tables.keep_tables()
    tables._before.cache_clear()
    return tables.plain_of(name, text)


def test_a_file_is_taken_apart_once(taken_apart):
    assert tables.plain_of("boats.yaml", TEXT) == again("boats.yaml", TEXT) == HELD
    assert taken_apart == [TEXT]


def test_another_text_or_another_name_is_taken_apart(taken_apart):
    tables.plain_of("boats.yaml", TEXT)
    assert again("boats.yaml", "boats: [raft]") == {"boats": ["raft"]}
    assert again("boats.yaml", "boats: [raft]") == {"boats": ["raft"]}
    assert again("others.yaml", TEXT) == HELD
    assert taken_apart == [TEXT, "boats: [raft]", TEXT]


@pytest.mark.parametrize("text", ["1: one\n2: two\n", "when: 2024-05-31\n"])
def test_what_json_would_give_back_otherwise_is_taken_apart_each_time(taken_apart, text):
    assert tables.plain_of("odd.yaml", text) == again("odd.yaml", text)
    assert taken_apart == [text, text]


@pytest.mark.parametrize("spoilt", [b"", b"no row", zlib.compress(b"{")])
def test_what_is_damaged_is_made_again(taken_apart, spoilt):
    tables.plain_of("boats.yaml", TEXT)
    tables.keep_tables()
    with closing(sqlite3.connect(".cache/tables.sqlite")) as base:
        base.execute("UPDATE tables SET rows = substr(rows, 1, 16) || ?", (spoilt,))
        base.commit()
    assert again("boats.yaml", TEXT) == HELD
    assert again("boats.yaml", TEXT) == HELD
    assert taken_apart == [TEXT, TEXT]


def test_a_file_that_is_no_database_is_made_again(taken_apart):
    Path(".cache").mkdir()
    Path(".cache/tables.sqlite").write_bytes(b"no database" * 99)
    assert tables.plain_of("boats.yaml", TEXT) == HELD
    assert again("boats.yaml", TEXT) == again("boats.yaml", TEXT) == HELD
    assert taken_apart == [TEXT, TEXT]


def test_what_follows_from_the_program_is_made_once_by_each_edition(taken_apart):
    made = []

    def make():
        made.append(b"schema")
        return made[-1]

    for edition in ("one", "one", "other", "other"):
        assert tables.made_once("schema", edition, make) == b"schema"
        tables.keep_tables()
        tables._before.cache_clear()
    assert len(made) == 2
    assert taken_apart == []


def test_what_is_no_yaml_is_told(taken_apart):
    with pytest.raises(yaml.YAMLError):
        tables.plain_of("boats.yaml", "boats: [")
