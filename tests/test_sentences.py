"""Golden sentences: what is composed of a record's facts, with missing facts and the word of others."""

import pytest

from dossier.facts import ActorRef, Attribution, EvidenceRef, Fact, Reported
from dossier.model import Agreement, Claim, Event, Participant, Quote, Role
from dossier.site.pages import leads, nouns, phrases, quote_leads, titles
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.composer import Filler, compose, plain
from dossier.site.pages.document import Link, Words
from dossier.site.pages.frame import claims_with_words, quoted
from dossier.site.pages.linker import Linker
from dossier.site.pages.relations import office_told, relation_lines
from dossier.vocabularies import event_types
from small_dossier import small_dossier

DOSSIER = small_dossier()
PASSAGE = EvidenceRef(DOSSIER.evidence[0].id)
BERG = Attribution(actor=ActorRef("ada-berg"))
POLICE = Attribution(as_reported=Reported("harbour police"))


def fact(value, *whose):
    return Fact(value=value, read_by="rules", evidence=(PASSAGE,), according_to=whose)


def party(actor, role, *whose):
    return fact({"actor": actor, "role": role}, *whose)


def on(edtf, kind="on"):
    rest = {"as_reported": "then", "precision": "day", "basis": "explicit", "rule": "x"}
    return {"kind": kind, "edtf": edtf, **rest}


def worded(record):
    section = {Event: "events", Agreement: "agreements", Claim: "claims", Quote: "quotes"}[type(record)]
    held = {**dict(DOSSIER), section: (*getattr(DOSSIER, section), record)}
    return leads.snippet(Linker(Catalogue(DOSSIER.model_copy(update=held)), ""), record)


def event(type, title, **fields):
    return Event(id="made", type=fact(type), title=fact(title), **fields)


@pytest.mark.parametrize(
    ("type", "title", "fields", "sentence"),
    [
        (
            "visit",
            "Visit to Norton by Ada Berg",
            {
                "participants": (party("ada-berg", "visitor"),),
                "place": fact("norton"),
                "date": fact(on("2021-05-03/2021-05-05", "during")),
            },
            "Ada Berg visited Norton from 3 to 5 May 2021.",
        ),
        (
            "visit",
            "Visit to Norton by Ada Berg",
            {
                "participants": (party("ada-berg", "visitor"),),
                "place": fact("norton"),
                "date": fact(on("2021-05-03/2021-05-04", "during")),
            },
            "Ada Berg visited Norton on 3 and 4 May 2021.",
        ),
        (
            "visit",
            "State visit to Norton by Ada Berg",
            {"participants": (party("ada-berg", "visitor"),), "place": fact("norton")},
            "Ada Berg made a state visit to Norton.",
        ),
        (
            "visit",
            "Visit by Ada Berg",
            {"participants": (party("ada-berg", "visitor"),)},
            "Ada Berg made a visit.",
        ),
        (
            "visit",
            "Visit to Norton by Ada Berg",
            {
                "participants": (party("ada-berg", "visitor"),),
                "place": fact("norton"),
                "date": fact(on("[..2021-05-03]", "before") | {"basis": "inferred"}),
            },
            "Ada Berg visited Norton.",
        ),
        (
            "visit",
            "Visit to Norton by Ada Berg",
            {
                "participants": (party("ada-berg", "visitor"),),
                "place": fact("norton"),
                "date": fact(on("[..2021-05-03]", "before")),
            },
            "Ada Berg visited Norton no later than 3 May 2021.",
        ),
        ("visit", "Visit to Norton", {"place": fact("norton")}, "The Norton Post reports a visit to Norton."),
        (
            "meeting",
            "Meeting of Ada Berg with Sudland",
            {
                "participants": (party("ada-berg", "participant"), party("sudland", "met")),
                "place": fact("port-alma"),
                "date": fact(on("[2021-05-03..2021-05-04]", "within")),
            },
            "Ada Berg met Sudland at Port Alma on 3 or 4 May 2021.",
        ),
        (
            "meeting",
            "Meeting of Ada Berg",
            {"participants": (party("ada-berg", "participant"),)},
            "The Norton Post reports a meeting of Ada Berg.",
        ),
        (
            "talks",
            "Talks of Norland and Sudland",
            {"participants": (party("norland", "participant"), party("sudland", "participant"))},
            "Norland and Sudland held talks.",
        ),
        (
            "talks",
            "Talks of Norland",
            {"participants": (party("norland", "participant"),)},
            "The Norton Post reports talks of Norland.",
        ),
        (
            "attack",
            "Attack on a ferry",
            {
                "casualties": (fact({"kind": "killed", "as_reported": "at least 3 sailors", "min": 3}),),
                "date": fact(on("2021-05", "within")),
            },
            "At least 3 sailors were killed in an attack on a ferry in May 2021.",
        ),
        (
            "attack",
            "Attack on a ferry",
            {
                "casualties": (
                    fact({"kind": "injured", "as_reported": "five"}, POLICE),
                    fact({"kind": "killed", "as_reported": "3", "group": "sailors"}, POLICE),
                ),
                "place": fact("port-alma"),
            },
            "3 sailors were killed and five injured in an attack on a ferry at Port Alma, "
            "according to harbour police.",
        ),
        (
            "attack",
            "Attack on a ferry",
            {
                "casualties": (
                    fact({"kind": "killed", "as_reported": "at least … sailors", "group": "crew", "min": 3}),
                ),
            },
            "At least 3 crew were killed in an attack on a ferry.",
        ),
        (
            "attack",
            "Attack on a ferry",
            {"casualties": (fact({"kind": "killed", "as_reported": "a sailor", "max": 1}),)},
            "A sailor was killed in an attack on a ferry.",
        ),
        (
            "attack",
            "Attack in Norton",
            {"place": fact("norton"), "date": fact(on("2021-05-03"))},
            "The Norton Post reports an attack in Norton on 3 May 2021.",
        ),
        (
            "arrest",
            "Arrest of Ada Berg",
            {
                "participants": (party("ada-berg", "arrested"),),
                "date": fact(on("[..2021-06-08]", "before"), POLICE),
            },
            "Ada Berg was arrested.",
        ),
        (
            "arrest",
            "Arrest of Ada Berg",
            {"participants": (party("ada-berg", "arrested", POLICE),), "date": fact(on("2021"), POLICE)},
            "Ada Berg was arrested in 2021, according to harbour police.",
        ),
        (
            "letter",
            "Letter from Ada Berg",
            {"participants": (party("ada-berg", "author"), party("sudland", "recipient"))},
            "Ada Berg wrote a letter to Sudland.",
        ),
        (
            "statement",
            "Statement of Sudland",
            {"participants": (party("sudland", "speaker"),)},
            "Sudland made a statement.",
        ),
        (
            "statement",
            "Instruction by Ada Berg to Ada Berg’s board",
            {"participants": (party("ada-berg", "speaker"),)},
            "Ada Berg gave an instruction to the board.",
        ),
        (
            "statement",
            "Speech by Ada Berg",
            {"participants": (party("ada-berg", "speaker"),), "place": fact("norton")},
            "Ada Berg gave a speech in Norton.",
        ),
        (
            "statement",
            "Speech by the mayor",
            {"participants": (party("ada-berg", "speaker"),)},
            "Ada Berg made a statement.",
        ),
        (
            "press_conference",
            "Joint press conference after the vote",
            {"participants": (party("ada-berg", "speaker"),), "place": fact("norton")},
            "Ada Berg took part in a joint press conference after the vote in Norton.",
        ),
        (
            "press_conference",
            "Joint press conference in Norton",
            {"participants": (party("ada-berg", "speaker"),), "place": fact("norton")},
            "Ada Berg took part in a joint press conference in Norton.",
        ),
        (
            "press_conference",
            "Press conference of Ada Berg",
            {"participants": (party("ada-berg", "speaker"),), "place": fact("norton")},
            "Ada Berg spoke at a press conference in Norton.",
        ),
        ("outbreak", "Outbreak of fever", {}, "The Norton Post reports an outbreak of fever."),
        (
            "attack",
            "Killing in Norton",
            {
                "casualties": (fact({"kind": "killed", "as_reported": "three sailors", "min": 3}),),
                "place": fact("norton"),
            },
            "Three sailors were killed in Norton.",
        ),
        (
            "visit",
            "Recent visit to Norton by Ada Berg",
            {"participants": (party("ada-berg", "visitor"),), "place": fact("norton")},
            "Ada Berg visited Norton.",
        ),
        ("seizure", "Seizure of cocaine", {}, "The Norton Post reports a seizure of cocaine."),
        (
            "arrest",
            "Arrest of two suspects in Norton",
            {"place": fact("norton")},
            "Two suspects were arrested in Norton.",
        ),
        ("seizure", "Seizure of 12 rifles by Ada Berg", {}, "Ada Berg seized 12 rifles."),
        (
            "seizure",
            "Seizure of a boat by the coastguard",
            {"date": fact(on("2021-05-03"))},
            "The coastguard seized a boat on 3 May 2021.",
        ),
        (
            "resignation",
            "Resignation of Ada Berg",
            {"participants": (party("ada-berg", "leaves office"),)},
            "Ada Berg resigned.",
        ),
        (
            "deployment",
            "Deployment of troops to Norton",
            {"place": fact("norton")},
            "Troops were deployed to Norton.",
        ),
        ("meeting", "Meeting of the mayor with two clerks", {}, "The mayor met two clerks."),
        ("visit", "Visit to the border by Ada Berg", {}, "Ada Berg visited the border."),
        ("attack", "Attack on a ferry", {}, "A ferry was attacked."),
        (
            "attack",
            "Killing of Ada Berg in Norton",
            {
                "casualties": (fact({"kind": "killed", "as_reported": "a mayor", "max": 1}),),
                "place": fact("norton"),
            },
            "Ada Berg was killed in Norton.",
        ),
        (
            "attack",
            "Killing of Ada Berg",
            {
                "casualties": (
                    fact({"kind": "killed", "as_reported": "a mayor", "max": 1}),
                    fact({"kind": "injured", "as_reported": "two clerks", "min": 2, "max": 2}),
                ),
            },
            "Ada Berg was killed and two clerks were injured.",
        ),
        (
            "death",
            "Death of two sailors",
            {"casualties": (fact({"kind": "killed", "as_reported": "two sailors", "min": 2, "max": 2}),)},
            "Two sailors died.",
        ),
        (
            "death",
            "Death of Ada Berg in a crash",
            {"participants": (party("ada-berg", "died"),)},
            "Ada Berg died.",
        ),
        (
            "attack",
            "Attack on a bus in the hills",
            {},
            "The Norton Post reports an attack on a bus in the hills.",
        ),
        (
            "arrest",
            "Arrest of the minister of trade and industry",
            {},
            "The Norton Post reports the arrest of the minister of trade and industry.",
        ),
        ("arrest", "Arrest of the mayor and two clerks", {}, "The mayor and two clerks were arrested."),
        (
            "arrest",
            "Arrest of the ministers of trade and industry",
            {},
            "The ministers of trade and industry were arrested.",
        ),
        ("attack", "Attack on Trinidad and Tobago", {}, "Trinidad and Tobago was attacked."),
        ("attack", "Attack on the United Nations", {}, "The United Nations was attacked."),
        ("attack", "Attack on United Nations", {}, "The United Nations was attacked."),
        ("attack", "Bombing of Yemen", {}, "Yemen was bombed."),
        ("arrest", "Arrest of three gunmen", {}, "Three gunmen were arrested."),
        (
            "arrest",
            "Arrest of two suspects by Sudland",
            {"participants": (party("sudland", "arrests"),)},
            "Sudland arrested two suspects.",
        ),
        (
            "sentence",
            "Sentencing of Ada Berg to nine years in prison",
            {"participants": (party("ada-berg", "sentenced"),)},
            "Ada Berg was sentenced to nine years in prison.",
        ),
        (
            "sentence",
            "Sentencing of Ada Berg to death",
            {"participants": (party("ada-berg", "sentenced"),)},
            "Ada Berg was sentenced to death.",
        ),
        (
            "sentence",
            "Sentencing of Ada Berg to life in prison",
            {"participants": (party("ada-berg", "sentenced"),)},
            "Ada Berg was sentenced to life in prison.",
        ),
        (
            "resignation",
            "Resignation of Ada Berg in Norton",
            {"participants": (party("ada-berg", "leaves office"),), "place": fact("norton")},
            "Ada Berg resigned in Norton.",
        ),
        (
            "attack",
            "Shelling of the port of Norton",
            {"place": fact("norton")},
            "The port of Norton was shelled.",
        ),
        ("attack", "Arson attack on a ferry", {}, "The Norton Post reports an arson attack on a ferry."),
        ("ruling", "Verdict on Ada Berg", {}, "The Norton Post reports a verdict on Ada Berg."),
        ("other", "Alma treaty day", {}, "Alma treaty day, The Norton Post reports."),
        ("other", "Bells rang in the port", {}, "Bells rang in the port, The Norton Post reports."),
    ],
)
def test_an_event_in_a_sentence(type, title, fields, sentence):
    assert worded(event(type, title, **fields)) == sentence


