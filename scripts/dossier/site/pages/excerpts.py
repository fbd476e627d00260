"""The words of a passage as a page quotes them: from one border of a phrase to another, else how it begins.

What is shown of a passage may begin and end anywhere, and leave words out in the middle. A page shows none
of it whose subject has lost its verb, and no two pieces as one sentence. Where words are trimmed from an end,
"…" stands for them; where these are what denies, limits or hedges the rest, or says whose word it is, nothing
is quoted (`_may_go`). Word classes settle it: the trees of articles are not at hand where pages are made.
"""

from __future__ import annotations

from collections.abc import Sequence

from dossier.reading.names.namewords import english_words
from dossier.reading.text.tokens import Text, Token
from dossier.reading.text.word_classes import AUXILIARIES, LEADS, NOMINAL, closed_class
from dossier.site.pages.nouns import is_plural
from dossier.site.pages.wording import wording

_FEWEST = 3
"""Words of a cut piece that says something: "made the trip"."""
_MARKS = (",", ";", ":", "–", "—")
_QUALIFIES = ("a", "av")
"""Kinds of words that stand before a noun: "direct financial"."""
_RELATIVES = ("that", "which", "who", "whom", "whose", "where")
_PREPOSITIONS_TOO = ("after", "as", "before", "since", "so", "than", "till", "until")
"""Words behind which a clause may begin, or no more than a noun: "since Monday"."""
_OPENS_SPEECH, _ENDS_SPEECH = ("“", '"'), ("”", '"')
_NEAR = 4
"""Words before a relative clause among which one may stand that says which are meant: "the two old mills"."""


def quotable(words: str) -> str:
    """Words of a passage, "…" where some are left out, as far as they read as a phrase; "" where none do."""
    pieces = [piece.strip() for piece in words.split("…")]
    if len(pieces) == 1:
        return _edged(words, is_cut=False)
    for at, piece in enumerate(pieces):
        is_last = at == len(pieces) - 1
        kept = _edged(piece, is_cut=not is_last)
        if _says_something(kept) and (at == 0 or _begins(kept)):
            if _is_turned(kept, (*pieces[:at], *pieces[at + 1 :])):
                return ""
            behind = "" if is_last or kept.endswith("…") else " …"
            return f"{'… ' if at else ''}{kept.removeprefix('… ')}{behind}"
    return ""


def together(excerpts: Sequence[str]) -> str:
    """Excerpts of one paragraph, in text order, as one with "…" between them; what another holds goes."""
    plain = [excerpt.removeprefix("… ").removesuffix(" …") for excerpt in excerpts]

    def is_held(at: int) -> bool:
        words = bare[at]
        others = (n for n, other in enumerate(bare) if n != at and words in other)
        return any(bare[n] != words or n < at for n in others)

    bare = [words.strip("“”‘’\"' ,.;:–—") for words in plain]
    kept = [at for at, words in enumerate(plain) if words and not is_held(at)]
    if not kept:
        return ""
    begins = "… " if excerpts[kept[0]].startswith("… ") else ""
    stops = " …" if excerpts[kept[-1]].endswith(" …") else ""
    told = ""
    for at in kept:
        told = _joined(told, plain[at]) if told else plain[at]
    return f"{begins}{told}{stops}"


def _joined(before: str, after: str) -> str:
    """Two excerpts as one: in a piece where the end of one is how the other begins, else with "…" between."""
    words = after.split()
    for count in range(len(words) - 1, 1, -1):
        shared = " ".join(words[:count]).rstrip(",;:")
        if before.endswith(f" {shared}"):
            return f"{before.removesuffix(shared)}{after}"
    return f"{before.rstrip(' ,;:–—')} … {after}"


def follow(excerpt: str, words: str) -> str:
    """An excerpt with words that stand somewhere behind its beginning, unless it has them."""
    plain = excerpt.removesuffix(" …")
    if plain == excerpt or words in plain or "…" in words or _is_turned(plain, [words]):
        return excerpt
    return f"{plain} … {words} …"


def opening(words: str) -> str:
    """How what is shown of a passage begins, whole or torn: to find it by, where nothing is quotable.

    All of it where what stands behind a gap turns what stands before it.
    """
    pieces = [piece.strip(" ,;:–—") for piece in words.split("…")]
    at = next((at for at, piece in enumerate(pieces) if piece), None)
    if at is None:
        return ""
    if _is_turned(pieces[at], pieces[at + 1 :]):
        return words.strip(" ,;:–—")
    goes_on = len(pieces) > 1 or _is_open(Text(pieces[at]).tokens)
    return f"{'… ' if at else ''}{pieces[at]}{' …' if goes_on else ''}"


