"""What happened across articles: one event of several reports, and what must stay two."""

import pytest

from dossier.assembly.across.spans import apart_by, days_of
from dossier.assembly.across.support import support
from dossier.assembly.across.what import _other
from dossier.seeds.settings import Settings
from dossier.site.pages import make_pages
from dossier.site.pages.composer import plain
from stories import dossier_of
from worded import event, fact

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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Lind was acquitted of theft in Keswick.", "Ada Lind was convicted of theft in Keswick."),
        ("Ada Lind was charged with theft in 2004.", "Ada Lind was charged with arson in 2005."),
        (
            "Ada Lind was arrested in Keswick in March. Ada Lind was arrested in Osterby in May.",
            "Ada Lind has been arrested for theft.",
        ),
        (
            "Norway has established diplomatic ties with Fiji, said Ada Lind of the Reed League. Otto Brandt "
            "was there.",
            "Tonga and Peru have established diplomatic ties, said Ada Lind of the Reed League. Otto Brandt "
            "was there.",
        ),
        (
            "The Reed League is suing Tarr Steel Corp, said Ada Lind.",
            "The Reed League is suing Lume Mining Corp, said Ada Lind.",
        ),
        (
            "Norway eased strict fishing restrictions on Sunday, said Ada Lind of the Reed League.",
            "The island has gradually eased strict fishing restrictions, said Ada Lind of the Reed League.",
        ),
    ],
    ids=["the other verdict", "the year before", "one of two", "ties of others", "suits", "words of titles"],
)
def test_what_befell_one_at_another_time_or_others_is_another_event(one, other):
    seen = " Otto Brandt and Emil Sander are bakers."
    told = events(("a", one + seen, "Post", "2024-05-04"), ("b", other + seen, "Echo", "2024-05-05"))
    assert [event for event in told if len({m.split(":")[0] for m in event.mentions}) > 1] == []


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


@pytest.mark.parametrize(("one", "other"), [("Tom Berg", "Ida Moss"), ("Tom Berg", "Ida Berg")])
def test_somebody_else_arrested_in_the_same_story_is_another_event(one, other):
    text = "Police arrested the banker {} in Keswick on Thursday. Ada Lind, a lawyer, protested."
    reports = [("a", text.format(one), "Post", "2024-01-05"), ("b", text.format(other), "Echo", "2024-01-05")]
    assert arrests(*reports) == [["a"], ["b"]]


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
        "Told in two articles of two outlets: a (Post, 4 May 2024), c ("
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


def test_each_reason_why_names_are_one_is_told_once():
    rain = [
        (name, "It rained in Fiji. Fiji closed a port.", "Post", f"2024-05-0{day}") for name, day in RAINS
    ]
    (page,) = (p for p in make_pages(dossier_of(*rain), Settings()) if p.path == "actors/fiji.md")
    (joined,) = (b for s in page.sections for b in s.blocks if b.type == "items" and b.style == "joined")
    (line,) = joined.items
    assert plain(line).startswith("Taken as one: the name of one state")


RAINS = (("a", 4), ("b", 5), ("c", 6))


def arrests(*articles):
    found = (event for event in dossier_of(*articles).events if event.type.value == "arrest")
    return sorted(told(event) for event in found)