def said_at(kind, *, target="reed-circle", claimant="sudland", words="so it was", whose=(), **fields):
    """The statement of Sudland with a claim made in its sentence."""
    told = event("statement", "Statement of Sudland", participants=(party("sudland", "speaker"),))
    claim = Claim(
        id="told",
        kind=fact(kind, *whose),
        claimant=fact(claimant),
        claimant_as_reported=fact("they"),
        target=fact(target) if target else None,
        wording_as_reported=fact(words),
        evidence=(PASSAGE,),
        method="clause",
        **fields,
    )
    held = DOSSIER.model_copy(update={"events": (*DOSSIER.events, told), "claims": (*DOSSIER.claims, claim)})
    return leads.snippet(Linker(Catalogue(held), ""), told)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ({"kind": "accusation"}, "Sudland made a statement, accusing Reed Circle."),
        (
            {"kind": "accusation", "words": "accusing the circle of “neglect”"},
            "Sudland made a statement, accusing Reed Circle of “neglect”.",
        ),
        ({"kind": "call", "target": "norland"}, "Sudland made a statement, addressing a demand to Norland."),
        (
            {"kind": "accusation", "whose": (Attribution(actor=ActorRef("sudland")),)},
            "Sudland made a statement, accusing Reed Circle.",
        ),
        ({"kind": "accusation", "claimant": "norland"}, "Sudland made a statement."),
        ({"kind": "accusation", "whose": (BERG,)}, "Sudland made a statement."),
        ({"kind": "accusation", "target": None}, "Sudland made a statement."),
        ({"kind": "denial"}, "Sudland made a statement."),
    ],
)
def test_a_statement_tells_whom_it_accuses_or_asks(claim, sentence):
    assert said_at(**claim) == sentence


@pytest.mark.parametrize(
    ("kind", "target", "line", "sentence"),
    [
        (
            "call",
            "norland",
            "Sudland demanded that Norland reopen the ferry line.",
            "Sudland made a statement, demanding that Norland reopen the ferry line.",
        ),
        (
            "accusation",
            "reed-circle",
            "Sudland accused Reed Circle of hiding the boats.",
            "Sudland made a statement, accusing Reed Circle of hiding the boats.",
        ),
        (
            "accusation",
            "sudland",
            "Sudland accused Sudland of hiding the boats.",
            "Sudland made a statement, accusing it of hiding the boats.",
        ),
        (
            "accusation",
            "reed-circle",
            "A letter accused Reed Circle of hiding the boats.",
            "Sudland made a statement, accusing Reed Circle.",
        ),
        (
            "accusation",
            "reed-circle",
            "Sudland reported Reed Circle to the court.",
            "Sudland made a statement, accusing Reed Circle.",
        ),
    ],
)
def test_a_statement_goes_on_with_an_editors_sentence_about_what_was_claimed(kind, target, line, sentence):
    description = fact(line).model_copy(update={"read_by": "editor"})
    assert said_at(kind=kind, target=target, description=description) == sentence


def accusations(*lines, type="statement"):
    """The statement of Sudland with accusations of the circle that an editor tells; and where it rests."""
    told = event(type, "Statement of Sudland", participants=(party("sudland", "speaker"),))
    claims = [
        Claim(
            id=f"told-{number}",
            kind=fact("accusation"),
            claimant=fact("sudland"),
            claimant_as_reported=fact("they"),
            target=fact("reed-circle"),
            wording_as_reported=fact("so it was"),
            description=fact(line).model_copy(update={"read_by": "editor"}),
            evidence=(PASSAGE,),
            method="clause",
        )
        for number, line in enumerate(lines)
    ]
    held = DOSSIER.model_copy(
        update={"events": (*DOSSIER.events, told), "claims": (*DOSSIER.claims, *claims)}
    )
    linker = Linker(Catalogue(held), "")
    return leads.snippet(linker, told), [fact.value for fact in leads.told_besides(linker, told)]


