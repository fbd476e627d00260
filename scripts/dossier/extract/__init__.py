"""Findings of one article: each extractor in turn, results passed along, none imports another."""
