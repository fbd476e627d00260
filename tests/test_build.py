"""The whole way: the seed article, and a second one that nobody curated, to pages and back to their words."""

import json
import random
import shutil
from pathlib import Path

import pytest

from dossier.assembly.evidence import word_spans
from dossier.build import build, check, measure
from dossier.errors import DossierError
from dossier.model import Dossier
from dossier.site.transaction import STATE

ROOT = Path(__file__).parent.parent
SEEDS, DOCS = ROOT / "seeds", ROOT / "docs"
UNCURATED = Path(__file__).parent / "seeds" / "harbour-patrol.md"
PUBLISHED = Dossier.model_validate(json.loads((DOCS / "data/dossier.json").read_text(encoding="utf-8")))


@pytest.fixture
def workplace(tmp_path):
    """A copy of seeds and docs to work on."""
    shutil.copytree(SEEDS, tmp_path / "seeds")
    shutil.copytree(DOCS, tmp_path / "docs")
    return tmp_path


def snapshot(folder):
    every = (path for path in sorted(folder.rglob("*")) if path.is_file() and STATE not in path.parts)
    return {path: path.read_bytes() for path in every}


def test_the_committed_pages_are_what_the_seeds_make():
    check(SEEDS, DOCS)


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
    readers = [fact.read_by for _, fact in PUBLISHED.leaves() if not fact.read_by.startswith("register:")]
    assert readers.count("rules") / len(readers) >= 0.8


def _changed(text, start, end, how):
    """The text with one word of a passage replaced, deleted or joined by another."""
    words = list(word_spans(text, start, end))
    if not words:
        return text[:start] + "¤" + text[end:]
    word = random.Random(f"{start}{end}{how}").choice(words)
    if how == "insert":
        # behind the first word if there are several, else in the middle of the only one
        cut = words[0].end if len(words) > 1 else (start + end) // 2
        return f"{text[:cut]} altered {text[cut:]}"
    return text[: word.start] + ("altered" if how == "replace" else "") + text[word.end :]


@pytest.mark.parametrize("how", ["replace", "delete", "insert"])
def test_one_word_changed_in_any_cited_passage_is_noticed_and_the_passage_named(workplace, how):
    for passage in PUBLISHED.evidence:
        seed = workplace / "seeds" / f"{passage.article}.md"
        original = (SEEDS / seed.name).read_text(encoding="utf-8")
        front, mark, body = original.partition("\n---\n")
        lead = len(body) - len(body.lstrip("\n"))
        altered = _changed(body, passage.start + lead, passage.end + lead, how)
        assert altered != body
        seed.write_text(front + mark + altered, encoding="utf-8")
        with pytest.raises(DossierError) as caught:
            check(workplace / "seeds", workplace / "docs")
        named = {problem.where for problem in caught.value.problems}
        assert f"evidence {passage.id} (¶{passage.paragraph})" in named, passage
        seed.write_text(original, encoding="utf-8")


def test_a_site_that_republishes_is_refused(tmp_path):
    (tmp_path / "index.html").write_text("<p>Our own words.</p>", encoding="utf-8")
    assert measure(SEEDS, tmp_path)[0].shown == 0
    (seed,) = SEEDS.glob("*.md")
    text = seed.read_text(encoding="utf-8").partition("\n---\n")[2]
    (tmp_path / "index.html").write_text(f"<p>{text}</p>", encoding="utf-8")
    with pytest.raises(DossierError, match=r"it would show \d+ of \d+ words outside quotations"):
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
