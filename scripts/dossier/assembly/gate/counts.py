"""Whether a number agrees: its bounds as worded, what it counts, and whether it is of this act."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.assembly.gate.bounds import bound_doubts
from dossier.assembly.gate.counted import counted_doubts, is_of_the_whole, is_whole_of_a_part, noun_of
from dossier.assembly.gate.denials import stands_denied
from dossier.assembly.gate.outcomes import ensues, harms_too, harms_when
from dossier.assembly.gate.proposition import Doubt, Proposition, does_not, not_shown
from dossier.assembly.gate.reach import Reading, alike, all_alike, clause_verb, path, to_verb
from dossier.assembly.gate.words import gate_words
from dossier.reading.findings import Span
from dossier.reading.grammar.dependents import doers, is_infinitive, is_verb
from dossier.reading.tree import Word


def _of_kind(asked: Proposition, number: Word, reading: Reading) -> Iterator[Doubt]:
    """A doubt where the act is one of wounding and the number one of the dead, or the other way round.

    Of "killed four and injured nine" the nine have a verb of their own.
    """
    what = asked.count.what if asked.count is not None else None
    words, trigger = gate_words(), reading.head(asked.trigger)
    over = clause_verb(noun_of(number))
    own = trigger is not None and harms_too(over, clause_verb(trigger))
    told = [over] if own else reading.words(asked.trigger)
    lemmas = {form for word in told for form in (word.lemma.lower(), word.lower)}
    kills, hurts = bool(lemmas & words.kills), bool(lemmas & words.hurts)
    harmed = kills or hurts
    wrong = {
        "killed": hurts,
        "injured": kills,
        "missing": own and harmed,
        "displaced": own and harmed,
        None: own,
    }
    if wrong.get(what, False):
        yield does_not("number", f"“{' '.join(w.text for w in told)}” is not {what}")


def count_doubts(asked: Proposition, reading: Reading) -> Iterator[Doubt]:
    """A doubt for a number whose bounds, thing counted or act is another."""
    count = asked.count
    if count is None:
        return
    yield from bound_doubts(count, reading)
    number = _number(count.span, reading)
    if number is None:
        yield not_shown("number", "no grammar could be read where it stands")
        return
    yield from _of_kind(asked, number, reading)
    told = reading.head(asked.trigger)
    if told is not None and is_of_the_whole(number, told):
        yield does_not("number", f"“{number.text}” are only some of whom it is told")
    elif is_whole_of_a_part(number) and not (told is not None and told in noun_of(number).children):
        yield does_not("number", f"“{number.text}” are all, of whom only some are meant")
    if count.counts is not None:
        yield from counted_doubts(number, count.counts, reading)
    trigger = reading.head(asked.trigger)
    if trigger is not None:
        yield from _of_this_act(number, trigger, asked, reading)


def _number(span: Span, reading: Reading) -> Word | None:
    words = reading.words(span)
    numerals = [w for w in words if w.pos == "NUM"]
    return (numerals or [w for w in words if w.pos in ("NOUN", "ADJ")] or [None])[0]  # type: ignore[list-item]


def _counts_it(noun: Word, asked: Proposition, reading: Reading) -> bool:
    """Whether a noun is what the finding says is counted."""
    counts = asked.count.counts if asked.count is not None else None
    return counts is not None and noun in reading.words(counts)


def _content_of(verb: Word) -> list[Word]:
    """What somebody agreed to do, or was convicted of doing: "agreed to buy", "convicted of forging"."""
    over = (verb, *all_alike(verb.all("dobj")))  # wherever the parse hangs the "of"
    behind = (c for w in over for link in w.all("prep") if link.lower == "of" for c in link.all("pcomp"))
    return [*(c for c in verb.all("xcomp") if is_infinitive(c)), *behind]


def _is_compared(number: Word, noun: Word, reading: Reading) -> str | None:
    """The word that makes a number one to compare with: "to 58", "than 12", "from six", "two more"."""
    words, starts = gate_words(), (number.start, noun.start, noun.subtree()[0].start)
    shut_out = next((word for at in starts if (word := stands_denied(at, reading)) is not None), None)
    if shut_out is not None:
        return shut_out
    more = next((c for c in noun.children if c.lower in words.besides and c.index > number.index), None)
    if more is not None:
        return more.text
    if noun.dep != "pobj":
        return None
    link, over = noun.head, noun.head.head
    if noun is number and link.lower == "by" and any(c.lower == "to" for c in noun.all("quantmod")):
        return "to"  # "voted by 61 to 58"
    compares = words.compares_numbers if noun.tag == "CD" else words.compares
    if link.lower == "of" and over.dep == "pobj" and over.head.lower in compares:
        return over.head.text  # "against a profit of 4 million"
    if link.lower in (*words.compares, "from") or (link.lower == "of" and is_verb(over)):
        return link.text
    behind_from = over.dep == "pobj" and over.head.lower == "from"
    numbered = over.tag == "CD" or over.child("nummod") is not None
    rival = (noun.tag == "CD" and _is_scored(link, reading)) or any(
        other.lower == "by" and any(w.tag == "CD" for w in other.subtree())
        for other in over.all("prep", "agent")
    )
    return link.text if link.lower == "to" and (numbered or rival) and not behind_from else None


def _is_scored(to: Word, reading: Reading) -> bool:
    """Whether a "to" stands between two sides' numbers: "by 31 votes to 14"; not "from 31 votes to 14"."""
    tree = reading.tree_at(to.start)
    before = tree.before(to) if tree is not None else None
    if tree is None or before is None:
        return False
    first = before if before.tag == "CD" else before.child("nummod")
    lead = tree.before(first) if first is not None else None
    return first is not None and (lead is None or lead.lower != "from")


