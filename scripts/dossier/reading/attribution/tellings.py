"""Words to whose word a clause is, where no verb of saying tells it.

"Is adamant that …", "in the union's version, …", "the indictment has him paying …", "to hear the union, …",
"witnesses: …", "the plaintiffs' case is that …", "…, a charge they deny", "…, or so the mayor has it": the
forms of `lexicon/tellings.yaml`. Read for claims and asked by the gate alike: what is told so is never the
report's own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from dossier.reading.attribution.content import Attribution, attributed
from dossier.reading.attribution.sources import can_speak
from dossier.reading.findings import Span
from dossier.reading.grammar.dependents import (
    agents,
    is_finite,
    is_infinitive,
    is_passive,
    is_verb,
    obliques,
    subjects,
)
from dossier.reading.grammar.noun_classes import has_a_say, names_people
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.grammar.standing import standing_of
from dossier.reading.lexicon import load_table
from dossier.reading.patterns import Pattern, Words
from dossier.reading.tree import Row, Word, kept_with

_WITHIN_LABEL = frozenset(("to", "of", "for"))
_OPEN = frozenset(("noun is that", "told of"))
"""Shapes that leave out whose word it is."""
_MOST_LABEL = 9
"""Words before a colon that may be somebody: "Police to the court: …"."""
_KINDS: dict[str, Callable[[Word], bool]] = {
    "verb": is_verb,
    "told": lambda word: is_verb(word) and standing_of(word).took_place,
    "asked": lambda word: standing_of(word).modality == "asked",
    "finite": is_finite,
    "infinitive": is_infinitive,
    "passive": is_passive,
    "speaker": can_speak,
    "people": names_people,
    "with a say": has_a_say,
    "reporting": lambda word: word.lemma in speech_words().reports,
    "topical": lambda word: (word.head.lemma, word.lower) in speech_words().preposition,
    "telling it": lambda word: _tells_it(word),
    "saying so": lambda word: says_so(word),
}
"""What `is` asks of a word."""
_ROLES: dict[str, Callable[[Word], Sequence[Word]]] = {
    "subject": lambda word: subjects(word)[:1],
    "agent": lambda word: agents(word)[:1],
    "of": lambda word: obliques(word, "of"),
    "holder": lambda word: [*word.all("poss", "nmod"), *obliques(word, "of", "from")],
}


class _Sentence(Words):
    """All words that hang on a root, in the places they have in their sentence."""

    def __init__(self, root: Word) -> None:
        self.words = {word.index: word for word in root.subtree()}
        gap = Row(0, 0, 0, "", "", "", "")
        rows = [gap._replace(head=at) for at in range(max(self.words) + 1)]
        for at, word in self.words.items():
            rows[at] = Row(0, 0, word.head.index, word.dep, word.tag, word.pos, word.lemma.lower())
        super().__init__(rows, "")

    def text(self, at: int) -> str:
        return self.words[at].text if at in self.words else ""

    def is_so(self, at: int, what: str) -> bool:
        return _KINDS[what](self.words[at])

    def role(self, at: int, role: str) -> Sequence[int]:
        return [word.index for word in _ROLES[role](self.words[at])]


class _Form(Pattern):
    """A block of tellings.yaml."""

    heads: str
    """What is said: the words it hangs on, with `|` between them."""
    cue: str = "cue"
    """The word by which it is said."""
    kind: str = "statement"
    kind_by: str = ""
    """The noun that tells the kind, where it is one for that."""
    apart: str = ""
    """What hangs on a head and is no part of what is said."""
    shape: str = ""
    """The name, where nothing is given; `{cue}` stands for its lemma."""
    open: bool = False

    def of(self, sentence: _Sentence) -> Iterator[tuple[int, Attribution]]:
        """The attributions it makes in a sentence, each with the place of the first word found."""
        for found in self.fits(sentence):
            made = self._attribution({name: sentence.words[at] for name, at in found.items()})
            if made is not None:
                yield found[self.find[0].word], made

    def _attribution(self, found: dict[str, Word]) -> Attribution | None:
        cue, nouns = found[self.cue], speech_words().nouns
        kind = nouns.get(found[self.kind_by].lemma.lower(), self.kind) if self.kind_by else self.kind
        heads = [found[name] for name in self.heads.split("|")]
        shape = (self.shape or self.name).replace("{cue}", cue.lemma)
        return attributed(kind, found.get("source"), cue, heads, shape, without=found.get(self.apart))


@cache
def forms() -> tuple[_Form, ...]:
    """All forms, the surest first."""
    return load_table("tellings", tuple[_Form, ...])


def tellings(word: Word, *, sure: bool = True) -> Iterator[Attribution]:
    """Attributions that a word makes without a verb of saying.

    Where they need not be `sure`, also by who is no known speaker, or of what need not have been said: enough
    to doubt that it is the report's own.
    """
    for form, found in _all_told(word.root).get(word.index, ()):
        if not form.open or not sure or _is_told(found):
            yield found
            return


@kept_with
def _all_told(root: Word) -> dict[int, list[tuple[_Form, Attribution]]]:
    """What all forms tell below a root, by the place of the word that opens each."""
    sentence = _Sentence(root)
    told: dict[int, list[tuple[_Form, Attribution]]] = defaultdict(list)
    for form in forms():
        for at, found in form.of(sentence):
            told[at].append((form, found))
    return told


def _is_told(found: Attribution) -> bool:
    """Whether somebody who can be a source is said to have said so."""
    cue = found.cue
    verb = cue if is_verb(cue) else cue.head
    has = verb.lemma == "count" and verb.tag in ("VBZ", "VBP", "VB")  # "the club counts 700 members"
    named = can_speak(found.source) or (found.source is None and found.shape in _OPEN)
    return named and not has and standing_of(verb).took_place


def labelled(words: tuple[Word, ...]) -> Attribution | None:
    """Of "Witnesses: rebels burned the mill": who stands before a colon, of what stands behind it."""
    colon = next((w for w in words[:_MOST_LABEL] if w.text == ":"), None)
    if colon is None or not 0 < colon.index < len(words) - 2:
        return None
    before = words[: colon.index]
    root = next(w for w in words if w.head is w)
    who = next((w for w in before if w.pos in ("NOUN", "PROPN") and not _leads(w)), None)
    if who is None or root.index < colon.index or not is_verb(root) or not is_finite(root):
        return None
    said = who.lemma.lower() in {*speech_words().nouns, *speech_words().accounts} and bool(who.all("poss"))
    common = who.tag in ("NN", "NNS") or who.index == 0
    listed = who.child("nummod") is not None  # "Two clerks: Ana Lume and Ivo Stam, each took half"
    apart = listed or any(is_verb(w) or (w.pos == "ADP" and w.lower not in _WITHIN_LABEL) for w in before)
    if apart or not (said or (common and names_people(who))):
        return None
    source = who.all("poss")[0] if said else who
    last = next((w for w in reversed(words) if w.pos != "PUNCT"), root)
    content = Span(words[colon.index + 1].start, last.end)
    return Attribution(
        kind="statement", source=source, cue=who, content=content, heads=(root,), shape="label"
    )


def _leads(word: Word) -> bool:
    """Whether a noun only leads to the one behind it, or owns it: "the union" of "the union's complaint"."""
    return word.dep in ("compound", "nmod", "poss", "amod")


def _tells_it(verb: Word) -> bool:
    """Whether a verb of telling has "it": "the way Lume tells it"."""
    words = speech_words()
    told = verb.lemma in words.asides | words.asides_with_it
    return told and any(c.lower == "it" for c in verb.all("dobj"))


def says_so(verb: Word) -> bool:
    """Whether a clause says by "so" whose word the one before was: "so says the mayor"."""
    if not is_verb(verb) or not any(c.lower == "so" for c in verb.all("advmod")):
        return False
    has_it = any(c.lower == "it" for c in verb.all("dobj")) or any(
        c.lemma == "believe" for c in verb.all("ccomp")
    )
    return (verb.lemma == "have" and has_it) or (
        verb.lemma in speech_words().clause and verb.child("ccomp", "xcomp") is None
    )
