"""Rows of a sentence whose relative clause lost its subject, with the clause told as the one it is.

"An attack on a ferry, which the police blamed on …" is read as if "police" stood beside the ferry and were
blamed themselves. Behind "which" or "that", a noun and a verb whose object is an act ("blame … on") are a
clause: the noun is its subject and the relative its object. Nobody can be "blamed on", but an act can: where
the noun has a verb of its own behind the clause ("which attacks blamed on rebels had ruined"), it is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from dossier.reading.lexicon import load_table
from dossier.reading.mistagged import sayings
from dossier.reading.tree import VERBAL, Row
from dossier.reading.tree_rows import first_of, text_of

_RELATIVES = frozenset(("which", "that"))
_BEFORE_NOUN = frozenset(("det", "amod", "compound", "poss", "nummod", "case", "punct"))
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


def with_met_clauses(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "the officer Lee met told us" read as that the officer told us, and Lee met him.

    The parser takes the name for another of the noun's, and "met" for what the noun does, or is. Only where
    noun, name and verb stand side by side, and what is said follows without "and" or a comma.
    """
    for name, row in enumerate(rows[:-1]):
        noun, met = row.head, name + 1
        if row.dep != "appos" or row.pos != "PROPN" or rows[noun].pos != "NOUN":
            continue
        if rows[met].tag not in ("VBD", "VBN") or first_of(rows, name) != noun + 1:
            continue
        said = _said_behind(rows, noun, met, sentence)
        if said is None:
            continue
        made = list(rows)
        if rows[met].dep not in ("acl", "relcl"):
            over = rows[met] if rows[said].dep == "conj" else rows[said]
            root = said if over.dep == "ROOT" else over.head
            made[said] = rows[said]._replace(head=root, dep=over.dep)
            made = [r._replace(head=said) if i > said and r.head == met else r for i, r in enumerate(made)]
        made[noun] = rows[noun]._replace(head=said, dep="nsubj")
        made[name] = row._replace(head=met, dep="nsubj")
        made[met] = rows[met]._replace(head=noun, dep="relcl", tag="VBD", pos="VERB")
        return made
    return rows


def _said_behind(rows: Sequence[Row], noun: int, met: int, sentence: str) -> int | None:
    """The verb of saying whose subject is the noun that somebody "met"; None where nothing tells."""
    clause = rows[met]
    if rows[noun].dep not in _SUBJECTS:
        return None
    said = rows[noun].head if clause.dep in ("acl", "relcl") else clause.head
    if rows[noun].head == met and clause.dep in ("ROOT", "ccomp"):
        joined = [i for i, r in enumerate(rows) if r.head == met and r.dep == "conj"]
        said = joined[0] if len(joined) == 1 else met
    elif clause.dep not in ("acl", "relcl", "csubj", "aux"):
        return None
    between = range(met + 1, said)
    linked = any(rows[i].dep == "cc" or text_of(rows[i], sentence) == "," for i in between)
    acts = any(rows[i].dep in ("dobj", "agent") and rows[i].head == met for i in between)
    finite = said > met and rows[said].tag in ("VBD", "VBZ") and rows[said].lemma in sayings()
    return said if finite and not linked and not acts else None


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
        if text_of(rows[first], sentence) in _RELATIVES:
            first += 1  # taken for "that" before a noun
            break
    at = first - 1
    if at < 1 or text_of(rows[at], sentence) not in _RELATIVES:
        return None
    return at if rows[at - 1].pos in _NOUNS or text_of(rows[at - 1], sentence) == "," else None


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
    return bool(behind) and text_of(rows[behind[-1]], sentence) == ","


def _whole_phrase(rows: Sequence[Row], noun: int) -> int | None:
    """The noun a phrase hangs on that has no verb of its own: the subject a clause behind it wants."""
    at = noun
    while rows[at].dep in _BY_NOUN and rows[at].head < at and rows[rows[at].head].pos not in VERBAL:
        at = rows[at].head
    return at if rows[at].pos in _NOUNS and rows[at].dep in ("ROOT", "dobj", "dep") else None
