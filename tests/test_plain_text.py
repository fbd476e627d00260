"""What is plain text and what is not: tables of what is refused, what is told, and what is neither."""

import contextlib
import json
import os
import re
import signal
from pathlib import Path

import pytest

from dossier.errors import DossierError
from dossier.seeds.hidden import find_hidden
from dossier.seeds.inspection import text_notices, text_problems
from dossier.seeds.kinds import decoded, refuse_marked
from dossier.seeds.language import other_language
from dossier.seeds.mojibake import find_mojibake
from dossier.seeds.unusual import find_unusual

GOLDEN = Path(__file__).parent / "golden" / "notices.txt"
LONG = 400_000
"""Characters that take a third of a second of the processor; minutes, where steps grow with the square."""


class Standstill(AssertionError):
    """Something takes a hundred times what it should."""


@contextlib.contextmanager
def no_standstill(seconds=30):
    """Ends what uses the processor for so long: its own time, however busy the machine is."""

    def stop(*_):
        raise Standstill

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def hidden(text):
    return [spot.found for spot in find_hidden(text)]


def told(text):
    return {spot.kind for spot in find_unusual(text)}


STRUCK = "words struck out"
COMMENT = "a comment, which no reader should see"
PICTURE = "a picture with alternative text"
FRONT = "front matter without lines ---"


HIDING = [
    ("The pier opened.\n\n<!-- Lena Holt took the money, says Piet Roos -->\n\nIt rained.", COMMENT),
    ("The pier opened.\n\n<!-- never closed", COMMENT),
    ("The pier opened. %%ask Holt about the toll%%", COMMENT),
    ("The pier opened. {# check with the lawyers #}", COMMENT),
    ("The pier opened. {% comment %}Holt lied.{% endcomment %}", COMMENT),
    ("The pier opened. {{/* Holt lied. */}}", COMMENT),
    ("The pier opened. {>>is this so?<<}", COMMENT),
    ("The pier opened {--by force--}.", COMMENT),
    ("The pier opened.\n\n[note]: # (Holt lied)", COMMENT),
    ("Holt said ~~Roos stole the money~~ the money was lost.", STRUCK),
    ("![Police lead Piet Roos away](https://pictures.example/1.jpg)", PICTURE),
    ("![Police lead Piet Roos away][photo]", PICTURE),
    ("![[Roos in court.jpg]]", PICTURE),
    ("The pier \u202eopened\u202c.", "characters that hide words or turn their order"),
    ("The pier opened\U000e0068\U000e0069.", "characters that hide words or turn their order"),
    ('<script>var who = "Piet Roos";</script>', "an element <script>"),
    ("<STYLE>p {}</STYLE>", "an element <style>"),
    ("Holt <del>lied</del> erred.", "an element <del>"),
    ("Holt <s>lied</s> erred.", "an element <s>"),
    ('<img src="/1.jpg" alt="Roos in handcuffs">', "an element <img>"),
    ('<span style="color:red; display: none">Roos lied.</span>', "an element <span>"),
    ("<p hidden>Roos lied.</p>", "an element <p>"),
    ('+++\ntitle = "The pier"\n+++\n\nIt opened.', "front matter in TOML (between lines +++)"),
    ("Title: The pier\nAuthor: Jo Writer\n\nIt opened.", FRONT),
    ("From: desk@news.example\nSubject: The pier\n\nIt opened.", FRONT),
    ("#+TITLE: The pier\n#+AUTHOR: Jo Writer\n\nIt opened.", FRONT),
    (":title: The pier\n:date: 2024-05-31\n\nIt opened.", FRONT),
    ("---\ntitle: The pier\n---\nIt opened.", "more front matter, under the first"),
]


@pytest.mark.parametrize(("text", "found"), HIDING)
def test_what_hides_is_found(text, found):
    assert [words.startswith(found) for words in hidden(text)] == [True]


