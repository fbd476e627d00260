"""A small made-up dossier, written out by hand, so that pages are tested without the extractors."""

from datetime import date
from typing import Any

from dossier.assembly.passages import digest
from dossier.facts import ActorRef, AnyRef, ArticleRef, Attribution, ClaimRef, EvidenceRef, Fact
from dossier.model import (
    Actor,
    Agreement,
    Article,
    Claim,
    Dossier,
    Event,
    Evidence,
    Geo,
    Place,
    Quote,
    Relation,
)

PARAGRAPHS = (
    ("h", "Norland and Sudland to share a river ferry"),
    (
        "1",
        "NORTON, Norland – Norland and Sudland agreed to share a ferry, President Ada Berg said on Monday.",
    ),
    ("2", "“The ferry is late,” said Berg. “We wait.”"),
    ("3", "At least three people were hurt in an attack on a ferry in May; Sudland blamed the Reed Circle."),
    ("4", "The Reed Circle (RC) denied it. Sudland pledged 2m crowns for a new pier at Port Alma."),
)
TEXT = "\n\n".join(words for _, words in PARAGRAPHS)


def passage_at(words: str, article: str = "ferry") -> Evidence:
    start = TEXT.index(words)
    number = TEXT.count("\n\n", 0, start)
    return Evidence(
        id=f"{article}:{start}-{start + len(words)}",
        article=ArticleRef(article),
        paragraph=PARAGRAPHS[number][0],
        start=start,
        end=start + len(words),
        digest=digest(words),
        sentences=(digest(PARAGRAPHS[number][1]),),
        exact=words,
    )


class Maker:
    """Makes facts and collects the passages they cite."""

    def __init__(self) -> None:
        self.evidence: dict[str, Evidence] = {}

    def cite(self, *words: str) -> tuple[EvidenceRef, ...]:
        passages = [passage_at(each) for each in words]
        self.evidence |= {passage.id: passage for passage in passages}
        return tuple(EvidenceRef(passage.id) for passage in passages)

    def read(self, value: Any, *words: str) -> Fact[Any]:
        return Fact(value=value, read_by="rules", evidence=self.cite(*words))

    def added(self, value: Any, *words: str) -> Fact[Any]:
        return Fact(value=value, read_by="editor", evidence=self.cite(*words))

    def looked_up(self, value: Any, register: str) -> Fact[Any]:
        return Fact(value=value, read_by=f"register:{register}")

    def party(self, actor: str, role: str, words: str) -> Fact[Any]:
        return self.read({"actor": actor, "role": role}, words)


ARTICLE = Article(
    id="ferry",
    headline="Norland and Sudland to share a river ferry",
    dateline="NORTON, Norland",
    author=("Ida Lund",),
    publisher="The Norton Post",
    datePublished=date(2021, 6, 9),
    url="https://post.example/2021/6/9/ferry",
    sha256="0" * 64,
    paragraphs=4,
    copyrightNotice="© The Norton Post",
)


def small_dossier() -> Dossier:
    make = Maker()
    dossier = Dossier(
        rules="1.0",
        articles=(ARTICLE,),
        actors=_actors(make),
        places=_places(make),
        events=_events(make),
        agreements=_agreements(make),
        quotes=_quotes(make),
        claims=_claims(make),
        relations=(
            Relation(
                id="reed-circle-based-in-sudland",
                subject=AnyRef("reed-circle"),
                predicate="based_in",
                object=AnyRef("sudland"),
                read_by="rules",
                evidence=make.cite("blamed the Reed Circle"),
                according_to=(Attribution(actor=ActorRef("sudland")),),
                claim=ClaimRef("claim-1"),
            ),
        ),
    )
    evidence = sorted(make.evidence.values(), key=lambda passage: (passage.start, passage.end))
    return dossier.model_copy(update={"evidence": tuple(evidence)})


def _places(make: Maker) -> tuple[Place, ...]:
    return (
        Place(
            id="port-alma",
            name=make.read("Port Alma", "Port Alma"),
            kind=make.read("port", "a new pier at Port Alma"),
            country=make.read("sudland", "Sudland pledged 2m crowns for a new pier at Port Alma"),
            geo=make.looked_up(Geo(lat=10.5, lon=-61.5), "GeoNames"),
            mentions=make.cite("Port Alma"),
        ),
        Place(id="norton", name=make.read("Norton", "NORTON"), kind=make.looked_up("city", "GeoNames")),
    )


def _events(make: Maker) -> tuple[Event, ...]:
    return (
        Event(
            id="attack-on-a-ferry",
            type=make.read("attack", "an attack"),
            title=make.added("Attack on a ferry", "an attack on a ferry"),
            date=make.read(
                {
                    "as_reported": "in May",
                    "kind": "within",
                    "edtf": "2021-05",
                    "precision": "month",
                    "basis": "relative_to_publication",
                    "rule": "the May before publication",
                },
                "in May",
            ),
            casualties=(
                make.read(
                    {"kind": "injured", "as_reported": "At least three people", "min": 3},
                    "At least three people were hurt",
                ),
            ),
            mentions=make.cite("an attack on a ferry"),
        ),
        Event(
            id="statement-of-berg",
            type=make.read("statement", "Ada Berg said on Monday"),
            title=make.read("Statement of Ada Berg", "Ada Berg said on Monday"),
            participants=(make.party("ada-berg", "speaker", "President Ada Berg said"),),
        ),
    )


