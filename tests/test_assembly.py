from dataclasses import replace

import pytest
from pydantic import ValidationError

from dossier.assembly.assembling import assemble
from dossier.editing.curation import CURATION_SHAPE
from dossier.editing.name_list import ListedName
from dossier.errors import DossierError
from dossier.facts import leaves
from dossier.reading.findings import AgreementFinding, EventFinding, Findings, Span
from dossier.reading.text.article import read_article
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.network import network_page
from making import FINDINGS, TEXT, at, authorities, source
from stories import dossier_of


def made(*sources, known=None):
    return assemble(sources or (source(),), known or authorities(), "authorities.yaml").shown()


def problems(**curation):
    with pytest.raises(DossierError) as caught:
        made(source(**curation))
    return [(p.where, p.found) for p in caught.value.problems]


def record(dossier, id):
    return next(r for r in dossier.records() if r.id == id)


def exact(dossier, *ids):
    passages = {e.id: TEXT[e.start : e.end] for e in dossier.evidence}
    return [passages[id] for id in ids]


def test_every_finding_becomes_a_record():
    ids = [r.id for r in made().records()]
    assert ids == [
        "fiji",
        "mere-tavola",
        "reef-league",
        "tonga",
        "attack-on-a-ferry",
        "shared-ferry",
        "mere-tavola-the-ferry-is-late",
        "tonga-responsibility-blamed-reef-league",
        "reef-league-denial-attack-on-a-ferry",
    ]


def test_a_state_is_an_actor_and_no_second_record_as_a_place():
    assert made().places == ()


def test_every_leaf_is_read_and_cites_passages_of_the_article():
    dossier = made()
    assert {fact.read_by for _, fact in dossier.leaves()} == {"rules", "register:GeoNames"}
    assert all(e.exact in (None, TEXT[e.start : e.end]) for e in dossier.evidence)
    assert {id for _, fact in dossier.leaves() for id in fact.evidence} <= {e.id for e in dossier.evidence}


def test_roles_belong_to_actors():
    dossier = made()
    (role,) = record(dossier, "mere-tavola").roles
    assert (role.value.title, role.value.of, exact(dossier, *role.evidence)) == (
        "President",
        "fiji",
        ["President Mere Tavola of Fiji"],
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They met Ana Lume, the mayor. Lume left.", ["Ana Lume, the mayor"]),
        ("Ana Lume left. In spring the mayor, Ana Lume, slept.", ["mayor, Ana Lume"]),
    ],
)
def test_an_office_rests_on_the_words_of_one_sentence(text, words):
    dossier = dossier_of(("talks", text))
    (lume,) = (actor for actor in dossier.actors if actor.id == "ana-lume")
    passages = {each.id: text[each.start : each.end] for each in dossier.evidence}
    assert [[passages[id] for id in role.evidence] for role in lume.roles] == [words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Their coach Ivo Stam is also facing charges.", ["Their coach Ivo Stam is also facing charges"]),
        ("In the town Ana Lume took office.", ["Ana Lume took office"]),
        ("In the town Ana Lume was found guilty of fraud.", ["Ana Lume was found guilty of fraud"]),
        ("The navy seized boats of great worth off the coast.", ["The navy seized boats of great worth"]),
    ],
)
def test_what_an_act_is_rests_on_words_that_tell_it(text, words):
    dossier = dossier_of(("talks", text))
    (event,) = dossier.events
    passages = {each.id: text[each.start : each.end] for each in dossier.evidence}
    assert [passages[id] for id in event.type.evidence] == words


def test_a_quotation_keeps_its_segments_and_speaker():
    quote = record(made(), "mere-tavola-the-ferry-is-late")
    assert (quote.text.value, quote.speaker.value) == ("The ferry is late, … We wait.", "mere-tavola")


def test_casualties_have_only_the_bounds_of_the_words():
    casualties = record(made(), "attack-on-a-ferry").casualties[0].value
    assert (casualties.as_reported, casualties.min, casualties.max) == ("At least three people", 3, None)


def test_a_claim_joins_claimant_and_target_and_the_event_has_neither():
    dossier = made()
    claim = record(dossier, "tonga-responsibility-blamed-reef-league")
    assert (claim.claimant.value, claim.target.value, claim.about.value) == (
        "tonga",
        "reef-league",
        "attack-on-a-ferry",
    )
    assert record(dossier, "attack-on-a-ferry").participants == ()


