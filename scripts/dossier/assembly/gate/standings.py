"""Whether negation and modality agree: what the grammar says of an act against what a finding says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.assembly.gate.denials import shifts_of, stands_denied
from dossier.assembly.gate.proposition import Doubt, Proposition, does_not, not_shown
from dossier.assembly.gate.reach import Reading, alike, clause_verb, path
from dossier.assembly.gate.words import gate_words
from dossier.reading.findings import Span
from dossier.reading.grammar.dependents import doers, is_finite, is_verb, undergoers
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.grammar.standing import Standing, is_nobody, standing_of
from dossier.reading.tree import Word

_NEGATIVE = frozenset(("prevented", "denied"))
_CLAUSES = frozenset(("advcl", "relcl", "acl", "ccomp", "parataxis"))


def standing_doubts(asked: Proposition, reading: Reading) -> Iterator[Doubt]:
    """A doubt where the text denies, hedges, plans or limits what a finding tells otherwise."""
    trigger = reading.head(asked.trigger)
    if trigger is None:
        yield not_shown("polarity", "no grammar could be read where it stands")
        return
    found = _standing(trigger)
    negative = (
        found.polarity == "negative"
        or found.modality in _NEGATIVE
        or _by_part(asked, reading)
        or _is_said_to_be_none(trigger)
        or _is_denied(trigger)
        or any(shift.negative for shift in shifts_of(trigger, reading))
    )
    if negative and not asked.negative and not _shifted(asked, found.modality):
        cue = found.cue.text if found.cue is not None else "nobody"
        yield does_not("polarity", f"“{cue}” denies it")
    for part in asked.parts:
        shut_out = None if asked.negative else stands_denied(part.span.start, reading)
        if shut_out is not None:
            yield does_not(part.role, f"“{shut_out}” leaves “{reading.says(part.span)}” out")
    if asked.negative:
        yield from _negation(asked, trigger, reading, negative)
    elif asked.modality == "actual":
        yield from _told_as_actual(asked, trigger, reading)
    elif asked.modality_cue is None:
        yield does_not("modality", "no words say that it need not be so")
    elif not _governs(asked.modality_cue, trigger, reading):
        yield not_shown("modality", f"“{reading.says(asked.modality_cue)}” may be about something else")


def _standing(trigger: Word) -> Standing:
    """How an act stands; a noun's by the verb that only carries it, where that one shifts it."""
    if trigger.lower == "according":
        return Standing()  # it says who says so, whatever is said
    found, verb = standing_of(trigger), trigger.head
    carried = trigger.dep in ("attr", "dobj", "nsubj", "nsubjpass", "oprd") and is_verb(verb)
    if carried and verb.lemma in gate_words().carries:
        over = standing_of(verb)
        if not over.took_place:
            return over
    return found


def _is_said_to_be_none(trigger: Word) -> bool:
    """Of "the fire was no accident", "the raid was not one": what its subject is said not to be."""
    verb = trigger.head
    if trigger.dep != "nsubj" or verb.lemma != "be":
        return False
    return verb.child("neg") is not None or any(is_nobody(each) for each in verb.all("attr"))


def _shifted(asked: Proposition, modality: str) -> bool:
    """Whether a finding tells the act as one that need not be, as "refused" and "tried" also do."""
    return modality in _NEGATIVE and asked.modality != "actual"


def _by_part(asked: Proposition, reading: Reading) -> bool:
    """Whether a part means nobody: "no group", "neither army"."""
    heads = (reading.head(part.span) for part in asked.parts if part.role not in ("date", "place", "act"))
    return any(head is not None and is_nobody(head) and head.lower != "few" for head in heads)


def _negation(asked: Proposition, trigger: Word, reading: Reading, negative: bool) -> Iterator[Doubt]:
    if asked.polarity_cue is None:
        yield does_not("polarity", "no words deny it")
        return
    said, words = reading.says(asked.polarity_cue), gate_words().negative
    if negative:
        return
    if not any(w.lemma in words or w.lower in words for w in reading.words(asked.polarity_cue)):
        yield does_not("polarity", f"“{said}” denies nothing")
    elif not _denies(asked.polarity_cue, trigger, reading):
        yield not_shown("polarity", f"“{said}” may deny something else")


def _scope(trigger: Word) -> list[Word]:
    """What stands over a trigger and governs it: up to a relative, adverbial or apposed clause."""
    found: list[Word] = []
    for node in path(trigger):
        found.append(node)
        adverbial = node.dep == "advcl" and (is_finite(node) or node.child("mark") is not None)
        if (
            node.dep in ("relcl", "appos")
            or adverbial
            or (node.dep == "acl" and is_verb(node) and not is_finite(node))
        ):
            break
    return found


def _denies(cue: Span, trigger: Word, reading: Reading) -> bool:
    """Whether a negation stands over a trigger, on what governs it, or on one of its own parts."""
    scope = _scope(trigger)
    own = [*doers(clause_verb(trigger)), *undergoers(clause_verb(trigger))]
    return any(word in scope or word.head in scope or word.head in own for word in reading.words(cue))


def _is_denied(trigger: Word) -> bool:
    """Whether a "not" stands on an act or on the plan, wish or attempt over it."""
    for node in _scope(trigger):
        if is_verb(node) and node.lemma in speech_words().reports and node is not trigger:
            return False
        for child in node.children if is_verb(node) else ():
            if child.dep == "neg" or (child.dep == "advmod" and child.lower == "never"):
                return not _is_only(child)
        if is_verb(node) and node.dep not in ("xcomp", "aux", "pcomp"):
            return False
    return False


