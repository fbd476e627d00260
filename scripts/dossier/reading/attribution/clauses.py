"""Verbs with a clause to what is said by them: "said that …", "…, they said"."""

from __future__ import annotations

from dossier.reading.attribution.according import closing_source
from dossier.reading.attribution.acts import is_thing
from dossier.reading.attribution.content import Attribution, attributed
from dossier.reading.attribution.sources import can_speak, source_of
from dossier.reading.grammar.asides import ends_in_colon, says_whose, set_beside
from dossier.reading.grammar.dependents import (
    agents,
    is_finite,
    is_infinitive,
    is_passive,
    is_relative,
    is_verb,
    objects,
    subjects,
)
from dossier.reading.grammar.noun_classes import is_share, names_people
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.grammar.truth import corrected, is_ruled_out
from dossier.reading.tree import Word

_DASHES = frozenset(("-", "–", "—", "--"))
_FEW = 9
"""Words between a dash and the comma before "critics argue"."""
_HOW = frozenset(("how", "however"))
_WHATEVER = frozenset(("whatever", "whichever"))
_INDICATIVE = frozenset(("VBD", "VBZ", "VBP"))


def of_clause(verb: Word) -> Attribution | None:
    """Of "said that …", "…, police said", "…, police said, …"."""
    kind = "denial" if is_ruled_out(verb) else speech_words().clause.get(verb.lemma)
    kind = "statement" if says_whose(verb) else kind
    if kind is None or corrected(verb) is not None or _is_denied(verb):
        return None
    source = source_of(verb)
    if is_passive(verb) and source is None and verb.lemma not in ("tell", "inform"):
        return None  # "was said to": nobody's word
    if not can_speak(source) or _is_asked_how(source):
        return None
    if _says_nothing(verb) or _stands_between(verb) or _is_told_readers(verb, source) or _only_grants(verb):
        return None
    clauses = _clauses(verb, kind)
    if _is_of_few_words(verb):
        return None
    asks = clauses and (verb.lemma in speech_words().questioning or _is_question(verb, clauses[0]))
    if any(_ends_with_its_subject(c, verb) for c in clauses):
        return None
    if asks or (clauses and _leaves_open(verb, clauses[0])):
        kind = "topic"
    if clauses:
        own = clauses[0].child("nsubj", "nsubjpass", "expl", "csubj", "csubjpass")
        lost = _lost_subject(verb, clauses[0])
        if _says_it_itself(clauses[0], verb) or _is_elsewhere(clauses[0], verb):
            return None
        if kind == "evidence" and _shows_nothing(verb, source, own, clauses[0]):
            return None
        if lost is not None and _has_none_of_its_own(clauses[0]):
            return (
                None
                if verb.lemma in speech_words().hearers
                else attributed(kind, source, verb, [lost, *clauses], "clause")
            )
        points = own is not None and own.tag == "DT"  # "That is late, Lee said"
        before = own is not None and is_relative(own) and own.index < verb.index and not points
        gap = before or (
            verb.dep == "relcl"
            and (
                own is None
                or any(is_relative(c) for c in (*verb.all("dobj", "dep"), *clauses[0].all("dobj")))
                or _lacks_its_object(verb, clauses[0])
            )
        )
        tense = (clauses[0], *clauses[0].all("aux"))
        if own is None and not gap and any(w.tag in (*_INDICATIVE, "MD") for w in tense):
            return None  # "said about half of it reflected losses": the subject is lost
        target = _who_is_to(clauses[0]) if kind == "call" else None
        clauses += _torn_off(verb, clauses)
        if _goes_on(verb, clauses):
            return None
        other = _answer_of_others(source, clauses[0])
        when = _when_said(clauses[0]) if clauses[0].dep == "advcl" else None
        shape = "gap" if gap else "clause"
        other = other or closing_source(verb)
        return attributed(kind, source, verb, clauses, shape, target=target, without=other, also=when)
    return _aside(verb, source) if kind == "statement" else None