def test_relations_follow_from_the_records():
    edges = {(r.subject, r.predicate, r.object): r.claim for r in made().relations}
    assert edges == {
        ("fiji", "party_with", "tonga"): None,
        ("mere-tavola", "holds_role_in", "fiji"): None,
        ("tonga", "blames", "reef-league"): "tonga-responsibility-blamed-reef-league",
    }


def test_an_entry_completes_what_was_found_and_says_so():
    entry = {
        "words": "Mere Tavola",
        "description": "President of Fiji.",
        "because": "President Mere Tavola of Fiji",
        "wikidata": "Q1",
    }
    actor = record(made(source(actors=[entry])), "mere-tavola")
    assert actor.description.value == "President of Fiji."
    assert {path.removeprefix("mere-tavola."): fact.read_by for path, fact in leaves(actor, actor.id)} == {
        "name": "rules",
        "aliases[0]": "rules",
        "kind": "rules",
        "roles[0]": "rules",
        "description": "editor",
        "external_ids": "register:Wikidata",
    }


def test_an_entry_can_drop_add_and_merge():
    dossier = made(
        source(
            actors=[
                {"words": "Tonga", "drop": "to see what becomes of its claim"},
                {
                    "words": "people",
                    "add": True,
                    "name": "Ferry passengers",
                    "kind": "people",
                    "because": "three people were hurt in an attack on the ferry",
                },
                {"words": "Mere Tavola", "merge": ["Reef League"]},
            ]
        )
    )
    assert [a.id for a in dossier.actors] == ["ferry-passengers", "fiji", "mere-tavola"]
    assert "Tonga" not in {claim.claimant_as_reported.value for claim in dossier.claims}
    assert record(dossier, "ferry-passengers").kind.read_by == "editor"


def test_an_event_can_be_retitled_dated_and_dropped():
    entry = {
        "words": "an attack on the ferry",
        "id": "ferry-attack",
        "title": {"value": "Attack on the Suva ferry", "because": ["an attack on the ferry", "SUVA"]},
        "date": {
            "words": "Monday",
            "kind": "on",
            "edtf": "2021-06-07",
            "precision": "day",
            "rule": "set by the editor",
        },
        "participants": [{"actor": "fiji", "role": "place of departure", "words": "SUVA"}],
    }
    event = record(made(source(events=[entry])), "ferry-attack")
    assert (event.title.value, event.date.value.edtf) == ("Attack on the Suva ferry", "2021-06-07")
    assert event.title.read_by == "editor"
    assert event.type.read_by == "rules"
    assert event.participants[0].read_by == "editor"
    dropped = made(source(events=[{"words": "an attack on the ferry", "drop": "a test"}]))
    assert dropped.events == ()
    assert dropped.claims[0].about is None


def test_an_authority_names_what_articles_call_differently():
    known = authorities(
        actors=[
            {
                "name": {"value": "League of the Reef", "source": "its own papers"},
                "names": ["Reef League"],
                "aliases": [{"text": "Riff Liga"}],
            }
        ]
    )
    actor = record(made(known=known), "league-of-the-reef")
    assert [(a.value.text, a.read_by) for a in actor.aliases] == [
        ("Reef League", "rules"),
        ("Riff Liga", "editor"),
    ]


def test_words_that_do_not_stand_in_the_article_are_a_problem():
    where, found = problems(actors=[{"words": "Zoe"}])[0]
    assert (where, found) == ("actors[0].words", "“Zoe” does not stand in the article")
    where, found = problems(events=[{"words": "Monday", "paragraph": "2"}])[0]
    assert (where, found) == (
        "events[0].words",
        "“Monday” does not stand in paragraph 2, but in paragraph 1",
    )


