"""Tokens to noun phrases: shallow, bounded walks over word classes from an anchor, right or left."""

from __future__ import annotations

from typing import NamedTuple

from dossier.reading.findings import Span
from dossier.reading.text.tokens import Text, Token
from dossier.reading.text.word_classes import (
    AUXILIARIES,
    LEADS,
    NOMINAL,
    PRONOUNS,
    closed_class,
)

REACH = 60
"""Tokens a search may walk from its anchor: longer than any noun phrase, short enough to be linear."""


class Phrase(NamedTuple):
    """A noun phrase: a half-open range of tokens and the token of its head noun."""

    first: int
    stop: int
    head: int
    route: str = "adjacent"
    """How a subject was reached: adjacent; past_insertion ("X, a doctor, said"); past_relative
    ("the man who won said"); coordinated ("X rose and said")."""

    def span(self, text: Text) -> Span:
        """Offsets of the phrase."""
        return Span(text.tokens[self.first].start, text.tokens[self.stop - 1].end)


def noun_phrase_at(text: Text, index: int, ceiling: int | None = None) -> Phrase | None:
    """The noun phrase that begins at a token, with its "of …" and place phrases; None if none does.

    `ceiling` is the token before which it must stop (default: the sentence's end).
    """
    tokens = text.tokens
    stop = ceiling_of(text, index, ceiling)
    core = _core_at(tokens, index, stop)
    if core is None:
        return None
    first, at, head = core
    while at + 1 < stop:
        kind, lower = tokens[at].word_class, tokens[at].lower
        if lower in closed_class().attaching:
            more = _core_at(tokens, at + 1, stop)
        elif kind == "coordinators" and lower in ("and", "&"):
            more = _core_at(tokens, at + 1, stop)
            if more is not None and _begins_clause(tokens, index, more[1], stop):
                more = None
        else:
            break
        if more is None:
            break
        at = more[1]
    return Phrase(first, at, head)


def _begins_clause(tokens: list[Token], index: int, behind: int, stop: int) -> bool:
    """Whether what follows "and" is the subject of a new clause: "met Ann and Ben left"."""
    if behind >= stop or tokens[behind].word_class not in (*AUXILIARIES, "verb"):
        return False
    return index > 0 and tokens[index - 1].word_class in ("verb", "prepositions", "to")


def _core_at(tokens: list[Token], index: int, stop: int) -> tuple[int, int, int] | None:
    """(first, stop, head) of the noun phrase at `index` up to its first preposition."""
    if index < stop and tokens[index].word_class in PRONOUNS:
        return index, index + 1, index
    at, head, led = index, -1, False
    while at < stop:
        kind = tokens[at].word_class
        if _initial(tokens, at) or (kind in NOMINAL and not (kind == "genitive" and head < 0)):
            head = at if kind != "genitive" else head
        elif kind in LEADS and head < 0:
            led = True
        elif not _inside_core(tokens, at, stop, head, led):
            break
        at += 1
    while at > index and tokens[at - 1].word_class in ("adverb", "mark"):
        at -= 1
    if head < 0 and led and tokens[at - 1].stands_alone:
        head = at - 1
    return (index, at, head) if head >= 0 else None


def _inside_core(tokens: list[Token], at: int, stop: int, head: int, led: bool) -> bool:
    """Whether a token that is no nominal may stand inside the noun phrase."""
    token = tokens[at]
    kind = token.word_class
    if token.text == "/":  # "7/7 survivor Ana Lume"
        return tokens[at - 1].text.isdigit()
    if head < 0:
        if kind == "verb":
            return at + 1 < stop and tokens[at + 1].word_class in NOMINAL  # "the besieged town"
        return token.text in "$£€" or (led and kind in ("adverb", "participle"))
    if token.start != tokens[at - 1].end:
        return False
    if token.text == ".":  # an abbreviation: Sen. Smith, J. Smith
        following = at + 1 < stop and (tokens[at + 1].word_class == "name" or _initial(tokens, at + 1))
        return following and tokens[at - 1].text[0].isupper()
    return token.text in "-‑" or (at + 1 < stop and _owns(tokens, at))


def _owns(tokens: list[Token], at: int) -> bool:
    """Whether a bare apostrophe makes owners of a plural: "the workers’ union"."""
    mark, owner, owned = tokens[at], tokens[at - 1], tokens[at + 1]
    plural = mark.text in "’'" and owner.lower.endswith("s") and owner.end == mark.start < owned.start - 1
    return plural and owned.word_class in ("noun", "name")