ARREST = "Police arrested the baker Tom Berg in Keswick on Thursday. Ada Lind, his lawyer, protested."


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Baker arrested\n\nTom Berg, a baker, was arrested in Keswick on Thursday.", True),
        ("A baker was arrested on Monday.\n\nTom Berg, 41, was arrested at his shop, police said.", True),
        ("Tom Berg, 41, was arrested on Monday.\n\nA baker was arrested at his shop, police said.", False),
        ("A second man was arrested on Monday.\n\nTom Berg, 41, was arrested at his shop.", False),
        ("Two men were arrested on Monday.\n\nTom Berg was arrested at his shop.", False),
    ],
    ids=["the headline tells the text", "first without a name", "a newcomer", "a second one", "two men"],
)
def test_what_one_article_tells_twice_is_one_event(text, one):
    assert arrests(("a", text, "Post", "2024-01-05")) == [["a"]] * (1 if one else 2)


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("A Keswick baker was arrested on Thursday. Ada Lind, his lawyer, and Ida Moss protested.", True),
        ("A second man was arrested on Thursday. Ada Lind, his lawyer, and Ida Moss protested.", False),
        ("Police arrested two bakers on Thursday. Ada Lind, their lawyer, and Ida Moss protested.", False),
        ("Police arrested Ida Berg on Thursday. Ada Lind, her lawyer, and Ida Moss protested.", False),
    ],
    ids=["without a name", "a second one", "two", "a namesake by surname"],
)
def test_reports_of_one_story_tell_of_one_arrest_where_nothing_tells_them_apart(text, one):
    other = ("b", text, "Echo", "2024-01-05")
    article = ("a", f"{ARREST} Ida Moss, his neighbour, wept.", "Post", "2024-01-05")
    assert arrests(article, other) == ([["a", "b"]] if one else [["a"], ["b"]])


def test_whom_another_was_arrested_of_may_be_somebody_who_is_named_there():
    moss = ("c", "Police arrested the baker Ida Moss in Keswick on Thursday.", "Herald", "2024-01-05")
    unnamed = "A baker was arrested on Thursday. Ada Lind, a lawyer, spoke of Ida Moss and Tom Berg."
    found = arrests(("a", ARREST, "Post", "2024-01-05"), ("b", unnamed, "Echo", "2024-01-05"), moss)
    assert found == [["a"], ["b"], ["c"]]


@pytest.mark.parametrize(("age", "one"), [("59", True), ("34", False)], ids=["the same age", "another age"])
def test_an_age_tells_one_death_from_another(age, one):
    text = "A {}-year-old woman died on Friday. Ada Lind, a nurse, and Ida Moss, a neighbour, wept."
    deaths = [
        event
        for event in events(
            ("a", text.format("59"), "Post", "2024-01-05"), ("b", text.format(age), "Echo", "2024-01-05")
        )
        if event.type.value == "death"
    ]
    assert len(deaths) == (1 if one else 2)


def test_a_town_and_a_story_alone_make_no_event_of_two_where_an_article_tells_of_several():
    shelled = "A bomb destroyed a school in Keswick on Friday, killing 14. Ada Lind of the Reed League wept."
    others = (
        "Militants attacked a farm in Keswick, Ada Lind of the Reed League said. "
        "Gunmen bombed a mill in Suva on Monday."
    )
    bombings = [
        told(event)
        for event in events(("a", shelled, "Post", "2024-05-04"), ("b", others, "Echo", "2024-05-04"))
        if event.type.value == "attack"
    ]
    assert ["a", "b"] not in bombings
    assert ["a"] in bombings


@pytest.mark.parametrize(
    ("kind", "one", "other", "days", "joined"),
    [
        (
            "attack",
            "Three boys died when a shell hit a school in Keswick. Gunmen bombed a mill in Suva on Monday.",
            "Three people were killed on Friday when a bomb destroyed a school. "
            "Militants attacked a farm in Osterby.",
            ("2024-05-04", "2024-05-04"),
            False,
        ),
        (
            "resignation",
            "The Reed League fired Emil Sander.",
            "Emil Sander has been fired.",
            ("2024-05-04", "2026-01-05"),
            False,
        ),
        (
            "resignation",
            "The Reed League fired Emil Sander.",
            "Emil Sander has been fired.",
            ("2024-05-04", "2024-05-05"),
            True,
        ),
        (
            "resignation",
            "The Reed League fired Emil Sander on 2 May 2024.",
            "Emil Sander was fired on 2 May 2024.",
            ("2024-05-04", "2026-01-05"),
            True,
        ),
        ("death", "Emil Sander died.", "Emil Sander has died.", ("2024-05-04", "2026-01-05"), True),
        (
            "sentence",
            "Emil Sander was sentenced to five years in prison. Tom Berg was sentenced in 1959.",
            "The baker Emil Sander was sentenced to twelve years.",
            ("2024-05-04", "2024-05-05"),
            False,
        ),
    ],
    ids=["schools", "years later", "a day later", "one day years later", "a death", "one of two sentences"],
)
def test_what_may_have_happened_again_is_asked_and_not_joined(kind, one, other, days, joined):
    seen = " Otto Brandt, a nurse, and Ida Moss, a smith, saw Ada Lind of the Reed League."
    made = dossier_of(("a", one + seen, "Post", days[0]), ("b", other + seen, "Echo", days[1]))
    found = [told(event) for event in made.events if event.type.value == kind]
    assert (["a", "b"] in found) is joined
    assert {"a", "b"} <= {article for each in found for article in each}


