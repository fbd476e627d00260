"""Findings at the gate: what the words do not say falls, alone or whole, and is told."""

from dataclasses import replace
from datetime import date

import pytest

from dossier.assembly.gate.reach import Reading
from dossier.assembly.gate.told import told_doubts
from dossier.assembly.gating import gated, told_of
from dossier.reading.extract import extract_findings
from dossier.reading.findings import ClaimFinding, Participant, SourceFinding, Span
from dossier.reading.text.article import read_article

TEXT = (
    "Ana Lume visited Suva on Monday. Police said on Friday that the mayor, Ivo Stam, had resigned.\n\n"
    "Ana Lume accused Ivo Stam of lying. Ivo Stam met Ana Lume in Suva on Tuesday."
)


@pytest.fixture(scope="module")
def read():
    article = read_article(TEXT, id="a", published=date(2024, 5, 30))
    return article, extract_findings(article)


def at(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def event(findings, type):
    return next(each for each in findings.events if each.type == type)


def with_event(findings, old, new):
    return replace(findings, events=tuple(new if each is old else each for each in findings.events))


def test_what_the_words_say_stands_as_it_was_read(read):
    article, findings = read
    result = gated(article, findings)
    assert result.findings.claims == findings.claims
    assert event(result.findings, "visit") == event(findings, "visit")
    assert result.fallen == ()
    assert result.asked > 5


def test_a_participant_of_another_act_falls_alone(read):
    article, findings = read
    visit = event(findings, "visit")
    wrong = Participant(actor="Ivo Stam", role="visitor", span=at("Suva"))
    result = gated(article, with_event(findings, visit, replace(visit, participants=(wrong,), slots=())))
    assert event(result.findings, "visit").participants == ()
    assert [each.what for each in result.fallen] == ["participant of an event"]
    assert "Suva" in str(result.fallen[0])


def test_a_denied_act_falls_whole_and_claims_keep_their_event():
    text = (
        "Rebels attacked the mill of Lesk. Guards did not arrest Ivo Stam on Monday. "
        "Police blamed the attack on the Ash Front."
    )
    article = read_article(text, id="a", published=date(2024, 5, 30))
    findings = extract_findings(article)
    span = Span(text.index("arrest"), text.index("arrest") + len("arrest"))
    told = replace(
        findings.events[0], type="arrest", title="Arrest", trigger=span, casualties=(), standing=None
    )
    moved = tuple(replace(c, event=None if c.event is None else c.event + 1) for c in findings.claims)
    result = gated(article, replace(findings, events=(told, *findings.events), claims=moved))
    assert "arrest" not in {each.type for each in result.findings.events}
    for claim in result.findings.claims:
        assert claim.event is None or result.findings.events[claim.event].type != "arrest"
    assert [c.event for c in result.findings.claims] == [c.event for c in findings.claims]
    assert any("denies" in " ".join(each.reasons) for each in result.fallen)


def test_swapped_parties_of_a_claim_fall(read):
    article, findings = read
    claim = next(each for each in findings.claims if each.kind == "accusation")
    swapped = replace(
        claim,
        claimant=claim.target,
        target=claim.claimant,
        claimant_span=claim.target_span,
        target_span=claim.claimant_span,
        source=SourceFinding(span=claim.target_span, name=claim.target, cue=claim.source.cue),
    )
    result = gated(article, replace(findings, claims=(swapped,)))
    assert result.findings.claims == ()
    assert [each.what for each in result.fallen] == ["claim"]


def test_a_date_of_the_saying_falls_and_whose_word_it_is_is_found(read):
    article, findings = read
    base = event(findings, "visit")
    friday = next(each for each in findings.dates if TEXT[each.start : each.end] == "Friday")
    told = replace(
        base, type="resignation", title="Resignation", trigger=at("resigned"), date=friday, participants=(),
        slots=(), place=None, place_span=None, source=None, standing=None,
    )  # fmt: skip
    result = gated(article, replace(findings, events=(told,), claims=()))
    (kept,) = result.findings.events
    assert kept.date is None
    assert kept.source is not None
    assert article.text.slice(kept.source.span) == "Police"


def test_an_agreement_falls_whole_or_with_a_party_and_what_was_agreed_on_stays():
    text = (
        "Kenya and Uganda signed a trade agreement on Monday after Mali had refused to attend. "
        "Kenya and Chad have not signed a fishing deal."
    )
    article = read_article(text, id="a", published=date(2024, 5, 30))
    findings = extract_findings(article)
    (signed,) = findings.agreements

    def those(words):
        return Span(text.rindex(words), text.rindex(words) + len(words))

    whole = gated(article, findings)
    assert (whole.findings.agreements, whole.fallen) == (findings.agreements, ())
    unsigned = replace(signed, trigger=those("signed"), status_span=those("signed"), parties=(), slots=())
    fell = gated(article, replace(findings, agreements=(unsigned, signed)))
    assert fell.findings.agreements == (signed,)
    assert [(each.what, each.answer) for each in fell.fallen] == [("agreement", "does not")]
    absent = Participant(actor="Mali", role="party", span=those("Mali"))
    fell = gated(article, replace(findings, agreements=(replace(signed, parties=(*signed.parties, absent)),)))
    assert fell.findings.agreements[0].parties == signed.parties
    assert [each.what for each in fell.fallen] == ["party of an agreement"]
    elsewhere = Participant(actor="Chad", role="party", span=those("Chad"))
    both = replace(signed, parties=(*signed.parties, elsewhere))
    stood = gated(article, replace(findings, agreements=(both,)))
    assert (stood.findings.agreements, stood.fallen) == ((both,), ())  # grammar knows no other sentence


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("At least nine people were killed and dozens hurt when a ferry sank off Suva, the board said.",
         [("killed", 9), ("injured", 24)]),
        ("A bus overturned near Suva on Monday, killing nine people, the harbour board said.",
         [("killed", 9)]),
    ],
)  # fmt: skip
def test_the_dead_stand_on_the_word_the_accident_stands_on(text, told):
    article = read_article(text, id="a", published=date(2024, 5, 30))
    result = gated(article, extract_findings(article))
    (kept,) = result.findings.events
    assert [(c.kind, c.min) for c in kept.casualties] == told
    assert not any("number" in each.what for each in result.fallen)


