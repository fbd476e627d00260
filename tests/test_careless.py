"""Sentences in which a careless reader tells what isn't so: who it was, who said it, whether it was."""

from datetime import date

import pytest

from dossier.assembly.gating import gated
from dossier.build import preview
from dossier.reading.extract import extract_findings
from dossier.reading.text.article import read_article
from test_gate import verdict

# (text, all that is told of kinds asked for: "" where nothing is)
EVENTS = [
    # what is fired from afar bombs nobody
    ("Nine rockets hit a barracks near Dorn on Monday.", ["Attack on a barracks"]),
    ("Rebels fired a mortar at the town of Dorn on Monday.", ["Attack on the town of Dorn"]),
    ("A bomb exploded at a barracks near Dorn on Monday.", ["Bombing of a barracks near Dorn"]),
    # a bomb that was found
    ("A bomb planted by the army in 1944 was found in a cellar in Dorn on Monday.", []),
    ("A bomb planted in a cellar in Dorn on Monday killed two guards.", ["Bombing: 2 killed"]),
    # an act of which a clause tells what kind it is
    ("Nurses in Dorn drilled on Monday for a bomb attack on the port that kills fifty.", []),
    ("A bomb attack on the port of Dorn killed fifty on Monday.", ["Attack on the port of Dorn: 50 killed"]),
    # where somebody tells of it is not where it was
    ("Rebels attacked a mill on Tuesday, officials said in Osterby.", ["Attack on a mill"]),
    ("Rebels attacked a mill in Osterby on Tuesday, officials said.", ["Attack on a mill in Osterby"]),
    # who was killed by another weapon, and when
    (
        "A bomb went off at a market in Dorn on Monday. "
        "Police found the gun with which Oto Venn was shot dead.",
        ["Bombing of a market in Dorn", "Killing of Oto Venn"],
    ),
    (
        "Gunmen shot dead four farmers in Dorn on Monday. Police found the rifle that had killed them.",
        ["Killing of four farmers: 4 killed"],
    ),
    ("Governor Oto Venn had been assassinated two years before.", ["Killing of Oto Venn"]),
    # whose letter it is
    ("In a letter to Oto Venn, read out by Lia Korr, Ada Holm called him a thief.", []),
    ("Ada Holm said in a letter to Oto Venn that she was ill.", ["Letter from Ada Holm to Oto Venn"]),
    # what one tells another may have befallen either
    ("Oto Venn told Pavel Dask that he had been sacked.", []),
    ("Oto Venn told the council that he had been sacked.", ["Dismissal of Oto Venn"]),
    # what is dismissed is told as so by nobody
    (
        "Oto Venn dismissed on Monday reports that he had sacked Ada Holm.",
        ["Oto Venn dismissed reports that he had sacked Ada Holm"],
    ),
    ("Oto Venn said that he had sacked Ada Holm.", ["Dismissal of Ada Holm"]),
    # who is only reported or feared killed
    ("Three guards were reported killed by rebels in Osterby on Monday.", []),
    ("Three guards who were believed killed by rebels in Osterby were found alive.", []),
    ("Three guards feared killed by rebels in Osterby were found alive.", []),
    ("Three guards were shot and killed by rebels in Osterby.", ["Killing in Osterby"]),
    # when whom a report has hurt was hurt; and whom the same report has hurt besides
    ("It is believed that two miners died and three were hurt when a bomb went off in Kestrel.", []),
    ("It is feared that nine miners died as rebels shelled a mine in Kestrel.", []),
    ("Four nuns were reportedly injured when a grenade exploded in Kestrel.", []),
    ("Two nuns were reportedly killed after gunmen attacked a chapel in Kestrel.", []),
    ("Two miners died and three were hurt when a bomb went off in Kestrel.", ["Bombing: 2 killed"]),
    ("Police said that two miners died when a bomb went off in Kestrel.", ["Bombing: 2 killed"]),
    ("Reportedly, two porters were killed and five others were hurt in a car bombing in Kestrel.", []),
    ("Two porters were killed and five others were hurt when a bomb exploded.", ["Bombing: 2 killed"]),
    ("Rebels reportedly left, and two porters were killed in a bombing.", ["Bombing: 2 killed"]),
    # of what one is only suspected
    ("Tarek Osk, suspected of having set fire to a mill in Dorn on Monday, was held.", []),
    ("Police suspect Tarek Osk of having shot dead Lia Korr in Dorn on Monday.", []),
    ("Lia Korr was shot dead in Dorn on Monday, police said.", ["Killing of Lia Korr"]),
    # what police put right since
    ("Police first said that gunmen had killed Lia Korr in Dorn. She was found asleep.", []),
    ("Police initially said that gunmen had killed Lia Korr in Dorn.", []),
    ("Police said at first that gunmen had killed Lia Korr in Dorn.", []),
    ("Police said on Monday that gunmen had killed Lia Korr in Dorn.", ["Killing of Lia Korr"]),
    ("The Lamp first reported that Lia Korr had resigned.", ["Resignation of Lia Korr"]),
    # a work by its title
    (
        "Ada Holm won a prize for The Death of Lia Korr, a novel.",
        ["Win of a prize for The Death of Lia Korr by Ada Holm"],
    ),
    ("Ada Holm was moved by the death of Lia Korr, a novelist.", ["Death of Lia Korr"]),
    # who was only said to be there, by a mark between
    ("Captain Oto Venn, as he then was, fired on miners in 2006.", []),
    ("Captain Oto Venn was fired in 2006.", ["Dismissal of Oto Venn"]),
    # a name that looks like a verb
    (
        "Mayor Lia Korr met Governor Oto Venn in Dorn on Monday and Bishop Paul Ried in Osterby on Tuesday.",
        [],
    ),
    # who was drowned, and by whom
    ("Ada Holm's aunt was drowned by her sons in Osterby.", []),
    ("Ada Holm drowned in Osterby.", ["Death of Ada Holm in Osterby"]),
    # or was it only said
    ("Oto Venn telephoned Ada Holm in Osterby on Monday, or said he did.", []),
    (
        "Oto Venn telephoned Ada Holm in Osterby on Monday.",
        ["Telephone call of Oto Venn with Ada Holm"],
    ),
    # when they were shot, not when it is said
    ("They had been shot, Ada Holm said, some 80 years ago.", []),
    ("They had been shot, Ada Holm said in 1946.", ["Statement by Ada Holm"]),
    # whose father it is, who is told or who tells
    ("Lia Korr told Ada Holm that her father had died.", ["Death of the father"]),
    ("Lia Korr told a priest that her father had died.", ["Death of Lia Korr’s father"]),
    # where it is remembered
    ("The bombing of Lesk in 1944 was remembered in Osterby on Monday.", ["Bombing"]),
    # of several it would say less of one
    (
        "Oto Venn, Lia Korr and Ada Holm, a founder of the Reed Circle, rowed in Dorn on Monday.",
        ["Oto Venn, Lia Korr and Ada Holm rowed in Dorn"],
    ),
    (
        "Oto Venn, Lia Korr and Ada Holm, a founder of the Reed Circle, met in Dorn on Monday.",
        ["Oto Venn, Lia Korr and Ada Holm met in Dorn"],
    ),
    ("Oto Venn rowed in Dorn on Monday.", ["Oto Venn rowed in Dorn"]),
]
CLAIMS = [
    # of whom or what it is said, where the sentence is torn
    (
        "The mayor of Kestrel, whose nine-month survey of piers and locks is said to be printed in Dorn, "
        "also dismissed claims that the vote stirred anger.",
        [],
    ),
    (
        "The survey of piers and locks is said to be printed in Dorn.",
        ["statement by nobody: The survey of piers and locks is said to be printed in Dorn"],
    ),
    # "as" behind what may deny it
    ("Ada Holm did not sell the port, as Oto Venn had claimed.", []),
    ("It is not true, as Oto Venn has claimed, that Ada Holm sold the port.", []),
    ("If the Grey Hand burned the mill, as Oto Venn says, why did it warn the guards?", []),
    (
        "As Oto Venn claims, the port was not sold.",
        ["statement by Oto Venn: the port was not sold"],
    ),
    # whom each of two blames
    (
        "The fire, for which Velk blames Ostra and Ostra blames rebels, burned a mill in Dorn.",
        ["responsibility_blamed by Velk: Ostra", "responsibility_blamed by Ostra: rebels"],
    ),
    # nobody says whom he accuses, nor is he who calls somebody back
    ("Colonel Lia Korr accused whoever killed Oto Venn of cowardice.", []),
    ("Detectives in Dorn called back a witness, Oto Venn, for an interview.", []),
    ("Oto Venn, who was campaigning for county treasurer, spoke in Dorn.", []),
    ("Oto Venn campaigned for a bridge.", ["call by Oto Venn: a bridge"]),
    ("The man whom Lia Korr met and the man he was accused of killing, Oto Venn, are alive.", []),
    # what somebody has put right since, and who was the first to say so
    ("The mayor, Ada Holm, initially said that the pier was safe.", []),
    ("The mayor, Ada Holm, said that the pier was safe.", ["statement by Ada Holm: that the pier was safe"]),
    ("The Lamp first said that the pier was safe.", []),
    # what he says he did not do, which stands before
    ("Oto Venn was jailed for a theft he says he did not commit in Dorn.", []),
    ("Oto Venn, who says he did not steal, was jailed.", ["statement by Oto Venn: he did not steal"]),
    # what a film shows, which need not have been
    (
        "A film that shows soldiers shooting captives was made in 1997 and in Velk, Captain Ada Holm said.",
        ["statement by Ada Holm: A film that shows soldiers shooting captives was made in 1997 and in Velk"],
    ),
    # whose name stands behind a clause
    (
        "The mayor's aunt, who met the judge in Dorn, Ada Holm, said that it was late.",
        ["statement by The mayor's aunt: that it was late"],
    ),
    (
        "The mayor, who is ill, Ada Holm, said that it was late.",
        ["statement by Ada Holm: that it was late"],
    ),
    # whose neighbour it is, who is not named
    (
        "Ostra's union, which Velk's had accused of lying, said nothing.",
        ["accusation by Velk's: lying"],
    ),
    # what voters reject is no denial
    ("A pact like that which Ostra and Velk signed in 1990 was rejected by the voters of Dorn.", []),
    # what is defended
    ("These clans defend their farms or mount raids.", []),
    ("Oto Venn defended his decision.", ["statement by Oto Venn: his decision"]),
]
QUOTES = [
    ("Oto Venn has written two plays, among them “Ashes,” a comedy.", []),
    ("Oto Venn has written plays including “Ashes” and “Salt”.", []),
    ("Oto Venn said “No,” a word that he seldom uses.", ["Oto Venn: No,"]),
    (
        "Reading from a statement by her client, Ada Holm said: “I did not burn it.”",
        ["None: I did not burn it."],
    ),
    ("Reading the verdict, Ada Holm said: “He did not burn it.”", ["Ada Holm: He did not burn it."]),
    ("Ada Holm wrote “Ash and Salt”, her first novel, in Dorn.", []),
    ("Ada Holm wrote “Ash and Salt,” a play.", []),
    ("Ada Holm wrote “Come Back to Dorn”, a line cut in stone.", ["Ada Holm: Come Back to Dorn"]),
    (
        "“The port is shut,’ Oto Venn said. He left. “It stays so,” he said.",
        ["Oto Venn: The port is shut,", "Oto Venn: It stays so,"],
    ),
    ("“I heard ‘stop,’ and ran,” Oto Venn said.", ["Oto Venn: I heard ‘stop,’ and ran,"]),
]
# (text, of each act when and where it was, of that or nothing)
WHERE = [
    # who is found, and when
    ("Oto Venn was found shot dead in Osterby on Monday.", ["attack Osterby"]),
    ("Two women were found strangled on Monday.", ["attack"]),
    ("Oto Venn was shot dead on Monday.", ["attack 2026-03-09"]),
    ("A court found Oto Venn killed a guard on Monday.", ["attack 2026-03-09"]),
    ("Three sailors were found dead on Monday, a day after they were last seen.", ["death"]),
    ("Three sailors died on Monday.", ["death 2026-03-09"]),
    # where and when it is told
    ("Speaking in Osterby, General Trask said that rebels had bombed a mill.", ["attack"]),
    ("At a news conference in Osterby, General Trask said that rebels had bombed a mill.", ["attack"]),
    ("In an interview in Osterby, General Trask said that rebels had bombed a mill.", ["attack"]),
    ("General Trask told reporters in Osterby that rebels had bombed a mill.", ["attack"]),
    ("General Trask told a court in Osterby that rebels had bombed a mill.", ["attack"]),
    ("General Trask told reporters that rebels had bombed a mill in Osterby.", ["attack Osterby"]),
    ("Gunmen shot dead a man, police said at a briefing in Osterby.", ["attack"]),
    ("News of an attack on a mill reached Osterby on Monday.", ["attack"]),
    ("An attack on a mill shook Osterby on Monday.", ["attack 2026-03-09"]),
    # where somebody died of it
    ("The nurse, who was stabbed by a patient, died in Osterby on Monday.", ["attack"]),
    ("Four of those shot by gunmen died in Osterby on Monday.", ["attack"]),
    ("Two nurses died in Osterby on Monday when gunmen attacked a mill.", ["attack 2026-03-09 Osterby"]),
    (
        "Nine died in Osterby on Monday when a mine blew up, taking to 30 the number killed this year.",
        ["attack 2026-03-09 Osterby"],
    ),
    # what was closed
    ("The council shut its office in Osterby on Monday.", ["closure 2026-03-09 Osterby"]),
    ("The army closed the border with Velk on Monday.", ["border_closure 2026-03-09"]),
    ("The army closed a crossing to Velk on Monday.", ["border_closure 2026-03-09"]),
    ("The mayor closed a school near the border on Monday.", ["closure 2026-03-09"]),
]
TIES = [
    ("The poet Oto Venn and Ada Holm, Pavel Dask's wife, sang in Dorn.", ["Ada Holm spouse_of Pavel Dask"]),
    (
        "Oto Venn, Lia Korr and Ada Holm, a member of the Green Party, sang in Dorn.",
        ["Ada Holm member_of Green Party"],
    ),
    (
        "Rolf Birken and Ada Holm, members of the Green Party, sang.",
        ["Rolf Birken member_of Green Party", "Ada Holm member_of Green Party"],
    ),
    ("Oto Venn, 17, son of Pavel Dask, sang.", ["Oto Venn child_of Pavel Dask"]),
    ("The mayor, Oto Venn, a member of the Green Party, sang.", ["Oto Venn member_of Green Party"]),
]


