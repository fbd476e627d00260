"""Whether negation and modality agree: what the grammar says of an act against what a finding says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dossier.assembly.gate.circumstances import is_where
from dossier.assembly.gate.denials import Shift, aside_hedge, is_asked_about, shifts_of, stands_denied
from dossier.assembly.gate.forgone import forgone
from dossier.assembly.gate.freed import is_known, stands_free
from dossier.assembly.gate.negations import denied_object, negations_of, undone_by
from dossier.assembly.gate.proposition import Doubt, Part, Proposition, does_not, not_shown
from dossier.assembly.gate.reach import Reading, alike, all_alike, clause_verb, path
from dossier.assembly.gate.words import gate_words
from dossier.reading.findings import Span
from dossier.reading.grammar.dependents import doers, is_finite, is_infinitive, is_verb, undergoers
from dossier.reading.grammar.governors import governing_words
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.grammar.standing import Standing, is_nobody, is_only, standing_of
from dossier.reading.tree import Tree, Word

_MADE = frozenset(("signed", "ratified", "agreed", "sealed", "approved", "concluded", "initialled"))
_NEGATIVE = frozenset(("prevented", "denied"))
_NEAR = 12
"""Characters between a "not" and the name it leaves out."""
_CLAUSES = frozenset(("advcl", "relcl", "acl", "ccomp", "parataxis"))


def standing_doubts(asked: Proposition, reading: Reading) -> Iterator[Doubt]:
    """A doubt where the text denies, hedges, plans or limits what a finding tells otherwise."""
    trigger = reading.head(asked.trigger)
    if trigger is None:
        yield not_shown("polarity", "no grammar could be read where it stands")
        return
    if asked.kind in ("role", "relation") and _only_names(trigger):
        yield from _of_title(asked, trigger)
        return
    found = _standing(trigger)
    contrast = found.cue if found.polarity == "negative" and _only_contrasts(found.cue, trigger) else None
    if contrast is not None:
        found = Standing(tense=found.tense)
        for part in asked.parts:
            if part.span.start > contrast.start and not asked.negative:
                yield does_not(part.role, f"“{contrast.text}” leaves “{reading.says(part.span)}” out")
    shifts = [*shifts_of(trigger, reading), *forgone(trigger, reading)]
    negative = (
        found.polarity == "negative"
        or found.modality in _NEGATIVE
        or _by_part(asked, reading)
        or _is_said_to_be_none(trigger)
        or _is_denied(trigger)
        or any(shift.negative for shift in shifts)
        or _by_others(asked, trigger, reading)
    )
    if negative and not asked.negative and not _shifted(asked, found.modality):
        cue = found.cue.text if found.cue is not None else "nobody"
        yield does_not("polarity", f"“{cue}” denies it")
    nothing = denied_object(trigger) if asked.kind == "claim" and not asked.negative else None
    if nothing is not None and not any(p.span.start <= nothing.start < p.span.end for p in asked.parts):
        yield not_shown("polarity", f"“{nothing.text}” may deny it")
    undoing = undone_by(trigger)
    if undoing is not None and not negative and not asked.negative:
        is_plan = asked.modality == "planned" and not is_verb(trigger)  # a plan called off was one
        if not is_plan:
            yield not_shown("polarity", f"“{undoing.text}” may undo it")
    if not asked.negative:
        yield from _left_out(asked, trigger, reading)
    if asked.negative and asked.modality == "actual" and asked.kind != "claim":
        yield from _told_as_not_so(asked, trigger)
    if asked.negative:
        yield from _negation(asked, trigger, reading, negative or undoing is not None)
    elif asked.modality == "actual":
        yield from _told_as_actual(asked, trigger, reading, shifts)
    else:
        yield from _told_as_open(asked, trigger, reading)


def _told_as_not_so(asked: Proposition, trigger: Word) -> Iterator[Doubt]:
    """A doubt where words leave open whether it was not done: "may not attend", "allegedly did not pay"."""
    modal = next((c for c in clause_verb(trigger).children if c.lower in ("may", "might")), None)
    hedge = modal or (next(_hedges(trigger), None) if asked.source is None else None)
    if hedge is not None:
        yield does_not("modality", f"“{hedge.text}” leaves it open")


def _only_contrasts(cue: Word | None, trigger: Word) -> bool:
    """Whether a "not" behind a verb and a comma sets one thing against another: "from Varn, not Lesk"."""
    if cue is None or cue.lower != "not" or not is_verb(cue.head) or cue.head.lemma in ("be", "have", "do"):
        return False
    behind = _comes_late(cue, cue.head) and clause_verb(trigger) is cue.head
    return behind and any(c.text == "," and c.index == cue.index - 1 for c in cue.head.children)


def _left_out(asked: Proposition, trigger: Word, reading: Reading) -> Iterator[Doubt]:
    """A doubt for each part that words shut out: "except Lesk", but not "except in Lesk, where it burned"."""
    for part in asked.parts:
        held = reading.head(part.span)
        there = held is not None and is_where(held, clause_verb(trigger))
        words = None if there else _shut_out(part, reading)
        if words is not None:
            yield does_not(part.role, f"“{words}” leaves “{reading.says(part.span)}” out")


def _shut_out(part: Part, reading: Reading) -> str | None:
    """The words that shut a part out, or the noun it is the name of: "rather than the guard, Ivo Stam"."""
    found, head = stands_denied(part.span.start, reading), reading.head(part.span)
    if found is None and head is not None:
        found = _in_contrast(head)
    while found is None and head is not None and head.dep == "appos":
        head = head.head
        found = stands_denied(head.subtree()[0].start, reading)
    return found


def _in_contrast(word: Word) -> str | None:
    """The "not" on what a word hangs on: "an offer from Lesk, but not one from Varn"."""
    for node in path(word):
        if is_verb(node):
            return None
        if node.dep == "conj" and (cue := node.child("neg")) is not None and cue.index < node.index:
            return None if is_only(cue) else cue.text
    return None


def _told_as_open(asked: Proposition, trigger: Word, reading: Reading) -> Iterator[Doubt]:
    """A doubt where no words leave it open, or more than those that the finding has."""
    if asked.modality_cue is None:
        yield does_not("modality", "no words say that it need not be so")
        return
    limit = limited_by(trigger) if asked.modality == "planned" else None
    if limit is not None and limit not in reading.says(asked.modality_cue).lower():
        yield does_not("modality", f"it is limited: “{limit}”")
    elif not _governs(asked.modality_cue, trigger, reading):
        yield not_shown("modality", f"“{reading.says(asked.modality_cue)}” may be about something else")


def _only_names(office: Word) -> bool:
    """Whether an office only says who somebody is, whatever its clause tells of them."""
    named = office.dep in ("nsubj", "nsubjpass", "compound", "appos", "nmod")
    held = office.dep in ("dobj", "pobj", "conj", "poss", "dative")
    behind_as = office.dep == "pobj" and office.head.lower in ("as", "for")
    name = any(w.pos == "PROPN" for w in alike(office) if w is not office)
    noun = office.pos in ("NOUN", "PROPN")
    owned = office.tag == "VBN" and office.dep == "acl"  # "a line owned by Varn Steel"
    return (noun and (named or (held and name and not behind_as))) or owned


def _of_title(asked: Proposition, office: Word) -> Iterator[Doubt]:
    """A doubt for what the words on an office itself make of it: "no mayor", "the alleged leader"."""
    own = _of_its_noun(office)
    if own is not None and not asked.negative and asked.modality == "actual":
        yield does_not("modality", f"“{own.text}” makes it open")
    elif own is None and (asked.negative or asked.modality != "actual"):
        yield does_not("polarity", "no words on the office deny it or leave it open")


def _of_its_noun(office: Word) -> Word | None:
    words = gate_words()
    near = [*office.children, *(office.head.children if office.dep == "compound" else ())]
    return next(
        (
            c
            for c in near
            if c.lower in words.hedged or (c.dep in ("det", "neg") and c.lower in ("no", "not"))
        ),
        None,
    )


def _standing(trigger: Word) -> Standing:
    """How an act stands; a noun's by the verb that only carries it, where that one shifts it."""
    if trigger.lower == "according":
        return Standing()  # it says who says so, whatever is said
    found, verb = standing_of(trigger), trigger.head
    cue = found.cue if found.modality in ("possible", "planned") else None
    content = cue is not None and not any(is_infinitive(c) and c.dep == "xcomp" for c in cue.children)
    if cue is not None and cue is not trigger and content and cue.lemma in gate_words().knows:
        found = Standing(tense=found.tense)  # "learned that", "means that"
    free = stands_free(trigger)
    denied = found.polarity == "negative" or found.modality in _NEGATIVE
    if free is not None and denied and found.cue is not None and found.cue not in free.subtree():
        found = Standing(tense="past")
    if is_known(trigger) and found.cue is not None and found.cue not in trigger.head.subtree():
        found = Standing(tense="past")
    told = is_verb(trigger) and trigger.dep == "parataxis" and trigger.lemma in speech_words().clause
    if told and found.cue is not None and found.cue not in trigger.subtree():
        found = Standing(tense="past")  # "guards must leave, the mayor ordered"
    if _is_known_of(trigger) and found.cue is not None and found.cue not in clause_verb(trigger).subtree():
        found = Standing(tense=found.tense)
    if _is_set_off(trigger) and found.cue is not None and found.cue not in trigger.subtree():
        found = Standing(tense="past")  # "said they would stay as long as the guard, sacked on Friday, …"
    carried = trigger.dep in ("attr", "dobj", "nsubj", "nsubjpass", "oprd") and is_verb(verb)
    if carried and verb.lemma in gate_words().carries:
        over = standing_of(verb)
        if not over.took_place:
            return over
    return found


