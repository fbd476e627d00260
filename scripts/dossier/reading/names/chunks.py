"""Tokens to runs of capitalised words: the stuff that names are made of.

A run holds the words of one name and often a title or adjective before it; it never crosses a
sentence, a comma or a possessive. What a run means is settled later.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.reading.lexicon import load_table
from dossier.reading.names.gazetteer import load_gazetteer
from dossier.reading.names.namewords import (
    ABBREVIATED,
    CALENDAR,
    CLOSED,
    COURTESY,
    FORMER,
    FUNCTION,
    GIVEN,
    MODIFIER,
    NEVER,
    NUMBER,
    OF_HEAD,
    OPENING,
    ORGANISATION,
    OTHER,
    OWNER,
    PARTICLE,
    SITE,
    TAIL,
    TITLE,
    NameTable,
    english_words,
    is_given_name,
    personal_names,
)
from dossier.reading.names.pieces import POSSESSIVE, Run, RunWords
from dossier.reading.text.article import Article
from dossier.reading.text.tokens import Token, touches
from dossier.reading.text.word_classes import closed_class

_JOINED_CAPITAL = re.compile("[-’'‐‑][A-Z]")
_LETTER_MARKS = "ʻʼʽʾʿ"
"""Signs that are letters, before the first capital of a name: ʿAli, ʻIolani."""
_MONEY = frozenset(("$", "dollar", "dollars"))
_MONTHS_TO = frozenset(("-", "–", "—", "to", "and"))
_SHORT_MONTHS = frozenset(("may", "june", "july"))
_APOSTROPHE = re.compile("['’]")
_APOSTROPHES = frozenset(("'", "’"))
_BEFORE_OPENERS = frozenset("\"'“‘«.?!…[")
_STRAIGHT = frozenset("\"'")
"""Marks that open and close alike."""
_MAX_RUN = 12
"""Words in a run; a longer one is a line in capitals."""


def find_runs(words: RunWords, article: Article) -> list[Run]:
    """Runs of capitalised words in text order; function words that only open a sentence left off."""
    text = article.text
    tokens = text.tokens
    prefixed = _prefixed(tokens)
    capital = [
        i
        for kind, block in zip(article.kinds, text.blocks, strict=True)
        for i in range(block.first, block.stop if kind != "notation" else block.first)
        if tokens[i].text.lstrip(_LETTER_MARKS)[:1].isupper() or i in prefixed
    ]
    starts = {sentence.first for sentence in text.sentences}
    if article.dateline is not None:
        starts.add(text.token_range(article.dateline)[1] + 1)
    titled = _titled_blocks(article, capital)
    small = {token.text for token in tokens}
    runs: list[Run] = []
    position = 0
    while position < len(capital):
        first = capital[position]
        stop = first + 1
        position += 1
        while position < len(capital) and stop - first < _MAX_RUN:
            following = capital[position]
            if following in starts and following - stop > 0:
                break
            if not _joins(words, stop, following) or (following == stop and stop in starts):
                break
            stop = following + 1
            position += 1
        initial = first in starts or _behind_opener(words, first)
        run = _without_openers(Run(tokens, first, stop, initial, False), words, small)
        if run is not None:
            run.titled = bool(titled) and text.block_at(tokens[run.first].start) in titled
            runs.extend(_split_calendar(run, words))
    return runs


def _behind_opener(words: RunWords, first: int) -> bool:
    """Whether a mark that opens a sentence or quotation stands before; "workers’ Party" has none.

    Nor has what stands behind a quoted word: "the “failing” Child Agency", in straight marks too.
    """
    mark, before = words.word(first - 1), words.word(first - 2)
    behind_word = touches(words.tokens, first - 1) and not touches(words.tokens, first)
    closes = mark in _STRAIGHT and behind_word and before.isalpha()
    plural = before.endswith("s") and touches(words.tokens, first - 1)
    return mark in _BEFORE_OPENERS and not closes and not (plural and mark in POSSESSIVE)


def _prefixed(tokens: list[Token]) -> set[int]:
    """Tokens like "al-Tamri", whose capital stands behind a particle, and the "al" of "al Tamri"."""
    known = load_table("name_words", NameTable).prefixes
    joins = ((i, _JOINED_CAPITAL.search(t.text)) for i, t in enumerate(tokens) if not t.text.isalpha())
    joined = {i for i, join in joins if join is not None and tokens[i].text[: join.start()] in known}
    return joined | {i for i in range(len(tokens) - 1) if _opens_a_name(tokens, i)}


def _opens_a_name(tokens: list[Token], at: int) -> bool:
    """Whether a small "al" stands before a name and is part of it; none in "Brandt et al"."""
    before = tokens[at - 1].lower if at else ""
    return tokens[at].text == "al" and tokens[at + 1].text[0].isupper() and before != "et"


def _titled_blocks(article: Article, capital: list[int]) -> set[int]:
    """Blocks where most of the longer words have a capital: there a capital says nothing."""
    text = article.text
    titled = set()
    at = 0
    for number, block in enumerate(text.blocks):
        begin = at
        while at < len(capital) and capital[at] < block.stop:
            at += 1
        if at - begin < 4 or (at - begin) * 4 < block.stop - block.first:
            continue
        long = [t for t in text.tokens[block.first : block.stop] if len(t.text) > 3 and t.text[0].isalpha()]
        share, least = (0.95, 8) if article.kinds[number] == "paragraph" else (0.7, 4)
        if len(long) >= least and sum(t.text[0].isupper() for t in long) >= share * len(long):
            titled.add(number)
    return titled


_POINTING = frozenset(
    ("this", "that", "these", "those", "there", "they", "we", "he", "she", "it", "i", "you")
)
"""Words that begin a sentence behind a letter and a full stop: "grade D. Those who …"."""


def _joins(words: RunWords, stop: int, following: int) -> bool:
    """Whether the capitalised token `following` carries on the run that ends before `stop`."""
    tokens, gap, link = words.tokens, following - stop, words.word(stop)
    last = tokens[stop - 1]
    if gap == 0:
        return tokens[following].start - last.end <= 1
    if gap == 1 and link == ".":
        letter = len(last.text) == 1 and tokens[following].lower not in _POINTING
        return touches(tokens, stop) and (letter or bool(words.flags(stop - 1) & ABBREVIATED))
    if gap == 1 and link == "&":
        called = (tokens[stop - 2].lower, tokens[following].lower)  # "Ada Osk & Bo Stam"
        return not (tokens[stop - 2].text.istitle() and all(map(is_given_name, called)))
    if gap == 1 and link == "-":  # a stray space: "Al-Ahmad Al- Sabah"
        known = load_table("name_words", NameTable).prefixes
        return touches(tokens, stop) and last.lower in known
    between = range(stop, following)
    small = gap <= 2 and all(tokens[i].text.islower() for i in between)
    city = small and words.key(stop - 1, following + 1) in words.gazetteer.places  # "Dar es Salaam"
    return small and (city or all(words.flags(i) & PARTICLE for i in between))


def _without_openers(run: Run, words: RunWords, small: set[str]) -> Run | None:
    """The run without the words that only open its sentence; None when nothing is left."""
    first, initial = run.first, run.initial
    while (
        first < run.stop and not _abbreviates(words, first) and _only_opens(run, first, initial, words, small)
    ):
        first += 1
        initial = False
    return Run(run.tokens, first, run.stop, initial, run.titled) if first < run.stop else None


def _abbreviates(words: RunWords, at: int) -> bool:
    """Whether a letter stands for a first name: "A. Doss" is no Doss behind an article."""
    return len(words.word(at)) == 1 and words.word(at + 1) == "." and touches(words.tokens, at + 1)


def _only_opens(run: Run, at: int, initial: bool, words: RunWords, small: set[str]) -> bool:
    """Whether a capitalised word is no part of the name behind it."""
    lower, flags = words.lower(at), words.flags(at)
    more = at + 1 < run.stop
    following = words.flags(at + 1) if more else 0
    shouted = len(lower) > 1 and words.word(at).isupper()
    if shouted and (more or _abbreviates_a_country(at, run.tokens)):
        return False
    if "'" in lower or "’" in lower:
        flags |= words.words.get(_APOSTROPHE.split(lower, maxsplit=1)[0], 0) & FUNCTION
    if initial:
        if _is_compound_word(words.word(at), words.words):
            return True  # "Twice-married X", "Anti-war"
        if more and not flags and lower.endswith("ing") and len(lower) > 5:
            return True  # "Calling X a friend"
        if more and flags & NUMBER and _counts(run, at, words):
            return True  # "Two UN officials"
        if more and ((flags & PARTICLE and not flags & CLOSED) or _is_given(run, at, words)):
            return False  # "De Wit said"
        if more and flags & FORMER and not following & (TITLE | MODIFIER):
            return True  # "Former US president"
        of_title = flags & MODIFIER and following & (TITLE | MODIFIER)
        if lower in small and not of_title and not flags & (GIVEN | TITLE | COURTESY | OPENING):
            return True  # the article writes it small elsewhere
    elif flags & (GIVEN | COURTESY | OPENING) or (more and (not flags & CLOSED or _is_led_into(at, words))):
        return False
    elif more and len(lower) > 2 and words.is_given(at):
        return False  # Per, Will, Van
    if not flags & CLOSED and following & ORGANISATION:
        return False  # "Election Commission"
    led = flags & (OPENING | TITLE) or words.word(at + 1) == "&"
    if not flags & FUNCTION or (led if more else _is_bodys_matter(words, at)):
        return False
    owns = not more and words.word(run.stop) in POSSESSIVE
    body = words.word(run.stop) in _APOSTROPHES and words.flags(run.stop + 1) & ORGANISATION
    return not (owns and (flags & OWNER or body))  # "The Journalists' Union"


def _is_bodys_matter(words: RunWords, at: int) -> bool:
    """Whether a word tells what a body is for: "Institute of Peace and Conflict Studies"."""
    if words.lower(at - 1) not in ("of", "for") or at < 2 or words.flags(at) & CLOSED:
        return False
    return words.is_capital(at - 2) and bool(words.flags(at - 2) & (ORGANISATION | OF_HEAD))


def _is_led_into(at: int, words: RunWords) -> bool:
    """Whether a time of day opens a name: "the Night Herons", "the group Night Herons"."""
    if words.lower(at) not in closed_class().time_nouns:
        return False
    before = words.word(at - 1)
    leads = before.lower() == "the" or (before.islower() and not words.flags(at - 1) & FUNCTION)
    return leads and not words.flags(at + 1) & (GIVEN | TITLE | COURTESY)


def _abbreviates_a_country(at: int, tokens: Sequence[Token]) -> bool:
    """Whether capitals are a country's letters, where the words beside them are no capitals: "the US"."""
    place = load_gazetteer().places.get(tokens[at].lower)
    beside = (*tokens[max(at - 1, 0) : at], *tokens[at + 1 : at + 2])
    shouted = any(len(each.text) > 1 and each.text.isupper() for each in beside)
    money = any(each.lower in _MONEY for each in tokens[at + 1 : at + 2])
    return place is not None and place.kind == "country" and not shouted and not money


