"""Sieves for words that one passes on for another: read out, quoted as saying, called somebody's claim."""

from __future__ import annotations

from dossier.reading.grammar.noun_phrases import Phrase, noun_phrase_at
from dossier.reading.grammar.subjects import subject_of
from dossier.reading.quotes.attribution import Attribution
from dossier.reading.quotes.cue_tokens import cue_at
from dossier.reading.quotes.cues import cue_words
from dossier.reading.quotes.passages import Passage
from dossier.reading.quotes.sieves_before import possessive_noun
from dossier.reading.quotes.sieves_behind import is_prompt
from dossier.reading.text.tokens import Text
from dossier.reading.text.word_classes import LEADS

_REACH = 12


def another_s_claim(text: Text, passage: Passage) -> Attribution | None:
    """Y in "X rejected Y’s claim that it was “…”", "claims by Y that": doing so is no saying of it."""
    owned = possessive_noun(text, passage)
    if owned is None or owned.source is None:
        return None
    link = max(owned.cue[1], owned.source.stop)
    if not _opens_content(text, link, passage.first):
        return None
    said = (cue_at(text, at, passage.before) for at in range(link + 1, passage.first))
    return None if any(cue is not None for cue in said) else owned


def _opens_content(text: Text, link: int, stop: int) -> bool:
    """Whether a token is "that", or "of" right before the words: "X’s charges of a “plot”"."""
    between = text.tokens[link + 1 : stop]
    near = all(token.word_class == "determiners" for token in between)
    return text.tokens[link].lower == "that" or (text.tokens[link].lower == "of" and near)


def quoted_as_saying(text: Text, passage: Passage) -> Attribution | None:
    """Y in "X quoted Y as saying: “…”", "X cited Y as having said that “…”"."""
    tokens = text.tokens
    at = passage.first - 1
    while at > passage.before and tokens[at].text in (",", ":"):
        at -= 1
    at -= tokens[at].lower == "that"
    at -= tokens[at].word_class in ("object_pronouns", "possessives")  # "as telling him", "her"
    having = tokens[at].lower in ("said", "told") and tokens[at - 1].lower == "having"
    link = at - 1 - having
    spoke = having or tokens[at].lower in cue_words().saying_as
    if not spoke or link - 2 < passage.before or tokens[link].lower != "as":
        return None
    for verb in range(link - 2, max(passage.before - 1, link - _REACH), -1):
        if tokens[verb].lower in cue_words().quoting:
            source = noun_phrase_at(text, verb + 1, link)
            if source is None or source.stop != link:
                return None
            return Attribution(source, (at, at + 1), "quoted_as_saying")
    return None


def quoted_behind(text: Text, passage: Passage) -> Attribution | None:
    """Y in "“…,” X quoted Y as saying", "“…,” Y was cited as saying"."""
    tokens = text.tokens
    words = cue_words()
    for at in range(passage.stop, passage.after - 1):
        if tokens[at].lower != "as" or tokens[at + 1].lower not in words.saying_as:
            continue
        for verb in range(passage.stop, at):
            if tokens[verb].lower not in words.quoting:
                continue
            passive = verb + 1 == at and tokens[verb - 1].word_class == "be"
            first, stop = (passage.stop, verb - 1) if passive else (verb + 1, at)
            source = noun_phrase_at(text, first, stop)
            if source is not None:
                return Attribution(source, (at + 1, at + 2), "quoted_as_saying")
    return None


def heard(text: Text, passage: Passage) -> Attribution | None:
    """Y in "“…?” Y can be heard asking X", "a tape on which Y is heard saying: “…”"."""
    tokens = text.tokens
    said = passage.first - 2
    if (
        said - 2 > passage.before
        and tokens[said + 1].text in (",", ":")
        and tokens[said - 1].lower in cue_words().perceived
    ):
        cue = cue_at(text, said, passage.before)
        seen = subject_of(text, said - 1, passage.before)
        if cue is None or seen is None or seen.route != "adjacent":
            return None
        return Attribution(seen, (said, said + 1), "heard")
    source = noun_phrase_at(text, passage.stop, passage.after) if passage.stop < passage.after else None
    for at in range(source.stop if source is not None else passage.after, passage.after - 1):
        if tokens[at].lower in cue_words().perceived:
            cue = cue_at(text, at + 1, passage.stop)
            speaks = cue is not None and cue.form == "ing" and cue.role == "speech"
            return Attribution(source, (at + 1, at + 2), "heard") if speaks and source is not None else None
        if tokens[at].word_class not in ("modals", "be", "adverb", "adverbs"):
            return None
    return None


