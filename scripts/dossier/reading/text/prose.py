"""A text as prose: as long as before, with marks of layout blanked and wrapped lines joined.

What scrapers leave in a text is no word of it: tags, the marks of emphasis, links and lists, and the ends of
lines that were wrapped at a width. Each is read as blanks (a tag that ends a paragraph as the end of one), so
that every offset stays what it is and the text itself is never changed.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dossier.reading.lexicon import load_table

_TAG = re.compile(
    r"</?(?:(p|br|div|li|ul|ol|h[1-6]|blockquote|tr|td|section|figure|figcaption)"
    r"|a|b|i|em|strong|span|u|small|mark|cite|q|font|time|abbr|sup|sub)(?:\s[^<>\n]{0,500})?/?>",
    re.IGNORECASE,
)
_EMPHASIS = re.compile(r"(?<![\w*\\])(\*{1,3})(?=[^\s*])([^*\n]{0,500})(?<=[^\s*\\])\1(?![\w*])")
_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\((?:https?:|mailto:|/)[^()\s]{0,500}\)")
_LISTED = re.compile(r"^[ \t]{0,8}(?:[•●▪‣◦·*>]|-)(?=[ \t]+[^\W_]|[ \t]+[\"“‘])", re.MULTILINE)
_GOES_ON = re.compile(r"[^\W_][,’\"”)]?$")
_LOWER = re.compile(r"[a-zà-öø-ÿ]+(?:['’-][a-z]+)?[,;.]?[”\"]?(?: |$)")
_LAST = re.compile(r"\w+$")
_SHORT = 0.6
"""Share of the longest line of a paragraph up to which a line that ends a sentence ends the paragraph too."""


class Layout(NamedTuple):
    """Shape of lexicon/layout.yaml."""

    notes: tuple[str, ...]
    leading: frozenset[str]
    genres: tuple[str, ...]


@cache
def layout() -> Layout:
    """The lexicon as it is written."""
    return load_table("layout", Layout)


@cache
def _genres() -> re.Pattern[str]:
    """What a wire sets in brackets behind its dateline to tell what follows: "-- [Text] The mayor said"."""
    words = "|".join(map(re.escape, layout().genres))
    return re.compile(rf"(?:(?<=--\s)|(?<=\]\s))\[(?:{words})\](?=\s)", re.IGNORECASE)


def as_prose(text: str) -> str:
    """The text with what is no word of it blanked; the text itself where there is nothing such."""
    if "<" in text:
        text = _TAG.sub(lambda m: ("\n" if m.group(1) else " ").ljust(len(m.group())), text)
    if "*" in text:
        text = _EMPHASIS.sub(lambda m: f"{' ' * len(m[1])}{m[2]}{' ' * len(m[1])}", text)
    if "](" in text:
        text = _LINK.sub(lambda m: f" {m[1]}".ljust(len(m.group())), text)
    if "-- [" in text:
        text = _genres().sub(lambda m: " " * len(m.group()), text)
    if len(_LISTED.findall(text)) > 1:
        text = _LISTED.sub(lambda m: " " * len(m.group()), text)
    return _unwrapped(text)


def is_listed(text: str, start: int) -> bool:
    """Whether what begins at an offset is an item of a list: a mark of one stands before it on its line."""
    return _LISTED.match(text, text.rfind("\n", 0, start) + 1, start + 1) is not None


def _unwrapped(text: str) -> str:
    """The text with the ends of wrapped lines blanked."""
    lines = text.split("\n")
    joined = [False] * len(lines)
    first = 0
    for at in range(len(lines) + 1):
        if at == len(lines) or not lines[at].strip():
            _join(lines, joined, first, at)
            first = at + 1
    if not any(joined):
        return text
    made = [lines[0]]
    for line, goes_on in zip(lines[1:], joined, strict=False):
        made.append((" " if goes_on else "\n") + line)
    return "".join(made)


def _join(lines: list[str], joined: list[bool], first: int, stop: int) -> None:
    """Marks the lines of one run without blank lines that go on in the next, where it is wrapped."""
    pairs = range(first, stop - 1)
    torn = [at for at in pairs if _ends_open(lines[at]) and _LOWER.match(lines[at + 1].lstrip())]
    if not torn:
        return
    longest = max(len(lines[at].rstrip()) for at in range(first, stop))
    for at in pairs:
        line = lines[at].rstrip()
        if _is_title(line) and at == first and at not in torn and len(line.split()) > 1:
            continue
        joined[at] = _ends_open(line) or len(line) > _SHORT * longest


def _ends_open(line: str) -> bool:
    return bool(_GOES_ON.search(line.rstrip()))


def _is_title(line: str) -> bool:
    """Whether a line that opens a run may be a heading above it: no mark of a sentence, no open end."""
    last = _LAST.search(line)
    return not re.search(r"[.,;:]", line) and (last is None or last.group() not in layout().leading)
