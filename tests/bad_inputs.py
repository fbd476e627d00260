"""Bad input by kind: what is put in, and what the message must find. Read by `test_bad_inputs`."""

from __future__ import annotations

import json
from pathlib import Path

ARTICLE = (Path(__file__).parent / "seeds" / "harbour-patrol.md").read_text(encoding="utf-8")
HEAD = {"headline": "A ferry", "publisher": "The Reef Times", "datePublished": "2021-06-12"}
TEXT = "The ferry sailed on Friday, police said.\n"

Files = dict[str, str | bytes]
Case = tuple[str, Files, str, str]
"""Its name, the files of the folder of seeds, the place and the finding that the message must hold."""


def seed(body: str = TEXT, **changes: str | None) -> Files:
    """One article with a front matter that is right but for the changes; None leaves a key out."""
    keys = {**HEAD, **changes}
    lines = [f"{key}: {value}" for key, value in keys.items() if value is not None]
    return {"a.md": "\n".join(["---", *lines, "---", "", body])}


def curated(text: str) -> Files:
    """The made-up article with an editor's file."""
    return {"h.md": ARTICLE, "h.curation.yaml": text}


def beside(name: str, data: str | bytes) -> Files:
    """The made-up article with another file beside it."""
    return {"h.md": ARTICLE, name: data}


ATTACK = "events:\n- words: an attack on a ferry\n"
TAVOLA = "actors:\n- words: Mere Tavola\n"

FRONT: tuple[Case, ...] = (
    ("no front matter", {"a.md": "A ferry\n\nIt sailed.\n"}, "a.md", "no front matter"),
    ("front matter never closed", {"a.md": "---\nheadline: x\n"}, "line 1", "never ends"),
    ("front matter in TOML", {"a.md": '+++\ntitle = "x"\n+++\nText.\n'}, "line 1", "TOML"),
    ("front matter in JSON", {"a.md": '{"title": "x"}\n\nText.\n'}, "a.md", "JSON"),
    (
        "header lines alone",
        {"a.md": "Title: x\nDate: 2021-06-12\n\nText.\n"},
        "line 1",
        "front matter without",
    ),
    ("front matter a list", {"a.md": "---\n- a\n---\nText.\n"}, "line 2", "no keys and values"),
    ("front matter a word", {"a.md": "---\nabc\n---\nText.\n"}, "line 2", "no keys and values"),
    ("front matter no YAML", {"a.md": "---\nheadline: [x\n---\nText.\n"}, "line", "not YAML"),
    ("a tab as indentation", {"a.md": "---\nheadline:\n\tx\n---\nText.\n"}, "line", "not YAML"),
    ("a colon in a headline", seed(headline="Ferry: a story"), "line 2", "not YAML"),
    ("a key twice", seed(**{"headline": "x\nheadline: y"}), "line 3", "stands twice"),
    ("an anchor", seed(headline="&a x"), "line 2", "&a"),
    ("an alias", seed(headline="*a"), "line 2", "*a"),
    ("a tag", seed(headline="!!python/name:os.system x"), "line 2", "tag"),
    ("no headline", seed(headline=None), "front matter", '"headline" is missing'),
    ("an empty headline", seed(headline=""), "line 2", "headline is empty"),
    ("a headline of two lines", seed(headline='"a\\nb"'), "line 2", "headline"),
    ("a headline as a list", seed(headline="[a, b]"), "line 2", "headline holds a list"),
    ("no publisher", seed(publisher=None), "front matter", '"publisher" is missing'),
    ("a publisher as keys", seed(publisher="{name: x}"), "line 3", "publisher holds keys and values"),
    ("no date", seed(datePublished=None), "front matter", '"datePublished" is missing'),
    ("a date in words", seed(datePublished="31 May 2024"), "line 4", "datePublished is"),
    ("a date with a time", seed(datePublished="2024-05-31T10:00:00Z"), "line 4", "datePublished is"),
    ("a date in another order", seed(datePublished="31/12/2023"), "line 4", "datePublished is"),
    ("a date that isn't one", seed(datePublished="2023-02-30"), "line 4", "datePublished is"),
    ("a month that isn't one", seed(datePublished="2023-13-01"), "line 4", "datePublished is"),
    ("a date of a month", seed(datePublished="2023-05"), "line 4", "datePublished is"),
    ("a key of others: published", seed(published="2021-06-12"), "line 5", "did you mean datePublished"),
    ("a key of others: title", seed(title="x"), "line 5", "did you mean headline"),
    ("a key misspelled", seed(headlin="x"), "line 5", "did you mean headline"),
    ("a key nobody knows", seed(colour="red"), "line 5", 'unknown key "colour"'),
    ("an address without a scheme", seed(url="news.example/a"), "line 5", "url is"),
    ("an address that runs a script", seed(url='"javascript:alert(1)"'), "line 5", "url is"),
    ("an address with a blank", seed(url="https://news.example/a b"), "line 5", "url is"),
    ("an address as a list", seed(url="[https://news.example/a]"), "line 5", "url holds a list"),
    ("a language that isn't a tag", seed(inLanguage="english!"), "line 5", "inLanguage"),
    ("a checksum that isn't one", seed(sha256="abc"), "line 5", "sha256"),
    ("a checksum of another text", seed(sha256="0" * 64), "a.md", "sha256"),
    ("an id with blanks", seed(id="My Article"), "line 5", "id is"),
    ("an id that climbs", seed(id="../x"), "line 5", "id is"),
    ("an id of the system", seed(id="con"), "a.md", "can’t name an article’s page"),
    (
        "an archive that is no address",
        seed(archivedAt="{url: x, date: 2021-06-12}"),
        "line 5, archivedAt.url",
        'url is "x"',
    ),
    ("a text that is neither", seed(text="secret"), "line 5", "text is"),
    ("no text", seed(body=""), "a.md", "no text"),
    ("only blanks for a text", seed(body="   \n\n\t\n"), "a.md", "no text"),
)

