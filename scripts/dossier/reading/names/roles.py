"""What the words beside a person's name say the person is: "Fijian President X", "X, a security analyst"."""

from __future__ import annotations

import re
from dataclasses import replace

from dossier.reading.findings import RoleFinding, Span
from dossier.reading.lexicon import load_table
from dossier.reading.names.gazetteer import load_gazetteer
from dossier.reading.names.namewords import (
    COURTESY,
    FORMER,
    FUNCTION,
    GIVEN,
    KIN,
    MODIFIER,
    OPENING,
    ROLE,
    TITLE,
    TitleTable,
    load_namewords,
)
from dossier.reading.text.tokens import Text
from dossier.reading.text.word_classes import word_forms

_DETERMINERS = frozenset(("a", "an", "the"))
_POSSESSIVE = frozenset(("'s", "’s"))
_LINKS = frozenset(("of", "for", "at", "in", "with", "and", "to", "from", "on"))
_OWNERS = frozenset(("its", "his", "her", "their", "our", "my", "the", "'s", "’s"))
_OPENING_MARKS = frozenset(("“", "‘", "«"))
_VERBAL = frozenset(("be", "have", "do", "modals", "verb"))
_BEHIND_PARTICIPLES = frozenset(("by", "in", "to", "from", "with"))
_DEGREES = frozenset(("prof", "professor", "engineer", "barrister"))
"""Titles that are no part of the office before them: "Secretary Prof X"."""
_SUSPECTING = frozenset(("police", "detectives", "investigators", "authorities", "officials", "prosecutors"))
_EX = re.compile("(?:ex|then|former)-[a-z]")
"""Opens a title that is held no more: "ex-Finance Minister"."""
_OVER = re.compile(r"(?<=\w) (?:of|for|at|in) |,| \(| –")
"""Behind it stands what an office is over, or where."""
_CLOSING = frozenset((",", ".", ")", ";", "and"))
_REACH = 7
"""Tokens of a description before its head noun."""
_FORMER = 4
"""Tokens from a title back to its "former"."""
_TAIL = 9
"""Tokens of a description after its head noun ("director of the …")."""


def office_of(title: str) -> str:
    """The noun for an office in a title, in small letters: "chief" of "Chief of Police"."""
    head = _OVER.split(title.lower(), maxsplit=1)[0].split()
    return head[-1] if head else title.lower()


