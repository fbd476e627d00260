"""Rules that read a passage's source off the words around it, surest first.

Each sieve takes a text and a passage and gives an Attribution or None; it never guesses from
what stands in other sentences (see `extract.quotes` for what carries on from one to the next).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from dossier.cues import Cue, cue_forms, cue_words
from dossier.passages import Passage
from dossier.phrases import (
    Phrase,
    agent_of,
    clause_subject,
    is_time,
    noun_phrase_at,
    noun_phrase_ending,
    standing_determiner,
    subject_of,
    verb_group,
    word_class,
)
from dossier.text import Text

_DASHES = frozenset(("–", "—", "-", "--", "―"))
_QUOTES = frozenset('“”«»"')
_PAUSES = frozenset((",", *_DASHES))
_AUXILIARIES = frozenset(("be", "have", "do", "modals"))
_BETWEEN = frozenset((*_AUXILIARIES, "adverb", "adverbs", "negations"))
_PRONOUNS = ("subject_pronouns", "relatives")
_STOPS = frozenset(".,;:!?)–—-―")
_OBJECT_STARTS = frozenset(("determiners", "possessives", "name", "noun", "number"))
_FINITE = frozenset((*_AUXILIARIES, "verb", "negations"))
_SIGNATURE = 20
"""Tokens from a quotation's end to its paragraph's end that may be a signature."""
_ENDINGS = frozenset(
    ("mark", "prepositions", "adverb", "adverbs", "times", "subordinators", "participle", "to")
)
"""Classes of what may follow a verb that has no object."""
_INSERTION = 45
"""Tokens an insertion between a subject and its verb may hold."""


class Attribution(NamedTuple):
    """Who a passage is attributed to, by which words and by which rule."""

    source: Phrase
    cue: tuple[int, int]
    """Half-open token range of the cue."""
    method: str
    relative: int | None = None
    """Token of the relative pronoun that stands for the source: "Lee, who said “…”"."""
    medium: Phrase | None = None
    """What speaks for the source: "the letter from" it."""


Sieve = Callable[[Text, Passage], Attribution | None]


def quote_verb_name(text: Text, passage: Passage) -> Attribution | None:
    """“…,” said NAME; also “…,” reads the letter from ORGANISATION (method letter_speaks)."""
    tokens = text.tokens
    at = _after(text, passage)
    while at < passage.after and word_class(tokens[at]) in ("adverb", "adverbs"):
        at += 1
    cue = _finite_cue(text, at, passage.after)
    if cue is None or cue.verb == "tell" or at + 1 >= passage.after:
        return None
    source = noun_phrase_at(text, at + 1, passage.after)
    if source is None or is_time(text, source) or word_class(tokens[source.head]) == "object_pronouns":
        return None
    if source.stop < passage.after and word_class(tokens[source.stop]) in _FINITE:
        return None  # "said the plan would fail"
    if tokens[source.head].lower in cue_words().media:
        issuer = _issuer(text, source, passage.after)
        return Attribution(issuer or source, (at, at + 1), "letter_speaks", medium=source if issuer else None)
    return Attribution(source, (at, at + 1), "quote_verb_name")


def verb_name_quote(text: Text, passage: Passage) -> Attribution | None:
    """Said NAME: “…”, the verb first in its sentence."""
    cue = _form_at(text, passage.before) if passage.before < passage.first else None
    if cue is None or cue.role != "speech" or cue.form not in ("past", "present"):
        return None
    source = noun_phrase_at(text, passage.before + 1, passage.first)
    if source is None or source.stop + 1 < passage.first or text.tokens[source.stop].text not in ",:":
        return None
    return Attribution(source, (passage.before, passage.before + 1), "verb_name_quote")


def quote_name_verb(text: Text, passage: Passage) -> Attribution | None:
    """“…,” NAME said; also with an insertion: “…,” NAME, a doctor, said."""
    at = _after(text, passage)
    if at < passage.after and text.tokens[at].lower == "as":
        at += 1  # “…,” as Lee put it
    return _name_verb(text, at, passage.after)


def quote_other_verb(text: Text, passage: Passage) -> Attribution | None:
    """“…,” NAME thundered; “…,” thundered NAME: a verb not in the lexicon, behind a quotation with a comma."""
    tokens = text.tokens
    if (
        tokens[passage.stop - 2].text not in ",?!"
        and tokens[min(passage.stop, passage.after - 1)].text != ","
    ):
        return None
    at = _after(text, passage)
    if at + 1 >= passage.after:
        return None
    if word_class(tokens[at]) == "verb" and tokens[at].text.islower():
        source = noun_phrase_at(text, at + 1, passage.after)
        verb, end = at, source.stop if source else at
    else:
        source = noun_phrase_at(text, at, passage.after)
        verb = source.stop if source else passage.after
        while verb < passage.after and word_class(tokens[verb]) in ("adverb", "adverbs"):
            verb += 1
        end = verb + 1
    if source is None or verb >= passage.after or word_class(tokens[verb]) != "verb":
        return None
    if word_class(tokens[source.head]) not in ("name", "subject_pronouns"):
        return None
    if end < passage.after and word_class(tokens[end]) not in _ENDINGS:
        return None
    return Attribution(source, (verb, verb + 1), "quote_other_verb")


def late_attribution(text: Text, passage: Passage) -> Attribution | None:
    """“…” in the autumn, NAME said; “…” in the autumn, said NAME: at the end of the same sentence."""
    tokens = text.tokens
    for comma in range(passage.stop, passage.after - 2):
        if tokens[comma].text != ",":
            continue
        cue = _finite_cue(text, comma + 1, passage.after)
        if cue is not None and cue.verb != "tell":
            source = noun_phrase_at(text, comma + 2, passage.after)
            if source is not None and not is_time(text, source):
                return Attribution(source, (comma + 1, comma + 2), "late_attribution")
        found = _name_verb(text, comma + 1, passage.after)
        if found is not None and found.cue[0] - found.source.stop <= 2:
            end = found.cue[1]
            if end >= passage.after or word_class(tokens[end]) in _ENDINGS:
                return found._replace(method="late_attribution")
    return None


def broken_sentence(text: Text, passage: Passage) -> Attribution | None:
    """“…?” NAME asked. The mark inside the quotation only looks like the end of the sentence."""
    if passage.stop != passage.sentence.stop or passage.quotation.closed is False:
        return None
    block = text.blocks[passage.block]
    if passage.stop >= block.stop or text.tokens[passage.stop - 2].text[-1] not in "?!…":
        return None
    sentence = text.sentence_at(text.tokens[passage.stop].start)
    stop = min(sentence.stop, passage.stop + 60)
    found = _name_verb(text, passage.stop, stop)
    return found._replace(method="broken_sentence") if found else None


def _name_verb(text: Text, at: int, stop: int) -> Attribution | None:
    tokens = text.tokens
    if at >= stop or word_class(tokens[at]) in ("coordinators", "relatives", "subordinators"):
        return None
    source = _source_at(text, at, stop)
    if source is None or is_time(text, source):
        return None
    verb = _verb_behind(text, source.stop, stop)
    if verb is None or _has_object(text, verb, stop):
        return None
    return Attribution(source, (verb, verb + 1), "quote_name_verb")


def _source_at(text: Text, at: int, stop: int) -> Phrase | None:
    """The noun phrase at a token, cut before a present-tense cue that looks like its noun: "Lee tweets"."""
    source = noun_phrase_at(text, at, stop)
    if source is None:
        return None
    for cut in range(source.first + 1, source.stop):
        cue = _finite_cue(text, cut, stop)
        if cue is not None and cue.form == "present" and _cue_at(text, cut, at) is not None:
            behind = cut + 1
            if behind >= stop or word_class(text.tokens[behind]) in _ENDINGS:
                return noun_phrase_at(text, at, cut)
    return source


def _has_object(text: Text, verb: int, stop: int) -> bool:
    """Whether the verb reports something else than the quotation before it: “…,” Lee said the plan failed."""
    tokens = text.tokens
    cue = _form_at(text, verb)
    if verb + 1 >= stop or (cue is not None and cue.phrasal):
        return False
    kind = word_class(tokens[verb + 1])
    if tokens[verb + 1].lower == "that" or kind in ("subject_pronouns", "contracted"):
        return True
    if kind not in _OBJECT_STARTS or cue_forms()[tokens[verb].lower].verb in cue_words().addressed:
        return False
    behind = noun_phrase_at(text, verb + 1, stop)
    return behind is not None and not is_time(text, behind)


def _verb_behind(text: Text, at: int, stop: int) -> int | None:
    """Token of the speech verb of which the phrase that ends before `at` is the subject."""
    tokens = text.tokens
    for _ in range(3):
        verb = at
        while verb < stop and word_class(tokens[verb]) in _BETWEEN:
            verb += 1
        if _finite_cue(text, verb, stop) is not None:
            return verb
        if at >= stop:
            return None
        mark = tokens[at].text
        closing = ")" if mark == "(" else mark if mark in _PAUSES else None
        if closing is None:
            return None
        if mark == ",":
            apposed = noun_phrase_at(text, at + 1, stop)
            if apposed is not None and _finite_cue(text, apposed.stop, stop) is not None:
                return apposed.stop  # "another friend, Ann Lee said"
        for end in range(at + 1, min(stop - 1, at + _INSERTION)):
            if tokens[end].text != closing:
                continue
            verb = end + 1
            while verb < stop and word_class(tokens[verb]) in _BETWEEN:
                verb += 1
            if mark == "(" or _finite_cue(text, verb, stop) is not None:
                at = end + 1
                break
        else:
            return None
    return None


def according_to(text: Text, passage: Passage) -> Attribution | None:
    """“…”, according to NAME; According to NAME, “…”; in the words of NAME, “…”."""
    tokens = text.tokens
    at = _after(text, passage)
    if at + 2 < passage.after and tokens[at].lower == "according" and tokens[at + 1].lower == "to":
        source = noun_phrase_at(text, at + 2, passage.after)
        return Attribution(source, (at, at + 2), "according_to") if source else None
    for at in range(passage.first - 3, passage.before - 1, -1):
        if (tokens[at].lower, tokens[at + 1].lower) in (("according", "to"), ("words", "of")):
            source = noun_phrase_at(text, at + 2, passage.first)
            return Attribution(source, (at, at + 2), "according_to") if source else None
    return None


def signature(text: Text, passage: Passage) -> Attribution | None:
    """“…” — NAME, at the end of a paragraph."""
    tokens = text.tokens
    at, stop = passage.stop, text.blocks[passage.block].stop
    if at + 1 >= stop or stop - at > _SIGNATURE or tokens[at].text not in _DASHES:
        return None
    source = noun_phrase_at(text, at + 1, stop)
    if source is None or word_class(tokens[source.head]) != "name":
        return None
    if source.stop < stop and tokens[source.stop].text not in (",", "(", "."):
        return None
    if any(tokens[behind].text.isdigit() for behind in range(source.stop, stop)):
        return None  # a date: the reference of a cited work
    return Attribution(source, (at, at + 1), "signature")


def transcript_label(text: Text, passage: Passage) -> Attribution | None:
    """“NAME: …”, a line of a transcript set as a quotation."""
    tokens = text.tokens
    first = passage.first + 1
    for at in range(first + 1, min(first + 4, passage.stop)):
        if tokens[at].text == ":":
            label = tokens[first:at]
            if all(token.text[0].isupper() and token.text.isupper() for token in label):
                return Attribution(Phrase(first, at, at - 1), (at, at + 1), "transcript_label")
    return None


def name_verb_quote(text: Text, passage: Passage) -> Attribution | None:
    """NAME said (on Monday, in a letter …) “…”, NAME called it “…”: the nearest cue before it.

    A verb of attitude gives way to a verb of saying further left: in "Lee said he hopes to “…”" Lee speaks.
    """
    fallback: Attribution | None = None
    for verb in range(passage.first - 1, passage.before - 1, -1):
        if text.tokens[verb].text == ";":
            break
        cue = _cue_at(text, verb, passage.before)
        if cue is None or (fallback is not None and cue.role == "attitude"):
            continue
        source = _subject(text, passage, verb, cue)
        if source is _SKIP:
            continue
        if source is None:
            break
        relative = _relative_of(text, source, verb, passage.before)
        found = Attribution(source, (verb, verb + 1), "name_verb_quote", relative)
        if cue.role != "attitude":
            return found
        fallback = found._replace(method="name_attitude_quote")
    return fallback


_SKIP = Phrase(-1, -1, -1)


def _subject(text: Text, passage: Passage, verb: int, cue: Cue) -> Phrase | None:
    """Who says, by the cue at `verb`; _SKIP where the word is no verb of this clause; None to abstain."""
    tokens = text.tokens
    group = verb_group(text, verb, passage.before)
    if group.passive and cue.form == "past":
        return agent_of(text, verb, passage.first) or _SKIP
    if group.infinitive or (cue.form == "ing" and not _progressive(text, verb, passage.before)):
        return _participle_subject(text, passage, verb, cue)
    source = subject_of(text, verb, passage.before)
    if source is None:
        if verb > 0 and word_class(tokens[verb - 1]) == "subordinators":
            return _SKIP  # "when asked"
        return _main_subject(text, passage, verb)
    if word_class(tokens[source.head]) == "object_pronouns":
        return _SKIP  # "let them know"
    if source.route == "coordinated":
        return _earlier_speaker(text, verb, passage.before) or source
    if _governed(text, source, passage.before):
        return _SKIP
    if _in_subordinate(text, source, verb, cue, passage):
        return _SKIP
    if tokens[source.head].lower in cue_words().media and source.route == "past_relative":
        return _main_subject(text, passage, source.first) or source
    if source.route == "adjacent" and cue.form == "past" and _after_preposition(text, source, passage.before):
        return _SKIP  # "in a statement released on Monday"
    return source


def _governed(text: Text, source: Phrase, floor: int) -> bool:
    """Whether the subject stands behind a verb of saying that speaks instead: "Lee said he replied “…”",
    "Lee told voters who wondered “…”"."""
    tokens = text.tokens
    before = source.first - 1
    pronoun = word_class(tokens[source.head]) in ("subject_pronouns", "contracted")
    if pronoun and before > floor and tokens[before].lower == "that":
        before -= 1
    if before <= floor or not (pronoun or source.route == "past_relative"):
        return False
    cue = _cue_at(text, before, floor)
    return cue is not None and cue.role == "speech"


def _relative_of(text: Text, source: Phrase, verb: int, floor: int) -> int | None:
    """Token of the pronoun where the cue's subject is a relative pronoun."""
    if source.route != "past_relative":
        return None
    before = verb_group(text, verb, floor).first - 1
    return before if before >= source.stop and text.tokens[before].lower in ("who", "which") else None


