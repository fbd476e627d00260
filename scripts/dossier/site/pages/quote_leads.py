"""The sentence about a quotation: who said it, where, and its first words or who reported it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dossier.facts import value_of
from dossier.model import Claim, Event, Quote
from dossier.reading.text.word_classes import PRONOUNS, class_of
from dossier.site.pages import claim_leads, nouns, phrases, wording
from dossier.site.pages.composer import Filler, Sentence, compose, from_capital, plain
from dossier.site.pages.document import Inline, Part, Words
from dossier.site.pages.linker import Linker

_SHORT = 32


def quotation(linker: Linker, record: Quote) -> Sentence:
    """Who said it, where, and its first words, or what is claimed in its sentence."""
    whole = record.form.value == "direct"
    pieces = wording.spoken(wording.shortened(record.text.value, _SHORT))
    first, *others = (Words(text=piece) for piece in pieces)
    noun = "words" if len(first.text.split()) > 1 else "word"
    fillers = _of_speech(linker, record) | {
        "words": Filler((f"the {noun} ", first if whole else Words(text=first.text.rstrip(" .,;"))))
    }
    if claimed := claimed_with(linker, record):
        rests_on = phrases.if_edited(claimed.description) if claimed.description else ()
        told = claim_leads.claim(linker, claimed)
        if not _holds(told, record):
            wording_as = claimed.wording_as_reported.value
            may_be_in_it = claimed.description or "…" in wording_as or first.text.strip(" ,.;") in wording_as
            few = "One word of it is quoted:" if noun == "word" else "Some words of it are quoted:"
            few = few if may_be_in_it else f"The same sentence quotes the {noun}"
            told = (*told, f" {few} ", Words(text=first.text.rstrip(" .,;")), ".")
        return Sentence(told, rests_on=rests_on)
    made = compose(nouns.sentences().quotes[record.form.value], fillers)
    parts = made.parts if made else ()
    more = tuple(part for words in others for part in (". ", words))
    stop = "" if pieces[-1].endswith((".", "!", "?")) else "."
    return Sentence((*parts, ": ", first, *more, stop) if whole else (*parts, "."))


def reserve(linker: Linker, record: Quote, told: Inline) -> str:
    """What stands behind the sentence that opens its page, where that or the words hold a claim who did what.

    Of a word or two they are held by what is claimed with these words, or by what is `told` of it.
    """
    whole, words = record.form.value == "direct", record.text.value.strip(" ,.;")
    speaker = value_of(record.speaker), value_of(record.speaker_as_reported)
    here = _sentences(linker, record.segments)
    telling = dict.fromkeys(id for segment in record.segments for id in linker.catalogue.telling(segment))
    for id in telling:
        claim = linker.catalogue.records[id]
        if not isinstance(claim, Claim) or not here & _sentences(linker, claim.evidence):
            continue
        claimant = value_of(claim.claimant), claim.claimant_as_reported.value
        is_own = any(who and who in claimant for who in speaker)
        is_held = whole or words in claim.wording_as_reported.value
        is_held = is_held or plain(claim_leads.claim(linker, claim)) in plain(told)
        if is_own and is_held and (said := claim_leads.reserve(claim)):
            return said
    return ""


def _sentences(linker: Linker, passages: Iterable[str]) -> set[str]:
    return {digest for id in passages for digest in linker.catalogue.evidence[id].sentences}


def claimed_with(linker: Linker, record: Quote) -> Claim | None:
    """What the speaker claims in the sentence where a word or two are quoted, which say little alone."""
    speaker, catalogue = value_of(record.speaker), linker.catalogue
    if record.form.value == "direct":
        return None
    if speaker is None:
        return _holding(linker, record)
    here = _sentences(linker, record.segments)
    made = [
        claim
        for claim in catalogue.claims_in(here)
        if value_of(claim.claimant) == speaker
        and any(here.intersection(catalogue.evidence[id].sentences) for id in claim.evidence[:1])
    ]
    words = record.text.value.strip(" ,.;")
    holding = [claim for claim in made if words in claim.wording_as_reported.value]
    cut = [claim for claim in made if claim.description or "…" in claim.wording_as_reported.value]
    return next(iter(holding or cut or made), None)


def _holding(linker: Linker, record: Quote) -> Claim | None:
    """The one claim whose words hold those of a quotation that a mere pronoun is quoted with: "it"."""
    reported = value_of(record.speaker_as_reported) or ""
    if not reported or class_of(reported.lower()) not in PRONOUNS:
        return None
    beside = (
        linker.catalogue.records[id] for each in record.segments for id in linker.catalogue.telling(each)
    )
    words = record.text.value.strip(" ,.;")
    held = {
        each.id: each
        for each in beside
        if isinstance(each, Claim) and words in each.wording_as_reported.value and each.claimant
    }
    return next(iter(held.values())) if len(held) == 1 else None


def _holds(told: Inline, record: Quote) -> bool:
    """Whether a sentence quotes the words of a quotation itself."""
    words = record.text.value.strip(" ,.")
    return f"“{words}”" in plain(told) or f"‘{words}’" in plain(told)


def brief(linker: Linker, records: Sequence[Quote]) -> Inline:
    """Of one speaker, several quotations of a word or two as one sentence, each with a link to its page."""
    parts: list[Part] = []
    for at, record in enumerate(records):
        parts += [" and " if at == len(records) - 1 else ", "] if at else []
        parts.append(linker.link(record.id, f"“{record.text.value.strip(' ,.;')}”"))
    speaker, told = _speaker(linker, records[0]).parts, told_by_another(linker, records[0])
    return *from_capital(speaker), " used the words ", *parts, *told, "."


def beside(linker: Linker, record: Quote) -> Inline:
    """The same where the words stand beside the sentence: who said it where, and who reported it."""
    article = linker.catalogue.articles[linker.catalogue.evidence[record.segments[0]].article]
    speech = _of_speech(linker, record)
    day = f"on {wording.day(article.datePublished)}"
    said_on = speech["said_on"]
    is_same = said_on is not None and said_on.parts == (day,)
    told = {
        "publisher": Filler((article.publisher,)),
        "day": Filler(("on the same day" if is_same else day,)),
    }
    made = compose(nouns.sentences().quotes_beside, speech | told)
    parts = (*made.parts, ".") if made else quotation(linker, record).parts
    return *parts, reserve(linker, record, parts)


def _speaker(linker: Linker, record: Quote) -> Filler:
    speaker, reported = value_of(record.speaker), value_of(record.speaker_as_reported)
    if not speaker and (claim := _holding(linker, record)):
        speaker = value_of(claim.claimant)
    if speaker or reported:
        return phrases.actor(linker, speaker or "", reported)
    return Filler(("a speaker whom this dossier does not identify",))


def _of_speech(linker: Linker, record: Quote) -> dict[str, Filler | None]:
    occasion = linker.catalogue.records.get(value_of(record.occasion) or "")
    where: Inline = ()
    if isinstance(occasion, Event):
        preposition = nouns.sentences().occasions.get(occasion.type.value, "at")
        kind = nouns.a(wording.event_type(occasion.type.value).lower())
        where = (f"{preposition} ", linker.link(occasion.id, kind))
    return {
        "speaker": _speaker(linker, record),
        "said_on": phrases.said_on(record),
        "occasion": Filler(where),
        "told": Filler(told_by_another(linker, record)),
    }


def told_by_another(linker: Linker, record: Quote) -> Inline:
    """Whose word it is that the speaker said so: ", according to police"; nothing for the article's own."""
    fact = record.speaker or record.speaker_as_reported
    return linker.according_to(fact.according_to) if fact else ()
