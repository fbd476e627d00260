"""The bytes of a file to its text, or what kind of file it is when it is no plain text in UTF-8."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

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


@dataclass(frozen=True)
class _Signature:
    start: str
    kind: str


@dataclass(frozen=True)
class _Kinds:
    signatures: list[_Signature]
    suffixes: dict[str, str]


def suffix_kinds() -> dict[str, str]:
    """What files are by the ends of their names, in small letters."""
    return _kinds().suffixes


def decoded(data: bytes, path: Path) -> str:
    """The text of a file given its bytes, without a byte order mark.

    Raises DossierError, saying what the file is, when it is no text in UTF-8.
    """
    encoding = marked_encoding(data) or unmarked_encoding(data)
    if encoding:
        raise DossierError([_encoded(path, encoding)])
    kind = _binary_kind(data)
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


def _binary_kind(data: bytes) -> str | None:
    for signature in _kinds().signatures:
        if data.startswith(bytes.fromhex(signature.start)):
            return signature.kind
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
    return suffix_kinds()[suffix] if suffix in _MARKED else None


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
