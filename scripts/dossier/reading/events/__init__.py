"""What happened: acts of violence, visits, meetings, letters and statements."""
