"""The Python-Markdown extension of the generated pages: `dossier.site.marks` in mkdocs.yml.

It leaves pages written by hand alone. On a page that opens with the line `dossier build` puts there it makes

- of a mark, `[¶7][p7]`, a button that opens in place, without a script, what its definition says: the words,
  whose they are, who read them, and the ways to the outline, the original and its archived copy;
- of a comment such as `<!-- claims -->` the class of the block below it, or of that block an infobox, a table
  with its caption, the outline of an article;
- of quotations, code and emphasis the cards, chips and notes of the theme.

Every link leads to a folder, so that MkDocs is stopped where it would make none.

Text is not read again: it is moved as it was escaped.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import REFERENCE_RE, ReferenceInlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

_OPENING = "<!-- Written by dossier build "
_COMMENT = re.compile(r"<!-- ([a-z-]+)(?: ([a-z-]+))?(?:: (.*))? -->")
_KEPT = re.compile(r"\x02dossier(\d+)\x03")
_TOLD = re.compile(r"(?:(.*) )?\(([^()]*)\)", re.DOTALL)
_NOT_REPORTED = "not reported"
_NOT_IN_KEYS = re.compile(r"[^a-z]+")
_WAYS = {"original": "Original, at these words", "archived": "Archived copy"}


class MarksExtension(Extension):
    """What generated Markdown becomes; see the module."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Puts the three steps where they belong among Markdown's own."""
        comments = _Comments(md)
        md.preprocessors.register(comments, "dossier_comments", 27)  # before comments count as HTML
        md.inlinePatterns.register(_Marks(REFERENCE_RE, comments), "reference", 170)
        md.treeprocessors.register(_Blocks(comments), "dossier_blocks", 7)  # before links are checked


def makeExtension(**settings: Any) -> MarksExtension:
    """The extension, as Markdown asks for it."""
    return MarksExtension(**settings)


def _refuse_files_as_addresses(md: Markdown) -> None:
    """Raises MkDocs's BuildError, told in one line, where its settings make every link a dead one."""
    if "relpath" not in md.treeprocessors:
        return  # Markdown alone reads the page
    if not getattr(getattr(md.treeprocessors["relpath"], "config", None), "use_directory_urls", True):
        from mkdocs.exceptions import BuildError

        raise BuildError(
            "mkdocs.yml: use_directory_urls is false, and each link of the pages would be dead; leave it true"
        )


class _Comments(Preprocessor):
    """Takes the comments out, and knows them by the place they stood at."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.markdown = md
        self.found: list[tuple[str, str, str]] = []
        """Name, class and text of each comment."""
        self.generated = False

    def run(self, lines: list[str]) -> list[str]:
        _refuse_files_as_addresses(self.markdown)
        self.found = []
        first = next((line for line in lines if line.strip()), "")
        self.generated = first.startswith(_OPENING)
        if not self.generated:
            return lines
        kept: list[str] = []
        for line in lines:
            comment = _COMMENT.fullmatch(line)
            if comment:
                kept += ["", f"\x02dossier{len(self.found)}\x03", ""]
                self.found.append((comment[1], comment[2] or "", comment[3] or ""))
            elif not line.startswith(_OPENING):
                kept.append(line)
        return kept


class _Marks(ReferenceInlineProcessor):
    """Reference links; each keeps the name of its definition."""

    def __init__(self, pattern: str, comments: _Comments) -> None:
        super().__init__(pattern, comments.markdown)
        self._comments = comments
        self._name = ""

    def evalId(self, data: str, index: int, text: str) -> tuple[str | None, int, bool]:
        name, end, handled = super().evalId(data, index, text)
        self._name = name or ""
        return name, end, handled

    def makeTag(self, href: str, title: str, text: str) -> Element:
        link: Element = super().makeTag(href, title, text)
        if self._comments.generated:
            link.set("data-mark", self._name)
        return link


class _Blocks(Treeprocessor):
    """Gives the blocks of a generated page the elements and classes of the theme."""

    def __init__(self, comments: _Comments) -> None:
        super().__init__(comments.markdown)
        self._comments = comments

    def run(self, root: Element) -> None:
        if not self._comments.generated:
            return
        for heading in root.iter("h2"):
            heading.set("data-search-exclude", "")
        for heading in root.iter("h1"):
            heading.set("id", "top")
        for link in root.iter("a"):
            _name_link(link)
        self._apply_comments(root)
        _set_filters(root)
        for element in root.iter():
            _chip_or_note(element)
        self._open_in_place(root)

    def _apply_comments(self, root: Element) -> None:
        for element in list(root):
            kept = _KEPT.fullmatch((element.text or "").strip())
            if element.tag != "p" or not kept:
                continue
            place = list(root).index(element)
            root.remove(element)
            name, style, text = self._comments.found[int(kept[1])]
            if place < len(root):
                _dress(root, place, name, style, text)

    def _open_in_place(self, root: Element) -> None:
        """Buttons for marks, and behind the page's text what each opens."""
        references = self._comments.markdown.references
        cards = Element("div", {"class": "sources", "data-search-exclude": ""})
        made = set()
        for link in list(root.iter("a")):
            name = link.attrib.pop("data-mark", "")
            if not name:
                continue
            if name not in made:
                made.add(name)
                ways = {text: references.get(f"{name}-{way}", ("",))[0] for way, text in _WAYS.items()}
                cards.append(_source(name, link, ways))
            _button(link, name)
        if made:
            root.append(cards)


