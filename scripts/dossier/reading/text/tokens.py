"""Text to tokens, blocks, quotations and sentences: spans over the text exactly as given.

Nothing here normalises the text. A token, a quotation or a sentence is a pair of offsets in code
points, so `text[start:end]` is always the article's own words.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from functools import cached_property
from typing import Any, NamedTuple
from unicodedata import normalize

from dossier.reading.findings import Span
from dossier.reading.lexicon import load_table
from dossier.reading.text.marks import Quotation, pair_marks
from dossier.reading.text.prose import as_prose
from dossier.reading.text.turns import spoken, turns_of
from dossier.reading.text.word_classes import class_of, closed_class

# Each alternative starts with a character class of its own and no group can match the empty string,
# so the pattern takes time in proportion to the text whatever the text is.
_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
"""Soft hyphens, joiners, marks of direction: nothing inside a word, and no token outside it."""
_HIDDEN = re.compile(f"[{_INVISIBLE}]")
CAPITALS = "A-Z" + "".join(char for char in map(chr, range(0x80, 0x2000)) if char.isupper())
"""The capital letters, those with accents and of other alphabets too, to stand in a pattern's brackets."""
_TOKEN = re.compile(
    r"""
      [^\W\d_]+(?=[ ,])                         # most words, tried first for speed
    | (?:https?://|www\.)[^\s<>"“”]+           # an address
    | (?:[^\W\d_]\.){2,}                        # U.S.  a.m.
    | ['’]s\b | (?<=[a-z])['’]S\b              # the possessive, apart from its noun: also “Fiji’S”
    | \d+(?:[.,:]\d+)*[^\W_]*                   # 1,000  4:30pm  20bn  19th
    | [@#]\w+                                   # @name  #topic
    | [^\W_](?:[^\W_]|[MARKS])*                 # words, al-Amin, O'Neill, don't, Sana‘a
      (?:(?!['’]s\b|(?<=[a-z])['’]S\b)['’‘\-‐‑][^\W_](?:[^\W_]|[MARKS])*)*
    | \.{2,} | -{2,}
    | [^\w\sHIDDEN] | _
    """.replace("MARKS", f"\u0300-\u036f{_INVISIBLE}").replace("HIDDEN", _INVISIBLE),
    re.VERBOSE,
)
_SENTENCE_END = re.compile(r"[.?!…]")
_BLOCK = re.compile(r"[^\n]*[^\s][^\n]*")
_CLOSERS = frozenset("\"'”’»)]")
_OPENERS = frozenset("\"'“‘«([")


class Token(NamedTuple):
    """A word, number or mark."""

    start: int
    end: int
    text: str
    """Its characters as a reader sees them: see `as_read`."""
    lower: str

    @property
    def word_class(self) -> str:
        """What class of words it belongs to: a closed one, or one told by its spelling."""
        return class_of(self.text)

    @property
    def stands_alone(self) -> bool:
        """Whether it is a determiner that may stand for a noun phrase: "another said"."""
        return self.lower in closed_class().standing


class Around:
    """The words of one text, looked at from a place among them."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens

    def word(self, index: int) -> str:
        """A token's text; nothing beyond the text's ends."""
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    def lower(self, index: int) -> str:
        """The same in small letters."""
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""

    def is_capital(self, index: int) -> bool:
        """Whether a token begins with a capital."""
        return self.word(index)[:1].isupper()


def touches(tokens: Sequence[Token], at: int) -> bool:
    """Whether no space stands before a token."""
    return at > 0 and tokens[at - 1].end == tokens[at].start


def as_read(words: str) -> str:
    """Words without invisible characters, spaces plain, each letter and its accent as one character."""
    if words.isascii():
        return " ".join(words.split()) if "\n" in words else words
    return normalize("NFC", " ".join(_HIDDEN.sub("", words).split()))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: offsets into the text, and the half-open range of its tokens."""

    start: int
    end: int
    first: int
    """Index of its first token."""
    stop: int
    """Index after its last token."""
    block: int
    """Index of the block it stands in."""


@dataclass(frozen=True, slots=True)
class Block:
    """A line of text that isn't empty: a paragraph, headline or heading."""

    start: int
    end: int
    first: int
    stop: int
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    """Outermost and nested quotations in order of their start; see `marks`."""


