"""Lines of an article's file that are not the article, each with its reason: menus, contacts, links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from dossier.seeds.importing.material import Block
from dossier.seeds.importing.tables import Furniture, boilerplate_lines


class _Patterns(NamedTuple):
    """The lines of the table, by where they stand, each with what the user is told it is."""

    ends: list[tuple[re.Pattern[str], str]]
    lines: list[tuple[re.Pattern[str], str]]
    tops: list[tuple[re.Pattern[str], str]]


_SENTENCE_END = re.compile(r"[.?!…][\"'”’)\]]*$")


def boilerplate(blocks: Sequence[Block], keep: str) -> dict[int, str]:
    """Numbers of the blocks that don't look like the article's own, with why; `keep` is the headline."""
    found: dict[int, str] = {}
    patterns = _compiled()
    top = True
    for number, block in enumerate(blocks):
        if block.text == keep:
            continue
        ending = _first(patterns.ends, block.text) if number else None
        if ending and any(_is_sentence(before.text) for before in blocks[:number]):
            # a contact or list of links is short; with as much text behind it as before, it ended nothing
            if sum(len(b.text) for b in blocks[number:]) <= sum(len(b.text) for b in blocks[:number]):
                found |= dict.fromkeys(range(number, len(blocks)), ending)
                break
            found[number] = ending
            continue
        reason = _first(patterns.lines, block.text) or (_first(patterns.tops, block.text) if top else None)
        if reason:
            found[number] = reason
        elif _is_sentence(block.text):
            top = False
    return found | _menus(blocks, keep, found)


def is_furniture(line: str) -> bool:
    """True for a line that by itself looks like none of the article's."""
    return any(_first(entries, line) for entries in _compiled())


def _menus(blocks: Sequence[Block], keep: str, known: dict[int, str]) -> dict[int, str]:
    """From the first to the last of three and more lines in capitals or known, with short lines between."""
    menus: dict[int, str] = {}
    run: list[int] = []
    for number, block in enumerate([*blocks, Block("The end.")]):
        if (
            len(block.text) <= 40
            and not _is_sentence(block.text)
            and block.text != keep
            and block.kind != "quotation"
        ):
            run.append(number)
            continue
        sure = [item for item in run if item in known or blocks[item].text.isupper()]
        if len(sure) >= 3:
            menus |= {item: "a menu" for item in range(sure[0], sure[-1] + 1) if item not in known}
        run = []
    return menus


def _is_sentence(text: str) -> bool:
    return len(text) > 60 or (bool(_SENTENCE_END.search(text)) and " " in text)


def _first(entries: list[tuple[re.Pattern[str], str]], text: str) -> str | None:
    return next((name for pattern, name in entries if pattern.fullmatch(text)), None)


@cache
def _compiled() -> _Patterns:
    lines = boilerplate_lines()
    return _Patterns(*map(_patterns, (lines.ends, lines.lines, lines.tops)))


def _patterns(lines: Sequence[Furniture]) -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(line.pattern, re.IGNORECASE), line.name) for line in lines]
