"""Sentences to occasions: visits, meetings, press conferences, letters and statements that took place."""

from __future__ import annotations

from itertools import groupby

from dossier.article import Article
from dossier.findings import DateFinding, Span
from dossier.incidents import nearest_date
from dossier.mentions import Mention, Names
from dossier.naming import Named, Namer
from dossier.occasions import Occasion, occasion_anchors, occasion_words
from dossier.phrases import (
    Phrase,
    noun_phrase_at,
    noun_phrase_ending,
    object_of,
    subject_of,
    verb_group,
    word_class,
)
from dossier.text import Sentence

_PLACES = frozenset(("city", "province", "region", "port", "place", "state", "country"))
_ACTORS = frozenset(("person", "organisation", "government_body", "state", "armed_group", "alliance"))
_REACH = 12
_MOST = 6
"""Occasions read in one sentence."""


def occasions_in(article: Article, names: Names, dates: tuple[DateFinding, ...]) -> list[Occasion]:
    """Occasions in text order; those planned, wished for or inside quotations are left out."""
    text = article.text
    anchors = occasion_anchors()
    hits = [i for i, token in enumerate(text.tokens) if token.lower in anchors]
    reader = _Reader(article, names, dates)
    found: list[Occasion] = []
    for start, group in groupby(hits, key=lambda i: text.sentence_at(text.tokens[i].start).start):
        sentence = text.sentence_at(start)
        if article.kinds[sentence.block] in ("heading", "note", "headline"):
            continue
        for at in list(group)[:_MOST]:
            if not reader.quoted(sentence, at):
                occasion = reader.read(sentence, at)
                if occasion is not None:
                    found.append(occasion)
    return found