def test_a_sentence_rests_on_the_editors_sentences_that_stand_in_it_and_on_no_other():
    hiding, selling = (f"Sudland accused Reed Circle of {what}." for what in ("hiding boats", "selling maps"))
    told = "Sudland made a statement, accusing Reed Circle of hiding boats."
    assert accusations(hiding) == (told, [hiding])
    assert accusations(hiding, selling) == (told, [hiding])
    assert accusations("A letter accused Reed Circle.", selling) == (
        "Sudland made a statement, accusing Reed Circle.",
        [],
    )


@pytest.mark.parametrize(
    ("record", "besides"),
    [
        (
            event("visit", "Visit to Norton", date=fact(on("2021-05-03")), place=fact("norton")),
            ["2021-05-03"],
        ),
        (event("visit", "Visit to Norton", place=fact("norton")), []),
        (
            event(
                "visit", "Visit to Norton", date=fact(on("[..2021-05-03]", "before") | {"basis": "inferred"})
            ),
            [],
        ),
    ],
    ids=["dated", "undated", "a date that the sentence leaves out"],
)
def test_the_sentence_about_an_event_rests_on_the_date_that_it_tells(record, besides):
    held = DOSSIER.model_copy(update={"events": (*DOSSIER.events, record)})
    rests_on = leads.told_besides(Linker(Catalogue(held), ""), record)
    assert [fact.value.edtf for fact in rests_on] == besides


@pytest.mark.parametrize(
    ("title_by", "recipient_by", "besides"),
    [("rules", "rules", []), ("editor", "rules", ["Pledge of aid"]), ("rules", "editor", ["norland"])],
)
def test_the_sentence_about_an_agreement_rests_on_what_an_editor_gave_of_it(title_by, recipient_by, besides):
    made = Agreement(
        id="made",
        title=fact("Pledge of aid", BERG).model_copy(update={"read_by": title_by}),
        kind=fact("pledge"),
        parties=(party("sudland", "pledger"),),
        recipient=fact("norland").model_copy(update={"read_by": recipient_by}),
        status=fact("pledged"),
        status_as_reported=fact("pledged"),
    )
    held = DOSSIER.model_copy(update={"agreements": (*DOSSIER.agreements, made)})
    rests_on = leads.told_besides(Linker(Catalogue(held), ""), made)
    assert [fact.value for fact in rests_on] == besides


def test_an_event_whose_patterns_tell_no_claims_rests_on_none():
    assert "{saying}" not in "".join(nouns.sentences().events["press_conference"])
    told = "Sudland spoke at a press conference."
    assert accusations("Sudland accused Reed Circle of hiding boats.", type="press_conference") == (told, [])


@pytest.mark.parametrize(
    ("state", "title", "own"),
    [
        ("Tonga", "senior Tongan envoy", "Tongan"),
        ("Tonga", "Tongan-born envoy", None),
        ("Tonga", "Fijian envoy", None),
        ("Tonga", "envoy", None),
        ("Tongan Board", "Tongan envoy", None),
        ("Norland", "Tongan envoy", None),
    ],
)
def test_a_title_says_of_which_state_it_is(state, title, own):
    assert nouns.adjective_of(state, title) == own


@pytest.mark.parametrize(
    ("title", "sentence", "tie"),
    [
        (
            "Tongan Foreign Minister",
            "Ada Berg was Tongan Foreign Minister in June 2021.",
            "Tongan Foreign Minister",
        ),
        (
            "Foreign Minister",
            "Ada Berg was Foreign Minister of Tonga in June 2021.",
            "Foreign Minister of Tonga",
        ),
        (
            "adviser",
            "Ada Berg is described as “adviser” in a report by The Norton Post.",
            "an adviser of Tonga",
        ),
    ],
)
def test_a_title_with_the_adjective_of_its_state_takes_no_of(title, sentence, tie):
    berg, norland, *others = DOSSIER.actors
    tonga = norland.model_copy(update={"name": fact("Tonga")})
    berg = berg.model_copy(
        update={"roles": (fact(Role(title=title, of=ActorRef("norland"))),), "description": None}
    )
    held = DOSSIER.relations[0].model_copy(
        update={
            "subject": "ada-berg",
            "predicate": "holds_role_in",
            "object": "norland",
            "claim": None,
            "according_to": (),
            "evidence": (PASSAGE,),
        }
    )
    linker = Linker(
        Catalogue(DOSSIER.model_copy(update={"actors": (berg, tonga, *others), "relations": (held,)})), ""
    )
    assert leads.snippet(linker, berg) == sentence
    (line,) = relation_lines(linker, "ada-berg")
    assert plain(line).strip().startswith(f"Was {tie} in June 2021")
    assert plain(office_told(linker, held)) == f"Ada Berg was {tie} in June 2021"
    assert [part.text for part in line if isinstance(part, Link)] == [
        tie.split()[0] if "of" not in tie else "Tonga"
    ]


@pytest.mark.parametrize(
    ("predicate", "title", "line"),
    [
        ("holds_role_in", "President", "Ada Berg was its President in June 2021"),
        ("holds_role_in", "adviser", "Ada Berg was an adviser in June 2021"),
        ("held_role_in", "adviser", "Ada Berg is a former adviser"),
        ("held_role_in", "President", "Ada Berg is its former President"),
    ],
)
def test_an_office_is_told_from_its_state_with_the_article_it_takes(predicate, title, line):
    berg, *others = DOSSIER.actors
    former = predicate == "held_role_in"
    role = fact(Role(title=title, of=ActorRef("norland"), former=former))
    berg = berg.model_copy(update={"roles": (role,)})
    held = DOSSIER.relations[0].model_copy(
        update={
            "subject": "ada-berg",
            "predicate": predicate,
            "object": "norland",
            "claim": None,
            "according_to": (),
            "evidence": (PASSAGE,),
        }
    )
    changed = DOSSIER.model_copy(update={"actors": (berg, *others), "relations": (held,)})
    (told,) = relation_lines(Linker(Catalogue(changed), ""), "norland")
    assert plain(told).strip() == line


@pytest.mark.parametrize(
    ("other", "told"), [("norland", []), ("tonga", ["Party to an agreement with Tonga"])]
)
def test_parties_to_an_agreement_that_the_page_lists_are_not_told_twice(other, told):
    berg, norland, *others = DOSSIER.actors
    tonga = norland.model_copy(update={"id": "tonga", "name": fact("Tonga")})
    (agreement, *_) = DOSSIER.agreements
    parties = tuple(fact(Participant(actor=ActorRef(id), role="party")) for id in ("ada-berg", "norland"))
    agreed = agreement.model_copy(update={"parties": parties})
    tie = DOSSIER.relations[0].model_copy(
        update={
            "subject": "ada-berg",
            "predicate": "party_with",
            "object": other,
            "claim": None,
            "according_to": (),
            "evidence": (PASSAGE,),
        }
    )
    changed = DOSSIER.model_copy(
        update={
            "actors": (berg, norland, tonga, *others),
            "agreements": (agreed,),
            "relations": (tie,),
        }
    )
    lines = relation_lines(Linker(Catalogue(changed), ""), "ada-berg")
    assert [plain(line).strip() for line in lines] == told


@pytest.mark.parametrize("type", sorted(event_types()))
@pytest.mark.parametrize("role", ["attacker", "involved", "speaker", "author"])
def test_no_sentence_about_violence_names_who_took_part(type, role):
    sentence = worded(event(type, "Deed at the pier", participants=(party("reed-circle", role),)))
    assert sentence.endswith(".")
    if type in ("attack", "kidnapping", "armed_clash", "other"):
        assert "Reed" not in sentence


