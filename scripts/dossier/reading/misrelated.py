"""Rows of a relative clause that somebody says, with who or which as whoever did what is said.

The parser takes "the man who police say shot a judge" for one of whom the police say something and who were
shot, or for police who shot. Between "who" and a verb with a tense that has an object or an auxiliary of its
own, a noun and its verb of saying are an aside: what is said is what the man did.
"""

from __future__ import annotations

from collections.abc import Sequence

from dossier.reading.mistagged import sayings
from dossier.reading.tree import Row
from dossier.reading.tree_rows import is_tree, text_of

_RELATIVES = frozenset(("who", "whom", "which", "that"))
_NOUNS = frozenset(("NOUN", "PROPN"))
_IN_PHRASES = frozenset(("DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "CD", "POS"))
_HEADS = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP"))
_FINITE = frozenset(("VBD", "VBP", "VBZ"))
_LONGEST = 6
"""Words from "who" to the verb of saying."""


def with_said_relatives(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with each such clause set right; the same ones where there is none."""
    for at in range(1, len(rows)):
        if text_of(rows[at], sentence) in _RELATIVES:
            said = _said_behind(rows, at)
            verb = None if said is None else _told_behind(rows, said)
            whose = _whose(rows, at, sentence)
            if said is not None and verb is not None and whose is not None:
                rows = _related(rows, (whose, at, said, verb))
    return rows


def _said_behind(rows: Sequence[Row], relative: int) -> int | None:
    """The verb of saying behind the noun phrase that follows a relative."""
    for at in range(relative + 2, min(relative + _LONGEST, len(rows))):
        known = rows[at].tag in _FINITE and rows[at].lemma in sayings()
        if known and rows[at - 1].tag in _HEADS:
            return at
        if rows[at - 1].tag not in _IN_PHRASES:
            return None
    return None


def _told_behind(rows: Sequence[Row], said: int) -> int | None:
    """The verb right behind one of saying, with an auxiliary or an object of its own and no other subject."""
    at = said + 1
    while at < len(rows) and rows[at].tag in ("RB", "MD", "VBD", "VBZ", "VBP", "VB", "VBN"):
        main = rows[at].pos == "VERB" and rows[at].tag != "MD"
        if main and (at > said + 1 or rows[at].tag in ("VBD", "VBN")):
            aided = any(row.head == at and row.dep in ("aux", "auxpass") for row in rows[said + 1 : at])
            return at if aided or _has_object(rows, at) else None
        at += 1
    return None


def _has_object(rows: Sequence[Row], verb: int) -> bool:
    """Whether a noun phrase begins behind a verb, "dead" between them or not, whatever it hangs on."""
    behind = next((row for row in rows[verb + 1 :] if row.tag not in ("JJ", "RB", "RP")), None)
    return behind is not None and behind.tag in _IN_PHRASES


def _whose(rows: Sequence[Row], relative: int, sentence: str) -> int | None:
    """The noun that a relative clause is about: what the parse says, or the one right before."""
    before = relative - 1 - (text_of(rows[relative - 1], sentence) == ",")
    if before < 0 or rows[before].pos not in _NOUNS:
        return None
    over = (row.head for row in rows[relative:] if row.dep == "relcl" and row.head <= before)
    return next(over, before)


def _related(rows: Sequence[Row], places: tuple[int, int, int, int]) -> Sequence[Row]:
    """The rows with all four words in their places; the same ones where that makes no tree."""
    whose, relative, said, verb = places
    made = list(rows)
    if rows[whose].head in (said, verb):
        outer = [at for at in (said, verb) if rows[at].head not in (said, verb, whose)]
        root = [at for at in (said, verb) if rows[at].head == at]
        if not root and outer:
            made[whose] = rows[whose]._replace(head=rows[outer[0]].head, dep=rows[outer[0]].dep)
        else:
            made[whose] = rows[whose]._replace(head=whose, dep="ROOT")
    passive = any(row.head == verb and row.dep == "auxpass" for row in rows)
    tag = "VBD" if verb == said + 1 else rows[verb].tag
    source = rows[said - 1]
    pos = "PRON" if source.tag == "PRP" else source.pos if source.pos in _NOUNS else "NOUN"
    made[relative] = rows[relative]._replace(head=verb, dep="nsubjpass" if passive else "nsubj", pos="PRON")
    made[said - 1] = source._replace(head=said, dep="nsubj", pos=pos)
    made[said] = rows[said]._replace(head=whose, dep="relcl", pos="VERB")
    made[verb] = rows[verb]._replace(head=said, dep="ccomp", tag=tag)
    return made if is_tree([row.head for row in made]) else rows


def with_bare_said_relatives(rows: Sequence[Row], _: str) -> Sequence[Row]:
    """The rows, with "a court heard of the nurses he says he never met" read as what the court heard.

    The parser has him say that the court heard. No comma stands before "he", and what he "never met" has no
    object of its own but the noun before "he".
    """
    for said in range(2, len(rows)):
        who, noun = said - 1, said - 2
        if rows[said].tag not in _FINITE or rows[said].lemma not in sayings() or rows[who].tag != "PRP":
            continue
        behind = [i for i, r in enumerate(rows) if r.head == said and r.dep == "ccomp" and i > said]
        before = [i for i, r in enumerate(rows) if r.head == said and r.dep == "ccomp" and i < noun]
        if rows[noun].pos not in _NOUNS or rows[who].head != said or len(behind) != 1 or len(before) > 1:
            continue
        joined = rows[said].dep in ("conj", "parataxis", "ccomp") and rows[said].head < noun
        if not (before or joined) or any(r.head == behind[0] and r.dep == "dobj" for r in rows):
            continue
        made = list(rows)
        if before:
            main, own = before[0], rows[said]
            made = [r._replace(head=main) if r.head == said and r.dep == "punct" else r for r in made]
            made[main] = rows[main]._replace(head=main if own.head == said else own.head, dep=own.dep)
        made[said] = rows[said]._replace(head=noun, dep="relcl")
        return made if is_tree([row.head for row in made]) else rows
    return rows
