"""Files, folders and addresses to new seeds: what `dossier import` does, one original after the other.

Each article stands for itself, as in `dossier extract`: one that can't be imported is told and left out, and
the others are written. A seed is written whole or not at all, and never over another.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from dossier.errors import DossierError, Problem
from dossier.seeds.articles import load_seed
from dossier.seeds.door import NAME_LIST, read_file
from dossier.seeds.front_matter import read_document
from dossier.seeds.importing.compose import Composed, compose, seed_text
from dossier.seeds.importing.fetch import Page, fetch, is_address, keep_page, original_of
from dossier.seeds.importing.forms import OtherForm
from dossier.seeds.importing.material import Ask, Material, Original, nobody, refused
from dossier.seeds.importing.name_lists import NameList
from dossier.seeds.importing.read import read_original
from dossier.seeds.importing.rows import read_lines
from dossier.seeds.importing.talk import Answers

_LARGEST = 2_000_000_000
"""Bytes of an original, which may hold many articles; a table is read whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one article, or of a file with none."""

    source: str
    """The file or address, with the row where it has several."""
    seed: Path | None = None
    """The seed, or the list of names, that was written."""
    told: tuple[str, ...] = ()
    """What was guessed, left out and ignored; or why there is nothing to import, when there is no problem."""
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Seeds:
    """The seeds that are there, so that no article is imported twice and no name taken twice."""

    folder: Path
    originals: dict[tuple[str, str], Path] = field(default_factory=dict)
    texts: dict[str, Path] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path) -> _Seeds:
        seeds = cls(folder)
        for path in sorted(folder.glob("*.md")):
            try:
                document = read_document(path)
            except DossierError:
                continue  # `dossier check` says what is wrong with it
            front = document.front.data if document.front else None
            given = front if isinstance(front, dict) else {}
            original, digest = (str(given.get(key) or "") for key in ("original", "originalSha256"))
            seeds.add(path, original, digest, document.body)
        return seeds

    def add(self, path: Path, original: str, digest: str, body: str) -> None:
        """Notes a seed."""
        self.originals[_part_of(original), digest] = path
        self.texts[sha256(body.encode()).hexdigest()] = path

    def same_as(self, composed: Composed) -> str:
        """Why an article is there already, in words; empty when it is new."""
        values = composed.values
        path = self.originals.get((_part_of(values["original"]), values["originalSha256"]))
        if path:
            return f"imported already, as {path}"
        path = self.texts.get(values["sha256"])
        return f"its text is that of {path}" if path else ""

    def free_path(self, name: str) -> Path:
        """A path for a seed that is no other's."""
        path, number = self.folder / f"{name}.md", 2
        while path.exists():
            path, number = self.folder / f"{name}-{number}.md", number + 1
        return path


def import_all(inputs: Sequence[str], answers: Answers, out: Path, keep: Path, ask: Ask) -> Iterator[Outcome]:
    """What became of each article of some files, folders and addresses; "-" is standard input.

    Seeds are written to the folder `out`, pages that are fetched kept in the folder `keep`.
    """
    seeds = _Seeds.of(out)
    for given in inputs:
        sources = list(_sources(given))
        if not sources:
            found = refused(given, "no file is in this folder", "a folder with articles")
            yield Outcome(source=given, problems=tuple(found.problems))
        for source in sources:
            yield from _import_source(source, given, answers, seeds, keep, ask)


def import_rows(rows: Iterable[Mapping[str, object]], answers: Answers, out: Path) -> Iterator[Outcome]:
    """What became of each article of some rows, each with its `id`, as in a corpus of JSON Lines."""
    seeds = _Seeds.of(out)
    for row in rows:
        name, text = str(row["id"]), json.dumps(row, ensure_ascii=False)
        original = Original(file=name, name=name, data=text.encode())
        for material in read_lines(text, name):
            if isinstance(material, Material):
                yield _import_article(original, None, material, answers, seeds, out, nobody)
            elif isinstance(material, DossierError):
                yield Outcome(source=name, problems=tuple(material.problems))


