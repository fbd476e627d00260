"""Whether a bare surname leaves open which of several people of that name it means."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.reading.names.entries import Entry
from dossier.reading.text.tokens import Text

_MAIN = 4
"""Times as often as all namesakes a person must have been named to be the one an article is about."""
_APART = 2
"""Paragraphs behind a namesake's last mention from where the main person is meant again."""


def is_open(text: Text, bearers: Sequence[Entry], chosen: Entry, start: int) -> bool:
    """Whether a surname at `start` may mean another of its bearers than the one chosen.

    It means the only one named so far. It is open in the sentence that names a namesake and the next one,
    and as long as a namesake was the last to be named, but for a passing mention beside a main person.
    """
    last = {id(e): max((m.start for m in e.mentions if m.start < start), default=-1) for e in bearers}
    named = [e for e in bearers if last[id(e)] >= 0]
    if not named:
        return len(bearers) > 1
    rivals = [e for e in named if e is not chosen]
    if not rivals:
        return False
    rival = max(last[id(e)] for e in rivals)
    if text.sentence_at(rival).stop >= text.sentence_at(start).first:
        return True
    if last[id(chosen)] > rival:
        return False
    main = _times(chosen, start) >= _MAIN * sum(_times(e, start) for e in rivals)
    return not (main and text.block_at(start) - text.block_at(rival) >= _APART)


def _times(entry: Entry, start: int) -> int:
    return sum(m.start < start for m in entry.mentions)
