"""The whole pipeline on one screen: seeds to articles to findings to dossier to pages to files."""

from __future__ import annotations

import json
import logging
import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from pydantic import ValidationError

from dossier.assembly import Showing, assemble
from dossier.assembly.binding import advance, bind
from dossier.assembly.changes import Changed, changed_sentences
from dossier.assembly.gate_cache import read_and_gated
from dossier.assembly.gate_yes import Yes, idle_yes, said_yes, yes_lines
from dossier.assembly.gating import Gated, told_of
from dossier.assembly.identity import FOLDERS, identities
from dossier.assembly.ids import Ids
from dossier.assembly.ledger import LEDGER, Ledger, leads, load_ledger, write_ledger
from dossier.assembly.limits import MAX_SHARE, Republished
from dossier.assembly.limits import measure as measure_republished
from dossier.assembly.published import texts_of_files, texts_of_site
from dossier.assembly.takedown import (
    Dropped,
    dropped_names,
    hidden_slugs,
    redacted,
    still_named,
    without_drops,
)
from dossier.assembly.verify import DATA_FILE, verify
from dossier.assembly.voices import Hearsay, hearsay
from dossier.editing.curation import Authorities, Curation
from dossier.editing.files import load_authorities, load_curation
from dossier.editing.sources import Source
from dossier.errors import DossierError, Notice, Problem
from dossier.exports.formats import export as export_formats
from dossier.exports.heading import made_by
from dossier.exports.linked import without_head
from dossier.facts import EDITOR, RULES
from dossier.model import Dossier
from dossier.readers.laying import Laid, laid, told_of_readings
from dossier.readers.review import Review, Reviewing, dead_in
from dossier.reading.findings import Span
from dossier.reading.text.article import Article
from dossier.seeds.articles import Seed, load_document, load_seeds
from dossier.seeds.door import AUTHORITIES, CURATION, SETTINGS, Folder, list_folder
from dossier.seeds.readings import Reading, load_reading, readings_of, unseeded
from dossier.seeds.settings import Settings, load_settings
from dossier.site.configuration import FILE, configuration_problems
from dossier.site.files import figures_file, make_files
from dossier.site.pages.shown import ShownOf
from dossier.site.transaction import change, held, read
from dossier.site.writer import WriteReport, write_files

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build made."""

    dossier: Dossier
    republished: tuple[Republished, ...]
    written: WriteReport
    changed: tuple[Changed, ...] = ()
    """Sentences that have changed since the last build, with the facts that rested on them."""
    notices: tuple[Notice, ...] = ()
    """What stops nothing, and the owner of the seeds should know."""
    yes: tuple[str, ...] = ()
    """Values of an editor's that their words don't show, each with why it stands."""
    gates: tuple[Gated, ...] = ()
    """What the gate let through of each article's findings, and what fell."""
    readings: tuple[Laid, ...] = ()
    """What stands of each article's readings, what waits for an editor, and where readers differ."""

    def summary(self) -> str:
        """The report, a line each."""
        dossier = self.dossier
        readers = Counter(fact.read_by.partition(":")[0] for _, fact in dossier.leaves())
        facts = sum(readers.values())
        share = readers[RULES] / facts if facts else 1.0
        counts = ", ".join(
            f"{len(getattr(dossier, section))} {section}"
            for section in ("articles", "actors", "places", "events", "agreements", "quotes", "claims")
        )
        return "\n".join(
            [
                counts,
                f"{facts} facts: {readers[RULES]} read from the text by rule ({share:.0%}), "
                f"{readers[EDITOR]} set by an editor, {readers['register']} from registers"
                + (f", {readers['reader']} read by others" if readers["reader"] else ""),
                f"{len(dossier.evidence)} passages cited, each found in its article",
                *told_of(self.gates),
                *self.yes,
                *told_of_readings(self.readings),
                *(f"{r.article}: shows {r}" for r in self.republished),
                *(f"changed: {each}" for each in self.changed),
                str(self.written),
            ]
        )