def _participle_subject(text: Text, passage: Passage, verb: int, cue: Cue) -> Phrase | None:
    """Subject of "…, adding" and "went on to say": that of the cue before it, or of the main clause."""
    tokens = text.tokens
    floor = passage.before
    if verb > floor and word_class(tokens[verb - 1]) in ("noun", "name"):
        noun = noun_phrase_ending(text, verb, floor)
        if noun is not None and (cue.verb == "read" or tokens[verb - 1].lower in cue_words().surfaces):
            return noun  # "a hat reading “…”", "a sign saying “…”"
        if noun is not None and noun.first > floor and tokens[noun.first - 1].lower == "with":
            return noun  # "with the mayor saying “…”"
    governor = (
        verb - 2 if verb - 2 >= floor and word_class(tokens[verb - 1]) in ("to", "prepositions") else -1
    )
    if governor >= floor and word_class(tokens[governor]) == "verb":
        earlier = _earlier_speaker(text, verb, floor) if tokens[verb - 1].lower == "to" else None
        return earlier or subject_of(text, governor, floor)  # "began by saying", "refused to say"
    return _earlier_speaker(text, verb, floor) or _main_subject(text, passage, verb)


def _earlier_speaker(text: Text, verb: int, floor: int) -> Phrase | None:
    """Subject of the nearest finite verb of saying before `verb`."""
    for at in range(verb - 1, floor - 1, -1):
        cue = _cue_at(text, at, floor)
        if cue is not None and cue.role == "speech" and cue.form in ("past", "present"):
            source = subject_of(text, at, floor)
            if (
                source is not None
                and source.route != "past_relative"
                and not _after_preposition(text, source, floor)
            ):
                return source
    return None


