"""Rows of a sentence in which a day, or what stands behind it, hangs on the wrong word.

The parser says that an ambassador was "on Monday", not summoned then, and that a man wounded on Monday died
that day. Only what the words leave no doubt of is changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from dossier.reading.lexicon import load_table
from dossier.reading.mistagged import sayings
from dossier.reading.tree import VERBAL, Row
from dossier.reading.tree_rows import above, text_of

_HELD = frozenset(("dobj", "nsubjpass", "dative"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_BEHIND = frozenset(("appos", "compound", "conj"))
_ON = frozenset(("on", "in"))
_WITH_WHOM = frozenset(("of", "to", "from", "by", "with", "against", "into", "in", "at", "near", "on"))
_YEAR = 4
_DAY = 2
"""Words of "Monday to"; of "on Monday to" one more."""


@cache
def days() -> frozenset[str]:
    """The days of the week and the months."""
    calendar = load_table("calendar", dict[str, dict[str, int]])
    return frozenset((*calendar["weekdays"], *calendar["months"]))


@cache
def people_and_bodies() -> frozenset[str]:
    """Nouns for people and bodies that act: none of them is of a day."""
    table = load_table("frame_classes", dict[str, frozenset[str]])
    kinds = (
        "envoy",
        "officeholder",
        "delegation",
        "people",
        "force",
        "armed_people",
        "workers",
        "legislature",
    )
    return frozenset[str]().union(*(table[kind] for kind in kinds))


def with_days_of_saying(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "police said on Monday they had seized rifles" read as said on that day.

    The parser gives the day to what was seized. Right behind the verb of saying and before the subject of
    what is said, it is the verb's; behind "that" it is not.
    """
    found: dict[int, int] = {}
    for at, row in enumerate(rows[:-1]):
        act = row.head
        if row.dep != "prep" or text_of(row, sentence) != "on" or rows[act].dep != "ccomp":
            continue
        said = rows[act].head
        day = text_of(rows[at + 1], sentence).lower()
        behind = all(i > at + 1 for i, r in enumerate(rows) if r.head == act and r.dep in _SUBJECTS)
        if (
            said == at - 1
            and rows[said].lemma in sayings()
            and rows[at + 1].head == at
            and day in days()
            and behind
        ):
            found[at] = said
    return [r._replace(head=found.get(i, r.head)) for i, r in enumerate(rows)] if found else rows


