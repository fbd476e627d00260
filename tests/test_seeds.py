"""Seed files: what reads, and the exact words for what doesn't."""

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from dossier.errors import DossierError
from dossier.seeds.articles import load_document, load_seeds, slug_of
from dossier.seeds.door import list_folder
from first_dossier import SEEDS

HEAD = "headline: Two towns share a bridge\npublisher: The Daily Example\ndatePublished: 2024-05-31\n"
TEXT = "Two towns share a bridge\n\nThe mayor of Osterby said on Friday the bridge would open.\n"


@pytest.fixture
def seeds(tmp_path, monkeypatch):
    """Writes seed files into a folder `seeds` under the working directory, and loads them."""
    monkeypatch.chdir(tmp_path)
    Path("seeds").mkdir()

    def load(files):
        for name, content in files.items():
            data = content if isinstance(content, bytes) else content.encode()
            Path("seeds", name).write_bytes(data)
        return load_seeds(list_folder(Path("seeds")))

    return load


def seed(head=HEAD, text=TEXT):
    return f"---\n{head}---\n{text}"


def problems(load, files):
    with pytest.raises(DossierError) as caught:
        load(files)
    return list(map(str, caught.value.problems))


def test_the_seed_article_is_byte_for_byte_the_one_given():
    (found,) = load_seeds(list_folder(SEEDS))
    data = found.path.read_bytes()
    body = data[data.index(b"\n---\n") + 5 :]
    assert len(body) == 5611
    assert sha256(body).hexdigest() == "e9a939cead02f2bf5e958a935a0ad0fa6902ada5f5f52d5177314df3a173d758"
    assert found.article.text.text == body.decode()
    assert found.metadata.author == ("Asad Hashim",)
    assert found.metadata.publisher == "Al Jazeera"
    assert found.metadata.datePublished == date(2019, 4, 22)
    assert found.metadata.dateline == "Islamabad, Pakistan"


def test_what_a_short_seed_holds(seeds):
    (found,) = seeds({"two-towns.md": seed()})
    assert found.article.id == found.metadata.id == "two-towns"
    assert found.article.text.text == TEXT.strip("\n")
    assert found.article.kinds == ("headline", "paragraph")
    assert found.metadata.paragraphs == 1
    assert found.metadata.sha256 == sha256(TEXT.strip("\n").encode()).hexdigest()


SUM = f"sha256: {sha256(TEXT.strip(chr(10)).encode()).hexdigest()}\n"


@pytest.mark.parametrize(
    "content",
    [
        seed(HEAD + SUM),
        seed(HEAD + SUM, TEXT.rstrip("\n")),
        seed(HEAD + SUM, "\n" + TEXT + "\n\n"),
        seed(HEAD + SUM).replace("\n", "\r\n"),
        seed(HEAD + SUM).replace("\n", "\r"),
        "\ufeff" + seed(HEAD + SUM),
        seed(HEAD + SUM).replace("---\n", "---  \n", 1),
    ],
    ids=["as it is", "no newline at the end", "blank lines around", "Windows", "old Mac", "BOM", "blanks"],
)
def test_forms_of_a_file_that_read_and_sum_alike(seeds, content):
    (found,) = seeds({"two-towns.md": content})
    assert found.article.text.text == TEXT.strip("\n")


@pytest.mark.parametrize(
    "text",
    [
        "No quotation stands in this article, and it reads.",
        '"We agree," she said.',
        "“We agree,” she said.",
        "“We agree,\" she said. 'So do we”, they said.",
        '“We agree, she said. We don’t” ‘ ’ " «',
        "<b>Bold</b> **bold** [link](javascript:x) {{ config }} {% raw %} `code` ~~~",
        "---\nA line of hyphens opens the text, and one closes it.\n---",
        "Ein Satz mit Umlauten: äöü, 日本語, עברית, 🚂.",
    ],
)
def test_any_text_is_kept_as_it_is(seeds, text):
    (found,) = seeds({"two-towns.md": seed(text=text)})
    assert found.article.text.text == text


