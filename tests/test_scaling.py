"""Time in proportion to text, whatever the text: bounds on steps and on patterns, not on seconds."""

import importlib
import pkgutil
import re
import sys
from dataclasses import replace
from datetime import date
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as sre_parser  # type: ignore[attr-defined]

import pytest

import dossier
import making
from dossier.assembly.assembling import assemble
from dossier.assembly.changes import changed_sentences
from dossier.assembly.gate.candidates import choose, is_pronoun
from dossier.assembly.gate.namesakes import another_so_called
from dossier.assembly.gate.reach import Reading
from dossier.assembly.passages import Passages
from dossier.assembly.verify import verify
from dossier.reading.extract import extract_findings
from dossier.reading.findings import Findings, Span
from dossier.reading.interchange import article_from_row, findings_to_row
from dossier.reading.text.article import read_article

SMALL, LARGE = 5_000, 20_000
"""Characters of the texts compared; the larger one is four times the smaller."""
STRICT = 1.3
"""How much more than four times the steps the larger may take: where a tenth of the steps for the smaller
grows with the square of the text, it takes as much."""
GENEROUS = 1.7
"""The same where few things are compared with some more."""


def letters(number):
    """0, 1, 2 … as Aba, Abb, Abc …: a new capitalised word for each."""
    word = ""
    for _ in range(4):
        word = chr(ord("a") + number % 26) + word
        number //= 26
    return word.capitalize()


