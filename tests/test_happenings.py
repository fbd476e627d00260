"""Events by frames: types, titles, what is told twice, and what is none. All names are made up."""

from __future__ import annotations

import pytest

from dossier.vocabularies import event_types
from told_events import events


@pytest.mark.parametrize(
    ("sentence", "type", "title"),
    [
        ("Police arrested Ivo Stam in Suva on Monday.", "arrest", "Arrest of Ivo Stam in Suva"),
        ("A cargo plane crashed in Suva on Monday.", "accident", "Crash of a cargo plane in Suva"),
        ("A fire destroyed a market in Suva on Monday.", "disaster", "Fire in Suva"),
        ("Governor Ana Lume declared a state of emergency.", "decree", "State of emergency by Ana Lume"),
        ("Parliament adopted the forest act on Monday.", "law", "Adoption of the forest act by Parliament"),
        ("Judge Ana Lume jailed Ivo Stam for ten years.", "sentence", "Sentencing of Ivo Stam to ten years"),
        (
            "The Suva Bank was fined $9 million, including a record part for the loss of the papers of the "
            "Harbour and Coast Office in Suva, in May.",
            "fine",
            "Fine on Suva Bank of $9 million",
        ),
        ("Ivo Stam was granted bail in Suva.", "ruling", "Bail for Ivo Stam"),
        ("Ana Lume was re-elected in May.", "election", "Election of Ana Lume"),
        ("A court convicted Ivo Stam of fraud.", "ruling", "Conviction of Ivo Stam for fraud"),
        ("Ivo Stam resigned as mayor of Suva.", "resignation", "Resignation of Ivo Stam"),
        (
            "Ivo Stam is the new mayor. He replaces Ana Lume, who submitted his resignation.",
            "resignation",
            "Resignation of Ana Lume",
        ),
        (
            "Mere Tavola, the wife of the mayor, Ivo Stam, resigned.",
            "resignation",
            "Resignation of Mere Tavola",
        ),
        ("Fiji expelled two Tongan diplomats.", "expulsion", "Expulsion of two Tongan diplomats"),
        ("Fiji summoned the Tongan ambassador.", "summons", "Summoning of the Tongan ambassador"),
        (
            "Police arrested the aunt and cousin of Ivo Stam.",
            "arrest",
            "Arrest of the aunt and cousin of Ivo Stam",
        ),
        ("Police arrested the beadle and two clerks.", "arrest", "Arrest of the beadle and two clerks"),
        (
            "The shooting of Ana Lume in Suva on Monday was condemned.",
            "attack",
            "Shooting of Ana Lume in Suva",
        ),
        ("Ana Lume was killed in a shooting in Suva in 1996.", "attack", "Shooting of Ana Lume in Suva"),
        (
            "Police arrested the beadle, a clerk and a teacher.",
            "arrest",
            "Arrest of the beadle, a clerk and a teacher",
        ),
        ("A court acquitted Ana Lume of fraud.", "ruling", "Acquittal of Ana Lume of fraud"),
        ("A jury acquitted three porters of murder.", "ruling", "Acquittal of three porters of murder"),
        ("A court in Suva convicted the mayor of Suva.", "ruling", "Conviction of the mayor of Suva"),
        (
            "Fiji announced on Monday that it would leave the union.",
            "announcement",
            "Announcement by Fiji that it would leave the union",
        ),
        (
            "The mill will open in May, its owner, Ana Lume, announced.",
            "announcement",
            "Announcement by Ana Lume that the mill will open in May",
        ),
        (
            "Judge Ivo Stam heard her. He appointed Mira Osk as his successor.",
            "appointment",
            "Appointment of Mira Osk as successor",
        ),
        (
            "Judge Ivo Stam heard her. He appointed Mira Osk as his deputy.",
            "appointment",
            "Appointment of Mira Osk as Ivo Stam’s deputy",
        ),
        ("Fiji recalled its ambassador from Tonga.", "expulsion", "Recall of the ambassador from Tonga"),
        ("Ana Lume took office in Suva on Monday.", "appointment", "Taking of office by Ana Lume"),
        ("The trial of the only one of three suspects opened on Monday.", "trial", "Trial"),
        ("The protests began a month ago.", "protest", "Protest"),
        (
            "Nine clerks were killed in Lagos when their house collapsed after it was hit by rockets.",
            "attack",
            "Killing in Lagos",
        ),
        (
            "Deputy Premier and Ports Minister Ana Lume met Ivo Stam on Monday.",
            "meeting",
            "Meeting of Ana Lume with Ivo Stam",
        ),
        (
            "The council announced on Monday that the old mill by the harbour would be sold to the firm that "
            "had built the new pier, after a long quarrel with its neighbours over the noise and the dust.",
            "announcement",
            "Announcement by the council that the old mill by the harbour would be sold to the firm that had "
            "built the new pier",
        ),
        ("Ana Lume was placed on leave on Monday.", "other", "Ana Lume was placed on leave"),
        ("Ana Lume was evicted on Monday.", "other", "Ana Lume was evicted"),
        ("Ana Lume was evicted by Ivo Stam on Monday.", "other", "Ana Lume was evicted"),
        (
            "Olga Brandt spoke in Lesk. Hundreds of her supporters protested on Monday.",
            "protest",
            "Protest by hundreds of Olga Brandt’s supporters",
        ),
        (
            "Hundreds of her supporters protested in Lesk on Monday.",
            "protest",
            "Protest by hundreds of supporters in Lesk",
        ),
    ],
)
def test_an_event_has_a_neutral_title(sentence: str, type: str, title: str) -> None:
    (event,) = events(sentence)
    assert (event.type, event.title) == (type, title)


