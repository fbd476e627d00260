"""Matches of the frames of agreements to undertakings: who takes what on, and in which words.

Every undertaking has somebody named who takes it on. What is only wished for, denied, possible or asked of
others is none: its frame doesn't match.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from dossier.reading.attribution.naming import Named
from dossier.reading.attribution.scene import Scene
from dossier.reading.findings import Span
from dossier.reading.frames.classes import is_both_sides
from dossier.reading.frames.format import load_frames
from dossier.reading.frames.matcher import Filler, Match, Matcher
from dossier.reading.grammar.conditions import limits
from dossier.reading.grammar.cuts import may_end
from dossier.reading.grammar.dependents import (
    agents,
    conjuncts,
    is_definite,
    is_finite,
    is_infinitive,
    is_relative,
    is_verb,
    obliques,
)
from dossier.reading.grammar.noun_classes import is_of, word_classes
from dossier.reading.tree import Tree, Word

_PARTY_KINDS = frozenset(
    ("person", "organisation", "government_body", "state", "armed_group", "alliance", "people")
)
_ASIDE = frozenset(("advcl", "parataxis", "conj", "cc", "punct", "relcl", "mark", "aux", "neg", "nsubj"))
_AHEAD = frozenset(("will", "would", "shall", "'ll", "’ll"))
_RELATIVE = ("WDT", "WP", "WP$")
_PHRASE_ASIDE = frozenset(("relcl", "parataxis", "punct", "appos", "advcl"))
_MOST_WORDS = 15


class Content(NamedTuple):
    """What is undertaken, as words of a tree in a row."""

    words: tuple[Word, ...]
    negative: str
    """"not" or "never", where it is to leave something be."""
    thing: Word | None
    """The noun for what is set up, signed or given."""
    condition: tuple[Word, ...] = ()
    """The words of the clauses that limit it, wherever they stand: "if elected"."""

    @property
    def span(self) -> Span:
        """From its first word to its last."""
        return Span(self.words[0].start, self.words[-1].end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaking:
    """One sentence's report of one undertaking."""

    form: str
    """Name of its frame: agreed, signed, deal, in_force, pledged, reaffirmed or planned."""
    status: str
    match: Match
    tree: Tree
    words: Span
    """The words that give the status."""
    content: Content
    parties: tuple[Named, ...]

    @property
    def is_pledge(self) -> bool:
        """Whether one side promises it."""
        return self.form in ("pledged", "reaffirmed")

    @property
    def points_back(self) -> bool:
        """Whether only "the agreement" says what it is: one told before."""
        thing = self.content.thing
        if self.form not in ("signed", "agreed", "in_force") or thing is None or not is_definite(thing):
            return False
        return (
            self.content.words[-1] is thing
            and thing.lemma.lower() in word_classes()["deal"]
            and not any(c.dep in ("compound", "amod", "poss", "nmod", "relcl", "acl") for c in thing.children)
        )


