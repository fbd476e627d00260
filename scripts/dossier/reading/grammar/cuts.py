"""A word of a sentence to whether an excerpt may end with it: what is kept still says the same.

No word kept hangs on a word left out, and what is left out hangs on the rest loosely, as a circumstance, an
apposition or a further member of a list does. A condition, an exception, "or" and "but" are never left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from dossier.reading.grammar.changing import changes
from dossier.reading.grammar.conditions import limits
from dossier.reading.grammar.dependents import is_infinitive, is_passive
from dossier.reading.grammar.governors import governing_words
from dossier.reading.tree import VERBAL, Tree, Word

_LOOSE = frozenset(
    (
        "prep",
        "advcl",
        "relcl",
        "acl",
        "conj",
        "cc",
        "punct",
        "advmod",
        "npadvmod",
        "appos",
        "agent",
        "mark",
        "dep",
    )
)
_TOLD = frozenset(("acomp", "attr", "oprd"))
"""What a subject is said to be."""
_SINGLED_OUT = frozenset(("det", "poss", "nummod"))
_FUNCTION = frozenset(("PUNCT", "ADP", "DET", "AUX", "SCONJ", "CCONJ", "PART", "SYM"))
_OPEN = {"“": "”", "(": ")", "[": "]", "‘": "’"}


def may_end(tree: Tree, words: Sequence[Word], last: Word) -> bool:
    """Whether an excerpt that begins with `words` may end with one of them: nothing of it is changed."""
    if not _ends_a_phrase(tree, words, last):
        return False
    first = words[0].index
    torn = (w for w in words if w.index <= last.index < w.head.index)
    if _is_bare(last, words) or any(w.dep != "ccomp" or w.head in words for w in torn):
        return False  # a clause alone stands without what is behind it: "the port will open | , Lee said"
    left = (word for word in tree.words[last.index + 1 :] if first <= word.head.index <= last.index)
    return all(_is_loose(word) and not _is_of_narrowing(word, first) for word in left)


def says_something(tree: Tree, words: Sequence[Word], last: Word) -> bool:
    """Whether an excerpt ends with a phrase, and not with a subject whose verb is still to come."""
    if not _ends_a_phrase(tree, words, last) or _is_bare(last, words):
        return False
    kept = {w.index for w in words}
    tops = [w for w in words if w.pos in VERBAL and (w.head is w or w.head.index not in kept)]
    if tops and all(w.index > last.index for w in tops):
        return False  # "if it rains", and not what then
    first = words[0].index
    left = [w for w in tree.words[last.index + 1 :] if first <= w.head.index <= last.index]
    turning = governing_words().turning
    if any(w.lower in turning or any(c.lower in turning for c in w.all("mark")) for w in left):
        return False
    if any(w.dep in _TOLD or w in limits(w.head) or changes(w) or _tells_what_becomes(w) for w in left):
        return False  # "it was not immediately | clear"
    if any(_completes(w) or (w.dep == "conj" and w.pos == "PROPN") for w in left if w.head is last):
        return False
    return not any(w.dep[1:].startswith("subj") and w.index <= last.index < w.head.index for w in words)


def is_function_word(word: Word) -> bool:
    """Whether a word only leads to the next: no excerpt ends with it; "back" of "fight back" does not."""
    return word.pos in _FUNCTION and word.dep != "prt"


def _is_bare(last: Word, words: Sequence[Word]) -> bool:
    """Whether a word is a verb that is left without what comes behind it: "have raised", "was told"."""
    beside = last.dep in ("acl", "amod", "advcl")
    whole = (
        last.tag == "VBN" and (is_passive(last) or beside) and not (beside and last.child("prep", "agent"))
    )
    return last.pos == "VERB" and not whole and last is not words[-1]


def _is_loose(word: Word) -> bool:
    """Whether what a word hangs on is whole without it."""
    binding = governing_words().turning | governing_words().completing
    if word.dep not in _LOOSE or word.lower in binding or _completes(word) or changes(word):
        return False
    if word.dep in ("cc", "conj") and word.head.pos not in VERBAL:
        return False  # the first of several is not what was said of all
    return not any(child.dep == "mark" and child.lower in binding for child in word.children)


def _completes(word: Word) -> bool:
    """Whether what a word hangs on is cut short without it, or told of more than was meant.

    "A bid | to protect him", "in exchange | for fish", "as long | as it rains", "looters | who refuse".
    """
    over = word.head
    if any(c.lower in governing_words().only for c in over.all("advmod")):
        return True  # "is only concerned | about herself"
    if word in limits(over) or (word.dep == "advcl" and over.pos == "ADV"):
        return True
    if _tells_what_becomes(word):
        return True
    if word.dep == "prep" and over.lemma == "be" and over.child("acomp", "attr", "expl") is None:
        return True  # "was no longer | in a position to pay"
    if is_infinitive(word) and any(c.lower == "it" for c in over.all("nsubj")):
        return True  # "it would be an effort | to leave"
    if word.dep == "prep" and word.lower in governing_words().narrowing:
        near = [over, *over.all("dobj"), *(n for link in over.all("prep") for n in link.all("pobj"))]
        if any(n.index == word.index - 1 and _is_bare_plural(n) for n in near):
            return True
    if word.dep == "prep" and word.lower in governing_words().completing:
        return over.child(*_SINGLED_OUT, "amod", "compound") is None  # "was part | of it", "ahead | of it"
    if over.lower in ("one", "ones", "those") and word.index == over.index + 1:
        return True  # "the one | with the key"
    if over.pos != "NOUN":
        return False
    if word.dep == "prep":
        alone = not any(c.index < over.index for c in over.children)
        led = over.dep == "pobj" and "by" not in (over.head.lower, word.lower)
        return over.tag == "NN" and led and alone
    first = word.subtree()[0]
    if word.dep == "acl" and (is_infinitive(word) or first.dep == "mark"):
        return True  # "the demand | that it close"
    return word.dep in ("relcl", "acl") and first.index == over.index + 1 and _is_of_any(over)


def _tells_what_becomes(word: Word) -> bool:
    """Whether a phrase says what something is told to be, or turned into."""
    return word.dep == "prep" and word.lower in governing_words().becoming


def _is_of_narrowing(word: Word, first: int) -> bool:
    """Whether a word is part of a clause that says which of many are meant: none of that is left out."""
    return any(over.dep == "relcl" and over.index >= first and _completes(over) for over in word.ancestors())


def _is_of_any(noun: Word) -> bool:
    """Whether only what follows tells which of a kind are meant: "looters", "material", not "the looters"."""
    return _is_bare_plural(noun) or (noun.tag == "NN" and noun.index == noun.subtree()[0].index)


def _is_bare_plural(noun: Word) -> bool:
    """Whether a noun is of many, and of which only what follows may tell: "looters", not "the looters"."""
    return noun.tag == "NNS" and noun.child(*_SINGLED_OUT) is None


def _ends_a_phrase(tree: Tree, words: Sequence[Word], last: Word) -> bool:
    """Whether a word is no function word and what follows it is no part of its name or noun phrase."""
    if is_function_word(last) or last.tag in ("WDT", "WP", "WRB", "PRP$"):
        return False
    text = "".join(w.text for w in words if w.index <= last.index)
    if any(text.count(opening) > text.count(closing) for opening, closing in _OPEN.items()):
        return False
    if text.count('"') % 2:
        return False
    after, first = tree.after(last), last
    while first.dep == "conj":
        first = first.head  # "town and state | governments"
    joined = after is not None and (
        (
            first.dep in ("compound", "amod", "nummod", "poss", "nmod", "quantmod")
            and first.head.index > last.index
        )
        or (last.dep == "advmod" and last.head is after)
    )
    return not joined and not (after is not None and after.tag in ("POS", "HYPH"))
