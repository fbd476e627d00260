"""A small made-up dossier, written out by hand, so that pages are tested without the extractors."""

from datetime import date

from dossier.model import (
    Actor,
    Agreement,
    Alias,
    Amount,
    Article,
    Casualties,
    Claim,
    Dossier,
    Event,
    Evidence,
    ExternalIds,
    Geo,
    Participant,
    Place,
    Provenance,
    Quote,
    Relation,
    ReportedDate,
    Role,
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
        article=article,
        paragraph=PARAGRAPHS[number][0],
        start=start,
        end=start + len(words),
        exact=words,
    )


class Maker:
    """Makes leaves and collects the passages they cite."""

    def __init__(self) -> None:
        self.evidence: dict[str, Evidence] = {}

    def cite(self, *words: str) -> tuple[str, ...]:
        passages = [passage_at(each) for each in words]
        self.evidence |= {passage.id: passage for passage in passages}
        return tuple(passage.id for passage in passages)

    def read(self, *words: str) -> Provenance:
        return Provenance(origin="extracted", evidence=self.cite(*words))

    def added(self, *words: str) -> Provenance:
        return Provenance(origin="curated", evidence=self.cite(*words))

    def alias(self, text: str, type: str, words: str, origin: str = "extracted") -> Alias:
        return Alias.model_validate(
            {"text": text, "type": type, "origin": origin, "evidence": self.cite(words)}
        )

    def party(self, actor: str, role: str, words: str) -> Participant:
        return Participant(actor=actor, role=role, origin="extracted", evidence=self.cite(words))


ARTICLE = Article(
    id="ferry",
    headline="Norland and Sudland to share a river ferry",
    dateline="NORTON, Norland",
    author="Ida Lund",
    publisher="The Norton Post",
    datePublished=date(2021, 6, 9),
    url="https://post.example/2021/6/9/ferry",
    sha256="0" * 64,
    paragraphs=4,
    copyrightNotice="© The Norton Post",
)


def small_dossier() -> Dossier:
    make = Maker()
    actors = _actors(make)
    places = (
        Place(
            id="port-alma",
            name="Port Alma",
            kind="port",
            country="sudland",
            geo=Geo(lat=10.5, lon=-61.5, source="Wikidata"),
            mentions=make.cite("Port Alma"),
            provenance={"name": make.read("Port Alma"), "geo": make.added("Port Alma")},
        ),
        Place(id="norton", name="Norton", kind="city", provenance={"name": make.read("NORTON")}),
    )
    events = (
        Event(
            id="attack-on-a-ferry",
            type="attack",
            title="Attack on a ferry",
            date=ReportedDate(
                as_reported="in May",
                edtf="2021-05",
                precision="month",
                basis="relative_to_publication",
                rule="the May before publication",
            ),
            casualties=(
                Casualties(
                    kind="injured",
                    as_reported="At least three people",
                    min=3,
                    origin="extracted",
                    evidence=make.cite("At least three people were hurt"),
                ),
            ),
            mentions=make.cite("an attack on a ferry"),
            provenance={
                "type": make.read("an attack"),
                "title": make.added("an attack on a ferry"),
                "date": make.read("in May"),
            },
        ),
        Event(
            id="statement-of-berg",
            type="statement",
            title="Statement of Ada Berg",
            participants=(make.party("ada-berg", "speaker", "President Ada Berg said"),),
            provenance={"type": make.read("Ada Berg said on Monday")},
        ),
    )
    dossier = Dossier(
        articles=(ARTICLE,),
        actors=actors,
        places=places,
        events=events,
        agreements=_agreements(make),
        quotes=_quotes(make),
        claims=_claims(make),
        relations=(
            Relation(
                id="reed-circle-based-in-sudland",
                subject="reed-circle",
                predicate="based_in",
                object="sudland",
                origin="extracted",
                evidence=make.cite("blamed the Reed Circle"),
                claim="claim-1",
            ),
        ),
    )
    evidence = sorted(make.evidence.values(), key=lambda passage: (passage.start, passage.end))
    return dossier.model_copy(update={"evidence": tuple(evidence)})


