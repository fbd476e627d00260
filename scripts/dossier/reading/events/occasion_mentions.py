"""Article to the occasions its sentences report, each time one is told."""

from __future__ import annotations

from itertools import groupby

from dossier.reading.events.occasion_words import occasion_anchors, occasion_words
from dossier.reading.events.occasions import Occasion
from dossier.reading.events.papers import PaperReader
from dossier.reading.events.visits import VisitReader
from dossier.reading.findings import DateFinding
from dossier.reading.names.mentions import Names
from dossier.reading.text.article import Article
from dossier.reading.text.quoted import Quoted
from dossier.reading.text.tokens import Sentence

_MOST = 6
"""Occasions read in one sentence."""


def occasions_in(article: Article, names: Names, dates: tuple[DateFinding, ...]) -> list[Occasion]:
    """Occasions in text order; those planned, wished for or inside quotations are left out."""
    text = article.text
    anchors = occasion_anchors()
    hits = [i for i, token in enumerate(text.tokens) if token.lower in anchors]
    if not hits:
        return []
    visits, papers = VisitReader(article, names, dates), PaperReader(article, names, dates)
    quoted = Quoted(text)
    found: list[Occasion] = []
    for start, group in groupby(hits, key=lambda i: text.sentence_at(text.tokens[i].start).start):
        sentence = text.sentence_at(start)
        if article.kinds[sentence.block] in ("heading", "note", "headline"):
            continue
        for at in list(group)[:_MOST]:
            if not quoted.holds(text.tokens[at].start):
                occasion = _read(visits, papers, sentence, at)
                if occasion is not None:
                    found.append(occasion)
    return found


def _read(visits: VisitReader, papers: PaperReader, sentence: Sentence, at: int) -> Occasion | None:
    """The occasion a token is about, None where it didn't take place or nobody is named."""
    lower, words = visits.text.tokens[at].lower, occasion_words()
    if lower in words.visit_nouns:
        return visits.visit(sentence, at)
    if lower in words.visit_verbs:
        return visits.visited(sentence, at)
    if lower in words.meeting_verbs:
        return visits.met(sentence, at)
    if lower in words.meeting_nouns:
        return visits.meeting(sentence, at)
    if lower in words.conference_nouns:
        return papers.conference(sentence, at)
    return papers.paper(sentence, at)
