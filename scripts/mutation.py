"""Changes the program in one place at a time, and tells which changes no test notices.

    PYTHONPATH=scripts python -m pytest -p reached -p no:xdist tests --ignore tests/browser
    python scripts/mutation.py [PLACES] [--seed N] [--only PATH] [--outside PATH] [--again REPORT]

By hand, in a checkout set up with the `dev` extra for Python 3.12 or newer. The first line notes which tests
reach which line (`scripts/reached.py`). The second works on a copy under `.cache/mutation/`: the program and
its tests are loaded once there, and each place is changed in a process of its own and tried with the tests
that reach it, the nearest by name first, up to twenty seconds of them. `--again` tries what survived with
up to ten minutes of tests, which are loaded after the change. What survives is printed and stands in
`.cache/mutation/report.jsonl`: a test is missing, or the change makes no difference. A run goes on where the
last one ended; without that file it begins anew.
"""

from __future__ import annotations

import argparse
import gc
import importlib
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
import warnings
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest

from mutants import Place, places
from reached import Reach, reach

ROOT = Path(__file__).parent.parent
WORK = ROOT / ".cache" / "mutation"
TREE = WORK / "tree"
LOG = WORK / "last.log"
PARSER = "dossier.reading.parser"
"""Whose model and trees alone are worth keeping: all else that is kept may be made of what is changed."""
OF_THE_PARSER = ("parser", "parse_cache", "digest_cache")
"""Modules that are tried without kept trees."""
MOST = 20.0
"""Seconds of tests that try a place, at first; and all of them."""
ALL = 600.0
OPTIONS = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--no-header", "--tb=line"]
OPTIONS += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]


