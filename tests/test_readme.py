"""Following the README word for word, a second and a third article keep every command content."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner

from dossier.cli import main
from first_dossier import ROOT, SEEDS, pages_by_hand

README = (ROOT / "README.md").read_text(encoding="utf-8")
CLIPPING = """\
---
title: Osterby opens its bridge
date: 2024-06-03T08:00:00+02:00
author: Jo Writer
---
# Osterby opens its bridge

OSTERBY – Ana Novak, the mayor of Osterby, opened the bridge on Sunday.

“Nobody has to take the ferry any more,” said Novak.

Novak blamed a fire at the harbour on the Reed Circle, an armed group. The Reed Circle denied it.
"""


def part(heading):
    return README.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def blocks(heading):
    """The indented blocks under a heading, without the margin."""
    found = re.findall(r"(?:^ {7}.*\n|^\n(?= {7}))+", part(heading), re.M)
    return [dedent(block).strip() + "\n" for block in found]


def block(heading, holding):
    (found,) = (each for each in blocks(heading) if holding in each)
    return found


def run(line, *more):
    program, *arguments = line.removeprefix(".venv/bin/").split()
    assert program == "dossier"
    result = CliRunner().invoke(main, [*arguments, *more], catch_exceptions=False)
    assert result.exit_code == 0, (line, result.output)
    return result.output


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A repository like this one, with the first dossier, a second article saved and a third imported."""
    folder = tmp_path_factory.mktemp("readme")
    before = Path.cwd()
    os.chdir(folder)
    try:
        shutil.copytree(SEEDS, "seeds")
        pages_by_hand(Path("docs"))
        Path("mkdocs.yml").write_text(json.dumps({"INHERIT": str(ROOT / "mkdocs.yml"), "docs_dir": "docs"}))
        run("dossier build")
        Path("seeds/two-towns.md").write_text(block("Add an article", "headline:"), encoding="utf-8")
        run(".venv/bin/dossier build")
        Path("clipping.md").write_text(CLIPPING, encoding="utf-8")
        line = block("Add an article", "import FILE").replace("FILE|DIR|URL…", "clipping.md")
        run(line, "--publisher", "The Daily Example")
        run(".venv/bin/dossier build")
        yield folder
    finally:
        os.chdir(before)


def test_a_curated_line_stands_and_a_draft_is_kept(place):
    draft = block("Curate it", "draft").replace("NAME", "osterby-opens-its-bridge")
    run(draft)
    curation = Path("seeds/osterby-opens-its-bridge.curation.yaml")
    drafted = curation.read_text(encoding="utf-8")
    (entry,) = (text for text in re.split(r"\n\n+", drafted) if '- words: "Ana Novak"' in text)
    filled = block("Curate it", "- words:")
    lines = [line for line in filled.splitlines() if re.match(r"\s*(?:description|because):", line)]
    assert len(lines) == 2
    started = '- words: "Ana Novak"\n'
    assert started in entry
    curation.write_text(drafted.replace(started, started + "\n".join(lines) + "\n", 1), encoding="utf-8")
    Path("seeds/authorities.csv").write_text("name,alias,kind,wikidata\nReed Circle,Reeds,armed_group,\n")
    run(".venv/bin/dossier build")
    run(draft)
    assert "\n".join(lines) in curation.read_text(encoding="utf-8")
    assert "Mayor of Osterby." in Path("docs/actors/ana-novak.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "line",
    [
        "dossier check",
        "dossier release",
        "dossier check --docs docs",
        "dossier diff",
        "dossier export --out data",
        "dossier extract seeds/two-towns.md seeds/osterby-opens-its-bridge.md -o findings.jsonl",
        "dossier explain seeds/two-towns.md",
        "dossier import clipping.md --publisher Other",
        "dossier schema",
        "dossier build --quiet",
    ],
)
def test_every_command_is_content(place, line):
    run(line)


def test_what_was_imported_is_not_imported_twice(place):
    assert "imported already" in run("dossier import clipping.md --publisher Other")
    assert len(list(Path("seeds").glob("*.md"))) == 3


def test_the_site_is_built_strictly_and_within_the_limits(place):
    run("dossier release")
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1717372800", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean", "--site-dir", "site"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    run("dossier finish site")
    told = run("dossier measure site")
    assert told.count(": the site shows ") == 3


def test_each_command_of_the_readme_is_one_of_these(place):
    told = re.findall(r"^ {7}\.venv/bin/dossier (\w+)", README, re.M)
    assert set(told) == {"import", "build", "draft"}