def _source(name: str, mark: Element, ways: dict[str, str]) -> Element:
    """What a mark opens: the words, where they stand and who read them, the ways on."""
    title = mark.get("title") or ""
    told = _TOLD.fullmatch(title)
    place = mark.text or ""
    card = Element("div", {"class": "source", "id": f"source-{name}", "popover": ""})
    if told:
        words = told[1] or ""
        if words:  # those of a speaker have marks of their own
            SubElement(card, "p", {"class": "source__words"}).text = words if "“" in words else f"“{words}”"
        SubElement(card, "p", {"class": "source__told"}).text = f"{place}, {told[2]}"
    else:
        SubElement(card, "p", {"class": "source__told"}).text = title
    last = SubElement(card, "p", {"class": "source__ways"})
    shown = f"{place} in the outline" if told else "What that means"
    for text, href in ((shown, mark.get("href", "")), *ways.items()):
        if href:
            link = SubElement(last, "a", {"href": href})
            link.text, link.tail = text, " "
            if text != shown:
                link.set("rel", "external")
    return card


def _button(mark: Element, name: str) -> None:
    """The link becomes the button that opens its source; a script makes its words the description."""
    told = _TOLD.fullmatch(mark.get("title") or "")
    mark.tag = "button"
    mark.attrib = {
        "class": "mark" if told else "origin--curated",
        "popovertarget": f"source-{name}",
        "data-search-exclude": "",
    }


def _name_link(link: Element) -> None:
    """A link's title is its accessible name; one out of the site says so."""
    if "data-mark" in link.attrib:
        return
    title = link.attrib.pop("title", None)
    if title:
        link.set("aria-label", title)
    if "//" in link.get("href", ""):
        link.set("rel", "external")


def _chip_or_note(element: Element) -> None:
    if element.tag == "code":
        kind = (element.text or "").strip().lower().replace(" ", "_")
        element.tag = "span"
        element.set("class", f"chip chip--{kind}" if re.fullmatch("[a-z_]+", kind) else "chip")
    elif element.tag == "em":
        element.tag = "small"
        element.set("class", "note")


def _card(quotation: Element) -> None:
    """A quotation and, last in it, the line with its speaker."""
    words, last = quotation.findall("p")[:1], quotation.findall("p")[1:]
    quotation.tag = "figure"
    quotation.attrib = {"class": "quote-card"}
    quotation.text = None
    for part in list(quotation):
        quotation.remove(part)
    block = SubElement(quotation, "blockquote", {"class": "quote-card__words"})
    block.extend(words)
    for caption in last:
        caption.tag = "figcaption"
        caption.text = (caption.text or "").removeprefix("– ")
        quotation.append(caption)


