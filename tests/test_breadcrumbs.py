"""The way to a page from the home page, made from its address."""

import re
from importlib.resources import files
from types import SimpleNamespace

import pytest
from jinja2 import Environment

SECTIONS = ("Explore", "Actors", "Places", "Events", "Quotes", "Claims", "Timeline")
TEMPLATE = (files("dossier.site") / "theme/partials/path.html").read_text(encoding="utf-8")


def way(address, within=None):
    """The titles of the links before the page itself."""
    environment = Environment(autoescape=True)
    environment.filters["url"] = lambda address: f"/{address}"
    home = SimpleNamespace(url="./", title="Home")
    items = [SimpleNamespace(url=f"{title.lower()}/", title=title) for title in SECTIONS]
    nav = SimpleNamespace(homepage=home, items=[home, *items])
    page = SimpleNamespace(url=address, meta={"within": within} if within else {})
    made = environment.from_string(TEMPLATE).render(
        page=page, meta=page.meta, nav=nav, heading="Here", base_url="."
    )
    return re.findall(r"<a [^>]*>([^<]*)</a>", made)


@pytest.mark.parametrize(
    ("address", "within", "titles"),
    [
        ("actors/ana-novak/", None, ["Home", "Actors"]),
        ("actors/", None, ["Home"]),
        ("lists/named-once-b/", "actors/", ["Home", "Actors"]),
        ("lists/named-once-246/", "actors/", ["Home", "Actors"]),
        ("lists/of-nothing/", None, ["Home"]),
        ("lists/quotes-2/", "quotes/", ["Home", "Quotes"]),
        ("lists/explore-12/", "explore/", ["Home", "Explore"]),
        ("topics/violence/", "explore/", ["Home", "Explore"]),
        ("timeline/", None, ["Home"]),
        ("data/", None, ["Home"]),
        ("", None, []),
    ],
)
def test_a_page_leads_back_through_the_index_it_is_reached_from(address, within, titles):
    assert way(address, within) == titles