@pytest.mark.parametrize(
    "sentence",
    [
        "Lawyers called for the release of Ana Lume.",
        "Fiji trounced Costa Rica 4-0 on Thursday in Suva.",
        "The doctor imposed restrictions on the conduct of his guests.",
        "The party demanded his resignation and the arrest of Ivo Stam.",
        "Ahead of the trial of Ivo Stam, guards stood at the gate.",
        "Police often arrest drivers in Suva.",
        "Guards arrest smugglers every week.",
        "Police have arrested many smugglers over the last decade.",
        "“I resigned from the council and was arrested on Monday,” he wrote.",
        "John Harper was to hold talks with Ana Lume.",
        "If the court convicts Ivo Stam, his party will protest.",
        "The ministry may release a long report on ferries.",
        "Detaining Ivo Stam would be unlawful, lawyers said.",
        "A survey sees Osk Bank buying Tarr Mills.",
        "Ana Lume’s lawyer said she was fined $300.",
        "The film was nominated for three awards on Monday.",
        "The Reef League summit in Suva began a quarrel of its hosts.",
        "The ruling party went on to attack the police.",
        "Ana Lume welcomed Ivo Stam back to the race on Monday.",
        "The release of teachers for the vote is a duty of schools.",
        "Ana Lume and Ivo Stam were present at the press conference.",
        "She charged him with misconduct.",
        "Among them are states which are adopting costly reforms.",
        "The impending resignation of Ana Lume worried Suva.",
        "Nine people hit by live fire were treated in Suva.",
        "Ana Lume had pleaded with the guards to detain him.",
        "Resistance to the opening of the port in Suva grew.",
    ],
)
def test_no_event(sentence: str) -> None:
    assert [e for e in events(sentence) if e.type != "statement"] == []


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("The ministry announced on Monday that Ivo Stam had resigned.", "resignation"),
        ("The ministry announced tariffs on Tongan steel on Monday.", "trade_measure"),
        ("Fiji announced on Monday that it would leave the union.", "announcement"),
    ],
)
def test_one_clause_tells_of_one_event(sentence: str, type: str) -> None:
    assert [e.type for e in events(sentence)] == [type]


