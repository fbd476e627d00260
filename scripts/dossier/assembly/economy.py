"""How sparing a dossier is with an article's words, from generous to spare."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.assembly.evidence import MAX_EXCERPT_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Economy:
    """How sparing a dossier is with an article's words outside quotations."""

    anchor_words: int
    """Words cited for the existence of an event or agreement; its parts cite their own."""
    claim_words: int
    """Words cited for what a claim says."""
    claims_left_out: frozenset[str] = frozenset()
    """Kinds of claims left out unless an editor's entry is about them."""
    every_mention: bool = True
    """Whether a name is cited in each paragraph that has it, or only where other passages hold it."""


_OPINIONS = frozenset({"statement", "assessment"})
_ASIDE = _OPINIONS | {"call", "warning", "pledge"}
_DISPUTES = _ASIDE | {"accusation", "denial"}
ECONOMIES = (
    Economy(anchor_words=8, claim_words=MAX_EXCERPT_WORDS),
    Economy(anchor_words=6, claim_words=12, claims_left_out=frozenset({"statement"})),
    Economy(anchor_words=6, claim_words=10, claims_left_out=_OPINIONS),
    Economy(anchor_words=4, claim_words=10, claims_left_out=_OPINIONS, every_mention=False),
    Economy(anchor_words=2, claim_words=8, claims_left_out=_ASIDE, every_mention=False),
    Economy(anchor_words=2, claim_words=6, claims_left_out=_DISPUTES, every_mention=False),
)
"""From the most generous to the sparest: a build takes the first that keeps within the limits.

The sparest keeps who is said to have done an act of violence, and leaves other claims to an editor.
"""
