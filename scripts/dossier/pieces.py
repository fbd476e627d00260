"""Runs of capitalised words to pieces: a title, an adjective and a name each for itself, with a first guess."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from dossier.article import Article
from dossier.chunks import Run, find_runs, is_compound_adjective
from dossier.gazetteer import Gazetteer, load_gazetteer
from dossier.lexicon import load_table
from dossier.namewords import (
    COMPANY,
    COURTESY,
    DISTRICT,
    FORMER,
    GIVEN,
    MODIFIER,
    NEVER,
    OF_HEAD,
    OPENING,
    ORGANISATION,
    OTHER,
    OWNER,
    ROLE,
    SITE,
    SITE_FIRST,
    SURNAME,
    TITLE,
    load_namewords,
)
from dossier.text import Token

_COMMON_ENDINGS = (
    "tion",
    "tions",
    "sion",
    "ment",
    "ments",
    "ness",
    "ity",
    "ities",
    "ism",
    "ics",
    "ship",
    "ive",
    "ous",
    "ful",
    "less",
    "ible",
    "able",
    "ical",
    "ology",
    "ancy",
    "ency",
)


_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_OPEN_QUOTES = frozenset("\"'“‘«")
_CLOSE_QUOTES = frozenset("\"'”’»")
_PARTY_TAG = re.compile("[A-Z]-[A-Z][A-Za-z.]*")
_LOCATIVE = frozenset(("in", "from", "near", "of", "at", "to", "outside", "across", "throughout"))
_VAGUE_SITES = frozenset(
    (
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "upper",
        "lower",
        "greater",
    )
)
_ROMAN = re.compile("[IVX]{2,}")


_CITY = 500_000
"""Inhabitants of a city known well enough to stand before a person's name."""


class BodyTable(NamedTuple):
    """Shape of lexicons/bodies.yaml."""

    modifiers: frozenset[str]
    heads: frozenset[str]
    heads_with_modifier: frozenset[str]
    same: frozenset[str]
    seats: frozenset[str]


class ContextTable(NamedTuple):
    """Shape of lexicons/name_contexts.yaml."""

    locative: frozenset[str]
    country_locative: frozenset[str]
    acting: frozenset[str]
    directions: frozenset[str]
    district_after: frozenset[str]
    parts_before: frozenset[str]
    speaking: frozenset[str]
    organisations_before: frozenset[str]
    credits: frozenset[str]


@dataclass(slots=True)
class Piece:
    """A half-open range of tokens and what it seems to name."""

    first: int
    stop: int
    kind: str
    """person, organisation, place, country, adjective, title, other or unknown."""
    run: Run
    sure: bool = False
    title: tuple[int, int] | None = None
    """Tokens of the title before a person's name."""
    country: str | None = None
    place: str | None = None
    """Kind of place."""


def find_pieces(article: Article) -> list[Piece]:
    """Pieces in text order."""
    tokens = article.text.tokens
    reader = _Reader(tokens, load_namewords(), load_gazetteer())
    pieces: list[Piece] = []
    for run in reader.composed(find_runs(article)):
        pieces.extend(reader.read(run))
    return pieces


