"""Claims, sentence by sentence: who says what about whom. All names but the seed's are made up."""

from __future__ import annotations

import pytest

from dossier.assembly.gating import gated
from dossier.reading.extract import extract_findings
from dossier.reading.findings import ClaimFinding
from dossier.reading.text.article import read_article
from dossier.seeds.articles import load_seed
from first_dossier import SEED
from told_claims import blamed, claims, read


@pytest.mark.parametrize(
    ("sentence", "kind", "claimant", "target"),
    [
        ("On Monday, Kenya accused Uganda of supporting the rebels.", "accusation", "Kenya", "Uganda"),
        ("Kenya has accused Uganda, its neighbour, of closing the border.", "accusation", "Kenya", "Uganda"),
        ("Uganda was accused of closing the border by Kenya.", "accusation", "Kenya", "Uganda"),
        ("Kenya blamed Uganda for the delay in the talks.", "responsibility_blamed", "Kenya", "Uganda"),
        ("Kenya blamed the delay in the talks on Uganda.", "responsibility_blamed", "Kenya", "Uganda"),
        ("It was a delay that Kenya blamed on Uganda.", "responsibility_blamed", "Kenya", "Uganda"),
        ("The Kestrel Front claimed responsibility for the bombing.", "responsibility_claimed",
         "Kestrel Front", "Kestrel Front"),
        ("Responsibility for it was claimed by the Kestrel Front.", "responsibility_claimed", "Kestrel Front",
         "Kestrel Front"),
        ("Kenya denied that it had closed the border.", "denial", "Kenya", None),
        ("Kenya denied responsibility for the raid.", "denial", "Kenya", None),
        ("Kenya rejected the accusations on Monday.", "denial", "Kenya", None),
        ("The accusations were rejected by Kenya on Monday.", "denial", "Kenya", None),
        ("Uganda dismissed accusations by Kenya that it had closed the border.",
         "accusation", "Kenya", "Uganda"),
        ("The Kestrel Front said it was behind the bombing in Lagos.",
         "responsibility_claimed", "Kestrel Front",
         "Kestrel Front"),
        ("Kenya warned that the border would be closed.", "warning", "Kenya", None),
        ("Kenya called on Uganda to open the border.", "call", "Kenya", "Uganda"),
        ("Kenya urged Uganda to open the border.", "call", "Kenya", "Uganda"),
        ("Kenya demanded that Uganda open the border.", "call", "Kenya", "Uganda"),
        ("Kenya pledged to open the border by June.", "pledge", "Kenya", None),
        ("Kenya said that the border was open again.", "statement", "Kenya", None),
        ("Kenya said Uganda had opened the border.", "statement", "Kenya", "Uganda"),
        ("Those close to Kenya say the border is open.", "statement", "Those close to Kenya", None),
        ("The border is open again, Kenya said on Monday.", "statement", "Kenya", None),
        ("According to Kenya, the border is open again.", "statement", "Kenya", None),
        ("According to the executive director of the Reef Association of Millers (RAM), Jorge Tarr, more "
         "than 50% of the member companies have reported good results in their mills.", "statement",
         "executive director of the Reef Association of Millers", None),
        ("The border is open again, according to Kenya.", "statement", "Kenya", None),
        ("Analysts say the border is likely to stay closed.", "assessment", "Analysts", None),
        ("Kenya said Uganda had failed to open the border.", "accusation", "Kenya", "Uganda"),
        ("Kenya said Uganda must open the border.", "call", "Kenya", "Uganda"),
        ("The panel ruled that Uganda must open the border.", "statement", "panel", "Uganda"),
        ("Kenya said that the border was open, and the Kestrel Front claimed responsibility for the bombing.",
         "statement", "Kenya", None),
        ("“No serious action has been taken by the Harbour Council,” a farmer said.",
         "accusation", "a farmer", "Harbour Council"),
        ("Kenya alleged that Uganda carried out a raid on the border.", "accusation", "Kenya", "Uganda"),
        ("Kenya alleges Uganda attacked the border post.", "accusation", "Kenya", "Uganda"),
        ("Kenya alleged that Uganda had lied.", "accusation", "Kenya", "Uganda"),
        ("Kenya alleged that Uganda was raided.", "statement", "Kenya", "Uganda"),
        ("Kenya alleged that Uganda had won the vote.", "statement", "Kenya", "Uganda"),
        ("Kenya alleged that the border was closed.", "statement", "Kenya", None),
        ("Ana Silva spoke of a plot to close the border.", "statement", "Ana Silva", None),
        ("Ana Silva said the two sides discussed the state of the border.", "statement", "Ana Silva", None),
        ("Ana Silva agreed that the border was open.", "statement", "Ana Silva", None),
        ("The two sides pledged to work harder.", "pledge", "two sides", None),
        ("Ana Silva denied the rumours.", "denial", "Ana Silva", None),
        ("Ana Silva dismissed the report as nonsense.", "denial", "Ana Silva", None),
        ("Ana Silva rejected criticism of the deal.", "denial", "Ana Silva", None),
        ("The rumours were denied by Ana Silva.", "denial", "Ana Silva", None),
        ("Ivo Stam made a claim that was denied by Ana Silva.", "denial", "Ana Silva", None),
        ("Ana Silva admitted the theft.", "statement", "Ana Silva", None),
        ("Ana Silva reaffirmed her support for the dam.", "statement", "Ana Silva", None),
        ("A special rapporteur underlined the need for a dam.", "statement", "special rapporteur", None),
        ("Ana Silva recalled that the border was open.", "statement", "Ana Silva", None),
        ("Ivo Stam said Kenya and Uganda agreed to share a lake.", "statement", "Ivo Stam", None),
    ],
)  # fmt: skip
def test_claims(sentence: str, kind: str, claimant: str, target: str | None) -> None:
    assert (kind, claimant, target) in claims(sentence)


