"""Names of doubtful kind: which of them get a record, and what becomes of the others."""

import json
from dataclasses import replace

import pytest

from dossier.assembly.assembling import assemble
from dossier.assembly.explained import explained
from dossier.assembly.untold import only_told, untold
from dossier.editing.curation import AUTHORITIES_SHAPE
from dossier.facts import facts_in
from dossier.gathering import know
from dossier.reading.interchange import findings_to_row
from dossier.reading.names.decision import KINDS, TOLD, WEAK, decide
from dossier.reading.rows import findings_of_row
from dossier.reading.text.article import read_article
from dossier.seeds.door import list_folder
from stories import source

OPENS = "The ferry left Osterby at noon."
QUOTED = (
    f"{OPENS} After four it was late, and the Brond Tessel was dark. "
    "“We saw the Brond Tessel in Geneva,” said Ana Novak."
)
DOUBTFUL = {
    "an organisation": (f"{OPENS} After four it was late, and the Brond Tessel was dark.", "Brond Tessel"),
    "letters": (f"{OPENS} The crew of the KTN painted the deck.", "KTN"),
    "a place": (f"{OPENS} The Halvik came later, near Dorsk.", "Dorsk"),
    "a listed town": (f"{OPENS} She likes Reading more than Leeds.", "Leeds"),
    "told by words alone": (f"{OPENS} The Osk burst its banks.", "Osk"),
    "named in a quotation": (QUOTED, "Brond Tessel"),
}
TOLD_OF = {
    "it says something": (f"{OPENS} The Brond Tessel said that the harbour was dark.", "Brond Tessel"),
    "it takes part": (f"{OPENS} Ana Novak met the KTN.", "KTN"),
    "its form": (f"{OPENS} After four it was late, and Brond Tessel Ltd was dark.", "Brond Tessel Ltd"),
    "its letters": (f"{OPENS} After four it was late, and the Brond Tessel (BT) was dark.", "Brond Tessel"),
}
TEXT, NAME = DOUBTFUL["an organisation"]
LIKELY, THERE = f"{OPENS} The Halvik came later, in Dorsk.", "Dorsk"


def names(*sources, published=(), **authorities):
    known = AUTHORITIES_SHAPE.model_validate(authorities)
    showing = only_told(assemble(sources, known, "authorities.yaml"), published)
    dossier = showing.shown()
    assert {each.path.partition(".")[0] for each in showing.stood.judged} <= {
        r.id for r in dossier.everything()
    }
    return {record.name.value for record in (*dossier.actors, *dossier.places)}


@pytest.mark.parametrize(("text", "name"), DOUBTFUL.values(), ids=DOUBTFUL)
def test_a_name_of_doubtful_kind_of_which_nothing_is_told_is_found_and_no_record(text, name):
    article = source("ferry", text)
    (found,) = [each for each in (*article.findings.actors, *article.findings.places) if each.name == name]
    assert 0 < found.belief < TOLD
    assert name not in names(article)


@pytest.mark.parametrize(("text", "name"), TOLD_OF.values(), ids=TOLD_OF)
def test_one_of_which_anything_is_told_is_a_record(text, name):
    assert name in names(source("ferry", text))


def test_what_is_sure_is_a_record_though_nothing_is_told_of_it():
    assert {"Osterby"} <= names(source("ferry", "The ferry left the town of Osterby at noon. It was late."))
    assert "Ana Novak" in names(source("ferry", f"{OPENS} Ana Novak was there."))


def test_that_a_headline_names_it_makes_no_record_of_what_may_be_another_kind():
    article = source("ferry", LIKELY)
    record = article.record.model_copy(update={"headline": f"No light in {THERE}"})
    assert THERE not in names(replace(article, record=record))


def test_words_beside_a_name_are_believed_more_than_its_evidence():
    told = source("river", "The Osk burst its banks.").findings.places[0]
    assert WEAK < told.belief < TOLD
    decision = decide({"one word: in no gazetteer": 1.0})
    assert decision.belief_in("place", by_words=True) > decision.belief_in("place")
    assert sum(map(decision.belief_in, KINDS)) == pytest.approx(1)


def test_a_quotation_goes_without_what_it_names_and_so_do_its_verdicts():
    showing = only_told(assemble((source("ferry", QUOTED),), AUTHORITIES_SHAPE.model_validate({}), "a.yaml"))
    dossier = showing.shown()
    (quote,) = dossier.quotes
    assert [topic.value for topic in quote.about] == ["geneva"]
    assert not [r for r in dossier.relations if r.object == "brond-tessel"]
    facts = {id(fact) for record in showing.stood.dossier.everything() for fact in facts_in(record)}
    assert {id(each.fact) for each in showing.stood.judged} <= facts


def test_an_editor_makes_it_a_record():
    entry = {"words": NAME, "id": "tessel"}
    assert NAME in names(source("ferry", TEXT, actors=[entry]))
    assert NAME in names(source("ferry", TEXT), actors=[{"name": NAME, "names": [NAME]}])


def test_two_articles_that_name_it_so_make_it_a_record():
    other = "The boats left early. After noon the Halvik came, in Dorsk."
    assert THERE in names(source("ferry", LIKELY), source("boats", other))
    assert THERE not in names(source("boats", other))
    weak = "The boats left early. After four it was late, and the Brond Tessel was dark."
    assert NAME not in names(source("ferry", TEXT), source("boats", weak))


def test_what_was_published_keeps_its_address():
    assert NAME in names(source("ferry", TEXT), published=["actors/brond-tessel/"])
    assert NAME not in names(source("ferry", TEXT), published=["places/brond-tessel/"])


def test_the_belief_goes_with_the_finding():
    article = source("ferry", TEXT)
    row = json.loads(json.dumps(findings_to_row(article.article, article.findings)))
    back = findings_of_row(article.article, row).actors
    assert [each.belief for each in back] == [each.belief for each in article.findings.actors]
    for each in row["actors"]:
        del each["belief"]
    assert all(each.belief == 1 for each in findings_of_row(article.article, row).actors)


def test_why_it_has_no_page_is_told():
    article = read_article(TEXT, id="a")
    told = {article.text.slice(each.at): each.told for each in explained(article) if "no page" in each.told}
    assert told.keys() == {NAME}
    assert told[NAME].endswith(", and nothing is told of it")
    assert not any(
        "no page" in each.told for each in explained(read_article(TOLD_OF["it takes part"][0], id="a"))
    )


def test_a_dossier_of_seeds_goes_without_it(tmp_path):
    front = "---\nheadline: At noon\npublisher: The Norton Post\ndatePublished: 2024-05-31\n---\n\n"
    (tmp_path / "ferry.md").write_text(f"{front}{TEXT}\n\nAna Novak, the mayor, waited.\n", encoding="utf-8")
    known = know(list_folder(tmp_path))
    assert [actor.id for actor in known.showing.full().actors] == ["ana-novak"]
    assert NAME in {each.name for each in known.sources[0].findings.actors}
    line = '{"section":"actors","id":"brond-tessel","first_seen":"2024-06-01","changed":"2024-06-01",'
    key = '"key":["words:brond tessel"],'
    hints = '"hints":["name:brond tessel"],"articles":["ferry"],"why":"first published"}\n'
    (tmp_path / "ledger.jsonl").write_text(line + key + hints, encoding="utf-8")
    assert "brond-tessel" in {actor.id for actor in know(list_folder(tmp_path)).showing.full().actors}
    assert not untold(know(list_folder(tmp_path)).showing, ["actors/brond-tessel/"])
