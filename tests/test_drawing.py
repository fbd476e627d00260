"""What is kept of drawn pages and measured files: the same bytes as without it, damaged ones made again."""

import gc
import json
import os
import shutil
import sqlite3
import weakref
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

import pytest

import dossier.assembly.standing
from dossier import beside as module
from dossier.assembly.limits import count, repeated_words
from dossier.assembly.published import pieces_of, texts_of_files
from dossier.assembly.standing import Standing
from dossier.build import build
from dossier.model import Dossier, Doubt, Join
from dossier.reading.digest_cache import DigestCache, digest, digest_of_bytes
from dossier.reading.text.article import read_article
from dossier.site.drawing import _ALL, _GROUPS, Drawer, _key
from dossier.site.feed import render_feed
from dossier.site.files import Files
from dossier.site.pages import plan_pages
from dossier.site.pages.answers import _OF_PASSAGES, _OF_RECORDS
from dossier.site.pages.document import Page
from dossier.site.stood import Group, Numbers, Questions, StoodPage, group_of, questions_of
from dossier.site.writer import write_files
from made_articles import made_articles
from small_dossier import small_dossier
from test_scaling import GENEROUS, counted, letters

BASE = small_dossier()


def drawn(dossier, drawer=None):
    drawings, answers = plan_pages(dossier)
    return {each.page.path: each for each in (drawer or Drawer()).draw(drawings, answers, {}, "")}


class Counted(Files):
    """Files that tell which of them were unpacked."""

    def __getitem__(self, path):
        self.unpacked.append(path)
        return super().__getitem__(path)


def test_a_page_whose_digest_is_known_is_unpacked_for_nobody_who_only_compares(tmp_path):
    drawer, found = Drawer(), {}
    for made in ("anew", "as it was kept"):
        drawings, answers = plan_pages(BASE)
        pages = drawer.draw(drawings, answers, {}, "")
        files = Counted({each.page.path: each for each in pages} | {"data.json": b"{}"})
        files.unpacked = []
        assert {path: files.digest(path) for path in files if path.endswith(".md")} == {
            each.page.path: digest_of_bytes(each.text) for each in pages
        }
        assert files.digest("data.json") is None
        standing = found.setdefault("standing", Standing())
        found[made] = standing.repeated(count(Dossier(), [ONE, OTHER]), files, {})
    assert (
        found["anew"]
        == found["as it was kept"]
        == repeated_words(count(Dossier(), [ONE, OTHER]), texts_of_files(files))
    )
    write_files(files, tmp_path)
    files.unpacked.clear()
    standing.repeated(count(Dossier(), [ONE, OTHER]), files, {})
    assert write_files(files, tmp_path).changed == ()
    assert set(files.unpacked) == {"data.json"}
    path = next(path for path in files if path.endswith(".md"))
    (tmp_path / path).write_bytes((tmp_path / path).read_bytes() + b"more")
    assert write_files(files, tmp_path).written == (path,)


def test_a_plan_of_pages_is_gone_with_whoever_held_it():
    gc.disable()  # it is as large as the dossier, and nothing looks for cycles while one is built
    try:
        drawings, answers = plan_pages(BASE)
        Drawer().draw(drawings, answers, {}, "")
        held = [weakref.ref(answers), weakref.ref(answers.catalogue)]
        del drawings, answers
        assert [each() for each in held] == [None, None]
    finally:
        gc.enable()


@pytest.fixture(scope="module")
def before():
    """A drawer that has drawn the dossier, and the digests it keeps."""
    drawer = Drawer()
    drawn(BASE, drawer)
    return drawer._kept.rows


def after(before, dossier):
    """What a drawer that knows the dossier as it was draws of it as it is, and the paths drawn anew."""
    drawer = Drawer()
    drawer._kept.rows = dict(before)
    return drawn(dossier, drawer), drawer.drawn


def renamed(record, words):
    name = "name" if hasattr(record, "name") else "title"
    return record.model_copy(update={name: getattr(record, name).model_copy(update={"value": words})})


