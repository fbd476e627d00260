"""What every reader of occasions does: leave out what is quoted or not real, and make the record."""

from __future__ import annotations

from dossier.reading.attribution.namer import Named
from dossier.reading.events.incidents import nearest_date
from dossier.reading.events.occasion_people import OccasionPeople
from dossier.reading.events.occasion_words import occasion_words
from dossier.reading.events.occasions import Occasion
from dossier.reading.findings import DateFinding, Span
from dossier.reading.names.mentions import Mention, Names
from dossier.reading.text.article import Article
from dossier.reading.text.tokens import Sentence


class OccasionReader:
    """Common ground of the readers of one article's occasions."""

    def __init__(self, article: Article, names: Names, dates: tuple[DateFinding, ...]) -> None:
        self.article = article
        self.text = article.text
        self.names = names
        self.dates = dates
        self.words = occasion_words()
        self.people = OccasionPeople(article.text, names)

    def unreal(self, sentence: Sentence, at: int, back: int = 5) -> bool:
        """Whether what stands before a token says that it hasn't happened, or not once."""
        tokens = self.text.tokens
        return any(t.lower in self.words.not_yet for t in tokens[max(sentence.first, at - back) : at])

    def occasion(
        self,
        kind: str,
        label: str,
        sentence: Sentence,
        at: int,
        people: list[tuple[str, Named | None]],
        place: Mention | None,
        definite: bool,
    ) -> Occasion:
        """The record of an occasion; people that couldn't be read are left out."""
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
