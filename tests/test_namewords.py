"""What single words tell of somebody: a given name, a title or a noun, and of whom it is one."""

import pytest

from dossier.reading.names.namewords import gender_words, is_given_name


@pytest.mark.parametrize(
    ("word", "gender"),
    [("anna", "female"), ("mrs", "female"), ("son", "male"), ("ivan", "male"), ("mayor", None), ("", None)],
)
def test_a_word_tells_whether_somebody_is_a_man_or_a_woman(word, gender):
    assert gender_words().get(word) == gender


@pytest.mark.parametrize(("word", "given"), [("Anna", True), ("ivan", True), ("the", False), ("", False)])
def test_a_word_is_a_given_name(word, given):
    assert is_given_name(word) is given
