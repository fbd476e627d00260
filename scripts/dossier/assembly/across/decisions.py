"""An editor's decisions to pairs of records: which passages tell of one, and which of two."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dossier.assembly.across.clusters import Pair
from dossier.editing.curation import Authorities, Told
from dossier.editing.nearest import did_you_mean, nearest_words
from dossier.editing.sources import Source, find_words
from dossier.errors import Problem
from dossier.reading.findings import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Decisions:
    """What an editor decided, and where it is looked up; what is wrong with it goes to `problems`."""

    authorities: Authorities
    file: str
    sources: Sequence[Source]
    problems: list[Problem]

    def about(
        self, sections: Sequence[str], records: Sequence[T], stands: Callable[[T], Iterable[tuple[str, Span]]]
    ) -> dict[str, list[Pair]]:
        """Pairs of places in the list of records, under `same` and `different`.

        `stands` gives the passages that tell of a record, each with the id of its article. A decision about
        an article that is not among the seeds waits for it.
        """
        entries = {"same": self.authorities.same, "different": self.authorities.different}
        pairs: dict[str, list[Pair]] = {"same": [], "different": []}
        if not any(entries.values()):
            return pairs
        sources = {source.article.id: source for source in self.sources}
        told: dict[str, list[tuple[Span, int]]] = {}
        for number, record in enumerate(records):
            for article, span in stands(record):
                told.setdefault(article, []).append((span, number))
        for key, decisions in entries.items():
            for index, entry in enumerate(decisions):
                if entry.section not in sections or any(
                    side.article not in sources for side in entry.between
                ):
                    continue
                one, other = (
                    self._record(
                        side,
                        sources[side.article],
                        told.get(side.article, ()),
                        f"{key}[{index}].between[{n}]",
                    )
                    for n, side in enumerate(entry.between)
                )
                if one is not None and other is not None:
                    pairs[key].append((min(one, other), max(one, other)))
        for pair in set(pairs["same"]) & set(pairs["different"]):
            found = "the same two records are said to be one and to be two"
            expected = "one decision for each two records"
            self.problems.append(
                Problem(file=self.file, where="same, different", found=found, expected=expected)
            )
            pairs["different"].remove(pair)
        return pairs

    def _record(self, side: Told, source: Source, told: Sequence[tuple[Span, int]], where: str) -> int | None:
        """The one record that these words of the article tell of."""
        stands = find_words(source.article, side.words, side.paragraph)
        found = {n for span, n in told for s in stands if s.start <= span.start and span.end <= s.end}
        found = found or {n for span, n in told for s in stands if s.start < span.end and span.start < s.end}
        if len(found) == 1:
            return found.pop()
        what = f"{len(found)} records" if found else ("nothing that was found" if stands else "nothing")
        self.problems.append(
            Problem(
                file=self.file,
                where=where,
                found=f"“{side.words}” tells of {what} in {side.article}",
                expected="exact words of the article that name one record"
                + ("" if stands else did_you_mean(nearest_words([source.article], side.words))),
                example="- {article: ferry-raid, words: Mayor Ana Novak}",
            )
        )
        return None
