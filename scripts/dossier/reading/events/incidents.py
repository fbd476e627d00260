"""Mentions of violent acts to incidents: one record for one act, however often the article tells it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise

from dossier.reading.events.violence import ViolentMention
from dossier.reading.findings import DateFinding, Span
from dossier.reading.grammar.word_classes import word_class
from dossier.reading.names.mentions import PLACE_KINDS, Names
from dossier.reading.text.article import Article

_MOST_COMPARED = 12
"""Incidents a mention is compared with, latest first: keeps a long chronicle linear."""
_OPENING_BLOCKS = 2
_IN = frozenset(("in", "on", "at", "near", "outside", "inside", "from", "of"))
_SPANS = frozenset(("day", "days", "week", "weeks", "month", "months", "year", "years", "hours"))
_SAYING = frozenset(("said", "announced", "reported", "told", "confirmed", "added", "reporters"))
_AFTERMATH = frozenset(
    (
        "jailed",
        "sentenced",
        "convicted",
        "charged",
        "arrested",
        "detained",
        "claimed",
        "condemned",
        "buried",
    )
)
_RISES = frozenset(("rose", "rises", "risen", "climbed", "jumped", "increased", "reached", "stood", "stands"))
_ANYBODY = frozenset(("people", "civilian", "soldier", "troop", "police", "officer"))
_FAMILIES = {"Kidnapping": "kidnapping", "Hijacking": "kidnapping"}


@dataclass(slots=True)
class Incident:
    """One act and the mentions that tell it."""

    mentions: list[ViolentMention]
    keys: set[str] = field(default_factory=set)
    date: DateFinding | None = None
    places: list[str] = field(default_factory=list)


def group_incidents(
    article: Article, names: Names, dates: tuple[DateFinding, ...], mentions: tuple[ViolentMention, ...]
) -> list[Incident]:
    """Incidents in the order the article first tells them.

    A mention joins an incident when it points back ("the attack"), names the same target, or says
    nothing that sets it apart; another day, another place or "another" sets it apart.
    """
    incidents: list[Incident] = []
    recent: list[Incident] = []
    for mention in mentions:
        date = _date_of(article, dates, mention)
        places = _places(article, names, mention)
        home = _home(mention, date, places, recent)
        if home is None:
            if mention.act == "Incident" or (
                mention.definite and not mention.keys and not places and date is None
            ):
                continue  # "the attack" that no sentence has told
            if mention.aside and not places and not mention.keys - _ANYBODY:
                continue  # "who fled after rebels killed 30": nobody knows where or whom
            home = Incident([])
            incidents.append(home)
        else:
            recent.remove(home)
        recent.insert(0, home)
        del recent[_MOST_COMPARED:]
        home.mentions.append(mention)
        home.keys |= mention.keys
        home.date = home.date or date
        home.places += [place for place in places if place not in home.places]
    return [incident for incident in incidents if not _is_background(article, incident)]


def _date_of(article: Article, dates: tuple[DateFinding, ...], mention: ViolentMention) -> DateFinding | None:
    """The date that stands nearest to any trigger of a mention."""
    tokens = article.text.tokens
    if _is_aftermath(article, mention):
        return None
    dates = tuple(
        d for d in _within(dates, mention.reach) if mention.tells(d.start) and _can_date(article, d, mention)
    )
    found: list[tuple[int, DateFinding]] = []
    for trigger in mention.triggers:
        span = Span(tokens[trigger.first].start, tokens[trigger.stop - 1].end)
        date = nearest_date(article, dates, span, mention.reach)
        if date is not None:
            found.append((max(date.start - span.end, span.start - date.end), date))
    return min(found, key=lambda f: (f[0], f[1].start))[1] if found else None


def _within(dates: tuple[DateFinding, ...], span: Span) -> tuple[DateFinding, ...]:
    first = bisect_left(dates, span.start, key=lambda d: d.start)
    return dates[first : bisect_left(dates, span.end, key=lambda d: d.start)]


def _can_date(article: Article, date: DateFinding, mention: ViolentMention) -> bool:
    """Whether a date can be that of an act: not to come, and not the day somebody said so."""
    if article.published is not None and _bounds(date.edtf)[0] > article.published.isoformat():
        return False
    tokens = article.text.tokens
    at = article.text.token_at(date.start) - 1
    for trigger in mention.triggers:
        gap = [t.lower for t in tokens[at : min(trigger.first, at + 16)]]
        if any(a in _SPANS and b in ("after", "since") for a, b in pairwise(gap)):
            return False  # "released on Monday, two weeks after they were seized"
    if at > 0 and tokens[at].lower in ("on", "late", "early"):
        at -= 1
    return at < 1 or tokens[at].lower not in _SAYING


def _is_aftermath(article: Article, mention: ViolentMention) -> bool:
    """Whether a sentence tells what followed an act: arrests, trials, words, a toll that rose."""
    sentence = mention.sentence
    words = {t.lower for t in article.text.tokens[sentence.first : sentence.stop]}
    counted = article.text.slice(mention.trigger) == "toll"
    return bool(
        (mention.definite and words & _AFTERMATH) or ("toll" in words and (counted or words & _RISES))
    )


def _is_background(article: Article, incident: Incident) -> bool:
    """An act of more than a year before, told in passing: not in the article's first paragraphs."""
    if article.published is None or incident.date is None:
        return False
    long_ago = (article.published - timedelta(days=365)).isoformat()
    return last_day(incident.date.edtf) < long_ago and incident.mentions[0].sentence.block > _OPENING_BLOCKS