@pytest.mark.parametrize(
    ("status", "title", "fields", "sentence"),
    [
        (
            "agreed",
            "Joint ferry office",
            {"parties": (party("norland", "party"), party("sudland", "party"))},
            "Norland and Sudland agreed on a joint ferry office.",
        ),
        (
            "agreed",
            "Joint ferry office",
            {"parties": (party("norland", "party", BERG), party("sudland", "party", BERG))},
            "Norland and Sudland agreed on a joint ferry office, according to Ada Berg.",
        ),
        (
            "agreed",
            "Agreement between Norland and Sudland",
            {"parties": (party("norland", "party"), party("sudland", "party"))},
            "Norland and Sudland reached an agreement.",
        ),
        ("agreed", "Lower tolls", {}, "Lower tolls were agreed."),
        (
            "agreed",
            "Lower tolls",
            {"status_as_reported": fact("agreed in principle to lower")},
            "Lower tolls were agreed in principle.",
        ),
        (
            "agreed",
            "Joint ferry office",
            {
                "parties": (party("norland", "party"), party("sudland", "party")),
                "status_as_reported": fact("provisionally agreed on"),
            },
            "Norland and Sudland agreed provisionally on a joint ferry office.",
        ),
        ("planned", "Bridge at Port Alma", {}, "A bridge at Port Alma is planned."),
        (
            "planned",
            "Plan to mend the ferry",
            {"parties": (party("norland", "party"), party("sudland", "party"))},
            "Norland and Sudland plan to mend the ferry.",
        ),
        (
            "planned",
            "Plan to mend the ferry",
            {"parties": (party("norland", "party"),)},
            "Norland plans to mend the ferry.",
        ),
        (
            "signed",
            "Agreement between Norland and Sudland",
            {"parties": (party("norland", "party"), party("sudland", "party"))},
            "Norland and Sudland signed an agreement.",
        ),
        (
            "signed",
            "Agreement between Norland and Port Alma",
            {"parties": (party("norland", "party"), party("sudland", "party"))},
            "Norland and Sudland signed an agreement between Norland and Port Alma.",
        ),
        (
            "pledged",
            "Pledge of aid",
            {"parties": (party("sudland", "pledger"),), "recipient": fact("norland")},
            "Sudland pledged aid to Norland.",
        ),
        (
            "pledged",
            "Pier at Port Alma",
            {"parties": (party("sudland", "pledger"),), "recipient": fact("norland", BERG)},
            "Sudland pledged a pier at Port Alma.",
        ),
        (
            "pledged",
            "Pledge that the ferry will sail",
            {
                "parties": (party("ada-berg", "pledger", BERG),),
                "status_as_reported": fact("has reiterated"),
            },
            "Ada Berg reiterated that the ferry will sail, according to Ada Berg.",
        ),
        (
            "pledged",
            "Pledge of aid",
            {
                "parties": (party("sudland", "pledger"),),
                "recipient": fact("norland"),
                "status_as_reported": fact("reaffirmed"),
            },
            "Sudland reiterated a pledge of aid to Norland.",
        ),
        (
            "pledged",
            "Pier at Port Alma",
            {"parties": (party("sudland", "pledger"),), "status_as_reported": fact("reaffirmed")},
            "Sudland pledged a pier at Port Alma.",
        ),
        ("unknown", "Alma accord", {}, "The Norton Post reports the Alma accord."),
    ],
)
def test_an_agreement_in_a_sentence(status, title, fields, sentence):
    made = Agreement(
        id="made",
        title=fact(title),
        kind=fact("other"),
        status=fact(status),
        **{"status_as_reported": fact("so")} | fields,
    )
    assert worded(made) == sentence


@pytest.mark.parametrize(
    ("kind", "fields", "sentence"),
    [
        (
            "responsibility_blamed",
            {"target": fact("reed-circle"), "about": fact("attack-on-a-ferry")},
            "Sudland blamed Reed Circle for the attack on a ferry, in the article’s words: “so it was”. "
            "This claim is not verified.",
        ),
        (
            "responsibility_claimed",
            {},
            "Sudland claimed responsibility, in the article’s words: “so it was”. "
            "This claim is not verified.",
        ),
        (
            "carried_out_according_to",
            {"target_as_reported": fact("unknown men"), "about": fact("attack-on-a-ferry")},
            "Sudland attributed the attack on a ferry to unknown men, in the article’s words: “so it was”. "
            "This claim is not verified.",
        ),
        (
            "call",
            {"target": fact("norland")},
            "Sudland said what Norland should do, in the article’s words: “so it was”.",
        ),
        ("call", {}, "Sudland said what should be done, in the article’s words: “so it was”."),
        ("statement", {}, "Sudland said, in the article’s words: “so it was”."),
        (
            "accusation",
            {"claimant": None, "claimant_as_reported": fact("nobody named"), "target": fact("norland")},
            "The article does not say who made an accusation against Norland, in the article’s words: "
            "“so it was”. This claim is not verified.",
        ),
    ],
)
def test_a_claim_stays_somebodys_word(kind, fields, sentence):
    made = Claim(
        id="made",
        kind=fact(kind),
        wording_as_reported=fact("so it was"),
        evidence=(PASSAGE,),
        method="clause",
        **{"claimant": fact("sudland"), "claimant_as_reported": fact("Sudland")} | fields,
    )
    assert worded(made) == sentence


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("statement", "Sudland said that the ferry was late."),
        ("accusation", "Sudland said that the ferry was late. This claim is not verified."),
    ],
)
def test_an_editors_sentence_tells_a_claim(kind, sentence):
    made = Claim(
        id="made",
        kind=fact(kind),
        claimant=fact("sudland"),
        claimant_as_reported=fact("Sudland"),
        wording_as_reported=fact("the ferry …"),
        description=fact("Sudland said that the ferry was late."),
        evidence=(PASSAGE,),
        method="clause",
    )
    assert worded(made) == sentence


@pytest.mark.parametrize(
    ("form", "fields", "sentence"),
    [
        ("direct", {"speaker": fact("ada-berg")}, "Ada Berg said: “We wait”."),
        (
            "direct",
            {"speaker": fact("ada-berg"), "occasion": fact("statement-of-berg")},
            "Ada Berg said in a statement: “We wait”.",
        ),
        ("partial", {"speaker_as_reported": fact("sailors")}, "Sailors used the words “We wait”."),
        ("direct", {}, "A speaker whom this dossier does not identify said: “We wait”."),
    ],
)
def test_a_quotation_in_a_sentence(form, fields, sentence):
    made = Quote(
        id="made", segments=(PASSAGE,), text=fact("We wait,"), form=fact(form), method="none", **fields
    )
    assert worded(made) == sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("The ferry is late, … We wait.", "Ada Berg said: “The ferry is late”. “We wait.”"),
        ("The ferry is late, … [Boats] wait,", "Ada Berg said: “The ferry is late”. “[Boats] wait”."),
        ("The ferry is late, … and we wait,", "Ada Berg said: “The ferry is late, … and we wait”."),
        ("We wait. So do they!", "Ada Berg said: “We wait. So do they!”"),
    ],
    ids=["the reporter stood between sentences", "an insertion begins", "within a sentence", "in one go"],
)
def test_a_quotation_of_several_pieces_in_a_sentence(text, sentence):
    made = Quote(
        id="made",
        segments=(PASSAGE,),
        text=fact(text),
        form=fact("direct"),
        method="none",
        speaker=fact("ada-berg"),
    )
    assert worded(made) == sentence


@pytest.mark.parametrize(
    ("id", "sentence"),
    [
        ("ada-berg", "Ada Berg was President of Norland in June 2021."),
        ("reed-circle", "Reed Circle is an armed group named in a report by The Norton Post."),
        ("port-alma", "Port Alma is a port in Sudland."),
        ("norton", "Norton is a city named in a report by The Norton Post."),
    ],
)
def test_a_name_is_defined_by_its_fields(id, sentence):
    catalogue = Catalogue(DOSSIER)
    assert leads.snippet(Linker(catalogue, ""), catalogue.records[id]) == sentence


