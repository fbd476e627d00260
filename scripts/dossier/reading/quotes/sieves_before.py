"""Sieves that find a passage's source before it: NAME said: “…”."""

from __future__ import annotations

from dossier.reading.grammar.noun_phrases import Phrase, noun_phrase_at, noun_phrase_ending
from dossier.reading.grammar.subjects import clause_subject, subject_of
from dossier.reading.grammar.verb_groups import agent_of, is_short_be, verb_group
from dossier.reading.quotes.attribution import Attribution
from dossier.reading.quotes.cue_tokens import cue_at, finite_cue, form_at
from dossier.reading.quotes.cues import Cue, cue_words
from dossier.reading.quotes.passages import DASHES, Passage
from dossier.reading.quotes.sieves_behind import has_its_verb, is_prompt
from dossier.reading.text.tokens import Text

_QUOTES = frozenset('“”«»"')
_CLOSING = frozenset('”»"’')
_STOPS = frozenset(".,;:!?)–—-―")
_AUXILIARIES = ("be", "have", "do", "modals")
_OBJECT = 3
"""Words of an object that opens with words in marks, with its preposition: "to a “slur”"."""
_TERM = 4
"""Words: fewer behind a colon are as often a term as what somebody said."""
_CLAUSE_ENDS = frozenset((",", ":", "–", "—", "that"))
"""What ends a clause before words in marks, or sets them apart from it."""
_SKIP = Phrase(-1, -1, -1)


def name_verb_quote(text: Text, passage: Passage) -> Attribution | None:
    """NAME said (on Monday, in a letter …) “…”, NAME called it “…”: the nearest cue before it.

    A verb of attitude gives way to a verb of saying further left: in "Lee said he hopes to “…”" Lee speaks.
    """
    if is_prompt(text, passage):
        return None
    fallback: Attribution | None = None
    for verb in range(passage.first - 1, passage.before - 1, -1):
        if text.tokens[verb].text == ";":
            break
        cue = cue_at(text, verb, passage.before)
        if cue is None or (fallback is not None and cue.role == "attitude"):
            continue
        if _another_speaks(text, passage, verb):
            break
        if _answers_another(text, passage, verb, cue) or _denies_another(text, passage, verb, cue):
            continue
        if cue.role == "introduce" and _portrays(text, passage, verb):
            break
        source = _subject(text, passage, verb, cue)
        if source is _SKIP and _is_named_beside(text, passage, verb):
            break  # whoever it is, nobody further left
        if source is _SKIP:
            continue
        passive = source is not None and source.first > verb
        if source is None or (not passive and _only_names(text, passage, verb, cue)):
            break
        of_noun = source.first > 0 and text.tokens[source.first - 1].word_class == "noun"
        if cue.role != "speech" and of_noun and text.tokens[source.head].lower == "it":
            break  # "of regions it identifies, one had a “mixed” score", but "what it calls “bad”"
        relative = _relative_of(text, source, verb, passage.before)
        found = Attribution(source, (verb, verb + 1), "name_verb_quote", relative)
        if cue.role != "attitude":
            return fallback if fallback is not None and _new_clause(text, fallback.source) else found
        fallback = found._replace(method="name_attitude_quote")
    return fallback


def _between(text: Text, verb: int, passage: Passage) -> list[str]:
    """The words between a verb and the words in marks, in small letters."""
    return [token.lower for token in text.tokens[verb + 1 : passage.first]]


def _is_named_beside(text: Text, passage: Passage, verb: int) -> bool:
    """Whether a name, a cue and the words stand side by side: "in this work Lee said, “…”"."""
    near = {",", ":"}.issuperset(_between(text, verb, passage))
    return near and text.tokens[verb - 1].word_class == "name"


def _answers_another(text: Text, passage: Passage, verb: int, cue: Cue) -> bool:
    """Whether the words are what somebody answers: "responding to a “slur”"."""
    behind = _between(text, verb, passage)
    near = behind[:1] == ["to"] and len(behind) <= _OBJECT
    return cue.verb in cue_words().answering and near and behind[-1] not in (",", ":")


