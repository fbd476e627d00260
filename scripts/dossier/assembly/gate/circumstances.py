"""Whether date and place, as words, belong to the clause of the act and to no other."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.assembly.gate.anchors import (
    anchor_of,
    carrying,
    has_date,
    is_argument,
    is_dated,
    is_timed,
    is_timed_by,
    is_where,
    relative_around,
)
from dossier.assembly.gate.outcomes import harms_too, harms_when
from dossier.assembly.gate.proposition import CIRCUMSTANCES, Doubt, Part, Proposition, does_not, not_shown
from dossier.assembly.gate.reach import Reading, clause_verb, to_verb
from dossier.assembly.gate.words import gate_words
from dossier.reading.events.whereabouts import is_of_finding_out, is_only_found
from dossier.reading.grammar.dependents import SUBJECTS, is_finite, is_infinitive, is_told, is_verb
from dossier.reading.grammar.effects import is_of_an_effect
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.names.namewords import DISTRICT, SITE, load_namewords
from dossier.reading.tree import Tree, Word


def circumstance_doubts(asked: Proposition, reading: Reading) -> Iterator[Doubt]:
    """A doubt for each date and place that hangs on another act, or on none that can be told."""
    parts = [part for part in asked.parts if part.role in CIRCUMSTANCES]
    trigger = reading.head(asked.trigger)
    if trigger is None:
        yield from (not_shown(p.role, "no grammar could be read where it stands") for p in parts)
        return
    for part in parts:
        day = reading.head(part.span) if part.role == "date" else None
        if day is not None and is_of_an_effect(day, part.span.start):
            yield does_not(part.role, f"“{reading.says(part.span)}” says from when on it holds")
        elif _is_of_finding(asked, part, trigger, reading):
            yield not_shown(part.role, f"“{reading.says(part.span)}” tells when or where it became known")
        else:
            yield from _doubt(part, trigger, reading)


def _is_of_finding(asked: Proposition, part: Part, trigger: Word, reading: Reading) -> bool:
    """Whether a day or place is that of news of an act, or a day that on which somebody was found dead."""
    filler = reading.head(part.span)
    found = is_only_found(trigger) and trigger.lemma != "find" and asked.type != "death"
    return (found and part.role == "date") or (filler is not None and is_of_finding_out(filler, [trigger]))


def _doubt(part: Part, trigger: Word, reading: Reading) -> Iterator[Doubt]:
    words = reading.says(part.span)
    filler, tree = reading.head(part.span), reading.tree_at(trigger.start)
    if filler is None or tree is None or reading.tree_at(filler.start) is not tree:
        yield does_not(part.role, f"“{words}” stands in another sentence")
        return
    anchor = anchor_of(filler, tree)
    wrong = _other_way(filler, part, tree)
    if part.role in ("from", "to") and filler.dep in SUBJECTS:
        yield does_not(part.role, f"“{words}” goes or is sent, and is no way")
        return
    if part.role == "to" and filler.dep == "dobj" and filler.head.lemma in gate_words().leaves:
        wrong = filler.head  # "left Lesk for Varn"
    if wrong is not None:
        yield does_not(part.role, f"“{words}” stands behind “{wrong.text}”")
        return
    if _is_origin(filler, anchor, trigger, part):
        yield does_not(part.role, f"“{words}” says where “{anchor.text}” is from")
        return
    around = relative_around(filler, tree)
    if around is not None and _stands_in(around, trigger, filler):
        return
    if around is not None and trigger.index > filler.index:
        yield not_shown(part.role, f"“{words}” may belong to “{tree.words[around[1]].text}”")
        return
    if is_where(filler, clause_verb(trigger)) or _shares(anchor, trigger, part):
        return
    over = clause_verb(anchor)
    verb = clause_verb(trigger)
    site = part.role == "date" and over is verb and _is_site(anchor)
    early = part.span.start < min(over.start, verb.start)
    if site or harms_when(over, verb) or (early and harms_too(over, verb)):
        return  # "a post at the crossing on Monday", which has no day; "killed on Monday when it fell"
    if over in verb.ancestors() and over.lemma not in speech_words().reports and verb.dep != "relcl":
        yield not_shown(part.role, f"“{words}” may belong to “{over.text}” alone")
    elif _may_hang_higher(filler, over, verb, tree):
        yield not_shown(part.role, f"“{words}” may belong to “{over.text}”")
    elif is_verb(over) and over is not verb:
        under = over.head is verb and over.dep in ("ccomp", "oprd")
        bare = under and over.tag == "VBN" and not is_finite(over)
        bare = bare or (_shares_subject(over, verb) and not has_date(verb, part))
        answer = not_shown if bare else does_not  # "declared the bird lost in 2009"
        yield answer(part.role, f"“{words}” belongs to “{over.text}”")
    elif anchor is not over:  # what a phrase hangs on is what parsers are least sure of
        yield not_shown(part.role, f"“{words}” belongs to “{anchor.text}”")
    else:
        yield not_shown(part.role, f"nothing ties “{words}” to “{trigger.text}”")


def _is_site(noun: Word) -> bool:
    """Whether a noun means where something is, which is at no time of its own."""
    return bool(load_namewords().get(noun.lower, 0) & (SITE | DISTRICT))


def _shares_subject(one: Word, other: Word) -> bool:
    """Whether two verbs are joined and have one subject: "killed five and wounded 20 on Friday"."""
    later, first = (one, other) if one.index > other.index else (other, one)
    return later.dep == "conj" and later.head is first and later.child("nsubj", "nsubjpass") is None


def _may_hang_higher(filler: Word, over: Word, verb: Word, tree: Tree) -> bool:
    """Whether a phrase that closes the sentence, behind a clause within the act's, may be of the act itself.

    "Jets bombed a convoy that they took for rebels on Saturday": parsers are least sure there.
    """
    below = over is not verb and over in verb.subtree() and over.dep in ("relcl", "acl", "conj", "ccomp")
    behind = filler.index > over.index > verb.index
    return below and behind and not any(is_verb(w) for w in tree.words[filler.index + 1 :])


def _stands_in(around: tuple[int, int], trigger: Word, filler: Word) -> bool:
    """Whether an act is the one of a relative clause around a phrase."""
    return clause_verb(trigger).index == around[1] and trigger.index < filler.index


def _other_way(filler: Word, part: Part, tree: Tree) -> Word | None:
    """The preposition that says the other way: "to" of where it is said to come from.

    Of "from 5 to 7 percent", where parsers see one number behind "from", it is the one right before.
    """
    link = filler.head if filler.dep == "pobj" else None
    first = min(tree.within(part.span), key=lambda w: w.index, default=filler)
    before = tree.before(first)
    ways = gate_words().other_ways
    if part.role in ways and first.tag == "CD" and before is not None and before.lower in ("from", "to"):
        link = before
    wrong = ways.get(part.role, frozenset())
    return link if link is not None and link.lower in wrong else None


def _is_origin(filler: Word, anchor: Word, trigger: Word, part: Part) -> bool:
    """Whether a place only says where somebody is from: "guards from Varn arrested him"."""
    behind = filler.dep == "pobj" and filler.head.lower in ("from", "of") and filler.head.head is anchor
    noun = anchor is not trigger and anchor.pos in ("NOUN", "PROPN")
    own = anchor.dep in ("nsubj", "nsubjpass", "dobj") and is_verb(anchor.head)
    brought = filler.head.lower == "from" and anchor.dep == "pobj"  # "held on a warrant from Varn"
    return part.role == "place" and behind and noun and (own or brought)


def _shares(anchor: Word, trigger: Word, part: Part) -> bool:
    """Whether what hangs on the anchor is said of the trigger as well."""
    verb, over = clause_verb(trigger), clause_verb(anchor)
    if part.role == "date" and not is_verb(trigger) and anchor is not trigger and is_timed(trigger, part):
        return False  # "in a statement on Friday, Lesk condemned Monday’s raid"
    if not is_verb(trigger) and is_timed_by(trigger):
        return anchor in to_verb(trigger)[:-1]
    if over is verb:
        if part.role == "date" and is_verb(anchor) and _only_spoken_of(trigger, verb):
            return False
        if is_verb(anchor) or anchor in to_verb(trigger):
            return True
        if part.role == "date":
            return is_argument(anchor, verb) and not is_dated(anchor, part)
        return not is_timed_by(anchor)
    if over.dep in ("acl", "relcl") and over.head is trigger and (over.dep == "acl" or is_infinitive(over)):
        return True  # "the decree published on Monday", "a synod to be held in June"
    if over.dep == "advcl" and over.head is verb and _is_when(over):
        return True  # "were killed when the shaft fell in on Monday"
    early = part.span.start < min(over.start, verb.start)
    return over in carrying(verb, early) and not has_date(verb, part)


def _is_when(clause: Word) -> bool:
    """Whether a clause tells at which moment something was."""
    return clause.tag in ("VBD", "VBN") and any(c.lower == "when" for c in clause.children)


def _only_spoken_of(noun: Word, verb: Word) -> bool:
    """Whether a verb does something with an act that was at another time: "condemned the raid"."""
    held = not is_verb(noun) and noun.dep == "dobj" and not is_told(noun)
    return held and verb.lemma not in gate_words().carries | speech_words().light
