"""Claims, pledges and quotations in sentences: whose words they are, and how much of them is told."""

import pytest

from dossier.facts import ActorRef, Attribution
from dossier.model import Agreement, Claim, Quote
from dossier.site.pages import leads, quote_leads
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.composer import plain
from dossier.site.pages.document import Words
from dossier.site.pages.frame import claims_with_words, quoted
from dossier.site.pages.linker import Linker
from worded import BERG, DOSSIER, PASSAGE, POLICE, SUDLAND, claim_of, fact, party, worded


@pytest.mark.parametrize(
    ("kind", "fields", "sentence"),
    [
        (
            "responsibility_blamed",
            {"target": fact("reed-circle"), "about": fact("attack-on-a-ferry")},
            "Sudland blamed Reed Circle for the attack on a ferry, in the article’s words: “so it was”. "
            "This claim is not verified.",
        ),
        (
            "responsibility_claimed",
            {},
            "Sudland claimed responsibility, in the article’s words: “so it was”. "
            "This claim is not verified.",
        ),
        (
            "carried_out_according_to",
            {"target_as_reported": fact("unknown men"), "about": fact("attack-on-a-ferry")},
            "Sudland attributed the attack on a ferry to unknown men, in the article’s words: “so it was”. "
            "This claim is not verified.",
        ),
        (
            "call",
            {"target": fact("norland")},
            "Sudland said what Norland should do, in the article’s words: “so it was”.",
        ),
        ("call", {}, "Sudland said what should be done, in the article’s words: “so it was”."),
        ("statement", {}, "Sudland said, in the article’s words: “so it was”."),
        (
            "accusation",
            {"claimant": None, "claimant_as_reported": fact("nobody named"), "target": fact("norland")},
            "The article does not say who made an accusation against Norland, in the article’s words: "
            "“so it was”. This claim is not verified.",
        ),
    ],
)
def test_a_claim_stays_somebodys_word(kind, fields, sentence):
    made = claim_of(kind, "so it was", **SUDLAND | fields)
    assert worded(made) == sentence


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        ({}, "No source is named for this, in the article’s words: “so it was”."),
        (
            {"target": fact("norland")},
            "No source is named for what is said of Norland, in the article’s words: “so it was”.",
        ),
    ],
)
def test_hearsay_is_told_as_nobodys_word(target, sentence):
    nobody = {"claimant": None, "claimant_as_reported": fact("nobody named")}
    made = claim_of("statement", "so it was", method="unsourced", **nobody | target)
    assert worded(made) == sentence


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("statement", "Sudland said that the ferry was late."),
        ("accusation", "Sudland said that the ferry was late. This claim is not verified."),
    ],
)
def test_an_editors_sentence_tells_a_claim(kind, sentence):
    made = claim_of(kind, "the ferry …", description=fact("Sudland said that the ferry was late."), **SUDLAND)
    assert worded(made) == sentence


@pytest.mark.parametrize(
    ("form", "fields", "sentence"),
    [
        ("direct", {"speaker": fact("ada-berg")}, "Ada Berg said: “We wait”."),
        (
            "direct",
            {"speaker": fact("ada-berg"), "occasion": fact("statement-of-berg")},
            "Ada Berg said in a statement: “We wait”.",
        ),
        ("partial", {"speaker_as_reported": fact("sailors")}, "Sailors used the words “We wait”."),
        (
            "direct",
            {"speaker": fact("ada-berg", POLICE)},
            "Ada Berg said, according to harbour police: “We wait”.",
        ),
        (
            "partial",
            {"speaker_as_reported": fact("sailors", POLICE)},
            "Sailors used the words “We wait”, according to harbour police.",
        ),
        ("direct", {}, "A speaker whom this dossier does not identify said: “We wait”."),
    ],
)
def test_a_quotation_in_a_sentence(form, fields, sentence):
    made = Quote(
        id="made", segments=(PASSAGE,), text=fact("We wait,"), form=fact(form), method="none", **fields
    )
    assert worded(made) == sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("The ferry is late, … We wait.", "Ada Berg said: “The ferry is late”. “We wait.”"),
        ("The ferry is late, … [Boats] wait,", "Ada Berg said: “The ferry is late”. “[Boats] wait”."),
        ("The ferry is late, … and we wait,", "Ada Berg said: “The ferry is late, … and we wait”."),
        ("We wait. So do they!", "Ada Berg said: “We wait. So do they!”"),
    ],
    ids=["the reporter stood between sentences", "an insertion begins", "within a sentence", "in one go"],
)
def test_a_quotation_of_several_pieces_in_a_sentence(text, sentence):
    made = Quote(
        id="made",
        segments=(PASSAGE,),
        text=fact(text),
        form=fact("direct"),
        method="none",
        speaker=fact("ada-berg"),
    )
    assert worded(made) == sentence


