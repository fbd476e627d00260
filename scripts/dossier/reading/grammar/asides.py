"""Clauses that stand beside another and say whose words these are: "as Lee put it", "Lee tweeted: …"."""

from __future__ import annotations

from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.tree import Word


def says_whose(clause: Word) -> bool:
    """Whether "as" opens a clause by which somebody says the one it hangs on.

    Not where it tells of something said besides ("as Lee announced the deal") or at what time ("as Lee was
    speaking").
    """
    mark = clause.child("mark")
    if (
        mark is None
        or mark.lower != "as"
        or clause.dep != "advcl"
        or clause.lemma not in speech_words().asides | speech_words().asides_with_it
    ):
        return False
    held = clause.child("dobj")
    told = held is None or held.lower == "it" or clause.lemma == "tell"
    goes_on = clause.child("ccomp", "xcomp", "conj") is not None
    goes_on = goes_on or any(aux.lemma != "have" for aux in clause.all("aux"))  # "as Lee was speaking"
    return told and not goes_on and (held is not None or clause.lemma not in speech_words().asides_with_it)


def set_beside(clause: Word) -> Word:
    """The verb of the clause that another stands beside, also where that hangs on its subject."""
    over = clause.head
    return over.head if over.dep in ("nsubj", "nsubjpass") and says_whose(clause) else over


def asides_of(verb: Word) -> list[Word]:
    """Clauses that may stand beside a verb's: on it, or, opened by "as", on its subject."""
    on_subject = [c for s in verb.all("nsubj", "nsubjpass") for c in s.children if says_whose(c)]
    return [*verb.children, *on_subject]


def ends_in_colon(clause: Word) -> bool:
    """Whether what is said stands behind a colon: "Lee tweeted: the road is shut"."""
    last = clause.subtree()[-1]
    behind = next((w for w in clause.head.subtree() if w.index == last.index + 1), None)
    colon = last.text == ":" or (behind is not None and behind.text == ":")
    return colon and clause.index < clause.head.index
