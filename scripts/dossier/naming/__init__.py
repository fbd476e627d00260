"""Capitalised words to the people, bodies, groups and places they name."""
