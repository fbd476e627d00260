"""Verbs to their subjects, past appositions, relative clauses and whatever else stands between."""

from __future__ import annotations

import re

from dossier.reading.grammar.noun_phrases import (
    REACH,
    Phrase,
    floor_of,
    is_time,
    noun_phrase_at,
    noun_phrase_ending,
)
from dossier.reading.grammar.verb_groups import verb_group
from dossier.reading.text.tokens import Text, Token
from dossier.reading.text.word_classes import AUXILIARIES, closed_class, word_forms

_YEAR = re.compile("[12][0-9]{3}")
_INSERTING = frozenset((",", ")", "–", "—", "-", "--", "―"))
"""Marks that may close something inserted between a subject and its verb."""
_VERBAL = frozenset((*AUXILIARIES, "verb", "adverb", "adverbs"))
_CLAUSE_WALLS = frozenset(("coordinators", "subordinators", "mark"))


def subject_of(text: Text, verb: int, floor: int | None = None) -> Phrase | None:
    """The noun phrase that is the grammatical subject of the verb at token `verb`, looked for to its left.

    Skips what is inserted between them (appositions, relative clauses, participles, dates in
    commas, dashes or brackets). None where the walk meets something it cannot read.
    """
    tokens = text.tokens
    base = floor_of(text, verb, floor)
    group = verb_group(text, verb, base)
    at = _skip_adverbs(tokens, group.first, base)
    if tokens[group.first].word_class == "contracted":
        return Phrase(group.first, group.first + 1, group.first)  # "she’s saying"
    if group.infinitive or at <= base:
        return None
    before = tokens[at - 1]
    if before.text in _INSERTING:
        return _past_insertion(text, at - 1, base)
    if before.word_class == "coordinators":
        return _coordinated_subject(text, at - 1, base)
    if before.word_class == "relatives" or before.lower == "that":
        return _antecedent(text, at - 1, base)
    found = _ending(text, at, base)
    return found and (_outside_relative(text, found, base) or found)


def _ending(text: Text, stop: int, base: int, route: str = "adjacent") -> Phrase | None:
    """The noun phrase that ends before a token, with the way by which it was reached."""
    found = noun_phrase_ending(text, stop, base)
    return found and found._replace(route=route)


def _skip_adverbs(tokens: list[Token], at: int, base: int) -> int:
    """Token index left of adverbs and times: "X on Tuesday again said", "X two weeks ago said"."""
    while at > base:
        kind = tokens[at - 1].word_class
        if kind == "times":
            at -= 1
            if tokens[at - 1].lower in ("on", "last", "late", "early"):
                at -= 1
        elif kind in ("adverb", "adverbs"):
            at -= 1
        elif tokens[at].lower == "ago" or tokens[at - 1].lower in closed_class().time_nouns:
            start = _time_start(tokens, at, base)
            if start == at:
                break
            at = start
        else:
            break
    return at


def _time_start(tokens: list[Token], at: int, base: int) -> int:
    """Token index left of "last week" or the like ending before `at`; `at` if no time ends there."""
    start = at - 1
    while start > base and at - start < 6:
        before = tokens[start - 1]
        if before.word_class == "number" or before.lower in closed_class().time_words:
            start -= 1
        else:
            break
    return start if start < at - 1 and start > base else at


def _antecedent(text: Text, relative: int, base: int) -> Phrase | None:
    """The noun phrase a relative pronoun stands for."""
    gap = relative - 1 if relative > base and text.tokens[relative - 1].text == "," else relative
    return _ending(text, gap, base, "past_relative")


def _past_insertion(text: Text, closing: int, base: int) -> Phrase | None:
    """The noun phrase before what is set off by the mark at `closing`: "X, a doctor in Y, said".

    Walks left from one mark to the next, at most five times, until a noun phrase stands where a
    clause may begin; an insertion that is a name itself is the subject where nothing before it is.
    """
    tokens = text.tokens
    inner: Phrase | None = None
    for _ in range(5):
        opened = _insertion_start(tokens, closing, base)
        if opened is None:
            break
        inside = _ending(text, closing, opened + 1, "past_insertion") if inner is None else None
        if inside is not None and inside.first == opened + 1:
            inner = inside
        named = inner is not None and tokens[inner.head].word_class == "name"
        found = _ending(text, opened, base, "past_insertion")
        whose = tokens[opened + 1].word_class in ("relatives", "possessives")
        if found is not None and (whose or tokens[closing].text == ")"):
            return (_outside_relative(text, found, base) or found)._replace(route="past_insertion")
        if found is not None and _begins_clause(tokens, found.first, base):
            apposed = named and tokens[found.head].word_class == "noun"
            return inner if apposed else found  # "the leader of X, Y, said"
        closing = opened
    return inner if inner is not None and tokens[inner.head].word_class == "name" else None


