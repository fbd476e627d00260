import pytest

from dossier.assembly.excerpts import excerpt, said
from dossier.assembly.kept import Answers
from dossier.reading.findings import ClaimFinding, Span
from dossier.reading.text.article import read_article


def answers(text):
    return Answers(read_article(text, id="a"))


def place(text, words):
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "The mayor opened the new harbour of Port Ellis on Monday.",
            "The mayor opened the new harbour of Port Ellis …",
        ),
        (
            "His party would not allow the mill to be sold to the police.",
            "His party would not allow the mill to be sold …",
        ),
        ("The ferries collided.", "The ferries collided"),
        (
            "The town has long kept its ties with Norland and Sudland.",
            "The town has long kept its ties …",
        ),
        (
            'Her office was seeking "a memorandum of understanding" with the port of Ellis.',
            'Her office was seeking "a memorandum of understanding" with the port …',
        ),
    ],
)
def test_a_report_is_cut_where_a_phrase_ends(text, first):
    asked = answers(text)
    cut = excerpt(asked, [Span(0, len(text) - 1)], 6)
    assert cut.words(asked.reading, cut.ends[0]) == first


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Nine bakers have lowered or hope to lower the price of rye.", "have lowered …"),
        ("The new mill in the harbour is safe and quiet but costs too much.", "quiet …"),
        ("If it rains in the night in the old harbour of Ellis, the mill will be shut.", "Ellis …"),
        ("As far as the mill is concerned, the new road isn't any better than the old road.", "any …"),
        ("The mayor hid letters on the fire in a bid to protect the miller.", "bid …"),
        ("No member of the board had a right to sell the mill.", "right …"),
        ("The arrest of the miller was made in conformity with the treaty.", "conformity …"),
        ("She would free the ferry of the town in exchange for the return of a mill.", "exchange …"),
        ("The guards of the town were to fire on looters who refuse to leave.", "looters …"),
        ("The guards of the town were to fire on looters who leave by night with a bag.", "leave …"),
        ("The guards of the town were to fire on looters who leave by night with a bag.", "night …"),
        ("The guards of the town were to fire on looters seen in the mill.", "looters …"),
        ("The tax of the town would not apply to millers with fewer than ten cows.", "millers …"),
        ("A new vote of the whole board will be possible only after a talk with the millers.", "possible …"),
        ("The guards of the old mill are only concerned about their own boats and nets.", "concerned …"),
        ("The paper of the old board was part of trying to win the town for a toll.", "part …"),
        ("The mayor of the old port told of village and county councils that had failed.", "county …"),
        ("The ferry of the town will sail on Monday as long as the lock is open.", "Monday …"),
        ("The ferry of the town will sail on Monday as long as the lock is open.", "long …"),
        ("The ferry will sail on Monday provided that the lock is open.", "Monday …"),
        ("The harvest of the year was counted by the Board of Trade and Industry.", "Trade …"),
        ("The office of the port warned boats of the storm of May too late.", "May …"),
        ("The office of the port paid the millers of the valley less often.", "valley …"),
        ("The office of the port paid the millers of the valley badly.", "valley …"),
        ("The guards of the town shot the miller of the valley by mistake.", "valley …"),
        ("The guards of the town shot the miller of the valley with no warning.", "valley …"),
        ("The lock of the town will serve the millers of the valley only.", "valley …"),
        ("The lords of the town closed the mills of the valley instead of the ferry.", "valley …"),
        ("The lords of the town will free the miller of the valley when he pays.", "valley …"),
        ("The lords of the town turned the old mill of the valley into a hall.", "valley …"),
        ("The board of the port dismissed the letter of the miller as a lie.", "miller …"),
        ("It would be a great and costly effort to close the old mill.", "effort …"),
        ("The lock of the town was no longer in a position to serve.", "longer …"),
        ("The guards of the town fired on the mill of the valley held by looters.", "held …"),
        ("The lords of the old town shared the view that it should close.", "view …"),
        ("The new mill in the old harbour is the one with a key.", "one …"),
        ("The guards of the town were to seize material that could burn.", "material …"),
    ],
)
def test_no_cut_leaves_another_thing_than_was_said(text, never):
    asked = answers(text)
    for fewest in (2, 4, 6, 8):
        cut = excerpt(asked, [Span(0, len(text) - 1)], fewest)
        assert not [end for end in cut.ends if cut.words(asked.reading, end).endswith(never)]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("The guards of the town fired on the looters who had left the mill.", "on the looters …"),
        ("The guards of the town fired on looters, who had left the mill.", "on looters …"),
        ("The guards of the town fired on the looters of the valley yesterday.", "valley …"),
        ("The guards of the town fired on the looters of the valley, apparently drunk.", "valley …"),
        ("The lords of the town freed the miller of the valley when he paid.", "valley …"),
        ("The guards of the town were arrested in the street with a gun.", "in the street …"),
        ("The guards of the town had received letters on the mill.", "had received letters …"),
        ("The guards of the town seized the material that could burn.", "the material …"),
        ("The boats of the old port were held in the lock.", "were held …"),
    ],
)
def test_what_only_tells_more_is_left_out(text, cut):
    asked = answers(text)
    ends = excerpt(asked, [Span(0, len(text) - 1)], 6).ends
    assert any(asked.reading.says(Span(0, end)).endswith(cut.removesuffix(" …")) for end in ends)


