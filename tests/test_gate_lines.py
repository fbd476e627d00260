"""An editor's line that tells what it rests on otherwise: as done, as so, of another, the other way round."""

from pathlib import Path

import pytest
import yaml

from dossier.assembly.gate.edited import edited_doubts
from dossier.assembly.gate.leaves import judge_leaves
from dossier.assembly.gate.reach import Reading
from dossier.reading.findings import Span
from dossier.reading.text.article import read_article
from stories import dossier_of, source

TEXT = (
    "SUVA, Fiji – Fijian President Mere Tavola met Samoan Prime Minister Ivo Stam in Suva on Monday. "
    "Tonga pledged $5m to Fiji for a port. Ivo Stam, known as Big Captain, left. Ivo Stam left with the "
    "harbour master.\n\n"
    "The Harbour Union accused the Reef League of arson. The Reef League plans to run a ferry to Nadi.\n\n"
    "Six guards were killed in an attack on a ferry that Tonga blamed on Samoa-based groups on Sunday. Tonga "
    "sent the Tern Brigade, a militia allegedly paid by smugglers. Fiji said that the Samoan Tern Brigade "
    "had fled. Samoa wrote to Fiji."
)
CASES = yaml.safe_load((Path(__file__).parent / "gate/lines.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["line"]))
def test_a_line_tells_no_more_than_its_words(case):
    article = source("ferry", TEXT, **case["line"])
    judged = judge_leaves(dossier_of(article), (article.article,))
    doubts = [each.why for each in judged if each.answer in ("not shown", "does not")]
    assert len(doubts) == (case["doubt"] is not None), doubts
    assert (case["doubt"] or "") in "".join(doubts)


@pytest.mark.parametrize(
    ("value", "denied"),
    [
        ("Lesk had taken steps to prevent it", True),  # what it denies by is no word of the line's own
        ("Lesk had taken no steps to prevent it", False),
        ("Lesk failed to take steps to prevent it", False),
        ("Missile strike by Lesk", True),  # begins as "miss" does
        ("Steps that the ruler of Lesk planned", True),
        ("Refusal of Lesk to take steps", False),
        ("Lesk has taken longer steps to prevent it", True),  # the “longer” of “no longer”
        ("Lesk no longer takes steps", False),
        ("Lesk takes steps no longer", False),
    ],
)
def test_a_word_that_denies_elsewhere_in_the_words_is_no_denial_of_the_line(value, denied):
    text = "“Lesk has taken no steps to prevent it,” read the letter."
    reading = Reading.of(read_article(text, id="t"))
    doubts = [d for d in edited_doubts(value, [Span(0, len(text))], reading) if d.about == "polarity"]
    assert bool(doubts) is denied
