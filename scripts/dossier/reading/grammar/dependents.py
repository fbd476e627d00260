"""Words of a tree to what they stand with: voice, subjects, objects, agents, what "who" and "which" mean.

Roles are read the same for every verb, whatever its voice: `doers` and `undergoers` undo the passive.
Where the parse leaves open who is meant, nobody is given.
"""

from __future__ import annotations

from dossier.reading.grammar.governors import governing_words
from dossier.reading.grammar.noun_classes import is_of, names_people
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.tree import VERBAL, Word

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
RELATIVE = ("WDT", "WP")
_SETS_APART = (",", "also", "-", "–", "—")
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ")
_PAST = ("VBN", "VBD")
_WITHIN_RELATIVE = frozenset(
    ("conj", "xcomp", "ccomp", "aux", "auxpass", "prep", "pobj", "acomp", "pcomp", "advcl", "dobj", "agent")
)
_SUBJECT_GERUNDS = frozenset(("by", "after", "before", "in", "while", "without", "since", "despite", "upon"))
_WHERE = frozenset(("in", "at", "near", "outside", "inside", "on", "along", "from", "behind", "beside", "of"))
_HAILS = frozenset(("from", "at", "with"))
_SEEN_TO = frozenset(("hear", "see", "watch", "let", "make", "have"))
_FOR_A_PURPOSE = frozenset(("use", "employ", "exploit"))
"""Verbs whose subject does what their infinitive says: "used a radio to call"."""
_LEAVING_OUT = frozenset(("than", "of", "not"))
"""What the parser takes for an "and" in "X rather than Y", "X instead of Y"."""
_ALL = frozenset(("all", "everyone", "everybody", "everything", "any", "anyone", "anybody"))
"""Behind these "but" leaves out: "all but X signed"."""
_MOST_JOINED = 8
_DEEPEST = 6


def is_verb(word: Word) -> bool:
    """Whether a word is a verb or auxiliary here."""
    return word.pos in VERBAL


def is_passive(verb: Word) -> bool:
    """Whether a verb's grammatical subject is what is acted upon: "was seized", "the man seized by"."""
    seen = verb
    for _ in range(_DEEPEST):
        helper = seen.child("auxpass", "nsubjpass")
        if helper is not None:  # but in "Lee, as she then was, fired at it" a comma alone stands between
            return not any(
                c.text == "," and helper.index + 1 == c.index == seen.index - 1 for c in seen.children
            )
        if seen.tag not in _PAST or seen.child("dobj") is not None:
            return False
        if seen.dep == "acl" and seen.child("aux", *SUBJECTS) is not None:
            return False  # "a claim that a survivor rejected"
        if seen.dep == "acl" or seen.child("agent") is not None:
            return True
        if seen.child("aux", *SUBJECTS) is not None:
            return False
        if seen.dep == "relcl":
            return True  # "Lee, kidnapped 11 days ago,": the parser takes it for a clause of its own
        if seen.dep == "conj" and is_verb(seen.head):
            seen = joined_to(seen)  # "said the port was shut and added that": no port was added
            continue
        return seen.tag == "VBN" and seen.dep in ("advcl", "amod", "ROOT", "dep", "xcomp")
    return False


def _first_titled(noun: Word) -> Word | None:
    """The first of the people whom a shared title in capitals names: X of "Ministers X and Y"."""
    first = noun.child("appos") if noun.tag in ("NNS", "NNPS") and noun.text[0].isupper() else None
    if first is None or first.pos != "PROPN" or min(w.start for w in first.subtree()) != noun.end + 1:
        return None
    several = any(c.dep == "conj" and c.pos == "PROPN" for c in first.children)
    return first if several else None


def shared_title(name: Word) -> Word | None:
    """The title that one name has together with others: "Ministers" of X or Y in "Ministers X and Y"."""
    while name.dep == "conj" and name.pos == "PROPN":
        name = name.head
    return name.head if name.dep == "appos" and _first_titled(name.head) is name else None


