"""Seeds to all that is known of them: what each reader read, what an editor says, records with their ids."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import ParamSpec, TypeVar

from dossier.assembly.assembling import Showing, assemble
from dossier.assembly.binding import bind
from dossier.assembly.gate.leaves import Judged
from dossier.assembly.gate_cache import read_and_gated
from dossier.assembly.gate_yes import all_yes, editors_facts, idle_answers, idle_yes, said_yes, yes_lines
from dossier.assembly.gating import Gated
from dossier.assembly.identity import Identity, identities
from dossier.assembly.ids import Ids
from dossier.assembly.kept import Kept
from dossier.assembly.ledger import LEDGER, Ledger, load_ledger
from dossier.assembly.takedown import Dropped, dropped_names, hidden_slugs, without_drops
from dossier.assembly.untold import only_told
from dossier.assembly.voices import Hearsay, hearsay
from dossier.editing.curation import CURATION_SHAPE, Authorities, Curation, EditedPart
from dossier.editing.files import carried_curation, load_authorities, load_curation, misplaced_curations
from dossier.editing.sources import Source
from dossier.errors import DossierError, Notice, Problem
from dossier.facts import RULES
from dossier.model import Dossier
from dossier.readers.laying import Laid, laid
from dossier.readers.review import Review, Reviewing, completed_by, dead_in
from dossier.readers.unsure import unsure_names
from dossier.reading.ahead import Workers
from dossier.reading.findings import Span
from dossier.reading.text.article import Article
from dossier.seeds.articles import Seed, load_seeds
from dossier.seeds.door import AUTHORITIES, SETTINGS, Folder, curation_of, private_text
from dossier.seeds.kept import KeptSeeds
from dossier.seeds.masked import MaskedSeed
from dossier.seeds.private import unseeded_texts
from dossier.seeds.readings import Reading, file_of, load_reading, readings_of, unseeded
from dossier.seeds.settings import Settings, load_settings

_LOG = logging.getLogger(__name__)
P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known once everything is read, before names are redacted."""

    settings: Settings
    authorities: Authorities
    seeds: tuple[Seed, ...]
    sources: tuple[Source, ...]
    """By article: what stands of its readings, and the editor's file."""
    articles: tuple[Article, ...]
    notices: tuple[Notice, ...]
    yes: tuple[str, ...]
    gates: tuple[Gated, ...]
    readings: tuple[Laid, ...]
    """By article, as above: what stands of all readings, and what waits."""
    heard: dict[str, Hearsay]
    """By article, what of it is somebody's word."""
    showing: Showing
    identities: Callable[[], Sequence[Identity]]
    """What makes each of its records that record: asked where something was published or is to be."""
    dropped: tuple[Dropped, ...]
    ledger: Ledger
    """As the last release left it."""
    undropped: Callable[[], Dossier]
    """The dossier as if nothing had been dropped: under which ids records stood."""
    imagined: Callable[[], Dossier]
    """The dossier as if an editor had said yes to all that waits; ids may be others.

    Raises DossierError where an entry fits two findings then.
    """


