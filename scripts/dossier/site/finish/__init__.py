"""The step after `mkdocs build`: a built site made ready to publish.

The data is written in every format, the feeds get their addresses, links are checked, names in other scripts
marked as such, the search index made, files that nothing refers to left out, scripts and styles given a
fingerprint, a copy to read offline packed. A second run changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dossier.errors import DossierError, Problem
from dossier.site.finish.assets import fingerprint, leave_out
from dossier.site.finish.data_files import tell_sizes, write_data
from dossier.site.finish.embeds import write_cards, write_headers
from dossier.site.finish.feeds import write_feeds
from dossier.site.finish.links import Built, HtmlFiles, Referred, referred
from dossier.site.finish.offline import OFFLINE, offline_copy
from dossier.site.finish.pages import FoundPage, read_entries, read_page
from dossier.site.finish.scripts import mark_scripts
from dossier.site.finish.search_index import FOLDER, index_files

_UNUSED = re.compile(r'\s*<(?:input class="md-toggle"[^>]*>|label class="md-overlay"[^>]*></label>)')
"""Switches of Material's drawer and search, which this theme doesn't have."""
_VOID = re.compile(r"(<input\b[^>]*?) />")
"""Markdown closes what HTML has no end for."""
_INDENT = re.compile(r"<(pre|script|style|textarea)\b.*?</\1>|\n\s+", re.DOTALL)
"""What stands as it was typed, or an indent of the templates, which no reader sees."""
_CANONICAL = re.compile(r'<link rel="canonical" href="(https?://[^/"]+([^"]*))"')


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishReport:
    """What was done with a built site."""

    pages: int
    parts: int
    """Files of the search index."""
    left_out: int
    has_address: bool
    """Whether the build knew the address that the site is published at."""

    def summary(self) -> str:
        """The report, a line each."""
        lines = [
            f"{self.pages} pages finished: search index in {self.parts} files, "
            f"{self.left_out} unused files left out, {OFFLINE} packed"
        ]
        if not self.has_address:
            lines.append(
                "No address is known, so there are no canonical links, no sitemap and no addresses in "
                "citations. To publish: SITE_URL=https://example.org/news/ make site"
            )
        return "\n".join(lines)


def finish(site: Path) -> FinishReport:
    """Make a built site ready to publish.

    Raises DossierError when there is no built site or a link in it leads nowhere; nothing is changed then.
    """
    if not (site / "index.html").exists():
        raise DossierError(
            [Problem(file=str(site), found="there is no built site", expected="the folder mkdocs build made")]
        )
    html = HtmlFiles(site)
    number = write_cards(site, html)  # pages link to theirs
    html = HtmlFiles(site)
    canonical = _CANONICAL.search(html["index.html"])
    built = Built(site, html, canonical.group(2) if canonical else "/")
    write_data(site, canonical.group(1) if canonical else None)
    write_feeds(site, canonical.group(1) if canonical else None)
    found = referred(built)
    _refuse_dead_links(site, found)
    tell_sizes(site)
    parts = index_files(_found_pages(site, html), found.linked)
    _replace_index(site, parts)
    left_out = leave_out(Built(site, html, built.base), found)
    fingerprint(Built(site, html, built.base))
    if canonical is None:
        for name in ("sitemap.xml", "sitemap.xml.gz"):
            (site / name).unlink(missing_ok=True)
    write_headers(site)
    offline_copy(site, html)
    return FinishReport(
        pages=len(html) - number, parts=len(parts), left_out=len(left_out), has_address=canonical is not None
    )


def _found_pages(site: Path, html: HtmlFiles) -> Iterator[FoundPage]:
    """The pages as the search has them; on the way their HTML is made tidy, and other scripts are marked."""
    for path, text in html.items():
        marked = mark_scripts(_tidy(text))
        if marked != text:
            (site / path).write_text(marked, encoding="utf-8")
        if path == "index.html" or path.endswith("/index.html"):
            url = path.removesuffix("index.html")
            page = read_page(url, marked)
            if page:
                yield page
            yield from read_entries(url, marked)


def _tidy(html: str) -> str:
    """A built page without switches that nothing turns, old ways of closing, and indents."""
    return _INDENT.sub(lambda found: found[0] if found[1] else "\n", _VOID.sub(r"\1>", _UNUSED.sub("", html)))


def _replace_index(site: Path, parts: dict[str, str]) -> None:
    """Writes the index, and removes what an earlier run or MkDocs's own search left."""
    folder = site / FOLDER
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for path, text in parts.items():
        (site / path).write_text(text, encoding="utf-8")


def _refuse_dead_links(site: Path, found: Referred) -> None:
    problems = [
        Problem(
            file=str(site / path),
            found=f"a link to {target}, where no file is",
            expected="links that lead somewhere; pages are linked as folders, so mkdocs.yml "
            "must not set use_directory_urls to false",
            example='<a href="../actors/imran-khan/">',
        )
        for path, target in found.dead
    ]
    if problems:
        raise DossierError(problems)