TEXTS: tuple[Case, ...] = (
    ("bytes that are no UTF-8", {"a.md": b"---\nheadline: \xe9t\xe9\n---\nx\n"}, "line 2", "is not UTF-8"),
    ("UTF-16", {"a.md": "Text".encode("utf-16")}, "a.md", "UTF-16"),
    ("UTF-32", {"a.md": "Text".encode("utf-32")}, "a.md", "UTF-32"),
    ("a Word file", {"a.md": b"PK\x03\x04" + bytes(40)}, "a.md", ""),
    ("a gzip", {"a.md": b"\x1f\x8b\x08" + bytes(40)}, "a.md", "gzip"),
    ("a PDF", {"a.md": b"%PDF-1.7\n" + bytes(range(128, 160))}, "a.md", "PDF"),
    ("a picture", {"a.md": b"\x89PNG\r\n\x1a\n" + bytes(40)}, "a.md", "PNG"),
    ("an empty file", {"a.md": b""}, "line 1", "no front matter"),
    ("a control character", seed(body="The ferry\x01 sailed."), "line 7", "U+0001"),
    ("a null", seed(body="The ferry\x00 sailed."), "line 7", "U+0000"),
    ("an escape of a terminal", seed(body="The \x1b[31mferry sailed."), "line 7", "U+001B"),
    ("a comment", seed(body="It sailed.\n\n<!-- Ana Bo stole it -->\n"), "line 9", "a comment"),
    ("a comment never closed", seed(body="It sailed.\n\n<!-- Ana Bo stole it\n"), "line 9", "comment"),
    ("alternative text", seed(body="![Ana Bo stole it](https://x.example/a.jpg)\n"), "line 7", "alternative"),
    (
        "words struck out",
        seed(body="The mayor said ~~Ana Bo stole it~~ it was lost.\n"),
        "line 7",
        "struck out",
    ),
    ("a hidden element", seed(body="<span hidden>Ana Bo stole it</span> It sailed.\n"), "line 7", ""),
    ("a script", seed(body="<script>var a = 1</script> It sailed.\n"), "line 7", ""),
    ("a saved page", {"a.md": "<!DOCTYPE html><html><body><p>x</p></body></html>"}, "a.md", "HTML"),
    ("a feed", {"a.md": '<?xml version="1.0"?><rss><channel/></rss>'}, "a.md", "XML"),
    ("JSON", {"a.md": '[{"title": "x"}]'}, "a.md", "JSON"),
    ("a mixed direction", seed(body="The ferry \u202esailed\u202c today.\n"), "line 7", "turn their order"),
)

