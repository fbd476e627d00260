"""Changes the program in one place at a time, and tells which changes no test notices.

    PYTHONPATH=scripts python -m pytest -p reached -p no:xdist tests --ignore tests/browser
    python scripts/mutation.py [PLACES] [--seed N] [--only PATH] [--again REPORT]

By hand, in a checkout set up with the `dev` extra for Python 3.12 or newer. The first line notes which tests
reach which line (`scripts/reached.py`). The second works on a copy under `.cache/mutation/`: the program is
loaded once there, and each place is changed in a process of its own and tried with the tests that reach it,
the nearest by name first, up to a minute of them; `--again` tries what survived with all of them. What
survives is printed and stands in `.cache/mutation/report.jsonl`: a test is missing, or the change makes no
difference. A run goes on where the last one ended; without that file it begins anew.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import inspect
import json
import os
import pkgutil
import random
import resource
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest

from mutants import Place, places
from reached import reach

ROOT = Path(__file__).parent.parent
WORK = ROOT / ".cache" / "mutation"
TREE = WORK / "tree"
MOST = 60.0
"""Seconds of tests that try a place, at first; and all of them."""
ALL = 1_200.0


def in_a_process(run: Callable[[], int], seconds: float, log: Path) -> int:
    """Its exit code in a process of its own, within these seconds of processor time; a signal is negative."""
    child = os.fork()
    if not child:
        with log.open("wb") as out:
            os.dup2(out.fileno(), 1)
            os.dup2(out.fileno(), 2)
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 5))
        code = 70
        try:
            code = run()
        except Exception:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def passed(tests: list[str]) -> int:
    """The exit code of pytest over these tests of the copy, up to the first that fails."""
    options = ["-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", "--no-header", "--tb=line"]
    options += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]
    files = dict.fromkeys(name.partition("::")[0] for name in tests)
    return int(pytest.main([*options, *files], plugins=[Chosen(tests)]))


def copied() -> None:
    """A fresh copy of the checkout, the one that is imported from here on."""
    shutil.rmtree(TREE, ignore_errors=True)
    kept_out = {".git", ".venv", ".cache", "site", ".mypy_cache", ".ruff_cache", ".hypothesis"}

    def leave(folder: str, names: list[str]) -> set[str]:
        return kept_out if Path(folder) == ROOT else {"__pycache__"} & set(names)

    shutil.copytree(ROOT, TREE, ignore=leave)
    os.chdir(TREE)
    os.environ.update(PYTHONPATH=str(TREE / "scripts"), CI="1")
    sys.path[:0] = [str(TREE / "scripts"), str(TREE / "tests")]


def loaded() -> None:
    """The whole program in memory, its word lists and its parser too, and the tests compiled."""
    package = __import__("dossier")
    for module in pkgutil.walk_packages(package.__path__, "dossier."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    row = {"id": "warm", "text": "“We agree,” Ana Novak of Lima said on Friday.", "published": "2019-04-22"}
    interchange = importlib.import_module("dossier.reading.interchange")
    importlib.import_module("dossier.reading.extract").extract_findings(interchange.article_from_row(row))
    in_a_process(lambda: int(pytest.main(["-q", "--collect-only", "tests"])), 600, WORK / "collect.log")
    gc.freeze()


def swap(place: Place) -> bool:
    """Whether the change is in the functions now in memory; one outside of any, as in a constant, is not."""
    path = str(TREE / place.file)
    codes = {}
    waiting = [compile(Path(path).read_bytes(), path, "exec")]
    while waiting:
        code = waiting.pop()
        codes[code.co_qualname, code.co_firstlineno] = code
        waiting.extend(inner for inner in code.co_consts if isinstance(inner, CodeType))
    changed, loader = False, "lexicon" in path
    gc.unfreeze()
    for each in gc.get_objects():
        if isinstance(each, FunctionType) and each.__code__.co_filename == path:
            old = each.__code__
            new = codes.get((old.co_qualname, old.co_firstlineno), old)
            if new != old and new.co_freevars == old.co_freevars:
                each.__code__ = new
                changed = True
    for each in gc.get_objects():
        if type(each).__name__ == "_lru_cache_wrapper":
            inner = getattr(inspect.unwrap(each), "__code__", None)
            if inner is not None and (inner.co_filename == path or loader):
                each.cache_clear()
    return changed


def afresh() -> None:
    """Forgets the program, so that the tests import it with the change."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "dossier"]:
        del sys.modules[name]


