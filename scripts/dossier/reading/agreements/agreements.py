"""Article to what is agreed, pledged, planned or announced in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from dossier.reading.agreements.undertaking_words import Undertaking, undertaking_anchors, undertaking_words
from dossier.reading.agreements.undertakings import UndertakingReader
from dossier.reading.attribution.attributions import Attributions
from dossier.reading.attribution.naming import named
from dossier.reading.attribution.scene import Scene
from dossier.reading.events.incidents import nearest_date
from dossier.reading.findings import AgreementFinding, DateFinding, Participant, Quantity, Span
from dossier.reading.grammar.phrases import word_class
from dossier.reading.text.article import Article

_STRENGTH = ("in_force", "signed", "agreed", "announced", "pledged", "planned", "unknown")
_CLAUSES = frozenset(
    (
        "after",
        "before",
        "when",
        "while",
        "because",
        "since",
        "as",
        "who",
        "which",
        "that",
        "where",
        "until",
        "whose",
    )
)
_PARTICIPLES = frozenset(
    ("signed", "reached", "agreed", "made", "held", "launched", "negotiated", "struck", "sealed")
)
_UNDERTAKE = frozenset(("pledge", "call", "blame", "plan"))
_LONGEST_TITLE = 15
_MOST = 6


def extract_agreements(
    scene: Scene, attributions: Attributions, quantities: tuple[Quantity, ...]
) -> tuple[AgreementFinding, ...]:
    """Agreements in text order, one for each however often the article tells it."""
    article, names, dates = scene.article, scene.names, scene.dates
    reader = UndertakingReader(article, names)
    gathered: list[_Gathered] = []
    for undertaking in _undertakings(article, reader):
        keys = _keys(article, undertaking)
        home = next((g for g in reversed(gathered[-12:]) if _same(g, undertaking, keys)), None)
        if home is None:
            home = _Gathered(set(keys))
            gathered.append(home)
        home.told.append(undertaking)
        home.keys |= keys
        home.parties |= {party.name for party in undertaking.parties}
    if not gathered:
        return ()
    announcers = _Announcers(scene, attributions)
    found = [_finding(article, dates, quantities, announcers, g) for g in gathered]
    return tuple(sorted(found, key=lambda a: (a.evidence[0], a.status_span)))


@dataclass(slots=True)
class _Gathered:
    keys: set[str]
    parties: set[str] = field(default_factory=set)
    told: list[Undertaking] = field(default_factory=list)


def _undertakings(article: Article, reader: UndertakingReader) -> list[Undertaking]:
    text = article.text
    anchors = undertaking_anchors()
    found: list[Undertaking] = []
    last = -1
    count = 0
    for at, token in enumerate(text.tokens):
        if token.lower not in anchors:
            continue
        sentence = text.sentence_at(token.start)
        if article.kinds[sentence.block] in ("heading", "note", "headline"):
            continue
        count = count + 1 if sentence.start == last else 1
        last = sentence.start
        if count > _MOST:
            continue
        undertaking = reader.read(sentence, at)
        if undertaking is None or word_class(text.tokens[undertaking.content[0]]) == "be":
            continue
        inside = any(u.sentence == sentence and u.content[0] <= at < u.content[1] for u in found[-2:])
        if not inside:
            found.append(undertaking)
    return found


def _keys(article: Article, undertaking: Undertaking) -> frozenset[str]:
    """The nouns of what is undertaken, by which another sentence can be known to tell the same."""
    generic = undertaking_words().generic
    tokens = article.text.tokens[undertaking.content[0] : undertaking.content[1]]
    return frozenset(
        t.lower.rstrip("s")
        for t in tokens
        if word_class(t) in ("noun", "name", "number") and t.lower not in generic and len(t.lower) > 2
    )


def _same(home: _Gathered, undertaking: Undertaking, keys: frozenset[str]) -> bool:
    first = home.told[0]
    theirs = {p.name for p in undertaking.parties}
    if not home.parties & theirs or (first.form == "pledge") != (undertaking.form == "pledge"):
        return False
    shared = home.keys & keys
    if first.form == "pledge":
        return len(shared) >= 2 and first.negative == undertaking.negative
    return bool(shared) and (len(shared) >= 2 or len(keys) <= 4 or len(home.keys) <= 4)


def _finding(
    article: Article,
    dates: tuple[DateFinding, ...],
    quantities: tuple[Quantity, ...],
    announcers: _Announcers,
    home: _Gathered,
) -> AgreementFinding:
    best = min(home.told, key=lambda u: _STRENGTH.index(u.status))
    text = article.text
    parties = {p.name: p for u in reversed(home.told) for p in reversed(u.parties)}
    role = "pledger" if best.form == "pledge" else "party"
    sentences = dict.fromkeys(u.sentence for u in home.told)
    words = Span(text.tokens[best.words[0]].start, text.tokens[best.words[1] - 1].end)
    best_span = Span(best.sentence.start, best.sentence.end)
    told_by = (announcers.of(u) for u in home.told)
    return AgreementFinding(
        title=_title(article, best, dates),
        kind=_kind(article, best, quantities),
        parties=tuple(
            Participant(actor=p.name, role=role, span=p.span)
            for p in sorted(parties.values(), key=lambda p: p.span)
        ),
        announced_by=next((name for name in told_by if name is not None and name not in parties), None),
        status=best.status,
        status_span=words,
        date=nearest_date(article, _telling(article, dates, best), words, best_span),
        amount=next(_sums(article, best, quantities), None),
        evidence=tuple(Span(s.start, s.end) for s in sentences),
    )


class _Announcers:
    """Who says, in its sentence, that something was undertaken."""

    def __init__(self, scene: Scene, attributions: Attributions) -> None:
        self.scene = scene
        self.attributions = attributions

    def of(self, undertaking: Undertaking) -> str | None:
        """Name of the one who says so; None where nobody known does."""
        tree = self.scene.parses.of(undertaking.sentence)
        tokens = self.scene.article.text.tokens
        start, end = tokens[undertaking.words[0]].start, tokens[undertaking.words[1] - 1].end
        for each in self.attributions.of(tree) if tree is not None else ():
            if start <= each.cue.start < end or each.kind in _UNDERTAKE or each.source is None:
                continue
            who = named(self.scene, each.source)
            if who.known:
                return who.name
        return None


def _sums(article: Article, undertaking: Undertaking, quantities: tuple[Quantity, ...]) -> Iterator[Quantity]:
    """The sums of money in what is undertaken."""
    first, stop = undertaking.content
    start, end = article.text.tokens[first].start, article.text.tokens[stop - 1].end
    yield from (q for q in quantities if q.unit not in (None, "percent") and start <= q.start < end)


def _kind(article: Article, undertaking: Undertaking, quantities: tuple[Quantity, ...]) -> str:
    words = undertaking_words()
    first, stop = undertaking.content
    tokens = article.text.tokens[first:stop]
    core = tokens
    if undertaking.thing is not None and undertaking.form != "pledge":
        core = article.text.tokens[undertaking.thing.first : undertaking.thing.head + 1] or tokens
    lowers = [t.lower for t in core]
    money = any(t.text in "$£€" for t in tokens) or any(_sums(article, undertaking, quantities))
    if undertaking.form == "pledge":
        invests = money and any(t.lower in words.kinds["investment"] for t in tokens)
        return "investment" if invests else "pledge"
    for kind, forms in words.kinds.items():
        if any(word in forms for word in lowers):
            return kind
    if undertaking.form in ("sign", "deal"):
        return "other"
    whole = [t.lower for t in tokens]
    return next((kind for kind, forms in words.kinds.items() if any(w in forms for w in whole)), "other")


def _telling(
    article: Article, dates: tuple[DateFinding, ...], undertaking: Undertaking
) -> tuple[DateFinding, ...]:
    """Dates of the sentence that can be the undertaking's own: of no other clause, and not of its content."""
    text = article.text
    tokens, words = text.tokens, undertaking.words
    first, stop = undertaking.content
    infinitive = tokens[first].lower == "to"
    kept = []
    for date in _inside(dates, Span(undertaking.sentence.start, undertaking.sentence.end)):
        at = text.token_at(date.start)
        between = tokens[min(at, words[1]) : max(at, words[0])]
        if any(t.lower in _CLAUSES for t in between) or (infinitive and first <= at < stop):
            continue
        opening = at
        while opening > undertaking.sentence.first and tokens[opening - 1].text != ",":
            opening -= 1
        apart = tokens[opening].lower in _CLAUSES and not opening <= words[0] <= at
        if not apart and not any(t.lower in _PARTICIPLES for t in between[1:]):
            kept.append(date)
    return tuple(kept)


