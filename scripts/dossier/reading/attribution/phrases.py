"""Verbs and nouns with a phrase to what is said by them: "vowed to fight", "accused X of lying"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from dossier.reading.attribution.acts import is_act_on, is_deniable, is_duty, is_open, is_thing, may_be_asked
from dossier.reading.attribution.content import Attribution, attributed, told_besides
from dossier.reading.attribution.sources import can_speak, source_of
from dossier.reading.grammar.conditions import conditions
from dossier.reading.grammar.dependents import (
    agents,
    is_finite,
    is_infinitive,
    is_passive,
    is_relative,
    is_verb,
    objects,
    obliques,
    subjects,
)
from dossier.reading.grammar.noun_classes import has_a_say, is_listed_as_people, is_of, names_people
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.grammar.standing import is_nobody
from dossier.reading.tree import Word

_OBJECT_KINDS = frozenset(("denial", "call", "plan", "pledge", "statement", "topic"))
_PREPOSITION_KINDS = frozenset(("accusation", "blame", "call", "warning", "statement", "topic"))
_OWNED_AS = ("nsubj", "nsubjpass", "dobj", "pobj", "attr")
_HELD = ("target", "territory", "locale", "structure", "holdings")
"""Classes of what is defended by arms, not by words."""
_OF_WHAT = frozenset(("accuse", "charge"))


def of_infinitive(verb: Word) -> Attribution | None:
    """Of "vowed to fight", "urged them to leave"."""
    kind = speech_words().infinitive.get(verb.lemma)
    if kind is None or kind == "wish":
        return None
    goal = next(
        (c for c in verb.all("xcomp", "ccomp", "advcl") if is_infinitive(c) and c.index > verb.index), None
    )
    goal = goal or _behind_condition(verb)
    if goal is None or (kind == "refusal" and goal.lemma in speech_words().reports):
        return None  # "refused to say"
    if kind == "call" and _is_for_oneself(goal):
        return None
    if verb.dep == "acl" and verb.tag == "VBN":
        return None  # "a man offered money to leave"
    given = verb.child("dobj") if kind == "pledge" else None
    if given is not None and (verb.lemma in ("offer", "pledge") or is_thing(given)):
        return None  # "offers more tours to draw guests", "undertook a tour to learn"
    if kind == "call" and may_be_asked(verb):
        return None
    source = source_of(verb)
    if not can_speak(source):
        return None
    target = None
    if kind == "call":
        asked = [*goal.all("nsubj"), *objects(verb), *obliques(verb, "on", "to")]
        target = next((w for w in asked if w.index < goal.index), None)
        if verb.lemma == "call" and not is_passive(verb) and target in objects(verb):
            return None  # "called her to play"
        if is_passive(verb):
            target = next(iter(subjects(verb)), None)
        if target is None and _calls_for_something(verb, goal):
            return None
        if target is not None and target.dep == "dobj" and (is_thing(target) or _is_of_another(target, goal)):
            return None  # "ordered new measures to curb": a purpose
        if target is not None and target.dep in ("nsubj", "pobj") and is_thing(target):
            target = None  # "asked for an inquiry to look into it"
    return attributed(kind, source, verb, [goal], "infinitive", target=target)


def _calls_for_something(verb: Word, goal: Word) -> bool:
    """Whether "to" tells no act called for: of "unity to face the storm" or, by telephone, "to tell them"."""
    unity = any(verb.index < c.index < goal.index and c.lower == "for" for c in verb.all("prep"))
    whose = goal.child("nsubj", "nsubjpass", "mark")  # "called for his death to be investigated"
    return unity or (verb.lemma == "call" and not is_passive(verb) and whose is None)


def _is_of_another(asked: Word, goal: Word) -> bool:
    """Whether "to" may be of a noun that tells who is asked: "told men hearing a request | to free her"."""
    held = (noun for clause in asked.all("acl", "relcl") for noun in clause.all("dobj"))
    first = goal.subtree()[0].index
    return any(noun.subtree()[-1].index == first - 1 for noun in held)


def _is_for_oneself(goal: Word) -> bool:
    """Whether somebody asks for no more than not to be known: "asked not to be named"."""
    words = [goal] if is_passive(goal) else goal.all("acomp", "oprd")
    return any(w.lemma.lower() in speech_words().for_oneself for w in words)


def _behind_condition(verb: Word) -> Word | None:
    """What is promised behind a condition set between commas, where the parse hung it on the condition."""
    for head in conditions(verb):
        goal = head.child("xcomp")
        commas = [w.index for w in (*verb.children, *head.children) if w.text == ","]
        if goal is not None and verb.index + 1 == head.subtree()[0].index - 1 in commas:
            return goal
    return None


def _behind_accused(held: Word, links: list[Word]) -> list[Word]:
    """Phrases the parse hangs on who is accused; of several "of" the last may tell what of.

    "Accused the army of Fiji of theft": "of Fiji" says whose army that is.
    """
    behind = [c for c in held.children if c.lower == "of"]
    told = behind[-1:] if not any(link.lower == "of" for link in links) else []
    return [c for c in held.children if c not in behind or c in told]


def of_preposition(verb: Word) -> Attribution | None:
    """Of "accused X of …", "blamed X for …", "blamed … on X", "called for …", "warned of …"."""
    table = speech_words().preposition
    links = [*verb.children, *(c for by in verb.all("agent") for n in by.all("pobj") for c in n.children)]
    links += [c for held in objects(verb) if verb.lemma in _OF_WHAT for c in _behind_accused(held, links)]
    if verb.lemma == "blame":  # "blamed the delay in the talks on X"
        links += [
            w
            for held in objects(verb)
            for w in held.subtree()
            if w.lower == "on" and w.dep == "prep" and not _is_told_of(w, held)
        ][-1:]
    for link in sorted(links, key=lambda w: (w.lower == "on", w.index)):
        if link.index < verb.index or _is_set_between(link, links):
            continue  # "on Sunday blamed"
        kind = table.get((verb.lemma, link.lower)) if link.dep in ("prep", "agent", "prt") else None
        inner = link.child("pobj", "pcomp")
        if kind not in _PREPOSITION_KINDS or inner is None or (kind == "call" and _is_lapse(inner)):
            continue
        if (kind == "call" and _is_for_somebody(verb, link, inner)) or _lacks_its_object(verb, inner):
            return None
        passive = is_passive(verb)
        source = source_of(verb)
        if source is not None and not can_speak(source):
            return None
        if source is None and (kind not in ("accusation", "blame") or not passive):
            return None
        target: Word | None = None
        if kind in ("accusation", "blame"):
            held = next(iter(subjects(verb) if passive else objects(verb)), None)
            target = inner if link.lower in ("on", "to") else held
            if target is None or is_nobody(target) or is_open(target, verb):
                return None
            if kind == "blame" and not passive and verb.lemma in speech_words().judging and is_thing(target):
                continue  # "condemned the plan for its cost": judged, and not to blame
            if passive and source is None:
                late = agents(inner) if inner.child("dobj") is not None else []  # "of closing the port by X"
                if not late and any(w.lower == "by" for w in verb.subtree()):
                    return None  # somebody is named, but not where the parse has it
                source = late[0] if late else None
            if verb.lemma == "charge" and is_duty(inner):
                return None
            behind = held is not None and held.index > verb.index
            said = link.all("pobj", "pcomp")  # "of at best a mistake and at worst a lie": two of them
            heads = [held, *said] if held is not None and behind and not passive else [*said]
            return attributed(kind, source, verb, heads, f"{verb.lemma} … {link.lower}", target=target)
        asked = _what_becomes_of(inner, verb) if kind == "call" else []
        return attributed(kind, source, verb, [inner, *asked], f"{verb.lemma} {link.lower}")
    return None


def _lacks_its_object(verb: Word, inner: Word) -> bool:
    """Whether a clause on a noun says what was done to it: "the man Lee is accused of killing"."""
    gap = verb.dep == "relcl" and is_passive(verb) and not any(is_relative(w) for w in subjects(verb))
    return (
        gap and inner.tag == "VBG" and inner.child("dobj", "prep", "xcomp", "ccomp", "attr", "acomp") is None
    )


def _is_lapse(noun: Word) -> bool:
    """Whether a phrase tells how long: "argued for an hour"; not "a longer day", "two years in prison"."""
    return is_of(noun, "lapse") and all(c.dep in ("det", "nummod") for c in noun.children)


def _is_for_somebody(verb: Word, link: Word, held: Word) -> bool:
    """Whether a person or office is meant, or somebody is called: "campaigned for Lee", "called him in"."""
    bare = names_people(held) and held.tag == "NN" and held.child("det", "poss") is None
    before = (c for c in verb.children if verb.index < c.index < link.index)
    beside = (c for c in before if c.tag == "RP" or c.dep in ("dobj", "oprd"))
    called = verb.lemma == "call" and any(True for _ in beside)
    return held.pos == "PROPN" or bare or called


def _is_set_between(link: Word, links: list[Word]) -> bool:
    """Whether a phrase between commas only tells who somebody is: "accused Lee, of the Post, of spying"."""
    commas = {w.index for w in link.root.subtree() if w.text == ","}
    words = link.subtree()
    between = words[0].index - 1 in commas and words[-1].index + 1 in commas
    return between and any(other.lower == link.lower and other.index > words[-1].index for other in links)


def _is_told_of(link: Word, noun: Word) -> bool:
    """Whether a preposition stands in a clause about a noun: "the blast that killed two on Friday"."""
    between = takewhile(lambda over: over is not noun, link.ancestors())
    return any(is_verb(over) for over in between)


def _what_becomes_of(noun: Word, verb: Word) -> list[Word]:
    """The clause right behind a noun, for what is asked: "called for all found guilty to be jailed"."""
    last = noun.subtree()[-1].index
    behind = (c for c in verb.all("xcomp", "advcl", "ccomp") if c.subtree()[0].index == last + 1)
    told = next(behind, None)
    if told is None or told.tag == "VBG" or told.all("mark", "nsubj"):
        return []
    return [told] if told.subtree()[0].lower == "to" or told.tag in ("VBN", "VBD") else []


def of_object(verb: Word) -> Attribution | None:
    """Of "denied the charge", "demanded a vote", "denied shooting"."""
    kind = speech_words().object.get(verb.lemma)
    if verb.lemma in ("blame", "accuse") and not is_passive(verb):
        target, source = next(iter(objects(verb)), None), source_of(verb)
        known = target is not None and can_speak(source) and not is_nobody(target)
        return (
            attributed("blame", source, verb, [target], verb.lemma, target=target)
            if known and target
            else None
        )
    if kind == "denial" and is_passive(verb) and agents(verb):
        denied = subjects(verb)[:1]
        told = [
            w
            for w in denied
            if w.pos != "PRON"  # "Lee appealed, but it was rejected by the court"
            and (w.child("mark") is not None if is_verb(w) else not is_act_on(verb, w))
            and (verb.dep != "relcl" or w.lemma in speech_words().nouns)
        ]
        return attributed(kind, agents(verb)[0], verb, denied, "passive denial") if told else None
    if kind not in _OBJECT_KINDS or is_passive(verb):
        return None
    source = source_of(verb)
    if not can_speak(source):
        return None
    if kind == "statement" and (is_infinitive(verb) or _leads_to_words(verb)):
        return None  # "used a word to describe him"
    thing = source is not None and source.pos == "NOUN" and not has_a_say(source)
    if kind == "statement" and thing and verb.lemma not in speech_words().of_bodies:
        return None  # "the flood highlighted the need"
    held = [c for c in verb.children if c.dep in ("dobj", "xcomp") and c.index > verb.index]
    what = next((c for c in verb.all("prep") if (verb.lemma, c.lower) in speech_words().preposition), None)
    if (
        kind == "statement"
        and held
        and what is not None
        and speech_words().preposition[verb.lemma, what.lower] == "description"
    ):
        return attributed("description", source, verb, [held[0], what], f"{verb.lemma} … {what.lower}")
    if not held or is_infinitive(held[0]):
        return None
    if _tells_nothing(verb, held[0], source):
        return None
    more = [*_taken_for(verb, held[0]), *_planned(verb, held[0])] if kind == "statement" else []
    return attributed(kind, source, verb, [held[0], *more], "object", also=told_besides(held[0]))


def of_worry(verb: Word) -> Attribution | None:
    """Of "raised concerns about the dam": of people or a body; what gives rise to concerns says nothing."""
    words = speech_words()
    if verb.lemma not in words.raising or is_passive(verb):
        return None
    source = source_of(verb)
    held = next((c for c in verb.all("dobj") if c.index > verb.index), None)
    if source is None or held is None or words.nouns.get(held.lemma.lower()) != "assessment":
        return None
    said = source.lower in ("he", "she", "they") or is_listed_as_people(source)
    said = said or (source.pos == "PROPN" and verb.lemma == "share")  # a storm shares no concerns
    said = said and source.lemma.lower() not in words.media | words.records
    about = any(link.lower in ("about", "over") for link in held.all("prep"))
    return attributed("statement", source, verb, [held], "object") if said and about else None


def _planned(verb: Word, held: Word) -> list[Word]:
    """What is planned, where the parse hung it on the verb: "announced plans this week to hire divers"."""
    if speech_words().nouns.get(held.lemma.lower()) not in ("plan", "pledge", "call"):
        return []
    return [c for c in verb.all("xcomp", "advcl") if is_infinitive(c)][:1]


def _taken_for(verb: Word, held: Word) -> list[Word]:
    """What something is told to be: "cited the vote as a reason to wait", "confirmed Lee as its head"."""
    links = (link for link in verb.all("prep") if link.lower == "as" and link.index > held.index)
    return [link for link in links if link.child("pobj", "pcomp") is not None][:1]


def _leads_to_words(verb: Word) -> bool:
    """Whether a participle only leads to what is said: "Describing the day, Lee said it was cold"."""
    over = verb.head
    return (
        verb.tag == "VBG"
        and verb.dep == "advcl"
        and verb.index < over.index
        and over.lemma in speech_words().reports
    )


def _tells_nothing(verb: Word, held: Word, source: Word) -> bool:
    """Whether an object is not what is said: "describes itself", "has no plans", "urged the captain"."""
    words = speech_words()
    kind = words.object[verb.lemma]
    denied_any = kind == "denial" and any(c.lower == "any" for c in held.all("det"))
    if held.lower.endswith(("self", "selves")) or (is_nobody(held) and not denied_any):
        return True
    if kind == "call" and (names_people(held) or held.lemma.lower() in words.for_oneself):
        return True  # "requesting anonymity"
    if kind == "statement" and held.pos == "PROPN":
        return True  # "mentioned Lee": of whom, not what
    if verb.lemma == "defend" and (
        is_of(held, *_HELD) or (held.child("poss") is None and not is_deniable(held))
    ):
        return True  # "defend their homes or mount raids", "are defending two states"
    if verb.lemma == "cite" and (held.lemma.lower() in words.cited or _quotes(verb)):
        return True  # "citing unnamed sources", "cited Lee as saying"
    who = verb.child("nsubj")
    thing = kind != "denial" and who is not None and who.lower in ("which", "that")
    if thing and names_people(source):
        return True  # "won among the voters, which describes much of the town"
    written = source.lemma.lower() in words.media | words.records
    if verb.dep == "acl" and verb.tag == "VBG" and written:
        return True  # "a database detailing all ships" is described
    return is_act_on(verb, held)


def _quotes(verb: Word) -> bool:
    """Whether somebody is quoted "as saying" something."""
    links = (link for link in verb.all("prep") if link.lower == "as")
    return any(said.lemma in speech_words().reports for link in links for said in link.all("pcomp"))


def described(verb: Word) -> Attribution | None:
    """Of "called the charge a lie"."""
    near = [*verb.children, *(c for child in verb.children for c in child.children)]
    if verb.lemma == "hold" and any(c.lower in ("responsible", "accountable") for c in near):
        target = next(iter(subjects(verb) if is_passive(verb) else objects(verb)), None)
        source = source_of(verb)
        if target is None or is_nobody(target):
            return None
        return attributed("blame", source, verb, [target], "hold … responsible", target=target)
    if verb.lemma not in speech_words().naming or is_passive(verb):
        return None
    held, name = next(iter(objects(verb)), None), verb.child("oprd")
    source = source_of(verb)
    if held is None or name is None or not can_speak(source) or name.lemma == "name" or name.pos == "ADV":
        return None  # "called the envoy home"
    if held.lower.endswith(("self", "selves")):
        return None  # "a group calling itself the Reef"
    told = [name] if is_relative(held) else [held, name]  # "what he calls a plot"
    return attributed("description", source, verb, told, "call … something")


def _holds_two(clause: Word) -> bool:
    """Whether a clause has a second finite verb that nothing joins to it: the sentence's own."""
    inner = (w for w in clause.subtree() if w is not clause and is_verb(w) and is_finite(w))
    return any(w.dep in ("ccomp", "csubj", "nsubj", "advcl") and not w.all("mark", "advmod") for w in inner)


