"""The commands and what they are given: what of a file is published, refused, or told, and where."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.build import build, check
from dossier.cli import main
from dossier.drift import read_data
from dossier.errors import DossierError
from dossier.reading.interchange import article_from_row
from dossier.seeds.metadata import DocumentMetadata
from dossier.site.pages.citation import article_in_words, cite, cite_all
from small_dossier import ARTICLE

FRONT = "headline: The pier opens\npublisher: The Osterby Bell\ndatePublished: 2024-05-31\n"
TEXT = "The pier opens\n\nMayor Lena Holt of Osterby said on Friday that the pier would open.\n"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs `dossier ARGUMENTS` beside a folder of seeds with these files."""
    monkeypatch.chdir(tmp_path)
    Path("seeds").mkdir()

    def invoke(files, *arguments):
        for name, content in files.items():
            Path("seeds", name).write_bytes(content.encode())
        return CliRunner().invoke(main, [*arguments])

    return invoke


def seed(text=TEXT, front=FRONT):
    return f"---\n{front}---\n{text}"


def test_what_an_article_hides_stops_the_build_and_the_extraction(run):
    hiding = seed(TEXT + "\n<!-- Holt is accused of theft by Piet Roos, keep out -->\n")
    result = run({"a.md": hiding}, "build")
    assert result.exit_code == 1
    assert "seeds/a.md: line 10: a comment, which no reader should see: <!-- Holt is accused" in result.stderr
    assert "dossier import seeds/a.md" in result.stderr
    assert not Path("docs").exists() or not list(Path("docs").rglob("*.md"))
    result = run({}, "extract", "seeds/a.md")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "a comment, which no reader should see" in result.stderr


def test_what_is_unusual_is_told_on_standard_error_and_stops_nothing(run):
    marked = seed(TEXT + "\nThe **pier** is [new](https://news.example).\n")
    for command in (["build"], ["check"], ["extract", "seeds/a.md"]):
        result = run({"a.md": marked, "._a.md": "x"}, *command)
        assert result.exit_code == 0
        assert "seeds/a.md: line 10: warning: emphasis and a link in the text" in result.stderr
        assert "warning" not in result.stdout
    assert len(run({}, "build").stderr.splitlines()) == 2, "one line for the article, one for the leftover"


def test_a_plain_article_is_built_without_a_word_of_warning(run):
    result = run({"a.md": seed()}, "build")
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_corpus_is_told_once_of_each_kind(run):
    rows = [{"id": f"r{n}", "text": f"Holt said that **pier** {n} was safe."} for n in range(4)]
    rows.insert(2, {"id": "hides", "text": "Holt said no. <!-- keep out -->"})
    Path("c.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    result = run({}, "extract", "--jsonl", "c.jsonl")
    assert result.exit_code == 1
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["r0", "r1", "r2", "r3"]
    assert result.stderr.count("warning") == 1
    assert "c.jsonl: line 1, line 1 of the text: warning: emphasis in the text" in result.stderr
    assert "c.jsonl: line 3: line 1 of the text: a comment, which no reader should see" in result.stderr


def test_an_entry_that_is_not_taken_stops_the_build(run):
    result = run({"a.md": seed(), "a.curation.yml": "actors: []\n"}, "build")
    assert result.exit_code == 1
    assert "seeds/a.curation.yml: this file is not read" in result.stderr
    assert "a.curation.yaml" in result.stderr


def test_a_key_of_another_program_is_answered_with_ours(run):
    front = "title: The pier opens\nsitename: The Osterby Bell\ndate: 2024-05-31\n"
    result = run({"a.md": seed(front=front)}, "build")
    assert 'line 2: unknown key "title" (did you mean headline?)' in result.stderr
    assert 'line 3: unknown key "sitename" (did you mean publisher?)' in result.stderr
    assert 'line 4: unknown key "date" (did you mean datePublished?)' in result.stderr


def test_an_authority_may_give_its_aliases_as_bare_words(run):
    authorities = "actors:\n- name: Lena Holt\n  names: [Lena Holt]\n  aliases: [L. Holt]\n"
    assert run({"a.md": seed(), "authorities.yaml": authorities}, "build").exit_code == 0
    assert "L. Holt" in Path("docs/actors/lena-holt.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("authorities", "message"),
    [
        ("lookups:\n  a: b\n", 'line 1: unknown key "lookups"\n    expected: one of actors, places'),
        ("x: &m {description: Mayor.}\n", 'line 1: an anchor ("&m")'),
        (
            "actors:\n- name: Lena Holt\n  names: [Lena Holt]\n  knid: person\n",
            'line 4, actors[0].knid: unknown key "knid" (did you mean kind?)',
        ),
        (
            "actors:\n- name: Lena Holt\n  names: [Lena Holt]\n  kind: mayor\n",
            'line 4, actors[0].kind: kind is "mayor"\n    expected: one of person, state,',
        ),
        (
            "actors:\n- name: [Lena, Holt]\n  names: [Lena Holt]\n",
            "line 2, actors[0].name: name holds a list\n    expected: some words",
        ),
        (
            "actors:\n- name: Lena Holt\n  names: Lena Holt\n",
            'names: names is "Lena Holt"\n    expected: a list',
        ),
    ],
)
def test_the_words_for_a_wrong_authority(run, authorities, message):
    result = run({"a.md": seed(), "authorities.yaml": authorities}, "build")
    assert result.exit_code == 1
    assert message in result.stderr


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("author: Jo Writer\n", ("Jo Writer",)),
        ("author: [Jo Writer, Ann Bee]\n", ("Jo Writer", "Ann Bee")),
        ("author:\n- Jo Writer\n- Food and Farming Agency\n", ("Jo Writer", "Food and Farming Agency")),
        ("author:\n", ()),
        ("", ()),
    ],
)
def test_an_article_has_each_of_its_authors(run, line, author):
    assert run({"a.md": seed(front=FRONT + line)}, "build").exit_code == 0
    data = read_data(Path("docs/data/dossier.json").read_text(encoding="utf-8"), "docs")
    assert data.articles[0].author == author


