"""Sieves that find a passage's source behind it: “…,” said NAME."""

from __future__ import annotations

from dossier.reading.grammar.noun_phrases import Phrase, is_time, noun_phrase_at
from dossier.reading.grammar.verb_groups import verb_group
from dossier.reading.quotes.attribution import Attribution
from dossier.reading.quotes.cue_tokens import cue_at, finite_cue, form_at
from dossier.reading.quotes.cues import cue_forms, cue_words
from dossier.reading.quotes.passages import DASHES, Passage
from dossier.reading.text.tokens import Text
from dossier.reading.text.word_classes import AUXILIARIES

_PAUSES = frozenset((",", *DASHES))
_ADVERBS = frozenset(("adverb", "adverbs"))
_BETWEEN = AUXILIARIES | _ADVERBS | {"negations"}
_OBJECT_STARTS = frozenset(("determiners", "possessives", "name", "noun", "number"))
_FINITE = AUXILIARIES | {"verb", "negations"}
_WHAT_IS_SAID = frozenset(("nothing", "something", "anything", "everything"))
_SIGNATURE = 20
"""Tokens from a quotation's end to its paragraph's end that may be a signature."""
ENDINGS = frozenset(
    ("mark", "prepositions", "adverb", "adverbs", "times", "subordinators", "participle", "to")
)
"""Classes of what may follow a verb that has no object."""
_INSERTION = 45
"""Tokens an insertion between a subject and its verb may hold."""


def quote_verb_name(text: Text, passage: Passage) -> Attribution | None:
    """“…,” said NAME; also “…,” reads the letter from ORGANISATION (method letter_speaks)."""
    tokens = text.tokens
    at = _behind(text, _after(text, passage), passage.after, _ADVERBS)
    source = _said_by(text, at, passage.after)
    if source is None or _is_a_subject(text, passage, at):
        return None
    if tokens[source.head].lower in cue_words().media:
        issuer = _issuer(text, source, passage.after)
        return Attribution(issuer or source, (at, at + 1), "letter_speaks", medium=source if issuer else None)
    return Attribution(source, (at, at + 1), "quote_verb_name")


def _said_by(text: Text, at: int, stop: int) -> Phrase | None:
    """NAME in "said NAME", the verb of saying at a token."""
    cue = finite_cue(text, at, stop)
    if cue is None or cue.verb == "tell" or at + 1 >= stop:
        return None
    source = noun_phrase_at(text, at + 1, stop)
    if source is None or is_time(text, source) or _is_clause(text, source, stop):
        return None
    head = text.tokens[source.head]
    return None if head.word_class == "object_pronouns" or head.lower in _WHAT_IS_SAID else source


def _is_a_subject(text: Text, passage: Passage, verb: int) -> bool:
    """Whether words in marks are what does something: "in which “rebels” attacked a school"."""
    inside = text.tokens[passage.stop - 2].text
    return passage.first > passage.opening and verb == passage.stop and inside[-1].isalnum()


def _is_clause(text: Text, source: Phrase, stop: int) -> bool:
    """Whether what follows "said" is what is said, not who: "said the plan failed"; but "a man named Lee"."""
    if source.stop >= stop or text.tokens[source.stop].lower in cue_words().bearing:
        return False
    return text.tokens[source.stop].word_class in _FINITE


def quote_name_verb(text: Text, passage: Passage) -> Attribution | None:
    """“…,” NAME said; also with an insertion: “…,” NAME, a doctor, said."""
    at = _after(text, passage)
    if is_prompt(text, passage) or has_its_verb(text, passage) or _is_title_of(text, passage):
        return None
    if at < passage.after and text.tokens[at].lower == "as":
        at += 1  # “…,” as Lee put it
    found = _name_verb(text, at, passage.after)
    return None if found is not None and _is_retold(text, passage, found) else found


