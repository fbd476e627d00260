import json

from dossier.assembly import assemble
from dossier.assembly.limits import Republished, measure_data, measure_site
from making import ARTICLE, authorities, source

DOSSIER = assemble((source(),), authorities(), "authorities.yaml")
SENTENCE = "At least three people were hurt in an attack on the ferry that Tonga blamed on the Reef League."


def shown(tmp_path, name, content):
    (tmp_path / name).write_text(content, encoding="utf-8")
    (measured,) = measure_site(tmp_path, DOSSIER, [ARTICLE])
    return measured


def test_data_counts_each_word_once_and_no_quotation():
    (measured,) = measure_data(DOSSIER, [ARTICLE])
    assert measured.words == 44
    assert 20 < measured.shown < 44
    assert measured.longest == 8


def test_a_sentence_on_a_page_is_found_whatever_the_markup(tmp_path):
    measured = shown(tmp_path, "a.html", f"<p>{SENTENCE.replace('three', '<b>three</b>')}</p>")
    assert (measured.shown, measured.longest) == (19, 19)


def test_attributes_data_and_feeds_are_published_too(tmp_path):
    assert shown(tmp_path, "a.html", f'<a data-exact="{SENTENCE}">4</a>').shown == 19
    assert shown(tmp_path, "a.json", json.dumps({"x": [SENTENCE]})).shown == 19
    assert shown(tmp_path, "a.xml", f"<entry>{SENTENCE}</entry>").shown == 19


def test_direct_quotations_and_short_runs_do_not_count(tmp_path):
    assert shown(tmp_path, "a.html", "<q>The ferry is late,</q> <p>an attack on the bus</p>").shown == 0


def test_two_cells_are_no_one_excerpt(tmp_path):
    half = SENTENCE.index("an attack")
    row = f"<td>{SENTENCE[:half]}</td><td>{SENTENCE[half:]}</td>"
    assert shown(tmp_path, "a.html", row).longest == 12


def test_limits():
    assert Republished("a", 1000, 300, 20).within_limits
    assert not Republished("a", 1000, 301, 20).within_limits
    assert not Republished("a", 1000, 300, 21).within_limits


def test_of_a_short_article_enough_may_be_shown_to_name_what_it_is_about():
    assert Republished("a", 200, 150, 20).within_limits
    assert not Republished("a", 200, 151, 20).within_limits
    assert not Republished("a", 200, 150, 21).within_limits
    assert Republished("a", 0, 0, 0).within_limits
