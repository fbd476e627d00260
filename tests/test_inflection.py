"""Verbs to their other forms, by the rules of spelling."""

from __future__ import annotations

import pytest

from dossier.reading.grammar.inflection import ing, past, third_person


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("warn", ["warns", "warned", "warning"]),
        ("deny", ["denies", "denied", "denying"]),
        ("say", ["says", "sayed", "saying"]),
        ("teach", ["teaches", "teached", "teaching"]),
        ("go", ["goes", "goed", "going"]),
        ("argue", ["argues", "argued", "arguing"]),
        ("agree", ["agrees", "agreed", "agreeing"]),
        ("lie", ["lies", "lied", "lying"]),
        ("dye", ["dyes", "dyed", "dyeing"]),
        ("have", ["has", "haved", "having"]),
    ],
)
def test_a_verb_is_spelt_by_its_last_letters(verb: str, forms: list[str]) -> None:
    """As if all were regular: other forms stand in the tables."""
    assert [third_person(verb), past(verb), ing(verb)] == forms
