"""Whether the words that an editor's value rests on say it: its numbers stand there, nothing denies it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from dossier.assembly.gate.denials import shifts_of
from dossier.assembly.gate.forgone import forgone
from dossier.assembly.gate.lines import read_line
from dossier.assembly.gate.negations import negations_of
from dossier.assembly.gate.proposition import Doubt, does_not, not_shown
from dossier.assembly.gate.reach import Reading, clause_verb
from dossier.assembly.gate.words import gate_words
from dossier.reading.findings import Span
from dossier.reading.grammar.dependents import is_verb
from dossier.reading.grammar.standing import is_only, standing_of
from dossier.reading.quantities.quantities import extract_quantities
from dossier.reading.text.article import read_article
from dossier.reading.tree import Tree, Word

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_WORD = re.compile(r"[\w'’]+")


def edited_doubts(value: str, passages: Collection[Span], reading: Reading) -> Iterator[Doubt]:
    """A doubt for each number of a value that no passage has, and where the passages deny what it tells.

    A year that is the article's own is known from its date; numbers of what a value copies word for word are
    not asked for. A denial elsewhere in the passages than on their main verb leaves it open.
    """
    told = " ".join(reading.says(span) for span in passages)
    if told and value.casefold() not in told.casefold():
        yield from _numbers_of(value, told, reading)
    cues = [denied_in(span, reading) for span in passages]
    loose = [denial_among(span, reading) for span in passages]
    if not cues or _denies(value, told, [cue for cue in (*cues, *loose) if cue]) or value == value.title():
        return  # a name is one whatever is said of it
    if all(cues):
        yield does_not("polarity", f"“{cues[0]}” denies it")
    elif all(loose):
        yield not_shown("polarity", f"“{loose[0]}” in the words it rests on may deny it")


def _numbers_of(value: str, told: str, reading: Reading) -> Iterator[Doubt]:
    known, spelled = numbers_in(told), set(re.findall(r"\w+", told.casefold()))
    for words, number in numbers_in(value).items():
        published = reading.article.published
        dated = published is not None and words == str(published.year)
        if not (number in known.values() or dated or words.casefold() in spelled | gate_words().few):
            yield not_shown("number", f"“{words}” stands in none of the words it rests on")


def numbers_in(text: str) -> dict[str, tuple[int | None, int | None]]:
    """The numbers in some words, as worded, with their bounds."""
    article = read_article(text, id="words")
    return {text[q.start : q.end]: (q.min, q.max) for q in extract_quantities(article)} | {
        year.group(): (int(year.group()), int(year.group())) for year in _YEAR.finditer(text)
    }


def _denies(value: str, told: str, cues: Collection[str]) -> bool:
    """Whether a line denies: by a word of its own, or one of the `cues` by which what it rests on does."""
    common = {word.casefold() for word in _WORD.findall(told)} - {cue.casefold() for cue in cues}
    words = gate_words().negative
    return any(
        word.lower not in common and (word.dep == "neg" or word.lemma.lower() in words)
        for word in read_line(value)
    )


def denial_among(span: Span, reading: Reading) -> str | None:
    """A word among those of a passage that denies anything."""
    denying = (w for w in reading.words(span) if w.dep == "neg" or w.lower in gate_words().denying)
    return next((word.text for word in denying if not is_only(word)), None)


def denied_in(span: Span, reading: Reading) -> str | None:
    """The word that denies what a passage tells by its main verb."""
    head, tree = reading.head(span), reading.tree_at(span.start)
    if head is None or tree is None:
        return None
    verb = clause_verb(head)
    if not span.start <= verb.start < span.end:
        return None
    told = (each for each in _with_complements(verb) if span.start <= each.start < span.end)
    return next((word for each in told if (word := _denied(each, tree, reading))), None)


def _with_complements(verb: Word) -> Iterator[Word]:
    """A verb and what it is about to do, or not: "refused to join", "came close to joining"."""
    yield verb
    links = [verb, *verb.all("acomp", "attr", "prep", "advmod")]
    links += [deeper for link in links[1:] for deeper in link.all("prep")]
    for link in links:
        for child in link.all("xcomp", "pcomp"):
            if is_verb(child):
                yield from _with_complements(child)


def _denied(verb: Word, tree: Tree, reading: Reading) -> str | None:
    found = standing_of(verb)
    if (found.polarity == "negative" or found.modality in ("denied", "prevented")) and found.cue is not None:
        return found.cue.text
    shifts = (*shifts_of(verb, reading), *forgone(verb, reading))
    denying = next((shift.words for shift in shifts if shift.negative), None)
    return denying or next((word.text for word in negations_of(verb, tree)), None)