def _is_asked_how(source: Word) -> bool:
    """Whether it is open how something is that somebody takes it for: "however tame Lee thinks it is"."""
    first = source.subtree()[0].index
    before = {w.index: w for w in source.root.subtree() if first - 3 < w.index < first}
    degree = before.get(first - 2)
    open_ = degree is not None and degree.lower in _HOW
    return open_ and before[first - 1].pos in ("ADJ", "ADV")


def _ends_with_its_subject(clause: Word, verb: Word) -> bool:
    """Whether who says something only names what the clause ends with: "…, the head of the group The X said".

    Behind a comma somebody is told of, whose last noun the name behind it, with no comma, belongs to.
    """
    own = verb.child("nsubj")
    if own is None or own.pos != "PROPN" or clause.index > verb.index:
        return False
    first = own.subtree()[0].index
    last = next((w for w in clause.subtree() if w.index == first - 1), None)
    if last is None or last.pos != "NOUN":
        return False
    over = (last, *last.ancestors())
    return any(w.dep == "appos" for w in over)


def _lost_its_verb(clause: Word) -> bool:
    """Whether a participle behind a comma was taken for the clause's verb: "that the deal, signed, helps"."""
    comma = any(w.text == "," and w.index == clause.index - 1 for w in clause.root.subtree())
    return clause.tag == "VBN" and clause.child("aux", "auxpass") is None and comma


def _shows_nothing(verb: Word, source: Word, own: Word | None, clause: Word) -> bool:
    """Whether nobody's word is what a verb of showing and finding has behind it."""
    found = own is not None and (_is_deed(source, own) or _is_found_so(clause))
    return found or _is_a_fact_of(verb, source)


def _is_a_fact_of(verb: Word, source: Word) -> bool:
    """Whether a participle says what a whole clause suggests: "drones are cheap, suggesting it was"."""
    return verb.tag == "VBG" and verb.dep == "advcl" and source.pos == "NOUN" and not names_people(source)


def _is_found_so(clause: Word) -> bool:
    """Whether a participle only tells in what state something is: "found boxes linked to the fraud"."""
    helped = clause.child("mark", "aux", "auxpass") is not None
    return clause.tag == "VBN" and not helped


def _who_is_to(clause: Word) -> Word | None:
    """Who is to do what is asked for: "asked that Lee go", nobody of "that a text be given"."""
    who = next(iter(subjects(clause)), None)
    return None if who is None or is_passive(clause) or is_thing(who) else who


def _clauses(verb: Word, kind: str) -> list[Word]:
    """The clauses under a verb of saying that may be what is said."""
    clauses = [c for c in verb.all("ccomp") if _is_content(c) and not _is_closed_off(c, verb)]
    clauses = clauses or _behind_hearers(verb) or _behind_time(verb) or _behind_occasion(verb)
    if verb.tag == "VBG":  # "Lee, saying it was late, left"
        clauses = [c for i, c in enumerate(clauses) if not i or c.child("nsubj", "nsubjpass", "expl")]
    if kind == "call" and objects(verb):
        clauses = [c for c in clauses if c.index > verb.index]  # "the raid failed, so Lee ordered another"
    behind = [c for c in clauses if c.index > verb.index and c.child("mark") is not None]
    if behind:
        clauses = [c for c in clauses if c.index >= behind[0].index]  # "he left, otherwise Lee says that …"
    if any(c.index > verb.index for c in clauses):
        clauses = [c for c in clauses if c.index > verb.index or not _only_leads_to(c, verb)]
    return clauses


def _only_leads_to(clause: Word, verb: Word) -> bool:
    """Whether a clause before a verb of saying is no part of what is said behind it.

    "Answering critics, Lee said: it is late"; "the vote comes after | Lee said it is late".
    """
    words, own = clause.subtree(), verb.child("nsubj")
    behind = own.subtree()[0].index if own is not None else 0
    link = next((w for w in words if w.dep == "prep" and w.index + 1 == behind), None)
    hanging = link is not None and link.child("pobj", "pcomp") is None
    return hanging or words[0].tag in ("VBG", "VBN")


