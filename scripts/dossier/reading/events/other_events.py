"""Main clauses of no type to events of the type "other": two named, and dated, placed or the news."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from dossier.reading.attribution.attributions import Attributions
from dossier.reading.attribution.records import standing_finding
from dossier.reading.attribution.scene import Scene
from dossier.reading.events.days import are_different
from dossier.reading.events.guards import is_of_several, is_open
from dossier.reading.events.reasons import circumstances_on
from dossier.reading.events.tellings import event_verbs
from dossier.reading.findings import (
    AgreementFinding,
    DateFinding,
    EventFinding,
    Participant,
    SlotFinding,
    Span,
)
from dossier.reading.frames.classes import is_a
from dossier.reading.frames.format import PLANNED
from dossier.reading.grammar.changing import changes
from dossier.reading.grammar.dependents import (
    SUBJECTS,
    is_definite,
    is_finite,
    is_infinitive,
    is_passive,
    is_verb,
    objects,
    obliques,
    subjects,
)
from dossier.reading.grammar.extents import clause, core, extent
from dossier.reading.grammar.governors import governing_words
from dossier.reading.grammar.noun_classes import is_of, names_people
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.grammar.standing import standing_of
from dossier.reading.lexicon import load_table
from dossier.reading.names.mentions import Mention
from dossier.reading.patterns import listed
from dossier.reading.text.quoted import Quoted
from dossier.reading.tree import Tree, Word

_MAIN, _PASSING, _DUE = "main", "passing", "due"
_MOST = 2
_MOST_IN_PASSING = 4
_KNOWN = frozenset(("after", "when", "since"))
"""What leads a clause that tells of something known: "after Fiji left the union"."""
_WHEN = frozenset(("when", "where", "why"))
_BODIES = ("legislature", "public_body", "court")
_PEOPLE = ("human", "officeholder", "court", "force", "institution", "legislature", "workers", "protesters")
_OF_VIOLENCE = ("murderous", "set_off", "outlaw", "armed_people")
_COMPARING = frozenset(("JJR", "JJS", "RBR", "RBS"))
_LONGEST_DOER = 60
_LONGEST = 110
_NEXT = re.compile(r" ([A-Z][a-z]+)")
_LINED = re.compile(r"\)|[-–—]\s")
_BREAKS = re.compile(r"[,;:()–—]|\s-\s")
_POINTING = re.compile(r" (?:it|them|one|ones)$")
_LEADS = frozenset(("aux", "auxpass", "neg", "prt"))
_NARROWING = frozenset(
    ("from", "to", "into", "with", "without", "under", "over", "except", "than", "of", "for", "as")
)
_SPANS = frozenset(("from", "to", "between", "since", "until"))
_WHITHER = frozenset(("from", "to", "into", "as"))
"""Prepositions that say which are meant of those before, or from what they are kept."""


class OtherWords(NamedTuple):
    """Shape of lexicon/other_events.yaml; its comments say what each list holds."""

    no_acts: frozenset[str]
    light: frozenset[str]
    given_with: frozenset[str]
    unfinished: frozenset[str]
    figures: frozenset[str]


@cache
def other_words() -> OtherWords:
    """The lexicon, read once."""
    return load_table("other_events", OtherWords)


def other_events(
    scene: Scene,
    attributions: Attributions,
    told: tuple[EventFinding, ...],
    agreements: tuple[AgreementFinding, ...],
) -> tuple[EventFinding, ...]:
    """A few events of an article that none with a type and no agreement tells.

    Two at most of its main clauses, in sentences that tell of nothing else, and four of what it only tells in
    passing, each with a date of its own. The sentence that opens the report needs neither day nor place.
    """
    made = [*told, *(a for a in agreements if a.kind != "pledge")]
    planned = {id(event) for event in told if event.type == PLANNED}
    quoted = Quoted(scene.article.text)
    taken = {span.start for found in made if id(found) not in planned for span in found.evidence}
    triggers = sorted(e.trigger.start for e in made if e.trigger is not None)
    found: list[EventFinding] = []
    lemmas: list[tuple[str, EventFinding]] = []
    left = {_MAIN: _MOST, _PASSING: _MOST_IN_PASSING, _DUE: _MOST}
    for _, tree in scene.parses.all():
        for verb in _hosts(tree):
            main = verb.head is verb
            told_there = main and tree.sentence.start in taken and not _is_beside_told(tree, verb, triggers)
            due = main and _is_due(verb)
            sort = _DUE if due else _MAIN if main else _PASSING
            if not left[sort] or told_there or quoted.holds(verb.start) or (due and verb.start in triggers):
                continue
            if not main and not _is_in_passing(scene, attributions, tree, verb, triggers):
                continue
            event = _event(scene, tree, verb, due=due, opening=main and _opens(scene, tree))
            if event is not None and (
                main or not any(lemma == verb.lemma and _may_be_same(event, other) for lemma, other in lemmas)
            ):
                found.append(event)
                lemmas.append((verb.lemma, event))
                left[sort] -= 1
    return tuple(found)


def _hosts(tree: Tree) -> Iterator[Word]:
    """The verbs whose clauses may tell an act: the main one, and those of what is told as known beside it."""
    main = next(iter(tree.roots()), None)
    for word in tree.words:
        if word is main or (is_verb(word) and _is_beside(word)):
            yield word


def _is_beside(verb: Word) -> bool:
    """Whether a clause goes on with "and", hangs on a noun, or tells when: "which left", "after X fell"."""
    if verb.dep == "conj":  # but not in "Lume rested after Stam, her son, took over"
        joined = any(c.dep == "cc" for word in (verb.head, verb) for c in word.children)
        return joined and is_finite(verb) and (verb.child("auxpass") is not None or not is_passive(verb))
    if verb.dep == "relcl":
        return is_finite(verb) or is_passive(verb)
    if verb.dep == "acl":  # none of "the pier, a gift of Ivo Stam, renamed in 2014"
        noun = verb.head
        commas = any(c.text == "," for c in noun.all("punct"))
        torn = noun.head is noun and not commas  # "Nurses drilled", taken for no sentence
        # "a bus that carried pupils overturned"
        lost = torn or noun.dep == "pobj" or verb.lemma in listed("mishaps")
        return verb.tag == "VBN" and is_passive(verb) and not lost
    marks = {c.lower for c in verb.all("mark", "advmod") if c.index < verb.index}
    return verb.dep == "advcl" and is_finite(verb) and not marks.isdisjoint(_KNOWN)


def _is_in_passing(
    scene: Scene, attributions: Attributions, tree: Tree, verb: Word, triggers: Sequence[int]
) -> bool:
    """Whether a clause beside the main one is the report's own, and tells of nothing with a type."""
    words = verb.subtree()
    at = bisect_left(triggers, words[0].start)
    told = at < len(triggers) and triggers[at] < words[-1].end
    return not told and attributions.over(tree, verb) is None and next(_dates(scene, verb), None) is not None


