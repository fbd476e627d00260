"""Made-up articles for trials of scale: `python scripts/made_articles.py 200 DIR [--seed 1] [--jsonl FILE]`.

The same seed gives the same articles, and the first fifty of two hundred are those of fifty. Persons, towns,
groups and papers are made of syllables; only the names of countries are real, since a reader of news knows
them. A few names are in many articles and most in one or two, as in real news; three to eight articles tell
of the same story, each in its own words.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import yaml

_BRACE = re.compile(r"\{(\w+)\}")
_WORDS: dict[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))


class _Story(NamedTuple):
    """What several articles tell of."""

    first: date
    country: str
    other: str
    town: str
    group: str
    official: str
    office: str
    foreigner: str
    topic: str
    killed: int


@dataclass(frozen=True, slots=True)
class MadeArticle:
    """An article nobody wrote."""

    id: str
    headline: str
    author: str
    publisher: str
    published: date
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """Headline and paragraphs, a blank line between them."""
        return "\n\n".join((self.headline, *self.paragraphs))

    @property
    def seed(self) -> str:
        """A file of the folder of seeds."""
        head = {
            "headline": self.headline,
            "author": self.author,
            "publisher": self.publisher,
            "datePublished": self.published.isoformat(),
            "url": f"https://news.example/{self.published:%Y/%m}/{self.id}",
            "inLanguage": "en",
        }
        return "\n".join(["---", *(f"{k}: {json.dumps(v)}" for k, v in head.items()), "---", self.text, ""])

    @property
    def row(self) -> str:
        """A line of a corpus."""
        row = {
            "id": self.id,
            "title": self.headline,
            "text": self.text,
            "published": self.published.isoformat(),
            "publisher": self.publisher,
            "author": self.author,
        }
        return json.dumps(row, ensure_ascii=False)


def made_articles(count: int, seed: int = 1) -> Iterator[MadeArticle]:
    """So many articles; what a number of them holds depends on the seed and its own number alone."""
    story, left, number = _story(seed, 0), 0, 0
    for at in range(count):
        if not left:
            number += 1
            story = _story(seed, number)
            left = random.Random(f"{seed} length {number}").randint(3, 8)
        left -= 1
        yield _article(random.Random(f"{seed} article {at}"), story, at, seed)


def _name(random_: random.Random, syllables: int) -> str:
    onsets, vowels = _WORDS["onsets"], _WORDS["vowels"]
    made = "".join(random_.choice(onsets) + random_.choice(vowels) for _ in range(syllables))
    return f"{made}{random_.choice(_WORDS['codas'])}".capitalize()


def _often(seed: int, kind: str, number: int, make: Callable[[random.Random], str]) -> str:
    """The name with a number of a kind: the same whenever it is asked for."""
    return make(random.Random(f"{seed} {kind} {number}"))


def _rank(random_: random.Random) -> int:
    """A number, low ones much more often than high ones (Zipf's law, about)."""
    return int(random_.paretovariate(0.7))


def _person(random_: random.Random) -> str:
    return f"{_name(random_, 2)} {_name(random_, 2)}"


def _group(random_: random.Random) -> str:
    return f"{_name(random_, 2)} {random_.choice(['Liberation Front', 'Army', 'Brigade', 'Movement'])}"


def _paper(random_: random.Random) -> str:
    return f"The {_name(random_, 2)} {random_.choice(['Post', 'Herald', 'Courier', 'Gazette'])}"


def _story(seed: int, number: int) -> _Story:
    random_ = random.Random(f"{seed} story {number}")
    country, other = random_.sample(_WORDS["countries"], 2)
    return _Story(
        first=date(2021, 1, 4) + timedelta(days=random_.randrange(1400)),
        country=country,
        other=other,
        town=_often(seed, "town", _rank(random_), lambda r: _name(r, 2)),
        group=_often(seed, "group", _rank(random_), _group),
        official=_often(seed, "person", _rank(random_), _person),
        office=random_.choice(_WORDS["offices"]),
        foreigner=_often(seed, "person", _rank(random_) + 1, _person),
        topic=random_.choice(_WORDS["topics"]),
        killed=random_.randint(3, 60),
    )


def _article(random_: random.Random, story: _Story, at: int, seed: int) -> MadeArticle:
    published = story.first + timedelta(days=random_.randrange(12))
    words = _words(random_, story, seed) | {"month": f"{published:%B}", "town": story.town}
    told = random_.sample(_WORDS["told"], random_.randint(4, 8))
    around = [random_.choice(_WORDS["around"]) for _ in range(random_.randint(4, 9))]
    rest = [*told, *around]
    random_.shuffle(rest)
    paragraphs = [_filled(random_, sentence, words) for sentence in rest]
    return MadeArticle(
        id=f"made-{at:06d}",
        headline=_filled(random_, random_.choice(_WORDS["headlines"]), words),
        author=_often(seed, "author", _rank(random_), _person),
        publisher=_often(seed, "paper", min(_rank(random_), 40), _paper),
        published=published,
        paragraphs=(
            f"{story.town}, {story.country} – {_filled(random_, random_.choice(_WORDS['leads']), words)}",
            *paragraphs,
        ),
    )


def _words(random_: random.Random, story: _Story, seed: int) -> dict[str, str]:
    """What the braces of a sentence may name, but for words that are drawn anew each time."""
    return {
        **{key: str(value) for key, value in story._asdict().items()},
        "surname": story.official.rsplit(" ", 1)[1],
        "toll": str(story.killed + random_.randrange(4)),
        "witness": _person(random_),
        "analyst": _person(random_),
        "someone": _often(seed, "person", _rank(random_) + 2, _person),
        "elsewhere": _name(random_, 2),
        "day": random_.choice(_WORDS["days"]),
        "number": random_.choice(_WORDS["numbers"]),
        "millions": str(random_.randrange(10, 900)),
        "year": str(story.first.year - random_.randint(1, 9)),
    }


def _filled(random_: random.Random, sentence: str, words: dict[str, str]) -> str:
    """A sentence with its braces filled; {adj}, {noun}, {verb} and {how} by another word each time."""
    return _BRACE.sub(lambda m: words.get(m[1]) or random_.choice(_WORDS["drawn"][m[1]]), sentence)


def write_seeds(folder: Path, count: int, seed: int = 1) -> None:
    """Writes the articles as seeds into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for article in made_articles(count, seed):
        (folder / f"{article.id}.md").write_text(article.seed, encoding="utf-8")


def main() -> None:
    """Write articles into a folder, or into one file of JSON Lines."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("count", type=int)
    parser.add_argument("out", type=Path, help="a folder of seeds; a file whose name ends in .jsonl")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    if args.out.suffix == ".jsonl":
        rows = (f"{article.row}\n" for article in made_articles(args.count, args.seed))
        args.out.write_text("".join(rows), encoding="utf-8")
    else:
        write_seeds(args.out, args.count, args.seed)


if __name__ == "__main__":
    main()
