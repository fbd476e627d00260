"""Rows of a sentence in which a day hangs on whoever it befell, or a hyphen tears a noun in two.

The parser says that an ambassador was "on Monday", not summoned then, and has "a vice-president" arrested
three times: "vice", "-" and "president". Only what the words leave no doubt of is changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dossier.reading.lexicon import load_table
from dossier.reading.misjoined import days
from dossier.reading.tree import VERBAL, Row
from dossier.reading.tree_rows import text_of

_HELD = frozenset(("dobj", "nsubjpass", "dative"))
_BEHIND = frozenset(("appos", "compound", "conj"))


@cache
def _who() -> frozenset[str]:
    """Nouns for people and bodies that act: none of them is of a day."""
    table = load_table("frame_classes", dict[str, frozenset[str]])
    kinds = (
        "envoy",
        "officeholder",
        "delegation",
        "people",
        "force",
        "armed_people",
        "workers",
        "legislature",
    )
    return frozenset[str]().union(*(table[kind] for kind in kinds))


def with_days_of_acts(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "summoned the ambassador on Monday" read as summoned on that day."""
    found: dict[int, int] = {}
    for at, row in enumerate(rows[:-1]):
        if row.dep != "prep" or text_of(row, sentence).lower() != "on" or rows[at + 1].head != at:
            continue
        noun = row.head
        while rows[noun].dep in _BEHIND and rows[noun].head < noun:
            noun = rows[noun].head
        held = rows[noun].dep in _HELD and rows[rows[noun].head].pos in VERBAL and rows[noun].head < noun
        acts = rows[noun].pos == "PROPN" or rows[noun].lemma.lower() in _who()
        if held and acts and text_of(rows[at + 1], sentence).lower() in days():
            found[at] = rows[noun].head
    return [r._replace(head=found.get(i, r.head)) for i, r in enumerate(rows)] if found else rows


def with_whole_nouns(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "arrested a vice-president" read as the arrest of one."""
    for at in range(1, len(rows) - 1):
        first, mark, last = rows[at - 1 : at + 2]
        near = first.end == mark.start and mark.end == last.start and text_of(mark, sentence) == "-"
        alike = first.head == mark.head == last.head and first.dep == mark.dep == last.dep
        if not near or not alike or last.pos not in ("NOUN", "PROPN"):
            continue
        made = [r._replace(head=at + 1) if r.head in (at - 1, at) else r for r in rows]
        made[at - 1] = first._replace(head=at + 1, dep="compound")
        made[at] = mark._replace(head=at + 1, dep="punct")
        return made
    return rows
