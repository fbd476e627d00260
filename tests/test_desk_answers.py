"""What each answer at the desk writes about each kind of item: the whole file, or why nothing is written."""

import pytest

from dossier.desk.decisions import Answer, decide
from dossier.desk.item import JOIN, SHOWN, STANDS, UNSHOWN, WEAK, Item, Undecidable
from dossier.desk.yaml_text import Entries
from stories import source

TEXT = (
    "Ana Lume, a doctor, met Ivo Stam in Suva. Stam said the ferry was late.\n\n"
    "Ana Lume met nobody else. “The ferry is late,” Stam told her. The pier is late, too."
)
SOURCE = source("talks", TEXT)


def item(section="claims", risk=STANDS, words="said", waits=False, nth=0, **more):
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    given = {"key": "ab12", "headline": "", "sentence": (), "readers": (), "reasons": (), "says": ()}
    place = {"article": "talks", "words": words, "start": start}
    return Item(section=section, risk=risk, waits=waits, **given, **place, **more)


def join(section="actors"):
    return item(section, JOIN, "Ana Lume", other_article="fire", other_words="A. Lume")


SEEN = "reviewed:\n- words: said\n  seen: ab12\n"
PAIR = '- between:\n  - {article: talks, words: Ana Lume}\n  - {article: fire, words: "A. Lume"}\n'
WARNED = 'claims:\n- words: said\n  kind: warning\n  because: "Stam said the ferry was late."\n'
QUOTE = "The ferry is late,"
ADDED = '- words: The ferry\n  add: true\n  speaker: {}\n  because: "“The ferry is late,” Stam told her."\n'


def quote(**more):
    return item("quotes", words=QUOTE, now={"speaker": "ivo-stam"}, **more)


WRITTEN = {
    "yes to what stands": (item(), "accept", {}, SEEN),
    "yes to what waits": (item(risk=WEAK, waits=True), "accept", {}, SEEN),
    "yes to what is shown": (item(risk=SHOWN), "accept", {"reason": "so"}, SEEN),
    "yes to what is not shown": (
        item(risk=UNSHOWN), "accept", {"reason": " it is so "},
        "shown:\n- words: said\n  because: it is so\n",
    ),
    "no to what stands": (item(), "drop", {"reason": " not so "}, "claims:\n- words: said\n  drop: not so\n"),
    "no to what waits": (
        item(risk=WEAK, waits=True), "drop", {"reason": "not so"}, f"{SEEN}  drop: not so\n",
    ),
    "no to a tie that stands": (item("relations"), "drop", {"reason": "not so"}, f"{SEEN}  drop: not so\n"),
    "no to words of two paragraphs": (
        item("events", words="met", nth=1), "drop", {"reason": "not so"},
        'events:\n- words: met\n  paragraph: "2"\n  drop: not so\n',
    ),
    "no to words that stand twice in one": (
        item("events", words="late", nth=2), "drop", {"reason": "not so"},
        'events:\n- words: "The pier is late, too."\n  drop: not so\n',
    ),
    "another value of what stands": (
        item(), "correct", {"fields": {"kind": "warning", "target": " "}}, WARNED + SEEN,
    ),
    "another value of what waits": (
        item(risk=WEAK, waits=True), "correct", {"fields": {"wording": "was late"}},
        f"claims:\n- words: said\n  wording:\n  - was late\n{SEEN}",
    ),
    "the other reader's value": (
        item(theirs={"kind": "warning"}), "take", {"fields": {"kind": "denial"}}, WARNED + SEEN,
    ),
    "other words of a quotation that stands": (
        quote(), "correct", {"fields": {"words": "The ferry", "speaker": "ana-lume"}},
        f'quotes:\n- words: "{QUOTE}"\n  drop: "its words are “The ferry”"\n{ADDED.format("ana-lume")}',
    ),
    "other words of a quotation that waits": (
        quote(waits=True), "correct", {"fields": {"words": "The ferry"}},
        f'quotes:\n{ADDED.format("ivo-stam")}reviewed:\n- words: "{QUOTE}"\n  seen: ab12\n'
        '  drop: "its words are “The ferry”"\n',
    ),
    "one": (join(), "same", {}, f"same:\n{PAIR}"),
    "one, and why": (join(), "same", {"reason": " the age "}, f"same:\n{PAIR}  why: the age\n"),
    "two places": (join("places"), "different", {}, f"different:\n{PAIR}  section: places\n"),
}  # fmt: skip


@pytest.mark.parametrize(("about", "action", "more", "text"), WRITTEN.values(), ids=WRITTEN)
def test_an_answer_is_written_as(about, action, more, text):
    entries = Entries("")
    decide(Answer(key="ab12", action=action, **more), about, SOURCE, entries)
    assert entries.text() == text


REFUSED = {
    "a yes without a reason to what is not shown": (
        item(risk=UNSHOWN),
        "accept",
        {"reason": " "},
        "why it is so",
    ),
    "a no without a reason": (item(), "drop", {"reason": " "}, "why it is left out"),
    "nothing to correct": (item(), "correct", {"fields": {"kind": " "}}, "nothing can be corrected"),
    "what can't be corrected": (item(), "correct", {"fields": {"date": "x"}}, "date can be corrected"),
    "nothing to take": (item(), "take", {}, "take answers no such item"),
    "one or two of a single one": (item(), "same", {}, "same answers no such item"),
    "yes to one or two": (join(), "accept", {}, "same or different"),
}


@pytest.mark.parametrize(("about", "action", "more", "told"), REFUSED.values(), ids=REFUSED)
def test_an_answer_that_says_too_little_writes_nothing(about, action, more, told):
    entries = Entries("")
    with pytest.raises(Undecidable, match=told):
        decide(Answer(key="ab12", action=action, **more), about, SOURCE, entries)
    assert entries.text() == ""


def test_no_article_no_answer_but_to_one_or_two():
    decide(Answer(key="ab12", action="same"), join(), None, Entries(""))
    with pytest.raises(Undecidable, match="the article is gone"):
        decide(Answer(key="ab12", action="accept"), item(), None, Entries(""))
