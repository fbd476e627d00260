"""The command line: exit codes, what is said where, and that bad input costs nothing else."""

import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli import main
from dossier.reading import batch as reading
from dossier.reading.extract import extract_findings
from dossier.site.address import address_notes
from dossier.site.transaction import STATE

TEXT = "“We agree to that,” said Ana Novak."
GOOD = {"id": "a", "title": None, "text": TEXT, "published": "2024-05-31"}


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs `dossier ARGUMENTS` in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments, **given: CliRunner().invoke(main, [str(a) for a in arguments], **given)


def corpus(path, rows):
    lines = [row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows]
    Path(path).write_bytes(b"\n".join(lines) + b"\n")
    return path


def many(count):
    return [GOOD | {"id": f"a{number}", "text": TEXT + " " * number} for number in range(count)]


def test_its_version(run):
    assert run("--version").output == f"dossier {version('dossier')}\n"


def test_help_names_the_commands(run):
    output = run("--help").output
    assert all(f"  {command}  " in output for command in ("build", "check", "extract", "explain", "draft"))


@pytest.mark.parametrize("command", ["build", "check"])
def test_bad_input_is_one_message_and_exit_1_and_changes_nothing(run, command):
    Path("seeds").mkdir()
    Path("docs").mkdir()
    Path("docs/index.md").write_text("as it was")
    Path("seeds/a.md").write_text("---\nheadline: x\n")
    result = run(command)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.splitlines()[0].endswith("nothing was written.")
    assert "seeds/a.md: line 1: the front matter opened here never ends" in result.stderr
    assert [path.name for path in Path("docs").rglob("*") if STATE not in path.parts] == ["index.md"]
    assert Path("docs/index.md").read_text() == "as it was"


def test_a_defect_is_not_dressed_up_as_bad_input(run, monkeypatch):
    def broken(seeds, docs, workers):
        raise RuntimeError("a defect")

    monkeypatch.setattr("dossier.build.build", broken)
    assert isinstance(run("build").exception, RuntimeError)


