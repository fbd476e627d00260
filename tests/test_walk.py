"""The whole walk of somebody with a dossier of their own: begin, bring in what they have, curate, publish."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CLIPPING = """\
---
title: Osterby opens its bridge
date: 2024-06-03T08:00:00+02:00
author: Jo Writer
---
# Osterby opens its bridge

OSTERBY – Ana Novak, the mayor of Osterby, opened the bridge on Sunday.

“Nobody has to take the ferry any more,” said Novak.
"""
PAGE = """\
<!doctype html><html lang="en"><head><title>Bus attacked near Limaport</title>
<meta property="og:site_name" content="Limaport Post"><meta name="author" content="Eva Lind">
<meta property="article:published_time" content="2024-06-05">
<link rel="canonical" href="https://post.example/2024/6/5/bus"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><main><article>
<h1>Bus attacked near Limaport</h1>
<p>LIMAPORT – At least three people were killed when gunmen attacked a bus near Limaport on Tuesday, police
said.</p>
<p>The mayor of Limaport, Tom Reiss, blamed the attack on the Reed Circle, an armed group that has its camps
in the hills, and called for help.</p>
<p>“We will not close the road,” Reiss said at a press conference. The Reed Circle denied it.</p>
</article></main><footer>All rights reserved</footer></body></html>
"""
TABLE = """\
headline,publisher,date,content
Ferry to stop in autumn,Vale Times,2024-06-07,"The ferry to Limaport will stop in autumn, Ana Novak said.

“It was a good boat,” said Novak."
"""


@pytest.fixture
def walk(tmp_path):
    """Runs a command in the new dossier's folder, after `dossier init`; gives what it printed."""
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "SITE_URL": "https://news.example/bridge/",
        "SOURCE_DATE_EPOCH": "1719792000",
    }

    def run(*command, cwd=tmp_path / "mine"):
        done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, (command, done.stdout, done.stderr)
        return done.stdout + done.stderr

    run("dossier", "init", "mine", "--title", "The bridge at Osterby", cwd=tmp_path)
    return run


def test_from_nothing_to_a_folder_to_publish(walk, tmp_path):
    mine = tmp_path / "mine"
    (mine / "seeds/bridge-at-osterby.md").unlink()
    for name, text in (("clipping.md", CLIPPING), ("page.html", PAGE), ("articles.csv", TABLE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    walk("dossier", "import", "../clipping.md", "--publisher", "The Daily Example")
    walk("dossier", "import", "../page.html")
    walk("dossier", "import", "../articles.csv")
    seeds = sorted(path.name for path in (mine / "seeds").glob("*.md"))
    assert seeds == [
        "bus-attacked-near-limaport.md",
        "ferry-to-stop-in-autumn.md",
        "osterby-opens-its-bridge.md",
    ]
    text = (mine / "seeds/bus-attacked-near-limaport.md").read_text(encoding="utf-8")
    assert "Sport" not in text
    assert "publisher: Limaport Post\n" in text
    walk("dossier", "draft", "seeds/osterby-opens-its-bridge.md")
    curation = mine / "seeds/osterby-opens-its-bridge.curation.yaml"
    drafted = curation.read_text(encoding="utf-8")
    assert '- words: "Ana Novak"\n' in drafted
    filled = '- words: "Ana Novak"\n  description: Mayor of Osterby.\n  because: the mayor of Osterby\n'
    curation.write_text(drafted.replace('- words: "Ana Novak"\n', filled, 1), encoding="utf-8")
    walk("make", "site")
    walk("make", "release")
    walk("make", "site")
    walk("make", "check")
    site = mine / "site"
    pages = {page.parent.name: page.read_text(encoding="utf-8") for page in site.glob("actors/*/index.html")}
    (ana,) = (name for name, text in pages.items() if "Mayor of Osterby." in text)
    assert f'<link rel="canonical" href="https://news.example/bridge/actors/{ana}/">' in pages[ana]
    data = json.loads((site / "data/dossier.json").read_text(encoding="utf-8"))
    assert (data["title"], len(data["articles"])) == ("The bridge at Osterby", 3)
    claims = {claim["kind"]["value"] for claim in data["claims"]}
    assert {"responsibility_blamed", "denial"} <= claims
    for name in (
        "sitemap.xml",
        "feed.xml",
        "offline.zip",
        "data/dossier.sqlite",
        f"actors/{ana}/feed.xml",
    ):
        assert (site / name).stat().st_size > 100, name
    assert "https://news.example/bridge/" in (site / "feed.xml").read_text(encoding="utf-8")
