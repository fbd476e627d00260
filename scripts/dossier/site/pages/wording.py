"""The site's own words: labels, titles of quotations and claims, dates and counts in plain English."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, cached_property

from pydantic import BaseModel, ConfigDict

from dossier.facts import Fact
from dossier.model import Claim, ReportedDate
from dossier.reading.lexicon import load_table
from dossier.site.pages.nouns import head_of
from dossier.vocabularies import event_types

_FEWEST_OF_A_CUT = 5
"""Words, with the ellipsis, of a wording that is cut too short to say anything."""
_FEWEST_OF_A_TEXT = 6
"""Words that a shortened text keeps, where it may have as many."""
_FEWEST_OF_A_CLAUSE = 3
TO_DO = ("to ", "not to ", "never to ")
"""How words begin that say what somebody is to do, or not to do."""
_MARKS = (",", ";", ".", "!", "?", "–", "—")
_REPORTER_BETWEEN = re.compile(r",\s…\s(?=[\[‘]?[A-Z])")
RESERVE = " This claim is not verified."
_WHOSE = re.compile(rf"(?:, according to [^“”]{{1,160}}\.)?(?:{re.escape(RESERVE)})?$")
"""How a sentence ends that tells whose word it is, or that it is not verified: never left out."""
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_MONTHS = tuple(date(2000, month, 1).strftime("%B") for month in range(1, 13))


class Wording(BaseModel):
    """The shape of `wording.yaml`, beside this module."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    actor_kinds: dict[str, str]
    actor_kinds_plural: dict[str, str]
    place_kinds: dict[str, str]
    agreement_kinds: dict[str, str]
    agreement_statuses: dict[str, str]
    status_ladder: tuple[str, ...]
    status_ladder_of_pledges: tuple[str, ...]
    claim_kinds: dict[str, str]
    claim_titles: dict[str, tuple[str, ...]]
    written: frozenset[str]
    """Nouns for what is no speaker but holds somebody's words: "a letter from the ministry"."""
    verbs_of_hearers: frozenset[str]
    """Words for speaking that need to be followed by who is spoken to or of."""
    verbs_of_saying: frozenset[str]
    """Words of which no more is told than that somebody says it; a clause follows, with or without "that"."""
    verbs_of_holding: frozenset[str]
    """The same of what somebody thinks, fears, hopes or claims."""
    never_left_out: frozenset[str]
    """Words that no excerpt loses: they deny, limit or hedge the rest, or tell whose word it is."""
    never_cut_behind: frozenset[str]
    """Words behind which an excerpt loses nothing: less would say more there."""
    leading_words: frozenset[str]
    """Words that no shortened text ends with."""
    alias_types: dict[str, str]
    date_bases: dict[str, str]
    quote_forms: dict[str, str]
    quote_methods: dict[str, str]
    claim_methods: dict[str, str]
    passing_words: frozenset[str]
    """Words that say nothing by themselves, for what a page has told already."""
    predicates: dict[str, tuple[str, str]]
    numbers: dict[str, int]
    roles: dict[str, str]

    @cached_property
    def verbs_of_clauses(self) -> frozenset[str]:
        """Words for saying and thinking that a clause follows without "that"."""
        return self.verbs_of_saying | self.verbs_of_holding


@cache
def wording() -> Wording:
    """The site's words, from their lexicon file."""
    return load_table("wording", Wording, __package__)


def event_type(name: str) -> str:
    """What a type of event is called: "Press conference"."""
    return event_types()[name].label


def plain(key: str) -> str:
    """A key of the data as words: "press_conference" is "press conference"."""
    return key.replace("_", " ").replace("-", " ").strip()


def sentence_case(text: str) -> str:
    """The text with its first letter in upper case, the rest as it is."""
    return text[:1].upper() + text[1:]


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 actor", "2 actors", "No countries"."""
    return f"{number or 'No'} {one if number == 1 else many or one + 's'}"


def in_words(number: int) -> str:
    """A number as it stands in a running sentence: "no", "one" to "nine", then "10"."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def counted(number: int, one: str, many: str | None = None) -> str:
    """The same of a number with its noun: "one actor", "nine actors", "10 actors", "no countries"."""
    return f"{in_words(number)} {one if number == 1 else many or one + 's'}"


def listed(words: list[str]) -> str:
    """Words as a list in a sentence: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def shortened(text: str, words: int) -> str:
    """The first words of a text, with an ellipsis when some are left out.

    It ends with a clause or, where none ends behind six words, with no word that only leads to the next.
    """
    parts = text.split()
    if len(parts) <= words:
        return " ".join(parts)
    least = min(_FEWEST_OF_A_TEXT, words)
    ends = range(words, least - 1, -1)
    clause = next((n for n in ends if _ends_a_clause(parts, n)), None)
    phrase = next((n for n in ends if _ends_a_phrase(parts, n)), words)
    if phrase == words and _is_in_name(parts, words):
        phrase = next((n for n in range(least - 1, 2, -1) if _ends_a_phrase(parts, n)), words)
    return " ".join(parts[: clause or phrase]).rstrip(",;:–—-. …") + " …"


