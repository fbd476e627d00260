"""Trees to attributions: somebody (the source) says something (the content), by some word (the cue).

One reading of indirect speech for all that needs it: claims, casualties, statements, and whose word an act
is. A cue counts only where it was said: not negated, planned, conditional or asked for. Who only
"discussed" a topic has spoken, but nothing is said by it. A content that is a quotation from end to end is
direct, and left to the quotations; one quoted in part is mixed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dossier.reading.attribution.scene import Scene
from dossier.reading.attribution.sources import can_speak, source_of
from dossier.reading.findings import Span
from dossier.reading.grammar.asides import ends_in_colon, says_whose, set_beside
from dossier.reading.grammar.dependents import (
    agents,
    conjuncts,
    is_finite,
    is_infinitive,
    is_passive,
    is_relative,
    is_verb,
    joined_to,
    objects,
    obliques,
    subjects,
)
from dossier.reading.grammar.extents import phrase_of
from dossier.reading.grammar.noun_classes import forms, is_of, names_people, word_classes
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.grammar.standing import is_nobody, standing_of
from dossier.reading.grammar.truth import corrected, is_ruled_out
from dossier.reading.text.quoted import Quoted
from dossier.reading.tree import Tree, Word

_OBJECT_KINDS = frozenset(("denial", "call", "plan", "pledge", "statement", "topic"))
_PREPOSITION_KINDS = frozenset(("accusation", "blame", "call", "warning", "statement", "topic"))
_PARTICIPLES = frozenset(("advcl", "acl", "ROOT", "ccomp", "conj", "parataxis", "relcl", "dep"))
_OF_WHAT = frozenset(("accuse", "charge"))
_PERSONS = ("people", "officeholder", "envoy", "hostage", "force", "armed_people")
"""Classes of nouns for persons, who are dismissed or let in, and not said."""
_MOST = 12
"""Attributions read in one sentence."""
_QUOTES = frozenset('“”"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says what, by which word."""

    kind: str
    """statement, assessment, evidence, accusation, blame, denial, pledge, refusal, warning, call, plan …"""
    source: Word | None
    """Who says it; None where the sentence leaves it out ("was accused of")."""
    cue: Word
    content: Span
    """What is said."""
    heads: tuple[Word, ...]
    """The words everything said hangs on; whose clause or phrase the content is."""
    target: Word | None = None
    """Whom it is said of or to, by the cue's own grammar: the one accused, blamed, called on."""
    shape: str = ""
    """How it is worded: "clause", "infinitive", "according to" …"""
    form: str = "indirect"
    """indirect; mixed where part of the content is quoted, direct where all of it is."""

    def holds(self, word: Word) -> bool:
        """Whether a word is part of what is said."""
        return word in self.heads or any(over in self.heads for over in word.ancestors())


class Attributions:
    """The attributions of one article, read once; whoever speaks by them is told to the references."""

    def __init__(self, scene: Scene) -> None:
        self._found: dict[int, list[Attribution]] = {}
        quoted = Quoted(scene.article.text)
        for _, tree in scene.parses.all():
            found = [
                replace(each, form="direct") if _all_quoted(quoted, each) else each
                for each in attributions_in(tree)
                if not quoted.holds(each.cue.start)
                and not _is_before_places(scene, tree, each.cue)
                and not any(w is not None and quoted.holds(w.start) for w in (each.source, _labelled(each)))
            ]
            said = [each for each in found if each.kind != "topic"]
            if said:
                self._found[tree.sentence.start] = said
            for attribution in found:
                within = any(other is not attribution and other.holds(attribution.cue) for other in found)
                if within:
                    continue  # whom somebody tells of isn't who goes on speaking
                if attribution.source is not None and attribution.source.tag not in ("NNS", "NNPS"):
                    name = scene.name_of(attribution.source)
                    scene.references.spoke(phrase_of(scene.article.text, attribution.source), name)

    def of(self, tree: Tree) -> list[Attribution]:
        """The attributions of one sentence, in the order of their cues."""
        return self._found.get(tree.sentence.start, [])

    def over(self, tree: Tree, word: Word) -> Attribution | None:
        """The innermost attribution whose content holds a word: whose word it is."""
        holding = [a for a in self.of(tree) if a.cue is not word and a.holds(word)]
        return min(holding, key=lambda a: a.content.end - a.content.start, default=None)


