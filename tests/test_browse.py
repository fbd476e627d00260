"""Tables to look through: what is a statement, in which order names stand, and parts where they are many."""

import re
from functools import partial
from itertools import pairwise
from xml.etree.ElementTree import fromstring

import pytest
from markdown import Markdown

from dossier.facts import ActorRef, Attribution, Fact
from dossier.model import Dossier, Participant
from dossier.site.files import make_files
from dossier.site.marks import MarksExtension
from dossier.site.pages import make_pages
from dossier.site.pages.browse import ROWS, parts_of
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.collation import _collator, filed_under, sort_key
from dossier.site.pages.composer import plain
from dossier.site.pages.document import Link
from dossier.site.pages.filing import filed_name
from dossier.site.pages.linker import Linker
from dossier.site.pages.statements import show, statements
from dossier.site.render import render
from small_dossier import ARTICLE, small_dossier
from test_scaling import GENEROUS, counted


def rows(dossier, path="explore.md"):
    """The table of a page, a dictionary a row."""
    page = next(page for page in make_pages(dossier) if page.path == path)
    table = next(block for block in page.sections[-1].blocks if block.type == "table")
    return [dict(zip(table.head, map(plain, row), strict=True)) for row in table.rows]


def test_a_statement_says_its_kind_whose_word_it_is_and_about_whom():
    told = {row["Statement"]: row for row in rows(small_dossier())}
    blame = next(row for text, row in told.items() if text.startswith("Sudland blamed"))
    assert (blame["Kind"], blame["Who says so"]) == ("Claim, blame", "Sudland")
    assert blame["About"] == "Reed Circle, Attack on a ferry"
    assert blame["Date"] == "Some time in May 2021"  # that of the event it is about
    assert blame["Paragraphs"] == "¶3"
    attack = next(row for row in told.values() if row["Kind"] == "Event, attack")
    assert attack["Who says so"] == ""
    assert "Reed Circle" not in attack["Statement"] + attack["About"]


def test_an_allegation_is_no_tie():
    """The small dossier's only relation is asserted by a claim."""
    assert not [row for row in rows(small_dossier()) if row["Kind"] == "Tie"]


@pytest.mark.parametrize(("taking_part", "ties"), [(("norland", "sudland"), 0), (("norland",), 1)])
def test_a_meeting_is_told_once(taking_part, ties):
    dossier = small_dossier()
    met = dossier.relations[0].model_copy(
        update={"subject": "norland", "object": "sudland", "predicate": "met", "claim": None}
    )
    title = dossier.events[0].title
    parties = [
        Fact(value=Participant(actor=ActorRef(id), role="x"), read_by="rules", evidence=title.evidence)
        for id in taking_part
    ]
    event = dossier.events[1].model_copy(update={"participants": tuple(parties)})
    changed = dossier.model_copy(update={"relations": (met,), "events": (dossier.events[0], event)})
    found = [one for one in statements(Catalogue(changed)) if one.of is met]
    assert len(found) == ties


def test_a_count_by_another_source_is_a_statement_of_its_own():
    dossier = small_dossier()
    attack = dossier.events[0]
    other = attack.casualties[0].model_copy(
        update={
            "value": attack.casualties[0].value.__class__(kind="injured", as_reported="five people", min=5),
            "according_to": (Attribution(actor="sudland"),),
        }
    )
    both = attack.model_copy(update={"casualties": (*attack.casualties, other)})
    catalogue = Catalogue(dossier.model_copy(update={"events": (both, *dossier.events[1:])}))
    linker = Linker(catalogue, "explore/")
    told = [show(linker, one) for one in statements(catalogue) if one.of is both]
    assert [plain(one.says) for one in told] == ["", "Sudland"]
    assert plain(told[1].told) == "Five people were injured in the attack on a ferry, according to Sudland."


def test_dated_statements_stand_first_by_date():
    dated = [bool(row["Date"]) for row in rows(small_dossier())]
    assert dated == sorted(dated, reverse=True)
    assert any(dated)
    assert not all(dated)


