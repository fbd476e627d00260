"""Prints the path of a Chromium for the browser tests, setting one up where there is none.

Takes the first that is there or can be had: the one the variable CHROMIUM names, an installed one,
Playwright's own, Debian's package. What goes on is told on standard error.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def _installed() -> str | None:
    named = os.environ.get("CHROMIUM")
    return shutil.which(named) if named else next(filter(None, map(shutil.which, _NAMES)), None)


def _playwrights_own() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _run(*command: str) -> bool:
    print("setting up a browser:", *command, file=sys.stderr)
    try:
        return subprocess.run(command, stdout=sys.stderr, timeout=900, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired) as error:
        print(f"  {error}", file=sys.stderr)
        return False


def _candidates() -> Iterator[str | None]:
    yield _installed()
    yield _playwrights_own()
    if _run(sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"):
        yield _playwrights_own()
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if _run(*root, "apt-get", "update") and _run(*root, "apt-get", "install", "-y", "chromium"):
        yield _installed()


def main() -> None:
    """Print the path, or say what to do and exit 1."""
    path = next(filter(None, _candidates()), None)
    if path is None:
        sys.exit("No Chromium: install one, or name it: make test CHROMIUM=/path/to/chromium")
    print(path)


if __name__ == "__main__":
    main()
