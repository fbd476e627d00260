import re
from functools import cache
from itertools import cycle

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from dossier.model import Archived, Dossier
from dossier.site.escaping import html_text, markdown_address, markdown_line, markdown_text, one_line
from dossier.site.pages import make_pages
from dossier.site.pages.document import Link, Page, Paragraph
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
        assert not any(element.tag == "script" for element in found)
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
    titled = Page(path="x.md", title=f"T {text}", description="", kind="", kind_label="")
    heading = next(element for element in elements(render(titled)) if element.tag == "h1")
    assert " ".join(text_of(heading).removesuffix("#").split()) == shown(f"T {text}")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40))
def test_a_paragraph_shows_the_text_as_it_is(text):
    lead = Paragraph(parts=(f"T {text}",), style="lead")
    alone = Page(path="x.md", title="x", description="", kind="", kind_label="", blocks=(lead,))
    paragraph = next(element for element in elements(render(alone)) if element.get("class") == "lead")
    assert " ".join(text_of(paragraph).split()) == shown(f"T {text}")


def shown(text: str) -> str:
    """The text as a reader sees it: what is no character of a text left out, spaces as one."""
    return " ".join(one_line(text).split())


def test_what_can_be_printed_stands_on_one_line_as_it_is_and_nothing_else_does():
    for first in range(0, 0x110000, 0x1000):
        plain = [chr(code) for code in range(first, first + 0x1000) if chr(code).isprintable()]
        assert all(one_line(f"{each} b") == f"{each} b" for each in plain if each != " ")
    assert one_line("a  b\u00a0\tc\x00\ufdd0\n") == "a b c "
    assert one_line("  ") == " "


def test_article_text_in_raw_html_is_escaped():
    assert (
        html_text("a <b> & `c` {d} [e]\n f") == "a &#60;b&#62; &#38; &#96;c&#96; &#123;d&#125; &#91;e&#93; f"
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("U.S. *x* #1", "U.S. &#42;x&#42; &#35;1"),
        ("“It’s 5%, no?” (she said) – well; yes.", "“It’s 5%, no?” (she said) – well; yes."),
        ("see: x:y", "see: x&#58;y"),
        ("Stop! Go!", "Stop! Go&#33;"),  # a link may follow, which it would make a picture of
        ("www.a.example", "www&#46;a.example"),
        (
            "a_b \\ & <i> [x] {y} | `z` ~w~",
            "a&#95;b &#92; &#38; &#60;i&#62; &#91;x&#93; &#123;y&#125; &#124; &#96;z&#96; &#126;w&#126;",
        ),
    ],
)
def test_text_in_markdown_stays_readable_and_is_no_markup(text, written):
    assert markdown_text(text) == written


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("1. one", "1&#46; one"),
        ("12) one", "12&#41; one"),
        ("- item", "&#45; item"),
        ("+ item", "&#43; item"),
        (": defined", "&#58; defined"),
        ("!!! note", "&#33;!! note"),
        (" --- ", "&#45;--"),
        ("In 1. x", "In 1. x"),
        ("5 men", "5 men"),
    ],
)
def test_no_line_begins_a_list_a_rule_or_a_box(line, written):
    assert markdown_line(Markup(line)) == written


def test_an_address_is_one_word_without_markup():
    assert markdown_address('https://a.example/x y"(1)?a=1&b=[2]#:~:text=c') == (
        "https://a.example/x%20y%22%281%29?a=1&amp;b=%5B2%5D#:~:text=c"
    )


@pytest.mark.parametrize(
    ("href", "written"),
    [
        ("mailto:desk@news.example", "mailto:desk@news.example"),
        ("//news.example/a", "//news.example/a"),
        ("#p4", "#p4"),
        ("../../places/suva/#p4", "../places/suva.md#p4"),
    ],
)
def test_a_link_to_a_page_names_its_file_and_any_other_stays(href, written):
    link = Paragraph(parts=(Link(text="there", href=href),))
    page = Page(path="actors/ada-berg.md", title="T", description="", kind="", kind_label="", blocks=(link,))
    assert f"]({written})" in render(page)


