"""`dossier accept` as one function: a file of findings, through the gate, to files beside the articles."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from dossier.assembly.gating import gated
from dossier.errors import DossierError, Problem
from dossier.facts import READER
from dossier.readers.accepting import Accepted, Refused, accept
from dossier.readers.forms import Handed, read_forms
from dossier.reading.batch import replacing
from dossier.reading.extract import extract_findings
from dossier.seeds.articles import Seed, load_seeds
from dossier.seeds.door import list_folder, private_text, read_text
from dossier.seeds.readings import Head, file_of, reading_lines
from dossier.site.transaction import change, held


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """What became of a file of findings."""

    articles: dict[str, Accepted]
    """By article."""
    refused: tuple[Refused, ...]
    written: tuple[Path, ...]

    def summary(self) -> str:
        """A line an article, then what was refused, by reason."""
        lines = []
        for article, accepted in self.articles.items():
            told = f"{article}: {accepted.taken} taken"
            told += f", {accepted.same} of them as our rules read it" if accepted.same else ""
            told += f", {accepted.weak} of them not shown by the gate" if accepted.weak else ""
            lines.append(told)
        lines.append(f"{len(self.refused)} refused" + (":" if self.refused else ""))
        lines += [f"    {each.where}: {'; '.join(each.reasons)}" for each in self.refused]
        lines += [f"written: {path}" for path in self.written]
        return "\n".join(lines)


def accept_file(findings: Path, reader: str, article: str | None, seeds: Path) -> Acceptance:
    """Take what the gate lets in of a file of findings; what it refuses stands beside it with its reasons.

    What the same reader found before in these articles is replaced. Raises DossierError when the file or an
    article can't be read, or nothing says which article is meant; nothing is written then.
    """
    text = read_text(findings)
    loaded = {seed.article.id: seed for seed in load_seeds(list_folder(seeds))}
    about: dict[str, list[Handed]] = defaultdict(list)
    refused: list[Refused] = []
    handed = list(read_forms(text, findings.name))
    if not handed:
        raise DossierError([_empty(findings)])
    for each in handed:
        id = article or each.article or (next(iter(loaded)) if len(loaded) == 1 else None)
        trouble = _trouble(each, id, loaded)
        if trouble is None and id is not None:
            about[id].append(each)
        else:
            refused.append(Refused(where=each.where, raw=each.raw, reasons=(trouble or "",)))
    by = f"{READER}{reader}"
    taken = {id: _accepted(loaded[id], pieces, by) for id, pieces in about.items()}
    refused += [each for accepted in taken.values() for each in accepted.refused]
    files = {
        file_of(_home(loaded[id]), by): reading_lines(
            Head(reader=by, article=id, sha256=loaded[id].metadata.sha256), accepted.findings(id)
        )
        for id, accepted in taken.items()
        if accepted.taken
    }
    with held(seeds):
        change(seeds, {path.relative_to(seeds).as_posix(): data for path, data in files.items()})
    beside = findings.with_name(f"{findings.stem}.refused.jsonl")
    if refused:
        with replacing(beside) as file:
            file.writelines(f"{_line(each)}\n" for each in refused)
    else:
        beside.unlink(missing_ok=True)
    return Acceptance(
        articles=taken, refused=tuple(refused), written=(*files, *((beside,) if refused else ()))
    )


def _home(seed: Seed) -> Path:
    """Where an article's text stands, beside which its readings are kept."""
    return private_text(seed.path) if seed.is_private else seed.path


def _accepted(seed: Seed, handed: list[Handed], by: str) -> Accepted:
    ours = gated(seed.article, extract_findings(seed.article)).findings
    return accept(seed.article, ours, handed, by)


def _trouble(handed: Handed, id: str | None, loaded: dict[str, Seed]) -> str | None:
    """Why something handed over can't be asked about, if so."""
    if id is None:
        return "it does not say which article it is about; give `article`, or --article"
    if id not in loaded:
        return f"there is no article {id}"
    if loaded[id].masked is not None:
        return f"the text of {id} is private and not here: put it into {private_text(loaded[id].path)}"
    if handed.text is not None and handed.text.strip() != loaded[id].article.text.text.strip():
        return f"the text it was read from is not that of {id}"
    return None


def _line(refused: Refused) -> str:
    return json.dumps(refused.row(), ensure_ascii=False)


def _empty(findings: Path) -> Problem:
    return Problem(
        file=str(findings),
        found="there is no finding in it",
        expected="findings, one JSON object a line, or a table",
        example='{"kind": "actor", "type": "person", "name": "Ana Novak"}',
    )
