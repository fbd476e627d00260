"""Where text enters markup: one function for HTML, one for Markdown, one for JSON in a script element.

Nothing else escapes, and nothing is escaped before: records, front matter and data hold the text as it is.
"""

from __future__ import annotations

import json
import re
from typing import Any

from markupsafe import Markup

_IN_HTML = re.compile(r"""[&<>"'`~*_\[\]{}|\\\x00-\x1f\x7f]""")
_IN_MARKDOWN = re.compile(r"[^\w\s,]|_", re.ASCII)
_IN_SCRIPT = re.compile("[<>&`~\u2028\u2029]")
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
    """Text for a line of Markdown: all but letters, digits, spaces and commas as character references."""
    return Markup(_IN_MARKDOWN.sub(_ascii_reference, one_line(value).strip()))


def script_json(data: dict[str, Any]) -> Markup:
    """JSON for a script element: on one line, with nothing in it that could end the element."""
    text = _NOT_TEXT.sub("", json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    return Markup(_IN_SCRIPT.sub(lambda match: f"\\u{ord(match.group()):04x}", text))


def one_line(text: str) -> str:
    """Text on one line, without control characters and what else is no character of a text."""
    return _SPACE.sub(" ", _NOT_TEXT.sub("", text))


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match.group())};"


def _ascii_reference(match: re.Match[str]) -> str:
    mark = match.group()
    return f"&#{ord(mark)};" if mark.isascii() else mark