def repeated(unit):
    return lambda size: (unit * (size // len(unit) + 1))[:size]


def numbered(template):
    """A text in which each sentence names somebody new."""

    def make(size):
        parts, length = [], 0
        for number in range(size):
            parts.append(template.format(a=letters(number), b=letters(number * 7 + 3), n=number))
            length += len(parts[-1])
            if length >= size:
                break
        return "".join(parts)[:size]

    return make


HOSTILE = {
    "no full stop": repeated("the word and another word "),
    "one word": repeated("x"),
    "one capitalised word": repeated("X"),
    "blanks between two words": lambda size: f"Ana{' ' * (size - 6)}met",
    "tabs and lines": lambda size: "Ana" + repeated("\t\n")(size - 3),
    "digits": repeated("1"),
    "digits and commas": repeated("1,"),
    "dates": repeated("2019-"),
    "months": repeated("January "),
    "relative dates": repeated("last week "),
    "money": repeated("$1 "),
    "hyphens": repeated("-"),
    "hyphenated": repeated("al-"),
    "apostrophes": repeated("a’"),
    "possessives": repeated("Ana’s "),
    "initials": repeated("A. "),
    "dotted": repeated("U.S."),
    "full stops": repeated("."),
    "sentences of one word": repeated("No. "),
    "capitals": repeated("Ana "),
    "capitals with of": repeated("Bank of "),
    "titles": repeated("President "),
    "capitals and commas": repeated("Ana, "),
    "brackets": repeated("("),
    "bracketed": repeated("[a] "),
    "brackets in quotations": repeated("“We (all) [must] agree.” "),
    "opening marks": repeated("“"),
    "closing marks": repeated("”"),
    "straight marks": repeated('"'),
    "straight marks, spaced": repeated('" '),
    "single marks": repeated("‘"),
    "guillemets": repeated("«a "),
    "quotation never closed": repeated("“We agree, "),
    "cues": repeated("said "),
    "cues and pronouns": repeated("he said, "),
    "quotations": repeated("“We agree,” he said. "),
    "quotations in one sentence": repeated("“We agree,” he said, "),
    "paragraphs never closed": repeated("“We agree.\n\n"),
    "attacks": repeated("gunmen killed at least 14 people "),
    "attacks, told": repeated("Gunmen killed at least 14 people in Lima last week. "),
    "claims": repeated("Ana blamed Bo for it and "),
    "agreements": repeated("they agreed to sign a deal and "),
    "who said that who said": repeated("Ana said that "),
    "addresses": repeated("http://a.b/"),
    "new names": numbered("{a} {b} met {b} {a}. "),
    "new names, one sentence": numbered("{a} {b}, "),
    "new names, quoted": numbered("“We agree,” said {a} {b}.\n\n"),
    "new names, quoted by pronoun": numbered("{a} {b} was there.\n\n“We agree,” he said.\n\n"),
    "new names, blamed": numbered("{a} {b} blamed {b} {a} for the attack on {a}. "),
    "new groups": numbered("The {a} {b} Front (A{n}F) attacked {b} on Monday. "),
    "new visits": numbered("President {a} visited {b} on {n} May 2019 and met {b} {a}. "),
    "new agreements": numbered("{a} and {b} signed a treaty on {n} May 2019. "),
}


def read(text):
    return article_from_row({"id": "hostile", "text": text, "published": "2019-04-22"})


def steps(text):
    """Lines of Python run while reading a text; a loop counts each time round.

    It is read once before, so that the parser's own steps, and what it has stored, count in none.
    """
    extract_findings(read(text))
    return counted(lambda: extract_findings(read(text)))[0]


def counted(run):
    """Lines of Python run by a function, and what it returns."""
    taken = 0

    def local(frame, event, argument):
        nonlocal taken
        taken += event == "line"
        return local

    before = sys.gettrace()
    sys.settrace(lambda frame, event, argument: local)
    try:
        result = run()
    finally:
        sys.settrace(before)
    return taken, result


@pytest.fixture(scope="module", autouse=True)
def _lexicons_loaded():
    extract_findings(read("“We agree,” said Ana Novak of Lima on Friday, after gunmen killed two people."))


@pytest.mark.parametrize("kind", HOSTILE)
def test_steps_grow_no_faster_than_the_text(kind):
    make = HOSTILE[kind]
    small, large = steps(make(SMALL)), steps(make(LARGE))
    allowed = STRICT * (LARGE / SMALL)
    assert large <= allowed * max(small, 2_000), f"{large / small:.1f} times the steps for 4 times the text"


@pytest.mark.parametrize("kind", ["no full stop", "quotations in one sentence", "new names, one sentence"])
def test_a_paragraph_of_100_000_characters_reads(kind):
    text = HOSTILE[kind](100_000)
    article = read(text)
    findings = extract_findings(article)
    assert isinstance(findings, Findings)
    assert len(str(findings_to_row(article, findings))) < 40 * len(text)


TOLD = (
    "President {a} {b} of Fiji visited Tonga on Monday and met {b} {a}. At least {n} people were killed in "
    "an attack on a market in {b} last week, officials said.",
    "“We agree with {a} {b},” said {b} {a}. “The ferry is late.” The government blamed the {a} {b} Front for "
    "the bombing.",
    "{a} {b} and Tonga agreed to set up a joint committee, {b} {a} said on Friday. {b} accused {a} of theft.",
    "The ferry was late. The ferry was late.",
)


def assembled(paragraphs):
    """Steps to make, show, verify and compare the dossier of an article with this many paragraphs."""
    text = "\n\n".join(
        TOLD[number % 4].format(a=letters(number), b=letters(number * 7 + 3), n=number + 2)
        for number in range(paragraphs)
    )
    article = read_article(text, id="ferry", published=date(2019, 4, 22))
    one = replace(making.source(extract_findings(article)), article=article)
    took = {}
    took["assemble"], showing = counted(lambda: assemble((one,), making.authorities(), "authorities.yaml"))
    took["show"], dossier = counted(showing.shown)
    took["verify"], _ = counted(lambda: verify(dossier, [article]))
    took["compare"], _ = counted(lambda: changed_sentences(dossier, [article]))
    return took


def test_a_dossier_takes_time_in_proportion_to_its_text():
    small, large = assembled(25), assembled(100)
    for step, taken in small.items():
        assert large[step] <= GENEROUS * 4 * taken, step


@pytest.mark.parametrize("sentence", ["The gate of Suva is shut. ", "No. ", "a b c d e f g h "])
def test_words_that_lead_to_a_passage_are_looked_for_in_proportion_to_the_text(sentence):
    taken = []
    for times in (50, 400):
        article = read_article(sentence * times, id="ferry")
        spans = [Span(n * len(sentence), n * len(sentence) + len(sentence) - 1) for n in range(times)]
        taken.append(counted(lambda of=article, at=spans: list(Passages(of).evidence(at, [], [])))[0])
    assert taken[1] <= GENEROUS * 8 * taken[0]


def chosen(times):
    """Steps to tell whom the last pronoun of a sentence with two of them this many times means."""
    clause = "his brother praised his mill"
    article = read_article(" and ".join([clause] * times).capitalize() + ".", id="mill")
    reading = Reading.of(article)
    pronouns = [word for tree in reading.trees for word in tree.words if is_pronoun(word)]
    assert len(pronouns) == 2 * times
    return counted(lambda: choose(pronouns[-1], reading))[0]


def test_a_pronoun_behind_many_is_asked_for_in_proportion_to_the_pairs_of_them():
    chosen(1)  # loads the gate's words
    small, large = chosen(12), chosen(24)
    assert large <= GENEROUS * 2**2 * small, f"{large / small:.1f} times the steps for twice the pronouns"


def told_apart(sentences):
    """Steps to tell whether another is called as a noun is behind this many sentences that name none."""
    article = read_article(
        f"The envoy of Lesk left. {'The mill stood by the old weir. ' * sentences}The envoy wept.", id="mill"
    )
    reading = Reading.of(article)
    first, *_, last = (word for tree in reading.trees for word in tree.words if word.lemma == "envoy")
    assert another_so_called(last, first, reading) is None  # reads the trees
    return counted(lambda: another_so_called(last, first, reading))[0]


def test_whether_another_is_called_so_is_asked_of_those_who_are():
    assert told_apart(10) == told_apart(80)


def patterns():
    """Every compiled pattern that stands in a module of the package, with its name."""
    for module in pkgutil.walk_packages(dossier.__path__, "dossier."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern):
                yield pytest.param(value, id=f"{module.name}.{name}")


REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT)
MANY = 16


def nested(parsed, inside=False):
    """Whether an unbounded repeat stands in another with nothing to tell its rounds apart."""
    for operator, argument in parsed:
        if operator in REPEATS:
            _, most, body = argument
            if most > MANY and inside and not _begins_with_own_literal(inside):
                return True
            if nested(body, body if most > MANY else inside):
                return True
        elif operator is sre.BRANCH:
            if any(nested(branch, inside) for branch in argument[1]):
                return True
        elif operator is sre.SUBPATTERN:
            if nested(argument[-1], inside):
                return True
        elif operator in (sre.ASSERT, sre.ASSERT_NOT) and nested(argument[1], inside):
            return True
    return False


def _begins_with_own_literal(body):
    """A round that must begin with one literal, or a set of marks, which nothing else in it matches."""
    operator, argument = body[0]
    if operator is sre.LITERAL:
        return not chr(argument).isalnum()
    if operator is sre.IN:
        return all(kind is sre.LITERAL and not chr(value).isalnum() for kind, value in argument)
    return operator in (sre.ASSERT, sre.ASSERT_NOT) and len(body) > 1 and _begins_with_own_literal(body[1:])


@pytest.mark.parametrize("pattern", list(patterns()))
def test_no_pattern_can_backtrack_its_way_to_a_standstill(pattern):
    assert not nested(sre_parser.parse(pattern.pattern, pattern.flags))


@pytest.mark.parametrize(
    ("pattern", "bad"), [(r"(a+)+b", True), (r"(\w+\s*)+", True), (r"\w+(?:-\w+)*", False)]
)
def test_the_check_of_patterns_can_fail(pattern, bad):
    assert nested(sre_parser.parse(pattern)) is bad


def test_hostile_texts_are_as_long_as_they_say():
    assert {kind: len(make(LARGE)) for kind, make in HOSTILE.items()} == dict.fromkeys(HOSTILE, LARGE)
