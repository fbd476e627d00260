"""Whether a number's bounds are as worded: "at least 14" is no 14, "14 million" no 14."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.assembly.gate.proposition import Count, Doubt, does_not
from dossier.assembly.gate.reach import Reading
from dossier.assembly.gate.words import gate_words
from dossier.reading.findings import Quantity, Span
from dossier.reading.quantities.quantities import extract_quantities

_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}


def bound_doubts(count: Count, reading: Reading) -> Iterator[Doubt]:
    """A doubt where a number is told as exact that is "at least", or is another one."""
    read = [
        q
        for q in extract_quantities(reading.article)
        if q.start < count.span.end and count.span.start < q.end
    ]
    words = reading.says(count.span)
    text = reading.article.text.text
    before = text[max(count.span.start - 24, 0) : count.span.start].lower()
    lost = next((b for b in gate_words().bounds if re.search(rf"(?<!\w){re.escape(b)} $", before)), None)
    if lost is not None and _is_particle(count.span, reading):
        return
    if lost is not None:
        above = lost in ("more than", "over") and not before.endswith(f"no {lost} ")
        above = above and count.max is None and _says(count.min, words)
        if any(_fits(count, q) for q in read) or above:
            return  # the words for a bound may stand beside the number
        yield does_not("number", f"“{lost}” belongs to “{words}”")
        return
    if len(read) != 1:
        return
    found = read[0]
    if (found.start, found.end) != count.span and text[: found.start].lower().endswith("from "):
        return  # "from 14 to 31" is two numbers
    if found.min is None and found.max is None:
        digits = re.sub(r"[^\d]", "", words)
        told = {count.min, count.max} - {None}
        scale = next((n for word, n in _SCALES.items() if word in words.lower().split()), 1)
        if "." not in words and digits and any(int(digits) * scale != n for n in told if n is not None):
            yield does_not("number", f"“{words}” is not {sorted(told, key=str)}")
        return
    if not _fits(count, found):
        yield does_not("number", f"“{words}” is not {count.min} to {count.max}")


def _is_particle(number: Span, reading: Reading) -> bool:
    """Whether the word before a number is of its verb: "hand over eleven"."""
    first = next(iter(reading.words(number)), None)
    tree = reading.tree_at(number.start)
    before = tree.before(first) if first is not None and tree is not None else None
    return before is not None and before.dep == "prt"


def _says(number: int | None, words: str) -> bool:
    """Whether some digits are a number's."""
    return re.sub(r"\D", "", words) == str(number)


def _fits(count: Count, found: Quantity) -> bool:
    if count.min is None and count.max is None:
        return True
    return (
        (count.min is None or count.min == found.min)
        and (count.max is None or count.max == found.max)
        and ((count.min is None) == (found.min is None) or found.min in (0, 1))
        and ((count.max is None) == (found.max is None))
    )
