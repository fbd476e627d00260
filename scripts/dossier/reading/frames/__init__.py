"""Frames: what a verb or noun tells of and who plays which part in it, as data with examples; one matcher."""