def conjuncts(noun: Word) -> list[Word]:
    """A noun and what "and" or "or" joins to it; of a title that several share, them: "Ministers X and Y"."""
    found: list[Word] = []
    waiting = [_first_titled(noun) or noun]
    while waiting and len(found) < _MOST_JOINED:
        word = waiting.pop(0)
        found.append(word)
        waiting += [
            c
            for c in word.children
            if c.dep == "conj" and c.pos in _NOMINAL and not _describes(c, word) and not _is_excepted(c)
        ]
    return found[1:] if found[1:] and _is_set_against(found[0]) else found


def _is_excepted(noun: Word) -> bool:
    """Whether a noun joined to another is left out: "X, and not Y, did it", "X rather than Y did it"."""
    if noun.child("neg") is not None:
        return True
    link = next((c for c in reversed(noun.head.children) if c.dep == "cc" and c.index < noun.index), None)
    but = link is not None and link.lower == "but" and noun.head.lower in _ALL
    return but or (link is not None and link.lower in _LEAVING_OUT)


def _is_set_against(noun: Word) -> bool:
    """Whether it is another than a noun: "not X but Y did it"."""
    negated = any(c.dep == "neg" and c.lower == "not" and c.index < noun.index for c in noun.children)
    return negated and any(c.lower == "but" for c in noun.all("cc"))


def last_before(noun: Word, bearer: Word) -> Word:
    """Who bears a noun that is set beside somebody: of several named before it the last, where it is of one.

    "X and Z, an ally of Y": Z is the ally, as in "the mayor, Z, an ally of Y".
    """
    listed = [w for word in conjuncts(bearer) for w in (word, *word.all("appos")) if w.pos != "NUM"]
    named = [w for word in listed for w in conjuncts(word) if w.index < noun.index]
    one = noun.tag != "NNS" or bearer.pos != "PROPN"
    return max(named, key=lambda w: w.index) if one and bearer in named else bearer


def is_alternative(noun: Word) -> bool:
    """Whether "or" joins a noun to another, so that which of them is meant is open: "X or Y did it"."""
    joined = [noun]
    while joined[0].dep == "conj":
        joined.insert(0, joined[0].head)
    joined = [*joined, *(c for c in conjuncts(joined[0]) if c not in joined)]
    return any(c.dep == "cc" and c.lower == "or" for word in joined for c in word.children)


def _describes(noun: Word, name: Word) -> bool:
    """Whether a noun the parse joins to a name only says what it is: "Fiji, its old ally and a rival,"."""
    if name.pos != "PROPN" or noun.pos != "NOUN" or noun.child("poss", "det") is None:
        return False
    return not any(c.dep == "cc" and c.index < noun.index for c in name.children)


def is_relative(word: Word) -> bool:
    """Whether a word is a relative pronoun: "who", "which", "that"."""
    return word.tag in RELATIVE or (word.lower == "that" and word.dep in (*SUBJECTS, "dobj", "pobj"))


def antecedent(pronoun: Word) -> Word | None:
    """The noun a relative pronoun means; None where two could be meant ("the blasts in X and Y, which …")."""
    verb = pronoun.head
    while verb.dep in _WITHIN_RELATIVE:
        verb = verb.head
    noun = verb.head
    if (pointed := cleft_of(verb)) is not None:
        return pointed
    if verb.dep != "relcl" or noun.pos not in ("NOUN", "PROPN", "PRON", "NUM"):
        return None
    if any(c.lower == "not" and c.index < noun.index for c in noun.children) or is_excluded(noun):
        return None  # "Ann Lee, not Bo Tarr, who left"
    if noun.lower in ("left", "right") and noun.head.lower == "on":
        return None  # "opponents on the left, who": whichever the parser hangs it on
    if noun.dep == "conj" or noun.child("conj") is not None:
        return None
    if noun.dep == "pobj" and noun.pos == "PROPN" and pronoun.lower != "who":
        return None  # "the blasts in X, which killed": the town, or the blasts?
    return _agreeing(noun, pronoun)