@pytest.mark.parametrize(
    ("words", "whose"),
    [
        ("We wait", "in the speaker’s own words: “We wait”."),
        ("late", "in the speaker’s own word: “late”."),
        ("spoke of “late” ferries", "in the article’s words: “spoke of ‘late’ ferries”."),
        ("late again", "in the article’s words: “late again”."),
        ("rry is late", "in the article’s words: “rry is late”."),
    ],
)
def test_a_claim_is_in_the_words_of_whoever_said_them(words, whose):
    made = claim_of("statement", words)
    assert worded(made) == f"Ada Berg said, {whose}"


@pytest.mark.parametrize(
    ("method", "sentence"),
    [("aside", "Ada Berg made a statement, in"), ("object", "Ada Berg announced that the ferry is late.")],
)
def test_only_who_is_read_to_have_said_a_clause_said_it(method, sentence):
    made = claim_of("statement", "announced that the ferry is late", method=method)
    assert worded(made).startswith(sentence)


@pytest.mark.parametrize(
    ("kind", "method", "fields", "words", "sentence"),
    [
        ("denial", "object", {}, "denied the charges", "Sudland denied the charges."),
        ("denial", "object", {}, "denied it", "Sudland made a denial, in the article’s words: “denied it”."),
        (
            "warning",
            "clause",
            {},
            "Three ferries could be late",
            "Sudland warned that three ferries could be late.",
        ),
        ("statement", "clause", {}, "it was ready to help", "Sudland said that it was ready to help."),
        ("statement", "clause", {}, "Chile had closed it", "Sudland said that Chile had closed it."),
        ("statement", "clause", {}, "Ferries were late", "Sudland said that ferries were late."),
        ("statement", "clause", {}, "There was no date", "Sudland said that there was no date."),
        (
            "statement",
            "clause",
            {},
            "there from May",
            "Sudland said, in the article’s words: “there from May”.",
        ),
        (
            "statement",
            "clause",
            {},
            "claim the boat was late",
            "Sudland said, in the article’s words: “claim the boat was late”.",
        ),
        (
            "statement",
            "clause",
            {},
            "Those who are late, Sudland said, must pay",
            "Sudland said, in the article’s words: “Those who are late … must pay”.",
        ),
        (
            "statement",
            "clause",
            {},
            "Sudland said in leaving, noting that it was late",
            "Sudland said, in the article’s words: “Sudland said in leaving, noting that it was late”.",
        ),
        (
            "statement",
            "clause",
            {},
            "we are ready to help",
            "Sudland said, in the article’s words: “we are ready to help”.",
        ),
        (
            "denial",
            "clause",
            {},
            "the ferry had sailed",
            "Sudland denied that the ferry had sailed.",
        ),
        (
            "accusation",
            "accuse",
            {"target_as_reported": fact("union")},
            "accused the union of “sloth”",
            "Sudland accused the union of “sloth”.",
        ),
        (
            "accusation",
            "accuse",
            {"target_as_reported": fact("union")},
            "accusing the union of “sloth”",
            "Sudland accused the union of “sloth”.",
        ),
        (
            "accusation",
            "accuse",
            {"target_as_reported": fact("union")},
            "accused of sloth",
            "Sudland made an accusation against the union, in the article’s words: “accused of sloth”.",
        ),
        (
            "accusation",
            "accuse",
            {},
            "accused the union …",
            "Sudland made an accusation.",
        ),
        ("statement", "object", {}, "announced a new ferry", "Sudland announced a new ferry."),
        (
            "statement",
            "clause",
            {},
            "announced a new ferry",
            "Sudland made a statement, in the article’s words: “announced a new ferry”.",
        ),
        (
            "call",
            "infinitive",
            {"target": fact("norland")},
            "to mend the ferry",
            "Sudland called on Norland to mend the ferry.",
        ),
        (
            "call",
            "infinitive",
            {"target_as_reported": fact("parliament")},
            "not to sell the ferry",
            "Sudland called on parliament not to sell the ferry.",
        ),
        (
            "call",
            "infinitive",
            {},
            "for the ferry to be mended",
            "Sudland called for the ferry to be mended.",
        ),
        (
            "call",
            "infinitive",
            {"target": fact("norland")},
            "for a ferry",
            "Sudland asked Norland for a ferry.",
        ),
        (
            "call",
            "infinitive",
            {},
            "to mend the ferry",
            "Sudland said what should be done, in the article’s words: “to mend the ferry”.",
        ),
        ("call", "object", {}, "demanded to see the log", "Sudland demanded to see the log."),
        ("call", "object", {}, "asked the board for a ferry", "Sudland asked the board for a ferry."),
        ("call", "object", {}, "Sudland has demanded a ferry", "Sudland demanded a ferry."),
        ("call", "object", {}, "has repeatedly demanded a ferry", "Sudland demanded a ferry."),
        ("call", "object", {}, "requesting the new rules", "Sudland requested the new rules."),
        (
            "call",
            "object",
            {},
            "has been asked for a ferry",
            "Sudland said what should be done, in the article’s words: “has been asked for a ferry”.",
        ),
        (
            "call",
            "object",
            {},
            "Sudland has been asked for a ferry",
            "Sudland said what should be done, in the article’s words: “Sudland has been asked for a ferry”.",
        ),
        (
            "accusation",
            "accuse",
            {"target": fact("norland")},
            "accused neighbouring Norland of arming rebels",
            "Sudland accused neighbouring Norland of arming rebels.",
        ),
        (
            "responsibility_claimed",
            "claim responsibility",
            {"about": fact("attack-on-a-ferry")},
            "claimed responsibility for the attack",
            "Sudland claimed responsibility for the attack on a ferry.",
        ),
        (
            "responsibility_claimed",
            "claim responsibility",
            {"about": fact("attack-on-a-ferry")},
            "claimed responsibility for half the attack",
            "Sudland claimed responsibility for the attack on a ferry, in the article’s words: "
            "“claimed responsibility for half the attack”.",
        ),
        (
            "call",
            "object",
            {},
            "urged to leave the port",
            "Sudland said what should be done, in the article’s words: “urged to leave the port”.",
        ),
        (
            "statement",
            "object",
            {},
            "confirmed dead",
            "Sudland made a statement, in the article’s words: “confirmed dead”.",
        ),
        (
            "statement",
            "object",
            {},
            "confirmed that the log is lost",
            "Sudland made a statement, in the article’s words: “confirmed that the log is lost”.",
        ),
        ("statement", "object", {}, "condemned attacks on ferries", "Sudland condemned attacks on ferries."),
        ("statement", "object", {}, "strongly condemned the toll", "Sudland strongly condemned the toll."),
        (
            "statement",
            "object",
            {},
            "has consistently echoed the call",
            "Sudland consistently echoed the call.",
        ),
        ("statement", "object", {}, "had also described the flood", "Sudland described the flood."),
        ("call", "object", {}, "advocated for a lower toll", "Sudland advocated for a lower toll."),
        (
            "statement",
            "object",
            {},
            "described as a flood",
            "Sudland made a statement, in the article’s words: “described as a flood”.",
        ),
        (
            "statement",
            "object",
            {},
            "wholly true",
            "Sudland made a statement, in the article’s words: “wholly true”.",
        ),
        ("statement", "object", {}, "expressed sorrow", "Sudland expressed sorrow."),
        ("warning", "preposition", {}, "warned of floods", "Sudland warned of floods."),
        ("warning", "preposition", {}, "warned against tolls", "Sudland warned against tolls."),
        (
            "warning",
            "preposition",
            {},
            "warned to leave the port",
            "Sudland gave a warning, in the article’s words: “warned to leave the port”.",
        ),
        ("statement", "object", {}, "also complained about tolls", "Sudland complained about tolls."),
        (
            "statement",
            "clause",
            {},
            "earlier on Monday that the ferry sails",
            "Sudland said, in the article’s words: “the ferry sails”.",
        ),
        (
            "statement",
            "clause",
            {},
            "Sudland said on Monday that the ferry sails",
            "Sudland said, in the article’s words: “the ferry sails”.",
        ),
        ("statement", "object", {}, 'condemned the "sloth"', "Sudland condemned the “sloth”."),
        (
            "statement",
            "object",
            {},
            'condemned the "sloth of the board',
            "Sudland made a statement, in the article’s words: “condemned the ‘sloth of the board’”.",
        ),
        (
            "call",
            "call",
            {},
            "yesterday called for tolls on ferries",
            "Sudland called for tolls on ferries.",
        ),
        (
            "statement",
            "aside",
            {},
            "the ferry, according to the Sudland, sails",
            "Sudland said, in the article’s words: “the ferry … sails”.",
        ),
        ("statement", "object", {}, "reiterated the offer", "Sudland reiterated the offer."),
        (
            "statement",
            "object",
            {},
            "confirmed the theft of the boats",
            "Sudland made a statement, in the article’s words: “confirmed the theft of the boats”.",
        ),
        (
            "call",
            "clause",
            {"target": fact("norland")},
            "the board ensure that ferries sail",
            "Sudland asked that the board ensure that ferries sail.",
        ),
        ("pledge", "infinitive", {}, "to mend the ferry", "Sudland pledged to mend the ferry."),
        (
            "pledge",
            "infinitive",
            {"kind": fact("pledge", BERG)},
            "to mend the ferry",
            "Sudland pledged to mend the ferry, according to Ada Berg.",
        ),
        (
            "denial",
            "object",
            {"kind": fact("denial", POLICE, Attribution(actor=ActorRef("sudland")))},
            "the charges",
            "Sudland denied the charges, according to harbour police.",
        ),
        ("denial", "object", {}, "the charges", "Sudland denied the charges."),
        ("denial", "object", {}, "Sudland denies the charges", "Sudland denies the charges."),
        (
            "denial",
            "object",
            {},
            "Norland's neighbour Sudland rejects the charges",
            "Sudland rejects the charges.",
        ),
        ("denial", "object", {}, "hiding the boats", "Sudland denied hiding the boats."),
        ("denial", "object", {}, "that it hid boats", "Sudland denied that it hid boats."),
        (
            "denial",
            "object",
            {},
            "denying the charges",
            "Sudland denied the charges.",
        ),
        (
            "denial",
            "object",
            {},
            "was denied at once",
            "Sudland made a denial, in the article’s words: “was denied at once”.",
        ),
        (
            "call",
            "infinitive",
            {"target": fact("norland")},
            "to mend “the ferry”",
            "Sudland said what Norland should do, in the article’s words: “to mend ‘the ferry’”.",
        ),
    ],
)
def test_words_that_say_what_the_claimant_does_go_on_in_the_sentence(kind, method, fields, words, sentence):
    made = Claim(
        id="made",
        **({"kind": fact(kind)} | fields),
        claimant=fact("sudland"),
        claimant_as_reported=fact("Sudland"),
        wording_as_reported=fact(words),
        evidence=(PASSAGE,),
        method=method,
    )
    assert worded(made).removesuffix(" This claim is not verified.") == sentence