def test_the_report_counts_and_names_what_fell(read):
    article, findings = read
    visit = event(findings, "visit")
    wrong = Participant(actor="Ivo Stam", role="visitor", span=at("Suva"))
    lines = list(
        told_of(
            [gated(article, with_event(findings, visit, replace(visit, participants=(wrong,), slots=())))]
        )
    )
    assert "1 fell" in lines[0]
    assert lines[1].startswith("fell in a: participant of an event “Suva”")
    assert list(told_of([])) == []


TYPES = [
    # (text, trigger, type, the answer; nothing where its words tell it)
    ("Guards arrested Ivo Stam in Lesk.", "arrested", "arrest", None),
    ("Ivo Stam was taken into custody after his arrest.", "arrest", "arrest", None),
    ("Guards arrested Ivo Stam in Lesk.", "arrested", "resignation", "does not"),
    ("Gunmen abducted Ivo Stam in Lesk.", "abducted", "kidnapping", None),
    ("Gunmen opened fire on a bus.", "opened", "attack", None),
    ("Guards painted a bus.", "painted", "attack", "not shown"),
    ("Guards painted a bus.", "painted", "other", None),
]


@pytest.mark.parametrize(("text", "trigger", "type", "answer"), TYPES)
def test_the_words_of_an_event_tell_its_type(text, trigger, type, answer):
    reading = Reading.of(read_article(text, id="t"))
    start = text.index(trigger)
    found = [doubt.answer for doubt in told_doubts(type, Span(start, start + len(trigger)), reading)]
    assert found == ([answer] if answer else [])