def cleft_of(verb: Word) -> Word | None:
    """X in "it was X, not Y, that bombed the town"."""
    over = verb.head
    if over.dep == "appos" and over.head.dep == "attr" and over.head.child("neg") is not None:
        over = over.head  # "it was X, not Y, who"
    be = over.head if verb.dep == "relcl" and over.dep == "attr" else over
    pointed = be.child("attr")
    empty = any(c.lower == "it" and c.dep == "nsubj" and c.index < be.index for c in be.children)
    fits = be.lemma == "be" and empty and pointed is not None and pointed.index < verb.index
    return pointed if fits and (over is pointed or verb.dep == "ccomp") else None


def is_excluded(noun: Word) -> bool:
    """Whether "not" stands right before a noun that hangs on another: "Ann Lee, not Bo Tarr"."""
    first = min((w.index for w in noun.subtree() if w.index <= noun.index), default=noun.index)
    beside = [c for c in noun.head.children if c.lower == "not"]
    return any(first - 2 <= c.index < first for c in beside)


def _agreeing(noun: Word, pronoun: Word) -> Word | None:
    """The noun; where a name hangs on another by "of" the plural one that a plural verb tells, else None.

    "The owners of X, who have been accused" are the owners; "the mayor of X, who was accused" is open.
    """
    over = noun.head.head if noun.dep == "pobj" else noun
    if noun.tag == "NN" and over.tag == "NNS" and pronoun.lower == "who":
        return None  # "opponents on the left, who"
    if noun.pos != "PROPN" or over.pos != "NOUN":
        return noun
    if noun.head.lower != "of":
        group = noun.head.lower in _HAILS and noun.child("det") is not None
        return over if group or noun.head.lower == "in" else noun  # "a deputy from the Reef Party, who"
    verb = pronoun.head
    lead = next((c for c in verb.children if c.dep in ("aux", "auxpass")), verb)
    plural = lead.tag == "VBP" or lead.lower == "were"
    return over if plural and over.tag == "NNS" else None


def meant(nouns: list[Word]) -> list[Word]:
    """Nouns with the relative pronouns among them turned into what they mean."""
    found: list[Word] = []
    for noun in nouns:
        if not is_relative(noun):
            found.append(noun)
            continue
        stands_for = antecedent(noun)
        found += conjuncts(stands_for) if stands_for is not None else []
    return found


def subjects(verb: Word, depth: int = 0) -> list[Word]:
    """A verb's grammatical subjects, shared over "and", control and participles; none where it is open."""
    own = verb.all(*SUBJECTS)
    if own:
        return meant(conjuncts(own[-1]))
    if depth > _DEEPEST or verb.head is verb:
        return []
    head, dep = verb.head, verb.dep
    if dep == "conj" and is_verb(head):
        return subjects(joined_to(verb), depth + 1)
    if dep in ("acl", "relcl") and head.pos in ("NOUN", "PROPN", "PRON", "NUM"):
        if any(n.tag in RELATIVE for link in verb.all("prep") for n in link.all("pobj")):
            return []  # "a tape in which somebody says": its own subject is lost
        return [head] if head.dep == "conj" or head.child("conj") is not None else conjuncts(head)
    if dep == "xcomp" and head.dep == "acomp" and head.lower == "due":
        return subjects(head.head, depth + 1)  # "is due to sign"
    bare = dep == "ccomp" and is_verb(head) and head.lemma in _SEEN_TO and head.child("dobj") is not None
    if (dep == "xcomp" or bare) and is_verb(head):
        held = head.child("dobj") if head.lemma not in _FOR_A_PURPOSE else None
        return meant(conjuncts(held)) if held is not None else subjects(head, depth + 1)
    if dep == "advcl" and verb.tag in ("VBG", "VBN", "VB") and is_verb(head):
        said = speech_words().reports
        if head.lemma in said and verb.lemma not in said:
            return []  # "accused the army of bombing the camp, killing seven"
        found = subjects(head, depth + 1)
        return [] if _stands_beside_another(verb, found) else found
    if dep == "pcomp" and head.lower in _SUBJECT_GERUNDS and is_verb(head.head):
        done_to = any(c.tag == "VBG" for c in verb.all("auxpass"))  # "was jailed after being caught"
        if (done_to and is_finite(head.head)) or (verb.tag == "VBG" and not is_passive(head.head)):
            return subjects(head.head, depth + 1)
    return []


