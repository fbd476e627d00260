"""Acts beside a denial or a hedge that is about another act of the same sentence.

"He never learned to drive and was arrested", "refused to sign, calling it a fraud", "failed to agree at the
meeting in Lesk", "cracks found by divers in May may have widened".
"""

from __future__ import annotations

from dossier.assembly.gate.reach import clause_verb
from dossier.assembly.gate.words import gate_words
from dossier.reading.grammar.dependents import is_definite, is_finite, is_verb
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.grammar.standing import is_nobody
from dossier.reading.tree import Word

_OR = frozenset(("or", "nor"))


def stands_free(trigger: Word) -> Word | None:
    """The word of a trigger's clause that no denial over it reaches past; None where one does."""
    verb = clause_verb(trigger)
    if not is_verb(trigger) and is_occasion(trigger):
        return trigger
    return verb if _is_joined(verb) or _is_aside(verb) or _is_reason(verb) else None


def is_known(participle: Word) -> bool:
    """Whether a participle tells of its noun what is known: "the deal signed on Sunday"."""
    noun = participle.head
    if participle.dep != "acl" or participle.tag != "VBN" or is_nobody(noun):
        return False
    dated = any(c.dep == "npadvmod" or (c.dep == "prep" and c.lower == "on") for c in participle.children)
    month = any(
        n.pos == "PROPN" for c in participle.children if c.lower in ("in", "since") for n in c.all("pobj")
    )
    return is_definite(noun) or noun.child("nummod") is not None or dated or month


def _is_joined(verb: Word) -> bool:
    """Whether an "and" joins it that has a tense of its own: "never paid and was arrested"."""
    if verb.dep != "conj" or not is_verb(verb.head):
        return False
    links = [w.lower for w in verb.head.subtree() if w.dep == "cc" and verb.head.index < w.index < verb.index]
    own = any(c.dep in ("aux", "auxpass") for c in verb.children) or verb.tag in ("VBD", "VBZ", "VBP")
    return bool(links) and links[-1] not in _OR and own and is_finite(verb)


def _is_aside(verb: Word) -> bool:
    """Whether it is a participle behind a comma: "refused to sign, calling it a fraud"."""
    behind = verb.dep == "advcl" and verb.tag == "VBG" and verb.index > verb.head.index
    alone = verb.child("mark", "nsubj", "nsubjpass") is None
    return behind and alone and any(c.text == "," and c.index == verb.index - 1 for c in verb.head.children)


def _is_reason(verb: Word) -> bool:
    """Whether what comes of it stands behind ", so": "guards had left on Sunday, so nobody was hurt"."""
    over = verb.head
    hung = verb.dep == "ccomp" and verb.index < over.index and over.lemma not in speech_words().reports
    so = next((c for c in over.all("advmod", "mark", "cc") if c.lower == "so"), None)
    return hung and so is not None and verb.index < so.index < over.index


def is_occasion(noun: Word) -> bool:
    """Whether a noun only says when something else was, and is known by its own place or article."""
    if (
        noun.dep != "pobj"
        or noun.head.lower not in gate_words().occasion_links
        or not is_verb(noun.head.head)
    ):
        return False
    return is_definite(noun) or any(c.dep == "prep" and c.lower in ("in", "on") for c in noun.children)
