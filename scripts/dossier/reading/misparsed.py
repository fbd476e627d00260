"""Rows of a sentence whose relative clause lost its subject, with the clause told as the one it is.

"An attack on a ferry, which the police blamed on …" is read as if "police" stood beside the ferry and were
blamed themselves. Behind "which" or "that", a noun and a verb whose object is an act ("blame … on") are a
clause: the noun is its subject and the relative its object. Nobody can be "blamed on", but an act can: where
the noun has a verb of its own behind the clause ("which attacks blamed on rebels had ruined"), it is left.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Any

from dossier.reading.lexicon import load_table
from dossier.reading.mistagged import sayings
from dossier.reading.tree import VERBAL, Row

_RELATIVES = frozenset(("which", "that"))
_BEFORE_NOUN = frozenset(("det", "amod", "compound", "poss", "nummod", "case", "punct"))
_TWO = 2
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_NOUNS = frozenset(("NOUN", "PROPN"))
_BY_NOUN = frozenset(("pobj", "prep", "appos", "conj", "poss", "nmod", "compound"))


def with_relative_subjects(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with at most one relative clause set right; the same ones where there is none."""
    for verb, row in enumerate(rows):
        if row.dep != "acl" or row.tag not in ("VBN", "VBD") or not _says_of_an_act(rows, verb, sentence):
            continue
        relative = _relative_before(rows, row.head, verb, sentence)
        if relative is not None:
            return _with_clause(rows, relative, row.head, verb, sentence)
    return rows


