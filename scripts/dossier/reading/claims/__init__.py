"""Who says what about whom, and in which words."""
