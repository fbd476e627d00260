"""A quotation within what somebody is reported to say, to who says it: by the parse, where no sieve speaks.

"Lee said the plan, “a gift to the rich”, would fail": no cue stands beside the words, but the clause is all
Lee's, and so are they.
"""

from __future__ import annotations

from dossier.reading.attribution.attributions import Attributions
from dossier.reading.attribution.sources import quotes_another
from dossier.reading.grammar.dependents import is_passive
from dossier.reading.grammar.extents import extent, phrase_of
from dossier.reading.grammar.noun_classes import has_a_say
from dossier.reading.grammar.noun_phrases import Phrase
from dossier.reading.parse import Parses
from dossier.reading.quotes.attribution import Attribution
from dossier.reading.quotes.passages import Passage
from dossier.reading.quotes.shown import telling
from dossier.reading.text.tokens import Text
from dossier.reading.tree import Word

_KINDS = frozenset(("statement", "denial", "pledge", "warning", "accusation"))


def within_report(text: Text, parses: Parses, reports: Attributions, passage: Passage) -> Attribution | None:
    """The attribution of a quotation that is a part of somebody's reported clause; None where it is none.

    Only by the one report that holds it: of two, one within the other, it is open whose words are quoted.
    """
    start, end = passage.quotation.inner
    tree = parses.around(start)
    first = next((w for w in tree.words if w.start >= start), None) if tree is not None else None
    if tree is None or first is None or first.start >= end:
        return None
    over = telling(reports.of(tree), passage.quotation.inner)
    if len(over) != 1 or over[0].kind not in _KINDS or not over[0].holds(first):
        return None
    source, cue = over[0].source, over[0].cue
    if source is None or quotes_another(cue) or (source.pos == "NOUN" and not has_a_say(source)):
        return None
    if start <= cue.start < end or start <= source.start < end:
        return None
    if cue.tag == "VBG" and cue.head.dep == "relcl" and is_passive(cue.head):
        return None  # "said Lee, whose aide was sacked, adding: “…”"
    if start < cue.start and any(c not in first.ancestors() for c in cue.all("ccomp") if c.start > end):
        return None  # "“…,” Lee said Holt had told her": what Lee said stands behind
    if source.dep == "appos" and source.head.pos == "PROPN":
        source = source.head  # "Lee, now the mayor, who said"
    held = cue.child("dobj")
    if over[0].kind == "denial" and held is not None and (first is held or held in first.ancestors()):
        return None  # "rejecting any charge of a “racket”": whoever made it said so
    at = text.token_at(cue.start)
    return Attribution(_whole(text, source), (at, at + 1), "within_report")


def _whole(text: Text, source: Word) -> Phrase:
    """A source with what stands behind it: "the former minister of state"."""
    phrase, whole = phrase_of(text, source), extent(source)
    if source.pos == "PROPN":
        return phrase
    return phrase._replace(stop=text.token_at(whole.end - 1) + 1)