def _is_known_of(trigger: Word) -> bool:
    """Whether only why, when or where it was is open: "nobody knows why they signed"."""
    clause = clause_verb(trigger)
    return clause.dep in ("ccomp", "csubj", "csubjpass") and is_asked_about(clause)


def _is_set_off(trigger: Word) -> bool:
    """Whether a participle between commas tells of its noun what is known: "the guard, sacked on Friday,"."""
    over = trigger.head
    return (
        trigger.dep == "acl"
        and trigger.tag == "VBN"
        and any(
            c.text == "," and over.index < c.index < trigger.index
            for c in (*over.children, *trigger.children)
        )
    )


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


def _by_others(asked: Proposition, trigger: Word, reading: Reading) -> bool:
    """Whether words elsewhere in the sentence deny it, or it was done to nobody."""
    tree = reading.tree_at(trigger.start)
    if asked.kind == "quote" or tree is None:
        return False
    nobody = None if asked.kind == "claim" else denied_object(trigger)
    unmade = asked.kind == "agreement" and trigger.lower.startswith("un") and trigger.lower[2:] in _MADE
    return unmade or nobody is not None or any(True for _ in negations_of(trigger, tree))


def _negation(asked: Proposition, trigger: Word, reading: Reading, negative: bool) -> Iterator[Doubt]:
    if asked.polarity_cue is None:
        yield does_not("polarity", "no words deny it")
        return
    said, words = reading.says(asked.polarity_cue), gate_words().negative
    if negative:
        return
    if not any(w.lemma in words or w.lower in words for w in reading.words(asked.polarity_cue)):
        yield does_not("polarity", f"“{said}” denies nothing")
    elif not (_denies(asked.polarity_cue, trigger, reading) or _shuts_out(asked, reading)):
        yield not_shown("polarity", f"“{said}” may deny something else")


