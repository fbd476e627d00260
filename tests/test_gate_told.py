"""The gate: who says it at a sentence's end, what is cut off a claim, verbs read as something else."""

from dataclasses import replace

import pytest

from dossier.assembly.gate.judge import judge
from dossier.assembly.gate.told import told_doubts
from dossier.reading.findings import Span
from test_gate import asked, verdict

HOLDS, NOT, OPEN = "holds", "does not", "not shown"

MILL = "Rebels burned a mill near Lesk, border guard captain Ivo Stam told the paper Volna."
OATS = "Beetles have eaten half the oats of the Lesk plain, the farm office estimated on Monday."
MATE = "It was Captain Ivo Stam, not his mate, who gave the order, the court in Lesk heard on Monday."
RENT = (
    "The town may lose its last mill, miller Ana Lume said on Monday, because the owner, Baron Ivo Stam, "
    "doubled the rent."
)
SUNK = "Ana Lume thinks it likely that the boat was sunk by its owner, Ivo Stam."


@pytest.mark.parametrize(
    ("text", "trigger", "parts", "source", "answer"),
    [
        (MILL, "burned", "agent=Rebels; patient=a mill", None, NOT),
        (MILL, "burned", "agent=Rebels; patient=a mill", "border guard captain Ivo Stam / told", HOLDS),
        (MILL, "burned", "agent=Rebels; patient=a mill", "the paper Volna / told", NOT),
        (OATS, "eaten", "agent=Beetles", None, NOT),
        (OATS, "eaten", "agent=Beetles", "the farm office / estimated", HOLDS),
        (MATE, "gave", "agent=Captain Ivo Stam", None, NOT),
        (MATE, "gave", "agent=Captain Ivo Stam", "the court in Lesk / heard", HOLDS),
        (MATE, "gave", "agent=his mate", "the court in Lesk / heard", NOT),
        (RENT, "doubled", "agent=the owner", None, OPEN),
        (RENT, "doubled", "agent=the owner", "miller Ana Lume / said", HOLDS),
        ("Ivo Stam, police allege, stole the boat.", "stole", "agent=Ivo Stam", None, NOT),
        ("Ivo Stam, police allege, stole the boat.", "stole", "agent=Ivo Stam", "police / allege", HOLDS),
        ("Ivo Stam, a police clerk, stole the boat.", "stole", "agent=Ivo Stam", None, HOLDS),
        ("The paper Volna reported that guards left early.", "left", "agent=guards", None, NOT),
        (
            "The paper Volna reported that guards left early.",
            "left",
            "agent=guards",
            "The paper Volna / reported",
            HOLDS,
        ),
        ("The union's claim is that guards left early.", "left", "agent=guards", None, NOT),
        ("The union's claim is that guards left early.", "left", "agent=guards", "union / claim", HOLDS),
        ("The union's trouble is that guards left early.", "left", "agent=guards", None, HOLDS),
        ("Ana Lume put the number of dead at nine.", "dead", "", None, NOT),
        ("Ana Lume put the papers at the door.", "papers", "", None, HOLDS),
        ("Varn said it had shot down two drones launched by Lesk.", "launched", "agent=Lesk", None, OPEN),
        ("Guards shot down two drones launched by Lesk.", "launched", "agent=Lesk", None, HOLDS),
        (
            "The union says Ivo Stam is blamed for a wall that the ministry refused to mend.",
            "refused",
            "agent=the ministry",
            None,
            OPEN,
        ),
        (
            "Ana Lume said rebels, who burned the mill in May, had left.",
            "burned",
            "agent=rebels; patient=the mill",
            None,
            HOLDS,
        ),
        # a relative of what is told of announces something else; what stands behind its own comma, all of it
        (
            "Guards closed the mill that Ivo Stam announced in May.",
            "closed",
            "agent=Guards; patient=the mill",
            None,
            HOLDS,
        ),
        (
            "Guards closed the mill Ivo Stam announced in May.",
            "closed",
            "agent=Guards; patient=the mill",
            None,
            HOLDS,
        ),
        (
            "Guards closed the mill for talks with Ivo Stam, which her office announced on Sunday.",
            "closed",
            "agent=Guards; patient=the mill",
            None,
            HOLDS,
        ),
        (
            "Guards closed the mill for talks with her aide, Ivo Stam, her office announced on Sunday.",
            "closed",
            "agent=Guards; patient=the mill",
            None,
            NOT,
        ),
        (
            "Guards left the mill that rebels burned in May, the mayor said.",
            "left",
            "agent=Guards; place=the mill",
            None,
            NOT,
        ),
        (
            "Guards closed the mill as Ivo Stam announced on Monday.",
            "closed",
            "agent=Guards; patient=the mill",
            None,
            NOT,
        ),
    ],
)
def test_whose_word_it_is(text, trigger, parts, source, answer):
    assert verdict(text, "event", trigger, parts, source=source).answer == answer


