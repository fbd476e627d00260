"""Indirect speech: who says what of whom, by which verb, in which words."""