def test_a_column_of_outlets_stands_where_there_are_several():
    dossier = small_dossier()
    assert "Outlet" not in rows(dossier)[0]
    other = ARTICLE.model_copy(update={"id": "pier", "publisher": "The Sudland Mail"})
    both = dossier.model_copy(update={"articles": (ARTICLE, other)})
    assert {row["Outlet"] for row in rows(both)} == {"The Norton Post"}


@pytest.mark.parametrize(
    ("name", "short", "filed"),
    [
        ("Ada Berg", (), "Berg, Ada"),
        ("Ada van der Berg", (), "van der Berg, Ada"),
        ("Salim bin Rashid", (), "bin Rashid, Salim"),
        ("Lu Wenhai", ("Lu",), "Lu, Wenhai"),  # as the articles call him
        ("Ada Maria Berg", ("Maria Berg", "Berg"), "Maria Berg, Ada"),
        ("Ada Berg", ("Bergie",), "Berg, Ada"),
        ("Zezé", (), "Zezé"),
        ("Sister Zezé", (), "Sister Zezé"),  # a title is no family name
    ],
)
def test_a_person_is_filed_under_the_family_name(name, short, filed):
    assert filed_under(name, person=True, short_forms=short) == filed


def test_no_other_name_is_turned():
    assert filed_under("Reed Circle", short_forms=("Circle",)) == "Reed Circle"


def _many(count):
    """The small dossier with so many more actors, each called after its number."""
    dossier = small_dossier()
    first = dossier.actors[1]
    more = tuple(
        first.model_copy(
            update={
                "id": f"group-{number}",
                "name": first.name.model_copy(update={"value": f"{letter}group {number}"}),
                "aliases": (),
            }
        )
        for number in range(count)
        for letter in ["ÉFZ"[number % 3]]
    )
    return dossier.model_copy(update={"actors": (*dossier.actors, *more)})


def test_an_index_in_parts_has_each_name_once_and_letters_that_lead_to_it():
    pages = {page.path: page for page in make_pages(_many(2 * ROWS))}
    parts = [path for path in pages if "actors-" in path or path == "actors/index.md"]
    assert parts == ["actors/index.md", *(f"lists/actors-{n}.md" for n in range(2, len(parts) + 1))]
    tables = [pages[path].sections[-1].blocks[0] for path in parts]
    assert sum(len(table.rows) for table in tables) == 2 * ROWS + len(small_dossier().actors)
    names = [link.text for table in tables for row in table.rows for link in row[0] if isinstance(link, Link)]
    assert len(set(names)) == len(names)
    assert names.index("Égroup 0") < names.index("Fgroup 1") < names.index("Zgroup 2")
    letters = next(block for block in pages["actors/index.md"].blocks if block.style == "letters")
    assert [link.text for link in letters.parts if link != " "] == [*"BEFNRSZ"]
    last = [link.href.partition("#")[0] for link in letters.parts if link != " "][-1]
    rows = pages[last.replace("../lists", "lists").rstrip("/") + ".md"].sections[-1].blocks[0].rows
    assert any(row[0][0].id == "letter-z" for row in rows)


def test_statements_are_made_in_steps_in_proportion_to_meetings_and_events():
    dossier = small_dossier()
    event, tie = dossier.events[0], dossier.relations[0]
    took = []
    for many in (40, 160):
        events = tuple(event.model_copy(update={"id": f"event-{n}"}) for n in range(many))
        met = {"predicate": "met", "claim": None, "subject": "ada-berg", "object": "norland"}
        ties = tuple(tie.model_copy(update=met | {"id": f"tie-{n}"}) for n in range(many))
        catalogue = Catalogue(dossier.model_copy(update={"events": events, "relations": ties}))
        steps, _ = counted(partial(statements, catalogue))
        took.append(steps)
    assert took[1] <= GENEROUS * 4 * took[0]


@pytest.mark.parametrize("many", [1, 50, ROWS])
def test_a_short_list_has_one_part(many):
    assert parts_of([str(number) for number in range(many)]) == [0, many]
    assert parts_of([]) == [0, 0]


