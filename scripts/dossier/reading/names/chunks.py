"""Tokens to runs of capitalised words: the stuff that names are made of.

A run holds the words of one name and often a title or adjective before it; it never crosses a
sentence, a comma or a possessive. What a run means is settled later.
"""

from __future__ import annotations

import re

from dossier.reading.lexicon import load_table
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
    load_namewords,
    personal_names,
)
from dossier.reading.names.pieces import POSSESSIVE, Run
from dossier.reading.text.article import Article
from dossier.reading.text.tokens import Text, Token
from dossier.reading.text.word_classes import closed_class

_JOINED_CAPITAL = re.compile("[-’'‐‑][A-Z]")
_LETTER_MARKS = "ʻʼʽʾʿ"
"""Signs that are letters, before the first capital of a name: ʿAli, ʻIolani."""
_MONTHS_TO = frozenset(("-", "–", "—", "to", "and"))
_SHORT_MONTHS = frozenset(("may", "june", "july"))
_APOSTROPHE = re.compile("['’]")
_MARKS = frozenset(".&")
_BEFORE_OPENERS = frozenset("\"'“‘«.?!…[")
_MAX_RUN = 12
"""Words in a run; a longer one is a line in capitals."""


def find_runs(article: Article) -> list[Run]:
    """Runs of capitalised words in text order; function words that only open a sentence left off."""
    text = article.text
    tokens = text.tokens
    words = load_namewords()
    capital = [i for i, token in enumerate(tokens) if token.text.lstrip(_LETTER_MARKS)[:1].isupper()]
    prefixed = _prefixed(text)
    if prefixed:
        capital = sorted({*capital, *prefixed})
    unread = {
        i
        for kind, block in zip(article.kinds, text.blocks, strict=True)
        if kind == "notation"
        for i in range(block.first, block.stop)
    }
    capital = [i for i in capital if i not in unread]
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
            if not _joins(tokens, words, stop, following) or (following == stop and stop in starts):
                break
            stop = following + 1
            position += 1
        initial = first in starts or _behind_opener(tokens, first)
        run = _without_openers(Run(tokens, first, stop, initial, False), tokens, words, small)
        if run is not None:
            run.titled = bool(titled) and text.block_at(tokens[run.first].start) in titled
            runs.extend(_split_calendar(run, tokens, words))
    return runs


def _behind_opener(tokens: list[Token], first: int) -> bool:
    """Whether a mark that opens a sentence or quotation stands before; "workers’ Party" has none."""
    if first == 0 or tokens[first - 1].text not in _BEFORE_OPENERS:
        return False
    plural = (
        first > 1
        and tokens[first - 2].text.endswith("s")
        and tokens[first - 2].end == tokens[first - 1].start
    )
    return not (plural and tokens[first - 1].text in POSSESSIVE)


def _prefixed(text: Text) -> set[int]:
    """Tokens like "al-Tamri", whose capital stands behind a particle."""
    found = set()
    for match in _JOINED_CAPITAL.finditer(text.text):
        index = text.token_at(match.start())
        if (
            index < len(text.tokens)
            and text.tokens[index].text[: match.start() - text.tokens[index].start]
            in load_table("name_words", NameTable).prefixes
        ):
            found.add(index)
    return found


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


def _joins(tokens: list[Token], words: dict[str, int], stop: int, following: int) -> bool:
    """Whether the capitalised token `following` carries on the run that ends before `stop`."""
    gap = following - stop
    last = tokens[stop - 1]
    if gap == 0:
        return tokens[following].start - last.end <= 1
    if gap == 1:
        between = tokens[stop]
        if between.text == ".":
            letter = len(last.text) == 1 and tokens[following].lower not in _POINTING
            short = letter or bool(words.get(last.lower, 0) & ABBREVIATED)
            return between.start == last.end and short
        if between.text == "&":
            return True
        return bool(words.get(between.lower, 0) & PARTICLE) and between.text.islower()
    if gap == 2:
        return all(words.get(t.lower, 0) & PARTICLE and t.text.islower() for t in tokens[stop:following])
    return False


def _without_openers(run: Run, tokens: list[Token], words: dict[str, int], small: set[str]) -> Run | None:
    """The run without the words that only open its sentence; None when nothing is left."""
    first = run.first
    initial = run.initial
    while first < run.stop and _only_opens(run, first, initial, tokens, words, small):
        first += 1
        initial = False
        while first < run.stop and tokens[first].text in _MARKS:
            first += 1
    if first >= run.stop:
        return None
    return Run(tokens, first, run.stop, initial, run.titled)