UNSOURCED = {
    "Those living near the river were urged to leave.": ("call", None, "to leave"),
    "Divers were told to help those who were hit by floods.": (
        "call",
        "Divers",
        "to help those who were hit by floods",
    ),
    "Divers were urged to stay ashore on Monday.": ("call", "Divers", "to stay ashore on Monday"),
    "Divers were told to work from home as smoke drifted over Lesk.": (
        "call",
        "Divers",
        "to work from home as smoke drifted over Lesk",
    ),
    "Ivo Stam is believed to be in Kenya.": ("assessment", "Ivo Stam", "Ivo Stam is believed to be in Kenya"),
    "Kenya is expected to accuse Uganda of closing the border.": (
        "assessment",
        "Kenya",
        "Kenya is expected to accuse Uganda of closing the border",
    ),
    "Kenya is expected to close the port, but the pilots left.": (
        "assessment",
        "Kenya",
        "Kenya is expected to close the port",
    ),
    "Ivo Stam is said to be ill, while the mayor left.": (
        "statement",
        "Ivo Stam",
        "Ivo Stam is said to be ill",
    ),
    "The boat is thought to have sunk.": ("assessment", None, "The boat is thought to have sunk"),
    "It was reported that Ivo Stam left in May.": ("statement", "Ivo Stam", "that Ivo Stam left in May"),
    "It is alleged that Ivo Stam stole a boat.": ("accusation", "Ivo Stam", "that Ivo Stam stole a boat"),
    "Ivo Stam allegedly stole a boat.": ("accusation", "Ivo Stam", "Ivo Stam allegedly stole a boat"),
    "Ivo Stam reportedly met Ana Silva, who had left in May.": (
        "statement",
        "Ivo Stam",
        "Ivo Stam reportedly met Ana Silva",
    ),
    "The court was told that Ivo Stam left in May.": ("statement", "Ivo Stam", "that Ivo Stam left in May"),
    "The court heard that Ivo Stam left in May.": ("statement", "Ivo Stam", "that Ivo Stam left in May"),
    "Ivo Stam left in May, the court heard.": ("statement", "Ivo Stam", "Ivo Stam left in May"),
    "There are fears that the mill will close.": ("assessment", None, "that the mill will close"),
    "Prices fell amid speculation that the mill would close.": (
        "assessment",
        None,
        "that the mill would close",
    ),
    "The flood raised concerns that the dam might burst.": ("assessment", None, "that the dam might burst"),
    "The two banks reportedly held talks.": ("statement", None, "The two banks reportedly held talks"),
}


@pytest.mark.parametrize(("sentence", "told"), UNSOURCED.items())
def test_what_is_said_and_nobody_is_named_who_says_so(
    sentence: str, told: tuple[str, str | None, str]
) -> None:
    article = read_article(sentence, id="a", title="")
    found = gated(article, extract_findings(article)).findings.claims
    content = [c.content for c in found if c.claimant is None and c.content is not None]
    assert [(c.kind, c.target, article.text.slice(span)) for c, span in zip(found, content, strict=True)] == [
        told
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        # somebody says so, or may
        "Divers were urged to stay ashore, the police said.",
        "Divers were urged by the mayor to stay ashore.",
        "According to the Reed, Ivo Stam is believed to be in Kenya.",
        "The police said that Ivo Stam was reportedly seen in Kenya.",
        "In the report it is said that Ivo Stam left.",
        # it was not, might be, or was only foreseen; a court's order and a law ask for nothing
        "Divers were not told to stay ashore.",
        "Divers may be urged to stay ashore.",
        "Ivo Stam had been expected to win.",
        "Ivo Stam was ordered to pay a fine.",
        "Owners are required to show a permit.",
        # whose it is, is a part of another clause, or another clause is joined to it
        "A man believed to be ill left.",
        "The court was told by Ana Silva that Ivo Stam left.",
        "Ivo Stam heard that the mill was shut.",
        # whose fear or report it is, is told, or it is taken back; the clause is about the noun
        "The divers’ fears that the dam would burst grew.",
        "Prices fell after a report by the Reed that the mill would close.",
        "Prices are based on the assumption that the mill is open.",
        "The divers raised concerns that the dam might burst.",
        "There is no suggestion that Ivo Stam knew of it.",
        "There may be fears that the mill will close.",
        "Ivo Stam denied reports that the mill had closed.",
        "Ivo Stam was held on charges that his friends have blamed on the mayor.",
        "Ivo Stam, who is believed to be ill, left.",
        "Ivo Stam reportedly left, and the mayor stayed.",
        "Ivo Stam reportedly left, while the mayor stayed.",
        # it is the writer who takes it so, or everybody knows it
        "Ivo Stam is known to be ill.",
        "Ivo Stam apparently left.",
        "Boats are told apart by their masts.",
    ],
)
def test_nobody_unnamed_says_so(sentence: str) -> None:
    article = read_article(sentence, id="a", title="")
    assert not [c for c in extract_findings(article).claims if c.claimant is None]