def test_an_event_whose_words_tell_another_type_falls():
    article = read_article("Guards arrested Ivo Stam in Lesk on Monday.", id="t")
    findings = extract_findings(article)
    wrong = replace(findings, events=tuple(replace(each, type="resignation") for each in findings.events))
    assert len(gated(article, findings).findings.events) == 1
    fell = gated(article, wrong)
    assert fell.findings.events == ()
    assert "not of resignation" in str(fell.fallen[0])


@pytest.mark.parametrize(
    ("told", "source"),
    [
        ("it emerged on Monday", None),
        ("it transpired later", None),
        ("the harbour office said on Monday", "harbour office"),
    ],
)
def test_it_that_nobody_is_says_nothing(told, source):
    text = f"Ana Lume visited Suva on Tuesday, {told}. The pier was shut."
    article = read_article(text, id="b", published=date(2024, 5, 30))
    visit = event(gated(article, extract_findings(article)).findings, "visit")
    said_by = visit.source.span if visit.source else None
    assert (text[said_by.start : said_by.end].lower() if said_by else None) == source


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Gunmen from the Kestrel Front attacked a bus near Lesk, police said.", "Kestrel Front"),
        ("A bus was bombed by members of the Kestrel Front, police said.", "Kestrel Front"),
        ("Gunmen belonging to the Kestrel Front attacked a bus near Lesk, police said.", "Kestrel Front"),
        ("Gunmen who belong to the Kestrel Front attacked a bus near Lesk, police said.", "Kestrel Front"),
        ("A cell of the Kestrel Front planted a bomb in a market, police said.", "Kestrel Front"),
        ("Police said the bombing of a hotel was the work of the Kestrel Front.", "Kestrel Front"),
        ("The Kestrel Front has been blamed for a series of bombings.", "Kestrel Front"),
        ("Members of the Kestrel Front, a rebel group, were killed by guards, police said.", "guards"),
    ],
)
def test_a_group_does_what_its_people_do(text, doer):
    article = read_article(text, id="a", published=date(2024, 5, 30))
    found = gated(article, extract_findings(article)).findings
    blaming = ("carried_out_according_to", "responsibility_blamed")
    assert [c.target for c in found.claims if c.kind in blaming] == [doer]


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Enemies of the Kestrel Front attacked a bus, police said.", "Kestrel Front"),
        ("Former gunmen of the Kestrel Front attacked a bus, police said.", "Kestrel Front"),
        ("Gunmen attacked members of the Kestrel Front, police said.", "Kestrel Front"),
        ("Gunmen who do not belong to the Kestrel Front attacked a bus, police said.", "Kestrel Front"),
        ("Gunmen who no longer belong to the Kestrel Front attacked a bus, police said.", "Kestrel Front"),
        ("Gunmen who may belong to the Kestrel Front attacked a bus, police said.", "Kestrel Front"),
        ("Gunmen who had met members of the Kestrel Front attacked a bus, police said.", "Kestrel Front"),
    ],
)
def test_a_group_does_not_what_others_do(text, doer):
    article = read_article(text, id="a", published=date(2024, 5, 30))
    start = text.index(doer)
    trigger = text.index("attacked")
    claim = ClaimFinding(
        kind="carried_out_according_to",
        claimant="police",
        claimant_span=Span(text.index("police"), text.index("police") + 6),
        target=doer,
        target_span=Span(start, start + len(doer)),
        wording=Span(start, trigger + 8),
        evidence=(Span(0, len(text)),),
        method="test",
        trigger=Span(trigger, trigger + 8),
        source=SourceFinding(
            span=Span(text.index("police"), text.index("police") + 6),
            name=None,
            cue=Span(text.index("said"), text.index("said") + 4),
        ),
    )
    findings = replace(extract_findings(article), claims=(claim,))
    assert gated(article, findings).findings.claims == ()


