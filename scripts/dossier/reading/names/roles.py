"""What the words beside a person's name say the person is: "Fijian President X", "X, a security analyst"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dossier.reading.findings import RoleFinding, Span
from dossier.reading.grammar.noun_classes import weekdays
from dossier.reading.grammar.numberwords import QuantityWords
from dossier.reading.lexicon import load_table
from dossier.reading.names.namewords import (
    ABBREVIATED,
    CALENDAR,
    COMPANY,
    COURTESY,
    DISTRICT,
    FORMER,
    FUNCTION,
    GIVEN,
    KIN,
    MODIFIER,
    NEVER,
    OF_HEAD,
    OPENING,
    ORGANISATION,
    PARTICLE,
    ROLE,
    SITE,
    SITE_FIRST,
    TITLE,
    TitleTable,
    english_words,
)
from dossier.reading.names.pieces import BEHIND_FIRST, BodyTable, ContextTable, RunWords
from dossier.reading.text.tokens import Text, touches
from dossier.reading.text.word_classes import word_forms

_DETERMINERS = frozenset(("a", "an", "the"))
_POSSESSIVE = frozenset(("'s", "’s", "'S", "’S"))
_LINKS = frozenset(("of", "for", "at", "in", "with", "and", "to", "from", "on"))
_OWNERS = frozenset(("its", "his", "her", "their", "our", "my", "the", "'s", "’s"))
_APOSTROPHES = frozenset(("'", "’"))
_OPENING_MARKS = frozenset(("“", "‘", "«"))
_VERBAL = frozenset(("be", "have", "do", "modals", "verb"))
_BEHIND_PARTICIPLES = frozenset(("by", "in", "to", "from", "with"))
_HONOURS = frozenset(("sheikh", "sheik", "shaikh"))
"""What is no part of the office before it: "Foreign Minister Sheikh X"."""
_DEGREES = frozenset(("prof", "professor", "engineer", "barrister"))
"""Titles that are no part of the office before them: "Secretary Prof X"."""
_LOWER = frozenset(("junior", "deputy", "assistant", "acting", "vice"))
"""Words before an office that make it a lower one, wherever they stand."""
_SUSPECTING = frozenset(("police", "detectives", "investigators", "authorities", "officials", "prosecutors"))
_EX = re.compile("(?:ex|then|former)-[a-z]")
"""Opens a title that is held no more: "ex-Finance Minister"."""
_OVER = re.compile(r"(?<=\w) (?:of|for|at|in|to|with|on|under) |,| \(| –")
"""Behind it stands what an office is over, or where."""
_CLOSING = frozenset((",", ".", ")", ";", "and"))
_REACH = 7
"""Tokens of a description before its head noun."""
_YEAR = re.compile(r"^(?:\d{4}[-–—])?(?:1[89]|20)\d\d$")
_TO = frozenset(("to", "and", "until", "till", "-", "–", "—"))
_DATING = frozenset(("from", "between", "in", "until", "till"))
"""Words before the years of an office."""
_YEARS = 6
"""Tokens in which years stand that tell from when to when an office was held."""
_FORMER = 4
"""Tokens from a title back to its "former"."""
_BASED = 5
"""Tokens from a comma in which a body is said to be based somewhere: ", Ill.-based"."""
_TAIL = 9
"""Tokens of a description after its head noun ("director of the …")."""


def office_of(title: str) -> str:
    """The noun for an office in a title, in small letters: "chief" of "Chief of Police"."""
    head = _OVER.split(title.lower(), maxsplit=1)[0].split()
    return head[-1] if head else title.lower()


class RoleReader(RunWords):
    """Reads the roles beside names in one text."""

    def __init__(self, text: Text, published: date | None = None) -> None:
        super().__init__(text.tokens)
        self.text, self.published = text, published
        forms = word_forms()
        self.ed_words = forms.ed_words
        self.verbs = forms.irregular_verbs | forms.common_verbs
        titles = load_table("titles", TitleTable)
        self.trades, self.bound, self.noble = titles.trades, titles.never_first, titles.noble
        self.unheld, self.telling, self.turning = titles.unheld, titles.telling, titles.turning
        self.state_bodies = load_table("bodies", BodyTable).heads
        self.portfolio_holders = load_table("name_contexts", ContextTable).portfolio_holders

    def of_title(
        self, first: int, stop: int, owner: str | None, body: int | None = None
    ) -> RoleFinding | None:
        """The role a title names, courtesy titles left off ("Mr", "Dr" are none).

        With the name before it that says of what, where one begins at token `body`: "Lund Bank President".
        """
        while first < stop and (self.flags(first) & COURTESY or self.tokens[first].text == "."):
            first += 1
        while stop - first > 1 and self._ends_with_courtesy(stop - 1):
            stop -= 1
        if stop - first > 2 and self.lower(stop - 2) in ("of", "for") and self.flags(stop - 1) & PARTICLE:
            stop -= 2  # "Founder of La", cut from a name
        if first >= stop or self.flags(first) & COURTESY:
            return None
        if stop - first == 1 and self.lower(first) in self.given_titles and self.lower(stop) in BEHIND_FIRST:
            return None  # "the Osk Company Sultan Al Varnu"
        office = first - 2
        over = self.lower(first - 1) in ("for", "of") and self.flags(office) & TITLE
        scope = not self.flags(stop - 1) & (TITLE | ROLE)
        if over and (scope or self.lower(office) in self.portfolio_holders):
            first = office  # what an office is over: "Secretary for Justice Stam", "chief of General Staff X"
        elif not any(self.flags(at) & (TITLE | ROLE) for at in range(first, stop)):
            return None
        first = self.whole_title(first) if body is None else body
        while body is not None and self.lower(first - 1) in _LOWER and self.is_capital(first - 1):
            first -= 1  # "Junior Foreign Office Minister"
        first = self._lowered(first)
        if self.lower(first - 1) in self.unheld:
            return None
        if _EX.match(self.lower(first - 1)):
            return replace(self._role(first - 1, stop, owner), former=True)
        role = self._role(first, stop, owner)
        before = first - 1 - (self.lower(first - 1) == ",")
        another = self.lower(first) in self.noble and self.flags(first - 1) & (ROLE | TITLE)
        former = self._is_former(first) and not another  # "the former general Sheikh Omar"
        over = former or self.lower(before) == "predecessor"
        return replace(role, former=True) if over else role

    def _lowered(self, title: int) -> int:
        """Where a title begins with the "acting" before its country or town: "Acting Velmish | President"."""
        at = title - 1
        while at > title - _FORMER and self.is_capital(at) and self.lower(at) not in _LOWER:
            at -= 1
        return at if self.lower(at) in _LOWER and at < title and self.is_capital(at) else title

    def whole_title(self, title: int) -> int:
        """Where a title begins that is more than its last words: "New Port City | Mayor", "Trade and | …"."""
        first, begin = title, self.text.sentence_at(self.tokens[title].start).first
        while first > begin and self.lower(first) in self.bound:
            sizes = range(min(3, first - begin), 1, -1)
            place = next((n for n in sizes if self.key(first - n, first) in self.gazetteer.places), 0)
            if not place and not self._is_portfolio(first - 1):
                break
            first -= place or 1
        at, joining = first, {"and"}
        while self.lower(at - 1) in joining and self._is_portfolio(at - 2):
            if self.is_capital(at - 3) and self.lower(at - 3) != "the":
                break  # "the Lower House and Trade Minister Stam"
            at, joining = at - 2, {"and", ","}  # "Across the Lenne, President Stam", "Ports, Trade and …"
        owned = self.word(at - 1) in _POSSESSIVE or self.lower(at - 1) == "the"
        named = [i for i in range(at, first) if self.word(i)[0].isupper()]
        sure = all(self.flags(i) & MODIFIER or self.lower(i) in self.portfolios for i in named)
        return at if owned or sure else first

    def _is_portfolio(self, at: int) -> bool:
        """Whether a word may be of what an office is over: one with a capital that names nobody."""
        flags = self.flags(at)
        if at < 0 or not self.is_capital(at) or flags & (GIVEN | TITLE | COURTESY | FORMER):
            return False
        return bool(flags & MODIFIER) or not self.is_given(at)

    def _is_former(self, title: int) -> bool:
        """Whether "former" stands before a title, with names and words of offices alone between them.

        Also before the first of two offices, or of two things one is over, where the title is the second:
        "Former trade and | health minister", "the former mayor and | health minister".
        """
        at = title - 1
        if self.lower(at) == "and":
            at -= 1 + (self.word(at - 1).islower() and bool(self.flags(at - 1) & (TITLE | ROLE)))
            while self._is_scope(at):
                at -= 1
            return bool(self.flags(at) & FORMER)
        for at in range(title - 1, max(title - _FORMER, 0) - 1, -1):
            if self.flags(at) & FORMER:
                return True
            word = self.word(at)
            if not (word[0].isupper() or word in (".", "-") or self.flags(at) & (ROLE | MODIFIER)):
                return False
        return False

    def _is_scope(self, at: int) -> bool:
        """Whether a word may be what an office is over, or of: no office, no first name, and no former."""
        flags = self.flags(at)
        if flags & (TITLE | ROLE | COURTESY | GIVEN | FORMER):
            return False
        named = self.is_capital(at) and not flags & FUNCTION and not self.is_given(at)
        return bool(flags & MODIFIER) or named

    def before(self, name: int, stop: int) -> RoleFinding | None:
        """A description in small letters right before a name: "the security analyst X", "its chair, X,".

        A name that a verb follows is its subject: "rain spoiled the visit of the chair, X said".
        """
        head = end = name - 1
        if self.word(head) == ",":
            head = self._before_tail(end, stop)
            acts = stop < len(self.tokens) and self.tokens[stop].word_class in _VERBAL
            if head < 0 or acts or not (self._is_owned(head) or self._opens_sentence(head)):
                return None
            over = end > head + 1 and self._is_office(head)  # "the Minister of Ports, X, said"
            if not self._is_role(head) and not over and not self._is_ones_office(head):
                return None
        elif not self._is_role(head):
            return None
        end = max(end, head + 1)
        first = head
        begin = self.text.sentence_at(self.tokens[head].start).first
        if head > begin and self.lower(head) == "suspect" and self.lower(head - 1) in _SUSPECTING:
            return None  # "police suspect X, 41, hid it"
        while first > begin and head - first < _REACH and self._goes_back(first):
            first = self.whole_title(first - 1)
        bodies = (at for at in range(head - 2, first - 1, -1) if self.flags(at) & ORGANISATION)
        does = (at + 1 for at in bodies if self.word(at).islower() and self._is_participle(at + 1))
        first = next(does, first)  # "a group backing the | candidate X"
        while first < head and self._is_participle(first):
            first += 1
        if self._is_unheld(first, head) or (
            (end > head + 1 or self.word(name - 1) == ",") and self._is_as(first)
        ):
            return None
        led = first
        while led > begin and self.tokens[led - 1].word_class in ("adverb", "adverbs", "negations"):
            led -= 1
        if self.word(name - 1) == "," and self._is_of_kin(first):
            return None  # "the widow of the pilot, X"
        acts = led > begin and self.tokens[led - 1].word_class in ("modals", "to", "relatives", "do")
        if acts and first == head and "v" in english_words().get(self.lower(head), ""):
            return None  # "set to star X"
        if first < head and acts and not self.flags(first) & MODIFIER:
            first += 1  # "should favour chairman X", not "wrote to prime minister X"
        while first < head and self._is_no_part(first):
            first += 1  # "Reef News’ editor", "his own | minister", "swept aside | champion X"
        owner = self._owner(first, head + 1)
        own = self._behind_possessive(first, head)
        whole = self._with_whole_name(own, head)
        role = self._role(whole, end, owner if whole >= own else None)
        return (
            replace(role, former=True) if self.lower(whole - 1) == "and" and self._is_former(whole) else role
        )

    def _is_participle(self, at: int) -> bool:
        """Whether a word tells what somebody does: "backing"; no "acting", which tells of an office."""
        return self.lower(at).endswith("ing") and self.lower(at) not in _LOWER

    def _is_no_part(self, at: int) -> bool:
        """Whether a word that opens a description is none of it: an apostrophe, "own", an adverb."""
        adverb = self.tokens[at].word_class == "adverbs" and not self.flags(at) & (FORMER | MODIFIER)
        return adverb or self.word(at) in _APOSTROPHES or self.word(at) in ("own", "Then")

    def _goes_back(self, first: int) -> bool:
        """Whether the word before may be part of a description; no plain noun: "in talks | BBC chief X"."""
        known = self.flags(first - 1) & (FORMER | ROLE | TITLE | MODIFIER | OPENING)
        noun = self.word(first - 1).islower() and english_words().get(self.lower(first - 1)) == "n"
        letters = self.word(first).isupper() and len(self.word(first)) > 1
        return self._describes(first - 1) and not (letters and noun and not known)

    def _with_whole_name(self, first: int, head: int) -> int:
        """Where a description begins with all of a name that "of" ties: "Bank of Fiji governor".

        Behind what is no word, as of "9/11 director", "31-year-old striker" and "31 year old striker".
        """
        while first < head and (self.word(first)[0].isdigit() or self.word(first - 1) in ("/", "-", "year")):
            first += 1
        link = first - 1 - (self.lower(first - 1) == "the")
        if self.lower(link) != "of" or not self.is_capital(first) or not self._is_of_name(link - 1):
            return first
        first = link - 1
        while self._is_of_name(first - 1) and self.word(first - 1).isalpha():
            first -= 1
        return first

    def _is_of_name(self, at: int) -> bool:
        """Whether a word with a capital is part of a name: none that only opens a sentence, and no day."""
        if at < 0 or not self.is_capital(at) or self.flags(at) & (FUNCTION | NEVER):
            return False
        if self.lower(at) in weekdays():
            return False
        opens = self.text.sentence_at(self.tokens[at].start).first == at
        return not opens or bool(self.flags(at) & (ORGANISATION | OF_HEAD)) or self.word(at).isupper()

    def _is_unheld(self, first: int, head: int) -> bool:
        """Whether a word in or before a description says that it is not held: "the alleged gang leader X"."""
        return any(self.lower(at) in self.unheld for at in range(max(first - 1, 0), head))

    def _is_of_kin(self, first: int) -> bool:
        """Whether a description tells whose widow or son the one named is: "The widow of the | pilot, X".

        Behind a name and a comma that is told of this name: "Lee, the widow of the | pilot, X".
        """
        at = first - 1 - (self.lower(first - 1) in _DETERMINERS)
        lead = at - 2 - (self.lower(at - 2) in _DETERMINERS)
        return self.lower(at) == "of" and bool(self.flags(at - 1) & KIN) and self.word(lead) != ","

    def _is_as(self, first: int) -> bool:
        """Whether a description is of what somebody was or is to be: "his predecessor as mayor, X,"."""
        return self.lower(first - 1 - (self.lower(first - 1) in _DETERMINERS)) == "as"

    def _is_ones_office(self, head: int) -> bool:
        """Whether an office with a capital is somebody's: "Fiji's Foreign Minister, X, said"."""
        at = self.whole_title(head - 1) if self.flags(head - 1) & MODIFIER else head
        while at > 0 and head - at < _REACH and self.word(at) not in _POSSESSIVE and self._describes(at):
            at -= 1
        return self._is_office(head) and self.word(at) in _POSSESSIVE

    def before_title(self, title: int, stop: int) -> RoleFinding | None:
        """A description before a titled name that closes it: "its defence minister, General X, said"."""
        closed = self.word(stop) == "," and stop + 1 < len(self.tokens)
        goes_on = closed and self.tokens[stop + 1].word_class in _VERBAL
        return self.before(title, stop) if self.word(title - 1) == "," and goes_on else None

    def _before_tail(self, comma: int, stop: int) -> int:
        """The noun of a description that ends at a comma: of "the mayor of Lima, X," it is "mayor".

        Only where the name closes the aside: "met the mayor of Lima, X and Y" may be three people.
        """
        listed = self.lower(stop + 1) in ("and", "or") or self.is_capital(stop + 1)
        if self.word(stop) in (".", "") or (self.word(stop) == "," and not listed):
            for head in range(comma - 2, max(comma - _TAIL, -1), -1):
                if self._holds(head) and self._tail(head + 1) == comma:
                    inside = range(head + 1, comma)
                    serves = any(map(self._is_role, inside)) and all(self.lower(i) != "and" for i in inside)
                    return -1 if serves or self._is_served(head, comma) else head
        return comma - 1

    def _opens_sentence(self, head: int) -> bool:
        """Whether an office with a capital opens its sentence: "Mayor of Lima, X, said"."""
        begin = self.text.sentence_at(self.tokens[head].start).first
        return self._is_office(head) and all(self.flags(at) & MODIFIER for at in range(begin, head))

    def _holds(self, at: int) -> bool:
        """Whether a word is an office or what somebody does."""
        return self._is_role(at) or self._is_office(at)

    def _is_served(self, head: int, comma: int) -> bool:
        """Whether an office is of whom somebody serves: of "the envoy of the mayor of Y, X" either is X."""
        link = head - 1
        while link > 0 and (self.lower(link) in _DETERMINERS or self.flags(link) & MODIFIER):
            link -= 1
        outer = link - 1
        served = self.lower(link) in ("of", "for", "to") and comma - outer < 2 * _TAIL and outer >= 0
        return served and self._holds(outer)

    def after(self, stop: int, *, capitals: bool = False) -> RoleFinding | None:
        """A description between commas behind a name: "X, a senior Y official, said".

        With `capitals` also an office written as a title: "X, Minister of Energy, said".
        """
        aged = self.word(stop) == "," and self.word(stop + 1).isdigit()
        at = stop + 2 * aged
        if self.word(at) not in (",", "("):
            return None
        at += self.lower(at + 1) == "now"
        first = at + 1 + (self.lower(at + 1) in _DETERMINERS)
        head = None
        for index in range(first, min(first + _REACH, len(self.tokens))):
            flags = self.flags(index)
            if flags & KIN and not flags & ROLE:
                return None
            if index > first and self._counts(index) and self.word(index - 1).endswith("s"):
                break  # "X, 23, faces one count of fraud"
            small = index > first and flags & TITLE and self.word(index).islower()
            another = self.word(index + 1) in _POSSESSIVE  # "X, the singer's sister"
            if not another and (self._is_role(index) or small or (capitals and self._is_office(index))):
                head = index
            elif not self._describes(index):
                break
        if head is None:
            return None
        owner = self._owner(first, head + 1)
        end = self._tail(head + 1)
        another = self.tokens[head].text[0].isupper() and self._is_anothers(head + 1, end)
        another = another or self._leads_another(head + 1, end)
        if another or self._runs_on(head, end) or self._is_of_next(first, head, end):
            return None
        if self._is_unheld(first, head) or self._turned(end):
            return None
        role = self._role(self._behind_possessive(first, head), end, owner)
        return replace(role, former=role.former or self._is_over(end))

    def _is_over(self, end: int) -> bool:
        """Whether years behind a description end before the article's: "X, mayor of Lund until 2003,"."""
        if self.lower(end) not in _DATING or self.published is None:
            return False
        ended = self.lower(end) in ("until", "till", "in")
        last = 0
        for at in range(end + 1, min(end + _YEARS, len(self.tokens))):
            if self.word(at) in (",", "."):
                break
            ended = ended or self.lower(at) in _TO
            if _YEAR.search(self.word(at)):
                last = int(self.word(at)[-4:])
        return ended and 0 < last < self.published.year

    def _turned(self, end: int) -> bool:
        """Whether somebody is no more what is told before a token: "an officer who became a banker"."""
        return self.lower(end + (self.lower(end) == "who")) in self.turning

    def _is_of_next(self, first: int, head: int, end: int) -> bool:
        """Whether somebody's office is that of who is named behind it: "near X, its chair, Y, said"."""
        owned = any(self.word(i) in _POSSESSIVE for i in range(first, head))
        at, named = end + 1, 0
        while owned and self.word(end) == "," and self.is_capital(at):
            named += bool(self.flags(at) & (GIVEN | TITLE | COURTESY)) or self.is_given(at)
            at += 1
        closed = at > end + 1 and self.word(at) == "," and at + 1 < len(self.tokens)
        return bool(named) and closed and self.tokens[at + 1].word_class in _VERBAL

    def _is_office(self, index: int) -> bool:
        """Whether a word is an office with a capital that no name follows: no "President Y"."""
        flags = self.flags(index)
        if not self.is_capital(index) or not flags & TITLE or flags & COURTESY:
            return False
        if self._is_abbreviated(index + 1):
            return False  # "X, Sen. Y"
        return self.lower(index) not in _DEGREES and not self.is_capital(index + 1)

    def _is_abbreviated(self, stop: int) -> bool:
        """Whether a token is the full stop of an abbreviated title before a name: "Sen. X", "Mrs. X"."""
        if self.word(stop) != "." or not self.is_capital(stop + 1):
            return False
        before = self.flags(stop - 1)
        return touches(self.tokens, stop) and bool(before & ABBREVIATED and before & (TITLE | COURTESY))

    def _is_anothers(self, at: int, end: int) -> bool:
        """Whether a title may lead the next name: "X, Minister of Energy Y", "X, the Mayor of Z, Mr Y"."""
        inside = any(self.flags(i) & GIVEN for i in range(at, end))
        behind = self.tokens[end : end + 2]
        if inside or not behind or behind[0].text not in _CLOSING:
            return inside or bool(behind)
        return len(behind) > 1 and behind[0].text == "," and behind[1].text[0].isupper()

    def _leads_another(self, at: int, end: int) -> bool:
        """Whether a tail goes on to another in a list: "X, leader of the Opposition | Y, Minister Z"."""
        name, listed = end, self.word(end) == "," and self.word(end + 1)[:1].isupper()
        while name > at and self._is_strange(name - 1):
            name -= 1
        plain = (
            english_words().get(self.lower(name - 1), "").startswith("n")
            and self.word(name - 1)[:1].isupper()
        )
        site = self.flags(name - 1) & (SITE | SITE_FIRST | DISTRICT | TITLE)
        return listed and at < name < end and plain and not site

    def _is_strange(self, at: int) -> bool:
        """Whether a word with a capital is no common one, no place and no part of a body."""
        common = self.lower(at) in english_words() or self.lower(at) in self.gazetteer.places
        return self.word(at)[:1].isupper() and not common and not self.flags(at) & ORGANISATION

    def _runs_on(self, head: int, end: int) -> bool:
        """Whether what ends at a token is of another: "X, party chair Y and", "beside X, the chair left"."""
        if end >= len(self.tokens):
            return False
        behind = self.tokens[end]
        if end == head + 1 and behind.text[0].isupper() and not self.flags(end) & FUNCTION:
            return True
        participle = self.lower(end + 1) in _BEHIND_PARTICIPLES or (
            behind.word_class == "participle" and behind.text.endswith("ing") and self.is_capital(end - 1)
        )
        return behind.text in _OPENING_MARKS or (behind.word_class in _VERBAL and not participle)

    def _is_owned(self, head: int) -> bool:
        """Whether somebody's possessive or "the" opens the description that ends at a token."""
        words = (token.lower for token in self.tokens[max(head - _REACH, 0) : head])
        return any(word in _OWNERS for word in words)

    # -- inside -----------------------------------------------------------------------------------

    def _ends_with_courtesy(self, index: int) -> bool:
        """Whether a title's last word belongs to the name: "Secretary Dr", "Member Hon."."""
        token = self.tokens[index]
        stopped = token.text == "." and self.flags(index - 1) & COURTESY
        ranked = self.lower(index - 1) in ("associate", "assistant", "adjunct", "visiting", "emeritus")
        degree = token.lower in _DEGREES and not ranked  # "Secretary Prof X", but "Associate Professor X"
        honour = token.lower in _HONOURS
        return bool(stopped or self.flags(index) & COURTESY or degree or honour)

    def _is_role(self, index: int) -> bool:
        word = self.word(index)
        last = self.lower(index).rpartition("-")[2]
        return word[:1].islower() and bool((self.flags(index) | self.words.get(last, 0)) & ROLE)

    def _describes(self, index: int) -> bool:
        """Whether a token can stand inside a description: an adjective or noun, or somebody's."""
        token = self.tokens[index]
        if token.text in _POSSESSIVE:
            return True
        if token.text in _APOSTROPHES:
            return self.lower(index - 1).endswith("s")  # "the Workers' Party leader"
        if not token.text[0].isalnum():
            return False
        flags = self.flags(index)
        if flags & CALENDAR and token.text.istitle():
            return False  # "In May | party leader X"
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
            plural = token.text in _APOSTROPHES and self.lower(end - 1).endswith("s")  # "athletes' union"
            inside = token.text in ("&", *_POSSESSIVE) or (end > at and self._is_abbreviated(end))
            if not (token.text[0].isalnum() or inside or plural):
                break
            if end == at and token.lower not in ("of", "for", "at", "with", "to"):
                break
            if token.lower == "and" and self.lower(end + 1) in ("a", "an", "his", "her"):
                break
            if token.lower == "to" and english_words().get(self.lower(end + 1)) == "v":
                break  # "asked the mayor | to apologise to a guard, X"
            of_land = self.lower(end - 1) in self.gazetteer.adjectives  # "head of Fijian | emerging markets"
            home = self.lower(end - 1).endswith("-based")  # "head of Lund-based | consulting group Tarvo"
            doing = token.word_class == "participle" and token.text.endswith("ing")
            doing = doing and not (of_land or home)
            if doing and self.is_capital(end - 1):
                break  # "head of Lund Homes | commenting on the plan"
            says = token.text in self.speaking or self.lower(end + 1) == "that"
            if says and token.word_class in ("verb", "participle") and self.is_capital(end - 1):
                break  # "chair of the Osk Club | explained that"
            if token.lower in _DATING and _YEAR.search(self.word(end + 1)):
                break  # "mayor of Lund | from 1999 to 2003"
            small = token.text[0].islower() and token.word_class != "noun"
            if small and self.flags(end) & FUNCTION and token.text not in _LINKS | _DETERMINERS:
                break
            end += 1
        cut = end == at + _TAIL and end < len(self.tokens) and self.word(end)[:1].isalnum()
        joined = next((i for i in range(end - 1, at, -1) if self.lower(i) == "and"), None) if cut else None
        if joined is not None and any(self._is_role(i) or self.flags(i) & TITLE for i in range(joined, end)):
            return joined  # "chairman of the board of Lund Bank | and minister of …"
        named = cut and self.is_capital(end)
        while named and end > at and self._goes_on_named(end - 1):
            end -= 1  # too long to be told whole: "head of sales for the north | at Bank of New York"
        while end > at and (self.tokens[end - 1].lower in _LINKS | _DETERMINERS):
            end -= 1
        based = self.word(end) == "," and (self.lower(i) for i in range(end, end + _BASED))
        if based and any(word.endswith("based") for word in based):
            return at  # "editor of Lund, Fiji-based Harbour Press"
        return end

    def _goes_on_named(self, at: int) -> bool:
        """Whether a word is of a name that is cut, or ties two of it: "Museum of Arts and | Crafts"."""
        inside = self.lower(at) in ("of", "and") and self.is_capital(at - 1)
        return self.is_capital(at) or inside or self.word(at) in _POSSESSIVE

    def _counts(self, at: int) -> bool:
        """Whether a word is a number in letters: "one", "three"."""
        return self.lower(at) in load_table("quantities", QuantityWords).numbers

    def _behind_possessive(self, first: int, head: int) -> int:
        """Token behind the last possessive: "minister" of "X’s minister"."""
        return next(
            (i + 1 for i in range(head - 1, first - 1, -1) if self.tokens[i].text in _POSSESSIVE), first
        )

    def _owner(self, first: int, stop: int) -> str | None:
        """The country a description names by its adjective or possessive, and whose office it is.

        None where it is that of a body that is not the state's, or of somebody: "the Fijian oil company
        chairman", "the Fijian president's spokesman".
        """
        owned = max((i for i in range(first, stop) if self.word(i) in _POSSESSIVE), default=-1)
        for at in range(first, stop):
            token = self.tokens[at]
            if token.text[0].isupper():
                country = self.gazetteer.demonyms.get(token.lower)
                place = self.gazetteer.places.get(token.lower.removesuffix("-based"))
                if country or (place and place.kind == "country"):
                    found = country or (place.country if place else None)
                    return None if self._is_of_another(at + 1, owned, stop - 1) else found
        return None

    def _is_of_another(self, at: int, owned: int, head: int) -> bool:
        """Whether what stands between a country and an office is no body of the state, or somebody."""
        if at < owned and self.lower(owned - 1) not in self.state_bodies:
            return True
        between = [i for i in range(at, head) if self.lower(i) not in self.state_bodies]
        return any(self.flags(i) & (ORGANISATION | COMPANY) or self._is_of_body(i, head) for i in between)

    def _is_of_body(self, at: int, head: int) -> bool:
        """Whether a word's capital before an office in small letters is a body's: "UK Athletics chief"."""
        known = self.flags(at) & (MODIFIER | TITLE | ROLE | COURTESY | FORMER)
        named = self.is_capital(at) and self.word(at).isalpha() and not known
        return named and self.word(head).islower() and self.lower(at) not in self.gazetteer.adjectives

    def _touches(self, mark: int) -> bool:
        """Whether no space stands on either side of a mark."""
        before, at, behind = self.tokens[mark - 1 : mark + 2]
        return before.end == at.start and at.end == behind.start

    def _role(self, first: int, stop: int, owner: str | None) -> RoleFinding:
        while first > 1 and self.word(first - 1) in ("&", "/", ".") and self._touches(first - 1):
            first -= 2  # "R&B singer", "7/7 survivor", "U.S District Judge"
        span = Span(self.tokens[first].start, self.tokens[stop - 1].end)
        former = any(self.flags(i) & FORMER or _EX.match(self.lower(i)) for i in range(first, stop))
        title = self.text.slice(span)
        own = office_of(title).rpartition("-")[2] in self.trades  # "the Fijian striker"
        return RoleFinding(title=title, of=None if own else owner, span=span, former=former)
