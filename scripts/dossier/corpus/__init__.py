"""More articles than one machine reads or one site shows: read in parts, and chosen from."""
