"""A word of a tree to how its act stands: it happened, was planned, denied, asked for, or never so.

Climbs from the word to the root. Each verb on the way may deny or shift what hangs under it, by its own
words (a negation, "may", "if") or by its meaning (`lexicon/governing.yaml`); what is spoken of as known
("after the raid", "the men who were seized") is out of reach of whatever governs it. Whose word it is, is
told by `attribution`, not here.
"""

from __future__ import annotations

from typing import NamedTuple

from dossier.reading.grammar.dependents import (
    SUBJECTS,
    agents,
    is_definite,
    is_finite,
    is_infinitive,
    is_passive,
    is_told,
    is_verb,
    joined_to,
    obliques,
    subjects,
)
from dossier.reading.grammar.drafts import to_come_by
from dossier.reading.grammar.forgone import all_but, forgone_by
from dossier.reading.grammar.governors import (
    effect_of_adjective,
    effect_of_noun,
    effect_of_verb,
    governing_words,
)
from dossier.reading.grammar.noun_classes import names_people
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.grammar.truth import (
    corrected,
    fiction_of,
    is_fiction,
    is_report,
    is_ruled_out,
    is_taken_back,
    negation_of,
    predicate_of_untruth,
    report_as,
    says_all,
    untruth_of,
    wrongly_said,
)
from dossier.reading.tree import Word, kept_with

_CLAUSE = ("ccomp", "xcomp", "csubj", "csubjpass", "parataxis")
_TOLD = frozenset(("statement", "evidence", "accusation", "warning"))
_SHARED = ("aux", "mark", "nsubj", "nsubjpass")
_TELL = ("tell", "say")
_TURNED = frozenset(("had", "should", "were"))
_DEEPEST = 40


class Standing(NamedTuple):
    """How an act stands, and the words that make it so."""

    polarity: str = "positive"
    """positive or negative."""
    modality: str = "actual"
    """actual · hearsay (reportedly, is said to have) · planned · asked · possible · conditional · prevented ·
    denied."""
    tense: str = "none"
    """past · present · future · none (no finite verb)."""
    cue: Word | None = None
    """The word that shifts polarity or modality."""

    @property
    def took_place(self) -> bool:
        """Whether the act is told as one that did happen, or is happening."""
        return (
            self.polarity == "positive" and self.modality in ("actual", "hearsay") and self.tense != "future"
        )


class _Shift(NamedTuple):
    modality: str
    cue: Word
    negative: bool = False


@kept_with
def standing_of(word: Word) -> Standing:
    """How the act a verb or noun tells of stands in its sentence."""
    tense = tense_of(word)
    hearsay: Word | None = None
    shift = None if is_verb(word) else _of_noun(word)
    known = spoken = goes_on = False
    node = word
    for _ in range(_DEEPEST):
        if shift is not None:
            break
        if is_verb(node) and node.dep not in ("aux", "auxpass") and not known and not goes_on:
            shift = _own(node)
            if shift is not None and shift.negative and spoken:
                shift = _Shift("possible", shift.cue)  # "didn't say that": nobody knows
            if shift is not None and shift.modality == "hearsay":
                hearsay, shift = hearsay or shift.cue, None
            if shift is not None:
                break
        if node.head is node or _stands_apart(node):
            break
        if node.dep == "conj" and is_verb(node) and is_verb(node.head) and joined_to(node) is not node.head:
            node = joined_to(node)
            continue
        goes_on = _goes_on(node)
        shift, known, spoken = _step(node, known, spoken)
        if shift is not None and shift.modality == "hearsay":
            hearsay, shift = hearsay or shift.cue, None
        node = node.head
    if shift is not None:
        return Standing("negative" if shift.negative else "positive", shift.modality, tense, shift.cue)
    return Standing("positive", "hearsay" if hearsay is not None else "actual", tense, hearsay)


def _goes_on(verb: Word) -> bool:
    """Whether a verb of the past can't share what denies or opens the one before: "did not vote and left"."""
    lead, unchanged = verb.head, governing_words().unchanged
    if verb.dep != "conj" or verb.tag != "VBD" or verb.child("aux", "auxpass") or verb.lower in unchanged:
        return False
    helped = any(c.tag != "TO" for c in lead.all("aux")) and lead.child("mark") is None
    joined = any(c.dep == "cc" and lead.index < c.index < verb.index for c in lead.children)
    return lead.tag == "VB" and lead.pos == "VERB" and helped and joined