@pytest.mark.parametrize(
    ("text", "trigger", "modality", "reason"),
    [
        (SUNK, "sunk", "likely", "“thinks” says whose word it is"),
        (
            "The bridge to Varn will reopen on Monday unless more ice falls, the town engineer said.",
            "reopen",
            "unless",
            "“said” says whose word it is",
        ),
        (
            "Ana Lume will travel to Varn on Monday for three days of talks with her counterpart, Ivo Stam, "
            "her office announced on Sunday.",
            "talks",
            "will",
            "“announced” says whose word it is",
        ),
    ],
)
def test_whose_word_is_what_may_be(text, trigger, modality, reason):
    doubts = verdict(text, "event", trigger, modality=modality).doubts
    assert reason in [doubt.reason for doubt in doubts]


DOUBT = "Ana Lume doubts that the mill will ever pay, she told the council on Monday."
PROOF = "Ana Lume said the find did not prove that rebels had burned the mill."
LETTER = "Ana Lume said no letter about the mill had been sent."


@pytest.mark.parametrize(
    ("text", "trigger", "act", "type", "answer"),
    [
        (DOUBT, "doubts", "the mill will ever pay", "assessment", HOLDS),
        ("Police said " + DOUBT[:50] + ".", "doubts", "the mill will ever pay", "assessment", NOT),
        (PROOF, "said", "rebels had burned the mill", None, NOT),
        (PROOF, "said", "the find did not prove that rebels had burned the mill", None, HOLDS),
        (
            "Ana Lume said there was no proof that rebels had burned the mill.",
            "said",
            "rebels had burned the mill",
            None,
            NOT,
        ),
        (
            "Ana Lume said it was clear that rebels had burned the mill.",
            "said",
            "rebels had burned the mill",
            None,
            OPEN,
        ),
        (LETTER, "said", "letter about the mill had been sent", "denial", OPEN),
        (LETTER, "said", "no letter about the mill had been sent", "denial", HOLDS),
        (LETTER, "said", "letter about the mill had been sent", None, NOT),
        (
            "Ana Lume denied that rebels had burned the mill.",
            "denied",
            "rebels had burned the mill",
            "denial",
            HOLDS,
        ),
        (
            "Ana Lume said she would pay, although not before May.",
            "said",
            "she would pay",
            None,
            NOT,
        ),
        ("Ana Lume said the oil was safe when used as told.", "said", "the oil was safe", None, NOT),
        ("Ana Lume said the oil was cheap when she was young.", "said", "the oil was cheap", None, HOLDS),
        ("Ana Lume confirmed the sale but not the price of the mill.", "confirmed", "the sale", None, OPEN),
        ("Ana Lume confirmed the sale but not for this year.", "confirmed", "the sale", None, NOT),
        ("Ana Lume reported by radio that Ivo Stam had left.", "reported", "Ivo Stam had left", None, HOLDS),
    ],
)
def test_what_is_cut_off_a_claim(text, trigger, act, type, answer):
    assert verdict(text, "claim", trigger, f"claimant=Ana Lume; act={act}", type=type).answer == answer


