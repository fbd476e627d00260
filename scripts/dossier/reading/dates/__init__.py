"""Words for time to dates."""
