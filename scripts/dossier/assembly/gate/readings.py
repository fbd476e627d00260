"""The articles as the gate reads them, a few at a time: trees take far more memory than words."""

from __future__ import annotations

from collections import OrderedDict

from dossier.assembly.gate.reach import Reading
from dossier.reading.text.article import Article

OPEN = 24
"""Articles whose trees are held at once: what is asked goes from article to article, and is asked once."""


class Readings:
    """The articles with their trees, those asked for last."""

    def __init__(self) -> None:
        self._open: OrderedDict[str, Reading] = OrderedDict()

    def of(self, article: Article) -> Reading:
        """An article with its trees, which are made again where they were let go."""
        reading = self._open.pop(article.id, None) or Reading.of(article)
        self._open[article.id] = reading
        if len(self._open) > OPEN:
            self._open.popitem(last=False)
        return reading
