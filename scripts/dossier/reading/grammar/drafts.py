"""What is only laid down or dated ahead in the present tense, as if it were done.

"Under the draft, Lesk expels the envoy", "the timetable has the army leaving", "she speaks next Friday".
"""

from __future__ import annotations

from dossier.reading.grammar.governors import governing_words
from dossier.reading.tree import Word

_PRESENT = ("VBZ", "VBP", "VBG")


def to_come_by(verb: Word) -> Word | None:
    """The words by which what is told in the present need not have come yet."""
    return laid_down_by(verb) or dated_ahead(verb)


def laid_down_by(verb: Word) -> Word | None:
    """The paper by which something is to be: "under the draft, Lesk expels it", "the plan has it leaving"."""
    drafts = governing_words().drafts
    over = verb.head
    if over.lemma == "have" and over is not verb and verb.tag == "VBG" and verb.dep in ("ccomp", "acl"):
        return next((s for s in over.all("nsubj") if s.lemma.lower() in drafts), None)
    if not _is_present(verb):
        return None
    under = (link for link in verb.all("prep") if link.lower == "under" and link.index < verb.index)
    return next((n for link in under for n in link.all("pobj") if n.lemma.lower() in drafts), None)


def dated_ahead(verb: Word) -> Word | None:
    """The words that date ahead what is told in the present: "next Friday", "tomorrow"."""
    if not _is_present(verb):
        return None
    words = governing_words()
    for when in verb.all("npadvmod", "advmod"):
        if when.lower in words.days_to_come or any(c.lower in words.ahead for c in when.children):
            return when
    return None


def _is_present(verb: Word) -> bool:
    """Whether a verb's clause tells it in the present, with no auxiliary but "is"."""
    first = next((c for c in verb.children if c.dep in ("aux", "auxpass")), None)
    lead = verb if first is None else first
    return lead.tag in _PRESENT and (first is None or first.lemma == "be")