def tense_of(word: Word) -> str:
    """past, present or future, by the nearest finite verb at or above a word; none where there is none."""
    for node in (word, *word.ancestors()):
        if not is_verb(node) or node.dep in ("aux", "auxpass"):
            continue
        first = next((c for c in node.children if c.dep in ("aux", "auxpass") and c.tag != "TO"), None)
        lead = first or node
        if lead.lower in governing_words().will:
            return "future"
        perfect = first is not None and first.lemma == "have"
        if lead.tag == "VBD" or perfect or (first is None and node.tag == "VBN"):
            return "past"
        if lead.tag in ("VBZ", "VBP", "MD"):
            return "present"
    return "none"


@kept_with
def is_nobody(noun: Word) -> bool:
    """Whether a noun phrase means nobody: "no group", "none of them", "neither side"."""
    words = governing_words().nobody
    return (
        noun.lower in words
        or any(
            c.lower in words and c.dep in ("det", "neg", "amod", "preconj") and not _bounds(c, noun)
            for c in noun.children
        )
        or (noun.dep == "conj" and is_nobody(noun.head))
    )


def _bounds(word: Word, noun: Word) -> bool:
    """Whether a "no" only begins a bound: "no fewer than twelve guards"."""
    return any(w.index == word.index + 1 and w.lower in governing_words().bounds for w in noun.subtree())


def _stands_apart(clause: Word) -> bool:
    """Whether a clause only stands beside the one it hangs on: "a bomb exploded; no one was hurt"."""
    if clause.dep not in ("ccomp", "parataxis") or not is_verb(clause.head):
        return False
    if clause.dep == "parataxis" and clause.lemma in speech_words().clause and clause.child("nsubj"):
        return True  # "it would rain, Lee said, citing the gauge": Lee did say so
    low, high = sorted((clause.index, clause.head.index))
    return any(
        c.text in (";", ":") and low < c.index < high for c in (*clause.head.children, *clause.children)
    )


def _of_noun(noun: Word) -> _Shift | None:
    """What a noun's own words do to its act: "no attack", "a foiled attack"."""
    effects = effect_of_adjective()
    works = (each for n in (noun, *obliques(noun, "of")) for each in n.all("appos") if is_fiction(each))
    if (work := next(works, None)) is not None:
        return _Shift("possible", work)  # "The Death of a Mayor, a novel"
    for child in noun.children:
        if child.dep in ("det", "neg") and child.lower in ("no", "any", "not", "neither"):
            return _Shift("actual", child, negative=True)
        effect = effects.get(child.lower) if child.dep in ("amod", "compound", "nmod", "advmod") else None
        if effect is not None:
            return _Shift(effect, child)
    return None


@kept_with
def _own(verb: Word) -> _Shift | None:
    """What the words of a verb's own clause do to it."""
    if verb.dep == "conj" and is_verb(verb.head) and verb.child(*_SHARED) is None:
        lead = verb.head
        if verb.tag == "VB" or (lead.tag == verb.tag and verb.tag != "VBD" and verb.tag != "VBN"):
            shared = _own(lead) if lead.tag == "VB" or verb.tag == lead.tag else None
            if shared is None and is_infinitive(lead) and lead.head is not lead:
                shared = _infinitive(lead)
            if shared is not None:
                return shared
    if (turned := _turned_round(verb)) is not None:
        return _Shift("conditional", turned)
    if (undone := _undone(verb)) is not None:
        return undone
    heard = next((c for c in verb.children if _is_told_by_nobody(c) or _is_heard(c)), _reported_so(verb))
    if heard is not None:
        return _Shift("hearsay", heard)
    if (staged := fiction_of(verb) or to_come_by(verb)) is not None:
        return _Shift("planned" if to_come_by(verb) is staged else "possible", staged)
    shifts = [shift for child in verb.children if (shift := _by_child(child)) is not None]
    if shifts:
        return next((shift for shift in shifts if shift.negative), shifts[0])
    nobody = next((s for s in subjects(verb) if is_nobody(s)), None) or _none_befallen(verb)
    if nobody is not None:
        return _Shift("actual", nobody, negative=True)
    if (bare := _bare(verb)) is not None:
        return bare
    if is_infinitive(verb) and verb.head is verb and verb.child("nsubj", "nsubjpass") is not None:
        return _Shift("planned", verb)  # "Lee to visit Avala": a headline
    question = next((c for c in verb.children if c.lower == "?" and verb.head is verb), None)
    open_ = question or _or_only_said(verb)
    return _Shift("possible", open_) if open_ is not None else None


