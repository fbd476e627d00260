"""schema.org JSON-LD of each page; things are linked by `@id`, the address of their page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, assert_never

from dossier.exports.bylines import is_organisation
from dossier.facts import Sourced, value_of
from dossier.model import Actor, Agreement, AnyRecord, Article, Claim, Event, Named, Place, Quote, Said
from dossier.site.pages import leads, wording
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.composer import plain
from dossier.site.pages.linker import Linker
from dossier.site.pages.notices import latest, touched
from dossier.site.pages.when import days, was_to_come

_CONTEXT = "https://schema.org"
_ACTOR_TYPES: dict[str, str | list[str]] = {
    "person": "Person",
    "state": ["Country", "GovernmentOrganization"],
    "government_body": "GovernmentOrganization",
    "organisation": "Organization",
    "armed_group": "Organization",
    "alliance": "Organization",
    "people": "Organization",
}
_MENTIONS = 50
_PLACE_TYPES = {"country": "Country", "city": "City", "province": "AdministrativeArea"}


def describe(catalogue: Catalogue, linker: Linker, record: AnyRecord) -> dict[str, Any]:
    """JSON-LD of a record's page."""
    match record:
        case Actor():
            own = _actor(linker, record)
        case Place():
            own = _place(linker, record)
        case Event():
            own = _event(linker, record)
        case Agreement():
            own = _agreement(linker, record)
        case Quote():
            own = _quote(linker, record)
        case Claim():
            own = _claim(linker, record)
        case _:
            assert_never(record)
    sources = {catalogue.evidence[id].article: None for id in catalogue.passages(record)}
    return _without_empty(
        {
            "@context": _CONTEXT,
            **own,
            "@id": "./",
            "subjectOf": [
                _without_empty(
                    {"@id": linker.to(catalogue.article_url(id)), **_status(catalogue.articles[id])}
                )
                for id in sources
            ],
        }
    )


def describe_article(linker: Linker, article: Article) -> dict[str, Any]:
    """JSON-LD of an article's page: the article itself, at its publisher's address."""
    mentioned = linker.catalogue.mentioned_in.get(article.id, ())
    return _without_empty(
        {
            "@context": _CONTEXT,
            "@type": "NewsArticle",
            "@id": "./",
            "headline": article.headline,
            "alternativeHeadline": article.alternativeHeadline,
            "author": _authors(article),
            "publisher": {"@type": "NewsMediaOrganization", "name": article.publisher},
            "datePublished": article.datePublished.isoformat(),
            "dateModified": latest(article)[0].date.isoformat() if article.corrected else None,
            "inLanguage": article.inLanguage,
            "dateline": article.dateline,
            "url": linker.catalogue.published_at(article.id),
            "archivedAt": article.archivedAt.url if article.archivedAt else None,
            "copyrightNotice": article.copyrightNotice,
            "correction": list(_corrections(linker, article)),
            **_status(article),
            "mentions": [_ref(linker, actor) for actor in mentioned[:_MENTIONS]],
        }
    )


def _status(article: Article) -> dict[str, str | None]:
    return {"creativeWorkStatus": "Retracted" if article.retracted else None}


def _corrections(linker: Linker, article: Article) -> Iterator[dict[str, Any]]:
    """What its publisher put right or took back, each with the records that rest on the words."""
    for correction in latest(article):
        about = [_ref(linker, id) for id in touched(linker.catalogue, correction)]
        yield _without_empty(
            {
                "@type": "CorrectionComment",
                "text": correction.what,
                "datePublished": correction.date.isoformat(),
                "about": about[:_MENTIONS],
            }
        )
    if article.retracted is not None:
        yield {
            "@type": "CorrectionComment",
            "text": article.retracted.why,
            "datePublished": article.retracted.date.isoformat(),
        }


def _authors(article: Article) -> dict[str, str] | list[dict[str, str]] | None:
    """One author as an object, several as a list."""
    authors = [
        {"@type": "Organization" if is_organisation(author) else "Person", "name": author}
        for author in article.author
    ]
    return authors[0] if len(authors) == 1 else authors or None


def describe_collection(
    linker: Linker, title: str, description: str, members: Sequence[str]
) -> dict[str, Any]:
    """JSON-LD of a page that lists those at these addresses."""
    return _without_empty(
        {
            "@context": _CONTEXT,
            "@type": "CollectionPage",
            "@id": "./",
            "name": title,
            "description": description,
            "mainEntity": {
                "@type": "ItemList",
                "itemListElement": [{"@id": linker.to(url)} for url in members[:50]],
            },
        }
    )