class Chosen:
    """A plugin of pytest that keeps these tests alone."""

    def __init__(self, names: list[str]) -> None:
        self.names = set(names)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """The chosen, in the order of their files."""
        items[:] = [item for item in items if item.nodeid in self.names]


def tried(place: Place, tests: list[str]) -> str:
    """*noticed*, *endless*, *survived*, or *unreached* where no test runs the line."""
    if not tests:
        return "unreached"
    path = TREE / place.file
    source = path.read_bytes()
    path.write_bytes(source[: place.start] + place.after.encode() + source[place.end :])

    def run() -> int:
        if not swap(place):
            afresh()
        return passed(tests)

    try:
        for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*"):
            compiled.unlink()
        code = in_a_process(run, 900, WORK / "last.log")
    finally:
        path.write_bytes(source)
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        return "endless"
    if code not in (0, 1, 2):
        raise SystemExit(f"the tests did not run: {WORK / 'last.log'}")
    return "noticed" if code else "survived"


def _key(row: dict[str, Any]) -> tuple[Any, ...]:
    return row["file"], row["start"], row["end"], row["after"]


def main(argv: list[str]) -> int:
    """The number of places that no test noticed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("places", type=int, nargs="?", default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="places in files whose path holds this")
    parser.add_argument("--again", type=Path, help="a report whose survivors are tried with more tests")
    given = parser.parse_args(argv)
    again = given.again.read_text(encoding="utf-8").splitlines() if given.again else []
    WORK.mkdir(parents=True, exist_ok=True)
    copied()
    program = sorted(path for path in (TREE / "scripts" / "dossier").rglob("*.py") if given.only in str(path))
    every = [place for path in program for place in places(path, TREE)]
    some = random.Random(given.seed).sample(every, min(given.places, len(every)))
    if given.again:
        survived = [row for row in map(json.loads, again) if row["verdict"] in ("survived", "unreached")]
        some = [Place(**{name: row[name] for name in Place.__dataclass_fields__}) for row in survived]
    loaded()
    found = reach(WORK / "reached.json")
    most = ALL if given.again else MOST
    same = replace(some[0], after=some[0].before)
    if tried(same, found.chosen(same, MOST)) not in ("survived", "unreached"):
        raise SystemExit(f"the tests fail before anything is changed: {WORK / 'last.log'}")
    sys.dont_write_bytecode = True
    told_in = WORK / ("again.jsonl" if given.again else "report.jsonl")
    known = (
        {_key(json.loads(line)) for line in told_in.read_text().splitlines()} if told_in.exists() else set()
    )
    left = 0
    with told_in.open("a", encoding="utf-8") as report:
        for place in some:
            if _key(asdict(place)) in known:
                continue
            began = time.monotonic()
            tests = found.chosen(place, most)
            verdict = tried(place, tests)
            left += verdict in ("survived", "unreached")
            told = {"verdict": verdict, "tests": len(tests), "seconds": round(time.monotonic() - began, 1)}
            report.write(json.dumps(asdict(place) | told, ensure_ascii=False) + "\n")
            report.flush()
            if verdict in ("survived", "unreached"):
                print(
                    f"{verdict}: {place.file}:{place.line}\n  - {place.before}\n  + {place.after}", flush=True
                )
    print(f"{len(some)} of {len(every)} places tried, {left} not noticed")
    return left


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1:]) else 0)
