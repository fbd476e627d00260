"""What a page has told already: the second time a list names it by its title, and a name stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dossier.model import Actor, AnyRecord, Claim, Place
from dossier.site.pages.composer import plain
from dossier.site.pages.document import Inline, Items, Link, Section
from dossier.site.pages.linker import Linker
from dossier.site.pages.wording import sentence_case, wording

_SHARE = 0.9
"""Part of a sentence's words that another has where it says the same."""
_SHARE_OF_NAMES = 0.8
"""The same where only who somebody is would be told once more."""
_NEIGHBOURS = "in-story"
"""Style of the list in which a name may stand alone: it says who else is in the story."""
_STEM = 5
"""Letters by which words are compared: "accused" and "accusing"."""
_LETTERS = 4
"""Letters of the shortest word that counts, names and numbers apart."""
_WORD = re.compile(r"\w+")


def told_once(linker: Linker, opening: str, sections: Iterable[Section]) -> list[Section]:
    """The sections of a page that `opening` opens, each sentence only where it says something."""
    records = {linker.link(id).href: record for id, (record, _) in linker.composed.items()}
    before = [telling(opening)]

    def shortened(line: Inline, style: str) -> Inline:
        record = _of(records, line)
        link = next((part for part in line if isinstance(part, Link)), None)
        if record is None or link is None:
            return line
        is_name = isinstance(record, Actor | Place)
        # A denial is as weighty as what it denies.
        is_denial = isinstance(record, Claim) and record.kind.value == "denial"
        if is_denial or (is_name and style != _NEIGHBOURS):
            return line
        told = telling(plain(line) if is_name else link.text)
        if any(told.is_in(each, _SHARE_OF_NAMES if is_name else _SHARE) for each in before):
            title = replace(link, text=sentence_case(linker.catalogue.title(record.id)))
            return (title,) if is_name else tuple(title if part is link else part for part in line)
        before.append(told)
        return line

    return [
        replace(
            section,
            blocks=tuple(
                replace(block, items=tuple(shortened(line, block.style) for line in block.items))
                if isinstance(block, Items)
                else block
                for block in section.blocks
            ),
        )
        for section in sections
    ]


def _of(records: dict[str, AnyRecord], line: Inline) -> AnyRecord | None:
    """The record that a line tells of, with its sentence as a link, or a sentence with its name as a link."""
    link = next((part for part in line if isinstance(part, Link)), None)
    record = records.get(link.href) if link else None
    if record is None or link is None:
        return None
    if isinstance(record, Actor | Place):
        return record if line[0] in (link, "The ") and plain(line).endswith(".") else None
    return record if line[0] is link and link.text.endswith((".", "”")) else None


@dataclass(frozen=True, slots=True)
class Telling:
    """The words of a sentence that say something."""

    names: frozenset[str]
    """Its names and numbers."""
    words: frozenset[str]
    """The beginnings of all its words of content, these among them."""

    def is_in(self, other: Telling, share: float) -> bool:
        """Whether another has all its names and numbers, and nearly all its words."""
        if not self.words or not self.names <= other.words:
            return False
        return len(self.words & other.words) >= share * len(self.words)


def telling(sentence: str) -> Telling:
    """What a sentence tells, as far as its words show it."""
    words = _WORD.findall(sentence)
    passing = wording().passing_words
    names = {_stem(word) for word in words if word[:1].isdigit() or word[:1].isupper()}
    names -= {_stem(word) for word in words[:1] if len(word) < _LETTERS or word.lower() in passing}
    content = {_stem(word) for word in words if len(word) >= _LETTERS and word.lower() not in passing}
    return Telling(frozenset(names), frozenset(names | content))


def _stem(word: str) -> str:
    return word.lower()[:_STEM]
