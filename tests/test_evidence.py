import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.assembly.evidence import EvidenceBook
from dossier.assembly.passages import Passages, digest
from dossier.assembly.saying import around, saying
from dossier.assembly.shortening import _led
from dossier.assembly.words import count_words, opening
from dossier.editing.sources import find_words
from dossier.reading.findings import Span
from dossier.reading.text.article import read_article

TEXT = (
    "Ana met Ben in Suva on Monday.\n\n"
    "Ben told Ana that the ferry was late. Ana left Suva by the late ferry, which Ben saw.\n\n"
    "The late-night ferry left. Ana Novak, mayor of Osterby, said that the ferry was late."
)


def article(text=TEXT):
    return read_article(text, id="a")


def cited(*words, names=(), whole=()):
    """Evidence by its words."""
    passages = [find_words(article(), each)[0] for each in words]
    named = [find_words(article(), each)[-1] for each in names]
    found = Passages(article()).evidence(passages, named, {find_words(article(), each)[0] for each in whole})
    return {TEXT[each.start : each.end]: each for each in found}


def test_evidence_says_where_it_stands_and_what_it_was():
    (found,) = cited("Ben told Ana").values()
    assert (found.id, found.paragraph, found.start, found.end) == ("a:32-44", "2", 32, 44)
    assert found.digest == digest("Ben told Ana")
    assert found.sentences == (digest("Ben told Ana that the ferry was late."),)


def test_a_passage_over_two_sentences_has_the_digests_of_both():
    (found,) = cited("was late. Ana left Suva").values()
    assert len(found.sentences) == 2


@pytest.mark.parametrize(
    ("passage", "shown"),
    [
        # exact, first, last, prefix
        ("Ana met Ben in Suva on Monday", (None, "Ana met", "Monday", None)),
        ("Ben told Ana that the ferry was late", (None, "Ben told", "late", None)),
        ("Suva on Monday", ("Suva on Monday", None, None, None)),
        ("the ferry was late", (None, "the", "late", "Ana that ")),
        ("told Ana", ("told Ana", None, None, None)),
    ],
)
def test_a_passage_is_found_by_as_few_words_as_stand_only_once(passage, shown):
    found = cited(passage)[passage]
    assert (found.exact, found.first, found.last, found.prefix) == shown
    assert found.nearest is None


@pytest.mark.parametrize(
    ("exact", "first", "last", "shown"),
    [
        ("told Ana", None, None, "told Ana"),
        (None, "told", "Ana", "told … Ana"),
        (None, "told", None, "told …"),
        (None, None, "Ana", "… Ana"),
        (None, None, None, ""),
    ],
)
def test_a_passage_shows_all_its_words_or_how_it_begins_and_ends(exact, first, last, shown):
    (passage,) = cited("told Ana").values()
    given = {"exact": exact, "first": first, "last": last}
    assert passage.model_copy(update=given).shown == shown


def test_only_one_passage_of_a_sentence_gets_words_of_its_own():
    found = cited("Ana left Suva by the late ferry", "left Suva", "Ben told Ana")
    assert found["left Suva"].nearest == found["Ana left Suva by the late ferry"].id
    assert found["left Suva"].shown == ""
    assert found["Ben told Ana"].nearest is None


def test_a_name_is_shown_and_leads_to_the_nearest_passage():
    found = cited("Ben told Ana that", "Ana Novak, mayor of Osterby", names=["Osterby"])
    assert found["Osterby"].exact == "Osterby"
    assert found["Osterby"].nearest == found["Ana Novak, mayor of Osterby"].id


def test_a_quotation_is_shown_whole_and_still_has_its_ends():
    passage = "Ben told Ana that the ferry was late"
    found = cited(passage, whole=[passage])[passage]
    assert (found.exact, found.first, found.last) == (passage, "Ben told", "late")


@pytest.mark.parametrize("span", [Span(5, 5), Span(10, 40), Span(30, 32)])
def test_a_passage_that_is_empty_or_crosses_paragraphs_is_refused(span):
    with pytest.raises(ValueError, match="empty or crosses paragraphs"):
        EvidenceBook().cite(article(), span)


def plain(text):
    """As a browser compares: without regard to case and accents."""
    text = unicodedata.normalize("NFKD", text)
    return "".join(each for each in text if not unicodedata.combining(each)).casefold()


def places(text, words):
    """Where words stand in a text, whole."""
    return [m.start() for m in re.finditer(rf"(?<!\w){re.escape(plain(words))}(?!\w)", plain(text))]


