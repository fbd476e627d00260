"""The forms of dates, each by its own examples: the words in [brackets] and the value they have."""

from __future__ import annotations

import re
from datetime import date

import pytest

from dossier.reading.dates.dates import date_forms, extract_dates
from dossier.reading.grammar.forms import Form
from dossier.reading.text.article import read_article

MONDAY = date(2019, 4, 22)
_BRACKETED = re.compile(r"\[([^\]]*)\]")
FORMS = date_forms().forms


def _read(sentence: str) -> list[tuple[str, str, str]]:
    found = extract_dates(read_article(sentence, id="made-up", title="", published=MONDAY))
    return [(sentence[d.start : d.end], d.edtf, d.form) for d in found]


@pytest.mark.parametrize(
    ("form", "example", "value"),
    [
        pytest.param(form, example, value, id=f"{form.name}: {example}")
        for form in FORMS
        for example, value in form.examples.items()
    ],
)
def test_an_example_is_read_by_its_form(form: Form, example: str, value: object) -> None:
    values = [str(v) for v in value] if isinstance(value, list) else [str(value)]
    words = _BRACKETED.findall(example)
    found = _read(_BRACKETED.sub(r"\1", example))
    assert [(w, v) for w, v, _ in found] == list(zip(words, values, strict=True))
    assert form.name in [name for _, _, name in found]


@pytest.mark.parametrize(
    ("form", "sentence"),
    [pytest.param(f, sentence, id=f"{f.name}: {sentence}") for f in FORMS for sentence in f.never],
)
def test_what_only_looks_like_it_is_not_read_by_it(form: Form, sentence: str) -> None:
    assert form.name not in [name for _, _, name in _read(sentence)]
