"""What a page has told is named by its title the second time."""

import pytest

from dossier.site.pages.repeated import telling

LETTER = (
    "The ferry board wrote a letter to Norland on 3 May 2021, accusing it of neglect of the pier at Norton."
)


@pytest.mark.parametrize(
    ("sentence", "before"),
    [
        ("The ferry board accused Norland of neglect of the pier at Norton.", LETTER),
        ("A rail link between Norton and Reed is planned, according to Ada Berg.",
         "Reed is a port of Norland, to which a rail link from Norton is planned, according to Ada Berg."),
        ("Ada Berg said that a rail link between Norton and Reed was being planned.",
         "A rail link between Norton and Reed is planned, according to Ada Berg."),
        ("Berg pledged ten ships to Norland.", "Berg pledged ten ships to Norland."),
    ],
)  # fmt: skip
def test_a_sentence_that_another_has_told_in_other_words_or_the_same(sentence, before):
    assert telling(sentence).is_in(telling(before), 0.9)


@pytest.mark.parametrize(
    ("sentence", "before"),
    [
        ("The ferry board accused Sudland of neglect of the pier at Norton.", LETTER),
        ("Sudland accused Norland of neglect.", "Norland accused Westland of neglect."),
        ("Officials say that the Reed Circle has worked from Norland.",
         "Officials say that the Hill Club has worked from Norland."),
        ("Ada Berg visited Norton on 3 May 2021.", "Ada Berg met Jon Dahl in Norton on 3 May 2021."),
        ("Nine sailors were killed in fire on 3 May 2021.", "Nine sailors were killed in fire in May 2021."),
        ("At least 12 sailors were hurt.", "At least 14 sailors were hurt."),
    ],
)  # fmt: skip
def test_a_sentence_that_tells_something_more_or_of_others(sentence, before):
    assert not telling(sentence).is_in(telling(before), 0.9)