@given(
    st.lists(
        st.sampled_from(["ana", "Ana", "bén", "ben", "met", "in-suva", "suva", "."]), min_size=1, max_size=40
    ),
    st.data(),
)
def test_what_leads_to_a_passage_leads_there_and_nowhere_else(words, data):
    text = " ".join(words)
    if not text.strip(". "):
        return
    source = read_article(text, id="a")
    spans = [Span(*m.span()) for m in re.finditer(r"\w[\w-]*", text)]
    first = data.draw(st.integers(0, len(spans) - 1))
    last = data.draw(st.integers(first, len(spans) - 1))
    span = Span(spans[first].start, spans[last].end)
    (found,) = Passages(source).evidence([span], [], [])
    if not found.shown:
        return  # nothing leads there alone
    begin = found.first or found.exact
    (at,) = places(text, (found.prefix or "") + begin + ("" if found.first else found.suffix or ""))
    start = at + len(found.prefix or "")
    assert start == span.start
    if found.last:
        behind = start + len(begin)
        assert behind + places(text[behind:], found.last)[0] == span.end - len(found.last)


def test_a_text_that_repeats_itself_has_passages_that_nothing_leads_to():
    text = " ".join(["The ferry was late."] * 50)
    found = list(Passages(read_article(text, id="a")).evidence([Span(20, 38)], [], []))
    assert [(each.shown, each.nearest) for each in found] == [("", None)]


@pytest.mark.parametrize(
    ("main", "slots", "expected"),
    [
        (["told"], ["Ben told", "late"], ["Ben told Ana that the ferry was late"]),
        (["told"], [], ["Ben told Ana that the ferry was late."]),  # one word says nothing
        (["told Ana that"], [], ["told Ana that"]),
        (["told Ana that"], ["met"], ["told Ana that", "Ana met Ben in Suva on Monday."]),
    ],
)
def test_a_passage_holds_all_that_says_the_fact(main, slots, expected):
    text = article().text
    spans = (
        [find_words(article(), each)[0] for each in main],
        [find_words(article(), each)[0] for each in slots],
    )
    assert [text.slice(span) for span in saying(text, spans[0], *spans[1])] == expected


def test_words_around_a_span_end_with_its_sentence():
    text = article().text
    assert text.slice(around(text, find_words(article(), "Ana left")[0], 3, 1)) == "Ana left Suva"


def test_words_are_found_in_one_paragraph_only():
    assert find_words(article(), "Ana met", "1") == [Span(0, 7)]
    assert find_words(article(), "Monday.\n\nBen") == []
    assert find_words(article(), "Zoe") == []


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("al-Adl group", 2), ("Iran’s 20,000", 3), ("…", 0), ("don't stop", 2)]
)
def test_count_words(text, count):
    assert count_words(text) == count


@pytest.mark.parametrize(("shown", "expected"), [(5, "a b c d e"), (4, "a b c d …"), (1, "a …")])
def test_an_opening_keeps_the_first_words(shown, expected):
    assert opening("a b c d e", shown) == expected


def test_a_passage_without_words_of_its_own_leads_within_its_paragraph():
    first = "Ana Novak met Ben Bo in Suva on a Monday in May, and the two of them left late by ferry."
    article = read_article(f"{first}\n\nCara Lim told them so.", id="a")
    spans = [Span(first.index(w), first.index(w) + len(w)) for w in ("Ana Novak met Ben Bo", "by ferry")]
    told = Span(article.text.text.index("Cara"), len(article.text.text) - 1)
    found = {each.start: each for each in Passages(article).evidence([*spans, told], [], [])}
    assert found[spans[1].start].nearest == found[spans[0].start].id


def test_where_what_led_into_a_paragraph_is_shown_no_more_a_name_that_stands_only_once_does():
    mayor = "Ana Novak, mayor of Osterby"
    found = cited(mayor, names=["Ana Novak", "the ferry was late", "Osterby"])
    assert {each.nearest for words, each in found.items() if words != mayor} == {found[mayor].id}
    found[mayor] = found[mayor].model_copy(update={"exact": None, "first": None, "last": None})
    led = {TEXT[each.start : each.end]: each for each in _led(found.values(), (), {"a": article()})}
    assert led["Ana Novak"].nearest is None
    assert {each.nearest for words, each in led.items() if words != "Ana Novak"} == {led["Ana Novak"].id}