def _initial(tokens: list[Token], at: int) -> bool:
    """Whether a token is the initial of a name: the A in "James A. Baker"."""
    token = tokens[at]
    if len(token.text) != 1 or not token.text.isupper() or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].text == "." and tokens[at + 1].start == token.end


def noun_phrase_ending(text: Text, stop: int, floor: int | None = None) -> Phrase | None:
    """The noun phrase whose last token is `stop - 1`, widened to the left; None if none ends there.

    `floor` is the first token it may hold (default: the sentence's first).
    """
    tokens = text.tokens
    base = floor_of(text, stop - 1, floor)
    core = _core_ending(tokens, stop, base)
    if core is None:
        return None
    first, head = core
    while first - 2 >= base and tokens[first - 1].word_class == "prepositions":
        more = _core_ending(tokens, first - 1, base)
        if more is None:
            break
        if tokens[more[1]].word_class in PRONOUNS:
            break
        first, head = more
    while first - 2 >= base and tokens[first - 1].lower in ("and", "&"):
        more = _core_ending(tokens, first - 1, base)
        if more is None or tokens[more[1]].word_class != tokens[head].word_class:
            break
        if more[0] > base and tokens[more[0] - 1].word_class in ("verb", "to", "participle"):
            break  # "defended A and B said": B alone
        first = more[0]
    return Phrase(first, stop, head)


def _core_ending(tokens: list[Token], stop: int, base: int) -> tuple[int, int] | None:
    """(first, head) of the noun phrase without prepositions that ends before `stop`."""
    head = stop - 1
    if head < base:
        return None
    kind = tokens[head].word_class
    if kind in PRONOUNS or tokens[head].stands_alone:
        return head, head
    if kind == "genitive" or kind not in NOMINAL:
        return None
    first = head
    while first - 1 >= base:
        before = tokens[first - 1]
        kind = before.word_class
        if kind in LEADS and not _initial(tokens, first - 1):
            if before.lower == "that":
                break
            first -= 1
            if first - 1 < base or tokens[first - 1].word_class not in LEADS:
                break
        elif (
            kind in NOMINAL
            or (first - 2 >= base and _owns(tokens, first - 1))
            or _abbreviating(tokens, first - 1, base)
            or (kind in ("verb", "adverb", "participle") and _led(tokens, first - 1, base))
            or _initial(tokens, first - 1)
            or before.text in "$£€"
        ):
            first -= 1
        else:
            break
    while first < head and tokens[first].lower in (".", "'s", "’s"):
        first += 1
    return first, head


def _abbreviating(tokens: list[Token], at: int, base: int) -> bool:
    """Whether the full stop at a token belongs to a title or initial before it."""
    if tokens[at].text != "." or at - 1 < base:
        return False
    before = tokens[at - 1]
    return before.end == tokens[at].start and len(before.text) <= 5 and before.text[0].isupper()


def _led(tokens: list[Token], at: int, base: int) -> bool:
    """Whether the modifier at `at` has a determiner before it, at most two adverbs away."""
    for back in range(1, 4):
        if at - back < base:
            return False
        kind = tokens[at - back].word_class
        if tokens[at - back].lower == "that":
            return False  # "the man that shot Lee"
        if kind in LEADS or kind == "genitive":
            return True
        if kind not in ("adverb", "verb", "participle"):
            return False
    return False


def is_time(text: Text, phrase: Phrase) -> bool:
    """Whether a noun phrase names a time ("last week", "that morning")."""
    return text.tokens[phrase.head].lower in closed_class().time_nouns


def appositions(text: Text, phrase: Phrase, ceiling: int | None = None) -> tuple[Phrase, ...]:
    """Noun phrases set off by commas behind a phrase: "Lee, a doctor, …" gives "a doctor"; at most two."""
    tokens = text.tokens
    stop = ceiling_of(text, phrase.stop - 1, ceiling)
    found: list[Phrase] = []
    at = phrase.stop
    while at + 1 < stop and tokens[at].text == "," and len(found) < 2:
        more = noun_phrase_at(text, at + 1, stop)
        if more is None or tokens[more.head].word_class in PRONOUNS:
            break
        found.append(more)
        at = more.stop
    return tuple(found)


def floor_of(text: Text, index: int, floor: int | None) -> int:
    """First token a walk to the left from `index` may reach."""
    lowest = floor if floor is not None else text.sentence_at(text.tokens[index].start).first
    return max(lowest, index - REACH)


def ceiling_of(text: Text, index: int, ceiling: int | None) -> int:
    """Token before which a walk to the right from `index` must stop."""
    highest = ceiling if ceiling is not None else text.sentence_at(text.tokens[index].start).stop
    return min(highest, index + REACH, len(text.tokens))
