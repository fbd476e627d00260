"""Verbs by which somebody judges something aloud: "condemned the raid", "praised the mayor for her calm"."""

from __future__ import annotations

from dossier.reading.attribution.acts import is_thing
from dossier.reading.attribution.content import Attribution, attributed, told_besides
from dossier.reading.attribution.sources import can_speak, source_of
from dossier.reading.grammar.dependents import SUBJECTS, is_infinitive, is_passive, is_verb
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.grammar.standing import is_nobody
from dossier.reading.tree import Word

_GROUNDS = frozenset(("for", "as"))
"""Before what somebody is judged for, or to be."""


def judged(verb: Word) -> Attribution | None:
    """Of "condemned the raid", "praised the mayor for her calm", "questioned the need for a dam".

    What is judged is no less so for it: a raid that somebody condemns is told of by the report itself. Where
    grounds are given all of it is the judge's own word: "denounced the raid as murder".
    """
    if verb.lemma not in speech_words().judges or is_passive(verb) or is_infinitive(verb):
        return None
    held = next((noun for noun in verb.all("dobj") if noun.index > verb.index), None)
    source = source_of(verb)
    if held is None or not can_speak(source) or not _is_judged(verb, held):
        return None
    if verb.dep == "acl" or _goes_on_in_another_voice(verb) or _holds_another(held):
        return None  # "a series of tweets criticising Lee"
    grounds = _grounds(verb)
    called = grounds or [link for link in held.all("prep") if link.lower == "as"]
    if called:
        return attributed("statement", source, verb, [held, *grounds], f"judged {called[0].lower}")
    return attributed("judgement", source, verb, [held], "judged", also=told_besides(held))


def _goes_on_in_another_voice(verb: Word) -> bool:
    """Whether "and" joins a verb to a passive one: "on which rules were made and condemned the court"."""
    return verb.dep == "conj" and verb.child(*SUBJECTS) is None and is_passive(verb.head)


def _holds_another(held: Word) -> bool:
    """Whether what is judged runs on into another judging: "criticised customs which … and criticised …"."""
    return any(is_verb(w) and w.dep == "conj" and w.lemma in speech_words().judges for w in held.subtree())


def _is_judged(verb: Word, held: Word) -> bool:
    """Whether a verb's object is what is judged: not "welcomed guests", "condemned him to die"."""
    words = speech_words()
    if is_nobody(held):
        return False
    if held.lower.endswith(("self", "selves")) or any(c.lower == "to" for c in verb.all("prep", "dative")):
        return False
    if verb.child("ccomp", "xcomp", "oprd") is not None:
        return False  # "a man condemned to die", "welcomed Lee back to lead"
    if held.pos == "PRON" and held.tag != "PRP":
        return False
    if held.pos == "PRON" or verb.lemma in words.judging_as:
        return bool(_grounds(verb))
    if verb.lemma in words.judging:
        return True
    lemma = held.lemma.lower()
    matter = lemma in words.matters | words.deniable or lemma in words.nouns
    return is_thing(held) and (matter or verb.lemma in words.judging_things)


def _grounds(verb: Word) -> list[Word]:
    """What somebody is judged for, or to be: "for her calm", "as a hero"."""
    links = (link for link in verb.all("prep") if link.lower in _GROUNDS)
    return [link for link in links if link.child("pobj", "pcomp") is not None]
