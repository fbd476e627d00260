"""Who says what: source, cue, content and target of indirect speech, over the parse."""

from __future__ import annotations

import pytest

from dossier.reading.attribution.armed_evidence import armed_by_trees
from dossier.reading.attribution.attributions import Attributions
from dossier.reading.attribution.content import Attribution
from dossier.reading.attribution.naming import named
from dossier.reading.attribution.scene import Scene
from dossier.reading.attribution.tellings import forms, tellings
from dossier.reading.dates.dates import extract_dates
from dossier.reading.findings import Span
from dossier.reading.names.names import extract_names
from dossier.reading.parse import Parses
from dossier.reading.text.article import read_article


def scene_of(text: str) -> Scene:
    article = read_article(text, id="example", title="Headline")
    return Scene(article, extract_names(article), Parses(article), extract_dates(article))


def told(text: str) -> list[Attribution]:
    scene = scene_of(text)
    attributions = Attributions(scene)
    return [each for _, tree in scene.parses.all() for each in attributions.of(tree)]


@pytest.mark.parametrize(
    ("text", "kind", "source", "cue", "content"),
    [
        ("Ana Lume said that the port was shut.", "statement", "Lume", "said", "that the port was shut"),
        ("The port would shut until May, Ivo Stam said, citing divers.", "statement", "Stam", "said",
         "The port would shut until May"),
        ("Ana Lume watched Ivo Stam announce that the port was shut.", "statement", "Stam", "announce",
         "that the port was shut"),
        ("The port was shut, the mayor said.", "statement", "mayor", "said", "The port was shut"),
        ("According to police, the port was shut.", "statement", "police", "According", "the port was shut"),
        ("The port was shut, according to police.", "statement", "police", "according", "The port was shut"),
        ("To save fuel, the mayor said, ferries will run every second day.", "statement", "mayor", "said",
         "To save fuel, the mayor said, ferries will run every second day"),
        ("After the raid, police said, two men fled.", "statement", "police", "said",
         "After the raid, police said, two men fled"),
        ("He met the clerk who came upon a letter saying that the port was shut.", "statement", "letter",
         "saying", "that the port was shut"),
        ("Those close to Ivo Stam say that the port was shut.", "statement", "Those", "say",
         "that the port was shut"),
        ("Ana Lume said after the talks she would shut the port.", "statement", "Lume", "said",
         "she would shut the port"),
        ("A Reed poll shows Ana Lume leading Ivo Stam by nine points.", "evidence", "poll", "shows",
         "Ana Lume leading Ivo Stam by nine points"),
        ("The council knew of Ana Lume’s claim that the port was shut.", "statement", "Lume", "claim",
         "that the port was shut"),
        ("The council heard a warning by Ivo Stam that the port was shut.", "warning", "Stam", "warning",
         "that the port was shut"),
        ('The port, Ana Lume said, "is dead and will stay so".', "statement", "Lume", "said",
         'The port, Ana Lume said, "is dead and will stay so"'),
        # Who judges something aloud speaks, with what it is judged for or to be.
        ("The Reed Council condemned the raid on the mill.", "judgement", "Council", "condemned",
         "the raid on the mill"),
        ("Ana Lume praised the mayor for her calm.", "statement", "Lume", "praised",
         "the mayor for her calm"),
        ("The port was shut and Ana Lume praised the mayor for her calm.", "statement", "Lume", "praised",
         "the mayor for her calm"),
        ("The mayor, Ivo Stam, condemned the Monday shelling of the mill.", "judgement", "mayor", "condemned",
         "the Monday shelling of the mill"),
        ("Ana Lume denied any part in the theft.", "denial", "Lume", "denied",
         "any part in the theft"),
        ("They met the Varn government, which has denied any link between the two.", "denial", "government",
         "denied", "any link between the two"),
        ("Both mayors raised concerns about the dam.", "statement", "mayors", "raised",
         "concerns about the dam"),
        ("Ana Lume and Ivo Stam share doubts over the dam.", "statement", "Lume", "share",
         "doubts over the dam"),
        ("The mayor promised on Monday to shut the port.", "pledge", "mayor", "promised", "to shut the port"),
        # Whoever does what the sentence tells says what leads to it.
        ("Ana Lume answered by saying that the port was shut.", "statement", "Lume", "saying",
         "that the port was shut"),
        ("After alleging that the port was shut, Ivo Stam resigned.", "accusation", "Stam", "alleging",
         "that the port was shut"),
        ("Ivo Stam denounced the raid as murder.", "statement", "Stam", "denounced", "the raid as murder"),
        ("Rivals portrayed Ana Lume as a liar.", "statement", "Rivals", "portrayed", "Ana Lume as a liar"),
        ("Ana Lume welcomed the ruling on the dam.", "judgement", "Lume", "welcomed",
         "the ruling on the dam"),
        ("Delegates questioned the health of Ana Lume.", "judgement", "Delegates", "questioned",
         "the health of Ana Lume"),
        ("The union criticised the law for its cost.", "statement", "union", "criticised",
         "the law for its cost"),
        # What something is told to be, and what is planned, is part of what is said.
        ("Ana Lume cited the flood as a reason to wait.", "statement", "Lume", "cited",
         "the flood as a reason to wait"),
        ("The yard announced plans this week to hire divers.", "statement", "yard", "announced",
         "plans this week to hire divers"),
        # What a clause behind a comma tells more of it is the teller's.
        ("Ana Lume admitted the delay, which cost the town a million.", "statement", "Lume", "admitted",
         "the delay"),
        ("The union criticised the head of the yard, who left in May.", "judgement", "union", "criticised",
         "the head of the yard"),
        ("The union criticised the law that bans strikes.", "judgement", "union", "criticised",
         "the law that bans strikes"),
        # So is what another says behind a comma and "and"; what "that" opens is not.
        ("Ana Lume said the mill was safe, and divers warned that the dam would burst.", "statement", "Lume",
         "said", "the mill was safe"),
        ("Ana Lume said that the mill was safe, and that divers warned that it would burst.", "statement",
         "Lume", "said", "that the mill was safe, and that divers warned that it would burst"),
        # A verb in another tense or number than "ruled" goes on with what is ruled.
        ("The court ruled that the lists could mislead voters and are not lawful.", "statement", "court",
         "ruled", "that the lists could mislead voters and are not lawful"),
        # Who says so goes on where what is said can't: damage calls on nobody.
        ("Ana Lume said the damage was wide and called on Fiji to send aid.", "statement", "Lume", "said",
         "the damage was wide"),
        ("Ana Lume said the damage was wide and called on Fiji to send aid.", "call", "Lume", "called",
         "to send aid"),
        ("Ana Lume said the rot seemed to have spread and urged Fiji to act.", "statement", "Lume", "said",
         "the rot seemed to have spread"),
        ("Ana Lume said the divers met and urged Fiji to act.", "call", "divers", "urged", "to act"),
        # What stands behind the aside with a subject of its own may be anybody's.
        ("The flood will be small, divers said, and the town expects rain.", "statement", "divers", "said",
         "The flood will be small"),
        ("The flood, divers said, will be small and end in May.", "statement", "divers", "said",
         "The flood, divers said, will be small and end in May"),
        # A participle before "said" is no part of what is said.
        ("Answering critics of the dam, Ivo Stam said that the port was shut.", "statement", "Stam", "said",
         "that the port was shut"),
        ("The remarks come after Ivo Stam, the head of a union, told the Horn newspaper he wants a day set.",
         "statement", "Stam", "told", "he wants a day set"),
        ("As Ana Lume put it, the port was shut.", "statement", "Lume", "put", "the port was shut"),
        ("The port, as Ana Lume told reporters, was shut.", "statement", "Lume", "told",
         "The port, as Ana Lume told reporters, was shut"),
        ("The port was shut, as the mayor noted.", "statement", "mayor", "noted", "The port was shut"),
        ("Ana Lume tweeted: The port has been shut.", "statement", "Lume", "tweeted",
         "The port has been shut"),
        ("Ana Lume was told by Ivo Stam that the port was shut.", "statement", "Stam", "told",
         "that the port was shut"),
        ("The poll showed that voters want a port.", "evidence", "poll", "showed", "that voters want a port"),
        ("Ana Lume denied that the port was shut.", "denial", "Lume", "denied", "that the port was shut"),
        ("Ana Lume denied the charge.", "denial", "Lume", "denied", "the charge"),
        ("The charge was rejected by Ana Lume.", "denial", "Lume", "rejected", "The charge"),
        ("Ana Lume vowed to open the port.", "pledge", "Lume", "vowed", "to open the port"),
        ("Ana Lume called for a new port.", "call", "Lume", "called", "a new port"),
        ("Ana Lume heard Ivo Stam say that the port was shut.", "statement", "Stam", "say",
         "that the port was shut"),
        ("Ana Lume called the plan a mistake.", "description", "Lume", "called", "the plan a mistake"),
        ("Sources close to Ana Lume said the port was shut.", "statement", "Sources", "said",
         "the port was shut"),
        ("A letter to Ivo Stam accusing Ana Lume of theft was read.", "accusation", "letter", "accusing",
         "Ana Lume of theft"),
        ("The union issued a letter accusing Ana Lume of theft.", "accusation", "union", "accusing",
         "Ana Lume of theft"),
        # "And" joins two clauses, not the residents to what the first is about; a state belongs to its town.
        ("Ana Lume met the unions and residents said that the port was shut.", "statement", "residents",
         "said", "that the port was shut"),
        ("The town has a new pier for boats and divers are now saying that it may fall.", "statement",
         "divers", "saying", "that it may fall"),
        ("Ana Lume closed the mill and the port and said it would sell both.", "statement", "Lume", "said",
         "it would sell both"),
        ("The farmer, who lives in Lesk, Ostra said the port was shut.", "statement", "farmer", "said",
         "the port was shut"),
        ("In Geneva, Iran said the port was shut.", "statement", "Iran", "said", "the port was shut"),
        # Who defends her speaks; who is heard speaks as well.
        ("The tutor then defended Lume saying the torn sail was his own fault.", "statement", "tutor",
         "saying", "the torn sail was his own fault"),
        ("The tutor heard Lume saying that the torn sail was her own fault.", "statement", "Lume", "saying",
         "that the torn sail was her own fault"),
        # All that is said, though the parser tears it, and nothing before it.
        ("The keeper warned that lamps would be dimmed by a long frost and coal heaps at the third-oldest "
         "lighthouse were certain to shrink.", "warning", "keeper", "warned",
         "that lamps would be dimmed by a long frost and coal heaps at the third-oldest lighthouse were "
         "certain to shrink"),
        ("For all her bruises, Lume says it’s a joy worth having.", "statement", "Lume", "says",
         "it’s a joy worth having"),
        ("According to the director of the Harbour Union, Jo Arria, more than half of the firms have left.",
         "statement", "director", "According", "more than half of the firms have left"),
        ("According to the director, Jorge Arria left.", "statement", "director", "According",
         "Jorge Arria left"),
        ("According to the director, Jorge Arria, the mayor, left.", "statement", "director", "According",
         "Jorge Arria, the mayor, left"),
        ("Ana Lume said Beyond Ltd will go on with the work.", "statement", "Lume", "said",
         "Beyond Ltd will go on with the work"),
        ("Ana Lume mentioned the crew of the tug had some waiting to do.", "statement",
         "Lume", "mentioned", "the crew of the tug had some waiting to do"),
        # What went before is not what is asked.
        ("With four cases found in the town, doctors urged people not to panic.", "call", "doctors", "urged",
         "not to panic"),
        # What is asked is all of it.
        ("The union called for all men found guilty of theft to be freed.", "call", "union", "called",
         "all men found guilty of theft to be freed"),
        ("The union called for talks to end the strike.", "call", "union", "called",
         "talks to end the strike"),
        ("The union called for an inquiry, closing the port.", "call", "union", "called", "an inquiry"),
        ("The plan failed, say divers.", "statement", "divers", "say", "The plan failed"),
        ("Adding that she was tired, Ana Lume left.", "statement", "Lume", "Adding", "that she was tired"),
        ("The council considers the plan a mistake.", "assessment", "council", "considers",
         "the plan a mistake"),
        # Without a verb of saying: of mind, of a record that has it, of an account, of a label.
        ("Ana Lume is adamant that the port was shut.", "assessment", "Lume", "adamant",
         "that the port was shut"),
        ("The indictment has Ivo Stam paying the pilot.", "statement", "indictment", "has",
         "Ivo Stam paying the pilot"),
        ("A letter to the mayor had it that the port was shut.", "statement", "letter", "had",
         "that the port was shut"),
        ("Rumour has it that the port was shut.", "statement", None, "has", "that the port was shut"),
        ("Ana Lume recalled divers mending the pier.", "statement", "Lume", "recalled",
         "divers mending the pier"),
        ("In the union’s version, the port was shut.", "statement", "union", "version",
         "the port was shut"),
        ("The port, by the reckoning of divers, was shut.", "statement", "divers", "reckoning",
         "The port, by the reckoning of divers, was shut"),
        ("From the account of two divers, the port was shut.", "statement", "divers", "account",
         "the port was shut"),
        ("Per the harbour log, the port was shut.", "statement", "log", "Per", "the port was shut"),
        ("To hear the union, the port was shut.", "statement", "union", "union", "the port was shut"),
        ("To hear Ana Lume, the port was shut.", "statement", "Lume", "Lume", "the port was shut"),
        ("To hear the union tell it, the port was shut.", "statement", "union", "union", "the port was shut"),
        ("The port was shut, the way the mayor tells it.", "statement", "mayor", "tells",
         "The port was shut"),
        ("Police counted 31 marchers.", "statement", "Police", "counted", "31 marchers"),
        ("The port was shut, or so writes the mayor.", "statement", "mayor", "writes", "The port was shut"),
        ("The union’s claim is that the port was shut.", "statement", "union", "claim",
         "that the port was shut"),
        ("The union’s claim is that guards left early.", "statement", "union", "claim",
         "that guards left early"),
        ("Divers: the port was shut.", "statement", "Divers", "Divers", "the port was shut"),
        ("The port was shut by divers, a charge they deny.", "statement", None, "charge",
         "The port was shut by divers"),
        ("The port was shut, or so the mayor has it.", "statement", "mayor", "has", "The port was shut"),
        ("The port was shut, or so the mayor would have us believe.", "statement", "mayor", "have",
         "The port was shut"),
        ("The port was shut, as the mayor would have us believe.", "statement", "mayor", "have",
         "The port was shut"),
        ("As the mayor sees it, the port was shut.", "statement", "mayor", "sees", "the port was shut"),
        # What is told to somebody, by a noun with a light verb, as a sum, or has a clause as its subject.
        ("Ana Lume told a meeting of the Bee Guild that the hives were dying.", "statement", "Lume",
         "told", "that the hives were dying"),
        ("Ana Lume yelled to the guards that her brother was unarmed.", "statement", "Lume", "yelled",
         "that her brother was unarmed"),
        ("Ana Lume made clear that the port would shut.", "statement", "Lume", "made",
         "that the port would shut"),
        ("Ana Lume made the case that the port should shut.", "statement", "Lume", "made",
         "that the port should shut"),
        ("Ana Lume gave a pledge that the port would open.", "pledge", "Lume", "gave",
         "that the port would open"),
        ("The office puts the cost at 48 million pounds.", "statement", "office", "puts",
         "the cost at 48 million pounds"),
        ("Ana Lume claimed that paying no tolls was smart.", "statement", "Lume", "claimed",
         "that paying no tolls was smart"),
        ("As many experts have pointed out, the port was shut.", "statement", "experts", "pointed",
         "the port was shut"),
        ("Ana Lume pointed to reports that the port was shut.", "statement", "Lume", "pointed",
         "reports that the port was shut"),
        # A condition opens what is promised on it, be it a participle; what was done meanwhile does not.
        ("Assuming the dam holds, the keepers vowed to stay.", "pledge", "keepers", "vowed",
         "Assuming the dam holds, the keepers vowed to stay"),
        ("Watching the dam, the keepers vowed to stay.", "pledge", "keepers", "vowed", "to stay"),
        # Behind a dash the teller goes on, unless what is said does.
        ("Ana Lume told guests the port is open and still hers to run - but does that fit the mood?",
         "statement", "Lume", "told", "the port is open and still hers to run"),
        ("Tilers from Lesk agreed that the roof would hold - and they were proud that no rain had come "
         "through it.", "statement", "Tilers", "agreed", "that the roof would hold"),
        ("Ana Lume said that the port was shut – and that the pier was old.", "statement", "Lume", "said",
         "that the port was shut – and that the pier was old"),
        # What closes the sentence tells whose word it is; a participle's clause ends before its verb.
        ("The poll showed that it would win.", "evidence", "poll", "showed", "that it would win"),
        ("An Osterby Court of Appeal nurse, saying the stew was cold and that salt had been stolen, sent it "
         "back.", "statement", "Court", "saying", "the stew was cold and that salt had been stolen"),
        ("The board was ready to talk and had informed the mayor, port minister Ivo Stam said on Monday.",
         "statement", "Stam", "said", "The board was ready to talk and had informed the mayor"),
        # Where, when or in what it was said stands between, or the clause was taken for a participle's.
        ("Ana Lume announced at a press conference that ferries would soon sail.", "statement", "Lume",
         "announced", "that ferries would soon sail"),
        ("Ana Lume said on Friday after a call with Ivo Stam that the talks will resume.", "statement",
         "Lume", "said", "that the talks will resume"),
        ("Ana Lume said the pressure halted in May.", "statement", "Lume", "said",
         "the pressure halted in May"),
        ("The port will open, one of the sources said.", "statement", "one", "said", "The port will open"),
        ("More than six in ten said they were not ready.", "statement", "ten", "said",
         "they were not ready"),
        ("Ana Lume did not know the port was shut and said that she would go there.", "statement", "Lume",
         "said", "that she would go there"),
        ("That is a problem for the port, says Ana Lume.", "statement", "Lume", "says",
         "That is a problem for the port"),
        ("The club urged fans to stay at home.", "call", "club", "urged", "to stay at home"),
        ("The club urged fans living in Lesk to stay at home.", "call", "club", "urged", "to stay at home"),
        # Whoever is quoted as saying so says it, whoever passes that on.
        ("Ana Lume was quoted as saying the port was shut.", "statement", "Lume", "saying",
         "the port was shut"),
        ("The Reed Courier cited Ana Lume as saying that the port was shut.", "statement", "Lume", "saying",
         "that the port was shut"),
        ("Ana Lume told judges hearing the application to overturn her suspension, that the port was open.",
         "statement", "Lume", "told", "that the port was open"),
        ("Lesk has told its ministry to prepare ports within three months, police said on Sunday, ahead of a "
         "possible easing of sanctions after Ivo Stam takes office.", "statement", "police", "said",
         "Lesk has told its ministry to prepare ports within three months"),
    ],
)  # fmt: skip
def test_an_attribution(text: str, kind: str, source: str, cue: str, content: str) -> None:
    assert (kind, source, cue, content) in [
        (each.kind, each.source.text if each.source else None, each.cue.text, text[slice(*each.content)])
        for each in told(text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Lume did not say that the port was shut.",
        "Ana Lume could say that the port was shut.",
        "If Ana Lume says that the port is shut, it is shut.",
        "No one said that the port was shut.",
        "Neither Ana Lume nor Ivo Stam said that the port was shut.",
        "Ivo Stam refused to say whether the port would open.",
        "Ivo Stam apologised for saying that the port was shut.",
        "Ivo Stam regretted having said that the port was shut.",
        "As Ana Lume was reporting, the port was shut.",
        "As the ship reported to Ana Lume and left, the port was shut.",
        "Ana Lume put it there as Ivo Stam shut the port.",
        "Ana Lume spoke at a meeting that the union had called.",
        "Ana Lume said nothing in the letter that the union had sent her.",
        "The Speaker is charged with keeping order in the house.",
        "A sign opposite the court accusing Ana Lume of theft fell.",
        # A participle adds to what is told, and "think" asks readers; what a board weighs it doesn't say.
        "Adding to the gloom, both lifts in the tower were jammed by frost.",
        "Labels are put on goods with the qualities of a place – think Lesk cheese, or certain wines.",
        "The heads of the Harbour Union also considered a move to cheaper rooms for two crowns a week.",
        "Ana Lume cited the Varn government as saying nothing.",
        # Who is told of beside the clause may be the one who says it.
        "Ana Lume and Ivo Stam held on despite many backers, such as Mara Dole, now saying that it was late.",
        "Ivo Stam left despite the council claiming that the port was shut.",
        "The bank gave in after months of customers saying that the port was shut.",
        "The weather raised concerns about the dam.",
        "The report raised fears about the dam.",
        "Ivo Stam repeats his message that the council fails us by claiming that the port was shut.",
        "The council has two ways to win, by asking the court to shut the port or by voting.",
        "Ivo Stam was sacked after claiming that the port was shut.",
        "Guards stopped Ivo Stam after saying that the port was shut.",
        "The bank denied any loans to the mill.",
        # The sentence runs on where the parser stops: half a clause is not what was said.
        "The inquiry begins as Queen Jo said the number of Danes hurt or trapped in the fire have doubled.",
        "Airfleet is a database detailing the aircraft of many firms.",
        "A short raid failed, so the command ordered a frontal assault.",
        "The agency seized a bunch of papers, and admit cards of the candidates.",
        "Ana Lume’s warning that the dam could burst was ignored by the council.",
        "The council heard of the claim that the port was shut.",
        "Ana Lume made no claim that the port was shut.",
        "Ana Lume spoke after the talks she held with the union.",
        "Those were the days.",
        # What one asks for oneself is no call.
        "An aide, who asked not to be named, left.",
        # What one calls oneself is a name.
        "A group calling itself the Suva Reef left.",
        # Of whom, not what.
        "Ana Lume cited Ivo Stam as her model.",
        "Ivo Stam has not resigned, whatever the Suva Post says.",
        # Minds that are not made up, work, a place where money is, a note, what is measured.
        "Ana Lume is not certain that the port was shut.",
        "Ana Lume may be certain that the port was shut.",
        "It is certain that the port was shut.",
        "The mill has divers working at the pier.",
        "It was kept in the account of Ana Lume.",
        "The firm paid ten pounds per diver, and the port was shut.",
        "Update: the port was shut.",
        "Ivo Stam sides with the judge: the port was shut.",
        "The trouble is that the port was shut.",
        "The clerk saw the plan in May.",
        "Ana Lume told the man that Ivo Stam met to leave.",
        "Ana Lume made a boat that sails.",
        "Ana Lume put the boat at pier 9.",
        "Ana Lume could make the case that the port should shut.",
        # Whose word it is stands between its words; an agent of a passive; who speaks of one thing.
        "Stam, said the notice, played second flute for nine years and has won the hearts of the band.",
        "The weight is that of wool bound in sacks, declared by shepherds.",
        "Ivo Stam, cook of Reed Ltd commenting on the soup, bowed.",
        # By deeds one shows what one can do; a clause that closes only tells whose word the rest is.
        "Ana Lume has shown that she can win.",
        "Novices are ordered to fast, while pledging silence to the abbess.",
        # What is said can't be half of the main clause.
        "The cook accused of the poisoning of organ tuner Mina Cray wept in the Town Hall.",
        # Some of many who are described are not all of them.
        "On the way that the mayor took, the port was shut.",
        "The club counts 700 members.",
        "The threats counted 31 days.",
        "Divers went to hear the mayor tell it.",
        # Who is offered is to do it, and not who offers.
        "The firm offered divers to mend the dam.",
        "To hear nine sirens, the port was shut.",
        "Ana Lume taught boys who think they can row home without a chart.",
        # Who is welcomed, questioned or sentenced is not judged; nor is what is only to be, or not.
        "Ana Lume welcomed guests at the gate.",
        "Police questioned the driver.",
        "Ana Lume slammed the door.",
        "The court condemned him to death.",
        "Ana Lume did not condemn the raid.",
        "Ana Lume refused to condemn the raid.",
        "Ana Lume avoids condemning the raid.",
        "Ana Lume praised him.",
        "Ana Lume accused no one of burning the mill.",
        "The raid was condemned.",
        "Rivals painted the mill.",
        "The flood underlined the need for a dam.",
        "Her departure reveals the failure of the plan.",
        "The band played a row of songs criticising the mayor.",
        "It was a custom on which such rules were made and criticised the court.",
        "In view of the flood, forty divers left the port.",
        "Ana Lume was not quoted as saying the port was shut.",
        "Two divers: Ana Lume and Ivo Stam, both old, left the port.",
        "Keep calm, as Ana Lume noted before he died.",
        "In the view of the flood, forty divers left the port.",
        "“It rained,” expressed the priest.",
        # what is quoted behind the cue is a quotation, and what stands before it the report's own word
        'In a hearing after the vote, Ma-Tisi said, "We weighed during the vote the growth of the PORT trade '
        'and we shared views on the danger of tolls."',
    ],
)
def test_nobody_says_so(text: str) -> None:
    assert [each for each in told(text) if each.shape != "according to"] == []


