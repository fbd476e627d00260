"""What ties two names, as an article states it: kin, allies, members, owners, seats."""
