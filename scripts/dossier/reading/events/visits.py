"""Sentences to visits and meetings that took place."""

from __future__ import annotations

from dossier.reading.attribution.namer import Named
from dossier.reading.events.occasion_record import OccasionReader
from dossier.reading.events.occasions import Occasion
from dossier.reading.grammar.phrases import noun_phrase_at, object_of, subject_of, verb_group, word_class
from dossier.reading.names.mentions import Mention
from dossier.reading.text.tokens import Sentence

_PLACES = frozenset(("city", "province", "region", "port", "place", "state", "country"))


class VisitReader(OccasionReader):
    """Reads one article's visits and meetings."""

    def visit(self, sentence: Sentence, at: int) -> Occasion | None:
        """A visit by its noun: "X’s visit to Y", "concluded a trip to Y"."""
        if self.unreal(sentence, at):
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
            self.people.owner(sentence, first)
            or self._by_behind(sentence, at)
            or self.people.traveller(sentence, first)
        )
        going = at + 1 < sentence.stop and tokens[at + 1].lower == "to"
        if place is None and not (definite or going):
            return None
        kept = [k for k in kinds if k in self.words.kept_kinds]
        label = " ".join([*kept, "visit"]).capitalize()
        return self.occasion(
            "visit", label, sentence, at, [("visitor", visitor)], place, definite or place is None
        )

    def _destination(self, sentence: Sentence, at: int) -> Mention | None:
        """The place behind "to" after a token: "to Suva", "to the Fijian capital Suva"."""
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
        """Whether a country's name only leads another noun: "the Fijian capital", "Fiji’s neighbour"."""
        after = self.text.token_at(mention.end)
        return (
            mention.kind in ("state", "country")
            and after < len(self.text.tokens)
            and word_class(self.text.tokens[after]) in ("noun", "genitive", "name")
        )

    def _by_behind(self, sentence: Sentence, at: int) -> Named | None:
        tokens = self.text.tokens
        for step in range(at + 1, min(at + 7, sentence.stop - 1)):
            if tokens[step].lower == "by":
                return self.people.who(noun_phrase_at(self.text, step + 1, sentence.stop), sentence)
            if tokens[step].text in (",", ";", "."):
                return None
        return None

    def visited(self, sentence: Sentence, at: int) -> Occasion | None:
        """A visit by its verb: "X visited Y"."""
        group = verb_group(self.text, at, sentence.first)
        if group.modal or group.negated or group.infinitive or group.passive:
            return None
        visitor = self.people.who(subject_of(self.text, at, sentence.first), sentence)
        target = object_of(self.text, at, sentence.stop)
        if visitor is None or target is None or not self.people.is_person(visitor):
            return None
        mention = self.names.at(self.text.tokens[target.head].start)
        if mention is None or mention.kind not in _PLACES:
            return None
        return self.occasion("visit", "Visit", sentence, at, [("visitor", visitor)], mention, False)

    def met(self, sentence: Sentence, at: int) -> Occasion | None:
        """A meeting by its verb: "X met Y and Z"."""
        group = verb_group(self.text, at, sentence.first)
        if group.modal or group.negated or group.infinitive or group.passive:
            return None
        subject = subject_of(self.text, at, sentence.first)
        one = self.people.who(subject, sentence)
        start = at + 1
        if start < sentence.stop and self.text.tokens[start].lower == "with":
            start += 1
        others = self.people.listed(start, sentence)
        if not others and subject is not None:
            both = [n for n in self.people.namer.each(subject) if self.people.is_person(n)]
            if len(both) > 1:
                people = [("participant", n) for n in both]
                return self.occasion("meeting", "Meeting", sentence, at, list(people), None, False)
        if one is None or not others:
            return None
        return self.occasion(
            "meeting",
            "Meeting",
            sentence,
            at,
            [("participant", one), *(("met", n) for n in others)],
            None,
            False,
        )

    def meeting(self, sentence: Sentence, at: int) -> Occasion | None:
        """A meeting by its noun: "X held talks with Y", "a meeting between X and Y"."""
        if self.unreal(sentence, at, 8):
            return None
        tokens = self.text.tokens
        start = at + 1
        if start >= sentence.stop or tokens[start].lower not in ("with", "between"):
            return None
        others = self.people.listed(start + 1, sentence)
        people: list[tuple[str, Named | None]] = []
        if tokens[start].lower == "with":
            people.append(
                ("participant", self.people.owner(sentence, at) or self.people.traveller(sentence, at))
            )
        if not others or (people and people[0][1] is None):
            return None
        people += [("met" if people else "participant", n) for n in others]
        if not any(n is not None and self.people.is_person(n) for _, n in people):
            return None
        label = tokens[at].text.capitalize()
        return self.occasion("meeting", label, sentence, at, people, None, False)
