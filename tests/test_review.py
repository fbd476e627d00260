"""What waits for an editor's yes, by whose reading it is and whom it is about; and what a yes changes."""

from dataclasses import replace
from shutil import copytree

import pytest

from dossier.accepting import accept_file
from dossier.build import build, export, opened, preview
from dossier.editing.curation import CURATION_SHAPE
from dossier.errors import DossierError
from dossier.exports.formats import FORMATS
from dossier.readers.judging import Judged
from dossier.readers.laying import laid
from dossier.readers.review import Reviewing, completed_by, dead_in, seen_digest
from dossier.reading.findings import EventFinding, Findings, Participant, Span
from dossier.reading.text.article import read_article
from first_dossier import SEEDS, first_dossier
from reader_texts import ARTICLE, NAMES, SOUND
from test_accepting import OURS, SEED, taken, write

LIVING = {"Tolvane", "Reik", "Edda Falk", "Mira Tolvane", "Jonas Reik"}
THEIRS = taken(*SOUND.values()).findings("ferry-talks")


def asked(review, theirs=THEIRS, living=LIVING, **curation):
    entries = CURATION_SHAPE.model_validate(curation)
    completed = completed_by(ARTICLE, entries, [OURS, theirs])
    asks = Reviewing(ARTICLE, review, entries, living, completed=completed)
    return laid(ARTICLE, OURS, [("reader:model", theirs)], asks)


def waiting(reading):
    return {(each.section, ARTICLE.text.slice(each.words)) for each in reading.waiting}


NAMED = {("actors", name) for name in ("Mira Tolvane", "Jonas Reik", "Reed Circle")}
ABOUT_LIVING = {("actors", "President"), ("events", "met"), ("claims", "warned")}


@pytest.mark.parametrize(
    ("review", "living", "told"),
    [
        ("off", LIVING, NAMED),
        ("imported", LIVING, NAMED | ABOUT_LIVING),
        ("imported", set(), NAMED),
    ],
)
def test_what_waits_by_whose_it_is_and_about_whom(review, living, told):
    assert waiting(asked(review, living=living)) == told


def test_strict_asks_for_our_own_too():
    assert ("claims", "warned") in waiting(asked("strict", Findings(id="ferry-talks")))
    assert ("quotes", "The river belongs to all of us,") in waiting(asked("strict"))
    assert not asked("imported", Findings(id="ferry-talks")).waiting


def test_what_waits_is_in_no_finding_that_stands():
    standing = asked("imported").findings
    assert standing.events
    assert all(event.type != "meeting" for event in standing.events)
    assert all(event.type == "meeting" or event in standing.events for event in OURS.events)
    assert any(event.type == "meeting" for event in asked("off").findings.events)


def test_what_a_reader_says_as_we_do_keeps_our_words_and_what_it_alone_says_is_told_in_none_of_its_own():
    (meeting,) = THEIRS.events
    boasting = replace(THEIRS, events=(replace(meeting, title="Reik bows"), *OURS.events))
    reading = asked("off", boasting)
    for each in (reading.findings, *reading.others):
        assert {event.title for event in each.events} == {"Meeting", *(event.title for event in OURS.events)}


def test_a_yes_lets_it_in_and_a_drop_leaves_it_out():
    (meeting,) = [each for each in asked("imported").waiting if each.section == "events"]
    yes = asked("imported", reviewed=[{"words": "met", "seen": meeting.digest}])
    assert [event.read_by for event in yes.findings.events if event.type == "meeting"] == [("reader:model",)]
    drop = asked("off", reviewed=[{"words": "met", "seen": meeting.digest, "drop": "another meeting"}])
    assert all(event.type != "meeting" for event in drop.findings.events)
    (left,) = [each for each in drop.waiting if each.section == "events"]
    assert left.reasons == ("left out: another meeting",)


def test_an_entry_about_a_finding_is_a_yes():
    assert ("claims", "warned") not in waiting(asked("strict", claims=[{"words": "warned"}]))


