import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.assembly import evidence
from dossier.assembly.evidence import EvidenceBook, count_words, shorten, unique_context
from dossier.editing.sources import find_words
from dossier.reading.findings import Span
from dossier.reading.text.article import read_article

TEXT = "Ana met Ben in Suva.\n\nBen told Ana that the ferry was late. Ana left Suva."


def article(text=TEXT):
    return read_article(text, id="a")


def cited(span):
    book = EvidenceBook()
    (evidence,) = book.select([book.cite(article(), span)])
    return evidence


@pytest.mark.parametrize(
    ("passage", "nth", "prefix", "suffix"),
    [
        ("ferry", 0, "", ""),
        ("Ana", 0, "", " m"),
        ("Ana", 1, "", " t"),
        ("Ana", 2, "", " l"),
        ("Suva", 1, "t ", ""),
    ],
)
def test_context_is_the_fewest_characters_that_make_a_passage_unique(passage, nth, prefix, suffix):
    found = cited(find_words(article(), passage)[nth])
    assert (found.prefix, found.exact, found.suffix) == (prefix, passage, suffix)


def test_evidence_says_where_it_stands():
    found = cited(find_words(article(), "the ferry was late")[0])
    assert (found.id, found.paragraph, found.start) == ("a:40-58", "2", 40)


@pytest.mark.parametrize("span", [Span(5, 5), Span(10, 30), Span(20, 22)])
def test_a_passage_that_is_empty_or_crosses_paragraphs_is_refused(span):
    with pytest.raises(ValueError, match="empty or crosses paragraphs"):
        EvidenceBook().cite(article(), span)


@pytest.mark.parametrize(
    ("limit", "focus", "lead", "expected"),
    [
        (99, None, 0, "Ben told Ana that the ferry was late"),
        (3, None, 0, "Ben told Ana"),
        (3, "that", 0, "that the ferry"),
        (3, "ferry", 2, "that the ferry"),
        (3, "late", 0, "ferry was late"),
        (2, "Ben", 1, "Ben told"),
    ],
)
def test_shorten_keeps_the_focus_and_its_lead(limit, focus, lead, expected):
    whole = find_words(article(), "Ben told Ana that the ferry was late")[0]
    at = TEXT.index(focus, whole.start) if focus else 0
    span = shorten(TEXT, whole, Span(at, at + len(focus)) if focus else None, limit, lead)
    assert TEXT[span.start : span.end] == expected


def test_a_focus_elsewhere_is_none():
    whole = find_words(article(), "Ben told Ana")[0]
    assert shorten(TEXT, whole, Span(0, 3), 1) == Span(whole.start, whole.start + 3)


def test_words_are_found_in_one_paragraph_only():
    assert find_words(article(), "Ana", "1") == [Span(0, 3)]
    assert find_words(article(), "Suva.\n\nBen") == []
    assert find_words(article(), "Zoe") == []


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("al-Adl group", 2), ("Iran’s 20,000", 3), ("…", 0), ("don't stop", 2)]
)
def test_count_words(text, count):
    assert count_words(text) == count


@given(st.text(alphabet="ab c.\n", min_size=1, max_size=60), st.data())
def test_context_makes_any_passage_unique(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    context = unique_context(text, Span(start, end))
    assert 0 <= context.start <= start < end <= context.end <= len(text)
    passage = text[context.start : context.end]
    assert text.find(passage, text.find(passage) + 1) < 0


def test_a_paragraph_printed_twice_is_told_apart_by_what_stands_around():
    twice = read_article("One.\n\n(Applause.)\n\nTwo.\n\n(Applause.)\n\nThree.", id="a")
    book = EvidenceBook()
    first, second = book.select([book.cite(twice, span) for span in find_words(twice, "(Applause.)")])
    assert first.prefix + first.exact + first.suffix != second.prefix + second.exact + second.suffix


@given(st.sampled_from(["The gate is shut. ", "ab", "a"]), st.integers(2, 40), st.data())
def test_in_a_repeated_sentence_the_context_is_the_least_that_is_unique(unit, times, data):
    text = f"{unit * times}End."
    start = data.draw(st.integers(0, times - 1)) * len(unit)
    span = Span(start, start + len(unit))
    context = unique_context(text, span)
    words = text[context.start : context.end]
    assert context.start <= span.start < span.end <= context.end
    assert text.find(words) == text.rfind(words)


def test_looks_at_the_text_grow_with_the_digits_of_its_length(monkeypatch):
    looks = []
    once = evidence._occurs_once
    monkeypatch.setattr(evidence, "_occurs_once", lambda *given: looks.append(1) or once(*given))
    counts = []
    for times in (30, 300, 3000):
        looks.clear()
        unique_context("The gate is shut. " * times, Span(180, 197))
        counts.append(len(looks))
    assert counts[2] - counts[1] <= counts[1] - counts[0] + 6
    assert counts[2] < 150
