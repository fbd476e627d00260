"""Runs to pieces: a title, an adjective and a name each for itself, with a first guess of what it names."""

from __future__ import annotations

import re

from dossier.reading.names.chunks import find_runs, is_compound_adjective
from dossier.reading.names.composing import compose_runs
from dossier.reading.names.headwords import headed_piece, is_one_of_two, title_in
from dossier.reading.names.namewords import (
    COURTESY,
    FORMER,
    FUNCTION,
    GIVEN,
    MODIFIER,
    NEVER,
    ORGANISATION,
    PARTICLE,
    SURNAME,
    TITLE,
    english_words,
    personal_names,
)
from dossier.reading.names.pieces import BEHIND_NAMES, Piece, Run, RunWords
from dossier.reading.text.article import Article

_PARTY_TAG = re.compile("[A-Z]-[A-Z][A-Za-z.]*")
_CITY = 500_000
"""Inhabitants of a city known well enough to stand before a person's name."""
_LINE = 5
"""Words in capitals from which on they are a line set in capitals, and no name."""
_METROPOLIS = 1_000_000
"""Inhabitants of a city whose name is the city's wherever it stands."""


def find_pieces(article: Article) -> list[Piece]:
    """Pieces in text order."""
    reader = _RunReader(article.text.tokens)
    pieces: list[Piece] = []
    for run in compose_runs(reader, find_runs(reader, article)):
        pieces.extend(reader.read(run))
    reader.settle_homonyms(pieces)
    return pieces


