"""Names, dates and quantities of arbitrary text: every span is a slice of it, every form stands in it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.reading.dates.dates import extract_dates
from dossier.reading.names.names import extract_names
from dossier.reading.quantities.quantities import extract_quantities
from dossier.reading.text.article import read_article
from dossier.reading.text.tokens import as_read

WORDS = st.sampled_from(
    [
        "Olga",
        "Brandt",
        "Mr.",
        "Gen.",
        "al-Tamri",
        "of",
        "the",
        "and",
        ",",
        ".",
        "(",
        ")",
        "’s",
        "’",
        "“",
        "”",
        "‘",
        "-",
        "–",
        "&",
        "U.S.",
        "Iran",
        "Iranian",
        "Iran-based",
        "border",
        "port",
        "ports",
        "group",
        "Ministry",
        "BRT",
        "(BRT)",
        "Lake",
        "Mayor",
        "former",
        "42",
        "1999",
        "May",
        "March",
        "7",
        "7th",
        "2016",
        "last",
        "week",
        "day",
        "ago",
        "two",
        "$",
        "%",
        "million",
        "at",
        "least",
        "between",
        "to",
        "in",
        "said",
        "\n",
        "\n\n",
        "İstanbul",
        "ß",
        "Ǆ",
    ]
)
TEXTS = st.one_of(st.lists(WORDS, max_size=40).map(" ".join), st.text(max_size=120))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_every_mention_and_form_stands_in_the_text(text: str) -> None:
    names = extract_names(read_article(text, id="any"))
    for found in (*names.actors, *names.places):
        assert found.mentions
        assert found.name in as_read(text) or any(alias.text in text for alias in found.aliases)
        assert all(0 <= m.start < m.end <= len(text) for m in found.mentions)
        assert all(alias.text in text and alias.text != found.name for alias in found.aliases)
        assert all(text[role.span.start : role.span.end] == role.title for role in found.roles)
    assert len({f.name for f in names.actors}) == len(names.actors)
    assert len({f.name for f in names.places}) == len(names.places)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_dates_and_quantities_are_slices_in_text_order(text: str, published: date | None) -> None:
    article = read_article(text, id="any", published=published)
    for found in (extract_dates(article), extract_quantities(article)):
        spans = [(item.start, item.end) for item in found]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