@pytest.mark.parametrize(
    ("curation", "where", "found"),
    [
        ({"actors": [{"words": "ferry"}]}, "actors[0]", "“ferry” names none of the actors found (none)"),
        (
            {"events": [{"words": "on Monday"}]},
            "events[0].words",
            "“on Monday” matches no events found by the rules",
        ),
        (
            {"events": [{"words": "an attack"}, {"words": "attack on"}]},
            "events[1]",
            "“attack on” is about the same finding as another entry",
        ),
        (
            {"claims": [{"words": "denied it", "add": True, "kind": "denial"}]},
            "claims[0].claimant",
            "is needed",
        ),
        (
            {
                "events": [
                    {
                        "words": "an attack",
                        "date": {
                            "words": "Friday",
                            "kind": "within",
                            "edtf": "2021",
                            "precision": "year",
                            "rule": "none",
                        },
                    }
                ]
            },
            "events[0].date.words",
            "“Friday” does not stand in the article",
        ),
        (
            {
                "relations": [
                    {"words": "no", "subject": "fiji", "predicate": "neighbour_of", "object": "tonga"}
                ]
            },
            "relations[0].words",
            "“no” does not stand in the article",
        ),
    ],
)
def test_an_entry_that_matches_nothing_or_too_much_is_a_problem(curation, where, found):
    assert (where, found) in problems(**curation)


def test_of_two_findings_one_in_the_other_all_words_of_the_inner_choose_it():
    inner = replace(
        FINDINGS.claims[0], wording=at("blamed on the Reef League"), target=None, target_span=None
    )
    outer = replace(inner, wording=at("Tonga blamed on the Reef League"))
    lines = {"kind": "accusation", "because": "blamed on the Reef League"}
    dossier = made(
        source(
            replace(FINDINGS, claims=(outer, inner)),
            claims=[{"words": "blamed on the Reef League", **lines}],
        )
    )
    assert [claim.kind.value for claim in dossier.claims] == ["responsibility_blamed", "accusation"]


def test_words_of_two_findings_are_a_problem_and_narrower_words_are_not():
    twice = replace(FINDINGS.claims[0], target_span=at("Tonga", 1), target="Tonga")
    findings = replace(FINDINGS, claims=(FINDINGS.claims[0], twice))
    with pytest.raises(DossierError, match="“Tonga blamed on the Reef League” matches 2 claims found"):
        made(source(findings, claims=[{"words": "Tonga blamed on the Reef League"}]))
    dossier = made(
        source(
            findings,
            claims=[{"words": "blamed on the Reef League", "kind": "accusation", "source": "a test"}],
        )
    )
    assert [c.kind.value for c in dossier.claims] == ["accusation", "responsibility_blamed"]


GROUNDLESS = "says neither which words it rests on nor where else it comes from"


@pytest.mark.parametrize(
    ("entry", "where", "found"),
    [
        (
            {"description": "President of Fiji."},
            "actors[0].description",
            f"“President of Fiji.” {GROUNDLESS}",
        ),
        (
            {"description": "President of Fiji.", "because": "President Mere Tavola of Tonga"},
            "actors[0].description: because",
            "“President Mere Tavola of Tonga”, which “President of Fiji.” rests on, "
            "does not stand in the article",
        ),
        (
            {"description": "President of Fiji.", "because": "Mere Tavola"},
            "actors[0].description",
            "“President of Fiji.” rests on a name alone: Mere Tavola",
        ),
        ({"country": "fiji", "because": ["of Fiji", "of Tonga"]}, "actors[0].country: because", None),
    ],
)
def test_a_line_without_grounds_or_on_changed_words_stops_the_build(entry, where, found):
    told = problems(actors=[{"words": "Mere Tavola", **entry}])
    assert [place for place, _ in told] == [where]
    assert found in (None, told[0][1])


@pytest.mark.parametrize(
    ("entry", "cited", "source_of"),
    [
        ({"because": "President Mere Tavola of Fiji"}, ["President Mere Tavola of Fiji"], None),
        ({"because": ["President", "of Fiji"]}, ["President", "of Fiji"], None),
        ({"source": "a reference book"}, [], "a reference book"),
    ],
)
def test_a_line_cites_its_words_or_names_its_source(entry, cited, source_of):
    dossier = made(source(actors=[{"words": "Mere Tavola", "description": "President of Fiji.", **entry}]))
    fact = record(dossier, "mere-tavola").description
    assert (exact(dossier, *fact.evidence), fact.source, fact.read_by) == (cited, source_of, "editor")


