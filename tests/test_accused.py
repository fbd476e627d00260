"""Who is said to have done it: whom a claim accuses, and whom it leaves alone."""

from __future__ import annotations

import pytest

from dossier.reading.extract import extract_findings
from dossier.reading.text.article import read_article
from told_claims import blamed, claims, read


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("“Whoever blames Kenya is lying,” said Ana Silva.", None),
        ("“The men who attacked Kenya violated our laws,” said Ana Silva.", None),
        ("“If Kenya is lying, we will know,” said Ana Silva.", None),
        ("“Is Kenya lying?” asked Ana Silva.", None),
        ("“Kenya is not lying,” said Ana Silva.", None),
        ("“Kenya must not have lied,” said Ana Silva.", None),
        ("“No serious effort was made by Kenya,” said Ana Silva.", "Kenya"),
        ("“No serious effort was made. Aid by Kenya came,” said Ana Silva.", None),
    ],
)
def test_a_wrong_told_in_a_quotation_is_laid_at_its_doers_door(sentence: str, target: str | None) -> None:
    accused = [whom for kind, _, whom in claims(sentence) if kind == "accusation"]
    assert accused == ([target] if target else [])


@pytest.mark.parametrize(
    ("sentence", "claimant", "target"),
    [
        ("On Monday, fighters of the Kestrel Front attacked a bus near Lagos.", "The Daily Reed",
         "Kestrel Front"),
        ("Police said Kestrel Front fighters attacked a bus near Lagos.", "Police", "Kestrel Front"),
        ("A bus was attacked near Lagos by Kestrel Front guerrillas, police said.", "police",
         "Kestrel Front"),
        ("The attack on the bus in Lagos was carried out by the Kestrel Front, according to police.",
         "police", "Kestrel Front"),
    ],
)  # fmt: skip
def test_who_did_it_is_only_ever_a_claim(sentence: str, claimant: str, target: str) -> None:
    _, findings = read(sentence)
    done = [c for c in findings.claims if c.kind == "carried_out_according_to"]
    assert [(c.claimant, c.target, c.event) for c in done] == [(claimant, target, 0)]


def test_responsibility_for_nothing_told_is_no_claim() -> None:
    claimed = ("responsibility_claimed", "Kestrel Front", "Kestrel Front")
    assert claims("The Kestrel Front, an armed group, claimed responsibility.") == []
    assert claimed in claims(
        "A bomb killed nine guards in Lagos.", "The Kestrel Front, an armed group, claimed responsibility."
    )


@pytest.mark.parametrize(
    ("behind", "is_claimed"),
    [
        ("responsibility for killing the guards", True),
        ("credit for bombing the market", True),
        ("responsibility for having planted the bomb", True),
        ("responsibility for carrying out the attack", True),
        ("credit for the bombing", True),
        ("responsibility for the bombing for the first time", True),
        ("credit for foiling the attack", False),
        ("credit for catching the bombers", False),
        ("credit for killing the bill", False),
        ("responsibility for carrying out the reform", False),
        ("responsibility for planting trees", False),
        ("credit for the pay rise", False),
    ],
)
def test_responsibility_is_claimed_for_an_act_of_violence_alone(behind: str, is_claimed: bool) -> None:
    told = claims("A bomb killed nine guards at a market in Lagos.", f"The Kestrel Front claimed {behind}.")
    assert (("responsibility_claimed", "Kestrel Front", "Kestrel Front") in told) == is_claimed


def test_who_is_taken_is_not_accused() -> None:
    found = claims(
        "Mayor Luis Arto was taken from his home by four armed men, his wife, Marta Arto, told radio."
    )
    assert [kind for kind, _, _ in found] == ["statement"]


def test_an_accusation_within_a_quotation() -> None:
    found = claims("“No action has been taken by Kenya to open the border,” said Ana Silva on Monday.")
    assert found == [("accusation", "Ana Silva", "Kenya")]


@pytest.mark.parametrize(
    ("paragraphs", "target"),
    [
        # a bare surname is whoever of that name was named last
        (
            (
                "Andy Marsh, the coach, was sad.",
                "Campese praised Jason Marsh. Marsh has been accused of theft.",
            ),
            None,
        ),
        # and nobody where both are named beside it
        (("Andy Marsh met Jason Marsh. Marsh has been accused of theft.",), None),
        # but a title tells who is meant
        (
            ("Andy Marsh met his sister, Ana Marsh.", "Mrs Marsh has been accused of theft."),
            "Ana Marsh",
        ),
        (
            ("Andy Marsh, the coach, was sad.", "Marsh has been accused of theft. Jason Marsh left."),
            "Andy Marsh",
        ),
        # "him" is nobody within the phrase of who accuses
        (("Bo Tarr spoke.", "A group of Tarr supporters accused him of theft."), None),
    ],
)
def test_who_of_two_is_accused(paragraphs: tuple[str, ...], target: str | None) -> None:
    assert [target for _, target in blamed(*paragraphs)] == [target for target in (target,) if target]


