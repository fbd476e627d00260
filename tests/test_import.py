"""`dossier import`: what it asks, fetches and keeps, that it overwrites nothing, and build takes it all."""

import json
import logging
import os
import re
import shutil
import sys
import zipfile
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import example, given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from dossier import build as pipeline
from dossier.cli import main
from dossier.commands import importing
from dossier.errors import DossierError
from dossier.seeds.articles import load_seed
from dossier.seeds.door import MAX_BYTES
from dossier.seeds.importing import extra
from dossier.seeds.importing import run as importing_run
from dossier.seeds.importing.characters import clean
from dossier.seeds.importing.compose import compose, seed_text
from dossier.seeds.importing.days import read_days
from dossier.seeds.importing.feed import read_feed
from dossier.seeds.importing.forms import OtherForm, form_of_bytes, form_of_text
from dossier.seeds.importing.head import split_head
from dossier.seeds.importing.lines import join_lines
from dossier.seeds.importing.material import Block, Material, Original, nobody, shortened
from dossier.seeds.importing.talk import Answers
from local_server import free_port, serving

FILES = Path(__file__).parent / "importing/files"
HEAD = "---\ntitle: Ferry sold\npublisher: Vale Times\ndate: 2024-05-31\n---\n"
NOTE = HEAD + "The ferry of Tarn was sold on Friday, the mayor said.\n"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs `dossier import ARGUMENTS` in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    return lambda *arguments, **more: CliRunner().invoke(main, ["import", *map(str, arguments)], **more)


@pytest.mark.parametrize(
    ("written", "days", "utc"),
    [
        ("2024-05-31", ["2024-05-31"], False),
        ("2024-05-31T23:30:00-05:00", ["2024-05-31"], False),
        ("2024-05-31 23:30", ["2024-05-31"], False),
        ("2024-05-31T04:30:00Z", ["2024-05-31"], True),
        ("2024/5/3", ["2024-05-03"], False),
        ("20240531", ["2024-05-31"], False),
        ("31 May 2024", ["2024-05-31"], False),
        ("Friday, 31st of May, 2024", ["2024-05-31"], False),
        ("May 31, 2024", ["2024-05-31"], False),
        ("Fri, 31 May 2024 09:00:00 GMT", ["2024-05-31"], True),
        ("Sept. 3, 2024 at 9:15 am", ["2024-09-03"], False),
        ("31-Dec-2023", ["2023-12-31"], False),
        ("31/12/2023", ["2023-12-31"], False),
        ("12/31/2023", ["2023-12-31"], False),
        ("03/04/2024", ["2024-04-03", "2024-03-04"], False),
        ("04.04.2024", ["2024-04-04"], False),
        ("31 June 2024", [], False),
        ("13/13/2024", [], False),
        ("Ju 3, 2024", [], False),
        ("3 May 24", [], False),
        ("yesterday", [], False),
        ("May 2024", [], False),
        ("1717142400", [], False),
    ],
)
def test_a_written_date_is_one_day_two_or_none(written, days, utc):
    assert read_days(written) == (tuple(map(date.fromisoformat, days)), utc)


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One line.\n\nAnother line.", ["One line.", "Another line."]),
        ("The mayor said the\nferry was sold.", ["The mayor said the ferry was sold."]),
        (
            "The mayor of Tarn said on Friday that\nOstholm had sold the ferry.",
            ["The mayor of Tarn said on Friday that Ostholm had sold the ferry."],
        ),
        ("HOME\nNEWS\nThe ferry was sold.", ["HOME", "NEWS", "The ferry was sold."]),
        ("Q. Who paid?\nA. The town.", ["Q: Who paid?", "A: The town."]),
        ("a self-\ngoverning town of an-\nglers", ["a self-governing town of anglers"]),
        ("the ferry-\nman and the ferry-man", ["the ferry-man and the ferry-man"]),
        ("- one thing\n- another thing", ["one thing", "another thing"]),
        ("A first.\n*****\nA second.", ["A first.", "A second."]),
        ("It was sold in\n\n- 2 -\n\nmay of this year.", ["It was sold in may of this year."]),
        ("It was sold\n\n7\n\nin May. The\n\n8\n\nbuyer left.", ["It was sold in May. The buyer left."]),
        ("The dead number\n\n12\n\nand no more.", ["The dead number", "12", "and no more."]),
        ("Killed\n\n12\n\nHurt\n\n31", ["Killed", "12", "Hurt", "31"]),
    ],
)
def test_lines_become_paragraphs(text, paragraphs):
    assert [block.text for block in join_lines(text).blocks] == paragraphs


