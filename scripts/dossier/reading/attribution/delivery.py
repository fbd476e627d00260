"""When, where, to whom and on what occasion something was said, by what hangs on the word that tells it.

The parser hangs days and places wrongly often enough, so two witnesses are asked for: they hang on the cue,
by nothing but prepositions of an occasion, and they stand where nothing of what is said can stand: next to
the cue, with nothing between but who says it, to whom and when, or before it where all that is said stands
behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from dossier.reading.attribution.scene import Scene
from dossier.reading.findings import DateFinding, DeliveryFinding, Span
from dossier.reading.grammar.dependents import SUBJECTS, is_passive, is_verb
from dossier.reading.grammar.extents import core
from dossier.reading.grammar.noun_classes import is_listed_as_people, is_of, names_people
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.names.mentions import PLACE_KINDS
from dossier.reading.tree import Tree, Word

_ALOUD = frozenset(("statement", "accusation", "denial", "pledge", "warning", "call"))
"""Kinds of verbs by which something is said on a day, and not only thought."""
_ASKING = frozenset(("warning", "call"))
"""Kinds of verbs whose object may be whom they are said to, before what is said."""
_THROUGH = frozenset(("on", "in", "at", "during", "to", "with", "by", "via", "over", "through"))
"""Prepositions by which a day or place behind a noun is still the cue's: "in a speech on Monday"."""
_AT = _THROUGH - {"to", "with"}
"""Those before an occasion: nobody "agreed to a meeting" at one."""
_IN = frozenset(("in", "at"))
_WITH = frozenset(("with", "of", "to"))
_DATED = frozenset(("", "on", "during", "within"))
"""Kinds of dates on which something is said, none since or until which."""
_BETWEEN = frozenset((*SUBJECTS, "prep", "npadvmod", "advmod", "punct", "prt", "aux", "dative", "agent"))
"""What may stand between a cue and what is said beside who is told."""
_DATING = frozenset(("on", "in", "during"))
_TIME = frozenset(("pobj", "npadvmod", "nmod", "advmod", "prep"))
_LEADING = frozenset(("poss", "compound", "amod"))
_SPEAKING = frozenset(("speak", "talk"))
_ISSUED = frozenset(("issue", "release"))
_MARKS = '“”"‘\n'
_OWNS = ("’", "'")
_WHERE = frozenset(("state", "country", *PLACE_KINDS))


def delivery(scene: Scene, cue: Span, said: Iterable[Span]) -> DeliveryFinding | None:
    """What stands beside a cue of when, where, to whom and on what occasion; None where nothing does.

    `said` are the spans that it tells were said. Of two days, or two places, none is taken.
    """
    tree = scene.parses.around(cue.start)
    verb = tree.at(cue.start) if tree is not None else None
    if tree is None or verb is None or not is_verb(verb) or not _is_aloud(verb):
        return None
    return _Beside(scene, tree, verb, tuple(said)).found()


def _is_aloud(verb: Word) -> bool:
    words = speech_words()
    return words.clause.get(verb.lemma) in _ALOUD or verb.lemma in words.judges


