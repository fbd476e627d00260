"""Each kind of record has its place wherever kinds are listed: what mypy can't tell of a new one."""

from typing import get_args

import pytest

from dossier.assembly.identity import FOLDERS, RECORD_SECTIONS
from dossier.assembly.shortening import SHORTENED
from dossier.editing.curation import CURATION_SHAPE
from dossier.exports.tables import PAGED, SECTIONS
from dossier.model import AnyRecord, Dossier


@pytest.mark.parametrize("kind", get_args(AnyRecord))
def test_a_kind_of_record_stands_in_every_list(kind):
    section = FOLDERS[kind]
    assert Dossier.model_fields[section].annotation == tuple[kind, ...]
    assert SECTIONS[section] is kind
    assert section in RECORD_SECTIONS
    assert section in PAGED
    assert section == "quotes" or section in SHORTENED
    assert section in CURATION_SHAPE.model_fields
