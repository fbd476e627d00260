"""`dossier select`: of very many read articles, those that make a dossier, as seeds."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from dossier.commands.extracting import not_installed
from dossier.commands.voice import say
from dossier.errors import DossierError, Problem


class _Day(click.ParamType[date]):
    name = "day"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()
        except ValueError:
            self.fail(f"{value} is no day; for example 2024-05-31", param, ctx)


@click.command()
@click.argument("tables", nargs=-1, required=True, metavar="PARQUET|DIR…")
@click.option(
    "--name", "names", multiple=True, help="An actor or place it names, in any of the article’s forms."
)
@click.option("--place", "places", multiple=True, help="A place it names.")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    help="A kind of event, agreement or claim in it: attack, treaty, denial.",
)
@click.option("--claimant", "claimants", multiple=True, help="Who makes a claim in it.")
@click.option(
    "--target",
    "targets",
    multiple=True,
    help="Whom or what a claim in it, of the claimant and kind asked for, is about.",
)
@click.option("--after", type=_Day(), metavar="DAY", help="The first day of publication: 2024-05-31.")
@click.option("--before", type=_Day(), metavar="DAY", help="The last.")
@click.option("--where", metavar="SQL", help="A condition of your own on the columns of the table.")
@click.option(
    "--limit",
    type=click.IntRange(1, 10_000),
    default=300,
    show_default=True,
    help="How many articles at most.",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="SEEDS",
    help="Folder to write the seeds to; their ids are only listed unless given.",
)
@click.option("--publisher", metavar="NAME", help="Who published them, where they don't say so.")
def select(
    tables: tuple[str, ...],
    names: tuple[str, ...],
    places: tuple[str, ...],
    kinds: tuple[str, ...],
    claimants: tuple[str, ...],
    targets: tuple[str, ...],
    after: date | None,
    before: date | None,
    where: str | None,
    limit: int,
    out: Path | None,
    publisher: str | None,
) -> None:
    """Choose from read articles those that make a dossier, and make seeds of them.

    PARQUET are files that dossier extract --out wrote, or DIR its folder. An option given twice asks for
    either; different options, for all. Those that name most often what is asked for come first. This needs
    the program with its extra “cluster”.
    """
    try:
        from dossier.corpus import select as selection
        from dossier.corpus.tables import tables_of
    except ModuleNotFoundError as error:
        raise not_installed(error, "select") from None
    from dossier.seeds.importing.run import import_rows
    from dossier.seeds.importing.talk import Answers

    _refuse_kinds(kinds, selection.kinds())
    question = selection.Question(
        names=names,
        places=places,
        kinds=kinds,
        claimants=claimants,
        targets=targets,
        after=after,
        before=before,
        where=where,
    )
    if question.is_empty:
        raise click.UsageError(
            "Which articles? Ask for a --name, --place, --kind, --claimant, --target, day or --where."
        )
    chosen = selection.select(question, tables_of(tables), limit)
    if out is None:
        for row in chosen.rows:
            click.echo("\t".join([row["id"], row.get("published", ""), row.get("title", "")]))
        say(f"{len(chosen.rows)} of {chosen.found} articles that answer; --out SEEDS makes seeds of them")
        return
    written = failed = 0
    for outcome in import_rows(chosen.rows, Answers(publisher=publisher), out):
        for problem in outcome.problems:
            click.echo(str(problem), err=True)
        failed += bool(outcome.problems)
        written += outcome.seed is not None
    say(f"{written} seeds written to {out}, of {chosen.found} articles that answer")
    if failed:
        raise click.ClickException(f"{failed} {'article' if failed == 1 else 'articles'} made no seed.")


def _refuse_kinds(asked: tuple[str, ...], known: frozenset[str]) -> None:
    """Raises DossierError for kinds that no rule gives."""
    problems = [
        Problem(
            file="--kind",
            found=f"{kind} is no kind of event, agreement or claim",
            expected=f"one of {', '.join(sorted(known))}",
            example="--kind attack --kind responsibility_claimed",
        )
        for kind in asked
        if kind not in known
    ]
    if problems:
        raise DossierError(problems)
