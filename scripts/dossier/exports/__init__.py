"""The dossier to its data files, one module per format."""

NAMES = ("csv", "geojson", "json", "sqlite")
"""The formats, for whoever lists them without making any; `formats` has what makes each."""