def _actors(make: Maker) -> tuple[Actor, ...]:
    return (
        Actor(
            id="ada-berg",
            name="Ada Berg",
            kind="person",
            description="President of Norland.",
            country="norland",
            external_ids=ExternalIds(wikidata="Q1"),
            aliases=(
                make.alias("Berg", "short_form", "said Berg"),
                make.alias("Ada Bjerg", "transliteration", "Ada Berg", "curated"),
            ),
            roles=(
                Role(
                    title="President",
                    of="norland",
                    origin="extracted",
                    evidence=make.cite("President Ada Berg"),
                ),
            ),
            mentions=make.cite("President Ada Berg said", "said Berg"),
            provenance={
                "name": make.read("Ada Berg"),
                "kind": make.read("President Ada Berg"),
                "description": make.added("President Ada Berg"),
                "country": make.read("President Ada Berg"),
                "external_ids": make.added("Ada Berg"),
            },
        ),
        Actor(id="norland", name="Norland", kind="state", mentions=make.cite("Norland and Sudland to share")),
        Actor(id="sudland", name="Sudland", kind="state", mentions=make.cite("Sudland pledged")),
        Actor(
            id="reed-circle",
            name="Reed Circle",
            kind="armed_group",
            country="sudland",
            aliases=(make.alias("RC", "acronym", "The Reed Circle (RC)"),),
            mentions=make.cite("The Reed Circle (RC)"),
            provenance={"country": make.read("Sudland blamed the Reed Circle")},
        ),
    )


def _agreements(make: Maker) -> tuple[Agreement, ...]:
    return (
        Agreement(
            id="shared-ferry",
            title="Shared ferry",
            kind="other",
            parties=(
                make.party("norland", "party", "Norland and Sudland agreed"),
                make.party("sudland", "party", "Norland and Sudland agreed"),
            ),
            announced_by="ada-berg",
            status="agreed",
            status_as_reported="agreed to share a ferry",
            provenance={
                "status": make.read("agreed to share a ferry"),
                "announced_by": make.read("Ada Berg said"),
            },
        ),
        Agreement(
            id="pier-at-port-alma",
            title="Pier at Port Alma",
            kind="investment",
            parties=(make.party("sudland", "pledges", "Sudland pledged"),),
            status="pledged",
            status_as_reported="pledged 2m crowns",
            amount=Amount(as_reported="2m crowns", value=2_000_000, currency="XXX"),
            provenance={"status": make.read("pledged 2m crowns"), "amount": make.read("2m crowns")},
        ),
    )


def _quotes(make: Maker) -> tuple[Quote, ...]:
    return (
        Quote(
            id="quote-1",
            segments=make.cite("The ferry is late,", "We wait."),
            text="The ferry is late, … We wait.",
            speaker="ada-berg",
            speaker_as_reported="Berg",
            cue="said",
            form="direct",
            about=("shared-ferry", "norland"),
            method="none",
            provenance={"speaker": make.read("said Berg"), "cue": make.read("said Berg")},
        ),
    )


def _claims(make: Maker) -> tuple[Claim, ...]:
    return (
        Claim(
            id="claim-1",
            kind="responsibility_blamed",
            claimant="sudland",
            claimant_as_reported="Sudland",
            target="reed-circle",
            target_as_reported="the Reed Circle",
            about="attack-on-a-ferry",
            wording_as_reported="Sudland blamed the Reed Circle",
            evidence=make.cite("Sudland blamed the Reed Circle"),
            method="blame",
            provenance={"kind": make.read("blamed"), "claimant": make.read("Sudland blamed")},
        ),
        Claim(
            id="claim-2",
            kind="denial",
            claimant="reed-circle",
            claimant_as_reported="The Reed Circle (RC)",
            about="attack-on-a-ferry",
            wording_as_reported="denied it",
            evidence=make.cite("denied it"),
            method="denial",
        ),
    )
