"""Whose word it is: sources, cues and content of indirect speech, and who is spoken of."""
