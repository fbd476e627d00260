"""Days from which something holds, which are not those of what was done: "with effect from Friday"."""

from __future__ import annotations

from dossier.reading.grammar.governors import governing_words
from dossier.reading.tree import Word

_LONGEST = 4
"""Words of the longest phrase that leads to such a day."""


def is_of_an_effect(word: Word, day: int) -> bool:
    """Whether what stands right before a day says that something holds from then on: "effective Friday".

    The day begins at an offset in the sentence of a word.
    """
    before = [each.lower for each in word.root.subtree() if each.start < day][-_LONGEST:]
    phrases = (" ".join(before[at:]) for at in range(len(before)))
    return any(phrase in governing_words().of_effect for phrase in phrases)
