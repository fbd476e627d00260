"""Which longer name of its article a shorter one means: "the Coast Court" is "the Coast Court of Norland".

"Ivo Stam" is "Ivo B. Stam" and "Sayed Ivo Stam" too, and a firm's name its own without "Co".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dossier.reading.names.namewords import COMPANY, KIN, ORGANISATION, SITE, english_words
from dossier.reading.names.pieces import POSSESSIVE, Piece
from dossier.reading.names.roles import office_of
from dossier.reading.names.surroundings import Surroundings

_KINDS = frozenset(("organisation", "place", "unknown"))
_UNTOLD = frozenset(("of", "for", "the", "republic", "kingdom", "state", *POSSESSIVE))
_SEVERAL = frozenset(("a", "an", "another", "each", "every", "both", "other", "any"))
_WORLDWIDE = frozenset(("world", "international", "global"))
_CALLED = frozenset(("known", "called", "named"))
_BESIDES = frozenset(("also", "formally", "formerly", "officially", "otherwise", "previously"))
_LINKING = frozenset((",", "(", "as", "the", "which", "is", "was", "or", "“")) | _CALLED | _BESIDES
_NUMBERS = frozenset(("iii", "iv"))
"""Behind a name, of those that are told without; "Jr" and "Sr" tell a son from his father."""
_ELDER = frozenset(("elder", "younger", "senior", "junior"))
_OFFICE = 3
"""Letters by which an office and its short form are compared: "General", "Gen."."""
_OF_KIN = 3
"""Tokens before a name in which a word for kin is looked for."""
_Words = tuple[str, ...]


def same_bodies(around: Surroundings) -> dict[str, Piece]:
    """The words of a shorter name → where the article has the longer one that it means.

    None where two bodies of its sort stand in the article that it may mean.
    """
    bodies = _Bodies(around)
    found = dict((*bodies.shortened(), *bodies.called(), *_same_people(around)))
    for words, piece in found.items():
        while (longer := found.get(" ".join(piece.words))) is not None:
            piece = found[words] = longer
    return found


class _Bodies:
    """The bodies and sites of one article, by the noun that tells what each is."""

    def __init__(self, around: Surroundings) -> None:
        self.around, self.contexts = around, around.contexts
        self.stands: dict[_Words, list[Piece]] = defaultdict(list)
        self.alike: dict[str, list[_Words]] = defaultdict(list)
        for piece in around.pieces:
            if piece.kind in _KINDS:
                self.stands[piece.words].append(piece)
        for words in self.stands:
            noun = (_front(words) or words)[-1]
            if around.words.get(noun, 0) & (ORGANISATION | SITE):
                self.alike[noun].append(words)

    def shortened(self) -> Iterator[tuple[str, Piece]]:
        """Each name that leaves out where its body is or what rank it has, with the whole one."""
        for noun, named in self.alike.items():
            longer = self._by_what_may_stand_for_them(named)
            for short in named if len(named) > 1 else ():
                perhaps = named if len(short) == 1 else longer[_front(short)]
                meant = (words for words in perhaps if self._may_mean(short, words, noun))
                *others, long = [short, *sorted(meant, key=len)]
                one = all(self._may_mean(words, long, noun) for words in others)
                if others and one and not self._is_of_another(short, long):
                    yield " ".join(short), self.stands[long][0]

    def _by_what_may_stand_for_them(self, named: Sequence[_Words]) -> Mapping[_Words, list[_Words]]:
        """Names by the front of each shorter name that may mean them, in their order."""
        found: dict[_Words, list[_Words]] = defaultdict(list)
        ranks = self.contexts.ranks_of_bodies
        for words in named:
            front = _front(words)
            tails = [front[at:] for at in range(len(front) + 1)]
            told = (
                front[:1] + front[at:] for at in range(2, len(front) + 1) if ranks.issuperset(front[1:at])
            )
            for each in dict.fromkeys((*tails, *told)):
                found[each].append(words)
        return found

    def called(self) -> Iterator[tuple[str, Piece]]:
        """Names that are said to be another's: "the Sea Court, known formally as the Court of the Sea"."""
        for piece in (piece for pieces in self.stands.values() for piece in pieces):
            at = piece.first
            while self.around.lower(at - 1) in _LINKING:
                at -= 1
            between = {self.around.lower(i) for i in range(at, piece.first)}
            other = self.around.ending.get(at) if between & _CALLED and between & _BESIDES else None
            if other is not None and other.kind in _KINDS and other.words != piece.words:
                short, long = sorted((other, piece), key=lambda each: (len(each.words), each.words))
                yield " ".join(short.words), long

    def _may_mean(self, short: _Words, long: _Words, noun: str) -> bool:
        """Whether a name is another one with words left out that need not be said."""
        one, other = self.stands[short][0].kind, self.stands[long][0].kind
        if len(short) >= len(long) or one not in (other, "unknown") or short[0] in _WORLDWIDE:
            return False
        if len(short) == 1:
            told = all(self.around.lower(piece.first - 1) == "the" for piece in self.stands[short])
            return told and noun in self.contexts.told_by_their_noun
        before, behind = _front(short), _front(long)
        tail, rest = short[len(before) :], long[len(behind) :]
        left = len(behind) - len(before)
        if rest[: len(tail)] != tail or not self._is_place(rest[len(tail) :]):
            return False
        if behind[left:] == before:  # the Fijian Reef Desert is that part of it which is Fiji's
            part = other == "place" and any(word in self.around.gazetteer.demonyms for word in behind[:left])
            return self._is_place(behind[:left]) and not part
        inner = behind[1 : left + 1]
        return (before[0], *inner, *before[1:]) == behind and self.contexts.ranks_of_bodies.issuperset(inner)

    def _is_place(self, words: Sequence[str]) -> bool:
        """Whether words only tell where a body is, or whose: "of the Republic of Norland", "Sudish"."""
        named = [word for word in words if word not in _UNTOLD]
        gazetteer, common = self.around.gazetteer, english_words()
        known = (gazetteer.places, gazetteer.demonyms)
        return " ".join(named) in gazetteer.places or all(
            word not in common or any(word in names for names in known) for word in named
        )

    def _is_of_another(self, short: _Words, long: _Words) -> bool:
        """Whether the shorter name stands where it is somebody's whom the longer one does not name."""
        around, gazetteer = self.around, self.around.gazetteer
        lands = {gazetteer.demonyms.get(word) for word in long}
        lands |= {gazetteer.places[word].country for word in long if word in gazetteer.places}
        lands |= {around.owner(piece.first) for piece in self.stands[long]}
        for piece in self.stands[short]:
            owner, before = around.owner(piece.first), piece.first - 1
            strange = around.word(before) in POSSESSIVE and around.lower(before - 1) not in long
            if (strange if owner is None else owner not in lands) or around.lower(before) in _SEVERAL:
                return True
        return False


