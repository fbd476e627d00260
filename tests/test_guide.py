"""The guides tell the truth: the editor's second article is done word for word, each export is named."""

import json
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli import main
from dossier.exports.formats import FORMATS, export
from first_dossier import ROOT
from small_dossier import small_dossier

GUIDE = ROOT / "docs/guide"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(name):
    """Language and text of each block of code of a guide, in order."""
    return BLOCK.findall((GUIDE / f"{name}.md").read_text(encoding="utf-8"))


def run(line):
    program, *arguments = shlex.split(line)
    assert program == "dossier"
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert result.exit_code == 0, (line, result.output)


def test_the_editors_second_article_word_for_word(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run("dossier init mine")
    monkeypatch.chdir(tmp_path / "mine")
    for language, text in blocks("editors"):
        if language == "sh":
            for line in text.splitlines():
                run(line)
        elif language == "markdown":
            Path("clipping.md").write_text(text, encoding="utf-8")
        else:
            Path("seeds/osterby-opens-its-bridge.curation.yaml").write_text(text, encoding="utf-8")
            run("dossier build")
            ana = Path("docs/actors/ana-novak.md").read_text(encoding="utf-8")
            assert "Mayor of Osterby." in ana
    data = json.loads(Path("docs/data/dossier.json").read_text(encoding="utf-8"))
    assert len(data["articles"]) == 2
    assert Path("seeds/ledger.jsonl").exists()


def test_the_developers_lines_run(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    run("dossier init -q mine")
    monkeypatch.chdir(tmp_path / "mine")
    for language, text in blocks("developers"):
        assert language == "python"
        exec(text, {})
    said = capsys.readouterr().out
    assert "Ana Novak" in said
    assert "Ada Berg" in said


@pytest.mark.parametrize("path", sorted(export(small_dossier(), FORMATS)))
def test_the_researchers_guide_names_each_export(path):
    text = (GUIDE / "researchers.md").read_text(encoding="utf-8")
    name = path.removeprefix("data/")
    assert f"`{name.partition('/')[0]}/" in text if "/" in name else f"`{name}`" in text


@pytest.mark.parametrize("name", ["readers", "editors", "researchers", "developers"])
def test_a_guide_is_reached_from_about_and_from_the_readme(name):
    for page in ("docs/guide/index.md", "README.md"):
        assert f"{name}.md" in (ROOT / page).read_text(encoding="utf-8")
