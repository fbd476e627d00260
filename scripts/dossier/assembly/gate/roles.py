"""Whether subject and object of a fact are tied to its act: each part by its relation to the trigger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from dossier.assembly.gate.persons import names_somebody
from dossier.assembly.gate.phrased import behind_writings
from dossier.assembly.gate.proposition import CIRCUMSTANCES, Doubt, Part, Proposition, does_not, not_shown
from dossier.assembly.gate.reach import Reading, alike, all_alike
from dossier.assembly.gate.relations import Relations, holders, relations_of, support_of
from dossier.assembly.gate.tellers import tellers
from dossier.assembly.gate.words import gate_words
from dossier.reading.grammar.dependents import agents, antecedent, is_relative, is_verb, subjects
from dossier.reading.grammar.membership import made_up_of
from dossier.reading.grammar.noun_classes import is_impersonal, weekdays
from dossier.reading.lexicon import load_table
from dossier.reading.tree import Word
from dossier.vocabularies import MUTUAL

_NOT_PREPOSITIONS = frozenset(
    (
        *("doer", "undergoer", "sole", "dative", "owner", "modifier", "apposition", "attribute", "content"),
        *("small", "around", "relative", "titled", "support", "supported", "same", "itself", "by", "than"),
    )
)


_SUFFERED = frozenset(("patient", "target"))
"""Roles that the subject of some verbs has: "suffered burns", "lost the case"."""


_SOMEBODY_S = frozenset(
    (
        *("agent", "party", "partner", "visitor", "host", "winner", "seller", "taker", "recipient"),
        *("claimant", "target", "speaker", "doer", "person", "participant"),
    )
)
"""Roles that no day of the week can have."""


class Allowed(NamedTuple):
    """Relations in which a role may stand."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    never: frozenset[str]


@cache
def role_table() -> dict[str, Allowed]:
    """The relations of each role, read once."""
    return load_table("roles", dict[str, Allowed], "dossier.assembly.gate")


def role_doubts(asked: Proposition, reading: Reading) -> Iterator[Doubt]:
    """A doubt for each part, dates and places apart, that the grammar doesn't tie to the trigger."""
    parts = [p for p in asked.parts if p.role not in CIRCUMSTANCES and not _is_content(asked, p)]
    trigger = reading.head(asked.trigger)
    if trigger is None:
        if parts:
            yield not_shown("trigger", "no grammar could be read where it stands")
        return
    relations = relations_of(trigger, office=asked.kind in ("role", "relation"))
    for part in parts:
        yield from _doubt(asked, part, trigger, relations, reading)
        yield from _excepted(part, reading)
        yield from _day(part, reading)
    yield from _turned_round(parts, relations, reading)


def _day(part: Part, reading: Reading) -> Iterator[Doubt]:
    """A doubt where a day of the week is given a part that only somebody or something can have."""
    words = reading.says(part.span)
    if words.lower() in weekdays() and part.role in _SOMEBODY_S:
        yield does_not(part.role, f"“{words}” is a day")


def _excepted(part: Part, reading: Reading) -> Iterator[Doubt]:
    """A doubt where words behind a part that it leaves out take some of it back: "all mills except two".

    So where they only say whose it is: "Varn's accused the miners", said of a union.
    """
    noun = reading.head(part.span)
    owns = noun.child("case") if noun is not None and noun.dep not in ("poss", "compound") else None
    if owns is not None and owns.start >= part.span.end:
        yield does_not(part.role, f"“{reading.says(part.span)}{owns.text}” is another's")
    for link in noun.all("prep") if noun is not None else ():
        if link.lower in gate_words().excepting and link.start >= part.span.end:
            yield does_not(part.role, f"“{link.text}” takes some of “{reading.says(part.span)}” back")


def _turned_round(parts: Sequence[Part], relations: Relations, reading: Reading) -> Iterator[Doubt]:
    """A doubt where what is given is said to get whom it is given to: "leaked the report to Varn"."""
    filled = {p.role: {w for top in reading.tops(p.span) for w in alike(top)} for p in parts}
    given, gets = filled.get("patient", set()), filled.get("recipient", set())
    if given & holders(relations, ("to", "dative")) and gets & relations.get("undergoer", set()):
        yield does_not("recipient", "it is given, and gets nothing")


