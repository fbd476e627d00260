"""The texts in files that are published, of which it is asked how much of an article they show."""

import sqlite3

import pytest

from dossier.assembly.published import pieces_of, texts_of, texts_of_site

INDEX = 'dossierSearch.part("{}",[["a page","Ana left"],{{"at":"Lesk"}}]);\n'


def told(name, data):
    return [" ".join(words) for words in texts_of(name, data.encode() if isinstance(data, str) else data)]


@pytest.mark.parametrize(
    ("name", "data", "texts"),
    [
        ("a.md", "Ana *left*", ["ana left"]),
        ("a.html", "<p>Ana <b>left</b><br>Lesk</p><p>She wept", ["ana left", "lesk", "she wept"]),
        ("a.html", '<img src="x.png" alt="Ana left" class="wide">She', ["ana left", "she"]),
        ("a.html", '<a href="ana-left/" title>Ana</a>, &amp; Bo', ["ana bo"]),
        ("a.xml", "<entry><title>Ana left</title><id>7</id></entry>", ["ana left", "7"]),
        ("a.json", '{"key": ["Ana left", {"other": "Bo <b>wept</b>"}], "n": 7}', ["ana left", "bo wept"]),
        ("a.json.records", '"key": "Ana left",\n"other": "Bo \\"wept\\""', ["ana left", "bo wept"]),
        ("a.csv", 'Ana left,7\n"Bo, wept","a\nb"\n', ["ana left", "7", "bo wept", "a", "b"]),
        ("a.jsonl", "Ana left\nBo wept\nAna left\n", ["ana left", "bo wept"]),
        ("a.js", INDEX.format("shown0"), ["a page", "ana left", "lesk"]),
        ("a.js", INDEX.format("texts12"), ["a page", "ana left", "lesk"]),
        ("a.js", INDEX.format("words0"), []),
        ("a.js", 'say("Ana left");\n', []),
        ("a.js", INDEX.format("shown0") + "more()", []),
        ("a.png", "Ana left", []),
        ("a.schema.json", '{"key": "Ana left"}', []),
    ],
)
def test_the_texts_of_a_file(name, data, texts):
    assert [text for text in told(name, data) if text] == texts


def test_the_texts_of_a_database():
    database = sqlite3.connect(":memory:")
    database.executescript(
        "CREATE TABLE a (one TEXT, two INTEGER); CREATE VIEW b AS SELECT one AS three FROM a;"
        "INSERT INTO a VALUES ('Ana left\nBo wept', 7);"
    )
    data = database.serialize()
    database.close()
    assert told("a.sqlite", data) == ["ana left", "bo wept"]


def test_of_a_site_only_what_holds_texts_is_read_and_in_order(tmp_path):
    for name in ("b.md", "a.txt", "c.png"):
        (tmp_path / name).write_text(name[0])
    assert list(texts_of_site(tmp_path)) == [["a"], ["b"]]


@pytest.mark.parametrize(("suffix", "between"), [("json", "\n  },\n  {\n"), ("xml", "</entry>\n<entry>\n")])
@pytest.mark.parametrize(("count", "is_cut"), [(499, False), (500, True)])
def test_long_data_are_cut_between_records_where_the_record_before_says(suffix, between, count, is_cut):
    records = [f"text {number}" for number in range(count)]
    data = between.join(records).encode()
    pieces = [(path, data[at]) for path, at in pieces_of(f"a.{suffix}", data)]
    assert between.encode().join(piece for _, piece in pieces) == data
    if not is_cut:
        assert pieces == [(f"a.{suffix}", data)]
        return
    assert 5 < len(pieces) < 50
    ends = {"json": ".records", "xml": ".xml"}
    assert [path for path, _ in pieces] == [f"a.{suffix}/{n}{ends[suffix]}" for n in range(len(pieces))]
    longer = between.join(["new", *records]).encode()
    later = [longer[at] for _, at in pieces_of(f"a.{suffix}", longer)]
    assert later[1:] == [piece for _, piece in pieces[1:]]
