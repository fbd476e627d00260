"""Rules that carry a source from one sentence or paragraph to the next, to passages without a cue."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.grammar.subjects import clause_subject
from dossier.reading.quotes.attribution import Attribution
from dossier.reading.quotes.cue_tokens import form_at
from dossier.reading.quotes.cues import cue_words
from dossier.reading.quotes.passages import Passage
from dossier.reading.quotes.relayed import spoken_to, written_by
from dossier.reading.quotes.sieves_before import indirect_speech
from dossier.reading.text.article import Article
from dossier.reading.text.tokens import Sentence, Text

_LINKING = frozenset(("adverb", "adverbs", "coordinators"))
_BEHIND = frozenset(("quote_verb_name", "quote_name_verb", "late_attribution", "according_to"))


def splits(last: Passage, passage: Passage, before: Attribution | None, own: Attribution | None) -> bool:
    """Whether a passage is the other half of a quotation its cue splits ("“…,” he said. “…”").

    `before` is what the half before is attributed by, `own` what a sieve says of the passage itself.
    """
    if passage.quotation.continues and not last.quotation.closed:
        return own is None
    if last.block != passage.block or before is None or before.cue[0] < last.stop:
        return False
    if own is not None:
        return own.cue == before.cue and passage.place > 0 and 0 <= passage.first - own.cue[1] <= 12
    return passage.first == passage.sentence.first and last.sentence.stop == passage.first


def is_told_of(text: Text, passage: Passage) -> bool:
    """Whether its sentence goes on to tell of words that may be anybody's: "“…,” came the reply"."""
    at = passage.stop
    if at < passage.sentence.stop and text.tokens[at].text == ",":
        at += 1
    own = passage.first == passage.opening or _bare_before(text, passage)
    return own and at < passage.sentence.stop and text.tokens[at].lower in cue_words().told_behind


def behind_in_sentence(
    passages: Sequence[Passage], own: Sequence[Attribution | None], at: int
) -> Attribution | None:
    """Source of a later passage of the same sentence, given behind it: “…” and “…,” NAME said."""
    for later in range(at + 1, min(at + 4, len(passages))):
        if passages[later].sentence is not passages[at].sentence:
            return None
        found = own[later]
        if found is not None:
            return found._replace(method="behind_in_sentence") if found.method in _BEHIND else None
    return None


def carried(
    article: Article, last: Passage | None, before: Attribution | None, passage: Passage
) -> Attribution | None:
    """Source carried on to a passage without a cue.

    `last` and `before` are the passage before it and its attribution, None where that was carried itself.
    """
    text = article.text
    block = text.blocks[passage.block]
    if last is not None and before is not None and last.block == passage.block:
        if passage.place > 0:
            if before.method == "name_attitude_quote" and not _is_joined(text, last, passage):
                return None  # "what she found “fair”, and left Lesk, the mayor's “home”"
            return before._replace(method="same_sentence")
        if last.sentence.stop == passage.sentence.first and _bare_before(text, passage):
            return before._replace(method="same_paragraph")
    if passage.sentence.first > block.first:
        if not _bare_before(text, passage):
            return None
        found = _sentence_source(text, _sentence_before(text, passage))
        return found._replace(method="after_indirect") if found else None
    if passage.first != block.first or passage.block == 0:
        return None
    return _from_paragraph_above(article, last, before, passage)


def _from_paragraph_above(
    article: Article, last: Passage | None, before: Attribution | None, passage: Passage
) -> Attribution | None:
    text = article.text
    above = text.blocks[passage.block - 1]
    sentence = above.sentences[-1]
    if text.tokens[above.stop - 1].text == ":":
        if passage.stop != passage.sentence.stop:
            return None  # the sentence goes on, and may tell who says so
        addressed = spoken_to(text, sentence.first, sentence.stop)
        addressed = addressed or written_by(text, sentence.first, sentence.stop)
        if addressed is not None:
            return Attribution(addressed, (above.stop - 1, above.stop), "colon_paragraph")
        found = _sentence_source(text, sentence)
        if found is None:
            subject = clause_subject(text, sentence.first, sentence.stop)
            found = Attribution(subject, (above.stop - 1, above.stop), "") if subject else None
        return found._replace(method="colon_paragraph") if found else None
    if passage.stop != passage.sentence.stop or article.kinds[passage.block - 1] != "paragraph":
        return None
    if (
        last is not None
        and text.text[last.quotation.inner.end - 1] == "?"
        and last.sentence.stop == above.stop
    ):
        return None  # it may be answered
    whole = passage.stop == text.blocks[passage.block].stop
    if last is not None and before is not None and last.block == passage.block - 1:
        if last.sentence.stop == above.stop and (whole or before.method in _BEHIND):
            return before._replace(method="next_paragraph")
        return None
    if not whole:
        return None
    found = _sentence_source(text, sentence)
    return found._replace(method="after_indirect_paragraph") if found else None


def _is_joined(text: Text, last: Passage, passage: Passage) -> bool:
    """Whether only "and" or a comma stands between two passages."""
    between = text.tokens[last.stop : passage.first]
    return all(t.word_class in ("coordinators", "determiners") or t.text == "," for t in between)


def _bare_before(text: Text, passage: Passage) -> bool:
    """Whether nothing but a linking word stands before a passage in its sentence."""
    return all(
        text.tokens[at].word_class in _LINKING or text.tokens[at].text == ","
        for at in range(passage.opening, passage.first)
    )


def _sentence_before(text: Text, passage: Passage) -> Sentence:
    return text.sentence_at(text.tokens[passage.sentence.first - 1].start)


def _sentence_source(text: Text, sentence: Sentence) -> Attribution | None:
    """Who speaks in a sentence, and may go on; not who asks, for whoever is asked does."""
    found = indirect_speech(text, sentence.first, sentence.stop)
    cue = form_at(text, found.cue[0]) if found is not None else None
    return None if cue is not None and cue.verb in speech_words().asking else found
