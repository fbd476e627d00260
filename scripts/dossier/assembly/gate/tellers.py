"""Whose word a clause is where no verb of saying tells it, as the reading has it, for the gate's questions.

"Is adamant that", "in the union's version", "witnesses: …": see `reading.attribution.tellings`. Here too what
stands behind a sentence, "So says the mayor."
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.assembly.gate.reach import Reading, all_alike
from dossier.reading.attribution.content import Attribution, is_said_besides, sources_of
from dossier.reading.attribution.sources import quoted_as, who_goes_on
from dossier.reading.attribution.tellings import labelled, says_so, tellings
from dossier.reading.grammar.dependents import is_verb
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.tree import Word

_BESIDE = frozenset(("view", "to hear", "the way", "apposition", "or so"))
"""Shapes whose cue hangs on what is told by it."""


def told_of(trigger: Word) -> Iterator[Attribution]:
    """Tellings of a trigger: those that hold it, and that it isn't part of."""
    for each in _tellings(trigger, sure=False):
        within = trigger is each.cue or (each.shape in _BESIDE and each.cue in trigger.ancestors())
        if each.holds(trigger) and not within:
            yield each


def tellers(cue: Word) -> set[Word]:
    """Who tells something by a word, and what names the same; by "adding" whoever has spoken.

    By "as saying" whoever is quoted so.
    """
    goes_on = who_goes_on(cue) if is_said_besides(cue) else None
    told = (source for each in _tellings(cue, sure=True) if each.cue is cue for source in sources_of(each))
    going_on = (goes_on,) if goes_on is not None else ()
    return all_alike((*told, *going_on, *quoted_as(cue)))


def _tellings(within: Word, *, sure: bool) -> Iterator[Attribution]:
    """All tellings of a word's sentence."""
    words = tuple(sorted(within.root.subtree(), key=lambda w: w.index))
    label = labelled(words) if words[0].index == 0 else None
    if label is not None:
        yield label
    for word in words:
        yield from tellings(word, sure=sure)


def said_behind(trigger: Word, reading: Reading) -> Word | None:
    """The verb behind a trigger's clause that says whose word it was: "So says Lume", "or so Lume has it".

    Also "That is what Lume says". In the trigger's sentence, or the next one's beginning.
    """
    starts = [tree.sentence.start for tree in reading.trees]
    here = reading.tree_at(trigger.start)
    at = starts.index(here.sentence.start) if here is not None and here.sentence.start in starts else None
    if here is None or at is None:
        return None
    behind = [w for w in here.words if w.index > trigger.index and (w.head is w or w.dep == "parataxis")]
    behind += [w for tree in reading.trees[at + 1 : at + 2] for w in tree.words if w.head is w]
    return next((w for w in behind if _says_of_before(w)), None)


def said_of_all(trigger: Word, reading: Reading) -> Word | None:
    """The verb that closes a sentence behind a semicolon: "The mill burned; nobody was hurt, police said"."""
    tree = reading.tree_at(trigger.start)
    words = tree.words if tree is not None else ()
    wall = max((w.index for w in words if w.text == ";"), default=-1)
    if trigger.index > wall:
        return None
    closing = (w for w in words if w.index > wall and w.head is w and w.lemma in speech_words().clause)
    said = next((w for w in closing if is_verb(w)), None)
    held = said.all("ccomp") if said is not None else []
    fronted = said is not None and any(wall < each.index < said.index for each in held)
    return said if fronted else None


def _says_of_before(verb: Word) -> bool:
    """Whether a clause only says whose word the one before it was."""
    if not is_verb(verb):
        return False
    if any(c.lower == "so" for c in verb.all("advmod")):
        return says_so(verb)
    words = speech_words()
    pointing = verb.lemma == "be" and any(c.lower in ("that", "this") for c in verb.all("nsubj"))
    noun = next(iter(verb.all("attr")), None)
    if pointing and noun is not None and noun.lemma.lower() in words.nouns:
        return True
    said = (
        c for c in verb.all("ccomp", "attr", "advcl") if c.lemma in words.clause or c.lemma in words.asides
    )
    return pointing and any(w.lower in ("what", "how") for c in said for w in c.children)
