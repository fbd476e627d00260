"""Whom a pronoun could mean: nouns before it that agree, and the one that grammar chooses among them.

Rules: `speaker` (the subject of "she said she …"), `only` (one alone agrees in number and gender, in its own
sentence and the one before), `subject` (the subject of the sentence before). What is said by somebody is no
name of his own if another was named before ("Stam, he added, had left"), and two that fit, of which grammar
chooses none, are nobody.
"""

from __future__ import annotations

from dossier.assembly.gate.persons import names_somebody
from dossier.assembly.gate.reach import Reading, alike, clause_verb, path
from dossier.assembly.gate.words import gate_words
from dossier.reading.grammar.dependents import doers, is_verb, subjects, undergoers
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.lexicon import load_table
from dossier.reading.names.namewords import GivenTable, gender_words, personal_names
from dossier.reading.tree import Tree, Word

MALE, FEMALE = frozenset(("he", "him", "his", "himself")), frozenset(("she", "her", "hers", "herself"))
_MANY, _THING = (
    frozenset(("they", "them", "their", "theirs", "themselves")),
    frozenset(("it", "its", "itself")),
)
_PRONOUNS = MALE | FEMALE | _MANY | _THING
_SUBJECTS = ("nsubj", "nsubjpass")
_NOMINAL = (*_SUBJECTS, "dobj", "pobj", "dative", "appos", "conj", "attr", "poss", "ROOT", "npadvmod")
_LONGEST_CHAIN = 4
"""Pronouns from one to the next until a noun is reached."""


def is_pronoun(word: Word) -> bool:
    """Whether a word is a pronoun of the third person."""
    return word.lower in _PRONOUNS


def choose(pronoun: Word, reading: Reading, steps: int = _LONGEST_CHAIN) -> tuple[Word | None, str]:
    """The one noun that a pronoun means and the rule that says so; None where none does.

    Where grammar leads to another pronoun, that one is asked, so many `steps` far; one that nothing leads on
    from is given. An answer is kept with the reading: those to later pronouns ask for it again.
    """
    kept = reading.meant.get((pronoun, steps))
    if kept is None:
        kept = reading.meant[pronoun, steps] = _followed(pronoun, reading, steps)
    return kept


def _followed(pronoun: Word, reading: Reading, steps: int) -> tuple[Word | None, str]:
    chosen, rule = _choose(pronoun, reading, steps)
    if chosen is None or not is_pronoun(chosen) or not steps:
        return chosen, rule
    further, _rule = choose(chosen, reading, steps - 1)
    return further or chosen, rule


def _choose(pronoun: Word, reading: Reading, steps: int) -> tuple[Word | None, str]:
    tree = reading.tree_at(pronoun.start)
    if tree is None:
        return None, ""
    speaker = _speaker(pronoun, reading)
    if speaker is not None and agrees(pronoun, speaker, reading) and not is_bound_apart(pronoun, speaker):
        return speaker, "speaker"
    fitting = _fitting(pronoun, tree, reading, steps)
    if not fitting or all(_is_said_by(pronoun, each) for each in fitting):
        before = [t for t in reading.trees if t.sentence.start < tree.sentence.start][-1:]
        fitting += [
            each
            for each in (_fitting(pronoun, before[0], reading, steps) if before else [])
            if not any(each.text == other.text for other in fitting)
        ]
    if pronoun.dep not in _SUBJECTS and any(_is_owned_alike(each, pronoun, reading) for each in fitting):
        return None, ""
    if len(fitting) == 1:
        return fitting[0], "only"
    subject = _subject_among(fitting)
    if (
        subject is not None
        and pronoun.dep in _SUBJECTS
        and clause_verb(pronoun).lemma not in gate_words().answers
        and (pronoun.lower in _THING or not any(tree.at(each.start) is each for each in fitting))
        and (_gender_of(subject, reading) or not any(_gender_of(each, reading) for each in fitting))
    ):
        return subject, "subject"
    return None, ""


def _speaker(pronoun: Word, reading: Reading) -> Word | None:
    """The subject of the verb of saying over a pronoun's clause: "she said she had"."""
    for node in path(clause_verb(pronoun)):
        if (
            node.dep in ("ccomp", "xcomp")
            and is_verb(node.head)
            and node.head.lemma in speech_words().reports
        ):
            found = [s for s in subjects(node.head) if s is not pronoun]
            if pronoun.dep not in _SUBJECTS and any(_is_owned_alike(s, pronoun, reading) for s in found):
                return None
            return found[0] if len(found) == 1 and found[0].index < pronoun.index else None
    return None


def _is_owned_alike(speaker: Word, pronoun: Word, reading: Reading) -> bool:
    """Of "his son says it hurt him": whether somebody else of the same kind is spoken of."""
    owners = (owner for word in alike(speaker) for owner in word.all("poss"))
    return any(owner.tag == "PRP$" and agrees(owner, pronoun, reading) for owner in owners)


def _gender_of(word: Word, reading: Reading, sure: bool = False) -> str | None:
    """Male or female by a given name, a title or the noun itself; None where nothing tells.

    `sure`: only by what is given to one of them nearly everywhere, not by the long lists of all languages.
    """
    if is_pronoun(word):
        return "male" if word.lower in MALE else "female" if word.lower in FEMALE else None
    near = {
        w
        for other in alike(word)
        for w in (other, *(c for c in other.children if c.dep in ("compound", "nmod", "amod")))
    }
    told = {g for w in near if (g := _told_gender(w))}
    if not told and not sure:
        names = {n for w in alike(word) if w.pos == "PROPN" for n in reading.given.get(w.text, ())}
        told = {g for name in names if (g := _listed(name))}
    return told.pop() if len(told) == 1 else None


