"""The gate: sentences with facts they say and facts they do not, question by question."""

from dataclasses import replace

import pytest

from dossier.assembly.gate.judge import judge
from dossier.assembly.gate.proposition import Count, Part, Proposition, WhoseWord
from dossier.assembly.gate.reach import Reading
from dossier.assembly.gate.wording import is_whole, wording_doubts
from dossier.reading.findings import Span
from dossier.reading.text.article import read_article


def asked(text, kind, trigger, parts="", *, source=None, number=None, negative=None, modality=None, **more):
    """A proposition over a text, each span where its words first stand.

    `parts` are "role=words" with ";" between; "he->Ivo Stam" stands for somebody. `source` is "who / cue",
    `number` "words min max counted", `negative` and `modality` the words that deny or hedge it.
    """

    def at(words):
        start = text.index(words)
        return Span(start, start + len(words))

    def part(given):
        role, words = given.split("=")
        words, _, other = words.partition("->")
        return Part(role=role.strip(), span=at(words), stands_for=at(other) if other else None)

    whose = None
    if source:
        who, cue = source.split(" / ")
        whose = WhoseWord(span=at(who), cue=at(cue))
    count = None
    if number:
        words, least, most, counted = (each.strip() for each in number.split("|"))
        count = Count(
            span=at(words),
            min=int(least) if least else None,
            max=int(most) if most else None,
            counts=at(counted) if counted else None,
        )
    article = read_article(text, id="t")
    whole = tuple(Span(s.start, s.end) for s in article.text.sentences)
    return Reading.of(article), Proposition(
        kind=kind,
        trigger=at(trigger),
        parts=tuple(part(each) for each in parts.split(";") if each.strip()),
        negative=negative is not None,
        polarity_cue=at(negative) if negative else None,
        modality="other" if modality else "actual",
        modality_cue=at(modality) if modality else None,
        source=whose,
        count=count,
        evidence=more.pop("evidence", whole),
        **more,
    )


def verdict(*given, **more):
    reading, proposition = asked(*given, **more)
    return judge(proposition, reading)


@pytest.mark.parametrize(
    ("text", "trigger", "parts", "answer"),
    [
        ("The loan remained unpaid.", "unpaid", "patient=The loan", "does not"),
        ("The thief went unpunished.", "unpunished", "patient=The thief", "does not"),
        ("Guards unloaded the ship.", "unloaded", "agent=Guards; patient=the ship", "holds"),
        ("Guards did not arrest Ivo Stam after the raid.", "raid", "", "holds"),
        ("Guards did not arrest Ivo Stam after a raid on a mill.", "raid", "patient=a mill", "holds"),
        ("Guards arrested Ivo Stam if he lied.", "arrested", "patient=Ivo Stam", "does not"),
        ("Lesk met Friday in Varn.", "met", "partner=Friday", "does not"),
        ("All mills except the one in Lesk closed.", "closed", "agent=All mills", "does not"),
        ("All mills except one closed.", "closed", "agent=All mills except one", "holds"),
        ("All mills in Lesk closed.", "closed", "agent=All mills", "holds"),
    ],
)
def test_what_is_left_undone_and_what_is_only_spoken_of(text, trigger, parts, answer):
    assert verdict(text, "event", trigger, parts).answer == answer


@pytest.mark.parametrize(
    ("text", "trigger", "parts", "answer"),
    [
        ("Rebels launched an attack on a mill.", "attack", "agent=Rebels", "holds"),
        ("Rebels held off launching an attack on a mill.", "attack", "agent=Rebels", "does not"),
        ("Rebels all but launched an attack on a mill.", "attack", "agent=Rebels", "does not"),
        ("Rebels rarely launched an attack on a mill.", "attack", "agent=Rebels", "does not"),
        ("Rebels suggested launching an attack on a mill.", "attack", "agent=Rebels", "does not"),
        ("Rebels who held off signing a pact launched an attack on a mill.", "attack", "", "holds"),
        ("Ana Lume suggested holding an election in Lesk.", "election", "", "does not"),
        ("Ana Lume is holding an election in Lesk.", "election", "", "holds"),
    ],
)
def test_a_noun_is_no_more_done_than_the_verb_it_is_the_object_of(text, trigger, parts, answer):
    assert verdict(text, "event", trigger, parts).answer == answer


OF_GUARDS = "14 | 14 | 14 | guards"
OF_NOBODY = "14 | 14 | 14 |"


@pytest.mark.parametrize(
    ("text", "trigger", "number", "doubt"),
    [
        (
            "Rebels left Lesk. The mayor saw 14 guards.",
            "left",
            OF_GUARDS,
            "the number stands in another sentence",
        ),
        ("Rebels left Lesk, and the mayor saw 14 guards.", "left", OF_GUARDS, "“14” belongs to “saw”"),
        (
            "Rebels threatened to shoot 14 guards.",
            "threatened",
            OF_GUARDS,
            "“14” is of “shoot”, and “threatened” holds that",
        ),
        ("The mayor said rebels had freed 14 guards.", "said", OF_GUARDS, "“14” belongs to “freed”"),
        ("Rebels burned a mill that 14 guards held.", "burned", OF_GUARDS, "“14” belongs to “held”"),
        ("The death of 14 guards in the raid hurt Lesk.", "raid", OF_GUARDS, "nothing ties “14” to “raid”"),
        ("Rebels ambushed a convoy, killing 14 guards.", "ambushed", OF_GUARDS, None),
        ("The attack killed 14 guards.", "attack", OF_GUARDS, None),
        (
            "Rebels attacked a mill near a home of 14 guards.",
            "attacked",
            OF_NOBODY,
            "“14” may belong to “home” alone",
        ),
        ("Guards of 14 mills were shot.", "shot", OF_NOBODY, "“14” may belong to “Guards” alone"),
        ("Rebels shot 14 guards of two mills.", "shot", OF_NOBODY, None),
        (
            "Rebels shot 14 guards with two guns.",
            "shot",
            OF_NOBODY,
            "“two” could be meant as well as “14”",
        ),
        ("Rebels shot guards in 14 homes.", "shot", OF_NOBODY, "“14” stands behind “in”"),
        ("Rebels shot guards by 14 homes.", "shot", OF_NOBODY, None),
        ("The raid lasted 14 days.", "raid", OF_NOBODY, "“14 days” measures time"),
        ("The raid lasted 14 days.", "raid", "14 | 14 | 14 | days", None),
        ("The guard Ivo Stam, 14, was shot.", "shot", OF_NOBODY, "“14” stands aside"),
        (
            "Rebels shot 14 guards, compared with nine in May.",
            "shot",
            "nine | 9 | 9 |",
            "“nine” belongs to “compared”",
        ),
    ],
)
def test_whether_a_number_is_of_the_act(text, trigger, number, doubt):
    found = verdict(text, "event", trigger, number=number).doubts
    assert [each.reason for each in found if each.about == "number"] == ([doubt] if doubt else [])