def test_what_another_said_before_a_dash_is_not_who_hopes_behind_it() -> None:
    sources = {each.source.text for each in told("Tarr said it is late – Lee hopes for more.") if each.source}
    assert "Lee" not in sources
    assert [each.source.text for each in told("The port is shut – Lee said.") if each.source] == ["Lee"]


@pytest.mark.parametrize(
    ("sentence", "nobody"),
    [
        ("Guards held Lise Orm, an aunt of the tailor, in the case of the diver Sven Dalk.", "Dalk"),
        ("Sven Dalk was held near the port, carrying a permit indicating he was from Lesk.", "Dalk"),
        ("Jon Telk was caught by the port, holding a letter stating that he was a doctor.", "Telk"),
        ("The fishermen appealed against a ruling by the court that the port was shut.", "fishermen"),
        ("Ana Lume said she had met Mira Osk in Suva, who had told her that the roof was safe.", "Suva"),
    ],
)
def test_whose_case_paper_or_town_it_is_does_not_say_so(sentence: str, nobody: str) -> None:
    assert nobody not in {each.source.text for each in told(sentence) if each.source}


def test_whose_case_it_is_may_say_so() -> None:
    (each,) = told("In the prosecutors' case, guards burned the mill.")
    assert each.source is not None
    assert each.source.text == "prosecutors"


