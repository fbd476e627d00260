"""The desk on a port of this machine, until it is interrupted."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from dossier.desk.app import desk_app
from dossier.desk.session import Desk
from dossier.errors import DossierError, Problem

HOST = "127.0.0.1"


def serve(seeds: Path, port: int, tell: Callable[[str], None]) -> None:
    """Serve the desk; `tell` is given its address.

    Raises DossierError when the seeds can't be read or the port is taken.
    """
    desk = Desk(seeds)
    token = secrets.token_urlsafe(16)
    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, port))
        except OSError as error:
            raise DossierError([_taken(port, error)]) from None
        taken = listening.getsockname()[1]
        hosts = (f"{HOST}:{taken}", f"localhost:{taken}")
        config = uvicorn.Config(desk_app(desk, hosts, token), log_level="warning", server_header=False)
        tell(f"The desk: http://{HOST}:{taken}/{token}/ (Ctrl-C ends it)")
        uvicorn.Server(config).run(sockets=[listening])


def _taken(port: int, error: OSError) -> Problem:
    return Problem(
        file=f"port {port}",
        found=f"it can’t be listened at: {error.strerror or error}",
        expected="a port that is free; without --port one is chosen",
        example="dossier desk",
    )