def _another_speaks(text: Text, passage: Passage, verb: int) -> bool:
    """Whether somebody tied on behind a verb has the words: "answered a clerk who had asked about “…”"."""
    words = cue_words()
    behind = _between(text, verb, passage)
    relative = next((at for at, word in enumerate(behind) if word == "who"), len(behind))
    clause = [word for word in behind[relative + 1 :] if word not in words.helping]
    return clause[:1] != [] and clause[0] in words.speaking | words.asking and _CLAUSE_ENDS.isdisjoint(clause)


def _denies_another(text: Text, passage: Passage, verb: int, cue: Cue) -> bool:
    """Whether the words are what somebody denies that another says: "denied any claim about a “plot”"."""
    behind, words = _between(text, verb, passage), cue_words()
    worked_in = bool(behind) and behind[-1] not in (",", ":")
    return cue.verb in words.denying and worked_in and not words.nouns.isdisjoint(behind)


def _portrays(text: Text, passage: Passage, verb: int) -> bool:
    """Whether another's account stands between: "mocked the mayor over her description of it as “a joy”"."""
    return not cue_words().portrayals.isdisjoint(_between(text, verb, passage))


def between_cues(text: Text, passage: Passage) -> Attribution | None:
    """NAME said “…”, NAME said “…”: each right behind its own verb, though the next one's name follows it."""
    if not has_its_verb(text, passage):
        return None
    behind = range(passage.stop + 2, passage.sentence.stop)
    following = next((at for at in behind if text.tokens[at].text in _QUOTES), None)
    if following is None or finite_cue(text, following - 1, following) is None:
        return None
    return name_verb_quote(text, passage)


def _is_where(text: Text, verb: int, passage: Passage) -> bool:
    """Whether the words tell where something is said, and not what: "was described in a “sour tale” by"."""
    between = _between(text, verb, passage)
    return between[:1] in (["in"], ["on"], ["at"]) and "as" not in between


def _subject(text: Text, passage: Passage, verb: int, cue: Cue) -> Phrase | None:
    """Who says, by the cue at `verb`; _SKIP where the word is no verb of this clause; None to abstain."""
    tokens = text.tokens
    group = verb_group(text, verb, passage.before)
    if group.passive and cue.form == "past":
        return agent_of(text, verb, passage.first) or _agent_behind(text, passage, verb) or _SKIP
    if cue.form == "past" and (reduced := _by_whom(text, passage, verb, cue)) is not None:
        return reduced
    if group.infinitive or (cue.form == "ing" and not _progressive(text, verb, passage.before)):
        return _participle_subject(text, passage, verb, cue)
    source = subject_of(text, verb, passage.before)
    if source is None:
        if verb > 0 and tokens[verb - 1].word_class == "subordinators":
            return _SKIP if verb + 1 < passage.first else None  # "when asked, “…”", "laughed when told “…”"
        return _main_subject(text, passage, verb)
    if tokens[source.head].word_class == "object_pronouns":
        return _SKIP  # "let them know"
    if tokens[source.first - 1].lower == "what" and tokens[source.head].word_class == "subject_pronouns":
        return _main_subject(text, passage, source.first) or source  # "Lee denounced what he called “…”"
    if source.route == "coordinated":
        return _earlier_speaker(text, verb, passage.before) or source
    names = cue.verb in cue_words().naming or tokens[passage.first - 1].lower == "as"
    named_so = names and source.route == "past_relative"
    if not named_so and _governed(text, source, passage.before):
        return _SKIP  # but "Lee said critics who call him “…” are wrong": the critics do
    if _in_subordinate(text, source, verb, cue, passage):
        return _SKIP
    if tokens[source.head].lower in cue_words().media and source.route == "past_relative":
        if tokens[source.head - 1].word_class == "genitive":  # "threatened by the board’s letter, which"
            return noun_phrase_ending(text, source.head - 1, passage.before)
        return _main_subject(text, passage, source.first) or source
    if source.route == "adjacent" and cue.form == "past" and _after_preposition(text, source, passage.before):
        return _SKIP  # "in a statement released on Monday"
    return source