def _or_only_said(verb: Word) -> Word | None:
    """The "or" of "left for Lesk, or said he did"."""
    said = any(c.lemma in speech_words().clause and c.child("ccomp") is not None for c in verb.all("conj"))
    return next((c for c in verb.all("cc") if c.lower == "or"), None) if said else None


def _undone(verb: Word) -> _Shift | None:
    """What an adverb takes back or a phrase leaves short: "wrongly said", "all but burned"."""
    nearly, wrongly = all_but(verb), wrongly_said(verb)
    if nearly is not None:
        return _Shift("actual", nearly, negative=True)
    return _Shift("denied", wrongly) if wrongly is not None else None


def _none_befallen(verb: Word) -> Word | None:
    """The object that says that it befell nobody: "arrested no one", "met neither Lee nor Holt"."""
    beside = (link.child("pobj") for link in verb.all("prep") if link.lower == "with")
    words = speech_words()
    if verb.child("ccomp") is not None or verb.lemma in words.clause.keys() | words.object.keys():
        return None  # "promised no jobs would go", "recalled no such promise": what is said is denied
    whom = (noun for noun in beside if noun is not None and (noun.pos != "NOUN" or names_people(noun)))
    held = (noun for noun in (*verb.all("dobj"), *whom) if not _opens_an_act(noun))
    return next((noun for noun in held if is_nobody(noun) and _says_none(noun)), None)


def _opens_an_act(noun: Word) -> bool:
    """Whether a noun is only how an act was gone about: "lost no time in publishing", "no secret of it"."""
    links = (*noun.all("prep"), *noun.head.all("prep"))
    return any(link.child("pcomp") is not None and link.index > noun.index for link in links)


def _believed_by_nobody(report: Word) -> Word | None:
    """Who doesn't take a report for true, where hardly anybody does: "few believe the claim that"."""
    if report.dep != "dobj" or report.head.lemma not in governing_words().believing:
        return None
    return next((who for who in subjects(report.head) if is_nobody(who)), None)


def _says_none(noun: Word) -> bool:
    """Whether what makes a noun mean nobody is a "no" or "neither", and not a "few" or "any"."""
    return any(w.lower in governing_words().none for w in (noun, *noun.children))


def _bare(verb: Word) -> _Shift | None:
    """What a verb in its base form, without "to" or an auxiliary, is: asked for, or torn from its "to"."""
    words = governing_words()
    if verb.tag != "VB" or any(c.dep == "aux" for c in verb.children):
        return None
    if verb.dep in ("ROOT", "ccomp") and verb.head.lemma not in words.bare:
        return _Shift("asked", verb)  # "Leave the town", "demanded that he leave"
    joined = verb.dep == "conj" and verb.head.tag in ("VBD", "VBN")
    if joined and verb.lower not in words.unchanged:
        return _Shift("possible", verb)  # "got orders to take off, seize or bomb the ships"
    lead = verb.head
    torn = verb.dep == lead.dep == "conj" and lead.tag == "VBP" and lead.head.tag in ("VBD", "VBN", "VBG")
    loose = verb.dep == "advcl" and verb.child("mark", *SUBJECTS) is None
    if loose or (torn and lead.child(*SUBJECTS) is None):
        return _Shift("possible", verb)  # "needed to ease limits, reform laws and cut duties"
    return None


def _reported_so(participle: Word) -> Word | None:
    """Of "were reported killed", "feared drowned": the participle before another that makes it hearsay."""
    if participle.tag != "VBN":
        return None
    near = (w for w in participle.root.subtree() if w.index == participle.index - 1)
    return next((w for w in near if w.tag == "VBN" and w.lemma in governing_words().verbs["hearsay"]), None)