class UndertakingReader:
    """Reads the undertakings of one article."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        frames = [frame for frame in load_frames() if frame.yields == "agreement"]
        self._matcher = Matcher(scene, frames)
        self._pair = self._joined_states()

    def all(self) -> Iterator[Undertaking]:
        """Undertakings in text order."""
        for _, tree in self.scene.parses.all():
            found = (self._read(tree, match) for match in self._matcher.matches(tree))
            yield from (each for each in found if each is not None)

    def _read(self, tree: Tree, match: Match) -> Undertaking | None:
        form = match.frame.frame
        content = self._content(tree, match)
        if content is not None and self._is_truce_of_one(match, content):
            return None
        if content is None or (form in ("pledged", "reaffirmed") and not _is_ahead(match)):
            return None
        if any(w.lower in word_classes()["to_readers"] for w in content.words) or _lacks_its_object(match):
            return None
        content = _limited(content, match)
        if len(content.condition) > 2 * _MOST_WORDS:
            return None  # without its condition it would be more than was undertaken
        if "thing" in match.slots and match.standing.tense != "future":
            return None  # "want to build"
        parties = self._parties(match, content)
        joint = form in ("planned", "deal")
        if len(parties) < (2 if joint else 1):
            return None
        status = match.frame.type or form
        if form == "agreed" and self._concedes(match, content, parties):
            form = status = "pledged"
        first = match.trigger.start
        verb = content.words[0]
        particle = verb.child("prt")  # "to set up"
        infinitive = (particle or verb).end if is_infinitive(verb) else 0
        last = max(match.trigger.end, infinitive)
        aux = match.trigger.child("aux") if "thing" in match.slots else None
        return Undertaking(
            form=form,
            status=status,
            match=match,
            tree=tree,
            words=Span(aux.start if aux is not None else first, last),
            content=content,
            parties=parties,
        )

    def _is_truce_of_one(self, match: Match, content: Content) -> bool:
        """Whether one person alone would have reached a truce, which takes two."""
        parties = self._parties(match, content)
        truce = content.thing is not None and is_of(content.thing, "truce")
        person = len(parties) == 1 and self.scene.findings[parties[0].name].kind == "person"
        return truce and person

    def _content(self, tree: Tree, match: Match) -> Content | None:
        """What a match's `what` says: a clause without its subject, or a noun phrase."""
        text = self.scene.article.text.text
        if "thing" in match.slots:
            return _of_verb(tree, match.trigger)
        filler = match.first("what")
        if match.frame.frame == "deal":
            return Content((match.trigger,), "", match.trigger)
        if filler is None:
            return None
        if is_verb(filler.word):
            return None if self._is_for_others(match, filler.word) else _of_verb(tree, filler.word)
        if match.frame.frame == "pledged" and not _is_given(filler.word):
            return None
        return Content(tuple(_phrase(filler.word, match.trigger, text)), "", filler.word)

    def _is_for_others(self, match: Match, clause: Word) -> bool:
        """Whether one person says what "they" will do: "the leader vowed that they would not return"."""
        own, who = clause.child("nsubj", "nsubjpass"), match.slots.get("who", ())
        return own is not None and own.lower == "they" and len(who) == 1

    def _parties(self, match: Match, content: Content) -> tuple[Named, ...]:
        fillers = [f for slot in ("who", "with", "between") for f in match.slots.get(slot, ())]
        if content.thing is not None and match.frame.frame in ("signed", "agreed", "in_force"):
            beside = [w for link in ("with", "between") for w in obliques(content.thing, link)]
            fillers += [Filler(word=w, span=w.span, name=self.scene.name_of(w)) for w in beside]
        if not fillers and match.frame.frame == "signed":
            signers = [w for at in obliques(match.trigger, "at", "in", "during") for w in _agents_below(at)]
            fillers = [Filler(word=w, span=w.span, name=self.scene.name_of(w)) for w in signers]
        if not fillers and match.frame.frame == "planned" and self._speaks_of_both(content):
            return self._pair
        offices = [f for f in fillers if f.name is None and _spoken_for(f.word)]
        if offices:  # "the ministers of X and Y, Ann Lee and Bo Tarr, signed": for X and Y
            fillers = offices
        found = [named for filler in fillers for named in self._named(filler)]
        return tuple({n.name: n for n in found}.values())

    def _named(self, filler: Filler) -> Iterator[Named]:
        word = filler.word
        if word.lower in ("we", "both", "they") or is_both_sides(word):
            yield from self._pair if word.lower != "they" else ()
            return
        for each in [word, *self._listed_with(word)] if filler.name else _spoken_for(word):
            finding = self.scene.findings.get(self.scene.name_of(each) or "")
            kinds = _PARTY_KINDS if filler.name else _PARTY_KINDS - {"person"}  # those who speak for them
            if finding is not None and finding.kind in kinds and not _is_deal(finding.name):
                mention = self.scene.names.at(each.start)
                span = Span(mention.start, mention.end) if mention else each.span
                yield Named(finding.name, span, True, filler.stands_for)

    def _listed_with(self, word: Word) -> list[Word]:
        """States that the parse has as an apposition of the first of a list: "Fiji, Tonga and Samoa"."""
        beside = (each for noun in word.all("appos") for each in conjuncts(noun))
        listed = [each for each in beside if self.scene.kind_of(each) == "state"]
        return listed if self.scene.kind_of(word) == "state" and len(listed) > 1 else []

    def _concedes(self, match: Match, content: Content, parties: tuple[Named, ...]) -> bool:
        """Whether one alone agrees to do something: "the mayor agreed to add two members" is no deal."""
        who = match.slots.get("who", ())
        alone = len(parties) == 1 and len(who) == 1
        return (
            alone
            and not {"with", "between"} & match.slots.keys()
            and is_infinitive(content.words[0])
            and who[0].word.tag in ("NN", "NNP", "PRP")
            and who[0].word.lower != "they"
            and not obliques(match.trigger, "with")
        )

    def _speaks_of_both(self, content: Content) -> bool:
        return any(is_both_sides(word) for word in content.words)

    def _joined_states(self) -> tuple[Named, ...]:
        """The first two states the article joins with "and"; empty when it joins none."""
        text = self.scene.article.text.text
        states = [m for m in self.scene.names.mentions if m.kind == "state"]
        for one, other in pairwise(states):
            if one.name != other.name and text[one.end : other.start].strip() in ("and", "&"):
                return tuple(Named(m.name, Span(m.start, m.end), True) for m in (one, other))
        return ()