def led_in(words: str) -> str:
    """What is asked of somebody as it reads alone: "Berg mend the ferry" becomes "[that] Berg mend it"."""
    tokens = Text(words).tokens
    for at, token in enumerate(tokens):
        if at and tokens[at - 1].word_class in NOMINAL and _is_asked(tokens, at):
            return words if is_plural(words[: tokens[at - 1].end]) else f"[that] {words}"
        if token.word_class not in (*LEADS, *NOMINAL, "prepositions"):
            return words
    return words


def _is_asked(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a verb as it stands in a demand: "be", "ensure", "return" before "the ship"."""
    word, known = tokens[at].lower, english_words()
    if word != "be" and not (f"{word}s" in known or f"{word}es" in known):
        return False
    return word == "be" or known.get(word) == "v" or _is_verb_by_place(tokens, at)


def _is_verb_by_place(tokens: Sequence[Token], at: int) -> bool:
    """Whether what may be a noun is a verb where it stands: "return" in "the board return the ship"."""
    after = tokens[at + 1].word_class if at + 1 < len(tokens) else ""
    may_be = "v" in english_words().get(tokens[at].lower, "") and tokens[at].word_class not in LEADS
    return may_be and at > 0 and tokens[at - 1].word_class in NOMINAL and after in (*LEADS, "object_pronouns")


def _edged(words: str, *, is_cut: bool) -> str:
    """The words without a beginning or an end that belongs to what is left out; "" where that may not go."""
    tokens: Sequence[Token] = Text(words).tokens
    if len(tokens) > 2 and tokens[0].lower in closed_class().time_nouns and tokens[1].lower == ",":
        tokens = tokens[2:]  # "week, at least 14 sailors": what is left of the phrase before
    start, whole = tokens[0].start if tokens else 0, tokens
    while tokens and (end := _torn_from(tokens, is_cut=is_cut)) < len(tokens):
        tokens = tokens[:end]
    cut = whole[len(tokens) :]
    if not tokens or not _may_go(tokens, cut):
        return ""
    left_out = any(_is_word(token) for token in cut)
    return f"{'… ' if start else ''}{words[start : tokens[-1].end]}{' …' if left_out else ''}"


def _may_go(kept: Sequence[Token], cut: Sequence[Token]) -> bool:
    """Whether the words that are kept say the same without those that are cut behind them, only less.

    What is cut denies nothing, sets no condition, names no source and hedges nothing; what is kept does not
    deny, or tell of all what the rest would narrow; no subject stays as though the clause before told of it.
    """
    words = [token for token in cut if _is_word(token)]
    if not words:
        return True
    first, last = words[0], kept[-1]
    if _says(first) and kept[0].text in _OPENS_SPEECH and last.text in _ENDS_SPEECH:
        return not any(map(_guards, words))  # words within marks are speech without "said" too
    if sum(map(_is_word, kept)) < _FEWEST or any(map(_guards, words)) or any(map(_widens, kept)):
        return False
    if first.word_class in ("verb", "subject_pronouns", *AUXILIARIES) or _says(first):
        return not any(_is_verb(kept, at) for at in range(len(kept)))  # a subject alone: "a sailor, 40, was"
    if first.lower in _RELATIVES:
        return (last.word_class in NOMINAL or last.lower == ",") and _is_known(kept)
    if first.lower == "and":
        return True
    if _is_behind_auxiliary(kept) and (first.lower == "to" or not _is_verb(kept, len(kept) - 1)):
        return False  # "was free to", "was believed to", "is close to"
    is_noun = last.word_class in NOMINAL and not _qualifies(last) and not _qualifies(first)
    return is_noun or (_is_verb(kept, len(kept) - 1) and _is_behind_auxiliary(kept))


def _is_turned(kept: str, others: Sequence[str]) -> bool:
    """Whether other pieces of a passage may say that one is not so, on what condition, or whose word it is.

    Words within marks are speech without "said" too.
    """
    if kept.startswith(_OPENS_SPEECH):
        return False
    return any(_guards(token) or _says(token) for other in others for token in Text(other).tokens)


def _guards(token: Token) -> bool:
    """Whether a word denies, limits or hedges what stands beside it, or leads to whose word it is."""
    return _denies(token) or token.lower in wording().never_left_out


def _widens(token: Token) -> bool:
    """Whether less behind a word would say more: "not", "all", "ruled out"."""
    return _denies(token) or token.lower in wording().never_cut_behind


def _denies(token: Token) -> bool:
    return token.lower in closed_class().negations or token.lower.endswith(("n't", "n’t"))


def _is_known(kept: Sequence[Token]) -> bool:
    """Whether a relative clause behind words only tells more: of "the sailors", "27 sailors", "sailors,"."""
    if kept[-1].lower == ",":
        return True
    near = kept[-_NEAR:-1]
    tells = (
        token.lower == "the" or token.word_class in ("possessives", "number", "genitive") for token in near
    )
    return kept[-1].word_class == "name" or any(tells)


def _is_open(tokens: Sequence[Token]) -> bool:
    """Whether words end in one that only leads to the next: "Monday, she", "the ferry was"."""
    if not tokens:
        return False
    last = tokens[-1]
    is_subject = last.word_class == "subject_pronouns" and len(tokens) > 1 and tokens[-2].lower == ","
    return is_subject or _leads(last)


def _leads(last: Token) -> bool:
    """Whether a word only leads to the next; not "May"."""
    leads = last.lower in wording().leading_words or last.word_class in AUXILIARIES
    return leads and last.word_class != "name"


def _torn_from(tokens: Sequence[Token], *, is_cut: bool) -> int:
    """Where the end begins that is part of something left out; the number of the words where none is."""
    last = tokens[-1]
    if _is_open(tokens) or last.lower in _MARKS or _says(last) or (is_cut and _wants_more(tokens)):
        return len(tokens) - 1
    openers = [at for at in range(len(tokens)) if _opens_clause(tokens, at)]
    if not openers or any(_is_verb(tokens, at) for at in range(openers[-1] + 1, len(tokens))):
        return len(tokens)
    return openers[-1]


def _wants_more(tokens: Sequence[Token]) -> bool:
    """Whether the last word stands before what is left out: an adjective, a verb that is no passive."""
    last = tokens[-1]
    kind = english_words().get(last.lower)
    if kind == "v" and len(tokens) > 1 and tokens[-2].lower == "to":
        return True
    return _qualifies(last) or (_is_verb(tokens, len(tokens) - 1) and not _is_behind_auxiliary(tokens))


def _qualifies(token: Token) -> bool:
    return english_words().get(token.lower) in _QUALIFIES and token.word_class not in ("verb", *LEADS)


def _is_behind_auxiliary(tokens: Sequence[Token]) -> bool:
    return any(token.word_class in AUXILIARIES for token in tokens[-3:-1])


def _opens_clause(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause begins behind a word, which needs a verb: "that", "said" before a name."""
    lower, table = tokens[at].lower, closed_class()
    if lower in _RELATIVES or lower in table.relatives:
        return True
    if lower in table.subordinators and lower not in _PREPOSITIONS_TOO:
        return True
    after = tokens[at + 1].word_class if at + 1 < len(tokens) else ""
    return at > 0 and _says(tokens[at]) and after in (*LEADS, "name")


def _says(token: Token) -> bool:
    return token.word_class == "verb" and token.lower in wording().verbs_of_clauses


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a verb, and no infinitive."""
    token = tokens[at]
    is_one = token.word_class in ("verb", *AUXILIARIES) or english_words().get(token.lower) == "v"
    is_one = is_one or _is_verb_by_place(tokens, at)
    return is_one and not (at and tokens[at - 1].lower == "to")


def _is_word(token: Token) -> bool:
    return token.word_class != "mark"


def _begins(words: str) -> bool:
    """Whether words behind a gap begin with a verb: a noun there may be what "that" in the gap is told of."""
    tokens = Text(words).tokens
    return bool(tokens) and (tokens[0].word_class == "participle" or _is_verb(tokens, 0))


def _says_something(words: str) -> bool:
    """Whether a cut piece has a verb, and words beside it; "the men killed by guards" has none yet."""
    tokens = Text(words).tokens
    verbs = [at for at in range(len(tokens)) if _is_verb(tokens, at) and not _is_done_by(tokens, at)]
    return len(words.split()) >= _FEWEST and bool(verbs)


def _is_done_by(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb only tells more of the noun before it: "the men killed by guards"."""
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    is_first = at == 0 or any(token.word_class in AUXILIARIES for token in tokens[max(at - 3, 0) : at])
    return after == "by" and not is_first
