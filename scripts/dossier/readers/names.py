"""Whom words of the article name, by the names that are known of it: ours and the reader's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dossier.reading.findings import NameFinding, Span


class Names:
    """The names of an article and where each stands."""

    def __init__(self, found: Iterable[NameFinding]) -> None:
        self._found = tuple(found)
        self._by_name = {each.name: each for each in reversed(self._found)}

    def __contains__(self, name: str) -> bool:
        return name in self._by_name

    def at(self, span: Span) -> str | None:
        """The one name that these words hold or are part of; None where they hold none, or several."""
        names = {f.name for f in self._found if any(_touch(m, span) for m in f.mentions)}
        return names.pop() if len(names) == 1 else None

    def stands_at(self, name: str, span: Span) -> bool:
        """Whether these words hold a mention of the name."""
        found = self._by_name.get(name)
        return found is not None and any(_touch(m, span) for m in found.mentions)

    def called(self, name: str) -> NameFinding | None:
        """What is known of a name."""
        return self._by_name.get(name)


def overlapping(one: Sequence[Span], other: Sequence[Span]) -> bool:
    """Whether two names stand on some of the same words."""
    return any(a.start < b.end and b.start < a.end for a in one for b in other)


def _touch(mention: Span, span: Span) -> bool:
    return (span.start <= mention.start and mention.end <= span.end) or (
        mention.start <= span.start and span.end <= mention.end
    )