class _Reader:
    """Reads runs over one text."""

    def __init__(self, tokens: list[Token], words: dict[str, int], gazetteer: Gazetteer) -> None:
        self.tokens = tokens
        self.words = words
        self.gazetteer = gazetteer
        self.seats = load_table("bodies", BodyTable).seats
        self.speaking = load_table("name_contexts", ContextTable).speaking

    def flags(self, index: int) -> int:
        return self.words.get(self.tokens[index].lower, 0)

    def key(self, first: int, stop: int) -> str:
        """The words in small letters with one space, initials and abbreviations without their stop."""
        return " ".join(t.lower for t in self.tokens[first:stop] if t.text != ".")

    # -- names of several runs: Ministry of X, X and Y Committee --------------------------------

    def composed(self, runs: list[Run]) -> list[Run]:
        """Runs with those joined that small words tie into one name."""
        joined: list[Run] = []
        for run in runs:
            if joined and self._tied(joined[-1], run):
                joined[-1] = Run(joined[-1].first, run.stop, joined[-1].initial, run.titled)
            else:
                joined.append(run)
        return joined

    def _tied(self, left: Run, right: Run) -> bool:
        gap = self.tokens[left.stop : right.first]
        if not 1 <= len(gap) <= 2 or left.titled:
            return False
        if is_compound_adjective(self.tokens[left.stop - 1], self.words):
            return False
        link = " ".join(token.lower for token in gap)
        last = self.flags(left.stop - 1)
        key = self.key(left.first, left.stop)
        if link in _POSSESSIVE:
            heads = ORGANISATION | SITE | OTHER | DISTRICT
            return bool(last & OWNER and self.flags(right.stop - 1) & heads)
        if link in ("of", "of the", "for", "for the"):
            if last & (COURTESY | TITLE) and not last & OF_HEAD:
                return False
            if not last & (ORGANISATION | OF_HEAD) and key in self.gazetteer.places:
                return False
            if key in self.gazetteer.adjectives:
                return False
            if link.startswith("of"):
                return bool(last & (ORGANISATION | OF_HEAD | DISTRICT | OTHER))
            return bool(last & (ORGANISATION | OF_HEAD)) and not last & COMPANY
        if link == "and" and self.tokens[left.first - 1].text == "The" and left.first and not left.initial:
            return left.stop - left.first == 1 == right.stop - right.first  # The Globe and Mail
        if link == "and":
            inside = {token.lower for token in self.tokens[left.first : left.stop]}
            end = self.flags(right.stop - 1)
            if inside & {"of", "for"} and self.flags(left.first) & (ORGANISATION | OF_HEAD):
                return not self._named_place(right) and not end & (TITLE | ORGANISATION)
            return (
                bool(end & (ORGANISATION | SITE))
                and right.stop - right.first >= 2
                and left.stop - left.first <= 2
                and not self.flags(left.first) & GIVEN
                and not left.initial
                and not last & (ORGANISATION | TITLE)
                and key not in self.gazetteer.places
                and not self.tokens[left.stop - 1].text.isupper()
                and not self.flags(right.first) & GIVEN
                and self.key(right.first, right.first + 1) not in self.gazetteer.adjectives
            )
        return False

    def _named_place(self, run: Run) -> bool:
        return self.key(run.first, run.stop) in self.gazetteer.places

    # -- one run ---------------------------------------------------------------------------------

    def read(self, run: Run) -> list[Piece]:
        """The pieces of a run."""
        return self._read(run, run.first, run.stop)

    def _read(self, run: Run, first: int, stop: int) -> list[Piece]:
        while first < stop and self.tokens[first].text in ".&":
            first += 1
        if first >= stop:
            return []
        if stop - first == 1 and is_compound_adjective(self.tokens[first], self.words):
            place = self.gazetteer.places.get(self.tokens[first].lower.rpartition("-")[0])
            return [Piece(first, stop, "adjective", run, country=place.country if place else None)]
        if stop - first == 1 and "-" in self.tokens[first].text:
            parts = self.tokens[first].lower.split("-")
            if all(part in self.gazetteer.adjectives for part in parts):
                return [Piece(first, stop, "adjective", run)]
        if (
            stop - first == 3
            and self.key(first + 1, stop) in self.seats
            and not self._known(run, first, stop)
        ):
            return [
                *self._read(run, first, first + 1),
                Piece(first + 1, stop, "organisation", run, sure=True),
            ]
        whole = self._known(run, first, stop)
        if whole is not None:
            return [whole]
        size = stop - first
        last = self.flags(stop - 1)
        if size >= 2 and last & SURNAME and self.flags(first) & GIVEN and size <= 3:
            return [Piece(first, stop, "person", run, sure=True)]
        if size == 2 and last & SURNAME and self._acts(first, stop):
            return [Piece(first, stop, "person", run)]
        if size >= 2:
            title = self._title(run, first, stop)
            if title is not None:
                return self._around_title(run, first, title, stop)
            headed = self._headed(run, first, stop)
            if headed is not None and headed.kind == "other" and self._acronym(first, first + 1):
                return [*self._read(run, first, first + 1), headed]
            if headed is not None:
                return [headed]
            cut = self._adjective_end(first, stop)
            if cut:
                return self._after_adjective(run, first, cut, stop)
        elif last & (TITLE | COURTESY):
            return [Piece(first, stop, "title", run)]
        return [self._guess(run, first, stop)]

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
        word = self.tokens[first].text
        if place.kind == "country":
            if len(word) <= 3 and not word.isupper() and "." not in word and len(key) <= 3:
                return None  # "us" with a capital
            kind = "country"
        elif (
            place.kind == "city"
            and (stop - first == 1 or self.flags(first) & GIVEN)
            and place.population < 1_000_000
        ) or (stop - first == 1 and place.kind == "city" and self.flags(first) & (GIVEN | TITLE)):
            return None
        else:
            kind = "place"
        return Piece(first, stop, kind, run, sure=True, country=place.country, place=place.kind)

    def _title(self, run: Run, first: int, stop: int) -> tuple[int, int] | None:
        """Tokens of the title in a run, with the modifiers before it."""
        if self.flags(stop - 1) & (ORGANISATION | SITE | DISTRICT | OTHER) and not self.flags(stop - 1) & (
            SURNAME | TITLE
        ):
            return None
        begin = next((i for i in range(first, stop) if self.flags(i) & (TITLE | COURTESY)), None)
        if begin is None and first == run.first and run.initial and self._is_role(first):
            return first, first + 1  # Singer X, Advisers X
        if begin is None:
            if first and self.tokens[first - 1].lower == "of" and self.flags(first) & MODIFIER:
                end = first + 1  # Secretary of | State John Kerry
                while end < stop - 1 and self.flags(end) & MODIFIER:
                    end += 1
                return (first, end) if self.flags(end) & GIVEN else None
            return None
        if (
            self.flags(begin) & GIVEN
            and begin == first
            and not self.flags(begin) & COURTESY
            and stop - first == 2
        ):
            return None  # Dean Smith, Pat …
        end = begin + 1
        while end < stop and (
            self.flags(end) & (TITLE | COURTESY | MODIFIER) or self.tokens[end].text == "."
        ):
            if end == stop - 1 and self.flags(end) & SURNAME and end - begin >= 1:
                break
            end += 1
        while begin > first and self.flags(begin - 1) & (MODIFIER | FORMER | TITLE):
            begin -= 1
        return begin, end

    def _is_role(self, index: int) -> bool:
        word = self.tokens[index].lower
        return any(
            self.words.get(form, 0) & ROLE for form in (word, word.removesuffix("s"), word.rpartition("-")[2])
        )

    def _around_title(self, run: Run, first: int, title: tuple[int, int], stop: int) -> list[Piece]:
        begin, end = title
        pieces: list[Piece] = []
        while first < begin and self.flags(first) & FORMER:
            first += 1
        if begin > first:
            pieces.extend(self._read(run, first, begin))
        if end == stop:
            if begin == first + 1 and self.flags(first) & GIVEN and self.flags(begin) & SURNAME:
                return [Piece(first, stop, "person", run, sure=True)]
            pieces.append(Piece(begin, end, "title", run))
            return pieces
        if (
            self.tokens[stop - 1].text.isupper()
            and stop - end == 1
            and stop - end < 2
            and len(self.tokens[end].text) < 5
        ):
            pieces.append(Piece(end, stop, "unknown", run))
            return pieces
        pieces.append(Piece(end, stop, "person", run, sure=True, title=(begin, end)))
        return pieces

    def _headed(self, run: Run, first: int, stop: int) -> Piece | None:
        """A name told by a word inside it: organisation, site, district, event."""
        last = self.flags(stop - 1)
        lead = self.flags(first)
        inner = {token.lower for token in self.tokens[first + 1 : stop]}
        if inner & {"of", "for"}:
            head = first
            while head + 1 < stop and self.tokens[head + 1].lower not in ("of", "for"):
                head += 1
            last = self.flags(head)
            if not last & (ORGANISATION | SITE | DISTRICT | OTHER):
                last |= ORGANISATION
            if "for" in inner or self.tokens[head].lower == "department":
                return Piece(first, stop, "organisation", run, sure=True)
        if last & (COMPANY | ORGANISATION) and not last & (SITE | DISTRICT | OTHER):
            return Piece(first, stop, "organisation", run, sure=True)
        if self.tokens[stop - 1].lower == "department" and not self._located(first):
            return Piece(first, stop, "organisation", run, sure=True)
        if last & DISTRICT:
            return Piece(first, stop, "place", run, sure=True, place="province")
        if last & SITE:
            return Piece(first, stop, "place", run, sure=True, place="place")
        if last & ORGANISATION:
            return Piece(first, stop, "organisation", run, sure=True)
        if last & OTHER:
            return Piece(first, stop, "other", run, sure=True)
        if lead & OTHER and not lead & (GIVEN | SURNAME) and stop - first == 2:
            return Piece(first, stop, "other", run)
        if lead & SITE_FIRST and self.tokens[stop - 1].lower in self.gazetteer.adjectives:
            return Piece(first, stop, "adjective", run)
        capitals = self.tokens[stop - 1].text.isupper()
        vague = lead & OPENING or self.tokens[first].lower in _VAGUE_SITES
        if lead & SITE_FIRST and not lead & GIVEN and stop - first == 2 and not capitals:
            if vague and not self._located(first):
                return Piece(first, stop, "organisation", run)
            return Piece(first, stop, "place", run, place="place")
        if any(
            self.flags(i) & ORGANISATION and not self.flags(i) & (SURNAME | OTHER) for i in range(first, stop)
        ):
            return Piece(first, stop, "organisation", run)
        return None

    def _acts(self, first: int, stop: int) -> bool:
        """Whether a verb of speech follows two words no article or place stands before."""
        before = self.tokens[first - 1].lower if first else ""
        after = self.tokens[stop].lower if stop < len(self.tokens) else ""
        plain = not self.flags(first) & (OPENING | SITE_FIRST | ORGANISATION) and not self._holds_place(first)
        return plain and before != "the" and after in self.speaking

    def _located(self, first: int) -> bool:
        return first > 0 and self.tokens[first - 1].lower in _LOCATIVE

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
            if named and (settled or self._acronym(first, end) or self.flags(end - 1) & ORGANISATION):
                return end
            if settled and stop - end == 1 and self._acronym(end, stop):
                return end
        return 0

    def _acronym(self, first: int, stop: int) -> bool:
        return stop - first == 1 and self.tokens[first].text.isupper() and len(self.tokens[first].text) > 1

    def _after_adjective(self, run: Run, first: int, cut: int, stop: int) -> list[Piece]:
        key = self.key(first, cut)
        if key in self.gazetteer.adjectives:
            adjective = Piece(first, cut, "adjective", run, country=self.gazetteer.demonyms.get(key))
        else:
            adjective = self._read(run, first, cut)[0]
        if stop - cut >= 2 and self.flags(cut) & GIVEN:
            return [adjective, Piece(cut, stop, "person", run, sure=True)]
        rest = self.key(cut, stop)
        if rest in self.gazetteer.adjectives:
            return [Piece(first, stop, "adjective", run, country=adjective.country)]
        if (
            stop < len(self.tokens)
            and key in self.gazetteer.adjectives
            and self._person_behind(first, cut, stop)
        ):
            return [adjective, Piece(cut, stop, "person", run)]
        if rest in self.gazetteer.places or self._acronym(cut, stop):
            return [adjective, *self._read(run, cut, stop)]
        if stop < len(self.tokens) and self.tokens[stop].lower in (
            "news",
            "newspaper",
            "television",
            "tv",
            "state",
        ):
            return [adjective, self._guess(run, cut, stop)]
        return [Piece(first, stop, "organisation", run)]

    def _holds_place(self, index: int) -> bool:
        place = self.gazetteer.places.get(self.tokens[index].lower)
        return place is not None and place.kind in ("country", "province")

    def _quoted(self, first: int, stop: int) -> bool:
        """Whether a name fills its quotation marks: the title of a work."""
        return (
            first > 0
            and stop < len(self.tokens)
            and self.tokens[first - 1].text in _OPEN_QUOTES
            and self.tokens[stop].text in _CLOSE_QUOTES
        )

    def _common(self, first: int, stop: int) -> bool:
        """Whether words are made like common nouns and adjectives, not like surnames."""
        return any(
            self.tokens[i].lower.endswith(_COMMON_ENDINGS) or self.flags(i) & MODIFIER
            for i in range(first, stop)
            if not self.flags(i) & (GIVEN | SURNAME)
        )

    def _person_behind(self, first: int, cut: int, stop: int) -> bool:
        """Whether two plain words behind an adjective are somebody's name ("Russian X Y")."""
        before = self.tokens[first - 1].lower if first else ""
        return (
            stop - cut == 2
            and before != "the"
            and not self._common(cut, stop)
            and not self.tokens[cut].text.isupper()
        )

    def _guess(self, run: Run, first: int, stop: int) -> Piece:
        size = stop - first
        lead = self.tokens[first]
        flags = self.flags(first)
        if size == 1:
            serial = _ROMAN.fullmatch(lead.text) or ("-" in lead.text and lead.text[-1].isdigit())
            serial = serial or _PARTY_TAG.fullmatch(lead.text)
            return Piece(first, stop, "other" if flags & NEVER or serial else "unknown", run)
        if flags & GIVEN and size <= 4:
            return Piece(first, stop, "person", run, sure=True)
        if self.tokens[stop - 1].lower in self.gazetteer.adjectives:
            return Piece(first, stop, "adjective", run)
        if self._quoted(first, stop) or any(
            c.isdigit() for token in self.tokens[first:stop] for c in token.text
        ):
            return Piece(first, stop, "other", run)
        if all(t.text.isupper() and len(t.text) > 1 for t in self.tokens[first:stop]):
            return Piece(first, stop, "organisation", run)
        before = self.tokens[first - 1].lower if first else ""
        if any(self._holds_place(i) for i in range(first, stop)):
            return Piece(first, stop, "organisation", run)
        if self._common(first, stop):
            return Piece(first, stop, "other", run)
        if before == "the" or size > 4 or (lead.text.isupper() and len(lead.text) > 1):
            return Piece(first, stop, "organisation", run)
        return Piece(first, stop, "person", run)
