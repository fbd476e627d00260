"""Bylines to authors, and authors in BibTeX; names in the order of the Unicode collation."""

import pytest

from dossier.exports.bylines import is_organisation
from dossier.seeds.bylines import authors_of
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.citation import cite
from dossier.site.pages.collation import initial, sort_key
from small_dossier import small_dossier

BYLINES = {
    "Ida Lund": ["Ida Lund"],
    "By Ida Lund": ["Ida Lund"],
    "Ida Lund and Ann Bee": ["Ida Lund", "Ann Bee"],
    "Ida Lund, Ann Bee and Reuters": ["Ida Lund", "Ann Bee", "Reuters"],
    "Ida Lund, Ann Bee, and Jo Kerr": ["Ida Lund", "Ann Bee", "Jo Kerr"],
    "Ida Lund; Ann Bee & Jo Kerr": ["Ida Lund", "Ann Bee", "Jo Kerr"],
    "Jo Kerr, Jr. and Ann Bee": ["Jo Kerr, Jr.", "Ann Bee"],
    "Sandy Anders": ["Sandy Anders"],  # "and" within a name
    "Byron Lake": ["Byron Lake"],
    "": [],
}


@pytest.mark.parametrize(("line", "authors"), BYLINES.items())
def test_a_byline_names_its_authors(line, authors):
    assert list(authors_of(line)) == authors


def test_no_byline_names_nobody():
    assert authors_of(None) == ()


@pytest.mark.parametrize("author", ["Reuters", "Norton Post staff", "Agence France-Presse", "Harbour News"])
def test_an_agency_is_an_organisation(author):
    assert is_organisation(author)


@pytest.mark.parametrize("author", ["Ida Lund", "Ana de la Cruz"])
def test_a_person_is_none(author):
    assert not is_organisation(author)


def test_names_are_sorted_as_unicode_collates_them():
    given = ["Zoe", "Étienne", "Eva", "Øystein", "Oskar", "Łukasz", "Luke", "adam", "Ada", "Émile", "Иван"]
    assert sorted(given, key=sort_key) == [
        "Ada", "adam", "Émile", "Étienne", "Eva", "Łukasz", "Luke", "Oskar", "Øystein", "Zoe", "Иван",
    ]  # fmt: skip


def test_marks_within_the_marks_of_a_title_are_single():
    cited = cite(Catalogue(small_dossier()), "quotes/x/", "“We bake …” – Eva Lind", [])
    assert cited.page == "“‘We bake …’ – Eva Lind”. Dossier."


LETTERS = {
    "Étienne": "E",
    "Øystein": "O",
    "Łukasz": "L",
    "“Ada”": "A",
    "Иван": "И",
    "李明": "李",
    "4 May": "4",
    "…": "#",
}


@pytest.mark.parametrize(("name", "letter"), LETTERS.items())
def test_a_name_stands_under_its_letter(name, letter):
    assert initial(name) == letter
