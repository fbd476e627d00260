"""What an import makes of what originals say under anybody's keys, and of lists and lines of any shape."""

import json

import pytest

from dossier.errors import DossierError
from dossier.seeds.importing.material import Block, Material
from dossier.seeds.importing.metadata import read_metadata
from dossier.seeds.importing.opening import read_opening
from dossier.seeds.importing.rows import read_json

SAID = {
    "a name in an object": ({"publisher": {"name": "Vale Times"}}, {"publisher": "Vale Times"}),
    "a title in an object": ({"publisher": {"title": "Vale Times"}}, {"publisher": "Vale Times"}),
    "its name before its title": (
        {"publisher": {"title": "Weekly", "name": "Vale Times"}},
        {"publisher": "Vale Times"},
    ),
    "an object without either": ({"publisher": {"logo": "x.png"}}, {}),
    "the first that says something": (
        {"publisher": [None, " ", {"title": "Vale Times"}, "Other"]},
        {"publisher": "Vale Times"},
    ),
    "all authors, each once": (
        {"author": ["By Jo Writer", {"name": "Al Roe"}, "Jo Writer", "https://vale.example/jo"]},
        {"author": "Jo Writer; Al Roe"},
    ),
    "a number is text, a truth is none": ({"headline": 1984, "publisher": True}, {"headline": "1984"}),
    "links are their words": (
        {"headline": "The [[ferry|old ferry]] and [the pier](p.html)"},
        {"headline": "The old ferry and the pier"},
    ),
    "an address of an object": (
        {"url": {"@id": "https://www.vale.example/a"}},
        {"url": "https://www.vale.example/a", "publisher": "vale.example"},
    ),
    "no address": ({"url": "see page 3"}, {}),
    "an archive's address": (
        {"url": "https://web.archive.org/web/20240531/https://vale.example/a", "publisher": "Vale Times"},
        {
            "url": "https://vale.example/a",
            "archivedAt": "https://web.archive.org/web/20240531/https://vale.example/a",
            "publisher": "Vale Times",
        },
    ),
    "a publisher is no address": (
        {"publisher": "https://vale.example", "site": "Vale"},
        {"publisher": "Vale"},
    ),
    "keys in any case, with blanks": ({"Date Published": "2024-05-31"}, {"datePublished": "2024-05-31"}),
    "a language": ({"lang": "en_GB"}, {"inLanguage": "en-GB"}),
    "the surest key": ({"name": "Name", "headline": "Headline"}, {"headline": "Headline"}),
    "the site behind a headline": (
        {"headline": "The ferry is sold | Vale Times", "publisher": "Vale Times"},
        {"headline": "The ferry is sold", "publisher": "Vale Times"},
    ),
    "another's name behind a headline": (
        {"headline": "The ferry is sold | Tarn", "publisher": "Vale Times"},
        {"headline": "The ferry is sold | Tarn", "publisher": "Vale Times"},
    ),
}


@pytest.mark.parametrize(("said", "values"), SAID.values(), ids=SAID)
def test_what_an_original_says_is_under_our_keys(said, values):
    assert read_metadata(said).values == values


def test_what_was_guessed_and_what_is_none_of_ours_is_told():
    known = read_metadata(
        {
            "published": "2024-05-31",
            "date": "2024-06-01",
            "pubDate": "2024-05-31T10:00",
            "url": "https://vale.example/a",
            "draft": True,
            "tags": ["ferry"],
            "image": None,
        }
    )
    assert known.guessed == (
        "datePublished: 2024-05-31, though date says 2024-06-01",
        "the original calls itself a draft, which may not be published yet",
        "publisher: vale.example, from the address",
    )
    assert (known.ignored, known.publisher_guessed) == (("draft", "tags"), True)


ONE, TWO = {"title": "A", "text": "The ferry sailed."}, {"title": "B", "content": "The pier burned."}
SHAPES = {
    "one": (ONE, ["The ferry sailed."]),
    "a list": ([ONE, TWO], ["The ferry sailed.", "The pier burned."]),
    "a list under a key": (
        {"status": "ok", "articles": [ONE, TWO]},
        ["The ferry sailed.", "The pier burned."],
    ),
    "the first of two such keys": ({"items": [ONE], "results": [TWO]}, ["The pier burned."]),
    "one with a list of its own": ({**ONE, "items": [TWO]}, ["The ferry sailed."]),
    "what is no object is no article": ([ONE, "x", 3], ["The ferry sailed."]),
    "neither text nor list": ({"error": "gone"}, ["its keys are error"]),
    "a key without a list": ({"data": "x"}, ["its keys are data"]),
    "a list of nothing": ({"articles": []}, ["no article is in this JSON"]),
    "no object at all": ("gone", ["no article is in this JSON"]),
}


@pytest.mark.parametrize(("data", "told"), SHAPES.values(), ids=SHAPES)
def test_articles_are_found_in_json_of_any_shape(data, told):
    found = list(read_json(json.dumps(data), "a.json"))
    assert len(found) == len(told)
    for each, words in zip(found, told, strict=True):
        assert isinstance(each, Material | DossierError)
        blocks = each.blocks if isinstance(each, Material) else ()
        assert words in (" ".join(block.text for block in blocks) if blocks else str(each))


FORMS = {"# ": ("heading", 1), "## ": ("heading", 2), "- ": ("item", 0)}


def lines(*texts):
    parts = [text.partition(" ") if f"{text.split()[0]} " in FORMS else ("", "", text) for text in texts]
    return [Block(text, *FORMS.get(f"{mark} ", ("paragraph", 0))) for mark, _, text in parts]


FERRY = "The ferry of Tarn was sold on Friday, the mayor said."
SHORT = ["headline: the first line, “Ferry sold”"]
OPENINGS = {
    "a heading": (["# Ferry sold", FERRY], "Ferry sold", [], [FERRY]),
    "a heading further down": (
        ["Vale Times", "# Ferry sold", FERRY],
        "Ferry sold",
        [],
        ["Vale Times", FERRY],
    ),
    "a short first line": (["Ferry sold", FERRY], "Ferry sold", SHORT, [FERRY]),
    "behind a date and who wrote it": (
        ["31 May 2024", "By Jo Writer", "Ferry sold", FERRY],
        "Ferry sold",
        SHORT,
        [FERRY],
    ),
    "a sentence is none": ([FERRY, "Old news"], None, [], [FERRY, "Old news"]),
    "words of somebody are none": (["“Sold at last”", FERRY], None, [], ["“Sold at last”", FERRY]),
    "a lower heading": (["## Ferry sold", FERRY], "Ferry sold", [], [FERRY]),
    "an item of a list is none": (["- Ferry sold", FERRY], None, [], ["Ferry sold", FERRY]),
    "one line alone is none": (["Ferry sold"], None, [], ["Ferry sold"]),
    "one word is none": (["Sold", FERRY], None, [], ["Sold", FERRY]),
}


@pytest.mark.parametrize(("texts", "headline", "guessed", "left"), OPENINGS.values(), ids=OPENINGS)
def test_a_headline_is_found_where_a_text_opens(texts, headline, guessed, left):
    found = read_opening(lines(*texts), None)
    assert (found.headline, list(found.guessed)) == (headline, guessed)
    assert [block.text for block in found.blocks] == ([headline] if headline else []) + left
    of_whom = ("31 May 2024", "Jo Writer") if "By Jo Writer" in texts else (None, None)
    assert (found.date, found.author) == of_whom