BURNED = ("event", "burned", "agent=rebels; patient=the mill")


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "parts", "doubts"),
    [
        ("Guards did not find evidence that rebels burned the mill.", *BURNED, "polarity “not” denies it"),
        ("It is a myth that rebels burned the mill.", *BURNED, "polarity “myth” denies it"),
        ("Ana Lume is sure that rebels burned the mill.", *BURNED, "source “sure” says whose word it is"),
        ("Ana Lume is glad that rebels burned the mill.", *BURNED, ""),
        (
            "It saw the raid suspected by guards.",
            "event",
            "raid",
            "",
            "modality “suspected” makes it alleged",
        ),
        ("It saw the raid watched by guards.", "event", "raid", "", ""),
        ("The treaty with Varn is unsigned.", "agreement", "unsigned", "", "polarity “nobody” denies it"),
        ("The lack of a truce hurt Lesk.", "agreement", "truce", "", "polarity “nobody” denies it"),
        ("The length of a truce hurt Lesk.", "agreement", "truce", "", ""),
        (
            "Ana Lume confirmed that talks were on but declined to sign.",
            "claim",
            "confirmed",
            "claimant=Ana Lume; act=talks were on",
            "act it goes on: “but declined to sign.”",
        ),
        (
            "Ana Lume confirmed that talks were on but declined to say where.",
            "claim",
            "confirmed",
            "claimant=Ana Lume; act=talks were on",
            "",
        ),
    ],
)
def test_by_which_words_it_is_doubted(text, kind, trigger, parts, doubts):
    found = verdict(text, kind, trigger, parts).doubts
    assert "; ".join(f"{each.about} {each.reason}" for each in found) == doubts


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "parts", "answer"),
    [
        ("Guards arrested the brother of Ivo Stam.", "event", "arrested", "patient=Ivo Stam", "does not"),
        ("Guards arrested members of the Red Dawn.", "event", "arrested", "patient=Red Dawn", "does not"),
        ("Guards arrested the brother of Ivo Stam.", "event", "arrested", "patient=the brother", "holds"),
        ("Guards arrested three of the rebels.", "event", "arrested", "patient=the rebels", "holds"),
        ("Guards arrested Ivo Stam of Lesk.", "event", "arrested", "patient=Ivo Stam", "holds"),
        ("Ana Lume lost the election to Ivo Stam.", "event", "election", "winner=Ana Lume", "does not"),
        ("Ana Lume conceded the election.", "event", "election", "winner=Ana Lume", "does not"),
        ("Ana Lume slept through the election.", "event", "election", "winner=Ana Lume", "not shown"),
        ("Ana Lume won the election.", "event", "election", "winner=Ana Lume", "holds"),
        ("Ana Lume quoted Ivo Stam: “No.”", "quote", "quoted", "speaker=Ana Lume", "does not"),
        ("Ana Lume quoted Ivo Stam: “No.”", "quote", "quoted", "speaker=Ivo Stam", "holds"),
    ],
)
def test_whose_brother_or_rival_or_words_it_was_is_not_who_it_was(text, kind, trigger, parts, answer):
    assert verdict(text, kind, trigger, parts).answer == answer


WHOLE = "Police said at least nine people had not fled the mill, which may burn. The dam held."


def _told_wrongly(about, span):
    """The proposition that Police may have said that nobody fled, and where one part of it lies."""
    reading, told = asked(
        WHOLE, "event", "fled", "agent=people; place=the mill", number="nine|9||people", negative="not",
        modality="may", source="Police / said", evidence=(Span(0, WHOLE.index(" The dam")),),
    )  # fmt: skip
    whose, count = told.source, told.count
    parts = {
        "trigger": {"trigger": span},
        "agent": {"parts": (replace(told.parts[0], span=span), told.parts[1])},
        "place": {"parts": (told.parts[0], replace(told.parts[1], stands_for=span))},
        "polarity": {"polarity_cue": span},
        "modality": {"modality_cue": span},
        "number": {"count": replace(count, span=span)},
        "number of whom": {"count": replace(count, counts=span)},
        "words": {"segments": (span,)},
        "source": {"source": replace(whose, span=span)},
        "source by its cue": {"source": replace(whose, cue=span)},
        "source it stands for": {"source": replace(whose, stands_for=span)},
        "source within": {"source": replace(whose, within=WhoseWord(span=span, cue=whose.cue))},
    }
    return reading, replace(told, **parts[about])


@pytest.mark.parametrize("about", [
    "trigger", "agent", "place", "polarity", "modality", "number", "number of whom", "words", "source",
    "source by its cue", "source it stands for", "source within",
])  # fmt: skip
@pytest.mark.parametrize(
    ("at", "reason"),
    [
        ("peop", "“peop” is no whole words"),
        ("The dam", "“The dam” lies outside the evidence"),
        (None, "its span lies outside the article"),
        ("people", None),
    ],
)
def test_each_part_of_what_is_told_stands_in_whole_words_of_its_evidence(about, at, reason):
    start = WHOLE.index(at) if at else len(WHOLE)
    reading, told = _told_wrongly(about, Span(start, start + len(at or "beyond")))
    doubts = [(each.about, each.reason, each.answer) for each in wording_doubts(told, reading)]
    assert doubts == ([(about.split()[0], reason, "does not")] if reason else [])


