"""The forms of quantities, each by its own examples: the words in [brackets], least, most and unit."""

from __future__ import annotations

import pytest

from dossier.reading.grammar.forms import Form
from dossier.reading.quantities.quantities import extract_quantities, quantity_forms
from dossier.reading.text.article import read_article
from form_guards import BRACKETED, decides

FORMS = quantity_forms().forms


def _read(sentence: str) -> list[tuple[str, str]]:
    found = extract_quantities(read_article(sentence, id="made-up", title=""))
    return [
        (sentence[q.start : q.end], " ".join("-" if v is None else str(v) for v in (q.min, q.max, q.unit)))
        for q in found
    ]


@pytest.mark.parametrize(
    ("example", "value"),
    [pytest.param(e, v, id=f"{form.name}: {e}") for form in FORMS for e, v in form.examples.items()],
)
def test_an_example_is_read(example: str, value: str) -> None:
    assert _read(BRACKETED.sub(r"\1", example)) == [(words, value) for words in BRACKETED.findall(example)]


@pytest.mark.parametrize(
    ("form", "sentence"),
    [pytest.param(f, sentence, id=f"{f.name}: {sentence}") for f in FORMS for sentence in f.never],
)
def test_what_only_looks_like_it_is_left(form: Form, sentence: str) -> None:
    read = read_article(sentence, id="made-up", title="").text.tokens
    matcher = quantity_forms()
    taken = {words for words, _ in _read(sentence)}
    fits = [f for at in range(len(read)) for f in matcher.over(read).at(at) if f.form.name == form.name]
    spans = {sentence[read[f.first].start : read[f.stop - 1].end] for f in fits}
    assert not spans & taken


@pytest.mark.parametrize(
    ("form", "guard"),
    [pytest.param(form, guard, id=f"{form.name}: {guard}") for form in FORMS for guard in form.guards],
)
def test_each_guard_is_told_by_a_sentence(form: Form, guard: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert decides(form, guard, _read, monkeypatch)
