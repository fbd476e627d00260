from collections.abc import Iterator
from functools import cache
from itertools import cycle

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.model import Dossier
from dossier.site.pages import make_pages
from dossier.site.render import front_matter_text, heading_text, html_text, one_line, render
from site_reader import elements, split, text_of
from small_dossier import small_dossier

HOSTILE = [
    "<script>alert(1)</script>",
    "</p></div><img src=x onerror=alert(1)>",
    "--></style></script><!--",
    "*bold* _it_ **b** `code` ~~del~~ ==mark== ^^ins^^ H~2~O",
    "# heading",
    "1. one",
    "- item",
    "> quoted",
    "    indented",
    "```\nfenced\n```",
    "~~~",
    "***",
    "---\ntitle: x\n---",
    "a | b | c",
    "[text](javascript:alert(1)) ![img](x) [ref]: http://x [[wiki]] [^1] [TOC]",
    "{: .attr onclick=alert(1) } {{ 7*7 }} {% raw %} {# c #} ${x}",
    "*[HTML]: abbreviation\n[^1]: footnote",
    ":smile: :material-account: @user www.example.com https://example.com a@b.example",
    "\"double\" 'single' &amp; &lt;b&gt; &#60;",
    "!!! note\n    text",
    "???+ note",
    "=== tab",
    "--8<-- 'pyproject.toml'",
    "\x02wzxhzdk:0\x03 \x00 \u2028 \u200b \ufeff \ufdd0 \U0001ffff \x85",
    "\\*escaped\\*",
    "new\n\nparagraph\r\nline",
    "Term\n:   definition",
    "AT&T; Marks & Co <3",
]


FREE_TEXT = """
    name text title description exact prefix suffix headline alternativeHeadline dateline author publisher
    url copyrightNotice subject status_as_reported as_reported edtf rule cue speaker_as_reported role group
    claimant_as_reported target_as_reported wording_as_reported source method currency
"""


def replaced(dossier: Dossier, texts: Iterator[str]) -> Dossier:
    """The dossier with the next of the texts wherever it holds free text."""
    data = dossier.model_dump(mode="json")
    free = set(FREE_TEXT.split())

    def walk(value, key=""):
        if isinstance(value, dict):
            return {k: walk(v, k) for k, v in value.items()}
        if isinstance(value, list):
            return [walk(v, key) for v in value]
        return next(texts) if key in free and isinstance(value, str) else value

    relations = data.pop("relations")
    return Dossier.model_validate(walk(data) | {"relations": relations})


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
        matter, _ = split(rendered)
        assert not set('<>"`\n') & set(matter["title"] + matter["description"] + "".join(matter["tags"]))


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
    assert heading_text("U.S. *x* #1") == "U&#46;S&#46; &#42;x&#42; &#35;1"


def test_front_matter_has_no_markup_character():
    assert front_matter_text('<b>"x"</b>\n---') == "‹b›”x”‹/b› ---"


def test_front_matter_is_the_contract_with_the_theme():
    page = next(page for page in make_pages(small_dossier()) if page.path == "actors/ada-berg.md")
    matter, body = split(render(page))
    assert matter == {
        "title": "Ada Berg",
        "description": "President of Norland.",
        "kind": "person",
        "kind_label": "Person",
        "tags": ["Person", "Berg", "Ada Bjerg", "President"],
        "generated": True,
        "search": {"boost": 1.2},
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
