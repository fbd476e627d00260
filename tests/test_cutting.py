"""What one paper prints without marks is shown of another's quotation to a cut, and the dossier is built."""

from datetime import date

import pytest

from dossier.assembly.assembling import assemble
from dossier.assembly.cutting import cut_quotations
from dossier.assembly.excerpts import begun
from dossier.assembly.kept import Answers
from dossier.assembly.limits import MAX_RUN
from dossier.assembly.words import count_words
from dossier.build import build, check
from dossier.editing.curation import AUTHORITIES_SHAPE
from dossier.errors import DossierError
from dossier.reading.findings import Span
from dossier.reading.text.article import read_article
from stories import source

SAID = (
    "We will build the bridge again with stone from the old quarry, because every family that lost a boat in "
    "the flood must be paid before the winter comes, and the river will rise once more in the dark months"
)
SHOWN = "We will build the bridge again with stone from the old quarry"
LEDE = (
    "Divers who went down to the nine piers of the old bridge at Osterby found that the river had washed two "
    "of them out and that the third might not stand through the coming winter"
)


def small(text):
    return text[0].lower() + text[1:]


def made(folder, entries=None, **papers):
    """The report on a dossier of some papers; `entries` are an editor's lines on the first."""
    (folder / "seeds").mkdir()
    for name, text in papers.items():
        head = f"headline: On {name}\npublisher: Paper {name}\ndatePublished: 2024-05-30"
        head, _, body = text.partition("\n---\n") if "\n---\n" in text else (head, "", text)
        (folder / f"seeds/{name}.md").write_text(f"---\n{head}\n---\n{body}\n", encoding="utf-8")
    if entries:
        (folder / "seeds/a.curation.yaml").write_text(entries, encoding="utf-8")
    return build(folder / "seeds", folder / "docs")


def quoting(said):
    return f"Mayor Ana Lume spoke in Suva.\n\n“{said},” Lume said."


def printing(said):
    return f"Mayor Ana Lume spoke in Suva on Monday. Lume said that {small(said)}."


def texts(folder):
    files = (path for path in (folder / "docs").rglob("*") if path.suffix in (".md", ".json", ".xml"))
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def test_a_quotation_that_another_paper_prints_without_marks_is_shown_to_a_cut(tmp_path):
    report = made(tmp_path, a=quoting(SAID), b=printing(SAID))
    (quote,) = report.dossier.quotes
    (passage,) = (each for each in report.dossier.evidence if each.id == quote.segments[0])
    text = quoting(SAID)
    assert quote.text.value == f"{SHOWN} …"
    assert (passage.exact, passage.first, passage.last) == (None, SHOWN, None)
    assert text[passage.start : passage.end] == f"{SAID},", "what is known is never shortened"
    assert "river will rise" not in texts(tmp_path)
    quoted, other = report.republished
    assert other.longest <= MAX_RUN
    assert (quoted.quoted, quoted.cut_off) == (count_words(SAID), count_words(SAID) - count_words(SHOWN))
    assert "1 quotation is shown to a cut" in report.summary()
    assert check(tmp_path / "seeds", tmp_path / "docs").dossier == report.dossier


def test_a_reader_is_told_of_the_cut_why_and_where_all_of_it_stands(tmp_path):
    made(tmp_path, a=quoting(SAID), b=printing(SAID))
    (page,) = (tmp_path / "docs/quotes").glob("ana-lume*.md")
    told = page.read_text(encoding="utf-8")
    assert f"> “{SHOWN} …”" in told
    assert "another outlet prints more of these words without marks. All of them stand in [On a]" in told
    assert f"text: {SHOWN} …" in told, "the linked data as well"


@pytest.mark.parametrize(
    "papers",
    [
        {"a": quoting(SAID)},
        {"a": quoting(SAID), "b": quoting(SAID)},
        {"a": quoting(SAID), "b": printing(SAID.partition(" in the flood")[0])},
    ],
    ids=["alone", "in marks there too", "no more than may be shown"],
)
def test_any_other_quotation_is_shown_whole(tmp_path, papers):
    report = made(tmp_path, **papers)
    assert report.dossier.quotes[0].text.value == f"{SAID},"
    assert not cut_quotations(report.dossier)
    assert "to a cut" not in report.summary()


