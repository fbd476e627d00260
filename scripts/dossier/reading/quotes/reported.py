"""A quotation within what somebody is reported to say, to who says it: by the parse, where no sieve speaks.

"Lee said the plan, “a gift to the rich”, would fail": no cue stands beside the words, but the clause is all
Lee's, and so are they.
"""

from __future__ import annotations

from dossier.reading.attribution.attributions import attributions_in
from dossier.reading.grammar.extents import phrase_of
from dossier.reading.parse import Parses
from dossier.reading.quotes.attribution import Attribution
from dossier.reading.quotes.passages import Passage
from dossier.reading.text.tokens import Text

_KINDS = frozenset(("statement", "denial", "pledge", "warning", "accusation", "assessment"))


def within_report(text: Text, parses: Parses, passage: Passage) -> Attribution | None:
    """The attribution of a quotation that is a part of somebody's reported clause; None where it is none.

    Only by the one report that holds it: of two, one within the other, it is open whose words are quoted.
    """
    start, end = passage.quotation.inner
    tree = parses.of(text.sentence_at(start))
    first = next((w for w in tree.words if w.start >= start), None) if tree is not None else None
    if tree is None or first is None or first.start >= end:
        return None
    over = [
        each
        for each in attributions_in(tree)
        if each.source is not None and each.content.start <= start and end <= each.content.end + 1
    ]
    if len(over) != 1 or over[0].kind not in _KINDS or not over[0].holds(first):
        return None
    source, cue = over[0].source, over[0].cue
    quotes_another = any(c.lemma == "quote" and c.tag == "VBG" for c in cue.all("advcl", "xcomp"))
    if source is None or quotes_another or start <= cue.start < end or start <= source.start < end:
        return None
    if source.dep == "appos" and source.head.pos == "PROPN":
        source = source.head  # "Lee, now the mayor, who said"
    at = text.token_at(cue.start)
    return Attribution(phrase_of(text, source), (at, at + 1), "within_report")
