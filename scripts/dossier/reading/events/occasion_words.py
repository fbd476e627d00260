"""The words for visits, meetings, press conferences, letters and statements."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dossier.reading.lexicon import load_table


class OccasionWords(NamedTuple):
    """Shape of lexicons/occasions.yaml; its comments say what each list holds."""

    visit_nouns: frozenset[str]
    visit_verbs: frozenset[str]
    trip_verbs: frozenset[str]
    meeting_verbs: frozenset[str]
    meeting_nouns: frozenset[str]
    conference_leads: frozenset[str]
    conference_nouns: frozenset[str]
    letter_nouns: frozenset[str]
    statement_nouns: frozenset[str]
    issue_verbs: frozenset[str]
    issue_verbs_of_statements: frozenset[str]
    not_yet: frozenset[str]
    offices: frozenset[str]
    kept_kinds: frozenset[str]


@cache
def occasion_words() -> OccasionWords:
    """The lexicon, read once."""
    return load_table("occasions", OccasionWords)


@cache
def occasion_anchors() -> frozenset[str]:
    """Every word an occasion can be found from."""
    words = occasion_words()
    return (
        words.visit_nouns
        | words.visit_verbs
        | words.meeting_verbs
        | words.meeting_nouns
        | words.conference_nouns
        | words.letter_nouns
        | words.statement_nouns
    )
