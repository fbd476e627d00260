"""The options that several commands have."""

from __future__ import annotations

from pathlib import Path

import click

seeds_option = click.option(
    "--seeds",
    type=click.Path(path_type=Path),
    default=Path("seeds"),
    show_default=True,
    help="Folder of the articles and the editor's files.",
)
docs_option = click.option(
    "--docs",
    type=click.Path(path_type=Path),
    default=Path("docs"),
    show_default=True,
    help="Folder of the pages.",
)
