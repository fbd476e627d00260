"""Parses with one fact made another one, to see which facts a rule over a parse rests on."""

import os
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from dossier.reading.tree import Row

Told = Callable[[Sequence[Row], str], Hashable]
"""What a rule makes of the rows of a sentence; empty where nothing."""
_OTHER = {"dep": "dep", "tag": "XX", "pos": "X", "lemma": "other"}


def altered(rows: Sequence[Row], sentence: str) -> Iterator[tuple[str, Sequence[Row], str]]:
    """The rows with one label, tag, part of speech, lemma, head or word after the other made another.

    Whatever hangs on a word is hung on what is over that, or where nothing is on what stands beside it.
    """
    times = Counter(sentence[row.start : row.end] for row in rows)
    for at, row in enumerate(rows):
        word = sentence[row.start : row.end]
        name = word if times[word] == 1 else f"{word}/{at + 1}"
        changes: list[tuple[str, dict[str, Any]]] = [
            (field, {field: other}) for field, other in _OTHER.items()
        ]
        over = rows[row.head].head
        beside = [i for i, r in enumerate(rows) if r.head == over != i and i not in (at, row.head)]
        if row.head != at and (over != row.head or beside):
            nearest = min(beside, key=lambda i: abs(i - at)) if over == row.head else over
            changes.append(("head", {"head": nearest}))
        for field, change in changes:
            yield f"{name}.{field}", [*rows[:at], row._replace(**change), *rows[at + 1 :]], sentence
        letters = sentence[: row.start] + "x" * len(word) + sentence[row.end :]
        yield f"{name}.text", rows, letters


def rests(name: str, rule: Told, shown: Callable[..., str], rows: Sequence[Row], sentence: str) -> list[str]:
    """Lines of what a rule makes of a sentence and what that rests on, or what alone it lacks; or none."""
    made = rule(rows, sentence)
    others = [(fact, rule(changed, words)) for fact, changed, words in altered(rows, sentence)]
    if made:
        needs = " ".join(fact for fact, found in others if found != made)
        return [f"  {name}: {shown(made, rows, sentence)}", f"    on {needs}"]
    near = " ".join(fact for fact, found in others if found)
    return [f"  {name}: but for {near}"] if near else []


def kept(
    file: Path,
    rules_of: Callable[[str], Iterable[tuple[str, Told, Sequence[Row]]]],
    shown: Callable[..., str],
) -> tuple[list[str], list[str]]:
    """The lines of a file of sentences, as they stand and as they are; UPDATE_GOLDEN=1 writes them anew.

    Of a rule that is not known to come near a sentence it is only asked whether it makes anything of it.
    """
    before = file.read_text(encoding="utf-8").splitlines()
    anew = os.environ.get("UPDATE_GOLDEN")
    known: dict[str, set[str]] = {}
    for line in before:
        if not line.startswith(" "):
            below = known[line] = set()
        below.add(line.strip().partition(":")[0])
    lines: list[str] = []
    for sentence, names in known.items():
        lines.append(sentence)
        for name, rule, rows in rules_of(sentence):
            if anew or name in names or rule(rows, sentence):
                lines += rests(name, rule, shown, rows, sentence)
    if anew:
        file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return before, lines
