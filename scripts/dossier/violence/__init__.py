"""Acts of violence: triggers, roles, casualties, incidents, and who is said to have done them."""