def _actors(make: Maker) -> tuple[Actor, ...]:
    def state(id: str, words: str) -> Actor:
        name = make.read(id.title(), id.title())
        return Actor(id=id, name=name, kind=make.read("state", words), mentions=make.cite(words))

    return (
        Actor(
            id="ada-berg",
            name=make.read("Ada Berg", "Ada Berg"),
            kind=make.read("person", "President Ada Berg"),
            description=make.added("President of Norland.", "President Ada Berg"),
            country=make.read("norland", "President Ada Berg"),
            external_ids=make.looked_up({"wikidata": "Q1"}, "Wikidata"),
            aliases=(
                make.read({"text": "Berg", "type": "short_form"}, "said Berg"),
                make.added({"text": "Ada Bjerg", "type": "transliteration"}, "Ada Berg"),
            ),
            roles=(make.read({"title": "President", "of": "norland"}, "President Ada Berg"),),
            mentions=make.cite("President Ada Berg said", "said Berg"),
        ),
        state("norland", "Norland and Sudland to share"),
        state("sudland", "Sudland pledged"),
        Actor(
            id="reed-circle",
            name=make.read("Reed Circle", "The Reed Circle"),
            kind=make.read("armed_group", "The Reed Circle (RC)"),
            aliases=(make.read({"text": "RC", "type": "acronym"}, "The Reed Circle (RC)"),),
            mentions=make.cite("The Reed Circle (RC)"),
        ),
    )


def _agreements(make: Maker) -> tuple[Agreement, ...]:
    return (
        Agreement(
            id="shared-ferry",
            title=make.read("Shared ferry", "agreed to share a ferry"),
            kind=make.read("other", "agreed to share a ferry"),
            parties=(
                make.party("norland", "party", "Norland and Sudland agreed"),
                make.party("sudland", "party", "Norland and Sudland agreed"),
            ),
            announced_by=make.read("ada-berg", "Ada Berg said"),
            status=make.read("agreed", "agreed to share a ferry"),
            status_as_reported=make.read("agreed to share a ferry", "agreed to share a ferry"),
        ),
        Agreement(
            id="pier-at-port-alma",
            title=make.read("Pier at Port Alma", "pledged 2m crowns for a new pier at Port Alma"),
            kind=make.read("investment", "pledged 2m crowns"),
            parties=(make.party("sudland", "pledger", "Sudland pledged"),),
            status=make.read("pledged", "pledged 2m crowns"),
            status_as_reported=make.read("pledged 2m crowns", "pledged 2m crowns"),
            amount=make.read(
                {"as_reported": "2m crowns", "value": 2_000_000, "currency": "XXX"}, "2m crowns"
            ),
        ),
    )


def _quotes(make: Maker) -> tuple[Quote, ...]:
    segments = ("The ferry is late,", "We wait.")
    return (
        Quote(
            id="quote-1",
            segments=make.cite(*segments),
            text=make.read("The ferry is late, … We wait.", *segments),
            speaker=make.read("ada-berg", "said Berg"),
            speaker_as_reported=make.read("Berg", "said Berg"),
            cue=make.read("said", "said Berg"),
            form=make.read("direct", *segments),
            about=(make.read("shared-ferry", *segments), make.read("norland", *segments)),
            method="none",
        ),
    )


def _claims(make: Maker) -> tuple[Claim, ...]:
    return (
        Claim(
            id="claim-1",
            kind=make.read("responsibility_blamed", "blamed"),
            claimant=make.read("sudland", "Sudland blamed"),
            claimant_as_reported=make.read("Sudland", "Sudland blamed"),
            target=make.read("reed-circle", "blamed the Reed Circle"),
            target_as_reported=make.read("the Reed Circle", "blamed the Reed Circle"),
            about=make.read("attack-on-a-ferry", "Sudland blamed the Reed Circle"),
            wording_as_reported=make.read("Sudland blamed the Reed Circle", "Sudland blamed the Reed Circle"),
            evidence=make.cite("Sudland blamed the Reed Circle"),
            method="blame",
        ),
        Claim(
            id="claim-2",
            kind=make.read("denial", "denied it"),
            claimant=make.read("reed-circle", "The Reed Circle (RC) denied it"),
            claimant_as_reported=make.read("The Reed Circle (RC)", "The Reed Circle (RC) denied it"),
            about=make.read("attack-on-a-ferry", "The Reed Circle (RC) denied it"),
            wording_as_reported=make.read("denied it", "denied it"),
            evidence=make.cite("denied it"),
            method="denial",
        ),
    )
