"""A text without the characters that no reader sees, with what was done told."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_SPACES = re.compile("[\t\n\r\xa0\u2000-\u200a\u202f\u205f\u3000]")
_BETWEEN_LETTERS = re.compile("(?<=[A-Za-z])[\u200b\u2028\u2029](?=[A-Za-z])")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffc\ufe0f]")
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffd"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_RUN = re.compile(r" {2,}")


class Clean(NamedTuple):
    """A line of text, and how many unseen characters it had."""

    text: str
    unseen: int
    control: str | None
    """The first character that no page can hold, or that stands for one lost (U+FFFD)."""


def clean(line: str) -> Clean:
    """A line with plain spaces, one between words, and in composed form."""
    text = _BETWEEN_LETTERS.sub(" ", _SPACES.sub(" ", line))
    text, unseen = _UNSEEN.subn("", text)
    control = _CONTROL.search(text)
    text = unicodedata.normalize("NFC", _RUN.sub(" ", text)).strip()
    return Clean(text, unseen, control.group() if control else None)
