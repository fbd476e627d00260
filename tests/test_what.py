"""What happened across articles: one event of several reports, and what must stay two."""

import pytest

from dossier.assembly.across.spans import apart_by, days_of
from dossier.assembly.across.support import support
from dossier.seeds.settings import Settings
from dossier.site.pages import make_pages
from dossier.site.pages.composer import plain
from stories import dossier_of

FIRST = (
    "a",
    "At least 14 people were killed in a bombing in Keswick on Friday, police said.",
    "Post",
    "2024-05-04",
)
THIRD = (
    "c",
    "Police said that at least 14 people were killed in a bombing in Keswick on Friday. Ada Lind blamed "
    "the Reed Circle for the bombing.",
    "Herald",
    "2024-05-05",
)


def events(*articles, **authorities):
    return dossier_of(*articles, **authorities).events


def told(event):
    return sorted({mention.split(":")[0] for mention in event.mentions})


def groups(*articles, **authorities):
    return sorted(told(event) for event in events(*articles, **authorities))


def test_one_bombing_of_two_outlets_is_one_event_with_both_reports():
    (event,) = events(FIRST, THIRD)
    assert told(event) == ["a", "c"]
    assert (event.date.value.edtf, event.place.value) == ("2024-05-03", "keswick")
    assert [date.value.edtf for date in event.further_dates] == ["2024-05-03"]
    (join,) = event.joined
    assert join.articles == ("a", "c")
    assert "it happened in Keswick" in join.because
    assert "it happened on the same day" in join.because


def test_figures_stand_together_the_latest_first():
    later = ("c", "At least 26 people were killed in a bombing in Keswick on Friday.", "Herald", "2024-05-06")
    (event,) = events(FIRST, later)
    assert told(event) == ["a", "c"]
    assert [fact.value.as_reported for fact in event.casualties] == [
        "At least 26 people",
        "At least 14 people",
    ]


def test_claims_and_denials_of_all_articles_are_about_the_one_event():
    dossier = dossier_of(FIRST, THIRD)
    (event,) = dossier.events
    about = {claim.kind.value: claim.about.value for claim in dossier.claims if claim.about}
    assert about["responsibility_blamed"] == event.id


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("At least 14 people were killed in a bombing in Keswick on Monday, police said.", "2024-05-07"),
        ("At least 14 people were killed in a bombing in Melbourne on Friday, police said.", "2024-05-04"),
        ("At least 14 people were killed in a bombing in Keswick on Friday, police said.", "2024-06-08"),
        ("Gunmen kidnapped 14 people in Keswick on Friday, police said.", "2024-05-04"),
    ],
    ids=["another day", "another town", "another month", "another deed"],
)
def test_another_act_is_another_event(text, published):
    assert groups(FIRST, ("x", text, "Echo", published)) == [["a"], ["x"]]


def test_what_the_same_person_suffered_is_one_event_under_any_wording():
    dossier = dossier_of(
        (
            "a",
            "Police arrested the banker Tom Berg in Keswick on Thursday. Ada Lind, his lawyer, spoke.",
            "Post",
            "2024-01-05",
        ),
        (
            "b",
            "Tom Berg was arrested last week. “He is ill,” said Ada Lind, his lawyer.",
            "Echo",
            "2024-01-08",
        ),
    )
    (arrest,) = (event for event in dossier.events if event.type.value == "arrest")
    assert told(arrest) == ["a", "b"]
    assert arrest.joined[0].because[0] == "it happened to Tom Berg"


def test_somebody_else_arrested_in_the_same_story_is_another_event():
    dossier = dossier_of(
        (
            "a",
            "Police arrested the banker Tom Berg in Keswick on Thursday. Ada Lind, his lawyer, protested.",
            "Post",
            "2024-01-05",
        ),
        (
            "b",
            "Police arrested the baker Ida Moss in Keswick on Thursday. Ada Lind, her lawyer, protested.",
            "Echo",
            "2024-01-05",
        ),
    )
    arrests = [told(event) for event in dossier.events if event.type.value == "arrest"]
    assert sorted(arrests) == [["a"], ["b"]]


def test_an_editor_decides_of_events_too():
    between = [
        {"article": "a", "words": "a bombing in Keswick"},
        {"article": "c", "words": "a bombing in Keswick"},
    ]
    assert len(groups(FIRST, THIRD)) == 1
    apart = dossier_of(FIRST, THIRD, different=[{"section": "events", "between": between}])
    assert len(apart.events) == 2
    assert not [doubt for doubt in apart.doubts if "bombing" in doubt.records[0]]


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("2024-05-03", "2024-05-03", 0),
        ("2024-05-03", "2024-05-05", 2),
        ("2024-05", "2024-05-31", 0),
        ("[2024-05-01..2024-05-07]", "2024-05-09", 2),
        ("2024", "2025-01-01", 1),
        ("2024-05-03~", "2024-05", 0),
    ],
)
def test_days_between_two_dates(one, other, days):
    assert apart_by(days_of(one), days_of(other)) == days
    assert apart_by(days_of(other), days_of(one)) == days


@pytest.mark.parametrize("edtf", ["[..2024-05-03]", "2024-21", "", "198X"])
def test_a_date_without_bounds_has_no_days(edtf):
    assert days_of(edtf) is None


def test_a_sentence_printed_twice_is_one_source():
    text = "A bombing in Keswick on Friday killed 26 people, police said."
    dossier = dossier_of(
        ("a", text, "Post", "2024-05-04"),
        ("b", text, "Echo", "2024-05-04"),
        (*FIRST[:2], *FIRST[2:])[:0] or THIRD,
    )
    articles = {article.id: article for article in dossier.articles}
    rests = support(dossier.evidence, articles)
    assert rests.articles == ("a", "b", "c")
    assert rests.outlets == ("Post", "Echo", "Herald")
    assert rests.repeating == (("a", "b"),)
    assert rests.sources == 2


def test_no_source_is_given_another_articles_figures():
    later = ("c", "At least 26 people were killed in a bombing in Keswick on Friday.", "Herald", "2024-05-06")
    dossier = dossier_of(FIRST, later)
    (page,) = (page for page in make_pages(dossier, Settings()) if page.path.startswith("events/bombing"))
    lead = next(plain(block.parts) for block in page.blocks if block.type == "paragraph")
    assert "26 people" in lead
    assert "police" not in lead
    (facts,) = (block for block in page.blocks if block.type == "infobox")
    rows = {row.label: [plain(value) for value in row.values] for row in facts.rows}
    assert ["Herald, 6 May 2024" in toll for toll in rows["Casualties as worded"]] == [True, False]
    assert ["police" in toll for toll in rows["Casualties as worded"]] == [False, True]
    (section,) = (section for section in page.sections if section.id == "across")
    assert plain(section.blocks[0].parts).startswith(
        "Told in 2 articles of 2 outlets: a (Post, 4 May 2024), c ("
    )


def across_of(dossier, path):
    (page,) = (page for page in make_pages(dossier, Settings()) if page.path == path)
    return [
        plain(b.parts) for s in page.sections if s.id == "across" for b in s.blocks if b.type == "paragraph"
    ]


def test_what_comes_from_one_article_alone_is_told_where_there_are_several():
    other = ("b", "Gunmen kidnapped a nurse in Melbourne on Monday.", "Echo", "2024-06-05")
    path = "events/bombing-in-keswick.md"
    assert across_of(dossier_of(FIRST, other), path) == ["Told in one article only: a (Post, 4 May 2024)."]
    assert across_of(dossier_of(FIRST), path) == []
