"""Hostile texts at the desk: an article, a finding and an answer that try to become markup stay text."""

import json
from dataclasses import replace

import pytest
from desk_browser import desk_at, desk_page
from playwright.sync_api import expect

from dossier.editing.files import load_curation

IMAGE = "<img src=x onerror=alert(1)>"
SCRIPT = "<script>alert(2)</script>"
BREAKS = "\" ' onfocus=alert(5) autofocus x= </blockquote></p> {{ 7*7 }} ${alert(4)} [a](javascript:alert(3))"
RAW = (IMAGE, SCRIPT, BREAKS)
ENTITIES = "&lt;img src=x onerror=alert(6)&gt;"
TEXT = (
    f"Ana Novak, the mayor of Osterby, met Ivo Stam in Osterby on Monday. {ENTITIES} ${{alert(7)}}\n\n"
    "“The bridge is late and the river is high,” said Novak. Stam warned Norland against delays."
)
HEADLINE = f"Talks {ENTITIES} onfocus=alert(8) autofocus"


@pytest.fixture
def seeds(tmp_path):
    folder = tmp_path / "seeds"
    folder.mkdir()
    front = f"headline: {json.dumps(HEADLINE)}\npublisher: Post\ndatePublished: 2023-05-10\n"
    (folder / "talks.md").write_text(f"---\n{front}---\n{TEXT}\n", encoding="utf-8")
    (folder / "dossier.yaml").write_text("review: strict\n", encoding="utf-8")
    return folder


def hostile(desk):
    """Every string of every item becomes one that tries to be markup."""
    raw = " ".join(RAW)
    desk.items = {
        key: replace(
            item,
            headline=raw,
            sentence=((raw, raw), (raw, "")),
            readers=RAW,
            reasons=RAW,
            says=((raw, raw),),
            page=raw,
            now={"kind": raw, "speaker": raw},
        )
        for key, item in desk.items.items()
    }


def test_no_text_runs_or_asks_for_anything(browser, seeds):
    with desk_at(seeds, hostile) as address, desk_page(browser, address, 1280, 900) as page:
        asked = []
        page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
        seen = ""
        count = int(page.locator("#left").inner_text().rpartition(" ")[2])
        assert count >= 3
        for _ in range(count):
            page.keyboard.press("w")
            expect(page.locator("#why")).to_be_visible()
            seen += page.locator("body").inner_text()
            page.keyboard.press("n")
        page.keyboard.press("v")
        expect(page.locator("#article mark").first).to_be_visible()
        seen += page.locator("body").inner_text()
        assert all(raw in seen for raw in (*RAW, ENTITIES)), "what is hostile must be shown, as text"
        page.keyboard.press("c")
        page.keyboard.press("Escape")
        page.keyboard.press("d")
        page.get_by_label("reason").fill(f"{IMAGE}{SCRIPT}")
        page.keyboard.press("Enter")
        expect(page.locator("#diff")).to_contain_text(IMAGE)
        assert page.locator("img, iframe, object, [onerror], [onfocus], [onclick]").count() == 0
        assert page.locator("script").count() == 1
        assert page.evaluate("document.activeElement.id") == "question"
    assert {path.partition("/")[0] for path in asked} == {"why", "article", "answer"}
    assert [entry.drop for entry in load_curation(seeds / "talks.curation.yaml").reviewed] == [
        f"{IMAGE}{SCRIPT}"
    ]


def test_the_policy_stops_what_would_slip_through(browser, seeds):
    """Were a text ever set as markup, the page's policy would still let nothing of it run."""
    with desk_at(seeds) as address:
        page = browser.new_page()
        ran, blocked = [], []
        page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
        page.on("console", lambda said: blocked.append(said.text) if said.type == "error" else None)
        page.goto(address)
        expect(page.locator("blockquote").first).to_be_visible()
        page.evaluate("(text) => { document.querySelector('blockquote').innerHTML = text; }", IMAGE)
        expect(page.locator("blockquote img")).to_have_js_property("complete", True)
        page.wait_for_timeout(200)
        page.close()
    assert ran == []
    assert any("Content Security Policy" in said or "Content-Security-Policy" in said for said in blocked)


def test_another_site_gets_nothing_from_the_desk(browser, seeds):
    with desk_at(seeds) as address, desk_at(seeds) as elsewhere:
        page = browser.new_page()
        page.goto(elsewhere)
        for path, options in [("queue", {}), ("reload", {"method": "POST", "body": "{}"})]:
            refused = page.evaluate(
                "([url, options]) => fetch(url, options).then((r) => String(r.status), (e) => e.name)",
                [address + path, options],
            )
            assert refused in ("TypeError", "403"), (path, refused)
        page.close()