def test_a_lines_own_grounds_win_over_its_entrys():
    line = {"value": "President of Fiji.", "source": "a reference book"}
    entry = {
        "words": "Mere Tavola",
        "description": line,
        "country": "fiji",
        "because": "President Mere Tavola of Fiji",
    }
    actor = record(made(source(actors=[entry])), "mere-tavola")
    assert (actor.description.source, actor.description.evidence) == ("a reference book", ())
    assert actor.country.source is None
    assert len(actor.country.evidence) == 1


def test_what_an_editor_takes_from_a_quotation_is_its_speakers_word():
    entry = {
        "words": "agreed to share a ferry",
        "subject": "A ferry that is late.",
        "because": "The ferry is late",
    }
    agreement = record(made(source(agreements=[entry])), "shared-ferry")
    assert [source.actor for source in agreement.subject.according_to] == ["mere-tavola"]


def test_a_line_can_say_whose_word_it_is():
    entry = {"words": "Mere Tavola", "country": "tonga", "because": "of Fiji", "according_to": "reef-league"}
    actor = record(made(source(actors=[entry])), "mere-tavola")
    assert [each.actor for each in actor.country.according_to] == ["reef-league"]


def test_a_relation_an_editor_adds_as_somebodys_word_is_no_plain_one():
    entry = {
        "words": "attack on the ferry that Tonga blamed on the Reef League",
        "subject": "reef-league",
        "predicate": "based_in",
        "object": "fiji",
        "according_to": "tonga",
    }
    dossier = made(source(relations=[entry]))
    (edge,) = (r for r in dossier.relations if r.predicate == "based_in")
    assert [each.actor for each in edge.according_to] == ["tonga"]
    table = next(
        block
        for section in network_page(Catalogue(dossier)).make().sections
        for block in section.blocks
        if block.type == "table"
    )
    assert not any(row[0][0].text == "Reef League" and row[1][0] == "Tie" for row in table.rows)


@pytest.mark.parametrize(
    ("told", "made_there"),
    [
        ("Fiji pledged a ferry during a visit to Suva", True),
        ("Fiji pledged a ferry at the end of a visit", False),
        ("After a visit to Suva Fiji pledged a ferry", False),
        ("Fiji pledged a ferry before a visit to Suva", False),
        ("Fiji pledged a ferry on a state visit", True),
    ],
)
def test_a_pledge_is_joined_to_the_visit_it_was_made_on(told, made_there):
    article = read_article(f"{told}.", id="ferry")

    def span(words):
        return Span(told.index(words), told.index(words) + len(words))

    findings = Findings(
        id="ferry",
        events=(EventFinding(type="visit", title="Visit", trigger=span("visit"), evidence=(span(told),)),),
        agreements=(
            AgreementFinding(
                title="Ferry",
                kind="pledge",
                status="pledged",
                status_span=span("pledged"),
                evidence=(span(told),),
            ),
        ),
    )
    dossier = made(replace(source(findings), article=article))
    occasion = dossier.agreements[0].occasion
    assert (occasion.value if occasion else None) == ("visit" if made_there else None)


def test_any_field_of_one_fact_can_be_set_and_no_other():
    entry = {"words": "agreed to share a ferry", "announced_by": "tonga", "source": "a test"}
    assert record(made(source(agreements=[entry])), "shared-ferry").announced_by.value == "tonga"
    with pytest.raises(ValidationError, match="mentions"):
        CURATION_SHAPE.model_validate({"agreements": [{"words": "a", "mentions": ["b"]}]})


def test_an_authority_that_no_article_uses_waits():
    assert made(known=authorities(actors=[{"name": "Nauru", "names": ["Nauru"]}])) == made()


@pytest.mark.parametrize(
    ("listed", "wikidata"),
    [
        ([("Mere Tavola", "person", "Q1")], "Q1"),
        ([("M. Tavola", "person", "Q1", "Mere Tavola")], "Q1"),
        ([("Mere Tavola", "organisation", "Q1")], None),
        ([("Tavola", "person", "Q1")], None),
        ([("Mere Tavola", "person", "Q1"), ("Mere Tavola", "person", "Q2")], None),
        ([("Sione Vea", "person", "Q1")], None),
    ],
    ids=["full name", "another spelling", "another kind", "surname alone", "two of one name", "nobody here"],
)
def test_a_list_adds_to_who_bears_a_name_of_it_when_all_agrees(listed, wikidata):
    names = tuple(
        ListedName(section="actors", name=name, kind=kind, wikidata=number, aliases=tuple(aliases))
        for name, kind, number, *aliases in listed
    )
    actor = record(made(known=authorities().beside(names)), "mere-tavola")
    found = actor.external_ids.value.wikidata if actor.external_ids else None
    assert found == wikidata
    if listed[0][0] == "M. Tavola":
        (alias,) = (a for a in actor.aliases if a.value.text == "M. Tavola")
        assert alias.read_by == "register:authorities.csv"


