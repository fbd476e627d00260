"""What a number counts: its noun, a part of a whole, what a share is of."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.assembly.gate.proposition import Doubt, does_not
from dossier.assembly.gate.reach import Reading, alike
from dossier.assembly.gate.words import gate_words
from dossier.reading.findings import Span
from dossier.reading.grammar.dependents import doers, is_verb, undergoers
from dossier.reading.tree import Word


def noun_of(number: Word) -> Word:
    """The noun a number counts, or the number itself where it stands alone."""
    node = number
    while node.dep in ("nummod", "quantmod", "compound", "amod", "det", "advmod") and not is_verb(node.head):
        node = node.head
    return node


def is_whole_of_a_part(number: Word) -> bool:
    """Whether another number is of this one: "31 of the 60 seats", "9 of 10 volunteers"."""
    if number.dep == "nummod" and any(c.lower == "of" and c.index < number.index for c in number.children):
        return True  # "two of five guards"
    noun = noun_of(number)
    if noun.dep == "pobj" and noun.head.lower == "in" and noun.head.head.tag == "CD":
        return True  # "one in 14 voters"
    if noun.dep != "pobj" or noun.head.lower not in ("of", "from"):
        return False
    over = noun.head.head
    for _ in range(3):
        if over.pos == "NUM" or any(c.dep == "nummod" for c in over.children):
            return True
        if over.dep != "pobj" or over.head.lower != "of":
            return False
        over = over.head.head
    return False


def is_of_the_whole(number: Word, trigger: Word) -> bool:
    """Whether an act is told of all, and a number is of some: "two of the 14 sailors seized were freed"."""
    whole = trigger.head if trigger.dep in ("acl", "relcl") else None
    if whole is None or whole.dep != "pobj" or whole.head.lower != "of" or whole.child("nummod") is None:
        return False
    part = whole.head.head
    return number is part or number in part.children


def counted_doubts(number: Word, counts: Span, reading: Reading) -> Iterator[Doubt]:
    """A doubt where a number counts something else than the finding says."""
    noun = noun_of(number)
    inside = set(reading.words(counts))
    if _measures(number, inside, reading):
        return
    behind = {n for link in noun.all("prep") if link.lower == "of" for n in link.all("pobj")}
    if inside & ({noun, number, *behind, *alike(noun)}):
        return
    tree = reading.tree_at(number.start)
    same = [w for w in inside if w.pos in ("NOUN", "PROPN")]
    if noun.dep == "pobj" and noun.head.lower == "at" and noun.head.head in inside:
        return  # "turnout, at 48 per cent, was low"
    if _is_scaled(noun, inside):
        return  # "raised its rate to 7 per cent"
    if _is_year(number):
        yield does_not("number", f"“{number.text}” is a year")
        return
    if noun.pos == "NUM":
        ellipsis = tree is not None and any(w.index < number.index for w in same)
        if ellipsis:
            return  # "killing 14 soldiers and wounding 31"
    if not noun.pos.startswith(("NOUN", "PROPN")) and any(w.index < number.index for w in same):
        return  # "14 guards were killed and 31 hurt"
    yield does_not("number", f"“{number.text}” does not count “{reading.says(counts)}”")


def _is_scaled(noun: Word, counted: set[Word]) -> bool:
    """Whether a share is what something is raised to, or by, or reaches."""
    link = noun.head if noun.dep == "pobj" else None
    verb = link.head if link is not None else noun.head
    if noun.lemma.lower() not in ("percent", "cent", "point") or verb.lemma not in gate_words().scales:
        return False
    if link is not None and link.lower in ("to", "by", "at"):
        return bool(counted & set(undergoers(verb)))
    return noun.dep == "dobj" and bool(counted & set(doers(verb)))


def _is_year(number: Word) -> bool:
    """Whether four digits behind "since" say when: "the lowest since 1991"."""
    digits = len(number.text) == len("1991") and number.text.isdigit()
    return digits and number.head.lower in ("since", "in", "until", "before", "after")


def _measures(number: Word, counted: set[Word], reading: Reading) -> bool:
    """Whether a unit stands right behind a number: "84m kroner"."""
    tree = reading.tree_at(number.start)
    if tree is None:
        return False
    behind = [w for w in tree.words[number.index + 1 : number.index + 3] if w.pos in ("NOUN", "PROPN", "X")]
    if any(w.dep == "compound" and w.head not in behind for w in behind):
        return False  # "84m kroner of the 210m kroner cost"
    return bool(counted & set(behind))