CURATION: tuple[Case, ...] = (
    ("an editor’s file that is no YAML", curated("actors: [\n"), "line 2", "not YAML"),
    ("a list at the top", curated("- a\n"), "line 1", "no keys and values"),
    ("a section nobody knows", curated("robots: []\n"), "line 1", 'unknown key "robots"'),
    ("a section that is no list", curated("actors: {words: a}\n"), "line 1", "actors holds keys and values"),
    ("an entry that is a word", curated("actors:\n- Mere Tavola\n"), "line 2", ""),
    ("an entry about nothing", curated("actors:\n- name: x\n"), "line 2", '"words" is missing'),
    ("empty words", curated("actors:\n- words: ''\n"), "line 2", "words is empty"),
    (
        "words that don't stand there",
        curated("actors:\n- words: Nobody Here\n"),
        "actors[0]",
        "does not stand in",
    ),
    ("words in no such paragraph", curated(TAVOLA + "  paragraph: '99'\n"), "actors[0]", "paragraph 99"),
    (
        "words that are no record",
        curated("events:\n- words: Nobody on that ferry\n"),
        "events[0]",
        "matches no events",
    ),
    ("a kind that isn't one", curated(TAVOLA + "  kind: robot\n"), "line 3", 'kind is "robot"'),
    ("a type that isn't one", curated(ATTACK + "  type: party\n"), "line 3", 'type is "party"'),
    ("an id that isn't one", curated(TAVOLA + "  id: Not An Id\n"), "line 3", "id is"),
    (
        "an answer that is neither yes nor no",
        curated(TAVOLA + "  noindex: perhaps\n"),
        "line 3",
        "noindex is",
    ),
    ("a number that isn't Wikidata's", curated(TAVOLA + "  wikidata: P31\n"), "line 3", "wikidata is"),
    (
        "an alias type that isn't one",
        curated(TAVOLA + "  aliases: [{text: x, type: y}]\n"),
        "line 3",
        "type is",
    ),
    ("an empty alias", curated(TAVOLA + "  aliases: ['']\n"), "line 3", "is empty"),
    (
        "an alias of another",
        curated(TAVOLA + "  aliases: [{text: Red Reef Movement, source: a made-up list}]\n"),
        "mere-tavola",
        "each of them",
    ),
    (
        "a latitude beyond the pole",
        curated("places:\n- words: Suva\n  geo: {lat: 91, lon: 0, source: x}\n"),
        "line 3",
        'lat is "91"',
    ),
    ("a coordinate from nowhere", curated("places:\n- words: Suva\n  geo: {lat: 1, lon: 0}\n"), "line 3", ""),
    (
        "a coordinate in words",
        curated("places:\n- words: Suva\n  geo: {lat: north, lon: 0, source: x}\n"),
        "line 3",
        "lat is",
    ),
    ("a value without grounds", curated(TAVOLA + "  description: A prime minister.\n"), "actors[0]", ""),
    (
        "grounds that aren't there",
        curated(TAVOLA + "  description: A x.\n  because: not in it\n"),
        "actors[0]",
        "does not stand in the article",
    ),
    (
        "grounds of a name alone",
        curated(TAVOLA + "  description: A x.\n  because: Mere Tavola\n"),
        "actors[0]",
        "rests on a name alone",
    ),
    ("two grounds", curated(TAVOLA + "  because: a\n  source: b\n"), "line 2", "comes from elsewhere"),
    (
        "a voice nobody has",
        curated(
            TAVOLA + "  description: A x.\n  because: Fijian Prime Minister Mere Tavola\n"
            "  according_to: nobody-here\n"
        ),
        "mere-tavola",
        "no record has the id",
    ),
    ("a name of blanks", curated(TAVOLA + "  name: '   '\n"), "line 3", "nothing to see"),
    ("a name nobody sees", curated(TAVOLA + '  name: "\\u200b"\n'), "line 3", "U+200B"),
    ("a name that turns the line", curated(TAVOLA + '  name: "a\\u202eb"\n'), "line 3", "U+202E"),
    ("a drop without a reason", curated(TAVOLA + "  drop: ''\n"), "line 3", "drop is empty"),
    ("a drop of what is set", curated(TAVOLA + "  drop: x\n  name: y\n"), "line 2", "dropped, and yet"),
    ("a drop of what is added", curated(TAVOLA + "  drop: x\n  add: true\n"), "line 2", "dropped, and yet"),
    ("a dropped name that still stands", curated(TAVOLA + "  drop: x\n"), "actors[0]", "still stands in"),
    ("merged into itself", curated(TAVOLA + "  merge: [Mere Tavola]\n"), "line 3", "merged into itself"),
    (
        "merged and set",
        curated(TAVOLA + "  merge: [Suva]\n- words: Suva\n  id: x\n"),
        "line 3",
        "entry of its own",
    ),
    (
        "merged with nothing",
        curated(TAVOLA + "  merge: [Nobody Here]\n"),
        "actors[0].merge[0]",
        "names none of the actors",
    ),
    ("an entry twice", curated(TAVOLA + "- words: Mere Tavola\n"), "line 3", "stands in actors[0]"),
    (
        "two entries about one",
        curated(ATTACK + "- words: attack on a ferry near Nukualofa\n"),
        "events[1]",
        "same finding",
    ),
    (
        "an id twice",
        curated(TAVOLA + "  id: x\n- words: Red Reef Movement\n  id: x\n"),
        "line 5",
        "stands in",
    ),
    (
        "a Wikidata number twice",
        curated(TAVOLA + "  wikidata: Q1\n- words: Red Reef Movement\n  wikidata: Q1\n"),
        "line 5",
        "stands in",
    ),
    (
        "one name twice",
        curated(TAVOLA + "  name: The Twin\n- words: Red Reef Movement\n  name: The Twin\n"),
        "line 5",
        "the name “The Twin”",
    ),
    (
        "two merged into each other",
        curated(
            TAVOLA + "  merge: [Red Reef Movement]\n- words: Red Reef Movement\n  merge: [Mere Tavola]\n"
        ),
        "line 3",
        "has an entry of its own",
    ),
    (
        "an event that follows a person",
        curated(ATTACK + "  follows: mere-tavola\n  source: x\n"),
        "follows",
        "of the kind actor",
    ),
    (
        "an event that follows itself",
        curated(ATTACK + "  follows: attack-on-a-ferry-near-nukualofa\n  source: x\n"),
        "follows",
        "is a circle",
    ),
    (
        "an event that is part of nothing",
        curated(ATTACK + "  part_of: no-such-thing\n  source: x\n"),
        "part_of",
        "no record has the id",
    ),
    (
        "an addition of no kind",
        curated("actors:\n- words: Tongan police\n  add: true\n  name: x\n  source: y\n"),
        "actors[0]",
        "missing",
    ),
    (
        "an editor’s date that isn’t one",
        curated(ATTACK + "  date: {words: On Monday, kind: on, edtf: 2021-02-30, precision: day, rule: x}\n"),
        "attack",
        "no EDTF date",
    ),
    (
        "a date of another kind",
        curated(
            ATTACK + "  date: {words: On Monday, kind: before, edtf: 2021-06-07, precision: day, rule: x}\n"
        ),
        "attack",
        "no value of the kind before",
    ),
    ("a date without words", curated(ATTACK + "  date: {kind: on, edtf: 2021-06-07}\n"), "line 3", "missing"),
    (
        "a role that blames",
        curated(ATTACK + "  participants:\n  - {actor: fiji, role: attacker, words: Fiji and Tonga have}\n"),
        "attack",
        "did it",
    ),
    (
        "a participant nobody knows",
        curated(ATTACK + "  participants:\n  - {actor: nobody, role: guest, words: Fiji and Tonga have}\n"),
        "attack",
        "no record has the id",
    ),
    (
        "a participant’s words that aren't there",
        curated(ATTACK + "  participants:\n  - {actor: fiji, role: guest, words: Fiji alone came}\n"),
        "events[0].participants[0]",
        "does not stand in",
    ),
    (
        "a participant to drop who wasn't read",
        curated(ATTACK + "  participants:\n  - {actor: fiji, words: Fiji and Tonga have, drop: x}\n"),
        "events[0].participants[0].actor",
        "was not read as one",
    ),
    (
        "a title that accuses",
        curated(ATTACK + "  title: Attack by the Red Reef Movement\n  source: x\n"),
        "title",
        "whom a claim blames",
    ),
    (
        "a place that is a person",
        curated(ATTACK + "  place: mere-tavola\n  source: x\n"),
        "place",
        "kind person",
    ),
    (
        "a place that isn't there",
        curated(ATTACK + "  place: atlantis\n  source: x\n"),
        "place",
        "no record has",
    ),
    (
        "a part of itself",
        curated("places:\n- words: Suva\n  part_of: suva\n  source: x\n"),
        "part_of",
        "circle",
    ),
    (
        "a topic nobody knows",
        curated("quotes:\n- words: We want safe waters\n  about: [x-y]\n"),
        "about",
        "no record has the id",
    ),
    (
        "a claim about nothing",
        curated(
            "claims:\n- words: blamed on the Red Reef\n  about: x-y\n  because: blamed on the Red Reef\n"
        ),
        "about",
        "no record has the id",
    ),
    (
        "a wording that isn't there",
        curated("claims:\n- words: denied responsibility\n  wording: [x y z]\n"),
        "claims[0]",
        "does not stand in",
    ),
    (
        "a predicate that isn't one",
        curated("relations:\n- {words: x, subject: a, predicate: likes, object: b}\n"),
        "line 2",
        "predicate is",
    ),
    (
        "a relation to itself",
        curated("relations:\n- {words: x, subject: a, predicate: met, object: a}\n"),
        "line 2",
        "related to itself",
    ),
    (
        "a relation to nobody",
        curated("relations:\n- {words: Fiji and Tonga have, subject: fiji, predicate: met, object: x}\n"),
        "object",
        "no record has the id",
    ),
    (
        "a relation’s words that aren't there",
        curated("relations:\n- {words: Fiji alone came, subject: fiji, predicate: met, object: tonga}\n"),
        "relations[0]",
        "does not stand in",
    ),
    (
        "a relation without words",
        curated("relations:\n- {subject: a, predicate: met, object: b}\n"),
        "line 2",
        '"words" is missing',
    ),
    (
        "a description copied",
        curated(
            TAVOLA + "  source: x\n  description: On Monday, at least three people were "
            "injured in an attack on a ferry near Nukualofa, which the Tongan police blamed on the Reef.\n"
        ),
        "description",
        "words of an article in a row",
    ),
    ("a quotation made up", curated("quotes:\n- words: We want war\n"), "quotes[0]", "does not stand in"),
    (
        "a file of no article",
        beside("other.curation.yaml", "actors: []\n"),
        "other.curation.yaml",
        "no article",
    ),
    ("an editor's file by another name", beside("h.curation.yml", "actors: []\n"), "h.curation.yml", ""),
    ("an anchor in an editor's file", curated("actors: &x []\n"), "line 1", "&x"),
)

