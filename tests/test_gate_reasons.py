"""Each doubt of the gate by its words: a sentence that raises it, and beside it one that does not."""

from dataclasses import replace

import pytest

from dossier.assembly.gate.judge import judge
from dossier.reading.findings import Span
from test_gate import asked

LATE = "“It is late in Varn,” Ana Lume said."
MILL = "Guards burned the mill in Lesk."


def reasons(text, *given, changed=None, meant=None, **more):
    """Why the gate doubts it; `changed` is what is otherwise in what is asked, `meant` whom its source is."""
    reading, told = asked(text, *given, **more)
    told = replace(told, **(changed or {}))
    if meant:
        told = replace(told, source=replace(told.source, stands_for=span(text, meant)))
    return [doubt.reason for doubt in judge(told, reading).doubts]


def span(text, words):
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("evidence", "doubts"),
    [
        (["Guards burned the mill in Lesk."], []),
        (["Guards burned the mill"], ["the evidence is cut before “in Lesk”"]),
        (["Guards burned the mill in Lesk.", None], ["the evidence lies outside the article"]),
    ],
)
def test_evidence_is_whole_sentences_of_the_article(evidence, doubts):
    spans = tuple(span(MILL, words) if words else Span(len(MILL), len(MILL) + 5) for words in evidence)
    assert reasons(MILL, "event", "burned", "agent=Guards", evidence=spans) == doubts


@pytest.mark.parametrize(
    ("words", "doubts"),
    [
        ("It is late in Varn", []),
        ("It is late", ["words of the same quotation are left out"]),
        ("late in Varn", ["words of the same quotation are left out"]),
        ("Ana Lume", ["the words do not stand in quotation marks"]),
    ],
)
def test_a_quotation_is_all_that_stands_in_its_marks(words, doubts):
    assert reasons(LATE, "quote", "said", "speaker=Ana Lume", segments=(span(LATE, words),)) == doubts


@pytest.mark.parametrize(
    ("text", "trigger", "parts", "doubts"),
    [
        ("Mr Stam met Ana Lume. He sold it.", "sold", "agent=He->Stam", []),
        ("Ivo Stam praised Ana Lume.", "praised", "patient=Ana Lume", []),
        ("Guards fled Varn, which fell.", "fell", "agent=which->Varn", []),
        ("Ana Lume, a baker, left. Guards freed the baker.", "freed", "patient=the baker->Ana Lume", []),
        (
            "Stam was late. Mrs Stam met Ana Lume. He sold it.",
            "sold",
            "agent=He->Stam",
            ["“He” does not agree with “Mrs Stam”"],
        ),
        (
            "Ivo Stam praised him.",
            "praised",
            "patient=him->Ivo Stam",
            ["“him” cannot be the “Ivo Stam” of its own clause"],
        ),
        (
            "Guards fled Varn and Lesk, which fell.",
            "fell",
            "agent=which->Varn",
            ["“which” could mean several"],
        ),
        (
            "Ana Lume left. Guards freed the baker.",
            "freed",
            "patient=the baker->Ana Lume",
            ["no rule shows that “the baker” is “Ana Lume”"],
        ),
    ],
)
def test_what_stands_for_another_does_so_by_a_rule(text, trigger, parts, doubts):
    assert reasons(text, "event", trigger, parts) == doubts


@pytest.mark.parametrize(
    ("text", "trigger", "more", "doubts"),
    [
        ("Ana Lume may visit Lesk.", "visit", {"modality": "may"}, []),
        (
            "Ana Lume may visit Lesk.",
            "visit",
            {"changed": {"modality": "planned"}},
            ["no words say that it need not be so"],
        ),
        (
            "Ana Lume may leave. Guards visited Lesk.",
            "visited",
            {"modality": "may"},
            ["“may” may be about something else"],
        ),
        ("Ana Lume did not visit Lesk.", "visit", {"negative": "not"}, []),
        ("Ana Lume did not visit Lesk.", "visit", {"changed": {"negative": True}}, ["no words deny it"]),
        ("In all accounts books Ana Lume visited Lesk.", "visited", {}, []),
        (
            "By all accounts Ana Lume visited Lesk.",
            "visited",
            {},
            ["“by all accounts” makes it open"],
        ),
        ("Ana Lume, it seems, visited Lesk.", "visited", {}, ["it only “seems” so"]),
        ("A sudden raid on Lesk killed a guard.", "raid", {}, []),
        ("A supposed raid on Lesk killed a guard.", "raid", {}, ["“supposed” makes it alleged"]),
    ],
)
def test_what_is_told_as_open_or_denied_has_its_words(text, trigger, more, doubts):
    assert reasons(text, "event", trigger, "", **more) == doubts


