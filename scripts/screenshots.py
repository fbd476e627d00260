"""Pictures of the built site's main pages, phone and desktop, light and dark.

    screenshots.py SITE FOLDER

Takes the home page, each section's index and the fullest page of each section. The variable CHROMIUM names
the browser.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Literal

from playwright.sync_api import sync_playwright

_SIZES = {"desktop": (1280, 900), "phone": (390, 844)}
_SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """The address of a folder, served for the time being."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


def main_pages(site: Path) -> Iterator[str]:
    """Addresses of the pages worth a picture, from the site's root."""
    yield ""
    for index in sorted(site.glob("*/index.html")):
        section = index.parent
        yield f"{section.name}/"
        pages = sorted(section.glob("*/index.html"), key=lambda page: -page.stat().st_size)
        yield from (f"{section.name}/{page.parent.name}/" for page in pages[:1])


def main() -> None:
    """Take the pictures; whole pages, named after their address."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("site", type=Path)
    parser.add_argument("folder", type=Path)
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    count = 0
    with serving(args.site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM"), args=["--no-sandbox"]
        )
        for size, (width, height) in _SIZES.items():
            for scheme in _SCHEMES:
                page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
                for path in main_pages(args.site):
                    page.goto(address + path, wait_until="networkidle")
                    name = path.strip("/").replace("/", "-") or "home"
                    page.screenshot(path=args.folder / f"{name}-{size}-{scheme}.png", full_page=True)
                    count += 1
                page.close()
        browser.close()
    print(f"{count} pictures in {args.folder}/")


if __name__ == "__main__":
    main()
