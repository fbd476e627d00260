"""The words of saying over a clause, and who says it: "said that", "according to", "in the mayor's view"."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.assembly.gate.parting import JOINED
from dossier.assembly.gate.phrased import Voice, can_tell, is_of_mind, phrased, speakers_of
from dossier.assembly.gate.saying_reach import (
    closes_what_is_said,
    has_own_subject,
    is_adverbial,
    is_answered,
    is_before_anothers,
    is_reason_behind,
    is_reason_told,
    is_told_behind,
    is_told_within,
    may_stand_for_itself,
    names_itself,
    stands_against,
)
from dossier.assembly.gate.tellers import told_of
from dossier.assembly.gate.words import gate_words
from dossier.reading.attribution.content import sources_of, tells_of_source
from dossier.reading.grammar.asides import asides_of, says_whose
from dossier.reading.grammar.dependents import (
    agents,
    conjuncts,
    is_finite,
    is_infinitive,
    is_passive,
    is_verb,
    meant,
    obliques,
    subjects,
)
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.tree import Word

_KNOWN = ("relcl", "appos", "acl", "amod")


def voices_of(trigger: Word) -> list[Voice]:
    """All who say what a word tells: over its clause, the innermost first, and by other words than verbs."""
    found = list(voices_over(trigger))
    cues = {voice.cue.index for voice in found}
    told = (each for each in told_of(trigger) if each.cue.index not in cues)
    return [*found, *(Voice(each.cue, tuple(sources_of(each)), sure=True) for each in told)]


def voices_over(trigger: Word) -> Iterator[Voice]:
    """The words of saying over a word, the innermost first."""
    node, sure, loose, within, closed = trigger, True, False, False, False
    seen: set[int] = set()
    for _ in range(40):
        if is_verb(node):
            for voice in _beside(node, sure, trigger):
                if voice.cue.index not in seen:
                    seen.add(voice.cue.index)
                    yield voice._replace(open=True) if closed else voice
            for other in node.all("conj"):
                if is_verb(other) and other.child("nsubj", "nsubjpass") is None:
                    for voice in _beside(other, sure, trigger):
                        if voice.cue.index not in seen and voice.cue.lower == "according":
                            seen.add(voice.cue.index)
                            yield voice
        if node.head is node or is_before_anothers(node):
            return
        over = _over(node, sure)
        if over is not None and over.cue.index not in seen:
            seen.add(over.cue.index)
            apart = loose or within
            yield over._replace(sure=False, open=True) if apart else over
        loose = loose or has_own_subject(node) or may_stand_for_itself(node)
        cleft = (
            node.dep == "relcl"
            and node.head.dep == "attr"
            and any(c.lower == "it" for c in node.head.head.children)
        )
        if cleft:
            pass  # "it was the cutter that had rammed it"
        elif (
            node.dep in _KNOWN
            or is_answered(node)
            or (node.dep == "advcl" and is_adverbial(node) and not is_told_behind(node))
        ):
            spoken_of = node.dep == "advcl" and not stands_against(node)
            closed = closed or (sure and closes_what_is_said(node))
            within = within or closed or (sure and (spoken_of or is_told_within(node)))
            sure = False
        node = node.head


def _over(node: Word, sure: bool) -> Voice | None:
    """The voice of the head a clause hangs on; none of "rebels calling themselves the Tern Brigade"."""
    head = node.head
    aside = _aside_before(node)
    if aside is not None:
        return Voice(aside, tuple(speakers_of(aside)), sure=False, open=True)
    if node.dep == JOINED:
        return Voice(head, tuple(speakers_of(head)), sure=False, open=True)
    if names_itself(head):
        return None
    if is_reason_told(node):
        return Voice(head, tuple(speakers_of(head)), sure)
    if is_reason_behind(node):
        return Voice(head, tuple(speakers_of(head)), sure=False, open=True)
    return _of_head(node, sure)


def _aside_before(node: Word) -> Word | None:
    """The "said" set within a sentence before a clause joined behind it: "…, he said, and two had died"."""
    if node.dep != "parataxis" or node.child("nsubj", "nsubjpass", "expl") is None:
        return None
    before = (c for c in node.head.all("parataxis") if c.index < node.index)
    asides = (c for c in before if c.lemma in speech_words().clause)
    return next((c for c in asides if c.child("ccomp", "xcomp", "dobj") is None), None)


def _of_head(node: Word, sure: bool) -> Voice | None:
    """The voice of "said that …", "the report that …"."""
    head, words = node.head, speech_words()
    if is_verb(head) and is_verb(node) and node.dep in ("ccomp", "xcomp", "advcl", "parataxis"):
        if node.dep in ("advcl", "parataxis") and not (
            node.dep == "parataxis" and head.lemma in words.clause
        ):
            return None
        kind = words.clause.get(head.lemma) or ("statement" if head.lemma in gate_words().concludes else None)
        infinitive = words.infinitive.get(head.lemma)
        if node.dep == "xcomp" and is_infinitive(node):
            kind = infinitive if infinitive in ("statement",) else None
        if node.dep == "xcomp" and not is_infinitive(node) and head.lemma not in ("deny", "admit"):
            kind = None
        timed = any(c.dep == "mark" and c.lower in gate_words().times for c in head.children)
        plain = node.dep == "ccomp" and is_finite(node) and not (timed and head.index > node.index)
        if kind is None and plain and head.lemma not in gate_words().silent:
            kind = "statement"  # whatever the verb: somebody says, thinks or sees it
        if kind is None or head.lemma in ("promise", "want"):
            return None
        if is_finite(node) and head.lemma in gate_words().knows:
            sure = False
        if is_passive(head) and is_of_mind(head.lower):
            return Voice(head, tuple(subjects(head)), sure)  # "are convinced that"
        return Voice(head, tuple(speakers_of(head)), sure and not (is_passive(head) and not agents(head)))
    besides = phrased(node, sure)
    if besides is not None:
        return besides
    if (
        is_verb(head) is False
        and is_verb(node)
        and node.dep in ("acl", "ccomp", "relcl")
        and is_finite(node)
        and _is_that_clause(node)
    ):
        if head.lemma.lower() in words.nouns or head.lemma.lower() in words.media:
            speakers = [*agents(head), *meant(head.all("poss")), *obliques(head, "from")]
            return Voice(head, tuple(speakers), sure)
        return None
    behind = node.dep == "pcomp" and head.dep == "prep" and is_verb(head.head)
    if behind and (head.head.lemma, head.lower) in words.preposition:
        return Voice(head.head, tuple(speakers_of(head.head)), sure)
    return None


def _is_that_clause(verb: Word) -> bool:
    """Whether "that" only opens a clause: "the report that rebels burned the mill"."""
    mark = verb.child("mark")
    lead = next((c for c in verb.children if c.lower == "that"), None)
    return mark is not None or (
        lead is not None and lead.dep != "dobj" and verb.child("nsubj", "nsubjpass") not in (None, lead)
    )


def _beside(verb: Word, sure: bool, trigger: Word) -> Iterator[Voice]:
    """Voices set beside a clause: "…, police said", "according to police", "in the mayor's view"."""
    words = speech_words()
    for child in asides_of(verb):
        if child is trigger or tells_of_source(trigger, child):
            continue
        speakers = _aside(child, verb)
        if speakers:
            yield Voice(child, tuple(meant([n for s in speakers for n in conjuncts(s)])), sure)
        if child.lower == "according":
            link = next((c for c in child.children if c.lower == "to"), child)
            yield Voice(child, tuple(n for p in link.all("pobj") for n in conjuncts(p)), sure)
        if child.lower in ("per", "citing"):
            told = [n for p in child.all("pobj", "dobj") for n in conjuncts(p) if can_tell(n)]
            if told:
                yield Voice(child, tuple(told), sure)
        if child.lower in gate_words().views and child.dep == "prep":
            for noun in child.all("pobj"):
                holders = noun.all("poss") or obliques(noun, "of")
                if noun.lemma in words.view_nouns and holders:
                    yield Voice(noun, tuple(meant(holders)), sure)


def _aside(child: Word, verb: Word) -> list[Word]:
    """Who speaks in an aside: "…, police said, …"; nobody where it is a clause of its own."""
    words = speech_words()
    if not is_verb(child) or child.dep not in ("parataxis", "ccomp", "advcl"):
        return []
    if says_whose(child):
        return child.all("nsubj")
    told = child.lemma in words.clause or child.lemma in gate_words().concludes
    held = child.child("dobj") is not None and child.lemma not in ("tell", "inform", "cite")
    if not told or held or child.child("ccomp", "mark", "cc", "advmod") is not None:
        return []
    if child.dep != "parataxis" and (verb.lemma in words.reports or not _between_commas(child)):
        return []
    return child.all("nsubj")


def _between_commas(verb: Word) -> bool:
    words = verb.subtree()
    first, last = words[0], words[-1]
    commas = {c.index for c in verb.head.subtree() if c.text == ","}
    return bool(commas & {first.index - 1, last.index + 1})
