"""Other readers' findings: what stands there is taken, inventions are refused with a reason."""

import json
import os
import re
from dataclasses import fields, is_dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from desk_texts import TALKS
from dossier.accepting import accept_file
from dossier.assembly.assembling import assemble
from dossier.assembly.gating import gated
from dossier.build import build, preview
from dossier.editing.curation import Authorities, Curation
from dossier.editing.sources import Source
from dossier.errors import DossierError
from dossier.gathering import know
from dossier.model import Article
from dossier.readers.accepting import accept
from dossier.readers.aligning import aligned
from dossier.readers.forms import Handed, read_forms
from dossier.readers.given import Given, Refusal, Stands
from dossier.readers.judging import Judging
from dossier.readers.laying import told_of_readings
from dossier.readers.merging import both_read, merged, read_by
from dossier.reading.extract import extract_findings
from dossier.reading.findings import EventFinding, Findings, NameFinding, Participant, RoleFinding, Span
from dossier.reading.interchange import findings_to_row
from dossier.reading.text.article import read_article
from dossier.seeds.articles import load_document
from dossier.seeds.door import list_folder
from reader_texts import ARTICLE, INVENTED, NAMES, PUBLISHED, SOUND, TEXT, says

GOLDEN = Path(__file__).parent / "golden"
OURS = gated(ARTICLE, extract_findings(ARTICLE)).findings
SEED = f"""---
headline: Ferry talks end in Osterby
publisher: The Osterby Post
datePublished: {PUBLISHED}
---
{TEXT}
"""


LANTERN = (
    "The mayor Emil Sander met the envoy Ida Moss in Keswick on Monday.\n\n"
    "Gunmen killed at least three soldiers in Keswick on Thursday. The government of Norland blamed the "
    "Red Lantern group for the attack. The group denied it."
)
"""Of two events the first waits for an editor, and a claim is about the second."""


def handed(*given):
    return [
        Handed(where=f"line {n}", raw=each, given=Given.model_validate(each))
        for n, each in enumerate(given, 1)
    ]


def taken(*given):
    return accept(ARTICLE, OURS, handed(*NAMES, *given), "reader:model")


def of(accepted):
    """What was taken besides the names."""
    return [each for section, found in accepted.found.items() if section != "actors" for each in found]


@pytest.mark.parametrize("given", SOUND.values(), ids=SOUND)
def test_what_the_words_say_is_taken(given):
    accepted = taken(given)
    assert accepted.refused == []
    assert accepted.taken > len(NAMES)


RIVER: dict[str, Any] = {
    "segments": ["The river belongs to all of us,"],
    "passage": "“The river belongs to all of us,” said Tolvane",
}


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (says("quote", **RIVER), None),
        (says("quote", trigger="said", **RIVER), None),
        (says("quote", slots={"speaker": "Tolvane"}, **RIVER), None),
        (
            says("quote", slots={"speaker": "Mira Tolvane"}, segments=RIVER["segments"]),
            "a speaker needs a trigger, the word of saying",
        ),
        (says("quote", trigger="said"), "a quotation needs segments, the words inside the quotation marks"),
        (
            says("quote", segments=["The river belongs to all of us"]),
            "“The river belongs to all of us” is not all that stands between two quotation marks",
        ),
    ],
)
def test_a_quotation_is_all_within_its_marks_and_a_speaker_has_a_word_of_saying(given, why):
    assert [reason for each in taken(given).refused for reason in each.reasons] == [why][: why is not None]


def test_a_turn_of_a_talk_is_a_quotation_of_another_reader_too():
    talk = "The mayor Emil Sander spoke.\n\nMR. SANDER: We wait.\n\nQ  Why?\n\nMR. SANDER: For the ferry."
    given = says("quote", segments=["For the ferry."], passage="MR. SANDER: For the ferry.")
    accepted = accept(read_article(talk, id="a"), OURS, handed(given), "reader:model")
    assert accepted.refused == []


WAITS = {"another accuser of the article", "another speaker", "another one's office"}
WAITS |= {"a relation nobody states"}


