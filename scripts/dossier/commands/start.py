"""`dossier init`: a folder that is a working repository for a dossier of one's own."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from dossier.commands.voice import note, say


@click.command()
@click.argument("directory", type=click.Path(path_type=Path), metavar="DIR")
@click.option(
    "--title",
    default="An example to replace",
    show_default=True,
    help="What the dossier is about, on a line.",
)
@click.option(
    "--program",
    metavar="SOURCE",
    help="What pip installs the program from, for requirements.txt: a wheel or an address.",
)
def init(directory: Path, title: str, program: str | None) -> None:
    """Write a working repository for a dossier of your own into DIR.

    A short made-up article to replace, the settings, pages by hand, a Makefile and workflows. DIR must not be
    there yet, or be empty.
    """
    from dossier.starting.folder import make_folder

    made = make_folder(directory, title, program)
    if made.program is None:
        note(
            f"{directory / 'requirements.txt'} does not say where the program is from, as it was not "
            "installed from an address: write it there, or other machines can't build the site."
        )
    say(
        f"{made.files} files written to {directory}. Next:\n    cd {shlex.quote(str(directory))} && make site"
    )
