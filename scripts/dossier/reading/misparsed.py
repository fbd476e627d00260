"""Rows of a sentence whose relative clause lost its subject, with the clause told as the one it is.

"An attack on a ferry, which the police blamed on …" is read as if "police" stood beside the ferry and were
blamed themselves. Behind "which" or "that", a noun and a verb whose object is an act ("blame … on") are a
clause: the noun is its subject and the relative its object. Nobody can be "blamed on", but an act can: where
the noun has a verb of its own behind the clause ("which attacks blamed on rebels had ruined"), it is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from dossier.reading.lexicon import load_table
from dossier.reading.misjoined import object_place
from dossier.reading.mistagged import sayings
from dossier.reading.tree import VERBAL, Row
from dossier.reading.tree_rows import above, first_of, text_of

_RELATIVES = frozenset(("which", "that"))
_BEFORE_NOUN = frozenset(("det", "amod", "compound", "poss", "nummod", "case", "punct"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_NOUNS = frozenset(("NOUN", "PROPN"))
_BY_NOUN = frozenset(("pobj", "prep", "appos", "conj", "poss", "nmod", "compound"))


def with_relative_subjects(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with at most one relative clause set right; the same ones where there is none."""
    for verb, row in enumerate(rows):
        if row.dep != "acl" or row.tag not in ("VBN", "VBD") or not _says_of_an_act(rows, verb, sentence):
            continue
        relative = _relative_before(rows, row.head, verb, sentence)
        if relative is not None:
            return _with_clause(rows, relative, row.head, verb, sentence)
    return rows


