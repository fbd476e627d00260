import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.reading.findings import Span
from dossier.reading.text.tokens import Text

WILD = st.text(st.sampled_from("aB1 .,?!\n\r\t()“”‘’\"'-–’s€é中\u2028_@#"), max_size=200)


def sentences(text):
    read = Text(text)
    return [read.slice(sentence) for sentence in read.sentences]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("It rained.", ["It", "rained", "."]),
        ("Ana’s car", ["Ana", "’s", "car"]),
        ("Ana's car", ["Ana", "'s", "car"]),
        ("the al-Sul group", ["the", "al-Sul", "group"]),
        ("O’Dea didn't go", ["O’Dea", "didn't", "go"]),
        ("U.S. troops at 4:30pm", ["U.S.", "troops", "at", "4:30pm"]),
        ("$20bn, 1,200 on the 19th", ["$", "20bn", ",", "1,200", "on", "the", "19th"]),
        ("see https://a.example/b, @ana #news", ["see", "https://a.example/b,", "@ana", "#news"]),
        ("wait... no", ["wait", "...", "no"]),
        ("Luckow\u00adbrandt sa\u200bid\ufeff", ["Luckowbrandt", "said"]),
        ("Nova\u0301k\u2019s boat", ["Nov\u00e1k", "\u2019s", "boat"]),
        ("\u200fOlga \u202bNils\u202c", ["Olga", "Nils"]),
        ("Sana‘a and the Ka‘bah, ‘so’ said", ["Sana‘a", "and", "the", "Ka‘bah", ",", "‘", "so", "’", "said"]),
        ("\u02bfAli of Nuku\u02bbalofa", ["\u02bfAli", "of", "Nuku\u02bbalofa"]),
    ],
)
def test_tokens(text, tokens):
    assert [token.text for token in Text(text).tokens] == tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. It stopped.", ["It rained.", "It stopped."]),
        ("Dr. A. Q. Vell spoke. He left.", ["Dr. A. Q. Vell spoke.", "He left."]),
        ("It cost 3.5 million. Nobody paid.", ["It cost 3.5 million.", "Nobody paid."]),
        ("In the U.S. Senate they wait.", ["In the U.S. Senate they wait."]),
        ("He left the U.S. The army stayed.", ["He left the U.S.", "The army stayed."]),
        ("On Jan. 5 it snowed. All cheered.", ["On Jan. 5 it snowed.", "All cheered."]),
        ("“It rained. It poured,” she said. He nodded.", ["“It rained. It poured,” she said.", "He nodded."]),
        ("“It rained.” He nodded.", ["“It rained.”", "He nodded."]),
        ("“It rained,” she said. “It poured.”", ["“It rained,” she said.", "“It poured.”"]),
        ("(It rained.) He nodded.", ["(It rained.)", "He nodded."]),
        ("Is it so? Yes! Well…", ["Is it so?", "Yes!", "Well…"]),
        ("Monday, May 5, 2031 On Sunday it snowed.", ["Monday, May 5, 2031", "On Sunday it snowed."]),
        ("Monday, May 5, 2031 was a cold day.", ["Monday, May 5, 2031 was a cold day."]),
        ("Monday, May 5, 2031, It snowed.", ["Monday, May 5, 2031, It snowed."]),
    ],
)
def test_sentences(text, expected):
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\r\nTwo.\r\n", ["One.", "Two."]),
        ("  One. \n \n\tTwo.", ["One.", "Two."]),
        ("", []),
        ("\n\n", []),
    ],
)
def test_blocks(text, blocks):
    read = Text(text)
    assert [read.slice(block) for block in read.blocks] == blocks


@given(WILD)
def test_offsets_and_slices_always_agree(text):
    read = Text(text)
    for index, token in enumerate(read.tokens):
        assert text[token.start : token.end] == token.text == read.slice(token)
        assert read.token_at(token.start) == index
        assert not token.text.isspace()
    for before, after in zip(read.tokens, read.tokens[1:], strict=False):
        assert before.end <= after.start
    for sentence in read.sentences:
        assert read.tokens[sentence.first].start == sentence.start
        assert read.tokens[sentence.stop - 1].end == sentence.end
        assert read.sentence_at(sentence.start) is sentence
        assert read.token_range(Span(sentence.start, sentence.end)) == (sentence.first, sentence.stop)
    for number, block in enumerate(read.blocks):
        assert read.block_at(block.start) == number
        inside = [s for s in read.sentences if s.block == number]
        assert [(a.stop) for a in inside[:-1]] == [b.first for b in inside[1:]]
        assert (inside[0].first, inside[-1].stop) == (block.first, block.stop)


@pytest.mark.parametrize(
    "text",
    [
        "word " * 20_000,
        "a" * 100_000,
        "a." * 50_000,
        ". " * 50_000,
        "“" * 50_000,
        '"a' * 50_000,
        "x'" * 50_000,
        "1,2" * 30_000,
        "www." * 30_000,
        "\n" * 100_000,
    ],
)
def test_hostile_text_reads_to_a_bounded_size(text):
    read = Text(text)
    assert len(read.tokens) <= len(text)
    assert len(read.sentences) <= len(read.tokens)
    assert sum(1 for _ in read.quotations) <= len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pier is shut.Nobody came.", ["The pier is shut.", "Nobody came."]),
        ("See example.org or Node.Js in the U.S.Senate.", ["See example.org or Node.Js in the U.S.Senate."]),
        ("It is at files.Example.org today.", ["It is at files.Example.org today."]),
    ],
)
def test_sentences_without_a_space_between(text, expected):
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "One. Two said: “Three.”\n\n  Four – it’s 1,000 at 4:30pm, U.S. time …  \n\tFive",
        "Zo\u0308e van den Berg\u00ad, “S\u00e3o\nTom\u00e9”, al-Amin\u200b.",
        "",
    ],
)
def test_tokens_that_were_let_go_of_come_again_as_they_were(text):
    read = Text(text)
    before, sentences = read.tokens, [(read.slice(each), each.first, each.stop) for each in read.sentences]
    read.let_go()
    assert "tokens" not in vars(read)
    assert read.token_range(Span(0, len(text))) == (0, len(before))
    assert read.tokens == before
    assert [(read.slice(each), each.first, each.stop) for each in read.sentences] == sentences