ACTUAL = [
    # (text, trigger, parts, whether it holds as told: positive, actual, the article's own)
    ("Guards arrested Ivo Stam on Monday.", "arrested", "agent=Guards; patient=Ivo Stam; date=Monday", True),
    ("Ivo Stam was arrested by guards on Monday.", "arrested", "agent=guards; patient=Ivo Stam", True),
    ("Ivo Stam was arrested by guards on Monday.", "arrested", "agent=Ivo Stam; patient=guards", False),
    ("Guards did not arrest Ivo Stam.", "arrest", "agent=Guards; patient=Ivo Stam", False),
    ("Guards never arrested Ivo Stam.", "arrested", "patient=Ivo Stam", False),
    ("Nobody arrested Ivo Stam.", "arrested", "patient=Ivo Stam", False),
    ("None of the guards arrested Ivo Stam.", "arrested", "patient=Ivo Stam", False),
    ("Neither the guards nor the police arrested Ivo Stam.", "arrested", "patient=Ivo Stam", False),
    ("No guard fired at the crowd.", "fired", "agent=guard", False),
    ("Guards refused to arrest Ivo Stam.", "arrest", "agent=Guards; patient=Ivo Stam", False),
    ("Guards failed to arrest Ivo Stam.", "arrest", "agent=Guards; patient=Ivo Stam", False),
    ("Guards left without arresting Ivo Stam.", "arresting", "patient=Ivo Stam", False),
    ("Guards stopped short of arresting Ivo Stam.", "arresting", "patient=Ivo Stam", False),
    ("Guards freed Ivo Stam instead of arresting Ana Lume.", "arresting", "patient=Ana Lume", False),
    ("Guards freed Ivo Stam rather than arrest Ana Lume.", "arrest", "patient=Ana Lume", False),
    ("Guards have yet to arrest Ivo Stam.", "arrest", "patient=Ivo Stam", False),
    ("Guards are no longer holding Ivo Stam.", "holding", "patient=Ivo Stam", False),
    ("Guards hardly touched Ivo Stam.", "touched", "patient=Ivo Stam", False),
    ("The parliament rejected the treaty.", "rejected", "agent=The parliament; patient=the treaty", True),
    ("It is not true that guards arrested Ivo Stam.", "arrested", "patient=Ivo Stam", False),
    ("It is false that guards arrested Ivo Stam.", "arrested", "patient=Ivo Stam", False),
    ("There is no evidence that guards arrested Ivo Stam.", "arrested", "patient=Ivo Stam", False),
    ("There was no arrest in Lesk.", "arrest", "place=Lesk", False),
    ("Far from arresting Ivo Stam, guards let him in.", "arresting", "patient=Ivo Stam", False),
    ("Guards arrested Ana Lume, not Ivo Stam.", "arrested", "patient=Ivo Stam", False),
    ("Guards arrested not Ivo Stam but Ana Lume.", "arrested", "patient=Ivo Stam", False),
    ("Guards arrested everyone except Ivo Stam.", "arrested", "patient=Ivo Stam", False),
    ("The union called off the strike.", "strike", "agent=The union", False),
    ("The strike was cancelled on Monday.", "strike", "", False),
    ("Guards arrested Ivo Stam; they did not arrest Ana Lume.", "arrested", "patient=Ivo Stam", True),
    ("Ana Lume was not hurt, but Ivo Stam died on Monday.", "died", "patient=Ivo Stam; date=Monday", True),
    ("Ivo Stam was allegedly arrested in Lesk.", "arrested", "patient=Ivo Stam", False),
    ("Ivo Stam may have fled to Lesk.", "fled", "agent=Ivo Stam", False),
    ("Ivo Stam is believed to have fled to Lesk.", "fled", "agent=Ivo Stam", False),
    ("Ivo Stam is said to be in Lesk.", "be", "agent=Ivo Stam", False),
    ("Ivo Stam apparently fled to Lesk.", "fled", "agent=Ivo Stam", False),
    ("Ivo Stam probably fled to Lesk.", "fled", "agent=Ivo Stam", False),
    ("It is possible that Ivo Stam fled to Lesk.", "fled", "agent=Ivo Stam", False),
    ("It is unclear whether Ivo Stam fled to Lesk.", "fled", "agent=Ivo Stam", False),
    ("Ivo Stam is likely to flee to Lesk.", "flee", "agent=Ivo Stam", False),
    ("Rumours that Ivo Stam fled to Lesk spread on Monday.", "fled", "agent=Ivo Stam", False),
    ("Ivo Stam will visit Lesk on Monday.", "visit", "visitor=Ivo Stam; place=Lesk", False),
    ("Ivo Stam plans to visit Lesk on Monday.", "visit", "visitor=Ivo Stam; place=Lesk", False),
    ("Ivo Stam is to visit Lesk on Monday.", "visit", "visitor=Ivo Stam; place=Lesk", False),
    ("Ivo Stam is expected to visit Lesk.", "visit", "visitor=Ivo Stam; place=Lesk", False),
    ("Ivo Stam was about to visit Lesk.", "visit", "visitor=Ivo Stam; place=Lesk", False),
    ("Ivo Stam wants the governor to visit Lesk.", "visit", "visitor=the governor; place=Lesk", False),
    ("If Ivo Stam visits Lesk, he will speak.", "visits", "visitor=Ivo Stam; place=Lesk", False),
    ("Had Ivo Stam visited Lesk, he would have spoken.", "visited", "visitor=Ivo Stam; place=Lesk", False),
    ("Ana Lume proposed that Ivo Stam visit Lesk.", "visit", "visitor=Ivo Stam; place=Lesk", False),
    ("In a drill, rebels seized the port of Lesk.", "seized", "agent=rebels", False),
    ("Ivo Stam visited Lesk on Monday.", "visited", "visitor=Ivo Stam; place=Lesk; date=Monday", True),
    ("Ivo Stam managed to visit Lesk.", "visit", "visitor=Ivo Stam; place=Lesk", True),
    ("Guards fired on nobody.", "fired", "agent=Guards", False),
    ("Guards fired at no one.", "fired", "agent=Guards", False),
    ("Guards fired at one of the rebels.", "fired", "agent=Guards", True),
    ("Workers cut hedges and no trees.", "cut", "patient=trees", False),
    ("Workers cut hedges and nothing else.", "cut", "patient=hedges", True),
    ("The mayor knows that guards had to leave Lesk.", "leave", "agent=guards", True),
    ("The court ruled that guards had to leave Lesk.", "leave", "agent=guards", False),
    (
        "Ivo Stam, the ambassador, left Lesk. The ambassador went to Varn.",
        "went",
        "agent=The ambassador->Ivo Stam",
        True,
    ),
    (
        "Ivo Stam, the ambassador, left Lesk. An ambassador went to Varn.",
        "went",
        "agent=An ambassador->Ivo Stam",
        False,
    ),
    ("Guards freed a clerk of the firm, Kelp Inc.", "freed", "agent=Guards", True),  # which is the last word
]


