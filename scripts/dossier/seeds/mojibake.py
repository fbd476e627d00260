"""Text that was decoded with the wrong table, “â€œ” where a quotation mark stood: found, and mended."""

from __future__ import annotations

import re

from dossier.seeds.hidden import Spot, spot

_SUSPECT = re.compile(r"[\u00c2-\u00f4][^\x00-\x7f]{1,3}")
# what U+0080..U+009F become when UTF-8 was read as Windows-1252, and the first letters such runs have
_LOST = "[\u0080-\u00bf\u0152-\u017e\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
_SURE = re.compile(f"[\u00c2-\u00c5]{_LOST}|\u00e2[\u0080-\u009f\u20ac]{_LOST}?")
"""Runs that are spoilt even when they stand alone, by letters that nothing of the kind follows elsewhere."""
_TRACES = re.compile("\ufffd|â€")
"""U+FFFD stands where a decoder gave up; "â€" is what is left of a mark whose last byte was lost."""
_LIKELY = re.compile("[\u00a0-\u024f\u2010-\u203a\u20ac\u2122]")
_FOUND = "characters were spoilt when it was saved or copied"
_ENOUGH = 2
"""Pairs that could be Windows-1252 for UTF-8; one alone may be a letter and a quotation mark."""


def find_mojibake(text: str) -> Spot | None:
    """The first place where a text was decoded wrongly, if it was."""
    trace = _TRACES.search(text)
    if trace:
        return spot(text, trace, _FOUND, "characters")
    seen: list[re.Match[str]] = []
    for match in _SUSPECT.finditer(text):
        if _was_utf8(match.group()):
            seen.append(match)
            if len(seen) == _ENOUGH:
                return spot(text, seen[0], _FOUND, "characters")
    return None


def mojibake(text: str) -> dict[str, str]:
    """Runs that surely were UTF-8 and were read as Windows-1252, each with what it was."""
    found = ((match.group(), _mended(match.group())) for match in _SURE.finditer(text))
    return {run: was for run, was in found if was is not None}


def mended(text: str) -> str:
    """The text with each such run as it was."""
    return _SURE.sub(lambda match: _mended(match.group()) or match.group(), text)


def _was_utf8(run: str) -> bool:
    """Whether characters, or the first of them, are one other character in UTF-8 read as Windows-1252."""
    decoded = (_mended(run[:length]) for length in range(2, len(run) + 1))
    was = next((found for found in decoded if found is not None), "")
    return bool(_LIKELY.fullmatch(was))


def _mended(run: str) -> str | None:
    # bytes that Windows-1252 leaves open came through as they were
    data = b"".join(char.encode("cp1252", "ignore") or char.encode("latin-1", "ignore") for char in run)
    if data == b"\xe2\x80":
        return "”"  # its third byte has no letter in Windows-1252 and is often lost
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None
