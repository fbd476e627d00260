"""Quotation marks to quotations: which mark opens, which closes, what is nested, what runs on.

Marks are paired paragraph by paragraph with a stack. What a mark does is read from its shape and
from the space around it, so that straight, curly, mixed and mistyped marks all read; a mark that
pairs with nothing opens and closes nothing. A quotation left open continues in the next paragraph
if that one begins with an opening mark, as English newspapers set quotations of several paragraphs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from dossier.reading.findings import Span

_MARK = re.compile(r"''|``|[“”„‟\"＂«»‘’‚‛'`´]")
_OPEN_SHAPES = frozenset(("“", "„", "‟", "«", "‘", "‚", "‛", "``", "`"))
_CLOSE_SHAPES = frozenset(("”", "»", "’", "´"))
_SINGLES = frozenset("‘’‚‛'`´")
_BEFORE_OPENING = frozenset("([{<–—-/…")
_BEFORE_CLOSING = frozenset(",.?!")
_AFTER_CLOSING = frozenset(".,;:?!)]}>–—-/…")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks."""

    start: int
    """Offset of the opening mark."""
    end: int
    """Offset after the closing mark, or of the paragraph's end when it runs on."""
    inner: Span
    """The text inside the marks, without space at its ends."""
    depth: int
    """0 for an outermost quotation, 1 for one inside it, …"""
    closed: bool
    """False when the paragraph ends before a closing mark."""
    continues: bool
    """True when it carries on a quotation left open by the paragraph before."""
    single: bool
    """Set in single marks."""


class _Mark(NamedTuple):
    start: int
    end: int
    shape: str
    opens: bool
    """The space around it is that of an opening mark."""
    closes: bool
    """The space around it is that of a closing mark."""


def pair_marks(
    text: str, block: Span, carried: Quotation | None
) -> tuple[tuple[Quotation, ...], Quotation | None]:
    """Quotations of one block in order of their start, and the one it leaves open, if any.

    `carried` is the quotation the block before left open.
    """
    marks = _marks(text, block)
    if not marks:
        return (), None
    pairing = _Pairing(text, block, carried)
    for index, mark in enumerate(marks):
        if mark.shape in _SINGLES:
            pairing.single(mark, possessive=_possessive(text, marks, index))
        else:
            pairing.double(mark)
    found = pairing.finish()
    return found, next((q for q in found if not q.closed), None)


class _Pairing:
    """The marks of one block being paired: a stack of those open, a list of quotations found."""

    def __init__(self, text: str, block: Span, carried: Quotation | None) -> None:
        self.text = text
        self.block = block
        self.carried = carried
        self.stack: list[_Mark] = []
        self.doubles = 0
        self.any_double = False
        self.lone: _Mark | None = None
        """A single mark that closes, behind a comma or stop, what none opened: “It is late,’ he said."""
        self.found: list[Quotation] = []

    def single(self, mark: _Mark, *, possessive: bool) -> None:
        """Read a single mark."""
        if self.stack and self.stack[-1].shape in _SINGLES and mark.closes and not possessive:
            self._add(self.stack.pop(), mark)
        elif mark.opens:
            self.stack.append(mark)
        elif (
            mark.closes
            and self.doubles
            and self.lone is None
            and self.text[mark.start - 1] in _BEFORE_CLOSING
        ):
            self.lone = mark

    def double(self, mark: _Mark) -> None:
        """Read a double mark."""
        self.any_double = True
        if self.doubles == 1 and self.lone is not None and mark.opens:
            self._close_at_lone()
        if self.doubles:
            if _closes_double(mark):
                while self.stack[-1].shape in _SINGLES:
                    self.stack.pop()  # an apostrophe that looked like an opening mark: ‘em, ‘80s
                self.doubles -= 1
                self.lone = None
                self._add(self.stack.pop(), mark)
            elif mark.opens and not self._repeats(mark):
                self._open(mark)
        elif not _only_closes(mark):
            self._open(mark)

    def finish(self) -> tuple[Quotation, ...]:
        """The quotations in order; the outermost mark still open runs to the block's end."""
        if self.doubles == 1 and self.lone is not None:
            self._close_at_lone()
        left = next((mark for mark in self.stack if mark.shape not in _SINGLES), None)
        if left is None and self.stack and self.stack[0].start == self.block.start and not self.any_double:
            left = self.stack[0]  # a paragraph set in single marks whose quotation carries on
        if left is not None:
            self._add(left, None)
        return _with_depths(self.found)

    def _repeats(self, mark: _Mark) -> bool:
        """Whether a mark only opens again what is open, as at a new paragraph."""
        before, after = self.text[mark.start - 2 : mark.start - 1], self.text[mark.end : mark.end + 1]
        return self.stack[-1].shape == mark.shape and before in tuple(".?!…") and after.isupper()

    def _close_at_lone(self) -> None:
        """Close what is open where a single mark was set in place of a double one."""
        while self.stack[-1].shape in _SINGLES:
            self.stack.pop()
        self._add(self.stack.pop(), self.lone)
        self.doubles, self.lone = 0, None

    def _open(self, mark: _Mark) -> None:
        self.stack.append(mark)
        self.doubles += 1

    def _add(self, opening: _Mark, closing: _Mark | None) -> None:
        start, stop = opening.end, closing.start if closing else self.block.end
        while start < stop and self.text[start].isspace():
            start += 1
        while stop > start and self.text[stop - 1].isspace():
            stop -= 1
        if start < stop:
            self.found.append(
                Quotation(
                    start=opening.start,
                    end=closing.end if closing else self.block.end,
                    inner=Span(start, stop),
                    depth=0,
                    closed=closing is not None,
                    continues=self.carried is not None and opening.start == self.block.start,
                    single=opening.shape in _SINGLES,
                )
            )


