"""Whether what a sentence names as its source can make a claim: a need calls for much, and claims nothing."""

from __future__ import annotations

from dossier.reading.grammar.noun_classes import forms, has_a_say, word_classes
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.tree import Word


def can_claim(source: Word, cue: str, kind: str) -> bool:
    """Whether a source makes a claim of a kind by a verb: a name, people or a body does, by any verb.

    So do some of those asked ("32% said"), and a writing or record, which pledges and plans nothing ("a story
    offered"); what is counted calls for nothing, and what a picture shows nobody says. Other things claim
    nothing: "problems showed", "the plan offers" are the words of whoever writes so. What a court dismisses
    it does not deny, and whom it orders to do something it does not call on: it rules. Helicopters, of whose
    people nothing is said, threaten nobody by a word.
    """
    words = speech_words()
    if rules(source, cue, kind):
        return False
    written = not forms(source).isdisjoint(words.records)
    if source.pos != "NOUN" and not written:
        return True
    if not forms(source).isdisjoint(word_classes()["war_craft"]):
        return False
    if cue == "accord" and not forms(source).isdisjoint(words.norms):
        return False
    if kind == "evidence" and not forms(source).isdisjoint(words.pictures):
        return False
    if kind == "call" and not forms(source).isdisjoint(words.counts):
        return False
    if kind in words.of_people and not forms(source).isdisjoint(words.media | words.records):
        return False
    return has_a_say(source)


def rules(source: Word, cue: str, kind: str) -> bool:
    """Whether a court or a judge, named or not, decides by a verb: dismisses a charge, orders a payment."""
    words = speech_words()
    ruling = cue in words.rulings if kind == "denial" else kind == "call" and cue in words.orders
    titled = (source, *source.all("compound"), *source.all("appos"))
    courts = word_classes()["judge"] | {"court"}
    return ruling and any(not forms(word).isdisjoint(courts) for word in titled)
