from datetime import date
from typing import get_args

import pytest

from dossier.facts import ArticleRef, Fact
from dossier.model import Claim, Event, Evidence, ReportedDate
from dossier.site.pages import wording
from dossier.site.pages.addresses import page_path, relative, text_fragment
from dossier.site.pages.names import NameIndex
from dossier.site.pages.when import by_date, days, is_uncertain
from dossier.vocabularies import (
    ActorKind,
    AgreementKind,
    AgreementStatus,
    AliasType,
    ClaimKind,
    DateBasis,
    PlaceKind,
    Predicate,
    QuoteForm,
)


def values(vocabulary):
    return get_args(get_args(vocabulary)[0])


def fact(value):
    return Fact(value=value, read_by="rules", evidence=("a:0-1",))


def dated(edtf, kind="on"):
    return fact(
        ReportedDate(as_reported="x", kind=kind, edtf=edtf, precision="x", basis="explicit", rule="x")
    )


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (0, "no news articles"),
        (1, "one news article"),
        (2, "two news articles"),
        (9, "nine news articles"),
        (10, "10 news articles"),
    ],
)
def test_numbers_to_nine_are_words_in_a_running_sentence(number, told):
    assert wording.counted(number, "news article") == told
    assert wording.count(number, "record")[:1] == (str(number)[0] if number else "N")


@pytest.mark.parametrize(
    ("table", "kinds"),
    [
        ("actor_kinds", ActorKind),
        ("actor_kinds_plural", ActorKind),
        ("place_kinds", PlaceKind),
        ("agreement_kinds", AgreementKind),
        ("agreement_statuses", AgreementStatus),
        ("claim_kinds", ClaimKind),
        ("claim_titles", ClaimKind),
        ("alias_types", AliasType),
        ("date_bases", DateBasis),
        ("quote_forms", QuoteForm),
        ("predicates", Predicate),
    ],
)
def test_there_is_a_word_for_every_kind(table, kinds):
    assert set(getattr(wording.wording(), table)) == set(values(kinds))


@pytest.mark.parametrize("kind", values(ClaimKind))
@pytest.mark.parametrize("target", [None, "the Reed Circle"])
def test_every_claims_title_names_the_claimant(kind, target):
    claim = Claim(
        id="c",
        kind=fact(kind),
        claimant_as_reported=fact("x"),
        wording_as_reported=fact("x"),
        evidence=("a:0-1",),
        method="x",
    )
    assert "Sudland" in wording.claim_title(claim, "Sudland", target, None)


@pytest.mark.parametrize(
    ("kind", "claimant", "target", "title"),
    [
        ("statement", "a statement from the port", None, "A statement from the port"),
        ("statement", "a statement from the port", "Norland", "A statement from the port about Norland"),
        (
            "accusation",
            "a statement from the port",
            "Norland",
            "Accusation in a statement from the port against Norland",
        ),
        ("statement", "a letter", None, "Statement in a letter"),
        ("denial", "the report of the board", None, "Denial in the report of the board"),
        ("statement", "Statement Bank", None, "Statement by Statement Bank"),
        ("statement", "the Norton Post", None, "Statement by the Norton Post"),
        ("denial", "The Norton Post", None, "Denial by The Norton Post"),
        ("denial", "a post", None, "Denial in a post"),
        (
            "statement",
            "a spokesman for the letter writers",
            None,
            "Statement by a spokesman for the letter writers",
        ),
    ],
)
def test_what_holds_somebodys_words_makes_no_statement_itself(kind, claimant, target, title):
    claim = Claim(
        id="c",
        kind=fact(kind),
        claimant_as_reported=fact("x"),
        wording_as_reported=fact("x"),
        evidence=("a:0-1",),
        method="x",
    )
    assert wording.claim_title(claim, claimant, target, None) == title


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2019-04-22", "22 April 2019"),
        ("2019-02", "February 2019"),
        ("2019", "2019"),
        ("2018~", "about 2018"),
        ("2019-04?", "April 2019 (uncertain)"),
        ("201X", "the 2010s"),
        ("2019-04-15/2019-04-21", "15 April 2019 to 21 April 2019"),
        ("../2019-04", "up to April 2019"),
        ("/2019-04", "up to April 2019"),
        ("2019-04/..", "from April 2019"),
        ("2019-04/", "from April 2019"),
        ("2018-21", "spring 2018"),
        ("something else", "something else"),
    ],
)
def test_edtf_in_words(edtf, words):
    assert wording.edtf_in_words(edtf) == words


