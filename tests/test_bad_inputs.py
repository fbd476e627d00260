"""Each kind of bad input: the place, what was expected and a correct example; nothing written."""

import pytest

from bad_inputs import CASES
from dossier.build import build
from dossier.errors import DossierError


@pytest.mark.parametrize(("name", "files", "place", "found"), CASES, ids=[case[0] for case in CASES])
def test_bad_input_is_told(tmp_path, name, files, place, found):
    seeds, docs = tmp_path / "seeds", tmp_path / "docs"
    seeds.mkdir()
    for file, data in files.items():
        path = seeds / file
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    with pytest.raises(DossierError) as caught:
        build(seeds, docs)
    told = [p for p in caught.value.problems if place in f"{p.file}: {p.where}" and found in p.found]
    assert told, [(p.file, p.where, p.found) for p in caught.value.problems]
    assert told[0].expected
    assert told[0].example
    assert not docs.exists() or not any(path.suffix == ".md" for path in docs.rglob("*"))


def test_there_are_many_kinds():
    assert len({case[0] for case in CASES}) == len(CASES) >= 150