@pytest.mark.parametrize(
    ("sentence", "blamed"),
    [
        (
            "The Kestrel Brigade and the Tern Militia attacked a school in Lagos.",
            {"Kestrel Brigade", "Tern Militia"},
        ),
        ("The Kestrel Brigade rather than the Tern Militia attacked a school in Lagos.", {"Kestrel Brigade"}),
        (
            "A school in Lagos was attacked by the Kestrel Brigade rather than the Tern Militia.",
            {"Kestrel Brigade"},
        ),
        ("The Kestrel Brigade instead of the Tern Militia attacked a school in Lagos.", {"Kestrel Brigade"}),
        ("The Kestrel Brigade or the Tern Militia attacked a school in Lagos.", set()),
        ("Either the Kestrel Brigade or the Tern Militia attacked a school in Lagos.", set()),
        ("A school in Lagos was attacked by the Kestrel Brigade or the Tern Militia.", set()),
        ("Kenya blamed the Kestrel Brigade or the Tern Militia for the raid.", set()),
        ("Kenya accused the Kestrel Brigade or the Tern Militia of the raid.", set()),
        (
            "Kenya accused the Kestrel Brigade and the Tern Militia of the raid.",
            {"Kestrel Brigade", "Tern Militia"},
        ),
    ],
)
def test_who_is_left_out_or_only_one_of_two_is_not_blamed(sentence: str, blamed: set[str]) -> None:
    found = read(sentence)[1].claims
    assert {claim.target for claim in found if claim.kind != "statement" and claim.target} == blamed


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        # a column of fighters is no column in a paper, and a force does what its planes do
        (
            "Reef Brigade rebels rule. Two guards were murdered by a column of Reef Brigade members.",
            ["Reef Brigade"],
        ),
        ("A Lesk Air Force helicopter bombed a camp of nurses.", ["Lesk Air Force"]),
        ("Ana Lume was murdered by a column in the Reed Courier.", []),
        # of two that "and" joins the verb stands beside the last
        ("Police said Ana Lume and Ivo Stam are behind the bombing of the mill.", ["Ana Lume", "Ivo Stam"]),
        ("Police said Ana Lume or Ivo Stam is behind the bombing of the mill.", []),
        # "it" is no person, and who "this group" is stays open
        ("Ivo Stam, the mayor, said it was responsible for the bombing of the mill.", []),
        ("The Reef Brigade said it was responsible for the bombing of the mill.", ["Reef Brigade"]),
        ("The spokesman said it was responsible for the bombing of the mill.", []),
        ("Murders and raids committed by this organisation are many.", []),
        # what somebody is accused of is no act that the report tells of
        ("The Reef Brigade is a rebel group. Ivo Stam was accused of being a “friend of the massacre by the "
         "Reef Brigade”.", []),
        # a crime need be none of violence, nerves are nobody, and half a phrase names nobody
        ("Ana Lume spoke. Prosecutors said she had committed a crime by picking up shells.", []),
        ("This bombing, which has been blamed on the “Nervousness” of the town, hurt two.", []),
        ("The bombing was blamed on the Reef Brigade.", ["Reef Brigade"]),
    ],
)  # fmt: skip
def test_who_is_held_to_have_done_it(text: str, doers: list[str]) -> None:
    kinds = ("responsibility_claimed", "responsibility_blamed", "carried_out_according_to")
    found = extract_findings(read_article(text, id="a", title=""))
    assert sorted(str(c.target) for c in found.claims if c.kind in kinds) == doers


@pytest.mark.parametrize(
    ("who", "named"),
    [("the Kestrel Front", True), ("gunmen", False), ("two attackers", False), ("unidentified men", False)],
)
@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("A bomb killed two in Lesk. Ana Lume blamed {} for the attack.", "responsibility_blamed"),
        ("A bomb killed two in Lesk. Responsibility for it was claimed by {}.", "responsibility_claimed"),
        (
            "An attack that officials said was carried out by {} killed two in Lesk.",
            "carried_out_according_to",
        ),
    ],
)
def test_whom_nobody_could_look_up_did_nothing(sentence: str, kind: str, who: str, named: bool) -> None:
    found = {target for is_kind, _, target in claims(sentence.format(who)) if is_kind == kind}
    assert found == ({"Kestrel Front"} if named else set())


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ("the talks", "accusation"),
        ("killing two guards", "accusation"),
        ("misleading voters", "accusation"),
        ("overseeing the talks", "statement"),
    ],
)
def test_a_task_is_no_wrong_to_be_responsible_for(what: str, kind: str) -> None:
    found = claims(f"Ana Lume said Ivo Stam was responsible for {what}.")
    assert found == [(kind, "Ana Lume", "Ivo Stam")]


@pytest.mark.parametrize(
    ("sentence", "blamed"),
    [
        ("The bishop praised the army for freeing a priest whom the Kestrel Front rebels had kidnapped.", []),
        (
            "The bishop said that the army freed a priest whom the Kestrel Front rebels had kidnapped.",
            ["Kestrel Front"],
        ),
    ],
)
def test_who_praises_a_rescue_does_not_say_who_did_the_deed(sentence: str, blamed: list[str]) -> None:
    found = [target for kind, _, target in claims(sentence) if kind == "carried_out_according_to"]
    assert found == blamed


@pytest.mark.parametrize(
    ("sentence", "accusers"),
    [
        # told as the word of who says so: of nobody named it is no second accusation
        ("The baker is suspected of helping Ivo Stam hide, prosecutors said.", []),
        ("Ivo Stam is suspected of arson, the police said.", []),
        ("The police said that Ivo Stam was accused of arson.", []),
        ("According to the police, Ivo Stam is suspected of arson.", []),
        # who accuses is named, or nobody says so
        ("The police said that Ana Silva accused Ivo Stam of arson.", ["Ana Silva"]),
        ("Ivo Stam is suspected of arson.", [None]),
        ("Ivo Stam is accused of arson, and the court said that the trial would begin in May.", [None]),
        ("Kenya has arrested two men suspected of burning a mill.", [None]),
    ],
)
def test_a_suspicion_that_somebody_tells_is_nobody_elses(sentence: str, accusers: list[str | None]) -> None:
    _, findings = read(sentence)
    assert [c.claimant for c in findings.claims if c.kind == "accusation"] == accusers