@pytest.mark.parametrize(("text", "trigger", "parts", "holds"), ACTUAL)
def test_what_is_told_as_done_is_told_as_done(text, trigger, parts, holds):
    found = verdict(text, "event", trigger, parts)
    assert (found.answer == "holds") is holds, found


CIRCUMSTANCES = [
    # (text, trigger, parts, the roles that fall)
    ("Ivo Stam met Ana Lume on Monday and left on Friday.", "met", "date=Friday", {"date"}),
    ("Ivo Stam met Ana Lume on Monday and left on Friday.", "met", "date=Monday", set()),
    ("Ivo Stam met Ana Lume on Monday and left on Friday.", "left", "date=Friday", set()),
    ("Ivo Stam met Ana Lume on Monday and left on Friday.", "left", "date=Monday", {"date"}),
    ("Monday, rebels took Lesk and left Varn Tuesday.", "left", "date=Monday", {"date"}),
    ("Guards raided the mill Monday, killing nine Tuesday.", "killing", "date=Monday", {"date"}),
    ("The mayor said on Friday that Ivo Stam died on Monday.", "died", "date=Friday", {"date"}),
    ("The mayor said on Friday that Ivo Stam died on Monday.", "died", "date=Monday", set()),
    ("Ivo Stam, who was jailed in May, was freed on Monday.", "freed", "date=May", {"date"}),
    ("Nine people were killed on Monday when a bus overturned.", "overturned", "date=Monday", set()),
    ("Nine people were counted on Monday when a bus overturned.", "overturned", "date=Monday", {"date"}),
    ("A bus overturned in the early hours of Monday.", "overturned", "date=Monday", set()),
    ("A bus overturned after the raid of Monday.", "overturned", "date=Monday", {"date"}),
    ("Ivo Stam, who was jailed in May, was freed on Monday.", "freed", "date=Monday", set()),
    ("Ivo Stam, who was jailed in May, was freed on Monday.", "jailed", "date=Monday", {"date"}),
    ("Ivo Stam was freed on Monday after a raid in May.", "freed", "date=May", {"date"}),
    ("Ivo Stam was freed on Monday after a raid in May.", "raid", "date=Monday", {"date"}),
    ("Ivo Stam was freed on Monday after a raid in May.", "raid", "date=May", set()),
    ("Ivo Stam was freed in Lesk after he fled from Tavin.", "freed", "place=Tavin", {"place"}),
    ("Ivo Stam was freed in Lesk after he fled from Tavin.", "freed", "place=Lesk", set()),
    ("Before the vote on Friday, Ivo Stam resigned.", "resigned", "date=Friday", {"date"}),
    ("On Friday Ivo Stam resigned; on Monday he returned.", "resigned", "date=Friday", set()),
    ("On Friday Ivo Stam resigned; on Monday he returned.", "resigned", "date=Monday", {"date"}),
    ("Ivo Stam resigned on Friday, a week before the vote on 4 May.", "resigned", "date=4 May", {"date"}),
    ("The trial of Ivo Stam, arrested in May, opened in June.", "opened", "date=May", {"date"}),
    ("The trial of Ivo Stam, arrested in May, opened in June.", "opened", "date=June", set()),
    ("Lesk, where Ivo Stam met the envoy, lies near Tavin.", "met", "place=Lesk", set()),
    ("Ivo Stam resigned before the vote in Varn.", "resigned", "place=Varn", {"place"}),
    ("Ivo Stam resigned in Varn before the vote.", "resigned", "place=Varn", set()),
    ("A fire broke out in Varn after the raid in Lesk.", "fire", "place=Lesk", {"place"}),
    ("A fire broke out in Varn after the raid in Lesk.", "raid", "place=Lesk", set()),
    ("The ban that was agreed in May takes effect in June.", "agreed", "date=June", {"date"}),
    ("Ivo Stam sold the mill, built in 1950, in 2003.", "sold", "date=1950", {"date"}),
    ("Lesk and Varn agreed to a truce with effect from Friday.", "agreed", "date=Friday", {"date"}),
    ("Ivo Stam resigned, effective Friday.", "resigned", "date=Friday", {"date"}),
    ("Ivo Stam resigned on Friday, effective at once.", "resigned", "date=Friday", set()),
    ("Rebels took Lesk on Monday, burning the town.", "burning", "date=Monday", set()),
    ("Rebels took Lesk on Monday, the guards fleeing the town.", "fleeing", "date=Monday", {"date"}),
    ("With the guards leaving, rebels took Lesk on Monday.", "leaving", "date=Monday", {"date"}),
    (
        "Ivo Stam plans to speak on Friday, two days after the raid of Wednesday.",
        "raid",
        "date=Friday",
        {"date"},
    ),
]