def _by_whom(text: Text, passage: Passage, verb: int, cue: Cue) -> Phrase | None:
    """Who said so by a participle: "Lee, called “…” by Holt", "described by Holt as “…”"; _SKIP if open."""
    tokens = text.tokens
    if cue.verb in cue_words().naming and verb + 1 == passage.first:
        return _agent_behind(text, passage, verb)
    if tokens[verb + 1].lower == "by":
        return agent_of(text, verb, passage.first)
    at = verb
    while at > passage.before and tokens[at - 1].word_class in ("adverb", "adverbs"):
        at -= 1
    set_off = at > passage.before and tokens[at - 1].text == "," and tokens[verb + 1].lower == "as"
    return (_agent_behind(text, passage, verb) or _SKIP) if set_off and verb + 2 == passage.first else None


def _agent_behind(text: Text, passage: Passage, verb: int) -> Phrase | None:
    """NAME in "was called “…” by NAME"."""
    if passage.stop + 1 >= passage.after or text.tokens[passage.stop].lower != "by":
        return None
    if _is_where(text, verb, passage):
        return None
    return noun_phrase_at(text, passage.stop + 1, passage.after)


def _only_names(text: Text, passage: Passage, verb: int, cue: Cue) -> bool:
    """Whether the words in marks are a mere name: "a show called “…”", not "called it “…”"."""
    tokens = text.tokens
    if cue.verb not in cue_words().naming:
        return False
    if any(
        tokens[at].lower in ("what", "which", "whom") for at in range(max(verb - 5, passage.before), verb)
    ):
        return False  # "what Lee calls “…”"
    return all(tokens[at].word_class == "determiners" for at in range(verb + 1, passage.first))


def _new_clause(text: Text, source: Phrase) -> bool:
    """Whether a clause of its own begins with a subject: "…, but Lee …"."""
    before = text.tokens[source.first - 1] if source.first > 0 else None
    return before is not None and (before.lower in ("but", "and") or before.text in ("–", "—", "-"))


def _governed(text: Text, source: Phrase, floor: int) -> bool:
    """Whether the subject stands behind a verb of saying that speaks instead.

    "Lee said he replied “…”", "Lee told voters who wondered “…”".
    """
    tokens = text.tokens
    before = source.first - 1
    pronoun = tokens[source.head].word_class in ("subject_pronouns", "contracted")
    if pronoun and before > floor and tokens[before].lower == "that":
        before -= 1
    if before <= floor or not (pronoun or source.route == "past_relative"):
        return False
    if not pronoun and tokens[source.stop].text == ",":
        return False  # "he told Lee, who said it was “…”": not which Lee
    cue = cue_at(text, before, floor)
    return cue is not None and cue.role == "speech"


def _relative_of(text: Text, source: Phrase, verb: int, floor: int) -> int | None:
    """Token of the pronoun where the cue's subject is a relative pronoun."""
    if source.route != "past_relative":
        return None
    before = verb_group(text, verb, floor).first - 1
    return before if text.tokens[before].lower in ("who", "which") else None


