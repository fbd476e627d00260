"""Trees to attributions: somebody (the source) says something (the content), by some word (the cue).

One reading of indirect speech for all that needs it: claims, casualties, statements, and whose word an act
is. A cue counts only where it was said: not negated, planned, conditional or asked for. Who only
"discussed" a topic has spoken, but nothing is said by it. A content that is a quotation from end to end is
direct, and left to the quotations; one quoted in part is mixed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from dossier.reading.attribution.according import according_to
from dossier.reading.attribution.clauses import of_clause
from dossier.reading.attribution.content import Attribution, is_said_besides, tells_of_source
from dossier.reading.attribution.judgements import judged
from dossier.reading.attribution.phrases import (
    by_noun,
    described,
    of_infinitive,
    of_object,
    of_preposition,
    of_worry,
)
from dossier.reading.attribution.plurals import last_speaker, with_speakers
from dossier.reading.attribution.references import PRONOUN_GENDERS, may_be
from dossier.reading.attribution.scene import Scene
from dossier.reading.attribution.sources import quoted_as
from dossier.reading.attribution.tellings import labelled, tellings
from dossier.reading.attribution.unsourced import SHAPE as UNSOURCED
from dossier.reading.attribution.unsourced import unsourced
from dossier.reading.grammar.dependents import SUBJECTS, is_passive, is_verb
from dossier.reading.grammar.extents import phrase_of
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.grammar.standing import standing_of
from dossier.reading.text.quoted import Quoted
from dossier.reading.tree import Tree, Word

_PARTICIPLES = frozenset(("advcl", "acl", "ROOT", "ccomp", "conj", "parataxis", "relcl", "dep"))
_AFTER = frozenset(("after", "following", "since"))
"""Prepositions before what had happened."""
_OWNED = frozenset(("accusation", "statement", "warning", "denial"))
"""Kinds of nouns whose clause is the word of whoever owns them: "Lee’s claim that"."""
_NEXT = 2
"""Paragraphs from the next but one on are too far for who spoke in the last."""
_MOST = 12
"""Attributions read in one sentence."""


class Attributions:
    """The attributions of one article, read once; the references are told who speaks, in order."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._found: dict[int, list[Attribution]] = {}
        self._speaking: list[Word] = []
        quoted = scene.quoted
        before: tuple[Tree, list[Attribution]] | None = None
        block: int | None = None
        last: Word | None = None
        for sentence, tree in scene.parses.all():
            found = [
                replace(each, form="direct") if _all_quoted(quoted, each) else each
                for each in attributions_in(tree)
                if not quoted.holds(each.cue.start)
                and not _is_before_places(scene, tree, each.cue)
                and not any(w is not None and quoted.holds(w.start) for w in (each.source, _labelled(each)))
            ]
            if block is None or sentence.block - block >= _NEXT:
                before = last = None
            found = with_speakers(tree, found, before, last, self._is_somebody)
            found = [each for each in found if not _is_open(each)]
            last = last_speaker(tree, found, last, self._is_somebody)
            last = None if last is not None and scene.mention(last) is not None else last
            before, block = (tree, found), sentence.block
            said = [each for each in found if each.kind != "topic"]
            if said:
                self._found[tree.sentence.start] = said
            for attribution in found:
                others = [other for other in found if other is not attribution]
                within = any(other.holds(attribution.cue) for other in others)
                holding = any(attribution.holds(other.cue) for other in others)
                behind = (
                    attribution.shape == "according to" and attribution.cue.start > attribution.content.start
                )
                if within or (behind and holding):
                    continue  # whom somebody tells of isn't who goes on speaking, nor by whom in passing
                if attribution.source is not None and attribution.source.tag not in ("NNS", "NNPS"):
                    self._speaking.append(attribution.source)
        self._speaking.sort(key=lambda source: source.start)
        self._told = 0

    def _is_somebody(self, word: Word) -> bool:
        """Whether a word outside quotations may be a person, whom "he" or "she" could mean."""
        mention = self._scene.names.at(word.start)
        if self._scene.quoted.holds(word.start):
            return False
        if mention is not None or (word.pos == "PROPN" and word.dep in SUBJECTS):
            return mention is None or mention.kind == "person"
        return any(may_be(word, gender) for gender in PRONOUN_GENDERS.values())

    def tell(self, until: int) -> None:
        """Tell the references who speaks before an offset, where they were not told yet."""
        while self._told < len(self._speaking) and self._speaking[self._told].start < until:
            source = self._speaking[self._told]
            self._told += 1
            self._scene.references.spoke(
                phrase_of(self._scene.article.text, source), self._scene.name_of(source)
            )

    def of(self, tree: Tree) -> list[Attribution]:
        """The attributions of one sentence, in the order of their cues."""
        return self._found.get(tree.sentence.start, [])

    def over(self, tree: Tree, word: Word) -> Attribution | None:
        """The innermost attribution whose content holds a word: whose word it is.

        Who condemns a raid does not tell of it: that there was one is the report's own word.
        """
        holding = [
            a
            for a in self.of(tree)
            if a.kind != "judgement" and a.cue is not word and a.holds(word)
            if not _came_before(a, word) and not tells_of_source(word, a.cue)
        ]
        return min(holding, key=lambda a: a.content.end - a.content.start, default=None)


def _is_open(each: Attribution) -> bool:
    """Whether nothing tells what the "it" that says something is."""
    return each.source is not None and each.source.lower == "it" and each.means is None


