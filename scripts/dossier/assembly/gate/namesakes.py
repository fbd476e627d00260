"""Whether others in an article are called what a short name or description says: two courts, two Stams."""

from __future__ import annotations

from bisect import bisect_left

from dossier.assembly.gate.reach import Reading, alike, given_name
from dossier.reading.tree import Word

_MODIFIERS = ("compound", "amod", "nmod", "poss")
_NEW = ("a", "an", "another")
"""Determiners of whom nobody was told of yet."""


def another_so_called(short: Word, meant: Word, reading: Reading) -> str | None:
    """Words for another whom a short form may mean; None where there is none.

    Of a surname whoever has it with another given name, of a common noun what is called so before it and
    told apart by other words, or new behind who is meant, as "another court"; and what stands only behind
    it has to be the only one.
    """
    if alike(short) & alike(meant):
        return None
    if short.pos == "PROPN":
        return None if given_name(short) else _other_bearer(short, meant, reading)
    own, wanted = _told_by(short), set[str]().union(*(_told_by(w) for w in alike(meant)))
    behind = min(w.start for w in alike(meant)) > short.start
    for word in _so_called_before(short, reading):
        if alike(word) & alike(meant):
            continue
        if behind:
            return word.text
        new = next((c for c in word.children if c.dep == "det" and c.lower in _NEW), None)
        if new is not None and word.start > max(w.start for w in alike(meant)):
            return f"{new.lower} {word.text}"
        told = _told_by(word)
        if told and own <= told and not (told <= wanted or wanted <= told):
            return f"{min(told)} {word.text}"
    return None


def _other_bearer(short: Word, meant: Word, reading: Reading) -> str | None:
    """The name of another with the same surname."""
    given = {name for word in alike(meant) for name in given_name(word)}
    others = sorted(reading.given.get(short.text, frozenset()) - given)
    return f"{others[0]} {short.text}" if given and others else None


def _told_by(noun: Word) -> set[str]:
    """The words that tell a noun from others: "the Marran court", "the court of Lesk"."""
    of = (n for link in noun.all("prep") if link.lower == "of" for n in link.all("pobj"))
    return {w.lemma.lower() for w in (*noun.all(*_MODIFIERS), *of) if w.pos not in ("PRON", "DET")}


def _so_called_before(noun: Word, reading: Reading) -> list[Word]:
    """Nouns of the same lemma before a noun, in text order."""
    found = reading.nouns.get(noun.lemma.lower(), [])
    return found[: bisect_left(found, noun.start, key=lambda other: other.start)]
