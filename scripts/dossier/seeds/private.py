"""An article with `text: private`: front matter in NAME.md, its text in private/NAME.md, which git ignores.

The text has a file of its own, and not the place behind the front matter, so that one line of `.gitignore`
keeps every private text out of the repository, and no edit of the front matter can take one along.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dossier.errors import DossierError, Notice, Problem
from dossier.reading.text.masked import CAPITAL, DIGIT, SMALL
from dossier.seeds.door import PRIVATE, Folder, private_text, read_text
from dossier.seeds.front_matter import Document, read_document

IGNORE = ".gitignore"


def is_private(front: Document) -> bool:
    """Whether front matter says that the text is not committed."""
    data = front.front.data if front.front else None
    return isinstance(data, dict) and data.get("text") == "private"


def text_document(front: Document, seed: Path) -> Document | None:
    """The text of a seed behind its front matter: of a private one, from its own file; None without that.

    Raises DossierError when it can't be read.
    """
    if not is_private(front):
        return front
    path = private_text(seed)
    if not path.exists():
        return None
    own = read_document(path)
    if own.front is not None:
        raise DossierError([_front_matter(own, seed)])
    line = 1 + len(own.body) - len(own.body.lstrip("\n"))
    return Document(file=str(path), front=front.front, body=own.body.strip("\n"), body_line=line)


def private_problems(front: Document, seed: Path) -> Iterator[Problem]:
    """A problem where a private text stands in a file that is committed, or would be."""
    if not is_private(front):
        return
    path = private_text(seed)
    if front.body.strip():
        yield Problem(
            file=front.file,
            where=f"line {front.body_line}",
            found="a text stands behind the front matter, which says text: private",
            expected=f"nothing behind the front matter, and the text in {path}",
        )
    data: Any = front.front.data if front.front else {}
    if data.get("licence"):
        yield Problem(
            file=front.file,
            where="licence",
            found="the text is private, and a licence is given under which it is published",
            expected="one of the two",
            example="text: private",
        )
    if not data.get("sha256"):
        yield Problem(
            file=front.file,
            where="sha256",
            found="the text is private, and nothing says which text is meant",
            expected="the checksum of the text",
            example=f"sha256: {'0123456789abcdef' * 4}",
        )
    if path.exists() and not _is_ignored(seed.parent):
        yield Problem(
            file=str(seed.with_name(IGNORE)),
            found=f"nothing keeps {path} out of the repository",
            expected=f"a line {PRIVATE}/",
            example=f"{PRIVATE}/",
        )


def stand_in_problems(document: Document) -> Iterator[Problem]:
    """A problem for a private text that has one of the letters which stand for hidden ones."""
    for char in (SMALL, CAPITAL, DIGIT):
        if char in document.body:
            yield Problem(
                file=document.file,
                found=f"the text has the character {char}, which stands for hidden letters of private texts",
                expected="a text without it",
            )


def unseeded_texts(folder: Folder) -> Iterator[Problem]:
    """A problem for each private text that no article with `text: private` has the name of."""
    known = {private_text(path): path for path in folder.articles}
    for path in folder.texts:
        seed = known.get(path)
        try:
            if seed is not None and is_private(read_document(seed)):
                continue
        except DossierError:
            continue  # the seed's own problem
        yield Problem(
            file=str(path),
            found=f"{seed} does not say that its text is private" if seed else "no article has this name",
            expected="front matter with text: private in the file of the same name above",
            example=f"{path.parents[1] / path.name}",
        )


def no_text(seed: Path, what: str) -> DossierError:
    """What to say where something is asked that only the private text can tell."""
    return DossierError(
        [
            Problem(
                file=str(seed),
                found=f"its text is private and not here, and {what}",
                expected="the text in its place",
                example=f"{private_text(seed)}",
            )
        ]
    )


def unchecked(seed: Path, by_other_rules: bool) -> Notice:
    """What a build or a check without the text can't ask."""
    older = ", read by other rules than these," if by_other_rules else ""
    return Notice(
        file=str(seed),
        found=f"unchecked: its text is private and not here; what was found in it{older} stands as it is",
        advice=f"to check it, put the text into {private_text(seed)}",
        kind="private",
    )


def _front_matter(own: Document, seed: Path) -> Problem:
    return Problem(
        file=own.file,
        where="line 1",
        found="front matter in the file of a private text",
        expected=f"the text alone; front matter belongs in {seed}",
    )


def _is_ignored(seeds: Path) -> bool:
    """Whether a `.gitignore` in the folder of the seeds, or in the one above, has a line for the folder."""
    here, above = f"{PRIVATE}/", f"{seeds.name}/{PRIVATE}/"
    lines = {*_lines(seeds / IGNORE), *_lines(seeds.parent / IGNORE)}
    return bool({here, f"/{here}", PRIVATE, above, f"/{above}"} & lines)


def _lines(path: Path) -> list[str]:
    try:
        return [line.strip() for line in read_text(path).splitlines()]
    except DossierError:
        return []  # no such file, or none that can be read: nothing is kept out by it
