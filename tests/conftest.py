"""What holds for all tests."""

import gc
import os
import socket
from collections.abc import Callable
from typing import Any

from hypothesis import settings

# How long one example takes says more of the machine than of the code; a run that decides about a
# submission tries the same examples each time.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

LOCAL = ("127.", "::1", "localhost", "0.0.0.0")  # a test's own servers


class NetworkReached(AssertionError):
    """A test asks something of another machine."""


def _only_here(connect: Callable[[socket.socket, Any], Any]) -> Callable[[socket.socket, Any], Any]:
    """The same for this machine alone; a datagram's connection sends nothing."""

    def connect_here(self: socket.socket, address: Any) -> Any:
        by_name = self.family in (socket.AF_INET, socket.AF_INET6) and self.type == socket.SOCK_STREAM
        if by_name and not str(address[0]).startswith(LOCAL):
            self.close()
            raise NetworkReached(f"no test reaches the network, and this one asks {address[0]}")
        return connect(self, address)

    return connect_here


socket.socket.connect = _only_here(socket.socket.connect)  # type: ignore[method-assign, assignment]
socket.socket.connect_ex = _only_here(socket.socket.connect_ex)  # type: ignore[method-assign, assignment]


YOUNG, MIDDLE, ALL = 100_000, 20, 100
"""Objects made, and collections of the younger ones, after which garbage is looked for."""


def pytest_collection_finish() -> None:
    """What was loaded stays to the end of the run, and is not looked through for garbage again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, MIDDLE, ALL)
