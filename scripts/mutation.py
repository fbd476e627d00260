"""Changes the program in one place at a time, and tells which changes no test notices.

    python scripts/mutation.py [PLACES] [--seed N] [--only PATH] [--without TEST_FILE…]

By hand, with Python 3.12 or newer (`sys.monitoring` tells at next to no cost which tests run which line), in
a checkout set up with the `dev` extra. It works on a copy under `.cache/mutation/`: all tests run once there,
then each changed place is tried with the tests that run it, the nearest and quickest first. What survives is
printed and stands in `.cache/mutation/report.jsonl`: a test is missing, or the change makes no difference.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import random
import resource
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
WORK = ROOT / ".cache" / "mutation"
TREE = WORK / "tree"
SECONDS = 90
"""How long, as measured, the tests that try one place may take at most."""
HEAVY = ("spacy", "pydantic", "hypothesis", "jinja2", "lxml.html", "markdown", "mkdocs.config", "yaml")
"""Loaded once, before a process of its own is made for each place."""

OPPOSITE: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add,
}  # fmt: skip


@dataclass(frozen=True)
class Place:
    """Bytes of a file of the program, and what stands there instead."""

    file: str
    line: int
    start: int
    end: int
    before: str
    after: str


def places(path: Path) -> Iterator[Place]:
    """Each change of one module: comparisons, parts of `and` and `or`, numbers, conditions, statements."""
    source = path.read_bytes()
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    seen = set()
    for node, after in _changes(ast.parse(source)):
        start = starts[node.lineno - 1] + node.col_offset
        end = starts[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)
        if (start, end, after) not in seen:
            seen.add((start, end, after))
            before = source[start:end].decode()
            yield Place(path.relative_to(TREE).as_posix(), node.lineno, start, end, before, after)


def _changes(tree: ast.Module) -> Iterator[tuple[Any, str]]:
    """Nodes that may be others, and what to write there; annotations and decorators are left alone."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        yield from _others(node)
        for name, value in ast.iter_fields(node):
            if name in ("annotation", "returns", "decorator_list", "type_params"):
                continue
            waiting.extend(
                v for v in (value if isinstance(value, list) else [value]) if isinstance(v, ast.AST)
            )


def _others(node: ast.AST) -> Iterator[tuple[Any, str]]:
    match node:
        case ast.Compare(left=left, ops=[operator], comparators=[right]) if type(operator) in OPPOSITE:
            other: Any = OPPOSITE[type(operator)]()
            yield node, f"({ast.unparse(ast.Compare(left, [other], [right]))})"
        case ast.BoolOp(op=operator, values=values):
            other = OPPOSITE[type(operator)]()
            yield node, f"({ast.unparse(ast.BoolOp(other, values))})"
            for number in range(len(values)):
                kept = values[:number] + values[number + 1 :]
                yield node, f"({ast.unparse(ast.BoolOp(operator, kept) if kept[1:] else kept[0])})"
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() as operator, right=right):
            other = OPPOSITE[type(operator)]()
            yield node, f"({ast.unparse(ast.BinOp(left, other, right))})"
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield node, f"({ast.unparse(operand)})"
        case ast.Constant(value=bool() as value):
            yield node, str(not value)
        case ast.Constant(value=int() as value):
            yield node, str(value + 1)
        case (
            ast.If(test=ast.Name() | ast.Call() | ast.Attribute() as test)
            | ast.IfExp(test=ast.Name() | ast.Call() | ast.Attribute() as test)
        ):
            yield test, f"(not {ast.unparse(test)})"
        case ast.comprehension(ifs=conditions):
            yield from ((condition, "True") for condition in conditions)
        case ast.Expr(value=ast.Call()) | ast.AugAssign() | ast.Continue() | ast.Break() | ast.Raise():
            yield node, "pass"
        case _:
            return


