"""Direct quotations to the accusations in them: "no action has been taken by X", "X lied"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dossier.reading.attribution.scene import Scene
from dossier.reading.claims.claim_words import claim_verbs
from dossier.reading.findings import QuoteFinding, Span
from dossier.reading.grammar.dependents import doers, is_finite, is_verb
from dossier.reading.grammar.standing import standing_of
from dossier.reading.names.mentions import Mention, Names
from dossier.reading.text.tokens import Text

_ACTORS = frozenset(
    ("person", "organisation", "government_body", "state", "armed_group", "alliance", "city", "country")
)
_REACH = 12
_LONGEST = 300
"""Tokens of one segment that are looked at."""
_NONE = frozenset(("no", "nothing", "little"))


class QuotedAccusation(NamedTuple):
    """Whom a quotation accuses, and in which words."""

    target: Mention
    wording: Span
    method: str


def quoted_accusations(scene: Scene, quote: QuoteFinding) -> Iterator[QuotedAccusation]:
    """Accusations within one quotation, its speaker never the target.

    Two witnesses must agree: the words beside the name, and the parse, where the name is the doer of a
    wrong that is told as done ("whoever blames X is lying" accuses no X).
    """
    text, names, words = scene.article.text, scene.names, claim_verbs()
    speaker = quote.speaker.name if quote.speaker else None
    for segment in quote.segments:
        first, stop = text.token_range(segment)
        stop = min(stop, first + _LONGEST)
        said = {token.lower for token in text.tokens[first:stop]}
        if not (said & words.misdeeds or (said & _NONE and said & words.omitted)):
            continue
        for at in range(first, stop):
            lower = text.tokens[at].lower
            if lower in _NONE:
                found = _omission(text, names, at, stop)
                if found is not None and found.target.name != speaker:
                    yield found
        for mention in names.within(segment):
            if mention.kind in _ACTORS and mention.name != speaker:
                wrong = _misdeed(text, mention, stop)
                if wrong is not None and _does(scene, mention, wrong.wording):
                    yield wrong


def _does(scene: Scene, mention: Mention, wording: Span) -> bool:
    """Whether the parse, too, has the one named do the wrong within some words, and has it done."""
    tree = scene.parses.around(mention.start)
    if tree is None or _asks(scene.article.text, wording):
        return False
    misdeeds = claim_verbs().misdeeds
    for word in tree.within(wording):
        if word.lower not in misdeeds:
            continue
        verb = word.head if word.dep in ("acomp", "attr") and is_verb(word.head) else word
        if not is_verb(verb) or not any(mention.start <= d.start < mention.end for d in doers(verb)):
            continue
        return is_finite(verb) and standing_of(verb).took_place
    return False


def _asks(text: Text, wording: Span) -> bool:
    """Whether the sentence around some words of a quotation ends as a question there."""
    after = text.text[wording.end : text.sentence_at(wording.start).end]
    mark = next((c for c in after if c in ".!?;"), "")
    return mark == "?"


def _omission(text: Text, names: Names, at: int, stop: int) -> QuotedAccusation | None:
    """What X is said not to have done: "no serious action has been taken on the part of X"."""
    words, tokens = claim_verbs(), text.tokens
    noun = next((i for i in range(at, min(at + 4, stop)) if tokens[i].lower in words.omitted), None)
    if noun is None:
        return None
    for step in range(noun + 1, min(noun + _REACH, stop - 1)):
        if tokens[step].text in (".", ";", "?"):
            return None
        if tokens[step].lower in ("by", "from") or tuple(t.lower for t in tokens[step : step + 4]) == (
            "on",
            "the",
            "part",
            "of",
        ):
            lead = step + 4 if tokens[step].lower == "on" else step + 1
            while lead < stop and tokens[lead].lower in ("the", "either"):
                lead += 1
            mention = names.at(tokens[lead].start) if lead < stop else None
            if mention is not None and mention.kind in _ACTORS:
                return QuotedAccusation(
                    mention, Span(tokens[at].start, mention.end), "quoted: nothing done by X"
                )
    return None


def _misdeed(text: Text, mention: Mention, stop: int) -> QuotedAccusation | None:
    """A wrong as what X does, not denied: "X has failed to", "X is responsible for"."""
    words, tokens = claim_verbs(), text.tokens
    at = text.token_at(mention.end)
    if at >= stop or tokens[at].word_class not in ("be", "have", "verb", "adverb", "adverbs"):
        return None
    for step in range(at, min(at + 4, stop)):
        kind = tokens[step].word_class
        if tokens[step].lower in words.misdeeds:
            if _is_no_wrong(text, step, stop):
                return None
            end = step + 1
            while end < min(stop, step + 9) and tokens[end].text not in (",", ".", ";", "—", "–", "?"):
                end += 1
            return QuotedAccusation(mention, Span(mention.start, tokens[end - 1].end), "quoted: X does wrong")
        if kind not in ("be", "have", "adverb", "adverbs"):
            return None
    return None


def _is_no_wrong(text: Text, at: int, stop: int) -> bool:
    """Whether a word for a wrong isn't one here: "responsible for overseeing", "broke the news"."""
    words = claim_verbs()
    behind = [t.lower for t in text.tokens[at + 1 : min(at + 6, stop)]]
    if text.tokens[at].lower == "broke":
        return words.broken.isdisjoint(behind)
    if text.tokens[at].lower != "responsible":
        return False
    first = behind[1] if behind[:1] == ["for"] and len(behind) > 1 else ""
    return not words.tasks.isdisjoint(behind) or (first.endswith("ing") and first not in words.misdeeds)
