"""A private article to what is committed of it: its text and findings without the words that stay private.

What is published of the article anyway decides which words may be read there: those that the dossier made of
the whole text shows within the limit on republishing, its quotations and names, whose word something is, and
the words of front matter and authority file. The pages are then made of that alone, where the text is as
where it is not, so that both make the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from pydantic import BaseModel

from dossier.assembly.across.profiles import states_told
from dossier.assembly.assembling import assemble
from dossier.assembly.borne import Borne
from dossier.assembly.fallen import only_shown
from dossier.assembly.identity import carried_traits
from dossier.assembly.least import strings_of
from dossier.assembly.limits import Republished, count, placed_words, repeated_words, reported_spans
from dossier.assembly.passages import carried_of, digest
from dossier.assembly.showing import Showing
from dossier.assembly.words import word_spans, words_of
from dossier.editing.curation import About, Authorities, Curation
from dossier.editing.sources import Source, find_words
from dossier.errors import DossierError
from dossier.facts import Reported, Sourced, nodes, reported_in
from dossier.model import Dossier
from dossier.reading.edition import edition
from dossier.reading.findings import ClaimFinding, Findings, SourceFinding, Span, Speaker
from dossier.reading.text.article import Article
from dossier.reading.text.masked import Mask, in_places, is_hidden, masked
from dossier.reading.text.tokens import Text
from dossier.seeds.masked import MaskedSeed

_ARTICLES_WORDS = frozenset(("words", "because", "merge", "wording"))
"""Keys of the editor's files that hold words of an article."""
_NO_WORDS = frozenset(
    ("kind", "type", "role", "status", "method", "form", "edtf", "precision", "basis", "rule", "polarity")
) | {"modality", "tense", "slot", "predicate", "id", "read_by", "unit"}
"""Fields of findings that hold a word of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Masked:
    """What is committed of a private article, and how much of its words that publishes."""

    seed: MaskedSeed
    republished: Republished
    committed: int
    """How many of these words stand in front matter and authority file."""


class Masking:
    """Makes of private articles what is committed of them, from a dossier made of their whole texts."""

    def __init__(
        self, showing: Showing, sources: Sequence[Source], authorities: Authorities, private: Collection[str]
    ) -> None:
        self._showing = showing
        self._authorities = authorities
        self._told = only_shown(showing.told, showing.articles).dossier
        self._facts = {s.article.id: self._borne(s) for s in sources if s.article.id in private}
        committed = (*(source.record for source in sources), authorities)
        self._committed = [words_of(text) for value in committed for _, text in _texts(value, "")]

    def of(self, source: Source, shown: Dossier) -> Masked:
        """A private article and its findings as they are committed, where this much is shown of it."""
        article = source.article
        texts = [*map(words_of, strings_of(shown)), *self._committed]
        (counted,) = count(shown, [article])
        words = list(word_spans(article.text.text))
        spans = [*self._shown(source, shown)]
        placed = {article.id: counted.positions(spans)}
        spans += (words[at] for at in repeated_words([counted], texts, placed)[article.id] | counted.quoted)
        known = {word for text in texts for word in text}
        known |= {word for span in spans for word in words_of(article.text.slice(span))}
        kept = _names(source.findings) | _titles(shown)
        findings = without_words(source.findings, known, kept)
        made = self._masked(source, spans, shown)
        curation = _curation(source, made)
        reports = made.mask.reports.values() if made.mask else ()
        told = (*_strings(findings), *reports, *(text for _, text in _texts(curation, "")))
        own = repeated_words([counted], self._committed)[article.id]
        shown_of_it = counted.positions(spans)
        beside = repeated_words([counted], map(words_of, told), {article.id: shown_of_it})[article.id]
        return Masked(
            committed=len(own | counted.positions(self._quoted(article))),
            seed=MaskedSeed(edition=edition(), article=made, findings=findings, curation=curation),
            republished=counted.measured(shown_of_it | beside),
        )

    def _shown(self, source: Source, shown: Dossier) -> Iterator[Span]:
        """The stretches of an article that may be read."""
        article, findings = source.article, source.findings
        yield from placed_words(shown, {article.id: article})[article.id]
        for name in (*findings.actors, *findings.places):
            yield from name.mentions
            yield from (span for span, _ in states_told(article, name))
        yield from _sources(findings)
        yield from (c.counted for event in findings.events for c in event.casualties if c.counted)
        if article.dateline:
            yield article.dateline
        for block, kind in zip(article.text.blocks, article.kinds, strict=True):
            words = article.text.slice(block)
            if kind in ("headline", "standfirst") and words in (
                source.record.headline,
                source.record.alternativeHeadline,
            ):
                yield Span(block.start, block.end)
        for each in source.record.corrected:
            if each.start is not None and each.end is not None:
                yield Span(each.start, each.end)
        yield from self._quoted(article)
        added = tuple(entry for entry in _entries(source.curation) if entry.add)
        yield from _quoted(added, article)

    def _quoted(self, article: Article) -> Iterator[Span]:
        """Where an article has the words that the authority file quotes."""
        return _quoted(self._authorities, article)

    def _masked(self, source: Source, spans: Iterable[Span], shown: Dossier) -> Article:
        """An article whose words are hidden but for these, with all that is carried of it."""
        article, text = source.article, masked(source.article.text.text, spans)
        mask = Mask(
            sentences={Span(s.start, s.end): digest(article.text.slice(s)) for s in article.text.sentences},
            passages={
                Span(each.start, each.end): carried_of(each)
                for each in shown.evidence
                if each.article == article.id
            },
            facts=self._facts[article.id],
            reports=_reports(self._showing.full(), shown, article, text),
            traits=carried_traits(self._showing.full(), article),
        )
        return replace(article, text=Text(text), mask=mask)

    def _borne(self, source: Source) -> frozenset[str]:
        """The digests of what the whole text bears, beside the other articles and alone."""
        article = source.article.id
        found = Borne(self._told, article, self._showing.book.places()).digests()
        undecided = self._authorities.model_copy(update={"same": (), "different": ()})
        with suppress(DossierError):  # where its editor's file names what only another article tells of
            alone = assemble([source], undecided, "")
            found |= Borne(
                only_shown(alone.told, alone.articles).dossier, article, alone.book.places()
            ).digests()
        return found


def _reports(full: Dossier, shown: Dossier, article: Article, text: str) -> dict[str, str]:
    """Words of an article that facts report, as its masked text has them, and what a dossier shows of them.

    None that stand for words of which now this and now that is shown.
    """
    passages = {passage.id: passage for passage in full.evidence}
    found: dict[str, set[str]] = defaultdict(set)
    for (_, whole), (_, short) in zip(full.leaves(), shown.leaves(), strict=True):
        stands: dict[Reported, list[str]] = defaultdict(list)
        for _, words, span in reported_spans(whole, passages, {article.id: article}):
            stands[words].append(text[span.start : span.end])
        for words, said in zip(_reported(whole), _reported(short), strict=True):
            if words in stands:
                found[" … ".join(dict.fromkeys(stands[words]))].add(said)
    return {words: said.pop() for words, said in found.items() if len(said) == 1}


def _reported(fact: Sourced) -> list[Reported]:
    return [node.value for node in nodes(fact, "") if isinstance(node.value, Reported)]


def _quoted(said: Any, article: Article) -> Iterator[Span]:
    """Where an article has the words that an editor's entries quote."""
    for key, text in _texts(said, ""):
        if key in _ARTICLES_WORDS:
            yield from find_words(article, text)


