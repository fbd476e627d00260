"""Article to findings, by rule."""
