"""Names to those the article shows as armed."""

from __future__ import annotations

from dossier.reading.grammar.attack_words import attack_words
from dossier.reading.names.mentions import Names
from dossier.reading.text.tokens import Text

_GROUPS = frozenset(("organisation", "armed_group", "alliance"))


def armed_names(text: Text, names: Names) -> frozenset[str]:
    """Names the article shows beside a word for fighters: "X guerrillas", "guerrillas of the X"."""
    words = attack_words()
    shows = words.armed_actors | words.shows_armed
    found: set[str] = set()
    for at, token in enumerate(text.tokens):
        if token.lower not in shows:
            continue
        before = names.at(text.tokens[at - 1].start) if at else None
        if before is not None and before.kind in _GROUPS:
            found.add(before.name)
        if token.lower in words.armed_actors:
            after = _after_of(text, names, at)
            if after is not None:
                found.add(after)
    return frozenset(found)


def _after_of(text: Text, names: Names, at: int) -> str | None:
    """The group behind "of (the)": "guerrillas of the X"."""
    ahead = at + 1
    while ahead < min(at + 4, len(text.tokens)) and text.tokens[ahead].lower in ("of", "from", "the"):
        ahead += 1
    if ahead == at + 1 or ahead >= len(text.tokens):
        return None
    mention = names.at(text.tokens[ahead].start)
    return mention.name if mention is not None and mention.kind in _GROUPS else None
