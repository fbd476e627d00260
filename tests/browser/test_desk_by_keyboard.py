"""A whole review by keyboard, on a desktop and on a phone; axe finds nothing on any of its views."""

from __future__ import annotations

import json
import threading
import time

import pytest
import uvicorn
from accessibility import problems_of
from playwright.sync_api import expect

from dossier.accepting import accept_file
from dossier.desk.app import Desk, desk_app
from dossier.editing.files import load_curation
from reader_texts import NAMES, SOUND
from test_accepting import SEED

WIDTHS = {"desktop": (1280, 900), "phone": (390, 844)}


@pytest.fixture
def seeds(tmp_path):
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "ferry-talks.md").write_text(SEED, encoding="utf-8")
    found = tmp_path / "m.jsonl"
    found.write_text("".join(f"{json.dumps(row)}\n" for row in [*NAMES, *SOUND.values()]), encoding="utf-8")
    accept_file(found, "model", None, folder)
    return folder


@pytest.fixture
def address(seeds):
    import socket

    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        app = desk_app(Desk(seeds), (f"127.0.0.1:{port}",), "token")
        server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{port}/token/"
        server.should_exit = True
        thread.join(10)


@pytest.fixture(params=list(WIDTHS.values()), ids=list(WIDTHS))
def desk(request, browser, address):
    context = browser.new_context(viewport={"width": request.param[0], "height": request.param[1]})
    page = context.new_page()
    wrong = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.goto(address)
    expect(page.locator("blockquote").first).to_be_visible()
    yield page
    context.close()
    assert wrong == []


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
    assert not problems_of(desk, "desk")
    desk.keyboard.press("v")
    desk.keyboard.press("d")
    expect(desk.locator("#form")).to_be_visible()
    assert not problems_of(desk, "desk")
    desk.keyboard.press("Escape")
    expect(desk.locator("#form")).to_be_hidden()
    while left(desk):
        keys.append(pressed(desk, "a"))
    assert sorted(keys)[len(keys) // 2] <= 2
    assert not problems_of(desk, "desk")
    answered = load_curation(seeds / "ferry-talks.curation.yaml").reviewed
    assert len(answered) == len(keys)
    assert [entry.drop for entry in answered if entry.drop] == ["not about the story"]
    desk.keyboard.press("u")
    expect(desk.locator("#diff")).to_contain_text("-- words")
    assert len(load_curation(seeds / "ferry-talks.curation.yaml").reviewed) == len(keys) - 1
    assert left(desk)


def test_nothing_is_wider_than_the_window(desk):
    assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")
    desk.keyboard.press("v")
    expect(desk.locator("#article mark").first).to_be_visible()
    assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_marked_words_are_added(desk, seeds):
    desk.keyboard.press("v")
    expect(desk.locator("#article mark").first).to_be_visible()
    desk.evaluate("""() => {
      const parts = [...document.querySelectorAll("#article [data-start]")];
      const part = parts.find((each) => each.textContent.includes("harbour clerk"));
      const node = part.firstChild, at = node.textContent.indexOf("harbour clerk");
      getSelection().setBaseAndExtent(node, at, node, at + "harbour clerk".length);
    }""")
    desk.keyboard.press("m")
    desk.get_by_label("kind").fill("people")
    desk.keyboard.press("Enter")
    expect(desk.locator("#diff")).to_contain_text("harbour clerk")
    (entry,) = load_curation(seeds / "ferry-talks.curation.yaml").actors
    assert (entry.words, entry.add) == ("harbour clerk", True)
