"""Acts of violence to who is said to have done them: what is read here becomes a claim, never a fact.

Two witnesses must agree (`witnesses`): a frame over the parse and something apart from it. Claims are made
by whoever says so, by innermost attribution, and by the report itself where nobody else does.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import takewhile

from dossier.reading.attribution.armed_evidence import is_a_states
from dossier.reading.attribution.attributions import Attributions
from dossier.reading.attribution.content import Attribution
from dossier.reading.attribution.naming import Named, flown_by, group_of, named, words_of
from dossier.reading.attribution.records import source_finding, standing_finding
from dossier.reading.attribution.scene import Scene
from dossier.reading.claims.event_index import EventIndex
from dossier.reading.claims.reported_claims import claimant, slot_of
from dossier.reading.claims.witnesses import is_anonymous, witness_for
from dossier.reading.events.guards import was_before
from dossier.reading.events.occasions import occasions
from dossier.reading.findings import ClaimFinding, SlotFinding, SourceFinding, Span
from dossier.reading.frames.classes import is_a
from dossier.reading.frames.format import load_frames
from dossier.reading.frames.matcher import Filler, Match, Matcher
from dossier.reading.grammar.dependents import agents, conjuncts, is_alternative
from dossier.reading.grammar.extents import core, extent
from dossier.reading.grammar.governors import effect_of_verb
from dossier.reading.grammar.noun_classes import is_of, word_classes
from dossier.reading.grammar.owning_up import is_for_violence
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.grammar.standing import standing_of
from dossier.reading.grammar.truth import played_in
from dossier.reading.names.mentions import PLACE_KINDS, Mention
from dossier.reading.tree import Tree, Word

_SELF = frozenset(("it", "they", "we", "he", "she"))
_CUT = (" and", " or")
"""How a phrase ends that the parse cuts short: "forces of the Lume and"."""
_GROUPS = frozenset(("armed_group", "organisation", "alliance"))
_BODIES = _GROUPS | {"government_body"}


class Responsibility:
    """Reads one article's claims about who did acts of violence."""

    def __init__(self, scene: Scene, attributions: Attributions, events: EventIndex) -> None:
        self.scene = scene
        self.attributions = attributions
        self.events = events
        self.left: list[tuple[Span, str]] = []
        """Of the sentences asked so far: acts whose doer was read and not told, each with why."""
        frames = load_frames()
        self._acts = Matcher(scene, [f for f in frames if f.yields == "act"], literal=True)
        self._owned = Matcher(scene, [f for f in frames if f.yields == "responsibility"], literal=True)

    def claims(self, tree: Tree) -> Iterator[ClaimFinding]:
        """Claims of one sentence: each doer of an act once."""
        seen: set[str] = set()
        for match in self._owned.matches(tree):
            for claim in self._claimed(tree, match):
                seen.add(str(claim.target))
                yield claim
        done = [claim for match in self._acts.matches(tree) for claim in self._done(tree, match)]
        for claim in (*done, *self._gapped(tree)):
            if claim.target not in seen:
                seen.add(str(claim.target))
                yield claim

    def _claimed(self, tree: Tree, match: Match) -> Iterator[ClaimFinding]:
        """Of "X claimed responsibility for Y": an act the sentence names, or that the article tells of."""
        act, what = match.first("act"), match.first("what")
        if any(f is not None and was_before(f.word) for f in (act, what)):
            return  # "which has claimed similar attacks"
        if any(effect_of_verb().get(w.lemma) == "denied" for w in match.trigger.all("conj")):
            return  # "claimed and later denied responsibility"
        pointing = act is not None and act.word.pos == "PRON"
        if act is not None and not pointing and not is_a(act.word, "act_noun", self.scene):
            return  # for a defeat, for a budget
        if act is None and not self.events.any:
            return
        if act is None and what is not None and not is_for_violence(match.trigger, what.word):
            return  # for foiling an attack
        for doer in match.slots.get("doer", ()):
            who = self._who(doer.word)
            if who is None or (not who.known and is_anonymous(self.scene, doer.word)):
                continue
            yield self._claim(tree, match, "responsibility_claimed", who, who, "claim responsibility", None)

    def _done(self, tree: Tree, match: Match) -> Iterator[ClaimFinding]:
        """That somebody did an act: by the sentence's own source, else by the report."""
        if _is_charge(match.trigger) or played_in(match.trigger, "in", "during") is not None:
            return  # "accused of the bombing by Lee": Lee accuses
        if _is_any_crime(match.trigger) or _is_pictured(match.trigger):
            return
        over = self.attributions.over(tree, match.trigger)
        if over is not None and over.kind in ("denial", "call", "plan", "pledge", "wish", "description"):
            return
        if over is not None and over.target is not None:
            return  # the accusation is the claim
        if over is not None and over.shape.startswith("judged"):
            return  # "praised the army for freeing a man whom rebels had seized": who praises says no more
        source = claimant(self.scene, over) if over is not None else None
        for doer in match.slots.get("doer", ()):
            who = source if self._is_own(doer, over, source) else self._who(doer.word)
            if who is None or not self._can_be_blamed(match, doer, who):
                self._leave(match, doer, "is nobody sure, or no doer of this")
                continue
            witness = witness_for(self.scene, tree, match, doer.word)
            if witness is None:
                self._leave(match, doer, "did it by the parse alone: nothing else shows it")
                continue
            if source is not None and who.name == source.name:
                yield self._claim(tree, match, "responsibility_claimed", who, who, "says it did it", over)
            else:
                method = f"{match.frame.frame}: {witness}"
                yield self._claim(tree, match, "carried_out_according_to", source, who, method, over)

    def _leave(self, match: Match, doer: Filler, why: str) -> None:
        words = self.scene.article.text.slice(doer.span)
        self.left.append((match.trigger.span, f"“{words}” {why}"))

    def _gapped(self, tree: Tree) -> Iterator[ClaimFinding]:
        """Of "an attack killed 27 guards that officials said was carried out by X": the one act before it.

        Its noun must agree in number with the verb, as the parse takes the nearest noun for it.
        """
        for over in self.attributions.of(tree):
            verb = over.heads[0]
            if (
                over.shape != "gap"
                or verb.lemma not in word_classes()["to_carry_out"]
                or not standing_of(verb).took_place
            ):
                continue
            one = any(c.lower in ("was", "is") for c in verb.children)
            acts = [w for w in tree.words if w.index < over.cue.index and is_a(w, "act_noun", self.scene)]
            acts = [w for w in acts if w.lemma not in word_classes()["no_deed"]]
            fits = [w for w in acts if (w.tag == "NN") == one and w.dep not in ("compound", "amod")]
            source = claimant(self.scene, over)
            for doer in agents(verb) if len(fits) == 1 else ():
                who = self._who(doer)
                if who is None or (not who.known and is_anonymous(self.scene, doer)):
                    continue
                yield self._record(
                    tree,
                    "carried_out_according_to",
                    source,
                    who,
                    method="act: agrees in number",
                    over=over,
                    wording=Span(verb.start, max(core(doer).end, verb.end)),
                    trigger=fits[0],
                )

    def _is_own(self, doer: Filler, over: Attribution | None, source: Named | None) -> bool:
        """Whether the one who says it did it: "the group said it carried out", "said its fighters had"."""
        if over is None or source is None or over.source is None or over.source.index > doer.word.index:
            return False
        if doer.word.lower in _SELF:
            return doer.name is None and self._may_call_itself(over.source, source, doer.word.lower)
        owner = doer.word.child("poss")
        theirs = owner is not None and owner.lower in ("its", "their") and is_of(doer.word, "armed_people")
        return theirs and source.known and self.scene.findings[source.name].kind in _GROUPS

    def _may_call_itself(self, word: Word, source: Named, pronoun: str) -> bool:
        """Whether a source may be meant by a pronoun it uses: no person is "it", and no group "he"."""
        kind = self.scene.findings[source.name].kind if source.known else None
        body = is_of(word, "outfit", "force", "public_body", "institution")
        person = kind == "person" or (kind is None and word.tag == "NN" and not body)
        return pronoun == "we" or person == (pronoun in ("he", "she"))

    def _can_be_blamed(self, match: Match, doer: Filler, who: Named) -> bool:
        unknown = word_classes()["unknown"]
        if is_alternative(doer.word) or (not who.known and _is_pointed_at(doer.word)):
            return False
        if any(w.lower in unknown for w in (*doer.word.children, doer.word)):
            return False
        if not who.known and (
            is_anonymous(self.scene, doer.word)
            or self.scene.names.is_open(who.span.start)
            or who.name.lower().endswith(_CUT)
        ):
            return False
        if not who.known and self._is_combat(match, doer):
            return False
        finding = self.scene.findings.get(who.name)
        if finding is not None and finding.kind in PLACE_KINDS:
            return False
        hit = {f.name for slot in ("hit", "act") for f in match.slots.get(slot, ()) if f.name}
        return who.name not in hit

    def _is_combat(self, match: Match, doer: Filler) -> bool:
        """Whether nameless fighters fight forces ("rebels attacked a garrison"), or are the teller's own."""
        own = any(c.dep == "poss" and c.lower in ("our", "its", "their") for c in doer.word.children)
        hit = match.slots.get("hit", ())
        return own or any(is_of(f.word, "force", "military") for f in hit)

    def _who(self, word: Word) -> Named | None:
        """The group, state or person a doer's phrase means; for "the rebels" the one armed group so far."""
        group = group_of(self.scene, word) or flown_by(self.scene, word)
        if group is not None:
            return group
        found = named(self.scene, word)
        if found.known:
            return found
        if word.tag in ("PRP", "WP", "WDT", "DT") or any(c.tag == "WP$" for c in word.children):
            return None
        return self._only_group(word) or self._the_group(word) or self._without_the_hit(word, found)

    def _without_the_hit(self, word: Word, found: Named) -> Named:
        """A doer's words without those for what was hit: "rebels" of "an attack by rebels on Lesk"."""
        link = word.head
        if word.dep != "pobj" or link.lower != "by" or not is_a(link.head, "act_noun", self.scene):
            return found
        hit = next((c for c in word.all("prep") if c.lower in ("on", "against")), None)
        if hit is None:
            return found
        end = max(w.end for w in word.subtree() if w.end <= hit.start)
        span = Span(found.span.start, end)
        return found._replace(name=self.scene.article.text.slice(span), span=span)

    def _only_group(self, word: Word) -> Named | None:
        if not is_a(word, "armed_people", self.scene) or not any(
            c.dep == "det" and c.lower in ("the", "these", "those") for c in word.children
        ):
            return None
        before = self._armed_before(word)
        if not before or self._others_acting(word) or self._others_in_arms(word, before):
            return None
        every = {m.name for m in before}
        described = {m.name for m in before if _is_description(m)}
        if len(every) > 1 and (len(every) > 2 or len(described) != 1 or _is_description(before[-1])):
            return None  # "Suvan guerrillas" and the one group with a name may be the same
        return _stood_for(word, before[-1])

    def _others_acting(self, word: Word) -> bool:
        """Whether a name does an act in the same sentence: "the X seized two when the rebels came"."""
        tree = self.scene.parses.around(word.start)
        matches = self._acts.matches(tree) if tree is not None else ()
        doers = (doer.word for match in matches for doer in match.slots.get("doer", ()))
        return any(self.scene.names.at(doer.start) is not None for doer in doers)

    def _others_in_arms(self, word: Word, before: list[Mention]) -> bool:
        """Whether others in arms were told of before it, whom "the rebels" may mean as well.

        Fighters without a name ("gunmen raided a village", "other rebels"), or an army that is no state's.
        """
        armies = {m.name for m in self.scene.names.before(word.start) if m.name in self.scene.armed}
        if any(is_a_states(each) for each in armies - {before[-1].name}):
            return True
        unknown = is_of(word, "anonymous")  # "the gunmen" may be any of them, "the rebels" no gunmen
        earlier = takewhile(lambda w: w.end <= word.start, self._nameless)
        return any(unknown or w.lemma == word.lemma for w in earlier)

    @cached_property
    def _nameless(self) -> list[Word]:
        """Fighters of whom nothing was told before, and who have no name, in text order."""
        words = (w for _, tree in self.scene.parses.all() for w in tree.words if w.pos == "NOUN")
        return [w for w in words if is_of(w, "armed_people") and self._is_new(w)]

    def _is_new(self, fighters: Word) -> bool:
        known = any(c.lower in ("the", "these", "those", "its", "their") for c in fighters.children)
        tied = fighters.dep in ("compound", "amod", "nmod", "appos", "attr")
        if known or tied or named(self.scene, fighters).known:
            return False
        return group_of(self.scene, fighters) is None

    def _armed_before(self, word: Word) -> list[Mention]:
        """Mentions before a word of groups that the article shows in arms, and that are no state's."""
        return [
            m
            for m in self.scene.names.before(word.start)
            if (m.kind == "armed_group" or m.name in self.scene.armed) and not is_a_states(m.name)
        ]

    def _the_group(self, word: Word) -> Named | None:
        """Whom "the group" means: the only group in arms so far, where no other body was named since."""
        if word.tag != "NN" or word.lemma not in word_classes()["armed_body"]:
            return None
        beside = [c for c in word.children if c.index < word.index]
        if any(c.lower not in ("the", "this", "same", "rebel", "armed") for c in beside):
            return None
        before = self._armed_before(word)
        bodies = [m for m in self.scene.names.before(word.start) if m.kind in _BODIES]
        if not before or len({m.name for m in before}) != 1 or bodies[-1].name != before[-1].name:
            return None
        return _stood_for(word, before[-1])

    def _claim(
        self,
        tree: Tree,
        match: Match,
        kind: str,
        source: Named | None,
        who: Named,
        method: str,
        over: Attribution | None,
    ) -> ClaimFinding:
        return self._record(
            tree,
            kind,
            source,
            who,
            method=method,
            over=over,
            wording=_wording(match, who),
            trigger=match.trigger,
            slots=tuple(self._slots(match)),
        )

    def _record(
        self,
        tree: Tree,
        kind: str,
        source: Named | None,
        who: Named,
        *,
        method: str,
        over: Attribution | None,
        wording: Span,
        trigger: Word,
        slots: tuple[SlotFinding, ...] = (),
    ) -> ClaimFinding:
        standing = standing_of(trigger)
        whose = source_finding(over, source) if over is not None else None
        if over is None and kind == "responsibility_claimed":
            whose = SourceFinding(span=who.span, name=who.name if who.known else None, cue=trigger.span)
        nobody = source is None and (over is not None or standing.modality == "hearsay")
        return ClaimFinding(
            kind=kind,
            claimant=source.name if source else None if nobody else self._report(),
            claimant_span=source.span if source else None,
            target=who.name,
            target_span=who.span,
            event=None
            if was_before(trigger)
            else self.events.at(tree.sentence, wording, lambda told: _is_apart(tree, trigger, told)),
            wording=wording,
            evidence=(tree.sentence,),
            method=method,
            trigger=trigger.span,
            slots=(slot_of("doer", who), *slots),
            standing=standing_finding(standing),
            source=whose,
        )

    def _report(self) -> str:
        return self.scene.article.publisher or "the report"

    def _slots(self, match: Match) -> Iterator[SlotFinding]:
        for name, fillers in match.slots.items():
            for filler in fillers if name != "doer" else ():
                yield SlotFinding(slot=name, span=filler.span, name=filler.name, stands_for=filler.stands_for)