def _after_preposition(text: Text, source: Phrase, floor: int) -> bool:
    return source.first - 1 > floor and word_class(text.tokens[source.first - 1]) == "prepositions"


def _in_subordinate(text: Text, source: Phrase, verb: int, cue: Cue, passage: Passage) -> bool:
    """Whether the cue's clause ends before the passage: "When Lee spoke of peace, the crowd …"."""
    tokens = text.tokens
    if source.first == 0 or word_class(tokens[source.first - 1]) != "subordinators":
        return False
    if tokens[source.first - 1].lower == "as" and cue.role == "speech":
        return False  # "As Lee said, …"
    return any(tokens[at].text == "," for at in range(verb + 1, passage.first - 2))


def _progressive(text: Text, verb: int, floor: int) -> bool:
    at = verb - 1
    while at >= floor and word_class(text.tokens[at]) in ("adverb", "adverbs", "negations"):
        at -= 1
    return at >= floor and word_class(text.tokens[at]) in ("be", "contracted")


def _main_subject(text: Text, passage: Passage, verb: int) -> Phrase | None:
    """Subject of the sentence's main clause, for "…, adding" and "went on to say"."""
    return clause_subject(text, passage.opening, verb)


def colon(text: Text, passage: Passage) -> Attribution | None:
    """NAME: “…”, as in transcripts and captions."""
    tokens = text.tokens
    at = passage.first - 1
    if at <= passage.before or tokens[at].text != ":":
        return None
    source = noun_phrase_ending(text, at, passage.before)
    if source is None or source.first != passage.before or word_class(tokens[source.head]) != "name":
        return None
    return Attribution(source, (at, at + 1), "colon")


