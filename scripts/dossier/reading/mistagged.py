"""Rows of a sentence with a verb of saying that was taken for a noun or adjective told as the verb it is.

"Officials in Varn fear that rebels …" and "Police suspect rebels burned …" are read as if the verb belonged
to the name beside it. Where the words before it are a plural subject without a verb of its own, and a clause
stands behind it, the verb is the sentence's: the clause becomes what is said, the subject says it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from dossier.reading.lexicon import load_table
from dossier.reading.tree import Row

_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_PLURAL = frozenset(("NNS", "NNPS"))
_NEITHER = frozenset(("NN", "NNP", "JJ", "VB"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_NOMINAL = frozenset(("pobj", "dobj", *_SUBJECTS))
_STARTS = frozenset((",", ";", ":", "“", '"', "and", "but"))


def mended(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with at most one verb of saying set right; the same ones where there is none."""
    for index, row in enumerate(rows):
        if row.tag not in _NEITHER or row.pos == "VERB" or sentence[row.start : row.end] not in sayings():
            continue
        if _is_governed_as_verb(rows, index):
            return [*rows[:index], row._replace(tag="VBP", pos="VERB"), *rows[index + 1 :]]
        if row.dep == "ROOT":
            continue
        clause = _clause_behind(rows, index, sentence)
        subject = _subject_before(rows, index, clause, sentence) if clause is not None else None
        if clause is not None and subject is not None:
            return _with_verb(rows, index, subject, clause)
    return rows


def with_nouns_in_ing(rows: Sequence[Row], _sentence: str) -> Sequence[Row]:
    """The rows, with nouns tagged as such: "at the Karsa crossing", "dismissed on Monday reports that"."""
    led = {row.head for row in rows if row.dep == "det"}
    acting = {row.head for row in rows if row.dep in ("dobj", "aux", "nsubj")}
    wrong = {
        at
        for at, row in enumerate(rows)
        if row.pos == "VERB"
        and row.dep in _NOMINAL
        and at not in acting
        and (row.tag == "VBZ" or (row.tag == "VBG" and at in led))
    }
    if not wrong:
        return rows
    return [
        row._replace(tag="NNS" if row.tag == "VBZ" else "NN", pos="NOUN") if at in wrong else row
        for at, row in enumerate(rows)
    ]


def with_states_told(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "left four dead and 12 missing" read as "12 dead" is: no verb is joined to the four."""
    counted = {row.head for row in rows if row.tag == "CD" and row.dep == "nummod"}
    return [
        row._replace(tag="JJ", pos="ADJ", lemma="missing")
        if at in counted
        and row.tag == "VBG"
        and row.dep in ("conj", "dobj", "oprd")
        and sentence[row.start : row.end].lower() == "missing"
        else row
        for at, row in enumerate(rows)
    ]


def with_joined_deeds(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "killed four, injured nine and left" read as three deeds of one doer."""
    own = {r.head for r in rows if r.dep in _SUBJECTS}
    return [
        row._replace(dep="conj")
        if row.dep == "dep"
        and row.tag == "VBD" == rows[row.head].tag
        and row.head < at
        and at not in own
        and sentence[rows[at - 1].start : rows[at - 1].end] == ","
        else row
        for at, row in enumerate(rows)
    ]


@cache
def sayings() -> frozenset[str]:
    """The verbs whose clause is what is said."""
    clause = load_table("speech", dict[str, Any])["clause"]
    return frozenset(verb for verbs in clause.values() for verb in verbs)


def _is_governed_as_verb(rows: Sequence[Row], at: int) -> bool:
    """Whether a word has subject and clause of a verb, and only its tag is another."""
    below = {row.dep for index, row in enumerate(rows) if row.head == at and index != at}
    return rows[at].tag == "NN" and "ccomp" in below and "nsubj" in below


def _clause_behind(rows: Sequence[Row], at: int, sentence: str) -> int | None:
    """The verb of the clause that opens right behind a word, by "that" or by a second subject of one verb."""
    if at + 1 >= len(rows):
        return None
    behind = rows[at + 1]
    if sentence[behind.start : behind.end] == "that":
        verb = behind.head
        opens = behind.dep == "mark" and verb > at and rows[verb].tag in (*_FINITE, "VB", "VBN", "VBG")
        return verb if opens else None
    noun = rows[at].head
    if noun > at and rows[noun].dep in _SUBJECTS and rows[at].dep in ("amod", "compound"):
        verb = rows[noun].head
        return verb if verb > noun and rows[verb].tag in _FINITE else None
    return None


def _subject_before(rows: Sequence[Row], at: int, clause: int, sentence: str) -> int | None:
    """The plural noun before a word, at the beginning of a clause, that no other verb has as its subject."""
    start = at
    while start and sentence[rows[start - 1].start : rows[start - 1].end].lower() not in _STARTS:
        start -= 1
    before = range(start, at)
    if any(rows[i].tag in _FINITE for i in before):
        return None
    subject = next((i for i in before if rows[i].tag.startswith("NN") and rows[i].dep != "compound"), None)
    if subject is None:
        return _joined_to_a_name(rows, at, sentence)
    if rows[subject].tag not in _PLURAL:
        return None
    own = rows[subject].head == subject or (
        rows[subject].dep in _SUBJECTS and rows[subject].head in (clause, at)
    )
    return subject if own else None


def _joined_to_a_name(rows: Sequence[Row], at: int, sentence: str) -> int | None:
    """The plural right before a word that is taken with it for a part of a name: "Police allege Lee"."""
    name = rows[at].head
    before = at - 1
    taken = before >= 0 and rows[before].dep == "compound" and rows[before].head in (at, name)
    named = rows[at].dep == "compound" and rows[name].tag == "NNP"
    if not (taken and named):
        return None
    many = rows[before].tag in _PLURAL or sentence[rows[before].start : rows[before].end].lower() == "police"
    return before if many else None


def _with_verb(rows: Sequence[Row], at: int, subject: int, clause: int) -> Sequence[Row]:
    """The rows with a word as the verb over a clause, and what hung on it where it hung itself."""
    made = list(rows)
    was = rows[at]
    over = rows[clause].head if rows[clause].head not in (clause, subject, at) else at
    dep = rows[clause].dep if over != at else "ROOT"
    beside = at - 1 if rows[at - 1].head == at and at - 1 != subject else None
    for index, row in enumerate(rows):
        if row.head == at and index < at and index not in (at, subject):
            heir = beside if beside is not None and index != beside else was.head
            made[index] = row._replace(head=heir, dep=was.dep if index == beside else row.dep)
    made[at] = was._replace(head=over, dep=dep, tag="VBP", pos="VERB")
    made[subject] = rows[subject]._replace(head=at, dep="nsubj")
    made[clause] = rows[clause]._replace(head=at, dep="ccomp")
    for index, row in enumerate(made):
        stray = row.head == clause and index < at and index != subject
        if stray and row.dep in ("punct", "cc", "advmod", "prep"):
            made[index] = row._replace(head=at)
    return made
