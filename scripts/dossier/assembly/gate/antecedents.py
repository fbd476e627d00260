"""Whether a pronoun, an alias or an office stands for whom a finding says, by a rule that has a name.

Rules: `alias` (the words are part of the name, or its initials), `relative` (who, which), `apposition`,
`speaker` (the subject of "she said she …"), `only` (one alone agrees in number and gender), `subject` (the
subject of the sentence before). Where two would fit and no rule chooses, it is not shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dossier.assembly.gate.proposition import Doubt, Proposition, WhoseWord, does_not, not_shown
from dossier.assembly.gate.reach import Reading, alike, clause_verb, path
from dossier.assembly.gate.words import gate_words
from dossier.reading.findings import Span
from dossier.reading.grammar.dependents import (
    antecedent,
    doers,
    is_relative,
    is_verb,
    subjects,
    undergoers,
)
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.lexicon import load_table
from dossier.reading.tree import Tree, Word

_MALE, _FEMALE = frozenset(("he", "him", "his", "himself")), frozenset(("she", "her", "hers", "herself"))
_MANY, _THING = (
    frozenset(("they", "them", "their", "theirs", "themselves")),
    frozenset(("it", "its", "itself")),
)
_PRONOUNS = _MALE | _FEMALE | _MANY | _THING
_FILLERS = frozenset(("the", "a", "an", "of", "mr", "mrs", "ms", "dr", "this", "that", "these", "those"))
_NOMINAL = (
    "nsubj",
    "nsubjpass",
    "dobj",
    "pobj",
    "dative",
    "appos",
    "conj",
    "attr",
    "poss",
    "ROOT",
    "npadvmod",
)


def antecedent_doubts(asked: Proposition, reading: Reading) -> Iterator[Doubt]:
    """A doubt for each word that is said to stand for another without a rule that says so."""
    pairs = [(part.role, part.span, part.stands_for) for part in asked.parts]
    source: WhoseWord | None = asked.source
    while source is not None:
        pairs.append(("source", source.span, source.stands_for))
        source = source.within
    for about, span, stands_for in pairs:
        if stands_for is not None:
            yield from _doubt(about, span, stands_for, reading)


def _doubt(about: str, span: Span, stands_for: Span, reading: Reading) -> Iterator[Doubt]:
    words, name = reading.says(span), reading.says(stands_for)
    here, there = reading.head(span), reading.head(stands_for)
    if here is None or there is None:
        yield not_shown(about, f"no grammar shows that “{words}” is “{name}”")
    elif is_relative(here):
        known = antecedent(here)
        if known is None:
            if not _stands_just_before(here, there):
                yield not_shown(about, f"“{words}” could mean several")
        elif not (_same(known, there) or _is_named_so(known, name)):
            yield does_not(about, f"“{words}” is “{known.text}”, not “{name}”")
    elif _is_pronoun(here):
        yield from _of_pronoun(about, here, there, name, reading)
    elif not (is_alias(words, name) or alike(here) & alike(there) or here.lemma == there.lemma):
        yield not_shown(about, f"no rule shows that “{words}” is “{name}”")


def _is_named_so(noun: Word, name: str) -> bool:
    """Whether a noun is a part of a name that stands in full elsewhere."""
    return noun.pos == "PROPN" and is_alias(noun.text, name)


def _stands_just_before(pronoun: Word, noun: Word) -> bool:
    """Whether a relative clause hangs on a noun alone and opens right behind it: "to X, which had"."""
    verb = clause_verb(pronoun)
    alone = noun.dep != "conj" and noun.child("conj") is None
    behind = noun.dep != "pobj" or is_verb(noun.head.head)
    return verb.dep == "relcl" and verb.head is noun and alone and behind and pronoun.index - noun.index <= 2


def _is_pronoun(word: Word) -> bool:
    return word.lower in _PRONOUNS


def is_alias(words: str, name: str) -> bool:
    """Whether words are a part of a name, or its initials: "Varga" of "Piet Varga"."""
    short = [w for w in re.findall(r"\w+", words.lower()) if w not in _FILLERS and w != "s"]
    long = [w for w in re.findall(r"\w+", name.lower()) if w not in _FILLERS and w != "s"]
    if not short or not long:
        return False
    if set(short) <= set(long) or set(long) <= set(short):
        return True
    initials = "".join(w[0] for w in long)
    return len(short) == 1 and len(short[0]) > 1 and short[0] == initials


def _of_pronoun(about: str, here: Word, there: Word, name: str, reading: Reading) -> Iterator[Doubt]:
    if not _agrees(here, there):
        yield does_not(about, f"“{here.text}” does not agree with “{name}”")
        return
    title = next((t for other in alike(there) if (t := reading.titled.get(other.text))), None)
    if title is not None and here.lower in (_FEMALE if title == "mr" else _MALE):
        yield does_not(about, f"“{here.text}” does not agree with “{title.title()} {there.text}”")
        return
    if _is_bound_apart(here, there):
        yield does_not(about, f"“{here.text}” cannot be the “{name}” of its own clause")
        return
    chosen, rule = _choose(here, reading)
    if chosen is None:
        yield not_shown(about, f"“{here.text}” could mean several")
    elif not _same(chosen, there):
        yield not_shown(about, f"“{here.text}” is rather “{chosen.text}” ({rule}) than “{name}”")


def _same(one: Word, other: Word) -> bool:
    return bool(alike(one) & alike(other)) or (one.text == other.text and one.pos == "PROPN")


@cache
def _genders() -> dict[str, str]:
    found: dict[str, str] = {}
    for table in ("given_names", "genders"):
        rows = load_table(table, dict[str, frozenset[str]])
        for gender, words in rows.items():
            for word in words:
                found[word] = "" if found.get(word, gender) != gender else gender
    return found


def _gender_of(word: Word) -> str | None:
    """Male or female by a given name, a title or the noun itself; None where nothing tells."""
    near = {
        w
        for other in alike(word)
        for w in (other, *(c for c in other.children if c.dep in ("compound", "nmod", "amod")))
    }
    told = {g for w in near if (g := _genders().get(w.lower))}
    return told.pop() if len(told) == 1 else None


def _is_plural(word: Word) -> bool:
    return (
        any(w.tag in ("NNS", "NNPS") for w in alike(word))
        or bool(word.all("conj"))
        or word.lower in ("hundreds", "thousands")
    )


def _is_person(word: Word) -> bool | None:
    """Whether a noun is somebody; None where nothing tells."""
    if any(_genders().get(w.lower) for other in alike(word) for w in (other, *other.children)):
        return True
    return None


def _agrees(pronoun: Word, noun: Word) -> bool:
    if pronoun.lower in _MANY:
        return True
    if _is_plural(noun) and noun.pos != "PROPN":
        return False
    if pronoun.lower in _THING:
        return _is_person(noun) is not True
    gender = _gender_of(noun)
    wanted = "male" if pronoun.lower in _MALE else "female"
    return gender in (None, wanted)


def _is_bound_apart(pronoun: Word, noun: Word) -> bool:
    """Whether both are arguments of one verb: "Abt told him" is not Abt himself."""
    if pronoun.lower.endswith(("self", "selves")) or pronoun.dep == "poss":
        return False
    verb = clause_verb(pronoun)
    return noun is not pronoun and bool(
        alike(noun) & {w for a in (*doers(verb), *undergoers(verb)) if a is not pronoun for w in alike(a)}
    )


def _choose(pronoun: Word, reading: Reading) -> tuple[Word | None, str]:
    """The one noun that a pronoun means and the rule that says so; None where none does."""
    tree = reading.tree_at(pronoun.start)
    if tree is None:
        return None, ""
    speaker = _speaker(pronoun)
    if speaker is not None and _agrees(pronoun, speaker) and not _is_bound_apart(pronoun, speaker):
        return speaker, "speaker"
    fitting = _fitting(pronoun, tree)
    subject = _subject_among(fitting)
    if not fitting:
        trees = [t for t in reading.trees if t.sentence.start < tree.sentence.start]
        if not trees:
            return None, ""
        fitting = _fitting(pronoun, trees[-1])
        subject = _subject_among(fitting)
    if len(fitting) == 1:
        return fitting[0], "only"
    if (
        subject is not None
        and pronoun.dep in ("nsubj", "nsubjpass")
        and clause_verb(pronoun).lemma not in gate_words().answers
    ):
        return subject, "subject"
    return None, ""


def _speaker(pronoun: Word) -> Word | None:
    """The subject of the verb of saying over a pronoun's clause: "she said she had"."""
    for node in path(clause_verb(pronoun)):
        if (
            node.dep in ("ccomp", "xcomp")
            and is_verb(node.head)
            and node.head.lemma in speech_words().reports
        ):
            found = [s for s in subjects(node.head) if s is not pronoun]
            return found[0] if len(found) == 1 and found[0].index < pronoun.index else None
    return None


