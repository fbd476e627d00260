"""What is dropped is gone: from pages, titles, feed, data, citations, addresses and the ledger."""

import re
import subprocess
import sys
from datetime import date

import pytest
import yaml

from dossier.assembly.ledger import LEDGER
from dossier.build import build, check, measure, release
from dossier.errors import DossierError
from first_dossier import ROOT
from site_reader import split

DAY, LATER = date(2024, 6, 1), date(2024, 7, 2)
ACCUSED = (
    "KESWICK – Theo Marlow, a farmer, was accused by police of stealing the bell. "
    "Police in Keswick found it on Monday.\n\n"
    "“I have no bell,” said Marlow.\n\n"
    "Mayor Ada Lind opened the chapel on Sunday. “The chapel is open,” said Lind."
)
QUOTED = ACCUSED + "\n\n“We know that Theo Marlow rang it,” said Lind. “Marlow rang it twice.”"
DROP = {"words": "Theo Marlow", "drop": "charges withdrawn"}


@pytest.fixture
def made(tmp_path):
    """Writes seeds and gives the folders of seeds and docs."""
    (tmp_path / "seeds").mkdir()

    def make(text=ACCUSED, drop=None, name="bell", **matter):
        fields = {"headline": "The bell", "publisher": "P", "datePublished": "2024-05-31"} | matter
        head = "".join(f"{key}: {value}\n" for key, value in fields.items())
        (tmp_path / "seeds" / f"{name}.md").write_text(f"---\n{head}---\n{text}\n", encoding="utf-8")
        curation = yaml.safe_dump({"actors": [drop]}, allow_unicode=True) if drop else "{}\n"
        (tmp_path / "seeds" / f"{name}.curation.yaml").write_text(curation, encoding="utf-8")
        return tmp_path / "seeds", tmp_path / "docs"

    return make


def holding(folder, word="marlow"):
    """The files with the word in them, letters of any case."""
    every = [path for path in folder.rglob("*") if path.is_file()]
    return [str(path) for path in every if word.encode() in path.read_bytes().lower()]


def test_the_name_is_there_before(made):
    seeds, docs = made()
    dossier = build(seeds, docs).dossier
    assert {"theo-marlow", "ada-lind"} <= {actor.id for actor in dossier.actors}
    assert any(claim.target and claim.target.value == "theo-marlow" for claim in dossier.claims)
    assert len(holding(docs)) > 5


def test_a_drop_takes_the_name_out_of_everything_with_the_records_about_it(made):
    seeds, docs = made(drop=DROP)
    dossier = build(seeds, docs).dossier
    assert holding(docs) == []
    assert {actor.id for actor in dossier.actors} >= {"ada-lind"}
    assert dossier.claims == ()
    assert [quote.speaker.value for quote in dossier.quotes] == ["ada-lind"]
    check(seeds, docs)


def test_where_the_words_of_others_hold_it_the_build_stops_and_lists_each_place(made):
    seeds, docs = made(
        QUOTED, DROP, headline="Theo Marlow and the bell", url="https://p.example/theo-marlow-bell"
    )
    with pytest.raises(DossierError) as caught:
        build(seeds, docs)
    told = str(caught.value)
    assert (
        "bell.curation.yaml: actors[0]: “Theo Marlow” is dropped, but still stands in articles[bell].headline"
        in told
    )
    assert "articles[bell].url: “https://p.example/theo-marlow-bell”" in told
    assert "“We know that Theo Marlow rang it,”" in told
    assert "“Marlow rang it twice.”" in told
    assert "elsewhere: redact" in told
    assert not docs.exists()