def test_each_version_of_a_quotation_is_cut(tmp_path):
    fuller = f"{SAID}. Nobody will be left out"
    report = made(tmp_path, a=quoting(SAID), b=printing(SAID), c=quoting(fuller))
    (quote,) = report.dossier.quotes
    assert [quote.text.value, *(each.value for each in quote.versions)] == [f"{SHOWN} …"] * 2


def test_what_the_reporter_interrupts_is_cut_in_the_piece_that_shows_too_much(tmp_path):
    first, second = SAID.split(", because ")
    apart = f"Mayor Ana Lume spoke in Suva.\n\n“{first},” Lume said, “because {second}.”"
    report = made(tmp_path, a=apart, b=printing(SAID))
    (quote,) = report.dossier.quotes
    assert quote.text.value.startswith(f"{first}, … because every family")
    assert quote.text.value.endswith(" …")
    assert "river will rise" not in texts(tmp_path)


def test_what_is_claimed_in_a_quotation_is_shown_no_further_than_it(tmp_path):
    said = f"{SAID} and Tonga will pay for the new ferry"
    report = made(tmp_path, a=quoting(said), b=printing(said))
    assert report.republished[1].longest <= MAX_RUN
    assert "must be paid before the winter" not in texts(tmp_path)


def test_a_headline_or_standfirst_that_another_paper_prints_is_shown_to_a_cut(tmp_path):
    head = f"headline: On a\nalternativeHeadline: {LEDE}\npublisher: Paper a\ndatePublished: 2024-05-30"
    report = made(tmp_path, a=f"{head}\n---\nThe bridge is shut.", b=f"{LEDE}.\n\nIt is shut.")
    line = report.dossier.articles[0].alternativeHeadline
    assert line is not None
    assert LEDE.startswith(line.removesuffix(" …"))
    assert "coming winter" not in texts(tmp_path)


def test_what_an_editor_quotes_is_not_cut_but_refused(tmp_path):
    entry = f"quotes:\n- words: {SAID}.\n  add: true\n  speaker: ana-lume\n"
    text = f"Mayor Ana Lume spoke in Suva. A board had the words “{SAID}.”"
    with pytest.raises(DossierError, match="in a row"):
        made(tmp_path, entry + "  because: Mayor Ana Lume spoke\n", a=text, b=printing(SAID))


def test_a_few_words_are_left_where_that_is_not_enough():
    sources = [source("a", quoting(SAID)), source("b", printing(SAID))]
    showing = assemble(sources, AUTHORITIES_SHAPE.model_validate({}), "authorities.yaml")
    assert not showing.cut({"a"}), "nobody prints words of that one"
    assert showing.cut({"b"})
    assert showing.shown().quotes[0].text.value == f"{SHOWN} …"
    assert showing.cut({"b"}, few=True)
    assert showing.shown().quotes[0].text.value == "We will build …"
    assert not showing.cut({"b"}, few=True)
    assert showing.full().quotes[0].text.value == f"{SAID},"


@pytest.mark.parametrize(
    ("words", "most", "begins"),
    [
        ("The ferry came late. It will leave when the wind drops.", 9, "The ferry came late"),
        (
            "The ferry to the outer islands came late on Monday. It will leave when the wind drops.",
            14,
            "The ferry to the outer islands came late on Monday",
        ),
        ("The ferry came late on Monday and the mail was wet.", 9, "The ferry came late on Monday"),
        ("The ferry came late with a load of stone for the pier.", 8, "The ferry came late"),
        ("No no no no no no no", 4, "No no no no"),
    ],
)
def test_where_a_quotation_may_be_cut(words, most, begins):
    article = read_article(f"“{words}” said Lee.", id="a", published=date(2024, 5, 30), publisher="P")
    piece = Span(1, 1 + len(words))
    assert article.text.slice(begun(Answers(article), piece, most)) == begins