def in_a_process(run: Callable[[], int], seconds: float) -> int:
    """Its exit code in a process of its own, within these seconds of processor time; a signal is negative."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of threads: none of ours is under way
        child = os.fork()
    if not child:
        with LOG.open("wb") as out:
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


def copied() -> None:
    """A fresh copy of the checkout, the one that is imported from here on."""
    shutil.rmtree(TREE, ignore_errors=True)
    kept_out = {".git", ".venv", ".cache", "site", ".mypy_cache", ".ruff_cache", ".hypothesis"}

    def leave(folder: str, names: list[str]) -> set[str]:
        return kept_out if Path(folder) == ROOT else {"__pycache__"} & set(names)

    shutil.copytree(ROOT, TREE, ignore=leave)
    (TREE / ".cache").mkdir()
    for parses in (ROOT / ".cache").glob("parses-*"):
        shutil.copy(parses, TREE / ".cache")
    os.chdir(TREE)
    os.environ.update(PYTHONPATH=str(TREE / "scripts"), CI="1")
    sys.path[:0] = [str(TREE / "scripts"), str(TREE / "tests")]


def loaded() -> None:
    """The whole program in memory, its word lists and its parser too."""
    package = __import__("dossier")
    for module in pkgutil.walk_packages(package.__path__, "dossier."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    row = {"id": "warm", "text": "“We agree,” Ana Novak of Lima said on Friday.", "published": "2019-04-22"}
    interchange = importlib.import_module("dossier.reading.interchange")
    importlib.import_module("dossier.reading.extract").extract_findings(interchange.article_from_row(row))


def swap(place: Place) -> bool:
    """Whether the change is in the functions now in memory; one outside of any, as in a constant, is not."""
    path = str(TREE / place.file)
    codes = {}
    waiting = [compile(Path(path).read_bytes(), path, "exec")]
    while waiting:
        code = waiting.pop()
        codes[code.co_qualname, code.co_firstlineno] = code
        waiting.extend(inner for inner in code.co_consts if isinstance(inner, CodeType))
    changed = False
    gc.unfreeze()
    for each in gc.get_objects():
        if isinstance(each, FunctionType) and each.__code__.co_filename == path:
            old = each.__code__
            new = codes.get((old.co_qualname, old.co_firstlineno), old)
            if new != old and new.co_freevars == old.co_freevars:
                each.__code__ = new
                changed = True
    for each in gc.get_objects():
        ours = type(each).__name__ == "_lru_cache_wrapper" and str(each.__module__).startswith("dossier.")
        if ours and (each.__module__ != PARSER or path.endswith("parser.py")):
            each.cache_clear()
    return changed


def passed(items: Sequence[pytest.Item]) -> int:
    """Whether these loaded tests pass, 0, up to the first that does not, 1."""
    failed = items[0].session.testsfailed
    for item, next_one in zip(items, [*items[1:], None], strict=True):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=next_one)
        if items[0].session.testsfailed > failed:
            print(item.nodeid)
            return 1
    return 0


def passed_afresh(tests: list[str]) -> int:
    """The same with program and tests loaded anew."""
    homes = (str(TREE / "scripts"), str(TREE / "tests"))
    for name, module in list(sys.modules.items()):
        if name != "__main__" and str(getattr(module, "__file__", "")).startswith(homes):
            del sys.modules[name]
    files = dict.fromkeys(name.partition("::")[0] for name in tests)
    return int(pytest.main([*OPTIONS, "-x", *files], plugins=[Chosen(tests)]))


class Chosen:
    """A plugin of pytest that keeps these tests alone."""

    def __init__(self, names: list[str]) -> None:
        self.names = set(names)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """The chosen, in the order of their files."""
        items[:] = [item for item in items if item.nodeid in self.names]


class Trials:
    """A plugin of pytest that tries places with the tests instead of running them."""

    def __init__(self, some: list[Place], found: Reach, told_in: Path, afresh: bool) -> None:
        self.some, self.found, self.told_in, self.afresh = some, found, told_in, afresh
        self.left = 0
        self.items: dict[str, pytest.Item] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Each place that is not in the report yet, in turn."""
        sys.dont_write_bytecode = True
        self.items = {item.nodeid: item for item in session.items}
        gc.collect()
        gc.freeze()
        same = replace(self.some[0], after=self.some[0].before)
        if self.tried(same, self.found.chosen(same, MOST)) not in ("survived", "unreached"):
            raise SystemExit(f"the tests fail before anything is changed: {LOG}")
        rows = self.told_in.read_text(encoding="utf-8").splitlines() if self.told_in.exists() else []
        known = {_key(json.loads(line)) for line in rows}
        with self.told_in.open("a", encoding="utf-8") as report:
            for place in self.some:
                if _key(asdict(place)) not in known:
                    row = self.told(place)
                    report.write(json.dumps(row, ensure_ascii=False) + "\n")
                    report.flush()
        return True

    def told(self, place: Place) -> dict[str, Any]:
        """What became of a place, as a row of the report; what survives is printed."""
        began = time.monotonic()
        tests = self.found.chosen(place, ALL if self.afresh else MOST)
        verdict = self.tried(place, tests)
        if verdict in ("survived", "unreached"):
            self.left += 1
            print(f"{verdict}: {place.file}:{place.line}\n  - {place.before}\n  + {place.after}", flush=True)
        seconds = round(time.monotonic() - began, 1)
        return asdict(place) | {"verdict": verdict, "tests": len(tests), "seconds": seconds}

    def tried(self, place: Place, tests: list[str]) -> str:
        """*noticed*, *endless*, *survived*, or *unreached* where no test runs the line."""
        chosen = [self.items[name] for name in tests if name in self.items]
        if not chosen:
            return "unreached"
        path = TREE / place.file
        source = path.read_bytes()
        path.write_bytes(source[: place.start] + place.after.encode() + source[place.end :])

        def run() -> int:
            if self.afresh or not swap(place):
                return passed_afresh(tests)
            return passed(chosen)

        kept, aside = TREE / ".cache", TREE / ".cache-aside"
        try:
            for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*"):
                compiled.unlink()
            if path.stem in OF_THE_PARSER:
                kept.rename(aside)
                kept.mkdir()
            code = in_a_process(run, 4 * (ALL if self.afresh else MOST))
        finally:
            path.write_bytes(source)
            if aside.exists():
                shutil.rmtree(kept)
                aside.rename(kept)
        if code in (-signal.SIGXCPU, -signal.SIGKILL):
            return "endless"
        if code not in (0, 1, 2):
            raise SystemExit(f"the tests did not run: {LOG}")
        return "noticed" if code else "survived"


def _key(row: dict[str, Any]) -> tuple[Any, ...]:
    return row["file"], row["start"], row["end"], row["after"]


def main(argv: list[str]) -> int:
    """The number of places that no test noticed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("places", type=int, nargs="?", default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="places in files whose path holds this")
    parser.add_argument("--outside", help="no places in files whose path holds this")
    parser.add_argument("--again", type=Path, help="a report whose survivors are tried with more tests")
    given = parser.parse_args(argv)
    again = given.again.read_text(encoding="utf-8").splitlines() if given.again else []
    WORK.mkdir(parents=True, exist_ok=True)
    copied()
    program = sorted(path for path in (TREE / "scripts" / "dossier").rglob("*.py") if given.only in str(path))
    program = [path for path in program if given.outside is None or given.outside not in str(path)]
    every = [place for path in program for place in places(path, TREE)]
    some = random.Random(given.seed).sample(every, min(given.places, len(every)))
    if given.again:
        survived = [row for row in map(json.loads, again) if row["verdict"] in ("survived", "unreached")]
        some = [Place(**{name: row[name] for name in Place.__dataclass_fields__}) for row in survived]
    loaded()
    told_in = WORK / ("again.jsonl" if given.again else "report.jsonl")
    trials = Trials(some, reach(WORK / "reached.json"), told_in, bool(given.again))
    pytest.main([*OPTIONS, "-s", "tests", "--ignore", "tests/browser"], plugins=[trials])
    print(f"{len(some)} of {len(every)} places tried, {trials.left} not noticed")
    return trials.left


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1:]) else 0)
