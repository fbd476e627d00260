"""Corpora in parts: the same bytes on any engine, whatever dies; nothing read twice; articles chosen."""

import json
import os
import signal
from datetime import date
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from dossier.cli import main
from dossier.corpus import run as running
from dossier.corpus.cluster import dask_engine, size_of
from dossier.corpus.parts import digest, lines_of, list_parts
from dossier.corpus.run import here, read_corpora, read_part
from dossier.corpus.schema import SCHEMA, row_of, table_of
from dossier.corpus.select import Question, select
from dossier.corpus.store import Store
from dossier.corpus.tables import tables_of
from dossier.errors import DossierError
from dossier.reading.edition import edition
from dossier.reading.extract import extract_findings
from dossier.reading.interchange import article_from_row, findings_to_row
from made_articles import made_articles

NAMED = (
    "Talks at Limaport\n\nLIMAPORT, Peru — The government of Peru blamed the Red Reef Movement (RRM) for an "
    "attack on a bus near Limaport on Monday, in which at least 14 people were killed.\n\n“We want a joint "
    "committee,” said Ana Novak, the mayor of Limaport. Peru and Chile signed a treaty on fishing in May."
)
DENIED = (
    "A denial\n\nThe Red Reef Movement denied that it attacked a bus in Peru. Ana Novak met the Chilean "
    "president, Ida Lund, in Lima on Tuesday."
)
ROWS = (
    {
        "id": "named",
        "title": "Talks at Limaport",
        "text": NAMED,
        "published": "2024-05-31",
        "publisher": "The Norton Post",
        "author": "Ivo Stam",
        "url": "https://news.example/named",
    },
    {
        "id": "denied",
        "title": "A denial",
        "text": DENIED,
        "published": "2024-06-03",
        "publisher": "Bay Radio",
    },
    {"id": "plain", "title": "Rain", "text": "Rain\n\nIt rained in Oslo all day.", "author": ["A", "B"]},
)


def write(path, rows):
    path.write_text("".join(row if isinstance(row, str) else json.dumps(row) + "\n" for row in rows))
    return str(path)


def files_of(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """Made-up articles, with one that can't be read among them."""
    rows = [article.row + "\n" for article in made_articles(12)]
    return write(tmp_path_factory.mktemp("corpus") / "made.jsonl", [*rows[:5], '{"id": "bad"}\n', *rows[5:]])


@pytest.fixture(scope="module")
def parts(corpus):
    return list_parts([corpus], 2_000)


@pytest.fixture(scope="module")
def alone(parts, tmp_path_factory):
    """What one process makes of them."""
    folder = tmp_path_factory.mktemp("alone")
    reports = list(read_corpora(parts, str(folder), here))
    assert all(report.is_new for report in reports if report.name)
    return folder


@pytest.mark.parametrize("size", [1, 7, 60, 200, 10_000])
def test_each_line_is_in_one_part_whatever_their_size(tmp_path, size):
    lines = [f'{{"id": "{"x" * (n % 5)}{n}"}}' for n in range(20)]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join([*lines[:10], "", *lines[10:]]))
    found = [line for part in list_parts([str(path)], size) for line in lines_of(part)]
    assert [line.data.decode() for line in found] == lines
    assert all(path.read_bytes()[line.at :].startswith(line.data) for line in found)


def test_a_pattern_and_a_packed_corpus(tmp_path):
    import gzip

    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(b'{"id": "b1"}\n{"id": "b2"}\n'))
    (tmp_path / "a.jsonl").write_bytes(b'{"id": "a1"}\n')
    parts = list_parts([str(tmp_path / "*.jsonl*")], 5)
    lines = [line.data for part in parts for line in lines_of(part)]
    assert lines == [b'{"id": "a1"}', b'{"id": "b1"}', b'{"id": "b2"}']


def test_every_corpus_that_is_not_there_is_told_at_once(tmp_path):
    with pytest.raises(DossierError) as caught:
        list_parts([str(tmp_path / "a.jsonl"), str(tmp_path / "*.gz"), "nowhere://x"], 100)
    assert len(caught.value.problems) == 3


