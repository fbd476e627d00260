"""Whether what a fact is called agrees with its own words: a denial is no claim, a failure no agreement."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.assembly.gate.proposition import Doubt, Part, Proposition, does_not, not_shown
from dossier.assembly.gate.reach import Reading, clause_verb
from dossier.assembly.gate.words import gate_words
from dossier.reading.grammar.dependents import is_infinitive, is_verb, objects, subjects
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.grammar.standing import is_nobody
from dossier.reading.tree import Word

_MADE = frozenset(("agreed", "signed", "initialled", "in_force", "pledged", "announced"))
_UNMADE = frozenset(("rejected", "failed", "cancelled"))


def type_doubts(asked: Proposition, reading: Reading) -> Iterator[Doubt]:
    """A doubt where a type, a status or an office is called what its words do not call it."""
    trigger = reading.head(asked.trigger)
    if trigger is None:
        return
    if asked.kind == "claim" and not asked.negative:
        yield from _of_claim(asked, trigger, reading)
    elif asked.kind == "agreement" and asked.status is not None and not asked.negative:
        yield from _of_agreement(asked, reading)
    elif asked.kind == "role":
        yield from _of_office(asked, trigger)
    if asked.kind == "event" and asked.source is None and asked.modality == "actual":
        yield from (doubt for part in asked.parts for doubt in _cut_hedge(part, reading))
    denied = asked.kind == "claim" and _denies(asked, reading)
    if asked.kind in ("claim", "agreement") and not denied and not asked.negative:
        for part in asked.parts:
            if part.role in ("act", "subject"):
                cut = (*_cut_denial(part, reading), *_cut_over(part, trigger, reading))
                yield from (d._replace(answer="not shown") if asked.type == "denial" else d for d in cut)


def _lemmas(asked: Proposition, reading: Reading) -> set[str]:
    return {word.lemma.lower() for word in reading.words(asked.trigger)}


def _denies(asked: Proposition, reading: Reading) -> bool:
    """Whether a claim's own verb denies, so that what is denied is told without a "not"."""
    return bool(_lemmas(asked, reading) & gate_words().negative)


def _kinds(asked: Proposition, reading: Reading) -> set[str | None]:
    speech = speech_words()
    return {
        speech.clause.get(lemma) or speech.object.get(lemma) or speech.nouns.get(lemma)
        for lemma in _lemmas(asked, reading)
    }


def _of_claim(asked: Proposition, trigger: Word, reading: Reading) -> Iterator[Doubt]:
    if asked.type != "denial" and "denial" in _kinds(asked, reading) and not _turns_down(trigger):
        yield does_not("type", f"“{trigger.text}” denies")


def _turns_down(trigger: Word) -> bool:
    """Whether what is rejected is an offer or a demand: there is nothing in it to deny."""
    held = objects(trigger) if is_verb(trigger) else []
    return any(noun.lemma.lower() in gate_words().offers for noun in held)


def _of_agreement(asked: Proposition, reading: Reading) -> Iterator[Doubt]:
    lemmas = _lemmas(asked, reading)
    phrases = {" ".join(w.lemma.lower() for w in reading.words(asked.trigger))} & gate_words().undoes
    unmade = (lemmas & gate_words().unmade) | phrases
    if unmade and asked.status in _MADE:
        yield does_not("status", f"“{min(unmade)}” is no agreement")
    elif asked.status == "signed" and (less := _only_agreed(asked, reading)) is not None:
        yield does_not("status", f"“{less.text}” is not yet signed")
    elif asked.status == "in_force" and not _takes_effect(asked, reading):
        yield not_shown("status", "no words say that it is in force")
    elif asked.status in _UNMADE and not unmade and _lemmas(asked, reading) & gate_words().made:
        yield does_not("status", f"“{reading.says(asked.trigger)}” is an agreement")


def _only_agreed(asked: Proposition, reading: Reading) -> Word | None:
    """The word by which an agreement was only agreed or planned, where none tied to it says it was signed."""
    head, words = reading.head(asked.trigger), gate_words()
    if head is None:
        return None
    tied = [*reading.words(asked.trigger), *head.all("acl", "amod", "relcl", "xcomp", "conj")]
    over = head.head if head.dep in ("dobj", "nsubj", "nsubjpass", "attr", "xcomp", "pobj", "acl") else head
    tied += [over, *([over.head] if over.dep in ("prep", "xcomp") else [])]
    if any(word.lemma.lower() in words.signs and not _is_to_come(word) for word in tied):
        return None
    return next((word for word in tied if word.lemma.lower() in words.only_agrees), None)