@pytest.mark.parametrize(
    ("paragraphs", "count"),
    [
        (("A bus crashed in Suva on Monday.", "The crash killed seven.", "The bus overturned."), 1),
        (("Ana Lume died on Monday.", "Her death shocked Suva."), 1),
        (("Ana Lume died on Monday.", "Ivo Stam died on Tuesday."), 2),
        (("A bus crashed in Suva on Monday.", "A bus crashed in Lautoka on Tuesday."), 2),
        (
            (
                "The Reef Agency has sent a letter to Omar Dune.",
                "The letter, signed by director Ana Lume, goes as follows.",
            ),
            1,
        ),
        (("The Reef Agency has sent a letter to Omar Dune.", "A letter signed by Ana Lume followed."), 2),
        (("The Reef Agency has sent a letter to Omar Dune.", "Ana Lume sent the letter to Ivo Stam."), 2),
        (("Ivo Stam was arrested in Suva.", "Ana Lume’s dealer was arrested in January."), 2),
        (("Ana Lume wrote a letter to Ivo Stam.", "She wrote a letter to her lawyer on Monday."), 2),
        (("Ana Lume wrote a letter to Ivo Stam.", "She wrote a letter to judges on Monday."), 2),
        (("Ana Lume’s resignation shook Suva.", "The council refused her offer of resignation."), 0),
        (("Ivo Stam was arrested in Suva.", "The dealer was arrested in January."), 1),
        (("Local politicians were arrested in Suva.", "The dealer was arrested in January."), 2),
        (("Ivo Stam was arrested in Suva.", "His father was arrested in January."), 2),
        (("Ana Lume pleaded guilty to theft.", "In tears, Ana Lume pleaded guilty."), 1),
        (("The dealer was arrested in Suva.", "The dealer had been arrested in 2017 too."), 2),
    ],
)
def test_what_is_told_again_is_one_event(paragraphs: tuple[str, ...], count: int) -> None:
    assert len(events(*paragraphs)) == count


def test_a_date_to_come_dates_no_event() -> None:
    (event,) = events("Ana Lume announced her candidacy for president in November 2024.")
    assert event.date is None


def test_an_act_that_others_answer_has_not_the_day_of_the_answer() -> None:
    found = events("Fiji summoned Tonga’s ambassador on Friday over the killing of Ana Lume.")
    assert {each.type: each.date and each.date.edtf for each in found} == {
        "attack": None,
        "summons": "2024-05-31",
    }


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Ivo Stam is among nine people convicted in the killing of Ana Lume in May 1991.", None),
        ("Ivo Stam was charged on Friday over the robbery of a bank in May 1991.", "2024-05-31"),
        ("Ivo Stam was convicted on Friday of the theft of a boat in May 1991.", "2024-05-31"),
        ("Ivo Stam was convicted of theft on Friday.", "2024-05-31"),
        ("Ivo Stam was jailed for his part in crimes during the Reef War in 1971.", None),
        ("Fiji imposed sanctions on Tonga following the rebels’ seizure of the port in April.", None),
        ("Fiji imposed sanctions on Tonga in April.", "2024-04"),
        ("Ivo Stam was arrested in a raid on Friday.", "2024-05-31"),
    ],
)
def test_the_day_of_what_somebody_is_tried_for_is_no_day_of_the_court_s(
    sentence: str, day: str | None
) -> None:
    (event,) = [e for e in events(sentence) if e.type != "attack"]
    assert (event.date.edtf if event.date else None) == day


