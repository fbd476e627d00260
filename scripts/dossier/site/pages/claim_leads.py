"""The sentence about a claim: who says so, of whom, in the article’s words, and that it is not verified."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dossier.facts import Attribution, Reported, value_of
from dossier.model import Actor, Agreement, Claim, Event, Quote
from dossier.reading.names.namewords import english_words
from dossier.reading.text.tokens import Text
from dossier.reading.text.word_classes import AUXILIARIES, LEADS, NOMINAL, class_of
from dossier.site.pages import content, excerpts, nouns, phrases, titles, wording
from dossier.site.pages.agreement_leads import is_promise
from dossier.site.pages.composer import Filler, compose, from_capital
from dossier.site.pages.document import Inline, Words, curled
from dossier.site.pages.linker import Linker
from dossier.site.pages.wording import RESERVE, TO_DO
from dossier.vocabularies import NOBODY

_POINTS_BACK = ("it", "this", "that", "them", "these", "those")
_ALSO = re.compile(r"^(?:also|again|further|later|repeatedly|then|today|yesterday) ", re.IGNORECASE)
_HAS = re.compile(r"^(?:has|have|had) (?=(?:also |again |\w+ly )?\w+ed )")
_MANNER = re.compile(r"^\w{3,}ly (?=\w+ed )")
"""How somebody spoke, before the verb: "strongly condemned"."""
_ASKED = {"for_what": "for ", "that": "that "}
"""Slots for what is asked, by how its words begin."""
_OF_WHAT = ("about ", "against ", "of ")
_IN_CLAUSES = ("clause", "aside", "according to", "repeated")
"""How a claim is read whose words are a clause of their own: "said that the mill was safe"."""
_OF_ARTICLE = "in the article’s"
_COUNTING = (
    "about",
    "almost",
    "around",
    "as",
    "at",
    "fewer",
    "less",
    "more",
    "nearly",
    "no",
    "over",
    "some",
    "up",
)
"""Words that open a subject that counts: "at least ten ships", "more than a month"."""
_SPEAKERS = ("i", "me", "my", "we", "us", "our", "you", "your")
_DOES = re.compile(r"(?:(?:has|have|had) )?(?!been\b)(\w*)", re.IGNORECASE)
_WORD = re.compile(r"\S+ ")
_OWNERS = 4
"""Words before a claimant's name that may be whose it is: "Norland’s Ferry Ministry"."""
ABOUT_RESPONSIBILITY = (
    "responsibility_claimed",
    "responsibility_blamed",
    "carried_out_according_to",
    "accusation",
    "denial",
)
"""Kinds of claims about who did what happened: each is told with the reserve that it is not verified."""

_LEADS_ASIDE = re.compile(r",?(?: the| a| an)? $")


def reserve(record: Claim) -> str:
    """What stands behind the sentence about a claim who did what, on a page of its own."""
    return RESERVE if record.kind.value in ABOUT_RESPONSIBILITY else ""