class _RunReader(RunWords):
    """Reads the runs of one text."""

    def read(self, run: Run) -> list[Piece]:
        """The pieces of a run."""
        return self._read(run, run.first, run.stop)

    def settle_homonyms(self, pieces: list[Piece]) -> None:
        """Let a name of a country and a province be the country where its adjective or a city stands."""
        spoken_of = {p.country for p in pieces if p.kind == "adjective" or p.place == "city"}
        for piece in pieces:
            if piece.kind == "place" and piece.place == "province" and piece.single:
                country = self.gazetteer.homonyms.get(self.lower(piece.first))
                if country in spoken_of and country is not None:
                    piece.kind = piece.place = "country"
                    piece.country = country

    def _read(self, run: Run, first: int, stop: int) -> list[Piece]:
        while first < stop and (self.tokens[first].text in ".&" or self._is_article(first, stop)):
            first += 1
        while first < stop and self.tokens[stop - 1].text in ("of", "for", "the"):
            stop -= 1  # "the Ferry Union of Premier Ada Berg": no name ends so
        if first >= stop:
            return []
        known = self._known(run, first, stop)
        if known is not None:
            return [known]
        if stop - first == 1:
            return [self._single(run, first)]
        return self._several(run, first, stop)

    def _is_of_land(self, part: str) -> bool:
        """Whether half of a word is an adjective, or a land that stands for one: "Fiji-Peru trade"."""
        place = self.gazetteer.places.get(part)
        return part in self.gazetteer.adjectives or (
            place is not None and place.kind in ("country", "region")
        )

    def _is_article(self, at: int, stop: int) -> bool:
        """Whether a word is "the" in capitals, as papers open a report: "THE Tarvo Group"."""
        return self.tokens[at].text == "THE" and at + 1 < stop and not self.tokens[at + 1].text.isupper()

    def _single(self, run: Run, at: int) -> Piece:
        """The piece of one word that no table knows."""
        token = self.tokens[at]
        flags = self.flags(at)
        if "-" in token.text:
            if is_compound_adjective(token, self.words):
                place = self.gazetteer.places.get(token.lower.rpartition("-")[0])
                return Piece(at, at + 1, "adjective", run, country=place.country if place else None)
            if all(map(self._is_of_land, token.lower.split("-"))):
                return Piece(at, at + 1, "adjective", run)
            if any(c.isdigit() for c in token.text) or _PARTY_TAG.fullmatch(token.text):
                return Piece(at, at + 1, "other", run)
        if flags & (TITLE | COURTESY):
            return Piece(at, at + 1, "title", run)
        kind = "other" if flags & (NEVER | FUNCTION) else "unknown"
        return Piece(at, at + 1, kind, run)

    def _several(self, run: Run, first: int, stop: int) -> list[Piece]:
        """The pieces of several words that no table knows as a whole."""
        if stop - first >= _LINE and all(t.text.isupper() for t in self.tokens[first:stop]):
            return [Piece(first, stop, "other", run)]
        if stop - first == 3 and self.key(first + 1, stop) in self.seats and self.lower(first) != "national":
            seat = Piece(first + 1, stop, "organisation", run, sure=True)
            return [*self._read(run, first, first + 1), seat]
        given = self.flags(first) & GIVEN and not self.flags(first) & COURTESY
        if given and self.flags(stop - 1) & SURNAME and stop - first <= 3:
            return [Piece(first, stop, "person", run, sure=True)]
        if stop - first > 2 and self.flags(stop - 2) & GIVEN and self.office_over(first, "for") is not None:
            return [Piece(first, stop - 2, "other", run), Piece(stop - 2, stop, "person", run, sure=True)]
        title = title_in(self, run, first, stop)
        if title is not None:
            return self._around_title(run, first, title, stop)
        if self.flags(first) & FORMER:
            return self._read(run, first + 1, stop)  # "Former | Cabinet minister"
        shared = self._behind_shared_title(run, first, stop)
        if shared is not None:
            return shared
        behind = self._behind_portfolio(run, first, stop)
        if behind is not None:
            return behind
        headed = headed_piece(self, run, first, stop)
        if headed is not None:
            acronym = headed.kind == "other" and self.is_acronym(first, first + 1)
            return [*self._read(run, first, first + 1), headed] if acronym else [headed]
        cut = self._adjective_end(first, stop)
        if cut:
            return self._after_adjective(run, first, cut, stop)
        return [self._guess(run, first, stop)]

    def _behind_shared_title(self, run: Run, first: int, stop: int) -> list[Piece] | None:
        """The first name behind a title that several share: "Foreign Ministers Ana-li Lume and Oda Berg"."""
        title = first
        while title < stop and self.flags(title) & MODIFIER:
            title += 1
        if title == stop or not self.lower(title).endswith("s"):
            return None
        if not self.words.get(self.lower(title)[:-1], 0) & TITLE:
            return None
        name = title + 1
        link = next((i for i in range(name, stop) if self.tokens[i].text == "of"), stop)
        given = self.flags(name) & GIVEN if name < stop else 0
        strange = given or not any(token.lower in english_words() for token in self.tokens[name:link])
        headed = any(self.flags(at) & ORGANISATION for at in range(name, link))
        if headed or not strange or not (2 <= link - name <= 4 or is_one_of_two(self, name, stop)):
            return None
        person = Piece(name, link, "person", run, sure=True)
        rest = self._read(run, link + 1, stop) if link < stop else []
        return [Piece(first, name, "other", run), person, *rest]

    def _behind_portfolio(self, run: Run, first: int, stop: int) -> list[Piece] | None:
        """The name behind what its office is over: "Minister of Health and Welfare Ana-li Lume"."""
        office = self.office_over(first, "of", "for") if stop - first > 2 else None
        if office is None:
            return None
        name = first
        while name < stop and self.tokens[name].lower in english_words():
            name += 1
        strange = all(token.lower not in english_words() for token in self.tokens[name:stop])
        if name == first or not strange or not 2 <= stop - name <= 4:
            return None
        titled = (office, name) if self.flags(office) & TITLE else None
        person = Piece(name, stop, "person", run, sure=True, title=titled)
        return [Piece(first, name, "other", run), person]

    def _known(self, run: Run, first: int, stop: int) -> Piece | None:
        """A country, province, region, adjective or city of several words."""
        key = self.key(first, stop)
        if key in self.seats:
            return Piece(first, stop, "organisation", run, sure=True)
        place = self.gazetteer.places.get(key)
        if place is None:
            if key in self.gazetteer.adjectives:
                return Piece(first, stop, "adjective", run, country=self.gazetteer.demonyms.get(key))
            return None
        if key in self.gazetteer.abbreviations and self._is_in_full(first, stop):
            return Piece(first, stop, "other", run)  # "Mass arrests"
        if place.kind == "city" and stop - first == 1 and len(key) == 2 and self.tokens[first].text.istitle():
            return None  # "La" is not LA
        if place.kind != "country" and self.lower(stop) == "news":
            return None  # a news agency named after its home
        if place.kind == "country":
            if key in self.gazetteer.adjectives and self._describes_next(run, stop):
                return Piece(first, stop, "adjective", run, country=place.country)
            kind = "country"
        elif (
            place.kind == "city"
            and (stop - first == 1 or self.flags(first) & GIVEN)
            and place.population < _METROPOLIS
        ):
            return None
        else:
            kind = "place"
        return Piece(first, stop, kind, run, sure=True, country=place.country, place=place.kind)

    def _is_in_full(self, first: int, stop: int) -> bool:
        """Whether nothing shows that a word with a capital is short for a province: a full stop, a comma."""
        plain = self.tokens[first].text.istitle() and self.tokens[first].lower in english_words()
        return plain and self.word(stop) != "." and self.word(first - 1) != ","

    def _describes_next(self, run: Run, stop: int) -> bool:
        """Whether the word behind is what an adjective describes: "Saudi prince", but "Saudi and Iran"."""
        after = self.word(stop)
        return stop < run.stop or (after[:1].isalpha() and not self.words.get(after.lower(), 0) & FUNCTION)

    def _around_title(self, run: Run, first: int, title: tuple[int, int], stop: int) -> list[Piece]:
        begin, end = title
        pieces: list[Piece] = []
        while first < begin and self.flags(first) & FORMER:
            first += 1
        if begin > first:
            pieces.extend(self._read(run, first, begin))
        if end == stop:
            pieces.append(Piece(begin, end, "title", run))
            return pieces
        if self.tokens[end].text in ("of", "for", "the", "and"):
            pieces.append(Piece(begin, end, "title", run))
            return [*pieces, *self._read(run, end + 1, stop)]
        if self.tokens[stop - 1].text.isupper() and stop - end == 1 and not self._is_shouted(begin):
            pieces.append(Piece(end, stop, "unknown", run))
            return pieces
        pieces.append(Piece(end, stop, "person", run, sure=True, title=(begin, end)))
        return pieces

    def _is_shouted(self, title: int) -> bool:
        """Whether a title stands in capitals that it has nowhere else, as in a transcript: "MS. LUME:"."""
        word = self.tokens[title].text
        whole = len(word) > 2 or self.word(title + 1) == "."  # an "MP" is one in any line
        return word.isupper() and whole and not self.is_short_title(title)

    def _adjective_end(self, first: int, stop: int) -> int:
        """Token after the adjective (or place) that opens a longer run; 0 for none."""
        for end in (first + 3, first + 2, first + 1):
            if end >= stop:
                continue
            key = self.key(first, end)
            if key in self.gazetteer.adjectives:
                return end
            place = self.gazetteer.places.get(key)
            settled = place is not None and (place.kind != "city" or place.population > _CITY)
            named = self.flags(end) & GIVEN and stop - end >= 2 and not self.flags(first) & GIVEN
            if named and self.is_acronym(first, end):
                return end
            if settled and stop - end == 1 and self.is_acronym(end, stop):
                return end
        return 0

    def _after_adjective(self, run: Run, first: int, cut: int, stop: int) -> list[Piece]:
        key = self.key(first, cut)
        if key in self.gazetteer.adjectives:
            adjective = Piece(first, cut, "adjective", run, country=self.gazetteer.demonyms.get(key))
        else:
            adjective = self._read(run, first, cut)[0]
        if stop - cut >= 2 and (self.flags(cut) & GIVEN or self._is_called(cut, stop)):
            return [adjective, Piece(cut, stop, "person", run, sure=True)]
        rest = self.key(cut, stop)
        if rest in self.gazetteer.adjectives:
            return [Piece(first, stop, "adjective", run, country=adjective.country)]
        if rest in self.gazetteer.places or self.is_acronym(cut, stop):
            return [adjective, *self._read(run, cut, stop)]
        return [Piece(first, stop, "organisation", run)]

    def _is_called(self, first: int, stop: int) -> bool:
        """Whether two words are such as people are called by, and common ones: "American | Robby Lume"."""
        words = [token.lower for token in self.tokens[first:stop]]
        given = set(personal_names().get(words[0], "")) & set("mfg")
        return bool(given) and len(words) == 2 and not any(w in english_words() for w in words)

    def _guess(self, run: Run, first: int, stop: int) -> Piece:
        """The piece of several words that nothing inside tells: a person's where a given name opens it."""
        size = sum(token.text != "." for token in self.tokens[first:stop])
        size -= sum(
            bool(self.flags(i) & PARTICLE) and self.tokens[i].text.islower() for i in range(first + 1, stop)
        )
        lead = self.tokens[first]
        initial = len(lead.text) == 1 and self.word(first + 1) == "."
        end = self.tokens[stop - 1]
        thing = end.text.isupper() and self.flags(stop - 1) & NEVER and end.lower not in BEHIND_NAMES
        if (self.flags(first) & GIVEN or initial) and size <= 4 and not thing:
            return Piece(first, stop, "person", run, sure=True)
        if self.tokens[stop - 1].lower in self.gazetteer.adjectives:
            return Piece(first, stop, "adjective", run)
        return Piece(first, stop, "unknown", run)
