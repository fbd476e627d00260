"""Which licences let anybody publish a text again in full."""

from __future__ import annotations

import re

from dossier.reading.lexicon import load_table

_VERSION = re.compile(r"[ -]v?\d+(?:\.\d+)*(?: ?[a-z]{2,3}| international| unported| generic)?$")
_ADDRESS = re.compile(r"^https?://(?:www\.)?|/(?:\d[\d.]*)?/?(?:deed|legalcode)?(?:\.[a-z]+)?$")


def is_open(licence: str | None) -> bool:
    """Whether a licence, by its name or address, is one of the open ones, whatever its version."""
    if licence is None:
        return False
    told = " ".join(licence.casefold().split())
    if told.startswith(("http://", "https://")):
        while (shorter := _ADDRESS.sub("", told)) != told:
            told = shorter
    else:
        told = _VERSION.sub("", told)
    return told in load_table("licences", frozenset[str], __package__)