def claim(linker: Linker, record: Claim) -> Inline:
    """Who says so, of whom, about what, in the article's words.

    Where an editor's sentence says it, that one.
    """
    if record.description is not None:
        return record.description.value.rstrip("."), "."
    told_by = linker.according_to(_told_by(record))
    target = value_of(record.target)
    reported = value_of(record.target_as_reported)
    about = linker.catalogue.records.get(value_of(record.about) or "")
    event_words: Inline = ()
    if isinstance(about, Event):
        event_words = (linker.link(about.id, titles.known(linker, about)),)
    says_more = wording.says_more_than_its_kind(record)
    if isinstance(about, Event):
        names_it = f"{about.title.value} for the a an of {reported or ''}"
        says_more = says_more and not wording.says_no_more_than(record, names_it)
    promise = promise_uttered(linker, record)
    says_more = says_more and not promise
    whom = promise.recipient if promise else None
    claimant = phrases.actor(linker, value_of(record.claimant), record.claimant_as_reported.value)
    if record.claimant is None and record.claimant_as_reported.value == NOBODY:
        claimant = Filler((nouns.sentences().of_nobody,))
    fillers = {
        "claimant": claimant,
        "target": phrases.actor(linker, target or "", reported) if target or reported else None,
        "event": Filler(event_words),
        "said_on": phrases.said_on(record),
        "promise": titles.titled(promise.title.value) if promise else None,
        "pledged": titles.pledged(promise.title.value) if promise else None,
        "for": Filler(("to ", *phrases.actor(linker, whom.value).parts)) if whom else None,
    }
    own = _own_clause(linker, record) if says_more else ""
    if own and not (target and about):
        return *from_capital(claimant.parts), f" {own}", *told_by, "."
    asked = _asked(record, fillers["target"] is not None) if says_more else None
    if asked:
        slot = next((slot for slot, opening in _ASKED.items() if asked.startswith(opening)), "to_do")
        fillers[slot] = Filler((asked,))
        verb = _asks(linker, record) if slot == "that" else None
        fillers["asks"] = Filler((verb,)) if verb else None
    table = nouns.sentences()
    is_clause = says_more and record.method in _IN_CLAUSES and not _opens_with_deed(record)
    is_clause = is_clause and not _tells_more_first(record)
    whose_words = _whose_words(linker, record)
    if is_clause and whose_words.startswith(_OF_ARTICLE) and (clause := _clause(linker, record)):
        fillers["clause"] = Filler((clause,))
    in_words = table.claims_in_words if is_clause else {}
    is_nobodys = record.method == "unsourced" and record.kind.value != "call"
    patterns = table.claims_of_nobody if is_nobodys else table.claims[record.kind.value]
    made = compose((*in_words.get(record.kind.value, ()), *patterns), fillers)
    parts = made.parts if made else (linker.catalogue.title(record.id),)
    words = _without_verb(record)
    is_told = "clause" in fillers and any("{clause}" in each for each in in_words.get(record.kind.value, ()))
    says_more = says_more and not own and not asked and not is_told
    told: Inline = (f", {whose_words}: ", words) if says_more else ()
    return *parts, *told, *told_by, "."


def _told_by(record: Claim) -> tuple[Attribution, ...]:
    """Who else's word it is that somebody claims this: "Sudland pledged ships, according to Berg"."""
    own = (value_of(record.claimant), record.claimant_as_reported.value)
    return tuple(each for each in record.kind.according_to if (each.actor or each.as_reported) not in own)


def _opens_with_deed(record: Claim) -> bool:
    """Whether the words for what is said begin with what the claimant does: "reiterated the offer"."""
    first = record.wording_as_reported.value.partition(" ")[0].lower()
    return any(first in verbs for verbs in nouns.sentences().claim_verbs.values())


def _tells_more_first(record: Claim) -> bool:
    """Whether the words for a claim tell first what else its claimant did: "Berg left and said that …"."""
    words, source = record.wording_as_reported.value, record.claimant_as_reported.value
    before, named, rest = words.partition(source)
    leads = Text(before).tokens  # an office before the name: "Prime Minister Berg defended it, saying …"
    is_office = len(leads) <= _OWNERS and all(each.word_class in (*LEADS, *NOMINAL) for each in leads)
    opens = record.method == "clause" and bool(named) and is_office
    return opens and content.without_source(words, source) == words and not _says_right_away(rest)


def _says_right_away(rest: str) -> bool:
    """Whether a verb of saying stands right behind who says something."""
    return any(word in wording.wording().verbs_of_saying for word in rest.split()[:3])


def _clause(linker: Linker, record: Claim) -> str:
    """The article's words for what is said where they are a clause that can follow "said that"; else ""."""
    words = curled(_without_verb(record).text.rstrip(" ,;."))
    tokens = Text(words).tokens
    if len(tokens) > 1 and tokens[0].lower == "that" and tokens[1].word_class != "verb":
        words, tokens = words[tokens[1].start :], Text(words[tokens[1].start :]).tokens
    first = tokens[0].word_class if tokens else ""
    is_subject = first in (*LEADS, *NOMINAL, "subject_pronouns") or tokens[0].lower in (*_COUNTING, "there")
    has_verb = any(token.word_class in ("verb", *AUXILIARIES) for token in tokens[1:])
    is_whole = "…" not in words and words.count("“") == words.count("”")
    is_whole = is_whole and (first != "noun" or tokens[0].lower in english_words() or nouns.is_plural(words))
    speaks = any(token.lower in _SPEAKERS for token in tokens)
    named = _named_first(words, record.claimant_as_reported.value)
    holding = {*wording.wording().verbs_of_saying, *wording.wording().verbs_of_holding}
    speaks = speaks or (len(tokens) > 1 and tokens[0].lower in holding and tokens[1].word_class in LEADS)
    speaks = speaks or (named is not None and named.verb.lower() in wording.wording().verbs_of_saying)
    opening = " ".join(words.lower().split()[: _OWNERS + 1])
    told = wording.wording().verbs_of_saying.intersection(words.lower().split())
    speaks = speaks or (record.claimant_as_reported.value.lower() in opening and bool(told))
    if not (is_subject and has_verb and is_whole) or speaks:
        return ""
    opens = class_of(tokens[0].lower) in (*LEADS, "subject_pronouns", "number")
    opens = opens or tokens[0].lower in {*_COUNTING, "there", *wording.wording().numbers}
    if opens:
        return f"{words[0].lower()}{words[1:]}"
    small = nouns.in_sentence(words)
    return words if small == words or _begins_with_a_name(linker, record, words, small) else small


