"""Names that no page can have: those of files of the site, and those that Windows keeps for devices."""

from __future__ import annotations

_DEVICES = tuple(f"{device}{number}" for device in ("com", "lpt") for number in range(10))
RESERVED = frozenset(("index", "readme", "feed", "404", "con", "prn", "aux", "nul", *_DEVICES))
"""Names that mean something else to MkDocs, to the site or to Windows."""