def test_every_type_of_event_is_described() -> None:
    types = event_types()
    assert {"arrest", "attack", "other"} <= set(types)
    assert all(words.label and words.plural and words.meaning.endswith(".") for words in types.values())


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Fiji renamed its main airport on Monday.", "Fiji renamed its main airport"),
        ("Fiji was an island on Monday.", None),
        ("The council renamed its airport on Monday.", None),
        ("Fiji will rename its main airport on Monday.", None),
        ("Fiji may have eased its visa rules on Monday.", None),
        ("Fiji was easing its visa rules on Monday.", None),
        ("Fiji rebuilt eleven in Lautoka.", None),
        ("Ivo Stam won $90 in May.", "Ivo Stam won $90"),
        ("Fiji and Tonga renamed a reef on Monday.", "Fiji and Tonga renamed a reef"),
        ("Fiji and its neighbours renamed a reef on Monday.", None),
        ("Fiji honoured the poet Ivo Stam on Monday.", "Fiji honoured the poet Ivo Stam"),
        ("Fiji honoured Ivo Stam, a poet, on Monday.", "Fiji honoured Ivo Stam"),
        ("Fiji refrained on Monday from naming the reef on the grounds that it was lost.", None),
        ("Fiji sailed on Monday to the reef.", "Fiji sailed to the reef"),
        ("Fiji renamed the pier on Monday, and police arrested Ivo Stam.", "Fiji renamed the pier"),
        ("Two pupils of Suva College were praised on Monday.", None),
        ("Two pupils of Suva College were fed on Monday.", "Two pupils of Suva College were fed"),
        ("The pupils were fed on Monday.", None),
        ("Two pupils were fed in Suva.", None),
        ("Clerks from Suva barred guests from singing on Monday.", None),
        ("Clerks of Suva sold nets in fairs from 1861 to 1883.", None),
        ("Fiji was renaming its main airport on Monday.", None),
        ("The Fijian parliament renamed its hall on Monday.", "The Fijian parliament renamed its hall"),
        ("Fiji moved its archive to Lautoka on Monday.", "Fiji moved its archive to Lautoka"),
        ("Ivo Stam replaced her as head of the pier on Monday.", None),
        ("Tonga flooded a quarry on Monday.", "Tonga flooded a quarry"),
        ("Ivo Stam earned his third medal in a row a 4-1 victory over Lautoka on Monday.", None),
        ("Tonga seized a quarry on Monday.", None),
        ("On Monday, Ivo Stam succeeded Ana Lume as champion.", "Ivo Stam succeeded Ana Lume as champion"),
        (
            "Ivo Stam was placed on leave on Monday and his clerk left the next day.",
            "Ivo Stam was placed on leave",
        ),
        ("Ivo Stam was named last week in a letter by the guard.", None),
        ("On Monday, Ivo Stam was joined by Ana Lume, a former mayor.", None),
        ("Fiji lifted that rule on Monday.", None),
        ("Fiji renamed such a reef on Monday.", None),
        ("Fiji planted 49 on Monday.", None),
        ("Fiji planted 49 palms on Monday.", "Fiji planted 49 palms"),
        ("Ivo Stam finished third in the Reef Race on Monday.", None),
        ("Ivo Stam encouraged Fiji to rename the reef on Monday.", None),
        # whom something befell did it to nobody; only the clause says which rate
        ("Two boys moved from Fiji in 1992 did not speak for weeks.", None),
        (
            "Two pupils of Suva College sailed to Fiji in 1992 and did not return.",
            "Two pupils of Suva College sailed to Fiji",
        ),
        ("On Monday, Ivo Stam doubled the rate at which fees are paid.", None),
        ("On Monday, Ivo Stam doubled the rate.", "Ivo Stam doubled the rate"),
    ],
)
def test_a_main_clause_without_a_type(sentence: str, title: str | None) -> None:
    found = [e.title for e in events(sentence) if e.type == "other"]
    assert found == ([title] if title else [])


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        ("Fiji rebuilt its main airport.", "Fiji rebuilt its main airport"),
        ("Fiji has eased its visa rules.", "Fiji has eased its visa rules"),
        (
            "Fiji has cleared a proposal to let miners dig.",
            "Fiji has cleared a proposal to let miners dig",
        ),
        ("Ivo Stam has been named as captain of Fiji.", "Ivo Stam has been named as captain of Fiji"),
        ("Reef Air has cleared a proposal which miners fear.", None),
        ("Fiji built fewer ships.", None),
        ("Queen Mira of Tavo and Prince Albert opened the hall.", None),
        ("Fiji has set its sights on Tonga.", None),
        ("Fiji inked law no. 9 of 2022.", None),
        ("Ivo Stam was honoured.", None),
        ("A clerk has opened his farm to guests.", None),
        ("A court led by Justice Ivo Stam Lume opened the hall.", None),
        ("Ivo Stam denounced Fiji.", None),
        ("Ivo Stam defended the tax on fish.", None),
        ("Fiji has foiled the terrorist plan.", None),
        ("Fiji dismissed accusations by Tonga that it had closed the pier.", None),
    ],
)
def test_what_opens_a_report_needs_neither_day_nor_place(opening: str, title: str | None) -> None:
    found = events("News of the Islands", f"{opening} Tonga painted its hall.", "Tonga renamed its gate.")
    assert [e.title for e in found if e.type == "other"] == ([title] if title else [])


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Fiji, which renamed its main airport in 2014, hopes for rain.", "Fiji renamed its main airport"),
        ("The reef that Fiji renamed in 2014 is a home of birds.", "Fiji renamed the reef"),
        ("The pier, a gift of Ivo Stam, renamed in 2014, is long.", None),
        ("Fiji, renamed in 1990, hopes for rain.", "Fiji was renamed"),
        ("Nobody has fished there since Fiji flooded the quarry in 2014.", "Fiji flooded the quarry"),
        ("Nobody will fish there if Fiji flooded the quarry in 2014.", None),
        ("Fiji, which renamed its main airport, hopes for rain.", None),
        ("Fiji, which may have renamed its airport in 2014, hopes for rain.", None),
        ("Ana Lume says that Fiji, which renamed its airport in 2014, is poor.", None),
        ("An editor from Suva who was evicted in 2014 hopes for rain.", "An editor from Suva was evicted"),
        ("Fiji, which made Reef Home in 2014, hopes for rain.", None),
        ("Reef Home, which Fiji renamed in 2014, is a home of birds.", "Fiji renamed Reef Home"),
        ("Ivo Stam was deposed and died in 2014.", None),
        ("The pier had a peak of nine and six guests when Ivo Stam won in 2014.", None),
    ],
)
def test_a_clause_beside_the_main_one_has_a_day_of_its_own(sentence: str, title: str | None) -> None:
    found = [(e.title, e.date is not None) for e in events(sentence) if e.type == "other"]
    assert found == ([(title, True)] if title else [])


