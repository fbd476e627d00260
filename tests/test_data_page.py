"""The page of the data files: every file is there, and the lines it gives do what they say."""

import sqlite3
from contextlib import closing

import pytest

from dossier.exports.formats import FORMATS, WITH_THE_PAGES, export
from dossier.model import Dossier
from dossier.site.finish.data_files import write_data
from dossier.site.pages import make_pages
from dossier.site.pages.data_files import groups
from dossier.site.render import render
from site_reader import elements
from small_dossier import small_dossier

LISTED = {f"data/{path}" for group in groups() for path in group.files}
RUN = ("json", "rdf", "annotations", "network", "articles")  # what the tests have the tools of


def page_of(dossier):
    (page,) = (page for page in make_pages(dossier) if page.path == "data/index.md")
    return page


def test_every_file_is_listed_apart_from_tables_beside_others():
    made = set(export(small_dossier(), FORMATS))
    assert made >= LISTED
    assert {path for path in made - LISTED if not path.startswith(("data/csv/", "data/records/"))} == set()


def test_what_the_build_left_in_the_site_stays_byte_for_byte(tmp_path):
    left = export(small_dossier(), WITH_THE_PAGES)
    for path, data in left.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data + b"\n\n")
    write_data(tmp_path, "https://news.example/")
    assert all((tmp_path / path).read_bytes() == data + b"\n\n" for path, data in left.items())
    assert all((tmp_path / path).is_file() for path in export(small_dossier(), FORMATS))


def test_it_says_the_licence_and_is_a_dataset():
    licensed = small_dossier().model_copy(update={"licence": "https://licences.example/by", "title": "Ferry"})
    page = page_of(licensed)
    assert (page.linked_data["@type"], page.linked_data["license"]) == (
        "Dataset",
        "https://licences.example/by",
    )
    assert page.linked_data["name"] == "Ferry"
    assert "https://licences.example/by" in "".join(each.text or "" for each in elements(render(page)))
    assert "license" not in page_of(Dossier()).linked_data


def test_lines_stay_lines():
    (first, *_) = [each for each in elements(render(page_of(small_dossier()))) if each.tag == "code"]
    assert first.text.splitlines() == list(groups()[0].lines)


@pytest.mark.parametrize("group", groups(), ids=lambda group: group.id)
def test_each_group_has_three_lines(group):
    assert len(group.lines) == 3


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("group", [g for g in groups() if g.id in RUN], ids=lambda group: group.id)
def test_the_lines_run(group, tmp_path, monkeypatch, capsys):
    for path, data in export(small_dossier(), FORMATS).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    monkeypatch.chdir(tmp_path / "data")
    exec("\n".join(group.lines), {})
    assert len(capsys.readouterr().out) > 3


def test_the_lines_for_the_database_run():
    (lines,) = (group.lines for group in groups() if group.id == "sqlite")
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(export(small_dossier(), ["sqlite"])["data/dossier.sqlite"])
        database.row_factory = sqlite3.Row
        accused, nothing = (database.execute(line.split('"')[1]).fetchall() for line in lines[:2])
        found = database.execute(lines[1].split('"')[1].replace("border", "ferry")).fetchall()
    assert [row["event"] for row in accused] == ["attack-on-a-ferry"] * 2
    assert nothing == []
    assert "Attack on a ferry" in [row["title"] for row in found]
