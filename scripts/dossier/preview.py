"""The finished site on this machine, made again after each change, for as long as it is left running.

MkDocs's own server shows the site as `mkdocs build` leaves it, without search, feeds and files of data; here
each build is finished before it is shown, in its own folder, so that a failed one leaves the last standing.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from itertools import count
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from dossier.errors import DossierError
from dossier.site.finish import finish

HOST = "127.0.0.1"
_POLICY = re.compile(r'\s*<meta http-equiv="Content-Security-Policy"[^>]*>')
"""It allows no script in a page, and the one that loads a page anew stands in it."""


class Preview:
    """The site that `mkdocs.yml` in a folder describes, served while it changes."""

    def __init__(self, config_file: Path, place: Path, port: int, say: Callable[[str], object]) -> None:
        """`place` is an empty folder for what is built; `say` is told what happens, a line each."""
        self._config_file = config_file
        self._place = place
        self._say = say
        self._numbers = count()
        self.url = f"http://{HOST}:{port}/"
        self._sites: list[Path] = []
        self._server = LiveReloadServer(builder=self._build_again, host=HOST, port=port, root=str(place))
        self._server.error_handler = self._error_page

    def run(self) -> None:
        """Builds and serves until interrupted.

        Raises DossierError or MkDocsException when the first build fails.
        """
        config = self._build()
        for path in (config.docs_dir, str(self._config_file), *config.theme.dirs):
            self._server.watch(path)
        self._say(f"The site is at {self.url}, and changes there as you work. Ctrl+C ends it.")
        self._server.serve()  # type: ignore[no-untyped-call]

    def stop(self) -> None:
        """Ends `run`."""
        self._server.shutdown()

    def _build(self) -> MkDocsConfig:
        site = self._place / str(next(self._numbers))
        config: MkDocsConfig = load_config(str(self._config_file), site_dir=str(site))
        config.site_url = self.url
        build(config, serve_url=self.url)
        finish(site)
        for page in site.rglob("*.html"):
            page.write_text(_POLICY.sub("", page.read_text(encoding="utf-8")), encoding="utf-8")
        self._server.root = str(site)
        self._sites.append(site)
        for old in self._sites[:-2]:  # the last but one may still be answering
            shutil.rmtree(old)
        del self._sites[:-2]
        return config

    def _error_page(self, code: int) -> bytes | None:
        page = self._sites[-1] / f"{code}.html"
        return page.read_bytes() if page.is_file() else None

    def _build_again(self) -> None:
        try:
            self._build()
        except (DossierError, MkDocsException) as error:
            self._say(f"{error}\nThe site was left as it was.")
