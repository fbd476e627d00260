"""A text of which everybody may have some words only: every character keeps its place, others are hidden."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from dossier.reading.findings import Span
from dossier.reading.text.tokens import Sentence, Text

SMALL, CAPITAL, DIGIT = "ⲝ", "Ⲝ", "᠐"
"""Stand for a hidden letter or digit. No English text has them, and a word stays one word."""
_HIDDEN = re.compile(f"[{SMALL}{CAPITAL}{DIGIT}]")
_WORD = re.compile(r"\S+")
_PLACES = re.compile(rf"{SMALL}\[(\d+-\d+(?: \d+-\d+)*)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A passage of a private text as it is committed: what it says of itself, and where it may be read."""

    digest: str
    """Of its words."""
    shows: tuple[Span, ...] = ()
    """The stretches that lead to it: one around all of it, or at its beginning, at its end or at both."""
    leads: bool = False
    """Whether these stand only once in the whole text, so that a link can lead there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mask:
    """What is carried of a private text whose words are hidden; made where the text is."""

    sentences: Mapping[Span, str]
    """Digest of the words of each sentence."""
    passages: Mapping[Span, Carried]
    """The passages that facts rest on."""
    facts: frozenset[str]
    """Digests of the facts that the text bore when it was read: see `assembly.borne`."""
    reports: Mapping[str, str]
    """Words that facts report, as far as they may be read, and what is shown of them."""
    traits: Mapping[str, tuple[str, ...]]
    """What makes records those records, as for a text that is not hidden: see `assembly.identity`."""

    def digest(self, span: Span) -> str:
        """The digest of a sentence or carried passage; raises KeyError for any other span."""
        carried = self.passages.get(span)
        return carried.digest if carried else self.sentences[span]


def masked(text: str, shown: Iterable[Span]) -> str:
    """The text with every letter and digit hidden that lies in none of the spans."""
    made = [_stand_in(char) for char in text]
    for start, end in shown:
        made[start:end] = text[start:end]
    return "".join(made)


def _stand_in(char: str) -> str:
    if not char.isalnum():
        return char
    return DIGIT if char.isnumeric() else CAPITAL if char.isupper() else SMALL


def is_hidden(words: str) -> bool:
    """Whether words have a hidden letter."""
    return _HIDDEN.search(words) is not None


def seen(words: str) -> str:
    """Words as far as they may be read from either end, with an ellipsis for those between."""
    if not is_hidden(words):
        return words
    found = list(_WORD.finditer(words))
    first = list(takewhile(lambda word: not is_hidden(word.group()), found))
    last = list(takewhile(lambda word: not is_hidden(word.group()), reversed(found)))
    begin = words[: first[-1].end()] if first else ""
    return " ".join(part for part in (begin, "…", words[last[-1].start() :] if last else "") if part)


def without_hidden(words: str) -> str:
    """The words that may be read, each apart."""
    return " ".join(word for word in words.split() if not is_hidden(word)) if is_hidden(words) else words


def shape_of(words: str) -> str:
    """Words with every letter hidden: the same whatever of them may be read."""
    return masked(words, ())


def in_places(spans: Iterable[Span]) -> str:
    """What stands for words that are hidden: where they are."""
    return f"{SMALL}[{' '.join(f'{start}-{end}' for start, end in spans)}]"


def places_of(words: str) -> list[Span] | None:
    """Where words are of which only that is told; None for plain words."""
    told = _PLACES.fullmatch(words)
    if told is None:
        return None
    ends = (place.split("-") for place in told[1].split())
    return [Span(int(start), int(end)) for start, end in ends]


def laid_out(words: str, sentences: Sequence[Span]) -> Text:
    """A text with hidden words, its sentences as they are in the text itself.

    Raises ValueError where these are no sentences of its blocks, in order.
    """
    text = Text(words)
    made: list[Sentence] = []
    for start, end in sentences:
        at = text.block_at(start)
        block = text.blocks[at] if text.blocks else None
        if block is None or not block.start <= start < end <= block.end or (made and made[-1].end > start):
            raise ValueError(f"[{start}, {end}] is no sentence of it")
        made.append(Sentence(start, end, *text.token_range(Span(start, end)), at))
    if {sentence.block for sentence in made} != set(range(len(text.blocks))):
        raise ValueError("a paragraph has no sentence")
    text.lay(made)
    return text
