"""The bytes of a file to its text, or what kind of file it is when it is no plain text in UTF-8."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dossier.errors import DossierError, Problem
from dossier.reading.lexicon import load_table
from dossier.seeds.encodings import marked_encoding, unmarked_encoding

_HTML = re.compile(r"\s{0,99}<(?:!doctype html|html|head|body)[\s>]", re.IGNORECASE)
_XML = re.compile(r"\s{0,99}<(?:\?xml|nitf|newsml|newsitem|rss|feed)[\s>]", re.IGNORECASE)
_MARKED = frozenset((".html", ".htm", ".xhtml", ".xml", ".json"))
"""Ends of names whose files can begin like a text; the others have their signature."""
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\x1b")
_MAX_CONTROLS = 0.05
"""Share of control bytes beyond which a file is no text with a slip in it."""


ZIP = b"PK\x03\x04"
"""What a zip archive begins with that is not empty."""
Form = Literal["markdown", "plain", "page", "table", "lines", "json", "word", "feed"]
"""What import reads a file as."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of file that is no plain text of an article."""

    name: str
    """What the user is told it is: "a gzip file"."""
    instead: str = ""
    """What import would read in its place."""
    form: Form | None = None
    """What import reads it as, where it does."""
    starts: str = ""
    """Its first bytes, as Latin-1 text."""
    ends: tuple[str, ...] = ()
    """How its name ends, in small letters."""
    root: str = ""
    """The root of its XML."""
    beside: bool = False
    """Whether it may lie beside articles, as what nobody takes for one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kinds:
    bytes: tuple[Kind, ...]
    names: tuple[Kind, ...]
    roots: tuple[Kind, ...]


def kind_by_bytes(data: bytes, suffix: str) -> Kind | None:
    """What a file is by its first bytes; of a zip archive, as many kinds are, the name’s end tells which."""
    start = data[:64].decode("latin-1")
    kind = next((kind for kind in _kinds().bytes if start.startswith(kind.starts)), None)
    if kind and data.startswith(ZIP):
        named = kind_by_name(suffix)
        return named if named and named.form in (None, "word") else kind
    return kind


def kind_by_name(suffix: str) -> Kind | None:
    """What a file is by the end of its name, in small letters; a text that can be an article is none."""
    return next((kind for kind in _kinds().names if suffix in kind.ends), None)


def kind_by_root(root: str) -> Kind | None:
    """What an XML document is by the name of its root."""
    return next((kind for kind in _kinds().roots if root == kind.root), None)


def decoded(data: bytes, path: Path) -> str:
    """The text of a file given its bytes, without a byte order mark.

    Raises DossierError, saying what the file is, when it is no text in UTF-8.
    """
    encoding = marked_encoding(data) or unmarked_encoding(data)
    if encoding:
        raise DossierError([_encoded(path, encoding)])
    kind = _binary_kind(data, path.suffix.lower())
    if kind:
        raise DossierError([_of_kind(path, kind)])
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise DossierError([_not_utf8(path, data, error.start)]) from None


def refuse_marked(text: str, path: Path) -> None:
    """Raises DossierError when a text is HTML, XML or JSON, which an article is not."""
    kind = _text_kind(text, path.suffix.lower())
    if kind:
        raise DossierError([_of_kind(path, kind)])


def _kinds() -> _Kinds:
    return load_table("kinds", _Kinds, package="dossier.seeds")


def _binary_kind(data: bytes, suffix: str) -> str | None:
    kind = kind_by_bytes(data, suffix)
    if kind is not None:
        return kind.name
    sample = data[:10_000]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return "a binary file" if len(sample) >= 100 and controls > _MAX_CONTROLS * len(sample) else None


def _text_kind(text: str, suffix: str) -> str | None:
    if _HTML.match(text):
        return "an HTML file"
    if _XML.match(text):
        return "an XML file"
    if text.lstrip().startswith(("{", "[")) and _is_json(text.lstrip()):
        return "JSON, or begins with front matter in JSON"
    named = kind_by_name(suffix) if suffix in _MARKED else None
    return named.name if named else None


def _is_json(text: str) -> bool:
    """Whether a text begins with a JSON object, or a list of them."""
    try:
        value, _ = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return False
    first = value[0] if isinstance(value, list) and value else value
    return isinstance(first, dict) and bool(first)


def _of_kind(path: Path, kind: str) -> Problem:
    return Problem(
        file=str(path),
        found=f"this is {kind}",
        expected="plain text in UTF-8, behind front matter where it has any",
        example=f"dossier import {path}",
    )


def _encoded(path: Path, encoding: str) -> Problem:
    return Problem(
        file=str(path),
        found=f"this is {encoding}",
        expected="a file saved as UTF-8",
        example=f"iconv -f {encoding} -t UTF-8 {path.name} > new{path.suffix}",
    )


def _not_utf8(path: Path, data: bytes, at: int) -> Problem:
    line = data.count(b"\n", 0, at) + 1
    return Problem(
        file=str(path),
        where=f"line {line}",
        found=f"byte {at} (0x{data[at]:02X}) is not UTF-8",
        expected="a file saved as UTF-8",
        example=f"iconv -f WINDOWS-1252 -t UTF-8 {path.name} > new{path.suffix}",
    )