def _is_content(asked: Proposition, part: Part) -> bool:
    return asked.kind == "claim" and part.role == "act"


def _doubt(
    asked: Proposition, part: Part, trigger: Word, relations: Relations, reading: Reading
) -> Iterator[Doubt]:
    words = reading.says(part.span)
    filler = reading.head(part.span)
    if filler is None:
        yield not_shown(part.role, f"no grammar could be read at “{words}”")
        return
    allowed = _allowed(asked, part, trigger)
    named = {word for top in reading.tops(part.span) for word in named_with(top, reading)}
    ways = _ways(allowed, trigger, relations)
    if part.role == "doer":
        named |= {people for word in named for people in made_up_of(word)}
        if any(_is_author_of(trigger, word) for word in named):
            return
    if part.role == "agent" and any(map(_may_do, _behind_by(relations))):
        ways -= {"of"}  # "the arrest of Lume by guards": she does nothing
    held = named & holders(relations, ways)
    nearer = _whose_own(held, relations) if part.role in _SUFFERED else None
    if nearer is not None:
        yield does_not(part.role, f"“{nearer.text}” stands there, not “{words}”")
        return
    told = {*tellers(trigger), *behind_writings(trigger)}
    if held or (part.role == "claimant" and named & all_alike(told)):
        return
    meant = reading.head(part.stands_for) if part.stands_for is not None else None
    if meant is not None and alike(meant) & holders(relations, _firm(allowed, trigger)):
        return  # "Ana Lume said she feared it": it is she who said so
    wrong = [r for r in sorted(allowed.never) if named & relations.get(r, set())]
    if wrong:
        answer = not_shown if part.role in _SUFFERED else does_not
        yield answer(part.role, f"“{words}” stands as {wrong[0]} of “{trigger.text}”")
        return
    if named & _speakers_over(trigger):
        yield not_shown(part.role, f"“{words}” may say “{trigger.text}”, or have it said")
        return
    others = holders(relations, _firm(allowed, trigger))
    near = filler in trigger.subtree() or "any" in _ways_named(allowed, trigger)
    controlled = trigger.dep == "xcomp"  # who does it, the verb over it decides
    if others and not near and not controlled and not any(other.pos == "PRON" for other in others):
        yield does_not(part.role, f"“{min(others, key=lambda w: w.index).text}” stands there, not “{words}”")
    else:
        yield not_shown(part.role, f"nothing ties “{words}” to “{trigger.text}”")


def _whose_own(held: set[Word], relations: Relations) -> Word | None:
    """Who suffered it in place of these, whose own he only is: "the brother of Lume", "members of the X"."""
    others = relations.get("undergoer", set())
    if not held or held & others:
        return None
    for noun in held:
        link = noun.head
        over = link.head
        person = over.pos == "NOUN" and names_somebody(over)
        if noun.dep != "pobj" or link.lower != "of" or over not in others or not person:
            return None
    return over


def _behind_by(relations: Relations) -> set[Word]:
    """What stands behind "by", wherever the parse hangs it: on "arrest" or on "Lume", whom it befell."""
    return {*relations.get("by", ()), *(noun for held in relations.get("of", ()) for noun in agents(held))}


def _may_do(noun: Word) -> bool:
    """Whether what stands behind "by" can have done it: no day, no number, no means, no place beside."""
    words, lemma = gate_words(), noun.lemma.lower()
    bare = noun.child("det", "poss", "nummod", "amod") is None
    when = noun.tag == "CD" or noun.lower in words.dated or lemma in words.units
    beside = not words.beside.isdisjoint((lemma, *(c.lemma.lower() for c in noun.all("compound"))))
    return not (when or beside or (bare and noun.pos == "NOUN" and lemma in words.means))


def _is_author_of(trigger: Word, who: Word) -> bool:
    """Whether an act is said to be somebody's: "the bombing was the work of X"."""
    work = who.head.head if who.dep == "pobj" and who.head.lower == "of" else trigger
    return work.lemma in gate_words().authored and work.head is trigger


