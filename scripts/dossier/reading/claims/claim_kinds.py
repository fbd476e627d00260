"""Reported statements to the kind of claim they make: accusation, call, assessment or plain statement."""

from __future__ import annotations

from dossier.reading.attribution.namer import Namer
from dossier.reading.attribution.reports import Report
from dossier.reading.grammar.attack_words import attack_words
from dossier.reading.grammar.phrases import Phrase
from dossier.reading.grammar.reporting import claim_verbs
from dossier.reading.text.tokens import Text

_SELF = frozenset(("it", "they"))
_BE = frozenset(("was", "were", "been", "being", "is", "are"))
_NEGATIONS = frozenset(("not", "never", "no", "n't", "denied"))


def _suffered(words: list[str], wrong: int) -> bool:
    """Whether the wrong is done to the subject: "was taken … by four men"."""
    by_them = "by" in words[max(wrong - 4, 0) : wrong] and any(word in _BE for word in words[:wrong])
    return by_them or (wrong > 0 and words[wrong - 1] in _BE and "by" in words[wrong + 1 : wrong + 9])


class ClaimKinds:
    """Tells the kinds of one article's reported statements."""

    def __init__(self, text: Text, namer: Namer) -> None:
        self.text = text
        self.namer = namer
        self.words = claim_verbs()

    def of(self, report: Report, subject: Phrase | None) -> str:
        """Kind of a statement; `subject` is its subject where that is an actor other than the source.

        An accusation or call is said of another actor, an assessment by those who judge.
        """
        tokens = self.text.tokens
        if subject is not None:
            after = [t.lower for t in tokens[subject.stop : report.content[1]]]
            wrong = next((i for i, word in enumerate(after) if word in self.words.misdeeds), None)
            if (
                wrong is not None
                and not _suffered(after, wrong)
                and not any(w in _NEGATIONS for w in after[:wrong])
            ):
                return "accusation"
            if any(word in self.words.obligations for word in after[:3]):
                return "call"
        if report.frame == "assessment" or self._is_assessor(report.source):
            return "assessment"
        return "statement"

    def owns_up(self, report: Report) -> bool:
        """Whether the source says that it did an act of violence: "said it carried out the attack"."""
        tokens = self.text.tokens
        first, stop = report.content
        while first < stop and tokens[first].lower == "that":
            first += 1
        said = [t.lower for t in tokens[first:stop]]
        if report.inverted or len(said) < 4 or not (said[0] in _SELF or said[0] == "its"):
            return False
        near = said[1:6]
        done = any(word in self.words.authorship for word in near) and not any(w in _NEGATIONS for w in near)
        return done and any(word in attack_words().back_references for word in said)

    def _is_assessor(self, source: Phrase | None) -> bool:
        """Whether an analyst, expert or critic speaks, by the words or by the role of the name."""
        if source is None:
            return False
        tokens = self.text.tokens
        if any(t.lower in self.words.assessors for t in tokens[source.first : source.stop]):
            return True
        mention = self.namer.names.at(tokens[source.head].start)
        finding = self.namer.findings.get(mention.name) if mention else None
        return finding is not None and any(
            word in self.words.assessors for role in finding.roles for word in role.title.lower().split()
        )
