"""A "not", a swap, another number, tense or place in a sentence that supports facts: each fact is named.

Every sentence that the first dossier's facts cite is changed in each way that its grammar has, one at a time.
"""

import re
import shutil
from collections import Counter, defaultdict
from functools import cache
from itertools import pairwise

import pytest

from dossier.assembly.changes import changed_sentences
from dossier.assembly.gate.reach import Reading
from dossier.errors import DossierError
from dossier.gathering import know
from dossier.model import Actor
from dossier.reading.grammar.dependents import is_verb
from dossier.reading.text.article import read_article
from dossier.seeds.door import list_folder
from first_dossier import SEED, SEEDS, first_dossier

BARE = {"was": "be", "were": "be", "is": "be", "are": "be", "has": "have", "had": "have", "have": "have"}
WORDS = {"two": "five", "both": "all"}
WAYS = ("not", "tense", "swap", "number", "place")


@cache
def known():
    return know(list_folder(SEEDS))


def article():
    return known().articles[0]


@cache
def supporting():
    """Each sentence that facts cite, with the paths of these."""
    found = defaultdict(list)
    for path, fact in first_dossier().leaves():
        for id in fact.evidence:
            start, end = map(int, id.rpartition(":")[2].split("-"))
            for sentence in article().text.sentences:
                if start < sentence.end and sentence.start < end:
                    found[sentence].append(path)
    return found


@cache
def reading():
    return Reading.of(article())


def verbs(sentence):
    """Changes of a verb, each as start, end and the words instead."""
    tree = reading().tree_at(sentence.start)
    for word in tree.words if tree else ():
        if not is_verb(word) or word.dep in ("aux", "auxpass", "amod"):
            continue
        aux = next(
            (c for c in word.children if c.tag in ("VBD", "VBZ", "VBP", "MD") and "aux" in c.dep), None
        )
        if aux is not None:
            yield "not", (aux.end, aux.end, " not")
            yield "tense", (aux.start, aux.end, f"will {BARE.get(aux.lower, 'perhaps')}")
        elif word.tag in ("VBD", "VBZ", "VBP"):
            does = "did" if word.tag == "VBD" else "does"
            yield "not", (word.start, word.end, f"{does} not {word.lemma}")
            yield "tense", (word.start, word.end, f"will {word.lemma}")


def named(sentence):
    """Where actors and places are named in a sentence."""
    for record in (*first_dossier().actors, *first_dossier().places):
        for id in record.mentions:
            start, end = map(int, id.rpartition(":")[2].split("-"))
            if sentence.start <= start and end <= sentence.end:
                yield start, end, record


def changes(sentence):
    """Each change of meaning of a sentence, with the way it is made."""
    text = article().text.text
    yield from verbs(sentence)
    for match in re.finditer(r"\d+|\b(?:two|both)\b", text[sentence.start : sentence.end]):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        yield "number", (start, end, WORDS.get(match.group()) or str(int(match.group()) + 7))
    actors = sorted((s, e) for s, e, record in named(sentence) if isinstance(record, Actor))
    for (start, stop), (begin, end) in pairwise(actors):
        if stop <= begin and text[start:stop] != text[begin:end]:
            yield "swap", (start, end, text[begin:end] + text[stop:begin] + text[start:stop])
    for start, end, record in named(sentence):
        if record.kind.value in ("state", "city", "region", "province", "country", "area", "landmark"):
            yield "place", (start, end, "Norway")


@cache
def all_changes():
    return [(way, sentence, change) for sentence in supporting() for way, change in changes(sentence)]


@pytest.mark.parametrize("way", WAYS)
def test_each_fact_that_rests_on_the_changed_sentence_is_named(way):
    text = article().text.text
    changed = [(sentence, change) for made, sentence, change in all_changes() if made == way]
    assert changed
    for sentence, (start, end, instead) in changed:
        assert supporting()[sentence]
        other = read_article(text[:start] + instead + text[end:], id=article().id)
        told = changed_sentences(first_dossier(), [other])
        assert {path for each in told for path in each.facts} >= set(supporting()[sentence]), instead


def values(dossier):
    return {(path, str(getattr(fact, "value", fact.read_by))) for path, fact in dossier.leaves()}


def becomes(change, folder):
    """What the seeds with a changed text make where nothing was published: which facts, or why none.

    As if the new text were the article: without its checksum, which alone would tell.
    """
    start, end, instead = change
    text = article().text.text
    shutil.copytree(SEEDS, folder, dirs_exist_ok=True)
    _, head, _ = SEED.read_text(encoding="utf-8").split("---\n", 2)
    head = re.sub(r"sha256: .*\n", "", head)
    (folder / SEED.name).write_text(
        f"---\n{head}---\n{text[:start]}{instead}{text[end:]}\n", encoding="utf-8"
    )
    try:
        changed = know(list_folder(folder))
    except DossierError as error:
        return "stops", str(error)
    dossier = changed.showing.full()
    if values(dossier) != values(known().showing.full()):
        return "other facts", ""
    judged = {each.path: each.answer for each in changed.showing.stood.judged}
    was = {each.path: each.answer for each in known().showing.stood.judged}
    other = [path for path, answer in judged.items() if answer != was[path]]
    return ("no longer shown", other[0]) if other else ("silent", "")


EACH = 20
"""Of all changes one in so many is built of here; all of them take ten minutes."""


@pytest.mark.parametrize("number", range(11))
def test_where_nothing_was_published_a_change_is_not_silent_either(number, tmp_path):
    way, sentence, change = all_changes()[number * EACH]
    assert becomes(change, tmp_path)[0] != "silent", (way, article().text.slice(sentence), change)


def test_a_change_that_changes_no_meaning_is_silent(tmp_path):
    source = article().text.text.index("Source: Al Jazeera")
    assert becomes((source, source, "By "), tmp_path)[0] == "silent"


def test_there_are_many_and_of_each_way():
    made = Counter(way for way, _, _ in all_changes())
    assert made.total() >= 200
    assert set(made) == set(WAYS)
    assert min(made.values()) >= 10


def test_the_same_article_names_nothing():
    assert changed_sentences(first_dossier(), [article()]) == []
