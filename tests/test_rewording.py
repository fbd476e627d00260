"""A dossier told in fewer words: who looked things up goes on, and knows what is answered otherwise."""

import pytest

from dossier.facts import Attribution, Reported, with_words
from dossier.model import Evidence
from dossier.site.pages import plan_pages
from making import source
from small_dossier import small_dossier
from stories import dossier_of

BY_HAND = small_dossier()
SAID = (Attribution(as_reported=Reported("two harbour pilots")),)
TOLD_BY = BY_HAND.model_copy(
    update={"relations": tuple(t.model_copy(update={"according_to": SAID}) for t in BY_HAND.relations)}
)
DOSSIERS = {"by hand": TOLD_BY, "read": dossier_of(source())}


def fewer(words):
    """Words of an article as far as they are still shown."""
    return Reported(words[: len(words) // 2])


def shortened(piece):
    """A record, tie or passage in fewer words."""
    if not isinstance(piece, Evidence):
        return with_words(piece, fewer)
    return piece.model_copy(update={"exact": piece.exact[: len(piece.exact) // 2]} if piece.exact else {})


def one_by_one(dossier):
    """The dossier again and again, each time with one more piece of it in fewer words."""
    for section in type(dossier).model_fields:
        pieces = getattr(dossier, section)
        for number, piece in enumerate(pieces if isinstance(pieces, tuple) else ()):
            short = shortened(piece)
            if short != piece:
                pieces = (*pieces[:number], short, *pieces[number + 1 :])
                dossier = dossier.model_copy(update={section: pieces})
                yield section, dossier


def asked(drawings, answers):
    """All that the pages ask."""
    with answers.catalogue.notes.listening() as questions:
        for drawing in drawings:
            drawing.make()
    return sorted(questions)


def told(answers, questions):
    return {question: answers.digest_of(*question) for question in questions}


@pytest.mark.parametrize("dossier", DOSSIERS.values(), ids=DOSSIERS)
def test_what_is_looked_up_after_each_rewording_is_what_is_found_anew(dossier):
    drawings, answers = plan_pages(dossier)
    questions = asked(drawings, answers)
    before = told(answers, questions)
    touched: set[str] = set()
    for section, worded in one_by_one(dossier):
        catalogue = answers.catalogue
        _, answers = plan_pages(worded, before=answers)
        assert answers.catalogue is catalogue, section
        _, fresh = plan_pages(worded)
        now = told(fresh, questions)
        others = {question for question in questions if now[question] != before[question]}
        assert answers.since is not None
        assert others <= answers.since[1]
        assert told(answers, questions) == now
        touched |= {section} if others else set()
        before = now
    assert {"events", "claims", "quotes", "evidence"} <= touched
    assert "relations" in touched or dossier is not TOLD_BY
