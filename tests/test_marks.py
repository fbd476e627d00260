from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.reading.findings import Span
from dossier.reading.text.marks import pair_marks

MARKED = st.text(st.sampled_from("ab s.,—\n()“”‘’\"'«»`"), max_size=80)


def pairs(text):
    found, _ = pair_marks(text, Span(0, len(text)), None)
    return [(q.depth, text[slice(*q.inner)]) for q in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said “no” and left.", [(0, "no")]),
        ('She said "no" and left.', [(0, "no")]),
        ("She said «no» and left.", [(0, "no")]),
        ("She said ``no'' and left.", [(0, "no")]),
        ("“One,” he said. “Two.”", [(0, "One,"), (0, "Two.")]),
        ('"One," he said. "Two."', [(0, "One,"), (0, "Two.")]),
        # nested
        ("“He told me ‘go home’ twice.”", [(0, "He told me ‘go home’ twice."), (1, "go home")]),
        ("\"He told me 'go home' twice.\"", [(0, "He told me 'go home' twice."), (1, "go home")]),
        ("‘It is a “mess”, really,’ he said.", [(0, "It is a “mess”, really,"), (1, "mess")]),
        # mixed and mistyped
        ('“We are here," she said. "We stay.”', [(0, "We are here,"), (0, "We stay.")]),
        ("“Not yet,“ he said. “Soon.”", [(0, "Not yet,"), (0, "Soon.")]),
        ("They let him ”get close to it” at last.", [(0, "get close to it")]),
        # apostrophes are no marks
        ("It's the boys' room, isn’t it?", []),
        ("In the ‘80s, “it grew,” she said.", [(0, "it grew,")]),
        ("“I asked ‘em all,” he said. “Twice.”", [(0, "I asked ‘em all,"), (0, "Twice.")]),
        ("'The workers' rights are at stake,' he said.", [(0, "The workers' rights are at stake,")]),
        # unbalanced
        ("He stopped.” Then he left.", []),
        ("“He stopped and left.", [(0, "He stopped and left.")]),
        ("“” and ‘’ hold nothing.", []),
        ("5' 10\" tall", []),
    ],
)
def test_pairs(text, expected):
    assert pairs(text) == expected


def test_a_quotation_left_open_continues_in_the_next_paragraph():
    first, left = pair_marks("He said: “One.", Span(0, 14), None)
    assert left is not None
    assert (first[0].closed, first[0].continues) == (False, False)
    (second,), left = pair_marks("“Two.”", Span(0, 6), left)
    assert (second.closed, second.continues) == (True, True)
    assert left is None


def test_a_paragraph_that_does_not_begin_with_a_mark_continues_nothing():
    _, left = pair_marks("He said: “One.", Span(0, 14), None)
    (found,), _ = pair_marks("Then “two”.", Span(0, 11), left)
    assert not found.continues


@given(MARKED)
def test_quotations_are_slices_of_their_text_and_nest(text):
    found, left = pair_marks(text, Span(0, len(text)), None)
    assert left is None or left in found
    for q in found:
        assert 0 <= q.start <= q.inner.start < q.inner.end <= q.end <= len(text)
        inner = text[slice(*q.inner)]
        assert inner == inner.strip()
    for outer, inner in combinations(found, 2):
        assert inner.end <= outer.end or outer.end <= inner.start


@pytest.mark.parametrize("mark", ["“", "”", '"', "‘", "’", "'", "«", "“‘", "\"'"])
def test_thousands_of_unmatched_marks_pair_in_one_pass(mark):
    text = f" {mark}a" * 50_000
    found, _ = pair_marks(text, Span(0, len(text)), None)
    assert len(found) <= 100_000
