"""Sentences that date a statement apart from the news: "In February, General X said …" to occasions.

What somebody says on the days the article reports is the article's own matter and no event; a
statement set more than a week before publication is one.
"""

from __future__ import annotations

from datetime import timedelta

from dossier.reading.attribution.attributions import Attributions
from dossier.reading.attribution.namer import Named
from dossier.reading.attribution.naming import named
from dossier.reading.attribution.scene import Scene
from dossier.reading.events.incidents import last_day
from dossier.reading.events.occasions import Occasion

_NEWS = timedelta(days=7)
_KINDS = frozenset(("statement", "accusation", "warning", "denial", "call", "assessment"))


def dated_statements(scene: Scene, attributions: Attributions) -> list[Occasion]:
    """Statements whose sentence opens with a date more than a week before publication."""
    article, text = scene.article, scene.article.text
    if article.published is None:
        return []
    news = (article.published - _NEWS).isoformat()
    found: list[Occasion] = []
    for date in scene.dates:
        sentence = text.sentence_at(date.start)
        if text.token_at(date.start) > sentence.first + 1 or last_day(date.edtf) >= news:
            continue
        tree = scene.parses.of(sentence)
        told = attributions.of(tree) if tree is not None else []
        for attribution in told:
            if attribution.kind not in _KINDS or attribution.source is None:
                continue
            who = named(scene, attribution.source)
            if who.known:
                found.append(
                    Occasion(
                        type="statement",
                        label="Statement",
                        sentence=sentence,
                        trigger=attribution.cue.span,
                        people=(("speaker", Named(who.name, who.span, True)),),
                        date=date,
                    )
                )
                break
    return found
