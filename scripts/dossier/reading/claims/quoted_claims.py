"""Direct quotations to the accusations in them: "no action has been taken by X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dossier.reading.attribution.scene import Scene
from dossier.reading.claims.claim_words import claim_verbs
from dossier.reading.findings import QuoteFinding, Span
from dossier.reading.names.mentions import Mention, Names
from dossier.reading.text.tokens import Text

_ACTORS = frozenset(
    ("person", "organisation", "government_body", "state", "armed_group", "alliance", "city", "country")
)
_REACH = 12
_LONGEST = 300
"""Tokens of one segment that are looked at."""
_NONE = frozenset(("no", "nothing", "little"))


class QuotedAccusation(NamedTuple):
    """Whom a quotation accuses, and in which words."""

    target: Mention
    wording: Span
    method: str


def quoted_accusations(scene: Scene, quote: QuoteFinding) -> Iterator[QuotedAccusation]:
    """Accusations within one quotation, its speaker never the target."""
    text, names, words = scene.article.text, scene.names, claim_verbs()
    speaker = quote.speaker.name if quote.speaker else None
    for segment in quote.segments:
        first, stop = text.token_range(segment)
        stop = min(stop, first + _LONGEST)
        said = {token.lower for token in text.tokens[first:stop]}
        if not (said & _NONE and said & words.omitted):
            continue
        for at in range(first, stop):
            found = _omission(text, names, at, stop) if text.tokens[at].lower in _NONE else None
            if found is not None and found.target.name != speaker:
                yield found


def _omission(text: Text, names: Names, at: int, stop: int) -> QuotedAccusation | None:
    """What X is said not to have done: "no serious action has been taken on the part of X"."""
    words, tokens = claim_verbs(), text.tokens
    noun = next((i for i in range(at, min(at + 4, stop)) if tokens[i].lower in words.omitted), None)
    if noun is None:
        return None
    for step in range(noun + 1, min(noun + _REACH, stop - 1)):
        if tokens[step].text in (".", ";", "?"):
            return None
        if tokens[step].lower in ("by", "from") or tuple(t.lower for t in tokens[step : step + 4]) == (
            "on",
            "the",
            "part",
            "of",
        ):
            lead = step + 4 if tokens[step].lower == "on" else step + 1
            while lead < stop and tokens[lead].lower in ("the", "either"):
                lead += 1
            mention = names.at(tokens[lead].start) if lead < stop else None
            if mention is not None and mention.kind in _ACTORS:
                return QuotedAccusation(
                    mention, Span(tokens[at].start, mention.end), "quoted: nothing done by X"
                )
    return None