def test_what_comes_into_a_list_moves_no_row_but_those_around_it():
    keys = [f"name {number}" for number in range(2000)]
    before = {tuple(keys[first:stop]) for first, stop in pairwise(parts_of(keys))}
    sizes = [len(part) for part in before]
    assert sum(sizes) == len(keys)
    assert min(sorted(sizes)[1:]) >= 50
    assert max(sizes) <= 150
    assert len(sizes) > 15
    for at in range(0, 2000, 97):
        more = [*keys[:at], "another", *keys[at:]]
        parts = {tuple(more[first:stop]) for first, stop in pairwise(parts_of(more))}
        assert len(parts - before) <= 4


def test_of_a_longer_list_only_the_first_part_tells_how_many_there_are():
    one, other = ({page.path: page for page in make_pages(_many(2 * ROWS + more))} for more in (0, 1))
    path = "lists/actors-2.md"
    assert one["actors/index.md"].description != other["actors/index.md"].description
    assert one[path].description == other[path].description
    assert one[path].description == "This is part 2 of 2 of one list: all actors."


def test_every_link_of_the_parts_leads_somewhere():
    files = {path: data.decode() for path, data in make_files(_many(2 * ROWS)).items() if path[-3:] == ".md"}
    parts = {path for path in files if path.startswith("lists/actors-")}
    second = files["lists/actors-2.md"]
    assert "](../actors/index.md" in second
    assert all(f"](actors-{n}.md" in second for n in range(3, len(parts) + 2))
    for target in re.findall(r"\]\(\.\./(\w+/[\w-]+\.md)", second):
        assert target in files
    ways = re.findall(r"\]\(\.\./(lists/actors-\d\.md)#(letter-\w)\)", files["actors/index.md"])
    assert {path for path, _ in ways} <= parts
    assert ways
    assert all(f"{{: #{anchor} }}" in files[path] for path, anchor in ways)


def test_a_long_list_of_events_has_ways_in_by_year():
    dossier = small_dossier()
    first = next(event for event in dossier.events if event.date)
    dates = [f"{2003 - number // 90}-0{number % 9 + 1}" for number in range(2 * ROWS)] + ["[..2001-02]", None]
    dated = [
        first.model_copy(
            update={
                "id": f"event-{number}",
                "date": edtf
                and first.date.model_copy(
                    update={"value": first.date.value.model_copy(update={"kind": "during", "edtf": edtf})}
                ),
            }
        )
        for number, edtf in enumerate(dates)
    ]
    files = make_files(dossier.model_copy(update={"events": (*dossier.events, *dated)}))
    line = next(line for line in files["events/index.md"].decode().splitlines() if "[2002](" in line)
    ways = dict(re.findall(r"\[([\w ]+)\]\((\S+)\)", line))
    assert [way for way in ways if way < "2004" or not way.isdigit()] == [
        "Earlier",
        "2001",
        "2002",
        "2003",
        "No date",
    ]
    assert ways["2001"] == "#from-2001"
    assert ways["2003"].startswith("../lists/events-")
    for target in ways.values():
        path, anchor = target.split("#")
        page = files[path.removeprefix("../") or "events/index.md"].decode()
        assert page.count(f"{{: #{anchor} }}") == 1


def test_a_short_list_of_events_has_no_ways_in():
    pages = {page.path: page for page in make_pages(_many(2 * ROWS))}
    ways = {
        path: [block for block in pages[path].blocks if getattr(block, "style", "") == "letters"]
        for path in ("actors/index.md", "events/index.md")
    }
    assert {path: len(found) for path, found in ways.items()} == {"actors/index.md": 1, "events/index.md": 0}


def test_a_part_is_found_through_the_first_and_not_by_search_engines():
    pages = {page.path: page for page in make_pages(_many(2 * ROWS))}
    assert pages["actors/index.md"].listed
    assert not pages["lists/actors-2.md"].listed


def test_the_way_to_a_part_leads_through_the_first():
    pages = {page.path: page for page in make_pages(_many(2 * ROWS))}
    assert (pages["actors/index.md"].within, pages["lists/actors-2.md"].within) == (None, "actors/")
    assert "\nwithin: actors/\n" in render(pages["lists/actors-2.md"])