RELEASE = "PRESS RELEASE\n\nFerry sold\n\n{}\n\nThe ferry was sold, the mayor said.\n"


def test_what_is_known_is_not_asked_and_what_is_not_is_asked_at_a_terminal(run, monkeypatch):
    Path("a.txt").write_text(RELEASE.format("03/04/2024"))
    asked = []

    def answer(question):
        asked.append(question.key)
        return {"boilerplate": "drop", "publisher": "Vale Times", "date_order": "mdy"}[question.key]

    monkeypatch.setattr(importing, "asker", lambda files: answer)
    result = run("a.txt")
    assert (result.exit_code, asked) == (0, ["boilerplate", "date_order", "publisher"])
    metadata = load_seed(Path("seeds/ferry-sold.md")).metadata
    assert (metadata.publisher, metadata.datePublished) == ("Vale Times", date(2024, 3, 4))


def test_a_terminal_is_asked_with_what_the_question_is_about(run, monkeypatch):
    monkeypatch.setattr(importing, "asker", lambda files: importing.asked)
    Path("a.txt").write_text(RELEASE.format("31 May 2024"))
    result = run("a.txt", input="drop\n\n")
    assert "    a release’s head: “PRESS RELEASE”\nLeave these lines out (drop, keep): " in result.stderr
    assert "nothing says who published it" in result.stderr
    assert result.exit_code == 1
    assert run("a.txt", input="drop\nVale Times\n").exit_code == 0


def test_without_a_terminal_each_open_question_names_its_option(run):
    Path("a.txt").write_text("The ferry was sold on Friday, said the mayor of Tarn.\n")
    result = run("a.txt")
    assert result.exit_code == 1
    for option in ("--headline HEADLINE", "--publisher NAME", "--date 2024-05-31"):
        assert f"dossier import a.txt {option}" in result.stderr
    assert not Path("seeds").exists()


def test_options_fill_what_is_missing_and_change_nothing_that_is_said(run):
    Path("a.md").write_text(NOTE)
    options = ("--publisher", "X", "--date", "2020-01-01", "--headline", "Y")
    assert run("a.md", *options).exit_code == 0
    metadata = load_seed(Path("seeds/ferry-sold.md")).metadata
    assert (metadata.headline, metadata.publisher) == ("Ferry sold", "Vale Times")
    assert metadata.datePublished == date(2024, 5, 31)


def test_a_publisher_that_was_only_guessed_gives_way_to_the_option(run):
    Path("a.md").write_text(NOTE.replace("publisher: Vale Times", "url: https://www.vale.example/x"))
    result = run("a.md", "--publisher", "Vale Times")
    assert load_seed(Path("seeds/ferry-sold.md")).metadata.publisher == "Vale Times"
    assert "guessed" not in result.output


def test_nothing_is_overwritten_and_nothing_imported_twice(run):
    Path("a.md").write_text(NOTE)
    Path("b.md").write_text(NOTE.replace("Friday", "Monday"))
    Path("c.md").write_text(NOTE.replace("title", "headline"))
    assert run("a.md").output == "a.md → seeds/ferry-sold.md\n"
    first = Path("seeds/ferry-sold.md").read_bytes()
    Path("seeds/ferry-sold.md").write_bytes(first.replace(b"Vale Times", b"The Vale Times"))
    edited = Path("seeds/ferry-sold.md").read_bytes()
    assert run("a.md").output == "a.md: imported already, as seeds/ferry-sold.md\n"
    assert run("c.md").output == "c.md: its text is that of seeds/ferry-sold.md\n"
    assert "b.md → seeds/ferry-sold-2.md\n" in run("b.md").output
    assert Path("seeds/ferry-sold.md").read_bytes() == edited
    Path("d.md").write_text(NOTE.replace("Friday", "Sunday"))
    assert "d.md → seeds/ferry-sold-3.md\n" in run("d.md").output
    names = ["ferry-sold-2.md", "ferry-sold-3.md", "ferry-sold.md"]
    assert sorted(path.name for path in Path("seeds").iterdir()) == names