def _is_beside_told(tree: Tree, main: Word, triggers: Sequence[int]) -> bool:
    """Whether all that a sentence tells with a type stands in clauses beside its main one."""
    low, high = (bisect_left(triggers, each) for each in tree.sentence)
    words = [word for at in triggers[low:high] if (word := tree.at(at)) is not None]
    verbs = [next((w for w in (word, *word.ancestors()) if is_verb(w)), main) for word in words]
    return bool(verbs) and main not in verbs


def _may_be_same(one: EventFinding, other: EventFinding) -> bool:
    """Whether two acts told by one verb may be one: on no other day."""
    return not are_different(one.date, other.date)


def _is_due(verb: Word) -> bool:
    """Whether a clause says of itself, and simply, that it will be so: none of "will if", "will not"."""
    standing = standing_of(verb)
    will = standing.cue is not None and standing.cue.lower in governing_words().will
    return will and not is_open(verb)


def _opens(scene: Scene, tree: Tree) -> bool:
    """Whether a sentence is the first of a report, which tells the news, or the first below a headline."""
    text = scene.article.text
    here = text.sentence_at(tree.sentence.start)
    before = text.sentence_at(text.tokens[here.first - 1].start) if here.first else None
    return before is None or (
        here.block == 1
        and before.first == before.block == 0
        and text.tokens[before.stop - 1].text not in ".!?"
    )


