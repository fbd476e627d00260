"""Inputs nobody would write, and what must hold whatever they are: a result, or one message; nothing else.

Each property takes a folder to work in and something drawn. Valid inputs are broken by a few edits, so that
most get past the first check. `make fuzz` draws for as long as it is told to; the tests draw a few.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from dossier.build import build
from dossier.errors import DossierError
from dossier.reading.batch import extract_inputs, list_inputs
from dossier.seeds.importing.material import nobody
from dossier.seeds.importing.run import import_all
from dossier.seeds.importing.talk import Answers

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


PROPERTIES: dict[str, tuple[st.SearchStrategy[Any], Callable[[Any], None]]] = {
    "folders": (SEED_FOLDERS, any_folder_builds_or_says_why),
    "rows": (JSON_LINES, any_rows_are_read_or_told),
    "originals": (ORIGINALS, any_original_is_imported_or_told),
}