def _begins_with_a_name(linker: Linker, record: Claim, words: str, small: str) -> bool:
    """Whether words begin with a name: a record's, two capitals, or one within the article's sentence."""
    named_in, second = linker.catalogue.named_in, words.split()[1:2]
    if named_in(small) != named_in(words) or (second and second[0][:1].isupper()):
        return True  # "Park Won-soon was found"
    shown = (curled(" ".join(linker.catalogue.evidence[id].shown.split())) for id in record.evidence)
    inside = re.compile(rf"[^\W\d_A-Z],? {re.escape(' '.join(words.split()[:3]))}")
    return any(inside.search(each) for each in shown)


def _closed(linker: Linker, record: Claim, words: str) -> str:
    """Words that end within a quotation with its mark, where the quotation ends with them."""
    if words.count("“") != words.count("”") + 1:
        return words
    opened = words.rpartition("“")[2]
    beside = (
        linker.catalogue.records[id] for each in record.evidence for id in linker.catalogue.telling(each)
    )
    quoted = {curled(each.text.value).strip(" ,.;“”") for each in beside if isinstance(each, Quote)}
    return f"{words}”" if opened in quoted else words


def _own_clause(linker: Linker, record: Claim) -> str:
    """The words for a claim where they say what its claimant does: "denied the charge"; else nothing."""
    table, who = nouns.sentences(), curled(record.claimant_as_reported.value)
    verbs = table.claim_verbs.get(record.kind.value, ())
    said = _closed(linker, record, curled(record.wording_as_reported.value.rstrip(" ,;.")))
    named = _named_first(said, who)
    does = named is not None and (named.owners.lower() in ("", "the ") or named.verb.lower() in verbs)
    words = named.does if named is not None and does else said  # "its maker Lume has denied it, X said"
    words = _ALSO.sub("", _HAS.sub("", words))
    manner = how[0] if (how := _MANNER.match(words)) else ""
    first, _, rest = words.removeprefix(manner).partition(" ")
    told = next((verb for verb in _pasts(first) if verb in verbs), first)
    first, words = told, words if told == first else f"{manner}{told} {rest}"
    is_verb = first.lower() in verbs
    says_again = record.method == "repeated" and first.lower() in table.said_again
    is_whole = "…" not in words and words.count("“") == words.count("”")
    is_passive = (
        f" by {record.claimant_as_reported.value}".lower() in rest.lower()
    )  # "promised aid by Sudland"
    if not is_whole or is_passive or (record.method in _IN_CLAUSES and not says_again):
        return ""
    if record.kind.value == "denial" and record.method == "object" and not is_verb:
        is_deed = first.endswith("ing") and first not in table.denying
        return f"denied {words}" if is_deed or _is_object(words) else ""
    if first.lower() in table.claim_verbs_with_two and rest.startswith(("a ", "an ")) and "," not in rest:
        return ""  # "the plan, which Lee called a mess"
    goes_on = first.lower() in table.claim_verbs_with_to and rest.startswith((*TO_DO, "for "))
    goes_on = goes_on or (first.lower() in table.claim_verbs_with_of and rest.startswith(_OF_WHAT))
    return words if is_verb and (goes_on or _is_object(rest)) else ""


def _pasts(participle: str) -> tuple[str, ...]:
    """The past of a verb that stands in "-ing", as it may be spelled: "accused" of "accusing"."""
    stem = participle.lower().removesuffix("ing")
    return (f"{stem}ed", f"{stem[:-1]}ied") if stem != participle.lower() else ()


class _Named(NamedTuple):
    """Words that begin with somebody's name, or with whose it is: "Norland’s minister Lume has denied it"."""

    owners: str
    verb: str
    does: str
    """From the verb on, without "has"."""


