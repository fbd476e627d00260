"""Reported words to what is shown of them: what is said, from its beginning, up to the end of a phrase.

A cut is where the sentence's tree lets it be (`grammar.cuts`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.assembly.gate.reach import Reading
from dossier.assembly.kept import Answers
from dossier.assembly.words import count_words, word_spans
from dossier.facts import Reported
from dossier.reading.claims.claim_wording import LONGEST_SHOWN, RELATIVE
from dossier.reading.findings import ClaimFinding, Span
from dossier.reading.grammar.cuts import is_function_word, may_end, says_something
from dossier.reading.tree import VERBAL, Tree, Word

FEWEST_CLAIMED = 6
"""Words that an excerpt of a claim has at least, where the claim has as many."""
_FEW = 10
"""Words of a longer one behind which it ends where a clause begins rather than later."""
_FEWEST_BEGUN = 3
"""Words behind which the beginning of a longer piece may end."""
_STOPS = frozenset((".", "!", "?"))
_BETWEEN_CLAUSES = frozenset(("punct", "cc", "mark"))
_OPEN = frozenset(("it", "they", "he", "she"))
"""Pronouns of whom only what stands before them tells."""
_AT_MOST = 20
"""Words of the longest excerpt shown in any case, where none that is shorter says anything."""
_LONG = 12
"""Words of the longest excerpt made only because no earlier cut is a good one."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The pieces of a report, and where it may end, the earliest first; the last is all there is to show."""

    pieces: tuple[Span, ...]
    ends: tuple[int, ...]
    least: int
    """Where it ends when hardly anything may be shown."""
    goes_on: bool = False
    """Whether the article says more of it than the report holds."""

    def spans(self, end: int) -> list[Span]:
        """The pieces up to an end."""
        return [Span(p.start, min(p.end, end)) for p in self.pieces if p.start < end]

    def words(self, reading: Reading, end: int) -> Reported:
        """The words up to an end, with an ellipsis for what is left out."""
        told = " … ".join(reading.says(span) for span in self.spans(end))
        is_all = end >= self.pieces[-1].end and not self.goes_on
        return Reported(told if is_all else f"{told} …")


def excerpt(answers: Answers, pieces: Iterable[Span], fewest: int, *, goes_on: bool = False) -> Excerpt:
    """Where words of an article, in one or more pieces in their order, may be cut; `fewest` words stay."""
    pieces = tuple(pieces)
    question = f"excerpt {fewest} {_places(pieces)}"
    ends, least = answers.answer(question, lambda reading: _cuts(reading, pieces, fewest))
    return Excerpt(pieces, tuple(ends), least, goes_on)


def _places(spans: Iterable[Span]) -> str:
    return ",".join(f"{span.start}-{span.end}" for span in spans)


def _cuts(reading: Reading, pieces: Sequence[Span], fewest: int) -> tuple[list[int], int]:
    """Where a report may end, and where it ends when hardly anything may be shown."""
    ends: list[int] = []
    before = 0
    for piece in pieces:
        ends += _ends(reading, piece, fewest - before, is_last=piece is pieces[-1])
        before += count_words(reading.says(piece))
    return ends or [pieces[-1].end], _least(reading, pieces[0], fewest)


def _least(reading: Reading, piece: Span, most: int) -> int:
    """Where the last phrase within a number of words ends that says something, or else the next that does.

    A subject without its verb says nothing: only where none of the first words ends so, two of them stand.
    """
    text = reading.article.text.text
    solid = [word.end for word in word_spans(text, piece.start, piece.end)] or [piece.end]
    tree, words = reading.tree_at(piece.start), reading.words(piece)
    known = [w for w in words if tree and w.end in solid[:_AT_MOST]]
    ends = [w.end for w in known if tree and says_something(tree, words, w)]
    short = [end for end in ends if end in solid[:most]]
    return (short[-1:] or ends[:1] or [_opened(reading, piece, 2).end])[0]


