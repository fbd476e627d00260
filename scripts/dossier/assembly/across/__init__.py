"""What several articles tell of: who is who and what happened, compared in the open.

Candidates come by blocking (what shares no key is never compared), a comparison gives points with the
reason for each, the points decide between sure, doubtful and different, and what is sure is one record.
"""
