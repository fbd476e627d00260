"""A trigger to the words that stand in each relation to it: doer, undergoer, behind "to", owner."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from dossier.assembly.gate.reach import alike, all_alike, clause_verb
from dossier.assembly.gate.words import gate_words
from dossier.reading.attribution.sources import source_of
from dossier.reading.grammar.dependents import (
    agents,
    conjuncts,
    doers,
    is_passive,
    is_relative,
    is_verb,
    last_before,
    meant,
    objects,
    undergoers,
)
from dossier.reading.tree import Word

_SEATED = ("base", "headquarter")

Relations = Mapping[str, set[Word]]
"""By relation: `doer`, `undergoer`, `sole` (the subject of a verb without an object), `dative`, `owner`,
`modifier`, `apposition`, `subject` (of a copula), `same` (what is so called), `content` (the subject of what
is said) or a preposition."""


def relations_of(trigger: Word, office: bool = False) -> Relations:
    """The words that stand in each relation to a trigger, with those that name the same.

    Of an `office` what stands behind prepositions of its clause's verb is left out: "its head was in Lesk".
    """
    found: dict[str, set[Word]] = defaultdict(set)
    if is_verb(trigger):
        _of_verb(trigger, found)
        if office:
            _hyphened(trigger, found)
    else:
        _of_noun(trigger, found, office)
    if trigger.lower == "according":
        found["doer"].update(found.pop("to", ()))
        over = clause_verb(trigger.head)
        found["content"].update([*doers(over), *undergoers(over)])
    return {relation: all_alike(words) for relation, words in found.items()}


def _of_verb(verb: Word, found: dict[str, set[Word]]) -> None:
    found["doer"].update(doers(verb))
    found["undergoer"].update(undergoers(verb))
    issuer = source_of(verb) if verb.dep == "acl" and verb.tag == "VBG" else None
    if issuer is not None:
        found["doer"].add(issuer)  # "a letter to Osterby accusing it": whoever wrote it
    _pronouns(verb, found)
    _inverted(verb, found)
    for noun in (*found["doer"], *found["undergoer"]):
        for link in noun.all("prep"):
            if link.lower in ("between", "with"):
                found[link.lower].update(n for each in link.all("pobj") for n in conjuncts(each))
    if not is_passive(verb) and not objects(verb):
        found["sole"].update(doers(verb))
    for child in verb.children:
        if child.dep == "dative" and child.pos != "ADP":
            found["dative"].update(meant(conjuncts(child)))
        if child.dep in ("oprd", "attr"):
            found["attribute"].update(conjuncts(child))
        if child.dep in ("ccomp", "xcomp") and is_verb(child) and not _is_whoever_does(child):
            found["content"].update([*doers(child), *undergoers(child)] if child.dep == "ccomp" else ())
            if child.child("nsubj", "nsubjpass") is not None and child.index > verb.index:
                found["small"].update(meant(conjuncts(child.all("nsubj", "nsubjpass")[0])))
    _prepositions(verb, found)
    for held in verb.all("dobj"):
        _prepositions(held, found)
    if verb.dep in ("advcl", "acl", "xcomp", "pcomp"):
        over = verb.head if is_verb(verb.head) else verb.head.head
        if is_verb(over):
            found["around"].update([*doers(over), *undergoers(over)])


def _is_whoever_does(clause: Word) -> bool:
    """Of "accused whoever killed Lee" Lee is not accused: the clause only tells who is."""
    return any(noun.lower == "whoever" for noun in clause.all("nsubj", "nsubjpass"))


def _hyphened(participle: Word, found: dict[str, set[Word]]) -> None:
    """Of "the Tonga-backed front" Tonga does it to the front, of "the Suva-based bank" it is in Suva."""
    before = [c for c in participle.all("npadvmod") if c.pos == "PROPN" and c.end + 1 == participle.start]
    if participle.dep == "amod" and before:
        found["undergoer"].update([participle.head, *participle.head.all("appos")])
        found["in" if participle.lemma in _SEATED else "doer"].update(before)


def _pronouns(verb: Word, found: dict[str, set[Word]]) -> None:
    """Relative pronouns stand for themselves, too: who they mean may be open."""
    for child in verb.children:
        if is_relative(child) and child.dep in ("nsubj", "nsubjpass", "dobj"):
            acts = child.dep == "nsubj"
            found["doer" if acts else "undergoer"].add(child)
    if verb.dep == "conj" and is_verb(verb.head) and verb.child("nsubj", "nsubjpass") is None:
        lead = verb.head.child("nsubj")
        if lead is not None and is_relative(lead):
            found["undergoer" if is_passive(verb) else "doer"].add(lead)


def _inverted(verb: Word, found: dict[str, set[Word]]) -> None:
    """Of "…,” read a statement": what stands behind a verb of saying is who says it."""
    before, behind = verb.child("ccomp"), verb.child("dobj")
    if (
        before is not None
        and behind is not None
        and before.index < verb.index < behind.index
        and not found["doer"]
    ):
        found["doer"].update(conjuncts(behind))
        found["undergoer"].difference_update(conjuncts(behind))


def _prepositions(over: Word, found: dict[str, set[Word]]) -> None:
    for link in over.children:
        if link.dep not in ("prep", "dative", "agent", "prt", "advmod"):
            continue
        for noun in link.all("pobj"):
            found[link.lower].update(meant(conjuncts(noun)))
            if link.lower in ("between", "of"):
                found["between"].update(meant(conjuncts(noun)))
        for deeper in link.all("prep", "pcomp"):
            held = [] if is_verb(deeper) and deeper.lemma not in gate_words().joining else deeper.all("dobj")
            for noun in [*deeper.all("pobj"), *held]:
                found[deeper.lower if deeper.pos == "ADP" else link.lower].update(meant(conjuncts(noun)))


def _of_noun(noun: Word, found: dict[str, set[Word]], office: bool) -> None:
    for child in noun.children:
        if child.dep == "poss":
            found["owner"].update([*meant(conjuncts(child)), *_whose(child)])
        elif child.dep in ("compound", "nmod", "amod"):
            found["modifier"].add(child)
        elif child.dep == "appos":
            alone = noun.tag == "NN" and any(c.all("appos", "poss") for c in conjuncts(child)[1:])
            found["apposition"].update(
                [child] if alone else conjuncts(child)
            )  # "the mayor, X, and its head, Y"
        elif child.dep in ("relcl", "acl"):
            found["relative"].update([*doers(child), *undergoers(child)])
    found["itself"].update(w for w in alike(noun) if w is not noun)
    found["by"].update(agents(noun))
    _prepositions(noun, found)
    if noun.dep == "appos" and any(c.tag == "WP$" for c in noun.children):
        found["owner"].add(noun.head)  # "the mill, whose head"
    elif noun.dep == "appos":
        several = conjuncts(noun.head) if noun.tag == "NNS" else []
        found["apposition"].update(several or [last_before(noun, noun.head)])
    if noun.dep in ("compound", "nmod"):
        found["titled"].add(noun.head)
    verb = support_of(noun)
    if verb is not None:
        found["support"].update([w for w in doers(verb) if w is not noun])
        found["supported"].update([w for w in undergoers(verb) if w is not noun])
        beside: dict[str, set[Word]] = defaultdict(set)
        copula = verb.lemma in ("be", "become", "remain")
        if not office or (copula and noun.dep == "attr"):
            _prepositions(verb, beside)
        for relation, words in beside.items():
            found[relation].update(words - {noun})
        if copula:
            found["same"].update([*doers(verb), *verb.all("attr"), *found["support"]])


def _whose(owner: Word) -> list[Word]:
    """Whom "whose" means: the noun its clause hangs on."""
    if owner.tag != "WP$":
        return []
    for over in owner.ancestors():
        if over.dep == "relcl":
            return conjuncts(over.head) if over.head.child("conj") is None else []
    return []


def support_of(noun: Word) -> Word | None:
    """The verb a noun belongs to: as its object, its subject, its complement or behind its preposition."""
    over = noun.head
    if noun.dep in ("dobj", "nsubj", "nsubjpass", "attr", "oprd", "conj", "dative") and is_verb(over):
        return over
    if noun.dep == "pobj" and over.dep == "prep":
        if is_verb(over.head):
            if over.head.child("agent") is not None and over.head.child("auxpass") is None:
                return None  # "in a letter to Lee, read out by Holm"
            owned = over.lower == "for" and any(n.lemma in gate_words().owned for n in over.head.all("dobj"))
            return None if owned else over.head
        about = over.lower in ("for", "over", "about") and over.head.dep == "dobj"
        return (
            None if about else support_of(over.head)
        )  # "claimed responsibility for the raid" is no raid of theirs
    if noun.dep == "conj":
        return support_of(over)
    return None


def holders(relations: Relations, names: Iterable[str]) -> set[Word]:
    """All words that stand in one of these relations."""
    return {word for name in names for word in relations.get(name, ())}