@pytest.mark.parametrize(
    ("text", "trigger", "parts", "answer"),
    [
        (
            "Purported members of the Tern Brigade published the list.",
            "published",
            "agent=members of the Tern Brigade",
            NOT,
        ),
        (
            "Purported members of the Tern Brigade published the list.",
            "published",
            "agent=Purported members of the Tern Brigade",
            HOLDS,
        ),
        ("Ana Lume had to resign on Monday.", "resign", "agent=Ana Lume", HOLDS),
        ("The trial was to have opened on Monday but has been put off.", "put off", "patient=trial", HOLDS),
        ("The trial was to have opened on Monday but has been put off.", "opened", "patient=trial", NOT),
        ("The talks, to be held in Lesk, begin on Monday.", "held", "patient=talks", NOT),
        ("The talks, held in Lesk, ended on Monday.", "held", "patient=talks", HOLDS),
        ("Ana Lume was the first judge to be elected in Lesk.", "elected", "patient=Ana Lume", OPEN),
        ("Ana Lume wanted to leave and stay.", "stay", "agent=Ana Lume", NOT),
        (
            "Ana Lume gave up the title to Ivo Stam, whom she beat in Varn in May.",
            "beat",
            "winner=whom->Ivo Stam; patient=she->Ana Lume",
            NOT,
        ),
        ("Ivo Stam beat Ana Lume in Varn.", "beat", "winner=Ana Lume; patient=Ivo Stam", NOT),
        ("Ivo Stam beat Ana Lume in Varn.", "beat", "winner=Ivo Stam; patient=Ana Lume", HOLDS),
        ("The club elected Ana Lume.", "elected", "winner=Ana Lume", HOLDS),
        (
            "Vicar Ana Lume spoke to the baron, whom she baptised. Baron Ivo Stam lives in Lesk.",
            "baptised",
            "agent=she->Ana Lume; patient=whom->Baron Ivo Stam",
            HOLDS,
        ),
        (
            "Vicar Ana Lume spoke to the baron, whom she baptised. Judge Ivo Stam lives in Lesk.",
            "baptised",
            "agent=she->Ana Lume; patient=whom->Judge Ivo Stam",
            NOT,
        ),
        (
            "Rebels of the Tern Brigade claimed responsibility on Monday for the bombing of a convoy.",
            "bombing",
            "agent=Rebels of the Tern Brigade",
            OPEN,
        ),
        ("The law gives pickers 9 crowns, up from 8 crowns.", "gives", "amount=8 crowns", NOT),
        ("The law gives pickers 9 crowns, up from 8 crowns.", "gives", "amount=9 crowns", HOLDS),
    ],
)
def test_what_happened(text, trigger, parts, answer):
    assert verdict(text, "event", trigger, parts).answer == answer


def test_what_somebody_rules_that_others_had_to_do_need_not_be_done():
    text = "Judge Ana Lume ruled on Monday that both had to resign."
    assert verdict(text, "event", "resign", "agent=both", source="Judge Ana Lume / ruled").answer == OPEN


@pytest.mark.parametrize(("part", "fallen"), [("to=The horse", True), ("to=a museum", False)])
def test_what_goes_is_no_way(part, fallen):
    text = "The horse went to a museum in Varn."
    assert bool(verdict(text, "event", "went", part).fallen) is fallen


def test_behind_a_quotation_and_without_a_subject_a_verb_has_its_speaker():
    text = '"Sit down," snapped the mayor, Ana Lume.'
    assert verdict(text, "quote", "snapped", "speaker=the mayor, Ana Lume").answer == HOLDS


@pytest.mark.parametrize(
    ("text", "number", "answer"),
    [
        ("Parliament voted 71 to 68 on Monday against the ban.", "68|68|68|Parliament", NOT),
        ("Parliament voted 71 to 68 on Monday against the ban.", "71|71|71|Parliament", HOLDS),
        ("Parliament voted by 71 to 68 to ban hawks.", "68|68|68|Parliament", NOT),
        ("Parliament raised the toll to 6 percent.", "6 percent|6|6|toll", HOLDS),
        ("Parliament raised the toll to 6 percent.", "6 percent|6|6|Parliament", NOT),
        ("Parliament praised the toll in 6 percent of letters.", "6 percent|6|6|toll", NOT),
    ],
)
def test_what_a_number_is_of(text, number, answer):
    trigger = text.split()[1]
    assert verdict(text, "event", trigger, "agent=Parliament", number=number).answer == answer


AGREED = "The lease of the mill was agreed in May and will be signed in June if the council agrees."