def test_the_original_is_named_with_its_digest_and_the_text_with_its_own(run):
    Path("deep/er").mkdir(parents=True)
    Path("deep/er/a.md").write_text(NOTE)
    run("deep/er/a.md")
    seed = Path("seeds/ferry-sold.md").read_text()
    assert f"original: a.md\noriginalSha256: {sha256(NOTE.encode()).hexdigest()}\n" in seed
    body = seed.split("---\n", 2)[2].strip("\n")
    assert f"sha256: {sha256(body.encode()).hexdigest()}\n" in seed


def test_a_folder_is_taken_with_its_folders_without_hidden_files_and_what_is_no_article_told(run):
    Path("in/2024").mkdir(parents=True)
    Path("in/a.md").write_text(NOTE)
    Path("in/2024/b.md").write_text(NOTE.replace("sold", "lost"))
    Path("in/._a.md").write_bytes(b"\0\x05\x16\x07\0\xff")
    Path("in/2024/x.png").write_bytes(b"\x89PNG\r\n")
    result = run("in")
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "in/2024/b.md → seeds/ferry-lost.md",
        "in/2024/x.png: not read: this is a PNG picture, which import doesn’t read",
        "in/a.md → seeds/ferry-sold.md",
    ]


def test_a_folder_without_a_file_is_told(run):
    Path("in").mkdir()
    result = run("in")
    assert (result.exit_code, "in: no file is in this folder" in result.stderr) == (1, True)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_a_name_of_many_lines_is_told_on_one(run):
    Path("a\nb\t.md").write_text(NOTE)
    assert run("a\nb\t.md").exit_code == 0
    assert "original: a b .md\n" in Path("seeds/ferry-sold.md").read_text()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_a_pipe_is_told_and_not_waited_for(run):
    os.mkfifo("a.md")
    result = run("a.md")
    assert result.exit_code == 1
    assert "a.md: this is a pipe or a device" in result.stderr


def test_a_file_of_many_articles_may_be_larger_than_an_article(run):
    row = {"title": "Ferry sold", "content": "The mayor said that the ferry was sold.", "date": "2024-05-31"}
    rows = [json.dumps(row), json.dumps({"title": "Long", "rest": "x" * MAX_BYTES})]
    Path("all.jsonl").write_text("\n".join(rows), encoding="utf-8")
    run("all.jsonl", "--publisher", "Vale Times")
    assert Path("seeds/ferry-sold.md").exists()


@pytest.mark.parametrize("encoding", ["UTF-16LE", "UTF-16BE"])
def test_the_encoding_of_a_file_without_a_mark_is_named(run, encoding):
    Path("a.txt").write_bytes("The mayor said that the ferry was sold.".encode(encoding))
    assert f"dossier import a.txt --encoding {encoding}" in run("a.txt").stderr


@pytest.mark.parametrize("levels", [8_000, 100_000], ids=["what some Pythons read", "what none reads"])
@pytest.mark.parametrize("name", ["a.json", "a"])
@pytest.mark.parametrize(("first", "last"), [("[", "]"), ('{"a":', "}")])
def test_json_without_end_is_told(run, first, last, name, levels):
    Path(name).write_text(f"{first * levels}1{last * levels}", encoding="utf-8")
    result = run(name)
    assert "1 article not imported." in result.stderr
    assert isinstance(result.exception, SystemExit)


def test_an_article_deep_in_json_is_found(run):
    article = {"@type": "NewsArticle", "headline": "Ferry sold", "articleBody": "The ferry of Tarn was sold."}
    Path("a.json").write_text(
        f"{'[' * 500}{json.dumps({'x': article | {'datePublished': '2024-05-31'}})}{']' * 500}"
    )
    assert run("a.json", "--publisher", "Vale Times").exit_code == 0
    assert Path("seeds/ferry-sold.md").exists()


@pytest.mark.parametrize("several", [True, False])
def test_names_of_follow_the_money_may_be_a_list_or_one(run, several):
    entity = {"schema": "Person", "caption": "Ana Bo", "properties": {"alias": ["A. Bo"]}}
    Path("names.json").write_text(json.dumps([entity, entity | {"caption": "Eno Ra"}] if several else entity))
    assert run("names.json").exit_code == 0
    names = Path("seeds/authorities.csv").read_text(encoding="utf-8")
    assert ("Ana Bo,A. Bo,person" in names, "Eno Ra" in names) == (True, several)