@pytest.mark.parametrize(
    "line", ["Jo Writer, Ann Bee", "Jo Writer and Ann Bee", "Jo Writer; Ann Bee", "A & B"]
)
def test_several_names_on_one_line_are_asked_to_be_a_list(run, line):
    result = run({"a.md": seed(front=f"{FRONT}author: {line}\n")}, "build")
    assert f'line 5: author is "{line}"' in result.stderr
    assert "author: [Jo Writer, Ann Bee]" in result.stderr


@pytest.mark.parametrize("value", ["{a: b}", "[[a]]", "[a, '']"])
def test_what_is_no_author_is_refused(run, value):
    assert "author" in run({"a.md": seed(front=f"{FRONT}author: {value}\n")}, "build").stderr


def test_a_row_may_have_several_authors():
    assert article_from_row({"id": "a", "text": "x", "author": ["B", "C"]}).author == ("B", "C")
    assert article_from_row({"id": "a", "text": "x", "author": "B"}).author == ("B",)
    for nobody in ("", None, []):
        assert article_from_row({"id": "a", "text": "x", "author": nobody}).author == ()
    with pytest.raises(ValueError, match="author is"):
        article_from_row({"id": "a", "text": "x", "author": [1]})


@pytest.mark.parametrize(
    ("said", "authors"),
    [("", ()), (None, ()), ([], ()), ("B and C", ("B and C",)), (["B", "C"], ("B", "C"))],
)
def test_whatever_a_file_to_extract_says_of_its_authors_is_taken(said, authors):
    assert DocumentMetadata.model_validate({"author": said}).author == authors


def test_a_citation_names_all_authors_as_bibtex_does():
    article = ARTICLE.model_copy(update={"author": ("Jo Writer", "Ann Bee", "Food and Farming Agency")})
    assert article_in_words(article).startswith("Jo Writer, Ann Bee and Food and Farming Agency, “Norland")
    page = _Catalogue(article)
    (cited,) = cite(page, "x/", "X", [article.id]).articles
    assert "author = {Jo Writer and Ann Bee and {Food and Farming Agency}}" in cited.bibtex


class _Large:
    """A catalogue of more articles than a citation names."""

    called = "Dossier"

    def cited_articles(self, most):
        assert most < 90

    def years_cited(self):
        return [2020, 2021]


def test_of_many_articles_a_citation_gives_the_years_alone():
    told = cite_all(_Large(), "x/", "X")
    assert told.articles == ()
    assert "note = {Made from news reports of 2020 and 2021}" in told.bibtex


class _Catalogue:
    """As much of a catalogue as a citation asks for."""

    called = "Dossier"

    def __init__(self, article):
        self.articles = {article.id: article}

    def articles_in_order(self, ids):
        return sorted(ids)