def _behind_time(verb: Word) -> list[Word]:
    """What is said behind a phrase of time, taken for a clause beside: "said after the talks he would go"."""
    if verb.lemma not in speech_words().reports or not is_finite(verb) or is_passive(verb):
        return []
    return [c for c in verb.all("advcl") if c.index > verb.index and _follows_time(verb, c)][:1]


def _follows_time(verb: Word, clause: Word) -> bool:
    """Whether a finite clause that no word opens stands behind a phrase of when something was said."""
    own = clause.child("nsubj", "nsubjpass", "expl")
    when = _when_said(clause)
    if own is None or when is None or not is_finite(clause) or clause.child("mark") is not None:
        return False
    between = [w for w in verb.root.subtree() if verb.index < w.index < clause.index]
    return when.index == verb.index + 1 and not any(w.text in (",", ";") or w.tag == "WRB" for w in between)


def _when_said(clause: Word) -> Word | None:
    """The phrase before a clause's subject that the parse hung on it: "said after the talks he would go"."""
    own = clause.child("nsubj", "nsubjpass", "expl")
    links = (c for c in clause.all("prep", "mark") if c.dep == "prep" or c.child("pobj") is not None)
    return next((c for c in links if own is not None and c.index < own.index), None)


def _behind_hearers(verb: Word) -> list[Word]:
    """What is said behind those it is said to, where it was taken for a clause on them.

    "Told a meeting of farmers that few were safe", "yelled to the guards that it was late": "that" is no part
    of the clause, which lacks nothing.
    """
    links = (link for link in verb.all("prep", "dative") if link.lower == "to")
    heard = [*objects(verb), *(n for link in links for n in link.all("pobj"))]
    found = (
        c
        for noun in heard
        if noun.index > verb.index and _is_audience(noun)
        for over in (noun, *noun.subtree())
        for c in over.all("relcl", "acl")
    )
    return [c for c in found if _is_whole(c) and _tells_people(verb)][:1]


def _behind_occasion(verb: Word) -> list[Word]:
    """What is said behind where or when, taken for a clause on that noun: "said on air that it was late".

    Or what the parser takes for something said and a participle on it: "said the rain | stopped in May".
    """
    words = speech_words()
    if words.clause.get(verb.lemma) != "statement" or not is_finite(verb) or is_passive(verb):
        return []
    if verb.lemma == "say" and verb.child("nsubj") is not None:
        held = next(
            (c for c in verb.all("dobj") if c.index > verb.index and c.pos in ("NOUN", "PROPN")), None
        )
        torn = [c for c in held.all("acl") if c.tag in ("VBD", "VBN")] if held is not None else []
        torn = [c for c in torn if not agents(c)]  # "said a prayer written by her"
        if held is not None and torn and torn[0].index == held.index + 1:
            return [held]
    links = [link for link in verb.all("prep") if link.lower in words.occasions and link.index > verb.index]
    told = words.nouns.keys() | words.of_nobody  # "commented on reports that it was shut"
    nouns = [noun for link in links for noun in link.all("pobj")]
    nouns = [noun for noun in nouns if noun.head.lower in ("in", "at") or noun.lemma.lower() not in told]
    found = (c for noun in nouns for over in noun.subtree() for c in over.all("relcl", "acl", "ccomp"))
    timed = (c for c in verb.all("advcl") if any(m.lower == "that" for m in c.all("mark")) and _when_said(c))
    return [*(c for c in found if _is_whole(c) and is_finite(c)), *(c for c in timed if is_finite(c))][:1]


def _is_audience(noun: Word) -> bool:
    """Whether a noun is of those who can be told something: a name, people, "a meeting", no report."""
    words, lemma = speech_words(), noun.lemma.lower()
    if noun.pos != "PROPN" and (lemma in words.nouns or lemma in words.media):
        return False  # "pointed to reports that it was shut"
    return noun.pos == "PROPN" or names_people(noun) or lemma in words.audiences