def _begins_clause(tokens: list[Token], first: int, base: int) -> bool:
    """Whether a noun phrase at `first` stands where a clause may begin."""
    if first <= base:
        return True
    before = tokens[first - 1]
    return (
        (before.word_class in _CLAUSE_WALLS and before.text != ",")
        or before.lower == "that"
        or (before.text == "," and tokens[first - 2].word_class != "mark")
    )


def _insertion_start(tokens: list[Token], closing: int, base: int) -> int | None:
    """Index of the mark that opens the insertion closed at `closing`; None where none does."""
    mark = tokens[closing].text
    wanted = "(" if mark == ")" else mark
    for at in range(closing - 1, max(base, closing - REACH) - 1, -1):
        text = tokens[at].text
        if text == wanted:
            return at if at > base else None
        if text in ("”", '"', ";", ":"):
            return None
    return None


def _outside_relative(text: Text, found: Phrase, base: int) -> Phrase | None:
    """Subject of the main clause when `found` stands inside a relative clause without commas.

    "The man who shot X said", "a man wearing X said", "a source speaking to X said".
    """
    tokens = text.tokens
    at = found.first - 1
    if at <= base:
        return None
    if tokens[at].word_class in ("prepositions", "to"):
        at -= 1
    if at > base and tokens[at].word_class == "participle":
        return _ending(text, at, base, "past_relative")
    if tokens[at].word_class not in ("verb", "noun", "adverb", "be", "have", "do"):
        return None
    for back in range(at, max(base, at - 12), -1):
        token = tokens[back]
        if token.text in _INSERTING or token.word_class in ("subordinators", "coordinators"):
            return None
        if token.lower in ("who", "which") or (
            token.lower == "that" and tokens[back + 1].word_class in _VERBAL
        ):
            return _antecedent(text, back, base)
    return None


def _coordinated_subject(text: Text, coordinator: int, base: int) -> Phrase | None:
    """Subject of the clause's first verb: the noun phrase at the clause's start."""
    tokens = text.tokens
    start = base
    for at in range(coordinator - 1, max(base, coordinator - REACH) - 1, -1):
        if tokens[at].lower == "who":
            found = _antecedent(text, at, base)
            return found._replace(route="coordinated") if found else None
        if tokens[at].text in (";", ":", "”", '"') or tokens[at].word_class == "subordinators":
            start = at + 1
            break
    found = clause_subject(text, start, coordinator)
    return found._replace(route="coordinated") if found else None


def clause_subject(text: Text, first: int, stop: int) -> Phrase | None:
    """The noun phrase that opens the clause at token `first`, behind "On Monday, …" and the like.

    None unless a verb follows it before `stop`.
    """
    tokens = text.tokens
    at = first
    stop = min(stop, first + REACH)
    while at < stop and (
        tokens[at].word_class in ("coordinators", "adverb", "adverbs", "times") or tokens[at].text == ","
    ):
        at += 1
    for _ in range(2):
        if at < stop and (
            tokens[at].word_class in ("prepositions", "subordinators", "participle", "to")
            or _opening_participle(tokens, at, stop)
        ):
            comma = next((i for i in range(at, stop) if tokens[i].text == ","), None)
            if comma is None:
                return None
            at = comma + 1
    if at >= stop:
        return None
    found = noun_phrase_at(text, at, stop)
    if found is not None and at > first and _is_bare(text, found, stop):
        found = noun_phrase_at(text, found.stop + 1, stop)  # "After a long, hot summer, Lee …"
    if found is None or found.stop >= stop or is_time(text, found):
        return None
    kind = tokens[found.stop].word_class
    if tokens[found.stop].lower.endswith("self"):
        return found._replace(route="clause")  # "Lee herself was at a loss"
    if kind in (*AUXILIARIES, "verb", "adverb", "adverbs", "mark", "relatives", "prepositions"):
        return found._replace(route="clause")
    return None


def _opening_participle(tokens: list[Token], at: int, stop: int) -> bool:
    """Whether a word with a sentence's capital is a participle: "Speaking to reporters, …"."""
    lower = tokens[at].lower
    forms = word_forms()
    if (
        not lower.endswith(("ing", "ed"))
        or at + 1 >= stop
        or lower in forms.ing_nouns
        or lower in forms.ed_words
    ):
        return False
    kind = tokens[at + 1].word_class
    return kind in ("prepositions", "to", "determiners", "possessives", "adverb", "adverbs", "subordinators")


def _is_bare(text: Text, phrase: Phrase, stop: int) -> bool:
    """Whether a noun phrase is the rest of a list or date: no determiner, no name, a comma behind."""
    tokens = text.tokens
    if phrase.stop >= stop or tokens[phrase.stop].text != ",":
        return False
    if phrase.stop - phrase.first == 1 and _YEAR.fullmatch(tokens[phrase.first].text):
        return True  # "on May 6, 2015, Lee …"
    return tokens[phrase.first].word_class == "noun" == tokens[phrase.head].word_class
