"""Words of a tree to whom they mean: a name of the findings, else the words themselves."""

from __future__ import annotations

from typing import NamedTuple

from dossier.reading.attribution.scene import Scene
from dossier.reading.findings import Span
from dossier.reading.grammar.dependents import conjuncts, obliques
from dossier.reading.grammar.extents import core, extent
from dossier.reading.grammar.membership import makes_up, puts_into_a_group
from dossier.reading.grammar.noun_classes import is_of, names_people
from dossier.reading.names.mentions import PLACE_KINDS, Mention
from dossier.reading.tree import Word

_MOST_WORDS = 14
_GROUPS = frozenset(("armed_group", "organisation", "alliance", "government_body"))
_OUTFITS = frozenset(
    (
        "groups",
        "parties",
        "militias",
        "organisations",
        "organizations",
        "movements",
        "factions",
        "unions",
        "companies",
    )
)
_QUOTES = frozenset('"“”')
_CALLED = frozenset(("call", "name", "dub", "know"))


class Named(NamedTuple):
    """Who a word means, and where that stands."""

    name: str
    span: Span
    known: bool
    """True when `name` is the name of a NameFinding."""
    stands_for: Span | None = None
    """Where the name stands, when the words are a pronoun or a role."""


def named(scene: Scene, word: Word, *, narrow: bool = False) -> Named:
    """The one a word means: by its own name, the name beside it, its role or as a pronoun; else its words."""
    owns = word.child("case") if word.dep != "poss" else None
    if owns is not None:  # "the miners accused Velk’s of it": their union, which is not named
        span = Span(core(word).start, owns.end)
        return Named(scene.article.text.slice(span), span, False)
    mention = scene.mention(word)
    behind = _whom_it_tells_of(word, mention)
    if behind is not None:
        span = Span(mention.start if mention is not None else word.start, behind.end)
        return Named(scene.article.text.slice(span), span, False)
    if mention is not None and mention.kind not in PLACE_KINDS and not _is_owned_state(word, mention):
        return Named(mention.name, Span(mention.start, mention.end), True)
    name = scene.name_of(word) if mention is None else None  # "Lee's Britain" is a book
    if name is not None:
        before = [m for m in scene.names.before(word.start) if m.name == name]
        where = Span(before[-1].start, before[-1].end) if before else None
        return Named(name, core(word), True, where)
    span = _unquoted(scene.article.text.text, _without_date(scene, word, words_of(word, narrow=narrow)))
    return Named(scene.article.text.slice(span), span, False)


def _unquoted(text: str, span: Span) -> Span:
    """A phrase without the quotation mark before it that nothing closes: of “"Lanterns” only the name."""
    start, end = span
    while start < end and text[start] in _QUOTES and not any(c in _QUOTES for c in text[start + 1 : end - 1]):
        start += 1
    return Span(start, end) if start < end else span


def _whom_it_tells_of(word: Word, mention: Mention | None) -> Word | None:
    """The person a body's name only leads to: "a Court of Appeal justice" is not the court."""
    if mention is None or not mention.start <= word.start < mention.end:
        return None
    behind = next((w for w in word.subtree() if w.start == mention.end + 1), None)
    fits = behind is not None and behind.tag == "NN" and behind.text.islower() and names_people(behind)
    return behind if fits and mention.kind != "person" else None


def _is_owned_state(word: Word, mention: Mention) -> bool:
    """Whether a state has an owner, and is none: "Lee's Britain"."""
    return mention.kind in ("state", "country") and word.child("poss") is not None


def _without_date(scene: Scene, word: Word, span: Span) -> Span:
    """A phrase up to the preposition of a date behind its noun: "an official" of "an official on Monday"."""
    when = next((link for link in word.all("prep") if _is_dated(scene, link)), None)
    if when is None or not word.end < when.start < span.end:
        return span
    before = max((w.end for w in word.subtree() if w.end <= when.start), default=word.end)
    return Span(span.start, before)


def _is_dated(scene: Scene, link: Word) -> bool:
    inner = link.child("pobj")
    return inner is not None and scene.date_at(inner.span) is not None


