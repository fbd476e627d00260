"""Sentences to casualties: the words that say how many were killed, hurt, missing or driven out, with bounds.

"At least 14 soldiers were killed" gives min 14 and no max; "dozens" what the quantity's own bounds
are; "no one was hurt" gives 0 and 0. A sentence that gives no number gives no casualties.
"""

from __future__ import annotations

from typing import NamedTuple

from dossier.reading.findings import Casualties, Quantity, Span
from dossier.reading.grammar.noun_classes import word_classes
from dossier.reading.grammar.numberwords import QuantityWords
from dossier.reading.lexicon import load_table
from dossier.reading.text.tokens import Sentence, Text

_ONE = ("a", "an", "another")
_OWNERS = ("his", "her", "their")
_RANKS = frozenset(("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"))
"""Behind "a" these tell of one more: "a third person was killed"."""
_LONGEST_GROUP = 9
"""Tokens the name of a group may have: "members of the town's volunteer fire brigade"."""
_WOUNDS = frozenset(("injuries", "wounds", "injury", "wound", "burns"))
_RISES = frozenset(("rose", "rises", "risen", "climbed", "jumped", "increased", "stood", "stands", "soared"))
_FORMER = frozenset(("earlier", "previous", "initial", "former"))
"""Before "toll" these make it one that holds no longer."""
_NONE = {"killed": ("deaths", "fatalities"), "injured": ("injuries",)}
"""Nouns that with "no" speak of one kind of casualties; any other of both."""
_LINKS = frozenset(("of", "from", "the"))
_FURTHER = frozenset(("other", "more", "further"))
"""Between a number and whom it counts: "five other people"."""


class CasualtyWords(NamedTuple):
    """Shape of lexicon/casualties.yaml; its comments say what each list holds."""

    killed: frozenset[str]
    injured: frozenset[str]
    missing: frozenset[str]
    displaced: frozenset[str]
    killing: frozenset[str]
    injuring: frozenset[str]
    displacing: frozenset[str]
    deaths: frozenset[str]
    deaths_of: frozenset[str]
    dead_by_two: frozenset[str]
    none_of: frozenset[str]
    at_all: frozenset[str]
    between: frozenset[str]
    among: frozenset[str]
    persons: frozenset[str]
    animals: frozenset[str]
    times: frozenset[str]
    kin: frozenset[str]
    shares: frozenset[str]

    @property
    def behind(self) -> dict[str, frozenset[str]]:
        """By kind of casualties the words that stand behind the counted: "14 people were wounded"."""
        return {
            "killed": self.killed,
            "injured": self.injured,
            "missing": self.missing,
            "displaced": self.displaced,
        }

    @property
    def before(self) -> dict[str, frozenset[str]]:
        """By kind of casualties the verbs that stand before the number: "wounding 14 people"."""
        return {"killed": self.killing, "injured": self.injuring, "displaced": self.displacing}


_QUALIFYING = ("missing", "displaced")
"""Kinds whose word may only say which are meant: "found the 12 missing girls"."""


class _Count(NamedTuple):
    """A number of people: token ranges of the number and of the number with its group."""

    first: int
    number_stop: int
    stop: int
    min: int | None
    max: int | None


def casualties_in(text: Text, sentence: Sentence, quantities: tuple[Quantity, ...]) -> tuple[Casualties, ...]:
    """Casualties of one sentence in text order."""
    words = load_table("casualties", CasualtyWords)
    counted = (_counted(text, sentence, q, words) for q in quantities if q.unit is None)
    counts = [
        *(count for count in counted if not _is_no_count(text, sentence, count, words)),
        *_single(text, sentence, words),
    ]
    found: list[Casualties] = []
    last: tuple[_Count, str] | None = None
    aside = 0
    starts = frozenset(count.first for count in counts)
    for count in sorted(counts):
        if count.first < aside:
            continue  # "two people, a man and his son, were killed"
        if count.stop + 1 < sentence.stop and text.tokens[count.stop].text == ",":
            aside = _behind_aside(text, sentence, count.stop, words)
        kind = _kind(text, sentence, count, words, starts)
        if kind is None and last is not None and _coordinated(text, last[0], count):
            kind = last[1] if _are_people(text, count, words) and not _is_part(text, count) else None
        if kind is None:
            last = None
            continue
        if _modal(text, sentence, count):
            continue
        last = (count, kind)
        found.append(_casualties(text, count, kind))
    found.extend(_nobody(text, sentence, words))
    found = _backward(text, sorted(counts), found)
    return tuple(sorted(found, key=lambda c: c.span))