def _owned_word(noun: Word, clause: Word, kind: str) -> Iterator[Attribution]:
    """Of "X’s claim that …": what X says, where "that" opens it and somebody owns it or it is by somebody."""
    source = next(iter([*noun.all("poss"), *agents(noun)]), None)
    mark = clause.child("mark")
    if source is None or mark is None or mark.lower != "that" or noun.tag != "NN" or is_nobody(noun):
        return
    if noun.dep in ("nsubj", "nsubjpass") and noun.head.index < clause.subtree()[-1].index:
        return
    if noun.dep not in _OWNED_AS or _holds_two(clause):
        return  # "the warning that the dam could burst was ignored", where "ignored" is read as warned of
    if source.pos not in ("PROPN", "NOUN") or not (source.pos == "PROPN" or names_people(source)):
        return
    found = attributed(kind, source, noun, [clause], f"noun: {noun.lower} that")
    if found is not None:
        yield found


def by_noun(noun: Word) -> Iterator[Attribution]:
    """Of "accusations by X that …", "X’s claim that …"."""
    source = next(iter([*agents(noun), *obliques(noun, "from"), *noun.all("poss")]), None)
    clauses = [c for c in noun.all("acl", "ccomp") if is_verb(c) and is_finite(c) and c.index > noun.index]
    kind = speech_words().nouns[noun.lemma]
    if source is None or not clauses or not can_speak(source):
        return
    if kind != "accusation":
        yield from _owned_word(noun, clauses[0], kind)
        return
    about = next(iter(subjects(clauses[0])), None)
    if any(c.tag == "MD" for c in clauses[0].all("aux")):
        about = None  # "that the town would suffer"
    if about is not None and about.lower in ("it", "they") and noun.dep in ("dobj", "nsubjpass"):
        about = next(iter(subjects(noun.head) if noun.dep == "dobj" else agents(noun.head)), None)
    found = attributed("accusation", source, noun, clauses[:1], f"noun: {noun.lower} that", target=about)
    if found is not None:
        yield found
