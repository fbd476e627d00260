"""Text that was decoded with the wrong table: "â€œ" where a quotation mark stood."""

from __future__ import annotations

import re

from dossier.seeds.hidden import Spot, spot

_SUSPECT = re.compile(r"[\u00c2-\u00f4][^\x00-\x7f]{1,3}")
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


def _was_utf8(run: str) -> bool:
    """Whether characters, or the first of them, are one other character in UTF-8 read as Windows-1252."""
    for length in range(2, len(run) + 1):
        try:
            was = run[:length].encode("cp1252").decode("utf-8")
        except UnicodeError:
            continue
        return bool(_LIKELY.fullmatch(was))
    return False
