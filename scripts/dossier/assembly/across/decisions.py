"""An editor's decisions to pairs of records: which passages tell of one, and which of two."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from dossier.assembly.across.clusters import Pair
from dossier.editing.curation import Decision, Told
from dossier.editing.sources import Source, find_words
from dossier.errors import Problem
from dossier.reading.findings import Span

T = TypeVar("T")


def decided(
    decisions: Mapping[str, Sequence[Decision]],
    sections: Sequence[str],
    records: Sequence[T],
    stands: Callable[[T], Sequence[tuple[Source, Span]]],
    sources: Mapping[str, Source],
    file: str,
    problems: list[Problem],
) -> dict[str, list[Pair]]:
    """Pairs of places in the list of records, under `same` and `different`.

    `stands` gives the passages that tell of a record. A decision about an article that is not among the seeds
    waits for it.
    """
    pairs: dict[str, list[Pair]] = {"same": [], "different": []}
    told: dict[str, list[tuple[Span, int]]] = {}
    for number, record in enumerate(records):
        for source, span in stands(record):
            told.setdefault(source.article.id, []).append((span, number))
    for key, entries in decisions.items():
        for index, entry in enumerate(entries):
            if entry.section not in sections or any(side.article not in sources for side in entry.between):
                continue
            found = [
                _record(
                    side,
                    sources[side.article],
                    told.get(side.article, ()),
                    file,
                    f"{key}[{index}].between[{n}]",
                    problems,
                )
                for n, side in enumerate(entry.between)
            ]
            one, other = found
            if one is not None and other is not None:
                pairs[key].append((min(one, other), max(one, other)))
    for pair in set(pairs["same"]) & set(pairs["different"]):
        problems.append(
            Problem(
                file=file,
                where="same, different",
                found="the same two records are said to be one and to be two",
                expected="one decision for each two records",
            )
        )
        pairs["different"].remove(pair)
    return pairs


def _record(
    side: Told,
    source: Source,
    told: Sequence[tuple[Span, int]],
    file: str,
    where: str,
    problems: list[Problem],
) -> int | None:
    """The one record that these words of the article tell of."""
    stands = find_words(source.article, side.words, side.paragraph)
    found = {n for span, n in told for s in stands if s.start <= span.start and span.end <= s.end}
    if len(found) == 1:
        return found.pop()
    what = f"{len(found)} records" if found else ("nothing that was found" if stands else "nothing")
    problems.append(
        Problem(
            file=file,
            where=where,
            found=f"“{side.words}” tells of {what} in {side.article}",
            expected="exact words of the article that name one record",
            example="- {article: ferry-raid, words: Mayor Ana Novak}",
        )
    )
    return None
