"""Words to whose word a clause is, where no verb of saying tells it.

"Is adamant that …", "in the union's version, …", "the indictment has him paying …", "to hear the union, …",
"witnesses: …", "the plaintiffs' case is that …", "…, a charge they deny", "…, or so the mayor has it".
Read for claims and asked by the gate alike: what is told so is never the report's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.reading.attribution.content import Attribution, attributed
from dossier.reading.attribution.sources import can_speak
from dossier.reading.findings import Span
from dossier.reading.grammar.dependents import (
    SUBJECTS,
    agents,
    is_finite,
    is_infinitive,
    is_passive,
    is_verb,
    obliques,
    subjects,
)
from dossier.reading.grammar.noun_classes import has_a_say, names_people
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.grammar.standing import standing_of
from dossier.reading.tree import Word

_BY = frozenset(("in", "by", "on", "from"))
_WITHIN_LABEL = frozenset(("to", "of", "for"))
_OPEN = frozenset(("noun is that", "told of"))
"""Shapes that leave out whose word it is."""
_MOST_LABEL = 9
"""Words before a colon that may be somebody: "Police to the court: …"."""


def tellings(word: Word, *, sure: bool = True) -> Iterator[Attribution]:
    """Attributions that a word makes without a verb of saying.

    Where they need not be `sure`, also by who is no known speaker, or of what need not have been said: enough
    to doubt that it is the report's own.
    """
    for form in (
        _by_mind,
        _by_having,
        _by_retelling,
        _by_light_verb,
        _by_putting,
        _by_counting,
        _by_topic,
        _by_view,
        _by_hearing,
        _by_being_told,
        _by_way,
        _by_noun_that,
        _by_apposition,
        _by_so,
    ):
        found = form(word)
        if found is not None and (form not in _UNJUDGED or not sure or _is_told(found)):
            yield found
            return


def _is_told(found: Attribution) -> bool:
    """Whether somebody who can be a source is said to have said so."""
    cue = found.cue
    verb = cue if is_verb(cue) else cue.head
    has = verb.lemma == "count" and verb.tag in ("VBZ", "VBP", "VB")  # "the club counts 700 members"
    named = can_speak(found.source) or (found.source is None and found.shape in _OPEN)
    return named and not has and standing_of(verb).took_place


def labelled(words: tuple[Word, ...]) -> Attribution | None:
    """Of "Witnesses: rebels burned the mill": who stands before a colon, of what stands behind it."""
    colon = next((w for w in words[:_MOST_LABEL] if w.text == ":"), None)
    if colon is None or not 0 < colon.index < len(words) - 2:
        return None
    before = words[: colon.index]
    root = next((w for w in words if w.head is w), None)
    who = next((w for w in before if w.pos in ("NOUN", "PROPN") and not _leads(w)), None)
    if root is None or who is None or root.index < colon.index or not is_verb(root) or not is_finite(root):
        return None
    said = who.lemma.lower() in {*speech_words().nouns, *speech_words().accounts} and bool(who.all("poss"))
    common = who.tag in ("NN", "NNS") or who.index == 0
    listed = who.child("nummod") is not None  # "Two clerks: Ana Lume and Ivo Stam, each took half"
    apart = listed or any(is_verb(w) or (w.pos == "ADP" and w.lower not in _WITHIN_LABEL) for w in before)
    if apart or not (said or (common and names_people(who))):
        return None
    source = who.all("poss")[0] if said else who
    last = next((w for w in reversed(words) if w.pos != "PUNCT"), root)
    content = Span(words[colon.index + 1].start, last.end)
    return Attribution(
        kind="statement", source=source, cue=who, content=content, heads=(root,), shape="label"
    )


def _leads(word: Word) -> bool:
    """Whether a noun only leads to the one behind it, or owns it: "the union" of "the union's complaint"."""
    return word.dep in ("compound", "nmod", "poss", "amod") and word.head.index > word.index


def _by_mind(word: Word) -> Attribution | None:
    """Of "is adamant that …"."""
    be = word.head
    if word.lemma.lower() not in speech_words().convinced or word.dep not in (
        "acomp",
        "ROOT",
        "ccomp",
        "conj",
    ):
        return None
    if not is_verb(be) or be.lemma not in ("be", "remain", "feel", "seem") or not standing_of(be).took_place:
        return None
    clauses = [c for held in (word, be) for c in held.all("ccomp") if c.index > word.index and is_finite(c)]
    source = next(iter(subjects(be)), None)
    if not clauses or not can_speak(source) or any(c.dep == "neg" for c in be.children):
        return None
    if clauses[0].child(*SUBJECTS, "expl") is None:
        return None
    return attributed("assessment", source, word, clauses[:1], "mind")


def _by_having(verb: Word) -> Attribution | None:
    """Of "the indictment has him paying …", "the letter had it that …"."""
    if verb.lemma != "have" or not is_verb(verb) or verb.dep in ("aux", "auxpass"):
        return None
    source = next(iter(subjects(verb)), None)
    if source is None or not standing_of(verb).took_place:
        return None
    it = any(c.lower == "it" for c in verb.all("dobj"))
    that = [c for c in verb.all("ccomp", "advcl") if is_finite(c) and c.index > verb.index]
    if it and that:
        nobody = source.lemma.lower() in speech_words().of_nobody
        return attributed("statement", None if nobody else source, verb, that[:1], "has it that")
    written = source.lemma.lower() in speech_words().accounts
    held = _doing(verb) if written else None
    return attributed("statement", source, verb, [held], "has … doing") if held is not None else None


def _by_light_verb(verb: Word) -> Attribution | None:
    """Of "issued a warning that …", "made the case that …", "made clear that …"."""
    words = speech_words()
    if (
        not is_verb(verb)
        or verb.lemma not in words.light
        or is_passive(verb)
        or not standing_of(verb).took_place
    ):
        return None
    source = next(iter(subjects(verb)), None)
    if not can_speak(source):
        return None
    for held in (h for h in verb.all("dobj", "oprd", "acomp") if h.index > verb.index):
        kind = words.nouns.get(held.lemma.lower()) or (
            "statement" if held.lower in ("clear", "case") else None
        )
        told = (c for c in (*held.all("acl", "ccomp", "csubj"), *verb.all("ccomp")) if c.index > held.index)
        clause = next(
            (c for c in told if is_finite(c) and any(m.lower == "that" for m in c.all("mark"))), None
        )
        if kind is not None and clause is not None and clause.child(*SUBJECTS, "expl") is not None:
            return attributed(kind, source, verb, [clause], f"{verb.lemma} … that")
    return None


def _by_putting(verb: Word) -> Attribution | None:
    """Of "puts the cost at 48 million"."""
    if verb.lemma != "put" or not is_verb(verb):
        return None
    source, what = next(iter(subjects(verb)), None), verb.child("dobj")
    links = [link for held in (verb, what) if held is not None for link in held.all("prep")]
    at = next((link for link in links if link.lower == "at" and _is_sum(link)), None)
    if what is None or at is None:
        return None
    return attributed("statement", source, verb, [what, at], "put at")


def _is_sum(link: Word) -> bool:
    """Whether a number stands behind a preposition: "at 48 million", "at $498bn"; not "at pier 9"."""
    noun = link.child("pobj")
    if noun is None:
        return False
    return noun.tag in ("CD", "$") or any(c.dep == "nummod" and c.index < noun.index for c in noun.children)


def _by_counting(verb: Word) -> Attribution | None:
    """Of "counted 31 marchers": the number is whoever counted's."""
    if verb.lemma not in speech_words().counting or not is_verb(verb):
        return None
    source = next(iter(agents(verb) if is_passive(verb) else subjects(verb)), None)
    what = next((held for held in verb.all("dobj") if any(c.tag == "CD" for c in held.all("nummod"))), None)
    mute = source is not None and source.pos != "PROPN" and not has_a_say(source)  # "the threats counted"
    if what is None or mute:
        return None
    return attributed("statement", source, verb, [what], "counted")