# (text, kind, trigger, parts, whether another reader's finding holds)
HANDED = [
    ("In a letter to Oto Venn, read out by Lia Korr, Ada Holm called him a thief.", "event", "letter",
     "agent=Lia Korr; recipient=Oto Venn", False),
    ("Ada Holm sent a letter to Oto Venn.", "event", "letter", "agent=Ada Holm; recipient=Oto Venn", True),
    ("Lia Korr accused whoever killed Oto Venn of cowardice.", "claim", "accused",
     "claimant=Lia Korr; target=Oto Venn", False),
    ("Lia Korr accused Oto Venn of cowardice.", "claim", "accused",
     "claimant=Lia Korr; target=Oto Venn", True),
    ("The meeting of Oto Venn and Ada Holm that papers reported on Monday never took place.", "event",
     "meeting", "partner=Oto Venn", False),
    ("The meeting of Oto Venn and Ada Holm that papers reported on Monday took place.", "event", "meeting",
     "partner=Oto Venn", True),
    ("Nurses practised for a bomb attack on the port that kills fifty.", "event", "kills", "", False),
    ("Ostra's miners, whom Velk's had accused of lying, left.", "claim", "accused", "claimant=Velk", False),
    ("Ostra's miners, whom Velk had accused of lying, left.", "claim", "accused", "claimant=Velk", True),
    ("The poet Rolf Birken and Ada Holm, Pavel Dask's wife, sang.", "relation", "wife",
     "subject=Rolf Birken; object=Pavel Dask", False),
    ("The poet Rolf Birken and Ada Holm, Pavel Dask's wife, sang.", "relation", "wife",
     "subject=Ada Holm; object=Pavel Dask", True),
    ("Police initially said that gunmen had shot Oto Venn.", "claim", "said",
     "claimant=Police; act=gunmen had shot Oto Venn", False),
    ("Police said that gunmen had shot Oto Venn.", "claim", "said",
     "claimant=Police; act=gunmen had shot Oto Venn", True),
    ("Oto Venn is suspected of having bombed a mill.", "event", "bombed", "agent=Oto Venn", False),
    ("Ada Holm won a prize for The Death of Lia Korr, a novel.", "event", "Death", "patient=Lia Korr", False),
]  # fmt: skip


