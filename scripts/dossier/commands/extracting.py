"""`dossier extract`: findings as one stream of JSON Lines, or as a folder of parts, read on many machines."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path

import click

from dossier.commands.voice import bar, note, say
from dossier.errors import DossierError, Problem


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--jsonl",
    "corpora",
    multiple=True,
    metavar="CORPUS",
    help='A file with one article a line: {"id", "title", "text", "published"}. With --out it may be a '
    "pattern or an address, and packed.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path, allow_dash=True),
    metavar="FINDINGS",
    help="File to write, JSON Lines; standard output unless given.",
)
@click.option(
    "--jobs", type=click.IntRange(1, 256), default=1, show_default=True, help="Number of processes."
)
@click.option(
    "--out", metavar="DIR", help="Folder or address to write parts to, as JSON Lines and as Parquet."
)
@click.option(
    "--engine",
    type=click.Choice(["local", "dask"]),
    default="local",
    show_default=True,
    help="With --out: in this process, or on a cluster of dask, without --scheduler of --jobs processes.",
)
@click.option("--scheduler", metavar="ADDRESS", help="The cluster’s scheduler: tcp://10.0.0.5:8786.")
@click.option(
    "--part-size", default="4MB", show_default=True, metavar="SIZE", help="How much of a corpus a part holds."
)
def extract(
    files: tuple[Path, ...],
    corpora: tuple[str, ...],
    output: Path | None,
    jobs: int,
    out: str | None,
    engine: str,
    scheduler: str | None,
    part_size: str,
) -> None:
    """Write what the rules find in articles, one JSON object a line.

    FILES are Markdown or plain text, with front matter or without; - is standard input. No curation is
    read. An article that can't be read is reported and left out; the exit code is then 1, and the others are
    written all the same.

    With --out, corpora are read in parts. What was read by the same rules and model is not read again, so a
    run that was stopped goes on where it was. This needs the program with its extra “cluster”.
    """
    if not files and not corpora:
        raise click.UsageError("Nothing to read: name FILES or a --jsonl CORPUS.")
    if out is None:
        if engine != "local" or scheduler is not None:
            raise click.UsageError(
                "--engine and --scheduler write parts: name a folder for them with --out DIR."
            )
        left_out = _stream(files, [Path(corpus) for corpus in corpora], output or Path("-"), jobs)
    else:
        if files or output is not None:
            raise click.UsageError("--out takes corpora alone, as --jsonl CORPUS, and no -o FINDINGS.")
        if scheduler is not None and engine != "dask":
            raise click.UsageError("--scheduler is dask’s: add --engine dask.")
        if jobs > 1 and (engine != "dask" or scheduler is not None):
            raise click.UsageError(
                "--jobs with --out is the number of processes of --engine dask without --scheduler."
            )
        left_out = _parts(corpora, out, engine, scheduler, jobs, part_size)
    if left_out:
        raise click.ClickException(f"{left_out} {'article' if left_out == 1 else 'articles'} left out.")


def _stream(files: tuple[Path, ...], corpora: list[Path], output: Path, jobs: int) -> int:
    """Writes findings to one file or standard output; gives the count of articles left out."""
    from dossier.reading.batch import extract_inputs, list_inputs, replacing, total_size

    for corpus in corpora:
        if not corpus.is_file():
            raise click.BadParameter(f"File '{corpus}' does not exist.", param_hint="--jsonl")
    if any(output.exists() and path.exists() and output.samefile(path) for path in (*files, *corpora)):
        raise click.UsageError(f"{output} is to be read and written at once: choose another FINDINGS.")
    to_stdout = output == Path("-")
    if not to_stdout and not output.parent.is_dir():
        raise click.UsageError(f"There is no folder {output.parent} to write {output.name} to.")
    left_out = 0
    told: set[tuple[str, str]] = set()
    whole = bar(total_size([*files, *corpora]), "Reading")
    with nullcontext(sys.stdout) if to_stdout else replacing(output) as stream, whole as shown:
        for result in extract_inputs(list_inputs(files, corpora), jobs):
            if result.row is None:
                left_out += 1
                click.echo(result.trouble, err=True)
            else:
                stream.write(result.row + "\n")
            for notice in result.notices:
                if (notice.file, notice.kind) not in told:
                    told.add((notice.file, notice.kind))
                    note(notice)
            shown.update(result.size)
    return left_out


def _parts(
    corpora: tuple[str, ...], out: str, engine: str, scheduler: str | None, jobs: int, part_size: str
) -> int:
    """Writes findings in parts; gives the count of articles left out."""
    try:
        from dossier.corpus.cluster import dask_engine, size_of
        from dossier.corpus.parts import list_parts
        from dossier.corpus.run import here, read_corpora
        from dossier.corpus.store import Store
    except ModuleNotFoundError as error:
        raise not_installed(error, "--out") from None
    size = size_of(part_size)
    if not size:
        raise click.BadParameter(f"{part_size} is no size; for example 4MB", param_hint="--part-size")
    parts = list_parts(corpora, size)
    chosen = dask_engine(scheduler, jobs) if engine == "dask" else here
    articles = left_out = new = 0
    with bar(len(parts), "Reading") as shown:
        for report in read_corpora(parts, out, chosen):
            articles += report.articles
            left_out += report.left_out
            new += report.is_new
            if report.left_out:
                for trouble in Store(out).left_out(report.name):
                    click.echo(trouble, err=True)
            shown.update(1)
    say(f"{articles} articles in {len(parts)} parts in {out}; {new} parts read now")
    return left_out


def not_installed(error: ModuleNotFoundError, what: str) -> DossierError:
    """That a library of the extra isn't there; other missing modules are raised as they are."""
    if error.name is None or error.name.split(".")[0] == "dossier":
        raise error
    problem = Problem(
        file="dossier",
        found=f"{what} needs {error.name}, which isn’t installed",
        expected="the program with its extra “cluster”",
        example="pip install -c constraints.txt -e '.[cluster]'  # in the program's own folder",
    )
    return DossierError([problem])