def test_one_that_cannot_be_imported_costs_no_other(run):
    Path("a.md").write_text("---\ntitle: x\n")
    Path("b.md").write_text(NOTE)
    result = run("a.md", "b.md", "missing.md")
    assert result.exit_code == 1
    assert Path("seeds/ferry-sold.md").exists()
    assert "a.md: line 1: the front matter opened here with --- never ends" in result.stderr
    assert "missing.md: no such file" in result.stderr
    assert "2 articles not imported." in result.stderr


def test_standard_input(run):
    assert run("-", input=NOTE).exit_code == 0
    assert "original: standard input\n" in Path("seeds/ferry-sold.md").read_text()


@pytest.mark.parametrize("module", ["trafilatura", "mammoth", "feedparser"])
def test_a_form_whose_library_is_missing_says_how_to_get_it(run, monkeypatch, module):
    def missing(name):
        raise ModuleNotFoundError(f"No module named {name!r}", name=name.split(".")[0])

    monkeypatch.setattr(extra, "import_module", missing)
    file = {"trafilatura": "pages/small.html", "mammoth": "word/article.docx", "feedparser": "feeds/rss.xml"}[
        module
    ]
    result = run(FILES / file)
    assert result.exit_code == 1
    assert re.search(rf"pip install .*'{module}[^ ']*'", result.stderr)
    assert "dossier[" not in result.stderr


# The address form, with a server of our own

ARCHIVED = "/web/20240601000000/https://ostholm-post.example/storm"
PAGES = {
    "/storm": ("text/html; charset=utf-8", (FILES / "pages/linked-data.html").read_bytes()),
    "/old": ("->", b"/storm"),
    ARCHIVED: ("text/html", (FILES / "pages/open-graph.html").read_bytes()),
    "/photo": ("image/jpeg", (FILES / "other/photo.jpg").read_bytes()),
}


@pytest.fixture(scope="module")
def server():
    with serving(PAGES) as address:
        yield address


def test_an_address_is_fetched_and_its_page_kept_outside_the_seeds(run, server):
    result = run(f"{server}/old", "--keep", "kept")
    assert result.exit_code == 0, result.output
    seed = Path("seeds/storm-takes-the-roof-of-a-school.md").read_text()
    page = PAGES["/storm"][1]
    assert f"original: {server}/storm\n" in seed
    assert f"originalSha256: {sha256(page).hexdigest()}\n" in seed
    (warc,) = Path("kept").iterdir()
    assert f"warc: {warc.name}\nwarcSha256: {sha256(warc.read_bytes()).hexdigest()}\n" in seed
    with warc.open("rb") as stream:
        (kept,) = (
            (
                record.rec_headers.get_header("WARC-Target-URI"),
                record.http_headers.get_statuscode(),
                record.content_stream().read(),
            )
            for record in ArchiveIterator(stream)
        )
    assert kept == (f"{server}/storm", "200", page)
    assert "→" not in run(f"{server}/storm", "--keep", "kept").output
    assert len(list(Path("kept").iterdir())) == 1


def test_a_page_kept_by_another_hand_is_not_written_over(run, server):
    run(f"{server}/storm", "--keep", "kept")
    (warc,) = Path("kept").iterdir()
    warc.write_bytes(b"mine")
    Path("seeds/storm-takes-the-roof-of-a-school.md").unlink()
    result = run(f"{server}/storm", "--keep", "kept")
    assert result.exit_code == 1
    assert f"{warc}: this file is there already" in result.stderr
    assert warc.read_bytes() == b"mine"


def test_an_archive_s_page_is_the_original_s(run):
    address = "https://web.archive.org/web/20240601120000/https://vale.example/x"
    Path("a.md").write_text(NOTE.replace("date:", f"url: {address}\ndate:"))
    run("a.md")
    seed = Path("seeds/ferry-sold.md").read_text()
    assert "url: https://vale.example/x\n" in seed
    assert f"archivedAt: {address}\n" in seed


def test_a_page_is_not_kept_within_the_repository(run, server):
    Path(".git").mkdir()
    result = run(f"{server}/storm", "--keep", "kept")
    assert result.exit_code == 1
    assert "kept: this folder lies in the repository" in result.stderr
    assert not Path("kept").exists()


@pytest.mark.parametrize(
    ("path", "why"),
    [("/gone", "the server answers 410 Gone"), ("/photo", "this is a JPEG picture")],
)
def test_an_address_without_an_article_is_told(run, server, path, why):
    result = run(server + path, "--keep", "kept")
    assert result.exit_code == 1
    assert f"{server}{path}: {why}" in result.stderr


