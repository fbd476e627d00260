"""The page that says which data files there are, what opens them and how; itself a schema.org Dataset."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict

from dossier.reading.lexicon import load_table
from dossier.site.pages.addresses import page_path
from dossier.site.pages.catalogue import Catalogue
from dossier.site.pages.citation import cite_all
from dossier.site.pages.document import Code, DataFiles, Link, Page, Paragraph, Section
from dossier.site.pages.linker import Linker

URL = "data/"
_LEAD = (
    "Everything on this site as files for other programs: tables, a database, linked data, annotations, a "
    "network, places and a bibliography."
)
_CLAIMS = (
    "In each of them a claim is what somebody says of somebody, reported and not verified. Asked who did "
    "something, they answer with claims alone."
)
_NO_LICENCE = "The dossier’s own wording and data are free to reuse."
_QUOTATIONS = "Quotations belong to their publishers: cite the article beside this site."


class Group(BaseModel):
    """Files that belong together."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    title: str
    about: str
    opens: str
    files: dict[str, str]
    """Media type by path, from the folder of the data."""
    beside: tuple[str, ...] = ()
    """Folders with more files of the kind, too many to list."""
    lines: tuple[str, ...]


def groups() -> tuple[Group, ...]:
    """The groups of files, from their table."""
    return load_table("data_files", tuple[Group, ...], package=__package__ or "")


def data_page(catalogue: Catalogue) -> Page:
    """What the files hold, what opens them, under which licence, and three lines that use each."""
    linker = Linker(catalogue, URL)
    licence = catalogue.dossier.licence
    own = f"The dossier’s own wording and data: {licence}." if licence else _NO_LICENCE
    return Page(
        path=page_path(URL),
        title="Data",
        description=_LEAD,
        kind="index",
        kind_label="Index",
        blocks=(
            Paragraph(parts=(_LEAD,), style="lead"),
            Paragraph(parts=(_CLAIMS,)),
            Paragraph(parts=(f"{own} {_QUOTATIONS}",)),
            Paragraph(
                parts=(
                    "How statements are read and what their fields mean: ",
                    Link(href=linker.to("about-the-data/"), text="About the data"),
                )
            ),
        ),
        sections=tuple(_section(group) for group in groups()),
        citation=cite_all(catalogue, URL, "Data"),
        linked_data=_dataset(linker),
    )


def _section(group: Group) -> Section:
    return Section(
        id=group.id,
        title=group.title,
        blocks=(
            Paragraph(parts=(group.about,)),
            DataFiles(paths=tuple(group.files)),
            Paragraph(parts=(f"Opens in: {group.opens}",)),
            Code(lines=group.lines),
        ),
    )


def _dataset(linker: Linker) -> dict[str, Any]:
    dossier = linker.catalogue.dossier
    licence = dossier.licence or ""
    is_address = licence.startswith(("http://", "https://"))
    articles = [{"@id": linker.to(linker.catalogue.article_url(a.id))} for a in dossier.articles]
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": "./",
        "name": dossier.title or linker.catalogue.called,
        "description": f"{_LEAD} {_CLAIMS}",
        **({"license": licence} if is_address else {}),
        **({"isBasedOn": articles} if articles else {}),
        "isAccessibleForFree": True,
        "distribution": [
            {
                "@type": "DataDownload",
                "name": path,
                "description": group.about,
                "contentUrl": linker.to(f"{URL}{path}"),
                "encodingFormat": media,
            }
            for group in groups()
            for path, media in group.files.items()
        ],
    }