class _Reader:
    def __init__(self, article: Article, names: Names, dates: tuple[DateFinding, ...]) -> None:
        self.article = article
        self.text = article.text
        self.names = names
        self.dates = dates
        self.words = occasion_words()
        self.namer = Namer(article.text, names)

    def quoted(self, sentence: Sentence, at: int) -> bool:
        """Whether a token stands in a quotation: talk about an occasion is no report of it."""
        offset = self.text.tokens[at].start
        return any(
            q.start < offset < q.end and not q.single for q in self.text.blocks[sentence.block].quotations
        )

    def read(self, sentence: Sentence, at: int) -> Occasion | None:
        """The occasion a token is about, None where it didn't take place or nobody is named."""
        lower, words = self.text.tokens[at].lower, self.words
        if lower in words.visit_nouns:
            return self._visit(sentence, at)
        if lower in words.visit_verbs:
            return self._visited(sentence, at)
        if lower in words.meeting_verbs:
            return self._met(sentence, at)
        if lower in words.meeting_nouns:
            return self._meeting(sentence, at)
        if lower in words.conference_nouns:
            return self._conference(sentence, at)
        return self._paper(sentence, at)

    def _unreal(self, sentence: Sentence, at: int, back: int = 5) -> bool:
        tokens = self.text.tokens
        return any(t.lower in self.words.not_yet for t in tokens[max(sentence.first, at - back) : at])

    def _destination(self, sentence: Sentence, at: int) -> Mention | None:
        """The place behind "to" after a token: "to Tehran", "to the Pakistani capital Islamabad"."""
        tokens = self.text.tokens
        if at >= sentence.stop or tokens[at].lower != "to":
            return None
        found: Mention | None = None
        for step in range(at + 1, min(at + 8, sentence.stop)):
            if tokens[step].text in (",", ".", ";") or tokens[step].lower in (
                "where",
                "as",
                "on",
                "for",
                "with",
                "by",
            ):
                break
            mention = self.names.at(tokens[step].start)
            if mention is None or self._leads_noun(mention):
                continue
            if mention.kind not in _PLACES:
                return None
            found = found or mention
        return found

    def _leads_noun(self, mention: Mention) -> bool:
        """Whether a country's name only leads another noun: "the Iranian capital", "Iran’s neighbour"."""
        after = self.text.token_at(mention.end)
        return (
            mention.kind in ("state", "country")
            and after < len(self.text.tokens)
            and word_class(self.text.tokens[after]) in ("noun", "genitive", "name")
        )

    def _visit(self, sentence: Sentence, at: int) -> Occasion | None:
        if self._unreal(sentence, at):
            return None
        tokens = self.text.tokens
        first = at
        while (
            first > sentence.first
            and word_class(tokens[first - 1]) in ("noun", "number", "mark")
            and at - first < 4
        ):
            first -= 1
        kinds = [t.lower for t in tokens[first:at]]
        place = self._destination(sentence, at + 1)
        definite = any(
            t.lower in ("the", "this", "that", "his", "her", "their") for t in tokens[max(first - 1, 0) : at]
        )
        visitor = (
            self._owner(sentence, first) or self._by_behind(sentence, at) or self._traveller(sentence, first)
        )
        going = at + 1 < sentence.stop and tokens[at + 1].lower == "to"
        if place is None and not (definite or going):
            return None
        kept = [k for k in kinds if k in self.words.kept_kinds]
        label = " ".join([*kept, "visit"]).capitalize()
        return self._occasion(
            "visit", label, sentence, at, [("visitor", visitor)], place, definite or place is None
        )

    def _owner(self, sentence: Sentence, at: int) -> Named | None:
        """The person in the genitive before a token: "Khan’s visit"."""
        tokens = self.text.tokens
        if at - 2 < sentence.first or word_class(tokens[at - 1]) != "genitive":
            return None
        mention = self.names.at(tokens[at - 2].start)
        if mention is not None and mention.kind == "person":
            return Named(mention.name, Span(mention.start, mention.end), True)
        return self._who(noun_phrase_ending(self.text, at - 1, sentence.first), sentence)

    def _by_behind(self, sentence: Sentence, at: int) -> Named | None:
        tokens = self.text.tokens
        for step in range(at + 1, min(at + 7, sentence.stop - 1)):
            if tokens[step].lower == "by":
                return self._who(noun_phrase_at(self.text, step + 1, sentence.stop), sentence)
            if tokens[step].text in (",", ";", "."):
                return None
        return None

    def _traveller(self, sentence: Sentence, at: int) -> Named | None:
        """Subject of the verb that governs "a visit": "X concluded a visit", "X said it during a visit"."""
        tokens = self.text.tokens
        for step in range(at - 1, max(sentence.first, at - 14) - 1, -1):
            if tokens[step].text in (";", ":", "”", '"'):
                return None
            if word_class(tokens[step]) == "verb" or tokens[step].lower in self.words.trip_verbs:
                if verb_group(self.text, step, sentence.first).infinitive:
                    continue
                return self._who(subject_of(self.text, step, sentence.first), sentence)
        return None

    def _who(self, phrase: Phrase | None, sentence: Sentence) -> Named | None:
        """The actor a phrase names; for he or she the one person named before in the sentence."""
        if phrase is None:
            return None
        head = self.text.tokens[phrase.head]
        if head.lower in ("he", "she", "his", "her"):
            before = {
                m.name: m for m in self.names.within(Span(sentence.start, head.start)) if m.kind == "person"
            }
            if len(before) == 1:
                mention = next(iter(before.values()))
                return Named(mention.name, Span(mention.start, mention.end), True)
            return None
        named = self.namer.of(phrase)
        if named.known:
            finding = self.namer.findings[named.name]
            return named if finding.kind in _ACTORS else None
        return named if head.lower in self.words.offices or head.lower == "organisation" else None

    def _visited(self, sentence: Sentence, at: int) -> Occasion | None:
        group = verb_group(self.text, at, sentence.first)
        if group.modal or group.negated or group.infinitive or group.passive:
            return None
        visitor = self._who(subject_of(self.text, at, sentence.first), sentence)
        target = object_of(self.text, at, sentence.stop)
        if visitor is None or target is None or not self._is_person(visitor):
            return None
        mention = self.names.at(self.text.tokens[target.head].start)
        if mention is None or mention.kind not in _PLACES:
            return None
        return self._occasion("visit", "Visit", sentence, at, [("visitor", visitor)], mention, False)

    def _is_person(self, named: Named) -> bool:
        return named.known and self.namer.findings[named.name].kind == "person"

    def _met(self, sentence: Sentence, at: int) -> Occasion | None:
        group = verb_group(self.text, at, sentence.first)
        if group.modal or group.negated or group.infinitive or group.passive:
            return None
        one = self._who(subject_of(self.text, at, sentence.first), sentence)
        start = at + 1
        if start < sentence.stop and self.text.tokens[start].lower == "with":
            start += 1
        others = self._listed(start, sentence)
        if one is None or not others:
            return None
        return self._occasion(
            "meeting",
            "Meeting",
            sentence,
            at,
            [("participant", one), *(("met", n) for n in others)],
            None,
            False,
        )

    def _listed(self, at: int, sentence: Sentence) -> list[Named]:
        """The actors of a list: "President X and Supreme Leader Y"."""
        found: list[Named] = []
        for _ in range(4):
            if at >= sentence.stop:
                break
            phrase = noun_phrase_at(self.text, at, sentence.stop)
            if phrase is None:
                break
            span = phrase.span(self.text)
            people = [m for m in self.names.within(span) if m.kind == "person"]
            if any(self.text.text[m.end : m.end + 2] in ("'s", "’s") for m in people):
                break  # "met X’s cross", "met X’s demands"
            if people:
                found += [Named(m.name, Span(m.start, m.end), True) for m in people]
            else:
                named = self._who(phrase, sentence)
                if named is not None:
                    found.append(named)
            at = phrase.stop
            if at < sentence.stop and self.text.tokens[at].lower in ("and", ","):
                at += 1
            else:
                break
        return list({n.name: n for n in found}.values())[:5]

    def _meeting(self, sentence: Sentence, at: int) -> Occasion | None:
        if self._unreal(sentence, at, 8):
            return None
        tokens = self.text.tokens
        start = at + 1
        if start >= sentence.stop or tokens[start].lower not in ("with", "between"):
            return None
        others = self._listed(start + 1, sentence)
        people: list[tuple[str, Named | None]] = []
        if tokens[start].lower == "with":
            people.append(("participant", self._owner(sentence, at) or self._traveller(sentence, at)))
        if not others or (people and people[0][1] is None):
            return None
        people += [("met" if people else "participant", n) for n in others]
        if not any(n is not None and self._is_person(n) for _, n in people):
            return None
        label = tokens[at].text.capitalize()
        return self._occasion("meeting", label, sentence, at, people, None, False)

    def _conference(self, sentence: Sentence, at: int) -> Occasion | None:
        tokens = self.text.tokens
        if at - 1 < sentence.first or tokens[at - 1].lower not in self.words.conference_leads:
            return None
        if self._unreal(sentence, at - 1, 8):
            return None
        speaker = self._speaker(sentence, at)
        label = f"{tokens[at - 1].text} {tokens[at].text}".capitalize()
        if tokens[at - 2].lower == "joint":
            label = f"Joint {label.lower()}"
        place = None
        if at + 2 < sentence.stop and tokens[at + 1].lower in ("in", "at"):
            mention = self.names.at(tokens[at + 2].start)
            place = mention if mention is not None and mention.kind in _PLACES else None
        definite = tokens[max(at - 2, 0)].lower in ("the", "this", "that")
        return self._occasion(
            "press_conference", label, sentence, at, [("speaker", speaker)], place, definite
        )

    def _speaker(self, sentence: Sentence, at: int) -> Named | None:
        """Who speaks at it: "said X at a press conference", "X told a press conference"."""
        tokens = self.text.tokens
        for step in range(at - 2, max(sentence.first, at - _REACH) - 1, -1):
            if tokens[step].text in ("”", '"', ";"):
                return None
            if word_class(tokens[step]) == "verb" or tokens[step].lower in ("said", "told", "held", "gave"):
                behind = noun_phrase_at(self.text, step + 1, at - 1)
                if behind is not None and tokens[step + 1].lower not in (
                    "a",
                    "the",
                    "reporters",
                    "journalists",
                ):
                    named = self._who(behind, sentence)
                    if named is not None and named.known:
                        return named
                group = verb_group(self.text, step, sentence.first)
                if group.modal or group.infinitive:
                    return None
                return self._who(subject_of(self.text, step, sentence.first), sentence)
        return None

    def _paper(self, sentence: Sentence, at: int) -> Occasion | None:
        """A letter or statement that somebody issued: "X sent a letter to Y", "the letter from X"."""
        tokens, words = self.text.tokens, self.words
        letter = tokens[at].lower in words.letter_nouns
        verbs = words.issue_verbs if letter else words.issue_verbs_of_statements
        kind, label = ("letter", "Letter") if letter else ("statement", tokens[at].text.capitalize())
        if letter and at + 1 < sentence.stop and tokens[at + 1].lower == "from":
            author = self._who(noun_phrase_at(self.text, at + 2, sentence.stop), sentence)
            definite = tokens[at - 1].lower == "the" if at else False
            if author is not None and author.known:
                return self._occasion(kind, label, sentence, at, [("author", author)], None, definite)
            return None
        for step in range(at - 1, max(sentence.first, at - 8) - 1, -1):
            if tokens[step].text in (",", ";", "”", '"') or word_class(tokens[step]) == "prepositions":
                return None
            if tokens[step].lower in verbs:
                group = verb_group(self.text, step, sentence.first)
                if group.modal or group.infinitive or group.passive or group.negated:
                    return None
                author = self._who(subject_of(self.text, step, sentence.first), sentence)
                people = [
                    ("author", author),
                    ("recipient", self._recipient(sentence, at) if letter else None),
                ]
                return self._occasion(kind, label, sentence, at, people, None, False) if author else None
        return None

    def _recipient(self, sentence: Sentence, at: int) -> Named | None:
        tokens = self.text.tokens
        if at + 1 >= sentence.stop or tokens[at + 1].lower != "to":
            return None
        phrase = noun_phrase_at(self.text, at + 2, sentence.stop)
        if phrase is None:
            return None
        mention = self.names.at(tokens[phrase.head].start)
        if mention is None:
            return None
        return Named(mention.name, Span(mention.start, mention.end), True)

    def _occasion(
        self,
        kind: str,
        label: str,
        sentence: Sentence,
        at: int,
        people: list[tuple[str, Named | None]],
        place: Mention | None,
        definite: bool,
    ) -> Occasion:
        token = self.text.tokens[at]
        trigger = Span(token.start, token.end)
        return Occasion(
            type=kind,
            label=label,
            sentence=sentence,
            trigger=trigger,
            people=tuple((role, named) for role, named in people if named is not None),
            place=place.name if place is not None else None,
            date=nearest_date(self.article, self.dates, trigger, Span(sentence.start, sentence.end)),
            definite=definite,
        )