@pytest.mark.parametrize(("text", "trigger", "parts", "falls"), CIRCUMSTANCES)
def test_a_date_or_place_belongs_to_the_clause_or_falls_alone(text, trigger, parts, falls):
    found = verdict(
        text, "event", trigger, parts, modality="plans" if "plans" in text and trigger == "speak" else None
    )
    assert {doubt.about for doubt in found.fallen} == falls, found


@pytest.mark.parametrize(
    ("text", "trigger", "parts", "answer"),
    [
        (
            "Oil rose on Monday, reaching a peak as frost in Lesk threatened the stocks.",
            "threatened",
            "date=Monday",
            "does not",
        ),
        (
            "Ana Lume said that guards who raided a mill today deserve no mercy.",
            "said",
            "date=today",
            "does not",
        ),
        ("Ana Lume met guards who raided a mill in Lesk today.", "met", "date=today", "not shown"),
        (
            "The report suggests that nine declared the bird lost in 2009.",
            "declared",
            "date=2009",
            "not shown",
        ),
    ],
)
def test_a_date_of_another_verb_is_not_open(text, trigger, parts, answer):
    assert [doubt.answer for doubt in verdict(text, "event", trigger, parts).fallen] == [answer]


NUMBERS = [
    # (text, trigger, number, whether it holds)
    ("The blast killed 14 soldiers and wounded 31 civilians.", "killed", "14|14|14|soldiers", True),
    ("The blast killed 14 soldiers and wounded 31 civilians.", "killed", "31|31|31|civilians", False),
    ("The blast killed 14 soldiers and wounded 31 civilians.", "wounded", "14|14|14|soldiers", False),
    ("The blast killed at least 14 soldiers.", "killed", "at least 14|14||soldiers", True),
    ("The blast killed at least 14 soldiers.", "killed", "14|14|14|soldiers", False),
    ("The blast killed at least 14 soldiers.", "killed", "at least 14|14|14|soldiers", False),
    ("The blast killed up to 14 soldiers.", "killed", "up to 14||14|soldiers", True),
    ("The blast killed more than 14 soldiers.", "killed", "14|14|14|soldiers", False),
    ("The blast killed 14 soldiers.", "killed", "14|40|40|soldiers", False),
    ("Of 40 soldiers in the convoy, 14 were killed.", "killed", "40|40|40|soldiers", False),
    ("The blast killed 14 of the 40 soldiers.", "killed", "40|40|40|soldiers", False),
    ("The blast killed 14 of the 40 soldiers.", "killed", "14|14|14|soldiers", True),
    ("Fourteen soldiers were killed, two more than in May.", "killed", "two|2|2|soldiers", False),
    ("The toll rose to 14 from nine.", "rose", "nine|9|9|", False),
    ("Two guards were killed when gunmen stormed a mill.", "stormed", "Two|2|2|guards", True),
    ("Two guards were killed and five hurt after gunmen fired at a mill.", "fired", "Two|2|2|guards", True),
    ("The mill burned and two guards died when rebels fired at it.", "fired", "two|2|2|guards", True),
    ("Two guards were left dead when gunmen stormed a mill.", "stormed", "Two|2|2|guards", True),
    ("Two guards were left alone when gunmen stormed a mill.", "stormed", "Two|2|2|guards", False),
    (
        "The mayor said two guards were killed and at least five people wounded when gunmen fired at a mill.",
        "fired",
        "two|2|2|guards",
        True,
    ),
    ("Nine people were killed and dozens hurt when a bus fell.", "fell", "Nine|9|9|people", True),
    ("A bus overturned near Lesk on Monday, killing nine people.", "overturned", "nine|9|9|people", True),
    ("Nine people were counted and dozens hurt when a bus fell.", "fell", "Nine|9|9|people", False),
    ("Two guards resigned when gunmen stormed a mill.", "stormed", "Two|2|2|guards", False),
    ("Two guards were killed because gunmen stormed a mill.", "stormed", "Two|2|2|guards", False),
    (
        "Two guards were killed when gunmen stormed a mill with 40 workers.",
        "stormed",
        "40|40|40|guards",
        False,
    ),
    ("The bill passed by 61 votes to 58.", "passed", "61|61|61|votes", True),
    ("The bill passed by 61 votes to 58.", "passed", "58|58|58|votes", False),
    ("Ivo Stam, 41, killed two guards.", "killed", "41|41|41|guards", False),
    ("Ivo Stam killed two guards on 14 May.", "killed", "14|14|14|guards", False),
    ("The mayor said two of five guards had fled.", "fled", "five|5|5|guards", False),
    ("Ten guards fled, not twelve.", "fled", "twelve|12|12|guards", False),
    ("Ten guards fled, up from six a year ago.", "fled", "six|6|6|guards", False),
    (
        "The fund paid 3 million crowns, not the 5 million promised.",
        "paid",
        "5 million|5000000|5000000|",
        False,
    ),
    ("Guards stormed the mill, killing 14 people.", "stormed", "14|14|14|people", True),
    ("Guards stormed the mill, gunmen killing 14 people.", "stormed", "14|14|14|people", False),
    ("Nine were shot and five wounded in a raid.", "raid", "five|5|5|", True),
]


@pytest.mark.parametrize(("text", "trigger", "number", "holds"), NUMBERS)
def test_a_number_has_its_bounds_its_things_and_its_act(text, trigger, number, holds):
    source = "The mayor / said" if "said" in text else None
    found = verdict(text, "event", trigger, number=number, source=source)
    assert (found.answer == "holds") is holds, found