def test_an_address_that_nobody_answers_is_told(run):
    result = run(f"http://127.0.0.1:{free_port()}/x", "--keep", "kept")
    assert "it can’t be fetched: " in result.stderr


# What import writes, build takes

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=60)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("cut.html", '<!DOCTYPE html>\n<html lang="en">', "this page is empty or can’t be read"),
        ("torn.csv", 'name,"alias\nAna Bo,x\n', "unexpected end of data"),
    ],
)
def test_a_file_broken_in_its_head_is_told(tmp_path, run, name, data, told):
    (tmp_path / name).write_text(data, encoding="utf-8")
    result = run(name, "--publisher", "X", "--date", "2024-05-31", "--headline", "Y")
    assert result.exit_code == 1
    assert told in result.output
    assert not isinstance(result.exception, AssertionError)


@example(lines=["a\rb\nc"], title="T\rU", publisher="P", authors=["A\nB"])
@example(lines=["a\U0001fffe"], title="T", publisher="P", authors=[])
@example(lines=["a"], title="T", publisher="P", authors=[";", "A;;B"])
@given(st.lists(WORDS, min_size=1, max_size=5), WORDS, WORDS, st.lists(WORDS, max_size=3))
def test_whatever_stands_in_an_original_is_a_seed_or_a_message(
    tmp_path_factory, lines, title, publisher, authors
):
    material = Material(
        blocks=tuple(map(Block, lines)),
        said={"title": title, "publisher": publisher, "author": authors, "date": "2024-05-31"},
    )
    original = Original(file="a.md", name="a.md", data=b"x")
    try:
        composed = compose(original, material, Answers(boilerplate="drop"), nobody)
    except DossierError:
        return  # what it says is tested above; nothing else is raised
    path = tmp_path_factory.mktemp("seeds") / f"{composed.name}.md"
    path.write_bytes(seed_text(composed.values, composed.body).encode())
    seed = load_seed(path)
    assert path.read_text(encoding="utf-8").endswith(f"---\n{composed.body}\n")
    assert seed.metadata.headline == composed.values["headline"]


def test_build_takes_whatever_was_imported(run, recwarn):
    shutil.copytree(FILES, "in")
    options = (
        "--publisher",
        "Ostholm Post",
        "--date",
        "2024-05-31",
        "--boilerplate",
        "drop",
        "--date-order",
        "dmy",
    )
    result = run("in", *options)
    written = [line for line in result.output.splitlines() if " → " in line and line.endswith(".md")]
    assert len(written) > 50
    built = CliRunner().invoke(main, ["build"])
    assert built.exit_code == 0, built.output
    assert [line.partition(": warning: ")[2] for line in built.stderr.splitlines()] == [
        "emphasis in the text, read as the article’s words; "
        "dossier import seeds/toll-on-the-bridge-goes-up.md takes it out"
    ], "the one article whose own asterisks were escaped"
    assert not recwarn.list
    articles = json.loads(Path("docs/data/dossier.json").read_text())["articles"]
    assert len(articles) == len(written)
    pipeline.check(Path("seeds"), Path("docs"))


ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><title>P</title><entry><title>T</title>{}</entry></feed>'


@pytest.mark.parametrize(
    "entry", ["", "<content/>", "<summary/>", "<title><link href='x'/><content>It rained.</content>"]
)
def test_an_entry_without_text_is_refused(entry):
    original = Original(name="atom.xml", file="atom.xml", data=ATOM.format(entry).encode())
    told = list(read_feed(original))
    assert all(isinstance(each, DossierError) for each in told)
    assert "the entry has no text" in str(told[-1])


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("<author><name>Ana Lume</name></author>", ["Ana Lume"]),
        (
            "<author><email>a@post.example</email></author><author><name>Ivo Stam</name></author>",
            ["Ivo Stam"],
        ),
    ],
)
def test_an_author_of_an_entry_has_a_name(author, names):
    entry = f"{author}<content>It rained in Suva.</content>"
    (read,) = read_feed(Original(name="a.xml", file="a.xml", data=ATOM.format(entry).encode()))
    assert read.said["author"] == names


