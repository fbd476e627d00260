"""Noun phrases to actors: which name a phrase stands for, else the phrase's own words."""

from __future__ import annotations

from typing import NamedTuple

from dossier.armed import armed_names
from dossier.attack_words import attack_words
from dossier.findings import NameFinding, RoleFinding, Span
from dossier.mentions import Mention, Names
from dossier.phrases import Phrase, appositions, word_class
from dossier.text import Text

_PLACES = frozenset(("city", "province", "region", "border", "port", "place", "country"))
_MOST_WORDS = 14
_SUSPECTED = frozenset(("unidentified", "unknown", "unnamed", "suspected", "presumed", "alleged"))


class Named(NamedTuple):
    """Who a phrase means: a name of the findings or the phrase's words, and where that stands."""

    name: str
    span: Span
    known: bool
    """True when `name` is the name of a NameFinding."""


class Namer:
    """Resolves the noun phrases of one article."""

    def __init__(self, text: Text, names: Names) -> None:
        self.text = text
        self.names = names
        self.findings: dict[str, NameFinding] = {n.name: n for n in (*names.places, *names.actors)}
        self._armed: tuple[str, ...] | None = None
        self._titles: list[tuple[NameFinding, RoleFinding, str]] | None = None

    def of(self, phrase: Phrase) -> Named:
        """The one actor a phrase means, else its words without a leading article."""
        mention = self.head_mention(phrase)
        if mention is not None:
            return Named(mention.name, Span(mention.start, mention.end), True)
        return self.beside(phrase) or self.by_role(phrase) or self.words(phrase)

    def beside(self, phrase: Phrase) -> Named | None:
        """The name in apposition to a phrase: "an alliance, the X Front (XF), …"."""
        tokens = self.text.tokens
        if word_class(tokens[phrase.head]) in ("subject_pronouns", "object_pronouns"):
            return None
        for other in appositions(self.text, phrase)[:1]:
            mention = self.names.at(tokens[other.head].start)
            if mention is not None and mention.kind not in _PLACES and not self._genitive(mention):
                return Named(mention.name, Span(mention.start, mention.end), True)
        return None

    def by_role(self, phrase: Phrase) -> Named | None:
        """The one person whose role a definite phrase gives: "the Iranian president", "Iran’s president"."""
        tokens = self.text.tokens
        core = tokens[phrase.first : phrase.head + 1]
        span = Span(core[0].start, core[-1].end)
        ties = {m.name for m in self.names.within(span)}
        if tokens[phrase.first].lower != "the" and not ties:
            return None
        head = core[-1].lower
        fits = {
            finding.name
            for finding, role, last in self._roles()
            if last == head and (not ties or role.of in ties) and not role.former
        }
        if len(fits) != 1:
            return None
        return Named(fits.pop(), self.words(phrase).span, True)

    def _roles(self) -> list[tuple[NameFinding, RoleFinding, str]]:
        if self._titles is None:
            self._titles = [
                (finding, role, role.title.lower().split()[-1])
                for finding in self.names.actors
                for role in finding.roles
                if role.title.strip()
            ]
        return self._titles

    def head_mention(self, phrase: Phrase) -> Mention | None:
        """The mention that the phrase's head stands in, or that follows its head: "analyst Lee"."""
        tokens = self.text.tokens
        last = self.names.at(tokens[phrase.stop - 1].start)
        if last is not None and last.kind == "person":
            lead = self.text.token_at(last.start) - 1
            if lead >= phrase.first and word_class(tokens[lead]) == "noun":
                return last
        words = attack_words()
        if phrase.head > phrase.first and tokens[phrase.head].lower in words.armed_kinds | words.armed_actors:
            before = self.names.at(tokens[phrase.head - 1].start)
            if before is not None and before.kind in ("armed_group", "organisation", "alliance"):
                return before
        mention = self.names.at(tokens[phrase.head].start)
        if mention is not None and not self._genitive(mention):
            return mention
        return None

    def _genitive(self, mention: Mention) -> bool:
        after = self.text.text[mention.end : mention.end + 2]
        ends_in_s = self.text.text[mention.end - 1] == "s"
        return after in ("'s", "’s") or (ends_in_s and after in ("' ", "’ "))

    def each(self, phrase: Phrase) -> tuple[Named, ...]:
        """Every actor a phrase joins with "and": one for "A and B", its words when it names none."""
        tokens = self.text.tokens
        span = Span(tokens[phrase.first].start, tokens[phrase.stop - 1].end)
        if not any(t.lower in ("and", ",") for t in tokens[phrase.first : phrase.stop]):
            only = self.head_mention(phrase)
            if only is not None and only.kind == "person":
                return (Named(only.name, Span(only.start, only.end), True),)
        mentions = [
            m
            for m in self.names.within(span)
            if m.kind not in _PLACES and not self._genitive(m) and self._principal(m, phrase)
        ]
        if mentions:
            return tuple({m.name: Named(m.name, Span(m.start, m.end), True) for m in mentions[:4]}.values())
        return (self.of(phrase),)

    def _principal(self, mention: Mention, phrase: Phrase) -> bool:
        """Whether a mention in the phrase is what it means, not only what it is tied to."""
        tokens = self.text.tokens
        first, stop = self.text.token_range(Span(mention.start, mention.end))
        if first <= phrase.head < stop:
            return True
        after = tokens[stop].lower if stop < phrase.stop else ""
        words = attack_words()
        if mention.kind in ("armed_group", "organisation", "alliance", "person") and (
            after in words.armed_actors
            or after in words.armed_kinds
            or after in ("members", "fighters", "armed")
        ):
            return True
        before = [t.lower for t in tokens[max(phrase.first, first - 4) : first]]
        if "of" in before and tokens[phrase.head].lower in words.armed_actors | {
            "members",
            "group",
            "groups",
            "column",
        }:
            return mention.kind in ("armed_group", "organisation", "alliance")
        if (before and before[-1] in ("and", ",")) or after == "and":
            return mention.kind not in ("state", "country") or after in ("", "and", ",")
        return False

    def words(self, phrase: Phrase) -> Named:
        """A phrase's own words, without a leading article."""
        tokens = self.text.tokens
        first, stop = phrase.first, min(phrase.stop, phrase.first + _MOST_WORDS)
        while (
            stop < phrase.stop and stop - 1 > first and word_class(tokens[stop - 1]) not in ("noun", "name")
        ):
            stop -= 1
        if first < phrase.head and tokens[first].lower in ("the", "a", "an", "that"):
            first += 1
        span = Span(tokens[first].start, tokens[stop - 1].end)
        return Named(self.text.slice(span), span, False)

    def armed(self) -> tuple[str, ...]:
        """Names of the article's armed groups, in the order it names them first."""
        if self._armed is None:
            shown = armed_names(self.text, self.names)
            found = {m.name: None for m in self.names.mentions if m.kind == "armed_group" or m.name in shown}
            self._armed = tuple(found)
        return self._armed

    def fighters(self, phrase: Phrase) -> tuple[Named, ...]:
        """The groups a phrase for fighters names; for "the rebels" the one armed group named before."""
        named = self.each(phrase)
        if any(n.known for n in named):
            return named
        tokens = self.text.tokens
        core = tokens[phrase.first : phrase.stop]
        head = tokens[phrase.head].lower
        fighters = head in attack_words().armed_actors or (head == "group" and core[0].lower == "the")
        if not fighters or any(t.lower in _SUSPECTED for t in core):
            return named
        groups = [
            name for name in self.armed() if self.findings[name].mentions[0].start < tokens[phrase.head].start
        ]
        if len(groups) == 1:
            return (Named(groups[0], named[0].span, True),)
        return named
