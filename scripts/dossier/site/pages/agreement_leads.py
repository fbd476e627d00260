"""The sentence about an agreement: who agreed on what, for where or whom, on whose word."""

from __future__ import annotations

from dossier.facts import Attribution
from dossier.model import Agreement
from dossier.site.pages import nouns, phrases, titles, wording
from dossier.site.pages.composer import Filler, Sentence, compose
from dossier.site.pages.document import Words
from dossier.site.pages.linker import Linker


def agreement(linker: Linker, record: Agreement) -> Sentence:
    """Who agreed on what, for where or whom, and on whose word."""
    table = nouns.sentences()
    title = record.title.value
    noun = titles.titled(titles.in_words(linker, title))
    whose = tuple(dict.fromkeys((*record.title.according_to, *record.status.according_to)))
    parties = [(party.value.actor, party) for party in record.parties]
    titled = phrases.if_edited(record.title)
    whole = Filler(noun.parts, noun.plural, whose, titled)
    promised = is_promise(title)
    about = record.recipient or record.where
    aims = (each for each in record.purpose if each.value.startswith("to ") and "…" not in each.value)
    purpose = next(aims, None)
    words = record.status_as_reported.value
    pledged = titles.pledged(title, titled)
    again = bool(table.said_again & {*words.lower().split()}) and promised
    so_far = next((each for each in table.so_far if f" {each} " in f" {words.lower()} "), None)
    fillers = {
        "title": whole,
        "so_far": Filler((so_far,)) if so_far else None,
        "between": _without_parties(linker, record, whose),
        "to_do": Filler((title.removeprefix("Plan "),), False, whose, titled)
        if title.startswith("Plan to ")
        else None,
        "to_agreed": Filler((title.removeprefix("Agreement "),), False, whose, titled)
        if title.startswith("Agreement to ")
        else None,
        "promise": whole if promised else None,
        "pledged": pledged,
        "again": (pledged if title.partition(" ")[2].startswith("that ") else whole) if again else None,
        "pledger": phrases.actors(linker, parties),
        "parties": phrases.actors(linker, parties) if len(parties) > 1 else None,
        "announcer": phrases.actors(linker, [(record.announced_by.value, record.announced_by)])
        if record.announced_by
        else None,
        "for": Filler(
            ("to " if record.recipient and promised else "for ", *phrases.actor(linker, about.value).parts),
            False,
            about.according_to,
            phrases.if_edited(about),
        )
        if about
        else None,
        "purpose": Filler((Words(text=purpose.value),), False, purpose.according_to) if purpose else None,
        "publisher": Filler((linker.catalogue.publisher(record),)),
    }
    made = compose(table.agreements[record.status.value], fillers)
    if made is None and (reported := compose(table.agreements_of_any_status, fillers)):
        made = phrases.on_the_word_of(linker, reported)
    return made or Sentence((title,))


def _without_parties(linker: Linker, record: Agreement, whose: tuple[Attribution, ...]) -> Filler | None:
    """The title without the parties at its end, which the sentence names as who agreed."""
    names = wording.listed([linker.catalogue.name(party.value.actor) for party in record.parties])
    noun = record.title.value.removesuffix(f" between {names}").partition(" signed by ")[0]
    if noun == record.title.value:
        return None
    made = titles.titled(noun)
    return Filler(made.parts, made.plural, whose, phrases.if_edited(record.title))


def is_promise(title: str) -> bool:
    """Whether a title is one side's promise: "Pledge to mend the ferry"."""
    return title.lower().startswith(("pledge", "promise", "commitment"))
