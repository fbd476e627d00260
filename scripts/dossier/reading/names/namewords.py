"""Words to what they do in names: one table of flags for titles, heads, function words and the like."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dossier.reading.grammar.numberwords import QuantityWords
from dossier.reading.lexicon import load_lines, load_table
from dossier.reading.text.word_classes import closed_class

FUNCTION = 1 << 0
"""Begins sentences, is no name ("However")."""
TITLE = 1 << 1
MODIFIER = 1 << 2
"""Stands beside titles ("Vice", "Foreign")."""
COURTESY = 1 << 3
ORGANISATION = 1 << 4
SITE = 1 << 5
DISTRICT = 1 << 6
OTHER = 1 << 7
"""Head of an event, a work, a law."""
NEVER = 1 << 8
CALENDAR = 1 << 9
MALE = 1 << 10
FEMALE = 1 << 11
SITE_FIRST = 1 << 12
COMPANY = 1 << 13
PARTICLE = 1 << 14
ROLE = 1 << 15
KIN = 1 << 16
ARMED = 1 << 17
FORMER = 1 << 18
MEDIA = 1 << 19
ARMED_HEAD = 1 << 20
ARMED_ADJECTIVE = 1 << 21
OWNER = 1 << 26
"""Opens a name by its possessive ("Workers’ Party")."""
CLOSED = 1 << 27
"""A determiner, pronoun, preposition or the like."""
TAIL = 1 << 25
"""Ends a compound adjective ("X-based")."""
SURNAME = 1 << 23
"""A head that is a surname too ("Hill")."""
OF_HEAD = 1 << 24
"""Carries on with "of" ("Statue of …")."""
OPENING = 1 << 22
"""A function word that begins a name when another capitalised word follows ("New")."""
NUMBER = 1 << 28
"""A number from two on."""
ABBREVIATED = 1 << 29
"""A full stop touches it inside a name."""
GIVEN = MALE | FEMALE


class TitleTable(NamedTuple):
    """Shape of lexicon/titles.yaml."""

    courtesy: frozenset[str]
    titles: frozenset[str]
    abbreviated: frozenset[str]
    title_modifiers: frozenset[str]
    former: frozenset[str]
    unheld: frozenset[str]
    telling: frozenset[str]
    turning: frozenset[str]
    roles: frozenset[str]
    trades: frozenset[str]
    portfolios: frozenset[str]
    """What a minister is over, before "Minister" alone."""
    never_first: frozenset[str]
    kin: frozenset[str]
    noble: frozenset[str]


class NameTable(NamedTuple):
    """Shape of lexicon/name_words.yaml."""

    organisation: frozenset[str]
    armed: frozenset[str]
    armed_adjectives: frozenset[str]
    armed_heads: frozenset[str]
    in_arms: frozenset[str]
    violence: frozenset[str]
    site: frozenset[str]
    site_first: frozenset[str]
    district: frozenset[str]
    other: frozenset[str]
    media: frozenset[str]
    company_marks: frozenset[str]
    particles: frozenset[str]
    never: frozenset[str]
    surnames: frozenset[str]
    of_heads: frozenset[str]
    tails: frozenset[str]
    offices: frozenset[str]
    owners: frozenset[str]
    armed_nouns: frozenset[str]
    fighting: frozenset[str]
    abbreviated: frozenset[str]
    prefixes: frozenset[str]


class FunctionTable(NamedTuple):
    """Shape of lexicon/function_words.yaml."""

    words: frozenset[str]
    opening: frozenset[str]


class GivenTable(NamedTuple):
    """Shape of lexicon/given_names.yaml, and of genders.yaml."""

    male: frozenset[str]
    female: frozenset[str]


class Calendar(NamedTuple):
    """Shape of lexicon/calendar.yaml."""

    months: dict[str, int]
    weekdays: dict[str, int]


@cache
def load_namewords() -> dict[str, int]:
    """Word in small letters → its flags."""
    titles = load_table("titles", TitleTable)
    names = load_table("name_words", NameTable)
    given = load_table("given_names", GivenTable)
    calendar = load_table("calendar", Calendar)
    table: dict[str, int] = {}
    for flag, words in (
        (FUNCTION, load_table("function_words", FunctionTable).words),
        (CLOSED, frozenset(word for group in closed_class() for word in group)),
        (OPENING, load_table("function_words", FunctionTable).opening),
        (TITLE, titles.titles),
        (MODIFIER, titles.title_modifiers),
        (COURTESY, titles.courtesy),
        (FORMER, titles.former),
        (ROLE, titles.roles),
        (KIN, titles.kin),
        (ORGANISATION, names.organisation),
        (ARMED | ORGANISATION, names.armed),
        (ARMED_HEAD, names.armed_heads),
        (ARMED_ADJECTIVE, names.armed_adjectives),
        (SITE, names.site),
        (SITE_FIRST, names.site_first),
        (DISTRICT, names.district),
        (OTHER, names.other),
        (MEDIA, names.media),
        (COMPANY | ORGANISATION, names.company_marks),
        (PARTICLE, names.particles),
        (NEVER, names.never),
        (SURNAME, names.surnames),
        (OF_HEAD, names.of_heads),
        (TAIL, names.tails),
        (OWNER, names.owners),
        (ABBREVIATED, names.abbreviated),
        (MALE, given.male),
        (FEMALE, given.female),
        (NUMBER, frozenset(w for w, n in load_table("quantities", QuantityWords).numbers.items() if n > 1)),
        (CALENDAR, frozenset(calendar.months) | frozenset(calendar.weekdays)),
    ):
        for word in words:
            table[word] = table.get(word, 0) | flag
    return table


@cache
def personal_names() -> dict[str, str]:
    """Name in small letters → whom it is given to (m, f, g) and whether it is a surname (s)."""
    return dict(line.split("\t") for line in load_lines("personal_names.tsv"))


def is_given_name(word: str) -> bool:
    """Whether a word is a name that is given to men or to women."""
    return not frozenset("mf").isdisjoint(personal_names().get(word.lower(), ""))


@cache
def gender_words() -> dict[str, str]:
    """Given name, title or noun for somebody in small letters → male or female; none that are for both."""
    found: dict[str, str] = {}
    for table in ("given_names", "genders"):
        words = load_table(table, GivenTable)
        found |= dict.fromkeys(words.male, "male") | dict.fromkeys(words.female, "female")
        for word in words.male & words.female:
            del found[word]
    return found


@cache
def english_words() -> dict[str, str]:
    """English word in small letters → whether it is a noun (n), verb (v) or adjective (a)."""
    return dict(line.split("\t") for line in load_lines("english_words.tsv"))
