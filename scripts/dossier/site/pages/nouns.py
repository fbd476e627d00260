"""Nouns and names as they stand inside a sentence ("the league", "an act"), and the table that says how."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator

from dossier.reading.grammar.noun_classes import can_name_people
from dossier.reading.grammar.noun_phrases import noun_phrase_at
from dossier.reading.lexicon import load_table
from dossier.reading.names.gazetteer import load_gazetteer
from dossier.reading.names.namewords import (
    MODIFIER,
    OPENING,
    ROLE,
    SITE,
    TITLE,
    english_words,
    is_given_name,
    load_namewords,
)
from dossier.reading.text.tokens import Text
from dossier.reading.text.word_classes import LEADS, PRONOUNS, class_of
from dossier.vocabularies import NOBODY

_SPELLED_WITH_A_VOWEL = tuple("AEFHILMNORSX")
"""Letters whose names begin with a vowel: "an MP"."""
_OFFICE = TITLE | ROLE | MODIFIER
_EIGHT_OR_ELEVEN = re.compile(r"8|1[18](?:\d\d)?(?!\d)")
"""Figures spoken with a vowel first: "8", "80", "11", "18,000", the year 1812."""
_AT_LEAST = frozenset(
    ("about", "all", "almost", "around", "at", "least", "nearly", "only", "other", "roughly", "some", "the")
)
"""Words before a number that stands alone: "at least two of them"."""
_JOINED_NAMES = re.compile(r"[A-Z][\w’'-]* and [A-Z]")
"""The beginning of a name with "and" in it."""
_ONLY_MEANT = frozenset(("he", "she", "they", "it", "we", "i", "you"))
"""Pronouns: who is meant stands elsewhere."""
_POSSESSIVE = re.compile(r"^(?:Its|His|Her|Their|Our|My|Your) (?=[a-z])")
"""Whose somebody is, where a sentence opens with it: nothing in another, of "Its foreign ministry"."""
_WRITTEN_SO = re.compile(r"[a-z]+[A-Z]")
"""A name that begins small: "iLume"."""
_BEHIND = "about|against|and|at|between|by|for|from|in|into|of|on|to|with"
"""Words in a title behind which a name stands as in a sentence."""
_LETTER = re.compile(r"([A-Za-z])(?=-\w)|([A-Z])(?=\d)|([A-Z])(?=\s|$)")
"""A letter that is spoken by its name: "X-ray", "e-mail", "F16", "F grade"."""
_WHERE_WHEN = "[ {where}][ {when}]"


class Sentences(BaseModel):
    """The shape of `sentences.yaml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    events: dict[str, tuple[str, ...]]
    said_at_events: dict[str, str]
    goes_on: dict[str, str]
    events_of_any_type: tuple[str, ...]
    events_reported: tuple[str, ...]
    events_planned: tuple[str, ...]
    events_of_a_toll: tuple[str, ...]
    told_by_toll: frozenset[str]
    definite_titles: frozenset[str]
    several_places: frozenset[str]
    passing: frozenset[str]
    given: dict[str, str]
    told_as: dict[str, tuple[str, ...]]
    """With the patterns that `done` and `befallen` stand for."""
    told_by_title: frozenset[str]
    told_by_roles: dict[str, str]
    slots_of_roles: dict[str, str]
    named_killed: frozenset[str]
    agreements: dict[str, tuple[str, ...]]
    said_again: frozenset[str]
    so_far: tuple[str, ...]
    agreements_of_any_status: tuple[str, ...]
    claims: dict[str, tuple[str, ...]]
    claims_in_words: dict[str, tuple[str, ...]]
    claims_of_nobody: tuple[str, ...]
    claim_verbs: dict[str, frozenset[str]]
    claim_verbs_with_to: frozenset[str]
    claim_verbs_with_of: frozenset[str]
    claim_verbs_with_two: frozenset[str]
    asks_that: frozenset[str]
    denying: frozenset[str]
    quotes: dict[str, tuple[str, ...]]
    quotes_beside: tuple[str, ...]
    ties: dict[str, tuple[str, ...]]
    actors: tuple[str, ...]
    places: tuple[str, ...]
    occasions: dict[str, str]
    definite_last: frozenset[str]
    definite_first: frozenset[str]
    definite_before_of: frozenset[str]
    known_by_kind: frozenset[str]
    definite_of: frozenset[str]
    determiners: frozenset[str]
    without_article: frozenset[str]
    plurals: frozenset[str]
    several: frozenset[str]
    singulars: frozenset[str]
    uncounted: frozenset[str]
    behind_nouns: frozenset[str]
    ends_of_noun: frozenset[str]
    an_before: tuple[str, ...]
    a_before: tuple[str, ...]
    an_after_all: tuple[str, ...]
    nobody: str
    of_nobody: str

    @model_validator(mode="before")
    @classmethod
    def _with_acts(cls, table: dict[str, Any]) -> dict[str, Any]:
        """The table with the titles of `done` and `befallen` written out among those of `told_as`."""
        table = {**table}
        done, befallen = table.pop("done"), table.pop("befallen")
        acts = {
            f"{noun} of {{what}}[ by {{who}}]": (
                f"{{who}} {verb} {{what}}{_WHERE_WHEN}",
                f"{{what}} {{what:was|were}} {verb}{_WHERE_WHEN}",
            )
            for noun, verb in done.items()
        }
        hits = {
            f"{opening} {{whom}}": (f"{{whom}} {{whom:was|were}} {verb}{_WHERE_WHEN}",)
            for opening, verb in befallen.items()
        }
        return table | {"told_as": acts | hits | table["told_as"]}


def sentences() -> Sentences:
    """The table of patterns, from its file."""
    return load_table("sentences", Sentences, __package__)


def definite(name: str, *, person: bool = False) -> str:
    """The article that stands before a name: "the " or nothing."""
    head = re.split(r" (?:of|for|to|in) ", name)[0].lower().split()
    words = sentences()
    if person or not head or head[0] == "the" or re.search(r"[’']s?\b", name):
        return ""
    of_kind = head[-1] in words.definite_last or " ".join(head[-2:]) in words.definite_last
    is_noun = len(head) > 1 and name.split()[len(head) - 1].islower() and head[-1] in words.known_by_kind
    of_kind = of_kind or is_noun  # "Norlandic regime"
    first = name.split()[0]
    of_kind = of_kind or (head[-1] in words.definite_before_of and " of " in name)
    of_kind = of_kind or (_is_office(name) and (_are_initials(first) or first.lower() in _lands()))
    return "the " if of_kind or head[0] in words.definite_first else ""


def with_articles(words: str, names: Iterable[str]) -> str:
    """Words with "the" before each name that takes it, behind a preposition: "by the Ferry Union"."""
    for name in names:
        if name in words and (article := definite(name)):
            words = re.sub(rf"\b({_BEHIND}) ({re.escape(name)})\b", rf"\1 {article}\2", words)
    return words


def unnamed(words: str, named_in: Callable[[str], Sequence[str]] = lambda _: ()) -> str:
    """Somebody without a name as in a sentence: "the interior ministry", "a witness", "officials".

    `named_in` tells which records some words name: "a Dawn spokesman", where Dawn is one.
    """
    if words == NOBODY:
        return sentences().nobody
    if words.lower() in _ONLY_MEANT:
        return f"somebody whom the article calls “{words.lower()}”"
    if _is_torn(words):
        return f"a source that the article calls “{in_sentence(words)}”"
    words = _POSSESSIVE.sub("", _uncut(words))
    joined = _JOINED_NAMES.match(words) is not None  # "Moss and Reed Nation elder"
    small = in_sentence(words)
    head = head_of(small)
    table = sentences()
    if joined or named_in(small) != named_in(words) or (words[:1].isupper() and _is_led(head)):
        small = words
    written_small = small[:1].islower() and head and is_determined(head[0])  # "another Norlandic clerk"
    if written_small or (head and head[0] in ("a", "an", "the", "this", "that", "these", "those")):
        return f"{small[0].lower()}{small[1:]}"
    if _is_counted(small):
        return f"{small[0].lower()}{small[1:]}"
    if any(word[:1].isupper() for word in words.split()[1 : len(head)]):
        if not _is_common(small, head):
            return _named(words)
        if is_plural(" ".join(head)):
            return words if small != words and words.split()[1][:1].isupper() else small  # "Ferry Board data"
        return f"the {words}" if head[-1] in table.known_by_kind else a(words)
    if words == words.capitalize() and len(head) == len(small.split()) == 1 and not is_plural(small):
        return f"the {small}" if small.lower() in table.definite_last | table.known_by_kind else words
    if joined and words.split()[-1].islower() and not is_plural(words.split()[-1]):
        return a(words)
    if not head or _stands_alone(small, head):
        return small if small[:1].islower() else _named(small)
    of_one = head[-1] in table.definite_of and " of " in small  # "head of the board"
    return f"the {small}" if of_one or head[-1] in table.definite_last | table.known_by_kind else a(small)


def _is_counted(words: str) -> bool:
    """Whether words say about how many: "nearly three out of four girls", "almost half of the crew"."""
    counts = words.lower().split()
    behind = next((at for at, word in enumerate(counts) if word not in _AT_LEAST), 0)
    return behind > 0 and (is_determined(counts[behind]) or counts[behind][:1].isdigit())


def _is_torn(words: str) -> bool:
    """Whether words for somebody are cut before the noun that says who: "the town's oldest ferry …"."""
    head = words.removesuffix("…").split()
    whole = not words.endswith("…") or not sentences().ends_of_noun.isdisjoint(word.lower() for word in head)
    last = head[-1] if head else ""
    known = can_name_people(last) or is_plural(last)
    return not whole and len(head) > 1 and last.islower() and not known


def _uncut(words: str) -> str:
    """Words for somebody without the phrase in which they are cut: "head of the board and member of …"."""
    if not words.endswith("…"):
        return words
    parts = words.removesuffix("…").split()
    ends = [at for at, word in enumerate(parts) if at and word.lower() in sentences().ends_of_noun]
    if not ends:
        return " ".join(parts) or words
    if _JOINED_NAMES.match(" ".join(parts)) and ends == [1]:
        return "source"  # "Moss and Reed Nation …", whose elder is cut
    joined = [at for at in ends[:-1] if parts[at].lower() == "and"]  # "… and member of"
    left = parts[: (joined or ends)[-1]]
    bare = len(left) > 1 and left[-1].lower() in sentences().behind_nouns  # "people familiar with …"
    return " ".join(left[:-1] if bare else left)


def _is_led(head: list[str]) -> bool:
    """Whether a noun behind others is one of many: an article stood before it, and no sentence began there.

    So the capital of "Labour spokesman" is a name’s, and that of "Music teachers" need not be.
    """
    table = sentences()
    bare = table.uncounted | table.without_article | table.definite_last | table.known_by_kind
    return (
        len(head) > 1
        and not is_determined(head[0])
        and not load_namewords().get(head[0], 0) & (ROLE | OPENING)  # "Deputy director"
        and head[-1] not in bare
        and not is_plural(" ".join(head))
    )


def _is_common(small: str, head: list[str]) -> bool:
    """Whether a noun with a name before it is meant, and no name: "White House official"."""
    last = small.split()[len(head) - 1]
    is_owned = re.search(r"[’']s?\b", small) is not None
    return last in english_words() and last not in sentences().definite_last and not is_owned


def _named(words: str) -> str:
    """A name of somebody the dossier has no record of, with its article."""
    first = words.partition(" ")[0]
    if _is_office(words):
        return f"the {words}"
    return f"{definite(words, person=is_given_name(first) and not _are_initials(first))}{words}"


def _is_office(words: str) -> bool:
    """Whether words with capitals mean who holds an office: "Crown Prince", "Norwegian President"."""
    *before, last = words.split() or [""]
    offices = load_namewords()

    def is_office(word: str) -> bool:
        return bool(offices.get(word.lower(), 0) & _OFFICE)

    return is_office(last) and all(
        is_office(word) or _are_initials(word) or word.lower() in _lands() for word in before
    )


def _lands() -> Container[str]:
    """Adjectives of countries, in small letters: "norwegian"."""
    return load_gazetteer().adjectives


def _stands_alone(small: str, head: list[str]) -> bool:
    """Whether a noun takes no article: there is a word in its place, or it is a name or no one thing."""
    first, table = head[0], sentences()
    initials = _are_initials(small.split()[0])
    of_a_land = len(head) > 1 and (
        initials or first in _lands() or _is_common(small, head)
    )  # "Norwegian officer"
    in_its_place = is_determined(first) and not initials  # "us", not "US"
    if in_its_place or _WRITTEN_SO.match(small) or first[:1].isdigit() or re.search(r"[’']s?$", first):
        return True
    bare = table.uncounted | table.without_article
    return not (small[:1].islower() or of_a_land) or is_plural(" ".join(head)) or head[-1] in bare


def is_determined(first: str) -> bool:
    """Whether a word, in small letters, stands in place of "a" or of the noun: "the", "three", "nobody"."""
    return class_of(first) in LEADS | PRONOUNS or first in sentences().determiners


def is_plural(name: str) -> bool:
    """Whether what a name of a body or group means is plural: "security forces", not "Congress"."""
    words = head_of(name.strip(), joined=True)
    head = " ".join(words).removeprefix("the ")
    if not head or head in sentences().singulars or _is_country(head):
        return False
    last = words[-1]
    is_alone = _AT_LEAST.issuperset(words[:-1])
    several = is_alone and (last in sentences().several or (last.isdigit() and last != "1"))
    return several or last in sentences().plurals or _are_men(last) or ends_in_plural(last)


def _are_men(word: str) -> bool:
    """Whether a word means several men or women: "gunmen", "Welshmen", not "Yemen" or "specimen"."""
    before = word.removesuffix("men")
    if word == before or word in sentences().singulars:
        return False
    return f"{before}man" in english_words() or before in english_words() or before in _lands()


def _is_country(name: str) -> bool:
    known = load_gazetteer().places.get(name.casefold())
    return known is not None and known.kind == "country"


def is_site(name: str) -> bool:
    """Whether a name is of a building or grounds, at which something happens: "Harbour Airport"."""
    words = name.lower().split()
    return any(load_namewords().get(word, 0) & SITE for word in (words[:1] + words[-1:]))


def are_several(words: str) -> bool | None:
    """Whether "A and B" are two; None where it can't be told: "the head of trade and industry"."""
    first, joined, second = words.partition(" and ")
    if not (joined and first.strip() and second.strip()) or _is_country(words):
        return is_plural(words)
    opens = second.split()[0]
    is_another = is_determined(opens.lower()) or opens[:1].isdigit()
    people = all(is_given_name(each.split()[0]) for each in (first, second))
    if is_another or people or is_plural(" ".join(head_of(first))):
        return True
    return None


def head_of(title: str, *, joined: bool = False) -> list[str]:
    """The words of a title before what tells more of its noun, in small letters; `joined`, past "and" too.

    "officers, allegedly drunk" is of officers, "people familiar with the matter" of people.
    """
    words = title.lower().split()
    ends = sentences().ends_of_noun - ({"and"} if joined else set())
    stop = next((at for at, word in enumerate(words) if (at or not joined) and word in ends), len(words))
    comma = next((at + 1 for at, word in enumerate(words[:stop]) if word.endswith((",", ";", ":"))), stop)
    head = [word.strip(",;:") for word in words[:comma]]
    return head[:-1] if len(head) > 1 and head[-1] in sentences().behind_nouns else head


def ends_in_plural(word: str) -> bool:
    """Whether a word has the form of a plural."""
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "’s", "'s"))


def a(noun: str) -> str:
    """A noun with "a" or "an", as it is spoken: "an MP", "a UN envoy", "an X-ray", "a user", "an hour"."""
    spoken = noun.lstrip(" “‘\"'([")
    return f"{'an' if _begins_with_a_vowel(spoken) else 'a'} {noun}"


def _begins_with_a_vowel(noun: str) -> bool:
    words, lower = sentences(), noun.lower()
    if _LETTER.match(noun) or _are_initials(re.split(r"[\s-]", noun)[0]):
        return noun[0].upper() in _SPELLED_WITH_A_VOWEL
    if noun[:1].isdigit():
        return _EIGHT_OR_ELEVEN.match(noun) is not None
    spelled = lower.startswith(tuple("aeiou"))
    turned = words.a_before if spelled else words.an_before
    other = _begins(lower, turned) and not _begins(lower, words.an_after_all)
    return spelled != other


def _begins(word: str, beginnings: tuple[str, ...]) -> bool:
    """Whether a word begins so; whole words end in a space: "one " but not "onerous"."""
    return f"{re.sub('[-,]', ' ', word)} ".startswith(beginnings)


def _are_initials(word: str) -> bool:
    """Whether a word is spoken letter by letter: "US", "U.N.", "NYPD", not "NATO"."""
    letters = re.sub(r"(?<=[A-Z])\d+$", "", word.replace(".", ""))  # "MI5"
    is_spoken = len(letters) > 3 and any(letter in "AEIOU" for letter in letters[1:])
    return len(letters) > 1 and letters.isalpha() and letters.isupper() and not is_spoken


def in_sentence(title: str) -> str:
    """A title as it stands within a sentence: its first word small, unless it may be a name."""
    first = re.split(r"[\s,–-]", title, maxsplit=1)[0]
    place = load_gazetteer().places.get(first.lower())
    is_common = first.lower() in english_words() and first[1:] == first[1:].lower()
    is_common = is_common and (place is None or place.kind != "country")  # "Chile", "Turkey"
    kind, rest = class_of(first.lower()) if first else None, title[len(first) :].strip()
    counts = kind == "number" or (first.lower() in sentences().several and not rest[:1].isupper())
    is_common = is_common or counts  # "Two priests", "Eight deals"
    is_common = is_common or (kind == "determiners" and not (first == "All" and rest[:1].isupper()))
    return title[:1].lower() + title[1:] if is_common else title


def adjective_of(state: str, title: str) -> str | None:
    """The word of a title that says already of which state it is: "Iranian" in "senior Iranian official"."""
    places, demonyms = load_gazetteer().places, load_gazetteer().demonyms
    known = places.get(state.casefold())
    if known is None or known.kind != "country":
        return None
    words = re.findall(r"[\w’-]+", title)
    return next((word for word in words if demonyms.get(word.casefold()) == known.country), None)


def noun_phrase(words: str) -> str | None:
    """The noun phrase that some words begin with; None where they begin with none."""
    text = Text(words)
    phrase = noun_phrase_at(text, 0)
    return text.slice(phrase.span(text)) if phrase else None