class Text:
    """A text read into blocks, sentences, tokens and quotations."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.prose = prose = as_prose(text)
        """The text as it is read, of the same length: see `as_prose`."""
        tokens: list[Token] = []
        blocks: list[Block] = []
        abbreviations = load_table("abbreviations", Abbreviations)
        carried = None
        starts: list[int] = []
        lines = [_stripped(line.start(), line.group()) for line in _BLOCK.finditer(prose)]
        turns = turns_of(prose, lines, abbreviations.before_name)
        for start, end in lines:
            first = len(tokens)
            read = _tokens(prose, start, end)
            tokens += read
            starts += [token.start for token in read]
            stop = len(tokens)
            quotations, carried = pair_marks(prose, Span(start, end), carried)
            if start in turns:
                quotations, carried = spoken(turns[start], end, quotations), None
            ends = [
                bisect_right(starts, mark.start(), first) - 1
                for mark in _SENTENCE_END.finditer(prose, start, end)
            ]
            sentences = tuple(
                Sentence(tokens[a].start, tokens[b - 1].end, a, b, len(blocks))
                for a, b in _sentence_ranges(tokens, first, stop, ends, quotations, abbreviations)
            )
            blocks.append(Block(start, end, first, stop, sentences, quotations))
        self.tokens = tokens
        self._token_starts = array("Q", starts)
        self._hold(blocks)

    def _hold(self, blocks: list[Block]) -> None:
        self.blocks = blocks
        self.quotations = [quotation for block in blocks for quotation in block.quotations]
        self._block_starts = [block.start for block in blocks]
        self.lay([s for block in blocks for s in block.sentences])

    def packed(self) -> list[Any]:
        """What was read into it, as JSON has it; `unpacked` makes the same of it and of the texts."""
        return [
            (
                (block.start, block.end, block.first, block.stop),
                [(s.start, s.end, s.first, s.stop) for s in block.sentences],
                [astuple(quotation) for quotation in block.quotations],
            )
            for block in self.blocks
        ]

    @classmethod
    def unpacked(cls, text: str, prose: str | None, packed: list[Any]) -> Text:
        """A text as it was read before; `prose` is None where it is the text.

        Raises TypeError or ValueError for what is no packed text.
        """
        made = cls.__new__(cls)
        made.text, made.prose = text, text if prose is None else prose
        blocks: list[Block] = []
        for (start, end, first, stop), within, marked in packed:
            sentences = tuple(Sentence(s, e, one, after, len(blocks)) for s, e, one, after in within)
            quotations = tuple(Quotation(s, e, Span(*inner), *rest) for s, e, inner, *rest in marked)
            blocks.append(Block(start, end, first, stop, sentences, quotations))
        made._hold(blocks)
        return made

    @cached_property
    def _token_starts(self) -> array[int]:
        """Where each token begins."""
        return array("Q", [token.start for token in self.tokens])

    @cached_property
    def tokens(self) -> list[Token]:
        """The tokens; those that were let go of are made again."""
        return [token for block in self.blocks for token in _tokens(self.prose, block.start, block.end)]

    def let_go(self) -> None:
        """Holds the tokens no longer: of an article that was read they are most of what is held."""
        self.__dict__.pop("tokens", None)

    def lay(self, sentences: list[Sentence]) -> None:
        """Takes these for its sentences, in text order, instead of those its words show."""
        self.sentences = sentences
        self._sentence_starts = [sentence.start for sentence in sentences]

    def slice(self, span: Span | Token | Sentence | Block) -> str:
        """The text's own words at a span."""
        return self.text[span.start : span.end]

    def token_at(self, offset: int) -> int:
        """Index of the token that holds or follows `offset`; len(tokens) past the last."""
        index = bisect_right(self._token_starts, offset) - 1
        if index >= 0 and self.tokens[index].end > offset:
            return index
        return index + 1

    def token_range(self, span: Span) -> tuple[int, int]:
        """Half-open range of the tokens that start within a span."""
        return bisect_left(self._token_starts, span.start), bisect_left(self._token_starts, span.end)

    def block_at(self, offset: int) -> int:
        """Index of the block that holds `offset` (the one before, between blocks; 0 before the first)."""
        return max(bisect_right(self._block_starts, offset) - 1, 0)

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds `offset` (the one before, between sentences)."""
        return self.sentences[max(bisect_right(self._sentence_starts, offset) - 1, 0)]


def _stripped(start: int, line: str) -> Span:
    """A line that stands there without the space at its ends."""
    return Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))


def _tokens(prose: str, start: int, end: int) -> list[Token]:
    """The tokens of a stretch of text that is read."""
    new = tuple.__new__  # Token(…) without its Python-level constructor: half the time of reading
    return [
        new(Token, (*match.span(), (word := as_read(match.group())), word.lower()))
        for match in _TOKEN.finditer(prose, start, end)
    ]


class Abbreviations(NamedTuple):
    """Words whose full stop does not end a sentence."""

    before_name: frozenset[str]
    """Titles: always followed by a name (Mr, Gen)."""
    anywhere: frozenset[str]
    """Months, "vs", "No": no sentence ends there before a number or a small letter (Inc, Jan)."""
    openers: frozenset[str]
    """Words that begin a sentence behind an abbreviation of capitals: "in the U.S. The senator"."""


def _sentence_ranges(
    tokens: list[Token],
    first: int,
    stop: int,
    ends: list[int],
    quotations: tuple[Quotation, ...],
    abbreviations: Abbreviations,
) -> Iterator[tuple[int, int]]:
    """Token ranges of the sentences of one block; `ends` are the tokens that hold a mark that may end one.

    A quotation is never split: sentences inside one belong to the sentence around it, so that a
    quotation and its cue always meet. A quotation that closes with its own full stop ends the
    sentence when a new one begins behind it.
    """
    begin = first
    day = [token.text for token in tokens[first : min(first + 7, stop)]]
    dated = len(day) == 7 and day[0].endswith("day") and day[1] == day[4] == ","
    if dated and day[5].isdigit() and day[6][0].isupper():  # "Monday, May 5, 2031 It snowed."
        yield first, (begin := first + 6)
    outer = [q for q in quotations if q.depth == 0]
    at = 0
    for index in ends:
        token = tokens[index]
        if index < begin or token.text[-1] not in ".?!…":
            continue
        while at < len(outer) and outer[at].end <= token.start:
            at += 1
        mark = index
        if at < len(outer) and outer[at].start <= token.start:
            mark = index + 1
            if mark >= stop or tokens[mark].end < outer[at].end or tokens[mark].text not in _CLOSERS:
                continue  # inside a quotation
        after = mark + 1
        while (
            after < stop and tokens[after].text in _CLOSERS and tokens[after].start == tokens[after - 1].end
        ):
            after += 1
        if after >= stop:
            break
        if _begins_sentence(tokens, mark, after, abbreviations):
            yield begin, after
            begin = after
    if begin < stop:
        yield begin, stop


def _begins_sentence(tokens: list[Token], mark: int, after: int, abbreviations: Abbreviations) -> bool:
    """Whether a sentence begins at token `after`, behind the full stop at token `mark`."""
    following = tokens[after]
    if following.start == tokens[after - 1].end:
        return _is_glued(tokens, mark, after)  # else 3.5, U.S.-led, example.org
    lead = following.text[0]
    if not (lead.isupper() or lead.isdigit() or lead in _OPENERS or not lead.isalnum()):
        return False
    if tokens[mark].text in _CLOSERS or tokens[mark].text[0] in "?!…":
        return True
    if len(tokens[mark].text) > 2:  # U.S. Senate, but: "in the U.S. The senator"
        return lead.isupper() and following.lower in abbreviations.openers
    if mark == 0 or tokens[mark - 1].end != tokens[mark].start:
        return True
    before = tokens[mark - 1]
    if len(before.text) == 1 and before.text.isupper() and lead.isupper():
        return False  # an initial: A. B. Novak
    if before.lower in abbreviations.before_name:
        return False
    return not (before.lower in abbreviations.anywhere and not lead.isupper())


def _is_glued(tokens: list[Token], mark: int, after: int) -> bool:
    """Whether two sentences stand without a space between them: "The pier is shut.Nobody came."."""
    before, following = tokens[mark - 1] if mark else None, tokens[after]
    if before is None or after != mark + 1 or tokens[mark].text != "." or before.end != tokens[mark].start:
        return False
    word = before.text.isalpha() and before.text.islower() and len(before.text) > 2
    opens = following.text[0].isupper() and following.text[1:].islower()
    return word and opens and not (after + 1 < len(tokens) and tokens[after + 1].text in (".", "/", "@"))
