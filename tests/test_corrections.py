"""Corrections, retractions, replies and withdrawals: told at the top of what they touch, and nowhere else."""

import json
import re
from datetime import date
from hashlib import sha256

import pytest
import yaml

from dossier.assembly.differences import differences
from dossier.build import build, preview, release
from dossier.drift import published
from dossier.errors import DossierError
from dossier.exports import bibliography
from dossier.exports.heading import Heading

TEXT = (
    "Osterby and Vesterby signed a treaty on a bridge on Monday.\n\n"
    "“It is late,” said Ana Novak, the mayor of Osterby.\n\n"
    "Novak said the ferry was late. The government of Norland accused the Red Reef Movement of delay."
)
FRONT = {"headline": "Two towns", "publisher": "The Osterby Post", "datePublished": "2024-05-31"}


@pytest.fixture
def made(tmp_path):
    """Builds an article with these keys in its front matter, and this curation file."""
    seeds, docs = tmp_path / "seeds", tmp_path / "docs"
    seeds.mkdir()

    def make(curation="", *, text=TEXT, to=build, **front):
        lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in (FRONT | front).items())
        (seeds / "towns.md").write_text(f"---\n{lines}---\n{text}\n", encoding="utf-8")
        (seeds / "towns.curation.yaml").write_text(curation, encoding="utf-8")
        (seeds / "dossier.yaml").write_text("review: off\n", encoding="utf-8")
        to(seeds, docs, *([date(2024, 6, 9)] if to is release else []))
        return docs

    make.seeds = seeds
    return make


def pages(docs):
    return {p.relative_to(docs).as_posix(): p.read_text("utf-8") for p in docs.rglob("*.md")}


def top(page):
    """What stands between a page's title and its first section."""
    return page.split("\n# ", 1)[1].split("\n## ", 1)[0]


RETRACTED = {"retracted": {"date": "2024-06-03", "why": "It was made up."}}


def test_a_retraction_stands_at_the_top_of_all_that_rests_on_the_article(made):
    docs = made(**RETRACTED)
    told = pages(docs)
    assert "Retracted by its publisher on 3 June 2024: It was made up." in top(told["articles/towns.md"])
    records = [path for path in told if re.match(r"(actors|claims|quotes|agreements)/(?!index)", path)]
    assert len(records) >= 4
    for path in records:
        assert "was retracted by its publisher on 3 June 2024: It was made up." in top(told[path]), path
    feed = (docs / "feed.xml").read_text("utf-8")
    assert feed.count("It was made up.") == feed.count("<entry>")
    (article,) = json.loads((docs / "data" / "dossier.json").read_text("utf-8"))["articles"]
    assert article["retracted"] == {"date": "2024-06-03", "why": "It was made up."}


def test_a_correction_stands_where_its_words_are_rested_on_and_names_what_does(made):
    given = {"date": "2024-06-03", "what": "It was Vesterby.", "words": "of delay"}
    told = pages(made(corrected=[given]))
    article = top(told["articles/towns.md"])
    assert "Corrected by its publisher on 3 June 2024: It was Vesterby." in article
    assert re.search(r"What rests on these words: .*\((kind|claimant|target)[\w ,]*\)\.\n", article)
    assert "dateModified: '2024-06-03'" in told["articles/towns.md"]
    (claim,) = [path for path in told if path.startswith("claims/") and "accusation" in path]
    assert "was corrected by its publisher on 3 June 2024: It was Vesterby." in top(told[claim])
    (quote,) = [path for path in told if path.startswith("quotes/") and "index" not in path]
    assert "corrected" not in told[quote]


def test_a_correction_stands_in_the_data_with_the_facts_that_rest_on_its_words(made):
    given = {"date": "2024-06-03", "what": "It was Vesterby.", "words": "of delay"}
    docs = made(corrected=[given])
    data = json.loads((docs / "data" / "dossier.json").read_text("utf-8"))
    (correction,) = data["articles"][0]["corrected"]
    (claim,) = [each["id"] for each in data["claims"] if each["kind"]["value"] == "accusation"]
    assert f"{claim}.target" in correction["facts"]
    assert not any(path.startswith(data["quotes"][0]["id"]) for path in correction["facts"])
    page = yaml.safe_load(pages(docs)["articles/towns.md"].split("---\n")[1])
    (told,) = page["linked_data"]["correction"]
    assert (told["@type"], told["text"]) == ("CorrectionComment", "It was Vesterby.")
    assert told["datePublished"] == "2024-06-03"
    assert {"@id": f"../../claims/{claim}/"} in told["about"]


OTHER = (
    "Ana Novak, the head of the Reef Bank, met Karl Braun in Osterby on Tuesday.\n\n"
    "“We will build,” said Ana Novak. The Reef Bank accused Karl Braun of theft."
)


