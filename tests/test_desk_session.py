"""A session at the desk, answer by answer: its files are those a person would have written, byte for byte."""

import pytest

from desk_texts import FIRE, FRONT, TALKS, THEIRS
from dossier.accepting import accept_file
from dossier.build import preview
from dossier.desk.decisions import Addition, Answer
from dossier.desk.item import CHANGED, DIFFER, JOIN, LIVING, STANDS, UNSHOWN, Undecidable
from dossier.desk.session import Desk
from dossier.editing.files import load_authorities, load_curation
from test_accepting import write

BEGUN = """# Talks in May, read by L. F.
actors:
# the president
- words: Mira Tolvane
  description: Mira Tolvane is the president of Norland.
  because: Mira Tolvane, the president of Norland
"""


@pytest.fixture
def seeds(tmp_path):
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "talks.md").write_text(FRONT.format("Talks end", TALKS), encoding="utf-8")
    (folder / "fire.md").write_text(FRONT.format("A pier burns", FIRE), encoding="utf-8")
    (folder / "talks.curation.yaml").write_text(BEGUN, encoding="utf-8")
    accept_file(write(tmp_path / "m.jsonl", *THEIRS), "model", "talks", folder)
    return folder


def asked(desk, risk, section, words, article="talks"):
    """The item with these words, whether it is asked or only looked at."""
    for source in desk.opened.sources:
        desk.look_at(source)
    every = (*desk.items.values(), *desk.looked_at.values())
    wanted = (risk, section, words, article)
    return next(each for each in every if (each.risk, each.section, each.words, each.article) == wanted)


def said(desk, item, action, **more):
    desk.answer(Answer(key=item.key, action=action, **more))
    return item.key


def added(desk, section, words, **fields):
    at = TALKS.index(words)
    desk.add(Addition(article="talks", section=section, start=at, end=at + len(words), fields=fields))


BY_HAND = (
    BEGUN
    + """reviewed:
- words: warned
  seen: {warned}
- words: warned
  seen: {differ}
- words: visited
  seen: {visit}
shown:
- words: Friday
  because: the sentence before says so
claims:
- words: warned
  target: sudland
  because: "Reik warned Sudland against delays."
- words: Sudland was to blame
  add: true
  kind: accusation
  claimant: edda-falk
  target: sudland
  because: "For Edda Falk, a harbour clerk, Sudland was to blame."
events:
- words: visited
  title: Visit to the harbour
  date: {{words: Thursday, kind: on, edtf: "2023-05-04", precision: day, rule: set by the editor}}
  participants:
  - {{actor: ana-lume, role: guest, words: Ana Lume visited}}
  because: "Ana Lume visited the harbour on Thursday."
- words: met
  drop: a meeting of another day
"""
)
JOINED = """same:
- between:
  - {article: fire, words: Jonas Reik}
  - {article: talks, words: Jonas Reik}
"""


@pytest.fixture
def session(seeds):
    """A session, the keys of its items and the desk."""
    desk = Desk(seeds)
    keys = {"warned": said(desk, asked(desk, LIVING, "claims", "warned"), "accept")}
    said(desk, asked(desk, UNSHOWN, "gate", "Friday"), "accept", reason="the sentence before says so")
    desk.reload()
    assert not any(item.risk == CHANGED for item in desk.items.values())
    keys["differ"] = said(desk, asked(desk, DIFFER, "claims", "warned"), "take")
    visit = {
        "title": "Visit to the harbour",
        "date": "Thursday = 2023-05-04",
        "participants": "ana-lume as guest: Ana Lume visited",
    }
    keys["visit"] = said(desk, asked(desk, STANDS, "events", "visited"), "correct", fields=visit)
    added(desk, "claims", "Sudland was to blame", kind="accusation", claimant="edda-falk", target="sudland")
    said(desk, asked(desk, STANDS, "events", "met"), "drop", reason="a meeting of another day")
    said(desk, asked(desk, JOIN, "actors", "Jonas Reik", "fire"), "same")
    return desk, keys


def quoted(key):
    """A digest as the desk writes it: one that begins with a digit in quotation marks."""
    return key if key[0].isalpha() else f'"{key}"'


def test_its_files_are_those_written_by_hand(seeds, session, tmp_path):
    _, keys = session
    by_hand = BY_HAND.format(**{name: quoted(key) for name, key in keys.items()})
    assert (seeds / "talks.curation.yaml").read_text(encoding="utf-8") == by_hand
    assert (seeds / "authorities.yaml").read_text(encoding="utf-8") == JOINED
    (tmp_path / "talks.curation.yaml").write_text(by_hand.replace('"', "'"), encoding="utf-8")
    assert load_curation(seeds / "talks.curation.yaml") == load_curation(tmp_path / "talks.curation.yaml")
    assert len(load_authorities(seeds / "authorities.yaml").same) == 1


def test_what_it_decided_stands_in_the_dossier_and_is_not_asked_again(seeds, session):
    _, keys = session
    dossier = preview(seeds)
    claims = {claim.kind.value: claim for claim in dossier.claims}
    assert claims["warning"].target.value == "sudland"
    assert claims["warning"].target.read_by == "editor"
    assert (claims["accusation"].claimant.value, claims["accusation"].kind.read_by) == ("edda-falk", "editor")
    visit = next(event for event in dossier.events if event.title.value == "Visit to the harbour")
    assert [(p.value.actor, p.value.role) for p in visit.participants] == [("ana-lume", "guest")]
    assert not any("eeting" in event.title.value for event in dossier.events)
    assert [actor.id for actor in dossier.actors if "Reik" in actor.name.value] == ["jonas-reik"]
    attack = next(event for event in dossier.events if event.type.value == "attack")
    assert attack.date.value.as_reported == "Friday"
    again = Desk(seeds)
    assert not set(keys.values()) & set(again.items)
    assert not [each for each in again.items.values() if each.risk in (JOIN, UNSHOWN, DIFFER)]


def test_the_desk_asks_what_one_opened_anew_would_ask(seeds, session):
    desk, _ = session
    again = Desk(seeds)
    assert desk.items == again.items
    looked_at = {item.key: item for source in again.opened.sources for item in again.look_at(source)}
    assert desk.looked_at.keys() == looked_at.keys()
    desk.reload()
    assert desk.looked_at == looked_at


def test_undone_answer_by_answer_nothing_is_left_of_it(seeds, session):
    desk, _ = session
    for _ in range(7):
        desk.files.undo()
    assert (seeds / "talks.curation.yaml").read_text(encoding="utf-8") == BEGUN
    assert not (seeds / "authorities.yaml").exists()
    with pytest.raises(Undecidable, match="nothing to take back"):
        desk.files.undo()
