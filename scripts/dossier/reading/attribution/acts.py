"""Verbs of saying to whether they tell of an act: "dismissed a coach", "charged with keeping order"."""

from __future__ import annotations

from dossier.reading.grammar.dependents import conjuncts, is_passive, is_relative, is_verb
from dossier.reading.grammar.noun_classes import forms, names_people, word_classes
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.tree import Word

_PERSONS = ("people", "officeholder", "envoy", "hostage", "force", "armed_people")
"""Classes of nouns for persons, who are dismissed or let in, and not said."""


def may_be_asked(verb: Word) -> bool:
    """Whether "was" may be left out: "the bid was accepted and the owner asked to stay"."""
    bare = verb.child("aux", "auxpass", "dobj", "prep", "dative") is None and not is_passive(verb)
    return verb.dep == "conj" and bare and verb.tag in ("VBD", "VBN") and is_passive(verb.head)


def is_act_on(verb: Word, what: Word) -> bool:
    """Whether a verb of saying tells of an act: "dismissed a coach", "rejected the bid"."""
    words = speech_words()
    if is_verb(what):
        return False  # "denied shooting"
    denial = words.object.get(verb.lemma) == "denial"
    refusable = any(w.lemma.lower() in words.refusable for w in conjuncts(what))
    if denial and (refusable or verb.child("dative") is not None):
        return True
    classes = word_classes()
    people = what.pos == "PROPN" or any(forms(what) & classes[name] for name in _PERSONS)
    behind = next((w for w in verb.subtree() if w.index == what.index + 1), None)
    given = what.lower == "them" and behind is not None and behind.pos == "NOUN"  # "denied them help"
    if denial and (given or not is_deniable(what)):
        return True  # "denied the visitors an early goal", "rejected foreign aid"
    return verb.lemma in words.acts or (verb.lemma in words.acts_on_people and people)


def is_deniable(what: Word) -> bool:
    """Whether a noun is what is said or done by somebody, and so can be denied: "charges", "any link"."""
    words = speech_words()
    lemmas = {w.lemma.lower() for w in conjuncts(what)}
    pointing = what.lower in ("it", "them", "this", "that", "these", "those", "all", "any", "everything")
    # Not "dismissed it as a trick", "proposed a debate, but Lee rejected that".
    as_such = any(c.lower == "as" for c in what.head.all("prep"))
    pointing = pointing and not as_such and what.head.lemma not in words.turning_down
    return pointing or not lemmas.isdisjoint(words.deniable | words.nouns.keys())


def is_thing(word: Word) -> bool:
    """Whether a noun is no one who could do what is asked for."""
    return word.pos == "NOUN" and not names_people(word)


def is_duty(what: Word) -> bool:
    """Whether somebody is charged with a task: "with keeping order", not "with killing two"."""
    words = speech_words()
    if what.lemma in words.duties or what.tag != "VBG" or what.lemma in words.crimes:
        return what.lemma in words.duties
    root = what.root
    return not any(w.lemma.lower() in words.courts for w in root.subtree())


def is_open(target: Word, cue: Word) -> bool:
    """Whether it is open who is meant: "which", "which officials", "Monday falling on a holiday"."""
    if target.pos == "PRON" and is_relative(target):
        return True
    if any(c.tag in ("WDT", "WP") or (c.dep == "acl" and c.tag == "VBG") for c in target.children):
        return True
    return any(c.tag == "VBG" and c.index == target.index + 1 for c in cue.children)
