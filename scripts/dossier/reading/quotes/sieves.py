"""Rules that read a passage's source off the words around it, surest first.

Each sieve takes a text and a passage and gives an Attribution or None; it never guesses from
what stands in other sentences (see `continuations` for what carries on from one to the next).
"""

from __future__ import annotations

from dossier.reading.quotes.attribution import Attribution, Sieve
from dossier.reading.quotes.passages import Passage
from dossier.reading.quotes.relayed import (
    another_s_claim,
    gapped,
    heard,
    quoted_as_saying,
    quoted_behind,
    read_out,
    shared_view,
)
from dossier.reading.quotes.sieves_before import (
    between_cues,
    colon,
    colon_clause,
    name_verb_quote,
    possessive_noun,
    transcript_label,
    verb_name_quote,
)
from dossier.reading.quotes.sieves_behind import (
    according_to,
    broken_sentence,
    late_attribution,
    quote_name_verb,
    quote_other_verb,
    quote_verb_name,
    signature,
)
from dossier.reading.text.tokens import Text

SIEVES: tuple[Sieve, ...] = (
    between_cues,
    quoted_behind,
    heard,
    quote_verb_name,
    quote_name_verb,
    quote_other_verb,
    according_to,
    signature,
    transcript_label,
    verb_name_quote,
    colon,
    late_attribution,
    gapped,
    read_out,
    quoted_as_saying,
    shared_view,
    another_s_claim,
    name_verb_quote,
    colon_clause,
    possessive_noun,
    broken_sentence,
)
"""In order: the first that answers decides."""


def attribute(text: Text, passage: Passage) -> Attribution | None:
    """What the first sieve that answers says; None where none does."""
    for sieve in SIEVES:
        found = sieve(text, passage)
        if found is not None:
            return found
    return None
