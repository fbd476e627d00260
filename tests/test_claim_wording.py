"""The words of a claim: all that its source says, and no more."""

from __future__ import annotations

import pytest

from dossier.reading.extract import extract_findings
from dossier.reading.text.article import read_article
from stories import dossier_of, source
from told_claims import claims, read


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The council bought the mill, which Ana Silva says is unsafe.",
         ["the mill, which Ana Silva says is unsafe"]),
        ("The ruling, which Ana Silva said was late, was read.",
         ["The ruling, which Ana Silva said was late"]),
        ("Ivo Stam owns the mill of the town, which Ana Silva says is rich.",
         ["the mill of the town, which Ana Silva says is rich"]),
        ("No mill that Ana Silva says is unsafe was sold.", []),
        ("They mourned the flood that killed a farmer that Ana Silva said was foreseen.", []),
        ("It was a raid that sank nine boats, which Ana Silva says was late.", []),
        ("It was a raid that sank nine boats, which Ana Silva says were full.",
         ["nine boats, which Ana Silva says were full"]),
        ("The town sold a mill and a boat, which Ana Silva says is unsafe.", []),
        ("Ivo Stam runs the mill, which Ana Silva has pledged to make safe.",
         ["the mill, which Ana Silva has pledged to make safe"]),
        ("The law, which the minister Ana Silva promised to change, was read.",
         ["The law, which the minister Ana Silva promised to change"]),
        ("Ivo Stam met the minister Ana Silva, who promised to change the law.", []),
        ("Ana Silva opened the lock, which it is said leaks.", []),
        ("What Ana Silva says is true is not known.", []),
    ],
)  # fmt: skip
def test_what_somebody_says_in_a_relative_clause_is_told_with_its_noun(
    sentence: str, told: list[str]
) -> None:
    article, findings = read(sentence)
    claims = [each for each in findings.claims if each.method == "relative"]
    assert [article.text.slice(each.wording) for each in claims] == told
    assert all(each.claimant == "Ana Silva" and each.target is None for each in claims)
    told_so = [article.text.slice(each.vouched) for each in claims if each.vouched]
    assert not any("Silva" in words or "mill" in words for words in told_so)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Ana Silva said her aim is not to fine the dockers who went on strike, but the owners.",
         "her aim is not to fine the dockers who went on strike, but the owners"),
        ("Ana Silva said the mill was shut, and the mayor agreed.", "the mill was shut"),
    ],
)  # fmt: skip
def test_a_noun_joined_to_the_end_of_what_is_said_is_said_too(sentence: str, said: str) -> None:
    article, findings = read(sentence)
    assert [article.text.slice(each.content) for each in findings.claims if each.content] == [said]


@pytest.mark.parametrize(
    ("sentence", "wording"),
    [
        ("Ana Silva met the union, saying it was a flood that had shut the mill.",
         "saying it was a flood that had shut the mill"),
        ("Ana Silva met the union, saying it had shut the mill.",
         "Ana Silva met the union, saying it had shut the mill"),
    ],
)  # fmt: skip
def test_an_it_that_points_ahead_needs_nothing_told_before(sentence: str, wording: str) -> None:
    article, findings = read(sentence)
    assert [article.text.slice(each.wording) for each in findings.claims] == [wording]


def test_wording_is_all_that_is_said_within_its_sentence() -> None:
    article, findings = read(
        "Ana Silva said the border would be closed for a week because the rains had washed away the only "
        "road to the port, which was built forty years ago by a company from the north of the country."
    )
    (claim,) = findings.claims
    wording = article.text.slice(claim.wording)
    assert wording.startswith("Ana Silva said the border")
    assert wording.endswith("the north of the country")


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        (
            "Ana Silva said the border would be closed for a week because the rains had washed away the only "
            "road to the port, which was built forty years ago by a company from the north of the country.",
            "the border would be closed for a week because the rains had washed away the only road to the "
            "port …",
        ),
        ("Ana Silva said the border would be closed for a week.", "the border would be closed for a week"),
        (
            "The town sold the mill, which Ana Silva says is unsafe.",
            "the mill, which Ana Silva says is unsafe",
        ),
    ],
)
def test_a_claim_that_is_cut_says_so(sentence: str, shown: str) -> None:
    filler = " ".join(f"Nobody rowed boat {number} over the lake." for number in range(60))
    (claim,) = dossier_of(source("ferry", f"{sentence}\n\n{filler}")).claims
    assert claim.wording_as_reported.value == shown


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Silva said “yes”, Dan Poole said “no”.",
        'Ana Silva said "yes", Dan Poole said "no".',
        "Ana Silva called it “a joy”, Dan Poole called it “a ruin”.",
    ],
)
def test_no_claim_takes_another_s_quotation_for_its_content(sentence: str) -> None:
    assert [c for c in read(sentence)[1].claims if c.target or c.kind != "assessment"] == []