def test_who_wins_one_match_and_loses_the_other_played_two():
    seen = " Otto Brandt, a nurse, and Ida Moss, a smith, saw it."
    one = "On Monday Fiji beat Kenya 6-0 in Suva." + seen
    found = [
        [
            told(event)
            for event in events(("a", one, "Post", "2024-05-04"), ("b", other + seen, "Echo", "2024-05-04"))
            if event.type.value == "match"
        ]
        for other in (
            "Fiji were beaten 6-0 in Suva on Monday by Norway.",
            "Kenya were beaten 6-0 in Suva on Monday by Fiji.",
        )
    ]
    assert [sorted(each) for each in found] == [[["a"], ["b"]], [["a", "b"]]]


@pytest.mark.parametrize(
    ("where", "witness", "one"),
    [
        ("Fiji", "Ada Lind, a nurse, and Ida Moss", True),
        ("Tonga", "Ada Lind, a nurse, and Ida Moss", False),
        ("Fiji", "Reuters and the BBC", False),
    ],
    ids=["one story", "another country", "the agencies alone"],
)
def test_leads_of_one_story_tell_of_one_killing(where, witness, one):
    first = f"Gunmen killed a teacher in eastern Fiji, police said. {witness} spoke at the school."
    second = f"A teacher was shot dead in {where}, police said. {witness} told of it."
    found = groups(("a", first, "Post", "2024-05-04"), ("b", second, "Echo", "2024-05-04"))
    killings = [each for each in found if each != []]
    assert (["a", "b"] in killings) is one


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ("Otto Brandt flew to Nairobi, where he met Ida Moss.", 2),
        ("Ada Lind met Ida Moss in Nairobi for an hour.", 1),
    ],
    ids=["with another", "the same two"],
)
def test_who_meets_the_same_one_meets_him_another_time(second, count):
    first = "Ada Lind led a group to Nairobi, where she met Ida Moss."
    found = [
        event
        for event in events(("a", f"{first} It rained.\n\n{second}", "Post", "2024-05-04"))
        if event.type.value == "meeting"
    ]
    assert len(found) == count


@pytest.mark.parametrize(
    "articles",
    [
        (
            "Prime Minister Ada Lind on Monday received Port Minister Ida Moss in Nairobi.\n\n"
            "Also on Monday, Trade Minister Otto Brandt met with Moss at the ministry.",
        ),
        ("Ada Lind met Ida Moss in Nairobi on Monday.", "Otto Brandt met Ida Moss in Nairobi on Monday."),
    ],
)
def test_two_who_meet_the_same_one_on_one_day_have_not_met(articles):
    told = [(f"n{at}", text, "P", "2024-05-31") for at, text in enumerate(articles)]
    dossier = dossier_of(*told)
    assert [event.type.value for event in dossier.events] == ["meeting", "meeting"]
    met = {(str(tie.subject), str(tie.object)) for tie in dossier.relations if tie.predicate == "met"}
    assert not met & {("ada-lind", "otto-brandt"), ("otto-brandt", "ada-lind")}


