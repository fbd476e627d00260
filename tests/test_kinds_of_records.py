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


def listed_again(source):
    """Lines of a module where five or more of the sections stand together, written out."""
    for node in ast.walk(ast.parse(source)):
        held = node.keys if isinstance(node, ast.Dict) else getattr(node, "elts", ())
        named = {each.value for each in held if isinstance(each, ast.Constant)}
        if len(named & {*RECORD_SECTIONS}) > 4:
            yield node.lineno


def test_sections_of_all_kinds_are_derived_not_listed_again():
    package = Path(dossier.__file__).parent
    paths = (package / "build.py", *package.glob("assembly/**/*.py"), *package.glob("exports/*.py"))
    assert len(paths) > 50
    assert [(path.name, line) for path in paths for line in listed_again(path.read_text("utf-8"))] == []


@pytest.mark.parametrize("form", ["({})", "[{}]", "{{{}}}", "frozenset(({}))", "{{{}: 1}}"])
def test_a_list_of_the_sections_is_found_whatever_its_form(form):
    def written(sections):
        return form.format((": 1, " if ": 1" in form else ", ").join(map(repr, sections)))

    assert list(listed_again(f"\nFOUND = {written([*RECORD_SECTIONS][:5])}")) == [2]
    assert list(listed_again(f"\nFOUND = {written([*RECORD_SECTIONS][:4])}")) == []