SOURCES = [
    # (text, trigger, parts, source told, whether it holds)
    ("Rebels burned the mill, police said.", "burned", "agent=Rebels", "police / said", True),
    ("Rebels burned the mill, police said.", "burned", "agent=Rebels", None, False),
    ("Rebels burned the mill, according to police.", "burned", "agent=Rebels", None, False),
    ("Rebels burned the mill, according to police.", "burned", "agent=Rebels", "police / according to", True),
    ("Police said that rebels burned the mill.", "burned", "agent=rebels", None, False),
    ("Police said that rebels burned the mill.", "burned", "agent=rebels", "Police / said", True),
    ("The report that rebels burned the mill spread.", "burned", "agent=rebels", None, False),
    ("Police believe rebels burned the mill.", "burned", "agent=rebels", None, False),
    ("Rebels, the mayor claims, burned the mill.", "burned", "agent=Rebels", None, False),
    ("Rebels burned the mill, the Lamp reported on Monday.", "burned", "agent=Rebels", None, False),
    ("In the mayor’s view, rebels burned the mill.", "burned", "agent=rebels", None, False),
    ("Rebels burned the mill, the mayor told Ana Lume.", "burned", "agent=Rebels", "Ana Lume / told", False),
    (
        "Police quoted the miller as saying that rebels burned the mill.",
        "burned",
        "agent=rebels",
        None,
        False,
    ),
    ("Rebels burned the mill. Police said nothing.", "burned", "agent=Rebels", None, True),
    (
        "The miller, police said, told them that rebels burned the mill.",
        "burned",
        "agent=rebels",
        "The miller / told",
        False,
    ),
    ("Police accused rebels of burning the mill.", "burning", "agent=rebels", None, False),
    ("Police blamed rebels for burning the mill.", "burning", "agent=rebels", None, False),
    ("The claim that rebels burned the mill is old.", "burned", "agent=rebels", None, False),
    ("Rebels burned the mill, a survivor recalled.", "burned", "agent=Rebels", None, False),
    ("Per the police, rebels burned the mill.", "burned", "agent=rebels", None, False),
    ("The mill has closed, citing Lesk Radio.", "closed", "agent=The mill", None, False),
    ("The mayor, as Ana Lume put it, burned the mill.", "burned", "agent=The mayor", None, False),
    ("The mayor, as Ana Lume slept, burned the mill.", "burned", "agent=The mayor", None, True),
    ("Rebels burned the mill. That was a claim.", "burned", "agent=Rebels", None, False),
    ("Rebels, it seems, burned the mill, police said.", "burned", "agent=Rebels", "police / said", False),
    (
        "By all accounts rebels burned it, according to guards.",
        "burned",
        "agent=rebels",
        "guards / according",
        False,
    ),
]


@pytest.mark.parametrize(("text", "trigger", "parts", "source", "holds"), SOURCES)
def test_what_lies_in_a_reported_clause_has_its_source(text, trigger, parts, source, holds):
    found = verdict(text, "event", trigger, parts, source=source)
    assert (found.answer == "holds") is holds, found


NOUNS = [
    # (kind, text, trigger, parts, whether it holds as told: positive, actual)
    (
        "role",
        "Ana Lume is the leader of the League.",
        "leader",
        "person=Ana Lume; of=League",
        True,
    ),
    (
        "role",
        "Ana Lume is not the leader of the League.",
        "leader",
        "person=Ana Lume; of=League",
        False,
    ),
    (
        "role",
        "Ana Lume may be the leader of the League.",
        "leader",
        "person=Ana Lume; of=League",
        False,
    ),
    (
        "role",
        "Ana Lume will be the leader of the League.",
        "leader",
        "person=Ana Lume; of=League",
        False,
    ),
    ("role", "The mayor of Lesk, Ana Lume, left.", "mayor", "person=Ana Lume; of=Lesk", True),
    ("role", "The former mayor of Lesk, Ana Lume, left.", "mayor", "person=Ana Lume; of=Lesk", False),
    (
        "role",
        "The mayor of Lesk, Ana Lume, met Ivo of Tavin.",
        "mayor",
        "person=Ivo; of=Lesk",
        False,
    ),
    ("role", "The alleged leader of the gang, Ivo, left.", "leader", "person=Ivo", False),
    ("event", "The strike did not take place.", "strike", "", False),
    ("event", "There was no strike in Lesk.", "strike", "place=Lesk", False),
    ("event", "The army did not confirm the attack on Lesk.", "attack", "place=Lesk", True),
    ("event", "A strike took place in Lesk.", "strike", "place=Lesk", True),
    ("event", "Ana Lume died, according to a statement issued by her aide.", "statement", "", True),
    ("event", "Ana Lume died, according to a statement issued by her aide.", "died", "", False),
    ("event", "Ana Lume died, according to a report, which said that she was shot.", "shot", "", False),
    (
        "claim",
        "The League denied responsibility.",
        "denied responsibility",
        "claimant=The League",
        False,
    ),
    (
        "claim",
        "The League claimed responsibility.",
        "claimed responsibility",
        "claimant=The League",
        True,
    ),
    (
        "claim",
        "The League has not claimed responsibility.",
        "claimed responsibility",
        "claimant=The League",
        False,
    ),
    ("claim", "Police quoted Ivo as saying he took a coin.", "saying", "claimant=Ivo", True),
    ("claim", "Police quoted Ivo as saying he took a coin.", "saying", "claimant=Police", False),
    ("claim", "Ivo said he never took a coin.", "said", "claimant=Ivo; act=took a coin", False),
    ("claim", "Ivo said he took a coin.", "said", "claimant=Ivo; act=took a coin", True),
    ("claim", "Ivo said he rang the bell too late.", "said", "claimant=Ivo; act=rang the bell", False),
    ("claim", "Ivo said he took a coin by mistake.", "said", "claimant=Ivo; act=took a coin", False),
    ("claim", "Ivo said he took a coin yesterday.", "said", "claimant=Ivo; act=took a coin", True),
    ("claim", "Ivo blamed the flood on Ana Lume.", "blamed", "claimant=Ivo; target=Ana Lume", True),
    (
        "claim",
        "Ivo blamed the flood on Ana Lume.",
        "blamed",
        "claimant=Ana Lume; target=Ivo",
        False,
    ),
    (
        "claim",
        "Ivo was accused by Ana Lume of theft.",
        "accused",
        "claimant=Ana Lume; target=Ivo",
        True,
    ),
    (
        "claim",
        "Ivo was accused by Ana Lume of theft.",
        "accused",
        "claimant=Ivo; target=Ana Lume",
        False,
    ),
    (
        "claim",
        "Ivo confirmed the sale but denied the price.",
        "confirmed",
        "claimant=Ivo; act=the sale",
        True,
    ),
    (
        "claim",
        "Ivo confirmed and praised the sale but added that it may fall.",
        "confirmed",
        "claimant=Ivo; act=the sale",
        False,
    ),
    (
        "claim",
        "Ivo backs the bridge, but only for trains.",
        "backs",
        "claimant=Ivo; act=the bridge",
        False,
    ),
]