FOLDERS: tuple[Case, ...] = (
    ("no article at all", {}, "", "no"),
    ("two articles of one id", {"a.md": seed()["a.md"], **{"b.md": seed(id="a")["a.md"]}}, "", "a"),
    ("a folder of articles", beside("2024/x.md", "x"), "2024", ""),
    ("authorities by another name", beside("authorities.yml", "actors: []\n"), "authorities.yml", ""),
    ("authorities no YAML", beside("authorities.yaml", "actors: [\n"), "line 2", "not YAML"),
    ("an authority of no form", beside("authorities.yaml", "actors:\n- name: A\n"), "line 2", '"names"'),
    ("an authority of no name", beside("authorities.yaml", "actors:\n- names: [A]\n"), "line 2", '"name"'),
    ("an authority of no kind of section", beside("authorities.yaml", "lookups: {}\n"), "line 1", "lookups"),
    (
        "one form of two authorities",
        beside(
            "authorities.yaml",
            "actors:\n- name: A\n  names: [Mere Tavola]\n"
            "  source: x\n- name: B\n  names: [Mere Tavola]\n  source: x\n",
        ),
        "line 6",
        "the form “Mere Tavola”",
    ),
    (
        "a list without names",
        beside("authorities.csv", "alias,kind\nx,person\n"),
        "line 1",
        "its columns are",
    ),
    (
        "a list with other columns",
        beside("authorities.csv", "name,position\nx,y\n"),
        "line 1",
        "its columns are",
    ),
    (
        "a list of a kind that isn't one",
        beside("authorities.csv", "name,kind\nA B,animal\n"),
        "line 2",
        "kind is",
    ),
    (
        "a list with a wrong number",
        beside("authorities.csv", "name,wikidata\nA B,q1\n"),
        "line 2",
        "wikidata is",
    ),
    ("a list with a row too long", beside("authorities.csv", "name,wikidata\nB, A,Q1\n"), "line 2", "cells"),
    ("a list whose mark never closes", beside("authorities.csv", 'name\n"A B\n'), "line 2", "end of data"),
    ("a list whose head never closes", beside("authorities.csv", '"name\n'), "line 1", "end of data"),
    ("a list in Latin-1", beside("authorities.csv", b"name\nAn\xe1\n"), "line 2", "not UTF-8"),
    ("an empty list", beside("authorities.csv", ""), "line 1", "columns are none"),
    ("settings no YAML", beside("dossier.yaml", "title: [\n"), "line 2", "not YAML"),
    ("a setting nobody knows", beside("dossier.yaml", "colour: red\n"), "line 1", 'unknown key "colour"'),
    ("a title of two lines", beside("dossier.yaml", 'title: "a\\nb"\n'), "line 1", "title"),
    ("an empty title", beside("dossier.yaml", "title: ''\n"), "line 1", "title is empty"),
    ("a review that isn't one", beside("dossier.yaml", "review: perhaps\n"), "line 1", "review is"),
    (
        "a repository that is no address",
        beside("dossier.yaml", "repository: git@x\n"),
        "line 1",
        "repository is",
    ),
    (
        "a repository that runs a script",
        beside("dossier.yaml", "repository: 'javascript:x'\n"),
        "line 1",
        "repository is",
    ),
    ("a ledger that isn't one", beside("ledger.jsonl", "{\n"), "line 1", ""),
    ("a ledger with a line of another shape", beside("ledger.jsonl", '{"a": 1}\n'), "line 1", ""),
)