def _is_given(run: Run, at: int, words: RunWords) -> bool:
    """Whether a preposition opens a person's name: "Per Dahl left", not "Per Reuters, Dahl left"."""
    if words.lower(at) not in closed_class().names_too & closed_class().prepositions:
        return False
    surname = "s" in personal_names().get(words.lower(at + 1), "")
    return at + 2 == run.stop and (surname or words.word(run.stop) != ",")


def _is_compound_word(text: str, words: dict[str, int]) -> bool:
    """Whether a word of several parts has one capital, and its parts are common words."""
    parts = text.split("-")
    common = len(parts) > 1 and all(part.islower() and len(part) > 2 for part in parts[1:])
    return common and all(p in english_words() or words.get(p, 0) & NUMBER for p in text.lower().split("-"))


def _counts(run: Run, at: int, words: RunWords) -> bool:
    """Whether a number word counts what follows: "Six ABC men", "Two Norland nationals"."""
    after = words.word(run.stop)
    plural = after[:1].islower() and after.endswith("s") and len(after) > 3
    return words.word(at + 1).isupper() or plural


def _split_calendar(run: Run, words: RunWords) -> list[Run]:
    """The run cut at weekdays, months and words that are never names."""
    parts: list[Run] = []
    first = run.first
    for index in range(run.first, run.stop + 1):
        compound = index < run.stop and is_compound_adjective(run.tokens[index], words.words)
        if index < run.stop and not compound and not _is_cut(run, index, words):
            continue
        if first < index:
            parts.append(Run(run.tokens, first, index, run.initial and first == run.first, run.titled))
        if compound:
            parts.append(Run(run.tokens, index, index + 1, False, run.titled))
        first = index + 1
    return parts


