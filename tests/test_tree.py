"""What is told of a word is worked out once, and changes no tree."""

from __future__ import annotations

from dossier.reading.findings import Span
from dossier.reading.tree import Row, Tree, Word, kept_with

ROWS = (
    Row(0, 3, 1, "compound", "NNP", "PROPN", "Ana"),
    Row(4, 8, 2, "nsubj", "NNP", "PROPN", "Lume"),
    Row(9, 13, 2, "ROOT", "VBD", "VERB", "leave"),
)
TEXT = "Ana Lume left"


def _tree() -> Tree:
    return Tree.build(Span(0, len(TEXT)), ROWS, range(len(TEXT)), TEXT)


def test_what_is_told_of_a_word_is_asked_once_a_word() -> None:
    asked: list[str] = []

    @kept_with
    def initial(word: Word) -> str | None:
        asked.append(word.text)
        return word.text[0] if word.pos == "PROPN" else None

    @kept_with
    def size(word: Word) -> int:
        return len(word.text)

    first, second = _tree(), _tree()
    told = [initial(word) for tree in (first, second, first) for word in tree.words]
    assert told == ["A", "L", None] * 3
    assert [size(word) for word in first.words] == [3, 4, 4]
    assert asked == ["Ana", "Lume", "left"] * 2


def test_a_subtree_is_its_reader_s_own() -> None:
    top = _tree().words[2]
    below = top.subtree()
    below.pop()
    assert [word.text for word in top.subtree()] == ["Ana", "Lume", "left"]
