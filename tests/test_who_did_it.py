"""Claims of who did an act of violence: who says so, and of whom. All names are made up."""

from __future__ import annotations

import pytest

from told_claims import BLAMING, blamed, claims, read


@pytest.mark.parametrize(
    ("text", "claimant", "target"),
    [
        ("Two guards were killed by Kestrel Front fighters, police said.", "police", "Kestrel Front"),
        ("Police said that members of the Kestrel Front carried out the bombing.", "Police", "Kestrel Front"),
        ("The bombing in Lagos was the work of the Kestrel Front, police said.", "police", "Kestrel Front"),
        ("Police said that Kestrel Front rebels were the ones behind the attack on the camp.", "Police",
         "Kestrel Front"),
        ("The Kestrel Front's fighters shot six villagers, the army said.", "army", "Kestrel Front"),
        ("A group of Kestrel Front rebels attacked a village, the army said.", "army", "Kestrel Front"),
        ("The army said the Kestrel Front had killed four villagers in a raid.", "army", "Kestrel Front"),
        ("The Kestrel Front said its fighters had ambushed a bus.", "Kestrel Front", "Kestrel Front"),
        ("German warplanes bombed a school, rescue workers said.", "rescue workers", "German warplanes"),
        ("Opponents of the Kestrel Front bombed a bus, police said.", "police",
         "Opponents of the Kestrel Front"),
        ("The leader of the Kestrel Front killed two farmers, police said.", "police",
         "leader of the Kestrel Front"),
        ("A splinter faction of the Kestrel Front kidnapped two nurses, police said.", "police",
         "splinter faction of the Kestrel Front"),
        ("Suspected Kestrel Front rebels attacked a bus, police said.", "police",
         "Suspected Kestrel Front rebels"),
        ("Rebels belonging to the Kestrel Front claimed responsibility for the raid.", "Kestrel Front",
         "Kestrel Front"),
        ("Luis Arto killed Marta Brandt in Lagos on Monday.", "The Daily Reed", "Luis Arto"),
        ("Luis Arto murdered Per Brandt in Lagos on Monday.", "The Daily Reed", "Luis Arto"),
        ("It was Luis Arto who killed Marta Brandt, police said.", "police", "Luis Arto"),
        ("It was Luis Arto, not Bo Tarr, who shot the guard, police said.", "police", "Luis Arto"),
        ("It was the Kestrel Front, not the Harbour Guard, that bombed the market, police said.",
         "police", "Kestrel Front"),
        ("An attack killed nine guards that officials said was carried out by the Kestrel Front.",
         "officials", "Kestrel Front"),
        ("An attack at the port killed nine guards that officials said was carried out by the Kestrel Front.",
         "officials", "Kestrel Front"),
        ("The bombing was blamed on the Kestrel Front.", None, "Kestrel Front"),
        ("A farmer allegedly killed by Kestrel Front fighters was buried.", None, "Kestrel Front"),
        ("Luis Arto is accused of killing two guards.", None, "Luis Arto"),
        ("The fact that Luis Arto murdered Marta Brandt was known.", "The Daily Reed", "Luis Arto"),
        ("Evidence that Luis Arto murdered Marta Brandt was shown.", None, "Luis Arto"),
        ("It is clear that the Kestrel Front bombed the market.", "The Daily Reed", "Kestrel Front"),
        ("Soldiers wrongly shot Luis Arto on Monday.", "The Daily Reed", "Soldiers"),
        ("Luis Arto murdered Marta Brandt, the court found, and his alibi was false.", "The Daily Reed",
         "Luis Arto"),
        ("Luis Arto was arrested and charged with painting the statue.", None, "Luis Arto"),
        ("Bakers owe little to the millers of Lund Grain, who were accused by nuns of greed.", "nuns",
         "millers"),
        ("Marta Brandt reprinted an editorial that accuses Luis Arto of theft.", "editorial", "Luis Arto"),
        ("Marta Brandt signed a letter that accuses Luis Arto of theft.", "Marta Brandt", "Luis Arto"),
        ("The raid was attributed to the Kestrel Front.", None, "Kestrel Front"),
        ("The council said the army lied about the pier, and also accused Luis Arto of theft.", "council",
         "Luis Arto"),
        ("Police allege Luis Arto killed two guards.", "Police", "Luis Arto"),
        ("The mines caused hundreds of casualties attributed to the Kestrel Front.", None, "Kestrel Front"),
        ("A bombing raid killed 27 guards that officials said was carried out by the Kestrel Front.",
         "officials", "Kestrel Front"),
        ("The army fought Kestrel Front rebels. Nine people died in attacks by 150 Kestrel Front members.",
         "The Daily Reed", "Kestrel Front"),
        ("The army fought Kestrel Front rebels. Urban cells of the Kestrel Front attacked a power station.",
         "The Daily Reed", "Kestrel Front"),
        ("Marta Brandt was murdered by the Kestrel Front.", "The Daily Reed", "Kestrel Front"),
        ("The army fought Kestrel Front rebels. It was Kestrel Front members who murdered nine farmers.",
         "The Daily Reed", "Kestrel Front"),
        ("Soldiers shot two men on Sunday, claims a lawyer.", "lawyer", "Soldiers"),
        ("A complaint by a deputy from the Harbour Council, who accused Luis Arto of theft, was read.",
         "deputy from the Harbour Council", "Luis Arto"),
        ("Even as Luis Arto accused the Harbour Council of theft, Dan Poole stayed.", "Luis Arto",
         "Harbour Council"),
        ("Police blamed Commander Luis Arto of the Kestrel Front for the raid.", "Police", "Luis Arto"),
        ("Marta Brandt said Kenya broke the ceasefire.", "Marta Brandt", "Kenya"),
        ("The Cabinet met. Unions accused Cabinet ministers of lying.", "Unions", "Cabinet ministers"),
        ("Crews sought survivors of an attack on a ferry, which the police blamed on the Kestrel Front.",
         "police", "Kestrel Front"),
        ("The bombing of a market in Lagos, which police blamed on the Kestrel Front, killed nine people.",
         "police", "Kestrel Front"),
    ],
)  # fmt: skip
def test_who_is_said_to_have_done_it(text: str, claimant: str | None, target: str) -> None:
    assert blamed(text) == [(claimant, target)]


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Rebels of the Kestrel Front burned the mill.", "The Daily Reed"),
        ("Witnesses: rebels of the Kestrel Front burned the mill.", "Witnesses"),
        ("The army has been adamant that rebels of the Kestrel Front burned the mill.", "army"),
        ("Rebels of the Kestrel Front burned the mill, a charge they deny.", None),
        ("Ana Lume has alleged of being tortured and jailed in a false case by guards.", "Ana Lume"),
        ("In the mayor's view rebels of the Kestrel Front burned the mill.", "mayor"),
        ("In the mayor's garden rebels of the Kestrel Front burned the mill.", "The Daily Reed"),
        ("Ana Lume was told of her husband's killing by soldiers.", None),
        ("Ana Lume had heard about the murder of her husband by soldiers.", None),
        ("Ana Lume fled the murder of her husband by soldiers.", "The Daily Reed"),
        ("Ana Lume despaired of the murder of her husband by soldiers.", "The Daily Reed"),
        ("Ana Lume has tired of being tortured and jailed in a false case by guards.", "The Daily Reed"),
    ],
)
def test_who_did_it_is_told_by_whoever_tells_it(text: str, claimant: str | None) -> None:
    """Also where no verb of saying does: else it would be the paper's own word."""
    found = {c.claimant for c in read(text)[1].claims if c.kind == "carried_out_according_to"}
    assert found == {claimant}


