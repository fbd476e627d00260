import pytest

from dossier.assembly import assemble
from dossier.assembly.verify import anchor_problems, verify
from dossier.errors import DossierError
from dossier.model import Alias
from dossier.reading.text.article import read_article
from making import ARTICLE, TEXT, authorities, source

DOSSIER = assemble((source(),), authorities(), "authorities.yaml")
DATE = next(agreement.date for agreement in DOSSIER.agreements if agreement.date)


def replaced(section, index, **changes):
    """The dossier with one record changed, as no build would make it."""
    records = list(getattr(DOSSIER, section))
    records[index] = records[index].model_copy(update=changes)
    return DOSSIER.model_copy(update={section: tuple(records)})


def found(dossier):
    with pytest.raises(DossierError) as caught:
        verify(dossier, [ARTICLE])
    return [(p.where, p.found) for p in caught.value.problems]


def test_what_a_build_makes_is_sound():
    verify(DOSSIER, [ARTICLE])


def test_a_changed_word_breaks_each_passage_that_has_it_and_no_other():
    changed = read_article(TEXT.replace("three people", "four people"), id="ferry")
    broken = [p.where for p in anchor_problems(DOSSIER.evidence, {"ferry": changed})]
    passages = [e for e in DOSSIER.evidence if "three" in e.prefix + e.exact + e.suffix]
    assert broken == [f"evidence {e.id} (¶{e.paragraph})" for e in passages]
    assert broken


def test_a_passage_is_found_again_where_text_was_inserted_before_it():
    moved = read_article("A new first paragraph.\n\n" + TEXT, id="ferry")
    assert list(anchor_problems(DOSSIER.evidence, {"ferry": moved})) == []


def test_a_repeated_passage_and_a_missing_article_are_problems():
    twice = read_article(TEXT + "\n\n" + TEXT, id="ferry")
    assert all("more than once" in p.found for p in anchor_problems(DOSSIER.evidence, {"ferry": twice}))
    assert all("not among the seeds" in p.found for p in anchor_problems(DOSSIER.evidence, {}))


@pytest.mark.parametrize(
    ("dossier", "where", "problem"),
    [
        (
            replaced("events", 0, place="atlantis"),
            "attack-on-a-ferry.place",
            "no record has the id “atlantis”",
        ),
        (replaced("actors", 1, id="fiji"), "fiji", "2 records have this id"),
        (
            replaced(
                "events",
                0,
                date=DATE.model_copy(update={"edtf": "last Monday"}),
            ),
            "attack-on-a-ferry.date.edtf",
            "“last Monday” is no EDTF date",
        ),
        (
            replaced(
                "events", 0, casualties=(DOSSIER.events[0].casualties[0].model_copy(update={"max": 2}),)
            ),
            "attack-on-a-ferry.casualties[0]",
            "min 3 is more than max 2",
        ),
        (
            replaced("events", 0, title="Reef League attack on a ferry"),
            "attack-on-a-ferry.title",
            "it names Reef League, whom a claim blames",
        ),
        (
            replaced(
                "events",
                0,
                participants=(DOSSIER.agreements[0].parties[0].model_copy(update={"actor": "reef-league"}),),
            ),
            "attack-on-a-ferry.participants",
            "reef-league takes part in it, but only a claim says so",
        ),
        (
            replaced("claims", 0, claimant="nobody"),
            "tonga-responsibility-blamed-reef-league.claimant",
            "no record has the id “nobody”",
        ),
    ],
)
def test_what_no_dossier_may_hold(dossier, where, problem):
    assert (where, problem) in found(dossier)


def test_a_curated_alias_given_to_two_actors_is_a_problem():
    cited = DOSSIER.actors[0].provenance["name"].evidence
    alias = Alias(text="Tavola", type="transliteration", origin="curated", evidence=cited)
    where, problem = found(replaced("actors", 0, aliases=(alias,)))[0]
    assert (where, problem) == ("fiji and mere-tavola", "the alias “Tavola” is given to each of them")