def colon_clause(text: Text, passage: Passage) -> Attribution | None:
    """NAME put it this way: “…”: no cue, but a clause with a subject and a colon."""
    colon = passage.first - 1
    if colon - 1 <= passage.opening or text.tokens[colon].text != ":" or passage.before != passage.opening:
        return None
    source = clause_subject(text, passage.opening, colon)
    return Attribution(source, (colon, colon + 1), "colon_clause") if source else None


def indirect_speech(text: Text, first: int, stop: int) -> Attribution | None:
    """NAME in a sentence that says what NAME said, without the quotation: its first verb of saying."""
    quoted = False
    for verb in range(first, min(stop, first + 60)):
        if text.tokens[verb].text in _QUOTES:
            quoted = text.tokens[verb].text in "“«" or (text.tokens[verb].text == '"' and not quoted)
        cue = _cue_at(text, verb, first) if not quoted else None
        if cue is None or cue.role != "speech" or cue.form not in ("past", "present"):
            continue
        if verb_group(text, verb, first).passive:
            continue
        source = subject_of(text, verb, first)
        if source is not None and not _after_preposition(text, source, first):
            return Attribution(source, (verb, verb + 1), "indirect_speech")
    return None


def possessive_noun(text: Text, passage: Passage) -> Attribution | None:
    """NAME's claim that “…”, his promise to “…”."""
    tokens = text.tokens
    nouns = cue_words().nouns
    for noun in range(passage.first - 1, max(passage.before, passage.first - 12) - 1, -1):
        if tokens[noun].text in _STOPS and tokens[noun].text not in ",:":
            return None
        if tokens[noun].lower not in nouns:
            continue
        for owner in range(noun - 1, max(passage.before, noun - 4) - 1, -1):
            kind = word_class(tokens[owner])
            if kind == "possessives":
                return Attribution(Phrase(owner, owner + 1, owner), (noun, noun + 1), "possessive_noun")
            if kind == "genitive":
                source = noun_phrase_ending(text, owner, passage.before)
                return Attribution(source, (noun, noun + 1), "possessive_noun") if source else None
            if kind not in ("noun", "name", "adverb"):
                return None
    return None


