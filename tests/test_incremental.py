"""A build that keeps what it knew writes what a clean one writes, byte for byte, whatever was edited."""

import gc
import json
import random
import re
import shutil
import weakref
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from dossier.collecting import seldom_collected
from dossier.errors import DossierError
from dossier.reading.extract import extract_findings
from dossier.unchanged import build
from made_articles import made_articles
from test_room import DENSE, HEAD

MADE = list(made_articles(9))
ADDED = (
    "Twelve people were killed in a bombing in Tunis on Friday, the mayor Ann Holt said. The attack came "
    "after a clash in Sfax.\n",
    "“It is a quiet area,” said Orla Quennell. Holt blamed the Reef Brigade, an armed group, for it.\n",
)


def add(random_, seeds):
    there = {path.stem for path in articles(seeds)}
    article = random_.choice([each for each in MADE if each.id not in there] or MADE)
    (seeds / f"{article.id}.md").write_text(article.seed)


def remove(random_, seeds):
    if len(articles(seeds)) > 2:
        path = random_.choice(articles(seeds))
        path.unlink()
        path.with_suffix(".curation.yaml").unlink(missing_ok=True)


def extend(random_, seeds):
    path = random_.choice(articles(seeds))
    path.write_text(f"{path.read_text()}\n{random_.choice(ADDED)}")


def shorten(random_, seeds):
    path = random_.choice(articles(seeds))
    paragraphs = path.read_text().split("\n\n")
    path.write_text("\n\n".join([*paragraphs[:-1], ""]) if len(paragraphs) > 4 else path.read_text())
    path.with_suffix(".curation.yaml").unlink(missing_ok=True)


def reword(random_, seeds):
    """Other words in the same places: where each stands is no proof that it still says the same."""
    path = random_.choice(articles(seeds))
    head, _, body = path.read_text().partition("\n---\n")
    words = sorted(set(re.findall(r"\b[a-z]{4,}\b", body)))
    for word in random_.sample(words, min(len(words), 12)):
        others = [other for other in words if len(other) == len(word)]
        body = re.sub(rf"\b{word}\b", random_.choice(others), body)
    path.write_text(f"{head}\n---\n{body}")
    path.with_suffix(".curation.yaml").unlink(missing_ok=True)


def crowd(random_, seeds):
    """A text in which fact stands by fact: it shows too much at first, and less of it is shown in rounds."""
    number = random_.randrange(len(DENSE))
    (seeds / "dense.md").write_text(HEAD.format("A crowded report", DENSE[number]))
    (seeds / "dense.curation.yaml").unlink(missing_ok=True)


def curate(random_, seeds):
    path = random_.choice(articles(seeds))
    name = random_.choice(names_of(seeds, path.stem))
    line = random_.choice([{"drop": "not about the story"}, {"external_ids": {"wikidata": "Q1"}}])
    made = yaml.safe_dump({"actors": [{"words": name, **line}]}, allow_unicode=True)
    path.with_suffix(".curation.yaml").write_text(made)


def decide(random_, seeds):
    name = random_.choice(names_of(seeds, random_.choice(articles(seeds)).stem))
    actor = {"name": name, "names": [name, "Ann Holt"]}
    (seeds / "authorities.yaml").write_text(yaml.safe_dump({"actors": [actor]}))


def rename(random_, seeds):
    """The same bytes under another name: another article, at another address."""
    path = random_.choice(articles(seeds))
    path.with_suffix(".curation.yaml").unlink(missing_ok=True)
    path.rename(seeds / f"called-{path.stem}.md")


def give_back(random_, seeds):
    """An article as it first was: what was kept of it then may still be there."""
    there = [article for article in MADE if (seeds / f"{article.id}.md").exists()]
    article = random_.choice(there or MADE)
    (seeds / f"{article.id}.curation.yaml").unlink(missing_ok=True)
    (seeds / f"{article.id}.md").write_text(article.seed)