@pytest.mark.parametrize(
    "sentence",
    [
        "An army spokesman, Lt. Col. Abdi Tarvo, said so.",
        "Kenya did not say that the border was open.",
        "Kenya could say that the border was open.",
        # what is counted calls for nothing
        "Figures called on Kenya to open the border.",
        "It was not clear who to blame for the delay.",
        "No group has claimed responsibility for the bombing.",
        "The claims were heard by the court on Monday.",
        "The report was long and the charges were heavy.",
        "“Uganda is our friend and will be for ever,” said Ana Silva.",
        "In the long run, the border will open.",
        "The phone call lasted an hour.",
        # An act is no word: nothing is said by it.
        "Kenya recalled its ambassador from Uganda.",
        "Ana Silva dismissed a member of the staff.",
        "A member of the staff was dismissed by Ana Silva.",
        "Ana Silva denied Ivo Stam a second goal.",
        "Ana Silva denied Ivo Stam with a late tackle.",
        "Ana Silva rejected the bid.",
        "Kenya offered ten boats, which were rejected by Uganda.",
        "The clinic admitted two patients on Monday.",
        "When members have to tell Uganda that they are staying, all is lost.",
        # A topic is no content.
        "Kenya and Uganda discussed the state of the border.",
        "Ana Silva talked about the plan to close the border.",
        "Ana Silva spoke about the raid on the border.",
        "Ana Silva commented on the raid.",
        "Ana Silva asked about the border.",
        # To agree is no pledge where it is read as an agreement, nor where nobody named agrees.
        "Kenya and Uganda agreed to set up a committee to ease trade.",
        "Kenya and Uganda share a lake, and both countries agreed to set up a committee.",
        "Both countries agreed to work harder.",
        "The two sides agreed to work harder.",
        # A court's dismissal is a ruling; who is offered something offers nothing; no word ends at a hyphen.
        "An appeals court dismissed the charge.",
        "The story of a man offered money to close the border was long.",
        "Kenya said that it will not re-open the border.",
        # A thing shows or needs something, and claims nothing.
        "The floods showed that the border was open.",
        "The silence called for an answer.",
        "The shortage revealed that the border was open.",
        # To refuse, to seek and to intend are no saying; a question is none, nor are sources that are cited.
        "Kenya refused to open the border.",
        "Kenya is seeking to open the border.",
        "Kenya offers a platform to grow on.",
        "Ana Silva asked which of them would stay.",
        "Ana Silva referred to the raid.",
        "Kenya cited unnamed sources.",
        "Democrats who agree that the port is shut were sad.",
        # Who finds himself somewhere, or you dull, says nothing; nor does "if" behind what is suggested.
        "Ana Silva agreed while the border was open.",
        "Ana Silva tells voters who wonder why she stayed.",
        "Ana Silva used a word to describe the border.",
        "Kenya took them to the Lake Court, which ruled for them in May, and confirmed its right.",
        "Ana Silva doubts that the border was open.",
        "Ana Silva found himself mending the bridge.",
        "Ana Silva finds you dull.",
        "Police seized tools, suggesting trouble if it rains.",
        # Those put on a list aren't those who write it.
        "Nine ferries were entered in logs instructing pilots to avoid them.",
        # A writing promises nothing.
        "The declaration promised to open the border.",
        # Whose word it is, or who goes on, is open.
        "The bill would destroy the village, the oldest part of the land, according to the charter.",
        "Kenya met Ana Silva, who came late in June, and expressed her regret.",
        # An adjective in a list, a headline's plan, a child who is called in, a candidate campaigned for.
        "Ana Silva won most of the regular, pledged delegates.",
        "Kenya, Uganda to demand a vote in May.",
        "Ana Silva called him to help with supper.",
        "Ana Silva campaigned for Ivo Stam.",
        # Numbers ask for nothing, laws and ability are no source, nobody describes himself.
        "The price of boats rose with the number of villages requesting them.",
        "They were dealt with according to the law.",
        "Kenya describes itself on its page.",
        "According to Ivo Stam, writing for the Reed:",
        # Of two joined by "and" one is cut off; whom he tells of is not he.
        "Then the minister Ivo Stam and I had told the guards, he added.",
        "Ivo Stam came. Mr Stam had seen the boat, he said.",
        "It was the daughter - whom he says he met - and half the village wept for Ana Silva.",
        # Refused, kept from somebody or fought for, and not denied or said.
        "Ivo Stam sent in a song, yet it was rejected by the choir.",
        "Kenya won the match, denying the hosts their place in the final.",
        "The officers denied them help.",
        "Kenya rejected foreign aid.",
        "The player rejected a move to the lake.",
        "The miners are defending two lake districts.",
        "She won among the young voters, which describes much of the town.",
        "The ferry line has announced no wish to sail at night.",
        # A purpose, one who is asked, a captain who is urged; people at work who are seen.
        "Hotels offer longer trips to draw guests from Kenya.",
        "The boat was moored and the pilot asked to wait on deck.",
        "A senior officer requested anonymity.",
        "Photographs show men clearing the road.",
        "Photographs show that the road is open.",
        # A part of a sentence, a thing that says all, names that somebody is called, another's report.
        "Of the geese he sold according to the ledger, nine were lame.",
        "The smell says it all: this is stale beer.",
        "Their own friends call them names.",
        "The report followed a letter from the office to the league, denying the allegations.",
        # Somebody named in what he says, a book, a newspaper's "that", a thing set between.
        "Ivo Stam lost the race. Yet he insisted he had never liked Mr Stam.",
        "Kenya has pressed ahead with the move even as Uganda refuses to go.",
        "The state, pointed out the mayor, will pay.",
        "His company made headlines in May when scores of farmers met, claiming they had lost their savings.",
        "She wrote of an island whose priests are demanding longer fasts.",
        "The bakery said roughly a third of the drop in its takings followed a fire.",
        "Two of the boats said it was late.",
        # A mail that is described, a name behind a newspaper, what is learnt, what is taken for a trick.
        "The forces were ready, according to a new mail previously kept secret.",
        "Kenya later found out that the port was shut.",
        "Two men were found dead, and the police dismissed it as a trick.",
        # Half a clause, without whoever hopes so, is nobody's word.
        "Ivo Stam is also hoping the Vela, as a ferry, will carry more grain, according to the Reed.",
        # A mark is nobody.
        "They are happy because it is time for the valley to be known,» explained the head of the lake.",
        # No cue: a person or states are named.
        "Per Dahl, 54, was charged on Monday with helping the rebels bomb the market.",
        "Lake Coast states Michigan, Ohio and Indiana all supported Kenya.",
        # one of them speaks, and it is open which
        # What is turned down need not be denied; what is open in how far it is so is held by nobody.
        "They wanted to meet in May, but Ann Lee rejected that, too.",
        "No matter how tame an owner thinks the cat is, it still presented a danger.",
        "His name is Lee and Holt says it was late.",
    ],
)
def test_no_claim(sentence: str) -> None:
    assert claims(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "method"),
    [
        ("Ana Silva reiterated that her country would never join the war.", "repeated"),
        ("Ana Silva repeated that the border was open.", "repeated"),
        ("Ana Silva reaffirmed that the border was open.", "repeated"),
        ("Ana Silva stressed that the border was open.", "clause"),
    ],
)
def test_what_is_said_again_is_known_as_such(sentence: str, method: str) -> None:
    assert [claim.method for claim in read(sentence)[1].claims] == [method]