def _marks(text: str, block: Span) -> list[_Mark]:
    """The marks of a block that may be quotation marks: apostrophes inside words left out."""
    marks: list[_Mark] = []
    for match in _MARK.finditer(text, block.start, block.end):
        start, end = match.span()
        shape = match.group()
        before = text[start - 1] if start > block.start else " "
        after = text[end] if end < block.end else " "
        if shape in _SINGLES and before.isalnum() and after.isalnum():
            continue
        opens = not after.isspace() and (
            before.isspace() or before in _BEFORE_OPENING or bool(_MARK.match(before))
        )
        closes = not before.isspace() and (
            after.isspace() or after in _AFTER_CLOSING or bool(_MARK.match(after))
        )
        if shape in "«»" and opens == closes:
            opens, closes = shape == "«", shape == "»"  # but »…«, as German sets them, goes by the space
        if opens and closes:
            opens, closes = shape not in _CLOSE_SHAPES, shape not in _OPEN_SHAPES
        elif shape in _SINGLES and ((shape in _OPEN_SHAPES and closes) or (shape == "’" and opens)):
            continue  # a single mark turned the wrong way: more likely an apostrophe
        marks.append(_Mark(start, end, shape, opens, closes))
    return marks


def _closes_double(mark: _Mark) -> bool:
    """Whether a double mark closes the one that is open."""
    if mark.opens and not mark.closes:
        return mark.shape in _CLOSE_SHAPES
    return mark.closes or mark.shape not in _OPEN_SHAPES


def _only_closes(mark: _Mark) -> bool:
    return not mark.opens and (mark.closes or mark.shape in _CLOSE_SHAPES)


def _possessive(text: str, marks: list[_Mark], index: int) -> bool:
    """Whether a single mark behind an s is a possessive: another closing mark follows it."""
    mark = marks[index]
    if text[mark.start - 1] not in "sS" or text[mark.end : mark.end + 1] != " ":
        return False
    if index + 1 == len(marks):
        return False
    following = marks[index + 1]
    return following.shape in _SINGLES and following.closes and text[mark.end + 1 : mark.end + 2].islower()


def _with_depths(found: list[Quotation]) -> tuple[Quotation, ...]:
    """The quotations in order of their start, each with its depth."""
    ordered: list[Quotation] = []
    ends: list[int] = []
    for q in sorted(found, key=lambda q: (q.start, -q.end)):
        while ends and ends[-1] <= q.start:
            ends.pop()
        ordered.append(replace(q, depth=len(ends)) if ends else q)
        ends.append(q.end)
    return tuple(ordered)
