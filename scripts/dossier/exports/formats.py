"""The formats that the dossier is written in, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from dossier.exports import (
    bibliography,
    data,
    database,
    linked,
    network,
    places,
    rdf,
    schemas,
    tabular,
    web_annotations,
)
from dossier.exports.heading import Heading
from dossier.model import Dossier

FORMATS: Mapping[str, Callable[[Dossier, Heading], dict[str, bytes]]] = {
    "json": data.export,
    "records": linked.export,
    "schemas": schemas.export,
    "csv": tabular.export,
    "sqlite": database.export,
    "geojson": places.export,
    "graphml": network.export,
    "turtle": rdf.export,
    "annotations": web_annotations.export,
    "bibliography": bibliography.export,
}
WITH_THE_PAGES = frozenset({"json", "schemas"})
"""What stands in `docs/`, to be reviewed; the others follow from it and stand in the built site alone."""


def export(dossier: Dossier, names: Iterable[str], address: str | None = None) -> dict[str, bytes]:
    """Content by path, each below `data/`, of some formats.

    `address` is where the site is published, with a slash at the end.
    """
    heading = Heading(title=dossier.title or "Dossier", licence=dossier.licence, address=address)
    return {path: made for name in names for path, made in FORMATS[name](dossier, heading).items()}
