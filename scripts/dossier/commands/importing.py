"""`dossier import`: its options, the questions it asks at a terminal, and what it prints."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.commands.voice import say

if TYPE_CHECKING:
    from dossier.seeds.importing.material import Ask, Question
    from dossier.seeds.importing.run import Outcome


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE|DIR|URL…")
@click.option("--publisher", metavar="NAME", help="Who published them, where they don't say so.")
@click.option("--headline", metavar="HEADLINE", help="The headline, of one article that has none.")
@click.option("--date", metavar="YYYY-MM-DD", help="The day of publication, of one article that has none.")
@click.option(
    "--date-order",
    type=click.Choice(["dmy", "mdy"]),
    help="What 03/04/2024 means: 3 April (dmy) or 4 March (mdy).",
)
@click.option(
    "--boilerplate",
    type=click.Choice(["drop", "keep"]),
    help="What to do with menus, contacts and lines that don't look like the article's; asked unless given.",
)
@click.option("--encoding", metavar="NAME", help="The encoding of files that are not UTF-8.")
@click.option(
    "--mend", is_flag=True, help="Put right what was UTF-8 and was read as Windows-1252 (â€œ for “)."
)
@click.option("--english", is_flag=True, help="The texts are English, whatever they look like.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("seeds"),
    show_default=True,
    help="Folder to write the seeds to.",
)
@click.option(
    "--keep",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for fetched pages (WARC), outside the repository; the user's own data folder unless given.",
)
def import_(
    files: tuple[str, ...],
    publisher: str | None,
    headline: str | None,
    date: str | None,
    date_order: str | None,
    boilerplate: str | None,
    encoding: str | None,
    mend: bool,
    english: bool,
    out: Path,
    keep: Path | None,
) -> None:
    """Make seeds of articles as people have them.

    FILE is Markdown, plain text, a saved page, a CSV, JSON or JSON Lines of articles, a Word file or a feed;
    of a folder, all files are taken; - is standard input; an address is fetched, and its page kept. What was
    guessed and left out is printed. What can't be known is asked for at a terminal, else the option for it is
    named. No file is ever overwritten. An article that can't be imported is reported and left out; the exit
    code is then 1.
    """
    from dossier.seeds.importing.run import import_all
    from dossier.seeds.importing.talk import Answers

    answers = Answers(
        publisher=publisher,
        date=date,
        headline=headline,
        date_order=date_order,
        boilerplate=boilerplate,
        mend=mend,
        encoding=encoding,
        english=english,
    )
    kept = keep or Path(click.get_app_dir("dossier"), "originals")
    failed = sum(_told(outcome) for outcome in import_all(files, answers, out, kept, asker(files)))
    if failed:
        raise click.ClickException(f"{failed} {'article' if failed == 1 else 'articles'} not imported.")


def _told(outcome: Outcome) -> bool:
    """Prints what became of an article; True when it could not be imported."""
    for problem in outcome.problems:
        click.echo(str(problem), err=True)
    if outcome.seed:
        say(f"{outcome.source} → {outcome.seed}")
    elif outcome.told:
        say(f"{outcome.source}: {outcome.told[0]}")
        return False
    for line in outcome.told:
        say(f"    {line}")
    return bool(outcome.problems)


def asker(files: tuple[str, ...]) -> Ask:
    """Who answers questions: the user at the terminal, nobody without one or when it gives an article."""
    from dossier.seeds.importing.material import nobody

    return asked if sys.stdin.isatty() and "-" not in files else nobody


def asked(question: Question) -> str | None:
    """The user's answer at the terminal; None for an empty one."""
    for line in question.shown:
        click.echo(f"    {line}", err=True)
    kind = click.Choice(question.choices) if question.choices else None
    default = None if kind else ""
    answer: str = click.prompt(question.text, type=kind, default=default, show_default=False, err=True)
    return answer.strip() or None
