"""Findings to the curation file an editor starts from: what wants a decision, with the words it is about.

Nothing is decided here. Each entry quotes the article and changes nothing until the editor fills in a
line; what was found and what looks alike stands beside it as a comment.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from rapidfuzz import fuzz

from dossier.editing.curation import (
    About,
    ActorAuthority,
    Authorities,
    PlaceAuthority,
)
from dossier.editing.drafting import SECTIONS, header, insert_entries, quoted
from dossier.editing.files import load_authorities, load_curation
from dossier.editing.sources import Source, match_finding, passages_of
from dossier.errors import Problem
from dossier.reading.batch import replacing
from dossier.reading.extract import extract_findings
from dossier.reading.findings import NameFinding, Span
from dossier.seeds.articles import load_seed
from dossier.seeds.door import curation_of, read_text
from dossier.seeds.private import no_text

F = TypeVar("F")
_ALIKE = 80
"""Likeness, of 100, from which two spellings are worth an editor's look."""
_ENOUGH = 5
"""Words an entry quotes, where they are about one thing only …"""
_WIDEST = 24
"""… and at most, where it takes more to tell two things apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftReport:
    """What a draft added."""

    path: Path
    added: dict[str, int]
    """Entries per section."""

    def summary(self) -> str:
        """The report, in one line."""
        if not self.added:
            return f"{self.path}: nothing new; left as it is"
        counts = ", ".join(f"{count} {section}" for section, count in self.added.items())
        return f"{self.path}: added {counts}"


class _Item(NamedTuple):
    """Something that wants a decision: the lines of its entry."""

    words: str
    paragraph: str | None
    comment: str
    hints: tuple[str, ...]


def write_draft(seed: Path, docs: Path = Path("docs")) -> DraftReport:
    """Write `SEED.curation.yaml` beside a seed (or its private text), or add to it what it has no entry for.

    Its first line names the JSON Schema that a build writes below `docs`. What the editor wrote stays as it
    is, byte for byte. Raises DossierError.
    """
    loaded = load_seed(seed)
    if loaded.masked is not None:
        raise no_text(seed, "a draft quotes its words")
    path = curation_of(seed, loaded.is_private)
    source = Source(
        article=loaded.article,
        record=loaded.metadata,
        findings=extract_findings(loaded.article),
        curation=load_curation(path),
        curation_file=str(path),
    )
    authorities = load_authorities(seed.with_name("authorities.yaml"))
    drafted = {section: _entries(section, source, authorities) for section in SECTIONS}
    added = {section: entries for section, entries in drafted.items() if entries}
    if added:
        before = read_text(path) if path.exists() else header(_schema_from(path.parent, docs))
        with replacing(path) as stream:
            stream.write(insert_entries(before, added, str(path)))
    return DraftReport(path=path, added={section: len(entries) for section, entries in added.items()})


def _schema_from(folder: Path, docs: Path) -> str:
    """The path of the schema from a folder; an address where no path leads there, as between two drives."""
    schema = (docs / "data" / "curation.schema.json").absolute()
    try:
        return Path(os.path.relpath(schema.resolve(), folder.resolve())).as_posix()
    except ValueError:
        return schema.as_uri()


def _entries(section: str, source: Source, authorities: Authorities) -> list[str]:
    drafts: dict[str, Callable[[], Iterable[_Item]]] = {
        "actors": lambda: _names(source, source.findings.actors, source.curation.actors, authorities.actors),
        "places": lambda: _names(source, source.findings.places, source.curation.places, authorities.places),
        "events": lambda: _events(source),
        "agreements": lambda: _agreements(source),
        "quotes": lambda: _quotes(source),
    }
    return [_entry(item) for item in drafts[section]()]


def _entry(item: _Item) -> str:
    lines = [f"# {item.comment}", f"- words: {quoted(item.words)}"]
    if item.paragraph:
        lines.append(f"  paragraph: {quoted(item.paragraph)}")
    return "\n".join([*lines, *(f"  # {hint}" for hint in item.hints)]) + "\n"


def _names(
    source: Source,
    findings: Sequence[NameFinding],
    entries: Sequence[About],
    authorities: Sequence[ActorAuthority | PlaceAuthority],
) -> Iterator[_Item]:
    article = source.article
    states = {actor.name for actor in source.findings.actors if actor.kind == "state"}
    decided = {words for entry in entries for words in (entry.words, *entry.merge)}
    known = {form for authority in authorities for form in authority.names}
    place = findings is source.findings.places
    for finding in findings:
        stands = [
            span
            for span in finding.mentions
            if article.kinds[article.text.block_at(span.start)] not in ("heading", "note")
        ]
        forms = {finding.name, *(alias.text for alias in finding.aliases), *map(article.text.slice, stands)}
        if not stands or forms & (decided | known) or (place and finding.name in states):
            continue
        words = finding.name if finding.name in article.text.text else article.text.slice(stands[0])
        label = article.label(article.text.block_at(stands[0].start))
        times = "once" if len(stands) == 1 else f"{len(stands)} times"
        also = ", ".join(sorted(forms - {finding.name}))
        comment = f"{finding.kind}, named {times}, first in ¶{label}" + (f"; also as {also}" if also else "")
        others = {f.name: "merge" for f in findings if f is not finding}
        others |= {
            form: f"names of {a.name.value} in authorities.yaml" for a in authorities for form in a.names
        }
        hints = [
            f"looks like {other}: "
            + (f"merge: [{quoted(other)}]" if use == "merge" else f"if it is the same, add it to the {use}")
            for other, use in others.items()
            if _alike(finding.name, other)
        ]
        hints += ["name:", "description:", "because:", f"kind: {finding.kind}", "wikidata:"]
        hints += ["geo: {lat: , lon: , gazetteer: }"] if place else []
        yield _Item(words, None, comment, tuple(hints))


def _alike(a: str, b: str) -> bool:
    """Whether two names may be spellings or forms of one; a suggestion, never a decision."""
    return fuzz.ratio(a.lower(), b.lower()) >= _ALIKE or fuzz.token_set_ratio(a.lower(), b.lower()) == 100


def _events(source: Source) -> Iterator[_Item]:
    findings = source.findings.events
    matcher = _Matcher(source, "events", findings)
    for index, words, paragraph in _undecided(matcher, source.curation.events):
        event = findings[index]
        found = [event.type, event.date.edtf if event.date else "no date", event.place or "no place"]
        hints = [f"title: {event.title}", f"type: {event.type}", "description:", "because:"]
        hints += [] if event.date else ["date: {words: , kind: on, edtf: , precision: day, rule: }"]
        hints += [] if event.place else ["place:"]
        for later, other in enumerate(findings[index + 1 :], start=index + 1):
            same = other.type == event.type and other.place == event.place
            if same and (entry := matcher.words_about(later)):
                hints.append(f"merge: [{quoted(entry.words)}]  # if it is the same, told again")
        yield _Item(words, paragraph, ", ".join(found), (*hints, "drop:"))


def _agreements(source: Source) -> Iterator[_Item]:
    findings = source.findings.agreements
    matcher = _Matcher(source, "agreements", findings)
    for index, words, paragraph in _undecided(matcher, source.curation.agreements):
        agreement = findings[index]
        parties = " and ".join(p.actor for p in agreement.parties) or "no parties found"
        hints = (f"title: {agreement.title}", "subject:", "because:", f"kind: {agreement.kind}", "drop:")
        yield _Item(words, paragraph, f"{agreement.kind}, {agreement.status}: {parties}", hints)


def _quotes(source: Source) -> Iterator[_Item]:
    findings = source.findings.quotes
    matcher = _Matcher(source, "quotes", findings)
    for index, words, paragraph in _undecided(matcher, source.curation.quotes):
        if findings[index].speaker is None:
            yield _Item(words, paragraph, f"{findings[index].form}, no speaker found", ("speaker:", "drop:"))


@dataclass(frozen=True, slots=True)
class _Matcher(Generic[F]):
    """Words to findings of one section, as the build matches them."""

    source: Source
    section: str
    findings: Sequence[F]

    def matched(self, entry: About) -> int | None:
        """Index of the finding an entry is about."""
        ignored: list[Problem] = []  # an entry that matches nothing is the build's to report
        return match_finding(self.source, self.section, entry, self.findings, ignored)

    def words_about(self, index: int) -> About | None:
        """An entry the build would match with this finding and no other."""
        text = self.source.article.text
        narrowest = next(spans for spans in passages_of(self.section, self.findings[index]) if spans)
        for start, end in _windows(self.source, narrowest[0]):
            words = text.text[start:end]
            label = self.source.article.label(text.block_at(start))
            entry = About(words=words, paragraph=None if text.text.count(words) == 1 else label)
            if self.matched(entry) == index:
                return entry
        return None


def _undecided(matcher: _Matcher[F], entries: Sequence[About]) -> Iterator[tuple[int, str, str | None]]:
    """Index, words and paragraph of each finding no entry is about; words the build would match with it."""
    decided = {
        matcher.matched(About(words=words, paragraph=entry.paragraph))
        for entry in entries
        if not entry.add
        for words in (entry.words, *entry.merge)
    }
    for index in range(len(matcher.findings)):
        if index not in decided and (entry := matcher.words_about(index)):
            yield index, entry.words, entry.paragraph


def _windows(source: Source, focus: Span) -> Iterator[Span]:
    """Ever wider stretches of whole words around a span, within its sentence, then within its paragraph."""
    text = source.article.text
    for home in (text.sentence_at(focus.start), text.blocks[text.block_at(focus.start)]):
        first, stop = text.token_range(focus)
        stop = min(max(stop, first + 1), first + _ENOUGH)
        while stop - first <= _WIDEST:
            is_whole = first <= home.first and stop >= home.stop
            if stop - first >= _ENOUGH - 1 or is_whole:
                yield Span(text.tokens[first].start, text.tokens[stop - 1].end)
            if is_whole:
                break
            first, stop = max(first - 1, home.first), max(min(stop + 1, home.stop), stop)
