"""The whole way: the seed article, and a second one that nobody curated, to pages and back to their words."""

import re
import shutil
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest

from dossier.assembly.changes import changed_sentences
from dossier.build import build, check, measure
from dossier.errors import DossierError
from dossier.reading.text.article import read_article
from dossier.seeds.articles import load_document
from dossier.site.transaction import STATE
from first_dossier import SEEDS, first_dossier

UNCURATED = Path(__file__).parent / "seeds" / "harbour-patrol.md"


@pytest.fixture(scope="module")
def docs(tmp_path_factory):
    """The pages of the first dossier."""
    made = tmp_path_factory.mktemp("first") / "docs"
    build(SEEDS, made)
    return made


@pytest.fixture
def workplace(tmp_path, docs):
    """A copy of seeds and docs to work on."""
    shutil.copytree(SEEDS, tmp_path / "seeds")
    shutil.copytree(docs, tmp_path / "docs")
    return tmp_path


def snapshot(folder):
    every = (path for path in sorted(folder.rglob("*")) if path.is_file() and STATE not in path.parts)
    return {path: path.read_bytes() for path in every}


def test_the_pages_are_what_the_seeds_make(docs):
    assert check(SEEDS, docs).written.changed == ()


def test_a_page_changed_by_hand_is_drift(workplace):
    page = workplace / "docs/actors/imran-khan.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nA word more.\n", encoding="utf-8")
    with pytest.raises(DossierError, match=r"actors/imran-khan.md: this page differs"):
        check(workplace / "seeds", workplace / "docs")


def test_building_again_writes_nothing(workplace):
    before = snapshot(workplace / "docs")
    build(workplace / "seeds", workplace / "docs")
    assert snapshot(workplace / "docs") == before


def test_most_facts_are_read_not_typed():
    """Of all facts, whoever read them and whether an article says them or not: a floor that only rises."""
    readers = Counter(fact.read_by.partition(":")[0] for _, fact in first_dossier().leaves())
    assert readers["rules"] / readers.total() >= 0.72
    assert readers["editor"] / readers.total() <= 0.24


CHANGES = {
    "a not": lambda words: [*words[:2], "not", *words[2:]],
    "a swap": lambda words: [words[1], words[0], *words[2:]],
    "a word less": lambda words: words[:-2] + words[-1:],
    "another word": lambda words: [*words[:1], "altered", *words[2:]],
    "a number": lambda words: [*(re.sub(r"\\d", "8", w) for w in words[:-1]), "88", words[-1]],
    "a tense": lambda words: [_other_tense(w) for w in words[:-1]] + ["once", words[-1]],
    "a place": lambda words: [*words[:-1], "in", "Osterby", words[-1]],
}


def _other_tense(word):
    tenses = {
        "was": "is",
        "were": "are",
        "is": "was",
        "are": "were",
        "has": "had",
        "will": "would",
        "said": "says",
    }
    return tenses.get(word, word)


@pytest.mark.parametrize("how", CHANGES)
def test_a_change_of_any_sentence_that_supports_a_fact_names_the_fact(how):
    (seed,) = SEEDS.glob("*.md")
    text = load_document(seed).article.text.text
    supporting = {
        (s.start, s.end)
        for e in first_dossier().evidence
        for s in load_document(seed).article.text.sentences
        if s.start < e.end and e.start < s.end
    }
    assert len(supporting) > 30
    for start, end in sorted(supporting):
        words = text[start:end].split(" ")
        altered = " ".join(CHANGES[how](words)) if len(words) > 2 else "Altered."
        assert altered != text[start:end]
        article = read_article(text[:start] + altered + text[end:], id=seed.stem)
        changed = changed_sentences(first_dossier(), [article])
        here = {e.id for e in first_dossier().evidence if e.start < end and start < e.end}
        resting = {path for path, fact in first_dossier().leaves() if here & set(fact.evidence)}
        assert resting <= {fact for each in changed for fact in each.facts}, altered