def build(seeds: Path, docs: Path) -> BuildReport:
    """Read the seeds and write the pages; nothing is written when anything is wrong.

    Raises DossierError.
    """
    with held(docs):
        made = _make_for(seeds, docs)
        changed = _changes_since_published(docs, made.articles)
        return made.report(write_files(made.files, docs), changed)


def release(seeds: Path, docs: Path, today: date) -> BuildReport:
    """Build, and bind what is published to its addresses from this day on.

    Raises DossierError.
    """
    with held(docs):
        made = _make_for(seeds, docs, today)
        ledger = Path(os.path.relpath(seeds / LEDGER, docs)).as_posix()
        return made.report(write_files(made.files, docs, beside={ledger: write_ledger(made.ledger)}))


def check(seeds: Path, docs: Path, data_only: bool = False) -> BuildReport:
    """Build without writing: every anchor of the published data holds and no page has drifted.

    With `data_only` the pages are not looked at, for a repository that doesn't keep them.

    Raises DossierError.
    """
    made, problems = None, []
    try:
        made = _make_for(seeds, docs)
    except DossierError as error:
        problems += error.problems
    with read(docs):
        problems += _published_problems(seeds, docs)
        if made is None:
            raise DossierError(problems)
        report = made.report(write_files(made.files, docs, dry=True))
    problems += [
        Problem(
            file=str(docs / path),
            found="this page differs from what the seeds make of it",
            expected="pages as the build writes them; run dossier build and review the change",
        )
        for path in report.written.changed
        if path == DATA_FILE or not data_only
    ]
    if problems:
        raise DossierError(problems)
    return report


def export(seeds: Path, out: Path, formats: Iterable[str]) -> tuple[str, ...]:
    """Write the verified dossier in some formats into a folder; what else is there stays.

    Gives the paths of the files, all of which are written, or none.

    Raises DossierError.
    """
    made = export_formats(preview(seeds), formats)
    files = {path.removeprefix("data/"): data for path, data in made.items()}
    with held(out):
        change(out, files, ())
    return tuple(sorted(files))


def preview(seeds: Path) -> Dossier:
    """The dossier that the seeds make now; nothing is written.

    Raises DossierError.
    """
    return _make(seeds).dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What an editor's desk looks at: all that was read, what stands of it and what waits."""

    seeds: tuple[Seed, ...]
    sources: tuple[Source, ...]
    readings: tuple[Laid, ...]
    dossier: Dossier


def opened(seeds: Path) -> Opened:
    """The seeds as they are now, for the desk; nothing is written.

    Raises DossierError.
    """
    known = _know(list_folder(seeds))
    return Opened(
        seeds=known.seeds, sources=known.sources, readings=known.readings, dossier=known.showing.full()
    )