def test_who_asks_about_it_is_told_it() -> None:
    assert not told("They met a clerk who asked about it that the port was shut.")
    (asked,) = told("The clerk asked that the port be shut.")
    assert asked.source is not None
    assert asked.source.text == "clerk"


@pytest.mark.parametrize(
    ("shape", "text"),
    [(form.shape or form.name, example) for form in forms() for example in form.examples],
)
def test_a_form_of_telling_tells_whose_word_its_examples_are(shape: str, text: str) -> None:
    words = [word for _, tree in scene_of(text).parses.all() for word in tree.words]
    found = [each for word in words for each in tellings(word)]
    assert shape in [
        known for each in found for known in (each.shape, each.shape.replace(each.cue.lemma, "{cue}"))
    ]


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("According to the minutes, Ana Lume told the board that the port was shut.", "ground"),
        ("According to police, Ana Lume told the board that the port was shut.", "according to"),
        ("According to the minutes, the port was shut.", "according to"),
        ("At a gig which the band thought was dull, Ana Lume left.", "gap"),
    ],
)
def test_shape(text: str, shape: str) -> None:
    assert shape in [each.shape for each in told(text)]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("As Ana Lume announced the deal, the port was shut.", ["the deal"]),
        ("As police reported the theft, the port was shut.", []),
        ("As police reported, the port was shut.", ["the port was shut"]),
        ("The port was shut; Ana Lume said, however, that she was tired.", ["that she was tired"]),
        ("The port was shut, Ana Lume said.", ["The port was shut"]),
        ("Describing the flood, Ana Lume said the port was shut.", ["the port was shut"]),
        ("Ana Lume described the flood.", ["the flood"]),
    ],
)
def test_what_happens_meanwhile_is_not_said(text: str, contents: list[str]) -> None:
    assert [text[slice(*each.content)] for each in told(text)] == contents


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "The Greens say the mayor is late while the Liberals say the plan may fail.",
            ["the mayor is late", "the plan may fail"],
        ),
        (
            "Ivo Stam said the ferry was full, whereas the harbour office claimed that it was half empty.",
            ["the ferry was full", "that it was half empty"],
        ),
        (
            "Ivo Stam told reporters he lost control, with some local papers claiming he was drunk.",
            ["he lost control", "he was drunk"],
        ),
        (
            "Ana Lume said the bridge was sound, with the builders insisting that nobody had warned them.",
            ["the bridge was sound"],
        ),
        # nor is it told by the last of those whom a suit names
        ("The suit names Tarr Farms, Lume Foods Inc and Stam Foods Inc alleging they shared prices.", []),
        (
            "Ana Lume said the port was full, while the harbour board also refused aid, saying it can cope.",
            ["the port was full", "it can cope"],
        ),
        # Nor does she say what stands behind a semicolon.
        (
            "He was hit by guards, his lawyer Ana Lume said; the prison denied this.",
            ["He was hit by guards", "this"],
        ),
        ("Ana Lume said: he was hit by guards; the prison denied this.", ["he was hit by guards", "this"]),
        # What happened meanwhile, and what one says oneself, is part of what is said.
        (
            "Ana Lume said the port was shut while crews cleared the quay.",
            ["the port was shut while crews cleared the quay"],
        ),
        (
            "Ana Lume said the port was shut, with crews clearing the quay.",
            ["the port was shut, with crews clearing the quay"],
        ),
        (
            "Ana Lume said the port was full while she was saying her prayers.",
            ["the port was full while she was saying her prayers"],
        ),
    ],
)
def test_what_others_say_beside_it_is_nobody_s_but_theirs(text: str, contents: list[str]) -> None:
    found = told(text)
    assert [text[slice(*each.content)] for each in found] == contents
    assert not any(a is not b and a.holds(b.cue) for a in found for b in found)


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Ana Lume accused Ivo Stam of theft.", "Lume", "Stam"),
        ("Ana Lume blamed Ivo Stam.", "Lume", "Stam"),
        ("Ivo Stam was accused by Ana Lume of theft.", "Lume", "Stam"),
        ("Ivo Stam was accused of theft.", None, "Stam"),
        ("Ana Lume blamed the delay on Ivo Stam.", "Lume", "Stam"),
        ("Ana Lume blamed Ivo Stam for the delay.", "Lume", "Stam"),
        ("The delay was blamed on Ivo Stam.", None, "Stam"),
        ("Ana Lume on Sunday blamed Ivo Stam for the delay.", "Lume", "Stam"),
        ("The blast was attributed to Ivo Stam.", None, "Stam"),
        ("Police hold Ivo Stam responsible for the delay.", "Police", "Stam"),
        ("Ivo Stam is widely suspected of arson.", None, "Stam"),
    ],
)
def test_who_is_accused_by_whom(text: str, source: str | None, target: str) -> None:
    (found,) = [each for each in told(text) if each.kind in ("accusation", "blame")]
    assert (found.source.text if found.source else None) == source
    assert found.target is not None
    assert found.target.text == target


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Fiji’s accusation that it bombed the port angered Tonga.", "it"),
        ("Tonga rejected Fiji’s accusation that it bombed the port.", "Tonga"),
        ("Fiji’s accusation that it bombed the port was rejected by Tonga.", "Tonga"),
        ("Tonga rejected Fiji’s accusation that Norland bombed the port.", "Norland"),
    ],
)
def test_whom_an_accusation_is_laid_on(text: str, target: str) -> None:
    (found,) = [each for each in told(text) if each.kind == "accusation"]
    assert found.source is not None
    assert found.target is not None
    assert (found.source.text, found.target.text) == ("Fiji", target)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Ana Lume demanded that the mayor resign by Monday.", "mayor"),
        ("Ana Lume demanded that the guards be freed.", None),
        ("Ana Lume demanded that the rain stop by Monday.", None),
    ],
)
def test_whom_a_call_is_on(text: str, target: str | None) -> None:
    (found,) = [each for each in told(text) if each.kind == "call"]
    assert (found.target.text if found.target else None) == target


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Ana Lume requested that a note be read out, mentioning the risks of the ferry.", ["call"]),
        (
            "Ana Lume said that the road was shut, mentioning the risks of the ferry.",
            ["statement", "statement"],
        ),
    ],
)
def test_what_is_asked_for_may_go_on(text: str, kinds: list[str]) -> None:
    assert [each.kind for each in told(text)] == kinds


