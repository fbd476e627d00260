"""What must stand, or not stand, around a date: tense, labels, counts and names that only look like dates."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from functools import cached_property
from types import MappingProxyType

from dossier.reading.dates.classes import date_words
from dossier.reading.grammar.forms import Fit
from dossier.reading.lexicon import load_table
from dossier.reading.names.namewords import FUNCTION, Calendar, load_namewords
from dossier.reading.text.tokens import Around, Text, touches

_WINDOW = 25
"""Tokens of the same sentence looked at for words of past and future."""
_BUSINESS = 5
"""Different words of profit, sales and the like from which on an article is about business."""
_LENGTHS = frozenset(("past", "previous", "last"))
_TO_COME = frozenset(("will", "would", "to", "shall", "must", "should"))
_DASHES = frozenset("-–—")
_OPENING = frozenset(("(", "-", "–", "—", "/", "‘", "“", '"', "'", "["))
_THEN = frozenset(("in", "on", "during"))
_NOT_OVER = frozenset(("be", "to", "is", "are", "being", "get", "gets"))
_PARTICLES = frozenset(("the", "down", "up", "out", "off", "away", "over", "here", "there"))
_CLOSE = 6
"""Tokens from a date back to the verb that it surely belongs to."""
_JOINING = frozenset(("and", "or", "to"))
_AFTER_YEAR = frozenset((",", ".", ";", "", ")", "and", "to", ":", "-", "–"))


class Surroundings(Around):
    """The words of one text, as guards ask about them."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.tokens)
        self.text = text
        self.table = date_words()
        self.weekdays = load_table("calendar", Calendar).weekdays

    @cached_property
    def of_money(self) -> bool:
        """Whether the whole text is about business."""
        return len(self.table.financial.intersection(token.lower for token in self.tokens)) >= _BUSINESS

    def holds(self, guard: str, fit: Fit) -> bool:
        """Whether a guard of a form holds: one of `GUARDS`, or "no SET before" and the like."""
        if guard in GUARDS:
            return GUARDS[guard](self, fit)
        words = guard.split()
        beside = self.lower(fit.first - 1 if words[-1] == "before" else fit.stop)
        wanted: Container[str] = getattr(self.table, words[-2], (words[-2],))
        wanted = self.table.classes.get(words[-2], wanted)
        return (beside in wanted) != (words[0] == "no")

    def direction(self, at: int) -> int:
        """1 when the words around tell of what is to come, -1 of what is over, 0 when neither."""
        sentence = self.text.sentence_at(self.tokens[at].start)
        begin, end = max(sentence.first, at - _WINDOW), min(sentence.stop, at + _WINDOW // 2)
        for index in (*range(at - 1, begin - 1, -1), *range(at + 1, end)):
            cue = self._tense(index)
            if cue:
                return cue  # the nearest before decides, else the nearest behind
        return 0

    def is_surely_over(self, at: int) -> bool:
        """Whether a verb right before a date tells what was done then: "closed in May", "since May".

        So too where the date opens a sentence that tells of nothing to come: "In May, the mill burned down".
        """
        link = self.lower(at - 1)
        if link not in _THEN:
            return link == "since"
        if self._opens_what_is_over(at):
            return True
        verb = at - 2
        while verb > at - _CLOSE and self._is_passed_over(verb):
            verb -= 1
        to_come = self.lower(verb) in self.table.future or self.lower(verb - 1) in _NOT_OVER
        return not to_come and self._tense(verb) < 0

    def _is_passed_over(self, index: int) -> bool:
        """Whether a word between a verb and its date is a particle or of a name: "left the EU on"."""
        return self.is_capital(index) or self.lower(index) in _PARTICLES

    def _opens_what_is_over(self, at: int) -> bool:
        """Whether a date opens a sentence in which the first verb is past, and none is of what is to come."""
        sentence = self.text.sentence_at(self.tokens[at].start)
        if at - 1 != sentence.first:
            return False
        told = [tense for index in range(at + 1, sentence.stop) if (tense := self._tense(index))]
        return bool(told) and max(told) < 0

    def _tense(self, index: int) -> int:
        word, before = self.lower(index), self.lower(index - 1)
        if word == "set" and self.lower(index + 1) not in ("to", "for"):
            return 0  # "set a school on fire"
        if word in self.table.future or (word == "to" and before in ("is", "are")):
            return 1
        if before == "be":
            return 0  # "will be held": its verb stands further on
        return -(word in self.table.past or (len(word) > 4 and word.endswith("ed")))

    def names_happening(self, fit: Fit) -> bool:
        """Whether a day is the name of what happened then: "the July 7 bombings", in whatever year."""
        at = fit.stop + (self.lower(fit.stop) in self.table.of_happenings)
        return self.lower(fit.first - 1) == "the" and self.lower(at) in self.table.happenings

    def is_term(self, at: int) -> bool:
        """Whether a date is one by or until which something is to happen."""
        before = at - 1
        if self.lower(before) == "of" and self.lower(before - 1) in ("end", "start", "beginning", "middle"):
            before -= 2
            before -= self.lower(before) == "the"
        if self.lower(before) not in ("by", "until", "till", "through"):
            return False
        return any(self.lower(i) in _TO_COME for i in range(max(before - _WINDOW, 0), before))


def _alone(around: Surroundings, fit: Fit) -> bool:
    """Whether nothing touches the words before, and no dash behind."""
    before, after = around.word(fit.first - 1), around.word(fit.stop)
    bound = touches(around.tokens, fit.first) and before not in _OPENING - _DASHES - {"/"}
    return not bound and not (after in _DASHES and touches(around.tokens, fit.stop))


def _unnamed(around: Surroundings, fit: Fit) -> bool:
    """Whether no word with a capital follows: "last May Tollan came"."""
    following = around.word(fit.stop)
    return not following[:1].isupper() or following.lower() in around.weekdays


def _bare_month(around: Surroundings, fit: Fit) -> bool:
    """Whether a month alone is a month and not a verb, a name or a part of one."""
    at = fit.first
    ambiguous = around.lower(at) in around.table.ambiguous_months
    named = not _unnamed(around, fit)
    if around.word(fit.stop).isdecimal() and len(around.word(fit.stop)) < 3:
        return False  # a day that another form refused
    before = around.lower(at - 1)
    if before in around.table.classes["WHICH"] or before in around.table.openers or "-" in around.word(at):
        return not (ambiguous and named)
    if ambiguous or named:
        return False
    return before in ("a", "the") or not around.is_capital(at - 1)


def _year_like(around: Surroundings, fit: Fit) -> bool:
    """Whether what stands around four digits lets them be a year."""
    at = fit.first
    token = around.tokens[at]
    if not token.text.isdecimal():
        return True  # mid-1996
    before, after = around.lower(at - 1), around.lower(fit.stop)
    if not "1500" <= token.text <= "2100" or after in around.table.counted:
        return False
    if after in _DASHES and around.word(at + 2).isdecimal() and len(around.word(at + 2)) == 4:
        return True
    if before in around.table.counting:
        return False
    if _counts(around, before, after):
        return False
    if touches(around.tokens, at) and around.word(at - 1) not in _OPENING:
        return False
    if touches(around.tokens, at) and before in _DASHES and not _follows_year(around, at):
        return False
    if "1800" <= token.text <= "2060":
        return True
    return before in around.table.openers and after in _AFTER_YEAR


def _counts(around: Surroundings, before: str, after: str) -> bool:
    """Whether a plural behind four digits is what they count: "the ship held 1850 bags"."""
    plural = after.isalpha() and after.endswith("s") and len(after) > 3 and not after.endswith("ss")
    opened = before in around.table.determiners or (before in around.table.openers and before not in _JOINING)
    return plural and not opened


def _follows_year(around: Surroundings, at: int) -> bool:
    """Whether a dash before a token stands behind a year, and no other digits."""
    return len(around.word(at - 2)) == 4


def _unranked(around: Surroundings, fit: Fit) -> bool:
    """Whether it is no day counted within something else: "the first Sunday of Advent"."""
    ranks = around.table.classes["ORDINAL"]
    ranked = around.lower(fit.first) in ranks or around.lower(fit.first - 1) in ranks
    return not (ranked and around.lower(fit.stop) == "of")


def _no_name_of_it(around: Surroundings, fit: Fit) -> bool:
    """Whether no word follows that makes a name of a day: "the March 14 Alliance", "Friday prayers"."""
    word, following = around.lower(fit.stop), around.word(fit.stop)
    return not (
        word in around.table.named_after and (following[:1].isupper() or word in around.table.named_small)
    )


def _feast_like(around: Surroundings, fit: Fit) -> bool:
    """Whether a feast is the day and no word of a name: "the Christmas tree"."""
    if not _unnamed(around, fit):
        return False
    single = fit.stop - fit.first == 1
    before = around.lower(fit.first - 1)
    return not single or before in ("on", "at", "before", "after", "since", "until", "by")


def _no_time_of_ours(around: Surroundings, fit: Fit) -> bool:
    """Whether "today's" is no more than of our time: "today's youth"."""
    owns = around.lower(fit.stop) in ("'s", "’s")
    return not owns or around.lower(fit.stop + 1) not in around.table.of_our_time


def _no_end_of_a_name(around: Surroundings, fit: Fit) -> bool:
    """Whether "Today" closes no name in running text: "Russia Today", but "Pier Reopens Today"."""
    at = fit.first
    if not (around.is_capital(at) and around.is_capital(at - 1)):
        return True
    sentence = around.text.sentence_at(around.tokens[at].start)
    words = around.tokens[sentence.first : sentence.stop]
    running = any(w.text.islower() and not load_namewords().get(w.lower, 0) & FUNCTION for w in words)
    return at == sentence.first or not running


def _no_newspaper(around: Surroundings, fit: Fit) -> bool:
    """Whether no newspaper's word follows the weekday: "Sunday Times"."""
    following = around.word(fit.stop)
    return not (following[:1].isupper() and following.lower() in around.table.newspapers)


def _no_length(around: Surroundings, fit: Fit) -> bool:
    """Whether "last year" isn't "the last year", a length of time."""
    length = around.lower(fit.first - 1) == "the" and around.lower(fit.first) in _LENGTHS
    return not length or fit.values.get("unit") == "weekend"


def _of_money(around: Surroundings, fit: Fit) -> bool:
    """Whether a sentence that names a quarter, or its article, tells of profit, sales or output."""
    sentence = around.text.sentence_at(around.tokens[fit.first].start)
    words = {token.lower for token in around.tokens[sentence.first : sentence.stop]}
    return bool(words & around.table.financial) or around.of_money


def _ends_there(around: Surroundings, fit: Fit) -> bool:
    """Whether no noun follows that the words lean on: "the day before the fair"."""
    last = around.lower(fit.stop - 1)
    return last not in ("before", "after") or not around.word(fit.stop)[:1].isalnum()


GUARDS: Mapping[str, Callable[[Surroundings, Fit], bool]] = MappingProxyType(
    {
        "alone": _alone,
        "unnamed": _unnamed,
        "unranked": _unranked,
        "bare month": _bare_month,
        "year-like": _year_like,
        "feast-like": _feast_like,
        "no name of it": _no_name_of_it,
        "no newspaper": _no_newspaper,
        "no end of a name": _no_end_of_a_name,
        "no time of ours": _no_time_of_ours,
        "no length": _no_length,
        "of money": _of_money,
        "ends there": _ends_there,
        "weeks counted": lambda _, fit: fit.values["unit"] == "week",
        "to come": lambda around, fit: around.direction(fit.first) > 0,
    }
)