@pytest.mark.parametrize(
    ("name", "article"),
    [
        ("Norland Fishers Association", "the "),
        ("Ministry of Ferries", "the "),
        ("United Isles", "the "),
        ("Norland’s ministry", ""),
        ("Norland authorities", ""),
        ("The Reed Council", ""),
        ("NFA", ""),
    ],
)
def test_names_that_take_an_article(name, article):
    assert nouns.definite(name) == article


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("interior ministry", "the interior ministry"),
        ("Interior ministry", "the interior ministry"),
        ("statement from his office", "a statement from his office"),
        ("witness", "a witness"),
        ("unknown men", "unknown men"),
        ("police", "police"),
        ("Residents", "residents"),
        ("his country", "his country"),
        ("the mayor", "the mayor"),
        ("one of them", "one of them"),
        ("Norland’s army", "Norland’s army"),
        ("14 sailors", "14 sailors"),
        ("parliament", "parliament"),
        ("Reed Circle", "Reed Circle"),
        ("Norwegian police officer", "a Norwegian police officer"),
        ("Norwegian government", "the Norwegian government"),
        ("Norwegian officials", "Norwegian officials"),
        ("Norwegian", "Norwegian"),
        ("he", "somebody whom the article calls “he”"),
        ("Moss and Reed River Nation elder", "a Moss and Reed River Nation elder"),
        ("Moss and Reed River Nation …", "a source"),
        ("Moss and Reed officials", "Moss and Reed officials"),
        ("two people familiar with …", "two people"),
        ("New data from the Ferry Board", "new data from the Ferry Board"),
        ("Bishop", "the bishop"),
        ("Norland campaign", "the Norland campaign"),
        ("US official", "a US official"),
        ("White Tower official", "a White Tower official"),
        ("Confidential Harbour Board report", "a Confidential Harbour Board report"),
        ("Norland Port police", "the Norland Port police"),
        ("Crown Prince", "the Crown Prince"),
        ("Norwegian President", "the Norwegian President"),
        ("US Secretary", "the US Secretary"),
        ("", ""),
        ("Prime Minister", "the Prime Minister"),
        ("head of port policy and member of the …", "the head of port policy"),
        ("chief adviser for U …", "a chief adviser"),
        ("Norland State Ferry …", "Norland State Ferry"),
        ("EU envoy", "an EU envoy"),
        ("UN", "the UN"),
        ("UK officials", "UK officials"),
        ("US Navy", "the US Navy"),
        ("us", "us"),
        ("officers, allegedly drunk", "officers, allegedly drunk"),
        ("officer, allegedly drunk", "an officer, allegedly drunk"),
        ("people familiar with the ferry", "people familiar with the ferry"),
        ("sailor loyal to the board", "a sailor loyal to the board"),
        ("nobody", "nobody"),
        ("everyone", "everyone"),
        ("half the crew", "half the crew"),
        ("nobody named", "a source that the article does not name"),
        ("United Nations", "the United Nations"),
        ("Ada Church", "Ada Church"),
        ("Lommen spokesman", "a Lommen spokesman"),
        ("iLume", "iLume"),
        ("Labour spokesman", "a Labour spokesman"),
        ("Music teachers", "music teachers"),
        ("a Veldian miller", "a Veldian miller"),
        ("An Ostian miller", "an Ostian miller"),
        ("another Veldian miller", "another Veldian miller"),
        ("A Lommen spokesman", "a Lommen spokesman"),
        ("Veldian miller", "a Veldian miller"),
        ("Two Norlandic priests and a clerk", "two Norlandic priests and a clerk"),
        ("the Ferry Unions' LOCKS table on tolls", "the Ferry Unions' LOCKS table on tolls"),
        ("The town's oldest ferries", "the town's oldest ferries"),
        ("Every Veldian clerk", "every Veldian clerk"),
        ("Both sides", "both sides"),
        ("Many", "many"),
        ("Some ferry users in Lommen", "some ferry users in Lommen"),
        ("Data", "data"),
        ("Nearly three out of four girls", "nearly three out of four girls"),
        ("Almost half of the crew", "almost half of the crew"),
        ("The two clerks", "the two clerks"),
        ("Ferry Board (FB) data", "Ferry Board (FB) data"),
        ("The town's oldest ferry …", "a source that the article calls “the town's oldest ferry …”"),
        ("Veldian state ferry clerk …", "a Veldian state ferry clerk"),
        ("Deputy director of the Reed Board", "the deputy director of the Reed Board"),
        ("Eight deals on tolls", "eight deals on tolls"),
        ("All Reds captain", "an All Reds captain"),
    ],
)
def test_somebody_without_a_name_in_a_sentence(words, told):
    assert nouns.unnamed(words) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Dawn newspaper", "the Dawn newspaper"),
        ("Dawn officials", "Dawn officials"),
        ("Green officials", "green officials"),
    ],
)
def test_a_name_of_the_dossier_keeps_its_capital(words, told):
    assert nouns.unnamed(words, lambda text: ("dawn",) if "Dawn" in text else ()) == told


@pytest.mark.parametrize(
    ("name", "kind", "told"),
    [
        ("Harbour Lines", "organisation", "Harbour Lines is"),
        ("Harbour pilots", "organisation", "Harbour pilots are"),
        ("Reed Circles", "armed_group", "Reed Circles are"),
        ("Central Bank", "organisation", "The Central Bank is"),
        ("Harbour Bank", "organisation", "Harbour Bank is"),
    ],
)
def test_a_body_of_a_name_of_its_own_is_one(name, kind, told):
    circle = DOSSIER.actors[3].model_copy(update={"name": fact(name), "kind": fact(kind)})
    catalogue = Catalogue(DOSSIER.model_copy(update={"actors": (*DOSSIER.actors[:3], circle)}))
    assert leads.snippet(Linker(catalogue, ""), circle).startswith(told)


@pytest.mark.parametrize(
    ("title", "former", "told"),
    [
        ("former Norlandic envoy", True, "“former Norlandic envoy”"),
        ("envoy", True, "former “envoy”"),
        ("economist at the port", False, "“economist at the port”"),
        ("president of the ferry club", False, "“president of the ferry club”"),
        ("President", False, "“President”"),
    ],
)
def test_who_somebody_is_described_as(title, former, told):
    berg = DOSSIER.actors[0].model_copy(
        update={"roles": (fact(Role(title=title, former=former)),), "description": None}
    )
    catalogue = Catalogue(DOSSIER.model_copy(update={"actors": (berg, *DOSSIER.actors[1:])}))
    told_of = leads.snippet(Linker(catalogue, ""), berg)
    assert told_of == f"Ada Berg is described as {told} in a report by The Norton Post."


@pytest.mark.parametrize(
    ("title", "noun"),
    [
        ("Death of two sailors", "the death of two sailors"),
        ("Closure", "a closure"),
        ("Ambush of a bus", "an ambush of a bus"),
        ("Uniform for ferrymen", "a uniform for ferrymen"),
        ("Lower tolls on ferries", "lower tolls on ferries"),
        ("Aid for sailors", "aid for sailors"),
        ("Conviction of the two sailors", "the conviction of the two sailors"),
        ("NFA charter", "the NFA charter"),
        ("Norton Energy Accord", "the Norton Energy Accord"),
        ("Norland’s Ferry Pact", "Norland’s Ferry Pact"),
        ("Operation Low Tide", "Operation Low Tide"),
        ("Storm Olga in Lesk", "Storm Olga in Lesk"),
        ("Storm in Lesk", "a storm in Lesk"),
        ("Capsizing of a ferry", "the capsizing of a ferry"),
    ],
)
def test_a_title_as_a_noun(title, noun):
    assert plain(titles.titled(title).parts) == noun


def test_a_fact_of_another_voice_is_left_out_or_names_its_voice():
    told = {"who": Filler(("sailors",), True), "when": Filler(("in May",), False, (POLICE,))}
    optional = compose(["{who} {who:was|were} late[ {when}]"], told)
    needed = compose(["{who} {who:was|were} late {when}"], told)
    assert optional is not None
    assert needed is not None
    assert (plain(optional.parts), optional.according_to) == ("Sailors were late", ())
    assert (plain(needed.parts), needed.according_to) == ("Sailors were late in May", (POLICE,))
    assert compose(["{who} saw {whom}"], told) is None


def test_every_pattern_has_a_type_of_its_kind():
    assert set(nouns.sentences().events) <= set(event_types())
    assert not {"attack", "kidnapping", "armed_clash"} & set(nouns.sentences().events)


@pytest.mark.parametrize(
    ("words", "whose"),
    [
        ("We wait", "in the speaker’s own words: “We wait”."),
        ("late", "in the speaker’s own word: “late”."),
        ("spoke of “late” ferries", "in the article’s words: “spoke of ‘late’ ferries”."),
        ("late again", "in the article’s words: “late again”."),
        ("rry is late", "in the article’s words: “rry is late”."),
    ],
)
def test_a_claim_is_in_the_words_of_whoever_said_them(words, whose):
    made = Claim(
        id="made",
        kind=fact("statement"),
        claimant=fact("ada-berg"),
        claimant_as_reported=fact("Berg"),
        wording_as_reported=fact(words),
        evidence=(PASSAGE,),
        method="clause",
    )
    assert worded(made) == f"Ada Berg said, {whose}"