def _actor(linker: Linker, actor: Actor) -> dict[str, Any]:
    person = actor.kind.value == "person"
    return {
        "@type": _ACTOR_TYPES[actor.kind.value],
        **_named(actor),
        "jobTitle": [role.value.title for role in actor.roles if not role.value.former] if person else None,
        "areaServed": _ref(linker, actor.organ_of.value) if actor.organ_of else None,
    }


def _place(linker: Linker, place: Place) -> dict[str, Any]:
    within = place.part_of or place.country
    geo = value_of(place.geo)
    return {
        "@type": _PLACE_TYPES.get(place.kind.value, "Place"),
        **_named(place),
        "containedInPlace": _ref(linker, within.value) if within else None,
        "geo": {"@type": "GeoCoordinates", "latitude": geo.lat, "longitude": geo.lon} if geo else None,
    }


def _named(record: Named) -> dict[str, Any]:
    ids = value_of(record.external_ids)
    return {
        "name": record.name.value,
        "alternateName": [
            alias.value.text for alias in record.aliases if alias.value.text != record.name.value
        ],
        "description": value_of(record.description),
        "sameAs": f"http://www.wikidata.org/entity/{ids.wikidata}" if ids and ids.wikidata else None,
    }


def _event(linker: Linker, event: Event) -> dict[str, Any]:
    span = days(event.date)
    told = _according_to(linker, event.type)
    lasted = event.date is not None and event.date.value.kind == "during" and date.max not in (span or ())
    return {
        "@type": "Event",
        "name": event.title.value,
        "description": value_of(event.description) or leads.snippet(linker, event),
        "disambiguatingDescription": f"Reported{told}" if told else None,
        "startDate": span[0].isoformat() if span and (lasted or span[0] == span[1]) else None,
        "endDate": span[1].isoformat() if span and lasted else None,
        "eventStatus": "https://schema.org/EventScheduled" if was_to_come(event) else None,
        "location": _ref(linker, event.place.value) if event.place else None,
        "superEvent": _ref(linker, event.part_of.value) if event.part_of else None,
    }


def _agreement(linker: Linker, agreement: Agreement) -> dict[str, Any]:
    status = wording.wording().agreement_statuses[agreement.status.value]
    told = _according_to(linker, agreement.status)
    return {
        "@type": "Intangible",
        "name": agreement.title.value,
        "description": value_of(agreement.subject) or leads.snippet(linker, agreement),
        "disambiguatingDescription": f"Status as reported{told}: {status}",
    }


def _according_to(linker: Linker, fact: Sourced) -> str:
    """Whose word a fact is, the outermost source last, as on the page; nothing for the article's own."""
    return plain(linker.according_to(fact.according_to))


def _quote(linker: Linker, quotation: Quote) -> dict[str, Any]:
    return {
        "@type": "Quotation",
        "text": quotation.text.value,
        **_said_how(linker, quotation),
        "spokenByCharacter": _ref(linker, quotation.speaker.value) if quotation.speaker else None,
        "about": [_ref(linker, topic.value) for topic in quotation.about],
    }


def _claim(linker: Linker, claim: Claim) -> dict[str, Any]:
    author: dict[str, Any] = {"@type": "Organization", "name": claim.claimant_as_reported.value}
    return {
        "@type": "Claim",
        "name": linker.catalogue.title(claim.id),
        "text": claim.wording_as_reported.value,
        **_said_how(linker, claim),
        "author": _ref(linker, claim.claimant.value) if claim.claimant else author,
        "about": [_ref(linker, fact.value) for fact in (claim.target, claim.about) if fact],
    }


def _said_how(linker: Linker, said: Said) -> dict[str, Any]:
    """The day and the place of a saying; no day where it may have been any of several."""
    span = days(said.said_on)
    return {
        "dateCreated": span[0].isoformat() if span and span[0] == span[1] else None,
        "locationCreated": _ref(linker, said.said_in.value) if said.said_in else None,
    }


def _ref(linker: Linker, id: str) -> dict[str, Any]:
    return {"@id": linker.to(linker.catalogue.url(id))}


def _without_empty(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in (None, [], "")}
