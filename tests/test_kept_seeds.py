"""What is kept of a seed makes what its file makes; what is damaged or private is read anew."""

import sqlite3
import zlib
from contextlib import closing
from hashlib import sha256

import pytest

from dossier.errors import DossierError
from dossier.reading.digest_cache import DigestCache
from dossier.seeds.articles import load_seed, load_seeds
from dossier.seeds.door import list_folder
from dossier.seeds.kept import KeptSeeds
from made_articles import made_articles

HEAD = "---\nheadline: {}\nauthor: Mara Brandt\npublisher: The Hill\ndatePublished: 2024-05-03\n{}---\n{}\n"
TEXTS = {
    "plain": ("A mill", "", "A mill\n\nWEXCOMBE (The Hill) – Ana Lume opened a mill.\n\nSource: The Hill"),
    "quoted": (
        "Bells",
        "alternativeHeadline: They ring\n",
        "Bells\n\nThey ring\n\n“It rings,” said Orla Quennell. “He told me ‘ring it’ twice.\n\n"
        "“And I did.”\n\nA bell",
    ),
    "wrapped": (
        "Boats",
        "licence: CC BY 4.0\nurl: https://hill.example/boats\n",
        "Boats\n\nThe *old* boat that Ivo Stam\nhad bought in Osterby was\nsunk by the storm in May."
        "\n\n- one boat\n- two boats",
    ),
    "odd": (
        "Mills",
        "",
        "Mills\n\nThe mi\u00adll of Nor\u0301dby is <b>old</b>, said Ana Lume &amp; others.",
    ),
}


@pytest.fixture
def seeds(tmp_path):
    folder = tmp_path / "seeds"
    folder.mkdir()
    for name, (headline, more, text) in TEXTS.items():
        (folder / f"{name}.md").write_text(HEAD.format(headline, more, text))
    for article in made_articles(3):
        (folder / f"{article.id}.md").write_text(article.seed)
    return folder


def loaded(seeds):
    """The seeds with what was kept before, and the names of those whose files were taken apart."""
    folder = list_folder(seeds)
    kept = KeptSeeds(folder.articles, DigestCache("seeds", "seeds", seeds.parent / ".cache"))
    try:
        return load_seeds(folder, load=kept.load), [path.stem for path in kept.read]
    finally:
        kept.keep()


def told(seed):
    """All that a seed holds, but for its tokens where they were let go of."""
    text = vars(seed.article.text)
    article = {
        name: getattr(seed.article, name) for name in ("id", "kinds", "dateline", "title", "published")
    }
    more = {name: getattr(seed.article, name) for name in ("publisher", "author", "mask", "_labels")}
    parts = ("text", "prose", "blocks", "quotations", "sentences", "_sentence_starts", "_block_starts")
    laid = {name: text[name] for name in parts}
    words = seed.article.text.tokens, seed.article.text.token_at(9), list(seed.article.text._token_starts)
    return seed.path, seed.metadata, seed.notices, seed.is_private, article, more, laid, words


def test_a_seed_as_it_was_kept_is_the_seed_of_its_file(seeds):
    paths = sorted(seeds.glob("*.md"))
    expected = [told(load_seed(path)) for path in paths]
    first, read = loaded(seeds)
    assert (list(map(told, first)), len(read)) == (expected, len(paths))
    again, read = loaded(seeds)
    assert (list(map(told, again)), read) == (expected, [])
    kinds = [seed.notices for seed in again if seed.path.stem == "odd"]
    assert kinds != [()]
    quotations = [each for seed in again for each in seed.article.text.quotations]
    assert {each.depth for each in quotations} == {0, 1}
    assert [type(each.inner).__name__ for each in quotations] == ["Span"] * len(quotations)


def test_other_bytes_or_another_name_are_another_seed(seeds):
    loaded(seeds)
    path = seeds / "plain.md"
    path.write_text(path.read_text().replace("opened", "closed"))
    (seeds / "quoted.md").rename(seeds / "rung.md")
    found, read = loaded(seeds)
    assert read == ["plain", "rung"]
    assert [told(seed) for seed in found] == [told(load_seed(path)) for path in sorted(seeds.glob("*.md"))]


def test_a_seed_with_something_wrong_is_refused_each_time_with_the_same_words(seeds):
    loaded(seeds)
    (seeds / "plain.md").write_text(HEAD.format("A mill", "sha256: no\n", "A mill"))
    (seeds / "wrapped.md").write_text("no front matter")
    messages = []
    for _ in range(2):
        with pytest.raises(DossierError) as refused:
            loaded(seeds)
        messages.append(str(refused.value))
    with pytest.raises(DossierError) as refused:
        load_seeds(list_folder(seeds))
    assert messages == [str(refused.value)] * 2


def test_no_private_text_is_kept(seeds):
    (seeds / "private").mkdir()
    words = "An inn\n\nOrla Quennell opened an inn in Wexcombe, and nobody else knows of it."
    (seeds / "private/inn.md").write_text(words)
    (seeds / ".gitignore").write_text("private/\n")
    checksum = sha256(words.encode()).hexdigest()
    (seeds / "inn.md").write_text(HEAD.format("An inn", f"text: private\nsha256: {checksum}\n", ""))
    for _ in range(2):
        _, read = loaded(seeds)
        assert "inn" in read
    assert b"nobody else" not in (seeds.parent / ".cache/seeds.sqlite").read_bytes()


def of_another_shape(row):
    return zlib.compress(zlib.decompress(row).replace(b'"kinds"', b'"k"'))


def with_another_letter(row):
    return row[:-9] + bytes((row[-9] ^ 1,)) + row[-8:]


@pytest.mark.parametrize(
    "damage",
    [lambda row: row[:40], lambda row: b"", lambda row: b"[1]", of_another_shape, with_another_letter],
)
def test_a_damaged_row_is_made_again(seeds, damage):
    expected = list(map(told, loaded(seeds)[0]))
    file = seeds.parent / ".cache/seeds.sqlite"
    with closing(sqlite3.connect(file)) as base:
        rows = base.execute("SELECT digest, rows FROM seeds").fetchall()
    DigestCache("seeds", "seeds", file.parent).store({key: damage(row) for key, row in rows}, anew=True)
    found, read = loaded(seeds)
    assert (list(map(told, found)), len(read)) == (expected, len(expected))
    assert loaded(seeds)[1] == []
