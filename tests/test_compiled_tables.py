"""Which other names of cities the compiled table takes over."""

from __future__ import annotations

import pytest

from compile_tables import is_used
from dossier.reading.names.gazetteer import load_gazetteer


@pytest.mark.parametrize(
    ("alias", "name", "inhabitants", "used"),
    [
        ("Odesa", "Odessa", 500_000, True),
        ("Grodno", "Hrodna", 360_000, True),  # spelt otherwise, with nearly the same consonants
        ("Umtali", "Mutare", 225_000, True),
        ("Juarez", "Ciudad Juárez", 500_000, True),
        ("Saigon", "Ho Chi Minh City", 14_000_000, True),
        ("Hamas", "Hamm", 180_000, False),
        ("Beverwyck", "Albany", 100_000, False),
        # persons are called so
        ("Victoria", "Hong Kong", 7_500_000, False),
        ("Milton", "Kansas City", 500_000, False),
        ("Milano", "Milan", 500_000, True),
    ],
)
def test_a_city_s_other_name_is_taken_over_where_news_may_use_it(
    alias: str, name: str, inhabitants: int, used: bool
) -> None:
    assert is_used(alias, {"name": name, "population": inhabitants}) is used


def test_the_table_was_made_by_this_rule() -> None:
    assert "hamas" not in load_gazetteer().places
    assert "bombay" in load_gazetteer().places