KEY_TABLE = [
    (
        "publisher: The Daily Example\n",
        "",
        'seeds/a.md: front matter: the key "publisher" is missing\n'
        "    expected: who published it, on one line\n"
        "    for example:\n"
        "        publisher: The Daily Example",
    ),
    (
        "2024-05-31",
        "2024-02-30",
        'seeds/a.md: line 4: datePublished is "2024-02-30"\n'
        "    expected: the day the article was published, as YYYY-MM-DD\n"
        "    for example:\n"
        "        datePublished: 2024-05-31",
    ),
    (
        "2024-05-31",
        "31 May 2024",
        'seeds/a.md: line 4: datePublished is "31 May 2024"\n'
        "    expected: the day the article was published, as YYYY-MM-DD\n"
        "    for example:\n"
        "        datePublished: 2024-05-31",
    ),
    (
        "The Daily Example",
        "",
        "seeds/a.md: line 3: publisher is empty\n"
        "    expected: who published it, on one line\n"
        "    for example:\n"
        "        publisher: The Daily Example",
    ),
    (
        "The Daily Example",
        "[One, Two]",
        "seeds/a.md: line 3: publisher holds a list\n"
        "    expected: who published it, on one line\n"
        "    for example:\n"
        "        publisher: The Daily Example",
    ),
    (
        "publisher:",
        "author: A\npublisher:\n  - x\nurl: javascript:alert(1)\nx-ignored:",
        None,
    ),
    (
        "headline:",
        "headlines: x\nheadline:",
        'seeds/a.md: line 2: unknown key "headlines" (did you mean headline?)\n'
        "    expected: one of id, headline, alternativeHeadline, dateline, author, publisher, datePublished, "
        "url, inLanguage, copyrightNotice, licence, sha256, archivedAt, corrected, retracted, previous, "
        "text, original, originalSha256, "
        "warc, warcSha256\n"
        "    for example:\n"
        "        headline: Two towns agree to share a bridge",
    ),
    (
        "headline:",
        "url: javascript:alert(1)\nheadline:",
        'seeds/a.md: line 2: url is "javascript:alert(1)"\n'
        "    expected: the article’s own address, with http:// or https://\n"
        "    for example:\n"
        "        url: https://news.example/2024/5/31/bridge",
    ),
    (
        "headline:",
        "inLanguage: fr\nheadline:",
        'seeds/a.md: line 2: inLanguage is "fr"\n'
        "    expected: en, or en with a country (en-GB): the rules read English only\n"
        "    for example:\n"
        "        inLanguage: en",
    ),
    (
        "headline:",
        "id: Two Towns\nheadline:",
        'seeds/a.md: line 2: id is "Two Towns"\n'
        "    expected: small letters and digits, joined by hyphens (the name of the article’s page)\n"
        "    for example:\n"
        "        id: two-towns-share-a-bridge",
    ),
    (
        "headline:",
        "headline: Another\nheadline:",
        'seeds/a.md: line 3: the key "headline" stands twice (first on line 2)\n    expected: each key once\n'
        "    for example:\n"
        "        headline: the value that is meant",
    ),
    (
        "headline:",
        "text: secret\nheadline:",
        'seeds/a.md: line 2: text is "secret"\n    expected: public, or private for a text that stands in '
        "the folder private and is not committed\n    for example:\n"
        "        text: private",
    ),
    (
        "headline: Two",
        "headline: Towns: two",
        "seeds/a.md: line 2: the front matter is not YAML: mapping values are not allowed here\n"
        '    expected: one "key: value" a line; a value with ": " in it, or a mark before it, '
        "in quotation marks\n"
        "    for example:\n"
        '        headline: "Bridge: two towns agree"',
    ),
]


@pytest.mark.parametrize(("before", "after", "message"), KEY_TABLE)
def test_the_words_for_a_wrong_key(seeds, before, after, message):
    found = problems(seeds, {"a.md": seed(HEAD.replace(before, after, 1))})
    if message is None:
        assert len(found) == 3, "every wrong key is told, not the first alone"
    else:
        assert found == [message]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("Just a text.", "seeds/a.md: line 1: no front matter: the first line is not ---"),
        ("", "seeds/a.md: line 1: no front matter: the first line is not ---"),
        (
            '+++\ntitle = "x"\n+++\nIt opened.\n',
            "seeds/a.md: line 1: front matter in TOML (between lines +++)",
        ),
        (f"---\n{HEAD}\n{TEXT}", "seeds/a.md: line 1: the front matter opened here never ends"),
        (
            "---\n- a\n- b\n---\n" + TEXT,
            "seeds/a.md: line 2: the front matter has no keys and values",
        ),
        (f"---\n{'[' * 5000}\n---\n{TEXT}", "seeds/a.md: line 2: it is nested too deeply"),
        (
            f"---\n{HEAD}x: \x07\n---\n{TEXT}",
            "seeds/a.md: line 5: the front matter is not YAML: it holds U+0007",
        ),
        (seed(text=""), "seeds/a.md: the article has no text"),
        (seed(text=" \n\n\t\n"), "seeds/a.md: the article has no text"),
        (seed(text="One.\nTwo\x00.\n"), "seeds/a.md: line 7: U+0000, a control"),
        (seed(text="One\x92s."), "seeds/a.md: line 6: U+0092, a control"),
        (seed(text="One \ufdd0 \U0002ffff."), "seeds/a.md: line 6: U+FDD0, a control"),
        (seed('author: "A\\x07"\n' + HEAD), "seeds/a.md: line 2: U+0007, a control"),
        (seed().encode() + b"caf\xe9", "seeds/a.md: line 9: byte 186 (0xE9) is not UTF-8"),
        (seed().encode("utf-16"), "seeds/a.md: this is UTF-16\n"),
    ],
)
def test_the_words_for_a_wrong_file(seeds, content, message):
    (found,) = problems(seeds, {"a.md": content})
    assert found.startswith(message)