def _counted(text: Text, sentence: Sentence, quantity: Quantity, words: CasualtyWords) -> _Count:
    first, stop = text.token_range(Span(quantity.start, quantity.end))
    return _Count(first, stop, _group_stop(text, sentence, stop, words), quantity.min, quantity.max)


def _single(text: Text, sentence: Sentence, words: CasualtyWords) -> list[_Count]:
    tokens = text.tokens
    found = []
    for at in range(sentence.first, sentence.stop - 1):
        lower = tokens[at].lower
        if lower in _OWNERS and tokens[at + 1].lower in words.kin and _is_listed(text, sentence, at):
            found.append(_Count(at, at + 1, at + 2, 1, 1))
        if lower not in _ONE or tokens[at + 1].lower in _RANKS:
            continue
        stop = _group_stop(text, sentence, at + 1, words)
        if any(t.lower in words.persons for t in tokens[at + 1 : stop]):
            found.append(_Count(at, at + 1, stop, 1, 1))
    return found


def _is_listed(text: Text, sentence: Sentence, at: int) -> bool:
    """Whether a word stands in a list of people: "a farmer and | his wife", "a mayor, | his driver and"."""
    before = text.tokens[at - 1].lower if at > sentence.first else ""
    return before in ("and", ",")


def _is_no_count(text: Text, sentence: Sentence, count: _Count, words: CasualtyWords) -> bool:
    """Whether a number tells how many there were, and not how many were harmed.

    "Some of the 40 passengers", "all but three of 40".
    """
    tokens = text.tokens
    at = count.first - 1
    while at > sentence.first and tokens[at].lower in ("the", "these", "those", "its", "their"):
        at -= 1
    if at <= sentence.first or tokens[at].lower != "of":
        return False
    part = tokens[at - 1]
    numbers = load_table("quantities", QuantityWords).numbers
    return part.lower in words.shares or part.lower in numbers or part.word_class == "number"


def counts_one(words: str) -> bool:
    """Whether some words count one person without a number: "a soldier", "an army officer", "his wife"."""
    first, *rest = words.lower().split() or [""]
    table = load_table("casualties", CasualtyWords)
    return (first in _ONE and not table.persons.isdisjoint(rest)) or (
        first in _OWNERS and not table.kin.isdisjoint(rest)
    )


def _group_stop(text: Text, sentence: Sentence, at: int, words: CasualtyWords) -> int:
    """Token after the group that a number counts: "Tongan security forces personnel"."""
    tokens = text.tokens
    top = min(sentence.stop, at + _LONGEST_GROUP)
    start = at
    while at < top:
        lower = tokens[at].lower
        behind = tokens[at + 1].word_class if at + 1 < top else "mark"
        noun = tokens[at].word_class in ("noun", "name", "genitive") and not any(
            lower in each for each in words.behind.values()
        )
        linked = at > start and lower in _LINKS and behind in ("noun", "name", "determiners")
        first_of = at == start and lower == "of" and behind in ("noun", "name", "determiners")
        first_of = first_of or (at == start and lower in _FURTHER and behind in ("noun", "name"))
        if not (noun or linked or first_of):
            break
        at += 1
    while at > start and tokens[at - 1].lower in _LINKS:
        at -= 1
    return at