def _is_title_of(text: Text, passage: Passage) -> bool:
    """Whether the words only say which one is meant: "as the hero of the “Gold” novel would say"."""
    if passage.first == passage.before or passage.stop >= passage.after:
        return False
    led = text.tokens[passage.first - 1].word_class == "determiners"
    behind = text.tokens[passage.stop]
    return led and text.tokens[passage.stop - 2].text != "," and behind.word_class in ("noun", "name")


def has_its_verb(text: Text, passage: Passage) -> bool:
    """Whether a verb of saying stands right before the words: "Lee never said “…”, her office told us"."""
    before = passage.first - 1
    return before > passage.before and finite_cue(text, before, passage.first) is not None


def is_prompt(text: Text, passage: Passage) -> bool:
    """Whether words are what somebody was asked or told: "Asked whether it was “…”, Lee nodded"."""
    opening = text.tokens[passage.before]
    inside = (
        text.tokens[passage.stop - 2].text == "," or text.tokens[passage.stop - 1].end < passage.sentence.end
    )
    return (
        passage.before == passage.opening < passage.first
        and opening.lower in cue_words().prompted
        and inside
        and all(text.tokens[at].text not in (",", ":") for at in range(passage.before, passage.first))
    )


def _is_retold(text: Text, passage: Passage, found: Attribution) -> bool:
    """Whether a paper tells what somebody said: "Lee rose and said, “…,” the Herald reported"."""
    before = passage.first - 2
    said = before > passage.before and text.tokens[before + 1].text in (",", ":")
    retells = text.tokens[found.cue[0]].lower in ("reported", "reports")
    return retells and said and finite_cue(text, before, passage.first) is not None


def quote_other_verb(text: Text, passage: Passage) -> Attribution | None:
    """“…,” NAME thundered; “…,” thundered NAME: a verb not in the lexicon, behind a comma."""
    tokens = text.tokens
    if tokens[passage.stop - 2].text != "," and tokens[min(passage.stop, passage.after - 1)].text != ",":
        return None
    at = _after(text, passage)
    if at + 1 >= passage.after or is_prompt(text, passage) or has_its_verb(text, passage):
        return None
    if tokens[at].word_class == "verb" and tokens[at].text.islower():
        source = noun_phrase_at(text, at + 1, passage.after)
        verb, end = at, source.stop if source else at
    else:
        source = noun_phrase_at(text, at, passage.after)
        verb = _behind(text, source.stop, passage.after, _ADVERBS) if source else passage.after
        end = verb + 1
    if source is None or verb >= passage.after or tokens[verb].word_class != "verb":
        return None
    if tokens[source.head].word_class not in ("name", "subject_pronouns"):
        return None
    if end < passage.after and tokens[end].word_class not in ENDINGS:
        return None
    found = Attribution(source, (verb, verb + 1), "quote_other_verb")
    return None if _is_retold(text, passage, found) else found


def is_nickname(text: Text, passage: Passage) -> bool:
    """Whether a word in marks stands within somebody's name: "Per Enrique “Electric” Ramsey"."""
    if passage.words > 2 or passage.first == passage.before or passage.stop >= passage.after:
        return False
    names = (text.tokens[passage.first - 1], text.tokens[passage.first + 1], text.tokens[passage.stop])
    return all(t.text[0].isupper() for t in names) and names[0].word_class == names[2].word_class == "name"


def late_attribution(text: Text, passage: Passage) -> Attribution | None:
    """“…” in the autumn, NAME said; “…” in the autumn, said NAME: at the end of the same sentence."""
    tokens = text.tokens
    if has_its_verb(text, passage) or is_anothers(text, passage):
        return None
    for comma in range(passage.stop, passage.after - 2):
        if tokens[comma].text != ",":
            continue
        joined = tokens[comma + 1].word_class == "coordinators"
        if joined and _name_verb(text, comma + 2, passage.after) is not None:
            return None  # "Lee called it “late”, and the mayor, Ivo Holt, agreed"
        source = _said_by(text, comma + 1, passage.after)
        if source is not None:
            return Attribution(source, (comma + 1, comma + 2), "late_attribution")
        found = _name_verb(text, comma + 1, passage.after)
        if found is not None and found.cue[0] - found.source.stop <= 2:
            end = found.cue[1]
            if end >= passage.after or tokens[end].word_class in ENDINGS:
                return found._replace(method="late_attribution")
    return None