def test_a_changed_sentence_is_named_by_check_and_listed_by_build(workplace):
    (seed,) = (workplace / "seeds").glob("*.md")
    text = seed.read_text(encoding="utf-8").replace(
        "Rouhani also said the two sides", "Rouhani also said both sides"
    )
    seed.write_text(text, encoding="utf-8")
    with pytest.raises(DossierError) as caught:
        check(workplace / "seeds", workplace / "docs")
    (problem,) = (p for p in caught.value.problems if "has changed" in p.found)
    assert (Path(problem.file).name, problem.where) == (seed.name, "¶21")
    assert "wording_as_reported" in problem.found
    body = text.partition("\n---\n")[2].strip()
    checksum = sha256(body.encode()).hexdigest()
    seed.write_text(re.sub("sha256: .*", f"sha256: {checksum}", text), encoding="utf-8")
    report = build(workplace / "seeds", workplace / "docs")
    assert [each.paragraph for each in report.changed] == ["21"]
    assert "wording_as_reported" in report.summary()
    assert report.summary().startswith("1 article, ")
    assert build(workplace / "seeds", workplace / "docs").changed == ()


def test_a_site_that_republishes_is_refused(tmp_path):
    (tmp_path / "index.html").write_text("<p>Our own words.</p>", encoding="utf-8")
    assert measure(SEEDS, tmp_path)[0].within_limits
    (seed,) = SEEDS.glob("*.md")
    text = seed.read_text(encoding="utf-8").partition("\n---\n")[2]
    (tmp_path / "index.html").write_text(f"<p>{text}</p>", encoding="utf-8")
    with pytest.raises(DossierError, match=r"would show \d+ of \d+ words outside quotations"):
        measure(SEEDS, tmp_path)
    with pytest.raises(DossierError, match="there is no built site"):
        measure(SEEDS, tmp_path / "nowhere")


def test_bad_input_changes_nothing(workplace):
    seed = next((workplace / "seeds").glob("*.md"))
    seed.write_text(seed.read_text(encoding="utf-8").replace("headline:", "heading:", 1), encoding="utf-8")
    before = snapshot(workplace / "docs")
    with pytest.raises(DossierError):
        build(workplace / "seeds", workplace / "docs")
    assert snapshot(workplace / "docs") == before


def test_the_problems_of_all_files_come_together(workplace):
    seed = next((workplace / "seeds").glob("*.md"))
    seed.write_text("no front matter", encoding="utf-8")
    (workplace / "seeds/authorities.yaml").write_text("actors: [1]\n", encoding="utf-8")
    (workplace / "seeds/unknown.curation.yaml").write_text("{}\n", encoding="utf-8")
    with pytest.raises(DossierError) as caught:
        build(workplace / "seeds", workplace / "docs")
    files = {Path(problem.file).name for problem in caught.value.problems}
    assert files == {seed.name, "authorities.yaml", "unknown.curation.yaml"}


def test_an_article_nobody_curated_gets_its_pages(tmp_path):
    (tmp_path / "seeds").mkdir()
    shutil.copy(UNCURATED, tmp_path / "seeds")
    report = build(tmp_path / "seeds", tmp_path / "docs")
    dossier = report.dossier
    assert {"mere-tavola", "fiji", "tonga", "red-reef-movement"} <= {a.id for a in dossier.actors}
    assert "mere-tavola" in {q.speaker.value for q in dossier.quotes if q.speaker}
    assert {e.type.value for e in dossier.events} >= {"attack", "press_conference"}
    assert {"responsibility_blamed", "denial"} <= {c.kind.value for c in dossier.claims}
    assert any(g.kind.value == "joint_force" and g.status.value == "agreed" for g in dossier.agreements)
    assert (tmp_path / "docs/actors/mere-tavola.md").exists()
    assert (tmp_path / "docs/index.md").exists()
    assert {fact.read_by for _, fact in dossier.leaves()} <= {"rules", "register:GeoNames"}


def test_two_articles_share_the_actors_they_both_name(workplace):
    shutil.copy(UNCURATED, workplace / "seeds")
    second = workplace / "seeds" / UNCURATED.name
    second.write_text(
        second.read_text(encoding="utf-8") + "\nIran welcomed the patrol on Monday.\n", encoding="utf-8"
    )
    dossier = build(workplace / "seeds", workplace / "docs").dossier
    (iran,) = (a for a in dossier.actors if a.id == "iran")
    assert {mention.split(":")[0] for mention in iran.mentions} == {
        "harbour-patrol",
        "pakistan-iran-rapid-reaction-force",
    }
