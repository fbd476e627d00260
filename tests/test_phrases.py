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
        ("Vell two seasons ago said so.", "said", "Vell", "adjacent"),
        ("Vell this morning said so.", "said", "Vell", "adjacent"),
        ("The mayor that week said so.", "said", "The mayor", "adjacent"),
        ("Two weeks ago said so.", "said", "Two weeks", "adjacent"),
        ("Gov. Vell said so.", "said", "Gov. Vell", "adjacent"),
        ("Mrs. A. Vell said so.", "said", "Mrs. A. Vell", "adjacent"),
        ("The leader A. Vell said so.", "said", "The leader A. Vell", "adjacent"),
        ("Vell left the Assembly. guards said so.", "said", "guards", "adjacent"),
        ("Vell met the Gen . guards said so.", "said", "guards", "adjacent"),
        ("the gen. guards said so.", "said", "guards", "adjacent"),
        ("They’ve said so.", "said", "They’ve", "adjacent"),
        ("It has since signed so.", "signed", "It", "adjacent"),
        ("A fund of $5 rose.", "rose", "A fund of $5", "adjacent"),
        ("She and Ann said so.", "said", "Ann", "adjacent"),
        ("Vell, a doctor at the clinic, said so.", "said", "Vell", "past_insertion"),
        ("Vell (Suva) said so.", "said", "Vell", "past_insertion"),
        ("Vell, who won in 2010, said so.", "said", "Vell", "past_insertion"),
        ("Vell, during a meeting in Suva, Fiji, said so.", "said", "Vell", "past_insertion"),
        ("Officials say that Vell, a doctor, said so.", "said", "Vell", "past_insertion"),
        ("In May, Vell, a doctor, said so.", "said", "Vell", "past_insertion"),
        ("Ann said “go”, Vell, a doctor, wrote so.", "wrote", None, None),
        ("Vell, a man of “the north”, said so.", "said", None, None),
        ("A man, he wrote; a fool, said so.", "said", None, None),
        ("The man who shot Vell (Suva) said so.", "said", "The man", "past_insertion"),
        ("The man who shot Vell, who left, said so.", "said", "The man", "past_insertion"),
        ("The party’s leader, Ana Vell, said so.", "said", "Ana Vell", "past_insertion"),
        ("The man who shot the mayor said so.", "said", "The man", "past_relative"),
        ("A man wearing a hat said so.", "said", "A man", "past_relative"),
        ("The man that shot Vell said so.", "said", "The man", "past_relative"),
        ("The men that have shot Vell said so.", "said", "The men", "past_relative"),
        ("The news that Ann shot Vell said so.", "said", "Vell", "adjacent"),
        ("Vell, who said so, left.", "said", "Vell", "past_relative"),
        ("The army rose and attacked the town.", "attacked", "The army", "coordinated"),
        ("Ann met Holt, who rose and attacked the town.", "attacked", "Holt", "coordinated"),
        ("It rained; the army rose and attacked the town.", "attacked", "the army", "coordinated"),
        ("“Go on”, he rose and attacked the town.", "attacked", "he", "coordinated"),
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
        ("He met Ana and Ben left", "Ana", "Ana"),
        ("met Ana and Ben left", "Ana", "Ana"),
        ("He sat with Ana and Ben left", "Ana", "Ana"),
        ("He drove to Suva and Nadi was shut", "Suva", "Suva"),
        ("He spoke to Ana and Ben", "Ana", "Ana and Ben"),
        ("a $5 fee rose", "a", "a $5 fee"),
        ("badly armed men fled", "badly", None),
        ("Sen. A. Vell left", "Sen", "Sen. A. Vell"),
        ("gov. Vell left", "gov", "gov"),
        ("Mr. A . Vell left", "Mr", "Mr"),
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
        ("The man of besieged towns", "towns"),
        ("He called a halt, told Ann", "Ann"),
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
        ("They were signing it.", "signing", ("were signing", False, False)),
        ("They were since signed.", "signed", ("were since signed", True, False)),
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
    ("sentence", "agent"),
    [
        ("The town was shelled by Ann.", "Ann"),
        ("The town was shelled, by Ann.", None),
        ("The town was shelled; stood by Ann.", None),
        ("The town was shelled “by Ann”.", None),
        ("The town was shelled (by Ann).", None),
    ],
)
def test_no_agent_stands_behind_a_mark(sentence, agent):
    read = Text(sentence)
    assert words(read, agent_of(read, at(read, "shelled"))) == agent


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("On Monday, the mayor called it off.", "the mayor"),
        ("Speed on Monday, Vell called it off.", "Speed"),
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