def _stands_beside_another(participle: Word, doers: list[Word]) -> bool:
    """Whether a participle stands right behind another name: "Lee left, and Holt, running for mayor, …"."""
    first = participle.subtree()[0].index
    before = [w for w in participle.root.subtree() if w.index < first][-2:]
    if len(before) < 2 or before[1].text != "," or before[0].pos != "PROPN":
        return False
    held = {w.index for doer in doers for w in doer.subtree()}
    return before[0].index not in held and before[0].dep not in ("pobj", "dobj", "appos", "attr", "npadvmod")


def joined_to(verb: Word) -> Word:
    """The verb that "and" really joins a verb to.

    A finite verb shares no "must" or "had": in "said X must pay and accused Y" it is joined to "said".
    """
    lead, teller = verb.head, _teller_of(verb)
    if teller is not None:
        return teller
    finite = verb.tag in ("VBD", "VBZ", "VBP") and verb.child("aux", "auxpass", *SUBJECTS) is None
    helped = lead.tag in ("VB", "VBN", "VBG") and lead.child("aux", "auxpass") is not None
    helped = helped and lead.head.index < verb.index  # not "the boy was hit and died, he added"
    if lead.child("preconj") is not None:
        return lead  # "had neither answered it nor freed them"
    if finite and helped and lead.dep in ("ccomp", "xcomp", "advcl") and is_verb(lead.head):
        return lead if _is_of_another_tense(verb, lead.head) else lead.head
    return lead


def _is_of_another_tense(verb: Word, over: Word) -> bool:
    """Whether a verb can't share another's subject: "ruled that lists could vanish and are void"."""
    own = verb.child("expl") is not None
    return not own and verb.tag != over.tag and over.tag in ("VBD", "VBZ") and verb.tag in ("VBP", "VBZ")


def _teller_of(verb: Word) -> Word | None:
    """The "said" that goes on with a verb behind what is said: "said it was late and called on Fiji"."""
    words = speech_words()
    kind, over = words.infinitive.get(verb.lemma), verb.head
    while over.dep == "xcomp" and is_verb(over.head):
        over = over.head
    says = verb.lemma in words.reports or kind in ("refusal", "pledge")
    says = says or (kind == "call" and verb.child("xcomp", "ccomp") is not None)
    if not says or over.dep != "ccomp" or over.head.lemma not in words.reports or verb.child(*SUBJECTS):
        return None
    said, own = over.head, over.child(*SUBJECTS)
    apart = any(
        c.lower in _SETS_APART and over.index < c.index
        for c in (*over.children, *verb.head.children, *verb.children)
    )  # "said the army bombed the town, and also accused Lee"
    tenses = verb.tag == said.tag == "VBD" and over.tag in ("VBZ", "VBP")  # "said he works, and asked"
    mute = own is not None and own.pos == "NOUN" and not names_people(own)
    is_so = over.lemma == "be" and over.child("acomp") is not None
    return said if apart or tenses or (verb.tag == said.tag and (mute or is_so)) else None


def objects(verb: Word) -> list[Word]:
    """A verb's direct objects, with the one it shares ("attacked and burned the depot")."""
    own = verb.all("dobj", "oprd")
    if own and own[0].dep == "dobj":
        return meant([n for o in own if o.dep == "dobj" for n in conjuncts(o)])
    if verb.dep == "relcl" and verb.head.pos in ("NOUN", "PROPN") and _gap_is_object(verb):
        return conjuncts(verb.head)
    if verb.dep != "conj" and not is_passive(verb):
        for other in verb.all("conj"):
            shared = other.child("dobj")
            aimed = any(c.dep == "prep" and c.index < other.index for c in verb.children)
            if (
                shared is not None
                and other.tag == verb.tag
                and other.child(*SUBJECTS) is None
                and not aimed  # "shot at a bus and burned a school"
            ):
                return meant(conjuncts(shared))
    return []


