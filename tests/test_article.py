import pytest

from dossier.reading.text.article import read_article


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("SUVA, Fiji – The ferry left.", "SUVA, Fiji"),
        ("SUVA (Reuters) - The ferry left.", "SUVA (Reuters)"),
        ("SUVA, July 25 (UPI) — The ferry left.", "SUVA, July 25 (UPI)"),
        ("Suva, 26 Aug 88 (Domestic Service) -- The ferry left.", "Suva, 26 Aug 88 (Domestic Service)"),
        ("Port of Spain/Suva — The ferry left.", "Port of Spain/Suva"),
        ("Suva City (November 25, 2021): The ferry left.", "Suva City (November 25, 2021)"),
        ("ÉVORA, Portugal – The ferry left.", "ÉVORA, Portugal"),
        ("ŁÓDŹ: The ferry left.", "ŁÓDŹ"),
        ("E\u0301VORA, Portugal – The ferry left.", "E\u0301VORA, Portugal"),
        ("élan – the ferry has it.", None),
        ("Ana Lee (25): The ferry left.", None),
        ("The ferry left – late.", None),
        ("Suva-based ferries left.", None),
        ("In Suva, the ferry – an old one – left.", None),
        ("", None),
        ("Suva, 3 may 89 (Wire - EFE) -- [Text] Guards denied it.", "Suva, 3 may 89 (Wire - EFE)"),
    ],
)
def test_dateline(text, dateline):
    article = read_article(text, id="a")
    assert (article.text.slice(article.dateline) if article.dateline else None) == dateline


def test_parts_of_an_article():
    text = (
        "Ferry leaves\n\nIt was late.\n\nSUVA – The ferry left.\n\n‘Very late’\n\n“We wait,” said Ana.\n\n"
        "Where next\n\nBen Writer is our correspondent.\n\nSource: The Courier\n\n"
        "Correction: Ben Writer wrote of a harbour. It is a port."
    )
    article = read_article(text, id="a", title="Ferry leaves", author=("Ben Writer",))
    assert article.kinds == (
        "headline", "standfirst", "paragraph", "heading", "paragraph", "heading", "note", "note", "note",
    )  # fmt: skip
    assert [article.label(i) for i in range(8)] == ["h", "s", "1", "x", "2", "x", "3", "4"]


def test_a_text_may_have_no_headline():
    article = read_article("The ferry left at noon on Monday.\n\nIt was late.", id="a")
    assert article.kinds == ("paragraph", "paragraph")
    assert [article.label(at) for at in (0, 1)] == ["1", "2"]


def test_a_known_standfirst_is_told_from_a_paragraph():
    article = read_article("Ferry leaves\n\nIt was late.\n\nAna left.", id="a", standfirst="It was late.")
    assert article.kinds == ("headline", "standfirst", "paragraph")


def test_a_dateline_behind_a_picture_s_caption():
    text = "Ferry leaves\n\nFILE PHOTO: A ferry.\n\nWire/Ana Lee\n\nSUVA (Wire) - The ferry left."
    article = read_article(text, id="a", title="Ferry leaves")
    assert article.text.slice(article.dateline) == "SUVA (Wire)"
