"""Inputs nobody would write, and what must hold whatever they are: a result, or one message; nothing else.

Each property takes a folder to work in and something drawn. Valid inputs are broken by a few edits, so that
most get past the first check. `make fuzz` draws for as long as it is told to; the tests draw a few.
"""

from __future__ import annotations

import contextlib
import copy
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

import reader_texts
from dossier.accepting import accept_file
from dossier.build import build, preview
from dossier.errors import DossierError
from dossier.reading.batch import extract_inputs, list_inputs
from dossier.reading.extract import extract_findings
from dossier.reading.interchange import article_from_row, findings_to_row
from dossier.seeds.importing.material import nobody
from dossier.seeds.importing.run import import_all
from dossier.seeds.importing.talk import Answers
from reader_texts import PUBLISHED, TEXT

HERE = Path(__file__).parent
ARTICLE = (HERE / "seeds" / "harbour-patrol.md").read_text(encoding="utf-8")
SECOND = """---
headline: Ferry sails again
publisher: The Reef Times
datePublished: 2021-06-12
---

SUVA, Fiji – The ferry sailed again on Friday, Prime Minister Mere Tavola said. Police arrested two men.
"""
CURATION = """actors:
- words: Mere Tavola
  description: Mere Tavola is Prime Minister of Fiji.
  because: Fijian Prime Minister Mere Tavola
  aliases:
  - text: Meri Tavola
places:
- words: Nukualofa
  geo: {lat: -21.1, lon: -175.2, gazetteer: GeoNames}
events:
- words: an attack on a ferry
  title: Attack on a ferry
  because: an attack on a ferry
claims:
- words: denied responsibility
  wording: [denied responsibility]
relations:
- words: Fiji and Tonga have agreed
  subject: fiji
  predicate: ally_of
  object: tonga
"""
AUTHORITIES = """actors:
- name: Mere Tavola
  names: [Mere Tavola, Tavola]
  source: the editor
"""
NAMES = 'name,alias,kind,wikidata\nMere Tavola,"Tavola; M. Tavola",person,Q1\nSuva,,city,\n'
SETTINGS = "title: The patrol\nsubtitle: A made-up story\nreview: off\n"
ROWS = "\n".join(
    json.dumps({"id": f"r{number}", "text": text, "published": "2021-06-09"})
    for number, text in enumerate(
        (ARTICLE.split("---", 2)[2], "Police said the ferry sank.", "“No,” said Tavola.")
    )
)
TALKS = f"""---
headline: Ferry talks end in Osterby
publisher: The Osterby Post
datePublished: {PUBLISHED}
---

{TEXT}
"""
HANDED: list[dict[str, Any]] = [
    *reader_texts.NAMES,
    *reader_texts.SOUND.values(),
    *reader_texts.INVENTED.values(),
]
EXTRACTED = {
    "document_id": "talks",
    "text": TEXT,
    "extractions": [
        {
            "extraction_class": "claim",
            "extraction_text": "Sudland accused the Reed Circle",
            "char_interval": {
                "start_pos": TEXT.index("Sudland accused"),
                "end_pos": TEXT.index(" of an attack"),
            },
            "attributes": {"type": "accusation", "claimant": "Sudland", "target": "the Reed Circle"},
        }
    ],
}
TABLE = (
    "subject,predicate,object,words,trigger,cue,date\n"
    "Sudland,accusation,the Reed Circle,Sudland accused the Reed Circle of an attack,accused,,\n"
    "Tolvane,said,The river belongs to all of us,“The river belongs to all of us,said,said,\n"
    "Mira Tolvane,meeting,Jonas Reik,President Mira Tolvane of Norland met,met,,Monday\n"
)
VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 2**70, 1e308, "", " ", "\x00", "\ud800", "Norland", "the", "“", [], {}, [[]], [None],
    {"words": "Norland"}, {"start": 0, "end": 10**9}, {"start": -1, "end": 0}, {"start": "0", "end": "5"},
    {"words": "Edda Falk", "start": 5, "end": 2}, "x" * 5_000, ["Norland"] * 300,
)  # fmt: skip
ODD = (
    "\u200b", "\u202e", "\u00ad", "\ufeff", "\u2028", "\x00", "\x1b[31m", "\ud7ff", "́", "‘", "“", "”", "’",
    '"', "\t", "\r", "\r\n", "\\", "{", "}", "[", "]", "&a", "*a", "!!python/name:x", "<<: ", "<script>",
    "{{ x }}", "](javascript:alert(1))", "~~", "|", ">", "%", "#", "---", "...", ": ", "- ", "null", "0x1",
    "1e400", "٣", "𝟛", "ﷺ", "a" * 300, "9" * 60, "2021-02-30", "../../x", "C:\\x", "中文", "\U0001f9a8",
)  # fmt: skip