@pytest.mark.parametrize("given", INVENTED.values(), ids=INVENTED)
def test_an_invention_is_refused_with_a_reason_or_waits(given, request):
    accepted = taken(given)
    if request.node.callspec.id in WAITS:
        assert accepted.weak == taken().weak + 1
        return
    assert of(accepted) == []
    (refused,) = accepted.refused
    assert refused.raw == given
    assert all(refused.reasons)


@pytest.mark.parametrize(
    ("act", "waits"),
    [("The envoy attacked the plan in Suva.", True), ("The rebels attacked the mill in Suva.", False)],
)
def test_what_another_reader_takes_from_a_figure_of_speech_waits(act, waits):
    article = read_article(act, id="a")
    start = act.index("attacked")
    found = EventFinding(type="attack", title="Attack", trigger=Span(start, start + len("attacked")))
    answer, reasons = Judging(article, extract_findings(article))(found)
    assert (answer, "figure of speech" in " ".join(reasons)) == ("not shown" if waits else "holds", waits)


@pytest.mark.parametrize(
    ("act", "answer"),
    [
        ("Gunmen captured the envoy Ivo Stam in Suva.", "holds"),
        ("Guards captured the rebel leader Ivo Stam in Suva.", "does not"),
        ("National Guard personnel captured the rebel leader Ivo Stam in Suva.", "does not"),
        ("The rebel leader Ivo Stam was captured by the army in Suva.", "does not"),
        ("Rebels captured the town of Suva.", "not shown"),
    ],
)
def test_whom_lawful_forces_capture_nobody_kidnapped(act, answer):
    article = read_article(act, id="a")
    start = act.index("captured")
    found = EventFinding(type="kidnapping", title="Kidnapping", trigger=Span(start, start + len("captured")))
    assert Judging(article, extract_findings(article))(found).answer == answer


@pytest.mark.parametrize(
    ("words", "taken_over"),
    [("At least three", True), ("sailors", False), ("$3m", False)],
)
def test_a_number_of_people_is_one_that_the_rules_read_there(words, taken_over):
    text = "Gunmen attacked a ferry near Suva. At least three sailors were injured. It cost $3m."
    article = read_article(text, id="a")
    given = says(
        "event", "attack", passage=text.partition(". ")[0], trigger="attacked",
        number={"words": words, "kind": "injured"},
    )  # fmt: skip
    accepted = accept(article, extract_findings(article), handed(given), "reader:model")
    reasons = " ".join(reason for refused in accepted.refused for reason in refused.reasons)
    assert ("holds no one number" in reasons) is not taken_over


def test_there_are_twenty_kinds_of_invention():
    assert len(INVENTED) >= 20


def test_names_are_known_whatever_their_place_in_the_file():
    first = accept(ARTICLE, OURS, handed(*NAMES, SOUND["a meeting with its day"]), "reader:model")
    last = accept(ARTICLE, OURS, handed(SOUND["a meeting with its day"], *NAMES), "reader:model")
    assert first.findings("ferry-talks") == last.findings("ferry-talks")
    assert [e.type for e in first.found["events"]] == ["meeting"]


def test_titles_and_methods_are_ours():
    (meeting,) = taken(SOUND["a meeting with its day"]).found["events"]
    assert (meeting.title, meeting.date.edtf) == ("Meeting", "2023-05-08")
    row = findings_to_row(ARTICLE, replace(OURS, events=(replace(meeting, title="Reik bows"),)))
    given = [*handed(*NAMES), Handed(where="line 9", raw=row, row=row)]
    (again,) = accept(ARTICLE, OURS, given, "reader:m").found["events"]
    assert again.title == "Meeting"


def test_what_is_said_as_we_say_it_is_counted_once_in_whatever_words():
    boasting = replace(OURS, events=tuple(replace(each, title="Reik bows") for each in OURS.events))
    rows = [findings_to_row(ARTICLE, each) for each in (OURS, boasting)]
    told = [accept(ARTICLE, OURS, [Handed(where="line 1", raw=row, row=row)], "reader:m") for row in rows]
    assert told[0].same == told[1].same == told[0].taken > 0
    assert told[0].refused == told[1].refused == []


