"""Words that a cue governs to the attribution of them: who says what, from its first word to its last."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from dossier.reading.attribution.sources import who_goes_on
from dossier.reading.findings import Span
from dossier.reading.grammar.changing import changes
from dossier.reading.grammar.conditions import conditions, limits
from dossier.reading.grammar.dependents import SUBJECTS, conjuncts, is_verb, joined_to
from dossier.reading.grammar.noun_classes import names_people
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.tree import Word

_QUOTES = frozenset('“”"')
_AGAINST = frozenset(("while", "whereas", "whilst"))
_DASHES = frozenset(("-", "–", "—", "--"))


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
    means: Word | None = None
    """Whom its pronoun means where no name does: those who spoke before."""
    form: str = "indirect"
    """indirect; mixed where part of the content is quoted, direct where all of it is."""
    beside: tuple[Word, ...] = ()
    """What hangs on the heads and is no part of what is said: what others say meanwhile."""

    def holds(self, word: Word) -> bool:
        """Whether a word is part of what is said."""
        over = (word, *word.ancestors())
        return any(w in self.heads for w in over) and not any(w in self.beside for w in over)


def sources_of(attribution: Attribution) -> list[Word]:
    """All that "and" joins to a source."""
    return conjuncts(attribution.source) if attribution.source is not None else []


def tells_of_source(word: Word, cue: Word) -> bool:
    """Whether a word tells of who says so, not of what is said: "according to a letter sent in May"."""
    over = [word, *word.ancestors()]
    at = over.index(cue) if cue.lower == "according" and cue in over else 0
    if at < 2:  # nothing stands behind "according" and its "to"
        return False
    below, source = over[: at - 2], over[at - 2]
    told = any(each.dep == "ccomp" for each in below)  # "a letter, which says that …"
    return source.dep == "pobj" and (not below or (below[-1].dep in ("acl", "relcl") and not told))


def attributed(
    kind: str,
    source: Word | None,
    cue: Word,
    heads: list[Word],
    shape: str,
    *,
    target: Word | None = None,
    without: Word | None = None,
    also: Word | None = None,
) -> Attribution | None:
    """The attribution; None where nothing is left to be said.

    A condition is part of what is said wherever the parse hangs it: "if elected, Lee vowed to leave"; and so
    is what makes another thing of it: "accused the port of warning boats | too late".
    """
    limiting = limits(cue) if shape == "infinitive" else conditions(cue)
    heads = heads + [c for c in limiting if c not in heads]
    heads += _hung_too_high(cue, heads)
    apart = [w for head in heads for w in head.all("conj") if is_verb(w) and _is_of_teller(head, w)]
    apart += [w for w in _joined_within(heads) if joined_to(w) not in (w.head, *heads)]
    apart += [w for head in heads for w in head.all("advcl") if head.head is cue and is_said_besides(w)]
    if shape == "aside":  # "It is late, Lee said, and the ferry is full": whether that is his too stays open
        walled = [c for head in heads for c in head.children if _is_beyond_wall(c, cue, head)]
        apart += walled
        apart += [w for head in heads for w in head.all("conj") if w.index > cue.index and _has_own(w)]
    beside = tuple(w for head in heads for w in head.subtree() if _is_others_word(w, head))
    beside += tuple(w for head in heads for w in head.all("conj") if _is_told_beside(head, w))
    apart += beside
    left = {id(w) for over in (without, also, *apart) if over is not None for w in over.subtree()}
    inside_it = [head for head in heads if without is not None and without in head.ancestors()]
    left -= {id(w) for over in (*limiting, *inside_it) for w in over.subtree()}
    words = sorted({w.index: w for head in heads for w in head.subtree() if id(w) not in left}.items())
    inside = [w for _, w in words if w is not cue]
    behind = [w for w in inside[1:] if w.pos != "PUNCT"][:1]
    led = without is not None and behind and inside[0].index < without.index < behind[0].index
    if led and inside[0].pos in ("CCONJ", "ADV"):  # "But according to Lee, …", "Now, according to Lee, …"
        inside = inside[inside.index(behind[0]) :]
    while inside and (inside[-1].pos in ("PUNCT", "CCONJ") and inside[-1].text not in '”"'):
        inside.pop()
    while inside and inside[0].pos == "PUNCT" and inside[0].text not in '“"':
        inside.pop(0)
    if not inside or _runs_on(inside[-1]) or _is_torn(inside[0]) or _hides_subject(inside):
        return None
    if inside[0].index < cue.index and _opens_quotation(cue, heads):
        return None
    if source in inside and all(w in source.subtree() for w in inside):
        return None  # "expressed the priest": nothing but who says it
    marks = [w for w in inside if w.text in _QUOTES]
    first = _with_opening_mark(inside[0], marks)
    marks = marks if first is inside[0] else [first, *marks]
    last = _with_closing_mark(inside[-1], marks)
    return Attribution(
        kind=kind,
        source=source,
        cue=cue,
        content=Span(first.start, last.end),
        heads=tuple(heads),
        target=target,
        shape=shape,
        form="mixed" if marks else "indirect",
        beside=beside,
    )


def is_said_besides(verb: Word) -> bool:
    """Whether the source says more by a participle behind what is said: "said it was late, adding that".

    Not where those it tells of may say so: "said that farmers marched, claiming that".
    """
    if speech_words().clause.get(verb.lemma) != "statement" or verb.child("ccomp") is None:
        return False
    who = verb.head.child(*SUBJECTS)
    may_speak = who is None or who.pos == "PROPN" or (who.pos == "NOUN" and names_people(who))
    return who_goes_on(verb) is not None and (verb.lemma in speech_words().going_on or not may_speak)


def _opens_quotation(cue: Word, heads: list[Word]) -> bool:
    """Whether a quotation stands behind the cue whole: "after the talks, Lee said, “We met”"."""
    behind = [w for w in cue.root.subtree() if w.index > cue.index][:2]
    quoted = any(w.text in ("“", '"') for w in behind) and all(w.pos == "PUNCT" for w in behind[:1])
    return quoted and any(w.index > cue.index for head in heads for w in head.all(*SUBJECTS))


def _with_closing_mark(last: Word, marks: list[Word]) -> Word:
    """The last word, or the mark right behind it that closes what is quoted at the end of what is said."""
    opened = bool(marks) and (marks[-1].text == "“" or (marks[-1].text == '"' and len(marks) % 2 == 1))
    if not opened:
        return last
    behind = next((w for w in last.root.subtree() if w.index == last.index + 1), last)
    return behind if behind.text in '”"' else last


def _with_opening_mark(first: Word, marks: list[Word]) -> Word:
    """The first word, or the mark right before it that opens what is quoted at the beginning."""
    torn = bool(marks) and (marks[0].text == "”" or (marks[0].text == '"' and len(marks) % 2 == 1))
    if not torn or marks[0].index == first.index:
        return first
    before = next((w for w in first.root.subtree() if w.index == first.index - 1), first)
    return before if before.text in '“"' else first


def told_besides(noun: Word) -> Word | None:
    """The clause behind a comma that tells more of a noun's last words: "the flood, which hit the port".

    It is the teller's: "admitted the delay, which cost the town a million" admits no cost.
    """
    words = noun.subtree()
    last = words[-1]
    within = takewhile(lambda over: over is not noun, (last, *last.ancestors()))
    clause = next((over for over in within if over.dep == "relcl"), None)
    first = clause.subtree()[0] if clause is not None else None
    if first is None or first.lower not in ("which", "who", "whose", "whom"):
        return None
    return clause if any(w.text == "," and w.index == first.index - 1 for w in words) else None


def _hung_too_high(cue: Word, heads: list[Word]) -> list[Word]:
    """What follows what is said right away and is part of it, where the parse hung it on the cue."""
    end, found = max(w.index for head in heads for w in head.subtree()), []
    for word in cue.children:
        words = word.subtree()
        told = changes(word) or (word.dep == "npadvmod" and word.pos == "ADJ")
        follows = words[0].index == end + 1 and told
        if word.index > end and (follows or _joins_what_is_said(word, cue, end)):
            found.append(word)
            end = words[-1].index
    return found


def _joins_what_is_said(noun: Word, cue: Word, end: int) -> bool:
    """Whether a noun is joined to the end of what is said: "is not to punish the miller | , but the town"."""
    if noun.dep != "conj" or noun.pos not in ("NOUN", "PROPN"):
        return False
    joins = {c.index for c in cue.children if c.dep in ("cc", "punct")}
    return joins.issuperset(range(end + 1, noun.subtree()[0].index))


def _is_beyond_wall(clause: Word, cue: Word, head: Word) -> bool:
    """Whether a semicolon parts a clause from the one with "Lee said": "It is late; few, he said, go"."""
    if not is_verb(clause) or clause in (cue, *cue.ancestors()):
        return False
    first, last = sorted((clause.index, cue.index))
    return any(w.text == ";" for w in head.subtree() if first < w.index < last)


def _is_of_teller(head: Word, clause: Word) -> bool:
    """Whether the teller goes on behind a dash: "Lee said it was late – but does that help?"."""
    own = clause.child("nsubj", "nsubjpass", "expl")
    if own is None or clause.child("mark") is not None:
        return False
    between = [c for c in head.children if head.index < c.index < clause.index]
    dash = next((c for c in between if c.text in _DASHES), None)
    return dash is not None and any(c.dep == "cc" and c.index > dash.index for c in between)


def _is_told_beside(head: Word, clause: Word) -> bool:
    """Whether a comma and "and" lead to what another says: "Lee said it was late, and Holt said nine"."""
    own, said = clause.child(*SUBJECTS), clause.child("ccomp") is not None or clause.lemma == "say"
    if own is None or not said or clause.child("mark") is not None or own.index > clause.index:
        return False
    if clause.lemma not in speech_words().reports or own.lower in ("it", "this", "that"):
        return False
    link = next((c for c in head.all("cc") if head.index < c.index < clause.index), None)
    return link is not None and any(c.text == "," and c.index == link.index - 1 for c in head.subtree())


def _is_others_word(word: Word, head: Word) -> bool:
    """Whether a clause behind what is said sets against it what somebody else says.

    "Lee said it was late, while the port said …", "…, with neighbours claiming …": who writes tells both.
    """
    if word.index < head.index:
        return False
    if word.lower == "with" and word.dep == "prep":
        who = word.child("pobj")
        verb = word.child("pcomp") or (who.child("acl") if who is not None else None)
        teller = verb.child("nsubj") if verb is not None and verb.dep == "pcomp" else who
        return verb is not None and verb.tag == "VBG" and _tells(verb, teller)
    if word.dep != "advcl" or _AGAINST.isdisjoint(c.lower for c in word.all("mark")):
        return False
    teller = word.child("nsubj")  # "while Lee said …"; "while Lee refused aid, saying …"
    return any(_tells(w, teller) for w in (word, *(c for c in word.all("advcl") if c.tag == "VBG")))


def _tells(verb: Word, teller: Word | None) -> bool:
    """Whether a verb of saying with what is said by it has somebody of its own for it."""
    said = verb.child("ccomp", "xcomp")
    says = speech_words().clause.get(verb.lemma) or speech_words().infinitive.get(verb.lemma)
    return said is not None and says is not None and teller is not None and teller.pos in ("NOUN", "PROPN")


def _joined_within(heads: list[Word]) -> list[Word]:
    """The verbs that "and" joins to these or to what completes them."""
    chain = [*heads]
    for over in chain:
        chain += over.all("xcomp")
    return [w for over in chain for w in over.all("conj") if is_verb(w)]


def _has_own(verb: Word) -> bool:
    return verb.child(*SUBJECTS, "expl") is not None


def _hides_subject(words: list[Word]) -> bool:
    """Whether the main clause's subject was taken for a part: "the trial for the murder of Lee resumed"."""
    return any(
        link.dep == "prep"
        and link.child("pobj", "pcomp") is None
        and any(w.dep in ("nsubj", "nsubjpass") and w.subtree()[0].index == link.index + 1 for w in words)
        for link in words
    )


def _is_torn(first: Word) -> bool:
    """Whether what is said begins with the "and" behind a noun it leaves out: "Lee and I, he said"."""
    root = first.root
    before = next((w for w in root.subtree() if w.index == first.index - 1), None)
    return first.pos == "CCONJ" and first.index > 0 and (before is None or before.pos != "PUNCT")


def _runs_on(last: Word) -> bool:
    """Whether the last word is cut: at a hyphen, "it will not re-open", or from its noun, "the murder of"."""
    if last.lemma == "have" and last.tag == "VB" and last.dep == "xcomp":
        return True  # "a device Lee says they are reported to have"
    behind = next((w for w in last.root.subtree() if w.index == last.index + 1), None)
    if behind is None:
        return False
    lost = last.dep == "prep" and last.child("pobj", "pcomp") is None and behind.pos in ("NOUN", "PROPN")
    return lost or (behind.start == last.end and behind.text == "-")