def _is_before_places(scene: Scene, tree: Tree, cue: Word) -> bool:
    """Whether "states" stands before the names of some: "Coral Coast states Avala and Mira"."""
    behind = tree.after(cue) if cue.lower == "states" else None
    named = scene.names.at(behind.start) if behind is not None else None
    return named is not None and named.kind in ("province", "state", "country", "region", "place", "city")


def _labelled(each: Attribution) -> Word | None:
    """The one accused where a noun says who it is: within marks it is somebody's label, not who is meant."""
    accused = each.kind in ("accusation", "blame") and each.target is not None and each.target.pos == "NOUN"
    return each.target if accused else None


def _all_quoted(quoted: Quoted, attribution: Attribution) -> bool:
    """Whether all that is said stands in one quotation."""
    start, end = attribution.content
    opening = (
        start if quoted.length_at(start) else next((at for at in (start - 1,) if quoted.length_at(at)), None)
    )
    if opening is not None:
        return opening + quoted.length_at(opening) >= end
    return quoted.holds(start) and quoted.holds(end - 1)


def attributions_in(tree: Tree) -> list[Attribution]:
    """The attributions of one sentence, in the order of their cues."""
    found: list[Attribution] = []
    for word in tree.words:
        if len(found) >= _MOST:
            break
        found += _by_cue(word)
    return found


def _by_cue(word: Word) -> Iterator[Attribution]:
    if word.lower == "according":
        yield from _according_to(word)
    elif word.pos == "NOUN" and speech_words().nouns.get(word.lemma) == "accusation":
        yield from _by_noun(word)
    elif is_verb(word) and word.dep not in ("aux", "auxpass", "amod", "compound"):
        yield from _by_verb(word)


def _by_verb(verb: Word) -> Iterator[Attribution]:
    words = speech_words()
    lemma = verb.lemma
    if (
        lemma not in words.reports
        and lemma not in words.asides
        and lemma not in words.infinitive
        and lemma not in words.object
        and lemma != "hold"
    ):
        return
    if not standing_of(verb).took_place or (verb.tag == "VBG" and verb.dep not in _PARTICIPLES):
        return  # "apologised for saying"
    if _may_be_another_s(verb) or _narrows_many(verb) or _describes(verb):
        return
    found = _clause(verb) or _infinitive(verb) or _preposition(verb) or _described(verb) or _object(verb)
    if found is not None and not (found.source is not None and is_nobody(found.source)):
        yield found


def _may_be_another_s(verb: Word) -> bool:
    """Whether a verb may go on with somebody else's clause: "Lee met Holt, who came late, and complained"."""
    if verb.dep != "conj" or verb.child("nsubj", "nsubjpass", "expl") is not None:
        return False
    lead = verb.head
    for noun in lead.subtree():
        clause = noun.child("relcl")
        if clause is None or noun.index < lead.index or noun.pos != "PROPN":
            continue
        who = clause.child("nsubj")
        if who is not None and who.lower in ("who", "which") and clause.index < verb.index:
            return clause.tag == verb.tag
    return False


def _narrows_many(verb: Word) -> bool:
    """Whether a clause tells which of many are meant: "Democrats who agree that …" are not all of them."""
    over = verb.head
    if verb.dep != "relcl" or over.tag != "NNPS":
        return False
    who = verb.child("nsubj")
    return who is not None and who.tag == "WP" and who.index == over.index + 1


def _describes(verb: Word) -> bool:
    """Whether a participle stands for an adjective in a list of them: "regular, pledged delegates"."""
    if verb.dep != "conj" or verb.child("nsubj", "nsubjpass", "aux", "cc") is not None:
        return False
    before = [w for w in verb.head.subtree() if verb.index - 2 <= w.index < verb.index]
    return len(before) == 2 and before[1].text == "," and before[0].pos == "ADJ" and before[0].dep != "acomp"


