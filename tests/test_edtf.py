"""EDTF values that a dossier may hold, and what is none."""

from __future__ import annotations

import pytest

from dossier.assembly.edtf import is_edtf


@pytest.mark.parametrize(
    "value",
    [
        "2019",
        "2019-04",
        "2019-04-22",
        "2020-02-29",
        "0987",
        "193X",
        "18XX",
        "2019-XX",
        "2019-04-XX",
        "2019-21",
        "2019~",
        "2019-04?",
        "2019-04-22%",
        "2019-04-15/2019-04-21",
        "2019/2019-04",
        "2019-04-15/..",
        "../2019",
        "2019/",
        "[2019-04-01..2019-04-30]",
        "[..2019-04-22]",
        "[2019-04-22..]",
    ],
)
def test_a_date(value: str) -> None:
    assert is_edtf(value)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "last week",
        "19",
        "2019-4-22",
        "2019-13",
        "2019-25",
        "2019-02-29",
        "2019-04-31",
        "2019-21-03",
        "193X-04",
        "2019-XX-04",
        "22.04.2019",
        "2019-04-22T10:00",
        "2019-04-21/2019-04-15",
        "2019/2018",
        "/",
        "[..]",
        "[2019-04-30..2019-04-01]",
        "[2019-04-30]",
        "２０１９",
        "2019~~",
    ],
)
def test_no_date(value: str) -> None:
    assert not is_edtf(value)