def _is_told_by_nobody(verb: Word) -> bool:
    """Whether a clause says that something is said, and not by whom: "it was reported", "it is claimed"."""
    empty = verb.child("nsubjpass")
    told = verb.lemma in governing_words().verbs["hearsay"] and is_verb(verb) and is_passive(verb)
    denied = verb.child("neg") is not None  # "although it is not known why, they left": they did
    return told and not denied and empty is not None and empty.lower == "it" and not agents(verb)


def _is_heard(clause: Word) -> bool:
    """Whether a clause is "to hear Lee tell it": what it stands beside is so by Lee's account alone."""
    hear, tell = clause, clause.child("ccomp")
    if clause.lemma in _TELL:  # the parser has either hang on the other
        hear, tell = clause.child("advcl") or clause, clause
    if clause.dep != "advcl" or tell is None or hear.lemma != "hear" or tell.lemma not in _TELL:
        return False
    held = tell.child("dobj")
    return is_infinitive(hear) and held is not None and held.lower == "it"


def _turned_round(verb: Word) -> Word | None:
    """The auxiliary of "had they left, …", "should he resign, …": a condition without "if"."""
    if any(c.lower == "?" for c in verb.children):
        return None
    over = verb.head
    torn = verb.dep in ("ccomp", "xcomp") and over.dep == "advcl" and over.lower in _TURNED
    if torn and over.index < min(w.index for w in (*verb.subtree(), *over.all("nsubj"))):
        return over  # "had the dam burst, the town would …": the parser has "burst" hang on "had"
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None:
        return None
    turned = (c for c in verb.children if c.dep in ("aux", "auxpass") and c.lower in _TURNED)
    lead = next((c for c in turned if c.index < subject.index), None)
    supposed = verb.head is verb and any(_is_supposed(c) for c in verb.all("ccomp", "conj", "parataxis"))
    return lead if lead is not None and (verb.dep in ("advcl", "ccomp") or supposed) else None


def _is_supposed(clause: Word) -> bool:
    """Whether a clause tells what would be so, or would have been."""
    return clause.index > clause.head.index and any(c.tag == "MD" for c in clause.all("aux"))


def _by_child(child: Word) -> _Shift | None:
    words = governing_words()
    turned = child.lower in ("neither", "nor")  # "neither has he left": an auxiliary right behind
    if turned and any(
        c.dep in ("aux", "auxpass") and c.index == child.index + 1 for c in child.head.children
    ):
        return _Shift("actual", child, negative=True)
    if child.dep == "neg" and not is_only(child):
        return _Shift("actual", child, negative=True)
    if child.dep in ("advmod", "preconj", "det") and not is_only(child):
        no_longer = child.lower in ("longer", "more") and any(c.lower == "no" for c in child.children)
        if no_longer or child.lower in words.hedges["negative"]:
            return _Shift("actual", child, negative=True)
    if child.dep == "aux" and child.tag == "MD" and not _came_later(child):
        return _Shift("planned" if child.lower in words.will else "possible", child)
    if child.dep in ("mark", "advmod") and child.lower in words.conditional:
        return _Shift("conditional", child)
    if child.dep == "advmod":
        for effect in ("hearsay", "possible"):
            if child.lower in words.hedges[effect]:
                return _Shift(effect, child)
    return None


def is_only(negation: Word) -> bool:
    """Whether "not" stands in "not only" or "not just", which deny nothing."""
    beside, only = (*negation.head.children, *negation.children), governing_words().only
    return negation.lower == "not" and any(
        c.lower in only and c.index == negation.index + 1 for c in (*beside, negation.head)
    )


def _came_later(modal: Word) -> bool:
    """Whether "would" tells what was still to come, and came: "who would later lead the party"."""
    beside = {c.lower for c in modal.head.children}
    return modal.lower == "would" and bool(beside & governing_words().later)


def _step(node: Word, known: bool, spoken: bool) -> tuple[_Shift | None, bool, bool]:
    """One step up: what the head does to the node, whether it is now known, whether somebody says it."""
    if known or (node.dep == "amod" and node.tag in ("VBN", "VBD")):
        return None, True, spoken
    if (kept := forgone_by(node)) is not None:
        return _Shift("prevented", kept.cue), False, spoken
    return _by_head(node, spoken)


