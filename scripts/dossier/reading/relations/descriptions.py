"""What an article says that somebody it names is, in its words: "a 34-year-old baker from Lund".

A description is set beside a name, right before it, or behind "is". One is told only where its noun is of
what the name is of, and none with a word that accuses or judges.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from dossier.reading.attribution.scene import Scene
from dossier.reading.findings import DescriptionFinding, NameFinding, Span
from dossier.reading.grammar.dependents import obliques
from dossier.reading.grammar.extents import core, extent
from dossier.reading.grammar.noun_classes import names_people, word_classes
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.lexicon import load_table
from dossier.reading.names.mentions import PLACE_KINDS, Mention
from dossier.reading.names.namewords import ARMED_HEAD, FORMER, KIN, ROLE, TitleTable, load_namewords
from dossier.reading.names.pieces import ContextTable
from dossier.reading.relations.relations import Reader, first_of
from dossier.reading.tree import Tree, Word

_LONGEST, _MOST = 18, 3
"""Words of a description, and descriptions of one name that an article gives."""
_LEARNED = ("ologist", "ographer", "iatrist", "ician")
"""Endings of nouns for what somebody has learnt."""
_ADULT, _OLDEST = 18, 110
_PARTING = frozenset((")", "(", "–", "—", "--", ":", ";", ","))
_BODIES = frozenset(("organisation", "armed_group", "government_body", "alliance"))


class _Words(NamedTuple):
    """Shape of descriptions.yaml."""

    people: frozenset[str]
    bodies: frozenset[str]
    places: frozenset[str]
    named_of: frozenset[str]
    bare: frozenset[str]
    offences: frozenset[str]
    judged: frozenset[str]
    pointing: frozenset[str]


def described(scene: Scene, names: Sequence[NameFinding]) -> tuple[NameFinding, ...]:
    """Names with what the article says that each is, without what a role of theirs tells."""
    found: dict[str, dict[str, Span]] = {}
    for _, tree in scene.parses.all():
        for name, span in _in_sentence(scene, tree):
            found.setdefault(name, {}).setdefault(scene.article.text.slice(span).casefold(), span)
    return tuple(_with(each, sorted(found.get(each.name, {}).values())) for each in names)


def _with(name: NameFinding, spans: Sequence[Span]) -> NameFinding:
    new = [s for s in spans if not any(r.span.start < s.end and s.start < r.span.end for r in name.roles)]
    new = [s for s in new if not any(o != s and o.start <= s.start and s.end <= o.end for o in new)]
    kept = tuple(DescriptionFinding(span=span) for span in new[:_MOST])
    return replace(name, descriptions=kept) if kept else name


def _in_sentence(scene: Scene, tree: Tree) -> Iterator[tuple[str, Span]]:
    reader = Reader(scene, tree)
    shared = any(word.lower.startswith("namesake") for word in tree.words)  # whose name is whose, is open
    for noun in tree.words if not shared else ():
        if noun.tag == "NN" and noun.text.islower() and not scene.quoted.holds(noun.start):
            kinds = _kinds_of(noun.lemma)
            for mention, words in _told_by(scene, reader, noun) if kinds else ():
                if mention.kind in kinds and words and _may_be_told(noun, words):
                    yield mention.name, Span(words[0].start, words[-1].end)
        elif noun.tag == "CD" and noun.text.isdecimal() and _ADULT <= int(noun.text) <= _OLDEST:
            beside = [w.text for w in tree.words[max(noun.index - 1, 0) : noun.index + 2 : 2]]
            aged = scene.names.at(tree.words[noun.index - 2].start) if noun.index > 1 else None
            whole = aged is not None and aged.end == tree.words[noun.index - 2].end and " " in aged.name
            if aged is not None and whole and aged.kind == "person" and beside in ([",", ","], [",", "."]):
                yield aged.name, noun.span  # "Mira Osk, 34, said"


def _told_by(scene: Scene, reader: Reader, noun: Word) -> Iterator[tuple[Mention, list[Word]]]:
    """Whom a noun describes, and the words that do."""
    whole, called = _words_of(noun), []
    one = any(c.dep == "det" and c.lower in ("a", "an") for c in noun.children)
    lead = first_of(noun)
    clauses = any(each.child("relcl", "acl") is not None for each in (lead, *_joined_to(lead)))
    cut = not one and clauses  # "the man who came": which one, not what he is
    if lead is not noun and any(load_namewords().get(c.lower, 0) & FORMER for c in lead.children):
        return  # "a former friend and baker of Lee's": whether he bakes still, is open
    if noun.lemma in _table().named_of and noun.dep not in ("appos", "attr") and not one:
        called = obliques(noun, "of")  # "the coastal village of Lund"
    for bearer in (*reader.holders(noun), *called):
        mention = scene.names.at(bearer.start)
        if mention is None or mention.end > bearer.end:
            continue
        if bearer in called:
            yield mention, _without_article([w for w in whole if w.start < core(noun).end])
        elif mention.start - noun.end == 1:
            yield mention, _before(noun, bearer)
        elif mention.start > noun.start:
            named = not scene.leaves_open(noun) and _is_set_before(reader.tree, whole[-1], bearer, mention)
            yield mention, whole if named else []
        elif not cut and not _may_be_anothers(lead, bearer) and _stands_alone(reader.tree, lead):
            yield mention, whole


def _words_of(noun: Word) -> list[Word]:
    """The words of a description from its noun's first on, with what else "and" says its bearer is."""
    lead = first_of(noun)
    start = extent(noun).start
    end = max(extent(each).end for each in (lead, *_joined_to(lead)))
    found = [w for w in lead.subtree() if start <= w.start < end]
    return found[1:] if found[0].lower == "also" else found  # "also | a member of the council"


