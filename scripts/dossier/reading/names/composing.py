"""Runs to longer runs: names that small words tie together ("Ministry of X", "Workers’ Party")."""

from __future__ import annotations

from dataclasses import replace

from dossier.reading.lexicon import load_table
from dossier.reading.names.chunks import is_compound_adjective
from dossier.reading.names.namewords import (
    COMPANY,
    COURTESY,
    DISTRICT,
    GIVEN,
    MODIFIER,
    OF_HEAD,
    ORGANISATION,
    OTHER,
    OWNER,
    ROLE,
    SITE,
    SITE_FIRST,
    SURNAME,
    TITLE,
    english_words,
    personal_names,
)
from dossier.reading.names.pieces import POSSESSIVE, ContextTable, Run, RunWords, initials

_PLURAL = frozenset(("'", "’"))
_MINISTRIES = frozenset(("ministry", "department"))
_MEN = ("men", "women")
_ABSTRACT = ("ability", "ibility", "ology", "ytics", "ization", "isation")
"""Ends of common words that a list of words may not have: "sustainability", "analytics"."""
_NICKNAME_MARKS = frozenset(('""', "“”", "‘’", "''"))


def compose_runs(words: RunWords, runs: list[Run]) -> list[Run]:
    """Runs in text order, those joined that make one name."""
    joined: list[Run] = []
    for run in runs:
        if len(joined) > 1 and _has_nickname(words, joined[-2], joined[-1], run):
            del joined[-1]
            joined[-1] = replace(joined[-1], stop=run.stop, titled=run.titled)
        elif joined and _are_tied(words, joined[-1], run):
            joined[-1] = replace(joined[-1], stop=run.stop, titled=run.titled)
        else:
            joined.append(run)
    return joined


def _has_nickname(words: RunWords, left: Run, inner: Run, right: Run) -> bool:
    """Whether a word in quotation marks stands inside a person's name: Maria "Loren" X."""
    marks = words.word(left.stop) + words.word(inner.stop)
    inside = words.lower(left.stop + 1) == "the"
    return (
        inner.first == left.stop + 1 + inside
        and right.first == inner.stop + 1
        and marks in _NICKNAME_MARKS
        and any(words.flags(i) & (GIVEN | TITLE | COURTESY) for i in range(left.first, left.stop))
    )


def _are_tied(words: RunWords, left: Run, right: Run) -> bool:
    gap = words.tokens[left.stop : right.first]
    if (
        not 1 <= len(gap) <= 2
        or left.titled
        or is_compound_adjective(words.tokens[left.stop - 1], words.words)
    ):
        return False
    link = " ".join(token.lower for token in gap)
    if _is_lettered(words, left, right):
        return True
    if link in POSSESSIVE:
        heads = ORGANISATION | SITE | OTHER | DISTRICT
        owner = words.flags(left.stop - 1) & OWNER or words.lower(left.first) in ("st", "saint")
        owner = owner or _are_many(words, left.stop - 1, plain=gap[0].text in _PLURAL)
        return bool(owner and words.flags(right.stop - 1) & heads)
    if link in ("of", "of the", "for", "for the"):
        titled = words.flags(right.first) & (TITLE | COURTESY) and not right.single
        if link == "of" and _is_titled_person(words, left):
            return False  # "Chief Daisy House of Lund" leads Lund
        goes_on = link == "of" or (link == "for" and _is_a_matter(words, left, right))
        tied = _tied_by_preposition(words, left, link) or (goes_on and _carries_on(words, left, right))
        return not titled and tied and not _is_somebodys(words, left, right)
    if link == "on":
        matters = words.lower(left.stop - 1) in load_table("name_contexts", ContextTable).on_matters
        return matters and right.key not in words.seats and _is_common(words, right.first, right.stop)
    if link in ("and", "and the") and _is_state_of_two(words, left, right):
        return True
    if link == "and":
        return _tied_by_and(words, left, right)
    return link == "," and _is_listed_matter(words, left, right)


def _is_lettered(words: RunWords, left: Run, right: Run) -> bool:
    """Whether letters in brackets are those of both: "Reef and Export Licence Board (RELB)"."""
    short = words.lower(right.stop + 1) if words.word(right.stop) == "(" else ""
    one = [token.lower for token in words.tokens[right.first : right.stop]]
    both = [token.lower for token in words.tokens[left.first : right.stop]]
    ends = any(words.flags(each.stop - 1) & (ORGANISATION | OF_HEAD) for each in (left, right))
    body = ends or _body_link(words, left) is not None
    return body and bool(short) and short in initials(both) and short not in initials(one)


