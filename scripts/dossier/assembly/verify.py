"""The dossier against its articles and itself: every anchor, reference and rule, all problems at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from edtf_validate.valid_edtf import is_valid as is_valid_edtf

from dossier.assembly.evidence import MAX_EXCERPT_WORDS, count_words
from dossier.assembly.limits import quoted_passages
from dossier.errors import DossierError, Problem
from dossier.model import Actor, Agreement, Dossier, Event, Evidence, Place, Record
from dossier.reading.text.article import Article

DATA_FILE = "data/dossier.json"
_REFERENCES = (
    "country", "organ_of", "part_of", "place", "follows", "announced_by", "speaker", "occasion",
    "claimant", "target", "about",
)  # fmt: skip


def verify(dossier: Dossier, articles: Sequence[Article]) -> None:
    """Check everything the dossier promises.

    Raises DossierError with every broken anchor, unknown reference, duplicate id, shared alias, date
    that is no EDTF, impossible bound and allegation told as fact.
    """
    by_id = {article.id: article for article in articles}
    problems = [
        *anchor_problems(dossier.evidence, by_id),
        *_excerpt_problems(dossier),
        *_id_problems(dossier),
        *_reference_problems(dossier),
        *_alias_problems(dossier),
        *_value_problems(dossier),
        *_allegation_problems(dossier),
    ]
    if problems:
        raise DossierError(problems)


def anchor_problems(evidence: Iterable[Evidence], articles: Mapping[str, Article]) -> Iterator[Problem]:
    """A problem for each passage that its article no longer has, word for word and only once."""
    for passage in evidence:
        article = articles.get(passage.article)
        if article is None:
            found = f"the article {passage.article} is not among the seeds"
        else:
            text = article.text.text
            context = passage.prefix + passage.exact + passage.suffix
            at = text.find(context)
            if at < 0:
                found = f"the article no longer says “{context}”"
            elif text.find(context, at + 1) >= 0:
                found = f"the article says “{context}” more than once"
            else:
                start = at + len(passage.prefix)
                block = article.text.blocks[article.text.block_at(start)]
                if start + len(passage.exact) <= block.end:
                    continue
                found = f"“{passage.exact}” runs over two paragraphs"
        yield Problem(
            file=DATA_FILE,
            where=f"evidence {passage.id} (¶{passage.paragraph})",
            found=found,
            expected=f"the passage “{passage.exact}” in one paragraph, exactly once with its context",
        )


def _problem(where: str, found: str, expected: str, example: str = "") -> Problem:
    return Problem(file=DATA_FILE, where=where, found=found, expected=expected, example=example)


def _excerpt_problems(dossier: Dossier) -> Iterator[Problem]:
    quoted = quoted_passages(dossier)
    for passage in dossier.evidence:
        words = count_words(passage.exact)
        if words > MAX_EXCERPT_WORDS and passage.id not in quoted:
            yield _problem(
                f"evidence {passage.id}",
                f"{words} words of the article outside a quotation",
                f"at most {MAX_EXCERPT_WORDS}",
            )


def _id_problems(dossier: Dossier) -> Iterator[Problem]:
    every = [r.id for r in dossier.articles] + [r.id for r in dossier.records()]
    every += [r.id for r in dossier.relations]
    for id, count in Counter(every).items():
        if count > 1:
            yield _problem(id, f"{count} records have this id", "an id of its own for each", f"id: {id}-2")


def _reference_problems(dossier: Dossier) -> Iterator[Problem]:
    known = {record.id for record in dossier.records()}
    passages = {passage.id for passage in dossier.evidence}
    for where, id in _references(dossier):
        if id is not None and id not in known:
            yield _problem(
                where,
                f"no record has the id “{id}”",
                "the id of an actor, place, event, agreement, quote or claim",
                "ana-novak",
            )
    for path, provenance in dossier.leaves():
        for id in provenance.evidence:
            if id not in passages:
                yield _problem(path, f"no evidence has the id “{id}”", "evidence for every leaf")


def _references(dossier: Dossier) -> Iterator[tuple[str, str | None]]:
    """Where each reference stands, and the id it refers to."""
    for record in dossier.records():
        for field in _REFERENCES:
            value = getattr(record, field, None)
            for id in value if isinstance(value, tuple) else (value,):
                yield f"{record.id}.{field}", id
        for field in ("participants", "parties"):
            for number, item in enumerate(getattr(record, field, ())):
                yield f"{record.id}.{field}[{number}].actor", item.actor
        for number, role in enumerate(getattr(record, "roles", ())):
            yield f"{record.id}.roles[{number}].of", role.of
    for relation in dossier.relations:
        yield f"{relation.id}.subject", relation.subject
        yield f"{relation.id}.object", relation.object
        yield f"{relation.id}.claim", relation.claim


def _alias_problems(dossier: Dossier) -> Iterator[Problem]:
    for section in (dossier.actors, dossier.places):
        owners: dict[str, set[str]] = defaultdict(set)
        curated: dict[str, str] = {}
        for record in section:
            owners[record.name.casefold()].add(record.id)
            for alias in record.aliases:
                owners[alias.text.casefold()].add(record.id)
                if alias.origin == "curated":
                    curated[alias.text.casefold()] = alias.text
        for key, text in curated.items():
            if len(owners[key]) > 1:
                yield _problem(
                    " and ".join(sorted(owners[key])),
                    f"the alias “{text}” is given to each of them",
                    "an alias that leads to one record",
                )


def _value_problems(dossier: Dossier) -> Iterator[Problem]:
    records: list[Event | Agreement] = [*dossier.events, *dossier.agreements]
    for dated in records:
        if dated.date and not is_valid_edtf(dated.date.edtf):
            yield _problem(
                f"{dated.id}.date.edtf",
                f"“{dated.date.edtf}” is no EDTF date",
                "an Extended Date/Time Format value",
                "edtf: 2019-04-15/2019-04-21",
            )
    for event in dossier.events:
        for number, casualties in enumerate(event.casualties):
            if casualties.min is not None and casualties.max is not None and casualties.min > casualties.max:
                yield _problem(
                    f"{event.id}.casualties[{number}]",
                    f"min {casualties.min} is more than max {casualties.max}",
                    "min no more than max",
                )
    for record in dossier.records():
        present = {field for field in type(record).model_fields if getattr(record, field) is not None}
        for field in record.provenance:
            if field not in present:
                yield _problem(f"{record.id}.{field}", "says where it comes from but has no value", "a value")


def _allegation_problems(dossier: Dossier) -> Iterator[Problem]:
    """Who is said to have done an act of violence stands in claims only."""
    names: dict[str, Record] = {r.id: r for r in dossier.records()}
    alleged: dict[str, set[str]] = defaultdict(set)
    for claim in dossier.claims:
        if claim.about:
            if claim.kind == "responsibility_claimed" and claim.claimant:
                alleged[claim.about].add(claim.claimant)
            if claim.target and claim.kind != "denial":
                alleged[claim.about].add(claim.target)
    for event in dossier.events:
        if event.type not in {"attack", "kidnapping"}:
            continue
        yield from _told_as_fact(event, alleged[event.id], names)


def _told_as_fact(event: Event, alleged: set[str], names: Mapping[str, Record]) -> Iterator[Problem]:
    for participant in event.participants:
        if participant.actor in alleged:
            yield _problem(
                f"{event.id}.participants",
                f"{participant.actor} takes part in it, but only a claim says so",
                "no participant that a claim blames for the event",
            )
    told = f"{event.title} {event.description or ''}".casefold()
    for id in alleged:
        actor = names[id]
        if isinstance(actor, Actor | Place):
            for form in (actor.name, *(alias.text for alias in actor.aliases)):
                if f" {form.casefold()} " in f" {told} ":
                    yield _problem(
                        f"{event.id}.title",
                        f"it names {form}, whom a claim blames",
                        "a title and description that name no perpetrator",
                        f"title: {event.type.capitalize()} on a bus",
                    )
