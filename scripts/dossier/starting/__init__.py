"""The files of a dossier of one's own: what `dossier init` writes into a new folder."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.metadata import distribution
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath

from jinja2 import Environment, StrictUndefined

from dossier.model import Dossier
from dossier.site.files import make_files

_LINK = re.compile(r"\[(?P<text>[^\[\]]+)\]\((?P<page>[\w/-]+\.md)(?:#[\w-]*)?\)")


def starting_files(title: str, program: str | None) -> dict[str, bytes]:
    """Content by path of a working repository for a dossier with this title.

    `program` is what pip installs the program from; None where that isn't known.
    """
    templates = Environment(
        undefined=StrictUndefined, keep_trailing_newline=True, trim_blocks=True, autoescape=False
    )
    templates.filters["quoted"] = lambda text: json.dumps(text, ensure_ascii=False)
    values = {"title": title, "program": program, "generated": generated_paths()}
    made = {}
    for path, source in _walk(files(__package__) / "files", PurePosixPath()):
        if path.suffix == ".jinja":
            text = templates.from_string(source.read_text(encoding="utf-8")).render(values)
            made[str(path.with_suffix(""))] = text.encode()
        else:
            made[str(path)] = source.read_bytes()
    return made | _pages_by_hand(made)


def _pages_by_hand(files: dict[str, bytes]) -> dict[str, bytes]:
    """The pages about the dossier, where a link to a page about the program is its text alone."""
    there = {path.removeprefix("docs/") for path in files} | set(make_files(Dossier()))

    def kept(link: re.Match[str]) -> str:
        return link[0] if link["page"] in there else link["text"]

    pages = [path for path in files if path.startswith("docs/") and path.endswith(".md")]
    return {path: _LINK.sub(kept, files[path].decode()).encode() for path in pages}


def generated_paths() -> tuple[str, ...]:
    """What a build writes below `docs/`: files at its top, and folders with a slash and a star."""
    parts = {PurePosixPath(path).parts for path in make_files(Dossier())}
    tops = {f"{path[0]}/*" if len(path) == 2 else "/".join(path[:2]) + "/" for path in parts if len(path) > 1}
    return tuple(sorted({path[0] for path in parts if len(path) == 1} | tops))


def installed_from() -> str | None:
    """What pip installed the program from, where that is an address others can reach; else None."""
    told = distribution("dossier").read_text("direct_url.json")
    source = json.loads(told) if told else {}
    address = str(source.get("url", ""))
    if not address.startswith("https://"):
        return None
    control = source.get("vcs_info")
    if not control:
        return f"dossier @ {address}"
    return f"dossier @ {control['vcs']}+{address}@{control['commit_id']}"


def _walk(folder: Traversable, path: PurePosixPath) -> Iterator[tuple[PurePosixPath, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = f".{entry.name.removeprefix('dot-')}" if entry.name.startswith("dot-") else entry.name
        if entry.is_dir():
            yield from _walk(entry, path / name)
        else:
            yield path / name, entry
