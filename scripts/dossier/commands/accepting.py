"""`dossier accept` and `dossier schema`: other readers' findings, and what readers are told."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click

from dossier.commands.options import seeds_option
from dossier.commands.voice import say

_READER = re.compile(r"[A-Za-z0-9][\w.-]{0,60}")


def _reader(_context: click.Context, _option: click.Parameter, name: str) -> str:
    if not _READER.fullmatch(name) or name == "rules":
        raise click.BadParameter("letters, digits, dots, hyphens and underscores; not rules")
    return name


@click.command()
@click.argument("findings", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--reader", required=True, callback=_reader, metavar="NAME", help="Who read it.")
@click.option("--article", metavar="ID", help="The article it is about, where the findings don't say.")
@seeds_option
def accept(findings: Path, reader: str, article: str | None, seeds: Path) -> None:
    """Take what another reader found in the articles: a language model, another program, a colleague.

    FINDINGS is JSON Lines as dossier schema or dossier extract have it, LangExtract's JSON Lines, or a table
    (.csv, .tsv) with the columns subject, predicate, object, words. Each finding goes through the gate; its
    words must stand in the article, exactly. What is taken is kept in SEEDS/ARTICLE.findings/NAME.jsonl, what
    is refused beside FINDINGS, with the reasons. The exit code is 0 whatever was refused.
    """
    from dossier.accepting import accept_file

    say(accept_file(findings, reader, article, seeds).summary())


@click.command()
@click.option(
    "--prompt",
    "as_prompt",
    is_flag=True,
    help="A prompt for a language model, with the schema in it, instead of the schema alone.",
)
@click.option(
    "--article",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="SEED",
    help="The article to put into the prompt.",
)
def schema(as_prompt: bool, article: Path | None) -> None:
    """Print the JSON Schema of a finding as dossier accept takes it."""
    from dossier.readers.schema import finding_schema, prompt
    from dossier.seeds.articles import load_document

    if not as_prompt:
        click.echo(json.dumps(finding_schema(), ensure_ascii=False, indent=2))
        return
    loaded = load_document(article).article if article else None
    click.echo(prompt(loaded.id if loaded else None, loaded.text.text if loaded else None))
