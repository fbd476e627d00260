"""What came after what, and which place "it" is: joins that an article's own words give."""

import json

import pytest

from dossier.build import build

HEAD = "---\nheadline: Towns\npublisher: P\ndatePublished: 2024-05-30\n---\n"


@pytest.fixture
def data(tmp_path):
    def made(text):
        (tmp_path / "seeds").mkdir()
        (tmp_path / "seeds/a.md").write_text(HEAD + text, encoding="utf-8")
        build(tmp_path / "seeds", tmp_path / "docs")
        return json.loads((tmp_path / "docs/data/dossier.json").read_text(encoding="utf-8"))

    return made


ATTACK = "SUVA – Gunmen attacked a bus in Keswick last week, killing three guards.\n\n"


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        (ATTACK + "The incident came after a February attack in Osterby that killed nine sailors.", True),
        (ATTACK + "The attack followed a February bombing in Osterby that killed nine sailors.", True),
        (ATTACK + "The wedding came after a February attack in Osterby that killed nine sailors.", False),
        (ATTACK + "An incident may come after a February attack in Osterby that killed nine.", False),
    ],
)
def test_an_attack_follows_the_one_it_is_said_to_have_come_after(data, text, follows):
    made = data(text)
    events = {event["id"]: event for event in made["events"]}
    assert len(events) > 1
    joined = [event for event in events.values() if "follows" in event]
    assert len(joined) == follows
    for event in joined:
        assert event["type"]["value"] == "attack"
        assert event["follows"]["read_by"] == "rules"
        assert events[event["follows"]["value"]]["type"]["value"] == "attack"
        assert event["follows"]["value"] != event["id"]
        (passage,) = event["follows"]["evidence"]
        start, end = map(int, passage.rpartition(":")[2].split("-"))
        assert text[start:end].startswith(("The incident", "The attack", "incident", "attack"))


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("Fiji expelled the ambassador of Tonga after the arrest of Ivo Stam in Suva.", "expulsion"),
        ("Fiji expelled the ambassador of Tonga after guards arrested Ivo Stam in Suva.", "expulsion"),
        ("Fiji expelled the ambassador of Tonga following the arrest of Ivo Stam.", "expulsion"),
        ("Fiji expelled the ambassador of Tonga in response to the arrest of Ivo Stam.", "expulsion"),
        ("Fiji expelled the ambassador of Tonga amid the arrest of Ivo Stam.", None),
        ("Fiji expelled the ambassador of Tonga before the arrest of Ivo Stam.", None),
        ("Fiji may have expelled the ambassador of Tonga after the arrest of Ivo Stam.", None),
        ("Fiji expelled the ambassador of Tonga in May 2018 after the arrest of Ivo Stam in 2019.", None),
    ],
)
def test_an_act_follows_what_it_is_told_after(data, text, later):
    events = {event["id"]: event for event in data("SUVA – " + text)["events"]}
    joined = {
        event["type"]["value"]: event["follows"]["value"] for event in events.values() if "follows" in event
    }
    assert list(joined) == ([later] if later else [])
    assert all(events[earlier]["type"]["value"] == "arrest" for earlier in joined.values())


def test_no_two_events_follow_each_other(data):
    made = data(
        "SUVA – Fiji expelled the ambassador of Tonga after the arrest of Ivo Stam in Suva.\n\n"
        "Guards arrested Ivo Stam in Suva after Fiji expelled the ambassador of Tonga."
    )
    assert len([event for event in made["events"] if "follows" in event]) == 1


SAID = "SUVA – Ana Lume said that {} is a sparsely populated area. “{},” she said.\n\n{}"
MORE = "Fiji and the Kivu province were named in a report. Ana Lume, an analyst, lives in Suva."


@pytest.mark.parametrize(
    ("subject", "quotation", "about"),
    [
        ("Fiji", "It is a vast area and hard to police", ["fiji"]),
        ("Fiji", "The region is vast and hard to police", ["fiji"]),
        ("Fiji", "It is sad that nobody comes", []),
        ("Fiji", "We are tired of it and hope for help", []),
        ("the mayor of Fiji", "It is a vast area and hard to police", []),
    ],
)
def test_a_quotation_is_about_the_place_its_speaker_has_just_named(data, subject, quotation, about):
    made = data(SAID.format(subject, quotation, MORE))
    (quote,) = made["quotes"]
    assert [each["value"] for each in quote.get("about", [])] == about
