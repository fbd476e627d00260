"""The home page: what it tells first, on whose word, and what it falls back to."""

import pytest

from dossier.facts import EDITOR, EvidenceRef, Fact
from dossier.model import Event
from dossier.seeds.settings import Settings
from dossier.site.pages import make_pages
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.composer import plain
from dossier.site.pages.document import EditorMark, Mark
from dossier.site.pages.foreground import heads_an_agreement
from small_dossier import small_dossier
from worded import event, fact, on


def home(dossier, **settings):
    return make_pages(dossier, Settings(**settings))[0]


def lines(page, id):
    for section in page.sections:
        if section.id == id:
            return [plain(item) for block in section.blocks if block.type == "items" for item in block.items]
    return []


def meeting(number):
    passage = EvidenceRef(small_dossier().evidence[0].id)

    def fact(value):
        return Fact(value=value, read_by="rules", evidence=(passage,))

    day = f"2021-05-0{number}"
    date = {"as_reported": "then", "kind": "on", "precision": "day", "basis": "explicit", "rule": "x"}
    met = (("ada-berg", "participant"), ("sudland", "met"))
    return Event(
        id=f"meeting-{number}",
        type=fact("meeting"),
        title=fact("Meeting of Ada Berg with Sudland"),
        participants=tuple(fact({"actor": actor, "role": role}) for actor, role in met),
        date=fact({"edtf": day, **date}),
    )


def with_events(count):
    dossier = small_dossier()
    events = (*dossier.events, *(meeting(number) for number in range(1, count + 1)))
    return dossier.model_copy(update={"events": events})


def test_title_and_subtitle_come_from_the_settings():
    page = home(small_dossier(), title="A ferry for two", subtitle="Who agreed to what")
    assert page.title == "A ferry for two"
    assert page.description.startswith("Who agreed to what. This dossier is made from one news article")
    assert home(small_dossier()).title == "Dossier"


@pytest.mark.parametrize(
    ("subtitle", "lead"),
    [
        ("Who met whom", "Who met whom. This dossier is made from one news article"),
        (
            "This dossier tells who met whom.",
            "This dossier tells who met whom. It is made from one news article",
        ),
        ("this dossier tells who", "this dossier tells who. It is made from one news article"),
        ("Norland and Sudland met", "Norland and Sudland met. This dossier is made from one news article"),
        ("This dossiers’ list", "This dossiers’ list. This dossier is made from one news article"),
        (None, "This dossier is made from one news article"),
    ],
)
def test_what_it_is_made_of_goes_on_from_a_subtitle_about_it(subtitle, lead):
    assert home(small_dossier(), subtitle=subtitle).description.startswith(lead)


def test_with_several_articles_it_goes_on_the_same():
    dossier = small_dossier()
    articles = (dossier.articles[0], dossier.articles[0].model_copy(update={"id": "another"}))
    page = home(dossier.model_copy(update={"articles": articles}), subtitle="This dossier tells who met whom")
    assert "whom. It is made from two news articles, the latest" in page.description


@pytest.mark.parametrize(("meetings", "quotes"), [(1, True), (2, False)])
def test_with_fewer_than_three_dated_events_the_headline_is_quoted(meetings, quotes):
    page = home(with_events(meetings))
    section = next(section for section in page.sections if section.id == "happened")
    opening = [plain(block.parts) for block in section.blocks if block.type == "paragraph"]
    headline = "“Norland and Sudland to share a river ferry”, as The Norton Post put it on 9 June 2021."
    assert opening == ([headline] if quotes else [])


def test_what_happened_is_told_by_date_and_at_most_four_times():
    told = lines(home(with_events(6)), "happened")
    assert len(told) == 4
    days = [line.split(" on ")[1].split(" ")[0] for line in told if " on " in line and "met" in line]
    assert days == sorted(days)
    assert "At least three people were injured in an attack on a ferry in May 2021." in " ".join(told)


def test_what_was_agreed_and_what_is_disputed_is_worded_as_it_is():
    page = home(small_dossier())
    assert lines(page, "agreed")[0].startswith("Norland and Sudland agreed on a shared ferry.")
    assert lines(page, "disputed") == [
        "Sudland blamed Reed Circle for the attack on a ferry. Blame",
        "Reed Circle made a denial about the attack on a ferry, in the article’s words: “denied it”. Denial",
    ]
    assert "Reed Circle" not in " ".join(lines(page, "happened"))


def test_examples_of_queries_lead_to_the_search():
    examples = next(block for block in home(small_dossier()).blocks if block.style == "aka")
    links = [part.href for part in examples.parts if not isinstance(part, str)]
    assert len(links) == 3
    assert all(link.startswith("./?q=") and " " not in link for link in links)


def test_who_did_it_is_disputed_only_where_claims_contradict():
    dossier = small_dossier()
    alone = dossier.model_copy(update={"claims": dossier.claims[:1]})
    other = dossier.claims[0].model_copy(
        update={"id": "other", "target": meeting(1).participants[0].model_copy(update={"value": "ada-berg"})}
    )
    both = dossier.model_copy(update={"claims": (dossier.claims[0], other)})
    titles = {
        "disputed": [
            next(s.title for s in home(d).sections if s.id == "disputed") for d in (dossier, alone, both)
        ]
    }
    assert titles == {"disputed": ["What is disputed", "Who says who did it", "What is disputed"]}


