"""The stylesheet: what it styles is on some page, what it is made of is there and can be read."""

import re
from itertools import product
from pathlib import Path

import pytest

import dossier

PACKAGE = Path(dossier.__file__).parent
STYLES = PACKAGE / "site/theme/assets/dossier.css"
CSS = re.sub(r"/\*.*?\*/", "", STYLES.read_text(encoding="utf-8"), flags=re.DOTALL)
MADE_OF_TWO = re.compile(r"is-[a-z]+|no-js|md-.+")
"""States put together from a word and a value, and Material's own classes."""
COLOURS = {
    name: (light, dark)
    for name, light, dark in re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);", CSS)
}
GROUNDS = ("paper", "raised")
WRITTEN = (
    "ink", "soft", "link", "accent", "mark",
    "person", "state", "body-of-state", "organisation", "armed", "alliance", "place", "event",
)  # fmt: skip
"""Colours that words are written in."""
READABLE = 4.5
"""Contrast of text with what is behind it, at least: level AA of the WCAG."""


def unwritten(css: str) -> set[str]:
    """Classes that a stylesheet styles and no file of the program writes."""
    styled = set(re.findall(r"\.(-?[a-zA-Z_][\w-]*)(?=[^{}]*\{)", css))
    kinds = {".py", ".jinja", ".html", ".js", ".yaml", ".xml"}
    files = [path for path in PACKAGE.rglob("*") if path.suffix in kinds]
    written = set(re.findall(r"[\w-]+", "\n".join(path.read_text(encoding="utf-8") for path in files)))
    families = {name for name in written if name.endswith("--")}
    return {
        name
        for name in styled - written
        if not MADE_OF_TWO.fullmatch(name) and f"{name.partition('--')[0]}--" not in families
    }


def luminance(colour: str) -> float:
    """Of the WCAG, of a colour such as #1b5576."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Of the WCAG: 1 for the same colour, 21 for black on white."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_every_class_that_is_styled_is_written_somewhere():
    assert unwritten(CSS) == set()
    assert unwritten(".no-page-has-it, .chip { color: red }") == {"no-page-has-it"}


def test_every_value_that_is_used_is_given_and_every_one_of_ours_that_is_given_is_used():
    used = set(re.findall(r"var\(--([\w-]+)(?=\))", CSS))
    given = set(re.findall(r"(?<![\w-])--([\w-]+):", CSS))
    ours = {name for name in given if not name.startswith("md-")}
    assert len(ours) > len(COLOURS) > 15
    assert {name for name in used - given if not name.startswith("md-")} == set()
    assert ours - used == set()


def test_what_it_loads_stands_beside_it():
    loaded = re.findall(r"url\(([^)]*)\)", CSS)
    assert "fonts/literata-subset.woff2" in loaded
    for path in loaded:
        assert path.startswith(("#", "data:image/svg+xml")) or (STYLES.parent / path).is_file(), path


def test_contrast_is_that_of_the_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("colour", "ground"), [*product(WRITTEN, GROUNDS)])
def test_words_can_be_read_by_day_and_by_night(colour, ground):
    for written, behind in zip(COLOURS[colour], COLOURS[ground], strict=True):
        assert contrast(written, behind) >= READABLE