def read(text):
    """What is read in a text and held by the gate."""
    article = read_article(text, id="report", published=date(2026, 3, 12))
    return article.text.text, gated(article, extract_findings(article), ()).findings


def event(found):
    killed = "".join(f": {c.min} killed" for c in found.casualties if c.kind == "killed")
    return f"{found.title}{killed}"


@pytest.mark.parametrize(("text", "told"), EVENTS)
def test_what_happened(text, told):
    assert [event(each) for each in read(text)[1].events if each.type != "meeting"] == told


@pytest.mark.parametrize(("text", "told"), CLAIMS)
def test_who_says_what(text, told):
    words, found = read(text)
    assert [_claim(words, each) for each in found.claims if each.kind != "assessment"] == told


@pytest.mark.parametrize(("called", "judged"), [("home", 0), ("a liar", 1)])
def test_whom_somebody_calls_home_is_not_judged(called, judged):
    found = read(f"His government had called Oto Venn {called}.")[1].claims
    assert len([each for each in found if each.kind == "assessment"]) == judged


def _claim(words, claim):
    about = claim.target_span if claim.kind.startswith("responsibility") else claim.content or claim.wording
    who = claim.claimant or (words[slice(*claim.claimant_span)] if claim.claimant_span else "nobody")
    return f"{claim.kind} by {who}: {words[slice(*about)]}"


