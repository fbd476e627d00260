"""Words that stand for a name: pronouns, plain nouns, noun phrases."""
