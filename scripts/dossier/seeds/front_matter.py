"""A Markdown or plain-text file to its front matter, with the line of each value, and its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from frontmatter.default_handlers import YAMLHandler

from dossier.errors import DossierError, Problem
from dossier.seeds.door import read_text, text_of
from dossier.seeds.kinds import refuse_marked
from dossier.seeds.strict_yaml import Yaml, read_yaml

_EXAMPLE = """\
---
headline: Two towns agree to share a bridge
publisher: The Daily Example
datePublished: 2024-05-31
---
Two towns agree to share a bridge

The text of the article …"""
_OPENS = "---"
_BLANK_LINES = re.compile(r"\A\s*\n")


class _Handler(YAMLHandler):
    """Where front matter stands; what is in it is read by our strict loader, which keeps its lines."""

    FM_BOUNDARY = re.compile(r"^(?:---|\.\.\.)[^\S\n]*$", re.MULTILINE)
    """A line `---`, or `...` behind it, and no blank line with it: lines are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file taken apart."""

    file: str
    """Path as the user would type it."""
    front: Yaml | None
    """The front matter; None when the file has none."""
    body: str
    """The text: line ends as \\n; behind front matter, without the blank lines around it."""
    body_line: int
    """1-based line of the file that the text begins on."""


def read_document(path: Path, data: bytes | None = None) -> Document:
    """The front matter and text of a UTF-8 file; a byte order mark and Windows line ends do no harm.

    Front matter stands between a first line `---` and the next line `---` or `...`. Raises DossierError
    when the file can't be read, is no text in UTF-8, or its front matter can't be read. What came from
    standard input is given as `data`; `path` is then what messages call it.
    """
    file = str(path)
    text = read_text(path) if data is None else text_of(data, path)
    refuse_marked(text, path)
    head = len(text) - len(_BLANK_LINES.sub("", text, count=1))
    opening = text.count("\n", 0, head)
    if text[head:].partition("\n")[0].rstrip() != _OPENS:
        return Document(file=file, front=None, body=text, body_line=1)
    try:
        matter, body = _Handler().split(text[head:])
    except ValueError:
        raise DossierError([_unterminated(file, opening + 1)]) from None
    front = read_yaml(
        matter.removeprefix("\n"),
        file,
        first=opening + 2,
        what="the front matter",
        example='headline: "Bridge: two towns agree"',
    )
    if not isinstance(front.data, dict | None):
        raise DossierError([_no_keys(file, front.line(()))])
    line = opening + 1 + matter.count("\n") + len(body) - len(body.lstrip("\n"))
    return Document(file=file, front=front, body=body.strip("\n"), body_line=line)


def missing_front_matter(file: str) -> Problem:
    """What to say of a file that must have front matter and has none."""
    return Problem(
        file=file,
        where="line 1",
        found="no front matter: the first line is not ---",
        expected="keys and values between two lines ---, then the article",
        example=_EXAMPLE,
    )


def _unterminated(file: str, line: int) -> Problem:
    return Problem(
        file=file,
        where=f"line {line}",
        found="the front matter opened here never ends",
        expected="a second line --- between the last key and the article",
        example=_EXAMPLE,
    )


def _no_keys(file: str, line: int) -> Problem:
    return Problem(
        file=file,
        where=f"line {line}",
        found="the front matter has no keys and values",
        expected='one "key: value" a line',
        example='headline: "Bridge: two towns agree"',
    )
