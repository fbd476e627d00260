"""Findings and the editor's files to a Dossier: every value with its origin and its passages."""