def test_a_digest_is_of_what_the_lines_say(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b'{"id": "a"}\n{"id": "b"}\n')
    other.write_bytes(b'\n{"id": "a"} \n\n{"id": "b"}')
    digests = [digest(list(lines_of(part))) for path in (one, other) for part in list_parts([str(path)], 99)]
    other.write_bytes(b'{"id": "a"}\n{"id": "c"}\n')
    assert digests[0] == digests[1] != digest(list(lines_of(list_parts([str(other)], 99)[0])))


def test_the_schema_holds_all_that_extract_writes():
    rows = []
    for given in ROWS:
        article = article_from_row(given)
        found = findings_to_row(article, extract_findings(article))
        rows.append(row_of(given, json.loads(json.dumps(found)), "e"))
    assert all(
        any(row[kind] for row in rows) for kind in ("quotes", "claims", "events", "agreements", "dates")
    )
    assert table_of(rows).to_pylist() == rows
    assert rows[0]["published"] == date(2024, 5, 31)
    assert [row["authors"] for row in rows] == [["Ivo Stam"], None, ["A", "B"]]


def test_a_number_too_great_for_the_table_is_left_out_of_it():
    article = article_from_row(ROWS[0])
    row = row_of(ROWS[0], findings_to_row(article, extract_findings(article)), "e")
    (counted,) = [each for event in row["events"] for each in event["casualties"]]
    counted |= {"min": 10**30, "max": 14}
    pledge = {"id": "a", "text": "Peru pledged $3m to Chile on Monday."}
    pledged = article_from_row(pledge)
    other = row_of(pledge, findings_to_row(pledged, extract_findings(pledged)), "e")
    (amount,) = [each["amount"] for each in other["agreements"]]
    amount |= {"min": 10**30, "max": 10**30}
    made, given = table_of([row, other]).to_pylist()
    (bounds,) = [each for event in made["events"] for each in event["casualties"]]
    assert (bounds["min"], bounds["max"]) == (None, 14)
    assert [each["amount"]["min"] for each in given["agreements"]] == [None]


def test_parts_hold_what_extract_writes_of_the_whole(alone, corpus, tmp_path):
    output = tmp_path / "whole.jsonl"
    result = CliRunner().invoke(main, ["extract", "--jsonl", corpus, "-o", str(output)])
    assert result.exit_code == 1  # the bad line
    listed = [json.loads(line) for line in (alone / "parts.jsonl").read_text().splitlines()]
    joined = "".join((alone / "findings" / f"{part['name']}.jsonl").read_text() for part in listed)
    assert joined == output.read_text()
    tables = [pq.read_table(alone / "articles" / f"{part['name']}.parquet") for part in listed]
    assert all(table.schema.equals(SCHEMA) for table in tables)
    assert [id for t in tables for id in t["id"].to_pylist()] == [
        json.loads(r)["id"] for r in joined.splitlines()
    ]
    assert sum(part["left_out"] for part in listed) == 1
    (trouble,) = [why for part in listed for why in Store(str(alone)).left_out(part["name"])]
    assert "text is missing or empty" in trouble
    assert f"{Path(corpus).read_bytes().index(b'bad') - 8}" in trouble


def test_what_is_there_is_not_read_again(alone, parts, monkeypatch):
    before = files_of(alone)
    monkeypatch.setattr(running, "extract_input", lambda _: pytest.fail("an article was read again"))
    reports = list(read_corpora(parts, str(alone), here))
    assert not any(report.is_new for report in reports)
    assert sum(report.articles for report in reports) == 12
    assert sum(report.left_out for report in reports) == 1
    assert files_of(alone) == before


def test_other_rules_read_again_and_a_worker_with_others_is_refused(parts, tmp_path, monkeypatch):
    first = read_part(parts[0], str(tmp_path), edition())
    monkeypatch.setattr(running, "edition", lambda: "0123456789ab")
    with pytest.raises(DossierError, match="same version of the program"):
        read_part(parts[0], str(tmp_path), edition())
    second = read_part(parts[0], str(tmp_path), "0123456789ab")
    assert second.is_new
    assert first.name.split("-")[0] == second.name.split("-")[0]
    assert first.name != second.name


def test_nothing_is_there_of_a_part_that_was_stopped(parts, tmp_path, monkeypatch):
    def stopped(self, source, target):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("fsspec.implementations.local.LocalFileSystem.mv", stopped)
        with pytest.raises(KeyboardInterrupt):
            read_part(parts[0], str(tmp_path), edition())
    assert [path for path in files_of(tmp_path) if not path.endswith(".new")] == []
    reports = list(read_corpora(parts[:1], str(tmp_path), here))
    assert reports[0].is_new
    assert not [path for path in files_of(tmp_path) if path.endswith(".new")]


