"""The step after `mkdocs build`: a small site made by hand, finished, and looked at."""

import json
import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from dossier.errors import DossierError
from dossier.exports import data
from dossier.site.finish import finish
from dossier.site.finish.pages import FoundPage, Section, read_page
from dossier.site.finish.scripts import mark_scripts
from dossier.site.finish.search_index import index_files
from small_dossier import small_dossier

HEAD = (
    '<link rel="canonical" href="https://news.example/sub/{url}">'
    '<link rel="stylesheet" href="{up}assets/a.css">'
)
DIALOG = (
    '<dialog data-index="{up}search/index.js" data-scripts="{up}assets/b.js {up}assets/c.js" '
    'data-engine="{up}assets/e.js {up}assets/f.js" data-worker="{up}assets/w.js"></dialog>'
)


def html(url: str, article: str, attributes: str = "", head: str = HEAD) -> str:
    up = "../" * url.count("/")
    inside = f"<article{attributes}>{article}</article>"
    return (
        f"<html><head>{head.format(url=url, up=up)}</head><body>{inside}{DIALOG.format(up=up)}</body></html>"
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two pages with a style, scripts, a font, a licence and a file that nothing uses."""
    files = {
        "index.html": html("", '<h1>Home</h1><p><a href="actors/eva-lind/">Eva Lind</a></p>'),
        "actors/eva-lind/index.html": html(
            "actors/eva-lind/",
            '<h1>Eva Lind</h1><p>A baker. <q>We bake</q> <a href="../../">Home</a> <a href="#x">x</a></p>',
            """ data-kind="Person" data-names='["E. Lind"]'""",
        ),
        "assets/a.css": "@font-face { src: url(fonts/f.woff2) } /*# sourceMappingURL=a.css.map */",
        "assets/b.js": "1;",
        "assets/c.js": "2;",
        "assets/e.js": "4;",
        "assets/f.js": "5;",
        "assets/w.js": "6;",
        "assets/unused/d.js": "3;",
        "assets/fonts/f.woff2": "font",
        "assets/fonts/LICENSE.txt": "free",
        "sitemap.xml": "<urlset/>",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def names(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def part(site: Path, name: str) -> object:
    """What a part of the index hands over."""
    (file,) = (site / "search").glob(f"{name}.*.js")
    return json.loads(re.sub(r'^dossierSearch\.(index\(|part\("\w+",)|\);\s*$', "", file.read_text("utf-8")))


def test_what_nothing_uses_is_left_out_and_a_licence_stays(site):
    finish(site)
    assert not any("unused" in name for name in names(site))
    assert "assets/fonts/LICENSE.txt" in names(site)


def test_scripts_styles_and_fonts_are_named_after_what_is_in_them(site):
    finish(site)
    page = (site / "actors/eva-lind/index.html").read_text("utf-8")
    (style,) = re.findall(r'href="\.\./\.\./(assets/a\.[0-9a-f]{8}\.css)"', page)
    for name, scripts in {"scripts": "bc", "engine": "ef", "worker": "w"}.items():
        addresses = " ".join(rf"\S+/{script}\.[0-9a-f]{{8}}\.js" for script in scripts)
        assert re.search(f'data-{name}="{addresses}"', page)
    text = (site / style).read_text("utf-8")
    (font,) = re.findall(r"url\((fonts/f\.[0-9a-f]{8}\.woff2)\)", text)
    assert (site / "assets" / font).exists()
    assert "sourceMappingURL" not in text


def test_a_changed_script_gets_another_name_and_an_unchanged_one_keeps_its(site):
    finish(site)
    before = names(site)
    (site / "assets/b.js").write_text("changed;", encoding="utf-8")
    page = site / "index.html"
    page.write_text(re.sub(r"b\.\w{8}\.js", "b.js", page.read_text("utf-8")), encoding="utf-8")
    finish(site)
    new = names(site) - before
    assert {re.sub(r"\.\w{8}\.", ".", name) for name in new} == {"assets/b.js"}


def test_indents_are_left_out_but_not_where_they_are_read(site):
    page = site / "index.html"
    typed = "<pre>a\n    b\n\n    c</pre>"
    text = page.read_text("utf-8").replace("<h1>", f"\n\n    <h1 \n  id=a>\n  {typed}\n  <p>d\n   e</p>\n ")
    page.write_text(text, encoding="utf-8")
    finish(site)
    assert f"<article>\n<h1 \nid=a>\n{typed}\n<p>d\ne</p>\nHome</h1>" in page.read_text("utf-8")


def test_a_second_run_changes_nothing(site):
    finish(site)
    before = {name: (site / name).read_bytes() for name in names(site)}
    finish(site)
    assert {name: (site / name).read_bytes() for name in names(site)} == before


@pytest.mark.parametrize("link", ["../nobody/", "../../assets/none.js", "/sub/nowhere/", "eva.html"])
def test_a_link_that_leads_nowhere_is_refused_and_nothing_is_changed(site, link):
    page = site / "actors/eva-lind/index.html"
    page.write_text(page.read_text("utf-8").replace('href="#x"', f'href="{link}"'), encoding="utf-8")
    before = names(site)
    with pytest.raises(DossierError) as caught:
        finish(site)
    assert f"a link to {link}, where no file is" in str(caught.value)
    assert "actors/eva-lind/index.html" in str(caught.value)
    assert names(site) == before


@pytest.mark.parametrize(
    "link", ["https://other.example/x", "mailto:a@b.example", "/elsewhere/", "./", "../../#top"]
)
def test_a_link_elsewhere_or_to_a_page_is_let_be(site, link):
    page = site / "actors/eva-lind/index.html"
    page.write_text(page.read_text("utf-8").replace('href="#x"', f'href="{link}"'), encoding="utf-8")
    assert finish(site).pages == 2


def test_no_site_is_one_clear_error(tmp_path):
    with pytest.raises(DossierError, match="there is no built site"):
        finish(tmp_path)


def test_without_an_address_there_is_no_sitemap_and_the_report_says_so(site):
    assert "SITE_URL" not in finish(site).summary()
    assert (site / "sitemap.xml").exists()
    for page in site.rglob("*.html"):
        page.write_text(re.sub('<link rel="canonical"[^>]*>', "", page.read_text("utf-8")), encoding="utf-8")
    assert "SITE_URL=" in finish(site).summary()
    assert not (site / "sitemap.xml").exists()


def test_the_offline_copy_names_files(site):
    finish(site)
    with ZipFile(site / "offline.zip") as packed:
        page = packed.read("dossier/actors/eva-lind/index.html").decode()
        assert "dossier/offline.zip" not in packed.namelist()
        assert any(name.startswith("dossier/search/terms0.") for name in packed.namelist())
    assert 'href="../../index.html"' in page
    assert 'href="#x"' in page


def test_the_data_is_written_in_every_format_from_the_data_in_the_site(site):
    (site / "data").mkdir()
    (site / "data/dossier.json").write_bytes(data.export(small_dossier())["data/dossier.json"])
    finish(site)
    made = {name.removeprefix("data/") for name in names(site) if name.startswith("data/")}
    assert {"csv/claims.csv", "datapackage.json", "dossier.sqlite", "places.geojson"} <= made
    first = {name: (site / "data" / name).read_bytes() for name in made}
    links = {name for name, data in first.items() if b"https://news.example/sub/actors/" in data}
    assert links, "no file has the addresses of the records"
    assert not [name for name, data in first.items() if b'"/sub/' in data]
    finish(site)
    assert {name: (site / "data" / name).read_bytes() for name in made} == first
    with ZipFile(site / "offline.zip") as packed:
        assert "dossier/data/dossier.sqlite" in packed.namelist()


def test_the_page_of_the_data_says_how_large_each_file_is(site):
    (site / "data/dossier.json").parent.mkdir()
    (site / "data/dossier.json").write_bytes(data.export(small_dossier())["data/dossier.json"])
    links = '<a href="dossier.sqlite">dossier.sqlite</a> <a href="../actors/eva-lind/">Eva Lind</a>'
    (site / "data/index.html").write_text(html("data/", f"<h1>Data</h1><p>{links}</p>"))
    finish(site)
    once = (site / "data/index.html").read_text()
    assert re.search(r"dossier\.sqlite</a> \(\d+ KB\) <a href", once)
    assert "Eva Lind</a></p>" in once
    finish(site)
    assert (site / "data/index.html").read_text() == once


def test_a_site_without_data_gets_none(site):
    finish(site)
    assert not (site / "data").exists()


def test_the_index_has_names_beginnings_and_what_a_result_shows(site):
    finish(site)
    terms, heads = part(site, "terms0"), part(site, "heads0")
    assert isinstance(terms, dict)
    assert isinstance(heads, dict)
    assert terms["lind"][0]
    assert terms["baker"] == [[], [1]]  # page 0, once
    assert terms["evalind"][0]  # written as one
    assert heads["ev"] == [1, [0]]
    assert "lind" in heads["~i"][0].split()
    assert part(site, "shown0")[0] == ["actors/eva-lind/", "Eva Lind", ["E. Lind"]]
    assert part(site, "texts0")[0] == [["", "", "A baker. “We bake” Home x"]]


TEXT = Section("", "", "x")


def test_pages_about_the_site_come_last_and_their_names_begin_nothing():
    about = FoundPage(
        url="architecture/", title="Zebra", kind="Page", about_site=True, sections=[Section("", "", "x")]
    )
    actor = FoundPage(url="actors/z/", title="Zoe", kind="Person", sections=[TEXT])
    files = index_files([about, actor], {})
    manifest = json.loads(files["search/index.js"].removeprefix("dossierSearch.index(").rstrip(");\n"))
    assert [(first, kind, prior) for first, kind, _, prior in manifest["kinds"]] == [
        (0, "Person", 10),
        (1, "Page", -60),
    ]
    (heads,) = (text for name, text in files.items() if name.startswith("search/heads0"))
    assert '"z":[1,[0]]' in heads


@pytest.mark.parametrize(
    ("url", "word"),
    [
        ("agreements/ferry-aid-pledge/", "ferry"),
        ("events/ferry-visit/", "ferry"),
        ("claims/ferry-blame/", None),
    ],
)
def test_events_and_agreements_are_found_by_the_words_of_their_address(url, word):
    page = FoundPage(url=url, title="Pledge of $2m", kind="Pledge", sections=[])
    terms = "".join(text for name, text in index_files([page], {}).items() if name.startswith("search/terms"))
    heads = "".join(text for name, text in index_files([page], {}).items() if name.startswith("search/heads"))
    assert ('"ferry":' in terms) == (word is not None)
    assert '"f":' not in heads  # what only the address says begins no name


def test_pages_that_most_link_to_come_first_within_their_kind():
    pages = [FoundPage(url=f"actors/{n}/", title=n, kind="Person", sections=[]) for n in "abc"]
    (shown,) = (t for n, t in index_files(pages, {"actors/c/": 3, "actors/b/": 1}).items() if "shown" in n)
    assert [shown.index(f'"{name}"') for name in "cba"] == sorted(shown.index(f'"{name}"') for name in "abc")


EXCLUDED = '<h2 id="s" data-search-exclude>S</h2><p>b</p>'
READ = [
    ("<h1>T</h1><p>a <q>b</q></p>", [("", "", "a “b”")]),
    ('<h1>T</h1><p>a</p><h2 id="s">S</h2><p>b</p>', [("", "", "a"), ("s", "S", "b")]),
    (f'<h1>T</h1>{EXCLUDED}<h3 id="t">U</h3><p>c</p>', [("", "", "")]),
    (f'<h1>T</h1><p>a</p>{EXCLUDED}<h2 id="v">V</h2><p>d</p>', [("", "", "a"), ("v", "V", "d")]),
    ('<h1>T</h1><p>a<a data-search-exclude>¶1<b>x</b></a>b</p>', [("", "", "ab")]),
    ('<h1>T<a class="headerlink">#</a></h1><ul><li>a</li><li>b<br>c</li></ul>', [("", "", "a b c")]),
    ('<h1>T</h1><p>a</p><p class="aka">Also b</p><aside>c</aside>', [("", "", "a"), ("", "", "c")]),
    ("<h1>T</h1><p>a R&D", [("", "", "a R&D")]),
    ("<h1>T</h1><svg><text>no</text></svg><script>no</script><p>a</p>", [("", "", "a")]),
]  # fmt: skip


@pytest.mark.parametrize(("article", "sections"), READ)
def test_what_the_search_reads_of_a_page(article, sections):
    page = read_page("x/", f"<main><article>{article}</article></main>")
    assert page is not None
    assert page.title == "T"
    assert page.about_site
    assert [(part.anchor, part.title, part.text) for part in page.sections] == sections


def test_a_page_without_an_article_is_not_found():
    assert read_page("x/", "<p>a</p>") is None


def test_a_page_that_says_what_was_withdrawn_is_not_found():
    assert read_page("x/", "<article data-search-exclude><h1>Withdrawn</h1><p>a</p></article>") is None


MARKED = [
    ("<p>Omar عُمَر البَشّار (1)</p>", '<p>Omar <bdi lang="und-Arab">عُمَر البَشّار</bdi> (1)</p>'),
    ("<p>דנה לוי and Łukasz</p>", '<p><bdi lang="he">דנה לוי</bdi> and Łukasz</p>'),
    ("<p>李明, Иван</p>", '<p><bdi lang="und-Hani">李明</bdi>, <bdi lang="und-Cyrl">Иван</bdi></p>'),
    ('<p title="عمر">a</p>', '<p title="عمر">a</p>'),
    ("<title>عمر</title><code>عمر</code>", "<title>عمر</title><code>عمر</code>"),
    ("<p><bdi>عمر</bdi></p>", "<p><bdi>عمر</bdi></p>"),
    ("<p>Ada Berg</p>", "<p>Ada Berg</p>"),
]


@pytest.mark.parametrize(("before", "after"), MARKED)
def test_a_name_in_another_script_is_set_apart(before, after):
    assert mark_scripts(before) == after
    assert mark_scripts(after) == after


def test_what_opens_a_page_is_its_lead_and_of_a_quotation_its_words():
    lead = '<p class="lead"><a href="../x/">Eva Lind</a> said: “We bake …”.</p>'
    card = '<figure class="quote-card"><blockquote class="quote-card__words"><p>“We bake at dawn”</p>'
    rest = "</blockquote><figcaption>Eva Lind</figcaption></figure><p>And more.</p>"
    told = {
        "events": read_page("events/x/", html("events/x/", f"<h1>X</h1>{lead}<p>More.</p>")),
        "quotes": read_page("quotes/x/", html("quotes/x/", f"<h1>X</h1>{lead}{card}{rest}")),
        "none": read_page("quotes/y/", html("quotes/y/", "<h1>X</h1><p>More.</p>")),
    }
    assert {name: page.lead for name, page in told.items() if page} == {
        "events": "Eva Lind said: “We bake …”.",
        "quotes": "“We bake at dawn”",
        "none": "",
    }


def test_the_words_of_a_lead_count_for_a_page_and_are_no_name_of_it():
    page = FoundPage(
        url="quotes/x/", title="“We bake …” – Eva Lind", kind="Quotation", lead="“We bake at dawn”"
    )
    files = index_files([page], {})
    terms = next(text for name, text in files.items() if "/terms" in name)
    heads = next(text for name, text in files.items() if "/heads" in name)
    assert '"dawn"' in terms
    assert '"we"' in heads
    assert '"da"' not in heads


def test_a_page_that_is_searched_by_its_name_alone_has_its_name():
    page = read_page("x/", "<article><h1 data-search-exclude>Norton <b>Berg</b></h1><p>a</p></article>")
    assert page.title == "Norton Berg"
    assert not any("a" in section.text for section in page.sections)