@pytest.mark.parametrize(
    ("edtf", "span"),
    [
        ("2019-04-22", (date(2019, 4, 22), date(2019, 4, 22))),
        ("2020-02", (date(2020, 2, 1), date(2020, 2, 29))),
        ("2019", (date(2019, 1, 1), date(2019, 12, 31))),
        ("2018-11/2019-04~", (date(2018, 11, 1), date(2019, 4, 30))),
        ("2018-23", (date(2018, 9, 1), date(2018, 11, 30))),
        ("2018-24", (date(2018, 12, 1), date(2019, 2, 28))),
        ("201X", (date(2010, 1, 1), date(2019, 12, 31))),
        ("2019-13", None),
        ("2019-02-31", None),
        ("../2019", (date.min, date(2019, 12, 31))),
        ("[..2019-04-21]", (date.min, date(2019, 4, 21))),
        ("[2019-04-21..]", (date(2019, 4, 21), date.max)),
        ("[2019-04-15..2019-04]", (date(2019, 4, 15), date(2019, 4, 30))),
        ("[2019-04-15..2019-03]", None),
        ("2019-04/..", (date(2019, 4, 1), date.max)),
        ("../..", None),
        ("2019/2018", None),
        ("", None),
    ],
)
def test_days_a_date_may_mean(edtf, span):
    assert days(dated(edtf)) == span


@pytest.mark.parametrize(
    ("kind", "edtf", "words"),
    [
        ("on", "2019-04-18", "18 April 2019"),
        ("within", "2019-02", "some time in February 2019"),
        ("within", "2019", "some time in 2019"),
        ("within", "2018~", "about 2018"),
        ("within", "[2019-04-15..2019-04-21]", "some time between 15 and 21 April 2019"),
        ("within", "[2019-04-20..2019-04-21]", "20 or 21 April 2019"),
        ("within", "[2019-03-31..2019-04-01]", "31 March or 1 April 2019"),
        ("within", "[2019-03-28..2019-04-03]", "some time between 28 March and 3 April 2019"),
        ("within", "[2018-12-30..2019-01-02]", "some time between 30 December 2018 and 2 January 2019"),
        ("within", "[2019-02..2019-04]", "some time between February 2019 and April 2019"),
        ("during", "2019-04-21/2019-04-22", "21 to 22 April 2019"),
        ("during", "2019-02/2019-04", "February 2019 to April 2019"),
        ("before", "[..2019-04-21]", "no later than 21 April 2019"),
        ("after", "[2019-04..]", "no earlier than April 2019"),
    ],
)
def test_a_date_of_each_kind_in_words(kind, edtf, words):
    assert wording.when(dated(edtf, kind)) == words


def test_no_date_means_no_days():
    assert days(None) is None


def test_only_one_day_is_certain():
    assert not is_uncertain((date(2019, 4, 22), date(2019, 4, 22)))
    assert is_uncertain((date(2019, 4, 21), date(2019, 4, 22)))


def test_events_in_order_the_undated_last():
    def event(id, edtf):
        return Event(id=id, type=fact("other"), title=fact(id), date=dated(edtf) if edtf else None)

    events = [event("c", ""), event("b", "2019-04-22"), event("a", "2019-02"), event("d", "2019-04-22")]
    assert [each.id for each in by_date(events)] == ["a", "b", "d", "c"]


@pytest.mark.parametrize(
    ("words", "torn"),
    [
        ("to answer …", True),
        ("a quick rise in …", True),
        ("they sailed for many years …", False),
        ("to answer", False),
        ("accused the league … of theft", False),
    ],
)
def test_a_few_words_before_an_ellipsis_say_nothing(words, torn):
    assert wording.is_torn(words) is torn


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("a b c", 3, "a b c"),
        ("a b, c", 2, "a b …"),
        ("a  b", 5, "a b"),
        ("", 3, ""),
        ("We shall come home with the boats on Monday", 8, "We shall come home with the boats …"),
        ("We shall all come home soon, with the boats on Monday", 8, "We shall all come home soon …"),
        ("So it is, and so it will be for a long time", 8, "So it is, and so it …"),
        ("We shall, he said, all come home with the boats", 9, "We shall, he said, all come home …"),
        ("They sailed for many long years, and, sadly, no one", 9, "They sailed for many long years …"),
        ("They sailed home with old Ada Berg and others", 7, "They sailed home with old Ada Berg …"),
        ("They sailed home with old Ada Berg and others", 6, "They sailed home with old …"),
        ("They all sailed home at last with Ada Berg and others", 8, "They all sailed home at last …"),
    ],
)
def test_shortened(text, words, expected):
    assert wording.shortened(text, words) == expected


