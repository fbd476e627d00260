"""Each kind of record has its place wherever kinds are listed: what mypy can't tell of a new one."""

import ast
from pathlib import Path
from typing import get_args

import pytest

import dossier
from dossier.assembly.identity import FOLDERS, RECORD_SECTIONS
from dossier.editing.curation import CURATION_SHAPE
from dossier.exports.tables import SECTIONS
from dossier.model import AnyRecord, Dossier


@pytest.mark.parametrize("kind", get_args(AnyRecord))
def test_a_kind_of_record_stands_in_every_list(kind):
    section = FOLDERS[kind]
    assert Dossier.model_fields[section].annotation == tuple[kind, ...]
    assert SECTIONS[section] is kind
    assert section in RECORD_SECTIONS
    assert section in CURATION_SHAPE.model_fields


def listed_again():
    """Places behind the dossier's making where five or more of the sections stand together, written out."""
    package = Path(dossier.__file__).parent
    for path in (package / "build.py", *package.glob("assembly/**/*.py"), *package.glob("exports/*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            held = node.keys if isinstance(node, ast.Dict) else getattr(node, "elts", ())
            named = {each.value for each in held if isinstance(each, ast.Constant)}
            if len(named & {*RECORD_SECTIONS}) > 4:
                yield f"{path.name}:{node.lineno}"


def test_sections_of_all_kinds_are_derived_not_listed_again():
    assert list(listed_again()) == []
