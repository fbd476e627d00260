"""What belongs together meets: members, office-holders, organs and places on the page of the whole."""

import pytest

from dossier.facts import ActorRef, Attribution, EvidenceRef, Fact
from dossier.model import Actor, Casualties, Event, Participant, Role
from dossier.site.pages import make_pages, plan_pages
from dossier.site.pages.composer import plain
from small_dossier import small_dossier

DOSSIER = small_dossier()
PASSAGE = EvidenceRef(DOSSIER.evidence[0].id)
THROUGH = "through-parts"


def fact(value, *whose):
    return Fact(value=value, read_by="rules", evidence=(PASSAGE,), according_to=whose)


GUARD = Actor(id="norland-guard", name=fact("Norland Guard"), kind=fact("government_body"))


def lines(path, id, dossier):
    page = next(page for page in make_pages(dossier) if page.path == path)
    return [
        plain(getattr(item, "parts", item))
        for section in page.sections
        if section.id == id
        for block in section.blocks
        for item in (block.items if block.type == "items" else [block])
    ]


def guarded(*, organ=(), event=None, berg=None):
    guard = GUARD.model_copy(update={"organ_of": fact("norland", *organ)})
    actors = [berg if berg and actor.id == "ada-berg" else actor for actor in DOSSIER.actors]
    events = (*DOSSIER.events, event) if event else DOSSIER.events
    return DOSSIER.model_copy(update={"actors": (*actors, guard), "events": events})


def attack(words):
    killed = fact(Casualties(kind="killed", as_reported=words, min=2))
    return Event(id="raid", type=fact("attack"), title=fact("Raid on a pier"), casualties=(killed,))


def test_an_attack_is_on_the_page_of_the_forces_it_hit_and_of_their_state():
    dossier = guarded(event=attack("two Norland Guard officers"))
    told = "Two Norland Guard officers were killed in a raid on a pier."
    assert lines("actors/norland-guard.md", "members", dossier) == [told]
    assert told in lines("actors/norland.md", THROUGH, dossier)
    assert lines("actors/sudland.md", "members", dossier) == []


@pytest.mark.parametrize(
    ("title", "former", "whose", "shown"),
    [
        ("President", False, (), True),
        ("President", True, (), False),
        ("President", False, (Attribution(actor=ActorRef("sudland")),), False),
    ],
)
def test_what_an_office_holder_does_is_on_the_page_of_the_state(title, former, whose, shown):
    role = fact(Role(title=title, of="norland", former=former), *whose)
    berg = DOSSIER.actors[0].model_copy(update={"roles": (role,)})
    told = lines("actors/norland.md", THROUGH, guarded(berg=berg))
    assert any("Ada Berg made a statement. – its President" in line for line in told) is shown


def test_a_title_that_says_of_which_state_it_is_says_it_once():
    berg, norland, *others = DOSSIER.actors
    berg = berg.model_copy(update={"roles": (fact(Role(title="Tongan envoy", of="norland")),)})
    tonga = norland.model_copy(update={"name": fact("Tonga")})
    told = lines("actors/norland.md", THROUGH, DOSSIER.model_copy(update={"actors": (berg, tonga, *others)}))
    assert any(line.endswith(" – Tongan envoy") for line in told)


@pytest.mark.parametrize(
    ("kinds", "who", "told"),
    [
        (["killed"], "the dead", "Two officers were killed. – the dead: Norland Guard"),
        (["missing"], "the missing", "Two officers were killed. – the missing: Norland Guard"),
        (["displaced"], "the displaced", "Two officers were killed. – the displaced: Norland Guard"),
        (
            ["displaced", "missing"],
            "the missing and displaced",
            "Two officers were killed. – the missing and displaced: Norland Guard",
        ),
        (["injured"], "the injured", "Two officers were killed and 2 Norland Guard were injured."),
        (
            ["injured", "killed"],
            "the dead and injured",
            "Two officers were killed and 2 Norland Guard were injured.",
        ),
    ],
)
def test_a_part_that_the_sentence_does_not_name_is_named_behind_it(kinds, who, told):
    harm = tuple(
        fact(Casualties(kind=kind, as_reported="two … Guard", group="Norland Guard", min=2, max=2))
        for kind in kinds
    )
    raid = attack("two").model_copy(update={"casualties": harm, "title": fact("Killing of two officers")})
    dossier = guarded(event=raid)
    assert [line for line in lines("actors/norland.md", THROUGH, dossier) if "Guard" in line] == [told]
    page = next(page for page in make_pages(dossier) if page.path == "actors/norland-guard.md")
    assert [part.title for part in page.sections if part.id == "members"] == [f"Its members among {who}"]


