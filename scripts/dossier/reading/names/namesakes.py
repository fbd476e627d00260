"""Whether a bare surname leaves open which of several people of that name it means."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.reading.findings import Span
from dossier.reading.names.entries import Entry
from dossier.reading.text.article import Article

_MAIN = 4
"""Times as often as all namesakes a person must have been named to be the one an article is about."""
_APART = 2
"""Paragraphs behind a namesake's last mention from where the main person is meant again."""


def is_open(article: Article, bearers: Sequence[Entry], chosen: Entry, start: int) -> bool:
    """Whether a surname at `start` may mean another of its bearers than the one chosen.

    It means the only one named so far, and later on whoever it meant before a namesake came. It is open in
    the sentence that names a namesake and the next one, and as long as a namesake was the last to be named,
    but for a passing mention beside a main person.
    """
    text = article.text
    before = {id(e): sorted(m for m in e.mentions if m.start < start) for e in bearers}
    named = [e for e in bearers if before[id(e)]]
    if not named:
        return len(bearers) > 1
    others = sorted(m for e in named if e is not chosen for m in before[id(e)])
    if not others:
        return False
    own = before[id(chosen)]
    if not own or not any(_is_bare(article, m) for m in own if m.start < others[0].start):
        return True
    last = others[-1].start
    if text.sentence_at(last).stop >= text.sentence_at(start).first:
        return True
    if own[-1].start > last:
        return False
    main = len(own) >= _MAIN * len(others)
    return not (main and text.block_at(start) - text.block_at(last) >= _APART)


def _is_bare(article: Article, mention: Span) -> bool:
    """Whether a mention is the surname alone, beneath the headline."""
    text = article.text
    return article.kinds[text.block_at(mention.start)] != "headline" and " " not in text.slice(mention)
