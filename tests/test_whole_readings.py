"""All that is read in a few paragraphs, line by line, as `tests/readings/` holds it.

`UPDATE_READINGS=1 pytest tests/test_whole_readings.py` writes what is read now; each line that comes in is
to be true of its paragraph.
"""

import os
from difflib import unified_diff

import pytest

from reading_lines import HOME, SPECIFICATION, Entry, Told, entries, read, written

FILES = sorted(HOME.glob("*.txt"))
if os.environ.get("UPDATE_READINGS") == "1":
    for path in FILES:
        told = [written(each._replace(lines=tuple(read(each)))) for each in entries(path)]
        path.write_text("".join(told), encoding="utf-8")
ENTRIES = [(path, each) for path in FILES for each in entries(path)]


@pytest.mark.parametrize("each", [each for _, each in ENTRIES], ids=lambda each: each.name)
def test_all_that_is_read_in_it_is_known(each):
    lines = read(each)
    texts = "\n\n".join(told.text for told in each.articles)
    difference = "\n".join(unified_diff(each.lines, lines, "known", "read", lineterm="", n=1))
    assert not difference, f"{each.name}\n{texts}\n{difference}"


def test_there_are_enough_and_none_twice():
    texts = [told.text for _, each in ENTRIES for told in each.articles]
    assert sum(len(text.split("\n\n")) for text in texts) >= 300
    assert len({each.name for _, each in ENTRIES}) == len(ENTRIES)
    assert len(set(texts)) == len(texts)


def test_a_file_is_read_as_it_is_written(tmp_path):
    alone = Entry("alone", (Told("2024-05-17", "The Norton Post", "One.\n\nTwo."),), ("actor a",))
    story = Entry("story", (Told("2024-05-18", "A", "One."), Told("2024-05-19", "B C", "Two.")), ("  b", "c"))
    path = tmp_path / "some.txt"
    path.write_text(written(alone) + written(story), encoding="utf-8")
    assert entries(path) == [alone, story]


def test_a_paragraph_of_the_specification_stands_there_alone(tmp_path):
    path = tmp_path / "some.txt"
    path.write_text("=== p001 p002\n---\nactor a\n", encoding="utf-8")
    (each,) = entries(path)
    assert "Marfil" in each.articles[0].text
    assert "Toska" in each.articles[0].text
    assert written(each) == "=== p001 p002\n---\nactor a\n\n"
    assert "Marfil" in SPECIFICATION.read_text(encoding="utf-8")
