"""A dossier's steps in proportion to its text: made, shown, verified, compared and drawn."""

from dataclasses import replace
from datetime import date

import pytest

import making
from dossier.assembly.assembling import assemble
from dossier.assembly.changes import changed_sentences
from dossier.assembly.gate.findings import Asking
from dossier.assembly.gating import gated
from dossier.assembly.verify import verify
from dossier.reading.extract import extract_findings
from dossier.reading.findings import ClaimFinding, Findings, Span
from dossier.reading.text.article import read_article
from dossier.site.files import make_files
from dossier.site.markdown import Writer
from dossier.site.pages.document import Mark
from test_scaling import GENEROUS, TOLD, counted, letters


def told(number):
    return TOLD[number % 4].format(a=letters(number), b=letters(number * 7 + 3), n=number + 2)


TEXTS = {
    "news": lambda count: "\n\n".join(map(told, range(count))),
    "news in one paragraph": lambda count: " ".join(map(told, range(count))),
    "one sentence over and over": lambda count: (
        count * "Gunmen killed three people in Suva on Monday, police said. "
    ),
    "one quotation over and over": lambda count: (
        count * "“We agree,” Mere Tavola said in Suva on Monday.\n\n"
    ),
    "short paragraphs": lambda count: count * "It rained in Suva on Monday.\n\n",
    "names in one paragraph": lambda count: (
        "The council named "
        + ", ".join(f"{letters(n)} {letters(n * 7 + 3)}" for n in range(4 * count))
        + " on Monday."
    ),
}
"""Texts by how many sentences they have, or paragraphs."""


def source_of(text):
    article = read_article(text, id="ferry", published=date(2019, 4, 22))
    return replace(making.source(gated(article, extract_findings(article)).findings), article=article)


def assembled(text):
    """Steps to make, show, verify and compare the dossier of an article, and to draw its pages."""
    one = source_of(text)
    article = one.article
    took = {}
    took["assemble"], showing = counted(lambda: assemble((one,), making.authorities(), "authorities.yaml"))
    took["show"], dossier = counted(showing.shown)
    took["verify"], _ = counted(lambda: verify(dossier, [article]))
    took["compare"], _ = counted(lambda: changed_sentences(dossier, [article]))
    took["draw"], _ = counted(lambda: make_files(dossier))
    return took


@pytest.mark.parametrize("kind", TEXTS)
def test_a_dossier_takes_steps_in_proportion_to_its_text(kind):
    make = TEXTS[kind]
    small, large = assembled(make(20)), assembled(make(80))
    for step, taken in small.items():
        assert large[step] <= GENEROUS * 4 * taken, step


def test_a_long_article_is_assembled_in_steps_in_proportion_to_its_paragraphs():
    made = [source_of(TEXTS["news"](count)) for count in (100, 400)]
    small, large = (
        counted(lambda of=one: assemble((of,), making.authorities(), "a.yaml"))[0] for one in made
    )
    assert large <= GENEROUS * 4 * small, large / small


def asked_of_claims(count):
    """Steps to ask the gate about so many claims of one article."""
    sentence = "Ana Lume said that the ferry was late. "
    article = read_article(count * sentence, id="ferry")
    claims = tuple(
        ClaimFinding(
            kind="statement",
            claimant="Ana Lume",
            claimant_span=Span(at, at + 8),
            target=None,
            trigger=Span(at + 9, at + 13),
            wording=Span(at + 14, at + 37),
            content=Span(at + 14, at + 37),
        )
        for at in range(0, count * len(sentence), len(sentence))
    )
    asking = Asking(article, Findings(id="ferry", claims=claims))
    return counted(lambda: [asking.claim(claim) for claim in claims])[0]


def marked(count):
    """Steps to write a page with so many marks that refer to one paragraph."""
    marks = [Mark(text="¶7", href="ferry/#p7", exact=f"the ferry {n}", told="The Post") for n in range(count)]
    writer = Writer("actors/ada.md")
    return counted(lambda: [writer.inline((mark,)) for mark in marks])[0]


@pytest.mark.parametrize("taken", [asked_of_claims, marked])
def test_each_of_many_takes_the_steps_of_one_of_few(taken):
    assert taken(400) <= GENEROUS * 4 * taken(100)
