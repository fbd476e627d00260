"""The forms of dates, each by its own examples: the words in [brackets] and the value they have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from dossier.reading.dates.classes import date_classes
from dossier.reading.dates.dates import date_forms, extract_dates
from dossier.reading.dates.norms import Moment, resolved
from dossier.reading.dates.reckoning import Resolved
from dossier.reading.grammar.forms import Form, Listed
from dossier.reading.text.article import read_article
from form_guards import BRACKETED, decides

MONDAY = date(2019, 4, 22)
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
    words = BRACKETED.findall(example)
    found = _read(BRACKETED.sub(r"\1", example))
    assert [(w, v) for w, v, _ in found] == list(zip(words, values, strict=True))
    assert form.name in [name for _, _, name in found]


@pytest.mark.parametrize(
    ("form", "sentence"),
    [pytest.param(f, sentence, id=f"{f.name}: {sentence}") for f in FORMS for sentence in f.never],
)
def test_what_only_looks_like_it_is_not_read_by_it(form: Form, sentence: str) -> None:
    assert form.name not in [name for _, _, name in _read(sentence)]


@pytest.mark.parametrize(
    ("form", "guard"),
    [pytest.param(form, guard, id=f"{form.name}: {guard}") for form in FORMS for guard in form.guards],
)
def test_each_guard_is_told_by_a_sentence(form: Form, guard: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert decides(form, guard, _read, monkeypatch)


_SAMPLES = ("1", "3", "31", "87", "999", "2016", "9999", "07", "3rd", "21st", "1990s", "90s", "27.10.2016")
_PREVIOUS = (
    None,
    Resolved("2019-03-03", "day", ""),
    Resolved("2018-10/2018-12", "quarter", ""),
    Resolved("20XX", "century", ""),
)
_MOMENTS = [
    Moment(day, ahead, previous) for day in (None, MONDAY) for ahead in (-1, 0, 1) for previous in _PREVIOUS
]


def _words_of(name: str) -> list[str]:
    """Words of a class, by its name: some of its table, and of the numbers those it takes."""
    found = []
    for each in getattr(date_classes()[name], "classes", (date_classes()[name],)):
        if isinstance(each, Listed):
            table = [" ".join(words) for words in each.table]
            listed = table[:: max(len(table) // 3, 1)]
            found += [words[0].upper() + words[1:] if each.capital else words for words in listed]
        else:
            found += [word for word in _SAMPLES if list(each(read_article(word, id="a").text.tokens, 0))]
    return found


def _spelled(pattern: str) -> Iterator[str]:
    """Ways to write a pattern: with what is optional and without, each choice, and words of each class."""
    for name in re.findall(r"\b[A-Z]+\b", pattern) or [""]:
        for number in range(len(_words_of(name)) if name else 1):
            for kept in (True, False):
                yield _one_way(pattern, number, kept)


def _one_way(pattern: str, number: int, kept: bool) -> str:
    inner = re.compile(r"\(([^()]*)\)(\??)")
    while found := inner.search(pattern):
        ways = [way for way in found[1].split(" | ") if way.strip()]
        chosen = "" if found[2] and not kept else ways[number % len(ways)]
        pattern = pattern[: found.start()] + chosen + pattern[found.end() :]
    words = ""
    for part in pattern.split():
        if part == ">" or (len(part) > 1 and part.endswith("?") and not kept):
            continue
        name = part.removesuffix("?").removeprefix("~").partition(":")[0]
        of_class = name.isupper() and name.isalpha()
        choice = _words_of(name) if of_class else name.split("|") if len(name) > 1 else [name]
        words += ("" if part.startswith("~") else " ") + choice[number % len(choice)]
    return words.strip()


@pytest.mark.parametrize("form", [pytest.param(form, id=form.name) for form in FORMS])
def test_whatever_a_form_fits_can_be_reckoned_or_is_left(form: Form) -> None:
    """Each pattern gives what its operation wants, whatever of it is written, and no number is too large."""
    matcher, fitted = date_forms(), False
    for words in (each for pattern in form.form for each in _spelled(pattern)):
        tokens = read_article(words, id="made-up").text.tokens
        for fit in matcher.over(tokens).at(0):
            if fit.form.name == form.name:
                fitted = True
                for moment in _MOMENTS:
                    resolved(form.norm, fit.values, moment)
    assert fitted, "none of the ways tried fits the form: the trial proves nothing"


@pytest.mark.parametrize(
    ("name", "taken", "refused"),
    [
        ("DAY", {"1": 1, "07": 7, "31": 31, "3rd": 3, "21ST": 21}, ["0", "32", "1th2", "00031", "4.5"]),
        ("NTH", {"2nd": 2, "31st": 31}, ["2", "32nd", "0th"]),
        ("NUMBER", {"0": 0, "9999": 9999, "12th": 12}, ["10000", "1,000", "4pm"]),
        ("YEAR", {"1000": 1000, "2019": 2019, "2200": 2200}, ["999", "2201", "0999", "2019s"]),
        ("TWODIGITS", {"51": 1951, "99": 1999, "50": 2050, "07": 2007}, ["7", "100"]),
        ("OLDYEAR", {"88": 1988, "32": 2032}, ["31", "07"]),
        ("DECADE", {"1500s": 1500, "1980s": 1980, "2090s": 2090}, ["1490s", "1985s", "2100s", "1980"]),
        ("SHORTDECADE", {"20s": 1920, "90s": 1990}, ["10s", "95s", "1990s"]),
        ("CENTURY", {"1st": 1, "19th": 19, "21st": 21}, ["22nd", "19", "0th"]),
        ("DOTTED", {"27.10.2016": (27, 10, 2016)}, ["27.10.16", "127.10.2016"]),
    ],
)
def test_a_pattern_takes_the_numbers_of_its_class_and_no_others(name, taken, refused):
    def values(word):
        return [value for _, value in date_classes()[name](read_article(word, id="a").text.tokens, 0)]

    assert {word: values(word) for word in taken} == {word: [value] for word, value in taken.items()}
    assert not any(values(word) for word in refused)
