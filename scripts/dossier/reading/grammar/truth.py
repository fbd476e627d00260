"""What is said of a report itself: that it is false, that nothing shows it, that it is only a rumour.

"Rumours that X killed Y are false", "no evidence that …", "a fake video in which …", "wrongly accused of …":
the clause under the noun or verb is told only to be taken back, so it happened by nobody's word.
"""

from __future__ import annotations

from dossier.reading.grammar.dependents import is_verb
from dossier.reading.grammar.governors import effect_of_noun, effect_of_verb, governing_words
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.tree import Word

_MODIFIERS = ("amod", "compound", "nmod", "advmod")
_COMPLEMENTS = ("acomp", "attr", "oprd", "dobj", "ccomp", "xcomp")
_HELD = ("dobj", "nsubjpass", "nsubj", "pobj", "attr")
_KNOWN = frozenset(("the", "this", "that"))


def untruth_of(noun: Word) -> Word | None:
    """The word that says that what a noun reports is not so, or that nothing shows it."""
    words = governing_words()
    own = next((c for c in noun.children if c.dep in _MODIFIERS and c.lower in words.untrue), None)
    if own is not None or noun.lemma.lower() in words.untrue:
        return own or noun
    denying = next(
        (c for c in noun.children if c.dep in ("det", "amod", "neg") and c.lower in words.scant), None
    )
    if denying is not None or noun.dep not in _HELD:
        return denying
    over = noun.head
    if noun.dep == "pobj":
        return over.head if is_taken_back(over) else _doubt_about(over)
    return _said_of(over, noun) if is_verb(over) else None


def _doubt_about(link: Word) -> Word | None:
    """The doubt of "doubts about a claim", "doubts remain over a claim"."""
    over = (link.head, *link.head.all("nsubj"))
    doubts = (w for w in over if w.lemma.lower() in governing_words().doubts)
    return next(doubts, None) if link.lower in ("about", "over", "on") else None


def is_taken_back(link: Word) -> bool:
    """Whether what follows a preposition is taken back: "apologised for saying", "lied by saying"."""
    unsaid = link.lower in ("for", "about") and link.head.lemma in governing_words().unsays
    return unsaid or (link.lower in ("by", "in") and link.head.lemma == "lie")


def says_all(clause: Word) -> bool:
    """Whether a relative clause is none: "the theory that X bombed Y" lacks no subject or object."""
    mark = next((c for c in clause.children if c.lower == "that"), None)
    own = clause.child("nsubj", "nsubjpass")
    if mark is None or own is None or own is mark or mark.index > own.index:
        return False
    if clause.head.lemma.lower() in speech_words().nouns and not _is_done_to_reports(clause):
        return True  # "charges that X bombed", but "charges that X denied"
    return own.dep == "nsubjpass" or any(c.dep == "dobj" and c is not mark for c in clause.children)


def _is_done_to_reports(verb: Word) -> bool:
    """Whether a verb may have a report as its object: "made", "denied", "heard"."""
    words, governing = speech_words(), governing_words()
    known = words.reports | words.light | words.authoring | governing.takes_back | governing.of_reports
    return verb.lemma in known | words.object.keys()


def _said_of(verb: Word, noun: Word) -> Word | None:
    """The word by which a verb says that its subject or object, a report, is not so."""
    lone = noun.dep in ("dobj", "nsubjpass", "attr")
    if lone and (effect_of_verb().get(verb.lemma) == "denied" or verb.lemma in governing_words().takes_back):
        return verb
    negation = negation_of(verb)
    if negation is not None:
        return negation
    return predicate_of_untruth(verb) if noun.dep in ("nsubj", "nsubjpass", "dobj") else None


def predicate_of_untruth(verb: Word) -> Word | None:
    """Of "is false", "turned out to be a hoax", "proved unfounded": the word for the untruth."""
    words = governing_words()
    if verb.lemma not in words.judging:
        return None
    for held in verb.all(*_COMPLEMENTS):
        if held.lemma.lower() in words.untrue or held.lower in words.untrue:
            return held
        if is_verb(held) and held.lemma in words.judging:
            return predicate_of_untruth(held)
        if held.dep in ("acomp", "attr") and any(c.lower in ("untrue", "not") for c in held.children):
            return held
    return None


def negation_of(verb: Word) -> Word | None:
    """The negation of a verb's own clause."""
    return next((c for c in verb.children if c.dep == "neg" or c.lower == "never"), None)


def report_as(noun: Word) -> str | None:
    """How a clause under a noun stands: "the fact that" → None, "reports that" → hearsay, else possible."""
    words, lemma = governing_words(), noun.lemma.lower()
    if lemma in words.facts:
        return None
    effect = effect_of_noun().get(lemma)
    if effect is not None:
        return effect
    return "hearsay" if lemma in words.reports or lemma in speech_words().nouns else "possible"