@pytest.mark.parametrize(
    ("given", "stands"),
    [
        (Stands(words="accused"), "accused"),
        (Stands(words="Edda Falk", start=TEXT.index("Edda"), end=TEXT.index("Edda") + 9), "Edda Falk"),
        (Stands(start=TEXT.index("Edda"), end=TEXT.index("Edda") + 4), "Edda"),
        (Stands(words="Edda Falk", start=0, end=9), "at 0 to 9 stands “Ferry tal”, not “Edda Falk”"),
        (Stands(start=5, end=99_999), "lie outside the text"),
        (Stands(start=5), "offsets need a start and an end"),
        (Stands(words="Norland"), "stands 5 times in the article"),
        (Stands(words="accuse"), "does not stand in the article"),
        (Stands(words="Edda  Falk"), "does not stand in the article"),
        (Stands(start=TEXT.index("Edda") + 1, end=TEXT.index("Edda") + 4), "cut a word"),
        (Stands(words=" "), "names no words"),
    ],
)
def test_words_stand_exactly_there_or_nowhere(given, stands):
    assert stands in told(given)


def told(given):
    """The words of the article that were meant, or why none were."""
    try:
        span = aligned(ARTICLE, given)
    except Refusal as refusal:
        return str(refusal)
    return TEXT[span.start : span.end]


def test_words_of_the_passage_need_stand_once_only_there():
    scope = Span(TEXT.index("Reik warned"), len(TEXT))
    assert aligned(ARTICLE, Stands(words="Norland"), [scope]).start > scope.start
    with pytest.raises(Refusal, match="5 times in the article"):
        aligned(ARTICLE, Stands(words="Norland"), [Span(0, 5)])


ACCUSED = TEXT.index("Sudland accused"), TEXT.index(" of an attack")
LANGEXTRACT = {
    "document_id": "ferry-talks",
    "text": TEXT,
    "extractions": [
        {
            "extraction_class": "accusation",
            "extraction_text": "Sudland accused the Reed Circle",
            "char_interval": {"start_pos": ACCUSED[0], "end_pos": ACCUSED[1]},
            "alignment_status": "match_exact",
            "attributes": {"claimant": "Sudland", "target": "the Reed Circle", "trigger": "accused"},
        },
        {
            "extraction_class": "accusation",
            "extraction_text": "Sudland accuses the Reed Circle",
            "char_interval": {"start_pos": ACCUSED[0], "end_pos": ACCUSED[1]},
            "alignment_status": "match_fuzzy",
            "attributes": {"claimant": "Sudland", "trigger": "accused"},
        },
        {"extraction_class": "person", "extraction_text": "Edda Falk", "char_interval": None},
        {"extraction_class": "mood", "extraction_text": "tense", "attributes": {}},
        {"extraction_text": "tense"},
    ],
}  # fmt: skip


def test_langextracts_lines_are_taken_where_their_words_stand():
    pieces = list(read_forms(json.dumps(LANGEXTRACT), "found.jsonl"))
    accepted = accept(ARTICLE, OURS, pieces, "reader:model")
    assert [(c.kind, c.claimant, c.target) for c in accepted.found["claims"]] == [
        ("accusation", "Sudland", "the Reed Circle")
    ]
    assert [a.name for a in accepted.found["actors"]] == ["Edda Falk"]
    assert sorted(each.where[-1] for each in accepted.refused) == ["2", "4", "5"]


TABLE = """subject,predicate,object,words
Sudland,accusation,the Reed Circle,Sudland accused the Reed Circle of an attack
the Reed Circle,accusation,Sudland,Sudland accused the Reed Circle of an attack
Tolvane,said,"The river belongs to all of us,","“The river belongs to all of us,” said Tolvane"
Norland,adores,Sudland,Norland and Sudland signed a treaty
"""


