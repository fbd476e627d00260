"""What one word inside a run settles: a title before a name, the head of an organisation, site or event."""

from __future__ import annotations

from dossier.reading.names.namewords import (
    COMPANY,
    COURTESY,
    DISTRICT,
    FORMER,
    GIVEN,
    MODIFIER,
    OF_HEAD,
    ORGANISATION,
    OTHER,
    PARTICLE,
    SITE,
    SITE_FIRST,
    SURNAME,
    TITLE,
    english_words,
    personal_names,
)
from dossier.reading.names.pieces import BEHIND_FIRST, Piece, Run, RunWords

HEADS = COMPANY | ORGANISATION | SITE | DISTRICT | OTHER
_RANKS = frozenset(("crown", "chief", "grand", "lord", "lady", "police", "deputy", "associate", "presiding"))
"""Words before a title that is a surname too, which make it no name."""
_LINKS = frozenset(("of", "for", "on"))
_WHO_IS = ("er", "or", "ist", "ian", "man", "men", "woman", "women", "match")
"""Ends of common nouns for who does or is something: "flanker", "compatriot"."""
_INITIALS = 2
"""Letters of two first names: "JP Stam"."""
_LEAST, _MOST = 3, 4
"""Words of a run that is such a noun and somebody's whole name."""
_CITY = 500_000
"""Inhabitants of a city known well enough to stand in its mayor's title."""


def title_in(words: RunWords, run: Run, first: int, stop: int) -> tuple[int, int] | None:
    """Tokens of the title in a run, with the modifiers before it."""
    if words.flags(stop - 1) & (ORGANISATION | SITE | DISTRICT | OTHER) and not words.flags(stop - 1) & (
        SURNAME | TITLE
    ):
        return None
    begin = next((i for i in range(first, stop) if _is_title(words, first, i, stop)), None)
    if begin is None and _opens_as_role(words, run, first, stop):
        return first, first + 1
    if begin is None:
        return _office_of_title(words, first, stop)
    if begin == stop - 1 and begin > first + 1 and words.lower(begin - 1) == "of":
        return None  # "European Court of Justice"
    if words.flags(begin) & GIVEN and begin == first and stop - first == 2:
        return None  # Dean Selby, Pat …
    if words.flags(begin) & MODIFIER and heads_phrase(words, begin + 1, stop):
        return None  # "General Directorate of Mines"
    end = begin + 1
    while end < stop and (
        words.flags(end) & (TITLE | COURTESY | MODIFIER)
        or words.is_short_title(end)
        or words.tokens[end].text == "."
    ):
        if end == stop - 1 and words.flags(end) & SURNAME and not _is_rank(words, end):
            break
        if end > begin and _is_given(words, end, stop):
            break
        end += 1
    end += _of_its_land(words, begin, end, stop)
    begin = _with_modifiers(words, first, begin)
    shared = words.lower(end).endswith("s") and is_one_of_two(words, end + 1, stop)
    if shared or _is_of_office(words, first, begin, stop):
        return None  # "Lord Justices Lume and Berg"
    return _with_matter(words, run, first, begin), end


def _with_modifiers(words: RunWords, first: int, begin: int) -> int:
    """Where a title begins with the words before it that belong to it: "Former Deputy | Minister"."""
    if begin > first and (words.lower(begin - 1), words.lower(begin)) == ("under", "secretary"):
        begin -= 1
    while begin > first and words.flags(begin - 1) & (MODIFIER | FORMER | TITLE):
        if begin - 1 > first and words.key(begin - 2, begin) in words.seats:
            break  # "White House | Press Secretary"
        if begin - 1 == first + 1 and _is_surname(words, begin - 1):
            break  # "Ana Field | MP"
        begin -= 1
    return begin


def _opens_as_role(words: RunWords, run: Run, first: int, stop: int) -> bool:
    """Whether what opens a sentence is what somebody does or is: "Singer X", "Flanker Ivo Stam".

    A common noun in no list of roles is one right before a first name.
    """
    if first != run.first or not run.initial:
        return False
    if words.is_role(first):
        return True  # "Advisers X"
    plain = not words.is_personal(first) and not words.flags(first) & (HEADS | SITE_FIRST | MODIFIER | GIVEN)
    named = words.is_given(first + 1) or words.flags(first + 1) & GIVEN
    lettered = words.is_acronym(first + 1, first + 2) and len(words.word(first + 1)) == _INITIALS
    whole = _LEAST <= stop - first <= _MOST and bool(named or lettered)
    return bool(plain and whole and _says_who(words, words.lower(first).rpartition("-")[2]))


def _says_who(words: RunWords, noun: str) -> bool:
    """Whether a word is for who does or is something, in a list or made of a word in one: "flanker"."""
    end = next((end for end in _WHO_IS if noun.endswith(end)), None)
    if end is None or noun.endswith("maker"):
        return False  # "Bookmaker Ivo Stam" may be a firm
    stem = noun.removesuffix(end)
    made = stem in english_words() or stem in words.gazetteer.adjectives
    return noun in english_words() or made