@pytest.mark.parametrize(
    ("text", "type", "told"),
    [
        ("The Reef League imposed sanctions on four generals on Wednesday over the shelling of a mill.",
         "sanction", "2024-05-29 Reef League"),
        ("Last Friday, the Reef Ministry announced new restrictions on flights to Suva.",
         "trade_measure", "2024-05-24 Reef Ministry"),
        ("Last Friday, Ana Lume announced her candidacy for mayor.", "candidacy", "2024-05-24 Ana Lume"),
        ("Governor Ana Lume declared a state of emergency on Monday.", "decree", "2024-05-27 Ana Lume"),
        ("The council opened an inquiry into the raid on Tuesday.", "investigation", "2024-05-28"),
        ("Ana Lume told a news conference on Tuesday that the port was shut.",
         "press_conference", "2024-05-28 Ana Lume"),
        ("Ten soldiers were killed on Monday during an ambush in Suva.", "attack", "2024-05-27 killed 10"),
        ("Ten soldiers were killed on Monday after an ambush in Suva.", "attack", "killed 10"),
        # Who was harmed besides, by a verb joined to the act's, or to the one that tells whom it befell.
        ("A fire in Suva killed at least 44 people, nine guards among them, and injured some 20 others.",
         "disaster", "killed 44 injured None"),
        ("Ethnic clashes in Suva have killed 15 people and wounded 29.", "armed_clash",
         "killed 15 injured 29"),
        ("On Friday, nine people were killed and 21 were wounded in an attack in Suva.", "attack",
         "2024-05-24 killed 9 injured 21"),
        ("Nine people were killed in Lagos and 21 were wounded in an attack in Suva.", "attack", "killed 9"),
        ("Nine people died on Monday and 21 were wounded in an attack on Friday in Suva.", "attack",
         "2024-05-24 injured 21"),
        ("Rebels attacked a village near Suva and killed nine people.", "attack", "killed 9"),
        ("Rebels ambushed and killed nine farmers near Suva.", "attack", "killed 9"),
        ("Rebels attacked a village on Monday and killed nine people in Lagos.", "attack", "2024-05-27"),
    ],
)  # fmt: skip
def test_what_is_told_of_an_act_beside_its_own_word(text, type, told):
    article = read_article(text, id="a", published=date(2024, 5, 30))
    found = event(gated(article, extract_findings(article)).findings, type)
    day = [found.date.edtf] if found.date is not None else []
    harmed = [f"{each.kind} {each.min}" for each in found.casualties]
    assert " ".join([*day, *harmed, *(p.actor for p in found.participants)]) == told


@pytest.mark.parametrize(
    ("text", "claimants"),
    [
        ("A report by the Harbour Union said the port was shut.", ["Harbour Union"]),
        ("A report from the Suva government said the port was shut.", ["Suva government"]),
        ("The union’s statement said the port was shut.", ["union"]),
        ("Ivo Stam’s letter said the port was shut.", ["Ivo Stam"]),
        ("News reports from the island country confirm that the port was shut.", []),
        ("News reports from Fiji said that the port was shut.", []),
        ("Last week’s report said the port was shut.", []),
        ("Ana Lume said Ivo Stam’s letter called for a vote.", ["Ana Lume"]),
        ("Ana Lume told a media briefing alluding to the last plan that failed.", ["Ana Lume"]),
    ],
)
def test_who_speaks_by_a_writing(text, claimants):
    article = read_article(text, id="a", published=date(2024, 5, 30))
    assert [c.claimant for c in gated(article, extract_findings(article)).findings.claims] == claimants


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Two men were arrested in Suva on Monday, an official said on condition of anonymity.", 0),
        ("Two men were freed in Suva on Monday on condition that they left Fiji, police said.", 1),
    ],
)
def test_a_source_that_will_not_be_named_limits_nothing(text, count):
    article = read_article(text, id="a", published=date(2024, 5, 30))
    fallen = gated(article, extract_findings(article)).fallen
    assert len([each for each in fallen if "on condition" in str(each)]) == count
