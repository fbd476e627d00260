"""What an article says that somebody it names is, in its words: "a 34-year-old baker from Tarn", "coastal village".

A description is set beside a name, right before it, or behind "is". One is told only where its noun is of what the
name is of, and none with a word that accuses or judges: what the words would have be of somebody is no fact of theirs.
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
from dossier.reading.lexicon import load_table
from dossier.reading.names.mentions import PLACE_KINDS, Mention
from dossier.reading.names.namewords import ARMED_HEAD, KIN, ROLE, TitleTable, load_namewords
from dossier.reading.names.pieces import ContextTable
from dossier.reading.relations.relations import Reader
from dossier.reading.tree import Tree, Word

_LONGEST = 12
"""Words of a description."""
_MOST = 3
"""Descriptions of one name that an article gives."""
_ADULT, _OLDEST = 18, 110
_OFFENCES = ("offence", "murder", "assault", "abduction", "weapon", "outlaw", "any_crime")
_ASIDE = ("relcl", "acl")
_PARTING = frozenset((")", "(", "–", "—", "--", ":", ";", ","))
_OF_PEOPLE, _OF_BODIES = (
    frozenset(("person",)),
    frozenset(("organisation", "armed_group", "government_body", "alliance")),
)


class _Words(NamedTuple):
    """Shape of descriptions.yaml."""

    people: frozenset[str]
    bodies: frozenset[str]
    places: frozenset[str]
    named_of: frozenset[str]
    bare: frozenset[str]
    judged: frozenset[str]
    pointing: frozenset[str]


def described(scene: Scene, names: Sequence[NameFinding]) -> tuple[NameFinding, ...]:
    """Names with what the article says that each is, in text order."""
    found: dict[str, list[Span]] = {}
    for _, tree in scene.parses.all():
        for name, span in _in_sentence(scene, tree):
            found.setdefault(name, []).append(span)
    return tuple(_with(each, scene, found[each.name]) if each.name in found else each for each in names)


def _with(name: NameFinding, scene: Scene, spans: list[Span]) -> NameFinding:
    """A name with its descriptions, each once, without those that a role of its tells."""
    told = [role.span for role in name.roles]
    kept: dict[str, Span] = {}
    for span in sorted(spans):
        if not any(role.start < span.end and span.start < role.end for role in told):
            kept.setdefault(scene.article.text.slice(span).casefold(), span)
    return replace(name, descriptions=tuple(DescriptionFinding(span=s) for s in list(kept.values())[:_MOST]))


def _in_sentence(scene: Scene, tree: Tree) -> Iterator[tuple[str, Span]]:
    reader = Reader(scene, tree)
    for noun in tree.words:
        if noun.tag == "NN" and noun.text.islower() and not scene.quoted.holds(noun.start):
            kinds = _kinds_of(noun.lemma)
            for mention, words in _told_by(scene, reader, noun) if kinds else ():
                if mention.kind in kinds and _may_be_told(noun, words):
                    yield mention.name, Span(words[0].start, words[-1].end)
        elif noun.tag == "CD" and (age := _age(scene, tree, noun)) is not None:
            yield age


def _told_by(scene: Scene, reader: Reader, noun: Word) -> Iterator[tuple[Mention, list[Word]]]:
    """Whom a noun describes, and the words that do."""
    inner = noun.subtree()
    for bearer in reader.holders(noun):
        mention = scene.names.at(bearer.start)
        if mention is None or mention.end > bearer.end:
            continue
        if mention.start > noun.start:
            words = _before(noun, bearer, mention) or _set_before(reader.tree, noun, bearer)
        elif _may_be_anothers(noun, bearer):
            continue
        elif any(c.dep in _ASIDE for c in noun.children) and not _is_one_of_many(noun):
            continue  # "the man who came": which one, and not what he is
        else:
            span = extent(noun)
            words = [w for w in inner if span.start <= w.start < span.end]
        if words:
            yield mention, words
    called = (
        obliques(noun, "of") if noun.lemma in _table().named_of and noun.dep not in ("appos", "attr") else []
    )
    if len(called) == 1 and any(c.lower == "the" for c in noun.children):
        mention = scene.names.at(called[0].start)
        if mention is not None and mention.end == called[0].end:
            span = core(noun)
            yield mention, _without_article([w for w in inner if span.start <= w.start < span.end])


def _before(noun: Word, name: Word, mention: Mention) -> list[Word]:
    """The words of a description right before a name: "coastal village" of "the coastal village Lund"."""
    if mention.start - noun.end > 1:
        return []
    hung = [w for top in (noun, name) for c in top.children if c.index < noun.index for w in c.subtree()]
    own = {w.index: w for w in (*hung, noun) if w.index <= noun.index}
    first = noun.index
    while first - 1 in own and own[first - 1].text not in _PARTING and own[first - 1].tag != ":":
        first -= 1
    return _without_article([own[at] for at in range(first, noun.index + 1)])


def _set_before(tree: Tree, noun: Word, name: Word) -> list[Word]:
    """The words of a description before a comma and a name that closes it: "A woman from Lund, Ana Lume, said"."""
    span, behind = extent(noun), tree.after(name)
    words = [w for w in noun.subtree() if span.start <= w.start < span.end]
    comma = tree.after(words[-1])
    led = comma is not None and comma.text == "," and comma.end + 1 == min(w.start for w in name.subtree())
    closed = behind is not None and behind.text in (",", ".")
    return words if led and closed and name.dep == "appos" and noun.dep != "pobj" else []


def _may_be_anothers(noun: Word, name: Word) -> bool:
    """Whether an aside may be on whom the name only belongs to: "the mother of Ana Lume, a teacher"."""
    over = name.head.head if name.dep == "pobj" and name.head.lower == "of" else name.head
    return noun.dep == "appos" and name.dep in ("pobj", "poss") and over.pos == "NOUN" and names_people(over)


def _without_article(words: list[Word]) -> list[Word]:
    while words and words[0].tag in ("DT", "RB"):  # "Especially the young baker X"
        words = words[1:]
    return words


def _is_one_of_many(noun: Word) -> bool:
    """Whether "a" opens a phrase: what is left out behind it tells only more."""
    return any(c.dep == "det" and c.lower in ("a", "an") for c in noun.children)


def _may_be_told(noun: Word, words: Sequence[Word]) -> bool:
    """Whether words say what somebody is by themselves, and neither accuse nor judge."""
    table = _table()
    small = {form for word in words for form in (word.lower, word.lemma.lower())}
    parts = small | {part for word in small for part in word.split("-")}
    besides = [w for w in words if w is not noun and w.tag != "DT"]
    if len(words) > _LONGEST or parts & (table.judged | table.pointing | _unheld() | _offences()):
        return False
    kin = load_namewords().get(noun.lemma, 0) & KIN and any(w.pos in ("PROPN", "PRON") for w in besides)
    listed = noun.dep == "appos" and any(
        c.dep in ("cc", "conj") and c.index > noun.index for c in noun.children
    )
    return not (kin or listed) and bool(besides or noun.lemma not in table.bare)


def _age(scene: Scene, tree: Tree, number: Word) -> tuple[str, Span] | None:
    """Whose age a number between commas behind a name is: "Mira Osk, 34, said"."""
    comma, behind = tree.before(number), tree.after(number)
    name = tree.before(comma) if comma is not None else None
    if name is None or comma is None or behind is None or not number.text.isdigit():
        return None
    closed = (comma.text, behind.text) in ((",", ","), (",", "."), ("(", ")"))
    mention = scene.names.at(name.start)
    aged = _ADULT <= int(number.text) <= _OLDEST
    if not (closed and aged) or mention is None or mention.kind != "person" or mention.end != name.end:
        return None
    return (mention.name, number.span) if name.tag == "NNP" and " " in mention.name else None


@cache
def _kinds_of(noun: str) -> frozenset[str]:
    """The kinds of names that a noun may describe."""
    table, contexts, flags = (
        _table(),
        load_table("name_contexts", ContextTable),
        load_namewords().get(noun, 0),
    )
    kinds: frozenset[str] = frozenset()
    if noun in table.people or flags & ROLE:
        kinds |= _OF_PEOPLE
    if (
        noun in table.bodies | contexts.organisations_before | contexts.bodies_only_behind
        or flags & ARMED_HEAD
    ):
        kinds |= _OF_BODIES
    return kinds | PLACE_KINDS if noun in table.places else kinds


@cache
def _offences() -> frozenset[str]:
    classes = word_classes()
    return frozenset(word for name in _OFFENCES for word in classes[name])


def _unheld() -> frozenset[str]:
    return load_table("titles", TitleTable).unheld


@cache
def _table() -> _Words:
    return load_table("descriptions", _Words)
