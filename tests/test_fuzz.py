"""A few of what `make fuzz` draws by the thousand, and that what it looks for would be seen."""

import pytest
from hypothesis import HealthCheck, given, settings

from dossier.editing import files
from fuzzing import PROPERTIES, any_folder_builds_or_says_why, room


@pytest.mark.parametrize("name", PROPERTIES)
def test_whatever_is_drawn_is_a_result_or_a_message(name):
    drawn, holds = PROPERTIES[name]

    @settings(max_examples=15, suppress_health_check=list(HealthCheck))
    @given(drawn)
    def run(value):
        holds(value)

    run()


def test_what_is_written_outside_is_seen():
    with pytest.raises(AssertionError, match="written outside"), room() as home:
        (home.parent / "stray.txt").write_text("x")


def test_an_error_that_is_no_message_is_seen(monkeypatch):
    def fail(*_):
        raise KeyError("planted")

    monkeypatch.setattr(files, "contradictions", fail)
    with pytest.raises(KeyError, match="planted"):
        any_folder_builds_or_says_why({"h.md": SOUND, "h.curation.yaml": "actors: []\n"})


SOUND = """---
headline: A ferry
publisher: The Reef Times
datePublished: 2021-06-12
---

The ferry sailed on Friday, police said.
"""


@pytest.mark.parametrize("text", ["²<<: "])
def test_what_was_drawn_once_and_failed_is_read(text):
    PROPERTIES["texts"][1](text)
