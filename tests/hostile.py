"""Texts that try to become markup, put wherever a dossier holds free text."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import yaml

from dossier.model import Dossier
from dossier.site.files import figures_file, make_files
from dossier.site.pages.shown import ShownOf
from first_dossier import ROOT, pages_by_hand
from small_dossier import small_dossier

_LETTER = re.compile(r"[^\W_]")
_MARK = re.compile(r"(?=[!-~])[^x'\-]")

HOSTILE = [
    "<script>alert(1)</script>",
    "</p></div><img src=x onerror=alert(1)>",
    "--></style></script><!--",
    "*bold* _it_ **b** `code` ~~del~~ ==mark== ^^ins^^ H~2~O",
    "# heading",
    "1. one",
    "- item",
    "> quoted",
    "    indented",
    "```\nfenced\n```",
    "~~~",
    "***",
    "---\ntitle: x\n---",
    "a | b | c",
    "[text](javascript:alert(1)) ![img](x) [ref]: http://x [[wiki]] [^1] [TOC]",
    "{: .attr onclick=alert(1) } {{ 7*7 }} {% raw %} {# c #} ${x}",
    "*[HTML]: abbreviation\n[^1]: footnote",
    ":smile: :material-account: @user www.example.com https://example.com a@b.example",
    "&ltimg src=x onerror=alert(1)&gt",
    "&lt;img src=x onerror=alert(1)&gt;",
    "&#60script&#62alert(1)&#60/script&#62 &#x3Cimg src=x onerror=alert(1)&#x3E",
    "&amp;lt;svg onload=alert(1)&amp;gt; &ampltsvg onload=alert(1)&ampgt",
    "' onmouseover='alert(1)' x='",
    '" autofocus onfocus="alert(1)" x="',
    "</title><script>alert(1)</script>",
    "]]></title><![CDATA[<script>alert(1)</script>",
    "\"double\" 'single' &amp; &lt;b&gt; &#60;",
    "!!! note\n    text",
    "???+ note",
    "=== tab",
    "--8<-- 'pyproject.toml'",
    "\x02wzxhzdk:0\x03 \x00 \u2028 \u200b \ufeff \ufdd0 \U0001ffff \x85",
    "\\*escaped\\*",
    "new\n\nparagraph\r\nline",
    "Term\n:   definition",
    "AT&T; Marks & Co <3",
]


FREE_TEXT = """
    name text title description exact prefix suffix headline alternativeHeadline dateline author publisher
    url copyrightNotice subject status_as_reported as_reported rule cue speaker_as_reported role group
    claimant_as_reported target_as_reported wording_as_reported source method currency
"""


def replaced(dossier: Dossier, texts: Iterator[str]) -> Dossier:
    """The dossier with the next of the texts wherever it holds free text."""
    data = dossier.model_dump(mode="json")
    free = set(FREE_TEXT.split())

    def walk(value, key=""):
        if isinstance(value, dict):
            return {k: walk(v, key if k == "value" else k) for k, v in value.items()}
        if isinstance(value, list):
            return [walk(v, key) for v in value]
        return next(texts) if key in free and isinstance(value, str) else value

    relations = data.pop("relations")
    return Dossier.model_validate(walk(data) | {"relations": relations})


def harmless_text(number: int) -> str:
    """The hostile text of this number in letters, as long and of as many words, for these count."""
    letters = _LETTER.sub("x", HOSTILE[number % len(HOSTILE)])
    return f"N{number:03} {_MARK.sub('+', letters)}".replace("'", "’")


def hostile_text(number: int) -> str:
    return f"N{number:03} {HOSTILE[number % len(HOSTILE)]}"


def build_site(
    text: Callable[[int], str],
    folder: Path,
    site: Path,
    url: str = "https://dossier.example/below/",
    **options: Any,
) -> None:
    """The site of the small dossier with these texts, built strictly into `site`; its sources in `folder`."""
    docs = folder / "docs"
    pages_by_hand(docs)
    numbers = count()
    figures = [ShownOf("ferry", text(next(numbers)), 1, 2, None)]
    made = make_files(replaced(small_dossier(), map(text, numbers)))
    for path, data in {**made, **figures_file(figures)}.items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_bytes(data)
    config = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "docs_dir": str(docs),
        "site_url": url,
        "theme": {"name": "dossier"},
        **options,
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    config_file, site_dir = str(folder / "mkdocs.yml"), str(site)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", config_file, "-d", site_dir]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
