"""Shallow English grammar over tokens: word classes, phrases, clauses, and the words other rooms look for."""
