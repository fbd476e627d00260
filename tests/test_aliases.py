"""An editor's other spellings: told by the name itself, by the article's words, or by a source."""

import pytest

from dossier.assembly.aliases import is_spelling
from making import source
from stories import dossier_of
from stories import source as read_source
from test_assembly import made, problems, record
from test_gate_leaves import verdicts


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("Riff Liga", "Reef League", True),
        ("Tawola", "Mere Tavola", True),
        ("Tavola", "Mere Tavola", True),
        ("RL", "Reef League", True),
        ("Анна Лунина", "Anna Lunina", True),
        ("عمر خان", "Omar Khan", True),
        ("The Butcher", "Mere Tavola", False),
        ("Reef Butchers", "Reef League", False),
        ("Карл Берг", "Anna Lunina", False),
        ("M. Tavola", "Mere Tavola", True),
        ("K. Tavola", "Mere Tavola", False),
        ("T. Tavola", "Mere Tavola", False),
        ("SRL", "Reef League", False),
        ("Muhamad Tavola", "Mohammed Tavola", True),
        ("Yusuf", "Yousuf Tavola", True),
        # of four consonants one may be another, of three none
        ("Marinka", "Marinda Tavola", True),
        ("Marika", "Marida Tavola", False),
        ("Husayn", "Hussein Lunin", True),
        ("Qasem Lunin", "Kassim Lunin", True),
        ("Umar", "Omar Lunin", True),
        ("Aly Lunin", "Ali Lunin", True),
        ("Aleksandr Tavolin", "Alexander Tavolin", True),
        ("Dmitriy", "Dmitri Tavolin", True),
        ("Abdelkrim", "Abd el-Krim", True),
        ("Юрий Таволин", "Yuri Tavolin", True),
        ("قاسم لونين", "Qasem Lunin", True),
        ("یوسف طاولا", "Yousef Tavola", True),
        ("جيش العزم", "Jaish al-Azm", True),
        ("يونس", "Yunus Lunin", True),  # one letter for “u” and “v”
        ("سوريا الحرة", "Suria Hurra", True),
        ("Alona Lunina", "Avlona Lunina", False),
        ("Salvo Tavola", "Salo Tavola", False),
        ("قاسم لونين", "Omar Lunin", False),
        ("Niger", "Niger Reef League", True),
        ("Malawi", "Mali", False),
        ("Mali", "Malawi", False),
        ("Nigeria", "Niger", False),
        ("Niger", "Nigeria", False),
        ("Australia", "Austria", False),
        ("Austria", "Australia", False),
        ("Slovenia", "Slovakia", False),
        ("Slovakia", "Slovenia", False),
        ("Yemen", "Oman", False),
        ("Oman", "Yemen", False),
        ("Nigeria Reef League", "Niger Reef League", False),
        ("Нигерия", "Niger", False),
        ("Hunan", "Henan", False),
        ("Martinez", "Martin Tavola", False),
        ("Ole", "Ali", False),
        ("Ali", "Ole Lunin", False),
        ("علي", "Ole Lunin", False),
        ("Berg", "Borg League", False),
        ("Borg League", "Berg", False),
        ("Amir Lunin", "Omar Lunin", False),
        ("Anna Linen", "Anna Lunina", False),
    ],
)
def test_a_spelling_sounds_as_the_name_does(text, name, told):
    assert is_spelling(text, name) is told


def test_another_name_says_where_it_is_from():
    entry = {"words": "Reef League", "aliases": ["Ocean Butchers"]}
    assert problems(actors=[entry]) == [
        (
            "actors[0].aliases[0]",
            "“Ocean Butchers” is no spelling of “Reef League”, and nothing says where it is from",
        )
    ]
    sourced = {**entry, "aliases": [{"text": "Ocean Butchers", "source": "its website"}]}
    actor = record(made(source(actors=[sourced])), "reef-league")
    assert [(a.value.text, a.source) for a in actor.aliases][-1] == ("Ocean Butchers", "its website")


def test_the_words_of_another_name_stand_in_the_article():
    entry = {"words": "Reef League", "aliases": [{"text": "the Kelp", "because": "or the Kelp"}]}
    where, found = problems(actors=[entry])[0]
    assert where == "actors[0].aliases[0]: because"
    assert "“or the Kelp”, which the alias “the Kelp” rests on, does not stand" in found


def alias_of(text, **spelling):
    spelling = {"text": "the Kelp", **spelling}
    made_of = read_source("kelp", text, actors=[{"words": "Reef League", "aliases": [spelling]}])
    (league,) = (each for each in dossier_of(made_of).actors if each.id == "reef-league")
    return next(alias for alias in league.aliases if alias.value.text == "the Kelp")


QUOTED = (
    "The Reef League met in Suva. “The Reef League is also the Kelp,” said Mere Tavola, the mayor of Suva."
)


def test_a_name_has_all_the_grounds_that_are_given_and_is_the_word_of_whoever_says_it():
    quoted = alias_of(QUOTED, because="The Reef League is also the Kelp", source="its website")
    assert quoted.evidence
    assert quoted.source == "its website"
    assert [voice.actor for voice in quoted.according_to] == ["mere-tavola"]
    own = alias_of(QUOTED, because="The Reef League is also the Kelp", according_to="article")
    assert own.according_to == ()


@pytest.mark.parametrize(
    ("because", "answer"), [("Reef League, also called the Kelp", "holds"), ("the Kelp met", "not shown")]
)
def test_words_give_a_name_only_with_the_one_it_has(because, answer):
    text = "The Reef League, also called the Kelp, met in Suva. On Monday the Kelp met again in Nadi."
    entry = {"words": "Reef League", "aliases": [{"text": "the Kelp", "because": because}]}
    article = read_source("kelp", text, actors=[entry])
    found = verdicts(dossier_of(article), (article.article,))
    alias = next(each for path, each in found.items() if ".aliases" in path and each.read_by == "editor")
    assert alias.answer == answer


@pytest.mark.parametrize(
    ("alias", "because", "answer"),
    [
        (
            "Reef League Front",
            "The Reef League Front burned the mill while the Reef League slept",
            "not shown",
        ),
        ("League", "The Reef League Front burned the mill while the Reef League slept", "holds"),
    ],
)
def test_a_longer_name_is_no_other_name_because_it_holds_the_one(alias, because, answer):
    entry = {"words": "Reef League", "aliases": [{"text": alias, "because": because}]}
    text = "The Reef League met in Suva. The Reef League Front burned the mill while the Reef League slept."
    article = read_source("kelp", text, actors=[entry])
    found = verdicts(dossier_of(article), (article.article,))
    told = {
        path: each for path, each in found.items() if ".aliases" in path and each.fact.value.text == alias
    }
    assert {each.answer for each in told.values()} == {answer}, told
