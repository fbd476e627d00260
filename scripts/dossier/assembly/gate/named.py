"""Whether words of an article name a record, and by which rule: name, adjective, office or pronoun."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from dossier.assembly.gate.words import gate_words
from dossier.facts import cited
from dossier.model import Actor, Agreement, AnyRecord, Dossier, Event, Named, Place
from dossier.reading.findings import Span
from dossier.reading.names.gazetteer import load_capitals, load_gazetteer
from dossier.reading.text.article import Article as Text
from dossier.reading.text.tokens import as_read

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_STATES = frozenset(("state", "country"))


@dataclass(frozen=True)
class Cited:
    """Some words of an article."""

    article: Text
    span: Span

    @cached_property
    def words(self) -> str:
        """The words themselves."""
        return self.article.text.slice(self.span)

    @cached_property
    def sentence(self) -> Span:
        """From the beginning of the sentence they begin in to the end of that they end in."""
        text = self.article.text
        first, last = text.sentence_at(self.span.start), text.sentence_at(max(self.span.end - 1, 0))
        return Span(first.start, last.end)

    @cached_property
    def block(self) -> Span:
        """The paragraph they stand in."""
        text = self.article.text
        block = text.blocks[text.block_at(self.span.start)]
        return Span(block.start, block.end)

    def touches(self, spans: Iterable[Span]) -> bool:
        """Whether they share any with one of these stretches."""
        return any(span.start < self.span.end and self.span.start < span.end for span in spans)

    def within(self, span: Span) -> str:
        """Other words of the same article."""
        return self.article.text.slice(span)


def place_of(id: str, articles: Mapping[str, Text]) -> Cited | None:
    """The words that the id of a passage leads to; None where there is no such article."""
    name, _, span = id.rpartition(":")
    start, _, end = span.partition("-")
    return Cited(articles[name], Span(int(start), int(end))) if name in articles else None


def says(words: str, form: str) -> bool:
    """Whether some words hold a form as whole words, whatever its case and the kind of its apostrophes."""
    plain, wanted = _plain(words), _plain(form)
    if not wanted or wanted not in plain:
        return False
    at = plain.find(wanted)
    while at >= 0:
        if not (
            _is_of_word(plain[at - 1 : at]) or _is_of_word(plain[at + len(wanted) : at + len(wanted) + 1])
        ):
            return True
        at = plain.find(wanted, at + 1)
    return False


def _is_of_word(character: str) -> bool:
    """Whether a character is one of a word's, as regular expressions have it; a pattern a form is slow."""
    return character.isalnum() or character == "_"


def is_called(words: str, country: str) -> bool:
    """Whether some words are a name of a country: "Britain" of "United Kingdom"."""
    known = load_gazetteer().places.get(" ".join(words.casefold().removeprefix("the ").split()))
    return known is not None and known.country == country


def people_of(word: str) -> str:
    """The adjective of a people's name: "Iranian" of "Iranians"; another word as it is."""
    adjective = word.removesuffix("s")
    return adjective if adjective.casefold() in load_gazetteer().demonyms else word


@lru_cache(maxsize=4096)
def _plain(words: str) -> str:
    return " ".join(as_read(words).replace("’", "'").casefold().split())


