"""Wherever the original of an article is named, on a page or in a file of data, so is its archived copy."""

import csv
import io
import json
from datetime import date

import pytest
import rdflib
import yaml

from dossier.exports import NAMES
from dossier.exports.formats import export
from dossier.model import Archived
from dossier.site.files import make_files
from site_reader import elements, to_html
from small_dossier import small_dossier

ORIGINAL, COPY = "https://post.example/2021/6/9/ferry", "https://archive.example/1"
CLOSE = ("p", "li", "dd", "dl")
"""What a reader sees as one: a line, or the facts beside the text."""


def archived(copy=COPY):
    dossier = small_dossier()
    (article,) = dossier.articles
    kept = Archived(url=copy, date=date(2021, 6, 10)) if copy else None
    return dossier.model_copy(update={"articles": (article.model_copy(update={"archivedAt": kept}),)})


def files(dossier):
    return {**make_files(dossier), **export(dossier, NAMES)}


def objects(value):
    """Each object in a value, within it first."""
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects(each)
    if isinstance(value, dict):
        yield value


def naming(value):
    """The innermost objects that have its address, and each text that it stands in."""
    for each in objects(value):
        yield from (own for own in each.values() if isinstance(own, str) and f" {ORIGINAL}" in own)
        if any(str(own).startswith(ORIGINAL) for own in each.values()):
            yield json.dumps(each, ensure_ascii=False, default=str)


def in_lines(text):
    return [line for line in text.splitlines() if ORIGINAL in line]


def in_front_matter(text):
    return list(naming(yaml.safe_load(text.split("---\n")[1])))


def in_turtle(text):
    graph = rdflib.Graph().parse(data=text, format="turtle")
    for subject in {s for s, _, o in graph if ORIGINAL in str(o)}:
        around = graph.cbd(subject)
        yield " ".join(str(o) for _, _, o in around)


def on_page(text):
    """What stands around each link to the original, as a reader sees it."""
    shown = list(elements(text))
    parents = {child: parent for parent in shown for child in parent}
    for link in shown:
        if (link.get("href") or "").startswith(ORIGINAL):
            around = parents[link]
            while around.tag not in CLOSE:
                around = parents[around]
            beside = parents[around] if around.tag == "dd" else around
            yield " ".join(each.get("href") or "" for each in beside.iter())


WAYS = {
    ".md": lambda text: [*in_front_matter(text), *on_page(text)],
    ".json": lambda text: list(naming(json.loads(text))),
    ".jsonld": lambda text: list(naming(json.loads(text))),
    ".csv": lambda text: [" ".join(row) for row in csv.reader(io.StringIO(text)) if ORIGINAL in row],
    ".ttl": lambda text: list(in_turtle(text)),
    ".bib": in_lines,
    ".xml": in_lines,
    ".geojson": lambda text: list(naming(json.loads(text))),
    ".graphml": in_lines,
    ".svg": in_lines,
}


def named(dossier):
    """By file, what stands around each place that names the original."""
    found = {}
    for path, data in files(dossier).items():
        ending = f".{path.rpartition('.')[2]}"
        if ending == ".sqlite" or ending not in WAYS:
            assert ORIGINAL.encode() not in data or ending == ".sqlite", path
        elif near := WAYS[ending](data.decode()):
            found[path] = near
    return found


def test_no_original_is_named_without_its_copy_beside_it():
    alone = [(path, near) for path, all in named(archived()).items() for near in all if COPY not in near]
    assert alone == []


def test_what_names_the_original_is_found_everywhere():
    found = named(archived())
    assert len([path for path in found if path.endswith(".md")]) >= 20
    assert {path.rpartition(".")[2] for path in found} >= {"md", "json", "jsonld", "csv", "ttl", "bib"}
    assert "data/datapackage.json" in found
    assert len(found["articles/ferry.md"]) > 5


def test_without_a_copy_none_is_named():
    found = named(archived(None))
    assert any(found.values())
    assert not [path for path, data in files(archived(None)).items() if COPY.encode() in data]


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("data/articles.bib", f"note = {{Archived at {COPY}}}"),
        ("data/articles.csl.json", f'"archive_location": "{COPY}"'),
        ("data/annotations.jsonld", '"sourceDate": "2021-06-10T00:00:00Z"'),
    ],
)
def test_each_format_says_it_in_its_own_words(path, says):
    assert says in files(archived())[path].decode()


def test_the_outline_leads_to_both():
    page = files(archived())["articles/ferry.md"].decode()
    assert "[Original, ¶1](" in page
    assert page.count(f"[archived copy]({COPY})") == page.count("[Original, ¶") + page.count("[Original, Hea")
    assert to_html(page).count(COPY) > 5
