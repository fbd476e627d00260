"""Words of a sentence to the day and the places of an act told in it, tied to it by nearness alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from dossier.reading.attribution.scene import Scene
from dossier.reading.events.days import first_day
from dossier.reading.events.guards import guard_words
from dossier.reading.findings import DateFinding, Span
from dossier.reading.grammar.dependents import SUBJECTS, is_definite, is_verb, obliques
from dossier.reading.grammar.effects import is_of_an_effect
from dossier.reading.grammar.noun_classes import is_of, word_classes
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.grammar.truth import is_report
from dossier.reading.names.mentions import PLACE_KINDS, Mention
from dossier.reading.names.namewords import DISTRICT, SITE, load_namewords
from dossier.reading.tree import Tree, Word

_IN = frozenset(("in", "on", "at", "near", "outside", "inside"))
_WITHIN = frozenset(("of", *_IN))
_WAYS = frozenset(("road", "highway"))
_AT_HOME = frozenset(("base", "headquarter"))


def day_of(
    scene: Scene, tree: Tree, triggers: Sequence[Word], tells: Callable[[int], bool]
) -> DateFinding | None:
    """The date that stands nearest to one of the words that tell an act; None where it is another's."""
    back = any(not is_verb(t) and is_definite(t) for t in triggers)
    if _is_aftermath(tree, back=back) or any(is_only_found(t) for t in triggers):
        return None
    # A tree has no words of a dateline.
    told = (d for d in scene.dates_within(tree.sentence) if tree.within(Span(d.start, d.end)))
    dates = [d for d in told if tells(d.start) and _can_date(scene, tree, d, triggers)]
    dates = [d for d in dates if not any(_holds(d, other) for other in dates)]
    near = ((max(d.start - t.end, t.start - d.end), d) for d in dates for t in triggers)
    return min(near, key=lambda each: (each[0], each[1].start), default=(0, None))[1]


def _holds(wide: DateFinding, narrow: DateFinding) -> bool:
    """Whether a year or month holds a day told beside it: "on Monday, the worst this year"."""
    return len(wide.edtf) < len(narrow.edtf) and narrow.edtf.startswith(f"{wide.edtf}-")


def _can_date(scene: Scene, tree: Tree, date: DateFinding, triggers: Sequence[Word]) -> bool:
    """Whether a date can be that of an act: not to come, and not the day somebody said so."""
    published = scene.article.published
    if published is not None and first_day(date.edtf) > published.isoformat():
        return False
    words = guard_words()
    before = [w for w in tree.words if w.end <= date.start]
    if before and (before[-1].lower == "through" or is_of_an_effect(before[-1], date.start)):
        return False
    for trigger in triggers:
        gap = [w.lower for w in tree.words if before and before[-1].index <= w.index < trigger.index][:16]
        if any(a in words.spans and b in ("after", "since") for a, b in pairwise(gap)):
            return False  # "released on Monday, two weeks after they were seized"
    if before and (is_of_finding_out(before[-1], triggers) or _is_of_another_deed(before[-1], triggers)):
        return False
    day = tree.at(date.start)
    others = (_is_of_looking_back, _is_of_what_it_led_to, _is_of_teller)
    if day is not None and any(is_of_other(day, triggers) for is_of_other in others):
        return False
    leads = [w.lower for w in before if w.lower not in ("on", "late", "early")]
    return not leads or leads[-1] not in words.saying


def is_only_found(trigger: Word) -> bool:
    """Whether it is only told how somebody was found, and so on which day: "found shot dead on Monday"."""
    over = trigger.head
    complement = trigger.dep in ("xcomp", "ccomp", "oprd") and trigger.child("aux", "auxpass", "mark") is None
    complement = complement and (trigger.tag != "VBD" or any(c.lower == "dead" for c in trigger.children))
    return trigger.lemma == "find" or (complement and over.lemma in ("find", "discover"))


