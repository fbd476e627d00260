"""What another reader says otherwise as the fields of a correction, or why it can't be told so."""

from types import SimpleNamespace

import pytest

from dossier.desk.taking import taken_over
from dossier.model import Actor
from small_dossier import small_dossier

DOSSIER = small_dossier()
RECORDS = {record.id: record for record in (*DOSSIER.actors, *DOSSIER.places)}
CALLED = {"Berg": "ada-berg", "Norton": "norton", "Nobody": None}


class Pages:
    """The records of the small dossier, by what an article calls them."""

    def record(self, article, section, name):
        return RECORDS.get(CALLED[name.name])


def taken(slot, name, **fields):
    source = SimpleNamespace(
        article=SimpleNamespace(id="ferry"),
        findings=SimpleNamespace(actors=[SimpleNamespace(name=each) for each in CALLED], places=[]),
    )
    found = SimpleNamespace(**{slot: name} | fields)
    return taken_over(SimpleNamespace(found=found, odd=(slot,)), source, Pages())


def test_who_has_a_page_is_named_by_it():
    assert isinstance(RECORDS["ada-berg"], Actor)
    assert taken("claimant", "Berg").fields == {"claimant": "ada-berg"}
    assert taken("place", "Norton").fields == {"place": "norton"}
    assert taken("kind", "denial").fields == {"kind": "denial"}


@pytest.mark.parametrize(
    ("slot", "name"),
    [("claimant", "Nobody"), ("claimant", "Somebody"), ("place", "Nobody"), ("target", "Norton")],
)
def test_who_has_none_or_is_a_place_where_somebody_acts_is_not_taken_over(slot, name):
    told = taken(slot, name)
    assert told.fields is None
    assert told.why == f"it can’t be taken over by a key: “{name}” has no page that can be named here"


def test_what_no_single_line_sets_is_not_taken_over():
    assert taken("trigger", "x").why.endswith("trigger is set by no single line")
