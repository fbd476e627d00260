"""Verbs of saying to whoever says by them: a subject, an agent, who stands behind a letter."""

from __future__ import annotations

from typing import TypeGuard

from dossier.reading.grammar.dependents import (
    agents,
    is_passive,
    is_told,
    is_verb,
    objects,
    obliques,
    subjects,
)
from dossier.reading.grammar.noun_classes import is_of, names_people
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.tree import Word

_SPEAKING_PRONOUNS = frozenset(
    ("he", "she", "they", "who", "both", "others", "some", "many", "one", "two", "three")
)


def source_of(verb: Word) -> Word | None:
    """Who says by a verb: its subject, or the agent of its passive."""
    who = agents(verb) if is_passive(verb) else subjects(verb)
    two = verb.all("nsubj")
    if len(two) > 1 and any(w.pos == "PROPN" for w in two):
        return None  # "a court acquitted Lume, her lawyer, Stam, said": one of them is another verb's
    if verb.tag == "VBG" and two and verb.child("aux") is None and _ends_list_unseen(two[0]):
        return None  # as in "names ten, including Lume Inc and Stam Farms alleging that"
    if not who and not is_passive(verb):
        behind, before = verb.child("dobj"), verb.child("ccomp")
        if behind is not None and before is not None and before.index < verb.index < behind.index:
            who = [behind]  # "…, alleges the council"
    who = who or quoted_as(verb)
    if not who:
        return None
    if _is_of_two_writings(verb, who[0]) or _may_be_nearer(verb):
        return None
    return _issuer(verb, _writing_before(verb) or who_goes_on(verb) or who[0])


def quoted_as(verb: Word) -> list[Word]:
    """Whom another passes on the words of: "quoted Lee as saying that", "Lee was quoted as saying that"."""
    link, over = verb.head, verb.head.head
    if verb.dep != "pcomp" or link.lower != "as" or over.lemma not in speech_words().relaying:
        return []
    return (subjects(over) if is_passive(over) else objects(over))[:1]


def _is_of_two_writings(verb: Word, source: Word) -> bool:
    """Whether another writing stands before a participle: "the report followed a letter, denying it"."""
    media = speech_words().media
    if verb.tag != "VBG" or verb.dep != "advcl" or source.lemma.lower() not in media:
        return False
    between = (w for w in verb.head.subtree() if verb.head.index < w.index < verb.index)
    return any(w.pos == "NOUN" and w.lemma.lower() in media for w in between)


def _may_be_nearer(verb: Word) -> bool:
    """Whether a participle may go on with a clause before it: "it was news when guards met, saying that"."""
    if verb.tag != "VBG" or verb.dep != "advcl":
        return False
    before = [c for c in verb.head.all("advcl") if verb.head.index < c.index < verb.index]
    if any(c.child("nsubj", "nsubjpass") is not None for c in before):
        return True
    return _is_of_those_beside(verb) or may_be_of_one_beside(verb)


def may_be_of_one_beside(verb: Word) -> bool:
    """Whether a participle may go on with what "with" tells of another: "began, with Holt there, saying".

    So of somebody or something that does something of its own there.
    """
    if verb.tag != "VBG" or verb.dep != "advcl":
        return False
    links = [c for c in verb.head.all("prep") if verb.head.index < c.index < verb.index and c.lower == "with"]
    return any(link.all("pcomp") or any(n.all("acl") for n in link.all("pobj")) for link in links)


def _is_of_those_beside(verb: Word) -> bool:
    """Whether somebody told of beside a clause may say by a participle: "despite her aides saying"."""
    words = speech_words()
    links = [c for c in verb.head.all("prep") if verb.head.index < c.index < verb.index]
    first = min(verb.subtree(), key=lambda w: w.index)
    comma = any(w.text == "," and w.index == first.index - 1 for w in verb.head.subtree())
    return any(
        link.lower in words.despite
        or (not comma and any(names_people(w) or w.pos == "PROPN" for w in _nouns_below(link)))
        for link in links
        if link.lower in words.despite | words.beside and link.child("pobj") is not None
    )


def _nouns_below(link: Word) -> list[Word]:
    """The nouns within what a preposition leads: of "after months of customers" both."""
    return [w for w in link.subtree() if w.pos in ("NOUN", "PROPN")]


def who_goes_on(verb: Word) -> Word | None:
    """Who says by a participle behind what he is said to say: "Lee said that Fiji was calm, adding that"."""
    over = verb.head
    said = speech_words().reports
    if verb.tag != "VBG" or verb.dep != "advcl" or over.dep != "ccomp" or over.head.lemma not in said:
        return None
    first = verb.subtree()[0]
    comma = any(w.text == "," and w.index == first.index - 1 for w in over.subtree())
    inner, outer = subjects(over), subjects(over.head)
    goes_on = comma and len(outer) == 1 and can_speak(outer[0])
    return outer[0] if goes_on and inner else None


def _writing_before(verb: Word) -> Word | None:
    """The writing right before a participle, which says it: "pointed to Lee’s comments expressing hope"."""
    if verb.tag != "VBG" or verb.dep != "advcl":
        return None
    words = speech_words()
    near = (w for w in verb.root.subtree() if w.index == verb.index - 1 and w.pos == "NOUN")
    return next((w for w in near if w.lemma.lower() in words.media | words.records), None)