def test_an_entry_that_adds_a_record_is_no_yes_to_what_was_read_there():
    assert ("claims", "warned") in waiting(asked("strict", claims=[{"words": "warned", "add": True}]))


def test_a_changed_sentence_asks_again_and_an_unchanged_one_never():
    (meeting,) = THEIRS.events
    assert seen_digest(ARTICLE, "events", meeting) == seen_digest(
        ARTICLE, "events", replace(meeting, title="X")
    )
    text = ARTICLE.text.text
    further = read_article("Ahead of it.\n\n" + text, id="ferry-talks")
    moved = replace(meeting, trigger=Span(meeting.trigger.start + 14, meeting.trigger.end + 14))
    assert seen_digest(further, "events", moved) == seen_digest(ARTICLE, "events", meeting)
    other = read_article(text.replace("in Osterby on", "in Vesterby on"), id="ferry-talks")
    assert seen_digest(other, "events", meeting) != seen_digest(ARTICLE, "events", meeting)
    guests = replace(meeting, participants=meeting.participants[:1])
    assert seen_digest(ARTICLE, "events", guests) != seen_digest(ARTICLE, "events", meeting)


def test_who_is_read_as_dead_is_not_living():
    died = Participant(actor="Edda Falk", role="died", span=Span(0, 5))
    events = (EventFinding(type="death", title="Death", participants=(died,)),)
    assert dead_in([Findings(id="a", events=events), OURS]) == {"Edda Falk"}


def test_weak_answers_wait_and_sound_ones_of_nobody_do_not():
    asks = Reviewing(ARTICLE, "off", CURATION_SHAPE.model_validate({}), set())
    claim = THEIRS.claims[0]
    assert asks.waits("claims", claim, Judged("holds")) is None
    assert asks.waits("claims", claim, Judged("not shown", ("why",))).reasons == ("why",)


@pytest.fixture
def seeds(tmp_path):
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "ferry-talks.md").write_text(SEED, encoding="utf-8")
    accept_file(write(tmp_path / "m.jsonl", *NAMES, *SOUND.values()), "model", None, folder)
    return folder


def test_what_waits_is_in_no_file_that_is_built(seeds, tmp_path):
    (seeds / "dossier.yaml").write_text("review: strict\n", encoding="utf-8")
    report = build(seeds, tmp_path / "docs")
    assert "wait for an editor’s yes" in report.summary()
    published = "".join(
        path.read_text(encoding="utf-8")
        for path in (tmp_path / "docs").rglob("*")
        if path.is_file() and path.suffix in (".md", ".json", ".xml", ".svg")
    )
    assert "warning" not in {claim.kind.value for claim in report.dossier.claims}
    assert "denial" in {claim.kind.value for claim in report.dossier.claims}
    assert "Warning" not in published
    assert "Meeting" not in published


@pytest.mark.parametrize("format", sorted(set(FORMATS) - {"schemas"}))
def test_what_waits_is_in_no_export(seeds, tmp_path, format):
    (seeds / "dossier.yaml").write_text("review: off\n", encoding="utf-8")
    told = exported(seeds, tmp_path / "off", format)
    (seeds / "dossier.yaml").write_text("review: strict\n", encoding="utf-8")
    held = exported(seeds, tmp_path / "strict", format)
    assert b"warned Norland against" in told or format not in ("json", "records", "csv", "sqlite", "turtle")
    assert b"warned Norland against" not in held
    assert b"river belongs to all" not in held


def exported(seeds, out, format):
    files = export(seeds, out, [format])
    return b"".join((out / path).read_bytes() for path in files)


def test_a_changed_text_refuses_what_was_read_of_another(seeds):
    seed = seeds / "ferry-talks.md"
    seed.write_text(seed.read_text(encoding="utf-8").replace("Monday", "Tuesday"), encoding="utf-8")
    with pytest.raises(DossierError, match="another text was read"):
        preview(seeds)


