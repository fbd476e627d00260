"""Golden sentences: what is composed of a record's facts, with missing facts and the word of others."""

import pytest

from dossier.facts import ActorRef, Attribution
from dossier.model import Agreement, Claim, Participant, Role
from dossier.site.pages import leads, nouns
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.composer import Filler, compose, plain
from dossier.site.pages.linker import Linker
from dossier.site.pages.relations import relation_lines
from dossier.vocabularies import event_types
from worded import BERG, DOSSIER, PASSAGE, POLICE, event, fact, on, party, worded


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
        (
            "interview",
            "Interview of Ada Berg with Sudland",
            {"participants": (party("ada-berg", "speaker"), party("sudland", "asks"))},
            "Ada Berg gave an interview to Sudland.",
        ),
        (
            "disappearance",
            "Disappearance of Ada Berg",
            {"participants": (party("ada-berg", "missing"),)},
            "Ada Berg disappeared.",
        ),
        (
            "birth",
            "Birth of Ada Berg in Norton",
            {"place": fact("norton"), "participants": (party("ada-berg", "born"),)},
            "Ada Berg was born in Norton.",
        ),
        (
            "fundraising",
            "Raising of two million euros by Ada Berg",
            {"participants": (party("ada-berg", "raises it"),)},
            "Ada Berg raised two million euros.",
        ),
        (
            "resignation",
            "Retirement of Ada Berg",
            {"participants": (party("ada-berg", "leaves office"),)},
            "Ada Berg retired.",
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
                    fact({"kind": "injured", "as_reported": "Five others"}, POLICE),
                    fact({"kind": "killed", "as_reported": "3", "group": "sailors"}, POLICE),
                ),
                "place": fact("port-alma"),
            },
            "3 sailors were killed and five others injured in an attack on a ferry at Port Alma, "
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
            "arrest",
            "Surrender of Ada Berg",
            {"participants": (party("ada-berg", "arrested"),), "place": fact("norton")},
            "Ada Berg surrendered in Norton.",
        ),
        (
            "decision",
            "Decision by Ada Berg to close the port and sell the pier",
            {"participants": (party("ada-berg", "decides"),), "date": fact(on("2021"))},
            "Ada Berg decided to close the port and sell the pier.",
        ),
        (
            "rejection",
            "Refusal by Ada Berg to close the port",
            {"participants": (party("ada-berg", "rejects"),)},
            "Ada Berg refused to close the port.",
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
        ("law", "Adoption of a bill by the board", {}, "The board adopted a bill."),
        ("law", "Adoption of a bill", {}, "A bill was adopted."),
        ("purchase", "Purchase of two frigates", {}, "Two frigates were bought."),
        ("law", "Adoption of two bills", {}, "Two bills were adopted."),
        ("award", "Win of her first title by Ada Berg", {}, "Ada Berg won her first title."),
        (
            "approval",
            "Grant of asylum to Ada Berg",
            {},
            "The Norton Post reports a grant of asylum to Ada Berg.",
        ),
        (
            "approval",
            "Grant of a licence to the harbour by the board",
            {},
            "The board granted a licence to the harbour.",
        ),
        ("illness", "Hospital treatment of Ada Berg", {}, "Ada Berg was treated in hospital."),
        ("conquest", "Invasion of Sudland", {}, "Sudland was invaded."),
        (
            "conquest",
            "Invasion of Sudland by Ada Berg",
            {},
            "The Norton Post reports the invasion of Sudland by Ada Berg.",
        ),
        ("ruling", "Ruling by the court on the toll", {}, "The court ruled on the toll."),
        ("ruling", "Ruling by the court", {"place": fact("norton")}, "The court gave a ruling in Norton."),
        (
            "announcement",
            "Announcement by Ada Berg that the ferry will sail in May",
            {"date": fact(on("2021-05-03"))},
            "Ada Berg announced that the ferry will sail in May.",
        ),
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
        (
            "agreed",
            "Agreement to share a ferry",
            {
                "parties": (party("norland", "party"), party("sudland", "party")),
                "status_as_reported": fact("agreed in principle to share"),
            },
            "Norland and Sudland agreed in principle to share a ferry.",
        ),
        ("agreed", "Agreement to share a ferry", {}, "An agreement to share a ferry was agreed."),
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
            "signed",
            "Agreement signed by Norland",
            {"parties": (party("norland", "party"), party("sudland", "party"))},
            "Norland and Sudland signed an agreement.",
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
        ("NYPD", "NYPD"),
        ("NYPD clerk", "an NYPD clerk"),
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


def test_what_is_reported_on_anothers_word_says_so_once():
    record = event("outbreak", "Outbreak of fever").model_copy(
        update={"title": fact("Outbreak of fever", BERG)}
    )
    assert worded(record) == "The Norton Post reports an outbreak of fever on the word of Ada Berg."
    by_police = record.model_copy(update={"title": fact("Outbreak of fever", BERG, POLICE)})
    assert worded(by_police) == (
        "The Norton Post reports an outbreak of fever on the word of harbour police, according to Ada Berg."
    )


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
