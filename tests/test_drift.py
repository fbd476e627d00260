"""What a build tells of the sentences that changed since the last one."""

import pytest

from dossier import drift
from dossier.assembly.changes import changed_sentences
from dossier.build import build
from dossier.drift import changes_since_published, published
from dossier.reading.text.article import read_article

HEAD = "---\nheadline: {}\npublisher: The Post\ndatePublished: 2024-05-30\n---\n{}\n"
FERRY = "Gunmen killed three people in Suva on Monday, police said.\n\nAna Novak, the mayor, left for Nadi."
BRIDGE = "The bridge at Osterby was closed on Friday, the mayor Ann Holt said."
TEXTS = {"bridge": BRIDGE, "ferry": FERRY}


@pytest.fixture(scope="module")
def docs(tmp_path_factory):
    home = tmp_path_factory.mktemp("drift")
    (home / "seeds").mkdir()
    for name, text in TEXTS.items():
        (home / "seeds" / f"{name}.md").write_text(HEAD.format(name, text))
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(home)
        build(home / "seeds", home / "docs")
    return home / "docs"


@pytest.mark.parametrize(
    ("texts", "changed"),
    [
        (TEXTS, set()),
        (TEXTS | {"bridge": f"{BRIDGE}\n\nIt rained."}, set()),
        (TEXTS | {"ferry": "\n\n".join(reversed(FERRY.split("\n\n")))}, set()),
        (TEXTS | {"ferry": FERRY.replace("three", "four")}, {"ferry"}),
        ({"ferry": FERRY.partition("\n\n")[2], "bridge": f"{BRIDGE}\n\n{FERRY}"}, {"ferry"}),
        ({"bridge": BRIDGE}, set()),
        ({"bridge": FERRY, "ferry": BRIDGE}, {"ferry", "bridge"}),
    ],
)
def test_a_sentence_that_its_own_article_no_longer_has_is_told(docs, texts, changed):
    articles = [read_article(text, id=name, title=name) for name, text in texts.items()]
    found = changes_since_published(docs, articles)
    assert {each.article for each in found} == changed
    assert found == changed_sentences(published(docs), articles)


@pytest.mark.parametrize(
    ("texts", "times"),
    [
        (TEXTS, 0),
        (TEXTS | {"bridge": f"{BRIDGE}\n\nIt rained."}, 0),
        ({"bridge": BRIDGE}, 0),
        (TEXTS | {"ferry": FERRY.replace("three", "four")}, 1),
    ],
)
def test_the_data_are_taken_apart_only_where_a_sentence_changed(docs, monkeypatch, texts, times):
    taken = []
    monkeypatch.setattr(drift, "published", lambda folder: taken.append(folder) or published(folder))
    changes_since_published(docs, [read_article(text, id=name, title=name) for name, text in texts.items()])
    assert taken == [docs] * times


@pytest.mark.parametrize("data", [b"", b"{}", b'{"evidence": [{"article": "ferry", "sentences": ["0"]}]}'])
def test_data_of_another_shape_tell_of_no_change(tmp_path, data):
    (tmp_path / "data").mkdir()
    (tmp_path / "data/dossier.json").write_bytes(data)
    assert changes_since_published(tmp_path, [read_article(FERRY, id="ferry")]) == []


def test_an_article_that_the_pages_cite_and_nobody_has_is_told_with_its_name_and_the_data(docs, tmp_path):
    (tmp_path / "bridge.md").write_text(HEAD.format("bridge", BRIDGE))
    (problem,) = drift.published_problems(tmp_path, docs)
    assert (problem.file, problem.where) == (str(docs / "data/dossier.json"), "articles: ferry")