def _import_source(
    source: str | Path, given: str, answers: Answers, seeds: _Seeds, keep: Path, ask: Ask
) -> Iterator[Outcome]:
    try:
        original, page = _opened(source)
        materials = list(read_original(original, answers.encoding))
    except OtherForm as error:
        if str(source) != given:
            # a folder holds pictures and the like beside its articles
            yield Outcome(source=str(source), told=(f"not read: {error.problems[0].found}",))
        else:
            yield Outcome(source=str(source), problems=tuple(error.problems))
        return
    except DossierError as error:
        yield Outcome(source=str(source), problems=tuple(error.problems))
        return
    for material in materials:
        if isinstance(material, DossierError):
            yield Outcome(source=str(source), problems=tuple(material.problems))
        elif isinstance(material, NameList):
            yield _import_names(original, material, seeds.folder / NAME_LIST)
        else:
            yield _import_article(original, page, material, answers, seeds, keep, ask)


def _import_article(
    original: Original,
    page: Page | None,
    material: Material,
    answers: Answers,
    seeds: _Seeds,
    keep: Path,
    ask: Ask,
) -> Outcome:
    source = f"{original.file} ({material.part})" if material.part else original.file
    try:
        composed = compose(original, material, answers, ask)
        if why := seeds.same_as(composed):
            return Outcome(source=source, told=(why,))
        path = seeds.free_path(composed.name)
        told = composed.told
        if path.stem != composed.name:
            told = (*told, f"guessed   the name {path.stem}, since {composed.name} is another article’s")
        values = composed.values
        if page is not None:
            _outside_repository(keep)
            warc = keep / f"{path.stem}.{original.digest[:8]}.warc.gz"
            values = {**values, "warc": warc.name, "warcSha256": keep_page(page, warc)}
            told = (*told, f"kept      {warc}")
        _write_new(path, seed_text(values, composed.body))
        _load_or_remove(path)  # what import writes, build takes
    except DossierError as error:
        return Outcome(source=source, problems=tuple(error.problems))
    seeds.add(path, values["original"], values["originalSha256"], composed.body)
    return Outcome(source=source, seed=path, told=told)


def _import_names(original: Original, names: NameList, path: Path) -> Outcome:
    try:
        _write_new(path, names.text())
    except DossierError as error:
        return Outcome(source=original.file, problems=tuple(error.problems))
    told = [f"names     {len(names.rows)}"]
    if names.left_out:
        told.append(f"left out  {names.left_out} entries of other kinds, or with nothing but a name")
    return Outcome(source=original.file, seed=path, told=tuple(told))


def _sources(given: str) -> Iterator[str | Path]:
    """The files of a folder, in order, without hidden ones; what is no folder, as it is."""
    path = Path(given)
    if given == "-" or is_address(given) or not path.is_dir():
        yield given if given == "-" or is_address(given) else path
        return
    yield from sorted(file for file in path.rglob("*") if file.is_file() and not _is_hidden(file, path))


def _is_hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def _opened(source: str | Path) -> tuple[Original, Page | None]:
    if isinstance(source, Path):
        return Original(file=str(source), name=source.name, data=read_file(source, _LARGEST)), None
    if source == "-":
        return Original(file="-", name="standard input", data=sys.stdin.buffer.read()), None
    page = fetch(source)
    return original_of(page, source), page


def _load_or_remove(path: Path) -> None:
    try:
        load_seed(path)
    except DossierError:
        path.unlink()
        raise


def _outside_repository(folder: Path) -> None:
    """Raises DossierError for a folder in a repository: other people's pages are not ours to commit."""
    absolute = folder.absolute()
    if any((parent / ".git").exists() for parent in (absolute, *absolute.parents)):
        raise refused(
            str(folder), "this folder lies in the repository", "one outside it", "--keep ~/originals"
        )


def _part_of(original: str) -> str:
    """The row of an original ("#row3"): the rest of its name doesn't make it another."""
    return original[original.rfind("#row") :] if "#row" in original else ""


def _write_new(path: Path, text: str) -> None:
    """Writes a file whole, beside whatever else is written meanwhile; never over one that is there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".new")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(name).chmod(0o644)
        os.link(name, path)
    except FileExistsError:
        raise DossierError(
            [Problem(file=str(path), found="this file is there already", expected="a name that is free")]
        ) from None
    finally:
        Path(name).unlink()
