"""Claims and quotations that an editor adds, as findings: from there on they are made like those read.

Whoever makes a claim, and whomever it is about, must be named in the sentence of its words, or in the words
that the entry rests on. A quotation's words must stand in quotation marks.
"""

from __future__ import annotations

from collections.abc import Sequence

from dossier.assembly.desk import Curated, Desk
from dossier.editing.curation import ClaimEntry, QuoteEntry
from dossier.editing.sources import find_words
from dossier.errors import Problem
from dossier.facts import EDITOR
from dossier.reading.findings import ClaimFinding, QuoteFinding, Span, Speaker

_BY = (EDITOR,)
_FEW = 4
"""Words: a longer quotation is a clause, and given as one."""
_CLAIM = "claims:\n- words: accused the mill of delay\n  add: true\n  kind: accusation\n  claimant: osterby"
_QUOTE = "quotes:\n- words: It is late\n  add: true\n  speaker: ana-novak"


def added_claim(desk: Desk, curated: Curated[ClaimEntry]) -> ClaimFinding | None:
    """The claim of an entry with `add`; None, with a problem, where it says too little."""
    entry, path = curated.entry, curated.path
    spans = desk.words(path, entry.words, entry.paragraph)
    if not spans:
        return None
    wording = spans[0]
    kind = entry.line("kind")
    who = _named(desk, curated, wording, "claimant")
    if kind is None or who is None:
        missing = "kind" if kind is None else "claimant"
        expected = "its `kind` and its `claimant`, or `claimant_as_reported` for one without a page"
        desk.problems.append(_problem(desk, f"{path}.{missing}", "is needed", expected, _CLAIM))
        return None
    target = _named(desk, curated, wording, "target")
    return ClaimFinding(
        kind=kind.value,
        claimant=who[0],
        claimant_span=who[1],
        target=target[0] if target else None,
        target_span=target[1] if target else None,
        wording=wording,
        evidence=(_sentence(desk, wording),),
        read_by=_BY,
    )


def added_quote(desk: Desk, curated: Curated[QuoteEntry]) -> QuoteFinding | None:
    """The quotation of an entry with `add`; None, with a problem, where its words are in no such marks."""
    entry, path = curated.entry, curated.path
    spans = desk.words(path, entry.words, entry.paragraph)
    if not spans:
        return None
    text = desk.source.article.text
    inside = [s for s in spans if any(q.start <= s.start and s.end <= q.end for q in text.quotations)]
    if not inside:
        found = f"“{entry.words}” stands in no quotation marks"
        desk.problems.append(_problem(desk, f"{path}.words", found, "words between quotation marks", _QUOTE))
        return None
    who = _named(desk, curated, inside[0], "speaker")
    return QuoteFinding(
        segments=(inside[0],),
        speaker=Speaker(
            mention=text.slice(who[1]), start=who[1].start, end=who[1].end, name=who[0], read_by=_BY
        )
        if who
        else None,
        cue=None,
        cue_span=None,
        form="direct" if len(entry.words.split()) > _FEW else "partial",
        method="added",
        read_by=_BY,
    )


def _named(
    desk: Desk, curated: Curated[ClaimEntry] | Curated[QuoteEntry], at: Span, role: str
) -> tuple[str, Span] | None:
    """What the findings call whoever has a role, and where it stands; None where the entry gives none."""
    line = curated.entry.line(role)
    words = curated.entry.line(f"{role}_as_reported")
    article = desk.source.article
    if line is None and words is None:
        return None
    near = [_sentence(desk, at)]
    because = (line or words or curated.entry).because
    near += [span for each in because for span in find_words(article, each)[:1]]
    if line is None and words is not None:
        stands = _first(find_words(article, words.value), near)
        if stands:
            return words.value, stands
        _absent(desk, curated.path, role, words.value)
        return None
    id = line.value if line is not None else ""
    for found in desk.source.findings.actors:
        stands = _first(found.mentions, near) if desk.actor(found.name) == id else None
        if stands:
            return found.name, stands
    if len(near) > 1 and near[1] != near[0]:  # a pronoun or an office, which the editor says means them
        return article.text.slice(near[1]), near[1]
    _absent(desk, curated.path, role, id)
    return None


def _first(spans: Sequence[Span], near: Sequence[Span]) -> Span | None:
    """The first of some spans that lies in one of the passages, looked through in order."""
    return next((s for home in near for s in spans if home.start <= s.start and s.end <= home.end), None)


def _absent(desk: Desk, path: str, role: str, who: str) -> None:
    found = f"“{who}” is named neither in the sentence of its words nor in those of `because`"
    expected = "an actor that is named there, or `because` with the words that mean it"
    desk.problems.append(_problem(desk, f"{path}.{role}", found, expected, _CLAIM))


def _sentence(desk: Desk, at: Span) -> Span:
    sentence = desk.source.article.text.sentence_at(at.start)
    return Span(sentence.start, sentence.end)


def _problem(desk: Desk, where: str, found: str, expected: str, example: str) -> Problem:
    return Problem(
        file=desk.source.curation_file, where=where, found=found, expected=expected, example=example
    )
