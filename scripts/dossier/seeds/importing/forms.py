"""An original to the name of its form, by its bytes first and its name second; other forms are named."""

from __future__ import annotations

import json
import re
import zipfile
from io import BytesIO
from typing import Literal

from dossier.errors import DossierError
from dossier.seeds.importing.material import Original, refused
from dossier.seeds.importing.tables import load

Form = Literal["markdown", "plain", "page", "table", "lines", "json", "word", "feed"]

_READ = "Markdown, plain text, a saved page, CSV, JSON or JSON Lines, a Word file (.docx) or a feed"
_BY_NAME: dict[str, Form] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".mdx": "markdown",
    ".txt": "plain",
    ".text": "plain",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".csv": "table",
    ".tsv": "table",
    ".json": "json",
    ".jsonl": "lines",
    ".ndjson": "lines",
}
_ROOT = re.compile(
    r"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!DOCTYPE[^>]*>\s*)?<([A-Za-z][\w:.-]*)", re.DOTALL
)
_PAGE = re.compile(
    r"\A\s*(?:<!doctype html|<(?:html|head|body|script|nav|article|main|div|p|h1)\b)", re.IGNORECASE
)


class OtherForm(DossierError):
    """A file of a form that import doesn't read."""


def form_of_bytes(original: Original) -> Form | None:
    """The form of a file that is no text; None for text.

    Raises OtherForm, naming what the file is.
    """
    if original.data.startswith(b"PK\x03\x04") and (_ending(original) == ".docx" or _is_word(original.data)):
        return "word"
    start = original.data[:64].decode("latin-1")
    for entry in load("signatures")["bytes"]:
        if start.startswith(entry["starts"]):
            raise _other(original, _by_name(original) or entry)
    if original.data[4:8] == b"ftyp":
        raise _other(original, {"name": "a film or picture (MP4 or HEIC)", "instead": "text"})
    return None


def form_of_text(original: Original, text: str) -> Form:
    """The form of a text.

    Raises OtherForm, naming what the file is.
    """
    root = _ROOT.match(text)
    if root and (found := _form_of_root(original, root[1], text)):
        return found
    entry = _by_name(original)
    if entry:
        raise _other(original, entry)
    ending = _ending(original)
    if ending in _BY_NAME and not (ending == ".json" and _is_lines(text)):
        return _BY_NAME[ending]
    if ending == ".json" or (not ending and _is_lines(text)):
        return "lines"
    if not ending or original.address:
        return _form_by_content(text)
    raise _other(original, {"name": f"a file of an unknown form ({ending})", "instead": _READ})


def _form_of_root(original: Original, root: str, text: str) -> Form | None:
    name = root.rsplit(":", 1)[-1]
    if name in ("rss", "feed", "RDF"):
        return "feed"
    for entry in load("signatures")["roots"]:
        if name == entry["root"]:
            raise _other(original, entry)
    if _PAGE.match(text) or name.lower() == "html":
        return None if _ending(original) in (".md", ".markdown") else "page"
    if text.lstrip().startswith("<?xml") or _ending(original) == ".xml":
        raise _other(original, {"name": f"XML with the root <{root}>", "instead": _READ})
    return None


def _form_by_content(text: str) -> Form:
    if text.lstrip().startswith("{"):
        try:
            json.loads(text)
        except ValueError:
            pass  # JSON front matter over Markdown begins so, too
        else:
            return "json"
    marked = re.search(r"^(?:---|\+\+\+)$|^#{1,6} |\]\(https?://|^> |\*\*\w", text, re.MULTILINE)
    return "markdown" if marked else "plain"


def _is_lines(text: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip()]
    return len(lines) > 1 and all(line.startswith("{") and line.rstrip().endswith("}") for line in lines)


def _is_word(data: bytes) -> bool:
    try:
        return "word/document.xml" in zipfile.ZipFile(BytesIO(data)).namelist()
    except zipfile.BadZipFile:
        return False


def _by_name(original: Original) -> dict[str, str] | None:
    return next((entry for entry in load("signatures")["names"] if _ending(original) in entry["ends"]), None)


def _ending(original: Original) -> str:
    match = re.search(r"[^/]+(\.[A-Za-z][A-Za-z0-9]{0,9})\Z", original.name) if not original.address else None
    return match[1].lower() if match else ""


def _other(original: Original, entry: dict[str, str]) -> OtherForm:
    error = refused(original.file, f"this is {entry['name']}, which import doesn’t read", entry["instead"])
    return OtherForm(error.problems)
