"""The readings of an article to one: our rules' with what gate and review let in of other readers'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dossier.assembly.gating import Fallen
from dossier.readers.judging import Judged, Judging
from dossier.readers.merging import Difference, agrees, merged, read_by, told_at, with_names
from dossier.readers.retelling import retold
from dossier.readers.review import SECTIONS, Reviewing, Waiting
from dossier.reading.findings import OURS, Findings
from dossier.reading.text.article import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """What stands of all readings of an article, and what doesn't yet."""

    findings: Findings
    waiting: tuple[Waiting, ...] = ()
    differences: tuple[Difference, ...] = ()
    fallen: tuple[Fallen, ...] = ()
    """What was let in once and the gate refuses now."""
    others: tuple[Findings, ...] = ()
    """What the gate lets in of each other reader, as that reader has it."""


def laid(article: Article, ours: Findings, theirs: Sequence[tuple[str, Findings]], asks: Reviewing) -> Laid:
    """The findings that stand; `theirs` by reader, in the order of their names."""
    if asks.review == "strict":
        judging = Judging(article, ours)
        whole, waiting = _standing(ours, judging, asks, OURS)
    else:
        whole, waiting = ours, []
    mine = whole  # what waits of ours is no reason to let in who says the same
    told: list[Difference] = []
    fallen: list[Fallen] = []
    others: list[Findings] = []
    for reader, read in theirs:
        judging = Judging(article, with_names(ours, read), proven=ours)
        sound = _sound(read, ours, judging, reader, fallen)
        others.append(sound)
        standing, asked = _standing(sound, judging, asks, (reader,), known=mine)
        waiting += asked
        whole, differences = merged(whole, standing, reader)
        told += differences
    return Laid(
        findings=whole,
        waiting=tuple(_once(waiting)),
        differences=tuple(told),
        fallen=tuple(fallen),
        others=tuple(others),
    )


def _once(waiting: Sequence[Waiting]) -> Iterator[Waiting]:
    """What waits, each once: what several readers say alike with all of them."""
    by_digest: dict[str, Waiting] = {}
    for each in waiting:
        known = by_digest.get(each.digest)
        readers = (*known.readers, *each.readers) if known else each.readers
        by_digest[each.digest] = replace(known or each, readers=tuple(dict.fromkeys(readers)))
    yield from by_digest.values()


def told_of_readings(readings: Sequence[Laid]) -> Iterator[str]:
    """Lines for a report: what other readers' findings came to, and how much waits for an editor."""
    fallen = [each for reading in readings for each in reading.fallen]
    differ = [each for reading in readings for each in reading.differences]
    waiting = sum(len(reading.waiting) for reading in readings)
    yield from (f"fell in {each.article}: {each}" for each in fallen)
    yield from (f"readers differ in {each.article}: {each}" for each in differ)
    if waiting:
        yield f"{waiting} findings wait for an editor’s yes (dossier desk)"


_NAMED = ("actors", "places")


def _sound(read: Findings, ours: Findings, judging: Judging, reader: str, fallen: list[Fallen]) -> Findings:
    """Another reader's findings without those that the gate refuses."""
    kept: dict[str, list[Any]] = {}
    for section in SECTIONS:
        kept[section] = []
        for found in getattr(read, section):
            judged = Judged("holds") if agrees(ours, section, found) else judging(found)
            if judged.answer != "does not":
                kept[section].append(retold(found, reader) if found not in getattr(ours, section) else found)
                continue
            kept[section].append(None)
            fallen.append(
                Fallen(
                    article=read.id,
                    what=f"{section.rstrip('s')} of {reader}",
                    words=_words(judging.article, section, found),
                    at=told_at(section, found),
                    answer="does not",
                    reasons=judged.reasons,
                )
            )
    return _without_gaps(read, kept)


def _standing(
    read: Findings, judging: Judging, asks: Reviewing, readers: tuple[str, ...], known: Findings | None = None
) -> tuple[Findings, list[Waiting]]:
    """The findings that need not wait, and those that do; what `known` has as well need not.

    Of a name of our own that is not doubtful only its roles wait.
    """
    kept: dict[str, list[Any]] = {}
    waiting = []
    for section in SECTIONS:
        kept[section] = []
        for found in getattr(read, section):
            same = known is not None and agrees(known, section, found)
            asked = None if same else asks.waits(section, read_by(found, readers), judging(found))
            if asked is None and section in _NAMED and found.name in asks.unsure:
                found = replace(found, belief=1.0)  # by an editor's yes
            bare = known is None and section in _NAMED and found.name not in asks.unsure
            kept[section].append(found if asked is None else replace(found, roles=()) if bare else None)
            waiting += [asked] if asked is not None else []
    return _without_gaps(read, kept), waiting


def _without_gaps(read: Findings, kept: dict[str, list[Any]]) -> Findings:
    """The findings without those that are None; each claim still about its event."""
    numbers: dict[int, int] = {}
    for number, event in enumerate(kept["events"]):
        if event is not None:
            numbers[number] = len(numbers)
    claims = [
        replace(c, event=numbers.get(c.event) if c.event is not None else None)
        for c in kept["claims"]
        if c is not None
    ]
    sections: dict[str, Any] = {name: tuple(_solid(each)) for name, each in kept.items()}
    return replace(read, **{**sections, "claims": tuple(claims)})


def _solid(found: Sequence[Any]) -> Iterator[Any]:
    return (each for each in found if each is not None)


def _words(article: Article, section: str, found: Any) -> str:
    return article.text.slice(told_at(section, found))
