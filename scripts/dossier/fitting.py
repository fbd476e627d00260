"""All that is known to the files of its site, showing as much of the articles' words as the limit allows.

The data, which are soon made, are measured first, and the pages drawn once these fit: they take ten times as
long, and of many articles that tell one story each shows words of others. Meanwhile all that is told is
verified.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from dossier.assembly.limits import (
    Republished,
    measured,
    refuse_excess,
    unmoved,
)
from dossier.assembly.standing import Standing
from dossier.assembly.takedown import redacted, still_named
from dossier.assembly.verify import verify
from dossier.beside import beside
from dossier.collecting import set_aside
from dossier.errors import DossierError
from dossier.exports.data import Writing
from dossier.gathering import Known
from dossier.model import Dossier
from dossier.site.files import Files, Making, data_files

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """What is shown, and its files."""

    shown: Dossier
    """Before names were redacted."""
    dossier: Dossier
    files: Files
    republished: tuple[Republished, ...]


def fitted(
    known: Known,
    finish: Callable[[Dossier], Dossier],
    making: Making,
    standing: Standing,
) -> Fitted:
    """The dossier as far as it may be shown, verified, and its files.

    `finish` gives a dossier its entries and heading; `making` makes of it and its data files all of them.
    Raises DossierError for what doesn't hold, and for articles of which too much is shown at their sparest,
    before any page is drawn where the data show it.
    """
    trying = _Trying(
        known,
        finish,
        making,
        _Measured(known, standing, whole=False),
        _Measured(known, standing, whole=True),
    )
    while True:
        if made := trying.made():
            return made


@dataclass(slots=True)
class _Trying:
    """Makes all files until what they show fits."""

    known: Known
    finish: Callable[[Dossier], Dossier]
    making: Making
    of_data: _Measured
    of_all: _Measured
    writing: Writing = field(default_factory=Writing)
    is_verified: bool = False
    """Whether what is told was verified, if with more words than are shown now."""

    def made(self) -> Fitted | None:
        """The dossier and its files; None where the pages show too much, and will show less the next time.

        Nothing of what was made for them is held then.
        """
        known = self.known
        while True:
            shown = self.finish(known.showing.shown())
            dossier = redacted(shown, known.dropped)
            self.making.paint(dossier)
            placing = known.showing.placed(shown)
            data, placed = data_files(dossier, self.writing), placing()
            if not self.of_data.spares(placed, data):
                break
        known.showing.settle()
        was_verified, self.is_verified = self.is_verified, True
        verified = None if was_verified else beside(partial(self._verify, shown))
        try:
            refuse_excess(self.of_data.republished.values(), self.seeds, "its data")
            set_aside()
            files = self.making.files(dossier, data)
        finally:  # what doesn't hold is told, and nothing that drawing it may have met
            if verified:
                verified()
                _LOG.info("verified every statement")
        _LOG.info("made %d files", len(files))
        if self.of_all.spares(placed, files):
            return None
        if was_verified:
            self._verify(shown)
            _LOG.info("verified every statement")
        republished = tuple(self.of_all.republished.values())
        refuse_excess(republished, self.seeds, "its pages and data")
        return Fitted(shown=shown, dossier=dossier, files=files, republished=republished)

    @property
    def seeds(self) -> dict[str, str]:
        """Each article's file, by the article's id."""
        return {seed.article.id: str(seed.path) for seed in self.known.seeds}

    def _verify(self, shown: Dossier) -> None:
        """Raises DossierError for what doesn't hold, and for names that should stand nowhere."""
        verify(shown, self.known.articles, self.known.heard)
        if left := list(still_named(shown, self.known.dropped)):
            raise DossierError(left)


@dataclass(slots=True)
class _Measured:
    """What some files showed of each article when they were last measured."""

    known: Known
    standing: Standing
    whole: bool
    """Whether they are all files, and not the data alone."""
    republished: dict[str, Republished] = field(default_factory=dict)

    def _is_too_much(self, of: Republished) -> bool:
        """Whether too much is shown of an article; of one shown at its sparest, whether it is refused."""
        return not (of.within_limits if self.known.showing.is_sparest(of.article) else of.leaves_room)

    def spares(self, placed: Mapping[str, set[int]], files: Mapping[str, bytes]) -> bool:
        """Measures them; True when they show too much and from now on less is shown.

        `placed` are, by article, the positions of the words whose place is known.
        """
        counted = self.known.showing.counted()
        repeated = self.standing.repeated(counted, files, placed, whole=self.whole)
        before, now = self.republished, measured(counted, placed, repeated)
        self.republished = {each.article: each for each in now}
        excess = {each.article: each.excess for each in now if self._is_too_much(each)}
        if not excess:
            return False
        _LOG.info("%d articles showed too much", len(excess))
        beside = {article: positions - placed[article] for article, positions in repeated.items()}
        showing = self.known.showing
        return (
            showing.cut(excess)
            or showing.spare(excess, unmoved(now, before), beside)
            or showing.cut(excess, few=True)
        )