def _by_head(node: Word, spoken: bool) -> tuple[_Shift | None, bool, bool]:
    """What the head does to a node that is not known, by how the one hangs on the other."""
    head, dep = node.head, node.dep
    if head.lemma in governing_words().includes and dep in ("dobj", "xcomp", "ccomp", "nsubjpass"):
        return _as_part(head), False, spoken
    content = dep in ("acl", "ccomp") or (dep == "relcl" and says_all(node))
    if not is_verb(head) and (content or (dep == "relcl" and head.lemma in governing_words().pictures)):
        untruth = untruth_of(head) or _believed_by_nobody(head)
        if untruth is not None:
            return _Shift("denied", untruth), False, spoken
    if is_verb(head) and is_verb(node) and dep in (*_CLAUSE, "advcl", "pcomp"):
        return _clause(node, False, spoken)
    if is_verb(head):
        return _noun_under_verb(node, spoken)
    if dep in ("pobj", "pcomp"):
        return _under_preposition(node, spoken)
    if dep == "relcl" and (play := _staged(head)) is not None:
        return _Shift("possible", play), False, spoken
    if content and dep == "relcl":
        return _under_noun(node, spoken)
    if _is_aim(node):
        return _Shift("possible", head), False, spoken
    if dep == "relcl":
        if (cleft := _of_cleft(head)) is not None:
            return cleft, False, spoken
        return (_Shift("actual", head, negative=True) if is_nobody(head) else None), True, spoken
    if dep in ("acl", "ccomp", "compound", "nmod", "xcomp") and head.pos in ("NOUN", "PROPN", "ADJ"):
        return _under_noun(node, spoken)
    return None, False, spoken


def _as_part(verb: Word) -> _Shift | None:
    """What a whole does to its part: "the plan included a raid", "a plot that involved kidnapping guards"."""
    wholes = [*verb.all("nsubj"), *([verb.head] if verb.dep == "relcl" else ())]
    told = ((w, effect_of_noun().get(w.lemma.lower())) for w in wholes)
    return next((_Shift(effect, w) for w, effect in told if effect in ("planned", "asked", "possible")), None)


def _waits(clause: Word) -> bool:
    """Whether a clause is as open as the one it hangs on: "would race until he died"."""
    link = next((c for c in clause.children if c.dep in ("mark", "advmod") and c.index < clause.index), None)
    auxiliaries = (c for c in clause.head.children if c.dep == "aux")
    ahead = any(c.lower == "would" or c.lower in governing_words().will for c in auxiliaries)
    return ahead and link is not None and link.lower in governing_words().until


def _is_the_time(clause: Word) -> bool:
    """Whether a clause is told in one breath with what it is the time of: "were reportedly hurt when"."""
    return any(
        c.lower in ("when", "as", "after") and c.index < clause.index for c in clause.all("advmod", "mark")
    )


def _staged(noun: Word) -> Word | None:
    """What makes play of what a noun's clause tells: "a drill in which …", "simulated a quake that …"."""
    over, words = noun.head, governing_words()
    told = next((verb for verb in noun.ancestors() if is_verb(verb)), None)
    work = next((w for w in (told.all("nsubj") if told is not None else ()) if _is_work(w)), None)
    if work is not None:
        return work  # "the film opens with a raid in which …"
    if noun.lemma.lower() in words.staged:
        return noun
    return over if noun.dep in ("dobj", "nsubjpass") and over.lemma in words.enacting else None


def _is_aim(node: Word) -> bool:
    """Whether a clause tells what its noun is for: "the way for it to sign", "a deal to reopen the pier"."""
    if node.dep not in ("relcl", "advcl") or not is_verb(node) or not is_infinitive(node):
        return False
    told = {c.lower for c in (node.head, *node.head.children)}
    first = not told.isdisjoint(governing_words().ranks)  # "the first to sign" did
    return node.dep == "advcl" or not first


def _is_work(subject: Word) -> bool:
    """Whether who does something is a work that makes up what it tells: "the film X opens"."""
    titled = [subject.head.head] if subject.head.dep == "relcl" else []
    return any(is_fiction(noun) for noun in (subject, *subject.all("compound", "nmod"), *titled))


def _of_cleft(noun: Word) -> _Shift | None:
    """What "it may have been", "this will be the first" does to what the noun behind it has done."""
    over = noun.head
    empty = any(c.lower == "it" and c.dep == "nsubj" for c in over.children)
    ranked = any(c.lower in governing_words().ranks for c in noun.children)
    return _own(over) if noun.dep == "attr" and over.lemma == "be" and (empty or ranked) else None