def _scope(trigger: Word) -> list[Word]:
    """What stands over a trigger and governs it: up to a relative, adverbial or apposed clause."""
    found: list[Word] = []
    free = stands_free(trigger)
    for node in path(trigger):
        found.append(node)
        if node is free:
            break
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
    verb = clause_verb(trigger)
    return any(
        word in scope
        or (not _governs_only_below(word) and word.head in own and word.head.dep != "conj")
        or (not _governs_only_below(word) and word.head in scope and not _comes_late(word, verb))
        for word in reading.words(cue)
    )


def _comes_late(negation: Word, verb: Word) -> bool:
    """Whether a "not" stands behind a verb that it would stand before: "released Ivo Stam, not the guard"."""
    return negation.head is verb and negation.index > verb.index and verb.lemma != "be" and is_verb(verb)


def _shuts_out(asked: Proposition, reading: Reading) -> bool:
    """Whether a part is left out by the words that deny it: "Ana Lume, not Ivo Stam, signed"."""
    cue = asked.polarity_cue
    return cue is not None and any(
        stands_denied(part.span.start, reading) is not None and 0 <= part.span.start - cue.end < _NEAR
        for part in asked.parts
    )


def _governs_only_below(word: Word) -> bool:
    """Whether a negation is about what hangs on it: "without firing", "after Lesk refused to pay"."""
    return is_verb(word) or word.dep == "prep" or word.pos in ("NOUN", "ADJ")


