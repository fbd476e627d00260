"""The way to a page from the home page, made from its address."""

import re
from importlib.resources import files
from types import SimpleNamespace

import pytest
from jinja2 import Environment

SECTIONS = ("Explore", "Actors", "Places", "Events", "Quotes", "Claims", "Timeline")
TEMPLATE = (files("dossier.site") / "theme/partials/path.html").read_text(encoding="utf-8")


def way(address):
    """The titles of the links before the page itself."""
    environment = Environment(autoescape=True)
    environment.filters["url"] = lambda address: f"/{address}"
    home = SimpleNamespace(url="./", title="Home")
    items = [SimpleNamespace(url=f"{title.lower()}/", title=title) for title in SECTIONS]
    nav = SimpleNamespace(homepage=home, items=[home, *items])
    page = SimpleNamespace(url=address)
    made = environment.from_string(TEMPLATE).render(page=page, nav=nav, heading="Here", base_url=".")
    return re.findall(r"<a [^>]*>([^<]*)</a>", made)


@pytest.mark.parametrize(
    ("address", "titles"),
    [
        ("actors/ana-novak/", ["Home", "Actors"]),
        ("actors/", ["Home"]),
        ("lists/named-once-b/", ["Home", "Actors"]),
        ("lists/named-once-246/", ["Home", "Actors"]),
        ("lists/quotes-2/", ["Home", "Quotes"]),
        ("lists/explore-12/", ["Home", "Explore"]),
        ("topics/violence/", ["Home", "Explore"]),
        ("timeline/", ["Home"]),
        ("data/", ["Home"]),
        ("", []),
    ],
)
def test_a_page_leads_back_through_the_index_it_is_reached_from(address, titles):
    assert way(address) == titles