@pytest.mark.parametrize(
    "text",
    [
        "Police no longer believe that Luis Arto bombed the market.",
        "Nobody believes that Luis Arto bombed the market.",
        "If the Kestrel Front bombed the market, it will pay.",
        "The Kestrel Front did not bomb the market.",
        "The Kestrel Front threatened to bomb the market.",
        "A Kestrel Front attack killed nine people.",
        "A bomb meant for Luis Arto killed two people in Lagos.",
        "A bomb meant for Luis Arto killed two clerks in Lagos.",
        "Gunmen hired by Luis Arto killed two people in Lagos.",
        "Gunmen killed two people in Lagos.",
        "Unidentified rebels killed two people in Lagos.",
        "Luis Arto, the brother of the man who bombed the market, said he was ashamed.",
        "Luis Arto, kidnapped and beaten last year, was a doctor.",
        "The debate was hijacked by Luis Arto.",
        "Marta Brandt left. Even as he accused the Harbour Council of theft, Dan Poole stayed.",
        "The firm used software made in Lagos to claim credit for the attack.",
        "After the talks the two were accused of theft.",
        "A jury for Luis Arto, 51, charged with the murder of his aunt, was sworn in.",
        "Luis Arto is now in jail for the bombing.",
        "A cousin of the potter drowned at Nairobi in June has been charged with her murder.",
        "The army fought Kestrel Front rebels. It may have been Kestrel Front members who shot nine men.",
        "Members of the Kestrel Rowing Club attacked a rival’s plan in Lagos.",
        "A storm named Kestrel killed nine people.",
        "Marta Brandt, whose father shot two men in 1999, left.",
        "A court cleared Luis Arto of killing Marta Brandt.",
        "Luis Arto launched an attack on the government’s plans.",
        "Luis Arto shot Marta Brandt for the cover of a magazine.",
        "After Lora and Marko killed 90 people, roads were shut.",
        "Rebels attacked a garrison near Lagos.",
        "The Speaker is charged with keeping order in the house.",
        "Roads were closed after the blast in Lagos and Abuja, which killed nine people.",
        # told only to be taken back
        "Rumours that Luis Arto murdered Marta Brandt are false.",
        "Reports that the Kestrel Front bombed the market were untrue, police said.",
        "A report that Luis Arto murdered Marta Brandt turned out to be a hoax.",
        "Claims that Luis Arto murdered Marta Brandt were denied by police.",
        "False claims that Luis Arto murdered Marta Brandt spread in Lagos.",
        "The claim that Luis Arto murdered Marta Brandt was retracted.",
        "The theory that soldiers bombed the market has been disproved.",
        "Rumours that Luis Arto murdered Marta Brandt spread in Lagos.",
        "There is no evidence that the Kestrel Front bombed the market.",
        "Police found no evidence that Luis Arto murdered Marta Brandt.",
        "It is a myth that the Kestrel Front bombed the market.",
        "Police ruled out that Luis Arto murdered Marta Brandt.",
        "Luis Arto was wrongly accused of murdering Marta Brandt.",
        "Marta Brandt was falsely blamed for the bombing.",
        "Marta Brandt falsely claimed that Luis Arto murdered two guards.",
        "Luis Arto murdered two guards, Marta Brandt falsely claimed.",
        "The Reed apologised for a report that Luis Arto murdered Marta Brandt.",
        "The Reed apologised for saying that Luis Arto murdered Marta Brandt.",
        "A fake video showed that Luis Arto murdered Marta Brandt.",
        "The video in which Luis Arto murdered Marta Brandt is fake.",
        "An earlier version of this article said that Luis Arto had killed a man in 2019.",
        # somebody else, or a task, or no wrong
        "“Luis Arto broke the news,” Marta Brandt said.",
        "Marta Brandt said Luis Arto broke the news.",
        "The poem, which was attributed to Luis Arto, was short.",
        "Marta Brandt attributed this success to Luis Arto.",
        "Bo Tarr responded to Arto’s accusations that Kenya would suffer.",
        "Early in the cup the strike force of Osterby shot Lesk to pieces.",
        "Arto called the judges “grave robbers”, accused of arson.",
        "The opera pleased critics in the stalls, who accused Luis Arto of haste.",
        "The choir came late, which was blamed on Lent beginning in a storm.",
        "Luis Arto, a teacher charged with testing the game, left.",
        "“The Harbour Council is responsible for guarding the pier,” Luis Arto said.",
        "Luis Arto was once accused of the bombing by Bo Tarr, who later said he had been mistaken.",
        "Luis Arto was cleared of the killing by Bo Tarr.",
        "It was not Luis Arto who killed Marta Brandt, police said.",
        "It was the Grey Dawn, not the Kestrel Front, that bombed the market, police said.",
        "It may have been Luis Arto who killed Marta Brandt.",
        "Charges that Luis Arto bombed the market were dropped.",
        "In her new novel, rebels blow up the bridge.",
        "In the play, Luis Arto's soldiers kill forty people.",
        "The film tells how rebels kidnapped a priest and shot his guards.",
        "In the video game, rebels kill a guard.",
        "Luis Arto shot Marta Brandt for a fashion spread.",
        "Gunmen disguised as Kestrel Front fighters killed four farmers.",
        "The navy test-fired a missile on Monday.",
        "In a military exercise on Monday, rebels of the Kestrel Front bombed a bridge.",
        "During a drill, fighters from the Kestrel Front stormed a school, the army said.",
        "Former members of the Kestrel Front killed four people, police said.",
        "Gunmen from a rival of the Kestrel Front attacked a bus, police said.",
        "The army said the storm had killed four villagers in a raid of hail.",
        "A bomb went off in Lagos. The Kestrel Front, which has claimed similar attacks, has a camp there.",
        "Police blamed a gas leak for the blast that killed four people in Lagos on Friday.",
        "Ana Lume has told of being tortured and jailed in a false case by guards.",
        "Police said that the Kestrel Front rebels were thankful for the attack on the camp.",
        "Police said that Luis Arto was the hero behind the raid on the camp.",
        "In the second act soldiers shot the mayor of Kelm.",
        "A video showed Kestrel Front rebels attacking a bus in Lagos.",
        "Raids killed 27 guards that officials said was carried out by the Kestrel Front.",
        "After a raid an ambush killed 27 guards that officials said was carried out by the Kestrel Front.",
        "An attack killed 27 guards that officials said was carried out by gunmen.",
        "Marta Brandt said their gunmen killed two guards in Lagos.",
        "A hearing for Luis Arto, 23, charged with the murders of two clerks, took place in Lagos.",
        "The win pleased the crowd, and Marta Brandt attributed it to the Kestrel Front.",
        "Marta Brandt said Luis Arto was responsible for security at the port.",
        "“No serious action has been taken by Luis Arto,” Luis Arto said.",
        "“No help came from Harbour Street,” Luis Arto said.",
        "It was Arto who killed the guard, police said.",
    ],
)
def test_nobody_is_said_to_have_done_it(text: str) -> None:
    assert blamed(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # (who is blamed for what others did, the claims about who did it)
        ("Norland blamed the killing of nine guards by gunmen of the Ash Front on Sudland.",
         [("responsibility_blamed", "Norland", "Sudland")]),
        ("Norland blamed Sudland for a raid in which gunmen of the Ash Front killed nine guards.",
         [("responsibility_blamed", "Norland", "Sudland")]),
        ("Norland accused Sudland of planning a raid in which gunmen of the Ash Front killed nine guards.",
         [("accusation", "Norland", "Sudland")]),
        ("Norland blamed Sudland, and said that gunmen of the Ash Front killed nine guards.",
         [("responsibility_blamed", "Norland", "Sudland"),
          ("carried_out_according_to", "Norland", "Ash Front")]),
    ],
)  # fmt: skip
def test_who_blames_one_says_by_that_of_no_other_that_he_did_it(
    text: str, told: list[tuple[str, str, str]]
) -> None:
    assert [each for each in claims(text) if each[0] in BLAMING] == told


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("Gunmen from the Kestrel Front attacked a bus, police said.",
         "Gunmen from the Kestrel Front attacked a bus"),
        ("Gunmen belonging to the Kestrel Front attacked a bus, police said.",
         "Gunmen belonging to the Kestrel Front attacked a bus"),
        ("The Kestrel Front bombed a bus, police said.", "Kestrel Front bombed a bus"),
        ("Gunmen from the Kestrel Front killed a guard and two clerks, police said.",
         "Gunmen from the Kestrel Front killed a guard and two clerks"),
    ],
)  # fmt: skip
def test_who_did_it_is_worded_with_who_of_them_did(text: str, wording: str) -> None:
    article, findings = read(text)
    (claim,) = (c for c in findings.claims if c.kind == "carried_out_according_to")
    assert article.text.slice(claim.wording) == wording


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Residents, Ann Lee, said the mill had burned.", "Residents"),
        ("Three miners, Ann Lee and Ivo Stam, said the mill had burned.", "Three miners"),
        ("The rebels, the Ash Front, said they had burned the mill.", "Ash Front"),
        ("The harbour agency, Reed Wire, said the mill had burned.", "Reed Wire"),
        ("The newspaper, Ann Lee, said the mill had burned.", "newspaper"),
        ("The committee, Ann Lee, said the mill had burned.", "committee"),
        ("The committee’s head, Ann Lee, said the mill had burned.", "Ann Lee"),
        ("The lawyer, Ann Lee, said the mill had burned.", "Ann Lee"),
    ],
)
def test_a_person_named_beside_several_or_an_outlet_is_none_of_them(text: str, claimant: str) -> None:
    assert [claim.claimant for claim in read(text)[1].claims] == [claimant]


