"""What was published last, and what of it the seeds no longer say."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from pydantic import ValidationError

from dossier.assembly.changes import Changed, changed_sentences, digests_of
from dossier.assembly.verify import DATA_FILE
from dossier.errors import DossierError, Problem
from dossier.exports.linked import without_head
from dossier.model import Dossier
from dossier.reading.text.article import Article
from dossier.seeds.articles import load_document
from dossier.seeds.door import list_folder

_KEPT = b'"sentences": ['
_SENTENCES = re.compile(
    rb'"article": "([a-z0-9-]+)",\s+"paragraph": "\w+",\s+"start": \d+,\s+"end": \d+,'
    rb'\s+"digest": "\w+",\s+"sentences": \[([^\]]*)\]'
)
"""A passage as the data have it, up to the digests of its sentences: no text of an article stands before."""
_DIGEST = re.compile(rb"\w+")


def changes_since_published(docs: Path, articles: Iterable[Article]) -> list[Changed]:
    """Changed sentences, with what rested on them; none where nothing readable was published before.

    The data are taken apart only where a digest in them is no longer one of its article's sentences: few
    builds change a sentence that was published.
    """
    articles, path = list(articles), docs / DATA_FILE
    if path.exists() and _all_stand(path.read_bytes(), digests_of(articles)):
        return []
    try:
        return changed_sentences(published(docs), articles)
    except DossierError:
        return []  # a first build, or data of an older shape, which this build writes anew


def _all_stand(data: bytes, present: Mapping[str, Collection[str]]) -> bool:
    """Whether every sentence that the bytes of a file of data name is one of its article's."""
    found = _SENTENCES.findall(data)
    return len(found) == data.count(_KEPT) and all(
        digest.decode() in present[id]
        for article, digests in found
        if (id := article.decode()) in present
        for digest in _DIGEST.findall(digests)
    )


def published(docs: Path) -> Dossier:
    """The dossier that was published last.

    Raises DossierError when there is none that can be read.
    """
    path = docs / DATA_FILE
    if not path.exists():
        found, expected = "there is no data yet", "the data a build writes; run dossier build"
        raise DossierError([Problem(file=str(path), found=found, expected=expected)])
    return read_data(path.read_text(encoding="utf-8"), str(path))


def read_data(data: str, file: str) -> Dossier:
    """The dossier in the text of a file of data.

    Raises DossierError when it is none of this shape.
    """
    try:
        return Dossier.model_validate(without_head(json.loads(data)))
    except (ValidationError, ValueError) as error:
        found = f"not a dossier: {str(error).splitlines()[0]}"
        expected = "the data a build writes"
        raise DossierError([Problem(file=file, found=found, expected=expected)]) from error


def published_problems(seeds: Path, docs: Path, made: Iterable[Article] = ()) -> list[Problem]:
    """Sentences that the published data rests on and the articles no longer have.

    Articles are read without their checksum, so that a changed one names each fact it broke; a private text
    that is not here is as it was `made`.
    """
    try:
        before = published(docs)
    except DossierError as error:
        return error.problems
    articles = {article.id: article for article in made if article.mask is not None}
    for seed in list_folder(seeds).articles:
        try:
            article = load_document(seed).article
        except DossierError:
            continue  # load_seeds reports the same file with the same words
        articles[article.id] = article
    missing = sorted({passage.article for passage in before.evidence} - set(articles))
    return [
        *(_unseeded(str(docs / DATA_FILE), article) for article in missing),
        *(
            _changed(str(seeds / f"{each.article}.md"), each)
            for each in changed_sentences(before, articles.values())
        ),
    ]


def _unseeded(file: str, article: str) -> Problem:
    return Problem(
        file=file,
        where=f"articles: {article}",
        found="it is not among the seeds",
        expected="the articles that the published data cites; run dossier build and review the change",
    )


def _changed(file: str, changed: Changed) -> Problem:
    facts = ", ".join(changed.facts)
    return Problem(
        file=file,
        where=f"¶{changed.paragraph}",
        found=f"the sentence of “{changed.shown}” has changed, and these rest on it: {facts}",
        expected="the sentence as it was read; run dossier build and review the change",
    )