def test_what_is_told_in_passing_again_is_told_once() -> None:
    found = events(
        "Fiji, which renamed its main airport in 2014, hopes for rain.",
        "Tonga has no airport since Fiji renamed its main airport in 2014.",
    )
    assert len([e for e in found if e.type == "other"]) == 1


@pytest.mark.parametrize(
    ("sentence", "type", "day"),
    [
        ("Tonga extradited Ivo Stam to Fiji in 2019.", "expulsion", "2019"),
        ("The closure of the border by Fiji in 2019 hurt traders.", "border_closure", "2019"),
        (
            "Shops closed following the resignation of Prime Minister Ivo Stam on Tuesday.",
            "resignation",
            "2024-05-28",
        ),
        ("The minister fell ill during a visit to Fiji on Monday.", "visit", "2024-05-27"),
        ("Ten people died in the worst quake in 2019.", "disaster", None),
        ("Fiji arrested Ivo Stam over the Reef War in 1971.", "arrest", None),
        (
            "Fiji has named several women, but most of its appointments in 2019 went to men.",
            "appointment",
            None,
        ),
    ],
)
def test_nobody_and_no_place_is_of_a_day(sentence: str, type: str, day: str | None) -> None:
    found = [e.date.edtf if e.date else None for e in events(sentence) if e.type == type]
    assert found in ([day], []) if day is None else found == [day]


def test_no_title_of_an_invasion_says_whose_it_was() -> None:
    (event,) = events("The Tongan-led invasion of Fiji in 2019 hurt traders.")
    assert (event.title, event.participants) == ("Invasion of Fiji", ())


def test_after_an_occasion_the_clause_tells_its_own_act() -> None:
    found = events(
        "Following the protests in Suva, President Ana Lume ordered her government to drop the plan."
    )
    assert {e.type for e in found} == {"protest", "statement"}


def test_no_title_ends_a_name_with_and() -> None:
    first, _ = events(
        "Nine men from West Lund and another man from Osterby have been arrested and freed on bail."
    )
    assert first.title == "Arrest of nine men from West Lund and another man from Osterby"


def test_a_text_may_end_in_an_apostrophe() -> None:
    assert not events("Rain fell. Workers'")


def test_at_most_two_are_of_no_type() -> None:
    days = ("Monday", "Tuesday", "Wednesday")
    assert len(events(*(f"Fiji renamed airport {n} on {d}." for n, d in enumerate(days)))) == 2


def test_a_noun_that_points_back_joins_its_sentence() -> None:
    (event,) = events("A bus crashed in Suva on Monday.", "Ivo Stam spoke of the crash at length.")
    assert len(event.evidence) == 2