def test_what_somebody_is_told_is_no_aside() -> None:
    told = "Ana Silva spoke. Emil Sander was briefed by Ana Silva on the border, the spokesman said."
    assert claims(told) == [("statement", "spokesman", "Emil Sander")]


@pytest.mark.parametrize(
    ("source", "cue"),
    [("figures", "showed"), ("witnesses", "revealed"), ("The ministry", "revealed"), ("rules", "said")],
)
def test_people_bodies_and_records_claim_and_any_text_says(source: str, cue: str) -> None:
    assert (
        len(claims(f"Official {source} {cue} that the border was open.".replace("Official The", "The"))) == 1
    )


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("The helicopters threatened to bomb Nairobi.", 0),
        ("Two drones over the port threatened to hit Nairobi.", 0),
        ("Helicopters over the mill and guards threatening to shoot kept Nairobi awake.", 0),
        ("The gunmen threatened to bomb Nairobi.", 1),
        ("The army threatened to bomb Nairobi.", 1),
        ("The fighters threatened to bomb Nairobi.", 1),
        ("A think tank said Nairobi was flooded.", 1),
    ],
)
def test_a_machine_of_war_claims_and_threatens_nothing(sentence: str, count: int) -> None:
    assert len(read(sentence)[1].claims) == count


def test_what_two_agree_to_do_is_no_pledge_of_theirs() -> None:
    _, found = read("Fiji and Tonga agreed to share the reef on Monday.")
    assert found.claims == ()
    assert [each.status for each in found.agreements] == ["agreed"]


def test_what_an_agreement_is_for_is_no_party_s_word() -> None:
    article, found = read(
        "Kenya and Uganda share a lake. Both countries agreed to set up a fund to ease trade."
    )
    assert found.claims == ()
    (agreement,) = found.agreements
    assert agreement.source is None
    assert [article.text.slice(s.span) for s in agreement.slots if s.slot == "purpose"] == ["to ease trade"]


