"""Bytes that are text in another encoding than UTF-8, by their first ones; and the line ends of Unix."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
"""Byte order marks; those of UTF-32 begin with those of UTF-16."""


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte order mark tells, other than UTF-8."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def unmarked_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: Western text in it has a zero in each pair of bytes."""
    sample = data[:1000]
    half = len(sample) // 2
    if half < 4:
        return None
    odd, even = sample[1::2].count(0), sample[0::2].count(0)
    if odd > 0.7 * half and even < 0.1 * half:
        return "UTF-16LE"
    return "UTF-16BE" if even > 0.7 * half and odd < 0.1 * half else None


def unix_lines(text: str) -> str:
    """A text with the line ends of Unix."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