def _clause(verb: Word) -> Attribution | None:
    """Of "said that …", "…, police said", "…, police said, …"."""
    kind = "denial" if is_ruled_out(verb) else speech_words().clause.get(verb.lemma)
    kind = "statement" if says_whose(verb) else kind
    if kind is None or corrected(verb) is not None:
        return None
    source = source_of(verb)
    if is_passive(verb) and source is None and verb.lemma not in ("tell", "inform"):
        return None  # "was said to": nobody's word
    if not can_speak(source):
        return None
    clauses = [c for c in verb.all("ccomp") if _is_content(c)]
    behind = [c for c in clauses if c.index > verb.index and c.child("mark") is not None]
    clauses = behind if behind and len(clauses) > 1 else clauses  # "he left, otherwise Lee says that …"
    if clauses and (verb.lemma in speech_words().questioning or _is_question(verb, clauses[0])):
        kind = "topic"
    if clauses:
        own = clauses[0].child("nsubj", "nsubjpass", "expl")
        gap = verb.dep == "relcl" and (
            own is None
            or (is_relative(own) and own.index < verb.index)
            or any(is_relative(c) for c in (*verb.all("dobj", "dep"), *clauses[0].all("dobj")))
        )
        target = next(iter(subjects(clauses[0])), None) if kind == "call" else None
        other = _answer_of_others(source, clauses[0])
        return _made(kind, source, verb, clauses, "gap" if gap else "clause", target=target, without=other)
    aside = kind == "statement" and verb.dep in ("parataxis", "ccomp", "advcl", "conj")
    aside = aside and not (
        verb.dep == "ccomp" and verb.head.lemma in speech_words().clause
    )  # it is said itself
    beside = set_beside(verb)
    if aside and is_verb(beside) and _set_off(verb):
        return _made(kind, source, verb, [beside], "aside", without=verb)
    return None


def _answer_of_others(source: Word | None, clause: Word) -> Word | None:
    """The clause that tells what others of those asked said: "32% said Lee was good and 38% disagreed"."""
    if source is None or not _is_share(source):
        return None
    joined = (c for c in clause.all("conj") if is_verb(c))
    return next((c for c in joined if any(_is_share(w) and w.index < c.index for w in c.children)), None)


def _is_share(word: Word) -> bool:
    """Whether a word counts some of those asked: "32%", "a third", "most"."""
    return word.lower in ("%", "percent", "cent", "rest") or word.tag == "CD" or is_of(word, "partitive")


def _is_content(clause: Word) -> bool:
    """Whether a complement is a clause of its own, and no "to" of what is asked for."""
    own = clause.child("nsubj", "nsubjpass", "expl")
    if is_infinitive(clause) or (own is not None and own.lower.endswith(("self", "selves"))):
        return False  # "found himself out of work"
    marks = [c for c in clause.all("mark", "advmod") if c.lower in speech_words().circumstances]
    if clause.subtree()[0] in marks:
        return False  # "agreed while it rained"
    if own is not None and own.lower == "who" and clause.head.child("dobj") is not None:
        return False  # "tells voters who wonder why"
    if not is_verb(clause) and clause.head.lemma in speech_words().appraising:
        return False  # "finds you dull"
    asked = clause.head.lemma in speech_words().asking | speech_words().doubting
    if not asked and any(c.lower == "if" for c in clause.all("mark")):
        return False  # "suggesting trouble if it rains"
    return is_finite(clause) or own is not None


def _is_question(verb: Word, clause: Word) -> bool:
    """Whether a clause is what somebody asks: "which of them would stay", "whether it was over"."""
    if verb.lemma not in speech_words().asking:
        return False
    first = clause.subtree()[0]
    return first.tag in ("WDT", "WP", "WP$", "WRB") or first.lower in ("whether", "if")


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
    first = next(w for w in verb.subtree() if w.pos != "PUNCT")
    over = set_beside(verb)
    commas = [c for c in over.subtree() if c.text in (",", "—", "–", "-")]
    return any(c.index in (first.index - 1, verb.subtree()[-1].index + 1) for c in commas)


