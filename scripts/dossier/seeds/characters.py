"""Characters no page, feed or data file may hold, and those that hide or break words without being seen."""

from __future__ import annotations

import re

CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
"""Control characters, halves of surrogate pairs and code points that are no characters."""


def named(char: str) -> str:
    """What a message calls such a character."""
    return f"U+{ord(char):04X}, a control character or none at all"
