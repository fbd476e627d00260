"""What opens pages says no more than the words it is made of, and says it once."""

import pytest

from dossier.model import Casualties, Claim, Quote, Role
from dossier.site.pages import (
    claim_leads,
    content,
    leads,
    make_pages,
    name_leads,
    nouns,
    phrases,
    quote_leads,
    titles,
)
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.composer import plain
from dossier.site.pages.document import Items, QuoteCard
from dossier.site.pages.frame import quoted, record_page
from dossier.site.pages.linker import Linker
from stories import dossier_of
from worded import DOSSIER, SUDLAND, claim_of, event, fact, party, worded

RESERVE = "This claim is not verified."


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("earlier on Monday that the ferry sails", "the ferry sails"),
        ("last week that the ferry sails", "the ferry sails"),
        ("in a letter on Monday that the ferry sails", "the ferry sails"),
        ("said yesterday that the ferry sails", "the ferry sails"),
        ("said that the ferry sails", "the ferry sails"),
        ("the ferry sails", "the ferry sails"),
        # somebody else who denies it
        ("this board denied that the ferry sails", "this board denied that the ferry sails"),
        ("in Norton Berg denied that the ferry sails", "in Norton Berg denied that the ferry sails"),
        ("last week nobody knew that the ferry sails", "last week nobody knew that the ferry sails"),
        ("on Monday he doubted that the ferry sails", "on Monday he doubted that the ferry sails"),
        ("said he doubted that the ferry sails", "he doubted that the ferry sails"),
        ("on the day that the ferry sank he slept", "on the day that the ferry sank he slept"),
    ],
)
def test_what_is_said_loses_when_and_where_it_was_and_no_subject(words, told):
    assert content.without_verb(words) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Berg told reporters on Monday that the ferry sails", "the ferry sails"),
        ("mayor Berg said that the ferry sails", "the ferry sails"),
        ("mayor Berg as saying that the ferry sails", "the ferry sails"),
        ("Berg as saying the ferry sails", "the ferry sails"),
        ("Berg said in a statement that the ferry sails", "the ferry sails"),
        ("Berg said he doubted that the ferry sails", "Berg said he doubted that the ferry sails"),
        ("Berg said nobody believed that it sails", "Berg said nobody believed that it sails"),
        ("If Berg said that the ferry sails", "If Berg said that the ferry sails"),
        ("Bergman said that the ferry sails", "Bergman said that the ferry sails"),
    ],
)
def test_what_is_said_loses_who_says_it_and_nothing_between(words, told):
    assert content.without_source(words, "Berg") == told


@pytest.mark.parametrize(
    ("wording", "shown"),
    [
        ("ferry is late", "“The ferry is late,”"),  # the claimant is quoted with it: the words in full
        ("ferry is slow", "“ferry is slow”"),
    ],
)
def test_a_claim_is_shown_in_the_words_its_claimant_is_quoted_with(wording, shown):
    (quote,) = DOSSIER.quotes
    claim = DOSSIER.claims[0].model_copy(
        update={
            "claimant": quote.speaker,
            "wording_as_reported": quote.cue.model_copy(update={"value": wording}),
            "evidence": quote.cue.evidence,
        }
    )
    held = DOSSIER.model_copy(update={"claims": (claim, *DOSSIER.claims[1:])})
    page = next(page for page in make_pages(held) if page.path == "claims/claim-1.md")
    (said,) = (each for each in page.sections if each.id == "passage")
    assert [f"“{card.words}”" for card in said.blocks] == [shown]


