"""What each mend of a parse makes of a sentence, and which facts of the parse it rests on.

`mends.txt` has a sentence, and below it the mends that change its rows: what becomes of which word, and
behind "on" the facts without which it would not, or otherwise. Behind "but for" stands what alone keeps a
mend from a sentence. UPDATE_GOLDEN=1 writes the lines anew for the sentences there; read them as you would
read a rule.
"""

from pathlib import Path

import pytest

from altering import kept
from dossier.reading.mends import mends
from dossier.reading.parser import parse_strings
from dossier.reading.patterns import Words
from dossier.reading.tree_rows import is_tree

FILE = Path(__file__).parent / "golden" / "mends.txt"


def moved(mend):
    """The rule of a mend: the fields that it gives words, by their place."""

    def rule(rows, sentence):
        pairs = enumerate(zip(rows, mend(Words(rows, sentence)), strict=True))
        fields = ("head", "dep", "tag", "pos")
        return frozenset(
            (at, fields.index(f), getattr(new, f))
            for at, (old, new) in pairs
            for f in fields
            if getattr(old, f) != getattr(new, f)
        )

    return rule


def shown(made, rows, sentence):
    """The moves in words: a head behind an arrow, a label or tag behind its word."""
    words = [sentence[row.start : row.end] for row in rows]
    return " ".join(
        f"{words[at]}→{words[value]}" if not field else f"{words[at]}={value}"
        for at, field, value in sorted(made)
    )


def mends_of(sentence):
    (rows,) = parse_strings([sentence])
    for mend in mends():
        yield mend.name, moved(mend), rows
        made = mend(Words(rows, sentence))
        rows = made if is_tree([row.head for row in made]) else rows


def test_what_each_mend_makes_and_rests_on():
    before, now = kept(FILE, mends_of, shown)
    assert now == before


@pytest.mark.parametrize(
    ("name", "sentence"),
    [(mend.name, sentence) for mend in mends() for sentence in mend.examples],
)
def test_a_mend_mends_its_examples(name, sentence):
    assert name in {each for each, rule, rows in mends_of(sentence) if rule(rows, sentence)}
