"""The walk with a dossier of one's own, from a wheel in a fresh place: begin, import, curate, publish."""

import json
import os
import re
import subprocess
import sys
import sysconfig
import venv
from zipfile import ZipFile

import pytest

from first_dossier import ROOT

TITLE = 'Quays & "ferries": 2024'
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


def done(*command, cwd, env=None):
    ran = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, (command, ran.stdout, ran.stderr)
    return ran.stdout + ran.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The program as a wheel, built from a copy of what it is built from."""
    place = tmp_path_factory.mktemp("wheel")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        (place / name).write_bytes((ROOT / name).read_bytes())
    for source in (ROOT / "scripts/dossier").rglob("*"):
        if source.is_file() and "__pycache__" not in source.parts:
            target = place / source.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index"]
    done(*command, "--no-build-isolation", "--wheel-dir", str(place / "dist"), str(place), cwd=place)
    (made,) = (place / "dist").glob("*.whl")
    return made


def installed(wheel, folder):
    """A fresh virtual environment with the wheel, and of this one the libraries alone."""
    venv.create(folder, with_pip=False)
    python = folder / "bin/python"
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps"]
    done(*command, "--no-index", str(wheel), cwd=folder)
    (packages,) = (folder / "lib").glob("python*/site-packages")
    # A line with a folder puts its libraries behind the fresh ones, and follows no editable install there.
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder / "bin"


def only_own_names(site):
    """No page, feed or table of a site carries a name of a dossier but its own."""
    for path in site.rglob("*"):
        if path.suffix in (".html", ".xml", ".json", ".csv", ".ttl", ".bib"):
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"Pakistan|Iran|Jazeera", text), path
            assert not re.search(
                r'Dossier: |>Dossier<|content="Dossier|“[^”]*”\. Dossier|\{Dossier\}', text
            ), path


@pytest.fixture
def walk(wheel, tmp_path):
    """Runs a command of the wheel in the new dossier's folder; gives what it printed."""
    bin = installed(wheel, tmp_path / "fresh")
    environment = {
        "PATH": f"{bin}{os.pathsep}{os.defpath}",
        "HOME": str(tmp_path),
        "SITE_URL": "https://news.example/bridge/",
        "SOURCE_DATE_EPOCH": "1719792000",
    }

    def run(*command, cwd=tmp_path / "mine"):
        return done(*command, cwd=cwd, env=environment)

    where = run(str(bin / "python"), "-c", "import dossier; print(dossier.__file__)", cwd=tmp_path)
    assert str(tmp_path) in where
    run("dossier", "init", "mine", "--title", TITLE, cwd=tmp_path)
    return run


@pytest.mark.skipif(os.name == "nt", reason="make and bin/ are what Windows has not")
def test_from_nothing_to_a_folder_to_publish(walk, tmp_path):
    mine = tmp_path / "mine"
    assert "pages finished" in walk("make", "site")
    assert (mine / "site/actors/ana-novak/index.html").exists()
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
    assert (data["title"], len(data["articles"])) == (TITLE, 3)
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
    assert list((site / "assets").glob("dossier.*.css"))
    assert list((site / "assets/fonts").glob("*.woff2"))
    assert "Quays &amp; &#34;ferries&#34;: 2024" in (site / "index.html").read_text(encoding="utf-8")
    assert "/embed/*\n" in (site / "_headers").read_text(encoding="utf-8")
    only_own_names(site)


def test_the_wheel_has_the_theme_and_the_starting_files(wheel):
    with ZipFile(wheel) as packed:
        names = set(packed.namelist())
    for path in (ROOT / "scripts/dossier").rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            assert path.relative_to(ROOT / "scripts").as_posix() in names
    assert not [name for name in names if name.startswith(("tests/", "docs/"))]