def test_redacted_it_is_nowhere_and_everything_still_holds(made):
    matter = {"headline": "Theo Marlow and the bell", "url": "https://p.example/theo-marlow-bell"}
    seeds, docs = made(QUOTED, DROP | {"elsewhere": "redact"}, **matter)
    dossier = build(seeds, docs).dossier
    assert holding(docs) == []
    assert not [path for path in docs.rglob("*") if "marlow" in path.name]
    assert "We know that ▇ rang it, … ▇ rang it twice." in {quote.text.value for quote in dossier.quotes}
    assert dossier.articles[0].headline == "▇ and the bell"
    check(seeds, docs)
    assert build(seeds, docs).written.changed == ()


def test_kept_it_stays_in_the_words_of_others_alone(made):
    seeds, docs = made(QUOTED, DROP | {"elsewhere": "keep"})
    dossier = build(seeds, docs).dossier
    assert "theo-marlow" not in {actor.id for actor in dossier.actors}
    assert dossier.claims == ()
    assert all(
        "quotes" in path
        or "data" in path
        or "articles" in path
        or "feed" in path
        or "ada-lind" in path
        or "index.md" in path
        or "explore" in path
        for path in holding(docs)
    )
    assert holding(docs)


def test_a_file_name_that_holds_it_is_told_even_when_it_is_redacted(made):
    seeds, docs = made(drop=DROP | {"elsewhere": "redact"}, name="theo-marlow-accused")
    with pytest.raises(DossierError, match="file name, and so its address, holds it: theo-marlow-accused"):
        build(seeds, docs)


def test_a_drop_holds_for_every_article(made):
    made("KESWICK – Theo Marlow met Mayor Ada Lind in Keswick on Monday.", name="other")
    seeds, docs = made(drop=DROP)
    build(seeds, docs)
    assert holding(docs) == []


def test_a_word_that_others_share_is_not_taken_from_them(made):
    more = "\n\nEva Marlow, a baker, met Ada Lind on Friday. “The bell is loud,” said Eva Marlow."
    seeds, docs = made(ACCUSED + more, DROP)
    dossier = build(seeds, docs).dossier
    assert "eva-marlow" in {actor.id for actor in dossier.actors}
    assert holding(docs, "theo") == []


def test_once_published_the_ledger_keeps_a_digest_and_the_old_address_answers_without_the_name(made):
    seeds, docs = made(QUOTED)
    before = release(seeds, docs, DAY).dossier
    old = [f"claims/{claim.id}.md" for claim in before.claims if "marlow" in claim.id]
    old += ["actors/theo-marlow.md"]
    assert len(old) > 1
    made(QUOTED, DROP | {"elsewhere": "redact"})
    for act in (lambda: build(seeds, docs), lambda: release(seeds, docs, LATER), lambda: build(seeds, docs)):
        act()
        assert holding(docs) == []
        for path in old:
            matter, _ = split((docs / path).read_text(encoding="utf-8"))
            assert matter["title"] == "Withdrawn"
            assert matter["noindex"] is True
    ledger = (seeds / LEDGER).read_text(encoding="utf-8")
    assert "marlow" not in ledger.lower()
    assert ledger.count('"id":"~') >= len(old)
    check(seeds, docs)
    made(QUOTED)
    assert "theo-marlow" in {actor.id for actor in release(seeds, docs, LATER).dossier.actors}
    assert '"id":"theo-marlow"' in (seeds / LEDGER).read_text(encoding="utf-8")


def test_the_built_site_holds_it_nowhere(made, tmp_path):
    seeds, docs = made(QUOTED)
    release(seeds, docs, DAY)
    made(QUOTED, DROP | {"elsewhere": "redact"})
    release(seeds, docs, LATER)
    config = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "docs_dir": str(docs),
        "site_url": "https://dossier.example/below/",
        "nav": [{"Home": "index.md"}, {"Actors": "actors/index.md"}],
        "theme": {"name": "dossier"},
    }
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    site = tmp_path / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(tmp_path / "mkdocs.yml"), "-d", str(site)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert holding(site) == []
    gone = (site / "actors/theo-marlow/index.html").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in gone
    assert not re.search(r'rel="canonical"|og:url', gone)
    measure(seeds, site)
