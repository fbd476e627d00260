"""Each kind of bad input: the place, what was expected and a correct example; nothing written."""

import pytest

from bad_inputs import CASES, HANDED, ROWS, row
from dossier.accepting import accept_file
from dossier.build import build
from dossier.errors import DossierError
from dossier.reading.batch import extract_inputs, list_inputs
from fuzzing import TALKS


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


@pytest.mark.parametrize(("name", "data", "found"), ROWS, ids=[case[0] for case in ROWS])
def test_a_bad_row_is_told_with_its_line_and_the_next_is_read(tmp_path, name, data, found):
    path = tmp_path / "rows.jsonl"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    with path.open("ab") as file:
        file.write(row(id="sound").encode())
    bad, *_, sound = extract_inputs(list_inputs([], [path]), 1)
    assert bad.row is None
    assert bad.trouble.startswith(f"{path}: line 1: ")
    assert found in bad.trouble
    assert sound.row is not None


@pytest.mark.parametrize(("name", "file", "data", "found"), HANDED, ids=[case[0] for case in HANDED])
def test_a_bad_finding_is_refused_with_its_reason(tmp_path, name, file, data, found):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/talks.md").write_text(TALKS, encoding="utf-8")
    (tmp_path / file).write_bytes(data if isinstance(data, bytes) else data.encode())
    problems = ()
    try:
        accepted = accept_file(tmp_path / file, "model", None, tmp_path / "seeds")
        (refused,) = accepted.refused
        reasons = list(refused.reasons)
    except DossierError as error:
        problems = error.problems
        reasons = [problem.found for problem in problems]
    assert all(problem.expected and problem.example for problem in problems)
    assert not problems or not (tmp_path / "seeds/talks.findings").exists()
    assert any(found in reason for reason in reasons), reasons


def test_there_are_many_kinds():
    names = [case[0] for case in (*CASES, *ROWS, *HANDED)]
    assert len(CASES) >= 150
    assert len(set(names)) == len(names) >= 185