def measure(seeds: Path, site: Path) -> tuple[Republished, ...]:
    """How much of each article the built site shows.

    Raises DossierError when it is more than the limits allow.
    """
    made = _make(seeds)
    if not (site / "index.html").exists():
        raise DossierError(
            [Problem(file=str(site), found="there is no built site", expected="the folder mkdocs build made")]
        )
    measured = measure_republished(made.shown, made.articles, texts_of_site(site))
    _refuse_excess(measured, str(site))
    return measured


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What is known once everything is read, before names are redacted."""

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
    dropped: tuple[Dropped, ...]
    ledger: Ledger
    """As the last release left it."""
    undropped: Callable[[], Dossier]
    """The dossier as if nothing had been dropped: under which ids records stood."""


def _know(folder: Folder) -> _Known:
    """The dossier of the articles in a folder, every record under the id it was published with.

    Raises DossierError with the problems of all files together.
    """
    loaded, sources, authorities, gates, readings = _load(folder)
    ledger = load_ledger(folder.path / LEDGER)
    dropped = dropped_names(sources)
    hidden = hidden_slugs(dropped)
    articles = tuple(seed.article for seed in loaded)
    make = partial(assemble, authorities=authorities, authorities_file=str(folder.path / AUTHORITIES))
    ids = Ids(hidden=hidden)
    showing = make(sources, ids=ids)
    bound = bind(ledger, identities(showing.full(), articles), ids.handed, ids.chosen, hidden)
    if bound != ids.handed:
        showing = make(sources, ids=Ids(bound=bound))
    _LOG.info("put together what %d articles say", len(articles))
    return _Known(
        seeds=loaded,
        sources=tuple(sources),
        articles=articles,
        notices=(*folder.notices, *(notice for seed in loaded for notice in seed.notices)),
        yes=tuple(line for source in sources for line in yes_lines(source.curation_file, source.curation)),
        gates=gates,
        readings=readings,
        heard={source.article.id: hearsay(source.findings) for source in sources},
        showing=showing,
        dropped=dropped,
        ledger=ledger,
        undropped=lambda: make([without_drops(source) for source in sources]).full(),
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read of one article: by our rules, gated, and by other readers, as their files have it."""

    seed: Seed
    curation: Curation
    gate: Gated
    others: tuple[Reading, ...]


def _load(
    folder: Folder,
) -> tuple[tuple[Seed, ...], list[Source], Authorities, tuple[Gated, ...], tuple[Laid, ...]]:
    problems: list[Problem] = []
    loaded: tuple[Seed, ...] = ()
    authorities = Authorities()
    curations: dict[Path, Curation] = {}
    settings = Settings()
    try:
        loaded = load_seeds(folder)
    except DossierError as error:
        problems += error.problems
    try:
        authorities = load_authorities(folder.path / AUTHORITIES)
    except DossierError as error:
        problems += error.problems
    try:
        settings = load_settings(folder.path / SETTINGS)
    except DossierError as error:
        problems += error.problems
    problems += unseeded(folder)
    known = {_curation_path(path) for path in folder.articles}
    for path in sorted({*known, *folder.curations}):
        try:
            curations[path] = load_curation(path)
        except DossierError as error:
            problems += error.problems
        if path not in known:
            problems.append(
                Problem(
                    file=str(path),
                    found="no article has this name",
                    expected="the article's file name with .curation.yaml for .md",
                    example=f"{path.name.removesuffix(CURATION)}.md",
                )
            )
    others: dict[Path, tuple[Reading, ...]] = {}
    for seed in loaded:
        try:
            others[seed.path] = others_read(folder, seed)
        except DossierError as error:
            problems += error.problems
    if problems:
        raise DossierError(problems)
    read = []
    yes = {seed.article.id: said_yes(seed.article, curations[_curation_path(seed.path)]) for seed in loaded}
    gates = read_and_gated((seed.article for seed in loaded), {id: _spans(each) for id, each in yes.items()})
    for number, (seed, gate) in enumerate(zip(loaded, gates, strict=True), 1):
        problems += idle_yes(str(_curation_path(seed.path)), yes[seed.article.id], gate)
        read.append(_Read(seed, curations[_curation_path(seed.path)], gate, others[seed.path]))
        _LOG.info("read %s", seed.article.id, extra={"done": number, "of": len(loaded)})
    if problems:
        raise DossierError(problems)
    dead = dead_in(each.gate.findings for each in read)
    readings = tuple(_laid(each, settings.review, dead) for each in read)
    sources = [
        Source(
            article=each.seed.article,
            record=each.seed.metadata,
            findings=reading.findings,
            curation=each.curation,
            curation_file=str(_curation_path(each.seed.path)),
        )
        for each, reading in zip(read, readings, strict=True)
    ]
    return loaded, sources, authorities, tuple(each.gate for each in read), readings