@pytest.mark.parametrize(
    ("words", "expected"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_listed(words, expected):
    assert wording.listed(words) == expected


@pytest.mark.parametrize(
    ("target", "origin", "expected"),
    [
        ("actors/a/", "events/b/", "../../actors/a/"),
        ("actors/a/", "actors/b/", "../a/"),
        ("actors/", "actors/a/", "../"),
        ("actors/a/", "", "actors/a/"),
        ("", "timeline/", "../"),
        ("articles/x/#p4", "actors/a/", "../../articles/x/#p4"),
        ("articles/x/#p4", "articles/x/", "#p4"),
        ("actors/a/", "actors/a/", "./"),
        ("feed.xml", "actors/a/", "../../feed.xml"),
    ],
)
def test_relative_addresses(target, origin, expected):
    assert relative(target, origin) == expected


def test_names_in_a_text():
    from small_dossier import small_dossier

    dossier = small_dossier()
    names = NameIndex((*dossier.actors, *dossier.places))
    assert names.find("Berg and Ada Berg met at Port Alma, not Port Almas") == ("ada-berg", "port-alma")
    assert names.find("Ada Berg, Norton, Port Alma") == ("ada-berg", "norton", "port-alma")
    assert names.find("nobody (RC)") == ()  # two letters are too few to be sure
    same = dossier.places[0].model_copy(update={"id": "other"})
    assert NameIndex((*dossier.places, same)).find("Port Alma and Norton") == ("norton",)


@pytest.mark.parametrize(
    ("shown", "fragment"),
    [
        ({"exact": "in May"}, "in%20May"),
        ({"exact": "two-day", "prefix": "a "}, "a-,two%2Dday"),
        ({"exact": "Berg, too & so on", "suffix": " said"}, "Berg%2C%20too%20%26%20so%20on,-said"),
        ({"first": "a b", "last": "k"}, "a%20b,k"),
        ({"exact": "a b c d k", "first": "a b", "last": "k"}, "a%20b,k"),
        ({"first": "a b", "prefix": "x "}, "x-,a%20b"),
        ({"first": "a b c d e f g h", "last": "k"}, "a%20b%20c%20d%20e%20f,k"),
        ({"first": "a b c d e f g h", "prefix": "x "}, "x-,a%20b%20c%20d%20e%20f%20g%20h"),
        ({"exact": "“Süd”"}, "%E2%80%9CS%C3%BCd%E2%80%9D"),
    ],
)
def test_text_fragments(shown, fragment):
    passage = Evidence(
        id="a:0-9",
        article=ArticleRef("a"),
        paragraph="1",
        start=0,
        end=9,
        digest="0" * 12,
        sentences=("0" * 12,),
        **shown,
    )
    assert text_fragment(passage) == fragment


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("", "index.md"),
        ("actors/", "actors/index.md"),
        ("actors/a/", "actors/a.md"),
        ("timeline/", "timeline.md"),
    ],
)
def test_files_of_pages(url, path):
    assert page_path(url) == path


LONG = "At least three sailors were killed and a dozen more injured in a fire on a ferry near the old pier"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (f"{LONG}.", 10, "At least three sailors were killed and a dozen more …"),
        (
            f"{LONG}, according to police.",
            12,
            "At least three sailors were killed …, according to police.",
        ),
        (
            f"{LONG}, according to the Post, according to police.",
            16,
            "At least three sailors were killed …, according to the Post, according to police.",
        ),
        (
            f"{LONG}. This claim is not verified.",
            15,
            "At least three sailors were killed and a dozen more … This claim is not verified.",
        ),
        ("A ferry sank, according to police.", 10, "A ferry sank, according to police."),
    ],
)
def test_no_shortened_sentence_loses_whose_word_it_is(text, words, expected):
    assert wording.shortened_sentence(text, words) == expected
    within = wording.sentence_within(text, len(text) - 5)
    assert within.endswith(expected[-18:]) or "…" in within[-2:]
    assert len(within) <= len(text)
