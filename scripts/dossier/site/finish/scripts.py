"""Names in other scripts set apart, so that what stands beside them keeps its place."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import yaml

_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?([a-zA-Z][\w-]*)")
_AS_IT_IS = frozenset({"script", "style", "title", "textarea", "svg", "bdi", "pre", "code"})


def mark_scripts(html: str) -> str:
    """The page with every run of another script in its text inside `<bdi lang="…">`."""
    runs = _runs()
    if not runs.search(html):
        return html
    parts = _TAG.split(html)
    inside: list[str] = []
    for index, part in enumerate(parts):
        if part.startswith("<"):
            name = _NAME.match(part)
            tag = name[1].lower() if name else ""
            if tag not in _AS_IT_IS or part.endswith("/>"):
                continue
            if part.startswith("</"):
                while inside and inside.pop() != tag:
                    pass
            else:
                inside.append(tag)
        elif not inside:
            parts[index] = runs.sub(_set_apart, part)
    return "".join(parts)


def _set_apart(match: re.Match[str]) -> str:
    return f'<bdi lang="{match.lastgroup.replace("_", "-") if match.lastgroup else "und"}">{match[0]}</bdi>'


@cache
def _runs() -> re.Pattern[str]:
    """A run of letters of one script, with the spaces, joiners and points between them."""
    table = yaml.safe_load((files("dossier.site.finish") / "scripts.yaml").read_text(encoding="utf-8"))
    groups = []
    for language, blocks in table.items():
        letters = "".join(f"{block[0]}-{block[1]}" for block in blocks)
        run = f"[{letters}]+(?:[ \u00a0\u200c\u200d.·'’-]+[{letters}]+)*"
        groups.append(f"(?P<{language.replace('-', '_')}>{run})")
    return re.compile("|".join(groups))