def named_all(scene: Scene, word: Word, *, narrow: bool) -> tuple[Named, ...]:
    """Each one that "and" joins to a word."""
    found: dict[str, Named] = {}
    for each in conjuncts(word):
        groups = _groups_named(scene, each)
        for who in groups or (named(scene, each, narrow=narrow),):
            found.setdefault(who.name, who)
    return tuple(found.values())


def _groups_named(scene: Scene, word: Word) -> list[Named]:
    """The groups that a plural names before it: "the X and Y groups"."""
    if word.tag not in ("NNS", "NNPS") or scene.names.at(word.start) is not None:
        return []
    outfit = is_of(word, "armed_people", "outlaw") or word.lower in _OUTFITS
    return [
        Named(m.name, Span(m.start, m.end), True)
        for m in scene.names.within(core(word))
        if m.kind in _GROUPS
        and m.kind != "government_body"
        and (outfit or m.kind == "armed_group" or m.name in scene.armed)  # not "Cabinet ministers"
    ]


def group_of(scene: Scene, word: Word) -> Named | None:
    """The group a word for its people belongs to: "X guerrillas", "members of the X", "a group called X".

    None of those who only were its people, or may be: "former members of the X", "suspected X rebels"; nor of
    those who are something to it: its leader, its opponents, a rival.
    """
    own = scene.names.at(word.start)
    if own is not None and own.kind == "person":
        return None  # "Ann Lee of the X": she, and not her group
    if not makes_up(word):
        return None
    for child in (*word.children, *(inner for c in word.children for inner in c.children)):
        mention = None
        owner = child.dep == "poss" and child.head is word and is_of(word, "armed_people")
        if child.index < word.index and (owner or child.dep in ("compound", "amod", "nmod")):
            mention = scene.names.at(child.start)
        armed = mention is not None and (mention.kind == "armed_group" or mention.name in scene.armed)
        theirs = owner or word.lower == "members"  # "the X's fighters", "X members"
        if mention is not None and (armed or (theirs and mention.kind in _GROUPS)):
            return Named(mention.name, Span(mention.start, mention.end), True)
    of_whom = obliques(word, "of", "from")
    of_whom += [noun for c in word.children if puts_into_a_group(c) for noun in obliques(c, "to")]
    called = [n for c in word.all("acl") if c.lemma in _CALLED for n in c.all("oprd", "dobj", "attr")]
    for noun in (*of_whom, *called):
        mention = scene.names.at(noun.start)
        if mention is not None and mention.kind in _GROUPS:
            return Named(mention.name, Span(mention.start, mention.end), True)
    within = (group_of(scene, noun) for noun in of_whom)  # "a group of X guerrillas"
    return next((group for group in within if group is not None), None)


def flown_by(scene: Scene, word: Word) -> Named | None:
    """The body whose name stands before its planes or ships: "a Lesk Air Force helicopter" is the force’s."""
    if not is_of(word, "war_machine"):
        return None
    for child in word.all("compound", "nmod", "poss"):
        mention = scene.names.at(child.start)
        if mention is not None and mention.kind in _GROUPS:
            return Named(mention.name, Span(mention.start, mention.end), True)
    return None


def words_of(word: Word, *, narrow: bool = False) -> Span:
    """A phrase's own words without its article; with `narrow`, or when long, none behind its noun."""
    span = extent(word)
    inside = [w for w in (word, *word.subtree()) if span.start <= w.start < span.end]
    if (
        narrow
        or len(inside) > _MOST_WORDS
        or any(link.child("pcomp") is not None for link in word.all("prep"))
    ):
        span = core(word)
        whole = next(iter(obliques(word, "of")), None) if is_of(word, "of_a_group") else None
        if whole is not None:
            span = Span(span.start, core(whole).end)  # "three members of the X"
    owns = word.child("case")
    if owns is not None:
        span = Span(span.start, owns.start)  # "the union’s version"
    first = next((c for c in word.children if c.dep == "det" and c.start == span.start), None)
    if first is not None and first.lower in ("the", "a", "an", "that"):
        behind = min((w for w in word.subtree() if w.start >= first.end), key=lambda w: w.start, default=word)
        span = Span(behind.start, span.end)
    return span
