"""What is committed of a private text: `NAME.findings/rules.jsonl`, written and read.

Line 1 is the head of a reading, with the edition of the rules and a checksum of all other lines. Line 2 is
the text with its words hidden but for those that may be published, the part of each paragraph, and the
sentences with their digests. Then a line for each passage that facts rest on; one with the digests of these
facts, what is shown of words that they report, what makes records those records, and what the editor says;
and the findings as in any reader's file.

    {"reader": "rules", "version": "…", "article": "two-towns", "sha256": "…", "lines": "…"}
    {"text": "Ⲝⲝⲝ ⲝⲝⲝⲝⲝ agreed ⲝⲝ …", "kinds": ["paragraph"], "sentences": [[0, 62, "1f0c…"]]}
    {"passage": [4, 40], "digest": "77ab…", "shows": [[4, 16], [34, 40]], "leads": true}
    {"facts": ["90b1…"], "traits": {"61aa…": ["words:…"]}, "curation": {"claims": [{"words": "ⲝ[4-40]"}]}}
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dossier.errors import DossierError, Problem
from dossier.facts import RULES
from dossier.reading.findings import Findings, Span
from dossier.reading.text.article import Article
from dossier.reading.text.masked import Carried, Mask, is_hidden, laid_out
from dossier.seeds.door import private_text
from dossier.seeds.readings import finding_lines, read_findings, told_by

Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]
Checksum = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class MaskedHead(_Line):
    """Which text it is, which rules read it, and the checksum of the other lines."""

    reader: str = Field(pattern=f"^{RULES}$")
    version: str
    article: str
    sha256: Checksum
    lines: Checksum


class _Layout(_Line):
    text: str = Field(min_length=1)
    kinds: tuple[str, ...]
    dateline: tuple[int, int] | None = None
    sentences: tuple[tuple[int, int, Digest], ...]


class _Passage(_Line):
    passage: tuple[int, int]
    digest: Digest
    shows: tuple[tuple[int, int], ...] = Field(default=(), max_length=2)
    leads: bool = False


class _Facts(_Line):
    facts: tuple[Digest, ...]
    reports: dict[str, str] = Field(default={})
    traits: dict[Digest, tuple[str, ...]] = Field(default={})
    curation: dict[str, Any] = Field(default={})


@dataclass(frozen=True, slots=True, kw_only=True)
class MaskedSeed:
    """A private article as everybody has it."""

    edition: str
    """Of the rules that read it."""
    article: Article
    """With a mask."""
    findings: Findings
    curation: Mapping[str, Any]
    """What the editor's file says, with places for words of the article that are hidden."""


def masked_lines(seed: MaskedSeed, checksum: str) -> bytes:
    """The file of a private article whose text has this checksum."""
    article, mask = seed.article, seed.article.mask
    if mask is None:
        raise ValueError(f"{article.id} is no private article")
    layout = _Layout(
        text=article.text.text,
        kinds=article.kinds,
        dateline=article.dateline,
        sentences=tuple((s.start, s.end, digest) for s, digest in sorted(mask.sentences.items())),
    )
    passages = (
        _Passage(passage=span, digest=each.digest, shows=each.shows, leads=each.leads)
        for span, each in sorted(mask.passages.items())
    )
    rows = (
        layout,
        *passages,
        _Facts(
            facts=tuple(sorted(mask.facts)),
            reports=dict(sorted(mask.reports.items())),
            traits=dict(sorted(mask.traits.items())),
            curation=dict(seed.curation),
        ),
    )
    lines = [_row(row) for row in rows] + list(finding_lines(seed.findings))
    head = MaskedHead(
        reader=RULES, version=seed.edition, article=article.id, sha256=checksum, lines=_checksum(lines)
    )
    return "".join([_row(head), *lines]).encode()


def load_masked(
    data: str, path: Path, seed: Path, bare: Callable[[str], Article], checksum: str
) -> MaskedSeed:
    """The private article of a seed from the file at a path; `bare` makes an article of its text alone.

    Raises DossierError when the lines are not as they were written, or another text's.
    """
    lines = [f"{line}\n" for line in data.removesuffix("\n").split("\n")]
    try:
        head = MaskedHead.model_validate_json(lines[0] if lines else "")
    except ValidationError as error:
        raise DossierError([_unreadable(path, 1, error, seed)]) from None
    if (head.sha256, head.lines) != (checksum, _checksum(lines[1:])):
        raise DossierError([_of_another(path, head, checksum, seed)])
    made, curation, skipped = _article(lines, path, seed, bare)
    if made.id != head.article:
        raise DossierError([_of_another(path, head, checksum, seed)])
    length = len(made.text.text)
    return MaskedSeed(
        edition=head.version,
        article=made,
        findings=read_findings(str(path), lines, skipped, made.id, length),
        curation=curation,
    )