def _inside(dates: tuple[DateFinding, ...], span: Span) -> tuple[DateFinding, ...]:
    first = bisect_left(dates, span.start, key=lambda d: d.start)
    return dates[first : bisect_left(dates, span.end, key=lambda d: d.start)]


def _title(article: Article, undertaking: Undertaking, dates: tuple[DateFinding, ...]) -> str:
    """A short title from the text's own words: "Joint border force", "Pledge not to …"."""
    text, words = article.text, undertaking_words()
    first, stop = undertaking.content
    tokens = text.tokens
    verb = first + 1 if tokens[first].lower == "to" else first
    thing = undertaking.thing
    if thing is not None and (
        undertaking.form in ("sign", "deal") or tokens[verb].lower in words.found_verbs
    ):
        begin = thing.first
        while begin < thing.head and word_class(tokens[begin]) in ("determiners", "possessives"):
            begin += 1
        end = stop if undertaking.form == "sign" else thing.head + 1
        title = _undated(article, dates, begin, max(end, begin + 1))
        if undertaking.form == "deal":
            title = f"{title} between {' and '.join(p.name for p in undertaking.parties[:2])}"
        elif end - begin <= 2 and undertaking.form == "sign":
            title = f"{title} signed by {' and '.join(p.name for p in undertaking.parties[:2])}"
        return title[0].upper() + title[1:]
    if undertaking.form == "pledge":
        if (
            tokens[first].lower == "to"
            or undertaking.negative
            or word_class(tokens[first]) in ("noun", "verb")
        ):
            verb_first = first + 1 if tokens[first].lower == "to" else first
            money = tokens[first].text in "$£€" or undertaking.thing is not None
            if not money:
                lead = f"{undertaking.negative} to" if undertaking.negative else "to"
                return f"Pledge {lead} {_words(article, verb_first, stop)}"
        return f"Pledge of {_words(article, first, stop)}"
    label = "Plan" if undertaking.form == "plan" else "Agreement"
    link = "" if tokens[first].lower == "to" else "to " if undertaking.form == "plan" else "on "
    return f"{label} {link}{_words(article, first, stop)}"


