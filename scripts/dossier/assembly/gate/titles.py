"""What the words on an office itself make of it: "no mayor", "the alleged leader"."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.assembly.gate.proposition import Doubt, Proposition, does_not
from dossier.assembly.gate.reach import alike
from dossier.assembly.gate.words import gate_words
from dossier.reading.grammar.governors import governing_words
from dossier.reading.tree import Word


def only_names(office: Word) -> bool:
    """Whether an office only says who somebody is, whatever its clause tells of them."""
    named = office.dep in ("nsubj", "nsubjpass", "compound", "appos", "nmod")
    held = office.dep in ("dobj", "pobj", "conj", "poss", "dative")
    behind_as = office.dep == "pobj" and office.head.lower in ("as", "for")
    name = any(w.pos == "PROPN" for w in alike(office) if w is not office)
    noun = office.pos in ("NOUN", "PROPN")
    owned = office.tag == "VBN" and office.dep == "acl"  # "a line owned by Varn Steel"
    return (noun and (named or (held and name and not behind_as))) or owned


def title_doubts(asked: Proposition, office: Word) -> Iterator[Doubt]:
    """A doubt for what the words on an office itself make of it: "no mayor", "the alleged leader"."""
    own = _of_its_noun(office)
    if own is not None and not asked.negative and asked.modality == "actual":
        yield does_not("modality", f"“{own.text}” makes it open")
    elif own is None and (asked.negative or asked.modality != "actual"):
        yield does_not("polarity", "no words on the office deny it or leave it open")


def _of_its_noun(office: Word) -> Word | None:
    near = [*office.children, *(office.head.children if office.dep == "compound" else ())]
    return next(filter(_opens, near), None)


def _opens(word: Word) -> bool:
    """Whether a word on an office denies it or leaves it open: "no", "alleged", "allegedly", "perhaps"."""
    hedges = governing_words().hedges
    return (
        word.lower in gate_words().hedged
        or (word.dep in ("det", "neg") and word.lower in ("no", "not"))
        or (word.dep == "advmod" and word.lower in hedges["hearsay"] | hedges["possible"])
    )