def test_a_capital_speaks_for_its_government() -> None:
    found = claims(
        "Kabul rejected the allegation.", "A court in Lima denied it.", "Lima has accused Quito of theft."
    )
    assert ("denial", "Kabul", None) in found
    assert ("accusation", "Lima", "Quito") in found
    assert not any(claimant == "Lima" for kind, claimant, _ in found if kind == "denial")


def test_the_police_are_not_their_chief() -> None:
    found = claims(
        "Inspector-General of Police Abdi Tarvo left.", "Ms Olga Brandt accused the police of torture."
    )
    assert ("accusation", "Olga Brandt", "police") in found


def test_the_rebels_are_the_only_armed_group_named_before() -> None:
    found = claims(
        "Kestrel Front guerrillas attacked a bus near Lagos on Monday.",
        "On Tuesday the rebels blew up a bridge in Abuja.",
    )
    assert ("carried_out_according_to", "The Daily Reed", "Kestrel Front") in found


def test_he_and_the_one_apposed_are_resolved() -> None:
    found = claims(
        "General Omar Haddad said the border was open. He said that the port was closed.",
        "An alliance of groups, the Kestrel Front, claimed responsibility for the bombing.",
    )
    assert [claimant for _, claimant, _ in found] == ["Omar Haddad", "Omar Haddad", "Kestrel Front"]


def test_a_letter_speaks_for_its_author() -> None:
    found = claims("On Monday, the Kestrel Association issued a letter accusing Kenya of greed.")
    assert found == [("accusation", "Kestrel Association", "Kenya")]


def test_hostile_text_stays_in_proportion() -> None:
    _, findings = read("he said that Kenya accused of saying according to " * 2_000)
    assert len(findings.claims) < 50


def test_the_seed_article() -> None:
    article = load_seed(SEED).article
    found = extract_findings(article)

    def worded(claim: ClaimFinding) -> tuple[str, str | None, str | None, str]:
        return claim.kind, claim.claimant, claim.target, article.text.slice(claim.wording)

    told = {worded(claim)[:3] for claim in found.claims}
    assert told >= {
        ("responsibility_blamed", "Pakistani government", "Iran-based armed groups"),
        ("responsibility_claimed", "Baloch Raaji Aajoi Sangar", "Baloch Raaji Aajoi Sangar"),
        ("carried_out_according_to", "Iranian authorities", "Jaish al-Adl"),
        ("accusation", "Pakistan’s foreign office", "Iran"),
        ("accusation", "Habilian Association", "Islamabad"),
        ("call", "Habilian Association", "Imran Khan"),
        ("call", "Yahya Rahim Safavi", "Pakistan"),
        ("accusation", "Yahya Rahim Safavi", "Saudi Arabia"),
        ("accusation", "Iranian authorities", "Jaish al-Adl"),
        ("accusation", "Iranian authorities", "Jundullah"),
    }
    about = {claim.kind: found.events[claim.event].title for claim in found.claims if claim.event is not None}
    assert about == {
        "responsibility_blamed": "Ambush of a bus",
        "responsibility_claimed": "Ambush of a bus",
        "carried_out_according_to": "Attack in eastern Iran",
    }


def test_what_one_of_two_says_is_the_bare_surname_s_word() -> None:
    read = read_article("Andy Marsh rose. Jason Marsh left. Marsh said that it was late.", id="a", title="")
    (claim,) = extract_findings(read).claims
    assert (claim.claimant, claim.source and claim.source.name) == ("Marsh", None)


def test_called_for_names_nobody_behind_what_is_called_for() -> None:
    sentence = (
        "Ana Silva has called for calm to end the panic in a valley of mines "
        "between Mali’s richer rivals Kenya and Uganda."
    )
    assert [(kind, target) for kind, _, target in claims(sentence)] == [("call", None)]


def test_he_in_what_somebody_calls_for_is_not_called_on() -> None:
    found = claims("Mr Holm told the choir that its leader, Ivo Stam, was insisting he should sing the solo.")
    assert [target for _, claimant, target in found if claimant == "Ivo Stam"] == [None]


def test_a_day_is_not_asked_for_anything() -> None:
    ordered = claims("The abbess ordered on Monday, June 6, 2022, to ring the bells.")
    assert [target for _, _, target in ordered] == [None]
    text = (
        "On June 6, National Night of Bells, nuns at Lesk Abbey, a small house, were asked by guards to go."
    )
    assert "National Night" not in [target for _, _, target in claims(text)]


def test_what_is_ordered_for_a_purpose_is_asked_of_nobody() -> None:
    assert [
        target for _, _, target in claims("Ana Silva has ordered extra pumps to drain the cellars.")
    ] == []
    assert [target for _, _, target in claims("Ana Silva ordered the farmers to leave.")] == ["farmers"]


def test_the_name_right_before_a_verb_says_so() -> None:
    found = claims("His name is Bo Tarr and Ana Silva says that he is late.")
    assert [claimant for _, claimant, _ in found] == ["Ana Silva"]


