"""What a change of article or curation changes, told in facts."""

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.assembly.assembling import assemble
from dossier.assembly.differences import differences
from dossier.cli import main
from dossier.facts import Attribution, Reported
from dossier.model import Dossier
from making import authorities, source

DOSSIER = assemble((source(),), authorities(), "authorities.yaml").shown()

HEAD = "---\nheadline: Osterby opens a bridge\npublisher: The Daily Reed\ndatePublished: 2021-06-09\n---\n"
TEXT = (
    "Ana Novak, the mayor of Suva, met Ivo Stam in Suva on Monday. “The bridge is open,” said Novak.\n\n"
    "Tonga said that the road was shut.\n"
)


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs `dossier diff` where an article was published; the text it now has can be given."""
    monkeypatch.chdir(tmp_path)
    Path("seeds").mkdir()
    Path("docs").mkdir()
    Path("seeds/bridge.md").write_text(HEAD + TEXT, encoding="utf-8")
    assert CliRunner().invoke(main, ["build"]).exit_code == 0

    def diff(text=TEXT, *arguments, curation=None):
        Path("seeds/bridge.md").write_text(HEAD + text, encoding="utf-8")
        if curation:
            Path("seeds/bridge.curation.yaml").write_text(curation, encoding="utf-8")
        before = {path: path.read_bytes() for path in Path("docs").rglob("*") if path.is_file()}
        result = CliRunner().invoke(main, ["diff", *arguments])
        assert {path: path.read_bytes() for path in Path("docs").rglob("*") if path.is_file()} == before
        return result

    return diff


def test_nothing_is_told_where_no_fact_would_change(run):
    result = run()
    assert (result.exit_code, result.output) == (0, "No fact would change.\n")


def test_who_would_have_met_whom_is_told_with_its_paragraph(run):
    result = run(TEXT.replace("met Ivo Stam", "met Leo Brandt"))
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert "+ Ana Novak met Leo Brandt, ¶1 of “Osterby opens a bridge”" in lines
    assert "- Ana Novak met Ivo Stam, ¶1 of “Osterby opens a bridge”" in lines
    assert "+ actor Leo Brandt, ¶1 of “Osterby opens a bridge”" in lines
    assert not any("Tonga" in line for line in lines)


def test_what_an_editor_would_say_otherwise_is_told_with_what_it_was(run):
    run()
    result = run(
        TEXT, curation="actors:\n- words: Ana Novak\n  kind: organisation\n  because: Ana Novak, the mayor\n"
    )
    line = "~ Ana Novak: kind was person, now organisation, ¶1 of “Osterby opens a bridge”"
    assert line in result.output.splitlines()


def test_against_a_file_and_a_revision(run):
    Path("old.json").write_bytes(Path("docs/data/dossier.json").read_bytes())
    assert run(TEXT, "--against", "old.json").output == "No fact would change.\n"
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b.example"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "first"]):
        subprocess.run([*git, *command], check=True)
    changed = run(TEXT.replace("met Ivo Stam", "met Leo Brandt"), "--against", "HEAD")
    assert "+ Ana Novak met Leo Brandt" in changed.output


@pytest.mark.parametrize("against", ["nowhere", "--output=x", "HEAD"])
def test_what_is_neither_a_file_nor_a_revision_is_one_clear_error(run, against):
    result = run(TEXT, f"--against={against}")
    assert result.exit_code == 1
    assert f"{against}: neither a file nor a revision with data/dossier.json in it: fatal: " in result.output
    assert not Path("x").exists()


def test_data_of_another_shape_is_one_clear_error(run):
    Path("old.json").write_text(json.dumps({"actors": 1}))
    result = run(TEXT, "--against", "old.json")
    assert result.exit_code == 1
    assert "old.json: not a dossier" in result.output


def changed(section, **update):
    first, *others = getattr(DOSSIER, section)
    return DOSSIER.model_copy(update={section: (first.model_copy(update=update), *others)})


def told(before: Dossier, after: Dossier) -> list[str]:
    return [str(each) for each in differences(before, after)]


def test_a_dossier_is_not_different_from_itself():
    assert told(DOSSIER, DOSSIER) == []


def test_whose_word_a_fact_is_is_part_of_it():
    first = DOSSIER.claims[0].kind
    sourced = first.model_copy(update={"according_to": (Attribution(as_reported=Reported("a spokeswoman")),)})
    (line,) = told(DOSSIER, changed("claims", kind=sourced))
    assert line.startswith("~ ")
    assert ", according to a spokeswoman" in line


def test_other_passages_for_the_same_fact_are_no_difference():
    kind = DOSSIER.actors[0].kind
    other = next(e.id for e in DOSSIER.evidence if e.id not in kind.evidence)
    assert told(DOSSIER, changed("actors", kind=kind.model_copy(update={"evidence": (other,)}))) == []


def test_words_of_which_more_is_shown_are_no_difference():
    wording = DOSSIER.claims[0].wording_as_reported
    shorter = wording.model_copy(update={"value": Reported("a … b")})
    assert told(changed("claims", wording_as_reported=shorter), DOSSIER) == []
    other = shorter.model_copy(update={"value": Reported("quite other words")})
    assert len(told(changed("claims", wording_as_reported=other), DOSSIER)) == 1


def test_values_of_the_vocabularies_are_told_in_words():
    kind = DOSSIER.claims[0].kind
    for code, words in (("carried_out_according_to", "carried out according to"), ("denial", "denial")):
        (line,) = told(DOSSIER, changed("claims", kind=kind.model_copy(update={"value": code})))
        assert words in line
        assert "_" not in line
