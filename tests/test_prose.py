"""What is no word of a text is read as blanks: tags, marks of emphasis, links and lists, wrapped lines."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.reading.extract import extract_findings
from dossier.reading.findings import Findings
from dossier.reading.text.article import read_article
from dossier.reading.text.prose import as_prose


def found(text: str) -> Findings:
    return extract_findings(read_article(text, id="a", title="Ferry", published=date(2024, 3, 6)))


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("A <b>bomb</b> fell.", "A    bomb     fell."),
        ("One.<br>Two.<br/>", "One.\n   Two.\n    "),
        ("<p>One.</p><p>Two.</p>", "\n  One.\n   \n  Two.\n   "),
        ("He **never** came.", "He   never   came."),
        ("A [bomb](https://x.example/b) fell.", "A  bomb" + 23 * " " + "fell."),
        ("* One\n* Two", "  One\n  Two"),
        (
            "Suva, 9 May 90 (XYZ) -- [Report] [Text] Ann left.",
            "Suva, 9 May 90 (XYZ) -- " + 16 * " " + "Ann left.",
        ),
        ("Suva, 9 May 90 (XYZ) -- [Ann Lee] left. It was [text] so.", None),
        (
            "The ferry was late on\nMonday, and then it\nsank.",
            "The ferry was late on Monday, and then it sank.",
        ),
        # left as they are
        ("If a < b and b > c, 3 * 4 * 5 is 60.", None),
        ("It is 5*6 and [sic] (so).", None),
        ("- Ann Lee", None),
        ("Ferry sinks\nAnn Lee left on Monday.", None),
        ("Roses are red.\nViolets are blue.", None),
        ("<unknown>One</unknown>", None),
        ("", None),
    ],
)
def test_prose(text: str, prose: str | None) -> None:
    assert as_prose(text) == (text if prose is None else prose)


@given(
    st.lists(
        st.sampled_from(["<b>", "</p>", "*", "**", "a", "B.", "[a](/b)", "\n", " ", "- ", "“", "<"])
    ).map("".join)
)
def test_prose_has_the_length_of_its_text(text: str) -> None:
    prose = as_prose(text)
    assert len(prose) == len(text)
    assert all(new in (old, " ", "\n") for old, new in zip(text, prose, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        '<p>"We wait for the tide," said <b>Ann Lee</b>, the mayor.</p>',
        '**Ann Lee**, the mayor, said: *"We wait for the tide."*',
        'Ann\nLee, the mayor, said on Monday that it was\ncold. "We wait for the\ntide," she said.',
        '* Bo Tarr left.\n* Ann Lee: "We wait for the tide."',
    ],
)
def test_who_speaks_in_them(text: str) -> None:
    (quote,) = found(text).quotes
    assert quote.speaker is not None
    assert quote.speaker.name == "Ann Lee"


def test_an_item_of_a_list_is_no_heading() -> None:
    claims = found("Key points:\n• Ann Lee said the pier was shut\n• Bo Tarr wants it open").claims
    assert [claim.claimant for claim in claims] == ["Ann Lee"]