def test_the_title_of_a_link_is_its_name_and_one_out_of_the_site_says_so():
    links = '[a](b.md "The page of B") [c](https://c.example) [d](d.md)'
    made = elements(f"---\n---\n<!-- Written by dossier build -->\n\n{links}\n")
    found = [(each.get("aria-label"), each.get("title"), each.get("rel")) for each in made if each.tag == "a"]
    assert found == [("The page of B", None, None), (None, None, "external"), (None, None, None)]


def test_a_step_is_not_reported_only_where_its_line_says_nothing_else():
    told = ["*not reported*", "by Ada Berg", "*not reported* by one, by the other *told*"]
    steps = "\n".join(f"1. **Step** {line}" for line in told)
    page = f"---\n---\n<!-- Written by dossier build -->\n\n<!-- ladder -->\n\n{steps}\n"
    made = [element.get("class") for element in elements(page) if element.tag == "li"]
    assert made == ["not-reported", "is-reported", "is-reported"]


def test_a_mark_is_a_reference_link_with_the_words_as_its_title():
    page = next(page for page in make_pages(small_dossier()) if page.path == "actors/reed-circle.md")
    _, body = split(render(page))
    assert "Also known as RC (acronym) [¶4][p4]\n" in body
    assert (
        '\n[p4]: ../articles/ferry.md#p4 "The Reed Circle (RC) (The Norton Post, 9 June 2021; '
        'as the article reports it; read by rule)"\n' in body
    )
    assert "\n[p4-original]: https://post.example/2021/6/9/ferry#:~:text=The%20Reed%20Circle" in body


def test_a_page_is_markdown_apart_from_its_pictures_and_lines_of_code():
    for page in make_pages(small_dossier()):
        _, body = split(render(page))
        body = re.sub(
            r"<!-- .* -->|<figure.*?</figure>|<ul class=.files.>.*?</ul>|<pre>.*?</pre>",
            "",
            body,
            flags=re.DOTALL,
        )
        assert "<" not in body, page.path


def test_a_mark_opens_what_its_definition_says():
    page = next(page for page in make_pages(small_dossier()) if page.path == "actors/reed-circle.md")
    found = elements(render(page))
    mark = next(element for element in found if element.get("class") == "mark")
    source = next(element for element in found if element.get("id") == mark.get("popovertarget"))
    assert mark.tag == "button"
    assert "popover" in source.attrib
    assert [text_of(line).strip() for line in source] == [
        "“The Reed Circle (RC)”",
        "¶4, The Norton Post, 9 June 2021; as the article reports it; read by rule",
        "¶4 in the outline Original, at these words",
    ]
    original = [link for link in source.iter("a") if link.get("rel") == "external"]
    assert [link.get("href") for link in original] == [
        "https://post.example/2021/6/9/ferry#:~:text=The%20Reed%20Circle%20%28RC%29"
    ]


def test_a_mark_leads_to_the_archived_copy_where_one_is_known():
    dossier = small_dossier()
    copy = Archived(url="https://archive.example/1")
    articles = tuple(article.model_copy(update={"archivedAt": copy}) for article in dossier.articles)
    kept = dossier.model_copy(update={"articles": articles})
    page = next(page for page in make_pages(kept) if page.path == "actors/reed-circle.md")
    found = [e for e in elements(render(page)) if e.get("href") == "https://archive.example/1"]
    assert found
    assert {text_of(element) for element in found} == {"Archived copy"}


def test_whose_word_a_passage_is_stands_in_its_mark():
    page = next(page for page in make_pages(small_dossier()) if page.path == "actors/reed-circle.md")
    assert "blamed the Reed Circle (The Norton Post, 9 June 2021; on the word of Sudland; " in render(page)


def test_a_page_written_by_hand_is_left_alone():
    written = '# Title\n\n<!-- note -->\n\n*so* `code` [a][b] [c](https://a.example "t")\n\n[b]: x "w (y)"\n'
    found = elements(f"---\n---\n{written}")
    assert {"em", "code"} <= {element.tag for element in found}
    assert not any(element.tag == "button" or element.get("class") == "note" for element in found)


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
    assert matter.pop("linked_data")["@type"] == "Person"
    assert matter == {
        "title": "Ada Berg",
        "description": "Ada Berg was President of Norland in June 2021.",
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
    assert body.startswith(
        "<!-- Written by dossier build from seeds/. Change those, not this page. -->\n\n# Ada Berg\n"
    )
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
