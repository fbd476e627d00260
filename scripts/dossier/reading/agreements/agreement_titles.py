"""Undertakings to short titles in the text's own words: "Joint border force", "Pledge not to …"."""

from __future__ import annotations

import re

from dossier.reading.agreements.undertakings import Undertaking, is_whole
from dossier.reading.attribution.scene import Scene
from dossier.reading.findings import Span
from dossier.reading.grammar.dependents import is_finite, is_verb
from dossier.reading.grammar.noun_classes import is_of, word_classes
from dossier.reading.tree import Word

_LONGEST = 15
_UNIT_AND_STOP = re.compile(r"(\d(?:m|bn|tn))\.$")
"""A unit with the sentence's full stop, which are one token."""
_LONGEST_PROMISE = 20
"""Words; a promise is told as long as this, for cut short it may promise more."""
_LEADS = frozenset(("det", "poss", "predet"))
_FEWEST = 4
_SELF = frozenset(("he", "she", "it", "they", "i", "we"))
_PARTY_LINKS = frozenset(("with", "between", "by"))


def agreement_title(scene: Scene, told: Undertaking) -> str:
    """A title; it names what is set up or signed where there is such a thing, else what is undertaken."""
    content = told.content
    head = content.words[0]
    if told.form in ("signed", "deal", "in_force") or (told.form == "agreed" and not is_verb(head)):
        title = _of_thing(scene, told)
    elif told.is_pledge:
        title = _pledge(scene, told)
    elif content.thing is not None and head.lemma in word_classes()["founding"] and _is_told(content.thing):
        title = _slice(told, scene, _named_by(content.thing))
    else:
        label = "Plan" if told.form == "planned" else "Agreement"
        title = f"{label} to {_slice(told, scene, list(content.words))}"
    return title[:1].upper() + title[1:] + _condition(scene, content.condition)


def _condition(scene: Scene, words: tuple[Word, ...]) -> str:
    """The condition of what is undertaken, as it reads behind it: " if elected"."""
    if not words:
        return ""
    told = scene.article.text.text[words[0].start : words[-1].end]
    told = " ".join(told.split()).rstrip(" ,;")
    return f" {told[:1].lower() if words[0].index == 0 else told[:1]}{told[1:]}"


def _of_thing(scene: Scene, told: Undertaking) -> str:
    noun = told.content.thing or told.content.words[0]
    words = _named_by(noun)
    if told.form != "deal":
        for child in noun.children:
            links = child.dep == "prep" and child.lower not in _PARTY_LINKS and not _is_where(scene, child)
            if child.index == words[-1].index + 1 and (links or child.dep in ("acl", "xcomp")):
                more = child.subtree()
                if scene.date_at(Span(more[0].start, more[-1].end)) is None:
                    words += more
    title = _slice(told, scene, words)
    if len(words) == len(_named_by(noun)):
        purpose = next((c for c in noun.children if c.dep == "acl" and c.child("aux") is not None), None)
        purpose = purpose or next(
            (c for c in told.match.trigger.children if c.dep == "advcl" and _is_to(c)), None
        )
        if purpose is not None and told.form == "signed":
            title = f"{title} {_slice(told, scene, purpose.subtree())}"
    if told.form == "deal" or len(title.split()) == 1:
        beside = {f.name for slot in ("with", "between") for f in told.match.slots.get(slot, ())}
        alone = "with" if told.parties[0].name in beside else "signed by" if told.form == "signed" else "of"
        link = "between" if len(told.parties) > 1 else alone
        title = f"{title} {link} {' and '.join(p.name for p in told.parties[:2])}"
    return title


def _is_where(scene: Scene, link: Word) -> bool:
    """Whether words behind a treaty's own name tell where it was signed: "the Reef Treaty in Suva"."""
    where = link.child("pobj")
    named = scene.names.at(where.start) if where is not None else None
    return link.lower in ("in", "at") and link.head.pos == "PROPN" and named is not None


def _is_told(thing: Word) -> bool:
    """Whether a noun names what is set up by itself: "a joint patrol", "a railway"; no mere "body"."""
    return len(_named_by(thing)) > 1 or not is_of(thing, "vague_thing")


def _is_to(verb: Word) -> bool:
    return any(c.dep == "aux" and c.tag == "TO" for c in verb.children)


def _pledge(scene: Scene, told: Undertaking) -> str:
    content = told.content
    own = _of_another(scene, told)
    if own is not None:
        return f"Pledge that {own}"
    words = _slice(told, scene, list(content.words), _LONGEST_PROMISE)
    if is_verb(content.words[0]):
        return f"Pledge {content.negative + ' ' if content.negative else ''}to {words}"
    return f"Pledge of {words}"


def _of_another(scene: Scene, told: Undertaking) -> str | None:
    """The clause with its subject, where what is promised is for another to do: "her country will never"."""
    filler = told.match.first("what")
    if filler is None or not is_verb(filler.word):
        return None
    subject = filler.word.child("nsubj", "nsubjpass")
    if subject is None and is_finite(filler.word):
        subject = told.match.trigger.child("dobj")  # "promised the army would leave"
    if subject is None or subject.lower in _SELF:
        return None
    first, last = subject.subtree()[0].index, told.content.words[-1].index
    within = {*subject.subtree(), *filler.word.subtree()}
    clause = sorted((w for w in within if first <= w.index <= last), key=lambda w: w.index)
    return _slice(told, scene, clause, _LONGEST_PROMISE)


def _named_by(noun: Word) -> list[Word]:
    """A noun with the words before it, articles and owners left out."""
    leads = [c for c in noun.children if c.index < noun.index and c.dep not in _LEADS]
    return sorted({noun, *(w for c in leads for w in c.subtree())}, key=lambda w: w.index)


def _slice(told: Undertaking, scene: Scene, words: list[Word], longest: int = _LONGEST) -> str:
    """The words as they stand, cut where they say the same without the rest when they are too many.

    Where no cut does, "…" stands for it.
    """
    torn = ""
    while words[-1].lower in word_classes()["where_and_when"]:
        words = words[:-1]
    if len(words) > longest:
        cuts = [n for n in range(_FEWEST, longest + 1) if is_whole(told.tree, words, words[n - 1])]
        words, torn = words[: cuts[-1] if cuts else longest], " …" if not cuts else ""
    text, end = scene.article.text.text, words[-1].end
    while end < len(text) and text[end].isalnum():  # "$80m": the unit is a token of its own
        end += 1
    return " ".join(_UNIT_AND_STOP.sub(r"\1", text[words[0].start : end]).split()) + torn
