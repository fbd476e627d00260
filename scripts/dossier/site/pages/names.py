"""Which actors and places a text names, by their names and aliases."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from dossier.model import Named

_WORD = re.compile(r"\w+")
_SHORTEST = 3


class NameIndex:
    """Finds names in a text word by word; a name that two records share names neither."""

    def __init__(self, records: Iterable[Named]) -> None:
        owners: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for record in records:
            for name in (record.name.value, *(alias.value.text for alias in record.aliases)):
                words = tuple(_WORD.findall(name))
                if len(name) >= _SHORTEST and words:
                    owners[words].add(record.id)
        self._owners = {words: min(ids) for words, ids in owners.items() if len(ids) == 1}
        lengths: dict[str, set[int]] = defaultdict(set)
        for words in self._owners:
            lengths[words[0]].add(len(words))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def find(self, text: str) -> tuple[str, ...]:
        """Ids of the records that a text names, in the order of the text; the longest name counts."""
        words = _WORD.findall(text)
        found: dict[str, None] = {}
        at = 0
        while at < len(words):
            for length in self._lengths.get(words[at], ()):
                id = self._owners.get(tuple(words[at : at + length]))
                if id is not None:
                    found[id] = None
                    at += length - 1
                    break
            at += 1
        return tuple(found)
