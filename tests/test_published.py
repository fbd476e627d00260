"""The texts in files that are published, of which it is asked how much of an article they show."""

import random
import sqlite3

import pytest

from dossier.assembly.published import piece_name, pieces_of, texts_of, texts_of_site

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
    pieces = [data[at] for at in pieces_of(f"a.{suffix}", data).places]
    assert between.encode().join(pieces) == data
    if not is_cut:
        assert pieces == [data]
        return
    assert 5 < len(pieces) < 50
    assert piece_name(f"a.{suffix}", 2) == f"a.{suffix}/2{ {'json': '.records', 'xml': '.xml'}[suffix] }"
    longer = between.join(["new", *records]).encode()
    later = [longer[at] for at in pieces_of(f"a.{suffix}", longer).places]
    assert later[1:] == pieces[1:]


def test_data_that_begin_or_end_as_before_are_cut_as_if_nothing_was_known():
    random_, between = random.Random("cut again"), b"</entry>\n<entry>\n"
    records = [f"text {number % 97}".encode() for number in range(800)]  # some pieces have the same bytes
    last, known = b"", pieces_of("a.xml", b"")
    spared = 0
    for _ in range(300):
        for _ in range(random_.choice((0, 1, 1, 3))):
            at = random_.randrange(len(records) - 1)
            more = [b"text %d" % random_.randrange(97) for _ in range(random_.randrange(3))]
            records[at : at + random_.randrange(3)] = more
        if random_.random() < 0.1:
            at = random_.randrange(len(records) - 9)
            records[at : at + 5], records[at + 5 : at + 9] = records[at : at + 4], records[at : at + 5]
        data = between.join(records)
        if random_.random() < 0.2:  # two records become one
            place = data.index(between, random_.randrange(len(data) // 2))
            data = data[:place] + b"=" * random_.choice((1, len(between))) + data[place + len(between) :]
        anew, again = pieces_of("a.xml", data), pieces_of("a.xml", data, last, known.places)
        assert list(again.places) == list(anew.places)
        stood = [last[at] for at in known.places]
        now = [data[at] for at in again.places]
        assert now[: again.ahead] == stood[: again.ahead]
        assert now[len(now) - again.behind :] == stood[len(stood) - again.behind :]
        spared += again.ahead + again.behind
        last, known = data, again
    assert spared > 300 * 10


def test_data_with_too_few_records_to_be_cut_are_whole_whatever_they_were():
    between = b"</entry>\n<entry>\n"
    last = between.join(b"text %d" % number for number in range(500))
    few = between.join(b"text %d" % number for number in range(499))
    known = pieces_of("a.xml", last)
    assert len(known.places) > 1
    assert pieces_of("a.xml", few, last, known.places) == pieces_of("a.xml", few)