def _is_whole_deed(verb: Word, title: str) -> bool:
    """Whether a title tells all that was done to something, of a deed that is news without a day or place.

    Not where it leaves out which, or what for, nor of a figure or a comparison: "set her sights on Fiji".
    """
    thing, words, speech = verb.child("dobj", "nsubjpass"), title.lower().split(), speech_words()
    if verb.lemma in speech.object or verb.lemma in speech.judging | speech.judging_as:
        return False  # "defended the tax": it says so
    if any(is_of(word, *_OF_VIOLENCE) for word in verb.subtree()):
        return False  # "foiled the terrorist attempt", in whose words nobody says
    if thing is None or thing.pos not in ("NOUN", "PROPN") or thing.lemma.lower() in other_words().figures:
        return False
    told = (*thing.children, *(c for c in verb.children if is_infinitive(c)))
    lost = (c for c in told if c.dep in ("acl", "relcl", "prep", "advcl", "xcomp", "ccomp"))
    compared = any(c.tag in _COMPARING for c in thing.children)
    passing = is_passive(verb) and words[-1] == verb.lower
    return not (compared or passing) and all(c.lower in words for c in lost)


def _event(scene: Scene, tree: Tree, verb: Word, *, due: bool, opening: bool = False) -> EventFinding | None:
    if not is_verb(verb) or not _is_act(verb) or (verb.tag == "VBG" and verb.child("aux")):
        return None
    if _is_participle(verb) or scene.names.at(verb.start) is not None:
        return None
    standing = standing_of(verb)
    doers = subjects(verb)
    past = standing.took_place and standing.tense == "past"
    torn = len(verb.all(*SUBJECTS)) > 1  # "a court led by Justice Ana Lume fined Fiji": she did not
    if not (due or past) or not doers or torn or _is_done_to(verb):
        return None
    named = [m for d in doers if (m := _named(scene, d) or _told_by_words(scene, verb, d)) is not None]
    if not named or len(named) < len(doers) or any(is_of_several(d, named) for d in doers):
        return None  # told of one alone it would say less than was so
    date = next(_dates(scene, verb, due=due), None)
    place = next(_places(scene, verb), None)
    title = _title(scene, verb, _doers(named), named[0].name if doers[0].pos == "PRON" else None)
    nameless = any(not m.name for m in named)
    light = verb.lemma.lower() in other_words().light
    if title is None or (date is None and (nameless or due or light)):
        return None
    if nameless and doers[0].pos == "PROPN" and date is not None and "X" in date.edtf:
        return None  # "The Reef Boys, set in a school in the 1980s"
    if date is None and place is None:
        joined = (w for d in doers for w in d.subtree() if w.dep == "cc" and scene.names.at(w.start) is None)
        beside = len(doers) == 1 and next(joined, None) is not None  # "Queen Ana of Fiji and Ivo Stam"
        if beside or not (_names_time(verb) or (opening and _is_whole_deed(verb, title))):
            return None
    actors = {actor.name for actor in scene.names.actors}
    return EventFinding(
        type=PLANNED if due else "other",
        title=title,
        date=date,
        place=scene.name_of(place) if place is not None else None,
        participants=tuple(
            Participant(actor=m.name, role="involved", span=Span(m.start, m.end))
            for m in named
            if m.name in actors
        ),
        evidence=(tree.sentence,),
        trigger=verb.span,
        place_span=place.span if place is not None else None,
        slots=tuple(SlotFinding(slot=kind, span=span) for kind, span in circumstances_on(verb)),
        standing=standing_finding(standing),
    )


def _names_time(verb: Word) -> bool:
    """Whether a clause says when, be it what a report without a day leaves open: "last year", "in May"."""
    told = [*verb.all("npadvmod"), *obliques(verb, "on", "in")]
    return any(
        w.lemma.lower() in listed("days")
        or (is_of(w, "lapse") and any(c.lower == "last" for c in w.children))
        for w in told
    )


def _named(scene: Scene, doer: Word) -> Mention | None:
    """Who a doer is by name, or which body by whose it is: "the Lume administration", "Fiji’s parliament"."""
    if doer.pos == "PROPN":
        return scene.names.at(doer.start)
    if doer.tag != "NN" or not is_definite(doer) or not any(is_a(doer, each, scene) for each in _BODIES):
        return None
    if not any(scene.names.at(c.start) for c in doer.all("compound", "poss", "amod", "nmod")):
        return None
    return Mention(*core(doer), scene.name_of(doer) or "", "organisation")


