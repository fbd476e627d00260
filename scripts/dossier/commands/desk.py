"""`dossier desk`: the local page at which an editor decides."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import click

from dossier.commands.options import seeds_option
from dossier.commands.voice import say


@click.command()
@seeds_option
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, help="Port on this machine; a free one unless given."
)
def desk(seeds: Path, port: int) -> None:
    """Review what was read, by keyboard, at a page that only this machine can open.

    Questions come riskiest first. Each answer is written at once into the curation or authority file, as a
    person would write it, and shown as a diff; u takes it back. Needs the extra dossier[desk].
    """
    if any(find_spec(name) is None for name in ("starlette", "uvicorn", "ruamel.yaml")):
        raise click.ClickException(
            "The desk needs more packages: pip install -c constraints.txt -e '.[desk]'"
        )
    from dossier.desk.serve import serve

    serve(seeds, port, say)