@pytest.mark.parametrize(("text", "told"), QUOTES)
def test_whose_words(text, told):
    words, found = read(text)
    assert [
        f"{q.speaker.name if q.speaker else ''}: {words[slice(*q.segments[0])]}" for q in found.quotes
    ] == told


@pytest.mark.parametrize(("text", "told"), WHERE)
def test_when_and_where_it_was(text, told):
    found = [e for e in read(text)[1].events if e.type != "press_conference"]
    assert [" ".join(filter(None, (e.type, e.date and e.date.edtf, e.place))) for e in found] == told
    assert not any("Osterby" in e.title for e in found if e.type == "attack" and e.place is None)


@pytest.mark.parametrize(("text", "told"), TIES)
def test_who_is_tied_to_whom(text, told):
    found = read(text)[1].relations
    assert [f"{each.subject} {each.predicate} {each.object}" for each in found] == told


@pytest.mark.parametrize(("text", "kind", "trigger", "parts", "holds"), HANDED)
def test_what_another_reader_hands_over(text, kind, trigger, parts, holds):
    found = verdict(text, kind, trigger, parts)
    assert (found.answer == "holds") is holds, found


@pytest.mark.parametrize(
    ("text", "trigger", "parts", "falls"),
    [
        (
            "Oto Venn was found shot dead in Dorn on Monday.",
            "shot",
            "patient=Oto Venn; date=Monday",
            {"date"},
        ),
        ("Oto Venn was shot dead in Dorn on Monday.", "shot", "patient=Oto Venn; date=Monday", set()),
        ("News of an attack on a mill reached Dorn on Monday.", "attack", "date=Monday", {"date"}),
        ("An attack on a mill shook Dorn on Monday.", "attack", "date=Monday", set()),
        ("Rangers found a rare bird on Monday.", "found", "patient=a rare bird; date=Monday", set()),
    ],
)
def test_what_day_another_reader_hands_over(text, trigger, parts, falls):
    assert {each.about for each in verdict(text, "event", trigger, parts).fallen} == falls


