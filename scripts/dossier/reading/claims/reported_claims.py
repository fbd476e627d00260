"""Attributions to claims: who says what about whom, in which words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dossier.reading.attribution.content import Attribution, sources_of
from dossier.reading.attribution.naming import Named, named, named_all, words_of
from dossier.reading.attribution.records import source_finding, standing_finding
from dossier.reading.attribution.scene import Scene
from dossier.reading.attribution.unsourced import SHAPE as UNSOURCED
from dossier.reading.claims.claim_kinds import kind_of, subject_of
from dossier.reading.claims.claim_wording import RELATIVE, claim_wording, is_too_long
from dossier.reading.claims.claimants import can_claim, rules
from dossier.reading.claims.witnesses import is_of_source
from dossier.reading.findings import ClaimFinding, SlotFinding, Span
from dossier.reading.frames.classes import is_a
from dossier.reading.grammar.dependents import is_alternative, is_infinitive, is_relative, is_verb
from dossier.reading.grammar.extents import core
from dossier.reading.grammar.governors import effect_of_verb, governing_words
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.grammar.standing import is_nobody, standing_of
from dossier.reading.names.mentions import PLACE_KINDS
from dossier.reading.tree import Tree, Word

_BODIES = frozenset(("organisation", "government_body", "armed_group", "alliance", "state", "country"))
_SHARES = ("of", "in", "among")
_OF_ELLIPSIS = ("nsubj", "nsubjpass", "neg", "mark", "punct", "aux", "auxpass")
_OPEN_SHAPES = ("gap", "infinitive")
"""Shapes of what is said whose subject or object may stand before the clause: "which Lee vowed | to shut"."""
_POINTING = frozenset(("this", "that", "it", "these", "those", "such", "same"))
_PRONOUNS = ("PRP", "PRP$", "DT", "WP", "WDT")


def reported_claims(
    scene: Scene, tree: Tree, attribution: Attribution, author: Named | None
) -> Iterator[ClaimFinding]:
    """Claims of one attribution: one for each of those accused or called on, else one.

    `author` is whoever wrote the letter or statement that the sentence tells of.
    """
    attribution = _with_antecedent(tree, attribution)
    source = claimant(scene, attribution)
    paper = attribution.cue.dep == "acl" and attribution.cue.head.lemma in speech_words().media
    if author is not None and paper:
        source = author
    if attribution.shape in ("gap", "ground"):
        return  # "an attack that X said was …": what is said stands outside; a report by which X says so
    if source is None and attribution.source is not None:
        return  # "he": nobody knows who
    if _stands_for_another(attribution) or is_too_long(scene, tree, attribution):
        return  # "asked whether it was shut, Lee said it had not"
    if source is not None and not source.known and not is_claimant(attribution):
        return
    if any(rules(who, attribution.cue.lemma, attribution.kind) for who in sources_of(attribution)):
        return
    subject = subject_of(attribution)
    about = (
        _targets(scene, subject, source)
        if attribution.kind in ("statement", "evidence", "assessment", "accusation")
        else ()
    )
    kind = kind_of(scene, attribution, subject if about else None)
    nobodys = attribution.shape == UNSOURCED
    if kind is None or (source is None and kind != "accusation" and not nobodys):
        return
    if attribution.target is not None and not _is_time(scene, attribution.target):
        about = _targets(scene, attribution.target, source, words=True)
    elif kind not in ("accusation", "call") and len(about) > 1:
        about = ()
    if kind == "accusation":
        whom = attribution.target
        if whom is not None and (is_verb(whom) or is_a(whom, "proceeding", scene)):
            return
        about = tuple(
            t
            for t in about
            if not is_of_source(t, attribution.source) and not scene.names.is_open(t.span.start)
        )
        if not about:
            return
    for target in about or (None,):
        yield claim_of(scene, tree, attribution, kind, source, target)


def _with_antecedent(tree: Tree, attribution: Attribution) -> Attribution:
    """One in a clause right behind the noun that it tells of: "the mill, which Lee says | is shut".

    So also "the mill, which Lee vowed | to shut".
    """
    cue, content = attribution.cue, attribution.content
    held = [w for head in attribution.heads for w in head.subtree()] + cue.all("dobj")
    open_to = (w for w in held if w.index < cue.index and is_relative(w))
    first = next(open_to, None) if cue.dep == "relcl" and attribution.shape in _OPEN_SHAPES else None
    if first is None or cue.head.pos not in ("NOUN", "PROPN"):
        return attribution
    between = tree.within(Span(cue.head.end, first.start))
    if any(w.pos != "PUNCT" for w in between) or is_nobody(cue.head) or not _may_mean(attribution, cue.head):
        return attribution
    behind = next((w for w in tree.within(content) if w.index > cue.index), first)
    return replace(attribution, shape=RELATIVE, content=Span(behind.start, content.end))


def _may_mean(attribution: Attribution, noun: Word) -> bool:
    """Whether a clause can tell of a noun: not "a raid on guards, which was …", nor of one of two."""
    lead = next(iter(attribution.heads[0].all("aux", "auxpass")), attribution.heads[0])
    one = lead.tag == "VBZ" or lead.lower == "was"
    joined = noun.dep == "conj" or noun.child("conj") is not None
    joined = joined or (noun.head.dep in ("relcl", "acl") and noun.head.head.tag == noun.tag)
    return not joined and not (one and noun.tag in ("NNS", "NNPS"))


def _stands_for_another(attribution: Attribution) -> bool:
    """Whether all that is said stands for what is told elsewhere: "said they had not", "confirmed this".

    "Echoed these sentiments" and "expressed the same view" too.
    """
    verb = attribution.heads[0]
    if attribution.shape == "object" and attribution.kind == "statement" and len(attribution.heads) == 1:
        beside = [verb] if verb.tag in ("DT", "PRP") else verb.all("det", "predet", "amod")
        more = any(c.index > verb.index and c.pos != "PUNCT" for c in verb.children)
        return any(word.lower in _POINTING for word in beside) and not more
    if attribution.shape != "clause" or verb.pos not in ("AUX", "VERB") or len(attribution.heads) > 1:
        return False
    alone = verb.tag == "MD" or verb.lemma in ("do", "have", "be", "will", "would", "can", "should")
    return alone and all(c.dep in _OF_ELLIPSIS for c in verb.children)


def is_claimant(attribution: Attribution) -> bool:
    """Whether one of the sources of an attribution can make a claim."""
    return any(
        can_claim(source, attribution.cue.lemma, attribution.kind) for source in sources_of(attribution)
    )


def claimant(scene: Scene, attribution: Attribution) -> Named | None:
    """Who makes a claim; None where the sentence leaves it out or a pronoun is open."""
    if attribution.source is None or _is_only_where(scene, attribution.source):
        return None
    if attribution.means is not None and scene.name_of(attribution.source) is None:
        meant = claimant(scene, replace(attribution, source=attribution.means, means=None))
        known = attribution.source.lower == "it" and meant is not None and meant.known
        return None if known and scene.kind_of(attribution.means) not in _BODIES else meant
    every = sources_of(attribution)
    if len(every) > 1:
        if attribution.cue.tag == "VBZ" and any(c.lower == "and" for c in every[0].children):
            return None  # "his name is Lee and Holt says": one of them speaks
        first, last = words_of(every[0]), words_of(every[-1])
        span = Span(min(first.start, last.start), max(first.end, last.end))
        return Named(scene.article.text.slice(span), span, False)
    found = named(scene, attribution.source, narrow=attribution.shape == "label")
    if not found.known and found.span.start < attribution.content.start < found.span.end:
        span = core(attribution.source)  # "accused by unions of theft"
        found = Named(scene.article.text.slice(span), span, False)
    return None if not found.known and _is_open(attribution.source) else found


def _is_only_where(scene: Scene, source: Word) -> bool:
    """Whether a place is only where a report comes from: "reports from Lesk say that"."""
    link = source.head
    mention = scene.names.at(source.start)
    told = source.dep == "pobj" and link.lower == "from" and link.head.lemma.lower() in speech_words().media
    return told and mention is not None and mention.kind in PLACE_KINDS


def _is_open(source: Word) -> bool:
    """Whether a source stands for somebody told of elsewhere: "he", "the two"; not "two of the guests"."""
    if source.lower == "those":
        return False  # "those close to Lee"
    counted = source.tag == "CD" and not any(c.lower in _SHARES for c in source.all("prep", "quantmod"))
    return source.tag in _PRONOUNS or counted


def claim_of(
    scene: Scene,
    tree: Tree,
    attribution: Attribution,
    kind: str,
    source: Named | None,
    target: Named | None,
    event: int | None = None,
) -> ClaimFinding:
    """The record of one claim."""
    slots = [SlotFinding(slot="content", span=attribution.content)]
    if target is not None:
        slots.append(slot_of("target", target))
    return ClaimFinding(
        kind=kind,
        claimant=source.name if source else None,
        claimant_span=source.span if source else None,
        target=target.name if target else None,
        target_span=target.span if target else None,
        event=event,
        wording=claim_wording(scene, tree, attribution),
        evidence=(tree.sentence,),
        method="repeated" if attribution.cue.lemma in speech_words().repeating else attribution.shape,
        trigger=attribution.cue.span,
        content=attribution.content,
        described=_described(attribution),
        slots=tuple(slots),
        standing=standing_finding(standing_of(attribution.heads[0])),
        source=source_finding(attribution, source),
    )


def _described(attribution: Attribution) -> int | None:
    """Where another's account of an intent first says who somebody is: "hinted he would harm | Mayor Holt".

    He hinted whom he would harm, and nothing more of him.
    """
    cue, head = attribution.cue, attribution.heads[0]
    told = cue.dep in ("ccomp", "parataxis") and cue.head.lemma in speech_words().reports
    meant = any(c.lower in governing_words().will or c.lower == "would" for c in head.all("aux"))
    aims = effect_of_verb().get(head.lemma) == "planned"
    acts = [head] if meant else [c for c in head.all("xcomp") if is_infinitive(c)] if aims else []
    if not told or attribution.shape != "clause":
        return None
    inside = (c for act in acts for w in act.subtree() for c in w.children if w.index > act.index)
    return min((c.subtree()[0].start for c in inside if _says_who(c)), default=None)


def _says_who(word: Word) -> bool:
    """Whether a word or clause at a noun says who that is: a title, "who …", "the mayor" between commas."""
    over = word.head
    if word.dep in ("compound", "nmod", "amod") and over.pos == "PROPN":
        return word.pos in ("NOUN", "ADJ")
    return word.dep in ("relcl", "appos") and over.pos in ("NOUN", "PROPN")


def slot_of(slot: str, who: Named) -> SlotFinding:
    """A slot filled by somebody."""
    return SlotFinding(
        slot=slot, span=who.span, name=who.name if who.known else None, stands_for=who.stands_for
    )


def _is_time(scene: Scene, word: Word) -> bool:
    """Whether nobody is asked, but at some time: "ordered on Friday, 6 May, to close"."""
    return word.lemma.lower() == "day" or scene.date_at(word.span) is not None


def _targets(
    scene: Scene, word: Word | None, source: Named | None, *, words: bool = False
) -> tuple[Named, ...]:
    """The actors a word names, the source left out; with `words` also those that have no name."""
    if word is None or (words and is_alternative(word)):
        return ()
    if source is not None and word.lower in ("he", "she", "they") and not words:
        return ()  # "Lee insists he should stay": Lee, or somebody else
    found = [n for n in named_all(scene, word, narrow=words) if source is None or n.name != source.name]
    found = [n for n in found if n.name.lower() not in ("each other", "one another")]
    if word.pos == "NUM" or word.lemma.lower() in ("several", "some", "many"):
        return ()  # "the two were accused"
    if words:
        return tuple(n for n in found if n.known or word.tag not in _PRONOUNS)
    return tuple(n for n in found if n.known)
