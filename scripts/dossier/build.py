"""The whole pipeline on one screen: seeds to articles to findings to dossier to pages to files."""

from __future__ import annotations

import logging
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

from PIL import Image

from dossier.assembly.across.events import event_words
from dossier.assembly.binding import advance
from dossier.assembly.changes import Changed
from dossier.assembly.cutting import cut_quotations
from dossier.assembly.fallen import Stood, told_of_stood
from dossier.assembly.gate.leaves import Judged
from dossier.assembly.gate.words import gate_words
from dossier.assembly.gating import Gated, told_of
from dossier.assembly.identity import FOLDERS
from dossier.assembly.ledger import LEDGER, Ledger, leads, write_ledger
from dossier.assembly.limits import Republished, refuse_excess
from dossier.assembly.limits import measure as measure_republished
from dossier.assembly.published import texts_of_site
from dossier.assembly.standing import Standing
from dossier.assembly.takedown import hidden_slugs
from dossier.assembly.verify import DATA_FILE, reference_problems, verify
from dossier.assembly.voices import Hearsay
from dossier.collecting import seldom_collected
from dossier.drift import changes_since_published, published_problems
from dossier.editing.sources import Source
from dossier.errors import DossierError, Notice, Problem
from dossier.exports import schemas
from dossier.exports.data import schema_file
from dossier.exports.formats import export as export_formats
from dossier.exports.heading import made_by
from dossier.facts import EDITOR, RULES
from dossier.fitting import Fitted, fitted
from dossier.gathering import Known, know
from dossier.model import Dossier
from dossier.private import holds, masked_files, outdated, refuse_hidden
from dossier.readers.laying import Laid, told_of_readings
from dossier.reading.ahead import Workers
from dossier.reading.names.gazetteer import load_gazetteer
from dossier.reading.names.namewords import english_words, load_namewords, personal_names
from dossier.reading.text.article import Article
from dossier.seeds.articles import Seed
from dossier.seeds.door import SETTINGS, list_folder
from dossier.seeds.readings import file_of
from dossier.seeds.settings import load_settings
from dossier.site import configuration, render
from dossier.site.configuration import FILE, configuration_problems
from dossier.site.drawing import Drawer
from dossier.site.files import Files, Making, figures_file
from dossier.site.pages.collation import sort_key
from dossier.site.pages.entries import Entered, entries_of
from dossier.site.pages.shown import ShownOf
from dossier.site.transaction import change, held, read
from dossier.site.writer import WriteReport, write_files
from dossier.tables import keep_tables

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
    otherwise: tuple[str, ...] = ()
    """What an editor ties, dates or classes otherwise than it was read."""
    gates: tuple[Gated, ...] = ()
    """What the gate let through of each article's findings, and what fell."""
    stood: Stood | None = None
    """What the words that each fact cites say of it, and which facts fell."""
    readings: tuple[Laid, ...] = ()
    """What stands of each article's readings, what waits for an editor, and where readers differ."""

    def again(self) -> BuildReport:
        """What a build of the same would report after this one: it changes nothing."""
        paths = sorted((*self.written.written, *self.written.unchanged))
        return replace(self, written=WriteReport(unchanged=tuple(paths)), changed=())

    def summary(self) -> str:
        """The report, a line each."""
        dossier = self.dossier
        readers = Counter(fact.read_by.partition(":")[0] for fact in dossier.facts())
        facts = sum(readers.values())
        share = readers[RULES] / facts if facts else 1.0
        counts = ", ".join(
            f"{number} {section if number != 1 else section.removesuffix('s')}"
            for section in FOLDERS.values()
            for number in (len(getattr(dossier, section)),)
        )
        return "\n".join(
            [
                counts,
                f"{facts} facts: {readers[RULES]} read from the text by rule ({share:.0%}), "
                f"{readers[EDITOR]} set by an editor, {readers['register']} from registers"
                + (f", {readers['reader']} read by others" if readers["reader"] else ""),
                f"{len(dossier.evidence)} passages cited, each found in its article",
                *_told_of_cut(dossier),
                *(told_of_stood(self.stood) if self.stood else ()),
                *told_of(self.gates),
                *self.yes,
                *(f"otherwise than read: {each}" for each in self.otherwise),
                *told_of_readings(self.readings),
                *(f"{r.article}: shows {r}" for r in self.republished),
                *(f"changed: {each}" for each in self.changed),
                str(self.written),
            ]
        )


def _told_of_cut(dossier: Dossier) -> Iterator[str]:
    """How many quotations are shown to a cut, if any: nothing is left out without an editor's knowing."""
    if number := len(cut_quotations(dossier)):
        yield (
            f"{number} {'quotation is' if number == 1 else 'quotations are'} shown to a cut: other articles "
            "print more of the words without marks"
        )


