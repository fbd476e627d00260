"""What holds for every command: help in the docs, exit codes, quiet and verbose, no colour, a quick start."""

import json
import logging
import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from commands_page import PAGE, commands_page
from dossier.cli import main
from dossier.commands import voice
from dossier.readers.schema import prompt
from dossier.vocabularies import event_types

SEED = (
    "---\nheadline: Ferry sold\npublisher: Vale Times\ndatePublished: 2024-05-31\n---\nThe ferry was sold.\n"
)
HEAVY = {"dossier.build", "pydantic", "yaml", "spacy", "lxml", "jinja2", "mkdocs", "trafilatura", "PIL"}


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs `dossier ARGUMENTS` in a folder with one article."""
    monkeypatch.chdir(tmp_path)
    Path("seeds").mkdir()
    Path("seeds/a.md").write_text(SEED, encoding="utf-8")
    return lambda *arguments: CliRunner().invoke(main, list(arguments))


def test_the_desk_without_its_packages_says_what_to_install(run, monkeypatch):
    monkeypatch.setattr("dossier.commands.desk.find_spec", lambda name: None if name == "uvicorn" else name)
    monkeypatch.setattr("dossier.desk.serve.serve", lambda *given: None)
    result = run("desk")
    assert result.exit_code == 1
    assert "The desk needs more packages: pip install" in result.output


def test_the_page_of_the_commands_is_what_they_print():
    assert PAGE.read_text(encoding="utf-8") == commands_page(), "run: python scripts/commands_page.py"


def test_without_its_packages_the_desk_says_how_to_get_them(run, monkeypatch):
    monkeypatch.setattr("dossier.commands.desk.find_spec", lambda name: None if name == "uvicorn" else name)
    result = run("desk")
    assert result.exit_code == 1
    assert "pip install -c constraints.txt -e '.[desk]'" in result.stderr


def test_a_shell_that_nothing_completes_in_is_told(run, monkeypatch):
    monkeypatch.setattr("dossier.commands.completion.get_completion_class", lambda shell: None)
    result = run("completion", "fish")
    assert (result.exit_code, "completes nothing in fish" in result.output) == (1, True)


def test_the_prompt_holds_the_article_and_its_name(run):
    told = run("schema", "--prompt", "--article", "seeds/a.md").output
    assert told == f"{prompt('a', 'The ferry was sold.')}\n"


def test_the_prompt_tells_each_type_of_event_with_what_it_means(run):
    told = run("schema", "--prompt").output
    assert {f"- {type}: {words.meaning}" for type, words in event_types().items()} <= {
        line.partition(" Roles: ")[0] for line in told.splitlines()
    }


@pytest.mark.parametrize("reader", ["rules", "a b", "-x", ""])
def test_no_other_reader_bears_the_name_of_the_rules(run, reader):
    result = run("accept", "seeds/a.md", "seeds/a.md", "--reader", reader)
    assert result.exit_code == 2
    assert "letters, digits, dots, hyphens and underscores; not rules" in result.stderr


@pytest.mark.parametrize("name", sorted(main.commands))
def test_each_command_and_option_is_explained(name):
    command = main.commands[name]
    assert command.help
    assert all(option.help for option in command.params if isinstance(option, click.Option))
    assert {"--quiet", "--verbose"} <= {opt for option in command.params for opt in option.opts}


@pytest.mark.parametrize(
    "arguments", [["--version"], ["--help"], ["import", "--help"], ["completion", "zsh"]]
)
def test_what_reads_nothing_loads_nothing_that_reads(arguments):
    code = (
        "import json, sys\nfrom dossier.cli import main\n"
        f"try: main({arguments!r})\nexcept SystemExit: pass\nprint(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    assert "dossier.cli" in loaded
    assert loaded & HEAVY == set()


@pytest.mark.skipif(sys.platform == "win32", reason="the time of the processor is told by POSIX")
@pytest.mark.parametrize(
    "arguments", [["--version"], ["--help"], ["import", "--help"], ["completion", "zsh"]]
)
def test_what_reads_nothing_starts_at_once(arguments):
    """Below 0.3 s of the processor, the best of three."""
    code = "import resource, subprocess, sys\nsubprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)\n"
    code += "used = resource.getrusage(resource.RUSAGE_CHILDREN)\nprint(used.ru_utime + used.ru_stime)"
    command = [sys.executable, "-c", code, sys.executable, "-m", "dossier", *arguments]
    took = [
        float(subprocess.run(command, capture_output=True, text=True, check=True).stdout) for _ in range(3)
    ]
    assert min(took) < 0.3, took


def test_quiet_says_nothing_and_verbose_each_step(run):
    assert run("build", "--quiet").output == ""
    again = run("build", "--verbose")
    assert again.stderr.endswith(" ms  nothing has changed since the last build\n")
    assert again.stdout == run("build").stdout != ""
    shutil.rmtree(".cache")
    said = run("build", "--verbose")
    assert said.stdout == again.stdout
    steps = [line.split("ms  ")[1] for line in said.stderr.splitlines()]
    assert steps[:3] == ["read a", "put together what 1 articles say", "verified every statement"]


def test_what_is_wrong_is_said_however_quiet(run):
    Path("seeds/a.md").write_text("---\n")
    result = run("build", "-q")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "never ends" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["build"], 0),
        (["check"], 1),
        (["import", "none.md"], 1),
        (["build", "--no-such"], 2),
        (["nothing"], 2),
        (["import"], 2),
    ],
)
def test_exit_codes(run, arguments, code):
    assert run(*arguments).exit_code == code


def test_extract_reads_standard_input(run):
    typed = CliRunner().invoke(main, ["extract", "-"], input=SEED)
    assert typed.exit_code == 0, typed.output
    (row,) = typed.stdout.splitlines()
    assert json.loads(row)["id"] == "standard-input"
    assert CliRunner().invoke(main, ["extract", "-", "seeds/a.md"], input=SEED).stdout.count("\n") == 2
    broken = CliRunner().invoke(main, ["extract", "-"], input=b"\xff\xfeT\x00")
    assert (broken.exit_code, broken.stdout) == (1, "")
    assert "standard-input: this is UTF-16" in broken.stderr


@pytest.mark.parametrize("why", [KeyboardInterrupt, click.Abort])
def test_interrupted_is_130(run, monkeypatch, why):
    def interrupted(*arguments):
        raise why

    monkeypatch.setattr("dossier.build.build", interrupted)
    result = run("build")
    assert (result.exit_code, result.stderr.strip()) == (130, "Interrupted.")


@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}, {"FORCE_COLOR": "1"}])
def test_nothing_is_coloured(run, monkeypatch, environment):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    for arguments in (["--help"], ["build"], ["check", "--docs", "none"], ["import", "none.md"]):
        assert "\x1b" not in run(*arguments).output


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_complete_commands_and_options(run, shell):
    assert "_DOSSIER_COMPLETE" in run("completion", shell).output


def test_a_word_begun_is_completed():
    command = [sys.executable, "-c", "from dossier.cli import main; main(prog_name='dossier')"]
    words = {"COMP_WORDS": "dossier im", "COMP_CWORD": "1", "_DOSSIER_COMPLETE": "bash_complete"}
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **words}, check=False)
    assert done.stdout.split() == ["plain,import"]


def test_long_reading_shows_how_far_it_is(monkeypatch):
    moves = []

    class Bar:
        pos = 0

        def __enter__(self):
            moves.append("begun")
            return self

        def __exit__(self, *arguments):
            moves.append("done")

        def update(self, step):
            self.pos += step
            moves.append(step)

    monkeypatch.setattr(voice, "bar", lambda length, label: Bar())
    logger = logging.getLogger("dossier.build")
    with click.Context(main) as context:
        voice.listen(context)
        logger.info("read", extra={"done": 1, "of": 2})
        for number in (1, 2, 3):
            logger.info("read", extra={"done": number, "of": 3})
    logger.info("read", extra={"done": 1, "of": 9})
    assert moves == ["begun", 1, 1, 1, "done"]
