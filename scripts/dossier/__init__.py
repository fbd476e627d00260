"""Dossier turns news articles into a verified, cross-linked, searchable static knowledge base."""