def _curation(source: Source, article: Article) -> dict[str, Any]:
    """What the editor's file says, with places for words that are hidden in the article as committed.

    Without the answers to what is asked where the text is.
    """
    said = source.curation.model_dump(
        mode="json", by_alias=True, exclude_defaults=True, exclude={"reviewed", "shown"}
    )
    reports = frozenset(reported_in(source.curation))

    def placed(value: Any, key: str) -> Any:
        if isinstance(value, dict):
            return {name: placed(each, name) for name, each in value.items()}
        if isinstance(value, list):
            return [placed(each, key) for each in value]
        is_words = key in _ARTICLES_WORDS or value in reports
        return _placed(value, source.article, article) if is_words else value

    made: dict[str, Any] = placed(said, "")
    return made


def _placed(words: str, whole: Article, article: Article) -> str:
    """An article's words, or where they stand when one of them is hidden."""
    stands = find_words(whole, words)
    return in_places(stands) if any(is_hidden(article.text.slice(span)) for span in stands) else words


def _entries(curation: Curation) -> Iterator[About]:
    for name in type(curation).model_fields:
        yield from (entry for entry in getattr(curation, name) if isinstance(entry, About))


def _sources(value: Any) -> Iterator[Span]:
    """Where findings name whose word something is: pages say it in the article's words."""
    if isinstance(value, SourceFinding) and value.span:
        yield value.span
    if isinstance(value, Speaker):
        yield Span(value.start, value.end)
    if isinstance(value, ClaimFinding) and value.claimant_span:
        yield value.claimant_span
    if isinstance(value, tuple) and not isinstance(value, Span):
        for each in value:
            yield from _sources(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _sources(getattr(value, field.name))


def _names(findings: Findings) -> frozenset[str]:
    """The names by which findings know each other, in every form."""
    found = (*findings.actors, *findings.places)
    aliases = {alias.text for each in found for alias in each.aliases}
    titles = {role.title for each in found for role in each.roles}
    return frozenset({each.name for each in found} | aliases | titles)


def _titles(shown: Dossier) -> frozenset[str]:
    """The titles that are published; one of a finding that an editor gave another title is not."""
    events = {each.title.value for each in shown.events}
    return frozenset(events | {each.title.value for each in shown.agreements})


def without_words(value: Any, known: Collection[str], kept: Collection[str]) -> Any:
    """Findings with each word hidden that is neither known nor of a text to be kept, as a name is.

    Of a title that is not kept no word is shown: it is one of ours, which an editor replaced.
    """
    if isinstance(value, str):
        if value in kept:
            return value
        spans = word_spans(value)
        return masked(value, (s for s in spans if value[s.start : s.end].casefold() in known))
    if isinstance(value, Span):
        return value
    if isinstance(value, tuple):
        return tuple(without_words(each, known, kept) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        made = {
            field.name: without_words(
                getattr(value, field.name), known if field.name != "title" else (), kept
            )
            for field in fields(value)
            if field.name not in _NO_WORDS
        }
        return replace(value, **made)
    return value


def _strings(value: Any) -> Iterator[str]:
    """Every text in findings."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _strings(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _strings(getattr(value, field.name))


def _texts(value: Any, key: str) -> Iterator[tuple[str, str]]:
    """Every text in the models of files, with the name of the field it stands in."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name), name)
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from _texts(each, name)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _texts(each, key)