def _is_whole(clause: Word) -> bool:
    """Whether "that" only opens a clause with a subject and, where it needs one, an object of its own."""
    that = (c for c in clause.children if c.lower == "that")
    mark = next((c for c in that if c.dep == "mark" or c.tag == "IN"), None)
    own = clause.child("nsubj", "nsubjpass", "expl")
    return mark is not None and own is not None and own is not mark


def _tells_people(verb: Word) -> bool:
    """Whether a verb has a hearer, and then what is heard: "tell", "inform", "yell to"."""
    words = speech_words()
    return verb.lemma in words.hearers or words.clause.get(verb.lemma) == "statement"


def _aside(verb: Word, source: Word) -> Attribution | None:
    """Of "…, police said, …", set beside what is said."""
    aside = verb.dep in ("parataxis", "ccomp", "advcl", "conj")
    if _foretold(verb):
        return None
    lone = (
        verb.tag == "VBG" and verb.child("aux") is None
    )  # "Adding to its woes, it lost", "Lee, commenting, said"
    aside = (
        aside and not lone and not (is_passive(verb) and verb.child("nsubjpass") is None)
    )  # "declared by 202"
    closes = verb.dep == "ccomp" and _closes(verb, verb.head)
    aside = aside and (closes or verb.dep != "ccomp" or verb.head.lemma not in speech_words().clause)
    beside = set_beside(verb)
    if closes and beside.dep == "conj":
        beside = beside.head
    if aside and is_verb(beside) and _set_off(verb):
        if _is_of_a_phrase(verb, beside):
            return None  # "Lume, poisoned by agents, as she claims, came home"
        return attributed("statement", source, verb, [beside, *_fronted(verb)], "aside", without=verb)
    return None


def _is_denied(verb: Word) -> bool:
    """Whether "as rebels claimed" stands behind words that may deny or leave open what they claimed.

    "Not, as rebels claimed, because", "Lee did not flee, as rebels claimed", "if Lee fled, as rebels claim,".
    """
    led = next((c for c in verb.children if c.lower == "as" and c.dep in ("mark", "advmod")), None)
    if led is None:
        return False
    before = [w for w in verb.root.subtree() if w.index < led.index and w.pos != "PUNCT"]
    if not before or before[-1].lower == "not":
        return bool(before)
    own = next((w for w in (before[-1], *before[-1].ancestors()) if is_verb(w)), None)
    marks = own.all("neg", "mark") if own is not None and own.index < led.index else []
    return any(c.index < led.index and (c.dep == "neg" or c.lower in ("if", "unless")) for c in marks)


def _foretold(verb: Word) -> bool:
    """Whether "as analysts had predicted" only tells that what came was foreseen: they didn't say it came."""
    led = any(c.lower == "as" for c in verb.all("mark", "advmod"))
    before = any(c.lower == "had" for c in verb.all("aux"))
    return led and before and speech_words().clause.get(verb.lemma) != "statement"


def _is_of_a_phrase(verb: Word, beside: Word) -> bool:
    """Whether "as she claims" is set behind a participle that tells more of a name, and not of a clause."""
    led = any(c.lower == "as" for c in verb.all("mark"))
    reduced = beside.tag == "VBN" and beside.child("aux", "auxpass") is None
    return led and reduced


def _says_nothing(verb: Word) -> bool:
    """Whether somebody "found out", and so learnt it, or it is so "whatever the Post says"."""
    found_out = verb.lemma == "find" and any(c.lower == "out" for c in verb.all("prt"))
    return found_out or any(held.lower in _WHATEVER for held in verb.all("dobj", "nsubj"))


def _only_grants(verb: Word) -> bool:
    """Whether a participle only sets a ground, and nobody says so: "considering that it is late"."""
    granting = verb.tag == "VBG" and verb.dep == "advcl" and verb.lemma in speech_words().granting
    return granting and any(m.lower == "that" for c in verb.all("ccomp") for m in c.all("mark"))