def test_who_condemns_a_raid_does_not_tell_of_it() -> None:
    for text, whose in (
        ("Ana Lume condemned the raid on the mill.", None),
        ("Ana Lume denounced the fire as a raid on the mill.", "judged as"),
        ("Ana Lume described the raid on the mill.", "object"),
    ):
        scene = scene_of(text)
        attributions = Attributions(scene)
        ((_, tree),) = scene.parses.all()
        raid = next(word for word in tree.words if word.text == "raid")
        over = attributions.over(tree, raid)
        assert (over.shape if over is not None else None) == whose


def test_what_is_said_within_what_is_said_is_the_inner_one_s_word() -> None:
    text = "Ana Lume said Ivo Stam had claimed that the port was shut."
    scene = scene_of(text)
    attributions = Attributions(scene)
    ((_, tree),) = scene.parses.all()
    shut = next(word for word in tree.words if word.text == "shut")
    over = attributions.over(tree, shut)
    assert over is not None
    assert over.source is not None
    assert over.source.text == "Stam"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Ana Lume said that the port was shut.", "indirect"),
        ("Ana Lume said that the port was “shut for good”.", "mixed"),
        ("“The port is shut for good,” Ana Lume said.", "direct"),
    ],
)
def test_form(text: str, form: str) -> None:
    assert [each.form for each in told(text)] == [form]


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("The mayor, Ana Lume, left.", "mayor", "Ana Lume"),
        ("Ana Lume left. She slept.", "She", "Ana Lume"),
        ("Sources close to Ana Lume left.", "Sources", "Sources close to Ana Lume"),
        ("The wife of Ana Lume left.", "wife", "wife of Ana Lume"),
        (
            "An Osterby Court of Appeal nurse, saying the stew was cold, left.",
            "Court",
            "Osterby Court of Appeal nurse",
        ),
        ("An alliance of groups, the Kestrel Front, left.", "alliance", "Kestrel Front"),
    ],
)
def test_whom_a_word_means(text: str, word: str, name: str) -> None:
    scene = scene_of(text)
    found = next(w for _, tree in scene.parses.all() for w in tree.words if w.text == word)
    assert named(scene, found).name == name


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Nine were hurt in the fire, Ana Lume said.", "fire"),
        ("Nobody had seen the mayor, Ana Lume said.", "mayor"),
    ],
)
def test_who_says_so_is_nothing_of_what_was_said_before(text: str, word: str) -> None:
    scene = scene_of(text)
    found = next(w for _, tree in scene.parses.all() for w in tree.words if w.text == word)
    assert scene.name_of(found) is None