def _told_by_words(scene: Scene, verb: Word, doer: Word) -> Mention | None:
    """Who a doer without a name is, where words say it: "he" in a main clause, "two pupils", "a Suva court".

    Whom nothing but "the" points at is left open, and so is "he" where more than one person was named.
    """
    name = scene.name_of(doer)
    known = scene.findings.get(name) if name is not None else None
    if doer.pos == "PRON":
        single = verb.head is verb and doer.lower in ("he", "she")
        alone = known is not None and single and _named_before(scene, doer) == {known.name}
        return Mention(*doer.span, known.name, known.kind) if known and alone else None
    strange = doer.pos == "PROPN" and scene.names.at(doer.start) is None and verb.text.islower()
    unknown = strange and (is_passive(verb) or verb.lemma not in event_verbs())  # else it has a type
    people = doer.tag in ("NN", "NNS") and any(is_a(doer, each, scene) for each in _PEOPLE)
    # "the Reef Declaration was signed", "two pupils left"; no headline in capitals
    if not (unknown or people):
        return None
    span = extent(doer)
    inside = scene.names.within(span)
    broken = _BREAKS.search(scene.article.text.text, *span) is not None or doer.child("appos") is not None
    open_ = (is_definite(doer) and not inside and not unknown) or (
        known is not None and known.kind == "person"
    )
    fits = not broken and not open_ and span.end - span.start <= _LONGEST_DOER
    return Mention(*span, "", "people") if fits else None


def _named_before(scene: Scene, word: Word) -> set[str]:
    """The persons named in the sentence before a word's and in its own before it."""
    text = scene.article.text
    here = text.sentence_at(word.start)
    start = text.sentence_at(text.tokens[here.first - 1].start).start if here.first else here.start
    return {m.name for m in scene.names.within(Span(start, word.start)) if m.kind == "person"}


def _is_done_to(verb: Word) -> bool:
    """Whether "by" somebody shows a clause to be passive, which the parser has as active.

    "Lee, succeeded by Stam, left": Lee succeeded nobody.
    """
    by = verb.child("agent")
    return by is not None and verb.child("auxpass", "nsubjpass") is None


def _is_participle(verb: Word) -> bool:
    """Whether another verb that nothing joins shows a participle taken for the verb of its sentence.

    "A pupil adopted from Fiji did not learn of it": the pupil adopted nobody.
    """
    behind = (c for c in verb.all("conj", "advcl", "ccomp") if c.index > verb.index and is_finite(c))
    others = [c for c in behind if c.child(*SUBJECTS, "mark") is None]
    between = [w.index for w in verb.root.subtree() if w.pos in ("PUNCT", "CCONJ")]
    return any(not any(verb.index < at < other.index for at in between) for other in others)


def _is_act(verb: Word) -> bool:
    """Whether a verb tells of something done: none of saying, of being, of feeling."""
    speech = speech_words()
    lemma = verb.lemma.lower()
    return lemma not in speech.clause and lemma not in other_words().no_acts and verb.child("ccomp") is None


def _dates(scene: Scene, verb: Word, *, due: bool = False) -> Iterator[DateFinding]:
    """Dates that stand on the verb itself, none to come; of what is `due` only such."""
    published = scene.article.published
    for child in verb.children:
        if child.dep == "prep" and child.lower not in ("on", "in", "during", "at"):
            continue
        nouns = (
            [child]
            if child.dep in ("npadvmod", "advmod")
            else child.all("pobj")
            if child.dep == "prep"
            else []
        )
        for noun in nouns:
            date = scene.date_at(extent(noun))
            if date is not None and _is_spanned(noun, date):
                return
            ahead = published is not None and date is not None and date.edtf[:10] > published.isoformat()
            if date is not None and ahead == due:
                yield date


def _is_spanned(noun: Word, date: DateFinding) -> bool:
    """Whether a date within a phrase is one end of a span: "in raids from 1861 to 1883"."""
    first = next((w for w in noun.subtree() if w.start <= date.start < w.end), noun)
    above = (w for w in first.ancestors() if w.index > noun.index)
    return any(w.dep == "prep" and w.lower in _SPANS for w in above)


def _places(scene: Scene, verb: Word) -> Iterator[Word]:
    places = {place.name for place in scene.names.places}
    for link in ("in", "at", "near"):
        for noun in obliques(verb, link):
            if scene.name_of(noun) in places and noun.child("conj") is None and noun.dep != "conj":
                yield noun