def _is_to_come(word: Word) -> bool:
    """Whether a verb tells what will or may be: "was agreed in May and will be signed in June"."""
    return is_infinitive(word) or any(c.tag == "MD" for c in word.all("aux"))


def _takes_effect(asked: Proposition, reading: Reading) -> bool:
    """Whether the words around an agreement say that it holds: "took effect", "in force"."""
    said = " ".join(reading.says(passage) for passage in asked.evidence).lower()
    return any(phrase in said for phrase in gate_words().in_force)


def _of_office(asked: Proposition, trigger: Word) -> Iterator[Doubt]:
    """A doubt where an office is said to be a former one, or not, and the finding tells otherwise."""
    words = gate_words()
    near = [trigger, *trigger.children]
    cue = next((c for c in near if c.lower in words.former or c.lower.startswith("ex-")), None)
    verb = clause_verb(trigger)
    past = (
        is_verb(trigger) and trigger is verb and trigger.tag == "VBD" and trigger.lemma in words.holds_office
    )
    if cue is not None and not asked.former:
        yield does_not("former", f"“{cue.text}” says it is over")
    elif (
        asked.former and cue is None and not past and not any(w.lower in words.former for w in verb.subtree())
    ):
        yield does_not("former", "no words say that it is over")


def _cut_denial(part: Part, reading: Reading) -> Iterator[Doubt]:
    """A doubt for what is said or agreed when the words that deny it stand just outside."""
    head = reading.head(part.span)
    if head is None:
        return
    yield from _cut_off(part, head)
    for child in (*head.children, *([head.head] if head.dep == "neg" else [])):
        inside = part.span.start <= child.start < part.span.end
        denies = child.dep == "neg" or child.lower in gate_words().cut_denials
        if denies and not inside:
            yield does_not(part.role, f"“{child.text}” is cut off")


def _cut_off(part: Part, head: Word) -> Iterator[Doubt]:
    """A doubt where whoever did it is nobody, or "no longer" or "may" stands, just before the words."""
    verb = clause_verb(head)
    if not part.span.start <= verb.start < part.span.end:
        return
    before = [w for w in verb.subtree() if w.start < part.span.start and clause_verb(w) is verb]
    nobody = next((s for s in subjects(verb) if s in before and is_nobody(s)), None)
    if nobody is not None:
        yield does_not(part.role, f"“{nobody.text}” is cut off")
    for word in before:
        if word.lower in gate_words().cut_denials and word.dep in ("advmod", "preconj", "det", "neg"):
            yield does_not(part.role, f"“{word.text}” is cut off")
        elif word.dep == "aux" and word.lower in gate_words().cut_hedges:
            yield not_shown(part.role, f"“{word.text}” is cut off")


def _cut_over(part: Part, trigger: Word, reading: Reading) -> Iterator[Doubt]:
    """A doubt where the clause over what is claimed is left out: "said it did not prove that"."""
    head = reading.head(part.span)
    over = list(head.ancestors()) if head is not None else []
    if head is None or trigger not in over:
        return
    for node in over[: over.index(trigger)]:
        if part.span.start <= node.start < part.span.end or node.start < trigger.end:
            continue
        denial = next((c for c in node.children if c.lower in gate_words().cut_denials), None)
        if denial is not None and denial.dep in ("neg", "det", "advmod", "preconj"):
            yield does_not(part.role, f"“{denial.text} {node.text}” is cut off")
        elif node.lower in gate_words().untrue:
            yield does_not(part.role, f"“{node.text}” is cut off")
        elif is_verb(node) and head.dep in ("ccomp", "acl"):
            yield not_shown(part.role, f"“{node.text}” stands over it and is cut off")


def _cut_hedge(part: Part, reading: Reading) -> Iterator[Doubt]:
    """A doubt for somebody who is only said to be one: "purported members of the Tern Brigade"."""
    head = reading.head(part.span)
    words = head.all("amod") if head is not None else []
    hedge = next((w for w in words if w.lower in gate_words().hedged and w.start < part.span.start), None)
    if hedge is not None:
        yield does_not(part.role, f"“{hedge.text}” is cut off")