def _is_denied(trigger: Word) -> bool:
    """Whether a "not" stands on an act or on the plan, wish or attempt over it."""
    for node in _scope(trigger):
        if is_verb(node) and node.lemma in speech_words().reports and node is not trigger:
            return False
        if node is not trigger and node.lemma in governing_words().doubled:
            return False  # "did not fail to"
        for child in node.children if is_verb(node) else ():
            if child.dep == "neg" or (child.dep == "advmod" and child.lower == "never"):
                return not (is_only(child) or _only_contrasts(child, trigger))
        if is_verb(node) and node.dep not in ("xcomp", "aux", "pcomp"):
            return False
    return False


def _told_as_actual(
    asked: Proposition, trigger: Word, reading: Reading, shifts: Sequence[Shift]
) -> Iterator[Doubt]:
    found = _standing(trigger)
    sourced = asked.source is not None or asked.kind in ("claim", "quote")
    if _is_besides(trigger, found):
        found = Standing()
    if found.modality not in ("actual", *_NEGATIVE):
        soft = asked.status in ("planned", "pledged", "announced", "agreed")
        own = found.cue is not None and (_says(asked, found.cue) or _is_own(asked, found.cue, reading))
        if not (soft and found.modality in ("planned", "possible")) and not own:
            cue = found.cue.text if found.cue is not None else ""
            yield does_not("modality", f"“{cue}” makes it {found.modality}")
            return
    elif found.tense == "future" and asked.status not in ("planned", "pledged", "announced", "agreed"):
        answer = does_not if is_verb(trigger) or trigger.dep != "pobj" else not_shown
        yield answer("modality", "it is told as to come")
        return
    aside = aside_hedge(trigger, reading)
    if aside is not None and not sourced:
        yield does_not("modality", f"“{aside}” makes it open")
        return
    seems = next((c for c in clause_verb(trigger).children if _only_seems(c)), None)
    if seems is not None and not sourced:
        yield does_not("modality", f"it only “{seems.text}” so")
        return
    shift = next((s for s in shifts if not s.negative), None)
    if shift is not None and asked.status not in ("planned", "pledged", "announced", "agreed"):
        yield does_not("modality", f"“{shift.words}” makes it open")
        return
    hedge = next((h for h in _hedges(trigger)), None)
    if hedge is not None and not (sourced and hedge.lemma in ("accused",)):
        yield does_not("modality", f"“{hedge.text}” makes it alleged")
        return
    order = _is_obliged(trigger)
    if order is not None and asked.kind == "event":
        yield not_shown("modality", f"“{order.text}” may only lay it on somebody")
        return
    if asked.kind == "quote":
        return
    told = [part.span for part in asked.parts if part.role == "act"]
    limit = limited_by(trigger, told)
    if limit is not None:
        yield does_not("modality", f"it is limited: “{limit}”")
        return
    limit = limit_behind(trigger, reading, told)
    if limit is not None:
        yield not_shown("modality", f"it may be limited: “{limit}”")


