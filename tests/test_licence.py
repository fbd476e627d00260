"""An open licence lifts the limit on republishing, and no other does."""

import html
import json
import re
from dataclasses import replace

import pytest

from dossier.assembly.assembling import assemble
from dossier.assembly.licences import is_open
from dossier.assembly.limits import measure
from dossier.build import build
from making import ARTICLE, RECORD, TEXT, authorities, source


@pytest.mark.parametrize(
    ("licence", "opens"),
    [
        ("CC BY 4.0", True),
        ("CC BY-SA 3.0 IGO", True),
        ("CC0 1.0", True),
        ("CC0", True),
        ("Creative Commons Attribution 4.0 International", True),
        ("https://creativecommons.org/licenses/by/4.0/", True),
        ("https://creativecommons.org/licenses/by-sa/4.0/deed.en", True),
        ("Public domain", True),
        ("Open Government Licence v3.0", True),
        ("CC BY-NC 4.0", False),
        ("CC BY-ND 4.0", False),
        ("CC BY-NC-SA", False),
        ("https://creativecommons.org/licenses/by-nc/4.0/", False),
        ("All rights reserved", False),
        ("by", False),
        (None, False),
    ],
)
def test_which_licences_are_open(licence, opens):
    assert is_open(licence) is opens


def shown(licence):
    record = RECORD.model_copy(update={"licence": licence})
    dossier = assemble((replace(source(), record=record),), authorities(), "authorities.yaml").shown()
    whole = [TEXT.casefold().replace(",", " ").replace(".", " ").split()]
    return dossier, measure(dossier, [ARTICLE], whole)[0]


def test_under_an_open_licence_every_passage_is_shown_in_full_and_nothing_is_too_much():
    dossier, measured = shown("CC BY 4.0")
    assert all(passage.exact for passage in dossier.evidence)
    assert measured.within_limits
    assert "no limit under CC BY 4.0" in str(measured)


@pytest.mark.parametrize("licence", [None, "CC BY-NC 4.0"])
def test_under_no_open_licence_the_limit_holds(licence):
    _, measured = shown(licence)
    assert measured.open_licence is None
    assert "limit 50%" in str(measured)


HEAD = "---\nheadline: Towns\npublisher: P\ndatePublished: 2024-05-30\nlicence: {}\n---\n"
NEWS = (
    "SUVA – Gunmen raided a checkpoint in Keswick on Thursday, killing three soldiers.\n\n"
    "The sea was calm [and grey](x) all week, and the ferry ran on time.\n\n"
    "“We will talk,” said Emil Sander, the mayor of Keswick."
)


def built(folder, licence, curation=""):
    (folder / "seeds").mkdir()
    (folder / "seeds/a.md").write_text(HEAD.format(licence) + NEWS, encoding="utf-8")
    (folder / "seeds/a.curation.yaml").write_text(curation, encoding="utf-8")
    build(folder / "seeds", folder / "docs")
    data = json.loads((folder / "docs/data/dossier.json").read_text(encoding="utf-8"))
    return data["articles"][0], (folder / "docs/articles/a.md").read_text(encoding="utf-8")


def test_under_an_open_licence_the_whole_text_is_published_with_its_facts_as_links(tmp_path):
    record, page = built(tmp_path, "CC BY 4.0")
    assert record["articleBody"] == NEWS
    text = page.partition("## The text")[2].partition("\n## ")[0]
    assert "and the ferry ran on time" in text
    assert "[and grey](x)" not in text, "the article's words are no markup"
    links = re.findall(r"\[([^\]]+)\]\((\.\./(?:events|quotes|claims)/[^)\s]+)", text)
    assert any("raided a checkpoint" in words and "/events/" in href for words, href in links)
    assert any("We will talk" in words and "/quotes/" in href for words, href in links)
    plain = html.unescape(re.sub(r"\[([^\]]+)\]\([^\s)]+ \"[^\"]*\"\)", r"\1", text))
    for paragraph in NEWS.split("\n\n"):
        assert paragraph in plain


def test_under_no_open_licence_no_text_is_published(tmp_path):
    record, page = built(tmp_path, "All rights reserved")
    assert "articleBody" not in record
    assert "## The text" not in page
    assert "The text itself is the publisher’s." in page
    assert "the ferry ran on time" not in page


def test_a_name_that_is_taken_down_is_taken_out_of_the_text_as_well(tmp_path):
    drop = "actors:\n- words: Emil Sander\n  drop: he asked\n  elsewhere: redact\n"
    record, page = built(tmp_path, "CC BY 4.0", drop)
    assert "Sander" not in record["articleBody"] + page
    assert "▇" in record["articleBody"]