def shortened_sentence(text: str, words: int) -> str:
    """The same of a sentence, with its end where that tells whose word it is, or that it is not verified."""
    body, end = _apart(text)
    return text if len(text.split()) <= words else shortened(body, max(words - len(end.split()), 1)) + end


def sentence_within(text: str, length: int) -> str:
    """A sentence shortened at a word where it is longer than a number of characters, with the same end."""
    body, end = _apart(text)
    return text if len(text) <= length else within(body, length - len(end)) + end


def _apart(text: str) -> tuple[str, str]:
    """A sentence, and its end that is never left out."""
    found = _WHOSE.search(text)
    at = found.start() if found else len(text)
    return text[:at], text[at:]


def spoken(text: str) -> list[str]:
    """The words of a quotation as they stand within marks, apart where the reporter stood between sentences.

    "We will mend it, … They will not" is two: the comma led to "said the mayor".
    """
    return [piece.rstrip(" ,;") for piece in _REPORTER_BETWEEN.split(text)]


def _ends_a_clause(parts: list[str], end: int) -> bool:
    """Whether a text may be cut behind a mark: not behind an insertion of a word or two: ", and, sadly,"."""
    before = next((at for at in range(end - 1, 0, -1) if parts[at - 1].endswith(_MARKS)), 0)
    return parts[end - 1].endswith(_MARKS) and end - before >= _FEWEST_OF_A_CLAUSE


def _ends_a_phrase(parts: list[str], end: int) -> bool:
    """Whether a text may be cut behind a word: not one that only leads to the next, nor within a name."""
    return not _is_in_name(parts, end) and _bare(parts[end - 1]) not in wording().leading_words


def _is_in_name(parts: list[str], end: int) -> bool:
    last, after = parts[end - 1], parts[end]
    return last[:1].isupper() and after[:1].isupper() and last[-1:].isalnum()


def _bare(word: str) -> str:
    return word.strip(",;:.()[]“”‘’\"'").casefold()


def says_more_than_its_kind(claim: Claim) -> bool:
    """Whether a claim's wording says anything that its kind and its target don't.

    "Claimed responsibility" and "blamed on the rebels" do not, nor does one that is cut behind a few
    words: "his government …".
    """
    if is_torn(claim.wording_as_reported.value):
        return False
    target = claim.target_as_reported.value if claim.target_as_reported else ""
    return not says_no_more_than(claim, f"{target} on …")


def is_torn(words: str) -> bool:
    """Whether so little is left of some words of the article that they say nothing: "to respond …"."""
    return words.endswith("…") and len(words.split()) <= _FEWEST_OF_A_CUT


def says_no_more_than(claim: Claim, text: str) -> bool:
    """Whether a claim's wording has no word but those of its kind ("pledged") and of a text."""
    kind = {form for word in claim.kind.value.split("_") for form in (word, f"{word}d")}
    words = (_bare(word) for word in claim.wording_as_reported.value.split())
    return {*words} <= kind | {_bare(word) for word in text.split()}


def within(text: str, length: int) -> str:
    """The text, shortened at a word where it is longer than a number of characters."""
    return text if len(text) <= length else f"{text[: length - 1].rsplit(' ', 1)[0].rstrip(',;:')} …"