@pytest.mark.parametrize(
    ("method", "sentence"),
    [("aside", "Ada Berg made a statement, in"), ("object", "Ada Berg announced that the ferry is late.")],
)
def test_only_who_is_read_to_have_said_a_clause_said_it(method, sentence):
    made = Claim(
        id="made",
        kind=fact("statement"),
        claimant=fact("ada-berg"),
        claimant_as_reported=fact("Berg"),
        wording_as_reported=fact("announced that the ferry is late"),
        evidence=(PASSAGE,),
        method=method,
    )
    assert worded(made).startswith(sentence)


@pytest.mark.parametrize(
    ("kind", "method", "fields", "words", "sentence"),
    [
        ("denial", "object", {}, "denied the charges", "Sudland denied the charges."),
        ("denial", "object", {}, "denied it", "Sudland made a denial, in the article’s words: “denied it”."),
        (
            "warning",
            "clause",
            {},
            "Three ferries could be late",
            "Sudland warned that three ferries could be late.",
        ),
        ("statement", "clause", {}, "it was ready to help", "Sudland said that it was ready to help."),
        ("statement", "clause", {}, "Chile had closed it", "Sudland said that Chile had closed it."),
        ("statement", "clause", {}, "Ferries were late", "Sudland said that ferries were late."),
        ("statement", "clause", {}, "There was no date", "Sudland said that there was no date."),
        (
            "statement",
            "clause",
            {},
            "there from May",
            "Sudland said, in the article’s words: “there from May”.",
        ),
        (
            "statement",
            "clause",
            {},
            "claim the boat was late",
            "Sudland said, in the article’s words: “claim the boat was late”.",
        ),
        (
            "statement",
            "clause",
            {},
            "Those who are late, Sudland said, must pay",
            "Sudland said, in the article’s words: “Those who are late … must pay”.",
        ),
        (
            "statement",
            "clause",
            {},
            "Sudland said in leaving, noting that it was late",
            "Sudland said, in the article’s words: “Sudland said in leaving, noting that it was late”.",
        ),
        (
            "statement",
            "clause",
            {},
            "we are ready to help",
            "Sudland said, in the article’s words: “we are ready to help”.",
        ),
        (
            "denial",
            "clause",
            {},
            "the ferry had sailed",
            "Sudland denied that the ferry had sailed.",
        ),
        (
            "accusation",
            "accuse",
            {"target_as_reported": fact("union")},
            "accused the union of “sloth”",
            "Sudland accused the union of “sloth”.",
        ),
        (
            "accusation",
            "accuse",
            {"target_as_reported": fact("union")},
            "accusing the union of “sloth”",
            "Sudland accused the union of “sloth”.",
        ),
        (
            "accusation",
            "accuse",
            {"target_as_reported": fact("union")},
            "accused of sloth",
            "Sudland made an accusation against the union, in the article’s words: “accused of sloth”.",
        ),
        (
            "accusation",
            "accuse",
            {},
            "accused the union …",
            "Sudland made an accusation.",
        ),
        ("statement", "object", {}, "announced a new ferry", "Sudland announced a new ferry."),
        (
            "statement",
            "clause",
            {},
            "announced a new ferry",
            "Sudland made a statement, in the article’s words: “announced a new ferry”.",
        ),
        (
            "call",
            "infinitive",
            {"target": fact("norland")},
            "to mend the ferry",
            "Sudland called on Norland to mend the ferry.",
        ),
        (
            "call",
            "infinitive",
            {"target_as_reported": fact("parliament")},
            "not to sell the ferry",
            "Sudland called on parliament not to sell the ferry.",
        ),
        (
            "call",
            "infinitive",
            {},
            "for the ferry to be mended",
            "Sudland called for the ferry to be mended.",
        ),
        (
            "call",
            "infinitive",
            {"target": fact("norland")},
            "for a ferry",
            "Sudland asked Norland for a ferry.",
        ),
        (
            "call",
            "infinitive",
            {},
            "to mend the ferry",
            "Sudland said what should be done, in the article’s words: “to mend the ferry”.",
        ),
        ("call", "object", {}, "demanded to see the log", "Sudland demanded to see the log."),
        ("call", "object", {}, "asked the board for a ferry", "Sudland asked the board for a ferry."),
        ("call", "object", {}, "Sudland has demanded a ferry", "Sudland demanded a ferry."),
        ("call", "object", {}, "has repeatedly demanded a ferry", "Sudland demanded a ferry."),
        ("call", "object", {}, "requesting the new rules", "Sudland requested the new rules."),
        (
            "call",
            "object",
            {},
            "has been asked for a ferry",
            "Sudland said what should be done, in the article’s words: “has been asked for a ferry”.",
        ),
        (
            "call",
            "object",
            {},
            "Sudland has been asked for a ferry",
            "Sudland said what should be done, in the article’s words: “Sudland has been asked for a ferry”.",
        ),
        (
            "accusation",
            "accuse",
            {"target": fact("norland")},
            "accused neighbouring Norland of arming rebels",
            "Sudland accused neighbouring Norland of arming rebels.",
        ),
        (
            "responsibility_claimed",
            "claim responsibility",
            {"about": fact("attack-on-a-ferry")},
            "claimed responsibility for the attack",
            "Sudland claimed responsibility for the attack on a ferry.",
        ),
        (
            "responsibility_claimed",
            "claim responsibility",
            {"about": fact("attack-on-a-ferry")},
            "claimed responsibility for half the attack",
            "Sudland claimed responsibility for the attack on a ferry, in the article’s words: "
            "“claimed responsibility for half the attack”.",
        ),
        (
            "call",
            "object",
            {},
            "urged to leave the port",
            "Sudland said what should be done, in the article’s words: “urged to leave the port”.",
        ),
        (
            "statement",
            "object",
            {},
            "confirmed dead",
            "Sudland made a statement, in the article’s words: “confirmed dead”.",
        ),
        (
            "statement",
            "object",
            {},
            "confirmed that the log is lost",
            "Sudland made a statement, in the article’s words: “confirmed that the log is lost”.",
        ),
        ("statement", "object", {}, "condemned attacks on ferries", "Sudland condemned attacks on ferries."),
        ("statement", "object", {}, "expressed sorrow", "Sudland expressed sorrow."),
        ("warning", "preposition", {}, "warned of floods", "Sudland warned of floods."),
        ("warning", "preposition", {}, "warned against tolls", "Sudland warned against tolls."),
        (
            "warning",
            "preposition",
            {},
            "warned to leave the port",
            "Sudland gave a warning, in the article’s words: “warned to leave the port”.",
        ),
        ("statement", "object", {}, "also complained about tolls", "Sudland complained about tolls."),
        (
            "statement",
            "clause",
            {},
            "earlier on Monday that the ferry sails",
            "Sudland said, in the article’s words: “the ferry sails”.",
        ),
        (
            "statement",
            "clause",
            {},
            "Sudland said on Monday that the ferry sails",
            "Sudland said, in the article’s words: “the ferry sails”.",
        ),
        ("statement", "object", {}, 'condemned the "sloth"', "Sudland condemned the “sloth”."),
        (
            "statement",
            "object",
            {},
            'condemned the "sloth of the board',
            "Sudland made a statement, in the article’s words: “condemned the ‘sloth of the board’”.",
        ),
        (
            "call",
            "call",
            {},
            "yesterday called for tolls on ferries",
            "Sudland called for tolls on ferries.",
        ),
        (
            "statement",
            "aside",
            {},
            "the ferry, according to the Sudland, sails",
            "Sudland said, in the article’s words: “the ferry … sails”.",
        ),
        ("statement", "object", {}, "reiterated the offer", "Sudland reiterated the offer."),
        (
            "statement",
            "object",
            {},
            "confirmed the theft of the boats",
            "Sudland made a statement, in the article’s words: “confirmed the theft of the boats”.",
        ),
        (
            "call",
            "clause",
            {"target": fact("norland")},
            "the board ensure that ferries sail",
            "Sudland asked that the board ensure that ferries sail.",
        ),
        ("pledge", "infinitive", {}, "to mend the ferry", "Sudland pledged to mend the ferry."),
        (
            "pledge",
            "infinitive",
            {"kind": fact("pledge", BERG)},
            "to mend the ferry",
            "Sudland pledged to mend the ferry, according to Ada Berg.",
        ),
        (
            "denial",
            "object",
            {"kind": fact("denial", POLICE, Attribution(actor=ActorRef("sudland")))},
            "the charges",
            "Sudland denied the charges, according to harbour police.",
        ),
        ("denial", "object", {}, "the charges", "Sudland denied the charges."),
        ("denial", "object", {}, "Sudland denies the charges", "Sudland denies the charges."),
        (
            "denial",
            "object",
            {},
            "Norland's neighbour Sudland rejects the charges",
            "Sudland rejects the charges.",
        ),
        ("denial", "object", {}, "hiding the boats", "Sudland denied hiding the boats."),
        ("denial", "object", {}, "that it hid boats", "Sudland denied that it hid boats."),
        (
            "denial",
            "object",
            {},
            "denying the charges",
            "Sudland denied the charges.",
        ),
        (
            "denial",
            "object",
            {},
            "was denied at once",
            "Sudland made a denial, in the article’s words: “was denied at once”.",
        ),
        (
            "call",
            "infinitive",
            {"target": fact("norland")},
            "to mend “the ferry”",
            "Sudland said what Norland should do, in the article’s words: “to mend ‘the ferry’”.",
        ),
    ],
)
def test_words_that_say_what_the_claimant_does_go_on_in_the_sentence(kind, method, fields, words, sentence):
    made = Claim(
        id="made",
        **({"kind": fact(kind)} | fields),
        claimant=fact("sudland"),
        claimant_as_reported=fact("Sudland"),
        wording_as_reported=fact(words),
        evidence=(PASSAGE,),
        method=method,
    )
    assert worded(made).removesuffix(" This claim is not verified.") == sentence


