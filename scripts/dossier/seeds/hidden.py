"""What in a text its reader would not see: comments, struck-out words, text of pictures, other front matter.

A text is plain: each character of it is read as the article's words. What another program would have
hidden would be published, so such a text is refused, never cleaned in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from dossier.reading.lexicon import load_table


class Spot(NamedTuple):
    """Something found in a text."""

    line: int
    """0-based line of the text."""
    found: str
    kind: str = "hidden"
    """What it is about: hidden · markup · lines · characters · language."""
    excerpt: str = ""
    """The words at which it was found."""


@dataclass(frozen=True)
class _Markup:
    hiding_elements: list[str]
    elements: list[str]
    metadata_keys: list[str]


# Each repeat is bounded or can't contain its own beginning: time stays in proportion to the text.
_COMMENT = re.compile(
    r"<!--|<!\[CDATA\[|\{%-?\s{0,3}comment\b|\{\{[<%]?-?\s{0,3}/\*|\{#[^{}\n]{1,500}#\}"
    r"|\{>>[^<\n]{0,500}<<\}|\{(--|~~)[^{}\n]{1,500}\1\}"
    r"|(?<![\w%])%%(?=\w)[^%\s]{1,80}\s[^%\n]{0,500}%%(?![\w%])"
    r"|(?m:^ {0,3}\[[^\]\n]{1,80}\]: {1,9}(?:#|<>)[ \t])"
)
_STRUCK = re.compile(r"(?<!~)~~(?=[^\s~])[^~\n]{0,2000}(?<=\S)~~(?!~)")
_PICTURE = re.compile(
    r"!\[(?=[^\]\n]{0,400}[^\W\d_])[^\[\]\n]{1,400}\](?:\(|\[[^\d\]])|!\[\[[^\]\n]{1,400}\]\]"
)
_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9]{0,20})(?=[\s/>])([^<>]{0,2000})>?")
_HIDING_ATTRIBUTE = re.compile(
    r"""\s(?:hidden(?=[\s=/]|$)|aria-hidden|style\s{0,3}=\s{0,3}["'][^"']{0,500}display\s{0,3}:\s{0,3}none)""",
    re.I,
)
_OVERRIDE = re.compile("[\u202d\u202e]|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0001-\U000e007f]")
_HEADER = re.compile(
    r"([A-Za-z][A-Za-z-]{0,20}(?: [A-Za-z]{1,12})?)[ \t]{0,3}:[ \t]{1,9}\S"
    r"|[:#][+]?([A-Za-z]{1,20}):[ \t]{1,9}\S"
)


def markup() -> _Markup:
    """The names of elements and keys that tell markup from plain text."""
    return load_table("markup", _Markup, package="dossier.seeds")


def find_hidden(text: str) -> Iterator[Spot]:
    """What is hidden in a text, the first of each form; front matter in another form is, too."""
    front = _other_front_matter(text)
    if front:
        yield Spot(0, front)
    for pattern, found in (
        (_COMMENT, "a comment, which no reader should see"),
        (_STRUCK, "words struck out"),
        (_PICTURE, "a picture with alternative text"),
        (_OVERRIDE, "characters that hide words or turn their order"),
    ):
        match = pattern.search(text)
        if match:
            yield spot(text, match, found)
    hiding = frozenset(markup().hiding_elements)
    told: set[str] = set()
    for match in _TAG.finditer(text):
        name = match.group(1).lower()
        hides = name in hiding or _HIDING_ATTRIBUTE.search(match.group(2)) is not None
        if hides and name not in told:
            told.add(name)
            yield spot(text, match, f"an element <{name}>, whose content or attributes no reader sees")


def spot(text: str, match: re.Match[str], found: str, kind: str = "hidden") -> Spot:
    """A match as a Spot, with its words to the end of their line."""
    excerpt = " ".join(text[match.start() : match.start() + 200].split("\n", 1)[0].split())
    return Spot(text.count("\n", 0, match.start()), found, kind, excerpt[:60] + "…" * (len(excerpt) > 60))


def _other_front_matter(text: str) -> str | None:
    """Which other front matter a text begins with."""
    head = text.lstrip("\n")[:5_000].split("\n")
    if head[0].rstrip() == "+++":
        return "front matter in TOML (between lines +++)"
    fenced = head[0].rstrip() == "---"
    known = frozenset(markup().metadata_keys)
    keys = 0
    for line in head[fenced:]:
        match = _HEADER.match(line)
        if not match:
            break
        key = (match.group(1) or match.group(2)).lower()
        keys += key in known
    if keys >= (1 if fenced else 2):
        return "more front matter, under the first" if fenced else "front matter without lines ---"
    return None