def _clause(node: Word, known: bool, spoken: bool) -> tuple[_Shift | None, bool, bool]:
    """A clause under a verb: said, planned, denied, for a purpose, or beside it."""
    head, effects = node.head, effect_of_verb()
    effect = effects.get(head.lemma)
    if effect == "denied" and node.dep != "advcl":
        return _Shift("denied", head), known, spoken
    untruth = predicate_of_untruth(head) or corrected(head) or (head if is_ruled_out(head) else None)
    if untruth is not None and node.dep in _CLAUSE and not _set_beside(node):
        return _Shift("denied", untruth), known, spoken
    unsaid = (
        head.lemma in governing_words().regrets
        and node.dep == "xcomp"
        and node.lemma in speech_words().reports
    )
    if unsaid and not is_infinitive(node):
        return _Shift("denied", head), known, spoken  # "regretted having said", not "regret to inform you"
    if is_infinitive(node):
        done = head.lemma in governing_words().doubled and negation_of(head) is not None
        return (None, True, spoken) if done else (_infinitive(node), known, spoken)
    if node.dep == "advcl" and head.lemma == "lie" and node.lemma in speech_words().reports:
        return _Shift("denied", head), known, spoken
    if node.dep == "advcl":
        heard = standing_of(head) if _is_the_time(node) else Standing()
        shift = (
            _Shift("hearsay", heard.cue) if heard.cue is not None and heard.modality == "hearsay" else None
        )
        return shift, node.tag != "VBG" and not _waits(node), spoken
    if head.lemma in speech_words().hearers and is_passive(head) and not agents(head):
        return _Shift("hearsay", head), known, True  # "was told that": by whom is not said
    if _is_told_by_nobody(head):
        return _Shift("hearsay", head), known, True
    told = speech_words().clause.get(head.lemma)
    if told is not None and (told in _TOLD or is_finite(node)):
        soft = effect in ("possible", "planned") and told not in _TOLD
        return (_Shift(effect or "possible", head) if soft else None), known, True
    if effect in ("planned", "asked", "possible", "prevented"):
        return _Shift(effect, head), known, spoken
    return None, known, spoken


def _set_beside(clause: Word) -> bool:
    """Whether a clause is only set before the verb it hangs on: "it bombed the town, the rest is false".

    Not so "it bombed the town, the claim is false" and "…, it is untrue": these say it of the clause itself.
    """
    if clause.index > clause.head.index or clause.dep in ("csubj", "csubjpass"):
        return False
    subject = clause.head.child("nsubj")
    return subject is None or not is_report(subject)


def _infinitive(node: Word) -> _Shift | None:
    """What the governor of "to" and a verb makes of it; an unknown one leaves it open."""
    head = node.head
    if head.lower == "able" and head.head.tag == "VBD":
        return None  # "was able to sign"
    if not is_verb(head):
        planned = "planned" if head.pos == "ADJ" and head.lower in governing_words().due else "possible"
        return _Shift(effect_of_noun().get(head.lemma.lower(), planned), head)
    if head.lemma == "have" and any(
        c.lower in ("yet", "still") and c.index > head.index for c in head.children
    ):
        return _Shift("planned", head)  # "has yet to sign"
    if head.lemma == "have" and head.tag in ("VBP", "VBZ") and node.dep == "xcomp":
        return _Shift("planned", head)  # "has to tell": a duty
    if head.lemma == "go" and any(c.lower == "on" for c in head.children):
        return None  # "went on to sign"
    if head.lemma == "be" and node.dep == "xcomp":
        return _Shift("planned", head)  # "was to hold talks"
    effect = effect_of_verb().get(head.lemma)
    had = any(c.lemma == "have" and c.dep == "aux" for c in node.children)
    if (
        is_passive(head)
        and head.lemma in governing_words().verbs["hearsay"]
        and (had or node.lemma == "be" or any(c.dep == "auxpass" for c in node.children))
    ):
        return _Shift("hearsay", head)
    if head.lemma in governing_words().seems and had:
        return _Shift("hearsay", head)
    chosen = head.lemma in governing_words().by_choice and not is_passive(head)
    came = (chosen or head.lemma in governing_words().forcing) and tense_of(head) == "past"
    if (effect == "actual" or came) and node.dep != "advcl":
        return None
    return _Shift(effect if effect not in (None, "actual") else "planned", head)