def test_a_licence_and_a_copy_in_an_archive_are_kept_in_the_data(run):
    front = FRONT + "licence: CC BY 4.0\narchivedAt: {url: https://archive.example/pier, date: 2024-06-01}\n"
    assert run({"a.md": seed(front=front)}, "build").exit_code == 0
    (article,) = json.loads(Path("docs/data/dossier.json").read_text(encoding="utf-8"))["articles"]
    assert article["licence"] == "CC BY 4.0"
    assert article["archivedAt"] == {"url": "https://archive.example/pier", "date": "2024-06-01"}
    assert (
        run({"a.md": seed(front=FRONT + "archivedAt: https://archive.example/pier\n")}, "build").exit_code
        == 0
    )


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("ftp://archive.example/pier", 'line 5: archivedAt is "ftp://archive.example/pier"'),
        ("{date: 2024-06-01}", 'line 5, archivedAt.url: the key "url" is missing'),
        ("{url: https://archive.example/pier, date: June}", 'line 5, archivedAt.date: date is "June"'),
        ("{url: ftp://x, date: 2024-06-01}", 'line 5, archivedAt.url: url is "ftp://x"'),
    ],
)
def test_a_copy_in_an_archive_has_an_address_and_a_day(run, value, message):
    result = run({"a.md": seed(front=f"{FRONT}archivedAt: {value}\n")}, "build")
    assert message in result.stderr
    assert "archivedAt: {url: https://archive.example/2024/bridge, date: 2024-06-01}" in result.stderr


def test_front_matter_may_end_in_dots(run):
    assert run({"a.md": f"---\n{FRONT}...\n\n{TEXT}"}, "build").exit_code == 0


def test_settings_are_checked_by_every_build(run):
    assert run({"a.md": seed(), "dossier.yaml": "title: The pier\n"}, "build").exit_code == 0
    result = run({"dossier.yaml": "titel: The pier\n"}, "build")
    assert 'seeds/dossier.yaml: line 1: unknown key "titel" (did you mean title?)' in result.stderr


def test_line_ends_of_windows_in_a_checkout_are_no_drift(tmp_path):
    seeds, docs = tmp_path / "seeds", tmp_path / "docs"
    seeds.mkdir()
    (seeds / "a.md").write_text(seed(), encoding="utf-8")
    (seeds / "authorities.yaml").write_text(
        "actors:\n- name: Lena Holt\n  names: [Lena Holt]\n", encoding="utf-8"
    )
    build(seeds, docs)
    for path in [*seeds.iterdir(), *docs.rglob("*")]:
        if path.suffix in (".md", ".yaml", ".json", ".xml", ".svg"):
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert check(seeds, docs).written.changed == ()
    page = docs / "articles/a.md"
    page.write_bytes(page.read_bytes().replace(b"Holt", b"Hold"))
    with pytest.raises(DossierError, match="this page differs"):
        check(seeds, docs)


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii"])
def test_output_in_any_code_page_is_no_traceback(tmp_path, encoding):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/a.md").write_text(seed(TEXT + "\n“Tak, Łódź,” said Lena Holt.\n"), encoding="utf-8")
    (tmp_path / "seeds/b.md").write_text("---\n値: 1\n---\n値\n", encoding="utf-8")

    def dossier(*arguments):
        environment = os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
        command = [sys.executable, "-m", "dossier", *arguments]
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)

    failed = dossier("build")
    assert failed.returncode == 1
    assert b"Traceback" not in failed.stderr
    assert 'unknown key "値"' in failed.stderr.decode("utf-8")
    found = dossier("extract", "seeds/a.md")
    assert found.returncode == 0
    assert "Łódź" in "".join(str(value) for value in json.loads(found.stdout.decode("utf-8")).values())


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are Unicode")
def test_a_name_that_is_no_unicode_is_told_like_any_other(tmp_path):
    name = os.fsencode(tmp_path) + b"/caf\xe9.md"
    Path(os.fsdecode(name)).write_text("---\nx: 1\n---\nText.\n", encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "dossier",
        "build",
        "--seeds",
        str(tmp_path),
        "--docs",
        str(tmp_path / "d"),
    ]
    failed = subprocess.run(command, capture_output=True, check=False)
    assert failed.returncode == 1
    assert b"Traceback" not in failed.stderr
    assert b"caf\\udce9.md: line 2" in failed.stderr