@pytest.mark.parametrize(
    ("text", "trigger", "type", "told"),
    [
        ("The election in Lesk was late.", "election", "election", True),
        ("The election’s winner spoke.", "winner", "election", False),
        ("The minister’s resignation surprised Lesk.", "resignation", "resignation", True),
        ("The minister who resigned left Lesk.", "minister", "resignation", False),
        ("The day they met was warm.", "day", "meeting", False),
    ],
)
def test_what_a_noun_belongs_to_or_is_described_by_is_not_told_by_it(text, trigger, type, told):
    reading, given = asked(text, "event", trigger)
    doubts = list(told_doubts(type, given.trigger, reading))
    assert (not doubts) is told


INITIALLED = "The two want to sign a treaty on eels that their deputies initialled in May."


@pytest.mark.parametrize(
    ("text", "trigger", "status", "answer"),
    [
        (AGREED, "agreed", "signed", NOT),
        (AGREED, "agreed", "agreed", HOLDS),
        ("The lease of the mill was agreed in May and signed in June.", "agreed", "signed", HOLDS),
        (INITIALLED, "initialled", "signed", NOT),
        (INITIALLED, "initialled", "initialled", HOLDS),
    ],
)
def test_what_will_be_signed_is_not(text, trigger, status, answer):
    assert verdict(text, "agreement", trigger, status=status).answer == answer


@pytest.mark.parametrize(
    ("text", "trigger", "parts", "modality", "about"),
    [
        (
            "Ana Lume promised to publish all letters, but only those from Varn.",
            "publish",
            "agent=Ana Lume; patient=all letters",
            "promised",
            ["modality"],
        ),
        (
            "Ana Lume promised to publish all letters, but only those from Varn.",
            "publish",
            "agent=Ana Lume; patient=all letters, but only those from Varn",
            "promised",
            [],
        ),
        (
            "Walkers are asked to stay at home, unless they have a permit.",
            "asked",
            "patient=Walkers; topic=stay at home, unless they have a permit",
            None,
            ["topic"],
        ),
        (
            "Walkers are asked to stay at home, unless they have a permit.",
            "asked",
            "patient=Walkers; topic=stay at home",
            None,
            ["topic", "modality"],
        ),
    ],
)
def test_a_limit_within_what_is_told_limits_it_no_further(text, trigger, parts, modality, about):
    told, proposition = asked(text, "event", trigger, parts, modality=modality)
    if modality:
        proposition = replace(proposition, modality="planned")
    assert [doubt.about for doubt in judge(proposition, told).doubts] == about


@pytest.mark.parametrize(("rest", "answer"), [("as long as it rains", NOT), ("and everybody", HOLDS)])
def test_a_quotation_that_goes_on_with_a_limit_is_cut(rest, answer):
    text = f"“We suspect nobody,” said Ana Lume, “{rest}.”"
    first = Span(1, 18)
    found = verdict(text, "quote", "said", "speaker=Ana Lume", segments=(first,))
    assert found.answer == answer


def test_calls_that_are_rejected_deny_nothing():
    text = "Ana Lume rejected calls to empty the pond."
    act = "claimant=Ana Lume; act=calls to empty the pond"
    assert verdict(text, "claim", "rejected", act, type="rejection").answer == HOLDS
    text = "Ana Lume rejected the claim that the pond was full."
    assert verdict(text, "claim", "rejected", "claimant=Ana Lume; act=pond was full", type="x").answer == NOT


def test_a_relative_that_only_names_a_charge_makes_it_nobodys_word():
    text = "Police said the crew had left early, a charge that Ana Lume rejected."
    told = verdict(text, "claim", "rejected", "claimant=Ana Lume", type="denial")
    assert [(doubt.answer, doubt.about) for doubt in told.doubts] == [(OPEN, "source")]
    assert verdict(text, "event", "left", "agent=the crew", type="departure").answer == NOT


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("Twelve of the 40 men held after the riot were freed, an official said, and two had died.", OPEN),
        ("Two men had left, and twelve were ill, and two had died.", HOLDS),
    ],
)
def test_what_goes_on_behind_somebodys_aside_is_not_the_reports_own(sentence, answer):
    assert verdict(sentence, "event", "died", "patient=two", type="death").answer == answer