def _is_listed_matter(words: RunWords, left: Run, right: Run) -> bool:
    """Whether a list of what a body is for goes on: "Ministry of Law, | Justice and Fish"."""
    at = right.stop + 1
    if words.lower(right.stop) not in ("and", ",") or not words.is_capital(at):
        return False
    matter = _is_common(words, right.first, right.stop) and _is_common(words, at, at + 1)
    bodies = any(words.flags(i) & (ORGANISATION | SITE) for i in (*range(right.first, right.stop), at))
    return matter and not bodies and _body_link(words, left) is not None


def _body_link(words: RunWords, run: Run) -> int | None:
    """The first "of" or "for" in a name, where the noun of a body stands before it."""
    link = next((i for i in range(run.first + 1, run.stop) if words.lower(i) in ("of", "for")), None)
    body = link is not None and words.flags(link - 1) & (ORGANISATION | OF_HEAD)
    return link if body else None


def _is_titled_person(words: RunWords, run: Run) -> bool:
    """Whether a title stands before a first name and another word: "Chief Daisy House"."""
    at = run.stop - 2
    if at < run.first or not words.flags(at - 1) & (TITLE | COURTESY):
        return False
    return bool(words.flags(at) & GIVEN or personal_names().get(words.lower(at)))


def _are_many(words: RunWords, at: int, *, plain: bool) -> bool:
    """Whether a word is the plural of who does something: "Herders" in "the Herders' Council", "Fishermen".

    `plain`: a mere apostrophe follows it.
    """
    lower = words.lower(at)
    if lower.endswith(_MEN) and lower in english_words():
        return True
    one = lower.removesuffix("s")
    agent = one.endswith(tuple(load_table("name_contexts", ContextTable).agents))
    listed = bool(words.words.get(one, 0) & ROLE) or (agent and one in english_words())
    return plain and one != lower and listed and not words.flags(at) & (GIVEN | SURNAME)


def _tied_by_preposition(words: RunWords, left: Run, link: str) -> bool:
    """Whether it is like "Ministry of X", "Centre for Y" and not like "President of X".

    What says what it is over before its head is whole: "no date was set by the Energy Ministry for X".
    """
    last = words.flags(left.stop - 1)
    whole = words.lower(left.stop - 1) in _MINISTRIES and words.flags(left.stop - 2) & MODIFIER
    if link.startswith("for") and ((whole and not left.single) or left.key in words.seats):
        return False
    heads = ORGANISATION | OF_HEAD | (DISTRICT | OTHER if link.startswith("of") else 0)
    return bool(last & heads) and not last & (COURTESY | TITLE)


def _is_somebodys(words: RunWords, left: Run, right: Run) -> bool:
    """Whether a whole name of a firm is told with whose that is: "the Kelp Group | of Ana Lume"."""
    firms = load_table("name_contexts", ContextTable).firms
    firm = words.flags(left.stop - 1) & COMPANY or words.lower(left.stop - 1) in firms
    if left.single or right.single or not firm:
        return False
    given = words.flags(right.first) & GIVEN or words.lower(right.first) in personal_names()
    place = right.key in words.gazetteer.places or words.flags(right.stop - 1) & (ORGANISATION | SITE)
    return bool(given) and not place


def _carries_on(words: RunWords, left: Run, right: Run) -> bool:
    """Whether it is like "Office for the Merger of X", "Board of Deputies of X": its name goes on."""
    inside = range(left.first + 1, left.stop - 1)
    link = next((i for i in inside if words.lower(i) in ("of", "for")), None)
    if link is None or right.key in words.gazetteer.places:
        return False  # "Ministry of Trade of Fiji"
    return not words.flags(right.stop - 1) & (TITLE | ORGANISATION)


def _is_a_matter(words: RunWords, left: Run, right: Run) -> bool:
    """Whether a body is for what common words name, as in "Board of Trustees for Public Lands"."""
    body = words.flags(left.first) & (ORGANISATION | OF_HEAD)
    inside = (words.tokens[at].lower for at in range(right.first, right.stop))
    return bool(body) and all(word in english_words() and word not in personal_names() for word in inside)


def _is_state_of_two(words: RunWords, left: Run, right: Run) -> bool:
    """Whether it is like "Islamic State of X and Y", X and Y places."""
    at = next((i for i in range(left.first + 1, left.stop - 1) if words.lower(i) == "of"), None)
    if at is None or not words.flags(at - 1) & DISTRICT or at - left.first < 2:
        return False
    inner = replace(left, first=at + 1 + (words.lower(at + 1) == "the"))
    return all(each.key in words.gazetteer.places for each in (inner, right))


def _is_of_joint(words: RunWords, left: Run, right: Run) -> bool:
    """Whether a name ends in that of two lands with one court: "High Court of England and Wales"."""
    at = next((i for i in range(left.first + 1, left.stop - 1) if words.lower(i) == "of"), None)
    if at is None:
        return False
    both = f"{replace(left, first=at + 1).key} and {right.key}"
    return both in words.gazetteer.places or both in load_table("name_contexts", ContextTable).joint_lands