def is_told(noun: Word) -> bool:
    """Whether a noun is the gathering that somebody tells something: "told a news conference"."""
    heard = noun.dep == "dobj" and noun.head.lemma in speech_words().hearers
    return heard and noun.lemma.lower() in speech_words().audiences


def _gap_is_object(verb: Word) -> bool:
    """Whether a relative clause leaves out its object: "the depot (that) the rebels burned"."""
    subject = verb.child(*SUBJECTS)
    if subject is None or is_relative(subject) or is_passive(verb):
        return False
    if any(c.lower == "where" for c in verb.all("advmod")):
        return False  # "Suva, where she met Lee"
    return verb.child("ccomp", "xcomp") is None and not any(
        c.dep == "prep" and c.child("pobj", "pcomp") is None for c in verb.children
    )


def agents(word: Word) -> list[Word]:
    """Who stands behind "by" under a verb or noun."""
    found: list[Word] = []
    for link in word.children:
        if link.dep in ("agent", "prep") and link.lower == "by":
            for noun in link.all("pobj"):
                found += conjuncts(noun)
    return meant(found)


def obliques(word: Word, *prepositions: str) -> list[Word]:
    """Nouns that hang on a word by one of these prepositions, "due to" and "out of" by their first word."""
    found: list[Word] = []
    for link in word.children:
        if link.dep in ("prep", "dative", "agent", "advmod", "prt", "mark") and link.lower in prepositions:
            inner = [link, *(c for c in link.children if c.dep in ("prep", "pcomp") and c.pos == "ADP")]
            found += [n for i in inner for noun in i.all("pobj") for n in conjuncts(noun)]
    return meant(found)


def doers(verb: Word) -> list[Word]:
    """Who does what a verb says, whatever its voice."""
    if not is_passive(verb):
        return subjects(verb)
    found = agents(verb)
    if not found and verb.dep != "conj":  # "were stopped and searched by guards"
        joined = [c for c in verb.all("conj") if c.child(*SUBJECTS, "auxpass") is None and is_passive(c)]
        found = [doer for other in joined for doer in agents(other)]
    return found or _torn_agents(verb)


def _torn_agents(verb: Word) -> list[Word]:
    """Who stands behind a "by" that the parse hangs on a place: "shot outside a cafe in Lesk by guards"."""
    where = [n for link in verb.all("prep") if link.lower in _WHERE for n in link.all("pobj")]
    where += [
        n for noun in where for link in noun.all("prep") if link.lower in _WHERE for n in link.all("pobj")
    ]
    places = (n for n in where if n.pos == "PROPN" or is_of(n, "target", "structure", "territory", "locale"))
    return [doer for noun in places for doer in agents(noun)]


def undergoers(verb: Word) -> list[Word]:
    """Whom or what a verb acts upon, whatever its voice."""
    return subjects(verb) if is_passive(verb) else objects(verb)


def is_infinitive(verb: Word) -> bool:
    """Whether "to" leads a verb."""
    return any(c.tag == "TO" and c.dep in ("aux", "mark") for c in verb.children)


def is_finite(verb: Word) -> bool:
    """Whether a verb has tense: by its own form, or by an auxiliary's."""
    if is_infinitive(verb):
        return False
    if any(c.dep in ("aux", "auxpass") and c.tag in ("VBD", "VBZ", "VBP", "MD") for c in verb.children):
        return True
    if verb.tag in ("VBD", "VBZ", "VBP"):
        return verb.tag != "VBD" or not is_passive(verb)
    if verb.dep == "conj" and is_verb(verb.head) and verb.tag == verb.head.tag and not verb.all("aux"):
        return is_finite(verb.head)
    return False


def is_definite(noun: Word) -> bool:
    """Whether a noun points at something known: a name, "the", "his"."""
    loose = governing_words().indefinite
    return noun.pos == "PROPN" or any(
        c.dep in ("det", "poss") and c.lower not in loose for c in noun.children
    )