def _fitting(pronoun: Word, tree: Tree) -> list[Word]:
    """Nouns before a pronoun that agree with it, each entity once."""
    found: list[Word] = []
    for word in tree.words:
        if word.index >= pronoun.index and tree.sentence.start <= pronoun.start < tree.sentence.end:
            break
        if word.pos not in ("PROPN", "NOUN") or word.dep not in _NOMINAL:
            continue
        if not _could_be(pronoun, word) or _is_bound_apart(pronoun, word):
            continue
        if any(c.dep == "poss" and c.tag == "PRP$" for c in word.children) and word.pos == "NOUN":
            continue  # "her employer" is not "she"
        if not any(alike(word) & alike(other) for other in found):
            found.append(word)
    return found


def _could_be(pronoun: Word, noun: Word) -> bool:
    if not _agrees(pronoun, noun):
        return False
    if pronoun.lower in _MANY:
        return _is_plural(noun)
    if pronoun.lower in _THING:
        return noun.pos in ("PROPN", "NOUN") and noun.dep in ("nsubj", "nsubjpass", "dobj")
    if _gender_of(noun):
        return True
    human = (
        any(c.dep in ("compound", "appos") and c.pos == "PROPN" for c in noun.children)
        and noun.pos == "PROPN"
    )
    role = (
        noun.pos == "NOUN"
        and noun.dep in ("nsubj", "nsubjpass", "dobj", "pobj")
        and noun.lemma.endswith(
            ("er", "or", "ist", "ian", "man", "ant", "king", "queen", "president", "chief")
        )
    )
    titled = (
        noun.pos == "PROPN"
        and noun.dep in ("nsubj", "nsubjpass", "dobj", "appos", "dative", "pobj")
        and len(noun.text) > 2
    )
    return human or role or (titled and noun.dep != "pobj")


def _subject_among(fitting: list[Word]) -> Word | None:
    """The one of them that is a subject; None where several are."""
    found = [w for w in fitting if any(a.dep in ("nsubj", "nsubjpass") for a in alike(w))]
    return found[0] if len(found) == 1 else None
