"""How pages tell what was planned when reported: apart from what happened, with the day of the report."""

import pytest

from dossier.site.files import make_files
from stories import dossier_of

BEFORE = (
    "Harbour vote nears\n\nA debate between Mira Solt and Oren Dask will be held in Kelmar next Monday.\n\n"
    "Police searched the offices of the Harbour League in Kelmar on Thursday and seized documents.\n\n"
    "The town council announced on Friday that a ferry would sail to Ostrel.\n\n"
    "A strike by dock workers in Ostrel is planned for Friday, the Dockers' Union said."
)
AFTER = (
    "Harbour rejected\n\nVoters in Kelmar rejected the new harbour in a referendum on Sunday.\n\n"
    "Oren Dask, the chairman of the Harbour League, resigned on Monday.\n\n"
    "Governor Lene Korda will visit Kelmar on 30 March."
)


@pytest.fixture(scope="module")
def pages():
    before = ("before", BEFORE, "The Tarn Courier", "2026-03-02")
    made = make_files(dossier_of(before, ("after", AFTER, "Ostrel Post", "2026-03-17")))
    return {path: data.decode() for path, data in made.items() if path.endswith(".md")}


def part(page, heading):
    """What stands under a heading of a page, up to the next."""
    return page.partition(f"## {heading}")[2].partition("\n## ")[0]


def test_a_plan_is_told_with_the_day_of_its_report(pages):
    events = pages["events/index.md"]
    assert "On 2 March 2026 The Tarn Courier reported a planned debate" in events
    assert "in Kelmar, due on 9 March 2026." in events
    assert ", due on 6 March 2026, on the word of the Dockers' Union." in events
    assert ", three of them planned, listed by date." in events
    assert "Oren Dask resigned on 16 March 2026." in events


def test_no_day_of_an_announcement_stands_behind_what_it_says(pages):
    row = next(line for line in pages["events/index.md"].splitlines() if "announced that" in line)
    assert "sail to Ostrel.]" in row


def test_the_home_page_tells_apart_what_happened_and_what_is_still_to_come(pages):
    home = pages["index.md"]
    assert "planned" not in part(home, "What happened")
    ahead = part(home, "Still to come")
    assert "As of 17 March 2026, the day of the latest article." in ahead
    assert "visit to Kelmar" in ahead
    assert "debate" not in ahead  # its day has passed
    assert "What is reported to have happened or to be planned" in home


def test_the_timeline_draws_a_plan_hollow_and_says_what_that_means(pages):
    page = pages["timeline.md"]
    assert page.count('<li class="is-planned">') == 4  # three bars and what they mean
    assert "planned for it when it was reported" in page


def test_only_a_plan_is_scheduled_to_machines(pages):
    told = {path for path, page in pages.items() if "eventStatus: https://schema.org/EventScheduled" in page}
    assert {path.partition("-")[0] for path in told} == {"events/planned"}
    assert len(told) == 3
