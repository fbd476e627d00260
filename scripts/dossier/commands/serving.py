"""`dossier serve`: the site as it is being worked on."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

import click

from dossier.commands.options import docs_option, seeds_option
from dossier.commands.voice import say


@click.command()
@seeds_option
@docs_option
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port on this machine."
)
def serve(seeds: Path, docs: Path, port: int) -> None:
    """Build the pages and the site, show it on this machine, and do so again after each change.

    It is the finished site, with its search. An open page loads anew by itself. Only this machine can open
    it.
    """
    from dossier.preview import Preview
    from dossier.unchanged import build
    from dossier.watch import rebuild_on_change

    say(build(seeds, docs).summary)
    Thread(target=rebuild_on_change, args=(seeds, docs), kwargs={"at_once": False}, daemon=True).start()
    with TemporaryDirectory(prefix="dossier-") as place:
        preview = Preview(Path("mkdocs.yml").resolve(), Path(place), port, say)
        try:
            preview.run()
        finally:
            preview.stop()
