"""What stands above an article's first sentence: its headline, who wrote it, when; taken out of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dossier.seeds.importing.boilerplate import boilerplate
from dossier.seeds.importing.days import read_days
from dossier.seeds.importing.material import Block, shortened

_BYLINE = re.compile(
    r"(?:(?:written|reported) )?by:? "
    r"(?P<name>[A-Z][\w.’'-]*(?:(?: and |, | )(?:(?:de|al|bin|van|von) )?[A-Z][\w.’'-]*){1,7})",
    re.I,
)
_LABEL = re.compile(r"(?:published|posted|updated|date|first published)(?: on)?:? ", re.IGNORECASE)
_DEPTH = 8  # blocks from the top in which a byline or date can stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What the top of a text says, and the text without it."""

    blocks: tuple[Block, ...]
    headline: str | None
    author: str | None
    date: str | None
    """As written."""
    guessed: tuple[str, ...]
    left_out: tuple[str, ...]


def read_opening(blocks: Sequence[Block], headline: str | None) -> Opening:
    """The opening of a text whose headline may be known.

    The headline is put first once, wherever near the top it stands; else a heading of the highest level, or a
    first line that is short and no sentence, is taken for it.
    """
    guessed: list[str] = []
    left_out: list[str] = []
    kept = list(blocks)
    if headline is None:
        headline, at = _found_headline(kept)
        if headline is not None and kept[at].kind != "heading":
            guessed.append(f"headline: the first line, {shortened(headline)}")
    if headline is not None:
        same = [number for number, block in enumerate(kept[: 2 * _DEPTH]) if _alike(block.text, headline)]
        for number in reversed(same):
            del kept[number]
    author = date = None
    number = 0
    while number < min(len(kept), _DEPTH):
        text = kept[number].text
        byline = _BYLINE.fullmatch(text)
        if author is None and byline:
            author = byline["name"]
            left_out.append(f"byline: {shortened(text)}")
        elif date is None and _is_date(text):
            date = _LABEL.sub("", text, count=1)
            left_out.append(f"line with the date: {shortened(text)}")
        else:
            number += 1
            continue
        del kept[number]
    first = [Block(headline, "heading", 1)] if headline else []
    return Opening(
        blocks=(*first, *kept),
        headline=headline,
        author=author,
        date=date,
        guessed=tuple(guessed),
        left_out=tuple(left_out),
    )


def _found_headline(blocks: Sequence[Block]) -> tuple[str | None, int]:
    furniture = boilerplate(blocks, "")
    own = [
        number
        for number, block in enumerate(blocks)
        if number not in furniture and not _is_date(block.text) and not _BYLINE.fullmatch(block.text)
    ]
    for number in own[:_DEPTH]:
        if blocks[number].kind == "heading" and blocks[number].level == 1:
            return blocks[number].text, number
    if len(own) > 1 and blocks[own[0]].kind in ("heading", "paragraph") and _is_title(blocks[own[0]].text):
        return blocks[own[0]].text, own[0]
    return None, 0


def _is_title(text: str) -> bool:
    return 2 <= len(text.split()) <= 20 and text[0] not in '“"‘' and not re.search(r"[.:;,]$", text)


def _is_date(text: str) -> bool:
    return len(text) < 60 and bool(read_days(_LABEL.sub("", text, count=1)).days)


def _alike(text: str, headline: str) -> bool:
    return _plain(text) == _plain(headline)


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()
