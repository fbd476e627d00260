"""The vocabulary below is schema.org's: per type, the properties it has or inherits, and what they hold."""

import json

import pytest

from dossier.facts import ActorRef, Attribution, Reported
from dossier.model import Role
from dossier.site.pages import make_pages
from dossier.site.render import render
from site_reader import resolve, split, url_of
from small_dossier import small_dossier

TEXT, URL, DATE, NUMBER = "Text", "URL", "Date", "Number"
THING = {
    "name": {TEXT},
    "alternateName": {TEXT},
    "description": {TEXT},
    "disambiguatingDescription": {TEXT},
    "sameAs": {URL},
    "url": {URL},
    "subjectOf": {"CreativeWork"},
}
CREATIVE_WORK = THING | {
    "about": {"Thing"},
    "mentions": {"Thing"},
    "text": {TEXT},
    "author": {"Person", "Organization"},
    "publisher": {"Person", "Organization"},
    "headline": {TEXT},
    "alternativeHeadline": {TEXT},
    "datePublished": {DATE},
    "dateCreated": {DATE},
    "locationCreated": {"Place"},
    "inLanguage": {TEXT},
    "copyrightNotice": {TEXT},
    "archivedAt": {URL},
    "mainEntity": {"Thing"},
}
PLACE = THING | {"containedInPlace": {"Place"}, "geo": {"GeoCoordinates"}}
ORGANIZATION = THING | {"areaServed": {"Place"}}
PROPERTIES = {
    "Person": THING | {"jobTitle": {TEXT}},
    "Organization": ORGANIZATION,
    "GovernmentOrganization": ORGANIZATION,
    "NewsMediaOrganization": ORGANIZATION,
    "Country": PLACE,
    "City": PLACE,
    "AdministrativeArea": PLACE,
    "Place": PLACE,
    "GeoCoordinates": THING | {"latitude": {NUMBER}, "longitude": {NUMBER}},
    "Event": THING | {"startDate": {DATE}, "endDate": {DATE}, "location": {"Place"}, "superEvent": {"Event"}},
    "Intangible": THING,
    "ItemList": THING | {"itemListElement": {"Thing"}},
    "Dataset": CREATIVE_WORK
    | {
        "distribution": {"DataDownload"},
        "isBasedOn": {"CreativeWork"},
        "isAccessibleForFree": {NUMBER},
        "license": {URL},
    },
    "DataDownload": CREATIVE_WORK | {"contentUrl": {URL, TEXT}, "encodingFormat": {TEXT}},
    "Quotation": CREATIVE_WORK | {"spokenByCharacter": {"Person", "Organization"}},
    "Claim": CREATIVE_WORK,
    "NewsArticle": CREATIVE_WORK | {"dateline": {TEXT}},
    "CollectionPage": CREATIVE_WORK,
    "WebSite": CREATIVE_WORK,
}
SUPERTYPES = {
    "Person": {"Thing"},
    "Organization": {"Thing"},
    "GovernmentOrganization": {"Organization", "Thing"},
    "NewsMediaOrganization": {"Organization", "Thing"},
    "Country": {"Place", "Thing"},
    "City": {"Place", "Thing"},
    "AdministrativeArea": {"Place", "Thing"},
    "Place": {"Thing"},
    "GeoCoordinates": {"Thing"},
    "Event": {"Thing"},
    "Intangible": {"Thing"},
    "ItemList": {"Intangible", "Thing"},
    "Dataset": {"CreativeWork", "Thing"},
    "DataDownload": {"CreativeWork", "Thing"},
    "Quotation": {"CreativeWork", "Thing"},
    "Claim": {"CreativeWork", "Thing"},
    "NewsArticle": {"CreativeWork", "Thing"},
    "CollectionPage": {"CreativeWork", "Thing"},
    "WebSite": {"CreativeWork", "Thing"},
}


def linked_data(dossier=None):
    """JSON-LD by address of its page, which the theme prints."""
    found = {}
    for page in make_pages(dossier or small_dossier()):
        matter, _ = split(render(page))
        found[url_of(page.path)] = json.loads(json.dumps(matter["linked_data"]))
    return found


DATA = linked_data()


def types_of(node):
    types = node["@type"]
    return [types] if isinstance(types, str) else types


def kinds(url, value):
    """The types a value has: a literal's, a node's own, or those of the page it refers to."""
    if isinstance(value, int | float):
        return {NUMBER}
    if isinstance(value, str):
        return {TEXT, URL, DATE}
    if "@type" not in value:
        value = DATA[resolve(url, value["@id"])[0]]
    return {kind for type in types_of(value) for kind in {type, *SUPERTYPES[type]}}


