"""Where text enters markup: one function for HTML, one for each place of Markdown that a text may stand in.

Nothing else escapes, and nothing is escaped before: records, front matter and data hold the text as it is.
Markdown keeps what a person reads (full stops, commas, quotation marks); what could begin markup in any
dialect that pages are read with becomes a character reference.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

_IN_HTML = re.compile(r"""[&<>"'`~*_\[\]{}|\\\x00-\x1f\x7f]""")
_IN_MARKDOWN = re.compile(r"""[&<>"`~*_\[\]{}|\\^$#@=]|:(?=\S)|!$|(?<=www)\.""", re.IGNORECASE)
_AT_START = re.compile(r"^(\d*)([-+:!?.)])")
_IN_ADDRESS = re.compile(r"[^A-Za-z0-9\-._~:/?#@!$&+,;=%]")
_SPACE = re.compile(r"\s+")
_NONCHARACTERS = "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
_NOT_TEXT = re.compile(
    rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff{_NONCHARACTERS}]"
)


def html_text(value: object) -> Markup:
    """Text for HTML or an attribute within a Markdown file: on one line, escaped for both."""
    if isinstance(value, Markup):
        return value
    return Markup(_IN_HTML.sub(_reference, one_line(str(value))))


def markdown_text(value: str) -> Markup:
    """Text within a line of Markdown, a heading or a title: on one line, nothing in it is markup."""
    return Markup(_IN_MARKDOWN.sub(_reference, one_line(value)))


def markdown_line(line: Markup) -> Markup:
    """A whole line of text and markup, so that its beginning makes no list, rule or box of it."""
    return Markup(_AT_START.sub(lambda found: f"{found[1]}&#{ord(found[2])};", line.strip()))


def markdown_code(value: str) -> Markup:
    """Text between backticks, where nothing can be escaped: without what would end it."""
    return Markup(one_line(value).replace("`", "").replace("|", "").replace("\\", "").strip())


def markdown_address(value: str) -> Markup:
    """An address in a link or its definition: percent-encoded where Markdown would read on."""
    encoded = _IN_ADDRESS.sub(lambda found: quote(found.group(), safe=""), one_line(value).strip())
    return Markup(encoded.replace("&", "&amp;"))


def plain_data(value: Any) -> Any:
    """Data for front matter: its texts on one line, for a line of dashes would end it."""
    if isinstance(value, str):
        return one_line(value).strip()
    if isinstance(value, dict):
        return {name: plain_data(each) for name, each in value.items()}
    return [plain_data(each) for each in value] if isinstance(value, list | tuple) else value


def one_line(text: str) -> str:
    """Text on one line, without control characters and what else is no character of a text."""
    if text.isprintable() and "  " not in text:
        return text  # as most are
    return _SPACE.sub(" ", _NOT_TEXT.sub("", text))


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match.group())};"
