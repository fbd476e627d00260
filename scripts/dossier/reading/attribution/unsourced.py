"""Words to what is said where nobody is named who says it: "is believed to", "was urged to", "amid fears".

Read where somebody else's word holds none of it: "residents were urged to leave, police said" may be police.
"""

from __future__ import annotations

from dossier.reading.attribution.content import Attribution, attributed, told_besides
from dossier.reading.grammar import dependents
from dossier.reading.grammar.dependents import SUBJECTS, is_finite, is_infinitive, is_passive, is_verb
from dossier.reading.grammar.governors import governing_words
from dossier.reading.grammar.noun_classes import names_people
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.grammar.standing import is_nobody, standing_of
from dossier.reading.tree import Word

SHAPE = "unsourced"
_HELD = frozenset(("statement", "assessment", "accusation", "warning"))
_OPEN = frozenset(("a", "an", "some", "any", "about"))
"""Before and behind a noun these say nothing of whose it is: "a report that", not "the assumption that"."""
_MAIN = frozenset(("ROOT", "conj", "parataxis"))
_MEANWHILE = frozenset(("as", "while", "after"))


def unsourced(word: Word) -> Attribution | None:
    """What a word tells as somebody's word, and nobody is named whose."""
    if len(word.all(*SUBJECTS)) > 1:
        return None  # "Lee, whose sister is believed to have left, …", torn: of which of them?
    if is_verb(word) and is_passive(word) and not any(_may_say_who(w, word) for w in word.subtree()):
        return _asked(word) or _told(word) or _held(word)
    return _told(word) or _heard(word) or _about(word)


def _may_say_who(by: Word, verb: Word) -> bool:
    """Whether a "by" may lead to whoever says it; not that of a clause below: "help those hit by floods"."""
    over = by.head
    below = over.dep in ("relcl", "acl") and over is not verb and is_passive(over)
    return by.lower == "by" and not below


def _asked(verb: Word) -> Attribution | None:
    """Of "residents were urged to leave"."""
    whom, goal = verb.child("nsubjpass"), _goal(verb)
    if verb.lemma not in speech_words().asking_passively or goal is None or not _is_told(verb):
        return None
    if whom is None or not (whom.lower == "those" or whom.pos in ("NOUN", "PROPN")):
        return None
    return attributed("call", None, verb, [goal], SHAPE, target=whom)


def _told(verb: Word) -> Attribution | None:
    """Of "the court was told that it was late", "the court heard that it was late"."""
    words, whom = speech_words(), verb.child("nsubj", "nsubjpass")
    heard = verb.lemma == "hear" and whom is not None and whom.lemma.lower() in words.hearing_bodies
    told = verb.lemma in words.hearers and is_passive(verb) and whom is not None and whom.pos != "PRON"
    if not (heard or told) or verb.dep not in _MAIN or not standing_of(verb).took_place:
        return None
    said = next((c for c in verb.all("ccomp") if c.child(*SUBJECTS, "expl")), None)
    return attributed("statement", None, verb, [said], SHAPE) if said is not None else None


def _held(verb: Word) -> Attribution | None:
    """Of "Lee is believed to have left", "it is believed that Lee left"."""
    if verb.lemma not in speech_words().held_passively or not _is_told(verb):
        return None
    kind, own = speech_words().clause.get(verb.lemma, "statement"), verb.child("nsubjpass")
    if own is None or dependents.is_relative(own):
        return None
    if own.lower == "it":
        that = [c for c in verb.all("ccomp", "csubjpass", "advcl") if c.index > verb.index and _opens(c)]
        return attributed(kind, None, verb, that[:1], SHAPE) if that else None
    now = any(c.tag in ("VBZ", "VBP") for c in verb.all("auxpass"))  # "was expected to win"
    goal = _goal(verb) if now or verb.lemma not in speech_words().foreseen else None
    if goal is None or own.pos not in ("NOUN", "PROPN"):
        return None
    return attributed(kind, None, verb, [goal, own], SHAPE, also=_besides(goal))


def _heard(adverb: Word) -> Attribution | None:
    """Of "Lee reportedly left": of a clause that nothing is joined to, nor set against."""
    verb = adverb.head
    if adverb.dep != "advmod" or adverb.lower not in speech_words().hearsay or not is_verb(verb):
        return None
    own = verb.child("nsubj", "nsubjpass")
    if own is None or own.pos not in ("NOUN", "PROPN") or verb.dep not in _MAIN or not is_finite(verb):
        return None
    beside = any(m.lower in governing_words().conceding for c in verb.all("advcl") for m in c.all("mark"))
    if (
        beside
        or not standing_of(verb).took_place
        or any(map(is_verb, verb.all("conj", "parataxis", "ccomp")))
    ):
        return None
    kind = "accusation" if adverb.lower == "allegedly" else "statement"
    return attributed(kind, None, verb, [verb], SHAPE, also=_besides(verb))


def _about(noun: Word) -> Attribution | None:
    """Of "amid fears that it would close", "there are reports that it closed"."""
    words, over = speech_words(), noun.head
    kind = words.nouns.get(noun.lemma, "assessment" if noun.lemma in words.of_nobody else None)
    if noun.pos != "NOUN" or kind not in _HELD or noun.child("poss") is not None or is_nobody(noun):
        return None
    that = [c for c in noun.all("acl", "ccomp") if c.index > noun.index and _opens(c)]
    there = noun.dep == "attr" and over.child("expl") is not None
    amid = noun.dep == "pobj" and over.lower in words.amid
    raised = over.lemma in words.raising and any(
        w.pos != "NOUN" or names_people(w) for w in dependents.subjects(over)
    )
    stirred = noun.dep == "dobj" and over.lemma in words.stirring and not raised
    whose = any(c.dep in ("prep", "agent", "det") and c.lower not in _OPEN for c in noun.children)
    if not that or whose or not (there or amid or stirred):
        return None
    verb = next((w for w in noun.ancestors() if is_verb(w)), None)
    told = verb is not None and standing_of(verb).took_place
    return attributed(kind, None, noun, that[:1], SHAPE) if told else None


def _besides(verb: Word) -> Word | None:
    """The clause that tells more of a verb's last noun, as the report's own: "the pilot, who left in May"."""
    last = next((c for c in reversed(verb.children) if c.pos != "PUNCT"), None)
    return told_besides(last) if last is not None and last.index > verb.index else None


def _goal(verb: Word) -> Word | None:
    return next((c for c in verb.all("xcomp") if is_infinitive(c)), None)


def _opens(clause: Word) -> bool:
    torn = any(link.child("pobj", "pcomp") is None for link in clause.all("prep"))
    whole = is_passive(clause) or clause.child("dobj", "ccomp", "xcomp") is not None
    torn = torn or (clause.lemma in speech_words().object and not whole)  # "charges that she blamed on Lume"
    return is_finite(clause) and not torn and any(m.lower == "that" for m in clause.all("mark"))


def _is_told(verb: Word) -> bool:
    """Whether a clause is the report's own: the main one, or what went on meanwhile."""
    led, written = {c.lower for c in verb.all("mark")}, speech_words().media | speech_words().records
    if any(noun.lemma.lower() in written for link in verb.all("prep") for noun in link.all("pobj")):
        return False  # "in the report it is said that"
    beside = verb.dep == "advcl" and bool(led) and led <= _MEANWHILE
    return (verb.dep in _MAIN or beside) and is_finite(verb) and standing_of(verb).took_place
