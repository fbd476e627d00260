"""When, where, to whom and on what occasion something was said, as facts of a quotation or claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dossier.assembly.origins import Readers, read
from dossier.assembly.saying import led_to
from dossier.facts import Attribution, EvidenceRef, Fact
from dossier.reading.findings import DeliveryFinding, Span

if TYPE_CHECKING:
    from dossier.assembly.desk import Desk


def delivered(
    desk: Desk,
    found: DeliveryFinding | None,
    source: Span | None,
    *,
    by: Readers,
    told_by: tuple[Attribution, ...] = (),
) -> dict[str, Fact[Any]]:
    """The fields that tell how something was said, each with the words of cue and source beside its own."""
    if found is None:
        return {}
    home = desk.source.article.text.sentence_at(found.cue.start)
    beside = source if source is not None and home.start <= source.start and source.end <= home.end else None

    def says(words: Span) -> tuple[EvidenceRef, ...]:
        return desk.saying([found.cue], beside, led_to(desk.source.article.text, words, 1))

    fields: dict[str, Fact[Any]] = {}
    day, where = desk.reported_date(found.day, [found.cue]), desk.place(found.place)
    if day is not None and found.day is not None:
        cited = says(Span(found.day.start, found.day.end))
        fields["said_on"] = day.model_copy(update={"evidence": cited, "according_to": told_by})
    if where is not None and found.place_span is not None:
        fields["said_in"] = read(where, *says(found.place_span), by=by, according_to=told_by)
    for field, words in (("said_to", found.to), ("said_at", found.occasion)):
        if words is not None:
            fields[field] = read(desk.slice(words), *says(words), by=by, according_to=told_by)
    return fields