def test_a_table_names_no_trigger_and_the_gate_finds_the_one_that_tells_it():
    accepted = accept(ARTICLE, OURS, read_forms(TABLE, "found.csv"), "reader:intern")
    (claim,) = accepted.found["claims"]
    assert TEXT[claim.trigger.start : claim.trigger.end] == "accused"
    assert [each.where for each in accepted.refused] == ["line 5", "line 3"]
    assert "“adores” is no claim" in accepted.refused[0].reasons[0]


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("{", "a.jsonl", "not JSON"),
        ("[]", "a.jsonl", "an object was expected"),
        ("[" * 100_000, "a.jsonl", "not JSON"),
        ('{"kind": "deed"}', "a.jsonl", "kind: Input should be"),
        ('{"kind": "actor", "mood": 1}', "a.jsonl", "mood: Extra inputs"),
        ('{"extractions": 3}', "a.jsonl", "a list was expected"),
        ('{"extractions": [3]}', "a.jsonl", "an extraction is an object"),
        ('{"extractions": [{"extraction_class": "claim"}]}', "a.jsonl", "extraction_text are missing"),
        (
            '{"extraction_class": "claim", "extraction_text": "met", "attributes": [1]}',
            "a.jsonl",
            "attributes: an object was expected",
        ),
        ("subject,object\na,b\n", "a.csv", "no column predicate, words"),
        ('subject,predicate,object,words\na,b,c,"d\n', "a.csv", "no table"),
        ("subject,predicate,object,words\na,b,c,d,e\n", "a.csv", "more cells"),
        ("subject,predicate,object,words\na,meeting\n", "a.csv", "a trigger is missing"),
    ],
)
def test_what_is_no_finding_says_why(text, name, told):
    accepted = accept(ARTICLE, OURS, read_forms(text, name), "reader:model")
    assert told in " ".join(reason for each in accepted.refused for reason in each.reasons)
    assert accepted.taken == 0


# What two readers read


def stripped(value):
    """A finding or record as plain data, without who read it."""
    if isinstance(value, dict):
        return {k: stripped(v) for k, v in value.items() if k not in ("read_by", "also_read_by")}
    return [stripped(each) for each in value] if isinstance(value, list | tuple) else value


def assembled(findings):
    record = Article(
        id="ferry-talks", headline="Ferry talks", publisher="Post", datePublished=PUBLISHED, sha256="0" * 64,
        paragraphs=4,
    )  # fmt: skip
    source = Source(
        article=ARTICLE,
        record=record,
        findings=findings,
        curation=Curation(),
        curation_file="a.curation.yaml",
    )
    return assemble([source], Authorities(), "authorities.yaml").full()


def readers_in(value):
    """Every `read_by` in a finding."""
    if isinstance(value, tuple) and not isinstance(value, Span):
        return {r for each in value for r in readers_in(each)}
    if not is_dataclass(value):
        return set()
    inner = {r for f in fields(value) if f.name != "read_by" for r in readers_in(getattr(value, f.name))}
    return inner | ({value.read_by} if hasattr(value, "read_by") else set())


def test_what_two_readers_say_is_one_fact_with_two_readers():
    both, differences = merged(OURS, OURS, "reader:model")
    assert differences == ()
    assert both == OURS
    assert readers_in(replace(both, dates=())) == {("rules", "reader:model")}
    dossier = assembled(both)
    by = {(fact.read_by, fact.also_read_by) for _, fact in dossier.leaves()}
    assert ("rules", ("reader:model",)) in by
    assert {first for first, _ in by} <= {"rules", "register:GeoNames"}
    assert stripped(dossier.to_json()) == stripped(assembled(OURS).to_json())


def test_what_is_extracted_and_accepted_makes_the_same_facts():
    row = json.loads(json.dumps(findings_to_row(ARTICLE, extract_findings(ARTICLE))))
    accepted = accept(ARTICLE, OURS, [Handed(where="line 1", raw=row, row=row)], "reader:model")
    read = accepted.findings("ferry-talks")
    # Dates are given with the acts that they are of, not as findings of their own.
    alone = assembled(read_by(replace(read, dates=OURS.dates), ("reader:model",)))
    assert stripped(alone.to_json()) == stripped(assembled(OURS).to_json())
    assert {fact.read_by for _, fact in alone.leaves()} == {"reader:model"}