def spoil(random_, seeds):
    """A few bytes of what is kept are others, or the end of it is gone, and so is a page."""
    kept = sorted(path for path in (seeds.parent / ".cache").iterdir() if "parses" not in path.name)
    path = random_.choice(kept)
    data = bytearray(path.read_bytes())
    if random_.random() < 0.5:
        del data[len(data) // 2 :]
    else:
        data[random_.randrange(len(data))] ^= 255
    path.write_bytes(data)
    random_.choice(sorted((seeds.parent / "docs/articles").glob("*.md"))).unlink()


def settle(random_, seeds):
    title = random_.choice(["Harbours", "Towns: a dossier"])
    (seeds / "dossier.yaml").write_text(yaml.safe_dump({"title": title}))


EDITS = (
    add,
    remove,
    extend,
    shorten,
    reword,
    crowd,
    curate,
    decide,
    rename,
    give_back,
    spoil,
    settle,
)


def articles(seeds):
    return sorted(seeds.glob("*.md"))


def names_of(seeds, article):
    """What the last build calls the actors that an article names, in the article's own words."""
    told = json.loads((seeds.parent / "docs/data/dossier.json").read_text())
    text = (seeds / f"{article}.md").read_text()
    names = {actor["name"]["value"] for actor in told["actors"]}
    return sorted(name for name in names if name in text)


def written(docs):
    return {path.relative_to(docs): path.read_bytes() for path in docs.rglob("*") if path.is_file()}


def built(seeds, docs):
    """The files of a build, or the message of one that stops."""
    try:
        build(seeds, docs)
    except DossierError as error:
        return str(error)
    return written(docs)


def clean_build(seeds, place):
    """What these seeds make where nothing is kept but trees, which the same parser would only make again."""
    shutil.copytree(seeds, place / "seeds")
    (place / ".cache").mkdir()
    for parses in (seeds.parent / ".cache").glob("parses-*"):
        shutil.copy(parses, place / ".cache")
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(place)
        return built(Path("seeds"), Path("docs"))


@pytest.mark.parametrize(("seed", "runs"), [(0, 500), (1, 30)])
def test_after_any_edits_what_is_kept_makes_what_a_clean_build_makes(seed, runs, tmp_path, monkeypatch):
    """With few `runs` of questions these are numbered anew after nearly every edit."""
    random_ = random.Random(seed)
    monkeypatch.setattr("dossier.site.stood._MOST_RUNS", runs)
    seeds, before = tmp_path / "kept/seeds", tmp_path / "before"
    seeds.mkdir(parents=True)
    monkeypatch.chdir(seeds.parent)
    for article in MADE[:4]:
        (seeds / f"{article.id}.md").write_text(article.seed)
    made = set()
    edits = [None, *random_.sample(EDITS, len(EDITS))]
    for step, edit in enumerate(edits):
        shutil.rmtree(before, ignore_errors=True)
        shutil.copytree(seeds, before)
        if edit is not None:
            edit(random_, seeds)
        found = built(Path("seeds"), Path("docs"))
        assert found == built(Path("seeds"), Path("docs"))  # told again
        expected = clean_build(seeds, tmp_path / f"clean-{step}")
        if isinstance(expected, str):  # an edit that stops a build stops both, and is taken back
            assert found == expected
            shutil.rmtree(seeds)
            before.rename(seeds)
        else:
            assert {path for path in found | expected if found.get(path) != expected.get(path)} == set()
            made.add(edit)
    assert len(made) > len(EDITS) - 2


def test_other_rules_read_and_draw_all_anew(tmp_path, monkeypatch):
    seeds = tmp_path / "kept/seeds"
    seeds.mkdir(parents=True)
    monkeypatch.chdir(seeds.parent)
    for article in MADE[:2]:
        (seeds / f"{article.id}.md").write_text(article.seed)
    before = built(Path("seeds"), Path("docs"))
    assert before[Path("data/dossier.json")] == built(Path("seeds"), Path("docs"))[Path("data/dossier.json")]
    monkeypatch.setattr(
        "dossier.reading.extract.extract_findings",
        lambda article: replace(extract_findings(article), events=(), claims=()),
    )
    monkeypatch.setattr("dossier.site.drawing.render", lambda page: f"{page.title}\n")
    for keeper in ("reading.ahead", "seeds.kept", "assembly.kept", "site.drawing", "assembly.standing"):
        monkeypatch.setattr(f"dossier.{keeper}.edition", lambda *_: "otherrules")
    monkeypatch.setattr("dossier.unchanged._program", lambda: "otherrules")
    after = built(Path("seeds"), Path("docs"))
    assert after == clean_build(seeds, tmp_path)
    assert len(after) < len(before)
    names = [path.stem.partition("-")[::2] for path in Path(".cache").glob("*.sqlite")]
    assert {rules for kind, rules in names if kind != "parses"} == {"otherrules"}
    kinds = ["answers", "findings", "pages", "parses", "seeds", "standing", "told"]
    assert sorted(kind for kind, _ in names) == kinds


def test_a_build_leaves_the_collecting_of_garbage_as_it_was(tmp_path):
    before = gc.get_threshold()
    with seldom_collected():
        within = gc.get_threshold()
        assert within != before
        with seldom_collected(is_reading=False):
            assert gc.get_threshold() > within
        assert gc.get_threshold() == within
    with pytest.raises(DossierError):
        build(tmp_path, tmp_path / "docs")
    assert gc.get_threshold() == before


class Knot:
    """Something that holds itself."""

    def __init__(self):
        self.itself = self


def test_what_a_build_left_is_looked_through_at_none_before_the_next_and_is_no_leak():
    with seldom_collected():
        held = weakref.ref(Knot())
    gc.collect()
    assert held() is not None
    with seldom_collected():
        gc.collect()
        assert held() is None