def test_extract_writes_one_object_per_article_in_order(run):
    corpus("c.jsonl", many(5))
    Path("b.txt").write_text("Ana Novak said it was late.\n")
    result = run("extract", "b.txt", "--jsonl", "c.jsonl", "-o", "out.jsonl")
    assert (result.exit_code, result.output) == (0, "")
    rows = [json.loads(line) for line in Path("out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["b", "a0", "a1", "a2", "a3", "a4"]
    assert set(rows[0]) == {"id", "quotes", "actors", "places", "dates", "events", "agreements", "claims"}


def test_extract_writes_to_standard_output_unless_told_otherwise(run):
    corpus("c.jsonl", [GOOD])
    assert json.loads(run("extract", "--jsonl", "c.jsonl").stdout)["id"] == "a"


def test_extract_gives_the_same_on_several_cores(run, monkeypatch):
    monkeypatch.setattr(reading, "_CHUNK_BYTES", 500)
    corpus("c.jsonl", [*many(40), b"no json", *many(3)])
    outputs = [run("extract", "--jsonl", "c.jsonl", "--jobs", jobs) for jobs in (1, 2, 3)]
    assert outputs[0].stdout.count("\n") == 43
    assert len({(result.stdout, result.stderr, result.exit_code) for result in outputs}) == 1


BAD_ROWS = [
    (b"{", "c.jsonl: line 2: not JSON: Expecting property name enclosed in double quotes (character 2)"),
    (b'{"id": "x", "text": "caf\xe9"}', "c.jsonl: line 2: byte 24 of the line is not UTF-8"),
    ([], "c.jsonl: line 2: a row is an object with id and text, not []"),
    ({"id": "x"}, "c.jsonl: line 2: text is missing or empty"),
    ({"id": "x", "text": " \n"}, "c.jsonl: line 2: text is missing or empty"),
    ({"text": "x"}, "c.jsonl: line 2: id is missing or empty"),
    ({"id": 3, "text": "x"}, "c.jsonl: line 2: id is 3, expected a string"),
    (
        {"id": "x", "text": "x", "published": "May"},
        'c.jsonl: line 2: published is "May", expected a date such as 2024-05-31',
    ),
    (
        {"id": "x", "text": "\ud800"},
        "c.jsonl: line 2: text holds half of a surrogate pair, which is no character",
    ),
    (b"[" * 100_000, "c.jsonl: line 2: maximum recursion depth exceeded"),
]


@pytest.mark.parametrize(("row", "message"), BAD_ROWS)
def test_one_bad_row_is_reported_and_skipped(run, row, message):
    corpus("c.jsonl", [GOOD, row, b"", GOOD | {"id": "b"}])
    result = run("extract", "--jsonl", "c.jsonl", "-o", "out.jsonl")
    assert result.exit_code == 1
    assert result.stderr.startswith(message)
    assert result.stderr.endswith("\nError: 1 article left out.\n")
    rows = [json.loads(line) for line in Path("out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["a", "b"]


def test_a_bad_file_costs_no_other(run):
    Path("good.md").write_text("Ana Novak said it was late.\n")
    Path("latin.txt").write_bytes(b"caf\xe9")
    Path("folder").mkdir()
    result = run("extract", "none.md", "latin.txt", "folder", "good.md")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["id"] == "good"
    assert "none.md: no such file" in result.stderr
    assert "latin.txt: line 1: byte 3 (0xE9) is not UTF-8" in result.stderr
    assert "folder: this is a folder" in result.stderr
    assert result.stderr.endswith("3 articles left out.\n")


def test_a_defect_in_one_article_is_told_in_full_and_costs_no_other(run, monkeypatch):

    def broken(article):
        if article.id == "a1":
            raise IndexError("a defect")
        return extract_findings(article)

    monkeypatch.setattr(reading, "extract_findings", broken)
    corpus("c.jsonl", many(3))
    result = run("extract", "--jsonl", "c.jsonl")
    assert result.exit_code == 1
    assert result.stdout.count("\n") == 2
    assert result.stderr.startswith("c.jsonl: line 2: the rules failed on it\nTraceback")
    assert "IndexError: a defect" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Nothing to read: name FILES or a --jsonl CORPUS."),
        (["--jsonl", "none.jsonl"], "File 'none.jsonl' does not exist."),
        (["--jsonl", "c.jsonl", "-o", "no/out"], "There is no folder no to write out to."),
        (["--jsonl", "c.jsonl", "-o", "c.jsonl"], "c.jsonl is to be read and written at once"),
        (["--jsonl", "c.jsonl", "--jobs", "0"], "0 is not in the range"),
    ],
)
def test_wrong_use_is_exit_2(run, arguments, message):
    corpus("c.jsonl", [GOOD])
    result = run("extract", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert json.loads(Path("c.jsonl").read_text()) == GOOD


def test_findings_replace_the_old_file_only_when_complete(run, monkeypatch):
    corpus("c.jsonl", many(3))
    Path("out.jsonl").write_text("old")

    whole = reading.extract_inputs

    def interrupted(inputs, jobs):
        yield from list(whole(inputs, jobs))[:1]
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(reading, "extract_inputs", interrupted)
        assert run("extract", "--jsonl", "c.jsonl", "-o", "out.jsonl").exit_code == 130
    assert Path("out.jsonl").read_text() == "old"
    assert {path.name for path in Path().iterdir()} - {".cache"} == {"c.jsonl", "out.jsonl"}
    run("extract", "--jsonl", "c.jsonl", "-o", "out.jsonl")
    assert Path("out.jsonl").read_text().count("\n") == 3


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no /dev/null to spare")
def test_what_is_no_regular_file_is_written_not_replaced(run):
    corpus("c.jsonl", [GOOD])
    assert run("extract", "--jsonl", "c.jsonl", "-o", os.devnull).exit_code == 0
    assert not Path(os.devnull).is_file()


def test_articles_are_read_as_they_are_needed():
    taken = []

    def inputs():
        for number in range(100_000):
            taken.append(number)
            line = json.dumps(GOOD | {"text": TEXT * 2_000}).encode()
            yield reading.Input(where=str(number), size=len(line), line=line)

    outputs = reading.extract_inputs(inputs(), 2)
    for _ in range(3):
        next(outputs)
    outputs.close()
    assert len(taken) < 30


def test_frames_are_explained_and_trees_drawn(run):
    Path("a.txt").write_text(
        "Rebels attacked a <b> village near Suva.\n\nThe village slept.\n", encoding="utf-8"
    )
    told = run("explain", "a.txt").stdout
    assert "attacked: assault (hit: " in told
    assert "slept" not in told.partition("\nSentences\n")[0]
    page = run("explain", "--html", "a.txt").stdout
    assert page.count("<svg") == 2
    assert "<li>attacked: assault" in page
    assert "<b>" not in page


@pytest.mark.parametrize("source", ["a.txt", "-"])
def test_what_was_read_is_explained(run, source):
    text = "Mr Ilmets flew to Tallinn with Tondra Airways on 3 May 2019. At least 14 came.\n"
    Path("a.txt").write_text(text)
    result = run("explain", source, input=text if source == "-" else None)
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0] == "Names"
    assert "  Ilmets ×1: person, by words beside it" in result.output
    assert any(
        line.startswith("    +") and line.endswith("last of more words: organisation") for line in lines
    )
    assert any(line.startswith("  3 May 2019: 2019-05-03, on (form day; as written)") for line in lines)
    assert "  At least 14: 14 to – (form hedged-count)" in lines


def test_a_draft_is_written_and_a_second_run_keeps_it(run):
    Path("a.md").write_text(
        "---\nheadline: Talks\npublisher: P\ndatePublished: 2024-05-31\n---\n"
        "Ana Novak, the mayor of Lima, met Ivo Horvat in Lima on Friday.\n",
        encoding="utf-8",
    )
    first = run("draft", "a.md")
    assert first.exit_code == 0, first.output
    assert first.output.startswith("a.curation.yaml: added ")
    drafted = Path("a.curation.yaml").read_text(encoding="utf-8")
    assert run("draft", "a.md").output == "a.curation.yaml: nothing new; left as it is\n"
    assert Path("a.curation.yaml").read_text(encoding="utf-8") == drafted


def test_the_findings_do_not_hang_on_the_order_of_sets(tmp_path):
    rows = [
        GOOD,
        GOOD | {"id": "b", "text": "Ana Novak, Ivo Horvat and Petra Lind of Peru blamed Chile, Fiji said."},
    ]
    source = corpus(tmp_path / "c.jsonl", rows)
    command = [sys.executable, "-m", "dossier", "extract", "--jsonl", str(source)]
    outputs = {
        subprocess.run(
            command, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1


def test_findings_in_a_file_are_utf_8_whatever_the_system_s_code_page(run):
    Path("a.md").write_text("“We agree,” said Łukasz Čapek.", encoding="utf-8")
    environment = os.environ | {"PYTHONIOENCODING": "cp1252"}
    command = [sys.executable, "-m", "dossier", "extract", "a.md"]
    done = subprocess.run(command, capture_output=True, env=environment)
    assert done.returncode == 0, done.stderr
    assert "Łukasz Čapek" in json.loads(done.stdout.decode("utf-8"))["quotes"][0]["speaker"]["name"]


@pytest.mark.parametrize(
    ("address", "warned"),
    [
        ("http://127.0.0.1:8000/", True),
        ("http://localhost/", True),
        ("http://[::1]:8000/", True),
        ("https://news.example/dossier/", False),
        ("https://127.0.0.1.example/", False),
        (None, False),
    ],
)
def test_a_site_that_names_this_machine_as_its_address_is_told(tmp_path, address, warned):
    link = f'<link rel="canonical" href="{address}">' if address else ""
    (tmp_path / "index.html").write_text(f"<!doctype html><head>{link}<title>x</title>", encoding="utf-8")
    (note,) = list(address_notes(tmp_path)) or [""]
    assert ("SITE_URL=https://" in note and str(address) in note) == warned


def a_seed():
    Path("seeds").mkdir()
    Path("seeds/a.md").write_text(
        "---\nheadline: Talks\npublisher: The Post\ndatePublished: 2024-05-31\n---\n" + TEXT + "\n"
    )


def test_export_writes_every_format_and_leaves_what_else_is_there(run):
    a_seed()
    Path("out").mkdir()
    Path("out/notes.md").write_text("---\ngenerated: true\n---\n")
    result = run("export", "--out", "out")
    assert result.exit_code == 0, result.stderr
    made = {path.relative_to("out").as_posix() for path in Path("out").rglob("*") if STATE not in path.parts}
    assert {"dossier.json", "csv/records.csv", "dossier.sqlite", "places.geojson", "notes.md"} <= made
    assert result.stdout.endswith("files written to out\n")


def test_export_writes_the_formats_that_are_named(run):
    a_seed()
    assert run("export", "--format", "geojson", "--out", "out").exit_code == 0
    assert [path.name for path in Path("out").iterdir() if path.name != STATE] == ["places.geojson"]
    assert run("export", "--format", "xlsx").exit_code == 2


def test_export_of_bad_seeds_writes_nothing(run):
    Path("seeds").mkdir()
    Path("seeds/a.md").write_text("---\nheadline: x\n")
    assert run("export").exit_code == 1
    assert not Path("data").exists()
