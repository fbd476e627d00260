"""A dossier grows as the README tells: a second and a third article, and every command is content."""

import json
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner

from dossier.cli import main
from first_dossier import ROOT, SEEDS, pages_by_hand

README = (ROOT / "README.md").read_text(encoding="utf-8")
STORY = (
    "Osterby and Limaport signed an agreement on Friday to share the bridge over the Lune, Ana Novak, the "
    "mayor of Osterby, said at a press conference.\n\n"
    "“The bridge will be open to all before the winter,” said Novak.\n\n"
    "At least three people were killed when gunmen attacked a bus near Limaport last week. Police blamed the "
    "attack on the Reed Circle.\n"
)
CLIPPING = f"""\
---
title: "Bridge at Osterby opens"
date: 2024-06-03T08:00:00+02:00
author: [[Jo Writer]]
source: https://news.example/2024/6/3/opens
---
# Bridge at Osterby opens

{STORY.replace("to share", "to pay for")}
"""


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A copy of the first dossier's repository, as the working directory."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SITE_URL", raising=False)
    for path in SEEDS.iterdir():
        Path("seeds").mkdir(exist_ok=True)
        Path("seeds", path.name).write_bytes(path.read_bytes())
    pages_by_hand(Path("docs"))
    Path("mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    return tmp_path


def run(*arguments):
    result = CliRunner().invoke(main, list(arguments), catch_exceptions=False)
    assert result.exit_code == 0, (arguments, result.output)
    return result.stdout


def front_matter_of_the_readme():
    """The example of front matter that the README gives, as a file."""
    start = README.index("       ---\n       headline:")
    return dedent(README[start : README.index("…", start)])


def test_following_the_readme_to_a_third_article_keeps_every_command_content(repository):
    run("build")
    Path("seeds/bridge.md").write_text(front_matter_of_the_readme() + STORY, encoding="utf-8")
    Path("clipping.md").write_text(CLIPPING, encoding="utf-8")
    run("import", "clipping.md", "--publisher", "The Daily Example")
    third = Path("seeds/bridge-at-osterby-opens.md")
    assert third.exists()
    assert "+" in run("diff")
    run("build")
    for seed in (Path("seeds/bridge.md"), third):
        run("draft", str(seed))
    run("build")
    run("release")
    run("check")
    run("export")
    run("extract", *map(str, sorted(Path("seeds").glob("*.md"))), "-o", "findings.jsonl")
    run("explain", str(third))
    build = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(build, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    run("finish", "site")
    run("measure", "site")
    data = json.loads(Path("site/data/dossier.json").read_text(encoding="utf-8"))
    assert len(data["articles"]) == 3
    assert (repository / "site/actors/ana-novak/index.html").exists()