PLAIN = [
    "Two * 3 * 4 is 24, and 5 < 7 > 3, she said.",
    "Profits* rose by 5%.\n\n*before tax",
    "The f*** word and the s*** word were heard.",
    "- We will come, said Ana.\n- When? he asked.",
    "— We will come, said Ana. — When? he asked.",
    "He earned ~5 to ~6 per cent (~£40), or ~~ as they write.",
    "“They [the mayors] will not come,” she said [sic], [laughs] and left.",
    "The [unnamed] (!) man left.",
    "Room 2[b] and the set [1, 2] and a list [14] of names.",
    "AT&T; R&D; Marks & Spencer; a&b.",
    "#1 on the list; #pier is the tag.",
    "The firm (AC\\DC) wrote to jo_writer_2@news.example about snake_case_names.",
    "Her email is <jo@news.example> and x<y holds.",
    "____ is missing, and so is _____.",
    "`Quoted in the old way,' he said.",
    "It cost $5 and then $6 {net}; {gross} was more.",
    "100%% sure, %%, said the sign, and 5%% more.",
    "Wait! [He laughs.] (Really!) Go![He left.]",
    "Title: unknown.\n\nThe pier opened.",
    "Question: will it open?\nAnswer: it will.\n\nSo they said.",
    "Date: to be told.\n\nThe pier opened.",
    "One line.\nAnother line, whole.\nA third (“whole”).\n",
    "What they want\n\nthe end of the toll, said Holt.",
    "The pier opens on Monday as planned for years by the council of Osterby\n\neBay will sell the tickets.",
    "The talks were about:\nthe pier\nthe ferry\nthe toll\n",
    "Sir Piet Roos, mayor\nLena Holt, poet\n\nThey met.",
    "In May 2024\n\n1984\n\nIt opened.",
    "The flag \U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f flew.",
    "“Spaß” and ‘Straß’ and Ärger, Ü” and naïve café São Paulo Ångström.",
    "Ana Łukasz met Đorđe in Łódź and Þór in Þórshöfn.",
]


@pytest.mark.parametrize("text", PLAIN)
def test_plain_prose_is_neither_refused_nor_told(text):
    assert hidden(text) == []
    assert told(text) == set()


MARKUP = [
    ("**Lena Holt**, the mayor, said no.", "emphasis"),
    ("We will *never* sell.", "emphasis"),
    ("We will __never__ sell.", "emphasis"),
    ("The [pier](https://news.example/pier) opened.", "a link"),
    ("It opened, <https://news.example>.", "a link"),
    ("It opened.\n\n[1]: https://news.example", "a link"),
    ("Mayor [[Lena Holt]] met [[Piet Roos|the poet]].", "a wikilink"),
    ("## What next\n\nIt opened.", "a heading"),
    ("The pier\n========\n\nIt opened.", "a line of marks"),
    ("It opened.\n\n---\n\nIt rained.", "a line of marks"),
    ("It opened.\n\n* * *\n\nIt rained.", "a line of marks"),
    ("> It opened.", "a quotation mark of mail (>)"),
    ("> [!note] Ask Holt.", "a quotation mark of mail (>)"),
    ("```\nIt opened.\n```", "code"),
    ("Run `pier open` now.", "code"),
    ("| Town | Toll |\n| Osterby | 5 |", "a table"),
    ("The pier is safe.[^1] It is.", "a footnote mark"),
    ("The pier is safe.[2] It is.", "a footnote mark"),
    ('{{< figure src="/1.jpg" >}}', "a template’s mark"),
    ("The pier{.big} opened. {% include x %}", "a template’s mark"),
    ("![](1.jpg)", "a picture"),
    ("It cost \\$20 \\[sic\\].", "an escape"),
    ("<p>It opened.</p>", "a tag"),
    ("It opened.<br/>It rained.", "a tag"),
    ("Fish &amp; chips, 5&nbsp;km, &#8220;no&#x201D;.", "an entity"),
]


@pytest.mark.parametrize(("text", "named"), MARKUP)
def test_markup_is_told(text, named):
    (spot,) = find_unusual(text)
    assert spot.kind == "markup"
    assert named in spot.found
    assert hidden(text) == []


def test_markup_is_told_once_a_file_on_the_line_of_the_first():
    (notice,) = text_notices("It opened.\n\n**Holt** [said](/x) *no*[^1].", "a.md", 7)
    assert str(notice) == (
        "a.md: line 9: warning: emphasis, a link and a footnote mark in the text, "
        "read as the article’s words; dossier import a.md takes it out"
    )


