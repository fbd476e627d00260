"""Whether what lies in a reported clause has its source: who says it by the grammar, against the finding."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.assembly.gate.candidates import choose, is_pronoun
from dossier.assembly.gate.phrased import Voice
from dossier.assembly.gate.proposition import Doubt, Proposition, WhoseWord, does_not, not_shown
from dossier.assembly.gate.reach import Reading, alike, all_alike
from dossier.assembly.gate.tellers import said_behind, said_of_all
from dossier.assembly.gate.voices import voices_of
from dossier.reading.grammar.dependents import is_definite, is_passive, is_verb
from dossier.reading.grammar.speech_words import speech_words
from dossier.reading.tree import Word

_ACTS = ("event", "agreement")


def source_doubts(asked: Proposition, reading: Reading) -> Iterator[Doubt]:
    """A doubt where the text says whose word it is and the finding does not, or names another."""
    trigger = reading.head(asked.trigger)
    if trigger is None:
        return
    voices = voices_of(trigger)
    if asked.kind in ("role", "relation") and _is_presupposed(trigger):
        voices = [voice._replace(sure=False, open=False) for voice in voices]
    own = [
        head
        for part in asked.parts
        if part.role in ("claimant", "speaker")
        for span in (part.span, part.stands_for)
        if span is not None and (head := reading.head(span)) is not None
    ]
    own += [who for each in own if is_pronoun(each) and (who := choose(each, reading)[0]) is not None]
    voices = [v for v in voices if not all_alike(own) & _meant_by(v, reading)]  # "he said he feared"
    told = [cue for cue in (asked.modality_cue, asked.polarity_cue) if cue is not None]
    cued = [v for v in voices if any(cue.start <= v.cue.start < cue.end for cue in told)]  # "is feared"
    voices = [voice for voice in voices if voice not in cued]
    given = _chain(asked.source)
    behind = said_behind(trigger, reading) if not given and asked.kind not in ("claim", "quote") else None
    if behind is not None:
        yield does_not("source", f"“{behind.text}” says whose word it was")
        return
    if not given:
        sure = [voice for voice in voices if voice.sure]
        if sure:
            yield does_not("source", f"“{sure[0].cue.text}” says whose word it is")
        elif any(voice.open for voice in voices) or (asked.kind in _ACTS and said_of_all(trigger, reading)):
            yield not_shown("source", "whether it is still said by somebody is open")
        return
    for source in given:
        if asked.kind in _ACTS and _brings_about(reading.head(source.cue), trigger):
            continue  # "announced her candidacy": by saying so she stood
        yield from _doubt(source, [*voices, *filter(_is_somebodys, cued)], reading)
    yield from _denied_by_another(asked, given, reading)
    inside = {v.cue.index for v in voices if any(_is_cue(v, s) for s in given)}
    outer = [v for v in voices if v.sure and v.speakers and v.cue.index not in inside]
    if inside and outer:
        yield does_not("source", f"“{outer[0].cue.text}” says whose word that is again")


def _brings_about(cue: Word | None, act: Word) -> bool:
    """Whether the word by which somebody says something does what the noun behind it means."""
    return cue is not None and act.dep == "dobj" and act.head is cue and cue.lemma in speech_words().light


def _denied_by_another(asked: Proposition, given: list[WhoseWord], reading: Reading) -> Iterator[Doubt]:
    """A doubt where who denies a report is not told: of "Lesk denied a report by Varn" it is Lesk's word."""
    denial = reading.head(asked.polarity_cue) if asked.negative and asked.polarity_cue is not None else None
    if denial is None or not is_verb(denial):
        return
    told = any(source.cue.start <= denial.start < source.cue.end for source in given)
    cues = [cue for source in given if (cue := reading.head(source.cue)) is not None]
    if not told and any(denial in cue.ancestors() for cue in cues):
        yield does_not("source", f"whoever “{denial.text}” it says so")


def _is_somebodys(voice: Voice) -> bool:
    """Whether a word that opens or denies an act tells as well who does so: "the union demanded that"."""
    return not is_passive(voice.cue) and bool(voice.speakers)


def _meant_by(voice: Voice, reading: Reading) -> set[Word]:
    """Who speaks, and whom that means: "Ana Lume doubts it, she told a paper"."""
    meant = (choose(who, reading)[0] for who in voice.speakers if is_pronoun(who))
    return all_alike([*voice.speakers, *(who for who in meant if who is not None)])


def _is_presupposed(trigger: Word) -> bool:
    """Whether a noun is only spoken of, as known: "said the mayor of Lesk had fled", "his brother"."""
    known = is_definite(trigger) or any(w.pos == "PROPN" for w in alike(trigger) if w is not trigger)
    return not is_verb(trigger) and trigger.dep not in ("attr", "oprd", "ROOT", "ccomp") and known


def _chain(source: WhoseWord | None) -> list[WhoseWord]:
    found: list[WhoseWord] = []
    while source is not None:
        found.append(source)
        source = source.within
    return found


def _is_cue(voice: Voice, source: WhoseWord) -> bool:
    return (
        any(
            source.cue.start <= word.start < source.cue.end
            for word in (voice.cue, *(c for c in voice.cue.children if not is_verb(c)))
        )
        and not voice.cue.start > source.cue.end
    )


def _doubt(source: WhoseWord, voices: list[Voice], reading: Reading) -> Iterator[Doubt]:
    words = reading.says(source.span)
    voice = next((v for v in voices if source.cue.start <= v.cue.start < source.cue.end), None)
    if voice is None:
        yield not_shown("source", f"nothing shows that “{reading.says(source.cue)}” is about it")
        return
    named = all_alike(reading.tops(source.span))
    meant = reading.head(source.stands_for) if source.stands_for is not None else None
    if meant is not None:
        named |= alike(meant)  # "Ana Lume said she would go": it is she who says so
    if not named or not voice.speakers:
        yield not_shown("source", f"nothing shows that it is “{words}” who says so")
    elif not named & all_alike(voice.speakers):
        yield does_not("source", f"“{voice.speakers[0].text}” says so, not “{words}”")
