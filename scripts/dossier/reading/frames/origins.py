"""Where a slot's filler stands: the words in one relation to a trigger, or to the verb that supports it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dossier.reading.grammar.dependents import (
    SUBJECTS,
    agents,
    conjuncts,
    doers,
    is_infinitive,
    is_passive,
    is_verb,
    obliques,
    subjects,
    undergoers,
)
from dossier.reading.grammar.extents import extent
from dossier.reading.grammar.noun_classes import forms, is_of, weekdays, word_classes
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.grammar.standing import standing_of
from dossier.reading.patterns import listed
from dossier.reading.tree import Word

_ABOUT = frozenset(("of", "to", "for", "in", "about", "on"))
_NAMING = frozenset(("name", "call", "dub", "codename", "code-name", "identify", "title"))
_HARMED = frozenset(("kill", "die", "injure", "wound", "hurt", "drown"))
_TO_SOMEBODY = frozenset(("for", "with", "to", "against", "about", "between"))
_WHEN = frozenset(("when", "after", "as"))
_HELD = frozenset(("after", "following", "during", "at", "in"))
"""Prepositions before an occasion at or after which something was said or done."""
CLAUSES = ("clause", "infinitive", "purpose")


def standing_at(origin: str, word: Word, support: Word | None) -> list[Word]:
    """Words that stand in one relation to a trigger, or to the verb that supports it."""
    verb = word if is_verb(word) else support
    if origin == "adjunct":
        return [noun for over in _clause_heads(word, support) for noun in _adjuncts(over)]
    if origin in _OF_TRIGGER:
        return _OF_TRIGGER[origin](word)
    if origin == "doer":
        return _doers(word, verb)
    if origin == "seat":
        return [w for doer in _doers(word, verb) for w in _seats(doer)]
    if verb is not None and origin in _OF_VERB:
        return _OF_VERB[origin](verb)
    over = [*_clause_heads(word, support), *(word.all("acomp", "attr") if word.lemma == "be" else ())]
    found = [n for each in over for n in obliques(each, origin) if not _is_blamed(word, n)]
    if origin == "as":
        found += [quality for each in over for quality in _qualities(each)]
    if not found and origin == "to" and not is_verb(word):  # "a note of protest to Fiji"
        inner = (held for held in obliques(word, "of") if held.tag == "NN")
        found = [n for held in inner if held.child("det", "poss") is None for n in obliques(held, origin)]
    if not found and is_verb(word):  # "claimed responsibility for the raid"
        found = [n for held in word.all("dobj", "nsubjpass") for n in obliques(held, origin)]
    return found


def is_called_so(word: Word) -> bool:
    """Whether a word is only what somebody calls it: the bullet of "hit by what Lee said was a bullet"."""
    clauses = (w for w in (word, *word.ancestors()) if w.dep == "pcomp" and w.head.lower == "by")
    named = _NAMING | speech_words().clause.keys()
    return any(each.lemma in named and each.subtree()[0].lower == "what" for each in clauses)


def is_known_occasion(noun: Word) -> bool:
    """Whether a noun is an occasion of which a clause of the past tells as known: "after talks with Lee"."""
    link = noun.head
    told = noun.tag == "NNS" or noun.child("det", "poss") is not None  # not "left in protest"
    if noun.dep != "pobj" or link.lower not in _HELD or not told:
        return False
    verb = next((w for w in link.ancestors() if is_verb(w)), None)
    standing = standing_of(verb) if verb is not None else None
    return standing is not None and standing.took_place and standing.tense == "past"


def _doers(word: Word, verb: Word | None) -> list[Word]:
    return doers(verb) if verb is not None and doers(verb) else agents(word)


def _struck(noun: Word) -> list[Word]:
    """What a noun of violence says it struck: "a bus bombing"; an "army raid" is the army's."""
    classes = word_classes()
    fighters = classes["force"] | classes["armed_people"]
    return [w for w in noun.all("compound", "amod", "nmod") if forms(w).isdisjoint(fighters)]


def _addressees(verb: Word) -> list[Word]:
    """To whom something is given: "sent the mayor a note", which the parser may take for two objects."""
    held, given = verb.all("dobj"), [c for c in verb.all("dative") if c.pos != "ADP"]
    return given or (held[:1] if len(held) > 1 else [])


def _owners(noun: Word) -> list[Word]:
    return [n for owner in noun.all("poss") for n in conjuncts(owner)]


def _purposes(word: Word) -> list[Word]:
    verb = word if is_verb(word) else next((w for w in word.ancestors() if is_verb(w)), word)
    return [c for c in verb.all("advcl", "xcomp") if is_infinitive(c)]