@pytest.fixture
def half_retracted(made):
    """The pages of two articles of which one was taken back, and the passages' articles by record."""
    (made.seeds / "other.md").write_text(
        f"---\nheadline: A bank\npublisher: The Daily Reef\ndatePublished: '2024-06-05'\n---\n{OTHER}\n"
    )
    docs = made(**RETRACTED)
    data = json.loads((docs / "data" / "dossier.json").read_text("utf-8"))
    articles = {
        f"{section}/{record['id']}": set(re.findall(r'"(\w+):\d+-\d+"', json.dumps(record)))
        for section in ("agreements", "claims", "quotes", "events")
        for record in data.get(section, ())
    }
    assert {"towns"} in articles.values()
    assert {"other"} in articles.values()
    return docs, articles


def test_each_mark_of_a_retracted_article_says_so_and_no_other(half_retracted):
    docs, _ = half_retracted
    labels = set()
    for path, page in pages(docs).items():
        cited = dict(re.findall(r"^\[([\w-]+)\]: \S*\b(towns|other)\.md", page, re.MULTILINE))
        marks = [(label, cited[key]) for label, key in re.findall(r"\[(¶\d[^]]*)\]\[([\w-]+)\]", page)]
        for label, article in marks + re.findall(r"\[(¶\d[^]]*)\]\(\S*\b(towns|other)\.md", page):
            assert label.endswith(", retracted") == (article == "towns"), (path, label)
            labels.add(label)
        for told in re.findall(r"^\[[\w-]+\]: \S*\btowns\.md.*", page, re.MULTILINE):
            assert "; retracted on 3 June 2024" in told
    assert labels >= {"¶1", "¶1, retracted", "¶2", "¶2, retracted", "¶3, retracted"}


def test_each_title_and_each_link_to_what_rests_on_a_retraction_alone_says_so_and_no_other(half_retracted):
    docs, articles = half_retracted
    told, feed = pages(docs), (docs / "feed.xml").read_text("utf-8").split("<entry>")
    linked = 0
    for address, of in articles.items():
        is_gone = of == {"towns"}
        title = yaml.safe_load(told[f"{address}.md"].split("---\n")[1])["title"]
        assert title.endswith(" (retracted)") == is_gone
        (entry,) = [each for each in feed if f'href="{address}/"' in each]
        assert (" (retracted)</title>" in entry) == is_gone
        for path, page in told.items():
            for link in re.finditer(r"\[([^]]*)\]\(([^) ]*)\)( \(retracted\))?", page):
                target = (docs / path).parent / link[2].partition("#")[0]
                if target.resolve() == (docs / f"{address}.md").resolve():
                    assert (link[1] + (link[3] or "")).endswith("(retracted)") == is_gone, (path, link[0])
                    linked += 1
    assert linked > 10
    assert "[Two towns (retracted)](towns.md)" in told["articles/index.md"]
    assert "[A bank](other.md)" in told["articles/index.md"]


def test_who_is_told_of_in_a_retracted_report_alone_is_told_so(half_retracted):
    docs, _ = half_retracted
    told = pages(docs)
    assert "in a retracted report by The Osterby Post" in top(told["actors/red-reef-movement.md"])
    assert "in a report by The Daily Reef" in top(told["actors/karl-braun.md"])
    assert not any(" (retracted)" in top(told[path]) for path in told if path.startswith("actors/"))


def test_a_retraction_stands_in_citations_and_the_linked_data_of_records(half_retracted):
    docs, articles = half_retracted
    for address, of in articles.items():
        front = yaml.safe_load(pages(docs)[f"{address}.md"].split("---\n")[1])
        sources = {each["@id"].split("/")[-2]: each for each in front["linked_data"]["subjectOf"]}
        assert {id for id, each in sources.items() if "creativeWorkStatus" in each} == of & {"towns"}
        cited = [
            each["text"] for each in front["citation"]["articles"] if "retracted on 3 June" in each["text"]
        ]
        assert len(cited) == len(of & {"towns"})
    dossier = preview(docs.parent / "seeds")
    bib, csl = (each.decode() for each in bibliography.export(dossier, Heading()).values())
    assert bib.count("note = {Retracted on 2024-06-03: It was made up.}") == 1
    assert [each.get("status") for each in json.loads(csl)] == [None, "Retracted"]


def test_a_retraction_stands_in_the_linked_data(made):
    page = yaml.safe_load(pages(made(**RETRACTED))["articles/towns.md"].split("---\n")[1])
    (told,) = page["linked_data"]["correction"]
    assert (told["text"], page["linked_data"]["creativeWorkStatus"]) == ("It was made up.", "Retracted")
    plain = yaml.safe_load(pages(made())["articles/towns.md"].split("---\n")[1])["linked_data"]
    assert not {"correction", "creativeWorkStatus"} & set(plain)