def is_of_finding_out(word: Word, triggers: Sequence[Word]) -> bool:
    """Whether a word tells when or where an act became known: "the murder came to light in May"."""
    words = guard_words()
    for trigger in triggers:
        noun = next((w for w in (trigger, *trigger.ancestors()) if w.dep in SUBJECTS), None)
        if noun is None or is_verb(noun) or noun in (word, *word.ancestors()):
            continue
        verb = noun.head
        found_out = verb.lemma in words.finding_out and noun.dep == "nsubjpass"
        lit = verb.lemma == "come" and any(w.lower == "light" for w in obliques(verb, "to"))
        told = is_report(noun) or noun.lemma == "news"  # "news of the raid reached Suva in May"
        if lit or found_out or told or verb.lemma in words.emerging:
            return True
    return False


def _is_of_looking_back(day: Word, triggers: Sequence[Word]) -> bool:
    """Whether somebody spoke of all acts on a day: "confessed to a raid on Monday"; not "heard a blast"."""
    verb = next((w for w in (day, *day.ancestors()) if is_verb(w) or w in triggers), None)
    words = guard_words().looking_back | guard_words().finding_out | speech_words().judging
    if verb is None or verb in triggers or verb.lemma not in words:
        return False
    heard = (noun for noun in verb.all("dobj") if verb.lemma == "hear")
    return all(verb in t.ancestors() for t in triggers) and not any(noun in triggers for noun in heard)


def _is_of_what_it_led_to(beside: Word, triggers: Sequence[Word]) -> bool:
    """Whether a day or place is of what was done with known acts in mind.

    "Farmers blocked a road on Monday to protest against the killing of nine": nobody was killed on that day.
    """
    verb = next((w for w in beside.ancestors() if is_verb(w)), None)
    if verb is None or any(is_verb(t) or not is_definite(t) for t in triggers):
        return False
    aims = [c for c in verb.all("advcl", "xcomp") if any(aux.lower == "to" for aux in c.all("aux"))]
    return all(any(aim in t.ancestors() for aim in aims) for t in triggers)


def _is_aftermath(tree: Tree, *, back: bool) -> bool:
    """Whether a sentence tells what followed an act it points back at, an arrest or a trial; or a toll."""
    here = {w.lemma.lower() for w in tree.words}
    tolls = any(noun.lemma == "toll" for root in tree.roots() for noun in root.all(*SUBJECTS))
    return tolls or (back and bool(here & guard_words().aftermath))


def places_of(
    scene: Scene, tree: Tree, triggers: Sequence[Word], tells: Callable[[int], bool]
) -> tuple[Mention, ...]:
    """Places of what tells an act, towns before sites in them; a state only where no place stands in it.

    None of where those are who only tell of it: "rebels in Suva said that guards had shot nine men"; nor of
    where something else was done: "the widow of a man shot in May spoke in Suva".
    """
    found: list[Mention] = []
    wider: list[Mention] = []
    for mention in scene.names.within(tree.sentence):
        words = tree.within(Span(mention.start, mention.end))
        if not words or not tells(mention.start):
            continue
        if _is_of_teller(words[-1], triggers) or _is_of_another_deed(words[-1], triggers):
            continue
        if is_of_finding_out(words[-1], triggers) or _is_of_what_it_led_to(words[-1], triggers):
            continue
        if _is_of_a_group(scene, words[-1], triggers):
            continue
        if mention.kind in PLACE_KINDS and _is_where(words[-1], _WITHIN):
            found.append(mention)
        elif mention.kind in ("state", "country", *PLACE_KINDS) and _is_where(words[-1], frozenset(("in",))):
            wider.append(mention)
    ends = {m.end for m in found}
    lands = [m for m in found if m.kind == "province" and m.start - 2 in ends]  # "Osk, Huila Department"
    return tuple(sorted(found or wider, key=lambda m: 2 * (m in lands) + (m.kind == "place")))


def _is_of_teller(beside: Word, triggers: Sequence[Word]) -> bool:
    """Whether a place or day is that of those who tell of all acts, or sentence somebody for them."""
    for noun in (beside, *beside.ancestors()):
        over = noun.head
        if noun.dep == "prep" and noun is beside.head and _is_reporting(over):
            return over not in triggers  # "two were shot, it was reported in Suva", "police said in Suva"
        acts = word_classes()["pursued"] | word_classes()["verdict"]
        says = noun.dep in SUBJECTS and (over.lemma in acts or over.lemma in speech_words().clause)
        heard = noun.dep in ("dobj", "dative") and over.lemma in speech_words().clause
        says = says or heard or _is_where_said(noun)
        if says or noun.lower == "according":
            told = all(over in trigger.ancestors() for trigger in triggers) or not says
            return told and not any(noun in (trigger, *trigger.ancestors()) for trigger in triggers)
    return False