@pytest.mark.parametrize("words", ["his ferry …", "spoke …", "a ferry …"])
def test_words_that_say_no_more_than_the_sentence_are_left_out(words):
    made = Claim(
        id="made",
        kind=fact("statement"),
        claimant=fact("ada-berg"),
        claimant_as_reported=fact("Berg"),
        wording_as_reported=fact(words),
        evidence=(PASSAGE,),
        method="clause",
    )
    assert worded(made) == "Ada Berg made a statement."


@pytest.mark.parametrize(
    ("kind", "words", "title", "sentence"),
    [
        ("pledge", "his ferry …", "Pledge to mend the ferry", "Ada Berg pledged to mend the ferry."),
        ("pledge", "his ferry …", "Pier at Port Alma", "Ada Berg made a pledge."),
        ("statement", "his ferry …", "Pledge to mend the ferry", "Ada Berg made a statement."),
        (
            "pledge",
            "his ferry will sail",
            "Pledge to mend the ferry",
            "Ada Berg pledged that his ferry will sail.",
        ),
    ],
)
def test_a_pledge_whose_words_are_not_shown_is_told_by_what_is_pledged(kind, words, title, sentence):
    pledged = DOSSIER.agreements[0].model_copy(update={"id": "pledged", "title": fact(title)})
    made = Claim(
        id="made",
        kind=fact(kind),
        claimant=fact("ada-berg"),
        claimant_as_reported=fact("Berg"),
        utters=fact("pledged"),
        wording_as_reported=fact(words),
        evidence=(PASSAGE,),
        method="clause",
    )
    held = DOSSIER.model_copy(
        update={"agreements": (*DOSSIER.agreements, pledged), "claims": (*DOSSIER.claims, made)}
    )
    assert leads.snippet(Linker(Catalogue(held), ""), made) == sentence


@pytest.mark.parametrize(("recipient", "sentence"), [("norland", " to Norland"), (None, "")])
def test_a_pledge_in_words_tells_to_whom_as_its_agreement_does(recipient, sentence):
    pledged = Agreement(
        id="pledged",
        title=fact("Pledge of 2m crowns"),
        kind=fact("pledge"),
        parties=(party("sudland", "pledger"),),
        recipient=fact(recipient).model_copy(update={"read_by": "editor"}) if recipient else None,
        status=fact("pledged"),
        status_as_reported=fact("pledged"),
    )
    made = Claim(
        id="made",
        kind=fact("pledge"),
        claimant=fact("sudland"),
        claimant_as_reported=fact("Sudland"),
        utters=fact("pledged"),
        wording_as_reported=fact("2m crowns"),
        evidence=(PASSAGE,),
        method="object",
    )
    held = DOSSIER.model_copy(
        update={"agreements": (*DOSSIER.agreements, pledged), "claims": (*DOSSIER.claims, made)}
    )
    linker = Linker(Catalogue(held), "")
    assert leads.snippet(linker, made) == f"Sudland pledged 2m crowns{sentence}."
    assert [fact.value for fact in leads.told_besides(linker, made)] == [recipient] * bool(recipient)


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("a plain one", "“a plain one”"),
        ("“whole”", "“whole”"),
        ("one “word” in it", "“one ‘word’ in it”"),
        ("late,” said Berg", "“‘late,’ said Berg”"),
        ("said: “We wait", "“said: ‘We wait’”"),
        ("“one” and “two”", "“‘one’ and ‘two’”"),
        ('one "word" in it', "“one ‘word’ in it”"),
        ('said: "We wait', "“said: ‘We wait’”"),
        ('late," said Berg', "“‘late,’ said Berg”"),
    ],
)
def test_marks_within_marks_are_single(words, marked):
    assert Words(text=words).marked == marked


@pytest.mark.parametrize(
    ("name", "article"),
    [
        ("Coastal Monitoring Mission", "the "),
        ("Norton military", "the "),
        ("World Grain Programme", "the "),
        ("EU", "the "),
        ("Norton Steel", ""),
        ("Sudlandic regime", "the "),
        ("UN Secretary", "the "),
        ("University of Norton", "the "),
        ("Norton University", ""),
        ("Norton Post", "the "),
        ("The Norton Post", ""),
        ("Crown Prince", ""),
        ("Chancellor", ""),
        ("Ada King", ""),
        ("Norton’s military", ""),
    ],
)
def test_a_body_takes_its_article(name, article):
    assert nouns.definite(name) == article


def test_what_is_reported_on_anothers_word_says_so_once():
    record = event("outbreak", "Outbreak of fever").model_copy(
        update={"title": fact("Outbreak of fever", BERG)}
    )
    assert worded(record) == "The Norton Post reports an outbreak of fever on the word of Ada Berg."
    by_police = record.model_copy(update={"title": fact("Outbreak of fever", BERG, POLICE)})
    assert worded(by_police) == (
        "The Norton Post reports an outbreak of fever on the word of harbour police, according to Ada Berg."
    )


@pytest.mark.parametrize(
    ("name", "kind", "told"),
    [
        ("Alma Airport", "place", "at Alma Airport"),
        ("Upper Alma", "place", "in Upper Alma"),
        ("Alma crossing", "border", "at the Alma crossing"),
    ],
)
def test_where_something_happened_takes_its_preposition(name, kind, told):
    port = DOSSIER.places[0].model_copy(update={"name": fact(name), "kind": fact(kind)})
    held = Catalogue(DOSSIER.model_copy(update={"places": (port, *DOSSIER.places[1:])}))
    assert plain(phrases.place(Linker(held, ""), port.id)) == told


def test_who_is_described_so_by_a_source_is_not_told_of_a_report_too():
    role = Role(title="harbour clerk", former=False)
    berg = DOSSIER.actors[0].model_copy(update={"roles": (fact(role, POLICE),), "description": None})
    held = Catalogue(DOSSIER.model_copy(update={"actors": (berg, *DOSSIER.actors[1:])}))
    told = leads.snippet(Linker(held, ""), berg)
    assert told == "Ada Berg is described as “harbour clerk”, according to harbour police."


def test_people_are_people():
    circle = DOSSIER.actors[3].model_copy(update={"name": fact("Sudlanders"), "kind": fact("people")})
    held = Catalogue(DOSSIER.model_copy(update={"actors": (*DOSSIER.actors[:3], circle)}))
    assert leads.snippet(Linker(held, ""), circle).startswith("Sudlanders are people ")
    others = circle.model_copy(update={"name": fact("Kuwaitis")})
    held = Catalogue(DOSSIER.model_copy(update={"actors": (*DOSSIER.actors[:3], others)}))
    assert leads.snippet(Linker(held, ""), others).startswith("Kuwaitis are people ")


def test_what_a_title_tells_is_whoever_says_it_s_word():
    record = event("arrest", "Arrest of two suspects").model_copy(
        update={"title": fact("Arrest of two suspects", BERG)}
    )
    assert worded(record) == "Two suspects were arrested, according to Ada Berg."