def test_the_words_for_a_wrong_checksum(seeds):
    digest = sha256(b"Another text.").hexdigest()
    assert problems(seeds, {"a.md": seed(HEAD + SUM, "Another text.")}) == [
        f"seeds/a.md: line 5: the text’s sha256 is {digest}, the front matter says {SUM.split()[1]}\n"
        "    expected: the text as it was when the checksum was taken; after a wanted change, "
        "the new checksum\n"
        "    for example:\n"
        f"        sha256: {digest}\n"
        "        previous:\n"
        f"        - {{sha256: {SUM.split()[1]}, until: 2024-06-03}}"
    ]


def test_one_blank_more_inside_the_text_is_a_wrong_checksum(seeds):
    (found,) = problems(seeds, {"a.md": seed(HEAD + SUM, TEXT.replace("the bridge", "the  bridge"))})
    assert "line 5: the text’s sha256 is" in found


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (
            {"a_b.md": seed(), "a-b.md": seed()},
            'seeds/a_b.md: its id "a-b" is already that of seeds/a-b.md\n'
            "    expected: another file name, or a key id of its own\n"
            "    for example:\n"
            "        id: a-b-2",
        ),
        (
            {"x.md": seed(HEAD + "id: con\n")},
            'seeds/x.md: "con" can’t name an article’s page\n'
            "    expected: a file name, or a key id, of small letters and digits joined by hyphens; "
            "not index, con or another name that sites or systems keep\n"
            "    for example:\n"
            "        id: two-towns-share-a-bridge",
        ),
        (
            {"index.md": seed()},
            'seeds/index.md: "index" can’t name an article’s page\n'
            "    expected: a file name, or a key id, of small letters and digits joined by hyphens; "
            "not index, con or another name that sites or systems keep\n"
            "    for example:\n"
            "        id: two-towns-share-a-bridge",
        ),
    ],
)
def test_the_words_for_an_id_that_will_not_do(seeds, names, message):
    assert problems(seeds, names) == [message]


def test_every_problem_of_every_file_at_once(seeds):
    found = problems(seeds, {"a.md": "no", "b.md": seed("x: 1\n", ""), "c.md": seed()})
    assert [line.split(":")[0] for line in found] == ["seeds/a.md"] + ["seeds/b.md"] * 5


def test_a_folder_without_articles(seeds):
    assert problems(seeds, {})[0].startswith("seeds: no article here")
    with pytest.raises(DossierError, match="nowhere: no such folder"):
        load_seeds(list_folder(Path("nowhere")))


@pytest.mark.parametrize(
    ("name", "slug"),
    [("A Café_in 2024", "a-cafe-in-2024"), ("000_f61f", "000-f61f"), ("---", ""), ("Łódź", "odz")],
)
def test_a_file_name_as_an_id(name, slug):
    assert slug_of(name) == slug


@pytest.mark.parametrize(
    ("content", "id", "published"),
    [
        ("Plain text, nothing more.", "the-file", None),
        ("---\ntitle: T\ndatePublished: 2024-05-31\nlayout: post\n---\nText.", "the-file", date(2024, 5, 31)),
        ("---\nid: other\npublished: 2024-05-31\nsha256: wrong\n---\nText.", "other", date(2024, 5, 31)),
    ],
)
def test_a_document_needs_no_front_matter_and_no_checksum(tmp_path, content, id, published):
    path = tmp_path / "The_file.txt"
    path.write_text(content, encoding="utf-8")
    article = load_document(path).article
    assert (article.id, article.published) == (id, published)


@pytest.mark.parametrize("content", ["", "---\ntitle: T\n"])
def test_a_document_that_cannot_be_read(tmp_path, content):
    path = tmp_path / "a.txt"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DossierError):
        load_document(path)


@pytest.mark.parametrize(
    ("own", "other", "value"),
    [("datePublished", "published", "soon"), ("headline", "title", "[a, b]"), ("headline", "title", '""')],
)
def test_a_key_by_its_other_name_is_explained_as_by_its_own(tmp_path, own, other, value):
    def told(key):
        path = tmp_path / "a.txt"
        path.write_text(f"---\n{key}: {value}\n---\nText.", encoding="utf-8")
        with pytest.raises(DossierError) as caught:
            load_document(path)
        return [(p.expected, p.example) for p in caught.value.problems]

    assert told(other) == told(own)
    assert all(example.startswith(f"{own}: ") for _, example in told(other))


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://news.example/a#:~:text=Deal", "https://news.example/a"),
        ("https://news.example/a#live:~:text=x,y", "https://news.example/a#live"),
        ("https://news.example/a#live", "https://news.example/a#live"),
    ],
)
def test_a_link_copied_with_a_highlight_is_the_address_alone(seeds, given, kept):
    (found,) = seeds({"a.md": seed(f"{HEAD}url: {given}\n")})
    assert found.metadata.url == kept
