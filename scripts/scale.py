"""How time, memory and weight grow with the articles: `python scripts/scale.py 50 200 [--real CORPUS]`.

For each number a dossier of made-up articles (`made_articles.py`) or of the first articles of a corpus is
built in a folder of its own: once to read it, once with its findings cached, once after one article has
changed, then as a site. Prints a table of processor seconds (of the wall where it says so), megabytes at
the peak, and kilobytes over the wire, packed as a host would, with the ratio to MkDocs with Material alone
on the same number of plain pages. Weights need CHROMIUM, the path of a browser. Never a test: it tells.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from itertools import islice
from pathlib import Path

from playwright.sync_api import Page, Response, sync_playwright

from made_articles import made_articles
from screenshots import serving

ROOT = Path(__file__).resolve().parent.parent
_PLAIN = "site_name: Plain\ntheme:\n  name: material\n  font: false\nplugins: []\nnav:\n  - Home: index.md\n"
_LINE = "The {n}th plain page has a [link to another](p{other}.md) and a few more words about nothing.\n\n"
_SEARCHED = "border attack"
_ADDED = "Twelve people were killed in a bombing in Tunis on Friday, the mayor Ann Holt said."
"""What is added to an article: an event, a claim and an actor, so that pages do change."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What a command took."""

    seconds: float
    """Of the processors."""
    wall: float
    peak: float
    """Megabytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What was measured at one number of articles; the fields are the columns."""

    articles: int
    pages: int
    first_build: float
    cached: float
    one_changed: float
    one_changed_wall: float
    mkdocs: float
    mkdocs_wall: float
    finish: float
    measure: float
    plain_mkdocs: float
    """MkDocs with Material alone, on as many plain pages."""
    peak: float
    peak_mkdocs: float
    site: float
    first_view: float
    first_search: float


def spend(command: list[str], folder: Path) -> Spent:
    """Runs a command and tells what it and its children took; ends the program when it fails.

    The program is compiled once, as where it is installed, and not by each process anew.
    """
    given = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=given, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    output = process.stdout.read().decode(errors="replace") if process.stdout else ""
    _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)} failed in {folder}:\n{output[-3000:]}")
    return Spent(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / 1024)


def write_made(seeds: Path, count: int) -> None:
    """Made-up articles as seeds."""
    seeds.mkdir(parents=True)
    for article in made_articles(count):
        (seeds / f"{article.id}.md").write_text(article.seed, encoding="utf-8")


def writing_real(corpus: Path) -> Callable[[Path, int], None]:
    """What writes the first articles of a corpus of JSON Lines as seeds."""

    def write(seeds: Path, count: int) -> None:
        seeds.mkdir(parents=True)
        with corpus.open(encoding="utf-8") as lines:
            for number, line in enumerate(islice(lines, count)):
                (seeds / f"real-{number:06d}.md").write_text(_seed(json.loads(line)), encoding="utf-8")

    return write


def _seed(row: dict[str, str]) -> str:
    head = {
        "headline": row.get("title") or "Untitled",
        "publisher": row.get("publisher") or "A corpus",
        "datePublished": (row.get("published") or "2020-01-01")[:10],
    }
    return "\n".join(
        ["---", *(f"{key}: {json.dumps(value)}" for key, value in head.items()), "---", row["text"]]
    )


def measure(count: int, folder: Path, write: Callable[[Path, int], None]) -> Row:
    """What a dossier of so many articles takes."""
    write(folder / "seeds", count)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "docs", folder / "docs")  # a build removes what other seeds made
    binaries = Path(sys.executable).parent
    dossier, mkdocs = str(binaries / "dossier"), str(binaries / "mkdocs")
    first = spend([dossier, "build", "-q"], folder)
    cached = spend([dossier, "build", "-q"], folder)
    changed = min((folder / "seeds").glob("*.md"))
    with changed.open("a", encoding="utf-8") as seed:
        seed.write(f"\n{_ADDED}\n")
    one = spend([dossier, "build", "-q"], folder)
    built = spend([mkdocs, "build", "-q"], folder)
    pages = sum(1 for _ in (folder / "site").rglob("index.html"))
    finished = spend([dossier, "finish", "site"], folder)
    measured = spend([dossier, "measure", "site"], folder)
    plain = spend([mkdocs, "build", "-q"], _plain(folder / "plain", pages))
    view, search = _weights(folder / "site")
    return Row(
        articles=count,
        pages=pages,
        first_build=first.seconds,
        cached=cached.seconds,
        one_changed=one.seconds,
        one_changed_wall=one.wall,
        mkdocs=built.seconds,
        mkdocs_wall=built.wall,
        finish=finished.seconds,
        measure=measured.seconds,
        plain_mkdocs=plain.seconds,
        peak=max(each.peak for each in (cached, one, finished, measured)),
        peak_mkdocs=built.peak,
        site=sum(path.stat().st_size for path in (folder / "site").rglob("*") if path.is_file()) / 1e6,
        first_view=view,
        first_search=search,
    )