CASES = (*FRONT, *TEXTS, *CURATION, *FOLDERS)


def row(**changes: object) -> str:
    """A row of a corpus that is right but for the changes; None leaves a key out."""
    keys = {"id": "a", "text": TEXT, "published": "2021-06-12", **changes}
    return json.dumps({key: value for key, value in keys.items() if value is not None}) + "\n"


ROWS: tuple[tuple[str, str | bytes, str], ...] = (
    ("a row that is no JSON", "{\n", "not JSON"),
    ("a row that is a list", "[]\n", "a row is an object with id and text"),
    ("a row that is a word", '"a"\n', "a row is an object with id and text"),
    ("a row that is nothing", "null\n", "a row is an object with id and text"),
    ("a row without a text", row(text=None), "text is missing or empty"),
    (
        "a row whose text has another key",
        row(text=None, title="A ferry", content="It sailed."),
        "text is missing or empty; it has content: dossier import makes seeds of rows",
    ),
    ("a row with an empty text", row(text=""), "text is missing or empty"),
    ("a row whose text is a number", row(text=5), "text is 5, expected a string"),
    ("a row without an id", row(id=None), "id is missing or empty"),
    ("a row whose id is a list", row(id=[1]), "id is [1], expected a string"),
    ("a row of another day", row(published="31/12/2023"), "expected a date such as 2024-05-31"),
    ("a row of a day that isn’t one", row(published="2023-02-30"), "expected a date such as 2024-05-31"),
    ("a row with half a character", '{"id": "a", "text": "\\ud800"}\n', "half of a surrogate pair"),
    ("a row in UTF-16", row().encode("utf-16-be") + b"\n", "not JSON"),
    ("a row in Latin-1", row().encode().replace(b"ferry", b"f\xe9rry"), "not UTF-8"),
    ("a row with a script", row(text="<p>x</p><script>1</script>"), "an element <script>"),
    ("a row with a comment", row(text="It sailed. <!-- Ana Bo stole it -->"), "a comment"),
)
"""Rows of a corpus: name, the file, and what the message of its line must find."""