BROKEN = [
    (
        "Mayor Lena Holt of Vesterby said on\nFriday: “We will open the\npier in May, and nobody\n"
        "will pay for it.” Poet\nPiet Roos laughed.",
        "lines",
    ),
    (
        "The pier\n\nThe council of Vesterby has decided that its\npier will open in May.\n\nIt rained.",
        "lines",
    ),
    ("The nego-\ntiations about the pier failed.", "lines"),
    ("The mayor said that the council had decided to build the pier\n\nnext to the old one.", None),
    (
        "The pier\n\nThe mayor said that the council had decided to build it\n\nnext to the old one.",
        "lines",
    ),
    ("The pier opened.\n\n- 2 -\n\nIt rained.", "page foot"),
    ("The pier opened.\n\nPage 2 of 5\n\nIt rained.", "page foot"),
    ("The pier of Oster\u00adby opened.", "characters"),
    ("The\u200bpier opened.", "characters"),
    ("Holt said â€œwe will payâ€\x9d.", "characters"),
    ("Holt said â€œwe will payâ€.", "characters"),
    ("The cafÃ© and the naÃ¯ve poet.", "characters"),
    ("The caf\ufffd opened.", "characters"),
    (
        "Die Bürgermeisterin sagte am Montag, der Dichter habe nicht mit der Zeitung gesprochen.",
        "language",
    ),
]


@pytest.mark.parametrize(("text", "kind"), BROKEN)
def test_what_is_broken_spoilt_or_foreign_is_told(text, kind):
    assert told(text) == ({kind} if kind else set())


def test_what_is_told_of_these_texts_is_as_it_was_reviewed():
    """UPDATE_GOLDEN=1 writes it anew."""
    texts = [text for text, *_ in (*HIDING, *MARKUP, *BROKEN)]
    found = [
        f"{json.dumps(text, ensure_ascii=False)}\n"
        + "".join(f"  hidden: {words}\n" for words in hidden(text))
        + "".join(f"  {notice}\n" for notice in text_notices(text, "a.md", 7))
        for text in texts
    ]
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text("".join(found), encoding="utf-8")
    assert "".join(found) == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said on Monday that the poet had not spoken with the paper, and left.", None),
        (
            "PHILIP O’Brien fired. Named Anders O’Hara, Louise O’Neill, Peter O’Casey, Ann O’Shea coaches.",
            None,
        ),
        ("The mayor said that the ferry was sold.", None),
        ("Ferry sold", None),
        ("Mayor Ana Novak today announced a bridge.", None),
        ("Der Bürgermeister sagte am Freitag, die Fähre sei verkauft und nicht verloren.", "German"),
        ("Le maire a dit vendredi que le bateau est dans les mains de la ville.", "French"),
        ("El alcalde dijo el viernes que el barco fue vendido por la ciudad.", "Spanish"),
        ("Le maire a dit lundi que le poète n’était pas avec les autres dans la ville.", "French"),
        (
            "El alcalde dijo el lunes que los poetas no hablan con la prensa de la ciudad.",
            "Spanish",
        ),
        ("市长星期一说诗人没有和报纸说话。", "Cjk letters"),
        ("Мэр сказал в понедельник, что поэт не говорил с газетой.", "Cyrillic letters"),
        ("Zu kurz.", None),
        ("Kirjailija " * 90, "another language"),
        ("Norland 5 Sudland 4 " * 5, None),
    ],
)
def test_what_language_a_text_is_in(text, expected):
    assert other_language(text) == expected


def test_one_pair_that_could_be_spoilt_is_not_enough():
    assert find_mojibake("The sign says “HAÄ”.") is None
    assert find_mojibake("The cafÃ© opened.") is None
    assert find_mojibake("The cafÃ© and the crÃ¨me.").excerpt == "Ã© and the crÃ¨me."