def is_one_of_two(words: RunWords, name: int, stop: int) -> bool:
    """Whether a surname stands before another: "Justices Lume | and Berg", not "Chiefs Fiji and Kenya"."""
    two = (name, stop + 1)
    if stop != name + 1 or words.lower(stop) != "and" or not words.is_capital(stop + 1):
        return False
    return all(
        words.lower(at) not in english_words() and words.key(at, at + 1) not in words.gazetteer.places
        for at in two
    )


def _of_its_land(words: RunWords, begin: int, end: int, stop: int) -> int:
    """Words of a title behind its "deputy", the land's first: 2 of "Deputy | Velmish President Oda Berg"."""
    lower = end == begin + 1 < stop - 2 and words.flags(begin) & MODIFIER and not words.flags(end) & GIVEN
    return 2 if lower and words.flags(end + 1) & TITLE else 0


def _is_of_office(words: RunWords, first: int, begin: int, stop: int) -> bool:
    """Whether a body is named after an office that nobody's name follows: "Office of the Prime Minister"."""
    if begin - 1 > first and words.lower(begin - 1) == "and" and heads_phrase(words, first, begin - 1):
        return True  # "Faculty of Fish and Marine Science"
    led = begin - 3 >= first and (words.lower(begin - 2), words.lower(begin - 1)) == ("of", "the")
    office = all(words.flags(i) & (TITLE | MODIFIER) for i in range(begin, stop))
    return led and office and bool(words.flags(begin - 3) & (ORGANISATION | OF_HEAD))


def _with_matter(words: RunWords, run: Run, first: int, begin: int) -> int:
    """Where a minister's title begins with what it is over: "Forest Minister", "Fiscal Policy Minister"."""
    if words.lower(begin) not in ("minister", "secretary"):
        return begin
    at = begin
    while at > first and _is_matter(words, at - 1):
        at -= 1
    if at == run.first < begin and words.is_capital(at - 1):
        return begin  # "Sea | Change Minister", whose first word opens its sentence
    opens = at - 1 == run.first and run.initial  # "Angry Ports Minister"
    if first < at < begin and not opens and "a" in english_words().get(words.lower(at - 1), ""):
        return at - 1 + bool(words.flags(at - 1) & (FORMER | TITLE | GIVEN | COURTESY))
    return at


def _is_matter(words: RunWords, at: int) -> bool:
    """Whether a word may be what a minister is over: a common noun that names nobody and no place."""
    lower = words.lower(at)
    plain = "n" in english_words().get(lower, "") and not words.flags(at) & (GIVEN | COURTESY | ORGANISATION)
    known = lower in personal_names() or lower in words.gazetteer.places
    return lower in words.portfolios or (plain and not known)


def heads_phrase(words: RunWords, first: int, stop: int) -> bool:
    """Whether a range is a body by its noun before "of" or "for": "Directorate of Mines"."""
    link = next((i for i in range(first + 1, stop) if words.lower(i) in ("of", "for")), None)
    if link is None or words.is_given(first) or words.flags(first) & GIVEN:
        return False  # "Poppy House of Suva"
    return bool(words.flags(link - 1) & (ORGANISATION | OF_HEAD))


def _is_title(words: RunWords, first: int, at: int, stop: int) -> bool:
    """Whether a word is a title, and no part of a name that began before it: "Idris Sheikh Varnu"."""
    if words.is_short_title(at) and not words.flags(at) & TITLE:
        return True
    if not words.flags(at) & (TITLE | COURTESY):
        return False
    if words.lower(at) in words.given_titles and _is_called_so(words, at, stop):
        return False
    if at == stop - 1 == first + 1 and _is_surname(words, at):
        return False
    second = at == first + 1 < stop - 1 and words.lower(at) in words.given_titles
    if second and words.flags(first) & GIVEN and not words.flags(first) & (TITLE | COURTESY | MODIFIER):
        return False  # "Anna Dean Stam"
    if at == first or words.lower(at) not in words.titles_in_names:
        return True
    before = words.lower(at - 1)
    if (
        words.flags(at - 1) & (TITLE | COURTESY | MODIFIER | FORMER | HEADS)
        or words.lower(first - 1) == "the"
    ):
        return True
    place = words.gazetteer.places.get(before)
    country = place is not None and place.kind == "country"
    common = before in english_words() and before not in personal_names()
    return country or common or words.word(at - 1).isupper() or before in words.gazetteer.adjectives


def _is_called_so(words: RunWords, at: int, stop: int) -> bool:
    """Whether a noble title is a first name: "Sultan al-Varnu", "the artist Lama Varnu"."""
    behind = words.lower(at + 1) if at + 1 < stop else ""
    own = at == 0 or not words.is_capital(at - 1)
    return bool(behind) and own and (behind.partition("-")[0] in BEHIND_FIRST or words.is_role(at - 1))


