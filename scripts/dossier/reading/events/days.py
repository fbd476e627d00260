"""EDTF values to their first and last days, and whether two of them can be one."""

from __future__ import annotations

from dossier.reading.findings import DateFinding


def first_day(edtf: str) -> str:
    """First day of an EDTF value, as text that sorts: month and year are filled up."""
    first = edtf.translate(_MARKS).partition("/")[0]
    return f"{first}-01-01"[:10] if len(first) < 10 else first


def last_day(edtf: str) -> str:
    """Last day of an EDTF value, as text that sorts with ISO dates."""
    first, _, last = edtf.translate(_MARKS).partition("/")
    last = last or first
    return f"{last}-99-99"[:10] if len(last) < 10 else last


def are_different(one: DateFinding | None, other: DateFinding | None) -> bool:
    """Whether two dates cannot be the same time: each is compared at the coarser one's precision."""
    if one is None or other is None:
        return False
    return last_day(one.edtf) < first_day(other.edtf) or last_day(other.edtf) < first_day(one.edtf)


_MARKS = str.maketrans("", "", "~?%")
