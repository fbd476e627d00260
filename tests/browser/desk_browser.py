"""A desk that is served, and a page of a browser that opens it."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from dossier.desk.app import desk_app
from dossier.desk.session import Desk


@contextmanager
def desk_at(seeds: Path, change: Callable[[Desk], None] = lambda _: None) -> Iterator[str]:
    """The address of a desk over these seeds, after a change of what it holds."""
    desk = Desk(seeds)
    change(desk)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        app = desk_app(desk, (f"127.0.0.1:{port}",), "token")
        server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{port}/token/"
        server.should_exit = True
        thread.join(10)


@contextmanager
def desk_page(browser: Browser, address: str, width: int, height: int) -> Iterator[Page]:
    """A page at the desk; nothing may go wrong on it, no dialogue open, and nothing be asked of elsewhere."""
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if _is_wrong(said) else None)
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    page.on("request", lambda asked: wrong.append(asked.url) if not asked.url.startswith(address) else None)
    page.goto(address)
    expect(page.locator("blockquote").first).to_be_visible()
    yield page
    context.close()
    assert wrong == []


def _is_wrong(said: ConsoleMessage) -> bool:
    """Whether the console tells of a fault; an answer that can't be written is refused with 409, and told."""
    return said.type == "error" and "409 (Conflict)" not in said.text
