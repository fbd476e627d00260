"""Counts, money and percentages with the bounds their words give."""

from __future__ import annotations

import pytest

from dossier.reading.quantities.quantities import extract_quantities
from dossier.reading.text.article import read_article

Row = tuple[str, int | None, int | None, str | None]


def found_in(sentence: str) -> list[Row]:
    article = read_article(sentence, id="made-up", title="")
    return [(sentence[q.start : q.end], q.min, q.max, q.unit) for q in extract_quantities(article)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("At least 14 miners died.", ("At least 14", 14, None, None)),
        ("No fewer than six died.", ("No fewer than six", 6, None, None)),
        ("More than 20 were hurt.", ("More than 20", 21, None, None)),
        ("Fewer than 20 were hurt.", ("Fewer than 20", None, 19, None)),
        ("Up to 30 are missing.", ("Up to 30", None, 30, None)),
        ("As many as 30 are missing.", ("As many as 30", None, 30, None)),
        ("It cost Rs3.5bn.", ("Rs3.5bn", 3_500_000_000, 3_500_000_000, "rupees")),
        ("It cost Rs1,200 crore.", ("Rs1,200 crore", 12_000_000_000, 12_000_000_000, "rupees")),
        ("It cost over N10 million.", ("over N10 million", 10_000_000, None, "NGN")),
        ("It cost Sh45 billion.", ("Sh45 billion", 45_000_000_000, 45_000_000_000, "shillings")),
        ("Nearly 50 came.", ("Nearly 50", None, 50, None)),
        ("About 50 came.", ("About 50", None, None, None)),
        ("Some 12,400 people came.", ("Some 12,400", None, None, None)),
        ("Between 10 and 20 came.", ("Between 10 and 20", 10, 20, None)),
        ("They sent 10 to 20 boats.", ("10 to 20", 10, 20, None)),
        ("They sent 10-20 boats.", ("10-20", 10, 20, None)),
        ("They sent 2 to 3.5 tonnes.", ("2 to 3.5", None, None, None)),
        ("They sent 1850 tonnes.", ("1850", 1850, 1850, None)),
        ("They sent 30 or more boats.", ("30 or more", 30, None, None)),
        ("Dozens died.", ("Dozens", 24, None, None)),
        ("Hundreds fled.", ("Hundreds", 200, None, None)),
        ("Tens of thousands fled.", ("Tens of thousands", 20_000, None, None)),
        ("Two dozen sheep drowned.", ("Two dozen", 24, 24, None)),
        ("A hundred sheep drowned.", ("A hundred", 100, 100, None)),
        ("Twenty-seven sheep drowned.", ("Twenty-seven", 27, 27, None)),
        ("They saw one hundred and five ships.", ("one hundred and five", 105, 105, None)),
        ("They saw 1.4 million birds.", ("1.4 million", 1_400_000, 1_400_000, None)),
        ("One soldier died.", ("One", 1, 1, None)),
        ("No one was hurt.", ("No one", 0, 0, None)),
        ("No casualties were reported.", ("No casualties", 0, 0, None)),
        ("It cost $20bn.", ("$20bn", 20_000_000_000, 20_000_000_000, "USD")),
        ("It cost £479m.", ("£479m", 479_000_000, 479_000_000, "GBP")),
        ("It cost US$ 3 million.", ("US$ 3 million", 3_000_000, 3_000_000, "USD")),
        ("It cost NZ$26.", ("NZ$26", 26, 26, "NZD")),
        ("It cost more than €4m.", ("more than €4m", 4_000_000, None, "EUR")),
        ("It cost £40m-£50m.", ("£40m-£50m", 40_000_000, 50_000_000, "GBP")),
        ("It cost 120m euros.", ("120m euros", 120_000_000, 120_000_000, "EUR")),
        (
            "It cost 5 billion Pakistani rupees.",
            ("5 billion Pakistani rupees", 5_000_000_000, 5_000_000_000, "PKR"),
        ),
        ("It cost 5 billion rupees.", ("5 billion rupees", 5_000_000_000, 5_000_000_000, "rupees")),
        ("It cost $1.29 a litre.", ("$1.29", None, None, "USD")),
        ("Output rose 24%.", ("24%", 24, 24, "percent")),
        ("Output rose about 24 per cent.", ("about 24 per cent", None, None, "percent")),
        ("Output rose 4.3%.", ("4.3%", None, None, "percent")),
    ],
)
def test_one_quantity(sentence: str, expected: Row) -> None:
    assert found_in(sentence) == [expected]


def test_several_in_text_order() -> None:
    assert found_in("The blast left 14 dead and 30 wounded, with no survivors below.") == [
        ("14", 14, 14, None),
        ("30", 30, 30, None),
        ("no survivors", 0, 0, None),
    ]
    assert found_in("It cost Rs3, 500 men said.") == [("Rs3", 3, 3, "rupees"), ("500", 500, 500, None)]
    assert found_in("It killed one hundred and many men.") == []


def test_a_change_is_no_range() -> None:
    assert found_in("Catches sank 14,000 to 702,500.") == [
        ("14,000", 14_000, 14_000, None),
        ("702,500", 702_500, 702_500, None),
    ]
    assert [row[0] for row in found_in("Police raised the toll from five to nine.")] == ["five", "nine"]


@pytest.mark.parametrize(
    "sentence",
    [
        "It happened on 7 March 2018, in 1999 and at 5 pm.",
        "It happened on 6 and 7 March.",
        "It happened on 6 of March.",
        "Ansel Brook, 42, is aged 42 and lives at 683 Harrow Street.",
        "One of them is the one who knows.",
        "Two thirds agree, and three in 10 do not.",
        "The final ended 2-1 on day five at level 3.",
        "The bomb went off at about 2230.",
        "See the 33rd floor and No. 5.",
    ],
)
def test_no_quantity(sentence: str) -> None:
    assert found_in(sentence) == []