def _is_cut(run: Run, at: int, words: RunWords) -> bool:
    """Whether a word is a day, a month or never a name; "Sun" is a newspaper, "Sun." a day."""
    flags, following = words.flags(at), words.word(at + 1)
    if _is_speaker(run, at, words):
        return True
    if not flags & (CALENDAR | NEVER) or _part_of_name(run, at, words):
        return False
    if not flags & CALENDAR or len(words.word(at)) > 4 or not following:
        return True
    short_month = words.lower(at) in _SHORT_MONTHS
    months = following.lower() in _MONTHS_TO and words.words.get(words.lower(at + 2), 0) & CALENDAR
    return following == "." or following[0].isdigit() or short_month or bool(months)  # "Aug - Sept"


def _is_speaker(run: Run, at: int, words: RunWords) -> bool:
    """Whether an "I" behind a name speaks, by its verb: "Nigel | I want you", but "King Nigel I left"."""
    if words.word(at) != "I" or at + 1 >= len(run.tokens) or words.flags(run.first) & TITLE:
        return False
    verb = run.tokens[at + 1]
    present = f"{verb.text}s" in english_words() and "v" in english_words().get(verb.text, "")
    return verb.lower == "am" or verb.word_class in ("modals", "have", "do") or present


def is_compound_adjective(token: Token, words: dict[str, int]) -> bool:
    """Whether a token is a name made an adjective: "X-based", "Y-led"."""
    head, dash, tail = token.lower.rpartition("-")
    return bool(dash and head and words.get(tail, 0) & TAIL)


def _part_of_name(run: Run, index: int, words: RunWords) -> bool:
    """Whether a month or "never" word belongs to the name: Clara May, Good Friday, English Channel."""
    if words.flags(index) & NEVER:
        # An adjective of language, a numeral behind a name, initials: kept within longer names.
        return not run.single and not words.word(index).islower()
    before = words.flags(index - 1) if index > run.first else 0
    after = words.flags(index + 1) if index + 1 < run.stop else 0
    if before & (GIVEN | COURTESY | TITLE) and index + 1 == run.stop:
        return True
    given = index > run.first and words.is_given(index - 1) and words.word(index).istitle()
    if given and index + 1 < run.stop and words.is_personal(index + 1):
        return True  # "Clara May Brandt"
    return bool(after & (ORGANISATION | OTHER | SITE)) and index + 2 >= run.stop
