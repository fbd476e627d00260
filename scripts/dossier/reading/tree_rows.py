"""Rows of a sentence, before they are a tree, to the words above one and to where a phrase begins."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.reading.tree import Row

_BEFORE_NOUN = frozenset(("det", "amod", "compound", "poss", "nummod", "case"))


def above(rows: Sequence[Row], at: int) -> list[int]:
    """The words that a word hangs on, the nearest first."""
    found: list[int] = []
    while rows[at].head != at and len(found) < len(rows):
        at = rows[at].head
        found.append(at)
    return found


def first_of(rows: Sequence[Row], noun: int) -> int:
    """The first word of the noun phrase that ends in a noun."""
    first = noun
    while first and rows[first - 1].dep in _BEFORE_NOUN and first - 1 < rows[first - 1].head <= noun:
        first -= 1
    return first


def text_of(row: Row, sentence: str) -> str:
    """The word of a row."""
    return sentence[row.start : row.end]


def is_tree(heads: Sequence[int]) -> bool:
    """Whether each word, by the index of its head, hangs over others on one that hangs on itself."""
    whole = [head == at for at, head in enumerate(heads)]
    for at in range(len(heads)):
        passed: set[int] = set()
        while not whole[at]:
            if at in passed:
                return False
            passed.add(at)
            at = heads[at]
        for each in passed:
            whole[each] = True
    return True
