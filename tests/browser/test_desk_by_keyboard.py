"""Whole reviews by keyboard, on a desktop and on a phone; axe finds nothing on any of the desk's views."""

from __future__ import annotations

import json

import pytest
from accessibility import problems_of
from desk_browser import desk_at, desk_page
from playwright.sync_api import expect

from desk_texts import FIRE, FRONT, TALKS, THEIRS
from dossier.accepting import accept_file
from dossier.editing.files import load_authorities, load_curation
from reader_texts import NAMES, SOUND
from test_accepting import SEED
from test_desk_session import BEGUN

WIDTHS = {"desktop": (1280, 900), "phone": (390, 844)}


def accepted(folder, article, rows):
    found = folder.parent / "m.jsonl"
    found.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    accept_file(found, "model", article, folder)


@pytest.fixture
def seeds(tmp_path):
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "ferry-talks.md").write_text(SEED, encoding="utf-8")
    accepted(folder, None, [*NAMES, *SOUND.values()])
    return folder


@pytest.fixture
def talks(tmp_path):
    """Two articles with every kind of question between them."""
    folder = tmp_path / "talks" / "seeds"
    folder.mkdir(parents=True)
    (folder / "talks.md").write_text(FRONT.format("Talks end", TALKS), encoding="utf-8")
    (folder / "fire.md").write_text(FRONT.format("A pier burns", FIRE), encoding="utf-8")
    (folder / "talks.curation.yaml").write_text(BEGUN, encoding="utf-8")
    accepted(folder, "talks", THEIRS)
    return folder


@pytest.fixture(params=list(WIDTHS.values()), ids=list(WIDTHS))
def size(request):
    return request.param


@pytest.fixture
def desk(browser, seeds, size):
    with desk_at(seeds) as address, desk_page(browser, address, *size) as page:
        yield page


@pytest.fixture
def talking(browser, talks, size):
    with desk_at(talks) as address, desk_page(browser, address, *size) as page:
        yield page


def left(page):
    told = page.locator("#left").inner_text()
    return int(told.rpartition(" ")[2]) if " of " in told else 0


def pressed(page, *keys):
    """Presses keys and waits until a question less is left; gives how many keys that took."""
    before = left(page)
    for key in keys:
        page.keyboard.press(key)
    expect(page.locator("#left")).to_have_text(f"1 of {before - 1}" if before > 1 else "Nothing waits.")
    return len(keys)


