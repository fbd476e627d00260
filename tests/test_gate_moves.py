"""What the gate hangs elsewhere in a sentence's tree, and which facts of the tree that rests on.

`gate-moves.txt` has a sentence, and below it the rules that move its words, in the form of `mends.txt`:
"hung" is what a clause apart hangs on (`parting`), the others are named after their modules. UPDATE_GOLDEN=1
writes the lines anew for the sentences there; read them as you would read a rule.
"""

from pathlib import Path

from altering import kept
from dossier.assembly.gate import parting
from dossier.assembly.gate.closing import closings
from dossier.assembly.gate.enclosed import enclosed
from dossier.assembly.gate.misread import misread
from dossier.assembly.gate.rehung import rehung
from dossier.reading.findings import Span
from dossier.reading.parse import Parses
from dossier.reading.text.article import read_article
from dossier.reading.tree import Row, Tree

FILE = Path(__file__).parent / "golden" / "gate-moves.txt"
RULES = {"closing": closings, "enclosed": enclosed, "rehung": rehung, "misread": misread}


def tree_of(rows, text):
    return Tree.build(Span(0, len(text)), rows, range(len(text) + 1), text)


def rows_of(tree):
    return [Row(w.start, w.end, w.head.index, w.dep, w.tag, w.pos, w.lemma) for w in tree.words]


def moved(rule):
    """A rule over a tree as one over rows: who is moved, where, as what, and whether it is finite."""
    return lambda rows, text: frozenset(
        (each.word.index, each.head.index, each.dep, each.finite) for each in rule(tree_of(rows, text))
    )


def hung(rows, text):
    """What hangs elsewhere behind all rules."""
    words = parting.parted(tree_of(rows, text), text).words
    return frozenset(
        (at, word.head.index, word.dep, (word.tag, word.pos) != (row.tag, row.pos))
        for at, (row, word) in enumerate(zip(rows, words, strict=True))
        if (word.head.index, word.dep, word.tag, word.pos) != (row.head, row.dep, row.tag, row.pos)
    )


def shown(made, rows, text):
    words = [text[row.start : row.end] for row in rows]
    return ", ".join(
        f"{words[at]} {dep} of {words[head]}{' in the past' if finite else ''}"
        for at, head, dep, finite in sorted(made)
    )


def rules_of(text):
    ((_, tree),) = Parses(read_article(text, id="t", title="T")).all()
    rows = rows_of(tree)
    for name, rule in RULES.items():
        yield name, moved(rule), rows
    if not any(made for rule in RULES.values() for made in rule(tree)):
        yield "hung", hung, rows


def test_what_the_gate_moves_and_why():
    before, now = kept(FILE, rules_of, shown)
    assert now == before