def _infinitive(verb: Word) -> Attribution | None:
    """Of "vowed to fight", "urged them to leave"."""
    kind = speech_words().infinitive.get(verb.lemma)
    if kind is None or kind == "wish":
        return None
    goal = next(
        (c for c in verb.all("xcomp", "ccomp", "advcl") if is_infinitive(c) and c.index > verb.index), None
    )
    if goal is None or (kind == "refusal" and goal.lemma in speech_words().reports):
        return None  # "refused to say"
    if verb.dep == "acl" and verb.tag == "VBN":
        return None  # "a man offered money to leave"
    source = source_of(verb)
    if not can_speak(source):
        return None
    target = None
    if kind == "call":
        asked = [*goal.all("nsubj"), *objects(verb), *obliques(verb, "on", "to")]
        target = next((w for w in asked if w.index < goal.index), None)
        if verb.lemma == "call" and not is_passive(verb) and target in objects(verb):
            return None  # "called her to play"
        if is_passive(verb):
            target = next(iter(subjects(verb)), None)
        if target is None and any(
            verb.index < c.index < goal.index and c.lower == "for" for c in verb.all("prep")
        ):
            return None  # "called for unity to face the storm": unity is called for
        if target is not None and target.dep == "dobj" and _is_thing(target):
            return None  # "ordered new measures to curb": a purpose
    return _made(kind, source, verb, [goal], "infinitive", target=target)


def _preposition(verb: Word) -> Attribution | None:
    """Of "accused X of …", "blamed X for …", "blamed … on X", "called for …", "warned of …"."""
    table = speech_words().preposition
    links = [*verb.children, *(c for by in verb.all("agent") for n in by.all("pobj") for c in n.children)]
    links += [c for held in objects(verb) for c in held.children if verb.lemma in _OF_WHAT]
    if verb.lemma == "blame":  # "blamed the delay in the talks on X"
        links += [w for held in objects(verb) for w in held.subtree() if w.lower == "on" and w.dep == "prep"][
            -1:
        ]
    for link in sorted(links, key=lambda w: (w.lower == "on", w.index)):
        if link.index < verb.index:
            continue  # "on Sunday blamed"
        kind = table.get((verb.lemma, link.lower)) if link.dep in ("prep", "agent", "prt") else None
        inner = link.child("pobj", "pcomp")
        if kind not in _PREPOSITION_KINDS or inner is None:
            continue
        if kind == "call" and inner.pos == "PROPN":
            return None  # "campaigned for Lee", "asked for Lee"
        passive = is_passive(verb)
        source = source_of(verb)
        if source is not None and not can_speak(source):
            return None
        if source is None and (kind not in ("accusation", "blame") or not passive):
            return None
        target: Word | None = None
        if kind in ("accusation", "blame"):
            held = next(iter(subjects(verb) if passive else objects(verb)), None)
            target = inner if link.lower in ("on", "to") else held
            if target is None or is_nobody(target) or _is_open(target, verb):
                return None
            if passive and source is None:
                late = agents(inner) if inner.child("dobj") is not None else []  # "of closing the port by X"
                if not late and any(w.lower == "by" for w in verb.subtree()):
                    return None  # somebody is named, but not where the parse has it
                source = late[0] if late else None
            if verb.lemma == "charge" and _is_duty(inner):
                return None
            behind = held is not None and held.index > verb.index
            heads = [held, inner] if held is not None and behind and not passive else [inner]
            return _made(kind, source, verb, heads, f"{verb.lemma} … {link.lower}", target=target)
        return _made(kind, source, verb, [inner], f"{verb.lemma} {link.lower}")
    return None