class _Beside:
    """What stands beside one cue."""

    def __init__(self, scene: Scene, tree: Tree, verb: Word, said: Sequence[Span]) -> None:
        self._scene, self._tree, self._verb = scene, tree, verb
        clauses = [w for c in verb.all("ccomp", "xcomp", "parataxis") for w in c.subtree()]
        self._content = {w.index for w in clauses if w.index > verb.index}
        self._content |= {w.index for span in said for w in tree.within(span)}
        self._is_all_behind = bool(self._content) and min(self._content) > verb.index
        self._speaking = next((c for c in verb.all("advcl") if self._is_speaking(c)), None)

    def found(self) -> DeliveryFinding | None:
        """What the words tell; each only once."""
        words = [w for w in self._words() if not self._scene.quoted.holds(w.start)]
        days = {day.edtf: day for w in words if (day := self._day(w)) is not None}
        places = {name: span for w in words for name, span in self._place(w)}
        hearers = [span for w in words if (span := self._hearer(w)) is not None]
        occasions = [span for w in words if (span := self._occasion(w)) is not None]
        (day,) = days.values() if len(days) == 1 else (None,)
        ((place, where),) = places.items() if len(places) == 1 else ((None, None),)
        found = DeliveryFinding(
            cue=self._verb.span,
            speaking=self._speaking.span if self._speaking is not None else None,
            day=day,
            place=place,
            place_span=where,
            to=hearers[0] if len(hearers) == 1 else None,
            occasion=occasions[0] if len(occasions) == 1 else None,
        )
        return found if any((day, place, hearers, occasions)) else None

    def _words(self) -> Iterator[Word]:
        """The words that stand where nothing that is said can stand, and hang on the cue."""
        yield from self._behind(self._verb)
        if self._is_all_behind or not self._content:
            yield from self._before()
        if self._speaking is not None:
            yield from self._behind(self._speaking)

    def _behind(self, verb: Word) -> Iterator[Word]:
        """The words right behind a verb, as far as nothing else begins."""
        pieces: list[tuple[Word, list[Word]]] = []
        for word in self._tree.words[verb.index + 1 :]:
            top = self._top(word, verb)
            if word.index in self._content or top is None or not self._may_stand_between(top, verb):
                if not self._ends_before(word, verb):
                    pieces = pieces[:-1]  # what goes on elsewhere may belong there
                break
            if not pieces or pieces[-1][0] is not top:
                pieces.append((top, []))
            pieces[-1][1].append(word)
        for _, words in pieces:
            yield from words

    def _before(self) -> Iterator[Word]:
        """The words before a verb beside its subject: "On Monday, Lee said", "Lee on Monday said"."""
        for top in self._verb.all("prep", "npadvmod"):
            words = top.subtree()
            if words[-1].index < self._verb.index and self._opens(words[0]):
                yield from words

    def _opens(self, first: Word) -> bool:
        """Whether words before a verb open its clause, or stand behind what hangs on it."""
        before = self._tree.before(first)
        if before is None or before.pos in ("CCONJ", "PUNCT", "ADV"):
            return True
        return self._top(before, self._verb) is not None

    def _top(self, word: Word, verb: Word) -> Word | None:
        """What hangs on a verb itself and holds a word."""
        over = (word, *word.ancestors())
        return next((w for w in over if w.head is verb), None)

    def _may_stand_between(self, top: Word, verb: Word) -> bool:
        if top.dep == "dobj":
            words = speech_words()
            asked = words.clause.get(verb.lemma) in _ASKING
            return asked or verb.lemma in words.hearers or self._is_time(top)
        return top.dep in _BETWEEN

    def _is_time(self, noun: Word) -> bool:
        return self._scene.date_at(core(noun)) is not None

    def _ends_before(self, word: Word, verb: Word) -> bool:
        """Whether what stands before a word ends there: what is said, a mark or another clause begins."""
        before = self._tree.before(word)
        marked = before is not None and before.pos == "PUNCT"
        if verb is self._speaking or not self._is_all_behind:
            return marked or word.index in self._content or word.pos in ("PUNCT", "CCONJ", "SCONJ")
        first = next((w for w in self._tree.words[word.index :] if w.pos != "PUNCT"), None)
        if first is None or first.index not in self._content:
            return False
        comma = word.text == "," or (before is not None and before.text == ",")
        led = first.lower == "that" or self._scene.quoted.holds(first.start)
        return led or not comma  # "said a day after May 6, 2023, raid, two fled"

    def _is_speaking(self, clause: Word) -> bool:
        """Whether a clause only tells where somebody was speaking, apart from what is said."""
        own = clause.tag == "VBG" and clause.lemma in _SPEAKING and clause.child(*SUBJECTS) is None
        before = self._tree.before(clause)
        apart = before is None or before.text in (",", "“", "”", '"') or before.pos == "PUNCT"
        return own and apart

    def _anchors(self) -> tuple[Word, ...]:
        return (self._verb,) if self._speaking is None else (self._verb, self._speaking)

    def _is_of_cue(self, noun: Word) -> bool:
        """Whether a noun hangs on the cue by nothing but the prepositions and nouns of an occasion."""
        over = [*takewhile(lambda word: word not in self._anchors(), noun.ancestors())]
        return all(map(self._leads_through, over))

    def _leads_through(self, word: Word) -> bool:
        if is_verb(word):
            return word.lemma in _ISSUED and word.tag == "VBN"
        if word.dep == "prep":
            return word.lower in _THROUGH
        return word.dep in ("pobj", "dobj", "dative", "npadvmod", "advmod", *SUBJECTS)

    def _day(self, word: Word) -> DateFinding | None:
        """The day that a word begins, where it is when something was said."""
        day = next(iter(self._scene.dates_within(word.span)), None)
        if day is None or day.kind not in _DATED:
            return None
        inside = self._tree.within(Span(day.start, day.end))
        top = next((w for w in inside if w.head not in inside), None)
        if top is None or (top.dep == "pobj" and top.head.lower not in _DATING):
            return None
        if top.dep in _LEADING:  # "at Monday's debate"
            return day if self._is_at_occasion(top.head) else None
        return day if top.dep in _TIME and self._is_of_cue(top) else None

    def _place(self, word: Word) -> Iterator[tuple[str, Span]]:
        """The place a word names, where it was said there: "told reporters in Suva", "speaking in Suva"."""
        mention = self._scene.mention(word) if word.dep == "pobj" and word.head.lower in _IN else None
        if mention is None or mention.kind not in _WHERE or not self._is_of_cue(word):
            return
        over = word.head.head
        spoken = over is self._speaking or self._is_present(over) or self._is_occasion(over)
        if over is self._verb:
            spoken = any(self._is_present(w) for w in self._told_before(word))
        if spoken:
            yield mention.name, Span(mention.start, mention.end)

    def _told_before(self, word: Word) -> list[Word]:
        """The nouns of those told and of occasions between a cue and a word."""
        nouns = [*self._verb.all("dobj", "dative")]
        nouns += [n for link in self._verb.all("prep", "dative") for n in link.all("pobj")]
        return [n for n in nouns if self._verb.index < n.index < word.index]

    def _is_present(self, noun: Word) -> bool:
        """Whether a noun is of those who are where they are told something: "reporters", "a rally"."""
        return is_of(noun, "pressing", "court") or noun.lemma.lower() in speech_words().audiences

    def _is_occasion(self, noun: Word) -> bool:
        words = speech_words()
        return is_of(noun, "utterance") or noun.lemma.lower() in words.audiences | words.said_at

    def _is_at_occasion(self, noun: Word) -> bool:
        """Whether a noun is of an occasion of saying it: "in a statement", "told a news conference"."""
        if not self._is_occasion(noun) or noun.pos not in ("NOUN", "PROPN"):
            return False
        at = noun.dep == "pobj" and noun.head.lower in _AT and noun.head.head in self._anchors()
        return at or (noun.pos == "NOUN" and not is_of(noun, "legislature") and self._is_told(noun))

    def _is_told(self, noun: Word) -> bool:
        hears = self._verb.lemma in speech_words().hearers and not is_passive(self._verb)
        return hears and noun.dep in ("dobj", "dative") and noun.head is self._verb

    def _hearer(self, word: Word) -> Span | None:
        """The words for those who are told: "told reporters", "said to reporters"."""
        link = word.head
        to = word.dep == "pobj" and link.lower == "to" and link.head in self._anchors()
        if not (to or self._is_told(word)) or self._is_at_occasion(word):
            return None
        named = is_listed_as_people(word) if to else names_people(word)  # "said to cheers"
        people = word.pos == "PROPN" or (word.pos == "NOUN" and named)
        return self._words_for(word) if people else None

    def _occasion(self, word: Word) -> Span | None:
        """The words for an occasion, and with whom it was: "an interview with Radio Tonga"."""
        words = self._words_for(word) if self._is_at_occasion(word) else None
        other = word.child("prep")
        whom = other.child("pobj") if other is not None and other.lower in _WITH else None
        if words is None or other is None or whom is None or other.index != word.index + 1:
            return words
        named, behind = self._words_for(whom), self._tree.after(whom)
        if named is None or (behind is not None and behind.start > named.end and behind.pos == "PROPN"):
            return words
        return self._whole(Span(words.start, named.end)) or words

    def _words_for(self, noun: Word) -> Span | None:
        """A noun with what stands before it, and the rest of its name; None where that is torn."""
        named, words = self._scene.names.at(noun.start), core(noun)
        return self._whole(Span(words.start, max(words.end, named.end)) if named is not None else words)

    def _whole(self, span: Span) -> Span | None:
        """Words in which no mark tears anything apart, and that are not whose something is; else None."""
        text = self._scene.article.text.text
        torn = any(mark in text[span.start : span.end] for mark in _MARKS) or text[span.end - 1] == "."
        return None if torn or text.startswith(_OWNS, span.end) else span
