"""Whom a pronoun, an office or a short name means in the gate: one that grammar chooses, or nobody."""

import pytest

from dossier.assembly.gate.antecedents import is_alias
from test_gate import verdict

HOLDS, NOT, OPEN = "holds", "does not", "not shown"
FILTER = '"It is cheap, but it is no filter," she said.'
PAST = "Ana Lume praised the mill. " + FILTER


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "parts", "answer"),
    [
        # one alone agrees: by given names, also those that a surname has elsewhere
        ("Ivo Stam left. He sold the mill.", "event", "sold", "agent=He->Ivo Stam", HOLDS),
        ("Ivo Stam met Ana Lume. She sold it.", "event", "sold", "agent=She->Ana Lume", HOLDS),
        ("The guards left. He sold the mill.", "event", "sold", "agent=He->The guards", NOT),
        ("The guards left. It sold the mill.", "event", "sold", "agent=It->The guards", NOT),
        ("The guard left. He sold the mill.", "event", "sold", "agent=He->The guard", HOLDS),
        ("Ivo Stam met Ana Lume. She sold it.", "event", "sold", "agent=She->Ivo Stam", NOT),
        (
            "Ivo Stam left in May. Ana Lume wrote to Stam. She sold it.",
            "event",
            "sold",
            "agent=She->Stam",
            NOT,
        ),
        # nobody is a filter, a town, or what is quoted
        (PAST, "event", "said", "agent=she->Ana Lume", HOLDS),
        ("Ivo Stam left Port Lesk. He sold it.", "event", "sold", "agent=He->Ivo Stam", HOLDS),
        # two that fit, and grammar chooses none
        ("Ivo Stam praised Piet Varga after he sold the mill.", "event", "sold", "agent=he->Ivo Stam", OPEN),
        (
            "Ivo Stam said the guard had hit Piet Varga. Guards freed him.",
            "event",
            "freed",
            "patient=him->Piet Varga",
            OPEN,
        ),
        # from one pronoun to the next, and no further than they lead
        (
            "Ana Lume called it old and said she missed it.",
            "event",
            "missed",
            "agent=she->Ana Lume",
            NOT,  # whose word it is is lost
        ),
        ("Ivo Stam left. He had no key. Guards freed him.", "event", "freed", "patient=him->Ivo Stam", HOLDS),
        (
            "Ivo Stam left. He met Piet Varga. Guards freed him.",
            "event",
            "freed",
            "patient=him->Ivo Stam",
            OPEN,
        ),
        # what somebody says is no name of his own where another was named
        (
            "Piet Varga took a seat. Stam, he said, had sold a mill.",
            "claim",
            "said",
            "claimant=he->Stam",
            OPEN,
        ),
        # an office that one had before
        (
            "The Marran envoy, Ana Lume, left. Guards freed the envoy.",
            "event",
            "freed",
            "patient=the envoy->Ana Lume",
            HOLDS,
        ),
        (
            "The Marran envoy, Ana Lume, left. The Varn envoy, Ivo Stam, stayed. Guards freed the envoy.",
            "event",
            "freed",
            "patient=the envoy->Ana Lume",
            OPEN,
        ),
        # a surname that two have
        ("Ivo Stam left. Guards freed Stam.", "event", "freed", "patient=Stam->Ivo Stam", OPEN),
    ],
)
def test_whom_it_means(text, kind, trigger, parts, answer):
    assert verdict(text, kind, trigger, parts).answer == answer


@pytest.mark.parametrize(
    ("others", "answer"), [("Ana Lume left.", HOLDS), ("Ana Stam left.", OPEN), ("Mr Stam left.", HOLDS)]
)
def test_a_surname_is_one_persons_unless_another_has_it(others, answer):
    text = f"Ivo Stam was found. {others} Then guards freed Varga’s friend Stam."
    reading = verdict(text, "event", "freed", "patient=Varga’s friend Stam->Ivo Stam")
    assert reading.answer == answer


@pytest.mark.parametrize(
    ("other", "meant", "answer"),
    [
        ("The Varn Court", "The Lesk Court", OPEN),
        ("The Varn Court", "The Varn Court", OPEN),
        ("The Varn Council", "The Lesk Court", HOLDS),
        ("Another court", "The Lesk Court", OPEN),
        ("A court in Varn", "The Lesk Court", OPEN),
        ("A council in Varn", "The Lesk Court", HOLDS),
    ],
)
def test_a_common_noun_is_who_has_it_in_its_name_unless_another_has_it_too(other, meant, answer):
    text = f"The Lesk Court freed Ivo Stam. {other} jailed Ana Lume. The court sat late."
    assert verdict(text, "event", "sat", f"agent=The court->{meant}").answer == answer


def test_who_was_told_of_first_and_then_named_is_no_other():
    text = "A court freed Ivo Stam. The Lesk Court is small. The court sat late."
    assert verdict(text, "event", "sat", "agent=The court->The Lesk Court").answer == HOLDS


@pytest.mark.parametrize(("who", "answer"), [("His son Ivo", OPEN), ("Ivo Stam", HOLDS)])
def test_his_son_speaks_of_another_him(who, answer):
    text = f"Piet Varga left. {who} says guards beat him."
    name = who.removeprefix("His son ")
    found = verdict(text, "event", "beat", f"agent=guards; patient=him->{name}", source=f"{who} / says")
    assert found.answer == answer


@pytest.mark.parametrize(("who", "answer"), [("Ana Lume", HOLDS), ("Ivo Stam", NOT)])
def test_what_she_felt_is_her_own_word_where_she_says_so(who, answer):
    text = "Ana Lume left in May. Ivo Stam stayed. Lume said it broke because she felt that it was late."
    assert verdict(text, "claim", "felt", f"claimant=she->{who}; act=it was late").answer == answer


@pytest.mark.parametrize(
    ("words", "name", "so"),
    [
        ("Stam", "Ivo Stam", True),
        ("Mr Ivo Stam", "Stam", True),
        ("LRA", "Lesk River Authority", True),
        ("Lume", "Ivo Stam", False),
        ("Ivo Stam", "the", False),
        ("Ivo Stam", "“", False),
        ("the", "Ivo Stam", False),
        ("the", "“", False),
    ],
)
def test_a_name_is_part_of_another_by_words_that_name_somebody(words, name, so):
    assert is_alias(words, name) is so