def test_nothing_to_list_is_said_and_no_table_drawn():
    for page in make_pages(Dossier()):
        assert not any(block.type == "table" for section in page.sections for block in section.blocks)
    actors = next(page for page in make_pages(Dossier()) if page.path == "actors/index.md")
    assert plain(actors.blocks[0].parts) == "This dossier names no actor yet."


def test_what_is_said_can_be_chosen_by_who_said_it_what_it_is_about_its_kind_place_and_date():
    page = next(page for page in make_pages(small_dossier()) if page.path.startswith("explore"))
    (table,) = (b for section in page.sections for b in section.blocks if b.type == "table")
    assert table.facets == ("Kind", "Who says so", "About", "Place", "Date")
    assert set(table.facets) < set(table.head)


def test_what_a_table_can_be_chosen_by_are_columns_of_it():
    tables = [
        block
        for page in make_pages(small_dossier())
        for blocks in (page.blocks, *(section.blocks for section in page.sections))
        for block in blocks
        if block.type == "table"
    ]
    assert {"About", "Speaker", "Who says so"} <= {name for table in tables for name in table.head}
    assert all(set(table.facets) <= set(table.head) for table in tables)


def test_explore_has_a_map_and_a_timeline_above_its_table():
    page = next(page for page in make_pages(small_dossier()) if page.path == "explore.md")
    assert [(each.id, each.title) for each in page.sections][:2] == [("map", "Map"), ("timeline", "Timeline")]


def test_other_spellings_are_no_short_forms_to_file_a_person_under():
    ada = next(actor for actor in small_dossier().actors if actor.id == "ada-berg")
    other = ada.aliases[0].model_copy(
        update={"value": ada.aliases[0].value.model_copy(update={"text": "Ada", "type": "spelling"})}
    )
    short = other.model_copy(update={"value": other.value.model_copy(update={"type": "short_form"})})
    with_one, with_other = (ada.model_copy(update={"aliases": (each,)}) for each in (short, other))
    assert filed_name(with_other) == "Berg, Ada"
    assert filed_name(with_one) != filed_name(with_other)


def test_one_event_is_not_listed_by_date():
    dossier = small_dossier()
    for events, listed in ((dossier.events, True), (dossier.events[:1], False)):
        pages = make_pages(dossier.model_copy(update={"events": events, "claims": (), "relations": ()}))
        page = next(page for page in pages if page.path == "events/index.md")
        assert (", listed by date" in plain(page.blocks[0].parts)) is listed


@pytest.mark.parametrize(
    ("text", "usual"),
    [
        ("", True),
        ("Änne Ørsted-Łęcka’s “ß” – 1", True),
        ("Ῥόδος, Київ, Ёлка", True),
        ("Hà Nội", True),
        ("a\u0338\u0301\u0327b", True),
        ("غزة", False),
        ("東京 and Kyōto", False),
        ("한국", False),
        ("A ⅻ 😀", False),
    ],
)
def test_names_are_sorted_by_the_default_table_of_which_only_what_is_usual_is_read(text, usual):
    _collator.cache_clear()
    sort_key.cache_clear()
    found = sort_key(text)
    assert _collator.cache_info().currsize == 1
    assert found == tuple(_collator(usual=False).sort_key(text))
    assert _collator.cache_info().currsize == 1 + usual


@pytest.mark.parametrize(
    ("comment", "attributes"),
    [
        ("table: Events", {}),
        ("table records: Events", {"class": "records"}),
        ("table records: Events | kind year", {"class": "records", "data-facets": "kind year"}),
    ],
)
def test_a_table_has_the_class_the_caption_and_the_filters_that_are_said_before_it(comment, attributes):
    lines = ["<!-- Written by dossier build -->", f"<!-- {comment} -->", "", "| Day |", "| --- |", "| May |"]
    page = Markdown(extensions=["tables", MarksExtension()]).convert("\n".join(lines))
    (table,) = fromstring(f"<main>{page}</main>").iter("table")
    assert dict(table.attrib) == attributes
    assert table.findtext("caption") == "Events"