@pytest.mark.parametrize("words", ["his ferry …", "spoke …", "a ferry …"])
def test_words_that_say_no_more_than_the_sentence_are_left_out(words):
    made = claim_of("statement", words)
    assert worded(made) == "Ada Berg made a statement."


@pytest.mark.parametrize(
    ("kind", "words", "title", "sentence"),
    [
        ("pledge", "his ferry …", "Pledge to mend the ferry", "Ada Berg pledged to mend the ferry."),
        ("pledge", "his ferry …", "Pier at Port Alma", "Ada Berg made a pledge."),
        ("statement", "his ferry …", "Pledge to mend the ferry", "Ada Berg made a statement."),
        (
            "pledge",
            "his ferry will sail",
            "Pledge to mend the ferry",
            "Ada Berg pledged that his ferry will sail.",
        ),
    ],
)
def test_a_pledge_whose_words_are_not_shown_is_told_by_what_is_pledged(kind, words, title, sentence):
    pledged = DOSSIER.agreements[0].model_copy(update={"id": "pledged", "title": fact(title)})
    made = claim_of(kind, words, utters=fact("pledged"))
    held = DOSSIER.model_copy(
        update={"agreements": (*DOSSIER.agreements, pledged), "claims": (*DOSSIER.claims, made)}
    )
    assert leads.snippet(Linker(Catalogue(held), ""), made) == sentence