def opened(answers: Answers, piece: Span, most: int) -> Span:
    """The first words of a piece, `most` of them, without those at their end that only lead to the next."""
    return answers.span(f"opened {most} {_places([piece])}", lambda reading: _opened(reading, piece, most))


def _opened(reading: Reading, piece: Span, most: int) -> Span:
    text = reading.article.text.text
    solid = [word.end for word in word_spans(text, piece.start, piece.end)][:most] or [piece.end]
    words = [w for w in reading.words(Span(piece.start, solid[-1])) if w.end in solid]
    while len(words) > 1 and is_function_word(words[-1]):
        words.pop()
    return Span(piece.start, words[-1].end if words else solid[-1])


def begun(answers: Answers, piece: Span, most: int) -> Span:
    """The first words of a piece, no more than `most`, up to where a sentence, a clause or a phrase ends."""
    return answers.span(f"begun {most} {_places([piece])}", lambda reading: _begun(reading, piece, most))


def _begun(reading: Reading, piece: Span, most: int) -> Span:
    tree, words = reading.tree_at(piece.start), reading.words(piece)
    solid = [word.end for word in word_spans(reading.article.text.text, piece.start, piece.end)][:most]
    ends = [w for w in words if tree and w.end in solid[_FEWEST_BEGUN:] and may_end(tree, words, w)]
    late = [(w, tree.after(w)) for w in ends if tree and w.end in solid[_FEW:]]
    sentences = [w for w, behind in late if behind and behind.text in _STOPS]
    clauses = [
        w for w, behind in late if behind and behind.dep in _BETWEEN_CLAUSES and behind.lower != "that"
    ]
    kept = sentences or clauses or ends
    return Span(piece.start, kept[-1].end) if kept else _opened(reading, piece, most)


def said(answers: Answers, finding: ClaimFinding, pieces: Sequence[Span]) -> tuple[Span, ...]:
    """What is said, of the pieces that say who says it: "Khan said that …" begins behind "that"."""
    given = [span for span in (finding.wording, finding.content, finding.claimant_span) if span]
    kind = finding.method + " " if finding.content else "no clause "
    question = f"said {kind}{_places(given)} of {_places(pieces)}"
    return answers.spans(question, lambda reading: _said(reading, finding, pieces))


def _said(reading: Reading, finding: ClaimFinding, pieces: Sequence[Span]) -> Sequence[Span]:
    start = _beginning(reading, finding)
    clipped = [Span(max(start, p.start), p.end) for p in pieces if p.end > start]
    return clipped or pieces


def _beginning(reading: Reading, finding: ClaimFinding) -> int:
    """Where what is said begins; for what is no clause ("pledged ten ships"), with its verb."""
    if finding.content is None or finding.method == RELATIVE:
        return finding.wording.start
    words = reading.words(finding.content)
    head = reading.head(finding.content)
    if (
        head is not None
        and _is_clause(finding, words, head)
        and finding.content.start >= finding.wording.start
    ):
        marked = len(words) > 1 and words[0].lower == "that" and words[0].dep == "mark"
        said = next((w for w in words[1:] if w.pos != "PUNCT"), words[0]) if marked else words[0]
        if said.lower in _OPEN and _leads_to_others(reading, finding):
            return finding.wording.start  # "the navy seized a boat, saying that it had strayed"
        if finding.kind == "call" and finding.target is None and _is_addressed(reading, finding):
            return finding.wording.start  # "called on the guards to leave"
        undone = head.tag == "VBG" and head.child("nsubj", "nsubjpass", "aux") is None
        if undone and finding.kind == "statement":
            return finding.wording.start  # "recommended paying a dividend"
        return said.start if marked else finding.content.start
    subject = reading.head(finding.claimant_span) if finding.claimant_span else None
    if subject is None or not subject.dep.startswith("nsubj") or subject.head.start < subject.end:
        return finding.wording.start
    inside = [w for w in subject.subtree() if w.end <= subject.head.start]
    behind = [w for w in reading.words(finding.wording) if w.start >= inside[-1].end and w.pos != "PUNCT"]
    is_first = finding.wording.start <= subject.start < finding.wording.end
    return behind[0].start if is_first and behind else finding.wording.start