def _is_of_few_words(verb: Word) -> bool:
    """Whether "critics argue" stands behind a comma within dashes: "a lot - too much, critics argue - of it".

    Only the words between dash and comma are theirs, not the clause.
    """
    words = verb.root.subtree()
    at = {w.index: w for w in words}
    said = [w.index for w in verb.all("nsubj") for w in w.subtree()] + [verb.index]
    before, behind = at.get(min(said) - 1), at.get(max(said) + 1)
    if before is None or before.text != "," or behind is None or behind.text not in _DASHES:
        return False
    return any(at[i].text in _DASHES for i in range(max(before.index - _FEW, 0) + 1, before.index))


def _is_told_readers(verb: Word, source: Word) -> bool:
    """Whether a verb asks readers for examples, and says nothing: "goods of a place – think cheese"."""
    root = verb.root
    before = next((w for w in root.subtree() if w.index == verb.index - 1), None)
    dash = before is not None and before.text in _DASHES
    return dash and verb.tag in ("VBP", "VB") and source.index > verb.index


def _stands_between(verb: Word) -> bool:
    """Whether a verb is set between another's subject and verb: "The state, pointed out Lee, will pay"."""
    who, behind = verb.child("nsubj"), verb.child("dobj")
    if who is None or not any(w.text == "," and w.index == who.index + 1 for w in verb.subtree()):
        return False
    behind = behind or next(
        (c for c in verb.all("ccomp") if c.index > verb.index and not c.all("mark")), None
    )
    return verb.index == who.index + 2 and behind is not None


def _says_it_itself(clause: Word, verb: Word) -> bool:
    """Whether a clause before "Lee said" ends in another's "said": whose it is as a whole is nobody's."""
    said = any(c.index < clause.index for c in clause.all("ccomp")) and clause.child("nsubj") is not None
    return clause.index < verb.index and said and clause.lemma in speech_words().reports


def _is_elsewhere(clause: Word, verb: Word) -> bool:
    """Whether a clause is another verb's, or lost its own."""
    return (
        _closes(clause, verb)
        or _lost_its_verb(clause)
        or _is_no_request(clause, verb)
        or _is_told_before(clause, verb)
        or any(c.lower == "against" for c in verb.all("prep"))
    )  # "appealed against a ruling that the port was shut": the ruling says so


def _is_told_before(clause: Word, verb: Word) -> bool:
    """Whether a dash sets apart what another says: "Tarr said it is late – Lee hopes for more"."""
    end = max(w.index for w in clause.subtree())
    dash = any(w.index == end + 1 and w.text in _DASHES for w in verb.children)
    said = clause.lemma in speech_words().clause and clause.child("nsubj") is not None
    return clause.index < verb.index and dash and said


def _is_no_request(clause: Word, verb: Word) -> bool:
    """Whether nobody asks for it: "told a clerk who asked about it that the ship was late"."""
    told = any(w.tag in _INDICATIVE for w in (clause, *clause.all("aux", "auxpass")))
    return verb.lemma == "ask" and clause.child("mark") is not None and told


def _closes(clause: Word, verb: Word) -> bool:
    """Whether a clause only tells whose word all before it is: "It told the board, Lee said on Friday"."""
    if (
        clause.child("nsubj") is None
        or clause.index < verb.index
        or clause.lemma not in speech_words().reports
    ):
        return False
    first = clause.subtree()[0]
    comma = any(w.text == "," and w.index == first.index - 1 for w in verb.subtree())
    return comma and clause.child("ccomp", "xcomp", "dobj", "mark") is None


def _is_deed(source: Word, own: Word) -> bool:
    """Whether somebody shows by deeds, and says nothing: "Lee has shown that he can win"."""
    if own.lower not in ("he", "she", "they"):
        return False
    return source.pos == "PROPN" or source.lower in ("he", "she", "they") or names_people(source)


def _lacks_its_object(verb: Word, clause: Word) -> bool:
    """Whether it was done to the noun before who says so: "a murder that he says he did not commit"."""
    own = verb.child("nsubj")
    held = clause.child("dobj", "ccomp", "xcomp", "acomp", "attr", "oprd", "auxpass")
    return held is None and own is not None and not is_relative(own)


