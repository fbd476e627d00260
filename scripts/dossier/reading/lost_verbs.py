"""Rows of a sentence whose own verb the parser takes for a clause about a noun, so that it has none."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from dossier.reading.lexicon import load_table
from dossier.reading.tree import Row
from dossier.reading.tree_rows import above, text_of

_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_TENSED = frozenset(("VBD", "VBZ", "VBP", "MD"))


def with_lost_verbs(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "a court on Thursday acquitted Lume, a clerk" read as what the court did to Lume.

    The parser takes the verb for a clause about the court, whose subject stands behind it. A past tense that
    neither "who" nor a comma leads, and that has no subject before it, is what its noun does. So is the last
    participle of "a bus carrying pupils overturned near Lund", where nothing else is the sentence's verb.
    """
    root = next((i for i, r in enumerate(rows) if r.head == i), None)
    if root is None or rows[root].pos not in ("NOUN", "PROPN"):
        return rows
    for verb, row in enumerate(rows):
        if verb < root or any(text_of(r, sentence) == "," for r in rows[root + 1 : verb]):
            continue
        own = [i for i, r in enumerate(rows) if r.head == verb and r.dep in _SUBJECTS]
        told = (
            row.dep == "relcl" and row.tag == "VBD" and row.head == root and len(own) == 1 and own[0] > verb
        )
        if told and not any(r.dep == "dobj" and r.head == verb for r in rows):
            return _with_verb_of(rows, root, verb, {own[0]: rows[own[0]]._replace(dep="dobj")})
        if row.tag == "VBN" and not own and (beside := _participle_between(rows, root, verb)) is not None:
            behind = {
                i: r._replace(head=verb, dep="advcl" if r.dep == "acl" else r.dep)
                for i, r in enumerate(rows)
                if i > verb and r.head in (root, beside)
            }
            return _with_verb_of(rows, root, verb, behind)
    return rows


def _participle_between(rows: Sequence[Row], root: int, verb: int) -> int | None:
    """The "carrying" between a noun and what it did: "a bus carrying pupils | overturned".

    None where a tensed verb could be the sentence's own, and where the last participle tells what befell
    somebody: "a man wearing a mask arrested in Lund".
    """
    beside = next((i for i in range(root + 1, verb) if rows[i].head == root and rows[i].tag == "VBG"), None)
    if beside is None or rows[beside].dep != "acl" or rows[verb].dep != "acl":
        return None
    hangs = rows[verb].head in (root, beside) or beside in above(rows, verb)
    tensed = any(r.tag in _TENSED and not _is_below(rows, i) for i, r in enumerate(rows))
    does = rows[verb].lemma in mishaps() or any(r.dep == "dobj" and r.head == verb for r in rows)
    by = any(r.dep == "agent" and r.head == verb for r in rows)
    return beside if hangs and does and not tensed and not by else None


@cache
def mishaps() -> frozenset[str]:
    """Verbs of mishaps, which mostly have no object."""
    return frozenset(load_table("governing", dict[str, Any])["mishaps"])


def _is_below(rows: Sequence[Row], verb: int) -> bool:
    """Whether a verb stands in a clause of its own below the sentence: "when a lorry hit it"."""
    return any(rows[i].dep in ("advcl", "relcl") for i in (verb, *above(rows, verb)))


def _with_verb_of(rows: Sequence[Row], noun: int, verb: int, others: dict[int, Row]) -> Sequence[Row]:
    """The rows with a verb as the sentence's own, a noun as its subject, and some others as given."""
    made = [r._replace(head=verb) if r.head == noun and i > verb else r for i, r in enumerate(rows)]
    for at, row in others.items():
        made[at] = row
    made[noun] = rows[noun]._replace(head=verb, dep="nsubj")
    made[verb] = rows[verb]._replace(head=verb, dep="ROOT", tag="VBD")
    return made
