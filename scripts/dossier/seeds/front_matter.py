"""A Markdown or plain-text file to its front matter, key by key with line numbers, and its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import yaml
from frontmatter.default_handlers import YAMLHandler
from yaml.reader import ReaderError

from dossier.errors import DossierError, Problem

_EXAMPLE = """\
---
headline: Two towns agree to share a bridge
publisher: The Daily Example
datePublished: 2024-05-31
---
Two towns agree to share a bridge

The text of the article …"""


class Entry(NamedTuple):
    """One key of the front matter."""

    value: str | None
    """As written, whatever YAML would make of it (2019-04-22, no, 1984); None for a list or mapping."""
    line: int
    """1-based line of the key in its file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file taken apart."""

    file: str
    """Path as the user would type it."""
    entries: dict[str, Entry] | None
    """The front matter; None when the file has none."""
    body: str
    """The text: line ends as \\n; behind front matter, without the blank lines around it."""


def read_document(path: Path) -> Document:
    """The front matter and text of a UTF-8 file; a byte order mark and Windows line ends do no harm.

    Raises DossierError when the file is not UTF-8 or its front matter can't be read.
    """
    file = str(path)
    text = _decode(path.read_bytes(), file).replace("\r\n", "\n").replace("\r", "\n")
    handler = YAMLHandler()
    if not handler.detect(text):
        return Document(file=file, entries=None, body=text)
    try:
        block, body = handler.split(text)
    except ValueError:
        raise DossierError([_unterminated(file)]) from None
    first = text[: text.index(block)].count("\n") + 1
    return Document(file=file, entries=_read_block(block, first, file), body=body.strip("\n"))


def missing_front_matter(file: str) -> Problem:
    """What to say of a file that must have front matter and has none."""
    return Problem(
        file=file,
        where="line 1",
        found="no front matter: the first line is not ---",
        expected="keys and values between two lines ---, then the article",
        example=_EXAMPLE,
    )


def _unterminated(file: str) -> Problem:
    return Problem(
        file=file,
        where="line 1",
        found="the front matter opened here never ends",
        expected="a second line --- between the last key and the article",
        example=_EXAMPLE,
    )


def _decode(data: bytes, file: str) -> str:
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DossierError(
            [
                Problem(
                    file=file,
                    where=f"line {line}",
                    found=f"byte {error.start} (0x{data[error.start]:02X}) is not UTF-8",
                    expected="a file saved as UTF-8",
                    example="iconv -f WINDOWS-1252 -t UTF-8 old.md > new.md",
                )
            ]
        ) from None


def _read_block(block: str, first: int, file: str) -> dict[str, Entry]:
    """The keys of a front matter block that begins on line `first` of its file."""
    try:
        node = yaml.compose(block, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first + (mark.line if mark else 0)
        raise DossierError([_malformed(file, line, error.problem or "not YAML")]) from None
    except ReaderError as error:
        line = first + block.count("\n", 0, error.position)
        why = f"it holds the control character U+{ord(block[error.position]):04X}"
        raise DossierError([_malformed(file, line, why)]) from None
    except RecursionError:
        raise DossierError([_malformed(file, first, "it is nested too deeply")]) from None
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        raise DossierError([_malformed(file, first + node.start_mark.line, "no keys and values")])
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []
    for key, entry in _entries(node, first):
        if key in entries:
            problems.append(_twice(file, key, entry.line, entries[key].line))
        entries[key] = entry
    if problems:
        raise DossierError(problems)
    return entries


def _entries(node: yaml.MappingNode, first: int) -> Iterator[tuple[str, Entry]]:
    for key, value in node.value:
        name = key.value if isinstance(key, yaml.ScalarNode) else "(a list or mapping)"
        scalar = value.value.strip() if isinstance(value, yaml.ScalarNode) else None
        yield name, Entry(scalar, first + key.start_mark.line)


def _malformed(file: str, line: int, why: str) -> Problem:
    return Problem(
        file=file,
        where=f"line {line}",
        found=f"the front matter is not YAML: {why}",
        expected='one "key: value" a line; a value with ": " in it, or a mark before it, in quotation marks',
        example='headline: "Bridge: two towns agree"',
    )


def _twice(file: str, key: str, line: int, earlier: int) -> Problem:
    return Problem(
        file=file,
        where=f"line {line}",
        found=f'the key "{key}" stands twice (first on line {earlier})',
        expected="each key once",
    )
