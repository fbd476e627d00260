"""What an editor draws from words: these alone say it, and what is otherwise than it was read is told."""

import gc
import weakref
from pathlib import Path

import pytest
import yaml

from dossier.assembly.gate.leaves import judge_leaves
from dossier.assembly.gate.reach import Reading
from dossier.build import build
from stories import dossier_of, source

TEXT = (
    "LESK, Fiji – President Mere Tavola of Fiji met Ivo Stam, the former head of the Harbour Union, in Suva "
    "on Monday. Tonga pledged $5m for the port of Lesk during a state visit.\n\n"
    "At least six guards were killed in an attack on a ferry near Nadi on Sunday. Tonga blamed the attack on "
    "the Tern Brigade, an armed group based in Samoa.\n\n"
    "Samoa, a rival of Fiji, said that Stam had fled."
)
CASES = yaml.safe_load((Path(__file__).parent / "gate/drawn.yaml").read_text(encoding="utf-8"))


def judged(curation):
    article = source("ferry", TEXT, **curation)
    return judge_leaves(dossier_of(article), (article.article,))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["line"]))
def test_the_words_alone_say_what_is_drawn_from_them(case):
    doubts = [each.why for each in judged(case["line"]) if each.answer in ("not shown", "does not")]
    assert len(doubts) == (case["doubt"] is not None), doubts
    assert (case["doubt"] or "") in "".join(doubts)


BLAME, ATTACK = "claims:\n- words: blamed the attack\n", "events:\n- words: an attack on a ferry\n"
OTHERWISE = {
    f"{BLAME}  target: samoa\n  because: armed group based in Samoa\n": (
        "claims[0].target: samoa, read as tern-brigade"
    ),
    f"{BLAME}  target: tern-brigade\n  because: the Tern Brigade\n": None,
    f"{BLAME}  kind: denial\n  because: blamed the attack\n": (
        "claims[0].kind: denial, read as responsibility_blamed"
    ),
    f"{ATTACK}  title: Attack on guards\n  because: guards were killed in an attack\n": None,
    f"{ATTACK}  date: {{words: Sunday, kind: on, edtf: 2024-05-19, precision: day, rule: x}}\n": (
        "events[0].date: 2024-05-19, read as 2024-05-26"
    ),
}
HEAD = "---\nheadline: A ferry\npublisher: P\ndatePublished: 2024-05-31\n---\n"


@pytest.mark.parametrize(("curation", "told"), OTHERWISE.items())
def test_what_an_editor_ties_otherwise_than_it_was_read_is_told(tmp_path, curation, told):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/ferry.md").write_text(HEAD + TEXT, encoding="utf-8")
    (tmp_path / "seeds/ferry.curation.yaml").write_text(curation, encoding="utf-8")
    report = build(tmp_path / "seeds", tmp_path / "docs")
    lines = [line for line in report.summary().splitlines() if line.startswith("otherwise than read: ")]
    assert [line.rpartition("yaml: ")[2] for line in lines] == ([told] if told else [])


def test_the_trees_that_an_editors_lines_are_asked_of_are_held_for_few_articles_at_once(monkeypatch):
    line = yaml.safe_load(f"{BLAME}  target: samoa\n  because: armed group based in Samoa\n")
    sources = [source(f"ferry-{number}", TEXT, **line) for number in range(4)]
    read, held, at_once = Reading.of, [], []

    def reading(article):
        one = read(article)
        held.append(weakref.ref(one))
        gc.collect()
        at_once.append(sum(each() is not None and each().article.id != "line" for each in held))
        return one

    monkeypatch.setattr("dossier.assembly.gate.readings.OPEN", 2)
    monkeypatch.setattr(Reading, "of", reading)
    assert judge_leaves(dossier_of(*sources), [each.article for each in sources])
    assert max(at_once) <= 3, "two that are held, and the one just read"
    assert len(held) >= len(sources)