class Reach:
    """A plugin of pytest: which lines of the program each test runs, and how long it takes."""

    def __init__(self) -> None:
        self.lines: dict[str, set[str]] = {}
        self.seconds: dict[str, float] = {}
        self._now: set[str] = set()
        self._inside = str(TREE / "scripts" / "dossier") + os.sep

    def start(self) -> None:
        """From now on each line is noted once, until it is asked for again."""
        monitoring = sys.monitoring  # type: ignore[attr-defined,unused-ignore]
        monitoring.use_tool_id(monitoring.COVERAGE_ID, "mutation")
        monitoring.register_callback(monitoring.COVERAGE_ID, monitoring.events.LINE, self._ran)
        monitoring.set_events(monitoring.COVERAGE_ID, monitoring.events.LINE)

    def _ran(self, code: Any, line: int) -> Any:
        if code.co_filename.startswith(self._inside):
            self._now.add(f"{code.co_filename[len(str(TREE)) + 1 :]}:{line}")
        return sys.monitoring.DISABLE  # type: ignore[attr-defined,unused-ignore]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Each test starts with every line unseen; what its file's fixtures run counts for the whole file."""
        self._now = set()
        sys.monitoring.restart_events()  # type: ignore[attr-defined,unused-ignore]
        began = time.process_time()
        try:
            return (yield)
        finally:
            self.seconds[item.nodeid] = time.process_time() - began
            self.lines[item.nodeid] = self._now

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_call(self, item: pytest.Item) -> None:
        """What was run before the test itself was a fixture's."""
        self.lines.setdefault(item.nodeid.partition("::")[0], set()).update(self._now)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test that fails, or is left out, tells nothing of a change."""
        if not report.passed:
            self.seconds.pop(report.nodeid, None)
            self.lines.pop(report.nodeid, None)


class Only:
    """A plugin of pytest: these tests alone, in this order."""

    def __init__(self, wanted: list[str]) -> None:
        self.rank = {test: number for number, test in enumerate(wanted)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """The items that are wanted, in order."""
        items[:] = sorted(
            (item for item in items if item.nodeid in self.rank), key=lambda item: self.rank[item.nodeid]
        )


def in_a_process(run: Any, seconds: float, log: Path) -> int:
    """Its exit code in a process of its own, within these seconds of processor time; a signal is negative."""
    child = os.fork()
    if not child:
        with log.open("wb") as out:
            os.dup2(out.fileno(), 1)
            os.dup2(out.fileno(), 2)
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 5))
        code = 70
        try:
            code = int(run())
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def tests_in(plugin: Any, files: list[str], *options: str) -> int:
    """The exit code of pytest over these test files of the copy."""
    common = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--no-header", "--tb=no"]
    return int(pytest.main([*common, *options, *files], plugins=[plugin]))


def copied(without: list[str]) -> list[str]:
    """A fresh copy of the checkout, made the one that is imported; its test files."""
    shutil.rmtree(TREE, ignore_errors=True)
    kept_out = {".git", ".venv", ".cache", "site", ".mypy_cache", ".ruff_cache", ".hypothesis"}

    def leave(folder: str, names: list[str]) -> set[str]:
        return kept_out if Path(folder) == ROOT else {"__pycache__"} & set(names)

    shutil.copytree(ROOT, TREE, ignore=leave)
    os.chdir(TREE)
    os.environ.update(PYTHONPATH=str(TREE / "scripts"), CI="1")
    sys.path.insert(0, str(TREE / "scripts"))
    return sorted(f"tests/{p.name}" for p in Path("tests").glob("test_*.py") if p.name not in without)


def reach_of(files: list[str]) -> dict[str, Any]:
    """{lines: {test: lines of the program}, seconds: {test: seconds}}, measured once and kept."""
    kept = WORK / "reach.json"

    def run() -> int:
        plugin = Reach()
        plugin.start()
        if tests_in(plugin, files) not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
            return 1
        found = {"lines": {k: sorted(v) for k, v in plugin.lines.items()}, "seconds": plugin.seconds}
        kept.write_text(json.dumps(found), encoding="utf-8")
        return 0

    if not kept.exists() and in_a_process(run, 7200, WORK / "reach.log"):
        raise SystemExit(f"the tests did not run: {WORK / 'reach.log'}")
    found: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8"))
    return found


def chosen(place: Place, reach: dict[str, Any]) -> list[str]:
    """Tests that run this line, or its module: those of the module’s name first, then the quickest."""
    line, module = f"{place.file}:{place.line}", f"{place.file}:"
    reached = {test for test, lines in reach["lines"].items() if line in lines}
    reached = reached or {
        t for t, lines in reach["lines"].items() if any(x.startswith(module) for x in lines)
    }
    tests = [t for t in reach["seconds"] if t in reached or t.partition("::")[0] in reached]
    words = {
        word.rstrip("s") for part in Path(place.file).with_suffix("").parts[2:] for word in part.split("_")
    }

    def order(test: str) -> tuple[bool, float]:
        own = {word.rstrip("s") for word in Path(test.partition("::")[0]).stem.split("_")}
        return not words & own, reach["seconds"][test]

    taken, total = [], 0.0
    for test in sorted(tests, key=order):
        total += reach["seconds"][test]
        if total > SECONDS:
            break
        taken.append(test)
    return taken


def tried(place: Place, tests: list[str], reach: dict[str, Any]) -> str:
    """*noticed*, *endless* or *survived*: whether one of the tests fails, the nearest of them first."""
    path = TREE / place.file
    source = path.read_bytes()
    for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*"):
        compiled.unlink()
    path.write_bytes(source[: place.start] + place.after.encode() + source[place.end :])
    try:
        for part in (tests[:30], tests[30:]):
            if not part:
                continue
            files = sorted({test.partition("::")[0] for test in part})
            limit = 60 + 10 * sum(reach["seconds"][test] for test in part)
            code = in_a_process(
                lambda part=part, files=files: tests_in(Only(part), files, "-x"), limit, WORK / "last.log"
            )
            if code in (-signal.SIGXCPU, -signal.SIGKILL):
                return "endless"
            if code:
                return "noticed"
        return "survived" if tests else "no test runs it"
    finally:
        path.write_bytes(source)


def main(argv: list[str]) -> int:
    """The number of places that no test noticed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("places", type=int, nargs="?", default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="places in files whose path holds this")
    parser.add_argument(
        "--without", nargs="*", default=["test_scaling.py", "test_packaging.py", "test_fuzz.py"]
    )
    given = parser.parse_args(argv)
    WORK.mkdir(parents=True, exist_ok=True)
    reach = reach_of(copied(given.without))
    for name in HEAVY:
        __import__(name)
    sys.dont_write_bytecode = True
    program = sorted(path for path in (TREE / "scripts" / "dossier").rglob("*.py") if given.only in str(path))
    every = [place for path in program for place in places(path)]
    some = random.Random(given.seed).sample(every, min(given.places, len(every)))
    left = 0
    with (WORK / "report.jsonl").open("a", encoding="utf-8") as report:
        for place in some:
            began, tests = time.monotonic(), chosen(place, reach)
            verdict = tried(place, tests, reach)
            left += verdict not in ("noticed", "endless")
            told = {"verdict": verdict, "tests": len(tests), "seconds": round(time.monotonic() - began, 1)}
            report.write(json.dumps(asdict(place) | told, ensure_ascii=False) + "\n")
            report.flush()
            if verdict not in ("noticed", "endless"):
                print(
                    f"{place.file}:{place.line}: {verdict}\n  - {place.before}\n  + {place.after}", flush=True
                )
    print(f"{len(some)} of {len(every)} places tried, {left} not noticed")
    return left


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1:]) else 0)