def test_a_writing_right_before_says_what_its_writer_says() -> None:
    found = claims("Bo Tarr pointed to Ana Silva’s comments expressing hope for the talks.")
    assert [claimant for _, claimant, _ in found] == ["Bo Tarr", "Ana Silva"]


def test_he_goes_on_being_he_whoever_he_speaks_of() -> None:
    found = blamed(
        "Luis Arto rejected Bo Tarr’s plan. Taxes would rise, Mr Arto said.",
        "He praised Mr Tarr. He also accused the government of theft.",
    )
    assert found == [("Luis Arto", "government")]


def test_a_president_of_something_else_is_somebody_else() -> None:
    found = blamed(
        "President Luis Arto of Kenya left.", "The Teachers Union president accused Bo Tarr of theft."
    )
    assert [claimant for claimant, _ in found] != ["Luis Arto"]


@pytest.mark.parametrize(
    ("sentence", "claimant"),
    [
        ("A senior lake official on Tuesday said the port was safe.", "senior lake official"),
        ("A survey in June said the port was safe.", "survey"),
        ("An official at the port said it was safe.", "official at the port"),
        ("Two of the guests said it was late.", "Two of the guests"),
        ("Two guests said it was late.", "Two guests"),
    ],
)
def test_a_claimant_has_no_date(sentence: str, claimant: str) -> None:
    assert [who for _, who, _ in claims(sentence)] == [claimant]


@pytest.mark.parametrize(
    "sentence",
    [
        "Two said it was late.",
        "The other two denied that it was late.",
        "Of the five guests, two told the board that it was late.",
    ],
)
def test_a_mere_number_claims_nothing(sentence: str) -> None:
    assert claims(sentence) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ana Silva stressed that Kenya welcomes guests, noting the town’s wish for peace.",
         [("statement", "Ana Silva"), ("statement", "Ana Silva")]),
        ("Ana Silva said Ivo Stam should be dropped from the team.", [("statement", "Ana Silva")]),
        ("Ana Silva described the book as a good one.", [("assessment", "Ana Silva")]),
        ("Mayor Ana Silva said the plan would fail.", [("statement", "Ana Silva")]),
        ("Analyst Ana Silva said the plan would fail.", [("assessment", "Ana Silva")]),
        ("Ana Silva, an analyst at the Reef Institute, spoke on Monday. Silva said the plan would fail.",
         [("assessment", "Ana Silva")]),
        ("Ana Silva, the mayor of Suva, spoke on Monday. Silva said the plan would fail.",
         [("statement", "Ana Silva")]),
        ("Ana Silva denied the link.", [("denial", "Ana Silva")]),
        ("The rate rose to 4 per cent on Monday, as Ana Silva had predicted.", []),
        ("The rate rose to 4 per cent on Monday, as Ana Silva said.", [("statement", "Ana Silva")]),
        ("Ivo Stam was freed, but not, as Ana Silva claimed, because he paid.", []),
        ("Ivo Stam was freed, as Ana Silva claimed, because he paid.", [("statement", "Ana Silva")]),
        ("Ana Silva was charged with theft. She denies them all.",
         [("accusation", None), ("denial", "Ana Silva")]),
        ("In the north, a march was held, the Reed reported, while it was calm elsewhere, the Lark reported.",
         [("statement", "Reed")]),
        ("Ivo Stam points to the fact that the port is shut, according to reports.",
         [("statement", "Ivo Stam")]),
        # whose name stands behind two people is open, where both are known to the reader
        ("The wife of the mayor, Ana Silva, said it was late.", [("statement", "wife of the mayor")]),
        ("A son of the mayor, Ivo Stam, said it was late.", [("statement", "son of the mayor")]),
        ("The aide to the mayor, Ana Silva, said it was late.", [("statement", "aide to the mayor")]),
        ("An aide to the mayor, Ana Silva, said it was late.", [("statement", "Ana Silva")]),
        ("The mayor’s wife, Ana Silva, said it was late.", [("statement", "Ana Silva")]),
        ("The wife of Mayor Ivo Stam, Ana Silva, said it was late.", [("statement", "Ana Silva")]),
        ("The lawyer for the family, Ana Silva, said it was late.", [("statement", "Ana Silva")]),
        ("The head of the port, Ana Silva, said it was late.", [("statement", "Ana Silva")]),
    ],
)  # fmt: skip
def test_who_makes_which_kind_of_claim(text: str, said: list[tuple[str, str]]) -> None:
    assert [(kind, who) for kind, who, _ in claims(text)] == said


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The court demanded documents from Kenya.", "call"),
        ("Ana Silva demanded a study of the port.", "call"),
        ("Ana Silva requested anonymity.", None),
        ("Ana Silva rejected the theory.", "denial"),
        ("Ana Silva dismissed concerns about the port.", "denial"),
        ("Ana Silva denied the delay.", "denial"),
        ("Ana Silva rejected the offer.", None),
        ("Ana Silva rejected foreign aid.", None),
        ("A third said the port was shut.", "statement"),
        ("The quarter was loud.", None),
    ],
)
def test_which_objects_are_asked_for_or_denied(sentence: str, kind: str | None) -> None:
    assert [each for each, _, _ in claims(sentence)] == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("sentence", "claimed"),
    [
        ("In the tragedy, rebels killed ten people in Lagos, police said.", True),
        ("In the nightmare that followed, rebels killed ten people in Lagos, police said.", True),
        ("In the film, rebels kill ten people in Lagos.", False),
    ],
)
def test_only_works_are_fiction(sentence: str, claimed: bool) -> None:
    assert bool(read(sentence)[1].events) == claimed


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Judge Ana Lume ordered Luis Arto to pay a fine.", []),
        ("The court ordered Luis Arto to pay a fine.", []),
        ("The judge, Ana Lume, also ordered Luis Arto to pay a fine.", []),
        ("Marta Brandt ordered Luis Arto to leave the pier.", ["call"]),
        ("Judge Ana Lume urged Luis Arto to leave the pier.", ["call"]),
    ],
)
def test_whom_a_court_orders_it_does_not_call_on(text: str, kinds: list[str]) -> None:
    assert [claim.kind for claim in extract_findings(read_article(text, id="t")).claims] == kinds


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "A Kenyan court on Thursday acquitted reporter Luis Marufu of publishing false news,",
            "Mara Brandt",
        ),
        (
            "A Zambian court on Thursday acquitted journalist Tarvo Maruno of publishing false news,",
            "Mara Brandt",
        ),
        (
            "A Zambian court on Thursday acquitted journalist Tendo Marufu of publishing false news,",
            "Mara Brandt",
        ),
    ],
)
def test_whom_a_court_acquits_does_not_say_so(text: str, who: str) -> None:
    told = extract_findings(read_article(f"{text} his lawyer, Mara Brandt, said.", id="t")).claims
    assert {claim.claimant for claim in told} == {who}


