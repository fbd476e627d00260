"""Article to its claims: who says what about whom, and in which words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dossier.reading.attribution.attributions import Attributions
from dossier.reading.attribution.content import Attribution
from dossier.reading.attribution.delivery import delivery
from dossier.reading.attribution.naming import Named
from dossier.reading.attribution.plurals import leaves_they_open
from dossier.reading.attribution.scene import Scene
from dossier.reading.claims.blame import blame_claims
from dossier.reading.claims.event_index import EventIndex
from dossier.reading.claims.quoted_claims import quoted_accusations
from dossier.reading.claims.reported_claims import reported_claims
from dossier.reading.claims.responsibility import Responsibility
from dossier.reading.findings import AgreementFinding, ClaimFinding, EventFinding, QuoteFinding, Span
from dossier.reading.frames.classes import is_both_sides
from dossier.reading.tree import Tree

_CLAUSES = ("clause", "aside", "according to")
"""How what somebody says is worded where it is a clause of its own."""


def extract_claims(
    scene: Scene,
    attributions: Attributions,
    quotes: tuple[QuoteFinding, ...],
    events: tuple[EventFinding, ...],
    agreements: tuple[AgreementFinding, ...],
) -> tuple[ClaimFinding, ...]:
    """Claims in text order."""
    claims = [*_reported(scene, attributions, events, agreements), *_quoted(scene, quotes)]
    kept: dict[tuple[str, str | None, str | None, Span], ClaimFinding] = {}
    for claim in sorted(claims, key=lambda c: (c.wording, c.kind, c.target or "")):
        kept.setdefault((claim.kind, claim.claimant, claim.target, claim.wording), claim)
    return tuple(_delivered(scene, claim) for claim in kept.values())


def _delivered(scene: Scene, claim: ClaimFinding) -> ClaimFinding:
    """A claim with when, where and to whom it was made; one in a quotation has it from that."""
    if claim.source is None:
        return claim
    found = delivery(scene, claim.source.cue, [claim.content or claim.wording])
    if found is None:
        return claim
    to, whom = found.to, claim.target_span
    same = to is not None and whom is not None and to.start < whom.end and whom.start < to.end
    return replace(claim, delivery=replace(found, to=None) if same else found)  # "told residents to leave"


def _reported(
    scene: Scene,
    attributions: Attributions,
    found: tuple[EventFinding, ...],
    agreements: tuple[AgreementFinding, ...],
) -> Iterator[ClaimFinding]:
    """What sentences say that somebody says, and who they say did acts of violence."""
    events = EventIndex(found)
    responsibility = Responsibility(scene, attributions, events)
    authors = _authors(found)
    agreed = {sentence.start for agreement in agreements for sentence in agreement.evidence}
    last: Tree | None = None
    for _, tree in scene.parses.all():
        last, before = tree, last
        done = list(responsibility.claims(tree))
        yield from done
        owned = [claim.wording for claim in done if claim.kind == "responsibility_claimed"]
        for attribution in attributions.of(tree):
            if attribution.form == "direct" or _is_of_a_quotation(scene, attribution):
                continue  # a quotation
            if leaves_they_open(tree, attribution, before):
                continue
            if _is_agreeing(attribution) and (tree.sentence.start in agreed or _is_of_both(attribution)):
                continue  # it is the agreement, and nobody's word
            if any(
                span.start < attribution.content.end and attribution.content.start < span.end
                for span in owned
            ):
                continue  # it is the claim of one's own act
            if attribution.kind == "blame":
                yield from blame_claims(scene, tree, attribution, events)
                continue
            acts = {(each.claimant, each.target) for each in done}
            for claim in reported_claims(scene, tree, attribution, authors.get(tree.sentence.start)):
                if claim.claimant is None and _is_within(attribution, attributions.of(tree)):
                    continue  # "Lee is suspected of theft, the police said": it is told as theirs
                if claim.kind != "accusation" or (claim.claimant, claim.target) not in acts:
                    yield claim  # else the act is told already, and who says so


def _is_within(each: Attribution, found: Sequence[Attribution]) -> bool:
    """Whether what nobody is named for lies within a clause that somebody is said to say."""
    sourced = (a for a in found if a is not each and a.source is not None and a.shape in _CLAUSES)
    return any(other.holds(each.cue) for other in sourced)


def _is_of_a_quotation(scene: Scene, attribution: Attribution) -> bool:
    """Whether one of two quotations is taken for the other's content: "Lee said “no”, Holt said “yes”"."""
    text, content, cue = scene.article.text, attribution.content, attribution.cue
    for q in text.quotations:
        runs_out = q.start <= content.start < q.inner.end < q.end < content.end
        if runs_out and "," in (text.text[q.end], text.text[q.inner.end - 1]):
            return True
        between = text.slice(Span(cue.end, q.start)).strip() if cue.end <= q.start else None
        apart = content.end <= cue.start or content.start >= q.end
        if apart and between is not None and between in ("", "it", "him", "her", "them"):
            return True
    return False


def _is_agreeing(attribution: Attribution) -> bool:
    """Whether somebody "agreed to do" something."""
    return attribution.cue.lemma == "agree" and attribution.kind == "pledge"


def _is_of_both(attribution: Attribution) -> bool:
    """Whether those who speak are two sides that the sentence doesn't name."""
    return attribution.source is not None and is_both_sides(attribution.source)


def _authors(events: tuple[EventFinding, ...]) -> dict[int, Named]:
    """Who wrote the letter or statement that a sentence tells of, by the sentence's start."""
    return {
        sentence.start: Named(person.actor, person.span, True)
        for event in events
        if event.type in ("letter", "statement")
        for person in event.participants
        if person.role == "author"
        for sentence in event.evidence
    }


def _quoted(scene: Scene, quotes: tuple[QuoteFinding, ...]) -> Iterator[ClaimFinding]:
    """Accusations made in quotations."""
    text = scene.article.text
    for quote in quotes:
        speaker = quote.speaker
        if speaker is None:
            continue
        for accusation in quoted_accusations(scene, quote):
            sentence = text.sentence_at(accusation.wording.start)
            target = Span(accusation.target.start, accusation.target.end)
            yield ClaimFinding(
                kind="accusation",
                claimant=speaker.name or speaker.mention,
                claimant_span=Span(speaker.start, speaker.end),
                target=accusation.target.name,
                target_span=target,
                wording=accusation.wording,
                evidence=(Span(sentence.start, sentence.end),),
                method=accusation.method,
                trigger=accusation.wording,
                content=accusation.wording,
                delivery=quote.delivery,
            )
