"""Names, titles and nouns within a sentence: their articles, their number, of which state they are."""

import pytest

from dossier.facts import ActorRef
from dossier.model import Role
from dossier.site.pages import leads, nouns, phrases, titles
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.composer import plain
from dossier.site.pages.document import Link
from dossier.site.pages.linker import Linker
from dossier.site.pages.relations import office_told, relation_lines
from worded import DOSSIER, PASSAGE, fact


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Seven priests", "seven priests"),
        ("Seven Sisters of Lesk", "Seven Sisters of Lesk"),
        ("Several priests", "several priests"),
        ("All priests", "all priests"),
        ("All Saints of Lesk", "All Saints of Lesk"),
        ("Norton priests", "Norton priests"),
        ("", ""),
    ],
)
def test_a_title_begins_small_within_a_sentence_unless_it_is_a_name(title, told):
    assert nouns.in_sentence(title) == told


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
    ("title", "told"),
    [
        ("Sanctions by Ferry Union on Reed Circle", "Sanctions by the Ferry Union on Reed Circle"),
        ("Ferry Union meeting", "Ferry Union meeting"),
        ("Sanctions by Norland", "Sanctions by Norland"),
    ],
)
def test_a_name_in_a_title_takes_its_article_behind_a_preposition(title, told):
    assert nouns.with_articles(title, ["Ferry Union", "Reed Circle", "Norland"]) == told