def quote_beside(kind, *, speaker="ada-berg", form="direct", words="the league burned it", **claimed):
    said = DOSSIER.quotes[0].segments
    quote = Quote(
        id="made", segments=said, text=fact(words), form=fact(form), method="none", speaker=fact(speaker)
    )
    claim = Claim(
        id="claimed",
        kind=fact(kind),
        claimant_as_reported=fact("Berg"),
        wording_as_reported=fact("that the league burned the mill"),
        method="clause",
        **{"claimant": fact("ada-berg"), "evidence": said, **claimed},
    )
    held = DOSSIER.model_copy(update={"quotes": (*DOSSIER.quotes, quote), "claims": (*DOSSIER.claims, claim)})
    return Linker(Catalogue(held), ""), quote


@pytest.mark.parametrize(
    ("kind", "fields", "reserved"),
    [
        ("accusation", {}, True),
        ("responsibility_blamed", {}, True),
        ("denial", {"form": "partial", "words": "burned the mill"}, True),
        ("statement", {}, False),
        ("accusation", {"speaker": "sudland"}, False),
    ],
)
def test_a_quotation_that_holds_blame_is_told_with_its_reserve(kind, fields, reserved):
    linker, quote = quote_beside(kind, **fields)
    assert leads.snippet(linker, quote).endswith(RESERVE) is reserved
    assert plain(quote_leads.beside(linker, quote)).endswith(RESERVE) is reserved
    assert RESERVE not in plain(leads.with_link(linker, quote))


@pytest.mark.parametrize(
    ("id", "reported", "named", "in_sentence"),
    [
        ("sudland", None, "Sudland", "Sudland"),
        ("sudland", "the visitors", "Sudland", "Sudland"),
        (None, "the visitors", "the visitors", "the visitors"),
        ("nobody-we-know", None, "nobody-we-know", None),
        (None, None, "", ""),
    ],
)
def test_who_is_no_record_is_told_in_the_words_there_are_and_nobody_in_none(id, reported, named, in_sentence):
    linker = Linker(Catalogue(DOSSIER), "")
    told = linker.named(id, reported)
    assert getattr(told, "text", told) == named
    assert hasattr(told, "href") is (id == "sudland")
    if in_sentence is not None:
        assert plain(phrases.actor(linker, id, reported).parts) == in_sentence


def test_none_who_were_killed_are_not_said_to_be_killed():
    none = fact({"kind": "killed", "as_reported": "no fatalities", "min": 0, "max": 0})
    hurt = fact({"kind": "injured", "as_reported": "3 sailors", "min": 3, "max": 3})
    both = event("attack", "Attack on a ferry", casualties=(none, hurt))
    assert worded(both) == "3 sailors were injured in an attack on a ferry."
    assert "fatalities" not in worded(event("attack", "Attack on a ferry", casualties=(none,)))


def test_talks_hosted_by_somebody_are_several():
    assert nouns.is_plural("talks hosted by Sudland")
    assert not nouns.is_plural("meeting held by Sudland")


@pytest.mark.parametrize(
    ("title", "former", "told"),
    [
        ("Mayor", False, "was Mayor of Norland in June 2021."),
        ("Mayor", True, "is a former Mayor of Norland."),
        ("Former Mayor", False, "is a former Mayor of Norland."),
    ],
)
def test_who_held_an_office_is_a_former_one(title, former, told):
    (ada,) = (actor for actor in DOSSIER.actors if actor.id == "ada-berg")
    role = ada.name.model_copy(update={"value": Role(title=title, of="norland", former=former)})
    plainly = ada.model_copy(update={"description": None, "roles": (role,)})
    others = tuple(actor for actor in DOSSIER.actors if actor is not ada)
    held = DOSSIER.model_copy(update={"actors": (plainly, *others)})
    assert told in plain(name_leads.named(Linker(Catalogue(held), ""), plainly))


@pytest.mark.parametrize("line", ["Ada Berg mends sails", "Ada Berg mends sails."])
def test_a_line_that_is_its_own_sentence_ends_with_one_full_stop(line):
    (ada,) = (actor for actor in DOSSIER.actors if actor.id == "ada-berg")
    described = ada.model_copy(update={"description": fact(line)})
    others = tuple(actor for actor in DOSSIER.actors if actor is not ada)
    held = DOSSIER.model_copy(update={"actors": (described, *others)})
    assert plain(name_leads.named(Linker(Catalogue(held), ""), described)) == "Ada Berg mends sails."


