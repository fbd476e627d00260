"""Files to articles: front matter, metadata, text."""