def _participle_subject(text: Text, passage: Passage, verb: int, cue: Cue) -> Phrase | None:
    """Subject of "…, adding" and "went on to say": that of the cue before it, or of the main clause.

    Of "heard Lee saying" it is who was heard.
    """
    tokens = text.tokens
    floor = passage.before
    perceived = verb - 2 > floor and tokens[verb - 2].lower in cue_words().perceiving
    if perceived and tokens[verb - 1].word_class == "object_pronouns":
        return None  # "police heard him saying “…”"
    if verb > floor and tokens[verb - 1].word_class in ("noun", "name"):
        noun = noun_phrase_ending(text, verb, floor)
        last = tokens[noun.head].lower if noun is not None else ""
        carries = last in cue_words().surfaces or (cue.verb == "read" and last not in cue_words().media)
        if noun is not None and carries:
            return noun  # "a hat reading “…”", "a sign saying “…”"
        if noun is not None and noun.first > floor and tokens[noun.first - 1].lower == "with":
            return noun  # "with the mayor saying “…”"
        if noun is not None and tokens[noun.first - 1].lower in cue_words().perceiving:
            return noun  # "police heard Lee saying “…”"
    linked = verb - 2 >= floor and tokens[verb - 1].word_class in ("to", "prepositions")
    governor = verb - 2
    if linked and tokens[verb - 1].lower in ("of", "for", "from", "against", "about"):
        praised = tokens[governor].word_class == "verb" and verb_group(text, governor, floor).passive
        return subject_of(text, governor, floor) if praised else None  # "mocked Lee for saying “…”"
    if linked and tokens[governor].word_class == "verb":
        earlier = _earlier_speaker(text, verb, floor) if tokens[verb - 1].lower == "to" else None
        return earlier or subject_of(text, governor, floor)  # "began by saying", "refused to say"
    return _earlier_speaker(text, verb, floor) or _main_subject(text, passage, verb)


def _earlier_speaker(text: Text, verb: int, floor: int) -> Phrase | None:
    """Subject of the nearest finite verb of saying before `verb`."""
    for at in range(verb - 1, floor - 1, -1):
        cue = cue_at(text, at, floor)
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
    """Whether a phrase belongs to what stands before it: "a letter to Lee", "a “fierce critic” of Lee".

    What opens a sentence has nothing before it: "In a Herald interview Lee called it “…”".
    """
    at = source.first - 1
    behind = at == floor and at > text.sentence_at(text.tokens[at].start).first
    belongs = at > floor or (behind and text.tokens[at - 1].text in _CLOSING)
    link = text.tokens[at].word_class
    to_whom = link == "to" and text.tokens[source.head].word_class == "name"
    return belongs and (link == "prepositions" or to_whom)


def _in_subordinate(text: Text, source: Phrase, verb: int, cue: Cue, passage: Passage) -> bool:
    """Whether the cue's clause ends before the passage: "When Lee spoke of peace, the crowd …"."""
    tokens = text.tokens
    if source.first == 0 or tokens[source.first - 1].word_class != "subordinators":
        return False
    if tokens[source.first - 1].lower == "as" and cue.role == "speech":
        return any(tokens[at].text in DASHES for at in range(verb + 1, passage.first - 1))  # "As Lee said, …"
    return any(tokens[at].text == "," for at in range(verb + 1, passage.first - 2))


def _progressive(text: Text, verb: int, floor: int) -> bool:
    at = verb - 1
    while at >= floor and text.tokens[at].word_class in ("adverb", "adverbs", "negations"):
        at -= 1
    return at >= floor and (text.tokens[at].word_class in ("be", "contracted") or is_short_be(text, at))


def _main_subject(text: Text, passage: Passage, verb: int) -> Phrase | None:
    """Subject of the sentence's main clause, for "…, adding" and "went on to say"."""
    return clause_subject(text, passage.opening, verb)


def verb_name_quote(text: Text, passage: Passage) -> Attribution | None:
    """Said NAME: “…”, the verb first in its sentence."""
    cue = form_at(text, passage.before) if passage.before < passage.first else None
    if cue is None or cue.role != "speech" or cue.form not in ("past", "present"):
        return None
    source = noun_phrase_at(text, passage.before + 1, passage.first)
    if source is None or source.stop + 1 < passage.first or text.tokens[source.stop].text not in ",:":
        return None
    return Attribution(source, (passage.before, passage.before + 1), "verb_name_quote")


def colon(text: Text, passage: Passage) -> Attribution | None:
    """NAME: “…”, as in transcripts and captions."""
    tokens = text.tokens
    at = passage.first - 1
    if at <= passage.before or tokens[at].text != ":":
        return None
    stop = at
    if tokens[at - 1].text == ")":  # "ANN LEE (in Fijian): “…”"
        stop = next((i for i in range(at - 2, passage.before, -1) if tokens[i].text == "("), at)
    source = noun_phrase_ending(text, stop, passage.before)
    if source is None or source.first != passage.before or tokens[source.head].word_class != "name":
        return None
    return Attribution(source, (at, at + 1), "colon")