@pytest.mark.parametrize(
    ("title", "who", "told"),
    [
        ("Speech by Ada Berg", ["Ada Berg"], "gave a speech"),
        ("Speech by Ada Berg and John Lund", ["Ada Berg", "John Lund"], "gave a speech"),
        ("Speech by Ada Berg", ["Ada Berg", "John Lund"], None),
        ("Speech by Ada Berg", [], None),
    ],
)
def test_a_speech_is_given_by_all_whom_its_title_names(title, who, told):
    made = titles.given(title, who)
    assert (plain(made.parts) if made else None) == told


def test_a_speech_tells_whom_it_accuses():
    told = event("statement", "Speech by Sudland", participants=(party("sudland", "speaker"),))
    claim = Claim(
        id="claimed",
        kind=fact("accusation"),
        claimant=fact("sudland"),
        claimant_as_reported=fact("Sudland"),
        target=fact("reed-circle"),
        wording_as_reported=fact("accusing the circle"),
        evidence=told.type.evidence,
        method="clause",
    )
    held = DOSSIER.model_copy(update={"events": (*DOSSIER.events, told), "claims": (*DOSSIER.claims, claim)})
    assert leads.snippet(Linker(Catalogue(held), ""), told) == "Sudland gave a speech, accusing Reed Circle."


@pytest.mark.parametrize(
    ("type", "title", "sentence"),
    [
        ("death", "Deaths", "3 sailors were killed."),
        ("attack", "Killings of sailors", "3 sailors were killed."),
        ("attack", "Attack on a ferry", "3 sailors were killed in an attack on a ferry."),
        ("death", "Fire on a ferry", "3 sailors were killed in a fire on a ferry."),
    ],
)
def test_nobody_is_killed_in_deaths(type, title, sentence):
    killed = fact({"kind": "killed", "as_reported": "3 sailors", "min": 3, "max": 3})
    assert worded(event(type, title, casualties=(killed,))) == sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("promised aid", "Sudland promised aid."),
        (
            "promised aid by Sudland",
            "Sudland made a pledge, in the article’s words: “promised aid by Sudland”.",
        ),
        ("promised aid by Monday", "Sudland promised aid by Monday."),
    ],
)
def test_who_was_promised_something_promises_nothing(words, sentence):
    made = claim_of("pledge", words, evidence=DOSSIER.claims[0].evidence, method="object", **SUDLAND)
    assert worded(made) == sentence


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("burned the mill", "Some words of it are quoted: burned the mill."),
        ("a dark day", "The same sentence quotes the words a dark day."),
    ],
)
def test_words_are_of_a_claim_only_where_it_has_them(words, told):
    linker, quote = quote_beside("denial", form="partial", words=words)
    assert told in plain(quote_leads.quotation(linker, quote).parts).replace("“", "").replace("”", "")


def test_each_quotation_of_a_section_stands_there_once_as_a_card_or_on_a_line():
    linker, brief = quote_beside("statement", form="partial", words="burned it")
    (long,) = DOSSIER.quotes
    card, lines = quoted(linker, [brief, long])
    assert (type(card), type(lines), len(lines.items)) == (QuoteCard, Items, 1)
    assert [type(block) for block in quoted(linker, [long])] == [QuoteCard]
    assert [type(block) for block in quoted(linker, [brief])] == [Items]
    assert quoted(linker, []) == []


ELSEWHERE = next(
    each.evidence
    for each in DOSSIER.claims
    if {*Catalogue(DOSSIER).evidence[each.evidence[0]].sentences}.isdisjoint(
        Catalogue(DOSSIER).evidence[DOSSIER.quotes[0].segments[0]].sentences
    )
)


