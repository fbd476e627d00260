"""`dossier export`: the dossier as files for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from dossier.commands.options import seeds_option
from dossier.commands.voice import say
from dossier.exports import NAMES


@click.command()
@seeds_option
@click.option(
    "--format",
    "formats",
    type=click.Choice(NAMES),
    multiple=True,
    help="A format to write, as often as wanted; all unless given.",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("data"),
    show_default=True,
    help="Folder to write to; what else is in it stays.",
)
def export(seeds: Path, formats: tuple[str, ...], out: Path) -> None:
    """Write the dossier as files for other programs.

    The same files stand under data/ in the built site.
    """
    from dossier import build as pipeline

    written = pipeline.export(seeds, out, formats or NAMES)
    say(f"{len(written)} files written to {out}")
