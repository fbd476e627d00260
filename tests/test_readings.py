"""What readers found, kept beside an article: there and back, and every line that is none refused."""

import json
from datetime import date
from hashlib import sha256

import pytest

from dossier.errors import DossierError
from dossier.reading.extract import extract_findings
from dossier.reading.findings import Findings
from dossier.reading.text.article import read_article
from dossier.seeds.door import list_folder
from dossier.seeds.readings import Head, file_of, load_reading, reading_lines, readings_of, unseeded

TEXT = (
    "KESWICK – Gunmen killed at least three soldiers in Keswick on Thursday, police said.\n\n"
    "“We will talk to Osterby,” said Emil Sander, the mayor of Keswick. He blamed the Red Lantern group "
    "for the attack. Keswick and Osterby signed a ceasefire agreement on Friday."
)
SUM = sha256(TEXT.encode()).hexdigest()
HEAD = Head(reader="reader:acme", version="2", article="a", sha256=SUM)


@pytest.fixture
def seed(tmp_path):
    path = tmp_path / "seeds" / "a.md"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


def keep(seed, data, reader="reader:acme"):
    path = file_of(seed, reader)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


def load(path):
    return load_reading(path, "a", SUM, len(TEXT))


def refused(path):
    with pytest.raises(DossierError) as caught:
        load(path)
    return [f"{problem.where}: {problem.found}" for problem in caught.value.problems]


def test_what_was_read_comes_back_whole(seed):
    found = extract_findings(read_article(TEXT, id="a", published=date(2024, 6, 1)))
    assert all((found.actors, found.places, found.dates, found.quotes, found.events, found.claims))
    path = keep(seed, reading_lines(HEAD, found))
    assert path.name == "acme.jsonl"
    read = load(path)
    assert (read.head, read.findings) == (HEAD, found)
    folder = list_folder(seed.parent)
    assert (readings_of(folder, seed), folder.problems, folder.notices) == ((path,), (), ())


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("not JSON", "line 2: no finding: Expecting value"),
        ('{"deed": {}}', "line 2: no finding: one of actor, place"),
        ('{"actor": {"kind": "person"}}', "line 2: no finding: name: field required"),
        ('{"actor": {"name": "A", "kind": "state", "rank": 3}}', "2: no finding: rank is no part of one"),
        ('{"actor": {"name": "A", "kind": "person", "mentions": [[4, 9000]]}}', "no stretch of the text"),
        ('{"actor": {"name": "A", "kind": "person", "mentions": [[9, 4]]}}', "no stretch of the text"),
        ('{"date": {"start": 3, "end": 2, "edtf": "2024", "precision": "year", "basis": "explicit", '
         '"rule": "r"}}', "no stretch of the text"),
        ('{"event": {"type": "visit", "title": "Visit", "place": null}}', "place is no part of one, or need"),
        ('{"claim": {"kind": "denial", "claimant": "A", "claimant_span": null, "target": null, '
         '"wording": [0, 4], "event": 0}}', "a claim is about event 0, and there are 0"),
        ('{"claim": {"kind": "denial", "wording": [0, 4], "event": 2}}', "claim"),
    ],
)  # fmt: skip
def test_a_line_that_is_no_finding_is_refused(seed, line, told):
    problems = refused(keep(seed, reading_lines(HEAD, Findings(id="a")) + f"{line}\n".encode()))
    assert len(problems) == 1
    assert told in problems[0]


def test_every_faulty_line_is_told_at_once(seed):
    lines = reading_lines(HEAD, Findings(id="a")) + b'{"deed": {}}\n{"actor": 3}\n'
    assert [told[:6] for told in refused(keep(seed, lines))] == ["line 2", "line 3"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"article": "b"}, "it was read from b, not from a"),
        ({"sha256": "0" * 64}, "another text was read"),
        ({"reader": "reader:other"}, "it is what reader:other read"),
        ({"reader": "editor"}, "this does not say who read what: reader"),
    ],
)
def test_a_reading_is_of_this_text_by_the_reader_whose_name_it_has(seed, change, told):
    head = json.dumps(HEAD.model_dump() | change)
    (problem,) = refused(keep(seed, head.encode()))
    assert told in problem


def test_a_folder_of_readings_belongs_to_an_article(seed):
    path = keep(seed, reading_lines(HEAD, Findings(id="a")))
    path.parent.rename(seed.parent / "b.findings")
    (problem,) = unseeded(list_folder(seed.parent))
    assert problem.found == "no article has this name"
    assert problem.example == "b.md"


def test_what_else_stands_in_a_folder_of_readings_is_told(seed):
    home = keep(seed, reading_lines(HEAD, Findings(id="a"))).parent
    for name in (".DS_Store", "acme.jsonl~", "notes.txt"):
        (home / name).touch()
    (home / "older").mkdir()
    (seed.parent / "c.findings").touch()
    folder = list_folder(seed.parent)
    told = sorted((problem.file.rpartition("/")[2], problem.found) for problem in folder.problems)
    assert told == [
        ("c.findings", "this is no folder"), ("notes.txt", "this is not read"), ("older", "this is not read")
    ]  # fmt: skip
    assert [notice.file.rpartition("/")[2] for notice in folder.notices] == ["acme.jsonl~"]