@pytest.mark.parametrize(
    ("claimed", "id"),
    [
        ({}, "claimed"),
        ({"claimant": fact("sudland"), "target": fact("ada-berg")}, None),
        ({"evidence": ELSEWHERE}, None),
    ],
)
def test_with_a_quoted_word_only_what_its_speaker_claims_in_that_sentence_is_told(claimed, id):
    linker, quote = quote_beside("denial", form="partial", words="a dark day", **claimed)
    found = quote_leads.claimed_with(linker, quote)
    assert (found and found.id) == id


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("that the league burned the mill", "Ada Berg said that the league burned the mill."),
        (
            "that the league … burned the mill",
            "Ada Berg said, in the article’s words: “that the league … burned the mill”.",
        ),
        (
            "that the league “burned the mill",
            "Ada Berg said, in the article’s words: “that the league ‘burned the mill’”.",
        ),
    ],
)
def test_only_whole_words_of_a_claim_follow_its_verb(words, told):
    made = claim_of("statement", words, evidence=DOSSIER.claims[0].evidence)
    assert worded(made) == told


def test_a_word_beside_an_accusation_holds_none():
    linker, quote = quote_beside("accusation", form="partial", words="late")
    told = leads.snippet(linker, quote)
    assert told.endswith(RESERVE) is ("the league burned the mill" in told)
    assert not plain(quote_leads.beside(linker, quote)).endswith(RESERVE)


def test_nothing_that_opens_a_page_is_told_again_where_it_is_mentioned():
    linker, quote = quote_beside("statement", form="partial", words="burned it")
    opened = leads.snippet(linker, quote)
    claim = linker.catalogue.records["claimed"]
    assert plain(leads.composed(linker, claim).parts) in opened
    page = record_page(linker, quote, blocks=[], sections=[], kind="quote")
    told = [
        plain(line)
        for section in page.sections
        for block in section.blocks
        for line in getattr(block, "items", ())
    ]
    assert not [line for line in told if "burned the mill" in line]


def test_a_sentence_is_composed_once_for_a_page(monkeypatch):
    asked = []
    real = quote_leads.claimed_with
    monkeypatch.setattr(quote_leads, "claimed_with", lambda *given: asked.append(given) or real(*given))
    linker, quote = quote_beside("statement", form="partial", words="burned it")
    leads.snippet(linker, quote)
    leads.told_besides(linker, quote)
    leads.with_link(linker, quote)
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("name", "kind", "sentence"),
    [
        ("Norland security forces", "government_body", "are a government body"),
        ("Sudlanders", "people", "are people"),
        ("Reed Circle", "armed_group", "is an armed group"),
    ],
)
def test_one_record_is_told_as_one_body(name, kind, sentence):
    circle = next(actor for actor in DOSSIER.actors if actor.id == "reed-circle")
    circle = circle.model_copy(update={"name": fact(name), "kind": fact(kind)})
    others = [actor for actor in DOSSIER.actors if actor.id != "reed-circle"]
    linker = Linker(Catalogue(DOSSIER.model_copy(update={"actors": (*others, circle)})), "")
    assert sentence in leads.snippet(linker, circle)


