"""Who and where: the names in an article and what is known of each."""
