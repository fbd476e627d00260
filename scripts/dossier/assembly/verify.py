"""The dossier against its articles and itself: every anchor, reference and rule, all problems at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dossier.assembly.dating import fits
from dossier.assembly.edtf import is_edtf
from dossier.assembly.passages import as_carried, digest_at
from dossier.assembly.soundness import faults
from dossier.assembly.unsourced import unsourced
from dossier.assembly.voices import Hearsay
from dossier.errors import DossierError, Problem
from dossier.facts import EDITOR, of_types, references
from dossier.model import (
    Casualties,
    Dossier,
    Evidence,
    ReportedDate,
)
from dossier.reading.findings import Span
from dossier.reading.text.article import Article

DATA_FILE = "data/dossier.json"


def verify(dossier: Dossier, articles: Sequence[Article], heard: Mapping[str, Hearsay] | None = None) -> None:
    """Check everything the dossier promises; `heard`, by article, is what was read as somebody's word.

    Raises DossierError with every broken anchor, unknown reference, duplicate id, shared alias, date
    that is no EDTF, impossible bound, word without its source and allegation told as fact.
    """
    by_id = {article.id: article for article in articles}
    problems = [
        *anchor_problems(dossier.evidence, by_id),
        *_voice_problems(dossier, heard or {}),
        *_id_problems(dossier),
        *reference_problems(dossier),
        *_alias_problems(dossier),
        *_value_problems(dossier),
        *(_problem(*fault) for fault in faults(dossier, articles)),
    ]
    if problems:
        raise DossierError(problems)


def anchor_problems(evidence: Iterable[Evidence], articles: Mapping[str, Article]) -> Iterator[Problem]:
    """A problem for each passage that does not stand in its article where it says, word for word."""
    for passage in evidence:
        article = articles.get(passage.article)
        where = f"evidence {passage.id} (¶{passage.paragraph})"
        if article is None:
            found = f"the article {passage.article} is not among the seeds"
            yield _problem(where, found, "passages of the seeds' articles")
            continue
        text = article.text.text
        words = text[passage.start : passage.end]
        block = article.text.blocks[article.text.block_at(passage.start)]
        shown = (
            passage.exact in (None, words)
            and words.startswith(passage.first or "")
            and words.endswith(passage.last or "")
            and text.endswith(passage.prefix or "", 0, passage.start)
            and text.startswith(passage.suffix or "", passage.end)
        )
        if _digest(article, passage) != passage.digest or not shown:
            yield _problem(where, f"the article has “{words}” there", f"“{passage.shown}”, as it was cited")
        elif passage.end > block.end:
            yield _problem(where, f"“{passage.shown}” runs over two paragraphs", "a passage of one paragraph")


def _digest(article: Article, passage: Evidence) -> str | None:
    """The digest of what stands where a passage says; None for hidden words that are none of its passages."""
    span = Span(passage.start, passage.end)
    return digest_at(article, span) if as_carried(article, span) == span else None


def _problem(where: str, found: str, expected: str, example: str = "") -> Problem:
    return Problem(file=DATA_FILE, where=where, found=found, expected=expected, example=example)


def _voice_problems(dossier: Dossier, heard: Mapping[str, Hearsay]) -> Iterator[Problem]:
    """Whatever is somebody's word says whose."""
    for path, found in unsourced(dossier, heard):
        yield _problem(path, found, "a fact that says whose word it is")


def _id_problems(dossier: Dossier) -> Iterator[Problem]:
    """An article and a record may have the same id: their pages stand in different folders."""
    for group in (dossier.articles, tuple(dossier.records()), dossier.relations):
        often = Counter(each.id for each in group)
        for id in (id for id, count in often.items() if count > 1):
            yield _problem(id, f"{often[id]} records have this id", "one id for each", f"id: {id}-2")


def reference_problems(dossier: Dossier) -> Iterator[Problem]:
    """A problem for each reference, passages included, that leads to no record of its kinds."""
    known: dict[str, list[str]] = defaultdict(list)
    for each in (*dossier.records(), *dossier.articles, *dossier.evidence):
        known[each.id].append(type(each).__name__.lower())
    for record in (*dossier.everything(), *dossier.evidence, *dossier.doubts):
        for path, kinds, id in references(record, record.id):
            there = known.get(id, ())
            if not (there and there[0] in kinds) and set(there).isdisjoint(kinds):
                what = f"“{id}” is of the kind {' or '.join(there)}"
                found = what if there else f"no record has the id “{id}”"
                yield _problem(
                    path, found, f"the id of a record of the kind {' or '.join(kinds)}", "ana-novak"
                )


def _alias_problems(dossier: Dossier) -> Iterator[Problem]:
    for section in (dossier.actors, dossier.places):
        owners: dict[str, set[str]] = defaultdict(set)
        curated: dict[str, str] = {}
        for record in section:
            owners[record.name.value.casefold()].add(record.id)
            for alias in record.aliases:
                text = alias.value.text
                owners[text.casefold()].add(record.id)
                if alias.read_by == EDITOR:
                    curated[text.casefold()] = text
        for key, text in curated.items():
            if len(owners[key]) > 1:
                yield _problem(
                    " and ".join(sorted(owners[key])),
                    f"the alias “{text}” is given to each of them",
                    "an alias of one record; of one with two records, under names in authorities.yaml",
                    "names: [Ana Novak, A. Novak]",
                )


def _value_problems(dossier: Dossier) -> Iterator[Problem]:
    for record in dossier.everything():
        for path, value in of_types(record, record.id, ReportedDate, Casualties):
            if isinstance(value, ReportedDate) and not is_edtf(value.edtf):
                yield _problem(
                    f"{path}.edtf",
                    f"“{value.edtf}” is no EDTF date",
                    "an Extended Date/Time Format value",
                    "edtf: 2019-04-15/2019-04-21",
                )
            elif isinstance(value, ReportedDate) and not fits(value.kind, value.edtf):
                yield _problem(
                    f"{path}.edtf",
                    f"“{value.edtf}” is no value of the kind {value.kind}",
                    "a..b in brackets for within, ..a for before, a.. for after, a/b only for what lasted",
                    "kind: within\nedtf: '[2019-04-15..2019-04-21]'",
                )
            bounds = (value.min, value.max) if isinstance(value, Casualties) else (None, None)
            if bounds[0] is not None and bounds[1] is not None and bounds[0] > bounds[1]:
                yield _problem(path, f"min {bounds[0]} is more than max {bounds[1]}", "min no more than max")
