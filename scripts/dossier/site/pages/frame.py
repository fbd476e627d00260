"""What every page has besides its subject: where it is mentioned, the story around it, how to cite it."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from hashlib import sha256
from itertools import islice
from typing import Any

from dossier.assembly.aliases import is_spelling
from dossier.facts import EDITOR, Fact, Reported, Sourced, value_of
from dossier.model import Actor, Agreement, Alias, AnyRecord, Claim, Event, Named, Place, Quote, Said
from dossier.site.pages import leads, name_leads, quote_leads, wording
from dossier.site.pages.across import across
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.citation import cite
from dossier.site.pages.composer import plain
from dossier.site.pages.document import (
    Block,
    Infobox,
    Inline,
    Items,
    Link,
    Mark,
    Page,
    Paragraph,
    Part,
    QuoteCard,
    Row,
    Section,
    Words,
)
from dossier.site.pages.linked_data import describe
from dossier.site.pages.linker import Linker
from dossier.site.pages.notices import record_notices
from dossier.site.pages.repeated import told_once

_NEIGHBOURS = 4
_CONTEXT_WORDS = 3
_BACKLINKS = 40
_DESCRIPTION = 250
_CLAIM_WORDS = 45
_BRIEF = 3
"""Words of a partial quotation that say too little to stand alone."""


def record_page(
    linker: Linker,
    record: AnyRecord,
    *,
    blocks: Sequence[Block | None],
    sections: Iterable[Section | None],
    kind: str,
) -> Page:
    """The page of a record: its own blocks and sections, then what all records have."""
    catalogue = linker.catalogue
    above = tuple(block for block in blocks if block)
    own = [section for section in sections if section and section.blocks]
    shown = set(_links([*above, *own]))
    mentioned = _mentioned(linker, record, shown)
    lines = {line for block in (*above, *own, mentioned) for line in _lines(block)}
    around = _in_story(linker, record, shown, {*_links(mentioned)}, lines)
    own += [section for section in (across(linker, record), mentioned, around) if section]
    own = told_once(linker, snippet := leads.snippet(linker, record), own)
    return Page(
        path=f"{catalogue.url(record.id).rstrip('/')}.md",
        title=catalogue.title(record.id),
        description=wording.sentence_within(snippet, _DESCRIPTION),
        kind=kind,
        kind_label=catalogue.kind_label(record),
        blocks=above,
        notices=tuple(record_notices(linker, record)),
        listed=not (isinstance(record, Actor) and record.noindex),
        sections=tuple(own),
        citation=cite(
            catalogue, linker.url, catalogue.title(record.id), catalogue.passages_by_article(record)
        ),
        linked_data=describe(catalogue, linker, record),
        names=tuple(_names(record)),
        updated=_updated(catalogue, record),
        version=sha256(record.model_dump_json(exclude_none=True).encode()).hexdigest()[:12],
        about=tuple(
            catalogue.url(id)
            for id in (record.id, *catalogue.named_by[record.id])
            if catalogue.is_a(id, Actor)
        ),
    )


def lead(linker: Linker, record: AnyRecord, fact: Sourced, own: Fact[str] | None = None) -> list[Block]:
    """The full sentence that opens a page, resting on `fact`, then the record's own line if it is none."""
    first = leads.sentence(linker, record)
    if own is None:
        besides = leads.told_besides(linker, record)
        return [Paragraph(parts=(*first, " ", *linker.source_of_all([fact, *besides])), style="lead")]
    if isinstance(record, Actor | Place) and name_leads.is_sentence(record):
        return [Paragraph(parts=(*first, " ", *linker.source(own)), style="lead")]
    return [
        Paragraph(parts=(*first, " ", *linker.source(fact)), style="lead"),
        Paragraph(parts=linker.fact(own, own.value)),
    ]


def also_known_as(linker: Linker, aliases: Sequence[Fact[Alias]], name: str) -> Paragraph | None:
    """The line with the other forms of a name, so that readers and the search find them."""
    parts: list[Part] = []
    types = wording.wording().alias_types
    for alias in aliases:
        text, type = alias.value.text, alias.value.type
        if text == name:
            continue
        parts += [", "] if parts else ["Also known as "]
        parts.append(text)
        if type == "acronym":
            parts.append(f" ({types[type]})")
        elif type == "transliteration":
            parts.append(f" ({_sort_of_spelling(text, name)})")
        parts += [" ", *linker.source(alias)]
    return Paragraph(parts=tuple(parts), style="aka") if parts else None


