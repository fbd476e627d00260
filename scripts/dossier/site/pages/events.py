"""The page of an event."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.facts import Fact, WhereRef, value_of
from dossier.model import Casualties, Claim, Event, Quote, ReportedDate
from dossier.site.pages import claim_leads, event_leads, wording
from dossier.site.pages.across import outlet
from dossier.site.pages.document import Chip, Inline, Note, Page, Paragraph, Row, Section, Table, Words
from dossier.site.pages.frame import (
    claim_line,
    claims_with_words,
    external_ids,
    heading_row,
    infobox,
    lead,
    listing,
    quoted,
    record_page,
    row,
    section,
    worded,
)
from dossier.site.pages.linker import Linker
from dossier.site.pages.relations import relation_lines
from dossier.site.pages.told import NOT_JUDGED, dated
from dossier.site.pages.when import by_date


def event_page(linker: Linker, event: Event) -> Page:
    """The page of one event: what, when, where, casualties as worded, then who says who did it."""
    catalogue = linker.catalogue
    claims = [claim for claim in catalogue.naming_of(event.id, Claim) if value_of(claim.about) == event.id]
    who = [claim for claim in claims if claim.kind.value in claim_leads.ABOUT_RESPONSIBILITY]
    others = [claim for claim in claims if claim.kind.value not in claim_leads.ABOUT_RESPONSIBILITY]
    made = [claim for claim in event_leads.claims_made_at(linker, event) if claim not in claims]
    naming = catalogue.naming_of(event.id, Quote)
    quotes = [quote for quote in naming if value_of(quote.occasion) == event.id]
    about = [
        quote
        for quote in naming
        if quote not in quotes and any(topic.value == event.id for topic in quote.about)
    ]
    said, quotes = claims_with_words(linker, made, quotes)
    return record_page(
        linker,
        event,
        kind=event.type.value,
        blocks=[
            *lead(linker, event, event.type, event.description),
            infobox(event.title.value, _facts(linker, event)),
        ],
        sections=[
            _who_says(linker, event, who),
            section(
                "other-claims", "Other claims", listing([claim_line(linker, c) for c in others], "claims")
            ),
            section(
                "said-there",
                "Said on this occasion",
                listing(said, "claims"),
                *quoted(linker, quotes),
            ),
            section("said-about", "Said about", *quoted(linker, about)),
            *_beside(linker, event),
            section("relations", "Relations", listing(relation_lines(linker, event.id), "relations")),
        ],
    )


def _beside(linker: Linker, event: Event) -> Iterator[Section | None]:
    """Other events by how they stand to this one: its parts, what came before or after it, who names it."""
    parts: list[Inline] = []
    after: list[Inline] = []
    rest: list[Inline] = []
    for other in by_date(linker.catalogue.naming_of(event.id, Event)):
        is_part, follows = value_of(other.part_of) == event.id, value_of(other.follows) == event.id
        (parts if is_part else after if follows else rest).append(dated(linker, other))
    came_before = linker.catalogue.records.get(value_of(event.follows) or "")
    before = [dated(linker, came_before)] if isinstance(came_before, Event) else []
    yield section("parts", "Parts", listing(parts, "events"))
    yield section("before", "What came before it", listing(before, "events"))
    yield section("after", "What came after it", listing(after, "events"))
    yield section("named-by", "Other events that name it", listing(rest, "events"))


def _facts(linker: Linker, event: Event) -> Iterator[Row | None]:
    yield heading_row(linker, "Title", event.title)
    type = event.type.value
    yield row("Kind", linker.kind(event.type, Chip(kind=type, text=wording.event_type(type))))
    yield from _dates(linker, event)
    if event.place:
        yield row("Where", *(_place(linker, event, place) for place in (event.place, *event.further_places)))
    yield row(
        "Involved",
        *(
            linker.fact(each, linker.named(each.value.actor), wording.role_after(each.value.role))
            for each in event.participants
        ),
    )
    yield row(
        "Casualties as worded", *(_casualties(linker, event, casualty) for casualty in event.casualties)
    )
    yield row("Purpose", *worded(linker, event.purpose))
    yield row("Came after", *worded(linker, event.after))
    yield row("Why, as reported", *worded(linker, event.reasons))
    yield row("About", *worded(linker, event.topics))
    if event.part_of:
        yield row("Part of", linker.fact(event.part_of, linker.named(event.part_of.value)))
    if event.follows:
        yield row("Follows", linker.fact(event.follows, linker.named(event.follows.value)))
    yield external_ids(linker, event)


def _dates(linker: Linker, event: Event) -> Iterator[Row | None]:
    """The date as reported, and as resolved with its rule."""
    if event.date is None:
        yield row("When", ("no date found",))
        return
    date = event.date.value
    rule = date.rule.rstrip(".") or wording.wording().date_bases[date.basis]
    note = Note(text=f"{wording.sentence_case(rule)}.")
    resolved = (f"{wording.when(event.date)} ", note)
    if date.basis == "inferred":  # from words that are no date: "two-day"
        yield row("When", linker.fact(event.date, *resolved))
    else:
        yield row("When, as reported", _worded(linker, event, event.date))
        yield row("When, resolved", resolved)
    yield row(
        "When, in other articles", *(_other_date(linker, event, other) for other in event.further_dates)
    )


def _worded(linker: Linker, event: Event, date: Fact[ReportedDate]) -> Inline:
    """A date in the article's words."""
    return linker.fact(date, Words(text=date.value.as_reported), outlet(linker, event, date))


