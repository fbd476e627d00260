"""The growing story with an editor’s hand in it: every kind of record, page and note, as files to build."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import yaml

from dossier.build import release

HERE = Path(__file__).parent
STORY = yaml.safe_load((HERE / "growing_story.yaml").read_text(encoding="utf-8"))
EDITED = yaml.safe_load((HERE / "edited_story.yaml").read_text(encoding="utf-8"))
FIRST, SECOND = date(2024, 7, 3), date(2024, 7, 9)
"""The days on which it was released, and released again as edited."""


def write_seeds(seeds: Path, *, edited: bool = True) -> None:
    """The articles as seeds; where `edited` with the editor’s files, and what was told of them later."""
    seeds.mkdir(parents=True, exist_ok=True)
    told = EDITED["articles"] if edited else {}
    for article in (*STORY["articles"], *EDITED["beside"]):
        id = article["id"]
        head = {
            "headline": EDITED["headlines"][id],
            "publisher": article["publisher"],
            "datePublished": str(article["published"]),
            **told.get(id, {}),
        }
        matter = yaml.safe_dump(head, allow_unicode=True, sort_keys=False)
        (seeds / f"{id}.md").write_text(f"---\n{matter}---\n{article['text']}\n", encoding="utf-8")
    for name, held in EDITED["files"].items() if edited else ():
        text = yaml.safe_dump(held, allow_unicode=True, sort_keys=False)
        (seeds / name).write_text(text, encoding="utf-8")


def build_story(seeds: Path, docs: Path) -> None:
    """Released on one day as it came, and on another as an editor left it."""
    write_seeds(seeds, edited=False)
    release(seeds, docs, today=FIRST)
    write_seeds(seeds)
    release(seeds, docs, today=SECOND)