def _home(
    mention: ViolentMention, date: DateFinding | None, places: list[str], recent: list[Incident]
) -> Incident | None:
    """The incident a mention tells: one with the same target first, else the latest it can point to."""
    possible = [
        incident
        for incident in recent
        if (
            _family(mention) == _family(incident.mentions[0])
            or (mention.definite and mention.act == "Attack")
        )
        and not _different_days(date, incident.date)
    ]
    alike = [i for i in possible if mention.keys & i.keys and not _elsewhere(places, i)]
    if mention.fresh:
        return alike[0] if alike and mention.definite else None
    if alike:
        return alike[0]
    for incident in _main_first(possible) if mention.definite else possible:
        if len(incident.mentions) == 1 and incident.mentions[0].bare:
            return incident
        if not mention.definite and (
            _other_side(mention, incident.mentions[0]) or _elsewhere(places, incident)
        ):
            continue
        if mention.definite or not mention.keys or not places:
            return incident
    return None


def _main_first(incidents: list[Incident]) -> list[Incident]:
    """Incidents with those of the latest date before those of an earlier one, which are background."""
    newest = max((_bounds(i.date.edtf)[0] for i in incidents if i.date is not None), default="")
    return sorted(incidents, key=lambda i: i.date is not None and last_day(i.date.edtf) < newest)


def _elsewhere(places: list[str], incident: Incident) -> bool:
    return bool(places and incident.places and not set(places) & set(incident.places))


def _family(mention: ViolentMention) -> str:
    return _FAMILIES.get(mention.act, "attack")


def _other_side(one: ViolentMention, other: ViolentMention) -> bool:
    """Whether one act is upon soldiers and the other upon people who are none."""
    return (one.clash and other.civil) or (other.clash and one.civil)


def _different_days(one: DateFinding | None, other: DateFinding | None) -> bool:
    """Whether two dates cannot be the same time: each is compared at the coarser one's precision."""
    if one is None or other is None:
        return False
    a, b = _bounds(one.edtf), _bounds(other.edtf)
    return a[1] < b[0] or b[1] < a[0]


def last_day(edtf: str) -> str:
    """Last day of an EDTF value, as text that sorts with ISO dates."""
    return _bounds(edtf)[1]


def _bounds(edtf: str) -> tuple[str, str]:
    """First and last day of an EDTF value, as text that sorts: month and year are filled up."""
    clean = edtf.translate(str.maketrans("", "", "~?%"))
    first, _, last = clean.partition("/")
    last = last or first
    return f"{first}-01-01"[:10] if len(first) < 10 else first, f"{last}-99-99"[:10] if len(
        last
    ) < 10 else last


def nearest_date(
    article: Article, dates: tuple[DateFinding, ...], trigger: Span, within: Span
) -> DateFinding | None:
    """The date expression within a span that stands nearest to a trigger, the dateline's excepted."""
    opening = article.dateline.end if article.dateline else 0
    first = bisect_left(dates, max(within.start, opening), key=lambda d: d.start)
    here = dates[first : bisect_left(dates, within.end, key=lambda d: d.start)]
    return min(here, key=lambda d: max(d.start - trigger.end, trigger.start - d.end), default=None)


def _places(article: Article, names: Names, telling: ViolentMention) -> list[str]:
    """Places of what tells an act that stand behind "in", "at", "near" …, nearest to its start first."""
    text = article.text
    line = article.dateline
    found: list[str] = []
    wider: list[str] = []
    for mention in names.within(telling.reach):
        if (line is not None and mention.start < line.end) or not telling.tells(mention.start):
            continue
        if mention.kind not in PLACE_KINDS and mention.kind not in ("state", "country"):
            continue
        at = text.token_at(mention.start)
        lead = [t.lower for t in text.tokens[max(at - 4, 0) : at]]
        if "between" in lead or (mention.kind == "border" and _is_adjective(article, mention.end)):
            continue  # "between Lund and Osterby", "the U.S. border city of"
        if "based" in lead or "headquartered" in lead:
            continue  # where somebody is at home
        if mention.kind in PLACE_KINDS and any(word in _IN for word in lead):
            found.append(mention.name)
        elif lead and "in" in lead[-2:] and not _is_adjective(article, mention.end):
            wider.append(mention.name)
    return found or wider


def _is_adjective(article: Article, end: int) -> bool:
    """Whether a country's name leads another noun: "Fijian forces", "Fiji’s president"."""
    text = article.text
    at = text.token_at(end)
    return at < len(text.tokens) and word_class(text.tokens[at]) in ("noun", "genitive")
