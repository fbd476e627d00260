"""What is told in other words in a dossier that is the same but for the words of its articles.

From one round to the next, as too much is shown, words alone become fewer: no id, name, number or reference
is another. Whoever looks things up by these need not look again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from dossier.facts import Reported, with_words
from dossier.model import Actor, AnyRecord, Dossier, Evidence, Place, Relation

_WORDS = dict.fromkeys(("exact", "first", "last", "prefix", "suffix", "nearest"))
"""Fields of a passage that may be others: its words, and which passage leads to it."""
_NONE = Reported("")


@dataclass(slots=True)
class Reworded:
    """Pairs of what was told before and what is now; what isn't here is the same."""

    sections: set[str] = field(default_factory=set)
    records: list[tuple[AnyRecord, AnyRecord]] = field(default_factory=list)
    ties: list[tuple[Relation, Relation]] = field(default_factory=list)
    passages: list[tuple[Evidence, Evidence]] = field(default_factory=list)


def reworded(before: Dossier, now: Dossier) -> Reworded | None:
    """What has other words; None where more than words is another."""
    found = Reworded()
    for name in type(now).model_fields:
        for old, new in _differing(getattr(before, name), getattr(now, name)):
            if not _is_reworded(old, new):
                return None
            found.sections.add(name)
            match new:
                case Evidence():
                    found.passages.append((old, new))
                case Relation():
                    found.ties.append((old, new))
                case _:
                    found.records.append((old, new))
    return found


def _differing(before: Any, now: Any) -> Iterator[tuple[Any, Any]]:
    """What differs, a record beside what it was; the whole where that can't be told."""
    if not (isinstance(now, tuple) and isinstance(before, tuple) and len(before) == len(now)):
        if before != now:
            yield before, now
        return
    for old, new in zip(before, now, strict=True):
        if old is not new and old != new:
            yield old, new


def _is_reworded(old: Any, new: Any) -> bool:
    """Whether nothing but words is another; names are no words here, whoever wrote them."""
    if type(old) is not type(new):
        return False
    if isinstance(new, Evidence):
        return bool(old.model_copy(update=_WORDS) == new.model_copy(update=_WORDS))
    if isinstance(new, Actor | Place) and (old.name, old.aliases) != (new.name, new.aliases):
        return False
    return isinstance(new, AnyRecord | Relation) and _wordless(old) == _wordless(new)


def _wordless(value: Any) -> Any:
    return with_words(value, lambda _: _NONE)