def with_whose_clauses(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "Ann Lee, whose deputy left, said" read as that Lee said and the deputy left.

    The parser takes "left" for what Lee did and is said to have done. Only where "said" has no subject of its
    own, and a comma stands before it.
    """
    for at, row in enumerate(rows):
        if sentence[row.start : row.end] != "whose" or row.dep != "poss" or rows[row.head].dep != "appos":
            continue
        owned, owner = row.head, rows[row.head].head
        verb = rows[owner].head
        main = rows[verb].head
        lost = rows[owner].dep in _SUBJECTS and rows[verb].dep == "ccomp" and owner < at < verb < main
        alone = not any(r.head == main and r.dep in _SUBJECTS for r in rows)
        if lost and alone and _has_comma(rows, verb, main, sentence):
            made = list(rows)
            made[owned] = rows[owned]._replace(head=verb, dep="nsubj")
            made[verb] = rows[verb]._replace(head=owner, dep="relcl")
            made[owner] = rows[owner]._replace(head=main, dep="nsubj")
            return made
    return rows


def with_said_behind(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "Guards shot two men, claims a lawyer" read as what the lawyer claims.

    The parser takes "claims" for another thing that the guards do. A verb of saying in the present, behind a
    comma, no "and" and a verb of the past, says what stands before it, and what follows it says so.
    """
    for at, row in enumerate(rows):
        lead = row.head
        if row.dep != "conj" or row.tag != "VBZ" or row.lemma not in sayings() or lead >= at:
            continue
        who = [i for i, r in enumerate(rows) if r.head == at and r.dep in (*_SUBJECTS, "dobj", "ccomp")]
        linked = any(r.dep == "cc" and r.head == lead and i < at for i, r in enumerate(rows))
        comma = sentence[rows[at - 1].start : rows[at - 1].end] == ","
        if len(who) != 1 or who[0] < at or rows[who[0]].dep == "ccomp" or linked or not comma:
            continue
        if rows[lead].tag not in ("VBD", "VBN"):
            continue
        made = [r._replace(head=at) if r.head == lead and i > at else r for i, r in enumerate(rows)]
        root = rows[lead].head == lead
        made[at] = row._replace(head=at if root else rows[lead].head, dep=rows[lead].dep)
        made[lead] = rows[lead]._replace(head=at, dep="ccomp")
        made[who[0]] = rows[who[0]]._replace(dep="nsubj")
        return made
    return rows


def with_first_subjects(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "a bomb meant for Lee killed two" read as what the bomb did, not Lee.

    The parser gives one verb two subjects. Where the second stands right behind a preposition or "be" with
    nothing behind it, which belongs to the first, it is its object: "a woman claiming to be Lee said".
    """
    before: dict[int, list[int]] = defaultdict(list)  # by verb, the subjects before it
    for at, row in enumerate(rows):
        if row.dep in _SUBJECTS and at < row.head:
            before[row.head].append(at)
    for verb in sorted(before):
        if rows[verb].pos not in VERBAL or len(before[verb]) != _TWO:
            continue
        outer, inner = before[verb]
        link = min(i for i in range(inner + 1) if i == inner or rows[i].head == inner) - 1
        linked = rows[link].dep == "prep" or sentence[rows[link].start : rows[link].end] == "be"
        empty = not any(r.head == link and r.dep in ("pobj", "pcomp", "attr") for r in rows)
        if link > outer and linked and empty and outer in _above(rows, link):
            made = list(rows)
            dep = "pobj" if rows[link].dep == "prep" else "attr"
            made[inner] = rows[inner]._replace(head=link, dep=dep)
            return made
    return rows


def _above(rows: Sequence[Row], at: int) -> list[int]:
    """The words that a word hangs on, the nearest first."""
    found: list[int] = []
    while rows[at].head != at and len(found) < len(rows):
        at = rows[at].head
        found.append(at)
    return found


@cache
def _verbs() -> frozenset[tuple[str, str]]:
    """Verbs with the preposition before whoever is said to have done their object."""
    phrases = load_table("speech", dict[str, Any])["act_as_object"]
    return frozenset((verb, preposition) for verb, preposition in map(str.split, phrases))


def _says_of_an_act(rows: Sequence[Row], verb: int, sentence: str) -> bool:
    """Whether a verb has the preposition that tells an act as its object, and no object of its own."""
    below = [row for row in rows[verb + 1 :] if row.head == verb]
    links = {sentence[row.start : row.end].lower() for row in below if row.dep == "prep"}
    return not any(row.dep in ("dobj", "agent", "auxpass") for row in below) and any(
        (rows[verb].lemma, link) in _verbs() for link in links
    )


def _relative_before(rows: Sequence[Row], noun: int, verb: int, sentence: str) -> int | None:
    """The relative pronoun right before the noun phrase that ends right before a verb."""
    if noun >= verb or rows[noun].pos not in _NOUNS:
        return None
    if any(rows[i].pos != "ADV" for i in range(noun + 1, verb)):
        return None
    first = noun
    while first and rows[first - 1].dep in _BEFORE_NOUN and first - 1 < rows[first - 1].head <= noun:
        first -= 1
        if sentence[rows[first].start : rows[first].end] in _RELATIVES:
            first += 1  # taken for "that" before a noun
            break
    at = first - 1
    if at < 1 or sentence[rows[at].start : rows[at].end] not in _RELATIVES:
        return None
    return (
        at if rows[at - 1].pos in _NOUNS or sentence[rows[at - 1].start : rows[at - 1].end] == "," else None
    )


def _with_clause(rows: Sequence[Row], relative: int, noun: int, verb: int, sentence: str) -> Sequence[Row]:
    """The rows with a relative clause on the nearest noun before it; unchanged where that isn't sure."""
    over = next((i for i in range(relative - 1, -1, -1) if rows[i].pos in _NOUNS), None)
    if over is None:
        return rows
    made = list(rows)
    main = rows[noun].head
    if rows[noun].dep in _SUBJECTS and main > verb:
        whole = _whole_phrase(rows, over)
        if whole is None or not _has_comma(rows, verb, main, sentence):
            return rows
        made[main] = rows[main]._replace(
            head=main if rows[whole].head == whole else rows[whole].head,
            dep="ROOT" if rows[whole].head == whole else "ccomp",
        )
        made[whole] = rows[whole]._replace(head=main, dep=rows[noun].dep)
    for index, row in enumerate(rows):
        if row.head == noun and index > verb and row.dep == "punct":
            made[index] = row._replace(head=verb)
    made[relative] = rows[relative]._replace(head=verb, dep="dobj", tag="WDT", pos="PRON")
    made[noun] = rows[noun]._replace(head=verb, dep="nsubj")
    made[verb] = rows[verb]._replace(head=over, dep="relcl", tag="VBD", pos="VERB")
    return made


def _has_comma(rows: Sequence[Row], verb: int, main: int, sentence: str) -> bool:
    """Whether a relative clause is closed by a comma before the verb behind it."""
    behind = [i for i in range(verb + 1, main) if rows[i].pos not in ("AUX", "ADV", "PART")]
    return bool(behind) and sentence[rows[behind[-1]].start : rows[behind[-1]].end] == ","


def _whole_phrase(rows: Sequence[Row], noun: int) -> int | None:
    """The noun a phrase hangs on that has no verb of its own: the subject a clause behind it wants."""
    at = noun
    while rows[at].dep in _BY_NOUN and rows[at].head < at and rows[rows[at].head].pos not in VERBAL:
        at = rows[at].head
    return at if rows[at].pos in _NOUNS and rows[at].dep in ("ROOT", "dobj", "dep") else None