def colon_clause(text: Text, passage: Passage) -> Attribution | None:
    """NAME put it this way: “…”: no cue, but a clause with a subject and a colon."""
    colon = passage.first - 1
    if colon - 1 <= passage.opening or text.tokens[colon].text != ":" or passage.before != passage.opening:
        return None
    if text.tokens[colon - 1].lower == "to":
        return None  # "guests were told to: “…”"
    if passage.words < _TERM or finite_cue(text, colon - 1, colon) is not None:
        return None  # it is open who said it: "the woman Lee met in May said: “…”"
    source = clause_subject(text, passage.opening, colon)
    return Attribution(source, (colon, colon + 1), "colon_clause") if source else None


def possessive_noun(text: Text, passage: Passage) -> Attribution | None:
    """NAME's claim that “…”, his promise to “…”, a claim by NAME that “…”."""
    tokens = text.tokens
    nouns = cue_words().nouns
    for noun in range(passage.first - 1, max(passage.before, passage.first - 12) - 1, -1):
        if tokens[noun].text in _STOPS and tokens[noun].text not in ",:":
            return None
        if tokens[noun].lower not in nouns:
            continue
        if _is_past_its_clause(text, noun, passage.first):
            return None
        if tokens[noun + 1].lower == "by" and (agent := _claimed_by(text, passage, noun)) is not None:
            return Attribution(agent, (noun, noun + 1), "possessive_noun")
        for owner in range(noun - 1, max(passage.before, noun - 4) - 1, -1):
            kind = tokens[owner].word_class
            if kind == "possessives":
                return Attribution(Phrase(owner, owner + 1, owner), (noun, noun + 1), "possessive_noun")
            if kind == "genitive":
                source = noun_phrase_ending(text, owner, passage.before)
                return Attribution(source, (noun, noun + 1), "possessive_noun") if source else None
            if kind not in ("noun", "name", "adverb"):
                return None
    return None


def _is_past_its_clause(text: Text, noun: int, stop: int) -> bool:
    """Whether a clause ends before the words that judge it: "claims that he took bribes were “…”"."""
    tokens = text.tokens
    that = next((at for at in range(noun + 1, stop) if tokens[at].lower == "that"), stop)
    last = stop - 1
    while last > that and tokens[last].word_class in ("adverb", "adverbs", "determiners"):
        last -= 1
    judged = tokens[last].word_class == "be"
    while last > that and tokens[last].word_class in (*_AUXILIARIES, "adverb", "adverbs"):
        last -= 1
    between = tokens[that + 1 : last + 1]
    return judged and any(token.word_class in (*_AUXILIARIES, "verb") for token in between)


def _claimed_by(text: Text, passage: Passage, noun: int) -> Phrase | None:
    """NAME in "laughed off claims by NAME that it was “…”"."""
    source = noun_phrase_at(text, noun + 2, passage.first)
    return source if source is not None and text.tokens[source.stop].lower == "that" else None


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


def indirect_speech(text: Text, first: int, stop: int) -> Attribution | None:
    """NAME in a sentence that says what NAME said, without the quotation: its first verb of saying."""
    quoted = False
    for verb in range(first, min(stop, first + 60)):
        if text.tokens[verb].text in _QUOTES:
            quoted = text.tokens[verb].text in "“«" or (text.tokens[verb].text == '"' and not quoted)
        cue = cue_at(text, verb, first) if not quoted else None
        if cue is None or cue.role != "speech" or cue.form not in ("past", "present"):
            continue
        if verb_group(text, verb, first).passive:
            continue
        source = subject_of(text, verb, first)
        if source is not None and not _after_preposition(text, source, first):
            return Attribution(source, (verb, verb + 1), "indirect_speech")
    return None