def _undated(article: Article, dates: tuple[DateFinding, ...], first: int, stop: int) -> str:
    """The words of a range without its first date and the preposition before that."""
    tokens = article.text.tokens
    span = Span(tokens[first].start, tokens[stop - 1].end)
    date = next(iter(_inside(dates, span)), None)
    if date is None:
        return _words(article, first, stop)
    cut = article.text.token_at(date.start)
    behind = article.text.token_at(date.end)
    cut -= tokens[cut - 1].lower in ("on", "in", "at", "last", "late", "early")
    rest = (
        _words(article, behind, stop) if behind < stop and tokens[behind].lower in ("to", "on", "for") else ""
    )
    return f"{_words(article, first, max(cut, first + 1))} {rest}".strip()


def _words(article: Article, first: int, stop: int) -> str:
    """The text's words at a token range, cut to a title's length before a preposition."""
    tokens = article.text.tokens
    if stop - first > _LONGEST_TITLE:
        stop = next(
            (
                at
                for at in range(first + _LONGEST_TITLE, first + 4, -1)
                if word_class(tokens[at]) in ("prepositions", "coordinators", "relatives", "to")
            ),
            first + _LONGEST_TITLE,
        )
    while stop - 1 > first and word_class(tokens[stop - 1]) in (
        "determiners",
        "prepositions",
        "to",
        "possessives",
    ):
        stop -= 1
    return article.text.text[tokens[first].start : tokens[stop - 1].end]
