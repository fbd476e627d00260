"""What only a person knows of an article: asked once, or kept as a problem that names its option."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.errors import Problem
from dossier.seeds.importing.days import read_days
from dossier.seeds.importing.material import Ask, Question, unanswered


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the user said on the command line, once for all files; what a file says goes before it."""

    publisher: str | None = None
    date: str | None = None
    headline: str | None = None
    date_order: str | None = None
    """"dmy" or "mdy": which comes first in 03/04/2024."""
    boilerplate: str | None = None
    """"drop" or "keep"."""
    mend: bool = False
    """True to undo UTF-8 that was read as Windows-1252."""
    encoding: str | None = None
    english: bool = False
    """True when the user says that the text is English, whatever it looks like."""


class Talk:
    """The questions and problems of one article."""

    def __init__(self, file: str, ask: Ask) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._ask = ask

    def answer(self, question: Question) -> str:
        """The answer; empty, with the problem noted, when nobody answers."""
        given = self._ask(question)
        if not given:
            self.problems.append(unanswered(self.file, question))
        return given or ""

    def refuse(self, found: str, expected: str, example: str = "") -> None:
        """Notes why the original can't be imported as it is."""
        self.problems.append(Problem(file=self.file, found=found, expected=expected, example=example))

    def refuse_without(self, option: str, found: str, expected: str) -> None:
        """Notes why the original can't be imported without an option."""
        self.refuse(found, f"{expected}; or the option {option}", f"dossier import {self.file} {option}")

    def headline(self) -> str:
        """The headline, asked for."""
        found = "nothing says what its headline is"
        return self.answer(
            Question(key="headline", text="Its headline", option="--headline HEADLINE", found=found)
        )

    def publisher(self) -> str:
        """The publisher, asked for."""
        found = "nothing says who published it"
        return self.answer(
            Question(key="publisher", text="Who published it", option="--publisher NAME", found=found)
        )

    def boilerplate(self, lines: tuple[str, ...]) -> str:
        """What to do with lines that don't look like the article's own: drop or keep."""
        question = Question(
            key="boilerplate",
            text="Leave these lines out",
            option="--boilerplate drop",
            found="these lines don’t look like the article’s own:",
            shown=lines,
            choices=("drop", "keep"),
        )
        return self.answer(question)

    def day(self, written: str | None, answers: Answers) -> tuple[str, tuple[str, ...]]:
        """The day (YYYY-MM-DD, empty when it stays open) of a written date, and what of it is a guess."""
        written = written or answers.date or self.answer(_WHEN)
        read = read_days(written)
        if not read.days and answers.date:
            read = read_days(answers.date)
        if not read.days:
            if written:
                found = f"“{written}” is no date that can be read"
                self.refuse_without(_WHEN.option, found, "a day, as 2024-05-31")
            return "", ()
        day = read.days[0]
        if len(read.days) == 2:
            day = read.days[(answers.date_order or self._order(written, *read.days)) == "mdy"]
        told = f"datePublished: {day}, of “{written}” in UTC; the publisher’s own day may differ"
        return day.isoformat(), (told,) if read.utc else ()

    def _order(self, written: str, day_first: object, month_first: object) -> str:
        return self.answer(
            Question(
                key="date_order",
                text=f"{written}: day first (dmy, {day_first}) or month first (mdy, {month_first})",
                option="--date-order dmy",
                found=f"{written} may be {day_first} or {month_first}",
                choices=("dmy", "mdy"),
            )
        )


_WHEN = Question(
    key="date",
    text="When was it published (YYYY-MM-DD)",
    option="--date 2024-05-31",
    found="nothing says when it was published",
)
