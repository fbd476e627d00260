"""One desk: what is open and what was written here, in step with the files on disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

from dossier.assembly.explained import explained
from dossier.build import Opened, opened, reopened
from dossier.desk.decisions import Addition, Answer, add, decide
from dossier.desk.files import Files, Written
from dossier.desk.item import UNSHOWN, Item, Undecidable
from dossier.desk.queue import all_of, queue
from dossier.desk.why import why
from dossier.desk.yaml_text import Entries
from dossier.editing.sources import Source
from dossier.reading.explain import Reason
from dossier.seeds.door import AUTHORITIES, curation_of

_CHECKED = ("correct", "take")
"""Answers that set values, which the gate may refuse."""


@dataclass(slots=True)
class Desk:
    """One desk: what is open, and what was written here."""

    seeds: Path
    files: Files = field(init=False)
    opened: Opened = field(init=False)
    items: dict[str, Item] = field(init=False)
    looked_at: dict[str, Item] = field(default_factory=dict)
    """What an editor has seen of articles without being asked."""
    reasons: dict[str, tuple[Reason, ...]] = field(default_factory=dict)
    """By article, why it was read so, once somebody has asked."""
    lock: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        self.files = Files(self.seeds)
        self.reload()

    def reload(self) -> None:
        """Read everything again.

        Raises DossierError.
        """
        self._take(opened(self.seeds))

    def _take(self, read: Opened) -> None:
        self.opened = read
        self.items = {item.key: item for item in queue(read)}
        articles = {item.article for item in self.looked_at.values()}
        self.looked_at, self.reasons = {}, {}
        for source in read.sources:
            if source.article.id in articles:
                self.look_at(source)

    def source(self, article: str) -> Source | None:
        """An article with all that is known of it."""
        return next((each for each in self.opened.sources if each.article.id == article), None)

    def item(self, key: str) -> Item:
        """A question, or what an editor looked at. Raises Undecidable."""
        found = self.items.get(key) or self.looked_at.get(key)
        if found is None:
            raise Undecidable("this was answered meanwhile; load the page again")
        return found

    def look_at(self, source: Source) -> list[Item]:
        """Everything that stands of an article, to be corrected or left out."""
        found = all_of(self.opened, source.article.id)
        self.looked_at |= {item.key: item for item in found}
        return found

    def answer(self, given: Answer) -> Written:
        """Write an answer. Raises Undecidable."""
        item = self.item(given.key)
        source = self.source(item.article)
        name = AUTHORITIES if item.other_words else self._curation(item.article)
        if given.action in _CHECKED or item.risk == UNSHOWN:
            return self._checked(name, lambda entries: decide(given, item, source, entries))
        written = self.files.write(name, lambda entries: decide(given, item, source, entries))
        self.items.pop(given.key, None)
        return written

    def add(self, given: Addition) -> Written:
        """Write an addition. Raises Undecidable."""
        source = self.source(given.article)
        if source is None:
            raise Undecidable("there is no such article")
        name = self._curation(given.article)
        return self._checked(name, lambda entries: add(given, source, entries))

    def why(self, key: str) -> dict[str, Any]:
        """Why an item was read as it is. Raises Undecidable."""
        item = self.item(key)
        source = self.source(item.article)
        if source is None:
            raise Undecidable("the article is gone")
        article = source.article
        if article.id not in self.reasons:
            self.reasons[article.id] = explained(article)
        return why(article, self.reasons[article.id], item.at)

    def _checked(self, name: str, edit: Callable[[Entries], None]) -> Written:
        """Write what a build could refuse, and read everything again: no answer may stop the next build."""
        read: list[Opened] = []
        written = self.files.write(name, edit, lambda: read.append(reopened(self.seeds)))
        self._take(read[-1])
        return written

    def _curation(self, article: str) -> str:
        seed = next(seed for seed in self.opened.seeds if seed.article.id == article)
        return curation_of(seed.path, seed.is_private).relative_to(seed.path.parent).as_posix()