@pytest.mark.parametrize(
    ("headline", "first"),
    [
        ("A shared ferry for Norland and Sudland", ["agreed", "happened"]),
        ("Attack on a ferry in May", ["happened", "agreed"]),
        ("Summer in Norton", ["happened", "agreed"]),
    ],
)
def test_what_the_headline_is_about_stands_first(headline, first):
    dossier = small_dossier()
    article = dossier.articles[0].model_copy(update={"headline": headline})
    order = [section.id for section in home(dossier.model_copy(update={"articles": (article,)})).sections]
    assert order[:4] == [first[0], "actors", first[1], "disputed"]


@pytest.mark.parametrize(("left_out", "heads"), [("events", True), ("agreements", False)])
def test_a_headline_heads_an_agreement_only_where_there_is_one(left_out, heads):
    dossier = small_dossier().model_copy(update={left_out: ()})
    assert heads_an_agreement(Catalogue(dossier)) is heads


def test_a_main_actor_is_told_by_what_it_did_where_the_page_does_not_tell_that_anyway():
    told = lines(home(small_dossier()), "actors")
    assert any(line.startswith("Norland") for line in told)
    dossier = small_dossier()
    shown = [dossier.agreements[1].model_copy(update={"id": f"pier-{number}"}) for number in range(6)]
    more = dossier.model_copy(update={"agreements": (*shown, dossier.agreements[0])})
    assert any(line.startswith("Norland and Sudland agreed on") for line in lines(home(more), "actors"))


def test_the_tile_of_places_counts_those_on_the_map():
    def tile(dossier):
        blocks = [block for section in home(dossier).sections for block in section.blocks]
        tiles = [tile for block in blocks if block.type == "tiles" for tile in block.tiles]
        return next(plain(tile.parts) for tile in tiles if "Place" in tile.title)

    dossier = small_dossier()
    assert tile(dossier) == "1 of them on the map"
    assert tile(dossier.model_copy(update={"places": dossier.places[:1]})) == "All on the map"
    assert tile(dossier.model_copy(update={"places": dossier.places[1:]})) == "Where it happened"


def test_a_claim_that_an_editor_tells_carries_here_the_mark_of_its_own_page():
    dossier = small_dossier()
    passage = (EvidenceRef(dossier.evidence[0].id),)
    told = Fact(value="Sudland blamed Norland.", read_by=EDITOR, source="knowledge", evidence=())
    blame = dossier.claims[0].model_copy(
        update={
            "kind": Fact(value="responsibility_blamed", read_by="rules", evidence=passage),
            "description": told,
            "evidence": passage,
        }
    )
    page = home(dossier.model_copy(update={"claims": (blame,)}))
    (line,) = [
        item
        for section in page.sections
        if section.id == "disputed"
        for block in section.blocks
        if block.type == "items"
        for item in block.items
    ]
    assert [type(part) for part in line if isinstance(part, Mark | EditorMark)] == [EditorMark]


def test_the_main_actors_stand_beside_what_comes_first_and_when_and_where_below():
    ids = [part.id for part in home(with_events(3)).sections]
    assert ids[:2] == ["happened", "actors"]
    assert ids.index("disputed") < ids.index("when-and-where") < ids.index("browse")


def test_the_home_page_draws_the_events_most_is_known_of_and_leads_to_all():
    pictured = next(part for part in home(with_events(12)).sections if part.id == "when-and-where")
    drawn = next(block for block in pictured.blocks if block.type == "scale")
    assert len(drawn.bars) == 8
    leading = next(block for block in pictured.blocks if block.type == "paragraph")
    assert "Timeline of all 14 events" in plain(leading.parts)


@pytest.mark.parametrize(
    ("meetings", "leading"),
    [(0, "Timeline"), (8, "Timeline of all nine events"), (200, "Timeline of 60 events")],
)
def test_the_way_to_the_timeline_says_how_many_events_it_tells(meetings, leading):
    dossier = with_events(3)
    many = [dossier.events[-1].model_copy(update={"id": f"meeting-{n}"}) for n in range(meetings)]
    dossier = dossier.model_copy(update={"events": (*dossier.events[:1], *many)})
    pictured = next(part for part in home(dossier).sections if part.id == "when-and-where")
    way = next(block for block in pictured.blocks if block.type == "paragraph")
    assert plain(way.parts) == f"{leading} · All places"


def test_without_dates_and_coordinates_there_is_no_picture():
    dossier = small_dossier()
    bare = dossier.model_copy(
        update={
            "events": tuple(event.model_copy(update={"date": None}) for event in dossier.events),
            "places": tuple(place.model_copy(update={"geo": None}) for place in dossier.places),
        }
    )
    assert "when-and-where" in [part.id for part in home(dossier).sections]
    assert "when-and-where" not in [part.id for part in home(bare).sections]


@pytest.mark.parametrize(
    ("edtf", "is_ahead"),
    [
        ("2021-06-09", True),  # the day of the article
        ("2021-06-10", True),
        ("2021-06", True),  # it may be later
        ("2021-06-08", False),
        ("2021-05", False),
        (None, False),
    ],
)
def test_a_plan_is_ahead_while_its_day_has_not_passed(edtf, is_ahead):
    dossier = small_dossier()
    assert max(article.datePublished.isoformat() for article in dossier.articles) == "2021-06-09"
    date = fact(on(edtf)) if edtf else None
    plan = event("planned", "Opening of a pier", date=date)
    page = home(dossier.model_copy(update={"events": (*dossier.events, plan)}))
    assert bool(lines(page, "to-come")) is is_ahead
    assert not any("pier" in line for line in lines(page, "happened"))