def _is_clause(finding: ClaimFinding, words: Sequence[Word], head: Word) -> bool:
    """Whether a clause is said, though its subject be parsed as an object: "denied | the ban failed"."""
    cue = finding.trigger
    told = (w for w in words if finding.method == "clause" and cue is not None and w.head.start == cue.start)
    return head.pos in VERBAL or any(w.dep == "ccomp" and w.pos in VERBAL for w in told)


def _is_addressed(reading: Reading, finding: ClaimFinding) -> bool:
    """Whether the words for a claim tell who is called on before they tell what to do."""
    cue, content = finding.trigger, finding.content
    between = (
        reading.words(Span(cue.end, content.start)) if cue and content and cue.end < content.start else ()
    )
    return any(w.pos in ("NOUN", "PROPN") for w in between)


def _leads_to_others(reading: Reading, finding: ClaimFinding) -> bool:
    """Whether the words for a claim tell of something else its claimant did before they tell what is said."""
    who, content, cue = finding.claimant_span, finding.content, finding.trigger
    if who is None or content is None or cue is None:
        return False
    between = reading.words(Span(who.end, content.start)) if finding.wording.start <= who.start else ()
    return any(w.pos == "VERB" and w.start != cue.start and w.end <= content.start for w in between)


def _ends(reading: Reading, span: Span, fewest: int, *, is_last: bool) -> list[int]:
    """Where a stretch of one sentence may end, in text order; the last one of a report ends somewhere."""
    tree = reading.tree_at(span.start)
    words = tree.within(span) if tree is not None else []
    if tree is None or not words:
        return [span.end] if is_last else []
    solid = {word.end for word in word_spans(reading.article.text.text, span.start, span.end)}
    known = [(w, count_words(reading.says(Span(span.start, w.end)))) for w in words if w.end in solid]
    known = [(word, number) for word, number in known if number >= fewest]
    ends = [(word, number) for word, number in known if may_end(tree, words, word)]
    if known and known[-1][1] > LONGEST_SHOWN:  # where a clause begins, but late enough for what it is about
        clauses = [n for word, n in ends if _FEW <= n <= LONGEST_SHOWN and _leads_to_clause(tree, word)]
        ends = [(word, number) for word, number in ends if number <= max(clauses, default=LONGEST_SHOWN)]
    good = [word.end for word, _ in ends]
    if not is_last:
        return good
    plain = [w.end for w, number in known if number <= _LONG and says_something(tree, words, w)]
    is_early = any(number <= _LONG and word.end in good for word, number in known)
    last = next((w for w in reversed(words) if w.end in solid), words[-1])
    cuts = {*(() if is_early else plain[-1:]), *(end for end in good if end < last.end)}
    bare = last.pos == "VERB" and not may_end(tree, tree.words, last)
    behind = tree.after(last)  # "plans were in the works to link | the towns"
    is_torn = bare and behind is not None and behind.pos != "PUNCT"
    return sorted(cuts if cuts and is_torn else {*cuts, span.end})


def _leads_to_clause(tree: Tree, last: Word) -> bool:
    """Whether a clause begins behind a word."""
    behind = tree.words[last.index + 1 : last.index + 3]
    if behind and behind[0].pos == "PUNCT":
        behind = behind[1:]
    return bool(behind) and _opens_clause(behind[0])


def _opens_clause(word: Word) -> bool:
    """Whether a clause begins with a word."""
    joins = word.dep == "cc" and word.head.pos == "VERB"
    return word.dep == "mark" or word.tag in ("WDT", "WP", "WRB") or joins
