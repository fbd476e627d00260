"""The editor's first draft: valid as it is, kept as edited, and what it suggests."""

import pytest
import yaml

from dossier.build import build
from dossier.editing.draft import write_draft
from dossier.editing.drafting import insert_entries
from dossier.editing.files import load_curation
from dossier.errors import DossierError
from first_dossier import SEED

ARTICLE = """\
---
headline: Talks at Limaport
publisher: The Daily Example
datePublished: 2024-05-31
---
Talks at Limaport

Ana Kowalczyk, the mayor of Limaport, met Ivo Horvat, the head of the Harbour Workers’ Union, on Friday.

“The quay will be open to all who work on it before the winter comes.”

At least three people were killed when gunmen attacked a bus near Limaport last week, police said.

Limaport and Osterby agreed to set up a joint committee, Kowalczik said.
"""


@pytest.fixture
def seed(tmp_path):
    """A seed without curation."""
    path = tmp_path / "talks.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def curation_of(seed):
    return seed.with_suffix(".curation.yaml")


@pytest.mark.parametrize("source", [None, SEED], ids=["made up", "first"])
def test_a_draft_is_valid_and_changes_nothing_until_edited(seed, source):
    if source:
        seed.write_bytes(source.read_bytes())
    docs = seed.parent.with_name(f"{seed.parent.name}-docs")
    before = build(seed.parent, docs).dossier
    write_draft(seed)
    drafted = build(seed.parent, docs).dossier
    assert [r.id for r in drafted.records()] == [r.id for r in before.records()]
    assert list(drafted.leaves()) == list(before.leaves())


def test_each_thing_that_wants_a_decision_has_an_entry(seed):
    report = write_draft(seed)
    curation = load_curation(curation_of(seed))
    assert {"Ana Kowalczyk", "Ivo Horvat"} <= {entry.words for entry in curation.actors}
    assert any("attacked" in entry.words for entry in curation.events)
    assert [entry.words for entry in curation.quotes] == ["The quay will be open"]
    assert report.summary().startswith(f"{curation_of(seed)}: added ")


def test_a_second_run_adds_only_what_is_new_and_keeps_every_byte(seed):
    write_draft(seed)
    path = curation_of(seed)
    edited = path.read_text(encoding="utf-8").replace(
        '- words: "Ivo Horvat"\n', '- words: "Ivo Horvat"\n  description: Heads a union.  # checked\n'
    )
    path.write_text(edited, encoding="utf-8")
    assert write_draft(seed).added == {}
    assert path.read_text(encoding="utf-8") == edited
    seed.write_text(ARTICLE + "\nPetra Lindqvist, a minister, said she agreed.\n", encoding="utf-8")
    assert write_draft(seed).added == {"actors": 1}
    text = path.read_text(encoding="utf-8")
    assert '- words: "Petra Lindqvist"' in text
    start = text.index("# person, named once, first in ¶5")
    added = text[start:].split("\n\n")[0]
    kept = text.replace(added + "\n\n", "").replace(added + "\n", "")
    assert kept == edited
    assert load_curation(path).actors[0].words == "Petra Lindqvist"


def test_names_that_look_alike_are_suggested_not_merged(seed):
    (seed.parent / "authorities.yaml").write_text(
        "actors:\n- name: Ana Kowalczik\n  names: [Ana Kowalczik]\n", encoding="utf-8"
    )
    write_draft(seed)
    text = curation_of(seed).read_text(encoding="utf-8")
    assert (
        "  # looks like Ana Kowalczik: if it is the same, add it to the names of Ana Kowalczik in "
        "authorities.yaml"
    ) in text
    assert load_curation(curation_of(seed)).actors[0].merge == ()


def test_what_an_authority_covers_wants_no_decision(seed):
    (seed.parent / "authorities.yaml").write_text(
        "actors:\n- name: Ana Kowalczyk\n  names: [Ana Kowalczyk]\n", encoding="utf-8"
    )
    write_draft(seed)
    assert "Ana Kowalczyk" not in {entry.words for entry in load_curation(curation_of(seed)).actors}


NEW = {"actors": ['# new\n- words: "X"\n'], "events": ['- words: "Y"\n']}


@pytest.mark.parametrize(
    ("before", "sections"),
    [
        ("", {"actors": ["X"], "events": ["Y"]}),
        ("actors:\n- words: A\n  # note\n", {"actors": ["X", "A"], "events": ["Y"]}),
        ("actors:\n  - words: A\nevents:\n- words: B", {"actors": ["X", "A"], "events": ["Y", "B"]}),
        ("events:\nactors:\n# all done\n", {"actors": ["X"], "events": ["Y"]}),
        (
            "quotes:\n- words: Q\nevents:\n    # about\n    - words: B\n",
            {"quotes": ["Q"], "actors": ["X"], "events": ["Y", "B"]},
        ),
    ],
)
def test_new_entries_go_to_the_head_of_their_section(before, sections):
    after = insert_entries(before, NEW, "a.curation.yaml")
    data = yaml.safe_load(after)
    assert {section: [entry["words"] for entry in entries] for section, entries in data.items()} == sections
    assert set(before.splitlines()) <= set(after.splitlines())


def test_a_section_in_brackets_is_left_to_the_editor():
    with pytest.raises(DossierError) as caught:
        insert_entries("events: []\n", NEW, "a.curation.yaml")
    assert str(caught.value.problems[0]) == (
        "a.curation.yaml: line 1: the section events is written in brackets, so nothing can be added to it\n"
        "    expected: one entry under the other; for an empty section, its name alone\n"
        "    for example:\n"
        "        events:\n"
        "        - words: some words of the article"
    )


@pytest.mark.parametrize("ending", ["", "\n"])
def test_entries_stand_on_lines_of_their_own_where_the_last_line_never_ended(ending):
    before = f"actors:\n- words: Ana Novak\nevents:{ending}"
    after = insert_entries(before, {"events": ["- words: an attack\n"]}, "a.curation.yaml")
    held = yaml.safe_load(after)
    assert [entry["words"] for entry in held["actors"]] == ["Ana Novak"]
    assert [entry["words"] for entry in held["events"]] == ["an attack"]