def _is_only(negation: Word) -> bool:
    """Whether "not" stands in "not only"."""
    return any(c.lower in ("only", "just") and c.index == negation.index + 1 for c in negation.head.children)


def _told_as_actual(asked: Proposition, trigger: Word, reading: Reading) -> Iterator[Doubt]:
    found = _standing(trigger)
    sourced = asked.source is not None or asked.kind in ("claim", "quote")
    if found.modality not in ("actual", *_NEGATIVE):
        soft = asked.status in ("planned", "pledged", "announced", "agreed")
        own = found.cue is not None and _says(asked, found.cue)
        if not (soft and found.modality in ("planned", "possible")) and not own:
            cue = found.cue.text if found.cue is not None else ""
            yield does_not("modality", f"“{cue}” makes it {found.modality}")
            return
    elif found.tense == "future" and asked.status not in ("planned", "pledged", "announced", "agreed"):
        yield does_not("modality", "it is told as to come")
        return
    shift = next((s for s in shifts_of(trigger, reading) if not s.negative), None)
    if shift is not None and asked.status not in ("planned", "pledged", "announced", "agreed"):
        yield does_not("modality", f"“{shift.words}” makes it open")
        return
    hedge = next((h for h in _hedges(trigger)), None)
    if hedge is not None and not (sourced and hedge.lemma in ("accused",)):
        yield does_not("modality", f"“{hedge.text}” makes it alleged")
        return
    limit = None if asked.kind == "quote" else limit_behind(trigger, reading)
    if limit is not None:
        yield does_not("modality", f"it is limited: “{limit}”")


def _says(asked: Proposition, cue: Word) -> bool:
    """Whether a cue is the source's own verb: "police believe" is whose word it is, and no hedge besides."""
    source = asked.source
    while source is not None:
        if source.cue.start <= cue.start < source.cue.end:
            return True
        source = source.within
    return asked.kind in ("claim", "quote") and asked.trigger.start <= cue.start < asked.trigger.end


def _hedges(trigger: Word) -> Iterator[Word]:
    """Words beside a trigger, or over its clause, that make it hearsay: "allegedly", "the alleged leader"."""
    words = gate_words().hedged
    for node in {trigger, *alike(trigger)}:
        for child in node.children:
            if child.dep in ("amod", "advmod") and child.lower in words:
                yield child
    verb = clause_verb(trigger)
    for child in verb.children:
        if child.dep == "advmod" and child.lower in (
            "reportedly",
            "allegedly",
            "apparently",
            "supposedly",
            "purportedly",
        ):
            yield child
        if child.dep == "advcl" and child.lower == "reportedly":
            yield child
    found = standing_of(trigger)
    if found.modality == "hearsay" and found.cue is not None:
        yield found.cue
    for node in alike(trigger):
        for thought in node.all("acl"):
            if thought.lemma in (
                "think",
                "believe",
                "say",
                "suspect",
                "allege",
                "presume",
                "suppose",
                "report",
                "rumour",
            ):
                yield thought
    if trigger.dep in ("attr", "oprd") or any(a.dep in ("attr", "oprd") for a in trigger.ancestors()):
        over = trigger.head
        while over.head is not over and not is_verb(over):
            over = over.head
        if (
            is_verb(over)
            and over.dep == "xcomp"
            and over.head.lemma in ("think", "believe", "say", "suspect", "allege")
        ):
            yield over.head


def limit_behind(trigger: Word, reading: Reading) -> str | None:
    """The words that take back part of a trigger's clause: "but only as far as", "unless", "except where"."""
    tree = reading.tree_at(trigger.start)
    if tree is None:
        return None
    verb = clause_verb(trigger)
    for child in verb.children:
        mark = child.child("mark") if child.dep == "advcl" else None
        lead = mark.lower if mark is not None else ""
        if child.dep == "advcl" and lead in ("if", "unless", "provided", "providing", "lest"):
            return lead
        if child.dep in ("prep", "advcl") and child.lower in ("unless", "except", "provided"):
            return child.lower
    behind = reading.article.text.text[trigger.end : tree.sentence.end].lower()
    behind = re.split(r"[;”\"]", behind)[0]
    for limit in gate_words().limiting:
        at = re.search(rf"(?<!\w){re.escape(limit)}(?!\w)", behind) if " " in limit else None
        if at is not None and _stays_near(trigger, at.start(), tree.words):
            return limit
    return None


def _stays_near(trigger: Word, offset: int, words: tuple[Word, ...]) -> bool:
    """Whether no other clause with a verb of its own stands between a trigger and what limits it."""
    place = trigger.end + offset
    between = [w for w in words if trigger.index < w.index and w.start < place]
    own = clause_verb(trigger)
    finite = [w for w in between if is_verb(w) and w.tag in ("VBD", "VBZ", "VBP", "MD") and w is not own]
    told = [w for w in finite if w.dep in ("ccomp", "parataxis") or own.dep == "ccomp"]
    return not [w for w in finite if w not in told and w.head is not own]


def _governs(cue: Span, trigger: Word, reading: Reading) -> bool:
    """Whether a cue hangs on the trigger, its clause, or what stands over it."""
    words = reading.words(cue)
    if not words:
        return False
    over = list(path(trigger))
    verb = clause_verb(trigger)
    near = {*over, *alike(trigger), verb}
    for word in words:
        node = word
        for _ in range(4):
            if node in near:
                return True
            if node.dep in _CLAUSES and is_verb(node) and node.head in near:
                return True
            if node.head is node:
                break
            node = node.head
    return False
