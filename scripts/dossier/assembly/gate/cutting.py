"""Whether what is claimed is told to its end: not before a "but" or "unless", nor without its object."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.assembly.gate.proposition import Doubt, Part, Proposition, does_not, not_shown
from dossier.assembly.gate.reach import Reading, clause_verb
from dossier.assembly.gate.words import gate_words
from dossier.reading.findings import Span
from dossier.reading.grammar.changing import changes
from dossier.reading.grammar.dependents import SUBJECTS, is_finite, is_infinitive, is_verb
from dossier.reading.tree import Word

_HELD = ("dobj", "attr", "acomp", "ccomp", "xcomp", "oprd", "prt")
"""What a verb says nothing whole without."""
_OPENING = 6
"""Words within which the subject of a clause stands behind its "but"."""


def act_doubts(asked: Proposition, text: str, reading: Reading) -> Iterator[Doubt]:
    """A doubt for what is claimed when it ends before the words that limit it."""
    for part in asked.parts:
        if part.role == "act":
            rest = text[part.span.end : part.span.end + 40].lstrip(" ,;—–”")
            limited = rest.lower().startswith(gate_words().takes_back)
            if rest.lower().startswith("but ") and (
                _is_besides(part, reading)
                or _goes_on(part, asked.trigger, reading)
                or _keeps_silent(part, reading)
            ):
                continue
            if rest.lower().startswith("until ") and _forbids(asked.trigger, reading):
                continue  # a time until which it is forbidden limits nothing of what is
            if _is_one_of_two(part, reading):
                continue
            if limited and not rest.lower().startswith(gate_words().no_limits):
                told = not_shown if _says_more(part, reading) else does_not
                yield told("act", f"it goes on: “{rest[:30]}”")
            elif rest.lower().startswith("when ") and _is_proviso(part, reading):
                yield does_not("act", f"it goes on: “{rest[:30]}”")
            elif (left := left_out(part.span, asked.trigger, reading)) is not None:
                yield not_shown("act", f"“{left}” is left out of what is claimed")


def left_out(told: Span, trigger: Span, reading: Reading) -> str | None:
    """The word without which what is claimed is another thing: an object, a bound, its verb, "too late"."""
    inside, tree = reading.words(told), reading.tree_at(told.start)
    behind = tree.after(inside[-1]) if tree is not None and inside else None
    turned = behind is not None and any(
        changes(word) and word.subtree()[0] is behind for word in (behind, *behind.ancestors())
    )
    if behind is not None and turned:
        return behind.text
    for word in inside:
        held = word.all(*_HELD) if is_verb(word) else word.all("quantmod") if word.tag == "CD" else []
        for child in held:
            own = child.subtree()
            before = tree.before(own[0]) if tree is not None else None
            apart = child.lower == "that" or (before is not None and before.text == ",")
            outside = not any(told.start <= w.start < told.end for w in own)
            if outside and not apart:
                return child.text
    head = reading.head(told)
    verb = clause_verb(head) if head is not None else None
    if head is None or verb is None or head is verb or head.dep not in (*SUBJECTS, "dobj"):
        return None
    said = verb.dep in ("ccomp", "xcomp") and any(
        trigger.start <= over.start < trigger.end for over in verb.ancestors()
    )
    return verb.text if said else None


def _is_besides(part: Part, reading: Reading) -> bool:
    """Whether a "but" behind what is claimed joins a clause to the claiming: "urged them, but few left"."""
    head, tree = reading.head(part.span), reading.tree_at(part.span.start)
    if head is None or tree is None:
        return False
    link = next((w for w in tree.words if w.start >= part.span.end and w.lower == "but"), None)
    if link is None or link.head not in head.ancestors():
        return False
    behind = tree.words[link.index + 1 : link.index + _OPENING]
    opens = any(w.dep in SUBJECTS for w in behind)
    asked = is_infinitive(clause_verb(head)) and any(
        c.dep == "conj" and is_finite(c) and c.lemma not in gate_words().says_only for c in link.head.children
    )
    return (opens and behind[0].tag not in ("IN", "WDT", "RB", "VBD", "VBZ", "VBP")) or asked


def _goes_on(part: Part, trigger: Span, reading: Reading) -> bool:
    """Whether a "but" joins another predicate to the claiming: "admits taking it but denies using it".

    Not one that may say more of what is claimed ("… but added that"), nor behind a clause that it may join.
    """
    head, verb, tree = reading.head(part.span), reading.head(trigger), reading.tree_at(trigger.start)
    if head is None or verb is None or tree is None:
        return False
    link = next((w for w in tree.words if w.start >= part.span.end and w.lower == "but"), None)
    over = [word for word in (head, *head.ancestors()) if word is not verb and verb in word.ancestors()]
    if link is None or link.head is not verb or any(w.dep == "ccomp" for w in over):
        return False
    thing = head.pos in ("NOUN", "PROPN") and head in verb.all("dobj")
    joins = (*SUBJECTS, "neg") if thing else (*SUBJECTS, "ccomp", "neg")
    return any(
        c.index > link.index
        and c.tag == verb.tag
        and c.lemma not in gate_words().says_only
        and c.child(*joins) is None
        for c in verb.all("conj")
    )


def _keeps_silent(part: Part, reading: Reading) -> bool:
    """Whether a "but" only tells what somebody would not say: "confirmed it but would not say when"."""
    tree, words = reading.tree_at(part.span.start), gate_words()
    behind = [w for w in tree.words if w.start >= part.span.end] if tree is not None else []
    link = next((n for n, w in enumerate(behind) if w.lower == "but"), None)
    if link is None:
        return False
    told = next((w for w in behind[link + 1 :] if is_verb(w) and w.dep not in ("aux", "auxpass")), None)
    if told is None or told.child(*SUBJECTS) is not None:
        return False
    if told.lemma in words.declines:
        return any(c.lemma in words.reticent for c in told.all("xcomp"))
    return told.lemma in words.reticent and told.child("neg") is not None


def _forbids(trigger: Span, reading: Reading) -> bool:
    verb = reading.head(trigger)
    return verb is not None and verb.lemma in gate_words().forbids


def _behind(part: Part, reading: Reading) -> list[Word]:
    """The words of the sentence behind a part, commas apart."""
    tree = reading.tree_at(part.span.start)
    words = tree.words if tree is not None else ()
    return [w for w in words if w.start >= part.span.end and w.pos != "PUNCT"]


def _is_one_of_two(part: Part, reading: Reading) -> bool:
    """Whether a "but not" only says so of another thing: "confirmed the recall but not the cost"."""
    head, behind = reading.head(part.span), _behind(part, reading)
    if head is None or head.dep != "dobj" or len(behind) < 2 or behind[0].lower != "but":
        return False
    other = next((w for w in head.all("conj") if w.index > behind[0].index), None)
    plain = other is not None and behind[1] in other.all("neg")
    return plain and other is not None and other.child("det", "poss") is not None


def _says_more(part: Part, reading: Reading) -> bool:
    """Whether a "but" leads to more that is said, which may take it back or not: "…, but added that"."""
    behind = _behind(part, reading)
    return len(behind) > 1 and behind[0].lower == "but" and behind[1].lemma in gate_words().says_only


def _is_proviso(part: Part, reading: Reading) -> bool:
    """Whether a "when" opens under which conditions it is so: "safe when taken as told"."""
    behind = _behind(part, reading)
    return len(behind) > 1 and behind[1].tag == "VBN" and behind[1].child(*SUBJECTS, "auxpass") is None
