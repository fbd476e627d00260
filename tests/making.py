"""A small made-up article with findings written by hand: what follows the extractors is tested alone."""

from datetime import date

from dossier.editing.curation import AUTHORITIES_SHAPE, CURATION_SHAPE
from dossier.editing.sources import Source
from dossier.model import Article
from dossier.reading.findings import (
    AgreementFinding,
    AliasFinding,
    Casualties,
    ClaimFinding,
    DateFinding,
    EventFinding,
    Findings,
    NameFinding,
    Participant,
    QuoteFinding,
    RoleFinding,
    Span,
    Speaker,
)
from dossier.reading.text.article import read_article

TEXT = (
    "SUVA, Fiji – Fiji and Tonga agreed to share a ferry, President Mere Tavola of Fiji said on Monday.\n\n"
    "“The ferry is late,” said Tavola. “We wait.”\n\n"
    "At least three people were hurt in an attack on the ferry that Tonga blamed on the Reef League. "
    "The Reef League denied it."
)
ARTICLE = read_article(TEXT, id="ferry", published=date(2021, 6, 9))


def at(words, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


MONDAY = DateFinding(
    start=at("Monday").start,
    end=at("Monday").end,
    edtf="2021-06-07",
    precision="day",
    basis="relative_to_publication",
    rule="the last Monday before publication",
)
FINDINGS = Findings(
    id="ferry",
    actors=(
        NameFinding(name="Fiji", kind="state", mentions=(at("Fiji"), at("Fiji", 1), at("Fiji", 2))),
        NameFinding(name="Tonga", kind="state", mentions=(at("Tonga"), at("Tonga", 1))),
        NameFinding(
            name="Mere Tavola",
            kind="person",
            aliases=(AliasFinding(text="Tavola", type="short_form"),),
            mentions=(at("Mere Tavola"), at("Tavola", 1)),
            roles=(RoleFinding(title="President", of="Fiji", span=at("President")),),
        ),
        NameFinding(
            name="Reef League", kind="armed_group", mentions=(at("Reef League"), at("Reef League", 1))
        ),
    ),
    places=(NameFinding(name="Fiji", kind="country", mentions=(at("Fiji"),)),),
    quotes=(
        QuoteFinding(
            segments=(at("The ferry is late,"), at("We wait.")),
            speaker=Speaker(
                mention="Tavola", start=at("Tavola", 1).start, end=at("Tavola", 1).end, name="Mere Tavola"
            ),
            cue="said",
            cue_span=at("said", 1),
            form="direct",
            method="quote_verb_name",
        ),
    ),
    events=(
        EventFinding(
            type="attack",
            title="Attack on a ferry",
            casualties=(
                Casualties(group="people", kind="injured", span=at("At least three people"), min=3, max=None),
            ),
            evidence=(at("At least three people were hurt in an attack on the ferry"),),
            trigger=at("attack"),
        ),
    ),
    agreements=(
        AgreementFinding(
            title="Shared ferry",
            kind="infrastructure",
            status="agreed",
            status_span=at("agreed"),
            parties=(
                Participant(actor="Fiji", role="party", span=at("Fiji", 1)),
                Participant(actor="Tonga", role="party", span=at("Tonga")),
            ),
            date=MONDAY,
            evidence=(at("Fiji and Tonga agreed to share a ferry"),),
        ),
    ),
    claims=(
        ClaimFinding(
            kind="responsibility_blamed",
            claimant="Tonga",
            claimant_span=at("Tonga", 1),
            target="Reef League",
            target_span=at("Reef League"),
            event=0,
            wording=at("Tonga blamed on the Reef League"),
            method="verb",
        ),
        ClaimFinding(
            kind="denial",
            claimant="Reef League",
            claimant_span=at("Reef League", 1),
            target=None,
            event=0,
            wording=at("denied it"),
            method="verb",
        ),
    ),
)
RECORD = Article(
    id="ferry",
    headline="Ferry",
    publisher="The Lagoon Courier",
    datePublished=date(2021, 6, 9),
    sha256="0" * 64,
    paragraphs=3,
)


def source(findings=FINDINGS, **curation):
    return Source(
        article=ARTICLE,
        record=RECORD,
        findings=findings,
        curation=CURATION_SHAPE.model_validate(curation),
        curation_file="ferry.curation.yaml",
    )


def authorities(**sections):
    return AUTHORITIES_SHAPE.model_validate(sections)
