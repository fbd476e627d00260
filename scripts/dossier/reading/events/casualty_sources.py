"""Casualties to who gives the numbers: "12 people were killed, police said"."""

from __future__ import annotations

from dossier.reading.attribution.attributions import Attributions
from dossier.reading.attribution.naming import named
from dossier.reading.attribution.scene import Scene
from dossier.reading.findings import Span
from dossier.reading.text.tokens import Sentence

_GIVES = frozenset(("statement", "assessment", "evidence"))


class CasualtySources:
    """Finds who gives the numbers in one article's reports of violence."""

    def __init__(self, scene: Scene, attributions: Attributions) -> None:
        self.scene = scene
        self.attributions = attributions

    def of(self, sentence: Sentence, span: Span) -> str | None:
        """Name or words of the one whose word a span of the sentence is; None for the report's own."""
        tree = self.scene.parses.of(sentence)
        word = tree.at(span.start) if tree is not None else None
        over = self.attributions.over(tree, word) if tree is not None and word is not None else None
        if over is None or over.source is None or over.kind not in _GIVES:
            return None
        found = named(self.scene, over.source)
        return found.name if found.known or over.source.pos != "PRON" else None