def with_days_of_acts(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "summoned the ambassador on Monday" read as summoned on that day.

    Nobody, no place and no thing is of a day: the day is that of the verb or noun they stand with. So too of
    "the arrest of Lee in May" and "extradited Lee to Fiji in 2019".
    """
    found: dict[int, int] = {}
    for at, row in enumerate(rows[:-1]):
        if row.dep != "prep" or text_of(row, sentence).lower() not in _ON or rows[at + 1].head != at:
            continue
        if not _is_time(text_of(rows[at + 1], sentence)):
            continue
        act = _act_over(rows, sentence, row.head)
        if act is not None and act < row.head:
            found[at] = act
    return [r._replace(head=found.get(i, r.head)) for i, r in enumerate(rows)] if found else rows


def _is_time(word: str) -> bool:
    """Whether a word opens a date: a day, a month, a year."""
    return word.lower().rstrip(".") in days() or (word.isdigit() and len(word) == _YEAR)


def _act_over(rows: Sequence[Row], sentence: str, noun: int) -> int | None:
    """What somebody, a place or a thing stands with: the verb that takes it, the noun before its "of"."""
    started = noun
    while _is_of_no_day(rows[noun]):
        row = rows[noun]
        if row.dep in _BEHIND and row.head < noun:
            noun = row.head
        elif row.dep in (*_HELD, "oprd") and rows[row.head].pos in VERBAL and row.head < noun:
            return row.head
        elif row.dep == "pobj" and text_of(rows[row.head], sentence).lower() in _WITH_WHOM:
            noun = rows[row.head].head
            if rows[noun].pos in VERBAL:
                return noun if noun < started else None
        else:
            return None
    return noun if noun != started and rows[noun].pos == "NOUN" else None


def _is_of_no_day(row: Row) -> bool:
    """Whether a noun means somebody, a place or a thing, and not an occasion: "the Reef War"."""
    if row.pos == "PROPN":
        return row.lemma.lower() not in _occasions()
    return row.pos == "NOUN" and row.lemma.lower() in people_and_bodies() | _things()


@cache
def _things() -> frozenset[str]:
    """Nouns for what can be seen and stays: places, buildings, ships, arms."""
    table = load_table("frame_classes", dict[str, frozenset[str]])
    kinds = ("territory", "locale", "facility", "structure", "vehicle", "armament", "projectile", "seizable")
    return frozenset[str]().union(*(table[kind] for kind in kinds)) - _occasions()


@cache
def _occasions() -> frozenset[str]:
    """Nouns of what takes place, which has a day of its own, in a name too: "the Reef War in 1971"."""
    table = load_table("frame_classes", dict[str, frozenset[str]])
    return frozenset[str]().union(
        *(table[kind] for kind in ("occasion", "act_noun", "talk", "visit", "contest"))
    )


def with_days_of_relatives(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "a man who was wounded on Monday died" read as that he was wounded then.

    The parser has him die on Monday. Right behind a relative clause, with no comma, the day is the clause's.
    """
    for at, row in enumerate(rows[:-1]):
        day = text_of(row, sentence) == "on" and text_of(rows[at + 1], sentence).lower() in days()
        if row.dep != "prep" or not at or row.head < at or rows[at + 1].head != at or not day:
            continue
        inside = next((i for i in (at - 1, *above(rows, at - 1)) if rows[i].dep == "relcl"), None)
        if inside is not None and inside < at and rows[at - 1].pos != "PUNCT":
            return [r._replace(head=inside) if i == at else r for i, r in enumerate(rows)]
    return rows


def with_days_of_nouns(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "condemned the Monday shelling" read as the shelling on Monday, not a verdict then.

    The parser makes an adverb or object of the day, with an article of its own. Right behind an article and
    before the noun that the verb takes, it is that noun’s.
    """
    made = list(rows)
    for at in range(1, len(rows) - 1):
        lead, day, noun = rows[at - 1 : at + 2]
        held = noun.dep in _HELD | _SUBJECTS | {"pobj"} and (noun.pos == "NOUN" or noun.tag == "VBG")
        apart = day.dep == "npadvmod" or (day.dep == noun.dep == "dobj" and day.head == noun.head)
        loose = apart and lead.head == at and lead.dep == "det"
        if held and loose and text_of(day, sentence).lower() in days():
            made[at - 1] = lead._replace(head=at + 1)
            made[at] = day._replace(head=at + 1, dep="compound")
            if noun.tag == "VBG":
                made[at + 1] = noun._replace(pos="NOUN", tag="NN", lemma=text_of(noun, sentence).lower())
    return made


@cache
def _undertaking() -> frozenset[str]:
    """Verbs whose infinitive is what is agreed, promised or refused, and not what they are done for."""
    table = load_table("speech", dict[str, Any])["infinitive"]
    return frozenset(verb for kind in ("pledge", "refusal", "plan") for verb in table[kind])


def with_undertakings(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "agreed on Monday to share" read as an agreement to share, not one made for that.

    The parser takes an infinitive behind a day for a purpose. Right behind the day the verb has nothing else
    that could be agreed.
    """
    made = list(rows)
    for at, row in enumerate(rows):
        verb = row.head
        if row.dep != "advcl" or verb > at or rows[verb].lemma not in _undertaking():
            continue
        own = [i for i in range(verb + 1, at) if rows[i].head == at]
        words = [text_of(rows[i], sentence).lower() for i in range(verb + 1, own[0] + 1)] if own else []
        if len(words) in (_DAY, _DAY + 1) and words[-1] == "to" and words[-2] in days():
            made[at] = row._replace(dep="xcomp")
    return made