@pytest.mark.parametrize(("kind", "text", "trigger", "parts", "holds"), NOUNS)
def test_offices_nouns_and_claims(kind, text, trigger, parts, holds):
    found = verdict(text, kind, trigger, parts, type="statement" if kind == "claim" else None)
    assert (found.answer == "holds") is holds, found


NEGATIVES = [
    # (text, trigger, parts, the words said to deny it, whether it holds as told: negative)
    ("Guards did not arrest Ivo Stam.", "arrest", "patient=Ivo Stam", "not", True),
    ("No guard arrested Ivo Stam.", "arrested", "patient=Ivo Stam", "No", True),
    ("Guards will not arrest Ivo Stam.", "arrest", "patient=Ivo Stam", "not", True),
    ("There is no evidence that guards arrested Ivo Stam.", "arrested", "patient=Ivo Stam", "no", True),
    ("Guards refused to arrest Ivo Stam.", "arrest", "patient=Ivo Stam", "refused", True),
    ("Guards arrested Ivo Stam but did not arrest Ana Lume.", "arrested", "patient=Ivo Stam", "not", False),
    ("Guards arrested Ivo Stam, who did not resist.", "arrested", "patient=Ivo Stam", "not", False),
    ("Guards arrested Ivo Stam after he did not pay.", "arrested", "patient=Ivo Stam", "not", False),
    ("Ana Lume, who did not resist, was arrested.", "arrested", "patient=Ana Lume", "not", False),
    ("Ana Lume did not say when guards arrested Ivo Stam.", "arrested", "patient=Ivo Stam", "not", False),
    ("Guards arrested Ivo Stam on Monday.", "arrested", "patient=Ivo Stam", "Monday", False),
    ("Ana Lume allegedly did not pay the fine.", "pay", "agent=Ana Lume", "not", False),
    ("Ana Lume perhaps did not pay the fine.", "pay", "agent=Ana Lume", "not", False),
    ("Ana Lume may not pay the fine.", "pay", "agent=Ana Lume", "not", False),
    ("Ivo Stam met a few of his friends in Lesk.", "met", "agent=Ivo Stam", "few", False),
    ("Ivo Stam is said to have lacked a boat.", "lacked", "agent=Ivo Stam", "lacked", False),
    ("Ivo Stam lacked a boat.", "lacked", "agent=Ivo Stam", "lacked", True),
]


@pytest.mark.parametrize(("text", "trigger", "parts", "negative", "holds"), NEGATIVES)
def test_what_is_told_as_denied_is_denied_by_words_over_it(text, trigger, parts, negative, holds):
    found = verdict(text, "event", trigger, parts, negative=negative)
    assert (found.answer == "holds") is holds, found


def test_a_plan_denied_is_no_plan():
    text = "Guards will not arrest Ivo Stam."
    assert verdict(text, "event", "arrest", "patient=Ivo Stam", modality="will").answer == "does not"
    text = "Guards will arrest Ivo Stam."
    assert verdict(text, "event", "arrest", "patient=Ivo Stam", modality="will").answer == "holds"


def test_a_role_the_gate_does_not_know_is_asked_for_in_any_relation():
    text = "The League paid ten crowns to Ivo Stam. The toll had been five crowns."
    assert verdict(text, "event", "paid", "amount=ten crowns").answer == "holds"
    assert verdict(text, "event", "paid", "amount=five crowns").answer != "holds"


READ_ON = [
    # (kind, text, trigger, parts, more, whether it holds and nothing falls)
    ("event", "Rain fell in Esk on Monday, but none in Lesk.", "fell", "place=Lesk", {}, False),
    ("event", "Rain fell in Esk on Monday, but none in Lesk.", "fell", "place=Esk", {}, True),
    ("event", "The court jailed Ivo for bribing two guards.", "jailed", "patient=two guards", {}, False),
    ("event", "The court jailed Ivo for bribing two guards.", "jailed", "patient=Ivo", {}, True),
    ("event", "Lesk said it was the tug that had rammed it.", "rammed", "agent=tug", {}, False),
    ("event", "It was the tug that had rammed the pier.", "rammed", "patient=pier", {}, True),
    ("role", "The mayor, Ana Lume, allegedly ordered it.", "mayor", "person=Ana Lume", {}, True),
    ("role", "The alleged mayor, Ana Lume, ordered it.", "mayor", "person=Ana Lume", {}, False),
    ("role", "The mayor, Ana Lume, did not sign it.", "mayor", "person=Ana Lume", {}, True),
    (
        "role",
        "It hit Orsel Mills, whose head, Ana Lume, left on Monday.",
        "head",
        "person=Ana Lume; of=Orsel Mills",
        {},
        True,
    ),
    (
        "role",
        "It was signed by Norra's chief, Ana Lume, and Varn's, Ivo Stam.",
        "chief",
        "person=Ana Lume; of=Varn",
        {},
        False,
    ),
    (
        "event",
        "Guards said they'd return as soon as a colleague, sacked on Friday, was taken back.",
        "sacked",
        "patient=a colleague",
        {"source": "Guards / said"},
        True,
    ),
    ("event", "A synod to be held in June is likely.", "synod", "date=June", {"modality": "to be"}, True),
    (
        "claim",
        "Ana Lume promised to keep the tower, if nothing else.",
        "promised",
        "claimant=Ana Lume; act=keep the tower",
        {"type": "pledge"},
        True,
    ),
    (
        "claim",
        "Ana Lume promised to keep the tower, if Lesk pays.",
        "promised",
        "claimant=Ana Lume; act=keep the tower",
        {"type": "pledge"},
        False,
    ),
    ("agreement", "Lesk and Varn signed a pact.", "signed", "party=Lesk", {"status": "signed"}, True),
    ("agreement", "Lesk and Varn signed a pact.", "signed", "party=Lesk", {"status": "in_force"}, False),
    ("agreement", "The pact of Lesk took effect.", "pact", "party=Lesk", {"status": "in_force"}, True),
]