def _joined_to(lead: Word) -> list[Word]:
    """The nouns joined to one that say of the same one what he is."""
    own = [c for c in lead.all("conj") if c.text.islower() and first_of(c) is not c]
    return [each for c in own for each in (c, *_joined_to(c))]


def _before(noun: Word, name: Word) -> list[Word]:
    """The words of a description right before a name: "coastal village" of "the coastal village Lund"."""
    own = {w.index: w for top in (noun, name) for c in top.children for w in (*c.subtree(), noun)}
    first = noun.index
    while (word := own.get(first - 1)) is not None and word.text not in _PARTING and word.tag != ":":
        if word.text == "-" and word.end < own[first].start:
            break  # "Dec 7 - Fishing company Norsk"
        first -= 1
    return _without_article([own[at] for at in range(first, noun.index + 1)])


def _is_set_before(tree: Tree, last: Word, name: Word, mention: Mention) -> bool:
    """Whether a comma parts a description from a name that closes it: "A woman from Lund, Ana Lume, said"."""
    comma, behind = tree.after(last), tree.after(name)
    led = comma is not None and comma.text == "," and comma.end + 1 == mention.start
    closed = behind is not None and behind.text in (",", ".")
    return led and closed and name.head.dep != "pobj"


def _stands_alone(tree: Tree, noun: Word) -> bool:
    """Whether nothing but a comma leads to a description beside a name: not "Ana Lume, not | a doctor"."""
    first = next(w for w in noun.subtree() if w.start >= extent(noun).start)
    return noun.dep != "appos" or tree.words[first.index - 1].pos == "PUNCT"


def _may_be_anothers(noun: Word, name: Word) -> bool:
    """Whether an aside may be on whom the name only belongs to: "the mother of Ana Lume, a teacher"."""
    over = name.head.head if name.dep == "pobj" and name.head.lower == "of" else name.head
    return noun.dep == "appos" and name.dep in ("pobj", "poss") and over.pos == "NOUN" and names_people(over)


def _without_article(words: list[Word]) -> list[Word]:
    opened = [at for at, word in enumerate(words) if word.tag == "DT"]
    led = all(word.tag == "RB" for word in words[: opened[0]]) if opened else False
    return words[opened[0] + 1 :] if led else words  # "Especially the young baker X", "largely rural town"


def _may_be_told(noun: Word, words: Sequence[Word]) -> bool:
    """Whether words say what somebody is by themselves, and neither accuse nor judge."""
    parts = {part for w in words for form in (w.lower, w.lemma.lower()) for part in (form, *form.split("-"))}
    besides = [w for w in words if w is not noun and w.tag != "DT"]
    of_kin = load_namewords().get(noun.lemma, 0) & KIN and any(w.pos in ("PROPN", "PRON") for w in besides)
    listed = noun.dep == "appos" and _names_others(noun)
    over = noun.head if noun.dep == "attr" and noun.head.dep == "ccomp" else None
    if over is not None and over.head.lemma not in speech_words().clause:
        return False  # "convinced them that Lee was the best man"
    told = len(words) <= _LONGEST and bool(besides or noun.lemma not in _table().bare)
    return told and not (of_kin or listed or parts & _barred())


def _names_others(noun: Word) -> bool:
    """Whether what is joined to a noun may be others: "Ana Lume, a doctor or nurse", no "doctor and poet"."""
    joined = [each for each in (noun, *_joined_to(noun)) for c in each.all("conj")]
    known = all(_kinds_of(each.lemma) for each in _joined_to(noun))
    return bool(joined) and not (known and len(joined) == len(_joined_to(noun)))


@cache
def _kinds_of(noun: str) -> frozenset[str]:
    """The kinds of names that a noun may describe."""
    table, contexts = _table(), load_table("name_contexts", ContextTable)
    flags = load_namewords().get(noun, 0)
    person = noun in table.people or flags & ROLE or noun.endswith(_LEARNED)
    body = noun in table.bodies | contexts.organisations_before | contexts.bodies_only_behind
    kinds = frozenset(("person",)) if person else frozenset()
    kinds |= _BODIES if body or flags & ARMED_HEAD else frozenset()
    return kinds | PLACE_KINDS if noun in table.places else kinds


@cache
def _barred() -> frozenset[str]:
    """Words with which no description is told."""
    table, unheld = _table(), load_table("titles", TitleTable).unheld
    return frozenset().union(
        table.judged, table.pointing, unheld, *(word_classes()[c] for c in table.offences)
    )


@cache
def _table() -> _Words:
    return load_table("descriptions", _Words)