def _other_date(linker: Linker, event: Event, date: Fact[ReportedDate]) -> Inline:
    """The same, and what it resolves to."""
    return *_worded(linker, event, date), ": ", wording.when(date)


def _place(linker: Linker, event: Event, place: Fact[WhereRef]) -> Inline:
    return linker.fact(place, linker.named(place.value), outlet(linker, event, place))


def _casualties(linker: Linker, event: Event, fact: Fact[Casualties]) -> Inline:
    casualty = fact.value
    group = casualty.group if casualty.group and casualty.group not in casualty.as_reported else None
    whom = f" ({group})" if group else ""
    said = _bounds(casualty)
    bounds = f", {said}" if said else ""
    return linker.fact(
        fact, f"{casualty.kind}: “{casualty.as_reported}”{whom}{bounds}{outlet(linker, event, fact)}"
    )


def _bounds(casualty: Casualties) -> str:
    """The bounds that the words give where they have no number; none that they don't give."""
    low, high = casualty.min, casualty.max
    if _tells_number(casualty.as_reported, low if low is not None else high):
        return ""
    if low is None and high is None:
        return "no number given"
    if low == high:
        return f"that is {low}"
    if high is None:
        return f"that is {low} or more"
    if low is None:
        return f"that is {high} or fewer"
    return f"that is {low} to {high}"


def _tells_number(words: str, number: int | None) -> bool:
    """Whether words for a count have the number itself, in figures or as a word."""
    found = words.replace(",", "").lower().split()
    numbers = wording.wording().numbers
    return number is not None and any(word == str(number) or numbers.get(word) == number for word in found)


def _who_says(linker: Linker, event: Event, claims: list[Claim]) -> Section | None:
    if not claims:
        return None
    head = ("Who says so", "Of whom", "Kind", "Wording in the article", "Paragraph")
    rows = [_claim_row(linker, event, claim) for claim in claims]
    filled = [column for column in range(len(head)) if any(row[column] for row in rows)]
    table = Table(
        caption="Claims about responsibility, in the order of the article",
        head=tuple(head[column] for column in filled),
        rows=tuple(tuple(row[column] for column in filled) for row in rows),
        style="who-says",
    )
    note = Paragraph(parts=(NOT_JUDGED,), style="note")
    return section("who-says", "Who says who did it", note, table)


def _claim_row(linker: Linker, event: Event, claim: Claim) -> tuple[Inline, ...]:
    claimant, of, kind = value_of(claim.claimant), value_of(claim.target), claim.kind.value
    target: Inline = (linker.named(of, value_of(claim.target_as_reported)),)
    if kind in ("responsibility_claimed", "denial") and of in (None, claimant):
        target = ("itself",)
    return (
        (linker.named(claimant, claim.claimant_as_reported.value),),
        target if target != ("",) else ("not named",),
        (linker.link(claim.id, wording.wording().claim_kinds[kind]),),
        (Words(text=claim.wording_as_reported.value),) if wording.says_more_than_its_kind(claim) else (),
        (*linker.marks(claim.evidence), outlet(linker, event, claim.wording_as_reported)),
    )
