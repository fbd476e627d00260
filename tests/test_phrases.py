import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.reading.grammar.noun_phrases import appositions, noun_phrase_at, noun_phrase_ending
from dossier.reading.grammar.subjects import clause_subject, subject_of
from dossier.reading.grammar.verb_groups import agent_of, verb_group
from dossier.reading.text.tokens import Text

WORDS = st.lists(
    st.sampled_from(
        [
            "the",
            "a",
            "Ann",
            "Lee",
            "said",
            "who",
            "that",
            "and",
            ",",
            ".",
            "(",
            ")",
            "—",
            "of",
            "in",
            "was",
            "not",
            "to",
            "army",
            "attacked",
            "two",
            "weeks",
            "ago",
            "his",
            "saying",
            "“",
            "”",
        ]
    ),
    min_size=1,
    max_size=30,
)


def at(read, word):
    return next(i for i, token in enumerate(read.tokens) if token.text == word)


def words(read, phrase):
    return None if phrase is None else read.slice(phrase.span(read))


@pytest.mark.parametrize(
    ("sentence", "verb", "subject", "route"),
    [
        ("Vell said so.", "said", "Vell", "adjacent"),
        ("The northern army has not yet attacked.", "attacked", "The northern army", "adjacent"),
        ("The head of the Suva council said so.", "said", "The head of the Suva council", "adjacent"),
        ("Sen. J. P. Vell later said so.", "said", "Sen. J. P. Vell", "adjacent"),
        ("Vell on Tuesday said so.", "said", "Vell", "adjacent"),
        ("Vell two weeks ago said so.", "said", "Vell", "adjacent"),
        ("Vell, a doctor at the clinic, said so.", "said", "Vell", "past_insertion"),
        ("Vell (Suva) said so.", "said", "Vell", "past_insertion"),
        ("Vell, who won in 2010, said so.", "said", "Vell", "past_insertion"),
        ("Vell, during a meeting in Suva, Fiji, said so.", "said", "Vell", "past_insertion"),
        ("The party’s leader, Ana Vell, said so.", "said", "Ana Vell", "past_insertion"),
        ("The man who shot the mayor said so.", "said", "The man", "past_relative"),
        ("A man wearing a hat said so.", "said", "A man", "past_relative"),
        ("Vell, who said so, left.", "said", "Vell", "past_relative"),
        ("The army rose and attacked the town.", "attacked", "The army", "coordinated"),
        ("Officials say the army attacked.", "attacked", "the army", "adjacent"),
        ("Another said so.", "said", "Another", "adjacent"),
        ("Ana defended Ben and Vell said so.", "said", "Vell", "adjacent"),
        ("He wanted to attack.", "attack", None, None),
        ("Said so.", "Said", None, None),
    ],
)
def test_subjects(sentence, verb, subject, route):
    read = Text(sentence)
    found = subject_of(read, at(read, verb))
    assert (words(read, found), found and found.route) == (subject, route)


@pytest.mark.parametrize(
    ("sentence", "first", "phrase"),
    [
        ("the northern army of Suva attacked", "the", "the northern army of Suva"),
        ("Ana Vell and Ben Tarr spoke", "Ana", "Ana Vell and Ben Tarr"),
        ("a heavily armed group fled", "a", "a heavily armed group"),
        ("counsel James A. Vell wrote", "counsel", "counsel James A. Vell"),
        ("she left", "she", "she"),
        ("another left", "another", "another"),
        ("Ana’s two brothers left", "Ana", "Ana’s two brothers"),
        ("and left", "and", None),
        ("quickly left", "quickly", None),
    ],
)
def test_noun_phrases_to_the_right(sentence, first, phrase):
    read = Text(sentence)
    assert words(read, noun_phrase_at(read, at(read, first))) == phrase


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("He met the mayor of Suva", "the mayor of Suva"),
        ("They said that Vell", "Vell"),
        ("He shot the besieged town", "the besieged town"),
        ("He shot Suva’s besieged town", "Suva’s besieged town"),
        ("He shot Suva’s badly besieged town", "Suva’s badly besieged town"),
        ("He left besieged town", "town"),
        ("They left quickly", None),
    ],
)
def test_noun_phrases_to_the_left(sentence, phrase):
    read = Text(sentence)
    assert words(read, noun_phrase_ending(read, len(read.tokens))) == phrase


@pytest.mark.parametrize(
    ("sentence", "verb", "group"),
    [
        ("It was not signed.", "signed", ("was not signed", True, False)),
        ("They will sign it.", "sign", ("will sign", False, False)),
        ("They have never been asked.", "asked", ("have never been asked", True, False)),
        ("They didn't sign it.", "sign", ("didn't sign", False, False)),
        ("They want to sign it.", "sign", ("to sign", False, True)),
        ("They signed it.", "signed", ("signed", False, False)),
    ],
)
def test_verb_groups(sentence, verb, group):
    read = Text(sentence)
    found = verb_group(read, at(read, verb))
    span = read.text[read.tokens[found.first].start : read.tokens[at(read, verb)].end]
    assert (span, found.passive, found.infinitive) == group


def test_agents_and_appositions():
    read = Text("The town, a port in the north, was shelled on Monday by the Red Hand.")
    assert words(read, agent_of(read, at(read, "shelled"))) == "the Red Hand"
    assert [words(read, p) for p in appositions(read, noun_phrase_at(read, 0))] == ["a port in the north"]


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("On Monday, the mayor called it off.", "the mayor"),
        ("Speaking to the press, Vell called it off.", "Vell"),
        ("But Vell has called it off.", "Vell"),
        ("After a long, hot summer, the mayor left.", "the mayor"),
        ("Last week was quiet.", None),
    ],
)
def test_subjects_of_clauses(sentence, subject):
    read = Text(sentence)
    assert words(read, clause_subject(read, 0, len(read.tokens))) == subject


@given(WORDS)
def test_whatever_the_words_phrases_stay_inside_their_sentence(parts):
    read = Text(" ".join(parts))
    for index, token in enumerate(read.tokens):
        assert token.word_class
        sentence = read.sentence_at(token.start)
        for found in (
            subject_of(read, index),
            agent_of(read, index),
            noun_phrase_at(read, index),
            noun_phrase_ending(read, index + 1),
        ):
            if found is not None:
                assert sentence.first <= found.first <= found.head < found.stop <= sentence.stop
