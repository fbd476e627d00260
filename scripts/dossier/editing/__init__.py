"""The editor's files: read, matched to what was found, drafted."""