@pytest.mark.filterwarnings("default")  # dask's own
def test_a_cluster_one_worker_of_which_is_killed_writes_the_same_bytes_and_reads_nothing_twice(
    alone, parts, tmp_path
):
    from distributed import Client, LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        engine = dask_engine(cluster.scheduler_address, 0)
        running = read_corpora(parts, str(tmp_path), engine)
        next(running)
        assert len(list((tmp_path / "findings").iterdir())) < len([p for p in parts if list(lines_of(p))])
        with Client(cluster.scheduler_address) as client:
            busy = next(address for address, tasks in client.processing().items() if tasks)
            os.kill(client.run(os.getpid, workers=[busy])[busy], signal.SIGKILL)
        list(running)
        assert files_of(tmp_path) == files_of(alone)
        before = {path: path.stat().st_mtime_ns for path in tmp_path.glob("*/*")}
        again = list(read_corpora(parts, str(tmp_path), engine))
    assert not any(report.is_new for report in again)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.glob("*/*")} == before


def test_no_scheduler_at_an_address_is_one_clear_message(corpus, tmp_path, monkeypatch):
    def refused(address, timeout):
        raise OSError("Timed out trying to connect")

    monkeypatch.setattr("dossier.corpus.cluster.Client", refused)
    arguments = ["--engine", "dask", "--scheduler", "tcp://127.0.0.1:1", "--out", str(tmp_path / "out")]
    result = CliRunner().invoke(main, ["extract", "--jsonl", corpus, *arguments])
    assert result.exit_code == 1
    assert "tcp://127.0.0.1:1: no scheduler answers" in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--engine", "dask"], "--out DIR"),
        (["--out", "d", "-o", "f"], "no -o FINDINGS"),
        (["--out", "d", "--scheduler", "x"], "--engine dask"),
        (["--out", "d", "--jobs", "2"], "--jobs with --out"),
        (["--out", "d", "--part-size", "many"], "many is no size"),
        (["--out", "d", "--part-size", "0"], "0 is no size"),
    ],
)
def test_options_that_do_not_go_together(corpus, arguments, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["extract", "--jsonl", corpus, *arguments])
    assert result.exit_code == 2
    assert said in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("written", "size"), [("4MB", 4_000_000), ("500 kB", 500_000), ("", 0), ("x", 0)])
def test_sizes(written, size):
    assert size_of(written) == size


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    """The folder of three articles, one of them in two parts."""
    folder = tmp_path_factory.mktemp("read")
    paths = [
        write(folder / "one.jsonl", [ROWS[0], ROWS[1]]),
        write(folder / "two.jsonl", [ROWS[2], ROWS[0]]),
    ]
    list(read_corpora(list_parts(paths, 10_000), str(folder / "read"), here))
    return str(folder / "read")


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({"names": ("ana novak",)}, ["denied", "named"]),
        ({"names": ("RRM",)}, ["named"]),  # another form, of one article
        ({"names": ("Novak",)}, []),  # part of a name is no name
        ({"places": ("Oslo", "Limaport")}, ["named", "plain"]),
        ({"kinds": ("treaty",)}, ["named"]),
        ({"kinds": ("denial",)}, ["denied"]),
        ({"kinds": ("visit",)}, []),
        ({"claimants": ("Red Reef Movement",)}, ["denied"]),
        ({"targets": ("rrm",)}, ["named"]),
        ({"targets": ("Red Reef Movement",), "kinds": ("denial",)}, []),  # not of one claim
        ({"names": ("Ana Novak",), "after": date(2024, 6, 1)}, ["denied"]),
        ({"names": ("Ana Novak",), "before": date(2024, 5, 31)}, ["named"]),
        ({"before": date(2024, 6, 3)}, ["denied", "named"]),  # the latest first; none without a date
        ({"where": "publisher = 'Bay Radio' OR title = 'Rain'"}, ["denied", "plain"]),
        ({"names": ("Ana Novak",), "where": "len(claims) = 0 -- none"}, []),
    ],
)
def test_articles_are_chosen_by_what_is_asked(read, asked, ids):
    chosen = select(Question(**asked), tables_of([read]), 10)
    assert [row["id"] for row in chosen.rows] == ids
    assert chosen.found == len(ids)