def _lost_subject(verb: Word, clause: Word) -> Word | None:
    """The noun that is the subject of the clause behind it: "promised no jobs would go", "said Beyond will".

    The parser takes it for the verb's object, or the name's first word for a preposition.
    """
    if clause.dep != "ccomp" or verb.dep in ("relcl", "acl") or not is_finite(clause):
        return None
    first = clause.subtree()[0].index
    before = [w for w in verb.all("dobj", "dative", "prep") if verb.index < w.index < first]
    before = [w for w in before if w.dep != "prep" or w.text[0].isupper()]
    return before[-1] if before else None


def _has_none_of_its_own(clause: Word) -> bool:
    """Whether a clause has no subject, or one behind its auxiliary: "firms | had some explaining to do"."""
    own = clause.child("nsubj", "nsubjpass", "expl", "csubj", "csubjpass")
    return own is None or clause.subtree()[0].dep == "aux"


def _answer_of_others(source: Word, clause: Word) -> Word | None:
    """The clause that tells what others of those asked said: "32% said Lee was good and 38% disagreed"."""
    if not is_share(source):
        return None
    joined = (c for c in clause.all("conj", "advcl") if c.index > clause.index)
    return next((c for c in joined if any(is_share(w) and w.index < c.index for w in c.children)), None)


def _is_content(clause: Word) -> bool:
    """Whether a complement is a clause of its own, and no "to" of what is asked for."""
    own = clause.child("nsubj", "nsubjpass", "expl")
    if own is not None and (_is_swallowed(clause, own) or own.lower == "whoever"):
        return False  # "accused whoever killed Lee of it"
    if is_infinitive(clause) or (own is not None and own.lower.endswith(("self", "selves"))):
        return False  # "found himself out of work"
    marks = [c for c in clause.all("mark", "advmod") if c.lower in speech_words().circumstances]
    if clause.subtree()[0] in marks or any(c.dep == "mark" and not c.children for c in marks):
        return False  # "agreed while it rained", "said, ahead of a vote after he took office"
    if own is not None and own.lower == "who" and clause.head.child("dobj") is not None:
        return False  # "tells voters who wonder why"
    if not is_verb(clause) and clause.head.lemma in speech_words().appraising:
        return False  # "finds you dull"
    bare = clause.tag == "VB" and not clause.all("aux", "mark") and clause.index > clause.head.index
    if bare and speech_words().clause.get(clause.head.lemma) == "assessment":
        return False  # "considered a buyout", a noun taken for a verb
    if clause.tag == "VBG" and clause.child("aux", "auxpass") is None and clause.index > clause.head.index:
        return own is not None and _counts(clause.head)  # not "shows people working"
    asked = clause.head.lemma in speech_words().asking | speech_words().doubting
    if not asked and any(c.lower == "if" for c in clause.all("mark")):
        return False  # "suggesting trouble if it rains"
    return is_finite(clause) or own is not None


def _counts(verb: Word) -> bool:
    """Whether a poll or tally shows something: "the poll shows Lee leading"."""
    return any(w.lemma.lower() in speech_words().tallies for w in subjects(verb))


def _torn_off(verb: Word, clauses: list[Word]) -> list[Word]:
    """What the parser cuts off a clause, with no mark between: "says it is a dream | come true"."""
    said = max((w for clause in clauses for w in clause.subtree()), key=lambda w: w.index)
    last = said.index if said.text != "-" and said.lower != "re" else -1  # "it will not re-open"
    behind = [
        c for c in verb.all("ccomp", "advcl", "xcomp") if c not in clauses and not c.all("mark", "advmod")
    ]
    if said.text == ",":  # "says it is late, adding that it is dark"
        behind = [c for c in behind if c.lemma not in speech_words().reports]
    return [c for c in behind if c.index > verb.index and c.subtree()[0].index == last + 1]


def _goes_on(verb: Word, clauses: list[Word]) -> bool:
    """Whether what is said runs on into a verb joined to another: "Lee said the number ill | have grown"."""
    last = max(w.index for clause in clauses for w in clause.subtree())
    joined = (w for w in verb.root.subtree() if w.dep == "conj" and w.index > last and is_finite(w))
    return any(c.subtree()[0].index == last + 1 and not c.all("nsubj", "nsubjpass") for c in joined)


