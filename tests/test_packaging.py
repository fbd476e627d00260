"""Packaging: what a fresh machine installs is what was tested, and the package has all it reads."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from importlib.resources import files
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PINS = {
    canonicalize_name(requirement.name): requirement
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
    for requirement in [Requirement(line)]
}
RUNTIME = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
EXTRAS = PROJECT["project"]["optional-dependencies"]
DEVELOPMENT = [
    Requirement(text)
    for text in (*EXTRAS["dev"], *EXTRAS["desk"], *EXTRAS["import"], *EXTRAS["cluster"])
    if not text.startswith("dossier[")
]
APART = (ROOT / "scripts/dossier/corpus", ROOT / "scripts/dossier/desk")  # need the extras “cluster”, “desk”
DESK = [Requirement(text) for text in EXTRAS["desk"]]
CLUSTER = [Requirement(text) for text in EXTRAS["cluster"]]
TABLES = [Requirement(text) for text in EXTRAS["tables"]]


@pytest.mark.parametrize("name", sorted(PINS))
def test_every_constraint_is_one_exact_version_without_an_address(name):
    (specifier,) = PINS[name].specifier
    assert specifier.operator == "=="
    assert PINS[name].url is None


@pytest.mark.parametrize("wanted", [*RUNTIME, *DEVELOPMENT], ids=str)
def test_every_dependency_has_a_range_and_a_pin_within_it(wanted):
    assert wanted.specifier, "no range"
    (pin,) = PINS[canonicalize_name(wanted.name)].specifier
    assert wanted.specifier.contains(pin.version)


def imported(folder):
    """Names of the top-level modules that Python files under a folder import."""
    for path in (ROOT / folder).rglob("*.py"):
        if folder == "scripts/dossier" and any(apart in path.parents for apart in APART):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module.split(".")[0]


@pytest.mark.parametrize(
    ("folder", "declared"),
    [
        ("scripts/dossier", RUNTIME),
        ("scripts/dossier/corpus", [*RUNTIME, *CLUSTER]),
        ("scripts/dossier/desk", [*RUNTIME, *DESK]),
        ("scripts", [*RUNTIME, *DEVELOPMENT, *TABLES]),
        ("tests", [*RUNTIME, *DEVELOPMENT]),
    ],
)
def test_what_is_imported_is_declared(folder, declared):
    known = {canonicalize_name(requirement.name) for requirement in declared} | {"dossier"}
    distributions = packages_distributions()
    used = {
        canonicalize_name(distributions[module][0])
        for module in set(imported(folder)) - sys.stdlib_module_names
        if module in distributions
    }
    # pydantic-core and pydantic are one library in two wheels
    assert used - {"pydantic-core"} <= known


def test_the_package_takes_along_every_file_it_reads():
    package = Path(str(files("dossier")))
    globs = PROJECT["tool"]["setuptools"]["package-data"]["dossier"]
    taken = {path for glob in globs for path in package.glob(glob)}
    read = {
        path
        for path in package.rglob("*")
        if path.is_file() and path.suffix not in (".py", ".pyc") and "__pycache__" not in path.parts
    }
    assert read <= taken


def test_ci_runs_make_test_and_nothing_else():
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    assert script.splitlines()[-1] == "exec make test"


def test_the_site_is_published_only_after_the_tests_and_under_its_own_address():
    jobs = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text(encoding="utf-8"))["jobs"]
    assert jobs["test"]["uses"] == "./.github/workflows/test.yml"
    assert (jobs["build"]["needs"], jobs["deploy"]["needs"]) == ("test", "build")
    (step,) = (step for step in jobs["build"]["steps"] if step.get("run") == "make site")
    assert step["env"] == {
        "SITE_URL": "${{ steps.pages.outputs.base_url }}/",
        "REPO_URL": "${{ github.server_url }}/${{ github.repository }}",
    }


@pytest.mark.parametrize(("code", "passes"), [(0, True), (1, False), (2, False)])
def test_an_audit_that_could_not_ask_is_no_all_clear(tmp_path, code, passes):
    for name, exits in (("python", 0), ("pip-audit", code)):
        (tmp_path / name).write_text(f"#!/bin/sh\nexit {exits}\n")
        (tmp_path / name).chmod(0o755)
    command = ["make", "-o", ".cache/installed", f"BIN={tmp_path}", "audit"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode == 0) is passes, done.stderr
    assert ("No all-clear" in done.stdout) is not passes


def test_the_audit_asks_about_every_pin():
    (command,) = re.findall(r"pip-audit (.*?) \|\|", (ROOT / "Makefile").read_text(encoding="utf-8"))
    assert {"--strict", "--requirement constraints.txt", "--no-deps"} <= set(
        re.findall(r"--\S+(?: [^-\s]\S+)?", command)
    )


PARTS = {"checked-site", "strict-site", "types"}
"""Targets that are only parts of others."""


def test_each_make_target_is_explained():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    public = set(re.findall(r"^\.PHONY: (\S+)", makefile, re.MULTILINE)) - PARTS
    assert public == set(re.findall(r"^([a-z-]+):[^\n]*## ", makefile, re.MULTILINE))


def test_the_architecture_names_every_module():
    page = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    modules = {path.stem for path in (ROOT / "scripts/dossier").glob("*.py")} - {"__init__", "__main__"}
    assert modules <= set(re.findall(r"`([a-z_]+)`", page))


@pytest.mark.parametrize("home", [".github", "scripts/dossier/starting/files/dot-github"])
def test_what_a_workflow_runs_is_pinned_and_may_do_little(home):
    files = sorted((ROOT / home / "workflows").glob("*.yml"))
    assert files
    for file in files:
        text = file.read_text(encoding="utf-8")
        held = yaml.safe_load(text)
        assert held["permissions"] == {"contents": "read"}, file
        for used in re.findall(r"uses: (\S+)", text):
            assert used.startswith("./") or re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", used), (file, used)


def test_nothing_asks_to_install_a_foreign_package_of_our_name():
    """At the package index the name is somebody else’s: it comes from a folder, a wheel or an address."""
    guides = [*(ROOT / "docs").glob("*.md"), *(ROOT / "docs/guide").glob("*.md"), *ROOT.glob("*.md")]
    workflows = [*(ROOT / ".github").rglob("*.yml"), ROOT / "Makefile"]
    source = [path for path in (ROOT / "scripts").rglob("*") if path.is_file() and path.suffix != ".pyc"]
    asks = re.compile(
        r"(?:pip|pipx|uv|uvx)\b[^\n`]*\b(?:install|add|run)\b[^\n`]*(?<![./-])\bdossier\b(?!\s*@|/|\.)"
    )
    read = 0
    for path in (*guides, *workflows, *source):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a font
        read += 1
        assert not asks.search(text), (path, asks.search(text))
    assert read > 200
    for bad in ("pip install dossier", "pip install -U 'dossier[import]'", "pipx install dossier==0.1.0"):
        assert asks.search(bad)


def test_every_file_says_under_which_licence_it_is():
    """By the REUSE Specification: each file's licence is told, and each licence's text is there."""
    done = subprocess.run(
        [sys.executable, "-m", "reuse", "--root", str(ROOT), "lint", "--lines"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