def _wording(match: Match, who: Named) -> Span:
    """From the first to the last of doer, act and whom it hit."""
    spans = [match.trigger.span]
    if match.frame.yields != "responsibility":
        spans += [who.span, *(words_of(f.word) for f in match.slots.get("doer", ()) if _holds(f, who))]
    hit = match.slots.get("hit", ())[:1]
    spans += [extent(noun) for f in hit for noun in conjuncts(f.word)]  # "a guard and two clerks"
    spans += [f.span for f in hit]
    spans += [match.support.span] if match.support is not None else []
    spans += [f.span for slot in ("act", "what") for f in match.slots.get(slot, ())[:1]]
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _is_description(mention: Mention) -> bool:
    """Whether what was taken for a name only describes: "the Suvan rebels"."""
    return mention.name.split()[-1].islower()


def _stood_for(word: Word, mention: Mention) -> Named:
    return Named(mention.name, word.span, True, Span(mention.start, mention.end))


def _holds(doer: Filler, who: Named) -> bool:
    """Whether who did something is named within the words for the doer: "gunmen belonging to the X"."""
    return any(w.start <= who.span.start < w.end for w in (doer.word, *doer.word.subtree()))


def _is_pictured(deed: Word) -> bool:
    """Whether a picture shows a deed, maybe staged or of another day: "a film that shows guards shooting"."""
    shown = deed.tag == "VBG" and deed.dep in ("ccomp", "xcomp", "acl", "advcl")
    return shown and deed.head.lemma in word_classes()["to_picture"]


def _is_any_crime(act: Word) -> bool:
    """Whether only "a crime" is told of, and not which: it need be no violence."""
    return act.lemma in word_classes()["any_crime"] and any(c.lower in ("a", "any") for c in act.all("det"))


def _is_pointed_at(doer: Word) -> bool:
    """Whether "this organisation" or "such men" did it: somebody told of elsewhere, and open who."""
    return any(c.lower in ("this", "that", "these", "those", "such") for c in doer.children)


def _is_apart(tree: Tree, act: Word, told: Span) -> bool:
    """Whether words tell of another occasion than an act: "burned the hall after guards shot a man"."""
    other = tree.at(told.start)
    return other is not None and other is not act and len(occasions([act, other], lambda *_: False)) > 1


def _is_charge(act: Word) -> bool:
    """Whether an act is what somebody is accused, cleared or convicted of, or is part of that."""
    link = act.head
    if act.dep in ("pobj", "pcomp") and is_of(link.head, "verdict"):
        return True
    links = (w.head for w in (act, *act.ancestors()) if w.dep in ("pobj", "pcomp"))
    charges = speech_words().preposition
    return any(charges.get((link.head.lemma, link.lower)) in ("accusation", "blame") for link in links)