def know(
    folder: Folder,
    masked: Mapping[Path, bytes] = MappingProxyType({}),
    workers: Workers | None = None,
) -> Known:
    """The dossier of the articles in a folder, every record under the id it was published with.

    `masked`, by seed, is what is committed of private texts, to be taken instead of them; `workers` read what
    is new. Raises DossierError with the problems of all files together.
    """
    files = _files(folder, masked)
    read = _read(files, workers)
    dead = dead_in(each.gate.findings for each in read)
    lay = partial(_laid, review=files.settings.review, dead=dead, decided=_decided(files.authorities))
    readings = tuple(map(lay, read))
    sources = tuple(map(_source, read, readings))
    ledger = load_ledger(folder.path / LEDGER)
    dropped = dropped_names(sources)
    hidden = hidden_slugs(dropped)
    articles = tuple(seed.article for seed in files.seeds)
    authorities_file = str(folder.path / AUTHORITIES)
    kept = Kept.keeping(articles)
    said = all_yes(files.authorities, ((each.article, each.curation) for each in sources))
    make = partial(
        assemble, authorities=files.authorities, authorities_file=authorities_file, kept=kept, yes=said
    )
    ids = Ids(hidden=hidden, taken={article.id for article in articles})  # in the data they have one space
    try:
        showing = make(sources, ids=ids)
    except DossierError as error:
        raise DossierError([*error.problems, *_idle(read, ())]) from error
    edits = [(each.curation_file, each.curation) for each in sources if each.article.mask is None]
    idle = [
        *_idle(read, showing.stood.let_through),
        *_idle_answers([*edits, (authorities_file, files.authorities)], showing, articles),
    ]
    if idle:
        raise DossierError(idle)
    published_as = identities(showing.full(), articles) if ledger else ()
    bound = bind(ledger, published_as, ids.handed, ids.chosen, hidden)
    if bound != ids.handed:
        showing = make(sources, ids=Ids(bound=bound))
    published = frozenset(line.address for line in ledger if line.state == "live")
    showing = only_told(showing, published)
    _LOG.info("put together what %d articles say", len(articles))
    return Known(
        settings=files.settings,
        authorities=files.authorities,
        seeds=files.seeds,
        sources=sources,
        articles=articles,
        notices=(*folder.notices, *(notice for seed in files.seeds for notice in seed.notices)),
        yes=tuple(line for source in sources for line in yes_lines(source.curation_file, source.curation)),
        gates=tuple(each.gate for each in read),
        readings=readings,
        heard={source.article.id: hearsay(source.findings) for source in sources},
        showing=showing,
        identities=lambda: identities(showing.full(), articles),
        dropped=dropped,
        ledger=ledger,
        undropped=lambda: make([without_drops(source) for source in sources]).full(),
        imagined=lambda: only_told(
            make([_source(each, lay(each, assumed=True)) for each in read], ids=Ids(hidden=hidden)), published
        ).full(),
    )


@dataclass(frozen=True, slots=True)
class _Files:
    """What a folder of seeds holds."""

    settings: Settings
    seeds: tuple[Seed, ...]
    authorities: Authorities
    curations: dict[Path, Curation]
    others: dict[Path, tuple[Reading, ...]]
    """By seed, what other readers found in it."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read of one article: by our rules, gated, and by other readers, as their files have it."""

    seed: Seed
    curation: Curation
    gate: Gated
    others: tuple[Reading, ...]


def _files(folder: Folder, masked: Mapping[Path, bytes]) -> _Files:
    """Every file of the folder, loaded.

    Raises DossierError with the problems of all of them.
    """
    problems: list[Problem] = []
    kept = KeptSeeds.keeping(folder.articles)
    seeds = _or(problems, (), load_seeds, folder, masked, kept.load)
    kept.keep()
    authorities = _or(problems, Authorities(), load_authorities, folder.path / AUTHORITIES)
    settings = _or(problems, Settings(), load_settings, folder.path / SETTINGS)
    problems += [*unseeded(folder), *unseeded_texts(folder)]
    problems += misplaced_curations(folder, seeds)
    curations = {path: _or(problems, Curation(), load_curation, path) for path in folder.curations}
    others = {seed.path: _or(problems, (), _others, folder, seed) for seed in seeds}
    if problems:
        raise DossierError(problems)
    return _Files(settings, seeds, authorities, curations, others)


def _or(problems: list[Problem], missing: T, load: Callable[P, T], *args: P.args, **more: P.kwargs) -> T:
    """What is loaded; what stands for it where it can't be, whose problems are kept."""
    try:
        return load(*args, **more)
    except DossierError as error:
        problems += error.problems
        return missing


def _others(folder: Folder, seed: Seed) -> tuple[Reading, ...]:
    """What other readers found in an article, by the names of their files.

    Where it is made of what is committed of a private text, what stands of that is among the findings.
    Raises DossierError with every problem of these files.
    """
    if seed.masked is not None:
        return ()
    problems: list[Problem] = []
    length, digest = len(seed.article.text.text), seed.metadata.sha256
    found = [
        _or(problems, None, load_reading, path, seed.article.id, digest, length)
        for path in readings_of(folder, private_text(seed.path) if seed.is_private else seed.path)
    ]
    if problems:
        raise DossierError(problems)
    return tuple(each for each in found if each is not None and each.head.reader != RULES)