def _is_where_said(beside: Word) -> bool:
    """Whether words beside a verb of saying tell on what occasion: "speaking in Suva", "at a rally"."""
    told = speech_words().audiences | word_classes()["utterance"]
    at = beside.dep == "prep" and any(noun.lemma.lower() in told for noun in beside.all("pobj"))
    return (at or (beside.dep == "advcl" and beside.tag == "VBG")) and _is_reporting(beside.head)


def _is_reporting(verb: Word) -> bool:
    """Whether a verb says that something is said, by whomever: "it was reported", "police said"."""
    who = any(noun.dep == "nsubj" or noun.lower == "it" for noun in verb.all(*SUBJECTS))
    told = verb.child("dobj") is None or verb.lemma in speech_words().hearers  # "told reporters in Suva"
    return who and told and verb.lemma in speech_words().reports


def _is_of_another_deed(place: Word, triggers: Sequence[Word]) -> bool:
    """Whether a place or day is that of a verb, and all acts only tell of whom or what the verb tells."""
    verb = next((w for w in place.ancestors() if is_verb(w)), None)
    others = [t for t in triggers if t is not verb]
    if verb is None or not others or (verb in triggers and verb.lemma != "die"):
        return False
    for trigger in others:
        clause = next((w for w in (trigger, *trigger.ancestors()) if w.dep in ("acl", "relcl")), None)
        near = (*place.ancestors(), *place.children)
        if clause is None or verb not in clause.ancestors() or clause.head in near:
            return False
        whom = (clause.head, *clause.head.ancestors())
        if verb in triggers and not any(w.dep in SUBJECTS for w in whom):
            return False  # "nine died in Suva on Monday, when a mine blew up"
    return True


def _is_of_a_group(scene: Scene, place: Word, triggers: Sequence[Word]) -> bool:
    """Whether a place is where a group does what it is known for: "rebels of X, a group fighting in Suva"."""
    clause = next((w for w in place.ancestors() if is_verb(w)), None)
    if clause is None or clause.dep not in ("acl", "relcl") or clause in triggers:
        return False
    if any(clause in trigger.ancestors() for trigger in triggers):
        return False
    mention = scene.names.at(clause.head.start)
    named = mention is not None and mention.kind in ("armed_group", "organisation", "alliance")
    return named or is_of(clause.head, "outfit")


def _is_where(word: Word, links: frozenset[str]) -> bool:
    """Whether a noun stands behind a preposition of place, none of where somebody is at home."""
    over = list(_links_above(word))
    if not over or any(link.head.lemma.lower() in _AT_HOME or link.lower == "between" for link in over):
        return False
    if any(link.lower == "from" for link in over[1:]):
        return False  # "stabbed on his way home from a centre at Lesk"
    if over[0].lower in _IN:
        return over[0].lower in links
    part = is_of(over[0].head, "locale", "territory", "target")
    if any(link.lower == "of" and is_of(link.head, "of_a_place") for link in over[: 1 + part]):
        return links is _WITHIN  # "the shelling of the town of Karsa"
    led = over[0].lower in links or (over[0].lower == "to" and over[0].head.lemma in _WAYS)
    return led and part and any(link.lower in _IN for link in over[1:2])


def _links_above(word: Word) -> Iterator[Word]:
    """The prepositions a noun stands behind, innermost first: "of", "in" for "in the city of Lagos"."""
    site = word.dep == "compound" and load_namewords().get(word.head.lower, 0) & (SITE | DISTRICT)
    if site and not any(obliques(word.head, "of")):
        word = word.head  # "at the Karsa crossing"; not "in the U.S. border city of Norton"
    while True:
        while word.dep in ("conj", "appos"):
            word = word.head
        if word.dep != "pobj":
            return
        yield word.head
        word = word.head.head