@pytest.mark.parametrize(
    ("passage", "verb"),
    [
        ("Berg demanded that the board mend the ferry", "demanded"),
        ("Berg asked that the board mend the ferry", "asked"),
        ("Berg demanded that she be heard and proposed that the board mend the ferry", "asked"),
    ],
)
def test_a_demand_keeps_the_articles_verb(passage, verb):
    first = DOSSIER.claims[0].evidence[0]
    shown = tuple(
        each.model_copy(update={"exact": passage}) if each.id == first else each for each in DOSSIER.evidence
    )
    claim = Claim(
        id="claimed",
        kind=fact("call"),
        claimant=fact("ada-berg"),
        claimant_as_reported=fact("Berg"),
        wording_as_reported=fact("the board mend the ferry"),
        evidence=(first,),
        method="clause",
    )
    held = DOSSIER.model_copy(update={"claims": (*DOSSIER.claims, claim), "evidence": shown})
    told = leads.snippet(Linker(Catalogue(held), ""), claim)
    assert told == f"Ada Berg {verb} that the board mend the ferry."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Ada Berg said Labour is late with the port.", "Ada Berg said that Labour is late with the port."),
        ("Park Winsoon was found, Ada Berg said.", "Ada Berg said that Park Winsoon was found."),
        (
            "The team lacked a plan for the ferry, which Ada Berg called a slow and costly one.",
            "Ada Berg made an assessment, in the article’s words: “called a slow and costly one”.",
        ),
        ("Ada Berg said bread is dear.", "Ada Berg said that bread is dear."),
        ("Bread is dear, Ada Berg said.", "Ada Berg said that bread is dear."),
    ],
)
def test_a_name_keeps_its_capital_within_a_sentence(text, sentence):
    dossier = dossier_of(("a", text, "Post", "2024-05-04"))
    linker = Linker(Catalogue(dossier), "")
    assert plain(claim_leads.claim(linker, dossier.claims[0])) == sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Ada Berg sold a mill and said it burned.",
            "Ada Berg made a statement, in the article’s words: “Ada Berg sold a mill and said it burned”.",
        ),
        (
            "Prime Minister Ada Berg defended the bill, saying it would protect every harbour.",
            "Ada Berg made a statement, in the article’s words: "
            "“Prime Minister Ada Berg defended the bill, saying it would protect every harbour”.",
        ),
        ("Ada Berg said that it had burned.", "Ada Berg said that it had burned."),
        (
            "A clerk named Berg said he first saw the mill in May.",
            "A clerk said, in the article’s words: “A clerk named Berg said he first saw the mill in May”.",
        ),
        ("Ada Berg left and said that the mill had burned.", "Ada Berg said that the mill had burned."),
        # a denial without "that" is told once, whatever its subject is parsed as
        ("Ada Berg also denied the ferry ban had led to a flood.",
         "Ada Berg denied that the ferry ban had led to a flood."),
        ("Ada Berg later denied that the ferry ban had led to a flood.",
         "Ada Berg denied that the ferry ban had led to a flood."),
        ("Ada Berg also denied the charge.", "Ada Berg denied the charge."),
    ],
)  # fmt: skip
def test_what_is_said_is_told_with_what_a_pronoun_may_mean_and_no_verb_twice(text, sentence):
    filling = "The sea was calm, and nobody in the harbour saw a reason to think that this would change. " * 9
    dossier = dossier_of(("a", f"{text}\n\n{filling}", "Post", "2024-05-04"))
    linker = Linker(Catalogue(dossier), "")
    told = [claim_leads.claim(linker, each) for each in dossier.claims]
    assert [plain(each) for each in told] == [sentence]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("No one", "No one was killed"), ("nobody", "nobody was killed"), ("two men", "two men were killed")],
)
def test_nobody_is_one(words, sentence):
    counted = 2 if words == "two men" else 0
    casualties = Casualties(kind="killed", as_reported=words, min=counted, max=counted)
    made = phrases.toll((fact(casualties),))
    assert made is not None
    assert made.parts == (sentence,)


def test_what_is_called_by_common_nouns_has_the_in_a_title():
    text = "The Ferry Union accused Ada Berg, a baker, of theft on Monday."
    linker = Linker(Catalogue(dossier_of(("a", text))), "")
    assert titles.in_words(linker, "Sanctions by Ferry Union") == "Sanctions by the Ferry Union"
    assert titles.in_words(linker, "Sanctions by Ada Berg") == "Sanctions by Ada Berg"
    assert titles.in_words(linker, "Sanctions by Reed Union") == "Sanctions by Reed Union"
