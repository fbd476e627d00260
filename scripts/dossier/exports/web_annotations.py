"""The passages of the articles as W3C Web Annotations: what rests on which words.

Each annotation links a passage of an article with the pages of the records that rest on it. A long passage is
given by its first and last words. The annotations say nothing of their own.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from dossier.exports.as_json import as_json
from dossier.exports.heading import Heading
from dossier.exports.tables import page_of
from dossier.facts import cited
from dossier.model import Article, Dossier, Evidence

ANNOTATIONS = "data/annotations.jsonld"
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def export(dossier: Dossier, heading: Heading) -> dict[str, bytes]:
    """`data/annotations.jsonld`: one collection, one page, an annotation for each passage that is cited."""
    here = f"{heading.address or ''}{ANNOTATIONS if heading.address else ''}"
    root = heading.address or "../"
    articles = {article.id: article for article in dossier.articles}
    bodies: dict[str, list[str]] = defaultdict(list)
    for record in dossier.records():
        for id in dict.fromkeys(cited(record)):
            bodies[id].append(f"{root}{page_of(record)}")
    items = [
        {
            "id": f"{here}#{passage.id}",
            "type": "Annotation",
            "motivation": "linking",
            "body": bodies[passage.id],
            "target": _target(passage, articles[passage.article], root),
        }
        for passage in dossier.evidence
        if bodies[passage.id]
    ]
    collection = {
        "@context": _CONTEXT,
        "id": f"{here}#collection",
        "type": "AnnotationCollection",
        "label": f"{heading.title}: the passages that its statements rest on",
        **({"rights": heading.licence} if _is_address(heading.licence) else {}),
        "total": len(items),
        "first": {"id": f"{here}#page", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return {ANNOTATIONS: as_json(collection)}


def _is_address(text: str | None) -> bool:
    return bool(text and text.startswith(("http://", "https://")))


def _target(passage: Evidence, article: Article, root: str) -> dict[str, Any]:
    """The passage in the original, or, where that has no address, in the article's outline here."""
    return {
        "type": "SpecificResource",
        "source": article.url or f"{root}articles/{article.id}/",
        **_state(article),
        "selector": [
            *_by_words(passage),
            {"type": "TextPositionSelector", "start": passage.start, "end": passage.end},
        ],
    }


def _state(article: Article) -> dict[str, Any]:
    """Where a copy of the original is kept, and the day it was made; nothing where none is known."""
    copy = article.archivedAt
    if copy is None:
        return {}
    made = {"sourceDate": f"{copy.date}T00:00:00Z"} if copy.date else {}
    return {"state": {"type": "TimeState", "cached": copy.url, **made}}


def _by_words(passage: Evidence) -> list[dict[str, Any]]:
    """A selector of the words themselves, or of where they begin and end; none where none are shown."""
    around = {
        name: words
        for name, words in (("prefix", passage.prefix), ("suffix", passage.suffix))
        if words is not None
    }
    if passage.exact is not None:
        return [{"type": "TextQuoteSelector", "exact": passage.exact, **around}]
    if passage.first is None or passage.last is None:
        return []
    # what ends a range stands behind it: the place after the last words
    return [
        {
            "type": "RangeSelector",
            "startSelector": {"type": "TextQuoteSelector", "exact": passage.first},
            "endSelector": {"type": "TextQuoteSelector", "exact": "", "prefix": passage.last},
        }
    ]