def test_the_latest_correction_stands_first_however_the_file_has_them(made):
    first = {"date": "2024-06-03", "what": "It was Vesterby.", "words": "of delay"}
    later = {"date": "2024-06-05", "what": "It was neither.", "words": "of delay"}
    for given in ([first, later], [later, first]):
        told = pages(made(corrected=given))
        (claim,) = [path for path in told if path.startswith("claims/") and "accusation" in path]
        for page in ("articles/towns.md", claim):
            shown = top(told[page])
            assert (
                -1
                < shown.index("5 June 2024: It was neither.")
                < shown.index("3 June 2024: It was Vesterby.")
            )


def test_a_correction_without_words_stands_on_the_articles_page_alone(made):
    told = pages(made(corrected=[{"date": "2024-06-03", "what": "A name was misspelt."}]))
    assert [path for path, page in told.items() if "A name was misspelt." in page] == ["articles/towns.md"]


def test_markup_in_a_correction_stays_text(made):
    told = pages(made(retracted={"date": "2024-06-03", "why": "<b>bold</b> [link](https://a.example)"}))
    shown = told["articles/towns.md"].split("\n---\n", 1)[1]
    assert "bold" in shown
    assert "<b>" not in shown
    assert "[link](" not in shown


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ({"corrected": [{"date": "2024-06-03"}]}, "what was put right"),
        ({"corrected": [{"date": "soon", "what": "It."}]}, "YYYY-MM-DD"),
        ({"corrected": [{"date": "2024-06-03", "what": "It.", "words": "never said"}]}, "stands no times"),
        ({"corrected": [{"date": "2024-06-03", "what": "It.", "words": "Osterby"}]}, "stands 2 times"),
        ({"retracted": {"date": "2024-06-03"}}, "why, on one line"),
        ({"retracted": "2024-06-03"}, "took the article back"),
        ({"previous": [{"sha256": "x", "until": "2024-06-03"}]}, "64 digits"),
    ],
)
def test_what_is_no_correction_is_refused(made, front, told):
    with pytest.raises(DossierError, match=re.escape(told)):
        made(**front)


def test_an_earlier_text_is_told_by_its_fingerprint(made):
    before = sha256(TEXT.encode()).hexdigest()
    docs = made(text=TEXT.replace("Monday", "Tuesday"), previous=[{"sha256": before, "until": "2024-06-03"}])
    assert f"read until 3 June 2024, sha256 {before[:12]}…" in pages(docs)["articles/towns.md"]


def test_a_new_text_is_told_in_facts(made):
    docs = made()
    before = published(docs)
    sha = sha256(TEXT.encode()).hexdigest()
    text = TEXT.replace("It is late", "It is early")
    made(text=text, previous=[{"sha256": sha, "until": "2024-06-03"}], to=lambda seeds, docs: None)
    told = list(map(str, differences(before, preview(made.seeds))))
    assert any("It is late" in line for line in told), told
    assert any("It is early" in line for line in told), told
    assert not list(differences(before, before))


NOINDEX = "actors:\n- words: Ana Novak\n  noindex: true\n"


def test_a_person_search_engines_leave_out_is_in_no_feed(made):
    docs = made(NOINDEX)
    assert "noindex: true" in pages(docs)["actors/ana-novak.md"]
    assert "actors/ana-novak/" not in (docs / "feed.xml").read_text("utf-8")
    told = pages(docs)
    others = [told[path] for path in told if path.startswith("actors/") and "novak" not in path]
    assert others
    assert not any("noindex: true" in page for page in others)
    assert preview(made.seeds).to_json()["actors"][0]["noindex"] is True


def test_a_reply_stands_on_the_page_of_whoever_gives_it(made):
    reply = (
        "actors:\n- words: Ana Novak\n  reply: {value: I did not say so., source: Letter of 3 June 2024}\n"
    )
    page = pages(made(reply))["actors/ana-novak.md"]
    assert "## Reply of Ana Novak" in page
    assert "I did not say so." in page
    assert "Letter of 3 June 2024" in page


def test_a_reply_without_a_source_is_refused(made):
    with pytest.raises(DossierError, match="which words it rests on nor where else"):
        made("actors:\n- words: Ana Novak\n  reply: I did not say so.\n")


def test_what_is_withdrawn_leaves_a_page_that_says_so_and_nothing_else(made):
    docs = made(to=release)
    (claim,) = [path for path in pages(docs) if path.startswith("claims/") and "accusation" in path]
    made("claims:\n- words: accused the Red Reef\n  withdrawn: The report was mistaken.\n")
    page = pages(docs)[claim]
    assert "What stood here was withdrawn" in page
    assert "noindex: true" in page
    assert not {"Norland", "Reef", "delay", "mistaken"} & set(re.findall(r"\w+", page))
    data = json.loads((docs / "data" / "dossier.json").read_text("utf-8"))
    assert [each["kind"]["value"] for each in data["claims"]] == ["statement"]