def _object(verb: Word) -> Attribution | None:
    """Of "denied the charge", "demanded a vote", "denied shooting"."""
    kind = speech_words().object.get(verb.lemma)
    if verb.lemma in ("blame", "accuse") and not is_passive(verb):
        target, source = next(iter(objects(verb)), None), source_of(verb)
        known = target is not None and can_speak(source) and not is_nobody(target)
        return _made("blame", source, verb, [target], verb.lemma, target=target) if known and target else None
    if kind == "denial" and is_passive(verb) and agents(verb):
        denied = subjects(verb)[:1]
        told = [
            w
            for w in denied
            if not _is_act_on(verb, w) and (verb.dep != "relcl" or w.lemma in speech_words().nouns)
        ]
        return _made(kind, agents(verb)[0], verb, denied, "passive denial") if told else None
    if kind not in _OBJECT_KINDS or is_passive(verb):
        return None
    source = source_of(verb)
    if not can_speak(source):
        return None
    if kind == "statement" and is_infinitive(verb):
        return None  # "used a word to describe him"
    held = [c for c in verb.children if c.dep in ("dobj", "xcomp") and c.index > verb.index]
    if not held or is_infinitive(held[0]):
        return None
    if held[0].lower.endswith(("self", "selves")):
        return None  # "describes itself"
    if verb.lemma == "cite" and held[0].lemma.lower() in speech_words().cited:
        return None  # "citing unnamed sources"
    if _is_act_on(verb, held[0]):
        return None
    return _made(kind, source, verb, held[:1], "object")


def _is_act_on(verb: Word, what: Word) -> bool:
    """Whether a verb of saying tells of an act: "dismissed a coach", "rejected the bid"."""
    words = speech_words()
    if is_verb(what):
        return False  # "denied shooting"
    refusable = any(w.lemma.lower() in words.refusable for w in conjuncts(what))
    if words.object.get(verb.lemma) == "denial" and (refusable or verb.child("dative") is not None):
        return True
    classes = word_classes()
    people = what.pos == "PROPN" or any(forms(what) & classes[name] for name in _PERSONS)
    return verb.lemma in words.acts or (verb.lemma in words.acts_on_people and people)


def _is_thing(word: Word) -> bool:
    """Whether a noun is no one who could do what is asked for."""
    return word.pos == "NOUN" and word.lower not in ("all", "others") and not names_people(word)


def _is_duty(what: Word) -> bool:
    """Whether somebody is charged with a task: "with keeping order", not "with killing two"."""
    words = speech_words()
    if what.lemma in words.duties or what.tag != "VBG" or what.lemma in words.crimes:
        return what.lemma in words.duties
    root = next((w for w in what.ancestors() if w.head is w), what)
    return not any(w.lemma.lower() in words.courts for w in root.subtree())


def _is_open(target: Word, cue: Word) -> bool:
    """Whether it is open who is meant: "which", "which officials", "Monday falling on a holiday"."""
    if target.pos == "PRON" and is_relative(target):
        return True
    if any(c.tag in ("WDT", "WP") or (c.dep == "acl" and c.tag == "VBG") for c in target.children):
        return True
    return any(c.tag == "VBG" and c.index == target.index + 1 for c in cue.children)


def _described(verb: Word) -> Attribution | None:
    """Of "called the charge a lie"."""
    near = [*verb.children, *(c for child in verb.children for c in child.children)]
    if verb.lemma == "hold" and any(c.lower in ("responsible", "accountable") for c in near):
        target = next(iter(subjects(verb) if is_passive(verb) else objects(verb)), None)
        source = source_of(verb)
        if target is None or is_nobody(target):
            return None
        return _made("blame", source, verb, [target], "hold … responsible", target=target)
    if verb.lemma not in speech_words().naming or is_passive(verb):
        return None
    held, name = next(iter(objects(verb)), None), verb.child("oprd")
    source = source_of(verb)
    if held is None or name is None or not can_speak(source):
        return None
    return _made("description", source, verb, [held, name], "call … something")


def _by_noun(noun: Word) -> Iterator[Attribution]:
    """Of "accusations by X that …", "X’s claim that …"."""
    source = next(iter([*agents(noun), *obliques(noun, "from"), *noun.all("poss")]), None)
    clauses = [c for c in noun.all("acl", "ccomp") if is_verb(c) and is_finite(c) and c.index > noun.index]
    if source is None or not clauses or not can_speak(source):
        return
    about = next(iter(subjects(clauses[0])), None)
    if any(c.tag == "MD" for c in clauses[0].all("aux")):
        about = None  # "that the town would suffer"
    if about is not None and about.lower in ("it", "they") and noun.dep in ("dobj", "nsubjpass"):
        about = next(iter(subjects(noun.head) if noun.dep == "dobj" else agents(noun.head)), None)
    found = _made("accusation", source, noun, clauses[:1], f"noun: {noun.lower} that", target=about)
    if found is not None:
        yield found


