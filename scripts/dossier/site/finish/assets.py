"""Files beside the pages: what nothing refers to is left out, scripts and styles get a fingerprint."""

from __future__ import annotations

import posixpath
import re
from hashlib import sha256
from pathlib import PurePosixPath

from dossier.site.finish.links import ASSET, REFERENCE, Built, Referred

_FOLDER = "assets/"
_MARKED = (".css", ".js", ".woff2")
_HAS_MARK = re.compile(r"\.[0-9a-f]{8}\.")
_URL = re.compile(r"""url\((["']?)([^"')#?]+)\1\)""")
_SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=[^*]*\*/")


def leave_out(built: Built, found: Referred) -> list[str]:
    """Paths of the files under assets/ that no page, style or feed refers to, now removed; licences stay."""
    used = set(found.files)
    for path in sorted(built.files):
        if path.endswith((".css", ".xml")):
            text = (built.site / path).read_text(encoding="utf-8")
            used.update(_beside(path, match[2]) for match in _URL.finditer(text))
            used.update(ASSET.findall(text))
    unused = [
        path
        for path in sorted(built.files)
        if path.startswith(_FOLDER) and path not in used and "LICENSE" not in PurePosixPath(path).name
    ]
    for path in unused:
        file = built.site / path
        file.unlink()
        for folder in file.parents:
            if folder == built.site or any(folder.iterdir()):
                break
            folder.rmdir()
    return unused


def fingerprint(built: Built) -> None:
    """Renames scripts, styles and fonts after what is in them, and writes the pages with the new names.

    A browser that kept an old file never meets it from a new page.
    """
    renamed: dict[str, str] = {}
    files = [path for path in sorted(built.files) if path.endswith(_MARKED) and _is_asset(path)]
    for path in sorted(files, key=lambda path: path.endswith(".css")):  # styles last: they name the fonts
        file = built.site / path
        if path.endswith(".css"):
            file.write_text(_style(path, file.read_text(encoding="utf-8"), renamed), encoding="utf-8")
        if not _HAS_MARK.search(file.name):
            mark = sha256(file.read_bytes()).hexdigest()[:8]
            renamed[path] = posixpath.join(posixpath.dirname(path), f"{file.stem}.{mark}{file.suffix}")
            file.rename(built.site / renamed[path])
    names = tuple({posixpath.basename(path) for path in renamed})
    for path, text in built.html.items():
        if any(name in text for name in names):
            (built.site / path).write_text(_with_names(built, path, text, renamed), encoding="utf-8")


def _is_asset(path: str) -> bool:
    return path.startswith(_FOLDER) or path == "search/index.js"


def _beside(path: str, reference: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), reference))


def _style(path: str, text: str, renamed: dict[str, str]) -> str:
    """The stylesheet with the new names of its fonts, without the address of a map that is left out."""

    def one(match: re.Match[str]) -> str:
        target = _beside(path, match[2])
        if target not in renamed:
            return match[0]
        return f"url({posixpath.relpath(renamed[target], posixpath.dirname(path))})"

    return _URL.sub(one, _SOURCE_MAP.sub("", text))


def _with_names(built: Built, path: str, text: str, renamed: dict[str, str]) -> str:
    def replaced(match: re.Match[str]) -> str:
        return f'{match[1]}="{" ".join(one(reference) for reference in match[2].split(" "))}"'

    names = {posixpath.basename(old) for old in renamed}

    def one(reference: str) -> str:
        if posixpath.basename(reference.partition("?")[0]) not in names:
            return reference
        target = built.target(path, reference)
        new = renamed.get(target or "")
        if new is None:
            return reference
        return reference[: -len(posixpath.basename(target or ""))] + posixpath.basename(new)

    return REFERENCE.sub(replaced, text)