@pytest.mark.parametrize(
    "text", ['Her office called the new toll of Port Ellis "a very bad joke".', "The mayor left on Monday."]
)
def test_a_report_may_end_with_all_that_is_said(text):
    asked = answers(text)
    assert excerpt(asked, [Span(0, len(text) - 1)], 6).ends[-1] == len(text) - 1


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("plans for the road were under way to link", "plans for the road were under way …"),
        ("plans for the road were under way to link the mills",
         "plans for the road were under way to link the mills …"),
    ],
)  # fmt: skip
def test_all_of_a_report_that_is_torn_out_of_its_clause_is_no_end_of_it(words, shown):
    text = "Lume said plans for the road were under way to link the mills with the harbour of Ellis."
    asked = answers(text)
    cut = excerpt(asked, [place(text, words)], 5, goes_on=True)
    assert cut.words(asked.reading, cut.ends[-1]) == shown


def test_pieces_are_kept_together_until_there_are_words_enough():
    text = "The mayor accused the union, her oldest friend, of burning the boats in the harbour."
    asked = answers(text)
    cut = excerpt(asked, [place(text, "accused the union"), place(text, "of burning the boats")], 6)
    assert cut.words(asked.reading, cut.ends[0]) == "accused the union … of burning the boats"


@pytest.mark.parametrize(
    ("text", "whole", "least"),
    [
        (
            "The road behind the old mill of the village collapsed in the night of the flood.",
            "collapsed",
            "The road behind the old mill of the village collapsed in the night …",
        ),
        (
            "The road that led for so many years from the old mill of the village by the lake of the lost "
            "bell to the harbour collapsed.",
            "collapsed",
            "The road …",
        ),
        (
            "The mayor believes mending the old road behind the mill now has a strong backing in the town.",
            "has",
            "The mayor believes mending the old road behind the mill now has a strong backing …",
        ),
        ("The road collapsed in the night of the flood.", "collapsed", "The road collapsed in the night …"),
    ],
)
def test_no_excerpt_is_a_subject_without_its_verb(text, whole, least):
    asked = answers(text)
    cut = excerpt(asked, [Span(0, len(text) - 1)], 6)
    assert cut.ends
    assert all(whole in cut.words(asked.reading, end) for end in cut.ends)
    assert cut.words(asked.reading, cut.least) == least


@pytest.mark.parametrize("fewest", range(2, 12))
def test_no_cut_ends_in_a_function_word_or_within_a_name(fewest):
    text = "Ana Novak told the people of Port Ellis that she would not sell the old Salt-Anders mill to Lim."
    asked = answers(text)
    cut = excerpt(asked, [Span(0, len(text) - 1)], fewest)
    for end in (*cut.ends, cut.least):
        last = asked.reading.says(Span(0, end)).split()[-1]
        assert last not in ("the", "of", "that", "to", "and", "would", "Ana", "Port", "Salt", "old"), last


@pytest.mark.parametrize(
    ("text", "target", "told"),
    [
        ("Novak called on Ana Lume to shut the mill.", None, "Novak called on Ana Lume to shut the mill"),
        ("Novak called on Ana Lume to shut the mill.", "Ana Lume", "to shut the mill"),
        ("Novak called to shut the mill.", None, "to shut the mill"),
    ],
)
def test_whom_nobody_knows_is_called_on_in_the_article_s_words(text, target, told):
    asked = answers(text)
    whole = Span(0, len(text) - 1)
    finding = ClaimFinding(
        kind="call",
        claimant="Novak",
        claimant_span=place(text, "Novak"),
        target=target,
        trigger=place(text, "called"),
        wording=whole,
        content=place(text, "to shut the mill"),
    )
    assert [asked.reading.says(span) for span in said(asked, finding, [whole])] == [told]


@pytest.mark.parametrize(
    ("text", "claimant", "content", "told"),
    [
        ("Novak said that the mill was safe.", "Novak", "that the mill was safe", "the mill was safe"),
        ("Novak said the mill was safe.", "Novak", "the mill was safe", "the mill was safe"),
        ("President Ana Novak (AN) pledged ten ships.", "Ana Novak", "ten ships", "pledged ten ships"),
        ("Novak said that the mill was safe.", "Novak", None, "Novak said that the mill was safe"),
        (
            "Novak recommended selling the mill.",
            "Novak",
            "selling the mill",
            "Novak recommended selling the mill",
        ),
        (
            "Novak said nobody selling the mill was safe.",
            "Novak",
            "nobody selling the mill was safe",
            "nobody selling the mill was safe",
        ),
        ("Novak said shut the mill.", "Novak", "shut the mill", "shut the mill"),
        (
            "Novak bought a mill, saying that it was safe.",
            "Novak",
            "that it was safe",
            "Novak bought a mill, saying that it was safe",
        ),
    ],
)
def test_of_a_claim_what_is_said_is_shown(text, claimant, content, told):
    asked = answers(text)
    whole = Span(0, len(text) - 1)
    finding = ClaimFinding(
        kind="statement",
        claimant="Ana Novak",
        claimant_span=place(text, claimant),
        target=None,
        trigger=place(text, next(cue for cue in ("saying", "said", "pledged", "recommended") if cue in text)),
        wording=whole,
        content=place(text, content) if content else None,
    )
    assert [asked.reading.says(span) for span in said(asked, finding, [whole])] == [told]
