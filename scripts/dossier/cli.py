"""The command line; an error is one message and exit code 1."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from datetime import UTC, date, datetime
from io import TextIOWrapper
from pathlib import Path
from time import time
from typing import IO, TYPE_CHECKING, Any

import click

from dossier.commands.accepting import accept, schema
from dossier.commands.completion import completion
from dossier.commands.desk import desk
from dossier.commands.diff import diff
from dossier.commands.exporting import export
from dossier.commands.extracting import extract
from dossier.commands.importing import import_
from dossier.commands.links import links
from dossier.commands.options import docs_option, seeds_option
from dossier.commands.selecting import select
from dossier.commands.serving import serve
from dossier.commands.start import init
from dossier.commands.voice import listen, note, say, voice_options
from dossier.errors import DossierError

if TYPE_CHECKING:
    from dossier.build import BuildReport

# The rest is imported where it is used: a command that reads nothing starts at once.


class _Failure(click.ClickException):
    """What DossierError says, as it says it, and exit code 1."""

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(self.message, file=file or sys.stderr)


class _Commands(click.Group):
    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        cmd.params += voice_options()
        super().add_command(cmd, name)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except DossierError as error:
            from dossier.editing.lines import with_lines

            raise _Failure(str(DossierError(with_lines(error.problems)))) from error
        except (KeyboardInterrupt, click.Abort):
            click.echo("Interrupted.", err=True)
            raise click.exceptions.Exit(_INTERRUPTED) from None


_INTERRUPTED = 130  # what a shell makes of Ctrl-C


def _tell(report: BuildReport) -> None:
    """What was unusual on standard error, what was made on standard output."""
    for notice in report.notices:
        note(notice)
    say(report.summary())


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dossier", prog_name="dossier", message="%(prog)s %(version)s")
@click.pass_context
def main(context: click.Context) -> None:
    """Turn news articles into a verified, cross-linked knowledge base.

    Exit codes: 0 all is well; 1 something is wrong with what was given, or not as it should be, and the
    messages say what; 2 the command was used wrongly; 130 interrupted.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a file on Windows has a code page that lacks most letters
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    atexit.register(gc.freeze)  # what is left at the end is not looked through for cycles before it goes
    listen(context)


@main.command()
@seeds_option
@docs_option
@click.option("--watch", is_flag=True, help="Keep running, and build again after each change.")
def build(seeds: Path, docs: Path, watch: bool) -> None:
    """Read the articles and write the pages.

    Nothing is written when anything is wrong, and no page that would not change.
    """
    if watch:
        from dossier.watch import rebuild_on_change

        rebuild_on_change(seeds, docs)
    else:
        from dossier.unchanged import build as build_or_repeat

        told = build_or_repeat(seeds, docs)
        for notice in told.notices:
            note(notice)
        say(told.summary)


@main.command()
@seeds_option
@docs_option
def release(seeds: Path, docs: Path) -> None:
    """Build, and date what is published: from now on each address belongs to its record.

    The day is today's, or that of the variable SOURCE_DATE_EPOCH. Run it when the site is published, and
    commit seeds/ledger.jsonl.
    """
    from dossier import build as pipeline

    _tell(pipeline.release(seeds, docs, _today()))


def _today() -> date:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch) if epoch else time(), UTC).date()


@main.command()
@seeds_option
@docs_option
@click.option(
    "--data-only", is_flag=True, help="Leave out the pages, for a repository that keeps the data alone."
)
def check(seeds: Path, docs: Path, data_only: bool) -> None:
    """Check every passage and page against the articles; write nothing."""
    from dossier import build as pipeline

    _tell(pipeline.check(seeds, docs, data_only))


@main.command()
@click.argument("site", type=click.Path(file_okay=False, path_type=Path))
def finish(site: Path) -> None:
    """Make the SITE that mkdocs built ready to publish.

    Checks its links, makes the search index and the offline copy, leaves out files that nothing uses, and
    gives scripts and styles names that change with what is in them.
    """
    from dossier.site.finish import finish as finish_site

    say(finish_site(site).summary())


@main.command()
@seeds_option
@click.argument("site", type=click.Path(file_okay=False, path_type=Path))
def measure(seeds: Path, site: Path) -> None:
    """Measure how much of the articles the built SITE shows, and fail beyond the limits."""
    from dossier import build as pipeline
    from dossier.site.address import address_notes

    for measured in pipeline.measure(seeds, site):
        say(f"{measured.article}: the site shows {measured}")
    for told in address_notes(site):
        note(told)


@main.command("explain")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path))
@click.option("--html", is_flag=True, help="A page with the tree of each sentence drawn.")
def explain_(file: Path, html: bool) -> None:
    """Tell why an article is read as it is: each name's weighed cues, frames, quotations, claims, forms.

    Of each also what came near and why it said nothing, what fell at the gate, and the words of each sentence
    with their heads.

    FILE is Markdown or plain text, with front matter or without; - is standard input, plain text.
    """
    from dossier.assembly.explained import explained
    from dossier.reading.explain import explain, explain_html
    from dossier.reading.text.article import read_article
    from dossier.seeds.articles import Loaded, load_document

    typed = str(file) == "-"
    loaded = Loaded(article=read_article(sys.stdin.read(), id="stdin")) if typed else load_document(file)
    for notice in loaded.notices:
        note(notice)
    article = loaded.article
    for line in (explain_html if html else explain)(article, explained(article)):
        click.echo(line)


@main.command()
@click.argument("seed", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@docs_option
def draft(seed: Path, docs: Path) -> None:
    """Write the curation file an editor starts from, beside the article SEED.

    A second run adds what is new and keeps what the editor wrote.
    """
    from dossier.editing.draft import write_draft

    say(write_draft(seed, docs).summary())


for _command in (
    accept,
    completion,
    desk,
    diff,
    export,
    extract,
    import_,
    init,
    links,
    schema,
    select,
    serve,
):
    main.add_command(_command)