def _is_closed_off(clause: Word, verb: Word) -> bool:
    """Whether a mark or "and" ends a clause before whoever says something: "Lee left; he said he was tired".

    "Who did it is open: Lee says Holt did", "Holt called it a lie, and the mayor agreed". Or what was said
    before whatever the clause tells: "he was hit, Lee said; the prison denied it".
    """
    if clause.index > verb.index:
        first = clause.subtree()[0].index
        between = [w for w in verb.subtree() if verb.index < w.index < first]
        return [w.text for w in between if w.pos != "ADV"] == [";"]
    own = verb.child("nsubj")
    words = {w.index: w for w in verb.subtree()}
    if any(words[at].text == ";" for at in words if clause.index < at < verb.index):
        return True
    before = words.get(own.subtree()[0].index - 1) if own is not None and own.index < verb.index else None
    return (
        before is not None and before.index > clause.index and (before.text == ":" or before.pos == "CCONJ")
    )


def _is_swallowed(clause: Word, subject: Word) -> bool:
    """Whether a verb's object is taken for the subject of what is the main clause.

    "After Lee announced the sale, two of the banks, both old, announced a loan": the subject would be "the
    sale, two of the banks, both old,".
    """
    verb = clause.head
    led = any(
        c.lower in speech_words().circumstances | {"when", "as"} and c.index < verb.index
        for c in verb.children
    )
    beside = [c for c in subject.children if c.text == "," and c.index > subject.index]
    return led and clause.index > verb.index and len(beside) > 1 and clause.child("mark") is None


def _is_question(verb: Word, clause: Word) -> bool:
    """Whether a clause is what somebody asks: "which of them would stay", "whether it was over"."""
    if verb.lemma not in speech_words().asking:
        return False
    first = clause.subtree()[0]
    return first.tag in ("WDT", "WP", "WP$", "WRB") or first.lower in ("whether", "if")


def _leaves_open(verb: Word, clause: Word) -> bool:
    """Whether a clause only names a question whose answer isn't told: "she knew who had burned the mill".

    A "who" before the verb asks nothing: "the man who police say burned the mill".
    """
    own = clause.child("nsubj", "nsubjpass")
    if own is None or own.tag != "WP" or own.lower not in ("who", "what"):
        return False
    return own.index > verb.index and speech_words().clause.get(verb.lemma) != "call"


def _set_off(verb: Word) -> bool:
    """Whether "police said" stands apart from the clause it hangs on: behind a comma, nothing of its own."""
    told = verb.lemma in ("tell", "inform") and verb.child("dobj") is not None
    if not says_whose(verb):
        if verb.child("ccomp", "xcomp", "mark") is not None or (verb.child("dobj") is not None and not told):
            return False
        if ends_in_colon(verb):
            return True
    if verb.dep == "conj" and (verb.child("nsubj") is None or verb.head.child("cc") is not None):
        return False
    said = [w for w in verb.subtree() if w.pos != "PUNCT" and w.index >= _opening(verb)]
    over = set_beside(verb)
    commas = [c for c in (*over.subtree(), *verb.subtree()) if c.text in (",", "—", "–", "-")]
    return any(c.index in (said[0].index - 1, said[-1].index + 1) for c in commas)


def _opening(verb: Word) -> int:
    """Where "police said" begins, without what the parse hangs on it from before a comma."""
    who = verb.child("nsubj")
    start = min(who.subtree()[0].index, verb.index) if who is not None else verb.subtree()[0].index
    comma = any(w.text == "," and w.index == start - 1 for w in verb.subtree())
    return start if comma else verb.subtree()[0].index


def _fronted(verb: Word) -> list[Word]:
    """What stands before "police said" between commas and is said by them: "To save fuel, Lee said, …"."""
    start = _opening(verb)
    return [c for c in verb.all("advcl", "prep") if c.index < start]
