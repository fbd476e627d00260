"""Attributions to the kind of claim they make: accusation, call, assessment or plain statement."""

from __future__ import annotations

from dossier.reading.attribution.content import Attribution
from dossier.reading.attribution.scene import Scene
from dossier.reading.claims.claim_words import claim_verbs
from dossier.reading.frames.classes import is_a
from dossier.reading.grammar.dependents import is_passive, subjects
from dossier.reading.grammar.noun_classes import word_classes
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.grammar.standing import standing_of
from dossier.reading.tree import Word

_KINDS = {
    "statement": "statement",
    "evidence": "statement",
    "plan": "statement",
    "description": "assessment",
    "judgement": "statement",
    "assessment": "assessment",
    "accusation": "accusation",
    "blame": "accusation",
    "denial": "denial",
    "pledge": "pledge",
    "warning": "warning",
    "call": "call",
}
"""Kinds of claims by kinds of attribution; of another kind there is no claim."""


def kind_of(scene: Scene, attribution: Attribution, subject: Word | None) -> str | None:
    """Kind of a claim; `subject` is that of what is said, where it is an actor other than the source."""
    kind = _KINDS.get(attribution.kind)
    alleged = kind == "accusation" and attribution.target is None
    if alleged:
        kind = "statement"  # "alleged that the road was closed" accuses nobody
    if attribution.cue.lemma in speech_words().aims:
        return None  # "seeks to", "intended to"
    if kind not in ("statement", "assessment"):
        return kind
    words = claim_verbs()
    if subject is not None:
        verb = subject.head
        if any(c.lower in words.obligations for c in verb.children):
            asked = not is_passive(verb) and verb.lemma not in words.receiving
            asked = asked and attribution.cue.lemma not in words.ruling
            return "call" if asked else kind  # "Lee should be dropped" asks nothing of Lee
        found = attribution.kind == "evidence" or attribution.cue.lemma in words.ruling
        if not found and (_is_misdeed(verb) or (alleged and _is_crime(scene, verb))):
            return "accusation"
    return "assessment" if kind == "assessment" or _assesses(scene, attribution.source) else kind


def _is_misdeed(verb: Word) -> bool:
    """Whether a verb, or what it is said to be, is a wrong that its subject does."""
    words = claim_verbs()
    if not standing_of(verb).took_place:
        return False  # "may have failed"
    done = verb.lower in words.misdeeds and not is_passive(verb)
    if verb.lemma == "break" and not any(n.lower in words.broken for n in verb.all("dobj")):
        done = False  # "broke the news"
    how = [n for link in verb.all("prep") for n in link.all("pobj")]
    done = done or any(n.lower in words.misdeeds for n in how)  # "operate with impunity"
    being = verb.lemma == "be" and any(
        c.lower in words.misdeeds and not _is_task(c)
        for c in verb.children
        if c.dep in ("acomp", "attr", "prep")
    )
    return done or being


def _is_crime(scene: Scene, verb: Word) -> bool:
    """Whether a verb tells of a deed that is a wrong where it is alleged: "bombed", "carried out a raid"."""
    if not standing_of(verb).took_place or is_passive(verb):
        return False
    acts = verb.lemma in word_classes()["to_carry_out"] and any(
        is_a(what, "act_noun", scene) for what in verb.all("dobj")
    )
    return acts or verb.lemma in speech_words().crimes


def _is_task(word: Word) -> bool:
    """Whether somebody is "responsible for" what is no wrong: "for overseeing the talks"."""
    what = [n for link in word.all("prep") for n in link.all("pobj", "pcomp")]
    return any(n.lower in claim_verbs().tasks or (n.dep == "pcomp" and not _harms(n)) for n in what)


def _harms(verb: Word) -> bool:
    """Whether what somebody is responsible for doing is a wrong: "for killing", "for misleading"."""
    return verb.lower in claim_verbs().misdeeds or verb.lemma in speech_words().crimes


def subject_of(attribution: Attribution) -> Word | None:
    """The subject of what is said; none where it stands apart: "according to the head, Lee, it is late"."""
    found, content = subjects(attribution.heads[0])[:1], attribution.content
    if attribution.shape == "according to":
        found = [word for word in found if content.start <= word.start < content.end]
    return found[0] if found else None


def _assesses(scene: Scene, source: Word | None) -> bool:
    """Whether an analyst, expert or critic speaks, by the words or by the role of the name."""
    if source is None:
        return False
    words = claim_verbs().assessors
    if source.lower in words or any(
        c.lower in words for c in source.children if c.dep in ("appos", "compound")
    ):
        return True
    name = scene.name_of(source)
    finding = scene.findings.get(name) if name else None
    roles = [role.title.lower().split() for role in finding.roles] if finding is not None else []
    return bool(roles) and all(not words.isdisjoint(title) for title in roles)
