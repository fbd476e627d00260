"""The pages by topic: what belongs to one, from when on there are any, and what they tell."""

import pytest

from dossier.seeds.settings import Settings
from dossier.site.pages import make_pages, topics
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.composer import plain
from dossier.vocabularies import event_types
from stories import dossier_of

ARTICLES = (
    (
        "a",
        "At least 14 people were killed in a bombing in Keswick on Friday. "
        "Ada Lind blamed the Reed Circle for the bombing.",
        "Post",
        "2024-05-04",
    ),
    ("b", "Gunmen killed the teacher Emil Sander in Suva on Monday, police said.", "Echo", "2024-05-07"),
    ("c", "Gunmen kidnapped two nurses in Melbourne on Monday.", "Echo", "2024-06-05"),
    ("d", "Police arrested Otto Brandt in Suva on Friday.", "Herald", "2024-06-08"),
)


@pytest.fixture
def pages(monkeypatch):
    monkeypatch.setattr(topics, "_ARTICLES", len(ARTICLES))
    return {page.path: page for page in make_pages(dossier_of(*ARTICLES), Settings())}


def told(page):
    return {
        section.id: [plain(item) for block in section.blocks if block.type == "items" for item in block.items]
        for section in page.sections
    }


def test_a_topic_tells_what_happened_where_who_is_blamed_and_in_which_articles(pages):
    page = pages["topics/violence.md"]
    found = told(page)
    assert plain(page.blocks[0].parts) == "Three events, told in three articles of this dossier."
    assert [line for line in found["happened"] if "14 people were killed in a bombing in Keswick" in line]
    assert len(found["happened"]) == 3
    assert "Otto Brandt" not in str(found)
    assert [line for line in found["who-says"] if "Reed Circle" in line]
    assert found["articles"][0].startswith("c – Echo, 5 June 2024")
    assert {line.partition(":")[0] for line in found["places"]} == {"Keswick", "Suva", "Melbourne"}


def test_the_way_to_a_topic_leads_through_all_statements(pages):
    assert pages["topics/violence.md"].within == "explore/"


def test_too_little_makes_no_topic(pages):
    assert [path for path in pages if path.startswith("topics/")] == ["topics/violence.md"]


def test_the_home_page_leads_to_the_topics(pages):
    (section,) = (section for section in pages["index.md"].sections if section.id == "topics")
    (tiles,) = section.blocks
    assert [(tile.href, tile.title) for tile in tiles.tiles] == [
        ("topics/violence/", "Attacks and armed conflict")
    ]


def test_few_articles_have_no_topics():
    paths = [page.path for page in make_pages(dossier_of(*ARTICLES), Settings())]
    assert not [path for path in paths if path.startswith("topics/")]


def test_every_type_of_event_has_a_topic_or_none_by_intent():
    without = {
        "agreement",
        "announcement",
        "award",
        "birth",
        "cancellation",
        "discovery",
        "founding",
        "gathering",
        "illness",
        "interview",
        "match",
        "other",
        "planned",
        "publication",
    }
    without |= {"press_conference", "statement"}
    assert set(event_types()) - without == set().union(*(t.events for t in topics.listed().values()))


def test_who_is_blamed_for_what_most_is_known_of_stands_first():
    texts = [
        ("Gunmen attacked a mill in Tarn on Monday. Ada Lind blamed the Pine League for the attack.", "Post"),
        (ARTICLES[0][1], "Echo"),
    ]
    for order in (texts, texts[::-1]):
        dossier = dossier_of(*((f"a{n}", *each, "2024-05-04") for n, each in enumerate(order)))
        claims = topics._claims(Catalogue(dossier), dossier.events)
        told = [claim.target_as_reported.value for claim in claims if claim.target_as_reported]
        assert told == ["Reed Circle", "Pine League"]