def _doers(named: Sequence[Mention]) -> Span:
    """The words from the first name of those who did it to the last."""
    return Span(min(m.start for m in named), max(m.end for m in named))


def _title(scene: Scene, verb: Word, doers: Span, who: str | None) -> str | None:
    """The clause's own words: subject, verb and object, no more; `who`: whom a pronoun means."""
    text = scene.article.text.text
    parts = [doers, *(c.span for c in verb.children if c.dep in _LEADS), verb.span]
    thing = verb.child("dobj", "attr", "acomp", "oprd", "dative")
    if (gap := _taken_up(verb)) is not None:  # "the reef that Fiji renamed"
        words = (*(text[s.start : s.end] for s in sorted(set(parts))), _inside(text[slice(*core(gap))]))
        return None if any(_leads(scene, c) for c in verb.all("prep")) else _capped(words)
    if any(c.lower in _WHITHER and c.child("pcomp") for c in verb.all("prep")):
        return None  # "barred guests from singing": without it less was done
    bare = thing is not None and thing.pos == "NUM" and not thing.children
    idiom = thing is not None and verb.lemma in other_words().light and thing.lemma in other_words().figures
    if thing is not None and (thing.pos == "PRON" or bare or idiom or _points_back(thing)):
        return None  # "he replaced her as head": without her it would be another act; "has built eleven"
    if verb.child("xcomp") is not None or any(changes(c) for c in verb.all("advmod", "neg")):
        return None  # "urged Fiji to leave", "finished third"
    given = [w for w in verb.all("dobj", "dative") if w.pos in ("NOUN", "PROPN")]
    if len(given) > 1 and thing is not None:  # "handed the envoy a letter", none of which says it alone
        parts.append(extent(thing))
        thing = given[-1]
        whom = given[0].dep == "dative" or given[0].pos == "PROPN" or names_people(given[0])
        if not whom and text[parts[-1].end : extent(thing).start].strip():
            return None  # "earned his third win in a row, a draw": two nouns would run together
    if thing is not None:
        named = thing.child("appos")  # "the cleric Ivo Stam"
        beside = named is not None and named.subtree()[0].index == thing.index + 1
        parts.append(Span(extent(thing).start, core(named).end) if named and beside else extent(thing))
        parts += _narrowing(scene, verb, thing, parts[-1].end)
        if _is_told_by_clause(text, thing, parts[-1].end):
            return None
    else:
        prep = next((c for c in verb.children if c.index > verb.index and _leads(scene, c)), None)
        if is_passive(verb):  # "was placed on leave"; "was razed" says it all
            prep = prep if prep is not None and _completes(verb, prep) else None
            if prep is None and verb.lemma in other_words().unfinished:
                return None
        elif prep is None or any(c.child("pcomp") for c in verb.children):
            return None  # "refrained from voting on the grounds": from what, it must say
        if prep is not None:
            parts.append(Span(prep.start, _undated(scene, prep.all("pobj")[0]).end))
    if _is_cut(text, parts, named=thing is not None):
        return None
    helped = not is_passive(verb) or verb.child("auxpass") is not None
    be = () if helped else ("were",) if _befell_many(verb) else ("was",)
    first, *rest = sorted(set(parts))
    return _capped((who or text[slice(*first)], *be, *(text[slice(*s)] for s in rest)))


def _is_told_by_clause(text: str, thing: Word, end: int) -> bool:
    """Whether only a clause behind it says which one is meant: "raised the rate | at which fees are paid"."""
    one = thing.tag == "NN" and any(c.lower == "the" for c in thing.all("det"))
    starts = [c.subtree()[0].start for c in thing.all("relcl")] if one else []
    return any(not text[end:start].strip() for start in starts)


def _is_cut(text: str, parts: Sequence[Span], *, named: bool) -> bool:
    """Whether the parts of a title tell half of a name or score, or stand apart; `named`: an object does."""
    end = max(s.end for s in parts)
    if _is_broken(text, parts) or (named and _goes_on_with_name(text, end)):
        return True  # "made Reef Home in 1999": a name that was not seen as one
    if text[end : end + 2].strip()[1:].isalnum() and text[end] in "-–":
        return True  # cut within "3-1"
    return _LINED.search(text[parts[0].start : parts[0].end]) is not None  # a dateline before the name


