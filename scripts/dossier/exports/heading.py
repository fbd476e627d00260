"""What stands at the head of each data file: what the dossier is called, and under which licence it is."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version

_SHAPE = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What the files say of the dossier as a whole."""

    title: str = "Dossier"
    """What the dossier is called."""
    licence: str | None = None
    """Of its own wording and data."""
    address: str | None = None
    """Where its site is published, with a slash at the end; None where no address is known."""

    @property
    def description(self) -> str:
        """What a reader of any of the files needs to know."""
        return (
            "A knowledge base made from news articles. Each statement cites the words that say it. A claim "
            "is what somebody says of somebody, reported and not verified. Quotations belong to their "
            "publishers."
        )


def made_by() -> dict[str, str]:
    """Which version of its shape the data has, and which program wrote it."""
    return {"version": _SHAPE, "generator": f"dossier {version('dossier')}"}
