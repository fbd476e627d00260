"""A dossier that grows: the work in proportion to the articles, and one more changes its own pages alone."""

from pathlib import Path

import pytest

from dossier.build import build, preview
from dossier.site.pages import plan_pages
from made_articles import made_articles
from test_scaling import GENEROUS, counted, letters

FEW, MANY = 5, 15
APART = (
    '---\nheadline: A bell\npublisher: The Hill\ndatePublished: "1999-02-03"\n---\nA bell\n\n'
    "Orla Quennell opened a bell tower in Wexcombe. “It rings,” said Quennell.\n"
)


def seeds_of(folder: Path, articles):
    folder.mkdir()
    for article in articles:
        (folder / f"{article.id}.md").write_text(article.seed)
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Steps of building few and many articles whose findings are kept; the folders of the many."""
    home = tmp_path_factory.mktemp("growing")
    steps = {}
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(home)
        for count in (FEW, MANY):
            seeds, docs = seeds_of(home / f"seeds-{count}", made_articles(count)), home / f"docs-{count}"
            build(seeds, docs)
            steps[count], again = counted(lambda of=seeds, to=docs: build(of, to))
            assert again.written.changed == ()
    return steps, seeds, docs


def test_a_build_with_its_findings_kept_takes_steps_in_proportion_to_the_articles(built):
    steps, _, _ = built
    assert steps[MANY] <= GENEROUS * (MANY // FEW) * steps[FEW]


def test_an_article_about_others_changes_no_page_of_a_record_or_article_that_stood(
    built, monkeypatch, tmp_path
):
    _, seeds, docs = built
    monkeypatch.chdir(seeds.parent)
    before = build(seeds, docs).dossier
    stood = {each.id for each in (*before.records(), *before.articles)}
    (seeds / "apart.md").write_text(APART)
    report = build(seeds, docs)
    changed = {Path(path).stem for path in report.written.changed if path.count("/") == 1}
    assert "apart" in changed
    assert changed & stood == set()
    (seeds / "apart.md").write_text(APART.replace("Orla Quennell", before.actors[-1].name.value))
    changed = {Path(path).stem for path in build(seeds, docs).written.changed}
    assert before.actors[-1].id in changed, "a page whose facts did change"


def told_by_one(folder, count):
    """So many articles of one speaker, each with a claim and a quotation."""
    folder.mkdir()
    for number in range(count):
        (folder / f"a{number}.md").write_text(
            f"---\nheadline: {letters(number)} bridge\npublisher: The Hill\ndatePublished: 2024-02-03\n---\n"
            f"OSTERBY – Ana Novak, the mayor of Osterby, warned that the {letters(number)} bridge would "
            f"close.\n\n“The {letters(number)} bridge is our own,” said Novak.\n"
        )
    return preview(folder)


def test_the_page_of_a_claim_asks_no_more_when_its_speaker_is_quoted_elsewhere(tmp_path):
    asked = {}
    for count in (3, 12):
        dossier = told_by_one(tmp_path / f"{count}", count)
        assert len({quote.speaker.value for quote in dossier.quotes}) == 1
        assert len(dossier.quotes) == count
        drawings, answers = plan_pages(dossier)
        draw = next(each for each in drawings if each.path == f"claims/{dossier.claims[0].id}.md")
        with answers.catalogue.notes.listening() as questions:
            draw.make()
        asked[count] = len(questions)
    assert asked[12] <= asked[3] + 3


def test_a_page_takes_steps_in_proportion_to_what_one_paragraph_says_of_its_record(tmp_path):
    steps = {}
    for count in (20, 80):
        folder = tmp_path / f"{count}"
        folder.mkdir()
        said = " ".join(
            f"Ana Lume, the mayor of Suva, said that the {letters(number)} bridge was late."
            for number in range(count)
        )
        head = "---\nheadline: Bridges\npublisher: The Norton Wire\ndatePublished: 2024-05-03\n---\n"
        (folder / "bridges.md").write_text(f"{head}Bridges\n\n{said}\n")
        dossier = preview(folder)
        assert len(dossier.claims) >= count
        drawings, _ = plan_pages(dossier)
        draw = next(each for each in drawings if each.path == "places/suva.md")
        draw.make()
        steps[count], _ = counted(draw.make)
    assert steps[80] <= GENEROUS * 4 * steps[20]