def _by_topic(verb: Word) -> Attribution | None:
    """Of "spoke of rebels burning the mill"."""
    if not is_verb(verb):
        return None
    source, topics = next(iter([] if is_passive(verb) else subjects(verb)), None), speech_words().preposition
    links = (link for link in verb.all("prep") if (verb.lemma, link.lower) in topics)
    held = next(
        (n for link in links for n in link.all("pobj") if any(c.tag == "VBG" for c in n.all("acl"))), None
    )
    return attributed("statement", source, verb, [held], "spoke of … doing") if held is not None else None


def _by_retelling(verb: Word) -> Attribution | None:
    """Of "recalled rebels burning the mill"."""
    if verb.lemma not in speech_words().retelling or not is_verb(verb) or not standing_of(verb).took_place:
        return None
    source = next(iter(subjects(verb)), None)
    held = _doing(verb)
    if held is None or not can_speak(source):
        return None
    return attributed("statement", source, verb, [held], "recalled … doing")


def _doing(verb: Word) -> Word | None:
    """What a verb has somebody doing: a clause of its own, or a noun with a participle right behind it."""
    for held in (c for c in verb.children if c.index > verb.index):
        if held.dep == "ccomp" and held.tag == "VBG" and held.child("nsubj") is not None:
            return held
        doing = next((c for c in held.all("acl") if c.tag == "VBG" and c.index == held.index + 1), None)
        if held.dep == "dobj" and doing is not None:
            return held
    return None


