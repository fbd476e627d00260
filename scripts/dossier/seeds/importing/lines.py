"""Lines as they were typeset to paragraphs: wrapped lines joined, hyphenated words closed, page feet gone.

A line goes on in the next where the next could not have stood on it: its first word would have run past the
longest line. Where there was room the writer broke on purpose, unless the next begins in small letters. This
is how readers of e-mail and of PDF text reflow them, without a layout to look at.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dossier.seeds.importing.boilerplate import is_furniture
from dossier.seeds.importing.material import Block, shortened
from dossier.seeds.importing.tables import vocabulary
from dossier.seeds.importing.turns import labelled, opens_turn

_WIDEST = 120  # characters; longer lines are whole paragraphs
_SENTENCE_END = re.compile(r"[.?!…:][\"'”’)\]»]*$")
_SMALL = re.compile(r"[\"'“‘(]?[a-z]")
_CUT = re.compile(r"\w[-\u2010]$")
_PAGE_FOOT = re.compile(
    r"[-–—]\s*\d{1,4}\s*[-–—]|\[\d{1,4}\]|page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE
)
_BROKEN = re.compile(r"(\w*[A-Za-z])[-\u2010]\n\s*([a-z]\w*)")
_COMPOUND = re.compile(r"\n\s*")
_RULE = re.compile(r"\s*(?:[-_=*~]\s*){3,}")
_ITEM = re.compile(r"(?:[-*•–]|\(?\d{1,2}[.)])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Joined:
    """Paragraphs, and what was done to get them."""

    blocks: tuple[Block, ...]
    left_out: tuple[str, ...] = ()
    guessed: tuple[str, ...] = ()


def join_lines(text: str, running: Sequence[str] = ()) -> Joined:
    """The paragraphs of a plain text; `running` are lines that may stand at the head of each page."""
    bare, left_out = without_page_feet(text, running)
    lines = [line.rstrip() for line in bare.split("\n")]
    width = max(map(len, lines))
    hyphens = Hyphens(bare)
    blocks: list[Block] = []
    for chunk in _chunks(lines):
        for group in group_lines(chunk, width):
            line = hyphens.close("\n".join(group))
            item = _ITEM.match(line)
            blocks.append(Block(line[item.end() :], "item") if item else Block(line))
    return Joined(tuple(block for block in blocks if block.text), left_out, tuple(hyphens.told()))


def without_page_feet(text: str, running: Sequence[str] = ()) -> tuple[str, tuple[str, ...]]:
    """A text without page numbers and page heads, paragraphs cut there whole again, and what went."""
    lines = text.replace("\f", "\n").split("\n")
    feet = [number for number, line in enumerate(lines) if number and _PAGE_FOOT.fullmatch(line.strip())]
    feet += _page_numbers(lines)
    counts = Counter(line.strip() for line in lines)
    gone = set(feet)
    for foot in feet:
        for number in range(max(foot - 3, 1), min(foot + 4, len(lines))):
            line = lines[number].strip()
            if line and number not in gone and (counts[line] > 1 or line in running):
                gone.add(number)
    kept: list[str] = []
    cut = False
    for number, line in enumerate(lines):
        if number in gone:
            cut = True
            continue
        if cut and line.strip():
            while kept and not kept[-1].strip():
                kept.pop()
            if not (kept and _SMALL.match(line.strip()) and not _SENTENCE_END.search(kept[-1])):
                kept.append("")
            cut = False
        kept.append(line)
    told = ", ".join(dict.fromkeys(shortened(lines[number].strip()) for number in sorted(gone)))
    return "\n".join(kept), (f"page numbers and heads: {told}",) if gone else ()


def _page_numbers(lines: Sequence[str]) -> list[int]:
    """Lines with nothing but a number, each one more than the last: a figure may stand alone, too."""
    bare = [number for number, line in enumerate(lines) if line.strip().isdecimal() and len(line.strip()) < 4]
    figures = [int(lines[number]) for number in bare]
    counted = all(after == before + 1 for before, after in pairwise(figures))
    return bare if len(bare) > 1 and counted else []


def group_lines(lines: Sequence[str], width: int | None) -> list[list[str]]:
    """Lines without an empty one between them, as groups of one paragraph each.

    `width` is the longest line's; None in Markdown, where a line goes on in the next whatever room it left.
    """
    groups: list[list[str]] = []
    for line in lines:
        if groups and _goes_on(groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


class Hyphens:
    """Closes words that a line's end broke, and remembers which."""

    def __init__(self, text: str) -> None:
        self._known = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.lower()))
        self._closed: list[str] = []

    def close(self, text: str) -> str:
        """A paragraph's lines as one, without the hyphens that only its line ends put in."""
        return " ".join(_COMPOUND.sub(" ", _BROKEN.sub(self._word, _kept(labelled(text)))).split())

    def told(self) -> Iterable[str]:
        """What was closed, for the user."""
        if self._closed:
            yield f"words broken at a line’s end were closed: {', '.join(self._closed)}"

    def _word(self, match: re.Match[str]) -> str:
        left, right = match.groups()
        whole, hyphened = f"{left}{right}", f"{left}-{right}"
        keep = self._known[hyphened.lower()] > 0 or (
            left.lower() in vocabulary().prefixes and not self._known[whole.lower()]
        )
        self._closed.append(hyphened if keep else whole)
        return self._closed[-1]


def _kept(text: str) -> str:
    """A hyphen before a capital or digit belongs to the word ("Al-", "Shabab")."""
    return re.sub(r"(\w-)\n\s*(?=[A-Z\d])", r"\1", text)


def _goes_on(line: str, following: str, width: int | None) -> bool:
    if opens_turn(following) or _ITEM.match(following):
        return False
    if _CUT.search(line) or (_SMALL.match(following) and not _SENTENCE_END.search(line)):
        return True
    if line.isupper() or (following.isupper() and len(following) > 3) or len(line) > _WIDEST:
        return False
    if is_furniture(line) or is_furniture(following):
        return False
    if width is None:
        return True
    first = following.split(maxsplit=1)[0]
    return len(line) + 1 + len(first) > width > 30 and width <= _WIDEST


def _chunks(lines: Iterable[str]) -> Iterable[list[str]]:
    chunk: list[str] = []
    for line in lines:
        if line.strip() and not _RULE.fullmatch(line):
            chunk.append(line.strip())
        elif chunk:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
