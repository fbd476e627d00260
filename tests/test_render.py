from functools import cache
from itertools import cycle

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.model import Dossier
from dossier.site.escaping import html_text, markdown_text, one_line
from dossier.site.pages import make_pages
from dossier.site.render import render
from hostile import HOSTILE, replaced
from site_reader import elements, split, text_of
from small_dossier import small_dossier


@cache
def known_markup() -> tuple[set[str], set[str]]:
    """The elements and attributes that pages of harmless text consist of."""
    tags, attributes = set(), set()
    for page in make_pages(small_dossier()):
        for element in elements(render(page)):
            tags.add(element.tag)
            attributes |= {str(name) for name in element.attrib}
    return tags, attributes


def assert_no_new_markup(dossier: Dossier) -> None:
    tags, attributes = known_markup()
    for page in make_pages(dossier):
        rendered = render(page)
        found = elements(rendered)
        assert {element.tag for element in found} <= tags, page.path
        assert {str(name) for element in found for name in element.attrib} <= attributes, page.path
        assert sum(element.tag == "script" for element in found) == 1
        assert sum(element.tag == "h1" for element in found) == 1
        for element in found:
            href = element.get("href", "")
            assert ":" not in href.split("/")[0] or href == "https://www.wikidata.org/wiki/Q1"


@pytest.mark.parametrize("first", range(0, len(HOSTILE), 5))
def test_text_never_becomes_markup(first):
    assert_no_new_markup(replaced(small_dossier(), cycle(HOSTILE[first:] + HOSTILE[:first])))


@settings(max_examples=8, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from([*HOSTILE, " ", "\n"]), min_size=1, max_size=3).map("".join), min_size=1
    )
)
def test_mixed_hostile_text_never_becomes_markup(texts):
    assert_no_new_markup(replaced(small_dossier(), cycle(texts)))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40))
def test_a_heading_shows_the_text_as_it_is(text):
    page = make_pages(small_dossier())[0]
    titled = page.__class__(path="x.md", title=f"T {text}", description="", kind="", kind_label="")
    heading = next(element for element in elements(render(titled)) if element.tag == "h1")
    assert " ".join(text_of(heading).removesuffix("#").split()) == shown(f"T {text}")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40))
def test_a_paragraph_shows_the_text_as_it_is(text):
    page = make_pages(small_dossier())[0]
    lead = page.blocks[0].__class__(parts=(f"T {text}",), style="lead")
    alone = page.__class__(path="x.md", title="x", description="", kind="", kind_label="", blocks=(lead,))
    paragraph = next(element for element in elements(render(alone)) if element.get("class") == "lead")
    assert " ".join(text_of(paragraph).split()) == shown(f"T {text}")


def shown(text: str) -> str:
    """The text as a reader sees it: what is no character of a text left out, spaces as one."""
    return " ".join(one_line(text).split())


def test_article_text_in_raw_html_is_escaped():
    assert (
        html_text("a <b> & `c` {d} [e]\n f") == "a &#60;b&#62; &#38; &#96;c&#96; &#123;d&#125; &#91;e&#93; f"
    )


def test_heading_escapes_all_punctuation():
    assert markdown_text("U.S. *x* #1") == "U&#46;S&#46; &#42;x&#42; &#35;1"


def test_front_matter_holds_the_text_as_it_is_for_the_theme_to_escape():
    page = make_pages(small_dossier())[0]
    titled = page.__class__(
        path="x.md", title='&ltb&gt <b> "x"\n---\n', description="`a`: #", kind="", kind_label=""
    )
    matter, _ = split(render(titled))
    assert (matter["title"], matter["description"]) == ('&ltb&gt <b> "x" ---', "`a`: #")


def test_front_matter_is_the_contract_with_the_theme():
    page = next(page for page in make_pages(small_dossier()) if page.path == "actors/ada-berg.md")
    matter, body = split(render(page))
    assert matter == {
        "title": "Ada Berg",
        "description": "Ada Berg is President of Norland.",
        "kind": "person",
        "kind_label": "Person",
        "tags": ["Person", "Berg", "Ada Bjerg", "President"],
        "generated": True,
        "citation": {
            "page": "“Ada Berg”. Dossier.",
            "bibtex": "@misc{dossier-actors-ada-berg, title = {{Ada Berg}}, howpublished = {Dossier}, "
            "note = {Made from news reports of 2021}",
            "date": "2021-06-09",
            "articles": [
                {
                    "authors": ["Ida Lund"],
                    "headline": "Norland and Sudland to share a river ferry",
                    "publisher": "The Norton Post",
                    "date": "2021-06-09",
                    "url": "https://post.example/2021/6/9/ferry",
                    "text": "Ida Lund, “Norland and Sudland to share a river ferry”, The Norton Post, "
                    "9 June 2021, https://post.example/2021/6/9/ferry",
                    "bibtex": "@article{ferry, author = {Ida Lund}, title = {{Norland and Sudland to share "
                    "a river ferry}}, journal = {The Norton Post}, date = {2021-06-09}, "
                    "url = {https://post.example/2021/6/9/ferry}}",
                }
            ],
        },
    }
    assert body.startswith("# Ada Berg {: #top }\n")
    assert yaml.safe_dump(matter)


def test_every_page_ends_with_one_newline_and_has_no_trailing_blank_lines():
    for page in make_pages(small_dossier()):
        rendered = render(page)
        assert rendered.endswith("\n")
        assert not rendered.endswith("\n\n")
        assert "\n\n\n" not in rendered


def test_rendering_is_deterministic():
    assert [render(page) for page in make_pages(small_dossier())] == [
        render(page) for page in make_pages(small_dossier())
    ]
