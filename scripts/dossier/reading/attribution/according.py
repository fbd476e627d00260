"""Sources behind "according to" to what is theirs: the clause it hangs on, or none where that is open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dossier.reading.attribution.content import Attribution, attributed
from dossier.reading.attribution.sources import can_speak
from dossier.reading.findings import Span
from dossier.reading.grammar.dependents import SUBJECTS, is_finite, is_verb, subjects
from dossier.reading.grammar.governors import governing_words
from dossier.reading.grammar.noun_classes import is_share
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.grammar.standing import standing_of
from dossier.reading.tree import Word


def according_to(word: Word) -> Iterator[Attribution]:
    """Of "according to police, …", on the clause it hangs on."""
    link = next((c for c in word.children if c.lower == "to"), word)
    source = link.child("pobj")
    over = word.head
    while not is_verb(over) and over.head is not over:
        over = over.head
    if source is None or not is_verb(over) or over.dep in ("aux", "auxpass"):
        return
    lone = over.head is over and not is_finite(over) and not subjects(over)  # "According to Lee, writing:"
    own = over.child("nsubj", "nsubjpass", "expl")
    bare = own is None
    relative = over.dep == "acl" and own is not None and own.lower in ("that", "which", "who")
    headless = over.dep == "relcl" or relative or (bare and over.dep == "conj")
    headless = headless or (bare and over.dep == "advcl" and is_finite(over))  # "hoping Neom | will grow"
    beside = word.subtree()[0].index < over.index and _follows_its_own(word, over)
    reports = over.lemma in speech_words().reports and any(
        over.index < c.index < word.index
        for c in over.all("ccomp", "prep")
        if c is not word and not is_closing(word, over)
    )  # "he points to the fact that it is shut, according to the Post": which of the two is open
    if (
        lone
        or headless
        or beside
        or reports
        or standing_of(over).modality == "asked"
        or _ends_apposition(word)
    ):
        return
    joined = over.all("conj") if word.index < over.index else []
    turned = next((c for c in (*joined, *over.all("advcl")) if _turns_to_another(word, over, c)), None)
    shape = "ground" if _is_ground_of_another(over, source) else "according to"
    found = attributed("statement", source, word, [over], shape, without=word, also=turned)
    if found is not None:
        yield _without_name(found, word)


def closing_source(report: Word) -> Word | None:
    """The "according to X" that closes what a verb of telling tells: "said it was late, …"."""
    told = [c.index for c in report.all("ccomp") if c.index > report.index]
    links = (c for c in report.all("prep") if c.lower == "according" and told and c.index > min(told))
    return next((link for link in links if is_closing(link, report)), None)


def is_closing(word: Word, report: Word) -> bool:
    """Whether "according to" closes a sentence behind a comma, in which a verb of telling has "that"."""
    words = report.root.subtree()
    first, last = word.subtree()[0], word.subtree()[-1]
    comma = any(w.text == "," and w.index == first.index - 1 for w in words)
    that = any(m.lower == "that" for c in report.all("ccomp") for m in c.all("mark"))
    return that and comma and all(w.pos == "PUNCT" for w in words if w.index > last.index)


def _without_name(found: Attribution, word: Word) -> Attribution:
    """The attribution without its source's name: "according to the head, Lee, it is late"."""
    by_index = {w.index: w for w in word.root.subtree()}
    at = word.subtree()[-1].index + 1
    name = [w for i, w in by_index.items() if i > at][:4]
    end = next((i for i, w in enumerate(name) if w.text == ","), 0)
    named = end and all(w.pos == "PROPN" for w in name[:end])
    who = name[end - 1] if named else word
    shared = [*who.head.all(*SUBJECTS), *(c for c in who.all("appos") if is_share(c))]
    acts = who.dep in SUBJECTS and all(w.index <= who.index for w in shared)
    if not named or acts:
        return found
    behind = by_index.get(name[end].index + 1)
    return replace(found, content=Span(behind.start, found.content.end)) if behind is not None else found


def _is_ground_of_another(over: Word, source: Word) -> bool:
    """Whether a record is what somebody says it by: "according to the report, Lee said that it was late"."""
    words = speech_words()
    who = subjects(over)
    written = (words.media | words.records) - {"source"}  # "sources" are people
    recorded = not {source.lemma.lower(), source.lower}.isdisjoint(written)
    said = over.lemma in words.clause and any(c.index > over.index for c in over.all("ccomp"))
    return recorded and said and bool(who) and can_speak(who[0])


def _turns_to_another(word: Word, over: Word, clause: Word) -> bool:
    """Whether a clause behind "but" has a subject of its own: it need not be the source's any more.

    Behind "though" only what others say: "a loss, according to the bank, though many say it was a theft".
    """
    own = clause.child("nsubj", "nsubjpass", "expl") is not None
    if clause.dep == "advcl":
        conceded = any(mark.lower in governing_words().conceding for mark in clause.all("mark"))
        said = clause.lemma in speech_words().clause and clause.child("ccomp") is not None
        return own and conceded and said and clause.index > word.index
    return own and any(c.dep == "cc" and c.lower == "but" for c in over.children)


def _follows_its_own(word: Word, over: Word) -> bool:
    """Whether a verb goes on about the source: "according to two who saw it but were not named"."""
    last = max(w.index for w in word.subtree())
    between = [w for w in over.subtree() if last < w.index < over.index]
    return over.child("nsubj", "nsubjpass") is None and all(w.pos != "PUNCT" for w in between)


def _ends_apposition(word: Word) -> bool:
    """Whether an apposition ends right before "according to": whether it, or all, is the source's is open."""
    root = word.root
    last = next((w for w in reversed(root.subtree()) if w.index < word.index and w.pos != "PUNCT"), None)
    if last is None:
        return False
    over = (last, *last.ancestors())
    return any(w.dep == "appos" and w.pos == "NOUN" for w in over)