@pytest.mark.parametrize(
    ("text", "claimants"),
    [
        # "they" are those who have just spoken, in this sentence or paragraph or the one before it
        (
            "Divers in Lesk say the dam is cracked. They warned that it could burst.",
            ["Divers in Lesk", "Divers in Lesk"],
        ),
        ("Divers say the dam is cracked.\n\nThey warned that it could burst.", ["Divers", "Divers"]),
        ("Divers say the dam is cracked, although they admit that it is old.", ["Divers", "Divers"]),
        (
            "Ana Lume and Ivo Stam said the dam was safe. They added that it was new.",
            ["Ana Lume and Ivo Stam", "Ana Lume and Ivo Stam"],
        ),
        ("Divers say the dam is cracked. They say it is old. They add that it leaks.", ["Divers"] * 3),
        # and not where others are told of that "they" could be, or where too much lies between
        ("Divers say farmers opened the dam. They warned that it could burst.", ["Divers"]),
        ("Divers say the dam is cracked. Farmers left. They warned that it could burst.", ["Divers"]),
        ("Divers met farmers. They said that the dam was cracked.", []),
        ("Divers say the dam is cracked. It is old. They warned that it could burst.", ["Divers"]),
        # "it" is the body that the sentence before tells what it says or does
        ("The Kelp Union accused the mayor of theft. It also called for a strike.", ["Kelp Union"] * 2),
        ("The Kelp Union said the port was shut. On Monday, it warned that it was old.", ["Kelp Union"] * 2),
        ("The Reef Movement published a plan. It recommends cutting spending.", ["Reef Movement"]),
        ("The Kelp Union deems the plan void.", ["Kelp Union"]),
        ("The plan is deemed void.", []),
        # and nobody where another body is told of, somebody speaks, or a thing of itself shows something
        ("The Kelp Union said the Reef League was late. It said that it would rain.", ["Kelp Union"]),
        ("The Reef Movement sued the Kelp Union. It accused the union of theft.", []),
        ("Ana Lume said the mayor left. It said he was ill.", ["Ana Lume"]),
        ("The storm hit the port. It is said that nine boats sank.", [None]),
        ("The Kelp Union left. The mill is old, and it warned that the mill would close.", []),
        ("It said the port was late.", []),
        ("The board and the union met. It said that the port was shut.", []),
        # whoever has no name and speaks goes on in a second clause
        ("Locals said the dam was old.", ["Locals"]),
        (
            "The old mayor said the dam was safe, but she denied that she had seen it.",
            ["old mayor", "old mayor"],
        ),
        ("The old mayor told a diver the dam was safe, but she denied that she had seen it.", ["old mayor"]),
        # and in the sentences behind, until somebody else is told of
        ("A senior pilot said the dam was old. He added that it leaked.", ["senior pilot"] * 2),
        ("A pilot said the dam was old. It rained. The road was shut, he said.", ["pilot"] * 2),
        ("A pilot said the dam was old. On Monday, she warned that it could burst.", ["pilot"] * 2),
        ("“The dam is old,” said a pilot. It leaked, he added.", ["pilot"]),
        ("A spokesman said the dam was old. She added that it leaked.", ["spokesman"]),
        ("A pilot told the mayor the dam was old. He said it leaked.", ["pilot"]),
        ("A pilot said the dam was old. A farmer came. He said it leaked.", ["pilot"]),
        (
            "A pilot said the dam was old. Snow, he said, came.\n\nIt rained.\n\nHe added that it leaked.",
            ["pilot"] * 3,
        ),
        ("A pilot said the dam was old. With the farmer gone, he said it leaked.", ["pilot"]),
        ("The board said the dam was old. He said it leaked.", ["board"]),
        ("A pilot said the dam was old. But they say it leaks.", ["pilot"]),
        ("A pilot said the dam was old. He said it leaked. But they say it is safe.", ["pilot"] * 2),
    ],
)
def test_who_goes_on_speaking(text: str, claimants: list[str]) -> None:
    found = extract_findings(read_article(text, id="a", title=""))
    assert [claim.claimant for claim in found.claims] == claimants