def _by_view(link: Word) -> Attribution | None:
    """Of "in the union's version, …", "on the evidence of two divers, …", "per the police log, …"."""
    per = link.lower == "per" or (link.lower == "as" and any(c.lower == "per" for c in link.children))
    over = link.head.head if link.head.dep in SUBJECTS and link.index > link.head.index else link.head
    if link.dep != "prep" or not (per or link.lower in _BY) or not is_verb(over):
        return None
    words = speech_words()
    noun = next((n for part in (link, *link.all("prep")) for n in part.all("pobj")), None)
    if noun is None or not _is_set_off(link, over) or standing_of(over).modality == "asked":
        return None
    if per:
        tells = noun.pos == "PROPN" or noun.child("det", "poss") is not None
        source = noun if tells and noun.lemma.lower() not in words.norms else None
    else:
        told = noun.lemma.lower() in words.accounts | words.view_nouns
        led = noun.child("det", "poss", "amod")
        as_for = led is not None and led.pos == "PROPN" and noun.lemma.lower() == "case"  # "in Fiji's case"
        bare = link.lower == "in" and noun.tag == "NN" and (led is None or as_for)
        behind = [] if noun.lemma.lower() in words.owned_accounts else obliques(noun, "of")
        source = next(iter([*noun.all("poss"), *behind]), None) if told else None
        if bare or (source is not None and source.pos == "NOUN" and not has_a_say(source)):
            return None  # "in view of the flood"
    if source is None or source.tag == "PRP$" or not can_speak(source):
        return None
    return attributed("statement", source, noun if not per else link, [over], "view", without=link)


def _is_set_off(part: Word, over: Word) -> bool:
    """Whether a phrase opens its sentence, or stands between commas."""
    words = part.subtree()
    commas = {c.index for c in over.root.subtree() if c.text == ","}
    opens = words[0].index == 0 or words[0].index - 1 in commas
    subject = next(iter(subjects(over)), None)
    if words[0].index == 0 and subject is not None and subject.subtree()[0].index == words[-1].index + 1:
        return True  # "in the mayor's view guards burned the mill"
    return opens and (words[-1].index + 1 in commas or words[-1].text == "," or words[0].index > over.index)


def _by_hearing(verb: Word) -> Attribution | None:
    """Of "to hear the union, …", "to hear the union tell it, …"."""
    over = verb.head
    if verb.lemma != "hear" or verb.dep != "advcl" or not is_infinitive(verb):
        return None
    tell = verb.child("ccomp")
    heard = verb.child("dobj") if tell is None else tell.child("nsubj") if _tells_it(tell) else None
    if heard is None or not is_verb(over) or not _is_set_off(verb, over):
        return None
    if heard.pos != "PROPN" and not names_people(heard):
        return None
    return attributed("statement", heard, heard, [over], "to hear", without=verb)


def _by_being_told(verb: Word) -> Attribution | None:
    """Of "was told of the killing by guards": who did it is the word of somebody left out."""
    words = speech_words()
    heard = is_passive(verb) and verb.lemma in words.hearers and not agents(verb)
    if not is_verb(verb) or not (heard or verb.lemma in words.hearing):
        return None
    links = (link for link in verb.all("prep") if link.lower in ("of", "about") and link.index > verb.index)
    held = next((noun for link in links for noun in link.all("pobj", "pcomp") if agents(noun)), None)
    return attributed("statement", None, verb, [held], "told of") if held is not None else None