def test_what_an_editor_set_goes_before_a_list():
    listed = ListedName(section="actors", name="Mere Tavola", kind="person", wikidata="Q1")
    actors = [{"words": "Mere Tavola", "wikidata": "Q2"}]
    dossier = made(source(actors=actors), known=authorities().beside((listed,)))
    assert record(dossier, "mere-tavola").external_ids.value.wikidata == "Q2"


def test_all_problems_come_at_once():
    found = problems(actors=[{"words": "Zoe"}], quotes=[{"words": "Zoe"}], claims=[{"words": "Zoe"}])
    assert [where for where, _ in found] == ["actors[0].words", "quotes[0].words", "claims[0].words"]


def test_no_findings_make_an_empty_dossier():
    dossier = made(source(findings=type(FINDINGS)(id="ferry")))
    assert list(dossier.records()) == []


def edges_of(*entries):
    found = made(source(relations=[{"object": "tonga", **entry} for entry in entries])).relations
    return [
        (edge, [id.rpartition(":")[2] for id in edge.evidence])
        for edge in found
        if edge.predicate == "neighbour_of"
    ]


NEIGHBOUR = {
    "words": "Fiji and Tonga",
    "subject": "fiji",
    "predicate": "neighbour_of",
    "according_to": "article",
}


@pytest.mark.parametrize(
    ("again", "passages"),
    [
        ({"words": "Fiji and Tonga agreed to share a ferry"}, 2),
        ({"words": "Fiji and Tonga agreed to share a ferry", "according_to": "mere-tavola"}, 1),
        ({"words": "on the ferry that Tonga blamed"}, 2),
    ],
)
def test_a_relation_that_is_stated_twice_on_one_word_rests_on_both_passages(again, passages):
    ((edge, evidence),) = edges_of(NEIGHBOUR, NEIGHBOUR | again)
    assert len(evidence) == passages
    assert edge.according_to == ()


def test_a_claimed_relation_rests_on_its_own_claim_alone():
    blame = FINDINGS.claims[0]
    again = replace(blame, wording=at("blamed on the Reef League"), target_span=at("the Reef League"))
    dossier = made(source(replace(FINDINGS, claims=(blame, again))))
    (edge,) = (edge for edge in dossier.relations if edge.predicate == "blames")
    (claim,) = (claim for claim in dossier.claims if claim.id == edge.claim)
    assert edge.evidence == claim.evidence


def test_who_met_is_on_the_word_of_whoever_tells_of_the_meeting():
    text = "Tarvo Ilmets said on Monday that President Ana Lume met President Ivo Stam in Suva."
    dossier = dossier_of(("talks", text))
    (met,) = (edge for edge in dossier.relations if edge.predicate == "met")
    assert [each.actor for each in met.according_to] == ["tarvo-ilmets"]


@pytest.mark.parametrize(
    ("text", "tellers"),
    [
        ("Prosecutors say Ana Lume told guests: “The bridge will never stand.”", ["Prosecutors"]),
        ("According to the inquiry, Ana Lume said: “The bridge will never stand.”", ["inquiry"]),
        ("Keepers claim that Ana Lume shouted “you will pay” at Ivo Stam.", ["Keepers"]),
        ("Ana Lume told guests: “The bridge will never stand.”", []),
        ("Ana Lume said that she had told guests: “The bridge will never stand.”", []),
    ],
)
def test_what_another_tells_that_somebody_said_is_that_one_s_word(text, tellers):
    dossier = dossier_of(("words", text))
    (quote,) = dossier.quotes
    assert quote.speaker is not None
    assert quote.speaker.value == "ana-lume"
    assert [each.as_reported for each in quote.speaker.according_to] == tellers
    ties = [edge for edge in dossier.relations if edge.predicate == "spoke_about"]
    assert all([each.as_reported for each in edge.according_to] == tellers for edge in ties)


