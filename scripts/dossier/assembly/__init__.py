"""Findings and the editor's files to a Dossier: every value with its origin and its passages.

What reads articles for the gate needs the gate alone, so the rest is imported once it is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dossier.assembly.assembling import Showing, assemble

__all__ = ["Showing", "assemble"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from dossier.assembly import assembling

    return getattr(assembling, name)
