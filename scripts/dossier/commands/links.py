"""`dossier links`: which originals are gone or changed."""

from __future__ import annotations

from pathlib import Path

import click

from dossier.commands.options import seeds_option
from dossier.commands.voice import counted, say


@click.command()
@seeds_option
def links(seeds: Path) -> None:
    """Tell which of the articles' addresses are gone, or no longer say what the seeds hold.

    Each address is fetched once. The exit code is 1 when a page is gone, out of reach or changed.
    """
    from dossier.seeds.articles import load_seeds
    from dossier.seeds.door import list_folder
    from dossier.seeds.links import check_link

    checked = 0
    other = 0
    for seed in counted(load_seeds(list_folder(seeds)), "Fetching"):
        link = check_link(seed)
        if link is None:
            say(f"{seed.article.id}: no address")
            continue
        checked += 1
        other += link.state != "the same"
        say(link)
    if other:
        raise click.ClickException(f"{other} of {checked} pages gone, out of reach or changed.")