class RoleReader:
    """Reads the roles beside names in one text."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.tokens = text.tokens
        self.words = load_namewords()
        self.gazetteer = load_gazetteer()
        forms = word_forms()
        self.ed_words = forms.ed_words
        self.verbs = forms.irregular_verbs | forms.common_verbs
        self.trades = load_table("titles", TitleTable).trades

    def of_title(self, first: int, stop: int, owner: str | None) -> RoleFinding | None:
        """The role a title names, courtesy titles left off ("Mr", "Dr" are none)."""
        while first < stop and (self._flags(first) & COURTESY or self.tokens[first].text == "."):
            first += 1
        while stop - first > 1 and self._ends_with_courtesy(stop - 1):
            stop -= 1
        if first >= stop or self._flags(first) & COURTESY:
            return None
        if first > 0 and _EX.match(self.tokens[first - 1].lower):
            return replace(self._role(first - 1, stop, owner), former=True)
        role = self._role(first, stop, owner)
        return replace(role, former=True) if self._is_former(first) else role

    def _is_former(self, title: int) -> bool:
        """Whether "former" stands before a title, with names and words of offices alone between them."""
        for back in range(1, _FORMER + 1):
            at = title - back
            if at < 0 or self._flags(at) & FORMER:
                return at >= 0
            token = self.tokens[at]
            if not (
                token.text[0].isupper() or token.text in (".", "-") or self._flags(at) & (ROLE | MODIFIER)
            ):
                return False
        return False

    def before(self, name: int) -> RoleFinding | None:
        """A description in small letters right before a name: "the security analyst X"."""
        head = name - 1
        if head > 1 and self.tokens[head].text == ",":
            head -= 1  # "its chair, X,"
            if not self._is_owned(head):
                return None
        if head < 0 or not self._is_role(head):
            return None
        first = head
        begin = self.text.sentence_at(self.tokens[head].start).first
        if (
            head > begin
            and self.tokens[head].lower == "suspect"
            and self.tokens[head - 1].lower in _SUSPECTING
        ):
            return None  # "police suspect X, 41, hid it"
        while first > begin and head - first < _REACH and self._describes(first - 1):
            first -= 1
        while first < head and self.tokens[first].lower.endswith("ing"):
            first += 1
        if first < head and first > begin and self.tokens[first - 1].word_class in ("modals", "to"):
            first += 1  # "should favour chairman X"
        owner = self._owner(first, head + 1)
        return self._role(self._behind_possessive(first, head), head + 1, owner)

    def after(self, stop: int, *, capitals: bool = False) -> RoleFinding | None:
        """A description between commas behind a name: "X, a senior Y official, said".

        With `capitals` also an office written as a title: "X, Minister of Energy, said".
        """
        at = stop
        if at + 2 < len(self.tokens) and self.tokens[at].text == "," and self.tokens[at + 1].text.isdigit():
            at += 2  # the age
        if at + 2 >= len(self.tokens) or self.tokens[at].text not in (",", "("):
            return None
        first = at + 1
        if self.tokens[first].lower in _DETERMINERS:
            first += 1
        end = min(first + _REACH, len(self.tokens))
        head = None
        for index in range(first, end):
            token = self.tokens[index]
            if self._flags(index) & KIN and not self._flags(index) & ROLE:
                return None
            small = index > first and self._flags(index) & TITLE and token.text.islower()
            if self._is_role(index) or small or (capitals and self._is_office(index)):
                head = index
            elif token.text in _POSSESSIVE:
                continue
            elif not self._describes(index):
                break
        if head is None:
            return None
        owner = self._owner(first, head + 1)
        end = self._tail(head + 1)
        another = self.tokens[head].text[0].isupper() and self._is_anothers(head + 1, end)
        if another or self._runs_on(head, end):
            return None
        return self._role(self._behind_possessive(first, head), end, owner)

    def _is_office(self, index: int) -> bool:
        """Whether a word is an office with a capital that no name follows: no "President Y"."""
        token, behind = self.tokens[index], self.tokens[index + 1 : index + 2]
        if not token.text[0].isupper() or not self._flags(index) & TITLE or self._flags(index) & COURTESY:
            return False
        return token.lower not in _DEGREES and not (behind and behind[0].text[0].isupper())

    def _is_anothers(self, at: int, end: int) -> bool:
        """Whether a title may lead the next name: "X, Minister of Energy Y", "X, the Mayor of Z, Mr Y"."""
        inside = any(self._flags(i) & GIVEN for i in range(at, end))
        behind = self.tokens[end : end + 2]
        if inside or not behind or behind[0].text not in _CLOSING:
            return inside or bool(behind)
        return len(behind) > 1 and behind[0].text == "," and behind[1].text[0].isupper()

    def _runs_on(self, head: int, end: int) -> bool:
        """Whether what ends at a token is of another: "X, party chair Y and", "beside X, the chair left"."""
        if end >= len(self.tokens):
            return False
        behind = self.tokens[end]
        if end == head + 1 and behind.text[0].isupper() and not self._flags(end) & FUNCTION:
            return True
        participle = end + 1 < len(self.tokens) and self.tokens[end + 1].lower in _BEHIND_PARTICIPLES
        return behind.text in _OPENING_MARKS or (behind.word_class in _VERBAL and not participle)

    def _is_owned(self, head: int) -> bool:
        """Whether somebody's possessive or "the" opens the description that ends at a token."""
        words = (token.lower for token in self.tokens[max(head - _REACH, 0) : head])
        return any(word in _OWNERS for word in words)

    # -- inside -----------------------------------------------------------------------------------

    def _ends_with_courtesy(self, index: int) -> bool:
        """Whether a title's last word belongs to the name: "Secretary Dr", "Member Hon."."""
        token = self.tokens[index]
        stopped = token.text == "." and self._flags(index - 1) & COURTESY
        return bool(stopped or self._flags(index) & COURTESY or token.lower in _DEGREES)

    def _flags(self, index: int) -> int:
        return self.words.get(self.tokens[index].lower, 0)

    def _is_role(self, index: int) -> bool:
        token = self.tokens[index]
        if not token.text[0].islower():
            return False
        last = token.lower.rsplit("-", 1)[-1]
        return bool((self._flags(index) | self.words.get(last, 0)) & ROLE)

    def _describes(self, index: int) -> bool:
        """Whether a token can stand inside a description: an adjective or noun, or somebody's."""
        token = self.tokens[index]
        if token.text in _POSSESSIVE:
            return True
        if not token.text[0].isalnum():
            return False
        flags = self._flags(index)
        if token.text.isupper() and len(token.text) > 1:
            return True  # "US president"
        if flags & (FORMER | ROLE | MODIFIER | OPENING):
            return True
        if token.text.endswith("ed") and token.text not in self.ed_words and "-" not in token.text:
            return False
        return not flags & FUNCTION and token.text not in self.verbs

    def _tail(self, at: int) -> int:
        """Token after "of the …" behind the head noun."""
        end = at
        while end < min(at + _TAIL, len(self.tokens)):
            token = self.tokens[end]
            if not (token.text[0].isalnum() or token.text in _POSSESSIVE or token.text == "&"):
                break
            if end == at and token.lower not in ("of", "for", "at", "with", "to"):
                break
            if (
                end == at + 1
                and self.tokens[at].lower == "to"
                and token.text[0].islower()
                and token.lower != "the"
            ):
                break  # "to" and a verb
            if (
                self._flags(end) & FUNCTION
                and token.lower not in _LINKS | _DETERMINERS
                and token.text[0].islower()
            ):
                break
            end += 1
        while end > at and (self.tokens[end - 1].lower in _LINKS | _DETERMINERS):
            end -= 1
        return end

    def _behind_possessive(self, first: int, head: int) -> int:
        """Token behind the last possessive: "minister" of "X’s minister"."""
        return next(
            (i + 1 for i in range(head - 1, first - 1, -1) if self.tokens[i].text in _POSSESSIVE), first
        )

    def _owner(self, first: int, stop: int) -> str | None:
        """The country a description names by its adjective or possessive."""
        for index in range(first, stop):
            lower = self.tokens[index].lower
            if self.tokens[index].text[0].isupper():
                country = self.gazetteer.demonyms.get(lower)
                place = self.gazetteer.places.get(lower.removesuffix("-based"))
                if country:
                    return country
                if place and place.kind == "country":
                    return place.country
        return None

    def _role(self, first: int, stop: int, owner: str | None) -> RoleFinding:
        span = Span(self.tokens[first].start, self.tokens[stop - 1].end)
        former = any(self._flags(i) & FORMER for i in range(first, stop))
        title = self.text.slice(span)
        own = office_of(title).rpartition("-")[2] in self.trades  # "the Fijian striker"
        return RoleFinding(title=title, of=None if own else owner, span=span, former=former)
