"""The first dossier as it was on one day, for tests of the program: an editor changes another copy."""

import shutil
from functools import cache
from pathlib import Path

from dossier.build import preview
from dossier.model import Dossier

ROOT = Path(__file__).parent.parent
SEEDS = Path(__file__).parent / "dossiers" / "first"
SEED = SEEDS / "pakistan-iran-rapid-reaction-force.md"


@cache
def first_dossier() -> Dossier:
    """What its seeds make."""
    return preview(SEEDS)


def pages_by_hand(docs: Path) -> None:
    """Puts the pages that are written by hand, and their pictures, into a folder of pages."""
    docs.mkdir(parents=True, exist_ok=True)
    shutil.copytree(
        ROOT / "docs/assets", docs / "assets", ignore=shutil.ignore_patterns("generated"), dirs_exist_ok=True
    )
    for page in (ROOT / "docs").glob("*.md"):
        if b"\ngenerated: true\n" not in page.read_bytes():
            shutil.copy(page, docs)
    shutil.copytree(ROOT / "docs/guide", docs / "guide", dirs_exist_ok=True)
