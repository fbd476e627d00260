"""Words for people to the groups they make up: "members of the X", "the X's fighters"."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.reading.grammar.noun_classes import is_of, word_classes
from dossier.reading.tree import Word

_OF = ("of", "from")
_MAKE_UP = ("armed_people", "outlaw", "force", "of_a_group", "outfit", "ranks")
_DEEPEST = 4


def makes_up(word: Word) -> bool:
    """Whether a word means people a group is made of, or a part of it: what they do, the group does.

    None who are something to it, as its leader, its opponents or a rival are; nor who only were its people,
    or may be: "former members", "suspected X rebels".
    """
    return is_of(word, *_MAKE_UP) and not stands_apart(word)


def stands_apart(word: Word) -> bool:
    """Whether some are no longer, or perhaps not, of a group: "former members", "suspected X rebels"."""
    apart = word_classes()["apart"]
    before = [w for w in word.subtree() if w.index < word.index]
    return any(w.lower in apart for w in before)


def puts_into_a_group(clause: Word) -> bool:
    """Whether a clause says that people are of a group, not were or may be: "rebels belonging to X".

    What stands in it besides, as in "who no longer belong to X", leaves that open.
    """
    return clause.lemma == "belong" and clause.child("neg", "aux", "advmod") is None


def made_up_of(name: Word) -> Iterator[Word]:
    """The words for people whose group a name is, the nearest first: of "a group of X rebels" both."""
    for _ in range(_DEEPEST):
        people = _people_of(name)
        if people is None or not makes_up(people):
            return
        yield people
        name = people


def _people_of(name: Word) -> Word | None:
    """The noun that a name, or other people, hang on as the group it is of."""
    link, whole = name.head, name
    if name.dep in ("compound", "nmod", "amod", "poss"):
        return link
    if whole.dep != "pobj":
        return None
    if link.lower in _OF:
        return link.head
    return link.head.head if link.lower == "to" and puts_into_a_group(link.head) else None