FINDING = {"kind": "actor", "name": "Edda Falk", "type": "person", "slots": []}
HANDED: tuple[tuple[str, str, str | bytes, str], ...] = (
    ("findings that are none", "m.jsonl", "", "there is no finding"),
    ("findings in UTF-16", "m.jsonl", "{}".encode("utf-16"), "UTF-16"),
    ("a finding that is no JSON", "m.jsonl", "{x\n", "not JSON"),
    ("a finding nested without end", "m.jsonl", "[" * 100_000 + "]" * 100_000 + "\n", "not JSON"),
    ("a finding of bytes", "m.jsonl", b"\x00\x01\x02", "not JSON"),
    ("a finding that is a list", "m.jsonl", "[1]\n", "an object was expected"),
    ("a finding that is nothing", "m.jsonl", "null\n", "an object was expected"),
    ("a finding of no kind", "m.jsonl", json.dumps({**FINDING, "kind": None}), "kind"),
    ("a finding of a kind that isn’t one", "m.jsonl", json.dumps({**FINDING, "kind": "robot"}), "kind"),
    ("a finding with a key nobody knows", "m.jsonl", json.dumps({**FINDING, "hue": 1}), "hue"),
    ("a finding in no article", "m.jsonl", json.dumps({**FINDING, "article": "nobody"}), "no article nobody"),
    ("a finding whose name is a number", "m.jsonl", json.dumps({**FINDING, "name": 5}), "name"),
    *(
        (
            f"{key} of a name that are no list",
            "rows.jsonl",
            json.dumps({"id": "talks", "actors": [name]}),
            key,
        )
        for key in ("aliases", "alias_types", "roles")
        for name in ({"name": "Edda Falk", "kind": "person", "mentions": [], key: True},)
    ),
    ("a table with other columns", "t.csv", "a,b\n1,2\n", "no column subject"),
    ("a table that is empty", "t.csv", "", "no column subject"),
    (
        "a table of a strange predicate",
        "t.csv",
        "subject,predicate,object,words\nA,b,C,d\n",
        "“b” is no",
    ),
)
"""Another reader's findings: name, file, its text, and what the message or the reason must find."""