@pytest.mark.parametrize(
    ("text", "armed"),
    [
        ("The Kestrel Front claimed responsibility for the raid.", {"Kestrel Front"}),
        ("The rebel group Kestrel Front left the town.", {"Kestrel Front"}),
        ("The Kestrel Front, a guerrilla group, left the town.", {"Kestrel Front"}),
        ("The Kestrel Front claimed responsibility for killing two guards.", {"Kestrel Front"}),
        ("The Kestrel Front claimed responsibility on Monday.", {"Kestrel Front"}),
        ("The Kestrel Front claimed credit for the pay rise.", set()),
        ("The Kestrel Front claimed credit for foiling the raid.", set()),
        ("The Kestrel Front claimed responsibility for running the port.", set()),
        ("The Kestrel Front has not claimed responsibility for the raid.", set()),
        ("Rebels met the Kestrel Front in Suva.", set()),
        ("The Armed Forces left the town.", set()),
    ],
)
def test_who_is_shown_in_arms(text: str, armed: set[str]) -> None:
    scene = scene_of(text)
    assert armed_by_trees((tree for _, tree in scene.parses.all()), scene.names) == armed


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("3 May 2021", "2021-05-03"),
        ("on 3 May 2021", "2021-05-03"),
        ("4 June 2021", "2021-06-04"),
        ("fell on 4 June 2021", "2021-06-04"),
        ("It met on 3 May 2021, fell on 4 June 2021", "2021-06-04"),  # the last that begins there
        ("It met", None),
        ("fell", None),
        ("and rose", None),
    ],
)
def test_the_date_that_stands_within_some_words(words, date):
    text = "It met on 3 May 2021, fell on 4 June 2021 and rose."
    scene, start = scene_of(text), text.index(words)
    found = scene.date_at(Span(start, start + len(words)))
    assert (found.edtf if found is not None else None) == date