def _kind(
    text: Text, sentence: Sentence, count: _Count, words: CasualtyWords, starts: frozenset[int]
) -> str | None:
    """The kind of casualties, or None: by the verb before the number, else by what stands behind.

    Starts are the tokens with which the counts of its sentence begin.
    """
    tokens = text.tokens
    if not _are_people(text, count, words):
        return None
    before = tokens[count.first - 1].lower if count.first > sentence.first else ""
    for kind, verbs in words.before.items():
        if before in verbs:
            either = count.first - 2 > sentence.first and tokens[count.first - 2].lower == "or"
            return None if either else kind  # "killing or wounding nine"
    lead = [t.lower for t in tokens[max(sentence.first, count.first - 3) : count.first]]
    if " ".join(lead[-2:]) in words.dead_by_two:
        return "killed"
    at = count.stop
    if at + 1 < sentence.stop and tokens[at].text == ",":
        at = _behind_aside(text, sentence, at, words)
    while at < sentence.stop and tokens[at].lower in words.between:
        at += 1
    after = tokens[at].lower if at < sentence.stop else ""
    if _does_it(text, sentence, count.stop, at, words, starts):
        return None  # "three bombers killed nine": those who did it
    phrase = [t.lower for t in tokens[at : min(sentence.stop, at + 4)]]
    if phrase[1:2] == ["or"]:
        return None  # "nine were killed or wounded"
    passive = any(token.word_class == "be" for token in tokens[count.stop : at])
    shot = passive and " ".join(phrase[:2]) in words.dead_by_two
    if shot or phrase[:3] == ["lost", "their", "lives"]:
        return "killed"
    if phrase[:1] in (["sustained"], ["suffered"]) and any(w in _WOUNDS for w in phrase[1:]):
        return "injured"
    of_deaths = lead[-1:] == ["of"] and not words.deaths_of.isdisjoint(lead[-2:-1])
    counted = {t.lower for t in tokens[count.number_stop : count.stop]}
    if count.max == 0 and after not in words.at_all:
        return None  # "none drowned"
    if after in words.killed or counted & words.deaths or of_deaths or _is_toll(text, sentence, count):
        return "killed"
    told = next((each for each, forms in words.behind.items() if after in forms), None)
    if told == "injured" and not passive and tokens[count.number_stop].lower == "of":
        return "killed" if _died_then(text, sentence, at) else None
    follows = tokens[at + 1].word_class if at + 1 < sentence.stop else "mark"
    return None if told in _QUALIFYING and follows in ("noun", "name") else told


def _died_then(text: Text, sentence: Sentence, wounded: int) -> bool:
    """Whether some of those wounded are told to have died: "two of the three wounded on Monday died"."""
    for at in range(wounded + 1, sentence.stop):
        if text.tokens[at].text in (",", ";", ":") or text.tokens[at].lower in ("and", "but"):
            return False
        if text.tokens[at].lower in ("died", "die"):
            return True
    return False


def _behind_aside(text: Text, sentence: Sentence, comma: int, words: CasualtyWords) -> int:
    """Token after what says between commas who was counted: "two people, a man and his son, were killed".

    The comma itself where no such words stand there.
    """
    tokens = text.tokens
    closing = next(
        (i for i in range(comma + 1, min(sentence.stop, comma + 16)) if tokens[i].text == ","), None
    )
    if closing is None:
        return comma
    if tokens[comma + 1].lower in words.among:
        return closing + 1
    within = tokens[comma + 1 : closing]
    tells = any(t.word_class in ("verb", "be", "mark") for t in within)
    bare = within[0].lower in (*_ONE, "the") and not tells
    goes_on = any(t.word_class in ("be", "have") for t in tokens[closing + 1 : closing + 2])
    return closing + 1 if bare and goes_on else comma


def _are_people(text: Text, count: _Count, words: CasualtyWords) -> bool:
    """Whether a number counts people: no cattle, no "one year before", no deeds as "two bombings"."""
    counted = [t.lower for t in text.tokens[count.number_stop : count.stop]]
    nobody = not words.animals.isdisjoint(counted) or not words.times.isdisjoint(counted[-1:])
    return not nobody and not _is_deed(counted)


def _is_deed(counted: list[str]) -> bool:
    """Whether the head of a counted group is a deed or weapon: "suicide bombings", "bombs of rebels"."""
    ends = next((i for i, word in enumerate(counted) if i and word in _LINKS), len(counted))
    head = counted[ends - 1] if counted else ""
    classes = word_classes()
    return head.removesuffix("s") in (classes["act_noun"] | classes["weapon"]) - {"death"}


def _does_it(
    text: Text, sentence: Sentence, first: int, verb: int, words: CasualtyWords, starts: frozenset[int]
) -> bool:
    """Whether the counted are the subject of an active verb that has somebody else for its object."""
    tokens = text.tokens
    if verb + 1 >= sentence.stop or not any(tokens[verb].lower in each for each in words.before.values()):
        return False
    if any(t.word_class == "be" for t in tokens[first:verb]):
        return False
    behind = tokens[verb + 1].word_class
    if verb + 1 in starts:
        return True  # "two men killed over 40 people"
    hedged = tokens[verb + 1].lower in ("at", "more", "up", "about", "nearly", "some", "dozens", "scores")
    hedged = hedged and not any(t.lower in ("the", "a", "an", "this") for t in tokens[verb + 2 : verb + 3])
    return hedged or behind in ("number", "determiners", "name", "possessives", "object_pronouns")