def _issuer(verb: Word, source: Word) -> Word | None:
    """Who stands behind a letter or statement: "a letter to Osterby accusing" is not Osterby's.

    None where a participle hangs on a noun that may only be near it ("a sign opposite the court accusing").
    """
    media = speech_words().media
    if verb.dep == "acl" and verb.tag == "VBG" and source.pos == "PROPN" and _ends_list(source):
        return None  # "names ten, including Lume Inc and Stam Farms alleging that"
    written = source.lemma.lower() in media
    if _is_set_beside(verb, source):
        return source
    if verb.dep == "acl" and verb.tag == "VBG" and source.dep == "pobj" and not written:
        over = source.head.head
        if over.lemma.lower() in media:
            source = over
        elif is_verb(over):
            writers = [] if is_passive(over) else subjects(over)
            return writers[0] if writers else None
        else:
            return None
    if verb.dep == "acl" and is_told(source):
        return next(iter(subjects(source.head)), None)  # "told a briefing, alluding to"
    if source.lemma.lower() in media:
        behind = issuers_of(source)
        words = speech_words()
        makes = source.head.lemma in (words.light | words.authoring) - words.bearing
        if not behind and source.dep == "dobj" and is_verb(source.head) and makes:
            behind = subjects(source.head)  # "issued a letter accusing"
        if behind:
            return behind[0]
    elif verb.dep == "acl" and verb.tag == "VBG" and source.pos == "NOUN" and source.dep == "dobj":
        if names_people(source) or source.lemma.lower() in speech_words().records:
            return source
        doers = subjects(source.head) if is_verb(source.head) else []
        return doers[0] if doers else None  # "repeated his resolve, saying"
    elif verb.dep == "acl" and verb.tag == "VBG" and source.pos == "PROPN" and source.dep == "dobj":
        return _who_tells_of(source)
    return source


def issuers_of(writing: Word) -> list[Word]:
    """Who speaks by a letter or report: "a report by X", "X’s letter"; none of "reports from the town"."""
    sent = (noun for noun in obliques(writing, "from") if noun.pos == "PROPN" or names_people(noun))
    known = [noun for noun in sent if not is_of(noun, "locale")]
    return [*known, *obliques(writing, "by"), *writing.all("poss")]


def _is_set_beside(verb: Word, source: Word) -> bool:
    """Whether others say it, set beside a clause by a comma and "with": ", with papers saying"."""
    link = source.head
    beside = source.dep == "pobj" and link.lower == "with" and verb.dep == "acl"
    return beside and any(w.text == "," and w.index == link.index - 1 for w in verb.root.subtree())


def _ends_list_unseen(name: Word) -> bool:
    """Whether a participle's subject is the end of a list before it that the parse took apart."""
    whole = name.subtree()
    before = [w for w in name.root.subtree() if w.index == whole[0].index - 1]
    return name.pos == "PROPN" and any(w.lower == "and" for w in (*before, *whole))


def _ends_list(name: Word) -> bool:
    """Whether "and" joins a name to others that are no subject."""
    top = name
    while top.dep == "conj" and top.head is not top:
        top = top.head
    return top is not name and top.dep not in ("nsubj", "nsubjpass")


def _who_tells_of(whom: Word) -> Word | None:
    """Who says by a participle behind whom a verb takes: "defended Lee saying that …"; None if it may be Lee.

    Whoever is heard or seen saying so says it.
    """
    over = whom.head
    words = speech_words()
    if over.lemma in words.perceiving:
        return whom
    doers = subjects(over) if over.lemma in words.object and not is_passive(over) else []
    return doers[0] if doers else None


def quotes_another(verb: Word) -> bool:
    """Whether who says by a verb passes on another's words: "quoting an aide"."""
    on_subject = [c for subject in verb.all("nsubj") for c in subject.all("acl")]
    beside = [c for c in (*verb.all("advcl", "xcomp"), *on_subject) if c.tag == "VBG"]
    return any(c.lemma == "quote" for c in beside)


def is_of_many(source: Word) -> bool:
    """Whether a number tells how many of so many: "six in ten said"."""
    return any(c.lower == "in" and c.index < source.index for c in source.children)


def _is_mark(word: Word) -> bool:
    """Whether a word is a mark that the parser takes for a name: "», said the head"."""
    return not any(char.isalnum() or char == "%" for char in word.text)


def can_speak(source: Word | None) -> TypeGuard[Word]:
    """Whether a noun or pronoun can be a source: no "that", "which", and no number of things.

    "It" where only a body does what is told: "it accused the mayor", not "it shows that".
    """
    if source is None or any(c.tag == "WP$" for c in source.children) or _is_mark(source):
        return False  # "whose"; a mark taken for a name
    if source.lower == "it":
        return source.dep == "nsubj" and source.head.lemma in speech_words().of_bodies
    if source.tag == "CD" and is_of_many(source):
        return True
    if source.tag == "CD" and obliques(source, "of"):
        of = obliques(source, "of")  # "two of the voters", "one of the sources"
        return any(names_people(noun) or noun.lemma.lower() == "source" for noun in of)
    if source.lower == "those" and source.child("amod", "prep") is not None:
        return True  # "those close to Lee"
    if source.pos == "PRON":
        return source.lower in _SPEAKING_PRONOUNS
    return (
        source.pos in ("NOUN", "PROPN", "NUM", "ADJ") and source.tag != "CD"
    ) or source.lower in _SPEAKING_PRONOUNS
