"""Changes the program in one place at a time, and tells which changes no test notices.

    python scripts/mutation.py [PLACES] [--seed N] [--only PATH] [--again REPORT]

By hand, in a checkout set up with the `dev` extra. It works on a copy under `.cache/mutation/`: the program
is loaded once there, and each place is changed in a process of its own and tried with the test files that are
nearest to it by name and import; `--again` tries what survived with all that could see it. What survives is
printed and stands in `.cache/mutation/report.jsonl`: a test is missing, or the change makes no difference. A
run goes on where the last one ended; without that file it begins anew.
"""

from __future__ import annotations

import argparse
import ast
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
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
WORK = ROOT / ".cache" / "mutation"
TREE = WORK / "tree"
MOST = 6
"""Test files that try a place, at first."""
GENERAL = {
    "reading": (
        "test_specification.py",
        "test_claims.py",
        "test_events.py",
        "test_quotes.py",
        "test_names.py",
    ),
    "assembly": (
        "test_assembly.py",
        "test_verify.py",
        "test_gate.py",
        "test_gate_kinds.py",
        "test_golden.py",
    ),
    "site": ("test_pages.py", "test_golden.py", "test_finish.py", "test_wording.py", "test_sentences.py"),
    "exports": ("test_export.py", "test_export_tables.py", "test_export_linked.py", "test_linked_data.py"),
    "seeds": ("test_seeds.py", "test_bad_inputs.py", "test_import.py", "test_door.py", "test_input.py"),
    "editing": ("test_curation.py", "test_contradictions.py", "test_bad_inputs.py", "test_draft.py"),
    "readers": ("test_accepting.py", "test_review.py", "test_imported_corruptions.py"),
    "desk": ("test_desk.py",),
}
SLOW = ("test_scaling.py", "test_packaging.py", "test_fuzz.py", "test_walk.py", "test_hostile_site.py",
        "test_reading_properties.py", "test_transaction.py", "test_growing.py", "test_readme.py")  # fmt: skip

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


def tests_in(files: list[str]) -> int:
    """The exit code of pytest over these test files of the copy, up to the first that fails."""
    options = ["-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", "--no-header", "--tb=line"]
    options += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]
    return int(pytest.main([*options, *files]))


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
        if type(each).__name__ == "_lru_cache_wrapper":
            inner = getattr(inspect.unwrap(each), "__code__", None)
            if inner is not None and inner.co_filename == path:
                each.cache_clear()
    return changed


def afresh() -> None:
    """Forgets the program, so that the tests import it with the change."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "dossier"]:
        del sys.modules[name]


def nearest(place: Place, wide: bool) -> list[str]:
    """Test files that import the module or share its name, then those of its room; all of them if wide."""
    path = Path(place.file).with_suffix("")
    module = ".".join(path.parts[1:])
    words = [{word.rstrip("s") for word in part.split("_")} for part in path.parts[2:]]
    ranked = []
    for file in sorted(Path("tests").glob("test_*.py")):
        source = file.read_text(encoding="utf-8")
        own = {word.rstrip("s") for word in file.stem.split("_")[1:]}
        points = 4 * (f"from {module} import" in source or f"{module}." in source)
        points += 3 * bool(words[-1] & own) + 2 * any(part & own for part in words[:-1])
        points += f"from {module.rpartition('.')[0]}" in source
        points += file.name in GENERAL.get(path.parts[2], ())
        if points and file.name not in SLOW:
            ranked.append((-points, file.stat().st_size, str(file)))
    files = [file for *_, file in sorted(ranked)]
    return files if wide else files[:MOST]


def tried(place: Place, wide: bool) -> tuple[str, list[str]]:
    """*noticed*, *endless* or *survived*, and the test files that were asked, one after another."""
    path, tests = TREE / place.file, nearest(place, wide)
    source = path.read_bytes()
    path.write_bytes(source[: place.start] + place.after.encode() + source[place.end :])

    def run() -> int:
        if not swap(place):
            afresh()
        return tests_in(tests)

    try:
        for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*"):
            compiled.unlink()
        code = in_a_process(run, 900 if wide else 300, WORK / "last.log")
    finally:
        path.write_bytes(source)
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        return "endless", tests
    if code not in (0, 1, 2):
        raise SystemExit(f"the tests did not run: {WORK / 'last.log'}")
    return ("noticed" if code else "survived"), tests


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
    every = [place for path in program for place in places(path)]
    some = random.Random(given.seed).sample(every, min(given.places, len(every)))
    if given.again:
        survived = [row for row in map(json.loads, again) if row["verdict"] == "survived"]
        some = [Place(**{name: row[name] for name in Place.__dataclass_fields__}) for row in survived]
    loaded()
    same = replace(every[0], after=every[0].before)
    if tried(same, False)[0] != "survived":
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
            verdict, tests = tried(place, bool(given.again))
            left += verdict == "survived"
            told = {"verdict": verdict, "tests": tests, "seconds": round(time.monotonic() - began, 1)}
            report.write(json.dumps(asdict(place) | told, ensure_ascii=False) + "\n")
            report.flush()
            if verdict == "survived":
                print(f"{place.file}:{place.line}\n  - {place.before}\n  + {place.after}", flush=True)
    print(f"{len(some)} of {len(every)} places tried, {left} not noticed")
    return left


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1:]) else 0)