def test_where_readers_differ_ours_stands_and_the_difference_is_told():
    other = replace(OURS.quotes[0], speaker=replace(OURS.quotes[0].speaker, name="Reik", mention="Reik"))
    both, (difference,) = merged(OURS, replace(OURS, quotes=(other,)), "reader:model")
    assert both.quotes == OURS.quotes
    assert both.quotes[0].read_by == ("rules",)
    assert str(difference) == "reader:model reads speaker Reik, others speaker Tolvane"


@pytest.mark.parametrize(
    ("theirs", "whose"),
    [
        (("Reik",), {"Tolvane": 1, "Reik": 2}),
        (("Reik", "Tolvane"), {"Tolvane": 2, "Reik": 2}),
        (("Reed Circle", "Reik"), {"Tolvane": 1, "Reik": 2}),
        ((), {"Tolvane": 1, "Reik": 1}),
    ],
)
def test_of_several_parts_those_alone_that_another_reader_read_too_are_read_by_both(theirs, whose):
    def parts(names):
        return tuple(Participant(actor=name, role="party", span=Span(0, len(name))) for name in names)

    both = both_read(parts(("Tolvane", "Reik")), read_by(parts(theirs), ("reader:model",)))
    readers = {1: ("rules",), 2: ("rules", "reader:model")}
    assert [(each.actor, each.read_by) for each in both] == [(who, readers[n]) for who, n in whose.items()]


def test_a_readers_form_of_a_name_is_ours():
    theirs = taken(SOUND["a meeting with its day"]).findings("ferry-talks")
    both, _ = merged(OURS, theirs, "reader:model")
    assert [actor.name for actor in both.actors] == [*[a.name for a in OURS.actors], "Reed Circle"]
    (meeting,) = [event for event in both.events if event.type == "meeting"]
    assert [person.actor for person in meeting.participants] == ["Tolvane", "Reik"]
    assert meeting.read_by == ("reader:model",)


def test_a_role_that_two_readers_tell_is_told_once():
    role = RoleFinding(title="Mayor", of=None, span=Span(0, 5))
    other = RoleFinding(title="mayor", of=None, span=Span(0, 5))
    ours = Findings(id="a", actors=(NameFinding(name="Lume", kind="person", mentions=(), roles=(role,)),))
    for given, titles in (((other,), ["Mayor"]), ((other, replace(role, title="Poet")), ["Mayor", "Poet"])):
        theirs = replace(ours, actors=(replace(ours.actors[0], roles=given),))
        both, _ = merged(ours, theirs, "reader:model")
        assert [each.title for each in both.actors[0].roles] == titles


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Edda Falk, head of the Reed Circle, left Osterby.", "holds"),
        ("The Reed Circle met. Edda Falk, head of the Reed Circle, left Osterby.", "holds"),
        ("The Reed Circle met. Edda Falk, head of a mill, left Osterby.", "not shown"),
    ],
)
def test_an_office_is_held_in_what_its_own_sentence_names(text, answer):
    start, article = text.index("head"), read_article(text, id="a")
    role = RoleFinding(title="head", of="Reed Circle", span=Span(start, start + len("head")))
    mentions = (Span(text.index("Edda"), text.index("Edda") + len("Edda Falk")),)
    falk = NameFinding(name="Edda Falk", kind="person", mentions=mentions, roles=(role,))
    ends = [Span(m.start(), m.end()) for m in re.finditer("Reed Circle", text)]
    circle = NameFinding(name="Reed Circle", kind="organisation", mentions=tuple(ends))
    known = Findings(id="a", actors=(falk, circle))
    assert Judging(article, known)(falk).answer == answer


def test_who_gives_a_role_alone_has_not_read_the_name():
    role = RoleFinding(title="Mayor", of=None, span=Span(0, 5))
    mine = NameFinding(name="Lume", kind="person", mentions=(Span(6, 10), Span(20, 24)))
    ours = Findings(id="a", actors=(mine,))
    for mentions, readers in (((Span(6, 10),), ("rules",)), (mine.mentions, ("rules", "reader:model"))):
        given = Findings(id="a", actors=(replace(mine, mentions=mentions, roles=(role,)),))
        both, _ = merged(ours, given, "reader:model")
        assert both.actors[0].read_by == readers


# The command's files


