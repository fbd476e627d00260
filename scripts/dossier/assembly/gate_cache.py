"""What stands of each article's findings, kept by digest of the article and of all that reads and judges it.

A build reads only what is new or changed. Nothing is lost but time where nothing can be kept.
"""

from __future__ import annotations

import logging
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from pydantic import TypeAdapter, ValidationError

from dossier.assembly.gating import Gated, gated
from dossier.reading.ahead import NAME, Workers, findings_cache
from dossier.reading.digest_cache import digest
from dossier.reading.findings import Span
from dossier.reading.text.article import Article, read_article
from dossier.tables import keep_tables

_LOG = logging.getLogger(__name__)
_GATED = TypeAdapter(Gated)
_FIRST = "Talks\n\nAna Novak, the mayor, said on Friday that two people were killed in a bombing in Tunis."
"""What is read to have the word lists at hand."""


def read_and_gated(
    articles: Iterable[Article],
    yes: Mapping[str, Sequence[Span]] = MappingProxyType({}),
    workers: Workers | None = None,
) -> Iterator[Gated]:
    """What stands of each article's findings, in order: as it was kept, else read now and kept at the end.

    `yes`, by article, is what an editor said yes to. `workers` read while what is kept is unpacked.
    """
    whole = list(articles)
    cache = findings_cache()
    digests = [_digest(article, yes.get(article.id, ())) for article in whole]
    kept = cache.find(digests)
    tasks = [
        (article, tuple(yes.get(article.id, ())))
        for article, key in zip(whole, digests, strict=True)
        if key not in kept
    ]
    read = workers.read(tasks) if workers else iter(())
    known = [_unpacked(kept.get(key)) for key in digests]  # while the workers load the parser and read
    new: dict[bytes, bytes] = {}
    for article, key, found in zip(whole, digests, known, strict=True):
        if found is None:
            packed = _read(read) if key not in kept else None
            found = _unpacked(packed)
            if packed is None or found is None:
                found = _gated(article, yes.get(article.id, ()))
                packed = _packed(found)
            new[key] = packed
        article.text.let_go()
        yield found
    if workers:
        workers.close()
    if new:
        cache.store(new)
        cache.remove_others(f"{NAME}-*")
    cache.touch()


def _read(read: Iterator[bytes]) -> bytes | None:
    """What a worker made of the next article; None where there is none, or no more."""
    try:
        return next(read, None)
    except (EOFError, OSError):
        _LOG.warning("a process that read articles has ended; the others are read without it")
        return None


def _gated(article: Article, yes: Sequence[Span]) -> Gated:
    from dossier.reading.extract import extract_findings  # a fifth of all modules: for whoever reads

    return gated(article, extract_findings(article), yes)


def _packed(found: Gated) -> bytes:
    return zlib.compress(_GATED.dump_json(found))


def read_and_packed(article: Article, yes: Sequence[Span] = ()) -> bytes:
    """What stands of an article's findings, read now, as it is kept."""
    return _packed(_gated(article, yes))


def made_ready() -> None:
    """Loads all that reading an article needs."""
    from dossier.reading.parser import load_parser

    load_parser()
    read_and_packed(read_article(_FIRST, id="first"))
    keep_tables()


def _digest(article: Article, yes: Sequence[Span]) -> bytes:
    """Of everything that the reading and the gate are given."""
    said = (article.id, article.title, article.published, article.publisher, article.author)
    return digest(repr((said, article.kinds, article.dateline, article.text.text, tuple(yes))))


def _unpacked(packed: bytes | None) -> Gated | None:
    if packed is None:
        return None
    try:
        return _GATED.validate_json(zlib.decompress(packed))
    except (ValidationError, zlib.error):
        return None  # cut short
