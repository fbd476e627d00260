"""What a matcher may ask about a word of an article: which name it stands for, which date, whose mention."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from dossier.reading.attribution.armed_evidence import armed_by_trees
from dossier.reading.attribution.references import References
from dossier.reading.findings import DateFinding, NameFinding, Span
from dossier.reading.grammar.dependents import is_excluded, obliques
from dossier.reading.grammar.extents import extent, phrase_of
from dossier.reading.grammar.noun_classes import is_impersonal, is_of, names_people
from dossier.reading.names.mentions import Mention, Names
from dossier.reading.names.namewords import KIN, ROLE, TITLE, load_namewords
from dossier.reading.parse import Parses
from dossier.reading.text.article import Article
from dossier.reading.text.quoted import Quoted
from dossier.reading.tree import Word

_MANY = frozenset(("police", "staff", "crew", "military", "army", "government"))
"""Nouns for many, whoever is at their head."""
_PRONOUNS = frozenset(("he", "she", "him", "her", "his", "hers"))


def _is_one_person(word: Word, flags: int = KIN | ROLE | TITLE) -> bool:
    """Whether a noun is somebody's office or what somebody is to another, and no body: "mayor", "wife"."""
    return word.tag == "NN" and bool(load_namewords().get(word.lower, 0) & flags)


@dataclass(frozen=True)
class Scene:
    """One article with what has been read of it so far."""

    article: Article
    names: Names
    parses: Parses
    dates: tuple[DateFinding, ...] = ()

    @cached_property
    def references(self) -> References:
        """Who pronouns and plain nouns stand for."""
        return References(self.article, self.names, self.parses)

    @cached_property
    def findings(self) -> dict[str, NameFinding]:
        """Names by name; the actor where actor and place share one."""
        return {n.name: n for n in (*self.names.places, *self.names.actors)}

    @cached_property
    def quoted(self) -> Quoted:
        """What stands in quotation marks."""
        return Quoted(self.article.text)

    @cached_property
    def armed(self) -> frozenset[str]:
        """Names the article itself shows in arms."""
        trees = (tree for _, tree in self.parses.all())
        return armed_by_trees(trees, self.names)

    @cached_property
    def tells_of_bombs(self) -> bool:
        """Whether the article tells of explosives or an attack: gunmen and rebels alone explain no blast."""
        trees = (tree for _, tree in self.parses.all())
        return any(is_of(word, "explosive", "set_off") for tree in trees for word in tree.words)

    def mention(self, word: Word) -> Mention | None:
        """The mention that names a word: its own, or that of the name beside it ("the mayor, Ana Lume")."""
        own = self.names.at(word.start)
        if own is not None:
            return own
        if self.leaves_open(word):
            return None
        beside = [*word.children]
        if word.tag == "NN":  # "an alliance of groups, the X,": one thing has the name, not several
            beside += [c for noun in obliques(word, "of") if noun.tag == "NNS" for c in noun.children]
        for child in beside:
            if word.pos == "PROPN" and any(
                c.pos == "NOUN" and c.index < child.index for c in word.all("appos")
            ):
                break  # "Mere Lume, the wife of the mayor, Ivo Stam,": he is no other name of hers
            is_name = child.pos == "PROPN" or (child.pos == "NOUN" and child.text[0].isupper())
            if child.dep == "appos" and is_name and not is_excluded(child):
                named = self.names.at(child.start)
                is_no_person = word.tag in ("NNS", "NNPS") or is_impersonal(word)
                if named is not None and not (is_no_person and named.kind == "person"):
                    return named  # "the fees charged by its head, Ann Lee": she is no fees
        return self._named_behind(word)

    def leaves_open(self, word: Word) -> bool:
        """Whether a name behind is of one person or another: "the aide of the mayor, Ana Lume,".

        Not so where somebody new is told of by an office: "an aide of the mayor, Ana Lume,".
        """
        new = any(c.lower in ("a", "an") for c in word.all("det"))
        if not _is_one_person(word, KIN if new else KIN | ROLE | TITLE):
            return False
        served = obliques(word, "of", "to", "for")
        return any(_is_one_person(inner) for inner in served)

    def _named_behind(self, word: Word) -> Mention | None:
        """The person set between commas behind somebody's office: "the head of the port, Ann Lee, said"."""
        if word.tag != "NN" or word.dep == "appos" or not names_people(word) or is_impersonal(word):
            return None
        text = self.article.text
        at = text.token_at(extent(word).end - 1) + 1
        found = self.names.at(text.tokens[at + 1].start) if at + 1 < len(text.tokens) else None
        if found is None or found.kind != "person" or text.tokens[at].text != ",":
            return None
        behind = text.token_at(found.end - 1) + 1
        return found if behind < len(text.tokens) and text.tokens[behind].text == "," else None

    def name_of(self, word: Word) -> str | None:
        """The name a word stands for: its mention's, or who a pronoun or role means; None where open."""
        found = self.mention(word)
        if found is not None:
            return found.name
        if word.tag in ("PRP", "PRP$") and word.lower not in _PRONOUNS:
            return None
        if word.tag in ("NNS", "NNPS") or word.lower in _MANY:
            return None
        return self.references.resolve(phrase_of(self.article.text, word))

    def kind_of(self, word: Word) -> str | None:
        """Kind of the name a word stands for."""
        name = self.name_of(word)
        return self.findings[name].kind if name in self.findings else None

    def date_at(self, span: Span) -> DateFinding | None:
        """The date that stands within a span."""
        at = bisect_right(self._date_starts, span.end - 1) - 1
        if at >= 0 and self.dates[at].start >= span.start:
            return self.dates[at]
        return None

    def dates_within(self, span: Span) -> tuple[DateFinding, ...]:
        """The dates that start within a span."""
        first, stop = (bisect_left(self._date_starts, edge) for edge in span)
        return self.dates[first:stop]

    @cached_property
    def _date_starts(self) -> list[int]:
        return [date.start for date in self.dates]