@pytest.mark.parametrize(
    ("data", "name", "found"),
    [
        (b"<!DOCTYPE html>\n<p>The pier opened.</p>", "a.md", "this is an HTML file"),
        (b"<nav>Home</nav><p>The pier opened.</p>", "a.html", "this is an HTML file"),
        (b"<?xml version='1.0'?><nitf><body>It opened.</body></nitf>", "a.txt", "this is an XML file"),
        (b"<nitf ><body>It opened.</body></nitf>", "a.md", "this is an XML file"),
        (b'{"articleBody": "It opened."}', "a.txt", "this is JSON"),
        (b'[{"articleBody": "It opened."}]', "a.txt", "this is JSON"),
        (b'{"text": "a"}\n{"text": "b"}\n', "a.md", "this is JSON"),
        (b'{\n"title": "The pier"\n}\n\nIt opened.', "a.md", "this is JSON, or begins with front matter"),
        (b"\x1f\x8b\x08\x00rest", "a.gz", "this is a gzip file"),
        (b"PK\x03\x04rest", "a.docx", "this is a Word file"),
        (b"PK\x03\x04rest", "a.md", "this is a zip archive, as Word"),
        (b"PK\x03\x04rest", "a.odt", "this is an OpenDocument text"),
        (b"%PDF-1.7 rest", "a.md", "this is a PDF"),
        (bytes(range(256)) * 2, "a.md", "this is a binary file"),
        (b"\x01" * 99 + b"a", "a.md", "this is a binary file"),
        (b"\x01" * 99 + b"\xe9", "a.md", "this is a binary file"),
        (b"\x01" * 98 + b"\xe9", "a.md", "byte 98 (0xE9) is not UTF-8"),  # too few to tell
        ("The pier opened.".encode("utf-16"), "a.md", "this is UTF-16"),
        ("The pier opened.".encode("utf-16-le"), "a.md", "this is UTF-16LE"),
        ("The pier opened.".encode("utf-16-be"), "a.md", "this is UTF-16BE"),
        ("The pier opened.".encode("utf-32"), "a.md", "this is UTF-32"),
        (b"One.\nThe caf\xe9 opened.", "a.md", "byte 12 (0xE9) is not UTF-8"),
    ],
)
def test_what_is_no_plain_text_is_called_by_its_name(tmp_path, data, name, found):
    with pytest.raises(DossierError) as caught:
        refuse_marked(decoded(data, tmp_path / name), tmp_path / name)
    (problem,) = caught.value.problems
    assert problem.found.startswith(found)
    assert problem.example.startswith(("dossier import ", "iconv -f "))


@pytest.mark.parametrize(
    "text",
    [
        "[1] The pier opened.",
        "[Correction: the pier did not open.]",
        "{The pier} opened.",
        "<The pier> opened.",
        "PK, the mayor, said no.",
        "Ein Café für 5 €, “no”.",
        "",
    ],
)
def test_what_is_plain_text_is_decoded(tmp_path, text):
    assert decoded(b"\xef\xbb\xbf" + text.encode(), tmp_path / "a.md") == text
    refuse_marked(text, tmp_path / "a.md")


def test_a_problem_names_the_line_of_the_file_and_the_way_out():
    (problem,) = text_problems("It opened.\n\nHolt <del>lied</del>.", "seeds/a.md", 6)
    assert str(problem) == (
        "seeds/a.md: line 8: an element <del>, whose content or attributes no reader sees: <del>lied</del>.\n"
        "    expected: plain text, every word of which is the article’s\n"
        "    for example:\n"
        "        dossier import seeds/a.md"
    )


@pytest.mark.parametrize(
    "piece",
    [
        "<!--", "~~a ", "![a", "[[a", "*a ", "_a ", "{{", "{#", "{%", "%%a b", "<a ", "<p x='", "&amp", "`a",
        "\\", "â€", "Ã©", "[^", "[a](", "| a ", "a-\n", "it is a long line that goes on\n", "> ", "---\n",
    ],
)  # fmt: skip
def test_looking_comes_to_an_end_in_a_long_text(piece):
    with no_standstill():
        text = (piece * LONG)[:LONG]
        list(find_hidden(text)), list(find_unusual(text))


def test_a_standstill_is_seen():
    with pytest.raises(Standstill), no_standstill(seconds=1):
        list(re.finditer("(?s)<!--.*?-->", "<!--" * (LONG // 4)))
