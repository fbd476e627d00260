"""How far words reach in the gate: who says it, what a "but" joins, whose clause stands between commas."""

import pytest

from test_gate import verdict

HOLDS, NOT, OPEN = "holds", "does not", "not shown"
BOAT = "Ana Lume admits taking the boat but denies hiding it."
CHOIR = "The choir, whose leader Ivo Stam was on the jury, called the decision unfair."


@pytest.mark.parametrize(
    ("text", "trigger", "parts", "answer"),
    [
        (BOAT, "admits", "claimant=Ana Lume; act=taking the boat", HOLDS),
        (
            "Ana Lume voiced her regret but refused to leave.",
            "voiced",
            "claimant=Ana Lume; act=regret",
            HOLDS,
        ),
        (
            "Ana Lume promised to leave Lesk but added that it would be late.",
            "promised",
            "act=to leave Lesk",
            OPEN,
        ),
        ("Ana Lume promised to leave Lesk but not Varn.", "promised", "act=to leave Lesk", NOT),
        (
            "The council has forbidden guards to enter the mill until May.",
            "forbidden",
            "act=to enter the mill",
            HOLDS,
        ),
        (
            "The council promised to keep the mill open until May.",
            "promised",
            "act=to keep the mill open",
            NOT,
        ),
        ("Ana Lume disagrees: she thinks rats burned it.", "disagrees", "claimant=Ana Lume", HOLDS),
        (
            "Rebels calling themselves the Tern Brigade said they had fled.",
            "said",
            "claimant=Rebels calling themselves the Tern Brigade; act=they had fled",
            HOLDS,
        ),
        (CHOIR, "called", "claimant=The choir; target=the decision", HOLDS),
        (CHOIR, "called", "claimant=Ivo Stam; target=the decision", OPEN),
        (
            "Lesk's lawyer, Ana Lume, called on the guards to leave.",
            "called on",
            "claimant=Lesk's lawyer; target=the guards",
            HOLDS,
        ),
        (
            "Lesk's lawyer, Ana Lume, called on the guards to leave.",
            "called on",
            "claimant=the guards",
            NOT,
        ),
        ("The guards of Lesk, asked on Monday to leave.", "asked", "claimant=The guards of Lesk", NOT),
        ("The guards, told on Monday to leave.", "told", "claimant=The guards", NOT),
        ("The guards, called on Monday to leave.", "called", "claimant=The guards", NOT),
        ("The founder, Ivo Stam, 81, offered to sell it.", "offered", "claimant=The founder", HOLDS),
        (
            "Ana Lume said that she and Ivo Stam agreed to meet, adding that Lesk was calm.",
            "adding",
            "claimant=Ana Lume",
            HOLDS,
        ),
        ("Ana Lume said the guards left, claiming that Lesk was calm.", "claiming", "claimant=Ana Lume", NOT),
        (
            "Critic Ana Lume thinks the story is hardly credible.",
            "thinks",
            "claimant=Critic Ana Lume; act=credible",
            NOT,
        ),
        (
            "Critic Ana Lume thinks the story is hardly credible.",
            "thinks",
            "claimant=Critic Ana Lume; act=hardly credible",
            HOLDS,
        ),
    ],
)
def test_what_is_claimed(text, trigger, parts, answer):
    assert verdict(text, "claim", trigger, parts).answer == answer


@pytest.mark.parametrize(
    ("text", "trigger", "parts", "answer"),
    [
        (
            "The poet Ivo Stam alleges that she took 40 pages from his book, "
            "and his union, Varn Press, has filed a suit.",
            "filed",
            "agent=his union, Varn Press; patient=a suit",
            OPEN,
        ),
        (
            "Ivo Stam alleges that Ana Lume stole the boat and has sued the paper.",
            "stole",
            "agent=Ana Lume; patient=the boat",
            NOT,
        ),
        (
            "The fair was shut, because the guards could not agree, the mayor said.",
            "shut",
            "patient=The fair",
            NOT,
        ),
        (
            "The union says about 900 guards have joined the march; Varn puts it at 350.",
            "joined",
            "agent=guards",
            NOT,
        ),
        ("A hearing is set for 5 March in Lesk.", "hearing", "place=Lesk", NOT),
        ("A trap was set in Lesk.", "set", "patient=A trap", HOLDS),
        ("The mill burned; nobody was hurt, police said.", "burned", "patient=The mill", OPEN),
        ("The mill burned; nobody was hurt, it turned out.", "burned", "patient=The mill", HOLDS),
        ("Ana Lume hardly ever meets Ivo Stam.", "meets", "agent=Ana Lume; patient=Ivo Stam", NOT),
    ],
)
def test_what_happened(text, trigger, parts, answer):
    assert verdict(text, "event", trigger, parts).answer == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The line is owned by Varn Steel.", HOLDS),
        ("The line may be owned by Varn Steel.", NOT),
        ("The line is not owned by Varn Steel.", NOT),
        ("Guards did not leave a line owned by Varn Steel.", HOLDS),
        ("Guards may leave a line owned by Varn Steel.", HOLDS),
    ],
)
def test_whose_something_is_stands_as_its_own_clause_has_it(text, answer):
    assert verdict(text, "role", "owned", "person=Varn Steel; of=line").answer == answer


@pytest.mark.parametrize(("part", "fallen"), [("from=Varn", False), ("from=Lesk", True)])
def test_what_but_not_leaves_out(part, fallen):
    text = "Ana Lume turned down an offer from Varn, but not one from Lesk."
    assert bool(verdict(text, "event", "turned down", f"agent=Ana Lume; {part}").fallen) is fallen


def test_the_reason_of_what_is_said_is_said_too():
    text = "Nobody won the cup this year, because the jury could not agree on a winner, its chair said."
    told = {"negative": "not"}
    alone = verdict(text, "event", "agree", "agent=the jury", **told)
    assert alone.answer == NOT
    assert (
        verdict(text, "event", "agree", "agent=the jury", source="its chair / said", **told).answer == HOLDS
    )


@pytest.mark.parametrize(
    ("trigger", "parts", "answer"),
    [("freed", "agent=the council; patient=the guards", HOLDS), ("freed", "agent=Ana Lume", OPEN)],
)
def test_who_neither_did_this_nor_that(trigger, parts, answer):
    text = "Ana Lume said the council had neither answered the letter nor freed the guards."
    found = verdict(text, "event", trigger, parts, negative="nor", source="Ana Lume / said")
    assert found.answer == answer


@pytest.mark.parametrize(
    ("text", "trigger", "parts", "number", "answer"),
    [
        ("Turnout, at 48 per cent, was the lowest since 1991.", "was", "", "48|48|48|Turnout", HOLDS),
        ("Turnout, at 48 per cent, was the lowest since 1991.", "was", "", "1991|1991|1991|Turnout", NOT),
        (
            "The mill cost about 70 million francs.",
            "cost",
            "",
            "about 70 million|70000000|70000000|francs",
            HOLDS,
        ),
        ("The mill cost about 70 million francs.", "cost", "", "about 70 million|70|70|francs", NOT),
        (
            "A court convicted Ivo Stam of forging two bills.",
            "convicted",
            "patient=Ivo Stam",
            "two|2|2|bills",
            OPEN,
        ),
        ("A court convicted Ivo Stam of forging two bills.", "convicted", "", "two|2|2|court", NOT),
    ],
)
def test_what_a_number_is_of(text, trigger, parts, number, answer):
    assert verdict(text, "event", trigger, parts, number=number).answer == answer
