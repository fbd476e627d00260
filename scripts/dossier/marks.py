"""Quotation marks to quotations: which mark opens, which closes, what is nested, what runs on.

Marks are paired paragraph by paragraph. A quotation left open continues in the next paragraph if
that one begins with an opening mark, as English newspapers set quotations of several paragraphs.
"""

from __future__ import annotations

from dataclasses import dataclass

from dossier.findings import Span

_PAIRS = {"“": "”", "‘": "’", "«": "»", "„": "“"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks."""

    start: int
    """Offset of the opening mark."""
    end: int
    """Offset after the closing mark, or of the paragraph's end when it runs on."""
    inner: Span
    """The text inside the marks."""
    depth: int
    """0 for an outermost quotation, 1 for one inside it, …"""
    closed: bool
    """False when the paragraph ends before a closing mark."""
    continues: bool
    """True when it carries on a quotation left open by the paragraph before."""
    single: bool
    """Set in single marks."""


def pair_marks(
    text: str, block: Span, carried: Quotation | None
) -> tuple[tuple[Quotation, ...], Quotation | None]:
    """Quotations of one block in order of their start, and the one it leaves open, if any.

    `carried` is the quotation the block before left open. A mark that pairs with nothing opens
    and closes nothing: text with unbalanced marks still reads.
    """
    found: list[Quotation] = []
    stack: list[tuple[int, str]] = []
    for at in range(block.start, block.end):
        char = text[at]
        if char not in "“”‘’«»„\"'":
            continue
        before = text[at - 1] if at > block.start else " "
        after = text[at + 1] if at + 1 < block.end else " "
        if char in "‘’'" and before.isalnum() and after.isalnum():
            continue  # an apostrophe
        if stack and _closes(char, stack[-1][1], before, after):
            start, mark = stack.pop()
            continues = carried is not None and start == block.start
            found.append(
                Quotation(start, at + 1, Span(start + 1, at), len(stack), True, continues, mark in "‘'")
            )
        elif _opens(char, before, after):
            stack.append((at, char))
    open_double = next(((s, m) for s, m in stack if m not in "‘'"), None)
    if open_double is not None and stack[0] == open_double:
        start = open_double[0]
        continues = carried is not None and start == block.start
        left = Quotation(start, block.end, Span(start + 1, block.end), 0, False, continues, False)
        found = [q for q in found if q.end <= start or q.start > start]
        found.append(left)
    else:
        left = None
    found.sort(key=lambda q: (q.start, q.depth))
    return tuple(q for q in found if q.inner.start < q.inner.end), left


def _opens(char: str, before: str, after: str) -> bool:
    if char in "“‘«„":
        return True
    return char in "\"'" and not before.isalnum() and not after.isspace()


def _closes(char: str, opener: str, before: str, after: str) -> bool:
    if char in "\"'":
        return char == opener and not (before.isspace() and not after.isspace())
    if char == "’" and opener == "‘":
        return not after.isalnum()
    return _PAIRS.get(opener) == char
