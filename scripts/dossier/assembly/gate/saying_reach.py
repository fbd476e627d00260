"""How far the word of who says something reaches: which clauses stand for themselves, or may."""

from __future__ import annotations

from dossier.assembly.gate.words import gate_words
from dossier.reading.grammar.dependents import is_finite
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.tree import Word


def may_stand_for_itself(node: Word) -> bool:
    """Whether "and left", behind "said she was tired", may be what she did rather than what she said."""
    alone = node.child("nsubj", "nsubjpass", "aux", "mark") is None
    return node.dep == "conj" and node.tag == "VBD" and node.head.tag == "VBD" and alone


def has_own_subject(node: Word) -> bool:
    """Whether ", and his publisher has sued", behind "alleges that …", may stand for itself."""
    own = node.child("nsubj", "nsubjpass") is not None and node.child("mark") is None
    link = node.head.child("cc")
    comma = link is not None and any(c.text == "," and c.index == link.index - 1 for c in node.head.children)
    return node.dep == "conj" and own and comma and node.head.dep == "ccomp"


def is_before_anothers(node: Word) -> bool:
    """Of "He disagrees: she thinks it was": whether somebody's word behind a colon has its own content."""
    over = node.head
    before = node.dep == "ccomp" and node.index < over.index
    colon = before and any(
        c.text == ":" and node.index < c.index < over.index for c in (*over.children, *node.children)
    )
    return colon and any(c.dep in ("ccomp", "dobj") and c.index > over.index for c in over.children)


def is_answered(node: Word) -> bool:
    """Whether a relative clause has its own claimant: "…, which the company denies"."""
    lead = next((c for c in node.children if c.tag == "WDT" and c.dep == "dobj"), None)
    own = node.child("nsubj") is not None and node.lemma in speech_words().clause
    return node.dep == "advcl" and lead is not None and own


def is_told_behind(clause: Word) -> bool:
    """Whether who says it closes the sentence, and says the clause of time as well: "…, the mayor said"."""
    over, said = clause.head, clause.head.head
    return (
        over.dep == "ccomp"
        and said.lemma in speech_words().clause
        and over.index < clause.index < said.index
        and (clause.child("mark", "advmod") or clause).lower in (*gate_words().times, "because")
    )


def is_adverbial(node: Word) -> bool:
    """Whether a clause says when or why: what it tells may be the article's own."""
    return node.child("mark", "advmod") is not None and is_finite(node)


def stands_against(node: Word) -> bool:
    """Whether somebody's answer is set against what is said: "…, although the airline disputes it"."""
    mark = node.child("mark")
    against = mark is not None and mark.lower in gate_words().concedes
    return is_answered(node) or (against and node.lemma in speech_words().clause)


def names_itself(verb: Word) -> bool:
    """Of "rebels calling themselves the Tern Brigade"."""
    held = verb.child("dobj")
    return verb.lemma in gate_words().naming and held is not None and held.lower in gate_words().selves


def is_reason_told(node: Word) -> bool:
    """Whether it gives the reason of what is said: "nobody won, because they fell out, she said"."""
    head = node.head
    because = node.dep == "advcl" and is_finite(node) and node.index < head.index
    told = head.lemma in speech_words().clause and any(c.index < node.index for c in head.all("ccomp"))
    return because and told


def is_reason_behind(node: Word) -> bool:
    """Whether it may be the reason of what is said or of saying it: "nobody won, she said, because …"."""
    head, mark = node.head, node.child("mark")
    why = node.dep == "advcl" and is_finite(node) and mark is not None and mark.lower == "because"
    between = any(c.index < head.index for c in head.all("ccomp"))
    return why and head.lemma in speech_words().clause and between


def is_told_within(node: Word) -> bool:
    """Whether a participle in what is said tells an act: "said it had shot down drones launched by Lesk"."""
    if node.dep == "relcl":
        opening = node.subtree()[0].index
        return not any(c.text == "," and c.index == opening - 1 for c in node.head.children)
    return node.dep == "acl" and node.tag == "VBN"


def closes_what_is_said(clause: Word) -> bool:
    """Whether a relative ends what stands before who says it: "…, who lives in Lesk, police said"."""
    last = clause.subtree()[-1].index
    if clause.dep != "relcl":
        return False
    for over in clause.ancestors():
        if over.dep == "ccomp" and over.index < last < over.head.index:
            return all(w.text == "," for w in over.subtree() if w.index > last)
        beside = [c for c in over.all("parataxis") if c.lemma in speech_words().clause and c.index > last]
        if beside:
            behind = range(last + 1, beside[0].subtree()[0].index)
            return all(w.text == "," for w in over.subtree() if w.index in behind)
    return False
