"""Commands that have a module of their own: their options and what they print."""
