"""Quoted words that nobody said: titles of works, names in marks, words held at arm's length."""

from __future__ import annotations

from dossier.reading.grammar.governors import governing_words
from dossier.reading.quotes.cue_tokens import bears_a_name, form_at
from dossier.reading.quotes.cues import cue_words
from dossier.reading.quotes.passages import Passage
from dossier.reading.text.tokens import Text

_TITLE = 8
"""Words a title may hold."""
_LONG_TITLE = 16
"""Words a title may hold that has a capital at each of them, as no speech has."""
_SMALL = frozenset(("determiners", "prepositions", "coordinators", "to", "mark", "genitive", "number", "be"))
_NAMING = 8
"""Tokens between a verb of naming and the name in marks: "called the plan “Project Dawn”"."""


def is_scare_quote(text: Text, passage: Passage) -> bool:
    """Whether a passage is a title, a label or a word held at arm's length, by shape and context."""
    tokens = text.tokens
    before = tokens[passage.first - 1] if passage.first > passage.opening else None
    if before is not None and passage.words <= _TITLE and before.lower in cue_words().distancing:
        return True
    if passage.words <= _TITLE and (_is_billed(text, passage) or bears_a_name(text, passage.first)):
        return True
    asked = before is not None and (_is_asked_about(text, passage) or _is_told(text, passage))
    if asked:
        return True
    if passage.words <= 2 and text.text[passage.quotation.inner.end - 1] == ":":
        return True  # a label: “Related:”
    if (
        passage.words == 1
        and before is not None
        and (_names_it(text, passage) or _is_explained(text, passage))
    ):
        return True
    if passage.words <= 2 and before is not None and _leads_noun(text, passage):
        return True
    most = _TITLE if text.text[slice(*passage.quotation.inner)].isupper() else _LONG_TITLE
    titled = passage.words <= most and _in_title_case(text, passage)
    return titled and (not _is_introduced(text, passage) or _is_a_work(text, passage))


def _is_a_work(text: Text, passage: Passage) -> bool:
    """Whether words behind tell what kind of work bears the title: "wrote “Ash and Salt”, a play"."""
    tokens, words = text.tokens, governing_words()
    behind = [t.lower for t in tokens[passage.stop : min(passage.after, passage.stop + 6)]]
    behind = behind[behind[:1] == [","] :] if "," in (tokens[passage.stop - 2].text, *behind[:1]) else []
    works = words.fictions | words.perhaps_fictions | words.books
    return behind[:1] in (["a"], ["an"], ["the"], ["his"], ["her"]) and not works.isdisjoint(behind)


def _is_asked_about(text: Text, passage: Passage) -> bool:
    """Whether it is asked what the words mean: "to define what “fair trade” is"."""
    asks = text.tokens[passage.first - 1].lower == "what" and passage.stop < passage.after
    return asks and text.tokens[passage.stop].lower in cue_words().meaning


def _is_told(text: Text, passage: Passage) -> bool:
    """Whether the words name who is told something: "told “The Reed” that it was late"."""
    cue = form_at(text, passage.first - 1)
    inner = text.tokens[slice(*text.token_range(passage.quotation.inner))]
    goes_on = passage.stop < passage.after and text.tokens[passage.stop].text.isalpha()
    named = all(token.text[0].isupper() for token in inner)
    return goes_on and named and cue is not None and cue.verb in cue_words().addressed


def _names_it(text: Text, passage: Passage) -> bool:
    """Whether one word with a capital is the name of what stands right before: "the Port Trust “Vela”"."""
    before, word = text.tokens[passage.first - 1], text.tokens[passage.first + 1]
    if passage.stop < passage.after and text.tokens[passage.stop].word_class == "name":
        return False  # Ann “Nan” Lee
    return before.word_class == "name" and word.text[0].isupper()


def _is_explained(text: Text, passage: Passage) -> bool:
    """Whether one word with a capital is the name of a work, told of behind or listed: "“Ashes,” a play"."""
    tokens, behind = text.tokens, passage.stop
    if not tokens[passage.first + 1].text[0].isupper() or _is_introduced(text, passage):
        return False
    comma = tokens[behind - 2].text == "," or (behind < passage.after and tokens[behind].text == ",")
    behind += tokens[behind].text == "," if behind < passage.after else 0
    told = comma and behind < passage.after and tokens[behind].lower in ("a", "an", "the", "his", "her")
    return told or tokens[passage.first - 1].lower == "including"


def _leads_noun(text: Text, passage: Passage) -> bool:
    """Whether a name or a vote stands before its noun: "the rebel “Vela” station", "a “no” vote".

    Before a number too: "the “Vela” 26th Regiment".
    """
    inner = [t for t in text.tokens[slice(*text.token_range(passage.quotation.inner))] if t.text[0].isalpha()]
    if passage.stop >= passage.after or text.tokens[passage.stop].word_class not in (
        "noun",
        "word",
        "number",
    ):
        return False
    led = text.tokens[passage.first - 1]
    named = led.text.islower() and form_at(text, passage.first - 1) is None
    return (named and all(t.text[0].isupper() for t in inner)) or [t.lower for t in inner] in (
        ["no"],
        ["yes"],
    )


def _is_billed(text: Text, passage: Passage) -> bool:
    """Whether something is said to bear the words as a name: "billed as “…”", "referred to as the “…”"."""
    lowers = [t.lower for t in text.tokens[max(passage.before, passage.first - 5) : passage.first]]
    if lowers and text.tokens[passage.first - 1].word_class == "determiners":
        lowers.pop()
    if lowers[-1:] != ["as"]:
        return False
    if lowers[-2:-1] and lowers[-2].endswith("ly"):
        del lowers[-2]  # "known widely as"
    billing = cue_words().billing
    return (
        lowers[-2] in billing if lowers[-2:-1] and lowers[-2] != "to" else " ".join(lowers[-3:-1]) in billing
    )


def _in_title_case(text: Text, passage: Passage) -> bool:
    inner = text.tokens[slice(*text.token_range(passage.quotation.inner))]
    words = [token for token in inner if token.word_class not in _SMALL]
    return len(words) > 1 and all(not token.text[0].islower() for token in words)


def _is_introduced(text: Text, passage: Passage) -> bool:
    """Whether a verb of saying or a colon stands right before a passage, or a verb of naming near."""
    at = passage.first - 1
    while at > passage.before and text.tokens[at].text in (",", "–", "—", "-"):
        at -= 1
    if at < passage.before or text.tokens[at].text == ":":
        return True
    for near in range(at, max(passage.before, at - _NAMING) - 1, -1):
        cue = form_at(text, near)
        introduces = cue is not None and (cue.role == "introduce" or (cue.role == "speech" and near == at))
        if cue is not None and introduces and cue.verb not in cue_words().performing:
            return True
    return False