def test_what_is_condemned_is_the_report_s_own_word() -> None:
    text = "Ana Lume condemned the attack on the Lesk mill. Ivo Stam denounced the fire as murder."
    found = extract_findings(read_article(text, id="a", title="")).claims
    assert [(claim.kind, claim.claimant) for claim in found] == [
        ("statement", "Ana Lume"),
        ("statement", "Ivo Stam"),
    ]
    assert [claim.vouched == claim.content for claim in found] == [False, True]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        # who rules that somebody should have something asks nothing of him
        ("Judge Mina Delk ruled Tarn should get a tenth of the rent.", [("statement", "Mina Delk")]),
        ("Judge Mina Delk ruled Tarn should pay the rent.", [("statement", "Mina Delk")]),
        ("Mayor Mina Delk said Tarn should pay the rent.", [("call", "Mina Delk")]),
        ("Mayor Mina Delk said Tarn should receive a medal.", [("statement", "Mina Delk")]),
        # a participle tells in what state things or people were found
        ("The council later found six crates of unsold soap linked to the fraud.", []),
        ("Clerks sent her to the court, showing her arrested in two cases.", []),
        ("The council found that six crates were linked to the fraud.", [("statement", "council")]),
        # what "with" tells of another may be who says so
        (
            "Lesk’s third ferry is undergoing fitting out at a yard, with fresh photos posted on "
            "social media "
            "suggesting that its radar and its masts are not yet in place.",
            [],
        ),
        ("Mina Delk left the rink with her coat, saying that it was late.", [("statement", "Mina Delk")]),
        # what lost its verb or its subject is nothing that was said
        (
            "Director Mina Delk told delegates that the draft “Reef Call”, expected to be finalised "
            "and formally "
            "adopted in the city on Friday, recognised the need for change.",
            [],
        ),
        ("The ship is a device Mina Delk notes the coast guards are reported to have.", []),
        (
            "The protests were met by armed attacks that, according to the Reef Commission on Human Rights "
            "(RCHR), left "
            "at least 355 dead.",
            [],
        ),
        # what a whole clause suggests nobody says
        ("The pedals are cheap and sold in every shop, suggesting the sabotage cost little.", []),
        (
            "The report was signed on Monday, suggesting that the sabotage cost little.",
            [("statement", "report")],
        ),
        # who is named last before "said" only says of what group its head is
        (
            "Solutions to the quarrel in Lesk, a city on the southern border, are being overlooked "
            "due to the "
            "priorities of two states, the Lume director of the advocacy organization The Tarn "
            "Office on River "
            "Affairs (TORA) said.",
            [],
        ),
    ],
)
def test_who_says_so_and_what_kind_of_claim_it_is(paragraph: str, expected: list[tuple[str, str]]) -> None:
    assert [(kind, claimant) for kind, claimant, _ in claims(paragraph)] == expected


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        # people told of before whom "they" may mean
        ("Three smugglers were freed on Monday but police say they may be tried under new laws.", False),
        ("Customs officers were fined on Monday. Police say they may lose their licences.", False),
        ("Two men were arrested on Friday. The court said they must pay for the damage.", False),
        # nobody else, or whoever speaks is no body; the words name who it is
        ("The police said they had found a boat.", True),
        ("A boat sank on Monday. The police said they had found it.", True),
        ("The police found a boat. The police said they would search it.", True),
        ("Two men were arrested on Friday. The court said the men must pay for the damage.", True),
        ("Two men were arrested on Friday. Ivo Stam said they had left the port.", True),
    ],
)
def test_whom_a_body_means_by_they_is_not_told_as_itself(text: str, is_told: bool) -> None:
    _, findings = read(text)
    assert bool([c for c in findings.claims if c.kind == "statement"]) == is_told


def test_a_sheikh_may_be_a_woman() -> None:
    found = claims(
        "Sheikh Rumena, once a member of the council, told a news conference that she was beaten by "
        "guards as "
        "she spoke against lawmaker Adil Karim.",
        "She said the guards had threatened her. Asked about it, Karim said he was not aware of it. "
        "He said he "
        "was abroad.",
    )
    assert [who for _, who, _ in found] == ["Rumena", "Rumena", "Adil Karim", "Adil Karim"]
