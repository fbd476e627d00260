"""Article to its quotations, each with its speaker where a rule is sure of one."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.reading.attribution.attributions import Attributions
from dossier.reading.attribution.delivery import delivery
from dossier.reading.attribution.naming import named
from dossier.reading.attribution.records import source_finding
from dossier.reading.attribution.scene import Scene
from dossier.reading.findings import QuoteFinding, SourceFinding, Span, Speaker
from dossier.reading.quotes.attribution import Attribution
from dossier.reading.quotes.continuations import behind_in_sentence, carried, is_told_of, splits
from dossier.reading.quotes.cue_tokens import finite_cue
from dossier.reading.quotes.cues import cue_words
from dossier.reading.quotes.filled import filled
from dossier.reading.quotes.joint import all_who_speak
from dossier.reading.quotes.passages import Passage, quoted_passages
from dossier.reading.quotes.reported import within_report
from dossier.reading.quotes.scare_quotes import is_scare_quote
from dossier.reading.quotes.shown import as_shown, is_another_clause
from dossier.reading.quotes.sieves import attribute
from dossier.reading.quotes.sieves_behind import is_anothers
from dossier.reading.text.tokens import Text

_WRITING = frozenset(("write", "writes", "wrote", "written", "writing"))
_TOLD = frozenset(("statement", "denial", "accusation", "evidence"))
"""Kinds of report by which somebody tells that another spoke."""
_SCARE = 4
"""Words: a shorter passage that nobody is said to have said is a scare quote or a title."""


@dataclass(slots=True)
class _Record:
    """A quotation being put together."""

    passages: list[Passage]
    attribution: Attribution | None
    own: bool
    """Attributed by the words around it, not carried on from another."""
    unsaid: bool = False
    """Somebody is said not to have said it, or to say it if something comes to pass."""
    whole: bool = False
    """A turn of a talk, whoever speaks."""


def extract_quotes(scene: Scene, reports: Attributions) -> tuple[QuoteFinding, ...]:
    """Quotations in text order; unattributed ones have no speaker.

    A quotation of several segments, split by its cue or running over paragraphs, is one record.
    Nested quotations are part of the outer one. Titles and scare quotes are left out, and what is never
    closed though its source stands within it, for nobody knows where that ends. The scene's references
    learn who has spoken; over its trees a cue is seen to be denied, or another's. `reports`, the article's
    attributions, tell them who has spoken without marks before each.
    """
    records: list[_Record] = []
    for passages in quoted_passages(scene.article):
        _read_block(scene, reports, passages, records)
    kept = (
        record
        for record in records
        if (record.attribution or record.unsaid or record.whole or _length(record) > _SCARE)
        and not _runs_over(scene.article.text, record.passages[-1])
    )
    found = []
    for record in kept:
        reports.tell(_begins(scene.article.text, record))
        found.append(_finding(scene, reports, record))
    return tuple(found)


def _begins(text: Text, record: _Record) -> int:
    """Where a quotation or the words that tell its source begin."""
    start = record.passages[0].quotation.start
    cue = record.attribution
    return start if cue is None else min(start, text.tokens[min(cue.source.head, cue.cue[0])].start)


def _read_block(scene: Scene, reports: Attributions, passages: list[Passage], records: list[_Record]) -> None:
    """Append the quotations of one block to `records`, or their segments to the last one."""
    article, text = scene.article, scene.article.text
    read = [attribute(text, passage) for passage in passages]
    anothers = [is_anothers(text, passage) for passage in passages]
    own = [
        as_shown(text, scene.parses, reports, found, passage)
        if found
        else None
        if another
        else filled(text, scene.parses, passage)
        for found, passage, another in zip(read, passages, anothers, strict=True)
    ]
    said = [not is_scare_quote(text, passage) for passage in passages]
    for at, passage in enumerate(passages):
        if not said[at]:
            continue
        found, record = own[at], records[-1] if records else None
        last = record.passages[-1] if record else None
        alone = _takes_turns(text, passages, said, at) or is_told_of(text, passage)
        if record and last and not alone and splits(last, passage, record.attribution, found):
            record.passages.append(passage)
            continue
        if found is None and (read[at] or anothers[at]):
            records.append(_Record([passage], None, False, unsaid=True))
            continue
        found = (
            found
            or behind_in_sentence(passages, own, at)
            or within_report(text, scene.parses, reports, passage)
        )
        attribution = found
        if found is None and not alone:
            near = record and last and (record.own or last.sentence is passage.sentence)
            attribution = carried(article, last, record.attribution if record and near else None, passage)
        if attribution is not None and attribution.method == "same_sentence":
            aside = is_another_clause(text, scene.parses, attribution, passage)
            attribution = None if aside else attribution
        records.append(
            _Record([passage], attribution, found is not None, whole=_is_turn(text, passage, alone))
        )


def _is_turn(text: Text, passage: Passage, alone: bool) -> bool:
    """Whether a passage is a turn of a talk: a paragraph of its own, or one that stands `alone` and ends."""
    block = text.blocks[passage.block]
    spoken = alone and text.text[passage.quotation.inner.end - 1] in ",.?!…"
    whole = (passage.first, passage.stop) == (block.first, block.stop)
    return passage.first == passage.opening and (spoken or whole)


def _takes_turns(text: Text, passages: list[Passage], said: list[bool], at: int) -> bool:
    """Whether a passage stands right behind or before another one, as when two talk."""
    passage = passages[at]
    beside = [passages[i] for i in (at - 1, at + 1) if 0 <= i < len(passages) and said[i]]
    return any(
        (other.stop == passage.first or passage.stop == other.first)
        and text.text[passage.quotation.inner.end - 1] in ".?!…"
        and text.text[other.quotation.inner.end - 1] in ".?!,…"
        for other in beside
    )


def _is_written_there(text: Text, attribution: Attribution) -> bool:
    """Whether words only stand on something: "a banner reading “…”", "a sign by the door said “…”"."""
    cue = attribution.cue[0]
    if text.tokens[cue].lower in _WRITING:
        return False  # a poster that writes is somebody who posts
    carriers = {text.tokens[attribution.source.head].lower}
    if text.tokens[cue].lower.endswith("ing"):
        carriers.add(text.tokens[cue - 1].lower)  # "the office with a banner reading"
    return not carriers.isdisjoint(cue_words().surfaces)


def _is_beside_another(scene: Scene, attribution: Attribution) -> bool:
    """Whether a person's name only stands beside the body that speaks: "the newspaper, Ann Lee, said".

    Or may be that of another: "the wife of the mayor, Ann Lee, said".
    """
    mention = scene.references.mention_in(attribution.source)
    word = scene.parses.at(mention.end - 1) if mention is not None and mention.kind == "person" else None
    if word is None or word.dep != "appos":
        return False
    over = word.head
    outer = over.head.head if over.dep == "pobj" else over
    return scene.leaves_open(outer)


def _runs_over(text: Text, passage: Passage) -> bool:
    """Whether its closing mark is missing, for within it somebody says it: “We agree, he said."""
    tokens = text.tokens
    return not passage.quotation.closed and any(
        tokens[at].text == ","
        and any(finite_cue(text, near, passage.stop) for near in range(at + 1, min(at + 5, passage.stop)))
        for at in range(passage.first, passage.stop)
    )


def _length(record: _Record) -> int:
    return sum(passage.words for passage in record.passages)


def _finding(scene: Scene, reports: Attributions, record: _Record) -> QuoteFinding:
    text = scene.article.text
    attribution = record.attribution
    if attribution is not None and (
        _is_written_there(text, attribution)
        or _is_beside_another(scene, attribution)
        or text.tokens[attribution.source.head].text.isdigit()
    ):
        attribution = None
    cue = None
    if attribution is not None:
        cue = Span(text.tokens[attribution.cue[0]].start, text.tokens[attribution.cue[1] - 1].end)
    speaker = _speaker(scene, attribution) if attribution else None
    told_by = _told_by(scene, reports, speaker, cue) if speaker and cue else None
    if attribution is not None and speaker is not None and told_by is None:
        scene.references.spoke(attribution.source, speaker.name)  # whom another tells of doesn't go on
    return QuoteFinding(
        segments=tuple(passage.quotation.inner for passage in record.passages),
        speaker=speaker,
        cue=text.slice(cue) if cue else None,
        cue_span=cue,
        form=_form(text, record.passages[0]),
        method=attribution.method if attribution else "none",
        source=told_by,
        delivery=delivery(scene, cue, [passage.quotation.inner for passage in record.passages])
        if cue
        else None,
    )


def _told_by(scene: Scene, reports: Attributions, speaker: Speaker, cue: Span) -> SourceFinding | None:
    """Who tells that the speaker said so; None where the article does, or where it may be the speaker.

    A pronoun may be: "She says that what Lee calls it is “late”".
    """
    verb, tree = scene.parses.at(cue.start), scene.parses.around(cue.start)
    over = reports.over(tree, verb) if verb is not None and tree is not None else None
    if over is None or over.source is None or over.kind not in _TOLD or over.source.pos == "PRON":
        return None
    teller = named(scene, over.source)
    beside = teller.span.start < speaker.end and speaker.start < teller.span.end
    same = teller.name.lower() in ((speaker.name or "").lower(), speaker.mention.lower())
    return None if beside or same else source_finding(over, teller)


def _speaker(scene: Scene, attribution: Attribution) -> Speaker:
    text, references = scene.article.text, scene.references
    source = attribution.source
    mention = references.mention_in(source)
    every = all_who_speak(text, scene.parses, attribution)
    if every is not None and not (
        mention is not None and mention.start <= every.start < every.end <= mention.end
    ):
        return Speaker(mention=text.slice(every), start=every.start, end=every.end, name=None)
    name = references.resolve(source)
    span = Span(mention.start, mention.end) if mention else source.span(text)
    if attribution.medium is not None:
        span = attribution.medium.span(text)
    if name is not None and attribution.relative is not None:
        token = text.tokens[attribution.relative]
        span = Span(token.start, token.end)
    return Speaker(mention=text.slice(span), start=span.start, end=span.end, name=name)


def _form(text: Text, passage: Passage) -> str:
    """direct, or partial where the words are worked into the reporter's sentence."""
    if passage.first == passage.opening:
        return "direct"
    if text.tokens[passage.first - 1].text in (",", ":"):
        return "direct"
    return (
        "direct"
        if text.text[passage.quotation.inner.start].isupper() and passage.words > _SCARE
        else "partial"
    )