def is_anothers(text: Text, passage: Passage) -> bool:
    """Whether words are a prompt, a nickname, or said by a verb that is none of the names' behind it."""
    return is_prompt(text, passage) or is_nickname(text, passage) or _is_kept_saying(text, passage)


def _is_kept_saying(text: Text, passage: Passage) -> bool:
    """Whether a verb that is none of the names' stands before them: "“…,” he kept saying, Lee said"."""
    for at in range(passage.stop, passage.after):
        if text.tokens[at].word_class == "mark":
            return False
        cue = cue_at(text, at, passage.stop)
        if cue is not None and cue.form == "ing" and cue.role == "speech":
            return text.tokens[at - 1].lower != "as"  # "was quoted as saying"
    return False


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


def signature(text: Text, passage: Passage) -> Attribution | None:
    """“…” — NAME, at the end of a paragraph."""
    tokens = text.tokens
    at, stop = passage.stop, text.blocks[passage.block].stop
    if at + 1 >= stop or stop - at > _SIGNATURE or tokens[at].text not in DASHES:
        return None
    source = noun_phrase_at(text, at + 1, stop)
    if source is None or tokens[source.head].word_class != "name":
        return None
    if source.stop < stop and tokens[source.stop].text not in (",", "(", "."):
        return None
    if any(tokens[behind].text.isdigit() for behind in range(source.stop, stop)):
        return None  # a date: the reference of a cited work
    return Attribution(source, (at, at + 1), "signature")


def according_to(text: Text, passage: Passage) -> Attribution | None:
    """“…”, according to NAME; According to NAME, “…”; in the words of NAME, “…”."""
    tokens = text.tokens
    at = _after(text, passage)
    if at + 2 < passage.after and tokens[at].lower == "according":
        source = noun_phrase_at(text, at + 2, passage.after)
        return Attribution(source, (at, at + 2), "according_to") if source else None
    for at in range(passage.first - 3, passage.before - 1, -1):
        if (tokens[at].lower, tokens[at + 1].lower) in (("according", "to"), ("words", "of")):
            source = noun_phrase_at(text, at + 2, passage.first)
            if tokens[at - 1].text == "," and finite_cue(text, at - 2, at) is not None:
                return None  # "Lee said, according to the Post: “…”"
            if any(token.lower in ("but", ";") for token in tokens[at + 2 : passage.first]):
                return None  # "according to X, it is late, but “…”"
            if source is None or "whose" in {token.lower for token in tokens[source.stop : passage.first]}:
                return None  # "according to X, whose wife called it “…”"
            if any(_told_by_another(text, verb, source) for verb in range(source.stop + 1, passage.first)):
                return None
            return Attribution(source, (at, at + 2), "according_to")
    return None


def _told_by_another(text: Text, verb: int, source: Phrase) -> bool:
    """Whether a verb of saying has a subject of its own behind "according to X,": "…, Ann Lee told him".

    So has a participle: "according to X, Ann Lee spoke of it, saying he “…”".
    """
    cue = cue_at(text, verb, source.stop)
    if cue is None or cue.role != "speech" or verb <= source.stop + 1:
        return False
    return cue.form != "base"


def _after(text: Text, passage: Passage) -> int:
    """First token behind the passage and the comma or dash that follows it."""
    at = passage.stop
    while at < passage.after and text.tokens[at].text in _PAUSES:
        at += 1
    return at