def _agents_below(noun: Word) -> list[Word]:
    """Who stands behind "by" on an occasion at which something is signed: "at a summit in Suva by Lee"."""
    inner = [n for link in noun.all("prep") if link.lower != "by" for n in link.all("pobj")]
    return [*agents(noun), *(w for n in inner for w in agents(n))]


def _is_deal(name: str) -> bool:
    """Whether a name is that of an agreement, which binds others: "the United Nations Conventions"."""
    last = name.split()[-1].lower()
    return not {last, last.removesuffix("s")}.isdisjoint(word_classes()["deal"])


def _spoken_for(noun: Word) -> list[Word]:
    """Whom those bind who agree: "the presidents of X and Y"; not what "the traders of X" belong to."""
    speaks = is_of(noun, "sides", "officeholder", "delegation")
    return obliques(noun, "of", "from") if speaks else []


def _of_verb(tree: Tree, verb: Word) -> Content | None:
    """A clause's own words from its verb on, up to another clause or the end of what hangs on it.

    None where they can't be ended without promising more, or another thing.
    """
    kept = {verb.index}
    waiting = [c for c in verb.children if c.dep not in _ASIDE]
    while waiting:
        word = waiting.pop()
        kept.add(word.index)
        waiting += [c for c in word.children if c.dep not in _PHRASE_ASIDE]
    lead = verb.child("auxpass")
    first = lead.index if lead is not None else verb.index
    negative = next((c.lower for c in verb.children if c.dep == "neg"), "")
    negative = "never" if negative == "never" else "not" if negative else ""
    words = _ended(tree, verb, first, kept)
    return Content(tuple(words), negative, verb.child("dobj")) if words else None


def _ended(tree: Tree, verb: Word, first: int, kept: set[int]) -> list[Word]:
    """A clause's words in a row to the last of `kept` that may end them, or to a later one; else none."""
    own = {w.index for w in verb.subtree()}
    row = []
    for word in tree.words[first : first + 2 * _MOST_WORDS]:
        if word.index not in own and any(c.isalnum() for c in word.text):
            break
        row.append(word)
    thing = verb.child("dobj", "attr", "acomp")
    least = max(first, thing.index if thing is not None else first)
    ends = [w for w in row if w.index >= least and is_whole(tree, row, w)]
    later = [w for w in ends if w.index - first < _MOST_WORDS] or ends[:1]
    last = next((w for w in reversed(ends) if w.index in kept), next(reversed(later), None))
    return row[: last.index - first + 1] if last is not None else []


