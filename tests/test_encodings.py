"""What encoding bytes are in, and the ends of lines."""

import codecs

import pytest

from dossier.seeds.encodings import marked_encoding, unix_lines, unmarked_encoding

WORDS = "The pier opened."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), "UTF-16"),
        (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), "UTF-16"),
        (codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"), "UTF-32"),
        (codecs.BOM_UTF32_BE + WORDS.encode("utf-32-be"), "UTF-32"),
        (codecs.BOM_UTF8 + WORDS.encode(), None),
        (WORDS.encode(), None),
        (b"", None),
    ],
)
def test_a_mark_tells_the_encoding(data, encoding):
    assert marked_encoding(data) == encoding


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (WORDS.encode("utf-16-le"), "UTF-16LE"),
        (WORDS.encode("utf-16-be"), "UTF-16BE"),
        ("Pier".encode("utf-16-le"), "UTF-16LE"),
        ("Pier".encode("utf-16-be"), "UTF-16BE"),
        ("Pie".encode("utf-16-le"), None),  # three letters are too few to tell
        (f"{WORDS}\n{WORDS}\nФальк".encode("utf-16-le"), "UTF-16LE"),
        ("Фальк, Фальк".encode("utf-16-le"), None),
        (WORDS.encode(), None),
        (WORDS.encode("utf-32-le"), None),
        (b"\0" * 40, None),
        ((WORDS * 60).encode("utf-16-le") + b"\xff" * 4000, "UTF-16LE"),  # the first thousand bytes tell
    ],
)
def test_without_a_mark_the_zeros_tell_it(data, encoding):
    assert unmarked_encoding(data) == encoding


def test_lines_end_as_on_unix():
    assert unix_lines("a\r\nb\rc\n\r\nd\n\re") == "a\nb\nc\n\nd\n\ne"