def _article(
    lines: Sequence[str], path: Path, seed: Path, bare: Callable[[str], Article]
) -> tuple[Article, Mapping[str, Any], int]:
    """The article in the lines behind the head, what the editor says of it, and how many lines that takes."""
    number = 2
    try:
        layout = _Layout.model_validate_json(_at(lines, number))
        text = laid_out(layout.text, [Span(start, end) for start, end, _ in layout.sentences])
        if len(layout.kinds) != len(text.blocks):
            raise ValueError(f"{len(layout.kinds)} kinds of {len(text.blocks)} paragraphs")
        passages: dict[Span, Carried] = {}
        number += 1
        while '"passage"' in _at(lines, number):
            read = _Passage.model_validate_json(_at(lines, number))
            passages[Span(*read.passage)] = _carried(read, layout.text)
            number += 1
        facts = _Facts.model_validate_json(_at(lines, number))
        mask = Mask(
            sentences={Span(start, end): digest for start, end, digest in layout.sentences},
            passages=passages,
            facts=frozenset(facts.facts),
            reports=facts.reports,
            traits=facts.traits,
        )
        if any(is_hidden(words) for words in facts.reports.values()):
            raise ValueError("hidden words would be shown")
        _agreeing(mask, layout.text)
    except (ValidationError, ValueError) as error:
        raise DossierError([_unreadable(path, number, error, seed)]) from None
    dateline = Span(*layout.dateline) if layout.dateline else None
    article = replace(bare(layout.text), text=text, kinds=layout.kinds, dateline=dateline, mask=mask)
    return article, facts.curation, number


def _carried(read: _Passage, text: str) -> Carried:
    start, end = read.passage
    shows = tuple(Span(*each) for each in read.shows)
    if not 0 <= start < end <= len(text):
        raise ValueError(f"[{start}, {end}] is no stretch of the text")
    begins = shows and shows[0].start <= start < shows[0].end
    ends = shows and shows[-1].start < end <= shows[-1].end
    if shows and not (begins or ends if len(shows) == 1 else begins and ends):
        raise ValueError(f"the words that lead to [{start}, {end}] are not around it")
    if any(not 0 <= one < other <= len(text) or is_hidden(text[one:other]) for one, other in shows):
        raise ValueError(f"[{start}, {end}] would be shown with hidden words")
    return Carried(digest=read.digest, shows=shows, leads=read.leads)


def _agreeing(mask: Mask, text: str) -> None:
    """Raises ValueError where words that may be read are not those of their digest."""
    for span, digest in _digests(mask):
        words = text[span.start : span.end]
        if not is_hidden(words) and digest != sha256(words.encode()).hexdigest()[:12]:
            raise ValueError(f"“{words}” is not what the digest at [{span.start}, {span.end}] says")


def _digests(mask: Mask) -> Iterator[tuple[Span, str]]:
    yield from mask.sentences.items()
    yield from ((span, each.digest) for span, each in mask.passages.items())


def _at(lines: Sequence[str], number: int) -> str:
    return lines[number - 1] if number <= len(lines) else ""


def _row(row: _Line) -> str:
    plain = row.model_dump(mode="json", exclude_defaults=True)
    return f"{json.dumps(plain, ensure_ascii=False)}\n"


def _checksum(lines: Sequence[str]) -> str:
    return sha256("".join(lines).encode()).hexdigest()


def missing_lines(seed: Path, path: Path) -> Problem:
    """What to say where neither the text is here nor what was found in it."""
    return Problem(
        file=str(seed),
        where="text",
        found=f"its text is private, and neither {private_text(seed)} nor {path} is here",
        expected="the text; or, without it, what a build with it wrote",
        example="dossier build, where the text is; then commit the folder of findings",
    )


_WRITTEN = "the file as dossier build wrote it: take it back, or build where the text is"


def _unreadable(path: Path, number: int, error: ValueError, seed: Path) -> Problem:
    return Problem(
        file=str(path),
        where=f"line {number}",
        found=f"this does not say what was found in a private text: {told_by(error)}",
        expected=_WRITTEN,
        example=f"put the text into {private_text(seed)} and run dossier build",
    )


def _of_another(path: Path, head: MaskedHead, checksum: str, seed: Path) -> Problem:
    found = (
        f"it was found in {head.article}, in the text with the sha256 {head.sha256}; "
        f"the front matter says {checksum}"
        if head.sha256 != checksum
        else "its lines are not those that were written"
    )
    return Problem(
        file=str(path),
        where="line 1",
        found=found,
        expected=_WRITTEN,
        example=f"put the text into {private_text(seed)} and run dossier build",
    )