def others_read(folder: Folder, seed: Seed) -> tuple[Reading, ...]:
    """What other readers found in an article, by the names of their files.

    Raises DossierError with every problem of these files.
    """
    found, problems = [], []
    for path in readings_of(folder, seed.path):
        try:
            reading = load_reading(path, seed.article.id, seed.metadata.sha256, len(seed.article.text.text))
        except DossierError as error:
            problems += error.problems
        else:
            found += [reading] if reading.head.reader != RULES else []
    if problems:
        raise DossierError(problems)
    return tuple(found)


def _spans(yes: Sequence[Yes]) -> tuple[Span, ...]:
    return tuple(span for each in yes for span in each.spans)


def _laid(read: _Read, review: Review, dead: Collection[str]) -> Laid:
    """The readings of one article laid over each other."""
    article, ours = read.seed.article, read.gate.findings
    theirs = [(each.head.reader, each.findings) for each in read.others]
    people = {a.name for each in (ours, *(f for _, f in theirs)) for a in each.actors if a.kind == "person"}
    return laid(article, ours, theirs, Reviewing(article, review, read.curation, people - set(dead)))


def _curation_path(seed: Path) -> Path:
    return seed.with_suffix(CURATION)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """What the seeds make, before anything is written."""

    dossier: Dossier
    shown: Dossier
    """The same before names were redacted."""
    articles: tuple[Article, ...]
    republished: tuple[Republished, ...]
    ledger: Ledger
    files: dict[str, bytes]
    notices: tuple[Notice, ...]
    yes: tuple[str, ...]
    gates: tuple[Gated, ...]
    readings: tuple[Laid, ...]

    def report(self, written: WriteReport, changed: Sequence[Changed] = ()) -> BuildReport:
        return BuildReport(
            dossier=self.dossier,
            republished=self.republished,
            written=written,
            changed=tuple(changed),
            notices=self.notices,
            yes=self.yes,
            gates=self.gates,
            readings=self.readings,
        )


def _make_for(seeds: Path, docs: Path, today: date | None = None) -> _Made:
    """The verified dossier and its files, for the site whose configuration stands beside `docs`.

    Raises DossierError with the problems of the seeds and of that configuration together.
    """
    problems: list[Problem] = []
    made = None
    try:
        made = _make(seeds, today)
    except DossierError as error:
        problems += error.problems
    with suppress(DossierError):  # settings that can't be read are among the problems of the seeds
        problems += configuration_problems(docs.parent / FILE, load_settings(seeds / SETTINGS))
    if made is None or problems:
        raise DossierError(problems)
    return made


def _make(seeds: Path, today: date | None = None) -> _Made:
    """The verified dossier and its files, showing as much of the articles as the limit allows."""
    folder = list_folder(seeds)
    known = _know(folder)
    settings = load_settings(folder.path / SETTINGS)
    now = identities(known.showing.full(), known.articles)
    ledger = advance(known.ledger, now, today or date.max, hidden_slugs(known.dropped))
    dates = {line.address: line.changed for line in (ledger if today else known.ledger)}
    gone = _gone(known, ledger)
    settings = load_settings(seeds / SETTINGS)
    heading = {"title": settings.title, "licence": settings.licence, **made_by()}
    while True:
        shown = known.showing.shown().model_copy(update=heading)
        verify(shown, known.articles, known.heard)
        _LOG.info("verified every statement")
        left = list(still_named(shown, known.dropped))
        if left:
            raise DossierError(left)
        dossier = redacted(shown, known.dropped)
        files = make_files(dossier, dates, gone, settings)
        _LOG.info("made %d files", len(files))
        republished = measure_republished(shown, known.articles, texts_of_files(files))
        excess = [r.article for r in republished if not r.within_limits]
        if not excess or not known.showing.spare(excess):
            break
    _refuse_excess(republished, DATA_FILE)
    files |= figures_file(_figures(dossier, republished))
    return _Made(
        dossier=dossier,
        shown=shown,
        articles=known.articles,
        republished=republished,
        ledger=ledger,
        files=files,
        notices=known.notices,
        yes=known.yes,
        gates=known.gates,
        readings=known.readings,
    )


