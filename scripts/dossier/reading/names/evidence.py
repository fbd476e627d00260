"""What speaks for a name being a person's, an organisation's, a place's or nobody's: its cues, counted.

A cue is a short text such as "before: minister" or "last word: organisation". Words inside cues are words of
the lexicon or common words in small letters, never names. A cue of the surroundings weighs by the share of
the name's mentions that have it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from dossier.reading.lexicon import load_lines, load_table
from dossier.reading.names.gazetteer import load_capitals
from dossier.reading.names.namewords import (
    ARMED,
    CLOSED,
    COMPANY,
    COURTESY,
    DISTRICT,
    FUNCTION,
    GIVEN,
    KIN,
    MEDIA,
    MODIFIER,
    ORGANISATION,
    OTHER,
    PARTICLE,
    ROLE,
    SITE,
    SITE_FIRST,
    SURNAME,
    TITLE,
    english_words,
    personal_names,
)
from dossier.reading.names.pieces import POSSESSIVE, Piece
from dossier.reading.names.surroundings import OPENING_MARKS, Surroundings

_FLAGS = (
    (GIVEN, "given"), (SURNAME, "surname"), (ORGANISATION, "organisation"), (SITE, "site"),
    (SITE_FIRST, "opens a site"), (DISTRICT, "district"), (OTHER, "event or work"), (COMPANY, "company"),
    (MEDIA, "medium"), (TITLE, "title"), (COURTESY, "courtesy"), (ROLE, "role"), (ARMED, "armed"),
    (MODIFIER, "modifier"), (FUNCTION, "function"), (PARTICLE, "particle"), (KIN, "kin"),
)  # fmt: skip
_BEHIND_HEAD = frozenset(("of", "for", "in", "on", "and", "against", "to"))
_ON_STREETS = frozenset(("on", "in", "along", "at", "near", "off", "outside"))
_WITHIN = frozenset(("in", "at", "near", "outside", "across"))
_LANDS = frozenset(("department", "province"))
"""What ends the name of a land behind a strange word, where a rule is sure that it is a place."""
_TOWNS = frozenset(("city", "town", "village", "municipality"))
_REGIONS = frozenset(("area", "region", "valley", "peninsula"))
_LONG = 4
"""Words of a name that is no person’s, however it opens, where it ends in a noun for a body or site."""
_SIZES = (
    (5_000_000, "huge"),
    (1_000_000, "very large"),
    (300_000, "large"),
    (80_000, "middling"),
    (0, "small"),
)


@cache
def known_bodies() -> dict[str, str]:
    """Name of a well-known body in small letters → what kind of body it is."""
    known = dict.fromkeys(load_lines("companies.tsv"), "company on an exchange")
    for kind, names in load_table("organisations", dict[str, tuple[str, ...]]).items():
        known.update(dict.fromkeys(names, kind))
    return known


class Evidence:
    """Gathers the cues of the names of one article."""

    def __init__(self, around: Surroundings) -> None:
        self.around, self.roles = around, around.roles
        self.tokens = around.tokens
        self.small = {token.text for token in self.tokens if token.text.islower()}
        self.inside: dict[str, set[str]] = {}
        """Word of a longer name → the places it has in such names."""
        for piece in around.pieces:
            words = [t.lower for t in self.tokens[piece.first : piece.stop]]
            if len(words) > 1 and piece.kind not in ("title", "adjective"):
                guess = f"{piece.kind}{'!' if piece.sure else ''}"
                self.inside.setdefault(words[0], set()).add(f"opens a longer name: {guess}")
                self.inside.setdefault(words[-1], set()).add(f"ends a longer name: {guess}")

    def cues(self, pieces: list[Piece]) -> dict[str, float]:
        """Cue → weight between 0 and 1, of the pieces that have one name."""
        found = dict.fromkeys(self._of_name(pieces[0]), 1.0)
        counted: Counter[str] = Counter()
        for piece in pieces:
            counted.update(set(self._of_guess(piece)))
            counted.update(set(self._of_surroundings(piece)))
        found.update((cue, (count / len(pieces)) ** 0.5) for cue, count in counted.items())
        found[f"mentions: {min(len(pieces), 5)}"] = 1.0
        return found

    # -- what leaves no doubt ----------------------------------------------------------------------

    def told_kind(self, piece: Piece) -> str | None:
        """The kind that the words beside a name, or the name itself, leave no doubt about."""
        if self.around.is_group(piece) or piece.key in self.around.seats:
            return "organisation"
        if self._open_news_agency(piece) or self._calls_itself(piece):
            return "organisation"
        single = piece.single
        if not single and piece.title is None and (opened := self._opened(piece)) is not None:
            return opened
        titled = piece.title is not None and piece.stop - piece.first < 3
        if piece.title is not None and not single and (headed := self._headed(piece)) is not None:
            return headed
        if titled or (single and self._is_described(piece)):
            return "person"
        does, *what = (self.around.lower(piece.stop + step) for step in range(3))
        floods = does in self.around.contexts.floods and what == ["its", "banks"]  # "the Osk burst its banks"
        strange = piece.lower not in english_words()
        land = piece.place == "port" or (strange and self.around.lower(piece.stop - 1) in _LANDS)
        if floods or (piece.kind == "place" and land):
            return "place"
        capital = single and piece.lower in load_capitals() and not self.around.is_personal(piece.first)
        if capital and "ends a longer name" not in " ".join(self.inside.get(piece.lower, ())):
            return "place"
        behind = self.around.lower(piece.stop)
        if single and behind in self.around.contexts.district_after and not self._is_field(piece):
            piece.place = piece.place or self._kind_of_place(behind)
            return "place"
        if self.around.lower(piece.first - 1) != "of":
            return None
        part = self.around.lower(piece.first - 2) in self.around.contexts.parts_before
        return "place" if part or (single and self._heads_a_place(piece.first - 1)) else None

    def _is_field(self, piece: Piece) -> bool:
        """Whether a common word stands before "area", which may be one of work: "the Communication area"."""
        known = piece.key in self.around.gazetteer.places
        return not known and self.around.lower(piece.stop) == "area" and piece.lower in english_words()

    def _kind_of_place(self, noun: str) -> str:
        """What the noun behind a name calls it: only what has a government of its own is a province."""
        if noun in _TOWNS:
            return "city"
        if noun in _REGIONS:
            return "region"
        return "province" if self.around.words.get(noun, 0) & DISTRICT else "place"

    def _calls_itself(self, piece: Piece) -> bool:
        """Whether a group is said to be called so: "a group calling itself X", "a gang known as the X"."""
        at = piece.first - 1
        while self.around.word(at) in OPENING_MARKS or self.around.lower(at) == "the":
            at -= 1
        contexts, last = self.around.contexts, self.around.lower(at)
        if f"{self.around.lower(at - 1)} {last}" in contexts.calling:
            at -= 2
        elif last in contexts.calling and not self.around.is_personal(piece.first):
            at -= 1  # not "the group called Ann Lee a liar"
        elif last == "," and at < piece.first - 1 and self.around.word(piece.stop) == ",":
            at -= 1  # "a little-known group, the X, said"
        else:
            return False
        noun = self.around.word(at)
        return noun == "group" or noun in contexts.organisations_before - contexts.persons_too

    def _heads_a_place(self, stop: int) -> bool:
        """Whether the name that ends here has an office that is held of a place: "Mayor X of …"."""
        who = self.around.ending.get(stop)
        if who is None or who.title is None:
            return False
        return self.around.lower(who.title[1] - 1) in self.around.contexts.heads_of_places

    def _opened(self, piece: Piece) -> str | None:
        """The kind that a word of another language, a company's form, or a street gives: "Cerro Tavora"."""
        contexts = self.around.contexts
        on = self.around.lower(piece.first - 1 - (self.around.lower(piece.first - 1) == "the"))
        if on in _ON_STREETS and self.tokens[piece.stop - 1].lower in contexts.streets:
            return "place" if self.roles.after(piece.stop) is None else None  # "on John Street, a friend"
        known = piece.key in self.around.gazetteer.places or piece.lower in self.around.gazetteer.adjectives
        if known or self.around.flags(piece.first) & GIVEN:
            return None
        if piece.lower in contexts.site_openers:
            return "place"
        behind = self.tokens[piece.first + 1 : piece.stop]
        form = self.tokens[piece.first].text.isupper() and piece.lower in contexts.company_forms
        if form and not any(token.lower in personal_names() for token in behind):
            return "organisation"  # "PT Surya Reef"; not "PT Barnum"
        return "organisation" if piece.lower in contexts.body_openers else None

    def _headed(self, piece: Piece) -> str | None:
        """The kind of a name whose last word is no surname, and a title part of it: "Chief Elm Park"."""
        first, last = self.around.flags(piece.first), self.around.flags(piece.stop - 1)
        located = self.around.is_located(piece.title[0] if piece.title else 0)
        given = first & GIVEN and piece.stop - piece.first < _LONG  # "Captain Ivo Stam Military Academy"
        if given or (last & SURNAME and not located):
            return None
        if last & (SITE | DISTRICT):
            return "place"
        body = (
            last & ORGANISATION
            or self.around.lower(piece.stop - 1) in self.around.contexts.told_by_their_noun
        )
        return "organisation" if body else "none" if last & OTHER else None

    def _is_described(self, piece: Piece) -> bool:
        """Whether an office behind a strange word makes it a person: "X, the mayor"."""
        word = piece.lower
        if (
            word in self.around.gazetteer.places
            or word in english_words()
            or self.around.is_short_acronym(piece)
        ):
            return False
        role = self.roles.after(piece.stop)
        return role is not None and self.around.is_office_word(role.title)

    def _open_news_agency(self, piece: Piece) -> bool:
        """Whether it is "X news agency"; the piece then takes the words in."""
        if self.around.lower(piece.stop) != "news" or self.around.lower(piece.stop + 1) not in (
            "agency",
            "agencies",
        ):
            return False
        piece.stop += 2
        return True

    # -- the name itself --------------------------------------------------------------------------

    def _of_name(self, piece: Piece) -> Iterator[str]:
        tokens = self.tokens[piece.first : piece.stop]
        words = [token for token in tokens if token.text != "."]
        size = "one word" if len(words) == 1 else "more words"
        yield f"words: {min(len(words), 6)}"
        yield from self._shape("".join(t.text for t in words), size)
        last = words[-1]
        yield f"{size}, ending: {last.lower[-3:]}"
        yield f"{size}, ending: {last.lower[-2:]}"
        yield (
            f"first of {size}, beginning: {words[0].lower[:3]}"
            if len(words) > 1
            else f"{size}, beginning: {last.lower[:3]}"
        )
        for position, token in (("first", words[0]), ("last", last)):
            yield from (f"{position} of {size}: {cue}" for cue in self._of_word(token.lower))
        if len(words) > 1:
            head = next((at for at, t in enumerate(words) if at and t.lower in _BEHIND_HEAD), len(words)) - 1
            tail = f"head of {'phrase' if head < len(words) - 1 else 'words'}"
            yield from (f"{tail}: {cue}" for cue in self._of_word(words[head].lower))
            yield from (f"inside: {cue}" for token in words[1:-1] for cue in self._of_word(token.lower))
        if len(words) == 1:
            yield from self.inside.get(last.lower, ())
            if last.lower in self.small:
                yield "written small elsewhere"
        yield from self._of_gazetteer(piece, size)

    def _shape(self, text: str, size: str) -> Iterator[str]:
        letters = text.replace("-", "").replace("’", "").replace("'", "")
        if text.isupper():
            yield f"{size}, capitals: {min(len(text), 6)}"
        elif not letters.isalpha():
            yield f"{size}, other signs" + (", digits" if any(c.isdigit() for c in text) else "")
        if "-" in text:
            yield f"{size}, hyphen"
        if "’" in text or "'" in text:
            yield f"{size}, apostrophe"
        if "&" in text:
            yield f"{size}, &"
        if not text.isascii():
            yield f"{size}, letters beyond a to z"
        if size == "one word" and any(c.isupper() for c in text[1:]) and not text.isupper():
            yield "one word, capital inside"

    def _of_word(self, word: str) -> Iterator[str]:
        flags = self.around.words.get(word, 0)
        yield from (name for flag, name in _FLAGS if flags & flag)
        if flags & ~(GIVEN | SURNAME):
            yield f"word {word}"
        listed = personal_names().get(word, "")
        if listed:
            yield "listed " + (
                "surname" if listed == "s" else "given and surname" if "s" in listed else "given"
            )
        place = self.around.gazetteer.places.get(word)
        if place is not None:
            yield f"is a {place.kind}"
        if word in self.around.gazetteer.adjectives:
            yield "adjective"
        english = english_words().get(word)
        if english:
            yield f"English {english}"
        if not flags and not listed and place is None and not english:
            yield "unknown"

    def _of_gazetteer(self, piece: Piece, size: str) -> Iterator[str]:
        key = piece.key
        place = self.around.gazetteer.places.get(key)
        if place is None:
            yield f"{size}: in no gazetteer"
        elif place.kind == "city":
            yield f"{size}: {next(name for least, name in _SIZES if place.population >= least)} city"
        else:
            yield f"{size}: {place.kind}"
        if key in self.around.seats:
            yield "a seat of power"
        body = known_bodies().get(key) or known_bodies().get(key.replace(" ", ""))
        if body:
            yield f"known: {body}"
            yield "known body"

    # -- what the rules make of it ----------------------------------------------------------------

    def _of_guess(self, piece: Piece) -> Iterator[str]:
        size = "one word" if piece.single else "more words"
        yield f"{size}, rule: {piece.kind}{' for sure' if piece.sure else ''}"
        if piece.title is not None:
            yield "behind a title"
        elif self.roles.before(piece.first, piece.stop) is not None:
            yield "role before"
        if self.roles.after(piece.stop) is not None:
            yield "role behind"
        if piece.run.initial:
            yield f"{size}, opens a sentence"
        if piece.run.stop - piece.run.first > piece.stop - piece.first:
            yield f"{size}, part of a longer run"

    # -- the words around it ----------------------------------------------------------------------

    def _of_surroundings(self, piece: Piece) -> Iterator[str]:
        size = "" if piece.single else ", more words"
        before, after = piece.first - 1, piece.stop
        yield from (f"before{size}: {cue}" for cue in self._beside(before, -1))
        within = self.around.lower(piece.first - 1) in _WITHIN  # "police in X said": it is they who speak
        if not (within and self.around.word(after) in self.around.speaking):
            yield from (f"behind{size}: {cue}" for cue in self._beside(after, 1))
        if self.around.lower(after) in (",", "(", "and"):
            yield from (f"behind {self.around.lower(after)}: {cue}" for cue in self._beside(after + 1, 1))
        if self.around.lower(before) in ("the", "a", "an", ",", "of", "and", "in", "s"):
            yield from (f"before {self.around.lower(before)}: {cue}" for cue in self._beside(before - 1, -1))

    def _beside(self, index: int, step: int) -> Iterable[str]:
        text = self.around.word(index)
        if self.around.words.get(text.lower(), 0) & (FUNCTION | CLOSED):
            text = text.lower()
        if not text:
            return ("nothing",)
        other = self.around.ending.get(index + 1) if step < 0 else self.around.beginning.get(index)
        if other is not None:
            return (f"name, {other.kind}{' for sure' if other.sure else ''}",)
        if text in POSSESSIVE:
            return ("possessive",)
        if text[0].isdigit():
            return ("number",)
        if not text[0].isalpha() or text.islower():
            found = [text]
            flags = self.around.words.get(text, 0)
            found += [name for flag, name in _FLAGS if flags & flag and flag not in (GIVEN, SURNAME)]
            if text in self.around.speaking:
                found.append("verb of speech")
            if text in self.around.bodies:
                found.append("noun for a body")
            return found
        return ("capital",)