def _sort_of_spelling(text: str, name: str) -> str:
    """Whether what stands beside a name is a spelling of it, in its script or not, or another name."""
    if not any(mark.isalpha() and unicodedata.name(mark, "").startswith("LATIN") for mark in text):
        return "in another script"
    return wording.wording().alias_types["transliteration"] if is_spelling(text, name) else "other name"


def row(label: str, *values: Inline | None) -> Row | None:
    """A row of an infobox; None when no value is there."""
    there = tuple(value for value in values if value)
    return Row(label=label, values=there) if there else None


def infobox(record_title: str, rows: Iterable[Row | None]) -> Infobox | None:
    """The infobox of a page; None when it would be empty."""
    there = tuple(row for row in rows if row)
    return Infobox(rows=there, label=f"Facts: {record_title}") if there else None


def said_how(linker: Linker, said: Said) -> Iterator[Row | None]:
    """Rows of when, where, to whom and on what occasion something was said, as far as that is told."""
    if said.said_on:
        date = said.said_on.value
        resolved = wording.when(said.said_on)
        worded: Inline = (Words(text=date.as_reported), f", that is {resolved}")
        told = (resolved,) if date.as_reported in resolved else worded
        yield row("When it was said", linker.fact(said.said_on, *told))
    if said.said_in:
        yield row("Where it was said", linker.fact(said.said_in, linker.named(said.said_in.value)))
    if said.said_to:
        yield row("Said to", linker.fact(said.said_to, Words(text=said.said_to.value)))
    if said.said_at and not (isinstance(said, Quote) and said.occasion):
        yield row("Occasion, as reported", linker.fact(said.said_at, Words(text=said.said_at.value)))


def section(id: str, title: str, *blocks: Block | None) -> Section | None:
    """A section; None when it would be empty."""
    there = tuple(block for block in blocks if block)
    return Section(id=id, title=title, blocks=there) if there else None


def listing(items: Iterable[Inline], style: str = "") -> Items | None:
    """A list; None when it would be empty."""
    there = tuple(items)
    return Items(items=there, style=style) if there else None


def quoted(linker: Linker, quotations: Iterable[Quote]) -> list[Block]:
    """Quotations in a section: each a card; those of a word or two a sentence each, in a list."""
    shown = list(quotations)
    brief = [quote for quote in shown if is_brief(quote)]
    cards: list[Block] = [quote_card(linker, quote) for quote in shown if quote not in brief]
    lines = _brief_lines(linker, brief)
    return [*cards, *([Items(items=tuple(lines))] if lines else [])]


def _brief_lines(linker: Linker, quotations: Sequence[Quote]) -> list[Inline]:
    """Quotations of a word or two; several of one speaker in one sentence."""
    by_speaker: dict[str, list[Quote]] = defaultdict(list)
    for quote in quotations:
        told = quote.speaker is not None and bool(quote.speaker.according_to)
        by_speaker[quote.speaker.value if quote.speaker and not told else quote.id].append(quote)
    lines: list[Inline] = []
    for first, *others in by_speaker.values():
        if not others:
            lines.append((*leads.with_link(linker, first), " ", *told_by(linker, first)))
            continue
        segments = [id for quote in (first, *others) for id in quote.segments]
        lines.append((*quote_leads.brief(linker, [first, *others]), " ", *linker.marks(segments)))
    return lines


def is_brief(quotation: Quote) -> bool:
    """Whether only a word or two of somebody are quoted, within the article's own sentence."""
    return quotation.form.value == "partial" and len(quotation.text.value.split()) <= _BRIEF


def quote_card(linker: Linker, quotation: Quote) -> QuoteCard:
    """The card of a quotation, with a link to its page."""
    return QuoteCard(
        words="”. “".join(wording.spoken(quotation.text.value)),
        opening=wording.shortened(quotation.text.value.rstrip(" ,;"), 5),
        href=linker.to(linker.catalogue.url(quotation.id)),
        by=(*speaker(linker, quotation), *quote_leads.told_by_another(linker, quotation)),
        cue=reporting_verb(quotation),
        marks=linker.marks(quotation.segments),
    )


