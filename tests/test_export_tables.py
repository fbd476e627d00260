"""The tables: CSV as a Data Package, and SQLite; each read back by what others read it with."""

import csv
import json
import sqlite3
import warnings
from contextlib import closing
from io import StringIO

import pytest

from dossier.assembly.published import texts_of_files
from dossier.assembly.words import words_of
from dossier.exports import NAMES, database, tabular
from dossier.exports.formats import FORMATS, export
from dossier.exports.heading import Heading
from dossier.exports.tables import tables
from dossier.facts import Reported
from dossier.model import Dossier
from small_dossier import small_dossier

SMALL = small_dossier()
HEADING = Heading(title="Ferry", licence="CC BY 4.0")


def rows(files, table):
    return list(csv.DictReader(StringIO(files[f"data/csv/{table}.csv"].decode(), newline="")))


def opened(files):
    connection = sqlite3.connect(":memory:")
    connection.deserialize(files["data/dossier.sqlite"])
    return closing(connection)


def validated(folder, files):
    """What frictionless says of a package on disk."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from frictionless import Package

    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return Package(str(folder / "data/datapackage.json")).validate()


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("dossier", [SMALL, Dossier()], ids=["small", "empty"])
def test_the_package_is_valid_with_its_types_keys_and_links(tmp_path, dossier):
    report = validated(tmp_path, tabular.export(dossier, HEADING))
    assert report.valid, report.flatten(["title", "message"])
    assert report.stats["tasks"] > 25


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    ("table", "was", "put"),
    [
        ("claims", ",sudland,", ",nobody-known,"),
        ("claims", "denial", "guilt"),
        ("places", "10.5", "north"),
        ("records", "Reed Circle", ""),
    ],
)
def test_a_wrong_cell_is_no_valid_package(tmp_path, table, was, put):
    files = tabular.export(SMALL, HEADING)
    path = f"data/csv/{table}.csv"
    assert was.encode() in files[path]
    files[path] = files[path].replace(was.encode(), put.encode(), 1)
    assert not validated(tmp_path, files).valid


def test_a_table_begins_with_its_columns_and_no_mark():
    files = tabular.export(SMALL, HEADING)
    assert files["data/csv/records.csv"].startswith(b"id,section,title,page\n")
    assert rows(files, "events")[0]["date_edtf"] == "2021-05"
    assert rows(files, "event_casualties") == [
        {
            "event": "attack-on-a-ferry",
            "position": "1",
            "group": "",
            "actor": "",
            "kind": "injured",
            "as_reported": "At least three people",
            "min": "3",
            "max": "",
        }
    ]
    assert rows(files, "places")[0]["geo_lat"] == "10.5"


def test_the_package_says_what_it_is_called_and_where_it_comes_from():
    package = json.loads(tabular.export(SMALL, HEADING)["data/datapackage.json"])
    assert (package["title"], package["licenses"]) == ("Ferry", [{"name": "CC-BY-4.0", "title": "CC BY 4.0"}])
    assert package["sources"][0]["path"] == "https://post.example/2021/6/9/ferry"


@pytest.mark.parametrize("table", tables(SMALL), ids=lambda table: table.name)
def test_every_column_is_described_and_every_row_has_its_cells(table):
    assert all(column.description for column in table.columns)
    assert len({column.name for column in table.columns}) == len(table.columns)
    assert all(len(row) == len(table.columns) for row in table.rows)
    places = [[column.name for column in table.columns].index(name) for name in table.key]
    keys = [tuple(row[at] for at in places) for row in table.rows]
    assert len(set(keys)) == len(keys)


def test_every_fact_is_a_statement_with_its_passages_and_sources():
    made = {table.name: table.rows for table in tables(SMALL)}
    facts = list(SMALL.leaves())
    assert len(made["statements"]) == len(facts) > 60
    assert len(made["statement_evidence"]) == sum(len(fact.evidence) for _, fact in facts)
    assert len(made["statement_sources"]) == sum(len(fact.according_to) for _, fact in facts) == 1


def test_the_database_holds_together_and_every_table_of_ours_is_strict():
    with opened(database.export(SMALL, HEADING)) as found:
        assert found.execute("PRAGMA foreign_key_check").fetchall() == []
        assert found.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        listed = found.execute("PRAGMA table_list").fetchall()
        strict = {row[1]: row[5] for row in listed if row[2] == "table" and not row[1].startswith("sqlite_")}
        assert set(strict.values()) == {1}
        assert len(found.execute("PRAGMA foreign_key_list(claims)").fetchall()) == 7


@pytest.mark.parametrize(
    "change",
    [
        "INSERT INTO actors (id, name, kind) VALUES ('nobody', 'Nobody', 'person')",
        "UPDATE claims SET target = 'nobody'",
        "UPDATE claims SET kind = 'guilt'",
        "UPDATE places SET geo_lat = 'north'",
        "UPDATE events SET title = NULL",
    ],
)
def test_the_database_refuses_what_can_not_be(change):
    with opened(database.export(SMALL, HEADING)) as found:
        found.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError):
            found.execute(change)


def test_the_search_finds_a_name_a_spelling_and_a_quotation():
    with opened(database.export(SMALL, HEADING)) as found:

        def ids(words):
            return {row[0] for row in found.execute("SELECT id FROM search WHERE search MATCH ?", [words])}

        assert ids("bjerg") == {"ada-berg"}
        assert "quote-1" in ids("late")
        assert ids("zeppelin") == set()


def test_who_did_it_is_answered_by_claims_alone():
    with opened(database.export(SMALL, HEADING)) as found:
        found.row_factory = sqlite3.Row
        told = [dict(row) for row in found.execute("SELECT * FROM who_says_who_did_it")]
        linked = found.execute(
            "SELECT count(*) FROM event_participants WHERE actor = 'reed-circle'"
            " UNION ALL SELECT count(*) FROM events WHERE title LIKE '%Reed%' OR description LIKE '%Reed%'"
        ).fetchall()
        relations = found.execute(
            "SELECT claim FROM relations WHERE 'reed-circle' IN (subject, object)"
        ).fetchall()
    assert [(row["claim"], row["claimant"], row["target"], row["kind"]) for row in told] == [
        ("claim-1", "sudland", "reed-circle", "responsibility_blamed"),
        ("claim-2", "reed-circle", None, "denial"),
    ]
    assert {row["standing"] for row in told} == {"reported, not verified"}
    assert told[0]["wording_as_reported"] == "Sudland blamed the Reed Circle"
    assert [tuple(row) for row in linked] == [(0,), (0,)]
    assert [tuple(row) for row in relations] == [("claim-1",)]


def test_a_statement_says_whose_word_it_is():
    with opened(database.export(SMALL, HEADING)) as found:
        row = found.execute(
            "SELECT field, value, according_to, passages FROM sourced_statements"
            " WHERE according_to IS NOT NULL"
        ).fetchall()
    assert [each[:3] for each in row] == [("relation", "based_in", "Sudland")]
    assert row[0][3].startswith("ferry:")


def test_the_command_lists_every_format():
    assert sorted(FORMATS) == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_dossier_gives_the_same_bytes(name):
    assert export(SMALL, [name]) == export(small_dossier(), [name])
    assert all(path.startswith("data/") for path in export(SMALL, [name]))


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_the_limit_on_republishing_reads_every_file(name):
    """A sentence that stands in a claim alone is found in the texts that are counted."""
    words = "Sudland blamed the heron folk for a boat it lost"
    fact = SMALL.claims[0].wording_as_reported.model_copy(update={"value": Reported(words)})
    claim = SMALL.claims[0].model_copy(update={"wording_as_reported": fact})
    files = export(SMALL.model_copy(update={"claims": (claim, SMALL.claims[1])}), [name])
    texts = "\n".join(" ".join(text) for text in texts_of_files(files))
    holds = any(words.encode() in data for data in files.values())
    assert holds == (name not in ("annotations", "bibliography", "geojson", "schemas"))
    assert (" ".join(words_of(words)) in texts) == holds
