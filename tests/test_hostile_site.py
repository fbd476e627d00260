"""The whole site with hostile texts, compared page by page with the one of harmless texts."""

import re

import html5lib
import pytest

from dossier.site.escaping import one_line
from hostile import build_site, harmless_text, hostile_text

HARMLESS = re.compile(r"N(\d{3})")


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    folders = [tmp_path_factory.mktemp(name) for name in ("harmless", "hostile")]
    for folder, text in zip(folders, (harmless_text, hostile_text), strict=True):
        build_site(text, folder, folder / "site")
    return [folder / "site" for folder in folders]


def pages(site):
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*.html"))}


def parsed(html):
    """The elements of a page; rows in the order of what they lead to, for texts sort otherwise."""
    document = html5lib.parse(html, namespaceHTMLElements=False)
    for body in document.findall(".//table[@class='browse']/tbody"):
        body[:] = sorted(body, key=lambda row: row.find(".//a").get("href"))
    for link in document.iter("a"):
        if link.get("id", "").startswith("letter-"):
            del link.attrib["id"]
    for line in document.iter("p"):
        if line.get("class") == "letters":
            line[:] = []
            line.tag = "hr"
    for around in document.iter("article"):
        around[:] = [part for part in around if part.tag != "hr"]
    return [element for element in document.iter() if isinstance(element.tag, str)]


def expected(harmless):
    """The text with each harmless text replaced by the hostile one of its number."""
    for number in map(int, HARMLESS.findall(harmless)):
        harmless = harmless.replace(
            *(one_line(made(number)).strip() for made in (harmless_text, hostile_text))
        )
    return harmless


def test_the_same_elements_with_the_same_attributes_on_every_page(sites):
    harmless, hostile = map(pages, sites)
    assert harmless.keys() == hostile.keys()
    assert len(harmless) > 20
    for path, html in harmless.items():
        wanted, got = parsed(html), parsed(hostile[path])
        assert [e.tag for e in wanted] == [e.tag for e in got], path
        for one, other in zip(wanted, got, strict=True):
            assert one.attrib.keys() == other.attrib.keys(), (path, one.tag)
            for name, value in one.attrib.items():
                if not HARMLESS.search(value):
                    assert other.attrib[name] == value, (path, one.tag, name)
                assert not name.startswith("on") or other.attrib[name] == value


@pytest.mark.parametrize("place", ["title", "h1", "breadcrumbs", "og:title", "og:description", "description"])
def test_the_theme_shows_the_text_as_it_is(sites, place):
    harmless, hostile = map(pages, sites)
    shown = 0
    for path, html in harmless.items():
        wanted, got = (in_place(parsed(each), place) for each in (html, hostile[path]))
        if wanted and HARMLESS.search(wanted) and "…" not in got:
            assert got == expected(wanted), path
            shown += 1
    assert shown >= 8


def in_place(elements, place):
    for element in elements:
        if place in (element.get("property"), element.get("name")):
            return element.get("content")
        if element.tag == place:
            return one_line("".join(element.itertext())).removesuffix("#").strip()
        if place == "breadcrumbs" and element.get("aria-current") == "page" and element.tag == "li":
            return one_line("".join(element.itertext())).strip()
    return None


def test_a_hostile_text_stands_where_the_harmless_one_stands(sites):
    harmless, hostile = map(pages, sites)
    numbers = {int(n) for html in harmless.values() for n in HARMLESS.findall(html.decode())}
    assert len(numbers) > 60
    for number in numbers:
        assert not any(harmless_text(number).encode() in html for html in hostile.values())


def test_without_folders_as_addresses_the_build_stops_and_says_why(tmp_path):
    with pytest.raises(AssertionError, match="use_directory_urls is false, and each link") as stopped:
        build_site(harmless_text, tmp_path, tmp_path / "site", use_directory_urls=False)
    assert "Traceback" not in str(stopped.value)
