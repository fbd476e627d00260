"""An editor's own line against the words it rests on: what they plan, hedge, or say of somebody else.

Lines are free, so that only a few things are asked, each by what both have in common: whether a plan is told
as done, an allegation as so, the office of one as another's, whoever acts as whoever is acted upon, and
whether the nouns of a title stand there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile

from dossier.assembly.gate.named import Cited, says
from dossier.assembly.gate.reach import Reading, alike, all_alike
from dossier.assembly.gate.readings import Readings
from dossier.assembly.gate.relations import relations_of
from dossier.assembly.gate.words import gate_words
from dossier.reading.grammar.dependents import is_verb, subjects
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.names.gazetteer import load_gazetteer
from dossier.reading.names.namewords import english_words
from dossier.reading.text.article import read_article
from dossier.reading.tree import Word

_WORD = re.compile(r"[\w’'-]+")
_STEM = 4
"""Letters that two words of one stem share at the least: "closed" and "closure"."""


def read_line(line: str) -> list[Word]:
    """The words of a line with its own grammar; one without a full stop would be taken for a heading."""
    whole = line if line.endswith((".", "!", "?")) else f"{line}."
    return [word for tree in Reading.of(read_article(whole, id="line")).trees for word in tree.words]


def told_otherwise(
    line: Sequence[Word], own: Collection[str], places: Sequence[Cited], readings: Readings
) -> Iterator[str]:
    """Where a line gives somebody another's office or part; `own` are the forms of his name."""
    read = [(place, readings.of(place.article)) for place in places]
    yield from _offices(line, own, read)
    yield from _acts(line, own, read)


def missing_nouns(title: Sequence[Word], known: Collection[str], around: str) -> Iterator[str]:
    """The nouns of a title that neither the sentences it rests on nor its own kind has."""
    there = {*_words(around), *(word.casefold() for word in known)}
    for word in title:
        plain = word.text.islower() or (word.index == 0 and "n" in english_words().get(word.lower, ""))
        noun = word.pos == "NOUN" or (word.pos == "PROPN" and plain)
        if noun and len(word.text) >= _STEM and not any(_of_one_stem(word.lower, each) for each in there):
            yield f"“{word.text}” stands in none of the sentences it rests on"


def _of_one_stem(one: str, other: str) -> bool:
    """Whether two words are forms of one: "pledge" and "pledged", no "contract" and "contest"."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return one == other or shared >= max(_STEM, min(len(one), len(other)) - 1)


def hedge_in(words: str) -> str | None:
    """The word that makes some words an allegation."""
    return next((word for word in _words(words) if word in gate_words().alleges), None)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def left_open(line: Sequence[Word], places: Sequence[Cited]) -> Iterator[str]:
    """The plan or allegation of all words, where the line has no word for one."""
    words = gate_words()
    ahead = any(word.lower in words.ahead or word.lemma.lower() in words.ahead_lemmas for word in line)
    is_to = any(word.lemma == "be" and any(c.tag == "TO" for c in word.subtree()) for word in line)
    plans = [next((w for w in _words(p.words) if w in words.planned), None) for p in places]
    if all(plans) and not ahead and not is_to:
        yield f"“{plans[0]}” makes it a plan, and it is told as done"
    hedges = [hedge_in(place.words) for place in places]
    told = any(word.lower in words.alleges or _reports(word) for word in line)
    if all(hedges) and not told:
        yield f"“{hedges[0]}” stands in the words it rests on, and no word for it in the line"


def _reports(word: Word) -> bool:
    """Whether a word says that somebody says so: "claims", "the claim", "according to"."""
    words = speech_words()
    said = word.lemma in words.clause if is_verb(word) else word.lemma.lower() in words.nouns
    return said or word.lower == "according"


Read = Sequence[tuple[Cited, Reading]]


def _is_own(word: Word, own: Collection[str]) -> bool:
    """Whether a word is of a name."""
    return word.pos in ("PROPN", "NOUN") and any(says(form, word.text) for form in own)


def _offices(line: Sequence[Word], own: Collection[str], read: Read) -> Iterator[str]:
    """An office that a line gives somebody, and its words another, or of another state."""
    for office in line:
        lead = office
        while lead.dep == "conj":
            lead = lead.head
        holder = subjects(lead.head) if lead.dep == "attr" else []
        if office.pos not in ("NOUN", "PROPN") or not any(_is_own(w, own) for w in holder):
            continue
        same = [w for place, at in read for w in at.words(place.span) if w.lower == office.lower]
        holders = [_held_by(word) for word in same]
        if not same or not any(holders):
            continue
        kept = [word for word, who in zip(same, holders, strict=True) if any(_is_own(w, own) for w in who)]
        if not kept:
            other = min(w.text for who in holders for w in who)
            yield f"“{same[0].text}” is {other}, in the words it rests on"
            continue
        given, told = _states(office), {state for word in kept for state in _states(word)}
        if given and told and not given & told:
            yield f"“{office.text}” is of {min(told)}, in the words it rests on"


def _held_by(office: Word) -> set[Word]:
    """The names of whoever has an office: beside it, or that it stands before."""
    found = alike(office) | ({office.head} if office.dep in ("compound", "nmod", "amod") else set())
    found |= {w for each in found for w in alike(each)}
    return {word for word in found if word.pos == "PROPN" and word is not office}


def _states(office: Word) -> set[str]:
    """The states that an office is said to be of: "Iranian President", "an official of Fiji"."""
    table, over = load_gazetteer(), office.head if office.dep == "compound" else office
    near = [
        c for node in (office, over) for c in node.children if c.dep in ("amod", "compound", "poss", "nmod")
    ]
    near += [n for link in office.all("prep") if link.lower in ("of", "for") for n in link.all("pobj")]
    countries = (table.demonyms.get(w.lower) or _country(w.text) for w in near)
    return {country for country in countries if country is not None}


def _country(name: str) -> str | None:
    known = load_gazetteer().places.get(name.casefold())
    return known.country if known is not None and known.kind == "country" else None


def _acts(line: Sequence[Word], own: Collection[str], read: Read) -> Iterator[str]:
    """A verb that both have, where whoever acts in one is acted upon in the other."""
    for verb in line:
        if not is_verb(verb) or verb.lemma in gate_words().mutual:
            continue
        mine = relations_of(verb)
        acts, suffers = (
            {w for w in mine.get(way, ()) if _is_own(w, own) or w.tag == "PRP"}
            for way in ("doer", "undergoer")
        )
        for other in (w for place, at in read for w in at.words(place.span) if w.lemma == verb.lemma):
            if not is_verb(other) or bool(acts) == bool(suffers):
                continue
            theirs = relations_of(other)
            does, has_done = (
                any(_is_own(w, own) for w in all_alike(theirs.get(way, ()))) for way in ("doer", "undergoer")
            )
            if (suffers and does and not has_done) or (acts and has_done and not does):
                yield f"“{other.text}” has it the other way round"
