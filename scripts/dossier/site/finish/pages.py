"""What the search needs of a built page: its title, names, kind and text, section by section."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from lxml.html import document_fromstring

_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_LEFT_OUT = frozenset(["script", "style", "svg", "button", "nav", "template"])
_HEADINGS = frozenset({"h1", "h2", "h3"})
_LEADS = ("quote-card__words", "lead")
"""Classes of what says in one sentence what a page is about, the surer first."""
_CLASS = "entries"
"""Of the list whose items stand for pages."""
_ENTRIES = f'<ul class="{_CLASS}">'
_STANDS_APART = re.compile(
    r"p|li|dt|dd|dl|ul|ol|tr|td|th|table|caption|figcaption|blockquote|pre|h[1-6]|div|section|br"
)


@dataclass(slots=True)
class Section:
    """A stretch of a page that a result can lead to."""

    anchor: str
    title: str
    text: str


@dataclass(slots=True)
class FoundPage:
    """A page as the search has it."""

    url: str
    """From the site's root, "" for the home page."""
    title: str = ""
    kind: str = ""
    """Its label: "Person", "Quotation" …"""
    names: tuple[str, ...] = ()
    """Other names and spellings."""
    lead: str = ""
    """The sentence that opens it; of a quotation its words."""
    section: str = ""
    """Of the site, for what stands on a page with others: "actors"."""
    about_site: bool = False
    """Written by hand: about this site, not about the news."""
    sections: list[Section] = field(default_factory=list)


def read_page(url: str, html: str) -> FoundPage | None:
    """The page of a built HTML file; None when it has no article, or one that is not to be found."""
    start = html.find("<article")
    end = html.rfind("</article>")
    if start < 0 or end < 0:
        return None
    reader = _Reader()
    reader.feed(html[start:end])
    reader.close()
    page = FoundPage(
        url=url,
        kind=reader.attributes.get("data-kind") or "Page",
        names=tuple(json.loads(reader.attributes.get("data-names") or "[]")),
        about_site="data-kind" not in reader.attributes,
    )
    page.title = reader.title
    page.lead = reader.lead()
    page.sections = [
        Section(anchor, title, text)
        for number, (anchor, title, text) in enumerate(reader.sections())
        if text or title or not number
    ]
    return page if page.title and "data-search-exclude" not in reader.attributes else None


def read_entries(url: str, html: str) -> Iterator[FoundPage]:
    """The entries of a built list, each as the page that it stands for; none of another page."""
    if _ENTRIES not in html:
        return
    for line in document_fromstring(html).iterfind(f".//ul[@class='{_CLASS}']/li"):
        name = line.find("a[@id]")
        words, kind = [line.text or ""], ""
        for part in line:
            if "chip" in (part.get("class") or "").split():
                kind = part.text_content().strip()
                break
            words += [part.text_content(), part.tail or ""]
        if name is not None:
            text = Section("", "", " ".join("".join(words).split()))
            yield FoundPage(
                url=f"{url}#{name.get('id')}",
                title=" ".join(name.text_content().split()),
                kind=kind,
                section="actors",
                sections=[text],
            )


class _Reader(HTMLParser):
    """Collects the text of an article element, without what is marked as not to be searched."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.attributes: dict[str, str | None] = {}
        self.title = ""
        self._open: list[str] = []
        self._skipping: int | None = None
        """Depth of the element that is being left out."""
        self._leads: dict[str, list[str]] = {}
        """By class, the text of what tells in one sentence what the page is about."""
        self._in_lead: tuple[str, int] | None = None
        """The class, and the depth of its element."""
        self._excluded_level: int | None = None
        """Level of the heading whose section is being left out."""
        self._heading: list[str] | None = None
        self._found: list[tuple[str, list[str], list[str]]] = [("", [], [])]

    def sections(self) -> list[tuple[str, str, str]]:
        """Anchor, heading and text of each section; the first has what stands above the first heading."""
        return [(anchor, _tidy(title), _tidy(text)) for anchor, title, text in self._found]

    def lead(self) -> str:
        """The page's quotation, else the sentence that opens it."""
        return next((_tidy(self._leads[name]) for name in _LEADS if name in self._leads), "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "article" and not self._open:
            self.attributes = given
        if _STANDS_APART.fullmatch(tag):
            self._put(" ")
        if tag not in _VOID:
            self._open.append(tag)
        if self._skipping is None and self._to_skip(tag, given):
            self._skipping = len(self._open)
        classes = (given.get("class") or "").split()
        name = next((name for name in _LEADS if name in classes and name not in self._leads), None)
        if name and tag not in _VOID and self._in_lead is None:
            self._leads[name], self._in_lead = [], (name, len(self._open))
        if tag in _HEADINGS:
            self._start_heading(tag, given)
        if tag == "aside" and self._excluded_level is None:
            self._found.append(("", [], []))  # facts at a glance are a text of their own
        if tag == "q":
            self._put("“")

    def _to_skip(self, tag: str, given: dict[str, str | None]) -> bool:
        if tag in _VOID or tag in _HEADINGS:
            return False
        classes = (given.get("class") or "").split()
        return (
            tag in _LEFT_OUT
            or "data-search-exclude" in given
            or "headerlink" in classes
            or "contents-fold" in classes
            or "aka" in classes  # the page's names have these
        )

    def _start_heading(self, tag: str, given: dict[str, str | None]) -> None:
        level = int(tag[1])
        if self._excluded_level is not None and level <= self._excluded_level:
            self._excluded_level = None
        if self._excluded_level is None and "data-search-exclude" in given:
            self._excluded_level = level
        self._heading = []
        if tag != "h1" and self._excluded_level is None:
            self._found.append((given.get("id") or "", self._heading, []))

    def handle_endtag(self, tag: str) -> None:
        if tag == "q":
            self._put("”")
        if tag in _HEADINGS and self._heading is not None:
            if tag == "h1" and not self.title:
                self.title = _tidy(self._heading)
            self._heading = None
        if tag == "aside" and self._excluded_level is None:
            self._found.append(("", [], []))
        if tag in self._open:
            while self._open and self._open.pop() != tag:
                pass
        if self._skipping is not None and len(self._open) < self._skipping:
            self._skipping = None
        if self._in_lead is not None and len(self._open) < self._in_lead[1]:
            self._in_lead = None
        if _STANDS_APART.fullmatch(tag):
            self._put(" ")

    def handle_data(self, data: str) -> None:
        self._put(data)

    def _put(self, text: str) -> None:
        if self._skipping is not None:
            return
        if self._heading is not None:
            self._heading.append(text)
        elif self._excluded_level is None:
            self._found[-1][2].append(text)
            if self._in_lead is not None:
                self._leads[self._in_lead[0]].append(text)


def _tidy(parts: list[str]) -> str:
    return " ".join("".join(parts).split())