def _according_to(word: Word) -> Iterator[Attribution]:
    """Of "according to police, …", on the clause it hangs on."""
    link = next((c for c in word.children if c.lower == "to"), word)
    source = link.child("pobj")
    over = word.head
    while not is_verb(over) and over.head is not over:
        over = over.head
    if source is None or not is_verb(over) or over.dep in ("aux", "auxpass"):
        return
    lone = over.head is over and not is_finite(over) and not subjects(over)  # "According to Lee, writing:"
    beside = over.dep == "conj" and word.subtree()[0].index < over.index and _follows_its_own(word, over)
    if lone or beside or standing_of(over).modality == "asked" or _ends_apposition(word):
        return
    found = _made("statement", source, word, [over], "according to", without=word)
    if found is not None:
        yield found


def _follows_its_own(word: Word, over: Word) -> bool:
    """Whether a verb goes on about the source: "according to two who saw it but were not named"."""
    last = max(w.index for w in word.subtree())
    between = [w for w in over.subtree() if last < w.index < over.index]
    return over.child("nsubj", "nsubjpass") is None and all(w.pos != "PUNCT" for w in between)


def _ends_apposition(word: Word) -> bool:
    """Whether an apposition ends right before "according to": whether it, or all, is the source's is open."""
    root = next((w for w in word.ancestors() if w.head is w), word)
    last = next((w for w in reversed(root.subtree()) if w.index < word.index and w.pos != "PUNCT"), None)
    if last is None:
        return False
    over = (last, *last.ancestors())
    return any(w.dep == "appos" and w.pos == "NOUN" and w.subtree()[-1] is last for w in over)


def _made(
    kind: str,
    source: Word | None,
    cue: Word,
    heads: list[Word],
    shape: str,
    *,
    target: Word | None = None,
    without: Word | None = None,
) -> Attribution | None:
    """The attribution; None where nothing is left to be said."""
    apart = [w for head in heads for w in head.all("conj") if is_verb(w) and joined_to(w) is not head]
    left = {id(w) for over in (without, *apart) if over is not None for w in over.subtree()}
    words = sorted({w.index: w for head in heads for w in head.subtree() if id(w) not in left}.items())
    inside = [w for _, w in words if w is not cue]
    linked = without is not None and len(inside) > 1 and inside[0].pos in ("CCONJ", "ADV")
    if linked and without is not None and inside[0].index < without.index < inside[1].index:
        inside.pop(0)  # "But according to Lee, …"
    while inside and (inside[-1].pos in ("PUNCT", "CCONJ") and inside[-1].text not in '”"'):
        inside.pop()
    while inside and inside[0].pos == "PUNCT" and inside[0].text not in '“"':
        inside.pop(0)
    if not inside or _runs_on(inside[-1]) or _is_torn(inside[0]):
        return None
    marks = [w for w in inside if w.text in _QUOTES]
    return Attribution(
        kind=kind,
        source=source,
        cue=cue,
        content=Span(inside[0].start, inside[-1].end),
        heads=tuple(heads),
        target=target,
        shape=shape,
        form="mixed" if marks else "indirect",
    )


def _is_torn(first: Word) -> bool:
    """Whether what is said begins with the "and" behind a noun it leaves out: "Lee and I, he said"."""
    root = next((w for w in first.ancestors() if w.head is w), first)
    before = next((w for w in root.subtree() if w.index == first.index - 1), None)
    return first.pos == "CCONJ" and first.index > 0 and (before is None or before.pos != "PUNCT")


def _runs_on(last: Word) -> bool:
    """Whether a word is cut at a hyphen within it: "it will not re-open"."""
    root = next((w for w in last.ancestors() if w.head is w), last)
    return any(w.start == last.end and w.text == "-" for w in root.subtree())


def sources_of(attribution: Attribution) -> list[Word]:
    """All that "and" joins to a source."""
    return conjuncts(attribution.source) if attribution.source is not None else []
