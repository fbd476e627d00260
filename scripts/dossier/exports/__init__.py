"""The dossier to its data files, one module per format."""
