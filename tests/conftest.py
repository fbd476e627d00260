"""What holds for all tests."""

import os

from hypothesis import settings

# How long one example takes says more of the machine than of the code; a run that decides about a
# submission tries the same examples each time.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")