def _told_gender(word: Word) -> str | None:
    """Male or female by a name, title or noun; a bill is no Bill."""
    told = load_table("genders", GivenTable)
    noun = word.pos != "NOUN" or not word.text.islower() or word.lower in told.male | told.female
    return gender_words().get(word.lower) if noun else None


def _listed(name: str) -> str | None:
    """Whether a given name is one of men or of women in the lists of personal names."""
    flags = personal_names().get(name.lower(), "")
    male, female = "m" in flags, "f" in flags
    return None if male == female else "male" if male else "female"


def _is_plural(word: Word) -> bool:
    return any(w.tag in ("NNS", "NNPS") for w in alike(word)) or bool(word.all("conj"))


def _is_person(word: Word) -> bool | None:
    """Whether a noun is somebody; None where nothing tells."""
    if word.lower in MALE | FEMALE:
        return True
    if any(_told_gender(w) for other in alike(word) for w in (other, *other.children)):
        return True
    return None


def agrees(pronoun: Word, noun: Word, reading: Reading, sure: bool = False) -> bool:
    """Whether a pronoun may stand for a noun by number, gender, and as a person or a thing.

    `sure`: unless it is sure that it may not.
    """
    if pronoun.lower in _MANY:
        return True
    if _is_plural(noun) and noun.pos != "PROPN":
        return False
    if pronoun.lower in _THING:
        return _is_person(noun) is not True
    gender = _gender_of(noun, reading, sure)
    wanted = "male" if pronoun.lower in MALE else "female"
    return gender in (None, wanted)


def is_bound_apart(pronoun: Word, noun: Word) -> bool:
    """Whether both are arguments of one verb: "Abt told him" is not Abt himself."""
    if pronoun.lower.endswith(("self", "selves")) or pronoun.dep == "poss":
        return False
    verb = clause_verb(pronoun)
    return bool(
        alike(noun) & {w for a in (*doers(verb), *undergoers(verb)) if a is not pronoun for w in alike(a)}
    )


def _fitting(pronoun: Word, tree: Tree, reading: Reading, steps: int) -> list[Word]:
    """Nouns before a pronoun that agree with it, and pronouns of its kind for others, each entity once."""
    found: list[Word] = []
    named, texts = set[Word](), set[str]()
    for word in tree.words:
        if word.index >= pronoun.index and tree.sentence.start <= pronoun.start < tree.sentence.end:
            break
        if word.dep not in _NOMINAL or not (
            _could_be(pronoun, word, reading) or _is_of_a_kind(pronoun, word)
        ):
            continue
        if is_bound_apart(pronoun, word) or (reading.is_quoted(word) and not reading.is_quoted(pronoun)):
            continue
        if any(c.dep == "poss" and c.tag == "PRP$" for c in word.children) and word.pos == "NOUN":
            continue  # "her employer" is not "she"
        meant = word
        if is_pronoun(word):
            chosen = choose(word, reading, steps - 1)[0] if steps else None
            meant = chosen or word
        if meant.text not in texts and named.isdisjoint(alike(meant)):
            found.append(word)
            named |= alike(word)
            texts.add(word.text)
    return found


def _is_of_a_kind(pronoun: Word, other: Word) -> bool:
    """Whether two pronouns may stand for the same: "he" and "his"."""
    return any(pronoun.lower in kind and other.lower in kind for kind in (MALE, FEMALE, _MANY, _THING))


def _is_said_by(pronoun: Word, noun: Word) -> bool:
    """Whether a noun stands in what the pronoun says: "Stam, he added, had left" is not Stam's word."""
    verb = pronoun.head
    if pronoun.dep not in _SUBJECTS:
        return False
    if verb.dep == "parataxis":
        return noun in verb.head.subtree() and noun not in verb.subtree()
    return any(noun in said.subtree() for said in verb.all("ccomp"))


def _could_be(pronoun: Word, noun: Word, reading: Reading) -> bool:
    if noun.pos not in ("PROPN", "NOUN") or not agrees(pronoun, noun, reading):
        return False
    if pronoun.lower in _MANY:
        return _is_plural(noun)
    if pronoun.lower in _THING:
        return noun.dep in (*_SUBJECTS, "dobj")
    if _gender_of(noun, reading):
        return True
    placed = noun.dep == "pobj" and noun.head.lower in gate_words().places_before
    placed = placed and not reading.is_somebody(noun)
    named = (
        noun.pos == "PROPN"
        and not placed
        and any(c.dep in ("compound", "appos") and c.pos == "PROPN" for c in noun.children)
    )
    role = noun.pos == "NOUN" and noun.dep in (*_SUBJECTS, "dobj", "pobj") and names_somebody(noun)
    alone = noun.pos == "PROPN" and noun.dep in (*_SUBJECTS, "dobj", "appos", "dative", "poss")
    return named or role or alone


def _subject_among(fitting: list[Word]) -> Word | None:
    """The one of them that is a subject; None where several are."""
    found = [w for w in fitting if any(a.dep in _SUBJECTS for a in alike(w))]
    return found[0] if len(found) == 1 else None
