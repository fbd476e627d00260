"""The part of the changelog for a version: `python scripts/release_notes.py 0.2.0` prints it.

Fails where the program, the changelog and CITATION.cff don't say the same version.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

import yaml

_ROOT = Path(__file__).parent.parent


class NoRelease(Exception):
    """What keeps a version from being released."""


def notes(version: str, changelog: str) -> str:
    """What stands under a version, without its heading; links to pages are their words alone.

    Raises NoRelease when nothing stands there.
    """
    parts = re.split(r"^## ", changelog, flags=re.M)[1:]
    found = [part for part in parts if re.match(rf"\[{re.escape(version)}\] - \d{{4}}-\d\d-\d\d\n", part)]
    if len(found) != 1:
        raise NoRelease(
            f"the changelog has {len(found)} parts “## [{version}] - YEAR-MONTH-DAY”, expected one"
        )
    text = found[0].partition("\n")[2].strip()
    if not re.search(r"^- ", text, re.M):
        raise NoRelease(f"nothing stands under {version} in the changelog")
    return re.sub(r"\[([^\[\]]+)\]\((?!https?://)[^()\s]+\)", r"\1", text) + "\n"


def check_version(version: str, root: Path) -> None:
    """Raises NoRelease where the program or CITATION.cff says another version."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    cited = yaml.safe_load((root / "CITATION.cff").read_text(encoding="utf-8"))["version"]
    for file, said in (("pyproject.toml", project), ("CITATION.cff", cited)):
        if str(said) != version:
            raise NoRelease(f"{file} says version {said}, expected {version}")


def main(arguments: list[str]) -> int:
    """Prints the notes of the version that a tag or number names."""
    if len(arguments) != 1:
        print("Which version? python scripts/release_notes.py 0.2.0", file=sys.stderr)
        return 2
    version = arguments[0].removeprefix("v")
    try:
        check_version(version, _ROOT)
        text = notes(version, (_ROOT / "docs/changelog.md").read_text(encoding="utf-8"))
    except NoRelease as error:
        print(f"No release: {error}", file=sys.stderr)
        return 1
    sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
