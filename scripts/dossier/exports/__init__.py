"""The dossier to its data files, one module per format."""

NAMES = (
    "annotations",
    "bibliography",
    "csv",
    "geojson",
    "graphml",
    "json",
    "records",
    "schemas",
    "sqlite",
    "turtle",
)
"""The formats, for whoever lists them without making any; `formats` has what makes each."""
