"""What is agreed, signed, pledged or planned."""