@dataclass(frozen=True)
class Names:
    """What the records of a dossier are called, and where each is told of."""

    dossier: Dossier
    articles: Mapping[str, Text]
    looked_through: list[Sequence[Cited]] = field(default_factory=list)
    """The words of which it was asked whom they name, of all records."""

    def named(self, places: Sequence[Cited]) -> Iterator[str]:
        """Ids of all records that some words name."""
        self.looked_through.append(places)
        return (id for id in self.records if any(self.rule(id, place) for place in places))

    @cached_property
    def records(self) -> dict[str, AnyRecord]:
        """By id."""
        return {record.id: record for record in self.dossier.records()}

    @cached_property
    def _places(self) -> dict[str, dict[str, list[Cited]]]:
        """By record and article, the words that tell of the one in the other."""
        found: dict[str, dict[str, list[Cited]]] = {}
        for record in self.dossier.records():
            ids = dict.fromkeys(record.mentions if isinstance(record, Named) else cited(record))
            there = found[record.id] = defaultdict(list)
            for place in (place_of(id, self.articles) for id in ids):
                if place is not None:
                    there[place.article.id].append(place)
        return found

    @cached_property
    def _forms(self) -> dict[str, tuple[str, ...]]:
        """Those asked for so far: what many articles name is asked for as often."""
        return {}

    def forms(self, id: str) -> tuple[str, ...]:
        """Every form that a record's name has, in the data and where articles mention it, each once."""
        if id not in self._forms:
            self._forms[id] = tuple(dict.fromkeys(self._called(id)))
        return self._forms[id]

    def _called(self, id: str) -> Iterator[str]:
        record = self.records.get(id)
        if isinstance(record, Named):
            yield record.name.value
            yield from (alias.value.text for alias in record.aliases)
            yield from (place.words for there in self._places[id].values() for place in there)

    def _told_in(self, id: str, article: Text) -> Sequence[Cited]:
        """The words of an article that tell of a record."""
        return self._places.get(id, {}).get(article.id, ())

    def rule(self, id: str, place: Cited) -> str | None:
        """By which rule some words name a record, or their sentence does; None where nothing shows it."""
        record = self.records.get(id)
        if record is None:
            return None
        if not isinstance(record, Named):
            return self._of_act(record, place)
        forms = self.forms(id)
        for rule, words in (("its words", place.words), ("its sentence", place.within(place.sentence))):
            if any(says(words, form) for form in forms):
                return rule
        sentence = place.within(place.sentence)
        if (
            isinstance(record, Actor | Place)
            and record.kind.value in _STATES
            and any(self._means(word, record) for word in _WORD.findall(sentence))
        ):
            return "an adjective or capital"
        if isinstance(record, Actor) and any(says(sentence, role.value.title) for role in record.roles):
            return "an office"
        if isinstance(record, Actor):
            described = gate_words().described.get(str(record.kind.value), frozenset())
            standing = {word.casefold() for word in _WORD.findall(sentence)}
            if standing & (described | gate_words().pronouns) and self.is_known(id, place):
                return "a pronoun or description"
        return None

    def _means(self, word: str, state: Named) -> bool:
        """Whether a word is an adjective of a state or its capital."""
        table, lower = load_gazetteer(), word.casefold().partition("-")[0]
        names = {form.casefold() for form in self.forms(state.id)}
        country = table.demonyms.get(lower)
        if country is None and lower in load_capitals():
            country = table.places[lower].country
        return country is not None and country.casefold() in names

    def is_known(self, id: str, place: Cited) -> bool:
        """Whether the article names a record before the end of these words."""
        return any(known.span.start < place.sentence.end for known in self._told_in(id, place.article))

    def _of_act(self, record: AnyRecord, place: Cited) -> str | None:
        """Of an event, an agreement or a claim: what tells of it stands in the sentence or the paragraph."""
        there = self._told_in(record.id, place.article)
        for rule, around in (("its sentence", place.sentence), ("its paragraph", place.block)):
            if any(around.start <= known.span.start < around.end for known in there):
                return rule
        named = _nouns_for(record)
        nouns = {noun.casefold() for noun in _WORD.findall(place.within(place.sentence))}
        return "a word for it" if named & nouns and self.is_known(record.id, place) else None


def _nouns_for(record: AnyRecord) -> set[str]:
    """Nouns by which an event or agreement is named again: those of its type and of its own title."""
    if not isinstance(record, Event | Agreement):
        return set()
    told = {word.casefold() for word in _WORD.findall(record.title.value)}
    table = gate_words().occasions
    every = {noun for nouns in table.values() for noun in nouns}
    kind = str(record.type.value) if isinstance(record, Event) else str(record.kind.value)
    return (told & every) | {kind} | table.get(kind, frozenset())
