"""Building the site into a folder and serving it on this machine below a sub-path."""

from __future__ import annotations

import functools
import http.server
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from urllib.parse import urlsplit

from dossier.build import build as build_pages
from dossier.site.finish import finish
from first_dossier import SEEDS, pages_by_hand

REPOSITORY = Path(__file__).resolve().parents[2]
SUB_PATH = "/some/where/"
SECTIONS = ("actors", "places", "events", "agreements", "quotes", "claims", "articles")


@dataclass(frozen=True)
class Site:
    """The built site: where its files are and where it is served."""

    folder: Path
    url: str
    """Address of its root, with a slash at the end."""

    def pages(self) -> list[str]:
        """Addresses of all pages below the root ("" is the home page)."""
        found = (path.parent.relative_to(self.folder).as_posix() for path in self.folder.rglob("index.html"))
        return sorted("" if path == "." else f"{path}/" for path in found)

    def file(self, page: str) -> Path:
        """The HTML file of a page."""
        return self.folder / page / "index.html" if page != "404.html" else self.folder / page

    def _size(self, page: str) -> int:
        return self.file(page).stat().st_size

    def kinds(self) -> dict[str, str]:
        """One page of each kind, the longest: kind → address."""
        chosen = {"home": "", "explore": "explore/", "timeline": "timeline/", "network": "network/"}
        beside = {page for page in self.pages() if page.count("/") == 1} - {f"{name}/" for name in SECTIONS}
        chosen["by-hand"] = max(beside - set(chosen.values()), key=self._size)
        for section in SECTIONS:
            chosen[f"{section}-index"] = f"{section}/"
            pages = [page for page in self.pages() if page.startswith(f"{section}/") and page.count("/") == 2]
            chosen[section] = max(pages, key=self._size)
        return chosen | {"missing": "actors/nobody-of-this-name/"}


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below SUB_PATH; what is not there gets the site's own 404 page."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        pass

    def translate_path(self, path: str) -> str:
        below = urlsplit(path).path.removeprefix(SUB_PATH.rstrip("/"))
        return super().translate_path(below if path.startswith(SUB_PATH) else "/nowhere/outside/the/site")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        body = page.read_bytes() if code == 404 and page.exists() else b""
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def build(folder: Path, url: str, seeds: Path = SEEDS) -> None:
    """Builds a dossier, the first one unless told, strictly into the folder, for the address."""
    with TemporaryDirectory() as place:
        docs, config = Path(place, "docs"), Path(place, "mkdocs.yml")
        build_pages(seeds, docs)
        pages_by_hand(docs)
        config.write_text(json.dumps({"INHERIT": str(REPOSITORY / "mkdocs.yml"), "docs_dir": str(docs)}))
        _build_site(config, folder, url)
    finish(folder)


def _build_site(config: Path, folder: Path, url: str) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean"]
    command += ["--config-file", str(config), "--site-dir", str(folder)]
    environment = os.environ | {
        "SITE_URL": url,
        "SOURCE_DATE_EPOCH": "1555891200",
        "NO_MKDOCS_2_WARNING": "1",
    }
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@contextmanager
def served(folder: Path, make: Callable[[Path, str], object] = build) -> Iterator[Site]:
    """The site, made in the folder (the first dossier unless told) and served until the context ends."""
    handler = functools.partial(_Handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        url = f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
        make(folder, url)
        serving = Thread(target=server.serve_forever)
        serving.start()
        try:
            yield Site(folder, url)
        finally:
            server.shutdown()
            serving.join()