def test_a_part_is_not_named_by_a_longer_word():
    event = attack("two sailors").model_copy(
        update={
            "title": fact("Norland Guardians’ raid on a pier"),
            "participants": (fact(Participant(actor=ActorRef("norland-guard"), role="involved")),),
        }
    )
    dossier = guarded(event=event)
    told = [line for line in lines("actors/norland.md", THROUGH, dossier) if "Guardians" in line]
    assert told
    assert all(line.endswith(" – its organ: Norland Guard") for line in told)


def test_an_organ_by_somebodys_word_is_no_organ_here():
    raid = attack("two Norland Guard officers")

    def told(*whose):
        dossier = guarded(organ=whose, event=raid)
        return [line for line in lines("actors/norland.md", THROUGH, dossier) if "Guard" in line]

    assert told()
    assert told(Attribution(actor=ActorRef("sudland"))) == []


def test_the_accused_one_is_shown_with_its_denial_or_that_none_was_read():
    about = lines("actors/reed-circle.md", "claims-about", DOSSIER)
    assert any("Sudland blamed Reed Circle for the attack on a ferry" in line for line in about)
    assert about[-2] == "What Reed Circle denies:"
    assert "Reed Circle made a denial" in about[-1]
    silent = DOSSIER.model_copy(update={"claims": DOSSIER.claims[:1]})
    about = lines("actors/reed-circle.md", "claims-about", silent)
    assert about[-1] == "No reply from Reed Circle was found in the article."
    assert lines("actors/ada-berg.md", "claims-about", silent) == []


def denying(count):
    """The dossier with so many more denials of the accused one, each about something else."""
    denial = next(claim for claim in DOSSIER.claims if claim.kind.value == "denial")
    more = tuple(denial.model_copy(update={"id": f"denial-{n}", "about": None}) for n in range(count))
    return DOSSIER.model_copy(update={"claims": (*more, *DOSSIER.claims)})


@pytest.mark.parametrize(("more", "listed"), [(0, 1), (11, 12), (40, 12)])
def test_of_many_denials_a_page_lists_those_that_answer_and_leads_to_the_rest(more, listed):
    for path, id in (("claims/claim-1.md", "of-whom"), ("actors/reed-circle.md", "claims-about")):
        told = lines(path, id, denying(more))
        behind = told[told.index("What Reed Circle denies:") + 1 :]
        rest = [line for line in behind if " under Claims made" in line]
        assert len(behind) - len(rest) == listed
        assert any("about the attack on a ferry" in line for line in behind), "the one that answers"
        assert bool(rest) == (more + 1 > listed)
        if rest:
            assert rest == [f"{more + 1 - listed} more denials stand under Claims made."]


def test_one_denial_more_than_are_listed_stands():
    assert "One more denial stands under Claims made." in lines(
        "actors/reed-circle.md", "claims-about", denying(12)
    )


def test_the_page_of_a_claim_asks_no_more_where_the_accused_one_says_more_elsewhere():
    asked = []
    for many in (20, 60):
        drawings, answers = plan_pages(denying(many))
        draw = next(each for each in drawings if each.path == "claims/claim-1.md")
        with answers.catalogue.notes.listening() as questions:
            draw.make()
        asked.append(len(questions))
    assert asked[0] == asked[1]


def test_what_an_accused_one_is_heard_with_is_a_question_with_its_answer():
    _, answers = plan_pages(DOSSIER)
    _, others = plan_pages(DOSSIER.model_copy(update={"quotes": ()}))
    assert answers.digests("speaks", ["ada-berg"]) != others.digests("speaks", ["ada-berg"])
    assert answers.digests("denied", ["reed-circle"]) != others.digests("denied", ["ada-berg"])


def test_a_claims_page_leads_to_the_other_claims_about_the_event():
    others = lines("claims/claim-1.md", "same-event", DOSSIER)
    assert len(others) == 1
    assert others[0].startswith("Reed Circle made a denial about the attack on a ferry")


def test_of_very_many_claims_about_an_event_the_first_are_listed_and_where_the_rest_stand():
    claim = DOSSIER.claims[0]
    more = tuple(claim.model_copy(update={"id": f"claim-{n}"}) for n in range(3, 30))
    others = lines(
        "claims/claim-1.md", "same-event", DOSSIER.model_copy(update={"claims": DOSSIER.claims + more})
    )
    assert len(others) == 21
    assert others[-1] == "and eight more on the page of the attack on a ferry"