SIEVES: tuple[Sieve, ...] = (
    quote_verb_name,
    quote_name_verb,
    quote_other_verb,
    according_to,
    signature,
    transcript_label,
    colon,
    verb_name_quote,
    late_attribution,
    name_verb_quote,
    colon_clause,
    possessive_noun,
    broken_sentence,
)
"""In order: the first that answers decides."""


def _after(text: Text, passage: Passage) -> int:
    """First token behind the passage and the comma or dash that follows it."""
    at = passage.stop
    while at < passage.after and text.tokens[at].text in _PAUSES:
        at += 1
    return at


def _form_at(text: Text, at: int) -> Cue | None:
    """The cue form at a token, with its particle where it needs one."""
    tokens = text.tokens
    cue = cue_forms().get(tokens[at].lower)
    if cue is not None and cue.particles:
        return cue if at + 1 < len(tokens) and tokens[at + 1].lower in cue.particles else None
    return cue


def _is_aspect(text: Text, at: int, cue: Cue) -> bool:
    """Whether the verb only says how another goes on: "continued to rise"."""
    if cue.verb not in cue_words().not_before_to or at + 1 >= len(text.tokens):
        return False
    return text.tokens[at + 1].lower == "to"


def _finite_cue(text: Text, at: int, stop: int) -> Cue | None:
    """The speech verb at a token, if it is one in a finite form."""
    if at >= stop or text.tokens[at].text != text.tokens[at].lower:
        return None
    cue = _form_at(text, at)
    if cue is None or cue.role != "speech" or _is_aspect(text, at, cue):
        return None
    if cue.form == "base" and text.tokens[at].lower in cue_words().mostly_nouns:
        return None
    if cue.form == "ing" and word_class(text.tokens[at - 1]) != "be":
        return None
    return cue