def test_a_sentence_of_two_roots_is_read() -> None:
    """The words of such a tree are not counted from its first root."""
    text = "It is late and the road to the town by the sea is shut: According to the head, Lee, it is late."
    scene = scene_of(text)
    found = [each for _, tree in scene.parses.all() for each in Attributions(scene).of(tree)]
    assert [text[each.content.start : each.content.end] for each in found] == ["it is late"]


def test_a_plural_name_names_somebody_and_a_plural_noun_nobody() -> None:
    scene = scene_of("The Lesk Reeds met guards.")
    words = {word.text: word for _, tree in scene.parses.all() for word in tree.words}
    assert (scene.name_of(words["Reeds"]), scene.name_of(words["guards"])) == ("Lesk Reeds", None)


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        # A mark or "and" ends a clause before whoever says something.
        ("Who shut the port is unclear: the mayor says the divers did.", ["the divers did"]),
        ("Ivo Stam called the raid a lie, and a judge, Ana Lume, agreed.", ["the raid a lie"]),
        (
            "The port was shut and the road was wet, Ana Lume said.",
            ["The port was shut and the road was wet"],
        ),
        ("The port was shut; few, Ana Lume said, would go.", ["few, Ana Lume said, would go"]),
        ("Few, Ana Lume said, would go.", ["Few, Ana Lume said, would go"]),
        # "As she says" behind a participle is about it, and not about what the sentence tells.
        ("Ana Lume, poisoned by agents of the port, as she claims, came home.", []),
        (
            "Ana Lume was poisoned by agents of the port, as Ivo Stam says.",
            ["Ana Lume was poisoned by agents of the port"],
        ),
        # Who knows who did it tells nothing of it.
        ("Ana Lume knew who had burned the mill.", []),
        ("Ana Lume knew that divers had burned the mill.", ["that divers had burned the mill"]),
        ("Ana Lume said what she saw was a fire.", ["what she saw was a fire"]),
        (
            "Ana Lume said that the mill was shut, adding that the port was full.",
            ["that the mill was shut", "that the port was full"],
        ),
        (
            "Ana Lume said that farmers marched, claiming that the mill was shut.",
            ["that farmers marched, claiming that the mill was shut", "that the mill was shut"],
        ),
        (
            "Ana Lume said that the mill was not shut, saying that it was full.",
            ["that the mill was not shut", "that it was full"],
        ),
        (
            "The council says the mill is shut, arguing that the town cannot pay for it.",
            ["the mill is shut", "that the town cannot pay for it"],
        ),
        (
            "Ana Lume said the divers left the port, leaving two boats behind.",
            ["the divers left the port, leaving two boats behind"],
        ),
        # of two "of" behind whom somebody accuses the last tells what of
        (
            "Ana Lume accused the government of the state of Norvik of killing Ivo Stam on Monday.",
            ["the government of the state of Norvik of killing Ivo Stam on Monday"],
        ),
        ("Ana Lume accused the army of Fiji of burning mills.", ["the army of Fiji of burning mills"]),
        ("Ana Lume accused the army of theft.", ["the army of theft"]),
    ],
)
def test_what_is_said_ends_where_another_clause_does(text: str, contents: list[str]) -> None:
    assert [text[each.content.start : each.content.end] for each in told(text)] == contents


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "A grenade thrown at a checkpoint in Asmir wounded three police officers and a passer-by, "
            "a hospital official said late on Saturday.",
            ["A grenade thrown at a checkpoint in Asmir wounded three police officers and a passer-by"],
        ),
        ("When the boat came in, a diver said on Sunday.", []),
    ],
)
def test_what_stands_before_who_says_it_is_said(text: str, contents: list[str]) -> None:
    assert [text[each.content.start : each.content.end] for each in told(text)] == contents


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # What Lee told is X's word as a whole where "according to X" closes the sentence.
        (
            "Ana Lume told divers that the port was shut, according to a clerk.",
            [("Lume", "that the port was shut"), ("clerk", "Ana Lume told divers that the port was shut")],
        ),
        (
            "Ana Lume said that the port was shut, according to the sources.",
            [("Lume", "that the port was shut"), ("sources", "Ana Lume said that the port was shut")],
        ),
        (
            "Ana Lume pointed to the fact that it was shut, according to a clerk.",
            [("Lume", "the fact that it was shut")],
        ),
        # Of a clause between dashes only its own words, and those are too few to be told.
        ("Ana Lume put a lot of effort - too much, critics argue - into the port.", []),
        ("The port will shut, critics argue, and rust.", [("critics", "The port will shut")]),
        # Who owns the noun before a title is no speaker; the one who has it is.
        (
            "Farming news site Daily Gull's editor, Ana Lume, said the port was shut.",
            [("editor", "the port was shut")],
        ),
        # A participle may only set a ground, and who asks not to be known asks for nothing else.
        ("Clerks met at the port, especially considering that it was shut.", []),
        ("Ana Lume considered that it was shut.", [("Lume", "that it was shut")]),
        ("Ana Lume, who asked to remain anonymous, left.", []),
        ("Ana Lume asked to be heard.", [("Lume", "to be heard")]),
        # One who calls to tell somebody telephones.
        ("Ana Lume had called to inform the port that it was late.", []),
        ("Ana Lume called on the port to shut.", [("Lume", "to shut")]),
        ("Ana Lume called for the leak to be mended.", [("Lume", "for the leak to be mended")]),
        # Of several named in a list none is known to say so.
        ("The suit names twelve including Red Mills and Tarvo Farms alleging they shared bids.", []),
        ("Ana Lume and Ivo Stam alleged they shared bids.", [("Lume", "they shared bids")]),
    ],
)
def test_whose_word_it_is_and_how_much_of_it(text: str, said: list[tuple[str, str]]) -> None:
    cut = [(a.source.text if a.source else "", text[a.content.start : a.content.end]) for a in told(text)]
    assert sorted(cut) == sorted(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Ana Lume said the port was shut but acknowledged that troops were there.",
            ["the port was shut", "that troops were there"],
        ),
        (
            "Ana Lume stressed that all would be heard and warned that troops would come.",
            ["that all would be heard", "that troops would come"],
        ),
        ("The boy was hit by a stone and died at the mill, Ana Lume added.",
         ["The boy was hit by a stone and died at the mill"]),
    ],
)  # fmt: skip
def test_a_verb_joined_behind_what_is_said_goes_on_with_the_speaker(text, said):
    found = [(each.source.text, text[each.content.start : each.content.end]) for each in told(text)]
    assert found == [("Lume", each) for each in said]
