"""Visits, meetings, press conferences, letters and statements."""
