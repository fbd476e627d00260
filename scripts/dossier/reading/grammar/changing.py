"""A phrase beside a verb or noun to whether that says another thing without it.

"Warned them | too late", "shot him | by mistake", "will be freed | when she pays". When and where something
was done is left out without harm; any other adverb tells how it was done, how often or how much, and often
that it hardly was.
"""

from __future__ import annotations

from dossier.reading.grammar.dependents import is_infinitive
from dossier.reading.grammar.governors import governing_words
from dossier.reading.tree import Word

_GRADES = frozenset(("advmod", "neg", "advcl", "ccomp"))


def changes(word: Word) -> bool:
    """Whether what a word hangs on, before it, says another thing when it is left out with all it holds."""
    if word.index < word.head.index or _is_set_off(word):
        return False
    if word.subtree()[0].lower in governing_words().turning | governing_words().only:
        return True  # "possible | only after a vote"
    if word.dep == "advmod":
        return word.pos in ("ADV", "ADJ") and _tells_how(word)
    if word.dep in ("prep", "agent"):
        return _tells_otherwise(word)
    return word.dep == "advcl" and _waits(word)


def _tells_how(adverb: Word) -> bool:
    if adverb.lower not in governing_words().circumstances:
        return True
    return adverb.child(*_GRADES) is not None


def _tells_otherwise(link: Word) -> bool:
    """Whether a phrase says that it was not meant, not so in all, or done with nothing of a kind."""
    held = link.child("pobj", "pcomp")
    if held is None:
        return False
    bare = held.child("poss", "amod", "compound", "prep") is None
    scant = any(c.dep in ("det", "amod", "neg") and c.lower in governing_words().scant for c in held.children)
    return scant or (bare and held.lemma.lower() in governing_words().otherwise)


def _waits(clause: Word) -> bool:
    """Whether a clause of time tells when what is still to come will: "will be freed when she pays"."""
    verb = clause.head
    opens = any(c.lower in governing_words().until for c in clause.all("mark", "advmod"))
    ahead = is_infinitive(verb) or any(c.tag == "MD" for c in verb.all("aux"))
    return opens and ahead


def _is_set_off(word: Word) -> bool:
    """Whether a comma or dash stands before a phrase: a remark beside what is said."""
    first = word.subtree()[0]
    before = next((w for w in word.root.subtree() if w.index == first.index - 1), None)
    return before is not None and before.pos == "PUNCT"
