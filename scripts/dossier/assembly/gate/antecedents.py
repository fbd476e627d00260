"""Whether a pronoun, an alias or an office stands for whom a finding says, by a rule that has a name.

Rules: `alias` (the words are part of the name, or its initials), `relative` (who, which), `apposition`,
`speaker` (the subject of "she said she …"), `only` (one alone agrees in number and gender), `subject` (the
subject of the sentence before). Where two would fit and no rule chooses, it is not shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.assembly.gate.candidates import FEMALE, MALE, agrees, choose, is_bound_apart, is_pronoun
from dossier.assembly.gate.namesakes import another_so_called
from dossier.assembly.gate.proposition import Doubt, Proposition, WhoseWord, does_not, not_shown
from dossier.assembly.gate.reach import Reading, alike, clause_verb
from dossier.assembly.gate.words import gate_words
from dossier.reading.findings import Span
from dossier.reading.grammar.dependents import antecedent, is_definite, is_relative, is_verb
from dossier.reading.tree import Word


def antecedent_doubts(asked: Proposition, reading: Reading) -> Iterator[Doubt]:
    """A doubt for each word that is said to stand for another without a rule that says so."""
    pairs = [(part.role, part.span, part.stands_for) for part in asked.parts]
    source: WhoseWord | None = asked.source
    while source is not None:
        pairs.append(("source", source.span, source.stands_for))
        source = source.within
    for about, span, stands_for in pairs:
        if stands_for is not None:
            yield from _doubt(about, span, stands_for, reading)


def _doubt(about: str, span: Span, stands_for: Span, reading: Reading) -> Iterator[Doubt]:
    words, name = reading.says(span), reading.says(stands_for)
    here, there = reading.head(span), reading.head(stands_for)
    if here is None or there is None:
        yield not_shown(about, f"no grammar shows that “{words}” is “{name}”")
    elif is_relative(here):
        known = antecedent(here)
        if known is None:
            if not _stands_just_before(here, there):
                yield not_shown(about, f"“{words}” could mean several")
        elif not (is_same(known, there) or _is_titled(known, there, name, reading)):
            yield does_not(about, f"“{words}” is “{known.text}”, not “{name}”")
    elif is_pronoun(here):
        yield from _of_pronoun(about, here, there, name, reading)
    elif not (is_alias(words, name) or alike(here) & alike(there) or _shares_noun(here, there)):
        yield not_shown(about, f"no rule shows that “{words}” is “{name}”")
    elif (other := another_so_called(here, there, reading)) is not None:
        yield not_shown(about, f"“{words}” may be “{name}” or “{other}”")


def _shares_noun(here: Word, there: Word) -> bool:
    """Of "the ambassador" and "the Marran ambassador, Ana Lume,": whether one is called what the other is.

    Not of "an ambassador", which need not be she.
    """
    new = any(c.lower in ("a", "an", "another") for c in here.all("det"))
    return not new and any(here.lemma == other.lemma and here.pos == other.pos for other in alike(there))


def _is_titled(noun: Word, there: Word, name: str, reading: Reading) -> bool:
    """Whether "the baron" is a "Baron Ivo Stam", and nobody else is one."""
    told = noun.pos == "NOUN" and is_definite(noun) and is_alias(noun.text, name)
    return told and another_so_called(noun, there, reading) is None


def _stands_just_before(pronoun: Word, noun: Word) -> bool:
    """Whether a relative clause hangs on a noun alone and opens right behind it: "to X, which had"."""
    verb = clause_verb(pronoun)
    alone = noun.dep != "conj" and noun.child("conj") is None
    behind = noun.dep != "pobj" or is_verb(noun.head.head)
    return verb.dep == "relcl" and verb.head is noun and alone and behind and pronoun.index - noun.index <= 2


def is_alias(words: str, name: str) -> bool:
    """Whether one of two names is a part of the other, or its initials."""
    told = set(_told(name))
    return is_short_of(words, name) or (bool(told) and told <= set(_told(words)))


def _told(name: str) -> list[str]:
    """The words of a name that say more than "the"."""
    return [w for w in re.findall(r"\w+", name.lower()) if w not in gate_words().fillers and w != "s"]


def is_short_of(words: str, name: str) -> bool:
    """Whether words are a part of a name, or its initials: "Varga" of "Piet Varga"."""
    short, long = _told(words), _told(name)
    if not short or not long:
        return False
    if set(short) <= set(long):
        return True
    initials = "".join(w[0] for w in long)
    return len(short) == 1 and len(short[0]) > 1 and short[0] == initials


def _of_pronoun(about: str, here: Word, there: Word, name: str, reading: Reading) -> Iterator[Doubt]:
    if not agrees(here, there, reading, sure=True):
        yield does_not(about, f"“{here.text}” does not agree with “{name}”")
        return
    title = next((t for other in alike(there) if (t := reading.titled.get(other.text))), None)
    if title is not None and here.lower in (FEMALE if title == "mr" else MALE):
        yield does_not(about, f"“{here.text}” does not agree with “{title.title()} {there.text}”")
        return
    if is_bound_apart(here, there):
        yield does_not(about, f"“{here.text}” cannot be the “{name}” of its own clause")
        return
    chosen, rule = choose(here, reading)
    if chosen is None or not agrees(here, there, reading):
        yield not_shown(about, f"“{here.text}” could mean several")
    elif not is_same(chosen, there) and not is_office_of(chosen, there, reading):
        yield not_shown(about, f"“{here.text}” is rather “{chosen.text}” ({rule}) than “{name}”")


def is_office_of(noun: Word, name: Word, reading: Reading) -> bool:
    """Whether "the ambassador" is who was called so before, and nobody else is."""
    told = _shares_noun(noun, name) and is_definite(noun)
    return told and another_so_called(noun, name, reading) is None


def is_same(one: Word, other: Word) -> bool:
    """Whether two words name the same: in apposition, or by the same name."""
    return bool(alike(one) & alike(other)) or (one.text == other.text and one.pos == "PROPN")