@pytest.mark.parametrize(
    ("bond", "named"),
    [
        ("who belong", True),
        ("belonging", True),
        ("who do not belong", False),
        ("who no longer belong", False),
        ("who never belonged", False),
        ("who once belonged", False),
        ("who had belonged", False),
        ("who may belong", False),
        ("who allegedly belong", False),
    ],
)
def test_a_group_is_blamed_for_what_its_own_people_did_and_for_no_others(bond: str, named: bool) -> None:
    told = blamed(f"Gunmen {bond} to the Kestrel Front attacked a bus near Lesk, police said.")
    assert ("Kestrel Front" in [target for _, target in told]) is named


@pytest.mark.parametrize(
    ("sentences", "told"),
    [
        (
            ["Protesters burned a school in Lagos after the Kestrel Front shot a farmer, residents said."],
            {"Kestrel Front": "Shooting of a farmer"},
        ),
        (
            ["The bombing of Lagos followed the killing of four farmers by the Kestrel Front."],
            {"Kestrel Front": "Killing of four farmers"},
        ),
        (
            ["Two were killed in Lagos in a bombing like the attack by the Kestrel Front on Suva in 2019."],
            {"Kestrel Front": "Attack in Suva"},
        ),
        (
            ["Police shot dead Dan Poole in Lagos after he stabbed a shopper."],
            {"Police": "Killing of Dan Poole in Lagos", "Dan Poole": "Stabbing of a shopper"},
        ),
        # What no event is told of, beside one that is.
        (
            [
                "Nobody has claimed responsibility for Monday's bombing in Kesra, which resembles attacks by "
                "the Kestrel Front."
            ],
            {"Kestrel Front": None},
        ),
        (["Police shot a man in Lagos on Monday who had stabbed two shoppers."], {"Police": None}),
        (
            [
                "Gunmen killed nine people in Lagos on Monday.",
                "No group said it was behind it, though the Kestrel Front has attacked the town before.",
            ],
            {"Kestrel Front": None},
        ),
    ],
)
def test_a_claim_is_about_the_act_that_its_words_tell_and_no_other(
    sentences: list[str], told: dict[str, str | None]
) -> None:
    _, findings = read(*sentences)
    about = {c.target: c.event for c in findings.claims if c.target is not None}
    assert {who: at if at is None else findings.events[at].title for who, at in about.items()} == told


@pytest.mark.parametrize(
    ("before", "target"),
    [
        ("Villagers feared these rebels.", "Fighters of the Kestrel Front"),
        ("Villagers feared rebels.", "rebels"),
    ],
)
def test_fighters_told_of_as_known_are_no_others(before: str, target: str) -> None:
    """Who "the rebels" are is open where others without a name were told of before."""
    raid = "Fighters of the Kestrel Front raided a village on Monday. The rebels burned a mill on Monday."
    assert blamed(f"{before} {raid}")[-1][1] == target