def with_record(dossier, section, number, change):
    records = list(getattr(dossier, section))
    records[number] = change(records[number])
    return dossier.model_copy(update={section: tuple(records)})


def without(field):
    return lambda record: record.model_copy(update={field: type(record).model_fields[field].default})


def last_dropped(section):
    return lambda d: d.model_copy(update={section: getattr(d, section)[:-1]})


def joined(record):
    join = Join(articles=("ferry", "ferry"), passages=record.mentions[:1] * 2, because=("the same name",))
    return record.model_copy(update={"joined": (join,)})


CHANGES = {
    "nothing": lambda d: d,
    "an actor is called otherwise": lambda d: with_record(d, "actors", 0, lambda a: renamed(a, "Otto Quist")),
    "an actor is mentioned once less": lambda d: with_record(
        d, "actors", 1, lambda a: a.model_copy(update={"mentions": a.mentions[:-1]})
    ),
    "an actor has no role": lambda d: with_record(d, "actors", 0, without("roles")),
    "a place has no coordinate": lambda d: with_record(d, "places", 0, without("geo")),
    "a place is called otherwise": lambda d: with_record(d, "places", 0, lambda p: renamed(p, "Nordhaven")),
    "an event has no date": lambda d: with_record(d, "events", 0, without("date")),
    "an event has nobody hurt": lambda d: with_record(d, "events", 0, without("casualties")),
    "an event is called otherwise": lambda d: with_record(d, "events", 0, lambda e: renamed(e, "A storm")),
    "an agreement is called otherwise": lambda d: with_record(
        d, "agreements", 0, lambda a: renamed(a, "A truce")
    ),
    "a quotation has no speaker": lambda d: with_record(d, "quotes", 0, without("speaker")),
    "a claim has no target": lambda d: with_record(d, "claims", 0, without("target")),
    "no ties": lambda d: d.model_copy(update={"relations": ()}),
    "a doubt": lambda d: d.model_copy(
        update={
            "doubts": (
                Doubt(
                    id="doubt-1",
                    records=tuple(actor.id for actor in d.actors[:2]),
                    passages=tuple(actor.mentions[0] for actor in d.actors[:2]),
                    because=("the age",),
                    points=1.0,
                ),
            )
        }
    ),
    "an actor is joined of two": lambda d: with_record(d, "actors", 1, joined),
    "an actor is first mentioned elsewhere": lambda d: with_record(
        d, "actors", 3, lambda a: a.model_copy(update={"mentions": (*d.actors[1].mentions[:1], *a.mentions)})
    ),
    "one event less": last_dropped("events"),
    "one claim less": last_dropped("claims"),
    "one quotation less": last_dropped("quotes"),
    "two actors the other way round": lambda d: d.model_copy(
        update={"actors": (*d.actors[1::-1], *d.actors[2:])}
    ),
    "actors the other way round": lambda d: d.model_copy(update={"actors": d.actors[::-1]}),
    "events the other way round": lambda d: d.model_copy(update={"events": d.events[::-1]}),
    "another paper": lambda d: with_record(
        d, "articles", 0, lambda a: a.model_copy(update={"publisher": "The Other Post"})
    ),
    "another text": lambda d: with_record(
        d, "articles", 0, lambda a: a.model_copy(update={"sha256": "1" * 64})
    ),
    "passages shown shorter": lambda d: d.model_copy(
        update={
            "evidence": tuple(
                p if p.exact is None else p.model_copy(update={"exact": p.exact[:12]}) for p in d.evidence
            )
        }
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_pages_with_those_of_before_are_as_without(before, change):
    changed = change(BASE)
    assert (changed == BASE) == (change is CHANGES["nothing"])
    found, again = after(before, changed)
    fresh = drawn(changed)
    assert found.keys() == fresh.keys()
    assert [path for path in fresh if found[path].text != fresh[path].text] == []
    assert [path for path in fresh if _told(found[path]) != _told(fresh[path])] == []
    assert bool(again) == (change is not CHANGES["nothing"])


def _told(each):
    """What lists and the feed are made of."""
    page = each.page
    return (page.title, page.description, page.updated, page.listed, page.version, page.about, page.notices)


def test_only_pages_with_another_answer_are_drawn_again(before):
    changed = with_record(BASE, "articles", 0, lambda a: a.model_copy(update={"sha256": "1" * 64}))
    _, again = after(before, changed)
    assert f"articles/{BASE.articles[0].id}.md" in again
    assert not any(path.startswith(("actors/", "claims/", "events/", "lists/")) for path in again)


def test_what_joined_an_actor_is_asked_by_its_own_page_and_by_what_goes_through_all_actors(before):
    _, again = after(before, with_record(BASE, "actors", 1, joined))
    assert set(again) == {"index.md", "actors/index.md", f"actors/{BASE.actors[1].id}.md"}


@pytest.mark.parametrize(("section", "is_drawn"), [("claims", False), ("quotes", True), ("relations", False)])
def test_the_network_is_drawn_again_where_its_links_are_others(before, section, is_drawn):
    other = last_dropped(section)(BASE)
    found, again = after(before, other)
    assert again
    assert ("network.md" in again) == is_drawn
    assert found["network.md"].text == drawn(other)["network.md"].text


def test_who_makes_claims_is_not_asked_with_what_else_names_them(before):
    _, again = after(before, last_dropped("quotes")(BASE))
    assert "agreements/shared-ferry.md" in again
    assert not {"events/index.md", "events/statement-of-berg.md", "places/norton.md"} & {*again}


def test_who_holds_an_office_is_not_asked_with_all_that_is_told_beside(before):
    said = next(number for number, event in enumerate(BASE.events) if event.id == "statement-of-berg")
    beside = {"actors/sudland.md", "network.md", "quotes/quote-1.md"}
    _, again = after(before, with_record(BASE, "events", said, without("participants")))
    assert "events/statement-of-berg.md" in again
    assert not beside & {*again}
    date = next(event.date for event in BASE.events if event.date)
    before_it = date.value.model_copy(update={"edtf": "2020-03"})
    date = date.model_copy(update={"value": before_it, "evidence": BASE.events[said].title.evidence})
    dated = with_record(BASE, "events", said, lambda event: event.model_copy(update={"date": date}))
    found, again = after(before, dated)
    assert beside <= {*again}
    assert b"in June 2021" in drawn(BASE)["actors/sudland.md"].text
    assert b"in June 2021" not in found["actors/sudland.md"].text


@pytest.mark.parametrize(("passage", "is_drawn"), [("ferry:251-281", False), ("ferry:117-140", True)])
def test_a_claim_is_asked_for_by_the_event_in_whose_sentence_it_is_made(before, passage, is_drawn):
    claim = BASE.claims[0]
    claimant = claim.claimant.model_copy(update={"value": type(claim.claimant.value)("ada-berg")})
    more = claim.model_copy(
        update={"id": "claim-3", "claimant": claimant, "evidence": (type(claim.evidence[0])(passage),)}
    )
    claimed = BASE.model_copy(update={"claims": (*BASE.claims, more)})
    found, again = after(before, claimed)
    assert "actors/ada-berg.md" in again
    assert ("events/statement-of-berg.md" in again) == is_drawn
    fresh = drawn(claimed)
    assert [path for path in fresh if found[path].text != fresh[path].text] == []


def test_who_is_named_more_is_told_without_how_often():
    catalogue = plan_pages(BASE)[1].catalogue
    ids = [each.id for each in (*BASE.actors, *BASE.places)]
    ranks = catalogue.ranked_by_naming(ids)
    often = {id: len(catalogue.naming.get(id, ())) for id in ids}
    assert {(often[one] > often[other]) == (ranks[one] > ranks[other]) for one in ids for other in ids} == {
        True
    }
    assert catalogue.ranked_by_naming(["sudland"]) == {"sudland": 0}


@pytest.mark.parametrize("most", [0, 1])
def test_of_many_cited_articles_a_list_asks_no_more_than_that(most):
    catalogue = plan_pages(BASE)[1].catalogue
    assert catalogue.cited_articles(most) == ([BASE.articles[0].id] if most else None)


def test_how_likely_a_doubt_is_no_page_asks():
    drawer, doubted = Drawer(), CHANGES["a doubt"](BASE)
    drawn(doubted, drawer)
    (doubt,) = doubted.doubts
    for update, is_drawn in (({"points": 2.0}, False), ({"because": ("the name",)}, True)):
        other = doubted.model_copy(update={"doubts": (doubt.model_copy(update=update),)})
        found, again = after(drawer._kept.rows, other)
        assert bool(again) == is_drawn
        fresh = drawn(other)
        assert [path for path in fresh if found[path].text != fresh[path].text] == []


def test_a_page_is_drawn_again_for_another_day_or_other_settings(before):
    drawings, answers = plan_pages(BASE)
    for dates, common in ({"actors/reed-circle/": BASE.articles[0].datePublished}, ""), ({}, "other"):
        drawer = Drawer()
        drawer._kept.rows = dict(before)
        drawer.draw(drawings, answers, dates, common)
        assert "actors/reed-circle.md" in drawer.drawn
        assert ("index.md" in drawer.drawn) == bool(common)


def test_what_is_answered_before_it_is_asked_is_what_pages_ask():
    drawings, answers = plan_pages(BASE)
    with answers.catalogue.notes.listening() as asked:
        for drawing in drawings:
            drawing.make()
    about = {kind: {about for each, about in asked if each == kind} for kind, _ in asked}
    records, passages = {record.id for record in BASE.records()}, {each.id for each in BASE.evidence}
    for kind in _OF_RECORDS:
        assert len(about[kind] & records) > len(records) / 2, kind
    for kind in _OF_PASSAGES:
        assert len(about[kind] & passages) > len(passages) / 4, kind


def test_what_nobody_may_ask_has_no_answer():
    _, answers = plan_pages(BASE)
    with pytest.raises(KeyError):
        answers.digests("weather", ["today"])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="all is drawn here without fork")
def test_pages_that_another_process_drew_are_kept_as_those_drawn_here(monkeypatch):
    here, changed = Drawer(), with_record(BASE, "events", 0, lambda record: renamed(record, "A quiet day"))
    whole = drawn(BASE, here)
    again = after(here._kept.rows, changed)
    begun, fork = [], module.get_context
    monkeypatch.setattr(module, "is_able", lambda: True)
    monkeypatch.setattr(module, "get_context", lambda kind: begun.append(kind) or fork(kind))
    monkeypatch.setattr("dossier.site.drawing._AT_ONCE", 40)
    drawer = Drawer()
    assert drawn(BASE, drawer) == whole
    assert len(begun) == -(-len(whole) // 40)
    assert drawer._kept.rows.keys() == here._kept.rows.keys()
    assert after(drawer._kept.rows, BASE) == (whole, [])
    assert after(drawer._kept.rows, changed) == again
    assert 0 < len(again[1]) < len(whole)


DAMAGE = (
    lambda row: row[:40],
    lambda row: b"",
    lambda row: row[::-1],
    lambda row: row[:-1] + bytes((row[-1] ^ 1,)),
)


@pytest.mark.parametrize("keys", [[_ALL], [_key(number) for number in range(_GROUPS)]])
@pytest.mark.parametrize("damage", DAMAGE)
def test_damaged_pages_are_drawn_again(tmp_path, damage, keys):
    def cache():
        return DigestCache("pages", "pages", tmp_path)

    def damaged(keys):
        rows = cache().find(keys)
        cache().store({key: damage(row) for key, row in rows.items()}, anew=True)
        return len(rows)

    first = Drawer(cache())
    whole = drawn(BASE, first)
    texts = {path: each.text for path, each in whole.items()}
    first.keep()
    second = Drawer(cache())
    assert drawn(BASE, second) == whole
    assert second.drawn == []
    assert damaged(keys) == len(cache().find(keys)) > 0
    third = Drawer(cache())
    assert drawn(BASE, third) == whole
    assert len(third.drawn) == len(whole)
    assert damaged([digest(path) for path in whole]) == len(whole)
    fourth = Drawer(cache())
    found = drawn(BASE, fourth)
    assert (found, fourth.drawn) == (whole, [])
    assert {path: each.text for path, each in found.items()} == texts
    assert sorted(fourth.drawn) == sorted(whole)
    fifth = Drawer(cache())
    assert {path: each.text for path, each in drawn(BASE, fifth).items()} == texts
    assert fifth.drawn == []


def test_markdown_that_is_of_another_page_than_what_is_told_of_it_is_drawn_again(tmp_path):
    cache = DigestCache("pages", "pages", tmp_path)
    whole = drawn(BASE, Drawer(cache))
    one, other = list(whole)[:2]
    cache.store({digest(one): cache.find([digest(other)])[digest(other)]}, anew=True)
    drawer = Drawer(cache)
    found = drawn(BASE, drawer)
    assert found[one].text == whole[one].text
    assert drawer.drawn == [one]


def some_pages(drawings, answers, numbers):
    """Some pages as they were drawn, by path, each with its questions."""
    found = {}
    for drawing in drawings:
        with answers.catalogue.notes.listening() as asked:
            page = drawing.make()
        bare = Page(path=page.path, title=page.title, description="", kind=page.kind, kind_label="")
        stood = StoodPage(digest(page.path), digest(page.title), bare, numbers.of(sorted(asked)))
        found[page.path] = stood, asked
    return found


def known_of(page, questions):
    """What is known of a page but for how its questions are numbered, and these."""
    every = list(questions)
    return page[:3], {every[number] for number in page.asked}


@pytest.fixture(scope="module")
def kept():
    """Some pages with their questions, by path; all questions, and the group as it is kept."""
    drawings, answers = plan_pages(BASE)
    numbers = Numbers()
    pages = some_pages(drawings[:40], answers, numbers)
    questions, become = Questions().with_more(numbers, answers.digests)
    row = Group(page.renumbered(become) for page, _ in pages.values()).packed(questions)
    return answers, drawings, pages, questions_of(questions.row), row


def test_a_group_knows_of_each_page_what_it_knew_alone(kept):
    answers, _, pages, questions, row = kept
    assert len(set(questions)) == len(list(questions)) == questions.count
    group = group_of(row, questions.known_by)
    assert {page.page.path: known_of(page, questions) for page in group} == {
        path: (page[:3], asked) for path, (page, asked) in pages.items()
    }
    assert group.packed(questions) == row
    path, (page, _) = next(iter(pages.items()))
    assert group.standing(path, page.given, frozenset())
    assert group.standing(path, digest("other"), frozenset()) is None
    assert group.standing("none.md", page.given, frozenset()) is None
    again, stale = questions.asked_again(answers.digests)
    assert (again.row, stale) == (questions.row, frozenset())


def test_a_page_stands_unless_a_question_of_its_own_is_answered_otherwise(kept):
    answers, _, pages, questions, row = kept
    every = list(questions)
    for number in range(0, len(every), 40):

        def answer(kind, abouts, other=every[number]):
            return [
                digest("other") if (kind, about) == other else known
                for about, known in zip(abouts, answers.digests(kind, abouts), strict=True)
            ]

        for among in (None, {every[number]}, {every[number], every[0]}):
            again, stale = questions.asked_again(answer, among)
            assert stale == {number}
            assert again.asked_again(answer)[1] == frozenset()
            assert again.asked_again(answers.digests)[1] == stale
            assert list(group_of(row, again.known_by)) == [], "of other answers"
        assert questions.asked_again(answer, set(every) - {every[number]})[1] == frozenset()
        group = group_of(row, questions.known_by)
        for path, (page, asked) in pages.items():
            assert (group.standing(path, page.given, stale) is None) == (every[number] in asked)


def test_questions_of_pages_that_are_drawn_later_are_numbered_behind_those_that_are_known(kept):
    answers, drawings, pages, questions, row = kept
    before = list(questions)
    group = group_of(row, questions.known_by)
    for some in (drawings[30:50], drawings[:2], drawings[39:40]):
        numbers = Numbers()
        again = some_pages(some, answers, numbers)
        more, become = questions.with_more(numbers, answers.digests)
        assert list(more)[: len(before)] == before
        assert set(more) == set(before).union(*(asked for _, asked in again.values()))
        assert len(set(more)) == more.count
        assert more.asked_again(answers.digests)[1] == frozenset()
        drawn = [page.renumbered(become) for page, _ in again.values()]
        found = group_of(Group([*group, *drawn]).packed(more), questions_of(more.row).known_by)
        assert {page.page.path: known_of(page, more) for page in found} == {
            path: (page[:3], asked) for path, (page, asked) in {**pages, **again}.items()
        }


def test_questions_that_are_asked_no_more_are_let_go_of_and_those_of_a_kind_put_together(kept):
    answers, drawings, _, questions, row = kept
    numbers = Numbers()
    again = some_pages(drawings[38:60], answers, numbers)
    more, become = questions.with_more(numbers, answers.digests)
    group = Group(
        [*group_of(row, questions.known_by), *(page.renumbered(become) for page, _ in again.values())]
    )
    stood = [page for page in group if page.page.path in again]
    kept_ = bytearray(more.count)
    for page in stood:
        for number in page.asked:
            kept_[number] = 1
    fewer, become = more.without(kept_)
    assert set(fewer) == set().union(*(asked for _, asked in again.values()))
    assert len({kind for kind, _ in fewer}) == len(fewer._runs) < len(more._runs)
    assert fewer.asked_again(answers.digests)[1] == frozenset()
    for page in stood:
        assert known_of(page.renumbered(become), fewer) == (page[:3], again[page.page.path][1])
    assert not fewer.is_wasteful
    assert not more.is_wasteful


def test_where_many_questions_came_in_all_are_numbered_anew(before, monkeypatch):
    drawer = Drawer()
    drawer._kept.rows = dict(before)
    drawn(CHANGES["an event is called otherwise"](BASE), drawer)
    many = questions_of(drawer._kept.rows[_ALL])
    assert len({kind for kind, _ in many}) < len(many._runs)
    monkeypatch.setattr("dossier.site.stood._MOST_RUNS", 1)
    shorter = CHANGES["passages shown shorter"](BASE)
    drawn(shorter, drawer)
    assert len(questions_of(drawer._kept.rows[_ALL])._runs) < len(many._runs)
    monkeypatch.undo()
    again = Drawer()
    again._kept.rows = dict(drawer._kept.rows)
    found, fresh = drawn(shorter, again), drawn(shorter)
    assert again.drawn == []
    assert [path for path in fresh if found[path].text != fresh[path].text] == []


def test_what_others_kept_meanwhile_is_looked_at_whole(before):
    drawer, other = Drawer(), Drawer()
    drawer._kept.rows = other._kept.rows = dict(before)
    drawings, answers = plan_pages(BASE)
    drawer.draw(drawings, answers, {}, "")
    drawn(CHANGES["an actor is called otherwise"](BASE), other)
    drawings, answers = plan_pages(BASE, before=answers)
    assert answers.since is not None
    found = {each.page.path: each.text for each in drawer.draw(drawings, answers, {}, "")}
    assert found == {path: each.text for path, each in drawn(BASE).items()}


TEXT = "The ferry left the harbour at noon with forty cows and a brass band on the upper deck."
ONE = read_article(TEXT, id="one", title="One")
OTHER = read_article("A bell rang over the upper deck of the ferry at noon.", id="other", title="Other")
FILES = {
    "a.md": b"It left the harbour at noon with forty cows, they say.",
    "b.md": b"A bell rang over the upper deck and then it was noon.",
    "data.json": b'{"a": "a brass band on the upper deck", "b": ["rang over the upper deck of"]}',
    "none.md": b"Nothing of it stands here, not at all.",
    "picture.png": b"\x89PNG",
}


def stands(standing, articles, files):
    counted = count(Dossier(), articles)
    found = standing.repeated(counted, files, {})
    assert found == repeated_words(counted, texts_of_files(files))
    return found


def test_words_are_found_as_without_what_was_found_before(tmp_path):
    first = Standing(DigestCache("standing", "standing", tmp_path))
    assert len(stands(first, [ONE], FILES)["one"]) == 15
    assert sorted(first.compared) == sorted(FILES)
    first.keep()
    second = Standing(DigestCache("standing", "standing", tmp_path))
    stands(second, [ONE], FILES)
    assert second.compared == []
    assert stands(second, [ONE, OTHER], FILES)["other"]
    assert sorted(second.compared) == ["b.md", "data.json"]
    changed = FILES | {"none.md": b"It left the harbour at noon and came back."}
    stands(second, [ONE, OTHER], changed)
    assert second.compared[2:] == ["none.md"]
    stands(second, [OTHER], {"b.md": FILES["b.md"]})
    stands(second, [ONE, OTHER], FILES)


def test_data_of_the_same_bytes_are_cut_into_pieces_once(monkeypatch):
    cut: list[str] = []
    monkeypatch.setattr(
        dossier.assembly.standing, "pieces_of", lambda path, data: cut.append(path) or pieces_of(path, data)
    )
    standing, same = Standing(), dict(FILES)
    stands(standing, [ONE], same)
    cut.clear()
    stands(standing, [ONE], same)
    assert cut == []
    stands(standing, [ONE], same | {"data.json": FILES["data.json"].replace(b"brass", b"steel")})
    assert set(cut) == {"data.json"}


def test_what_is_found_in_a_part_of_the_files_is_not_looked_for_again_nor_forgotten_of_the_others(tmp_path):
    standing = Standing(DigestCache("standing", "standing", tmp_path))
    stands(standing, [ONE], FILES)
    data = {"data.json": FILES["data.json"].replace(b"brass", b"steel")}
    before = len(standing.compared)
    some = standing.repeated(count(Dossier(), [ONE]), data, {}, whole=False)
    assert some == repeated_words(count(Dossier(), [ONE]), texts_of_files(data))
    stands(standing, [ONE], FILES | data)
    assert standing.compared[before:] == ["data.json"]


def data_of(count, changed=None, first=0):
    """Data as they are written, with marks, escapes and keys that are no texts."""
    told = ["left the harbour at noon with", 'a "brass" band \\ on the upper deck', "it was noon – then"]
    records = [
        {"left the harbour at noon": f"{told[n % 3]} {n}", "said": [told[n % 2]]} for n in range(count)
    ]
    if changed is not None:
        records[changed]["said"] = ["a brass band on the upper deck"]
    data = {"events": records[first:], "places": records[:9]}
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def feed_of(count, changed=None, first=0):
    """A feed as it is written, with what markup must escape in it."""
    told = ["It left the harbour at noon with", "A <brass> band & “others”\non the upper deck", "It was noon"]
    pages = [
        Page(
            path=f"events/{letters(n)}.md",
            title=f"{told[n % 3]} {letters(n)}",
            description="a brass band on the upper deck" if n == changed else told[n % 2],
            kind="event",
            kind_label="Event",
            updated=date(2020, 1, 1),
            version=str(n),
        )
        for n in range(count)
    ]
    return render_feed(pages[first:]).encode()


@pytest.mark.parametrize(("name", "made_of"), [("data.json", data_of), ("feed.xml", feed_of)])
def test_of_long_data_only_the_records_around_a_change_are_read_again(tmp_path, name, made_of):
    standing = Standing(DigestCache("standing", "standing", tmp_path))
    stands(standing, [ONE, OTHER], {name: made_of(2000)})
    before = len(standing.compared)
    assert before > 20
    stands(standing, [ONE, OTHER], {name: made_of(2000, changed=1000)})
    stands(standing, [ONE, OTHER], {name: made_of(2000, changed=1000, first=1)})
    assert before < len(standing.compared) <= before + 3


@pytest.mark.parametrize(("name", "made_of"), [("data.json", data_of), ("feed.xml", feed_of)])
def test_the_pieces_of_data_have_the_texts_of_the_whole(name, made_of):
    whole = {name: made_of(2000, changed=7)}
    pieces = {piece: data[at] for path, data in whole.items() for piece, at in pieces_of(path, data)}
    assert len(pieces) > 20
    assert {tuple(t) for t in texts_of_files(pieces)} == {tuple(t) for t in texts_of_files(whole)}


@pytest.mark.parametrize("damage", [lambda row: row[:5], lambda row: b"", lambda row: row[:-8] + row[:8]])
def test_damaged_findings_are_made_again(tmp_path, damage):
    first = Standing(DigestCache("standing", "standing", tmp_path))
    stands(first, [ONE], FILES)
    first.keep()
    with closing(sqlite3.connect(tmp_path / "standing.sqlite")) as base:
        rows = base.execute("SELECT digest, rows FROM standing").fetchall()
        assert len(rows) == len(FILES) + 1
    DigestCache("standing", "standing", tmp_path).store({key: damage(row) for key, row in rows}, anew=True)
    stands(Standing(DigestCache("standing", "standing", tmp_path)), [ONE, OTHER], FILES)


def test_a_damaged_row_of_checksums_hides_no_file(tmp_path):
    first = Standing(DigestCache("standing", "standing", tmp_path))
    stands(first, [ONE], FILES)
    first._rows = {key: row if row[:1] == b"x" else row[:-8] + row[:8] for key, row in first._rows.items()}
    stands(first, [ONE, OTHER], FILES)


def test_words_that_all_articles_share_are_found_in_steps_in_proportion_to_articles_and_files():
    took = []
    for many in (10, 40):
        articles = [
            read_article(f"{TEXT} This is report {letters(n)} of the ferry.", id=f"a{n}") for n in range(many)
        ]
        files = {f"{n}.md": f"It left the harbour at noon with {letters(n)}.".encode() for n in range(many)}
        counted_articles = count(Dossier(), articles)
        steps, found = counted(partial(Standing().repeated, counted_articles, files, {}))
        assert all(len(positions) == 6 for positions in found.values())
        took.append(steps)
    assert took[1] <= GENEROUS * 4 * took[0]


@pytest.fixture(scope="module")
def grown(tmp_path_factory):
    """A folder in which a dossier was built twice, the second time with one article changed."""
    home = tmp_path_factory.mktemp("grown")
    (home / "seeds").mkdir()
    for article in made_articles(6):
        (home / "seeds" / f"{article.id}.md").write_text(article.seed)
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(home)
        build(Path("seeds"), Path("docs"))
        first, second = sorted(Path("seeds").glob("*.md"))[:2]
        with first.open("a") as seed:
            seed.write(
                "\nTwelve people were killed in a bombing in Perth on Friday, the mayor Ann Holt said.\n"
            )
        second.unlink()
        report = build(Path("seeds"), Path("docs"))
    return home, report


def pages_of(home):
    return {
        path.relative_to(home): path.read_bytes() for path in (home / "docs").rglob("*") if path.is_file()
    }


def test_a_build_after_a_change_is_byte_for_byte_one_without_a_cache(grown, tmp_path, monkeypatch):
    home, report = grown
    assert report.written.changed
    assert report.written.unchanged
    assert {path.name.partition("-")[0] for path in (home / ".cache").glob("*.sqlite")} >= {
        "pages",
        "standing",
    }
    shutil.copytree(home / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    fresh = build(Path("seeds"), Path("docs"))
    assert pages_of(tmp_path) == pages_of(home)
    assert fresh.republished == report.republished
    shutil.rmtree(tmp_path / ".cache")
    assert build(Path("seeds"), Path("docs")).written.changed == ()
