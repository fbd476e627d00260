"""An open licence lifts the limit on republishing, and no other does."""

from dataclasses import replace

import pytest

from dossier.assembly import assemble
from dossier.assembly.licences import is_open
from dossier.assembly.limits import measure
from making import ARTICLE, RECORD, TEXT, authorities, source


@pytest.mark.parametrize(
    ("licence", "opens"),
    [
        ("CC BY 4.0", True),
        ("CC BY-SA 3.0 IGO", True),
        ("CC0 1.0", True),
        ("CC0", True),
        ("Creative Commons Attribution 4.0 International", True),
        ("https://creativecommons.org/licenses/by/4.0/", True),
        ("https://creativecommons.org/licenses/by-sa/4.0/deed.en", True),
        ("Public domain", True),
        ("Open Government Licence v3.0", True),
        ("CC BY-NC 4.0", False),
        ("CC BY-ND 4.0", False),
        ("CC BY-NC-SA", False),
        ("https://creativecommons.org/licenses/by-nc/4.0/", False),
        ("All rights reserved", False),
        ("by", False),
        (None, False),
    ],
)
def test_which_licences_are_open(licence, opens):
    assert is_open(licence) is opens


def shown(licence):
    record = RECORD.model_copy(update={"licence": licence})
    dossier = assemble((replace(source(), record=record),), authorities(), "authorities.yaml").shown()
    whole = [TEXT.casefold().replace(",", " ").replace(".", " ").split()]
    return dossier, measure(dossier, [ARTICLE], whole)[0]


def test_under_an_open_licence_every_passage_is_shown_in_full_and_nothing_is_too_much():
    dossier, measured = shown("CC BY 4.0")
    assert all(passage.exact for passage in dossier.evidence)
    assert measured.within_limits
    assert "no limit under CC BY 4.0" in str(measured)


@pytest.mark.parametrize("licence", [None, "CC BY-NC 4.0"])
def test_under_no_open_licence_the_limit_holds(licence):
    _, measured = shown(licence)
    assert measured.open_licence is None
    assert "limit 50%" in str(measured)