def _is_toll(text: Text, sentence: Sentence, count: _Count) -> bool:
    """Whether a number is a death toll: "a toll of 12", "the death toll in X rose to 46"."""
    tokens = text.tokens
    lead = [t.lower for t in tokens[max(sentence.first, count.first - 16) : count.first]]
    if "toll" in lead[-3:]:
        return not _FORMER.intersection(lead[-5:])
    rises = lead[-1:] in (["to"], ["at"]) and not _RISES.isdisjoint(lead[-2:-1])
    raised = lead[-1:] == ["to"] and "from" in lead[-4:-2] and "toll" in lead[-7:]
    return raised or (rises and "death toll" in " ".join(lead))


def _coordinated(text: Text, before: _Count, count: _Count) -> bool:
    """Whether a count follows another's group with nothing but "and" or a comma between them."""
    between = [t.lower for t in text.tokens[before.stop : count.first]]
    if between[:1] in (["in"], ["at"], ["near"]) and between[-1] == "and":
        apart = any(t.word_class in ("verb", "mark") for t in text.tokens[before.stop : count.first])
        behind = [t.lower for t in text.tokens[count.stop : count.stop + 1]]
        return not apart and behind in (["in"], ["at"], ["near"])  # "two in Lund and six in Suva"
    return set(between) <= {"and", ",", "the", *_OWNERS}


def _is_part(text: Text, count: _Count) -> bool:
    """Whether a number is of those counted before: "12 people, three of them children"."""
    return any(t.lower == "of" for t in text.tokens[count.number_stop : count.number_stop + 1])


def _modal(text: Text, sentence: Sentence, count: _Count) -> bool:
    tokens = text.tokens
    near = tokens[max(sentence.first, count.first - 3) : min(sentence.stop, count.stop + 3)]
    return any(t.lower in ("could", "would", "might", "may", "will", "can") for t in near)


def _backward(text: Text, counts: list[_Count], found: list[Casualties]) -> list[Casualties]:
    """Adds counts that come before a counted one in a list: "a lieutenant and five civilians were hurt"."""
    kinds = {c.span.start: c.kind for c in found}
    added = list(found)
    for count, after in zip(reversed(counts[:-1]), reversed(counts[1:]), strict=True):
        start, next_start = text.tokens[count.first].start, text.tokens[after.first].start
        kind = kinds.get(next_start)
        if start in kinds or kind is None or not _coordinated(text, count, after):
            continue
        kinds[start] = kind
        added.append(_casualties(text, count, kind))
    return added


def _casualties(text: Text, count: _Count, kind: str) -> Casualties:
    tokens = text.tokens
    start = tokens[count.first].start
    stop = count.stop
    group = None
    counted = None
    if stop > count.number_stop:
        counted = Span(tokens[count.number_stop].start, tokens[stop - 1].end)
        group = text.text[tokens[count.number_stop].start : tokens[stop - 1].end]
        if group.lower() in ("people", "persons", "others", "more", "lives", "deaths"):
            group = "people" if group.lower() in ("people", "persons") else None
    return Casualties(
        group=group,
        kind=kind,
        span=Span(start, tokens[max(stop, count.number_stop) - 1].end),
        min=count.min,
        max=count.max,
        counted=counted,
        number=Span(start, tokens[count.number_stop - 1].end),
    )


def _nobody(text: Text, sentence: Sentence, words: CasualtyWords) -> list[Casualties]:
    tokens = text.tokens
    found = []
    for at in range(sentence.first, sentence.stop - 1):
        after = tokens[at + 1].lower
        if tokens[at].lower in ("no", "without") and after in words.none_of:
            kinds = [kind for kind, nouns in _NONE.items() if after in nouns] or list(_NONE)
            span = Span(tokens[at].start, tokens[at + 1].end)
            found += [Casualties(group=None, kind=kind, span=span, min=0, max=0) for kind in kinds]
    return found
