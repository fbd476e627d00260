"""The texts that are published: of data, of the site's files, whatever the markup they stand in."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from zlib import crc32

from dossier.assembly.words import words_of


def texts_of_files(files: Mapping[str, bytes]) -> Iterator[list[str]]:
    """The texts in some files, each as a list of words in small letters; pictures and the like have none."""
    return _words_of(sorted(files.items()))


def texts_of_site(site: Path) -> Iterator[list[str]]:
    """The same of every file of a built site, one file after the other."""
    paths = sorted(path for path in site.rglob("*") if path.suffix in (*_READERS, _DATABASE))
    return _words_of((str(path), path.read_bytes()) for path in paths)


def _words_of(files: Iterable[tuple[str, bytes]]) -> Iterator[list[str]]:
    for path, data in files:
        yield from texts_of(path, data)


def texts_of(path: str, data: bytes) -> Iterator[list[str]]:
    """The texts in one file."""
    if not path.endswith(_SCHEMA):
        yield from map(words_of, dict.fromkeys(_texts(Path(path).suffix, data)))


def _texts(suffix: str, data: bytes) -> Iterable[str]:
    if suffix == _DATABASE:
        return _database_texts(data)
    reader = _READERS.get(suffix)
    return reader(data.decode("utf-8")) if reader else ()


def pieces_of(path: str, data: bytes) -> Iterator[tuple[str, slice]]:
    """A file in pieces that change apart, each with a path of its own; all but long data and feeds in one.

    They are cut between records, where a digest of the record before says so: what stands elsewhere in the
    file doesn't move the cuts. The texts of the pieces are those of the file.
    """
    between_records, piece = _CUT.get(Path(path).suffix, (b"", ""))
    if not piece or data.count(between_records) + 1 < _FEW_RECORDS:
        yield path, slice(0, len(data))
        return
    view = memoryview(data)
    begin = at = number = 0
    while at < len(data):
        between = data.find(between_records, at)
        end = len(data) if between < 0 else between
        if between < 0 or crc32(view[at:end]) % _RECORDS == 0:
            yield f"{path}/{number}{piece}", slice(begin, end)
            begin, number = end + len(between_records), number + 1
        at = end + len(between_records)


def _piece_texts(source: str) -> list[str]:
    """The texts of some lines of JSON, its keys left out."""
    found = (json.loads(match[1]) for match in _STRING.finditer(source) if not match[2])
    return [text for each in found for text in _strings(each)]


class _Visible(HTMLParser):
    """The texts of a page: one for each stretch between two elements that stand apart.

    Attributes that hold prose are texts too: they are published as much as what is shown.
    """

    _INLINE = frozenset(["a", "abbr", "b", "cite", "em", "i", "mark", "q", "span", "strong", "time"])
    _NO_PROSE = frozenset(["href", "src", "class", "id"])

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts = [""]
        self.in_attributes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Takes the attributes that hold prose."""
        self.in_attributes += [value for name, value in attrs if value and name not in self._NO_PROSE]
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Ends a text where an element stands apart."""
        if tag not in self._INLINE:
            self.texts.append("")

    def handle_data(self, data: str) -> None:
        """Takes what is shown."""
        self.texts[-1] += data


def _markup_texts(source: str) -> list[str]:
    visible = _Visible()
    visible.feed(source)
    visible.close()
    return visible.in_attributes + visible.texts


def _json_texts(source: str) -> list[str]:
    return list(_strings(json.loads(source)))


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield from _markup_texts(value) if "<" in value else [value]
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)


def _csv_texts(source: str) -> list[str]:
    return [
        line for row in csv.reader(StringIO(source, newline="")) for cell in row for line in cell.splitlines()
    ]


def _database_texts(data: bytes) -> list[str]:
    """The texts of every table of a database."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(data)
        tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return [
            line
            for (table,) in tables
            for row in database.execute(f'SELECT * FROM "{table}"')
            for cell in row
            if isinstance(cell, str)
            for line in cell.splitlines()
        ]


def _index_texts(source: str) -> list[str]:
    """Texts of a part of the search index that results are shown from; nothing of other scripts."""
    shown = _INDEX_PART.match(source)
    return _json_texts(shown[1]) if shown else []


_INDEX_PART = re.compile(r'dossierSearch\.part\("(?:shown|texts)\d+",(.*)\);\s*\Z', re.DOTALL)
_STRING = re.compile(r'("(?:[^"\\]|\\.)*")(:)?')
"""A text, or with the second group a key."""
_FEW_RECORDS = 500
_RECORDS = 32
"""In a piece, about."""
_PIECE = ".records"
_CUT = {".json": (b"\n  },\n  {\n", _PIECE), ".xml": (b"</entry>\n<entry>\n", ".xml")}
"""By suffix, what stands between two records, which no text of theirs can hold, and the suffix of a piece."""
_DATABASE = ".sqlite"
_SCHEMA = ".schema.json"
"""End of the names of schemas, which are made of the program's types and have no word of an article."""
_READERS: dict[str, Callable[[str], Iterable[str]]] = {
    ".html": _markup_texts,
    ".md": _markup_texts,
    ".xml": _markup_texts,
    ".graphml": _markup_texts,
    **dict.fromkeys((".json", ".jsonld", ".geojson"), _json_texts),
    _PIECE: _piece_texts,
    ".csv": _csv_texts,
    ".js": _index_texts,
    **dict.fromkeys((".jsonl", ".tsv", ".txt", ".bib", ".ttl", ".nt"), str.splitlines),
}
