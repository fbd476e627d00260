"""A text's problems, for what it hides or can't hold, and its notices, for what is unusual in it."""

from __future__ import annotations

from dossier.errors import Notice, Problem
from dossier.seeds.characters import CONTROL, named
from dossier.seeds.hidden import find_hidden
from dossier.seeds.unusual import find_unusual

_ADVICE = {
    "markup": "dossier import {file} takes it out",
    "lines": "dossier import {file} joins them",
    "page foot": "dossier import {file} takes it out",
    "characters": "restore them from the original",
    "language": "leave the article out, or import a translation",
}


def text_problems(text: str, file: str, line: int = 1) -> list[Problem]:
    """What keeps a text that begins on line `line` of `file` from being an article’s."""
    problems = hidden_problems(text, file, line)
    control = CONTROL.search(text)
    if control:
        problems.insert(
            0,
            Problem(
                file=file,
                where=_place(text[: control.start()].count("\n"), line),
                found=named(control.group()),
                expected="text without control characters, which no page or feed can hold",
                example="The ferry sailed on Friday.",
            ),
        )
    return problems


def hidden_problems(text: str, file: str, line: int | None = 1) -> list[Problem]:
    """What a text hides; `line` is None for a text that is a value of its file, as in JSON."""
    return [
        Problem(
            file=file,
            where=_place(spot.line, line),
            found=f"{spot.found}: {spot.excerpt}" if spot.excerpt else spot.found,
            expected="plain text, every word of which is the article’s",
            example=f"dossier import {file}",
        )
        for spot in find_hidden(text)
    ]


def text_notices(text: str, file: str, line: int | None = 1) -> list[Notice]:
    """What the owner of such a text should know."""
    return [
        Notice(
            file=file,
            where=_place(spot.line, line),
            found=f"{spot.found} ({spot.excerpt})" if spot.excerpt else spot.found,
            advice=_ADVICE[spot.kind].format(file=file),
            kind=spot.kind,
        )
        for spot in find_unusual(text)
    ]


def _place(number: int, first: int | None) -> str:
    return f"line {number + 1} of the text" if first is None else f"line {first + number}"