@pytest.mark.parametrize(("recipient", "sentence"), [("norland", " to Norland"), (None, "")])
def test_a_pledge_in_words_tells_to_whom_as_its_agreement_does(recipient, sentence):
    pledged = Agreement(
        id="pledged",
        title=fact("Pledge of 2m crowns"),
        kind=fact("pledge"),
        parties=(party("sudland", "pledger"),),
        recipient=fact(recipient).model_copy(update={"read_by": "editor"}) if recipient else None,
        status=fact("pledged"),
        status_as_reported=fact("pledged"),
    )
    made = claim_of("pledge", "2m crowns", utters=fact("pledged"), method="object", **SUDLAND)
    held = DOSSIER.model_copy(
        update={"agreements": (*DOSSIER.agreements, pledged), "claims": (*DOSSIER.claims, made)}
    )
    linker = Linker(Catalogue(held), "")
    assert leads.snippet(linker, made) == f"Sudland pledged 2m crowns{sentence}."
    assert [fact.value for fact in leads.told_besides(linker, made)] == [recipient] * bool(recipient)


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("a plain one", "“a plain one”"),
        ("“whole”", "“whole”"),
        ("one “word” in it", "“one ‘word’ in it”"),
        ("late,” said Berg", "“‘late,’ said Berg”"),
        ("said: “We wait", "“said: ‘We wait’”"),
        ("“one” and “two”", "“‘one’ and ‘two’”"),
        ('one "word" in it', "“one ‘word’ in it”"),
        ('said: "We wait', "“said: ‘We wait’”"),
        ('late," said Berg', "“‘late,’ said Berg”"),
    ],
)
def test_marks_within_marks_are_single(words, marked):
    assert Words(text=words).marked == marked


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"speaker": fact("ada-berg")}, "Ada Berg said this"),
        (
            {"speaker": fact("ada-berg"), "occasion": fact("statement-of-berg")},
            "Ada Berg said this in a statement",
        ),
        (
            {"speaker": fact("ada-berg", POLICE)},
            "Ada Berg said this, according to harbour police",
        ),
        ({}, "A speaker whom this dossier does not identify said this"),
    ],
)
def test_beside_the_words_a_sentence_says_who_reported_them(fields, sentence):
    made = Quote(
        id="made", segments=(PASSAGE,), text=fact("We wait,"), form=fact("direct"), method="none", **fields
    )
    held = DOSSIER.model_copy(update={"quotes": (*DOSSIER.quotes, made)})
    told = plain(quote_leads.beside(Linker(Catalogue(held), ""), made))
    assert told == f"{sentence}, The Norton Post reported on 9 June 2021."