@pytest.mark.parametrize(
    ("paragraphs", "source"),
    [
        (("Police said Ivo Stam was arrested on Monday.",), "Police"),
        (("Ivo Stam was arrested on Monday, according to the ministry.",), "ministry"),
        (("Ivo Stam was arrested on Monday.",), None),
        (("Police said Ivo Stam was arrested.", "Ivo Stam was arrested at home on Monday."), None),
        (("Fiji vowed to send aid following two storms that hit Suva in March.",), None),
        (
            ("Fiji vowed to send aid following two storms that hit Suva in March, Ivo Stam said.",),
            "Ivo Stam",
        ),
        (("Fiji said it sent aid following two storms that hit Suva in March.",), "Fiji"),
    ],
)
def test_whose_word_an_event_is(paragraphs: tuple[str, ...], source: str | None) -> None:
    (event,) = events(*paragraphs)
    span = event.source.span if event.source else None
    assert ("\n\n".join(paragraphs)[span.start : span.end] if span else None) == source


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Ana Lume died on Monday, her family said in a statement released on Tuesday.", "Death of Ana Lume"),
        ("This bill passed the Senate on Tuesday.", "Vote by Senate on the bill"),
        (
            "Ana Lume wrote a letter to the “Bell Warden” on Monday.",
            "Letter from Ana Lume to the Bell Warden",
        ),
        ("Ana Lume spoke at Friday’s trial of Ivo Stam.", "Trial of Ivo Stam"),
        (
            "Earlier a judge ordered the detention of Ivo Stam.",
            "Ruling by a judge on the detention of Ivo Stam",
        ),
        ("Doctors fought a second Ebola outbreak in Suva.", "Outbreak of Ebola in Suva"),
        (
            "Tongan reinforcements were moved to the harbour on Monday.",
            "Deployment of Tongan reinforcements to the harbour",
        ),
        (
            "Minister Ana Lume said 300 troops had been sent to the area to clear roadblocks.",
            "Deployment of 300 troops to the area",
        ),
        ("Fiji handed the Tongan envoy in Suva a file on Monday.", "Fiji handed the Tongan envoy a file"),
        (
            "Fiji excluded retired divers from rich families in May 2016.",
            "Fiji excluded retired divers from rich families",
        ),
        ("On Monday, Fiji excluded divers who own boats.", "Fiji excluded divers who own boats"),
        ("On Monday, Fiji excluded divers, who own boats.", "Fiji excluded divers"),
        ("On Monday, Fiji excluded the Reef Bank with a smile.", "Fiji excluded the Reef Bank"),
        (
            "The foreign ministers of Fiji and Tonga met in Suva on Monday.",
            "Meeting of the foreign ministers of Fiji and Tonga",
        ),
        (
            "Days after Presidents Lume and Ostrovar met on Monday, it rained.",
            "Meeting of Lume and Ostrovar",
        ),
        ("Guards arrested Ivo Stam in Suva and Lautoka on Monday.", "Arrest of Ivo Stam"),
        ("To date six people have been arrested.", "Arrest of six people"),
        ("She ran the wards during the local COVID-19 outbreaks in Suva.", "Outbreak of COVID-19 in Suva"),
        (
            "Deputy Prime Minister and Trade Minister Omar Dune met with Ivo Stam on Monday.",
            "Meeting of Omar Dune with Ivo Stam",
        ),
        (
            "The wife and father of Ivo Stam were arrested by guards in Suva.",
            "Arrest of the wife and father of Ivo Stam",
        ),
        ("Gunmen shot a guard near the Lesk Rail Complex on Monday.", "Shooting near Lesk Rail Complex"),
    ],
)
def test_no_pronoun_stands_in_a_title(sentence: str, title: str) -> None:
    assert title in [event.title for event in events(sentence)]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("The government of Fiji declared a state of emergency on Monday.", "Fiji"),
        ("Fiji’s president, Ana Lume, declared a state of emergency in Suva on Monday.", "Suva"),
        ("A court in Suva ruled on Monday that the fee was unlawful.", "Suva"),
        ("A court of Fiji and Tonga ruled on Monday that the fee was unlawful.", None),
        ("On Wednesday in the province of Suva, Ana Lume signed the bill into law.", "Suva"),
        ("A court ruled on Monday that the fee for Suva was unlawful.", None),
    ],
)
def test_who_decides_tells_where_it_holds(sentence: str, place: str | None) -> None:
    assert [e.place for e in events(sentence) if e.type in ("decree", "ruling", "law")] == [place]


@pytest.mark.parametrize(
    ("sentence", "day", "place"),
    [
        ("The trial of Ivo Stam opened in Suva on Monday.", "2024-05-27", "Suva"),
        ("The trial of Ivo Stam in Lautoka opened on Monday.", "2024-05-27", "Lautoka"),
        ("The trial of Ivo Stam went on.", None, None),
    ],
)
def test_a_noun_is_dated_and_placed_by_the_verb_that_tells_the_same(
    sentence: str, day: str | None, place: str | None
) -> None:
    (event,) = events(sentence)
    assert (event.date.edtf if event.date else None, event.place) == (day, place)