def _cue_at(text: Text, at: int, floor: int) -> Cue | None:
    """The cue at a token, unless the words before it show that it is a noun there."""
    token = text.tokens[at]
    cue = _form_at(text, at)
    if cue is None or (token.text != token.lower and at > floor):
        return None
    if (
        cue.verb in cue_words().not_before_to
        and at + 1 < len(text.tokens)
        and text.tokens[at + 1].lower == "to"
    ):
        return None
    if cue.form == "past" or at == floor:
        return cue
    before = text.tokens[at - 1]
    kind = word_class(before)
    if cue.form == "ing":
        return None if kind in ("determiners", "possessives", "genitive") else cue
    if kind in ("determiners", "possessives", "genitive", "prepositions") and not standing_determiner(before):
        return None
    if kind in ("to", "modals", "do", "adverb", "adverbs", *_PRONOUNS) or cue.phrasal:
        return cue
    if token.lower in cue_words().mostly_nouns:
        return None
    if cue.form == "base" and kind == "noun" and not before.lower.endswith("s"):
        return None
    return cue


def _issuer(text: Text, medium: Phrase, stop: int) -> Phrase | None:
    """ORGANISATION in "the letter from ORGANISATION"."""
    for at in range(medium.head + 1, min(medium.stop + 1, stop - 1)):
        if text.tokens[at].lower in ("from", "by", "of"):
            return noun_phrase_at(text, at + 1, stop)
    return None