def _came_before(each: Attribution, word: Word) -> bool:
    """Whether a word is of what had happened when something was promised or asked for.

    "Kenya vowed to send aid after two storms": who tells of the vow tells of the storms, not Kenya.
    """
    if each.shape != "infinitive" or word in each.heads:
        return False
    behind = takewhile(lambda over: over not in each.heads, (word, *word.ancestors()))
    return any(over.dep == "prep" and over.lower in _AFTER for over in behind)


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
        closing = opening + quoted.length_at(opening)
        return closing >= end or closing <= attribution.cue.start < end  # "“It is late” added Lee"
    return quoted.holds(start) and quoted.holds(end - 1)


def attributions_in(tree: Tree) -> list[Attribution]:
    """The attributions of one sentence, in the order of their cues."""
    label = labelled(tree.words)
    found: list[Attribution] = [label] if label is not None else []
    for word in tree.words:
        if len(found) >= _MOST:
            break
        by_cue = [*_by_cue(word)]
        nobodys = unsourced(word) if not by_cue else None
        found += by_cue if nobodys is None else [nobodys]
    return [each for each in found if each.shape != UNSOURCED or not _is_anothers(each, found)]


def _is_anothers(each: Attribution, found: list[Attribution]) -> bool:
    """Whether what nobody is named for lies within what somebody is said to say."""
    return any(other is not each and other.holds(each.cue) for other in found)


def _by_cue(word: Word) -> Iterator[Attribution]:
    if word.lower == "according":
        yield from according_to(word)
    elif word.pos == "NOUN" and speech_words().nouns.get(word.lemma) in _OWNED:
        found = [*by_noun(word)]
        yield from found or tellings(word)
    elif is_verb(word) and word.dep not in ("aux", "auxpass", "amod", "compound"):
        found = [*_by_verb(word)]
        yield from found or tellings(word)
    else:
        yield from tellings(word)


def _by_verb(verb: Word) -> Iterator[Attribution]:
    words = speech_words()
    lemma = verb.lemma
    if (
        lemma not in words.reports
        and lemma not in words.asides
        and lemma not in words.infinitive
        and lemma not in words.object
        and lemma not in words.judges
        and lemma not in words.raising
        and lemma != "hold"
    ):
        return
    relayed = bool(quoted_as(verb))
    told = verb.head.head if relayed or is_said_besides(verb) else verb  # "said it was not shut, adding that"
    if not standing_of(told).took_place or (verb.tag == "VBG" and not (relayed or _tells(verb))):
        return  # "apologised for saying"
    if (
        _is_ordered(verb)
        or _may_be_another_s(verb)
        or _narrows_many(verb)
        or _describes(verb)
        or _is_out_of_tense(verb)
    ):
        return
    found = (
        of_clause(verb)
        or of_infinitive(verb)
        or of_preposition(verb)
        or described(verb)
        or judged(verb)
        or of_object(verb)
        or of_worry(verb)
    )
    if found is not None:
        yield found


def _tells(verb: Word) -> bool:
    """Whether a form in "-ing" tells that something was said: "saying that", "answered by saying".

    "After alleging that" is the subject's where it opens the sentence; behind an object either may say it,
    and behind a gathering those who gather: "he thanked the men who met her at a march demanding a vote".
    """
    within = verb.head.head.head if verb.head.dep == "pobj" else verb.head
    if verb.dep == "acl" and within.dep == "relcl" and verb.head.lemma in speech_words().audiences:
        return False
    if verb.dep in _PARTICIPLES:
        return True
    link = verb.head
    over = link.head
    if verb.dep != "pcomp" or link.dep != "prep" or not is_verb(over) or is_passive(over):
        return False
    if over.dep not in ("ROOT", "conj", "relcl"):
        return False  # "his message that the council failed us by saying": his message may be what says it
    told = speech_words().clause.get(verb.lemma) == "statement"  # "by asking for a vote" is a way to do it
    return (link.lower == "by" and told) or (link.lower == "after" and link.index < over.index)


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


def _is_ordered(verb: Word) -> bool:
    """Whether somebody is to do both: "schools are ordered to close, while pledging help"."""
    over = verb.head
    if verb.dep != "advcl" or verb.tag != "VBG" or speech_words().infinitive.get(over.lemma) != "call":
        return False
    asked = any(verb.index > c.index > over.index for c in over.all("xcomp"))
    return asked and verb.child("mark") is not None


def _narrows_many(verb: Word) -> bool:
    """Whether a clause tells which of many are meant: "Democrats who agree that …" are not all of them."""
    over = verb.head
    if verb.dep != "relcl" or over.tag not in ("NNS", "NNPS") or verb.tag not in ("VBP", "VB"):
        return False
    who = verb.child("nsubj")
    return who is not None and who.tag == "WP" and who.index == over.index + 1


def _is_out_of_tense(verb: Word) -> bool:
    """Whether a verb can't go on in another tense or number: "took bills, and admit cards"."""
    plain = verb.tag in ("VBP", "VB") and verb.dep == "conj" and verb.head.tag in ("VBD", "VBZ")
    return plain and verb.child("nsubj", "nsubjpass", "expl", "aux", "ccomp") is None


def _describes(verb: Word) -> bool:
    """Whether a participle stands for an adjective in a list of them: "regular, pledged delegates"."""
    if verb.dep != "conj" or verb.child("nsubj", "nsubjpass", "aux", "cc") is not None:
        return False
    before = [w for w in verb.head.subtree() if verb.index - 2 <= w.index < verb.index]
    return len(before) == 2 and before[1].text == "," and before[0].pos == "ADJ" and before[0].dep != "acomp"
