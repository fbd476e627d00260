"""`dossier diff`: what a change of article, rule or curation changes, told in facts."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.commands.options import docs_option, seeds_option
from dossier.commands.voice import say
from dossier.errors import DossierError, Problem

if TYPE_CHECKING:
    from dossier.model import Dossier


@click.command()
@seeds_option
@docs_option
@click.option(
    "--against",
    metavar="REV|FILE",
    help="A revision of the repository, or a file of data; the published data unless given.",
)
def diff(seeds: Path, docs: Path, against: str | None) -> None:
    """Tell in facts what the seeds and the rules would change of the published data; write nothing.

    A line begins with + for what would come, - for what would go, ~ for what would be said otherwise.
    """
    from dossier.assembly.differences import differences
    from dossier.build import preview

    found = list(differences(_before(docs, against), preview(seeds)))
    for difference in found:
        click.echo(difference)
    if not found:
        say("No fact would change.")


def _before(docs: Path, against: str | None) -> Dossier:
    """The data to compare with.

    Raises DossierError.
    """
    from dossier.assembly.verify import DATA_FILE
    from dossier.drift import published, read_data

    if against is None:
        return published(docs)
    if Path(against).is_file():
        return read_data(Path(against).read_text(encoding="utf-8", errors="replace"), against)
    shown = subprocess.run(
        ["git", "show", "--end-of-options", f"{against}:./{DATA_FILE}"],
        cwd=docs if docs.is_dir() else None,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if shown.returncode:
        raise DossierError(
            [
                Problem(
                    file=against,
                    found=f"neither a file nor a revision with {DATA_FILE} in it: "
                    f"{(shown.stderr.strip() or 'git shows nothing').splitlines()[0]}",
                    expected="a file of data, or a revision in which it was published",
                    example="dossier diff --against HEAD~1",
                )
            ]
        )
    return read_data(shown.stdout, f"{against}:{DATA_FILE}")