@pytest.mark.parametrize(
    ("told", "counts"),
    [
        (
            "The hospital put the toll at eleven dead.",
            [("nine people", ["Police"]), ("eleven", ["hospital"])],
        ),
        ("The hospital was closed.", [("nine people", ["Police"])]),
    ],
)
def test_each_number_of_dead_is_on_the_word_of_whoever_counts_them(told, counts):
    attack = (
        "Gunmen attacked a market in Suva on Monday. Police said that nine people were killed in the attack."
    )
    dossier = dossier_of(("raid", f"{attack} {told}"))
    (event,) = (each for each in dossier.events if each.type.value == "attack")
    found = [(c.value.as_reported, [w.as_reported for w in c.according_to]) for c in event.casualties]
    assert found == counts


@pytest.mark.parametrize(
    ("told", "whose"),
    [
        ("According to the Lake Gazette, he died in Suva.", ["Lake Gazette"]),
        ("A neighbour said that he died in Suva.", ["neighbour"]),
        ("The council said that he died in Suva.", ["council"]),
    ],
)
def test_where_it_was_is_the_word_of_whoever_tells_it(told, whose):
    dossier = dossier_of(("loss", f"Bruno Marl, a miller, died of fever, the council said. {told}"))
    (event,) = (each for each in dossier.events if each.type.value == "death")
    assert [each.actor or each.as_reported for each in event.place.according_to] == whose


@pytest.mark.parametrize(
    ("more", "named"),
    [
        ("Ada Berg, the mayor, left the city.", ["Ada Berg"]),
        ("Ada Berg, the mayor, told the Norton Wire that she would leave.", ["Ada Berg", "Norton Wire"]),
    ],
    ids=["it only reports", "it is in the story too"],
)
def test_who_reports_from_where_the_dateline_says_is_nobody_of_the_story(more, named):
    dossier = dossier_of(("one", f"SUVA, Fiji, May 30 (Norton Wire) – {more}"))
    assert sorted(a.name.value for a in dossier.actors if a.kind.value != "state") == named
    assert "Suva" in {place.name.value for place in dossier.places}


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("PORT-AU-PRINCE", "Port-au-Prince"),
        ("RIO DE JANEIRO", "Rio de Janeiro"),
        ("SUVA", "Suva"),
        ("N'DJAMENA", "N'Djamena"),
        ("N’DJAMENA", "N’Djamena"),
        ("PU'ER", "Pu'er"),
        ("COX’S BAZAR", "Cox’s Bazar"),
        ("WASHINGTON, D.C.", "Washington"),
        ("FORT ST JOHN", "Fort St John"),
        ("VILLA SAN ROQUE", "Villa San Roque"),
    ],
)
def test_a_place_of_the_dateline_is_written_as_a_name(line, place):
    dossier = dossier_of(("one", f"{line}, May 30 (Norton Wire) – Ada Berg, the mayor, left the city."))
    assert place in {each.name.value for each in (*dossier.places, *dossier.actors)}


def test_a_name_is_cited_where_it_stands_in_full_and_a_purpose_as_it_is_told():
    treaty = "Kenya and Uganda signed a treaty on Monday to share the lake."
    made_of = dossier_of(("a", f"Brandt wins\n\nOlga Brandt won the vote. {treaty}"))
    (brandt,) = (actor for actor in made_of.actors if actor.name.value == "Olga Brandt")
    (cited,) = (passage.exact for passage in made_of.evidence if passage.id in brandt.name.evidence)
    assert cited == "Olga Brandt"
    (agreed,) = made_of.agreements
    assert [each.value for each in agreed.purpose] == ["to share the lake"]


def test_a_title_keeps_the_adjective_of_a_state_that_has_no_record():
    (lume,) = dossier_of(("a", "Tongan President Ana Lume opened the port, the mayor said.")).actors
    assert [(r.value.title, r.value.of) for r in lume.roles] == [("Tongan President", None)]
    both = dossier_of(("a", "Tonga opened the port. Tongan President Ana Lume said it was late.")).actors
    lume = next(a for a in both if a.name.value == "Ana Lume")
    assert [(r.value.title, str(r.value.of)) for r in lume.roles] == [("President", "tonga")]
