"""Builds the site with MkDocs and with Zensical and tells where they differ: pages, titles, internal links.

Zensical is the successor of Material for MkDocs, and the way out when that ends. It is no dependency, and has
this project beside it for the extension of the pages' marks: run

    python -m venv .cache/zensical && .cache/zensical/bin/pip install zensical -c constraints.txt -e .
    .venv/bin/python scripts/compare_zensical.py .cache/zensical/bin/zensical

Exits with 1 when the builds differ. Run by hand, not in CI.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin

ROOT = Path(__file__).resolve().parent.parent
_HOST = "http://site.invalid/"
INPUTS = ("mkdocs.yml", "docs", "scripts/dossier/site/theme")


@dataclass(frozen=True)
class Built:
    """What one builder made of the pages."""

    titles: dict[str, str]
    """Page address below the root → title."""
    links: frozenset[tuple[str, str]]
    """(page, address it links to), both below the root, without fragments."""


class _Page(HTMLParser):
    """Title and links of one page."""

    def __init__(self) -> None:
        super().__init__()
        self.title = ""
        self.links: list[str] = []
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "title" and not self.title:
            self._in_title = True
        if tag == "a" and (address := dict(attrs).get("href")):
            self.links.append(address)

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data


def build(workplace: Path, *command: str) -> Built:
    """Builds a copy of the sources in the workplace and reads what came out."""
    for name in INPUTS:
        source, target = ROOT / name, workplace / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copy(source, target)
    config = workplace / "mkdocs.yml"
    config.write_text(theme(config.read_text(encoding="utf-8")), encoding="utf-8")
    subprocess.run(command, cwd=workplace, check=True, stdout=sys.stderr)
    return read(workplace / "site")


def theme(config: str) -> str:
    """The configuration with the theme as a folder over Material: Zensical knows no themes of packages."""
    folder = f"name: material\n  font: false\n  favicon: assets/favicon.svg\n  custom_dir: {INPUTS[-1]}"
    return config.replace("name: dossier", folder, 1)


def read(site: Path) -> Built:
    """Titles and internal links of a built site."""
    titles, links = {}, set()
    for path in site.rglob("*.html"):
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        page = _Page()
        page.feed(path.read_text(encoding="utf-8"))
        titles[address] = " ".join(page.title.split())
        for link in page.links:
            whole, _ = urldefrag(urljoin(_HOST + address, link))
            if whole.startswith(_HOST):
                links.add((address, whole.removeprefix(_HOST)))
    return Built(titles, frozenset(links))


def differences(mkdocs: Built, zensical: Built) -> list[str]:
    """One line for each page, title or link that only one of the builds has."""
    found = [
        f"page only in {name}: /{page}"
        for name, here, there in (("MkDocs", mkdocs, zensical), ("Zensical", zensical, mkdocs))
        for page in sorted(here.titles.keys() - there.titles.keys())
    ]
    both = sorted(mkdocs.titles.keys() & zensical.titles.keys())
    found += [
        f"title of /{page}: {mkdocs.titles[page]!r} in MkDocs, {zensical.titles[page]!r} in Zensical"
        for page in both
        if mkdocs.titles[page] != zensical.titles[page]
    ]
    for name, here, there in (("MkDocs", mkdocs, zensical), ("Zensical", zensical, mkdocs)):
        found += [f"link only in {name}: /{page} → /{to}" for page, to in sorted(here.links - there.links)]
    return found


def main(zensical: str) -> int:
    """Compares the two builds; 0 when they agree."""
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
        ours = build(Path(first), sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet")
        theirs = build(Path(second), str(Path(zensical).resolve()), "build")
    found = differences(ours, theirs)
    print(f"MkDocs: {len(ours.titles)} pages, {len(ours.links)} internal links.")
    print(f"Zensical: {len(theirs.titles)} pages, {len(theirs.links)} internal links.")
    print("\n".join(found) or "No difference in pages, titles or internal links.")
    return 1 if found else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
