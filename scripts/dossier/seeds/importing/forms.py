"""An original to the name of its form, by its bytes first and its name second; other forms are named."""

from __future__ import annotations

import json
import re
import zipfile
from io import BytesIO

from dossier.errors import DossierError
from dossier.seeds.importing.material import Original, refused
from dossier.seeds.kinds import ZIP, Form, Kind, kind_by_bytes, kind_by_name, kind_by_root

_READ = "Markdown, plain text, a saved page, CSV, JSON or JSON Lines, a Word file (.docx) or a feed"
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
    if original.data.startswith(ZIP) and (_ending(original) == ".docx" or _is_word(original.data)):
        return "word"
    kind = kind_by_bytes(original.data, _ending(original))
    if kind:
        raise _other(original, kind)
    if original.data[4:8] == b"ftyp":
        raise _other(original, Kind(name="a film or picture (MP4 or HEIC)", instead="text"))
    return None


def form_of_text(original: Original, text: str) -> Form:
    """The form of a text.

    Raises OtherForm, naming what the file is.
    """
    root = _ROOT.match(text)
    if root and (found := _form_of_root(original, root[1], text)):
        return found
    ending = _ending(original)
    kind = kind_by_name(ending)
    if kind and kind.instead:
        raise _other(original, kind)
    if kind and kind.form == "word":
        raise _other(original, Kind(name=f"no Word file, though its name ends in {ending}", instead=_READ))
    if kind and kind.form and not (ending == ".json" and _is_lines(text)):
        return kind.form
    if ending == ".json" or (not ending and _is_lines(text)):
        return "lines"
    if not ending or original.address:
        return _form_by_content(text)
    raise _other(original, Kind(name=f"a file of an unknown form ({ending})", instead=_READ))


def _form_of_root(original: Original, root: str, text: str) -> Form | None:
    name = root.rsplit(":", 1)[-1]
    if name in ("rss", "feed", "RDF"):
        return "feed"
    if kind := kind_by_root(name):
        raise _other(original, kind)
    if _PAGE.match(text) or name.lower() == "html":
        return None if _ending(original) in (".md", ".markdown") else "page"
    if text.lstrip().startswith("<?xml") or _ending(original) == ".xml":
        raise _other(original, Kind(name=f"XML with the root <{root}>", instead=_READ))
    return None


def _form_by_content(text: str) -> Form:
    if text.lstrip().startswith("{"):
        try:
            json.loads(text)
        except ValueError:
            pass  # JSON front matter over Markdown begins so, too
        except RecursionError:
            return "json"  # whose reader refuses it
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


def _ending(original: Original) -> str:
    match = re.search(r"[^/]+(\.[A-Za-z][A-Za-z0-9]{0,9})\Z", original.name) if not original.address else None
    return match[1].lower() if match else ""


def _other(original: Original, kind: Kind) -> OtherForm:
    error = refused(original.file, f"this is {kind.name}, which import doesn’t read", kind.instead)
    return OtherForm(error.problems)