def test_of_more_than_the_limit_those_that_name_it_most(read):
    chosen = select(Question(names=("Red Reef Movement", "Peru")), tables_of([read]), 1)
    assert ([row["id"] for row in chosen.rows], chosen.found) == (["named"], 2)


@pytest.mark.parametrize(
    "where",
    [
        "no_such_column = 1",
        "true; DROP VIEW articles",
        "id IN (SELECT content FROM read_text('{outside}'))",
        "id IN (SELECT id FROM read_csv('{outside}'))",
        "true) AS a; COPY (SELECT 1) TO '{outside}'; SELECT (true",
        "true; SET enable_external_access = true",
    ],
)
def test_a_condition_opens_and_changes_nothing_else(read, where, tmp_path):
    outside = tmp_path / "outside.csv"
    outside.write_text("id\nnamed\n")
    with pytest.raises(DossierError, match="can’t be asked"):
        select(Question(where=where.format(outside=outside)), tables_of([read]), 10)
    assert outside.read_text() == "id\nnamed\n"


def test_a_file_that_is_no_such_table(tmp_path):
    broken, other = tmp_path / "broken.parquet", tmp_path / "it's another.parquet"
    broken.write_text("x")
    duckdb.sql("SELECT 1 AS id").write_parquet(str(other))
    for path, said in ((broken, "no table of read articles"), (other, "it has no column actors")):
        with pytest.raises(DossierError, match=said):
            select(Question(names=("a",)), [str(path)], 10)
    with pytest.raises(DossierError) as caught:
        tables_of([str(tmp_path), str(tmp_path / "x.parquet")])
    assert len(caught.value.problems) == 2


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        (["a.parquet"], ["a.parquet"]),
        (["*.parquet"], ["a.parquet", "b.parquet", "c d.parquet"]),
        (["?.parquet", "a.parquet"], ["a.parquet", "b.parquet"]),
        (["[bc].parquet"], ["b.parquet"]),
        (["c d.parquet", "b.parquet"], ["c d.parquet", "b.parquet"]),
        (["x.parquet"], None),
        (["x*.parquet"], None),
        (["."], None),
        (["a.parquet", "x.parquet", "y?"], None),
    ],
)
def test_which_tables_are_meant(tmp_path, monkeypatch, given, meant):
    monkeypatch.chdir(tmp_path)
    for name in ("a.parquet", "b.parquet", "c d.parquet"):
        (tmp_path / name).write_text("x")
    if meant is None:
        with pytest.raises(DossierError) as caught:
            tables_of(given)
        assert {problem.file for problem in caught.value.problems} == set(given) - {"a.parquet"}
        return
    assert tables_of(given) == [str(tmp_path / name) for name in meant]


def test_what_is_chosen_becomes_seeds_that_build(read, tmp_path):
    run = CliRunner()
    out = tmp_path / "seeds"
    arguments = ["select", read, "--name", "Ana Novak", "--out", str(out), "--publisher", "Nobody"]
    result = run.invoke(main, arguments)
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in out.iterdir()) == ["a-denial.md", "talks-at-limaport.md"]
    seed = (out / "talks-at-limaport.md").read_text()
    assert seed.split("---\n")[2] == NAMED + "\n"
    assert "publisher: The Norton Post" in seed
    assert "author: Ivo Stam" in seed
    assert "url: https://news.example/named" in seed
    again = run.invoke(main, arguments)
    assert again.exit_code == 0
    assert len(list(out.iterdir())) == 2
    assert run.invoke(main, ["check", "--seeds", str(out), "--docs", str(tmp_path / "docs")]).exit_code == 1
    built = run.invoke(main, ["build", "--seeds", str(out), "--docs", str(tmp_path / "docs")])
    assert built.exit_code == 0, built.output


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([], 2, "Which articles?"),
        (["--kind", "attak", "--kind", "attack", "--kind", "treety"], 1, "2 problems"),
        (["--after", "31.5.2024"], 2, "31.5.2024 is no day"),
        (["--name", "Ana Novak"], 0, "named\t2024-05-31\tTalks at Limaport"),
    ],
)
def test_what_select_says(read, arguments, code, said):
    result = CliRunner().invoke(main, ["select", read, *arguments])
    assert result.exit_code == code
    assert said in result.output