STRICT = (
    "Mayor Ana Lume of Osterby visited Tarsis on Monday.\n\nThe envoy met Orlin in the hall, and Orlin wept."
)


def strict(seeds, text=STRICT, **files):
    for path in seeds.iterdir():
        if path.is_dir():
            for each in path.iterdir():
                each.unlink()
            path.rmdir()
    head = "---\nheadline: Towns\npublisher: The Osterby Post\ndatePublished: 2023-05-10\n---\n"
    (seeds / "ferry-talks.md").write_text(head + text, encoding="utf-8")
    (seeds / "dossier.yaml").write_text("review: strict\n", encoding="utf-8")
    for name, content in files.items():
        (seeds / f"ferry-talks.{name}.yaml").write_text(content, encoding="utf-8")
    return opened(seeds)


def test_strict_asks_for_offices_and_doubtful_names_of_our_own(seeds):
    read = strict(seeds)
    names = {w.found.name: w for w in read.readings[0].waiting if w.section in ("actors", "places")}
    assert names["Ana Lume"].reasons == ("a status of a living person, Ana Lume",)
    assert "the rules are not sure that “Orlin” is of the kind" in names["Orlin"].reasons[0]
    by_name = {actor.name.value: actor for actor in read.dossier.actors}
    assert by_name["Ana Lume"].roles == ()
    assert "Orlin" not in by_name
    assert not any(r.predicate == "holds_role_in" for r in read.dossier.relations)


def test_a_yes_to_a_name_lets_it_in_with_its_office(seeds):
    waiting = strict(seeds).readings[0].waiting
    yes = "".join(
        f"- words: {w.found.name}\n  seen: '{w.digest}'\n"
        for w in waiting
        if w.section in ("actors", "places")
    )
    by_name = {a.name.value: a for a in strict(seeds, curation=f"reviewed:\n{yes}").dossier.actors}
    assert by_name["Ana Lume"].roles
    assert "Orlin" in by_name


def test_a_name_that_an_entry_is_about_is_not_asked(seeds):
    because = "because: met Orlin in the hall, and Orlin wept"
    entry = f"actors:\n- words: Orlin\n  description: Orlin wept in the hall.\n  {because}\n"
    read = strict(seeds, curation=entry)
    assert "Orlin" in {actor.name.value for actor in read.dossier.actors}


@pytest.mark.parametrize("section", ["actors", "places"])
def test_a_name_that_the_authority_file_is_about_is_not_asked(seeds, section):
    told = f"{section}:\n- name: Orlin\n  names: [Orlin]\n"
    (seeds / "authorities.yaml").write_text(told, encoding="utf-8")
    read = strict(seeds)
    assert {each.found.name for each in read.readings[0].waiting if each.section in ("actors", "places")} == {
        "Ana Lume"
    }


def test_what_two_readers_say_alike_waits_as_one_under_strict():
    living = LIVING | {"Sudland"}
    both = asked("strict", OURS, living)
    accused = [each for each in both.waiting if ARTICLE.text.slice(each.words) == "accused"]
    assert [each.readers for each in accused] == [("rules", "reader:model")]
    assert not [claim for claim in both.findings.claims if claim.kind == "accusation"]
    stands = [claim for claim in asked("off", OURS, living).findings.claims if claim.kind == "accusation"]
    assert [claim.read_by for claim in stands] == [("rules", "reader:model")]


def test_the_first_dossier_stands_under_a_strict_review(tmp_path):
    copytree(SEEDS, tmp_path / "seeds")
    (tmp_path / "seeds/dossier.yaml").write_text("review: strict\n", encoding="utf-8")
    told = {claim.id for claim in build(tmp_path / "seeds", tmp_path / "docs").dossier.claims}
    assert told  # those that an entry of the editor's file completes
    assert told < {claim.id for claim in first_dossier().claims}
