"""Files of every form that `dossier import` reads or names, and what comes out; UPDATE_GOLDEN=1 renews it.

The files are made up. What is expected of one is the exit code, what is said, and each seed that is written,
without the digests.
"""

import os
import re
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from dossier.cli import main

HERE = Path(__file__).parent / "importing"
FILES = sorted(path.relative_to(HERE / "files") for path in (HERE / "files").rglob("*") if path.is_file())
OPTIONS = yaml.safe_load((HERE / "options.yaml").read_text(encoding="utf-8"))


def expected(file):
    return HERE / "expected" / file.parent / f"{file.name}.txt"


def outcome(file):
    """What importing one file in an empty folder gives, as one text."""
    shutil.copy(HERE / "files" / file, file.name)
    result = CliRunner().invoke(main, ["import", file.name, *OPTIONS.get(str(file), [])])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    seeds = [f"==> {path}\n{path.read_text(encoding='utf-8')}" for path in sorted(Path("seeds").rglob("*"))]
    told = [f"exit {result.exit_code}\n{result.output}", *seeds]
    return re.sub(r"^(?:originalSha256|sha256): \w+\n", "", "\n".join(told), flags=re.MULTILINE)


@pytest.mark.parametrize("file", FILES, ids=str)
def test_a_file_comes_out_as_it_was_reviewed(file, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    found = outcome(file)
    if os.environ.get("UPDATE_GOLDEN"):
        expected(file).parent.mkdir(parents=True, exist_ok=True)
        expected(file).write_text(found, encoding="utf-8")
    assert found == expected(file).read_text(encoding="utf-8")


def test_nothing_is_expected_of_a_file_that_is_not_there():
    wanted = {path for path in (HERE / "expected").rglob("*") if path.is_file()}
    assert wanted == {expected(file) for file in FILES}
    assert set(OPTIONS) <= set(map(str, FILES))
