"""What in a text may not be what it looks like: markup, broken lines, spoilt characters, another language.

None of it hides anything, so it is read as it stands, and told. Each finding is meant for its owner,
once a file; plain prose with asterisks, brackets, dashes or a "<" in it is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5
from itertools import pairwise

from dossier.seeds.hidden import Spot, markup
from dossier.seeds.language import other_language
from dossier.seeds.mojibake import find_mojibake

_MARKUP = (
    ("a link", re.compile(r"\[[^\[\]\n]{1,300}\]\((?:https?:|mailto:|[./#]|[\w-]{1,80}\.\w)[^)\n]{0,500}\)")),
    ("a link", re.compile(r"^ {0,3}\[[^\[\]^\n]{1,80}\]: {0,9}<?https?:", re.M)),
    ("a link", re.compile(r"<https?:[^<>\s]{1,500}>")),
    ("a wikilink", re.compile(r"\[\[[^\[\]\n]{1,200}\]\]")),
    ("emphasis", re.compile(r"(?<![\w*\\])(\*{1,3})(?=[^\s*])[^*\n]{0,500}(?<=[^\s*\\])\1(?![\w*])")),
    ("emphasis", re.compile(r"(?<![\w_\\/])(_{1,3})(?=[^\s_])[^_\n]{0,500}(?<=[^\s_\\])\1(?![\w_])")),
    ("a heading", re.compile(r"^ {0,3}#{1,6}[ \t]+[^\s#]", re.M)),
    ("a line of marks", re.compile(r"^ {0,3}(?:={3,}|-{3,}|\*{3,}|_{3,}|#{2,})[ \t]*$", re.M)),
    ("a line of marks", re.compile(r"^ {0,3}(?:\* ?){3,20}[ \t]*$", re.M)),
    ("a quotation mark of mail (>)", re.compile(r"^ {0,3}>[ \t>]*[^\W\d_\[]|^ {0,3}> ?\[!", re.M)),
    ("code", re.compile(r"^ {0,3}(?:```|~~~)|(?<!`)`[^`'’\n]{1,200}`(?!`)", re.M)),
    ("a table", re.compile(r"^[ \t]*\|[^\n|]*\|.*\|[ \t]*$", re.M)),
    ("a footnote mark", re.compile(r"\[\^[^\[\]\s]{1,40}\]")),
    ("a footnote mark", re.compile(r"(?<=[^\W_])[.,;!?]?[\"”’»)]?\[\d{1,3}\](?![\w(])")),
    ("a template’s mark", re.compile(r"\{\{[^{}\n]{0,500}\}\}|\{%[^{}\n]{0,500}%\}")),
    ("a template’s mark", re.compile(r"\{:? ?[.#][\w-][^{}\n]{0,200}\}")),
    ("a picture", re.compile(r"!\[[^\[\]\n]{0,400}\]\(")),
    ("an escape", re.compile(r"\\[\\`*_{}\[\]()#+.!$~>|-]")),
)
_TAG = re.compile(r"</?([a-z][a-z0-9]{0,20})(?:\s[^<>]{0,1000})?/?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|([A-Za-z][A-Za-z0-9]{1,30}));")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_UNFINISHED = re.compile(r"[^\W_][,’\"”)]?$")
_LOWER = re.compile(r"[a-zà-öø-ÿ]+[,;]?(?: [a-zà-öø-ÿ\d“\"‘(]|$)")
_HYPHENATED = re.compile(r"[^\W\d_]{2}-$")
_PAGE_FOOT = re.compile(r"[-–—] ?\d{1,4} ?[-–—]|[Pp]age \d{1,4}(?: of \d{1,4})?|\d{1,4} ?/ ?\d{1,4}|\f")
_LONG = 40
"""Characters from which on a line without an end is no heading."""
_SHORT = 18
"""Characters up to which a line is rather an item of a list or a line of verse."""


def find_unusual(text: str) -> Iterator[Spot]:
    """All that is unusual in a text, one Spot for each of its kinds: markup, lines, characters, language."""
    yield from _find_markup(text)
    yield from _find_broken_lines(text)
    invisible = _INVISIBLE.search(text)
    if invisible:
        found = f"characters that can’t be seen (U+{ord(invisible.group()):04X}) stand within its words"
        yield Spot(text.count("\n", 0, invisible.start()), found, "characters")
    spoilt = find_mojibake(text)
    if spoilt is not None:
        yield spoilt
    language = other_language(text)
    if language is not None:
        found = f"this does not look like English but {language}, and the rules read English only"
        yield Spot(0, found, "language")


def _find_markup(text: str) -> Iterator[Spot]:
    """One Spot that names every kind of markup in the text, on the line of the first."""
    first: dict[str, int] = {}
    for name, pattern in _MARKUP:
        match = pattern.search(text)
        if match:
            first[name] = min(first.get(name, match.start()), match.start())
    elements = frozenset(markup().elements)
    tag = next((m for m in _TAG.finditer(text) if m.group(1).lower() in elements), None)
    if tag:
        first["a tag"] = tag.start()
    entity = next((m for m in _ENTITY.finditer(text) if not m.group(1) or f"{m.group(1)};" in html5), None)
    if entity:
        first["an entity"] = entity.start()
    if first:
        names = sorted(first, key=lambda name: first[name])
        listed = " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
        line = text.count("\n", 0, first[names[0]])
        yield Spot(line, f"{listed} in the text, read as the article’s words", "markup")


def _find_broken_lines(text: str) -> Iterator[Spot]:
    lines = [line.strip(" \t\r") for line in text.split("\n")]
    broken = [n for n, (line, after) in enumerate(pairwise(lines)) if _goes_on(line, after)]
    hyphens = [n for n in broken if _HYPHENATED.search(lines[n])]
    long = [n for n in broken if len(lines[n]) >= _LONG and n > 0]
    taken = "and each line is taken for a paragraph"
    if hyphens:
        yield Spot(hyphens[0], f"its lines end in hyphens, {taken}", "lines")
    elif len(broken) > 1 or long:
        yield Spot(broken[0], "its lines are wrapped at a width, and are read joined", "lines")
    foot = next((n for n, line in enumerate(lines) if _PAGE_FOOT.fullmatch(line)), None)
    if foot is not None:
        yield Spot(foot, "the foot of a page stands in the text, and is taken for a paragraph", "page foot")
    elif not broken:
        yield from _find_torn_paragraph(lines)


def _goes_on(line: str, after: str) -> bool:
    """Whether a line is a sentence's, or a word's, first part and the next line goes on with it."""
    if line.endswith("-") and _HYPHENATED.search(line):
        return after[:1].islower()
    return len(line) > _SHORT and bool(_LOWER.match(after) and _UNFINISHED.search(line))


def _find_torn_paragraph(lines: list[str]) -> Iterator[Spot]:
    """Two paragraphs that are one sentence, with a blank line in it; not the headline and the first."""
    filled = [number for number, line in enumerate(lines) if line]
    torn = [
        before
        for before, after in pairwise(filled[1:])
        if len(lines[before]) >= _LONG and _goes_on(lines[before], lines[after])
    ]
    if torn:
        yield Spot(
            torn[0], "a sentence goes on behind a blank line, and is taken for two paragraphs", "lines"
        )