@pytest.mark.parametrize(
    ("sentence", "type", "place", "day"),
    [
        # what a relative "where" or "when" takes up
        (
            "She stayed in Suva, where soldiers began a drill named Reef Shield on Monday.",
            "military_exercise",
            "Suva",
            "2024-05-27",
        ),
        ("The court has sat since May 7, when Fiji expelled two diplomats.", "expulsion", None, "2024-05-07"),
        ("Ana Lume spoke on Monday, where Ivo Stam had been arrested.", "arrest", None, None),
        # what only says how somebody is called
        (
            "Guards arrested a clerk, identified only as Tam Ree, in Suva on May 3.",
            "arrest",
            "Suva",
            "2024-05-03",
        ),
        # a weekday behind an object is the verb's
        ("The council adopted a resolution on Monday extending the mandate.", "law", None, "2024-05-27"),
        # the harm is told with its day, and what did it in the clause beside
        (
            "Six people were killed and nine injured on Monday when a bus overturned near Osterby.",
            "accident",
            "Osterby",
            "2024-05-27",
        ),
        ("The mayor left on Monday when a bus overturned near Osterby.", "accident", "Osterby", None),
        ("Fiji has deported 17 people since 2017.", "expulsion", None, None),
        ("Fiji declared independence from Tonga in 2008.", "decree", "Fiji", "2008"),
        # the day somebody looks back at an act is not its own
        ("Milo Tavo on Monday confessed to the killing of two guards in Suva.", "attack", "Suva", None),
        ("A court on Monday heard details of the bombing of a mill in Suva.", "attack", "Suva", None),
        ("Crowds mourned on Monday the killing of a guard in Suva.", "attack", "Suva", None),
        ("Crowds on Monday heard a bombing in Suva.", "attack", "Suva", "2024-05-27"),
        # nor are day and place of what was done with it in mind
        (
            "Farmers shut a road in Suva on Monday to protest against the killing of a guard.",
            "attack",
            None,
            None,
        ),
        ("Soldiers used tanks on Monday to shell a mill in Suva.", "attack", "Suva", "2024-05-27"),
        # nor is where a group is at war, unless it is told there what it did
        ("Guards of Lesk, a group fighting in Suva, killed a nurse on Monday.", "attack", None, "2024-05-27"),
        ("Guards, a group that killed a nurse in Suva on Monday, fled.", "attack", "Suva", "2024-05-27"),
        # what was near a building was not there; what was near a town is told of it
        ("A bomb went off near the Lesk Rail Complex on Monday.", "attack", None, "2024-05-27"),
        ("A bomb went off in the Lesk Rail Complex on Monday.", "attack", "Lesk Rail Complex", "2024-05-27"),
        ("A bomb went off near Suva on Monday.", "attack", "Suva", "2024-05-27"),
        ("Crowds met on Monday to mourn the killing of a guard in Suva.", "attack", "Suva", None),
        ("The killing of a guard in Suva on Monday shocked the town.", "attack", "Suva", "2024-05-27"),
    ],
)
def test_where_and_when_it_was(sentence: str, type: str, place: str | None, day: str | None) -> None:
    (event,) = [e for e in events(sentence) if e.type == type]
    assert (event.place, event.date.edtf if event.date else None) == (place, day)


@pytest.mark.parametrize(
    ("told", "titles"),
    [
        (
            "Tam Ree, the suspect in a shooting of marchers in Suva that left two people dead, was freed. "
            "He is accused of killing two people who marched against the shooting of Ivo Stam. "
            "Another was injured.",
            ["Shooting in Suva", "Shooting of Ivo Stam"],
        ),
        (
            "A shooting of marchers in Suva left two people dead. The shooting of Ivo Stam shocked all.",
            ["Shooting of Ivo Stam in Suva"],
        ),
    ],
)
def test_what_befell_somebody_beside_the_story_is_another_act(told: str, titles: list[str]) -> None:
    found = [each for each in events(told) if each.type == "attack"]
    assert [each.title for each in found] == titles
    assert not found[-1].casualties or len(found) == 1


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("Police arrested Ivo Stam and Stam in Suva on Monday.", [("Ivo Stam", "arrested")]),
        (
            "Ana Lume met Ivo Stam and Mr Stam in Suva on Monday.",
            [("Ana Lume", "participant"), ("Ivo Stam", "met")],
        ),
        (
            "Ana Lume met Ivo Stam and Omar Dune in Suva on Monday.",
            [("Ana Lume", "participant"), ("Ivo Stam", "met"), ("Omar Dune", "met")],
        ),
    ],
)
def test_nobody_takes_part_twice(sentence: str, parts: list[tuple[str, str]]) -> None:
    (event,) = events(sentence)
    assert [(part.actor, part.role) for part in event.participants] == parts