@pytest.mark.parametrize(
    "words",
    [
        "<content>It rained\x01 in Suva.</content>",
        "<content>It rained&#1; in Suva.</content>",
        "<content type='html'>It rained&amp;#1; in Suva.</content>",
        "<content type='html'>It rained&amp;#x1F; in &lt;b&gt;Suva&lt;/b&gt;.</content>",
    ],
)
def test_a_control_character_in_an_entry_is_told_where_it_stood(words):
    told = read_feed(Original(name="a.xml", file="a.xml", data=ATOM.format(words).encode()))
    (read,) = (each for each in told if isinstance(each, Material))
    (block,) = read.blocks
    assert re.fullmatch("It rained(.) in Suva\\.", block.text)
    assert clean(block.text).control is not None


def packed(*names):
    """A ZIP file of such empty files."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, "")
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("letter.docx", packed("other.xml"), "word"),
        ("letter", packed("word/document.xml"), "word"),  # by what is in it, whatever it is called
        ("letter.zip", packed("word/document.xml"), "word"),
        ("letter.txt", b"word/document.xml", None),
    ],
)
def test_a_word_file_is_known_by_its_ending_or_by_what_is_in_it(name, data, form):
    assert form_of_bytes(Original(file=name, name=name, data=data)) == form


XML = '<?xml version="1.0"?>\n<ledger><row>Lee said the ferry was sold.</row></ledger>'


@pytest.mark.parametrize(
    ("name", "text", "address"),
    [
        ("ledger", XML, None),
        ("ledger.txt", XML, None),
        ("https://example.org/ledger", XML, "https://example.org/ledger"),
        ("ledger.xml", XML.partition("\n")[2], None),
    ],
)
def test_xml_of_no_known_kind_is_no_text(name, text, address):
    original = Original(file=name, name=name, data=text.encode(), address=address)
    with pytest.raises(OtherForm, match="XML with the root <ledger>"):
        form_of_text(original, text)
    prose = "The <ledger> is a ship, Lee said."
    assert form_of_text(Original(file="a.txt", name="a.txt", data=prose.encode()), prose) == "plain"


def test_a_packed_file_of_something_else_is_told():
    with pytest.raises(OtherForm):
        form_of_bytes(Original(file="letter.zip", name="letter.zip", data=packed("letter.txt")))


def test_a_seed_that_no_build_would_take_is_not_left(run, monkeypatch):
    def refuse(path):
        raise importing_run.refused(str(path), "it is read by nobody", "another text")

    Path("note.md").write_text(NOTE)
    monkeypatch.setattr(importing_run, "load_seed", refuse)
    result = run("note.md")
    assert result.exit_code == 1
    assert "it is read by nobody" in result.stderr
    assert list(Path("seeds").glob("*.md")) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("a ferry", "“a ferry”"),
        (" a\n ferry ", "“a ferry”"),
        ("a ferry is", "“a ferry is”"),
        ("a ferry was", "“a ferry w…”"),
        ("the mill is old", "“the mill…”"),
    ],
)
def test_words_are_told_on_a_line_no_longer_than_there_is_room(words, told):
    assert shortened(words, 10) == told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Title: The pier\n\nIt opened.", {}),  # a paper may print so
        ("Title: The pier\nAuthor: Jo Writer\n\nIt opened.", {"Title": "The pier", "Author": "Jo Writer"}),
    ],
)
def test_one_line_alone_is_no_head(text, said):
    head = split_head(text, "a.md")
    assert head.said == said
    assert head.body.strip().endswith("It opened.")
    assert ("Title" in head.body) is not bool(said)


def test_what_readers_say_below_a_page_is_none_of_its_text(run):
    told = "<p>The ferry of Tarn was sold on Friday, the mayor said, after years of talks.</p>"
    talk = '<section id="comments"><p>I never liked that old ferry of theirs at all.</p></section>'
    Path("page.html").write_text(
        f"<html><head><title>Ferry sold</title></head><body><article><h1>Ferry sold</h1>{told * 4}</article>"
        f"{talk}</body></html>"
    )
    run("page.html", "--publisher", "Vale Times", "--date", "2024-05-31")
    (seed,) = Path("seeds").glob("*.md")
    assert "ferry of Tarn was sold" in seed.read_text()
    assert "never liked" not in seed.read_text()


def test_what_a_library_logs_is_said_by_nobody(monkeypatch):
    logger = logging.getLogger("trafilatura")
    monkeypatch.setattr(logger, "handlers", [])  # it would be the last resort's, on standard error
    for _ in range(2):
        extra.needed("json", "a page", "a.html")
    assert [type(handler) for handler in logger.handlers] == [logging.NullHandler]