@pytest.fixture
def seeds(tmp_path):
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "ferry-talks.md").write_text(SEED, encoding="utf-8")
    (folder / "dossier.yaml").write_text("review: off\n", encoding="utf-8")
    return folder


def write(path, *rows):
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


def test_what_is_accepted_is_kept_beside_the_article_and_built_from_there(seeds, tmp_path):
    file = write(tmp_path / "model.jsonl", *NAMES, *SOUND.values(), *INVENTED.values())
    done = accept_file(file, "model", None, seeds)
    kept = seeds / "ferry-talks.findings" / "model.jsonl"
    head = json.loads(kept.read_text(encoding="utf-8").splitlines()[0])
    assert head["reader"] == "reader:model"
    assert head["sha256"] == sha256(TEXT.encode()).hexdigest()
    refused = [
        json.loads(line) for line in (tmp_path / "model.refused.jsonl").read_text("utf-8").splitlines()
    ]
    assert len(refused) == len(done.refused) == len(INVENTED) - len(WAITS)
    assert all(each["reasons"] and each["given"] in INVENTED.values() for each in refused)
    dossier = preview(seeds)
    met = next(event for event in dossier.events if event.type.value == "meeting")
    assert met.type.read_by == "reader:model"
    assert preview(seeds).to_json() == dossier.to_json()


@pytest.mark.parametrize("text", [TEXT, TALKS], ids=["ferry", "talks"])
def test_extract_and_accept_make_what_a_build_makes(seeds, tmp_path, text):
    (seeds / "ferry-talks.md").write_text(SEED.replace(TEXT, text), encoding="utf-8")
    (seeds / "dossier.yaml").write_text("review: off\n", encoding="utf-8")
    built = preview(seeds)
    article = load_document(seeds / "ferry-talks.md").article
    row = findings_to_row(article, extract_findings(article))
    accept_file(write(tmp_path / "model.jsonl", row), "model", None, seeds)
    both = preview(seeds)
    assert stripped(both.to_json()) == stripped(built.to_json())
    shared = [fact for _, fact in both.leaves() if "reader:model" in (fact.read_by, *fact.also_read_by)]
    assert len(shared) > len(list(built.leaves())) / 2


def test_no_invention_is_in_what_is_built(seeds, tmp_path):
    accept_file(write(tmp_path / "model.jsonl", *NAMES, *INVENTED.values()), "model", None, seeds)
    before = (seeds / "ferry-talks.findings").rename(tmp_path / "aside")
    without = stripped(preview(seeds).to_json())
    before.rename(seeds / "ferry-talks.findings")
    assert stripped(preview(seeds).to_json()) == without


@pytest.mark.parametrize("review", ["off", "imported", "strict"])
def test_all_that_becomes_of_what_another_reader_hands_over_is_as_it_was_reviewed(seeds, tmp_path, review):
    """What is refused and why, what is kept, what is built of all readers; UPDATE_GOLDEN=1 writes it anew."""
    (seeds / "dossier.yaml").write_text(f"review: {review}\n", encoding="utf-8")
    file = write(tmp_path / "model.jsonl", *NAMES, *SOUND.values(), *INVENTED.values(), LANGEXTRACT)
    accept_file(file, "model", None, seeds)
    (seeds / "lantern.md").write_text(
        SEED.replace(TEXT, LANTERN).replace("Ferry talks end", "Killed"), encoding="utf-8"
    )
    articles = [ARTICLE, load_document(seeds / "lantern.md").article]
    rows = [findings_to_row(article, extract_findings(article)) for article in articles]
    accept_file(write(tmp_path / "other.jsonl", *rows), "other", None, seeds)
    told = (tmp_path / "model.refused.jsonl").read_text(encoding="utf-8").splitlines()
    told += (seeds / "ferry-talks.findings" / "model.jsonl").read_text(encoding="utf-8").splitlines()
    known = know(list_folder(seeds))
    told += told_of_readings(known.readings)
    for article, laid in zip(articles, known.readings, strict=True):
        for each in laid.waiting:
            told.append(f"waits: {each.section}: {article.text.slice(each.words)}: {'; '.join(each.reasons)}")
        for number, reading in enumerate((laid.findings, *laid.others)):
            for claim in reading.claims:
                told.append(f"{number}: about {claim.event}: {article.text.slice(claim.wording)}")
    for path, fact in preview(seeds).leaves():
        by = ", ".join((fact.read_by, *fact.also_read_by))
        told.append(f"{path} = {getattr(fact, 'value', '')} | {by}")
    text = "".join(f"{line}\n" for line in told)
    golden = GOLDEN / f"accepted-{review}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_a_second_run_replaces_the_first_and_clears_what_it_refused(seeds, tmp_path):
    file = tmp_path / "model.jsonl"
    accept_file(write(file, *INVENTED.values(), *NAMES), "model", None, seeds)
    assert (tmp_path / "model.refused.jsonl").exists()
    accept_file(write(file, SOUND["an accusation"]), "model", None, seeds)
    assert not (tmp_path / "model.refused.jsonl").exists()
    lines = (seeds / "ferry-talks.findings" / "model.jsonl").read_text("utf-8").splitlines()
    assert [next(iter(json.loads(line))) for line in lines[1:]] == ["claim"]


