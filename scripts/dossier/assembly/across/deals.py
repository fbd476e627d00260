"""Agreements of several articles that are one made one, with its history: planned, signed, in force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dossier.assembly.across.clusters import Cluster, Pair, cluster
from dossier.assembly.across.events import EventWords, event_words
from dossier.assembly.across.forms import tokens, words
from dossier.assembly.across.reports import Joined, Reports, doubts_of, joins_of
from dossier.assembly.across.verdict import Likeness, Reason, told_of_both
from dossier.facts import Fact, value_of
from dossier.model import Agreement, Step

_SURE, _DOUBTFUL = 3.0, 2.25
_ONE = ("subject", "announced_by", "date", "amount", "recipient", "where", "occasion")
"""Fields of which the latest article that has one gives it."""
_GENERIC_KIND = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """One agreement as an article tells of it."""

    number: int
    kind: str
    status: str
    parties: frozenset[str]
    told: frozenset[str]
    """What its title says beside what every agreement's does."""
    amount: tuple[str, float] | None
    articles: tuple[str, ...]
    day: str


class Deals:
    """How agreements are compared; see `clusters.Comparison`."""

    def keys_of(self, each: Deal) -> Iterator[tuple[object, ...]]:
        """A party with a word of the title."""
        for party in each.parties:
            for word in each.told:
                yield party, word

    def likeness(self, one: Deal, other: Deal) -> Likeness | None:
        """How alike two agreements are; None without a party and a word in common."""
        parties, told = one.parties & other.parties, sorted(one.told & other.told)
        if not parties or not told:
            return None
        reasons = [
            Reason(min(2.0, 1.0 * len(parties)), f"{len(parties)} of the parties"),
            Reason(min(2.0, 0.75 * len(told)), told_of_both(told)),
        ]
        if one.kind == other.kind and one.kind != _GENERIC_KIND:
            reasons.append(Reason(0.5, "the same kind of agreement"))
        reasons += _against(one, other)
        points = sum(reason.points for reason in reasons)
        against = any(reason.points < 0 for reason in reasons)
        if points < _DOUBTFUL:
            return None
        return Likeness(
            verdict="sure" if points >= _SURE and not against else "doubtful", reasons=tuple(reasons)
        )

    def coherent(self, some: Sequence[Deal], others: Sequence[Deal]) -> bool:
        """Whether none of these contradicts one of those."""
        return not any(list(_against(one, other)) for one in some for other in others)


def _against(one: Deal, other: Deal) -> Iterator[Reason]:
    if one.amount and other.amount and one.amount != other.amount:
        yield Reason(-1.0, "different sums")
    if not (one.parties <= other.parties or other.parties <= one.parties):
        yield Reason(-1.5, "different parties")
    first, second = sorted((one, other), key=lambda deal: deal.day)
    stages = event_words().stages
    if first.day < second.day and stages.get(second.status, 0) + 1 < stages.get(first.status, 0):
        yield Reason(-1.5, f"{second.status} after it was {first.status}")


def join_agreements(
    agreements: Sequence[Agreement],
    reports: Reports,
    same: Sequence[Pair] = (),
    different: Sequence[Pair] = (),
) -> Joined[Agreement]:
    """The agreements with one for each that was made; `same` and `different` are places in the list."""
    listed = event_words()
    deals = [_deal(number, each, reports, listed) for number, each in enumerate(agreements)]
    found = cluster(deals, Deals(), same, different)
    made: dict[int, Agreement] = {}
    became: dict[str, str] = {}
    for each in found.clusters:
        members = [agreements[member.number] for member in each.members]
        whole = _whole(each, members, agreements, reports) if len(members) > 1 else members[0]
        made[next(m.number for m in each.members if agreements[m.number].id == whole.id)] = whole
        became |= {one.id: whole.id for one in members if one.id != whole.id}
    return Joined(
        tuple(made[number] for number in sorted(made)), became, doubts_of(found, agreements, became)
    )


def _deal(number: int, agreement: Agreement, reports: Reports, listed: EventWords) -> Deal:
    articles = reports.articles(agreement)
    amount = value_of(agreement.amount)
    said = {word for word in tokens(agreement.title.value) if word not in words().small}
    return Deal(
        number=number,
        kind=agreement.kind.value,
        status=agreement.status.value,
        parties=frozenset(str(party.value.actor) for party in agreement.parties),
        told=frozenset(said - listed.any_agreement),
        amount=(amount.currency, amount.value) if amount else None,
        articles=articles,
        day=min(reports.published[article].isoformat() for article in articles),
    )


def _whole(
    found: Cluster[Deal], members: Sequence[Agreement], agreements: Sequence[Agreement], reports: Reports
) -> Agreement:
    """One agreement of several, as the latest article tells of it, with each article's status."""
    stages = event_words().stages
    by_day = sorted(members, key=lambda each: (reports.first(each), stages.get(each.status.value, 0)))
    latest = by_day[::-1]
    main = latest[0]
    edited = next((each for each in latest if each.title.read_by == "editor"), None)
    parties = {party.value.actor: party for each in by_day for party in each.parties}
    return main.model_copy(
        update={
            "id": by_day[0].id,
            "title": (edited or main).title,
            "mentions": tuple(dict.fromkeys(id for each in by_day for id in each.mentions)),
            "joined": joins_of(found, agreements, reports),
            "history": tuple(_steps(by_day, reports)),
            "parties": tuple(parties.values()),
            **{field: next((v for each in latest if (v := getattr(each, field))), None) for field in _ONE},
            "purpose": next((each.purpose for each in latest if each.purpose), ()),
        }
    )


def _steps(by_day: Iterable[Agreement], reports: Reports) -> Iterator[Fact[Step]]:
    """Each status with the words and the day of the article that says so."""
    for each in by_day:
        step = Step(
            status=each.status.value,
            as_reported=each.status_as_reported.value,
            reported_on=reports.day(each.status_as_reported)[0],
        )
        yield each.status_as_reported.model_copy(update={"value": step})  # type: ignore[misc]
