"""Whether an offset stands in a quotation, looked up without walking over all of them."""

from __future__ import annotations

from bisect import bisect_right

from dossier.reading.text.tokens import Text


class Quoted:
    """The outermost quotations of a text in double marks."""

    def __init__(self, text: Text, longer_than: int = 0) -> None:
        """`longer_than`: quotations of that many characters or fewer are left out, as mere words."""
        spans = [
            (q.start, q.end)
            for q in text.quotations
            if q.depth == 0 and not q.single and q.end - q.start > longer_than
        ]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def holds(self, offset: int) -> bool:
        """Whether a quotation covers an offset, its opening mark excepted."""
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and self._starts[at] < offset < self._ends[at]

    def length_at(self, offset: int) -> int:
        """Length of the quotation that opens at an offset, marks included; 0 where none does."""
        at = bisect_right(self._starts, offset) - 1
        return self._ends[at] - offset if at >= 0 and self._starts[at] == offset else 0