def _is_given(words: RunWords, at: int, stop: int) -> bool:
    """Whether a title behind another is a name: "Major Sultan al-Varnu", no "Deputy Dean Holt"."""
    called = words.lower(at) in words.given_titles and at + 1 < stop
    before = words.flags(at - 1) & TITLE and not words.flags(at - 1) & MODIFIER
    return bool(called and before) and words.lower(at - 1) not in _RANKS


def _is_surname(words: RunWords, at: int) -> bool:
    """Whether a title ends somebody's name: "governor Osvin King", "referee Philip Don"."""
    named = words.flags(at) & SURNAME or "s" in personal_names().get(words.lower(at), "")
    before = words.lower(at - 1)
    known = before in words.gazetteer.places or before in words.gazetteer.adjectives
    held = words.word(at - 2).islower() and words.is_role(at - 2)
    first = words.is_given(at - 1) or words.flags(at - 1) & GIVEN
    return bool(named and not known and (first or (held and before not in english_words())))


def _is_rank(words: RunWords, end: int) -> bool:
    """Whether a word that is a surname too ends a title: "Crown Prince", no "Captain Cook"."""
    return bool(words.flags(end) & TITLE) and words.lower(end - 1) in _RANKS


def _office_of_title(words: RunWords, first: int, stop: int) -> tuple[int, int] | None:
    """The rest of a title before a name: "State" of "Secretary of State John X"."""
    at = first - 1 - (words.lower(first - 1) == "the")
    if at < 1 or words.lower(at) not in ("of", "for") or not words.flags(at - 1) & TITLE:
        return None
    begin = at - 1
    while begin > 0 and words.flags(begin - 1) & (TITLE | MODIFIER | FORMER):
        begin -= 1
    name = _behind_office(words, first, stop)
    if name is None or not words.tokens[at - 1].text[0].isupper():
        name = next((i for i in range(first + 1, stop - 1) if words.flags(i) & GIVEN), None)
    return None if name is None else (begin, name)


def _behind_office(words: RunWords, first: int, stop: int) -> int | None:
    """First token of the name behind an office ("Foreign Affairs") or a place; None behind neither."""
    for end in range(min(first + 3, stop - 2), first, -1):
        if words.lower(end) in english_words() and not any(map(words.is_personal, range(end, stop))):
            continue  # "the State Great Assembly"
        if heads_phrase(words, end, stop):
            return None  # "the National Museum of Arts"
        known = words.gazetteer.places.get(words.key(first, end))
        article = end == first + 1 and words.flags(first) & PARTICLE and not words.word(first).isupper()
        large = known is not None and not article and (known.kind != "city" or known.population > _CITY)
        if large or all(words.flags(i) & MODIFIER for i in range(first, end)):
            return end
    return None


def headed_piece(words: RunWords, run: Run, first: int, stop: int) -> Piece | None:
    """A name told by a word inside it: organisation, site, district, event; None when no word tells."""
    last, lead = words.flags(stop - 1), words.flags(first)
    inner = {token.lower for token in words.tokens[first + 1 : stop] if token.text != "On"}
    head = stop - 1
    if inner & _LINKS:
        head = next(i for i in range(first + 1, stop) if words.lower(i) in _LINKS) - 1
        last = words.flags(head)
        if "for" in inner or words.lower(head) == "department" or not last & HEADS:
            return Piece(first, stop, "organisation", run, sure=True)
    land = words.word(first - 1) == "," and head == first + 1 and words.lower(first) not in english_words()
    if words.lower(head) == "department" and not words.is_located(first) and not land:
        return Piece(first, stop, "organisation", run, sure=True)
    if (
        stop - first > 2
        and words.lower(first + 1) == "state"
        and words.lower(first) in words.gazetteer.adjectives
    ):
        return Piece(first, stop, "organisation", run, sure=True)  # and its provinces
    if words.lower(head) == "state" and words.lower(first) in words.gazetteer.adjectives:
        return Piece(first, stop, "organisation", run, sure=True)
    if last & HEADS:
        return _by_head(run, first, stop, last)
    if lead & SITE_FIRST and words.lower(stop - 1) in words.gazetteer.adjectives:
        return Piece(first, stop, "adjective", run)
    inside = (words.flags(i) for i in range(first, stop))
    if any(flags & ORGANISATION and not flags & (SURNAME | OTHER) for flags in inside):
        return Piece(first, stop, "organisation", run)
    return None


def _by_head(run: Run, first: int, stop: int, head: int) -> Piece:
    if head & ORGANISATION and not head & (SITE | DISTRICT | OTHER):
        return Piece(first, stop, "organisation", run, sure=True)
    if head & DISTRICT:
        plain = all(token.lower in english_words() for token in run.tokens[first:stop])
        return Piece(first, stop, "place", run, sure=True, place="place" if plain else "province")
    if head & SITE:
        return Piece(first, stop, "place", run, sure=True, place="place")
    kind = "organisation" if head & ORGANISATION else "other"
    return Piece(first, stop, kind, run, sure=True)