def claimed(**changes):
    """The dossier with its first claim, the blame, changed."""
    claim = DOSSIER.claims[0].model_copy(update=changes)
    return DOSSIER.model_copy(update={"claims": (claim,)})


def test_no_reply_is_missed_under_what_accuses_nobody():
    about = lines("actors/reed-circle.md", "claims-about", claimed(kind=fact("assessment")))
    assert about
    assert not any("No reply" in line for line in about)


def test_the_accused_one_who_is_quoted_leads_to_its_words():
    about = lines("actors/ada-berg.md", "claims-about", claimed(target=fact("ada-berg")))
    assert about[-1] == "What Ada Berg is reported to say: Said."


def test_for_an_accused_state_its_office_holders_are_quoted():
    held = DOSSIER.relations[0].model_copy(
        update={
            "subject": "ada-berg",
            "predicate": "holds_role_in",
            "object": "norland",
            "claim": None,
            "according_to": (),
        }
    )
    accused = claimed(target=fact("norland"))
    about = lines("actors/norland.md", "claims-about", accused.model_copy(update={"relations": (held,)}))
    assert about[-1] == (
        "No denial by Norland itself was found in the article; of its office-holders and bodies, "
        "these are quoted there: Ada Berg."
    )
    alone = lines("actors/norland.md", "claims-about", accused.model_copy(update={"relations": ()}))
    assert alone[-1] == "No reply from Norland was found in the article."
    assert lines("actors/norland.md", "relations", accused.model_copy(update={"relations": (held,)})) == [
        "Ada Berg was its President"
    ]


def test_an_event_names_what_came_before_and_after_it():
    later = attack("two officers").model_copy(update={"follows": fact("attack-on-a-ferry")})
    dossier = guarded(event=later)
    assert "killed in a raid on a pier" in lines("events/attack-on-a-ferry.md", "after", dossier)[0]
    assert lines("events/attack-on-a-ferry.md", "before", dossier) == []
    assert "attack on a ferry" in lines("events/raid.md", "before", dossier)[0]
    assert lines("events/raid.md", "after", dossier) == []


def test_a_claims_page_shows_its_passage_and_whom_it_accuses():
    page = next(page for page in make_pages(DOSSIER) if page.path == "claims/claim-1.md")
    cards = [block for section in page.sections if section.id == "passage" for block in section.blocks]
    assert [card.words for card in cards] == ["Sudland blamed the Reed Circle"]
    assert "What Reed Circle denies:" in lines("claims/claim-1.md", "of-whom", DOSSIER)
    assert lines("claims/claim-2.md", "of-whom", DOSSIER) == []


@pytest.mark.parametrize(
    ("kind", "claimant", "told"),
    [
        (
            "call",
            "sudland",
            ["Sudland said what Reed Circle should do, in the article’s words: “must go home”."],
        ),
        ("assessment", "sudland", []),
        ("call", "norland", []),
    ],
)
def test_what_was_asked_on_an_occasion_is_on_its_page(kind, claimant, told):
    speaker = fact(Participant(actor="sudland", role="speaker"))
    statement = Event(
        id="told", type=fact("statement"), title=fact("Statement of Sudland"), participants=(speaker,)
    )
    asked = DOSSIER.claims[0].model_copy(
        update={
            "id": "asked",
            "kind": fact(kind),
            "claimant": fact(claimant),
            "about": None,
            "wording_as_reported": fact("must go home"),
            "evidence": statement.type.evidence,
        }
    )
    held = DOSSIER.model_copy(
        update={"events": (*DOSSIER.events, statement), "claims": (*DOSSIER.claims, asked)}
    )
    assert lines("events/told.md", "said-there", held) == told


def test_no_column_of_who_says_who_did_it_is_empty():
    page = next(page for page in make_pages(bare_claims()) if page.path == "events/attack-on-a-ferry.md")
    table = next(block for section in page.sections for block in section.blocks if block.type == "table")
    assert table.head == ("Who says so", "Of whom", "Kind", "Paragraph")
    assert all(len(row) == 4 and all(row) for row in table.rows)


def bare_claims():
    """The small dossier with claims whose words were cut to nothing."""
    claims = tuple(
        claim.model_copy(update={"wording_as_reported": fact("it was …")}) for claim in DOSSIER.claims
    )
    return DOSSIER.model_copy(update={"claims": claims})