def test_a_whole_review_by_keyboard(desk, seeds):
    assert not problems_of(desk, "desk")
    keys = [pressed(desk, "a"), pressed(desk, "d", "1")]
    desk.keyboard.press("v")
    expect(desk.locator("#article mark").first).to_be_visible()
    assert not problems_of(desk, "desk with an article")
    desk.keyboard.press("v")
    desk.keyboard.press("d")
    expect(desk.locator("#form")).to_be_visible()
    assert not problems_of(desk, "desk with reasons")
    desk.keyboard.press("Escape")
    expect(desk.locator("#form")).to_be_hidden()
    while left(desk):
        keys.append(pressed(desk, "a"))
    assert sorted(keys)[len(keys) // 2] <= 2
    assert not problems_of(desk, "empty desk")
    answered = load_curation(seeds / "ferry-talks.curation.yaml").reviewed
    assert len(answered) == len(keys)
    assert [entry.drop for entry in answered if entry.drop] == ["not about the story"]
    desk.keyboard.press("u")
    expect(desk.locator("#diff")).to_contain_text("-- words")
    assert len(load_curation(seeds / "ferry-talks.curation.yaml").reviewed) == len(keys) - 1
    assert left(desk)


def heading(page):
    return page.locator("#question h2").inner_text()


def test_every_kind_of_question_is_answered_by_keyboard(talking, talks):
    page = talking
    assert heading(page) == "about a living person: claim"
    expect(page.locator(".page")).to_contain_text("The page would say: Jonas Reik warned")
    pressed(page, "a")
    assert heading(page) == "one or two?: actor"
    pressed(page, "s")
    assert "the gate can’t show it" in heading(page)
    page.keyboard.press("a")
    expect(page.locator("#form")).to_be_visible()
    page.keyboard.press("1")
    expect(page.locator("#diff")).to_contain_text("because: the sentence before says so")
    page.keyboard.press("r")
    expect(page.locator("#question h2")).to_have_text("readers differ: claim")
    page.keyboard.press("t")
    expect(page.locator("#diff")).to_contain_text("target: sudland")
    known = load_curation(talks / "talks.curation.yaml")
    assert known.claims[0].target.value == "sudland"
    assert known.shown[0].words == "Friday"
    assert len(load_authorities(talks / "authorities.yaml").same) == 1


def test_why_is_shown_and_put_away_by_a_key(talking):
    talking.keyboard.press("w")
    expect(talking.locator("#why h2")).to_have_text("Why it was read so")
    expect(talking.locator("#why")).to_contain_text("Claims: warned: warning by")
    expect(talking.locator("#why td").first).to_have_text("Reik")
    assert not problems_of(talking, "desk with why")
    talking.keyboard.press("w")
    expect(talking.locator("#why")).to_be_hidden()


def test_what_nobody_asks_about_is_corrected_from_the_article(talking, talks):
    talking.keyboard.press("v")
    expect(talking.locator("#article mark").first).to_be_visible()
    for _ in range(40):
        talking.keyboard.press("Tab")
        if talking.evaluate("/^events:.* date: 2023-05-04/.test(document.activeElement.textContent)"):
            break
    talking.keyboard.press("Enter")
    expect(talking.locator("#question h2")).to_have_text("nothing is asked: event")
    talking.keyboard.press("c")
    expect(talking.get_by_label("date")).to_have_attribute("placeholder", "Thursday = 2023-05-04")
    assert not problems_of(talking, "desk with corrections")
    talking.keyboard.press("Tab")
    talking.keyboard.type("A visit")
    talking.keyboard.press("Enter")
    expect(talking.locator("#diff")).to_contain_text("title: A visit")
    (entry,) = load_curation(talks / "talks.curation.yaml").events
    assert (entry.words, entry.title.value) == ("visited", "A visit")


def test_a_correction_that_no_build_would_take_is_told(talking, talks):
    before = left(talking)
    talking.keyboard.press("c")
    talking.get_by_label("kind").fill("gossip")
    talking.keyboard.press("Enter")
    expect(talking.locator("#told")).to_contain_text("gossip")
    assert left(talking) == before
    assert (talks / "talks.curation.yaml").read_text(encoding="utf-8") == BEGUN


def test_nothing_is_wider_than_the_window(desk):
    for key in ("v", "w", "c"):
        assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")
        desk.keyboard.press(key)
        expect(desk.locator({"v": "#article", "w": "#why", "c": "#form"}[key])).to_be_visible()
    assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")


def mark(page, words):
    page.keyboard.press("v")
    expect(page.locator("#article mark").first).to_be_visible()
    page.evaluate(
        """(words) => {
      const parts = [...document.querySelectorAll("#article [data-start]")];
      const part = parts.find((each) => each.textContent.includes(words));
      const node = part.firstChild, at = node.textContent.indexOf(words);
      getSelection().setBaseAndExtent(node, at, node, at + words.length);
    }""",
        words,
    )
    page.keyboard.press("m")
    expect(page.locator("#form")).to_be_visible()


def test_marked_words_are_added(desk, seeds):
    mark(desk, "harbour clerk")
    desk.locator("select[name=section]").select_option("actors")
    desk.get_by_label("kind").fill("people")
    desk.keyboard.press("Enter")
    expect(desk.locator("#diff")).to_contain_text("harbour clerk")
    (entry,) = load_curation(seeds / "ferry-talks.curation.yaml").actors
    assert (entry.words, entry.add) == ("harbour clerk", True)


def test_a_claim_that_the_rules_missed_is_added(talking, talks):
    mark(talking, "was to blame")
    talking.locator("select[name=section]").select_option("claims")
    talking.get_by_label("kind").fill("accusation")
    talking.get_by_label("claimant").fill("edda-falk")
    talking.get_by_label("target").fill("sudland")
    talking.keyboard.press("Enter")
    expect(talking.locator("#diff")).to_contain_text("claimant: edda-falk")
    (entry,) = load_curation(talks / "talks.curation.yaml").claims
    assert (entry.words, entry.kind.value, entry.target.value) == ("was to blame", "accusation", "sudland")


def test_two_desks_at_once_lose_nothing(browser, talks):
    with (
        desk_at(talks) as one,
        desk_at(talks) as other,
        desk_page(browser, one, 1280, 900) as first,
        desk_page(browser, other, 1280, 900) as second,
    ):
        pressed(first, "a")
        for key in ("n", "n", "a", "2"):
            second.keyboard.press(key)
        expect(second.locator("#diff")).to_contain_text("the paragraph is about nobody else")
        second.keyboard.press("u")
        expect(second.locator("#diff")).to_contain_text("-shown")
    known = load_curation(talks / "talks.curation.yaml")
    assert (len(known.reviewed), known.shown) == (1, ())


def test_any_article_can_be_looked_at(talking):
    talking.keyboard.press("v")
    expect(talking.locator("#article h2").first).to_have_text("Talks end")
    talking.keyboard.press("Tab")
    talking.keyboard.press("ArrowUp")
    expect(talking.locator("#article h2").first).to_have_text("A pier burns")
    expect(talking.locator("#article")).to_contain_text("The pier burned.")