def _changes_since_published(docs: Path, articles: Iterable[Article]) -> list[Changed]:
    """Changed sentences, with what rested on them; none where nothing readable was published before."""
    try:
        return changed_sentences(published(docs), articles)
    except DossierError:
        return []  # a first build, or data of an older shape, which this build writes anew


def _gone(known: _Known, ledger: Ledger) -> list[tuple[str, str | None]]:
    """Addresses that were published and no record stands at any more, each with the one to go on to."""
    stood = [(line.section, line.id) for line in known.ledger]
    if any(line.is_veiled for line in ledger):
        stood += [(FOLDERS[type(each)], each.id) for each in known.undropped().records()]
    return list(leads(ledger, stood))


def _figures(dossier: Dossier, republished: Iterable[Republished]) -> Iterator[ShownOf]:
    """How much of each article is shown, for its page, quotations included."""
    headlines = {article.id: article.headline for article in dossier.articles}
    for each in republished:
        all_words = each.words + each.quoted
        shown = all_words if each.open_licence else each.shown + each.quoted
        yield ShownOf(each.article, headlines[each.article], shown, all_words, each.open_licence)


def _refuse_excess(measured: tuple[Republished, ...], file: str) -> None:
    excessive = [r for r in measured if not r.within_limits]
    if excessive:
        raise DossierError(
            Problem(
                file=file,
                where=r.article,
                found=f"it would show {r}",
                expected=f"at most {MAX_SHARE:.0%} of the words outside quotations, in short excerpts; "
                "drop findings in the curation file",
                example="claims:\n- words: said it was confident\n  drop: not about the story",
            )
            for r in excessive
        )


def published(docs: Path) -> Dossier:
    """The dossier that was published last.

    Raises DossierError when there is none that can be read.
    """
    path = docs / DATA_FILE
    if not path.exists():
        found, expected = "there is no data yet", "the data a build writes; run dossier build"
        raise DossierError([Problem(file=str(path), found=found, expected=expected)])
    return read_data(path.read_text(encoding="utf-8"), str(path))


def read_data(data: str, file: str) -> Dossier:
    """The dossier in the text of a file of data.

    Raises DossierError when it is none of this shape.
    """
    try:
        return Dossier.model_validate(without_head(json.loads(data)))
    except (ValidationError, ValueError) as error:
        found = f"not a dossier: {str(error).splitlines()[0]}"
        expected = "the data a build writes"
        raise DossierError([Problem(file=file, found=found, expected=expected)]) from error


def _published_problems(seeds: Path, docs: Path) -> list[Problem]:
    """Sentences that the published data rests on and the articles no longer have.

    Articles are read without their checksum, so that a changed one names each fact it broke.
    """
    try:
        before = published(docs)
    except DossierError as error:
        return error.problems
    articles = {}
    for seed in list_folder(seeds).articles:
        try:
            article = load_document(seed).article
        except DossierError:
            continue  # load_seeds reports the same file with the same words
        articles[article.id] = article
    missing = sorted({passage.article for passage in before.evidence} - set(articles))
    return [
        *(_unseeded(str(docs / DATA_FILE), article) for article in missing),
        *(
            _changed(str(seeds / f"{each.article}.md"), each)
            for each in changed_sentences(before, articles.values())
        ),
    ]


def _unseeded(file: str, article: str) -> Problem:
    return Problem(
        file=file,
        where=f"articles: {article}",
        found="it is not among the seeds",
        expected="the articles that the published data cites; run dossier build and review the change",
    )


def _changed(file: str, changed: Changed) -> Problem:
    facts = ", ".join(changed.facts)
    return Problem(
        file=file,
        where=f"¶{changed.paragraph}",
        found=f"the sentence of “{changed.shown}” has changed, and these rest on it: {facts}",
        expected="the sentence as it was read; run dossier build and review the change",
    )
