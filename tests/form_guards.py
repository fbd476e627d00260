"""Whether a guard of a form decides anything: its sentences, read with it and without."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from dossier.reading.grammar.forms import Form

BRACKETED = re.compile(r"\[([^\]]*)\]")
"""The words of an example that its form reads."""


def decides(form: Form, guard: str, read: Callable[[str], object], monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether some sentence of a form is read otherwise without one of its guards."""
    sentences = [BRACKETED.sub(r"\1", each) for each in (*form.examples, *form.never)]
    before = [read(each) for each in sentences]
    monkeypatch.setitem(vars(form), "guards", tuple(each for each in form.guards if each != guard))
    return [read(each) for each in sentences] != before