def read_out(text: Text, passage: Passage) -> Attribution | None:
    """Y in "X read out a letter from Y: “…”": the reader doesn't speak."""
    tokens = text.tokens
    if passage.first - 1 <= passage.before or tokens[passage.first - 1].text not in ":,":
        return None
    for link in range(passage.first - 2, max(passage.before, passage.first - _REACH), -1):
        if (
            tokens[link].lower not in cue_words().written_by
            or tokens[link - 1].lower not in cue_words().media
        ):
            continue
        source = noun_phrase_at(text, link + 1, passage.first)
        verbs = range(max(passage.before, link - 6), link)
        read = next((at for at in verbs if tokens[at].lower in cue_words().reading), None)
        return Attribution(source, (read, read + 1), "read_out") if source and read is not None else None
    return None


def gapped(text: Text, passage: Passage) -> Attribution | None:
    """Y in "X called it “…”, and Y, “…”", "X called it “…”, Y “…”": the verb is left out."""
    tokens = text.tokens
    stop = passage.first
    if passage.place == 0 or stop - 2 < passage.before:
        return None
    first = passage.before
    while first < stop and (tokens[first].text in (",", ";") or tokens[first].word_class == "coordinators"):
        first += 1
    if tokens[stop - 1].text == ",":
        stop -= 1
    source = noun_phrase_at(text, first, stop) if passage.before < first < stop else None
    if source is None or source.stop != stop or tokens[source.head].word_class != "name":
        return None
    if tokens[source.first].word_class not in ("name", *LEADS):
        return None  # "and called Port Nurses United “…”"
    return Attribution(source, (stop - 1, stop), "gapped")


def shared_view(text: Text, passage: Passage) -> Attribution | None:
    """Y in "Asked whether he agreed with Y that it was “…”", "shared the view of Y that it was “…”"."""
    tokens = text.tokens
    for that in range(passage.first - 1, max(passage.before, passage.first - _REACH) - 1, -1):
        if tokens[that].lower != "that":
            continue
        for link in range(that - 2, max(passage.before, that - _REACH), -1):
            lower, before = tokens[link].lower, tokens[link - 1].lower
            held = lower == "of" and before in cue_words().nouns
            shared = lower == "with" and before.startswith("agree") and is_prompt(text, passage)
            source = noun_phrase_at(text, link + 1, that) if held or shared else None
            if source is not None and source.stop == that:
                return Attribution(source, (link - 1, link), "shared_view")
        return None
    return None


def written_by(text: Text, first: int, stop: int) -> Phrase | None:
    """Y in "An email sent by Y to X reads:", a paragraph's end; the email itself where no Y is named."""
    medium = noun_phrase_at(text, first, stop)
    if medium is None or text.tokens[medium.head].lower not in cue_words().media:
        return None
    for link in range(medium.head + 1, stop - 1):
        if text.tokens[link].lower in cue_words().written_by:
            return noun_phrase_at(text, link + 1, stop)
    return Phrase(medium.first, medium.head + 1, medium.head)


def spoken_to(text: Text, first: int, stop: int) -> Phrase | None:
    """Y in "X spoke to Y:", "X interviewed Y:", "From Y:", a paragraph that ends in a colon."""
    tokens = text.tokens
    at = first + (tokens[first].lower in ("and", "but"))
    if tokens[at].lower == "from":
        source = noun_phrase_at(text, at + 1, stop)
        desk = source is not None and tokens[source.head].lower in cue_words().desks
        if desk and source is not None and tokens[source.head + 1].lower == "of":
            source = noun_phrase_at(text, source.head + 2, stop)
        return source
    for verb in range(first + 1, stop - 1):
        behind = (
            tokens[verb].lower in cue_words().speaking and tokens[verb + 1].lower in cue_words().speaking_to
        )
        if behind or tokens[verb].lower in cue_words().asking:
            source = noun_phrase_at(text, verb + 1 + behind, stop)
            return source if source is not None and source.stop == stop - 1 else None
    return None