@seldom_collected()
def build(seeds: Path, docs: Path, workers: Workers | None = None) -> BuildReport:
    """Read the seeds and write the pages; nothing is written when anything is wrong.

    `workers` read what is new. Raises DossierError.
    """
    with held(docs):
        if workers:
            _make_ready()
        with seldom_collected(is_reading=not workers):
            made = _make_for(seeds, docs, workers=workers)
        changed = changes_since_published(docs, made.articles)
        return made.report(write_files(made.files, docs, beside=_beside(made.private, docs)), changed)


def _make_ready() -> None:
    """Loads what any build asks for, while others load the parser: all of it is loaded once."""
    for load in (
        schema_file,
        schemas.export,
        load_gazetteer,
        english_words,
        load_namewords,
        personal_names,
        gate_words,
        event_words,
        partial(sort_key, ""),
        render.make_ready,
        configuration.make_ready,
        Image.preinit,
        keep_tables,
    ):
        load()


@seldom_collected()
def release(seeds: Path, docs: Path, today: date) -> BuildReport:
    """Build, and bind what is published to its addresses from this day on.

    Raises DossierError.
    """
    with held(docs):
        made = _make_for(seeds, docs, today)
        kept = {seeds / LEDGER: write_ledger(made.ledger), **made.private}
        return made.report(write_files(made.files, docs, beside=_beside(kept, docs)))


def _beside(files: Mapping[Path, bytes], docs: Path) -> dict[str, bytes]:
    """Files among the seeds, by their paths from the folder of pages."""
    return {Path(os.path.relpath(path, docs)).as_posix(): data for path, data in files.items()}


@seldom_collected()
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
        problems += published_problems(seeds, docs, made.articles if made else ())
        if made is None:
            raise DossierError(problems)
        problems += [outdated(path) for path, data in made.private.items() if not holds(path, data)]
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


@seldom_collected()
def preview(seeds: Path) -> Dossier:
    """The dossier that the seeds make now; nothing is written.

    Raises DossierError.
    """
    return _make(seeds).fitted.dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What an editor's desk looks at: all that was read, what stands of it and what waits."""

    seeds: tuple[Seed, ...]
    sources: tuple[Source, ...]
    readings: tuple[Laid, ...]
    gates: tuple[Gated, ...]
    articles: tuple[Article, ...]
    """All of the dossier's, those whose texts are not here among them."""
    dossier: Dossier
    heard: dict[str, Hearsay]
    """By article, what of it is somebody's word."""
    imagined: Callable[[], Dossier]
    """The dossier as if an editor had said yes to all that waits; ids may be others. Raises DossierError."""


@seldom_collected()
def opened(seeds: Path) -> Opened:
    """The seeds as they are now, for the desk, but for private texts that are not here; nothing is written.

    Raises DossierError.
    """
    known = know(list_folder(seeds))
    here = [place for place, seed in enumerate(known.seeds) if seed.masked is None]
    return Opened(
        seeds=tuple(known.seeds[place] for place in here),
        sources=tuple(known.sources[place] for place in here),
        readings=tuple(known.readings[place] for place in here),
        gates=tuple(known.gates[place] for place in here),
        articles=known.articles,
        dossier=known.showing.full(),
        heard=known.heard,
        imagined=known.imagined,
    )


def reopened(seeds: Path) -> Opened:
    """The same, once something was written: what it makes is verified as a build would.

    Raises DossierError.
    """
    read = opened(seeds)
    verify(read.dossier, read.articles, read.heard)
    return read


@seldom_collected()
def measure(seeds: Path, site: Path) -> tuple[Republished, ...]:
    """How much of each article the built site shows.

    Raises DossierError when it is more than the limits allow.
    """
    made = _make(seeds)
    if not (site / "index.html").exists():
        raise DossierError(
            [Problem(file=str(site), found="there is no built site", expected="the folder mkdocs build made")]
        )
    measured = measure_republished(made.fitted.shown, made.articles, texts_of_site(site))
    seeds_by_id = {seed.article.id: str(seed.path) for seed in made.read.seeds}
    refuse_excess(measured, seeds_by_id, str(site))
    return measured


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """What the seeds make, before anything is written."""

    fitted: Fitted
    articles: tuple[Article, ...]
    """As the pages were made of them."""
    ledger: Ledger
    files: Files
    read: Known
    """What was read; of private texts that are here, the whole."""
    stood: Stood
    """What stands of what was read."""
    private: Mapping[Path, bytes] = field(default_factory=dict)
    """What is committed of private texts that are here, by the file it belongs in."""

    def report(self, written: WriteReport, changed: Sequence[Changed] = ()) -> BuildReport:
        return BuildReport(
            dossier=self.fitted.dossier,
            republished=self.fitted.republished,
            written=written,
            changed=tuple(changed),
            notices=self.read.notices,
            yes=self.read.yes,
            otherwise=tuple(self.read.showing.book.otherwise),
            gates=self.read.gates,
            stood=self.stood,
            readings=self.read.readings,
        )