def reporting_verb(quotation: Quote) -> str | None:
    """The word that stands behind the speaker's name, where the article makes the speaker its subject."""
    cue = value_of(quotation.cue)
    of_speaker = quotation.method in (
        "quote_verb_name",
        "quote_name_verb",
        "name_verb_quote",
        "verb_name_quote",
    )
    alone = cue is not None and not cue.endswith("ing") and cue not in wording.wording().verbs_of_hearers
    return cue if of_speaker and alone else None


def speaker(linker: Linker, quotation: Quote) -> Inline:
    """Who said it: a link, the article's words for the source, or that the article leaves it open."""
    said_by = value_of(quotation.speaker)
    if said_by:
        here = linker.url == linker.catalogue.url(said_by)
        return (linker.catalogue.title(said_by),) if here else (linker.link(said_by),)
    return (value_of(quotation.speaker_as_reported) or "speaker not identified",)


def told_by(linker: Linker, record: AnyRecord) -> Inline:
    """Where a record's sentence comes from: the same marks as on its own page, of the first article."""
    fact, catalogue = leads.basis(record), linker.catalogue
    if fact is None:
        marks = linker.marks(leads.passages(record))
        besides = linker.source_of_all(leads.told_besides(linker, record))
        known = {mark.href for mark in marks}
        return *marks, *(part for part in besides if not (isinstance(part, Mark) and part.href in known))
    if not fact.evidence:
        return linker.source(fact)
    first, *others = catalogue.in_text_order(fact.evidence)
    article = catalogue.evidence[first].article
    same = tuple(id for id in others if catalogue.evidence[id].article == article)
    own = fact.model_copy(update={"evidence": (first, *same)})
    return linker.source_of_all([own, *leads.told_besides(linker, record)])


def claim_line(linker: Linker, claim: Claim) -> Inline:
    """A claim in a list: who says so of whom, in the article's words, the paragraph."""
    return *leads.with_link(linker, claim, _CLAIM_WORDS), " ", *told_by(linker, claim)


def claims_with_words(
    linker: Linker, claims: Iterable[Claim], quotations: Iterable[Quote]
) -> tuple[list[Inline], list[Quote]]:
    """Claims in a list, each with the word or two quoted of it; and the quotations that are left."""
    told, left = [*claims], []
    words: dict[str, list[Part]] = defaultdict(list)
    for quote in quotations:
        claim = quote_leads.claimed_with(linker, quote) if is_brief(quote) else None
        if claim is not None and claim in told:
            words[claim.id] += [" ", linker.link(quote.id, f"Quoted: “{quote.text.value.strip(' ,.;')}”")]
        else:
            left.append(quote)
    return [(*claim_line(linker, each), *words[each.id]) for each in told], left


def made_by(linker: Linker, actor: str) -> tuple[list[Inline], list[Quote]]:
    """The claims an actor makes, with the words quoted of them, and what else the actor is quoted with."""
    catalogue = linker.catalogue
    claims = [c for c in catalogue.naming_of(actor, Claim) if value_of(c.claimant) == actor]
    quotes = [q for q in catalogue.naming_of(actor, Quote) if value_of(q.speaker) == actor]
    return claims_with_words(linker, claims, quotes)


def worded(linker: Linker, facts: Iterable[Fact[Reported]]) -> Iterator[Inline]:
    """Facts in the article's words, without those of which too little is shown to say anything."""
    for fact in facts:
        if not wording.is_torn(fact.value):
            yield linker.fact(fact, Words(text=fact.value))


def described_rows(linker: Linker, record: Named) -> Iterator[Row | None]:
    """What articles say that somebody is, in their words, and how old."""
    ages = [fact for fact in record.described if fact.value.isdigit()]
    yield row("Age", *(linker.fact(age, age.value, f" {name_leads.as_of(linker, age)}") for age in ages))
    yield row("Described as", *worded(linker, [fact for fact in record.described if fact not in ages]))