@pytest.mark.parametrize(("kind", "text", "trigger", "parts", "more", "holds"), READ_ON)
def test_what_the_fresh_set_showed(kind, text, trigger, parts, more, holds):
    found = verdict(text, kind, trigger, parts, **more)
    assert (found.answer == "holds" and not found.fallen) is holds, found


@pytest.mark.parametrize(
    ("trigger", "number", "what", "holds"),
    [
        ("killed", "14|14|14|soldiers", "killed", True),
        ("killed", "14|14|14|soldiers", "injured", False),
        ("wounded", "31|31|31|civilians", "injured", True),
        ("wounded", "31|31|31|civilians", "killed", False),
    ],
)
def test_the_dead_are_not_the_injured(trigger, number, what, holds):
    text = "The blast killed 14 soldiers and wounded 31 civilians."
    reading, proposition = asked(text, "event", trigger, number=number)
    told = replace(proposition, count=replace(proposition.count, what=what))
    assert (judge(told, reading).answer == "holds") is holds


@pytest.mark.parametrize(
    ("text", "number", "what", "holds"),
    [
        ("The storm killed four people and injured nine.", "nine|9|9|", "injured", True),
        ("The storm killed four people and injured nine.", "nine|9|9|", "killed", False),
        ("The storm killed four people and injured nine.", "four|4|4|people", "injured", False),
        ("The storm killed four people, hurt nine and left 300 homeless.", "300|300|300|", "displaced", True),
        ("The storm killed four people, hurt nine and left 300 homeless.", "nine|9|9|", "displaced", False),
        ("The storm killed four people and drew nine.", "nine|9|9|", "injured", False),
        ("The storm killed four people and the frost injured nine.", "nine|9|9|", "injured", False),
        ("The storm killed four people and left nine.", "nine|9|9|", "displaced", False),
        ("A storm killed Ivo, leaving four dead and 12 missing.", "12|12|12|", "missing", True),
        ("Rebels raided the mill and killed nine.", "nine|9|9|", "killed", True),
        ("Rebels raided the mill and later killed nine.", "nine|9|9|", "killed", False),
    ],
)
def test_of_what_one_doer_did_each_number_has_its_verb(text, number, what, holds):
    trigger = "raided" if "raided" in text else "killed"
    reading, asking = asked(text, "event", trigger, number=number)
    found = judge(replace(asking, count=replace(asking.count, what=what)), reading)
    assert (found.answer == "holds") is holds, found


def test_a_plan_with_a_condition_is_no_plain_plan():
    text = "Ivo Stam will leave in May if Lesk pays."
    for modality, holds in (("planned", False), ("conditional", True)):
        reading, proposition = asked(text, "event", "leave", "agent=Ivo Stam", modality="will")
        assert (judge(replace(proposition, modality=modality), reading).answer == "holds") is holds


def test_a_phrase_that_closes_the_sentence_may_belong_higher():
    text = "Jets bombed a convoy that they took for rebels on Monday."
    (doubt,) = verdict(text, "event", "bombed", "date=Monday").fallen
    assert doubt.answer == "not shown"


STATUSES = [
    # (text, trigger, status, the answer)
    ("Fiji and Tonga signed the treaty on Monday.", "signed", "signed", "holds"),
    ("Fiji and Tonga agreed on a treaty on Monday.", "agreed", "signed", "does not"),
    ("Fiji and Tonga agreed on a treaty on Monday.", "agreed", "agreed", "holds"),
    ("Fiji and Tonga announced a treaty on Monday.", "treaty", "signed", "does not"),
    ("A treaty signed by Fiji and Tonga was read on Monday.", "treaty", "signed", "holds"),
    ("Fiji ruled out a treaty with Tonga.", "ruled out", "agreed", "does not"),
    ("Fiji ruled out a treaty with Tonga.", "ruled out", "rejected", "holds"),
    ("Fiji and Tonga signed the treaty on Monday.", "signed", "rejected", "does not"),
    ("Fiji and Tonga signed the treaty on Monday.", "signed", "cancelled", "does not"),
    ("Fiji and Tonga ratified the treaty on Monday.", "ratified", "failed", "does not"),
    ("Fiji cancelled the treaty that Tonga had signed.", "cancelled", "cancelled", "holds"),
]


@pytest.mark.parametrize(("text", "trigger", "status", "answer"), STATUSES)
def test_an_agreement_has_come_as_far_as_its_words_say(text, trigger, status, answer):
    assert verdict(text, "agreement", trigger, status=status).answer == answer


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("mid-May", True),
        ("mid-", True),
        ("May", True),
        ("-", True),
        ("mi", False),
        ("ay", False),
        ("id-May", False),
    ],
)
def test_words_are_whole_where_no_letter_is_parted_from_another(words, whole):
    text = "In mid-May"
    start = text.index(words)
    assert is_whole(text, Span(start, start + len(words))) is whole