def _noun_under_verb(node: Word, spoken: bool) -> tuple[_Shift | None, bool, bool]:
    """A noun as a verb's subject or object: "planned an attack", "the attack was foiled"."""
    head, dep = node.head, node.dep
    if is_verb(node):
        return None, False, spoken
    if is_told(node):
        return None, True, spoken  # "told a news conference": there was one
    effect = effect_of_verb().get(head.lemma)
    sure = is_definite(node)
    shifts = effect not in (None, "actual") and (not sure or head.lemma in governing_words().even_known)
    if shifts and dep in ("dobj", "nsubjpass"):
        return _Shift(str(effect), head), False, spoken
    untruth = predicate_of_untruth(head) if dep in ("nsubj", "nsubjpass") else None
    if untruth is not None and untruth.lemma.lower() in governing_words().made_up:
        return _Shift("denied", untruth), False, spoken
    did = any(c.lower in ("do", "does", "did") for c in head.all("aux"))
    confirming = head.lemma in governing_words().confirming and not did  # "could not", "declined to"
    open_too = confirming or head.lemma in governing_words().bringing_about
    sure = sure and (dep in ("nsubj", "nsubjpass") or (dep == "dobj" and not open_too))
    return None, sure, spoken  # "it would be the first attack"


def _under_preposition(node: Word, spoken: bool) -> tuple[_Shift | None, bool, bool]:
    """A noun or "-ing" behind a preposition: "threat of attack", "called for a strike", "after the raid"."""
    link = node.head
    over = link.head
    if link.lower == "without":
        return _Shift("actual", link, negative=True), False, spoken
    if (open_way := _thought_of(node, link)) is not None:
        return open_way, False, spoken
    effects = effect_of_verb() if is_verb(over) else effect_of_noun()
    effect = effects.get(over.lemma.lower())
    reported = is_verb(over) and (over.lemma, link.lower) in speech_words().preposition
    if link.lower in governing_words().known_behind:
        return None, True, spoken
    if link.lower == "of" and over.lemma.lower() in governing_words().only_told:
        return _Shift("possible", over), False, spoken
    open_too = link.lower == "of" and over.lemma.lower() in governing_words().known_of
    if open_too and (untruth := untruth_of(over)) is not None:
        return _Shift("denied", untruth), False, spoken
    sure = is_definite(node) and node.dep == "pobj" and not open_too
    if is_verb(node) and is_taken_back(link):
        return _Shift("denied", over), False, spoken
    if effect == "denied":
        return (None if sure else _Shift("denied", over)), sure, spoken
    aimed = link.lower in governing_words().aims
    open_ = not sure or over.lemma.lower() in governing_words().even_known  # "called for the murder of X"
    if effect in ("planned", "asked", "possible", "prevented") and aimed and open_:
        told = reported and speech_words().preposition[over.lemma, link.lower] in ("accusation", "blame")
        if not told:
            return _Shift(str(effect), over), False, spoken
    return None, sure, spoken or reported


def _thought_of(node: Word, link: Word) -> _Shift | None:
    """Of "toyed with a raid", "were ready for a raid", "too weak for a raid"."""
    over, words = link.head, governing_words()
    if is_definite(node):
        return None
    could = over.pos == "ADJ" and link.lower == "for"
    could = could and (over.lower in words.ready_for or any(c.lower == "too" for c in over.all("advmod")))
    if could or f"{over.lemma} {link.lower}" in words.thought_of:
        return _Shift("possible", over)
    return None


def _under_noun(node: Word, spoken: bool) -> tuple[_Shift | None, bool, bool]:
    """A clause or modifier of a noun: "a plot to bomb", "the claim that", "attack plans"."""
    head = node.head
    effect = effect_of_noun().get(head.lemma.lower())
    if is_verb(node) and is_infinitive(node):
        return _infinitive(node), False, spoken
    if head.pos != "ADJ" and node.dep in ("acl", "ccomp", "relcl") and is_verb(node) and is_finite(node):
        stands = report_as(head)
        return (_Shift(stands, head) if stands is not None else None), False, True
    if effect is not None and node.dep in ("compound", "nmod", "acl", "ccomp"):
        return _Shift(effect, head), False, spoken
    return None, False, spoken