def _causes(verb: Word) -> list[Word]:
    """Clauses that tell how what a word tells came about: "killed when a bus overturned".

    Each has somebody or something of its own that did it; "killed when they left" tells only the time.
    """
    joined = (
        verb,
        *(w for one in verb.all("conj") for w in (one, *one.all("acl"))),
    )  # "a guard injured when"
    beside = [c for each in joined for c in each.all("advcl")]
    led = [c for c in beside if any(m.lower in _WHEN for m in c.all("mark", "advmod"))]
    return [c for c in led if any(s.pos in ("NOUN", "PROPN") for s in c.all("nsubj", "nsubjpass"))]


def _gerunds(word: Word) -> list[Word]:
    """What stands in "-ing" behind a preposition, on a verb or its object: "banned Lee from voting"."""
    links = [link for over in (word, *word.all("dobj")) for link in over.all("prep")]
    return [gerund for link in links for gerund in link.all("pcomp")]


def _clauses(*labels: str) -> Callable[[Word], list[Word]]:
    return lambda word: [c for c in word.all(*labels) if is_verb(c)]


def _told(word: Word) -> list[Word]:
    """Clauses that tell what is said; what is "to receive it" only tells of which thing it is."""
    return [c for c in _clauses("ccomp", "acl")(word) if not is_infinitive(c)]


def _is_blamed(act: Word, noun: Word) -> bool:
    """Whether a noun stands behind the "on" of "blamed the attack on X": it is blamed, and was not hit.

    Neither is told of "blamed the attack on the ferry on X", where one stands within the other.
    """
    return act.dep == "dobj" and (act.head.lemma, noun.head.lower) in speech_words().act_as_object


def _bearers(noun: Word) -> list[Word]:
    """Who does what is told of at a noun's occasion: "said Ana Lume at a press conference"."""
    link = noun.head
    if noun.dep != "pobj" or link.lower not in ("at", "during", "in", "on"):
        return []
    verb = next((w for w in link.ancestors() if is_verb(w)), None)
    if verb is not None and verb.child("agent") is not None and verb.child("auxpass") is None:
        return []  # "in a letter to Lee, read out by Holm"
    return doers(verb) if verb is not None and verb.lemma != "be" else []  # "were present at the talks"


def _speakers(noun: Word) -> list[Word]:
    """Who says something at or after an occasion, and so had a part in it: "after talks with X, Lee said"."""
    verb = next((w for w in noun.ancestors() if is_verb(w)), noun)
    said = verb.lemma in speech_words().reports and not is_passive(verb) and noun.head.head is verb
    return doers(verb) if said else []


def _qualities(over: Word) -> list[Word]:
    """What "as" says that something is like, where that is no noun: "attacked the plan as slow"."""
    links = [c for c in over.all("prep") if c.lower == "as"]
    return [quality for link in links for quality in link.all("amod", "acomp", "pcomp")]


def _above(word: Word) -> list[Word]:
    """What a word hangs on by a preposition, with the verb whose object that is: "convicted X of"."""
    if word.dep not in ("pcomp", "pobj") or word.head.lower not in _ABOUT:
        return []
    over = word.head.head
    found = [over, *over.all("acomp", "oprd")]
    if over.dep in ("dobj", "nsubjpass"):
        found.append(over.head)
    return found


def _writings(word: Word) -> list[Word]:
    """The writing that a participle behind whom it is to may be about: "a letter to colleagues released"."""
    noun = word.head
    led = word.dep == "acl" and noun.dep == "pobj"
    over = noun.head.head if led else word
    return [over] if over.pos == "NOUN" and over.lemma.lower() in speech_words().media else []


def _seats(doer: Word) -> list[Word]:
    """Nouns that say of a doer where that one has its say: "Governor Ana Lume of X", "the X court".

    None of "X and Y", of which one place would be half.
    """
    found: list[Word] = []
    for noun in (doer, *doer.all("appos")):
        span = extent(noun)
        inside = [w for w in noun.subtree() if span.start <= w.start < span.end]
        if not any(w.dep in ("cc", "conj") for w in inside if w is not doer):
            found += [w for w in inside if w is doer or w.dep in ("compound", "nmod", "poss", "pobj")]
    return found


def _clause_heads(word: Word, support: Word | None) -> list[Word]:
    return [word] if support is None else [word, support]


def is_tried(over: Word, noun: Word) -> bool:
    """Whether a noun is the act somebody is tried for: the May of "convicted in the killing of X in May"."""
    tried = over.lemma in word_classes()["pursued"] | word_classes()["verdict"]
    known = any(c.dep in ("det", "poss") or c.lower == "of" for c in noun.children)
    return tried and known and is_of(noun, "tried_for")


def related_by(verb: Word, adverb: str) -> list[Word]:
    """The noun that "where" or "when" takes up at the head of a verb's clause: "Suva, where she met Lee"."""
    if verb.dep != "relcl" or not any(c.lower == adverb for c in verb.children):
        return []
    noun = verb.head
    day = adverb == "where" and noun.head.lower == "on"  # "flew to Suva on Monday, where"
    return [noun] if noun.child("conj") is None and not day else []