def _only_opens(
    run: Run, at: int, initial: bool, tokens: list[Token], words: dict[str, int], small: set[str]
) -> bool:
    """Whether a capitalised word is no part of the name behind it."""
    lower = tokens[at].lower
    flags = words.get(lower, 0)
    more = at + 1 < run.stop
    if more and len(lower) > 1 and tokens[at].text.isupper():
        return False
    if "'" in lower or "’" in lower:
        flags |= words.get(_APOSTROPHE.split(lower, maxsplit=1)[0], 0) & FUNCTION
    if initial:
        if _is_compound_word(tokens[at].text, words):
            return True  # "Twice-married X", "Anti-war"
        if more and not flags and lower.endswith("ing") and len(lower) > 5:
            return True  # "Calling X a friend"
        if more and flags & NUMBER and _counts(run, at, tokens):
            return True  # "Two UN officials"
        if more and ((flags & PARTICLE and not flags & CLOSED) or _is_given(run, at, tokens)):
            return False  # "De Wit said"
        if more and flags & FORMER and not words.get(tokens[at + 1].lower, 0) & (TITLE | MODIFIER):
            return True  # "Former US president"
        of_title = more and flags & MODIFIER and words.get(tokens[at + 1].lower, 0) & (TITLE | MODIFIER)
        if lower in small and not of_title and not flags & (GIVEN | TITLE | COURTESY | OPENING):
            return True  # the article writes it small elsewhere
    elif flags & (GIVEN | COURTESY | OPENING) or (more and not flags & CLOSED):
        return False
    elif more and len(lower) > 2 and set(personal_names().get(lower, "")) & set("fgm"):
        return False  # Per, Will, Van
    if more and not flags & CLOSED and words.get(tokens[at + 1].lower, 0) & ORGANISATION:
        return False  # "Election Commission"
    if not flags & FUNCTION or (more and (flags & (OPENING | TITLE) or tokens[at + 1].text == "&")):
        return False
    owns = not more and run.stop < len(tokens) and tokens[run.stop].text in POSSESSIVE
    return not (owns and flags & OWNER)


def _is_given(run: Run, at: int, tokens: list[Token]) -> bool:
    """Whether a preposition opens a person's name: "Per Dahl left", not "Per Reuters, Dahl left"."""
    if tokens[at].lower not in closed_class().names_too & closed_class().prepositions:
        return False
    after = tokens[run.stop].text if run.stop < len(tokens) else ""
    surname = "s" in personal_names().get(tokens[at + 1].lower, "")
    return at + 2 == run.stop and (surname or after != ",")


def _is_compound_word(text: str, words: dict[str, int]) -> bool:
    """Whether a word of several parts has one capital, and its parts are common words."""
    parts = text.split("-")
    common = len(parts) > 1 and all(part.islower() and len(part) > 2 for part in parts[1:])
    return common and all(p in english_words() or words.get(p, 0) & NUMBER for p in text.lower().split("-"))


def _counts(run: Run, at: int, tokens: list[Token]) -> bool:
    """Whether a number word counts what follows: "Six ABC men", "Two Norland nationals"."""
    after = tokens[run.stop] if run.stop < len(tokens) else None
    plural = (
        after is not None and after.text[0].islower() and after.text.endswith("s") and len(after.text) > 3
    )
    return tokens[at + 1].text.isupper() or plural


def _split_calendar(run: Run, tokens: list[Token], words: dict[str, int]) -> list[Run]:
    """The run cut at weekdays, months and words that are never names."""
    parts: list[Run] = []
    first = run.first
    for index in range(run.first, run.stop + 1):
        cut = index == run.stop
        compound = False
        if not cut:
            flags = words.get(tokens[index].lower, 0)
            cut = bool(flags & (CALENDAR | NEVER)) and not _part_of_name(run, index, tokens, words)
            if cut and flags & CALENDAR and len(tokens[index].text) < 5 and index + 1 < len(tokens):
                following = tokens[index + 1].text  # "Sun" is a newspaper, "Sun." a day
                cut = following == "." or following[0].isdigit() or tokens[index].lower in _SHORT_MONTHS
                cut = cut or _spans_months(tokens, index, words)
            compound = is_compound_adjective(tokens[index], words)
        if cut or compound:
            if first < index:
                parts.append(Run(tokens, first, index, run.initial and first == run.first, run.titled))
            if compound:
                parts.append(Run(tokens, index, index + 1, False, run.titled))
            first = index + 1
    return parts


def _spans_months(tokens: list[Token], at: int, words: dict[str, int]) -> bool:
    """Whether a month's short form begins a stretch of months: "Aug - Sept", "Jan to Feb"."""
    link, last = (tokens[i].lower if i < len(tokens) else "" for i in (at + 1, at + 2))
    return link in _MONTHS_TO and bool(words.get(last, 0) & CALENDAR)


def is_compound_adjective(token: Token, words: dict[str, int]) -> bool:
    """Whether a token is a name made an adjective: "X-based", "Y-led"."""
    head, dash, tail = token.lower.rpartition("-")
    return bool(dash and head and words.get(tail, 0) & TAIL)


def _part_of_name(run: Run, index: int, tokens: list[Token], words: dict[str, int]) -> bool:
    """Whether a month or "never" word belongs to the name: Theresa May, Good Friday, English Channel."""
    flags = words.get(tokens[index].lower, 0)
    if flags & NEVER:
        # An adjective of language, a numeral behind a name, initials: kept within longer names.
        return run.stop - run.first > 1 and not tokens[index].text.islower()
    before = words.get(tokens[index - 1].lower, 0) if index > run.first else 0
    after = words.get(tokens[index + 1].lower, 0) if index + 1 < run.stop else 0
    if before & (GIVEN | COURTESY | TITLE) and index + 1 == run.stop:
        return True
    return bool(after & (ORGANISATION | OTHER | SITE)) and index + 2 >= run.stop
