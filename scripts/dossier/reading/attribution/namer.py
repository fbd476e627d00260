"""Noun phrases to actors: which name a phrase stands for, else the phrase's own words."""

from __future__ import annotations

from typing import NamedTuple

from dossier.reading.findings import NameFinding, RoleFinding, Span
from dossier.reading.grammar.attack_words import attack_words
from dossier.reading.grammar.phrases import Phrase, appositions, word_class
from dossier.reading.names.armed import armed_names
from dossier.reading.names.mentions import Mention, Names
from dossier.reading.names.roles import office_of
from dossier.reading.text.tokens import Text

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
        self._titles: dict[str, list[tuple[NameFinding, RoleFinding]]] | None = None

    def of(self, phrase: Phrase) -> Named:
        """The one actor a phrase means, else its words without a leading article."""
        if self._joins(phrase) and len({m.name for m in self._named_in(phrase)}) > 1:
            return self.words(phrase)
        mention = self.head_mention(phrase)
        if mention is not None:
            return Named(mention.name, Span(mention.start, mention.end), True)
        return self.beside(phrase) or self.by_role(phrase) or self.words(phrase)

    def _joins(self, phrase: Phrase) -> bool:
        return any(t.lower == "and" for t in self.text.tokens[phrase.first : phrase.stop])

    def beside(self, phrase: Phrase) -> Named | None:
        """The name in apposition to a phrase: "an alliance, the X Front (XF), …"."""
        tokens = self.text.tokens
        if word_class(tokens[phrase.head]) in ("subject_pronouns", "object_pronouns"):
            return None
        for other in appositions(self.text, phrase)[:1]:
            mention = self.names.at(tokens[other.head].start)
            closed = other.stop < len(tokens) and word_class(tokens[other.stop]) == "mark"
            if closed and mention is not None and mention.kind not in _PLACES and not self._genitive(mention):
                return Named(mention.name, Span(mention.start, mention.end), True)
        return None

    def by_role(self, phrase: Phrase) -> Named | None:
        """The one person whose role a definite phrase gives: "the Fijian president", "Fiji’s president"."""
        tokens = self.text.tokens
        core = tokens[phrase.first : phrase.head + 1]
        span = Span(core[0].start, core[-1].end)
        ties = {m.name for m in self.names.within(span)}
        if tokens[phrase.first].lower != "the" and not ties:
            return None
        head = core[-1].lower
        fits = {
            finding.name
            for finding, role in self._roles().get(head, ())
            if (not ties or role.of in ties) and not role.former
        }
        if len(fits) != 1:
            return None
        return Named(fits.pop(), self.words(phrase).span, True)

    def _roles(self) -> dict[str, list[tuple[NameFinding, RoleFinding]]]:
        """Roles by the last word of their title, and whose they are."""
        if self._titles is None:
            self._titles = {}
            for finding in self.names.actors:
                for role in finding.roles:
                    if role.title.strip():
                        last = office_of(role.title)
                        self._titles.setdefault(last, []).append((finding, role))
        return self._titles

    def head_mention(self, phrase: Phrase) -> Mention | None:
        """The mention that the phrase's head stands in, or that follows its head: "analyst Lee"."""
        tokens = self.text.tokens
        last = self.names.at(tokens[phrase.stop - 1].start)
        if last is not None and last.kind == "person":
            lead = self.text.token_at(last.start) - 1
            if lead >= phrase.first and (word_class(tokens[lead]) == "noun" or self._in_title(last, lead)):
                return last
        words = attack_words()
        head = tokens[phrase.head].lower
        if phrase.head > phrase.first and (head in words.armed_kinds or head in words.armed_actors):
            before = self.names.at(tokens[phrase.head - 1].start)
            if before is not None and before.kind in ("armed_group", "organisation", "alliance"):
                return before
        mention = self.names.at(tokens[phrase.head].start)
        if mention is not None and not self._genitive(mention):
            return mention
        return None

    def _in_title(self, mention: Mention, at: int) -> bool:
        """Whether a token ends the title before a name: "Security" of "Secretary for Security X"."""
        end = self.text.tokens[at].end
        return any(role.span.end == end for role in self.findings[mention.name].roles)

    def _genitive(self, mention: Mention) -> bool:
        after = self.text.text[mention.end : mention.end + 2]
        ends_in_s = self.text.text[mention.end - 1] == "s"
        return after in ("'s", "’s") or (ends_in_s and after in ("' ", "’ "))

    def each(self, phrase: Phrase) -> tuple[Named, ...]:
        """Every actor a phrase joins with "and": one for "A and B", its words when it names none."""
        tokens = self.text.tokens
        if not any(t.lower in ("and", ",") for t in tokens[phrase.first : phrase.stop]):
            only = self.head_mention(phrase)
            if only is not None and only.kind == "person":
                return (Named(only.name, Span(only.start, only.end), True),)
        mentions = self._named_in(phrase)
        if mentions:
            return tuple({m.name: Named(m.name, Span(m.start, m.end), True) for m in mentions[:4]}.values())
        return (self.of(phrase),)

    def _named_in(self, phrase: Phrase) -> list[Mention]:
        """Mentions of actors in a phrase that it means, not only ties something to."""
        return [
            m
            for m in self.names.within(phrase.span(self.text))
            if m.kind not in _PLACES and not self._genitive(m) and self._principal(m, phrase)
        ]

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
        """Names of the article's armed groups as it names them first; no units of an army or police."""
        if self._armed is None:
            shown = armed_names(self.text, self.names)
            forces = attack_words().military | attack_words().bystanders
            self._armed = tuple(
                dict.fromkeys(
                    m.name
                    for m in self.names.mentions
                    if m.name in shown
                    or (m.kind == "armed_group" and not forces & set(m.name.lower().split()))
                )
            )
        return self._armed

    def fighters(self, phrase: Phrase) -> tuple[Named, ...]:
        """The groups a phrase for fighters names; for "the rebels" the one armed group named before."""
        tokens = self.text.tokens
        core = tokens[phrase.first : phrase.stop]
        named = tuple(n for n in self.each(phrase) if n.name.lower() not in _SUSPECTED)
        if named and all(n.known and self.findings[n.name].kind in _PLACES - {"country"} for n in named):
            return ()  # "bandits at X": where, not who
        if any(n.known for n in named):
            return named
        opening = [
            m
            for m in self.names.within(Span(core[0].start, core[min(2, len(core) - 1)].end))
            if m.kind in ("armed_group", "organisation", "alliance") and m.name.lower() not in _SUSPECTED
        ]
        if opening:
            return (Named(opening[0].name, Span(opening[0].start, opening[0].end), True),)
        head = tokens[phrase.head].lower
        definite = core[0].lower in ("the", "these", "those")
        fighters = head in attack_words().armed_actors or (head == "group" and definite)
        if not fighters or any(t.lower in _SUSPECTED for t in core):
            return named
        groups = [n for n in self.armed() if self.findings[n].mentions[0].start < tokens[phrase.head].start]
        if len(groups) == 1 and (definite or self._just_named(groups[0], phrase)):
            span = named[0].span if named else phrase.span(self.text)
            return (Named(groups[0], span, True),)
        return named

    def _just_named(self, name: str, phrase: Phrase) -> bool:
        """Whether a group is named in the paragraph of a phrase or the two before it."""
        offset = self.text.tokens[phrase.first].start
        block = self.text.block_at(offset)
        floor = self.text.blocks[max(block - 2, 0)].start
        return any(m.name == name for m in self.names.within(Span(floor, offset)))
