"""What waits for an editor's yes: what another reader says of the living, doubtful names, and what is weak.

`review:` in dossier.yaml says whose readings wait: another reader's (`imported`), our own rules' as well
(`strict`), or of another reader's only what the gate can't show (`off`). Living is everyone who is not read
as dead. A yes is a line `reviewed:` in the curation file, with a digest of the sentence and of what was read
in it: once either changes, it is asked again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Literal

from dossier.editing.curation import Curation
from dossier.editing.sources import find_words, findings_at
from dossier.readers.judging import Judged
from dossier.readers.merging import said_by, told_at
from dossier.reading.findings import Findings, Span
from dossier.reading.text.article import Article

Review = Literal["off", "imported", "strict"]
SECTIONS = ("actors", "places", "quotes", "events", "agreements", "claims", "relations")
_DEAD = frozenset(("died", "killed"))
"""Roles in an event of those who are dead after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A finding that waits for an editor."""

    article: str
    readers: tuple[str, ...]
    section: str
    found: Any
    reasons: tuple[str, ...]
    digest: str
    """What `seen:` says once an editor has answered."""
    words: Span
    """The words that tell it."""


def dead_in(findings: Iterable[Findings]) -> frozenset[str]:
    """Names of those who are read as dead in one of these articles."""
    return frozenset(
        person.actor
        for each in findings
        for event in each.events
        for person in event.participants
        if person.role in _DEAD
    )


def seen_digest(article: Article, section: str, found: Any) -> str:
    """Twelve hexadecimal digits that change with what was read and with the sentence it was read in."""
    sentence = article.text.sentence_at(told_at(section, found).start)
    said = sorted(f"{slot}={value}" for slot, value in said_by(section, found).items())
    parts = [section, article.text.slice(Span(sentence.start, sentence.end)), *said]
    return sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def completed_by(article: Article, curation: Curation, readings: Iterable[Findings]) -> frozenset[str]:
    """Digests of the findings that an editor's entries are about: who completes one has seen it.

    Each reader's findings are matched as those that stand are: an entry about none of them, or about several,
    completes none, and one that adds a record of its own is about no finding.
    """
    return frozenset(
        seen_digest(article, section, held[about[0]])
        for found in readings
        for section in ("quotes", "events", "agreements", "claims")
        if (held := getattr(found, section))
        for entry in getattr(curation, section)
        if not entry.add
        for words, paragraph in ((entry.words, entry.paragraph), *((each, None) for each in entry.merge))
        if len(about := findings_at(find_words(article, words, paragraph), section, held)) == 1
    )


@dataclass(frozen=True, slots=True)
class Reviewing:
    """Whether findings of one article wait."""

    article: Article
    review: Review
    curation: Curation
    living: Collection[str]
    """Names of the persons of the article who are not read as dead."""
    unsure: Mapping[str, str] = field(default_factory=dict)
    """Names of our own that are doubtful, each with why; asked for only where our own rules' wait."""
    completed: Collection[str] = ()
    """Digests of the findings that entries of the editor's file are about."""
    assumed: bool = False
    """Whether to act as if an editor had said yes to all that waits."""

    def waits(self, section: str, found: Any, judged: Judged) -> Waiting | None:
        """Why a finding waits; None where it need not, or an editor has said yes.

        Of what an editor left out it says that it waits: it stands nowhere.
        """
        reasons = [*judged.reasons, *(self._about_living(section, found) if self.review != "off" else ())]
        digest = seen_digest(self.article, section, found)
        answered = [entry for entry in self.curation.reviewed if entry.seen == digest]
        left_out = [entry.drop for entry in answered if entry.drop]
        if left_out:
            reasons = [f"left out: {left_out[0]}"]
        elif not reasons or answered or self.assumed or digest in self.completed:
            return None
        return Waiting(
            article=self.article.id,
            readers=found.read_by,
            section=section,
            found=found,
            reasons=tuple(dict.fromkeys(reasons)),
            digest=digest,
            words=told_at(section, found),
        )

    def _about_living(self, section: str, found: Any) -> Iterable[str]:
        if section == "claims":
            for role, name in (("by", found.claimant), ("about", found.target)):
                if name in self.living:
                    yield f"a claim {role} a living person, {name}"
        elif section == "quotes" and found.speaker and found.speaker.name in self.living:
            yield f"words of a living person, {found.speaker.name}"
        elif section in ("actors", "places"):
            if found.name in self.unsure:
                yield self.unsure[found.name]
            if found.roles and found.name in self.living:
                yield f"a status of a living person, {found.name}"
        elif section == "events":
            for person in found.participants:
                if person.actor in self.living:
                    yield f"what a living person, {person.actor}, took part in"