def _named_apart(over: Word) -> list[Word]:
    """Participles that only say what a word's object is called, whose time and place are the clause's own.

    "Began a drill named Reef Shield on Monday": on Monday it began.
    """
    beside = [c for c in over.all("advcl") if c.tag == "VBN"]
    named = [*beside, *(c for held in over.all("dobj", "nsubjpass") for c in held.all("acl"))]
    named = [c for c in named if c.lemma in _NAMING and c.index > over.index]
    return [*named, *(name for c in named for name in (*c.all("oprd", "dobj"), *obliques(c, "as")))]


def _harm_told_by(word: Word) -> list[Word]:
    """When and where people were harmed by what a clause or a noun tells.

    "Died on Monday when a bus overturned", "a blast killed nine on Monday".
    """
    over = word.head
    if is_verb(word) and not (word.dep == "advcl" and any(c.lower == "when" for c in word.children)):
        return []
    if word.dep == "pobj" and over.lower in ("in", "by"):
        over = over.head
    over = over.head if over.dep == "conj" else over
    told = over is not word and over.lemma in _HARMED
    return [n for each in (over, *over.all("conj")) for n in _adjuncts(each)] if told else []


def _closes_an_aside(said: Word) -> bool:
    """Whether a comma behind who says so leads on with what is said: "it sank, Lee said, in May"."""
    behind = said.dep == "parataxis" or any(c.index < said.index for c in said.all("ccomp"))
    return behind and any(c.text == "," and c.index == said.index + 1 for c in said.root.subtree())


def _adjuncts(over: Word) -> list[Word]:
    """Nouns of time, place and manner on a word: bare ones and behind prepositions, "on Monday in Tavora"."""
    found: list[Word] = [*related_by(over, "where"), *related_by(over, "when")]
    named_apart = (c for name in _named_apart(over) for c in name.children)
    for child in (*over.children, *named_apart, *_before_its_verb(over)):
        if over.index < child.index and _closes_an_aside(over):
            continue
        if child.dep in ("npadvmod", "advmod", "nmod", "tmod", "dep"):
            found.append(child)
        elif child.dep in ("poss", "compound") and child.lemma.lower() in weekdays():
            found.append(child)  # "Monday’s raid", "the Monday raid"
        elif child.dep == "prep":
            for noun in child.all("pobj"):
                if is_tried(over, noun):
                    continue
                inner = obliques(
                    noun, *(("in", "on") if _is_to_somebody(child, noun) else ("in", "on", "of"))
                )
                parts = (part for each in inner if is_of(each, "territory") for part in obliques(each, "of"))
                found += [noun, *inner, *parts]
        elif child.dep == "dobj":  # "adopted a plan on Monday extending the mission"
            inside = [
                *obliques(child, "on"),
                *(d for n in obliques(child, "on", "against") for d in obliques(n, "on")),
            ]
            found += [day for day in inside if day.lemma.lower() in weekdays()]  # no object has a day
    return found


def _before_its_verb(noun: Word) -> list[Word]:
    """The day between a noun and its verb, which the parser hangs on the verb: "the death of Lee in May led".

    Only right before the verb, with no comma: "the ruling, on Monday, freed Lee".
    """
    verb = noun.head
    if noun.dep not in SUBJECTS or is_verb(noun) or not is_verb(verb):
        return []
    end = noun.subtree()[-1].index
    links = [c for c in verb.all("prep") if c.lower in ("on", "in") and c.index == end + 1]
    return [c for c in links if any(day.lemma.lower() in listed("days") for day in c.all("pobj"))]


def _is_to_somebody(link: Word, noun: Word) -> bool:
    """Whether somebody is written to or met: "a letter for the head of Fiji" was not in Fiji.

    Not so of "standing for mayor of Suva", who is mayor there.
    """
    known = noun.child("det", "poss") is not None
    return link.lower in _TO_SOMEBODY and known and is_of(noun, "officeholder", "people")


_OF_TRIGGER: Mapping[str, Callable[[Word], list[Word]]] = {
    "above": _above,
    "writing": _writings,
    "holder": lambda word: [word.head] if word.dep == "dobj" and is_verb(word.head) else [],
    "owner": _owners,
    "modifier": lambda word: word.all("compound", "amod", "nmod"),
    "struck": _struck,
    "apposition": lambda word: word.all("appos"),
    "purpose": _purposes,
    "cause": _causes,
    "main": _harm_told_by,
    "clause": _told,
    "infinitive": _clauses("xcomp", "acl"),
    "bearer": _bearers,
    "speaker": _speakers,
    "gerund": _gerunds,
}
_OF_VERB: Mapping[str, Callable[[Word], list[Word]]] = {
    "undergoer": undergoers,
    "subject": subjects,
    "addressee": _addressees,
    "complement": lambda verb: verb.all("attr", "acomp", "oprd", *(["dobj"] if is_passive(verb) else [])),
}
