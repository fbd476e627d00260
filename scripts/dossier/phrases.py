"""Tokens to phrases: noun phrases, verb groups, and the subject and object of a verb.

Shallow and bounded: a phrase is found by walking from an anchor the caller already has (a cue, a
trigger) over closed-class words and word shapes, never by parsing the sentence. It does not
settle attachment that needs meaning ("the man on the hill with a telescope").
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dossier.findings import Span
from dossier.lexicon import load_table
from dossier.text import Text, Token

_REACH = 60
"""Tokens a search may walk from its anchor: longer than any noun phrase, short enough to be linear."""
_OPENING = frozenset('“"«‘([')
_CLOSING = frozenset('”"»’)]')
_INSERTING = frozenset((",", ")", "–", "—", "-", "--", "―"))
"""Marks that may close something inserted between a subject and its verb."""


class Phrase(NamedTuple):
    """A noun phrase: a half-open range of tokens and the token of its head noun."""

    first: int
    stop: int
    head: int
    route: str = "adjacent"
    """How a subject was reached: adjacent; past_insertion ("X, a doctor, said"); past_relative
    ("the man who won said"); coordinated ("X rose and said")."""

    def span(self, text: Text) -> Span:
        """Offsets of the phrase."""
        return Span(text.tokens[self.first].start, text.tokens[self.stop - 1].end)


class VerbGroup(NamedTuple):
    """A verb with its auxiliaries: a half-open range of tokens."""

    first: int
    stop: int
    main: int
    """Token of the main verb."""
    passive: bool
    negated: bool
    modal: str | None
    """The modal ("will", "would"), small letters, or None."""
    infinitive: bool
    """ "to" stands before it."""


class ClosedClass(NamedTuple):
    """Shape of lexicons/closed_class.yaml."""

    determiners: frozenset[str]
    possessives: frozenset[str]
    subject_pronouns: frozenset[str]
    object_pronouns: frozenset[str]
    be: frozenset[str]
    have: frozenset[str]
    do: frozenset[str]
    modals: frozenset[str]
    contracted: frozenset[str]
    negations: frozenset[str]
    to: frozenset[str]
    prepositions: frozenset[str]
    subordinators: frozenset[str]
    coordinators: frozenset[str]
    relatives: frozenset[str]
    adverbs: frozenset[str]
    times: frozenset[str]
    attaching: frozenset[str]
    """Prepositions that tie a phrase to the noun before it wherever it stands."""
    time_nouns: frozenset[str]
    time_words: frozenset[str]
    """Words that make a time of the noun behind them."""
    standing: frozenset[str]
    """Determiners that may stand for a noun phrase."""


class WordForms(NamedTuple):
    """Shape of lexicons/word_forms.yaml."""

    irregular_verbs: frozenset[str]
    common_verbs: frozenset[str]
    ing_nouns: frozenset[str]
    ed_words: frozenset[str]
    ly_words: frozenset[str]


@cache
def _table() -> ClosedClass:
    return load_table("closed_class", ClosedClass)


@cache
def _classes() -> dict[str, str]:
    table = _table()
    found: dict[str, str] = {}
    for name in ClosedClass._fields[: ClosedClass._fields.index("attaching")]:
        for word in getattr(table, name):
            found.setdefault(word, name)
    return found


@cache
def _forms() -> WordForms:
    return load_table("word_forms", WordForms)


def word_class(token: Token) -> str:
    """Class of a token: a class of closed_class.yaml, or verb, participle, adverb, number, mark,
    genitive, name (any other word with a capital) or noun (any other word: nouns and adjectives).

    A capital in a closed-class word is a sentence's first word or part of a name; it stays in its class.
    """
    lower = token.lower
    known = _classes().get(lower)
    if known is not None:
        return known
    lead = token.text[0]
    if not lead.isalpha():
        if lead in "'’" and lower[1:] == "s":
            return "genitive"
        return "number" if lead.isdigit() else "name" if lead in "@#" and len(lower) > 1 else "mark"
    if lead.isupper():
        return "name"
    forms = _forms()
    if lower in forms.irregular_verbs or lower in forms.common_verbs:
        return "verb"
    if lower.endswith("ing") and len(lower) > 4:
        return "noun" if lower in forms.ing_nouns else "participle"
    if lower.endswith("ed") and len(lower) > 3:
        return "noun" if lower in forms.ed_words or "-" in lower else "verb"
    if lower.endswith("ly") and len(lower) > 3:
        return "noun" if lower in forms.ly_words else "adverb"
    return "noun"


def standing_determiner(token: Token) -> bool:
    """Whether a determiner may stand for a noun phrase: "another said"."""
    return token.lower in _table().standing


_NOMINAL = frozenset(("name", "noun", "number", "genitive"))
_LEADS = frozenset(("determiners", "possessives"))
_PRONOUNS = frozenset(("subject_pronouns", "object_pronouns"))
_AUXILIARIES = frozenset(("be", "have", "do", "modals"))
_VERBAL = frozenset((*_AUXILIARIES, "verb", "adverb", "adverbs"))


def noun_phrase_at(text: Text, index: int, ceiling: int | None = None) -> Phrase | None:
    """The noun phrase that begins at a token, with its "of …" and place phrases; None if none does.

    `ceiling` is the token before which it must stop (default: the sentence's end).
    """
    tokens = text.tokens
    stop = _ceiling(text, index, ceiling)
    core = _core_at(tokens, index, stop)
    if core is None:
        return None
    first, at, head = core
    while at + 1 < stop:
        kind, lower = word_class(tokens[at]), tokens[at].lower
        if lower in _table().attaching:
            more = _core_at(tokens, at + 1, stop)
        elif kind == "coordinators" and lower in ("and", "&"):
            more = _core_at(tokens, at + 1, stop)
            if more is not None and more[1] < stop and word_class(tokens[more[1]]) in (*_AUXILIARIES, "verb"):
                more = None  # "…, and X said": a clause begins
        else:
            break
        if more is None:
            break
        at = more[1]
    return Phrase(first, at, head)


def _core_at(tokens: list[Token], index: int, stop: int) -> tuple[int, int, int] | None:
    """(first, stop, head) of the noun phrase at `index` up to its first preposition."""
    if index < stop and word_class(tokens[index]) in _PRONOUNS:
        return index, index + 1, index
    at, head, led = index, -1, False
    while at < stop:
        kind = word_class(tokens[at])
        if _initial(tokens, at) or (kind in _NOMINAL and not (kind == "genitive" and head < 0)):
            head = at if kind != "genitive" else head
        elif kind in _LEADS and (head < 0 or word_class(tokens[at - 1]) in _LEADS):
            led = True
        elif not _inside_core(tokens, at, stop, head, led):
            break
        at += 1
    while at > index and word_class(tokens[at - 1]) in ("adverb", "mark") and at - 1 > head:
        at -= 1
    if head < 0 and led and tokens[at - 1].lower in _table().standing:
        head = at - 1
    return (index, at, head) if head >= 0 else None


def _inside_core(tokens: list[Token], at: int, stop: int, head: int, led: bool) -> bool:
    """Whether a token that is no nominal may stand inside the noun phrase."""
    token = tokens[at]
    kind = word_class(token)
    if head < 0:
        if kind == "verb":
            return at + 1 < stop and word_class(tokens[at + 1]) in _NOMINAL  # "the besieged town"
        return token.text in "$£€" or (led and kind in ("adverb", "participle"))
    if token.start != tokens[at - 1].end:
        return False
    if token.text == ".":  # an abbreviation: Sen. Smith, J. Smith
        following = at + 1 < stop and (word_class(tokens[at + 1]) == "name" or _initial(tokens, at + 1))
        return following and len(tokens[head].text) <= 5 and tokens[at - 1].text[0].isupper()
    return token.text in "-‑"


def _initial(tokens: list[Token], at: int) -> bool:
    """Whether a token is the initial of a name: the A in "James A. Baker"."""
    token = tokens[at]
    if len(token.text) != 1 or not token.text.isupper() or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].text == "." and tokens[at + 1].start == token.end


def noun_phrase_ending(text: Text, stop: int, floor: int | None = None) -> Phrase | None:
    """The noun phrase whose last token is `stop - 1`, widened to the left; None if none ends there.

    `floor` is the first token it may hold (default: the sentence's first).
    """
    tokens = text.tokens
    base = _floor(text, stop - 1, floor)
    core = _core_ending(tokens, stop, base)
    if core is None:
        return None
    first, head = core
    while first - 2 >= base and word_class(tokens[first - 1]) == "prepositions":
        more = _core_ending(tokens, first - 1, base)
        if more is None:
            break
        if word_class(tokens[more[1]]) in _PRONOUNS:
            break
        first, head = more
    while first - 2 >= base and tokens[first - 1].lower in ("and", "&"):
        more = _core_ending(tokens, first - 1, base)
        if more is None or word_class(tokens[more[1]]) != word_class(tokens[head]):
            break
        if more[0] > base and word_class(tokens[more[0] - 1]) in ("verb", "prepositions", "to", "participle"):
            break  # "defended A and B said": B alone
        first = more[0]
    return Phrase(first, stop, head)


def _core_ending(tokens: list[Token], stop: int, base: int) -> tuple[int, int] | None:
    """(first, head) of the noun phrase without prepositions that ends before `stop`."""
    head = stop - 1
    if head < base:
        return None
    kind = word_class(tokens[head])
    if kind in _PRONOUNS or tokens[head].lower in _table().standing:
        return head, head
    if kind == "genitive" or kind not in _NOMINAL:
        return None
    first = head
    while first - 1 >= base:
        before = tokens[first - 1]
        kind = word_class(before)
        if kind in _LEADS and not _initial(tokens, first - 1):
            if before.lower == "that":
                break
            first -= 1
            if first - 1 < base or word_class(tokens[first - 1]) not in _LEADS:
                break
        elif (
            kind in _NOMINAL
            or _abbreviating(tokens, first - 1, base)
            or (kind in ("verb", "adverb", "participle") and _led(tokens, first - 1, base))
            or _initial(tokens, first - 1)
            or before.text in "$£€"
        ):
            first -= 1
        else:
            break
    while first < head and tokens[first].text in (".", "'s", "’s"):
        first += 1
    return first, head


def _abbreviating(tokens: list[Token], at: int, base: int) -> bool:
    """Whether the full stop at a token belongs to a title or initial before it."""
    if tokens[at].text != "." or at - 1 < base:
        return False
    before = tokens[at - 1]
    return before.end == tokens[at].start and len(before.text) <= 5 and before.text[0].isupper()


def _led(tokens: list[Token], at: int, base: int) -> bool:
    """Whether the modifier at `at` has a determiner before it, at most two adverbs away."""
    for back in range(1, 4):
        if at - back < base:
            return False
        kind = word_class(tokens[at - back])
        if kind in _LEADS or kind == "genitive":
            return True
        if kind not in ("adverb", "verb", "participle"):
            return False
    return False


def is_time(text: Text, phrase: Phrase) -> bool:
    """Whether a noun phrase names a time ("last week", "that morning")."""
    return text.tokens[phrase.head].lower in _table().time_nouns


def _opening_participle(tokens: list[Token], at: int, stop: int) -> bool:
    """Whether a word with a sentence's capital is a participle: "Speaking to reporters, …"."""
    lower = tokens[at].lower
    if not lower.endswith(("ing", "ed")) or at + 1 >= stop or lower in _forms().ing_nouns | _forms().ed_words:
        return False
    kind = word_class(tokens[at + 1])
    return kind in ("prepositions", "to", "determiners", "possessives", "adverb", "adverbs", "subordinators")


def _is_bare(text: Text, phrase: Phrase, stop: int) -> bool:
    """Whether a noun phrase is the rest of a list and no subject: no determiner, no name, a comma behind."""
    tokens = text.tokens
    if phrase.stop + 1 >= stop or tokens[phrase.stop].text != ",":
        return False
    return word_class(tokens[phrase.first]) == "noun" == word_class(tokens[phrase.head])


def clause_subject(text: Text, first: int, stop: int) -> Phrase | None:
    """The noun phrase that opens the clause at token `first`, behind "On Monday, …" and the like.

    None unless a verb follows it before `stop`.
    """
    tokens = text.tokens
    at = first
    stop = min(stop, first + _REACH)
    while at < stop and (
        word_class(tokens[at]) in ("coordinators", "adverb", "adverbs", "times") or tokens[at].text == ","
    ):
        at += 1
    for _ in range(2):
        if at < stop and (
            word_class(tokens[at]) in ("prepositions", "subordinators", "participle", "to")
            or _opening_participle(tokens, at, stop)
        ):
            comma = next((i for i in range(at, stop) if tokens[i].text == ","), None)
            if comma is None:
                return None
            at = comma + 1
    if at >= stop:
        return None
    found = noun_phrase_at(text, at, stop)
    if found is not None and at > first and _is_bare(text, found, stop):
        found = noun_phrase_at(text, found.stop + 1, stop)  # "After a long, hot summer, Lee …"
    if found is None or found.stop >= stop or is_time(text, found):
        return None
    kind = word_class(tokens[found.stop])
    if kind in (*_AUXILIARIES, "verb", "adverb", "adverbs", "mark", "relatives", "prepositions"):
        return found._replace(route="clause")
    return None


def verb_group(text: Text, index: int, floor: int | None = None, ceiling: int | None = None) -> VerbGroup:
    """The verb group around the main verb at `index`: "has not yet been signed", "will sign"."""
    tokens = text.tokens
    base, top = _floor(text, index, floor), _ceiling(text, index, ceiling)
    first = index
    at = index - 1
    kinds: list[tuple[str, str]] = []
    while at >= base and index - at <= 8:
        kind = word_class(tokens[at])
        if kind in _AUXILIARIES or kind == "negations" or kind == "to" or kind == "contracted":
            first = at
            kinds.append((kind, tokens[at].lower))
            if kind in ("to", "contracted"):
                break
        elif kind not in ("adverb", "adverbs") and tokens[at].lower != "since":
            break
        at -= 1
    lower = [word for _, word in kinds]
    auxiliaries = [kind for kind, _ in kinds if kind in ("be", "have", "do", "modals")]
    participle = not tokens[index].lower.endswith("ing")
    nearest_be = bool(auxiliaries) and auxiliaries[0] == "be"
    negated = any(kind == "negations" for kind, _ in kinds) or any("n't" in w or "n’t" in w for w in lower)
    negated = negated or "cannot" in lower
    modal = next((word for kind, word in kinds if kind == "modals"), None)
    infinitive = any(kind == "to" for kind, _ in kinds)
    return VerbGroup(first, min(index + 1, top), index, nearest_be and participle, negated, modal, infinitive)


def subject_of(text: Text, verb: int, floor: int | None = None) -> Phrase | None:
    """The noun phrase that is the grammatical subject of the verb at token `verb`, looked for to its left.

    Skips what is inserted between them (appositions, relative clauses, participles, dates in
    commas, dashes or brackets). None where the walk meets something it cannot read.
    """
    tokens = text.tokens
    base = _floor(text, verb, floor)
    group = verb_group(text, verb, base)
    at = _skip_adverbs(tokens, group.first, base)
    if word_class(tokens[group.first]) == "contracted":
        return Phrase(group.first, group.first + 1, group.first)  # "she’s saying"
    if group.infinitive or at <= base:
        return None
    before = tokens[at - 1]
    if before.text in _INSERTING:
        return _past_insertion(text, at - 1, base)
    if word_class(before) == "coordinators":
        return _coordinated_subject(text, at - 1, base)
    if word_class(before) == "relatives" or before.lower == "that":
        return _antecedent(text, at - 1, base)
    found = noun_phrase_ending(text, at, base)
    if found is None:
        return None
    return _outside_relative(text, found, base) or found


def _skip_adverbs(tokens: list[Token], at: int, base: int) -> int:
    """Token index left of adverbs and times: "X on Tuesday again said", "X two weeks ago said"."""
    while at > base:
        kind = word_class(tokens[at - 1])
        if kind == "times":
            at -= 1
            if at > base and tokens[at - 1].lower in ("on", "last", "late", "early"):
                at -= 1
        elif kind in ("adverb", "adverbs"):
            at -= 1
        elif at < len(tokens) and tokens[at].lower == "ago" or tokens[at - 1].lower in _table().time_nouns:
            start = _time_start(tokens, at, base)
            if start == at:
                break
            at = start
        else:
            break
    return at


def _time_start(tokens: list[Token], at: int, base: int) -> int:
    """Token index left of "last week", "less than two weeks" ending before `at`; `at` if no time ends there."""
    start = at - 1
    while start > base and at - start < 6:
        before = tokens[start - 1]
        if word_class(before) == "number" or before.lower in _table().time_words:
            start -= 1
        else:
            break
    return start if start < at - 1 and start > base else at


def _antecedent(text: Text, relative: int, base: int) -> Phrase | None:
    """The noun phrase a relative pronoun stands for."""
    gap = relative - 1 if relative > base and text.tokens[relative - 1].text == "," else relative
    found = noun_phrase_ending(text, gap, base)
    return found._replace(route="past_relative") if found else None


def _past_insertion(text: Text, closing: int, base: int) -> Phrase | None:
    """The noun phrase before what is set off by the mark at `closing`: "X, a doctor in Y, said".

    Walks left from one mark to the next, at most five times, until a noun phrase stands where a
    clause may begin; an insertion that is a name itself is the subject where nothing before it is.
    """
    tokens = text.tokens
    inner: Phrase | None = None
    for _ in range(5):
        opened = _insertion_start(tokens, closing, base)
        if opened is None:
            break
        inside = noun_phrase_ending(text, closing, opened + 1) if inner is None else None
        if inside is not None and inside.first == opened + 1:
            inner = inside._replace(route="past_insertion")
        found = noun_phrase_ending(text, opened, base)
        if found is not None and tokens[closing].text == ")":
            return (_outside_relative(text, found, base) or found)._replace(route="past_insertion")
        if found is not None and word_class(tokens[opened + 1]) in ("relatives", "possessives"):
            outer = _outside_relative(text, found, base) or found
            return outer._replace(route="past_insertion")
        if found is not None and _begins_clause(tokens, found.first, base):
            apposed = word_class(tokens[found.head]) == "noun" and inner is not None
            if apposed and inner is not None and word_class(tokens[inner.head]) == "name":
                return inner  # "the leader of X, Y, said"
            return found._replace(route="past_insertion")
        closing = opened
    if inner is not None and word_class(tokens[inner.head]) == "name":
        return inner
    return None


_CLAUSE_WALLS = frozenset(("coordinators", "subordinators", "mark"))


def _begins_clause(tokens: list[Token], first: int, base: int) -> bool:
    """Whether a noun phrase at `first` stands where a clause may begin."""
    if first <= base:
        return True
    before = tokens[first - 1]
    return (
        (word_class(before) in _CLAUSE_WALLS and before.text != ",")
        or before.lower == "that"
        or (
            before.text == ","
            and (first - 2 < base or word_class(tokens[first - 2]) != "mark")
            and not _inside_list(tokens, first, base)
        )
    )


def _inside_list(tokens: list[Token], first: int, base: int) -> bool:
    """Whether what stands before the comma is itself an insertion's noun phrase ("…, a town in X, Y, …")."""
    for at in range(first - 2, max(base, first - 14) - 1, -1):
        text = tokens[at].text
        if text in _INSERTING or text in ";:":
            return word_class(tokens[at + 1]) in ("prepositions", "relatives", "possessives")
    return False


def _insertion_start(tokens: list[Token], closing: int, base: int) -> int | None:
    """Index of the mark that opens the insertion closed at `closing`; None where none does."""
    mark = tokens[closing].text
    wanted = "(" if mark == ")" else mark
    for at in range(closing - 1, max(base, closing - _REACH) - 1, -1):
        text = tokens[at].text
        if text == wanted:
            return at if at > base else None
        if text in ("”", '"', ";", ":"):
            return None
    return None


def _outside_relative(text: Text, found: Phrase, base: int) -> Phrase | None:
    """Subject of the main clause when `found` stands inside a relative clause without commas:
    "the man who shot X said", "a man wearing X said", "a source speaking to X said".
    """
    tokens = text.tokens
    at = found.first - 1
    if at <= base:
        return None
    if word_class(tokens[at]) in ("prepositions", "to"):
        at -= 1
    if at > base and word_class(tokens[at]) == "participle":
        outer = noun_phrase_ending(text, at, base)
        return outer._replace(route="past_relative") if outer else None
    if word_class(tokens[at]) not in ("verb", "noun", "adverb", "be", "have", "do") or at == base:
        return None
    for back in range(at, max(base, at - 12), -1):
        token = tokens[back]
        if token.text in _INSERTING or word_class(token) in ("subordinators", "coordinators"):
            return None
        if token.lower in ("who", "which") or (
            token.lower == "that" and word_class(tokens[back + 1]) in _VERBAL
        ):
            return _antecedent(text, back, base)
    return None


def _coordinated_subject(text: Text, coordinator: int, base: int) -> Phrase | None:
    """Subject of the clause's first verb: the noun phrase at the clause's start."""
    tokens = text.tokens
    start = base
    for at in range(coordinator - 1, max(base, coordinator - _REACH) - 1, -1):
        if tokens[at].lower == "who":
            found = _antecedent(text, at, base)
            return found._replace(route="coordinated") if found else None
        if tokens[at].text in (";", ":", "”", '"') or word_class(tokens[at]) == "subordinators":
            start = at + 1
            break
    else:
        if coordinator - _REACH > base:
            return None
    found = clause_subject(text, start, coordinator)
    return found._replace(route="coordinated") if found else None


def object_of(text: Text, verb: int, ceiling: int | None = None) -> Phrase | None:
    """The noun phrase that follows the verb at token `verb`, adverbs between them skipped."""
    tokens = text.tokens
    stop = _ceiling(text, verb, ceiling)
    at = verb + 1
    while at < stop and word_class(tokens[at]) in ("adverb", "adverbs"):
        at += 1
    return noun_phrase_at(text, at, stop) if at < stop else None


def agent_of(text: Text, verb: int, ceiling: int | None = None) -> Phrase | None:
    """The noun phrase after "by" behind a passive verb, at most eight tokens away."""
    tokens = text.tokens
    stop = _ceiling(text, verb, ceiling)
    for at in range(verb + 1, min(stop - 1, verb + 9)):
        if tokens[at].lower == "by":
            return noun_phrase_at(text, at + 1, stop)
        if tokens[at].text in ",;:" or tokens[at].text in _OPENING:
            return None
    return None


def appositions(text: Text, phrase: Phrase, ceiling: int | None = None) -> tuple[Phrase, ...]:
    """Noun phrases set off by commas behind a phrase: "Lee, a doctor, …" gives "a doctor"; at most two."""
    tokens = text.tokens
    stop = _ceiling(text, phrase.stop - 1, ceiling)
    found: list[Phrase] = []
    at = phrase.stop
    while at + 1 < stop and tokens[at].text == "," and len(found) < 2:
        more = noun_phrase_at(text, at + 1, stop)
        if more is None or word_class(tokens[more.head]) in _PRONOUNS:
            break
        found.append(more)
        at = more.stop
    return tuple(found)


def _floor(text: Text, index: int, floor: int | None) -> int:
    lowest = floor if floor is not None else text.sentence_at(text.tokens[index].start).first
    return max(lowest, index - _REACH)


def _ceiling(text: Text, index: int, ceiling: int | None) -> int:
    if index >= len(text.tokens):
        return len(text.tokens)
    highest = ceiling if ceiling is not None else text.sentence_at(text.tokens[index].start).stop
    return min(highest, index + _REACH, len(text.tokens))