def _dress(root: Element, place: int, name: str, style: str, text: str) -> None:
    """What a comment says of the block below it."""
    block = root[place]
    if name == "infobox":
        root[place] = _infobox(block)
    elif name == "quote":
        _card(block)
    elif name == "table":
        root[place] = _table(block, style, text)
    else:
        block.set("class", name)
        for item in block.findall("li") if name in _ITEMS else ():
            _ITEMS[name](item)


def _infobox(facts: Element) -> Element:
    """A list of labels and values as the facts beside the text."""
    box = Element("aside", {"class": "infobox", "aria-label": "Facts"})
    rows = SubElement(box, "dl")
    for item in facts.findall("li"):
        label, *rest = list(item)
        SubElement(rows, "dt").text = (label.text or "").removesuffix(":")
        if rest and rest[0].tag == "ul":
            for value in rest[0].findall("li"):
                value.tag = "dd"
                rows.append(value)
        else:
            value = SubElement(rows, "dd")
            value.text = (label.tail or "").lstrip()
            value.extend(rest)
    box.tail = "\n"
    return box


def _table(table: Element, style: str, caption: str) -> Element:
    """A table with its caption, which scrolls inside itself; behind a bar stand the columns to filter by."""
    caption, _, facets = caption.partition(" | ")
    around = Element(
        "div", {"class": "table-scroll", "tabindex": "0", "role": "region", "aria-label": caption}
    )
    around.append(table)
    if style:
        table.set("class", style)
    if facets:
        table.set("data-facets", facets)
    shown = Element("caption")
    shown.text = caption
    table.insert(0, shown)
    heads = list(table.iter("th"))
    for cell in heads:
        cell.set("scope", "col")
    for row in table.iter("tr") if not facets else ():
        for head, cell in zip(heads, row.findall("td"), strict=False):
            cell.set("data-label", "".join(head.itertext()))  # a phone shows a row as a card
    around.tail = "\n"
    return around


def _set_filters(root: Element) -> None:
    """Before the first heading, what a reader filters the page's table by; `explore.js` brings it to life."""
    table = next((table for table in root.iter("table") if table.get("data-facets")), None)
    place = next((at for at, element in enumerate(root) if element.tag == "h2"), len(root))
    if table is None:
        return
    form = Element("form", {"class": "facets", "data-search-exclude": ""})
    for name in ("Words", *table.get("data-facets", "").split(", ")):
        field = SubElement(form, "div")
        key = f"facet-{_NOT_IN_KEYS.sub('-', name.lower())}"
        SubElement(field, "label", {"for": key}).text = name
        if name == "Words":
            SubElement(field, "input", {"id": key, "type": "search", "autocomplete": "off"})
        else:
            choice = SubElement(field, "select", {"id": key})
            SubElement(choice, "option", {"value": ""}).text = "any"
    rows = len(table.findall("tbody/tr"))
    last = SubElement(form, "p", {"class": "facets__last"})
    SubElement(last, "span", {"role": "status"}).text = f"{rows} of {rows} shown"
    form.tail = "\n"
    root.insert(place, form)


def _step(item: Element) -> None:
    """A step of a ladder, reported or not."""
    rest = list(item)[1:]
    missing = len(rest) == 1 and rest[0].tag == "em" and rest[0].text == _NOT_REPORTED
    item.set("class", "not-reported" if missing else "is-reported")
    if missing:
        rest[0].tag = "span"


def _paragraph(item: Element) -> None:
    """A paragraph in an article's outline; its label's id is its own."""
    label = item[0]
    item.set("id", label.attrib.pop("id"))
    label.set("class", "outline__number")


_ITEMS = {"ladder": _step, "outline": _paragraph}