@pytest.mark.parametrize(
    ("noun", "told"),
    [
        ("MP", "an MP"),
        ("UN envoy", "a UN envoy"),
        ("NATO envoy", "a NATO envoy"),
        ("U.S. envoy", "a U.S. envoy"),
        ("unarmed man", "an unarmed man"),
        ("80-year-old", "an 80-year-old"),
        ("11-day strike", "an 11-day strike"),
        ("110-day strike", "a 110-day strike"),
        ("18,000-strong crew", "an 18,000-strong crew"),
        ("1,800-strong crew", "a 1,800-strong crew"),
        ("1812 law", "an 1812 law"),
        ("MI5 officer", "an MI5 officer"),
        ("F-16", "an F-16"),
        ("U-turn", "a U-turn"),
        ("X-ray", "an X-ray"),
        ("e-mail", "an e-mail"),
        ("T-shirt", "a T-shirt"),
        ("FBI agent", "an FBI agent"),
        ("unidentified man", "an unidentified man"),
        ("unimportant town", "an unimportant town"),
        ("uninhabited islet", "an uninhabited islet"),
        ("unilateral act", "a unilateral act"),
        ("uniform", "a uniform"),
        ("Ukrainian sailor", "a Ukrainian sailor"),
        ("usher", "an usher"),
        ("user", "a user"),
        ("utility", "a utility"),
        ("urban area", "an urban area"),
        ("European", "a European"),
        ("ewe", "a ewe"),
        ("one-off toll", "a one-off toll"),
        ("onerous toll", "an onerous toll"),
        ("heir", "an heir"),
        ("hourly ferry", "an hourly ferry"),
        ("house", "a house"),
        ("“unlawful” act", "an “unlawful” act"),
    ],
)
def test_a_noun_takes_the_article_that_is_spoken(noun, told):
    assert nouns.a(noun) == told


@pytest.mark.parametrize(
    ("name", "several"),
    [
        ("gunmen", True),
        ("Fishermen", True),
        ("Yemen", False),
        ("Bremen", False),
        ("omen", False),
        ("lawmen", True),
        ("Frenchmen", True),
        ("Welshmen", True),
        ("policewomen", True),
        ("specimen", False),
        ("regimen", False),
        ("acumen", False),
        ("Turkmen", False),
        ("officers, allegedly drunk", True),
        ("an officer, one of the guards", False),
        ("statement from sailors", False),
        ("guards on the pier", True),
        ("no sailors", True),
        ("two of them", True),
        ("12 of them", True),
        ("one of them", False),
        ("at least two of them", True),
        ("Channel Four", False),
        ("Channel 4", False),
        ("police", True),
        ("Norton police", True),
        ("the United Nations", False),
        ("Honduras", False),
        ("", False),
        (" ", False),
    ],
)
def test_what_is_plural(name, several):
    assert nouns.is_plural(name) is several


@pytest.mark.parametrize(
    ("words", "several"),
    [
        ("two clerks", True),
        ("Ada Berg and John Lund", True),
        ("the mayor and two clerks", True),
        ("the head of trade and industry", None),
        ("search and rescue team", None),
        ("Bosnia and Herzegovina", False),
        (" and ", False),
    ],
)
def test_whether_what_is_joined_is_several(words, several):
    assert nouns.are_several(words) is several


@pytest.mark.parametrize(("name", "several"), [("United Nations", False), ("Norton security forces", True)])
def test_names_that_look_like_several(name, several):
    linker = Linker(Catalogue(DOSSIER), "")
    berg = next(actor for actor in DOSSIER.actors if actor.id == "ada-berg")
    body = berg.model_copy(update={"id": "body", "name": fact(name), "kind": fact("government_body")})
    held = Catalogue(DOSSIER.model_copy(update={"actors": (*DOSSIER.actors, body)}))
    assert phrases.actor(Linker(held, linker.url), "body").plural is several


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"speaker": fact("ada-berg")}, "Ada Berg said this"),
        (
            {"speaker": fact("ada-berg"), "occasion": fact("statement-of-berg")},
            "Ada Berg said this in a statement",
        ),
        (
            {"speaker": fact("ada-berg", POLICE)},
            "Ada Berg said this, according to harbour police",
        ),
        ({}, "A speaker whom this dossier does not identify said this"),
    ],
)
def test_beside_the_words_a_sentence_says_who_reported_them(fields, sentence):
    made = Quote(
        id="made", segments=(PASSAGE,), text=fact("We wait,"), form=fact("direct"), method="none", **fields
    )
    held = DOSSIER.model_copy(update={"quotes": (*DOSSIER.quotes, made)})
    told = plain(quote_leads.beside(Linker(Catalogue(held), ""), made))
    assert told == f"{sentence}, The Norton Post reported on 9 June 2021."


def brief_quote(id, text, speaker="ada-berg", form="partial"):
    said = DOSSIER.quotes[0].segments
    return Quote(
        id=id,
        segments=said,
        text=fact(text),
        form=fact(form),
        method="none",
        speaker=fact(speaker) if speaker else None,
    )


def lines_of(quotes, claims=()):
    held = DOSSIER.model_copy(
        update={"quotes": (*DOSSIER.quotes, *quotes), "claims": (*DOSSIER.claims, *claims)}
    )
    (block,) = quoted(Linker(Catalogue(held), ""), quotes)
    return [plain(line) for line in block.items]


def test_words_quoted_of_one_speaker_stand_in_one_sentence():
    late, slow, free = (
        brief_quote("late", "late"),
        brief_quote("slow", "slow."),
        brief_quote("free", "free", None),
    )
    assert lines_of((late, slow)) == ["Ada Berg used the words “late” and “slow”."]
    assert lines_of((late, slow, free))[-1] == (
        "A speaker whom this dossier does not identify used the word “free”."
    )
    assert lines_of((late,)) == ["Ada Berg used the word “late”."]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "the ferry never sails",
            "Ada Berg said, in the article’s words: “the ferry never sails”. "
            "The same sentence quotes the word “late”.",
        ),
        ("the ferry is “late” again", "Ada Berg said that the ferry is “late” again."),
        (
            "the ferry never …",
            "Ada Berg made a statement. One word of it is quoted: “late”.",
        ),
    ],
)
def test_a_word_or_two_are_told_with_what_was_claimed_in_their_sentence(words, told):
    late = brief_quote("late", "late")
    claim = Claim(
        id="made",
        kind=fact("statement"),
        claimant=fact("ada-berg"),
        claimant_as_reported=fact("Berg"),
        wording_as_reported=fact(words),
        evidence=late.segments,
        method="clause",
    )
    assert lines_of((late,), (claim,)) == [told]


def test_a_word_quoted_of_a_claim_stands_with_it_and_any_other_is_left():
    late, slow = brief_quote("late", "late"), brief_quote("slow", "slow", None)
    claim = Claim(
        id="made",
        kind=fact("statement"),
        claimant=fact("ada-berg"),
        claimant_as_reported=fact("Berg"),
        wording_as_reported=fact("the ferry is late"),
        evidence=late.segments,
        method="clause",
    )
    quotes = (late, slow)
    held = DOSSIER.model_copy(
        update={"quotes": (*DOSSIER.quotes, *quotes), "claims": (*DOSSIER.claims, claim)}
    )
    linker = Linker(Catalogue(held), "")
    (line,), left = claims_with_words(linker, [claim], quotes)
    assert plain(line).endswith("Quoted: “late”")
    assert line[-1] == linker.link("late", "Quoted: “late”")
    assert left == [slow]
    assert claims_with_words(linker, [], quotes)[1] == [late, slow]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Sanctions by Ferry Union on Reed Circle", "Sanctions by the Ferry Union on Reed Circle"),
        ("Ferry Union meeting", "Ferry Union meeting"),
        ("Sanctions by Norland", "Sanctions by Norland"),
    ],
)
def test_a_name_in_a_title_takes_its_article_behind_a_preposition(title, told):
    assert nouns.with_articles(title, ["Ferry Union", "Reed Circle", "Norland"]) == told


@pytest.mark.parametrize(
    ("former", "sentence"),
    [
        (False, "Ada Berg was President of Norland in June 2021."),  # as of the report
        (True, "Ada Berg is a former President of Norland."),
    ],
)
def test_who_has_left_an_office_is_its_former_holder_still(former, sentence):
    role = fact(Role(title="President", of=ActorRef("norland"), former=former))
    berg = DOSSIER.actors[0].model_copy(update={"roles": (role,), "description": None})
    held = DOSSIER.model_copy(update={"actors": (berg, *DOSSIER.actors[1:])})
    assert leads.snippet(Linker(Catalogue(held), ""), berg) == sentence