def _by_way(way: Word) -> Attribution | None:
    """Of "the way the union tells it, …"."""
    if way.lemma != "way" or way.dep not in ("npadvmod", "dobj", "appos"):
        return None
    tell = next(filter(_tells_it, way.all("relcl")), None)
    source = next(iter(subjects(tell)), None) if tell is not None else None
    verb = next((over for over in way.ancestors() if is_verb(over)), None)
    if tell is None or verb is None:
        return None
    return attributed("statement", source, tell, [verb], "the way", without=way)


def _tells_it(verb: Word) -> bool:
    """Whether a verb of telling has "it": "the way Lume tells it"."""
    words = speech_words()
    told = verb.lemma in words.asides | words.asides_with_it
    return told and any(c.lower == "it" for c in verb.all("dobj"))


def _by_noun_that(be: Word) -> Attribution | None:
    """Of "the plaintiffs' case is that …", "word from the hills is that …"."""
    noun = be.child("nsubj") if be.lemma == "be" else None
    clause = next((c for c in be.all("ccomp") if is_verb(c) and c.index > be.index), None)
    if noun is None or clause is None or not any(c.lower == "that" for c in clause.all("mark")):
        return None  # the "that" makes it finite, even where "left" is taken for a participle
    words, lemma = speech_words(), noun.lemma.lower()
    if lemma not in {*words.nouns, *words.view_nouns, *words.accounts, *words.of_nobody}:
        return None
    holders = [*noun.all("poss", "nmod"), *obliques(noun, "of", "from")]
    source = next((h for h in holders if can_speak(h)), next(iter(holders), None))
    told = lemma in words.of_nobody or words.nouns.get(lemma) in ("statement", "accusation")
    if source is None and not told:
        return None
    return attributed(words.nouns.get(lemma, "statement"), source, noun, [clause], "noun is that")


def _by_apposition(noun: Word) -> Attribution | None:
    """Of "…, a charge they deny": all before it is somebody's word."""
    if noun.pos != "NOUN" or noun.lemma.lower() not in speech_words().disputed:
        return None
    if noun.dep not in ("appos", "npadvmod", "dobj", "attr", "conj") or noun.child("relcl", "acl") is None:
        return None
    over = next((w for w in noun.ancestors() if is_verb(w)), None)
    first = noun.subtree()[0]
    comma = any(w.text == "," and w.index == first.index - 1 for w in noun.root.subtree())
    if over is None or not comma or first.lower not in ("a", "an", "one") or over.index > noun.index:
        return None
    if over.lemma in speech_words().reports:
        return None  # "the Front said so, a claim that the mayor rejected"
    behind = noun.head.index < first.index and (noun.dep == "appos" or noun.head is over)
    return attributed("statement", None, noun, [over], "apposition", without=noun) if behind else None


def _by_so(verb: Word) -> Attribution | None:
    """Of "…, or so the mayor has it", "…, or so says the mayor", "…, as the mayor would have us believe"."""
    beside = verb.dep == "conj" or any(c.lower == "as" for c in verb.all("mark"))
    if not beside or not says_so(verb) or not is_verb(verb.head):
        return None
    source = next(iter([*verb.all("nsubj"), *(verb.all("dobj") if verb.lemma != "have" else ())]), None)
    if not can_speak(source):
        return None
    return attributed("statement", source, verb, [verb.head], "or so", without=verb)


def says_so(verb: Word) -> bool:
    """Whether a clause says by "so" or "as" whose word the one before was: "so says the mayor"."""
    if not is_verb(verb):
        return False
    so = any(c.lower == "so" for c in verb.all("advmod"))
    believed = verb.lemma == "have" and any(c.lemma == "believe" for c in verb.all("ccomp"))
    if believed:
        return so or any(c.lower == "as" for c in verb.all("mark"))
    has_it = verb.lemma == "have" and any(c.lower == "it" for c in verb.all("dobj"))
    return so and (has_it or (verb.lemma in speech_words().clause and verb.child("ccomp", "xcomp") is None))


_UNJUDGED = frozenset((_by_putting, _by_counting, _by_topic, _by_being_told, _by_way, _by_noun_that))
"""Forms that leave it open who can be a source, and whether it was said."""
