"""The look of a dossier's site: a MkDocs theme that extends Material; `mkdocs_theme.yml` has its defaults."""
