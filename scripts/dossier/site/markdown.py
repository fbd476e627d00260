"""The lines of a page as Markdown: links to files, marks as reference links, and their definitions.

A mark is `[¶7][p7]`; at the end of its page stands what it refers to, with the words as title:

  [p7]: ../articles/x.md#p7 "The ferry … (The Post, 9 June 2021; as it reports; read by rule)"
  [p7-original]: https://post.example/x#:~:text=The%20ferry

The extension `marks` makes of both what opens in place.
"""

from __future__ import annotations

import posixpath
from urllib.parse import urlsplit

from markupsafe import Markup

from dossier.site.escaping import markdown_address, markdown_code, markdown_line, markdown_text
from dossier.site.pages.addresses import page_path, url_of
from dossier.site.pages.document import Chip, EditorMark, Inline, Link, Mark, Note, Part, Words

_EDITED = "Added by an editor"
_ROUND = str.maketrans("()", "[]")


class Writer:
    """Writes the lines of one page and remembers what its marks refer to."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._labels: dict[Mark | EditorMark, str] = {}
        self._taken: dict[str, int] = {}
        """Labels, and the last number that was put behind each."""
        self._addresses: dict[str, Markup] = {}

    def inline(self, parts: Inline) -> Markup:
        """The parts of a line, not guarded at its beginning: a cell, the end of a line."""
        line = Markup("")
        for part in parts:
            apart = isinstance(part, Mark | EditorMark | Note) and line and not line.endswith((" ", "("))
            line += Markup(" ") + self._part(part) if apart else self._part(part)
        return line.strip()

    def line(self, parts: Inline) -> Markup:
        """A paragraph or the text of an item."""
        return markdown_line(self.inline(parts))

    def link(self, href: str, text: str, label: str | None = None) -> Markup:
        """A link; to a page of the site by its file."""
        title = Markup(' "{}"').format(markdown_text(label)) if label else ""
        words = markdown_text(text).strip() or markdown_text(href)
        return Markup("[{}]({}{})").format(words, self._address(href), title)

    def definitions(self) -> list[Markup]:
        """What the marks written so far refer to, a definition a line."""
        lines = []
        for mark, label in self._labels.items():
            exact, told = (mark.exact, mark.told) if isinstance(mark, Mark) else (_EDITED, "")
            title = f"{exact} ({told.translate(_ROUND)})".lstrip() if told else exact
            lines.append(_defined(label, self._address(mark.href), title))
            if isinstance(mark, Mark) and mark.original:
                lines.append(_defined(f"{label}-original", markdown_address(mark.original)))
            if isinstance(mark, Mark) and mark.archived:
                lines.append(_defined(f"{label}-archived", markdown_address(mark.archived)))
        return lines

    def _part(self, part: Part) -> Markup:
        match part:
            case str():
                return markdown_text(part)
            case Link():
                anchor = Markup("{{: #{} }}").format(part.id) if part.id else Markup("")
                return self.link(part.href, part.text, part.label) + anchor
            case Mark():
                return Markup("[{}][{}]").format(markdown_text(part.text), self._label(part))
            case EditorMark():
                return Markup("[ed.][{}]").format(self._label(part))
            case Chip():
                return Markup("`{}`").format(markdown_code(part.text))
            case Words():
                return Markup("{}").format(markdown_text(part.marked))
            case Note():
                return Markup("*{}*").format(markdown_text(part.text).strip())

    def _label(self, mark: Mark | EditorMark) -> str:
        if mark not in self._labels:
            name = "ed" if isinstance(mark, EditorMark) else mark.href.partition("#")[2] or "p"
            label = name
            while label in self._taken:
                self._taken[name] += 1
                label = f"{name}-{self._taken[name]}"
            self._taken[label] = 1
            self._labels[mark] = label
        return self._labels[mark]

    def _address(self, href: str) -> Markup:
        """A link's target: of a page of the site the file, as seen from this one's."""
        if href not in self._addresses:
            self._addresses[href] = self._seen_from_here(href)
        return self._addresses[href]

    def _seen_from_here(self, href: str) -> Markup:
        target = urlsplit(href)
        if target.scheme or target.netloc or not target.path:
            return markdown_address(href)
        url = posixpath.normpath(posixpath.join("/", url_of(self._path), target.path)).strip("/")
        file = page_path(f"{url}/" if url else "")
        path = posixpath.relpath(f"/{file}", f"/{posixpath.dirname(self._path)}")
        return markdown_address(target._replace(path=path).geturl())


def _defined(label: str, address: Markup, title: str = "") -> Markup:
    quoted = Markup(' "{}"').format(markdown_text(title)) if title else ""
    return Markup("[{}]: {}{}").format(label, address, quoted)