def test_who_tells_it_within_what_another_tells(tmp_path):
    (tmp_path / "a.md").write_text(
        "---\nheadline: News\npublisher: The Lamp\ndatePublished: 2026-03-12\n---\n\n"
        "Of the four hostages whom the rebels said they had freed, two had fled, Ada Holm said.\n",
        encoding="utf-8",
    )
    (event,) = preview(tmp_path).events
    assert [each.actor or each.as_reported for each in event.type.according_to] == ["ada-holm", "rebels"]


@pytest.mark.parametrize(
    ("told", "whose"),
    [
        ("Tarek Osk hinted he planned to sink the ferry of former mayor Ilse Dorn, aides said.", ["aides"]),
        (
            "Tarek Osk hinted that former mayor Ilse Dorn had sunk a ferry, aides said.",
            ["aides", "tarek-osk"],
        ),
    ],
)
def test_who_says_who_somebody_is_whom_another_means_to_harm(tmp_path, told, whose):
    (tmp_path / "a.md").write_text(
        f"---\nheadline: News\npublisher: The Lamp\ndatePublished: 2026-03-12\n---\n\n{told}\n",
        encoding="utf-8",
    )
    dorn = next(each for each in preview(tmp_path).actors if each.id == "ilse-dorn")
    (office,) = dorn.roles
    assert [each.actor or each.as_reported for each in office.according_to] == whose


def test_what_another_means_to_do_says_nothing_of_what_those_he_names_have_said(tmp_path):
    (tmp_path / "a.md").write_text(
        "---\nheadline: News\npublisher: The Lamp\ndatePublished: 2026-03-12\n---\n\n"
        "Tarek Osk hinted he planned to sink the ferry of a barber who has criticized the Reed Circle, "
        "aides said.\n",
        encoding="utf-8",
    )
    found = {str(each.claimant_as_reported.value): each for each in preview(tmp_path).claims}
    barber = next(each for who, each in found.items() if "barber" in who)
    assert [each.as_reported for each in barber.kind.according_to] == ["aides"]