@pytest.mark.parametrize("url", DATA)
def test_valid_against_the_vocabulary(url):
    nodes = [DATA[url]]
    while nodes:
        node = nodes.pop()
        known = {name: held for type in types_of(node) for name, held in PROPERTIES[type].items()}
        for name, values in node.items():
            if name in ("@context", "@type", "@id"):
                continue
            for value in values if isinstance(values, list) else [values]:
                assert kinds(url, value) & known[name], (url, name, value)
                if isinstance(value, dict) and "@type" in value:
                    nodes.append(value)


def test_things_are_linked_by_the_address_of_their_page():
    quote = DATA["quotes/quote-1/"]
    assert quote["@id"] == "./"
    assert quote["spokenByCharacter"] == {"@id": "../../actors/ada-berg/"}
    assert quote["subjectOf"] == [{"@id": "../../articles/ferry/"}]
    assert DATA["claims/claim-1/"]["author"] == {"@id": "../../actors/sudland/"}


def test_an_article_is_the_publishers():
    article = DATA["articles/ferry/"]
    assert article["@type"] == "NewsArticle"
    assert article["url"] == "https://post.example/2021/6/9/ferry"
    assert article["datePublished"] == "2021-06-09"
    assert article["publisher"] == {"@type": "NewsMediaOrganization", "name": "The Norton Post"}


def test_an_event_names_nobody_who_did_it():
    assert "Reed Circle" not in json.dumps(DATA["events/attack-on-a-ferry/"])
    assert "reed-circle" not in json.dumps(DATA["events/attack-on-a-ferry/"])


def sourced(record, field, *sources):
    """The record with all its facts on somebody's word."""
    fact = getattr(record, field).model_copy(update={"according_to": sources})
    return record.model_copy(update={field: fact})


BERG, MARSH = Attribution(actor=ActorRef("ada-berg")), Attribution(as_reported=Reported("Marsh"))


@pytest.mark.parametrize(
    ("sources", "event", "agreement"),
    [
        ((), None, "Status as reported: Agreed"),
        (
            (BERG,),
            "Reported, according to Ada Berg",
            "Status as reported, according to Ada Berg: Agreed",
        ),
        (
            (BERG, MARSH),  # Berg says that Marsh said so
            "Reported, according to Marsh, according to Ada Berg",
            "Status as reported, according to Marsh, according to Ada Berg: Agreed",
        ),
    ],
)
def test_whose_word_an_event_and_a_status_are(sources, event, agreement):
    before = small_dossier()
    attack, *events = before.events
    ferry, *agreements = before.agreements
    data = linked_data(
        before.model_copy(
            update={
                "events": (sourced(attack, "type", *sources), *events),
                "agreements": (sourced(ferry, "status", *sources), *agreements),
            }
        )
    )
    assert data["events/attack-on-a-ferry/"].get("disambiguatingDescription") == event
    assert data["agreements/shared-ferry/"]["disambiguatingDescription"] == agreement


def test_a_person_alone_has_the_titles_of_the_offices_held_now():
    before = small_dossier()
    ada = next(actor for actor in before.actors if actor.id == "ada-berg")
    sudland = next(actor for actor in before.actors if actor.id == "sudland")
    roles = tuple(
        ada.name.model_copy(update={"value": Role(title=title, former=former)})
        for title, former in (("mayor", False), ("bailiff", True))
    )
    changed = tuple(actor.model_copy(update={"roles": roles}) for actor in (ada, sudland))
    others = tuple(actor for actor in before.actors if actor not in (ada, sudland))
    data = linked_data(before.model_copy(update={"actors": (*changed, *others)}))
    assert data["actors/ada-berg/"]["jobTitle"] in ("mayor", ["mayor"])
    assert "jobTitle" not in data["actors/sudland/"]


def test_a_date_known_only_by_month_is_not_given_as_a_day():
    assert DATA["events/attack-on-a-ferry/"]["@type"] == "Event"
    assert "startDate" not in DATA["events/attack-on-a-ferry/"]
    before = small_dossier()
    attack, *events = before.events
    day = attack.date.value.model_copy(update={"edtf": "2021-05-03", "precision": "day", "kind": "on"})
    attack = attack.model_copy(update={"date": attack.date.model_copy(update={"value": day})})
    data = linked_data(before.model_copy(update={"events": (attack, *events)}))
    assert data["events/attack-on-a-ferry/"]["startDate"] == "2021-05-03"


def test_an_article_mentions_those_it_names_and_no_others():
    before = small_dossier()
    other = before.articles[0].model_copy(update={"id": "other", "headline": "Another"})
    pages = make_pages(before.model_copy(update={"articles": (*before.articles, other)}))
    mentioned = {page.path: page.linked_data.get("mentions") for page in pages if page.kind == "article"}
    assert {each["@id"] for each in mentioned["articles/ferry.md"]} >= {"../../actors/ada-berg/"}
    assert mentioned["articles/other.md"] is None