def heading_row(linker: Linker, label: str, heading: Fact[str]) -> Row | None:
    """A row that says where the page's heading comes from, when an editor gave it."""
    if heading.read_by != EDITOR:
        return None
    return row(label, (wording.sentence_case(heading.value), " ", *linker.source(heading)))


def external_ids(linker: Linker, record: Named | Event) -> Row | None:
    """The row with the ids in other databases."""
    ids = record.external_ids
    if ids is None or ids.value.wikidata is None:
        return None
    link = Link(href=f"https://www.wikidata.org/wiki/{ids.value.wikidata}", text=ids.value.wikidata)
    return row("Wikidata", linker.fact(ids, link))


def _mentioned(linker: Linker, record: AnyRecord, shown: set[str]) -> Section | None:
    """Records that name this one and aren't linked above, then what is told where it is mentioned.

    None of them says just what the sentence that opens the page says.
    """
    naming = linker.catalogue.naming.get(record.id, ())
    others = [
        id for id in naming if linker.link(id).href not in shown and not _opens_with(linker, record, id)
    ]
    lines = [_backlink(linker, id) for id in others[:_BACKLINKS]]
    if len(others) > _BACKLINKS:
        lines.append((f"and {wording.counted(len(others) - _BACKLINKS, 'more record')}",))
    return section(
        "mentioned",
        "Where mentioned",
        listing((*lines, *_paragraphs(linker, record, others, shown, {*_links(lines)})), "backlinks"),
    )


def _paragraphs(
    linker: Linker, record: AnyRecord, others: Sequence[str], shown: set[str], listed: set[str]
) -> Iterator[Inline]:
    """The paragraphs that mention a record, each with what it tells; together those that tell nothing new.

    `shown` has the addresses of what stands above: no paragraph is named again for what is told there, nor
    for a sentence that one of the `others` has told; nor one that the lines of these lead to: `listed`.
    """
    catalogue = linker.catalogue
    told_above = {*others, record.id}
    sentences = {leads.snippet(linker, catalogue.records[id]) for id in others}
    excerpts: dict[str, Inline] = {}
    telling: dict[str, str] = {}
    marks: dict[str, Mark] = {}
    told_at: dict[tuple[str, str], list[str]] = {}
    for id in catalogue.in_text_order(catalogue.mentions(record.id)):
        mark = linker.mark(id)
        at = (catalogue.evidence[id].article, catalogue.evidence[id].paragraph)
        if at not in told_at:
            besides = (other for other in _told_in(catalogue, id) if other not in told_above)
            told_at[at] = sorted(besides, key=lambda other: record.id not in catalogue.named_by[other])
        here = told_at[at]
        longest = max(len(piece.split()) for piece in mark.exact.split("…"))
        is_cut = "…" in mark.exact and bool(here)
        begins = mark.exact[:1].isupper() or mark.exact[:1].isdigit()
        says_more = longest > _CONTEXT_WORDS and begins and mark.exact != catalogue.title(record.id)
        if says_more and not is_cut and not catalogue.is_quotation(id):
            excerpts.setdefault(mark.href, (mark, " ", Words(text=mark.exact)))
        marks.setdefault(mark.href, mark)
        if here:
            telling.setdefault(mark.href, here[0])
    yield from excerpts.values()
    told: dict[str, list[Mark]] = defaultdict(list)
    for href, other in telling.items():
        sentence = leads.snippet(linker, catalogue.records[other])
        is_told = sentence in sentences or _opens_with(linker, record, other)
        is_told = is_told or record.id not in catalogue.named_in(sentence)  # of its paragraph, not of it
        is_new = href not in excerpts and href not in listed
        if is_new and linker.link(other).href not in shown and not is_told:
            told[other].append(marks[href])
    for other, places in told.items():
        yield *leads.with_link(linker, catalogue.records[other]), " ", *places
    new = {mark.href for places in told.values() for mark in places}
    rest = [mark for href, mark in marks.items() if not {href} & {*excerpts, *new, *shown, *listed}]
    if rest:
        yield "Also named in " if excerpts or told or told_above - {record.id} else "Named in ", *rest


def _opens_with(linker: Linker, record: AnyRecord, other: str) -> bool:
    """Whether the sentence that opens a record's page tells what another's does."""
    told = plain(leads.composed(linker, linker.catalogue.records[other]).parts)
    return told in leads.snippet(linker, record)