def _make_for(seeds: Path, docs: Path, today: date | None = None, workers: Workers | None = None) -> _Made:
    """The verified dossier and its files, for the site whose configuration stands beside `docs`.

    Raises DossierError with the problems of the seeds and of that configuration together.
    """
    problems: list[Problem] = []
    made = None
    try:
        made = _make(seeds, today, workers)
    except DossierError as error:
        problems += error.problems
    with suppress(DossierError):  # settings that can't be read are among the problems of the seeds
        problems += configuration_problems(docs.parent / FILE, load_settings(seeds / SETTINGS))
    if made is None or problems:
        raise DossierError(problems)
    return made


def _make(seeds: Path, today: date | None = None, workers: Workers | None = None) -> _Made:
    """The verified dossier and its files; where private texts are here, of what is committed of them."""
    folder = list_folder(seeds)
    whole = know(folder, workers=workers)
    private = masked_files(whole)
    if not private:
        return _made(whole, today)
    _refuse_nowhere(whole.showing.full())
    stood = _stood(whole)
    made = _made(know(folder, private), today)
    files = {file_of(seed, RULES): data for seed, data in private.items()}
    refuse_hidden(made.files, folder.path)
    return replace(made, private=files, read=whole, stood=stood)


def _made(known: Known, today: date | None) -> _Made:
    """The verified dossier and its files, showing as much of the articles as the limit allows."""
    entries = entries_of(known.showing.full(), known.ledger)
    entered = Entered(entries)
    hidden = hidden_slugs(known.dropped)
    is_bound = bool(today or known.ledger or hidden)  # else nothing was published that could lead anywhere
    ledger = advance(known.ledger, known.identities(), today or date.max, hidden, entries) if is_bound else ()
    dates = {line.address: line.changed for line in (ledger if today else known.ledger)}
    gone = _gone(known, ledger)
    heading = {"title": known.settings.title, "licence": known.settings.licence, **made_by()}
    drawer, standing = Drawer.keeping(), Standing.keeping()
    with _leading_somewhere(known.showing.full()):
        stood = _stood(known)
        try:
            made = fitted(
                known,
                lambda shown: entered(shown).model_copy(update=heading),
                Making(dates, gone, known.settings, drawer),
                standing,
            )
        finally:  # what an article that is refused made others answer, they answer again
            for each in (known.showing.book.kept, drawer, standing):
                each.keep()
    figures = figures_file(_figures(made.dossier, made.republished))
    return _Made(
        fitted=made,
        articles=known.articles,
        ledger=ledger,
        files=made.files | figures,
        read=known,
        stood=stood,
    )


@contextmanager
def _leading_somewhere(dossier: Dossier) -> Iterator[None]:
    """Of what fails, tells of references that lead nowhere and of nothing else: whatever else they led to.

    Where nothing fails, whoever verifies asks. Raises DossierError.
    """
    try:
        yield
    except Exception:
        _refuse_nowhere(dossier)
        raise


def _refuse_nowhere(dossier: Dossier) -> None:
    """Raises DossierError for references that lead nowhere."""
    if nowhere := list(reference_problems(dossier)):
        raise DossierError(nowhere)


def _stood(known: Known) -> Stood:
    """What stands of all facts, each asked for in the words it cites.

    Raises DossierError for what an editor draws from words that don't say it.
    """
    stood = known.showing.stood
    _refuse_denied(stood.judged)
    return stood


def _gone(known: Known, ledger: Ledger) -> list[tuple[str, str | None]]:
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
        shown = all_words if each.open_licence else each.in_all
        yield ShownOf(each.article, headlines[each.article], shown, all_words, each.open_licence)


def _refuse_denied(judged: Iterable[Judged]) -> None:
    """Stops the build for what an editor draws from words that deny it, or that tie nothing, without a yes.

    Raises DossierError.
    """
    denied = [each for each in judged if each.stops]
    if denied:
        raise DossierError(
            Problem(
                file=DATA_FILE,
                where=each.path,
                found=f"the words that it rests on do not say it: {each.why}",
                expected="words of the article that say it"
                + (", or `shown` with why it is so all the same" if each.answer == "not shown" else "")
                + "; or no such line in the editor's file",
            )
            for each in denied
        )
