"""Records matched with the ledger: who keeps an id, who gets a free one, what became of the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from dossier.assembly.identity import NAME, SAME_ID, Identity, traits_of
from dossier.assembly.ids import numbered, without_slugs
from dossier.assembly.ledger import LEDGER, Ledger, Line, Why, veil, veiled, veiled_trait
from dossier.errors import DossierError, Problem

_ARTICLES = "articles"
_ACTORS = "actors"
_NAMED = (_ACTORS, "places")


def match(ledger: Ledger, records: Iterable[Identity]) -> dict[str, Line]:
    """Address of each record that was published before → its line.

    By what makes it that record, with its old id first; then by what makes it likely, where that fits one
    record and one line only.
    """
    records = list(records)
    lines = {line.address: line for line in ledger}
    matched: dict[str, Line] = {}
    for sure, same_id in ((True, True), (True, False), (False, True), (False, False)):
        used = {line.address for line in matched.values()}
        left = _by_trait(
            line
            for address, line in lines.items()
            if address not in used
            and (sure or line.state != "moved")  # what moved tells of its new record too
        )
        if not left:
            continue
        fits: dict[str, list[str]] = {}
        fitting: dict[str, list[str]] = defaultdict(list)
        for record in records:
            if _address(record) not in matched:
                fits[_address(record)] = _candidates(record, left, sure=sure, same_id=same_id)
                for line in fits[_address(record)]:
                    fitting[line].append(_address(record))
        for address, found in fits.items():
            free = [line for line in found if line not in used and (sure or len(fitting[line]) == 1)]
            if free and (sure or len(found) == 1):
                matched[address] = lines[free[0]]
                used.add(free[0])
    return matched


def _candidates(
    record: Identity, lines: Mapping[tuple[str, str], list[Line]], *, sure: bool, same_id: bool
) -> list[str]:
    """Addresses of the lines that may tell of a record."""
    traits = _key(record) if sure else (*_key(record), *record.hints)
    found = {line.address: line for trait in traits for line in lines.get((record.section, trait), ())}
    return [
        address
        for address, line in found.items()
        if (line.id == record.id or not same_id) and (_is(line, record) if sure else _may_be(line, record))
    ]


def bind(
    ledger: Ledger,
    records: Sequence[Identity],
    handed: Sequence[str],
    chosen: Collection[str],
    hidden: Collection[str] = (),
) -> list[str]:
    """The ids to hand out for those handed out: what was published keeps its own, a newcomer gets a free one.

    An id that an editor chose says which record it is, as long as nothing else is read under it. Raises
    DossierError when the one published under it is another.
    """
    matched = match(ledger, records)
    address = {record.id: _address(record) for record in records if record.section != _ARTICLES}
    others = {line.address for line in matched.values()}
    owners = {line.id: line for line in ledger if line.section != _ARTICLES}
    taken, bound = set(owners) | set(chosen), []
    taken |= {id for id in handed if veiled(id) in owners}
    articles = {line.address: line for line in ledger if line.section == _ARTICLES}
    problems = [
        _other_article(record.id)
        for record in records
        if (line := articles.get(_address(record)))
        and matched.get(_address(record)) is not line
        and line.to != _address(record)
    ]
    for id in handed:
        line = matched.get(address.get(id, ""))
        owner = owners.get(id)
        if id in chosen:
            if owner and owner is not line and (owner.address != address.get(id) or owner.address in others):
                problems.append(_foreign(id, owner))
            bound.append(id)
        elif line and line.id == veiled(id):  # it was taken down, and is back
            bound.append(id)
        elif line and not line.is_veiled and without_slugs(line.id, hidden) == line.id:
            bound.append(line.id)
        else:
            bound.append(numbered(id, taken))
        taken.add(bound[-1])
    if problems:
        raise DossierError(problems)
    return bound


def advance(
    ledger: Ledger,
    records: Sequence[Identity],
    today: date,
    hidden: Collection[str] = (),
    entries: Mapping[str, str] = MappingProxyType({}),
) -> Ledger:
    """The ledger after a release of these records on this day, with none of the hidden names in it.

    `entries` has by id the list of each actor that has an entry instead of a page.
    """
    matched = match(ledger, records)
    there = {line.address: line for line in ledger}
    articles = {line.id: line for line in ledger if line.section == _ARTICLES}
    corrected = {
        record.id
        for record in records
        if record.section == _ARTICLES
        and record.id in articles
        and record.digest != articles[record.id].digest
    }
    lines = {}
    for record in records:
        line = matched.get(_address(record)) or there.get(_address(record))
        of = entries.get(record.id) if record.section == _ACTORS else None
        lines[_address(record)] = _next(line, record, corrected, today, of)
    holding: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for record in records:
        for trait in (*_key(record), *record.hints):
            holding[record.section, trait][_address(record)] = None
    back = {f"{record.section}/{veiled(record.id)}/" for record in records}
    for line in ledger:
        if line.address not in lines and line.address not in back:
            into = {
                each
                for section in _kin(line.section)
                for trait in _line_key(line)
                for each in holding.get((section, trait), ())
            }
            lines[line.address] = _gone(line, sorted(into), today)
    return tuple(veil(line, hidden) for line in lines.values())


def _next(
    line: Line | None, record: Identity, corrected: Collection[str], today: date, entry: str | None
) -> Line:
    """The line of a record that is there; `entry` is its list where it has no page."""
    why: Why = "first published"
    kept = line is not None and line.id == record.id
    first_seen, changed = (line.first_seen, line.changed) if line and kept else (today, today)
    if line and kept:
        why = line.why
        if line.digest != record.digest or line.state != "live":
            why, changed = _reason(line, record, corrected), today
    return Line(
        section=record.section,
        id=record.id,
        first_seen=first_seen,
        changed=changed,
        why=why,
        key=record.key,
        hints=record.hints,
        articles=record.articles,
        digest=record.digest,
        edited=record.edited,
        entry=entry or (line.entry if line and kept else None),
        paged=True if line and kept and line.entry and (line.paged or not entry) else None,
    )


def _reason(line: Line, record: Identity, corrected: Collection[str]) -> Why:
    if set(record.articles) - set(line.articles):
        return "article added"
    if set(record.articles) & set(corrected):
        return "article corrected"
    return "editor" if record.edited != line.edited else "rules"


def _gone(line: Line, into: Sequence[str], today: date) -> Line:
    """The line of a record that is no longer there: part of another now, or withdrawn.

    `into` are the addresses of the records that hold what made it that record.
    """
    if line.state == "moved" or (line.state == "withdrawn" and len(into) != 1):
        return line
    update: dict[str, object] = {"state": "withdrawn", "why": "withdrawn", "changed": today}
    if len(into) == 1:
        update = {"state": "moved", "to": into[0], "why": "moved", "changed": today}
    return line.model_copy(update={**update, "digest": "", "edited": ""})


def _key(record: Identity) -> tuple[str, ...]:
    """What makes it that record, also as it stands in a line that was taken down."""
    return (*traits_of(record.key, record.articles), *map(veiled_trait, record.key))


def _line_key(line: Line) -> tuple[str, ...]:
    """What made it that record when it was last published."""
    return traits_of(line.key, line.articles)


def _kin(section: str) -> tuple[str, ...]:
    """The sections in which its successor may stand: a country that was a place acts in another article."""
    return _NAMED if section in _NAMED else (section,)


def _is(line: Line, record: Identity) -> bool:
    return line.section == record.section and bool(set(_line_key(line)) & set(_key(record)))


def _became(line: Line, record: Identity) -> bool:
    """Whether a record holds what made another that record: it was renamed, or merged into it."""
    return line.section == record.section and bool(set(_line_key(line)) & {*_key(record), *record.hints})


def _may_be(line: Line, record: Identity) -> bool:
    """Whether a line may tell of a record: a name must meet the name, other hints may meet each other."""
    alone = (NAME,) if line.id == record.id else (NAME, SAME_ID)
    common = set(line.hints) & set(record.hints)
    return (
        _became(line, record)
        or bool(set(line.hints) & set(record.key))
        or any(not hint.startswith(alone) for hint in common)
    )


def _by_trait(lines: Iterable[Line]) -> dict[tuple[str, str], list[Line]]:
    found: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in lines:
        for trait in (*_line_key(line), *line.hints):
            found[line.section, trait].append(line)
    return found


def _address(record: Identity) -> str:
    return f"{record.section}/{record.id}/"


def _foreign(id: str, owner: Line) -> Problem:
    return Problem(
        file=LEDGER,
        where=owner.address,
        found=f"an editor gives the id “{id}” to another record than the one published under it",
        expected="an id that nothing was published under",
        example=f"id: {id}-2",
    )


def _other_article(id: str) -> Problem:
    return Problem(
        file=LEDGER,
        where=f"{_ARTICLES}/{id}/",
        found="another article than this one was published under this file name",
        expected="a file name of its own for each article; rename the new one",
        example=f"{id}-2.md",
    )