@pytest.mark.parametrize(
    ("text", "more", "doubts"),
    [
        ("The mayor, Ivo Stam, left.", {}, []),
        ("The former mayor, Ivo Stam, left.", {"former": True}, []),
        ("The mayor, Ivo Stam, left.", {"former": True}, ["no words say that it is over"]),
        ("The former mayor, Ivo Stam, left.", {}, ["“former” says it is over"]),
        (
            "The mayor, Ivo Stam, left.",
            {"negative": "left"},
            ["no words on the office deny it or leave it open"],
        ),
        ("The alleged mayor, Ivo Stam, left.", {}, ["“alleged” makes it open"]),
        ("Ivo Stam, the mayor of Lesk, allegedly left.", {}, []),
        ("Ivo Stam, allegedly the mayor of Lesk, left.", {}, ["“allegedly” makes it open"]),
        ("Ivo Stam, perhaps the mayor of Lesk, left.", {}, ["“perhaps” makes it open"]),
        ("Ivo Stam, allegedly the mayor of Lesk, left.", {"modality": "allegedly"}, []),
    ],
)
def test_an_office_is_held_as_its_words_say(text, more, doubts):
    assert reasons(text, "role", "mayor", "person=Ivo Stam", **more) == doubts


@pytest.mark.parametrize(
    ("text", "trigger", "parts", "doubts"),
    [
        ("Lesk hosted Varn in May.", "hosted", "host=Lesk; visitor=Varn", []),
        (
            "Lesk hosted Varn in May.",
            "hosted",
            "host=Varn; visitor=Lesk",
            ["“Varn” stands as undergoer of “hosted”", "“Lesk” stands as doer of “hosted”"],
        ),
        ("Ana Lume sold the mill to Ivo Stam.", "sold", "seller=Ana Lume", []),
        (
            "Ana Lume sold the mill to Ivo Stam.",
            "sold",
            "seller=Ivo Stam",
            ["“Ivo Stam” stands as to of “sold”"],
        ),
        ("Ana Lume bought the mill from Ivo Stam.", "bought", "seller=Ivo Stam", []),
        ("Ana Lume beat Ivo Stam.", "beat", "winner=Ana Lume", []),
        ("Ana Lume beat Ivo Stam.", "beat", "winner=Ivo Stam", ["“Ivo Stam” stands as undergoer of “beat”"]),
        ("Ana Lume lost to Ivo Stam.", "lost", "winner=Ivo Stam", []),
        ("Ana Lume lost to Ivo Stam.", "lost", "winner=Ana Lume", ["“Ana Lume” stands as doer of “lost”"]),
        ("The guards who came and burned the mill left.", "burned", "agent=who->The guards", []),
        (
            "The guards who came and burned the mill left.",
            "burned",
            "patient=who->The guards; agent=the mill",
            ["“who” stands as doer of “burned”", "“the mill” stands as undergoer of “burned”"],
        ),
    ],
)
def test_who_did_it_and_to_whom_stands_there(text, trigger, parts, doubts):
    assert reasons(text, "event", trigger, parts) == doubts


@pytest.mark.parametrize(("who", "holds"), [("Ana Lume", True), ("Ivo Stam", False)])
def test_according_to_somebody_is_a_claim_of_theirs(who, holds):
    text = "According to Ana Lume, Ivo Stam burned the mill."
    parts = f"claimant={who}; act=Ivo Stam burned the mill"
    assert (not reasons(text, "claim", "According", parts)) is holds