def _tied_by_and(words: RunWords, left: Run, right: Run) -> bool:
    """Whether it is like "Ministry of X and Y", "X and Y Committee", "The X and Y"."""
    if f"{left.key} and {right.key}" in words.gazetteer.places or _is_of_joint(words, left, right):
        return True
    both_single = left.single and right.single
    if words.word(left.first - 1) == "The" and not left.initial and both_single:
        several = left.lower.endswith("s") and right.lower.endswith("s")  # "The Ospreys and Scarlets"
        return not several and not {left.key, right.key} & words.gazetteer.places.keys()  # "The UK and Japan"
    last, end = words.flags(left.stop - 1), words.flags(right.stop - 1)
    link = _body_link(words, left)
    if link is None and words.word(left.first - 1) == "," and words.is_capital(left.first - 2):
        return False  # "Army, Navy and Air Force troops"
    if link is not None and link + 2 == left.stop and _is_other_half(words, link, right):
        return True
    if link is None and _are_two_trades(words, left, right):
        return True
    if link is not None:
        field = words.lower(right.stop - 1) in load_table("name_contexts", ContextTable).fields
        matter = _is_common(words, right.first, right.stop) or (right.single and link == left.first + 1)
        return right.key not in words.gazetteer.places and (
            field or (matter and not end & (TITLE | ORGANISATION))
        )
    owned = words.word(left.first - 1) in POSSESSIVE
    if end & COMPANY and owned and left.single:
        return False  # "Miller's Pride and Tarvo Farms Inc"
    if end & COMPANY and right.stop - right.first == 2 and _is_common(words, right.first, right.first + 1):
        return words.lower(left.stop - 1) in english_words()  # "Tarvo Oil and Gas Ltd", "Fiji’s Tarvo Oil …"
    if end & COMPANY and owned:
        return False
    headed = end & (ORGANISATION | SITE) and right.stop - right.first >= 2
    home = _home(words, left)
    both = home == left.stop and _home(words, right) > right.first  # "Fiji and Tonga Affairs Office"
    first = right.first + (1 if both else 0)
    topic = _is_common(words, home, left.stop) or (left.single and bool(end & ORGANISATION))
    if not headed or left.stop - home > 2 or not topic:
        return False
    another = words.flags(left.first) & (GIVEN | SITE_FIRST) or last & (ORGANISATION | TITLE)
    whole = _is_common(words, first, right.stop - 1) and (not both or right.stop - first > 1)
    return bool(whole and (both or home < left.stop) and not another)


def _is_other_half(words: RunWords, link: int, right: Run) -> bool:
    """Whether a second common word, or "Ferry Workers", ends a name: "Ministry of Ports and | Energy"."""
    bare = load_table("name_contexts", ContextTable).bare_bodies
    body = right.key in words.seats or words.lower(right.first) in bare
    common = _is_common(words, link + 1, link + 2) and _is_common(words, right.first, right.stop)
    many = words.lower(right.stop - 1) in ("workers", "employees") and right.stop - right.first == 2
    many = many and words.lower(link - 1) not in _MINISTRIES
    one = right.single and not words.flags(right.first) & TITLE
    return common and (one or many) and not body


def _are_two_trades(words: RunWords, left: Run, right: Run) -> bool:
    """Whether two trades have one union, with where it is before them: "Lund Miners and Dyers Union"."""
    trades = words.lower(left.stop - 1), words.lower(right.first)
    many = all(word.endswith("s") and "n" in english_words().get(word, "") for word in trades)
    union = words.lower(right.stop - 1) in load_table("name_contexts", ContextTable).unions
    return many and union and right.stop - right.first == 2 and left.stop - left.first == 2


def _home(words: RunWords, run: Run) -> int:
    """Token behind the land, adjective or letters that open a longer name: "Fiji | Flood Control"."""
    for stop in range(min(run.first + 3, run.stop), run.first, -1):
        key = words.key(run.first, stop)
        if key in words.gazetteer.places or key in words.gazetteer.adjectives:
            return stop
    return run.first + (words.word(run.first).isupper() or "-" in words.word(run.first))


def _is_common(words: RunWords, first: int, stop: int) -> bool:
    """Whether a range holds common words alone: two names of these are one, "Rural Health and Hygiene Board".

    Each of "Tarvo Tea and Corvo Steel", "Fijian and Lima Airlines" is one by itself.
    """
    parts = (part for i in range(first, stop) for part in words.lower(i).split("-"))
    return all(part in english_words() or part.endswith(_ABSTRACT) for part in parts if part.isalpha())
