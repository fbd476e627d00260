"""A dossier that grows: what an added article changes, and that every old address still answers."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.assembly.ledger import LEDGER, load_ledger
from dossier.build import build, release
from dossier.model import Article
from dossier.site.pages import entries

STORY = yaml.safe_load(Path(__file__).with_name("growing_story.yaml").read_text(encoding="utf-8"))["articles"]
DAY, LATER = date(2024, 8, 1), date(2024, 9, 1)
FIRST_NAMES = ("Ada", "Emil", "Ida", "Otto", "Vera", "Hugo", "Nora", "Karl", "Lena", "Axel")
LAST_NAMES = ("Moss", "Brandt", "Holm", "Lindqvist")
UNRELATED = "Gunmen robbed a bank in Perth on Monday, killing two guards, the banker Piet Vermeer said."
RELATED = "At least 27 people were killed in a bombing in Suva on Friday. Fijian President Mere Tavola wept."


def write(seeds, name, text, publisher, published):
    head = f"headline: Report {name}\npublisher: {publisher}\ndatePublished: {published}"
    (seeds / f"{name}.md").write_text(f"---\n{head}\n---\n{text}\n", encoding="utf-8")


def write_story(seeds, articles=STORY):
    seeds.mkdir(exist_ok=True)
    for each in articles:
        write(seeds, each["id"], each["text"], each["publisher"], each["published"])


@pytest.fixture(scope="module")
def fifty(tmp_path_factory):
    """Seeds of fifty articles, released, and the dossier."""
    folder = tmp_path_factory.mktemp("fifty")
    write_story(folder / "seeds")
    names = [f"{first} {last}" for last in LAST_NAMES for first in FIRST_NAMES][: 50 - len(STORY)]
    for number, name in enumerate(names):
        text = f"The teacher {name} opened a school on Monday. “School {number} is open to all,” said {name}."
        write(folder / "seeds", f"school-{number}", text, "The Herald", "2024-03-12")
    return folder, release(folder / "seeds", folder / "docs", DAY).dossier


@pytest.mark.parametrize("name", ["aa-added", "zz-added"])
@pytest.mark.parametrize("text", [UNRELATED, RELATED], ids=["unrelated", "related"])
def test_an_added_article_changes_no_page_whose_facts_it_does_not_change(fifty, name, text):
    folder, before = fifty
    docs = folder / "docs"
    pages = {path: path.read_bytes() for path in docs.rglob("*.md")}
    write(folder / "seeds", name, text, "The Perth Mail", "2024-05-06")
    try:
        after = build(folder / "seeds", docs).dossier
        same = {record.id: record for record in before.records()}
        unchanged = {record.id for record in after.records() if same.get(record.id) == record}
        beside = {
            id
            for record in after.records()
            if record.id not in unchanged
            for id in (record.id, *named_by(record))
        }
        assert len(unchanged) > 100
        assert len(set(same) - {record.id for record in after.records()}) == 0
        drifted = [
            path.relative_to(docs).as_posix()
            for path, data in pages.items()
            if path.stem in unchanged - beside
            and path.parent.name in FOLDERS
            and (not path.exists() or path.read_bytes() != data)
        ]
        assert drifted == []
    finally:
        (folder / "seeds" / f"{name}.md").unlink()
        build(folder / "seeds", docs)
    assert {path: path.read_bytes() for path in docs.rglob("*.md")} == pages


FOLDERS = {"actors", "places", "events", "agreements", "quotes", "claims"}


def named_by(record):
    """Ids that a record's fields name."""
    data = record.model_dump(mode="json")

    def walk(value):
        if isinstance(value, dict):
            for each in value.values():
                yield from walk(each)
        elif isinstance(value, list):
            for each in value:
                yield from walk(each)
        elif isinstance(value, str):
            yield value

    return set(walk(data))


SAME = [
    {
        "between": [
            {"article": "herald-diver", "words": "John Marsh, a diver"},
            {"article": "wire-force", "words": "John Marsh"},
        ]
    },
    {
        "section": "events",
        "between": [
            {"article": "echo-second", "words": "killed in a bombing"},
            {"article": "post-first", "words": "killed in a bombing"},
        ],
    },
]


@settings(
    max_examples=3,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    first=st.sets(st.sampled_from(range(len(STORY))), min_size=3, max_size=7),
    decided=st.lists(st.sampled_from(range(len(SAME))), unique=True),
)
def test_every_old_address_still_answers_after_any_merge(tmp_path_factory, monkeypatch, first, decided):
    monkeypatch.setattr(entries, "FROM", 3)  # so that some actors have an entry instead of a page
    folder = tmp_path_factory.mktemp("merge")
    seeds, docs = folder / "seeds", folder / "docs"
    write_story(seeds, [STORY[n] for n in sorted(first)])
    write(
        seeds, "mill", "The clerk Otto Krantz and the miller Vera Quist live near a mill.", "P", "2024-03-12"
    )
    before = release(seeds, docs, DAY).dossier
    addresses = {
        path.relative_to(docs).as_posix() for path in docs.rglob("*.md") if path.parent.name in FOLDERS
    }
    write_story(seeds)
    write(seeds, "mill-2", "The miller Vera Quist was arrested on Monday.", "P", "2024-03-13")
    authorities = {"same": [SAME[n] for n in decided]}
    (seeds / "authorities.yaml").write_text(yaml.safe_dump(authorities), encoding="utf-8")
    after = release(seeds, docs, LATER).dossier
    assert addresses <= {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")}
    live = {record.id for record in after.records()}
    for line in load_ledger(seeds / LEDGER):
        if line.section != "articles" and line.id in {record.id for record in before.records()}:
            assert line.id in live or line.state == "moved", line.address
    assert all(isinstance(article, Article) for article in after.articles)
    states = {line.id: line.state for line in load_ledger(seeds / LEDGER) if line.section == "actors"}
    assert {actor.id for actor in before.actors if actor.entry} >= {"otto-krantz", "vera-quist"}
    for actor in before.actors:
        if actor.entry:
            listed = (docs / f"{actor.entry.rstrip('/')}.md").read_text(encoding="utf-8")
            assert f"{{: #{actor.id} }}" in listed or states[actor.id] == "withdrawn", actor.id
