"""Counts, sums of money and percentages."""
