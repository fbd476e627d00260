"""A hundred decisions over fifty articles, by keys: how many each takes."""

from __future__ import annotations

import json
from statistics import median

import pytest
from desk_browser import desk_at, desk_page
from playwright.sync_api import expect

from desk_texts import FRONT
from dossier.accepting import accept_file
from dossier.editing.files import load_authorities, load_curation
from reader_texts import says

GIVEN = ("Mira", "Jonas", "Edda", "Ivo", "Lena", "Bram", "Tilda", "Oskar", "Runa", "Pelle")
FAMILY = ("Tolvane", "Reikberg", "Falkson", "Stammik", "Orlowson")
TEXT = (
    "President {a} of Norland met Chancellor {b} of Sudland in Osterby on Monday.\n\n"
    "{b} warned Norland against delays. “The river belongs to all of us,” said {a}."
)
DECISIONS = 100


def people(number):
    return (
        f"{GIVEN[number % 10]} {FAMILY[number // 10]}",
        f"{GIVEN[(number + 3) % 10]} {FAMILY[(number // 10 + 2) % 5]}",
    )


@pytest.fixture
def seeds(tmp_path):
    folder = tmp_path / "seeds"
    folder.mkdir()
    rows = []
    for number in range(50):
        a, b = people(number)
        text = TEXT.format(a=a, b=b)
        (folder / f"n{number:02}.md").write_text(FRONT.format(f"Talks {number}", text), encoding="utf-8")
        met = {"participant": a, "met": b, "date": "Monday"}
        rows += [
            row | {"article": f"n{number:02}"}
            for row in (
                says("actor", "person", name=a),
                says("event", "meeting", passage=text.partition(".")[0], trigger="met", slots=met),
                says("claim", "warning", passage=f"{b} warned Norland against delays", trigger="warned",
                     slots={"claimant": b, "target": "Norland"}),
            )
        ]  # fmt: skip
    found = tmp_path / "m.jsonl"
    found.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    accept_file(found, "model", None, folder)
    return folder


def keys_for(question, number):
    """What an editor presses: a yes or a join at once, each fifth time a reason to leave it out."""
    if question.startswith("one or two"):
        return ["f"]
    if question.startswith("read by rule and left out"):
        return ["a", "1"]
    return ["d", "1"] if number % 5 == 4 else ["a"]


def test_a_hundred_decisions_take_two_keys_each_at_most_in_the_median(browser, seeds):
    taken = []
    with desk_at(seeds) as address, desk_page(browser, address, 1280, 900) as page:
        told = page.locator("#left")
        before = int(told.inner_text().rpartition(" ")[2])
        assert before > DECISIONS
        for number in range(DECISIONS):
            keys = keys_for(page.locator("#question h2").inner_text(), number)
            for key in keys:
                page.keyboard.press(key)
            expect(told).to_have_text(f"1 of {before - number - 1}")
            taken.append(len(keys))
    assert median(taken) <= 2
    assert {1, 2} == set(taken)
    answers = [load_curation(path) for path in seeds.glob("*.curation.yaml")]
    known = load_authorities(seeds / "authorities.yaml") if (seeds / "authorities.yaml").exists() else None
    written = sum(
        len(each.reviewed) + len(each.shown) + sum(bool(c.drop) for c in each.claims) for each in answers
    )
    assert written + (len(known.different) if known else 0) == DECISIONS