def day(value: date) -> str:
    """A day in full: "22 April 2019"."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def edtf_in_words(edtf: str) -> str:
    """An EDTF date as a reader says it: "February 2019", "15 April 2019 to 21 April 2019", "about 2018"."""
    if "/" in edtf:
        first, last = edtf.split("/", 1)
        if first in ("", ".."):
            return f"up to {edtf_in_words(last)}"
        if last in ("", ".."):
            return f"from {edtf_in_words(first)}"
        return f"{edtf_in_words(first)} to {edtf_in_words(last)}"
    bare = edtf.rstrip("~?%")
    hedge = "about " if edtf.endswith(("~", "%")) else ""
    doubt = " (uncertain)" if edtf.endswith(("?", "%")) else ""
    if match := _DAY.fullmatch(bare):
        month = int(match[2])
        words = f"{int(match[3])} {_month(month)} {match[1]}"
    elif match := _MONTH.fullmatch(bare):
        words = f"{_month(int(match[2]))} {match[1]}"
    elif bare.endswith("X"):
        words = f"the {bare.replace('X', '0')}s"
    else:
        words = bare
    return f"{hedge}{words}{doubt}"


def _month(number: int) -> str:
    seasons = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
    return _MONTHS[number - 1] if 1 <= number <= 12 else seasons.get(number, str(number))


def when(reported: Fact[ReportedDate]) -> str:
    """A date in words, as resolved; all but a day say how they are meant."""
    return resolved(reported.value)


def resolved(reported: ReportedDate) -> str:
    """The same of a date apart from where it comes from."""
    first, last = edtf_ends(reported.edtf)
    if reported.kind == "before":
        return f"no later than {edtf_in_words(last)}"
    if reported.kind == "after":
        return f"no earlier than {edtf_in_words(first)}"
    if not last:
        some_time = reported.kind == "within" and not first.endswith(("~", "%"))
        return f"some time in {edtf_in_words(first)}" if some_time else edtf_in_words(first)
    start, end = _shared_left_out(first, last)
    if reported.kind != "within":
        return f"{start} to {end}"
    return f"{start} or {end}" if are_neighbours(first, last) else f"some time between {start} and {end}"


def are_neighbours(first: str, last: str) -> bool:
    """Whether two dates are days that follow each other."""
    if not (_DAY.fullmatch(first) and _DAY.fullmatch(last)):
        return False
    return (date.fromisoformat(last) - date.fromisoformat(first)).days == 1


def edtf_ends(edtf: str) -> tuple[str, str]:
    """The first and the last of an EDTF value, "" for an open end, or the value alone and ""."""
    if edtf.startswith("["):
        first, _, last = edtf[1:-1].partition("..")
        return first, last
    first, _, last = edtf.partition("/")
    return ("" if first == ".." else first), ("" if last == ".." else last)


def _shared_left_out(first: str, last: str) -> tuple[str, str]:
    """Two dates in words, the first without the month and year it shares with the last."""
    start, end = edtf_in_words(first), edtf_in_words(last)
    if _DAY.fullmatch(first) and _DAY.fullmatch(last):
        if first[:7] == last[:7]:
            return str(int(first[8:])), end
        if first[:4] == last[:4]:
            return start.removesuffix(f" {first[:4]}"), end
    return start, end


def claim_title(claim: Claim, claimant: str, target: str | None, event: str | None) -> str:
    """A claim's title: it names who says so and never states what is claimed."""
    names = {"claimant": claimant} | ({"target": target} if target else {})
    patterns = wording().claim_titles.get(claim.kind.value, ("Statement by {claimant}",))
    pattern = next(p for p in patterns if target or "{target}" not in p)
    noun = head_of(claimant)[-1:]
    is_common = (
        bool(noun) and claimant[:1].islower() and claimant.split()[len(head_of(claimant)) - 1].islower()
    )
    if is_common and wording().written.intersection(
        noun
    ):  # nobody, but somebody's words; not "the Norton Post"
        pattern = pattern.replace(" by {claimant}", " in {claimant}")
        if noun == [plain(claim.kind.value)]:
            pattern = pattern.replace("Statement in {claimant}", "{claimant}")
    title = sentence_case(pattern.format(**names))
    return f"{title}: {event}" if event else title


def quote_method(method: str) -> str:
    """In a sentence, how the rule `method` found the speaker."""
    sentences = wording().quote_methods
    return sentences.get(method) or sentences["other"].format(rule=plain(method))


def claim_method(method: str) -> str:
    """In a sentence, how the rule `method` found the claim."""
    sentences = wording().claim_methods
    first = re.match(r"\w*", method)
    known = sentences.get(method) or (sentences.get(first[0]) if first and method else None)
    return known or sentences["other"].format(rule=method)


def role_after(name: str) -> str:
    """A role in an event or agreement, as it stands after a name; nothing for a mere party."""
    words = wording().roles.get(name, plain(name))
    return f", {words}" if words else ""


def is_mutual(name: str) -> bool:
    """Whether a predicate says the same of both ends: "met", "neighbour of"."""
    known = wording().predicates.get(name)
    return known is not None and known[0] == known[1]


def predicate(name: str, *, inverse: bool = False) -> str:
    """An edge's label, read from its subject or, `inverse`, from its object."""
    known = wording().predicates.get(name)
    if known:
        return known[1] if inverse else known[0]
    return f"object of “{plain(name)}” by" if inverse else plain(name)