HERS = "Ana Lume left. She said guards burned the mill."
DENIED = "Lesk denied a report by Varn that guards burned the mill."


@pytest.mark.parametrize(
    ("text", "source", "more", "doubts"),
    [
        (HERS, "She / said", {}, []),
        (HERS, "She / said", {"meant": "Ana Lume"}, []),
        (HERS, "She / burned", {}, ["nothing shows that “burned” is about it"]),
        (
            "It was said that guards burned the mill.",
            "It / said",
            {},
            ["“said” makes it alleged", "nothing shows that it is “It” who says so"],
        ),
        (DENIED, "Varn / report", {"negative": "denied"}, ["whoever “denied” it says so"]),
        (
            "Police said Ana Lume had said that guards burned the mill.",
            "Ana Lume / had said",
            {},
            ["“said” says whose word that is again"],
        ),
        (
            "Guards are convinced that guards burned the mill.",
            None,
            {},
            ["“convinced” says whose word it is"],
        ),
    ],
)
def test_whose_word_it_is_is_told_in_full(text, source, more, doubts):
    assert reasons(text, "event", "burned", "agent=guards", source=source, **more) == doubts


@pytest.mark.parametrize(
    ("text", "number", "doubts"),
    [
        ("The motion passed by 61 to 58.", "61|61|61|", []),
        ("The motion passed by 61 to 58.", "58|58|58|", ["“58” stands beside “to”, as another number"]),
        ("The motion was passed by 14 guards in 1991.", "14|14|14|guards", []),
        ("The motion passed in 1991.", "1991|1991|1991|motion", ["“1991” is a year"]),
        ("Two of five guards passed.", "Two|2|2|guards", []),
        ("Two of five guards passed.", "five|5|5|guards", ["“five” are all, of whom only some are meant"]),
    ],
)
def test_a_number_is_of_this_act_and_counts_these(text, number, doubts):
    assert reasons(text, "event", "passed", "", number=number) == doubts


@pytest.mark.parametrize(
    ("text", "trigger", "doubts"),
    [
        ("Guards left the hall after a meeting.", "meeting", []),
        ("Guards booked the hall for a meeting.", "meeting", ["“booked” makes it open"]),
        ("The meeting depended on rain.", "meeting", []),
        ("The meeting depends on rain.", "meeting", ["“depends” makes it open"]),
        ("Ana Lume is ahead of the meeting.", "meeting", []),
        ("Ana Lume is ahead of meetings.", "meetings", ["“ahead of” makes it open"]),
    ],
)
def test_an_act_that_is_still_to_come_is_none(text, trigger, doubts):
    assert reasons(text, "event", trigger, "") == doubts


@pytest.mark.parametrize(
    ("lead", "doubts"),
    [
        ("", []),
        ("it did not prove that ", ["“not prove” is cut off"]),
        ("it was a lie that ", ["“lie” is cut off"]),
        ("it was odd that ", ["“was” stands over it and is cut off"]),
    ],
)
def test_what_is_claimed_is_not_cut_from_what_stands_over_it(lead, doubts):
    told = "claimant=Ana Lume; act=guards burned the mill"
    assert reasons(f"Ana Lume said {lead}guards burned the mill.", "claim", "said", told) == doubts


@pytest.mark.parametrize(
    ("lead", "act", "doubts"),
    [
        ("no guards ", "burned the mill", ["“guards” is cut off", "“no” is cut off"]),
        ("guards may ", "burn the mill", ["“may” is cut off"]),
        ("guards had ", "burned the mill", []),
    ],
)
def test_what_is_claimed_is_not_cut_from_what_denies_or_opens_it(lead, act, doubts):
    text = f"Ana Lume said {lead}{act}."
    found = reasons(text, "claim", "said", f"claimant=Ana Lume; act={act}")
    assert [reason for reason in found if "cut off" in reason] == doubts