def broken(text: str) -> st.SearchStrategy[str]:
    """The text with up to five edits: a line gone, doubled, moved or indented; odd characters; a cut."""
    lines = text.splitlines(keepends=True)
    at = st.integers(0, max(len(lines) - 1, 0))
    edit = st.one_of(
        st.tuples(st.just("drop"), at, st.just("")),
        st.tuples(st.just("double"), at, st.just("")),
        st.tuples(st.just("indent"), at, st.sampled_from(("  ", " ", "\t", "- "))),
        st.tuples(st.just("swap"), at, st.just("")),
        st.tuples(st.just("insert"), at, st.sampled_from(ODD) | st.text(max_size=6)),
        st.tuples(st.just("value"), at, st.sampled_from(ODD) | st.text(max_size=6)),
        st.tuples(st.just("cut"), at, st.just("")),
    )
    return st.tuples(st.lists(edit, max_size=5), st.integers(0, 400)).map(
        lambda drawn: _edited(lines, drawn[0], drawn[1])
    )


def _edited(lines: list[str], edits: list[tuple[str, int, str]], column: int) -> str:
    lines = list(lines)
    for what, number, words in edits:
        if not lines:
            break
        at = number % len(lines)
        line = lines[at]
        if what == "drop":
            del lines[at]
        elif what == "double":
            lines.insert(at, line)
        elif what == "indent":
            lines[at] = words + line
        elif what == "swap":
            lines[at], lines[-at] = lines[-at], line
        elif what == "insert":
            where = column % (len(line) + 1)
            lines[at] = line[:where] + words + line[where:]
        elif what == "value":
            lines[at] = line.partition(":")[0] + ": " + words + "\n"
        else:
            lines[at:] = [line[: column % (len(line) + 1)]]
    return "".join(lines)


SEED_FOLDERS = st.fixed_dictionaries(
    {"h.md": broken(ARTICLE)},
    optional={
        "b.md": broken(SECOND),
        "h.curation.yaml": broken(CURATION),
        "authorities.yaml": broken(AUTHORITIES),
        "authorities.csv": broken(NAMES),
        "dossier.yaml": broken(SETTINGS),
    },
)
JSON_LINES = broken(ROWS)
ORIGINALS = st.sampled_from(
    sorted(p for p in (HERE / "importing" / "files").rglob("*") if p.is_file() and p.stat().st_size < 20_000)
).flatmap(lambda path: st.tuples(st.just(path.name), _spoilt(path.read_bytes())))


def _spoilt(data: bytes) -> st.SearchStrategy[bytes]:
    """Bytes as they are, cut short, or with others put in."""
    at = st.integers(0, max(len(data) - 1, 0))
    return st.one_of(
        st.just(data),
        at.map(lambda n: data[:n]),
        st.tuples(at, st.binary(max_size=8)).map(lambda d: data[: d[0]] + d[1] + data[d[0] :]),
        st.tuples(at, at).map(lambda d: data[: min(d)] + data[max(d) :]),
    )


def _leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where a nested value may be another: every key and every item, at whatever depth."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield (*path, key)
        yield from _leaves(inner, (*path, key))


def altered(rows: list[dict[str, Any]]) -> st.SearchStrategy[list[Any]]:
    """A few of the rows, with up to three of their values others, of another form or gone."""
    change = st.tuples(st.integers(0, 10**6), st.sampled_from((*VALUES, ...)))
    row = st.tuples(st.sampled_from(rows), st.lists(change, max_size=3)).map(lambda drawn: _altered(*drawn))
    return st.lists(row, min_size=1, max_size=6)


def _altered(row: dict[str, Any], changes: list[tuple[int, Any]]) -> Any:
    row = copy.deepcopy(row)
    for number, value in changes:
        paths = list(_leaves(row))
        if not paths:
            break
        *way, last = paths[number % len(paths)]
        inner: Any = row
        for key in way:
            inner = inner[key]
        if value is ...:
            del inner[last]
        else:
            inner[last] = copy.deepcopy(value)
    return row


def _lines(rows: list[Any]) -> str:
    return "".join(f"{json.dumps(row)}\n" for row in rows)


def read_row() -> dict[str, Any]:
    """What our own rules read in the article of the talks, as `dossier extract` writes it."""
    article = article_from_row({"id": "talks", "text": TEXT, "published": str(PUBLISHED)})
    return dict(findings_to_row(article, extract_findings(article)))


