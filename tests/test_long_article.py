"""An article of any length: what is made of it takes time in proportion, whoever it names."""

import re
from itertools import product

import pytest

from dossier.assembly.across.happenings import called_in, names_by_word
from dossier.errors import DossierError
from dossier.seeds import articles
from dossier.seeds.articles import load_document, load_seed
from dossier.site.pages import make_pages
from dossier.site.render import render
from stories import dossier_of

FIRST = ("Ana", "Ivo", "Mara", "Otto", "Lena", "Piet", "Ida")
LAST = ("Brandt", "Stamm", "Holtz", "Lindqvist", "Moss", "Vaclav", "Oberlin")
SAYS = (
    "{} denied the charge on Monday.",
    "{} said that the mill of Suva was old.",
    "{} accused Fiji of fraud.",
    "According to {}, the ferry of Suva was late.",
)


@pytest.fixture
def compiled(monkeypatch):
    """The patterns that are compiled, and not found among those that were."""
    found = []
    compile = re._compiler.compile
    monkeypatch.setattr(re._compiler, "compile", lambda *given: found.append(given[0]) or compile(*given))
    return found


def drawn(people):
    text = "\n\n".join(SAYS[number % len(SAYS)].format(name) for number, name in enumerate(people))
    for page in make_pages(dossier_of(("one", text))):
        render(page)


def test_no_pattern_is_compiled_for_each_name(compiled):
    people = [" ".join(each) for each in product(FIRST, LAST)]
    drawn(people[:6])
    compiled.clear()
    drawn(people[6:])
    named = [each for each in compiled if any(name.split()[1] in str(each) for name in people)]
    assert named == []


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Arrest of Ana Brandt in Suva", {"a"}),
        ("Arrest of Ana Brandt and Ivo Stamm Jr.", {"a", "b"}),
        ("Ana Brandt’s trial", {"a"}),
        ("Arrest of Joana Brandt", set()),
        ("Arrest of Ana Brandtson", set()),
        ("Arrest of Ana", set()),
    ],
)
def test_whom_a_title_names(title, who):
    named = names_by_word({"Ana Brandt": "a", "Ivo Stamm Jr.": "b"})
    assert set(called_in(title, named)) == who


@pytest.mark.parametrize("load", [load_seed, load_document])
def test_an_article_too_long_to_be_read_in_a_while_is_refused_with_what_to_do(tmp_path, monkeypatch, load):
    monkeypatch.setattr(articles, "MAX_TEXT", 40)
    head = "---\nheadline: Rain\npublisher: Vale Times\ndatePublished: 2024-05-31\n---\n"
    path = tmp_path / "rain.md"
    path.write_text(head + "It rained in Osterby, it rained in Tarn.")
    assert load(path).article.text.text.startswith("It rained")
    path.write_text(head + "It rained in Osterby, it rained in Tarn!!")
    with pytest.raises(DossierError, match="a file for each chapter or article") as caught:
        load(path)
    assert "its text is 41 characters long" in str(caught.value)
