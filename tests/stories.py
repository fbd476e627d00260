"""Articles of several outlets, read and assembled without files."""

from datetime import date

from dossier.assembly.assembling import assemble
from dossier.assembly.gating import gated
from dossier.editing.curation import AUTHORITIES_SHAPE, CURATION_SHAPE
from dossier.editing.sources import Source
from dossier.model import Article
from dossier.reading.extract import extract_findings
from dossier.reading.text.article import read_article


def source(name, text, publisher="The Norton Post", published="2024-05-31", **curation):
    """An article, read and gated."""
    day = date.fromisoformat(published)
    article = read_article(text, id=name, published=day, publisher=publisher)
    record = Article(
        id=name, headline=name, publisher=publisher, datePublished=day, sha256="0" * 64, paragraphs=1
    )
    return Source(
        article=article,
        record=record,
        findings=gated(article, extract_findings(article)).findings,
        curation=CURATION_SHAPE.model_validate(curation),
        curation_file=f"{name}.curation.yaml",
    )


def dossier_of(*articles, **authorities):
    """The dossier of articles, each a tuple for `source` or made by it."""
    sources = [each if isinstance(each, Source) else source(*each) for each in articles]
    known = AUTHORITIES_SHAPE.model_validate(authorities)
    return assemble(sources, known, "authorities.yaml").shown()


def bearers(dossier, name):
    """The articles in which each actor or place of a name is named."""
    return sorted(
        sorted({mention.split(":")[0] for mention in record.mentions})
        for record in (*dossier.actors, *dossier.places)
        if name in {record.name.value, *(alias.value.text for alias in record.aliases)}
    )