def _inside(words: str) -> str:
    """A phrase as it stands within a sentence, its article small."""
    return words[:1].lower() + words[1:] if words.lower().startswith(("the ", "a ", "an ")) else words


def _capped(parts: Sequence[str]) -> str | None:
    words = " ".join(" ".join(parts).split())
    torn = len(words) > _LONGEST or words.count('"') % 2 or words.count("“") != words.count("”")
    torn = torn or _POINTING.search(words) is not None or words.count("[") != words.count("]")
    return None if torn else words[:1].upper() + words[1:]


def _taken_up(verb: Word) -> Word | None:
    """What a relative clause leaves out, its own object: the reef of "the reef that Fiji renamed in 2004"."""
    led = any(c.lower in _WHEN for c in verb.all("advmod"))  # "a peak of nine when Lee won in May"
    held = objects(verb) if verb.dep == "relcl" and not is_passive(verb) and not led else []
    return held[0] if held and held[0] is verb.head else None


def _befell_many(verb: Word) -> bool:
    """Whether those a passive tells of are several: "were", not "was"."""
    return any(noun.tag in ("NNS", "NNPS") for noun in subjects(verb))


def _goes_on_with_name(text: str, end: int) -> bool:
    """Whether a word with a capital stands right behind, which is no day."""
    behind = _NEXT.match(text, end)
    return behind is not None and behind.group(1).lower() not in listed("days")


def _is_broken(text: str, parts: Sequence[Span]) -> bool:
    """Whether a mark stands between parts that would be told on end: "raised rates - its first rise"."""
    ordered = sorted(set(parts))
    return any(
        _BREAKS.search(text[one.end : other.start])
        for one, other in pairwise(ordered)
        if one.start != parts[0].start
    )


def _narrowing(scene: Scene, verb: Word, thing: Word, end: int) -> list[Span]:
    """What right behind an object says which of its kind are meant: "from rich families", "who had no pass".

    Without it more would be told than was done. A clause behind a comma only tells more of all of them.
    """
    text = scene.article.text.text
    links = [c for c in verb.all("prep") if c.lower in _NARROWING and _leads(scene, c)]
    if thing.pos != "NOUN":  # of one named there is no other
        given = verb.lemma in other_words().given_with
        links = [c for c in links if c.lower in _WHITHER or (given and c.lower == "with")]
        clauses: list[Word] = []
    else:
        clauses = thing.all("relcl", "acl")
    several = thing.tag == "NNS"
    for head in (c for c in thing.all("acl") if is_infinitive(c) and not several):  # "an offer to resign"
        start, what = head.subtree()[0].start, head.child("dobj")
        if not text[end:start].strip():
            if head.child("ccomp", "xcomp") is not None:  # "a plan to let miners dig"
                return [Span(start, clause(head).end)]
            return [Span(start, extent(what).end if what is not None else head.end)]
    for head in (*(clauses if several else ()), *links):
        behind = head.subtree()
        if behind[0].start > end and not text[end : behind[0].start].strip():
            span = _undated(scene, head.all("pobj")[0]) if head.dep == "prep" else clause(head)
            return [Span(behind[0].start, span.end)]
    return []


def _leads(scene: Scene, prep: Word) -> bool:
    """Whether a preposition leads a noun that tells more than the day."""
    noun = prep.child("pobj") if prep.dep == "prep" else None
    return noun is not None and scene.date_at(core(noun)) is None


def _completes(verb: Word, prep: Word) -> bool:
    """Whether what follows a passive right behind it belongs to what was done: no day, and not by whom."""
    return prep.index == verb.index + 1 and prep.lower not in ("by", "after", "before", "during", "since")


def _undated(scene: Scene, noun: Word) -> Span:
    """A noun with what tells more of it, but for a date that the parse hung there: "on leave | on Monday"."""
    return core(noun) if scene.date_at(extent(noun)) is not None else extent(noun)


def _points_back(noun: Word) -> bool:
    """Whether a title would not say what a noun is of: "lifted that ban", "placed 49", "such a plan"."""
    counted = noun.pos == "NUM" and not any(c.tag in ("$", "NN", "NNS") for c in noun.children)
    return counted or any(c.lower in ("that", "this", "those", "these", "such") for c in noun.children)