def _read(files: _Files, workers: Workers | None) -> list[_Read]:
    """The articles, read by our rules and gated."""
    curations = {seed.article.id: _curation(seed, files) for seed in files.seeds}
    whole = [seed for seed in files.seeds if seed.masked is None]
    gates = read_and_gated((seed.article for seed in whole), _yes_at(whole, curations), workers)
    found = {
        seed.path: _Read(seed, curations[seed.article.id], _as_it_stood(seed.masked), ())
        for seed in files.seeds
        if seed.masked is not None
    }
    for number, (seed, gate) in enumerate(zip(whole, gates, strict=True), 1):
        id = seed.article.id
        found[seed.path] = _Read(seed, curations[id], gate, files.others[seed.path])
        _LOG.info("read %s", id, extra={"done": number, "of": len(whole)})
    return [found[seed.path] for seed in files.seeds]


def _yes_at(seeds: Iterable[Seed], curations: Mapping[str, Curation]) -> dict[str, tuple[Span, ...]]:
    """By article, where an editor said yes to what its words don't show."""
    return {
        seed.article.id: tuple(
            span for said in said_yes(seed.article, curations[seed.article.id]) for span in said.spans
        )
        for seed in seeds
    }


def _idle(read: Iterable[_Read], let_through: Sequence[Judged]) -> Iterator[Problem]:
    """A problem for each yes by which nothing stands, neither at the gate nor of the facts `let_through`."""
    for each in read:
        seed = each.seed
        if seed.masked is None:
            file = str(curation_of(seed.path, seed.is_private))
            said = said_yes(seed.article, each.curation)
            yield from idle_yes(file, said, each.gate, seed.article, let_through)


def _idle_answers(
    files: Iterable[tuple[str, EditedPart]], showing: Showing, articles: Iterable[Article]
) -> Iterator[Problem]:
    """A problem for each yes to an editor's own lines that their words show."""
    facts = editors_facts(showing.stood.judged, {article.id: article for article in articles})
    for file, edits in files:
        yield from idle_answers(file, edits, facts, showing.book.answered)


def _curation(seed: Seed, files: _Files) -> Curation:
    """What an editor says of an article; empty where there is no file."""
    if seed.masked is not None:
        return carried_curation(seed.masked.curation, file_of(seed.path, RULES))
    return files.curations.get(curation_of(seed.path, seed.is_private), CURATION_SHAPE())


def _as_it_stood(masked: MaskedSeed) -> Gated:
    """The findings of a private text, which went through the gate where the text is."""
    return Gated(findings=masked.findings, asked=0, fallen=())


def _decided(authorities: Authorities) -> frozenset[str]:
    """The names that an editor's entries for all articles are about."""
    actors = (name for actor in authorities.actors for name in actor.names)
    return frozenset(actors).union(*(place.names for place in authorities.places))


def _laid(
    read: _Read, review: Review, dead: Collection[str], decided: Collection[str], *, assumed: bool = False
) -> Laid:
    """The readings of one article laid over each other; `assumed` as if all that waits had a yes."""
    article, ours = read.seed.article, read.gate.findings
    if read.seed.masked is not None:
        return Laid(findings=ours)
    theirs = [(each.head.reader, each.findings) for each in read.others]
    people = {a.name for each in (ours, *(f for _, f in theirs)) for a in each.actors if a.kind == "person"}
    unsure = unsure_names(article, ours, read.curation, decided) if review == "strict" else {}
    living = people - set(dead)
    completed = completed_by(article, read.curation, (ours, *(found for _, found in theirs)))
    asks = Reviewing(article, review, read.curation, living, unsure, completed, assumed)
    return laid(article, ours, theirs, asks)


def _source(read: _Read, reading: Laid) -> Source:
    return Source(
        article=read.seed.article,
        record=read.seed.metadata,
        findings=reading.findings,
        curation=read.curation,
        curation_file=str(curation_of(read.seed.path, read.seed.is_private)),
    )