def test_a_meeting_of_one_day_told_twice_is_one():
    first = ("one", "Ada Lind met Ida Moss in Nairobi on Monday.", "P", "2024-05-31")
    second = ("two", "Ida Moss met Ada Lind and Otto Brandt in Nairobi on Monday.", "Q", "2024-05-31")
    assert len(dossier_of(first, second).events) == 1


@pytest.mark.parametrize(
    ("second", "count"),
    [
        (
            "Otto Brandt came to Fiji in 1980. Four years earlier he won the election against Ada Lind.",
            2,
        ),
        ("Otto Brandt came to Fiji in 1980. Otto Brandt won the election in Fiji in 1976.", 2),
    ],
)
def test_an_election_without_a_title_whose_year_is_inferred_joins_none_of_another_article(second, count):
    first = "Ada Lind came to Fiji in 1972. Four years later Ada Lind lost the election to Otto Brandt."
    dossier = dossier_of(("a", first, "P", "2024-05-31"), ("b", second, "Q", "2024-05-31"))
    assert len([event for event in dossier.events if event.type.value == "election"]) == count


def test_elections_of_a_day_that_two_articles_give_are_one():
    told = "Otto Brandt won the election in Fiji on May 3, 1976. Ada Lind came second."
    dossier = dossier_of(("a", told, "P", "2024-05-31"), ("b", told, "Q", "2024-05-31"))
    assert len([event for event in dossier.events if event.type.value == "election"]) == 1


def test_a_press_conference_of_others_is_another():
    text = "Mayor {} held a press conference in Keswick on Friday after the trial of Tom Berg. Ida Moss wept."
    found = [
        told(event)
        for event in events(
            ("a", text.format("Ada Lind"), "Post", "2024-05-04"),
            ("b", text.format("Otto Brandt"), "Echo", "2024-05-04"),
        )
        if event.type.value == "press_conference"
    ]
    assert sorted(found) == [["a"], ["b"]]


def test_an_aftershock_is_no_earthquake_and_a_great_one_no_small_one():
    text = "A {} struck Keswick on Friday, the mayor Ada Lind said. Ida Moss, a teacher, was hurt."
    reports = ("5.9 magnitude earthquake", "5.6 magnitude earthquake", "7.8 magnitude earthquake")
    told_of = [
        (str(n), text.format(what), "Post", "2024-05-04") for n, what in enumerate((*reports, "second quake"))
    ]
    found = [told(event) for event in events(*told_of) if event.type.value == "disaster"]
    assert sorted(found) == [["0", "1"], ["2"], ["3"]]


def test_one_killing_told_in_three_articles_is_one_event():
    (killing,) = events(
        ("a", "A bomb killed the envoy Tom Berg at Suva Airport on Thursday.", "Post", "2024-01-05"),
        ("b", "The envoy Tom Berg was killed in an airstrike last week. Fiji mourns.", "Echo", "2024-01-08"),
        ("c", "The killing of the envoy Tom Berg in January changed Fiji.", "Herald", "2024-07-02"),
    )
    assert told(killing) == ["a", "b", "c"]
    assert [date.value.as_reported for date in (killing.date, *killing.further_dates)] == [
        "Thursday",
        "January",
        "last week",
    ]


def test_a_toll_that_is_only_bounded_above_is_compared_as_none():
    text = "Up to {} people were killed in a bombing in Keswick on Friday, police said."
    one, other = (
        ("a", text.format(14), "Post", "2024-05-04"),
        ("b", text.format(15), "Herald", "2024-05-05"),
    )
    assert groups(one, other) == [["a", "b"]]


@pytest.mark.parametrize(
    ("wholes", "whole"),
    [
        ((None, "visit"), "visit"),
        (("made", "visit"), "visit"),
        (("visit", "talks"), "visit"),
        ((None, "made"), None),
    ],
)
def test_one_event_is_part_of_what_any_report_says_and_never_of_itself(wholes, whole):
    reports = [event("visit", "Visit", part_of=fact(each) if each else None) for each in wholes]
    found = _other(reports, "part_of", {"made"})
    assert (found and found.value) == whole
