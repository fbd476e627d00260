"""Private texts to the files that are committed of them, from all that is known where the texts are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from dossier.assembly.limits import MAX_SHARE, Republished, unmoved
from dossier.assembly.masking import Masked, Masking
from dossier.assembly.verify import verify
from dossier.errors import DossierError, Problem
from dossier.gathering import Known
from dossier.reading.text.masked import CAPITAL, DIGIT, SMALL
from dossier.seeds.door import read_file
from dossier.seeds.masked import masked_lines


def masked_files(known: Known) -> dict[Path, bytes]:
    """By seed, what is committed of the private texts that are here, within the limit on republishing.

    Raises DossierError when the limit allows too little, or the dossier of the whole texts is not sound.
    """
    here = {seed.article.id: seed for seed in known.seeds if seed.is_private and seed.masked is None}
    if not here:
        return {}
    masking = Masking(known.showing, known.sources, known.authorities, here)
    before: dict[str, Republished] = {}
    while True:
        shown = known.showing.shown()
        made = {s.article.id: masking.of(s, shown) for s in known.sources if s.article.id in here}
        republished = {id: each.republished for id, each in made.items()}
        excess = {id: each.excess for id, each in republished.items() if not each.leaves_room}
        if not excess or not known.showing.spare(excess, unmoved(republished.values(), before)):
            break
        before = republished
    verify(shown, known.articles, known.heard)
    _refuse_excess(made.values(), {id: str(seed.path) for id, seed in here.items()})
    return {seed.path: masked_lines(made[id].seed, seed.metadata.sha256) for id, seed in here.items()}


def _refuse_excess(made: Iterable[Masked], seeds: Mapping[str, str]) -> None:
    excessive = [each for each in made if not each.republished.within_limits]
    if excessive:
        raise DossierError(
            Problem(
                file=seeds[each.seed.article.id],
                where="text",
                found=f"its text is private, and what is committed would show {each.republished}; "
                f"front matter and authority file alone hold {each.committed} of these words",
                expected=f"at most {MAX_SHARE:.0%} of the words outside quotations, in short excerpts; "
                f"put lines of the authority file that rest on its words into {_own_file(each)}, where "
                "they stay private, or drop findings there",
                example="actors:\n- words: Ana Novak\n  description: Mayor of Osterby.\n"
                "  because: the mayor of Osterby",
            )
            for each in excessive
        )


def _own_file(of: Masked) -> str:
    """Where an editor's words about a private article belong."""
    return f"seeds/private/{of.seed.article.id}.curation.yaml"


def refuse_hidden(files: Mapping[str, bytes], seeds: Path) -> None:
    """Raises DossierError for each page or file of data that would hold hidden words of a private text."""
    hidden = [each.encode() for each in (SMALL, CAPITAL, DIGIT)]
    marked = [path for path, data in sorted(files.items()) if any(each in data for each in hidden)]
    if marked:
        raise DossierError(
            Problem(
                file=str(seeds),
                found=f"{path} would hold words of a private text as hidden ones",
                expected="pages that need no word that stays private; drop what rests on it",
                example="claims:\n- words: said it was confident\n  drop: not about the story",
            )
            for path in marked
        )


def holds(path: Path, data: bytes) -> bool:
    """Whether a file is as it would be written."""
    return path.exists() and read_file(path) == data


def outdated(path: Path) -> Problem:
    """What to say of a file that a build with the private text would write otherwise."""
    return Problem(
        file=str(path),
        found="this is not what is found in the private text",
        expected="the file as a build with the text writes it; run dossier build and review the change",
    )