def is_report(noun: Word) -> bool:
    """Whether a noun is something told, or points back at it: "the claim", "rumours", "it"."""
    lemma = noun.lemma.lower()
    told = lemma in governing_words().reports or lemma in speech_words().nouns
    return told or noun.lower in ("it", "this", "that")


def fiction_of(verb: Word) -> Word | None:
    """The film, play or novel in which a clause tells that something happens, or that tells it.

    "In the film, rebels …"; "was shot in the play"; "the play tells how …"; "the novel opens as …". What
    opens a sentence may hang on what is said in it: "in the film, “we sing,” she says".
    """
    said = (c for c in verb.all("ccomp") if c.index < verb.index)
    opening = (link for content in said for link in content.all("prep") if link.index == 0)
    for link in (*verb.all("prep"), *opening):
        inside = link.child("pobj") if link.lower == "in" else None
        ahead = link.index < verb.index or (inside is not None and _is_pointed_at(inside))
        if inside is not None and ahead and (is_fiction(inside) or _is_deed_in_book(verb, inside)):
            return inside
    over = verb.head
    if verb.dep not in ("ccomp", "advcl") or not is_verb(over):
        return None
    return next((teller for teller in over.all("nsubj") if is_fiction(teller)), None)


def played_in(word: Word, *links: str) -> Word | None:
    """The drill, dream or story in which a clause has something happen: "in a drill, rebels stormed …".

    None of "a series of raids", which counts them.
    """
    verb = next((w for w in (word, *word.ancestors()) if is_verb(w)), word)
    for link in verb.all("prep"):
        for noun in link.all("pobj") if link.lower in links else ():
            counts = noun.lemma == "series" and any(c.lower == "of" for c in noun.children)
            if noun is not word and noun.lemma.lower() in governing_words().staged and not counts:
                return noun
    return None


def is_fiction(noun: Word) -> bool:
    """Whether a noun is a work that makes up what it tells, or a part of one: "the end of the play"."""
    words, lemma = governing_words(), noun.lemma.lower()
    if lemma not in words.perhaps_fictions:
        return lemma in words.fictions
    wholes = [whole for link in noun.all("prep") if link.lower == "of" for whole in link.all("pobj")]
    if any(is_fiction(whole) for whole in wholes):
        return True
    beside = noun.all("compound", "amod", "nmod")
    if any(c.lower in words.making_up or c.lemma.lower() in words.fictions for c in beside):
        return True
    if lemma in words.parts_of_works and any(c.lower in words.which_part for c in beside):
        return noun.child("prep", "relcl", "acl") is None and any(c.lower in _KNOWN for c in noun.all("det"))
    alone = not wholes and not beside and noun.child("relcl", "acl") is None
    return alone and lemma in words.by_itself and any(c.lower in _KNOWN for c in noun.all("det"))


def _is_deed_in_book(verb: Word, noun: Word) -> bool:
    """Whether somebody does something in a book, and says nothing: it may be made up."""
    words = speech_words()
    says = {*words.reports, *words.clause, *words.infinitive, *words.object, *words.naming}
    prepositions = {lemma for lemma, _ in words.preposition}
    told = noun.lemma.lower() in governing_words().books and noun.child("prep", "relcl", "acl") is None
    return told and verb.lemma not in says | prepositions


def _is_pointed_at(noun: Word) -> bool:
    """Whether a noun is one thing, not a matter: "in the film", "in his play", not "in film"."""
    return noun.child("det", "poss") is not None


def wrongly_said(verb: Word) -> Word | None:
    """The adverb of "falsely claimed" or "was wrongly accused"; none of "wrongly killed"."""
    words = governing_words()
    saying = speech_words().reports | words.names_a_doer
    told = [verb] if verb.lemma in saying else []
    told += [
        c
        for c in verb.children
        if c.dep in ("parataxis", "ccomp") and c.lemma in saying and c.index > verb.index
    ]
    return next((c for v in told for c in v.children if c.dep == "advmod" and c.lower in words.wrongly), None)


def is_ruled_out(verb: Word) -> bool:
    """Whether a verb is "rule out"."""
    return verb.lemma == "rule" and any(c.dep == "prt" and c.lower == "out" for c in verb.children)


def corrected(verb: Word) -> Word | None:
    """Of "an earlier version of this article said", "police first said", "a fake video showed": that word."""
    words = governing_words()
    for child in verb.all("advmod", "prep"):
        ahead = child.lower == "first" and child.index == verb.index - 1
        at_first = child.lower == "at" and any(c.lower == "first" for c in child.children)
        told = speech_words().clause.get(verb.lemma) in ("statement", "denial")
        if (told and child.lower in words.at_first) or (
            (ahead or at_first) and verb.lemma in words.says_first
        ):
            return child
    for child in verb.all("nsubj"):
        former = any(c.lower in words.former for c in child.children)
        if former and child.lemma.lower() in words.versions:
            return child
        if child.lemma.lower() in words.pictures:
            return next((c for c in child.children if c.dep in _MODIFIERS and c.lower in words.untrue), None)
    return None
