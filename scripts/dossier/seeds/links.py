"""Whether the pages the articles came from are still there, and still say what the seeds hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dossier.errors import DossierError
from dossier.seeds.articles import Seed
from dossier.seeds.importing.characters import clean
from dossier.seeds.importing.encoding import decode
from dossier.seeds.importing.fetch import Missing, fetch, original_of
from dossier.seeds.importing.flow import read_flow

State = Literal["the same", "changed", "gone", "out of reach"]

_SHORTEST = 40  # characters; shorter paragraphs stand on a page by chance, or were headings
_MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """The page of one article."""

    article: str
    address: str
    state: State
    told: str = ""
    """More about it, in words for the user."""

    def __str__(self) -> str:
        return f"{self.article}: {self.state}: {self.address}" + (f" ({self.told})" if self.told else "")


def check_link(seed: Seed) -> Link | None:
    """How the page of an article is now; None for an article without an address."""
    address = seed.metadata.url or ""
    if not address:
        return None
    try:
        page = fetch(address)
        text = decode(original_of(page, address), None)
    except Missing as error:
        return Link(article=seed.article.id, address=address, state="gone", told=error.problems[0].found)
    except DossierError as error:
        found = error.problems[0].found
        return Link(article=seed.article.id, address=address, state="out of reach", told=found)
    moved = f"; it moved to {page.address}" if page.address != address else ""
    paragraphs = [seed.article.text.slice(block) for block in seed.article.text.blocks]
    missing = missing_paragraphs(paragraphs, text)
    if not missing:
        return Link(article=seed.article.id, address=address, state="the same", told=moved.removeprefix("; "))
    told = f"{len(missing)} of {len(paragraphs)} paragraphs stand there no more{moved}"
    return Link(article=seed.article.id, address=address, state="changed", told=told)


def missing_paragraphs(paragraphs: Sequence[str], page: str) -> list[str]:
    """The paragraphs of some length that a page no longer has; marks and spaces may differ."""
    now = " ".join(_plain(block.text) for block in read_flow(page).blocks)
    return [words for words in paragraphs if len(words) >= _SHORTEST and _plain(words) not in now]


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", clean(text).text.translate(_MARKS)).strip()