def _is_obliged(trigger: Word) -> Word | None:
    """The verb of ruling over "they had to leave": they need not have."""
    have = trigger.head if trigger.dep == "xcomp" and is_infinitive(trigger) else None
    over = have.head if have is not None and have.lemma == "have" and have.dep == "ccomp" else None
    return over if over is not None and over.lemma in gate_words().obliges else None


def _is_besides(noun: Word, found: Standing) -> bool:
    """Whether a noun only says by what means something is asked or planned: "asked in a letter for help"."""
    behind = (
        not is_verb(noun) and noun.dep == "pobj" and noun.head.lower in ("in", "by", "through", "via", "at")
    )
    cue = found.cue
    return behind and cue is not None and cue.dep != "aux" and noun.head.head in (cue, cue.head)


def _is_own(asked: Proposition, cue: Word, reading: Reading) -> bool:
    """Whether the claimant himself is who hopes or fears it: "she says she fears that …"."""
    if asked.kind != "claim" or not is_verb(cue):
        return False
    heads = [reading.head(part.span) for part in asked.parts if part.role == "claimant"]
    return any(head is not None and alike(head) & all_alike(doers(cue)) for head in heads)


def _only_seems(aside: Word) -> bool:
    """Of "rebels, it seems, burned the mill"."""
    return aside.dep in ("parataxis", "ccomp") and aside.lemma in ("seem", "appear")


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


def limited_by(trigger: Word, told: Sequence[Span] = ()) -> str | None:
    """The word that opens a clause under a trigger's own which makes it conditional: "unless", "if".

    What stands in `told`, the words of what is claimed, limits that and no claiming.
    """
    for child in clause_verb(trigger).children:
        if any(span.start <= child.start < span.end for span in told):
            continue
        mark = child.child("mark") if child.dep == "advcl" else None
        lead = mark.lower if mark is not None else ""
        whole = " ".join(word.lower for word in child.subtree())
        if child.dep == "advcl" and whole.startswith(gate_words().no_limits):
            continue
        if child.dep == "advcl" and lead in ("if", "unless", "provided", "providing", "lest"):
            only = any(c.lower == "only" for c in child.children)
            if not only:
                return lead
        if child.dep in ("prep", "advcl") and child.lower in ("unless", "except", "provided"):
            return child.lower
    return None


def limit_behind(trigger: Word, reading: Reading, told: Sequence[Span] = ()) -> str | None:
    """Words behind a trigger that may take back part of it: "but only as far as", "except where".

    What stands in `told`, the words of what is claimed, takes back nothing of the claiming.
    """
    tree = reading.tree_at(trigger.start)
    if tree is None:
        return None
    behind = reading.article.text.text[trigger.end : tree.sentence.end].lower()
    behind = re.split(r"[;”\"]", behind)[0]
    for limit in gate_words().limiting:
        at = re.search(rf"(?<!\w){re.escape(limit)}(?!\w)", behind) if " " in limit else None
        if at is not None and _stays_near(trigger, at.start(), tree.words):
            where = trigger.end + at.start()
            if any(span.start <= where < span.end for span in told):
                continue
            if limit == "but no" and _opens_clause(trigger.end + at.start(), tree):
                continue  # "… attacked the mill, but no one was hurt"
            return limit
    return None


def _opens_clause(offset: int, tree: Tree) -> bool:
    """Whether a clause with a subject and verb of its own begins at an offset."""
    behind = [w for w in tree.words if w.start >= offset]
    return any(w.dep in ("nsubj", "nsubjpass", "expl") and w.head.index > w.index for w in behind[:5])


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