def _behind(text: Text, at: int, stop: int, classes: frozenset[str]) -> int:
    """The first token from `at` on of none of these classes."""
    while at < stop and text.tokens[at].word_class in classes:
        at += 1
    return at


def _name_verb(text: Text, at: int, stop: int) -> Attribution | None:
    tokens = text.tokens
    if at >= stop or tokens[at].word_class in ("coordinators", "relatives", "subordinators"):
        return None
    source = _source_at(text, at, stop)
    if source is None or is_time(text, source):
        return None
    verb = _verb_behind(text, _behind_whom(text, source, stop), stop)
    if verb is None or _has_object(text, verb, stop) or _is_said_of(text, verb, at, stop):
        return None
    return Attribution(source, (verb, verb + 1), "quote_name_verb")


def _behind_whom(text: Text, source: Phrase, stop: int) -> int:
    """Token behind a source and whom it serves or stands near: in "an aide to Ann Lee" the aide speaks."""
    if source.stop + 1 < stop and text.tokens[source.stop].lower in cue_words().serving:
        served = noun_phrase_at(text, source.stop + 1, stop)
        if served is not None:
            return served.stop
    return source.stop


def _is_said_of(text: Text, verb: int, floor: int, stop: int) -> bool:
    """Whether the verb is passive, so that its subject does not speak; "was quoted as saying" does."""
    cue = form_at(text, verb)
    if cue is None or cue.form != "past" or not verb_group(text, verb, floor).passive:
        return False
    return verb + 1 >= stop or text.tokens[verb + 1].lower != "as"


def _source_at(text: Text, at: int, stop: int) -> Phrase | None:
    """The noun phrase at a token, cut before a present-tense cue that looks like its noun: "Lee tweets"."""
    source = noun_phrase_at(text, at, stop)
    if source is None:
        return None
    for cut in range(source.first + 1, source.stop):
        cue = finite_cue(text, cut, stop)
        if cue is not None and cue.form == "present" and cue_at(text, cut, at) is not None:
            behind = cut + 1
            if behind >= stop or text.tokens[behind].word_class in ENDINGS:
                return noun_phrase_at(text, at, cut)
    return source


def _has_object(text: Text, verb: int, stop: int) -> bool:
    """Whether the verb reports something else than the quotation before it: “…,” Lee said the plan failed."""
    tokens = text.tokens
    cue = form_at(text, verb)
    if verb + 1 >= stop or (cue is not None and cue.phrasal):
        return False
    kind = tokens[verb + 1].word_class
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
        verb = _behind(text, at, stop, _BETWEEN)
        if finite_cue(text, verb, stop) is not None:
            return verb
        if at >= stop:
            return None
        mark = tokens[at].text
        if mark == "." and tokens[at - 1].text in ("Jr", "Sr"):
            at += 1
            continue
        if mark == "," and finite_cue(text, at + 1, stop) is not None:
            return at + 1  # "Ann Lee, told the council": a comma too many
        closing = ")" if mark == "(" else mark if mark in _PAUSES else None
        if closing is None:
            return None
        if mark == ",":
            apposed = noun_phrase_at(text, at + 1, stop)
            if apposed is not None and finite_cue(text, apposed.stop, stop) is not None:
                return apposed.stop  # "another friend, Ann Lee said"
        for end in range(at + 1, min(stop - 1, at + _INSERTION)):
            if tokens[end].text != closing:
                continue
            verb = _behind(text, end + 1, stop, _BETWEEN)
            if mark == "(" or finite_cue(text, verb, stop) is not None:
                at = end + 1
                break
        else:
            return None
    return None


def _issuer(text: Text, medium: Phrase, stop: int) -> Phrase | None:
    """ORGANISATION in "the letter from ORGANISATION"."""
    for at in range(medium.head + 1, min(medium.stop + 1, stop - 1)):
        if text.tokens[at].lower in ("from", "by", "of"):
            return noun_phrase_at(text, at + 1, stop)
    return None
