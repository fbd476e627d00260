"""Who speaks a turn of a transcript, by its label: `MS. NOVAK:`, `Q.`, `Q    `, `Ana Novak:`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dossier.seeds.importing.material import Block

_LABEL = re.compile(
    r"(?P<who>[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,5}(?: \([^()]{1,40}\))?):\s"
    r"|(?P<letter>[QA])(?:[.:]\s+|\s{2,}|\t)(?=[A-Z“\"])"
)
_NAME = re.compile(r"(?P<who>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}):\s+(?=[A-Z“\"])")


def opens_turn(line: str) -> bool:
    """True for a line that begins a turn by a label in capitals or by Q or A."""
    return bool(_LABEL.match(line))


def labelled(line: str) -> str:
    """A line with a Q or A that opens it written with a colon, since the room behind it says so."""
    label = _LABEL.match(line)
    return f"{label['letter']}: {line[label.end() :].lstrip()}" if label and label["letter"] else line


def speakers(blocks: Sequence[Block]) -> list[str]:
    """What to tell of a transcript: who has how many turns; nothing for other texts.

    A name before a colon counts as a label when it opens two paragraphs or more.
    """
    labels = Counter(who for block in blocks if (who := _who(block.text)))
    labels = Counter({who: count for who, count in labels.items() if who.isupper() or count > 1})
    if sum(labels.values()) < 2:
        return []
    turns = ", ".join(f"{who} ({count})" for who, count in labels.most_common())
    return [f"a transcript, its turns kept as paragraphs: {turns}"]


def _who(text: str) -> str | None:
    label = _LABEL.match(text)
    if label:
        return label["who"] or label["letter"]
    name = _NAME.match(text)
    return name["who"] if name else None