def _told_in(catalogue: Catalogue, passage: str) -> Iterator[str]:
    """Ids of the records whose sentence rests on the paragraph of a passage."""
    at = catalogue.evidence[passage]
    for id in catalogue.telling(passage):
        resting = (catalogue.evidence[each] for each in leads.passages(catalogue.records[id]))
        if any((each.article, each.paragraph) == (at.article, at.paragraph) for each in resting):
            yield id


def _backlink(linker: Linker, id: str) -> Inline:
    """A record that names this one: its sentence, shortened, and where that comes from."""
    record = linker.catalogue.records[id]
    return *leads.with_link(linker, record), " ", *told_by(linker, record)


def _in_story(
    linker: Linker, record: AnyRecord, shown: set[str], told: set[str], lines: set[str]
) -> Section | None:
    """The actors, places, events and agreements most often named together with this record, each told.

    Nothing that is told above: `told` has the addresses of what is told where it is mentioned, `shown` those
    of all that is linked before, actors and places in sentences about others too, and `lines` the sentences.
    """
    catalogue = linker.catalogue
    weight: Counter[str] = Counter()
    naming = catalogue.naming.get(record.id, ())
    for id in (*catalogue.named_by[record.id], *naming):
        weight[id] += 2
    for id in naming:
        weight.update(catalogue.named_by[id])
    told_of = (Actor, Place, Event, Agreement)
    near = Counter({id: w for id, w in weight.items() if id != record.id and catalogue.is_a(id, *told_of)})
    near = near or _beside(catalogue, record)

    def is_told(id: str) -> bool:
        href = linker.link(id).href
        return href in told or (href in shown and not catalogue.is_a(id, Actor, Place))

    near = Counter({id: w for id, w in near.items() if not is_told(id)})
    least = min((w for _, w in near.most_common(_NEIGHBOURS)), default=0)
    ids = catalogue.in_order(id for id, w in near.items() if w >= least)
    ids.sort(key=lambda id: -near[id])
    told_of_each = (leads.with_link(linker, catalogue.records[id]) for id in ids)
    new = (told for told in told_of_each if not any(_tells(line, told) for line in lines))
    return section("in-this-story", "In this story", listing(islice(new, _NEIGHBOURS), "in-story"))


def _tells(line: str, told: Inline) -> bool:
    """Whether a line tells the same: the sentence, or a mere name or who that is."""
    words = plain(told)
    if words.endswith("."):
        return line.startswith(words)
    return line == words or line.startswith((f"{words} is ", f"{words} are "))


def _beside(catalogue: Catalogue, record: AnyRecord) -> Counter[str]:
    """For a record that names nobody: what else its paragraphs tell, or else whom its articles name most."""
    passages = catalogue.passages(record)
    told = Counter(id for passage in passages for id in catalogue.telling(passage) if id != record.id)
    if told:
        return told
    named = {
        id
        for article in catalogue.passages_by_article(record)
        for id in catalogue.mentioned_in.get(article, ())
    }
    return Counter(catalogue.ranked_by_naming(named))


def _lines(value: Block | Section | None) -> Iterator[str]:
    """The paragraphs and items of lists within a block or section, as plain text."""
    if isinstance(value, Section):
        for block in value.blocks:
            yield from _lines(block)
    elif isinstance(value, Paragraph):
        yield plain(value.parts)
    elif isinstance(value, Items):
        yield from map(plain, value.items)


def _links(value: Any) -> Iterator[str]:
    """Addresses of every link and mark within blocks and sections."""
    if isinstance(value, Link | Mark | QuoteCard):
        if value.href:
            yield value.href
        if isinstance(value, QuoteCard):
            yield from _links(value.by)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _links(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _links(getattr(value, field.name))


def _names(record: AnyRecord) -> Iterator[str]:
    if isinstance(record, Actor | Place):
        yield from (alias.value.text for alias in record.aliases)
    if isinstance(record, Actor):
        yield from (wording.sentence_case(role.value.title) for role in record.roles)


def _updated(catalogue: Catalogue, record: AnyRecord) -> date | None:
    used = {catalogue.evidence[id].article for id in catalogue.passages(record)}
    return max((catalogue.articles[id].datePublished for id in used), default=None)
