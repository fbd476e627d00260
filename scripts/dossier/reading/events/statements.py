"""Sentences that date a statement apart from the news: "In February, General X said …" to occasions.

What somebody says on the days the article reports is the article's own matter and no event; a
statement set more than a week before publication is one.
"""

from __future__ import annotations

from datetime import timedelta

from dossier.reading.attribution.namer import Namer
from dossier.reading.attribution.speech_sources import Sources
from dossier.reading.events.incidents import last_day
from dossier.reading.events.occasions import Occasion
from dossier.reading.findings import DateFinding, Span
from dossier.reading.grammar.reporting import frame_of_verb
from dossier.reading.names.mentions import Names
from dossier.reading.text.article import Article

_NEWS = timedelta(days=7)
_FRAMES = frozenset(("statement", "accusation", "warning", "denial", "call", "assessment"))


def dated_statements(article: Article, names: Names, dates: tuple[DateFinding, ...]) -> list[Occasion]:
    """Statements whose sentence opens with a date more than a week before publication."""
    if article.published is None:
        return []
    text = article.text
    news = (article.published - _NEWS).isoformat()
    frames = frame_of_verb()
    sources = Sources(text, names)
    namer = Namer(text, names)
    found: list[Occasion] = []
    for date in dates:
        sentence = text.sentence_at(date.start)
        if text.token_at(date.start) > sentence.first + 1 or last_day(date.edtf) >= news:
            continue
        if article.kinds[sentence.block] in ("heading", "note", "headline"):
            continue
        for at in range(sentence.first, min(sentence.stop, sentence.first + 40)):
            if frames.get(text.tokens[at].lower) not in _FRAMES:
                continue
            source = sources.claimant_of(sentence, at)
            named = namer.of(source) if source is not None else None
            if named is not None and named.known:
                token = text.tokens[at]
                found.append(
                    Occasion(
                        type="statement",
                        label="Statement",
                        sentence=sentence,
                        trigger=Span(token.start, token.end),
                        people=(("speaker", named),),
                        date=date,
                    )
                )
                break
    return found