def with_whose_clauses(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "Ann Lee, whose deputy left, said" read as that Lee said and the deputy left.

    The parser takes "left" for what Lee did and is said to have done. Only where "said" has no subject of its
    own, and a comma stands before it.
    """
    for at, row in enumerate(rows):
        if sentence[row.start : row.end] != "whose" or row.dep != "poss" or rows[row.head].dep != "appos":
            continue
        owned, owner = row.head, rows[row.head].head
        verb = rows[owner].head
        joined = [i for i, r in enumerate(rows) if r.head == verb and r.dep in ("conj", "cc") and i > verb]
        beside = len(joined) == 1 and rows[joined[0]].dep == "conj"  # "resigned, said", without an "and"
        main = joined[0] if beside else rows[verb].head
        lost = rows[owner].dep in _SUBJECTS and owner < at < verb < main
        lost = lost and (beside or rows[verb].dep == "ccomp")
        alone = not any(r.head == main and r.dep in _SUBJECTS for r in rows)
        if lost and alone and _has_comma(rows, verb, main, sentence):
            made = list(rows)
            if beside:
                over = main if rows[verb].head == verb else rows[verb].head
                made[main] = rows[main]._replace(head=over, dep=rows[verb].dep)
            made[owned] = rows[owned]._replace(head=verb, dep="nsubj")
            made[verb] = rows[verb]._replace(head=owner, dep="relcl")
            made[owner] = rows[owner]._replace(head=main, dep="nsubj")
            return made
    return rows


def with_owned_nouns(rows: Sequence[Row], _: str) -> Sequence[Row]:
    """The rows, with "news site Gull's editor, Ann Lee, said" read as that the editor said.

    The parser takes the noun before a name's "'s" for who is told of, and the noun behind for what he is
    besides. Only where no comma stands between noun and name.
    """
    for noun, row in enumerate(rows):
        over = row.head
        if row.dep != "appos" or row.pos != "NOUN" or over >= noun or rows[over].pos != "NOUN":
            continue
        owner = next(
            (i for i in range(over + 1, noun) if rows[i].head == noun and rows[i].dep == "poss"), None
        )
        if owner is None or rows[owner].pos != "PROPN" or first_of(rows, owner) != over + 1:
            continue
        made = [
            r._replace(head=noun) if r.head == over and i > over and i != noun else r
            for i, r in enumerate(rows)
        ]
        made[noun] = row._replace(
            head=noun if rows[over].head == over else rows[over].head, dep=rows[over].dep
        )
        made[over] = rows[over]._replace(head=owner, dep="nmod")
        return made
    return rows


def with_names_called(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "men calling themselves the Reef League said" read as what the men said.

    The parser has the league say it, and the men call for that.
    """
    for verb, row in enumerate(rows[:-1]):
        if row.tag != "VBG" or row.lemma != "call" or rows[verb + 1].dep != "dobj":
            continue
        who = [i for i in range(verb) if rows[i].head == verb and rows[i].dep == "nsubj"]
        main = next(
            (i for i in range(verb + 2, len(rows)) if rows[i].head == verb and rows[i].dep == "ccomp"), 0
        )
        name = [i for i in range(verb + 2, main) if rows[i].head == main and rows[i].dep == "nsubj"]
        reflexive = text_of(rows[verb + 1], sentence) in ("themselves", "itself", "himself", "herself")
        if len(who) != 1 or len(name) != 1 or not reflexive:
            continue
        made = list(rows)
        made[main] = rows[main]._replace(head=main if row.head == verb else row.head, dep=row.dep)
        made[who[0]] = rows[who[0]]._replace(head=main)
        made[verb] = row._replace(head=who[0], dep="acl")
        made[name[0]] = rows[name[0]]._replace(head=verb, dep="oprd")
        return made
    return rows


def with_people_held(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "a base housing soldiers" read as that the base houses them, and is what is told of.

    The parser takes the base and the "-ing" for what kind of soldiers they are. An "a" belongs to no people
    in the plural: it is the base's.
    """
    for det, row in enumerate(rows):
        if row.dep != "det" or text_of(row, sentence).lower() not in ("a", "an"):
            continue
        people, ing = row.head, _ing_behind(rows, det, sentence)
        if ing is None:
            continue
        if rows[people].tag not in ("NNS", "NNPS") or rows[people].lemma.lower() not in _people_listed():
            continue
        held = ing - 1
        made = list(rows)
        for first, head in ((det, held), (ing + 1, people)):
            for at in range(first, head):
                if not first <= rows[at].head < head:
                    made[at] = rows[at]._replace(head=head)
        root = rows[people].head == people
        made[held] = rows[held]._replace(head=held if root else rows[people].head, dep=rows[people].dep)
        lemma = text_of(rows[ing], sentence).lower()
        made[ing] = rows[ing]._replace(head=held, dep="acl", tag="VBG", pos="VERB", lemma=lemma)
        made[people] = rows[people]._replace(head=ing, dep="dobj")
        return made
    return rows


def _ing_behind(rows: Sequence[Row], det: int, sentence: str) -> int | None:
    """The noun in "-ing" right behind another one of the phrase that a determiner opens."""
    for at in range(det + 2, rows[det].head):
        if rows[at].tag == "NN" and text_of(rows[at], sentence).endswith("ing") and rows[at - 1].tag == "NN":
            return at
    return None


@cache
def _people_listed() -> frozenset[str]:
    """Nouns that mean people, by lemma."""
    classes = load_table("frame_classes", dict[str, frozenset[str]])
    names = ("people", "force", "personnel", "armed_people", "hostage")
    return frozenset().union(*(classes[name] for name in names))


def with_met_clauses(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "the officer Lee met told us" read as that the officer told us, and Lee met him.

    The parser takes the name for another of the noun's, and "met" for what the noun does, or is. Only where
    noun, name and verb stand side by side, and what is said follows without "and" or a comma.
    """
    for name, row in enumerate(rows[:-1]):
        noun, met = row.head, name + 1
        if row.dep != "appos" or row.pos != "PROPN" or rows[noun].pos != "NOUN":
            continue
        if rows[met].tag not in ("VBD", "VBN") or first_of(rows, name) != noun + 1:
            continue
        said = _said_behind(rows, noun, met, sentence)
        if said is None:
            continue
        made = list(rows)
        if rows[met].dep not in ("acl", "relcl"):
            over = rows[met] if rows[said].dep == "conj" else rows[said]
            root = said if over.dep == "ROOT" else over.head
            made[said] = rows[said]._replace(head=root, dep=over.dep)
            made = [r._replace(head=said) if i > said and r.head == met else r for i, r in enumerate(made)]
        made[noun] = rows[noun]._replace(head=said, dep="nsubj")
        made[name] = row._replace(head=met, dep="nsubj")
        made[met] = rows[met]._replace(head=noun, dep="relcl", tag="VBD", pos="VERB")
        return made
    return rows


def _said_behind(rows: Sequence[Row], noun: int, met: int, sentence: str) -> int | None:
    """The verb of saying whose subject is the noun that somebody "met"; None where nothing tells."""
    clause = rows[met]
    if rows[noun].dep not in _SUBJECTS:
        return None
    said = rows[noun].head if clause.dep in ("acl", "relcl") else clause.head
    if rows[noun].head == met and clause.dep in ("ROOT", "ccomp"):
        joined = [i for i, r in enumerate(rows) if r.head == met and r.dep == "conj"]
        said = joined[0] if len(joined) == 1 else met
    elif clause.dep not in ("acl", "relcl", "csubj", "aux"):
        return None
    between = range(met + 1, said)
    linked = any(rows[i].dep == "cc" or text_of(rows[i], sentence) == "," for i in between)
    acts = any(rows[i].dep in ("dobj", "agent") and rows[i].head == met for i in between)
    finite = said > met and rows[said].tag in ("VBD", "VBZ") and rows[said].lemma in sayings()
    return said if finite and not linked and not acts else None


@cache
def _verbs() -> frozenset[tuple[str, str]]:
    """Verbs with the preposition before whoever is said to have done their object."""
    phrases = load_table("speech", dict[str, Any])["act_as_object"]
    return frozenset((verb, preposition) for verb, preposition in map(str.split, phrases))


def _says_of_an_act(rows: Sequence[Row], verb: int, sentence: str) -> bool:
    """Whether a verb has the preposition that tells an act as its object, and no object of its own."""
    below = [row for row in rows[verb + 1 :] if row.head == verb]
    links = {sentence[row.start : row.end].lower() for row in below if row.dep == "prep"}
    return not any(row.dep in ("dobj", "agent", "auxpass") for row in below) and any(
        (rows[verb].lemma, link) in _verbs() for link in links
    )


def _relative_before(rows: Sequence[Row], noun: int, verb: int, sentence: str) -> int | None:
    """The relative pronoun right before the noun phrase that ends right before a verb."""
    if noun >= verb or rows[noun].pos not in _NOUNS:
        return None
    if any(rows[i].pos != "ADV" for i in range(noun + 1, verb)):
        return None
    first = noun
    while first and rows[first - 1].dep in _BEFORE_NOUN and first - 1 < rows[first - 1].head <= noun:
        first -= 1
        if text_of(rows[first], sentence) in _RELATIVES:
            first += 1  # taken for "that" before a noun
            break
    at = first - 1
    if at < 1 or text_of(rows[at], sentence) not in _RELATIVES:
        return None
    return at if rows[at - 1].pos in _NOUNS or text_of(rows[at - 1], sentence) == "," else None


def _with_clause(rows: Sequence[Row], relative: int, noun: int, verb: int, sentence: str) -> Sequence[Row]:
    """The rows with a relative clause on the nearest noun before it; unchanged where that isn't sure."""
    over = next((i for i in range(relative - 1, -1, -1) if rows[i].pos in _NOUNS), None)
    if over is None:
        return rows
    made = list(rows)
    main = rows[noun].head
    if rows[noun].dep in _SUBJECTS and main > verb:
        whole = _whole_phrase(rows, over)
        if whole is None or not _has_comma(rows, verb, main, sentence):
            return rows
        made[main] = rows[main]._replace(
            head=main if rows[whole].head == whole else rows[whole].head,
            dep="ROOT" if rows[whole].head == whole else "ccomp",
        )
        made[whole] = rows[whole]._replace(head=main, dep=rows[noun].dep)
    for index, row in enumerate(rows):
        if row.head == noun and index > verb and row.dep == "punct":
            made[index] = row._replace(head=verb)
    made[relative] = rows[relative]._replace(head=verb, dep="dobj", tag="WDT", pos="PRON")
    made[noun] = rows[noun]._replace(head=verb, dep="nsubj")
    made[verb] = rows[verb]._replace(head=over, dep="relcl", tag="VBD", pos="VERB")
    return made


def _has_comma(rows: Sequence[Row], verb: int, main: int, sentence: str) -> bool:
    """Whether a relative clause is closed by a comma before the verb behind it."""
    behind = [i for i in range(verb + 1, main) if rows[i].pos not in ("AUX", "ADV", "PART")]
    return bool(behind) and text_of(rows[behind[-1]], sentence) == ","


def _whole_phrase(rows: Sequence[Row], noun: int) -> int | None:
    """The noun a phrase hangs on that has no verb of its own: the subject a clause behind it wants."""
    at = noun
    while rows[at].dep in _BY_NOUN and rows[at].head < at and rows[rows[at].head].pos not in VERBAL:
        at = rows[at].head
    return at if rows[at].pos in _NOUNS and rows[at].dep in ("ROOT", "dobj", "dep") else None


def with_main_verbs(rows: Sequence[Row], sentence: str) -> Sequence[Row]:
    """The rows, with "the man who Lee says shot her cousin Bo Tarr was held" read as what befell the man.

    The parser has the cousin held, and the man do nothing: the noun that a clause tells of has no verb, and
    one in the clause, which can have none as its object, has that of the sentence. Only where both is so.
    """
    for main, row in enumerate(rows):
        if row.dep != "ccomp" or row.head > main or row.pos not in VERBAL:
            continue
        own = [i for i, r in enumerate(rows[:main]) if r.head == main]
        who = [i for i in own if rows[i].dep in (*_SUBJECTS, "mark", "cc", "csubj")]
        held = _object_before(rows, who, sentence) if who else _object_right_before(rows, main, own)
        if held is None or not _is_finite(rows, main, own):
            continue
        made = list(rows)
        for noun, (over, dep) in held.items():
            made[noun] = rows[noun]._replace(head=over, dep=dep)
        whose = _verbless(made, main, min(held))
        if whose is not None:
            _give_main_verb(made, whose, main)
            return made
    return rows


def _is_finite(rows: Sequence[Row], verb: int, before: Sequence[int]) -> bool:
    """Whether a verb, or an auxiliary before it, has a tense."""
    lead = next((i for i in before if rows[i].dep in ("aux", "auxpass")), verb)
    return rows[lead].tag in ("VBD", "VBZ", "VBP", "MD")


def _object_right_before(
    rows: Sequence[Row], main: int, own: Sequence[int]
) -> dict[int, tuple[int, str]] | None:
    """The object that stands right before a verb without a subject, as it hangs; None where none does."""
    at = min(own, default=main) - 1
    if at < 0 or rows[at].pos not in _NOUNS or rows[at].dep not in ("dobj", "appos"):
        return None
    verb = rows[at].head if rows[at].dep == "dobj" else rows[rows[at].head].head
    return {at: (rows[at].head, rows[at].dep)} if _is_closed(rows, verb) and verb < at else None


def _object_before(
    rows: Sequence[Row], who: Sequence[int], sentence: str
) -> dict[int, tuple[int, str]] | None:
    """Where a verb's subject, and another right before it, hang as objects; None where they don't."""
    held: dict[int, tuple[int, str]] = {}
    *before, noun = who
    first = first_of(rows, noun)
    if rows[noun].pos not in _NOUNS or rows[noun].dep not in _SUBJECTS:
        return None
    if len(before) == 1 and before[0] == first - 1 and rows[first - 1].pos == "NOUN":
        held[noun] = (first - 1, "appos")
        noun, first = first - 1, first_of(rows, first - 1)
    elif before:
        return None
    place = object_place(rows, first - 1, noun, sentence) if first else None
    if place is None or place[1] not in ("dobj", "appos"):
        return None
    verb = place[0] if place[1] == "dobj" else rows[place[0]].head
    return held | {noun: place} if _is_closed(rows, verb) else None


def _is_closed(rows: Sequence[Row], verb: int) -> bool:
    """Whether a word is a verb that can have no clause as its object."""
    return rows[verb].pos == "VERB" and rows[verb].lemma not in _takers()


@cache
def _takers() -> frozenset[str]:
    """Verbs that have a clause as their object, with or without a "that" before it."""
    return sayings().union(load_table("governing", dict[str, Any])["takes_a_clause"])


def _verbless(rows: Sequence[Row], main: int, held: int) -> int | None:
    """The noun before all these clauses that has no verb of its own, and so has the sentence's."""
    root = above(rows, main)[-1]
    around = above(rows, held)
    if root > held or root not in around or rows[root].dep != "ROOT":
        return None
    if rows[root].pos in _NOUNS:
        return root if any(rows[i].dep == "relcl" and rows[i].head == root for i in around) else None
    who = [i for i, r in enumerate(rows) if r.head == root and r.dep == "nsubj" and i < root]
    if len(who) != 1 or rows[who[0]].pos != "NOUN":
        return None
    below = next(i for i in (held, *around) if rows[i].head == root)
    if rows[below].dep == "xcomp":
        said = rows[root].tag == "VBD" and rows[root].lemma in _of_hearsay() and root == who[0] + 1
        return who[0] if said else None
    if rows[below].dep == "ccomp":
        named = _named_before(rows, who[0], root)
        return who[0] if named is not None and below == root + 1 and rows[root].lemma in _takers() else None
    told = [i for i, r in enumerate(rows) if r.head == who[0] and r.dep == "relcl"]
    return who[0] if told == [root - 1] and rows[root - 1].lemma in _takers() else None


def _named_before(rows: Sequence[Row], noun: int, verb: int) -> int | None:
    """The name right before a verb, and right behind a noun, that the parser takes for that noun's."""
    name = verb - 1
    fits = rows[name].dep == "appos" and rows[name].head == noun and rows[name].pos == "PROPN"
    return name if fits and first_of(rows, name) == noun + 1 else None


@cache
def _of_hearsay() -> frozenset[str]:
    """Verbs whose participle with an infinitive is hearsay: "the man said to have shot"; not "claimed to"."""
    return frozenset(load_table("governing", dict[str, Any])["verbs"]["hearsay"]) - {"claim"}


def _give_main_verb(made: list[Row], noun: int, main: int) -> None:
    """Makes a verb that of the sentence, with the noun as its subject and what was its verb below that."""
    root = above(made, main)[-1]
    made[main] = made[main]._replace(head=main, dep="ROOT")
    for at, row in enumerate(made):
        if row.head == root and row.dep == "punct" and at > main:
            made[at] = row._replace(head=main)
    name = _named_before(made, noun, root) if root != noun else None
    told = [i for i, r in enumerate(made) if r.head == noun and r.dep == "relcl" and i < root]
    if name is not None:
        made[name] = made[name]._replace(head=root, dep="nsubj")
        made[root] = made[root]._replace(head=noun, dep="relcl")
    elif told and root != noun:
        made[root] = made[root]._replace(head=told[0], dep="ccomp")
    elif root != noun:
        made[root] = made[root]._replace(head=noun, dep="acl", tag="VBN")
    passive = any(row.head == main and row.dep == "auxpass" for row in made)
    made[noun] = made[noun]._replace(head=main, dep="nsubjpass" if passive else "nsubj")
