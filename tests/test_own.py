"""A dossier of one's own: what `dossier init` writes works from a wheel, and is its owner's alone."""

import os
import re
import subprocess
import sys
import sysconfig
import venv
from zipfile import ZipFile

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
    run(*command, "--no-build-isolation", "--wheel-dir", str(place / "dist"), str(place), cwd=place)
    (made,) = (place / "dist").glob("*.whl")
    return made


def installed(wheel, folder):
    """A fresh virtual environment with the wheel, and of this one the libraries alone."""
    venv.create(folder, with_pip=False)
    python = folder / "bin/python"
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps"]
    run(*command, "--no-index", str(wheel), cwd=folder)
    (packages,) = (folder / "lib").glob("python*/site-packages")
    # A line with a folder puts its libraries behind the fresh ones, and follows no editable install there.
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder / "bin"


@pytest.mark.skipif(os.name == "nt", reason="make and bin/ are what Windows has not")
def test_a_wheel_in_a_fresh_environment_makes_a_site(wheel, tmp_path):
    bin = installed(wheel, tmp_path / "fresh")
    environment = {
        "PATH": f"{bin}{os.pathsep}{os.defpath}",
        "HOME": str(tmp_path),
    }
    where = run(str(bin / "python"), "-c", "import dossier; print(dossier.__file__)", cwd=tmp_path)
    assert str(tmp_path) in where
    run(str(bin / "dossier"), "init", "own", "--title", TITLE, cwd=tmp_path, env=environment)
    told = run("make", "site", cwd=tmp_path / "own", env=environment)
    assert "pages finished" in told
    site = tmp_path / "own/site"
    assert (site / "actors/ana-novak/index.html").exists()
    assert list((site / "assets").glob("dossier.*.css"))
    assert list((site / "assets/fonts").glob("*.woff2"))
    home = (site / "index.html").read_text(encoding="utf-8")
    assert "Quays &amp; &#34;ferries&#34;: 2024" in home
    run("make", "release", cwd=tmp_path / "own", env=environment)
    run("make", "check", cwd=tmp_path / "own", env=environment)
    only_own_names(site)


def only_own_names(site):
    """No page, feed or table of a site carries a name of a dossier but its own."""
    for path in site.rglob("*"):
        if path.suffix in (".html", ".xml", ".json", ".csv", ".ttl", ".bib"):
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"Pakistan|Iran|Jazeera", text), path
            assert not re.search(
                r'Dossier: |>Dossier<|content="Dossier|“[^”]*”\. Dossier|\{Dossier\}', text
            ), path


def test_the_wheel_has_the_theme_and_the_starting_files(wheel):
    with ZipFile(wheel) as packed:
        names = set(packed.namelist())
    for path in (ROOT / "scripts/dossier").rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            assert path.relative_to(ROOT / "scripts").as_posix() in names
    assert not [name for name in names if name.startswith(("tests/", "docs/"))]


def test_init_writes_into_a_new_or_an_empty_folder_alone(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "full").mkdir()
    (tmp_path / "full/note.txt").write_text("mine")
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("mine")
    for name in ("full", "file"):
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