def test_a_claim_tells_where_each_of_its_parts_stands() -> None:
    article, findings = read("Police said Kestrel Front fighters attacked a bus near Lagos.")
    (claim,) = (c for c in findings.claims if c.kind == "carried_out_according_to")
    assert claim.trigger is not None
    assert claim.source is not None
    assert claim.standing is not None
    assert article.text.slice(claim.trigger) == "attacked"
    assert article.text.slice(claim.source.cue) == "said"
    assert (claim.standing.polarity, claim.standing.modality) == ("positive", "actual")
    assert {s.slot: article.text.slice(s.span) for s in claim.slots} == {
        "doer": "Kestrel Front",
        "hit": "a bus",
    }
    assert article.text.slice(claim.evidence[0]) == article.text.text


def test_a_wording_begins_where_it_says_something() -> None:
    text = "But according to Ana Silva, the border was open."
    (claim,) = extract_findings(read_article(text, id="a", title="")).claims
    assert claim.content is not None
    assert text[claim.content.start : claim.content.end] == "the border was open"


@pytest.mark.parametrize(
    ("sentence", "wording"),
    [
        (
            'The mayor accused Rolf Amsel, of the Dale Courier, of "prying" into the ledger.',
            'The mayor accused Rolf Amsel, of the Dale Courier, of "prying" into the ledger',
        ),
        (
            'Mira Holm accused the guild of "at best a muddle and at worst a fraud" and left the hall.',
            'Mira Holm accused the guild of "at best a muddle and at worst a fraud"',
        ),
        (
            "Mira Holm said “smart buoys” adrift in packs would help.",
            "Mira Holm said “smart buoys” adrift in packs would help",
        ),
        (
            "Now, according to Reef Bakeries, the market is set to grow.",
            "according to Reef Bakeries, the market is set to grow",
        ),
        ("About 40% said the port was safe and 52% disagreed.", "About 40% said the port was safe"),
        ("The Reef Brigade bombed a hotel, police said.", "Reef Brigade bombed a hotel"),
        ("A hotel bombed by the Reef Brigade fell, police said.", "A hotel bombed by the Reef Brigade"),
        ("Some traders say the port is safe, while others fear it will be shut.",
         "Some traders say the port is safe"),
        ("According to the crew, the reef is charted, but they are still guessing.",
         "According to the crew, the reef is charted"),
        ("The reef is charted according to the crew, though most divers believe it is not.",
         "The reef is charted"),
        ("The reef is charted according to the crew, though the crew are guessing.",
         "The reef is charted according to the crew, though the crew are guessing"),
        ("Ana Silva, a guest, said she makes boats and asked how she would be paid.", "said she makes boats"),
        ("Two-thirds of the guests said it was late.", "said it was late"),
        ("Two of the guests said it was late.", "said it was late"),
        ("President Ana Silva pledged $80m in aid for the port.", "President Ana Silva pledged $80m"),
        ("The council promised no trees would be felled.", "The council promised no trees would be felled"),
        ("Ana Silva denied the ban had led to a rift.", "Ana Silva denied the ban had led to a rift"),
        ("Ana Silva denied that the port was shut - but refused to open it.",
         "Ana Silva denied that the port was shut"),
        ("Ana Silva said Ivo Stam should be dropped from the team.",
         "Ana Silva said Ivo Stam should be dropped from the team"),
        ("Ana Silva stressed that the port would be shut but acknowledged that it was safe.",
         "Ana Silva stressed that the port would be shut"),
        ("Ivo Stam said the port was safe, otherwise Kenya says that it was shut.",
         "Kenya says that it was shut"),
        ("According to a survey made in the long cold summer by the village school of Lower Marsh, 105 ports "
         "have shut or plan to shut their gates by June.", None),
        ("Ana Silva argued before a full bench of the three oldest judges of the district that the mayor had "
         "no lawful power to sell the port.", None),
        ("Ana Silva vowed to resign if the board found that she had lied.", None),
        ("Ana Silva vowed to stay until the port is shut.", None),
        ("Ana Silva promised to build a port within a year provided that the board approves it.", None),
        ("Ana Silva said she would leave the port, provided that Kenya shut its own.", None),
        ("Ana Silva promised to cut the tax, but only if the mines pay theirs.", None),
        ("Ana Silva promised to keep the port open as long as it was safe.", None),
        ("If elected, Ana Silva promised to shut the port.", None),
        ("If elected, Ana Silva said she would shut the port.", None),
        ("Ana Silva pledged, if voted into office, to shut the port in a year.", None),
        ("Ana Silva has vowed, if elected, to shut the port.", None),
        ("If anything, Ana Silva said the port was safe.", "Ana Silva said the port was safe"),
        ("As soon as she came home, Ana Silva told guests she would shut the port.",
         "Ana Silva told guests she would shut the port"),
        ("When she came home, Ana Silva vowed to shut the port.", "Ana Silva vowed to shut the port"),
        ("Until she left, Ana Silva said the port was safe.", "Ana Silva said the port was safe"),
    ],
)  # fmt: skip
def test_a_wording_is_what_its_source_says_and_no_more(sentence: str, wording: str | None) -> None:
    article, findings = read(sentence)
    words = [article.text.slice(claim.wording) for claim in findings.claims]
    wording = wording or sentence[:-1]
    assert wording in words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        # "It" may be what the claimant took, sold or shot down.
        (
            "Kenya shot down a drone and said that it had strayed.",
            "Kenya shot down a drone and said that it had strayed",
        ),
        (
            "Luis Arto met Bo Tarr and said that he would resign.",
            "Luis Arto met Bo Tarr and said that he would resign",
        ),
        (
            "Police held two divers, saying they had hidden a bomb.",
            "Police held two divers, saying they had hidden a bomb",
        ),
        (
            "Kenya left the talks and said that they had failed it.",
            "Kenya left the talks and said that they had failed it",
        ),
        # nobody and nothing before it that it could mean
        ("Luis Arto left the port and said that he would resign.", "said that he would resign"),
        ("Luis Arto mourned the raid in Nairobi and said that he would go.", "said that he would go"),
        ("Police held a diver, saying they had no choice.", "saying they had no choice"),
        ("Kenya said that it had shot down a drone.", "Kenya said that it had shot down a drone"),
        # more than can be shown together
        (
            "Kenya shot down a slow grey drone above the old market by the northern harbour of the town "
            "on Monday and said that it had strayed.",
            None,
        ),
    ],
)
def test_a_pronoun_keeps_the_words_that_tell_whom_it_means(sentence: str, words: str | None) -> None:
    article, findings = read(sentence)
    told = [article.text.slice(c.wording) for c in findings.claims if c.kind == "statement"]
    assert told == ([words] if words else [])


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        # What stands for a clause told elsewhere tells nothing.
        ("Asked whether guards had fired, Luis Arto said they had not.", []),
        ("The mayor said that Bo Tarr did.", []),
        ("The mayor said that he should.", []),
        ("The mayor said that he should go.", ["statement"]),
        ("The mayor said that Bo Tarr did it.", ["statement"]),
        ("The mayor said that there was a fire.", ["statement"]),
        ("The mayor said that it was late.", ["statement"]),
        ("The mayor confirmed this to the guards.", []),
        ("The mayor echoed these sentiments.", []),
        ("The mayor confirmed this plan to shut the port.", ["statement"]),
        ("The mayor confirmed the closure of the port.", ["statement"]),
        ("The mayor denied these claims.", ["denial"]),
    ],
)
def test_half_a_clause_is_no_claim(sentence: str, kinds: list[str]) -> None:
    assert [kind for kind, _, _ in claims(sentence)] == kinds