def brief_quote(id, text, speaker="ada-berg", form="partial"):
    said = DOSSIER.quotes[0].segments
    return Quote(
        id=id,
        segments=said,
        text=fact(text),
        form=fact(form),
        method="none",
        speaker=fact(speaker) if speaker else None,
    )


def lines_of(quotes, claims=()):
    held = DOSSIER.model_copy(
        update={"quotes": (*DOSSIER.quotes, *quotes), "claims": (*DOSSIER.claims, *claims)}
    )
    (block,) = quoted(Linker(Catalogue(held), ""), quotes)
    return [plain(line) for line in block.items]


def test_words_quoted_of_one_speaker_stand_in_one_sentence():
    late, slow, free = (
        brief_quote("late", "late"),
        brief_quote("slow", "slow."),
        brief_quote("free", "free", None),
    )
    assert lines_of((late, slow)) == ["Ada Berg used the words “late” and “slow”."]
    assert lines_of((late, slow, free))[-1] == (
        "A speaker whom this dossier does not identify used the word “free”."
    )
    assert lines_of((late,)) == ["Ada Berg used the word “late”."]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "the ferry never sails",
            "Ada Berg said, in the article’s words: “the ferry never sails”. "
            "The same sentence quotes the word “late”.",
        ),
        ("the ferry is “late” again", "Ada Berg said that the ferry is “late” again."),
        (
            "the ferry never …",
            "Ada Berg made a statement. One word of it is quoted: “late”.",
        ),
    ],
)
def test_a_word_or_two_are_told_with_what_was_claimed_in_their_sentence(words, told):
    late = brief_quote("late", "late")
    claim = claim_of("statement", words, evidence=late.segments)
    assert lines_of((late,), (claim,)) == [told]


def test_a_word_quoted_of_a_claim_stands_with_it_and_any_other_is_left():
    late, slow = brief_quote("late", "late"), brief_quote("slow", "slow", None)
    claim = claim_of("statement", "the ferry is late", evidence=late.segments)
    quotes = (late, slow)
    held = DOSSIER.model_copy(
        update={"quotes": (*DOSSIER.quotes, *quotes), "claims": (*DOSSIER.claims, claim)}
    )
    linker = Linker(Catalogue(held), "")
    (line,), left = claims_with_words(linker, [claim], quotes)
    assert plain(line).endswith("Quoted: “late”")
    assert line[-1] == linker.link("late", "Quoted: “late”")
    assert left == [slow]
    assert claims_with_words(linker, [], quotes)[1] == [late, slow]
