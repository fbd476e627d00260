"""The growing story seen whole: its pages, data, site, desk and messages as they were reviewed.

UPDATE_GOLDEN=1 writes them anew; read the change of them as you would that of a page.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bad_inputs import CASES
from dossier.build import build, opened, preview
from dossier.desk.queue import all_of, queue
from dossier.errors import DossierError
from dossier.exports.formats import export
from dossier.site.finish import finish
from dossier.site.pages import make_pages
from dossier.site.pages.entries import Entered, entries_of
from dossier.site.render import render
from first_dossier import ROOT, pages_by_hand
from story_dossier import build_story

GOLDEN = Path(__file__).parent / "golden" / "story"
ADDRESS = "https://a.example/"
WHOLE = (
    "actors/kara-voss", "actors/john-marsh", "actors/reed-league", "actors/tonga", "actors/tevita-moala",
    "agreements/plan-to-sign-a-fisheries-treaty-next-month", "articles/herald-toll", "articles/post-first",
    "articles/wire-bank", "claims/marine-bank-accusation-kara-voss", "claims/ada-lind-call-tonga",
    "claims/yousef-karimi-denial-denied-the-bombing", "claims/reed-league-warning-warned-that-more-bombs",
    "events/bombing-in-suva-5", "events/sentencing-of-john-marsh", "places/lautoka",
    "quotes/mere-tavola-the-pier-is-the", "quotes/mere-tavola-the-sea-is-ours",
)  # fmt: skip
"""Pages of which all is pinned; of the others what stands outside of front matter and notes."""
LARGE = {
    "entries.FROM": 2, "topics._ARTICLES": 2, "browse.ROWS": 5, "browse._MOST": 4, "browse._FEWEST": 2,
    "topics._FEWEST": 1, "topics._SHOWN": 1, "topics._HAPPENED": 2, "topics._NAMED": 1,
    "claims._OTHERS": 1, "citation._MOST": 2, "frame._BACKLINKS": 2,
    "frame._NEIGHBOURS": 1, "home._SHOWN": 2, "home._STORIES": 2, "network._DRAWN": 4, "network._ROWS": 3,
    "network._PARTIES": 1, "replies._MOST": 1, "timeline._DRAWN": 3, "timeline._ROWS": 3, "map._PINS": 2,
    "linker._MARKS_PER_FACT": 1, "statements._PASSAGES": 1,
}  # fmt: skip
"""What a dossier has to have many of, as it is for this one."""


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """The seeds and pages of the story, and its finished site."""
    home = tmp_path_factory.mktemp("story")
    docs = home / "docs"
    pages_by_hand(docs)
    build_story(home / "seeds", docs)
    config = home / "mkdocs.yml"
    config.write_text(json.dumps({"INHERIT": str(ROOT / "mkdocs.yml"), "docs_dir": str(docs)}))
    environment = os.environ | {"SITE_URL": ADDRESS, "SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "--strict", "-f", str(config), "-d"]
    done = subprocess.run([*command, str(home / "site")], env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    finish(home / "site")
    return home


@pytest.fixture(scope="module")
def dossier(home):
    return preview(home / "seeds")


def same(name, text):
    """Whether a text is as it was reviewed."""
    golden = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def outside_of_notes(page):
    body = page.split("\n---\n", 1)[1]
    return "".join(
        f"{line}\n" for line in body.splitlines() if line and not re.match(r"\[[\w-]+\]: |<path", line)
    )


def generated(docs):
    for path in sorted(docs.rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        if "Written by dossier build" in text:
            yield path.relative_to(docs).as_posix().removesuffix(".md"), text


@pytest.mark.parametrize(
    "folder", ["actors", "agreements", "articles", "claims", "events", "places", "quotes"]
)
def test_pages_of_one_kind(home, folder):
    told = [
        f"#### {name}\n{text if name in WHOLE else outside_of_notes(text)}"
        for name, text in generated(home / "docs")
        if name.startswith(f"{folder}/")
    ]
    same(f"{folder}.md", "\n".join(told))


def test_pages_of_all_kinds(home):
    told = [
        f"#### {name}\n{outside_of_notes(text)}"
        for name, text in generated(home / "docs")
        if name.partition("/")[0]
        not in ("actors", "agreements", "articles", "claims", "events", "places", "quotes")
    ]
    same("others.md", "\n".join(told))


def test_pages_that_only_a_large_dossier_has(dossier, monkeypatch):
    """The same story where few articles are many: topics, lists in parts, what is left over."""
    for name, most in LARGE.items():
        monkeypatch.setattr(f"dossier.site.pages.{name}", most)
    large = Entered(entries_of(dossier, ()))(dossier)
    whole = {page.path: render(page) for page in make_pages(large)}
    seen_whole = ("explore.md", "topics/violence.md", "lists/claims-2.md")
    told = {path: text if path in seen_whole else outside_of_notes(text) for path, text in whole.items()}
    chosen = ("topics/", "lists/", "index", "explore", "network", "timeline")
    pages = [
        f"#### {path}\n{text}"
        for path, text in sorted(told.items())
        if path.startswith(chosen) or path.endswith("index.md")
    ]
    pages += [f"#### {path}\n{told[path]}" for path in sorted(told) if path.split(".")[0] in WHOLE]
    same("large.md", "\n".join(pages))


def test_the_feed_and_the_ledger(home):
    same("feed.xml", (home / "docs/feed.xml").read_text(encoding="utf-8"))
    same("ledger.jsonl", (home / "seeds/ledger.jsonl").read_text(encoding="utf-8"))


def test_every_fact(dossier):
    told = []
    for path, fact in dossier.leaves():
        value = getattr(fact, "value", "")
        value = value.model_dump(mode="json", exclude_none=True) if hasattr(value, "model_dump") else value
        whose = ", ".join(each.actor or each.as_reported or "?" for each in fact.according_to)
        said = json.dumps(value, ensure_ascii=False)
        told.append(f"{path} = {said} | {' '.join(fact.evidence) or fact.source or fact.read_by} | {whose}\n")
    same("facts.txt", "".join(told))


@pytest.mark.parametrize(
    "name", ["csv", "geojson", "graphml", "turtle", "annotations", "bibliography", "records"]
)
def test_the_data_in_other_formats(dossier, name):
    """Of long formats what they tell of these."""
    told = []
    for path, data in sorted(export(dossier, [name], ADDRESS).items()):
        text = data.decode()
        if name == "csv" and not path.endswith(".csv"):
            continue
        if name == "records":
            if path.rpartition("/")[2].partition(".")[0] not in {
                each.rpartition("/")[2] for each in WHOLE[:4]
            }:
                continue
        elif name in ("turtle", "annotations"):
            parts = text.split("\n\n") if name == "turtle" else re.split(r"\n(?= {2,4}\{)", text)
            text = "\n\n".join(
                [parts[0], *(p for p in parts[1:] if re.search("kara-voss|bombing-in-suva-5", p))][:25]
            )
        elif name == "csv":
            text = "\n".join(text.splitlines()[:9])
        told.append(f"#### {path}\n{text}\n")
    assert told
    same(f"data-{name}.txt", "".join(told))


def seen(html):
    """The words of a page, without its frame."""
    article = re.search(r"<article.*?</article>", html, re.S).group()
    words = re.sub(r"<(?:br|/p|/li|/h\d|/tr|/dt|/dd)[^>]*>", "\n", article)
    return "\n".join(line.strip() for line in re.sub(r"<[^>]+>", "", words).splitlines() if line.strip())


def test_the_site(home):
    site = home / "site"
    told = []
    for name in (
        "actors/kara-voss",
        "events/bombing-in-suva-5",
        "embed/timeline.html",
        "embed/quotes/kara-voss-i-took-nothing.html",
    ):
        path = site / name if name.endswith("html") else site / name / "index.html"
        html = path.read_text(encoding="utf-8")
        html = re.sub(r"\.[0-9a-f]{8,}\.", ".", html)
        words = html if "embed" in name else f"{html.partition('</head>')[0]}\n{seen(html)}"
        told.append(f"#### {name}\n{words}\n")
    feeds = ("sitemap.xml", "actors/tonga/feed.xml")
    told += [f"#### {name}\n{(site / name).read_text(encoding='utf-8')}\n" for name in feeds]
    files = sorted(
        re.sub(r"\.[0-9a-f]{8,}\.", ".", p.relative_to(site).as_posix()) for p in site.rglob("*.html")
    )
    told.append("#### pages\n" + "\n".join(files) + "\n")
    same("site.txt", "".join(told))


def test_what_the_desk_asks(home):
    desk = opened(home / "seeds")
    items = [
        *queue(desk),
        *(item for seed in desk.seeds for item in all_of(desk, seed.article.id) if "pier" in seed.article.id),
    ]
    same(
        "desk.txt",
        "".join(f"{json.dumps(item.plain(), ensure_ascii=False, default=str)}\n" for item in items),
    )


def test_messages_of_bad_input(tmp_path):
    told = []
    for number, (name, files, *_) in enumerate(CASES):
        seeds = tmp_path / str(number) / "seeds"
        for file, data in files.items():
            path = seeds / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data if isinstance(data, bytes) else data.encode())
        try:
            build(seeds, tmp_path / str(number) / "docs")
        except DossierError as error:
            for problem in error.problems:
                lines = "; ".join(filter(None, (problem.where, problem.found, problem.expected)))
                file = problem.file.rpartition("/")[2]
                told.append(
                    f"{name}: {file}: {lines}; {problem.example}".replace(str(tmp_path), "").replace(
                        "\n", " ⏎ "
                    )
                    + "\n"
                )
    same("messages.txt", "".join(told))