def _speakers_over(trigger: Word) -> set[Word]:
    """Who says that over which "and blamed" may hang as well: "denied that it had failed and blamed Lesk"."""
    over = trigger.head.head
    loose = trigger.dep == "conj" and trigger.tag == "VBD" and trigger.head.dep == "ccomp"
    alone = loose and trigger.child("nsubj", "nsubjpass", "aux", "mark") is None
    return {other for who in subjects(over) for other in alike(who)} if alone else set()


def named_with(filler: Word, reading: Reading) -> set[Word]:
    """A filler with what names the same: its appositions, its members, and what a relative pronoun means."""
    found = alike(filler)
    if filler.dep == "appos" and is_impersonal(filler.head) and reading.is_somebody(filler):
        found = {filler}  # "the newspaper, Ann Lee": she is not the newspaper
    whole = filler
    while whole.dep in ("compound", "nmod", "amod", "conj", "poss"):
        if whole.dep == "poss" and reading.is_somebody(whole):
            break  # "Lume's spokesman" is not Lume
        whole = whole.head
        if whole.lemma.lower() in gate_words().members:
            found |= alike(whole)  # "the X and Y armed groups", "X troops"
    if is_relative(filler):
        known = antecedent(filler)
        if known is not None:
            found |= alike(known)
    return found


def _owned(noun: Word) -> bool:
    """Whether a noun says whose it is: "allies of Lesk", "Lesk’s allies"."""
    return any(c.dep == "poss" or c.lower in ("of", "to") for c in noun.children)


def _allowed(asked: Proposition, part: Part, trigger: Word) -> Allowed:
    """The relations of a role under this trigger; of a host and visitor turned round where the host acts."""
    table, words = role_table(), gate_words()
    role = part.role
    if asked.kind == "relation":
        both = asked.type in MUTUAL and trigger.tag == "NNS"  # "X and Y are allies"
        role = "relates" if role == "subject" or (both and not _owned(trigger)) else "related"
    if role in ("host", "visitor") and trigger.lemma in words.hosts:
        swapped = {"host": "agent", "visitor": "patient"}
        role = swapped[role]
    if role == "winner" and trigger.lemma in words.loses:
        return Allowed(frozenset(("to", "against")), frozenset(), frozenset(("doer",)))
    if role == "winner" and not is_verb(trigger):
        return _of_winner(table[role], trigger)
    if role == "winner" and trigger.lemma not in words.crowns:
        return Allowed(frozenset(("doer",)), frozenset(), frozenset(("undergoer", "over", "against", "from")))
    if role == "speaker" and is_verb(trigger) and trigger.lemma in words.quotes:
        return Allowed(frozenset(("undergoer",)), frozenset(), frozenset(("doer",)))
    if role == "recipient" and is_verb(trigger) and trigger.lemma in words.gets:
        role = "taker"
    if role == "seller" and trigger.lemma not in words.gets:
        role = "agent"
    if role in ("party", "partner") and asked.kind == "agreement" and is_verb(trigger):
        own = table["party"]
        return own._replace(never=own.never - ({"to"} if trigger.lemma not in words.gets else set()))
    return table.get(role, table["participant"])


def _of_winner(allowed: Allowed, vote: Word) -> Allowed:
    """The relations of a winner to a noun: whoever does something beside it need not have won."""
    verb, words = support_of(vote), gate_words()
    if verb is None or verb.lemma in words.wins:
        return allowed
    lost = {"support"} if verb.lemma in words.loses else set()
    return allowed._replace(nouns=allowed.nouns - {"support"}, never=allowed.never | lost)


def _ways(allowed: Allowed, trigger: Word, relations: Relations) -> set[str]:
    names = set(_ways_named(allowed, trigger))
    if "any" in names:
        names |= {name for name in relations if name not in _NOT_PREPOSITIONS}
    return names - allowed.never if "any" in names else names


def _ways_named(allowed: Allowed, trigger: Word) -> frozenset[str]:
    """The relations a role may have under this trigger, as the table names them."""
    return allowed.verbs if is_verb(trigger) else allowed.nouns


def _firm(allowed: Allowed, trigger: Word) -> frozenset[str]:
    """The relations that, filled by another, shut this one out."""
    shutting = frozenset(("doer", "undergoer", "by", "owner", "dative", "apposition", "sole"))
    return _ways_named(allowed, trigger) & shutting