@pytest.mark.parametrize(
    ("row", "article", "told"),
    [
        (SOUND["a warning"] | {"article": "other"}, None, "there is no article other"),
        (SOUND["a warning"], "other", "there is no article other"),
        (
            LANGEXTRACT | {"text": "Another text"},
            None,
            "the text it was read from is not that of ferry-talks",
        ),
    ],
)
def test_findings_of_another_article_are_refused(seeds, tmp_path, row, article, told):
    done = accept_file(write(tmp_path / "model.jsonl", row), "model", article, seeds)
    assert {reason for each in done.refused for reason in each.reasons} == {told}
    assert not (seeds / "ferry-talks.findings").exists()


def test_an_empty_file_is_an_error(seeds, tmp_path):
    (tmp_path / "model.jsonl").write_text("\n", encoding="utf-8")
    with pytest.raises(DossierError, match="there is no finding in it"):
        accept_file(tmp_path / "model.jsonl", "model", None, seeds)


def test_a_mark_says_who_read_it(seeds, tmp_path):
    accept_file(write(tmp_path / "model.jsonl", *NAMES, *SOUND.values()), "model", None, seeds)
    build(seeds, tmp_path / "docs")
    told = {path.stem: path.read_text("utf-8") for path in (tmp_path / "docs").rglob("*/*.md")}
    assert "; read by model)" in told["meeting"]
    quotation = next(page for id, page in told.items() if "the-river" in id)
    assert "; read by rule and by model)" in quotation


@pytest.mark.parametrize(
    "line", ['{"kind": "actor", "name": "\\ud800"}', '{"document_id": "\\udfff", "text": ""}']
)
def test_half_a_character_is_refused_in_words_that_can_be_written(tmp_path, line):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "ferry-talks.md").write_text(SEED, encoding="utf-8")
    (tmp_path / "model.jsonl").write_text(f"{line}\n", encoding="utf-8")
    accepted = accept_file(tmp_path / "model.jsonl", "model", None, tmp_path / "seeds")
    (refused,) = accepted.refused
    assert refused.reasons == ("half of a surrogate pair, which is no character",)
    assert json.loads((tmp_path / "model.refused.jsonl").read_text(encoding="utf-8"))["given"] == line


@pytest.mark.parametrize(
    ("slots", "target"),
    [
        ({"claimant": "The Reed Circle"}, "The Reed Circle"),
        ({"claimant": "The Reed Circle", "target": "the Grey Wing"}, "the Grey Wing"),
    ],
)
def test_who_claims_responsibility_did_it_unless_another_is_named(slots, target):
    text = "The Reed Circle claimed responsibility for the attack of the Grey Wing on a mill on Monday."
    given = says("claim", "responsibility_claimed", passage=text, trigger="claimed", slots=slots)
    article = read_article(text, id="a", published=PUBLISHED)
    accepted = accept(article, Findings(id="a"), handed(given), "reader:model")
    (claim,) = accepted.found["claims"]
    assert article.text.slice(claim.target_span) == target
