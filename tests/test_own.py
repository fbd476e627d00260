"""A dossier of one's own: what `dossier init` writes, and where; that it works, test_walk shows."""

import subprocess

import pytest
import yaml
from click.testing import CliRunner

from dossier import starting
from dossier.cli import main
from dossier.model import Dossier
from dossier.site.configuration import configuration_problems
from dossier.site.files import make_files
from first_dossier import ROOT
from site_reader import _Loader

TITLE = 'Quays & "ferries": 2024'


def init(*arguments):
    return CliRunner().invoke(main, ["init", *arguments])


def run(*command, cwd, env=None):
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (command, done.stdout, done.stderr)
    return done.stdout


def test_init_writes_into_a_new_or_an_empty_folder_alone(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "full").mkdir()
    (tmp_path / "full/note.txt").write_text("mine")
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to("nowhere")
    for name in ("full", "file", "link"):
        result = init(name)
        assert result.exit_code == 1
        assert f"{name}: it is there already, and not an empty folder" in result.stderr
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["note.txt"]
    for name in ("empty", "new/deep"):
        assert init(name, "--title", TITLE).exit_code == 0
        assert (tmp_path / name / "Makefile").exists()
        assert (tmp_path / name / ".github/workflows/publish.yml").exists()
    assert not list(tmp_path.glob(".dossier-*"))


@pytest.mark.parametrize("title", ["", "two\nlines", "x" * 4000 + "\n"])
def test_a_title_is_one_line(tmp_path, monkeypatch, title):
    monkeypatch.chdir(tmp_path)
    result = init("own", "--title", title)
    assert result.exit_code == 1
    assert "title" in result.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("told", "source"),
    [
        (None, None),
        ('{"url": "file:///somewhere/dossier", "dir_info": {"editable": true}}', None),
        (
            '{"url": "https://files.example/dossier-0.1.0-py3-none-any.whl"}',
            "dossier @ https://files.example/",
        ),
        (
            '{"url": "https://git.example/d.git", "vcs_info": {"vcs": "git", "commit_id": "0a1b"}}',
            "dossier @ git+https://git.example/d.git@0a1b",
        ),
    ],
)
def test_where_the_program_is_from_is_known_or_asked_for(tmp_path, monkeypatch, told, source):
    class Installed:
        def read_text(self, name):
            assert name == "direct_url.json"
            return told

    monkeypatch.setattr(starting, "distribution", lambda name: Installed())
    result = init(str(tmp_path / "own"))
    requirements = (tmp_path / "own/requirements.txt").read_text()
    lines = [line for line in requirements.splitlines() if not line.startswith("#")]
    assert ("does not say where the program is from" in result.stderr) == (source is None)
    assert (lines == []) if source is None else lines[0].startswith(source)


@pytest.mark.parametrize("program", ["dossier", "dossier==0.1.0", " Dossier[import] >= 0.1"])
def test_the_program_is_never_taken_from_the_index(tmp_path, program):
    result = init(str(tmp_path / "own"), "--program", program)
    assert result.exit_code == 1
    assert "somebody else’s" in result.stderr
    assert not (tmp_path / "own").exists()


def test_a_program_that_is_named_stands_in_the_requirements(tmp_path):
    wheel = "dossier @ https://files.example/dossier-0.1.0-py3-none-any.whl"
    assert init(str(tmp_path / "own"), "--program", wheel).exit_code == 0
    assert wheel in (tmp_path / "own/requirements.txt").read_text().splitlines()


def test_git_passes_over_what_is_generated_and_keeps_the_data(tmp_path):
    init(str(tmp_path / "own"))
    place = tmp_path / "own"
    for path, data in make_files(Dossier()).items():
        (place / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (place / "docs" / path).write_bytes(data)
    (place / "docs/actors/somebody.md").write_text("generated")
    run("git", "init", "--quiet", cwd=place)
    run("git", "add", "--all", cwd=place)
    kept = run("git", "ls-files", "docs", cwd=place).split()
    assert kept == ["docs/about-the-data.md", "docs/data/dossier.json", "docs/editorial-policy.md"]


def test_it_starts_with_the_configuration_and_the_pages_of_this_repository(tmp_path):
    """What is the same in both is kept the same: copy what was changed."""
    init(str(tmp_path / "own"), "--title", TITLE)
    ours, theirs = (
        yaml.load((folder / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_Loader)
        for folder in (ROOT, tmp_path / "own")
    )
    for key in ("theme", "nav", "plugins", "markdown_extensions", "validation"):
        assert theirs[key] == ours[key], key
    for page in (ROOT / "scripts/dossier/starting/files/docs").glob("*.md"):
        assert page.read_text(encoding="utf-8") == (ROOT / "docs" / page.name).read_text(encoding="utf-8")
        own = (tmp_path / "own/docs" / page.name).read_text(encoding="utf-8")
        assert "(other-readers.md)" not in own, "that page is about the program, and stays there"
    assert list(configuration_problems(tmp_path / "own/mkdocs.yml", settings_of(tmp_path / "own"))) == []


def settings_of(folder):
    from dossier.seeds.settings import load_settings

    return load_settings(folder / "seeds/dossier.yaml")