def is_whole(tree: Tree, words: Sequence[Word], last: Word) -> bool:
    """Whether what is undertaken may end with a word: not before what says which, and to what end.

    "A council | that reflects the town", "work | together", "talks together | to end the war".
    """
    top = next((w for w in words if w.head not in words), words[0])
    if not may_end(tree, list(tree.words[words[0].index : top.subtree()[-1].index + 1]), last):
        return False
    first = words[0]
    left = [w for w in tree.words[last.index + 1 :] if first.index <= w.head.index <= last.index]
    after = tree.after(last)
    if (after is not None and after.tag in _RELATIVE) or any(_says_which(word) for word in left):
        return False
    bare = all(w.head is first and w.dep == "advmod" for w in words[1 : last.index - first.index + 1])
    return not bare or not any(w.head is first and is_infinitive(w) for w in left)


def _says_which(word: Word) -> bool:
    """Whether a clause right behind a noun tells what nothing before it does: "a plan drawn up"."""
    noun, first = word.head, word.subtree()[0]
    if word.dep not in ("relcl", "acl") or first.index != noun.index + 1:
        return False
    lead = next((c for c in noun.children if c.dep == "det"), noun)
    return lead.lower in word_classes()["open_lead"]


def _limited(content: Content, match: Match) -> Content:
    """What is undertaken with its conditions, on its own verb or on the one that undertakes it."""
    filler = match.first("what")
    verbs = dict.fromkeys((content.words[0], match.trigger, *([filler.word] if filler else ())))
    kept = {w for verb in verbs for head in limits(verb) for w in _with_link(head)}
    if content.words[0] in kept:
        return content
    condition = sorted(kept, key=lambda w: w.index)
    return content._replace(
        words=tuple(w for w in content.words if w not in kept), condition=tuple(condition)
    )


def _with_link(head: Word) -> list[Word]:
    """A condition's words with the "but" right before it: "but only if it rains"."""
    words = head.subtree()
    before = [c for c in head.head.children if c.dep == "cc"]
    return before + words


def _phrase(noun: Word, verb: Word, text: str) -> list[Word]:
    """A noun with what hangs on it, and with what the parse hung on the verb right behind it instead."""
    own = set(verb.subtree()) if verb.head is noun else set()  # "money pledged by Kenya"
    words = [w for w in noun.subtree() if not _is_aside(w, noun) and w not in own]
    last = words[-1].index
    for child in verb.children:
        if child.dep == "prep" and child.lower in ("in", "of", "for") and child.index == last + 1:
            words += child.subtree()
    return _in_a_row(words, text)


def _is_aside(word: Word, noun: Word) -> bool:
    while word is not noun:
        if word.dep in _PHRASE_ASIDE or word.dep in ("conj", "cc"):
            return True
        word = word.head
    return False


def _in_a_row(words: list[Word], text: str) -> list[Word]:
    """The first of the words up to a gap; marks between two of them are none."""
    run = words[:1]
    for word in words[1:]:
        if any(c.isalnum() for c in text[run[-1].end : word.start]) or len(run) == 2 * _MOST_WORDS:
            break
        run.append(word)
    return run


def _lacks_its_object(match: Match) -> bool:
    """Whether what is to be done is done to the noun before: "the port, which Lee pledged to mend"."""
    trigger, filler = match.trigger, match.first("what")
    if trigger.dep != "relcl" or filler is None or not is_verb(filler.word):
        return False
    doers = [w for w in trigger.children if w.dep in ("nsubj", "nsubjpass")]
    return any(not is_relative(w) for w in doers)


def _is_ahead(match: Match) -> bool:
    """Whether what is said is about what will be: "to leave", "his country will never join"."""
    filler = match.first("what")
    if filler is None or not (is_finite(filler.word) or filler.word.tag == "VBN"):
        return match.frame.frame == "pledged"
    aux = {c.lower for c in filler.word.children if c.dep in ("aux", "auxpass")}
    return "have" not in aux and not aux.isdisjoint(_AHEAD)  # "would have had" is a guess at what was


def _is_given(noun: Word) -> bool:
    """Whether a noun is something to promise: money, aid, support; no mere "allegiance to"."""
    return noun.pos in ("NOUN", "NUM") and noun.lemma not in ("allegiance", "love", "it", "that")