def _front(words: _Words) -> _Words:
    """A name up to the noun that tells what it is: "Coast Court" of "Coast Court of Norland"."""
    return words[: next((at for at, word in enumerate(words) if word in ("of", "for")), len(words))]


def _same_people(around: Surroundings) -> Iterator[tuple[str, Piece]]:
    """Each full name without the initial or number that the article has with one: "Ivo Stam", "Ivo B. Stam".

    None where the two may be father and son: both in one sentence, in other offices, or of another's kin.
    """
    stands: dict[_Words, list[Piece]] = defaultdict(list)
    longer: dict[_Words, set[_Words]] = defaultdict(set)
    so_called: dict[_Words, list[Piece]] = defaultdict(list)
    for piece in around.pieces:
        so_called[piece.words].append(piece)
    for piece in around.pieces:
        if piece.kind == "person" and not piece.single:
            stands[piece.words].append(piece)
            led = len(piece.words) > 2 and piece.words[0] in around.contexts.titles_in_names
            longer[_without_initials(piece.words[led:])].add(piece.words)
        if around.flags(piece.stop - 1) & COMPANY and len(piece.words) > 2:
            yield from _without_form(around, piece, so_called.get(piece.words[:-1], ()))
    for short, named in longer.items():
        (long, *more) = named - {short} or ((),)
        if long and short in named and not more and _may_be_one(around, stands[short], stands[long]):
            yield " ".join(short), stands[long][0]


def _without_form(around: Surroundings, firm: Piece, short: Sequence[Piece]) -> Iterator[tuple[str, Piece]]:
    """A firm's name without its form further on, where nobody is called so: "Ivo Stam Co", "Ivo Stam"."""
    later = all(p.first > firm.first and p.title is None and not around.roles_of(p) for p in short)
    if short and later:
        yield " ".join(short[0].words), firm


def _without_initials(words: _Words) -> _Words:
    inner = tuple(word for word in words[1:-1] if len(word) > 1)
    end = words[-1:] if words[-1] not in _NUMBERS else ()
    return (words[0], *inner, *end)


def _may_be_one(around: Surroundings, one: Sequence[Piece], other: Sequence[Piece]) -> bool:
    sentences = [{around.text.sentence_at(p.span.start).first for p in pieces} for pieces in (one, other)]
    held = [{office_of(r.title)[:_OFFICE] for p in ps for r in around.roles_of(p)} for ps in (one, other)]
    apart = bool(sentences[0] & sentences[1]) or (all(held) and not held[0] & held[1])
    before = (around.lower(at) for p in (*one, *other) for at in range(p.first - _OF_KIN, p.first))
    return not apart and not any(around.words.get(word, 0) & KIN or word in _ELDER for word in before)
