"""The name in square brackets at the head of a report written down as it was spoken: "[Lume] Then we left".

Whoever is named there reads what follows; he is no part of its first sentence.
"""

from __future__ import annotations

import re

from dossier.reading.findings import Span
from dossier.reading.text.tokens import Text

_LABEL = re.compile(r"\[(?P<who>[^\W\d_a-z][^()\[\]]{1,119})\]\s+(?=[^\W\d_a-z])")
_NAMED = frozenset(("name", "noun"))


def label_at(text: Text, start: int) -> Span | None:
    """The square brackets with the blank behind, where a sentence begins, that name who reads it; else None.

    A sentence of its own must begin behind them: "[Fijian] President Lume left" is one with what they hold.
    """
    found = _LABEL.match(text.prose, start)
    if found is None:
        return None
    described = ", " in found["who"]
    begins = text.tokens[text.token_at(found.end())].word_class not in _NAMED
    return Span(start, found.end()) if described or begins else None
