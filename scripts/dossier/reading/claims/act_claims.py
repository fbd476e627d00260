"""Claims about who did an act of violence: one's own act, or that somebody did it, according to somebody."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.reading.attribution.namer import Named, Namer
from dossier.reading.attribution.reported_speech import ReportReader
from dossier.reading.attribution.reports import Report
from dossier.reading.claims.claim_wording import claim_wording, token_span
from dossier.reading.claims.responsibility import VIOLENT, EventIndex, authorships
from dossier.reading.events.violence import ViolentMention
from dossier.reading.findings import ClaimFinding, Span
from dossier.reading.grammar.attack_words import attack_words
from dossier.reading.grammar.phrases import Phrase, agent_of, noun_phrase_at
from dossier.reading.grammar.reporting import claim_verbs
from dossier.reading.text.article import Article
from dossier.reading.text.tokens import Sentence

_ANYBODY = frozenset(("those", "people", "anyone", "whoever", "others"))
_SAYS = frozenset(("said", "says", "told", "announced", "added", "confirmed"))
_NOBODY = frozenset(("no", "nobody", "none", "neither"))


class ActClaims:
    """Reads one article's claims about acts of violence."""

    def __init__(self, article: Article, reports: ReportReader, namer: Namer, events: EventIndex) -> None:
        self.text = article.text
        self.publisher = article.publisher
        self.reports = reports
        self.namer = namer
        self.events = events
        self.words = claim_verbs()

    def is_claim(self, sentence: Sentence, at: int) -> bool:
        """Whether a token is what is claimed: "responsibility", or the act of "claimed the attack"."""
        tokens = self.text.tokens
        if tokens[at].lower == "responsibility":
            return True
        if tokens[at].lower not in ("claimed", "claims") or at + 2 >= sentence.stop:
            return False
        return tokens[at + 1].lower in ("the", "this", "that") and (
            tokens[at + 2].lower in attack_words().back_references
        )

    def claimed(self, sentence: Sentence, at: int) -> Iterator[ClaimFinding]:
        """Claims of one's own act: "X claimed responsibility for Y", "responsibility was claimed by X"."""
        tokens, verbs = self.text.tokens, self.words.responsibility_verbs
        before = range(at - 1, max(sentence.first, at - 4) - 1, -1)
        verb = (
            at if tokens[at].lower in verbs else next((i for i in before if tokens[i].lower in verbs), None)
        )
        first, stop = verb or at, at + 1
        if verb == at:
            stop = at + 3
        if verb is not None:
            claimant = self.reports.sources.claimant_of(sentence, verb)
        else:
            after = range(at + 1, min(at + 5, sentence.stop))
            verb = next((i for i in after if tokens[i].lower in verbs), None)
            claimant = agent_of(self.text, verb, sentence.stop) if verb is not None else None
            stop = claimant.stop if claimant is not None else stop
        if claimant is None or tokens[claimant.first].lower in _NOBODY:
            return
        if stop < sentence.stop and tokens[stop].lower == "for":
            phrase = noun_phrase_at(self.text, stop + 1, sentence.stop)
            stop = phrase.stop if phrase else stop
        wording = token_span(self.text, first, stop)
        for named in self.namer.each(claimant):
            yield ClaimFinding(
                kind="responsibility_claimed",
                claimant=named.name,
                claimant_span=named.span,
                target=named.name,
                target_span=named.span,
                event=self.events.violent_at(sentence, wording),
                wording=wording,
                evidence=(Span(sentence.start, sentence.end),),
                method="claim responsibility",
            )

    def owned(self, sentence: Sentence, report: Report, source: Named) -> ClaimFinding:
        """The claim of one's own act in a report: "X said it carried out the attack"."""
        wording = claim_wording(self.text, report)
        return ClaimFinding(
            kind="responsibility_claimed",
            claimant=source.name,
            claimant_span=source.span,
            target=source.name,
            target_span=source.span,
            event=self.events.violent_at(sentence, wording),
            wording=wording,
            evidence=(Span(sentence.start, sentence.end),),
            method="says it did it",
        )

    def done(
        self,
        sentence: Sentence,
        tellers: list[tuple[Report, Named | None]],
        mentions: tuple[ViolentMention, ...],
    ) -> Iterator[ClaimFinding]:
        """Claims that somebody did an act: the sentence's own source says so, else the publisher."""
        if not mentions and not any(e.type in VIOLENT for e in self.events.told_in(sentence)):
            return
        denied = [r.content for r, _ in tellers if r.frame == "denial"]
        for doer in authorships(self.text, sentence, mentions):
            if any(first <= doer.doer.head < stop for first, stop in denied):
                continue
            if self.text.tokens[doer.doer.first].lower in _ANYBODY:
                continue
            wording = token_span(self.text, doer.first, doer.stop)
            claimant = _teller(tellers, doer.doer)
            for named in self.namer.fighters(doer.doer):
                if claimant is not None and named.name == claimant.name:
                    continue
                if not named.known and self._is_anybody(doer.doer):
                    continue
                behind = self.text.token_at(named.span.end)
                if behind < sentence.stop and self.text.tokens[behind].lower in _SAYS:
                    continue  # who tells of it, not who did it
                yield ClaimFinding(
                    kind="carried_out_according_to",
                    claimant=claimant.name if claimant else self.publisher or "the report",
                    claimant_span=claimant.span if claimant else None,
                    target=named.name,
                    target_span=named.span,
                    event=self.events.violent_at(sentence, wording),
                    wording=wording,
                    evidence=(Span(sentence.start, sentence.end),),
                    method=doer.method,
                )

    def _is_anybody(self, doer: Phrase) -> bool:
        """Whether a doer is nobody one could look up: "gunmen", "two attackers"."""
        tokens = self.text.tokens
        named = any(t.text[0].isupper() for t in tokens[doer.first + 1 : doer.stop])
        generic = tokens[doer.head].lower in attack_words().armed_actors
        return generic and not named and not self.namer.names.within(doer.span(self.text))


def _teller(tellers: list[tuple[Report, Named | None]], doer: Phrase) -> Named | None:
    """Who, in the sentence, says that the doer did it."""
    for report, source in tellers:
        if report.source is None or report.source.head == doer.head:
            continue
        if report.content[0] <= doer.head < report.content[1]:
            return source
    return None