def _named_first(said: str, who: str) -> _Named | None:
    """A name at the beginning of some words; a pattern a name would be compiled for each."""
    at, named = 0, f"{who} ".lower()
    for _ in range(_OWNERS):
        behind = at + len(named)
        does = _DOES.match(said, behind) if said[at:behind].lower() == named else None
        if does is not None:
            return _Named(said[:at], does[1], said[does.start(1) :])
        word = _WORD.match(said, at)
        if word is None:
            return None
        at = word.end()
    return None


def _is_object(words: str) -> bool:
    """Whether words tell to whom or what something is done: "the charge", "that it was so", not "dead"."""
    first = words.partition(" ")[0]
    if not first or words in _POINTS_BACK or first == "that":
        return words.startswith("that ")
    phrase = nouns.noun_phrase(words.replace("“", "").replace("”", ""))
    if phrase is None:
        return False
    table, head = nouns.sentences(), nouns.head_of(phrase)
    names_it = phrase.split()[len(head) - 1][:1].isupper()  # "neighbouring Norland"
    is_bare = first.islower() and not nouns.is_determined(first) and not names_it
    return not is_bare or nouns.is_plural(" ".join(head)) or head[-1] in table.uncounted


def _without_verb(record: Claim) -> Words:
    """The article's words for what is said, without a verb of saying before them or its source within."""
    words, source = record.wording_as_reported.value, record.claimant_as_reported.value
    told = content.without_source(words, source)
    if told != words:
        return Words(text=told)
    words = _without_aside(words, source)
    if "according to" not in words.lower():
        return Words(text=content.without_verb(words))
    aside = rf",? according to (?:the )?{re.escape(source)},"
    return Words(text=content.without_verb(re.sub(aside, " …", words, flags=re.IGNORECASE)))


def _without_aside(words: Reported, source: str) -> Reported:
    """Words without their source's own "…, Lee said," within them."""
    at = words.find(f" {source} ")
    before = _LEADS_ASIDE.search(words, 0, at + 1) if at >= 0 else None
    behind = _says_aside().match(words, at + len(source) + 1)
    if before is None or behind is None:
        return words
    return Reported(f"{words[: before.start()]} …{words[behind.end() :]}")


@cache
def _says_aside() -> re.Pattern[str]:
    verbs = "|".join(wording.wording().verbs_of_saying)
    return re.compile(f" (?:{verbs}),")


def _asked(record: Claim, of_whom: bool) -> str | None:
    """What is asked or pledged, in words like "for it", "that he do it", "to do it" of whom is named."""
    words = record.wording_as_reported.value.rstrip(" ,;.")
    if "…" in words or "“" in words:
        return None
    if record.kind.value == "pledge":
        return words if words.startswith(TO_DO) else None
    words = excerpts.led_in(words).replace("[that]", "that")
    begins = words.startswith(("for ", "that ")) or (of_whom and words.startswith(TO_DO))
    return words if record.kind.value == "call" and begins else None


def _asks(linker: Linker, record: Claim) -> str | None:
    """The article's verb for what is asked with "that", where its passage has one alone: "demanded"."""
    words = " ".join(linker.catalogue.evidence[id].shown for id in record.evidence[:1])
    verbs = [word for word in re.findall(r"(\w+) that\b", words) if word in nouns.sentences().asks_that]
    return verbs[0] if len(verbs) == 1 else None


def promise_uttered(linker: Linker, record: Claim) -> Agreement | None:
    """The pledge that a claim puts into words, where its own words say no more than that one's title."""
    uttered = linker.catalogue.records.get(value_of(record.utters) or "")
    if not isinstance(uttered, Agreement) or not is_promise(uttered.title.value):
        return None
    more = wording.says_more_than_its_kind(record)
    return None if more and not wording.says_no_more_than(record, uttered.title.value) else uttered


def _whose_words(linker: Linker, record: Claim) -> str:
    """Whose words a claim is given in: the claimant's where they stand in a quotation, else the article's."""
    said = record.wording_as_reported.value
    noun = "words" if len(said.split()) > 1 else "word"
    claimant = value_of(record.claimant)
    quoted = (quote.text.value for quote in linker.catalogue.quoted(claimant, record))
    pieces = [rf"(?<!\w){re.escape(piece.strip(' “”,.'))}(?!\w)" for piece in said.split("…")]
    if claimant and any(all(re.search(piece, text) for piece in pieces) for text in quoted):
        speaker = linker.catalogue.records.get(claimant)
        is_person = isinstance(speaker, Actor) and speaker.kind.value == "person"
        these = "these" if noun == "words" else "this"
        return f"in the speaker’s own {noun}" if is_person else f"in {these} {noun}"
    return f"{_OF_ARTICLE} {noun}"