def _own_act(noun: Word, trigger: Word) -> Word | None:
    """The other act that a number is of: "14 of whom drowned", "in addition to the 31 killed"."""
    if trigger.dep == "relcl" and noun in alike(trigger.head):
        lead = next((s for s in trigger.all("nsubj", "nsubjpass")), None)
        links = (*(lead.all("prep") if lead is not None else ()), *trigger.all("prep"))
        part = any(
            n.lower in ("whom", "which") for link in links if link.lower == "of" for n in link.all("pobj")
        )
        if part and lead is not None:
            return lead  # "31 sailors, 14 of whom drowned" is not 31 who drowned
    behind = noun.dep == "pobj" and is_verb(clause_verb(trigger)) and noun.head.head is not trigger
    told = next((c for c in noun.children if c.dep == "acl" and c.tag == "VBN"), None)
    if told is not None and behind and told is not trigger:
        return told
    few = any(n.lower in ("them", "whom", "which") for link in noun.all("prep") for n in link.all("pobj"))
    if few and noun.index > trigger.index:
        return noun  # "dozens were hurt, 14 of them badly"
    return None


def _rival(number: Word, noun: Word, verb: Word) -> Word | None:
    """Another number of the same clause that counts something else, where what is counted is not told."""
    for other in verb.subtree() if is_verb(verb) else ():
        if (
            other.tag != "CD"
            or other is number
            or other.dep in ("quantmod", "appos")
            or clause_verb(other) is not verb
        ):
            continue
        thing = noun_of(other)
        dated = thing.pos == "PROPN" or (thing is other and len(other.text) == 4) or thing.head is number
        money = any(c.text in "$£€¥" for c in other.children)
        if not (dated or money or thing is noun or number in thing.subtree() or other in noun.subtree()):
            return other
    return None


def _held_by(noun: Word, trigger: Word) -> Word | None:
    """The noun between a number and its verb that the number may be of: "over the deaths of 31 guards"."""
    node = noun
    while node is not trigger and node.head is not node and not is_verb(node):
        if node.dep == "pobj" and node.head.lower == "of" and node.head.head.pos == "NOUN":
            over = node.head.head
            measured = over.lemma in gate_words().sums
            return None if measured or over is trigger else over
        node = node.head
    return None


def _of_this_act(number: Word, trigger: Word, asked: Proposition, reading: Reading) -> Iterator[Doubt]:
    noun = noun_of(number)
    verb, over = clause_verb(trigger), clause_verb(noun)
    beside = _is_compared(number, noun, reading)
    if beside is not None:
        yield does_not("number", f"“{number.text}” stands beside “{beside}”, as another number")
        return
    other = _own_act(noun, trigger)
    if other is not None:
        yield does_not("number", f"“{number.text}” belongs to “{other.text}”")
        return
    if noun.lemma in gate_words().units and not _counts_it(noun, asked, reading):
        yield not_shown("number", f"“{number.text} {noun.text}” measures time")
        return
    aside = noun.dep == "appos"
    if aside and not _counts_it(noun, asked, reading):
        yield not_shown("number", f"“{number.text}” stands aside")
        return
    behind = (
        noun.dep == "pobj" and is_verb(noun.head.head) and noun.head.lower not in ("by", "to", "with", "at")
    )
    if behind and asked.count is not None and asked.count.counts is None:
        yield not_shown("number", f"“{number.text}” stands behind “{noun.head.text}”")
        return
    if over is verb or trigger in to_verb(noun) or noun in path(trigger):
        rival = _rival(number, noun, verb)
        if rival is not None and asked.count is not None and asked.count.counts is None:
            yield not_shown("number", f"“{rival.text}” could be meant as well as “{number.text}”")
            return
        held = _held_by(noun, trigger)
        if held is not None and asked.count is not None and asked.count.counts is None:
            yield not_shown("number", f"“{number.text}” may belong to “{held.text}” alone")
        return
    if trigger in all_alike([*doers(over), *([over.head] if over.dep in ("relcl", "acl") else [])]):
        return  # "the attack that killed 27 guards"
    if ensues(over, verb) or harms_when(over, verb) or harms_too(over, verb):
        return  # "ambushed the convoy, killing 14 and wounding 31"
    if reading.tree_at(number.start) is not reading.tree_at(trigger.start):
        yield not_shown("number", "the number stands in another sentence")
    elif is_verb(over) and over in _content_of(trigger) and _counts_it(noun, asked, reading):
        yield not_shown("number", f"“{number.text}” is of “{over.text}”, and “{trigger.text}” holds that")
    elif is_verb(over) and over not in path(trigger):
        yield does_not("number", f"“{number.text}” belongs to “{over.text}”")
    else:
        yield not_shown("number", f"nothing ties “{number.text}” to “{trigger.text}”")
