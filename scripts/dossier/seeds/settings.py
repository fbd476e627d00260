"""`seeds/dossier.yaml`, what a dossier is called and how it is kept: optional, each key with a default."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from dossier.seeds.door import read_text
from dossier.seeds.metadata import Line, Url
from dossier.seeds.shape import validated
from dossier.seeds.strict_yaml import read_yaml

_EXAMPLE = "title: The bridge at Osterby\nsubtitle: Who agreed to what, and who says so"


class Settings(BaseModel):
    """What a dossier is called and how it is kept."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Line | None = Field(
        default=None,
        description="what the dossier is about, on one line",
        examples=["title: The bridge at Osterby"],
    )
    name: Line | None = Field(
        default=None,
        description="what the site is called, on one line, where that is shorter than the title",
        examples=["name: The bridge"],
    )
    subtitle: Line | None = Field(
        default=None,
        description="one line under the title: a phrase, or a sentence that begins with “This dossier”",
        examples=["subtitle: Who agreed to what, and who says so"],
    )
    licence: Line | None = Field(
        default=None,
        description="the licence of the dossier’s own wording and data, on one line",
        examples=["licence: CC BY 4.0"],
    )
    review: Literal["off", "imported", "strict"] = Field(
        default="imported",
        description="whose readings wait for an editor’s yes: off, imported or strict",
        examples=["review: imported"],
    )
    repository: Url | None = Field(
        default=None,
        description="the address of the repository, with http:// or https://",
        examples=["repository: https://git.example/osterby/bridge"],
    )

    @property
    def called(self) -> str:
        """What the site is called: in its header, the titles of its pages, citations and feeds."""
        return self.name or self.title or "Dossier"


def load_settings(path: Path) -> Settings:
    """The settings in a file; the defaults when there is none.

    Raises DossierError with every problem of the file.
    """
    if not os.path.lexists(path):
        return Settings()
    return validated(Settings, read_yaml(read_text(path), str(path), example=_EXAMPLE))