def _plain(folder: Path, pages: int) -> Path:
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(_PLAIN, encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# Plain\n", encoding="utf-8")
    for number in range(pages - 1):
        text = f"# Page {number}\n\n" + _LINE.format(n=number, other=(number * 7 + 1) % (pages - 1)) * 15
        (folder / "docs" / f"p{number}.md").write_text(text, encoding="utf-8")
    return folder


def _weights(site: Path) -> tuple[float, float]:
    """Kilobytes that the home page loads, and a first search after it; nothing without a browser."""
    browser = os.environ.get("CHROMIUM")
    if not browser:
        return math.nan, math.nan
    with serving(site) as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = chromium.new_page()
        with _answered(page) as answers:
            page.goto(address)
            page.wait_for_load_state("networkidle")
        view = _weight(answers)
        with _answered(page) as answers:
            page.keyboard.press("/")
            page.keyboard.type(_SEARCHED)
            page.locator(".search__results a").first.wait_for()
            page.wait_for_load_state("networkidle")
        search = _weight(answers)
        chromium.close()
    return view, search


@contextmanager
def _answered(page: Page) -> Iterator[list[Response]]:
    answers: list[Response] = []

    def take(answer: Response) -> None:
        answers.append(answer)

    page.on("response", take)
    yield answers
    page.remove_listener("response", take)


def _weight(answers: list[Response]) -> float:
    found = {answer.url: answer for answer in answers if answer.ok}
    return sum(len(gzip.compress(answer.body(), 9)) for answer in found.values()) / 1000


def table(rows: list[Row]) -> str:
    """The rows as Markdown, with how each column grows from the row before: the exponent of the articles."""
    names = [field.name for field in fields(Row)]
    lines = [f"| {' | '.join(name.replace('_', ' ') for name in names)} |", "|---" * len(names) + "|"]
    for before, row in zip([None, *rows], rows, strict=False):
        lines.append(f"| {' | '.join(_cell(getattr(row, name)) for name in names)} |")
        if before is not None:
            grown = [_exponent(before, row, name) for name in names]
            lines.append(f"| {' | '.join(grown)} |")
    ratios = ", ".join(f"{row.articles}: {row.mkdocs / row.plain_mkdocs:.2f}" for row in rows)
    return "\n".join([*lines, "", f"MkDocs on our pages, as often as on plain ones: {ratios}"])


def _cell(value: float) -> str:
    return str(value) if isinstance(value, int) else "–" if math.isnan(value) else f"{value:.1f}"


def _exponent(before: Row, row: Row, name: str) -> str:
    if name == "articles":
        return "exponent"
    old, new = getattr(before, name), getattr(row, name)
    if not (old > 0 and new > 0):
        return ""
    return f"{math.log(new / old) / math.log(row.articles / before.articles):.2f}"


def main() -> None:
    """Measure each number of articles and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", type=int, nargs="+")
    parser.add_argument("--real", type=Path, help="a corpus of JSON Lines, in place of made-up articles")
    parser.add_argument("--keep", type=Path, help="a folder to keep what is built in")
    args = parser.parse_args()
    write = writing_real(args.real) if args.real else write_made
    rows = []
    with tempfile.TemporaryDirectory() as place:
        for count in args.articles:
            rows.append(measure(count, (args.keep or Path(place)) / str(count), write))
            print(rows[-1], file=sys.stderr)
    print(table(rows))


if __name__ == "__main__":
    main()