HANDED_OVER = st.one_of(
    st.tuples(st.just("model.jsonl"), altered(HANDED).map(_lines)),
    st.tuples(st.just("model.jsonl"), altered([EXTRACTED]).map(_lines)),
    st.tuples(st.just("rows.jsonl"), st.deferred(lambda: altered([read_row()])).map(_lines)),
    st.tuples(st.just("model.jsonl"), st.deferred(lambda: broken(_lines(HANDED)))),
    st.tuples(st.sampled_from(("table.csv", "table.tsv")), broken(TABLE)),
)
PIECES = st.sampled_from(
    (
        *ODD,
        *(sentence + " " for sentence in TEXT.replace("\n\n", " ").split(". ")),
        "\n\n",
        "\n",
        " ",
        "said ",
    )
)
TEXTS = st.lists(PIECES | st.text(max_size=8), max_size=25).map("".join)


@contextlib.contextmanager
def room() -> Iterator[Path]:
    """A folder of its own, with a file beside that nothing may touch."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        (home / "beside.txt").write_text("untouched", encoding="utf-8")
        (home / "work").mkdir()
        yield home / "work"
        left = {path.name for path in home.iterdir()}
        assert left == {"beside.txt", "work"}, f"something was written outside: {left}"
        assert (home / "beside.txt").read_text(encoding="utf-8") == "untouched"


def _told(error: DossierError, home: Path) -> None:
    """A message says where and what, and can be printed."""
    assert error.problems
    for problem in error.problems:
        assert problem.file
        assert problem.found
        assert problem.expected
    str(error).encode("utf-8")
    assert "Traceback" not in str(error)
    assert str(home.parent / "beside.txt") not in str(error)


def any_folder_builds_or_says_why(files: dict[str, str]) -> None:
    """Seeds and an editor's files: pages a second build leaves alone, or problems and nothing written."""
    with room() as home:
        seeds, docs = home / "seeds", home / "docs"
        seeds.mkdir()
        for name, text in files.items():
            (seeds / name).write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            build(seeds, docs)
        except DossierError as error:
            _told(error, home)
            assert not docs.exists() or not any(p.is_file() and p.suffix == ".md" for p in docs.rglob("*"))
        else:
            again = build(seeds, docs)
            assert not again.written.changed
            shutil.rmtree(docs)


def any_rows_are_read_or_told(text: str) -> None:
    """JSON Lines: as many findings and messages as rows, and every span within its text."""
    with room() as home:
        path = home / "rows.jsonl"
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            for output in extract_inputs(list_inputs([], [path]), 1):
                assert (output.row is None) != (output.trouble is None)
                if output.row is not None:
                    json.loads(output.row)
        except DossierError as error:
            _told(error, home)


def any_original_is_imported_or_told(drawn: tuple[str, bytes]) -> None:
    """An original of any form: a seed, or a message."""
    name, data = drawn
    with room() as home:
        (home / name).write_bytes(data)
        (home / "seeds").mkdir()
        answers = Answers(publisher="X", date="2024-05-31", date_order="dmy", boilerplate="drop")
        for outcome in import_all([str(home / name)], answers, home / "seeds", home / "kept", nobody):
            assert outcome.seed is None or outcome.seed.exists()
            for problem in outcome.problems:
                assert problem.file
                assert problem.found


def any_findings_are_taken_or_refused(drawn: tuple[str, str]) -> None:
    """Another reader's findings: each taken or refused with its reasons, and a dossier of what was taken."""
    name, text = drawn
    with room() as home:
        seeds = home / "seeds"
        seeds.mkdir()
        (seeds / "talks.md").write_text(TALKS, encoding="utf-8")
        (home / name).write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            accepted = accept_file(home / name, "model", None, seeds)
        except DossierError as error:
            _told(error, home)
            assert not (seeds / "talks.findings").exists()
            return
        assert all(reason for refused in accepted.refused for reason in refused.reasons)
        assert all(refused.reasons for refused in accepted.refused)
        try:
            preview(seeds)
        except DossierError as error:
            _told(error, home)


def any_text_is_read(text: str) -> None:
    """Any text at all: every span lies in it, and words given with their span stand there."""
    try:
        article = article_from_row({"id": "any", "text": text, "published": "2023-05-10"})
    except ValueError:  # told with the row by whoever reads it
        return
    whole = article.text.text
    for found in _spans(json.loads(json.dumps(findings_to_row(article, extract_findings(article))))):
        assert 0 <= found["start"] <= found["end"] <= len(whole)
        assert (
            found.get("words", whole[found["start"] : found["end"]]) == whole[found["start"] : found["end"]]
        )


def _spans(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if isinstance(value.get("start"), int) and isinstance(value.get("end"), int):
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from _spans(inner)


PROPERTIES: dict[str, tuple[st.SearchStrategy[Any], Callable[[Any], None]]] = {
    "folders": (SEED_FOLDERS, any_folder_builds_or_says_why),
    "rows": (JSON_LINES, any_rows_are_read_or_told),
    "originals": (ORIGINALS, any_original_is_imported_or_told),
    "findings": (HANDED_OVER, any_findings_are_taken_or_refused),
    "texts": (TEXTS, any_text_is_read),
}
