"""Which quotations of several articles are one, and what it takes to tell."""

from datetime import date

import pytest

from dossier.assembly.across.reports import Reports
from dossier.assembly.across.sayings import join_quotes
from dossier.facts import EvidenceRef, Fact
from dossier.model import Quote
from test_scaling import counted

DAY = date(2024, 5, 31)
WORDS = "We will rebuild the old bridge"


def quote(number, article, speaker, words=WORDS):
    cited = (EvidenceRef(f"{article}:{number}-{number + 1}"),)
    return Quote(
        id=f"q{number}",
        segments=cited,
        text=Fact(value=words, read_by="rules", evidence=cited),
        speaker=Fact(value=speaker, read_by="rules", evidence=cited) if speaker else None,
        form=Fact(value="direct", read_by="rules", evidence=cited),
        method="none",
    )


def joined(*quotes):
    articles = {id: id.partition(":")[0] for each in quotes for id in each.segments}
    reports = Reports(
        article_of=articles, published=dict.fromkeys(articles.values(), DAY), starts={}, labels={}
    )
    return join_quotes(quotes, reports)[1]


@pytest.mark.parametrize(
    ("article", "speaker", "words", "became"),
    [
        ("b", "ana", WORDS + " this year", {"q1": "q2"}),
        ("b", "ana", "Listen, " + WORDS, {"q1": "q2"}),
        ("b", "ana", "We will rebuild the old mill", {}),
        ("b", "ivo", WORDS + " this year", {}),
        ("b", None, WORDS + " this year", {}),
        ("a", "ana", WORDS + " this year", {}),  # twice in one article
    ],
)
def test_one_speakers_words_in_two_articles_are_one_quotation(article, speaker, words, became):
    assert joined(quote(1, "a", "ana"), quote(2, article, speaker, words)) == became


def test_nobodys_words_are_no_one_quotation():
    assert joined(quote(1, "a", None), quote(2, "b", None, WORDS + " this year")) == {}


def test_what_many_say_in_the_same_words_takes_steps_in_proportion():
    few, _ = counted(lambda: joined(*(quote(n, f"a{n}", f"speaker-{n}") for n in range(50))))
    many, became = counted(lambda: joined(*(quote(n, f"a{n}", f"speaker-{n}") for n in range(200))))
    assert became == {}
    assert many < 1.7 * 4 * few
